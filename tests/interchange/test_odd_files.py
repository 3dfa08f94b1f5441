"""What every reader and writer makes of files and reviews with random changes, as recorded in ``tests/recorded/``.

A line is recorded for each file: its seed, a digest of the whole answer and its length, and the first difference or
problem. ``python -m tests.interchange.test_odd_files KIND SEED`` prints the whole answer, to compare it with that of an
earlier version.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict

import pytest

from tests._recorded import FOLDER, require_recorded
from tests.interchange._odd_files import KINDS, answer, answers, limits_of, lines_of


def seeds_of(kind: str) -> list[list[int]]:
    """Return the recorded seeds for each file of a kind; they were chosen so that they reach rare code."""
    seeds: defaultdict[int, list[int]] = defaultdict(list)
    for line in (FOLDER / f"odd-{kind}.txt").read_text(encoding="utf-8").splitlines():
        head = re.match(r"(?:file )?(\d+)", line)
        assert head
        if line.startswith("file"):
            seeds[int(head[1])] = []
        else:
            seeds[[*seeds][-1]].append(int(head[1]))
    return [*seeds.values()]


@pytest.mark.parametrize("kind", KINDS)
def test_odd_files_are_read_as_recorded(kind: str) -> None:
    require_recorded(f"odd-{kind}.txt", list(answers(kind, seeds_of(kind))))


def show(name: str, seed: int) -> None:
    kind = KINDS[name]
    for content in kind.files():
        changed = kind.change(random.Random(f"{name} {seed}"), content)
        print(*answer(kind, changed, lines_of(kind.read(content)), limits_of(seed)), sep="\n")


if __name__ == "__main__":
    show(sys.argv[1], int(sys.argv[2]))
