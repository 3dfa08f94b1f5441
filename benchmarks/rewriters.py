"""Count what the programs of others do to random reviews: read back equal, reported as changed, or changed in silence.

    python benchmarks/rewriters.py [--reviews 300] [--seed 1] [--office]

Every review goes through every program of `tests/interchange/_rewriters.py`; with `--office`, also through LibreOffice,
25 workbooks at a time. A row for each program:

- equal: the review is the same.
- reported: reading raises an error.
- refused: the program cannot read or write the file.
- guessed: the program takes texts for numbers, and the review has such texts (the page about CSV says so).
- silent: the review is different and nothing says so. There must be none.
"""

from __future__ import annotations

import argparse
import json as plain_json
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.interchange._rewriters import REWRITERS, CannotRewriteError, saved_by_libreoffice
from tests.interchange.test_rewriters import GUESSING, has_texts_like_numbers

from aseansc import Review
from aseansc.errors import AseanscError
from aseansc.interchange import excel, json
from aseansc.strategies import reviews

BATCH = 25
RESULTS = ("equal", "reported", "refused", "guessed", "silent")


def main() -> None:
    options = argparse.ArgumentParser(description="Count what other programs do to random reviews.")
    options.add_argument("--reviews", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--office", action="store_true")
    given_options = options.parse_args()
    found = _random(given_options.reviews, given_options.seed)
    print(f"{len(found)} reviews, {sum(len(one.observations) for one in found)} observations", flush=True)
    counts: dict[str, Counter[str]] = {name: Counter() for name in REWRITERS}
    start = time.process_time()
    for review in found:
        for name, rewrite in REWRITERS.items():
            counts[name][_result(name, review, lambda rewrite=rewrite, review=review: rewrite(review))] += 1
    if given_options.office:
        counts["Excel by LibreOffice"] = Counter(_through_office(found))
    print("program".ljust(36), *(name.rjust(9) for name in RESULTS))
    for name, count in counts.items():
        print(name.ljust(36), *(str(count[result]).rjust(9) for result in RESULTS))
    print(f"{time.process_time() - start:.0f} s of processor time")


def _random(number: int, first: int) -> list[Review]:
    """Return random reviews, the same ones for the same seed."""
    found: list[Review] = []

    @seed(first)
    @settings(
        max_examples=number, phases=[Phase.generate], database=None, deadline=None, suppress_health_check=[*HealthCheck]
    )
    @given(reviews())
    def collect(review: Review) -> None:
        found.append(review)

    collect()
    return found


def _result(name: str, review: Review, rewrite: Callable[[], Review]) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # those of the other program
            read = rewrite()
    except CannotRewriteError:
        return "refused"
    except AseanscError:
        return "reported"
    if read == review:
        return "equal"
    if name in GUESSING and has_texts_like_numbers(plain_json.loads(json.dumps(review))):
        return "guessed"
    print(f"changed in silence: {name}\n{json.dumps(review)}", flush=True)
    return "silent"


def _through_office(found: Sequence[Review]) -> Iterator[str]:
    for first in range(0, len(found), BATCH):
        batch = found[first : first + BATCH]
        for review, saved in zip(batch, saved_by_libreoffice(batch), strict=True):
            yield _result("Excel by LibreOffice", review, lambda saved=saved: excel.load(saved))


if __name__ == "__main__":
    main()
