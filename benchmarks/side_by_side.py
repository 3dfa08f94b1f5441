"""Compare the CPU time of two functions that run in turn, without garbage collection."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Compared(NamedTuple):
    """The median ratio of the times over the rounds, and the median seconds of each function."""

    ratio: float
    ours: float
    theirs: float


def compare(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> Compared:
    """Run both functions in turn for this number of rounds, and return the medians."""
    seconds: list[tuple[float, float]] = []
    was_on = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            spent: list[float] = []
            for side in (ours, theirs):
                gc.collect()
                start = time.process_time()
                side()
                spent.append(time.process_time() - start)
            seconds.append((spent[0], spent[1]))
    finally:
        if was_on:
            gc.enable()
    mine, other = (statistics.median(side) for side in zip(*seconds, strict=True))
    return Compared(statistics.median(one / another for one, another in seconds), mine, other)
