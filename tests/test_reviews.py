"""Reviews: validation across records, and look-ups."""

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
    Attainment,
    AttainmentClaim,
    Breakdown,
    Change,
    ChangeClaim,
    Citation,
    Document,
    Finding,
    FindingKind,
    Frequency,
    Indicator,
    IndicatorKind,
    Interval,
    Mention,
    MentionKind,
    Observation,
    Period,
    Review,
    Section,
    Series,
    ShareClaim,
    Status,
    Target,
    Text,
    TimeBasis,
    TimeCollection,
    Unit,
    Value,
)
from aseansc.citations import sha256_of
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft
from aseansc.errors import DocumentError, DraftError, FieldError, FieldTypeError, ReviewError, UnknownNameError
from aseansc.interchange import json
from aseansc.strategies import reviews, reviews_with_texts
from aseansc.units import VND, hectare, household, percent, person, square_kilometre

PERIOD = Period.years(2016, 2018)
DOCUMENT = Document(id="report", title="Report", sha256=sha256_of("0123456789" * 10))


def text(words: str) -> Text:
    return Text(en=words)


def cite(start: int, printed: str = "1") -> Citation:
    return Citation(document="report", start=start, end=start + len(printed), printed=printed)


POOR = Indicator(id="poor", name=text("Poor households"), unit=household, kind=IndicatorKind.STOCK)
ALL = Indicator(id="households", name=text("Households"), unit=household, kind=IndicatorKind.STOCK)
RATE = Indicator(
    id="rate",
    name=text("Poverty rate"),
    unit=percent,
    kind=IndicatorKind.RATE,
    bounds=Interval(lower=0, upper=100),
    numerator="poor",
    denominator="households",
)
VISITS = Indicator(id="visits", name=text("Visits"), unit=person, kind=IndicatorKind.FLOW)
AREA = Indicator(
    id="area", name=text("Area"), unit=hectare, kind=IndicatorKind.STOCK, bounds=Interval(lower=0, upper=500)
)


def observe(indicator: str = "poor", start: int = 0, **more: Any) -> Observation:
    defaults: dict[str, Any] = {
        "id": f"{indicator}.{start}",
        "place": "VN-01",
        "value": Value.exact(5, household),
        "time": Period.year(2018),
        "time_collection": TimeCollection.END,
        "citation": cite(start),
    }
    return Observation(indicator=indicator, **{**defaults, **more})


def review(**more: Any) -> Review:
    defaults: dict[str, Any] = {
        "id": "test",
        "title": text("Test"),
        "programme": text("Test"),
        "place": "VN-01",
        "period": PERIOD,
        "documents": [DOCUMENT],
        "indicators": [POOR, ALL, RATE, VISITS, AREA],
    }
    return Review(**{**defaults, **more})


def problems(**more: Any) -> list[str]:
    """Return the messages of all problems of an invalid review."""
    with pytest.raises(ReviewError) as raised:
        review(**more)
    assert isinstance(raised.value, ValueError)
    return [str(problem) for problem in raised.value.problems]


def target(**more: Any) -> Target:
    return Target(**{"id": "t", "indicator": "poor", "place": "VN-01", **more})


def change(**more: Any) -> ChangeClaim:
    defaults = {
        "id": "c",
        "indicator": "poor",
        "place": "VN-01",
        "value": Change.exact(-5, household),
        "time": PERIOD,
        "citation": cite(50),
    }
    return ChangeClaim(**{**defaults, **more})


def share(**more: Any) -> ShareClaim:
    defaults = {
        "id": "s",
        "place": "VN-01",
        "whole": "households",
        "value": Value.over(50, percent),
        "time": PERIOD,
        "citation": cite(60),
    }
    return ShareClaim(**{**defaults, **more})


def attainment(**more: Any) -> AttainmentClaim:
    defaults = {
        "id": "a",
        "place": "VN-01",
        "value": Attainment.exact(81, percent),
        "time": PERIOD,
        "citation": cite(70),
    }
    return AttainmentClaim(**{**defaults, **more})


SCHOOL = Unit.counting("pagoda", en="pagoda", vi="chùa")
OTHER = Unit.counting("pagoda", en="tower", vi="tháp")

WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("duplicate id of figures", {"observations": [observe(), observe()]}, "the id is used twice"),
    (
        "one id for an observation and a claim",
        {"observations": [observe(id="x")], "claims": [change(id="x")]},
        "the id of another Observation",
    ),
    ("duplicate indicator", {"indicators": [POOR, POOR]}, "the id is used twice"),
    ("duplicate document", {"documents": [DOCUMENT, DOCUMENT]}, "the id is used twice"),
    ("dangling indicator", {"observations": [observe("por")]}, "no such indicator; got 'por'. Did you mean 'poor'?"),
    ("dangling document", {"observations": [observe(citation=evolve(cite(0), document="x"))]}, "no such document"),
    ("dangling numerator", {"indicators": [evolve(RATE, numerator="pore"), POOR, ALL]}, "numerator: no such indicator"),
    ("dangling denominator", {"indicators": [evolve(RATE, denominator="x"), POOR]}, "denominator: no such indicator"),
    (
        "dangling part",
        {"indicators": [evolve(ALL, breakdowns=[Breakdown(parts=["x"], complete=True, disjoint=True)])]},
        "breakdowns: no such indicator",
    ),
    ("dangling section", {"indicators": [evolve(POOR, section="x")]}, "section: no such section"),
    (
        "dangling broader section",
        {"sections": [Section(id="a", name=text("A"), broader="b")]},
        "broader: no such section",
    ),
    ("dangling target", {"claims": [attainment(target="x")]}, "target: no such target"),
    ("dangling actual", {"claims": [attainment(actual="x")]}, "actual: no such observation"),
    ("dangling start", {"claims": [change(start="x")]}, "start: no such observation"),
    ("dangling end", {"claims": [change(end="x")]}, "end: no such observation"),
    ("dangling part of a share", {"claims": [share(part="x")]}, "part: no such observation"),
    ("dangling whole", {"claims": [share(whole="x")]}, "whole: no such indicator"),
    ("dangling baseline", {"targets": [target(baseline="x")]}, "baseline: no such observation"),
    (
        "dangling document of a finding",
        {"findings": [Finding(id="f", kind=FindingKind.RESULT, text=text("x"), document="x", start=0, end=5)]},
        "document: no such document",
    ),
    (
        "dangling indicator of a finding",
        {
            "findings": [
                Finding(
                    id="f", kind=FindingKind.RESULT, text=text("x"), indicator="x", document="report", start=0, end=5
                )
            ]
        },
        "indicator: no such indicator",
    ),
    (
        "unit that does not convert",
        {"observations": [observe(value=Value.exact(5, person))]},
        "the unit does not convert to the unit of the indicator; got Unit.parse('person'); expected household",
    ),
    (
        "target in another unit that converts",
        {"targets": [target(indicator="area", value=Value.exact(1, square_kilometre))]},
        "the target is not in the unit of its indicator",
    ),
    (
        "share outside its bounds",
        {"observations": [observe("rate", value=Value.exact("140.40", percent))]},
        "outside the bounds of its indicator; got '140.40 percent'; expected within [0, 100] percent",
    ),
    ("bound outside the bounds", {"observations": [observe("rate", value=Value.over(100, percent))]}, "outside"),
    (
        "range partly outside the bounds",
        {"observations": [observe("rate", value=Value.between(90, 110, percent))]},
        "outside",
    ),
    (
        "bounds in another unit",
        {"observations": [observe("area", value=Value.exact("5.01", square_kilometre))]},
        "within [0, 500] hectare",
    ),
    (
        "total of a stock",
        {"observations": [observe(time_collection=TimeCollection.TOTAL)]},
        "a stock cannot be summed over time",
    ),
    (
        "to date of a rate",
        {"observations": [observe("rate", value=Value.exact(5, percent), time_collection=TimeCollection.TO_DATE)]},
        "a rate cannot be summed over time",
    ),
    (
        "end of a flow",
        {"observations": [observe("visits", value=Value.exact(5, person))]},
        "a flow cannot have a value at a moment",
    ),
    (
        "day of a flow",
        {
            "observations": [
                observe(
                    "visits",
                    value=Value.exact(5, person),
                    time=AsOf.parse("2018-12-31"),
                    time_collection=TimeCollection.AT,
                )
            ]
        },
        "a flow cannot have a value at a moment",
    ),
    (
        "collection of a target",
        {"targets": [target(time=PERIOD, time_collection=TimeCollection.TOTAL)]},
        "a stock cannot be summed over time",
    ),
    (
        "assumed end of another year",
        {"observations": [observe(time=Period.year(2017), time_basis=TimeBasis.ASSUMED)]},
        "the assumed time does not follow from the period of the review; got 'end of 2017'; expected end of 2018",
    ),
    (
        "assumed time that is not the end",
        {"observations": [observe(time_collection=TimeCollection.WITHIN, time_basis=TimeBasis.ASSUMED)]},
        "expected end of 2018",
    ),
    (
        "assumed flow of a year",
        {
            "observations": [
                observe(
                    "visits",
                    value=Value.exact(5, person),
                    time_collection=TimeCollection.TOTAL,
                    time_basis=TimeBasis.ASSUMED,
                )
            ]
        },
        "expected 2016-01-01/P3Y",
    ),
    (
        "assumed average of a year",
        {
            "observations": [
                observe(time_collection=TimeCollection.AVERAGE, per=Frequency.MONTH, time_basis=TimeBasis.ASSUMED)
            ]
        },
        "expected 2016-01-01/P3Y",
    ),
    (
        "undeclared unit",
        {"indicators": [evolve(POOR, unit=SCHOOL)]},
        "the unit is not declared; got 'pagoda'",
    ),
    ("undeclared unit of a claim", {"claims": [change(value=Change.exact(1, SCHOOL))]}, "the unit is not declared"),
    (
        "undeclared part of a quotient",
        {"indicators": [POOR, ALL, evolve(RATE, unit=VND / SCHOOL, bounds=Interval(), price_basis=Absent.NOT_STATED)]},
        "the unit is not declared; got 'pagoda'",
    ),
    (
        "two definitions of one unit",
        {"units": [SCHOOL], "indicators": [evolve(POOR, unit=OTHER)]},
        "the unit code has two different definitions",
    ),
    (
        "a unit of the catalogue defined again",
        {"units": [Unit.counting("household", en="home", vi="nhà")]},
        "the unit code has two different definitions",
    ),
    (
        "part in another unit",
        {"indicators": [evolve(ALL, breakdowns=[Breakdown(parts=["visits"], complete=True, disjoint=True)]), VISITS]},
        "the units of a part and its whole do not convert to each other",
    ),
    (
        "baseline of another indicator",
        {"observations": [observe()], "targets": [target(indicator="households", baseline="poor.0")]},
        "the observation belongs to another indicator",
    ),
    (
        "end of a change of another indicator",
        {"observations": [observe()], "claims": [change(indicator="households", end="poor.0")]},
        "the observation belongs to another indicator",
    ),
    (
        "attainment of another indicator",
        {
            "observations": [observe()],
            "targets": [target(indicator="households")],
            "claims": [attainment(actual="poor.0", target="t")],
        },
        "the observation belongs to another indicator",
    ),
    (
        "a share of itself",
        {"observations": [observe()], "claims": [share(part="poor.0", whole="poor")]},
        "the part and the whole are the same indicator",
    ),
    (
        "overlapping citations",
        {"observations": [observe(citation=cite(0, "12345")), observe(start=3, citation=cite(3, "45678"))]},
        "two citations overlap, and neither contains the other; got (3, 8); expected an end at most at 5",
    ),
    (
        "overlap with a mention",
        {
            "observations": [observe(citation=cite(0, "12345"))],
            "mentions": [Mention(kind=MentionKind.NAME, content="x", citation=cite(4, "5678"))],
        },
        "two citations overlap",
    ),
]


@pytest.mark.parametrize(("records", "words"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_an_invalid_review_is_an_error(records: dict[str, Any], words: str) -> None:
    assert any(words in problem for problem in problems(**records)), problems(**records)


def test_all_problems_are_reported_at_once_with_their_locations() -> None:
    found = problems(
        observations=[
            observe(value=Value.exact(5, person)),
            observe("rate", start=2, value=Value.exact(140, percent)),
            observe("visits", start=4, value=Value.exact(5, person)),
        ]
    )
    assert [problem.partition(":")[0] for problem in found] == [
        "Observation 'poor.0', value",
        "Observation 'rate.2', value",
        "Observation 'visits.4', time_collection",
    ]


def test_the_error_lists_all_problems() -> None:
    with pytest.raises(ReviewError) as raised:
        review(observations=[observe("por"), observe("visit", start=2)])
    assert "2 problems" in str(raised.value)
    assert str(raised.value).count("\n  - ") == 2


def test_nested_and_equal_citations_are_valid() -> None:
    held = review(
        observations=[
            observe(citation=cite(0, "36/108")),
            observe("households", start=3, citation=cite(3, "108")),
            observe("households", start=9, citation=cite(3, "108")),
        ],
        mentions=[Mention(kind=MentionKind.NAME, content="x", citation=cite(0, "36"))],
    )
    assert [figure.id for figure in held.figures()] == ["poor.0", "households.3", "households.9"]


def test_the_unit_of_an_observation_may_convert_to_that_of_the_indicator() -> None:
    held = review(observations=[observe("area", value=Value.over("4.90", square_kilometre))])
    assert str(held.interval(held.observations[0])) == "(4.90, 5]"


@pytest.mark.parametrize(
    ("observation", "expected"),
    [
        (observe(value=Value.exact(36094, household)), "[36094, 36094]"),
        (observe(value=Value.exact("378E3", household)), "[377500, 378500]"),
        (observe(value=Value.between(5, 7, household)), "[5, 7]"),
        (observe(value=Value.nearly("900E3", household)), "[0, 900000)"),
        (observe(value=Value.about(5, household)), "[0, ∞)"),
        (
            observe(value=Value.exact(0, household), time_collection=TimeCollection.AVERAGE, per=Frequency.YEAR),
            "[0, 0.5]",
        ),
        (observe("rate", value=Value.exact(100, percent)), "[99.5, 100]"),
        (observe("rate", value=Value.over(50, percent)), "(50, 100]"),
        (observe("area", value=Value.exact(3, hectare)), "[2.5, 3.5]"),
    ],
)
def test_the_interval_depends_on_the_indicator_and_the_time_collection(observation: Observation, expected: str) -> None:
    assert str(review(observations=[observation]).interval(observation)) == expected


def test_assumed_times_for_a_period_shorter_than_a_year() -> None:
    half = Period.half(2018, 1)
    held = review(period=half, observations=[observe(time=half, time_basis=TimeBasis.ASSUMED)])
    assert held.observations[0].time == half


LOOK_UPS = ["indicator", "observation", "target", "claim", "section", "instrument", "document", "finding"]


@pytest.mark.parametrize("kind", LOOK_UPS)
def test_the_error_for_an_unknown_id_suggests_similar_ones(kind: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        getattr(review(), kind)("repor")
    assert isinstance(raised.value, KeyError)
    assert ("report" in raised.value.nearest) is (kind == "document")
    with pytest.raises(UnknownNameError):
        getattr(review(), kind)(None)


def test_claims_of_every_type_can_be_looked_up() -> None:
    held = review(
        observations=[observe()], targets=[target()], claims=[change(), share(part="poor.0"), attainment(target="t")]
    )
    assert [held.claim(ident).id for ident in "csa"] == ["c", "s", "a"]
    assert held.target("t").id == "t"
    assert [held.indicator_of(held.claim(ident)).id for ident in "csa"] == ["poor", "poor", "poor"]  # type: ignore[union-attr]


def test_a_claim_without_references_has_no_indicator() -> None:
    held = review(claims=[share(), attainment()])
    assert [held.indicator_of(claim) for claim in held.claims] == [Absent.NOT_STATED, Absent.NOT_STATED]


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
