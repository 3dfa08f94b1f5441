"""Cut a review down to some of its figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Final

from attrs import evolve

from aseansc.claims import Claim
from aseansc.codelists import Absent
from aseansc.indicators import Indicator
from aseansc.observations import Observation
from aseansc.reviews import Review
from aseansc.targets import Target

_REFERENCES: Final = ("start", "end", "actual", "target", "part", "baseline", "revises")
"""Fields of figures that have the id of another figure."""


class Parts:
    """The figures and indicators of a review, indexed once, so that many small parts of a large review are quick."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self._figures: dict[str, Observation | Target | Claim] = {
            figure.id: figure for figure in (*review.observations, *review.targets, *review.claims)
        }
        self._places = {name: place for place, name in enumerate(self._figures)}
        self._indicators = {item.id: (place, item) for place, item in enumerate(review.indicators)}
        self._relating: defaultdict[str, set[str]] = defaultdict(set)
        for item in review.indicators:
            for name in related(item):
                self._relating[name].add(item.id)

    def of(self, names: Iterable[str]) -> Review:
        """Return a review with only some of the figures, and what they refer to."""
        figures = self._figures
        kept = sorted(_closure(names, lambda name: _references(figures[name]), figures), key=self._places.__getitem__)
        chosen = [figures[name] for name in kept]
        named = {getattr(figure, field, "") for figure in chosen for field in ("indicator", "whole")}
        used = sorted(self._indicators[name] for name in self._with_relations(named))
        return evolve(
            self.review,
            indicators=[item for _, item in used],
            observations=[item for item in chosen if isinstance(item, Observation)],
            targets=[item for item in chosen if isinstance(item, Target)],
            claims=[item for item in chosen if not isinstance(item, Observation | Target)],
            mentions=(),
            findings=(),
        )

    def _with_relations(self, names: Iterable[str]) -> set[str]:
        """Return indicators with those they are computed from, and with what relates two of them to each other.

        A rate relates its numerator and denominator, and a whole two of its parts.
        """
        used, more = set[str](), set(names)
        while more:
            used = _closure(used | more, lambda name: related(self._indicators[name][1]), self._indicators)
            relating = Counter(other for name in used for other in self._relating[name])
            more = {name for name, count in relating.items() if count > 1 and name not in used}
        return used


def _closure(names: Iterable[str], related: Callable[[str], Iterable[str]], known: Container[str]) -> set[str]:
    found: set[str] = set()
    waiting = [name for name in names if name in known]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in related(name) if other in known]
    return found


def related(indicator: Indicator) -> Iterator[str]:
    """Yield the ids of the parts, the numerator, the denominator and the flows of an indicator."""
    for breakdown in indicator.breakdowns:
        yield from breakdown.parts
    yield from (*indicator.inflows, *indicator.outflows)
    yield from (other for other in (indicator.numerator, indicator.denominator) if not isinstance(other, Absent))


def _references(figure: Observation | Target | Claim) -> Iterator[str]:
    others = (getattr(figure, name, Absent.NOT_APPLICABLE) for name in _REFERENCES)
    return (other for other in others if not isinstance(other, Absent))
