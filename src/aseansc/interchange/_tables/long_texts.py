"""Read the strings that are too long for a cell and are in a table of their own, in parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, cast

from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._tables import Locate, Row
from aseansc.interchange._tables.cells import ARROW, Unreadable
from aseansc.interchange._tables.columns import LONG_TEXTS
from aseansc.interchange._tables.locations import cell_problem
from aseansc.limits import require_size

_MOST_SHOWN: Final = 10


class LongTexts:
    """The strings that are too long for a cell, by number."""

    def __init__(self, rows: list[Row], locate: Locate) -> None:
        self._parts: dict[str, dict[str, str]] = {}
        self._first: dict[str, str] = {}
        self._whole: dict[str, str | None] = {}
        self._size = 0
        self._problems: list[AseanscError] = []
        for row in rows:
            number, part, words = (row.cells.get(name, "") for name in ("text", "part", "words"))
            where = locate(LONG_TEXTS, row.number, "")
            unreadable = [cell for cell in (number, part, words) if isinstance(cell, Unreadable)]
            self._problems.extend(cell_problem(cell, where) for cell in unreadable)
            if unreadable:
                continue
            parts = self._parts.setdefault(cast("str", number), {})
            if part in parts:
                self._problems.append(
                    FieldError(
                        "this part of the long text appears twice", where=where, got=part, expected="each part once"
                    )
                )
            parts[cast("str", part)] = cast("str", words)
            self._first.setdefault(cast("str", number), where)

    def named(self, cell: str, where: str) -> str | Unreadable:
        """Return the long text that a cell refers to."""
        number = cell.removeprefix(ARROW).strip()
        parts = self._parts.get(number)
        if parts is None:
            problem = FieldError(
                "unknown long text",
                where=where,
                got=cell,
                expected=f"one of {', '.join(islice(self._parts, _MOST_SHOWN))}" if self._parts else "a string",
                hint=f"If the text itself begins with {ARROW}, write a backslash before it.",
            )
            return Unreadable(problem, located=True)
        if number not in self._whole:
            wanted = [str(part) for part in range(1, len(parts) + 1)]
            self._whole[number] = "".join([parts[part] for part in wanted]) if set(wanted) == set(parts) else None
        text = self._whole[number]
        if text is None:
            problem = FieldError(
                f"parts of the long text {number} are missing",
                where=where,
                got=", ".join(islice(parts, _MOST_SHOWN)),
                expected=f"parts 1 to {len(parts)}, each once",
                hint=f"Add the missing rows to the table {LONG_TEXTS}, or number its parts without gaps.",
            )
            return Unreadable(problem, located=True)
        self._size += len(text)
        require_size(self._size, where, "characters of long texts, each counted for every cell that refers to it")
        return text

    def problems(self) -> Iterator[AseanscError]:
        """Yield the problems of the long texts."""
        yield from self._problems
        for number in self._parts:
            if number not in self._whole:
                yield FieldError(
                    "no cell refers to this long text",
                    where=self._first[number],
                    got=number,
                    expected=f"a cell with {ARROW}{number}",
                    hint="Remove its rows, or write the reference into the cell of the text.",
                )
