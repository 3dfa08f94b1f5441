"""Rules whose result depends on something that is not printed: chains, words, cumulative figures, stocks, counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from aseansc import Absent, AsOf, Change, InstrumentKind, MentionKind, Period, RelativeChange, TimeCollection, Value
from aseansc.audit import AssumptionKind, Check, CheckCode, Nature, Verdict
from aseansc.authoring import ReportPart
from aseansc.indicators import Direction, PriceBasis
from aseansc.observations import Status
from aseansc.periods import TimeBasis
from aseansc.units import VND, Unit, commune, household, percent, percentage_point, person, person_turn, year
from aseansc.values import Attainment
from tests.audit import cases
from tests.audit.cases import SPAN, Y2016, Y2017, Y2018, at
from tests.audit.figures import asked, flow, stock

CERTAIN, IF, FINE = Verdict.CONTRADICTED, Verdict.CONDITIONAL, Verdict.CONSISTENT
NS = Absent.NOT_STATED


def found(code: CheckCode, build: Callable[[ReportPart], object], date: dt.date | None = None) -> list[Verdict]:
    return [check.verdict for check in asked(build, date).checks if check.code is code]


# -- chains of changes


def chain(part: ReportPart, whole: object, when: Period, *steps: object) -> None:
    visits = flow(part, "visits")
    for number, step in enumerate(steps):
        part.change(visits, NS, NS, step, at(part, number), time=Period.year(2016 + number))  # type: ignore[arg-type]
    part.change(visits, NS, NS, whole, at(part, 9), time=when)  # type: ignore[arg-type]


def grown(number: str, unit: object = percent) -> RelativeChange:
    return RelativeChange.exact(number, unit)  # type: ignore[arg-type]


FIVE_SIX_SEVEN = (grown("5.0"), grown("6.0"), grown("7.0"))


@pytest.mark.parametrize(
    ("whole", "when", "verdicts"),
    [
        (grown("19.1"), SPAN, [FINE]),  # of 2015 to 2018
        (grown("13.4"), SPAN, [FINE]),  # of 2016 to 2018
        (grown("25.0"), SPAN, [IF]),
        (grown("6.0", percent / year), SPAN, [FINE]),
        (grown("9.0", percent / year), SPAN, [IF]),
        (grown("25.0"), Period.years(2012, 2018), []),  # some years are not stated
    ],
)
def test_growth_in_several_years_is_the_product_of_growth_in_each(
    whole: RelativeChange, when: Period, verdicts: list[Verdict]
) -> None:
    assert found(CheckCode.CHANGE_CHAIN, lambda part: chain(part, whole, when, *FIVE_SIX_SEVEN)) == verdicts


def series(part: ReportPart, whole: str, *rates: str, unit: Unit = person_turn, **more: object) -> None:
    """Add growth in three years, each with the level after it, and the growth per year on average.

    The levels are those of growth by 2, 20 and 5 %. `more` may have `starts`, whether the first level is named, the
    `statuses` and the `breakdown` of the level after the second year, and options of the indicator.
    """
    starts, statuses = more.pop("starts", True), more.pop("statuses", ())
    breakdown = more.pop("breakdown", ())
    visits = part.flow("visits", unit, en="Visits", vi="Lượt", **more)  # type: ignore[arg-type]
    sizes = ("1000000", "1020000", "1224000", "1285200")
    levels = []
    for number, size in enumerate(sizes):
        options = {"statuses": statuses, "breakdown": breakdown} if number == 2 else {}
        value = Value.exact(size, unit)
        levels.append(part.total(visits, value, Period.year(2015 + number), at(part, number), **options))  # type: ignore[arg-type]
    for number, rate in enumerate(rates):
        year_ = Period.year(2016 + number)
        part.change(visits, NS, levels[number + 1], grown(rate), at(part, 10 + number), time=year_)
    first = levels[0] if starts else NS
    mean = RelativeChange.exact(whole, percent / year)
    part.change(visits, first, levels[-1], mean, at(part, 20), time=Period.years(2015, 2018))


def chain_of(whole: str, *rates: str, **more: object) -> Check:
    [check] = [
        check
        for check in asked(lambda part: series(part, whole, *rates, **more)).checks
        if check.code is CheckCode.CHANGE_CHAIN
    ]
    return check


TWO_TWENTY_FIVE = ("2.0", "20.0", "5.0")


@pytest.mark.parametrize(
    ("whole", "verdict", "nature"),
    [
        ("8.7", FINE, "not_applicable"),  # compound
        ("9.5", FINE, "not_applicable"),  # in all, divided by three years
        ("9.0", Verdict.CONTRADICTED, "wording"),  # the mean of the rates
        ("12.0", Verdict.CONTRADICTED, "arithmetic"),
    ],
)
@pytest.mark.parametrize("starts", [True, False])
def test_a_chain_of_claims_that_name_a_level_is_certain(
    whole: str, verdict: Verdict, nature: str, starts: bool
) -> None:
    check = chain_of(whole, *TWO_TWENTY_FIVE, starts=starts)
    assert (check.verdict, check.nature.value) == (verdict, nature)


def test_the_mean_of_growth_rates_is_a_wording_also_without_levels() -> None:
    def build(part: ReportPart) -> None:
        chain(part, grown("9.0", percent / year), Period.years(2015, 2018), *map(grown, TWO_TWENTY_FIVE))

    [check] = asked(build).contradicted
    assert (check.code, check.nature) == (CheckCode.CHANGE_CHAIN, Nature.WORDING)


def test_a_chain_with_an_estimate_is_conditional_and_one_with_a_part_is_none() -> None:
    check = chain_of("12.0", *TWO_TWENTY_FIVE, statuses=(Status.ESTIMATED,))
    assert check.assumption.kind is AssumptionKind.SAME_SERIES  # type: ignore[union-attr]

    def of_women(part: ReportPart) -> None:
        series(part, "12.0", *TWO_TWENTY_FIVE, breakdown=("sex:female",))

    assert found(CheckCode.CHANGE_CHAIN, of_women) == []


def test_growth_of_money_in_constant_prices_is_chained() -> None:
    constant = {"price_basis": PriceBasis.CONSTANT, "price_period": Period.year(2010)}
    assert chain_of("12.0", *TWO_TWENTY_FIVE, unit=VND, **constant).verdict is Verdict.CONTRADICTED
    current = chain_of("12.0", *TWO_TWENTY_FIVE, unit=VND, price_basis=PriceBasis.CURRENT)
    assert current.assumption.kind is AssumptionKind.SAME_PRICES  # type: ignore[union-attr]


def test_growth_of_money_without_levels_is_chained_unless_there_are_losses() -> None:
    def build(part: ReportPart, *levels: str) -> None:
        profit = part.flow("profit", VND, en="Profit", vi="Lợi nhuận")
        for number, level in enumerate(levels):
            part.total(profit, Value.exact(level, VND), Period.year(2010 + number), at(part, 30 + number))
        for number, rate in enumerate(TWO_TWENTY_FIVE):
            part.change(profit, NS, NS, grown(rate), at(part, number), time=Period.year(2016 + number))
        part.change(profit, NS, NS, grown("40.0"), at(part, 9), time=Period.years(2015, 2018))

    assert found(CheckCode.CHANGE_CHAIN, build) == [IF]
    assert found(CheckCode.CHANGE_CHAIN, lambda part: build(part, "5E9")) == [IF]
    assert found(CheckCode.CHANGE_CHAIN, lambda part: build(part, "5E9", "-1E9")) == []


@pytest.mark.parametrize(("whole", "verdict"), [("-3.7", FINE), ("-4.9", IF)])
def test_differences_add_up(whole: str, verdict: Verdict) -> None:
    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ")
        for number, size in enumerate(("-1.5", "-1.2", "-1.0")):
            value = Change.exact(size, percentage_point)
            part.change(rate, NS, NS, value, at(part, number), time=Period.year(2016 + number))
        part.change(rate, NS, NS, Change.exact(whole, percentage_point), at(part, 9), time=Period.years(2015, 2018))

    assert found(CheckCode.CHANGE_CHAIN, build) == [verdict]


# -- findings in words


def told(part: ReportPart, direction: Direction, *values: str, breakdown: tuple[str, ...] = ()) -> None:
    rate = part.share("poverty", en="Poverty", vi="Tỷ lệ")
    for number, value in enumerate(values):
        time = Period.year(2016 + number)
        part.at_end(rate, Value.exact(value, percent), time, at(part, number), breakdown=breakdown)
    part.result(200, 220, en="Poverty", vi="Nghèo", indicator=rate, direction=direction)


@pytest.mark.parametrize(
    ("direction", "values", "verdicts"),
    [
        (Direction.DOWN, ("25.6", "27.1"), [IF]),
        (Direction.UP, ("27.1", "25.6", "24.0"), [IF]),
        (Direction.DOWN, ("25.6", "27.1", "26.0"), []),  # it fell in the second year
        (Direction.DOWN, ("27.1", "25.6"), []),
        (Direction.STEADY, ("25.6", "27.1"), []),  # how steady is steady is not defined
        (Direction.DOWN, ("27.1",), []),
    ],
)
def test_a_direction_in_words_agrees_with_some_pair_of_figures(
    direction: Direction, values: tuple[str, ...], verdicts: list[Verdict]
) -> None:
    assert found(CheckCode.CHANGE_WORDS, lambda part: told(part, direction, *values)) == verdicts
    of_women = found(CheckCode.CHANGE_WORDS, lambda part: told(part, direction, *values, breakdown=("sex:female",)))
    assert of_women == []


def test_a_direction_in_words_agrees_with_a_claimed_change() -> None:
    def build(part: ReportPart, size: str) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ")
        part.change(rate, NS, NS, Change.exact(size, percentage_point), at(part, 0), time=SPAN)
        part.result(200, 220, en="Poverty", vi="Nghèo", indicator=rate, direction=Direction.DOWN)

    assert found(CheckCode.CHANGE_WORDS, lambda part: build(part, "1.5")) == [IF]
    assert found(CheckCode.CHANGE_WORDS, lambda part: build(part, "-1.5")) == []


# -- stocks and flows


def test_a_stock_changes_by_its_flows_if_these_are_declared_complete() -> None:
    assert found(CheckCode.STOCK_FLOWS, lambda part: cases.moved(part, "300", "20", "50", "280", True)) == [CERTAIN]
    assert found(CheckCode.STOCK_FLOWS, lambda part: cases.moved(part, "300", "20", "50", "280", False)) == [IF]
    assert found(CheckCode.STOCK_FLOWS, lambda part: cases.moved(part, "300", "20", "about 50", "280", False)) == [
        Verdict.UNDETERMINED
    ]


def test_cumulative_figures_from_different_days_are_not_compared() -> None:
    def build(part: ReportPart) -> None:
        houses = flow(part, "houses", household)
        part.to_date(houses, Value.exact(1300, household), Period.years(2011, 2017), at(part, 0))
        part.to_date(houses, Value.exact(1200, household), Period.years(2012, 2018), at(part, 1))

    assert found(CheckCode.FLOW_TO_DATE, build) == []


def test_a_level_of_each_year_is_compared_with_year_ends_within_its_years() -> None:
    def build(part: ReportPart, when: Period) -> None:
        schools = stock(part, "schools")
        part.each(schools, Value.exact(91, person), Period.years(2016, 2017), at(part, 0))
        part.at_end(schools, Value.exact(95, person), when, at(part, 1))

    assert found(CheckCode.STOCK_EACH, lambda part: build(part, Y2017)) == [IF]
    assert found(CheckCode.STOCK_EACH, lambda part: build(part, Y2018)) == []


def test_the_attainment_of_a_plan_without_a_claim_is_computed() -> None:
    (check,) = asked(lambda part: cases.planned(part, "4050", "5000")).checks
    assert (check.code, check.verdict) == (CheckCode.PLAN_ACTUAL, Verdict.UNDETERMINED)
    assert check.implied
    assert (check.implied.interval.contains(81), check.implied.unit) == (True, "percent")
    claimed = Attainment.exact(81, percent)
    assert found(CheckCode.PLAN_ACTUAL, lambda part: cases.attainment(part, "4050", "5000", claimed)) == []


# -- percentages of a counted whole


@pytest.mark.parametrize(
    ("share", "whole", "verdicts"),
    [
        ("33", "20", [IF]),
        ("35", "20", []),
        ("30", "7", []),  # 28.6 rounded to tens
        ("30.5", "108", []),  # 33 of 108 are 30.56, truncated
        ("30.6", "108", []),
        ("30.8", "108", [IF]),
        ("33", "about 20", []),
        ("over 33", "20", []),
    ],
)
def test_a_percentage_of_a_counted_whole_is_that_of_a_whole_number(
    share: str, whole: str, verdicts: list[Verdict]
) -> None:
    assert found(CheckCode.RATE_COUNT, lambda part: cases.counted(part, share, whole)) == verdicts


def test_a_share_without_a_part_is_that_of_a_whole_number() -> None:
    def build(part: ReportPart, share: int) -> None:
        communes = stock(part, "communes", commune)
        part.at_end(communes, Value.exact(20, commune), Y2018, at(part, 0))
        part.share_of(NS, communes, Value.exact(share, percent), at(part, 1), time=Y2018)

    assert found(CheckCode.RATE_COUNT, lambda part: build(part, 33)) == [IF]
    assert found(CheckCode.RATE_COUNT, lambda part: build(part, 35)) == []


# -- times and documents


@pytest.mark.parametrize(
    ("date", "verdicts"),
    [
        (dt.date(2018, 8, 14), [IF]),
        (dt.date(2018, 12, 5), []),  # its last month
        (dt.date(2019, 1, 20), []),
        (None, []),
    ],
)
def test_a_result_of_a_time_that_is_not_over_is_found(date: dt.date | None, verdicts: list[Verdict]) -> None:
    def build(part: ReportPart, **more: object) -> None:
        visits = flow(part, "visits")
        part.total(visits, Value.exact(100, person_turn), Y2018, at(part, 0), **more)  # type: ignore[arg-type]

    assert found(CheckCode.TIME_AHEAD, build, date) == verdicts
    assert found(CheckCode.TIME_AHEAD, lambda part: build(part, estimated=True), date) == []


@pytest.mark.parametrize(
    ("first", "second", "verdicts"),
    [
        ("2016-01-25", "2016-01-26", [IF]),
        ("2016-01-25", "2015-01-25", [IF]),
        ("2016-01-25", "2017-03-02", []),  # numbers start again each year
        ("2016-01-25", "2016-01-25", []),
    ],
)
def test_a_document_with_two_dates_is_found(first: str, second: str, verdicts: list[Verdict]) -> None:
    assert found(CheckCode.DOCUMENT_DATES, lambda part: cases.dated(part, first, second)) == verdicts


@pytest.mark.parametrize("number", ["161", "161/QĐ-TTg"])
def test_a_number_without_a_kind_or_a_date_is_no_document(number: str) -> None:
    def build(part: ReportPart) -> None:
        for at_, date in ((0, "2016-01-25"), (40, "2016-01-26")):
            part.mention(MentionKind.DOCUMENT_NUMBER, number, part.cite(at_, "xx"))
            content = AsOf.parse(date) if number == "161" else Period.parse(date[:4])
            part.mention(MentionKind.DATE, content, part.cite(at_ + 8, "xx"))

    assert found(CheckCode.DOCUMENT_DATES, build) == []


def test_the_date_of_an_instrument_is_compared_with_that_of_its_mention() -> None:
    def build(part: ReportPart) -> None:
        cited = part.cite(100, "161/QĐ-TTg")
        part.instrument("scheme", InstrumentKind.DECISION, cited, date=AsOf.parse("2016-01-25"))
        part.mention(MentionKind.DOCUMENT_NUMBER, "161/QĐ-TTg", part.cite(0, "xx"))
        part.mention(MentionKind.DATE, AsOf.parse("2016-01-15"), part.cite(8, "xx"))

    (check,) = [item for item in asked(build).checks if item.code is CheckCode.DOCUMENT_DATES]
    assert check.assumption
    assert check.assumption.kind is AssumptionKind.SAME_DOCUMENT


def test_a_flow_per_stock_is_only_certain_with_the_average_of_the_stock() -> None:
    def build(part: ReportPart, average: bool) -> None:
        people, income = stock(part, "people"), flow(part, "visits")
        rate = part.rate("visits-per-person", person_turn / person, of=income, among=people, en="Visits", vi="Lượt")
        part.total(income, Value.exact(2000, person_turn), Y2018, at(part, 0))
        part.within(rate, Value.exact("3.0", rate.unit), Y2018, at(part, 1))
        if average:
            part.average(people, Value.exact(1000, person), Y2018, at(part, 2))
        else:
            part.at_beginning(people, Value.exact(990, person), Y2018, at(part, 2))
            part.at_end(people, Value.exact(1010, person), Y2018, at(part, 3))

    assert found(CheckCode.RATE_RATIO, lambda part: build(part, True)) == [CERTAIN]
    assert found(CheckCode.RATE_RATIO, lambda part: build(part, False)) == [IF]


def test_a_plan_to_the_end_of_another_year_is_not_that_of_the_result() -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        part.total(visits, Value.exact(100, person_turn), Y2016, at(part, 0))
        part.target(visits, Value.exact(120, person_turn), Y2018, TimeCollection.TOTAL, at(part, 1))

    assert found(CheckCode.PLAN_ACTUAL, build) == []


@pytest.mark.parametrize(("basis", "verdicts"), [("stated", [Verdict.UNDETERMINED]), ("assumed", [])])
def test_the_attainment_of_a_plan_at_an_assumed_time_is_not_computed(basis: str, verdicts: list[Verdict]) -> None:
    def build(part: ReportPart) -> None:
        schools, end = stock(part, "schools"), TimeCollection.END
        part.at_end(schools, Value.exact(100, person), Y2018, at(part, 0))
        part.target(schools, Value.exact(120, person), Y2018, end, at(part, 1), time_basis=TimeBasis(basis))

    assert found(CheckCode.PLAN_ACTUAL, build) == verdicts


@pytest.mark.parametrize(("size", "verdict"), [(0, FINE), (-2, CERTAIN)])
def test_a_change_of_a_rate_may_be_rounded_to_whole_persons(size: int, verdict: Verdict) -> None:
    """Persons per household fall from 4.9 to 4.5, which may be printed as no person."""

    def build(part: ReportPart) -> None:
        rate = part.rate("household-size", person, en="Household size", vi="Quy mô hộ")
        start = part.at_end(rate, Value.exact("4.9", person), Y2017, at(part, 0))
        end = part.at_end(rate, Value.exact("4.5", person), Y2018, at(part, 1))
        part.change(rate, start, end, Change.exact(size, person), at(part, 2))

    assert found(CheckCode.CHANGE_LEVELS, build) == [verdict]
