"""Detect text that is not what it seems: in an encoding older than Unicode, or without diacritics.

Text in TCVN3 (ABC) or VNI that was stored as if it were Unicode consists of ordinary characters, but its words are
different ones: "Tû lÖ hé nghÌo" is *Tỷ lệ hộ nghèo* in TCVN3. U+00AD, a soft hyphen in Unicode, is the letter *ư* in
TCVN3.
"""

from __future__ import annotations

import re
from typing import Final

from aseansc.errors import ParseError
from aseansc.vietnamese._lexicon.characters import COMMON_SYLLABLES, DAMAGED, LOST
from aseansc.vietnamese.encodings import OldEncoding, guess, has_unicode_letters

_OLD: Final = re.compile(
    "[\\xa1-\\xac\\xad\\xae\\xb5-\\xb9\\xbb-\\xbe\\xc6\\xc7\\xcb\\xce\\xcf\\xd1\\xd6-\\xd8\\xdc\\xde\\xdf"
    "\\xe4-\\xe7\\xeb\\xee-\\xf1\\xf6-\\xf8\\xfb\\xfc\\xfe]"
)
"""Characters of TCVN3 and VNI that Vietnamese text in Unicode does not have as letters."""

_NAMES: Final = {OldEncoding.TCVN3: "TCVN3 (ABC)", OldEncoding.VNI: "VNI"}
_FEWEST: Final = 3
_BEGINNING: Final = 40
NO_DIACRITICS: Final = (
    "the text has no diacritics or wrong ones, so the words around the number may mean something else"
)


def refuse_old_encoding(text: str, where: str) -> None:
    """Raise an error if a passage is in TCVN3 or VNI.

    Raises:
        ParseError: with the encoding that it seems to be in.
    """
    if _OLD.search(text) is None or has_unicode_letters(text):
        return
    found = guess(text, _NAMES)
    if found is not None:
        raise ParseError(
            f"the text is in the old encoding {_NAMES[found]}, although it is stored as Unicode",
            where=where,
            got=text.strip()[:_BEGINNING],
            expected="Vietnamese text in Unicode",
            hint="Convert the text to Unicode before reading it; without that, its words and numbers are misread.",
        )


def _lost_letters(text: str) -> bool:
    """Return whether question marks are in place of letters; one alone may only lack the blank behind a question."""
    found = LOST.findall(text)
    return any(" " not in each for each in found) and (len(found) > 1 or text.isascii())


def lacks_diacritics(text: str) -> bool:
    """Return whether a passage is Vietnamese without diacritics, or with wrong ones: ty le ho ngheo giam con 12,5%."""
    if DAMAGED.search(text) is not None or _lost_letters(text):
        return True
    if not text.isascii():
        return False
    words = re.findall("[a-z]+", text.lower())
    common = [word for word in words if word in COMMON_SYLLABLES]
    return len(set(common)) >= _FEWEST and len(common) * 2 >= len(words)
