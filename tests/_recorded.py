"""Compare many lines of results with those of an earlier run, in ``tests/recorded/``.

Such a test finds faults that no rule describes: a bound, a name or a message that changed. The recorded lines are to be
read: those that change belong to the same commit as their reason.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "recorded"
_MOST = 20
"""The most differences in a message; more say nothing new."""


def require_recorded(name: str, lines: list[str]) -> None:
    """Fail and show the differences if the lines are not those that were recorded."""
    file = FOLDER / name
    lines = [line.replace("\n", "⏎") for line in lines]
    if os.environ.get("ASEANSC_RECORD"):
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    known = file.read_text(encoding="utf-8").splitlines()
    if lines != known:
        changes = [line for line in unified_diff(known, lines, lineterm="", n=0) if line[:2] not in ("--", "++", "@@")]
        pytest.fail(
            f"{len(changes):,} lines of {file.name} changed; if this is meant, run this test again with "
            "ASEANSC_RECORD=1, and read the differences:\n" + "\n".join(changes[:_MOST])
        )
