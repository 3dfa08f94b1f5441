"""A review as tables of texts: what CSV and Excel have in common.

The tables are those of `_columns.tables`, the texts those of `_cells`. Both ways go by the data of the canonical JSON
document, so that one strict reader checks every format; `_records` is the way back.
"""

from __future__ import annotations

import json as plain_json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

from attrs import frozen

from aseansc.drafts import RECORD_TYPES
from aseansc.errors import AseanscError, DocumentError, FieldError, unknown_name
from aseansc.interchange._converter import CLAIM_TYPES
from aseansc.interchange._problems import refusal
from aseansc.interchange._tables._cells import (
    GAP,
    LONG,
    Unreadable,
    gap_written,
    written,
)
from aseansc.interchange._tables._columns import LONG_TEXTS, ORIGIN, Column, Path, Table, tables

Data: TypeAlias = dict[str, Any]

Cells: TypeAlias = Mapping[str, "str | Unreadable"]


@frozen
class Row:
    """A row of a table: its number as people count it, and its cells that are not empty."""

    number: int
    cells: Cells


Rows: TypeAlias = Mapping[str, list[Row]]
"""The rows of each table."""

Place: TypeAlias = Callable[[str, int, str], str]
"""Where a table, a row and a column are: ``Observations!C7``. Row 0 is the table, column "" the row."""

MOST_RECORDS: Final = 100_000
"""How many records the tables of a review have together."""


def plain_data(text: str) -> Data:
    """The data of a canonical JSON document, without what says that it is one."""
    data: Data = plain_json.loads(text)
    return {name: value for name, value in data.items() if name not in ("schema", "version")}


def tables_of(data: Data, *, most: int, draft: bool = False) -> dict[str, list[list[str]]]:
    """The rows of each table, as texts in the order of its columns.

    Args:
        data: of the canonical JSON document.
        most: how many characters a cell holds; what is longer goes to a table of its own.
        draft: whether the data may have gaps.

    Raises:
        FieldError: for more than `MOST_RECORDS`.
    """
    records: dict[str, list[Data]] = {name: data.get(name, []) for name in RECORD_TYPES}
    records["review"] = [data]
    records["breakdowns"] = list(_breakdowns(records["indicators"]))
    require_few(sum(map(len, records.values())), "a review in tables")
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
    """The breakdowns of all indicators, each with the id of its indicator; of a gap, the number of the row."""
    for number, whole in enumerate(indicators, start=1):
        ident = whole.get("id")
        indicator = ident if isinstance(ident, str) else f"{GAP}{number}"
        parts = whole.get("breakdowns", [])
        if parts.__class__ is dict:  # a gap
            yield {"indicator": indicator, "parts": {"group": parts}}
        else:
            yield from ({**part, "indicator": indicator} for part in parts)


def _draft_cell(record: Data, column: Column, table: Table) -> str:
    """The text of a cell of a record that may have gaps."""
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
"""What stands in a column that is one of several for the same place."""


def _at(record: Any, path: Path) -> Any:
    """What stands at a place in a record; None for nothing."""
    for name in path:
        if record.__class__ is not dict:
            return None
        record = record.get(name)
    return record


def _size(text: str) -> int:
    """How long a text is to a program that counts in UTF-16, as Excel does."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _put_aside(text: str, most: int, long_texts: list[list[str]]) -> str:
    """Cut a text that no cell holds into parts, and say where they are."""
    number = int(long_texts[-1][0]) + 1 if long_texts else 1
    length = most // 2
    for part, start in enumerate(range(0, len(text), length), start=1):
        long_texts.append([str(number), str(part), text[start : start + length]])
    return f"{LONG}{number}"


# -- what is wrong with tables


def require_few(records: int, where: str) -> None:
    """Refuse more records than tables hold.

    Raises:
        FieldError: for more than `MOST_RECORDS`.
    """
    if records > MOST_RECORDS:
        raise FieldError(
            "more records than tables are made for",
            where=where,
            got=records,
            expected=f"at most {MOST_RECORDS}",
            hint="Use JSON for a review of this size.",
        )


def header_problems(
    header: Sequence[str], known: Sequence[str], where: Callable[[int], str], whole: str
) -> Iterator[AseanscError]:
    """What is wrong with the names at the heads of some columns: each stands there once, in any order.

    Args:
        header: the names.
        known: the names that there are.
        where: where the name with this index is.
        whole: where the table is.
    """
    seen: set[str] = set()
    for number, name in enumerate(header):
        if name not in known:
            yield unknown_name("column", name, known, where=where(number))
        elif name in seen:
            yield FieldError("a column stands twice", where=where(number), got=name)
        seen.add(name)
    for name in known:
        if name not in seen:
            yield FieldError("a column is missing", where=whole, expected=name)


def no_review(problems: Iterable[AseanscError]) -> DocumentError:
    """Return the error that lists the problems; of very many, the first."""
    return refusal("the document is no review", problems)
