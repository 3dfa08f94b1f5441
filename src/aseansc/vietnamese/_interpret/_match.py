"""A quantity with the words around it, before it is interpreted: sign, qualifier, numbers and unit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, TypedDict

from attrs import define, field

from aseansc._decimals import EXACT
from aseansc.errors import AseanscError
from aseansc.observations import Status
from aseansc.units import Unit, UnitKind, commune, country, district, province, village
from aseansc.values import (
    Change,
    Qualifier,
    RelativeChange,
    Value,
)
from aseansc.vietnamese._around import (
    Qualified,
    base_at,
    before_time,
    direction_before,
    has_change,
    is_directly_before,
    is_of_moving,
    is_of_rate,
    lent_before,
    moves_in_clause,
    named_change_before,
    names_subject,
    pace_before,
    plan_at,
    plan_before,
    product_before,
    qualifier_before,
)
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._figure import FigureKind, FigureValue
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._scopes import MAY_BE_PLANNED
from aseansc.vietnamese._sides import Quantity
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import UnitRead, UnitReader
from aseansc.vietnamese._windows import back_from

PLACES: Final = frozenset({province.code, district.code, commune.code, village.code, country.code})
TWO_QUALIFIERS: Final = "two qualifiers before one number"
EITHER_OR_LEVEL: Final = "the sign before it may be that of a change, or a dash"
EITHER_WAY: Final = "may be a rise or a fall: words for both are printed before it"
BY_OR_LEVEL: Final = "may be the size of the change, or a level of what rose or fell"
FROM_PLAN: Final = "a difference from a plan, not from an earlier time"
UP_TO: Final = "may be the size of the change or the level that was reached"
_GOODS: Final = (UnitKind.MONEY, UnitKind.MASS, UnitKind.AREA, UnitKind.VOLUME)
_BETWEEN_TIMES: Final = ([","], [";"], [lexicon.AND], [",", lexicon.AND], [lexicon.OF, lexicon.AND])
_TAIL: Final = 6
_SHORT_CLAUSE: Final = 8
_LONG_TAIL: Final = 10
_LONGEST_TAIL: Final = 16
_SHORT_TAIL: Final = 4


class _Stated(TypedDict):
    magnitude: Decimal
    upper: Decimal | None
    qualifier: Qualifier


@define
class Match:
    """A quantity, what is known from before it, and the candidate that its interpretation fills in.

    `start` and `end` grow with the words that belong to the figure; `sign` is that of a printed plus or minus.
    `may_change` is false if no word of a change is near. `unit` is what the words of the unit mean, `known` its unit if
    the catalogue has it.
    """

    tokens: Tokens
    quantity: Quantity
    units: UnitReader
    previous_end: int
    search_start: int
    plan_said: bool
    before: Candidate | None
    earlier: Candidate | None
    base_said: bool
    turns: Unit | None
    start: int
    end: int
    sign: int = 0
    candidate: Candidate = field(init=False)
    may_change: bool = field(init=False)
    gap: int = field(default=0, init=False)
    unit: UnitRead | None = field(init=False)
    known: Unit | None = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.candidate = Candidate(self.start, self.end, FigureKind.LEVEL)
        self.take(self.quantity.unit)
        self.gap = self.start - self._before_time(self.start)
        self.may_change = has_change(self.tokens, self.start, self.search_start)

    def take(self, unit: UnitRead | None) -> None:
        """Let the words of a unit be those of the figure."""
        self.unit, self.known = unit, None if unit is None else unit.unit

    def _before_time(self, at: int) -> int:
        """Return where the time that ends at a token begins, or the token: giảm trong 2 năm 500 hộ."""
        before = self.before
        return before_time(self.tokens, before.start) if before and before.end == at and before.is_time else at

    @property
    def states_change(self) -> bool:
        """Whether *là* or a colon is between a rise or fall and the figure: giảm trong năm là 500 hộ; giảm: 500 hộ."""
        at = self.start - 1
        if not self.may_change or at <= self.search_start or self.tokens.words[at] not in lexicon.SAYS:
            return False
        if direction_before(self.tokens, self._before_time(at), self.search_start, in_clause=False):
            return True
        return self.tokens.words[at] == lexicon.IS and is_of_moving(self.tokens, at, self.search_start)

    def search(self, change: Callable[[Tokens, int, int], int]) -> int:
        """Return what a search for words of a change before the figure finds, or 0."""
        return change(self.tokens, self.start - self.gap, self.search_start) if self.may_change else 0

    @property
    def between(self) -> list[str]:
        """The words between the figure before and this one."""
        return self.tokens.words[self.before.end : self.start] if self.before is not None else []

    @property
    def is_equivalent(self) -> bool:
        """Whether the figure is in brackets after another one that it equals: (tương đương 3.434 USD)."""
        return self.between[:1] == ["("] and tuple(self.between[1:3]) in lexicon.EQUIVALENTS

    def moves(self, *, in_clause: bool) -> int:
        if not self.may_change or (not in_clause and self._is_with()):
            return 0
        return direction_before(self.tokens, self.start - self.gap, self.search_start, in_clause=in_clause)

    def _is_with(self) -> bool:
        """Return whether *với* stands before an amount, which is then one of what rose: nợ xấu tăng với 1.600 tỷ."""
        words, at = self.tokens.words, self.start
        is_share = self.known is not None and self.known.kind in (UnitKind.SHARE, UnitKind.SHARE_POINT)
        return not is_share and at > 1 and words[at - 1] == lexicon.AGAINST and words[at - 2] != lexicon.COMPARED

    @property
    def may_be_growth(self) -> bool:
        """Whether a percent without a rise or fall may be growth: GRDP đạt 8,5%, bình quân đạt 8,5%/năm."""
        below = self.known.denominators if self.known is not None else ()
        each = self.start > 0 and any(unit.kind is UnitKind.DURATION for unit in below)
        where = self.tokens, self.start, self.search_start
        if self.is_of_rate:  # giảm nghèo cho giai đoạn 2015-2020 là 1%/năm
            return each and self.tokens.words[self.start - 1] in lexicon.SAYS and not lent_before(*where[:2])
        return product_before(*where) or pace_before(*where) or (each and not lent_before(self.tokens, self.start))

    def moved_in_clause(self, at: int) -> bool:
        """Return whether a verb of change comes shortly before a token in its clause."""
        return moves_in_clause(self.tokens, at)

    def named_change(self, *, of_amount: bool = False) -> int:
        if not self.may_change:
            return 0
        return named_change_before(self.tokens, self.start - self.gap, self.search_start, of_amount=of_amount)

    @property
    def names_subject(self) -> bool:
        """Whether words before the figure name what it is about, other than the figure before it does."""
        return names_subject(self.tokens, self.start, self.search_start)

    @property
    def is_of_rate(self) -> bool:
        before = self.before
        is_share = before is not None and before.kind is FigureKind.PERCENT and isinstance(before.value, Value)
        after = (self.tokens.words[self.quantity.end], self.tokens.words[self.quantity.end + 1])
        if after in lexicon.RATE_NAMES:  # giảm 5% tỷ lệ hộ nghèo
            return True
        return (is_share and not self.names_subject) or is_of_rate(self.tokens, self.start, self.search_start)

    def is_after(self, *choices: str) -> bool:
        return is_directly_before(self.tokens, self.start, choices)

    def state(self, build: Callable[..., FigureValue], unit: Unit | None, sign: int = 1) -> None:
        """Set the value, or the reason why there is none; with a negative `sign`, numbers are negated and swapped."""
        low, high = self.quantity.low, self.quantity.high
        sign = -sign if self.sign < 0 else sign
        magnitude = low.magnitude if sign > 0 else EXACT.minus(low.magnitude)
        upper = None
        if high is not None and self.quantity.is_range:
            upper = high.magnitude
            if sign < 0:
                magnitude, upper = EXACT.minus(upper), magnitude
        stated = _Stated(magnitude=magnitude, upper=upper, qualifier=self.candidate.qualifier)
        try:
            self.candidate.value = build(unit=unit, **stated)
        except AseanscError as refused:
            self.candidate.doubt(refused.problem)


def goes_with_change(match: Match, signs: frozenset[str]) -> bool:
    """Return whether one of these signs joins the figure to a change, with only its counted noun between."""
    before, between = match.before, match.between
    if before is None or not before.has_moved or not between or between[-1] not in signs:
        return False
    noun = between[between[0] == ")" : -1]  # giảm 42 người chết (6,17%) và 275 người bị thương
    return len(noun) <= _TAIL and all(word.isalpha() and word not in lexicon.NEW_CLAUSE for word in noun)


def goes_on(match: Match) -> bool:
    """Return whether the figure continues the change before it: tăng 12% về lượng và 31% về giá trị."""
    before, between = match.before, match.between
    if before is None or before.kind is not FigureKind.CHANGE:
        return False
    if isinstance(before.value, Change) and between in lexicon.SAME:
        return _equals_change(match, before.value)
    if not isinstance(before.value, RelativeChange):
        return False
    if between in ([lexicon.AND], *lexicon.SAME) or (between == [","] and _is_in_turn(match, before)):
        return True
    if between[:1] == [lexicon.COMPARED] and between[-1] == lexicon.AND and base_at(match.tokens, match.end):
        return len(between) <= _TAIL  # tăng 2% so với đầu năm và 7% so với cùng kỳ
    if len(between) not in range(3, 9) or between[0] != lexicon.AS_TO:
        return False
    last = between[-1]
    return last == lexicon.AND or (last == "," and match.tokens.words[match.end] == lexicon.AS_TO)


def _equals_change(match: Match, change: Change) -> bool:
    """Return whether a percent certainly is the same change as an amount: tăng 3.829 tấn hay 3% so với cùng kỳ."""
    based = match.between[0] == lexicon.OR and base_at(match.tokens, match.end) > 0
    return based or change.unit.kind in _GOODS


def _is_in_turn(match: Match, before: Candidate) -> bool:
    """Return whether the figure before belongs to a list of changes: tăng lần lượt là 11%, 10% và 9%."""
    words = match.tokens.words
    for back in back_from(before.start, 2 * _LONG_TAIL):
        if (words[back], words[back + 1]) == lexicon.IN_TURN:
            return True
        if words[back] in lexicon.SENTENCE_SIGNS:
            return False
    return False


def listed(match: Match) -> list[str]:
    """Return the words with which the figure continues a list after a change, without a verb: tăng 3 %, dịch vụ 8 %."""
    before, between = match.before, match.between
    if before is None or not before.has_moved or before.unit != match.known or between[:1] not in ([","], [";"]):
        return []
    words = between[1 : len(between) - (between[-1] == ":")]  # nông nghiệp tăng: 3%, lâm nghiệp: 6%
    is_noun = len(words) <= _LONG_TAIL and any(map(str.isalpha, words)) and not any(map(_is_verb, words))
    return words if is_noun else []


def listed_by_time(match: Match) -> bool:
    """Return whether the figure continues a list of changes at several times: quý I tăng 5,5%; quý II 6,2%."""
    before, earlier = match.before, match.earlier
    if before is None or earlier is None or not before.is_time or not earlier.has_moved or earlier.unit != match.known:
        return False
    words = match.tokens.words
    return [*words[earlier.end : before.start], *words[before.end : match.start]] in _BETWEEN_TIMES


def _is_verb(word: str) -> bool:
    return word[:1].isdecimal() or word in lexicon.SENTENCE_SIGNS or word in lexicon.NEW_CLAUSE or word in lexicon.TO_BE


def planned(match: Match) -> None:
    named = plan_before(match.tokens, match.start, match.previous_end)
    if named is not None and (not named or match.tokens.words[named - 1] not in lexicon.BREACHES):
        match.candidate.statuses = (Status.PLANNED,)
    elif named is None and _is_of_attained_plan(match):
        match.candidate.doubt_status(MAY_BE_PLANNED)


def _is_of_attained_plan(match: Match) -> bool:
    """Return whether the plan of an amount was reached or not: chưa hoàn thành kế hoạch doanh thu 50 tỷ đồng."""
    words = match.tokens.words
    for at in back_from(match.start, _SHORT_CLAUSE, match.search_start):
        if words[at] in lexicon.LEVELS or words[at] in lexicon.CLAUSE_SIGNS:
            return False
        if (words[at], words[at + 1]) in lexicon.PLANS:
            return words[at - 1] in lexicon.ATTAINED
    return False


def read_sign(match: Match) -> None:
    tokens, start = match.tokens, match.start
    before = tokens.words[start - 1] if start > match.previous_end else ""
    if before and tokens.glued(start):
        _read_joined_sign(match, before)
    elif before in ("+", "-") and tokens.words[start - 2] in ("(", ","):
        _read_separate_sign(match, before)


def _read_joined_sign(match: Match, sign: str) -> None:
    """Read a sign without a space after it, if nothing is joined to it from the left: -3%, (+5)."""
    tokens, at = match.tokens, match.start - 1
    heads = at == 0
    free = heads or not tokens.glued(at) or tokens.words[at - 1] in ("(", "[")
    if sign == "±":
        match.candidate.doubt("the sign ± is printed before it")
    elif sign not in ("+", "−", "-") or not free:
        return
    elif sign == "-" and heads:
        match.candidate.doubt("the dash before it may be a minus sign or a list marker")
        return
    else:
        match.sign = 1 if sign == "+" else -1
    match.start = at


def _read_separate_sign(match: Match, sign: str) -> None:
    """Read a sign with a space after it if it is in brackets after a change; elsewhere it may be a dash."""
    if match.between == ["(", sign] and match.before is not None and match.before.has_moved:
        match.sign = 1 if sign == "+" else -1  # giảm 3,6% (- 1.207,5 ha)
        match.start -= 1
    else:
        match.candidate.doubt(EITHER_OR_LEVEL)


def read_qualifier(match: Match) -> None:
    candidate, is_range = match.candidate, match.quantity.is_range
    if not is_range and _reads_bound_after(match):
        return
    found = _qualifier_of(match)
    if found is None:
        candidate.qualifier = Qualifier.BETWEEN if is_range else Qualifier.EXACT
        return
    if (
        is_range
        and match.tokens.precedes(found.start, lexicon.WITHIN_RANGE)
        and match.tokens.words[found.start] == lexicon.ROUGHLY
    ):
        candidate.qualifier = Qualifier.BETWEEN  # trong khoảng 91% đến 96%
        return
    match.start = found.start
    outer = qualifier_before(match.tokens, found.start, match.previous_end)
    if outer is not None and outer.qualifier is not found.qualifier:
        match.start = outer.start
        candidate.doubt(TWO_QUALIFIERS)
    if not is_range or found.qualifier is Qualifier.ABOUT:
        candidate.qualifier = found.qualifier
    else:
        candidate.qualifier = Qualifier.BETWEEN
        candidate.doubt("a qualifier is printed before a range")


def _reads_bound_after(match: Match) -> bool:
    """Read *từ 5 ha trở lên*; return whether it is printed."""
    tokens, words = match.tokens, match.tokens.words
    end = match.end + (words[match.end] in lexicon.RUNNING)  # 3 năm liền trở lên
    qualifier = lexicon.AND_MORE.get((words[end], words[end + 1]))
    if qualifier is None:
        return _reads_bound_far_after(match)
    match.candidate.qualifier = qualifier
    match.end = end + 2
    for opening in lexicon.BEFORE_AND_MORE:
        if tokens.precedes(match.start, *opening) and match.start - len(opening) >= match.previous_end:
            match.start -= len(opening)
            break
    return True


def _reads_bound_far_after(match: Match) -> bool:
    """Read *từ 80 đảng viên mới trở lên*, with words that describe what is counted; return whether it is printed.

    Without *từ*, only before *bị*: hai người bị nạn trở lên, but not 5 giáo viên đại học trở lên.
    """
    words, at = match.tokens.words, match.end
    leads = match.tokens.precedes(match.start, lexicon.FROM) and match.start - 1 >= match.previous_end
    if not leads and words[at] != lexicon.SUFFERS:
        return False
    last = match.end + (_LONGEST_TAIL if leads else _SHORT_TAIL)
    while at < last and words[at].isalpha() and (leads or words[at] != lexicon.FROM):
        qualifier = lexicon.AND_MORE.get((words[at], words[at + 1]))
        if qualifier is not None:
            match.candidate.qualifier, match.start = qualifier, match.start - leads
            return True
        at += 1
    return False


def _qualifier_of(match: Match) -> Qualified | None:
    """Return the qualifier before the number; a bound may also stand before *là*."""
    found = qualifier_before(match.tokens, match.start, match.previous_end)
    if found is None and (passed := _passed_before(match)):
        return Qualified(Qualifier.OVER, passed)
    if found is None and match.tokens.precedes(match.start, lexicon.IS):
        found = qualifier_before(match.tokens, match.start - 1, match.previous_end)
        return found if found is not None and found.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST) else None
    return found


def _passed_before(match: Match) -> int:
    """Return where *vượt qua* or *vượt mức* before an amount begins, or 0: cao su đã vượt mức 800.000 ha."""
    words, start, end = match.tokens.words, match.start, match.quantity.end
    if start - 2 < match.previous_end or (words[start - 2], words[start - 1]) not in lexicon.PASSES:
        return 0
    is_amount = match.known is not None and match.known.numerator.kind not in (UnitKind.SHARE, UnitKind.DURATION)
    return start - 2 if is_amount and not base_at(match.tokens, end) and not plan_at(match.tokens, end) else 0


def set_numbers(match: Match) -> None:
    candidate, low, high = match.candidate, match.quantity.low, match.quantity.high
    negative = match.sign < 0
    low_magnitude = EXACT.minus(low.magnitude) if negative else low.magnitude
    low_number = EXACT.minus(low.read.number) if negative or low.negative else low.read.number
    if high is None:
        candidate.number, candidate.magnitude, candidate.scale = low_number, low_magnitude, low.numeral.scale
        return
    candidate.number = candidate.magnitude = (low_magnitude, high.magnitude)
    if low.numeral.power == high.numeral.power:
        high_number = EXACT.minus(high.read.number) if high.negative else high.read.number
        candidate.number, candidate.scale = (low_number, high_number), low.numeral.scale


def set_unit(match: Match) -> None:
    candidate, unit = match.candidate, match.unit
    if unit is None:
        follows = match.tokens.words[match.end][:1].isalpha()
        candidate.remark(
            "no known unit is printed after the number" if follows else "no unit is printed after the number"
        )
        return
    candidate.remark(unit.problem)
    candidate.unit = unit.counted
