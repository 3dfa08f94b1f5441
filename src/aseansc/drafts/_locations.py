"""The locations of values in a draft, such as ``observations[0].value.unit``."""

from __future__ import annotations

import re
from typing import Final

from aseansc.errors import AseanscError, ParseError

_STEP: Final = re.compile(r"(?:^|\.)([a-z_][a-z0-9_]*)|\[([0-9]{1,9})\]")


def parse_location(where: str) -> tuple[str | int, ...]:
    """Split a location into its steps: ``observations[0].value`` gives ``("observations", 0, "value")``.

    Raises:
        ParseError: if it is not a location.
    """
    steps: list[str | int] = []
    at = 0
    while isinstance(where, str) and at < len(where):
        match = _STEP.match(where, at)
        if match is None:
            break
        steps.append(match[1] if match[1] is not None else int(match[2]))
        at = match.end()
    if not steps or at != len(where) or not isinstance(steps[0], str):
        raise ParseError(
            "not a location in a draft",
            where="Draft.fill",
            got=where,
            expected="a location such as observations[0].value.unit",
        )
    return tuple(steps)


def at_location(error: AseanscError, where: str, origin: str) -> AseanscError:
    """Return an error with its location in a draft, such as ``observations[0].value``, also as steps."""
    steps = parse_location(where.partition(" (")[0]) if where else ()
    return error.at(f"{where}, from {origin}" if origin else where, steps)
