"""Detect text that is not what it seems: in an encoding older than Unicode, or without diacritics.

Text in TCVN3 (ABC) or VNI that was stored as if it were Unicode consists of ordinary characters, but its words are
different ones: "Tû lÖ hé nghÌo" is *Tỷ lệ hộ nghèo* in TCVN3. U+00AD, a soft hyphen in Unicode, is the letter *ư* in
TCVN3.
"""

from __future__ import annotations

import re
from typing import Final

from aseansc.errors import ParseError
from aseansc.vietnamese._lexicon.characters import COMMON_SYLLABLES, DAMAGED, MODERN

_SYMBOLS: Final = "\\xa1-\\xac\\xae\\xb5-\\xb9\\xbb-\\xbe\\xd7\\xf7\\xad"
_LETTERS: Final = (
    "\\xc6\\xc7\\xcb\\xce\\xcf\\xd1\\xd6\\xd8\\xdc\\xde\\xdf\\xe4-\\xe7\\xeb\\xee-\\xf1\\xf6\\xf8\\xfb\\xfc\\xfe"
)
_OLD: Final = re.compile(f"[{_SYMBOLS}{_LETTERS}]")
_WORD: Final = re.compile(f"[A-Za-z\\xc0-\\xff{_SYMBOLS}]+")
_TCVN3: Final = re.compile(f"[A-Za-z\\xc0-\\xff][{_SYMBOLS}]|[{_SYMBOLS}][A-Za-z\\xc0-\\xff]")
_VNI: Final = re.compile("(?i)[aeouy\\xf4\\xf6][\\xe4\\xe5\\xf8\\xfb\\xfc]|\\xf1[aeo]")
_ASCII: Final = re.compile("[A-Za-z]")
_PUNCTUATION: Final = ".,;:!?()[]\"'/-"
_MODERN: Final = re.compile(f"[{MODERN}]")
_FEWEST: Final = 3
_ENOUGH: Final = 2
_SHARE: Final = 3
_BEGINNING: Final = 40
NO_DIACRITICS: Final = (
    "the text has no diacritics or wrong ones, so the words around the number may mean something else"
)


def refuse_old_encoding(text: str, where: str) -> None:
    """Raise an error if a passage is in TCVN3 or VNI.

    Raises:
        ParseError: with the encoding that it seems to be in.
    """
    if _OLD.search(text) is None:
        return
    words = [word for word in (piece.strip(_PUNCTUATION) for piece in text.split()) if _WORD.fullmatch(word)]
    old = [word for word in words if _OLD.search(word) and _ASCII.search(word)]
    if len(old) < _FEWEST or len(old) * _SHARE < len(words) or len(_MODERN.findall(text)) > len(old):
        return
    found = (("TCVN3 (ABC)", _TCVN3), ("VNI", _VNI))
    name, count = max(((name, len(set(pairs.findall(text)))) for name, pairs in found), key=lambda pair: pair[1])
    if count >= _ENOUGH:
        raise ParseError(
            f"the text is in the old encoding {name}, although it is stored as Unicode",
            where=where,
            got=text.strip()[:_BEGINNING],
            expected="Vietnamese text in Unicode",
            hint="Convert the text to Unicode before reading it; without that, its words and numbers are misread.",
        )


def lacks_diacritics(text: str) -> bool:
    """Return whether a passage is Vietnamese without diacritics, or with wrong ones: ty le ho ngheo giam con 12,5%."""
    if not text.isascii():
        return any(syllable in text for syllable in DAMAGED)
    words = re.findall("[a-z]+", text.lower())
    common = [word for word in words if word in COMMON_SYLLABLES]
    return len(set(common)) >= _FEWEST and len(common) * 2 >= len(words)
