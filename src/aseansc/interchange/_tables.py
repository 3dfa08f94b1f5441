"""A review as tables of texts, and back: what CSV and Excel have in common.

The tables are those of `_columns.tables`, the texts those of `_cells`. Both ways go by the data of the canonical JSON
document, so that one strict reader checks every format; its problems are told where they stand in the tables.
"""

from __future__ import annotations

import json as plain_json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import Any, Final, TypeAlias, cast

from attrs import frozen
from cattrs.errors import BaseValidationError

from aseansc.claims import ChangeClaim
from aseansc.drafts import Draft, fields_of
from aseansc.errors import AseanscError, DocumentError, FieldError, ReviewError, nearest_names, unknown_name
from aseansc.indicators import Breakdown
from aseansc.interchange import json
from aseansc.interchange._cells import (
    GAP,
    LONG,
    Unreadable,
    absence,
    gap_read,
    gap_written,
    is_gap_of_group,
    read,
    written,
)
from aseansc.interchange._columns import LISTS, LONG_TEXTS, ORIGIN, Column, Path, Table, group_class, tables
from aseansc.interchange._converter import CLAIM_TYPES, converter
from aseansc.interchange._problems import problems_of as json_problems_of
from aseansc.interchange._scalars import UNITS
from aseansc.reviews import Review

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


# -- writing


def tables_of(data: Data, *, most: int, draft: bool = False) -> dict[str, list[list[str]]]:
    """The rows of each table, as texts in the order of its columns.

    Args:
        data: of the canonical JSON document.
        most: how many characters a cell holds; what is longer goes to a table of its own.
        draft: whether the data may have gaps.

    Raises:
        FieldError: for more than `MOST_RECORDS`.
    """
    records: dict[str, list[Data]] = {name: data.get(name, []) for name in LISTS}
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


# -- reading


def review_of(rows: Rows, place: Place, problems: Iterable[AseanscError] = ()) -> Review:
    """The review that some tables hold.

    Args:
        rows: of every table.
        place: where a cell is.
        problems: what is already known to be wrong.

    Raises:
        DocumentError: with every problem and its place.
    """
    data, found = data_of(rows, place)
    found = [*problems, *found]
    review: Review | None = None
    try:
        review = _structured(data, thorough=False)
    except Exception:  # the thorough one says all that is wrong
        found.extend(_placed(problem, rows, place) for problem in _problems_of(data))
    if review is None or found:
        raise no_review(found)
    return review


def _structured(data: Data, *, thorough: bool) -> Review:
    token = UNITS.set({})
    try:
        return converter(thorough=thorough).structure(data, Review)
    finally:
        UNITS.reset(token)


_AT_A_TIME: Final = 50

MOST_PROBLEMS: Final = 1000
"""How many problems are told; a table of nothing else would have millions."""

MOST_RECORDS: Final = 100_000
"""How many records the tables of a review have together."""


def _problems_of(data: Data) -> Iterator[AseanscError]:
    """What is wrong with the data: of every field; and only where there is nothing, of the review as a whole.

    Looked for in some records at a time, until there are very many problems: each of them takes time and room.
    """
    count = 0
    longest = max([len(data.get(name, ())) for name in LISTS])
    for start in range(0, max(1, longest), _AT_A_TIME):
        part = {
            name: value[start : start + _AT_A_TIME] if name in LISTS and name != "units" else value
            for name, value in data.items()
        }
        try:
            _structured(part, thorough=True)
        except ReviewError:
            continue  # it is only a part
        except (AseanscError, BaseValidationError) as error:
            for problem in json_problems_of(error, "$", part):
                match = _RECORD.match(problem.where)
                in_list = match is not None and match[1] in LISTS and match[1] != "units"
                if match is not None and in_list:
                    problem.where = f"$.{match[1]}[{int(match[2]) + start}]{problem.where[match.end() :]}"
                elif start:
                    continue  # of the review itself: told with the first part
                count += 1
                yield problem
        if count > MOST_PROBLEMS:
            yield FieldError("and more: the rest was not looked through", where="$")
            return
    if not count:
        try:
            _structured(data, thorough=True)
        except (AseanscError, BaseValidationError) as error:
            yield from json_problems_of(error, "$", data)


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
            way_out="Use JSON for a review of this size.",
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


def no_review(problems: list[AseanscError]) -> DocumentError:
    """The error that lists every problem."""
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return DocumentError(f"the document is no review: {count}", problems=tuple(problems))


def draft_of(rows: Rows, place: Place, problems: Iterable[AseanscError] = ()) -> Draft:
    """The draft that some tables hold: what cells say is a gap, and what is not there, is one.

    Raises:
        DocumentError: with every problem and its place.
    """
    data, found = data_of(rows, place, draft=True)
    found = [*problems, *found]
    draft: Draft | None = None
    try:
        draft = json._draft(data)
    except DocumentError as error:
        found.extend(_placed(problem, rows, place) for problem in error.problems)
    if draft is None or found:
        raise no_review(found)
    return draft


def data_of(rows: Rows, place: Place, *, draft: bool = False) -> tuple[Data, list[AseanscError]]:
    """The data of the JSON document that some tables hold, and what of them has no place in it."""
    problems: list[AseanscError] = []
    long_texts = _LongTexts(rows.get(LONG_TEXTS, []), place)
    whole = tables()
    listed: dict[str, list[Data]] = {}
    for name, table in whole.items():
        listed[name] = [_record(table, row, place, long_texts, draft=draft) for row in rows[name]]
    data, *more = listed.pop("review") or [{}]
    if more:
        problems.append(FieldError("a second review", where=place("review", rows["review"][1].number, "")))
    problems.extend(_join_breakdowns(listed["indicators"], listed.pop("breakdowns"), rows["breakdowns"], place))
    problems.extend(long_texts.problems())
    data.update((name, records) for name, records in listed.items() if records)
    if draft:
        for name, table in whole.items():
            if name not in ("review", "units", "breakdowns"):
                for record, row in zip(listed[name], rows[name], strict=True):
                    problems.extend(_opened(record, table, row, place))
        problems.extend(_opened(data, whole["review"], rows["review"][0] if rows["review"] else Row(0, {}), place))
    return data, problems


def _opened(record: Data, table: Table, row: Row, place: Place) -> Iterator[AseanscError]:
    """Make a record, and the groups in it, such as may have gaps; tell what cannot be one."""
    origins: dict[str, Any] = {}
    cell = row.cells.get(ORIGIN.name)
    if cell is not None:
        read_origins = read(cell, ORIGIN) if isinstance(cell, str) else cell
        if isinstance(read_origins, Unreadable):
            yield _told(read_origins, place(table.name, row.number, ORIGIN.name))
        else:
            origins = read_origins
    classes: tuple[type, ...] = LISTS.get(table.name, (Review,))
    if table.name == "claims":
        kind = record.pop("type", None)
        if isinstance(kind, Unreadable):
            yield _told(kind, place("claims", row.number, "type"))
        elif kind.__class__ is not str or kind not in CLAIM_TYPES:
            expected = f"one of {', '.join(CLAIM_TYPES)}"
            where = place("claims", row.number, "type")
            yield FieldError("no such type of claim", where=where, got=kind, expected=expected)
        classes = (CLAIM_TYPES.get(kind, ChangeClaim) if isinstance(kind, str) else ChangeClaim,)
    for name, part in record.items():
        if name == "breakdowns" and part.__class__ is list:
            for breakdown in part:
                breakdown["partial"] = Breakdown.__name__
        elif part.__class__ is dict and "gap" not in part and "absent" not in part and name != "extra":
            cls = group_class(classes[0], name, part)
            known = classes[0] is Review and cls is not None and name not in origins and _is_whole(part, cls)
            if cls is not None and not known:  # a draft takes the parts of its records whole where they are
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


def _record(table: Table, row: Row, place: Place, long_texts: _LongTexts, *, draft: bool) -> Data:
    """The data of one record."""
    record: Data = {}
    for column in table.columns:
        text = row.cells.get(column.name)
        if text is None:
            continue
        if isinstance(text, str) and text.startswith(LONG):
            text = long_texts.named(text, place(table.name, row.number, column.name))
        if isinstance(text, Unreadable):
            _put(record, column.path, text)
            continue
        gone = absence(text, column)
        if draft and text.startswith(GAP) and not (table.name == "breakdowns" and column.name == "indicator"):
            value, path = _gap(text, column)
        elif gone is None:
            value, path = read(text, column), column.path
        else:
            value, path = gone, column.absent_at
        if not _put(record, path, value):
            problem = FieldError(
                "other columns say this already",
                where=place(table.name, row.number, column.name),
                got=text,
                expected="one of them only",
            )
            _put(record, path[:1], Unreadable(problem, placed=True), over=True)
    return record


def _gap(text: str, column: Column) -> tuple[Any, Path]:
    """The data of a gap, and where it goes."""
    try:
        value = gap_read(text)
    except ValueError:
        value = Unreadable(FieldError("a gap that cannot be read", got=text))
    return value, column.path[:1] if is_gap_of_group(text) else column.path


def _put(record: Data, path: Path, value: Any, *, over: bool = False) -> bool:
    """Put a value at its place in a record; False when something else is there."""
    for name in path[:-1]:
        record = record.setdefault(name, {})
        if record.__class__ is not dict:
            return isinstance(record, Unreadable)  # told already
    if path[-1] in record and not over:
        return isinstance(record[path[-1]], Unreadable)
    record[path[-1]] = value
    return True


def _join_breakdowns(
    indicators: list[Data], breakdowns: list[Data], rows: list[Row], place: Place
) -> Iterator[AseanscError]:
    """Give each indicator its breakdowns; or tell of those that are of none."""
    by_id: dict[str, Data] = {}
    for indicator in indicators:
        if isinstance(indicator.get("id"), str):
            by_id.setdefault(indicator["id"], indicator)
    for row, breakdown in zip(rows, breakdowns, strict=True):
        whole = breakdown.pop("indicator", None)
        number = whole.removeprefix(GAP) if isinstance(whole, str) and whole.startswith(GAP) else ""
        if number.isdecimal() and 0 < int(number[:6]) <= len(indicators):  # of an indicator whose id is a gap
            indicators[int(number) - 1].setdefault("breakdowns", []).append(breakdown)
            continue
        if isinstance(whole, str) and whole in by_id:
            cell = row.cells.get("parts")
            if isinstance(cell, str) and is_gap_of_group(cell) and "gap" in breakdown.get("parts", ()):
                by_id[whole]["breakdowns"] = breakdown["parts"]
            else:
                by_id[whole].setdefault("breakdowns", []).append(breakdown)
            continue
        where = place("breakdowns", row.number, "indicator")
        if isinstance(whole, Unreadable):
            yield _told(whole, where)
        elif whole is None:
            yield FieldError("the field is missing", where=where)
        else:
            yield unknown_name("indicator", whole, by_id, where=where)


class _LongTexts:
    """The texts that no cell holds, by their numbers."""

    def __init__(self, rows: list[Row], place: Place) -> None:
        self._parts: dict[str, dict[str, str]] = {}
        self._first: dict[str, str] = {}
        self._used: set[str] = set()
        self._problems: list[AseanscError] = []
        for row in rows:
            number, part, words = (row.cells.get(name, "") for name in ("text", "part", "words"))
            where = place(LONG_TEXTS, row.number, "")
            unreadable = [cell for cell in (number, part, words) if isinstance(cell, Unreadable)]
            self._problems.extend(_told(cell, where) for cell in unreadable)
            if unreadable:
                continue
            parts = self._parts.setdefault(cast("str", number), {})
            if part in parts:
                self._problems.append(FieldError("this part stands twice", where=where, got=part))
            parts[cast("str", part)] = cast("str", words)
            self._first.setdefault(cast("str", number), where)

    def named(self, cell: str, where: str) -> str | Unreadable:
        """The text that a cell names."""
        number = cell.removeprefix(LONG).strip()
        parts = self._parts.get(number)
        if parts is None:
            nearest = nearest_names(number, self._parts)
            return Unreadable(
                FieldError(
                    "no such long text",
                    where=where,
                    got=cell,
                    expected=f"one of {', '.join(self._parts)}" if nearest else "a text",
                    way_out=f"A text that begins with {LONG} has a backslash before it.",
                ),
                placed=True,
            )
        self._used.add(number)
        wanted = [str(part) for part in range(1, len(parts) + 1)]
        if set(wanted) != set(parts):
            return Unreadable(
                FieldError(
                    "a long text of which parts are missing",
                    where=where,
                    got=", ".join(parts),
                    expected=f"parts 1 to {len(parts)}",
                ),
                placed=True,
            )
        return "".join([parts[part] for part in wanted])

    def problems(self) -> Iterator[AseanscError]:
        """What is wrong with them."""
        yield from self._problems
        for number in self._parts:
            if number not in self._used:
                yield FieldError("a long text that no cell names", where=self._first[number], got=number)


# -- places

_RECORD: Final = re.compile(r"\$(?:\.(\w+)\[(\d+)\])?")
_STEP: Final = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]|\[('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\]")


def _told(cell: Unreadable, where: str) -> AseanscError:
    """The problem of a cell, with its place."""
    problem = cell.problem
    if cell.placed:
        return problem
    return _at_place(problem, f"{where}, {problem.where}" if problem.where else where)


def _at_place(problem: AseanscError, where: str) -> AseanscError:
    there = copy(problem)
    there.where = where
    there.__notes__ = []
    return there


def _placed(problem: AseanscError, rows: Rows, place: Place) -> AseanscError:
    """A problem of the JSON data, told where it stands in the tables."""
    where = _where(problem.where, rows, place)
    if isinstance(problem.got, Unreadable):
        return _told(problem.got, where)
    return _at_place(problem, where)


def _where(path: str, rows: Rows, place: Place) -> str:
    """Where in the tables a JSON path leads."""
    match = _RECORD.match(path)
    if match is None:
        return path
    name, number, position = match[1] or "review", int(match[2] or 0), match.end()
    steps: list[str | int] = []
    while (step := _STEP.match(path, position)) is not None:
        steps.append(int(step[2]) if step[2] is not None else step[1] or step[3])
        position = step.end()
    rest = path[position:].strip()
    if match[1] is None and steps and steps[0] in tables():  # a list as a whole
        return place(str(steps[0]), 0, "")
    if name == "indicators" and len(steps) > 1 and steps[0] == "breakdowns" and isinstance(steps[1], int):
        name, number, steps = "breakdowns", _row_of_breakdown(rows, number, steps[1]), steps[2:]
    row = rows[name][number].number if number < len(rows[name]) else 0
    column, after = _column_at(tables()[name], steps, rows[name][number].cells if row else {})
    item = "".join(f", item {step + 1}" for step in after[:1] if isinstance(step, int))
    return place(name, row, column) + item + (f" {rest}" if rest else "")


def _row_of_breakdown(rows: Rows, indicator: int, number: int) -> int:
    """Which row of their table the n-th breakdown of an indicator is."""
    whole = rows["indicators"][indicator].cells.get("id")
    own = [index for index, row in enumerate(rows["breakdowns"]) if row.cells.get("indicator") == whole]
    return own[number]


def _column_at(table: Table, steps: list[str | int], cells: Cells) -> tuple[str, list[str | int]]:
    """The column where a path leads, or the first of the group; and what of the path goes on inside its cell."""
    for length in range(len(steps), 0, -1):
        path = tuple(str(step) for step in steps[:length])
        exact = [column for column in table.columns if column.path == path]
        within = [column for column in table.columns if column.path[:length] == path]
        for column in (*exact, *within):
            if column.name in cells:
                return column.name, steps[length:]
        if exact or within:
            return (exact or within)[0].name, steps[length:]
    return "", []


def plain_data(text: str) -> Data:
    """The data of a canonical JSON document, without what says that it is one."""
    data: Data = plain_json.loads(text)
    return {name: value for name, value in data.items() if name not in ("schema", "version")}

