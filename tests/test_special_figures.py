"""Records of figures that are not plain values: absent ones, net flows, planned changes, revisions, sampling errors."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from aseansc import (
    Absent,
    Change,
    ChangeClaim,
    Citation,
    Direction,
    Document,
    Indicator,
    IndicatorKind,
    Observation,
    Period,
    PriceBasis,
    RelativeChange,
    Review,
    Series,
    Status,
    Target,
    Text,
    TimeCollection,
    Value,
)
from aseansc.authoring import ReportPart, assemble
from aseansc.datasets import lai_chau
from aseansc.errors import FieldError, ReviewError, UndefinedResultError, UnknownNameError
from aseansc.frames import to_frame
from aseansc.observations import SamplingError, SamplingErrorForm
from aseansc.units import (
    VND,
    Unit,
    day,
    hectare,
    household,
    month,
    percent,
    percentage_point,
    person,
    rank,
    tonne,
    year,
)

YEAR = Period.year(2018)
CITATION = Citation(document="d", start=0, end=1, printed="1")
FLOW = Indicator(id="net-migration", name=Text(en="Net migration"), unit=person, kind=IndicatorKind.FLOW, net=True)
POOR = Indicator(id="poor", name=Text(en="Poor households"), unit=household, kind=IndicatorKind.STOCK)
RATE = Indicator(id="rate", name=Text(en="Poverty rate"), unit=percent, kind=IndicatorKind.RATE)


def observation(**fields: Any) -> Observation:
    usual: dict[str, Any] = {
        "id": "o",
        "indicator": "poor",
        "place": "VN-01",
        "value": Value.exact(5, household),
        "time": YEAR,
        "time_collection": TimeCollection.END,
        "citation": CITATION,
    }
    return Observation(**{**usual, **fields})


def target(value: Any, **fields: Any) -> Target:
    return Target(id="t", place="VN-01", value=value, **{"indicator": "rate", **fields})


def review(*observations: Observation, **records: Any) -> Review:
    return Review(
        id="r",
        title=Text(en="Review"),
        programme=Text(en="Programme"),
        place="VN-01",
        period=Period.years(2016, 2018),
        documents=[Document(id="d", title="D", sha256="0" * 64)],
        indicators=[FLOW, POOR, RATE],
        observations=observations,
        **records,
    )


# -- observations without a value


@pytest.mark.parametrize("status", [status for status in Status if status.is_absence])
def test_an_absent_value_has_a_status_that_says_why(status: Status) -> None:
    missing = observation(value=Absent.NOT_STATED, statuses=(status,))
    with pytest.raises(UndefinedResultError, match="the observation has no value"):
        review(missing).interval(missing)


def test_an_absent_value_needs_its_status_and_a_value_must_not_have_it() -> None:
    with pytest.raises(FieldError, match="absent without a status that says why"):
        observation(value=Absent.NOT_STATED)
    with pytest.raises(FieldError, match="given with a status of a missing value"):
        observation(statuses=(Status.SUPPRESSED,))
    with pytest.raises(FieldError, match="only an observation can have the status of a missing value"):
        target(Absent.NOT_STATED, statuses=(Status.MISSING,))


def test_a_series_keeps_observations_without_a_value() -> None:
    missing = observation(id="a", value=Absent.NOT_STATED, statuses=(Status.MISSING,), time=Period.year(2017))
    series = Series(indicator="poor", place="VN-01", observations=(observation(), missing))
    assert (series.first, series.last, len(series)) == (missing, observation(), 2)
    assert series.unit == household
    assert list(series) == [missing, observation()]
    with pytest.raises(UndefinedResultError, match="the series is empty"):
        Series(indicator="poor", place="VN-01", observations=()).first  # noqa: B018


def test_a_missing_figure_with_a_sampling_error_of_zero_is_in_the_frame() -> None:
    error = SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal(0))
    missing = observation(value=Absent.NOT_STATED, statuses=(Status.MISSING,), sampling_error=error)
    (row,) = to_frame(review(missing), "pyarrow").to_pylist()
    assert (row["obs_value"], row["sampling_error"], row["unit_mult"]) == (None, 0, 0)


# -- net flows


def test_a_net_flow_holds_changes_which_may_be_negative() -> None:
    net = observation(
        indicator="net-migration", value=Change.exact(-1200, person), time_collection=TimeCollection.TOTAL
    )
    assert review(net).interval(net).contains(-1200)
    with pytest.raises(ReviewError, match="a net flow is stated as a change"):
        review(evolve(net, value=Value.exact(1200, person)))
    with pytest.raises(ReviewError, match="only a net flow is stated as a change"):
        review(observation(value=Change.exact(5, household)))
    with pytest.raises(FieldError, match="only a flow can be net"):
        evolve(POOR, net=True)


# -- targets


@pytest.mark.parametrize(
    "value",
    [
        Change.between("-3", "-2", percentage_point / year),
        Change.exact("-2", percentage_point),
        RelativeChange.exact("-5", percent / year),
        Value.under("5", percent),
    ],
)
def test_a_target_may_be_a_value_or_a_change_of_its_indicator(value: Any) -> None:
    wanted = target(value, breakdown=["sex:female"])
    assert review(targets=(wanted,)).target("t") == wanted


@pytest.mark.parametrize(
    ("unit", "wrong"),
    [
        (percent, household),
        (percent, percentage_point / person),
        (percent, percentage_point / month / day),
        (tonne / hectare, tonne),
        (tonne / hectare, tonne / year),
    ],
    ids=str,
)
def test_a_planned_change_must_be_in_the_unit_of_its_indicator(unit: Unit, wrong: Unit) -> None:
    with pytest.raises(ReviewError, match="the planned change is not in the unit of its indicator"):
        evolve(review(), indicators=[evolve(RATE, unit=unit)], targets=[target(Change.exact(2, wrong))])


# -- revisions, prices, sampling errors, ranks


def test_a_revision_is_of_the_same_indicator_and_place_and_not_in_a_cycle() -> None:
    early, late = observation(), observation(id="late", revises="o")
    assert review(early, late).observation("late").revises == "o"
    with pytest.raises(ReviewError, match="another indicator or place"):
        review(early, evolve(late, place="VN-02"))
    with pytest.raises(ReviewError, match="revise each other in a cycle"):
        review(evolve(early, revises="late"), late)
    with pytest.raises(ReviewError, match="no such observation"):
        review(late)


def test_a_change_has_a_base_period_only_in_constant_prices() -> None:
    fields: dict[str, Any] = {
        "id": "c",
        "indicator": "grdp",
        "place": "VN-01",
        "time": YEAR,
        "citation": CITATION,
        "value": RelativeChange.exact("7.3", percent),
        "price_period": Period.year(2010),
    }
    assert ChangeClaim(**fields, price_basis=PriceBasis.CONSTANT).price_period == Period.year(2010)
    with pytest.raises(FieldError, match="a base period needs constant prices"):
        ChangeClaim(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"form": SamplingErrorForm.MARGIN},
        {"form": SamplingErrorForm.MARGIN, "size": Decimal(-1)},
        {"form": SamplingErrorForm.INTERVAL, "size": Decimal(1)},
        {"form": SamplingErrorForm.INTERVAL, "lower": Decimal(2), "upper": Decimal(1)},
        {"form": SamplingErrorForm.STANDARD_ERROR, "size": Decimal("NaN")},
        {"form": SamplingErrorForm.MARGIN, "size": Decimal(1), "confidence": Decimal(101)},
    ],
)
def test_a_sampling_error_has_the_fields_of_its_form(fields: dict[str, Any]) -> None:
    with pytest.raises(FieldError):
        SamplingError(**fields)


def test_the_first_rank_is_the_best() -> None:
    ranked = Indicator(id="pci", name=Text(en="Rank"), unit=rank, kind=IndicatorKind.RATE)
    assert ranked.improvement is Direction.DOWN
    assert evolve(ranked, better=Direction.UP).improvement is Direction.UP
    assert not rank.is_additive


def test_a_part_limited_to_a_category_can_be_a_share_of_its_own_indicator() -> None:
    part = ReportPart(document="d", place="VN-01", period=YEAR)
    jobs = part.flow("jobs", person, en="Jobs", vi="Việc làm")
    everybody = part.total(jobs, Value.exact(1500, person), YEAR, part.cite(0, "1500"))
    women = part.total(jobs, Value.exact(600, person), YEAR, part.cite(5, "600"), breakdown=("sex:female",))
    part.share_of(women, jobs, Value.exact(40, percent), part.cite(9, "40"))
    names: dict[str, Any] = {"id": "r", "title": Text(en="R"), "programme": Text(en="P")}
    documents = [Document(id="d", title="D", sha256="0" * 64)]
    assert assemble(part, documents=documents, **names).claim("jobs.2018.share")
    part.share_of(everybody, jobs, Value.exact(100, percent), part.cite(12, "100"))
    with pytest.raises(ReviewError, match="the part and the whole are the same indicator"):
        assemble(part, documents=documents, **names)


# -- in the hand


def test_a_review_is_a_collection_of_indicators() -> None:
    held = lai_chau.load()
    assert held["poverty-rate"] is held.indicator("poverty-rate")
    assert "poverty-rate" in held
    assert held["poverty-rate"] in held
    assert POOR not in held
    assert 5 not in held
    assert list(held) == list(held.indicators)
    assert len(held) == len(held.indicators)
    with pytest.raises(UnknownNameError, match="poverty-rate"):
        held["poverty-rat"]
    with pytest.raises(KeyError):
        held["nothing-like-it"]
    assert bool(evolve(review(), indicators=())) is True


@pytest.mark.parametrize("words", ["Trẻ em", "tre em", "TRẺ EM", "trẻ  em"])
def test_a_search_ignores_case_and_missing_diacritics(words: str) -> None:
    found = [record.id for record in lai_chau.load().search(words)]
    assert "child-friendly-communes" in found
    assert found == [record.id for record in lai_chau.load().search("trẻ em")]


def test_a_search_with_diacritics_wants_them() -> None:
    held = lai_chau.load()
    assert held.search("hộ ngheo") == ()
    assert {type(record) for record in held.search("nghèo")} >= {Indicator, Observation}
    with pytest.raises(FieldError, match="nothing to search for"):
        held.search(" ")
    with pytest.raises(FieldError):
        held.search(5)  # type: ignore[arg-type]


def test_possible_values_can_be_asked_in_another_unit() -> None:
    money = Indicator(id="m", name=Text(en="Money"), unit=VND, kind=IndicatorKind.FLOW)
    paid = observation(indicator="m", value=Value.exact(5, VND), time_collection=TimeCollection.TOTAL)
    held = evolve(review(), indicators=(money,), observations=(paid,))
    assert held.interval_in(paid, VND) == held.interval(paid)
