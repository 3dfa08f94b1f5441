"""The part of a draft that is complete, as a review: to show, verify and audit it before all gaps are filled in."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from aseansc.drafts._partials import PartialRecord, finished, gaps_in, in_vietnamese_only
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
    kept: dict[str, dict[int, Any]] = {}
    left_out: list[str] = []
    problems: list[AseanscError] = []
    missing: set[object] = set()
    for name in lists:
        kept[name] = {}
        for number, record in enumerate(given[name]):
            found: list[AseanscError] = []
            whole = finished(in_vietnamese_only(record), f"{name}[{number}]", found)
            if not found:
                kept[name][number] = whole
                continue
            left_out.append(f"{name}[{number}]")
            missing.add(record.get("id") if isinstance(record, PartialRecord) else record.id)
            if next(gaps_in(record, ""), None) is None:
                problems += found
    fields = _of_whole(draft, kept)
    while True:
        fields |= {name: tuple(records.values()) for name, records in kept.items()}
        try:
            review = Review(**fields)
        except ReviewError as error:
            problems += located(problem for problem in error.problems if not _follows(problem, missing))
            dropped = list(_dropped(error, kept, missing))
            if not dropped:
                raise
            left_out += dropped
        else:
            return Known(review=review, left_out=tuple(left_out), problems=tuple(problems))


def _of_whole(draft: Draft, kept: dict[str, dict[int, Any]]) -> dict[str, Any]:
    """Return the fields of the review itself, with stand-ins for gaps."""
    name = draft.id if isinstance(draft.id, str) else "draft"
    texts = {field: finished(in_vietnamese_only(getattr(draft, field)), field, []) for field in ("title", "programme")}
    return {
        "id": name,
        **{field: text if isinstance(text, Text) else Text(en=name) for field, text in texts.items()},
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


def _follows(problem: AseanscError, missing: Container[object]) -> bool:
    """Return whether a problem is only that a record refers to one that is left out."""
    return isinstance(problem, UnknownNameError) and isinstance(problem.got, str) and problem.got in missing


def _dropped(error: ReviewError, kept: dict[str, dict[int, Any]], missing: set[object]) -> Iterator[str]:
    """Drop the records that a review may not have, and yield their locations; add their ids to `missing`."""
    wrong = {problem.record for problem in error.problems}
    for name, records in kept.items():
        for number, record in list(records.items()):
            if _name_of(record) in wrong:
                del records[number]
                missing.add(getattr(record, "id", None))
                yield f"{name}[{number}]"


def _name_of(record: Any) -> str:
    """Return the name of a record in the problems of a review."""
    kind = type(record).__name__
    if kind == "Mention":
        return f"Mention {record.citation.printed!r} at {record.citation.start}"
    return f"{kind} {getattr(record, 'id', None)!r}"
