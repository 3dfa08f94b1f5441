"""Columns that are the total of the years beside them: *Tổng số* beside *Năm 2021* and *Năm 2022*."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from attrs import evolve

from aseansc.documents._column import LEVELS, Column
from aseansc.documents._row import Row
from aseansc.documents._sums import half_step
from aseansc.periods import Period
from aseansc.vietnamese.tables import ColumnRole, is_whole

_FEWEST_YEARS: Final = 2
_FEWEST_ROWS: Final = 2


def with_totals(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return columns of which the totals of years that follow each other have these years, if all rows show it.

    Args:
        columns: the columns of a table.
        rows: its rows.
    """
    years = [each for each in columns if each.role in LEVELS and not each.head.compared and each.time is not None]
    time = _time_of(years)
    if time is None:
        return tuple(columns)
    role = years[0].role
    return tuple(
        evolve(each, role=role, time=time, measure="") if _is_total(each, years, rows) else each for each in columns
    )


def _time_of(years: Sequence[Column]) -> Period | None:
    """Return the time of columns of levels if they state the same of years that follow each other."""
    times = [each.time for each in years if isinstance(each.time, Period)]
    alike = {(each.role, each.measure, each.unit, each.place) for each in years}
    if len(alike) != 1 or len(times) != len(years) or len(years) < _FEWEST_YEARS:
        return None
    numbers = [time.start.year for time in times]
    are_years = all(time == Period.year(year) for time, year in zip(times, numbers, strict=True))
    follow = all(after == before + 1 for before, after in pairwise(numbers))
    return Period.parse(f"{numbers[0]}-01-01/P{len(numbers)}Y") if are_years and follow else None


def _is_total(column: Column, years: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Return whether a column without a time is named as a total, and is that of the years in all rows."""
    is_open = column.time is None and column.role in (ColumnRole.UNKNOWN, *LEVELS)
    if not is_open or column.head.compared or column.head.doubtful or not is_whole(column.header):
        return False
    full = [row for row in rows if {column.number, *(each.number for each in years)} <= row.numbers.keys()]
    return len(full) >= _FEWEST_ROWS and all(_adds_up(row, column, years) for row in full)


def _adds_up(row: Row, column: Column, years: Sequence[Column]) -> bool:
    """Return whether the numbers of years add up to a total within their rounding."""
    parts, total = [row.numbers[each.number][0] for each in years], row.numbers[column.number][0]
    spread = sum(map(half_step, parts), half_step(total))
    return abs(Fraction(total) - sum(map(Fraction, parts))) <= spread
