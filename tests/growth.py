"""Measure how time and memory grow with the input."""

import gc
import math
import subprocess
import sys
from collections.abc import Callable, Sequence
from statistics import fmean
from time import process_time

_PEAK = """
import os, re, resource, sys
if os.path.exists("/proc/self/status"):  # ru_maxrss would count the memory of the process that started this one
    print(re.search(r"VmHWM:\\s*([0-9]+)", open("/proc/self/status").read())[1], file=sys.__stderr__)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.__stderr__)
"""


def slope(work: Callable[[int], Callable[[], object]], sizes: Sequence[int], *, runs: int = 3) -> float:
    """Return the slope of log(process time) over log(size): 1 is linear, 2 is quadratic.

    Each size is measured `runs` times, and the shortest time is used. The sizes are measured in turn, so that a busy
    moment of the machine does not affect only one of them. A machine has a slow and a fast state, too, and the shortest
    time of one size may be of the fast one only. So larger sizes are added while the times look more than linear: such a
    factor matters less among them, and a square more.

    Args:
        work: function that prepares input of a given size and returns the function to measure, which must catch errors
            of the library.
        sizes: the sizes, for example ``(1000, 2000, 4000)``.
        runs: the number of measurements of each size.
    """
    best = dict.fromkeys(sizes, math.inf)
    found = math.inf
    for attempt in range(_MOST_ATTEMPTS):
        if attempt in _LARGER:
            best[2 * max(best)] = math.inf
        for _ in range(runs):
            for size in best:
                best[size] = min(best[size], _seconds(work(size)))
        accepted = {n: time for n, time in best.items() if n in sizes or time > best[n // 2]}
        found = _fitted(accepted)  # an input beyond a limit is refused at once
        if found < _LINEAR:
            break
    return found


def shortest(timed: Callable[[], object], limit: float) -> float:
    """Return the shortest process time of a function in several runs; a run below the limit is the last one."""
    found = math.inf
    for _ in range(_MOST_ATTEMPTS):
        found = min(found, _seconds(timed))
        if found < limit:
            break
    return found


_MOST_ATTEMPTS = 6
_LARGER = (2, 4)
_LINEAR = 1.15
"""Other programs only add time, so the shortest times of more rounds are nearer the truth; one like this needs no more."""


def _seconds(timed: Callable[[], object]) -> float:
    was_on = gc.isenabled()
    gc.disable()  # a collection goes through the objects of all other tests, too
    try:
        start = process_time()
        timed()
        return max(process_time() - start, 1e-6)
    finally:
        if was_on:
            gc.enable()


def _fitted(seconds: dict[int, float]) -> float:
    xs = [math.log(size) for size in seconds]
    ys = [math.log(value) for value in seconds.values()]
    middle, height = fmean(xs), fmean(ys)
    spread = sum((x - middle) ** 2 for x in xs)
    return sum((x - middle) * (y - height) for x, y in zip(xs, ys, strict=True)) / spread


def peak_megabytes(code: str, *args: str) -> int:
    """Run Python code in a new process, and return its peak memory in megabytes.

    Args:
        code: the source code; it must catch the errors that it expects.
        args: the value of `sys.argv[1:]` in that process.

    Raises:
        AssertionError: if the code fails, with its output.
    """
    done = subprocess.run([sys.executable, "-c", code + _PEAK, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    kilobytes = int(done.stderr.split()[-1])
    return kilobytes // (1024 * 1024 if sys.platform == "darwin" else 1024)
