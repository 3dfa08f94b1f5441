"""Split a text into paragraphs in one normalised form that map back to the original characters.

Vietnamese is stored in two Unicode normal forms, composed (NFC) and decomposed (NFD), and is often copied with no-break
spaces, full-width digits, or the letter eth (Ð) in place of Đ. The grammar reads one normalised form; every position
that it reports refers to the original text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from aseansc.vietnamese._lexicon.characters import AWAIT_NUMBERS
from aseansc.vietnamese._windows import near_before

LONGEST: Final = 1 << 14
"""Maximum length of a passage. A longer paragraph is cut at the next sentence end or space, to bound memory."""

_SPACES: Final = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_UNSEEN: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"
_SOFT_HYPHEN: Final = "\xad"
_SOFT: Final = re.compile("(?<=\\w)\xad(?=\\w)")
_LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"

_ONE_FOR_ONE: Final[dict[int, str]] = str.maketrans(
    {
        **dict.fromkeys(_SPACES + _UNSEEN, " "),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "\uff05": "%",
        "\ufe6a": "%",
        "\uff0c": ",",
        "\uff0e": ".",
        "\uff0f": "/",
        "\u2044": "/",
        "\u2215": "/",
        "\uff0d": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "\u2013",
        "\u2014": "\u2013",
        "\u2015": "\u2013",
        "\ufe63": "-",
        "\uff0b": "+",
        "\u223c": "~",
        "\uff5e": "~",
        "\u02dc": "~",
        "\u2248": "~",
        "Ð": "Đ",
        "ð": "đ",
        "Ɖ": "Đ",
    }
)
"""Replacements for variant characters. Each maps one character to one, so that positions do not shift."""

_VARIANT: Final = re.compile("[" + "".join(re.escape(chr(code)) for code in _ONE_FOR_ONE) + "]")

_RANGE_SIGNS: Final = frozenset("-–")
_RAGGED: Final = 16
"""How much shorter than the longest one a line of a wrapped paragraph may be."""
_END: Final = 400
"""Characters at the end of a line that are looked at, with blanks after the last word."""
_LAST_WORDS: Final = 24
"""Characters of a line in which its last words are searched."""
_SENTENCE_SIGNS: Final = frozenset(".;:!?…")
_LINE_END: Final = re.compile(f"[{_LINE_ENDS}]")
_SENTENCE_END: Final = re.compile(r"[.;!?]\s")
_BLANK: Final = re.compile(r"\s")
_BREAK: Final = re.compile(r"[^\w.,]|[.,](?!\d)|(?<!\d)[.,]|_|(?<=[^\W\d])(?=\d)")


class Passage:
    """A paragraph, or part of a long one, in the form that the grammar reads.

    `text` is composed and has one kind of space, digit and dash. `position` maps an index in it to the original text.
    `begins` is true unless the passage continues a paragraph that was cut because of its length.
    """

    __slots__ = ("_original", "_places", "_start", "begins", "text")

    def __init__(self, original: str, start: int, begins: bool) -> None:
        self._original = original
        self._start = start
        self.begins = begins
        self._places: list[int] | None = None
        if unicodedata.is_normalized("NFC", original) and _SOFT_HYPHEN not in original:
            composed = original
        else:
            composed, self._places = _composed(original)
        self.text = _normalised(composed)

    @property
    def size(self) -> int:
        """The number of characters in the original text."""
        return len(self._original)

    def position(self, index: int) -> int:
        """Return the position in the original text of the character at an index of `text`, or of its end."""
        return self._start + (index if self._places is None else self._places[index])

    def original(self, start: int, end: int) -> str:
        """Return the characters between two positions of the original text."""
        return self._original[start - self._start : end - self._start]


def _normalised(composed: str) -> str:
    return _VARIANT.sub(_usual, _SOFT.sub("", composed))  # most texts have few: faster than str.translate


def _usual(variant: re.Match[str]) -> str:
    return _ONE_FOR_ONE[ord(variant[0])]


def _composed(text: str) -> tuple[str, list[int]]:
    """Compose a text; return it with the original position of each character and of the end."""
    pieces: list[str] = []
    places: list[int] = []
    start, size = 0, len(text)
    while start < size:
        if _is_dropped(text, start):
            start += 1
            continue
        stop = start + 1
        while stop < size and unicodedata.combining(text[stop]):
            stop += 1
        piece = unicodedata.normalize("NFC", text[start:stop])
        pieces.append(piece)
        places.append(start)
        # Combining marks that do not compose remain separate characters at the end of the cluster.
        places.extend(stop - left for left in reversed(range(1, len(piece))))
        start = stop
    places.append(size)
    return "".join(pieces), places


def _is_dropped(text: str, at: int) -> bool:
    """Return whether a soft hyphen is inside a word, whose letters belong together."""
    if text[at] != _SOFT_HYPHEN or not 0 < at < len(text) - 1:
        return False
    return (text[at - 1].isalnum() or unicodedata.combining(text[at - 1]) > 0) and text[at + 1].isalnum()


def blocks(text: str) -> Iterator[str]:
    """Yield a text in normalised form, in a few large blocks that end after a line if possible, without positions."""
    start = 0
    while start < len(text):
        least = start + LONGEST
        line_end = _LINE_END.search(text, least, least + LONGEST)
        stop = line_end.end() if line_end else _cut(text, least, len(text)) if least < len(text) else len(text)
        yield _normalised(unicodedata.normalize("NFC", text[start:stop]))
        start = stop


def passages(text: str) -> Iterator[Passage]:
    """Yield the paragraphs of a text in order, without blank ones."""
    return (Passage(text[start:stop], start, begins) for start, stop, begins in pieces(text))


def pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each paragraph starts and ends, and whether it begins there; a long one is cut into several pieces.

    A line that begins in lower case continues the unfinished sentence of the line before, and so does any line of a
    wrapped paragraph.
    """
    for start, stop in _paragraphs(text):
        begins = True
        while stop - start > LONGEST:
            cut = _cut(text, start + LONGEST, stop)
            yield start, cut, begins
            start, begins = cut, False
        if start < stop:
            yield start, stop, begins


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = stop = last = joined = longest = 0
    for line_start, line_stop in _lines(text):
        near = start < stop and line_start - stop <= 2 and line_stop - start <= LONGEST
        is_wrapped = joined > 1 and stop - last > longest - _RAGGED
        if near and _goes_on(text, start, stop, line_start, line_stop, is_wrapped=is_wrapped):
            longest, joined = max(longest, stop - last), joined + 1
            stop, last = line_stop, line_start
            continue
        if start < stop:
            yield start, stop
        start, stop, last, joined, longest = line_start, line_stop, line_start, 0, 0
    if start < stop:
        yield start, stop


def _goes_on(text: str, start: int, stop: int, line_start: int, line_stop: int, *, is_wrapped: bool) -> bool:
    """Return whether a line continues the unfinished sentence before it, also indented: 6,5 -⏎ 7 %, năm⏎ 2025.

    If the lines above are wrapped and the last one is about as long as they are, it also goes on with a capital letter.
    """
    first = text[line_start]
    if first.isspace():
        first = text[line_start:line_stop].lstrip()[:1]
    before = near_before(text, stop, _END, start).rstrip()
    if not first.isdecimal():
        is_next = first.islower() or (is_wrapped and first.isupper())
        return is_next and before[-1:] not in _SENTENCE_SIGNS
    words = unicodedata.normalize("NFC", before[-_LAST_WORDS:]).casefold().split()
    return before[-1:] in _RANGE_SIGNS or (len(words) > 1 and words[-1] in AWAIT_NUMBERS)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    # Not str.splitlines, which would hold every line in memory.
    start = 0
    for match in _LINE_END.finditer(text):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _cut(text: str, at_least: int, stop: int) -> int:
    """Return where to cut a very long paragraph: after a sentence, else at a space, else outside words and numbers."""
    soon = min(stop, at_least + LONGEST)
    match = _SENTENCE_END.search(text, at_least, soon) or _BLANK.search(text, at_least, soon)
    match = match or _BREAK.search(text, at_least, stop)
    return match.end() if match else stop
