"""Find the sentence of a figure, and mark the figure in it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Final, final

from aseansc.vietnamese._characters import pieces
from aseansc.vietnamese._lexicon import drafting as lexicon

OPENS, CLOSES = "【", "】"
"""The signs around a figure in its sentence."""

_END: Final = re.compile(r"[.!?…](?=\s+(?P<next>\S))|[.!?…]\s*$")
_ABBREVIATED: Final = re.compile(rf"(?<!\w){lexicon.NO_SENTENCE_END}$", re.IGNORECASE)
_LONGEST: Final = 420
"""Most characters of a context; a longer sentence is cut around its figure."""
_BEFORE: Final = 220
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")
_WORDS: Final = re.compile(r"\S")
_SPACES: Final = re.compile(r" \s+|[^\S ]\s*")
"""Blanks that are not one space."""


@final
class Sentences:
    """The sentences of a text, by the positions of their characters.

    Args:
        text: the text.
        locate: function that returns where a person finds a position in the file; by default, the number of the
            paragraph.
    """

    def __init__(self, text: str, locate: Callable[[int], str] | None = None) -> None:
        self._text = text
        self._locate = locate
        self._spans: list[tuple[int, int]] = []
        self._paragraphs: list[int] = []
        for start, stop, begins in pieces(text):
            first = _WORDS.search(text, start, stop)
            if first is None:
                continue
            at = first.start()
            if begins:
                self._paragraphs.append(at)
            for end in _END.finditer(text, at, stop):
                if (end["next"] or "").islower() or _ABBREVIATED.search(text, max(start, end.start() - 5), end.start()):
                    continue
                self._spans.append((at, end.end()))
                at = end.end()
            if at < stop:
                self._spans.append((at, stop))
        self._starts = [start for start, _ in self._spans]
        self._marked: dict[tuple[int, int], str] = {}
        """The sentences of figures: a figure and its indicator have the same one."""

    def around(self, position: int) -> tuple[int, int]:
        """Return where the sentence with a position starts and ends."""
        at = bisect_right(self._starts, position) - 1
        return self._spans[at] if at >= 0 else (position, position)

    def paragraph(self, position: int) -> int:
        """Return where the paragraph with a position starts."""
        at = bisect_right(self._paragraphs, position) - 1
        return self._paragraphs[at] if at >= 0 else position

    def locator(self, position: int) -> str:
        """Return the place of the sentence with a position, and its number there: ``p4.s2``, ``line 4-line 5.s1``."""
        return self._locators[bisect_right(self._starts, position) - 1]

    @cached_property
    def _locators(self) -> list[str]:
        """The locators of the sentences; the numbers at one place skip one where a paragraph ends."""
        counts: Counter[str] = Counter()
        paragraphs, found = set(self._paragraphs), list[str]()
        for start, end in self._spans:
            first, last = self._place(start), self._place(end - 1)
            place = first if first == last else f"{first}-{last}"
            counts[place] += 2 if start in paragraphs and counts[place] else 1
            found.append(f"{place}.s{counts[place]}")
        return found

    def _place(self, position: int) -> str:
        if self._locate is not None:
            return self._locate(position)
        return f"p{bisect_right(self._paragraphs, position)}"

    def marked(self, start: int, end: int) -> str:
        """Return the sentence of a figure on one line, with the figure in ``【】``."""
        found = self._marked.get((start, end))
        if found is None:
            found = self._marked[start, end] = self._mark(start, end)
        return found

    def _mark(self, start: int, end: int) -> str:
        first, last = self.around(start)
        last = max(last, end)
        if last - first > _LONGEST:
            cut_first, cut_last = max(first, start - _BEFORE), min(last, max(end, start - _BEFORE + _LONGEST))
        else:
            cut_first, cut_last = first, last
        before = _line(self._text[cut_first:start], is_cut=cut_first > first)
        after = _line(self._text[end:cut_last])
        figure = _line(self._text[start:end]).strip()
        if not figure:
            return ""
        whole = f"{before}{OPENS}{figure}{CLOSES}{after}".strip()
        return f"{whole} …" if cut_last < last else whole


def _line(words: str, *, is_cut: bool = False) -> str:
    """Return words on one line, without signs that cannot be shown."""
    shown = _UNSEEN.sub(" ", unicodedata.normalize("NFC", words)).replace(OPENS, "[").replace(CLOSES, "]")
    shown = _SPACES.sub(" ", shown)
    return "… " + shown.partition(" ")[2] if is_cut else shown
