"""Find parts of a year that are named without it, and their time in a known year: 9 tháng, tháng 9, quý III."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from aseansc.periods import MonthDay, Period, Time, days_of
from aseansc.vietnamese._lexicon import dates, parts_of_years as lexicon
from aseansc.vietnamese._lexicon.open_times import OF_OTHERS
from aseansc.vietnamese._windows import near_before

_PART: Final = re.compile(rf"(?<![\w.,/-])(?:{lexicon.PART_OF_YEAR})(?![\w/.-]*\d)", re.IGNORECASE)
_WITH_YEAR: Final = re.compile(lexicon.WITH_YEAR, re.IGNORECASE)
_NOT_BEFORE: Final = re.compile(lexicon.NOT_PART_BEFORE, re.IGNORECASE)
_NOT_AFTER: Final = re.compile(lexicon.NOT_PART_AFTER, re.IGNORECASE)
_NOT_ALONE: Final = re.compile(lexicon.NOT_ALONE)
_NOT_ALONE_BEFORE: Final = re.compile(lexicon.NOT_ALONE_BEFORE, re.IGNORECASE)
_HEAD: Final = re.compile(lexicon.HEAD, re.IGNORECASE)
_FROM_JANUARY: Final = re.compile(lexicon.FROM_JANUARY, re.IGNORECASE)
_UP_TO: Final = re.compile(lexicon.UP_TO, re.IGNORECASE)
_FROM_DAY: Final = re.compile(lexicon.FROM_DAY, re.IGNORECASE)
_UP_TO_DAY: Final = re.compile(lexicon.UP_TO_DAY, re.IGNORECASE)
_RIGHT_AFTER: Final = re.compile(lexicon.RIGHT_AFTER)
_SAME_MONTHS: Final = re.compile(lexicon.SAME_MONTHS)
_OF_OTHERS: Final = re.compile(OF_OTHERS)
_IN_WORDS: Final = re.compile(lexicon.MONTHS_IN_WORDS, re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_MONTHS: Final = 12
_NEAR: Final = 40


def parts_of_year_in(words: str) -> tuple[re.Match[str], ...]:
    """Return the parts of a year without their year, except those that are compared with or only durations.

    >>> [part[0] for part in parts_of_year_in("Trong 9 tháng, tăng 5% so với quý I; quý III năm 2024; kỳ hạn 6 tháng")]
    ['9 tháng']
    """
    return tuple(part for part in named_parts_in(words) if is_alone(words, part))


def part_of_year_at(words: str, at: int) -> re.Match[str] | None:
    """Return the part of a year, as `parts_of_year_in`, that begins at a position."""
    part = _PART.match(words, at)
    return part if part is not None and _is_part(words, part) and is_alone(words, part) else None


def named_parts_in(words: str) -> tuple[re.Match[str], ...]:
    """Return such parts of a year also if they are the ends of a longer time: từ tháng 3 đến tháng 9."""
    return tuple(part for part in _PART.finditer(words) if _is_part(words, part))


def is_alone(words: str, part: re.Match[str]) -> bool:
    """Return whether a part of a year is not the end of a longer time: từ tháng 3, sau tháng 9, tháng 3 và tháng 4."""
    before = near_before(words, part.start(), _NEAR)
    return _says_months(part) or not (_NOT_ALONE.match(words, part.end()) or _NOT_ALONE_BEFORE.search(before))


def is_part_of_year(words: str, part: re.Match[str], *, is_of_period: bool) -> bool:
    """Return whether a number of months is surely a part of the year, and not how long something takes.

    Args:
        words: the sentence.
        part: the part of the year; months and quarters are always one.
        is_of_period: whether the period of the report ends with this part of the year.
    """
    if not _says_months(part) or part["first"] is not None or is_of_period:
        return True
    if _FROM_JANUARY.search(near_before(words, part.start(), _NEAR)):
        return True
    return _HEAD.fullmatch(words, 0, part.start()) is not None and words[part.end() : part.end() + 1] in (",", ":")


def ends_with(time: Time | None, period: Time | None) -> bool:
    """Return whether a part of a year ends with the period of the report: 10 tháng in a report on October."""
    return time is not None and period is not None and days_of(time)[1] == days_of(period)[1]


def _is_part(words: str, part: re.Match[str]) -> bool:
    before = near_before(words, part.start(), _NEAR)
    if _WITH_YEAR.match(words, part.end()) or _OF_OTHERS.search(before):
        return False
    if not _says_months(part):
        return True
    is_said = part["first"] is not None or not (_NOT_BEFORE.search(before) or _NOT_AFTER.match(words, part.end()))
    return is_said and 1 < months_of_part(part) < _MONTHS


def months_of_part(part: re.Match[str]) -> int:
    """Return how many months a part of a year has."""
    if _says_months(part):
        return int(part["months"] or lexicon.IN_WORDS[" ".join(part["words"].casefold().split())])
    return 3 if part["quarter"] else 1


def _says_months(part: re.Match[str]) -> bool:
    """Return whether a part of a year is a number of months from January: 9 tháng, sáu tháng đầu năm."""
    return part["months"] is not None or part["words"] is not None


def months_in_digits(words: str) -> str:
    """Return words with the numbers of months in digits: 6 tháng đầu năm."""
    return _IN_WORDS.sub(lambda found: str(lexicon.IN_WORDS[" ".join(found["words"].casefold().split())]), words)


def time_of_part(part: re.Match[str], known: Time | None) -> Period | None:
    """Return the time of a part of a year in the year of a known time; `None` if that has several years."""
    if known is None or days_of(known)[0].year != days_of(known)[1].year:
        return None
    year = days_of(known)[0].year
    if _says_months(part):
        return Period.parse(f"{year:04}-01-01/P{months_of_part(part)}M")
    if part["quarter"]:
        quarter = part["quarter"].casefold()
        return Period.parse(f"{year:04}-Q{dates.ROMAN.get(quarter) or quarter}")
    month = int(part["month"]) if part["month"] else dates.MONTHS[part["name"].casefold()]
    return Period.parse(f"{year:04}-{month:02}-01/P1M") if 0 < month <= _MONTHS else None


def leaves_bracket(words: str) -> bool:
    """Return whether a bracket ends in some words that begins before them."""
    return ")" in words and re.search(r"^[^()]*\)", _BRACKETS.sub(" ", words)) is not None


def is_up_to(words: str, at: int) -> bool:
    """Return whether figures are stated up to a time that begins at a position: đến hết tháng 9."""
    return _UP_TO.search(words, max(0, at - _NEAR), at) is not None


def is_of_same_months(words: str) -> bool:
    """Return whether words right before a figure name the same months of another year."""
    return _SAME_MONTHS.search(words) is not None


def year_of_same_months(words: str) -> int | None:
    """Return the year whose same months words right before a figure name."""
    found = _SAME_MONTHS.search(words)
    return None if found is None else int(found["year"] or found["moved"])


def same_months_before(words: str, known: Time | None) -> Period | None:
    """Return the time that words right before a figure name by another year: cùng kỳ năm 2023 là 6,27%."""
    found = _SAME_MONTHS.search(words)
    if found is None or not isinstance(known, Period) or known.start.day != 1 or known.start.year != known.end.year:
        return None
    year, months = int(found["year"] or found["moved"]), known.months
    return None if months is None else Period.parse(f"{year:04}-{known.start.month:02}-01/P{months}M")


def is_up_to_day(words: str, at: int) -> bool:
    """Return whether figures are stated up to a day that begins at a position: tính đến ngày 30/9."""
    before = max(0, at - _NEAR)
    return _UP_TO_DAY.search(words, before, at) is not None and _FROM_DAY.search(words, before, at) is None


def day_of(day: MonthDay, known: Time | None) -> date | None:
    """Return a day without its year in the one year of a known time, if it is not after it."""
    if known is None or days_of(known)[0].year != days_of(known)[1].year:
        return None
    try:
        found = date(days_of(known)[1].year, day.month, day.day)
    except ValueError:
        return None
    return found if found <= days_of(known)[1] else None


def is_right_after(words: str, end: int, at: int) -> bool:
    """Return whether a time at a position belongs to the figure that ends before it: 7,45% của quý I."""
    return end <= at and _RIGHT_AFTER.fullmatch(words, end, at) is not None
