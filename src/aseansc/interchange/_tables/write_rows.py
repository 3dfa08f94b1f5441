"""Convert a review or a draft to tables of strings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

from aseansc.drafts import RECORD_TYPES
from aseansc.interchange._document.scalars import Data
from aseansc.interchange._document.structure import CLAIM_TYPES
from aseansc.interchange._tables import require_few
from aseansc.interchange._tables.cells import GAP, LONG
from aseansc.interchange._tables.columns import LONG_TEXTS, ORIGIN, Column, Path, Table, tables
from aseansc.interchange._tables.write_cells import gap_written, written


def tables_of(data: Data, *, most: int, draft: bool = False) -> dict[str, list[list[str]]]:
    """Return the rows of each table, as strings in the order of its columns.

    Args:
        data: the data of the canonical JSON document.
        most: the most characters of a cell; longer strings are moved to a separate table.
        draft: whether the data may have gaps.

    Raises:
        FieldError: for more than `MOST_RECORDS` records.
    """
    records: dict[str, list[Data]] = {name: data.get(name, []) for name in RECORD_TYPES}
    records["review"] = [data]
    records["breakdowns"] = list(_breakdowns(records["indicators"]))
    require_few(sum(map(len, records.values())), "a review as tables")
    long_texts: list[list[str]] = []
    found: dict[str, list[list[str]]] = {}
    for name, table in tables(draft=draft).items():
        cell = _draft_cell if draft else _cell
        rows = [[cell(record, column, table) for column in table.columns] for record in records[name]]
        for row in rows:
            for number, text in enumerate(row):
                if _size(text) > most:
                    row[number] = _put_aside(text, most, long_texts)
        found[name] = rows
    if long_texts:
        found[LONG_TEXTS] = long_texts
    return found


def _breakdowns(indicators: list[Data]) -> Iterator[Data]:
    """Yield the breakdowns of all indicators, each with the id of its indicator.

    If that id is a gap, the breakdown has ``?`` and the number of the indicator in the table instead.
    """
    for number, whole in enumerate(indicators, start=1):
        ident = whole.get("id")
        indicator = ident if isinstance(ident, str) else f"{GAP}{number}"
        parts = whole.get("breakdowns", [])
        if parts.__class__ is dict:  # a gap
            yield {"indicator": indicator, "parts": {"group": parts}}
        else:
            yield from ({**part, "indicator": indicator} for part in parts)


def _draft_cell(record: Data, column: Column, table: Table) -> str:
    """Return the string in a cell of a record that may have gaps."""
    if column is ORIGIN:
        parts = {"record": record, **{name: part for name, part in record.items() if part.__class__ is dict}}
        origins = {name: part["origin"] for name, part in parts.items() if "partial" in part and part.get("origin")}
        return written(origins or None, column)
    if column.name == "type" and "partial" in record:
        return next(name for name, cls in CLAIM_TYPES.items() if cls.__name__ == record["partial"])
    if column.name == "indicator" and table.name == "breakdowns":
        return cast("str", record["indicator"])
    for length in range(1, len(column.path) + 1):
        path = column.path[:length]
        node = _at(record, path)
        group = node.__class__ is dict and node.get("group")
        if node.__class__ is dict and ("gap" in node or group):
            first = next(other for other in table.columns if other.path[:length] == path)
            of_group = bool(group) or first.path != path
            return gap_written(group or node, of_group=of_group) if column is first else ""
    return _cell(record, column, table)


def _cell(record: Data, column: Column, _table: Table) -> str:
    if column.absent:
        value = _at(record, column.absent_at)
        if value.__class__ is dict and "absent" in value:
            return cast("str", value["absent"])
    value = _at(record, column.path)
    if column.name != ".".join(column.path) and _TYPE_OF_SEVERAL[column.name.rpartition(".")[2]] is not value.__class__:
        return ""
    return written(value, column)


_TYPE_OF_SEVERAL: Final[Mapping[str, type]] = {"text": str, "number": int}
"""The JSON type of a value by the last part of the column name, where a field has one column for each type."""


def _at(record: Any, path: Path) -> Any:
    """Return the value at a path in a record, or None."""
    for name in path:
        if record.__class__ is not dict:
            return None
        record = record.get(name)
    return record


def _size(text: str) -> int:
    """Return the length of a string in UTF-16 code units, as Excel counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _put_aside(text: str, most: int, long_texts: list[list[str]]) -> str:
    """Move a string that is too long for a cell to the long texts, in parts; return the reference for the cell."""
    number = int(long_texts[-1][0]) + 1 if long_texts else 1
    length = most // 2
    for part, start in enumerate(range(0, len(text), length), start=1):
        long_texts.append([str(number), str(part), text[start : start + length]])
    return f"{LONG}{number}"
