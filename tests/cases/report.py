"""A builder of mini-reports for the audit, and the registry of those that the tests use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve, frozen

from aseansc import Document, Period, Review, Text, Value
from aseansc.authoring import ReportPart, assemble
from aseansc.indicators import Breakdown
from aseansc.units import household, percent

PERIOD = Period.years(2016, 2018)


class Report:
    """A report part whose citations get positions of their own, `gap` characters apart."""

    def __init__(self, period=PERIOD, date=None):
        self.part = ReportPart(document="doc", place="VN-01", period=period)
        self.date = date
        self.documents = ["doc"]
        self.position = 0

    def c(self, printed, gap=500, document="doc"):
        """Cite a printed figure."""
        start = self.position
        self.position += len(printed) + gap
        if document not in self.documents:
            self.documents.append(document)
        return evolve(self.part.cite(start, printed), document=document)

    def stock(self, name, unit, **more):
        return self.part.stock(name, unit, en=name, vi=name, **more)

    def flow(self, name, unit, **more):
        return self.part.flow(name, unit, en=name, vi=name, **more)

    def share(self, name, of=None, among=None, **more):
        return self.part.share(name, of=of, among=among, en=name, vi=name, **more)

    def rate(self, name, unit, of=None, among=None, **more):
        return self.part.rate(name, unit, of=of, among=among, en=name, vi=name, **more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.part, name)

    def review(self, name: str) -> Review:
        return assemble(
            self.part,
            id=name,
            title=Text(en=name, vi=name),
            programme=Text(en=name, vi=name),
            documents=[
                Document(id=document, title=document, sha256="0" * 64, **({"date": self.date} if self.date else {}))
                for document in self.documents
            ],
        )


def structure(r, shares):
    """Add an indicator whose parts make up the whole, with the share of each part."""
    parts = [r.stock(f"part{n}", household) for n in range(len(shares))]
    whole = r.stock(
        "whole", household, breakdowns=(Breakdown(parts=tuple(x.id for x in parts), complete=True, disjoint=True),)
    )
    for n, s in enumerate(shares):
        r.at_end(r.share(f"share{n}", parts[n], whole), Value.exact(s, percent), Period.year(2018), r.c(f"{s}%"))


@frozen
class Made:
    """A mini-report: what it says, how it is built, and the topic in which the audit fails on it today, if it does."""

    id: str
    what: str
    build: Callable[[], Review]
    fails: str


REPORTS: dict[str, Made] = {}


def report(name: str, what: str, *, period: Period = PERIOD, date: Any = None, fails: str = ""):
    """Register the decorated function, which fills a `Report`, as a mini-report."""

    def register(fill: Callable[[Report], Any]) -> None:
        def build() -> Review:
            made = Report(period, date)
            fill(made)
            return made.review(name.lower())

        REPORTS[name] = Made(name, what, build, fails)

    return register
