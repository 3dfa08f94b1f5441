"""Tables of the small functions behind the checks, at their limits."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from aseansc import Interval, Period, Value
from aseansc.audit import CheckCode, Verdict
from aseansc.audit._constraints import _compounded, _divisions, _months
from aseansc.audit._figures import _have_standards
from aseansc.audit._names import Names
from aseansc.audit._numbers import scaled_limits
from aseansc.audit._results import Implied
from aseansc.audit._rules.counts import _printed_as
from aseansc.audit._screen import Screen
from aseansc.audit._table_rows import is_empty
from aseansc.authoring import ReportPart
from aseansc.datasets import skeleton
from aseansc.units import household, person_turn
from tests.audit.cases import Y2018, at, made
from tests.audit.figures import asked, flow, stock


def span(low: object, high: object) -> Interval:
    return Interval(lower=low, upper=high)  # type: ignore[arg-type]


def test_compound_growth_is_repeated_multiplication() -> None:
    step = span("1.1", "1.2")
    grown = Interval.point(100)
    for times in range(8):
        assert _compounded(span(10, 20), Interval.point(times)) == grown, times
        grown = grown * step
    for unknown in (span(2, 3), Interval(), Interval.point("1.5")):
        assert _compounded(span(10, 20), unknown) is None


def test_the_periods_that_fill_a_longer_one_are_as_long_as_possible() -> None:
    years, halves, rest = (0, 12), [(0, 6), (6, 12)], [(0, 3), (3, 6)]
    days = [Period.parse(f"{year}-01-01/P1Y").start for year in range(2000, 2013)]

    def of(spans: list[tuple[int, int]]) -> list[tuple[Any, Any]]:
        return [(days[first], days[last]) for first, last in spans]

    found = list(_divisions(set(of([years, *halves])), of([*rest, (6, 12)])))
    assert found == [of([(0, 6), *rest]), of([years, *halves])]
    assert list(_divisions(set(of([years])), of([(0, 6), (7, 12)]))) == []
    assert list(_divisions(set(of([(6, 12)])), of([(6, 12)]))) == []


def test_months_between_days() -> None:
    days = [Period.parse(text).start for text in ("2016-11", "2016-12", "2017-01", "2018-11")]
    assert [_months(days[0], day) for day in days] == [0, 1, 2, 24]


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [("30", 25, 40), ("33", "32.5", 34), ("300", 250, 400), ("0", "-0.5", 1), ("30.0", 25, 40), ("1.5", "1.45", "1.6")],
)
def test_all_numbers_that_are_printed_in_one_way(value: str, low: object, high: object) -> None:
    assert _printed_as(Value.parse(f"{value} percent")) == span(low, high)


@pytest.mark.parametrize("name", ["poor", "households", "poverty"])
def test_a_standard_applies_to_an_indicator_its_numerator_and_their_rates(name: str) -> None:
    def build(part: ReportPart) -> None:
        standards: dict[str, Any] = {name: {"standard": "VN:decree-1"}}
        poor = stock(part, "poor", household, **standards.get("poor", {}))
        every = stock(part, "households", household, **standards.get("households", {}))
        part.share("poverty", of=poor, among=every, en="Poverty", vi="Tỷ lệ", **standards.get("poverty", {}))

    wanted = {"poor", "poverty"} if name != "households" else {"households"}
    assert _have_standards(made(build)) == wanted


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (span(100, 100), span(110, 110), ": +10%"),
        (span(100, 100), span(90, 90), ": -10%"),
        (span(100, 100), span(100, 100), ": +0%"),
        (span(100, 100), span("110.2", "110.4"), ": +10%"),
        (span(100, 100), span(110, 120), ": 10-20%"),
        (span(0, 10), span(110, 120), ""),
        (span(-10, 10), span(110, 120), ""),
        (span(100, 100), Interval(lower=110), ""),
        (Interval(lower=100), span(110, 110), ": "),
    ],
    ids=str,
)
def test_the_growth_of_quantities_that_are_not_stated(first: Interval, last: Interval, words: str) -> None:
    screen = Screen(Names(skeleton.load()), (), (), "en")

    def checks(*intervals: Interval) -> list[Any]:
        return [SimpleNamespace(implied=Implied(name="x", interval=item, unit="household")) for item in intervals]

    assert screen._growth(checks(first, last)).startswith(words)
    assert bool(screen._growth(checks(first, last))) is bool(words)
    assert screen._growth(checks(first)) == ""
    assert screen._growth(checks(first, Interval.point(5), last)) == screen._growth(checks(first, last))


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (span(1234567, 1234567), "1.234567 million"),
        (span(10**9, 10**9), "1 billion"),
        (span(10**6, 10**6), "1 million"),
        (span(999999, 999999), "999,999"),
        (span(1_500_000, 1_500_000), "1.5 million"),
        (span(2 * 10**6, 5 * 10**6), "between 2 and 5 million"),
        (span(1, 3 * 10**9), "between 0 and 3 billion"),
        (Interval(lower=2 * 10**9), "at least 2 billion"),
        (span(0, 0), "0"),
    ],
    ids=str,
)
def test_limits_in_millions_and_billions(interval: Interval, words: str) -> None:
    assert scaled_limits(interval, "en") == words


def test_what_is_an_empty_cell() -> None:
    class NotComparable:
        def __ne__(self, other: object) -> bool:
            raise TypeError

    for cell in (None, "", " \t", float("nan"), Decimal("NaN"), Decimal("sNaN"), NotComparable()):
        assert is_empty(cell), cell
    for cell in (0, "0", False, Decimal(0), "x"):
        assert not is_empty(cell), cell


@pytest.mark.parametrize(
    ("part", "around", "compared"),
    [
        ("2018-07-01/P6M", "2018", True),
        ("2018-01-01/P6M", "2018", True),
        ("2018-03-01/P6M", "2018", True),
        ("2018-07-01/P7M", "2018", False),
        ("2017-12-01/P6M", "2018", False),
    ],
)
def test_a_total_to_a_day_is_within_the_total_of_a_period_that_contains_it(
    part: str, around: str, compared: bool
) -> None:
    def build(report: ReportPart) -> None:
        visits = flow(report, "visits")
        report.total(visits, Value.exact(100, person_turn), Period.parse(around), at(report, 0))
        report.to_date(visits, Value.exact(101, person_turn), Period.parse(part), at(report, 1))

    verdicts = [check.verdict for check in asked(build).checks]
    assert (Verdict.CONTRADICTED in verdicts) is compared


def test_districts_without_a_total_do_not_hide_those_with_one() -> None:
    def build(report: ReportPart) -> None:
        for number, name in enumerate(("alone", "poor")):
            poor = stock(report, name, household)
            if name == "poor":
                report.at_end(poor, Value.exact(10, household), Y2018, at(report, 9))
            for district in range(2):
                cited = at(report, 10 + 3 * number + district)
                report.at_end(poor, Value.exact(20, household), Y2018, cited, place=f"VN-01-10{district + 4}")

    codes = [(check.code, check.verdict) for check in asked(build).checks]
    assert (CheckCode.PLACE_SUM, Verdict.CONTRADICTED) in codes
