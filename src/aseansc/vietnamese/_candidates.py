"""Figures while they are being read, with positions counted in tokens instead of characters."""

from __future__ import annotations

from typing import Final

from attrs import define, evolve

from aseansc._attrs import is_text
from aseansc._decimals import is_magnitude
from aseansc.citations import Span
from aseansc.errors import AseanscError
from aseansc.mentions import MentionKind
from aseansc.observations import Status, as_statuses
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.units import Unit, UnitKind, month, quarter, year
from aseansc.values import Change, Qualifier, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._around import base_at, plan_before
from aseansc.vietnamese._context import Context
from aseansc.vietnamese._figure import Doubt, FigureKind, FigureValue, Number, PrintedFigure
from aseansc.vietnamese._lexicon.around import (
    AFTER_MEANS,
    AGAINST,
    CLAUSE_SIGNS,
    COMPARED,
    IS,
    LAST,
    MEANS,
    OF_MEANS,
    PLAN_TAIL,
    START_OF_YEAR,
    WITHIN,
)
from aseansc.vietnamese._lexicon.dates import OF, ON_TO as REACHES_LEVEL
from aseansc.vietnamese._lexicon.scope import (
    AGAINST_BASE,
    MAY_BE_ESTIMATED,
    MAY_BE_PROVISIONAL,
    OBTAINED,
    OWNERS,
    SHORT_PLAN,
)
from aseansc.vietnamese._plans import counts_aims, is_compared_rate, is_of_some, is_of_vote, may_be_goal
from aseansc.vietnamese._scopes import MAY_BE_PLANNED, Mark
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import back_from, near_before

_PERIODS: Final = {Frequency.MONTH: month, Frequency.QUARTER: quarter, Frequency.YEAR: year}
_MEANS: Final = [list(pair) for pair in MEANS]
_SIGNS: Final = CLAUSE_SIGNS - frozenset("-–")
_TWO_YEARS: Final = 24
_PLAN_TAIL: Final = 5
_FAR: Final = 24
_AMOUNTS: Final = (UnitKind.MONEY, UnitKind.MASS, UnitKind.AREA, UnitKind.LENGTH)
_RATES: Final = (FigureKind.PERCENT, FigureKind.CHANGE, FigureKind.ATTAINMENT)
_TIMELESS: Final = frozenset({FigureKind.DATE, FigureKind.DOCUMENT_NUMBER, FigureKind.ORDINAL, FigureKind.PHONE})


@define
class Candidate:
    """A figure that is being read, with the fields found so far.

    `start` and `end` count tokens; `direction` is 1 for a rise, -1 for a fall and 0 for neither. `quotient` is
    the unit of a quotient, also of the one of which a percent is the change. A date is barred if it
    is that of a document, law or past event. A figure is a base if a change starts from it or is compared with it.
    """

    start: int
    end: int
    kind: FigureKind
    number: Number | None = None
    scale: str = ""
    magnitude: Number | None = None
    unit: Unit | None = None
    qualifier: Qualifier = Qualifier.EXACT
    value: FigureValue | None = None
    out_of: Value | None = None
    per: Frequency | None = None
    mention: MentionKind | None = None
    note: str = ""
    statuses: tuple[Status, ...] = ()
    time: Time | None = None
    time_basis: TimeBasis | None = None
    collection: TimeCollection | None = None
    governed_by: tuple[Mark, ...] = ()
    clause: int = -1
    sentence: int = -1
    direction: int = 0
    quotient: Unit | None = None
    is_skipped: bool = False
    is_barred: bool = False
    is_base: bool = False
    is_now: bool = False
    ends_change: bool = False
    may_be_planned: bool = False
    may_be_points: bool = False
    doubted: Doubt | None = None
    heading: Span | None = None

    @property
    def takes_time(self) -> bool:
        """Whether this figure can have a time; False for a mention such as a date or an ordinal."""
        return self.mention is None and self.kind not in _TIMELESS

    @property
    def is_time(self) -> bool:
        """Whether this is a date, a period or a duration, so that words before it may belong to the next figure."""
        return self.kind is FigureKind.DATE or self.mention is MentionKind.DURATION or isinstance(self.value, Period)

    @property
    def is_share(self) -> bool:
        """Whether this is a share, which may be one of those asked in a survey."""
        return self.kind is FigureKind.PERCENT

    @property
    def is_amount(self) -> bool:
        """Whether this is an amount of money, goods or land, which a plan may set."""
        return self.kind is FigureKind.LEVEL and self.unit is not None and self.unit.numerator.kind in _AMOUNTS

    @property
    def has_moved(self) -> bool:
        """Whether the figure states a change, or may do so."""
        return self.kind is FigureKind.CHANGE or bool(self.direction)

    @property
    def is_of_base(self) -> bool:
        """Whether this is a percent of an earlier figure: bằng 102% so với cùng kỳ."""
        return isinstance(self.value, RelativeChange) and self.value.form is RelativeForm.TO

    def is_compared_with_plan(self, tokens: Tokens, at: int) -> bool:
        """Return whether the figure, with *so với* and the name of a plan, ends at a token: so với kế hoạch đề ra."""
        if self.kind is not FigureKind.ATTAINMENT or COMPARED not in tokens.words[self.start : self.end]:
            return False
        between = tokens.words[self.end : at]
        if at - self.end <= _PLAN_TAIL and all(word in PLAN_TAIL for word in between):
            return True
        # so với chỉ tiêu đề ra tại Nghị quyết số 03-NQ/TU ngày 10/12/2021 của Tỉnh ủy (38%)
        return at - self.end <= _FAR and tokens.is_number(at + 1) and CLAUSE_SIGNS.isdisjoint(between)

    def is_before_plan(self, tokens: Tokens, at: int) -> bool:
        """Return whether the figure is a percent of a plan, and a bracket begins with a number: đạt 92% KH (500 ha)."""
        is_number = tokens.is_number(at + 1) and tokens.words[at + 2] != "/"  # (45/60 xã)
        return self.kind is FigureKind.ATTAINMENT and is_number and plan_before(tokens, at, self.start) is not None

    def goes_on_at(self, tokens: Tokens, at: int) -> bool:
        """Return whether a list of percents goes on after a semicolon: cơ cấu năm 2020 là 42,82%; 35,86%; 11,66%."""
        after = tokens.words[at + 1 : at + 3]
        return self.end == at and self.kind is FigureKind.PERCENT and after[1:] == ["%"] and tokens.is_number(at + 1)

    def remark(self, note: str) -> None:
        """Append a text to the note."""
        if note and note not in self.note:
            self.note = f"{self.note}; {note}" if self.note else note

    def doubt_status(self, note: str) -> None:
        """Let the figure have its value, and say why it may be a target."""
        self.may_be_planned = True
        self.remark(note)

    def doubt(self, note: str, what: Doubt = Doubt.MEANING) -> None:
        """Remove the value and append the reason to the note."""
        if self.doubted is not Doubt.NUMBER:
            self.doubted = what
        self.value = self.out_of = None
        self.remark(note)

    @property
    def open_doubt(self) -> Doubt | None:
        """What is in doubt; `None` for a number that is not a figure."""
        if not self.takes_time:
            return None
        if self.value is not None:
            return Doubt.POINTS if self.may_be_points else Doubt.STATUS if self.may_be_planned else None
        if self.magnitude is None:
            return Doubt.NUMBER
        return self.doubted or (Doubt.UNIT if self.unit is None else Doubt.MEANING)

    def govern(self, context: Context) -> None:
        """Apply the statuses, time and frequency of the preceding words to this figure."""
        self.clause, self.sentence = context.clause, context.sentence
        if not self.takes_time:
            return
        marks = self._take_statuses(context)
        self._take_time(context)
        self._take_frequency(context, marks)
        several = len(context.stated_times) > 1 and context.base is None and self._is_of_no_single_time(context)
        if several or (
            (self._moves_yearly() or self._is_mean(context))
            and self.time_basis is TimeBasis.CARRIED
            and not _is_long(self.time)
        ):
            self.time = self.time_basis = self.collection = None
        if context.to_now is not None:
            marks.append(context.to_now)
        if marks:
            self.governed_by = tuple(sorted(marks, key=lambda mark: mark.start))

    def _take_frequency(self, context: Context, marks: list[Mark]) -> None:
        """Take *bình quân mỗi năm*, *hằng tháng* or *lũy kế*, and add the words to the marks."""
        self._leave_repeated(context)
        if self.per is not None:
            before = tuple(near_before(context.tokens.words, self.start, 2))  # đạt bình quân trên 1.000 tỷ đồng/năm
            is_mean = context.collection is TimeCollection.AVERAGE or before in MEANS
            self.collection = TimeCollection.AVERAGE if is_mean else TimeCollection.EACH
        elif (cumulated := context.cumulation) is not None and self._is_amount():
            self.collection = TimeCollection.TO_DATE
            marks.append(cumulated)
        elif (how_often := context.how_often) is None:
            return
        elif context.collection is not None and self._is_amount() and not self._is_place_of(context):
            self.collection, self.per = context.collection, context.per
            if context.per is Frequency.YEAR and not _is_long(self.time) and self.time_basis is TimeBasis.CARRIED:
                self.time = self.time_basis = None  # of which years is not stated
            marks.append(how_often)
        elif context.per is not None and self._moves_each(context):
            self._move_each(context.per, alone=context.is_how_often_new)
            marks.append(how_often)

    def _is_place_of(self, context: Context) -> bool:
        """Return whether a count says where or of which things something is done: khảo sát hằng quý tại 63 tỉnh."""
        is_count = self.unit is not None and self.unit.kind is UnitKind.COUNT
        return is_count and context.tokens.words[self.start - 1] in WITHIN

    def _leave_repeated(self, context: Context) -> None:
        """Open the time of a share of each year: đến năm 2025 …. Hằng năm có 80% số xã đạt."""
        is_yearly = context.per is Frequency.YEAR and self.kind is FigureKind.PERCENT
        if is_yearly and self.time_basis is TimeBasis.CARRIED and not _is_long(self.time):
            self.time = self.time_basis = self.collection = None

    def _is_amount(self) -> bool:
        return isinstance(self.value, Value) and self.kind is not FigureKind.PERCENT

    def _take_statuses(self, context: Context) -> list[Mark]:
        """Take the statuses of the preceding words, unless the figure is a base or a percent of a plan."""
        is_base = self.is_base and not context.is_revised
        statuses = {} if is_base else dict(context.statuses)
        if context.tokens.precedes(self.start, OF) or self._is_of_base_before(context):
            statuses = {}  # ước đến cuối năm, tỷ lệ hộ nghèo của 17 tỉnh
        elif Status.PLANNED in statuses:
            self._take_plan(statuses, context)
        self._leave_expected(statuses, context)
        if Status.ESTIMATED in statuses:
            self._take_estimate(statuses, context)
        if self._is_named_plan(context):
            self.statuses = (Status.PLANNED,)
        self._take_listing(context)
        if statuses:
            self.statuses = as_statuses((*self.statuses, *statuses))
        if not self.statuses and not is_base:
            self._take_doubt(context)
        if Status.PLANNED in self.statuses:
            if self._is_beside_plan(context):
                self.statuses = (Status.PLANNED,)  # ước đạt 110 tấn/KH 209 tấn
            context.use_plan()
        context.is_expected_new = False
        if context.bracket is not None:
            context.bracket.has_figure = True
        return list(statuses.values())

    def _leave_expected(self, statuses: dict[Status, Mark], context: Context) -> None:
        """Remove what is foretold from a rate that is compared with: ước tăng 9%, thấp hơn mức 11% của tháng Bảy."""
        if context.is_revised or not is_compared_rate(context.tokens, self.start):
            return
        foretold = statuses.pop(Status.ESTIMATED, None) or statuses.pop(Status.FORECAST, None)
        if foretold is not None and context.tokens.words[self.end] not in OWNERS:
            self.doubt_status(MAY_BE_ESTIMATED)

    def _is_of_base_before(self, context: Context) -> bool:
        """Return whether a level is that of the base before its bracket: ước tăng 5% so với năm 2021 (42.857 hộ)."""
        outer = context.bracket
        if outer is None or not outer.is_of_base or self.kind in _RATES or context.statuses != outer.statuses:
            return False
        return isinstance(self.value, Value) and Status.PLANNED not in outer.statuses

    def _take_doubt(self, context: Context) -> None:
        """Doubt that the figure has no status, where one may go on."""
        if self.kind is FigureKind.ATTAINMENT:
            if context.may_be_estimated:
                self.doubt_status(MAY_BE_ESTIMATED)  # ước đạt 235 tỷ đồng; đạt 24% dự toán
            return
        if context.sets_aims and self._is_of_setting(context):
            return
        if context.may_be_planned or context.after_goal:
            self.doubt_status(context.plan_note)
        elif context.may_be_estimated:
            self.doubt_status(MAY_BE_ESTIMATED)
        elif context.may_be_provisional:
            self.doubt_status(MAY_BE_PROVISIONAL)
        context.unstated.append(self)

    def _is_of_setting(self, context: Context) -> bool:
        """Return whether the figure is about what is set: 8 chỉ tiêu; votes for it are not of the time of the plan."""
        if is_of_vote(context.tokens, self.end):
            context.may_be_planned = False
            context.time = context.time_collection = None
            return True
        return counts_aims(context.tokens, self.end)

    def _take_estimate(self, statuses: dict[Status, Mark], context: Context) -> None:
        """Remove *ước* from a figure of another season than the first figure after it."""
        if context.is_expected_new:
            context.estimated_to = self.end
        elif context.leaves_season(self.start):
            del statuses[Status.ESTIMATED]
            self.doubt_status(MAY_BE_ESTIMATED)

    def _take_plan(self, statuses: dict[Status, Mark], context: Context) -> None:
        """Remove a plan from its percents, and perhaps from what was obtained: kế hoạch 50 ha, trồng được 45 ha."""
        if self.kind is FigureKind.ATTAINMENT:
            self._take_status_of_attainment(statuses, context)
            return
        obtained = not context.is_goal and context.tokens.precedes(self.start, OBTAINED)
        if obtained or is_of_some(context.tokens, self.start, self.end):
            del statuses[Status.PLANNED]
            self.doubt_status(MAY_BE_PLANNED)

    def _take_status_of_attainment(self, statuses: dict[Status, Mark], context: Context) -> None:
        """Let a percent of a plan be planned only if it is itself the goal: phấn đấu thu ngân sách đạt 110% dự toán."""
        if context.is_goal and not context.is_plan_used:
            return
        del statuses[Status.PLANNED]
        if context.is_goal:
            self.doubt_status(MAY_BE_PLANNED)

    def _take_listing(self, context: Context) -> None:
        """Take the status of the list of goals to which the figure belongs."""
        listing = context.listed(self.start)
        if self.is_base or self.statuses or context.statuses:
            return
        if listing is None:
            start = context.sentence_start(self.start)
            if note := may_be_goal(context.tokens, start, self.start, known=context.may_be_goals):
                self.doubt_status(note)
                context.may_be_goals = True
        elif not listing.doubt:
            self.statuses, self.heading = (Status.PLANNED,), listing.heading
        else:
            self.doubt_status(listing.doubt)

    def _is_beside_plan(self, context: Context) -> bool:
        """Return whether *KH* is right before the figure, or before the verb of a plan after a stroke: /KH tăng 3%."""
        tokens = context.tokens
        return tokens.precedes(self.start, SHORT_PLAN) or tokens.precedes(self.start - 1, "/", SHORT_PLAN)

    def _is_named_plan(self, context: Context) -> bool:
        """Return whether a percent of a plan, with its name, comes right before: đạt 96% mục tiêu 45 xã."""
        last, words = context.last, context.tokens.words
        if words[self.start - 1] != SHORT_PLAN and self._is_beside_plan(context):
            return True
        if last is None or last.kind is not FigureKind.ATTAINMENT or not isinstance(self.value, Value):
            return False
        if words[last.end : self.start] == [IS]:
            return True  # đạt 152% so với chỉ tiêu là 1.854 hộ
        between = words[last.end : self.start]  # so với kế hoạch giao 500 ha
        is_named = words[self.start - 1].isalpha() and words[self.start - 1] != OBTAINED
        return is_named and len(between) <= _PLAN_TAIL and all(word in PLAN_TAIL for word in between)

    def _take_time(self, context: Context) -> None:
        """Take the time of the preceding words; that of a base is not known from them."""
        self.is_now = context.is_now
        if self._is_beside_base(context) or self._may_be_of_either(context):
            return
        self.ends_change, context.is_after_base = context.is_after_base, self.is_base
        if self.is_base or (_is_long(context.time) and self._is_of_a_moment(context)):
            return
        if self._may_be_earlier(context):
            return
        self.time, self.collection = context.time, context.time_collection
        if context.time is None:
            return
        self.time_basis = context.time_basis
        own = base_at(context.tokens, self.end)  # so với tháng 5/2022 và tăng 23% so với cùng kỳ
        if context.base is not None and not own and isinstance(self.value, Change | RelativeChange):
            span = _span(context.base, context.time)
            self.time, self.collection = span or context.time, None if span is not None else self.collection

    def _may_be_earlier(self, context: Context) -> bool:
        """Return whether a level right after a base may be that of the base: so với năm 2018, thu 58 triệu đồng."""
        last = context.last
        if last is None or not last.is_base or last.mention is not MentionKind.DATE or self.has_moved:
            return False
        if context.tokens.words[last.end : self.start] == [AGAINST]:
            return True  # gấp 3 lần so với năm 2009 với 600.000 người
        return context.base is not None and context.time_basis is TimeBasis.CARRIED

    def _may_be_of_either(self, context: Context) -> bool:
        """Return whether a level in a bracket after a base may be that of the base or of the time compared with it.

        Example: năm 2021 tăng 21,6% so với năm 2020 (388 tỷ USD), where no level is printed before it.
        """
        if context.bracket is None:
            is_level = self.kind not in _RATES and not isinstance(self.value, Change | RelativeChange)
            if is_level and not self.is_base:
                context.level_in = self.sentence
            return False
        compared = context.last_timed
        if not context.bracket.is_of_base or compared is None or context.level_in == self.sentence:
            return False
        return self.kind is FigureKind.LEVEL and isinstance(compared.value, RelativeChange)

    def _is_beside_base(self, context: Context) -> bool:
        """Take the time before a base of comparison for a change after it: so với năm 2017 (giảm 6,19% số vụ)."""
        outer = context.bracket
        if outer is None or not outer.is_of_base or isinstance(self.value, Value):
            return False
        if self.value is None and self.kind not in _RATES:
            return False
        # tăng 7,5% so với năm 2015 (quý 1 tăng 7,4%): the year of the quarter is not that of the growth
        self.time = outer.time if outer.basis is TimeBasis.STATED and not context.is_of_part else None
        self.time_basis = None if self.time is None else outer.basis
        return True

    def _is_of_no_single_time(self, context: Context) -> bool:
        """Return whether the figure is a change per year, or one since a time that is stated after a later one."""
        return self._moves_yearly() or (isinstance(self.value, Change | RelativeChange) and context.is_before_another())

    def _is_mean(self, context: Context) -> bool:
        """Return whether *bình quân* stands right before a percent, which may be one of several years."""
        words = context.tokens.words
        return self.kind in (FigureKind.PERCENT, FigureKind.CHANGE) and any(
            words[at : at + 2] in _MEANS for at in range(max(0, self.start - 4), self.start - 1)
        )

    def _moves_yearly(self) -> bool:
        """Return whether the figure is a change per year or per another period: giảm 5 - 7%/năm."""
        value = self.value
        below = value.unit.denominators if isinstance(value, Change | RelativeChange) else ()
        return len(below) == 1 and below[0].kind is UnitKind.DURATION

    def _is_of_a_moment(self, context: Context) -> bool:
        """Return whether the figure cannot be that of several years together, such as a share or what is left."""
        if not isinstance(self.value, Value):
            return False
        if any(below.kind is UnitKind.DURATION for below in self.value.unit.denominators):
            return False
        before = context.tokens.words[self.start - 1] if self.start else ""
        is_share = self.kind is FigureKind.PERCENT and context.collection is not TimeCollection.AVERAGE
        return self.ends_change or is_share or before in REACHES_LEVEL

    def _is_mean_over_years(self, tokens: Tokens) -> bool:
        """Return whether the figure is growth over several years that its clause calls a mean: one per year."""
        value, time = self.value, self.time
        is_by = isinstance(value, RelativeChange) and value.form is RelativeForm.BY
        if not is_by or not isinstance(time, Period) or (time.months or 0) < _TWO_YEARS:
            return False
        words = tokens.words
        for at in back_from(self.start, _FAR):
            if words[at] in _SIGNS or words[at] in OF_MEANS:
                return False
            if words[at : at + 2] in _MEANS and words[at + 2] not in AFTER_MEANS:
                return words[at - 1] not in OF_MEANS
        return False

    def _moves_each(self, context: Context) -> bool:
        """Return whether the figure is a change per month, quarter or year, not against a base of comparison."""
        value, after = self.value, context.tokens.words[self.end]
        return bool(self.direction) and isinstance(value, Change | RelativeChange) and after not in AGAINST_BASE

    def _move_each(self, per: Frequency, *, alone: bool) -> None:
        """Make the unit of a change a unit per period, such as percent per year for "bình quân mỗi năm giảm 2,5%".

        If another figure comes between (`alone` is false), withhold the value instead.
        """
        value = self.value
        if not isinstance(value, Change | RelativeChange) or value.unit.denominators:
            return
        if not alone:
            self.doubt(f"may be the change per {per.value} or the change over the whole period")
            return
        try:
            self.unit = value.unit / _PERIODS[per]
            self.value = evolve(value, unit=self.unit)
        except AseanscError as refused:
            self.doubt(refused.problem)

    def time_by(self, time: Time | None, collection: TimeCollection | None) -> None:
        """Set the time that is printed right after this figure, or that it is open."""
        if self.ends_change and isinstance(self.value, Value) and _is_long(time):
            time = collection = None
        self.time, self.time_basis = time, TimeBasis.STATED if time is not None else None
        if self.per is None and self.collection is not TimeCollection.TO_DATE:
            self.collection = collection

    def follow(self, time: Period | AsOf, collection: TimeCollection | None, *, compared: bool) -> None:
        """Apply a time that is printed after this figure in the same clause.

        If `compared`, the time is the base of comparison: a change then covers the period from it to the time known so
        far. Otherwise the time becomes that of the figure, unless one is already stated.
        """
        if compared:
            is_change = isinstance(self.value, Change | RelativeChange)
            is_change |= self.kind is FigureKind.CHANGE and self.unit is None  # tăng 25 bậc so với năm 2016
            if is_change and self.time is not None and self.time_basis is not None:
                self.time = _span(time, self.time) or self.time
        elif self.time_basis is not TimeBasis.STATED and not self.is_base and not self.is_now:
            self.time_by(time, collection)

    def _governing(self, tokens: Tokens) -> tuple[Span, ...]:
        """Return the heading and the words that give the status, collection or time, with their positions."""
        marks = [span for mark in self.governed_by if (span := _as_span(mark, tokens)) is not None]
        return tuple(marks if self.heading is None else [self.heading, *marks])

    def figure(self, tokens: Tokens) -> PrintedFigure:
        """Convert to a `PrintedFigure`, with positions in the original text."""
        if self._is_mean_over_years(tokens):
            self._move_each(Frequency.YEAR, alone=True)  # giai đoạn 2011 - 2016 tăng bình quân 15,07%
        if isinstance(self.value, Change | RelativeChange) and _starts_in_january(tokens, self.end):
            self.time = _since_january(self.time)
        if self.magnitude is not None and not _are_magnitudes(self.magnitude):
            self.magnitude = None
        passage = tokens.passage
        start, end = passage.position(tokens.starts[self.start]), passage.position(tokens.ends[self.end - 1])
        return PrintedFigure(
            start=start,
            end=end,
            printed=passage.original(start, end),
            kind=self.kind,
            number=self.number,
            scale=self.scale,
            magnitude=self.magnitude,
            unit=self.unit,
            qualifier=self.qualifier,
            value=self.value,
            out_of=self.out_of,
            statuses=self.statuses,
            time=self.time,
            time_basis=self.time_basis,
            collection=self.collection,
            per=self.per,
            governed_by=self._governing(tokens) if self.heading is not None or self.governed_by else (),
            mention=self.mention,
            doubt=self.open_doubt,
            note=self.note,
        )


def _are_magnitudes(number: Number) -> bool:
    return all(map(is_magnitude, number)) if isinstance(number, tuple) else is_magnitude(number)


def _as_span(mark: Mark, tokens: Tokens) -> Span | None:
    """Return the span of words; `None` if it contains characters that no citation may have."""
    passage = tokens.passage
    start, end = passage.position(tokens.starts[mark.start]), passage.position(tokens.ends[mark.end - 1])
    printed = passage.original(start, end)
    return Span(start=start, end=end, printed=printed) if is_text(printed) else None


def _span(base: Time, time: Time) -> Period | None:
    """Return the period from a base of comparison to a later time, or `None` if the base is not earlier."""
    days = [(one.date, one.date) if isinstance(one, AsOf) else (one.start, one.end) for one in (base, time)]
    (start, _), (after, end) = days
    return Period(start=start, end=end) if start < after and start < end else None


def _starts_in_january(tokens: Tokens, at: int) -> bool:
    """Return whether *so với đầu năm* begins at a token, without the year."""
    words = tokens.words
    first = at + (2 if words[at + 1] == AGAINST else 1)
    ends = (first + len(start) for start in START_OF_YEAR if words[first : first + len(start)] == start)
    end = next(ends, 0) if words[at] == COMPARED else 0
    return end > 0 and words[end] not in LAST and not words[end].isdecimal()


def _since_january(time: Time | None) -> Time | None:
    """Return the time of a change from the beginning of the year to the end of a time: so với đầu năm."""
    if time is None or _is_long(time):
        return time
    last = time.date if isinstance(time, AsOf) else time.end
    return Period(start=last.replace(month=1, day=1), end=last)


def _is_long(time: Time | None) -> bool:
    """Return whether a period is longer than a year, so that its end is not the time of the whole."""
    return isinstance(time, Period) and time.start.year != time.end.year
