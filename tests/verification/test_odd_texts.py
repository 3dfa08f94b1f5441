"""Answers to random texts, claims and reviews, as recorded in ``tests/recorded/verified-*.txt``.

A digest does not say what is right: it shows that a change of the code answers in another way than before. The message
shows the answers now; ``python -m tests.verification._odd_texts KIND SEED`` at the last commit prints those of before.
To add a case, write its seed at the end of a file, and run this test with ``ASEANSC_RECORD=1``.
"""

from __future__ import annotations

import os
from typing import Final

import pytest

from aseansc.verification import claims_schema
from tests._recorded import FOLDER, require_recorded
from tests.verification._odd_texts import KINDS, answer, digest, distances

_PARTS: Final = {"claims": 4, "languages": 1, "figures": 3, "moved": 3, "json": 1}
_MOST: Final = 3
"""The most cases in a message."""


@pytest.mark.parametrize(("kind", "part"), [(kind, part) for kind in KINDS for part in range(_PARTS[kind])])
def test_answers_are_as_recorded(kind: str, part: int) -> None:
    """The cases of a kind are in parts, so that what a change of the code shows is found soon."""
    file = FOLDER / f"verified-{kind}.txt"
    known = file.read_text(encoding="utf-8").splitlines()
    if os.environ.get("ASEANSC_RECORD") and part == 0:
        known = [f"{seed} {digest(kind, int(seed))}" for seed, *_ in map(str.split, known)]
        file.write_text("".join(f"{line}\n" for line in known), encoding="utf-8")
    chosen = [line.split() for line in known[part :: _PARTS[kind]]]
    changed = [seed for seed, recorded in chosen if digest(kind, int(seed)) != recorded]
    if changed:
        shown = "\n".join(f"{kind} {seed}: " + "\n".join(answer(kind, int(seed))) for seed in changed[:_MOST])
        pytest.fail(
            f"{len(changed):,} cases of {file.name} are answered in another way than before; if this is meant, run this "
            f"test again with ASEANSC_RECORD=1. They are answered now as:\n{shown}"
        )


def test_answers_at_growing_distances_are_as_recorded() -> None:
    require_recorded("verified-distances.txt", list(distances()))


def test_the_schema_of_claims_is_as_recorded() -> None:
    require_recorded("claims-schema.txt", claims_schema().splitlines())
