"""A typed domain model for the figures that development reviews print in prose.

It provides indicators, targets, units and reporting periods with validated, unit-aware values, and a reference dataset,
the review of Lai Châu province in `aseansc.datasets.lai_chau`. Names can be imported from here or from their own
module; a module is loaded only when one of its names is first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers treat this name as true; importing it from typing would double the import time
if TYPE_CHECKING:
    from aseansc.citations import Citation, Document, Span
    from aseansc.claims import AttainmentClaim, ChangeClaim, Claim, ShareClaim
    from aseansc.classifications import Classification, Code
    from aseansc.codelists import Absent, CodeList
    from aseansc.errors import AseanscError
    from aseansc.extras import Extra
    from aseansc.findings import Finding, FindingKind, Instrument, InstrumentKind, Section
    from aseansc.indicators import Breakdown, Direction, Indicator, IndicatorKind, PriceBasis
    from aseansc.interchange import load
    from aseansc.intervals import Certainty, Comparison, Interval
    from aseansc.limits import Limits
    from aseansc.mentions import Mention, MentionKind
    from aseansc.observations import Observation, Series, Status
    from aseansc.periods import AsOf, Frequency, MonthDay, Period, Time, TimeBasis, TimeCollection
    from aseansc.reviews import Figure, Review
    from aseansc.targets import Target
    from aseansc.texts import LocalizedText, Text
    from aseansc.units import Unit, UnitKind
    from aseansc.values import (
        Attainment,
        AttainmentForm,
        Change,
        Qualifier,
        RelativeChange,
        RelativeForm,
        Value,
        remainder,
        total,
    )
    from aseansc.verification import Mismatch

    __version__: str

_MODULES = {
    "Absent": "codelists",
    "AsOf": "periods",
    "AseanscError": "errors",
    "Attainment": "values",
    "AttainmentClaim": "claims",
    "AttainmentForm": "values",
    "Breakdown": "indicators",
    "Certainty": "intervals",
    "Change": "values",
    "ChangeClaim": "claims",
    "Citation": "citations",
    "Claim": "claims",
    "Classification": "classifications",
    "Code": "classifications",
    "CodeList": "codelists",
    "Comparison": "intervals",
    "Direction": "indicators",
    "Document": "citations",
    "Extra": "extras",
    "Figure": "reviews",
    "Finding": "findings",
    "FindingKind": "findings",
    "Frequency": "periods",
    "Indicator": "indicators",
    "IndicatorKind": "indicators",
    "Instrument": "findings",
    "InstrumentKind": "findings",
    "Interval": "intervals",
    "Limits": "limits",
    "LocalizedText": "texts",
    "Mention": "mentions",
    "MentionKind": "mentions",
    "Mismatch": "verification",
    "MonthDay": "periods",
    "Observation": "observations",
    "Period": "periods",
    "PriceBasis": "indicators",
    "Qualifier": "values",
    "RelativeChange": "values",
    "RelativeForm": "values",
    "Review": "reviews",
    "Section": "findings",
    "Series": "observations",
    "ShareClaim": "claims",
    "Span": "citations",
    "Status": "observations",
    "Target": "targets",
    "Text": "texts",
    "Time": "periods",
    "TimeBasis": "periods",
    "TimeCollection": "periods",
    "Unit": "units",
    "UnitKind": "units",
    "Value": "values",
    "load": "interchange",
    "remainder": "values",
    "total": "values",
}
"""The module that defines each name."""

__all__ = [
    "Absent",
    "AsOf",
    "AseanscError",
    "Attainment",
    "AttainmentClaim",
    "AttainmentForm",
    "Breakdown",
    "Certainty",
    "Change",
    "ChangeClaim",
    "Citation",
    "Claim",
    "Classification",
    "Code",
    "CodeList",
    "Comparison",
    "Direction",
    "Document",
    "Extra",
    "Figure",
    "Finding",
    "FindingKind",
    "Frequency",
    "Indicator",
    "IndicatorKind",
    "Instrument",
    "InstrumentKind",
    "Interval",
    "Limits",
    "LocalizedText",
    "Mention",
    "MentionKind",
    "Mismatch",
    "MonthDay",
    "Observation",
    "Period",
    "PriceBasis",
    "Qualifier",
    "RelativeChange",
    "RelativeForm",
    "Review",
    "Section",
    "Series",
    "ShareClaim",
    "Span",
    "Status",
    "Target",
    "Text",
    "Time",
    "TimeBasis",
    "TimeCollection",
    "Unit",
    "UnitKind",
    "Value",
    "load",
    "remainder",
    "total",
]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("aseansc")
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module 'aseansc' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"aseansc.{module}"), name)
    globals()[name] = value  # later look-ups find it directly
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
