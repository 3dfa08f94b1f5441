"""Check the rows of a frame.

The engine of the frame finds the rows that may have a problem, in one pass and without exact arithmetic. Only these
rows become observations, and the model itself judges them, so that their problems are those of its observations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeAlias, cast

from aseansc.codelists import Absent
from aseansc.errors import NOT_GIVEN, AseanscError
from aseansc.frames._build import build
from aseansc.frames._codes import ProblemCode
from aseansc.frames._columns import OBSERVATION_COLUMNS, PROBLEM_COLUMNS
from aseansc.frames._engines import load, native
from aseansc.frames._few_rows import (
    columns_of_kinds,
    few_rows_of,
    repeated_among,
    suspects_among,
    wrong_revisions_among,
)
from aseansc.frames._objects import Judged, complete_indicators, judged, review_of
from aseansc.frames._row_rules import ENDS
from aseansc.frames._rows import in_order
from aseansc.frames._schema import NEEDED
from aseansc.indicators import Indicator
from aseansc.intervals import Interval, common_to

KEY: Final = (
    *("review", "indicator", "place", "breakdown", "period_start", "period_end"),
    *("time_collection", "per", "standard", "statuses"),
)
"""The columns that say which figure a row is."""
_USED: Final = tuple(column.name for column in OBSERVATION_COLUMNS if column.name not in ("name", "section"))
_KINDS: Final = {column.name: column.type for column in OBSERVATION_COLUMNS if column.name in _USED}


def check_frame(frame: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the problems of a frame: see `aseansc.frames.check`."""
    known = complete_indicators(indicators, "check")
    suspects, repeated, revising, returned = _among_few(frame, known) or _on_its_engine(frame, known)
    found = [problem for item in judged(suspects, known) for problem in _problems(item)]
    found += [*_disjoint(repeated, known), *map(_problem_of_revision, revising)]
    rows = in_order({**_shown(row), **problem} for row, problem in found)
    return returned(build(rows, PROBLEM_COLUMNS, where="check", backend="pyarrow"))


_Row: TypeAlias = Mapping[str, Any]
_Found: TypeAlias = tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]], Callable[[Any], Any]]
"""Rows that may have a problem, rows whose figure has several rows, rows that revise no other row, and how to return a
table."""


def _among_few(frame: Any, known: Mapping[str, Indicator]) -> _Found | None:
    """Return what is found in a frame with few rows and usual columns; ``None`` for others."""
    few = few_rows_of(frame)
    table = None if few is None else columns_of_kinds(few[0], _KINDS)
    if few is None or table is None or not set(NEEDED) <= set(table.column_names):
        return None
    session, keys = getattr(frame, "sparkSession", None), [name for name in KEY if name in table.column_names]
    return (
        suspects_among(table, known),
        repeated_among(table, keys),
        wrong_revisions_among(table),
        lambda made: native(made, few[1], session),
    )


def _on_its_engine(frame: Any, known: Mapping[str, Indicator]) -> _Found:
    load("narwhals.stable.v2")
    from aseansc.frames._check_engine import suspects_and_repeats, wrong_revisions
    from aseansc.frames._tables import table_of

    table = table_of(frame, "check")
    columns = table.present(_USED)
    suspects, repeated = suspects_and_repeats(table, columns, table.present(KEY), known)
    return suspects, repeated, wrong_revisions(table, columns), table.returned


def _shown(row: _Row) -> dict[str, Any]:
    number = row.get("obs_value")
    days = {name: None for name in ("period_start", "period_end") if isinstance(row.get(name), str)}
    return {**row, **days, "obs_value": None if number is None else str(number)}


# -- the problems of a row


def _problems(item: Judged) -> Iterator[tuple[_Row, dict[str, Any]]]:
    for error in item.problems:
        yield item.row, _problem(_code_of(error), error)
    place, start = item.row.get("place"), item.row.get("period_start")
    last = ENDS.get(place or "")
    if last is not None and isinstance(start, date) and start > last:
        yield (
            item.row,
            {
                "code": ProblemCode.PLACE_ENDED.value,
                "column": "place",
                "got": f"{place} from {start}",
                "expected": f"a period that begins by {last}",
                "problem": "the period begins after the last day of the place",
            },
        )


def _found(got: object) -> str | None:
    """Return what was found as a cell has it; ``None`` if nothing was."""
    if isinstance(got, tuple):
        return ";".join(map(str, cast("tuple[object, ...]", got))) or None
    return None if got is NOT_GIVEN or got is None else str(got)


def _problem(code: ProblemCode, error: AseanscError) -> dict[str, Any]:
    return {
        "code": code.value,
        "column": _ONLY_COLUMN.get(code) or _COLUMN_OF.get(error.field, error.field) or _USUAL_COLUMN[code],
        "got": _found(error.got),
        "expected": error.expected or None,
        "problem": error.problem,
    }


_COLUMN_OF: Final = {"value": "obs_value", "time": "period_start"}
_ONLY_COLUMN: Final = {ProblemCode.UNIT_MISMATCH: "unit"}
_USUAL_COLUMN: Final = dict.fromkeys(ProblemCode, "obs_value") | {ProblemCode.TIME_MISMATCH: "time_collection"}
_BY_PROBLEM: Final = {
    "the cell is empty": ProblemCode.EMPTY_CELL,
    "not a day": ProblemCode.VALUE_NOT_ALLOWED,
    "no such indicator": ProblemCode.UNKNOWN_INDICATOR,
    "the period ends before it starts": ProblemCode.PERIOD_REVERSED,
    "the time and the time collection do not match": ProblemCode.TIME_MISMATCH,
    "per is missing": ProblemCode.TIME_MISMATCH,
    "per is not allowed with this time collection": ProblemCode.TIME_MISMATCH,
    "a flow cannot have a value at a moment": ProblemCode.TIME_MISMATCH,
    "a stock cannot be summed over time": ProblemCode.TIME_MISMATCH,
    "a rate cannot be summed over time": ProblemCode.TIME_MISMATCH,
    "the unit does not convert to the unit of the indicator": ProblemCode.UNIT_MISMATCH,
    "the value is outside the bounds of its indicator": ProblemCode.OUTSIDE_BOUNDS,
}
_VALUES: Final = ("obs_value", "range_upper", "resolution", "unit_mult", "value", "")


def _code_of(error: AseanscError) -> ProblemCode:
    found = _BY_PROBLEM.get(error.problem)
    if found is not None:
        return found
    if error.field == "unit":
        return ProblemCode.UNKNOWN_UNIT
    return ProblemCode.VALUE_NOT_ALLOWED if error.field in _VALUES else ProblemCode.UNKNOWN_CODE


def _problem_of_revision(row: _Row) -> tuple[_Row, dict[str, Any]]:
    return row, {
        "code": ProblemCode.UNKNOWN_CODE.value,
        "column": "revises",
        "got": row["revises"],
        "expected": f"the id of another row of {row['indicator']!r} and {row['place']!r}",
        "problem": "no such observation of the same indicator and place",
    }


# -- the same figure with other values


def _disjoint(repeated: Iterable[dict[str, Any]], known: Mapping[str, Indicator]) -> list[tuple[_Row, dict[str, Any]]]:
    groups: defaultdict[tuple[object, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in repeated:
        groups[_key_of(row)].append(row)
    several = [row for group in groups.values() if _differ(group) for row in group]
    return [
        (row, _problem_of_repeat(interval, [other for _, other in group], known[row["indicator"]]))
        for group in _intervals(several, known)
        if len(group) > 1 and common_to([interval for _, interval in group]) is None
        for row, interval in group
    ]


def _intervals(rows: Iterable[_Row], known: Mapping[str, Indicator]) -> Iterable[list[tuple[_Row, Interval]]]:
    """Return the possible values of the valid rows of each figure, in the unit of its indicator."""
    found: defaultdict[tuple[object, ...], list[tuple[_Row, Interval]]] = defaultdict(list)
    valid = [
        (item.row, item.observation)
        for item in judged(rows, known)
        if item.observation is not None and not item.problems and not isinstance(item.observation.value, Absent)
    ]
    if not valid:
        return ()
    review = review_of([own for _, own in valid], known)
    for row, own in valid:
        found[_key_of(row)].append((row, review.interval_in(own, known[own.indicator].unit)))
    return found.values()


def _key_of(row: _Row) -> tuple[object, ...]:
    return tuple(row.get(name) for name in KEY)


def _problem_of_repeat(interval: Interval, every: list[Interval], indicator: Indicator) -> dict[str, Any]:
    others = [str(other) for other in every if other != interval]
    return {
        "code": ProblemCode.DISJOINT_VALUES.value,
        "column": "obs_value",
        "got": str(interval),
        "expected": f"a value in common with {', '.join(others[:3])} {indicator.unit.code}",
        "problem": "the figure is stated again with other values",
    }


def _differ(group: list[dict[str, Any]]) -> bool:
    names = ("obs_value", "range_upper", "unit_mult", "unit", "qualifier", "resolution")
    return len({tuple(row.get(name) for name in names) for row in group}) > 1
