"""Periods, days, and days without a year: constructors, parsing and printing, invalid input."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from aseansc import AsOf, Frequency, MonthDay, Period, TimeBasis, TimeCollection
from aseansc.errors import AseanscError, FieldError, FieldTypeError, ParseError


@pytest.mark.parametrize(
    ("period", "start", "end", "text"),
    [
        (Period.year(2018), "2018-01-01", "2018-12-31", "2018"),
        (Period.years(2016, 2018), "2016-01-01", "2018-12-31", "2016-01-01/P3Y"),
        (Period.half(2018, 1), "2018-01-01", "2018-06-30", "2018-S1"),
        (Period.half(2018, 2), "2018-07-01", "2018-12-31", "2018-S2"),
        (Period.quarter(2021, 1), "2021-01-01", "2021-03-31", "2021-Q1"),
        (Period.quarter(2016, 4), "2016-10-01", "2016-12-31", "2016-Q4"),
        (Period.month(2016, 2), "2016-02-01", "2016-02-29", "2016-02"),
        (Period.month(2018, 12), "2018-12-01", "2018-12-31", "2018-12"),
        (Period(start=date(2012, 1, 1), end=date(2012, 10, 31)), "2012-01-01", "2012-10-31", "2012-01-01/P10M"),
        (Period(start=date(2018, 2, 1), end=date(2019, 1, 31)), "2018-02-01", "2019-01-31", "2018-02-01/P1Y"),
        (Period(start=date(2018, 2, 1), end=date(2018, 4, 30)), "2018-02-01", "2018-04-30", "2018-02-01/P3M"),
        (Period(start=date(2018, 2, 1), end=date(2018, 7, 31)), "2018-02-01", "2018-07-31", "2018-02-01/P6M"),
        (Period(start=date(2018, 1, 5), end=date(2018, 1, 5)), "2018-01-05", "2018-01-05", "2018-01-05/P1D"),
        (Period(start=date(2018, 1, 15), end=date(2018, 2, 14)), "2018-01-15", "2018-02-14", "2018-01-15/P31D"),
        (Period(start=date(1, 1, 1), end=date(1, 12, 31)), "0001-01-01", "0001-12-31", "0001"),
        (Period.year(9999), "9999-01-01", "9999-12-31", "9999"),
        (Period.month(9999, 12), "9999-12-01", "9999-12-31", "9999-12"),
        (Period(start=date(1, 1, 1), end=date.max), "0001-01-01", "9999-12-31", "0001-01-01/P9999Y"),
        (Period(start=date(1, 2, 1), end=date.max), "0001-02-01", "9999-12-31", "0001-02-01/P119987M"),
        (Period(start=date(1, 1, 2), end=date.max), "0001-01-02", "9999-12-31", "0001-01-02/P3652058D"),
        (Period(start=date.max, end=date.max), "9999-12-31", "9999-12-31", "9999-12-31/P1D"),
    ],
    ids=str,
)
def test_periods_and_their_texts(period: Period, start: str, end: str, text: str) -> None:
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert str(period) == text
    assert period.iso == f"{start}/{end}"
    assert repr(period) == f"Period.parse({text!r})"
    assert Period.parse(text) == Period.parse(period.iso) == period


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2018-A1", "2018"),
        ("2018-T1", "2018-01-01/P4M"),
        ("2018-T3", "2018-09-01/P4M"),
        ("2018-M07", "2018-07"),
        ("2016/2018", "2016-01-01/P3Y"),
        ("2016-Q1/2016-Q3", "2016-01-01/P9M"),
        ("2016-01/2016-06", "2016-S1"),
        ("2018-01-01/P1Y6M", "2018-01-01/P18M"),
        ("2018-01-01/P12M", "2018"),
        ("2018-01-01/P365D", "2018"),
        ("2018-01-15/P1M", "2018-01-15/P31D"),
        ("2018-01-01/2018-01-01", "2018-01-01/P1D"),
        ("2020-W53", "2020-12-28/P7D"),
        ("2018-W01", "2018-01-01/P7D"),
        ("0001-W01", "0001-01-01/P7D"),
        ("2020-D366", "2020-12-31/P1D"),
        ("9999-01-01/P1Y", "9999"),
    ],
)
def test_other_texts_of_a_period(text: str, canonical: str) -> None:
    assert str(Period.parse(text)) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "18",
        "2018 ",
        "2018\n",
        "２０１８",
        "٢٠١٨",
        "0000",
        "10000",
        "-2018",
        "2018-1",
        "2018-00",
        "2018-13",
        "2018-q1",
        "2018-Q0",
        "2018-Q5",
        "2018-S3",
        "2018-T4",
        "2018-A2",
        "2018-M13",
        "2018-M7",
        "2018-W00",
        "2018-W53",
        "9999-W53",
        "2018-D000",
        "2018-D366",
        "2018-D1",
        "2018-X1",
        "2018-02-30/P1D",
        "2018-01-01/P",
        "2018-01-01/P0D",
        "2018-01-01/P0Y0M0D",
        "2018-01-01/PT5H",
        "2018-01-01/P1.5Y",
        "2018-01-01/P-1Y",
        "2016-02-29/P1Y",
        "2016-01-31/P1M",
        "9999-12-31/P2D",
        "9999-12-01/P2M",
        "0001-01-01/P9999999D",
        "P1Y/2016-01-01",
        "2018/2016",
        "2018/2018/2018",
        "/",
        "2018/",
        "/2018",
        "20180101/20181231",
        "2018-12-31T00:00/P1D",
        "--06-05",
        "9" * 10_000_000,
        "/" * 10_000_000,
        None,
        2018,
        True,
        b"2018",
        date(2018, 1, 1),
        ["2018"],
    ],
    ids=lambda text: repr(text)[:24],
)
def test_an_invalid_period_is_a_parse_error(text: Any) -> None:
    with pytest.raises(ParseError) as refused:
        Period.parse(text)
    assert refused.value.expected
    assert isinstance(refused.value, ValueError)
    assert len(str(refused.value)) < 1000


def test_a_day_parsed_as_a_period_is_an_error_with_a_hint() -> None:
    with pytest.raises(ParseError, match="AsOf"):
        Period.parse("2018-12-31")


@pytest.mark.parametrize(
    "text", ["2018", "2018-12-32", "2018-02-29", "20181231", "2018-W01-1", "2018-12-31\n", "", None, 5]
)
def test_an_invalid_day_is_a_parse_error(text: Any) -> None:
    with pytest.raises(ParseError):
        AsOf.parse(text)


@pytest.mark.parametrize("text", ["06-05", "--13-01", "--02-30", "--6-5", "--06-05\n", "", None, 5])
def test_an_invalid_month_and_day_is_an_error(text: Any) -> None:
    with pytest.raises((ParseError, FieldError)):
        MonthDay.parse(text)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Period(start=date(2018, 12, 31), end=date(2018, 1, 1)), FieldError),
        (lambda: Period.years(2018, 2016), FieldError),
        (lambda: Period(start=datetime(2018, 1, 1), end=date(2018, 1, 2)), FieldTypeError),
        (lambda: Period(start="2018-01-01", end=date(2018, 1, 2)), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Period(start=None, end=None), FieldTypeError),  # type: ignore[arg-type]
        (lambda: AsOf(date=datetime(2018, 1, 1)), FieldTypeError),
        (lambda: AsOf(date="2018-01-01"), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Period.year(0), FieldError),
        (lambda: Period.year(10000), FieldError),
        (lambda: Period.year(10**30), FieldError),
        (lambda: Period.year("2018"), FieldError),  # type: ignore[arg-type]
        (lambda: Period.year(2018.0), FieldError),  # type: ignore[arg-type]
        (lambda: Period.year(True), FieldError),
        (lambda: Period.year(None), FieldError),  # type: ignore[arg-type]
        (lambda: Period.half(2018, 0), FieldError),
        (lambda: Period.half(2018, 3), FieldError),
        (lambda: Period.quarter(2018, 5), FieldError),
        (lambda: Period.quarter(2018, "1"), FieldError),  # type: ignore[arg-type]
        (lambda: Period.quarter(2018, True), FieldError),
        (lambda: Period.month(2018, 13), FieldError),
        (lambda: Period.month(2018, 2.0), FieldError),  # type: ignore[arg-type]
        (lambda: MonthDay(month=2, day=30), FieldError),
        (lambda: MonthDay(month=13, day=1), FieldError),
        (lambda: MonthDay(month=10**30, day=1), FieldError),
        (lambda: MonthDay(month=True, day=1), FieldTypeError),
        (lambda: MonthDay(month="6", day=5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Period.year(2018).contains("2018"), AseanscError),  # type: ignore[arg-type]
        (lambda: Period.year(2018).contains(date(2018, 1, 1)), AseanscError),  # type: ignore[arg-type]
        (lambda: Period.year(2018).overlaps(None), AseanscError),  # type: ignore[arg-type]
    ],
)
def test_bad_times(make: Any, error: type[AseanscError]) -> None:
    with pytest.raises(error) as refused:
        make()
    assert refused.value.where
    assert refused.value.expected


def test_the_error_for_an_end_before_the_start_shows_both() -> None:
    with pytest.raises(FieldError) as refused:
        Period(start=date(2018, 12, 31), end=date(2018, 1, 1))
    assert "2018-12-31/2018-01-01" in str(refused.value)
    assert refused.value.where == "Period"


def test_contains_and_overlaps() -> None:
    three_years = Period.years(2016, 2018)
    assert three_years.contains(Period.quarter(2017, 3))
    assert three_years.contains(AsOf.parse("2018-12-31"))
    assert not three_years.contains(AsOf.parse("2019-01-01"))
    assert not Period.year(2018).contains(three_years)
    assert Period.year(2018).overlaps(three_years)
    assert not Period.year(2019).overlaps(three_years)


def test_collections() -> None:
    points = {collection for collection in TimeCollection if collection.is_point}
    assert points == {"at", "beginning", "end", "within"}
    assert {collection for collection in TimeCollection if collection.is_repeated} == {"average", "each"}
    assert set(Frequency) == {"month", "quarter", "year"}
    assert set(TimeBasis) == {"stated", "carried", "assumed"}


def test_days_are_ordered() -> None:
    assert AsOf.parse("2018-01-01") < AsOf.parse("2018-01-02")
    assert MonthDay.parse("--02-29") < MonthDay.parse("--03-01")
    assert sorted([Period.year(2018), Period.half(2018, 1)])[0] == Period.half(2018, 1)


@pytest.mark.parametrize(
    "make",
    [
        Period.year,
        lambda year: Period.years(year, 2018),
        lambda year: Period.years(2018, year),
        lambda year: Period.half(year, 1),
        lambda year: Period.quarter(year, 4),
        lambda year: Period.month(year, 7),
    ],
)
@pytest.mark.parametrize("year", [18, 0, -5, 201, 999, 10000, 20188, True, "2018", 2018.0, None])
def test_a_year_has_four_digits(make: Any, year: Any) -> None:
    with pytest.raises(FieldError) as refused:
        make(year)
    assert refused.value.got == year
    if year == 18 and not isinstance(year, bool):
        assert "2018" in refused.value.hint


def test_a_year_of_four_digits_is_accepted() -> None:
    assert str(Period.years(1000, 9999)) == "1000-01-01/P9000Y"
    assert Period.parse("0018").start == date(18, 1, 1)  # printed with four digits
