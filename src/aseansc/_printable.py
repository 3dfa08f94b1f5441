"""Escape characters that could control a terminal, or hide or reorder printed text.

File names, names in archives, XML tags and arguments may contain any character. All error messages and all output of
the command line are escaped with this module.
"""

from __future__ import annotations

import re
from typing import Final

DISRUPTIVE: Final = r"\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
"""Characters that are not allowed in texts of a review, to be used inside ``[]`` of a regular expression.

These are DEL and the C1 controls, the line and paragraph separators, bidirectional embeddings, overrides and isolates,
the deprecated format characters, and interlinear annotation. Zero-width spaces, joiners and non-joiners are allowed,
since Khmer, Lao, Thai and Burmese need them; so are the direction marks U+200E, U+200F and U+061C, which Malay in Jawi
script needs.
"""

_CLASS: Final = rf"\x00-\x1f{DISRUPTIVE}\u061c\u200e\u200f\u2061-\u2065\ufeff\ufffe\uffff\ud800-\udfff"
UNPRINTABLE: Final = f"[{_CLASS}\U000e0000-\U000e007f]"
"""The regular expression of one character that must be escaped before it is printed."""

_LINE_END: Final = r"\r\n?"
_SHORT: Final = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def printable(text: str) -> str:
    r"""Escape line ends and unprintable characters in a text, as Python does; the result is one line.

    >>> print(printable("a\x1b[31m\nb\u202e"))
    a\x1b[31m\nb\u202e
    """
    return text if text.isprintable() else re.sub(UNPRINTABLE, _escape, text)


def printable_lines(text: str) -> str:
    r"""Escape unprintable characters as `printable` does, but keep line ends and tabs.

    >>> print(printable_lines("a\x9b\nb"))
    a\x9b
    b
    """
    if text.isprintable():
        return text
    return re.sub(
        UNPRINTABLE, lambda found: found[0] if found[0] in "\n\t" else _escape(found), re.sub(_LINE_END, "\n", text)
    )


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _SHORT:
        return _SHORT[character]
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
