"""Find quotes and citations in a text, whatever its Unicode normal form and its blanks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final, final
from unicodedata import is_normalized, normalize

Place = tuple[int, int]
"""Start and end in the text."""

MOST_PLACES: Final = 50
"""The number of places of one quote that are compared."""

MOST_SEARCHED: Final = 268_435_456
"""The number of characters of one text that are searched in total."""

_INVISIBLE: Final = "\u00ad\u200b\u2060\ufeff"
_BLANKS: Final = re.compile(rf"[\s{_INVISIBLE}]+")
_UNUSUAL: Final = re.compile(rf"(?! (?![\s{_INVISIBLE}]))[\s{_INVISIBLE}]+")
_COMPOSED: Final = re.compile(r"[^\x00-\x7f\u0300-\u036f][\u0300-\u036f]*|[A-Za-z][\u0300-\u036f]+")


def flat(text: str) -> str:
    """Return a text in NFC, with every run of blanks as one space."""
    return _BLANKS.sub(_one_blank, normalize("NFC", text)).strip()


def _one_blank(run: re.Match[str]) -> str:
    return " " if run[0].strip(_INVISIBLE) else ""


@final
class Finder:
    """A text in which quotes are searched for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._left = MOST_SEARCHED

    def places(self, quote: str) -> list[Place] | None:
        """Return where a quote is in the text, at most `MOST_PLACES` + 1 places; ``None`` if too much was searched.

        Numbers are not cut: the quote "36 xã" is not found in "836 xã".
        """
        found = self._search(self.text, quote)
        if found:
            return found
        if self._left <= 0:
            return None
        flattened, _, _ = self._flat
        wanted = flat(quote)
        places = self._search(flattened, wanted) if wanted else []
        return [(self._original(start), self._original(end)) for start, end in places]

    def _search(self, text: str, quote: str) -> list[Place]:
        found: list[Place] = []
        at = -1
        while self._left > 0 and len(found) <= MOST_PLACES:
            before = at + 1
            at = text.find(quote, before)
            self._left -= (at if at >= 0 else len(text)) - before + 64
            if at < 0:
                break
            if not cuts_a_number(text, at, at + len(quote)):
                found.append((at, at + len(quote)))
        return found

    def _original(self, at: int) -> int:
        """Return the position in the text of a character of the flattened text."""
        _, positions, shifts = self._flat
        return at + shifts[bisect_right(positions, at) - 1]

    @cached_property
    def _flat(self) -> tuple[str, list[int], list[int]]:
        """The text as `flat` returns it, and how far its characters are from those of the text, from each position."""
        pieces: list[str] = []
        positions, shifts = [0], [0]
        copied = size = 0
        changes = [(run.start(), run.end(), _one_blank(run)) for run in _UNUSUAL.finditer(self.text)]
        if not is_normalized("NFC", self.text):
            composed = ((run.start(), run.end(), normalize("NFC", run[0])) for run in _COMPOSED.finditer(self.text))
            changes += (change for change in composed if self.text[change[0] : change[1]] != change[2])
            changes.sort()
        for start, end, new in changes:
            pieces += (self.text[copied:start], new)
            size += start - copied + len(new)
            copied = end
            positions.append(size)
            shifts.append(end - size)
        pieces.append(self.text[copied:])
        return "".join(pieces), positions, shifts


def cuts_a_number(text: str, start: int, end: int) -> bool:
    """Return whether the ends of a passage are inside a number."""
    return _is_inside(text, start) or _is_inside(text, end)


def _is_inside(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if before.isdecimal() and after.isdecimal():
        return True
    if before and before in ".," and after.isdecimal():
        return text[at - 2 : at - 1].isdecimal()
    return before.isdecimal() and after != "" and after in ".," and text[at + 1 : at + 2].isdecimal()
