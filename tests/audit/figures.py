"""Helpers that add figures to a small review, audit it and summarise the verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from aseansc import Value
from aseansc.audit import Audit, Verdict, audit
from aseansc.authoring import ReportPart
from aseansc.indicators import Breakdown, Indicator
from aseansc.units import hectare, household, person, person_turn
from tests.audit.cases import made

V = Value.parse


def asked(build: Callable[[ReportPart], object], date: dt.date | None = None) -> Audit:
    return audit(made(build, date=date))


def verdicts(result: Audit) -> dict[str, str]:
    """Return the verdict of each code, or the worst of several."""
    order = list(Verdict)
    found: dict[str, str] = {}
    for check in sorted(result.checks, key=lambda check: order.index(check.verdict)):
        found[check.code.value] = check.verdict.value
    return found


def stock(part: ReportPart, name: str, unit: object = person, **more: object) -> Indicator:
    return part.stock(name, unit, en=name, vi=name, **more)  # type: ignore[arg-type]


def flow(part: ReportPart, name: str, unit: object = person_turn, **more: object) -> Indicator:
    return part.flow(name, unit, en=name, vi=name, **more)  # type: ignore[arg-type]


def poverty(part: ReportPart) -> tuple[Indicator, Indicator, Indicator]:
    poor, every = stock(part, "poor", household), stock(part, "households", household)
    return poor, every, part.share("poverty", of=poor, among=every, en="Poverty", vi="Tỷ lệ")


def whole(part: ReportPart, name: str, *parts: Indicator, complete: bool = True, unit: object = hectare) -> Indicator:
    """Add a flow that is the sum of others."""
    breakdown = Breakdown(parts=tuple(item.id for item in parts), complete=complete, disjoint=True)
    return flow(part, name, unit, breakdowns=(breakdown,))
