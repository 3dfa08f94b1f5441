"""Convert a review or a draft to tables of strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

from aseansc.drafts import RECORD_TYPES
from aseansc.interchange._document.scalars import CHANGE_FORM, CLAIM_TYPES, Data
from aseansc.interchange._tables import require_few
from aseansc.interchange._tables.cells import ARROW, GAP, NOT_GIVEN_GAP
from aseansc.interchange._tables.columns import (
    LONG_TEXTS,
    ORIGIN,
    PROPOSED,
    RECORD,
    RECORD_TABLES,
    Column,
    Form,
    Path,
    Table,
    tables,
)
from aseansc.interchange._tables.write_cells import gap_written, written
from aseansc.values import Change, RelativeChange


def tables_of(data: Data, *, most: int, draft: bool = False) -> dict[str, list[list[str]]]:
    """Return the rows of each table, as strings in the order of its columns.

    Args:
        data: the data of the canonical JSON document.
        most: the most characters of a cell; longer strings are moved to a separate table.
        draft: whether the data may have gaps.

    Raises:
        LimitError: for more records than the limit allows.
    """
    records: dict[str, list[Data]] = {name: data.get(name, []) for name in RECORD_TYPES}
    records["review"] = [data]
    records["breakdowns"] = list(_breakdowns(records["indicators"]))
    require_few(sum(map(len, records.values())), "a review as tables")
    cell = _draft_cell if draft else _cell
    long_texts = _LongTexts(most)
    found = {
        name: [
            [long_texts.shortened(cell(record, column, table)) for column in table.columns] for record in records[name]
        ]
        for name, table in tables(draft=draft).items()
    }
    return {**found, LONG_TEXTS: long_texts.rows} if long_texts.rows else found


def _breakdowns(indicators: list[Data]) -> Iterator[Data]:
    """Yield the breakdowns of all indicators, each with the id of its indicator.

    If that id is a gap, the breakdown has ``?`` and the number of the indicator in the table instead.
    """
    for number, whole in enumerate(indicators, start=1):
        ident = whole.get("id")
        indicator = ident if isinstance(ident, str) else f"{GAP}{number}"
        parts = whole.get("breakdowns", [])
        if parts.__class__ is dict:  # a gap
            yield {"indicator": indicator, "parts": {**parts, "group": True}}
        else:
            yield from ({**part, "indicator": indicator} for part in parts)


def _draft_cell(record: Data, column: Column, table: Table) -> str:
    """Return the string in a cell of a record that may have gaps."""
    if column is ORIGIN or column is PROPOSED or column is RECORD:
        return _cell_about(record, column, table)
    if column.name == "type" and "partial" in record:
        return next(name for name, cls in CLAIM_TYPES.items() if cls.__name__ == record["partial"])
    if column.name == "indicator" and table.name == "breakdowns":
        return cast("str", record["indicator"])
    form = _form_of_partial(record.get("value"), table) if column.path == ("value", "form") else ""
    if form:
        return form
    length, gap = _gap_at(record, column.path)
    return (
        _gap_cell(gap, length, column, table) if gap and column.form is not Form.JSON else _cell(record, column, table)
    )


def _cell_about(record: Data, column: Column, table: Table) -> str:
    """Return the string in a column of drafts that is not a field of the record."""
    if column is ORIGIN:
        return _origins(record)
    if column is RECORD:
        return next(code for code, name in RECORD_TABLES.items() if name == table.name)
    names = record.get("proposed", ())
    words = {name: field_shown(name, _cells(record, table)) or rows_shown(record.get(name)) for name in names}
    return written(words or None, PROPOSED)


def _cells(record: Data, table: Table) -> Iterator[tuple[Column, str]]:
    """Yield the columns of the fields of a record with their cells."""
    for column in table.columns:
        if column not in (PROPOSED, ORIGIN, RECORD):
            yield column, _draft_cell(record, column, table)


def field_shown(name: str, cells: Iterable[tuple[Column, str]]) -> str:
    """Return the cells of a field with several columns in one string, by which a changed proposal is recognised."""
    return " | ".join(" ".join(cell.split()) for column, cell in cells if column.path[0] == name and cell)


def rows_shown(rows: object) -> str:
    """Return the rows of a field on another sheet, such as breakdowns, in one string like `field_shown`."""
    if not isinstance(rows, list | tuple):
        return ""
    return " | ".join(" ".join(_row_shown(row)) for row in cast("Iterable[object]", rows) if row.__class__ is dict)


def _row_shown(row: Any) -> Iterator[str]:
    for name, value in sorted(row.items()):
        if value is True:
            yield name
        elif isinstance(value, list | tuple):
            yield " ".join(map(str, cast("Iterable[object]", value)))


def _gap_cell(gap: Data, length: int, column: Column, table: Table) -> str:
    """Return the string in a cell of a gap, which is in the first column of its group only."""
    first = next(other for other in table.columns if other.path[:length] == column.path[:length])
    of_group = "group" in gap or len(first.path) > length
    return gap_written(gap, of_group=of_group) if column is first else ""


def _form_of_partial(value: Any, table: Table) -> str:
    """Return the form of a partial change, without which it would be read as a value or as another change."""
    if value.__class__ is not dict or _is_empty(value):
        return ""
    if value.get("partial") == Change.__name__ and table.name != "claims":
        return CHANGE_FORM
    return GAP if value.get("partial") == RelativeChange.__name__ and "form" not in value else ""


def _is_empty(node: Data) -> bool:
    """Return whether a partial object has no fields, so that it is the same as a gap; a change has its form."""
    return node.get("partial") not in (None, Change.__name__) and node.keys() <= {"partial", "origin"}


def _gap_at(record: Data, path: Path) -> tuple[int, Data]:
    """Return the gap of a field or of the object around it, and the number of steps of the path to it."""
    for length in range(1, len(path) + 1):
        node = _at(record, path[:length])
        if _is_gap(node):
            return length, node
        if length < len(path) and node.__class__ is dict and _is_empty(node):
            return length, {"gap": dict(NOT_GIVEN_GAP)}
    return 0, {}


def _is_gap(node: Any) -> bool:
    return node.__class__ is dict and node.get("gap").__class__ is dict


def _origins(record: Data) -> str:
    """Return the origins of a partial record and of the partial objects in it, as a string."""
    parts = {"record": record, **{name: part for name, part in record.items() if part.__class__ is dict}}
    origins = {name: part["origin"] for name, part in parts.items() if "partial" in part and part.get("origin")}
    return written(origins or None, ORIGIN)


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


class _LongTexts:
    """Replaces strings that are too long for a cell by references to rows of the long texts."""

    def __init__(self, most: int) -> None:
        self.rows: list[list[str]] = []
        self._most, self._count = most, 0

    def shortened(self, text: str) -> str:
        """Return a string for a cell; if it is too long, add its parts to the rows and return the reference."""
        if len(text) <= self._most // 2 or _size(text) <= self._most:
            return text
        self._count += 1
        length = self._most // 2
        for part, start in enumerate(range(0, len(text), length), start=1):
            self.rows.append([str(self._count), str(part), text[start : start + length]])
        return f"{ARROW}{self._count}"


def _size(text: str) -> int:
    """Return the length of a string in UTF-16 code units, as Excel counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
