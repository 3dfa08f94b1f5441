"""How the numbers of tables are written: with decimal commas, as in Vietnamese, or with decimal points."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, final

from attrs import frozen

from aseansc.documents._column import LEVELS
from aseansc.documents._table_rows import VALUES
from aseansc.documents._title_units import unit_above
from aseansc.units import VND, UnitKind
from aseansc.vietnamese.tables import ColumnRole, groups_thousands, is_english, is_english_alone, read_unit

if TYPE_CHECKING:
    from aseansc.documents._column import Column
    from aseansc.documents._columns import Block
    from aseansc.documents._source import Cell, Table

_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
_MOST_SLIPS: Final = 5
"""The fewest counts with one sign of thousands for each one with the other sign by mistake."""


@final
@frozen
class Signs:
    """How the numbers of a part of a table are written.

    Args:
        english: whether those of each column have decimal points; ``None`` if it is not certain.
        slips: the same by row and column for those with the other sign by mistake: *106,172* beside *105.152*.
    """

    english: Mapping[int, bool | None]
    slips: Mapping[tuple[int, int], bool]

    def of(self, cell: Cell) -> bool | None:
        """Return whether the number of a cell has decimal points; ``None`` if it is not certain."""
        english = self.english[cell.column]
        return None if english is None else self.slips.get((cell.row, cell.column), english)


def signs_of(table: Table, block: Block, blocks: tuple[Block, ...]) -> Signs:
    """Return how the numbers of a part of a table are written.

    Args:
        table: the table.
        block: the part.
        blocks: all its parts.
    """
    english = _signs_of_table(table, blocks)
    columns = {each.number: _signs_of_column(table, block, each, english) for each in block.columns}
    return Signs(columns, _slips(_counts(table, block)))


def _printed(table: Table, block: Block) -> Iterator[str]:
    """Yield the cells of values without a stored number; labels such as *1.1 Lượt khách* do not show decimals."""
    for row in range(block.first, block.last + 1):
        found = (table.at(row, column.number) for column in block.columns if column.role in VALUES)
        yield from (cell.text for cell in found if cell is not None and cell.value is None)


def _signs_of_table(table: Table, blocks: tuple[Block, ...]) -> bool | None:
    """Return whether the numbers of a table have decimal points; ``None`` if it is not certain."""
    texts = tuple(text for block in blocks for text in _printed(table, block))
    counts = [cell for block in blocks for cell in _counts(table, block)]
    slips = _slips(counts)
    found = is_english(texts, counts=tuple(each.text for each in counts if (each.row, each.column) not in slips))
    return True if found is None and any(groups_thousands(_same(table, block)) for block in blocks) else found


def _same(table: Table, block: Block) -> Iterator[list[str]]:
    """Yield the cells that state the same thing: those of a row, and of a column whose head has their unit."""
    levels, rows = [each for each in block.columns if each.role in LEVELS], range(block.first, block.last + 1)
    for measure in dict.fromkeys(each.measure for each in levels):
        numbers = [each.number for each in levels if each.measure == measure]
        yield from (_printed_in(table, [(row, number) for number in numbers]) for row in rows)
    yield from (_printed_in(table, [(row, each.number) for row in rows]) for each in levels if each.unit)


def _printed_in(table: Table, places: list[tuple[int, int]]) -> list[str]:
    """Return the cells without a stored number."""
    cells = (table.at(*place) for place in places)
    return [cell.text for cell in cells if cell is not None and cell.value is None]


def _signs_of_column(table: Table, block: Block, column: Column, english: bool | None) -> bool | None:
    """Return whether the numbers of a column have decimal points: those of the table, or else its own show it."""
    found = (table.at(row, column.number) for row in range(block.first, block.last + 1))
    cells = tuple(cell.text for cell in found if cell is not None and cell.value is None)
    return english if english is not None else is_english_alone(cells)


def _slips(counts: Iterable[Cell]) -> dict[tuple[int, int], bool]:
    """Return whether commas are between the thousands of the few counts with another sign than others of their rows."""
    rows = defaultdict[int, dict[int, str]](dict)
    for cell in counts:
        if (match := _THOUSANDS.fullmatch(cell.text.strip())) is not None:
            rows[cell.row][cell.column] = match[1]
    common = Counter(sign for row in rows.values() for sign in row.values()).most_common()
    if len(common) < 2 or common[0][1] < _MOST_SLIPS * common[1][1]:
        return {}
    usual, other = common[0][0], common[1][0]
    return {
        (at, number): other == ","
        for at, row in rows.items()
        if usual in row.values()
        for number, sign in row.items()
        if sign == other
    }


def _counts(table: Table, block: Block) -> Iterator[Cell]:
    """Yield the cells of levels in whole units, which the head, the row or a line above states: counts, and *đồng*."""
    units = [column.number for column in block.columns if column.role is ColumnRole.UNIT]
    levels = [column for column in block.columns if column.role in LEVELS]
    above = "" if units else unit_above(block, table)
    for row in range(block.first, block.last + 1):
        in_row = next((cell.text for number in units if (cell := table.at(row, number)) is not None), above)
        found = (table.at(row, column.number) for column in levels if _is_whole(column.unit or in_row))
        yield from (cell for cell in found if cell is not None and cell.value is None)


def _is_whole(printed: str) -> bool:
    """Return whether numbers in a unit without a scale have no three decimals: persons, *đồng*, *đồng/kg*."""
    unit = read_unit(printed)
    return unit is not None and unit[1] == 1 and (unit[0].kind is UnitKind.COUNT or unit[0].numerator == VND)
