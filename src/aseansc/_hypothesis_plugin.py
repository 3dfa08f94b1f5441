"""Register the types of the model with `hypothesis.strategies.from_type`, so that tests need no extra import.

Hypothesis calls the entry point of this module at the end of its own import. The types of the model may be imported
before or after that. Therefore the entry point registers the types that are already imported, and each module of the
model calls `offer` at its end. The strategies themselves are imported when they are first used. This module imports
only `sys` at run time, so that ``import hypothesis`` stays fast.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

_STRATEGIES: dict[str, dict[str, str]] = {
    "aseansc.citations": {"Citation": "citations", "Document": "documents", "Span": "spans"},
    "aseansc.claims": {
        "AttainmentClaim": "attainment_claims",
        "ChangeClaim": "change_claims",
        "ShareClaim": "share_claims",
    },
    "aseansc.classifications._codes": {"Classification": "classifications", "Code": "codes"},
    "aseansc.drafts._draft": {"Draft": "drafts"},
    "aseansc.drafts._partials": {"Gap": "gaps", "PartialRecord": "partials"},
    "aseansc.errors": {"AseanscError": "errors"},
    "aseansc.extras": {"Extra": "extras"},
    "aseansc.findings": {"Finding": "findings", "Instrument": "instruments", "Section": "sections"},
    "aseansc.indicators": {"Breakdown": "breakdowns", "Indicator": "indicators"},
    "aseansc.intervals": {"Comparison": "comparisons", "Interval": "intervals"},
    "aseansc.mentions": {"Mention": "mentions"},
    "aseansc.observations": {"Observation": "observations", "Series": "series"},
    "aseansc.periods": {"AsOf": "as_ofs", "MonthDay": "month_days", "Period": "periods"},
    "aseansc.reviews._review": {"Review": "reviews"},
    "aseansc.reviews._verification": {"Mismatch": "mismatches"},
    "aseansc.targets": {"Target": "targets"},
    "aseansc.texts": {"LocalizedText": "localized_texts", "Text": "texts"},
    "aseansc.units._unit": {"Unit": "units"},
    "aseansc.values._percents": {"Attainment": "attainments", "RelativeChange": "relative_changes"},
    "aseansc.values._quantities": {"Change": "changes", "Value": "values"},
}
"""The strategy for each type, by the module that defines the type."""


def offer(module: str) -> None:
    """Register the strategies for the types of a module with Hypothesis, if Hypothesis is already imported.

    Otherwise do nothing: the entry point of this module registers them when Hypothesis is imported.
    """
    # While Hypothesis is still being imported, this is None; the entry point runs at the end of that import.
    register = getattr(sys.modules.get("hypothesis.strategies"), "register_type_strategy", None)
    if register is not None:
        for name, strategy in _STRATEGIES[module].items():
            register(getattr(sys.modules[module], name), _drawn_by(strategy))


def _drawn_by(strategy: str) -> Callable[[object], Any]:
    def resolve(_type: object) -> Any:
        from aseansc import strategies

        return getattr(strategies, strategy)()

    return resolve


def _hypothesis_setup_hook() -> None:  # pyright: ignore[reportUnusedFunction]  # the entry point
    for module in _STRATEGIES:
        # A module that is still being imported registers its types at its end.
        if all(hasattr(sys.modules.get(module), name) for name in _STRATEGIES[module]):
            offer(module)
