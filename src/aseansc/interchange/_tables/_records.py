"""Convert tables of strings to a review or a draft; report problems with their location in the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final, TypeVar, cast

from cattrs.errors import BaseValidationError

from aseansc.claims import ChangeClaim
from aseansc.drafts import RECORD_TYPES, Draft, fields_of
from aseansc.errors import AseanscError, FieldError, ReviewError, Suggestions
from aseansc.indicators import Breakdown
from aseansc.interchange._archives import LARGEST
from aseansc.interchange._converter import CLAIM_TYPES, converter
from aseansc.interchange._drafts import read_draft
from aseansc.interchange._problems import problems_of
from aseansc.interchange._scalars import MOST_PROBLEMS, UNITS, Met, missing, too_many_problems
from aseansc.interchange._tables import Data, Locate, Row, Rows, not_a_review
from aseansc.interchange._tables._cells import (
    GAP,
    LONG,
    Unreadable,
    absence,
    gap_read,
    is_gap_of_group,
    read,
)
from aseansc.interchange._tables._columns import LONG_TEXTS, ORIGIN, Column, Path, Table, group_class, tables
from aseansc.interchange._tables._locations import RECORD, at_location, breakdowns_of, cell_problem, in_tables
from aseansc.reviews import Review

T = TypeVar("T")


def review_of(rows: Rows, locate: Locate, problems: Iterable[AseanscError] = ()) -> Review:
    """Return the review in some tables.

    Args:
        rows: the rows of every table.
        locate: returns the location of a cell.
        problems: problems found earlier, which are reported with the others.

    Raises:
        DocumentError: if the tables are not a valid review; lists every problem with its location.
    """
    return _read_tables(
        lambda data: converter(thorough=True).structure(data, Review), rows, locate, problems, draft=False
    )


def draft_of(rows: Rows, locate: Locate, problems: Iterable[AseanscError] = ()) -> Draft:
    """Return the draft in some tables; gaps in cells and missing required values become gaps of the draft.

    Raises:
        DocumentError: if the tables are not a valid draft; lists every problem with its location.
    """
    return _read_tables(read_draft, rows, locate, problems, draft=True)


def _read_tables(
    read_data: Callable[[Data], T], rows: Rows, locate: Locate, problems: Iterable[AseanscError], *, draft: bool
) -> T:
    """Return the result of `read_data` for some tables, or raise every problem with its location in the tables."""
    data, found = data_of(rows, locate, draft=draft)
    found = [*problems, *found]
    wrong = list(_problems_by_slices(read_data, data))
    if not wrong:
        made = _try_to_read(read_data, data)
        if not isinstance(made, Exception):
            if not found:
                return made
        else:
            wrong = list(problems_of(made, "$", data))
    breakdowns = breakdowns_of(rows)
    found.extend(in_tables(problem, rows, locate, breakdowns) for problem in wrong)
    raise not_a_review(found)


def _try_to_read(read_data: Callable[[Data], T], data: Data) -> T | Exception:
    """Return the result of `read_data`, or the error that it raises."""
    token = UNITS.set(Met())
    try:
        return read_data(data)
    except (AseanscError, BaseValidationError) as error:
        return error
    finally:
        UNITS.reset(token)


_AT_A_TIME: Final = 100


def _problems_by_slices(read_data: Callable[[Data], Any], data: Data) -> Iterator[AseanscError]:
    """Yield the problems of very many records, checked in slices, and stop when there are too many.

    Each problem takes time and memory, and a table may have one in every cell.
    """
    around = {name: value for name, value in data.items() if name not in RECORD_TYPES}
    units: list[Data] = data.get("units", [])
    longest = max([len(data.get(name, ())) for name in RECORD_TYPES if name != "units"])
    parts: Iterable[tuple[int, Data]] = ()
    if len(units) > _AT_A_TIME:
        parts = ((start, {"units": units[start : start + _AT_A_TIME]}) for start in range(0, len(units), _AT_A_TIME))
    elif longest > _AT_A_TIME:
        lists = {name: data[name] for name in RECORD_TYPES if name in data and name != "units"}
        parts = (
            (start, {"units": units, **{name: items[start : start + _AT_A_TIME] for name, items in lists.items()}})
            for start in range(0, longest, _AT_A_TIME)
        )
    count = 0
    for start, part in parts:
        made = _try_to_read(read_data, {**around, **part})
        if not isinstance(made, Exception):
            continue
        if any(isinstance(each, ReviewError) for each in getattr(made, "exceptions", (made,))):
            continue  # references to records outside the slice are missing
        for problem in problems_of(made, "$", part):
            match = RECORD.match(problem.where)
            if match is not None and match[1] in part and (match[1] != "units" or len(part) == 1):
                problem.where = f"$.{match[1]}[{int(match[2]) + start}]{problem.where[match.end() :]}"
            elif start:
                continue  # a problem of the review itself or its units, reported with the first slice
            count += 1
            yield problem
        if count > MOST_PROBLEMS:
            yield too_many_problems("$")
            return


# -- converting tables to data


def data_of(rows: Rows, locate: Locate, *, draft: bool = False) -> tuple[Data, list[AseanscError]]:
    """Return the JSON data of some tables, and the problems of cells that cannot be stored in it."""
    problems: list[AseanscError] = []
    unreadable: list[AseanscError] = []
    long_texts = _LongTexts(rows.get(LONG_TEXTS, []), locate)
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
    table: Table, row: Row, locate: Locate, long_texts: _LongTexts, unreadable: list[AseanscError], *, draft: bool
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


_MOST_SHOWN: Final = 10
_MOST_CHARACTERS: Final = LARGEST
"""The largest number of characters of all long texts, each counted as often as cells refer to it."""


class _LongTexts:
    """The strings that are too long for a cell, by number."""

    def __init__(self, rows: list[Row], locate: Locate) -> None:
        self._parts: dict[str, dict[str, str]] = {}
        self._first: dict[str, str] = {}
        self._whole: dict[str, str | None] = {}
        self._left = _MOST_CHARACTERS
        self._problems: list[AseanscError] = []
        for row in rows:
            number, part, words = (row.cells.get(name, "") for name in ("text", "part", "words"))
            where = locate(LONG_TEXTS, row.number, "")
            unreadable = [cell for cell in (number, part, words) if isinstance(cell, Unreadable)]
            self._problems.extend(cell_problem(cell, where) for cell in unreadable)
            if unreadable:
                continue
            parts = self._parts.setdefault(cast("str", number), {})
            if part in parts:
                self._problems.append(
                    FieldError(
                        "this part of the long text appears twice", where=where, got=part, expected="each part once"
                    )
                )
            parts[cast("str", part)] = cast("str", words)
            self._first.setdefault(cast("str", number), where)

    def named(self, cell: str, where: str) -> str | Unreadable:
        """Return the long text that a cell refers to."""
        number = cell.removeprefix(LONG).strip()
        parts = self._parts.get(number)
        if parts is None:
            problem = FieldError(
                "unknown long text",
                where=where,
                got=cell,
                expected=f"one of {', '.join(islice(self._parts, _MOST_SHOWN))}" if self._parts else "a string",
                hint=f"If the text itself begins with {LONG}, write a backslash before it.",
            )
            return Unreadable(problem, located=True)
        if number not in self._whole:
            wanted = [str(part) for part in range(1, len(parts) + 1)]
            self._whole[number] = "".join([parts[part] for part in wanted]) if set(wanted) == set(parts) else None
        text = self._whole[number]
        if text is None:
            problem = FieldError(
                f"parts of the long text {number} are missing",
                where=where,
                got=", ".join(islice(parts, _MOST_SHOWN)),
                expected=f"parts 1 to {len(parts)}, each once",
                hint=f"Add the missing rows to the table {LONG_TEXTS}, or number its parts without gaps.",
            )
            return Unreadable(problem, located=True)
        self._left -= len(text)
        if self._left < 0:
            problem = FieldError(
                "the long texts are too long, each counted as often as cells refer to it",
                where=where,
                got=cell,
                expected=f"at most {_MOST_CHARACTERS} characters",
            )
            return Unreadable(problem, located=True)
        return text

    def problems(self) -> Iterator[AseanscError]:
        """Yield the problems of the long texts."""
        yield from self._problems
        for number in self._parts:
            if number not in self._whole:
                yield FieldError(
                    "no cell refers to this long text",
                    where=self._first[number],
                    got=number,
                    expected=f"a cell with {LONG}{number}",
                    hint="Remove its rows, or write the reference into the cell of the text.",
                )
