"""Cut a review down to some of its figures."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve

from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.indicators import Indicator
from aseansc.reviews import Figure, Review

_REFERENCES: Final = ("start", "end", "actual", "target", "part", "baseline", "revises")
"""Fields of figures that have the id of another figure."""


def part_of(review: Review, names: set[str]) -> Review:
    """Return a review with only some of the figures, and what they refer to; the review itself if that fails."""
    figures = {figure.id: figure for figure in (*review.figures(), *review.targets)}
    indicators = {indicator.id: indicator for indicator in review.indicators}
    kept = _closure(names, lambda name: _references(figures[name]), figures)
    named = {getattr(figures[name], field, "") for name in kept for field in ("indicator", "whole")}
    used = _with_relations(_closure(named, lambda name: _related(indicators[name]), indicators), indicators)
    try:
        return evolve(
            review,
            indicators=[item for item in review.indicators if item.id in used],
            observations=[item for item in review.observations if item.id in kept],
            targets=[item for item in review.targets if item.id in kept],
            claims=[item for item in review.claims if item.id in kept],
            mentions=(),
            findings=(),
        )
    except AseanscError:
        return review


def _closure(names: Iterable[str], related: Callable[[str], Iterable[str]], known: Container[str]) -> set[str]:
    found: set[str] = set()
    waiting = [name for name in names if name in known]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in related(name) if other in known]
    return found


def _with_relations(used: set[str], indicators: Mapping[str, Indicator]) -> set[str]:
    """Add the indicators that relate some of the used ones to each other: a rate of two of them, a whole of two."""
    while more := {name for name, item in indicators.items() if name not in used and _relates(item, used)}:
        used = _closure(used | more, lambda name: _related(indicators[name]), indicators)
    return used


def _relates(indicator: Indicator, used: Container[str]) -> bool:
    return len({name for name in _related(indicator) if name in used}) > 1


def _related(indicator: Indicator) -> Iterator[str]:
    """Yield the ids of the parts, the numerator, the denominator and the flows of an indicator."""
    yield from indicator.inflows
    yield from indicator.outflows
    for breakdown in indicator.breakdowns:
        yield from breakdown.parts
    for other in (indicator.numerator, indicator.denominator):
        if isinstance(other, str):
            yield other


def _references(figure: Figure) -> Iterator[str]:
    for name in _REFERENCES:
        other = getattr(figure, name, Absent.NOT_APPLICABLE)
        if isinstance(other, str):
            yield other
