"""Typing errors: numbers of a review that differ from its text."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import FieldTypeError, UnknownNameError
from aseansc.reviews import Review
from aseansc.strategies import reviews_with_texts
from aseansc.vietnamese import misreadings

TEXT = files("aseansc.datasets").joinpath("skeleton.txt").read_text(encoding="utf-8")
REVIEW = skeleton.load()


def test_correct_numbers_are_not_reported(source_text: str) -> None:
    assert misreadings(lai_chau.load(), source_text) == ()
    assert misreadings(REVIEW, TEXT, REVIEW.documents[0].id) == ()


@pytest.mark.parametrize("document", ["another", "", 5, ["a"]])
def test_an_unknown_document_is_refused(document: Any) -> None:
    with pytest.raises(UnknownNameError, match="no such document"):
        misreadings(REVIEW, TEXT, document)


@pytest.mark.parametrize("number", range(len(REVIEW.observations)))
def test_a_number_a_thousand_times_too_small_is_reported(number: int) -> None:
    """As when a thousands dot is read as a decimal point or a scale word is forgotten."""
    slip = REVIEW.observations[number]
    slip = evolve(slip, value=type(slip.value).parse(str(slip.value)) / 1000)
    observations = [*REVIEW.observations[:number], slip, *REVIEW.observations[number + 1 :]]
    found = misreadings(evolve(REVIEW, observations=observations), TEXT)
    assert [item.figure for item in found] == [slip.id]
    assert found[0].printed == slip.citation.printed
    assert str(slip.value) == found[0].stated


def test_a_citation_without_a_readable_number_is_not_reported() -> None:
    """A figure may be cited at words without a number, here the words for a time."""
    start = TEXT.index("cuối năm 2022")
    first = REVIEW.observations[0]
    first = evolve(first, citation=evolve(first.citation, start=start, end=start + 13, printed="cuối năm 2022"))
    assert misreadings(evolve(REVIEW, observations=[first], claims=(), targets=()), TEXT) == ()


@given(reviews_with_texts())
def test_any_review_and_text_can_be_compared(drawn: tuple[Review, str]) -> None:
    misreadings(*drawn)


@given(st.text())
def test_a_different_text_reports_nothing(text: str) -> None:
    if TEXT not in text:
        assert misreadings(REVIEW, text[:10]) == ()


@pytest.mark.parametrize("wrong", [(None, TEXT), (REVIEW, None), (REVIEW, TEXT.encode())])
def test_wrong_arguments_are_refused(wrong: Any) -> None:
    with pytest.raises(FieldTypeError):
        misreadings(*wrong)
