"""Classifications: versioned code lists, including the ASCC Blueprint and places.

A list is built only when it is first used.
"""

from __future__ import annotations

from importlib import import_module

from aseansc.classifications._codes import Classification, Code

TYPE_CHECKING = False  # type checkers treat this name as true; importing it from typing would double the import time
if TYPE_CHECKING:
    from aseansc.classifications.ascc import ASCC_2025
    from aseansc.classifications.asean import ASEAN
    from aseansc.classifications.decision_155 import DECISION_155
    from aseansc.classifications.places import PLACES
    from aseansc.classifications.poverty import POVERTY_STANDARDS

__all__ = ["ASCC_2025", "ASEAN", "DECISION_155", "PLACES", "POVERTY_STANDARDS", "Classification", "Code"]

_MODULES = {
    "ASCC_2025": "ascc",
    "ASEAN": "asean",
    "DECISION_155": "decision_155",
    "PLACES": "places",
    "POVERTY_STANDARDS": "poverty",
}


def __getattr__(name: str) -> Classification:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: Classification = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
