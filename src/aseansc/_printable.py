"""Escape characters that could act on a terminal, or hide or reorder what is printed.

A file name, the name of an archive's member, an XML tag or an argument may hold any character. Whatever the library
prints of them goes through this module: each error message does, and each line of the command line.
"""

from __future__ import annotations

import re
from typing import Final

DISRUPTIVE: Final = r"\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
"""Characters that no text of a review may hold, as part of a regular expression's class.

DEL and the C1 controls, the line and paragraph separators, bidirectional embeddings, overrides and isolates, the
deprecated format characters, and interlinear annotation. Zero-width spaces, joiners and non-joiners are not among
them: Khmer, Lao, Thai and Burmese are written with them; nor are the marks that set the direction of what is beside
them (U+200E, U+200F, U+061C), with which Malay is written in Jawi.
"""

_CLASS: Final = rf"\x00-\x1f{DISRUPTIVE}\u061c\u200e\u200f\u2061-\u2065\ufeff\ufffe\uffff\ud800-\udfff"
UNPRINTABLE: Final = re.compile(f"[{_CLASS}\U000e0000-\U000e007f]")
"""One character that must not reach a terminal as it is."""

_LINE_END: Final = re.compile(r"\r\n?")
_SHORT: Final = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def printable(text: str) -> str:
    r"""Return the text on one line, with each character that must not reach a terminal escaped as Python does.

    >>> print(printable("a\x1b[31m\nb\u202e"))
    a\x1b[31m\nb\u202e
    """
    return text if text.isprintable() else UNPRINTABLE.sub(_escape, text)


def printable_lines(text: str) -> str:
    r"""Return the text with its lines and tabs kept, and other characters escaped as in `printable`.

    >>> print(printable_lines("a\x9b\nb"))
    a\x9b
    b
    """
    if text.isprintable():
        return text
    return UNPRINTABLE.sub(lambda found: found[0] if found[0] in "\n\t" else _escape(found), _LINE_END.sub("\n", text))


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _SHORT:
        return _SHORT[character]
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
