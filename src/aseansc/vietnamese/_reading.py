"""The state of reading a passage, and the candidates that figures in digits and in words share."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import define, evolve, field

from aseansc._decimals import is_whole
from aseansc.mentions import MentionKind
from aseansc.observations import Status
from aseansc.units import (
    Unit,
    UnitKind,
    household_turn,
    index_point,
    passenger_kilometre,
    person_day,
    person_turn,
    tonne_kilometre,
)
from aseansc.values import Change, Qualifier, Value
from aseansc.vietnamese import _dates as dates, _decoys as decoys
from aseansc.vietnamese._around import direction_before, plan_before, qualifier_before
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._context import Context
from aseansc.vietnamese._days import DateRead
from aseansc.vietnamese._figure import Doubt, FigureKind
from aseansc.vietnamese._governing import doubt_listed
from aseansc.vietnamese._interpret import interpreted
from aseansc.vietnamese._lexicon.around import (
    AND,
    ENDS_PERCENT,
    FRACTION,
    IN_IT,
    INCOMES,
    MAY_BE_PER,
    MEANS,
    ON_THE_WAY,
    PRODUCTS,
    REACHES,
    ROUGHLY,
    SENTENCE_SIGNS,
)
from aseansc.vietnamese._lexicon.numbers import EVERY, FROM, HAS
from aseansc.vietnamese._quantities import QuantityReader
from aseansc.vietnamese._sides import Quantity, Side
from aseansc.vietnamese._times import place
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import near_before

_JOINED: Final = ([",", REACHES], [";", REACHES], ["(", REACHES])
_LISTED: Final = ([","], [AND], [",", AND], [";"])
_MAY_SHARE_BASE: Final = "may be a rate, whose base is printed after a later number"
_MAY_BE_OF_PLAN: Final = "may be a percent of a plan, as one before it, or a share"
_OF_PLAN: Final = (FigureKind.LEVEL, FigureKind.RATIO)
_FROM: Final = ([FROM], [FROM, ROUGHLY])
_NEAR: Final = 8
_MAY_BE_BROKEN: Final = frozenset({index_point, person_day, passenger_kilometre, tonne_kilometre})
"""Units of counts that may be fractions."""
_BEFORE_REACHED: Final = frozenset(",(")


@define
class Reading:
    """A passage while it is read, and its figures so far.

    `previous_end` is the end of the last figure. `search_start` is the end of the last one that is not a date: words
    before it belong to that figure. `base` is the base of a rate whose number follows. `turns` is the unit of the last
    figure that counts turns of persons or households. If `alone`, even a word that could be an article is a number.
    `lead` is the sentence with a verb of change that the passage goes on with.
    """

    tokens: Tokens
    quantities: QuantityReader
    context: Context
    alone: bool = False
    lead: str = ""
    found: list[Candidate] = field(factory=list)
    previous_end: int = 0
    search_start: int = 0
    base: Side | None = None
    turns: Unit | None = None

    @property
    def last(self) -> Candidate | None:
        """The last figure."""
        return self.found[-1] if self.found else None

    def add(self, candidate: Candidate) -> None:
        """Add a figure, with the statuses and the time that apply to it."""
        self.previous_end = candidate.end
        if candidate.is_skipped:
            return
        place(candidate, self.tokens, self.context, self.found)
        self.found.append(candidate)
        self.context.last = candidate
        if not candidate.is_time:
            self.search_start = candidate.end
            self.context.last_timed = candidate if candidate.takes_time else self.context.last_timed
            self.context.is_equalled |= candidate.is_of_base
            if candidate.unit in (person_turn, household_turn):
                self.turns = candidate.unit
            self.context.plan = self.context.is_how_often_new = False
            self.context.has_figure = True
            of_plan = candidate.kind is FigureKind.ATTAINMENT and candidate.value is not None
            self.context.has_plan |= of_plan or (candidate.is_amount and Status.PLANNED in candidate.statuses)

    def is_qualified(self, at: int) -> bool:
        """Return whether a qualifier stands before a token."""
        return qualifier_before(self.tokens, at, self.previous_end) is not None

    def led_by(self, at: int) -> tuple[int, Qualifier, bool]:
        """Return the start of the qualifier before a number, the qualifier, and whether the number is a change.

        Without a qualifier, the start is that of the number and the qualifier is exact.
        """
        found = qualifier_before(self.tokens, at, self.previous_end)
        start, qualifier = (at, Qualifier.EXACT) if found is None else (found.start, found.qualifier)
        return start, qualifier, direction_before(self.tokens, start, self.search_start, in_clause=False) != 0

    def figure_of(self, quantity: Quantity) -> Candidate:
        """Return the candidate for a quantity."""
        if decoys.is_of_company(self.tokens, quantity.start):
            return skipped(quantity.start, quantity.end)
        if quantity.unit is None and quantity.high is None and not quantity.low.numeral.power:
            named = self._named(quantity)
            if named is not None:
                return named
        if quantity.is_rate:
            self._share_base(quantity)
        self._share_denominator(quantity)
        candidate = interpreted(
            self.tokens,
            quantity,
            self.quantities.units,
            previous_end=self.previous_end,
            search_start=self.search_start,
            plan_said=self.context.plan or self._goes_on_with_plan(quantity),
            before=self.context.last,
            earlier=self.context.last_timed,
            base_said=self.context.is_equalled,
            turns=self.turns,
        )
        if not self.alone and _is_fraction(candidate, quantity):
            candidate.doubt(FRACTION, Doubt.UNIT)
            candidate.unit = None
        if self._may_be_per_head(candidate) or self._is_part_of_rate(candidate) or self._equals_doubted(candidate):
            candidate.doubt(MAY_BE_PER, Doubt.UNIT)
            candidate.unit = None
        if self._may_share_every(candidate):
            candidate.doubt(_MAY_SHARE_BASE)
            candidate.unit = None
        if candidate.kind is FigureKind.PERCENT and self._may_be_of_plan(quantity):
            candidate.doubt(_MAY_BE_OF_PLAN)
        doubt_listed(candidate, self.tokens, self.found, self.lead)
        return candidate

    def _may_be_of_plan(self, quantity: Quantity) -> bool:
        """Return whether a percent after a count may be one of a plan, as one earlier in the paragraph is."""
        last, words = self.last, self.tokens.words
        if last is None or not self.context.has_plan or last.kind is not FigureKind.LEVEL or last.is_amount:
            return False
        if words[last.end : quantity.start] != [",", REACHES]:
            return False
        sentence = self.context.sentence
        of_plan = [one for one in self.found[-_NEAR:] if one.kind is FigureKind.ATTAINMENT and one.sentence == sentence]
        return len(of_plan) > 1 or words[last.start - 1] != HAS

    def _share_base(self, rate: Quantity) -> None:
        """Doubt the counts that are joined to a rate: 10 bác sĩ và 30 giường bệnh/1 vạn dân."""
        start, words = rate.start, self.tokens.words
        for last in reversed(self.found):
            is_count = (
                last.kind in (FigureKind.LEVEL, FigureKind.RANGE)
                and last.unit is not None
                and last.unit.kind is UnitKind.COUNT
            )
            if not is_count or words[last.end : start] not in _LISTED:
                return
            last.doubt(_MAY_SHARE_BASE)
            last.unit = None
            start = last.start

    def _share_denominator(self, quantity: Quantity) -> None:
        """Give the unit of the end of a change to its start: từ 20 triệu đồng lên 35 triệu đồng/người."""
        last, unit = self.last, quantity.unit
        if last is None or unit is None or not isinstance(last.value, Value | Change) or last.unit != last.value.unit:
            return
        between = self.tokens.words[last.end : quantity.start]
        from_level = isinstance(last.value, Change) and between in _FROM  # tăng 200 đồng từ 5.500 đồng/kg
        if not from_level and (not isinstance(last.value, Value) or between not in ON_THE_WAY):
            return
        if unit.unit is None and unit.end > unit.noun_end:
            last.doubt(unit.problem)
            last.unit = None
        elif unit.unit is not None and unit.each is None and unit.unit != last.unit == unit.unit.numerator:
            last.unit = last.quotient = unit.unit
            last.value = evolve(last.value, unit=unit.unit)

    def _may_be_per_head(self, candidate: Candidate) -> bool:
        """Return whether an income may be per person, as one before it in the sentence: với thu nhập 3,5 triệu đồng."""
        unit, words = candidate.unit, self.tokens.words
        if unit is None or unit.kind is not UnitKind.MONEY or candidate.value is None:
            return False
        start, sentence = candidate.start, self.context.sentence
        named = {*pairwise(near_before(words, start, 5, self.search_start))}
        near = near_before(words, start, 2 * _NEAR, self.search_start)
        is_mean = not MEANS.isdisjoint(pairwise(near)) and not PRODUCTS.isdisjoint(near)
        if INCOMES.isdisjoint(named) and not is_mean:
            return False
        quotients = [one.quotient for one in self.found[-_NEAR:] if is_mean or one.sentence == sentence]
        return any(quotient is not None and quotient.numerator == unit for quotient in quotients)

    def _is_part_of_rate(self, candidate: Candidate) -> bool:
        """Return whether a number may be per the same as its whole: 900 xe/ngày, trong đó nhập khẩu 400 xe."""
        unit, words = candidate.unit, self.tokens.words
        if unit is None or unit.denominators or candidate.value is None:
            return False
        is_share = unit.kind is UnitKind.SHARE and candidate.kind is not FigureKind.CHANGE
        if is_share or candidate.kind is FigureKind.ATTAINMENT:
            return False
        for one in reversed(self.found[-_NEAR:]):
            if one.sentence != self.context.sentence:
                return False
            quotient = one.unit if one.unit is not None and one.unit.denominators else one.quotient
            if quotient is not None and quotient.numerator == unit:
                return IN_IT in pairwise(words[one.end : candidate.start])
        return False

    def _equals_doubted(self, candidate: Candidate) -> bool:
        """Return whether an amount equals one that may be per person: của cả nước là 43 triệu đồng (1.900 USD)."""
        last, unit = self.last, candidate.unit
        if last is None or last.unit is not None or MAY_BE_PER not in last.note:
            return False
        is_bracketed = self.tokens.words[last.end : candidate.start] == ["("]
        return is_bracketed and unit is not None and unit.kind is UnitKind.MONEY and candidate.value is not None

    def _may_share_every(self, candidate: Candidate) -> bool:
        """Return whether a count goes on after a rate: cứ 100.000 người thì có 150 người mắc bệnh và 100 người chết."""
        last, words = self.last, self.tokens.words
        if last is None or words[last.start] != EVERY or last.kind is not FigureKind.RATIO:
            return False
        between = words[last.end : candidate.start]
        joined = AND in between or "," in between
        is_count = candidate.unit is not None and candidate.unit.kind is UnitKind.COUNT
        return is_count and joined and SENTENCE_SIGNS.isdisjoint(between)

    def _goes_on_with_plan(self, quantity: Quantity) -> bool:
        """Return whether a percent after an amount is one of its plan, as one earlier in the sentence is."""
        last, words, start = self.last, self.tokens.words, quantity.start
        if last is None or words[quantity.end] not in ENDS_PERCENT:
            return False
        if words[last.end : start] not in _JOINED:
            return self._follows_plan(last, start)
        context = self.context
        is_outcome = Status.PLANNED not in context.statuses and context.listed(start) is None
        if context.has_planned and is_outcome and last.takes_time:
            return True  # kế hoạch 500 ha, thực hiện 480 ha, đạt 96%
        return context.has_plan and last.is_amount and words[last.end] != ";"

    def _follows_plan(self, last: Candidate, start: int) -> bool:
        """Return whether a percent follows an amount and its plan: 85/100 ha kế hoạch, đạt 85%."""
        words = self.tokens.words
        if words[start - 1] != REACHES or not last.takes_time or last.kind not in _OF_PLAN:
            return False
        if words[last.end : start] in ([")", ",", REACHES], [")", REACHES]):
            return Status.PLANNED in last.statuses
        return plan_before(self.tokens, start - 1 - (words[start - 2] in _BEFORE_REACHED), last.end) == last.end

    def _named(self, quantity: Quantity) -> Candidate | None:
        """Return a number without a unit as a year, a document number or part of a name, if it is one."""
        tokens, at = self.tokens, quantity.start
        barred = self.is_qualified(at) or decoys.is_numbered(tokens, at)
        year = None if barred else dates.bare_year(tokens, at)
        if year is not None:
            return of_date(year)
        document = decoys.document_before(tokens, at)
        if document is not None and document >= self.previous_end:
            return numbered(FigureKind.DOCUMENT_NUMBER, document, quantity.end)
        return skipped(at, quantity.end) if decoys.is_name(tokens, at) and not self.alone else None


def _is_fraction(candidate: Candidate, quantity: Quantity) -> bool:
    """Return whether a fraction of what is counted in whole numbers does not say what it is per: 13,5 tiêu chí."""
    unit, low = candidate.unit, quantity.low
    if unit is None or unit.kind is not UnitKind.COUNT or unit in _MAY_BE_BROKEN or quantity.is_rate:
        return False
    return low.read.sure and not low.numeral.power and not is_whole(low.read.number)


_MENTIONS: Final = {
    FigureKind.DOCUMENT_NUMBER: MentionKind.DOCUMENT_NUMBER,
    FigureKind.PHONE: None,
}


def numbered(kind: FigureKind, start: int, end: int) -> Candidate:
    """Return a document number or telephone number."""
    return Candidate(start, end, kind, mention=_MENTIONS[kind])


def skipped(start: int, end: int) -> Candidate:
    """Return a candidate that marks tokens as read without reporting a figure."""
    return Candidate(start, end, FigureKind.LEVEL, is_skipped=True)


def of_date(date: DateRead) -> Candidate:
    """Return the candidate for a date."""
    return Candidate(
        date.start,
        date.end,
        date.kind,
        number=date.number,
        value=date.value,
        collection=date.collection,
        mention=MentionKind.DATE,
        note=date.note,
    )
