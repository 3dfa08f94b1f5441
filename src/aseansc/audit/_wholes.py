"""Check parts against wholes, categories against totals, and shares against 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.audit._checks import Check, CheckCode, Computation, Implied, Missing, MissingKind, Relation, show
from aseansc.audit._facts import Fact, Facts, Key, broader_keys, can_be_at_most, covers_its_period, judge, undetermined
from aseansc.codelists import Absent
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.intervals import Interval
from aseansc.units import UnitKind, percent
from aseansc.values import interval_in

_ZERO: Final = Interval.point(0)
_ALL: Final = Interval.point(100)


def wholes(facts: Facts) -> Iterator[Check]:
    """Check the parts of every breakdown against the whole, at every moment for which a part is stated.

    If only the whole, or one part of a complete breakdown, is not stated, it is derived.
    """
    for whole in facts.review.indicators:
        for breakdown in whole.breakdowns:
            if not facts.adds_up(whole, breakdown.parts):
                continue
            for key in facts.keys((whole.id, *breakdown.parts)):
                yield from _breakdown(facts, whole, breakdown, key)


def _breakdown(facts: Facts, whole: Indicator, breakdown: Breakdown, key: Key) -> Iterator[Check]:
    total = facts.get(whole.id, key)
    parts = {part: facts.get(part, key) for part in breakdown.parts}
    known = [fact for fact in parts.values() if fact is not None]
    if not known:
        return
    unit = whole.unit.code
    inside = {
        fact.id: interval_in(fact.interval, facts.indicator(part).unit, whole.unit)
        for part, fact in parts.items()
        if fact is not None
    }
    summed = added(list(inside.values()))
    expression = " + ".join(show(interval) for interval in inside.values())
    never_negative = facts.has_no_negative_part(whole, breakdown)
    missing = [part for part, fact in parts.items() if fact is None]
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
    for fact in known:
        interval = inside[fact.id]
        yield _within(CheckCode.PARTS_WITHIN, total, [fact], show(interval), interval, unit)
    if breakdown.complete and not missing:
        computation = Computation(
            expression=expression, computed=summed, relation=Relation.AT_LEAST, stated=total.interval, unit=unit
        )
        yield judge(CheckCode.PARTS_COVER, (total, *known), computation, fits=can_be_at_most(total.interval, summed))


def _within(code: CheckCode, total: Fact, parts: list[Fact], expression: str, summed: Interval, unit: str) -> Check:
    computation = Computation(
        expression=expression, computed=summed, relation=Relation.AT_MOST, stated=total.interval, unit=unit
    )
    return judge(code, (total, *parts), computation, fits=can_be_at_most(summed, total.interval))


def added(intervals: list[Interval]) -> Interval:
    total = _ZERO
    for interval in intervals:
        total = total + interval
    return total


def categories(facts: Facts) -> Iterator[Check]:
    """Check that the figure of a group does not exceed the figure of a broader group."""
    for indicator in facts.review.indicators:
        if indicator.kind is IndicatorKind.RATE or not facts.is_never_negative(indicator.id):
            continue  # the life expectancy of women may exceed that of everyone
        for key, found in facts.by_indicator[indicator.id].items():
            for fewer in broader_keys(key):
                group = facts.get(indicator.id, fewer)
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


def shares(facts: Facts) -> Iterator[Check]:
    """Check that the shares of all parts of a whole add up to 100 %, and those of some parts to no more."""
    of: dict[tuple[str, str], str] = {}
    for rate in facts.review.indicators:
        if rate.unit.kind is not UnitKind.SHARE:
            continue
        if not isinstance(rate.numerator, Absent) and not isinstance(rate.denominator, Absent):
            of.setdefault((rate.numerator, rate.denominator), rate.id)
    for whole in facts.review.indicators:
        for breakdown in whole.breakdowns:
            rates = [of.get((part, whole.id)) for part in breakdown.parts]
            named = [rate for rate in rates if rate is not None]
            if breakdown.disjoint and len(named) > 1:
                never_negative = all(map(facts.is_never_negative, (whole.id, *breakdown.parts)))
                for key in facts.keys(named):
                    yield from _structure(facts, whole, breakdown, rates, key, never_negative=never_negative)


def _structure(
    facts: Facts, whole: Indicator, breakdown: Breakdown, rates: list[str | None], key: Key, *, never_negative: bool
) -> Iterator[Check]:
    found = [None if rate is None else facts.get(rate, key) for rate in rates]
    known = [fact for fact in found if fact is not None]
    if len(known) < 2:
        return
    intervals = [
        interval_in(fact.interval, facts.indicator(fact.observation.indicator).unit, percent) for fact in known
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
