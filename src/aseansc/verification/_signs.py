"""Minus signs that are printed before numbers."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final
from unicodedata import normalize

_BEFORE: Final = 60
_WORD: Final = re.compile(
    r"(?<!siêu )(?<!thu )(?<!ghi )(?<!phát )(?<!nguyên )(?<!phụ )(?<!đĩa )(?<!\w)âm"
    r"(?:\s+(?:khoảng|gần|hơn|trên|dưới|tới))?\s+$",
    re.IGNORECASE,
)
"""The word *âm* that is not part of another one, such as *siêu âm*."""
_DASH: Final = re.compile(r"(?:^|(?<=[\s(\[|=,:;“\"']))[-–\u2212]$")
_MINUS: Final = "\u2212"


class Minus(Enum):
    """What is printed directly before a number."""

    NONE = "none"
    SURE = "sure"
    """The word *âm*, or U+2212."""
    DASH = "dash"
    """A dash that touches the number."""
    UNCLEAR = "unclear"
    """A dash that may also begin an item of a list, or end a range."""


def minus_before(text: str, at: int) -> Minus:
    """Return the minus sign that ends at a position."""
    before = normalize("NFC", text[max(at - _BEFORE, 0) : at])
    if _WORD.search(before):
        return Minus.SURE
    found = _DASH.search(before)
    if found is None:
        return Minus.NONE
    if found[0] == _MINUS:
        return Minus.SURE
    left = before[: found.start()]
    if left.endswith(("\t", "|", "(", "[")):
        return Minus.DASH
    left = left.rstrip(" \u00a0")
    is_unclear = left == "" or left[-1] in "\n\r:;%" or left[-1].isdecimal()
    return Minus.UNCLEAR if is_unclear else Minus.DASH
