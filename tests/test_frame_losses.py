"""`frames.losses` names everything that a frame does not contain."""

from __future__ import annotations

import random

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from aseansc import Review, frames
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import FieldError, FieldTypeError
from aseansc.strategies import reviews
from aseansc.units import Unit
from tests._profile import NIGHTLY
from tests.interchange._strangers import names, variants


def cells(review: Review) -> object:
    return review.to_frame("pyarrow", numbers="text").to_pydict()  # any number fits


@settings(max_examples=300 if NIGHTLY else 2)
@given(reviews(), st.integers(0, 2**32))
def test_a_field_that_is_not_in_the_frame_is_a_named_loss(review: Review, seed: int) -> None:
    shuffled, written, lost = random.Random(seed), cells(review), frames.losses(review)
    most = 1000 if NIGHTLY else 10
    for other in variants(review, lambda paths: shuffled.sample(paths, min(most, len(paths)))):
        if cells(other.review) == written:
            found = any(names(loss, other) for loss in (*lost, *frames.losses(other.review)))
            assert found, f"not named: {other[:3]}"


def test_what_is_in_the_frame_is_no_loss() -> None:
    review = lai_chau.load()
    lost = {loss.what for loss in frames.losses(review)}
    assert f"Indicator {review.indicators[0].id!r}, except its id and name" in lost
    assert not [what for what in lost if what.startswith("Observation ") or what == f"Review {review.id!r}, id"]


def test_the_definition_of_a_custom_unit_is_a_loss() -> None:
    review = evolve(skeleton.load(), units=[Unit.counting("tea_house", en="tea house", vi="quán trà")])
    assert [loss.what for loss in frames.losses(review) if loss.what.startswith("Unit")] == ["Unit 'tea_house'"]


def test_wrong_arguments_are_errors() -> None:
    with pytest.raises(FieldTypeError):
        frames.losses("lai-chau")  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="unknown language"):
        frames.losses(lai_chau.load(), lang="fr")
