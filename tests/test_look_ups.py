"""Look-ups, series and selections of a review, and declarations of its units."""

from __future__ import annotations

import json as plain_json
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given

from aseansc import (
    Absent,
    AsOf,
    Frequency,
    Indicator,
    IndicatorKind,
    Review,
    Section,
    Series,
    Status,
    TimeCollection,
    Value,
)
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft
from aseansc.errors import DocumentError, DraftError, FieldError, FieldTypeError, ReviewError, UnknownNameError
from aseansc.interchange import json
from aseansc.strategies import reviews, reviews_with_texts
from aseansc.units import hectare, household, person
from tests.test_reviews import ALL, DOCUMENT, OTHER, POOR, RATE, SCHOOL, change, observe, review, target, text


def test_select() -> None:
    sections = [
        Section(id="top", name=text("Top")),
        Section(id="below", name=text("Below"), broader="top"),
        Section(id="other", name=text("Other")),
    ]
    held = review(
        sections=sections,
        indicators=[evolve(POOR, section="below"), evolve(ALL, section="other"), RATE],
        observations=[
            observe(start=4, statuses=[Status.ESTIMATED]),
            observe("households", start=2, place="VN"),
        ],
        claims=[change()],
    )
    ids = lambda **by: [figure.id for figure in held.select(**by)]  # noqa: E731
    assert ids() == ["households.2", "poor.4", "c"]
    assert ids(indicator="poor") == ["poor.4", "c"]
    assert ids(section="top") == ids(section="below") == ["poor.4", "c"]
    assert ids(place="VN") == ["households.2"]
    assert ids(status="estimated") == ids(status=Status.ESTIMATED) == ["poor.4"]
    assert ids(indicator="poor", place="VN") == []
    for wrong in ({"indicator": "por"}, {"place": "VN-02"}, {"section": "tp"}):
        with pytest.raises(UnknownNameError):
            held.select(**wrong)  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="Did you mean 'estimated'"):
        held.select(status="estimate")


def test_targets_without_a_value_are_not_figures_and_uncited_ones_come_last() -> None:
    held = review(
        observations=[observe()],
        targets=[target(), target(id="u", value=Value.exact(9, household))],
    )
    assert [figure.id for figure in held.figures()] == ["poor.0", "u"]


def test_a_series_is_in_time_order_with_one_time_collection() -> None:
    held = review(
        observations=[
            observe(start=1),
            observe(start=3, time_collection=TimeCollection.WITHIN),
            observe(start=5, time_collection=TimeCollection.BEGINNING),
            observe(start=7, time=AsOf.parse("2018-06-01"), time_collection=TimeCollection.AT),
            observe(start=9, time_collection=TimeCollection.AVERAGE, per=Frequency.YEAR),
            observe(start=11, place="VN"),
            observe(start=13, breakdown=["sex:female"]),
        ]
    )
    with pytest.raises(FieldError, match="differ in time collection") as raised:
        held.series("poor")
    assert "collection=" in raised.value.hint
    assert [item.citation.start for item in held.series("poor", collection="average").observations] == [9]
    assert [item.citation.start for item in held.series("poor", place="VN").observations] == [11]
    assert [item.citation.start for item in held.series("poor", breakdown=("sex:female",)).observations] == [13]
    points = Series(
        indicator="poor", place="VN-01", observations=[item for item in held.observations if item.citation.start < 9]
    )
    assert [item.citation.start for item in points.observations] == [5, 3, 7, 1]
    assert points.unit == household
    assert held.series("households").unit is Absent.NOT_APPLICABLE
    with pytest.raises(UnknownNameError):
        held.series("x")


def test_verify_needs_the_document_if_there_are_several() -> None:
    two = review(documents=[DOCUMENT, evolve(DOCUMENT, id="other")])
    with pytest.raises(FieldError, match="the document is not specified"):
        two.verify("x")
    with pytest.raises(UnknownNameError):
        two.verify("x", "oter")
    assert two.verify("0123456789" * 10, "other").mismatches == ()
    with pytest.raises(FieldTypeError):
        two.verify(b"x")  # type: ignore[arg-type]
    assert review().verify("\ud800").mismatches[0].start == 0


def test_interval_needs_an_observation() -> None:
    with pytest.raises(FieldTypeError, match="Look it up"):
        review().interval("poor.0")  # type: ignore[arg-type]


def test_the_repr_of_a_review_is_one_line() -> None:
    assert repr(review(observations=[observe()])) == "<Review 'test': 5 indicators, 1 figures>"


def test_records_of_the_wrong_type_are_errors() -> None:
    with pytest.raises(FieldTypeError, match="observations"):
        review(observations=[POOR])
    with pytest.raises(FieldTypeError, match="indicators"):
        review(indicators="poor")
    with pytest.raises(FieldTypeError, match="period"):
        review(period=2018)
    with pytest.raises(FieldError, match="a code of letters"):
        review(id="Lai Châu")
    with pytest.raises(FieldTypeError, match="note"):
        review(note="a note")


@given(reviews())
def test_a_review_can_be_rebuilt_from_its_fields(held: Review) -> None:
    """`attrs.evolve` works, and every record can be looked up."""
    assert evolve(held) == held
    assert hash(evolve(held)) == hash(held)
    for observation in held.observations:
        assert held.observation(observation.id) is observation
        assert isinstance(observation.value, Absent) or held.interval(observation)


@given(reviews_with_texts())
def test_a_changed_character_of_a_cited_text_is_found(drawn: tuple[Review, str]) -> None:
    """`verify` finds no differences in the text itself, and some in any other."""
    held, source = drawn
    assert held.verify(source).mismatches == ()
    assert held.verify(source + "x").mismatches
    for figure in held.figures():
        if not isinstance(figure.citation, Absent):
            start = figure.citation.start
            changed = f"{source[:start]}\x00{source[start + 1 :]}"
            assert start in {mismatch.start for mismatch in held.verify(changed).mismatches[1:]}


@pytest.mark.parametrize(
    ("ask", "nearest"),
    [
        (lambda review: review.series("poverty-rat"), "poverty-rate"),
        (lambda review: review.series("poverty-rate", place="VN-99"), "VN-01"),
        (lambda review: review.series("poverty-rate", place=5), "VN-01"),
        (lambda review: review.series("poverty-rate", breakdown=("sex:femal",)), "sex:female"),
        (lambda review: review.select(indicator="poverty-rat"), "poverty-rate"),
        (lambda review: review.select(place="VN-0"), "VN-01"),
        (lambda review: review.select(place="VN-99"), "VN-01"),
        (lambda review: review.sections_within("povert"), "poverty"),
    ],
)
def test_the_error_of_a_failed_look_up_lists_what_the_review_has(ask: Any, nearest: str) -> None:
    review = lai_chau.load()
    figure = attrs.evolve(review.observations[0], id="of-women", breakdown=("sex:female",))
    with pytest.raises(UnknownNameError) as refused:
        ask(attrs.evolve(review, observations=(*review.observations, figure), mentions=()))
    assert nearest in str(refused.value)


def test_the_breakdown_of_a_series_must_be_a_sequence() -> None:
    with pytest.raises(FieldTypeError, match="categories in a tuple"):
        lai_chau.load().series("poverty-rate", breakdown="sex:female")  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="total"):
        lai_chau.load().series("poverty-rate", collection="totl")
    assert lai_chau.load().series("households").observations == ()


def test_a_unit_declared_twice_is_an_error() -> None:
    review = skeleton.load()
    for second in (SCHOOL, OTHER):
        with pytest.raises(ReviewError) as refused:
            attrs.evolve(review, units=(SCHOOL, second))
        (problem,) = refused.value.problems
        assert (problem.problem, problem.got, problem.where) == (
            "the unit is declared twice", "pagoda", "Review.units[1]",
        )  # fmt: skip
        with pytest.raises(DraftError, match="the unit is declared twice"):
            attrs.evolve(Draft.of(review), units=(SCHOOL, second)).finish()


def test_a_quotient_is_not_declared_because_its_parts_are() -> None:
    with pytest.raises(ReviewError, match="a quotient must not be declared"):
        attrs.evolve(skeleton.load(), units=(SCHOOL / hectare,))


def test_the_flows_of_a_stock_are_flows_in_its_unit() -> None:
    stock = Indicator(id="stock", name=text("Stock"), unit=household, kind=IndicatorKind.STOCK, inflows=["flow"])
    flow = Indicator(id="flow", name=text("Flow"), unit=household, kind=IndicatorKind.FLOW)
    held = skeleton.load()
    assert attrs.evolve(held, indicators=(*held.indicators, stock, flow)).indicator("stock") == stock
    for wrong in (evolve(flow, kind=IndicatorKind.STOCK), evolve(flow, unit=person)):
        with pytest.raises(ReviewError, match="not a flow that changes this stock"):
            attrs.evolve(held, indicators=(*held.indicators, stock, wrong))


def test_the_second_declaration_of_a_unit_in_a_document_is_an_error() -> None:
    document = plain_json.loads(json.dumps(attrs.evolve(skeleton.load(), units=(SCHOOL,))))
    document["units"] *= 2
    with pytest.raises(DocumentError) as refused:
        json.loads(plain_json.dumps(document))
    assert [problem.where for problem in refused.value.problems] == ["$.units[1]"]
