"""True reports that a rule could easily contradict by mistake: none of them is contradicted.

Each name and docstring describes what is true. Checks that remain possible are tested, too.
"""

from __future__ import annotations

import datetime as dt
import decimal

import pytest

from aseansc import Absent, MentionKind, Period, TimeCollection, Value
from aseansc.audit import AssumptionKind, CheckCode, MissingKind, ReadingKind, Verdict, audit
from aseansc.authoring import ReportPart
from aseansc.datasets import lai_chau
from aseansc.indicators import Breakdown, Direction, Indicator
from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency
from aseansc.units import (
    VND,
    day as day_unit,
    hectare as ha,
    household,
    percent,
    percentage_point,
    person,
    person_turn,
    quintal,
    times,
    tonne,
    year,
)
from aseansc.values import Attainment, Change, RelativeChange
from tests.audit.cases import SPAN, Y2016, Y2017, Y2018, at
from tests.audit.figures import V, asked, flow, poverty, stock, verdicts

FIVE_YEARS = Period.years(2016, 2020)


# -- rates


def test_the_average_of_a_rate_is_not_the_rate_of_the_averages() -> None:
    """1 of 1, 100 of 1000 and 100 of 1000 are 40 % on average; the average counts, 67 of 667, are 10 %."""

    def build(part: ReportPart) -> None:
        poor, every, rate = poverty(part)
        part.average(rate, V("40 percent"), SPAN, at(part, 0))
        part.average(poor, V("67 household"), SPAN, at(part, 1))
        part.average(every, V("667 household"), SPAN, at(part, 2))

    assert verdicts(asked(build)) == {"rate-subgroup": "consistent"}


def test_average_rates_do_not_imply_a_population() -> None:
    def build(part: ReportPart) -> None:
        poor, every, rate = poverty(part)
        near = stock(part, "near", household)
        other = part.share("near-rate", of=near, among=every, en="Near", vi="Cận nghèo")
        for number, (indicator, value) in enumerate(
            ((rate, "40 percent"), (poor, "67 household"), (other, "10 percent"), (near, "67 household"))
        ):
            part.average(indicator, V(value), SPAN, at(part, number))

    assert asked(build).checks == ()


def test_an_average_yield_is_not_the_average_crop_over_the_average_area() -> None:
    def build(part: ReportPart) -> None:
        crop, area = flow(part, "rice", tonne), flow(part, "area", ha)
        fruit = part.rate("yield", quintal / ha, of=crop, among=area, en="Yield", vi="Năng suất")
        part.average(crop, V("50 tonne"), SPAN, at(part, 0))
        part.average(area, V("10 hectare"), SPAN, at(part, 1))
        part.average(fruit, V("45 quintal/hectare"), SPAN, at(part, 2))

    assert asked(build).contradicted == ()


def test_a_part_may_exceed_the_whole_if_losses_are_possible() -> None:
    def build(part: ReportPart) -> None:
        branch, every = flow(part, "branch", VND), flow(part, "profit", VND)
        part.share("branch-share", of=branch, among=every, en="Share", vi="Tỷ trọng")
        part.total(branch, Value.exact(-5, VND), Y2018, at(part, 0))
        part.total(every, Value.exact(-10, VND), Y2018, at(part, 1))

    assert asked(build).contradicted == ()


def test_shares_may_exceed_100_percent_if_a_branch_makes_a_loss() -> None:
    def build(part: ReportPart) -> None:
        branches = [flow(part, name, VND) for name in ("a", "b", "c")]
        parts = tuple(branch.id for branch in branches)
        every = flow(part, "profit", VND, breakdowns=(Breakdown(parts=parts, complete=True, disjoint=True),))
        for number, (branch, value) in enumerate(zip(branches, ("120", "30"), strict=False)):
            rate = part.rate(f"{branch.id}-share", percent, of=branch, among=every, en="Share", vi="Tỷ trọng")
            part.average(rate, V(f"{value} percent"), SPAN, at(part, number))

    assert asked(build).checks == ()


def test_rates_of_different_populations_do_not_add_up() -> None:
    """20 % of the lowland and 30 % of the upland are 25 % of all."""

    def build(part: ReportPart) -> None:
        names = ("lowland-rate", "upland-rate")
        low, high = (part.share(name, en=name, vi=name) for name in names)
        breakdown = Breakdown(parts=names, complete=True, disjoint=True)
        every = part.share("rate", en="Rate", vi="Tỷ lệ", breakdowns=(breakdown,))
        for number, (indicator, value) in enumerate(((every, "25"), (low, "20"), (high, "30"))):
            part.at_end(indicator, V(f"{value} percent"), Y2018, at(part, number))

    assert asked(build).checks == ()


@pytest.mark.parametrize(("second", "verdict"), [("10", "consistent"), ("15", "contradicted")])
def test_rates_of_the_same_population_add_up(second: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        every = stock(part, "every")
        names = ("one-rate", "other-rate")
        one, other = (part.share(name, among=every, en=name, vi=name) for name in names)
        breakdown = Breakdown(parts=names, complete=True, disjoint=True)
        both = part.share("both-rate", among=every, en="Both", vi="Cả hai", breakdowns=(breakdown,))
        for number, (indicator, value) in enumerate(((both, "30"), (one, "20"), (other, second))):
            part.at_end(indicator, V(f"{value} percent"), Y2018, at(part, number))

    assert verdicts(asked(build))["parts-sum"] == verdict


@pytest.mark.parametrize(
    ("unit", "every", "some"), [(year, "73.5", "76"), (person, "4.2", "5.1"), (times, "0.4", "0.5")]
)
def test_the_rate_of_a_category_may_exceed_the_rate_of_all(unit: object, every: str, some: str) -> None:
    """Women live longer than everyone; rural households are larger than all households; neither need be whole."""

    def build(part: ReportPart) -> None:
        rate = part.rate("rate", unit, en="Rate", vi="Mức")  # type: ignore[arg-type]
        part.at_end(rate, V(f"{every} {unit}"), Y2018, at(part, 0))
        part.at_end(rate, V(f"{some} {unit}"), Y2018, at(part, 1), breakdown=("area:rural",))

    assert asked(build).checks == ()


def test_an_average_number_of_persons_need_not_be_whole() -> None:
    """Household sizes of 3.4 and 4.6 persons, printed as 3 and 5."""

    def build(part: ReportPart) -> None:
        size = part.rate("size", person, en="Household size", vi="Quy mô hộ")
        first = part.at_end(size, V("3 person"), Y2016, at(part, 0))
        last = part.at_end(size, V("5 person"), Y2018, at(part, 1))
        part.at_end(size, V("4.6 person"), Y2018, at(part, 2))
        part.change(size, first, last, Change.exact("1.2", person), at(part, 3))

    assert verdicts(asked(build)) == {"change-levels": "consistent", "restatement": "consistent"}


# -- flows that may count the same item twice


def helped(part: ReportPart, whole: str, *parts: str) -> None:
    households = flow(part, "helped", household)
    for number, (value, period) in enumerate(zip(parts, (Y2016, Y2017, Y2018), strict=False)):
        part.total(households, V(f"{value} household"), period, at(part, number))
    part.total(households, V(f"{whole} household"), SPAN, at(part, 4))


def test_a_household_may_get_support_in_two_years() -> None:
    """40 000 households each year and 60 000 in total, because some got support more than once."""
    check = asked(lambda part: helped(part, "60000", "40000", "40000", "40000")).checks[0]
    assert (check.code, check.verdict) == (CheckCode.FLOW_SPANS, Verdict.CONDITIONAL)
    assert check.assumption.kind is AssumptionKind.COUNTED_ONCE  # type: ignore[union-attr]
    assert check.consistent_if.kind is AssumptionKind.COUNTED_AGAIN  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("whole", "parts", "verdict"),
    [
        ("130000", ("40000", "40000", "40000"), "contradicted"),  # more than the sum of the years
        ("30000", ("40000",), "contradicted"),  # fewer than in one of the years
        ("60000", ("40000", "40000"), "conditional"),
        ("120000", ("40000", "40000", "40000"), "consistent"),
    ],
)
def test_what_contradicts_a_total_even_if_items_are_counted_twice(
    whole: str, parts: tuple[str, ...], verdict: str
) -> None:
    assert verdicts(asked(lambda part: helped(part, whole, *parts))) == {"flow-spans": verdict}


@pytest.mark.parametrize("way", ["average", "each"])
@pytest.mark.parametrize(("total", "verdict"), [("250", "conditional"), ("700", "contradicted"), ("600", "consistent")])
def test_the_same_persons_may_be_counted_each_year(way: str, total: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        treated = flow(part, "treated", person)
        getattr(part, way)(treated, V("200 person"), SPAN, at(part, 0))
        part.total(treated, V(f"{total} person"), SPAN, at(part, 1))

    assert verdicts(asked(build)) == {f"flow-{way}": verdict}


def test_totals_of_overlapping_periods_that_may_count_items_twice() -> None:
    def build(part: ReportPart) -> None:
        households = flow(part, "helped", household)
        spans = (Period.years(2016, 2017), Period.years(2017, 2018), Y2017)
        for number, period in enumerate(spans):
            part.total(households, V("40000 household"), period, at(part, number))
        part.total(households, V("45000 household"), SPAN, at(part, 3))

    result = asked(build)
    assert (result.contradicted, result.conditional) == ((), ())


def test_parts_add_up_within_one_period_even_if_items_are_counted_twice() -> None:
    """One part of 100 is 30, so the other is 70; with 20 more it makes 90, but the total is stated as 80."""

    def build(part: ReportPart) -> None:
        one, other = flow(part, "one", person), flow(part, "other", person)
        breakdown = Breakdown(parts=(one.id, other.id), complete=True, disjoint=True)
        every = flow(part, "every", person, breakdowns=(breakdown,))
        third = flow(part, "third", person)
        both = Breakdown(parts=(other.id, third.id), complete=True, disjoint=True)
        rest = flow(part, "rest", person, breakdowns=(both,))
        for number, (indicator, value) in enumerate(((every, 100), (one, 30), (rest, 80), (third, 20))):
            part.total(indicator, Value.exact(value, person), SPAN, at(part, number))

    check = asked(build).contradicted[0]
    assert check.code is CheckCode.JOINT_BOUNDS
    assert "2016-01-01/P3Y" in check.computation.expression


# -- figures that may have been revised


def test_an_estimate_that_was_counted_later_contradicts_nothing() -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        part.total(visits, V("300 person_turn"), Y2016, at(part, 0), estimated=True)
        part.total(visits, V("320 person_turn"), Y2016, at(part, 1))
        part.total(visits, V("400 person_turn"), Y2017, at(part, 2))
        part.total(visits, V("500 person_turn"), Y2018, at(part, 3))
        part.total(visits, V("1220 person_turn"), SPAN, at(part, 4))

    result = asked(build)
    assert verdicts(result) == {"flow-spans": "undetermined", "restatement": "undetermined"}
    assert {check.missing.kind for check in result.checks} == {MissingKind.REVISION}  # type: ignore[union-attr]


def test_an_estimate_may_be_wrong_even_if_a_vague_count_allows_it() -> None:
    """The true number, 200, is printed as "over 100", and had been estimated at 130."""

    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        part.total(visits, V("130 person_turn"), SPAN, at(part, 0), estimated=True)
        part.total(visits, V("over 100 person_turn"), SPAN, at(part, 1))
        part.total(visits, V("180 person_turn"), Y2018, at(part, 2))

    assert verdicts(asked(build)) == {"flow-spans": "undetermined", "restatement": "consistent"}


def test_an_estimate_that_contains_the_final_count_is_used() -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        part.total(visits, V("under 150 person_turn"), SPAN, at(part, 0), estimated=True)
        part.total(visits, V("130 person_turn"), SPAN, at(part, 1))
        part.total(visits, V("180 person_turn"), Y2018, at(part, 2))

    assert verdicts(asked(build))["flow-spans"] == "contradicted"


def test_a_rate_of_an_estimate_is_not_compared_with_the_final_count() -> None:
    """First estimated at 80, which is 40 % of 200, then counted as 90, which is 45 %."""

    def build(part: ReportPart) -> None:
        poor, every, _ = poverty(part)
        part.at_end(every, V("200 household"), Y2018, at(part, 0))
        for number, (value, share, is_estimate) in enumerate((("80", "40", True), ("90", "45", False))):
            some = part.at_end(poor, V(f"{value} household"), Y2018, at(part, 2 * number + 1), estimated=is_estimate)
            part.share_of(some, every, V(f"{share} percent"), at(part, 2 * number + 2))

    result = asked(build)
    assert (result.contradicted, result.conditional) == ((), ())


def test_a_forecast_need_not_agree_with_a_plan() -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        part.total(visits, V("100 person_turn"), Y2018, at(part, 0), statuses=(Status.PLANNED,))
        part.total(visits, V("120 person_turn"), Y2018, at(part, 1), statuses=(Status.FORECAST,))
        part.total(visits, V("110 person_turn"), SPAN, at(part, 2), statuses=(Status.PLANNED,))

    assert asked(build).checks == ()


def test_a_plan_for_a_past_year_is_not_a_late_estimate() -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        part.total(visits, V("300 person_turn"), Y2016, at(part, 0), statuses=(Status.PLANNED,))

    assert asked(build, dt.date(2019, 11, 15)).checks == ()


# -- plans


def planted(part: ReportPart) -> Indicator:
    return flow(part, "planted", ha)


def test_a_figure_may_be_compared_with_two_plans() -> None:
    """A quarter over the plan for three years, and three fifths of the plan for five."""

    def build(part: ReportPart) -> None:
        trees = planted(part)
        done = part.total(trees, V("8604 hectare"), SPAN, at(part, 0))
        near = part.target(trees, Absent.NOT_STATED, SPAN, TimeCollection.TOTAL)
        far = part.target(trees, Absent.NOT_STATED, FIVE_YEARS, TimeCollection.TOTAL)
        part.attainment(done, near, Attainment.exact("25.5", percent, form="over_plan"), at(part, 1))
        part.attainment(done, far, Attainment.exact("60", percent), at(part, 2))

    assert verdicts(asked(build)) == {"plan-attainment": "undetermined"}


def test_two_plans_for_the_same_time() -> None:
    """Over the plan assigned to the province, and below its own plan."""

    def build(part: ReportPart) -> None:
        revenue = flow(part, "revenue", VND)
        got = part.total(revenue, Value.exact("1050E9", VND), Y2018, at(part, 0))
        given, own = (part.target(revenue, Absent.NOT_STATED, Y2018, TimeCollection.TOTAL) for _ in range(2))
        part.attainment(got, given, Attainment.exact("12", percent, form="over_plan"), at(part, 1))
        part.attainment(got, own, Attainment.exact("95", percent), at(part, 2))

    assert verdicts(asked(build)) == {"plan-attainment": "undetermined"}


def test_two_attainments_of_one_plan_must_agree() -> None:
    def build(part: ReportPart) -> None:
        trees = planted(part)
        done = part.total(trees, V("8604 hectare"), SPAN, at(part, 0))
        plan = part.target(trees, Absent.NOT_STATED, SPAN, TimeCollection.TOTAL)
        part.attainment(done, plan, Attainment.exact("25.5", percent, form="over_plan"), at(part, 1))
        part.attainment(done, plan, Attainment.exact("60", percent), at(part, 2))

    check = asked(build).contradicted[0]
    assert (check.code, check.computation.unit) == (CheckCode.JOINT_BOUNDS, "hectare")


def test_plans_of_part_and_whole_for_different_times_are_not_compared() -> None:
    """The plan for the part covers five years, the plan for the whole three."""

    def build(part: ReportPart) -> None:
        replaced = flow(part, "replaced", ha)
        breakdown = Breakdown(parts=(replaced.id,), complete=False, disjoint=True)
        trees = flow(part, "planted", ha, breakdowns=(breakdown,))
        every = part.total(trees, V("8604 hectare"), SPAN, at(part, 0))
        some = part.total(replaced, V("3919 hectare"), SPAN, at(part, 1))
        near = part.target(trees, Absent.NOT_STATED, SPAN, TimeCollection.TOTAL)
        far = part.target(replaced, Absent.NOT_STATED, FIVE_YEARS, TimeCollection.TOTAL)
        part.attainment(every, near, Attainment.exact("25.5", percent, form="over_plan"), at(part, 2))
        part.attainment(some, far, Attainment.exact("40", percent), at(part, 3))

    assert verdicts(asked(build)) == {"parts-within": "consistent", "plan-attainment": "undetermined"}


def test_a_figure_is_only_compared_with_the_plan_that_its_claim_names() -> None:
    """The whole exceeds its own plan of 80; the part is below a plan of 120, out of an assigned plan of 150."""

    def build(part: ReportPart) -> None:
        replaced = flow(part, "replaced", ha)
        breakdown = Breakdown(parts=(replaced.id,), complete=False, disjoint=True)
        trees = flow(part, "planted", ha, breakdowns=(breakdown,))
        every = part.total(trees, V("100 hectare"), SPAN, at(part, 0))
        some = part.total(replaced, V("60 hectare"), SPAN, at(part, 1))
        part.target(trees, V("150 hectare"), SPAN, TimeCollection.TOTAL)
        own, within = (
            part.target(indicator, Absent.NOT_STATED, SPAN, TimeCollection.TOTAL) for indicator in (trees, replaced)
        )
        part.attainment(every, own, Attainment.exact("125", percent), at(part, 2))
        part.attainment(some, within, Attainment.exact("50", percent), at(part, 3))

    assert asked(build).contradicted == ()


@pytest.mark.parametrize("plan", ["17700 person", ""])
def test_a_yearly_figure_is_not_a_percentage_of_a_plan_for_all_years(plan: str) -> None:
    def build(part: ReportPart) -> None:
        trained = flow(part, "trained", person)
        done = part.each(trained, V("5900 person"), SPAN, at(part, 0))
        wanted = V(plan) if plan else Absent.NOT_STATED
        target = part.target(trained, wanted, SPAN, TimeCollection.TOTAL)
        part.attainment(done, target, Attainment.exact("100", percent), at(part, 1))

    (check,) = asked(build).checks
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.COLLECTION)  # type: ignore[union-attr]
    assert not check.implied


def test_a_plan_of_zero_has_no_percentage() -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        done = part.total(visits, V("80 person_turn"), SPAN, at(part, 0))
        target = part.target(visits, V("0 person_turn"), SPAN, TimeCollection.TOTAL)
        part.attainment(done, target, Attainment.exact("100", percent), at(part, 1))

    (check,) = asked(build).checks
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.ZERO)  # type: ignore[union-attr]


@pytest.mark.parametrize("plan", ["28", "23.49", ""])
def test_over_plan_may_mean_better_than_planned_where_less_is_better(plan: str) -> None:
    """25.55 % poor is 8.75 % better than a plan of 28 %, or 8.75 % above a plan of 23.49 %."""

    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ", better=Direction.DOWN)
        found = part.at_end(rate, V("25.55 percent"), Y2018, at(part, 0))
        target = part.target(rate, V(f"{plan} percent") if plan else Absent.NOT_STATED, Y2018, TimeCollection.END)
        part.attainment(found, target, Attainment.exact("8.75", percent, form="over_plan"), at(part, 1))

    (check,) = asked(build).checks
    if plan:
        assert check.verdict is Verdict.CONSISTENT
    else:
        implied = check.implied.interval  # type: ignore[union-attr]
        assert implied.contains("28")
        assert implied.contains("23.494")


# -- changes


def test_a_percentage_of_a_loss_or_of_zero_is_undetermined() -> None:
    for start, end in ((-100, -80), (0, 5)):

        def build(part: ReportPart, start: int = start, end: int = end) -> None:
            profit = flow(part, "profit", VND if start else person_turn)
            unit = profit.unit
            first = part.total(profit, Value.exact(start, unit), Y2016, at(part, 0))
            last = part.total(profit, Value.exact(end, unit), Y2017, at(part, 1))
            part.change(profit, first, last, RelativeChange.exact("20", percent), at(part, 2))

        (check,) = asked(build).checks
        assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.ZERO)  # type: ignore[union-attr]


def test_years_and_days_do_not_convert() -> None:
    def build(part: ReportPart) -> None:
        rate = part.share("rate", en="Rate", vi="Tỷ lệ")
        first = part.at_end(rate, V("40 percent"), Y2016, at(part, 0))
        last = part.at_end(rate, V("16 percent"), Y2018, at(part, 1))
        part.change(rate, first, last, Change.exact("-1", percentage_point / day_unit), at(part, 2))

    (check,) = asked(build).checks
    assert (check.missing.kind, check.missing.name) == (MissingKind.SPAN, "day")  # type: ignore[union-attr]


# -- shares


def test_the_share_of_a_category_may_refer_to_the_category_or_to_all() -> None:
    """300 women are 60 % of all 500 trainees, and two thirds of the 450 women among them."""
    for value, verdict in (("60", "consistent"), ("66.7", "consistent"), ("50", "contradicted")):

        def build(part: ReportPart, value: str = value) -> None:
            trained, workers = stock(part, "trained"), stock(part, "workers")
            women = part.at_end(trained, V("300 person"), Y2018, at(part, 0), breakdown=("sex:female",))
            part.at_end(workers, V("500 person"), Y2018, at(part, 1))
            part.at_end(workers, V("450 person"), Y2018, at(part, 2), breakdown=("sex:female",))
            part.share_of(women, workers, V(f"{value} percent"), at(part, 3))

        found = verdicts(asked(build))
        assert (found["share-claim"], found.get("joint-bounds")) == (verdict, None)


@pytest.mark.parametrize("value", ["-5", "150"])
def test_the_share_of_a_profit_has_no_bounds(value: str) -> None:
    def build(part: ReportPart) -> None:
        branch, profit = flow(part, "branch", VND), flow(part, "profit", VND)
        some = part.total(branch, Value.exact(value, VND), Y2018, at(part, 0))
        part.total(profit, Value.exact(100, VND), Y2018, at(part, 1))
        part.share_of(some, profit, V(f"{value} percent"), at(part, 2))

    assert verdicts(asked(build)) == {"share-claim": "consistent"}


@pytest.mark.parametrize(("value", "code"), [("0.5 times", "share-claim"), ("500 person", "share-unit")])
def test_a_share_is_in_percent_or_in_times(value: str, code: str) -> None:
    def build(part: ReportPart) -> None:
        some, every = stock(part, "some"), stock(part, "every")
        counted = part.at_end(some, V("500 person"), Y2018, at(part, 0))
        part.at_end(every, V("1000 person"), Y2018, at(part, 1))
        part.share_of(counted, every, V(value), at(part, 2))

    assert verdicts(asked(build)) == {code: "consistent" if code == "share-claim" else "contradicted"}


# -- times


@pytest.mark.parametrize(("years", "verdict"), [(2, "consistent"), (3, "consistent"), (5, "conditional")])
def test_2016_to_2018_may_be_three_years_or_two(years: int, verdict: str) -> None:
    """Three calendar years, or two years from a day in 2016 to the same day in 2018."""

    def build(part: ReportPart) -> None:
        part.mention(MentionKind.DURATION, Value.exact(years, year), part.cite(0, "xx"))
        part.mention(MentionKind.DATE, SPAN, part.cite(3, "xx"))

    assert verdicts(asked(build)) == {"duration-period": verdict}


def test_the_last_supported_day_can_be_audited() -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        last = Period(start=dt.date.max, end=dt.date.max)
        part.total(visits, V("5 person_turn"), last, at(part, 0))
        part.total(visits, V("900 person_turn"), Period.year(9999), at(part, 1))
        part.average(visits, V("75 person_turn"), Period.year(9999), at(part, 2), per=Frequency.MONTH)

    assert asked(build).contradicted == ()


def test_growth_within_one_day_can_be_audited() -> None:
    def build(part: ReportPart) -> None:
        people = stock(part, "people")
        days = [AsOf(date=dt.date(2016, 1, number)) for number in (1, 2)]
        first = part.at(people, V("1 person"), days[0], at(part, 0))
        last = part.at(people, Value.exact("1E30", person), days[1], at(part, 1))
        part.change(people, first, last, RelativeChange.exact("1E30", percent / year), at(part, 2))

    assert asked(build).contradicted == ()


def test_the_ambient_decimal_context_changes_nothing() -> None:
    review = lai_chau.load()
    plain = audit(review)
    with decimal.localcontext() as context:
        context.prec = 3
        context.rounding = decimal.ROUND_UP
        assert audit(review) == plain
        assert [check.message("vi") for check in audit(review).checks] == [
            check.message("vi") for check in plain.checks
        ]


def test_a_count_that_is_not_whole_is_contradicted() -> None:
    def build(part: ReportPart) -> None:
        part.at_end(stock(part, "poor", household), V("36.094 household to 0.001"), Y2018, at(part, 0))

    check = asked(build).contradicted[0]
    assert str(check.computation).startswith("poor: 0, 1, 2, … ≠ [36.0935, 36.0945]")


def test_a_fall_in_percentage_points_is_named_as_the_other_reading() -> None:
    found = audit(lai_chau.load()).contradicted[0]
    assert found.alternative.kind is ReadingKind.POINTS  # type: ignore[union-attr]
    assert "điểm phần trăm" in found.message("vi")


# -- all figures at once


@pytest.mark.parametrize(("last", "wrong"), [("120", False), ("119", True)])
def test_growing_totals_of_one_year_are_checked_at_once(last: str, *, wrong: bool) -> None:
    """The totals to date grow by 10 a month, and every month has at least 10, so the year has at least 120."""

    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        for number in range(11):
            span = Period(start=dt.date(2016, 1, 1), end=Period.month(2016, number + 1).end)
            part.total(visits, Value.exact(10 * (number + 1), person_turn), span, at(part, number))
        part.total(visits, V(f"{last} person_turn"), Y2016, at(part, 11))
        part.each(visits, V("at_least 10 person_turn"), Y2016, at(part, 12), per=Frequency.MONTH)

    assert bool(asked(build).contradicted) is wrong
