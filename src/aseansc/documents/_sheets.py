"""Turn the cells of a sheet into a table: limits, merged areas and places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from aseansc.documents._raw import RawCell, RawTable
from aseansc.errors import DocumentError
from aseansc.interchange.excel import address, quoted

MOST_CELLS: Final = 400_000
"""The most cells of a workbook that are read."""

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
        DocumentError: if the cells are too far apart.
    """
    height = max((row for row, _ in cells), default=0)
    width = max((column for _, column in cells), default=0)
    if height * width > max(_LEAST_AREA, _MOST_PER_CELL * len(cells)):
        raise DocumentError(
            "the cells of the sheet are too far apart",
            where=quoted(sheet),
            got=f"{len(cells)} cells on {height} rows and {width} columns",
            hint="Delete the cells far below and far to the right of the table.",
        )
    taken: set[tuple[int, int]] = set()
    for first, last, left, right in merged:
        last, right = min(last, height), min(right, width)
        cell = cells.get((first, left))
        area = {(row, column) for row in range(first, last + 1) for column in range(left, right + 1)}
        if cell is None or area & taken:
            continue
        taken |= area
        cell.row_span, cell.column_span = last - first + 1, right - left + 1
        for place in area - {(first, left)}:
            cells.pop(place, None)
    for (row, column), cell in cells.items():
        cell.locator = address(sheet, row, column - 1)
    return RawTable(quoted(sheet), [cells[place] for place in sorted(cells)])
