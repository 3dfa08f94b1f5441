"""Track the statuses, times and frequencies that apply to later figures of a paragraph.

The paragraph is read from left to right:

- A status word applies up to the next semicolon or the end of its sentence. If it is followed by a colon before the
  first figure of the sentence (*Kế hoạch: …*), it applies to the whole sentence. A plan ends where its outcome begins
  (*thực hiện*, *kết quả*, *đến nay*); *ước* ends at *đã* and at a time that is past when seen from its own.
- *Bình quân mỗi năm* and *hằng năm* apply up to the next semicolon, or to the whole sentence if they begin it. A
  printed moment (*đến hết năm 2018*) ends them earlier.
- A time applies until another one is printed. After a semicolon, and in later sentences of the paragraph, its time
  basis is ``carried``.
- A time after a figure in the same clause is the time of that figure, except for a time with which the figure is
  compared (*so với năm 2017*). A time right after a figure (*12,5% năm 2016*) does not end that of the sentence.
- In brackets after a time, that time applies; after the brackets, what applied before them.
- *Hiện nay*, *đến nay* and *năm trước* end the time. That of a goal, or one of several, is not carried further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from aseansc.mentions import MentionKind
from aseansc.observations import Status
from aseansc.periods import EARLIEST_YEAR, AsOf, Frequency, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.vietnamese._around import is_after_base, is_compared, plan_at, plan_before
from aseansc.vietnamese._dates import has_whole_years, year_of
from aseansc.vietnamese._lexicon import scope as lexicon
from aseansc.vietnamese._lexicon.around import COMPARED, PER
from aseansc.vietnamese._lists import Listing
from aseansc.vietnamese._plans import (
    BREAKS,
    exceeded_before,
    holds_outcome,
    is_adjusted,
    is_answer,
    is_approved,
    is_compared_part,
    is_forecast,
    is_item_number,
    is_now,
    is_of_event,
    is_revised,
    is_set_or_adjusted,
    is_striven,
    may_be_expected,
    may_be_outcome,
    may_be_striven,
    outcome_begins,
    plan_stated_at,
    reached_before,
    sets_aims,
)
from aseansc.vietnamese._relative_times import FAR, is_relative_time, leaves_season, repeat_at
from aseansc.vietnamese._scopes import FORETOLD, MAY_BE_PLANNED, Bracket, Carried, Mark, State

if TYPE_CHECKING:
    from aseansc.vietnamese._candidates import Candidate

_SENTENCE_ENDS: Final = frozenset(".!?…")
_CLAUSE_ENDS: Final = frozenset(",():")
_AFTER_GOAL: Final = 6
"""How many sentences after a goal may go on with it."""
_ALONE: Final = frozenset({lexicon.SHORT_PLAN, COMPARED})
"""Words that need no second one."""
MARKS: Final = lexicon.STARTS | _SENTENCE_ENDS | _CLAUSE_ENDS | {";", COMPARED}
"""Words and signs that may change what applies to the figures after them."""


@define
class Context(State):
    """The state of a passage, and how its tokens change it."""

    def carried(self) -> Carried:
        """Return what the next passage of the same paragraph begins with."""
        return Carried(*(getattr(self, name) for name in Carried._fields))

    def pass_over(self, at: int) -> None:
        """Update the state with a token that is not part of a figure."""
        word = self.tokens.words[at]
        if word == lexicon.DONE or self._is_of_plan():
            self._end_statuses(at)
        if word in _CLAUSE_ENDS:
            self.clause += 1
            self._pass_over_sign(word, at)
        elif word in _SENTENCE_ENDS:
            self._pass_over_end(word, at)
        elif word == ";":
            self._end_part(at)
        elif word in lexicon.EXPECTING:
            self._expect(at)
        elif word == lexicon.ESTIMATED:
            self._estimate(at)
        elif word == lexicon.NOW and is_now(self.tokens, at):
            self._be_now()
            if self.tokens.words[at + 1] in lexicon.STILL:
                self._open_last_time()
        elif word in lexicon.EACH:
            self._repeat(at)
        elif (pair := (word, self.tokens.words[at + 1])) in lexicon.PAIRS or word in _ALONE:
            self._pass_over_pair(at, pair)

    def _pass_over_end(self, word: str, at: int) -> None:
        """End a sentence; a full stop does so only before a capital letter, a digit or the end of the text."""
        if word != "." or not self.tokens.raw(at + 1)[:1].islower():
            if not is_item_number(self.tokens, at - 1):
                self.end_sentence(at + 1)
            elif self.time_basis is TimeBasis.CARRIED:
                self.time = self.time_collection = None  # the item before it may be of another time
            self.head = at + 1

    def _is_of_plan(self) -> bool:
        """Return whether a status, a list of goals or a plan may apply to the next figure."""
        return bool(self.statuses or self.may_be_planned or self.after_goal or self.listing is not None)

    def _end_statuses(self, at: int) -> None:
        """End a plan where its outcome begins, and *ước* where what is done begins."""
        planned = Status.PLANNED in self.statuses
        compared = self.is_plan_compared and self.tokens.words[at] == ","
        if self._leave_open(at):
            return
        if planned and (
            compared
            or outcome_begins(self.tokens, at, goal=self.is_goal, stated=self.is_plan_used, listed=self.statuses_lead)
        ):
            self._end_plan()
        if self._governs(at) and outcome_begins(
            self.tokens, at, goal=True, stated=self.has_figure or self._is_in_later_sentence(), listed=False
        ):
            self.listing = None
        if (self.may_be_planned or self.after_goal) and outcome_begins(
            self.tokens, at, goal=False, stated=True, listed=False
        ):
            self._be_done()
        if self.tokens.words[at] != lexicon.DONE or self.tokens.words[at + 1] == lexicon.THROUGH:
            return
        self._end_estimate(at)

    def _end_estimate(self, at: int) -> None:
        """End *ước* at *đã*, and the time of a forecast."""
        estimate = self.statuses.get(Status.ESTIMATED)
        # ước tính cho thấy tổng gánh nặng của 6 bệnh đã là 25 tỷ đồng
        self.may_be_estimated = estimate is not None and BREAKS.isdisjoint(self.tokens.words[estimate.start : at])
        if self.foretold_in >= 0 and self.time_basis is TimeBasis.CARRIED:
            self.time = self.time_collection = None  # dự kiến năm 2020 đạt 5 tỷ đồng. Khu kinh tế đã thu hút 27 dự án
        if self.time_collection is TimeCollection.BEGINNING:
            self.time_collection = None
        if not self.is_expected_new:
            self._leave_expected()

    def _pass_over_sign(self, word: str, at: int) -> None:
        if word == ":" and not self.has_figure and self.bracket is None:
            # the plan or status at the head of a sentence applies to all of it
            self.statuses_lead = bool(self.statuses)
        elif word == "," and self._is_forecast_at_head(at):
            self.statuses_lead = True  # dự báo, trong quý III, thu 50 tỷ đồng; chi 40 tỷ đồng
        elif word == "(" and self.bracket is None:
            self._open_bracket(at)
        elif word == ")" and self.bracket is not None:
            self._close_bracket(self.bracket, at)

    def _open_bracket(self, at: int) -> None:
        """Let the time right before a bracket, and the plan right before it, apply in it."""
        self.bracket = self._bracket_at(at)
        last, before = self.last, at
        self.bracket.is_after_time = last is not None and last.end == at and last.mention is not None
        if last is not None and last.end == at and last.mention is MentionKind.DATE:
            before = last.start
            # tăng 11% so với năm 2014 (trong đó thủy điện chiếm 32%)
            if (self.tokens.words[at + 1], self.tokens.words[at + 2]) not in lexicon.PARTS_FOLLOW:
                self._take_bracketed_time(last)
                self.bracket.is_of_base = is_compared(self.tokens, before, max(0, before - 3))
        elif is_after_base(self.tokens, at):
            self.time = self.time_collection = None  # tăng 5% so với năm trước (583 tỷ đồng)
            self.bracket.is_of_base = True
        self._take_bracketed_plan(at, before)

    def _take_bracketed_plan(self, at: int, before: int) -> None:
        """Let the plan right before a bracket apply in it; `before` is where the time before the bracket begins."""
        last = self.last
        previous_end = 0 if last is None or last.start == before else last.end
        named = plan_before(self.tokens, before, previous_end) is not None or exceeded_before(self.tokens, at)
        timed = self.last_timed
        if named and holds_outcome(self.tokens, at):
            self.may_be_planned = True
        elif named or (timed is not None and timed.is_compared_with_plan(self.tokens, at)):
            self.statuses = {Status.PLANNED: Mark(at - 1, at)}
        elif (last is not None and last.is_before_plan(self.tokens, at)) or reached_before(self.tokens, at):
            self.may_be_planned = True  # đạt mục tiêu của Chương trình (giảm hơn 3%/năm)

    def _take_bracketed_time(self, last: Candidate) -> None:
        """Let the time right before a bracket apply in it; a base without a known time leaves it open."""
        if self.bracketed is not None:
            self.time, self.time_collection, self.time_basis = self.bracketed, last.collection, TimeBasis.STATED
            self._leave_past(self.bracketed)
        elif last.is_base:
            self.time = self.time_collection = None

    def _close_bracket(self, bracket: Bracket, at: int) -> None:
        is_only_time = not bracket.has_figure and bracket.is_only(self.last, at)
        if is_only_time and self.time != bracket.time and not bracket.is_after_time:
            self.is_of_sentence = True  # dân số (năm 2016) là 179.889 người. Huyện có 2 bệnh viện
        elif not is_only_time:
            self.time, self.time_collection, self.time_basis = bracket.time, bracket.collection, bracket.basis
        if not is_only_time and not bracket.has_figure:
            self.stated_times, self.latest = bracket.stated  # thu 9 tỷ đồng (gồm cả nguồn năm 2014 chuyển sang)
        self.statuses, self.bracket, self.is_of_part = bracket.statuses, None, bracket.is_of_part
        self.is_goal, self.is_plan_used = bracket.goal
        self.may_be_planned, self.cumulated = bracket.may_be_planned, bracket.cumulated

    def _expect(self, at: int) -> None:
        """Let the figures around *sẽ*, and those after *cần*, be those of what is planned or expected, perhaps."""
        if self.tokens.words[at] != lexicon.WILL:
            self.may_be_planned |= self.tokens.words[at + 1] not in lexicon.NOT_NEEDED
            return
        self.may_be_planned = True
        last = self.last
        if last is not None and last.clause == self.clause and last.takes_time and not last.statuses:
            last.doubt_status(MAY_BE_PLANNED)

    def _end_part(self, at: int) -> None:
        """Reset the scope at a semicolon; whether a plan goes on after it is not stated."""
        self.clause += 1
        if self.last is not None and self.last.goes_on_at(self.tokens, at):
            return
        if not self.statuses_lead:
            done = self._is_done(at + 1)
            goes_on = Status.PLANNED in self.statuses and self.bracket is None and not done
            if goes_on and self.is_goal and self.is_plan_used and not is_compared_part(self.tokens, at + 1):
                self._end_last_time(at)
                self.time_basis = TimeBasis.CARRIED
                return  # phấn đấu trồng 50 ha; xóa 35 nhà tạm
            if self.tokens.words[at + 1] in lexicon.GO_ON and not done:
                return  # ước đạt 1.200 tỷ đồng; so với cùng kỳ tăng 12,5%
            self.may_be_planned = self.may_be_planned or goes_on or Status.FORECAST in self.statuses
            self.may_be_estimated = self.may_be_estimated or Status.ESTIMATED in self.statuses
            self._end_goal()
            self._drop_statuses()
        self._end_time_of_one()
        self._end_last_time(at)
        after = self.tokens.words[at + 1], self.tokens.words[at + 2]
        if self.cumulated is not None and self.is_second_time and after not in lexicon.PARTS_FOLLOW:
            self.time = self.time_collection = None  # tháng 5 có 45 hộ, lũy kế 5 tháng có 90 hộ; 6 hộ …
        self.time_basis = TimeBasis.CARRIED
        self.base = self.cumulated = None
        self.level_in = -1
        if not self.leads:
            self.collection = self.per = self.how_often = None

    def _is_done(self, at: int) -> bool:
        """Return whether a clause at a token states what was done, which a goal may leave open."""
        is_open = self.is_goal and may_be_outcome(self.tokens, at, goal=True)
        return not is_open and outcome_begins(self.tokens, at, goal=False, stated=True, listed=False)

    def _end_time_of_one(self) -> None:
        if self.is_of_one:
            self.time = self.time_collection = None
        self.is_of_one = False

    def _end_last_time(self, at: int) -> None:
        """End a second time that ends its clause: có 10 xã đạt chuẩn, xã A đạt chuẩn nâng cao năm 2019; 2 xã đang …."""
        last = self.last
        if last is None or not last.is_time or last.end != at or last.value != self.time:
            return
        if self.is_second_time or (self.is_attached and self.tokens.precedes(last.start, lexicon.ON)):
            self.time = self.time_collection = None

    def leave_listing(self, at: int, time: Time) -> None:
        """End goals that are listed in running text at another year in a later sentence, unless it is one up to it."""
        is_item = is_item_number(self.tokens, self.head - 2)
        if self.listing is not None and time == Period.year(self.listing.year or EARLIEST_YEAR):
            return  # chỉ tiêu năm 2024: …. Tỷ lệ hộ nghèo năm 2024 còn 3%
        if self._is_in_later_sentence() and not self.tokens.precedes(at, lexicon.UP_TO) and not is_item:
            self.listing = None

    def listed(self, at: int) -> Listing | None:
        """Return the heading of goals that governs a figure at a token, unless words or a time nearer to it decide."""
        listing = self.listing
        if listing is None or not self._governs(at):
            return None
        self.listed_in = self.sentence if self.listed_in < 0 else self.listed_in
        if self._is_in_later_sentence() and is_of_event(self.tokens, self.sentence_start(at), at):
            self.listing, self.after_goal = None, _AFTER_GOAL
            return None
        if self.statuses or (self.bracket is not None and self.bracket.is_of_base):
            return None
        return None if self.time is not None and days_of(self.time)[1].year < listing.year else listing

    def leaves_season(self, at: int) -> bool:
        """Return whether another season is named before a token than that of the first figure after *ước*."""
        return leaves_season(self.tokens, self.head, self.estimated_to, at)

    def sentence_start(self, at: int) -> int:
        """Return the first token of the sentence of a figure, or a nearer one if it is far."""
        return max(self.head, at - FAR)

    def _mark(self, status: Status, mark: Mark, *, goal: bool = False) -> None:
        """Let a status apply to what follows."""
        if self.bracket is not None:
            self.statuses = {}  # ước tăng 8% (sơ bộ quý I tăng 7,9%)
        elif status is Status.FORECAST and Status.PLANNED in self.statuses:
            return  # kế hoạch năm 2019 dự kiến trồng 850 ha
        else:
            # dự kiến năm 2020, thu ngân sách ước đạt 500 tỷ đồng: the word nearer to the figure
            self.statuses = {
                key: earlier
                for key, earlier in self.statuses.items()
                if key is Status.PLANNED and status is not Status.PLANNED
            }
        self.statuses[status] = mark
        if status is Status.PLANNED:
            self.is_goal, self.is_plan_used, self.goal_time = goal, False, None
            if goal and self.bracket is None:
                self._doubt_unstated()
        else:
            self.expected = self.time
            self.is_expected_new = True

    def _estimate(self, at: int) -> None:
        words = self.tokens.words
        before = words[at - 1]
        is_public = before == lexicon.PUBLIC and words[at + 1] in lexicon.ESTIMATES
        if is_public or (before not in lexicon.NOT_ESTIMATE_AFTER and words[at + 1] not in lexicon.NOT_ESTIMATE_BEFORE):
            if self.is_plan_used and Status.PLANNED in self.statuses:
                self._end_plan()
            self._mark(Status.ESTIMATED, Mark(at - (before == lexicon.FORE), at + 1))

    def _repeat(self, at: int) -> None:
        """Let *bình quân mỗi năm* or *hằng tháng* apply."""
        repeat = repeat_at(self.tokens, at)
        if repeat is None:
            return
        self.per, self.collection, self.how_often = repeat
        self.is_how_often_new = True
        start = self.how_often.start
        before = self.tokens.words[start - 1] if start else "."
        self.leads = before in _SENTENCE_ENDS or (before == "," and not self.has_figure and self.bracket is None)

    def _pass_over_pair(self, at: int, pair: tuple[str, str]) -> None:
        """Update the state with two words."""
        if pair[0] == COMPARED:
            self.plan = self.plan or plan_at(self.tokens, at) > 0
            return
        if self._takes_status(at, pair):
            return
        self._pass_over_setting(at, pair)
        if may_be_expected(self.tokens, at, pair) or is_set_or_adjusted(self.tokens, at, self.head):
            self.may_be_planned = True
        elif pair in lexicon.TO_NOW:
            self._be_now()
            self.to_now = Mark(at, at + 2)
        elif pair in lexicon.CUMULATED:
            self._cumulate(at)
        elif pair in lexicon.OUTCOMES and self.statuses_lead:
            self._end_plan()
        elif pair in lexicon.WHOLE_YEAR and isinstance(self.time, Period) and not has_whole_years(self.time):
            self.time = self.time_collection = None
        elif pair in lexicon.MEANS:
            self._pass_over_mean(at)
        else:
            self._pass_over_relative_time(at, pair)

    def _pass_over_setting(self, at: int, pair: tuple[str, str]) -> None:
        """Let goals begin that a verb sets, and a forecast end where results are published."""
        self.may_be_goals |= is_approved(self.tokens, at, pair)
        self.is_revised |= is_adjusted(self.tokens, at, self.head)
        if may_be_striven(self.tokens, at):
            self.sets_aims = self.may_be_planned = True
            self.plan_note = lexicon.MAY_BE_MISPRINT
        if sets_aims(self.tokens, at):
            self.sets_aims = self.may_be_planned = True
        elif pair == lexicon.PUBLISHES and Status.FORECAST in self.statuses:
            self._leave_expected()
            self.may_be_planned = True

    def _pass_over_mean(self, at: int) -> None:
        """Let *bình quân/năm*, or *bình quân* after a frequency, apply."""
        if self.tokens.words[at + 2] == PER:
            self._repeat(at + 2)
        elif self.how_often is not None and self.how_often.end == at:
            self.collection = TimeCollection.AVERAGE
            self.how_often = Mark(self.how_often.start, at + 2)

    def _cumulate(self, at: int) -> None:
        """Let *lũy kế* apply; what it is said of is not that of the month before it alone."""
        self.cumulated = Mark(at, at + 2)
        has_own = self.tokens.words[at + 3] in lexicon.PERIODS
        if isinstance(self.time, Period) and self.has_figure and not has_own:
            self.time = self.time_collection = None  # tháng 9/2018 thu 3.548 tỷ đồng, lũy kế 35.696 tỷ đồng

    def _takes_status(self, at: int, pair: tuple[str, str]) -> bool:
        """Let a plan or status that begins at a token apply; return whether there is one."""
        status, plan_end = lexicon.STATUSES.get(pair), plan_stated_at(self.tokens, at, self.head)
        if plan_end:
            yearly = pair[0] == lexicon.SHORT_PLAN or (pair in lexicon.PLANS and pair not in lexicon.GOALS)
            self._mark(Status.PLANNED, Mark(at, plan_end), goal=not yearly)
            self.is_plan_compared = self.tokens.words[at - 1] == lexicon.COMPARED_WITH
        elif status is not None and self._states(status, at):
            if pair == lexicon.FORECASTS and self.is_plan_used:
                self._end_plan()  # mặc dù mục tiêu là 4%, ngân hàng dự báo lạm phát đạt 3,8%
            self._mark(status, Mark(at, at + 2), goal=pair in lexicon.GOALS)
            if status is Status.FORECAST:
                self.foretold_in = self.sentence
                self.is_revised |= is_revised(self.tokens, at)
        else:
            return False
        return True

    def _states(self, status: Status, at: int) -> bool:
        """Return whether the words of a status at a token state it."""
        if status is Status.FORECAST:
            return is_forecast(self.tokens, at) and not self._is_answer(at)
        return status is not Status.PLANNED or is_striven(self.tokens, at)

    def _is_answer(self, at: int) -> bool:
        """Return whether a forecast at a token is that of a share of those asked, which itself is not a forecast."""
        last = self.last
        if last is None or not last.is_share or not is_answer(self.tokens, last.start, last.end, at):
            return False
        last.statuses = tuple(one for one in last.statuses if one not in FORETOLD)
        self._leave_expected()
        return True

    def _pass_over_relative_time(self, at: int, pair: tuple[str, str]) -> None:
        """Update the state with a time that is named without its year: cuối năm, năm trước, cùng kỳ."""
        words = self.tokens.words
        if pair in lexicon.VAGUE_TIMES:
            self._be_vague(at, pair)
        if pair in lexicon.PARTS_FOLLOW and self.last is not None and self.last.is_base and self.last.end == at - 1:
            self.base = None  # khởi sắc so với quý II/2020, trong đó nông nghiệp tăng 2,93%
        if pair in lexicon.WITHIN_TERM:
            self.time_collection = None
        if not is_relative_time(self.tokens, at, pair, self.last.end if self.last is not None else 0):
            return
        if words[at - 1] == lexicon.FROM and pair[1] == lexicon.YEAR:
            self.time = self.time_collection = None  # lũy kế từ đầu năm đạt 75 tỷ đồng: up to which day is not stated
            self.cumulated = Mark(at - 1, at + 2)
            return
        part, year = lexicon.TERM_PARTS.get(pair), None
        if words[at + 2] == lexicon.SCHOOL or words[at + 2] in lexicon.OTHER_PERIODS:
            part = None
        if part is not None and pair[1] == lexicon.YEAR:
            year = year_of(self.time)
        if pair in lexicon.SAME_PERIODS and self.bracket is not None:
            self._leave_expected()  # ước tăng 7,3% so với cùng kỳ (cùng kỳ giảm 3,7%)
        self.may_be_planned |= pair[1] == lexicon.NEXT
        self.of_same = self.time if pair in lexicon.SAME_PERIODS else None
        self.time, self.time_collection, self.is_now = year, part, False
        if year is None:
            self.base = None

    def _be_vague(self, at: int, pair: tuple[str, str]) -> None:
        """End a time from an earlier sentence where another one is meant: trong nhiệm kỳ, những năm qua, trước đó."""
        if pair in lexicon.TERMS and not self.tokens.precedes(at, lexicon.WITHIN):
            return
        if pair == lexicon.STAGE and self.tokens.words[at + 2] not in lexicon.THIS_STAGE:
            return
        if self.time_basis is TimeBasis.CARRIED or pair in lexicon.BEFORE_OR_AFTER:
            self.time = self.time_collection = None

    def _be_now(self) -> None:
        """End the time that applies, and a plan: hiện nay, đến nay."""
        if Status.PLANNED in self.statuses:
            self._end_plan()
        self._leave_expected()
        self.time = self.time_collection = self.listing = None
        self.is_now, self.is_goal_time = True, False
        self._be_done()

    def _open_last_time(self) -> None:
        """Open the time of a subject before *hiện*: 822 nghìn hộ dân tại các đô thị hiện chưa được cấp nước."""
        last = self.last
        if last is not None and last.takes_time and last.clause == self.clause and last.sentence == self.sentence:
            last.time_by(None, None)

    def be_until_now(self, start: int, end: int) -> None:
        """Let the time from a start to now apply: từ năm 2016 đến nay."""
        self._be_now()
        self.cumulated = Mark(start, end)

    def end_sentence(self, after: int) -> None:
        """Reset the scope at the end of a sentence, before a token; the time is carried, unless several were stated."""
        self.sentence += 1
        self.may_be_provisional |= Status.PROVISIONAL in self.statuses
        is_goal = self.may_be_goals or self.sets_aims or (self.bracket is None and Status.PLANNED in self.statuses)
        if self._is_in_later_sentence() and not self.has_figure:
            self.listing, is_goal = None, True  # what follows may be about something else
        self.after_goal = _AFTER_GOAL if is_goal else max(self.after_goal - 1, 0)
        self.unstated = []
        self.clause += 1
        self._end_goal()
        self._end_time_of_one()
        aside, of_subject = self._is_aside(), self._is_of_subject()
        first = self.tokens.words[after], self.tokens.words[after + 1]
        goes_on = first in lexicon.PARTS_FOLLOW
        if len(self.stated_times) > 1 or self.is_of_sentence or ((aside or of_subject) and not goes_on):
            self.time = self.time_collection = None
        self.is_of_sentence = self.is_of_part = self.heads = False
        self.to_now = self.cumulated = self.base = self.bracket = self.of_same = None
        foretold = Status.FORECAST in self.statuses
        self._drop_statuses()
        self.collection = self.per = self.how_often = None
        self.time_basis = TimeBasis.CARRIED
        self.stated_times, self.latest = set(), None
        self.plan = self.has_figure = self.statuses_lead = self.is_now = self.is_attached = self.is_after_base = False
        self.is_equalled = self.is_revised = False
        self.may_be_planned |= foretold and goes_on
        self.may_be_planned = self.may_be_planned and (goes_on or first in lexicon.COSTS)
        self.may_be_goals = self.sets_aims = self.may_be_estimated = self.has_planned = False
        self.plan_note = MAY_BE_PLANNED

    def set_time(
        self, time: Period | AsOf, collection: TimeCollection | None, *, attached: bool = False, of_one: bool = False
    ) -> None:
        """Set the printed time that applies to the following figures; if it is `of_one`, only in its clause."""
        if isinstance(self.time, Period) and self.time != time and self.time.contains(time):
            self.end_used_plan()
        self.is_second_time = self.time is not None and self.time != time
        if self.bracket is not None:
            self.cumulated = None  # từ đầu năm đạt 66% (năm 2019, kế hoạch là 120.000 lao động)
        self._end_base()
        self.time, self.time_collection, self.time_basis = time, collection, TimeBasis.STATED
        self.is_attached, self.is_now, self.is_of_one, self.is_of_sentence = attached, False, of_one, False
        self.may_be_estimated = self.may_be_estimated and attached
        self.is_goal_time = self.is_goal and Status.PLANNED in self.statuses and (attached or not self.is_plan_used)
        self.stated_times.add(time)
        self.is_of_part = False
        if self.latest is None or days_of(self.latest)[0] < days_of(time)[0]:
            self.latest = time
        if self.last is not None and self.cumulated is not None and self._is_cumulated(self.last):
            self.cumulated = None
        self._leave_past(time)
        self._leave_goal(time)
        if collection is not None or (self.per is Frequency.YEAR and year_of(time) is not None):
            # "hằng năm …, đến hết năm 2018 có …": the moment applies to what follows
            self.collection = self.per = self.how_often = None

    def _end_base(self) -> None:
        """End a base, and a forecast, where another time begins: năm 2013 so với 2012 tăng 8%, năm 2014 tăng 9%."""
        if self.is_second_time and self.time_basis is TimeBasis.STATED:
            self.base = None
        if self.foretold_in < self.sentence:
            self.foretold_in = -1

    def _is_aside(self) -> bool:
        """Return whether the time of the sentence is earlier than one stated before: tỷ lệ này của năm 2021 là 25%."""
        stated, earlier = self.latest, self.last_stated
        if stated is None:
            return False
        self.last_stated = stated
        if earlier is None or days_of(earlier)[1] <= days_of(stated)[1]:
            return False
        self.last_stated = earlier
        return True

    def _is_of_subject(self) -> bool:
        """Return whether a time inside a sentence is that of its subject, after figures of another time.

        Example: Hai tháng đầu năm nay đạt 929.000 tấn. Giá bình quân tháng 1/2020 đạt 478 USD/tấn.
        """
        was_open, last = self.is_open_before, self.last_timed
        if self.has_figure:
            self.is_open_before = last is not None and last.sentence == self.sentence - 1 and last.time is None
        return was_open and bool(self.stated_times) and not self.heads

    def is_before_another(self) -> bool:
        """Return whether a later time than the current one is stated in the sentence."""
        if self.time is None or self.latest is None:
            return False
        return days_of(self.time)[1] < days_of(self.latest)[0]

    def _leave_past(self, time: Period | AsOf) -> None:
        """End *ước* and the like where a time begins that is past when seen from that of their figures."""
        if self.is_expected_new or self.expected is None:
            untimed = not self.is_expected_new and not self.is_attached and self.bracket is None
            if self.expected is None and untimed and self.last is not None and self.last.sentence == self.sentence:
                self._leave_provisional()  # sơ bộ có 98% đỗ, trong khi năm 2011 là 97%
            self.expected = time
        elif days_of(time)[1] < days_of(self.expected)[0]:
            self._leave_expected()
            self._leave_provisional()

    def _leave_goal(self, time: Period | AsOf) -> None:
        """End a plan where an earlier time than its own begins; that time may be a part of the plan."""
        goal = self.goal_time
        if goal is not None and Status.PLANNED in self.statuses and days_of(time)[1] < days_of(goal)[0]:
            self._end_plan()
            self.may_be_planned = True
