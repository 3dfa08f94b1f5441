"""Periods, days, and how a figure relates to its time."""

from __future__ import annotations

import datetime as dt
import re
from datetime import date, timedelta
from typing import Final, TypeAlias, final

from attrs import field, frozen

from aseansc._attrs import Scalar, instance_of, is_day
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import CodeList
from aseansc.errors import FieldError, FieldTypeError, ParseError

__all__ = ["AsOf", "Frequency", "MonthDay", "Period", "Time", "TimeBasis", "TimeCollection", "days_of"]

_ONE_DAY: Final = timedelta(days=1)


@final
class TimeCollection(CodeList):
    """How a figure is aggregated over its time (SDMX: time period collection, CL_TIME_PER_COLLECT).

    - ``at``: on a printed day; only with an `AsOf`.
    - ``beginning``, ``end``: at the beginning (*đầu năm*) or the end (*cuối năm*, *đến hết năm*) of the period.
    - ``within``: on an unspecified day of the period (*năm 2018*).
    - ``total``: the sum over the period (*trong 3 năm*).
    - ``average``: the average per month, quarter or year of the period (*bình quân mỗi năm*).
    - ``each``: the same amount in every month, quarter or year of the period (*mỗi năm*, *hàng năm*).
    - ``to_date``: the sum from the start of the period to an unspecified day (*đến nay*).
    """

    AT = "at"
    BEGINNING = "beginning"
    END = "end"
    WITHIN = "within"
    TOTAL = "total"
    AVERAGE = "average"
    EACH = "each"
    TO_DATE = "to_date"

    @property
    def is_repeated(self) -> bool:
        """Whether the figure is an amount per month, quarter or year, so that ``per`` is required."""
        return self in _REPEATED

    @property
    def is_point(self) -> bool:
        """Whether the figure is for a single moment, and not summed or averaged over the period."""
        return self in _POINTS


# Up to Python 3.11, looking a member up in its enumeration takes long, and always its hash.
_REPEATED: Final = (TimeCollection.AVERAGE, TimeCollection.EACH)
_POINTS: Final = (TimeCollection.AT, TimeCollection.BEGINNING, TimeCollection.END, TimeCollection.WITHIN)


@final
class Frequency(CodeList):
    """The unit of time of an average or amount per period: month, quarter or year."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@final
class TimeBasis(CodeList):
    """How the time of a figure is known.

    - ``stated``: it is printed with the figure.
    - ``carried``: it is printed earlier in the same passage.
    - ``assumed``: it is not printed, and follows from the period of the review (see `aseansc.reviews.assumed_time`).
    """

    STATED = "stated"
    CARRIED = "carried"
    ASSUMED = "assumed"


@final
@frozen(kw_only=True, order=True)
class Period(Scalar):
    """A period of whole days, such as a year, a half year, a quarter, a month, or several years.

    ``str()`` gives the SDMX form: ``2018``, ``2018-S1`` (half year, *6 tháng đầu năm 2018*), ``2018-Q3``, ``2018-07``,
    and ``start/duration`` for other periods (``2016-01-01/P3Y``). `iso` gives the ISO 8601 interval. Periods are
    ordered by start, then by end.

    Args:
        start: the first day.
        end: the last day, included.

    Raises:
        FieldError: if the end is before the start.

    >>> from datetime import date
    >>> Period(start=date(2016, 1, 1), end=date(2018, 12, 31))
    Period.parse('2016-01-01/P3Y')
    >>> Period.half(2018, 1).iso
    '2018-01-01/2018-06-30'
    """

    start: date = field(validator=is_day)
    end: date = field(validator=is_day)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise FieldError(
                "the period ends before it starts",
                where="Period",
                got=f"{self.start}/{self.end}",
                expected="start <= end",
            )

    @classmethod
    def year(cls, year: int) -> Period:
        """Return a calendar year.

        Raises:
            FieldError: for a year before 1000 or after 9999, which is probably mistyped; the class itself and `parse`
                accept years from 1 to 9999.
        """
        return cls.years(year, year)

    @classmethod
    def years(cls, first: int, last: int) -> Period:
        """Return the period of several calendar years, first and last included: *giai đoạn 2016 - 2018*.

        Raises:
            FieldError: if `last` is before `first`, or for a year that `year` does not accept.
        """
        _require_year(first)
        _require_year(last)
        return cls(start=date(first, 1, 1), end=date(last, 12, 31))

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """Return the first or second half of a year (1 or 2): *6 tháng đầu năm*, *6 tháng cuối năm*.

        Raises:
            FieldError: if there is no such half, or for a year that `year` does not accept.
        """
        _require_year(year)
        return _part(year, half, 6, "half")

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """Return a quarter of a year (1 to 4): *quý*.

        Raises:
            FieldError: if there is no such quarter, or for a year that `year` does not accept.
        """
        _require_year(year)
        return _part(year, quarter, 3, "quarter")

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Return a month of a year (1 to 12): *tháng*.

        Raises:
            FieldError: if there is no such month, or for a year that `year` does not accept.
        """
        _require_year(year)
        return _part(year, month, 1, "month")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Parse a period in the notation of SDMX or ISO 8601.

        Accepts ``2018``, ``2018-A1``, ``2018-S1``, ``2018-T1``, ``2018-Q1``, ``2018-07``, ``2018-M07``, ``2018-W05``,
        ``2018-D032``, ``2016-01-01/P3Y`` and ``2016-01-01/2018-12-31`` (also ``2016/2018``).

        Raises:
            ParseError: for anything else, also for a day such as ``2018-02-01``: use `AsOf`.

        >>> Period.parse("2016/2018") == Period.years(2016, 2018)
        True
        """
        if isinstance(text, str):
            period = _read(text)
            if period is not None:
                return period
        raise ParseError(
            "not a period",
            where="Period",
            got=text,
            expected="a period such as 2018, 2018-S1, 2018-Q3, 2018-07, 2016-01-01/P3Y or 2016-01-01/2018-12-31",
            hint="For a single day, use an AsOf." if isinstance(text, str) and re.fullmatch(_DAY, text) else "",
        )

    @property
    def months(self) -> int | None:
        """The number of calendar months, or ``None`` if the period does not consist of whole calendar months."""
        after = self.end + _ONE_DAY if self.end < date.max else None
        if self.start.day != 1 or (after.day != 1 if after else self.end.day != 31):
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def iso(self) -> str:
        """The ISO 8601 interval from the first to the last day, such as ``2018-01-01/2018-06-30``."""
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    def contains(self, other: Time) -> bool:
        """Return whether a day, or the whole of another period, is inside this period."""
        start, end = days_of(other)
        return self.start <= start and end <= self.end

    def overlaps(self, other: Time) -> bool:
        """Return whether a day, or some day of another period, is inside this period."""
        start, end = days_of(other)
        return self.start <= end and start <= self.end

    def __str__(self) -> str:
        months = self.months
        year = f"{self.start.year:04d}"
        if months == 12 and self.start.month == 1:
            return year
        if months == 6 and self.start.month in (1, 7):
            return f"{year}-S{1 if self.start.month == 1 else 2}"
        if months == 3 and self.start.month % 3 == 1:
            return f"{year}-Q{self.start.month // 3 + 1}"
        if months == 1:
            return f"{year}-{self.start.month:02d}"
        if months is None:
            return f"{self.start.isoformat()}/P{(self.end - self.start).days + 1}D"
        return f"{self.start.isoformat()}/P{f'{months // 12}Y' if months % 12 == 0 else f'{months}M'}"

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"


@final
@frozen(kw_only=True, order=True)
class AsOf(Scalar):
    """A printed day: *tại thời điểm 31/12/2018*.

    Do not use it for days that are not printed: *cuối năm 2018* is the year 2018 with the time collection ``end``.

    >>> from datetime import date
    >>> AsOf(date=date(2018, 12, 31))
    AsOf.parse('2018-12-31')
    """

    date: dt.date = field(validator=is_day)

    @classmethod
    def parse(cls, text: str) -> AsOf:
        """Parse an ISO 8601 date.

        Raises:
            ParseError: for anything else.
        """
        day = _iso_day(text) if isinstance(text, str) and re.fullmatch(_DAY, text) else None
        if day is None:
            raise ParseError("not a day", where="AsOf", got=text, expected="a date such as 2018-12-31")
        return cls(date=day)

    def __str__(self) -> str:
        return self.date.isoformat()

    def __repr__(self) -> str:
        return f"AsOf.parse({str(self)!r})"


@final
@frozen(kw_only=True, order=True)
class MonthDay(Scalar):
    """A day and month without a year, as for anniversaries: *ngày 5/6*.

    Raises:
        FieldError: if there is no such day.

    >>> MonthDay(month=6, day=5)
    MonthDay.parse('--06-05')
    """

    month: int = field(validator=instance_of(int))
    day: int = field(validator=instance_of(int))

    def __attrs_post_init__(self) -> None:
        try:
            date(2000, self.month, self.day)  # a leap year: 29 February is a day of the year
        except (ValueError, OverflowError):
            raise FieldError(
                "the day does not exist",
                where="MonthDay",
                got=(self.month, self.day),
                expected="a month from 1 to 12 and a day of that month",
            ) from None

    @classmethod
    def parse(cls, text: str) -> MonthDay:
        """Parse a day in the ISO 8601 notation without a year: ``--06-05``.

        Raises:
            ParseError: for another notation.
            FieldError: if the day does not exist.
        """
        match = re.fullmatch(_MONTH_DAY, text) if isinstance(text, str) else None
        if match is None:
            raise ParseError("not a day without a year", where="MonthDay", got=text, expected="a day such as --06-05")
        return cls(month=int(match[1]), day=int(match[2]))

    def __str__(self) -> str:
        return f"--{self.month:02d}-{self.day:02d}"

    def __repr__(self) -> str:
        return f"MonthDay.parse({str(self)!r})"


Time: TypeAlias = Period | AsOf
"""A period, or a printed day."""


def days_of(time: Time) -> tuple[date, date]:
    """Return the first and the last day of a period, or a day twice.

    Raises:
        FieldTypeError: for anything but a `Period` or an `AsOf`.
    """
    if isinstance(time, AsOf):
        return time.date, time.date
    if not isinstance(time, Period):
        raise FieldTypeError(
            "not a time",
            where="Period",
            got=time,
            expected="a Period or an AsOf",
            hint="To convert a string, use Period.parse('2018').",
        )
    return time.start, time.end


_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MONTH_DAY: Final = r"--([0-9]{2})-([0-9]{2})"
_REPORTING: Final = r"([0-9]{4})-([ASTQMWD])([0-9]{1,3})"
_GREGORIAN: Final = r"([0-9]{4})(?:-([0-9]{2}))?"
_DURATION: Final = r"P(?:([0-9]{1,4})Y)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})D)?"
_MONTHS_OF: Final = {"A": 12, "S": 6, "T": 4, "Q": 3, "M": 1}
_DIGITS_OF: Final = {"A": 1, "S": 1, "T": 1, "Q": 1, "M": 2, "W": 2, "D": 3}


def _read(text: str) -> Period | None:
    first, stroke, second = text.partition("/")
    if not stroke:
        return _read_one(text)
    start = _iso_day(first) if re.fullmatch(_DAY, first) else None
    duration = re.fullmatch(_DURATION, second)
    if duration is not None:
        return _from_duration(start, duration) if start is not None else None
    left = Period(start=start, end=start) if start is not None else _read_one(first)
    end = _iso_day(second) if re.fullmatch(_DAY, second) else None
    right = Period(start=end, end=end) if end is not None else _read_one(second)
    if left is None or right is None or right.end < left.start:
        return None
    return Period(start=left.start, end=right.end)


def _read_one(text: str) -> Period | None:
    gregorian = re.fullmatch(_GREGORIAN, text)
    try:
        if gregorian is not None:
            year, month = gregorian.groups()
            return _part(int(year), 1, 12, "year") if month is None else _part(int(year), int(month), 1, "month")
        reporting = re.fullmatch(_REPORTING, text)
        if reporting is None or len(reporting[3]) != _DIGITS_OF[reporting[2]]:
            return None
        year_number, letter, number = int(reporting[1]), reporting[2], int(reporting[3])
        if letter == "W":
            monday = date.fromisocalendar(year_number, number, 1)
            return Period(start=monday, end=monday + 6 * _ONE_DAY)
        if letter == "D":
            day = date(year_number, 1, 1) + (number - 1) * _ONE_DAY
            return Period(start=day, end=day) if day.year == year_number and number else None
        return _part(year_number, number, _MONTHS_OF[letter], "part")
    except (ValueError, OverflowError):
        return None


def _from_duration(start: date, duration: re.Match[str]) -> Period | None:
    years, months, days = (int(part) if part else 0 for part in duration.groups())
    if not (years or months or days):
        return None
    month = start.month - 1 + months + 12 * years
    try:
        # The last day is the day before the same day of the later month. SDMX durations start on the 1st of a month.
        if (start.year + month // 12, month % 12, start.day, days) == (date.max.year + 1, 0, 1, 0):
            return Period(start=start, end=date.max)
        after = date(start.year + month // 12, month % 12 + 1, start.day) if years or months else start
        return Period(start=start, end=after + (days - 1) * _ONE_DAY)
    except (ValueError, OverflowError):
        return None


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date:
    _require_int("year", year)
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise FieldError(
            "not a date",
            where="Period",
            got=(year, month, day),
            expected="a year from 1 to 9999, and a day that exists",
        ) from None


EARLIEST_YEAR: Final = 1000
"""The earliest year that `Period.year` and the constructors like it accept."""


def _require_year(year: int) -> None:
    _require_int("year", year)
    if not EARLIEST_YEAR <= year <= date.max.year:
        raise FieldError(
            "the year does not have four digits",
            where="Period",
            got=year,
            expected=f"{EARLIEST_YEAR} to {date.max.year}",
            hint=f"If you mean {2000 + year}, write all four digits." if 0 <= year < _CENTURY else "",
        )


_CENTURY: Final = 100


def _require_int(name: str, number: object) -> None:
    if not isinstance(number, int) or isinstance(number, bool):
        raise FieldTypeError(f"{name} is of the wrong type", where="Period", got=number, expected="an int")


def _part(year: int, number: int, months: int, name: str) -> Period:
    _require_int(name, number)
    if not 1 <= number <= 12 // months:
        raise FieldError(f"no such {name} of a year", where="Period", got=number, expected=f"1 to {12 // months}")
    first = (number - 1) * months + 1
    last = first + months
    end = _day(year, 12, 31) if last == 13 else _day(year, last, 1) - _ONE_DAY
    return Period(start=_day(year, first, 1), end=end)


offer(AsOf, MonthDay, Period)
