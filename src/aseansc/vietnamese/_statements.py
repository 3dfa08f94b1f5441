"""Turn a quantity into a statement: its kind, and its value or the reason why it has none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Final, TypedDict

from aseansc._decimals import EXACT, is_power_of_ten
from aseansc.errors import AseanscError
from aseansc.mentions import MentionKind
from aseansc.observations import Status
from aseansc.units import Unit, UnitKind, commune, country, district, percent, province, times, village
from aseansc.values import (
    Attainment,
    AttainmentForm,
    Change,
    Qualifier,
    RelativeChange,
    RelativeForm,
    Value,
)
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._figure import FigureKind, FigureValue
from aseansc.vietnamese._quantities import Quantity, Side
from aseansc.vietnamese._tokens import Tokens, words_in
from aseansc.vietnamese._units import UnitRead, UnitReader
from aseansc.vietnamese._words import (
    base_at,
    comparison_before,
    difference_before,
    direction_before,
    either_way_before,
    exceeds_before,
    is_directly_before,
    is_sure_plan,
    moves_before,
    plan_at,
    plan_before,
    qualifier_before,
    up_to_before,
)

_PLACES: Final = frozenset({province.code, district.code, commune.code, village.code, country.code})
_ON_LAND: Final = words_in("dựng tác hiện khai nghiệm nuôi xuất trồng cấy sạ gieo tưới phun trí đặt công làm")
"""Last words of activities on land: xây dựng, canh tác, thực hiện, triển khai, thí nghiệm, sản xuất, bố trí."""
_HUNDRED: Final = Decimal(100)
_THOUSAND: Final = Decimal(1000)
_FEW: Final = Decimal(5)
_SAME: Final = (["tương", "đương"], ["tương", "ứng"], ["tức"], ["tức", "là"])
"""Words between a percent and the amount that it equals."""
_TWO_QUALIFIERS: Final = "two qualifiers before one number"
_EITHER_WAY: Final = "may be a rise or a fall: words for both are printed before it"
_UP_TO: Final = "may be the size of the change or the level that was reached"
_AFTER_CHANGE: Final = "may be another change, like the figure before it, or a level"
_NEW_CLAUSE: Final = frozenset({"so", "còn", "đạt", "là", "chiếm", "có", "lên", "xuống", "với"})
_TAIL: Final = 6
_BEFORE_A_MINUS: Final = frozenset({":", "=", "là", "đạt", "mức", "còn", "ở"})
_TO_OR_OVER: Final = "may be the excess over the plan or the percent of the plan"
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2050
_MOVED: Final = frozenset({"tăng", "giảm", "thêm", "bớt"})
_IN_A_ROW: Final = frozenset({"liên", "liền", "qua", "gần", "nay", "trở"})


class _Stated(TypedDict):
    magnitude: Decimal
    upper: Decimal | None
    qualifier: Qualifier


class Statement:
    """Builds the candidate for one quantity from the words around it."""

    __slots__ = (
        "before",
        "candidate",
        "end",
        "plan_said",
        "previous_end",
        "quantity",
        "search_start",
        "sign",
        "start",
        "tokens",
        "unit",
        "units",
    )

    def __init__(
        self,
        tokens: Tokens,
        quantity: Quantity,
        units: UnitReader,
        *,
        previous_end: int,
        search_start: int,
        plan_said: bool,
        before: Candidate | None,
    ) -> None:
        self.tokens = tokens
        self.before = before
        self.quantity = quantity
        self.units = units
        self.previous_end = previous_end
        self.search_start = search_start
        self.plan_said = plan_said
        self.unit: UnitRead | None = quantity.unit
        self.start = quantity.start
        self.end = quantity.end
        self.sign = 0
        self.candidate = Candidate(start=self.start, end=self.end, kind=FigureKind.LEVEL)

    def build(self) -> Candidate:
        """Return the candidate, with kind, number, unit, qualifier and value."""
        candidate, quantity = self.candidate, self.quantity
        self._signs()
        self._qualifier()
        self._numbers()
        unit = self.unit
        if unit is None:
            follows = self.tokens.words[self.end][:1].isalpha()
            candidate.remark(
                "no known unit is printed after the number" if follows else "no unit is printed after the number"
            )
        elif unit.unit is None:
            candidate.remark(unit.problem)
        candidate.unit = unit.counted if unit is not None else None
        if quantity.high is not None and not quantity.is_range:
            self._ratio()
        else:
            kind = unit.unit.numerator.kind if unit is not None and unit.unit is not None else None
            if kind is UnitKind.SHARE:
                self._percent()
            elif kind is UnitKind.SHARE_POINT:
                self._points()
            elif unit is not None and unit.unit == times:
                self._multiple()
            else:
                self._level()
            if quantity.is_range:
                candidate.kind = FigureKind.RANGE
                until = self.tokens.words[quantity.low.end] in ("đến", "tới")
                if quantity.with_from and until and moves_before(self.tokens, quantity.start):
                    candidate.doubt("may be the start and end of a change, or the size of it")
        self._doubts()
        if candidate.is_doubted:
            candidate.value = candidate.out_of = None
        candidate.start, candidate.end = self.start, self.end
        return candidate

    # -- signs, qualifiers and numbers

    def _signs(self) -> None:
        tokens, words, start = self.tokens, self.tokens.words, self.start
        before = words[start - 1] if start > self.previous_end else ""
        if not before or not tokens.glued(start):
            return
        free = start - 1 == 0 or not tokens.glued(start - 1) or words[start - 2] in ("(", "[")
        if before == "+" and free:
            self.sign, self.start = 1, start - 1
        elif before == "−" and free:
            self.sign, self.start = -1, start - 1
        elif before == "±":
            self.start = start - 1
            self.candidate.doubt("the sign ± is printed before it")
        elif before == "-" and free:
            if start - 1 == 0:
                self.candidate.doubt("the dash before it may be a minus sign or a list marker")
            else:
                self.sign, self.start = -1, start - 1

    def _qualifier(self) -> None:
        tokens, candidate, words = self.tokens, self.candidate, self.tokens.words
        if words[self.end] == "trở" and words[self.end + 1] in ("lên", "xuống") and not self.quantity.is_range:
            up = words[self.end + 1] == "lên"
            candidate.qualifier = Qualifier.AT_LEAST if up else Qualifier.AT_MOST
            self.end += 2
            for opening in (("từ", "đủ"), ("từ",)):
                if tokens.precedes(self.start, *opening) and self.start - len(opening) >= self.previous_end:
                    self.start -= len(opening)
                    break
            return
        found = qualifier_before(tokens, self.start, self.previous_end)
        if found is None and words[self.start - 1 : self.start] == ["là"]:
            inner = qualifier_before(tokens, self.start - 1, self.previous_end)
            if inner is not None and inner.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST):
                found = inner
        if found is None:
            candidate.qualifier = Qualifier.BETWEEN if self.quantity.is_range else Qualifier.EXACT
            return
        self.start = found.start
        outer = qualifier_before(tokens, found.start, self.previous_end)
        if outer is not None and outer.qualifier is not found.qualifier:
            self.start = outer.start
            candidate.doubt(_TWO_QUALIFIERS)
        if not self.quantity.is_range or found.qualifier is Qualifier.ABOUT:
            candidate.qualifier = found.qualifier
        else:
            candidate.qualifier = Qualifier.BETWEEN
            candidate.doubt("a qualifier is printed before a range")

    def _numbers(self) -> None:
        candidate, low, high = self.candidate, self.quantity.low, self.quantity.high
        negative = self.sign < 0
        low_magnitude = EXACT.minus(low.magnitude) if negative else low.magnitude
        low_number = EXACT.minus(low.read.number) if negative or low.negative else low.read.number
        if high is None:
            candidate.number, candidate.magnitude, candidate.scale = low_number, low_magnitude, low.numeral.scale
            return
        candidate.magnitude = (low_magnitude, high.magnitude)
        if low.numeral.power == high.numeral.power:
            high_number = EXACT.minus(high.read.number) if high.negative else high.read.number
            candidate.number, candidate.scale = (low_number, high_number), low.numeral.scale
        else:
            candidate.number = candidate.magnitude

    def _stated(self, sign: int = 1) -> _Stated:
        """Return magnitude, upper end and qualifier; with a negative `sign`, the numbers are negated and swapped."""
        low, high = self.quantity.low, self.quantity.high
        if self.sign < 0:
            sign = -sign
        magnitude = low.magnitude if sign > 0 else EXACT.minus(low.magnitude)
        upper = None
        if high is not None and self.quantity.is_range:
            upper = high.magnitude
            if sign < 0:
                magnitude, upper = EXACT.minus(upper), magnitude
        return _Stated(magnitude=magnitude, upper=upper, qualifier=self.candidate.qualifier)

    # -- kinds

    def _level(self) -> None:
        candidate, unit = self.candidate, self.unit
        in_clause = False
        direction = self.sign or direction_before(self.tokens, self.start, self.search_start, in_clause=in_clause)
        if either_way_before(self.tokens, self.start, self.search_start):
            direction = 0
        if not direction and self.before is not None and self.tokens.words[self.before.end : self.start] in _SAME:
            direction = self.before.direction if self._goes_on() else 0
        kind = unit.unit.kind if unit is not None and unit.unit is not None else None
        if unit is not None and unit.age:
            candidate.mention = MentionKind.AGE
            candidate.remark("an age")
        elif kind is UnitKind.DURATION and not self.sign and not self._is_change_of_duration(direction):
            candidate.mention = MentionKind.DURATION
            candidate.remark("a duration")
        elif not direction and (doubt := self._may_have_moved()):
            candidate.kind = FigureKind.CHANGE
            candidate.doubt(doubt)
            if unit is not None:
                candidate.unit = unit.unit
            return
        elif direction and self._is_level_with_sign():
            self._signed_level(kind)
        elif direction:
            candidate.kind = FigureKind.CHANGE if self.sign == 0 or kind is not None else FigureKind.LEVEL
            candidate.direction = direction
            if unit is not None and unit.unit is not None:
                candidate.unit = unit.unit
                self._state(Change, unit.unit, direction if not self.sign else 1)
            return
        if unit is None or unit.unit is None:
            return
        candidate.per = unit.each
        low = self.quantity.low.numeral
        if (
            kind is UnitKind.COUNT
            and candidate.qualifier is Qualifier.EXACT
            and not low.power
            and len(low.digits) == 4
            and low.digits.isdecimal()
            and not low.blanks
            and _FIRST_YEAR <= int(low.digits) <= _LAST_YEAR
        ):
            candidate.doubt("may be a count or a year")
        counted = unit.counted
        self._planned()
        self._state(Value, counted)
        if candidate.qualifier is Qualifier.OVER and counted is not None and self.tokens.words[self.start] == "trên":
            if counted.code in _PLACES:
                candidate.doubt("“trên” may mean “in” or “more than” before a number of places")
            elif counted.kind is UnitKind.AREA and self.start and self.tokens.words[self.start - 1] in _ON_LAND:
                candidate.doubt("“trên” may mean “on” or “more than” before an area of land")

    def _is_level_with_sign(self) -> bool:
        """Return whether the sign may belong to a level, because no word nearby marks the figure as a change."""
        tokens, start, before = self.tokens, self.start, self.before
        if not self.sign or difference_before(tokens, start, self.search_start) or base_at(tokens, self.end):
            return False
        if tokens.words[start - 1 : start] != ["("] or before is None or not before.takes_time:
            return True
        between = tokens.words[before.end : start - 1]
        return len(between) > _TAIL or not all(map(str.isalpha, between))

    def _signed_level(self, kind: UnitKind | None) -> None:
        """Withhold the value unless the figure is certainly a level below zero."""
        sign, before = self.tokens.words[self.start], self.tokens.words[self.start - 1]
        if self.sign > 0:
            self.candidate.doubt("may be a change, or a level with a sign")
        elif kind is UnitKind.COUNT:
            self.candidate.doubt("may be a decrease, or a count after a dash")
        elif sign == "-" and before not in _BEFORE_A_MINUS:
            self.candidate.doubt("the dash before it may be a minus sign or punctuation")

    def _may_have_moved(self) -> str:
        """Return why a level may be a change, or an empty string."""
        tokens, start, search_start = self.tokens, self.start, self.search_start
        if comparison_before(tokens, start, search_start):
            return "may be the difference, or the number that it is compared with"
        if either_way_before(tokens, start, search_start):
            return _EITHER_WAY
        if up_to_before(tokens, start, search_start):
            return _UP_TO
        if direction_before(tokens, start, search_start, in_clause=True):
            return "may be the size of the change, or a level of what rose or fell"
        return _AFTER_CHANGE if self._goes_with_change("(", ",", "và", "&") else ""

    def _goes_with_change(self, *signs: str) -> bool:
        """Return whether one of these signs joins the figure to a change, with only its counted noun between."""
        before, words, sign = self.before, self.tokens.words, self.start - 1
        if before is None or not before.has_moved or sign < before.end or words[sign] not in signs:
            return False
        between = words[before.end : sign]
        return len(between) <= _TAIL and all(word.isalpha() and word not in _NEW_CLAUSE for word in between)

    def _is_change_of_duration(self, direction: int) -> bool:
        """Return whether a duration is the change of another duration, not the time that something took."""
        words = self.tokens.words
        return bool(direction) and words[self.start - 1] in _MOVED and words[self.end] not in _IN_A_ROW

    def _planned(self) -> None:
        start = plan_before(self.tokens, self.start, self.previous_end)
        if start is not None:
            self.candidate.statuses = (Status.PLANNED,)

    def _percent(self) -> None:
        candidate, tokens, unit = self.candidate, self.tokens, self.unit
        assert unit is not None
        assert unit.unit is not None
        candidate.kind, candidate.unit = FigureKind.PERCENT, unit.unit
        noun = self.units.counted_at(tokens, self.end)
        if either_way_before(tokens, self.start, self.search_start) or up_to_before(
            tokens, self.start, self.search_start
        ):
            candidate.kind = FigureKind.CHANGE
            candidate.doubt(_UP_TO if up_to_before(tokens, self.start, self.search_start) else _EITHER_WAY)
            return
        if self._attainment():
            return
        immediate = direction_before(tokens, self.start, self.search_start, in_clause=False)
        direction = self.sign or immediate
        if not direction and noun is None:
            direction = direction_before(tokens, self.start, self.search_start, in_clause=True)
        if direction and not self.sign and exceeds_before(tokens, self.start, self.search_start):
            candidate.kind = FigureKind.ATTAINMENT
            candidate.doubt("what was exceeded, and whether this is a percent of it, is not stated")
            return
        if not direction and noun is None and self.before is not None:
            closed = tokens.words[self.end] == ")" or base_at(tokens, self.end)
            if self._goes_on() or (closed and self._goes_with_change("(")):
                direction = self.before.direction
            between = tokens.words[self.before.end : self.start]
            same = between[between[:1] == [","] :] in _SAME
            if not direction and ((same and self.before.has_moved) or self._goes_with_change("(", ",", "và", "&")):
                candidate.doubt(_AFTER_CHANGE)
                return
        if direction:
            candidate.kind, candidate.direction = FigureKind.CHANGE, direction
            if unit.unit.numerator == percent:
                self._state(RelativeChange, unit.unit, direction if not self.sign else 1)
            else:
                candidate.doubt("may be a change in per mille of a base, or in per mille points")
            return
        equal = is_directly_before(tokens, self.start, "bằng")
        reached = equal or is_directly_before(tokens, self.start, "đạt")
        if base_at(tokens, self.end) and (reached or tokens.words[self.end] == "so"):
            if reached:
                self._state(partial(RelativeChange, form=RelativeForm.TO), unit.unit)
            else:
                candidate.doubt("a percent of another figure: whether it is the change or the new level is not stated")
            return
        if equal and noun is None:
            candidate.doubt("a percent of another figure that is not stated nearby")
            if self._is_over_a_hundred():
                candidate.kind = FigureKind.ATTAINMENT
            return
        if reached and noun is None and self._is_over_a_hundred():
            candidate.kind = FigureKind.ATTAINMENT
            candidate.doubt("over 100 percent of a plan or another figure that is not stated nearby")
            return
        if noun is not None:
            self.end = noun.end
        self._planned()
        self._state(Value, unit.unit)

    def _goes_on(self) -> bool:
        """Return whether the figure continues the change before it: tăng 12% về lượng và 31% về giá trị."""
        before = self.before
        if before is None or before.kind is not FigureKind.CHANGE or not isinstance(before.value, RelativeChange):
            return False
        words = self.tokens.words
        between = words[before.end : self.start]
        if between in (["và"], *_SAME):
            return True
        if len(between) not in range(3, 9) or between[0] != "về":
            return False
        return between[-1] == "và" or (between[-1] == "," and words[self.end] == "về")

    def _is_a_hundred_or_more(self) -> bool:
        return self.quantity.low.magnitude >= _HUNDRED

    def _is_over_a_hundred(self) -> bool:
        return self.quantity.low.magnitude > _HUNDRED and self.unit is not None and self.unit.bare in ("%", "phần trăm")

    def _attainment(self) -> bool:
        """Return whether the figure is a percent of a plan, and complete the candidate if so."""
        tokens, candidate, words = self.tokens, self.candidate, self.tokens.words
        after = plan_at(tokens, self.end)
        before = plan_before(tokens, self.start, self.previous_end)
        verb_end = before if before is not None else self.start
        verb = words[verb_end - 1] if verb_end > self.previous_end else ""
        exceeds = verb == "vượt" or (verb == "mức" and verb_end >= 2 and words[verb_end - 2] == "vượt")
        beside = words[verb_end - 2] if verb == "hơn" and verb_end - 2 >= self.previous_end else ""
        low, high = beside in ("thấp", "kém"), beside in ("cao", "lớn", "nhiều")
        fell = verb in ("giảm", "hụt", "thiếu")
        form: AttainmentForm | None = None
        if after or before is not None:
            if exceeds or verb == "tăng" or high or self.sign > 0:
                form = AttainmentForm.OVER_PLAN
            elif low or fell or self.sign < 0:
                form = AttainmentForm.UNDER_PLAN
            elif after and (
                is_sure_plan(tokens, self.end)
                or is_directly_before(tokens, self.start, "đạt", "bằng", "hoàn", "thành", "hiện", "được")
            ):
                form = AttainmentForm.OF_PLAN
        if form is None and exceeds:
            candidate.kind = FigureKind.ATTAINMENT
            self.start = verb_end - 1 - (verb == "mức")
            self._try_attainment(AttainmentForm.OVER_PLAN)
            if not self.plan_said:
                candidate.doubt("what was exceeded is not stated nearby")
            elif self._is_a_hundred_or_more():
                candidate.doubt(_TO_OR_OVER)
            return True
        if form is None and self.plan_said and is_directly_before(tokens, self.start, "đạt", "bằng"):
            form = AttainmentForm.OF_PLAN
        if form is None and before is not None and words[before] == "so":
            candidate.kind = FigureKind.ATTAINMENT
            candidate.doubt("may be a percent of the plan, or a percent over or under it")
            return True
        if form is None:
            return False
        candidate.kind = FigureKind.ATTAINMENT
        if after:
            self.end = after
        if form is AttainmentForm.OVER_PLAN and exceeds:
            self.start = verb_end - 1 - (verb == "mức")
            form = self._exceeded(before)
        elif low or high:
            self.start = verb_end - 2
        elif before is not None and not after:
            self.start = verb_end - 1
        # The form already includes the sign: (-3,5% KH) is 3.5 percent under the plan.
        self.sign = 0
        self._try_attainment(form)
        return True

    def _exceeded(self, before: int | None) -> AttainmentForm:
        """Return the form of a percent after *vượt* (exceed): 5 % over the plan, or of the plan.

        After *đạt và* (reach and), a percent of 100 or more is a percentage of the plan: "đạt và vượt 105 %" means at
        least 105 % of the plan. If both forms are possible, the value is withheld.
        """
        candidate, words, verb = self.candidate, self.tokens.words, self.start
        if before is not None:  # vượt kế hoạch 102%
            return AttainmentForm.OVER_PLAN
        joined = verb - 2 >= self.previous_end and words[verb - 1] in ("và", ",")
        reached = joined and words[verb - 2] in ("đạt", "thành")
        if not self._is_a_hundred_or_more():
            if reached:
                candidate.doubt(_TO_OR_OVER)
            return AttainmentForm.OVER_PLAN
        if not reached or candidate.qualifier not in (Qualifier.EXACT, Qualifier.OVER, Qualifier.AT_LEAST):
            candidate.doubt(_TO_OR_OVER)
            return AttainmentForm.OVER_PLAN
        self.start = verb - 2 - (words[verb - 2] == "thành" and words[verb - 3] == "hoàn")
        if candidate.qualifier is Qualifier.EXACT:
            candidate.qualifier = Qualifier.AT_LEAST
        return AttainmentForm.OF_PLAN

    def _try_attainment(self, form: AttainmentForm) -> None:
        self._state(partial(Attainment, form=form), self.candidate.unit)

    def _points(self) -> None:
        candidate, unit = self.candidate, self.unit
        assert unit is not None
        assert unit.unit is not None
        candidate.kind, candidate.unit = FigureKind.PERCENTAGE_POINT, unit.unit
        tokens, start, search_start = self.tokens, self.start, self.search_start
        direction = (
            self.sign
            or direction_before(tokens, start, search_start, in_clause=True)
            or up_to_before(tokens, start, search_start)
        )
        if either_way_before(tokens, start, search_start):
            candidate.doubt(_EITHER_WAY)
        elif direction:
            candidate.direction = direction
            self._state(Change, unit.unit, direction if not self.sign else 1)
        else:
            candidate.remark("no word nearby states whether it rose or fell")
            self._state(Value, unit.unit)

    def _multiple(self) -> None:
        candidate, tokens = self.candidate, self.tokens
        candidate.kind = FigureKind.RATIO
        if tokens.words[self.start - 1 : self.start] == ["gấp"]:
            outer = qualifier_before(tokens, self.start - 1, self.previous_end)
            if outer is not None and candidate.qualifier not in (Qualifier.EXACT, outer.qualifier):
                candidate.doubt(_TWO_QUALIFIERS)
            elif outer is not None and not self.quantity.is_range:  # gần gấp 3 lần
                candidate.qualifier, self.start = outer.qualifier, outer.start
                self._state(partial(RelativeChange, form=RelativeForm.TIMES), times)
                return
        if is_directly_before(tokens, self.start, "gấp", "bằng"):
            self._state(partial(RelativeChange, form=RelativeForm.TIMES), times)
        elif direction_before(tokens, self.start, self.search_start, in_clause=False):
            candidate.doubt("“tăng N lần” may mean an increase to N times or by N times")
        else:
            candidate.kind, candidate.unit = FigureKind.LEVEL, None
            candidate.doubt("“lần” may mean occasions or a multiple")

    def _ratio(self) -> None:
        candidate, unit, high = self.candidate, self.unit, self.quantity.high
        candidate.kind = FigureKind.RATIO
        if unit is None or unit.unit is None or high is None:
            if unit is None:
                candidate.note = ""
                candidate.remark("a ratio whose unit is not printed")
            return
        counted = unit.counted
        self._state(Value, counted)
        low = self.quantity.low
        if candidate.qualifier is not Qualifier.EXACT or (
            high.magnitude <= _FEW and unit.unit.code not in _PLACES and low.magnitude < high.magnitude
        ):
            candidate.doubt("may be a fraction, or a count out of a total")
        elif high.magnitude >= _THOUSAND and is_power_of_ten(high.magnitude):
            candidate.doubt("may be a rate per round number, or a count out of a total")
        elif isinstance(candidate.value, Value):
            try:
                candidate.out_of = Value(magnitude=high.magnitude, unit=candidate.value.unit)
            except AseanscError as refused:
                candidate.doubt(refused.problem)

    # -- doubts

    def _state(self, build: Callable[..., FigureValue], unit: Unit | None, sign: int = 1) -> None:
        try:
            self.candidate.value = build(unit=unit, **self._stated(sign))
        except AseanscError as refused:
            self.candidate.doubt(refused.problem)

    def _doubts(self) -> None:
        for side in (self.quantity.low, self.quantity.high):
            if side is not None:
                self._doubt(side)

    def _doubt(self, side: Side) -> None:
        if not side.read.sure:
            self.candidate.doubt(side.read.note)
        else:
            self.candidate.remark(side.read.note)
