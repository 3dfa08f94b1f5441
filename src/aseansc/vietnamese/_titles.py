"""Read the titles of tables and reports: their times, and whether they announce plans."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final, final

from attrs import frozen

from aseansc.errors import AseanscError
from aseansc.indicators import PriceBasis
from aseansc.periods import AsOf, Period, Time
from aseansc.vietnamese._head_texts import PRICES, is_translated, normal
from aseansc.vietnamese._head_times import (
    OTHER_YEARS,
    PRIVATE,
    Stated,
    contains,
    of_character,
    states_other_years,
    without_relative_times,
    without_times,
)
from aseansc.vietnamese._heads import PARTS_OF_YEAR, VAGUE
from aseansc.vietnamese._lexicon import headings, table_times, titles

_ATTACHED, _ATTACHED_TO = re.compile(titles.ATTACHED), re.compile(titles.ATTACHED_TO)
_CONTINUED: Final = re.compile(titles.CONTINUED, re.IGNORECASE)
_IN_DOCUMENT: Final = re.compile(titles.IN_DOCUMENT, re.IGNORECASE)
_STATE: Final = re.compile(titles.STATE_TITLE)
_FROM_DAY: Final = re.compile(rf"(?<!\w)(?:{table_times.FROM_DAY})")
_BASE: Final = re.compile(rf"(?<!\w)(?:{titles.BASE})[\ue000-\uf8ff]|[\ue000-\uf8ff]\s*=\s*100")
_DAY_OF_YEARS: Final = re.compile(titles.DAY_OF_YEARS)
_UP_TO_MONTH, _UP_TO_DAY = re.compile(titles.UP_TO_MONTH), re.compile(titles.UP_TO_DAY)
_FIRST_OF_SCHOOL_YEAR: Final = 7
"""The first month that is one of the first year of a school year."""

_YEARBOOK: Final = re.compile(headings.YEARBOOK)
_WITHIN: Final = re.compile(table_times.WITHIN)
_DAYS: Final = 31
_MONTHS: Final = 12
_PLANNED_YEARS: Final = re.compile(titles.PLANNED_YEARS)
_REPORT: Final = re.compile(titles.REPORT_TITLE)
_NOTE_OF_TIME: Final = re.compile(titles.NOTE_OF_TIME)
_ESTIMATED: Final = re.compile(titles.ESTIMATED_TITLE)
_FORECAST: Final = re.compile(titles.FORECAST_TITLE)
_PLANNED, _PLAN = re.compile(titles.PLANNED_TITLE), re.compile(titles.PLAN_TITLE)
_OF_PLAN: Final = re.compile(titles.INDICATORS_OF_YEARS)
_REACHED, _AHEAD = re.compile(titles.REACHED_TITLE), re.compile(titles.AHEAD_TITLE)


@final
@frozen(kw_only=True)
class TitleTimes:
    """The times that a title states for the figures below it.

    Args:
        reached: the time of levels that were reached; `None` if it is not certain.
        planned: the time of plans; `None` if it is not certain.
        known: the time that completes *6 tháng* or *cùng kỳ năm trước* in heads, if any.
    """

    reached: Time | None = None
    planned: Time | None = None
    known: Time | None = None


def is_title(line: str) -> bool:
    """Return whether a line above a table may be a part of its title, and does not name a source or other documents."""
    return _ATTACHED.search(" ".join(line.split()).casefold()) is None


def without_continuation(line: str) -> str:
    """Return a line of a title without words that it goes on from the page before: *(Tiếp theo)*, *(Cont.)*.

    Words in brackets that name the document that it belongs to are left out, too, if there are others.

    >>> without_continuation("28 (Tiếp theo) Cơ cấu lao động")
    '28 Cơ cấu lao động'
    >>> without_continuation("(Tính đến 10/6/2019) (Kèm theo Báo cáo số 12/BC-SYT)")
    '(Tính đến 10/6/2019)'
    """
    shown = " ".join(_CONTINUED.sub(" ", line).split())
    return _IN_DOCUMENT.sub("", shown).strip() or shown


def times_in(text: str) -> tuple[Time, ...]:
    """Return the different times in a title or heading, in order."""
    _, times = without_times(" ".join(text.split()).casefold())
    return tuple(dict.fromkeys(stated.time for stated in times))


def names_state(title: str) -> bool:
    """Return whether a title names what is there at a moment: *Hiện trạng rừng*."""
    return _STATE.search(title.casefold()) is not None


def has_other_years(line: str) -> bool:
    """Return whether a title states that its years are not calendar years, but school years."""
    return OTHER_YEARS.search(line.casefold()) is not None


def ends_with_month(line: str) -> bool:
    """Return whether a line states a month as the end of a time, so that it is not that of amounts: *đến tháng 8/2020*.

    >>> ends_with_month("Thu ngân sách đến tháng 8 năm 2020"), ends_with_month("Thu ngân sách tháng 8 năm 2020")
    (True, False)
    """
    return _UP_TO_MONTH.search(normal(line)) is not None


def ends_with_day(line: str) -> bool:
    """Return whether a line states a day as the end of a time: *tính đến ngày 15/11/2023*, not *tại ngày 31/12*."""
    return any(_last_days(line))


def day_of_years(line: str) -> tuple[int, int] | None:
    """Return the day and the month of each year that a title states: *Tại thời điểm 31/12 hàng năm*."""
    match = _DAY_OF_YEARS.search(normal(line))
    day = None if match is None else (int(match[1]), int(match[2]))
    return day if day is not None and 1 <= day[0] <= _DAYS and 1 <= day[1] <= _MONTHS else None


def day_in_years(line: str, head: str) -> AsOf | None:
    """Return the day that a title states, in the only year or school year that a head states.

    >>> day_in_years("Tại thời điểm 31/12", "2018"), day_in_years("Có đến 31/5 hàng năm", "2017-2018")
    (AsOf.parse('2018-12-31'), AsOf.parse('2018-05-31'))
    """
    day, years = day_of_years(line), times_in(head)
    if day is None or len(years) != 1 or not isinstance(years[0], Period) or years[0].start.month != 1:
        return None
    start, end = years[0].start.year, years[0].end.year
    if years[0].months != 12 * (end - start + 1) or end - start > 1:
        return None
    if start != end and any(isinstance(time, AsOf) for time in times_in(line)):  # the day of one school year
        return None
    year = start if day[1] >= _FIRST_OF_SCHOOL_YEAR else end
    try:
        return AsOf.parse(f"{year}-{day[1]:02}-{day[0]:02}")
    except AseanscError:
        return None


def time_of_title(lines: Iterable[str]) -> Time | None:
    """Return the time in the title of a table, or ``None`` if there is none or more than one.

    A day that ends the period of a title, as in *8 tháng 2005 (tính tới ngày 22/8/2005)*, does not change it; for a
    period of several years the figures are those of that day. Dates of other documents do not count.

    Args:
        lines: the lines of the title, in any order.
    """
    lines = tuple(filter(is_title, lines))
    if any(map(_has_open_times, lines)):
        return _day_of_school_year(lines)
    read = (line for line in lines if is_translated(line))
    times = list(dict.fromkeys(time for line in read for time in _times_of_figures(line)))
    days = [time for time in times if isinstance(time, AsOf)]
    periods = [time for time in times if isinstance(time, Period)]
    if (len(days), len(periods)) == (1, 1) and contains(periods[0], days[0]):
        return periods[0] if periods[0].start.year == periods[0].end.year else days[0]
    return times[0] if len(times) == 1 else None


def _day_of_school_year(lines: tuple[str, ...]) -> AsOf | None:
    """Return the only day in a title, if its other time is the school year of that day: *(Thời điểm 30/9/2021)*."""
    times = {time for line in lines for time in times_in(line)}
    days = [time for time in times if isinstance(time, AsOf)]
    is_of_school = all(has_other_years(line) for line in lines if _has_open_times(line))
    is_only = is_of_school and len(days) == 1 and len(times) == 2
    return days[0] if is_only and all(contains(time, days[0]) for time in times) else None


def _has_open_times(line: str) -> bool:
    """Return whether a line of a title has school years, or a time between two days."""
    rest, times = without_times(" ".join(line.split()).casefold())
    return _FROM_DAY.search(rest) is not None or states_other_years(line, times)


def _times_of_figures(line: str) -> Iterator[Time]:
    """Yield the times in a line of a title without those of the base of an index."""
    rest, times = without_times(" ".join(line.split()).casefold())
    rest = _BASE.sub(" ", rest)
    yield from (of_character(times, character).time for character in PRIVATE.findall(rest))


def read_title(lines: Iterable[str], above: TitleTimes | None = None) -> TitleTimes | None:
    """Return the times that a title states for reached levels and for plans; ``None`` if it states none at all.

    A line that names only a yearbook has its year, if no other title states a time.
    *Kế hoạch năm 2019* is a time of plans only. *Tình hình năm 2018 và kế hoạch năm 2019* is a time of reached levels,
    and leaves that of plans open, as these may be plans for either year.

    Args:
        lines: the lines of the title.
        above: the times of the titles above, which complete *6 tháng đầu năm*.

    >>> read_title(["Tình hình năm 2018 và kế hoạch năm 2019"])
    TitleTimes(reached=Period.parse('2018'), planned=None, known=Period.parse('2018'))
    """
    every = tuple(lines)
    lines = tuple(filter(is_title, every))
    time = time_of_title(lines)
    if time is None and any(times_in(line) or _has_open_times(line) for line in lines):
        reached = time_of_title(_AHEAD.sub("", line.casefold()) for line in lines)
        return TitleTimes(reached=reached, known=reached)
    if _is_longer(time, lines):
        return TitleTimes()
    parts = _parts_of_year(lines, time or (None if above is None else above.reached))
    if parts or (time is None and any(map(_states_part, lines))):
        return _of_parts(lines, parts, time)
    if time is None:
        return None if above is not None else _of_yearbook(every)
    return TitleTimes(reached=_reached(lines, time), planned=time, known=time)


def _reached(lines: tuple[str, ...], time: Time) -> Time | None:
    """Return the time of levels that were reached in that of a title; ``None`` if this is one of plans."""
    is_planned = any(plans_are_meant(line) for line in lines if times_in(line))
    return None if is_planned else _last_day(lines, time) or time


def _of_yearbook(lines: Iterable[str]) -> TitleTimes | None:
    """Return the year of the only yearbook that lines name in brackets: *(Niên giám thống kê năm 2006)*."""
    found = [match for line in lines if (match := _YEARBOOK.fullmatch(normal(line))) is not None]
    year = Period.year(int(found[0][1])) if len(found) == 1 else None
    return None if year is None else TitleTimes(reached=year, known=year)


def _last_day(lines: Iterable[str], year: Time) -> AsOf | None:
    """Return the only day in a title, before the last month of its year, which ends what was reached of this year."""
    days = {time for line in lines for time in _last_days(line)}
    day = days.pop() if len(days) == 1 else None
    is_within = day is not None and year == Period.year(day.date.year) and day.date.month < _MONTHS
    return day if is_within else None


def _last_days(line: str) -> Iterator[AsOf]:
    """Yield the days that end a time: *đến ngày 30/9/2022*."""
    rest, times = without_times(normal(line))
    for match in _UP_TO_DAY.finditer(rest):
        time = of_character(times, rest[match.end()]).time
        if isinstance(time, AsOf):
            yield time


def _of_parts(lines: tuple[str, ...], parts: set[Time], time: Time | None) -> TitleTimes:
    """Return the times of a title that names parts of a year without this year."""
    part = parts.pop() if len(parts) == 1 else None
    if part is not None and any(times_in(line) and _parts_of_year([line], time) for line in lines):
        return TitleTimes(planned=time, known=time)  # *tháng 6 và 6 tháng đầu năm 2018*
    return TitleTimes(reached=part, known=part or time)


def _is_longer(time: Time | None, lines: Iterable[str]) -> bool:
    """Return whether lines name a part of their month or year, such as a week, whose days they do not state."""
    shown = (without_times(normal(line))[0] for line in lines)
    return isinstance(time, Period) and time.months is not None and any(map(_WITHIN.search, shown))


def _states_part(line: str) -> bool:
    """Return whether a line names a part of a year, or a time such as *kỳ báo cáo*, without its year."""
    shown = normal(line)
    return PARTS_OF_YEAR.search(shown) is not None or VAGUE.search(shown) is not None


def _parts_of_year(lines: Iterable[str], year: Time | None) -> set[Time]:
    """Return the parts of a year that lines name without this year: *6 tháng đầu năm*."""
    found: list[Stated] = []
    for line in lines if year is not None else ():
        rest, times = without_times(normal(line))
        own = len(times)
        without_relative_times(rest, times, year)
        found += times[own:]
    return {each.time for each in found if each.later is None and each.time != year and isinstance(each.time, Period)}


def is_report(title: str) -> bool:
    """Return whether a title names only a report and its time, not what the table below it states.

    >>> is_report("Báo cáo tháng 6 năm 2018"), is_report("Thu ngân sách 6 tháng năm 2018")
    (True, False)
    """
    rest = PRIVATE.sub(" ", without_times(normal(title))[0])
    return _REPORT.fullmatch(" ".join(rest.split()).strip(" .,:;()")) is not None


def time_of_note(line: str) -> TitleTimes | None:
    """Return the time of a note below a table that states only this; ``None`` if only the end of a time is stated.

    >>> time_of_note("Ghi chú: Số liệu tính đến ngày 31/12/2022"), time_of_note("Số liệu tính đến hết tháng 6/2022")
    (TitleTimes(reached=AsOf.parse('2022-12-31'), planned=None, known=AsOf.parse('2022-12-31')), None)
    """
    rest, times = without_times(normal(line))
    match = _NOTE_OF_TIME.fullmatch(rest)
    if match is None or len(times) != 1 or (match["to"] and not isinstance(times[0].time, AsOf)):
        return None
    return TitleTimes(reached=times[0].time, known=times[0].time)


def planned_years(title: str) -> Period | None:
    """Return the years of a plan that a title names last, behind years before them.

    >>> planned_years("Số liệu 2015-2020 và KH 2021-2025"), planned_years("Thực hiện kế hoạch 2016-2020")
    (Period.parse('2021-01-01/P5Y'), None)
    """
    times, match = times_in(title), _PLANNED_YEARS.search(normal(title))
    planned = times_in(match[1]) if match is not None else ()
    if len(planned) != 1 or not isinstance(planned[0], Period):
        return None
    others = [time for time in times if time != planned[0]]
    starts = [time.date if isinstance(time, AsOf) else time.start for time in others]
    return planned[0] if starts and max(starts) < planned[0].start else None


def plans_are_meant(title: str) -> bool:
    """Return whether the title of a table announces plans, so that columns without a role may be plans."""
    shown = title.casefold()
    return _PLANNED.search(shown) is not None and _REACHED.search(shown) is None


def written_on(line: str) -> dt.date | None:
    """Return the day of the document that a table is a part of, if a line above it names that.

    >>> written_on("(Kèm theo Kế hoạch số 12/KH-UBND ngày 25/11/2025 của UBND tỉnh)")
    datetime.date(2025, 11, 25)
    """
    if _ATTACHED_TO.search(normal(line)) is None:
        return None
    return max((time.date for time in times_in(line) if isinstance(time, AsOf)), default=None)


def may_be_planned_years(title: str) -> bool:
    """Return whether a title names indicators in the years of a plan, and not whether they were reached.

    >>> may_be_planned_years("Chỉ tiêu giai đoạn 2021-2025"), may_be_planned_years("Kết quả giai đoạn 2021-2025")
    (True, False)
    """
    shown = normal(title)
    return _OF_PLAN.search(shown) is not None and _REACHED.search(shown) is None


def is_plan(title: str) -> bool:
    """Return whether a line of a title states that the figures are plans: *Dự toán thu ngân sách năm 2020*."""
    shown = " ".join(title.split()).casefold()
    return _PLAN.match(shown) is not None and _REACHED.search(shown) is None


def is_forecast(title: str) -> bool:
    """Return whether a line of a title states that the figures are forecasts: *Dự báo dân số 2026-2030*."""
    return _FORECAST.match(" ".join(title.split()).casefold()) is not None


def is_estimated(title: str) -> bool:
    """Return whether a line of a title states that its levels are estimates: *Ước thực hiện năm 2023*."""
    return _ESTIMATED.match(" ".join(title.split()).casefold()) is not None


def prices_in(text: str) -> tuple[PriceBasis, Period | None] | None:
    """Return the prices that a label or head states, and the base year of constant prices, if it is printed.

    >>> prices_in("GRDP (giá so sánh 2010)")
    (PriceBasis.CONSTANT, Period.parse('2010'))
    >>> prices_in("GRDP at constant 2010 prices") == prices_in("GRDP (giá so sánh 2010)")
    True
    """
    match = PRICES.search(text.casefold())
    if match is None:
        return None
    if match["current"] or match["now"]:
        return PriceBasis.CURRENT, None
    year = match["base"] or match["year"] or match["of"] or match["at"]
    return PriceBasis.CONSTANT, Period.year(int(year)) if year else None
