"""Clean the text of a passage or cell: remove invisible characters, and decide what a line break inside it means."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from aseansc.documents._raw import BREAK, JOIN
from aseansc.vietnamese.encodings import is_syllable

_INVISIBLE: Final = re.compile("[\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BREAK: Final = re.compile(f"[ \\t]*{BREAK}[ \\t]*")
_INSIDE_NUMBER: Final = re.compile(f"(?<=[\\d.,/]){JOIN}(?=[\\d.,/])")
_INSIDE_WORD: Final = re.compile(f"([^\\W\\d_]+){JOIN}([^\\W\\d_]+)")
_SENTENCE_END: Final = ".;:!?…"
_GROUP_OPEN: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*\.$")
_GROUP: Final = re.compile(r"\d{3}(?!\d)")
_CUT: Final = re.compile(r"(\d{1,3}(?:\.\d{3})*(?:\.\d{0,2}|,\d*))[\n ](\d{1,3}(?:,\d+)?)")
_WELL_FORMED: Final = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?")


def clean(text: str, *, wraps: bool = False) -> tuple[str, int, int]:
    """Return a text without invisible characters and with its breaks as blanks or line ends.

    Args:
        text: the text, with `BREAK` for each line break inside it.
        wraps: whether a sentence goes on after each break, because the page was full.

    Returns:
        The text, the number of characters removed, and the number of figures that were split at a break and joined.
    """
    shown, removed = _INVISIBLE.subn("", text)
    shown, controls = _CONTROLS.subn("", shown)
    shown = shown.replace("\r\n", BREAK).replace("\r", BREAK).replace("\n", BREAK)
    shown, joined = _INSIDE_NUMBER.subn("", shown)
    shown = _INSIDE_WORD.sub(_joined_word, shown).replace(JOIN, BREAK)
    if BREAK in shown:
        pieces = [piece for piece in _BREAK.split(shown) if piece]
        parts = pieces[:1]
        for before, after in pairwise(pieces):
            glue = _glue(before, after, wraps=wraps)
            joined += not glue and before[-1] != "/" and after[0] != "/"
            parts += (glue, after)
        shown = "".join(parts)
    return shown.strip(" \t\n"), removed + controls, joined


def _joined_word(match: re.Match[str]) -> str:
    """Join the parts of a word if they form one syllable; otherwise a blank was left out at the end of the line."""
    return match[1] + match[2] if is_syllable(match[1] + match[2]) else f"{match[1]} {match[2]}"


def _glue(before: str, after: str, *, wraps: bool) -> str:
    """Return what is between two lines of one passage."""
    if before[-1] == "/" or after[0] == "/" or (_GROUP_OPEN.search(before) and _GROUP.match(after)):
        return ""
    if wraps:
        return " "
    last, first = before[-1], after[0]
    if last in _SENTENCE_END or (last.isdecimal() and first.isdecimal()):
        return "\n"
    return " " if first.islower() or first.isdecimal() or first in "%(" else "\n"


def join_split_number(text: str) -> tuple[str, bool]:
    """Join a number that a narrow cell splits, if the whole cell is this one number: ``28.3⏎45`` is 28.345.

    Both parts must form a number with groups of three digits that the first part alone is not.
    """
    match = _CUT.fullmatch(text)
    whole = "" if match is None else match[1] + match[2]
    return (whole, True) if whole and _WELL_FORMED.fullmatch(whole) else (text, False)
