"""What the columns of a table contain: words for missing values, and cells that a program certainly changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from typing import Final

from attrs import define, field

from aseansc._decimals import EXPONENT_LIMIT, plain
from aseansc.interchange._tables.columns import Column, Form

NULL: Final = "\\N"
"""What databases write for a missing value; a text that begins with a backslash is written with two."""
MISSING: Final = frozenset({"NULL", "null", "NaN", "nan", "NaT", "<NA>", "None", "NA", "N/A", "#N/A", NULL})
"""The words that programs write into empty cells."""
_EXPONENT: Final = re.compile(r"(-?[0-9]{1,60}(?:\.[0-9]{1,60})?)[eE]([+-]?[0-9]{1,2})")
_INT: Final = re.compile(r"(-?[0-9]+)\.0+")
_MIDNIGHT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:\.0+)?)?")
_TOGETHER: Final = 1_000
"""How many rows are looked at together."""


@define
class SeenColumn:
    """What the cells of a column contain.

    Args:
        column: the column.
        is_full: whether it has no empty cell.
        words: the words for a missing value in it.
        has_others: whether it has other cells.
        corrected: the cells that a program certainly changed, and what they were.
    """

    column: Column
    is_full: bool
    words: set[str] = field(factory=set)
    has_others: bool = False
    corrected: dict[str, str] = field(factory=dict)

    def add(self, cells: Iterable[str]) -> None:
        """Look at some cells."""
        texts = {*cells}
        if "" in texts:
            texts.remove("")
            self.is_full = False
        words = texts & MISSING
        self.words |= words
        self.has_others |= len(words) < len(texts)
        correct = _CORRECTIONS.get(self.column.form)
        if correct is not None:
            self.corrected.update((text, after) for text in texts if (after := correct(text)) != text)


class SeenCells:
    """What the cells of a table contain.

    It is collected from a few rows at a time, because they are read in bounded memory.

    Args:
        columns: the columns of the table.
        known: the names of those that the file has, in the order of the cells of its rows.
    """

    def __init__(self, columns: Iterable[Column], known: Collection[str]) -> None:
        every = {column.name: SeenColumn(column, is_full=column.name in known) for column in columns}
        self._every, self._known = [*every.values()], [every[name] for name in known]
        self._waiting: list[tuple[str, ...]] = []

    def add(self, cells: tuple[str, ...]) -> None:
        """Look at the cells of a row."""
        self._waiting.append(cells)
        if len(self._waiting) == _TOGETHER:
            self._look()

    def columns(self) -> list[SeenColumn]:
        """Return what the columns of the table contain, in all rows."""
        self._look()
        return self._every

    def _look(self) -> None:
        for seen, cells in zip(self._known, zip(*self._waiting, strict=True), strict=False):
            seen.add(cells)
        self._waiting.clear()


def _without_exponent(text: str) -> str:
    match = _EXPONENT.fullmatch(text) if "e" in text or "E" in text else None
    return plain(Decimal(text)) if match is not None and abs(int(match[2])) <= EXPONENT_LIMIT else text


def _whole(text: str) -> str:
    if text.isdecimal():
        return text
    plainly = _without_exponent(text)
    match = _INT.fullmatch(plainly) if "." in plainly else None
    return match[1] if match is not None else plainly


def _day(text: str) -> str:
    match = _MIDNIGHT.fullmatch(text)
    return match[1] if match is not None else text


def _truth(text: str) -> str:
    return text.lower() if text.lower() in ("true", "false") else text


_CORRECTIONS: Final[Mapping[Form, Callable[[str], str]]] = {
    Form.DECIMAL: _without_exponent,
    Form.INT: _whole,
    Form.DAY: _day,
    Form.BOOL: _truth,
}
