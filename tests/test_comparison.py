"""Comparisons of two reviews: restatements, two places, and figures that are not comparable."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given

from aseansc import Absent, Period, Review, Text, Value
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.comparability import definitions_differ
from aseansc.comparison import ComparisonOutcome, Refusal, compare_reviews
from aseansc.datasets import lai_chau
from aseansc.errors import FieldTypeError
from aseansc.indicators import IndicatorKind, PriceBasis, Statistic
from aseansc.observations import SamplingError, SamplingErrorForm
from aseansc.strategies import reviews
from aseansc.units import VND, Unit, household, percent, person

TEXT = "x" * 40
YEAR = Period.year(2018)


def review(count: str, *, place: str = "VN-01", period: Period = YEAR, more: bool = False) -> Review:
    part = ReportPart(document="report", place=place, period=period)
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    rate = part.share("rate", en="Rate", vi="Tỷ lệ")
    part.stock("new" if more else "old", household, en="Other", vi="Khác")
    part.at_end(poor, Value.parse(f"{count} household"), period, part.cite(0, "x"))
    part.at_end(rate, Value.exact("25.5", percent), period, part.cite(2, "x"))
    return assemble(
        part,
        id="case",
        title=Text(en="Case"),
        programme=Text(en="Programme"),
        documents=[Document(id="report", title="Report", sha256=sha256_of(TEXT), lang="vi")],
    )


def outcomes(one: Review, other: Review) -> list[tuple[str, str, str]]:
    return [
        (item.indicator, item.outcome.value, item.refusal.value if item.refusal else str(item.difference))
        for item in compare_reviews(one, other).figures
    ]


def test_the_same_figure_agrees_or_is_restated() -> None:
    assert outcomes(review("100"), review("over 90")) == [
        ("poor", "agrees", "(-10, ∞)"),
        ("rate", "agrees", "[-0.10, 0.10]"),
    ]
    assert outcomes(review("100"), review("101"))[0] == ("poor", "restated", "[1, 1]")


def test_two_places_are_compared() -> None:
    found = compare_reviews(review("100"), review("150", place="VN-02"))
    assert [(item.outcome, str(item.difference), item.unit) for item in found.figures] == [
        (ComparisonOutcome.COMPARED, "[50, 50]", "household"),
        (ComparisonOutcome.COMPARED, "[-0.10, 0.10]", "percentage_point"),
    ]


def test_figures_for_different_times_are_not_compared() -> None:
    assert outcomes(review("100"), review("100", period=Period.year(2017))) == []


def test_indicators_of_only_one_review_are_listed() -> None:
    found = compare_reviews(review("100"), review("100", more=True))
    assert (found.only_first, found.only_second) == (("old",), ("new",))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"unit": person}, Refusal.UNIT),
        ({"unit": VND, "price_basis": PriceBasis.CURRENT}, Refusal.UNIT),
        ({"kind": "rate"}, Refusal.KIND),
        ({"kind": "rate", "denominator": "rate"}, Refusal.KIND),
    ],
)
def test_indicators_that_differ_are_not_comparable(changes: dict[str, object], refusal: Refusal) -> None:
    mine, theirs = review("100"), review("100")
    if "kind" in changes:
        changes = {**changes, "kind": IndicatorKind(changes["kind"])}
    indicator = attrs.evolve(theirs.indicators[0], **changes)
    without = [item for item in theirs.observations if item.indicator != "poor"]
    other = attrs.evolve(theirs, indicators=(indicator, *theirs.indicators[1:]), observations=without)
    assert outcomes(mine, other)[0] == ("poor", "refused", refusal.value)


def test_net_and_gross_flows_are_not_comparable() -> None:
    mine = review("100")
    flow = attrs.evolve(mine.indicators[0], kind=IndicatorKind.FLOW)
    assert definitions_differ(flow, attrs.evolve(flow, net=True)) == "net"
    assert definitions_differ(flow, flow) == ""


def test_different_prices_base_periods_statistics_and_structures_are_not_comparable() -> None:
    mine = review("100")
    price = attrs.evolve(mine.indicators[2], unit=VND, price_basis=PriceBasis.CURRENT)
    index = attrs.evolve(mine.indicators[2], base_period=Period.year(2010))
    for own, changes, refusal in (
        (price, {"price_basis": PriceBasis.CONSTANT, "price_period": Period.year(2010)}, "price_basis"),
        (index, {"base_period": Period.year(2014)}, "base_period"),
        (attrs.evolve(index, statistic=Statistic.MEAN), {"statistic": Statistic.MEDIAN}, "statistic"),
    ):
        one = attrs.evolve(mine, indicators=(*mine.indicators[:2], own))
        other = attrs.evolve(mine, indicators=(*mine.indicators[:2], attrs.evolve(own, **changes)))
        assert outcomes(one, other)[-1] == ("old", "refused", refusal)
    structured = attrs.evolve(mine.indicators[1], numerator="poor")
    other = attrs.evolve(mine, indicators=(mine.indicators[0], structured, mine.indicators[2]))
    assert outcomes(mine, other)[-1] == ("rate", "refused", "structure")


@pytest.mark.parametrize(
    ("first", "second", "outcome", "comparability"),
    [
        ("VN-POVERTY:2011", "VN-POVERTY:2011", "agrees", "comparable"),
        (Absent.NOT_STATED, Absent.NOT_STATED, "agrees", "comparable"),
        ("VN-POVERTY:2011", Absent.NOT_STATED, "agrees", "conditional"),
        ("VN-POVERTY:2011", "VN-POVERTY:2016", "refused", "different"),
    ],
)
def test_figures_under_different_standards_are_not_comparable(
    first: str | Absent, second: str | Absent, outcome: str, comparability: str
) -> None:
    mine = review("100")
    one, other = (
        attrs.evolve(mine, observations=(attrs.evolve(mine.observations[0], standard=item), *mine.observations[1:]))
        for item in (first, second)
    )
    found = compare_reviews(one, other).figures[0]
    assert (found.outcome.value, found.comparability.value) == (outcome, comparability)
    assert (found.refusal is Refusal.STANDARD) is (outcome == "refused")


@pytest.mark.parametrize(("margin", "outcome"), [("2", "agrees"), ("0.5", "restated")])
def test_figures_agree_within_the_sampling_error(margin: str, outcome: str) -> None:
    mine = review("100")
    error = SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal(margin))
    survey = attrs.evolve(mine.observations[1], value=Value.exact("27.0", percent), sampling_error=error)
    found = compare_reviews(mine, attrs.evolve(mine, observations=(mine.observations[0], survey))).figures[1]
    assert (found.outcome.value, str(found.difference)) == (outcome, "[1.40, 1.60]")


def test_different_collections_and_boundaries_are_not_comparable() -> None:
    from aseansc import TimeCollection

    mine = review("100")
    within = attrs.evolve(mine.observations[0], time_collection=TimeCollection.WITHIN)
    assert outcomes(mine, attrs.evolve(mine, observations=(within, mine.observations[1])))[0] == (
        "poor",
        "refused",
        "collection",
    )
    late = Period.year(2026)
    gone = review("100", place="VN-01-110", period=late)
    assert outcomes(gone, gone)[0] == ("poor", "refused", "boundaries")
    before, since = (review("100", place=place) for place in ("VN-25", "VN-2025-44"))
    for pair in ((before, since), (since, before)):
        assert outcomes(*pair)[0] == ("poor", "refused", "boundaries")
    assert outcomes(since, since)[0] == ("poor", "agrees", "[0, 0]")


@pytest.mark.parametrize("wrong", [None, 5])
def test_only_reviews_can_be_compared(wrong: object) -> None:
    for pair in ((lai_chau.load(), wrong), (wrong, lai_chau.load())):
        with pytest.raises(FieldTypeError):
            compare_reviews(*pair)  # type: ignore[arg-type]


@given(reviews())
def test_a_review_never_restates_itself(review: Review) -> None:
    """A review compared with itself agrees, for all figures that are stated once."""
    for item in compare_reviews(review, review).figures:
        assert item.outcome is not ComparisonOutcome.RESTATED or item.first != item.second


def test_one_unit_code_with_two_definitions_is_refused() -> None:
    def with_unit(unit: Unit) -> Review:
        part = ReportPart(document="report", place="VN-01", period=YEAR)
        part.at_end(part.stock("sites", unit, en="Sites", vi="Điểm"), Value.exact(5, unit), YEAR, part.cite(0, "x"))
        return attrs.evolve(
            assemble(
                part,
                id="case",
                title=Text(en="Case"),
                programme=Text(en="Programme"),
                documents=[Document(id="report", title="Report", sha256=sha256_of(TEXT), lang="vi")],
                units=[unit],
            )
        )

    one, other = (Unit.counting("pagoda", en=en, vi="chùa") for en in ("pagoda", "tower"))
    assert outcomes(with_unit(one), with_unit(other)) == [("sites", "refused", "unit")]
    assert outcomes(with_unit(one), with_unit(one))[0][1] == "agrees"
