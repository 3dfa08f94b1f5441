"""The units of cells that only a noun names: *Bác sĩ* and *Trạm y tế* as labels, *Số học sinh phổ thông* as a title.

Nothing is decided if the table may state something else of the things that are named, such as money or a share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, final

from aseansc.documents._column import LEVELS, Column
from aseansc.documents._columns import Block
from aseansc.documents._places import province_of
from aseansc.documents._row import Known, Row
from aseansc.units import (
    Unit,
    bed,
    classroom,
    cooperative,
    enterprise,
    farm,
    health_facility,
    household,
    household_turn,
    person,
    person_day,
    person_turn,
    school,
    study_class,
    turn,
)
from aseansc.vietnamese.tables import (
    ColumnRole,
    case_in,
    counted_by_title,
    counted_in,
    counts_of,
    is_mean,
    is_part_in_title,
    is_place,
    is_ratio_label,
    is_whole,
    may_be_shares,
    named_count,
    names_measure,
    names_one,
    names_persons,
    names_population,
    time_of_row,
    unit_in_brackets,
)

_HOLDERS: Final = (health_facility, school, enterprise, cooperative, farm)
"""What has things or persons in it, so that its name below these may only say where they are."""

_HELD: Final = (bed, person, household, study_class, classroom)
_TURNS: Final = {person: (person_turn, person_day, turn), household: (household_turn, turn)}
_MOST_PERCENT: Final = 100
_FEWEST_PARTS: Final = 2
_MOST_THOUSANDS: Final = 110_000
"""About the population of the whole country in thousands, so that larger numbers are persons."""


@final
class Counts:
    """The units that nouns give to the cells of a part of a table.

    Args:
        block: the part.
        rows: its rows.
        places: whether the rows are places.
    """

    def __init__(self, block: Block, rows: Sequence[Row], *, places: bool) -> None:
        self._rows = rows
        self._places = places
        self._levels = [each.number for each in block.columns if each.role in LEVELS and not each.head.compared]
        self._titles = block.titles
        stated = _of_titles(block.titles)
        self._is_open = stated is not None and all(each.role is not ColumnRole.UNIT for each in block.columns)
        self._counted, self._others = stated or (frozenset(), frozenset())
        titles = [unit for title in block.titles if (unit := counted_by_title(title)) is not None]
        self._title = titles[-1] if titles and self._is_open and len(self._counted) == 1 else None
        self._has_total = [row for row in rows if is_whole(row.own)] == list(rows[-1:])
        self._labels = Counter(row.own.casefold() for row in rows)

    def unit(self, row: Row, column: Column) -> Known | None:
        """Return the unit of what the label of a cell names, or of what the title counts; ``None`` without one."""
        by_column = names_measure(column.measure)
        if not self._may_state(row, by_column=by_column):
            return None
        named = column.measure if by_column else "" if self._places else row.own
        numbers = self._numbers_of(column) if by_column else self._numbers_of_row(row)
        if _is_other(named, numbers) or (not by_column and unit_in_brackets(named)):
            return None
        found = named_count(named)
        if found is None:
            return self._unnamed(row, named, numbers)
        unit, is_bare = found
        is_held = _is_held(unit, column, "" if by_column else named)
        return (unit, Decimal(1)) if not is_held and self._may_be(unit, row, named, numbers, bare=is_bare) else None

    def _unnamed(self, row: Row, named: str, numbers: list[Decimal]) -> Known | None:
        """Return the unit of cases of a disease, of a large population, or of what the title counts."""
        if names_population(named) and max(numbers, default=0) > _MOST_THOUSANDS:
            return person, Decimal(1)
        unit = case_in(named, self._titles) or (self._title if self._are_parts(row, named) else None)
        return None if unit is None else (unit, Decimal(1))

    def _may_state(self, row: Row, *, by_column: bool) -> bool:
        """Return whether no other line states the unit of a row, and a label or a head names what it counts."""
        return self._is_open and not row.printed and not row.band and (row.time is None or by_column)

    def _are_parts(self, row: Row, named: str) -> bool:
        """Return whether labels name only parts of what the title counts: *Tiểu học*, *Nữ*; not *Sĩ số*."""
        labels = {named, "" if self._places else row.own}
        return all(not each or is_part_in_title(each) or _is_of_place(each) for each in labels)

    def _may_be(self, unit: Unit, row: Row, named: str, numbers: list[Decimal], *, bare: bool) -> bool:
        """Return whether numbers may count the things that their label names."""
        is_sum = named != row.own and self._adds_up(numbers)
        is_named = unit in self._counted if self._counted and not is_sum else unit not in self._others
        is_small = all(number.copy_abs() <= _MOST_PERCENT for number in numbers)
        may_be_share = may_be_shares(named) or unit is household or (not bare and unit is person)
        may_be_percent = is_small and may_be_share and (self._title is not unit or may_be_shares(named)) and not is_sum
        return is_named and not may_be_percent and (named != row.own or self._is_own(unit, row))

    def _adds_up(self, numbers: list[Decimal]) -> bool:
        """Return whether the last row is the sum of all others in a column, and not 100 as that of shares."""
        if not self._has_total or len(numbers) < len(self._rows) or len(numbers) <= _FEWEST_PARTS:
            return False
        return sum(numbers[:-1]) == numbers[-1] and numbers[-1] not in (0, _MOST_PERCENT)

    def _is_own(self, unit: Unit, row: Row) -> bool:
        """Return whether the noun of a row is what its numbers count, and not where that is."""
        outer = row.label.removesuffix(row.own).strip(" :").rpartition(": ")[2]
        named = _unit_of(outer) if outer else None
        if outer and (counts_of(outer) is None or named not in (None, unit)):
            return False
        before = (_unit_of(each.own) for each in self._rows if each.number < row.number)
        is_held = unit in _HOLDERS and any(each in _HELD for each in before)
        return self._labels[row.own.casefold()] == 1 and not is_held

    def _numbers_of_row(self, row: Row) -> list[Decimal]:
        return [row.numbers[number][0] for number in self._levels if number in row.numbers]

    def _numbers_of(self, column: Column) -> list[Decimal]:
        return [row.numbers[column.number][0] for row in self._rows if column.number in row.numbers]


def _is_held(unit: Unit, column: Column, label: str) -> bool:
    """Return whether a unit is that of where persons or things are: *Trường Tiểu học A*, or the women there."""
    return unit in _HOLDERS and (names_persons(column.measure) or names_one(label))


def _is_other(named: str, numbers: list[Decimal]) -> bool:
    """Return whether numbers have decimals, or their label names a ratio or a mean."""
    return any(each != each.to_integral_value() for each in numbers) or is_ratio_label(named) or is_mean(named)


def _of_titles(titles: Sequence[str]) -> tuple[frozenset[Unit], frozenset[Unit]] | None:
    """Return the units of the things that titles count and of the others; ``None`` if one states something else."""
    counted, others = frozenset[Unit](), frozenset[Unit]()
    for title in titles:
        found = counts_of(title)
        if found is None:
            return None
        counted, others = counted | found[0], others | found[1]
    return counted, others


def _is_of_place(label: str) -> bool:
    return is_place(label) or bool(province_of(label)) or time_of_row(label) is not None


def _unit_of(label: str) -> Unit | None:
    """Return the unit of what a label counts, with *Số* or without."""
    counted, named = counted_in(label), named_count(label)
    return counted[0] if counted is not None else None if named is None else named[0]


def differs(label: str, unit: Unit) -> bool:
    """Return whether the label of a part counts other things than its whole: persons below households."""
    found = _unit_of(label)
    return found is not None and found not in (*_HOLDERS, unit) and unit not in _TURNS.get(found, ())


def differs_in_part(label: str, unit: Unit) -> bool:
    """Return whether a part names things or persons that do not have the unit of its whole: women of households."""
    is_person = names_persons(label) and _unit_of(label) is None
    return differs(label, unit) or (is_person and unit is not person and unit not in _TURNS[person])


def is_counted(label: str) -> bool:
    """Return whether a label begins with a noun of things that are counted."""
    return named_count(label) is not None
