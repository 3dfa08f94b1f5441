"""Check that the audit never contradicts a review whose figures are all true.

Run ``python benchmarks/soundness.py [reviews]``. The default is 10 000 reviews, which takes minutes. The exit status is
1 if a review was contradicted.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings

from aseansc import Review
from aseansc.audit import Verdict, audit
from aseansc.strategies import consistent_reviews

REVIEWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000

seen: Counter[str] = Counter()
codes: Counter[tuple[str, str]] = Counter()
contradicted: list[str] = []


@settings(
    max_examples=REVIEWS,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(consistent_reviews(max_statements=16))
def judge(review: Review) -> None:
    result = audit(review)
    seen["reviews"] += 1
    seen["figures"] += len(review.figures())
    for check in result.checks:
        codes[check.code.value, check.verdict.value] += 1
    if result.contradicted:
        contradicted.append(result.contradicted[0].message())


start = time.perf_counter()
judge()
print(f"{seen['reviews']} reviews, {seen['figures']} figures, {time.perf_counter() - start:.0f} s")
names = sorted({code for code, _ in codes})
print(f"{'check':20}" + "".join(f"{verdict.value:>14}" for verdict in Verdict))
for name in names:
    print(f"{name:20}" + "".join(f"{codes[name, verdict.value]:>14}" for verdict in Verdict))
print(f"reviews with a contradiction: {len(contradicted)}")
for message in contradicted[:10]:
    print("  ", message)
sys.exit(bool(contradicted))
