"""Losses answer one question in every format: what does a reader who knows only the standard not get?"""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import given, settings, strategies as st

from aseansc.interchange import Loss, iati, sdmx
from aseansc.reviews import Review
from aseansc.strategies import reviews
from tests._profile import NIGHTLY
from tests.interchange._strangers import Variant, iati_as_read_by_others, names, sdmx_as_read_by_others, variants

EXAMPLES = 300 if NIGHTLY else 8
FIELDS = 1000 if NIGHTLY else 25


def some_variants(review: Review, seed: int) -> list[Variant]:
    shuffled = random.Random(seed)
    return list(variants(review, lambda paths: shuffled.sample(paths, min(FIELDS, len(paths)))))


def require_named(
    review: Review,
    others: list[Variant],
    read: Callable[[Review], object],
    losses: Callable[[Review], tuple[Loss, ...]],
) -> None:
    """Require that `losses` names each field that makes no difference to a reader."""
    seen, lost = read(review), losses(review)
    for other in others:
        if read(other.review) == seen:
            named = any(names(loss, other) for loss in (*lost, *losses(other.review)))
            assert named, f"not named: {other[:3]}"


@settings(max_examples=EXAMPLES)
@given(reviews(), st.integers(0, 2**32))
def test_a_field_that_other_readers_of_sdmx_do_not_get_is_named(review: Review, seed: int) -> None:
    require_named(review, some_variants(review, seed), sdmx_as_read_by_others, sdmx.losses)


@settings(max_examples=EXAMPLES)
@given(reviews(), st.integers(0, 2**32))
def test_a_field_that_other_readers_of_iati_do_not_get_is_named(review: Review, seed: int) -> None:
    """A comment is free text: what only a comment states is named, and what is said to be in a comment is there."""
    others = some_variants(review, seed)
    require_named(review, others, lambda it: iati_as_read_by_others(it, comments=False), iati.losses)
    require_named(
        review, others, iati_as_read_by_others, lambda it: tuple(loss for loss in iati.losses(it) if not in_words(loss))
    )


def in_words(loss: Loss) -> bool:
    return loss.kept_in.endswith("in words")
