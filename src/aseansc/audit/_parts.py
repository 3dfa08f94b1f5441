"""Cut a review down to some of its figures."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Final

from attrs import evolve

from aseansc._relations import Relations
from aseansc.claims import Claim
from aseansc.codelists import Absent
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
        self._relations = Relations(review.indicators)

    def of(self, names: Iterable[str]) -> Review:
        """Return a review with only some of the figures, and what they refer to."""
        figures = self._figures
        kept = sorted(_closure(names, lambda name: _references(figures[name]), figures), key=self._places.__getitem__)
        chosen = [figures[name] for name in kept]
        named = {getattr(figure, field, "") for figure in chosen for field in ("indicator", "whole")}
        used = sorted(self._indicators[name] for name in self._relations.around(named))
        return evolve(
            self.review,
            indicators=[item for _, item in used],
            observations=[item for item in chosen if isinstance(item, Observation)],
            targets=[item for item in chosen if isinstance(item, Target)],
            claims=[item for item in chosen if not isinstance(item, Observation | Target)],
            mentions=(),
            findings=(),
        )


def _closure(names: Iterable[str], related: Callable[[str], Iterable[str]], known: Container[str]) -> set[str]:
    found: set[str] = set()
    waiting = [name for name in names if name in known]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in related(name) if other in known]
    return found


def _references(figure: Observation | Target | Claim) -> Iterator[str]:
    others = (getattr(figure, name, Absent.NOT_APPLICABLE) for name in _REFERENCES)
    return (other for other in others if not isinstance(other, Absent))
