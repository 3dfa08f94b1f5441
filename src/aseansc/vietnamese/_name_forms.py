"""The forms of names: how they are compared, written and made an id, and the counted noun of a printed figure."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._lexicon.numbers import DIGITS, EVEN, SPELLING
from aseansc.vietnamese._lexicon.said_of import IN_WORDS, POINTS, POINTS_SIGN, TRADE_AMOUNT
from aseansc.vietnamese._lexicon.syllables import TONES
from aseansc.vietnamese._lexicon.whole_names import SHORT_FORMS
from aseansc.vietnamese.encodings import is_syllable

_FLAGS: Final = re.IGNORECASE
_IN_WORDS: Final = re.compile(IN_WORDS, _FLAGS)
_AGAIN: Final = re.compile(rf"\(\s*(?:(?:{'|'.join(sorted(SPELLING - EVEN | DIGITS.keys()))})\s*)+\)\s*", _FLAGS)
"""A number in words in a bracket after the same in digits: 12 (mười hai) hộ."""
_NOT_NOUN: Final = re.compile(rf"\s+{lexicon.NOT_NOUN}$", _FLAGS)
_POINTS: Final = re.compile(POINTS_SIGN, _FLAGS)
_NUMBER_WORDS: Final = re.compile(rf"^{lexicon.NUMBER_WORDS}", _FLAGS)
_NUMBER: Final = re.compile(rf"[\d.,/%–-]*\d[\d.,/%]*(?:\s*{lexicon.SCALE_WORDS})*\s*", _FLAGS)
_TRADE_AMOUNT: Final = re.compile(TRADE_AMOUNT)
_SHORT: Final = re.compile(rf"\b(?:{'|'.join(SHORT_FORMS)})\b")
_OLD_TONES: Final = re.compile(rf"(?<!q)(?:{'|'.join(TONES)})(?!\w)")
_TO_ASCII: Final = str.maketrans(lexicon.STROKED, "dD")


def noun_of(printed: str) -> str:
    """Return the counted noun of a printed figure: *hộ nghèo* of *gần 1.250 hộ nghèo*."""
    shown = " ".join(unicodedata.normalize("NFC", printed).split())
    shown = _AGAIN.sub("", shown) if shown[:1] != "(" else shown
    shown = _NOT_NOUN.sub("", _POINTS.sub(POINTS, shown)).partition(lexicon.OUT_OF)[0]
    at = max((found.end() for found in _NUMBER.finditer(shown)), default=0)
    return (shown[at:] if at else _IN_WORDS.sub("", shown)).strip(" %()")  # hai huyện


def key_of(name: str) -> str:
    """Return a name without what does not matter when two names are compared."""
    name = _SHORT.sub(lambda found: SHORT_FORMS[found[0]], _TRADE_AMOUNT.sub("", folded(name)))
    key = folded(_NUMBER_WORDS.sub("", f"{folded(name)} ").replace(":", ""))
    return _OLD_TONES.sub(lambda found: TONES[found[0]], key)


def slug_of(name: str, longest: int = 40) -> str:
    """Return a name as an id: its first words in ASCII, with hyphens."""
    apart = unicodedata.normalize("NFD", name.translate(_TO_ASCII).casefold())
    words = re.findall(r"[a-z0-9]+", "".join(one for one in apart if one.isascii() or one == " "))
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= longest:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug[:longest]


def lowered(words: str) -> str:
    """Return words with a small first letter, unless they begin with an abbreviation or a foreign name.

    >>> lowered("Y tế"), lowered("BHXH tự nguyện"), lowered("Malaysia")
    ('y tế', 'BHXH tự nguyện', 'Malaysia')
    """
    first = words.partition(" ")[0]
    if (words.istitle() and " " in words) or (first.isalpha() and not is_syllable(first)):
        return words  # Nhật Bản
    start = words[:3].replace(" ", "")[:2]
    return words if len(start) > 1 and start.isupper() else f"{words[:1].lower()}{words[1:]}"


def folded(name: str) -> str:
    words = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    return words.replace(*lexicon.ONE_SPELLING)
