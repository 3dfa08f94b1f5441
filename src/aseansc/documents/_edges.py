"""Tables of files that state where each cell of a row ends: the columns are those between all edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final, TypeAlias, final

from aseansc.documents._raw import BREAK, RawCell, RawTable, Run

WIDEST: Final = 1000
_SAME_EDGE: Final = 100
"""Twentieths of a point; a cell with a digit and its margins is wider."""

_FAR_LEFT: Final = -(2**31)
"""Where a row begins whose file does not state it."""


class Merge(Enum):
    """How a cell is merged with others."""

    NONE = 0
    FIRST = 1
    """The first of cells below each other."""
    ABOVE = 2
    """A part of the cell above it."""
    BEFORE = 3
    """A part of the cell before it."""


Shape: TypeAlias = tuple[int, Merge]
"""The right edge of a cell, and how it is merged."""


@final
class EdgeTable:
    """A table that is being read, row by row."""

    def __init__(self) -> None:
        self.table = RawTable("")
        self._rows = 0
        self._above: dict[int, RawCell] = {}  # by their left edge, the cells that a cell below may continue
        self._edges: list[tuple[RawCell, int, int]] = []

    def add_row(self, cells: list[list[Run]], shapes: Sequence[Shape], left: int = _FAR_LEFT) -> list[RawCell]:
        """Add a row of cells; return the cell of the table that each is a part of."""
        self._rows += 1
        above, self._above = self._above, {}
        found: list[RawCell] = []
        for runs, (right, merge) in zip(cells, _shapes(cells, shapes, left), strict=False):
            if merge is Merge.ABOVE and left in above:
                cell = self._above[left] = above[left]
                cell.row_span = self._rows + 1 - cell.row
            elif merge is Merge.BEFORE and found:
                cell = found[-1]
                if self._edges[-1][0] is cell:
                    self._edges[-1] = cell, self._edges[-1][1], right
            else:
                cell = RawCell(self._rows, 1, runs)
                self.table.cells.append(cell)
                self._edges.append((cell, left, right))
                if merge is Merge.FIRST:
                    self._above[left] = cell
            found.append(cell)
            left = right
        return found

    def finish(self, locator: str) -> RawTable:
        """Return the table, with the columns of its cells."""
        self.table.locator = locator
        columns = self._columns()
        for cell, left, right in self._edges:
            cell.column = columns[left]
            cell.column_span = max(1, columns[right] - cell.column)
            cell.locator = f"{locator}.r{cell.row}c{cell.column}"
        return self.table

    def _columns(self) -> dict[int, int]:
        """Return the number of the column that begins at each edge.

        Edges that nearly agree are those of one column whose cells were resized by hand, unless a cell is between them.
        """
        narrow = {right for _, left, right in self._edges if right - left <= _SAME_EDGE}
        columns: dict[int, int] = {}
        first = column = 0
        for edge in sorted({edge for _, left, right in self._edges for edge in (left, right)}):
            if not columns or edge - first > _SAME_EDGE or edge in narrow:
                first, column = edge, column + 1
            columns[edge] = column
        return columns


def _shapes(cells: list[list[Run]], shapes: Sequence[Shape], left: int) -> Iterator[Shape]:
    """Yield the shape of each cell; of those without one, only the cells with text are kept."""
    yield from shapes[:WIDEST]
    right = shapes[-1][0] if shapes else left
    for number, runs in enumerate(cells[len(shapes) : WIDEST], 1):
        if not any(text.strip(f" {BREAK}") for text, _ in runs):
            return
        yield right + number, Merge.NONE
