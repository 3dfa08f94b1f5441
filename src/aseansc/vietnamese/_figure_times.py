"""Decide the times of the figures of a draft: known, proposed, or asked with the times that they may have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, final

from aseansc._decimals import EXACT
from aseansc.drafts import Gap
from aseansc.indicators import IndicatorKind
from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.reviews import assumed_time
from aseansc.values import Value
from aseansc.vietnamese import _aside as aside, _questions as ask
from aseansc.vietnamese._choices import time_written, times_for
from aseansc.vietnamese._collected_times import SUMS, collected_in, is_of_period, is_rate_up_to, stated_collection
from aseansc.vietnamese._compared_times import SHORTER, is_longer, is_outside
from aseansc.vietnamese._item import Item
from aseansc.vietnamese._kinds import is_at_present
from aseansc.vietnamese._lexicon.said_of import OF_WHOLE_YEAR

_OF_WHOLE_YEAR: Final = re.compile(OF_WHOLE_YEAR, re.IGNORECASE)
Fields = dict[str, object]


@final
class FigureTimes:
    """The times of figures, while their records are written in the order of the text.

    Args:
        period: the period of the report, if known.
        stated: the times that the report states, from which those of figures are suggested.
        levels: the levels of each indicator, by its identity.
        of_sentence: those of each indicator in a sentence.
        is_open: whether the title names several times, so that what is added up may be that of any of them.
    """

    def __init__(
        self,
        period: Period | None,
        stated: tuple[Time, ...],
        levels: Mapping[int, list[Item]],
        of_sentence: Mapping[tuple[int, tuple[int, int]], list[Item]],
        *,
        is_open: bool,
    ) -> None:
        self._period = period
        self._stated = stated
        self._levels = levels
        self._of_sentence = of_sentence
        self._is_open = is_open
        self._of_period: tuple[int, int] | None = None
        """The last sentence with what is added up over its time, or with a rate of it."""
        self._asked: Item | None = None
        """The last figure, if its time is asked."""

    def beside(self, item: Item) -> list[Item]:
        """Return the levels of the indicator of a figure in its sentence."""
        return self._of_sentence.get((id(item.measured), item.sentence), [])

    def asked_once(self, item: Item, timed: Fields, proposed: list[str]) -> tuple[Fields, list[str]]:
        """Return the time of a figure without a question that the figure before it has, too.

        That figure is in its sentence, or in the sentence right before if its own names no time.
        """
        before, is_asked = self._asked, isinstance(timed.get("time"), Gap)
        self._asked = item if is_asked else None
        if before is None or not is_asked or item.is_plan or item.own_times > 1:
            return timed, proposed
        if before.sentence == item.sentence:
            is_again = before.named_time == item.named_time
        else:
            is_next = before.paragraph == item.paragraph and before.sentence[1] == item.sentence[0]
            is_again = is_next and _is_timeless(item) and _is_sum(before) is _is_sum(item) and _are_alike(before, item)
        if not is_again:
            return timed, proposed
        left = {name: value for name, value in timed.items() if name not in ("time", "time_basis")}
        return left, [name for name in proposed if name in left]

    def of(self, item: Item) -> Time | None:
        time = self.timed(item)[0].get("time")
        return time if isinstance(time, Period | AsOf) else None

    def moment_of(self, item: Item) -> Time | None:
        """Return the time of a level, or its first day if the level is that of the beginning."""
        time, is_first = self.of(item), item.figure.collection is TimeCollection.BEGINNING
        return AsOf(date=days_of(time)[0]) if time is not None and is_first else time

    def timed(self, item: Item) -> tuple[Fields, list[str]]:
        """Return the fields of the time of a figure, and the names of those that are proposed."""
        again = self._said_again(item)
        if again is None:
            return self._timed_alone(item)
        fields = {**self._timed_alone(again)[0], "time_basis": TimeBasis.CARRIED}
        return fields, [name for name, value in fields.items() if not isinstance(value, Gap)]

    def _said_again(self, item: Item) -> Item | None:
        """Return a level that states the same with its time; a title often has none: Giải ngân đạt 70,759 tỷ đồng."""
        is_open = item.figure.time is None and item.named_at is None and item.is_level and not item.is_plan
        if (
            not is_open
            or not isinstance(item.value, Value)
            or len(item.value.magnitude.normalize(EXACT).as_tuple().digits) < _FEWEST_DIGITS
        ):
            return None
        levels = self._levels.get(id(item.measured), [])
        return next((one for one in levels if one.figure.time is not None and one.value == item.value), None)

    def _timed_alone(self, item: Item) -> tuple[Fields, list[str]]:
        """Return the same by the words of the figure itself."""
        figure, kind = item.figure, None if item.measured is None else item.measured.kind
        time, basis, is_known = self._time_if_sure(item, kind)
        time = None if is_rate_up_to(item, time) else _year_of_goal(item, time)
        proposed = [] if is_known else ["time", "time_basis"]
        if item.is_plan and item.is_timed and time is None:
            return self._timed_plan(item)
        if not item.is_timed:
            return self._timed_claim(item, time, basis, proposed)
        given, is_part = time, item.figure.collection is TimeCollection.TO_DATE and _is_part_of_year(time)
        read = _since_january(item, time) if is_part else self._added_up_to(item, time, basis, kind)
        time, collected, is_stated = collected_in(read, stated_collection(item, basis), kind, self._period)
        collected = self._of_rate(item, collected, is_known=is_stated or time is None)
        proposed += ["time"] * (is_known and time not in (None, given))
        answer = time or self._ask_time(item)
        fields: Fields = {
            "time": answer,
            **without_none(
                time_basis=_basis_of(time, given, basis),
                time_collection=None if _follows(answer, kind, collected, is_stated=is_stated) else collected,
            ),
        }
        if figure.per is not None and collected is not None and collected.is_repeated:
            fields["per"] = figure.per
        proposed += ["time_collection"] * (not is_stated)
        return fields, [name for name in proposed if name in fields and not isinstance(fields[name], Gap)]

    def _of_rate(self, item: Item, collected: TimeCollection | None, *, is_known: bool) -> TimeCollection | None:
        """Return the time collection of a level, which is not the end for a rate of what is added up over its time.

        So are the rates without a name after it, or after what is added up: giải quyết 106 tin, đạt 84%.
        """
        of = item.measured
        is_next = item.sentence == self._of_period and of is not None and not of.name and of.kind is IndicatorKind.RATE
        if collected in SUMS or is_of_period(item):
            self._of_period = item.sentence
        elif not is_next:
            return collected
        return TimeCollection.WITHIN if collected is TimeCollection.END and not is_known else collected

    def _timed_plan(self, item: Item) -> tuple[Fields, list[str]]:
        """Return the fields of the time of a plan that states none: the year of what was reached of it, or a question.

        In a report on a part of a year, the plan may be that of the year.
        """
        reached = next((self.of(other) for other in self.beside(item) if not other.is_plan), None)
        if isinstance(reached, Period) and reached.months == _YEAR:
            kind = None if item.measured is None else item.measured.kind
            time, collected, _ = collected_in(reached, None, kind, self._period)
            timed: Fields = {"time": time, "time_basis": TimeBasis.CARRIED}
            return timed | without_none(time_collection=collected), [
                "time",
                "time_basis",
                *["time_collection"] * bool(kind),
            ]
        known = reached or item.heading_time or self._period
        years = [time for time in item.times if isinstance(time, Period) and time.months == _YEAR]
        years += [] if known is None else [Period.year(days_of(known)[1].year)]
        choices = dict.fromkeys((*map(time_written, years), *times_for(item, self._period, self._stated)))
        timed = {"time": ask.time(item.figure, tuple(choices))}
        collection = item.figure.collection
        if collection is not None and collection.is_repeated:
            timed |= without_none(time_collection=collection, per=item.figure.per)  # 25.000 lao động mỗi năm
        return timed, []

    def _timed_claim(
        self, item: Item, time: Time | None, basis: TimeBasis, proposed: list[str]
    ) -> tuple[Fields, list[str]]:
        """Return the fields of the time of a claim, and the names of those that are proposed."""
        summed = self._summed_time(item)
        if summed not in (None, time):
            time, basis, proposed = summed, basis if time else TimeBasis.CARRIED, ["time", "time_basis"]
        kind = None if item.measured is None else item.measured.kind
        is_carried = basis is TimeBasis.CARRIED
        is_of_another = is_carried and (item.named_time is None or item.is_timed_above)
        if time is not None and not is_of_another and kind not in _AT_A_MOMENT and _is_moved_up_to(item, time):
            time = None if kind is None else _from_january(time)  # đến hết tháng 5/2017, sản lượng giảm 7%
            basis, proposed = TimeBasis.CARRIED, ["time", "time_basis"]
        elif kind is not IndicatorKind.STOCK and isinstance(time, AsOf) and is_carried and not item.is_dated:
            time = None  # đến 1/4 có 300 con trâu; sản lượng thịt tăng 8%
        if time is not None:
            return {"time": time, "time_basis": basis}, proposed
        return {"time": self._ask_time(item)}, []

    def _ask_time(self, item: Item) -> Gap:
        return ask.time(item.figure, times_for(item, self._period, self._stated))

    def _added_up_to(self, item: Item, day: Time | None, basis: TimeBasis, kind: IndicatorKind | None) -> Time | None:
        """Return the time of a figure, or `None` for the day up to which it is added up from another than the first.

        So it is if other words of the sentence say since when, or the day is stated in another sentence.
        """
        collection = item.figure.collection
        is_end = basis is TimeBasis.CARRIED and collection is TimeCollection.END
        is_up_to = isinstance(day, AsOf) or is_end or item.is_up_to
        is_here = item.is_dated or (item.named_time is not None and not item.is_timed_above)
        if kind is None and isinstance(day, AsOf) and not is_here:
            return None  # at the day of another sentence, or added up to it
        if kind is not IndicatorKind.FLOW or day is None or not is_up_to:
            return day
        is_open = item.named_at is not None and item.named_time is None
        if is_open:
            return None
        if is_here or basis is not TimeBasis.CARRIED or (isinstance(day, Period) and day.months == _YEAR):
            return day
        is_end = self._period is not None and self._period.end == days_of(day)[1]
        return self._period if is_end else None

    def _summed_time(self, item: Item) -> Time | None:
        """Return the time of the level of a claim whose time is named without its year.

        Đến hết tháng 9 thu 50 tỷ đồng, tăng 5%: the increase is that of nine months. So it is with a time that is
        stated of both, if the level is added up to it.
        """
        level = item.level
        if level is not None and item.named_at is not None and item.named_at > level.start:
            return None  # thu 50 tỷ đồng, tăng 5% (quý III tăng 9%)
        is_named = item.named_time is not None and item.figure.time is None
        is_same = level is not None and item.figure.time == level.figure.time
        if level is not None and level.figure.collection is TimeCollection.TO_DATE:
            is_named = is_named or is_same or item.figure.time is None
        is_named = is_named or (is_same and item.figure.time is not None)
        return self.of(level) if is_named and level is not None and not level.is_plan else None

    def _time_if_sure(self, item: Item, kind: IndicatorKind | None) -> tuple[Time | None, TimeBasis, bool]:
        """Return the time of a figure as `_time`, unless what it is compared with says that it has a shorter one."""
        time, basis, is_known = self._time(item, kind)
        if basis is TimeBasis.STATED or (item.is_level and kind is IndicatorKind.STOCK):
            return time, basis, is_known
        level = None if item.is_level else item.level
        if level is not None and not level.is_plan and self.of(level) is None:
            return _NO_TIME
        if item.figure.collection is TimeCollection.TO_DATE and isinstance(time, Period) and time.months == _YEAR:
            return _NO_TIME  # lũy kế đến nay: up to when in the year, or since when, is not said
        is_named = item.named_time is not None and not item.is_timed_above
        months = None if is_named and item.months == SHORTER else item.months
        return _NO_TIME if is_longer(time, basis, months, self._period) else (time, basis, is_known)

    def _time(self, item: Item, kind: IndicatorKind | None) -> tuple[Time | None, TimeBasis, bool]:
        """Return the time of a figure, its basis, and whether it is known."""
        figure = item.figure
        if figure.time is not None:
            stated = figure.time_basis or TimeBasis.STATED
            return figure.time, stated, stated is TimeBasis.STATED
        if item.is_level and not item.is_plan and aside.is_of_last_year(item.words):
            later = None if item.later is None else self.of(item.later)
            return aside.year_before(later), TimeBasis.CARRIED, False
        if item.time_above is not None and not item.is_timed_here:
            return item.time_above, TimeBasis.CARRIED, False
        year = self._year_of(item)
        if year is not None:
            return year, TimeBasis.CARRIED, False
        return self._time_around(item, kind)

    def _time_around(self, item: Item, kind: IndicatorKind | None) -> tuple[Time | None, TimeBasis, bool]:
        """Return the same by the time that the words name without its year, by the heading, or by the period."""
        if item.named_at is not None and not (item.is_timed_above and kind is IndicatorKind.STOCK):
            return _named(item, kind)
        if item.is_plan:
            return (item.heading_time, TimeBasis.CARRIED, False) if item.heading_time is not None else _NO_TIME
        is_now = is_outside(item.heading_time, self._period) and is_at_present(item.words)
        if item.heading_time is not None and not item.words.is_base and not is_now:
            return item.heading_time, TimeBasis.CARRIED, False
        period = self._period
        if period is None or item.words.is_base or (period.months != _YEAR and ask.may_be_planned(item.figure)):
            return _NO_TIME
        return self._assumed(item, kind, period)

    def _year_of(self, item: Item) -> Time | None:
        """Return the year of the period for a figure of the whole year in a report on a part of it."""
        known = item.heading_time or self._period
        is_of_year = item.is_of_year or (item.is_plan and _OF_WHOLE_YEAR.search(item.words.clause) is not None)
        if not is_of_year or known is None or days_of(known)[0].year != days_of(known)[1].year:
            return None
        return Period.year(days_of(known)[0].year)

    def _assumed(self, item: Item, kind: IndicatorKind | None, period: Period) -> tuple[Time | None, TimeBasis, bool]:
        """Return the time of a figure that follows from the period, unless it depends on the kind, which is asked."""
        collection = item.figure.collection
        whole, last = assumed_time(period, whole=True), assumed_time(period, whole=False)
        is_repeated = collection is not None and collection.is_repeated
        is_yearly = is_repeated and item.figure.per is Frequency.YEAR
        if is_yearly and (period.end - period.start).days < _LEAST_DAYS_OF_YEAR:
            return _NO_TIME  # mỗi năm nộp 300 tỷ đồng, in a report on nine months
        if kind is IndicatorKind.FLOW or is_repeated or not item.is_level:
            return _NO_TIME if self._is_open else (whole, TimeBasis.ASSUMED, False)
        return (last, TimeBasis.ASSUMED, False) if kind is not None or whole == last else _NO_TIME


_NO_TIME: Final = (None, TimeBasis.STATED, True)
_FEWEST_DIGITS: Final = 3
"""Digits of a number from which it is hardly that of another time, too."""
_AT_A_MOMENT: Final = (IndicatorKind.STOCK, IndicatorKind.RATE)
_YEAR: Final = 12
_LEAST_DAYS_OF_YEAR: Final = 364
_MONTH_OR_QUARTER: Final = (1, 3)


def _is_timeless(item: Item) -> bool:
    """Return whether the sentence of a figure names no time, or only the present."""
    is_open = item.named_at is None or item.named_at < item.sentence[0] or item.named_at == item.figure.start
    return item.own_times == 0 and is_open


def _are_alike(before: Item, item: Item) -> bool:
    """Return whether two figures are both foretold or both not, and both of the present (đến nay) or both not."""
    is_foretold = [bool({*one.figure.statuses} & {Status.FORECAST, Status.PLANNED}) for one in (before, item)]
    return is_foretold[0] is is_foretold[1] and is_at_present(before.words) is is_at_present(item.words)


def _is_sum(item: Item) -> bool:
    return item.measured is not None and item.measured.kind is IndicatorKind.FLOW


def _year_of_goal(item: Item, time: Time | None) -> Time | None:
    """Return the year of a planned change that is compared with an earlier one: năm 2017, tăng 3% so với năm 2016."""
    if not item.is_plan or not item.is_change or not isinstance(time, Period) or time in item.times:
        return time
    year = Period.year(time.end.year)
    return year if year in item.times and time.start.year < year.start.year else time


def _named(item: Item, kind: IndicatorKind | None) -> tuple[Time | None, TimeBasis, bool]:
    """Return the time that the words name without its year; that of a sentence before is sure only for flows."""
    is_sure = not item.is_timed_above or kind is IndicatorKind.FLOW or not item.is_level
    is_open = item.named_time is None or item.is_plan or not is_sure
    return _NO_TIME if is_open else (item.named_time, TimeBasis.CARRIED, False)


def _is_part_of_year(time: Time | None) -> bool:
    """Return whether a time is a month or a quarter after the first one of its year."""
    if not isinstance(time, Period):
        return False
    return time.start.month > 1 and time.months in _MONTH_OR_QUARTER and time.start.year == time.end.year


def _since_january(item: Item, time: Time | None) -> Period | None:
    """Return the time of what is added up to a month or quarter, or `None` if it may begin later: lũy kế tháng 8."""
    return _from_january(time) if isinstance(time, Period) and item.is_up_to else None


def _from_january(time: Time) -> Period:
    """Return the time from the first day of a year to the end of a part of it."""
    last = days_of(time)[1]
    return Period(start=last.replace(month=1, day=1), end=last)


def _is_moved_up_to(item: Item, time: Time) -> bool:
    """Return whether a claim without a level has a day or part of a year up to which something may be added up."""
    if item.level is not None or item.is_level:
        return False
    is_end = item.figure.collection in (TimeCollection.END, TimeCollection.TO_DATE) or item.is_up_to
    is_flow = item.measured is not None and item.measured.kind is IndicatorKind.FLOW
    return is_flow if isinstance(time, AsOf) else is_end and _is_part_of_year(time)


def _follows(
    time: Time | Gap, kind: IndicatorKind | None, collected: TimeCollection | None, *, is_stated: bool
) -> bool:
    """Return whether the time collection follows from the answer to a question: a stock is at a day or at an end."""
    usual = TimeCollection.TOTAL if kind is IndicatorKind.FLOW else TimeCollection.END
    return isinstance(time, Gap) and not is_stated and collected is usual


def _basis_of(time: Time | None, printed: Time | None, basis: TimeBasis) -> TimeBasis | None:
    """Return the basis of a time, which is not stated if its first day is not printed: đến 30/6/2023."""
    if time is None:
        return None
    return TimeBasis.CARRIED if basis is TimeBasis.STATED and time != printed else basis


def without_none(**fields: object) -> Fields:
    """Return the fields that are not `None`."""
    return {name: value for name, value in fields.items() if value is not None}
