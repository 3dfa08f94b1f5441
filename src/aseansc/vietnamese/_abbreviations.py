"""Find the abbreviations that a text itself defines, such as *hồ sơ (HS)*, which usually mean something else."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final

from aseansc.vietnamese._characters import Passage
from aseansc.vietnamese._nouns import NO_UNIT, Lexicon
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import near_before

_DEFINED: Final = re.compile(r"(?<=\w)[ \u00a0]*\((?P<short>[^\W\d_]{2,6})\)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_BETWEEN_WORDS: Final = re.compile(r"[ \u00a0-]*")
_BEFORE: Final = 80
"""Most characters of the words that an abbreviation shortens."""


def abbreviations_in(text: str, nouns: Lexicon, measures: frozenset[str]) -> dict[str, str]:
    """Return the codes of the units of the abbreviations that a text defines, or `NO_UNIT` if they are not sure.

    Args:
        text: the whole text.
        nouns: the counted nouns that are known; abbreviations that already mean the same are left out.
        measures: the codes of the units whose signs keep their meaning: khuyến mãi (KM).
    """
    found: dict[str, set[str]] = {}
    for match in _DEFINED.finditer(text):
        before = near_before(text, match.start(), _BEFORE)
        if match["short"].isupper() and (long := _words_for(match["short"], before)):
            found.setdefault(match["short"].casefold(), set()).add(_code_of(long, nouns))
    codes = {short: each.pop() if len(each) == 1 else NO_UNIT for short, each in found.items()}
    usual = {short: _code_of(short, nouns) for short in codes}
    return {short: code for short, code in codes.items() if code != usual[short] and usual[short] not in measures}


def _words_for(short: str, before: str) -> str:
    """Return the words right before an abbreviation that begin with its letters; an empty string if they do not."""
    words = list(_WORD.finditer(unicodedata.normalize("NFC", before)))[-len(short) :]
    initials = "".join(unicodedata.normalize("NFD", word[0])[0] for word in words)
    is_one = all(_BETWEEN_WORDS.fullmatch(last.string, last.end(), first.start()) for last, first in pairwise(words))
    return " ".join(word[0] for word in words) if is_one and initials.casefold() == short.casefold() else ""


def _code_of(phrase: str, nouns: Lexicon) -> str:
    """Return the code of the unit of a phrase that is a counted noun, or `NO_UNIT`."""
    tokens = Tokens(Passage(phrase.casefold(), 0, True))
    noun = nouns.noun_at(tokens, 0)
    return noun.code if noun is not None and noun.end == tokens.size else NO_UNIT
