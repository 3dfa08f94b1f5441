"""What each column of a part of a table states: its role, time, unit, measure and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, final

from attrs import evolve, frozen

from aseansc.documents._column import ASIDE, LEVELS, NAMING, Column
from aseansc.documents._columns_aside import with_aside
from aseansc.documents._completed_columns import completed
from aseansc.documents._head_rows import first_title, head_rows, head_texts, quotients, titles_of
from aseansc.documents._lists_of_numbers import columns_of_list
from aseansc.documents._parts_of_years import (
    below_title,
    in_parts_of_years,
    is_before,
    is_within,
    not_in_future,
    without_future,
    without_unsure_bases,
)
from aseansc.documents._periods_before import with_periods_before
from aseansc.documents._places import province_of
from aseansc.periods import Period, Time, TimeBasis, days_of
from aseansc.units import UnitKind, country, ethnic_group
from aseansc.vietnamese.tables import (
    ColumnRole,
    Head,
    TitleTimes,
    counts_projects,
    has_other_years,
    has_percent_sign,
    is_division,
    is_forecast,
    is_mean,
    is_place,
    is_plan,
    is_ratio_label,
    is_title,
    is_to_date,
    is_translated,
    is_understood,
    is_unit,
    is_whole,
    may_be_planned,
    may_name_place,
    may_name_things,
    planned_years,
    read_head,
    read_title,
    read_unit,
    registered_in,
    rises,
    starts_listing,
    states_full_year,
    unit_in_brackets,
    unit_in_line,
    without_continuation,
    written_on,
)

if TYPE_CHECKING:
    from aseansc.documents._source import Table

_ONE_YEAR: Final = re.compile(r"\A(?:[^\W\d]+ )?((?:19|20)\d\d)\Z")
_SHORT_YEARS: Final = re.compile(r"(\d\d) ?/ ?(\d\d)( ?\(?%\)?)?")
_IN_SERIES: Final = re.compile(r"([^\W\d_]{1,3}) ?\d{1,2}")
_FEWEST_PLACES: Final = 2
_FEWEST_NAMES: Final = 3
"""The fewest names of places beside a total, such as *Tam Đường*, that do not state that they are places."""


@final
@frozen(kw_only=True)
class Block:
    """A part of a table with heads of its own.

    Args:
        titles: the lines above the heads, from top to bottom, without those that only name other documents; those of
            the part before if it has none of its own.
        times: the times in the titles.
        basis: whether these are carried to the figures, or assumed, as only titles above these titles state them.
        columns: its columns.
        first: the number of its first row below the heads.
        last: the number of its last row.
    """

    titles: tuple[str, ...]
    times: TitleTimes
    basis: TimeBasis
    columns: tuple[Column, ...]
    first: int
    last: int


def blocks_of(
    table: Table, titles: tuple[str, ...] = (), above: TitleTimes | None = None, own: TitleTimes | None = None
) -> tuple[Block, ...]:
    """Return the parts of a table that have heads; a list of numbers without heads is one part.

    Args:
        table: the table.
        titles: the lines above the table, from top to bottom.
        above: the times of the titles above these lines.
        own: the times that a note below the table or the name of its sheet states.
    """
    height, _ = table.shape
    heads = head_rows(table)
    found: list[Block] = []
    dated = tuple(filter(written_on, titles))
    titles = tuple(map(without_continuation, titles))
    times, basis = _times_of(titles, above, own)
    for at, (start, end) in enumerate(heads):
        inner = tuple(map(without_continuation, titles_of(table, found[-1].first if found else 1, start)))
        following = heads[at + 1][0] if at + 1 < len(heads) else height + 1
        titles = inner or titles
        if inner and read_title(inner, times) is not None:
            times, basis = _times_of(inner, above, own)
        last = (first_title(table, end + 1, following) if following <= height else following) - 1
        found.extend(
            Block(titles=_stating(titles), times=times, basis=basis, columns=columns, first=end + 1, last=last)
            for columns in _columns_below(table, (start, end), (*dated, *titles), times)
            if last > end  # else the rows have words beside their numbers, and are read as sentences
        )
    listed = () if heads else columns_of_list(table)
    return tuple(found) or tuple(
        Block(titles=_stating(titles), times=times, basis=basis, columns=columns, first=1, last=height)
        for columns in [listed]
        if columns
    )


def _stating(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Return titles without the lines that only name other documents: *(Kèm theo Kế hoạch số 12/KH-UBND)*."""
    return tuple(title for title in titles if is_title(title) or unit_in_line(title))


def _columns_below(
    table: Table, heads: tuple[int, int], above: tuple[str, ...], times: TitleTimes
) -> Iterator[tuple[Column, ...]]:
    """Yield the columns of each of the tables beside each other below heads and the lines above them."""
    titles = _stating(above)
    for group in _side_by_side(_columns(table, *heads, times.known)):
        columns = completed(with_aside(table, group, heads[1]), times)
        columns = without_future(columns, above)
        columns = with_periods_before(without_unsure_bases(columns, times.known))
        if any(map(has_other_years, titles)) or columns[0].head.other_years:
            columns = tuple(map(_without_year, columns))
        columns = in_parts_of_years(columns, titles, times.known)
        columns = _without_planned_years(columns, titles)
        columns = _planned(columns, times.planned) if any(map(is_plan, titles)) else columns
        columns = below_title(not_in_future(columns, times.known), titles, times)
        yield tuple(_forecast(each, times.planned) for each in columns) if any(map(is_forecast, titles)) else columns


def _times_of(
    titles: tuple[str, ...], above: TitleTimes | None, own: TitleTimes | None
) -> tuple[TitleTimes, TimeBasis]:
    """Return the times of titles; without any, those of the table's own note, or of titles above, which are assumed."""
    completing, basis = (own, TimeBasis.CARRIED) if own is not None else (above, TimeBasis.ASSUMED)
    stated = read_title(titles, completing)
    if stated is None:
        return completing or TitleTimes(), basis
    is_completed = read_title(titles) != stated
    return stated, basis if is_completed else TimeBasis.CARRIED


def _side_by_side(columns: list[Column]) -> list[list[Column]]:
    """Return the groups of columns that are tables beside each other: the same heads again, with labels.

    The heads of labels may differ: *Nội dung thu*, *Dự toán*, *Nội dung chi*, *Dự toán*.
    """
    heads = [column.head.role if column.head.role is ColumnRole.LABEL else column.header for column in columns]
    for size in range(2, len(heads) // 2 + 1):
        has_labels = ColumnRole.LABEL in heads[:size] and set(heads[:size]) != {ColumnRole.LABEL}
        if has_labels and len(heads) % size == 0 and heads == heads[:size] * (len(heads) // size):
            return [columns[at : at + size] for at in range(0, len(heads), size)]
    groups = _with_first_head(columns)
    return groups if len(groups) > 1 and all(map(_is_table, groups)) else [columns]


def _with_first_head(columns: list[Column]) -> list[list[Column]]:
    """Return the groups of columns that begin with the same head of labels or serial numbers."""
    first = columns[0].header if columns else ""
    starts = [at for at, each in enumerate(columns) if first and each.role in NAMING and each.header == first]
    return [columns[at:end] for at, end in pairwise([*starts, len(columns)])]


def _is_table(columns: list[Column]) -> bool:
    """Return whether columns have labels and values."""
    roles = [each.role for each in columns if each.header]
    return ColumnRole.LABEL in roles and not all(role in ASIDE for role in roles)


def _without_year(column: Column) -> Column:
    """Return a column of which the year is not a calendar year; if it compares years, it is not certain which."""
    if column.time is None:
        return column
    role = ColumnRole.UNKNOWN if column.head.compared else column.role
    return evolve(column, role=role, time=None, head=evolve(column.head, other_years=True))


def _forecast(column: Column, time: Time | None) -> Column:
    """Return a column below the title of a forecast, which is one if its head only states a time."""
    is_open = column.head.role is ColumnRole.UNKNOWN and not column.head.compared and not column.head.doubtful
    if not is_open or column.time is None or time is None or not is_within(column.time, time):
        return column
    return evolve(column, role=ColumnRole.ACTUAL, head=evolve(column.head, role=ColumnRole.ACTUAL, forecast=True))


def _planned(columns: tuple[Column, ...], time: Time | None) -> tuple[Column, ...]:
    """Return columns below the title of a plan, which are plans for its time unless a head states something else.

    So does *Quý I so với KH (%)*: the first quarter is over, its year may be a plan, and other quarters are open.
    """
    values = [column for column in columns if column.header and column.role not in ASIDE and not column.head.compared]
    if not _may_all_be_planned(values):
        return columns
    compared = [each.head.level for each in columns if each.head.role is ColumnRole.ATTAINMENT]
    over = {level.time for level in compared if level is not None and level.time is not None}
    plain = [column for column in _without_stated_role(values) if _may_be_planned(column, time, over)]
    return tuple(evolve(column, role=ColumnRole.TARGET) if column in plain else column for column in columns)


def _may_be_planned(column: Column, time: Time | None, over: set[Time]) -> bool:
    """Return whether a column may be a plan for a time, of which some parts are over."""
    is_of_time = column.time is None or (time is not None and is_within(column.time, time))
    is_left = all(is_within(each, column.time) and each != column.time for each in over)
    return is_of_time and is_left and not column.head.doubtful


def _without_stated_role(values: list[Column]) -> list[Column]:
    """Return the columns of which the heads state no role; beside other columns, only those that have a time."""
    plain = [column for column in values if column.head.role is ColumnRole.UNKNOWN]
    if len(plain) < len(values):  # beside *Kế hoạch năm 2022*, only *Quý I* is a plan
        plain = [column for column in plain if column.time is not None]
    return plain


def _may_all_be_planned(values: list[Column]) -> bool:
    """Return whether all columns of values may state plans: each head states a plan, or leaves its role open.

    *Giảm hộ nghèo (hộ)* may be one, too, and stays open.
    """
    return all(
        column.head.role in (ColumnRole.UNKNOWN, ColumnRole.TARGET)
        and (rises(column.header) or not column.head.doubtful)
        and may_be_planned(column.header)
        for column in values
    )


def _without_planned_years(columns: tuple[Column, ...], titles: tuple[str, ...]) -> tuple[Column, ...]:
    """Return columns of which those in the years of a plan that the titles name last are open: *Ước năm 2021*.

    *Thực hiện năm 2021* is a level also there, and so is *Ước năm 2021* before *KH 2022*. *Năm 2023* below *Kết quả
    năm 2022 và kế hoạch năm 2023* is a plan.
    """
    planned = next((years for title in titles if (years := planned_years(title)) is not None), None)
    targets = [each.time for each in columns if each.role is ColumnRole.TARGET and each.time is not None]
    if planned is None:
        return columns
    is_one = planned == Period.year(planned.start.year) and not targets
    return tuple(
        evolve(column, role=ColumnRole.TARGET if is_one and not column.estimated else ColumnRole.UNKNOWN)
        if column.role is ColumnRole.ACTUAL
        and column.time is not None
        and is_within(column.time, planned)
        and (column.estimated or column.head.role is ColumnRole.UNKNOWN)
        and not (targets and all(is_before(column.time, time) for time in targets))
        else column
        for column in columns
    )


def _columns(table: Table, start: int, end: int, title: Time | None) -> list[Column]:
    """Return the columns with what their own heads state."""
    heads = list(map(_of_level, _with_full_years(head_texts(table, start, end))))
    places = _places(heads)
    groups = Counter(texts[0] for texts in heads if len(texts) > 1)
    read = [_column(at, *each, title) for at, each in enumerate(zip(heads, places, strict=True), 1)]
    read = [_below_group(each, texts, groups) for each, texts in zip(read, heads, strict=True)]
    if any(counts_projects(each.header) for each in read):
        read = [_registered(each, title) for each in read]
    read = _without_series(read)
    stated = quotients(table, end)
    read = [_quotient(each, *stated[each.number]) if each.number in stated else each for each in read]
    if title is not None and _are_later(read, title):
        return _columns(table, start, end, None)
    return _with_times_of_others(read, heads, places) if title is None else read


def _without_series(columns: list[Column]) -> list[Column]:
    """Return columns of which *M2* beside *M1* is a name, such as that of a sample, and not an area."""
    stems = {match[1] for each in columns if not each.unit and (match := _IN_SERIES.fullmatch(each.header)) is not None}
    return [
        evolve(each, unit="", states_unit=False)
        if each.unit and (match := _IN_SERIES.fullmatch(each.header)) is not None and match[1] in stems
        else each
        for each in columns
    ]


def _with_full_years(heads: list[list[str]]) -> list[list[str]]:
    """Return heads of which *11/10* beside *2010* and *2011* is *2011/2010*."""
    years = {match[1][2:]: match[1] for texts in heads for text in texts if (match := _ONE_YEAR.search(text))}

    def in_full(text: str) -> str:
        match = _SHORT_YEARS.fullmatch(text.strip())
        if match is None or match[1] <= match[2] or not {match[1], match[2]} <= years.keys():
            return text
        return f"{years[match[1]]}/{years[match[2]]}{match[3] or ''}"

    return [list(map(in_full, texts)) for texts in heads]


def _of_level(texts: list[str]) -> list[str]:
    """Return the lines of a head without its group if it is the level that others of this compare.

    So is *Diện tích năm 2021* below *So với năm 2021*, beside *Tăng, giảm*.
    """
    group, own = read_head(texts[0] if len(texts) > 1 else ""), read_head(texts[-1] if texts else "")
    is_of_base = group.base is not None and own.time is not None and own.time == group.base.time
    return texts[-1:] if is_of_base and own.measure and not own.compared else texts


def _are_later(columns: list[Column], title: Time) -> bool:
    """Return whether the heads of levels state only years after that of the title, so that it is not their time."""
    stated = [each.time for each in columns if _may_be_level(each) and each.time is not None and not each.head.carried]
    return bool(stated) and all(days_of(time)[0].year > days_of(title)[1].year for time in stated)


def _with_times_of_others(read: list[Column], heads: list[list[str]], places: list[str]) -> list[Column]:
    """Return columns without a time in the title, of which the times of other heads complete those that need one.

    Args:
        read: the columns with what their own heads state.
        heads: the lines of the head of each column.
        places: the text of each head that names a place.
    """
    month = _latest_month(read)
    only = _only_time(read) or (month if _are_in_year(read, month) else None)
    again = [
        _completed_again(column, texts, place, month, only)
        for column, texts, place in zip(read, heads, places, strict=True)
    ]
    is_open = any(map(_may_be_level_without_time, again))
    return [
        new if _is_completed(old, new, read) or (_is_of_title(new) and not is_open) else old
        for old, new in zip(read, again, strict=True)
    ]


def _completed_again(column: Column, texts: list[str], place: str, month: Time | None, only: Time | None) -> Column:
    """Return a column without a time of its own with that which the latest month, or the only time, completes."""
    time = month if is_to_date(column.header) else only if column.time is None else None
    return column if time is None else _column(column.number, texts, place, time)


def _is_completed(old: Column, new: Column, columns: list[Column]) -> bool:
    """Return whether another time completes a head that sums up to it, or names a part of a year that others state.

    *Quý I* beside *Cả năm 2022* is one, too.
    """
    if is_to_date(old.header) or old.time is not None or new.time is None:
        return is_to_date(old.header)
    levels = [each for each in columns if _may_be_level(each) and each.time is not None]
    return any(
        new.time == each.time or (states_full_year(each.header) and is_within(new.time, each.time)) for each in levels
    )


def _registered(column: Column, title: Time | None) -> Column:
    """Return a column of registered capital, which beside the number of projects is not capital that is asked for."""
    registered = registered_in(column.header) if column.head.doubtful else None
    if registered is None:
        return column
    words = " ".join(column.header.casefold().split())
    found = _column(column.number, [words.replace(registered, registered.split()[0])], "", title)
    measure = found.measure.replace(registered.split()[0], registered)
    return evolve(found, header=column.header, measure=measure)


def _quotient(column: Column, level: int, base: int) -> Column:
    """Return a column that is the quotient of two others."""
    head = evolve(column.head, compared=True, divided=True, doubtful=False)
    return evolve(column, role=ColumnRole.UNKNOWN, measure="", level=level, base=base, head=head)


def _below_group(column: Column, texts: list[str], groups: Counter[str]) -> Column:
    """Return a column that is not one of labels if only the head of its group is: *Xã có điện*, below it *Số xã*."""
    is_below = column.role is ColumnRole.LABEL and len(texts) > 1 and groups[texts[0]] > 1
    if not is_below or read_head(texts[-1]).role is ColumnRole.LABEL:
        return column
    role = ColumnRole.UNKNOWN
    return evolve(column, role=role, head=evolve(column.head, role=role, places=False))


def _only_time(columns: list[Column]) -> Time | None:
    """Return the only time of the levels of a table, of which *cùng kỳ năm 2021* is the same part of another year."""
    times = {each.time for each in columns if _may_be_level(each) and each.time is not None}
    return times.pop() if len(times) == 1 else None


def _are_in_year(columns: list[Column], month: Time | None) -> bool:
    """Return whether all times of levels are parts of the year of their latest month, up to this month."""
    times = [each.time for each in columns if _may_be_level(each) and each.time is not None]
    return isinstance(month, Period) and all(
        isinstance(time, Period) and time.end <= month.end and time.start.year == month.start.year for time in times
    )


def _may_be_level(column: Column) -> bool:
    """Return whether a column may state levels that were reached."""
    is_level = column.role in (ColumnRole.ACTUAL, ColumnRole.UNKNOWN)
    return is_level and bool(column.header) and not column.head.compared


def _may_be_level_without_time(column: Column) -> bool:
    """Return whether a column may state levels, and its head neither states a time nor refers to that of the title."""
    return _may_be_level(column) and column.time is None and not _is_of_title(column)


def _is_of_title(column: Column) -> bool:
    """Return whether the time of a level, or of the base of a comparison, is that of the title in another year."""
    return column.head.of_title or (column.head.base is not None and column.head.base.of_title)


def _latest_month(columns: list[Column]) -> Time | None:
    """Return the last of the months that heads of levels state, up to which others sum up: *Lũy kế từ đầu năm*."""
    times = [each.time for each in columns if each.role is ColumnRole.ACTUAL and not each.head.compared]
    months = [time for time in times if isinstance(time, Period) and time.months == 1]
    return max(months, key=lambda time: time.start, default=None)


def _column(number: int, texts: list[str], place: str, title: Time | None) -> Column:
    """Return a column with what the lines of its head state."""
    whole, unit = _unit_in(texts)
    words = [text for text in texts if text not in (place, whole)]
    head = _aside(words) or read_head(" ".join([*words, _area_in(whole)]).strip(), title)
    if head.doubtful and unit:
        head = read_head(" ".join(texts), title)  # a mean has a unit of its own
    is_read = (_are_understood(words) or is_understood(" ".join(texts))) and is_translated(" ".join(texts))
    if head.role not in ASIDE and not head.doubtful and not is_read:
        head = Head(role=ColumnRole.UNKNOWN, compared=head.compared, doubtful=True)
    return Column(
        number=number,
        header=" ".join(" ".join(texts).split()),
        role=head.role,
        time=head.time,
        estimated=head.estimated,
        unit=unit or head.unit or ("%" if not head.compared and has_percent_sign(" ".join(texts)) else ""),
        states_unit=bool(unit) and not whole,
        measure="" if head.compared or (head.role not in LEVELS and head.time is None) else head.measure,
        place="" if is_whole(place) else place,
        head=head,
    )


def _area_in(unit: str) -> str:
    """Return the unit of a head in brackets if it is one of areas, so that *DT thu hoạch* above it is an area."""
    found = read_unit(unit)
    return f"({unit.strip(' ()')})" if found is not None and found[0].kind is UnitKind.AREA else ""


def _aside(lines: list[str]) -> Head | None:
    """Return the head of units, remarks or serial numbers if its last line says so: *Kết quả*, *Đơn vị tính*."""
    last = read_head(lines[-1]) if lines else None
    return last if last is not None and last.role in (ColumnRole.UNIT, ColumnRole.NOTE, ColumnRole.SERIAL) else None


def _are_understood(lines: list[str]) -> bool:
    """Return whether all lines of a head are understood, or all together if a sentence goes over several lines."""
    return all(map(is_understood, lines)) or is_understood(" ".join(lines))


def _unit_in(texts: list[str]) -> tuple[str, str]:
    """Return the line of a head that is only a unit, and the unit that its lines state; empty texts without one.

    The unit of *Tổng chi (tỷ đồng)* is not that of *Tỷ lệ* or *Cơ cấu* below it.
    """
    last = texts[-1] if texts else ""
    is_ratio = has_percent_sign(last) or (is_ratio_label(last) and not rises(last) and not is_mean(last))
    if len(texts) > 1 and is_ratio:
        texts = texts[-1:]
    listed = any(starts_listing(text) or is_division(text) for text in texts)  # *Trong đó*, and then *Bệnh viện*
    whole = "" if listed else next((text for at, text in enumerate(texts) if _is_unit(text, first=not at)), "")
    bracketed = unit_in_brackets("\n".join(texts))
    if bracketed and may_name_things(whole):  # *Kinh phí (triệu đồng)*, and below it *Trẻ em*
        whole = ""
    return whole, whole or bracketed


def _is_unit(text: str, *, first: bool) -> bool:
    """Return whether a line of a head is only a unit; the first one may also name what is counted: *Bệnh viện*.

    With a scale, it is a unit: *Triệu lượt người*.

    *Năm* is a part of a time if the next line is a number, and *Chỉ tiêu giao* is a plan.
    """
    found = read_unit(text) if is_unit(text) and not _states_levels(text) else None
    if found is None:
        return False
    unit, scale = found
    if unit in (country, ethnic_group) and not text.startswith("("):  # the second line of *Cả nước*; a part of persons
        return False
    return unit.kind is not UnitKind.DURATION and not (first and unit.kind is UnitKind.COUNT and scale == 1)


def _states_levels(text: str) -> bool:
    head = read_head(text)
    return head.role in LEVELS or head.compared


def _places(heads: list[list[str]]) -> list[str]:
    """Return the text of each head that names a place; empty texts if fewer than two columns have different ones."""
    found = [next((text for text in texts if is_place(text) or province_of(text)), "") for texts in heads]
    wholes = [next((text for text in texts if is_whole(text)), "") for texts in heads]
    if not any(found) and any(wholes):
        found = _names(heads)
    if not any(found) or len({*found, *wholes} - {""}) < _FEWEST_PLACES:
        return [""] * len(heads)
    return [place or whole for place, whole in zip(found, wholes, strict=True)]


def _names(heads: list[list[str]]) -> list[str]:
    """Return the text of each head that may name a place; empty texts if these are few."""
    found = [next(filter(may_name_place, texts), "") for texts in heads]
    return found if sum(map(bool, found)) >= _FEWEST_NAMES else [""] * len(heads)
