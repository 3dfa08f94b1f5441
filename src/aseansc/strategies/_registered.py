"""The strategy of each type, for ``hypothesis.strategies.from_type``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from hypothesis import strategies as st

from aseansc.citations import Citation, Document, Span
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.classifications import Classification, Code
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError
from aseansc.extras import Extra
from aseansc.findings import Finding, Instrument, Section
from aseansc.indicators import Breakdown, Indicator
from aseansc.intervals import Comparison, Interval
from aseansc.mentions import Mention
from aseansc.observations import Observation, SamplingError, Series
from aseansc.periods import AsOf, MonthDay, Period
from aseansc.reviews import Mismatch, Review
from aseansc.strategies._details import sampling_errors
from aseansc.strategies._drafts import drafts, gaps, partials
from aseansc.strategies._quantities import attainments, changes, comparisons, intervals, relative_changes, units, values
from aseansc.strategies._records import (
    attainment_claims,
    breakdowns,
    change_claims,
    citations,
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
from aseansc.strategies._reviews import reviews
from aseansc.strategies._vocabulary import as_ofs, extras, localized_texts, month_days, periods, texts
from aseansc.targets import Target
from aseansc.texts import LocalizedText, Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, RelativeChange, Value

STRATEGIES: Final[Mapping[type, Callable[[], st.SearchStrategy[Any]]]] = {
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
