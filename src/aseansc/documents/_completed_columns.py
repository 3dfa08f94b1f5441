"""Complete what the head of a column leaves open by comparing it with the other heads of the table."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve

from aseansc.documents._column import ASIDE, LEVELS, Column
from aseansc.documents._parts_of_years import is_before, is_within
from aseansc.periods import AsOf, Period, Time, TimeCollection, days_of
from aseansc.units import UnitKind
from aseansc.vietnamese.tables import (
    ColumnRole,
    Head,
    TitleTimes,
    has_percent_sign,
    is_ratio,
    is_ratio_label,
    is_share_head,
    is_whole,
    names_measure,
    plain_label,
    prices_in,
    read_unit,
    starts_listing,
    states_full_year,
    time_in_other_year,
)


def completed(columns: list[Column], times: TitleTimes | None = None) -> tuple[Column, ...]:
    """Complete what the heads leave open by comparing them with each other.

    Args:
        columns: the columns with what their own heads state.
        times: the times that the title states, if any.
    """
    times = times or TitleTimes()
    columns = _with_repeated_shares(_with_shares(_without_growth(columns)))
    values = [column for column in columns if column.header and column.role not in ASIDE]
    are_measures = _are_measures(values, is_over=times.reached is not None)
    known = {column.number: _with_role(column, values, times.planned, are_measures=are_measures) for column in values}
    found = _with_ratios(_with_parts([known.get(column.number, column) for column in columns]))
    found = _with_levels(found, times.reached)
    return tuple(_of_quotient(each, found) if each.level and each.base else _compared(each, found) for each in found)


def _with_parts(columns: list[Column]) -> list[Column]:
    """Return columns of which *Tr.đó nữ* is a part of the plan or level before it."""
    found = columns[:1]
    for column in columns[1:]:
        found.append(_part_of(found[-1], column))
    return found


def _part_of(before: Column, column: Column) -> Column:
    """Return a column as a part of that before it, if it is named as one and states no role of its own."""
    head = column.head
    is_open = column.role is ColumnRole.UNKNOWN and column.time is None and not (head.compared or head.doubtful)
    if not is_open or before.role not in LEVELS or before.head.compared or not starts_listing(column.header):
        return column
    return evolve(column, role=before.role, time=before.time, measure=plain_label(column.header))


def _with_shares(columns: list[Column]) -> list[Column]:
    """Return columns of which *Tỷ lệ (%)* behind *Số hộ năm 2018* and *Hộ nghèo năm 2018* is a share at their time.

    *Cơ cấu (%)* is also one behind a single level.
    """
    found: list[Column] = []
    before: list[Column] = []
    for column in columns:
        is_open = column.role is ColumnRole.UNKNOWN and column.time is None and has_percent_sign(column.header)
        names = {each.measure for each in before if each.measure} if is_open else set[str]()
        is_share = is_open and (is_share_head(column.header) or (is_ratio(column.header) and len(names) > 1))
        if is_share and before and before[-1].time is not None and len({each.time for each in before}) == 1:
            measure, time = f"{_without_percent(column)} {before[-1].measure}".strip(), before[-1].time
            found.append(evolve(column, time=time, unit="%", measure=measure, head=evolve(column.head, compared=False)))
            before = []
            continue
        found.append(column)
        before = _levels_up_to(column, before)
    return found


def _levels_up_to(column: Column, before: list[Column]) -> list[Column]:
    """Return the levels up to a column; comparisons between them are left out, and other columns end the list."""
    if not column.header or column.role in ASIDE:
        return []
    return before if column.head.compared else [*before, column]


def _with_repeated_shares(columns: list[Column]) -> list[Column]:
    """Return columns of which *Tỷ lệ (%)*, if it is there twice, names the share of the column before it."""
    levels = [each for each in columns if each.header and each.role not in ASIDE]
    repeated = [
        each for each in levels if is_ratio(each.header) and has_percent_sign(each.header) and not each.head.doubtful
    ]
    if len(repeated) < 2 or any(_is_stated(each) or each.role is ColumnRole.TARGET for each in levels):
        return columns
    named = {each.number: before for before, each in pairwise(columns) if each in repeated and before in levels}
    return [
        _as_share(each, named[each.number], share_of(each, named[each.number]))
        if each.number in named and named[each.number] not in repeated
        else each
        for each in columns
    ]


def _is_stated(column: Column) -> bool:
    """Return whether the head of a column states a time other than a moment in that of the title, or compares."""
    return column.head.compared or (column.time is not None and column.head.collection is None)


def _as_share(column: Column, whole: Column, name: str = "") -> Column:
    """Return a column of shares of another one, at its time."""
    head = evolve(column.head, collection=whole.head.collection, carried=whole.head.carried, compared=False)
    measure, time = name or _without_percent(column), whole.time
    return evolve(column, role=ColumnRole.ACTUAL, unit="%", measure=measure, time=time, level=0, base=0, head=head)


def share_of(column: Column, whole: Column) -> str:
    """Return the name of a share by the column that it is one of."""
    return f"{_without_percent(column)}: {plain_label(whole.header)}"


def _without_percent(column: Column) -> str:
    return re.sub(r"\W*%\W*", " ", column.header).strip()


def _with_ratios(columns: list[Column]) -> list[Column]:
    """Return columns of which *Tỷ lệ (%)* beside plans, or levels of several times, may compare these."""
    plain = [each for each in columns if each.role in LEVELS and not each.head.compared]
    times = {each.time for each in plain if each.time is not None}
    is_of_times = len(times) > 1 and len({each.measure for each in plain}) == 1
    if not is_of_times and all(each.role is not ColumnRole.TARGET for each in columns):
        return columns
    return [
        evolve(column, role=ColumnRole.UNKNOWN, head=evolve(column.head, compared=True))
        if (column.role is ColumnRole.UNKNOWN and (is_ratio(column.header) or _is_ratio_in_group(column, columns)))
        or (column.role is ColumnRole.ACTUAL and has_percent_sign(column.header) and is_ratio(column.measure))
        else column
        for column in columns
    ]


def _is_ratio_in_group(column: Column, columns: list[Column]) -> bool:
    """Return whether the words of a head behind those of its group, which has plans and levels, are *Tỷ lệ (%)*."""
    if column.head.compared or column.head.doubtful or column.time is not None:
        return False
    words = column.header.split()
    return any(
        is_ratio(" ".join(words[size:]))
        and {each.role for each in columns if each.header.startswith(f"{' '.join(words[:size])} ")} >= set(LEVELS)
        for size in range(1, len(words))
    )


def _with_role(column: Column, values: list[Column], planned: Time | None, *, are_measures: bool) -> Column:
    """Return a column with the role that its head leaves open and the other heads show: levels that were reached."""
    head = column.head
    if head.other_years:
        is_level = column.role is ColumnRole.UNKNOWN and not head.compared and not head.doubtful
        return evolve(column, role=ColumnRole.ACTUAL, measure=head.measure) if is_level else column
    if are_measures and _may_be_measure(column, values):
        unit = column.unit or ("%" if has_percent_sign(column.header) else "")
        measure = column.measure if _is_measure_stated(column, values) else column.header
        return evolve(column, role=ColumnRole.ACTUAL, measure=measure, unit=unit)
    if column.role is ColumnRole.UNKNOWN and column.time is not None and _is_past(column, values, planned):
        return evolve(column, role=ColumnRole.ACTUAL)
    return column


def _is_measure_stated(column: Column, values: list[Column]) -> bool:
    """Return whether a head states what it measures beside a role, a place or a time, or leaves that to the rows."""
    is_of_time = isinstance(column.time, AsOf) or (column.time is not None and column.head.collection is None)
    is_of_whole = is_whole(column.header) and any(each.place for each in values)
    return bool(column.place) or is_of_whole or column.role in LEVELS or (bool(column.measure) and is_of_time)


def _may_be_measure(column: Column, values: list[Column]) -> bool:
    """Return whether a column may state a level that its head names."""
    is_plain = not column.head.compared and not column.head.doubtful and column.role is not ColumnRole.TARGET
    return is_plain and not _may_be_of_stated(column, values) and not _sums_up_open(column, values)


def _sums_up_open(column: Column, values: list[Column]) -> bool:
    """Return whether a head is the total of groups of which some are open: *Tổng số Xã* beside *Dự kiến Xã*."""
    words = column.header.split()
    sizes = [size for size in range(1, len(words)) if is_whole(" ".join(words[:size]))]
    rest = " ".join(["", *words[max(sizes, default=len(words)) :]])
    parts = [each for each in values if rest and each is not column and each.header.endswith(rest)]
    return any(each.head.doubtful or each.role is ColumnRole.TARGET for each in parts)


def _may_be_of_stated(column: Column, values: list[Column]) -> bool:
    """Return whether a bare *Tỷ lệ (%)* may be one of a level whose head states its time, which is then its own."""
    return is_ratio(column.header) and any(each.time is not None and not each.head.carried for each in values)


def _without_growth(columns: list[Column]) -> list[Column]:
    """Return columns of which *KH 2016-2020 (%)* is not a level, as the other levels have the units of the rows."""
    has_units = any(column.role is ColumnRole.UNIT for column in columns)
    plain = any(column.role in LEVELS and not column.unit for column in columns)
    if not has_units or not plain:
        return columns
    return [
        evolve(column, role=ColumnRole.UNKNOWN, head=evolve(column.head, doubtful=True))
        if column.role in LEVELS and column.unit == "%" and not column.measure
        else column
        for column in columns
    ]


def _is_past(column: Column, values: list[Column], planned: Time | None) -> bool:
    """Return whether a column of a time states levels that were reached: no head states plans, or all are later.

    So does *6T2023* beside *KH 2023* and *6T2023/6T2022 (%)*.
    """
    if _is_aside(column):
        return False
    last = max(each.number for each in values if each.time is not None)
    plain = [each for each in values if each.number < last and not _is_aside(each) and not is_ratio(each.header)]
    if any(each.role is ColumnRole.UNKNOWN and each.time is None and not _is_total(each) for each in plain):
        return False
    return _is_not_planned(column, values, planned)


def _is_not_planned(column: Column, values: list[Column], planned: Time | None) -> bool:
    """Return whether a time is before all plans, or a part of theirs that another head compares.

    It may be theirs if that head compares it with them: *Quý I* beside *KH quý I* and *Quý I so với KH (%)*.
    """
    times = [each.time or planned for each in values if each.role is ColumnRole.TARGET]
    compared = [each for each in values if each.head.compared and each.time == column.time]
    is_over = any(each.role is ColumnRole.ATTAINMENT and each.head.level is not None for each in compared)
    return all(
        isinstance(time, Period)
        and (
            (column.time is not None and days_of(column.time)[1] < time.start)
            or (bool(compared) and _is_part_of(column.time, time))
            or (is_over and column.time == time)
        )
        for time in times
    )


def _is_part_of(time: Time | None, whole: Period) -> bool:
    return isinstance(time, Period) and whole.start <= time.start and time.end <= whole.end and time != whole


def _is_aside(column: Column) -> bool:
    """Return whether a column states something else than levels, or nothing certain."""
    return column.head.compared or column.head.doubtful or prices_in(column.header) is not None


def _are_measures(values: list[Column], *, is_over: bool) -> bool:
    """Return whether columns measure different things at one time, which only a title may state.

    *Cả năm* beside *Vụ mùa* is the year of the title, and *Số hộ nghèo đầu năm 2018* the beginning of a year. Beside
    *Dân số năm 2018*, columns that name other amounts are levels, too. *Dư nợ đầu kỳ* and *Dư nợ cuối kỳ* of a period
    that is over are levels also beside *Kế hoạch vay*.
    """
    levels = [column for column in values if not _is_aside(column) and not column.head.other_years]
    moments = {column.head.collection for column in levels if column.role is ColumnRole.UNKNOWN}
    is_balance = is_over and {TimeCollection.BEGINNING, TimeCollection.END} <= moments
    plain = (ColumnRole.UNKNOWN, ColumnRole.ACTUAL, *[ColumnRole.TARGET] * is_balance)
    timed = [column for column in levels if column.time is not None]
    are_years = all(
        (column.head.carried and states_full_year(column.header)) or column.head.collection is not None
        for column in timed
    )
    is_open = len(timed) < len(levels) or not levels
    are_plain = all(column.role in plain for column in levels)
    return bool(values) and is_open and are_plain and (are_years or _are_named(levels))


def _are_named(levels: list[Column]) -> bool:
    """Return whether columns name different amounts, none of them a ratio that may compare the others."""
    names = {column.head.measure for column in levels if names_measure(column.head.measure)}
    compare = (column.head.compared or column.head.doubtful or _may_compare(column) for column in levels)
    return len(names) == len(levels) and not any(compare)


def _may_compare(column: Column) -> bool:
    """Return whether a column may state ratios of the others: *Tỷ lệ (%)*, not *Mật độ (người/km2)*."""
    unit = read_unit(column.unit)
    return is_ratio_label(column.header) and (unit is None or unit[0].kind is not UnitKind.QUOTIENT)


def _is_total(column: Column) -> bool:
    return re.match(r"(?:tổng|cộng)", column.header.casefold()) is not None


def _with_levels(columns: list[Column], title: Time | None) -> list[Column]:
    """Return columns of which those that name only their base compare the time of the title, or the only level."""
    if title is not None and _only_compare(columns, title):
        return [_with_level(each, title) if _names_base(each) else each for each in columns]
    return [_with_only_level(each, columns, title) for each in columns]


def _with_only_level(column: Column, columns: list[Column], title: Time | None) -> Column:
    """Return a comparison that names only its base, such as *So với cùng kỳ (%)*, as one of the only level before it.

    The base is the same part of another year, and a level without a time has that of the title. It is not certain
    beside levels of other times, unless other heads name those as what they compare, or beside columns that may be
    levels.
    """
    base = column.head.base if _names_base(column) and has_percent_sign(column.header) else None
    if base is None:
        return column
    if any(each.role is ColumnRole.UNKNOWN and each.header and not each.head.compared for each in columns):
        return column
    levels = [each for each in columns if each.role is ColumnRole.ACTUAL and not each.head.compared]
    if all(each.time is None for each in levels) and not any(each.head.grown for each in columns):
        return _with_level_of_title(column, base.time, levels, title)
    time = _only_time_after(base, columns)
    return column if time is None else _with_level(column, time)


def _with_level_of_title(column: Column, base: Time | None, levels: list[Column], title: Time | None) -> Column:
    """Return a comparison as one of the only level with its measure, at the time of the title."""
    found = [each for each in levels if not column.head.measure or each.head.measure == column.head.measure]
    if (
        base is None
        or title is None
        or not is_before(base, title)
        or len(found) != 1
        or not _is_in_year_of(base, title)
    ):
        return column
    return evolve(_with_level(column, None), level=found[0].number)


def _with_level(column: Column, time: Time | None) -> Column:
    """Return a comparison as one of the level of a time with an earlier one."""
    level = Head(role=ColumnRole.ACTUAL, time=time)
    return evolve(column, role=ColumnRole.CHANGE, time=time, head=evolve(column.head, level=level))


def _only_compare(columns: list[Column], time: Time) -> bool:
    """Return whether a table, as one of indices, has no levels, and compares its time with several earlier ones."""
    values = [each for each in columns if each.header and each.role not in ASIDE]
    bases = [each.head.base for each in values if _names_base(each)]
    return (
        len(values) > 1
        and all(each.head.compared for each in values)
        and all(base is not None and base.role is ColumnRole.UNKNOWN and is_before(base.time, time) for base in bases)
    )


def _names_base(column: Column) -> bool:
    """Return whether a column is a comparison that does not name the level that it compares."""
    head = column.head
    is_open = column.role is ColumnRole.UNKNOWN and head.compared and not head.doubtful and not head.grown
    return is_open and head.level is None and head.base is not None


def _only_time_after(base: Head, columns: list[Column]) -> Time | None:
    """Return the time of the only level that is the month after the base, or the same part of a later year."""
    if base.time is None:
        return None
    reached = {each.time for each in columns if each.role is ColumnRole.ACTUAL and not each.head.compared}
    levels = {time for time in reached if time is not None and is_before(base.time, time)}
    left = levels - _times_compared(columns) if len(levels) > 1 else levels
    if not base.carried:  # *So với 10 tháng 2021 (%)* states which part of a year it compares
        left = {time for time in levels if _is_of(base.time, time)}
    time = next(iter(left), None)
    return time if len(left) == 1 and time is not None and _is_of(base.time, time) else None


def _times_compared(columns: list[Column]) -> set[Time | None]:
    """Return the times of the levels and bases that comparisons name."""
    sides = (side for each in columns if each.head.compared for side in (each.head.level, each.head.base))
    return {side.time for side in sides if side is not None}


def _is_of(base: Time, time: Time) -> bool:
    """Return whether a time is the month after a base, or the same part of a later year."""
    if isinstance(base, Period) and isinstance(time, Period) and base.months == time.months == 1:
        return (time.start - base.end).days == 1 or _is_in_year_of(base, time)
    return _is_in_year_of(base, time)


def _is_in_year_of(base: Time, time: Time) -> bool:
    """Return whether a time is the same part of a later year."""
    return time_in_other_year(time, Period.year(days_of(base)[1].year)) == base


def _compared(column: Column, columns: list[Column]) -> Column:
    """Return a comparison with the numbers of the columns that it compares."""
    head = column.head
    if column.role not in (ColumnRole.ATTAINMENT, ColumnRole.CHANGE) or head.base is None or column.level:
        return column
    level_role = ColumnRole.TARGET if _is_planned(head.level) else ColumnRole.ACTUAL
    base_role = ColumnRole.TARGET if column.role is ColumnRole.ATTAINMENT else ColumnRole.ACTUAL
    near = [each for each in columns if each.place == column.place]
    base = _one([each for each in near if each.role is base_role], head.base.time, column)
    stated = None if head.level is None else head.level.time
    time = _time_of_plan(column, base) if stated is None else stated
    level = _level_of(column, [each for each in near if each.role is level_role], time)
    if level is None or level.time == stated:
        return evolve(column, level=_number_of(level), base=_number_of(base))
    if stated is not None:
        # under Năm 2020, the estimate of a month and its comparison: the base is that month of the year before
        base = _same_part(near, level.time, head.base.time)
    return evolve(column, level=level.number, base=_number_of(base), time=level.time, estimated=level.estimated)


def _of_quotient(column: Column, columns: list[Column]) -> Column:
    """Return a quotient of two columns as a comparison of levels with plans, or with earlier levels."""
    level, base = (next(each for each in columns if each.number == number) for number in (column.level, column.base))
    if level.role is not ColumnRole.ACTUAL or base.role not in LEVELS or level.head.compared or base.head.compared:
        return evolve(column, level=0, base=0)
    is_change = base.role is ColumnRole.ACTUAL
    if is_change and _may_be_share(column, level, base):
        return _as_share(column, level)
    if is_change and not is_before(base.time, level.time):
        return evolve(column, level=0, base=0)
    role = ColumnRole.CHANGE if is_change else ColumnRole.ATTAINMENT
    return evolve(column, role=role, time=level.time, estimated=level.estimated)


def _may_be_share(column: Column, level: Column, base: Column) -> bool:
    """Return whether the quotient of two columns is the share of one in the other at their time: *4=3/1*.

    Tonnes divided by hectares are not a share.
    """
    are_alike = level.time == base.time and level.unit == base.unit
    return has_percent_sign(column.header) and are_alike and level.measure != base.measure


def _time_of_plan(column: Column, base: Column | None) -> Time | None:
    """Return the time of the plan that a column compares levels with, if it states how far a plan was attained."""
    return base.time if column.role is ColumnRole.ATTAINMENT and base is not None else None


def _number_of(column: Column | None) -> int:
    """Return the number of a column; 0 if there is none."""
    return 0 if column is None else column.number


def _same_part(columns: list[Column], time: Time | None, year: Time | None) -> Column | None:
    """Return the only column of levels of the same part of another year."""
    part = None if time is None or not isinstance(year, Period) else time_in_other_year(time, year)
    found = [each for each in columns if each.role is ColumnRole.ACTUAL and part is not None and each.time == part]
    return found[0] if len(found) == 1 else None


def _level_of(column: Column, levels: list[Column], time: Time | None) -> Column | None:
    """Return the level that is compared: that with a time, or the only one before it for a part of that time."""
    level = _one(levels, time, column)
    if level is not None:
        return level
    parts = [each for each in levels if each.time is not None and is_within(each.time, time)]
    stated = column.head.level is not None and column.head.level.time is not None
    return _one([each for each in parts if each.number < column.number or not stated], None, column)


def _is_planned(head: Head | None) -> bool:
    return head is not None and head.role is ColumnRole.TARGET


def _one(columns: list[Column], time: Time | None, compared: Column) -> Column | None:
    """Return the only column with a time; of several for one time, that with the measure of a comparison.

    If the comparison names no measure, it is the last column before it that is not a share.
    """
    fitting = [column for column in columns if time is None or column.time == time]
    if time is not None and len({column.measure for column in fitting}) > 1:
        if compared.head.measure:
            fitting = [column for column in fitting if column.measure == compared.head.measure]
        else:
            fitting = [column for column in fitting if column.number < compared.number and "%" not in column.unit][-1:]
    return fitting[0] if len(fitting) == 1 else None
