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

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from aseansc.citations import Citation, Document, Span
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.classifications import Classification, Code
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, MissingExtraError
from aseansc.extras import Extra
from aseansc.findings import Finding, Instrument, Section
from aseansc.indicators import Breakdown, Indicator
from aseansc.intervals import Comparison, Interval
from aseansc.limits import Limits
from aseansc.mentions import Mention
from aseansc.observations import Observation, SamplingError, Series
from aseansc.periods import AsOf, MonthDay, Period
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import LocalizedText, Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, RelativeChange, Value
from aseansc.verification import Mismatch

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

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
from aseansc.strategies._reviews import reviews, reviews_with_texts
from aseansc.strategies._vocabulary import (
    as_ofs,
    extras,
    identifiers,
    limits,
    localized_texts,
    month_days,
    periods,
    place_codes,
    texts,
    times,
)
from aseansc.strategies._worlds import consistent_reviews, seeded_reviews

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
    "limits",
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
    "seeded_reviews",
    "series",
    "share_claims",
    "spans",
    "targets",
    "texts",
    "times",
    "units",
    "values",
]

STRATEGIES: Final[Mapping[type, Callable[[], SearchStrategy[Any]]]] = {
    Citation: citations,
    Document: documents,
    Span: spans,
    AttainmentClaim: attainment_claims,
    ChangeClaim: change_claims,
    ShareClaim: share_claims,
    Classification: classifications,
    Code: codes,
    Draft: drafts,
    Gap: gaps,
    PartialRecord: partials,
    AseanscError: errors,
    Extra: extras,
    Finding: findings,
    Instrument: instruments,
    Section: sections,
    Breakdown: breakdowns,
    Indicator: indicators,
    Comparison: comparisons,
    Interval: intervals,
    Mention: mentions,
    Observation: observations,
    SamplingError: sampling_errors,
    Series: series,
    AsOf: as_ofs,
    Limits: limits,
    MonthDay: month_days,
    Period: periods,
    Review: reviews,
    Mismatch: mismatches,
    Target: targets,
    LocalizedText: localized_texts,
    Text: texts,
    Unit: units,
    Attainment: attainments,
    RelativeChange: relative_changes,
    Change: changes,
    Value: values,
}
