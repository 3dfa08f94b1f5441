"""Find the figures of a report that are goals by their headings, their sentences or their times."""

from __future__ import annotations

import re
from typing import Final, final

from attrs import evolve

from aseansc.observations import Status
from aseansc.periods import Period, Time, days_of
from aseansc.vietnamese._aside import as_plan
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._headings import is_above_goals
from aseansc.vietnamese._lexicon.drafting import REACHED
from aseansc.vietnamese._lexicon.scope import COMPLETION, FREQUENCY_OF_ANOTHER, GIVEN_PLAN, PURPOSE
from aseansc.vietnamese._questions import may_be_planned
from aseansc.vietnamese._scopes import MAY_BE_PLANNED

_REACHED: Final = re.compile(REACHED, re.IGNORECASE)
_COMPLETION: Final = re.compile(COMPLETION, re.IGNORECASE)
_GIVEN_PLAN: Final = re.compile(GIVEN_PLAN, re.IGNORECASE)
_PURPOSE: Final = re.compile(PURPOSE, re.IGNORECASE)
_OF_ANOTHER: Final = re.compile(FREQUENCY_OF_ANOTHER, re.IGNORECASE)


@final
class Goals:
    """Tells which figures are goals, while the headings and sentences of a report are read in order.

    Args:
        text: the report.
        period: its period, if known.
    """

    def __init__(self, text: str, period: Period | None) -> None:
        self._text = text
        self._period = period
        self._are_below = False
        """Whether the figures below the last heading are goals."""
        self._are_here = False
        """Whether those of the sentence are goals by their heading."""

    def enter_section(self, heading: str) -> None:
        """Read the next heading."""
        self._are_below = is_above_goals(heading, was_above=self._are_below)

    def enter_sentence(self, sentence: tuple[int, int]) -> None:
        """Read the next sentence."""
        self._are_here = self._are_below and _REACHED.search(self._text, *sentence) is None

    def applied(self, figure: PrintedFigure, sentence: int) -> PrintedFigure:
        """Return a figure as planned if it is a goal by its heading, and nothing says that it was reached.

        So is one that may be planned, of a time after the period of the report. What something costs or has is not
        sure to be planned for the time at which it is to be completed.
        """
        if figure.collection is not None and _OF_ANOTHER.search(self._text, sentence, figure.start):
            figure = evolve(figure, collection=None, per=None)
        if figure.kind is FigureKind.LEVEL and _GIVEN_PLAN.search(self._text, sentence, figure.start):
            return as_plan(evolve(figure, statuses=(Status.PLANNED,), doubt=None, note=""))
        if not figure.statuses and figure.doubt is None and _PURPOSE.search(self._text, sentence, figure.start):
            figure = evolve(figure, doubt=Doubt.STATUS, note=MAY_BE_PLANNED)
        is_ahead = figure.statuses != () or may_be_planned(figure)
        if is_ahead and _COMPLETION.search(self._text, sentence, figure.start):
            return evolve(figure, statuses=(), time=None, time_basis=None, doubt=Doubt.STATUS, note=MAY_BE_PLANNED)
        if may_be_planned(figure) and self._is_later(figure.time):
            return evolve(figure, statuses=(*figure.statuses, Status.PLANNED), doubt=None, note="")
        if not self._are_here or figure.statuses or figure.kind is FigureKind.ATTAINMENT:
            return figure
        time = figure.time
        is_past = time is not None and self._period is not None and days_of(time)[1] < self._period.end
        return figure if is_past else evolve(figure, statuses=(Status.PLANNED,))

    def _is_later(self, time: Time | None) -> bool:
        return time is not None and self._period is not None and days_of(time)[0] > self._period.end
