"""The number of examples of property-based tests, which depends on the profile."""

from __future__ import annotations

from hypothesis import settings

NIGHTLY = settings.default.max_examples >= 1000
"""Whether this is the profile for the night, with which tests may take hours."""


def examples(times: float) -> int:
    """Return a multiple of the examples of the profile, at least one, for fast tests or tests of rare cases."""
    return max(1, round(times * settings.default.max_examples))
