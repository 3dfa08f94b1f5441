"""Tables of texts as a review or a draft again; whatever is wrong is told where it stands in the tables."""

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
from aseansc.interchange._scalars import MOST_PROBLEMS, UNITS, Met, missing
from aseansc.interchange._tables import Data, Place, Row, Rows, no_review
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
from aseansc.interchange._tables._places import RECORD, at_place, breakdowns_of, placed, told
from aseansc.reviews import Review

T = TypeVar("T")


def review_of(rows: Rows, place: Place, problems: Iterable[AseanscError] = ()) -> Review:
    """The review that some tables hold.

    Args:
        rows: of every table.
        place: where a cell is.
        problems: what is already known to be wrong.

    Raises:
        DocumentError: with every problem and its place.
    """
    return _checked(lambda data: converter(thorough=True).structure(data, Review), rows, place, problems, draft=False)


def draft_of(rows: Rows, place: Place, problems: Iterable[AseanscError] = ()) -> Draft:
    """The draft that some tables hold: what cells say is a gap, and what is not there, is one.

    Raises:
        DocumentError: with every problem and its place.
    """
    return _checked(read_draft, rows, place, problems, draft=True)


def _checked(
    read_data: Callable[[Data], T], rows: Rows, place: Place, problems: Iterable[AseanscError], *, draft: bool
) -> T:
    """What the data of some tables is read as; or everything that is wrong, told where it stands in the tables."""
    data, found = data_of(rows, place, draft=draft)
    found = [*problems, *found]
    wrong = list(_problems_in_parts(read_data, data))
    if not wrong:
        made = _made(read_data, data)
        if not isinstance(made, Exception):
            if not found:
                return made
        else:
            wrong = list(problems_of(made, "$", data))
    breakdowns = breakdowns_of(rows)
    found.extend(placed(problem, rows, place, breakdowns) for problem in wrong)
    raise no_review(found)


def _made(read_data: Callable[[Data], T], data: Data) -> T | Exception:
    """What data is read as, or the error that holds everything that is wrong with it."""
    token = UNITS.set(Met())
    try:
        return read_data(data)
    except (AseanscError, BaseValidationError) as error:
        return error
    finally:
        UNITS.reset(token)


_AT_A_TIME: Final = 100


def _problems_in_parts(read_data: Callable[[Data], Any], data: Data) -> Iterator[AseanscError]:
    """What is wrong with the fields of very many records: looked for in some at a time, until there is very much.

    Each problem takes time and room; a table may have as many as it has cells.
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
        made = _made(read_data, {**around, **part})
        if not isinstance(made, Exception):
            continue
        if any(isinstance(each, ReviewError) for each in getattr(made, "exceptions", (made,))):
            continue  # it does not hold together, for it is only a part
        for problem in problems_of(made, "$", part):
            match = RECORD.match(problem.where)
            if match is not None and match[1] in part and (match[1] != "units" or len(part) == 1):
                problem.where = f"$.{match[1]}[{int(match[2]) + start}]{problem.where[match.end() :]}"
            elif start:
                continue  # of the review itself, or of its units: told with the first part
            count += 1
            yield problem
        if count > MOST_PROBLEMS:
            yield FieldError("and more: the rest was not looked through", where="$")
            return


# -- tables as data


def data_of(rows: Rows, place: Place, *, draft: bool = False) -> tuple[Data, list[AseanscError]]:
    """The data of the JSON document that some tables hold, and what of them has no place in it."""
    problems: list[AseanscError] = []
    unreadable: list[AseanscError] = []
    long_texts = _LongTexts(rows.get(LONG_TEXTS, []), place)
    whole = tables()
    listed: dict[str, list[Data]] = {name: [] for name in whole}
    for name, table in whole.items():
        for row in rows[name]:
            listed[name].append(_record(table, row, place, long_texts, unreadable, draft=draft))
            if len(unreadable) > MOST_PROBLEMS:
                raise no_review(unreadable)
    data, *more = listed.pop("review") or [{}]
    if more:
        problems.append(FieldError("a second review", where=place("review", rows["review"][1].number, "")))
    alone = _join_breakdowns(listed["indicators"], listed.pop("breakdowns"), rows["breakdowns"], place)
    problems.extend(islice(alone, MOST_PROBLEMS + 1))
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
            yield told(read_origins, place(table.name, row.number, ORIGIN.name))
        else:
            origins = read_origins
    classes: tuple[type, ...] = RECORD_TYPES.get(table.name, (Review,))
    if table.name == "claims":
        kind = record.pop("type", None)
        if isinstance(kind, Unreadable):
            yield told(kind, place("claims", row.number, "type"))
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


def _record(
    table: Table, row: Row, place: Place, long_texts: _LongTexts, unreadable: list[AseanscError], *, draft: bool
) -> Data:
    """The data of one record; cells that cannot be read are added to ``unreadable`` too."""
    record: Data = {}
    for column in table.columns:
        text = row.cells.get(column.name)
        if text is None:
            continue
        if isinstance(text, str) and text.startswith(LONG):
            text = long_texts.named(text, place(table.name, row.number, column.name))
        if isinstance(text, Unreadable):
            _put(record, column.path, text)
            unreadable.append(told(text, place(table.name, row.number, column.name)))
            continue
        gone = absence(text, column)
        if draft and text.startswith(GAP) and not (table.name == "breakdowns" and column.name == "indicator"):
            value, path = _gap(text, column)
        elif gone is None:
            value, path = read(text, column), column.path
        else:
            value, path = gone, column.absent_at or column.path
        if isinstance(value, Unreadable):
            unreadable.append(told(value, place(table.name, row.number, column.name)))
        if not _put(record, path, value):
            problem = FieldError(
                "other columns say this already",
                where=place(table.name, row.number, column.name),
                got=text,
                expected="one of them only",
            )
            unreadable.append(problem)
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
    suggestions = Suggestions()
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
            yield told(whole, where)
        elif whole is None:
            yield at_place(missing("indicator"), where)
        else:
            yield suggestions.unknown_name("indicator", whole, by_id, where=where)


_MOST_SHOWN: Final = 10
_MOST_CHARACTERS: Final = LARGEST
"""How many characters the long texts have together, each counted as often as cells name it."""


class _LongTexts:
    """The texts that no cell holds, by their numbers."""

    def __init__(self, rows: list[Row], place: Place) -> None:
        self._parts: dict[str, dict[str, str]] = {}
        self._first: dict[str, str] = {}
        self._whole: dict[str, str | None] = {}
        self._left = _MOST_CHARACTERS
        self._problems: list[AseanscError] = []
        for row in rows:
            number, part, words = (row.cells.get(name, "") for name in ("text", "part", "words"))
            where = place(LONG_TEXTS, row.number, "")
            unreadable = [cell for cell in (number, part, words) if isinstance(cell, Unreadable)]
            self._problems.extend(told(cell, where) for cell in unreadable)
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
            problem = FieldError(
                "no such long text",
                where=where,
                got=cell,
                expected=f"one of {', '.join(islice(self._parts, _MOST_SHOWN))}" if self._parts else "a text",
                hint=f"A text that begins with {LONG} has a backslash before it.",
            )
            return Unreadable(problem, placed=True)
        if number not in self._whole:
            wanted = [str(part) for part in range(1, len(parts) + 1)]
            self._whole[number] = "".join([parts[part] for part in wanted]) if set(wanted) == set(parts) else None
        text = self._whole[number]
        if text is None:
            problem = FieldError(
                "a long text of which parts are missing",
                where=where,
                got=", ".join(islice(parts, _MOST_SHOWN)),
                expected=f"parts 1 to {len(parts)}",
            )
            return Unreadable(problem, placed=True)
        self._left -= len(text)
        if self._left < 0:
            problem = FieldError(
                "too much text, with each long text counted as often as cells name it",
                where=where,
                got=cell,
                expected=f"at most {_MOST_CHARACTERS} characters",
            )
            return Unreadable(problem, placed=True)
        return text

    def problems(self) -> Iterator[AseanscError]:
        """What is wrong with them."""
        yield from self._problems
        for number in self._parts:
            if number not in self._whole:
                yield FieldError("a long text that no cell names", where=self._first[number], got=number)
