"""Soundness: whatever is true is never contradicted."""

from __future__ import annotations

from hypothesis import given, settings

from aseansc import Review
from aseansc.audit import AssumptionKind, audit
from aseansc.strategies import consistent_reviews
from tests._profile import examples


@given(consistent_reviews())
@settings(max_examples=examples(6))
def test_a_true_report_is_never_contradicted(review: Review) -> None:
    """Rounded and qualified by the table, and stated in any of the ways in which reports state things."""
    result = audit(review)
    assert [check.message() for check in result.contradicted] == []
    rests_on = {check.assumption.kind for check in result.conditional}  # type: ignore[union-attr]
    assert rests_on <= {AssumptionKind.COUNTED_ONCE}  # said, and seldom true of persons
