"""Measure the import time of the package in new processes, relative to ``import attrs``.

python benchmarks/imports.py [rounds]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

CASES = {
    "import aseansc": ("import aseansc", 0.5),
    "from aseansc import Review, Observation, Value": ("from aseansc import Review, Observation, Value", 1.9),
    "the first conversion": (
        "from aseansc import Value, Unit; Value.parse('5 hectare').to(Unit.parse('square_metre'))",
        1.5,
    ),
    "lai_chau.load()": ("from aseansc.datasets import lai_chau; lai_chau.load()", 2.5),
}
BASE = "import attrs"


def seconds(code: str) -> float:
    # Byte code is written in the first round and then reused, as for an installed package.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return time.perf_counter() - started


def main(rounds: int) -> None:
    ratios: dict[str, list[float]] = {name: [] for name in CASES}
    for number in range(rounds + 1):
        base = seconds(BASE)
        for name, (code, _) in CASES.items():
            ratio = seconds(code) / base
            if number:  # the first round warms the caches
                ratios[name].append(ratio)
    print(f"time of the whole process, as a multiple of `{BASE}`; median of {rounds} rounds")
    for name, (_, goal) in CASES.items():
        low, middle, high = min(ratios[name]), statistics.median(ratios[name]), max(ratios[name])
        print(f"{name:50s} {middle:5.2f}  ({low:.2f} to {high:.2f})  goal {goal}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
