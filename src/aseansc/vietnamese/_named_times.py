"""Find which figures have a time that is named without its year, in its own sentence or in the ones after it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, final

from attrs import evolve, frozen

from aseansc.mentions import MentionKind
from aseansc.periods import AsOf, MonthDay, Period, Time, days_of
from aseansc.vietnamese._figure import FigureKind, PrintedFigure
from aseansc.vietnamese._lexicon import parts_of_years as lexicon
from aseansc.vietnamese._lexicon.open_times import OF_OTHERS
from aseansc.vietnamese._parts_of_years import (
    day_of,
    ends_with,
    is_alone,
    is_part_of_year,
    is_right_after,
    is_up_to,
    is_up_to_day,
    leaves_bracket,
    months_of_part,
    named_parts_in,
    time_of_part,
)
from aseansc.vietnamese._windows import near_before

_ENDS_TIME: Final = re.compile(lexicon.ENDS_TIME, re.IGNORECASE)
_CUMULATIVE: Final = re.compile(lexicon.CUMULATIVE, re.IGNORECASE)
_ONLY: Final = re.compile(lexicon.ONLY, re.IGNORECASE)
_OF_OTHERS: Final = re.compile(OF_OTHERS)
_CLAUSE: Final = re.compile(r"[;,(:](?=\s)")
_NEAR: Final = 40
_TRIED: Final = 4
"""Most times that are looked at because others are in brackets."""


@frozen
class NamedTime:
    """A time that is named without its year.

    Args:
        start: where it is named.
        time: the time in its year, or `None` if it is not sure.
        is_up_to: whether figures are stated up to it or at its end.
        is_last: whether it is named after the figures of its clause, of which it may be said.
        is_duration: whether it may be only how long something takes.
    """

    start: int
    time: Time | None
    is_up_to: bool = False
    is_last: bool = False
    is_duration: bool = False


@final
class NamedTimes:
    """The times that a report names without their year, while its sentences are read in order.

    A time holds for the figures after it in its sentence, and in the sentences after it in its paragraph, until words
    of another time. What is not sure is `None`, so that it is asked about.

    Args:
        text: the report.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraph = -1
        self._year: int | None = None
        """The last year that the paragraph states."""
        self._above: NamedTime | None = None
        self._own: list[NamedTime] = []
        self._starts: list[int] = []
        self._is_stated = False
        """Whether the sentence states the time of a figure."""
        self._ends: list[int] = []
        """Where the sentence has words of another time."""
        self._sums: list[int] = []
        """Where it has words of what is added up from January."""
        self._clauses: list[int] = []
        self._figures: list[int] = []
        self._sentence = (0, 0)
        self._known: Time | None = None
        self._period: Time | None = None

    def enter(
        self, figures: list[PrintedFigure], sentence: tuple[int, int], paragraph: int, period: Time | None
    ) -> None:
        """Read the times of the next sentence.

        Args:
            figures: its figures and dates.
            sentence: where it starts and ends.
            paragraph: where its paragraph starts.
            period: the time of its heading or of the report.
        """
        self._leave()
        if paragraph != self._paragraph:
            self._paragraph, self._year, self._above = paragraph, None, None
        self._sentence, self._period = sentence, period
        is_of_year = period is not None and self._year in (None, days_of(period)[0].year)
        self._known = period if is_of_year else None
        self._ends = [one.start() for one in _ENDS_TIME.finditer(self._text, *sentence)]
        self._sums = [one.start() for one in _CUMULATIVE.finditer(self._text, *sentence)]
        self._clauses = [sentence[0], *(one.end() for one in _CLAUSE.finditer(self._text, *sentence)), sentence[1]]
        self._figures = [one.start for one in figures if not is_date(one)]
        found = sorted((*self._parts(figures), *self._days(figures)), key=lambda one: one.start)
        self._own = [evolve(one, is_last=self._is_last(one.start)) for one in found]
        self._starts = [one.start for one in self._own]
        self._is_stated = any(one.time is not None for one in figures)
        years = [time.start.year for _, time in self._stated(figures)]
        self._year = years[-1] if years else self._year

    def of(self, figure: PrintedFigure) -> NamedTime | None:
        """Return the time that a figure has by the words before it or right after it, or `None` without one."""
        start, at = figure.start, bisect_left(self._starts, figure.end)
        after = self._own[at] if at < len(self._own) else None
        if after is not None and is_right_after(self._text, figure.end, after.start):
            return after
        if after is not None and after.is_last and not _is_any(self._clauses, figure.end, after.start):
            return NamedTime(after.start, None)
        last = self._before(start)
        if last is None or last.is_last:
            return None if last is None else NamedTime(last.start, None)
        if _is_any(self._sums, last.start, start):
            return None if self._is_whole(last.time) else NamedTime(last.start, None)
        return None if _is_any(self._ends, last.start, start) else last

    def _before(self, start: int) -> NamedTime | None:
        """Return the last time before a figure that is not in a bracket which ends before it."""
        at = bisect_left(self._starts, start)
        for last in reversed(near_before(self._own, at, _TRIED)):
            if not leaves_bracket(self._text[last.start : start]):
                return last
        return self._above if at <= _TRIED else NamedTime(self._starts[at - 1], None)

    def _is_whole(self, last: Time | None) -> bool:
        """Return whether what is added up from January to the end of a time is that of the whole period."""
        period = self._period
        if not isinstance(period, Period) or last is None or (period.start.month, period.start.day) != (1, 1):
            return False
        return days_of(last)[1] == period.end

    def _is_last(self, at: int) -> bool:
        """Return whether a time is named after a figure in its part of a clause, and before none."""
        clause = bisect_right(self._clauses, at)
        first, last = self._clauses[clause - 1], self._clauses[min(clause, len(self._clauses) - 1)]
        return _is_any(self._figures, first, at) and not _is_any(self._figures, at, last)

    def _leave(self) -> None:
        """Decide which time holds for the sentences after the one that was read."""
        start, end = self._sentence
        own = [one for one in self._own if not one.is_duration]
        if self._is_stated:
            self._above = None
        elif own:
            last = own[-1]
            is_sure = len({one.time for one in own}) == 1 and not last.is_last and not last.is_up_to
            is_sure = is_sure and not _ONLY.search(self._text, start, last.start)
            is_sure = is_sure and not any(_is_any(one, last.start, end) for one in (self._ends, self._sums))
            self._above = NamedTime(last.start, last.time if is_sure else None)
        elif self._above is not None and (self._ends or self._sums):
            self._above = evolve(self._above, time=None)

    def _stated(self, figures: list[PrintedFigure]) -> list[tuple[int, Period]]:
        """Return the periods that a sentence states and does not compare with."""
        return [
            (one.start, one.value)
            for one in figures
            if is_date(one)
            and isinstance(one.value, Period)
            and not _OF_OTHERS.search(near_before(self._text, one.start, _NEAR))
        ]

    def _parts(self, figures: list[PrintedFigure]) -> Iterator[NamedTime]:
        """Yield the parts of a year that the sentence names; the year is stated before them or that of the period."""
        stated = self._stated(figures)
        words = self._text[slice(*self._sentence)]
        for part in named_parts_in(words):
            at = self._sentence[0] + part.start()
            known = next((value for start, value in reversed(stated) if start < at), self._known)
            time = time_of_part(part, known)
            is_sure = is_alone(words, part) and is_part_of_year(words, part, is_of_period=ends_with(time, self._period))
            is_duration = months_of_part(part) > 1 and part["quarter"] is None and not is_sure
            yield NamedTime(at, time if is_sure else None, is_up_to(self._text, at), is_duration=is_duration)

    def _days(self, figures: list[PrintedFigure]) -> Iterator[NamedTime]:
        """Yield the days without a year up to which the sentence states figures."""
        for one in figures:
            if is_date(one) and isinstance(one.value, MonthDay) and is_up_to_day(self._text, one.start):
                day = day_of(one.value, self._known)
                if day is not None:
                    yield NamedTime(one.start, AsOf(date=day), is_up_to=True)


def _is_any(positions: list[int], start: int, end: int) -> bool:
    """Return whether one of some positions, which are in order, is in a part of the text."""
    at = bisect_left(positions, start)
    return at < len(positions) and positions[at] < end


def is_date(figure: PrintedFigure) -> bool:
    """Return whether a number is a date or another time, not a figure."""
    return figure.mention is MentionKind.DATE or figure.kind is FigureKind.DATE
