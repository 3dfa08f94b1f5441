"""The units that the lines above a table state: for all its cells, or for one measure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from aseansc.documents._columns import Block
from aseansc.documents._row import Known
from aseansc.units import UnitKind
from aseansc.vietnamese.tables import (
    ColumnRole,
    animal_unit,
    counted_in,
    is_animal_unit,
    is_english_unit,
    is_unit,
    is_unit_alone,
    measure_of_title,
    named_count,
    read_unit,
    unit_in_brackets,
    unit_in_line,
    units_in_list,
)

if TYPE_CHECKING:
    from aseansc.documents._source import Table

_LEAST_AMOUNT: Final = 1000
"""Smaller amounts below *Triệu đồng* may be in this unit, although their head has *(đồng)*."""


def unit_above(block: Block, table: Table) -> str:
    """Return the unit that a line above a part of a table states, as printed; an empty text without one."""
    labels = {column.number for column in block.columns if column.role is ColumnRole.LABEL}
    rows = range(block.first, block.last + 1)
    named = " ".join(cell.text for cell in table.cells if cell.row in rows and cell.column in labels)
    heads = " ".join(column.header for column in block.columns)
    lines = [unit for title in block.titles if (unit := _in_line(title, block.titles, f"{heads} {named}"))]
    plain = [unit for unit in lines if not is_english_unit(unit)] or lines
    return plain[-1] if plain and not has_groups(block) else ""


def states_unit(line: str) -> bool:
    """Return whether a line states a unit, or several."""
    unit = unit_in_line(line)
    return read_unit(unit) is not None or bool(units_in_list(unit))


def scaled_above(line: str, unit: Known) -> Known | None:
    """Return the amount of money of a line above with another scale than that of a head; ``None`` if it has none."""
    stated = [found for each in units_in_list(line) or (line,) if (found := read_unit(each)) is not None]
    is_amount = unit[0].kind is UnitKind.MONEY and unit[1] == 1
    return next((each for each in stated if is_amount and each[0] == unit[0] and each != unit), None)


def are_whole_amounts(numbers: Sequence[Decimal]) -> bool:
    """Return whether amounts may be in a currency without a scale, as their head states: whole, and not small."""
    return all(number == int(number) and (number == 0 or abs(number) >= _LEAST_AMOUNT) for number in numbers)


def has_groups(block: Block) -> bool:
    """Return whether several lines above a part of a table are only units: those of groups of columns."""
    return len({title.casefold() for title in block.titles if is_unit(title) and not is_english_unit(title)}) > 1


def _in_line(title: str, titles: Sequence[str], below: str) -> str:
    """Return the unit that a line above a table states, as printed; that of animals only if a title or label has some.

    A line that is only a noun is one if another title names this: *Cơ sở* below *Số cơ sở sản xuất*.
    """
    unit = unit_in_line(title)
    is_known = unit and (read_unit(unit) is not None or animal_unit(unit, " ".join((*titles, below))) is not None)
    if is_known or units_in_list(unit):
        return unit
    listed = title.strip().rpartition("(")[2].removesuffix(")") if title.strip().endswith(")") else ""
    if units_in_list(listed):  # *Cơ cấu vốn (tỷ đồng, %)*
        return listed
    is_named = is_unit(title) and any(_names(each, read_unit(title)) for each in titles if each != title)
    return title if is_named or is_unit_alone(title) or is_animal_unit(title) else ""


def _names(title: str, unit: Known | None) -> bool:
    """Return whether a title begins with the things that a unit counts: *Số cơ sở*, *Doanh nghiệp mới*."""
    measure = measure_of_title(title)
    named = named_count(measure)
    return unit is not None and (counted_in(measure) == unit or (named is not None and named[0] == unit[0]))


def unit_of_titles(titles: Sequence[str]) -> Known | None:
    """Return the unit in brackets of the last title that has one, and is not only in English."""
    ordered = sorted(titles, key=lambda title: not is_english_unit(unit_in_brackets(title)))
    units = [found for title in ordered if (found := _at_end(title)) is not None]
    return units[-1] if units else None


def _at_end(title: str) -> Known | None:
    """Return the unit in brackets at the end of a title: *(nghìn ha)*, *(nghìn con)*, or *(số lượng dự án)*."""
    unit = unit_in_brackets(title)
    if unit:
        return read_unit(unit) or animal_unit(unit, title)
    return counted_in(title.rpartition("(")[2]) if title.rstrip().endswith(")") else None


def unit_of_measure(titles: Sequence[str], named: str) -> Known | None:
    """Return the unit of the only line above a table that begins with a measure: *Năng suất lúa (tạ/ha)*."""
    lines = [title for title in titles if title.casefold().removeprefix("tổng ").startswith(named)]
    found = {unit for line in lines if (unit := _at_end(line)) is not None}
    return found.pop() if named and len(found) == 1 else None
