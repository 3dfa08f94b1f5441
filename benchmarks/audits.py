"""Measure the time of an audit for reviews of 100, 1 000 and 10 000 figures.

Run ``python benchmarks/audits.py``. It measures the CPU time of the process, so that other load on the machine does not
matter. The goals are 10 000 figures in at most 10 s, and at most 120 times the time of 100 figures.
"""

from __future__ import annotations

import time

from aseansc import Period, Review, Text, Value
from aseansc.audit import audit
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.indicators import Breakdown
from aseansc.units import household, percent, person_turn


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


def seconds(review: Review, rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        result = audit(review)
        best = min(best, time.process_time() - start)
        assert not result.contradicted
    return best


if __name__ == "__main__":
    base = 0.0
    for figures, rounds in ((100, 50), (1_000, 10), (10_000, 3)):
        review = made(figures)
        took = seconds(review, rounds)
        base = base or took
        print(f"{len(review.observations):>6} figures  {took:8.3f} s  {took / base:7.1f} times the first")
