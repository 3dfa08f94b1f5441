"""Turn the cells of a sheet into a table: limits, merged areas and places."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Final

from aseansc._printable import printable
from aseansc.documents._raw import RawCell, RawTable
from aseansc.errors import DocumentError
from aseansc.interchange.excel import address, quoted
from aseansc.limits import EACH_CELL, require_items

HIDDEN_CELLS: Final = "cells of hidden rows and columns, left out"

_LEAST_AREA: Final = 500_000
_MOST_PER_CELL: Final = 20


def table_of(
    sheet: str, cells: dict[tuple[int, int], RawCell], merged: Iterable[tuple[int, int, int, int]]
) -> RawTable:
    """Return the table of a sheet.

    Args:
        sheet: the name of the sheet.
        cells: the cells with content, by row and column from 1.
        merged: first row, last row, first column and last column of each merged area.

    Raises:
        DocumentError: if the cells are too far apart, or the merged areas are too large.
    """
    sheet = printable(sheet)  # locators have no characters that hide or reorder text
    height = max((row for row, _ in cells), default=0)
    width = max((column for _, column in cells), default=0)
    if height * width > max(_LEAST_AREA, _MOST_PER_CELL * len(cells)):
        raise DocumentError(
            "the cells of the sheet are too far apart",
            where=quoted(sheet),
            got=f"{len(cells)} cells on {height} rows and {width} columns",
            hint="Delete the cells far below and far to the right of the table.",
        )
    _merge(sheet, cells, [(first, min(last, height), left, min(right, width)) for first, last, left, right in merged])
    for (row, column), cell in cells.items():
        cell.locator = address(sheet, row, column - 1)
    return RawTable(quoted(sheet), [cells[place] for place in sorted(cells)])


def _merge(sheet: str, cells: dict[tuple[int, int], RawCell], merged: Iterable[tuple[int, int, int, int]]) -> None:
    """Give cells the size of their merged areas, and remove the cells that they cover."""
    taken: set[tuple[int, int]] = set()
    size = 0
    for first, last, left, right in merged:
        cell = cells.get((first, left))
        if cell is None or (first, left) in taken or last < first or right < left:
            continue
        size += (last - first + 1) * (right - left + 1)
        require_items(size, "places of merged cells", quoted(sheet), each=EACH_CELL, is_whole=False)
        area = {(row, column) for row in range(first, last + 1) for column in range(left, right + 1)}
        if area & taken:
            continue
        taken |= area
        cell.row_span, cell.column_span = last - first + 1, right - left + 1
        for place in area - {(first, left)}:
            cells.pop(place, None)


def without_hidden(table: RawTable, rows: Container[int], columns: Container[int]) -> int:
    """Remove the cells that are wholly in hidden rows or columns, and return how many there were."""
    shown = [cell for cell in table.cells if not _is_hidden(cell, rows, columns)]
    hidden = len(table.cells) - len(shown)
    table.cells = shown
    return hidden


def _is_hidden(cell: RawCell, rows: Container[int], columns: Container[int]) -> bool:
    return all(row in rows for row in range(cell.row, cell.row + cell.row_span)) or all(
        column in columns for column in range(cell.column, cell.column + cell.column_span)
    )
