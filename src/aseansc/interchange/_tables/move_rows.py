"""Move rows of a draft to the table that their column `RECORD` names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Final

from aseansc.errors import AseanscError, FieldError, unknown_name
from aseansc.interchange._tables import Locate, Row
from aseansc.interchange._tables.cells import ABSENCES, GAP, Unreadable
from aseansc.interchange._tables.columns import PROPOSED, RECORD, RECORD_TABLES, tables
from aseansc.interchange._tables.locations import cell_problem

_CODES: Final = {table: code for code, table in RECORD_TABLES.items()}


def move_rows(
    rows: dict[str, list[Row]], moved: dict[tuple[str, int], tuple[str, int]], locate: Locate
) -> Iterator[AseanscError]:
    """Move each row to the table of its record, after the rows of that table; yield the problems of those that cannot.

    Args:
        rows: the rows of each table, which are changed.
        moved: a mapping to which the new table and row number of each moved row is added, with the old ones.
        locate: returns the location of a cell.
    """
    free = count(1 + max((row.number for name in _CODES for row in rows[name]), default=0))
    leaving = [(name, row) for name in _CODES for row in rows[name] if _leaves(row, name)]
    for name in {name for name, _ in leaving}:
        rows[name] = [row for row in rows[name] if not _leaves(row, name)]
    for name, row in leaving:
        record = row.cells[RECORD.name]
        other = RECORD_TABLES.get(record) if isinstance(record, str) else None
        if other is None:
            yield _unknown(record, locate(name, row.number, RECORD.name))
        else:
            yield from _lost(row, name, other, locate)
            to = Row(next(free), row.cells)
            moved[other, to.number] = name, row.number
            rows[other].append(to)


def _leaves(row: Row, table: str) -> bool:
    """Return whether a row does not belong to the table in which it is."""
    return row.cells.get(RECORD.name, _CODES[table]) != _CODES[table]


def _unknown(record: str | Unreadable, where: str) -> AseanscError:
    if isinstance(record, Unreadable):
        return cell_problem(record, where)
    return unknown_name("record", record, RECORD.codes, where=where)


def _lost(row: Row, table: str, other: str, locate: Locate) -> Iterator[AseanscError]:
    """Yield the problems of cells with a value for which the other table has no column, unless it is only proposed."""
    proposed = str(row.cells.get(PROPOSED.name, "")).split("; ")
    known = {"type", *(column.name for column in tables()[other].columns)}
    for column in tables()[table].columns:
        cell = row.cells.get(column.name, "")
        if f"{column.name}: {cell}" in proposed:
            continue
        is_value = not isinstance(cell, str) or not (cell.startswith(GAP) or cell in {"", column.default, *ABSENCES})
        if column.name not in known and is_value:
            yield FieldError(
                f"the record {_CODES[other]} has no field {column.name}",
                where=locate(table, row.number, column.name),
                got=cell if isinstance(cell, str) else "",
                expected="an empty cell",
                hint=f"Clear the cell, or change the column {RECORD.name}.",
            )
