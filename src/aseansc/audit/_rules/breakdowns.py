"""Check parts against wholes, categories against totals, and shares against 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.audit._figures import (
    Figure,
    Figures,
    Key,
    broader_keys,
    can_be_at_most,
    covers_its_period,
    judge,
    undetermined,
)
from aseansc.audit._results import Check, CheckCode, Computation, Implied, Missing, MissingKind, Relation, show
from aseansc.codelists import Absent
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.intervals import Interval
from aseansc.units import UnitKind, percent
from aseansc.values import interval_in

_ZERO: Final = Interval.point(0)
_ALL: Final = Interval.point(100)


def wholes(figures: Figures) -> Iterator[Check]:
    """Check the parts of every breakdown against the whole, at every moment for which a part is stated.

    If only the whole, or one part of a complete breakdown, is not stated, it is derived.
    """
    for whole in figures.review.indicators:
        for breakdown in whole.breakdowns:
            if not figures.adds_up(whole, breakdown.parts):
                continue
            for key in figures.keys((whole.id, *breakdown.parts)):
                yield from _breakdown(figures, whole, breakdown, key)


def _breakdown(figures: Figures, whole: Indicator, breakdown: Breakdown, key: Key) -> Iterator[Check]:
    total = figures.get(whole.id, key)
    parts = {part: figures.get(part, key) for part in breakdown.parts}
    known = [figure for figure in parts.values() if figure is not None]
    if not known:
        return
    unit = whole.unit.code
    inside = {
        figure.id: interval_in(figure.interval, figures.indicator(part).unit, whole.unit)
        for part, figure in parts.items()
        if figure is not None
    }
    summed = added(list(inside.values()))
    expression = " + ".join(show(interval) for interval in inside.values())
    never_negative = figures.has_no_negative_part(whole, breakdown)
    missing = [part for part, figure in parts.items() if figure is None]
    if breakdown.complete and breakdown.disjoint and not missing:
        if total is not None:
            computation = Computation(expression=expression, computed=summed, stated=total.interval, unit=unit)
            yield judge(CheckCode.PARTS_SUM, (total, *known), computation, fits=summed.overlaps(total.interval))
        else:
            yield undetermined(
                CheckCode.PARTS_SUM,
                known,
                Computation(expression=expression, computed=summed, unit=unit),
                Missing(kind=MissingKind.FIGURE, name=whole.id),
                implied=Implied(name=whole.id, interval=summed, unit=unit),
            )
        return
    if total is None or not never_negative:
        return
    if breakdown.disjoint:
        yield _within(CheckCode.PARTS_WITHIN, total, known, expression, summed, unit)
        rest = total.interval - summed
        if breakdown.complete and len(missing) == 1 and rest.overlaps(Interval(lower=0)):
            yield undetermined(
                CheckCode.PARTS_SUM,
                (total, *known),
                Computation(expression=f"{show(total.interval)} - ({expression})", computed=rest, unit=unit),
                Missing(kind=MissingKind.FIGURE, name=missing[0]),
                implied=Implied(name=missing[0], interval=rest.intersection(Interval(lower=0)), unit=unit),
            )
        return
    for figure in known:
        interval = inside[figure.id]
        yield _within(CheckCode.PARTS_WITHIN, total, [figure], show(interval), interval, unit)
    if breakdown.complete and not missing:
        computation = Computation(
            expression=expression, computed=summed, relation=Relation.AT_LEAST, stated=total.interval, unit=unit
        )
        yield judge(CheckCode.PARTS_COVER, (total, *known), computation, fits=can_be_at_most(total.interval, summed))


def _within(code: CheckCode, total: Figure, parts: list[Figure], expression: str, summed: Interval, unit: str) -> Check:
    computation = Computation(
        expression=expression, computed=summed, relation=Relation.AT_MOST, stated=total.interval, unit=unit
    )
    return judge(code, (total, *parts), computation, fits=can_be_at_most(summed, total.interval))


def added(intervals: list[Interval]) -> Interval:
    total = _ZERO
    for interval in intervals:
        total = total + interval
    return total


def categories(figures: Figures) -> Iterator[Check]:
    """Check that the figure of a group does not exceed the figure of a broader group."""
    for indicator in figures.review.indicators:
        if indicator.kind is IndicatorKind.RATE or not figures.is_never_negative(indicator.id):
            continue  # the life expectancy of women may exceed that of everyone
        for key, found in figures.by_indicator[indicator.id].items():
            for fewer in broader_keys(key):
                group = figures.get(indicator.id, fewer)
                if group is not None:
                    part = found[0]
                    yield _within(
                        CheckCode.CATEGORY_WITHIN,
                        group,
                        [part],
                        show(part.interval),
                        part.interval,
                        indicator.unit.code,
                    )


def shares(figures: Figures) -> Iterator[Check]:
    """Check that the shares of all parts of a whole add up to 100 %, and those of some parts to no more."""
    of: dict[tuple[str, str], str] = {}
    for rate in figures.review.indicators:
        if rate.unit.kind is not UnitKind.SHARE:
            continue
        if not isinstance(rate.numerator, Absent) and not isinstance(rate.denominator, Absent):
            of.setdefault((rate.numerator, rate.denominator), rate.id)
    for whole in figures.review.indicators:
        for breakdown in whole.breakdowns:
            rates = [of.get((part, whole.id)) for part in breakdown.parts]
            named = [rate for rate in rates if rate is not None]
            if breakdown.disjoint and len(named) > 1:
                never_negative = all(map(figures.is_never_negative, (whole.id, *breakdown.parts)))
                for key in figures.keys(named):
                    yield from _structure(figures, whole, breakdown, rates, key, never_negative=never_negative)


def _structure(
    figures: Figures, whole: Indicator, breakdown: Breakdown, rates: list[str | None], key: Key, *, never_negative: bool
) -> Iterator[Check]:
    found = [None if rate is None else figures.get(rate, key) for rate in rates]
    known = [figure for figure in found if figure is not None]
    if len(known) < 2:
        return
    intervals = [
        interval_in(figure.interval, figures.indicator(figure.observation.indicator).unit, percent) for figure in known
    ]
    expression = " + ".join(map(show, intervals))
    summed = added(intervals)
    # Shares of a flow cover the whole year, not one day of it.
    over_span = whole.kind is IndicatorKind.FLOW and all(map(covers_its_period, known))
    if breakdown.complete and len(known) == len(breakdown.parts):
        computation = Computation(expression=expression, computed=summed, stated=_ALL, unit="percent")
        fits = summed.overlaps(_ALL)
        yield judge(CheckCode.SHARES_SUM, known, computation, fits=fits, for_any_day=over_span)
        return
    if not never_negative:  # one branch may earn more than the total if another makes a loss
        return
    computation = Computation(
        expression=expression, computed=summed, relation=Relation.AT_MOST, stated=_ALL, unit="percent"
    )
    fits = can_be_at_most(summed, _ALL)
    yield judge(CheckCode.SHARES_WITHIN, known, computation, fits=fits, for_any_day=over_span)
