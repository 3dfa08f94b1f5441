"""Read quantities: a numeral with its unit, alone, in a range, or in a ratio."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import define, evolve

from aseansc._decimals import EXACT, is_power_of_ten, is_whole
from aseansc.units import UnitKind
from aseansc.vietnamese._conventions import Read, SeparatorUse
from aseansc.vietnamese._dates import DASHES
from aseansc.vietnamese._decoys import is_named
from aseansc.vietnamese._numerals import MOST_DIGITS, Numeral, is_rest, numeral_at
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import UnitRead, UnitReader

_ONE_HALF: Final = Decimal("0.5")
_UNTIL: Final = frozenset({"đến", "tới"})
_AMONG: Final = (("trong", "tổng", "số"), ("trong", "số"), ("trong",), ("trên", "tổng", "số"))
_FEW_ANIMALS: Final = 20
_SHORT_SCALES: Final = {"ng": 3, "tr": 6}
_NO_CODE: Final = frozenset({"ha", "đ", "m", "g", "l", "kg", "km", "mm", "cm", "tr", "trđ", "h", "kwh", "mwh", "usd"})
"""Units that may be printed without a space after the number: 320ha."""


@define
class Side:
    """One end of a range, one side of a ratio, or a single number, with its scale and unit."""

    numeral: Numeral
    unit: UnitRead | None
    read: Read
    end: int
    negative: bool = False

    @property
    def magnitude(self) -> Decimal:
        """The number times its scale, with its sign and all printed digits."""
        number, power = self.read.number, self.numeral.power
        magnitude = EXACT.scaleb(number, power) if power else number
        return EXACT.minus(magnitude) if self.negative and magnitude else magnitude

    @property
    def has_scale_or_unit(self) -> bool:
        """Whether a scale or unit is printed with this number."""
        return bool(self.numeral.power) or self.unit is not None


@define
class Quantity:
    """One number, or two: the ends of a range, or a part and its whole."""

    start: int
    end: int
    low: Side
    high: Side | None = None
    is_range: bool = False
    unit: UnitRead | None = None
    with_from: bool = False


class QuantityReader:
    """Reads quantities, given a unit reader and the separators that a document uses."""

    def __init__(self, units: UnitReader, shown: SeparatorUse) -> None:
        self.units = units
        self.shown = shown

    def side_at(self, tokens: Tokens, at: int) -> Side | None:
        """Return the number at a token and the unit after it."""
        negative = tokens.words[at] == "âm"
        first = at + negative
        numeral = numeral_at(tokens, first)
        if numeral is None:
            return None
        end, doubt = self._repeated_in_words(tokens, numeral)
        if numeral.digits and is_rest(tokens, first):
            doubt = f"directly after {tokens.words[first - 1]}: may be the rest of one number"
        if numeral.blanks and is_named(tokens, first):
            doubt = f"may be one number or two: the first may belong to “{tokens.words[first - 1]}”"
        numeral, end = self._pointed(tokens, numeral, end)
        unit = self.units.unit_at(tokens, end)
        if unit is not None and tokens.glued(end) and numeral.digits and not _may_be_glued(tokens, end):
            return None  # 30a, 4K
        if unit is not None and len(unit.bare) == 1 and unit.bare.isupper() and unit.bare.isascii():
            return None  # 5G
        if unit is None and tokens.glued(end) and tokens.words[end][:1].isalpha() and numeral.digits:
            return None
        if unit is not None:
            if unit.power:
                scale = f"{numeral.scale} {unit.scale}".lstrip()
                numeral = evolve(numeral, power=numeral.power + unit.power, scale=scale)
            unit = self._doubted(tokens, unit, numeral)
            end = unit.end
            halves = not numeral.half and not numeral.power and end == unit.noun_end
            if halves and tokens.words[end] == "rưỡi" and (not numeral.digits or numeral.digits.isdecimal()):
                numeral, end = self._and_a_half(numeral), end + 1
        read = self.read(numeral, unit)
        if read is None:
            return None
        if doubt:
            read = Read(read.number, sure=False, note=doubt)
        return Side(numeral, unit, read, end, negative)

    def _pointed(self, tokens: Tokens, numeral: Numeral, end: int) -> tuple[Numeral, int]:
        """Read a scale word joined to its unit by a point (tỷ.đ, tr.USD); return the numeral and the unit's start."""
        words = tokens.words
        short = _SHORT_SCALES.get(words[end]) if not numeral.power else None
        point = end if short is None else end + 1
        if not (numeral.power or short) or words[point] != ".":
            return numeral, end
        if not tokens.glued(point) or not tokens.glued(point + 1):
            return numeral, end
        unit = self.units.unit_at(tokens, point + 1)
        # in "ng.km" and "ng.ngày", "ng" means people, not thousands
        if unit is None or (words[end] == "ng" and words[point + 1] in ("km", "ngày", "giờ", "h")):
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
        end = numeral.end
        if tokens.words[end] != "(" or not numeral.digits:
            return end, ""
        words = numeral_at(tokens, end + 1)
        if words is None or not words.in_words or tokens.words[words.end] != ")":
            return end, ""
        read = numeral.read(self.shown, whole=False, small=False)
        again = words.read(self.shown, whole=False, small=False)
        if read is None or again is None:
            return end, ""
        one, other = EXACT.scaleb(read.number, numeral.power), EXACT.scaleb(again.number, words.power)
        return words.end + 1, "" if one == other else f"the words in brackets give a different number, {other:f}"

    def _doubted(self, tokens: Tokens, unit: UnitRead, numeral: Numeral) -> UnitRead:
        """Return the unit as read, or with `problem` instead of `unit` if its word is ambiguous here."""
        if unit.unit is None:
            return unit
        if unit.bare == "con" and unit.end != unit.noun_end:
            return evolve(unit, unit=None, problem="“con” may mean animals or children")
        if unit.end != unit.noun_end:
            return unit
        words, end = tokens.words, unit.end
        if words[end][:1].isalpha() and "/" in (words[end + 1], words[end + 2]):
            stroke = end + 1 if words[end + 1] == "/" else end + 2
            if words[stroke + 1][:1].isalpha() and words[stroke - 1][:1].isalpha():
                # 15 kg gạo/người: may be an amount for each person, or for each person and month
                return evolve(unit, unit=None, problem="a rate with words in it that are not units")
        whole = numeral.digits.isdecimal() or (not numeral.digits and is_whole(numeral.number))
        if unit.bare == "con" and not numeral.power:
            # 2,1 con: children per woman
            read = numeral.read(self.shown, whole=True, small=False)
            if read is not None and (read.number < _FEW_ANIMALS or not is_whole(read.number)):
                return evolve(unit, unit=None, problem="“con” may mean animals or children")
        if unit.bare == "điểm" and whole and not numeral.power and tokens.words[unit.end][:1].isalpha():
            following = tokens.words[unit.end]
            if following not in ("so", "và", "trong", "trở"):
                return evolve(unit, unit=None, problem="“điểm” may mean points or places")
        return unit

    def misprinted_at(self, tokens: Tokens, at: int) -> tuple[str, UnitRead | None, int] | None:
        """Return digits that are too many or have misplaced separators, their unit, and where they end: 1.250.00 đồng.

        Return `None` if the digits are a number, or if they are not clearly meant as one.
        """
        if len(tokens.words[at]) > MOST_DIGITS:
            unit = self.units.unit_at(tokens, at + 1)
            return tokens.words[at], unit, at + 1 if unit is None else unit.end
        numeral = numeral_at(tokens, at)
        groups = tokens.words[at].replace(",", ".").split(".")
        if numeral is None or len(groups) < 3 or not any(len(group) == 3 for group in groups):
            return None
        if numeral.read(self.shown, whole=False, small=False) is not None:
            return None
        numeral, end = self._pointed(tokens, numeral, numeral.end)
        unit = self.units.unit_at(tokens, end)
        if unit is not None:
            return tokens.words[at], unit, unit.end
        if tokens.words[end] in DASHES and (high := self.side_at(tokens, end + 1)) is not None:
            return tokens.words[at], high.unit, high.end
        return (tokens.words[at], None, end) if numeral.power else None

    # -- two sides

    def quantity_at(self, tokens: Tokens, at: int, *, start: int | None = None) -> Quantity | None:
        """Return the quantity whose first number is at a token; `start` is the token of *từ* before it, if any."""
        low = self.side_at(tokens, at)
        if low is None:
            return None
        begin = at if start is None else start
        found = self._range(tokens, begin, low, with_from=start is not None)
        if found is None and start is not None:
            return None
        return found or self._ratio(tokens, begin, low) or Quantity(begin, low.end, low, unit=low.unit)

    def _range(self, tokens: Tokens, start: int, low: Side, *, with_from: bool) -> Quantity | None:
        words, end = tokens.words, low.end
        then = end + 1
        if tokens.follows(end, "-", ":", "-"):
            then = end + 3  # 10-:-15, as ÷ is typed
        elif words[end] in DASHES:
            # "28 dự án - 5 đề tài" is two figures with a dash between them; "5% - 7%" is a range
            if low.unit is not None and low.unit.unit is not None and low.unit.unit.kind is UnitKind.COUNT:
                return None
        elif words[end] not in _UNTIL and words[end] != "~":
            return None
        elif not with_from and tokens.precedes(start, "từ"):
            return None  # tăng từ 5% đến 7%: the start and end of a change, not a range
        high = self.side_at(tokens, then)
        if high is None or (low.numeral.in_words and not low.has_scale_or_unit and high.unit is None):
            return None
        unit = high.unit
        if unit is None:
            unit = low.unit
        elif low.unit is not None and low.unit.unit != unit.unit:
            return None
        if low.unit is None and high.numeral.power and not low.numeral.power:
            # 10 - 15 triệu: the scale applies to both numbers
            low.numeral = evolve(low.numeral, power=high.numeral.power, scale=high.numeral.scale)
        if not self._reread(low, high, unit):
            return None
        if not low.magnitude < high.magnitude:
            return None
        return Quantity(start, high.end, low, high, is_range=True, unit=unit, with_from=with_from)

    def _ratio(self, tokens: Tokens, start: int, low: Side) -> Quantity | None:
        words, end = tokens.words, low.end
        if low.negative:
            return None
        if words[end] == "/":
            at, among = end + 1, False
        elif words[end] not in ("trong", "trên"):
            return None
        else:
            at = next((end + len(pair) for pair in _AMONG if tokens.follows(end, *pair)), 0)
            if not at or (low.unit is not None and low.unit.unit is None):
                return None
            among = True
        if not tokens.is_number(at):
            return None
        high = self.side_at(tokens, at)
        if high is None:
            return None
        same = low.unit is None or high.unit is None or low.unit.unit == high.unit.unit
        unit = high.unit or low.unit
        if not among and low.unit is not None and high.unit is not None and low.unit.bare != high.unit.bare:
            # "28 giường bệnh/10.000 dân" is a rate; "5 tỷ đồng/120 hộ" is an amount and its recipients
            if not is_power_of_ten(high.magnitude):
                return None
            problem = "a rate between different things, for which the catalogue has no unit"
            return Quantity(start, high.end, low, high, unit=evolve(low.unit, unit=None, problem=problem))
        if not same or (among and (unit is None or not unit.is_whole)):
            return None
        if low.unit is None and high.numeral.power and not low.numeral.power and not among:
            low.numeral = evolve(low.numeral, power=high.numeral.power, scale=high.numeral.scale)
        if not self._reread(low, high, unit):
            return None
        if among and low.magnitude > high.magnitude:
            return None
        return Quantity(start, high.end, low, high, unit=unit)

    def _reread(self, low: Side, high: Side, unit: UnitRead | None) -> bool:
        """Read both numbers again with their common unit, in place; return whether this succeeded."""
        for side in (low, high):
            if side.unit is unit or not side.numeral.digits:
                continue
            read = self.read(side.numeral, unit)
            if read is None:
                return False
            side.read = read
        return True


def _may_be_glued(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if not word[:1].isalpha() or word in _NO_CODE or word[-1:] in "23²³" or len(word) > 2:
        return True
    return len(word) == 2 and not word.isascii()  # 12hộ: codes do not contain Vietnamese letters
