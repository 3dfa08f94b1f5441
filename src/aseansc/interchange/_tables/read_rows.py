"""Convert the rows of tables to the data of a JSON document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from aseansc.claims import ChangeClaim
from aseansc.drafts import RECORD_TYPES, fields_of
from aseansc.errors import AseanscError, FieldError, Suggestions
from aseansc.indicators import Breakdown
from aseansc.interchange._document.scalars import MOST_PROBLEMS, Data, missing
from aseansc.interchange._document.structure import CLAIM_TYPES
from aseansc.interchange._tables import Locate, Row, Rows, not_a_review
from aseansc.interchange._tables.cells import GAP, LONG, Unreadable
from aseansc.interchange._tables.columns import LONG_TEXTS, ORIGIN, Column, Path, Table, group_class, tables
from aseansc.interchange._tables.locations import at_location, cell_problem
from aseansc.interchange._tables.long_texts import LongTexts
from aseansc.interchange._tables.read_cells import absence, gap_read, is_gap_of_group, read
from aseansc.reviews import Review


def data_of(rows: Rows, locate: Locate, *, draft: bool = False) -> tuple[Data, list[AseanscError]]:
    """Return the JSON data of some tables, and the problems of cells that cannot be stored in it."""
    problems: list[AseanscError] = []
    unreadable: list[AseanscError] = []
    long_texts = LongTexts(rows.get(LONG_TEXTS, []), locate)
    whole = tables()
    listed: dict[str, list[Data]] = {name: [] for name in whole}
    for name, table in whole.items():
        for row in rows[name]:
            listed[name].append(_record(table, row, locate, long_texts, unreadable, draft=draft))
            if len(unreadable) > MOST_PROBLEMS:
                raise not_a_review(unreadable)
    data, *more = listed.pop("review") or [{}]
    if more:
        problems.append(
            FieldError(
                "a second review",
                where=locate("review", rows["review"][1].number, ""),
                expected="one row",
                hint="Write each review to a file of its own.",
            )
        )
    alone = _join_breakdowns(listed["indicators"], listed.pop("breakdowns"), rows["breakdowns"], locate)
    problems.extend(islice(alone, MOST_PROBLEMS + 1))
    problems.extend(long_texts.problems())
    data.update((name, records) for name, records in listed.items() if records)
    if draft:
        for name, table in whole.items():
            if name not in ("review", "units", "breakdowns"):
                for record, row in zip(listed[name], rows[name], strict=True):
                    problems.extend(_mark_partial(record, table, row, locate))
        problems.extend(
            _mark_partial(data, whole["review"], rows["review"][0] if rows["review"] else Row(0, {}), locate)
        )
    return data, problems


def _mark_partial(record: Data, table: Table, row: Row, locate: Locate) -> Iterator[AseanscError]:
    """Mark a record and the objects in it as partial, so that they may have gaps; yield the problems."""
    origins: dict[str, Any] = {}
    cell = row.cells.get(ORIGIN.name)
    if cell is not None:
        read_origins = read(cell, ORIGIN) if isinstance(cell, str) else cell
        if isinstance(read_origins, Unreadable):
            yield cell_problem(read_origins, locate(table.name, row.number, ORIGIN.name))
        else:
            origins = read_origins
    classes: tuple[type, ...] = RECORD_TYPES.get(table.name, (Review,))
    if table.name == "claims":
        kind = record.pop("type", None)
        if isinstance(kind, Unreadable):
            yield cell_problem(kind, locate("claims", row.number, "type"))
        elif kind.__class__ is not str or kind not in CLAIM_TYPES:
            expected = f"one of {', '.join(CLAIM_TYPES)}"
            where = locate("claims", row.number, "type")
            yield FieldError("unknown type of claim", where=where, got=kind, expected=expected)
        classes = (CLAIM_TYPES.get(kind, ChangeClaim) if isinstance(kind, str) else ChangeClaim,)
    for name, part in record.items():
        if name == "breakdowns" and part.__class__ is list:
            for breakdown in part:
                breakdown["partial"] = Breakdown.__name__
        elif part.__class__ is dict and "gap" not in part and "absent" not in part and name != "extra":
            cls = group_class(classes[0], name, part)
            known = classes[0] is Review and cls is not None and name not in origins and _is_whole(part, cls)
            if cls is not None and not known:  # a complete object of the review itself is not marked
                part["partial"] = cls.__name__
                if name in origins:
                    part["origin"] = origins[name]
    if classes[0] is not Review:
        record["partial"] = classes[0].__name__
        if "record" in origins:
            record["origin"] = origins["record"]


def _is_whole(part: Data, cls: type) -> bool:
    needed = {name for name, needed in fields_of(cls).items() if needed}
    return needed <= set(part) and not any(item.__class__ is dict and "gap" in item for item in part.values())


def _record(
    table: Table, row: Row, locate: Locate, long_texts: LongTexts, unreadable: list[AseanscError], *, draft: bool
) -> Data:
    """Return the data of one record; append the problems of cells that cannot be read to ``unreadable``."""
    record: Data = {}
    for column in table.columns:
        text = row.cells.get(column.name)
        if text is None:
            continue
        if isinstance(text, str) and text.startswith(LONG):
            text = long_texts.named(text, locate(table.name, row.number, column.name))
        if isinstance(text, Unreadable):
            _put(record, column.path, text)
            unreadable.append(cell_problem(text, locate(table.name, row.number, column.name)))
            continue
        gone = absence(text, column)
        if draft and text.startswith(GAP) and not (table.name == "breakdowns" and column.name == "indicator"):
            value, path = _gap(text, column)
        elif gone is None:
            value, path = read(text, column), column.path
        else:
            value, path = gone, column.absent_at or column.path
        if isinstance(value, Unreadable):
            unreadable.append(cell_problem(value, locate(table.name, row.number, column.name)))
        if not _put(record, path, value):
            problem = FieldError(
                "other columns of this row already state this field",
                where=locate(table.name, row.number, column.name),
                got=text,
                expected="a value in only one of these columns",
            )
            unreadable.append(problem)
            _put(record, path[:1], Unreadable(problem, located=True), over=True)
    return record


def _gap(text: str, column: Column) -> tuple[Any, Path]:
    """Return the data of a gap, and its path in the record."""
    try:
        value = gap_read(text)
    except ValueError:
        value = Unreadable(
            FieldError(
                "the gap cannot be read", got=text, expected="? and the reason, or the value in place of the gap"
            )
        )
    return value, column.path[:1] if is_gap_of_group(text) else column.path


def _put(record: Data, path: Path, value: Any, *, over: bool = False) -> bool:
    """Store a value at a path in a record; return False if the path already has a value."""
    for name in path[:-1]:
        record = record.setdefault(name, {})
        if record.__class__ is not dict:
            return isinstance(record, Unreadable)  # reported already
    if path[-1] in record and not over:
        return isinstance(record[path[-1]], Unreadable)
    record[path[-1]] = value
    return True


def _join_breakdowns(
    indicators: list[Data], breakdowns: list[Data], rows: list[Row], locate: Locate
) -> Iterator[AseanscError]:
    """Add the breakdowns to their indicators; yield the problems of breakdowns without a known indicator."""
    by_id: dict[str, Data] = {}
    suggestions = Suggestions()
    for indicator in indicators:
        if isinstance(indicator.get("id"), str):
            by_id.setdefault(indicator["id"], indicator)
    for row, breakdown in zip(rows, breakdowns, strict=True):
        whole = breakdown.pop("indicator", None)
        number = whole.removeprefix(GAP) if isinstance(whole, str) and whole.startswith(GAP) else ""
        if number.isdecimal() and 0 < int(number[:6]) <= len(indicators):  # the number of a row whose id is a gap
            indicators[int(number) - 1].setdefault("breakdowns", []).append(breakdown)
            continue
        if isinstance(whole, str) and whole in by_id:
            cell = row.cells.get("parts")
            if isinstance(cell, str) and is_gap_of_group(cell) and "gap" in breakdown.get("parts", ()):
                by_id[whole]["breakdowns"] = breakdown["parts"]
            else:
                by_id[whole].setdefault("breakdowns", []).append(breakdown)
            continue
        where = locate("breakdowns", row.number, "indicator")
        if isinstance(whole, Unreadable):
            yield cell_problem(whole, where)
        elif whole is None:
            yield at_location(missing("indicator"), where)
        else:
            yield suggestions.unknown_name("indicator", whole, by_id, where=where)
