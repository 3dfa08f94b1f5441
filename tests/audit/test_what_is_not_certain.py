"""True reports that look contradictory: figures of different status, items counted twice, plans as printed.

Each docstring describes what is true. Checks that remain possible are tested, too.
"""

from __future__ import annotations

import pytest

from aseansc import Absent, Interval, Period, TimeCollection
from aseansc.audit import AssumptionKind, CheckCode, MissingKind, Verdict, audit
from aseansc.authoring import ReportPart
from aseansc.datasets import lai_chau
from aseansc.indicators import Breakdown, Direction
from aseansc.observations import Status
from aseansc.units import (
    VND,
    Unit,
    cubic_metre,
    hectare as ha,
    household,
    kilometre,
    kilowatt_hour,
    percent,
    person,
    project,
    tonne,
)
from aseansc.values import Attainment, Change
from tests.audit.cases import SPAN, Y2016, Y2017, Y2018, at
from tests.audit.figures import V, asked, flow, poverty, stock, verdicts, whole

# -- figures of different status


def test_a_total_may_contain_the_final_count_instead_of_the_estimate() -> None:
    """One passage estimates 2018 at 100 hectares; the total of 310 contains the final count of 110."""

    def build(part: ReportPart) -> None:
        sown = flow(part, "sown", VND)
        for number, (value, period) in enumerate((("100", Y2016), ("100", Y2017), ("310", SPAN))):
            part.total(sown, V(f"{value} VND"), period, at(part, number))
        part.total(sown, V("100 VND"), Y2018, at(part, 3), estimated=True)

    (check,) = asked(build).checks
    assert (check.code, check.verdict) == (CheckCode.FLOW_SPANS, Verdict.UNDETERMINED)
    assert check.missing.kind is MissingKind.REVISION  # type: ignore[union-attr]


@pytest.mark.parametrize("status", [Status.ESTIMATED, Status.PROVISIONAL, Status.REVISED])
def test_counted_parts_need_not_add_up_to_an_estimate(status: Status) -> None:
    """The whole was estimated at 1 200 before its parts were counted as 700 and 520."""

    def build(part: ReportPart) -> None:
        one, other = (flow(part, name, ha) for name in ("one", "other"))
        every = whole(part, "every", one, other)
        part.total(every, V("1200 hectare"), Y2018, at(part, 0), statuses=(status,))
        part.total(one, V("700 hectare"), Y2018, at(part, 1))
        part.total(other, V("520 hectare"), Y2018, at(part, 2))

    assert verdicts(asked(build)) == {"parts-sum": "undetermined"}


def test_estimates_must_agree_with_one_another() -> None:
    def build(part: ReportPart) -> None:
        one, other = (flow(part, name, ha) for name in ("one", "other"))
        every = whole(part, "every", one, other)
        for number, (indicator, value) in enumerate(((every, 1200), (one, 700), (other, 520))):
            part.total(indicator, V(f"{value} hectare"), Y2018, at(part, number), estimated=True)

    assert verdicts(asked(build)) == {"parts-sum": "contradicted"}


def test_a_counted_category_may_exceed_an_estimated_total() -> None:
    def build(part: ReportPart) -> None:
        trained = flow(part, "trained", person)
        part.total(trained, V("500 person"), Y2018, at(part, 0), estimated=True)
        part.total(trained, V("520 person"), Y2018, at(part, 1), breakdown=("sex:female",))

    assert verdicts(asked(build)) == {"category-within": "undetermined"}


def test_a_total_to_date_may_exceed_an_estimated_total() -> None:
    def build(part: ReportPart) -> None:
        sown = flow(part, "sown", ha)
        part.total(sown, V("500 hectare"), Y2018, at(part, 0), estimated=True)
        part.to_date(sown, V("520 hectare"), Y2018, at(part, 1))

    assert verdicts(asked(build)) == {"flow-spans": "undetermined"}


def test_a_provisional_rate_need_not_agree_with_the_final_count() -> None:
    def build(part: ReportPart) -> None:
        poor, every, rate = poverty(part)
        part.at_end(rate, V("25.5 percent"), Y2018, at(part, 0), statuses=(Status.PROVISIONAL,))
        part.at_end(poor, V("260 household"), Y2018, at(part, 1))
        part.at_end(every, V("1000 household"), Y2018, at(part, 2))

    assert verdicts(asked(build)) == {"rate-subgroup": "consistent", "rate-ratio": "undetermined"}


def test_the_share_of_an_estimated_whole_may_refer_to_the_final_count() -> None:
    """400 are 40 % of the final count of 1 000; the estimate was 900, and the claim does not name either."""

    def build(part: ReportPart) -> None:
        some, every = stock(part, "some"), stock(part, "every")
        counted = part.at_end(some, V("400 person"), Y2018, at(part, 0))
        part.at_end(every, V("900 person"), Y2018, at(part, 1), estimated=True)
        part.share_of(counted, every, V("40 percent"), at(part, 2))

    assert verdicts(asked(build)) == {"share-claim": "undetermined"}


def test_a_claim_about_an_estimate_is_checked_against_that_estimate() -> None:
    """A change names its levels and an attainment its figure, so a different status does not explain a difference."""

    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        first = part.at_end(poor, V("1000 household"), Y2016, at(part, 0))
        last = part.at_end(poor, V("900 household"), Y2018, at(part, 1), estimated=True)
        part.change(poor, first, last, Change.exact("-200", household), at(part, 2))
        target = part.target(poor, V("800 household"), Y2018, TimeCollection.END)
        part.attainment(last, target, Attainment.exact("100", percent), at(part, 3))

    assert verdicts(asked(build)) == {"change-levels": "contradicted", "plan-attainment": "contradicted"}


def test_estimates_are_combined_with_estimates_only() -> None:
    """60 of 100 households are upland; the lowland share was estimated at 30 %, and counted as 40 %."""
    for estimated, found in ((True, {}), (False, {"joint-bounds": "contradicted"})):

        def build(part: ReportPart, estimated: bool = estimated) -> None:
            one, other = (stock(part, name, household) for name in ("upland", "lowland"))
            breakdown = Breakdown(parts=(one.id, other.id), complete=True, disjoint=True)
            every = stock(part, "households", household, breakdowns=(breakdown,))
            share = part.share("lowland-share", of=other, among=every, en="Share", vi="Tỷ lệ")
            part.at_end(every, V("100 household"), Y2018, at(part, 0))
            part.at_end(one, V("60 household"), Y2018, at(part, 1))
            part.at_end(share, V("30 percent"), Y2018, at(part, 2), estimated=estimated)

        assert {code: verdict for code, verdict in verdicts(asked(build)).items() if code == "joint-bounds"} == found


def test_the_fall_printed_in_percent_is_contradicted_although_it_ends_in_an_estimate() -> None:
    """The claim names that estimate."""
    review = lai_chau.load()
    fall = audit(review).contradicted[0]
    assert fall.code is CheckCode.CHANGE_LEVELS
    assert {review.observation(name).statuses for name in fall.figures if "change" not in name} == {
        (),
        (Status.ESTIMATED,),
    }


# -- items that may be counted twice


@pytest.mark.parametrize("unit", [ha, kilometre])
@pytest.mark.parametrize(
    ("total", "verdict"),
    [("4200", "conditional"), ("7500", "consistent"), ("7600", "contradicted"), ("2900", "contradicted")],
)
def test_a_forest_or_road_may_be_maintained_in_two_years(unit: Unit, total: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        tended = flow(part, "tended", unit)
        for number, (value, period) in enumerate((("2000", Y2016), ("2500", Y2017), ("3000", Y2018), (total, SPAN))):
            part.total(tended, V(f"{value} {unit.code}"), period, at(part, number))

    result = asked(build)
    assert verdicts(result) == {"flow-spans": verdict}
    for check in result.conditional:
        assert check.assumption.kind is AssumptionKind.COUNTED_ONCE  # type: ignore[union-attr]


@pytest.mark.parametrize("unit", [VND, tonne, cubic_metre, kilowatt_hour])
def test_amounts_that_are_paid_or_used_are_counted_once(unit: Unit) -> None:
    def build(part: ReportPart) -> None:
        spent = flow(part, "spent", unit)
        for number, (value, period) in enumerate((("20", Y2016), ("25", Y2017), ("30", Y2018), ("42", SPAN))):
            part.total(spent, V(f"{value} {unit.code}"), period, at(part, number))

    assert verdicts(asked(build)) == {"flow-spans": "contradicted"}


# -- plans as printed


def test_rounded_plans_need_not_add_up_as_printed() -> None:
    """3 330, 3 330 and 3 340 hectares, printed as 3,3 nghìn each, make 10,0 nghìn."""

    def build(part: ReportPart) -> None:
        names = [flow(part, name, ha) for name in ("one", "two", "three")]
        every = whole(part, "every", *names)
        for indicator, value in ((every, "10.0E3"), *((name, "3.3E3") for name in names)):
            part.target(indicator, V(f"{value} hectare"), SPAN, TimeCollection.TOTAL)

    assert asked(build).checks == ()


def test_plans_of_at_least_a_number_may_be_for_more() -> None:
    """The plan of 1 100 is printed as at least 1 000, and its parts as at least 600 and at least 500."""

    def build(part: ReportPart) -> None:
        one, other = (flow(part, name, project) for name in ("one", "other"))
        every = whole(part, "every", one, other, unit=project)
        for indicator, value in ((every, "1000"), (one, "600"), (other, "500")):
            part.target(indicator, V(f"at_least {value} project"), SPAN, TimeCollection.TOTAL)

    assert asked(build).checks == ()


@pytest.mark.parametrize(("other", "wrong"), [("400", False), ("500", True)])
def test_plans_of_counts_with_all_digits_must_add_up(other: str, *, wrong: bool) -> None:
    def build(part: ReportPart) -> None:
        one, two = (flow(part, name, project) for name in ("one", "two"))
        every = whole(part, "every", one, two, unit=project)
        for indicator, value in ((every, "1000"), (one, "600"), (two, other)):
            part.target(indicator, V(f"{value} project"), SPAN, TimeCollection.TOTAL)

    assert bool(asked(build).contradicted) is wrong


@pytest.mark.parametrize(("reached", "verdict"), [("108.1", "consistent"), ("102.5", "contradicted")])
def test_a_percentage_of_a_rounded_plan(reached: str, verdict: str) -> None:
    """2 003 tỷ is 108,1 % of 1 853 tỷ, which is printed as 1,9 nghìn tỷ."""

    def build(part: ReportPart) -> None:
        revenue = flow(part, "revenue", VND)
        got = part.total(revenue, V("2003000000000 VND to 1000000000"), Y2018, at(part, 0))
        plan = part.target(revenue, V("1900000000000 VND to 100000000000"), Y2018, TimeCollection.TOTAL)
        part.attainment(got, plan, Attainment.exact(reached, percent), at(part, 1))

    assert verdicts(asked(build)) == {"plan-attainment": verdict}


@pytest.mark.parametrize(("reached", "verdict"), [("110", "consistent"), ("100", "contradicted")])
@pytest.mark.parametrize("word", ["over", "at_least", "at_most"])
def test_a_percentage_of_a_plan_refers_to_its_number(word: str, reached: str, verdict: str) -> None:
    """110 projects are 110 % of a plan of "over 100 projects"."""

    def build(part: ReportPart) -> None:
        started = flow(part, "started", project)
        done = part.total(started, V("110 project"), Y2018, at(part, 0))
        plan = part.target(started, V(f"{word} 100 project"), Y2018, TimeCollection.TOTAL)
        part.attainment(done, plan, Attainment.exact(reached, percent), at(part, 1))

    assert verdicts(asked(build)) == {"plan-attainment": verdict}


@pytest.mark.parametrize("statuses", [(Status.PLANNED,), (Status.PLANNED, Status.REVISED)])
def test_plans_for_single_years_need_not_add_up_to_the_plan_for_all(statuses: tuple[Status, ...]) -> None:
    """The plan for three years is 300 hectares; the later plans for each year are 100, 110 and 120."""

    def build(part: ReportPart) -> None:
        sown = flow(part, "sown", VND)
        for number, (value, period) in enumerate((("100", Y2016), ("110", Y2017), ("120", Y2018), ("300", SPAN))):
            part.total(sown, V(f"{value} VND"), period, at(part, number), statuses=statuses)
        part.each(sown, V("at_least 115 VND"), Period.years(2016, 2017), at(part, 5), statuses=statuses)

    assert asked(build).checks == ()


def test_a_planned_average_is_checked_against_the_planned_total() -> None:
    def build(part: ReportPart) -> None:
        sown = flow(part, "sown", VND)
        part.average(sown, V("100 VND"), SPAN, at(part, 0), statuses=(Status.PLANNED,))
        part.total(sown, V("400 VND"), SPAN, at(part, 1), statuses=(Status.PLANNED,))

    assert verdicts(asked(build))["flow-average"] == "contradicted"


def test_a_revised_forecast_is_not_combined_with_the_first_one() -> None:
    """The first forecasts are 100 and 150; the revised forecast for both years is 260."""

    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        for number, (value, period) in enumerate((("100", Y2016), ("150", Y2017))):
            part.total(visits, V(f"{value} person_turn"), period, at(part, number), statuses=(Status.FORECAST,))
        both = (Status.FORECAST, Status.REVISED)
        part.total(visits, V("260 person_turn"), Period.years(2016, 2017), at(part, 2), statuses=both)

    assert asked(build).checks == ()


def test_two_plans_for_the_same_time_need_not_agree() -> None:
    """The province has an assigned plan of 100, and its own plan of 120: 70 and 50."""

    def build(part: ReportPart) -> None:
        one, other = (flow(part, name, VND) for name in ("one", "other"))
        every = whole(part, "every", one, other, unit=VND)
        for number, (indicator, value) in enumerate(((every, 100), (every, 120), (one, 70), (other, 50))):
            part.total(indicator, V(f"{value} VND"), Y2018, at(part, number), statuses=(Status.PLANNED,))

    result = asked(build)
    assert (result.contradicted, result.conditional) == ((), ())


@pytest.mark.parametrize("profit", ["10E9", "-2E9"])
def test_a_branch_may_earn_more_than_the_total_if_another_makes_a_loss(profit: str) -> None:
    """Crops earn 12 tỷ, and their plan exceeds the plan for the total; a branch that is not stated makes a loss."""

    def build(part: ReportPart) -> None:
        crops = flow(part, "crops", VND, bounds=Interval(lower=0))
        every = whole(part, "profit", crops, complete=False, unit=VND)
        some = part.total(crops, V("12000000000 VND to 1000000000"), Y2018, at(part, 0))
        made_in_all = part.total(every, V(f"{profit} VND"), Y2018, at(part, 1))
        for number, (indicator, done) in enumerate(((crops, some), (every, made_in_all))):
            plan = part.target(indicator, Absent.NOT_STATED, Y2018, TimeCollection.TOTAL)
            part.attainment(done, plan, Attainment.exact("100", percent), at(part, number + 2))
        part.target(crops, V("12 VND"), SPAN, TimeCollection.TOTAL)
        part.target(every, V("10 VND"), SPAN, TimeCollection.TOTAL)

    assert asked(build).contradicted == ()


@pytest.mark.parametrize(
    ("plan", "nature"),
    [
        ("28.0", "wording"),
        ("27.8", "wording"),
        ("23.5", "not_applicable"),
        ("26.0", "arithmetic"),
        ("", "not_applicable"),
    ],
)
def test_percent_of_plan_may_mean_better_than_planned_where_less_is_better(plan: str, nature: str) -> None:
    """25.55 % poor is 108,75 % of 23,49 %; where less is better, also of 28 % as 2 − 25,55 ÷ 28, or of 27,8 % inverted."""

    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ", better=Direction.DOWN)
        found = part.at_end(rate, V("25.55 percent"), Y2018, at(part, 0))
        target = part.target(rate, V(f"{plan} percent") if plan else Absent.NOT_STATED, Y2018, TimeCollection.END)
        part.attainment(found, target, Attainment.exact("108.75", percent), at(part, 1))

    (check,) = asked(build).checks
    assert check.nature.value == nature
    assert plan or all(check.implied.interval.contains(known) for known in ("28", "23.494"))  # type: ignore[union-attr]


@pytest.mark.parametrize(("reached", "implied"), [("250", True), ("200", False), ("0", False)])
def test_a_reading_without_a_possible_plan_is_skipped(reached: str, *, implied: bool) -> None:
    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ", better=Direction.DOWN)
        found = part.at_end(rate, V("50.0 percent"), Y2018, at(part, 0))
        part.attainment(found, Absent.NOT_STATED, Attainment.exact(reached, percent), at(part, 1))

    (check,) = asked(build).checks
    assert bool(check.implied) is implied


def test_a_percentage_of_an_at_least_plan_does_not_fix_the_plan() -> None:
    """The plan of at least 1 340 is printed as at least 1 200; the plan for one part is 1 340, and 50 % of it was done."""

    def build(part: ReportPart) -> None:
        kind = flow(part, "kind")
        every = flow(part, "every", breakdowns=(Breakdown(parts=("kind",), complete=False, disjoint=True),))
        of_all = part.target(every, V("at_least 1200 person_turn"), Y2018, TimeCollection.TOTAL)
        of_kind = part.target(kind, Absent.NOT_STATED, Y2018, TimeCollection.TOTAL)
        done = part.total(every, V("600 person_turn"), Y2018, at(part, 0))
        some = part.total(kind, V("670 person_turn"), Y2018, at(part, 1))
        part.attainment(done, of_all, Attainment.exact("50.0", percent), at(part, 2))
        part.attainment(some, of_kind, Attainment.exact("50.0", percent), at(part, 3))

    assert verdicts(asked(build))["plan-parts"] == "consistent"
