"""What applies to figures: the words of a status, what a long paragraph carries on, and what a bracket interrupts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define, field

from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.vietnamese._lists import Listing
from aseansc.vietnamese._plans import may_be_outcome
from aseansc.vietnamese._tokens import Tokens

if TYPE_CHECKING:
    from aseansc.vietnamese._candidates import Candidate

FORETOLD: Final = (Status.ESTIMATED, Status.FORECAST)
_FEW: Final = 4
"""Most words between a bracket and a time that is all it says."""
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
    """What applied before a bracket that begins at a token, and applies again after it."""

    start: int
    time: Time | None
    collection: TimeCollection | None
    basis: TimeBasis
    statuses: dict[Status, Mark]
    goal: tuple[bool, bool]
    may_be_planned: bool
    cumulated: Mark | None
    stated: tuple[set[Time], Time | None]
    is_of_part: bool
    has_figure: bool = False
    is_after_time: bool = False
    is_of_base: bool = False

    def is_only(self, last: Candidate | None, end: int) -> bool:
        """Return whether the bracket that ends at a token only says a time: (năm 2016), (số liệu đến năm 2016)."""
        return last is not None and last.is_time and last.end == end and last.start - self.start <= _FEW


@define
class State:
    """What applies to the next figure of a passage: statuses, time, time collection and frequency.

    `base` is the time with which the next change is compared; `of_same` is the time that ended at *cùng kỳ*; `expected`
    is the time of the figures that a status such as *ước* applies to. `is_attached` marks a time that is printed after
    its figure, `is_goal_time` the time of a goal, `is_second_time` one that replaced another. `is_of_part` is true
    after a part of a year whose year is not printed; `last_stated` is the latest time of the sentences so far.
    `plan_note` is why a figure may be planned. `foretold_in` is the sentence of the last *dự kiến* about the time that
    applies. `heads` is true after a time at the head of the sentence, `is_open_before` if the sentence before ended
    with a figure without a time. `estimated_to` is the end of the first figure after *ước*. `may_be_provisional` is
    true after a sentence with *sơ bộ*. A time that `is_of_one` ends with its clause, one that `is_of_sentence` with its
    sentence. `stated_times` counts the different times of the sentence. `has_plan` is true after a percent of a plan or
    a planned amount in the paragraph, `is_equalled` after a percent of an earlier figure in the sentence; `is_revised`
    where the sentence revises a forecast, `sets_aims` where a verb sets goals. `after_goal` is how many more sentences
    may go on with a goal, `goal_time` its time. `unstated` are the figures of the sentence without a status. `listing`
    is the heading of the list of goals that the passage belongs to, `listed_in` the first sentence with a figure of it,
    `level_in` the sentence of the last level, and `last_timed` the last figure that is not itself a time.
    """

    tokens: Tokens
    collection: TimeCollection | None = None
    per: Frequency | None = None
    is_how_often_new: bool = False
    leads: bool = False
    time: Time | None = None
    time_collection: TimeCollection | None = None
    time_basis: TimeBasis = TimeBasis.STATED
    plan: bool = False
    is_goal_time: bool = False
    has_figure: bool = False
    clause: int = 0
    sentence: int = 0
    statuses: dict[Status, Mark] = field(factory=dict)
    how_often: Mark | None = None
    head: int = 0
    statuses_lead: bool = False
    to_now: Mark | None = None
    cumulated: Mark | None = None
    is_goal: bool = False
    is_plan_used: bool = False
    is_plan_compared: bool = False
    has_planned: bool = False
    has_plan: bool = False
    is_equalled: bool = False
    is_revised: bool = False
    listed_in: int = -1
    level_in: int = -1
    after_goal: int = 0
    goal_time: Time | None = None
    unstated: list[Candidate] = field(factory=list)
    is_now: bool = False
    may_be_planned: bool = False
    plan_note: str = MAY_BE_PLANNED
    may_be_goals: bool = False
    sets_aims: bool = False
    may_be_estimated: bool = False
    may_be_provisional: bool = False
    is_attached: bool = False
    is_of_one: bool = False
    is_of_sentence: bool = False
    is_second_time: bool = False
    is_of_part: bool = False
    last_stated: Time | None = None
    foretold_in: int = -1
    heads: bool = False
    is_open_before: bool = False
    is_after_base: bool = False
    base: Time | None = None
    bracketed: Period | AsOf | None = None
    of_same: Time | None = None
    expected: Time | None = None
    is_expected_new: bool = False
    estimated_to: int = 0
    stated_times: set[Time] = field(factory=set)
    latest: Time | None = None
    bracket: Bracket | None = None
    last: Candidate | None = None
    last_timed: Candidate | None = None
    listing: Listing | None = None

    @property
    def cumulation(self) -> Mark | None:
        """Where *lũy kế* is said, unless a frequency follows it: từ đầu năm đến nay, mỗi tháng bán 900 xe."""
        if self.cumulated is None or (self.how_often is not None and self.how_often.start > self.cumulated.start):
            return None
        return self.cumulated

    def _bracket_at(self, at: int) -> Bracket:
        """Return what a bracket at a token does not change."""
        goal, stated = (self.is_goal, self.is_plan_used), (set(self.stated_times), self.latest)
        time = self.time, self.time_collection, self.time_basis
        return Bracket(
            at, *time, dict(self.statuses), goal, self.may_be_planned, self.cumulated, stated, self.is_of_part
        )

    def _be_done(self) -> None:
        """Let what follows be done, even after a goal."""
        self.may_be_planned = self.may_be_estimated = False
        self.plan_note = MAY_BE_PLANNED
        self.after_goal = 0
        self.unstated = []

    def _end_plan(self) -> None:
        """End a plan where its outcome begins; the year of a goal ends with it."""
        self.statuses = (
            {}
            if self.statuses_lead
            else {key: mark for key, mark in self.statuses.items() if key is not Status.PLANNED}
        )
        self.statuses_lead = self.is_plan_used = False
        self._end_goal()

    def _governs(self, at: int) -> bool:
        """Return whether a list of goals that the passage belongs to, or announces, has begun at a token."""
        return self.listing is not None and self.listing.governs(self.tokens.passage.position(self.tokens.starts[at]))

    def _is_in_later_sentence(self) -> bool:
        """Return whether the sentence comes after the one in which goals are listed in running text."""
        listing = self.listing
        return listing is not None and listing.end is not None and -1 < self.listed_in < self.sentence

    def _leave_open(self, at: int) -> bool:
        """Return whether *thực hiện* and a verb after a planned figure leave open if what follows was done."""
        if not may_be_outcome(self.tokens, at, goal=self.is_goal or Status.PLANNED not in self.statuses):
            return False
        used = Status.PLANNED in self.statuses and self.is_plan_used
        listed = self._governs(at) and (self.has_figure or self._is_in_later_sentence())
        if used and not self.is_goal and not self.tokens.words[at - 1].isalpha():
            return False  # kế hoạch 850 ha, thực hiện gieo trồng 902 ha
        goes_on = self.may_be_planned or (self.after_goal and at > self.head)
        if not used and not listed and not goes_on:
            return False  # phấn đấu trồng 32 ha. Thực hiện trồng 30 ha
        if used:
            self._end_plan()
            self.sets_aims = True
        if listed:
            self.listing = None
        self.may_be_planned = True
        return True

    def end_used_plan(self) -> None:
        """End a plan at a part of its time: kế hoạch năm 2019 là 850 ha, 9 tháng trồng 650 ha."""
        if Status.PLANNED in self.statuses and self.is_plan_used and not self.is_goal and not self.statuses_lead:
            self._end_plan()

    def _end_goal(self) -> None:
        if self.is_goal_time:
            self.time = self.time_collection = None
        self.is_goal = self.is_goal_time = False

    def _is_forecast_at_head(self, at: int) -> bool:
        """Return whether the words up to a comma only begin a sentence with a forecast."""
        mark = self.statuses.get(Status.FORECAST)
        return mark is not None and mark.end == at and mark.start == self.head

    def _is_cumulated(self, last: Candidate) -> bool:
        """Return whether *lũy kế* already applied: lũy kế 450 tỷ đồng, trong đó năm 2018 là 120 tỷ đồng."""
        return last.takes_time and self.cumulated is not None and last.start > self.cumulated.start

    def _drop_statuses(self) -> None:
        self.statuses, self.expected, self.is_goal, self.is_plan_used = {}, None, False, False

    def use_plan(self) -> None:
        """Note that a figure is planned, and the time of the plan."""
        self.has_planned = self.is_plan_used = True
        if self.goal_time is None and self.time_basis is TimeBasis.STATED:
            self.goal_time = self.time

    def _doubt_unstated(self) -> None:
        """Doubt the figures before a goal in its sentence, if nothing says when they were: đạt 38%; phấn đấu …."""
        for figure in self.unstated:
            if figure.time_basis is not TimeBasis.STATED and not figure.is_now:
                figure.doubt_status(MAY_BE_PLANNED)
        self.unstated = []

    def _leave_provisional(self) -> None:
        """Let what follows *sơ bộ* at another time be provisional, perhaps."""
        self.may_be_provisional |= self.statuses.pop(Status.PROVISIONAL, None) is not None

    def _leave_expected(self) -> None:
        """End *ước* and *dự kiến*; figures that are done may still be provisional."""
        self.statuses = {key: mark for key, mark in self.statuses.items() if key not in FORETOLD}
