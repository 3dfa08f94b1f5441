"""One flow told in several ways: as a total, an average, so much each year, and over shorter spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from attrs import evolve

from aseansc.audit._checks import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
    Computation,
    Relation,
    Verdict,
    show,
)
from aseansc.audit._facts import Fact, Facts, Key, can_be_at_most, judge
from aseansc.audit._wholes import added
from aseansc.codelists import Absent
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import Certainty, Interval
from aseansc.periods import Frequency, Period, TimeCollection

_MONTHS: Final = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
_ANY_MOMENT: Final = ("", date.min, date.min, "")
_REPEATED: Final = {TimeCollection.AVERAGE: CheckCode.FLOW_AVERAGE, TimeCollection.EACH: CheckCode.FLOW_EACH}


def flows(facts: Facts) -> Iterator[Check]:
    """Every flow that is told in more than one way."""
    for indicator in facts.review.indicators:
        if indicator.kind is not IndicatorKind.FLOW or not indicator.unit.is_additive:
            continue
        groups: dict[Key, dict[TimeCollection, list[Fact]]] = {}
        for key, found in facts.of[indicator.id].items():
            together = evolve(key, moment=_ANY_MOMENT)
            groups.setdefault(together, {}).setdefault(found[0].observation.time_collection, []).append(found[0])
        for together, group in groups.items():
            yield from _flow(facts, indicator, group)
            if not together.is_planned:  # the plans of the years need not be that of all of them
                yield from _inside_one_another(facts, indicator, group)


def _flow(facts: Facts, indicator: Indicator, group: dict[TimeCollection, list[Fact]]) -> Iterator[Check]:
    """What is told of one span of time in more than one way."""
    totals = {_period(fact): fact for fact in group.get(TimeCollection.TOTAL, ())}
    averages = {(_period(fact), fact.observation.per): fact for fact in group.get(TimeCollection.AVERAGE, ())}
    for repeated in _REPEATED:
        for fact in group.get(repeated, ()):
            total = totals.get(_period(fact))
            times = _times(fact)
            if total is not None and times is not None:
                check = _repeated(indicator, fact, times, total)
                # In one of the years it was no less than the mean, and in all of them no less than in that one.
                fewer = total.interval.compare(fact.interval).less is Certainty.CERTAIN
                yield check if times == 1 or fewer else _unless_again(facts, indicator, check)
    for fact in group.get(TimeCollection.EACH, ()):
        average = averages.get((_period(fact), fact.observation.per))
        if average is not None:
            computation = Computation(
                expression=show(fact.interval),
                computed=fact.interval,
                stated=average.interval,
                unit=indicator.unit.code,
            )
            yield judge(
                CheckCode.FLOW_EACH, (average, fact), computation, fits=fact.interval.overlaps(average.interval)
            )


def _inside_one_another(facts: Facts, indicator: Indicator, group: dict[TimeCollection, list[Fact]]) -> Iterator[Check]:
    """What is told of a span of time, and of shorter ones in it."""
    totals = {_period(fact): fact for fact in group.get(TimeCollection.TOTAL, ())}
    never_negative = facts.is_never_negative(indicator.id)
    for check in _spans(indicator, totals, never_negative, again=not facts.adds_over_time(indicator.id)):
        yield _unless_again(facts, indicator, check)
    if never_negative:
        ordered = sorted(totals)
        for fact in group.get(TimeCollection.TO_DATE, ()):
            period = _period(fact)
            around = totals.get(period) or _shortest_around(period, ordered, totals)
            if around is not None:
                yield _inside(indicator, around, [fact])
        for fact in (*group.get(TimeCollection.AVERAGE, ()), *group.get(TimeCollection.EACH, ())):
            times = _times(fact)
            if times is not None:
                parts = [totals[period] for period in _apart(_inside_of(_period(fact), ordered))]
                if parts:
                    check = _totals_inside(indicator, fact, fact.interval * Interval.point(times), parts)
                    yield _unless_again(facts, indicator, check)


def _unless_again(facts: Facts, indicator: Indicator, check: Check) -> Check:
    """The same household may be helped in two years: then a total is less than what its spans add up to.

    It is never more than that, and never less than that of one span in it.
    """
    if check.verdict is not Verdict.CONTRADICTED or facts.adds_over_time(indicator.id):
        return check
    made, stated = check.computation.computed, check.computation.stated
    assert isinstance(made, Interval)
    assert isinstance(stated, Interval)
    one_span = check.computation.relation is Relation.AT_MOST and len(check.evidence) == 2
    if one_span or made.compare(stated).less is Certainty.CERTAIN:
        return check
    return evolve(
        check,
        verdict=Verdict.CONDITIONAL,
        assumption=Assumption(kind=AssumptionKind.COUNTED_ONCE),
        consistent_if=Assumption(kind=AssumptionKind.COUNTED_AGAIN),
    )


def _period(fact: Fact) -> Period:
    time = fact.observation.time
    assert isinstance(time, Period)  # a flow fills a period
    return time


def _times(fact: Fact) -> int | None:
    """How many months, quarters or years a figure is repeated for; ``None`` where that is no whole number."""
    per, months = fact.observation.per, _period(fact).months
    if isinstance(per, Absent) or months is None or months % _MONTHS[per]:
        return None
    return months // _MONTHS[per]


def _repeated(indicator: Indicator, fact: Fact, times: int, total: Fact) -> Check:
    """So much a year, as many times as there are years, is the total."""
    computed = fact.interval * Interval.point(times)
    check = judge(
        _REPEATED[fact.observation.time_collection],
        (fact, total),
        Computation(
            expression=f"{show(fact.interval)} × {times}",
            computed=computed,
            stated=total.interval,
            unit=indicator.unit.code,
        ),
        fits=computed.overlaps(total.interval),
    )
    if check.verdict is not Verdict.CONDITIONAL or fact.observation.per is not Frequency.YEAR:
        return check
    fewer = [n for n in range(times - 1, 0, -1) if (fact.interval * Interval.point(n)).overlaps(total.interval)]
    if not fewer:
        return check
    return evolve(check, consistent_if=Assumption(kind=AssumptionKind.FEWER_YEARS, figures=(total.id,), years=fewer[0]))


def _spans(indicator: Indicator, totals: dict[Period, Fact], never_negative: bool, *, again: bool) -> Iterator[Check]:
    """Totals over shorter spans that lie in a longer one; where they fill it, they add up.

    What may be counted again adds up to more, and still to no less than one span.
    """
    ordered = sorted(totals)
    for period in ordered:
        inside = _inside_of(period, ordered)
        if not inside:
            continue
        chain = _chain(inside, period)
        if chain is not None:
            parts = [totals[other] for other in chain]
            above = [part for part in parts if not can_be_at_most(part.interval, totals[period].interval)]
            if again and never_negative and above:
                yield _inside(indicator, totals[period], above[:1])
                continue
            summed = added([part.interval for part in parts])
            computation = Computation(
                expression=" + ".join(show(part.interval) for part in parts),
                computed=summed,
                stated=totals[period].interval,
                unit=indicator.unit.code,
            )
            yield judge(
                CheckCode.FLOW_SPANS,
                (totals[period], *parts),
                computation,
                fits=summed.overlaps(totals[period].interval),
            )
        elif never_negative:
            yield _inside(indicator, totals[period], [totals[other] for other in _apart(inside)])


def _inside_of(whole: Period, ordered: list[Period]) -> list[Period]:
    """The shorter spans that lie in one."""
    first = bisect_left(ordered, whole.start, key=attrgetter("start"))
    last = bisect_right(ordered, whole.end, key=attrgetter("start"))
    return [period for period in ordered[first:last] if period != whole and period.end <= whole.end]


def _shortest_around(part: Period, ordered: list[Period], totals: dict[Period, Fact]) -> Fact | None:
    """The total of the shortest of the spans that one lies in."""
    before = ordered[: bisect_right(ordered, part.start, key=attrgetter("start"))]
    around = min(
        (span for span in before if span.end >= part.end), key=lambda span: span.end - span.start, default=None
    )
    return None if around is None else totals[around]


def _chain(inside: list[Period], whole: Period) -> list[Period] | None:
    """The spans, longest first, that follow one another from the first day of the whole to its last."""
    longest: dict[date, Period] = {}
    for period in inside:
        longest[period.start] = max(longest.get(period.start, period), period)
    found: list[Period] = []
    day = whole.start
    while day in longest:
        found.append(longest[day])
        if longest[day].end == whole.end:
            return found
        day = longest[day].end + timedelta(days=1)
    return None


def _apart(inside: list[Period]) -> list[Period]:
    """Spans that do not overlap, as many as follow one another."""
    found: list[Period] = []
    for period in sorted(inside, key=lambda item: (item.end, item.start)):
        if not found or period.start > found[-1].end:
            found.append(period)
    return found


def _inside(indicator: Indicator, total: Fact, parts: list[Fact]) -> Check:
    summed = added([part.interval for part in parts])
    computation = Computation(
        expression=" + ".join(show(part.interval) for part in parts),
        computed=summed,
        relation=Relation.AT_MOST,
        stated=total.interval,
        unit=indicator.unit.code,
    )
    return judge(
        CheckCode.FLOW_SPANS,
        (total, *parts),
        computation,
        fits=can_be_at_most(summed, total.interval),
        any_moment=True,  # a total up to any day of a span is not more than that of the whole
    )


def _totals_inside(indicator: Indicator, fact: Fact, whole: Interval, parts: list[Fact]) -> Check:
    """Totals over some years of a span are not above the whole that an average or an *each* of the span makes."""
    summed = added([part.interval for part in parts])
    computation = Computation(
        expression=" + ".join(show(part.interval) for part in parts),
        computed=summed,
        relation=Relation.AT_MOST,
        stated=whole,
        unit=indicator.unit.code,
    )
    return judge(
        _REPEATED[fact.observation.time_collection], (fact, *parts), computation, fits=can_be_at_most(summed, whole)
    )
