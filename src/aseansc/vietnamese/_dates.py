"""Recognise dates: days, months, quarters, years, parts and ranges of years, and times of day."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from attrs import define, evolve

from aseansc.errors import AseanscError
from aseansc.periods import EARLIEST_YEAR, AsOf, MonthDay, Period, TimeCollection
from aseansc.vietnamese._figure import FigureKind, Number
from aseansc.vietnamese._numerals import SCALES
from aseansc.vietnamese._tokens import END, Tokens, words_in

_ROMAN_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2}
_PARTS: Final = {
    "đầu": TimeCollection.BEGINNING,
    "cuối": TimeCollection.END,
    "hết": TimeCollection.END,
    "giữa": TimeCollection.WITHIN,
}
DASHES: Final = frozenset({"-", "–", "÷"})
_UNTIL: Final = frozenset({"đến", "tới"})
_CROP_YEAR: Final = "a crop year is not a calendar year"
_SEASONS: Final = words_in("đông xuân hè thu mùa chiêm ép mía muối tôm lúa ngô sắn cà phê - –")
"""Words that may come between *vụ* and its years, as in "vụ Đông Xuân 2021-2022"."""
_TWO_YEARS: Final = "may be one year across both calendar years, or two years"
TIME_OF_DAY: Final = "a time of day"
_SPANS: Final = {
    ("giai", "đoạn"): "",
    ("thời", "kỳ"): "",
    ("thời", "kì"): "",
    ("các", "năm"): "",
    ("những", "năm"): "",
    ("nhiệm", "kỳ"): "a term of office does not follow calendar years",
    ("nhiệm", "kì"): "a term of office does not follow calendar years",
    ("năm", "học"): "a school year is not a calendar year",
    ("niên", "khóa"): "a school year is not a calendar year",
    ("niên", "khoá"): "a school year is not a calendar year",
    ("niên", "vụ"): _CROP_YEAR,
    ("mùa", "vụ"): _CROP_YEAR,
}
_DAY_PARTS: Final = frozenset({"sáng", "trưa", "chiều", "tối", "đêm", "khuya"})
_BEFORE_A_DAY: Final = frozenset({"ngày", "hôm", "sáng", "chiều", "tối", "đêm", "mùng", "lễ", "tết", "dịp", "rằm"})
_SENTENCE_SIGNS: Final = frozenset(".;!?,(")
_NO_YEAR_BEFORE: Final = frozenset({"%", "‰", "điểm", "phần", *SCALES})
"""Words before which two numbers of four digits are not years: 2016 - 2025 %."""
_NEAR: Final = 12
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
_WEEKS: Final = 53
_MONTHS: Final = 12
_DAYS: Final = 31
_POINTED: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
_POINTED_MONTH: Final = re.compile(r"([0-9]{1,2})\.((?:19|20)[0-9]{2})")
STARTERS: Final = frozenset(
    {"năm", "đầu", "cuối", "hết", "giữa", "tháng", "quý", "quí", "giai", "thời", "các", "những", "nhiệm", "niên", "từ"}
    | {"tuần", "mùa"}
)
"""Words that can begin a date."""


@define
class DateRead:
    """A date that was read: its tokens and its meaning.

    `collection` is set if the words state how a figure is collected over this time ("cuối năm").
    """

    start: int
    end: int
    value: AsOf | Period | MonthDay | None
    number: Number | None = None
    collection: TimeCollection | None = None
    kind: FigureKind = FigureKind.DATE
    note: str = ""


def date_in_words(tokens: Tokens, at: int) -> DateRead | None:
    """Return the date that begins with the word at a token, if any."""
    words = tokens.words
    word = words[at]
    spans = _SPANS.get((word, words[at + 1]))
    if spans is not None:
        found = _years(tokens, at, at + 2, cued=True)
        if found is not None:
            return evolve(found, value=None, note=spans) if spans else found
    if word == "từ":
        return _from_to(tokens, at)
    if word in _PARTS:
        inner = _named(tokens, at, at + 1)
        if inner is None and word == "hết" and (year := _year(tokens, at + 1)) is not None:
            inner = DateRead(at, at + 2, Period.year(year), Decimal(year))
        return evolve(inner, collection=_PARTS[word]) if inner is not None else None
    return _named(tokens, at, at)


def _named(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read a year, month, quarter or week after its name."""
    words = tokens.words
    if words[at] == "năm":
        years = _years(tokens, start, at + 1, cued=True)
        if years is not None:
            return years
        year = _year(tokens, at + 1, cued=True)
        return DateRead(start, at + 2, Period.year(year), Decimal(year)) if year is not None else None
    if words[at] == "tháng":
        return _month(tokens, start, at + 1)
    if words[at] in ("quý", "quí"):
        return _quarter(tokens, start, at + 1)
    if words[at] == "tuần":
        return _week(tokens, start, at + 1)
    return None


def _week(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read *tuần 35 năm 2023* or *tuần 35/2023* without a value, because week numbering is ambiguous."""
    note = "the days are unclear: weeks of a year are numbered in more than one way"
    if tokens.special.get(at) == "month":
        return DateRead(start, at + 1, None, note=note)
    week = _int(tokens, at)
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
    number = _int(tokens, at)
    if number is None or not 1 <= number <= 12 or (tokens.glued(at + 1) and words[at + 1].isalpha()):
        return None
    year, end = _after(tokens, at + 1)
    if year is not None:
        return DateRead(start, end, Period.month(year, number))
    last = _int(tokens, at + 2) if words[at + 1] in DASHES else None
    if last is not None and number < last <= 12:
        end = at + 3
        of = _year(tokens, end + 1, cued=words[end] == "năm") if words[end] in ("/", "năm") else None
        if of is None:
            return DateRead(start, end, None, note="the year is not printed")
        return DateRead(start, end + 2, Period(start=Period.month(of, number).start, end=Period.month(of, last).end))
    return DateRead(start, at + 1, None, note="the year is not printed")


def _quarter(tokens: Tokens, start: int, at: int) -> DateRead | None:
    words = tokens.words
    if tokens.special.get(at) == "month":
        number, of = map(int, re.findall("[0-9]+", words[at]))
        return DateRead(start, at + 1, Period.quarter(of, number)) if 1 <= number <= 4 else None
    quarter = _ROMAN_QUARTERS.get(words[at])
    if quarter is None or (words[at][0] in "iv" and not tokens.raw(at).isupper()):
        return None
    year, end = _after(tokens, at + 1)
    if year is not None:
        return DateRead(start, end, Period.quarter(year, quarter))
    return DateRead(start, at + 1, None, note="the year is not printed")


def _after(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Read the year after a month or quarter: /2018, -2018, năm 2018."""
    if tokens.words[at] == "năm":
        return _year(tokens, at + 1, cued=True), at + 2
    if tokens.words[at] == "/" or tokens.words[at] in DASHES:
        return _year(tokens, at + 1), at + 2
    return None, at


def month_year(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read 5/2016 or 12-2016, if the month exists."""
    month, year = map(int, re.findall("[0-9]+", tokens.words[at]))
    return DateRead(start, at + 1, Period.month(year, month)) if 1 <= month <= 12 else None


def day_at(tokens: Tokens, at: int) -> DateRead:
    """Read a full date in digits."""
    parts = re.findall("[0-9]+", tokens.words[at])
    numbers, note = [int(part) for part in parts], ""
    if tokens.words[at][:4].isdecimal():
        year, month, day = numbers
    else:
        day, month, year = numbers
    value: AsOf | None
    try:
        value = AsOf(date=dt.date(year, month, day))
    except ValueError:
        value, note = None, "not a calendar date"
    if len(parts[-1]) == 2 and len(parts[0]) < 4:
        value, note = None, "the century of the year is not printed"
    return DateRead(at, at + 1, value, collection=TimeCollection.AT, note=note)


def date_in_digits(tokens: Tokens, at: int) -> DateRead | None:
    """Return the date that begins with the number at a token, except a year by itself."""
    words = tokens.words
    number = _int(tokens, at)
    if number is None:
        return _bare_years(tokens, at)
    short = tokens.glued(at + 1) and words[at + 1] == "t" and words[at + 2] in ("/", "đầu", "cuối", "năm")
    if words[at + 1] == "tháng" or short:  # 6T/2023
        return _months_or_day(tokens, at, number)
    if words[at + 1] == "giờ":
        end = at + 2
        if _int(tokens, end) is not None and (words[end + 1] == "phút" or words[end + 1] in _SENTENCE_SIGNS):
            end += 1 + (words[end + 1] == "phút")
            return DateRead(at, end, None, Decimal(number), note=TIME_OF_DAY) if number <= 24 else None
        if number <= 24 and (words[end] in _DAY_PARTS or (at and words[at - 1] == "lúc")):
            end += words[end] in _DAY_PARTS
            return DateRead(at, end, None, Decimal(number), note=TIME_OF_DAY)
    minutes = _int(tokens, at + 2) if words[at + 1] == ":" and tokens.glued(at + 1) and tokens.glued(at + 2) else None
    if minutes is not None and number <= 24 and minutes < 60 and len(words[at + 2]) == 2:
        return DateRead(at, at + 3, None, Decimal(number), note=TIME_OF_DAY)
    if words[at + 1] in ("h", "g") and tokens.glued(at + 1) and number <= 24:
        minutes = _int(tokens, at + 2) if tokens.glued(at + 2) else None
        if words[at + 1] == "g" and (minutes is None or len(words[at + 2]) != 2):
            return None  # 8g means grams
        end = at + 2 if minutes is None else at + 3
        return DateRead(at, end, None, Decimal(number), note=TIME_OF_DAY)
    return None


def _months_or_day(tokens: Tokens, at: int, number: int) -> DateRead | None:
    words = tokens.words
    month = _int(tokens, at + 2)
    if month is not None:  # 25 tháng 01 [năm 2016]
        year = _year(tokens, at + 4, cued=True) if words[at + 3] == "năm" else None
        try:
            if year is not None:
                return DateRead(at, at + 5, AsOf(date=dt.date(year, month, number)), collection=TimeCollection.AT)
            if at and words[at - 1] in ("ngày", "mùng"):
                return DateRead(at, at + 3, MonthDay(month=month, day=number))
        except (ValueError, AseanscError):
            pass
        return None
    last = words[at + 2] == "cuối"
    middle = at + 3 if words[at + 2] in ("đầu", "cuối") else at + 2
    if not 1 <= number <= 12:
        return None
    named = words[middle] == "năm" or (words[middle] == "/" and middle == at + 2)
    year = _year(tokens, middle + named, cued=named)
    end = middle + named + 1
    if year is None and not named:
        return None
    if year is None:
        if middle == at + 2:
            return None
        return DateRead(at, middle + 1, None, note="the year is not printed")
    if number == 12:
        return DateRead(at, end, Period.year(year))
    first = Period.month(year, 13 - number) if last else Period.month(year, 1)
    final = Period.month(year, 12) if last else Period.month(year, number)
    return DateRead(at, end, Period(start=first.start, end=final.end))


def _bare_years(tokens: Tokens, at: int) -> DateRead | None:
    years = _years(tokens, at, at, cued=False)
    return evolve(years, value=None, note=_CROP_YEAR) if years is not None and _is_of_a_crop(tokens, at) else years


def _is_of_a_crop(tokens: Tokens, at: int) -> bool:
    """Return whether a season is named before the years at a token; in "12 vụ" the seasons are only counted."""
    words, back = tokens.words, at - 1
    while back > at - _NEAR and back >= 0 and words[back] in _SEASONS:
        back -= 1
    return back >= 0 and words[back] == "vụ" and not tokens.is_number(back - 1)


def _years(tokens: Tokens, start: int, at: int, *, cued: bool) -> DateRead | None:
    """Read 2016-2018; with `cued`, that is after a word such as *năm*, also 2016 đến 2018 and unusual years."""
    first = _year(tokens, at, cued=cued)
    if first is None:
        return None
    sign = tokens.words[at + 1]
    if sign == "/":
        return _years_with_slash(tokens, start, at, first, cued=cued)
    if sign not in DASHES and not (cued and sign in _UNTIL):
        return None
    last = _year(tokens, at + 2, cued=cued)
    if last is None or last <= first or tokens.words[at + 3] in _NO_YEAR_BEFORE:
        return None
    return DateRead(start, at + 3, Period.years(first, last), (Decimal(first), Decimal(last)), kind=FigureKind.RANGE)


def _years_with_slash(tokens: Tokens, start: int, at: int, first: int, *, cued: bool) -> DateRead | None:
    """Read 2022/2023 as consecutive years, unless the words after it make it a part of a whole.

    The date has no value, because it may be one year across both calendar years or two years.
    """
    last, after = _year(tokens, at + 2), tokens.words[at + 3]
    whole = cued or _is_of_a_crop(tokens, at) or after == END or after in _SENTENCE_SIGNS
    if last is None or last != first + 1 or not whole:
        return None
    numbers = (Decimal(first), Decimal(last))
    return DateRead(start, at + 3, None, numbers, kind=FigureKind.RANGE, note=_TWO_YEARS)


def bare_year(tokens: Tokens, at: int) -> DateRead | None:
    """Read a year that is printed without the word *năm*."""
    year = _year(tokens, at)
    return DateRead(at, at + 1, Period.year(year), Decimal(year)) if year is not None else None


def _from_to(tokens: Tokens, at: int) -> DateRead | None:
    """Read *từ năm … đến năm …*, *từ tháng 3/2017 đến tháng 5/2018*, *từ ngày 1/3/2017 đến ngày 15/5/2018*."""
    words = tokens.words
    left = _end_of_span(tokens, at + 1)
    if left is None or words[left.end] not in _UNTIL:
        return None
    right = _end_of_span(tokens, left.end + 1) or (
        bare_year(tokens, left.end + 1) if isinstance(left.number, Decimal) else None
    )
    if right is None or words[right.end] in _NO_YEAR_BEFORE:
        return None
    days: list[tuple[dt.date, dt.date]] = []
    for side in (left, right):
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


def _end_of_span(tokens: Tokens, at: int) -> DateRead | None:
    words = tokens.words
    if words[at] == "ngày":
        at += 1
    if tokens.special.get(at) == "day":
        return day_at(tokens, at)
    if words[at] == "tháng":
        return _month(tokens, at, at + 1)
    if words[at] == "năm":
        year = _year(tokens, at + 1, cued=True)
        return DateRead(at, at + 2, Period.year(year), Decimal(year)) if year is not None else None
    return bare_year(tokens, at)


def day_and_month(tokens: Tokens, at: int, *, after_a_day: bool, has_unit: bool) -> DateRead | None:
    """Read 22/4 as a day and month, if the words around it or its size show that it is not a fraction.

    Args:
        tokens: the tokens of the passage.
        at: index of the first of its three tokens.
        after_a_day: whether the figure right before it is also a day.
        has_unit: whether a unit follows it.
    """
    words = tokens.words
    day, month = _int(tokens, at), _int(tokens, at + 2)
    if day is None or month is None or len(words[at]) > 2 or len(words[at + 2]) > 2:
        return None
    try:
        value = MonthDay(month=month, day=day)
    except AseanscError:
        return None
    read = DateRead(at, at + 3, value)
    before = words[at - 1] if at else ""
    if before in _BEFORE_A_DAY or after_a_day:
        return read
    if has_unit:
        return None
    if day > month or words[at].startswith("0") or words[at + 2].startswith("0"):
        return read
    if before == "(" and words[at + 3] == ")":
        return read
    for back in range(at - 1, max(at - _NEAR, -1), -1):
        if words[back] in _SENTENCE_SIGNS:
            return None
        if words[back] in _BEFORE_A_DAY:
            return read
    return None


def days_of_month(tokens: Tokens, at: int) -> DateRead | None:
    """Read a range of days within one month: 1-15/9/2023, 01 đến 15/9/2023."""
    words, then = tokens.words, at + 2
    first = _int(tokens, at)
    if first is None or (words[at + 1] not in DASHES and words[at + 1] not in _UNTIL):
        return None
    if tokens.special.get(then) == "day" and words[then].count("/") == 2:
        day, month, year = map(int, words[then].replace(" ", "").split("/"))
        end = then + 1
    else:  # after a dash, the scanner splits a date into several tokens
        last, of, during = _int(tokens, then), _int(tokens, then + 2), _year(tokens, then + 4)
        if last is None or of is None or words[then + 1] != "/":
            return None
        if during is None or words[then + 3] != "/":
            named = at > 0 and words[at - 1] == "ngày" and words[then + 3] != "/" and 1 <= of <= _MONTHS
            note = "the year is not printed"
            numbers = (Decimal(first), Decimal(last))
            named = named and 1 <= first < last <= _DAYS
            return DateRead(at, then + 3, None, numbers, kind=FigureKind.RANGE, note=note) if named else None
        day, month, year = last, of, during
        end = then + 5
    if year < _FIRST_YEAR:
        return None
    try:
        days = Period(start=dt.date(year, month, first), end=dt.date(year, month, day))
    except (ValueError, AseanscError):
        return None
    numbers = (Decimal(first), Decimal(day))
    return DateRead(at, end, days, numbers, kind=FigureKind.RANGE) if first < day else None


def day_after_its_word(tokens: Tokens, at: int) -> DateRead | None:
    """Read a day and month that only the word before it marks as a date: *ngày 17.8*, *sáng 12-12*.

    Return ``None`` if there is no such word or no such day. The value is withheld if it may be a range of days.
    """
    words = tokens.words
    if not at or words[at - 1] not in _BEFORE_A_DAY:
        return None
    pointed = _POINTED.fullmatch(words[at])
    if pointed is not None and words[at + 1] not in ("%", "/"):
        day, month, end = int(pointed[1]), int(pointed[2]), at + 1
    elif words[at + 1] == "-" and tokens.glued(at + 1) and tokens.glued(at + 2):
        first, second = _int(tokens, at), _int(tokens, at + 2)
        if first is None or second is None or words[at + 3] == "/":
            return None
        day, month, end = first, second, at + 3
    else:
        return None
    try:
        value: MonthDay | None = MonthDay(month=month, day=day)
    except AseanscError:
        return None
    if end == at + 3 and day < month:
        return DateRead(at, end, None, note="may be a day and month, or a range of days")
    return DateRead(at, end, value)


def _int(tokens: Tokens, at: int) -> int | None:
    word = tokens.words[at]
    return int(word) if len(word) <= 2 and word.isdecimal() and at not in tokens.special else None


def _year(tokens: Tokens, at: int, *, cued: bool = False) -> int | None:
    word = tokens.words[at]
    if len(word) != 4 or not tokens.is_number(at) or not word.isdecimal():
        return None
    year = int(word)
    return year if (year >= EARLIEST_YEAR if cued else _FIRST_YEAR <= year <= _LAST_YEAR) else None
