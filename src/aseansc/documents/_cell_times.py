"""The times of cells: those that the rows, the heads and the titles of a table state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, final

from aseansc.documents._parts_of_years import is_before
from aseansc.indicators import IndicatorKind
from aseansc.periods import AsOf, Period, Time, TimeBasis, TimeCollection
from aseansc.units import UnitKind
from aseansc.vietnamese.proposals import kind_of_label
from aseansc.vietnamese.tables import (
    ColumnRole,
    changes_rate,
    day_in_years,
    day_of_years,
    ends_with_day,
    ends_with_month,
    grows,
    has_other_years,
    is_balance,
    is_flow,
    is_part_of_year,
    is_whole,
    names_durations,
    names_part_of_year,
    names_state,
    plans_are_meant,
    sums_up_over_years,
    time_in_year,
    times_in,
)

if TYPE_CHECKING:
    from aseansc.documents._column import Column
    from aseansc.documents._columns import Block
    from aseansc.documents._row import Known, Row

_LONGEST_YEAR: Final = 366
AMOUNTS: Final = (UnitKind.MONEY, UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY)


@final
class CellTimes:
    """The times that the cells of a part of a table take from the lines around them.

    Args:
        block: the part.
        unit: a function that returns the unit of a cell, or ``None`` if it is not certain.
    """

    def __init__(self, block: Block, unit: Callable[[Row, Column], Known | None]) -> None:
        self._block = block
        self._unit = unit
        self._heads = [each.header for each in block.columns if each.role is ColumnRole.LABEL]
        self._plans = any(map(plans_are_meant, block.titles))
        self._has_other_years = any(map(has_other_years, block.titles))

    def of(self, row: Row | None, column: Column) -> tuple[Time, TimeBasis] | None:
        """Return the time of a cell and whether it is stated or carried; ``None`` if nothing states it."""
        if row is not None and column.number in row.times:
            return row.times[column.number], TimeBasis.STATED
        if self.has_other_years(row, column) or (row is not None and names_part_of_year(row.own)):
            return None
        if column.is_undated or (row is not None and (row.is_undated or _differ(row.own_time, column.time))):
            return None  # *Dự toán 2022* below the head *Năm 2024*
        return (None if row is None else self._time_of_row(row, column)) or self._time_of_column(row, column)

    def _time_of_row(self, row: Row, column: Column) -> tuple[Time, TimeBasis] | None:
        """Return the time that the label of a row states, or a line above it."""
        if row.time is not None:
            return self._of_year(row, row.time, column)
        if column.time is not None:
            return None
        if row.own_time is not None:
            return row.own_time, TimeBasis.STATED
        if row.section_time is None or self.is_part(row):
            return None
        return row.section_time, TimeBasis.CARRIED

    def is_part(self, row: Row) -> bool:
        """Return whether a row is a part of the year that a line states: *Quý I*, not *3 tháng* below *Kỳ hạn*."""
        if row.place or not is_part_of_year(row.own):
            return False
        return not any(map(names_durations, (*self._heads, row.band, row.label)))

    def _of_year(self, row: Row, time: Time, column: Column) -> tuple[Time, TimeBasis] | None:
        """Return the time that is the label of a row; for a stock, the day of each year that a title states."""
        days = (day_in_years(title, str(time)) for title in self._block.titles)
        day = next((found for found in days if found is not None), None)
        if day is None:
            return time, TimeBasis.STATED
        return (day, self._block.basis) if self._may_be_stock(row, column) else None

    def _time_of_column(self, row: Row | None, column: Column) -> tuple[Time, TimeBasis] | None:
        """Return the time that a head or the title states; for a row that is a part of the year, that part."""
        times, basis = self._block.times, self._block.basis
        title = times.planned if column.role is ColumnRole.TARGET else times.reached
        if row is not None and self.is_part(row):
            return self._time_in_year(row, column.time or row.section_time, title)
        if column.time is None:
            return None if title is None or not self._may_be_of_title(title, row, column) else (title, basis)
        if not column.head.carried:
            return self._on_day_of_title(row, column) or (column.time, TimeBasis.STATED)
        has_days = any(map(day_of_years, self._block.titles))
        if row is not None and isinstance(column.time, AsOf) and has_days and not self._may_be_stock(row, column):
            return None  # the year of a day that the title states
        is_open = title is None and column.role is ColumnRole.TARGET  # a plan for another year perhaps
        return None if is_open else (column.time, basis)

    def _may_be_of_title(self, title: Time, row: Row | None, column: Column) -> bool:
        """Return whether a column may have the time of the title; a plan has no day of what was reached."""
        is_reached = isinstance(title, AsOf) and column.head.role is ColumnRole.TARGET and not self._plans
        return not is_reached and _may_be_of(title, row, column) and not self._may_sum_up(row, column)

    def _on_day_of_title(self, row: Row | None, column: Column) -> tuple[Time, TimeBasis] | None:
        """Return the day that the title or a line above a row states, for a stock below a head with only its year.

        *Hiện trạng rừng đến 31/12/2009* above *2008* and *2009* states the day only for the second one, and *Số lượng
        (thời điểm 1/10)* above rows that of each year. The time is stated, since the head has its year.
        """
        is_level = column.role is ColumnRole.ACTUAL and column.head.collection is None and not column.head.compared
        if row is None or not is_level or not self._may_be_stock(row, column):
            return None
        of_title = self._block.times.reached
        day = of_title if isinstance(of_title, AsOf) else day_in_years(row.label, str(column.time))
        is_year = day is not None and column.time == Period.year(day.date.year)
        return (day, TimeBasis.STATED) if day is not None and is_year else None

    def is_state(self, row: Row, column: Column) -> bool:
        """Return whether a level is a share that describes a state, such as a poverty rate, and not growth."""
        known = self._unit(row, column)
        is_share = known is not None and known[0].kind is UnitKind.SHARE
        return is_share and not any(map(grows, (row.band, row.own, column.measure)))

    def added_up_to(self, day: AsOf) -> Period | None:
        """Return the time of amounts up to a day, since the first day of the year that the title or all plans have."""
        times, year = self._block.times, Period.year(day.date.year)
        plans = {each.time or times.planned for each in self._block.columns if each.role is ColumnRole.TARGET}
        is_in_year = (times.reached, times.planned) == (day, year) or plans == {year}
        return Period(start=year.start, end=day.date) if is_in_year else None

    def _may_sum_up(self, row: Row | None, column: Column) -> bool:
        """Return whether an amount below *đến tháng 8/2020* may be that of this month, or of all months up to it."""
        if row is None or not any(map(ends_with_month, self._block.titles)):
            return False
        known = self._unit(row, column)
        is_amount = known is not None and known[0].numerator.kind in AMOUNTS
        return is_amount or is_flow(column.measure or row.label)

    def _may_be_stock(self, row: Row, column: Column) -> bool:
        """Return whether a level may be one of a day in the title, and not an amount or change of a year.

        Other levels than amounts may be, unless their label names a flow.
        """
        label = column.measure or row.label
        labels = (label, row.own, row.band)
        if any(map(is_flow, labels)) or any(map(grows, labels)) or any(map(changes_rate, labels)):
            return False
        known = self._unit(row, column)
        is_amount = known is not None and known[0].numerator.kind in AMOUNTS
        return not is_amount or self._is_named_stock(label)

    def _is_named_stock(self, label: str) -> bool:
        """Return whether a label or a title names what is there on a day, such as debts; *Tổng số* alone does not."""
        lines = (each for each in (label, *self._block.titles) if not is_whole(each))
        return any(is_balance(each) or kind_of_label(each, None) is IndicatorKind.STOCK for each in lines)

    def is_stock_of_day(self, row: Row, column: Column) -> bool:
        """Return whether a level of a day is a stock by its label or title: *Dư nợ* in *tỷ đồng* at the end of June.

        Below *Hiện trạng rừng đến 31/12/2018*, an area of an earlier year is of the same kind; *Khai thác gỗ* is not.
        """
        label = column.measure or row.label
        if row.is_flow or is_flow(label):
            return False
        found, known = self.of(row, column), self._unit(row, column)
        is_of_day = found is not None and isinstance(found[0], AsOf)
        is_amount = known is None or known[0].numerator.kind in AMOUNTS
        if not is_amount and any(map(names_state, self._block.titles)):
            return is_of_day or isinstance(self._block.times.reached, AsOf)
        return is_of_day and self._is_named_stock(label)

    def may_be_flow(self, row: Row, column: Column, kind: IndicatorKind | None) -> bool:
        """Return whether a level is a flow, or an amount up to a day whose kind is open: *Tổng cộng* of payments."""
        known = self._unit(row, column)
        is_amount = known is not None and known[0].numerator.kind in AMOUNTS
        is_of_title = column.time is None and any(map(ends_with_day, self._block.titles))
        is_up_to = kind is None and (is_of_title or column.head.collection is TimeCollection.END)
        is_open = is_up_to and is_amount and not self._is_named_stock(column.measure or row.label)
        return is_open or kind is IndicatorKind.FLOW

    def _time_in_year(self, row: Row, stated: Time | None, title: Time | None) -> tuple[Time, TimeBasis] | None:
        """Return the part of a year that the label of a row states, of the year above it or of the title."""
        year = stated or title
        part = None if year is None else time_in_year(row.own, year)
        return None if part is None else (part, TimeBasis.CARRIED if stated is not None else self._block.basis)

    def has_other_years(self, row: Row | None, column: Column) -> bool:
        """Return whether the year of a cell is a school year."""
        return column.head.other_years or (row is not None and row.time is not None and self._has_other_years)


def _differ(first: Time | None, second: Time | None) -> bool:
    """Return whether two times have no day in common."""
    return is_before(first, second) or is_before(second, first)


def _may_be_of(title: Time, row: Row | None, column: Column) -> bool:
    """Return whether a column may have the time of the title.

    A plan is seldom one of a part of a year, and below several years a level may be that of the last one. A row such as
    *Mức lương từ 01/01/2022* is not of 2021.
    """
    if column.role is ColumnRole.TARGET and _is_part_of_year(title):
        return False
    if row is not None and any(isinstance(time, AsOf) and not _contains(title, time) for time in times_in(row.own)):
        return False
    return not _is_of_years(title) or row is None or sums_up_over_years(row.label, column.measure)


def _contains(outer: Time, day: AsOf) -> bool:
    """Return whether a day is in a time."""
    return outer == day or (isinstance(outer, Period) and outer.start <= day.date <= outer.end)


def _is_of_years(time: Time) -> bool:
    """Return whether a time is longer than a year; *từ 15/12/2019 đến 14/6/2020* is not."""
    return isinstance(time, Period) and (time.end - time.start).days >= _LONGEST_YEAR


def _is_part_of_year(time: Time) -> bool:
    return isinstance(time, Period) and time.start.year == time.end.year and time != Period.year(time.start.year)
