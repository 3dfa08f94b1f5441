"""Split a passage into tokens: numbers, words, signs, and whole expressions that only look like numbers.

Dates, document numbers and telephone numbers are recognised by their form alone, before the grammar applies. Every
repetition in the pattern is bounded or covers one class of characters, so that the scan takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from aseansc.vietnamese._characters import Passage

_CAPITALS: Final = "A-ZĐÂÊÔƠƯĂ"
_TYPES: Final = "QĐ|NQ|NĐ|TT|CT|KH|BC|CV|HD|TB|ĐA|CTr|TTr|TTg|KL|PL|LĐ|TTLT|NQLT|VBHN|SL|BB|GM|CP|TW|UBND|HĐND|TU|HU|ĐU"
"""Abbreviations that can end a document number by themselves: 123/BC."""

_TOKEN: Final = re.compile(
    rf"""
    (?P<plain>(?![KkCcDdMmlO])[^\W\d_]+[²³]?)
   |(?P<legal>(?<![\w.,/-])[0-9]{{1,6}}[a-z]?(?:[/-][0-9]{{4}})?[/-]
        (?:(?:[{_CAPITALS}]{{1,12}}[a-z]{{0,2}}(?:[-/](?:[{_CAPITALS}]{{1,14}}[a-z]{{0,3}}[0-9]{{0,2}})){{1,4}})
          |QH[0-9]{{1,2}}|(?:{_TYPES}))(?!\w))
   |(?P<phone>(?<![\w.,/-])(?:\+[0-9]{{1,3}}(?:[ .-]?[0-9]{{2,4}}){{2,5}}
      |\(0[0-9]{{1,3}}\)[ .-]?[0-9]{{1,8}}(?:[ .-][0-9]{{2,8}}){{0,3}}
      |1[89]00[ .][0-9]{{4}}(?:[ .]?[0-9]{{2}})?(?![.,][0-9])
      |0[0-9]{{1,3}}(?:[ .-][0-9]{{1,8}}){{1,3}}|0[0-9]{{9,10}})(?!\w))
   |(?P<day>(?<![\w.,/-])[0-9]{{1,2}}[ ]?(?P<stroke>[/.-])[ ]?[0-9]{{1,2}}[ ]?(?P=stroke)[ ]?[0-9]{{4}}(?![0-9])
      |(?<![\w.,/-])[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![\w-])
      |(?<![\w.,/-])[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2}}(?![\w/]))
   |(?P<month>(?<![\w.,/-])[0-9]{{1,2}}(?:[/-]|[ ]/[ ])(?:19|20)[0-9]{{2}}(?![\w/]|[.,][0-9]))
   |(?P<cited>\[[0-9]{{1,4}}(?:[ ,;–-]{{1,2}}[0-9]{{1,4}}){{0,20}}\])
   |(?P<number>[0-9]++(?:[.,][0-9]++)*+)
   |(?P<smudged>(?<![\w.,])[lO](?:[0-9]|[.,][0-9])[0-9lO.,]{{0,20}}(?<![.,lO])(?![^\W\d_]))
   |(?P<word>[KkCcDdMm]?[Mm][23](?!\w)|[^\W\d_]+[²³]?)
   |(?P<sign>%[oO0](?!\w|[.,][0-9])|[^\s\w]|_)
    """,
    re.VERBOSE,
)
_SMUDGED_TAIL: Final = re.compile(r"[lO][0-9lO.,]{0,20}(?<![.,lO])(?![^\W\d_])")
_SMUDGES: Final = ("l", "O")
_DIGITS: Final = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
_LONG_PHONE: Final = 9
_NUMBERED: Final = 8
"""Number of characters before a document number that are searched for words that announce one."""
_GROUPS_ONLY: Final = re.compile(r"\+?[0-9]{1,3}(?:\.[0-9]{3})+")

END: Final = ""
"""Follows the last token, so that the grammar can look ahead."""
_BEYOND: Final = 12
_ENDS: Final = [END] * _BEYOND


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text as a set; a readable notation for tables of words."""
    return frozenset(text.split())


class Tokens:
    """The tokens of a passage, as parallel lists.

    `words` are in lower case. `special` marks the tokens that are recognised as a whole: legal, phone, day, month,
    cited and smudged.
    """

    __slots__ = ("ends", "passage", "prose_end", "size", "special", "starts", "words")

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.prose_end = 0
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        special: dict[int, str] = {}
        text = passage.text
        lower = text.lower()
        if len(lower) != len(text):  # a few capital letters of other scripts have longer lower-case forms
            lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
        for start, end, kind in _scanned(text):
            if kind is not None:
                special[len(words)] = kind
            words.append(lower[start:end])
            starts.append(start)
            ends.append(end)
        self.size = len(words)
        words += _ENDS
        starts += [len(text)] * _BEYOND
        ends += [len(text)] * _BEYOND
        self.words = words
        self.starts = starts
        self.ends = ends
        self.special = special

    def raw(self, index: int) -> str:
        """Return a token with its capital letters."""
        return self.passage.text[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Return whether a token follows the one before it without a space."""
        return index > 0 and index < self.size and self.starts[index] == self.ends[index - 1]

    def is_number(self, index: int) -> bool:
        """Return whether a token is written in digits and has no special kind."""
        return self.words[index][:1].isdecimal() and index not in self.special

    def follows(self, index: int, *words: str) -> bool:
        """Return whether these words begin at an index."""
        return self.words[index : index + len(words)] == list(words)

    def precedes(self, index: int, *words: str) -> bool:
        """Return whether these words end right before an index."""
        return index >= len(words) and self.words[index - len(words) : index] == list(words)


def _scanned(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield the start, the end and the special kind, if any, of each token."""
    match, at = _TOKEN.search, 0
    while (found := match(text, at)) is not None:
        kind = found.lastgroup
        start, end = found.span()
        if kind == "plain":
            at = end
            yield start, end, None
            continue
        if kind == "number":
            smudge = _SMUDGED_TAIL.match(text, end) if text[end : end + 1] in _SMUDGES else None
            if smudge is not None:
                end = smudge.end()
                yield start, end, "smudged"
            else:
                yield start, end, None
        elif kind == "word" or kind == "sign":
            yield start, end, None
        elif (kind == "phone" and not _is_phone(found.group())) or (kind == "legal" and _is_of_plan(text, start, end)):
            number = _DIGITS.match(text, start)
            end = number.end() if number else start + 1
            yield start, end, None
        else:
            yield start, end, "day" if kind == "stroke" else kind
        at = end


def _is_of_plan(text: str, start: int, end: int) -> bool:
    """Return whether what looks like a document number is a figure compared with a plan: 45/KH 50 lớp."""
    if not text.startswith("/KH ", end - 3) or not text[end + 1 : end + 2].isdecimal():
        return False
    return not text[max(0, start - _NUMBERED) : start].rstrip().lower().endswith(("số", "hoạch"))


def _is_phone(printed: str) -> bool:
    if printed[:3] in ("180", "190"):  # 1900 1234, a service number
        return True
    return sum(map(str.isdecimal, printed)) >= _LONG_PHONE and not _GROUPS_ONLY.fullmatch(printed)
