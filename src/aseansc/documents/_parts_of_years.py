"""The times of columns of years below titles such as *Chỉ số giá tháng 12*, *6 tháng năm 2018* or *Tại 31/12*."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from aseansc.periods import Period, Time, days_of
from aseansc.vietnamese.tables import (
    ColumnRole,
    TitleTimes,
    day_in_years,
    day_of_years,
    is_estimated,
    is_report,
    may_be_full_year,
    names_investment,
    plans_are_meant,
    read_title,
    states_full_year,
    time_in_other_year,
    written_on,
)

if TYPE_CHECKING:
    from aseansc.documents._column import Column

_STEP_OF_YEARS: Final = 2
_STEP_OF_PLANS: Final = 5
"""The most years between levels that were reached each year, and the least between those of plans."""


def without_unsure_bases(columns: tuple[Column, ...], title: Time | None) -> tuple[Column, ...]:
    """Return columns of which *Cùng kỳ năm trước* is open beside a level of another part of the year."""
    levels = {
        column.time
        for column in columns
        if column.role is ColumnRole.ACTUAL and not column.head.compared and not column.head.of_title
        if column.time is not None and is_within(column.time, _year_of(title))
        if column.time == title or not _is_year(column.time)
    }
    if levels <= {title}:
        return columns
    unsure = {column.number for column in columns if column.head.of_title and not column.head.compared}
    return tuple(
        evolve(column, role=ColumnRole.UNKNOWN, time=None)
        if column.number in unsure
        else evolve(column, base=0 if column.base in unsure else column.base)
        for column in columns
    )


def not_in_future(columns: tuple[Column, ...], title: Time | None) -> tuple[Column, ...]:
    """Return columns of which levels after the time of the title are those of the year before, or open.

    So is *Tháng 12* below *Tháng 1 năm 2024*. Plans and estimates may be those of a later time.
    """
    if title is None or title == _year_of(title):
        return columns
    return tuple(_not_after(each, title) for each in columns)


def below_title(columns: tuple[Column, ...], titles: tuple[str, ...], times: TitleTimes) -> tuple[Column, ...]:
    """Return columns with what their title states of levels: those of its time are estimates, *Ước thực hiện năm 2023*.

    Below *Chỉ tiêu kế hoạch năm 2024*, *Thực hiện năm báo cáo* is of another year, which nothing states.
    """
    is_estimate, is_plan = any(map(is_estimated, titles)), times.reached is None and any(map(plans_are_meant, titles))
    return tuple(
        each
        if each.role is not ColumnRole.ACTUAL or each.head.compared
        else evolve(each, time=None, is_undated=True)
        if is_plan and each.head.carried and each.time == times.planned
        else evolve(each, estimated=each.estimated or (is_estimate and each.time in (None, times.reached)))
        for each in columns
    )


def _not_after(column: Column, title: Time) -> Column:
    time = column.time
    is_level = column.role in (ColumnRole.ACTUAL, ColumnRole.CHANGE) and not column.estimated
    if time is None or not is_level or not column.head.carried or days_of(time)[0] <= days_of(title)[1]:
        return column
    year = days_of(time)[1].year
    is_last = days_of(time)[1] == Period.year(year).end and days_of(title)[0].month == 1  # the year begins
    if column.head.role is not ColumnRole.ACTUAL and not is_last:
        return evolve(column, role=ColumnRole.UNKNOWN, time=None)
    return evolve(column, time=time_in_other_year(time, Period.year(year - 1)))


def without_future(columns: tuple[Column, ...], titles: tuple[str, ...]) -> tuple[Column, ...]:
    """Return columns of which those of a time to come are plans if a title announces plans, and open otherwise.

    Beside *Tổng mức đầu tư*, all years are open.
    """
    levels = list(filter(_is_level, columns))
    is_invested = any(names_investment(each.header) for each in columns)
    over = dt.date.min if is_invested else _last_reached(levels, titles)
    is_plan = plans_are_meant(" ".join(titles)) and not is_invested
    role = ColumnRole.TARGET if is_plan else ColumnRole.UNKNOWN
    return tuple(
        evolve(column, role=role)
        if _is_level(column)
        and column.head.role is ColumnRole.UNKNOWN
        and column.time is not None
        and over is not None
        and days_of(column.time)[0] > over
        else column
        for column in columns
    )


def _is_level(column: Column) -> bool:
    return column.role is ColumnRole.ACTUAL and not column.head.other_years


def _last_reached(levels: list[Column], titles: tuple[str, ...]) -> dt.date | None:
    """Return the day of the document, or else the last day that a column estimates, or that before a leap in years.

    What begins after it is to come: *Năm 2026* beside *Ước TH 2025*.
    """
    written = [day for day in map(written_on, titles) if day is not None]
    estimated = [days_of(column.time)[1] for column in levels if column.estimated and column.time is not None]
    return max(written or estimated, default=None) or last_before_leap(each.time for each in levels)


def _are_of_plans(years: list[int]) -> bool:
    """Return whether all years behind the first one may be those of plans: *2025* and *2030* behind *2020*."""
    return all(after - year >= _STEP_OF_PLANS and after % _STEP_OF_PLANS == 0 for year, after in pairwise(years))


def last_before_leap(times: Iterable[Time | None]) -> dt.date | None:
    """Return the end of the year before those of plans, as their steps show: *2019*, *2020*, *2025*, *2030*."""
    years = sorted({time.start.year for time in times if isinstance(time, Period) and _is_year(time)})
    leaps = (
        year
        for at, (before, year) in enumerate(pairwise(years), 1)
        if year - before <= _STEP_OF_YEARS and years[at + 1 :] and _are_of_plans(years[at:])
    )
    year = next(leaps, None)
    return None if year is None else Period.year(year).end


def _year_of(time: Time | None) -> Period | None:
    return None if time is None else Period.year(days_of(time)[1].year)


def in_parts_of_years(columns: tuple[Column, ...], titles: tuple[str, ...], known: Time | None) -> tuple[Column, ...]:
    """Return columns of years with the part of the year or the day that the titles name.

    Below *6 tháng năm 2018*, a column *2018* is these months of 2018, as other years are if none is a plan.

    Args:
        columns: the columns.
        titles: the lines above the table.
        known: the time in them, if any.
    """
    levels = [
        each
        for each in columns
        if not each.head.compared and (each.time is not None or each.head.other_years)
        if not states_full_year(each.header)
    ]
    reached = [each for each in levels if each.role is not ColumnRole.TARGET]
    completing = None if any(map(day_of_years, titles)) else known
    if not _may_be_parts(levels, completing):
        return columns
    parts = {each.number: _in_part(each, titles, known) for each in reached}
    if not any(parts.values()):
        return columns
    if completing is not None and (len(reached) < len(levels) or _may_be_full_years(columns, titles)):
        return tuple(map(partial(_open_in, parts), columns))
    return tuple(_moved(each, parts, titles, known) for each in columns)


def _may_be_parts(levels: list[Column], known: Time | None) -> bool:
    """Return whether all levels are of years, one of which is that of the part in the titles."""
    return all(map(_is_of_year, levels)) and (known is None or _is_part_of_any(known, levels))


def _may_be_full_years(columns: tuple[Column, ...], titles: tuple[str, ...]) -> bool:
    """Return whether the years of heads may be full ones: a head says so, or the titles state only a report's time."""
    heads = [each.header for each in columns if each.time is not None and not each.head.compared]
    timed = [title for title in titles if read_title([title]) is not None]
    return any(states_full_year(head) or may_be_full_year(head) for head in heads) or all(map(is_report, timed))


def _moved(column: Column, parts: Mapping[int, Column | None], titles: tuple[str, ...], known: Time | None) -> Column:
    """Return a column with the part of its year, if it has one; a comparison with that of its level."""
    if column.head.compared:
        return _compared_in_part(column, parts, titles, known)
    return parts.get(column.number) or column


def _is_of_year(column: Column) -> bool:
    return column.head.other_years or _is_year(column.time)


def _open_in(parts: Mapping[int, Column | None], column: Column) -> Column:
    """Return a column of a year without its role and time if it is one of those that may be parts of years."""
    return evolve(column, role=ColumnRole.UNKNOWN, time=None) if column.number in parts else column


def _is_part_of_any(known: Time, levels: list[Column]) -> bool:
    """Return whether the time of the titles is a part of the year of a column of levels that were reached."""
    is_part = isinstance(known, Period) and known != _year_of(known)
    return is_part and any(each.time == _year_of(known) and each.role is not ColumnRole.TARGET for each in levels)


def _in_part(column: Column, titles: tuple[str, ...], known: Time | None) -> Column | None:
    """Return a column with the part of its year that the titles name; ``None`` if they name none."""
    days = (day_in_years(title, column.header) for title in titles)
    part: Time | None = next((day for day in days if day is not None), None)
    if part is None and isinstance(column.time, Period) and _is_year(column.time):
        part = _part_of(column.time, titles, known)
    head = evolve(column.head, time=part, carried=True, other_years=False)
    return None if part is None else evolve(column, time=part, head=head)


def _part_of(year: Period, titles: tuple[str, ...], known: Time | None) -> Time | None:
    """Return the part of a year that the titles name, or that is the known time of another year."""
    if known is not None:
        return time_in_other_year(known, year)
    stated = read_title(titles, TitleTimes(reached=year))
    return None if stated is None else stated.reached


def _compared_in_part(
    column: Column, parts: Mapping[int, Column | None], titles: tuple[str, ...], known: Time | None
) -> Column:
    """Return a comparison of columns of which some are now parts of years; its time is that of its level."""
    level = parts.get(column.level)
    if level is not None:
        return evolve(column, time=level.time, head=evolve(column.head, time=level.time, carried=True))
    moved = _in_part(column, titles, known) if column.role is ColumnRole.CHANGE else None
    return moved or evolve(column, time=None)


def _is_year(time: Time | None) -> bool:
    return isinstance(time, Period) and time == Period.year(time.start.year)


def is_within(time: Time | None, year: Time | None) -> bool:
    """Return whether a time is a part of another one, or the same."""
    if time == year or time is None or not isinstance(year, Period):
        return time == year
    first, last = days_of(time)
    return year.start <= first and last <= year.end


def is_before(first: Time | None, second: Time | None) -> bool:
    """Return whether a time ends before another one."""
    if first is None or second is None:
        return False
    return days_of(first)[1] < days_of(second)[1]
