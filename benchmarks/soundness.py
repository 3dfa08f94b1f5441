"""Check that the audit never contradicts a review whose figures are all true.

Run ``python benchmarks/soundness.py [reviews [seed]]``. The default is 10 000 reviews, which takes minutes. The same
seed draws the same reviews.

An attainment where less is better may be in one of the usual ways that are a wording. A true review may have such a
contradiction, but no other.

In each review, one figure is then printed as reports often do: cut after a digit instead of rounded, a count rounded
without a word, or percent said for percentage points. The audit may contradict such a review, but not its arithmetic:
the nature must be wording or rounding.

The exit status is 1 if a true review was contradicted, or the arithmetic of one with such a figure.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings

from aseansc import Absent, Review
from aseansc.audit import Check, Nature, ReadingKind, Verdict, audit
from aseansc.errors import AseanscError
from aseansc.strategies import consistent_reviews
from aseansc.units import percent, percentage_point
from aseansc.values import Change, Qualifier, RelativeChange, Value

REVIEWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 161
ONE, TEN = Decimal(1), Decimal(10)

seen: Counter[str] = Counter()
codes: Counter[tuple[str, str]] = Counter()
contradicted: list[str] = []
natures: Counter[tuple[str, str]] = Counter()
accused: list[str] = []
rng = random.Random(SEED)

USUAL_WAYS = (ReadingKind.PLAN_BY_ACTUAL, ReadingKind.TWICE_LESS_ACTUAL)


def is_less_is_better(check: Check) -> bool:
    """Return whether a check only says that an attainment where less is better is in another usual way."""
    return check.nature is Nature.WORDING and check.alternative.kind in USUAL_WAYS  # type: ignore[union-attr]


def practices(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield a statement as reports often print it, with the name of the practice."""
    if isinstance(value, Absent) or value.qualifier is not Qualifier.EXACT or not value.magnitude:
        return
    coarse = value.resolution * TEN
    if isinstance(value, Value) and value.unit.is_whole and value.resolution == ONE and value.magnitude >= TEN:
        rounded = (value.magnitude / TEN).to_integral_value(ROUND_HALF_UP) * TEN
        yield "a count rounded without a word", attrs.evolve(value, magnitude=rounded)
    elif isinstance(value, Value) and value.unit == percent and abs(value.magnitude) >= coarse:
        cut = (value.magnitude / coarse).to_integral_value(ROUND_DOWN) * coarse
        yield "cut instead of rounded", attrs.evolve(value, magnitude=cut, resolution=coarse)
    if isinstance(value, Change) and value.unit.numerator == percentage_point:
        unit = percent if value.unit == percentage_point else percent / value.unit.denominators[0]
        yield (
            "percent said for points",
            RelativeChange(magnitude=value.magnitude, unit=unit, resolution=value.resolution),
        )


def printed_loosely(review: Review) -> tuple[str, Review] | None:
    """Return a review with one figure printed in such a way, and the practice; ``None`` if it has no such figure."""
    found = [
        (field, number, practice, value)
        for field in ("observations", "claims")
        for number, record in enumerate(getattr(review, field))
        for practice, value in practices(record.value)
    ]
    if not found:
        return None
    field, number, practice, value = rng.choice(found)
    records = list(getattr(review, field))
    records[number] = attrs.evolve(records[number], value=value)
    try:
        return practice, attrs.evolve(review, **{field: records})
    except AseanscError:
        return None


@seed(SEED)
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
    seen["less is better"] += any(map(is_less_is_better, result.contradicted))
    contradicted.extend([check.message() for check in result.contradicted if not is_less_is_better(check)][:1])
    loose = printed_loosely(review)
    if loose is None:
        return
    found = audit(loose[1])
    natures[loose[0], "reviews"] += 1
    for nature in {check.nature for check in found.contradicted if check.nature}:
        natures[loose[0], nature.value] += 1
    accused.extend(f"{loose[0]}: {check.message()}" for check in found.of_nature(Nature.ARITHMETIC)[:1])


start = time.perf_counter()
judge()
print(f"{seen['reviews']} reviews, {seen['figures']} figures, {time.perf_counter() - start:.0f} s")
names = sorted({code for code, _ in codes})
print(f"{'check':20}" + "".join(f"{verdict.value:>14}" for verdict in Verdict))
for name in names:
    print(f"{name:20}" + "".join(f"{codes[name, verdict.value]:>14}" for verdict in Verdict))
print(f"reviews with a wording where less is better: {seen['less is better']}")
print(f"reviews with another contradiction: {len(contradicted)}")
for message in contradicted[:10]:
    print("  ", message)
print(f"{'practice':34}" + "".join(f"{name:>14}" for name in ("reviews", *Nature)))
for practice in sorted({practice for practice, _ in natures}):
    row = [natures[practice, name] for name in ("reviews", *(nature.value for nature in Nature))]
    print(f"{practice:34}" + "".join(f"{number:>14}" for number in row))
print(f"reviews with such a figure whose arithmetic was contradicted: {len(accused)}")
for message in accused[:10]:
    print("  ", message)
sys.exit(bool(contradicted or accused))
