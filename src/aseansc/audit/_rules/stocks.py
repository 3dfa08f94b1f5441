"""Check stocks against the flows that change them, stocks of each year against year-ends, and plans against results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from attrs import evolve

from aseansc.audit._codes import AssumptionKind, CheckCode, MissingKind
from aseansc.audit._figures import Figure, Figures, Key, is_amount, moment_of
from aseansc.audit._numbers import show
from aseansc.audit._results import Assumption, Implied, Missing
from aseansc.audit._rules.plans import number_of
from aseansc.audit._verdicts import HUNDRED, Case, Condition, Term, is_above_zero, term
from aseansc.claims import AttainmentClaim
from aseansc.codelists import Absent
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import Interval
from aseansc.periods import Frequency, Period, TimeBasis, TimeCollection
from aseansc.targets import Target
from aseansc.units import UnitKind, percent
from aseansc.values import Change, Value, interval_in

_ALL_FLOWS: Final = Condition(Assumption(kind=AssumptionKind.ALL_FLOWS), Assumption(kind=AssumptionKind.OTHER_FLOWS))
_YEAR_END: Final = Condition(Assumption(kind=AssumptionKind.YEAR_END), Assumption(kind=AssumptionKind.OTHER_DAY))
_DECEMBER: Final = 12


def stocks(figures: Figures) -> Iterator[Case]:
    """Check each stock against the flows that change it, and against the level of each year."""
    for indicator in figures.component.indicators:
        if indicator.kind is not IndicatorKind.STOCK:
            continue
        if is_amount(indicator) and (indicator.inflows or indicator.outflows):
            yield from _with_flows(figures, indicator)
        yield from _each_year(figures, indicator)


def _with_flows(figures: Figures, stock: Indicator) -> Iterator[Case]:
    """Check that the level before a period, with all flows of the period, is the level after it."""
    for key in figures.keys((*stock.inflows, *stock.outflows)):
        collection, first, last, _ = key.moment
        if collection != TimeCollection.TOTAL:
            continue
        added, taken = _stated(figures, stock.inflows, key), _stated(figures, stock.outflows, key)
        start, end = _level_before(figures, stock, key, first), _level_after(figures, stock, key, last)
        if start is None or end is None or added is None or taken is None:
            continue
        yield Case(
            CheckCode.STOCK_FLOWS,
            (start, *added, *taken, end),
            _sum_of(
                start.interval,
                [flow.in_unit(stock.unit) for flow in added],
                [flow.in_unit(stock.unit) for flow in taken],
            ),
            stock.unit.code,
            stated=end.interval,
            only_if=None if stock.flows_complete else _ALL_FLOWS,
        )


def _stated(figures: Figures, names: Sequence[str], key: Key) -> list[Figure] | None:
    """Return the figures of all of these indicators; ``None`` if one is not stated."""
    found = [figure for name in names if (figure := figures.get(name, key)) is not None]
    return found if len(found) == len(names) else None


def _sum_of(start: Interval, added: Sequence[Interval], taken: Sequence[Interval]) -> Term:
    text = "".join((show(start), *(f" + {show(size)}" for size in added), *(f" - {show(size)}" for size in taken)))
    return Term(text, sum((-size for size in taken), start=sum(added, start=start)))


def _level_before(figures: Figures, stock: Indicator, key: Key, first: date) -> Figure | None:
    """Return the level at the beginning of a day, or else at the end of the day before."""
    begin = figures.get(stock.id, evolve(key, moment=(TimeCollection.BEGINNING.value, first, first, "")))
    if begin is not None or first == date.min:
        return begin
    before = first - timedelta(days=1)
    return figures.get(stock.id, evolve(key, moment=(TimeCollection.END.value, before, before, "")))


def _level_after(figures: Figures, stock: Indicator, key: Key, last: date) -> Figure | None:
    return figures.get(stock.id, evolve(key, moment=(TimeCollection.END.value, last, last, "")))


def _each_year(figures: Figures, stock: Indicator) -> Iterator[Case]:
    """Check that the level of each year is that at the end of each of these years."""
    found = figures.by_indicator[stock.id]
    repeated = [key for key in found if key.moment[0] == TimeCollection.EACH and key.moment[3] == Frequency.YEAR]
    for key in repeated:
        for other, (end, *_) in found.items() if found[key] else ():
            collection, day, _, _ = other.moment
            is_year_end = collection == TimeCollection.END and day.month == _DECEMBER
            if is_year_end and key.moment[1] <= day <= key.moment[2] and evolve(other, moment=key.moment) == key:
                each = found[key][0]
                yield Case(
                    CheckCode.STOCK_EACH,
                    (each, end),
                    term(each.interval),
                    stock.unit.code,
                    stated=end.interval,
                    only_if=_YEAR_END,
                )


def plans_without_claims(figures: Figures) -> Iterator[Case]:
    """Compute the attainment of each plan whose result is stated without it."""
    claimed = {claim.target for claim in figures.claims if isinstance(claim, AttainmentClaim)}
    for target in figures.planned_levels:
        actual = None if target.id in claimed else _actual(figures, target)
        if actual is None or not isinstance(target.value, Value | Change):
            continue
        wanted = interval_in(number_of(target.value), target.value.unit, actual.indicator.unit)
        if is_above_zero(wanted):
            reached = actual.interval * HUNDRED / wanted
            yield Case(
                CheckCode.PLAN_ACTUAL,
                (actual, target),
                Term(f"{show(actual.interval)} × 100 ÷ {show(wanted)}", reached),
                percent.code,
                missing=Missing(kind=MissingKind.ATTAINMENT, name=target.id),
                implied=Implied(name=target.id, interval=reached, unit=percent.code),
            )


def _actual(figures: Figures, target: Target) -> Figure | None:
    """Return the result at the time of a plan; ``None`` if there is none."""
    if isinstance(target.time, Absent) or isinstance(target.time_collection, Absent):
        return None
    if target.time_basis is TimeBasis.ASSUMED or not isinstance(target.time, Period):
        return None
    if figures.indicator(target.indicator).unit.kind is UnitKind.RANK:
        return None
    moment = moment_of(target.time, target.time_collection, target.per)
    key = Key(place=target.place, breakdown=frozenset(target.breakdown), moment=moment, plan_statuses=())
    return figures.get(target.indicator, key)
