"""Convert letters in old encodings and symbol fonts, before positions are fixed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, final

from aseansc.documents._raw import Run
from aseansc.vietnamese.encodings import OldEncoding, decode, gain, guess, has_unicode_letters

_TCVN3_FONT: Final = re.compile(r"\.?vn(?![is])[a-z]", re.IGNORECASE)
_VNI_FONT: Final = re.compile(r"vni[- ]", re.IGNORECASE)
_SUBSET: Final = re.compile(r"[A-Z]{6}\+")
_CAPITALS: Final = re.compile(r"\.?vn[a-z ]*h(?:[ ,-].*)?$", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")
_SYMBOLS: Final = {
    "\uf0b3": "≥",
    "\uf0a3": "≤",
    "\uf0b7": "•",
    "\uf02d": "-",
    "\uf0b1": "±",
    "\uf0bb": "≈",
    "\uf0b4": "×",
}
_SYMBOL: Final = re.compile("[" + "".join(_SYMBOLS) + "]")
_NAMES: Final = {
    OldEncoding.TCVN3: "TCVN3 (ABC)",
    OldEncoding.VNI: "VNI",
    OldEncoding.VIQR: "VIQR",
    OldEncoding.CP1258: "Windows-1258",
}
_SHOWN: Final = 200_000


def encoding_of_font(font: str) -> OldEncoding | None:
    """Return the old encoding that a font shows, by its name: ``.VnTime`` TCVN3, ``VNI-Times`` VNI."""
    name = _SUBSET.sub("", font)
    if _TCVN3_FONT.match(name):
        return OldEncoding.TCVN3
    return OldEncoding.VNI if _VNI_FONT.match(name) else None


@final
class Letters:
    """The conversion of the letters of one document.

    A run is converted by the name of its font; text without such a font, by its letters, if most of the words of the
    document and none of this passage speak against it. If only some passages are in an old encoding, those are
    converted that have such words and no others.

    Args:
        passages: all passages of the document, each as its runs.
    """

    def __init__(self, passages: Iterable[list[Run]]) -> None:
        sample: list[str] = []
        size = 0
        for runs in passages:
            sample.append("".join(text for text, font in runs if encoding_of_font(font) is None))
            size += len(sample[-1])
            if size >= _SHOWN:
                break
        whole = guess(" ".join(sample))
        parts = None if whole else guess(" ".join(text for text in sample if not has_unicode_letters(text)))
        self._by_letters = whole or parts
        self._in_parts = parts is not None
        self.converted: Counter[str] = Counter()

    def text_of(self, runs: list[Run]) -> str:
        """Return the text of a passage in Unicode."""
        merged: list[tuple[str, OldEncoding | None, bool]] = []
        for text, font in runs:
            encoding = None if has_unicode_letters(text) else encoding_of_font(font)
            capitals = encoding is not None and _CAPITALS.match(_SUBSET.sub("", font)) is not None
            if merged and merged[-1][1:] == (encoding, capitals):
                merged[-1] = (merged[-1][0] + text, encoding, capitals)
            else:
                merged.append((text, encoding, capitals))
        shown = "".join(
            self._decoded(text, encoding, capitals) if encoding is not None else text
            for text, encoding, capitals in merged
        )
        if self._by_letters is not None and all(encoding is None for _, encoding, _ in merged):
            shown = self._decoded_by_letters(shown, self._by_letters)
        return _SYMBOL.sub(lambda match: _SYMBOLS[match[0]], shown)

    def _decoded(self, text: str, encoding: OldEncoding, capitals: bool) -> str:
        if _LETTER.search(text):
            self.converted[f"{_NAMES[encoding]}, recognised by its font"] += 1
        shown = decode(text, encoding)
        return shown.upper() if capitals else shown

    def _decoded_by_letters(self, text: str, encoding: OldEncoding) -> str:
        if has_unicode_letters(text):
            return text
        shown = decode(text, encoding)
        if shown != text:
            better, worse = gain(text, encoding)
            if better < worse or (self._in_parts and (worse or not better)):
                return text
            self.converted[f"{_NAMES[encoding]}, recognised by its letters"] += 1
        return shown
