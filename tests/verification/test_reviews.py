"""Figures of a review beside the text that they cite."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from aseansc import Absent, Period, Qualifier, Review, Status, TimeBasis, Value
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import FieldError, FieldTypeError, ParseError, UnknownNameError
from aseansc.strategies import reviews_with_texts
from aseansc.verification import Aspect, FigureVerdict, Verification, move_citations, verify, verify_claims
from aseansc.verification._verify import Reading
from aseansc.vietnamese import draft

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import seeded_readings

TEXT = files("aseansc.datasets").joinpath("skeleton.txt").read_text(encoding="utf-8")
REVIEW = skeleton.load()


def test_every_figure_of_the_true_reviews_is_confirmed(source_text: str) -> None:
    for review, text in ((lai_chau.load(), source_text), (REVIEW, TEXT)):
        found = verify(review, text)
        assert len(found) == len(found.confirmed) == len(review.figures())
        assert found.agrees
        assert found.missed == found.mismatches == ()
        assert found.summary.startswith(f"{len(found)} figures: {len(found)} confirmed, 0 refuted, 0 undecided. ")


def test_every_seeded_error_is_refuted(source_text: str) -> None:
    """Errors of number, scale, unit, qualifier, sign, kind, plan, status, parts and stated time."""
    review = lai_chau.load()
    reading = Reading(source_text, review.units, "vi")
    seeded = list(seeded_readings.seeded(review))
    assert len(seeded) > 1500
    for name, figure in seeded:
        result = reading.of_figure(figure, review)
        assert result.verdict is FigureVerdict.REFUTED, (name, figure.id, result.reason)
        assert result.differs
        assert result.read is not None


def test_every_seeded_error_is_refuted_in_extracted_figures(source_text: str) -> None:
    review = lai_chau.load()
    seeded = [(name, figure) for name, figure in seeded_readings.seeded(review) if name not in COLLECTIONS]
    claims = [seeded_readings.as_claim(figure) for _, figure in seeded]
    found = verify_claims(source_text, claims, units=review.units)
    assert found.confirmed == ()
    assert {seeded[number][0] for number, result in enumerate(found) if result in found.undecided} <= {"parts"}
    assert verify_claims(source_text, map(seeded_readings.as_claim, review.figures()), units=review.units).agrees


COLLECTIONS = ("beginning or end", "total for each")


def only(figure: Any) -> Review:
    """Return the skeleton with a single observation."""
    return evolve(REVIEW, observations=[figure], claims=(), targets=(), mentions=())


FIRST = REVIEW.observations[0]


def test_the_reason_names_what_the_text_has() -> None:
    wrong = evolve(FIRST, value=Value.over(1250, FIRST.value.unit), statuses=[Status.ESTIMATED])
    (result,) = verify(only(wrong), TEXT)
    assert result.differs == (Aspect.QUALIFIER, Aspect.STATUS)
    assert result.reason == (
        "qualifier: the text has no qualifier, and the figure has over; "
        "status: the text does not state estimated for it"
    )
    assert result.read is not None
    assert result.read.printed.startswith("1.250 hộ nghèo")


def test_a_time_that_is_not_stated_is_never_refuted(source_text: str) -> None:
    review = lai_chau.load()
    for result in verify(review, source_text):
        if result.figure.time_basis.value != "stated":
            assert Aspect.TIME not in (*result.compared, *result.differs, *result.uncertain)
            assert f"time: not compared, because it is {result.figure.time_basis.value}" in result.reason


def test_figures_are_compared_where_their_words_have_moved() -> None:
    found = verify(REVIEW, f"Báo cáo\n{TEXT}")
    assert found.refuted == ()
    assert len(found.mismatches) > len(found)
    assert not found.agrees
    moved = next(result for result in found if result.figure.id == FIRST.id)
    assert moved.start == FIRST.citation.start + 8
    assert f"position: the review cites it at {FIRST.citation.start}, the text has it at {moved.start}" in moved.reason


def test_a_citation_that_is_gone_is_refuted() -> None:
    for result in verify(REVIEW, "Văn bản khác."):
        assert (result.verdict, result.start) == (FigureVerdict.REFUTED, -1)
        assert result.reason.startswith("not_found: ")


def test_a_date_is_not_a_figure() -> None:
    """A figure that cites the words for a time is refuted."""
    start = TEXT.index("cuối năm 2022")
    cited = evolve(FIRST.citation, start=start, end=start + 13, printed="cuối năm 2022")
    (result,) = verify(only(evolve(FIRST, citation=cited)), TEXT)
    assert result.differs == (Aspect.KIND,)


def test_an_observation_without_a_value_cites_no_number() -> None:
    hidden = evolve(FIRST, value=Absent.NOT_STATED, statuses=[Status.SUPPRESSED])
    (result,) = verify(only(hidden), TEXT)
    assert result.verdict is FigureVerdict.UNDECIDED


def test_only_numbers_are_compared_in_other_languages() -> None:
    document = evolve(REVIEW.documents[0], lang="en")
    found = verify(evolve(REVIEW, documents=[document]), TEXT)
    assert all("the text is not Vietnamese" in result.reason for result in found.confirmed)
    assert found.refuted == ()


def test_a_path_is_read(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(TEXT.encode())
    assert REVIEW.verify(file) == REVIEW.verify(TEXT)
    file.write_bytes(TEXT.encode("utf-16"))
    with pytest.raises(ParseError, match="not UTF-8"):
        REVIEW.verify(file)
    with pytest.raises(OSError, match="none"):
        REVIEW.verify(tmp_path / "none")


@pytest.mark.parametrize("document", ["another", "", 5])
def test_an_unknown_document_is_refused(document: Any) -> None:
    with pytest.raises(UnknownNameError, match="no such document"):
        verify(REVIEW, TEXT, document)


def test_wrong_arguments_are_refused() -> None:
    for wrong in ((None, TEXT), (REVIEW, None), (REVIEW, TEXT.encode())):
        with pytest.raises(FieldTypeError):
            verify(*wrong)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="move_citations: wrong type"):
        move_citations(REVIEW, TEXT.encode())  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="the document is not specified"):
        verify(evolve(REVIEW, documents=[*REVIEW.documents, evolve(REVIEW.documents[0], id="b")]), TEXT)


@given(reviews_with_texts())
def test_any_review_and_text_can_be_compared(drawn: tuple[Review, str]) -> None:
    found = verify(*drawn)
    assert isinstance(found, Verification)
    assert found.mismatches == ()
    assert len(found) == len(drawn[0].figures())


@given(st.text())
def test_any_text_can_be_compared(text: str) -> None:
    try:
        assert verify(REVIEW, text).confirmed == () or TEXT in text
    except (ParseError, FieldError) as error:
        assert "old encoding" in str(error) or "name of a file" in str(error)


@pytest.mark.parametrize(
    ("printed", "magnitude", "qualifier", "verdict"),
    [
        ("60 nghìn", "60E3", Qualifier.EXACT, "confirmed"),
        ("60 nghìn", "60000", Qualifier.EXACT, "refuted"),
        ("60 nghìn", "6E4", Qualifier.EXACT, "confirmed"),
        ("trên 60 nghìn", "60000", Qualifier.OVER, "confirmed"),
        ("60.000", "60000", Qualifier.EXACT, "confirmed"),
        ("60.000", "60E3", Qualifier.EXACT, "confirmed"),
    ],
)
def test_a_figure_may_state_fewer_digits_than_the_text_but_not_more(
    printed: str, magnitude: str, qualifier: Qualifier, verdict: str
) -> None:
    text = f"Cuối năm 2023 có {printed} hộ."
    value = Value(magnitude=magnitude, unit=FIRST.value.unit, qualifier=qualifier)
    words = f"{printed} hộ"
    cited = evolve(FIRST.citation, start=17, end=17 + len(words), printed=words, governed_by=())
    (result,) = verify(only(evolve(FIRST, value=value, citation=cited)), text)
    assert result.verdict == verdict, result.reason
    assert (result.reason == "") == (value.resolution == 1000 if "nghìn" in printed else value.resolution == 1)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Năm học 2015 - 2016, huyện xây dựng 12 trường học.", "2015-09-01/P9M"),
        ("Tính đến ngày 25/9/2020, huyện đã hỗ trợ 126 hộ nghèo.", "2020-01-01/P269D"),
    ],
)
def test_a_time_that_is_printed_in_another_way_is_not_doubted(text: str, time: str) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2020))
    found = found.fill("observations[0].time", Period.parse(time))
    found = found.fill("observations[0].time_basis", TimeBasis.STATED)
    (result,) = found.known().review.verify(text)
    assert Aspect.TIME not in (*result.uncertain, *result.differs)
    assert Aspect.COLLECTION not in result.uncertain
