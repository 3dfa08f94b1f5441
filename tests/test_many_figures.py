"""A figure takes as much time and memory among 100,000 figures as among 10,000.

That is measured at night. By day, there are 5,000 and 500, which takes a minute.
"""

from __future__ import annotations

import os
import subprocess
import sys
from math import inf

import pytest

from tests._many_figures import WORKS

pytestmark = pytest.mark.growth

FEW, MANY = (10_000, 100_000) if os.environ.get("ASEANSC_PROFILE") == "nightly" else (500, 5_000)
MOST = 1.5 * MANY / FEW
"""How many times as much the many may take; if time grew with the square, it would be 100 times."""
A_LITTLE = 16
"""Megabytes that differ from run to run."""


def measured(name: str, *words: str) -> list[tuple[float, float]]:
    """Return the seconds and the megabytes of each size, in a new process."""
    command = [sys.executable, "-m", "tests._many_figures", name, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [(float(seconds), float(megabytes)) for seconds, megabytes in map(str.split, done.stdout.splitlines())]


@pytest.mark.parametrize("name", WORKS)
def test_the_time_and_memory_of_a_figure_do_not_grow(name: str) -> None:
    growth = inf
    for _ in range(3):  # other programs only add time; both are measured in one process, at one speed of the machine
        (of_few, small), (of_many, large) = measured(name, str(FEW), str(MANY))
        growth = min(growth, of_many / of_few)
        if growth <= MOST:
            break
    assert growth <= MOST, f"the time grew {growth:.1f} times, last from {of_few:.2f} s to {of_many:.2f} s"
    if large > MOST * small + A_LITTLE:  # the few may fit into what their preparation left free
        ((_, allocated),) = measured(name, str(FEW), "--allocated")
        small = max(small, allocated)
    assert large <= MOST * small + A_LITTLE, f"{small:.0f} MB grew to {large:.0f} MB"
