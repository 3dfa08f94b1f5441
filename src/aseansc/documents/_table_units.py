"""The unit of a cell: of its row, its column, or a line above the table."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, final

from aseansc.documents._columns import Block, Column
from aseansc.documents._table_rows import Known, Row
from aseansc.units import Unit, UnitKind, index_point, percent, percentage_point
from aseansc.vietnamese.tables import (
    ColumnRole,
    animal_unit,
    band_of,
    changes_rate,
    counted_in,
    is_mean,
    is_rate,
    is_ratio_label,
    is_unit,
    read_unit,
    suits,
    unit_in_brackets,
    unit_in_line,
)

_TURNS: Final = ("lượt người", "lượt hộ")


@final
class UnitReader:
    """Finds the units of the cells of a part of a table.

    Args:
        block: the part.
    """

    def __init__(self, block: Block) -> None:
        self._block = block
        lines = [unit for title in block.titles if (unit := _in_line(title))]
        self.in_titles = lines[-1] if lines else ""
        """The unit in the line above that states it, as printed."""
        units = [found for title in block.titles if (found := _in_brackets(title)) is not None]
        self._bracketed = units[-1] if units else None
        self._mixed = len({column.unit for column in block.columns if self._is_level(column)}) > 1
        self._has_measures = len({column.measure for column in block.columns if self._is_level(column)}) > 1
        self._has_units = any(column.role is ColumnRole.UNIT for column in block.columns)

    def _is_level(self, column: Column) -> bool:
        return column.role in (ColumnRole.ACTUAL, ColumnRole.TARGET) and not column.head.compared

    def unit_of(self, row: Row, column: Column, *, place: bool) -> Known | None:
        """Return the unit of a cell, or ``None`` if it is not stated or not certain.

        Args:
            row: its row.
            column: its column.
            place: whether the rows are places, whose labels state no units.
        """
        number = row.numbers.get(column.number)
        if number is not None and number[2] and not column.head.compared:
            return percent, Decimal(1)
        found = self._stated(row, column, place=place)
        if found is not None and found[0].kind is UnitKind.SHARE and changes_rate(row.own):
            return None  # percent, or percentage points
        is_counted = found is not None and found[0].kind is UnitKind.COUNT and found[1] == 1
        is_whole = number is None or number[0] == number[0].to_integral_value() or self._is_mean(row, column)
        return found if is_whole or not is_counted else None  # a mean, or the unit of something else

    def _is_mean(self, row: Row, column: Column) -> bool:
        """Return whether a count may have decimals."""
        return any(map(is_mean, (row.label, row.band, column.measure, *self._block.titles)))

    def has_unit(self, row: Row) -> bool:
        """Return whether the label or the unit column of a row states its unit, or what it counts."""
        label = row.own
        return bool(row.has_own_unit or unit_in_brackets(label)) or counted_in(label) is not None

    def _stated(self, row: Row, column: Column, *, place: bool) -> Known | None:
        of_row = self._of_row(row, place=place)
        if column.unit and not column.head.compared:
            return _below_line(row, column, of_row) if row.is_between else self._of_column(column, of_row)
        if row.has_own_unit:
            return of_row if self._may_have(column, of_row) else None
        if of_row is None:
            return self._of_label(row, column, place=place)
        named = column.measure or ("" if place else row.own)
        suited = suits(named, of_row[0])
        may_differ = suited is None and bool(column.measure) and self._is_not_of_all(of_row[0])
        return None if suited is False or may_differ else of_row

    def _is_not_of_all(self, unit: Unit) -> bool:
        """Return whether the unit in a line above cannot be that of some columns, which state no other one."""
        levels = [column for column in self._block.columns if self._is_level(column) and not column.unit]
        return any(suits(column.measure, unit) is False for column in levels)

    def _may_have(self, column: Column, unit: Known | None) -> bool:
        """Return whether the unit column of a row is that of a column; if some heads have units, only if it suits."""
        if unit is None or not column.measure:
            return True
        suited = suits(column.measure, unit[0])
        return bool(suited) if self._mixed and self._has_units else suited is not False

    def _of_column(self, column: Column, of_row: Known | None) -> Known | None:
        """Return the unit in a head; ``None`` if the row has another one, and the head names nothing else."""
        found = read_unit(column.unit)
        if found is not None and of_row is not None and found != of_row and not column.measure:
            return None
        return found

    def _of_row(self, row: Row, *, place: bool) -> Known | None:
        """Return the unit in the unit column of a row, in its label, or in the line above."""
        label = "" if place else row.own
        if row.has_own_unit:
            return _of_unit_column(row, label)
        bracketed = unit_in_brackets(label)
        if bracketed:
            return read_unit(bracketed)
        found = read_unit(row.printed) if row.printed else None
        states_ratio = is_ratio_label(label) or is_rate(label)
        return None if states_ratio and found is not None and found[0].kind is not UnitKind.SHARE else found

    def _of_label(self, row: Row, column: Column, *, place: bool) -> Known | None:
        """Return the unit of what a label or head counts, or of the title."""
        if row.printed or is_ratio_label(column.measure or row.own):
            return None
        named = column.measure or ("" if place else row.own)
        counted = counted_in(named)
        title = self._bracketed
        if title is not None:
            suited = suits(named, title[0])
            may_differ = suited is None and self._has_measures and title[0].kind is not UnitKind.COUNT
            return None if may_differ or suited is False or (counted or title)[0] != title[0] else title
        return counted


def _below_line(row: Row, column: Column, of_row: Known | None) -> Known | None:
    """Return the unit below a line between the rows: that of the head, unless the line has another one."""
    if band_of(row.band) is not None or unit_in_brackets(row.band):
        return of_row
    found = read_unit(column.unit)
    return found if of_row is None or found == of_row else None


def _in_line(title: str) -> str:
    """Return the unit that a line above a table states, as printed."""
    unit = unit_in_line(title)
    return unit if unit and read_unit(unit) is not None else title if is_unit(title) else ""


def _in_brackets(title: str) -> Known | None:
    """Return the unit in brackets at the end of a title: *(nghìn ha)*, or *(số lượng dự án)*."""
    unit = unit_in_brackets(title)
    return read_unit(unit) if unit else counted_in(title.rpartition("(")[2]) if title.rstrip().endswith(")") else None


def _of_unit_column(row: Row, label: str) -> Known | None:
    printed = row.printed
    if is_rate(label) and "/" not in printed:
        return None
    for turns in _TURNS:
        if printed.casefold().endswith("lượt") and turns in label.casefold():
            printed = f"{printed.casefold().removesuffix('lượt')}{turns}"
    if not printed:
        bracketed = unit_in_brackets(label)
        return read_unit(bracketed) if bracketed else None
    found = read_unit(printed) or animal_unit(printed, row.label)
    if found == (index_point, Decimal(1)) and (is_ratio_label(label) or changes_rate(label)):
        return percentage_point, Decimal(1)
    return found
