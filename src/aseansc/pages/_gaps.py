"""What cannot be compared, what is not stated, and what a page leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from aseansc.claims import ChangeClaim
from aseansc.codelists import Absent
from aseansc.comparability import Comparability, basis_of, compare_bases
from aseansc.losses import Loss
from aseansc.observations import Observation
from aseansc.pages._names import Names
from aseansc.periods import TimeBasis
from aseansc.reviews import Review


class Gap(NamedTuple):
    """Things of one sort that are not stated, each with the id of its figure, if any, and its name."""

    what: str
    items: list[tuple[str, str]]


class Break(NamedTuple):
    """Two figures of one indicator that are not, or not certainly, comparable."""

    name: str
    first: tuple[str, str]
    second: tuple[str, str]
    why: str


def breaks_of(names: Names) -> Iterator[Break]:
    """Yield neighbouring figures of one place and category that state different base periods, prices or standards."""
    for indicator in names.review.indicators:
        for one, other in (pair for group in names.groups(indicator.id) for pair in pairwise(group)):
            found, field = compare_bases(basis_of(indicator, one), basis_of(indicator, other))
            if found is not Comparability.COMPARABLE and one.time != other.time:
                key = "broken" if found is Comparability.DIFFERENT else "maybe_broken"
                why = names.words[key].format(names.words[field])
                yield Break(names.name(one), _named(one, names), _named(other, names), why)


def _named(figure: Observation, names: Names) -> tuple[str, str]:
    return figure.id, f"{names.value(figure)} ({names.time(figure)})"


def gaps_of(names: Names) -> list[Gap]:
    """Return what the report does not state."""
    review, words = names.review, names.words
    uncounted = [(item.id, names.indicators[item.id]) for item in review.indicators if not _has_figure(item.id, names)]
    gaps = [
        Gap(words["gap_targets"], [(item.id, names.name(item)) for item in review.targets if not _known(item.value)]),
        Gap(
            words["gap_levels"],
            [
                (item.id, names.name(item))
                for item in review.claims
                if isinstance(item, ChangeClaim) and not (_known(item.start) and _known(item.end))
            ],
        ),
        Gap(
            words["gap_values"],
            [(item.id, names.name(item)) for item in review.observations if not _known(item.value)],
        ),
        Gap(
            words["gap_times"],
            [(item.id, names.name(item)) for item in review.figures() if item.time_basis is TimeBasis.ASSUMED],
        ),
        Gap(words["gap_figures"], [("", name) for _, name in uncounted]),
    ]
    return [gap for gap in gaps if gap.items]


def _known(thing: object) -> bool:
    return not isinstance(thing, Absent)


def _has_figure(indicator: str, names: Names) -> bool:
    return bool(names.by_indicator.get(indicator))


def losses_of(review: Review) -> tuple[Loss, ...]:
    """Return what a page does not show of a review."""
    coded = [item for item in review.indicators if item.codes]
    sampled = [item for item in review.observations if _known(item.sampling_error)]
    losses = [Loss(what=f"Mention at {item.citation.start}", why="pages show figures only") for item in review.mentions]
    losses += [Loss(what=f"Indicator {item.id!r}, codes", why="pages group by section") for item in coded]
    losses += [Loss(what=f"Observation {item.id!r}, sampling error", why="pages do not draw it") for item in sampled]
    if review.extra:
        losses.append(Loss(what=f"Review {review.id!r}, extra", why="data of other programs"))
    return tuple(losses)


def losses_in_words(review: Review, words: dict[str, str]) -> list[str]:
    """Return what a page does not show, for its readers."""
    counts = {
        "lost_mentions": len(review.mentions),
        "lost_codes": sum(bool(item.codes) for item in review.indicators),
        "lost_errors": sum(_known(item.sampling_error) for item in review.observations),
        "lost_extra": len(review.extra) if review.extra else 0,
    }
    return [words[key].format(count) for key, count in counts.items() if count]
