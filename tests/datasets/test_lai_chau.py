"""The Lai Châu review against its own text, and against a careful reading of it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from aseansc import (
    Absent,
    AttainmentClaim,
    ChangeClaim,
    MentionKind,
    Observation,
    Period,
    Qualifier,
    RelativeChange,
    Review,
    Status,
    TimeBasis,
    TimeCollection,
)
from aseansc.classifications import ASCC_2025
from aseansc.datasets import lai_chau

END_OF_POVERTY = 5098
"""Where the section on poverty ends."""


@pytest.fixture(scope="module")
def review() -> Review:
    return lai_chau.load()


def test_it_is_the_same_object_each_time(review: Review) -> None:
    assert lai_chau.load() is review


def test_every_citation_matches_the_text(review: Review, source_text: str) -> None:
    assert review.verify(source_text) == ()


def test_every_number_of_the_text_has_its_place(review: Review, source_text: str) -> None:
    """Every run of digits and every Roman numeral lies inside a citation of a figure or a mention."""
    cited = [figure.citation for figure in review.figures()] + [mention.citation for mention in review.mentions]
    spans = [(citation.start, citation.end) for citation in cited if not isinstance(citation, Absent)]
    numbers = list(re.finditer(r"\d+|\bX?VI+\b|\bXI\b", source_text[:END_OF_POVERTY]))
    assert len(numbers) == 71  # 70 runs of digits, and the XI of a congress
    for number in numbers:
        assert any(start <= number.start() and number.end() <= end for start, end in spans), number


def test_every_distant_estimate_is_cited_where_it_governs(review: Review, source_text: str) -> None:
    """Each "ước" as a word of its own governs some figure."""
    words = {
        match.start() for match in re.finditer(r"\b[Ưư]ớc\b", source_text[:END_OF_POVERTY]) if match.group() != "nước"
    }
    governing = {
        span.start
        for figure in review.figures()
        if Status.ESTIMATED in figure.statuses and not isinstance(figure.citation, Absent)
        for span in figure.citation.governed_by
    }
    assert words == governing == {4755, 5015}


@pytest.mark.parametrize("start", [4405, 4707, 5007])
def test_a_changed_character_is_reported_where_it_is(review: Review, source_text: str, start: int) -> None:
    changed = f"{source_text[:start]}#{source_text[start + 1 :]}"
    whole, *rest = review.verify(changed)
    assert whole.expected.startswith("SHA-256")
    assert [(mismatch.start, mismatch.found[0]) for mismatch in rest] == [(start, "#")]


def test_a_changed_governing_word_is_reported(review: Review, source_text: str) -> None:
    changed = f"{source_text[:4755]}đợt{source_text[4758:]}"
    found = review.verify(changed)
    assert {(item.start, item.expected, item.found) for item in found[1:]} == {(4755, "ước", "đợt")}


def test_a_shorter_text_is_reported(review: Review) -> None:
    assert any(item.where.startswith("Finding") for item in review.verify("x" * 300))


READING = [
    # start, printed, magnitude, unit, qualifier, resolution, time, collection, basis, statuses
    (1219, "hơn 400 tin, bài", "400", "news_item", "over", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (1260, "4 tiếng dân tộc", "4", "language", "exact", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (1729, "36 đề tài, dự án", "36", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (1800, "28 đề tài, dự án", "28", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (1827, "08 dự án", "8", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (3424, "5.900 lao động", "5900", "person", "exact", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (3510, "46,33%", "46.33", "percent", "exact", "0.01", "2018", "end", "assumed", ()),
    (4206, "355 công trình", "355", "works", "exact", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (4405, "trên 60.000 lượt hộ", "60000", "household_turn", "over", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (4515, "trên 40.000 hộ", "40000", "household", "over", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (4598, "trên 160.000 ha", "160000", "hectare", "over", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (4791, "24.737 hộ nghèo", "24737", "household", "exact", "1", "2018", "end", "stated", ("estimated",)),
    (4829, "25,55%", "25.55", "percent", "exact", "0.01", "2018", "end", "stated", ("estimated",)),
    (4873, "02 huyện", "2", "district", "exact", "1", "2018", "total", "stated", ()),
    (4969, "36.094 hộ nghèo", "36094", "household", "exact", "1", "2016", "beginning", "stated", ()),
    (5007, "40,40%", "40.40", "percent", "exact", "0.01", "2016", "beginning", "stated", ()),
    (5053, "24.737 hộ nghèo", "24737", "household", "exact", "1", "2018", "within", "stated", ("estimated",)),
    (5091, "25,55%", "25.55", "percent", "exact", "0.01", "2018", "within", "stated", ("estimated",)),
]
"""A reading of the same pages, observation by observation."""


def test_the_observations_are_those_of_the_reading(review: Review) -> None:
    assert [
        (
            item.citation.start,
            item.citation.printed,
            str(item.value.magnitude),
            item.value.unit.code,
            item.value.qualifier.value,
            str(item.value.resolution),
            str(item.time),
            item.time_collection.value,
            item.time_basis.value,
            tuple(status.value for status in item.statuses),
        )
        for item in sorted(review.observations, key=lambda item: item.citation.start)
    ] == READING


def test_the_claims_are_those_of_the_reading(review: Review) -> None:
    change, attainment = sorted(review.claims, key=lambda claim: claim.citation.start, reverse=True)
    assert isinstance(change, ChangeClaim)
    assert (change.indicator, change.start, change.end) == (
        "poverty-rate",
        "poverty-rate.2016.beginning",
        "poverty-rate.2018.end",
    )
    assert type(change.value) is RelativeChange
    assert (change.value.magnitude, change.value.unit.code) == (Decimal("-4.95"), "percent/year")
    assert change.time == Period.years(2016, 2018)
    assert change.note
    assert isinstance(attainment, AttainmentClaim)
    assert attainment.value.of_plan.magnitude == 100
    assert isinstance(attainment.target, str)
    assert review.target(attainment.target).value is Absent.NOT_STATED


def test_figures_come_in_the_order_of_the_text(review: Review) -> None:
    starts = [figure.citation.start for figure in review.figures() if not isinstance(figure.citation, Absent)]
    assert starts == sorted(starts)
    assert len(review.figures()) == 20


def test_the_mentions_are_typed(review: Review) -> None:
    kinds = [mention.kind for mention in review.mentions]
    assert kinds.count(MentionKind.DATE) == 14
    assert kinds.count(MentionKind.DOCUMENT_NUMBER) == 7
    assert kinds.count(MentionKind.DURATION) == 3
    (congress,) = [mention for mention in review.mentions if mention.kind is MentionKind.ORDINAL]
    assert (congress.content, congress.citation.printed) == (11, "XI")


def test_the_instruments_are_those_named(review: Review) -> None:
    assert [(item.kind.value, item.number, str(item.date)) for item in review.instruments] == [
        ("resolution", "22-NQ/TW", "2013-04-10"),
        ("resolution", "31/NQ-CP", "2014-05-13"),
        ("decision", "161/QĐ-TTg", "2016-01-25"),
        ("plan", "1418/KH-UBND", "2017-08-02"),
        ("resolution", "29-NQ/TW", "not_stated"),
    ]


def test_a_count_lists_what_it_counts(review: Review) -> None:
    for observation in review.observations:
        if observation.lists:
            assert len(observation.lists) == observation.value.magnitude


def test_the_structure_of_the_poverty_rate_is_declared(review: Review) -> None:
    rate = review.indicator("poverty-rate")
    assert (rate.numerator, rate.denominator) == ("poor-households", "households")
    assert review.series("households").observations == ()
    (breakdown,) = review.indicator("research-projects").breakdowns
    assert breakdown.parts == ("research-projects-provincial", "research-projects-ministerial")


def test_names_and_notes_are_in_both_languages_and_in_our_own_words(review: Review, source_text: str) -> None:
    texts = [indicator.name for indicator in review.indicators] + [finding.text for finding in review.findings]
    texts += [record.note for record in (*review.figures(), *review.mentions, *review.indicators) if record.note]  # type: ignore[misc]
    folded = source_text.casefold()
    for text in texts:
        vietnamese = text.lookup("vi")
        assert vietnamese.language == "vi"
        if len(vietnamese.text.split()) > 8:  # a name or a term may be the same; a sentence may not
            assert vietnamese.text.casefold().rstrip(".") not in folded


def test_codes_are_of_the_blueprint(review: Review) -> None:
    for record in (*review.indicators, *review.sections):
        for code in record.codes:
            scheme, _, ident = code.partition(":")
            assert scheme == ASCC_2025.id
            assert ASCC_2025.code(ident)


def test_assumed_and_carried_times_are_visible(review: Review) -> None:
    observed = [figure for figure in review.figures() if isinstance(figure, Observation)]
    assert {item.time_basis for item in observed} == set(TimeBasis)
    for item in observed:
        if item.time_basis is TimeBasis.ASSUMED and item.time_collection is not TimeCollection.END:
            assert item.time == review.period


def test_the_interval_of_a_bound_is_open(review: Review) -> None:
    support = review.observation("production-support-turns.2016-2018.total")
    assert support.value.qualifier is Qualifier.OVER
    assert str(review.interval(support)) == "(60000, ∞)"


def test_a_share_is_kept_within_its_bounds(review: Review) -> None:
    rate = review.observation("poverty-rate.2016.beginning")
    assert str(review.interval(rate)) == "[40.395, 40.405]"
