"""Read the times in heads, titles and labels of annex tables; a private character takes the place of each."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache, partial
from typing import Final

from attrs import frozen

from aseansc.errors import AseanscError
from aseansc.periods import AsOf, Period, Time
from aseansc.vietnamese._days import same_days
from aseansc.vietnamese._head_texts import PRICES
from aseansc.vietnamese._lexicon import dates, table_times, tables as words
from aseansc.vietnamese._parts_of_years import months_in_digits

_RELATIVE: Final = tuple((re.compile(pattern), kind) for pattern, kind in table_times.RELATIVE)
_STANDARD: Final = re.compile(table_times.STANDARD)
_MONTH_IN_WORDS: Final = re.compile(
    rf"(?<={dates.MONTH} )({'|'.join(dates.MONTHS)})(?=,? {dates.YEAR} (?:19|20)\d\d(?!\d))"
)
OTHER_YEARS: Final = re.compile(table_times.OTHER_YEARS)
_TIMES: Final = tuple((re.compile(pattern), kind) for pattern, kind in table_times.TIMES)
_BASES: Final = (
    "same_in",
    "same_before",
    "year_before",
    "to_date_before",
    "quarter_before",
    "month_of_year_before",
    "months_of_year_before",
    "month_before",
    "day_of_month_before",
)
_SAME_IN: Final = next(re.compile(pattern) for pattern, kind in table_times.RELATIVE if kind == "same_in")
_CUMULATED: Final = f"{table_times.CUMULATED} "
_SAME: Final = ("same_before", "same_in")
AGAINST: Final = re.compile(words.AGAINST)
_SPAN: Final = re.compile(rf"(?:{table_times.SPANS})\s*$")
_YEAR: Final = 12
_EARLIEST: Final = "\ue000"
"""The first of the characters that take the place of times while a head is split."""
PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


@frozen
class Stated:
    """A time in a head; for a time that is complete only with that of the title, `carried` is true."""

    time: Time
    to_date: bool = False
    carried: bool = False
    later: Time | None = None
    """For that of an earlier level, as in *cùng kỳ năm trước*, the time of the later level."""
    of_title: bool = False
    """Whether it is the time of the title in another year."""
    vague: bool = False
    """Whether the years may be a school year, or the first of two days is in another year perhaps."""


def without_times(shown: str) -> tuple[str, list[Stated]]:
    """Return a head with a private character in place of each time, and the times, to which others may be added."""
    rest, times = _without_times(shown)
    return rest, [*times]


@lru_cache(maxsize=4096)
def _without_times(shown: str) -> tuple[str, list[Stated]]:
    times: list[Stated] = []
    shown = _STANDARD.sub(" ", PRICES.sub(" ", PRIVATE.sub(" ", shown)))
    shown = months_in_digits(_MONTH_IN_WORDS.sub(lambda match: str(dates.MONTHS[match[1]]), shown))
    for pattern, kind in _TIMES:
        shown = pattern.sub(partial(_taken, times, kind), shown)
    return " ".join(shown.split()), times


def _taken(times: list[Stated], kind: str, match: re.Match[str]) -> str:
    """Add the time of a match, and return the private character that takes its place."""
    time, is_open = _time(kind, match.groups()), False
    if time is None and kind == "days":
        time, is_open = _time("day", match.groups()[3:]), True  # the first day is of another year perhaps
    if time is None:
        return match[0]
    follow = isinstance(time, Period) and time.end.year == time.start.year + 1
    vague = is_open or (follow and kind != "days" and _SPAN.search(match.string[: match.start()]) is None)
    return _added(times, Stated(time, kind == "months", vague=vague))


def _added(times: list[Stated], stated: Stated) -> str:
    times.append(stated)
    return f" {chr(ord(_EARLIEST) + len(times) - 1)} "


def without_relative_times(rest: str, times: list[Stated], title: Time | None) -> str:
    """Replace times such as *6 tháng* and *cùng kỳ năm trước*, which the group or the title completes.

    In *Tháng 9 so với tháng trước*, the time before *so với* completes that of the base.
    """
    rest = _with_time_of_level(_without_same_in_part(rest, times), times, title)
    own, known = _known_in(rest, times, title)

    def taken(kind: str, match: re.Match[str]) -> str:
        year = of_character(times, match[1]).time if kind == "same_in" else None
        in_head = _later_in_head(times, year) if kind in _SAME else known
        is_cumulated = kind in _SAME and match.string[: match.start()].endswith(_CUMULATED)
        of_title = in_head is None and not is_cumulated  # without a title, no time follows
        later = in_head or (title if kind in _SAME else None)
        if is_cumulated:
            later = _related("to_date", (), later, None)
        time = _related(kind, match.groups(), later, year)
        if time is None:
            return match[0]
        carried = own is None or kind == "same_in"
        later = later if kind in _BASES else None
        return _added(times, Stated(time, kind == "months", carried=carried, later=later, of_title=of_title))

    for pattern, kind in _RELATIVE:
        rest = pattern.sub(partial(taken, kind), rest)
    return " ".join(rest.split())


def _without_same_in_part(rest: str, times: list[Stated]) -> str:
    """Return a head with *9 tháng năm 2022* instead of *cùng kỳ 9 tháng năm 2022*, which is that time."""

    def shown(match: re.Match[str]) -> str:
        time = of_character(times, match[1]).time
        is_part = isinstance(time, Period) and time.months is not None and time.months < _YEAR
        return match[1] if is_part else match[0]

    return _SAME_IN.sub(shown, rest)


def _with_time_of_level(rest: str, times: list[Stated], title: Time | None) -> str:
    """Return a head in which the times before *so với* are replaced."""
    against = None if title is None else AGAINST.search(rest)
    if against is None or not against.start():
        return rest
    return f"{without_relative_times(rest[: against.start()], times, title)} {rest[against.start() :]}"


def _later_in_head(times: list[Stated], year: Time | None) -> Time | None:
    """Return the time of a head or its group, of which *cùng kỳ* is the same part of another year."""
    return innermost([each.time for each in times if each.later is None and each.time != year])


def _related(kind: str, parts: tuple[str, ...], later: Time | None, year: Time | None) -> Time | None:
    """Return a time that depends on a later one, or is the same part of a year that is stated."""
    if year is not None:
        return _same_in(later, year)
    return None if later is None else _relative(kind, parts, later)


def _known_in(rest: str, times: list[Stated], title: Time | None) -> tuple[Time | None, Time | None]:
    """Return the time of a head, and that which completes others in it: the head's, or else that of the title.

    A year behind *so với* is that of the base: *Tháng 6 so với cùng kỳ năm 2019*.
    """
    stated = [of_character(times, character).time for character in PRIVATE.findall(rest)]
    every = innermost(stated)
    against = AGAINST.search(rest)
    if against is None:
        return every, every or (None if stated else title)
    before = [of_character(times, character).time for character in PRIVATE.findall(rest[: against.start()])]
    own = innermost(before)
    is_year = isinstance(every, Period) and every == Period.year(every.start.year)
    return own, own or title or (None if is_year else every)


def _relative(kind: str, parts: tuple[str, ...], known: Time) -> Time | None:
    """Return a time that depends on another one."""
    day = known.date if isinstance(known, AsOf) else known.end
    year = str(day.year)
    match kind:
        case "same_before":
            return time_in_other_year(known, Period.year(day.year - 1))
        case "year_before":
            return Period.year(day.year - 1)
        case "quarter_before" | "month_of_year_before" | "months_of_year_before":
            return _time(kind.partition("_")[0], (*parts, str(day.year - 1)))
        case "month_before" | "day_of_month_before":
            months = day.year * 12 + day.month - 2
            before = str(months % 12 + 1), str(months // 12)
            if isinstance(known, AsOf):
                if kind == "month_before" and (day + timedelta(days=1)).day == 1:
                    return AsOf(date=day.replace(day=1) - timedelta(days=1))
                return _time("day", (str(day.day), *before))
            return _time("month", before) if known == _time("month", (str(day.month), year)) else None
        case "same":
            return known
        case "same_quarter":
            return known if isinstance(known, Period) and known.months == 3 else None
        case "last_month":
            return _last_month(known)
        case "to_date_before":
            return time_in_other_year(Period(start=Period.year(day.year).start, end=day), Period.year(day.year - 1))
        case "to_date":
            return Period(start=Period.year(day.year).start, end=day)
        case "year":
            return Period.year(day.year)
        case _:
            return _time(kind, (*parts, year))


def _last_month(known: Time) -> Time | None:
    """Return a month, or the last one of the first months of a year."""
    if not isinstance(known, Period) or known.months is None or known.months >= _YEAR:
        return None
    is_first = known.months == 1 or (known.start.month == 1 and known.end.year == known.start.year)
    return _time("month", (str(known.end.month), str(known.end.year))) if is_first else None


def of_character(times: list[Stated], character: str) -> Stated:
    """Return the time that a private character takes the place of."""
    return times[ord(character) - ord(_EARLIEST)]


def _same_in(later: Time | None, year: Time) -> Time | None:
    return time_in_other_year(later, year) if later is not None and isinstance(year, Period) else None


def time_in_other_year(known: Time, year: Period) -> Time | None:
    """Return the same part of another year, such as its first six months; ``None`` for a time of several years."""
    written, before = str(known), known.date if isinstance(known, AsOf) else known.start
    if year != Period.year(year.start.year) or (isinstance(known, Period) and known.end.year != before.year):
        return None
    if isinstance(known, Period) and known.months is None:
        return same_days(known.start, known.end, year.start.year)
    try:
        return type(known).parse(written.replace(f"{before.year}", f"{year.start.year}", 1))
    except AseanscError:
        return None


def sum_in_year(year: Period, known: Time | None) -> Time | None:
    """Return the time from the first day of a year to the end of a known time; ``None`` if this is in another year."""
    found = None if known is None else _relative("to_date", (), known)
    return found if isinstance(found, Period) and found.start == year.start else None


def innermost(times: list[Time]) -> Time | None:
    """Return the only time, or the one that all others contain: the year in *Giai đoạn 2016-2020, 2017*."""
    different = list(dict.fromkeys(times))
    inner = [time for time in different if all(contains(other, time) for other in different)]
    return inner[0] if len(inner) == 1 else None


def contains(outer: Time, inner: Time) -> bool:
    if outer == inner:
        return True
    first, last = (inner.date, inner.date) if isinstance(inner, AsOf) else (inner.start, inner.end)
    return isinstance(outer, Period) and outer.start <= first and last <= outer.end


def _between(first: Time | None, last: Time | None) -> Time | None:
    """Return the time from a day to another one, in whole months if it has them."""
    if not (isinstance(first, AsOf) and isinstance(last, AsOf)) or first.date >= last.date:
        return None
    start, following = first.date, last.date + timedelta(days=1)
    months = 12 * (following.year - start.year) + following.month - start.month
    length = f"{months}M" if start.day == following.day == 1 else f"{(following - start).days}D"
    return Period.parse(f"{start}/P{length}")


def _time(kind: str, parts: tuple[str, ...]) -> Time | None:
    try:
        match kind:
            case "day":
                return AsOf.parse(f"{parts[2]}-{int(parts[1]):02}-{int(parts[0]):02}")
            case "days":
                return _between(*(_time("day", (*parts[at : at + 2], parts[at + 2] or parts[5])) for at in (0, 3)))
            case "english_day":
                return AsOf.parse(
                    f"{parts[2]}-{table_times.ENGLISH_MONTHS.index(parts[1][:3]) + 1:02}-{int(parts[0]):02}"
                )
            case "months":
                return (
                    Period.year(int(parts[1]))
                    if parts[0] == "12"
                    else Period.parse(f"{parts[1]}-01-01/P{int(parts[0])}M")
                )
            case "last_months":
                return Period.parse(f"{parts[1]}-{13 - int(parts[0]):02}-01/P{int(parts[0])}M")
            case "month":
                return Period.parse(f"{parts[1]}-M{int(parts[0]):02}")
            case "quarter":
                return Period.parse(f"{parts[1]}-Q{dates.ROMAN.get(parts[0], parts[0])}")
            case "years":
                return Period.parse(f"{parts[0]}-01-01/P{int(parts[1]) - int(parts[0]) + 1}Y")
            case "season":
                following = int(parts[1]) == (int(parts[0]) + 1) % 100
                return Period.parse(f"{parts[0]}-01-01/P2Y") if following else None
            case _:
                return Period.year(int(parts[0]))
    except AseanscError:
        return None


def states_other_years(shown: str, times: list[Stated]) -> bool:
    return OTHER_YEARS.search(shown) is not None or any(stated.vague for stated in times)
