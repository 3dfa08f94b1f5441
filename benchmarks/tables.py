"""Compare the speed of reading and writing tables (CSV and Excel) with JSON.

Run ``python benchmarks/tables.py [times]``. The review is that of the dataset of Lai Châu, with each figure repeated.
Both formats run in turn, without garbage collection; each printed number is the ratio of the least processor times of
all rounds. Reading CSV must take at most 1.6 times as long as reading the JSON document of the same review.
"""

from __future__ import annotations

import io
import sys
from typing import Any

import attrs
from side_by_side import compare, verdict

from aseansc import Review
from aseansc.datasets import lai_chau
from aseansc.interchange import csv, excel, json

TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 20
ROUNDS = 11
MOST = {"read csv": 1.6}


def repeated(review: Review, times: int) -> Review:
    observations = [
        attrs.evolve(each, id=f"{each.id}.{number}") for number in range(times) for each in review.observations
    ]
    return attrs.evolve(review, observations=(*review.observations, *observations))


def main() -> int:
    review = repeated(lai_chau.load(), TIMES)
    document = json.dumps(review)
    formats: dict[str, Any] = {"csv": csv, "excel": excel}
    failed = False
    for name, module in formats.items():
        written = io.BytesIO()
        module.dump(review, written)
        content = written.getvalue()
        assert module.load(io.BytesIO(content)) == review
        rows = {
            f"read {name}": (lambda m=module, c=content: m.load(io.BytesIO(c)), lambda: json.loads(document)),
            f"write {name}": (lambda m=module: m.dump(review, io.BytesIO()), lambda: json.dumps(review)),
        }
        for row, (ours, theirs) in rows.items():
            ratio, mine, other = compare(ours, theirs, ROUNDS)
            most = MOST.get(row)
            failed |= most is not None and ratio > most
            print(
                f"{row:12} {ratio:6.2f} x json   {mine * 1e3:8.1f} ms, json {other * 1e3:.1f} ms{verdict(ratio, most)}"
            )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
