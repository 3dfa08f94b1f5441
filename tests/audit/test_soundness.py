"""Soundness: true reports are never contradicted."""

from __future__ import annotations

from hypothesis import given, settings

from aseansc import Review
from aseansc.audit import AssumptionKind, audit
from aseansc.strategies import consistent_reviews
from tests._profile import examples


@given(consistent_reviews())
@settings(max_examples=examples(6))
def test_a_true_report_is_never_contradicted(review: Review) -> None:
    """The reports round, qualify and combine true quantities in all the ways that the strategies know."""
    result = audit(review)
    assert [check.message() for check in result.contradicted] == []
    assumed = {check.assumption.kind for check in result.conditional}  # type: ignore[union-attr]
    # A count of persons may count some of them twice, and some of them may be in none of the categories.
    assert assumed <= {AssumptionKind.COUNTED_ONCE, AssumptionKind.ONE_CATEGORY}
