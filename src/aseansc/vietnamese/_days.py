"""Recognise days and months in digits."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from attrs import define

from aseansc.errors import AseanscError
from aseansc.periods import EARLIEST_YEAR, AsOf, MonthDay, Period, TimeCollection
from aseansc.vietnamese._figure import FigureKind, Number
from aseansc.vietnamese._lexicon import dates as lexicon
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import near_before

DASHES: Final = frozenset({"-", "–", "÷"})
SENTENCE_SIGNS: Final = frozenset(".;!?,(")
_NEAR: Final = 12
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
_MONTHS: Final = 12
NO_YEAR: Final = "the year is not printed"
NOT_A_DATE: Final = "not a calendar date"
_DAYS: Final = 31
_SHORT: Final = 2
"""The digits of a year without its century."""
_BEFORE_DAYS: Final = frozenset({lexicon.DAY, lexicon.FROM, *lexicon.UNTIL})
"""Words before days of a month whose year is named: từ 5-6/12 năm 2018, but not hoàn thành 5-6/12 năm 2018."""
_POINTED: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")


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


def month_year(tokens: Tokens, start: int, at: int) -> DateRead | None:
    """Read 5/2016 or 12-2016, if the month exists."""
    month, year = map(int, re.findall("[0-9]+", tokens.words[at]))
    return DateRead(start, at + 1, Period.month(year, month)) if 1 <= month <= 12 else None


def day_at(tokens: Tokens, at: int) -> DateRead:
    """Read a full date in digits; one of a year before 1000 is a slip: 10/01/0023."""
    parts = re.findall("[0-9]+", tokens.words[at])
    if len(parts[-1]) == _SHORT and len(parts[0]) <= _SHORT:
        note = "the century of the year is not printed"
        return DateRead(at, at + 1, None, collection=TimeCollection.AT, note=note)
    numbers = map(int, parts if tokens.words[at][:4].isdecimal() else reversed(parts))
    try:
        value = AsOf(date=dt.date(*numbers))
    except ValueError:
        value = None
    if value is None or value.date.year < EARLIEST_YEAR:
        return DateRead(at, at + 1, None, collection=TimeCollection.AT, note=NOT_A_DATE)
    return DateRead(at, at + 1, value, collection=TimeCollection.AT)


def day_in_parts(tokens: Tokens, at: int) -> DateRead | None:
    """Read a full date that the scanner splits because a dash is joined to it: 15/4-14/5/2022."""
    day, month, year = small_number(tokens, at), small_number(tokens, at + 2), year_at(tokens, at + 4)
    try:
        value = AsOf(date=dt.date(year or 0, month or 0, day or 0))
    except ValueError:
        return None
    return DateRead(at, at + 5, value, collection=TimeCollection.AT)


def day_of_month(tokens: Tokens, at: int, day: int) -> DateRead | None:
    """Read *25 tháng 01 năm 2016*; without a year, only after a word for a day.

    After such a word, it is never a number of months: ngày 31 tháng 2 năm 2018, ngày 5 tháng này.
    """
    words, month = tokens.words, small_number(tokens, at + 2)
    year = year_at(tokens, at + 4, cued=True) if words[at + 3] == lexicon.YEAR else None
    is_day = words[at - 1] in lexicon.BEFORE_DAY_OF_MONTH
    end = at + 2 if month is None else at + 3 if year is None else at + 5
    try:
        if month is not None and year is not None:
            return DateRead(at, end, AsOf(date=dt.date(year, month, day)), collection=TimeCollection.AT)
        if month is not None and is_day:
            return DateRead(at, end, MonthDay(month=month, day=day))
    except (ValueError, AseanscError):
        pass
    return DateRead(at, end, None, note=NOT_A_DATE if month is not None else NO_YEAR) if is_day else None


def day_and_month(tokens: Tokens, at: int, *, after_a_day: bool, has_unit: bool) -> DateRead | None:
    """Read 22/4 as a day and month, if the words around it or its size show that it is not a fraction.

    Args:
        tokens: the tokens of the passage.
        at: index of the first of its three tokens.
        after_a_day: whether the figure right before it is also a day.
        has_unit: whether a unit follows it.
    """
    words = tokens.words
    day, month = small_number(tokens, at), small_number(tokens, at + 2)
    if day is None or month is None:
        return None
    try:
        value = MonthDay(month=month, day=day)
    except AseanscError:
        return None
    before = words[at - 1]
    is_day = (
        before in lexicon.BEFORE_A_DAY
        or after_a_day
        or (
            not has_unit
            and (
                day > month
                or words[at].startswith("0")
                or words[at + 2].startswith("0")
                or (before == "(" and words[at + 3] == ")")
                or _is_near_a_day(tokens, at)
            )
        )
    )
    return DateRead(at, at + 3, value) if is_day else None


def _is_near_a_day(tokens: Tokens, at: int) -> bool:
    """Return whether a word for a day comes shortly before a token in its clause."""
    for word in reversed(near_before(tokens.words, at, _NEAR)):
        if word in SENTENCE_SIGNS or word in lexicon.BEFORE_A_DAY:
            return word in lexicon.BEFORE_A_DAY
    return False


def days_of_month(tokens: Tokens, at: int) -> DateRead | None:
    """Read a range of days within one month: 1-15/9/2023, 01 đến 15/9/2023, ngày 1-15 tháng 9 năm 2023."""
    words, then = tokens.words, at + 2
    first = small_number(tokens, at)
    if first is None or (words[at + 1] not in DASHES and words[at + 1] not in lexicon.UNTIL):
        return None
    if tokens.special.get(then) == "day":
        return _days_to_date(tokens, at, first)
    # after a dash, the scanner splits a date into several tokens
    last, of, during = small_number(tokens, then), small_number(tokens, then + 2), year_at(tokens, then + 4)
    before = words[at - 1]
    is_day = before == lexicon.DAY
    if last is not None and is_day and words[then + 1] == lexicon.MONTH:
        return _days_of_named_month(tokens, at, first, last)
    if last is None or of is None or words[then + 1] != "/":
        return None
    is_dated = words[then + 3] == "/" or (words[then + 3] == lexicon.YEAR and before in _BEFORE_DAYS)
    if during is not None and is_dated:
        return _days(at, then + 5, first, last, of, during)
    named = is_day and words[then + 3] != "/" and 1 <= of <= _MONTHS and 1 <= first < last <= _DAYS
    numbers = (Decimal(first), Decimal(last))
    return DateRead(at, then + 3, None, numbers, kind=FigureKind.RANGE, note=NO_YEAR) if named else None


def _days_to_date(tokens: Tokens, at: int, first: int) -> DateRead | None:
    """Read days of a month up to a full date: 1-15/9/2023."""
    then = at + 2
    parts = tokens.words[then].replace(" ", "").split("/")
    if len(parts) != 3:
        return None
    last, month, year = map(int, parts)
    return _days(at, then + 1, first, last, month, year)


def _days_of_named_month(tokens: Tokens, at: int, first: int, last: int) -> DateRead:
    """Read days of a month that is named, which are not a number of months: ngày 5-8 tháng 9/2018."""
    words, of = tokens.words, at + 4
    month, year = small_number(tokens, of), None
    end = of if month is None else of + 1
    if tokens.special.get(of) == "month":
        month, year = map(int, re.findall("[0-9]+", words[of]))
        end = of + 1
    elif month is not None and words[end] == lexicon.YEAR and (year := year_at(tokens, end + 1)) is not None:
        end += 2
    found = None if year is None else _days(at, end, first, last, month or 0, year)
    note = NO_YEAR if year is None else NOT_A_DATE
    return found or DateRead(at, end, None, (Decimal(first), Decimal(last)), kind=FigureKind.RANGE, note=note)


def _days(start: int, end: int, first: int, last: int, month: int, year: int) -> DateRead | None:
    if year < _FIRST_YEAR or first >= last:
        return None
    try:
        days = Period(start=dt.date(year, month, first), end=dt.date(year, month, last))
    except (ValueError, AseanscError):
        return None
    return DateRead(start, end, days, (Decimal(first), Decimal(last)), kind=FigureKind.RANGE)


def day_after_its_word(tokens: Tokens, at: int) -> DateRead | None:
    """Read a day and month that only the word before it marks as a date: *ngày 17.8*, *sáng 12-12*.

    Return ``None`` without such a word, or if the month does not have the day. The value is withheld if it may be a
    range of days.
    """
    words = tokens.words
    if words[at - 1] not in lexicon.BEFORE_A_DAY:
        return None
    pointed = _POINTED.fullmatch(words[at])
    if pointed is not None and words[at + 1] not in ("%", "/"):
        day, month, end = int(pointed[1]), int(pointed[2]), at + 1
    elif words[at + 1] == "-":
        first, second = small_number(tokens, at), small_number(tokens, at + 2)
        if first is None or second is None or words[at + 3] in ("/", lexicon.MONTH):
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


def small_number(tokens: Tokens, at: int) -> int | None:
    word = tokens.words[at]
    return int(word) if len(word) <= 2 and word.isdecimal() and at not in tokens.special else None


def year_at(tokens: Tokens, at: int, *, cued: bool = False) -> int | None:
    word = tokens.words[at]
    if len(word) != 4 or not tokens.is_number(at) or not word.isdecimal():
        return None
    year = int(word)
    return year if (year >= EARLIEST_YEAR if cued else _FIRST_YEAR <= year <= _LAST_YEAR) else None


def same_days(start: dt.date, end: dt.date, year: int) -> Period | None:
    """Return the days of another year, unless it does not have 29 February."""
    try:
        return Period(start=start.replace(year=year), end=end.replace(year=year))
    except ValueError:
        return None
