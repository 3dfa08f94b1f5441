"""Find the times of the figures of each sentence that are named without a year, and those that are not known."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, final

from attrs import evolve

from aseansc.mentions import MentionKind
from aseansc.observations import Status
from aseansc.periods import AsOf, MonthDay, Period, Time, TimeBasis, days_of
from aseansc.vietnamese._compared_times import is_of_period, is_of_the_last
from aseansc.vietnamese._figure import PrintedFigure
from aseansc.vietnamese._lexicon.open_times import (
    DURING,
    EVENT,
    LINKED,
    OF_DOCUMENT,
    OF_OTHERS,
    OF_REPORT,
    SINCE_JANUARY,
    UNREAD,
)
from aseansc.vietnamese._named_times import NamedTime, NamedTimes, is_date
from aseansc.vietnamese._parts_of_years import (
    day_of,
    is_of_same_months,
    is_up_to_day,
    named_parts_in,
    part_of_year_at,
    same_months_before,
    time_of_part,
    year_of_same_months,
)
from aseansc.vietnamese._sentences import Sentences
from aseansc.vietnamese._windows import near_before

_DURING: Final = re.compile(DURING)
_UNREAD: Final = re.compile(UNREAD)
_EVENT: Final = re.compile(EVENT)
_IS_BASE: Final = re.compile(r"\s*=")
_OF_DOCUMENT: Final = re.compile(OF_DOCUMENT)
_SINCE_JANUARY: Final = re.compile(SINCE_JANUARY)
_LINKED: Final = re.compile(LINKED, re.IGNORECASE)
_OF_OTHERS: Final = re.compile(OF_OTHERS)
_OF_REPORT: Final = re.compile(OF_REPORT)
_DIGITS: Final = re.compile(r"\d+")
_NEAR: Final = 12
"""Most characters between a figure and a time that belongs to it: 7,45% của quý I."""
_FAR: Final = 40
_LEADING: Final = 6
"""Most characters before a time at the head of a sentence."""
_AROUND: Final = 60
"""Characters around a part of a year that say whether it is one."""


@final
class SentenceTimes:
    """The times of figures, while the sentences of a report are read in order.

    Args:
        text: the report.
        sentences: its sentences.
    """

    def __init__(self, text: str, sentences: Sentences) -> None:
        self._text = text
        self._sentences = sentences
        self._named = NamedTimes(text)
        self._known: Time | None = None
        """The time of the heading or of the report."""
        self._figures: list[PrintedFigure] = []
        """The figures of the sentence."""
        self._first_other: int | None = None
        """Where the sentence states the first time that may be that of something else than its figures."""
        self._stated: set[int] = set()
        """Where the sentence states times that are known."""
        self._unread: list[int] = []
        """Where the sentence states times that are not known."""
        self._times_above: tuple[int, tuple[Time, ...]] = (-1, ())
        """The paragraph of the last sentence that states times, and these times."""
        self.own: tuple[Time, ...] = ()
        """The times that the sentence itself states."""
        self._was_unread = False
        """Whether the sentence before states a time that could not be read."""
        self._paragraph = -1
        """The paragraph of the last sentence whose figures are not those of the reporting period."""
        self._leading: tuple[int, Period | None] = (-1, None)
        """The paragraph of the last sentence that begins with a time, and this time."""
        self._defined: dict[Time, Period] = {}
        """The times that brackets after times give them: tháng 01/2025 (từ ngày 15/12/2024 đến ngày 14/01/2025)."""
        self._only: Period | None = None
        """The time of the sentence, if it states only one that a bracket defines."""
        self._is_in_days = False
        """Whether the last stated time is from one day to another, which later figures may have, too."""
        self._of_report: int | None = None
        """Where the text last said that what follows is of the period of the report, if no time was stated since."""

    def leave_section(self) -> None:
        """End what the times of a section say about the sentences after it."""
        self._paragraph, self._is_in_days, self._of_report = -1, False, None

    def enter(
        self,
        figures: list[PrintedFigure],
        sentence: tuple[int, int],
        known: Time | None,
        heading: str,
        *,
        is_shorter: bool,
    ) -> tuple[Time, ...]:
        """Read the times of the next sentence; return those that it and the ones above state.

        Args:
            figures: its figures and dates.
            sentence: where it starts and ends.
            known: the time of its heading or of the report.
            heading: its heading.
            is_shorter: whether figures are those of a month, although the report is on a longer time.
        """
        self._known = known
        self._figures = figures
        dates = [one for one in figures if is_date(one)]
        found = self._defined_in(dates)
        self._defined |= found
        self._only = next(iter(found.values())) if len(found) == 1 and len(dates) == 2 else None
        self._stated = {one.start for one in figures if is_date(one) and isinstance(one.value, Period | AsOf)}
        self._first_other = self._start_of_other()
        said = [match.start() for match in _OF_REPORT.finditer(self._text, *sentence)]
        if said or self._stated:
            self._of_report = said[-1] if said else None
        self._unread = self._unread_times(figures, sentence, heading.casefold(), is_shorter=is_shorter)
        months_of = None if self._is_in_days else known  # the six months of days that are stated are not the first ones
        self._named.enter(figures, sentence, self._sentences.paragraph(sentence[0]), months_of)
        return self._times_near(figures, sentence)

    def _times_near(self, figures: list[PrintedFigure], sentence: tuple[int, int]) -> tuple[Time, ...]:
        """Return the times that a sentence states, parts of a year in the years that it may mean, and those above."""
        stated = [one.value for one in figures if is_date(one) and isinstance(one.value, Period | AsOf)]
        known = self._known
        years = dict.fromkeys(days_of(time)[1].year for time in (*stated, known) if time is not None)
        parts = named_parts_in(self._text[slice(*sentence)])
        named = [time_of_part(part, Period.year(year)) for part in parts for year in years]
        own = tuple(dict.fromkeys(time for time in (*stated, *named) if time is not None))
        self.own = own
        paragraph = self._sentences.paragraph(sentence[0])
        above = self._times_above[1] if self._times_above[0] == paragraph else ()
        self._times_above = paragraph, own or above
        first = figures[0].value if figures and figures[0].start - sentence[0] <= _LEADING else None
        if isinstance(first, Period):
            self._leading = paragraph, first
        elif self._leading[0] != paragraph:
            self._leading = paragraph, None
        return *own, *above

    def of(self, figure: PrintedFigure, start: int) -> tuple[PrintedFigure, NamedTime | None]:
        """Return a figure and the time without its year that it has.

        A time of a sentence before ends at one that is not known: Trong 7 ngày Tết, đón 900 khách.

        Args:
            figure: the figure.
            start: where its sentence starts.
        """
        if figure.time is None and self._only is not None and Status.PLANNED not in figure.statuses:
            figure = evolve(figure, time=self._only, time_basis=TimeBasis.STATED)
        figure = evolve(figure, time=self.as_defined(figure.time))
        said = self.said(figure)
        if self._is_of_other_year(figure):
            before = near_before(self._text, figure.start, _FAR)
            said = NamedTime(figure.start, same_months_before(before, figure.time))
            figure = evolve(figure, time=None, time_basis=None)
        if self._is_of_plan(figure):
            figure = evolve(figure, time=None, time_basis=None)
        if self._of_report is not None and self._of_report < figure.start and figure.time_basis is TimeBasis.CARRIED:
            return evolve(figure, time=None, time_basis=None), NamedTime(self._of_report, self._known)
        if said is None and self._is_led(figure):
            said = NamedTime(start, None)  # asked: the time of the report, or the one that the text stated last
        is_other = said is not None and said.time is None and start < said.start and said.start not in self._stated
        if is_other and figure.time_basis is TimeBasis.CARRIED:
            figure = evolve(figure, time=None, time_basis=None)
        return figure, said

    def as_defined(self, time: Time | None, period: Time | None = None) -> Time | None:
        """Return the days that a bracket has given a time, or else a period, or the time itself."""
        wanted = time or period
        return time if wanted is None else self._defined.get(wanted, time)

    def _defined_in(self, dates: list[PrintedFigure]) -> dict[Time, Period]:
        """Return the times of a sentence that the days in brackets right after them define.

        The days of an event are much fewer than those of its year: giải vô địch năm 2024 (từ ngày 08/9 - 19/9/2024).
        """
        pairs = ((one.value, other.value, self._text[one.end : other.start]) for one, other in pairwise(dates))
        return {
            time: days
            for time, days, between in pairs
            if isinstance(time, Period)
            and isinstance(days, Period)
            and _is_of_days(days)
            and between.strip() == "("
            and 2 * (days.end - days.start) > time.end - time.start
        }

    def is_of(self, figure: PrintedFigure, said: NamedTime) -> bool:
        """Return whether an open time is only the stated one that a figure has."""
        is_stated = said.time is None and said.start in self._stated
        return is_stated and figure.time is not None and figure.time_basis is TimeBasis.STATED

    def _is_of_other_year(self, figure: PrintedFigure) -> bool:
        """Return whether the words right before a figure name the same months of another year than its own time has.

        Tại thời điểm 1/6/2017 tăng 10,2% (cùng kỳ năm 2016 tăng 9%).
        """
        before = near_before(self._text, figure.start, _FAR)
        year = year_of_same_months(before)
        return year is not None and figure.time is not None and days_of(figure.time)[1].year != year

    def _is_led(self, figure: PrintedFigure) -> bool:
        """Return whether the last sentence that began with a time began with another one than that of the report.

        A title on quarter II, and in its text: Quý I/2017, có 5 triệu người. So với quý IV/2016, giảm 2%.
        """
        time, known = self._leading[1], self._known
        is_open = figure.time is None and Status.PLANNED not in figure.statuses
        return is_open and time is not None and isinstance(known, Period) and not known.overlaps(time)

    def _is_of_plan(self, figure: PrintedFigure) -> bool:
        """Return whether the time of a figure that was reached is only that of a plan before it in its sentence.

        In a report on a part of a year, a plan is often that of the year: Kế hoạch vốn năm 2018 là 9 tỷ đồng; giải
        ngân 5 tỷ đồng.
        """
        known = self._known
        if figure.time_basis is not TimeBasis.CARRIED or figure.time is None or Status.PLANNED in figure.statuses:
            return False
        if not isinstance(known, Period) or not isinstance(figure.time, Period) or not _is_within(known, figure.time):
            return False
        stated = [one for one in self._figures if one.time == figure.time and one.time_basis is TimeBasis.STATED]
        return bool(stated) and all(Status.PLANNED in one.statuses for one in stated)

    def said(self, figure: PrintedFigure) -> NamedTime | None:
        """Return the time without its year that a figure has by the words before it or right after it.

        It is the nearest one; its time is `None` if it is not sure. Words before the figure that could not be read
        count unless a time is named after them.
        """
        before = near_before(self._text, figure.start, _FAR)
        last, unread = self._named.of(figure), self._unread
        if is_of_same_months(before):
            known = last.time if last is not None else self._stated_before(figure) or self._known
            return NamedTime(figure.start, same_months_before(before, known))
        if is_of_the_last(before):
            return NamedTime(figure.start, None)
        if unread and min(unread) < figure.end + _NEAR and (last is None or last.start < max(unread)):
            return NamedTime(min(unread), None)
        return last or self._not_said_of(figure)

    def _stated_before(self, figure: PrintedFigure) -> Time | None:
        """Return the first time that the sentence states before a figure and does not compare with."""
        for one in self._figures:
            is_read = one.start in self._stated and one.start < figure.start and isinstance(one.value, Period | AsOf)
            if is_read and not _OF_OTHERS.search(near_before(self._text, one.start, _AROUND)):
                return one.value if isinstance(one.value, Period | AsOf) else None
        return None

    def _not_said_of(self, figure: PrintedFigure) -> NamedTime | None:
        """Return an open time for a figure without one, after a time that is not that of the report or a document.

        It may be the time of what is named after it: vụ lúa 2016-2017, sản xuất 80.000 ha.
        """
        is_after = self._first_other is not None and self._first_other < figure.start
        return NamedTime(figure.start, None) if figure.time is None and is_after else None

    def _start_of_other(self) -> int | None:
        """Return where the sentence states the first time that is not that of the report, a base or a document."""
        for one in self._figures:
            is_other = one.start in self._stated and one.value != self._known
            if not is_other or _IS_BASE.match(self._text, one.end) is not None:
                continue
            before = near_before(self._text, one.start, _AROUND)
            if not _OF_OTHERS.search(before) and not _OF_DOCUMENT.search(before):
                return one.start
        return None

    def _unread_times(
        self, figures: list[PrintedFigure], sentence: tuple[int, int], heading: str, *, is_shorter: bool
    ) -> list[int]:
        """Return where a sentence states times that are not known, or before it, if the last time may go on.

        Args:
            figures: the figures and dates of the sentence.
            sentence: where it starts and ends.
            heading: its heading in lower case.
            is_shorter: whether figures are those of a month, although the report is on a longer time.
        """
        known = self._known
        patterns = [_UNREAD]
        if isinstance(known, Period) and known.start.month != 1:
            patterns.append(_SINCE_JANUARY)
        words = (one for pattern in patterns for one in pattern.finditer(self._text, *sentence))
        named = [one.start() for one in words if not is_of_period(one[0].casefold(), known)]
        unread = (one for one in figures if _is_unread_time(one, self._text, heading))
        dates = [one.start for one in unread if not self._is_known(one, sentence)]
        if self._was_unread and _LINKED.match(self._text, sentence[0]):
            named.append(sentence[0])
        self._was_unread = bool(named or dates)
        is_open = self._times_go_on(figures, sentence, is_unread=is_shorter or bool(named))
        events = [one.start() for one in _EVENT.finditer(self._text, *sentence)]
        return [*dates, *named, *events] or [sentence[0] - 1] * is_open

    def _times_go_on(self, figures: list[PrintedFigure], sentence: tuple[int, int], *, is_unread: bool) -> bool:
        """Return whether the figures of a sentence without a time may have that of one above, not of the report.

        Args:
            figures: its figures and dates.
            sentence: where it starts and ends.
            is_unread: whether it has figures that are surely not those of the period of the report.
        """
        paragraph = self._sentences.paragraph(sentence[0])
        stated = [one.time for one in figures if one.time is not None and one.time_basis is TimeBasis.STATED]
        if stated:
            self._paragraph, self._is_in_days = -1, any(map(_is_of_days, stated))
        elif any(_is_of_days(one.value) and one.value not in self._defined.values() for one in figures):
            self._is_in_days = True  # thông tin tình hình từ ngày 16/11/2016 đến ngày 15/5/2017
        is_open = not stated and (self._is_in_days or self._paragraph == paragraph)
        if is_unread:
            self._paragraph = paragraph
        return is_open

    def _is_known(self, figure: PrintedFigure, sentence: tuple[int, int]) -> bool:
        """Return whether a time without its year is in the one year of the reporting period: 6 tháng đầu năm."""
        known = self._known
        if isinstance(figure.value, MonthDay):
            return is_up_to_day(self._text, figure.start) and day_of(figure.value, known) is not None
        first = max(sentence[0], figure.start - _AROUND)
        part = part_of_year_at(self._text[first : min(sentence[1], figure.end + _AROUND)], figure.start - first)
        return part is not None and time_of_part(part, known) is not None


def _is_within(part: Period, whole: Period) -> bool:
    """Return whether a period is a part of another one."""
    return part != whole and whole.start <= part.start and part.end <= whole.end


def _is_unread_time(figure: PrintedFigure, text: str, heading: str) -> bool:
    """Return whether a date or duration states a time that is not known: đến ngày 30-9, qua 5 năm."""
    before = near_before(text, figure.start, 40)
    if figure.mention is MentionKind.DURATION:
        return _DURING.search(before) is not None
    if not is_date(figure) or isinstance(figure.value, AsOf) or figure.printed.casefold() in heading:
        return False
    return _DIGITS.search(figure.printed) is not None and _OF_OTHERS.search(before) is None


def _is_of_days(time: object) -> bool:
    """Return whether a time is from a day within a month to another one: từ ngày 15/12/2020 đến ngày 14/6/2021."""
    return isinstance(time, Period) and time.start.day != 1
