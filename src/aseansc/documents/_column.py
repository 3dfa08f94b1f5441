"""A column of a table, and what its head states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final, final

from attrs import frozen

from aseansc.periods import Time
from aseansc.vietnamese.tables import ColumnRole, Head

NAMING: Final = (ColumnRole.SERIAL, ColumnRole.LABEL, ColumnRole.UNIT)
LEVELS: Final = (ColumnRole.ACTUAL, ColumnRole.TARGET)
ASIDE: Final = (*NAMING, ColumnRole.NOTE)


@final
@frozen(kw_only=True)
class Column:
    """A column of a table, and what its head states.

    Args:
        number: its number, from 1.
        header: the texts of its head, from top to bottom.
        role: what its cells state.
        time: the time in its head, if any.
        estimated: whether its levels are estimates.
        unit: the unit in its head, as printed.
        states_unit: whether that unit is in brackets or in a note, not in a line that may only name things.
        is_disputed: whether a note states another unit for it than a line above the table.
        measure: the words of its head that name what it measures, if the rows do not.
        level: for a comparison, the number of the column that is compared; 0 if it is not in the table.
        base: for a comparison, the number of the column that it is divided by; 0 if it is not in the table.
        before: the number of the column of the period just before its own, if there is one: *Giá kỳ trước*; else 0.
        is_undated: whether it is of a period whose days nothing states, also not the title: *Giá tuần này*.
        place: the name of the place in its head, if the rows are indicators.
        head: all that its head states.
    """

    number: int
    header: str
    role: ColumnRole
    time: Time | None = None
    estimated: bool = False
    unit: str = ""
    states_unit: bool = False
    is_disputed: bool = False
    measure: str = ""
    level: int = 0
    base: int = 0
    before: int = 0
    is_undated: bool = False
    place: str = ""
    head: Head


def measure_as_printed(column: Column) -> str:
    """Return what a column measures with the capital letters of its head: *Thu NSĐP*."""
    at = column.header.casefold().find(column.measure)
    return column.measure if at < 0 else column.header[at : at + len(column.measure)]


def with_same_heads(
    columns: Iterable[Column], compared: Mapping[int, object], rows: Iterable[Collection[int]]
) -> set[int]:
    """Return the numbers of columns whose heads name the same, although rows have a number in more than one of them.

    Args:
        columns: the columns.
        compared: the numbers of those that compare others, with what they compare.
        rows: the numbers of the columns in which each row has a number.
    """
    alike: defaultdict[tuple[object, ...], set[int]] = defaultdict(set)
    for each in columns:
        if each.header and (each.role in LEVELS or each.number in compared):
            states = (each.role, each.time, each.head.collection, each.measure, each.place, compared.get(each.number))
            alike["" if each.measure else each.header, each.estimated, *states].add(each.number)
    groups = [group for group in alike.values() if len(group) > 1]
    both = (group.intersection(row) for row in rows for group in groups)
    return {number for found in both if len(found) > 1 for number in found}
