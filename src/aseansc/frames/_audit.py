"""Audit a frame: find the groups that may contradict one another on its engine, and let the model judge them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import evolve

from aseansc._attrs import as_tuple
from aseansc.audit import Assumption, AssumptionKind, Audit, Check, CheckCode, Verdict, audit, rule_checks
from aseansc.codelists import Absent
from aseansc.errors import FieldError, FieldTypeError
from aseansc.frames._build import build
from aseansc.frames._columns import CONTRADICTION_COLUMNS, OBSERVATION_COLUMNS
from aseansc.frames._group_screens import OF_CATEGORIES, OF_PLACES, categories, places
from aseansc.frames._objects import Judged, as_stated, complete_indicators, judged, with_relations
from aseansc.frames._rate_screens import OF_RATES, rates, rates_of_flows
from aseansc.frames._rows import check_rows
from aseansc.frames._screens import Context, Screen, suspect_rows
from aseansc.frames._sum_screens import OF_SUMS, balances, sums
from aseansc.frames._tables import collected_together, table_of
from aseansc.frames._time_screens import OF_TIMES, counted_lists, repeats, same_days, times, yearly_levels
from aseansc.indicators import Indicator
from aseansc.labels import Lang
from aseansc.observations import Observation
from aseansc.periods import TimeBasis
from aseansc.reviews import Review

_USED: Final = tuple(column.name for column in OBSERVATION_COLUMNS if column.name not in ("name", "section", "note"))
_FAILING: Final = (Verdict.CONTRADICTED, Verdict.CONDITIONAL)
_SCREENS: Final[tuple[tuple[Callable[[Context], Screen | None], tuple[CheckCode, ...]], ...]] = (
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
)
_OF_RATES: Final = (*OF_RATES, CheckCode.RATE_DENOMINATORS)


def audit_frame(frame: Any, indicators: Iterable[Indicator], lang: Lang, checks: Iterable[CheckCode] | None) -> Any:
    """Return the contradictions of a frame: see `aseansc.frames.audit`."""
    known, wanted = complete_indicators(indicators, "audit"), _wanted(checks)
    table = table_of(frame, "audit", collects=True)
    columns, screens = table.present(_USED), _screens(Context.of(table, known), wanted)
    suspects = collected_together([screen.suspects for screen in screens]) if screens else []
    found: dict[tuple[object, ...], dict[str, Any]] = {}
    for screen, groups in zip(screens, suspects, strict=True):
        for row in _contradictions(
            suspect_rows(table, screen, groups, columns), known, wanted.intersection(screen.codes), lang
        ):
            found.setdefault((row["review"], row["place"], row["code"], row["figures"]), row)
    made = build(list(found.values()), CONTRADICTION_COLUMNS, where="audit", backend="pyarrow")
    return table.returned(made)


def _wanted(checks: Iterable[CheckCode] | None) -> frozenset[CheckCode]:
    """Return the codes of the checks to make.

    Raises:
        FieldError: if one is not made on frames.
        FieldTypeError: if they are not several.
    """
    made = [*_OF_RATES, *(code for _, codes in _SCREENS for code in codes)]
    found = made if checks is None else as_tuple(checks)
    if not isinstance(found, list | tuple):
        raise FieldTypeError("wrong type", where="frames.audit, checks", got=checks, expected="several check codes")
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


def _screens(context: Context, wanted: frozenset[CheckCode]) -> list[Screen]:
    """Return the screens of the wanted checks only: each costs a pass over the rows."""
    made = [make(context) for make, codes in _SCREENS if not wanted.isdisjoint(codes)]
    found = [screen for screen in made if screen is not None]
    of_rates = [] if wanted.isdisjoint(_OF_RATES) else rates(context)
    return [*found, *(screen for screen in of_rates if not wanted.isdisjoint(screen.codes))]


def _contradictions(
    rows: Sequence[Mapping[str, Any]], known: Mapping[str, Indicator], codes: Collection[CheckCode], lang: Lang
) -> Iterable[dict[str, Any]]:
    by_review: defaultdict[object, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_review[row.get("review")].append(row)
    for name, own in by_review.items():
        used = with_relations((row["indicator"] for row in own), known)
        items = _valid(own, used)
        review = as_stated([item for item, _ in items.values()], used)
        failing = [_with_times(check, items) for check in _failing(review, codes)]
        for row, check in zip(check_rows(Audit(review="table", checks=failing), lang), failing, strict=True):
            yield {**row, "review": name, **_key(check, items)}


def _failing(review: Review, codes: Collection[CheckCode]) -> list[Check]:
    """Return the contradicted and conditional checks. Most groups have none, so it looks at the rules alone first."""
    if not any(check.code in codes and check.verdict in _FAILING for check in rule_checks(review)):
        return []
    return [check for check in audit(review).checks if check.code in codes and check.verdict in _FAILING]


def _valid(rows: Iterable[Mapping[str, Any]], known: Mapping[str, Indicator]) -> dict[str, tuple[Judged, Observation]]:
    return {
        item.observation.id: (item, item.observation)
        for item in judged(rows, known)
        if item.observation is not None and not item.problems
    }


def _with_times(check: Check, items: Mapping[str, tuple[Judged, Observation]]) -> Check:
    """Make a contradiction conditional if the time of one of its figures is only assumed."""
    assumed = tuple(name for name in check.figures if items[name][0].row.get("time_basis") == TimeBasis.ASSUMED.value)
    if not assumed or check.verdict not in _FAILING or len(check.figures) < 2:
        return check
    return evolve(
        check,
        verdict=Verdict.CONDITIONAL,
        nature=Absent.NOT_APPLICABLE,
        assumption=Assumption(kind=AssumptionKind.SAME_TIME, figures=assumed, time=items[assumed[0]][1].time),
        consistent_if=Assumption(kind=AssumptionKind.OTHER_TIME, figures=assumed),
    )


def _key(check: Check, items: Mapping[str, tuple[Judged, Observation]]) -> dict[str, Any]:
    """Return the columns that identify the rows of a check: those of its first figure, and the ids of all."""
    first = items[check.figures[0]][0].row
    names = [str(item.row.get("observation") or own.id) for item, own in map(items.__getitem__, check.figures)]
    cells = {name: first.get(name) for name in ("indicator", "place", "breakdown", "period_start", "period_end")}
    return {**cells, "figures": ";".join(names)}
