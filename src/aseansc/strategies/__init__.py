"""Hypothesis strategies for every type of the model, for use in your own tests.

Each strategy is a function with keyword-only arguments. It draws every valid value unless an argument restricts it. A
record drawn alone is valid by itself; `reviews` draws whole reviews, in which every reference resolves. The
strategies are also registered with Hypothesis, so that ``st.from_type(Observation)`` works without this import.

>>> from hypothesis import given, strategies as st
>>> from aseansc.strategies import changes, units
>>> from aseansc.units import person
>>> @given(changes(units=st.just(person)))
... def test_doubling_is_adding_to_itself(change):
...     assert (change * 2).magnitude == 2 * change.magnitude
>>> test_doubling_is_adding_to_itself()
"""

from aseansc.errors import MissingExtraError

try:
    from aseansc.strategies._quantities import (
        attainments,
        changes,
        comparisons,
        custom_units,
        intervals,
        magnitudes,
        relative_changes,
        units,
        values,
    )
except ModuleNotFoundError as _error:
    if _error.name is None or _error.name.partition(".")[0] != "hypothesis":
        raise
    raise MissingExtraError(
        "the strategies need a package that is not installed",
        where="aseansc.strategies",
        got="hypothesis",
        hint='Install it: pip install "aseansc[hypothesis]".',
    ) from None

from aseansc.strategies._details import sampling_errors
from aseansc.strategies._drafts import drafts, gaps, partials
from aseansc.strategies._records import (
    attainment_claims,
    breakdowns,
    change_claims,
    citations,
    claims,
    classifications,
    codes,
    documents,
    errors,
    findings,
    indicators,
    instruments,
    mentions,
    mismatches,
    observations,
    sections,
    series,
    share_claims,
    spans,
    targets,
)
from aseansc.strategies._registered import STRATEGIES as STRATEGIES
from aseansc.strategies._reviews import reviews, reviews_with_texts
from aseansc.strategies._vocabulary import (
    as_ofs,
    extras,
    identifiers,
    localized_texts,
    month_days,
    periods,
    place_codes,
    texts,
    times,
)
from aseansc.strategies._worlds import consistent_reviews

__all__ = [
    "as_ofs",
    "attainment_claims",
    "attainments",
    "breakdowns",
    "change_claims",
    "changes",
    "citations",
    "claims",
    "classifications",
    "codes",
    "comparisons",
    "consistent_reviews",
    "custom_units",
    "documents",
    "drafts",
    "errors",
    "extras",
    "findings",
    "gaps",
    "identifiers",
    "indicators",
    "instruments",
    "intervals",
    "localized_texts",
    "magnitudes",
    "mentions",
    "mismatches",
    "month_days",
    "observations",
    "partials",
    "periods",
    "place_codes",
    "relative_changes",
    "reviews",
    "reviews_with_texts",
    "sampling_errors",
    "sections",
    "series",
    "share_claims",
    "spans",
    "targets",
    "texts",
    "times",
    "units",
    "values",
]
