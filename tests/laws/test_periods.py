"""Laws of periods and days: text, order, containment."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta

from attrs import evolve
from hypothesis import given, strategies as st

from aseansc import AsOf, MonthDay, Period
from aseansc.errors import ParseError

from ._draw import days, periods


@given(periods())
def test_the_text_of_a_period_parses_back_to_it(period: Period) -> None:
    """``parse(str(x)) == x``, and its text is stable."""
    assert Period.parse(str(period)) == period
    assert str(Period.parse(str(period))) == str(period)


@given(periods())
def test_the_iso_interval_of_a_period_parses_back_to_it(period: Period) -> None:
    """The ISO 8601 text parses back to the period."""
    assert Period.parse(period.iso) == period


@given(days())
def test_the_text_of_a_day_parses_back_to_it(day: date) -> None:
    """``parse(str(x)) == x``, and a day cannot be parsed as a period."""
    asof = AsOf(date=day)
    assert AsOf.parse(str(asof)) == asof
    try:
        Period.parse(str(asof))
    except ParseError as error:
        assert "AsOf" in error.hint
    else:
        raise AssertionError("a day was read as a period")


@given(st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_the_text_of_a_day_of_the_year_parses_back_to_it(day: date) -> None:
    """``parse(str(x)) == x``, including 29 February."""
    month_day = MonthDay(month=day.month, day=day.day)
    assert MonthDay.parse(str(month_day)) == month_day


@given(periods(), periods())
def test_equal_periods_hash_equal_and_survive_copies(period: Period, other: Period) -> None:
    """Equal periods have equal hashes; evolve, copy and pickle return an equal period."""
    assert (period == other) is (str(period) == str(other)) is (period.iso == other.iso)
    for again in (evolve(period), copy.copy(period), copy.deepcopy(period), pickle.loads(pickle.dumps(period))):
        assert again == period
        assert hash(again) == hash(period)


@given(periods(), periods())
def test_periods_sort_by_start_then_end(left: Period, right: Period) -> None:
    """Periods sort by start, then end."""
    assert (left < right) is ((left.start, left.end) < (right.start, right.end))


@given(periods(), periods())
def test_periods_contain_and_overlap_by_days(left: Period, right: Period) -> None:
    """A period contains another if it has all its days; two overlap if they have a day in common."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    assert left.overlaps(right) is right.overlaps(left) is (shared >= timedelta(0))
    assert left.contains(right) is (shared == right.end - right.start)
    assert left.contains(AsOf(date=left.start))
    assert left.contains(AsOf(date=left.end))
    assert left.contains(AsOf(date=right.start)) is left.overlaps(AsOf(date=right.start))


@given(st.integers(1000, 9999))
def test_the_parts_of_a_year_fill_it(year: int) -> None:
    """Halves, quarters and months fill the year without gaps or overlaps."""
    whole = Period.year(year)
    for parts in (
        [Period.half(year, number) for number in (1, 2)],
        [Period.quarter(year, number) for number in range(1, 5)],
        [Period.month(year, number) for number in range(1, 13)],
    ):
        assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
        assert all(before.end + timedelta(days=1) == after.start for before, after in zip(parts, parts[1:]))
        assert {part.months for part in parts} == {12 // len(parts)}
        assert all(whole.contains(part) for part in parts)


@given(st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 200))
def test_months_counts_whole_calendar_months(year: int, month: int, number: int) -> None:
    """`months` is the number of whole calendar months, or ``None``."""
    last = (year * 12 + month - 1) + number - 1
    if last // 12 > 9999:
        return
    end = Period.month(last // 12, last % 12 + 1).end
    period = Period(start=date(year, month, 1), end=end)
    assert period.months == number
    if period.start < period.end:
        assert evolve(period, end=end - timedelta(days=1)).months in (None, number - 1)
        assert evolve(period, start=period.start + timedelta(days=1)).months is None


@given(st.dates(date(1, 1, 1), date(9999, 12, 20)))
def test_a_reporting_week_is_a_week_of_the_iso_calendar(day: date) -> None:
    """``2018-W05`` is the fifth ISO 8601 week of 2018, from Monday to Sunday."""
    year, week, weekday = day.isocalendar()
    read = Period.parse(f"{year:04d}-W{week:02d}")
    assert read.contains(AsOf(date=day))
    assert read.start == day - timedelta(days=weekday - 1)
    assert read.end - read.start == timedelta(days=6)


@given(st.dates())
def test_a_day_of_the_reporting_year_is_counted_from_its_first(day: date) -> None:
    """``2018-D032`` is 1 February."""
    number = (day - date(day.year, 1, 1)).days + 1
    assert Period.parse(f"{day.year:04d}-D{number:03d}") == Period(start=day, end=day)


@given(st.text("0123456789-/PYMDQSWTA.+: \n０٤", max_size=24))
def test_any_text_is_a_period_or_a_parse_error(text: str) -> None:
    """Bad input raises an error of the library."""
    try:
        period = Period.parse(text)
    except ParseError as error:
        assert text in error.got  # type: ignore[operator]
        return
    assert Period.parse(str(period)) == period
