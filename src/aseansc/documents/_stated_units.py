"""The units that are stated for a cell: in the cell, its row, a line between rows, its head, and the title.

The nearest statement decides. Where two of them disagree, or one may not be meant for the cell, nothing is decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Final, final

from aseansc.documents._column import Column
from aseansc.documents._columns import Block
from aseansc.documents._row import Known, Row
from aseansc.documents._title_units import are_whole_amounts, has_groups, scaled_above, unit_of_measure, unit_of_titles
from aseansc.units import (
    Unit,
    UnitKind,
    hectare,
    household,
    household_turn,
    index_point,
    month,
    per_mille,
    per_mille_point,
    percent,
    percentage_point,
    person,
    person_turn,
    tonne,
)
from aseansc.vietnamese.tables import (
    ColumnRole,
    animal_unit,
    band_of,
    carries,
    changes_rate,
    counted_alone,
    counted_in,
    is_any_value,
    is_mean,
    is_price,
    is_rate,
    is_ratio_label,
    is_share,
    is_short_for,
    is_unit_alone,
    is_unsure_short,
    may_be_pieces,
    may_name_things,
    measures_alone,
    multiple_in,
    named_count,
    names_amount,
    names_measure,
    names_population,
    names_ratio,
    rate_in,
    read_unit,
    read_unit_of,
    suits,
    unit_in_brackets,
    unit_of_mean,
    units_in_list,
)

_PEOPLE: Final = (person, person_turn)
_MOST_COMPARED: Final = 12
"""Columns of a measure with which the numbers of another one are compared."""
_MOST_APART: Final = 20
"""How many times larger the numbers of a measure may be in one column than in another one with the same unit."""


@final
class StatedUnits:
    """The units that lines around the cells of a part of a table state.

    Args:
        block: the part.
        rows: its rows.
        places: whether the rows are places, whose labels state no units.
        levels: the columns of levels.
    """

    def __init__(self, block: Block, rows: Sequence[Row], levels: Sequence[Column], *, places: bool) -> None:
        self._block = block
        self._rows = rows
        self._places = places
        self._levels = levels
        self._bracketed = None if has_groups(block) else unit_of_titles(block.titles)
        self._names_ratio = any(map(names_ratio, block.titles))
        self._names_price = any(map(is_price, block.titles))
        self._names_amounts = any(map(names_amount, block.titles)) and not self._names_ratio
        self._mixed = len({column.unit for column in levels}) > 1
        self._has_measures = len({each.measure for each in levels if names_measure(each.measure)}) > 1
        self._has_units = any(column.role is ColumnRole.UNIT for column in block.columns)
        self._counts_in_scale = any(map(_counts_in_scale, rows))
        stated = list(self._stated_in_heads())
        self._same = {column.measure: unit for column, unit in stated}
        self._stated_numbers: defaultdict[str, list[int]] = defaultdict(list)
        for column, _ in stated:
            self._stated_numbers[column.measure].append(column.number)
        self._not_of_all: dict[Unit, bool] = {}
        self._alike = {column.number for column in block.columns if self._is_alike(column, rows)}

    def _stated_in_heads(self) -> Iterator[tuple[Column, Known]]:
        """Yield the columns with a measure whose heads state units, in another group of columns perhaps."""
        for column in self._levels:
            unit = read_unit(column.unit)
            if unit is not None and column.measure:
                yield column, unit

    def _is_alike(self, column: Column, rows: Sequence[Row]) -> bool:
        """Return whether the numbers of a column are about as large as those of the same measure with a unit."""
        stated = self._stated_numbers.get(column.measure, [])[:_MOST_COMPARED]
        sizes = [
            abs(Fraction(row.numbers[column.number][0]) / Fraction(row.numbers[other][0]))
            for row in rows
            for other in stated
            if column.number in row.numbers and other in row.numbers and row.numbers[other][0]
        ]
        return bool(sizes) and 1 <= median(sizes) * _MOST_APART <= _MOST_APART**2

    def of(self, row: Row, column: Column) -> Known | None:
        """Return the unit of a cell, or ``None`` if it is not stated or not certain."""
        number = row.numbers.get(column.number)
        in_cell = None if number is None or column.head.compared else number[2]
        if in_cell is not None and in_cell[0] == percent:
            return in_cell
        found = in_cell or (None if row.has_several or column.is_disputed else self._stated(row, column))
        if found is not None and found[0].numerator.kind is UnitKind.SHARE and changes_rate(row.own):
            return _of_change(found)
        found = self._of_mean(row, column, found)
        if found is not None and found[0].denominators == (month,) and self._is_mean(row, column):
            return None  # perhaps also per person
        if found is not None and self._counts_otherwise(row, column, found):
            return None
        is_counted = found is not None and found[0].kind is UnitKind.COUNT and found[1] == 1
        is_whole = number is None or number[0] == number[0].to_integral_value() or self._is_mean(row, column)
        return found if is_whole or not is_counted else None  # a mean, or the unit of something else

    def _may_be_growth(self, unit: Unit, row: Row, column: Column) -> bool:
        """Return whether percent above a table is that of the growth, or of shares, of an amount that a title names."""
        return unit == percent and self._names_amounts and self._is_from_above(row, column)

    def _is_from_above(self, row: Row, column: Column) -> bool:
        """Return whether the unit of a cell is that of a line above the table, of which the title names the measure."""
        states_own = row.has_own_unit or row.is_between or bool(row.band or column.unit or unit_in_brackets(row.own))
        return not states_own and not any(map(is_ratio_label, (row.own, column.measure)))

    def _counts_otherwise(self, row: Row, column: Column, known: Known) -> bool:
        """Return whether a title counts people and the line above things, or the other way round.

        So the unit of *Số lao động công nghiệp* above *Đơn vị: cơ sở* is in doubt; not that of what a head counts.
        """
        if row.has_own_unit or column.unit or known == _counted_by(column):
            return False
        unit = known[0]
        counted = [found for title in self._block.titles if (found := counted_alone(title)) is not None]
        return unit.kind is UnitKind.COUNT and any((each in _PEOPLE) != (unit in _PEOPLE) for each, _ in counted)

    def _of_mean(self, row: Row, column: Column, found: Known | None) -> Known | None:
        """Return a unit with what a mean is divided by, which its label, or the title of places and times, names."""
        if found is None or self._may_be_growth(found[0], row, column):
            return None
        has_label = not self._places and row.time is None
        is_own = (has_label and not self._is_from_above(row, column)) or names_measure(column.measure)
        above = () if is_own else self._block.titles
        unit = unit_of_mean(found[0], *([row.own] * has_label), column.header, row.band, *above)
        return None if unit is None else (unit, found[1])

    def _is_mean(self, row: Row, column: Column) -> bool:
        """Return whether a count may have decimals."""
        return any(map(is_mean, (row.label, row.band, column.measure, *self._block.titles)))

    def has_unit(self, row: Row) -> bool:
        """Return whether the label or the unit column of a row states its unit, or what it counts."""
        label = row.own
        has_own = row.has_own_unit and bool(row.printed)  # an empty cell may repeat the unit of the row above
        return has_own or bool(unit_in_brackets(label)) or counted_in(label) is not None

    def _stated(self, row: Row, column: Column) -> Known | None:
        of_section = row.units.get(column.number)
        found = self._read(of_section, column.measure, row.own) if of_section else None
        if of_section and not column.head.compared and not self._states_other(row, found):
            return found
        return self._stated_beside(row, column)

    def _states_other(self, row: Row, of_section: Known | None) -> bool:
        """Return whether a row states a unit of its own, or names what cannot have the unit of its section."""
        if (row.has_own_unit and row.printed) or unit_in_brackets(row.own):
            return True
        counted = counted_in(row.own)
        if of_section is None or (counted is not None and counted[0] == of_section[0]):
            return False  # *Số người làm việc* below *Nghìn người* are thousands
        is_ratio = is_ratio_label(row.own) or is_rate(row.own)
        is_other_ratio = is_ratio and of_section[0].numerator.kind is not UnitKind.SHARE
        return is_other_ratio or counted is not None or suits(row.own, of_section[0]) is False

    def _stated_beside(self, row: Row, column: Column) -> Known | None:
        """Return the unit that a head, a row or a line above states for a cell."""
        of_row = self._of_row(row, column)
        if self._names_things(column, of_row):
            return (
                of_row if of_row is not None and not column.states_unit and suits(column.measure, of_row[0]) else None
            )
        if column.unit and not column.head.compared:
            return _below_line(row, column, of_row) if row.is_between else self._of_column(row, column, of_row)
        if row.has_own_unit:
            return of_row if self._may_have(column, row, of_row) else None
        return self._of_label(row, column) if of_row is None else self._of_line(row, column, of_row)

    def _of_line(self, row: Row, column: Column, of_row: Known) -> Known | None:
        """Return the unit of a row or a line above, unless the head or label of a cell names something else."""
        if band_of(row.band) is not None and not column.measure:
            return of_row
        named = _named_by(row, column, place=self._places)
        counted = counted_in(named)
        if counted is not None and of_row[0].kind is UnitKind.COUNT and not _are_same_things(counted[0], of_row[0]):
            return None  # *Số lớp* below *ĐVT: người*
        suited = None if of_row == rate_in(named) else suits(named, of_row[0])
        if counted is not None and _cannot_count(of_row[0]) and suited is not True:
            return counted  # *Số hộ* below *ĐVT: triệu đồng*
        is_open = suited is None and bool(column.measure) and not units_in_list(row.printed)
        may_differ = is_open and self._is_not_of_all(of_row[0])
        return None if may_differ or suited is False else of_row

    def _names_things(self, column: Column, above: Known | None) -> bool:
        """Return whether a noun in a head only names things and is not the unit: *Xã* below *Ngân sách*, *Vốn (hộ)*.

        *Hộ* below *ĐVT: ha* may name who has an area, and *Hộ nghèo* below *Số học sinh* where these live; *Hộ* below
        *Hộ nghèo* is the unit.
        """
        found = self._read(column.unit, column.measure) if may_name_things(column.unit) else None
        if found is None or column.head.compared or names_population(column.unit):
            return False
        named, counted = named_count(column.measure), counted_in(column.measure)
        titles = map(counted_alone, self._block.titles)
        stated = [each[0] for each in (above, self._bracketed, counted, *titles) if each is not None]
        is_counted = found[0] in (named and named[0], counted and counted[0])
        is_other = not is_counted and not all(_are_same_things(unit, found[0]) for unit in stated)
        return suits(column.measure, found[0]) is False or (not column.states_unit and is_other)

    def _is_not_of_all(self, unit: Unit) -> bool:
        """Return whether the unit in a line above cannot be that of some columns, which state no other one."""
        if unit not in self._not_of_all:
            open_columns = (column for column in self._levels if not column.unit)
            self._not_of_all[unit] = any(suits(column.measure, unit) is False for column in open_columns)
        return self._not_of_all[unit]

    def _are_prices(self, column: Column, unit: Unit) -> bool:
        """Return whether a column states prices in money that are for one unit of what its rows name."""
        is_price_alone = unit.kind is UnitKind.MONEY and not unit.denominators
        return is_price_alone and (
            is_price(column.measure) or (self._names_price and not names_measure(column.measure))
        )

    def _is_of_sold(self, column: Column, row: Row, unit: Unit) -> bool:
        """Return whether a unit below the title of prices may be that of what is sold."""
        names_other = names_measure(column.measure) or suits(row.own, unit) or counted_in(row.own) is not None
        return self._names_price and unit.numerator.kind not in (UnitKind.MONEY, UnitKind.SHARE) and not names_other

    def _may_have(self, column: Column, row: Row, unit: Known | None) -> bool:
        """Return whether the unit column of a row is that of a column; if some heads have units, only if it suits.

        The unit *kg* below the title of prices is that of what is sold, and *ha* beside *Sản lượng* is a slip.
        """
        if unit is not None and (self._is_of_sold(column, row, unit[0]) or _is_slip(row, unit[0])):
            return False
        is_any = self._has_units and is_any_value(column.measure)
        if unit is None or not names_measure(column.measure) or is_any:
            return True
        suited = suits(column.measure, unit[0])
        return bool(suited) if self._mixed and self._has_units else suited is not False

    def _of_column(self, row: Row, column: Column, of_row: Known | None) -> Known | None:
        """Return the unit in a head; ``None`` if the row has another one, and the head names nothing else.

        A price in *đồng* beside the unit *kg* is in *đồng/kg*.
        """
        found = self._read(column.unit, column.measure)
        if found is not None and row.has_own_unit and row.printed and self._are_prices(column, found[0]):
            is_divided = of_row is not None and of_row[1] == 1 and not of_row[0].denominators
            return (found[0] / of_row[0], found[1]) if of_row is not None and is_divided else None
        if found is not None and of_row is not None and found != of_row and not column.measure:
            return None
        if found is None or row.has_own_unit:
            return found
        return self._beside_line(column, found, of_row, row.printed)

    def _beside_line(self, column: Column, found: Known, above: Known | None, line: str) -> Known | None:
        """Return the unit in a head, or that of a line above: *USD* below *triệu USD* or *%/năm*."""
        is_rate = _is_share(above) and found[0].kind is UnitKind.MONEY
        other = above if is_rate else scaled_above(line, found)
        if other is None:
            return found
        if not column.states_unit:
            return other
        numbers = [each.numbers[column.number][0] for each in self._rows if column.number in each.numbers]
        return found if not is_rate and are_whole_amounts(numbers) else None

    def _of_list(self, row: Row, column: Column) -> Known | None:
        """Return the only one of several units in a line that suits the measure of a column: *Lượng*, *Trị giá*.

        A label that names what it counts has that unit: *Số hộ nghèo* below *Hộ, người*. Percent in *Triệu đồng, %* is
        that of the columns that compare levels, if there are some.
        """
        listed = units_in_list(row.printed)
        units = [found for unit in listed if (found := self._read(unit, row.own, row.label)) is not None]
        counted = counted_in(column.measure or ("" if self._places else row.own))
        if counted is not None:
            return _in_list(counted, units)
        others = [unit for unit in units if unit[0] != percent]
        if len(others) == 1 and any(map(_has_ratios, self._block.columns)):
            return others[0] if not is_ratio_label(column.measure or row.own) else _in_percent(column, units)
        suiting = [unit for unit in units if suits(column.measure, unit[0])]
        is_certain = len(suiting) == 1 and len(units) == len(listed)
        return suiting[0] if is_certain and not _may_be_pieces(row, suiting[0]) else None

    def _of_row(self, row: Row, column: Column) -> Known | None:
        """Return the unit in the unit column of a row, in its label, or in the line above."""
        label = "" if self._places else row.own
        if row.has_own_unit:
            return self._of_unit_column(row, label)
        bracketed = unit_in_brackets(label)
        if bracketed and not (is_share(row.printed) and band_of(row.band) is not None):
            return self._of_brackets(row, bracketed)
        if units_in_list(row.printed):
            return self._of_list(row, column)
        found = self._read(row.printed, row.own, row.label, row.band, column.measure) if row.printed else None
        if row.is_between and self._bracketed is not None and not is_unit_alone(row.printed):
            return None  # *Học sinh* below *Chi ngân sách (triệu đồng)*
        states_ratio = is_ratio_label(label) or is_rate(label)
        return None if states_ratio and found is not None and found[0].kind is not UnitKind.SHARE else found

    def _of_brackets(self, row: Row, printed: str) -> Known | None:
        """Return the unit in brackets behind a label; ``None`` if it may only name things: *Thu nhập (hộ)*."""
        if is_rate(row.own) and "/" not in printed:
            return _of_rate(printed, row.own)
        found = self._read(printed, row.own, row.label)
        names_things = found is not None and may_name_things(printed) and suits(row.own, found[0]) is False
        return None if names_things else found

    def _of_unit_column(self, row: Row, label: str) -> Known | None:
        printed = row.printed
        if not printed:
            return self._of_empty_unit(row, label)
        if is_rate(label) and "/" not in printed:
            return _of_rate(printed, label)
        found = self._read(printed, row.own, row.label, row.repeated)
        if found is None:
            found = counted_in(label) if is_short_for(printed, label) else multiple_in(f"{label} ({printed})")
        if found == (index_point, Decimal(1)) and (is_ratio_label(label) or changes_rate(label)):
            return percentage_point, Decimal(1)
        return found

    def _of_empty_unit(self, row: Row, label: str) -> Known | None:
        """Return the unit in the label of a row whose unit column is empty: in brackets, or what it counts.

        An empty cell may also repeat the unit above, which is not certain to be only that of things if it has a scale.
        """
        bracketed = unit_in_brackets(label)
        if bracketed:
            return self._read(bracketed, row.own, row.label)
        rate = rate_in(label)
        return rate or (None if is_rate(label) or self._counts_in_scale else counted_in(label))

    def _read(self, printed: str, *labels: str) -> Known | None:
        """Return the unit that is printed for labels, the nearest first, which the titles complete."""
        titles = " ".join(self._block.titles)
        if is_unsure_short(printed) and not carries(" ".join((*labels, titles))):
            return None
        return read_unit_of(printed, *labels, titles) or animal_unit(printed, " ".join((*labels, titles)))

    def _of_label(self, row: Row, column: Column) -> Known | None:
        """Return the unit of what a label or head counts, or of the title; not that of *Số bạn đọc (lượt)*."""
        if not (column.measure or self._places) and unit_in_brackets(row.own):
            return None
        return self._of_counted(row, column)

    def _of_counted(self, row: Row, column: Column) -> Known | None:
        rate = None if row.printed or self._places else rate_in(column.measure or row.own)
        if row.printed or rate is not None or is_ratio_label(column.measure or row.own) or is_rate(row.label):
            return rate
        if column.measure in self._same:
            return self._same[column.measure] if column.number in self._alike else None
        named = _named_by(row, column, place=self._places)
        counted = counted_in(named, *self._block.titles) or (_counted_by(column) if named == column.measure else None)
        title = unit_of_measure(self._block.titles, named) or self._bracketed
        if title is None or (counted is not None and _cannot_count(title[0])):
            return counted
        return self._of_title(named, title) if counted is None or counted[0] == title[0] else None

    def _of_title(self, named: str, unit: Known) -> Known | None:
        """Return the unit of a title, if it may be that of a label or head."""
        suited = suits(named, unit[0])
        is_of_all = unit[0].kind is UnitKind.COUNT or (unit[0] == percent and self._names_ratio)
        if named_count(named) is None and any(measures_alone(title, unit[0]) for title in self._block.titles):
            is_of_all = not self._is_not_of_all(unit[0])
        may_differ = suited is None and self._has_measures and not is_of_all
        return None if may_differ or suited is False else unit


def _is_slip(row: Row, unit: Unit) -> bool:
    """Return whether the name of a row states an area or a mass, and its unit is one of the other."""
    other = {UnitKind.AREA: tonne, UnitKind.MASS: hectare}.get(unit.kind)
    return other is not None and suits(row.own, other) is True and suits(row.own, unit) is False


def _cannot_count(unit: Unit) -> bool:
    """Return whether a unit is one of amounts, and not of a number, a share or a rate, which things may have, too."""
    return unit.kind in (UnitKind.MONEY, UnitKind.AREA, UnitKind.MASS, UnitKind.VOLUME, UnitKind.LENGTH)


def _are_same_things(one: Unit, other: Unit) -> bool:
    """Return whether units count the same things, perhaps each at every occasion: persons and person-turns."""
    return one == other or {one, other} in ({person, person_turn}, {household, household_turn})


def _of_change(rate: Known) -> Known | None:
    """Return the unit of the change of a rate; ``None`` for one in percent, which may be in percentage points."""
    return (per_mille_point, rate[1]) if rate[0] == per_mille else None


def _counted_by(column: Column) -> Known | None:
    """Return the unit of what the last line of a head counts: *Số lớp ghép* below *Lớp*."""
    return counted_in(column.header) if column.measure else None


def _named_by(row: Row, column: Column, *, place: bool) -> str:
    """Return the words that name what a cell measures: those of its head, unless it is only *Tổng số*, or its label."""
    is_named = bool(column.measure) and (place or names_measure(column.measure))
    return column.measure if is_named else "" if place else row.own


def _is_share(unit: Known | None) -> bool:
    return unit is not None and unit[0].numerator.kind is UnitKind.SHARE


def _counts_in_scale(row: Row) -> bool:
    """Return whether the unit column of a row has a counted thing with a scale: *nghìn người*."""
    unit = read_unit(row.printed) if row.has_own_unit else None
    return unit is not None and unit[0].kind is UnitKind.COUNT and unit[1] != 1


def _of_rate(printed: str, label: str) -> Known | None:
    """Return the unit of *Số bác sĩ/vạn dân* whose unit column has only what it counts, or the same rate."""
    rate, found = rate_in(label), read_unit(printed)
    is_counted = found is not None and found[0].kind is UnitKind.COUNT and found[1] == 1
    return rate if is_counted or found == rate else None


def _has_ratios(column: Column) -> bool:
    """Return whether a column compares levels, or states shares of a total: *Cơ cấu*."""
    return column.head.compared or is_ratio_label(column.measure)


def _may_be_pieces(row: Row, unit: Known) -> bool:
    """Return whether an amount of something may be a number of pieces, and not in a unit of a line above."""
    return unit[0].kind not in (UnitKind.MONEY, UnitKind.COUNT) and may_be_pieces(row.own)


def _in_percent(column: Column, units: Sequence[Known]) -> Known | None:
    """Return percent if it is one of the units of a line, for a column of shares of a total."""
    return next((unit for unit in units if unit[0] == percent and is_ratio_label(column.measure)), None)


def _in_list(counted: Known, units: Sequence[Known]) -> Known | None:
    """Return the unit of a counted thing with its scale in a list of units; ``None`` if the list has other counts."""
    counts = [unit for unit in units if unit[0].kind is UnitKind.COUNT]
    return next((unit for unit in counts if unit[0] == counted[0]), None if counts else counted)


def _below_line(row: Row, column: Column, of_row: Known | None) -> Known | None:
    """Return the unit below a line between the rows: that of the head, unless the line has another one.

    Percent in a head is also that of the rows below *Người*.
    """
    if band_of(row.band) is not None or unit_in_brackets(row.band):
        return of_row
    found = read_unit(column.unit)
    is_percent = found is not None and found[0] == percent
    return found if of_row is None or found == of_row or is_percent else None
