"""What applies to figures: the words of a status, what a long paragraph carries on, and what a bracket interrupts."""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import define

from aseansc.observations import Status
from aseansc.periods import Frequency, Time, TimeBasis, TimeCollection

MAY_BE_PLANNED: Final = "may be planned or expected: whether it was done is not stated"


@define
class Mark:
    """A range of tokens: where words that apply to figures, such as *ước* or *kế hoạch*, are in the text."""

    start: int
    end: int


class Carried(NamedTuple):
    """What a long paragraph that is cut into passages carries from one into the next: meanings without positions."""

    collection: TimeCollection | None = None
    per: Frequency | None = None
    is_how_often_new: bool = False
    leads: bool = False
    time: Time | None = None
    time_collection: TimeCollection | None = None
    time_basis: TimeBasis = TimeBasis.STATED
    plan: bool = False
    is_goal_time: bool = False


@define
class Bracket:
    """What applied before a bracket, and applies again after it."""

    time: Time | None
    collection: TimeCollection | None
    basis: TimeBasis
    statuses: dict[Status, Mark]
    goal: tuple[bool, bool]
    has_figure: bool = False
    is_after_time: bool = False
    is_of_base: bool = False
