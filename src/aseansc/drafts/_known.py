"""The part of a draft that is complete, as a review: to show, verify and audit it before all gaps are filled in."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field, frozen

from aseansc.drafts._partials import finished, gaps_in, in_vietnamese_only
from aseansc.errors import AseanscError, ReviewError, UnknownNameError
from aseansc.periods import AsOf, Period, days_of
from aseansc.reviews import Review
from aseansc.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aseansc.drafts._draft import Draft

NO_PLACE: Final = "XX"
"""The code that is used while the place of a draft is a gap; ISO 3166 leaves it to users."""


@frozen(kw_only=True)
class Known:
    """What is complete in a draft.

    Args:
        review: the records without gaps.
        left_out: locations of the records that are left out because of their gaps, of gaps in records that they refer
            to, or of problems.
        problems: what is not valid in records that have no gaps, with its location, as when the draft is finished.
    """

    review: Review
    left_out: tuple[str, ...]
    problems: tuple[AseanscError, ...] = ()


def known_part(
    draft: Draft,
    given: Mapping[str, Any],
    lists: Iterable[str],
    located: Callable[[Iterable[AseanscError]], Iterator[AseanscError]],
) -> Known:
    """Return the records of a draft that have no gaps.

    Args:
        draft: the draft.
        given: its fields, in which each figure has a place.
        lists: the names of the fields that are lists of records.
        located: returns the problems of a review with their locations in the draft.
    """
    parts = _Parts({name: {} for name in lists})
    for name in parts.kept:
        for number, record in enumerate(given[name]):
            parts.take(name, number, record)
    fields = _of_whole(draft, parts.kept)
    while True:
        fields |= {name: tuple(records.values()) for name, records in parts.kept.items()}
        try:
            review = Review(**fields)
        except ReviewError as error:
            parts.problems += located(parts.not_following(error.problems))
            if not parts.drop({problem.record for problem in error.problems}):
                raise
        else:
            return Known(review=review, left_out=tuple(parts.left_out), problems=tuple(parts.problems))


@define
class _Parts:
    """The records of a draft that are complete, by list and number, and what is left out.

    Args:
        kept: the complete records.
        left_out: the locations of the others.
        problems: what is not valid in them, if they have no gaps.
        missing: their ids.
    """

    kept: dict[str, dict[int, Any]]
    left_out: list[str] = field(factory=list)
    problems: list[AseanscError] = field(factory=list)
    missing: set[object] = field(factory=set)

    def take(self, name: str, number: int, record: Any) -> None:
        """Keep a record if it is complete and valid; otherwise leave it out."""
        where = f"{name}[{number}]"
        problems: list[AseanscError] = []
        whole = finished(in_vietnamese_only(record), where, problems)
        if not problems:
            self.kept[name][number] = whole
            return
        self.left_out.append(where)
        self.missing.add(record.get("id"))
        if next(gaps_in(record, ""), None) is None:
            self.problems += problems

    def not_following(self, problems: Iterable[AseanscError]) -> list[AseanscError]:
        """Return the problems that are not only that a record refers to one that is left out."""
        return [
            problem
            for problem in problems
            if not (
                isinstance(problem, UnknownNameError) and isinstance(problem.got, str) and problem.got in self.missing
            )
        ]

    def drop(self, wrong: Container[str]) -> bool:
        """Leave out the records that a review names in its problems; return whether there are any."""
        before = len(self.left_out)
        for name, records in self.kept.items():
            for number in [number for number, record in records.items() if _name_of(record) in wrong]:
                self.missing.add(getattr(records.pop(number), "id", None))
                self.left_out.append(f"{name}[{number}]")
        return len(self.left_out) > before


def _of_whole(draft: Draft, kept: dict[str, dict[int, Any]]) -> dict[str, Any]:
    """Return the fields of the review itself, with stand-ins for gaps."""
    name = draft.id if isinstance(draft.id, str) else "draft"
    texts = {part: finished(in_vietnamese_only(getattr(draft, part)), part, []) for part in ("title", "programme")}
    return {
        "id": name,
        **{part: text if isinstance(text, Text) else Text(en=name) for part, text in texts.items()},
        "place": draft.place if isinstance(draft.place, str) else NO_PLACE,
        "period": draft.period if isinstance(draft.period, Period) else _span(kept),
    }


def _span(kept: dict[str, dict[int, Any]]) -> Period:
    """Return the period from the first to the last day of all figures."""
    records = [record for name in ("observations", "targets", "claims") for record in kept[name].values()]
    days = [days_of(record.time) for record in records if isinstance(record.time, Period | AsOf)]
    if not days:
        return Period.year(2000)  # without figures, the period means nothing
    return Period(start=min(first for first, _ in days), end=max(last for _, last in days))


def _name_of(record: Any) -> str:
    """Return the name of a record in the problems of a review."""
    kind = type(record).__name__
    if kind == "Mention":
        return f"Mention {record.citation.printed!r} at {record.citation.start}"
    return f"{kind} {getattr(record, 'id', None)!r}"
