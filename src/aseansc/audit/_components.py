"""Divide a review into components: no rule compares a figure of one component with a figure of another.

A large review is judged one component after another. Each fits into the caches of the processor, so the time for a
figure does not grow with the review.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final, TypeVar

from attrs import frozen

from aseansc._relations import related
from aseansc.claims import AttainmentClaim, ChangeClaim, Claim, ShareClaim
from aseansc.codelists import Absent
from aseansc.findings import Finding
from aseansc.indicators import Direction, Indicator
from aseansc.observations import Observation
from aseansc.reviews import Review
from aseansc.targets import Target

_ENOUGH: Final = 1000
"""Number of observations from which on a review is divided, and that a component has, if it can."""
_NamedT = TypeVar("_NamedT", bound=Hashable)
_RecordT = TypeVar("_RecordT")


@frozen(eq=False)
class Component:
    """Some indicators of a review, with all that the review states of them."""

    review: Review
    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    targets: tuple[Target, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def whole(review: Review) -> Component:
    """Return a review as one component."""
    return Component(review, review.indicators, review.observations, review.targets, review.claims, review.findings)


def components(review: Review, enough: int = _ENOUGH) -> Iterator[Component]:
    """Yield the components of a review, in the order of its indicators.

    Args:
        review: the review.
        enough: the number of observations that a component has before another one is begun.
    """
    if len(review.observations) <= enough:
        yield whole(review)
        return
    numbers = _numbers(review, enough)
    count = 1 + max(numbers.values())

    def divided(records: Iterable[_RecordT], indicator_of: Callable[[_RecordT], str]) -> Iterator[tuple[_RecordT, ...]]:
        lists: list[list[_RecordT]] = [[] for _ in range(count)]
        for record in records:
            lists[numbers.get(indicator_of(record), 0)].append(record)
        return map(tuple, lists)

    for records in zip(
        divided(review.indicators, lambda item: item.id),
        divided(review.observations, lambda item: item.indicator),
        divided(review.targets, lambda item: item.indicator),
        divided(review.claims, lambda item: next(iter(_indicators_of(review, item)), "")),
        divided(review.findings, lambda item: str(item.indicator)),
        strict=True,
    ):
        yield Component(review, *records)


def _numbers(review: Review, enough: int) -> dict[str, int]:
    """Return the number of the component of each indicator."""
    figures = Counter(item.indicator for item in review.observations)
    heads = linked((item.id for item in review.indicators), _links(review))
    sizes = Counter[str]()
    for name, head in heads.items():
        sizes[head] += figures[name]
    number_of: dict[str, int] = {}
    number = size = 0
    for head, figures_of_head in sizes.items():
        if size and size >= enough:
            number, size = number + 1, 0
        number_of[head] = number
        size += figures_of_head
    return {name: number_of[head] for name, head in heads.items()}


def _links(review: Review) -> Iterator[Iterable[str]]:
    """Yield the ids of indicators whose figures a rule may compare."""
    for indicator in review.indicators:
        yield indicator.id, *related(indicator)
    falling: defaultdict[str, list[str]] = defaultdict(list)
    for claim in review.claims:
        names = _indicators_of(review, claim)
        yield names
        if isinstance(claim, AttainmentClaim):  # one way of computing must fit all of a document
            falling[claim.citation.document] += filter(lambda name: _should_fall(review, name), names)
    yield from falling.values()


def _should_fall(review: Review, indicator: str) -> bool:
    return review.indicator(indicator).improvement is Direction.DOWN


def _indicators_of(review: Review, claim: Claim) -> list[str]:
    """Return the indicators of a claim and of the claim that it revises; an attainment may have none."""
    if isinstance(claim, ChangeClaim):
        return [claim.indicator]
    names: list[str] = []
    if isinstance(claim, ShareClaim):
        names = [claim.whole, *([] if isinstance(claim.part, Absent) else [review.observation(claim.part).indicator])]
    elif not isinstance(claim.actual, Absent):
        names = [review.observation(claim.actual).indicator]
    elif not isinstance(claim.target, Absent):
        names = [review.target(claim.target).indicator]
    return names if isinstance(claim.revises, Absent) else names + _indicators_of(review, review.claim(claim.revises))


def linked(names: Iterable[_NamedT], links: Iterable[Iterable[_NamedT]]) -> dict[_NamedT, _NamedT]:
    """Map each name to one name of its group. Links put names into one group, directly or through others."""
    above: dict[_NamedT, _NamedT] = {}

    def head(name: _NamedT) -> _NamedT:
        top = name
        while top in above:
            top = above[top]
        while name != top:
            above[name], name = top, above[name]
        return top

    for link in links:
        members = tuple(link)
        for other in members[1:]:
            one, two = head(members[0]), head(other)
            if one != two:
                above[two] = one
    return {name: head(name) for name in names}
