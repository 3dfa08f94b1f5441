"""Read from what a figure is compared with, or followed by, whether its time is shorter than that of the report."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, final

from attrs import evolve

from aseansc.periods import AsOf, Period, Time, TimeBasis, days_of
from aseansc.units import UnitKind, percent
from aseansc.values import Change, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._lexicon import parts_of_years as lexicon, said_of
from aseansc.vietnamese._named_times import NamedTime, is_date
from aseansc.vietnamese._windows import near_before

_WITH_THE_LAST: Final = re.compile(lexicon.WITH_THE_LAST, re.IGNORECASE)
_CUMULATIVE: Final = re.compile(lexicon.CUMULATIVE, re.IGNORECASE)
_OF_THE_LAST: Final = re.compile(lexicon.OF_THE_LAST, re.IGNORECASE)
_LAST: Final = re.compile(lexicon.OTHER_PERIODS)
_CLAUSE_END: Final = re.compile(r"[;.](?=\s)")
_SEMICOLON: Final = re.compile(";")
_FROM: Final = re.compile(said_of.FROM_LEVEL, re.IGNORECASE)
_SIGN: Final = re.compile("[;,.:]")
_SIGN_OF_CLAUSE: Final = re.compile(r"[;\n]|\.\s")
_SAME_SAID: Final = re.compile(lexicon.AGAINST_SAME_MONTHS, re.IGNORECASE)
_SAME_MONTHS: Final = re.compile(lexicon.WITH_SAME_MONTHS, re.IGNORECASE)
_SPLIT_BASE: Final = re.compile(said_of.SPLIT_BASE, re.IGNORECASE)
_OF_PLAN: Final = re.compile(said_of.OF_PLAN, re.IGNORECASE)
_MOVED_BY: Final = re.compile(said_of.MOVED_BY, re.IGNORECASE)
_COMPARED: Final = re.compile(said_of.COMPARED_AFTER, re.IGNORECASE)
_FIRST_BASE: Final = re.compile(said_of.FIRST_BASE, re.IGNORECASE)
_NEXT_BASE: Final = re.compile(said_of.NEXT_BASE, re.IGNORECASE)
_OF_SOMETHING: Final = re.compile(said_of.OF_SOMETHING, re.IGNORECASE)
_EQUALS: Final = re.compile(said_of.EQUALS_LAST, re.IGNORECASE)
_WEEK: Final = 7
_QUARTER: Final = 3
_YEAR: Final = 12
_NEAR: Final = 60
_FAR: Final = 120
SHORTER: Final = -1
"""In place of months: shorter than a time from January, which is added up after the figure."""


def months_compared(text: str, figures: Sequence[PrintedFigure], sentence: tuple[int, int]) -> list[int | None]:
    """Return for each figure of a sentence how many months its time has by what it is compared with.

    That is 1 if the figure, or a change that is said of it, is compared with the month before, 3 with the quarter,
    0 with the week, and `SHORTER` if what is added up from January follows it: thu 5 tỷ đồng, lũy kế 50 tỷ đồng.
    """
    levels = [*(figure.start for figure in figures if not _is_said_of_another(figure)), sentence[1]]
    first_sum = _CUMULATIVE.search(text, *sentence)
    sum_at = first_sum.start() if first_sum else sentence[0]
    found: list[int | None] = []
    for at, figure in enumerate(figures):
        level = levels[min(bisect_left(levels, figure.end), len(levels) - 1)]
        after = figures[at + 1].start if at + 1 < len(figures) else level
        months = _compared_with(text, figure, after if _is_said_of_another(figure) else level)
        is_before_sum = figure.end <= sum_at and level < sentence[1]
        found.append(SHORTER if months is None and is_before_sum else months)
    return _of_clauses(text, figures, found)


def _of_clauses(text: str, figures: Sequence[PrintedFigure], months: list[int | None]) -> list[int | None]:
    """Give the months of a figure to those before it in its clause.

    Trong tổng số 370 tỷ đồng, bán lẻ đạt 277 tỷ đồng, tăng 1% so với tháng trước: both are of a month.
    """
    found = list(months)
    for at in reversed(range(len(found) - 1)):
        if found[at] is None and _CLAUSE_END.search(text, figures[at].end, figures[at + 1].start) is None:
            found[at] = found[at + 1]
    return found


def _compared_with(text: str, figure: PrintedFigure, stop: int) -> int | None:
    """Return how long the time is with which the words after a figure, up to a position, compare it."""
    clause = _CLAUSE_END.search(text, figure.end, stop)
    compared = _WITH_THE_LAST.search(text, max(figure.start, figure.end - 1), clause.start() if clause else stop)
    if compared is None:
        return None
    return 1 if compared["month"] else _QUARTER if compared["quarter"] else 0


def is_longer(time: Time | None, basis: TimeBasis, months: int | None, period: Time | None) -> bool:
    """Return whether a time that is not stated is longer than the one that a comparison says."""
    if months is None or basis is TimeBasis.STATED or not isinstance(time, Period):
        return False
    if months == SHORTER:
        is_from_january = isinstance(period, Period) and period.start.month == 1
        return is_from_january and time == period and time.months != 1
    return time.months != months


def of_its_own_time(text: str, figure: PrintedFigure, figures: Iterable[PrintedFigure]) -> PrintedFigure:
    """Return a change that is read as one from an earlier time with its own time, if that is as long as the earlier.

    Quý II/2017 giảm 0,07% so với quý I/2017: a change of the second quarter, as if *so với quý trước* were printed. So
    is one against the same months of another year: đến ngày 31/5/2023 tăng 20% so với cùng kỳ năm 2022. A change over
    several years has all of them: năm 2020 giảm 3% so với năm 2015.
    """
    time = figure.time
    if not isinstance(time, Period) or time.start.day != 1:
        return figure
    before = _SIGN_OF_CLAUSE.split(near_before(text, figure.start, _FAR))[-1]
    after = _SIGN_OF_CLAUSE.split(text[figure.end : figure.end + _FAR], maxsplit=1)[0]  # tăng 9% về lượng, 8% về giá …
    is_same = _SAME_MONTHS.match(after) is not None or any(map(_SAME_SAID.search, (before, after)))
    years = time.end.year - time.start.year - ((time.end.month, time.end.day) < (time.start.month, time.start.day))
    if is_same and years == 1:
        return evolve(figure, time=Period(start=time.start.replace(year=time.start.year + 1), end=time.end))
    bases = (one.value for one in figures if is_date(one) and isinstance(figure.value, Change | RelativeChange))
    starts = (_start_of_end(base, time) for base in bases if isinstance(base, Period) and base.start == time.start)
    start = next((one for one in starts if one is not None), time.start)
    return evolve(figure, time=Period(start=start, end=time.end))


def _start_of_end(base: Period, time: Period) -> dt.date | None:
    """Return the start of the end of a time that is as long as its beginning, and follows it or is a year later."""
    months, step = base.months or 0, (time.months or 0) - (base.months or 0)
    if months == 0 or step not in ((months, _YEAR) if months < _YEAR else (months,)):
        return None
    month = base.start.month - 1 + step
    return base.start.replace(year=base.start.year + month // _YEAR, month=month % _YEAR + 1)


def are_compared(text: str, figures: Sequence[PrintedFigure], sentence: tuple[int, int]) -> bool:
    """Return whether a sentence has changes and names no plan: lúa 27 ha, bằng 98%; ngô 16 ha, tăng 3%."""
    has_change = any(isinstance(one.value, RelativeChange) for one in figures)
    return has_change and _OF_PLAN.search(text, *sentence) is None


def as_further_change(text: str, figure: PrintedFigure, last: PrintedFigure | None) -> PrintedFigure:
    """Return a percent after *và* as a change like the one before it, if each of the two is compared with a time.

    Tăng 6,4% so với quý IV/2016 và 6,3% so với cùng kỳ năm trước.
    """
    number, change = figure.magnitude, None if last is None else last.value
    if last is None or not isinstance(change, RelativeChange) or not isinstance(number, Decimal):
        return figure
    between = text[last.end : figure.start]
    is_listed = _FIRST_BASE.fullmatch(between) is not None and _NEXT_BASE.match(text, figure.end) is not None
    if figure.unit != percent or isinstance(figure.value, RelativeChange) or not is_listed:
        return figure
    value = evolve(change, magnitude=number.copy_sign(change.magnitude), qualifier=figure.qualifier)
    return evolve(figure, value=value, kind=FigureKind.CHANGE, doubt=last.doubt)


def as_level_reached(text: str, figure: PrintedFigure, last: PrintedFigure | None) -> PrintedFigure:
    """Return a percent as the level that was reached, if the figure before it is that from which it rose or fell.

    Từ 10,38% năm 2005, đến nay đã tăng lên 12,98%.
    """
    number = figure.magnitude
    is_open = figure.kind is FigureKind.CHANGE and figure.value is None and figure.unit == percent
    if last is None or last.unit != percent or not is_open or not isinstance(number, Decimal):
        return figure
    is_after_base = _FROM.search(near_before(text, last.start, _NEAR)) and not _SEMICOLON.search(
        text, last.end, figure.start
    )
    if not is_after_base or figure.doubt is not Doubt.MEANING:
        return figure
    value = Value(magnitude=number, unit=percent, qualifier=figure.qualifier)
    return evolve(figure, value=value, kind=FigureKind.PERCENT, doubt=None, note="")


def as_change_of_quotient(text: str, figure: PrintedFigure) -> PrintedFigure:
    """Return a number with a printed unit for each hectare or the like as a change, if its words say that it is one.

    The level before it often lacks this part of the unit: trên 1 ha đạt 115 triệu đồng, tăng 48 triệu đồng/ha so với ….
    """
    number, unit = figure.magnitude, figure.unit
    moved = _MOVED_BY.search(text, max(0, figure.start - _NEAR), figure.start)
    is_open = figure.value is None and "/" in figure.printed
    if not isinstance(number, Decimal) or unit is None or moved is None or not is_open:
        return figure
    if unit.numerator.kind is UnitKind.SHARE or _COMPARED.match(text, figure.end) is None:
        return figure  # 3‰/năm may be points, or a part of the level
    signed = -number if moved["down"] else number
    value = Change(magnitude=signed, unit=unit, qualifier=figure.qualifier)
    return evolve(figure, value=value, kind=FigureKind.CHANGE, doubt=None, note="")


def with_base(text: str, figure: PrintedFigure, *, compared: bool) -> PrintedFigure:
    """Return a percent as a change if what it is compared with follows a bracket: bằng 99,6% (giảm 629 ha) so với ….

    So is one after *bằng* in a sentence whose figures are compared with an earlier time.
    """
    number = figure.magnitude
    is_open = figure.value is None and figure.unit == percent and figure.kind is not FigureKind.CHANGE
    is_equal = compared and _EQUALS.search(near_before(text, figure.start, _NEAR)) is not None
    is_of_base = (is_equal and not _OF_SOMETHING.match(text, figure.end)) or _SPLIT_BASE.match(text, figure.end)
    if not is_open or not isinstance(number, Decimal) or not is_of_base:
        return figure
    value = RelativeChange(form=RelativeForm.TO, magnitude=number, unit=percent, qualifier=figure.qualifier)
    return evolve(figure, value=value, kind=FigureKind.CHANGE, doubt=None)


def is_outside(time: Time | None, period: Period | None) -> bool:
    """Return whether a time has no day in common with the period of a report."""
    return time is not None and period is not None and not period.overlaps(time)


def is_of_period(words: str, period: Time | None) -> bool:
    """Return whether words such as *trong tuần*, *trong tháng* or *quý qua* name the period of the report."""
    if not isinstance(period, Period):
        return False
    first, last = days_of(period)
    is_week = (last - first).days < _WEEK and lexicon.WEEK in words
    is_part = (lexicon.MONTH in words and period.months == 1) or (
        lexicon.QUARTER in words and period.months == _QUARTER
    )
    return (is_week or is_part) and _LAST.search(words) is None


def is_of_the_last(before: str) -> bool:
    """Return whether the words right before a figure say that it is one of an earlier time."""
    return _OF_THE_LAST.search(before[-_NEAR:]) is not None


@final
class TimesOfOthers:
    """Tells which figures of a sentence got their time from the words after another one, and so may have another.

    Trong 9 tháng, thu 5 tỷ đồng; giao 31 thanh niên nhập ngũ năm 2017; khám phá 3 vụ án: the last is that of 9 months.

    Args:
        text: the text.
        figures: the figures and dates of the sentence, in order.
        known: the time of the heading or of the report.
    """

    def __init__(self, text: str, figures: Sequence[PrintedFigure], known: Time | None) -> None:
        self._dates = [one for one in figures if is_date(one)]
        self._starts = [one.start for one in self._dates]
        self._in_tails = {
            date.start
            for of, date in pairwise(figures)
            if is_date(date) and not is_date(of) and _SIGN.search(text, of.end, date.start) is None
        }
        self._is_known = len(self._dates) == 1 and self._dates[0].value == known
        ends = (figures[0].start, figures[-1].end) if figures else (0, 0)
        self._semicolons = [found.start() for found in _SEMICOLON.finditer(text, *ends)]

    def removed_from(self, figure: PrintedFigure, said: NamedTime | None) -> tuple[PrintedFigure, NamedTime | None]:
        """Remove the time of another figure; return the figure and the time without a year that its words give it.

        That time is not sure if the figure had the time of the words after another one, or if it is of another year
        than the one that the sentence stated before it: in a report on 2023, năm 2024 (đến ngày 30/9; trồng 45 ha).
        """
        if said is not None and self._is_before(figure, said.start):
            is_sure = _overlap(figure.time, said.time)
            return evolve(figure, time=None, time_basis=None), said if is_sure else NamedTime(said.start, None)
        if self._has_time_of_another(figure):
            return evolve(figure, time=None, time_basis=None), NamedTime(figure.start, None)
        return figure, said

    def _is_before(self, figure: PrintedFigure, named_at: int) -> bool:
        """Return whether a figure got its time from before a later one without a year: năm 2024 …, quý III thu 9 tỷ."""
        at = bisect_left(self._starts, figure.start)
        read = [one.start for one in self._dates[:at] if isinstance(one.value, Period | AsOf)]
        return figure.time_basis is TimeBasis.CARRIED and read != [] and read[-1] < named_at < figure.start

    def _has_time_of_another(self, figure: PrintedFigure) -> bool:
        """Return whether the time of a figure is that of the words after another one, in an earlier part of a list."""
        if figure.time_basis is not TimeBasis.CARRIED or self._is_known:
            return False
        at = bisect_left(self._starts, figure.start)
        if at == 0 or self._starts[at - 1] not in self._in_tails or self._dates[at - 1].value != figure.time:
            return False
        next_one = bisect_left(self._semicolons, self._dates[at - 1].end)
        return next_one < len(self._semicolons) and self._semicolons[next_one] < figure.start


def _overlap(one: Time | None, other: Time | None) -> bool:
    """Return whether two times have a day in common, as far as they are known."""
    (first, last), (start, end) = (
        (dt.date.min, dt.date.max) if time is None else days_of(time) for time in (one, other)
    )
    return first <= end and start <= last


def _is_said_of_another(figure: PrintedFigure) -> bool:
    return figure.kind in (FigureKind.CHANGE, FigureKind.PERCENT, FigureKind.ATTAINMENT)
