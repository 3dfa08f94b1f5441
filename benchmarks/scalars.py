"""Compare the speed of single operations on values with pint and a Decimal registry.

Run ``python benchmarks/scalars.py [rounds]``. Both libraries run in turn in one process, without garbage collection.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal

import pint

from aseansc import Value
from aseansc.units import hectare, household, square_kilometre, square_metre

registry = pint.UnitRegistry(None, non_int_type=Decimal)
for line in (
    "household = [household]",
    "square_metre = [area]",
    "hectare = 10000 * square_metre",
    "square_kilometre = 1000000 * square_metre",
):
    registry.define(line)

number = Decimal("1234.5")
ours, twin, other = (Value.exact(text, hectare) for text in ("1234.5", "1234.5", "99.5"))
far = Value.exact("2.5", square_kilometre)
theirs, their_twin, their_other = (registry.Quantity(Decimal(text), "hectare") for text in ("1234.5", "1234.5", "99.5"))
their_far = registry.Quantity(Decimal("2.5"), "square_kilometre")

CASES: dict[str, tuple[Callable[[], object], Callable[[], object], float]] = {
    "create": (lambda: Value(magnitude=number, unit=household), lambda: registry.Quantity(number, "household"), 0.4),
    "parse": (lambda: Value.parse("1234.5 hectare"), lambda: registry("1234.5 hectare"), 0.15),
    "==": (lambda: ours == twin, lambda: theirs == their_twin, 0.1),
    "convert": (lambda: ours.to(square_metre), lambda: theirs.to("square_metre"), 0.25),
    "add in one unit": (lambda: ours + other, lambda: theirs + their_other, 0.35),
    "add across units": (lambda: ours + far, lambda: theirs + their_far, 0.15),
    "compare": (lambda: ours.compare(other), lambda: theirs < their_other, 0.6),
}


def nanoseconds(call: Callable[[], object], count: int) -> float:
    started = time.perf_counter_ns()
    for _ in range(count):
        call()
    return (time.perf_counter_ns() - started) / count


def main(rounds: int) -> None:
    print(f"time relative to pint {pint.__version__} with a Decimal registry; median of {rounds} rounds")
    for name, (own, peer, goal) in CASES.items():
        own(), peer()  # the first conversion computes its factor
        gc.disable()
        measured = [(nanoseconds(own, 2000), nanoseconds(peer, 2000)) for _ in range(rounds)]
        gc.enable()
        ratio = statistics.median(mine / his for mine, his in measured)
        mine, his = (statistics.median(side) for side in zip(*measured, strict=True))
        print(f"{name:18s} {ratio:6.3f}  ({mine:6.0f} ns, pint {his:6.0f} ns)  goal {goal}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
