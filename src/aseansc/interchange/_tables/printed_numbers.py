"""Compare a magnitude in a table with the printed figure of its row.

A spreadsheet program may change what a person types: 12.7 % becomes 0.127, 1.250 becomes 1.25, 400 becomes 400.0. The
text of the citation shows which number is meant. Only clear cases are reported: numbers in words, fractions and numbers
with other digits are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Final

from attrs import frozen

from aseansc._decimals import EXACT, EXPONENT_LIMIT, POWERS_OF_TEN, plain
from aseansc.interchange._document.scalars import MAGNITUDE
from aseansc.units import UnitKind, catalogue

_TOKEN: Final = re.compile(
    r"(?<![0-9.,])[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3}(?![0-9]))+(?:,[0-9]+)?(?![0-9])|[0-9]+(?:[.,][0-9]+)*"
)
_SHARE: Final = re.compile(r"\s*(?:%|‰|điểm|per ?cent|per ?mille|phần)", re.IGNORECASE)
_ALTERNATIVE: Final = re.compile(r"[0-9]\s*/\s*[0-9]|[¼½¾⅓⅔⅕⅛]|\b(?:lần|gấp|times|fold)\b", re.IGNORECASE)
"""Fractions and multiples, which may be recorded as a percent and are therefore not compared."""

_POWERS: Final = {
    "chục": 1,
    "trăm": 2,
    "hundred": 2,
    "nghìn": 3,
    "ngàn": 3,
    "thousand": 3,
    "k": 3,
    "vạn": 4,
    "triệu": 6,
    "tr": 6,
    "million": 6,
    "mn": 6,
    "tỷ": 9,
    "tỉ": 9,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
}
SCALE: Final = re.compile(rf"\s*({'|'.join(sorted(_POWERS, key=len, reverse=True))})(?![^\W\d_])", re.IGNORECASE)

_COMMA_FIRST: Final = frozenset({"vi", "id", "pt", "fr", "de", "es", "it", "nl", "ru"})
"""Languages with a decimal comma: 1.250 is one thousand two hundred and fifty, 1,250 is one and a quarter."""

_POINT_FIRST: Final = frozenset({"en", "ms", "th", "my", "fil", "tl", "zh"})
"""Languages with a decimal point."""

_GROUP: Final = 3
_LONGEST: Final = 400
_MOST_TOKENS: Final = 20


@frozen
class _Reading:
    """A possible reading of a printed number.

    Args:
        digits: its digits without separators.
        decimals: the number of decimals among them.
        power: the power of ten of the scale word after it, such as 6 for *triệu*.
    """

    digits: str
    decimals: int
    power: int

    @property
    def number(self) -> Decimal:
        return EXACT.multiply(Decimal(self.digits), POWERS_OF_TEN[self.power - self.decimals])

    @property
    def text(self) -> str:
        """The number as a magnitude, with the decimals that are printed."""
        decimals = max(0, self.decimals - self.power)
        return plain(EXACT.quantize(self.number, POWERS_OF_TEN[-decimals]))


@lru_cache(maxsize=4096)
def as_printed(printed: str, number: str, *, unit: str = "", lang: str = "vi") -> str | None:
    """Return a magnitude with exactly the decimals that are printed; None if the printed text does not decide.

    >>> as_printed("40,40%", "40.4"), as_printed("hơn 400 tin, bài", "400.0"), as_printed("một nửa", "0.5")
    ('40.40', '400', None)
    """
    magnitude = _magnitude(number)
    if magnitude is None:
        return None
    texts = {reading.text for reading in _readings(printed, unit, lang) if reading.number == magnitude.copy_abs()}
    return ("-" if magnitude.is_signed() else "") + texts.pop() if len(texts) == 1 else None


def printed_conflict(printed: str, number: str, *, unit: str = "", lang: str = "vi") -> str | None:
    """Return the printed number if a magnitude is a rounding of it or has its digits in another size; otherwise None.

    Args:
        printed: the text of the citation.
        number: the magnitude in digits with a decimal point, as in the table.
        unit: the code of its unit; "" if unknown.
        lang: the language of the document, which decides whether 1.250 is more than a thousand.

    >>> printed_conflict("1.250 hộ nghèo", "1.250", unit="household")
    '1250'
    >>> printed_conflict("12,7%", "0.127", unit="percent")
    '12.7'
    >>> printed_conflict("12,7%", "13", unit="percent")
    '12.7'
    >>> printed_conflict("trên 378 nghìn lượt người", "378000", unit="person_turn")
    """
    magnitude = _magnitude(number)
    if magnitude is None or not magnitude or (_ALTERNATIVE.search(printed[:_LONGEST]) and unit != "times"):
        return None
    magnitude = magnitude.copy_abs()
    readings = list(_readings(printed, unit, lang))
    if any(reading.number == magnitude for reading in readings):
        return None
    digits = _significant(plain(magnitude).replace(".", ""))
    meant = next((reading.text for reading in readings if _significant(reading.digits) == digits), None)
    if meant is not None or len(_TOKEN.findall(printed[:_LONGEST])) != 1:
        return meant
    decimals = (reading for reading in readings if reading.decimals and not reading.power)
    return next((reading.text for reading in decimals if _is_rounded(magnitude, reading)), None)


def _is_rounded(number: Decimal, reading: _Reading) -> bool:
    """Return whether a number and a printed one differ by less than a unit of the last place of either.

    One of them was rounded or cut off by a program, or calculated anew: 13 or 12.698 beside 12,7%.
    """
    places = len(plain(EXACT.normalize(number)).partition(".")[2])
    last = -min(places, reading.decimals)
    return EXACT.subtract(number, reading.number).copy_abs() < POWERS_OF_TEN[last]


def resolution_printed(printed: str, number: str, *, unit: str = "", lang: str = "vi") -> str | None:
    """Return the resolution of a printed magnitude, such as 1000 for "378 nghìn"; None if the text does not decide."""
    magnitude = _magnitude(number)
    if magnitude is None:
        return None
    readings = [reading for reading in _readings(printed, unit, lang) if reading.number == magnitude.copy_abs()]
    steps = {plain(POWERS_OF_TEN[reading.power - reading.decimals]) for reading in readings}
    return steps.pop() if len(steps) == 1 else None


def number_in(text: str, *, unit: str = "", lang: str = "vi") -> str | None:
    """Return the only number in a text as a string of digits, such as 1250.5 for "1.250,5" and 12000 for "12 nghìn".

    Return None if the text contains no number or several, or if the number has two possible readings.
    """
    readings = list(_readings(text, unit, lang))
    longest = max((len(reading.digits) for reading in readings), default=0)
    texts = {reading.text for reading in readings if len(reading.digits) == longest}
    if len(texts) != 1 or len(_TOKEN.findall(text[:_LONGEST])) != 1:
        return None
    return ("-" if text.strip()[:1] in "-−" else "") + texts.pop()


def thousands_meant(number: str, unit: str, *, is_number: bool = False) -> str | None:
    """Return a magnitude with its point read as a thousands separator: 1250 for 1.250; None if that is impossible.

    It is possible only for units that are counted in whole numbers.

    Args:
        number: the magnitude.
        unit: the code of its unit; an unknown unit may be a counted one.
        is_number: whether it was typed as a number, which loses trailing zeros: 12.5 for 12.500.
    """
    match = _THOUSANDS.fullmatch(number)
    if match is None or not _is_counted(unit) or (len(match[2]) < _GROUP and not is_number):
        return None
    return match[1] + match[2].ljust(_GROUP, "0")


_THOUSANDS: Final = re.compile(r"(-?[1-9][0-9]{0,2})\.([0-9]{1,3})")


def _magnitude(number: str) -> Decimal | None:
    return Decimal(number) if len(number) <= 2 * EXPONENT_LIMIT and MAGNITUDE.fullmatch(number) else None


def _significant(digits: str) -> str:
    return digits.strip("0")


_UNITS: Final = {unit.code: unit for unit in catalogue()}
_CODES: Final = {unit.vi: unit.code for unit in catalogue()}


def _is_counted(unit: str) -> bool:
    """Return whether a unit may be counted in whole numbers; True for an unknown unit."""
    known = _UNITS.get(unit)
    return "/" not in unit and (known is None or known.kind in (UnitKind.COUNT, UnitKind.MONEY))


def _readings(printed: str, unit: str, lang: str) -> Iterator[_Reading]:
    """Yield every possible reading of every number in a text."""
    printed = printed[:_LONGEST]
    tokens = [token for token in islice(_TOKEN.finditer(printed), _MOST_TOKENS) if len(token[0]) <= EXPONENT_LIMIT]
    scales = [tuple(_powers(printed, token.end())) for token in tokens]
    # In "5,99-8,49 triệu" the scale word follows only the last number, so it may apply to the others too.
    all_powers = tuple({power for powers in scales for power in powers})
    for token, powers in zip(tokens, scales, strict=True):
        if _in_other_unit(printed, token.end(), unit):
            continue
        has_scale = len(powers) > 1
        if not has_scale:
            powers = all_powers
        elif unit in _UNITS:  # a custom unit may be a thousand hectares
            powers = powers[-1:]
        is_share = _SHARE.match(printed, token.end()) is not None
        is_counted = not has_scale and _is_counted(unit)
        splits = _splits(token[0], is_share=is_share, is_counted=is_counted, lang=lang.partition("-")[0])
        yield from (_Reading(digits, decimals, power) for digits, decimals in splits for power in powers)


_WORD: Final = re.compile(r"\s*([^\W\d_]+[²³]?|%|‰)")


def _in_other_unit(printed: str, at: int, unit: str) -> bool:
    """Return whether the word after a number is another unit of the same dimension, such as tonnes for kilograms."""
    word = _WORD.match(printed, at)
    if word is None or unit not in _UNITS:
        return False
    return word[1] in _CODES and differ_in_size(_CODES[word[1]], unit)


def differ_in_size(unit: str, other: str) -> bool:
    """Return whether two codes are units of the catalogue of one dimension and different sizes.

    >>> differ_in_size("percent", "per_mille"), differ_in_size("percent/year", "per_mille")
    (True, True)
    """
    first, second = (_UNITS.get(code.partition("/")[0]) for code in (unit, other))
    if first is None or second is None:
        return False
    return first.dimension == second.dimension and first.factor != second.factor


def _powers(printed: str, at: int) -> Iterator[int]:
    """Yield the power of ten for none, one, two, … of the scale words after a number."""
    power = 0
    yield power
    while (scale := SCALE.match(printed, at)) is not None and power < EXPONENT_LIMIT // 2:
        power += _POWERS[scale[1].casefold()]
        at = scale.end()
        yield power


def _splits(token: str, *, is_share: bool, is_counted: bool, lang: str) -> Iterator[tuple[str, int]]:
    """Yield the digits and the number of decimals for each way to read the separators of a printed number.

    Args:
        token: the printed number with its separators.
        is_share: whether a percent sign or word follows it.
        is_counted: whether its unit is counted in whole numbers.
        lang: the language of the document, without a region.
    """
    blanks = re.split(r"[ \u00a0\u202f]", token)
    if len(blanks) > 1:
        yield from ((part, 0) for part in blanks if part.isdecimal())  # the blanks may also separate several numbers
    head, *groups = re.split(r"[.,]", "".join(blanks))
    marks = re.findall(r"[.,]", token)
    joined = "".join([head, *groups])
    whole, last = [head, *groups[:-1]], len(groups[-1]) if groups else 0
    grouped = len(head) <= _GROUP and head[0] != "0" and all(len(group) == _GROUP for group in whole[1:])
    if len(marks) > 1:
        # 3.845,49 or 1.250.000; otherwise a date or a section number
        is_mixed = marks[-1] not in marks[:-1] and len(set(marks)) == 2
        if grouped and (is_mixed or (len(set(marks)) == 1 and last == _GROUP)):
            yield joined, last if is_mixed else 0
    elif not marks or not grouped or last != _GROUP or len(blanks) > 1:
        yield joined, last
    else:  # 1.250
        thousands, decimals = _separator_roles(marks[0], is_share=is_share, is_counted=is_counted, lang=lang)
        yield from ((joined, places) for places, possible in ((0, thousands), (_GROUP, decimals)) if possible)


def _separator_roles(mark: str, *, is_share: bool, is_counted: bool, lang: str) -> tuple[bool, bool]:
    """Return whether a separator before three digits may separate thousands, and whether it may mark decimals.

    `mark` is the separator, a point or a comma; the other arguments are those of `_splits`.
    """
    if lang in _COMMA_FIRST:
        return (True, is_share) if mark == "." else (is_counted, not is_counted)
    if lang in _POINT_FIRST and mark == ",":
        return True, is_share
    return True, is_share or not is_counted
