"""Compare the processor time of two functions that run in turn, and print whether it is what it must be."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import NamedTuple


class Compared(NamedTuple):
    """The ratio of the least times of all rounds, and the least seconds of each function."""

    ratio: float
    ours: float
    theirs: float


def compare(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> Compared:
    """Run both functions in turn without garbage collection, and return their least times: others only add to them."""
    least = [float("inf"), float("inf")]
    was_on = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            for number, side in enumerate((ours, theirs)):
                gc.collect()
                start = time.process_time()
                side()
                least[number] = min(least[number], time.process_time() - start)
    finally:
        if was_on:
            gc.enable()
    return Compared(least[0] / least[1], *least)


def with_collector(run: Callable[[], object]) -> Callable[[], object]:
    """Return a function that runs with the garbage collector of Python, as programs do by default."""

    def collecting() -> object:
        gc.enable()
        try:
            return run()
        finally:
            gc.disable()

    return collecting


def verdict(ratio: float, most: float | None) -> str:
    """Return the words that state whether a ratio is what it must be; empty if it may be anything."""
    if most is None:
        return ""
    return f", must be at most {most}: {'reached' if ratio <= most else 'missed'}"
