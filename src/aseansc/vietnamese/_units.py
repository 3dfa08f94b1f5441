"""Units after a number: signs, counted nouns, and quotients by a stroke or in words.

A counted noun per month, quarter or year (*6.000 suất/năm*) is a figure of each of them, in the noun's own unit; for
anything else, and for changes, the quotient is the unit. A noun that the catalogue has no unit for is part of what is
printed, and gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from attrs import define

from aseansc.errors import AseanscError
from aseansc.periods import Frequency
from aseansc.units import (
    Unit,
    UnitKind,
    catalogue,
    per_mille,
    per_mille_point,
    percent,
    percentage_point,
    same_unit,
    times,
    year,
)
from aseansc.vietnamese._nouns import NO_UNIT, Lexicon, Noun
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._words import plan_at

_FREQUENCIES: Final = {"month": Frequency.MONTH, "quarter": Frequency.QUARTER, "year": Frequency.YEAR}
_PER_WORDS: Final = (("trên", "một"), ("trên", "mỗi"), ("cho", "một"), ("cho", "mỗi"), ("một",), ("mỗi",))
_PER_STARTS: Final = frozenset(words[0] for words in _PER_WORDS)
_PER_KINDS: Final = frozenset(
    {UnitKind.MONEY, UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY, UnitKind.AREA, UnitKind.LENGTH}
)
"""Kinds that are said to be per something in words; of counts, "5 người một nhóm" is no rate."""
_SPELLS: Final = frozenset({"năm", "quý", "tháng"})
_MOST_DENOMINATORS: Final = 4
_GLUED_SCALES: Final = {
    **dict.fromkeys(("tr", "trđ", "trđồng"), ("tr", 6)),
    **dict.fromkeys(("triệuđ", "triệuđồng"), ("triệu", 6)),
    **dict.fromkeys(("tỷđ", "tỷđồng"), ("tỷ", 9)),
    **dict.fromkeys(("tỉđ", "tỉđồng"), ("tỉ", 9)),
    "nghìnđồng": ("nghìn", 3),
    "ngànđồng": ("ngàn", 3),
}
"""Scale words written together with đồng, as printed alone, and their powers of ten."""
_UNCOUNTED: Final = {
    "%": percent.code,
    "‰": per_mille.code,
    "%o": per_mille.code,
    "lần": times.code,
    "tuổi": year.code,
    **dict.fromkeys(_GLUED_SCALES, "VND"),
    "phần": "",
    "điểm": "",
    "tr": "",
}
"""Words of units that are no counted nouns, with their units where the word alone says it."""
_TIMES: Final = frozenset({".", "·", "-", "–", "*", "x", "×"})
_MULTIPLIED: Final = frozenset({"km", "hải", "giờ", "h", "ngày"})
"""Words that multiply a unit before them: tấn.km, tấn.hải lý, người-ngày."""
_SMALL: Final = frozenset({UnitKind.SHARE, UnitKind.SHARE_POINT, UnitKind.MULTIPLE})


@define
class UnitRead:
    """The unit after a number, where its words end, and what they say beside it.

    `unit` is the quotient as it is printed, `each` what it is per where that is a month, a quarter or a year of what
    is counted; `noun_end` ends the words before any stroke. `scale` and `power` are those of trđ and the like.
    """

    end: int
    noun_end: int
    unit: Unit | None = None
    each: Frequency | None = None
    age: bool = False
    scale: str = ""
    power: int = 0
    bare: str = ""
    problem: str = ""

    @property
    def counted(self) -> Unit | None:
        """The unit of a level: without the month, quarter or year that it is a figure of each of."""
        return self.unit.numerator if self.unit is not None and self.each is not None else self.unit

    @property
    def is_small(self) -> bool:
        """Whether a number over a thousand would be odd."""
        return self.unit is not None and self.unit.numerator.kind in _SMALL

    @property
    def is_whole(self) -> bool:
        """Whether what is counted is not divided."""
        return self.unit is not None and self.unit.kind is UnitKind.COUNT


class UnitReader:
    """Reads units, with a review's own among them."""

    def __init__(self, own: Mapping[str, Unit] | None = None) -> None:
        own = own or {}
        self._lexicon = Lexicon({code: unit.vi for code, unit in own.items()})
        self._units = {unit.code: unit for unit in catalogue()}
        for code, unit in own.items():
            same_unit(self._units.setdefault(code, unit), unit)

    def noun_at(self, tokens: Tokens, at: int) -> Noun | None:
        """The counted noun at a token."""
        return self._lexicon.noun_at(tokens, at)

    def counted_at(self, tokens: Tokens, at: int) -> Noun | None:
        """The counted noun at a token that a share may be of: people, households, bodies, places, things."""
        noun = self._lexicon.noun_at(tokens, at)
        if noun is None or noun.code == NO_UNIT:
            return None
        return noun if self._units[noun.code].kind is UnitKind.COUNT else None

    def unit_at(self, tokens: Tokens, at: int) -> UnitRead | None:
        """The unit whose words begin at a token."""
        words = tokens.words
        word = words[at]
        if word == "%0":
            return UnitRead(at + 1, at + 1, problem="a zero after the sign: per cent, or per mille", bare=word)
        first: tuple[Unit | None, int] | None = self._uncounted_at(tokens, at) if word in _UNCOUNTED else None
        age = word == "tuổi"
        scale, power = _GLUED_SCALES.get(word, ("", 0)) if first is not None else ("", 0)
        if first is None:
            noun = self._lexicon.noun_at(tokens, at)
            if noun is None:
                return None
            first = (None if noun.code == NO_UNIT else self._units[noun.code]), noun.end
        unit, noun_end = first
        printed = tokens.passage.text[tokens.starts[at] : tokens.ends[noun_end - 1]]
        if age:
            return UnitRead(noun_end, noun_end, unit, age=True)
        product = _product_end(tokens, noun_end)
        if product:
            _, end, _ = self._denominators(tokens, product, None)
            return UnitRead(end, noun_end, problem="a product of units, which the catalogue has none of", bare=printed)
        below, end, unknown = self._denominators(tokens, noun_end, unit)
        if unit is None or unknown:
            return UnitRead(
                end, noun_end, problem=f"the catalogue has no unit for “{unknown or printed}”", bare=printed
            )
        if not below:
            return UnitRead(noun_end, noun_end, unit, scale=scale, power=power, bare=printed)
        try:
            quotient = unit
            for part in below:
                quotient /= part
        except AseanscError as refused:
            return UnitRead(end, noun_end, problem=f"no quotient: {refused.problem}", bare=printed)
        each = _FREQUENCIES.get(below[0].code) if len(below) == 1 and unit.is_additive else None
        return UnitRead(end, noun_end, quotient, each=each, scale=scale, power=power, bare=printed)

    def _uncounted_at(self, tokens: Tokens, at: int) -> tuple[Unit, int] | None:
        """A unit that is no counted noun, and where its words end."""
        words = tokens.words
        word = words[at]
        if word == "phần":
            return _parts(words, at)
        if word == "điểm":
            return _points(words, at)
        if word == "tr":
            end = _abbreviated(tokens, at)
            return (self._units["VND"], end) if end else None
        return self._units[_UNCOUNTED[word]], at + 1

    def _denominators(self, tokens: Tokens, at: int, unit: Unit | None) -> tuple[list[Unit], int, str]:
        """What stands below the strokes, where it ends, and what of it is unknown."""
        words = tokens.words
        below: list[Unit] = []
        unknown, end = "", at
        if words[at] != "/" and words[at] not in _PER_STARTS:
            return below, end, unknown
        for _ in range(_MOST_DENOMINATORS):
            if words[end] == "/":
                start = end + 2 if words[end + 1] == "1" or words[end + 1] == "một" else end + 1
                if _is_plan(tokens, start):
                    break  # 88,5%/KH 87%
                noun = self._lexicon.noun_at(tokens, start)
                if noun is None:
                    if tokens.is_number(start) or not words[start].isalpha() or start > end + 1:
                        break  # a second number: a ratio
                    return below, end, words[start]
            else:
                start = self._per(tokens, end, unit)
                noun = self._lexicon.noun_at(tokens, start) if start else None
                if noun is None or (noun.code == NO_UNIT):
                    break
                if below and self._units[noun.code].kind is not UnitKind.DURATION:
                    break
            if noun.code == NO_UNIT:
                unknown = tokens.passage.text[tokens.starts[start] : tokens.ends[noun.end - 1]]
            else:
                below.append(self._units[noun.code])
            end = noun.end
        return below, end, unknown

    def _per(self, tokens: Tokens, at: int, unit: Unit | None) -> int:
        """Where the noun of "một người", "mỗi tháng" begins, or 0."""
        if unit is None or tokens.words[at] not in _PER_STARTS:
            return 0
        if unit.kind in _SMALL:  # 2,5% mỗi năm
            return at + 1 if tokens.words[at] == "mỗi" and tokens.words[at + 1] in _SPELLS else 0
        if unit.kind not in _PER_KINDS:
            return 0
        for words in _PER_WORDS:
            if tokens.follows(at, *words):
                return at + len(words)
        return 0


@cache
def _catalogue_reader() -> UnitReader:
    return UnitReader()


def reader_of(units: Iterable[Unit]) -> UnitReader:
    """A reader of the catalogue's units and some of a review's own; the former is built once."""
    own = {unit.code: unit for unit in units}
    return UnitReader(own) if own else _catalogue_reader()


def _parts(words: list[str], at: int) -> tuple[Unit, int] | None:
    """*phần trăm*, *phần nghìn*."""
    if words[at + 1] == "trăm":
        return percent, at + 2
    return (per_mille, at + 2) if words[at + 1] in ("nghìn", "ngàn") else None


def _points(words: list[str], at: int) -> tuple[Unit, int] | None:
    """*điểm %*, *điểm phần trăm*, *điểm phần nghìn*."""
    if words[at + 1] == "%":
        return percentage_point, at + 2
    if words[at + 1] in ("‰", "%o"):
        return per_mille_point, at + 2
    if words[at + 1] != "phần":
        return None
    parts = _parts(words, at + 1)
    if parts is None:
        return None
    return (percentage_point if parts[0] is percent else per_mille_point), parts[1]


def _is_plan(tokens: Tokens, at: int) -> bool:
    """Whether a plan is named at a token, with its number after it."""
    end = plan_at(tokens, at) or (at + 1 if tokens.words[at] == "dt" and tokens.raw(at).isupper() else 0)
    return end > 0 and tokens.is_number(end)


def _product_end(tokens: Tokens, at: int) -> int:
    """Where a further factor ends that multiplies the unit before a token, or 0: tấn.km, lượt khách-km, tấn km."""
    words = tokens.words
    if words[at] == "km":
        return at + 1
    if words[at] not in _TIMES or words[at + 1] not in _MULTIPLIED:
        return 0
    # A point with a blank after it ends a sentence; a dash may stand before a day.
    glued = tokens.glued(at) and tokens.glued(at + 1)
    return at + 2 if glued or (words[at] != "." and words[at + 1] == "km") else 0


def _abbreviated(tokens: Tokens, at: int) -> int:
    """Where *tr.đ*, *tr đồng* ends, or 0; a point with a blank after it ends a sentence."""
    words = tokens.words
    end = at + 2 if words[at + 1] == "." and tokens.glued(at + 2) else at + 1
    return end + 1 if words[end] in ("đ", "đồng") else 0
