"""Check the totals, averages and amounts per period of a flow against one another, also over shorter periods."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from attrs import evolve

from aseansc.audit._figures import Figure, Figures, Key, can_be_at_most, judge
from aseansc.audit._results import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
    Computation,
    Relation,
    Verdict,
    show,
)
from aseansc.audit._rules.breakdowns import added
from aseansc.codelists import Absent
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import Certainty, Interval
from aseansc.periods import Frequency, Period, TimeCollection

_MONTHS: Final = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
_ANY_MOMENT: Final = ("", date.min, date.min, "")
_REPEATED: Final = {TimeCollection.AVERAGE: CheckCode.FLOW_AVERAGE, TimeCollection.EACH: CheckCode.FLOW_EACH}


def flows(figures: Figures) -> Iterator[Check]:
    """Check every flow that has several figures."""
    for indicator in figures.review.indicators:
        if indicator.kind is not IndicatorKind.FLOW or not indicator.unit.is_additive:
            continue
        groups: dict[Key, dict[TimeCollection, list[Figure]]] = {}
        for key, found in figures.by_indicator[indicator.id].items():
            group_key = evolve(key, moment=_ANY_MOMENT)
            groups.setdefault(group_key, {}).setdefault(found[0].observation.time_collection, []).append(found[0])
        for group_key, group in groups.items():
            yield from _flow(figures, indicator, group)
            if not group_key.is_planned:  # the plans for single years need not add up to the plan for all
                yield from _nested_periods(figures, indicator, group)


def _flow(figures: Figures, indicator: Indicator, group: dict[TimeCollection, list[Figure]]) -> Iterator[Check]:
    """Check the figures of the same period: its total, its average, and the amount per year or month."""
    totals = {_period(figure): figure for figure in group.get(TimeCollection.TOTAL, ())}
    averages = {(_period(figure), figure.observation.per): figure for figure in group.get(TimeCollection.AVERAGE, ())}
    for repeated in _REPEATED:
        for figure in group.get(repeated, ()):
            total = totals.get(_period(figure))
            times = _number_of_periods(figure)
            if total is not None and times is not None:
                check = _repeated(indicator, figure, times, total)
                # At least one year reaches the average, and the total is at least that of any one year.
                fewer = total.interval.compare(figure.interval).less is Certainty.CERTAIN
                yield check if times == 1 or fewer else _if_counted_once(figures, indicator, check)
    for figure in group.get(TimeCollection.EACH, ()):
        average = averages.get((_period(figure), figure.observation.per))
        if average is not None:
            computation = Computation(
                expression=show(figure.interval),
                computed=figure.interval,
                stated=average.interval,
                unit=indicator.unit.code,
            )
            yield judge(
                CheckCode.FLOW_EACH, (average, figure), computation, fits=figure.interval.overlaps(average.interval)
            )


def _nested_periods(
    figures: Figures, indicator: Indicator, group: dict[TimeCollection, list[Figure]]
) -> Iterator[Check]:
    """Check the figures of a period against those of shorter periods within it."""
    totals = {_period(figure): figure for figure in group.get(TimeCollection.TOTAL, ())}
    never_negative = figures.is_never_negative(indicator.id)
    for check in _nested_totals(indicator, totals, never_negative, again=not figures.adds_over_time(indicator.id)):
        yield _if_counted_once(figures, indicator, check)
    if never_negative:
        ordered = sorted(totals)
        for figure in group.get(TimeCollection.TO_DATE, ()):
            period = _period(figure)
            around = totals.get(period) or _total_around(period, ordered, totals)
            if around is not None:
                yield _within(indicator, around, [figure])
        for figure in (*group.get(TimeCollection.AVERAGE, ()), *group.get(TimeCollection.EACH, ())):
            times = _number_of_periods(figure)
            if times is not None:
                parts = [totals[period] for period in _non_overlapping(_periods_within(_period(figure), ordered))]
                if parts:
                    check = _totals_within(indicator, figure, figure.interval * Interval.point(times), parts)
                    yield _if_counted_once(figures, indicator, check)


def _if_counted_once(figures: Figures, indicator: Indicator, check: Check) -> Check:
    """Make a contradiction conditional if the same item, such as a household, may be counted in two periods.

    The total is then less than the sum over its periods. It can never be more than that sum, or less than one of its
    terms.
    """
    if check.verdict is not Verdict.CONTRADICTED or figures.adds_over_time(indicator.id):
        return check
    made, stated = check.computation.computed, check.computation.stated
    assert isinstance(made, Interval)
    assert isinstance(stated, Interval)
    one_period = check.computation.relation is Relation.AT_MOST and len(check.evidence) == 2
    if one_period or made.compare(stated).less is Certainty.CERTAIN:
        return check
    return evolve(
        check,
        verdict=Verdict.CONDITIONAL,
        assumption=Assumption(kind=AssumptionKind.COUNTED_ONCE),
        consistent_if=Assumption(kind=AssumptionKind.COUNTED_AGAIN),
    )


def _period(figure: Figure) -> Period:
    time = figure.observation.time
    assert isinstance(time, Period)  # the time of a flow is never a single day
    return time


def _number_of_periods(figure: Figure) -> int | None:
    """Return how many months, quarters or years the period of a figure has; ``None`` if not a whole number."""
    per, months = figure.observation.per, _period(figure).months
    if isinstance(per, Absent) or months is None or months % _MONTHS[per]:
        return None
    return months // _MONTHS[per]


def _repeated(indicator: Indicator, figure: Figure, times: int, total: Figure) -> Check:
    """Check that an average or amount per period, times the number of periods, equals the total."""
    computed = figure.interval * Interval.point(times)
    check = judge(
        _REPEATED[figure.observation.time_collection],
        (figure, total),
        Computation(
            expression=f"{show(figure.interval)} × {times}",
            computed=computed,
            stated=total.interval,
            unit=indicator.unit.code,
        ),
        fits=computed.overlaps(total.interval),
    )
    if check.verdict is not Verdict.CONDITIONAL or figure.observation.per is not Frequency.YEAR:
        return check
    fewer = [n for n in range(times - 1, 0, -1) if (figure.interval * Interval.point(n)).overlaps(total.interval)]
    if not fewer:
        return check
    return evolve(check, consistent_if=Assumption(kind=AssumptionKind.FEWER_YEARS, figures=(total.id,), years=fewer[0]))


def _nested_totals(
    indicator: Indicator, totals: dict[Period, Figure], never_negative: bool, *, again: bool
) -> Iterator[Check]:
    """Check the totals of shorter periods against the total of a longer period that contains them.

    Their sum must equal the longer total if the shorter periods fill the longer one, and must not exceed it otherwise.

    Args:
        indicator: the flow.
        totals: its totals by period.
        never_negative: whether no total can be negative; if one can be, periods with gaps between them are not checked.
        again: whether the same item may be counted in several periods. A shorter total
            that alone exceeds the longer total is then reported instead of the sum.
    """
    ordered = sorted(totals)
    for period in ordered:
        inside = _periods_within(period, ordered)
        if not inside:
            continue
        consecutive = _consecutive(inside, period)
        if consecutive is not None:
            parts = [totals[other] for other in consecutive]
            above = [part for part in parts if not can_be_at_most(part.interval, totals[period].interval)]
            if again and never_negative and above:
                yield _within(indicator, totals[period], above[:1])
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
            yield _within(indicator, totals[period], [totals[other] for other in _non_overlapping(inside)])


def _periods_within(whole: Period, ordered: list[Period]) -> list[Period]:
    first = bisect_left(ordered, whole.start, key=attrgetter("start"))
    last = bisect_right(ordered, whole.end, key=attrgetter("start"))
    return [period for period in ordered[first:last] if period != whole and period.end <= whole.end]


def _total_around(part: Period, ordered: list[Period], totals: dict[Period, Figure]) -> Figure | None:
    """Return the total of the shortest period that contains a period."""
    before = ordered[: bisect_right(ordered, part.start, key=attrgetter("start"))]
    around = min(
        (span for span in before if span.end >= part.end), key=lambda span: span.end - span.start, default=None
    )
    return None if around is None else totals[around]


def _consecutive(inside: list[Period], whole: Period) -> list[Period] | None:
    """Return consecutive periods that fill the whole, each as long as possible; ``None`` if there are none."""
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


def _non_overlapping(inside: list[Period]) -> list[Period]:
    """Return the largest possible set of periods that do not overlap."""
    found: list[Period] = []
    for period in sorted(inside, key=lambda item: (item.end, item.start)):
        if not found or period.start > found[-1].end:
            found.append(period)
    return found


def _within(indicator: Indicator, total: Figure, parts: list[Figure]) -> Check:
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
        for_any_day=True,  # a total to any day of a period does not exceed the total of the whole period
    )


def _totals_within(indicator: Indicator, figure: Figure, whole: Interval, parts: list[Figure]) -> Check:
    """Check that totals within a period do not exceed the total implied by its average or amount per year."""
    summed = added([part.interval for part in parts])
    computation = Computation(
        expression=" + ".join(show(part.interval) for part in parts),
        computed=summed,
        relation=Relation.AT_MOST,
        stated=whole,
        unit=indicator.unit.code,
    )
    return judge(
        _REPEATED[figure.observation.time_collection], (figure, *parts), computation, fits=can_be_at_most(summed, whole)
    )
