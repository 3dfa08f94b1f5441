"""Interpret number formats, which may make a cell show a number that differs from the stored one.

A cell with 0.127 in the format ``0.00%`` shows 12.70%, one with 1250000 in ``#,##0,`` shows 1,250. A person who types
into such a cell means the number shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from attrs import frozen

from aseansc._decimals import EXACT, EXPONENT_LIMIT, POWERS_OF_TEN, plain

GENERAL: Final = "General"

BUILT_IN: Final = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "m/d/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yyyy h:mm",
    37: "#,##0;(#,##0)",
    38: "#,##0;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    41: "_(* #,##0_);_(* (#,##0);_(* -_);_(@_)",
    42: "_($* #,##0_);_($* (#,##0);_($* -_);_(@_)",
    43: "_(* #,##0.00_);_(* (#,##0.00);_(* -_);_(@_)",
    44: "_($* #,##0.00_);_($* (#,##0.00);_($* -_);_(@_)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The built-in number formats by id, which a workbook does not declare (ECMA-376, 18.8.30)."""

_PIECE: Final = re.compile(r'"([^"]*)"?|\\(.)|[_*].|\[([^\]]*)\]|([\s\S])')
_CONDITION: Final = re.compile(r"\s*[<>=]")
_ELAPSED: Final = re.compile(r"[hms]+", re.IGNORECASE)
_SCALE_WORD: Final = re.compile(
    r"(?<![^\W\d_])(?:k|tr|tri[eệ]u|ngh[iì]n|ng[aà]n|v[aạ]n|t[yỷỉ]|tr[aă]m|mn|mil|bn|million|billion|thousand)"
    r"(?![^\W\d_²³])",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"([0#?,]*?)(,*)(?:\.([0#?]*)(,*))?(E[+-][0#?]+)?", re.IGNORECASE)
_LONGEST: Final = 255


@frozen
class Shape:
    """The way in which a number format shows a number.

    Args:
        power: the power of ten by which the number shown is larger than the stored one: 2 for percent, -3 for
            thousands.
        places: the most decimals shown; None for all of them.
        least: the fewest decimals shown.
        plain: whether only digits are shown, without words or thousands separators.
        words: the words and signs that are shown with the number as text, such as ``‰``.
    """

    power: int = 0
    places: int | None = None
    least: int = 0
    plain: bool = True
    words: str = ""

    def shown(self, number: float) -> str:
        """Return the number that a cell shows, without separators."""
        held = EXACT.scaleb(Decimal(repr(number)), self.power)
        if held.adjusted() > EXPONENT_LIMIT:
            return plain(held)
        if self.places is not None:
            held = held.quantize(POWERS_OF_TEN[-self.places], ROUND_HALF_UP, EXACT)
        digits = plain(EXACT.normalize(held))
        decimals = len(digits.partition(".")[2])
        if decimals < self.least:
            digits = plain(EXACT.quantize(held, POWERS_OF_TEN[-self.least]))
        return digits

    def hides(self, number: float) -> bool:
        """Return whether a cell shows fewer digits than it stores."""
        return Decimal(self.shown(number)) != EXACT.scaleb(Decimal(repr(number)), self.power)


@lru_cache(maxsize=1024)
def shape_of(code: str, *, negative: bool = False) -> Shape | None:
    """Return how a number format shows a number, or None if the number cannot be read from the cell.

    It cannot for a date, a fraction, a format with a condition, and one that adds digits or a scale word as text, such
    as ``0" triệu"``.

    Args:
        code: the number format.
        negative: whether the number is negative; a format may have a separate section for negative numbers.
    """
    if len(code) > _LONGEST:
        return None
    sections = [list(section) for section in _sections(code)]
    has_own = negative and len(sections) > 1 and bool(sections[1])
    pieces = sections[1] if has_own else sections[0]
    words = "".join(piece for kind, piece in pieces if kind != "sign")
    if _has_digits_or_scale(pieces, words):
        return None
    if _shows_minus(pieces) != has_own and not (has_own and _COLOUR.search(code)):
        return None
    return _shape_of_signs("".join(piece for kind, piece in pieces if kind == "sign").strip(), words.strip())


def _has_digits_or_scale(pieces: list[tuple[str, str]], words: str) -> bool:
    """Return whether a section has a condition, or shows digits or a scale word as text."""
    is_odd = any(kind == "odd" for kind, _ in pieces)
    return is_odd or any(map(str.isdecimal, words)) or _SCALE_WORD.search(words) is not None


def _shape_of_signs(signs: str, words: str) -> Shape | None:
    """Return how the signs of a section show a number; `words` are shown as text."""
    if signs.casefold() in ("general", "standard", "@", ""):
        return Shape(plain=not words, words=words) if signs else None
    spared = re.sub(r"[%\s$€£¥₫'’+()/-]" if "E" not in signs.upper() else r"[%\s$€£¥₫'’()]", "", signs)
    match = _NUMBER.fullmatch(spared)
    if match is None or "/" in signs:
        return None
    whole, scaled, decimals = match[1], len(match[2]) + len(match[4] or ""), match[3] or ""
    if not (whole + decimals) or len(decimals) > 30:
        return None
    power = 2 * signs.count("%") - 3 * scaled
    if match[5]:
        return Shape(power, plain=False, words=words)
    is_plain = not words and "," not in whole and spared == signs
    return Shape(power, len(decimals), decimals.count("0"), is_plain, words)


_COLOUR: Final = re.compile(r"\[(?:Red|Đỏ)\]", re.IGNORECASE)
_EXPONENT_SIGN: Final = re.compile("E[+-]", re.IGNORECASE)


def _shows_minus(pieces: list[tuple[str, str]]) -> bool:
    """Return whether a section shows its number with a minus or in brackets, as a negative one."""
    signs = "".join(piece for kind, piece in pieces if kind == "sign" or len(piece) == 1)
    return not {"-", "\N{MINUS SIGN}", "("}.isdisjoint(_EXPONENT_SIGN.sub("", signs))


def _sections(code: str) -> Iterator[Iterator[tuple[str, str]]]:
    """Yield the sections of a number format, each as pairs of a kind (sign, word, odd) and a string."""
    pieces: list[tuple[str, str]] = []
    for match in _PIECE.finditer(code):
        quoted, escaped, bracketed, sign = match.groups()
        if sign == ";":
            yield iter(pieces)
            pieces = []
        elif bracketed is not None:
            if _CONDITION.match(bracketed) or _ELAPSED.fullmatch(bracketed):
                pieces.append(("odd", bracketed))
            elif bracketed.startswith("$"):
                pieces.append(("word", bracketed[1:].partition("-")[0]))
        elif sign is not None:
            pieces.append(("sign", sign))
        elif quoted or escaped:
            pieces.append(("word", quoted or escaped))
    yield iter(pieces)


@lru_cache(maxsize=1024)
def shows_day(code: str) -> bool:
    """Return whether a number format shows day, month and year of a date; True if the format is General or unknown."""
    if not code or code == GENERAL:
        return True
    return day_parts(code) == "dmy"


@lru_cache(maxsize=1024)
def day_parts(code: str) -> str:
    """Return the parts of a day that a number format shows, of ``dmy``; empty for a number or time."""
    signs = "".join(piece for kind, piece in next(_sections(code[:_LONGEST])) if kind == "sign").casefold()
    if signs.strip() in ("general", "standard") or re.search("[0#?@]", re.sub(r"[.,]0+", "", signs)):
        return ""
    is_time = "h" in signs or "s" in signs  # the letter m is also that of minutes
    return "".join(part for part in "dmy" if part in signs and not (part == "m" and is_time and "d" not in signs))
