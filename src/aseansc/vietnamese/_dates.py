"""Recognise dates: days, months, quarters, years, parts and ranges of years, and times of day."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from attrs import evolve

from aseansc.errors import bug
from aseansc.periods import AsOf, MonthDay, Period, Time, TimeCollection, days_of
from aseansc.vietnamese._days import (
    DASHES,
    NO_YEAR,
    NOT_A_DATE,
    SENTENCE_SIGNS,
    DateRead,
    day_and_month,
    day_at,
    day_in_parts,
    day_of_month,
    month_year,
    small_number,
    year_at,
)
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._lexicon import dates as lexicon
from aseansc.vietnamese._lexicon.around import EACH_OF
from aseansc.vietnamese._lexicon.numbers import SCALES
from aseansc.vietnamese._lexicon.scope import EACH
from aseansc.vietnamese._tokens import END, Tokens
from aseansc.vietnamese._windows import near_before

_TWO_YEARS: Final = "may be one year across both calendar years, or two years"
TIME_OF_DAY: Final = "a time of day"
_NEAR: Final = 12
_STANDARD: Final = 6
_WHICH_MONTHS: Final = "how many months, quarters or days is not stated"
_WEEKS: Final = 53
_MONTHS: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60
_QUARTERS: Final = re.compile(r"[1-4](?:,[1-4])+")
_POINTED_MONTH: Final = re.compile(r"([0-9]{1,2})\.((?:19|20)[0-9]{2})")


def date_in_words(tokens: Tokens, at: int) -> DateRead | None:
    """Return the date that begins with the word at a token, if any."""
    word = tokens.words[at]
    if (word, tokens.words[at + 1]) in lexicon.SPANS:
        found = _named_span(tokens, at)
        if found is not None:
            return found
    if word == lexicon.FROM:
        return _from_to(tokens, at) or _until_now(tokens, at)
    if word == lexicon.HALF:
        return _half(tokens, at)
    if word in lexicon.NUMBERS and tokens.words[at + 1] == lexicon.MONTH:
        is_part = tokens.words[at + 2] in (lexicon.FIRST, lexicon.LAST)
        return _months(tokens, at, lexicon.NUMBERS[word]) if is_part else None
    if (tokens.words[at + 1], tokens.words[at + 2]) in lexicon.VERY_ENDS:
        return _first_or_last(tokens, at)
    return _part(tokens, at) if word in lexicon.PARTS else _named(tokens, at, at)


def _named_span(tokens: Tokens, at: int) -> DateRead | None:
    """Read *giai đoạn 2016-2018*, or *năm học 2017-2018* without a value."""
    note = lexicon.SPANS[(tokens.words[at], tokens.words[at + 1])]
    found = _years(tokens, at, at + 2, cued=True)
    if found is not None:
        return evolve(found, value=None, note=note) if note else found
    year = year_at(tokens, at + 2, cued=True)
    if year is not None and _is_until_now(tokens, at + 3):
        return DateRead(at, at + 5, None, Decimal(year), note=lexicon.TO_NOW_NOTE)
    if (tokens.words[at], tokens.words[at + 1]) == lexicon.DECADES and year is not None and not year % 10:
        note = note or lexicon.DECADE_NOTE
    year = year if note else None
    return DateRead(at, at + 3, None, Decimal(year), note=note) if year is not None else None


def _part(tokens: Tokens, at: int) -> DateRead | None:
    """Read *cuối năm 2018*, *hết 2018*."""
    words, word = tokens.words, tokens.words[at]
    inner = _named(tokens, at, at + 1)
    if inner is None and word == lexicon.UP_TO_END and (year := year_at(tokens, at + 1)) is not None:
        inner = DateRead(at, at + 2, Period.year(year), Decimal(year))
    if inner is None:
        return None
    if words[at - 1] in lexicon.PARTED:
        return evolve(inner, value=None, note=_WHICH_MONTHS)
    return evolve(inner, collection=lexicon.PARTS[word])


def _half(tokens: Tokens, at: int) -> DateRead | None:
    """Read *nửa đầu năm 2018*, *nửa cuối 2018*."""
    words = tokens.words
    if words[at + 1] not in (lexicon.FIRST, lexicon.LAST):
        return None
    named = words[at + 2] == lexicon.YEAR
    end = at + 2 + named
    year = year_at(tokens, end, cued=named)
    if year is None:
        return DateRead(at, end, None, note=NO_YEAR) if named else None
    return DateRead(at, end + 1, Period.half(year, 1 if words[at + 1] == lexicon.FIRST else 2))


def _first_or_last(tokens: Tokens, at: int) -> DateRead | None:
    """Read *tháng đầu tiên của năm 2018*, *quý cuối cùng của năm*."""
    words = tokens.words
    end = at + 3 + (words[at + 3] == lexicon.OF)
    if words[end] != lexicon.YEAR or words[at] not in (lexicon.MONTH, *lexicon.QUARTERS):
        return None
    year = year_at(tokens, end + 1, cued=True)
    if year is None:
        return DateRead(at, end + 1, None, note=NO_YEAR)
    is_last = words[at + 1] == lexicon.LAST
    if words[at] == lexicon.MONTH:
        return DateRead(at, end + 2, Period.month(year, _MONTHS if is_last else 1))
    return DateRead(at, end + 2, Period.quarter(year, 4 if is_last else 1))


def _until_now(tokens: Tokens, at: int) -> DateRead | None:
    """Read *từ năm 2016 đến nay*, *từ đầu năm đến nay*: the day of now is not printed."""
    words, end = tokens.words, at + 1
    start = None if words[end] == lexicon.FROM else date_in_words(tokens, end) or _end_of_span(tokens, end)
    if start is not None:
        end = start.end
    elif words[end] in lexicon.PARTS and words[end + 1] in (lexicon.YEAR, lexicon.MONTH, *lexicon.QUARTERS):
        end += 2
    while words[end] == ",":
        end += 1
    if end == at + 1 or not _is_until_now(tokens, end):
        return None
    return DateRead(at, end + 2, None, start.number if start is not None else None, note=lexicon.TO_NOW_NOTE)


def _is_until_now(tokens: Tokens, at: int) -> bool:
    words = tokens.words
    return (words[at] in lexicon.UNTIL or words[at] in DASHES) and words[at + 1] in lexicon.TO_NOW


def _named(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read a year, month, quarter or week after its name."""
    words = tokens.words
    if words[at] == lexicon.YEAR:
        years = _years(tokens, start, at + 1, cued=True)
        if years is not None:
            return _of_a_crop(tokens, start, years)
        year = year_at(tokens, at + 1, cued=True)
        return DateRead(start, at + 2, Period.year(year), Decimal(year)) if year is not None else None
    if words[at - 1] in EACH and (words[at + 2] in SCALES or _counts_after_each(tokens, at)):
        return None  # thu nhập mỗi tháng 4 triệu đồng
    if words[at] == lexicon.MONTH:
        return _month(tokens, start, at + 1)
    if words[at] in lexicon.QUARTERS and (words[at] != lexicon.SHORT_QUARTER or tokens.glued(at + 1)):
        return _named_quarter(tokens, start, at)
    if words[at] == lexicon.WEEK:
        return _week(tokens, start, at + 1)
    return _short_month(tokens, start, at)


def _short_month(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read *T6/2018*; without its year, it may be anything else."""
    if tokens.words[at] != lexicon.SHORT_MONTH or tokens.glued(at) or not tokens.glued(at + 1):
        return None
    read = _month(tokens, start, at + 1)
    return read if read is not None and read.value is not None else None


def _counts_after_each(tokens: Tokens, at: int) -> bool:
    """Return whether a number after *mỗi tháng* counts something: mỗi tháng 4 người, but not khách hàng tháng 5."""
    is_year = tokens.words[at + 2] in ("/", lexicon.YEAR, *DASHES)
    return tokens.words[at - 1] in EACH_OF and tokens.is_number(at + 1) and not is_year


def _named_quarter(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read a quarter; Q3 only with its year, because it is also a district: Q3 có 500 hộ."""
    read = _quarter(tokens, start, at + 1)
    if read is None or tokens.words[at] != lexicon.SHORT_QUARTER:
        return read
    return None if read.value is None or "," in tokens.words[read.start : read.end] else read


def _week(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read *tuần 35 năm 2023* or *tuần 35/2023* without a value, because week numbering is ambiguous."""
    note = "the days are unclear: weeks of a year are numbered in more than one way"
    if tokens.special.get(at) == "month":
        return DateRead(start, at + 1, None, note=note)
    week = small_number(tokens, at)
    year, end = _after(tokens, at + 1)
    if week is None or not 1 <= week <= _WEEKS or year is None:
        return None
    return DateRead(start, end, None, Decimal(week), note=note)


def _month(tokens: Tokens, start: int, at: int) -> DateRead | None:
    words = tokens.words
    if tokens.special.get(at) == "month":
        return month_year(tokens, start, at)
    pointed = _POINTED_MONTH.fullmatch(words[at])
    if pointed is not None and 1 <= int(pointed[1]) <= 12:
        return DateRead(start, at + 1, Period.month(int(pointed[2]), int(pointed[1])))
    number, after = small_number(tokens, at), at + 1
    if number is None:
        return _month_in_words(tokens, start, at)
    if not 1 <= number <= 12 or (tokens.glued(after) and words[after].isalpha()):
        return None
    year, end = _after(tokens, after)
    if year is not None:
        return DateRead(start, end, Period.month(year, number))
    last = small_number(tokens, at + 2) if words[at + 1] in DASHES else None
    if last is not None and number < last <= 12:
        end = at + 3
        of = year_at(tokens, end + 1, cued=words[end] == lexicon.YEAR) if words[end] in ("/", lexicon.YEAR) else None
        if of is None:
            return DateRead(start, end, None, note=NO_YEAR)
        return DateRead(start, end + 2, Period(start=Period.month(of, number).start, end=Period.month(of, last).end))
    return DateRead(start, at + 1, None, Decimal(number), note=NO_YEAR)


def _month_in_words(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read *tháng Chín năm 2007*, *tháng Mười Hai/2018*; without a year, only with a capital letter: *tháng Bảy*."""
    words = tokens.words
    number = lexicon.MONTH_WORDS.get(words[at])
    if number is None:
        return None
    more = lexicon.AFTER_TEN.get(words[at + 1], 0) if number == lexicon.TEN else 0
    after = at + 1 + bool(more)
    year, end = _after(tokens, after)
    bare = year_at(tokens, after)
    if year is None and bare is not None:
        year, end = (None, after) if words[at] == lexicon.YEAR else (bare, after + 1)  # tháng Chín 2007
    if year is not None:
        return DateRead(start, end, Period.month(year, number + more))
    named = words[at] != lexicon.YEAR or bare is None
    named = named and tokens.raw(at)[:1].isupper() and words[after] != lexicon.MONTH
    return DateRead(start, after, None, Decimal(number + more), note=NO_YEAR) if named else None


def _quarter(tokens: Tokens, start: int, at: int) -> DateRead | None:
    words = tokens.words
    numbers = words[at].split(",")
    if _QUARTERS.fullmatch(words[at]) and numbers == sorted({*numbers}) and words[at + 1] not in (*SCALES, "%"):
        return DateRead(start, at + 1, None, note=_WHICH_MONTHS)  # ở quý 1,2,3,4 lần lượt là
    if tokens.special.get(at) == "month":
        number, of = map(int, re.findall("[0-9]+", words[at]))
        return DateRead(start, at + 1, Period.quarter(of, number)) if 1 <= number <= 4 else None
    quarter = lexicon.QUARTER_NUMBERS.get(words[at])
    if quarter is None or (words[at][0].isalpha() and not tokens.raw(at).isupper()):
        return None
    year, end = _after(tokens, at + 1)
    if year is None and words[start] == lexicon.SHORT_QUARTER:
        year, end = year_at(tokens, at + 1), at + 2  # Q1 2019
    if year is not None:
        return DateRead(start, end, Period.quarter(year, quarter))
    return DateRead(start, at + 1, None, note=NO_YEAR)


def _after(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Read the year after a month or quarter: /2018, -2018, năm 2018, của năm 2018."""
    at += tokens.follows(at, lexicon.OF, lexicon.YEAR)
    at += tokens.follows(at, ",", lexicon.YEAR)  # trong quý I, năm 2010
    if tokens.words[at] == lexicon.YEAR:
        return year_at(tokens, at + 1, cued=True), at + 2
    if tokens.words[at] == "/" or tokens.words[at] in DASHES:
        return year_at(tokens, at + 1), at + 2
    return None, at


def date_in_digits(tokens: Tokens, at: int) -> DateRead | None:
    """Return the date that begins with the number at a token, except a year by itself."""
    words = tokens.words
    number = small_number(tokens, at)
    if number is None:
        return None if is_of_standard(tokens, at) else _bare_years(tokens, at)
    if words[at + 1] == lexicon.MONTH or _is_short_month(tokens, at + 1):
        if small_number(tokens, at + 2) is not None:
            return day_of_month(tokens, at, number)
        is_day = words[at - 1] in lexicon.BEFORE_DAY_OF_MONTH and words[at + 1] == lexicon.MONTH
        return _day_of_named_month(tokens, at, number) if is_day else _months(tokens, at, number)
    days = _days_of_part(tokens, at, number)
    if days is not None:
        return days
    end = _hour_end(tokens, at) if number <= _HOURS else 0
    return DateRead(at, end, None, Decimal(number), note=TIME_OF_DAY) if end else None


def _day_of_named_month(tokens: Tokens, at: int, day: int) -> DateRead:
    """Read a day of a month that is not a number alone: ngày 5 tháng 9/2018, ngày 5 tháng Chín, ngày 5 tháng này."""
    month = _month(tokens, at, at + 2)
    if month is None or not isinstance(month.value, Period):
        return DateRead(at, at + 2 if month is None else month.end, None, note=NO_YEAR)
    try:
        value = AsOf(date=month.value.start.replace(day=day))
    except ValueError:
        return DateRead(at, month.end, None, note=NOT_A_DATE)
    return DateRead(at, month.end, value, collection=TimeCollection.AT)


def _days_of_part(tokens: Tokens, at: int, number: int) -> DateRead | None:
    """Read the first or last days of a month: 10 ngày đầu tháng 8/2021."""
    words = tokens.words
    part = words[at + 2] if (words[at + 1], words[at + 3]) == (lexicon.DAY, lexicon.MONTH) else ""
    month = _month(tokens, at, at + 4) if part in (lexicon.FIRST, lexicon.LAST) else None
    if month is None or not isinstance(month.value, Period):
        return None if month is None else evolve(month, number=Decimal(number))
    first, last = month.value.start, month.value.end
    if not 1 <= number <= last.day or first.month != last.month:
        return None
    days = Period(start=first, end=first.replace(day=number))
    if part == lexicon.LAST:
        days = Period(start=first.replace(day=last.day - number + 1), end=last)
    return evolve(month, value=days, number=Decimal(number))


def _is_short_month(tokens: Tokens, at: int) -> bool:
    """Return whether the token means months: 6T/2023, 6 th/2023, 9T 2023."""
    words = tokens.words
    if words[at] not in lexicon.SHORT_MONTHS:
        return False
    if not tokens.glued(at):
        return words[at] != lexicon.SHORT_MONTH and words[at + 1] == "/" and year_at(tokens, at + 2) is not None
    return words[at + 1] in lexicon.AFTER_SHORT_MONTHS or year_at(tokens, at + 1) is not None


def _hour_end(tokens: Tokens, at: int) -> int:
    """Return where the time of day that begins with the hour at a token ends, or 0."""
    words, minutes = tokens.words, small_number(tokens, at + 2)
    if words[at + 1] == lexicon.HOUR:
        return _named_hour_end(tokens, at)
    if not tokens.glued(at + 1):
        return 0
    minutes = minutes if tokens.glued(at + 2) else None
    two_digits = minutes is not None and len(words[at + 2]) == 2
    if words[at + 1] == ":":
        return at + 3 if minutes is not None and minutes < _MINUTES and two_digits else 0
    if words[at + 1] not in lexicon.SHORT_HOURS or (words[at + 1] == lexicon.GRAM and not two_digits):
        return 0
    return at + 2 if minutes is None else at + 3


def _named_hour_end(tokens: Tokens, at: int) -> int:
    words = tokens.words
    if small_number(tokens, at + 2) is not None and (
        words[at + 3] == lexicon.MINUTE or words[at + 3] in SENTENCE_SIGNS
    ):
        return at + 3 + (words[at + 3] == lexicon.MINUTE)
    if words[at + 2] in lexicon.DAY_PARTS:
        return at + 3
    before = words[at - 1]
    is_day = tokens.is_number(at + 3) or tokens.special.get(at + 3) == "day"
    of_day = words[at + 2] == lexicon.DAY and is_day and before not in lexicon.DURING
    return at + 2 if of_day or before in lexicon.AT_HOUR else 0


def _months(tokens: Tokens, at: int, number: int) -> DateRead | None:
    """Read the first or last months of a year: *6 tháng đầu năm 2018*, *9 tháng/2018*."""
    words = tokens.words
    is_part = words[at + 2] in (lexicon.FIRST, lexicon.LAST)
    middle = at + 3 if is_part else at + 2
    middle += tokens.follows(middle, lexicon.OF, lexicon.YEAR)
    named = words[middle] == lexicon.YEAR or (words[middle] == "/" and not is_part)
    year, end = year_at(tokens, middle + named, cued=named), middle + named + 1
    if not 1 <= number <= _MONTHS:
        return None
    if year is None:
        return DateRead(at, middle + 1, None, note=NO_YEAR) if named and is_part else None
    if number == _MONTHS:
        return DateRead(at, end, Period.year(year))
    last = words[at + 2] == lexicon.LAST
    first = Period.month(year, 13 - number if last else 1)
    final = Period.month(year, _MONTHS if last else number)
    return DateRead(at, end, Period(start=first.start, end=final.end))


def _bare_years(tokens: Tokens, at: int) -> DateRead | None:
    years = _years(tokens, at, at, cued=False)
    return None if years is None else _of_a_crop(tokens, at, years)


def _of_a_crop(tokens: Tokens, at: int, years: DateRead) -> DateRead:
    """Return years without a value if they are those of a crop: vụ đông xuân 2016-2017."""
    return evolve(years, value=None, note=lexicon.CROP_YEAR) if _is_of_a_crop(tokens, at) else years


def _is_of_a_crop(tokens: Tokens, at: int) -> bool:
    """Return whether a season is named before the years at a token; in "12 vụ" the seasons are only counted."""
    words, back = tokens.words, at - 1
    while back > at - _NEAR and words[back] in lexicon.SEASONS:
        before = words[back - 1 - (words[back - 1] == ",")]
        if words[back] in lexicon.SEASONS_OF_YEARS or (before, words[back]) in lexicon.CROP_SEASONS:
            return True
        back -= 1
    return words[back] == lexicon.SEASON and not tokens.is_number(back - 1)


def _years(tokens: Tokens, start: int, at: int, *, cued: bool) -> DateRead | None:
    """Read 2016-2018; with `cued`, that is after a word such as *năm*, also 2016 đến 2018 and unusual years."""
    first = year_at(tokens, at, cued=cued)
    if first is None:
        return None
    sign = tokens.words[at + 1]
    if sign == "/":
        return _years_with_slash(tokens, start, at, first, cued=cued)
    if sign not in DASHES and not (cued and sign in lexicon.UNTIL):
        return None
    last = year_at(tokens, at + 2, cued=cued)
    if last is None or last <= first or tokens.words[at + 3] in lexicon.NO_YEAR_BEFORE:
        return None
    return DateRead(start, at + 3, Period.years(first, last), (Decimal(first), Decimal(last)), kind=FigureKind.RANGE)


def _years_with_slash(tokens: Tokens, start: int, at: int, first: int, *, cued: bool) -> DateRead | None:
    """Read 2022/2023 as consecutive years, unless the words after it make it a part of a whole.

    The date has no value, because it may be one year across both calendar years or two years.
    """
    last, after = year_at(tokens, at + 2), tokens.words[at + 3]
    whole = cued or _is_of_a_crop(tokens, at) or after == END or after in SENTENCE_SIGNS
    if last is None or last != first + 1 or not whole:
        return None
    numbers = (Decimal(first), Decimal(last))
    return DateRead(start, at + 3, None, numbers, kind=FigureKind.RANGE, note=_TWO_YEARS)


def is_of_standard(tokens: Tokens, at: int) -> bool:
    """Return whether a number belongs to a standard: ISO 9001:2015, TCVN 4054-2005."""
    words = tokens.words
    if words[at - 1] in lexicon.STANDARDS:
        return True
    joined = (words[at - 1] == ":" or words[at - 1] in DASHES) and tokens.glued(at - 1)
    return joined and any(word in lexicon.STANDARDS for word in near_before(words, at - 1, _STANDARD))


def term_number_at(tokens: Tokens, at: int) -> bool:
    """Return whether a number is that of a term of a school year: học kỳ 1 năm học 2017-2018."""
    words = tokens.words
    return words[at - 1] in lexicon.TERM and (words[at + 1], words[at + 2]) in lexicon.SPANS


def bare_year(tokens: Tokens, at: int) -> DateRead | None:
    """Read a year that is printed without the word *năm*; without a value if it is joined to a part: H1/2018."""
    year = year_at(tokens, at)
    if year is None:
        return None
    if _is_joined_to_part(tokens, at):
        return DateRead(at, at + 1, None, Decimal(year), note=lexicon.PART_OF_YEAR_NOTE)
    return DateRead(at, at + 1, Period.year(year), Decimal(year))


def _is_joined_to_part(tokens: Tokens, at: int) -> bool:
    """Return whether a letter with a number, or the number of a quarter, is joined to a year: H1/2018, Q.I/2018."""
    words = tokens.words
    is_joined = at > 2 and tokens.glued(at) and tokens.glued(at - 1) and tokens.glued(at - 2)
    if not is_joined or (words[at - 1] != "/" and words[at - 1] not in DASHES):
        return False
    number, letter = words[at - 2], words[at - 3]
    return number in lexicon.QUARTER_NUMBERS or (tokens.is_number(at - 2) and letter.isalpha())


def _from_to(tokens: Tokens, at: int) -> DateRead | None:
    """Read *từ năm … đến năm …*, *từ tháng 3/2017 đến tháng 5/2018*, *từ ngày 1/3/2017 đến ngày 15/5/2018*."""
    words = tokens.words
    if words[at + 1] == lexicon.FIRST and words[at + 2] == lexicon.YEAR and words[at + 3] in lexicon.UNTIL:
        return _from_new_year(tokens, at)
    left = _end_of_span(tokens, at + 1 + (words[at + 1] == lexicon.FIRST))
    return _from_day(tokens, at) if left is None else _up_from(tokens, at, left)


def span_of_days(tokens: Tokens, at: int) -> DateRead | None:
    """Read *15/4 - 14/5/2022* or *15/12/2021 đến 14/5/2022*."""
    left = _end_of_span(tokens, at)
    if left is None or not isinstance(left.value, AsOf | MonthDay):
        return None
    found = _up_from(tokens, at, left)
    return found if found is not None and found.collection is None else None


def _up_from(tokens: Tokens, at: int, left: DateRead) -> DateRead | None:
    """Read what begins at a token from its first date on: a dash may join days, not months or years."""
    words = tokens.words
    is_day = isinstance(left.value, AsOf | MonthDay)
    if words[left.end] not in lexicon.UNTIL and not (is_day and words[left.end] in DASHES):
        return None
    last = left.end + 1
    right = _end_of_span(tokens, last + (lexicon.PARTS.get(words[last]) is TimeCollection.END)) or (
        bare_year(tokens, left.end + 1) if isinstance(left.number, Decimal) else None
    )
    if right is None or words[right.end] in lexicon.NO_YEAR_BEFORE:
        return None
    days: list[tuple[dt.date, dt.date]] = []
    for side in (_in_year_of(left, right), right):
        if isinstance(side.value, Period):
            days.append((side.value.start, side.value.end))
        elif isinstance(side.value, AsOf):
            days.append((side.value.date, side.value.date))
    if len(days) < 2 or days[1][1] < days[0][0]:
        return None
    numbers = (left.number, right.number)
    return DateRead(
        at,
        right.end,
        Period(start=days[0][0], end=days[1][1]),
        numbers if isinstance(numbers[0], Decimal) and isinstance(numbers[1], Decimal) else None,  # type: ignore[arg-type]
        kind=FigureKind.RANGE,
    )


def _from_day(tokens: Tokens, at: int) -> DateRead | None:
    """Read *từ ngày 1 đến ngày 15/9/2018*: the month is that of the end."""
    words, first = tokens.words, at + 1 + (tokens.words[at + 1] == lexicon.DAY)
    day = small_number(tokens, first)
    named = words[first + 1] in lexicon.UNTIL and words[first + 2] == lexicon.DAY
    right = _end_of_span(tokens, first + 2) if day and named else None
    if right is None or day is None or not isinstance(right.value, AsOf) or not 1 <= day < right.value.date.day:
        return None
    return DateRead(at, right.end, Period(start=right.value.date.replace(day=day), end=right.value.date))


def _from_new_year(tokens: Tokens, at: int) -> DateRead | None:
    """Read *từ đầu năm đến hết tháng 9/2019*: the year is that of the end."""
    then = at + 4
    right = _end_of_span(tokens, then + (lexicon.PARTS.get(tokens.words[then]) is TimeCollection.END))
    if right is None or not isinstance(right.value, Period | AsOf):
        return None
    end = days_of(right.value)[1]
    return DateRead(at, right.end, Period(start=dt.date(end.year, 1, 1), end=end))


def _in_year_of(left: DateRead, right: DateRead) -> DateRead:
    """Return the first date of a range with the year of the last one: từ 01/01 đến 30/9/2018."""
    year = right.value.end.year if isinstance(right.value, Period) else None
    if isinstance(right.value, AsOf):
        year = right.value.date.year
    if year is None:
        return left
    if isinstance(left.value, MonthDay):
        if not isinstance(right.value, Period | AsOf):
            raise bug(right.value)
        end = days_of(right.value)[1]
        year -= (left.value.month, left.value.day) > (end.month, end.day)
        try:
            return evolve(left, value=AsOf(date=dt.date(year, left.value.month, left.value.day)))
        except ValueError:
            return left
    month = left.number
    named = left.value is None and left.note == NO_YEAR and isinstance(month, Decimal) and left.kind is FigureKind.DATE
    return evolve(left, value=Period.month(year, int(month))) if named else left  # type: ignore[arg-type]


def _end_of_span(tokens: Tokens, at: int) -> DateRead | None:
    words = tokens.words
    if words[at] == lexicon.DAY:
        at += 1
    if tokens.special.get(at) == "day":
        return day_at(tokens, at)
    if tokens.is_number(at) and words[at + 1] == "/" and tokens.is_number(at + 2):
        if words[at + 3] == "/" and year_at(tokens, at + 4) is not None:
            return day_in_parts(tokens, at)
        return day_and_month(tokens, at, after_a_day=True, has_unit=False)
    if tokens.is_number(at) and words[at + 1] == lexicon.MONTH:
        day = small_number(tokens, at)
        return day_of_month(tokens, at, day) if day is not None else None
    if words[at] in (lexicon.MONTH, lexicon.SHORT_MONTH):
        return _month(tokens, at, at + 1) if words[at] == lexicon.MONTH else _short_month(tokens, at, at)
    return _year_at_end(tokens, at)


def _year_at_end(tokens: Tokens, at: int) -> DateRead | None:
    if tokens.words[at] != lexicon.YEAR:
        return bare_year(tokens, at)
    year = year_at(tokens, at + 1, cued=True)
    return DateRead(at, at + 2, Period.year(year), Decimal(year)) if year is not None else None


def has_whole_years(time: Time | None) -> bool:
    """Return whether a time consists of whole calendar years."""
    if not isinstance(time, Period):
        return False
    return (time.start.month, time.start.day, time.end.month, time.end.day) == (1, 1, 12, 31)


def year_of(time: Time | None) -> Period | None:
    """Return the calendar year in which a time is, if it is in one."""
    if time is None:
        return None
    start, end = days_of(time)
    return Period.year(start.year) if start.year == end.year else None
