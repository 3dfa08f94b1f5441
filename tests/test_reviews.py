"""Reviews: validation across records, and look-ups."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

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
    ShareClaim,
    Target,
    Text,
    TimeBasis,
    TimeCollection,
    Unit,
    Value,
)
from aseansc.citations import sha256_of
from aseansc.errors import ReviewError, UnknownNameError
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
