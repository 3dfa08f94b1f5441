"""Check the totals, averages and amounts per period of a flow against one another, also over shorter periods."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import Final

from attrs import evolve

from aseansc.audit._codes import AssumptionKind, CheckCode, Relation
from aseansc.audit._figures import Figure, Figures, Key, is_amount
from aseansc.audit._numbers import show
from aseansc.audit._results import Assumption
from aseansc.audit._verdicts import Case, Condition, Term, can_be_at_most, term, total_of
from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import Certainty, Interval
from aseansc.periods import Frequency, Period, TimeCollection

_MONTHS: Final = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
_ANY_MOMENT: Final = ("", date.min, date.min, "")
_REPEATED: Final = {TimeCollection.AVERAGE: CheckCode.FLOW_AVERAGE, TimeCollection.EACH: CheckCode.FLOW_EACH}
_NOTHING_REMOVED: Final = Condition(
    Assumption(kind=AssumptionKind.NOTHING_REMOVED), Assumption(kind=AssumptionKind.REMOVED)
)
_COUNTED_ONCE: Final = Condition(
    Assumption(kind=AssumptionKind.COUNTED_ONCE), Assumption(kind=AssumptionKind.COUNTED_AGAIN)
)


def flows(figures: Figures) -> Iterator[Case]:
    """Check every flow that has several figures."""
    for indicator in figures.component.indicators:
        if indicator.kind is not IndicatorKind.FLOW or not is_amount(indicator):
            continue
        groups: defaultdict[Key, list[Figure]] = defaultdict(list)
        for key, (first, *_) in figures.by_indicator[indicator.id].items():
            groups[evolve(key, moment=_ANY_MOMENT)].append(first)
        for key, group in groups.items():
            flow = _Flow(figures, indicator, group)
            yield from flow.of_one_period()
            if not key.is_planned:  # the plans for single years need not add up to the plan for all
                yield from flow.of_longer_periods()
                yield from flow.within_totals()
                yield from flow.within_averages()
                yield from flow.to_date()


class _Flow:
    """The figures of a flow that are compared with one another: those of one place and one set of categories."""

    def __init__(self, figures: Figures, indicator: Indicator, group: Sequence[Figure]) -> None:
        self.unit = indicator.unit.code
        self.never_negative = figures.is_never_negative(indicator.id)
        self.may_count_again = not figures.adds_over_time(indicator.id)
        """Whether the same item, such as a household, may be counted in several periods."""
        self.by_collection: defaultdict[TimeCollection, list[Figure]] = defaultdict(list)
        for figure in group:
            self.by_collection[figure.observation.time_collection].append(figure)
        self.totals = {_period(figure): figure for figure in self.by_collection[TimeCollection.TOTAL]}
        self.ordered = sorted(self.totals)

    def of_one_period(self) -> Iterator[Case]:
        """Check the figures of the same period: its total, its average, and the amount per year or month."""
        for figure in self._repeated():
            total, times = self.totals.get(_period(figure)), _number_of_periods(figure)
            if total is not None and times is not None:
                yield self._times(figure, times, total)
        averages = {(_period(item), item.observation.per): item for item in self.by_collection[TimeCollection.AVERAGE]}
        for each in self.by_collection[TimeCollection.EACH]:
            average = averages.get((_period(each), each.observation.per))
            if average is not None:
                stated = average.interval
                yield Case(CheckCode.FLOW_EACH, (average, each), term(each.interval), self.unit, stated=stated)

    def _repeated(self) -> list[Figure]:
        return [figure for collection in _REPEATED for figure in self.by_collection[collection]]

    def _times(self, figure: Figure, times: int, total: Figure) -> Case:
        """Check that an average or amount per period, times the number of periods, equals the total."""
        made = Term(f"{show(figure.interval)} × {times}", figure.interval * Interval.point(times))
        # At least one year reaches the average, and the total is at least that of any one year.
        is_less = total.interval.compare(figure.interval).less is Certainty.CERTAIN
        again = None if times == 1 or is_less else self._counted_once(made.values, total.interval)
        return Case(
            _REPEATED[figure.observation.time_collection],
            (figure, total),
            made,
            self.unit,
            stated=total.interval,
            only_if=again,
            # The persons on the roll of each month are mostly the same ones.
            is_usual=again is not None and figure.observation.per is not Frequency.YEAR,
            fits_if=_fewer_years(figure, times, total) if figure.is_assumed or total.is_assumed else None,
        )

    def _counted_once(self, computed: Interval, stated: Interval) -> Condition | None:
        """Return what a contradiction depends on if an item may be counted in two periods.

        The total is then less than the sum over its periods. It can never be more than that sum.
        """
        is_more = computed.compare(stated).less is Certainty.CERTAIN
        return _COUNTED_ONCE if self.may_count_again and not is_more else None

    def of_longer_periods(self) -> Iterator[Case]:
        """Check the totals of shorter periods against the total of a longer period that contains them.

        Their sum must equal the longer total if the shorter periods fill the longer one, and must not exceed it
        otherwise.
        """
        for period in self.ordered:
            inside = _periods_within(period, self.ordered)
            if not inside:
                continue
            total, consecutive = self.totals[period], _consecutive(inside, period)
            if consecutive is not None:
                yield self._filled(total, [self.totals[other] for other in consecutive])
            elif self.never_negative:
                yield self._within(total, [self.totals[other] for other in _non_overlapping(inside)])

    def _filled(self, total: Figure, parts: Sequence[Figure]) -> Case:
        """Check that the totals of periods that fill a longer one add up to its total.

        If items may be counted again, a shorter total that alone exceeds the longer one is reported instead.
        """
        above = [part for part in parts if not can_be_at_most(part.interval, total.interval)]
        if self.may_count_again and self.never_negative and above:
            return self._within(total, above[:1])
        return evolve(self._within(total, parts), relation=Relation.EQUAL, for_any_day=False)

    def _within(self, total: Figure, parts: Sequence[Figure]) -> Case:
        """Check that totals do not exceed that of a longer period, not even one that counts each item once."""
        summed = total_of([part.interval for part in parts])
        return Case(
            CheckCode.FLOW_SPANS,
            (total, *parts),
            summed,
            self.unit,
            relation=Relation.AT_MOST,
            stated=total.interval,
            only_if=None if len(parts) == 1 else self._counted_once(summed.values, total.interval),
            for_any_day=True,  # a total to any day of a period does not exceed the total of the whole period
        )

    def within_totals(self) -> Iterator[Case]:
        """Check that the total to a day does not exceed the total of the period that contains it."""
        for figure in self.by_collection[TimeCollection.TO_DATE] if self.never_negative else ():
            period = _period(figure)
            around = self.totals.get(period) or self._total_around(period)
            if around is not None:
                yield self._within(around, [figure])

    def _total_around(self, part: Period) -> Figure | None:
        """Return the total of the shortest period that contains a period."""
        before = self.ordered[: bisect_right(self.ordered, part.start, key=attrgetter("start"))]
        around = [span for span in before if span.end >= part.end]
        return self.totals[min(around, key=lambda span: span.end - span.start)] if around else None

    def to_date(self) -> Iterator[Case]:
        """Check that what was counted from the same day on does not fall from one date to a later one."""
        found = self.by_collection[TimeCollection.TO_DATE] if self.never_negative else []
        for earlier, later in pairwise(sorted(found, key=_period)):
            if _period(earlier).start == _period(later).start:
                yield Case(
                    CheckCode.FLOW_TO_DATE,
                    (earlier, later),
                    term(earlier.interval),
                    self.unit,
                    relation=Relation.AT_MOST,
                    stated=later.interval,
                    only_if=_NOTHING_REMOVED,
                    for_any_day=True,
                )

    def within_averages(self) -> Iterator[Case]:
        """Check that totals within a period do not exceed the total implied by its average or amount per year."""
        for figure in self._repeated() if self.never_negative else ():
            times = _number_of_periods(figure)
            inside = _non_overlapping(_periods_within(_period(figure), self.ordered))
            if times is None or not inside:
                continue
            parts, whole = [self.totals[period] for period in inside], figure.interval * Interval.point(times)
            summed = total_of([part.interval for part in parts])
            yield Case(
                _REPEATED[figure.observation.time_collection],
                (figure, *parts),
                summed,
                self.unit,
                relation=Relation.AT_MOST,
                stated=whole,
                only_if=None if len(parts) == 1 else self._counted_once(summed.values, whole),
            )


def _fewer_years(figure: Figure, times: int, total: Figure) -> Assumption | None:
    """Return the assumption that a total covers fewer years than the amount per year, if they then agree."""
    if figure.observation.per is not Frequency.YEAR:
        return None
    for years in range(times - 1, 0, -1):
        if (figure.interval * Interval.point(years)).overlaps(total.interval):
            return Assumption(kind=AssumptionKind.FEWER_YEARS, figures=(total.id,), years=years)
    return None


def _period(figure: Figure) -> Period:
    time = figure.observation.time
    if not isinstance(time, Period):  # the time of a flow is never a single day
        raise bug(time)
    return time


def _number_of_periods(figure: Figure) -> int | None:
    """Return how many months, quarters or years the period of a figure has; ``None`` if not a whole number."""
    per, months = figure.observation.per, _period(figure).months
    if isinstance(per, Absent) or months is None or months % _MONTHS[per]:
        return None
    return months // _MONTHS[per]


def _periods_within(whole: Period, ordered: list[Period]) -> list[Period]:
    first = bisect_left(ordered, whole.start, key=attrgetter("start"))
    last = bisect_right(ordered, whole.end, key=attrgetter("start"))
    return [period for period in ordered[first:last] if period != whole and period.end <= whole.end]


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
