"""Announce the types of the model to ``hypothesis.strategies.from_type``, so that tests need no extra import.

Hypothesis calls the entry point of this module at the end of its own import. The types of the model may be imported
before or after that. Therefore each module of the model calls `offer` with its types, and the entry point registers
those that were offered before. The strategies themselves, in `aseansc.strategies`, are imported when they are first
used. This module imports only `sys` at run time, so that ``import hypothesis`` stays fast.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

_OFFERED: list[type] = []
"""The types that were offered before Hypothesis was imported."""


def offer(*types: type) -> None:
    """Register the strategies of types with Hypothesis, now or at the end of its import."""
    # While Hypothesis is still being imported, this is None; the entry point runs at the end of that import.
    register = getattr(sys.modules.get("hypothesis.strategies"), "register_type_strategy", None)
    if register is None:
        _OFFERED.extend(types)
        return
    for kind in types:
        register(kind, _strategy_of(kind))


def _strategy_of(kind: type) -> Callable[[object], Any]:
    def resolve(_type: object) -> Any:
        from aseansc.strategies import STRATEGIES

        return STRATEGIES[kind]()

    return resolve


def _hypothesis_setup_hook() -> None:  # pyright: ignore[reportUnusedFunction]  # the entry point
    offer(*_OFFERED)
