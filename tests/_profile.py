"""How many examples a property tries in this run: quick by default, long at night."""

from __future__ import annotations

from hypothesis import settings


def examples(times: float) -> int:
    """So many times as many examples as the profile has; for properties whose draws are cheap, or whose faults are rare."""
    return round(times * settings.default.max_examples)
