"""Figures that differ in standard, prices, vintage or statistic, or have no value: true reports, and false ones."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, Period, Review, TimeCollection, Value
from aseansc.audit import AssumptionKind, CheckCode, Missing, MissingKind, Verdict, audit
from aseansc.authoring import DOWN, ReportPart
from aseansc.citations import Document
from aseansc.indicators import Breakdown, PriceBasis, Statistic
from aseansc.observations import SamplingError, SamplingErrorForm, Status
from aseansc.units import (
    VND,
    household,
    per_10_000,
    per_mille,
    percent,
    percentage_point,
    person,
    rank,
    times,
    year,
)
from aseansc.values import Attainment, Change, RelativeChange
from tests.audit.cases import SPAN, Y2016, Y2017, Y2018, at, made
from tests.audit.figures import V, asked, flow, poverty, stock, verdicts, whole

OLD, NEW = "VN-POVERTY:2011-2015", "VN-POVERTY:2016-2020"
BARE = Absent.NOT_STATED
Y2015 = Period.year(2015)


def found(review: Review) -> dict[str, str]:
    return verdicts(audit(review))


# -- standards


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        (BARE, BARE, "undetermined"),
        (NEW, NEW, "contradicted"),
        (OLD, NEW, None),
        (NEW, BARE, None),
        (BARE, NEW, None),
    ],
)
def test_the_end_of_a_year_is_the_beginning_of_the_next_under_one_standard_only(
    old: Any, new: Any, verdict: str | None
) -> None:
    """9 % are poor at the end of 2015 by the old standard, 35 % at the beginning of 2016 by the new one."""

    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ")
        part.at_end(rate, V("9.1 percent"), Y2015, at(part, 0), standard=old)
        part.at_beginning(rate, V("35.2 percent"), Y2016, at(part, 1), standard=new)

    assert verdicts(asked(build)).get("restatement") == verdict


@pytest.mark.parametrize(
    ("of_rate", "of_count", "verdict"),
    [(NEW, NEW, "contradicted"), (NEW, BARE, "conditional"), (BARE, BARE, "contradicted"), (NEW, OLD, "undetermined")],
)
def test_a_rate_and_its_count_are_compared_under_one_standard(of_rate: Any, of_count: Any, verdict: str) -> None:
    """The rate is by one standard, the count perhaps by another."""

    def build(part: ReportPart) -> None:
        poor, every, rate = poverty(part)
        part.at_end(rate, V("17.2 percent"), Y2018, at(part, 0), standard=of_rate)
        part.at_end(poor, V("1250 household"), Y2018, at(part, 1), standard=of_count)
        part.at_end(every, V("9860 household"), Y2018, at(part, 2))

    result = asked(build)
    assert (verdict == "contradicted") is bool(result.contradicted)
    assert (verdict == "conditional") is bool(result.conditional)
    if result.conditional:
        assert result.conditional[0].assumption.kind is AssumptionKind.SAME_BASIS  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [(OLD, NEW, "undetermined"), (NEW, BARE, "conditional"), (NEW, NEW, "contradicted"), (BARE, BARE, "contradicted")],
)
def test_a_change_is_checked_between_levels_under_one_standard(first: Any, last: Any, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ")
        one = part.at_end(rate, V("9.1 percent"), Y2016, at(part, 0), standard=first)
        other = part.at_end(rate, V("35.2 percent"), Y2018, at(part, 1), standard=last)
        part.change(rate, one, other, Change.exact("-2.0", percentage_point), at(part, 2))

    (check,) = asked(build).checks
    assert check.verdict.value == verdict
    if verdict == "undetermined":
        assert check.missing.kind is MissingKind.BASIS  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("of_whole", "of_parts", "verdict"),
    [
        (PriceBasis.CURRENT, PriceBasis.CONSTANT, "undetermined"),
        (PriceBasis.CURRENT, BARE, "conditional"),
        (PriceBasis.CURRENT, PriceBasis.CURRENT, "contradicted"),
    ],
)
def test_amounts_in_different_prices_do_not_add_up(of_whole: Any, of_parts: Any, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        period = {"price_period": Period.year(2010)} if of_parts is PriceBasis.CONSTANT else {}
        parts = [flow(part, name, VND, price_basis=of_parts, **period) for name in ("farms", "trade")]
        breakdown = Breakdown(parts=("farms", "trade"), complete=True, disjoint=True)
        product = flow(part, "product", VND, price_basis=of_whole, breakdowns=(breakdown,))
        for number, item in enumerate(parts):
            part.total(item, V("40000 VND"), Y2018, at(part, number))
        part.total(product, V("100000 VND"), Y2018, at(part, 3))

    result = verdicts(asked(build))
    assert result["parts-sum"] == verdict
    assert ("contradicted" in result.values()) is (verdict == "contradicted")


# -- absent values


@pytest.mark.parametrize(("total", "verdict"), [("40", "consistent"), ("36", "consistent"), ("30", "contradicted")])
def test_a_whole_with_a_suppressed_part_is_at_least_the_printed_parts(total: str, verdict: str) -> None:
    """28 and 8 are printed, the third part is suppressed."""

    def build(part: ReportPart) -> None:
        parts = [flow(part, name, household) for name in ("one", "two", "three")]
        every = whole(part, "every", *parts, unit=household)
        part.total(every, V(f"{total} household"), Y2018, at(part, 0))
        part.total(parts[0], V("28 household"), Y2018, at(part, 1))
        part.total(parts[1], V("8 household"), Y2018, at(part, 2))
        part.total(parts[2], Absent.NOT_STATED, Y2018, at(part, 3), statuses=(Status.SUPPRESSED,))

    result = verdicts(asked(build))
    assert result["parts-within"] == verdict
    assert result.get("parts-sum") in (None, "undetermined")


@pytest.mark.parametrize("status", ["suppressed", "not_collected", "not_existing", "missing"])
def test_a_figure_without_a_value_takes_part_in_no_rule(status: str) -> None:
    def build(part: ReportPart) -> None:
        poor, every, rate = poverty(part)
        visits = flow(part, "visits")
        none = (Status(status),)
        hidden = part.at_end(poor, Absent.NOT_STATED, Y2018, at(part, 0), statuses=none)
        part.at_end(poor, V("5 household"), Y2018, at(part, 1))
        part.at_end(every, Absent.NOT_STATED, Y2018, at(part, 2), statuses=none)
        part.at_end(rate, V("0.0 percent"), Y2018, at(part, 3))
        part.total(visits, V("100 person_turn"), SPAN, at(part, 4))
        part.total(visits, V("40 person_turn"), Y2016, at(part, 5))
        part.total(visits, Absent.NOT_STATED, Y2017, at(part, 6), statuses=none)
        part.total(visits, V("40 person_turn"), Y2018, at(part, 7))
        part.change(poor, hidden, BARE, Change.exact(-900, household), at(part, 8), time=SPAN)
        part.share_of(hidden, every, V("40 percent"), at(part, 9))

    result = asked(build)
    assert (result.contradicted, result.conditional) == ((), ())


# -- net flows


@pytest.mark.parametrize(("total", "verdict"), [("-1200", "consistent"), ("1200", "contradicted")])
def test_net_flows_add_up_with_their_signs(total: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        net = flow(part, "net-migration", person, net=True)
        part.total(net, Change.exact(total, person), SPAN, at(part, 0))
        for number, value in enumerate(("-1500", "-200", "500")):
            part.total(net, Change.exact(value, person), Period.year(2016 + number), at(part, number + 1))

    assert verdicts(asked(build))["flow-spans"] == verdict


def test_a_part_of_a_net_flow_may_exceed_the_whole() -> None:
    """600 more women, 1 800 fewer persons in all; 700 more workers from the north."""

    def build(part: ReportPart) -> None:
        north = flow(part, "north", person, net=True)
        net = whole(part, "net-migration", north, complete=False, unit=person)
        part.total(net, V("5 person"), Y2018, at(part, 0))
        part.total(north, Change.exact("700", person), Y2018, at(part, 1))

    def signed(part: ReportPart) -> None:
        net = flow(part, "net-migration", person, net=True)
        part.total(net, Change.exact("-1800", person), Y2018, at(part, 0))
        part.total(net, Change.exact("600", person), Y2018, at(part, 1), breakdown=("sex:female",))

    for case in (build, signed):
        assert asked(case).contradicted == ()


# -- ranks and statistics


def test_ranks_are_never_added_and_may_exceed_those_of_a_broader_group() -> None:
    def build(part: ReportPart) -> None:
        parts = [stock(part, name, rank) for name in ("roads", "schools")]
        breakdown = Breakdown(parts=("roads", "schools"), complete=True, disjoint=True)
        every = stock(part, "overall", rank, breakdowns=(breakdown,))
        for number, (item, place) in enumerate(zip((every, *parts), ("5", "9", "3"), strict=True)):
            part.at_end(item, V(f"{place} rank"), Y2018, at(part, number))
        part.at_end(every, V("12 rank"), Y2018, at(part, 4), breakdown=("sex:female",))

    assert asked(build).checks == ()


def test_an_attainment_of_a_planned_rank_is_no_percentage_of_it() -> None:
    """The plan was place 10; place 8 is called 100 % of the plan."""

    def build(part: ReportPart) -> None:
        index = part.rate("pci-rank", rank, en="PCI rank", vi="Thứ hạng PCI")
        reached = part.at_end(index, V("8 rank"), Y2018, at(part, 0))
        target = part.target(index, V("10 rank"), Y2018, TimeCollection.END)
        part.attainment(reached, target, Attainment.exact("100", percent), at(part, 1))

    assert asked(build).checks == ()


@pytest.mark.parametrize(("by", "verdict"), [("7", "consistent"), ("-7", "consistent"), ("6", "contradicted")])
def test_seven_places_up_is_a_rank_that_is_lower_by_seven(by: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        index = part.rate("pci-rank", rank, en="PCI rank", vi="Thứ hạng PCI")
        first = part.at_end(index, V("55 rank"), Y2016, at(part, 0))
        last = part.at_end(index, V("48 rank"), Y2018, at(part, 1))
        part.change(index, first, last, Change.exact(by, rank), at(part, 2))

    assert verdicts(asked(build)) == {"change-levels": verdict}


@pytest.mark.parametrize(
    ("statistic", "verdict"),
    [(Statistic.MEDIAN, None), (Statistic.PERCENTILE_90, None), (Statistic.MEAN, "contradicted")],
)
def test_a_median_is_not_the_quotient_of_totals_but_a_mean_is(statistic: Statistic, verdict: str | None) -> None:
    """The mean income is 20; the median is 14."""

    def build(part: ReportPart) -> None:
        earned, people = flow(part, "earned", VND, price_basis=PriceBasis.CURRENT), stock(part, "people")
        income = part.rate(
            "income", VND / person, of=earned, among=people, en="Income", vi="Thu nhập",
            statistic=statistic, price_basis=PriceBasis.CURRENT,
        )  # fmt: skip
        part.total(earned, V("20000 VND"), Y2018, at(part, 0))
        part.average(people, V("1000 person to 0.1"), Y2018, at(part, 1))
        part.within(income, Value.exact("14", VND / person), Y2018, at(part, 2))

    assert verdicts(asked(build)).get("rate-ratio") == verdict


def test_medians_are_never_added() -> None:
    def build(part: ReportPart) -> None:
        parts = [flow(part, name, VND, statistic=Statistic.MEDIAN) for name in ("farm", "wage")]
        breakdown = Breakdown(parts=("farm", "wage"), complete=True, disjoint=True)
        every = flow(part, "every", VND, statistic=Statistic.MEDIAN, breakdowns=(breakdown,))
        for number, (item, value) in enumerate(zip((every, *parts), ("20", "9", "15"), strict=True)):
            part.total(item, V(f"{value} VND"), Y2018, at(part, number))
        part.total(every, V("90 VND"), Y2018, at(part, 3), breakdown=("sex:female",))
        part.total(every, V("12 VND"), SPAN, at(part, 4))

    assert asked(build).checks == ()


# -- revisions


def revised(total: str, *, newer: bool = True, date: bool = True, orders: tuple[int, ...] = ()) -> Review:
    """Give two parts in a first report, one of them revised in a second, and the total of the first or second.

    With `orders`, the reports have one publisher, and are numbered.
    """

    def build(part: ReportPart) -> None:
        parts = [flow(part, name, household) for name in ("one", "two")]
        every = whole(part, "every", *parts, unit=household)
        part.total(every, V(f"{total} household"), Y2018, evolve(at(part, 0), document="new" if newer else "report"))
        part.total(parts[0], V("28 household"), Y2018, evolve(at(part, 1), document="new" if newer else "report"))
        early = part.total(parts[1], V("8 household"), Y2018, at(part, 2))
        part.total(parts[1], V("9 household"), Y2018, evolve(at(part, 3), document="new"), revises=early)

    part = ReportPart(document="report", place="VN-01", period=SPAN)
    build(part)
    dates = (dt.date(2019, 1, 1), dt.date(2020, 1, 1)) if date else (Absent.NOT_STATED,) * 2
    more: list[dict[str, Any]] = [{"publisher": "Office", "order": order} for order in orders] or [{}, {}]
    documents = [
        Document(id=name, title=name, sha256="0" * 64, date=when, **fields)
        for name, when, fields in zip(("report", "new"), dates, more, strict=True)
    ]
    from aseansc import Text
    from aseansc.authoring import assemble

    return assemble(part, id="case", title=Text(en="Case"), programme=Text(en="Plan"), documents=documents)


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        (revised("37"), "consistent"),
        (revised("36"), "contradicted"),
        (revised("36", newer=False), "undetermined"),
        (revised("36", newer=False, date=False), "undetermined"),
    ],
    ids=["new total", "old total in the new report", "old total in the old report", "reports without a date"],
)
def test_a_revised_part_is_added_to_figures_of_its_own_vintage(review: Review, verdict: str) -> None:
    result = found(review)
    assert result["parts-sum"] == verdict
    assert "restatement" not in result


def test_editions_of_one_publisher_are_in_the_order_of_their_numbers() -> None:
    for orders, kind in (((), MissingKind.DOCUMENTS), ((1, 2), MissingKind.REVISION), ((1, 1), MissingKind.REVISION)):
        (check,) = (
            check
            for check in audit(revised("36", newer=False, date=False, orders=orders)).checks
            if check.code is CheckCode.PARTS_SUM
        )
        assert isinstance(check.missing, Missing)
        assert check.missing.kind is kind, orders


def test_an_attainment_from_a_replaced_level_to_a_revised_one_may_be_of_another_report() -> None:
    def build(part: ReportPart, *, replaced: bool) -> None:
        poor = stock(part, "poor", household)
        first = part.at_end(poor, V("100 household"), Y2016, at(part, 0))
        if replaced:
            part.at_end(poor, V("110 household"), Y2016, at(part, 1), revises=first)
        early = part.at_end(poor, V("85 household"), Y2018, at(part, 2))
        last = part.at_end(poor, V("80 household"), Y2018, at(part, 3), revises=early)
        plan = part.target(poor, Change.exact(-50, household), Y2018, TimeCollection.END, at(part, 4), baseline=first)
        part.attainment(last, plan, Attainment.exact(90, percent), at(part, 5))

    for replaced, verdict in ((True, "undetermined"), (False, "contradicted")):
        assert found(made(lambda part: build(part, replaced=replaced)))["plan-attainment"] == verdict  # noqa: B023


def test_a_revised_figure_may_be_repeated_beside_the_new_one() -> None:
    """8 in the first report; "from 8 to 9" in the second."""
    review = revised("37")
    early = review.observation("two.2018.total")
    again = evolve(early, id="again", citation=evolve(early.citation, document="new", start=90, end=92))
    result = found(evolve(review, observations=(*review.observations, again)))
    assert (result["parts-sum"], "restatement" in result) == ("consistent", False)


def test_a_claim_that_is_revised_is_not_compared() -> None:
    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        first = part.at_end(poor, V("100 household"), Y2016, at(part, 0))
        for number, by in enumerate(("-10.0", "-12.0")):
            part.change(poor, first, BARE, RelativeChange.exact(by, percent), at(part, 1 + number), time=SPAN)

    review = made(build)
    early, late = review.claims
    assert found(review)["restatement"] == "contradicted"
    assert "restatement" not in found(evolve(review, claims=(early, evolve(late, revises=early.id))))


# -- sampling errors


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (BARE, "contradicted"),
        (SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal("5"), confidence=Decimal(95)), "conditional"),
        (SamplingError(form=SamplingErrorForm.STANDARD_ERROR, size=Decimal("2.5")), "conditional"),
        (SamplingError(form=SamplingErrorForm.INTERVAL, lower=Decimal(12), upper=Decimal(20)), "conditional"),
        (SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal("1.2")), "contradicted"),
    ],
)
def test_a_difference_within_the_sampling_error_is_conditional(error: Any, verdict: str) -> None:
    """A survey finds 17.2 % poor households; a count finds 12.7 %."""

    def build(part: ReportPart) -> None:
        poor, every, rate = poverty(part)
        part.at_end(rate, V("17.2 percent"), Y2018, at(part, 0), sampling_error=error)
        part.at_end(poor, V("1250 household"), Y2018, at(part, 1))
        part.at_end(every, V("9860 household"), Y2018, at(part, 2))

    result = asked(build)
    assert verdicts(result)["rate-ratio"] == verdict
    assert bool(result.contradicted) is (verdict == "contradicted")
    for check in result.conditional:
        assert check.assumption.kind is AssumptionKind.NO_SAMPLING_ERROR  # type: ignore[union-attr]
        assert "sampling error" in check.message("en")


# -- rates of flows, and scaled rates


@pytest.mark.parametrize(
    ("levels", "births", "verdict"),
    [
        ({"average": "100000"}, "2000", "consistent"),
        ({"average": "100000"}, "2500", "contradicted"),
        ({"beginning": "90000", "end": "110000"}, "2000", "consistent"),
        ({"beginning": "90000", "end": "110000"}, "2500", "conditional"),
        ({"end": "110000"}, "2200", "consistent"),
        ({"end": "110000"}, "2000", "conditional"),
        ({}, "2000", "undetermined"),
    ],
)
def test_births_per_1000_persons_are_per_average_population(levels: dict[str, str], births: str, verdict: str) -> None:
    """20 births per 1000 persons of the average population."""

    def build(part: ReportPart) -> None:
        people, born = stock(part, "people"), flow(part, "births", person)
        rate = part.rate("birth-rate", per_mille, of=born, among=people, en="Birth rate", vi="Tỷ suất sinh")
        part.within(rate, V("20.0 per_mille"), Y2018, at(part, 0))
        part.total(born, V(f"{births} person"), Y2018, at(part, 1))
        state = {"average": part.average, "beginning": part.at_beginning, "end": part.at_end}
        for number, (when, size) in enumerate(levels.items()):
            state[when](people, V(f"{size} person"), Y2018, at(part, 2 + number))

    assert verdicts(asked(build))["rate-ratio"] == verdict


def test_doctors_per_10_000_persons_may_be_per_average_population_and_exceed_the_whole() -> None:
    def build(part: ReportPart) -> None:
        people, beds = stock(part, "people"), stock(part, "beds", person)
        rate = part.rate("bed-rate", per_10_000, of=beds, among=people, en="Beds", vi="Giường bệnh")
        part.at_end(rate, V("30.0 per_10_000"), Y2018, at(part, 0))
        part.at_end(beds, V("330 person"), Y2018, at(part, 1))
        part.at_end(people, V("115000 person"), Y2018, at(part, 2))

    (check,) = asked(build).checks
    assert (check.verdict, check.assumption.kind) == (  # type: ignore[union-attr]
        Verdict.CONDITIONAL,
        AssumptionKind.LEVEL_DENOMINATOR,
    )

    def visits(part: ReportPart) -> None:
        people = stock(part, "people", breakdowns=(Breakdown(parts=("treated",), complete=False, disjoint=True),))
        treated = stock(part, "treated")
        rate = part.rate("visit-rate", percent, of=treated, among=people, en="Visits", vi="Lượt khám")
        part.at_end(rate, V("150 percent"), Y2018, at(part, 0))

    assert asked(visits).checks == ()


# -- planned changes and plans of a category


@pytest.mark.parametrize(
    ("planned", "attained", "verdict"),
    [
        (Change.exact("-10", percentage_point), "148.5", "consistent"),
        (Change.exact("-10", percentage_point), "84.0", "consistent"),  # of the planned level, 30.40 %
        (Change.exact("-10", percentage_point), "120", "contradicted"),
        (Change.exact("-4", percentage_point / year), "123.75", "consistent"),
        (Change.exact("-4", percentage_point / year), "150", "contradicted"),
    ],
    ids=str,
)
def test_an_attainment_of_a_planned_change_is_of_the_change_or_of_the_level(
    planned: Change, attained: str, verdict: str
) -> None:
    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ", better=DOWN)
        first = part.at_beginning(rate, V("40.40 percent"), Y2016, at(part, 0))
        last = part.at_end(rate, V("25.55 percent"), Y2018, at(part, 1))
        target = part.target(rate, evolve_resolution(planned), SPAN, TimeCollection.WITHIN, baseline=first)
        part.attainment(last, target, Attainment.exact(attained, percent), at(part, 2))

    assert verdicts(asked(build))["plan-attainment"] == verdict


def evolve_resolution(value: Change) -> Change:
    return Change.exact(value.magnitude, value.unit, resolution=Decimal("0.01"))


def test_a_plan_of_a_category_is_not_the_plan_of_all() -> None:
    """600 of 1500 jobs are for women; 120 % of the plan for women, which is 500."""

    def build(part: ReportPart, *, mixed: bool, planned: str = "500") -> None:
        jobs = flow(part, "jobs", person)
        part.total(jobs, V("1500 person"), Y2018, at(part, 0))
        women = part.total(jobs, V("600 person"), Y2018, at(part, 1), breakdown=("sex:female",))
        wanted = V(f"{planned} person")
        own = part.target(jobs, wanted, Y2018, TimeCollection.TOTAL, breakdown=() if mixed else ("sex:female",))
        part.attainment(women, own, Attainment.exact("120", percent), at(part, 2))

    assert found(made(lambda part: build(part, mixed=False)))["plan-attainment"] == "consistent"
    assert found(made(lambda part: build(part, mixed=False, planned="700")))["plan-attainment"] == "contradicted"
    assert found(made(lambda part: build(part, mixed=True, planned="700")))["plan-attainment"] == "undetermined"


def test_planned_changes_are_not_added_to_planned_levels() -> None:
    def build(part: ReportPart) -> None:
        parts = [stock(part, name, household) for name in ("one", "two")]
        breakdown = Breakdown(parts=("one", "two"), complete=True, disjoint=True)
        every = stock(part, "every", household, breakdowns=(breakdown,))
        part.target(every, V("100 household"), Y2018, TimeCollection.END)
        part.target(parts[0], Change.exact("90", household), Y2018, TimeCollection.END)
        part.target(parts[1], V("80 household"), Y2018, TimeCollection.END)

    assert asked(build).checks == ()


# -- several readings


@pytest.mark.parametrize(
    ("form", "number", "end", "verdict"),
    [
        ("increase_times", "2", "200", "consistent"),
        ("increase_times", "2", "300", "consistent"),
        ("increase_times", "2", "400", "contradicted"),
        ("decrease_times", "4", "25", "consistent"),
        ("decrease_times", "4", "20", "consistent"),
        ("decrease_times", "4", "90", "undetermined"),  # it may have fallen on four occasions
        ("times", "3", "300", "consistent"),
        ("times", "3", "400", "contradicted"),
    ],
)
def test_a_change_fits_if_one_of_its_readings_does(form: str, number: str, end: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        herd = stock(part, "herd", household)
        first = part.at_end(herd, V("100 household"), Y2016, at(part, 0))
        last = part.at_end(herd, V(f"{end} household"), Y2018, at(part, 1))
        part.change(herd, first, last, RelativeChange.exact(number, times, form=form, resolution="0.01"), at(part, 2))

    assert verdicts(asked(build))["change-levels"] == verdict
