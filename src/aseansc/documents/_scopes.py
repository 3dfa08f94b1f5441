"""The scope of a cell: the unit that its row, its column, a line above it or the title states; and its times.

The nearest statement decides: the cell, its row, a line between the rows, the head of its column, the whole that it is
a part of, and the title. Where two of them disagree, or one may not be meant for the cell, nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations, product
from typing import Final, final

from aseansc._decimals import EXACT, POWERS_OF_TEN
from aseansc.documents._cell_times import CellTimes
from aseansc.documents._column import Column
from aseansc.documents._columns import Block
from aseansc.documents._counts import Counts, differs, differs_in_part, is_counted
from aseansc.documents._places import province_of
from aseansc.documents._row import Known, Row
from aseansc.documents._stated_units import StatedUnits
from aseansc.documents._sums import column_parts, parts_before, parts_of_unstated, wholes_of_rows
from aseansc.units import (
    VND,
    Unit,
    UnitKind,
    hectare,
    household,
    person,
    square_kilometre,
    tonne,
)
from aseansc.vietnamese.tables import (
    ColumnRole,
    carries,
    counted_in,
    has_unsure_unit,
    is_mean,
    is_place,
    is_ratio_label,
    is_share,
    is_whole,
    multiple_in,
    names_measure,
    names_persons,
    names_rest,
    own_unit,
    own_unit_counted,
    plain_label,
    read_unit,
    suits,
    unit_in_brackets,
    unit_in_line,
)

_MOST: Final = {
    VND: POWERS_OF_TEN[16],
    hectare: Decimal(34_000_000),
    square_kilometre: Decimal(340_000),
    tonne: POWERS_OF_TEN[10],
    person: Decimal(110_000_000),
    household: Decimal(30_000_000),
}
"""About the most that the whole country has: its product before 2023, area, freight, population and households."""

_DISTRICTS: Final = 20
"""How many times more the country has at least than any of its districts or communes."""

_MOST_PERCENT: Final = 100


@final
class Scope:
    """What the cells of a part of a table take from the lines around them.

    Args:
        block: the part.
        rows: its rows.
        places: whether the rows are places, whose labels state no units.
        own: the custom units of the document by their codes, to which those of the part are added.
    """

    def __init__(self, block: Block, rows: Sequence[Row], *, places: bool, own: MutableMapping[str, Unit]) -> None:
        self._block = block
        self._rows = rows
        self._places = places
        self.times = CellTimes(block, self.unit)
        """The times of the cells."""
        self._levels = [column for column in block.columns if self._is_level(column)]
        self._stated = StatedUnits(block, rows, self._levels, places=places)
        self.sums = column_parts(block.columns, rows)
        """The numbers of the columns that are parts of a column, by its number."""
        self._before = dict(parts_before(block.columns, rows))
        self._counts = Counts(block, rows, places=places)
        self._wholes = {} if places else wholes_of_rows(rows, block.columns, self._stated.has_unit, self._may_be_whole)
        self._parts = {} if places else parts_of_unstated(rows, block.columns, self._unit_of_row)
        self._apart: dict[int, Known | None] = {} if places else _rows_in_units_apart(rows)
        self._lists: dict[int, Known | None] = {}
        self._others = _others_of_quotients(self._levels)
        self._own = own
        self._lines = {unit for title in block.titles if (unit := unit_in_line(title))}
        self._is_unsure = any(map(has_unsure_unit, block.titles))
        self._doubtful = set(self._too_large(rows))

    def _unit_of_row(self, row: Row) -> str:
        """Return the unit that the unit column or the label of a row states, as printed."""
        return (row.printed if row.has_own_unit else "") or unit_in_brackets(row.own)

    def _may_be_whole(self, row: Row) -> bool:
        """Return whether a row has a unit for its parts: one that is stated, or that of the things that it names."""
        return self._stated.has_unit(row) or is_counted(row.own)

    def _too_large(self, rows: Sequence[Row]) -> Iterator[tuple[int, str, str]]:
        """Yield what states the unit of numbers that are larger than any of the country, so that it is doubtful."""
        for row, column in product(rows, self._levels):
            known, number = self._known(row, column), row.numbers.get(column.number)
            is_carried = (
                known is not None and known[0] == person and carries(f"{row.printed} {row.label} {column.header}")
            )
            most = None if known is None or is_carried else _MOST.get(known[0])
            is_small = bool(row.place) and is_place(row.place) and not province_of(row.place)
            if (
                known is not None
                and number is not None
                and most is not None
                and EXACT.multiply(number[0], known[1]) > (EXACT.divide(most, _DISTRICTS) if is_small else most)
            ):
                yield self._stated_by(row, column)

    def _is_level(self, column: Column) -> bool:
        return column.role in (ColumnRole.ACTUAL, ColumnRole.TARGET) and not column.head.compared

    def unit(self, row: Row, column: Column) -> Known | None:
        """Return the unit of a cell, or that of the total that it is a part of; ``None`` if it is not certain."""
        return None if self._stated_by(row, column) in self._doubtful else self._known(row, column)

    def _stated_by(self, row: Row, column: Column) -> tuple[int, str, str]:
        """Return what states the unit of a cell: its row, or the measure of its column and the unit of head or line."""
        of_row = row.has_own_unit or (not self._places and bool(unit_in_brackets(row.own)))
        return (
            (row.number, "", "")
            if of_row
            else (0, column.measure, row.units.get(column.number) or column.unit or row.printed)
        )

    def _known(self, row: Row, column: Column) -> Known | None:
        if row.number in self._apart:
            return self._apart[row.number]
        known = self._stated.of(row, column)
        whole = self._wholes.get(row.number)
        if known is None and whole is not None:
            known = self._of_whole(row, whole, column)
        if known is None:
            known = self._of_total(row, column)
        if known is None:
            counted = self._counts.unit(row, column) if whole is None and not row.has_several else None
            known = self._of_column_before(row, column, counted) if column.number in self._before else counted
        if known is None:
            known = self._of_part(row, column) or self._of_list(row, column)
        return known or self._of_quotient(row, column) or self._of_noun(row, column)

    def _of_noun(self, row: Row, column: Column) -> Known | None:
        """Return a custom unit for the noun of a unit column, a head or a label: *Số văn bản đã ban hành*.

        A head that only names the things may be that of their numbers in a list: *Số quyết định*.
        """
        number = row.numbers.get(column.number)
        is_whole = number is None or number[0] == number[0].to_integral_value()
        if not is_whole or row.has_several or column.is_disputed or column.head.compared or column.unit:
            return None
        found = own_unit(row.printed) if row.has_own_unit and row.printed else self._named_unit(row, column)
        if found is None or any(
            each(label) for each in (is_ratio_label, is_mean) for label in (row.own, column.measure)
        ):
            return None
        unit = self._own.setdefault(found.code, found)
        return (unit, Decimal(1)) if unit.vi == found.vi else None

    def _named_unit(self, row: Row, column: Column) -> Unit | None:
        """Return a custom unit for what a head or a label counts, if no line above may state another unit."""
        if row.printed or row.band or self._lines or self._is_unsure:
            return None
        by_column = names_measure(column.measure)
        counted = own_unit_counted(column.measure if by_column else "" if self._places else row.own)
        may_number = by_column and not self._places and row.time is None
        return None if counted is None or (may_number and not counted[1]) else counted[0]

    def _of_quotient(self, row: Row, column: Column) -> Known | None:
        """Return the unit of the part or the whole with which a column has a percentage: *Dân số*, *Có thẻ*, *%*."""
        other = self._others.get(column.number)
        known = None if other is None else self._stated.of(row, other) or self._counts.unit(row, other)
        return None if known is not None and differs(column.measure, known[0]) else known

    def _of_list(self, row: Row, column: Column) -> Known | None:
        """Return what all rows but the rest count that add up to *Tổng*, for this and the rest: *Bác sĩ*, *Khác*."""
        if column.number not in self._lists:
            rows = [each for each in self._rows if column.number in each.numbers]
            self._lists[column.number] = None if self._places else self._counted_in_list(rows, column)
        return (
            None if row.printed or row.band or column.unit or self._stated.has_unit(row) else self._lists[column.number]
        )

    def _counted_in_list(self, rows: Sequence[Row], column: Column) -> Known | None:
        """Return the only unit that labels of rows name which add up to the last or the first one, their total."""
        at = next((at for at in (-1, 0) if rows and is_whole(rows[at].own)), None)
        if at is None:
            return None
        parts = [each for each in rows if each is not rows[at]]
        units = [self._counts.unit(each, column) for each in parts if not names_rest(each.own)]
        numbers = [Fraction(each.numbers[column.number][0]) for each in parts]
        is_sum = sum(numbers) == Fraction(rows[at].numbers[column.number][0])
        return units[0] if is_sum and len(units) > 1 == len(set(units)) else None

    def _of_whole(self, row: Row, whole: Row, column: Column) -> Known | None:
        """Return the unit of the row that a row is a part of, if its own label does not state something else."""
        if is_ratio_label(row.own):
            return None
        known = self._stated.of(whole, column) or self._counts.unit(whole, column)
        other = known is not None and (suits(row.own, known[0]) is False or differs(row.own, known[0]))
        return None if other else known

    def _of_part(self, row: Row, column: Column) -> Known | None:
        """Return the unit of the parts that add up to a row, if its own label does not state something else."""
        part = self._parts.get(row.number)
        known = None if part is None else self._stated.of(part, column)
        counted = counted_in(row.own)
        is_other = known is not None and (suits(row.own, known[0]) is False or counted not in (None, known))
        return None if is_other else known

    def _of_total(self, row: Row, column: Column) -> Known | None:
        """Return the unit of the column that a column is a part of."""
        totals = {each for each, lists in self.sums.items() if any(column.number in parts for parts in lists)}
        listed = self._block.columns if totals else ()
        total = next((each for each in listed if each.number in totals), self._of_persons(column))
        if total is None or is_ratio_label(column.measure):
            return None
        return self._stated.of(row, total) or self._counts.unit(row, total)

    def _of_persons(self, column: Column) -> Column | None:
        """Return the column of persons just before *Nam* and *Nữ*, if no number of these is larger than its own."""
        if not names_persons(column.measure):
            return None
        before = [
            each
            for each in self._levels
            if each.number < column.number and not names_persons(each.measure) and not is_share(each.unit)
        ]
        unit = read_unit(before[-1].unit) if before else None
        whole = before[-1] if unit is not None and unit[0] == person else None
        pairs = [] if whole is None else _pairs(self._rows, column, whole)
        is_part = bool(pairs) and all(part <= total for part, total in pairs)
        return whole if is_part and any(part > _MOST_PERCENT for part, _ in pairs) else None

    def _of_column_before(self, row: Row, column: Column, counted: Known | None) -> Known | None:
        """Return the unit of *Trong đó: nữ*: that of what it counts, or that of the column before it if it can have it.

        *Trong đó: hộ nghèo* beside money may be households, or money for these.
        """
        label = plain_label(column.header)
        whole = self._stated.of(row, self._before[column.number])
        if counted is not None or whole is None:
            return None if whole is not None and whole[0].kind is not UnitKind.COUNT else counted
        if is_ratio_label(label) or suits(label, whole[0]) is False or differs_in_part(label, whole[0]):
            return None
        return None if self._may_be_shares(column, whole) else whole

    def _may_be_shares(self, column: Column, unit: Known) -> bool:
        """Return whether the numbers of a part may be percentages: counts with decimals, or all up to 100."""
        known = _pairs(self._rows, column, self._before[column.number])
        if unit[0].kind is UnitKind.COUNT and unit[1] == 1 and any(part % 1 for part, _ in known):
            return True
        return all(part <= _MOST_PERCENT for part, _ in known) and any(total > _MOST_PERCENT for _, total in known)


def _others_of_quotients(levels: Sequence[Column]) -> dict[int, Column]:
    """Return for the numbers of parts and of wholes the whole or the part with which a column has its percentage."""
    numbered = {each.number: each for each in levels}
    pairs = [pair for each in levels if each.level and each.base for pair in permutations((each.level, each.base))]
    return {one: numbered[other] for one, other in reversed(pairs) if other in numbered}  # the first one counts


def _pairs(rows: Sequence[Row], part: Column, whole: Column) -> list[tuple[Decimal, Decimal]]:
    """Return the numbers of two columns in the rows that have both."""
    pairs = ((row.numbers.get(part.number), row.numbers.get(whole.number)) for row in rows)
    return [(first[0], second[0]) for first, second in pairs if first is not None and second is not None]


def _rows_in_units_apart(rows: Sequence[Row]) -> dict[int, Known | None]:
    """Return the units of rows whose labels state one of several meanings, and of those below as they stood above.

    Thành thị 1.494 and Nông thôn 783 are in nghìn đồng; below *Chênh lệch (lần)*, they are ratios.
    """
    found, seen = dict[int, Known | None](), set[str]()
    unit, is_below = None, False
    for row in rows:
        name, is_unsure = row.own.casefold(), has_unsure_unit(row.own)
        is_below = not row.has_own_unit and (is_unsure or (is_below and name in seen))
        unit = multiple_in(row.own) if is_unsure else unit
        if is_below:
            found[row.number] = unit
        seen.add(name)
    return found
