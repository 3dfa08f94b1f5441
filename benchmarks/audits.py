"""Measure the time of an audit for reviews of 100 to 100,000 figures.

Run ``python benchmarks/audits.py``. It measures the processor time with the garbage collector that programs have by
default: the least of some audits of each size, in turn. For each figure, an audit of 100,000 figures must take at most
1.15 times as long as one of 1,000.
"""

from __future__ import annotations

import time

from side_by_side import verdict

from aseansc import Period, Review, Text, Value
from aseansc.audit import audit
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.indicators import Breakdown
from aseansc.units import household, percent, person_turn

SIZES = (100, 1_000, 10_000, 100_000)
ROUNDS = 3
MOST = 1.15


def made(figures: int) -> Review:
    """Build a true review of many sectors and years, with parts and wholes, rates, flows and averages."""
    part = ReportPart(document="report", place="VN-01", period=Period.years(2016, 2018))
    cited = 0

    def cite() -> object:
        nonlocal cited
        cited += 2
        return part.cite(cited, "x")

    sector = 0
    while len(part.observations) < figures:
        sector += 1
        names = [f"sector-{sector}-group-{number}" for number in range(3)]
        groups = [part.stock(name, household, en=name, vi=name) for name in names]
        whole = part.stock(
            f"sector-{sector}",
            household,
            en="All",
            vi="Tất cả",
            breakdowns=(Breakdown(parts=tuple(names), complete=True, disjoint=True),),
        )
        rate = part.share(f"sector-{sector}-rate", of=groups[0], among=whole, en="Rate", vi="Tỷ lệ")
        visits = part.flow(f"sector-{sector}-visits", person_turn, en="Visits", vi="Lượt")
        for year in (2016, 2017, 2018):
            for number, group in enumerate(groups):
                part.at_end(group, Value.exact(100 + number, household), Period.year(year), cite())  # type: ignore[arg-type]
            part.at_end(whole, Value.exact(303, household), Period.year(year), cite())  # type: ignore[arg-type]
            part.at_end(rate, Value.exact("33.0", percent), Period.year(year), cite())  # type: ignore[arg-type]
            part.total(visits, Value.exact(1000, person_turn), Period.year(year), cite())  # type: ignore[arg-type]
        part.total(visits, Value.exact(3000, person_turn), part.period, cite())  # type: ignore[arg-type]
        part.average(visits, Value.exact(1000, person_turn), part.period, cite())  # type: ignore[arg-type]
    return assemble(
        part,
        id="many",
        title=Text(en="Many"),
        programme=Text(en="None"),
        documents=[Document(id="report", title="Report", sha256=sha256_of("x"), lang="vi")],
    )


def seconds(review: Review) -> float:
    """Return the processor time of an audit."""
    start = time.process_time()
    result = audit(review)
    took = time.process_time() - start
    assert not result.contradicted
    return took


def main() -> None:
    reviews = [made(figures) for figures in SIZES]
    least = [float("inf")] * len(SIZES)
    for _ in range(ROUNDS):
        for number, review in enumerate(reviews):
            repeats = max(1, SIZES[0] * 100 // SIZES[number])  # small audits are measured more often
            least[number] = min(least[number], *(seconds(review) for _ in range(repeats)), float("inf"))
    each = [took / len(review.observations) for took, review in zip(least, reviews, strict=True)]
    for review, took, one in zip(reviews, least, each, strict=True):
        words = verdict(one / each[1], MOST) if one is each[-1] else ""
        print(
            f"{len(review.observations):>7,} figures {took:7.3f} s {one * 1e6:5.0f} µs for each, "
            f"{one / each[1]:.2f} times that of {SIZES[1]:,}{words}"
        )


if __name__ == "__main__":
    main()
