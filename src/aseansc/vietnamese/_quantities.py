"""Read quantities: a numeral with its unit, alone, in a range, or in a ratio."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import Final

from attrs import evolve

from aseansc._decimals import EXACT, is_power_of_ten, is_whole
from aseansc.units import VND, UnitKind, blood_unit, tonne
from aseansc.vietnamese._around import qualifier_before
from aseansc.vietnamese._conventions import Read, SeparatorUse
from aseansc.vietnamese._days import DASHES
from aseansc.vietnamese._decoys import is_named
from aseansc.vietnamese._lexicon import numbers as lexicon, unit_names
from aseansc.vietnamese._lexicon.around import BELOW_END
from aseansc.vietnamese._numerals import MOST_DIGITS, Numeral, is_rest, numeral_at, scale_at
from aseansc.vietnamese._sides import PER, Quantity, Side
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import UnitRead, UnitReader
from aseansc.vietnamese._windows import near_before

_ONE_HALF: Final = Decimal("0.5")
_FEW_ANIMALS: Final = 20
_FAR: Final = 10
_YEAR_SIZE: Final = 4
_HUNDRED: Final = Decimal(100)
_THOUSAND: Final = Decimal(1000)
_MILLION: Final = 6
_BILLION: Final = 9
_THREE_DECIMALS: Final = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}\.000")
_POINTED: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_DECIMAL: Final = re.compile(r"[0-9]+\.[0-9]{1,2}")
"""A number with a decimal point, beside which three digits after a point may be decimals, too."""
_GROUP: Final = re.compile(r"[0-9]{3}(?:[.,][0-9]+)*")
_SCALE_MISSING: Final = "the scale of the first number may be missing"


class QuantityReader:
    """Reads quantities, given a unit reader and the separators that a document uses."""

    def __init__(self, units: UnitReader, shown: SeparatorUse) -> None:
        self.units = units
        self.shown = shown

    def side_at(self, tokens: Tokens, at: int) -> Side | None:
        """Return the number at a token and the unit after it."""
        negative = tokens.words[at] == lexicon.NEGATIVE
        first = at + negative
        numeral = numeral_at(tokens, first)
        if numeral is None:
            return None
        end, doubt = self._repeated_in_words(tokens, numeral)
        if broken := _broken_before(tokens, first):
            doubt = broken
        if numeral.digits and is_rest(tokens, first):
            doubt = f"directly after {tokens.words[first - 1]}: may be the rest of one number"
        if numeral.blanks and is_named(tokens, first):
            doubt = f"may be one number or two: the first may belong to “{tokens.words[first - 1]}”"
        numeral, end = self._pointed(tokens, numeral, end)
        unit = self.units.unit_at(tokens, end)
        if numeral.digits and tokens.glued(end) and _is_code(tokens, end, unit):
            return None  # 30a, 4K
        if unit is not None and len(unit.bare) == 1 and unit.bare.isupper() and unit.bare.isascii():
            return None  # 5G
        if unit is not None:
            numeral, unit, end = self._with_unit(tokens, first, numeral, unit)
        elif (unit := self._bare_money(tokens, numeral, end)) is not None:
            end = unit.end
        read = self.read(numeral, unit)
        if read is None:
            return None
        doubt = doubt or _doubt_of_thousands(tokens, numeral, unit)
        return Side(numeral, unit, Read(read.number, sure=False, note=doubt) if doubt else read, end, negative)

    def _bare_money(self, tokens: Tokens, numeral: Numeral, end: int) -> UnitRead | None:
        """Return the unit of an amount without a currency: 92 tỷ, 12 triệu/năm."""
        if self.shown.dong and _is_bare(tokens, numeral, end):
            return UnitRead(end, end, VND, problem=unit_names.NO_CURRENCY)
        return self.units.money_per(tokens, end) if _is_money(tokens, numeral, end) else None

    def _with_unit(self, tokens: Tokens, at: int, numeral: Numeral, unit: UnitRead) -> tuple[Numeral, UnitRead, int]:
        """Return a numeral with the scale of its unit, the unit, or its problem, and where both end."""
        if unit.power:
            scale = f"{numeral.scale} {unit.scale}".lstrip()
            numeral = evolve(numeral, power=numeral.power + unit.power, scale=scale)
        problem = self._problem(tokens, unit, numeral) if unit.unit is not None else ""
        if problem == unit_names.BODIES_OR_BLOOD and _is_given(tokens, at):
            unit, problem = evolve(unit, unit=blood_unit), ""
        if unit.unit is None and unit.end == unit.noun_end and (meant := self.units.by_context(tokens, at, unit)):
            unit = evolve(unit, unit=meant, problem="")
        unit, end = evolve(unit, unit=None, problem=problem) if problem else unit, unit.end
        halves = not numeral.half and not numeral.power and end == unit.noun_end
        if halves and tokens.words[end] == lexicon.AND_A_HALF and (not numeral.digits or numeral.digits.isdecimal()):
            return self._and_a_half(numeral), unit, end + 1
        return numeral, unit, end

    def _pointed(self, tokens: Tokens, numeral: Numeral, end: int) -> tuple[Numeral, int]:
        """Read a scale word joined to its unit by a point (tỷ.đ, tr.USD); return the numeral and the unit's start."""
        words = tokens.words
        short = lexicon.SHORT_SCALES.get(words[end]) if not numeral.power else None
        point = end if short is None else end + 1
        if not (numeral.power or short) or words[point] != ".":
            return numeral, end
        if not tokens.glued(point) or not tokens.glued(point + 1):
            return numeral, end
        unit = self.units.unit_at(tokens, point + 1)
        # in "ng.km" and "ng.ngày", "ng" means people, not thousands
        if unit is None or (words[end] == lexicon.SHORT_THOUSAND and words[point + 1] in lexicon.AFTER_PEOPLE):
            return numeral, end
        if short is not None:
            numeral = evolve(numeral, power=short, scale=words[end])
        return numeral, point + 1

    def read(self, numeral: Numeral, unit: UnitRead | None) -> Read | None:
        """Return the number of a numeral with a unit."""
        whole = unit is not None and unit.is_whole
        return numeral.read(self.shown, whole=whole, small=unit is not None and unit.is_small)

    @staticmethod
    def _and_a_half(numeral: Numeral) -> Numeral:
        if numeral.digits:
            return evolve(numeral, half=True)
        return evolve(numeral, number=EXACT.add(numeral.number, _ONE_HALF), single_word=False)

    def _repeated_in_words(self, tokens: Tokens, numeral: Numeral) -> tuple[int, str]:
        """Read 15.000 (mười lăm nghìn); return where it ends, and a problem if the words disagree."""
        if numeral.digits and _is_stray(tokens, numeral.end):
            return numeral.end + 1, "a sign without digits after it before the percent sign"  # 103,%
        words, end = _in_words_after(tokens, numeral.end) if numeral.digits else (None, numeral.end)
        read = numeral.read(self.shown, whole=False, small=False)
        again = None if words is None else words.read(self.shown, whole=False, small=False)
        if words is None or read is None or again is None:
            return numeral.end, ""
        one, other = EXACT.scaleb(read.number, numeral.power), EXACT.scaleb(again.number, words.power)
        return end, "" if one == other else f"the words in brackets give a different number, {other:f}"

    def _problem(self, tokens: Tokens, unit: UnitRead, numeral: Numeral) -> str:
        """Return why the word of a unit is ambiguous here, or an empty string."""
        if unit.bare in unit_names.METRES and tokens.words[unit.end] in unit_names.POWERS:
            return unit_names.SQUARE_OR_METRE
        if unit.end != unit.noun_end:
            return unit_names.ANIMALS_OR_CHILDREN if unit.bare == unit_names.ANIMAL else ""
        return self._problem_of_noun(tokens, unit, numeral)

    def _problem_of_noun(self, tokens: Tokens, unit: UnitRead, numeral: Numeral) -> str:
        words, end = tokens.words, unit.end
        if _is_rate_in_words(words, end, unit.is_small):
            return "a rate with words in it that are not units"
        problem = (
            _problem_of_body(words, end, numeral) if unit.bare == unit_names.BODY else _problem_of_member(words, end)
        )
        if problem or numeral.power:
            return problem
        if unit.bare == unit_names.ANIMAL:  # 2,1 con: children per woman
            read = numeral.read(self.shown, whole=True, small=False)
            few = read is not None and (read.number < _FEW_ANIMALS or not is_whole(read.number))
            return unit_names.ANIMALS_OR_CHILDREN if few else ""
        whole = numeral.digits.isdecimal() or (not numeral.digits and is_whole(numeral.number))
        named = words[end][:1].isalpha() and words[end] not in unit_names.AFTER_POINTS
        return unit_names.POINTS_OR_PLACES if unit.bare == unit_names.POINT and whole and named else ""

    def misprinted_at(self, tokens: Tokens, at: int) -> tuple[str, UnitRead | None, int] | None:
        """Return digits that are too many or have misplaced separators, their unit, and where they end: 1.250.00 đồng.

        Return `None` if the digits are a number, or if they are not clearly meant as one.
        """
        if len(tokens.words[at]) > MOST_DIGITS:
            unit = self.units.unit_at(tokens, at + 1)
            return tokens.words[at], unit, at + 1 if unit is None else unit.end
        if _is_cut(tokens, at):
            unit = self.units.unit_at(tokens, at + 2)
            return f"0 {tokens.words[at + 1]}", unit, at + 2 if unit is None else unit.end
        numeral = numeral_at(tokens, at)
        groups = tokens.words[at].replace(",", ".").split(".")
        is_meant = any(len(group) == 3 for group in groups) or {".", ","} <= {*tokens.words[at]}  # not 1.2.3
        if numeral is None or len(groups) < 3 or not is_meant:
            return None
        if numeral.read(self.shown, whole=False, small=False) is not None:
            return None
        numeral, end = self._pointed(tokens, numeral, _in_words_after(tokens, numeral.end)[1])
        unit = self.units.unit_at(tokens, end)
        if unit is not None:
            return tokens.words[at], unit, unit.end
        if tokens.words[end] in DASHES and (high := self.side_at(tokens, end + 1)) is not None:
            return tokens.words[at], high.unit, high.end
        return (tokens.words[at], None, end) if numeral.power else None

    # -- two sides

    def quantity_at(self, tokens: Tokens, at: int, *, start: int | None = None) -> Quantity | None:
        """Return the quantity whose first number is at a token; `start` is the token of *từ* before it, if any."""
        low = None if _is_cut(tokens, at) else self.side_at(tokens, at)
        if low is None:
            return None
        begin = at if start is None else start
        found = self._range(tokens, begin, low, with_from=start is not None)
        if found is None and start is not None:
            return None
        found = found or self._rate(tokens, begin, low) or self._ratio(tokens, begin, low)
        return found or Quantity(begin, low.end, low, unit=low.unit)

    def every_at(self, tokens: Tokens, at: int, first: int) -> Quantity | None:
        """Return the rate that begins with its denominator: cứ 10 hộ thì có 4 hộ nghèo; `first` is that number."""
        high = self.side_at(tokens, first)
        if high is None or high.unit is None or not high.unit.is_whole:
            return None
        then, words = high.end, tokens.words
        while words[then][:1].isalpha() and then - high.end < _FAR and words[then] not in lexicon.STARTERS:
            then += 1
        low = self.side_at(tokens, then)
        if low is None or low.unit is None or not _may_count(low.unit):
            return Quantity(
                at, high.end, high, unit=high.unit, doubt="the number of which some are counted; not a level"
            )
        led = qualifier_before(tokens, then, high.end)
        sure = all(word in lexicon.OF_WHICH for word in words[high.end : then if led is None else led.start])
        qualifier, doubt = None if led is None else led.qualifier, "" if sure else "a rate with other words in it"
        return Quantity(at, low.end, low, high, unit=low.unit, is_rate=True, qualifier=qualifier, doubt=doubt)

    def _rate(self, tokens: Tokens, start: int, low: Side) -> Quantity | None:
        """Read a number of things per number of others: 98 ca/100.000 dân, 10,2 bác sĩ trên 1 vạn dân."""
        stroke = tokens.words[low.end] == "/"
        if tokens.words[low.end] not in lexicon.PER_SIGNS or low.negative or not _may_count(low.unit):
            return None
        high = self.below(tokens, low.end + 1)
        if high is None or high.unit is None:
            return None
        sure = not is_whole(low.read.number) or is_rate_named(tokens, start)
        if low.unit is None or low.unit.bare == high.unit.bare:
            rate = Quantity(start, high.end, low, high, unit=high.unit, is_rate=True)
            return rate if sure and high.magnitude in PER else None
        if high.magnitude not in PER and not (stroke and _is_one(low, high, tokens.words[high.end])):
            return None
        doubt = "" if stroke or sure else "may be a rate, or two numbers of which the second is a bound"
        return Quantity(start, high.end, low, high, unit=low.unit, is_rate=True, doubt=doubt)

    def below(self, tokens: Tokens, at: int) -> Side | None:
        """Return the number below a stroke, which may be a scale word alone: /vạn dân."""
        power, end = scale_at(tokens, at)
        if not power:
            side = self.side_at(tokens, at) if tokens.is_number(at) or tokens.words[at] == lexicon.ONE else None
            return side if side is not None and side.unit is not None and side.unit.is_whole else None
        unit = self.units.unit_at(tokens, end)
        if unit is None or not unit.is_whole:
            return None
        numeral = Numeral(end, number=Decimal(1), scale=tokens.words[at], power=power, in_words=True)
        return Side(numeral, unit, Read(Decimal(1)), unit.end)

    def _range(self, tokens: Tokens, start: int, low: Side, *, with_from: bool) -> Quantity | None:
        then = _after_dash(tokens, low)
        if not then or (tokens.words[low.end] not in DASHES and not with_from and tokens.precedes(start, lexicon.FROM)):
            return None  # tăng từ 5% đến 7%: the start and end of a change, not a range
        high = self.side_at(tokens, then)
        if high is not None and (_is_dashed(tokens, high.end, low) or _is_dashed_before(tokens, start, low)):
            return None  # 73% - 75% - 96%: a list
        if high is None or (low.numeral.in_words and not low.has_scale_or_unit and high.unit is None):
            return None
        unit = high.unit or low.unit
        if low.unit is not None and _ends_otherwise(low.unit, high):
            return None
        low = _low_of_range(low, high)
        if low.read.note != _SCALE_MISSING:
            self._reread(low, high, unit)
        rises = low.read.note == _SCALE_MISSING or low.magnitude < high.magnitude
        return Quantity(start, high.end, low, high, is_range=True, unit=unit, with_from=with_from) if rises else None

    def _ratio(self, tokens: Tokens, start: int, low: Side) -> Quantity | None:
        """Read a part and its whole: 12/15 xã, 5 hộ trong tổng số 20 hộ."""
        among = tokens.words[low.end] != "/"
        at = self._among(tokens, low) if among else low.end + 1
        if low.negative or not at or not tokens.is_number(at):
            return None
        high = self.side_at(tokens, at)
        if high is None:
            return None
        unit = high.unit or low.unit
        if not among and low.unit is not None and high.unit is not None and low.unit.bare != high.unit.bare:
            return _unlike(start, low, high, low.unit)
        if not _is_part(low, high, among):
            return None
        if low.unit is None and not among:
            low = _with_scale_of(low, high)
        self._reread(low, high, unit)
        if among and low.magnitude > high.magnitude:
            return None
        return Quantity(start, high.end, low, high, unit=unit)

    @staticmethod
    def _among(tokens: Tokens, low: Side) -> int:
        """Return where the whole begins after *trong tổng số*, or 0."""
        if tokens.words[low.end] not in lexicon.AMONG_STARTS or (low.unit is not None and low.unit.unit is None):
            return 0
        return next((low.end + len(pair) for pair in lexicon.AMONG if tokens.follows(low.end, *pair)), 0)

    def _reread(self, low: Side, high: Side, unit: UnitRead | None) -> None:
        """Read both numbers again with their common unit, in place."""
        for side in (low, high):
            if side.unit is not unit and side.numeral.digits:
                side.read = self.read(side.numeral, unit) or side.read


def _is_money(tokens: Tokens, numeral: Numeral, end: int) -> bool:
    """Return whether a number in millions or billions before a stroke is an amount: thu nhập 12 triệu/năm."""
    words = tokens.words
    if numeral.end != end or words[end] != "/" or words[end - 1] not in lexicon.MILLIONS:
        return False
    if not lexicon.FOREIGN.isdisjoint(words):
        return False
    return not lexicon.EARNED.isdisjoint(near_before(words, end, 2 * _FAR))


def _is_bare(tokens: Tokens, numeral: Numeral, end: int) -> bool:
    """Return whether a number in billions has no currency, and no other word that it may count."""
    words = tokens.words
    return numeral.end == end and words[end - 1] in lexicon.BILLIONS and words[end] in lexicon.AFTER_BARE


def _is_stray(tokens: Tokens, at: int) -> bool:
    """Return whether a comma or point stands between a number and its percent sign."""
    return tokens.words[at] in (",", ".") and tokens.words[at + 1] == "%" and tokens.glued(at) and tokens.glued(at + 1)


def _in_words_after(tokens: Tokens, at: int) -> tuple[Numeral | None, int]:
    """Return the number in words in a bracket at a token, and where the bracket ends; else the same token."""
    words = numeral_at(tokens, at + 1) if tokens.words[at] == "(" else None
    is_closed = words is not None and words.in_words and tokens.words[words.end] == ")"
    return (words, words.end + 1) if words is not None and is_closed else (None, at)


def _broken_before(tokens: Tokens, at: int) -> str:
    """Return why a number may be the rest of a longer one: 14.713, 25 điểm; 11. 700 hộ; 3, 4 nghìn; ba, bốn chục."""
    if at < 2:
        return ""
    words = tokens.words
    if tokens.is_number(at):
        return _cut_before(tokens, at)
    if words[at - 1] in lexicon.SCALES and (words[at - 2] in lexicon.SPELLING or tokens.is_number(at - 2)):
        return f"directly after {words[at - 1]}: may be the rest of one number"  # hai tỷ ba trăm nghìn triệu
    before = words[at - 2] if words[at - 1] == "," else words[at - 1]
    ones, others = lexicon.DIGITS.get(words[at]), lexicon.DIGITS.get(before)
    if ones is not None and others is not None and ones - others == 1:
        return f"after “{before}”: may be two numbers, from one to the other"
    return ""


def _problem_of_body(words: list[str], end: int, numeral: Numeral) -> str:
    """Return why *đơn vị* may not mean bodies: near blood, or with a large number."""
    if unit_names.BLOOD in near_before(words, end + _FAR, 3 * _FAR):
        return unit_names.BODIES_OR_BLOOD
    return unit_names.BODIES_OR_GOODS if numeral.power or len(numeral.digits) > _YEAR_SIZE else ""


def _problem_of_member(words: list[str], end: int) -> str:
    """Return why members may not be persons: near countries or goods."""
    is_member = (words[end - 2], words[end - 1]) == unit_names.MEMBERS
    after = takewhile(lambda word: word not in ".;,", words[end : end + _FAR])
    is_other = is_member and any(pair in unit_names.OTHER_MEMBERS for pair in pairwise(["", *after]))
    return unit_names.PERSONS_OR_OTHERS if is_other else ""


def _is_given(tokens: Tokens, at: int) -> bool:
    """Return whether a verb for giving or receiving comes right before a number: tiếp nhận được 193 đơn vị."""
    at -= tokens.words[at - 1] in unit_names.AFTER_GIVEN
    return tokens.words[at - 1] in unit_names.GIVEN


def _cut_before(tokens: Tokens, at: int) -> str:
    """Return why digits may be the rest of a number that a blank cuts in two, or the last of several."""
    words, sign, first = tokens.words, tokens.words[at - 1], at - 2
    if not tokens.is_number(first) or words[first - 1] in lexicon.DATED:
        return ""
    if is_named(tokens, first) and not (sign == "," and words[at + 1] in lexicon.MILLIONS):  # xã 126, 5 tỷ đồng
        return ""
    if problem := _cut_before_sign(tokens, at, words[first]):
        return problem
    if sign in DASHES and first > 1 and words[first - 1] in DASHES and tokens.is_number(first - 2):
        return "the last of several numbers with dashes between them"
    if tokens.glued(at) or tokens.glued(first) or not tokens.glued(at - 1) or len(words[first]) == _YEAR_SIZE:
        return ""
    if sign == ",":
        return f"after {words[first]} and a comma: may be the rest of one number, a range or a list"
    heads = first == 0 or (first == 1 and not words[0].isalnum())
    if sign == "." and not heads and _GROUP.fullmatch(words[at]) and len(words[first]) < _YEAR_SIZE:
        return f"after {words[first]} and a dot: may be the rest of one number"
    return ""


def _cut_before_sign(tokens: Tokens, at: int, first: str) -> str:
    """Return why digits may be the rest of a number that a blank before its comma or dot cuts in two: 18 ,7%."""
    sign, may_be_year = tokens.words[at - 1], len(first) == _YEAR_SIZE and first.isdecimal()
    if tokens.glued(at - 1) or may_be_year:
        return ""
    if sign == "," and (tokens.glued(at) or len(tokens.words[at]) == 1):
        return f"after {first} and a comma: may be the rest of one number, a range or a list"
    if sign == "." and tokens.glued(at) and _GROUP.fullmatch(tokens.words[at]):  # 14 .350 hộ
        return f"after {first} and a dot: may be the rest of one number"
    return ""


def _doubt_of_thousands(tokens: Tokens, numeral: Numeral, unit: UnitRead | None) -> str:
    """Return why three digits after a separator are not certain: 1.386 tỷ USD, 2,801 tấn."""
    digits, known = numeral.digits, unit.unit if unit is not None else None
    if known is None:
        return ""
    foreign = known.kind is UnitKind.MONEY and known != VND
    pointed = foreign and numeral.power >= _BILLION and _POINTED.fullmatch(digits)
    if pointed and any(map(_DECIMAL.fullmatch, tokens.words)):
        return "may be thousands of billions, or a number with a decimal point"
    if foreign and numeral.power == _MILLION and _THREE_DECIMALS.fullmatch(digits):
        return "may be thousands of millions, or millions with three decimals"  # 2,250 triệu USD
    if known == tonne and not numeral.power and "," in digits and _POINTED.fullmatch(digits.replace(",", ".")):
        grouped = any("." in one and after == unit_names.TONNE for one, after in pairwise(tokens.words))
        return "may be thousands of tonnes, or tonnes with three decimals" if grouped else ""
    return ""


def _is_code(tokens: Tokens, at: int, unit: UnitRead | None) -> bool:
    """Return whether letters right after digits make a code of them, not a number with a unit."""
    return tokens.words[at][:1].isalpha() if unit is None else not _may_be_glued(tokens, at)


def _is_rate_in_words(words: list[str], at: int, is_share: bool) -> bool:
    """Return whether other words stand before a stroke: 15 kg gạo/người may be for each person, or person and month."""
    stroke = at
    while stroke - at < _FAR and words[stroke][:1].isalpha():
        stroke += 1
    if stroke == at or words[stroke] != "/":
        return False
    # 7.600 tấn hàng hóa xuất nhập khẩu/ngày; 110 trẻ trai/100 trẻ gái
    is_far = stroke - at > 2
    if is_far and is_share:
        return False
    return words[stroke + 1] in (unit_names.PER_FAR if is_far else {"100"}) or (
        not is_far and words[stroke + 1][:1].isalpha()
    )


def _after_dash(tokens: Tokens, low: Side) -> int:
    """Return where the second number of a range may begin, or 0."""
    end, word = low.end, tokens.words[low.end]
    if tokens.follows(end, "-", ":", "-"):
        return end + 3  # 10-:-15, as ÷ is typed
    if word in DASHES:
        # "28 dự án - 5 đề tài" is two figures with a dash between them; "5% - 7%" is a range
        counts = low.unit is not None and low.unit.unit is not None and low.unit.unit.kind is UnitKind.COUNT
        return 0 if counts else end + 1
    if word in lexicon.UNTIL and tokens.words[end + 1] == BELOW_END:
        return end + 2  # từ 6 đến dưới 12 m
    return end + 1 if word in lexicon.UNTIL or word == "~" else 0


def _is_dashed(tokens: Tokens, at: int, low: Side) -> bool:
    """Return whether a third number follows a dash: 73% - 75% - 96%."""
    words = tokens.words
    return words[at] in DASHES and words[low.end] in DASHES and tokens.is_number(at + 1) and low.unit is not None


def _is_dashed_before(tokens: Tokens, start: int, low: Side) -> bool:
    """Return whether a number in the same unit stands before a dash before this one."""
    words = tokens.words
    return start > 2 and words[start - 1] in DASHES and low.unit is not None and words[start - 2] == words[low.end - 1]


def _with_scale_of(low: Side, high: Side) -> Side:
    """Return the first number with the scale of the second one: 10 - 15 triệu, but not 500.000 - 1 triệu."""
    if not high.numeral.power or low.numeral.power:
        return low
    scaled = evolve(low, numeral=evolve(low.numeral, power=high.numeral.power, scale=high.numeral.scale))
    is_whole = low.magnitude >= _THOUSAND and low.magnitude < high.magnitude <= EXACT.multiply(low.magnitude, _THOUSAND)
    return low if is_whole else scaled


def _low_of_range(low: Side, high: Side) -> Side:
    """Return the first number of a range with its scale; it is not certain if a scale may be missing.

    Examples: từ 40 - 60.000 đồng, từ 500 đến 1 tỷ đồng; but 10 - 15 triệu has that of the second number.
    """
    if low.unit is not None:
        return low
    if low.negative:
        return _with_scale_of(low, high)
    thousands = not high.numeral.power and _THOUSANDS.fullmatch(high.numeral.digits) is not None
    missing = thousands and low.read.number * _THOUSAND < high.magnitude
    missing = missing or (high.numeral.power > 0 and high.read.number <= low.read.number)
    if missing and low.read.number < _THOUSAND and not low.numeral.power and not low.numeral.in_words:
        return evolve(low, read=Read(low.read.number, sure=False, note=_SCALE_MISSING))
    return _with_scale_of(low, high)


def _is_year(numeral: Numeral) -> bool:
    """Return whether digits may be a year of a report."""
    digits = numeral.digits
    return not numeral.power and len(digits) == _YEAR_SIZE and digits.isdecimal() and digits[:2] in ("19", "20")


def _ends_otherwise(unit: UnitRead, high: Side) -> bool:
    """Return whether a second number has another unit, or is a year without one: tăng 7%/năm đến 2030."""
    if high.unit is None:
        below = unit.unit.denominators if unit.unit is not None else ()
        return _is_year(high.numeral) and any(one.kind is UnitKind.DURATION for one in below)
    per = unit.unit is not None and high.unit.unit is not None and unit.unit == high.unit.unit.numerator
    return unit.unit != high.unit.unit and not per  # từ 10% đến 11%/năm


def _is_part(low: Side, high: Side, among: bool) -> bool:
    """Return whether two numbers may be a part and its whole by their units; among others, only of things."""
    unit = high.unit or low.unit
    if among and (unit is None or not unit.is_whole):
        return False
    return low.unit is None or high.unit is None or low.unit.unit == high.unit.unit


def _is_one(low: Side, high: Side, after: str) -> bool:
    """Return whether 1 stands before a stroke as in 01 bác sĩ/1.200 người; 01 trường/03 lớp/60 học sinh is a list."""
    is_few = low.numeral.digits == "01" and high.magnitude < _HUNDRED
    return low.magnitude == 1 and not is_few and after != "/"


def _may_count(unit: UnitRead | None) -> bool:
    """Return whether a number in a unit may count things: there is none, it counts, or the catalogue lacks it."""
    return unit is None or unit.unit is None or unit.is_whole


def is_rate_named(tokens: Tokens, at: int) -> bool:
    """Return whether the clause before a token names a rate: tỷ suất, tỷ lệ."""
    return any(tokens.words[back] in lexicon.RATES for back in range(max(0, at - _FAR), at))


def _unlike(start: int, low: Side, high: Side, unit: UnitRead) -> Quantity | None:
    """Read "28 tỷ đồng/10.000 dân" as a rate; "5 tỷ đồng/120 hộ" is an amount and its recipients."""
    if not is_power_of_ten(high.magnitude):
        return None
    problem = "a rate between different things, for which the catalogue has no unit"
    return Quantity(start, high.end, low, high, unit=evolve(unit, unit=None, problem=problem))


def _may_be_glued(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if not word[:1].isalpha() or word in unit_names.GLUED or word[-1:] in "23²³" or len(word) > 2:
        return True
    return len(word) == 2 and not word.isascii()  # 12hộ: codes do not contain Vietnamese letters


def _is_cut(tokens: Tokens, at: int) -> bool:
    """Return whether a zero is followed by another number, because the comma between them is missing: tăng 0 68%."""
    return tokens.words[at] == "0" and tokens.is_number(at) and tokens.is_number(at + 1)
