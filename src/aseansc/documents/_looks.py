"""What the formatting of a passage says about it, and the losses, for the readers of Word's formats."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve, frozen

from aseansc.documents._raw import Run
from aseansc.documents._source import PassageKind

DEEPEST_TABLE: Final = 10
_LONGEST_HEADING: Final = 150
_NUMBERED: Final = re.compile(r"(?:[IVXLC]+|[A-Z])[.)]\s+\S|(?:PHẦN|CHƯƠNG|PHỤ LỤC|BIỂU)\b")
_HEADING_NAMES: Final = ("heading", "title")
RAISED: Final = 4
"""Half-points from which on a raised run is a superscript."""

DELETED: Final = "passages deleted by tracked changes, left out"
INSERTED: Final = "passages inserted by tracked changes, kept"
DELETED_ROWS: Final = "rows and cells deleted by tracked changes, left out"
HIDDEN: Final = "hidden passages, left out"
PICTURES: Final = "pictures and drawings, not read"
MARGINS: Final = "page headers and footers, not read"
COMMENTS: Final = "comments, not read"
NUMBERS: Final = "list items whose automatic number is not in the text"
TOO_DEEP: Final = "tables nested too deeply, not read"


@frozen
class Look:
    """The formatting of a paragraph or run, as far as the reading depends on it.

    Args:
        font: the name of the font.
        bold: whether it is bold.
        hidden: whether it is not printed.
        raised: whether it is a superscript.
        heading: the level of a heading from 1; 0 for other text.
        listed: the level of a list item from 1; 0 for other text.
    """

    font: str = ""
    bold: bool = False
    hidden: bool = False
    raised: bool = False
    heading: int = 0
    listed: int = 0


def with_name(look: Look, name: str) -> Look:
    """Return formatting with what the name of a style states, such as ``heading 2`` or ``List Bullet``."""
    words = name.casefold()
    if look.heading == 0 and words.startswith(_HEADING_NAMES):
        digits = words.removeprefix("heading").strip()
        look = evolve(look, heading=int(digits) if digits.isdecimal() and len(digits) == 1 else 1)
    if look.listed == 0 and words.startswith("list "):
        look = evolve(look, listed=1)
    return look


def kind_of(runs: list[Run], look: Look) -> tuple[PassageKind, int]:
    """Return the kind and level of a passage, by the style of its paragraph, its numbering or its bold letters."""
    text = "".join(text for text, _ in runs).strip()
    if look.heading:
        return PassageKind.HEADING, look.heading
    if look.listed:
        return PassageKind.LIST_ITEM, look.listed
    is_short = len(text) <= _LONGEST_HEADING and text[-1:] not in tuple(".;:,")
    is_heading = look.bold or _NUMBERED.match(text) or (text.isupper() and len(text) > 3)
    return PassageKind.HEADING if is_short and is_heading else PassageKind.PARAGRAPH, 0
