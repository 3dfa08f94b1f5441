"""Soundness: true reports are never contradicted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from aseansc import Absent, Review
from aseansc.audit import AssumptionKind, Check, Nature, ReadingKind, Verdict, audit, rule_checks
from aseansc.errors import FieldError, FieldTypeError
from aseansc.strategies import consistent_reviews, seeded_reviews
from tests._profile import examples

MAY_FAIL = {
    AssumptionKind.COUNTED_ONCE,  # a count of persons may count some of them twice
    AssumptionKind.ONE_CATEGORY,  # some of them may be in none of the categories
    AssumptionKind.PLACES_ADD,  # or in no district
    AssumptionKind.ALL_FLOWS,  # a stock may change in other ways
}


@given(consistent_reviews())
@settings(max_examples=examples(6))
def test_a_true_report_is_never_contradicted(review: Review) -> None:
    """The reports round, qualify and combine true quantities in all the ways that the strategies know."""
    result = audit(review)
    # Where less is better, an attainment that is not actual figure ÷ plan is a wording.
    assert [check.message() for check in result.contradicted if not is_less_is_better(check)] == []
    assumed = {check.assumption.kind for check in result.conditional}  # type: ignore[union-attr]
    assert assumed <= MAY_FAIL


def test_reviews_of_a_seed_are_true_and_have_the_same_indicators() -> None:
    reviews = seeded_reviews(4, seed=3, statements=40)
    checks = [check for review in reviews for check in audit(review).contradicted]
    assert [check.message() for check in checks if not is_less_is_better(check)] == []
    assert len({review.indicators for review in reviews}) == 1
    assert len({review.observations for review in reviews}) == 4
    assert seeded_reviews(1, seed=3, statements=40) == reviews[:1]
    assert seeded_reviews(1, seed=4, statements=40)[0].observations != reviews[0].observations
    for wrong in ({"count": -1}, {"statements": 101}):
        with pytest.raises(FieldError, match="out of range"):
            seeded_reviews(**{"count": 1, "seed": 3, **wrong})
    typed: dict[str, Any]
    for typed in ({"count": True}, {"seed": None}, {"statements": "5"}):
        with pytest.raises(FieldTypeError, match=f"seeded_reviews, {next(iter(typed))}"):
            seeded_reviews(**{"count": 1, "seed": 3, **typed})


def test_reviews_of_rare_numbers_are_true() -> None:
    """These seeds draw what is divided by nothing: no households, no arrivals, a plan of zero, a second plan.

    And what is stated in a rare way: counts that are estimated at first, and a level that is the same in each year.
    """
    for seed in (3, 8, 12, 25, 29, 37, 38, 59, 88, 131, 263, 307, 315, 316, 330, 592):
        (review,) = seeded_reviews(1, seed=seed)
        checks = rule_checks(review)
        contradicted = [check for check in checks if check.verdict is Verdict.CONTRADICTED]
        assert [check.message() for check in contradicted if not is_fine(check)] == [], seed


def is_fine(check: Check) -> bool:
    """Return whether a check without its nature fits in another usual reading."""
    ways = (ReadingKind.PLAN_BY_ACTUAL, ReadingKind.TWICE_LESS_ACTUAL)
    return not isinstance(check.alternative, Absent) and check.alternative.kind in ways


def is_less_is_better(check: Check) -> bool:
    """Return whether a check only says that an attainment where less is better is in another usual way."""
    ways = (ReadingKind.PLAN_BY_ACTUAL, ReadingKind.TWICE_LESS_ACTUAL)
    return check.nature is Nature.WORDING and check.alternative.kind in ways  # type: ignore[union-attr]
