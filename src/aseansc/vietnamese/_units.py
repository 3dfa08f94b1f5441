"""Read the units after a number: signs, counted nouns, and quotients written with a slash or in words.

A counted noun per month, quarter or year (*6.000 suất/năm*) is a recurring figure in the unit of the noun. In all other
cases, and for changes, the unit is the quotient. A noun without a unit in the catalogue belongs to the printed figure
but gives no unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import takewhile
from typing import Final

from attrs import define, evolve

from aseansc.errors import AseanscError
from aseansc.periods import Frequency
from aseansc.units import (
    Unit,
    UnitKind,
    campaign,
    catalogue,
    mace,
    millimetre,
    passenger_kilometre,
    per_10_000,
    per_10_000_point,
    per_100_000,
    per_100_000_point,
    per_mille,
    per_mille_point,
    percent,
    percentage_point,
    person,
    person_turn,
    require_same_definition,
    tael,
    times,
    tonne,
    tonne_kilometre,
    year,
)
from aseansc.vietnamese._abbreviations import abbreviations_in
from aseansc.vietnamese._around import lent_before, plan_at
from aseansc.vietnamese._lexicon.around import EACH, SENTENCE_SIGNS
from aseansc.vietnamese._lexicon.numbers import GLUED_VERBS, ONE, SCALES
from aseansc.vietnamese._lexicon.unit_names import ACCUSED, MEANINGS, NO_CURRENCY_BUT_PER, PIECE, PIECES
from aseansc.vietnamese._nouns import NO_UNIT, Lexicon, Noun
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import near_before

_FREQUENCIES: Final = {"month": Frequency.MONTH, "quarter": Frequency.QUARTER, "year": Frequency.YEAR}
_PER_WORDS: Final = (("trên", "một"), ("trên", "mỗi"), ("cho", "một"), ("cho", "mỗi"), ("một",), ("mỗi",))
_PER_STARTS: Final = frozenset(words[0] for words in _PER_WORDS)
_PER_KINDS: Final = frozenset(
    {UnitKind.MONEY, UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY, UnitKind.AREA, UnitKind.LENGTH}
)
"""Kinds of units that may have a denominator in words; with counts, as in "5 người một nhóm", it would not be a rate.
"""
_SPELLS: Final = frozenset({"năm", "quý", "tháng"})
_LATER: Final = frozenset({"sau", "trước", "qua", "nay", "tới", "rưỡi"})
_PIECES: Final = re.compile(PIECES)
_MOST_DENOMINATORS: Final = 4
_FAR: Final = 16
_GLUED_SCALES: Final = {
    **dict.fromkeys(("tr", "trđ", "trđồng"), ("tr", 6)),
    **dict.fromkeys(("triệuđ", "triệuđồng"), ("triệu", 6)),
    **dict.fromkeys(("tỷđ", "tỷđồng"), ("tỷ", 9)),
    **dict.fromkeys(("tỉđ", "tỉđồng"), ("tỉ", 9)),
    "nghìnđồng": ("nghìn", 3),
    "ngànđồng": ("ngàn", 3),
}
"""Scale words joined with đồng; the scale alone as printed, and its power of ten."""
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
"""Words of units that are not counted nouns, with the unit if the word alone determines it."""
_DOLLARS: Final = frozenset({"la", "đôla"})
"""Last words of dollars whose country is not printed."""
_PARTS: Final = {
    "trăm": percent,
    "nghìn": per_mille,
    "ngàn": per_mille,
    "vạn": per_10_000,
    "100.000": per_100_000,
}
"""Words after *phần*, with the unit."""
_POINTS: Final = {
    percent.code: percentage_point,
    per_mille.code: per_mille_point,
    per_10_000.code: per_10_000_point,
    per_100_000.code: per_100_000_point,
}
_TIMES: Final = frozenset({".", "·", "-", "–", "*", "x", "×"})
_MULTIPLIED: Final = frozenset({"km", "hải", "giờ", "h", "ngày"})
"""Words that multiply the unit before them: tấn.km, tấn.hải lý, người-ngày."""
_CARRIED: Final = {
    person.code: passenger_kilometre,
    person_turn.code: passenger_kilometre,
    tonne.code: tonne_kilometre,
}
"""The units of transport, by what is carried: lượt khách.km, tấn.km."""
_WHOLES: Final = frozenset({"tổng", "toàn"})
"""Words after a stroke that name the whole of a share: chiếm 78%/tổng nguồn vốn."""
_OF_GOLD: Final = {"lượng": tael, "chỉ": mace}
"""Words that alone are units only of what is paid for gold."""
_SMALL: Final = frozenset({UnitKind.SHARE, UnitKind.SHARE_POINT, UnitKind.MULTIPLE})


@define
class UnitRead:
    """The unit after a number, where its words end, and what they add to it.

    `unit` is the printed quotient. `each` is its denominator if that is a month, quarter or year of an additive unit.
    `noun_end` is the end of the words before any slash. `scale` and `power` come from abbreviations such as trđ.
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
        """The unit of a level: without the month, quarter or year of a recurring figure."""
        return self.unit.numerator if self.unit is not None and self.each is not None else self.unit

    @property
    def is_small(self) -> bool:
        """Whether a number over a thousand would be unusual in this unit."""
        return self.unit is not None and self.unit.numerator.kind in _SMALL

    @property
    def is_whole(self) -> bool:
        """Whether the unit is counted in whole numbers."""
        return self.unit is not None and self.unit.kind is UnitKind.COUNT


class UnitReader:
    """Reads units of the catalogue, custom units and the abbreviations that a text defines."""

    def __init__(self, custom: Mapping[str, Unit] | None = None, defined: Mapping[str, str] | None = None) -> None:
        custom = custom or {}
        self._lexicon = Lexicon({code: unit.vi for code, unit in custom.items()}, defined)
        self._units = {unit.code: unit for unit in catalogue()}
        for code, unit in custom.items():
            require_same_definition(self._units.setdefault(code, unit), unit)
        self._measures = frozenset(code for code, unit in self._units.items() if unit.kind is not UnitKind.COUNT)

    def noun_at(self, tokens: Tokens, at: int) -> Noun | None:
        return self._lexicon.noun_at(tokens, at)

    def defined_in(self, text: str) -> dict[str, str]:
        """Return the codes of the abbreviations and nouns that have another meaning in a text, for `reader_of`.

        Signs of measures, such as *km*, are kept.
        """
        pieces = {PIECE: NO_UNIT} if _PIECES.search(text) else {}
        return pieces | abbreviations_in(text, self._lexicon, self._measures)

    def unit_of(self, noun: Noun) -> Unit:
        return self._units[noun.code]

    def counted_at(self, tokens: Tokens, at: int) -> Noun | None:
        """Return the counted noun at a token that a share may refer to: people, households, places, things."""
        noun = self._lexicon.noun_at(tokens, at)
        if noun is None or noun.code == NO_UNIT:
            return None
        return noun if self._units[noun.code].kind is UnitKind.COUNT else None

    def unit_at(self, tokens: Tokens, at: int) -> UnitRead | None:
        """Return the unit whose words begin at a token."""
        words = tokens.words
        word = words[at]
        if word == "%0":
            return UnitRead(
                at + 1, at + 1, problem="a zero after the percent sign: may be per cent or per mille", bare=word
            )
        first = self._named_at(tokens, at)
        if first is None:
            return None
        unit, noun_end = first
        scale, power = _GLUED_SCALES.get(word, ("", 0))
        printed = tokens.passage.text[tokens.starts[at] : tokens.ends[noun_end - 1]]
        if word == "tuổi":
            return UnitRead(noun_end, noun_end, unit, age=True)
        product = _product_end(tokens, noun_end)
        carried = None if unit is None or tokens.words[product - 1] != "km" else _CARRIED.get(unit.code)
        if product and carried is not None:
            return self._quotient(tokens, carried, product, printed, scale, power)
        if product:
            _, end, _ = self._denominators(tokens, product, None)
            return UnitRead(
                end, noun_end, problem="a product of units, which the catalogue does not contain", bare=printed
            )
        return self._quotient(tokens, unit, noun_end, printed, scale, power)

    def money_per(self, tokens: Tokens, at: int) -> UnitRead | None:
        """Return the unit of an amount whose currency is not printed before a stroke: thu nhập 12 triệu/năm."""
        read = self._quotient(tokens, self._units["VND"], at, "", "", 0)
        return evolve(read, problem=NO_CURRENCY_BUT_PER) if read.end > at and not read.problem else None

    def _quotient(
        self, tokens: Tokens, unit: Unit | None, noun_end: int, printed: str, scale: str, power: int
    ) -> UnitRead:
        """Return a unit with the denominators after its words."""
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
            return UnitRead(end, noun_end, problem=f"the units do not form a quotient: {refused.problem}", bare=printed)
        each = _FREQUENCIES.get(below[0].code) if len(below) == 1 and unit.is_additive else None
        return UnitRead(end, noun_end, quotient, each=each, scale=scale, power=power, bare=printed)

    def by_context(self, tokens: Tokens, at: int, unit: UnitRead) -> Unit | None:
        """Return the unit of a noun with several meanings after the number at a token, if the sentence decides it."""
        meanings = MEANINGS.get(unit.bare.lower())
        if meanings is None:
            return None
        words = tokens.words
        code, cues, others, no_cues = meanings
        if words[unit.end] in others and not (words[unit.end] == "/" and words[unit.end + 2] in ACCUSED):
            return None  # 3 vụ/năm, but not 441 vụ/651 bị can
        after = list(takewhile(lambda word: word not in SENTENCE_SIGNS, words[unit.end : unit.end + _FAR // 2]))
        near = [*near_before(words, at, _FAR), *after]
        return self._units[code] if no_cues.isdisjoint(near) and not cues.isdisjoint(near) else None

    def _named_at(self, tokens: Tokens, at: int) -> tuple[Unit | None, int] | None:
        """Return the unit whose words begin at a token, if the catalogue has it, and where they end."""
        first = self._uncounted_at(tokens, at)
        if first is not None:
            return first
        noun = self._lexicon.noun_at(tokens, at)
        if noun is not None and noun.code == "USD" and _is_other_dollar(tokens, noun.end):
            return None, noun.end
        return ((None if noun.code == NO_UNIT else self._units[noun.code]), noun.end) if noun is not None else None

    def _uncounted_at(self, tokens: Tokens, at: int) -> tuple[Unit, int] | None:
        """Return the unit at a token if it is not a counted noun, and where its words end."""
        words = tokens.words
        word = words[at]
        if word not in _UNCOUNTED:
            return None
        if word == "phần":
            return _parts(words, at)
        if word == "điểm":
            return _points(words, at)
        if word == "tr":
            end = _abbreviated(tokens, at)
            return (self._units["VND"], end) if end else None
        return self._units[_UNCOUNTED[word]], at + 1

    def _denominators(self, tokens: Tokens, at: int, unit: Unit | None) -> tuple[list[Unit], int, str]:
        """Return the denominators, where they end, and the first word among them that is not a unit."""
        words = tokens.words
        below: list[Unit] = []
        unknown, end = "", at
        for _ in range(_MOST_DENOMINATORS):
            stroke = words[end] == "/"
            start = _after_stroke(words, end) if stroke else self._per(tokens, end, unit)
            noun = self._divisor(tokens, start, unit) if start else None
            if start and noun is None and (after := _after_unknown(tokens, start, end)):
                return below, after, words[start]
            if noun is None or not self._may_divide(tokens, start, noun, stroke, bool(below)):
                break
            if _has_no_unit(noun, unit):
                unknown = tokens.passage.text[tokens.starts[start] : tokens.ends[noun.end - 1]]
            else:
                below.append(self._units[noun.code])
            end = noun.end
        return below, end, unknown

    def _divisor(self, tokens: Tokens, start: int, unit: Unit | None) -> Noun | None:
        """Return the noun at a token that may be a denominator; of money also a weight of gold: triệu đồng/lượng."""
        gold, noun = _OF_GOLD.get(tokens.words[start]), self._lexicon.noun_at(tokens, start)
        is_longer = noun is not None and noun.end > start + 1  # đồng/chỉ tiêu
        if gold is not None and unit is not None and unit.kind is UnitKind.MONEY and not is_longer:
            return Noun(gold.code, start + 1)
        carried = None if noun is None else _CARRIED.get(noun.code)
        product = 0 if noun is None or carried is None else _product_end(tokens, noun.end)
        if carried is not None and product and tokens.words[product - 1] == "km":
            return Noun(carried.code, product)  # đồng/tấn.km
        return noun

    def _may_divide(self, tokens: Tokens, start: int, noun: Noun, stroke: bool, further: bool) -> bool:
        """Return whether a noun is a denominator: any after a stroke, but not a plan; in words only a unit."""
        if stroke:
            return not _is_plan(tokens, start)  # 88,5%/KH 87%
        if noun.code == NO_UNIT:  # 700.000 đồng mỗi bao
            return not further and tokens.words[start - 1] == EACH
        return not further or self._units[noun.code].kind is UnitKind.DURATION

    def _per(self, tokens: Tokens, at: int, unit: Unit | None) -> int:
        """Return where the noun in "một người" or "mỗi tháng" begins, or 0."""
        if unit is not None and unit.kind in _SMALL:
            return _spell_of_share(tokens, at)
        if unit is None or unit.kind not in _PER_KINDS or tokens.words[at] not in _PER_STARTS:
            return 0
        for words in _PER_WORDS:
            if tokens.follows(at, *words):
                return at + len(words)
        return 0


def _spell_of_share(tokens: Tokens, at: int) -> int:
    """Return where the month or year of a share begins, or 0: 2,5% mỗi năm, but not tăng 2,5% một năm sau đó."""
    words = tokens.words
    if words[at] in _SPELLS:  # lãi suất 6,6% năm
        return at if not words[at + 1][:1].isalnum() and lent_before(tokens, at) else 0
    each = words[at] == EACH or (words[at] == ONE and words[at + 2] not in _LATER)
    return at + 1 if each and words[at + 1] in _SPELLS else 0


@cache
def _catalogue_reader() -> UnitReader:
    return UnitReader()


def reader_of(units: Iterable[Unit], text: str = "") -> UnitReader:
    """Return a unit reader with these custom units and the abbreviations of a text.

    The one for the catalogue alone is cached.
    """
    custom = {unit.code: unit for unit in units}
    reader = UnitReader(custom) if custom else _catalogue_reader()
    defined = reader.defined_in(text)
    return UnitReader(custom, defined) if defined else reader


def _parts(words: list[str], at: int) -> tuple[Unit, int] | None:
    """Read *phần trăm*, *phần nghìn*, *phần vạn* or *phần 100.000*."""
    unit = _PARTS.get(words[at + 1])
    return (unit, at + 2) if unit is not None else None


def _points(words: list[str], at: int) -> tuple[Unit, int] | None:
    """Read *điểm %*, or *điểm* before *phần trăm* and the like."""
    if words[at + 1] == "%":
        return percentage_point, at + 2
    if words[at + 1] in ("‰", "%o"):
        return per_mille_point, at + 2
    if words[at + 1] != "phần":
        return None
    parts = _parts(words, at + 1)
    if parts is None:
        return None
    return _POINTS[parts[0].code], parts[1]


def _is_other_dollar(tokens: Tokens, end: int) -> bool:
    """Return whether the name of a country follows a word for dollars: 5 triệu đôla Singapore."""
    if tokens.words[end - 1] not in _DOLLARS or tokens.raw(end - 1).isupper():
        return False
    return tokens.raw(end)[:1].isupper() and tokens.words[end].isalpha()


def _has_no_unit(noun: Noun, unit: Unit | None) -> bool:
    """Return whether a denominator has no unit; mm/đợt is per spell of rain, not per campaign."""
    return noun.code == NO_UNIT or (noun.code == campaign.code and unit == millimetre)


def _is_plan(tokens: Tokens, at: int) -> bool:
    """Return whether a plan and its number are named at a token: KH 87%, KH tăng 3-4%."""
    end = plan_at(tokens, at) or (at + 1 if tokens.words[at] == "dt" and tokens.raw(at).isupper() else 0)
    return end > 0 and tokens.is_number(end + (tokens.words[end] in GLUED_VERBS))


def _after_stroke(words: list[str], at: int) -> int:
    """Return where the noun after a stroke begins: /người, /1 người."""
    return at + 2 if words[at + 1] in ("1", ONE) else at + 1


def _after_unknown(tokens: Tokens, start: int, end: int) -> int:
    """Return where a denominator that is not in the lexicon ends, or 0: /lều, mỗi mã."""
    words = tokens.words
    if words[end] == "/":
        return end if _is_unknown(tokens, start, end) else 0
    return start + 1 if words[start - 1] == EACH and words[start].isalpha() else 0


def _is_unknown(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether an unknown word follows a stroke; a number there means a ratio."""
    if _is_plan(tokens, start) or tokens.words[start] in SCALES or tokens.words[start] in _WHOLES:
        return False
    return tokens.words[start].isalpha() and start == end + 1


def _product_end(tokens: Tokens, at: int) -> int:
    """Return the end of a unit that multiplies the one before it, or 0: tấn.km, lượt khách-km, tấn km."""
    words = tokens.words
    if words[at] == "km":
        return at + 1
    if words[at] not in _TIMES or words[at + 1] not in _MULTIPLIED:
        return 0
    # A point followed by a space ends a sentence; a dash may come before a date.
    glued = tokens.glued(at) and tokens.glued(at + 1)
    return at + 2 if glued or (words[at] != "." and words[at + 1] == "km") else 0


def _abbreviated(tokens: Tokens, at: int) -> int:
    """Return where *tr.đ* or *tr đồng* ends, or 0; a point followed by a space ends a sentence."""
    words = tokens.words
    end = at + 2 if words[at + 1] == "." and tokens.glued(at + 2) else at + 1
    return end + 1 if words[end] in ("đ", "đồng") else 0
