"""Targets that are changes, ranges or for a category: against observations with a baseline, and against claims."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from aseansc import Absent, ChangeClaim, Interval, Observation, Period, Review, Target, Text, TimeCollection, Value
from aseansc.attainment import Assessment, Formula, Outcome, Reason, assess, implied_target
from aseansc.authoring import DOWN, UP, ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.errors import ReviewError
from aseansc.indicators import Direction, PriceBasis
from aseansc.observations import SamplingError, SamplingErrorForm, Status
from aseansc.units import VND, household, percent, percentage_point, person, rank, times, year
from aseansc.values import Attainment, Change, RelativeChange

SPAN = Period.years(2016, 2018)
Y2016, Y2018 = Period.year(2016), Period.year(2018)
TEXT = "x" * 60


def part_of() -> ReportPart:
    return ReportPart(document="report", place="VN-01", period=SPAN)


def assembled(part: ReportPart) -> Review:
    document = Document(id="report", title="Report", sha256=sha256_of(TEXT))
    return assemble(part, id="case", title=Text(en="Case"), programme=Text(en="Plan"), documents=[document])


def case(
    wanted: Change | RelativeChange | Value,
    *,
    first: str | None = "40.40",
    better: Direction | Absent = DOWN,
    claimed: Change | RelativeChange | None = None,
    **more: object,
) -> tuple[Review, Target, Observation | ChangeClaim]:
    """Plan a fall of the poverty rate, which is 25.55 % at the end of 2018."""
    part = part_of()
    rate = part.share("poverty", en="Poverty", vi="Tỷ lệ", better=better)
    start = Absent.NOT_STATED
    if first:
        start = part.at_beginning(rate, Value.exact(first, percent), Y2016, part.cite(0, "x"))  # type: ignore[assignment]
    end = part.at_end(rate, Value.exact("25.55", percent), Y2018, part.cite(2, "x"), **more)  # type: ignore[arg-type]
    target = part.target(rate, wanted, SPAN, TimeCollection.WITHIN, baseline=start)
    if claimed is None:
        return assembled(part), target, end
    claim = part.change(rate, Absent.NOT_STATED, Absent.NOT_STATED, claimed, part.cite(4, "x"), time=SPAN)
    return assembled(part), target, claim


def judged(*arguments: object, **more: object) -> Assessment:
    review, target, actual = case(*arguments, **more)  # type: ignore[arg-type]
    return assess(target, actual, review)


PER_YEAR = percentage_point / year


@pytest.mark.parametrize(
    ("wanted", "outcome"),
    [
        (Change.exact("-14", percentage_point), Outcome.MET),
        (Change.exact("-15", percentage_point), Outcome.NOT_MET),
        (Change.exact("-14.85", percentage_point), Outcome.CANNOT_TELL),
        (Change.exact("-4.9", PER_YEAR), Outcome.MET),
        (Change.between("-3", "-2", PER_YEAR), Outcome.MET),
        (Change.between("-6", "-5", PER_YEAR), Outcome.NOT_MET),
        (Change.over("-4.9", PER_YEAR), Outcome.MET),
        (RelativeChange.exact("-36", percent), Outcome.MET),
        (RelativeChange.exact("-37", percent), Outcome.NOT_MET),
        (RelativeChange.exact("-12", percent / year), Outcome.MET),
        (RelativeChange.exact("-13", percent / year), Outcome.CANNOT_TELL),  # met if compound, not met if simple
        (RelativeChange.exact("-15", percent / year), Outcome.NOT_MET),
    ],
    ids=str,
)
def test_a_planned_change_is_compared_with_the_change_from_its_baseline(
    wanted: Change | RelativeChange, outcome: Outcome
) -> None:
    assert judged(wanted).outcome is outcome


def test_the_attainment_of_a_planned_change_is_a_percentage_of_the_change() -> None:
    found = judged(Change.exact("-10", percentage_point))
    assert (str(found.attainment), str(found.margin), found.formula) == (
        "[148.400, 148.600]",
        "[4.840, 4.860]",
        Formula.AT_MOST,
    )
    assert found.progress == found.attainment


@pytest.mark.parametrize(
    ("better", "wanted", "outcome"),
    [
        (DOWN, Value.between(26, 30, percent), Outcome.MET),  # better than the range
        (UP, Value.between(26, 30, percent), Outcome.NOT_MET),
        (UP, Value.between(20, 25, percent), Outcome.MET),
        (Absent.NOT_STATED, Value.between(26, 30, percent), Outcome.NOT_MET),
        (Absent.NOT_STATED, Value.between(25, 30, percent), Outcome.MET),
        (UP, Value.under(30, percent), Outcome.MET),
    ],
)
def test_a_range_is_also_met_beyond_its_better_end(better: Direction | Absent, wanted: Value, outcome: Outcome) -> None:
    review, target, actual = case(wanted, better=better)
    assert isinstance(actual, Observation)
    assert (
        assess(attrs.evolve(target, time=Y2018, time_collection=TimeCollection.END), actual, review).outcome is outcome
    )


@pytest.mark.parametrize(
    ("claimed", "result"),
    [
        (Change.exact("-4.95", PER_YEAR), Outcome.MET),
        (Change.exact("-1.95", PER_YEAR), Outcome.NOT_MET),
        (Change.about("-2", PER_YEAR), Outcome.CANNOT_TELL),
        (Change.exact("-4.95", percentage_point), Reason.OTHER_FORM),
        (RelativeChange.exact("-4.95", percent / year), Reason.OTHER_FORM),
    ],
    ids=str,
)
def test_a_planned_change_is_compared_with_a_claimed_change(
    claimed: Change | RelativeChange, result: Outcome | Reason
) -> None:
    found = judged(Change.between("-3", "-2", PER_YEAR), claimed=claimed)
    assert result in (found.outcome, found.reason)


@pytest.mark.parametrize(
    ("reached", "outcome"),
    [(350, Outcome.MET), (250, Outcome.CANNOT_TELL), (150, Outcome.NOT_MET)],
)
def test_a_planned_multiple_is_met_if_it_is_in_every_reading(reached: int, outcome: Outcome) -> None:
    """*Tăng 2 lần* from 100: to 200, or by 200."""
    part = part_of()
    jobs = part.stock("jobs", person, en="Jobs", vi="Việc làm", better=UP)
    first = part.at_end(jobs, Value.exact(100, person), Y2016, part.cite(0, "x"))
    last = part.at_end(jobs, Value.exact(reached, person), Y2018, part.cite(2, "x"))
    twice = RelativeChange.exact("2", times, form="increase_times")
    target = part.target(jobs, twice, Y2018, TimeCollection.END, baseline=first)
    assert assess(target, last, assembled(part)).outcome is outcome


def test_a_claimed_change_does_not_show_whether_a_level_is_reached() -> None:
    assert judged(Value.exact(30, percent), claimed=Change.exact("-4.95", PER_YEAR)).reason is Reason.OTHER_FORM


def test_without_a_usable_baseline_the_reason_is_given() -> None:
    wanted = Change.exact("-14", percentage_point)
    assert judged(wanted, first=None).reason is Reason.TARGET_OF_CHANGE
    assert judged(wanted, standard="VN-POVERTY:2016-2020").reason is Reason.BASELINE_NOT_COMPARABLE
    assert judged(wanted, better=Absent.NOT_STATED).reason is Reason.NO_DIRECTION
    review, target, actual = case(wanted)
    assert assess(attrs.evolve(target, time=Y2016), actual, review).reason is Reason.OTHER_TIME
    assert assess(attrs.evolve(target, value=Change.about("-2", percentage_point)), actual, review).reason is (
        Reason.TARGET_UNCLEAR
    )


@pytest.mark.parametrize(
    ("first", "last", "progress"),
    [
        ("VN-POVERTY:2016-2020", "VN-POVERTY:2016-2020", True),
        ("VN-POVERTY:2011-2015", "VN-POVERTY:2016-2020", Reason.BASELINE_NOT_COMPARABLE),
        (Absent.NOT_STATED, "VN-POVERTY:2016-2020", Reason.BASELINE_NOT_COMPARABLE),
    ],
)
def test_there_is_no_progress_from_a_baseline_that_is_not_comparable(
    first: str | Absent, last: str, progress: bool | Reason
) -> None:
    part = part_of()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo", better=DOWN)
    start = part.at_end(poor, Value.exact(400, household), Y2016, part.cite(0, "x"), standard=first)
    end = part.at_end(poor, Value.exact(300, household), Y2018, part.cite(2, "x"), standard=last)
    target = part.target(poor, Value.exact(200, household), Y2018, TimeCollection.END, baseline=start)
    found = assess(target, end, assembled(part))
    assert found.outcome is Outcome.NOT_MET
    assert (found.progress.contains(50) if isinstance(found.progress, Interval) else found.progress) == progress


@pytest.mark.parametrize(
    ("planned", "counted", "result"),
    [
        ("VN-POVERTY:2016-2020", "VN-POVERTY:2011-2015", Reason.OTHER_STANDARD),
        ("VN-POVERTY:2016-2020", "VN-POVERTY:2016-2020", Outcome.MET),
        ("VN-POVERTY:2016-2020", Absent.NOT_STATED, Outcome.MET),
        (Absent.NOT_STATED, "VN-POVERTY:2011-2015", Outcome.MET),
    ],
)
def test_a_level_under_another_standard_than_the_target_is_not_compared(
    planned: str | Absent, counted: str | Absent, result: Outcome | Reason
) -> None:
    part = part_of()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo", better=DOWN, standard=planned)
    end = part.at_end(poor, Value.exact(300, household), Y2018, part.cite(2, "x"), standard=counted)
    target = part.target(poor, Value.exact(350, household), Y2018, TimeCollection.END)
    found = assess(target, end, assembled(part))
    assert result in (found.outcome, found.reason)


@pytest.mark.parametrize(
    ("planned", "claimed", "result"),
    [
        (PriceBasis.CURRENT, PriceBasis.CONSTANT, Reason.OTHER_PRICES),
        (Absent.NOT_STATED, PriceBasis.CONSTANT, Reason.OTHER_PRICES),
        (PriceBasis.CONSTANT, PriceBasis.CURRENT, Reason.OTHER_PRICES),
        (PriceBasis.CONSTANT, PriceBasis.CONSTANT, Outcome.MET),
        (PriceBasis.CONSTANT, Absent.NOT_STATED, Outcome.MET),
        (Absent.NOT_STATED, PriceBasis.CURRENT, Outcome.MET),
        (Absent.NOT_STATED, Absent.NOT_STATED, Outcome.MET),
    ],
)
def test_a_claimed_change_in_other_prices_than_the_target_is_not_compared(
    planned: PriceBasis | Absent, claimed: PriceBasis | Absent, result: Outcome | Reason
) -> None:
    part = part_of()
    since = Absent.NOT_STATED if planned is PriceBasis.CONSTANT else Absent.NOT_APPLICABLE
    income = part.flow("income", VND, en="Income", vi="Thu nhập", better=UP, price_basis=planned, price_period=since)
    target = part.target(income, RelativeChange.exact(7, percent), Y2018, TimeCollection.TOTAL)
    growth, gone = RelativeChange.exact(8, percent), Absent.NOT_STATED
    claim = part.change(income, gone, gone, growth, part.cite(4, "x"), time=Y2018, price_basis=claimed)
    found = assess(target, claim, assembled(part))
    assert result in (found.outcome, found.reason)


@pytest.mark.parametrize(
    ("reached", "outcome"), [(90, Outcome.MET), (120, Outcome.CANNOT_TELL), (200, Outcome.NOT_MET)]
)
def test_a_planned_fall_by_a_multiple_is_judged_in_the_readings_with_a_size(reached: int, outcome: Outcome) -> None:
    """*Giảm 2 lần* from 300: to 150, or to 100; a fall on 2 occasions has no size."""
    part = part_of()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo", better=DOWN)
    first = part.at_end(poor, Value.exact(300, household), Y2016, part.cite(0, "x"))
    last = part.at_end(poor, Value.exact(reached, household), Y2018, part.cite(2, "x"))
    halved = RelativeChange.exact("2", times, form="decrease_times")
    target = part.target(poor, halved, Y2018, TimeCollection.END, baseline=first)
    assert assess(target, last, assembled(part)).outcome is outcome


@pytest.mark.parametrize(
    "wanted",
    [Value.exact(26, percent), Change.exact("-14", percentage_point), RelativeChange.exact("-36", percent)],
    ids=str,
)
@pytest.mark.parametrize(("size", "outcome"), [("1.2", Outcome.CANNOT_TELL), ("0.1", Outcome.MET)])
def test_a_target_that_is_met_only_without_the_sampling_error_is_not_certainly_met(
    wanted: Value | Change | RelativeChange, size: str, outcome: Outcome
) -> None:
    error = SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal(size))
    review, target, actual = case(wanted, sampling_error=error)
    collection = TimeCollection.END if isinstance(wanted, Value) else TimeCollection.WITHIN
    target = attrs.evolve(target, time=Y2018, time_collection=collection)
    assert assess(target, actual, review).outcome is outcome


@pytest.mark.parametrize(("size", "reason"), [(1, Absent.NOT_APPLICABLE), (6, Reason.MAY_BE_ZERO)])
def test_a_planned_percentage_of_a_level_that_may_be_zero_is_not_assessed(size: int, reason: Absent | Reason) -> None:
    part = part_of()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo", better=DOWN)
    error = SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal(size))
    first = part.at_end(poor, Value.exact(5, household), Y2016, part.cite(0, "x"), sampling_error=error)
    last = part.at_end(poor, Value.exact(4, household), Y2018, part.cite(2, "x"))
    target = part.target(poor, RelativeChange.exact(-10, percent), Y2018, TimeCollection.END, baseline=first)
    assert assess(target, last, assembled(part)).reason is reason


def test_a_change_per_year_needs_time_between_its_levels() -> None:
    """Both are of some day of 2018."""
    part = part_of()
    rate = part.rate("rate", percent, en="Rate", vi="Tỷ lệ", better=DOWN)
    first = part.within(rate, Value.exact(20, percent), Y2018, part.cite(0, "x"))
    last = part.within(rate, Value.exact(15, percent), Y2018, part.cite(2, "x"))
    planned = Change.exact(-2, percentage_point / year)
    target = part.target(rate, planned, Y2018, TimeCollection.WITHIN, baseline=first)
    assert assess(target, last, assembled(part)).reason is Reason.NO_TIME_PASSED


def test_a_change_per_year_is_assessed_before_its_time_is_over() -> None:
    review, target, actual = case(Change.exact("-4", PER_YEAR))
    longer = attrs.evolve(target, time=Period.years(2016, 2020))
    assert assess(longer, actual, review).outcome is Outcome.MET
    in_all = attrs.evolve(longer, value=Change.exact("-20", percentage_point))
    assert assess(in_all, actual, review).reason is Reason.OTHER_TIME


def test_a_target_of_a_category_is_compared_with_that_category_only() -> None:
    part = part_of()
    jobs = part.flow("jobs", person, en="Jobs", vi="Việc làm", better=UP)
    every = part.total(jobs, Value.exact(1500, person), Y2018, part.cite(0, "x"))
    women = part.total(jobs, Value.exact(600, person), Y2018, part.cite(2, "x"), breakdown=("sex:female",))
    wanted = Value.exact(500, person)
    target = part.target(jobs, wanted, Y2018, TimeCollection.TOTAL, breakdown=("sex:female",))
    review = assembled(part)
    assert assess(target, women, review).outcome is Outcome.MET
    assert assess(target, every, review).reason is Reason.OTHER_CATEGORY
    assert assess(attrs.evolve(target, breakdown=()), women, review).reason is Reason.PART_ONLY


def test_the_level_of_a_net_flow_is_no_planned_change() -> None:
    part = part_of()
    net = part.flow("net-migration", person, net=True, en="Net migration", vi="Di cư thuần", better=UP)
    actual = part.total(net, Change.exact(-1200, person), Y2018, part.cite(0, "x"))
    target = part.target(net, Change.exact(-1000, person), Y2018, TimeCollection.TOTAL)
    found = assess(target, actual, assembled(part))
    assert (found.outcome, str(found.margin), found.attainment) == (
        Outcome.NOT_MET,
        "[-200, -200]",
        Reason.NEGATIVE_PLAN,
    )


def test_a_change_per_year_of_a_net_flow_is_a_planned_change() -> None:
    part = part_of()
    net = part.flow("net-migration", person, net=True, en="Net migration", vi="Di cư thuần", better=UP)
    first = part.total(net, Change.exact(1000, person), Y2016, part.cite(0, "x"))
    last = part.total(net, Change.exact(1500, person), Y2018, part.cite(2, "x"))
    wanted = Change.exact(200, person / year)
    target = part.target(net, wanted, Y2018, TimeCollection.TOTAL, baseline=first)
    assert assess(target, last, assembled(part)).outcome is Outcome.MET


def test_a_planned_level_of_a_net_flow_is_stated_as_a_change() -> None:
    part = part_of()
    net = part.flow("net-migration", person, net=True, en="Net migration", vi="Di cư thuần", better=UP)
    part.target(net, Value.exact(1000, person), Y2018, TimeCollection.TOTAL)
    with pytest.raises(ReviewError, match="a net flow is stated as a change"):
        assembled(part)


@pytest.mark.parametrize(("place", "outcome"), [(9, Outcome.MET), (10, Outcome.MET), (11, Outcome.NOT_MET)])
def test_a_rank_is_better_if_it_is_lower_and_has_no_percentage(place: int, outcome: Outcome) -> None:
    part = part_of()
    index = part.rate("pci-rank", rank, en="PCI rank", vi="Thứ hạng PCI")
    actual = part.within(index, Value.exact(place, rank), Y2018, part.cite(0, "x"))
    target = part.target(index, Value.exact(10, rank), Y2018, TimeCollection.WITHIN)
    found = assess(target, actual, assembled(part))
    assert (found.outcome, found.attainment) == (outcome, Reason.RANK)


def test_no_plan_is_derived_from_a_suppressed_figure_or_a_planned_change() -> None:
    part = part_of()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo", better=DOWN)
    hidden = part.at_end(poor, Absent.NOT_STATED, Y2018, part.cite(0, "x"), statuses=(Status.SUPPRESSED,))
    level = part.target(poor, Absent.NOT_STATED, Y2018, TimeCollection.END)
    one = part.attainment(hidden, level, Attainment.exact(81, percent), part.cite(2, "x"))
    known = part.at_end(poor, Value.exact(100, household), Y2016, part.cite(4, "x"))
    fall = part.target(poor, Change.exact(-20, household), Y2018, TimeCollection.END)
    two = part.attainment(known, fall, Attainment.exact(81, percent), part.cite(6, "x"))
    review = assembled(part)
    assert implied_target(one, review) is Reason.ACTUAL_NOT_STATED
    assert implied_target(two, review) is Reason.TARGET_OF_CHANGE
    assert assess(level, hidden, review).reason is Reason.ACTUAL_NOT_STATED


def test_no_plan_is_derived_from_a_rank_and_no_progress_from_a_baseline_without_a_number() -> None:
    part = part_of()
    index = part.rate("pci-rank", rank, en="PCI rank", vi="Thứ hạng PCI")
    hidden = part.within(index, Absent.NOT_STATED, Y2016, part.cite(0, "x"), statuses=(Status.SUPPRESSED,))
    actual = part.within(index, Value.exact(9, rank), Y2018, part.cite(2, "x"))
    target = part.target(index, Value.exact(10, rank), Y2018, TimeCollection.WITHIN, baseline=hidden)
    claim = part.attainment(actual, target, Attainment.exact(81, percent), part.cite(4, "x"))
    review = assembled(part)
    assert implied_target(claim, review) is Reason.RANK
    assert assess(target, actual, review).progress is Reason.BASELINE_NOT_KNOWN


@pytest.mark.parametrize("stated", ["start", "end", "both", "none"])
def test_a_claimed_change_has_the_categories_of_its_last_stated_level(stated: str) -> None:
    """The levels of one claim may be for different categories; the last one counts."""
    part = part_of()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo", better=DOWN)
    old = part.at_beginning(poor, Value.exact(100, household), Y2016, part.cite(0, "x"), breakdown=("sex:female",))
    new = part.at_end(poor, Value.exact(80, household), Y2018, part.cite(2, "x"), breakdown=("sex:female",))
    change = part.change(
        poor,
        old if stated in ("start", "both") else Absent.NOT_STATED,
        new if stated in ("end", "both") else Absent.NOT_STATED,
        Change.exact(-20, household),
        part.cite(4, "x"),
        time=SPAN,
    )
    wanted = part.target(poor, Change.exact(-10, household), SPAN, TimeCollection.WITHIN)
    found = assess(wanted, change, assembled(part))
    assert found.reason is (Reason.PART_ONLY if stated != "none" else None) or isinstance(found.reason, Absent)


@pytest.mark.parametrize(
    ("first", "last", "met"),
    [(2016, 2018, True), (2017, 2018, True), (2016, 2016, True), (2015, 2018, False), (2017, 2019, False)],
)
def test_a_change_per_year_is_shown_by_a_claim_within_the_time_of_the_target(first: int, last: int, met: bool) -> None:
    part = part_of()
    rate = part.share("poverty", en="Poverty", vi="Tỷ lệ", better=DOWN)
    target = part.target(rate, Change.exact("-4.0", PER_YEAR), SPAN, TimeCollection.WITHIN)
    claimed = Change.exact("-4.9", PER_YEAR)
    time = Period.years(first, last)
    claim = part.change(rate, Absent.NOT_STATED, Absent.NOT_STATED, claimed, part.cite(0, "x"), time=time)
    found = assess(target, claim, assembled(part))
    assert (found.outcome is Outcome.MET, found.reason is Reason.OTHER_TIME) == (met, not met)
