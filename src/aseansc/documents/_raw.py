"""What the readers of formats return: passages and tables whose letters are still as stored in the file."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Final, TypeAlias

from attrs import define, field

from aseansc.documents._source import PassageKind

Run: TypeAlias = tuple[str, str]
"""Characters as stored, and the name of their font; empty if it is not known."""

BREAK: Final = "\v"
"""A line break inside a passage or cell, as stored in a run."""

JOIN: Final = "\f"
"""The end of a line inside a word, where a narrow cell of a page breaks it."""

_SUPERSCRIPTS: Final = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")


def superscript(text: str) -> str:
    """Return raised digits as superscript characters, so that a note mark never becomes a part of a number."""
    return text.translate(_SUPERSCRIPTS)


@define
class RawPassage:
    """A passage before its letters are converted."""

    kind: PassageKind
    runs: list[Run]
    locator: str
    level: int = 0
    page: int | None = None


@define
class RawCell:
    """A cell before its letters are converted."""

    row: int
    column: int
    runs: list[Run] = field(factory=list[Run])
    row_span: int = 1
    column_span: int = 1
    value: Decimal | None = None
    locator: str = ""


@define
class RawTable:
    """A table before its letters are converted."""

    locator: str
    cells: list[RawCell] = field(factory=list[RawCell])
    page: int | None = None


@define
class RawSource:
    """The content of a file in reading order.

    Args:
        items: passages and tables.
        reading: the name and version of the reading.
        losses: how many of each thing were left out or changed.
        wraps: whether line breaks come from the layout of pages, so that a sentence goes on after each of them.
        title: the title that the file states, if any.
    """

    items: list[RawPassage | RawTable]
    reading: str
    losses: Counter[str] = field(factory=Counter[str])
    wraps: bool = False
    title: str = ""
