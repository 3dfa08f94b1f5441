"""Move rows of a draft to the table that their column `RECORD` names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Final

from aseansc.errors import AseanscError, FieldError, unknown_name
from aseansc.interchange._tables import Locate, Row
from aseansc.interchange._tables.cells import ABSENCES, GAP, Unreadable
from aseansc.interchange._tables.columns import RECORD, RECORD_TABLES, Column, tables
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
    listed = [(name, row) for name, code in _CODES.items() for row in rows[name] if _record(row, code) != code]
    free = count(1 + max((row.number for name in _CODES for row in rows[name]), default=0))
    for name, code in _CODES.items() if listed else ():
        rows[name] = [row for row in rows[name] if _record(row, code) == code]
    for name, row in listed:
        record = _record(row, "")
        other = RECORD_TABLES.get(record) if isinstance(record, str) else None
        if other is None:
            yield _unknown(record, locate(name, row.number, RECORD.name))
            continue
        for column in tables()[name].columns:
            if _is_lost(row, column, other):
                yield _lost(row, column, other, locate(name, row.number, column.name))
        to = next(free)
        moved[other, to] = name, row.number
        rows[other].append(Row(to, row.cells))


def _record(row: Row, default: str) -> str | Unreadable:
    """Return the record that a row is, or the default if its cell is empty."""
    return row.cells.get(RECORD.name, default)


def _unknown(record: str | Unreadable, where: str) -> AseanscError:
    if isinstance(record, Unreadable):
        return cell_problem(record, where)
    return unknown_name("record", record, RECORD.codes, where=where)


def _is_lost(row: Row, column: Column, other: str) -> bool:
    """Return whether a cell has a value, and the other table has no such column."""
    cell = row.cells.get(column.name, column.default)
    is_value = cell != column.default and cell not in ABSENCES and not (isinstance(cell, str) and cell.startswith(GAP))
    return is_value and all(known.name != column.name for known in tables()[other].columns)


def _lost(row: Row, column: Column, other: str, where: str) -> AseanscError:
    cell = row.cells[column.name]
    return FieldError(
        f"the record {_CODES[other]} has no field {column.name}",
        where=where,
        got=cell if isinstance(cell, str) else "",
        expected="an empty cell",
        hint=f"Clear the cell, or change the column {RECORD.name}.",
    )
