"""Audit a frame: find the groups that may contradict one another on its engine, and let the model judge them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from attrs import evolve

from aseansc._attrs import as_tuple
from aseansc._relations import Relations
from aseansc.audit import Assumption, AssumptionKind, Audit, Check, CheckCode, Verdict, audit, rule_checks
from aseansc.codelists import Absent
from aseansc.errors import FieldError, require
from aseansc.frames._build import build
from aseansc.frames._columns import CONTRADICTION_COLUMNS
from aseansc.frames._engines import rows_in
from aseansc.frames._group_screens import OF_CATEGORIES, OF_PLACES, categories, places
from aseansc.frames._objects import Judged, complete_indicators, valid_review
from aseansc.frames._rate_screens import OF_RATES, rates, rates_of_flows
from aseansc.frames._read import location_of
from aseansc.frames._rows import check_rows, in_order
from aseansc.frames._screens import Context, Screen, places_of, suspect_rows
from aseansc.frames._second_look import looked_at_again
from aseansc.frames._sum_screens import OF_SUMS, balances, sums
from aseansc.frames._tables import collected, collected_together, table_of
from aseansc.frames._time_screens import OF_TIMES, counted_lists, repeats, same_days, times, yearly_levels
from aseansc.indicators import Indicator
from aseansc.labels import Lang
from aseansc.periods import TimeBasis
from aseansc.reviews import Review

_FAILING: Final = (Verdict.CONTRADICTED, Verdict.CONDITIONAL)
_Maker: TypeAlias = Callable[[Context], Screen | list[Screen] | None]
_SCREENS: Final[tuple[tuple[_Maker, tuple[CheckCode, ...]], ...]] = (
    (sums, OF_SUMS),
    (categories, OF_CATEGORIES),
    (places, OF_PLACES),
    (rates_of_flows, (CheckCode.RATE_RATIO,)),
    (times, OF_TIMES),
    (balances, (CheckCode.STOCK_FLOWS,)),
    (yearly_levels, (CheckCode.STOCK_EACH,)),
    (repeats, (CheckCode.RESTATEMENT,)),
    (same_days, (CheckCode.RESTATEMENT,)),
    (counted_lists, (CheckCode.LIST_COUNT,)),
    (rates, (*OF_RATES, CheckCode.RATE_DENOMINATORS)),
)
_Row: TypeAlias = dict[str, Any]
_MANY: Final = 1000
"""The number of rows from which it pays to look once more before the model judges them."""


def audit_frame(frame: Any, indicators: Iterable[Indicator], lang: Lang, checks: Iterable[CheckCode] | None) -> Any:
    """Return the contradictions of a frame: see `aseansc.frames.audit`."""
    known, wanted = complete_indicators(indicators, "audit"), _wanted(checks)
    table, relations = table_of(frame, "audit", collects=True), Relations(known.values())
    found = {
        (row["review"], row["code"], names): row
        for groups in _by_review(_suspects(Context.of(table, known), wanted))
        for names, row in _contradictions(groups, known, relations, wanted, lang)
    }
    made = build(list(found.values()), CONTRADICTION_COLUMNS, where="audit", backend="pyarrow")
    return table.returned(made)


def _wanted(checks: Iterable[CheckCode] | None) -> frozenset[CheckCode]:
    """Return the codes of the checks to make.

    Raises:
        FieldError: if one is not made on frames.
        FieldTypeError: if they are not several.
    """
    made = [code for _, codes in _SCREENS for code in codes]
    found = made if checks is None else as_tuple(checks)
    require(found, list, tuple, where="frames.audit, checks", expected="several check codes")
    for code in found:
        if code not in made:
            raise FieldError(
                "the check is not made on frames",
                where="frames.audit, checks",
                got=code,
                expected=f"some of {', '.join(sorted(set(made)))}",
                hint="See aseansc.frames.UNCHECKED.",
            )
    return frozenset(map(CheckCode, found))


def _suspects(context: Context, wanted: frozenset[CheckCode]) -> Iterator[tuple[Screen, list[_Row]]]:
    """Yield the screens of the wanted checks, each with the rows of the groups that may contradict themselves."""
    made = [(make, _screens(make, context, wanted)) for make, codes in _SCREENS if not wanted.isdisjoint(codes)]
    screens = [(make, place, screen) for make, several in made for place, screen in enumerate(several)]
    suspects = collected_together([screen.suspects for *_, screen in screens]) if screens else []
    found = [(*item, groups) for item, groups in zip(screens, suspects, strict=True) if len(groups)]
    few = context.of_places({name for *_, screen, groups in found for name in places_of(screen, groups)})
    for make, place, screen, groups in found:
        own = screen if few is None else _screens(make, few, wanted)[place]
        rows = suspect_rows((few or context).table, own, groups)
        yield screen, rows_in(_looked_at_again(context, make, place, rows, wanted))


def _looked_at_again(context: Context, make: _Maker, place: int, rows: Any, wanted: frozenset[CheckCode]) -> Any:
    """Return those of many rows that a screen still finds when they are compared in memory; few rows as they are."""
    if len(rows) <= _MANY:
        return rows
    again = looked_at_again(context, rows)
    second = _screens(make, again, wanted)[place]
    return suspect_rows(again.table, second, collected(second.suspects))


def _screens(make: _Maker, context: Context, wanted: frozenset[CheckCode]) -> list[Screen]:
    made = make(context)
    found = made if isinstance(made, list) else [] if made is None else [made]
    return [screen for screen in found if not wanted.isdisjoint(screen.codes)]


def _by_review(found: Iterable[tuple[Screen, list[_Row]]]) -> list[list[tuple[Screen, list[_Row]]]]:
    """Return what the screens have found in each review."""
    by_review: defaultdict[str, list[tuple[Screen, list[_Row]]]] = defaultdict(list)
    for screen, rows in found:
        of_screen: defaultdict[str, list[_Row]] = defaultdict(list)
        for row in rows:
            of_screen[str(row.get("review") or "")].append(row)
        for name, own in of_screen.items():
            by_review[name].append((screen, own))
    return [by_review[name] for name in sorted(by_review)]


def _contradictions(
    groups: Sequence[tuple[Screen, list[_Row]]],
    known: Mapping[str, Indicator],
    relations: Relations,
    wanted: frozenset[CheckCode],
    lang: Lang,
) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Yield the contradictions among the rows that screens have found in one review, each with what identifies it.

    The model judges each row once.
    """
    rows = in_order({tuple(row.values()): row for _, found in groups for row in found}.values())
    used = relations.around(row["indicator"] for row in rows)
    items, review = valid_review(rows, {name: item for name, item in known.items() if name in used})
    ids = {tuple(item.row.values()): name for name, item in items.items()}
    compared = [(screen.codes, {ids.get(tuple(row.values())) for row in found}) for screen, found in groups]
    checks = [
        check
        for check in _failing(review, wanted)
        if any(check.code in codes and names.issuperset(check.figures) for codes, names in compared)
    ]
    failing = [_with_times(check, items, review) for check in checks]
    for row, check in zip(check_rows(Audit(review="table", checks=failing), lang), failing, strict=True):
        yield check.figures, {**row, "review": rows[0].get("review"), **_key(check, items)}


def _failing(review: Review, codes: Collection[CheckCode]) -> list[Check]:
    """Return the contradicted and conditional checks. Only the contradicted ones need more than the rules."""
    found = [check for check in rule_checks(review, named=True) if check.code in codes and check.verdict in _FAILING]
    if all(check.verdict is Verdict.CONDITIONAL for check in found):
        return found
    return [check for check in audit(review).checks if check.code in codes and check.verdict in _FAILING]


def _with_times(check: Check, items: Mapping[str, Judged], review: Review) -> Check:
    """Make a contradiction conditional if the time of one of its figures is only assumed."""
    assumed = tuple(name for name in check.figures if items[name].row.get("time_basis") == TimeBasis.ASSUMED.value)
    if not assumed or check.verdict not in _FAILING or len(check.figures) < 2:
        return check
    return evolve(
        check,
        verdict=Verdict.CONDITIONAL,
        nature=Absent.NOT_APPLICABLE,
        assumption=Assumption(kind=AssumptionKind.SAME_TIME, figures=assumed, time=review.observation(assumed[0]).time),
        consistent_if=Assumption(kind=AssumptionKind.OTHER_TIME, figures=assumed),
    )


def _key(check: Check, items: Mapping[str, Judged]) -> dict[str, Any]:
    """Return the columns that identify the rows of a check: those of its first figure, and the ids of all."""
    first = items[check.figures[0]].row
    names = [location_of(items[name].row) for name in check.figures]
    cells = {name: first.get(name) for name in ("indicator", "place", "breakdown", "period_start", "period_end")}
    return {**cells, "figures": ";".join(names)}
