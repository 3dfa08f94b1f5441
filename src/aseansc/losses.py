"""What a format does not keep: the class `Loss`, of which ``losses`` of each format returns a tuple."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import instance_of, not_blank
from aseansc.codelists import Absent
from aseansc.reviews import Review

__all__ = ["Loss"]


@final
@frozen(kw_only=True)
class Loss:
    """A part of a review that a reader who knows only the standard of a format does not get.

    Args:
        what: the record and field, such as ``Observation 'poverty-rate.2018.end', note``.
        why: the reason.
        kept_in: where it is written instead; empty if it is lost.
        kind: what this loss has in common with those of other records, such as ``Observation, note``.
        record: the id of the record, or other words that identify it; empty if the loss concerns all records.

    >>> Loss(what="Finding 'jobs'", why="the format has no element for findings").kept_in
    ''
    """

    what: str = field(validator=not_blank)
    why: str = field(validator=not_blank)
    kept_in: str = field(default="", validator=instance_of(str))
    kind: str = field(default="", validator=instance_of(str))
    record: str = field(default="", validator=instance_of(str))


def loss_of(kind: str, record: str, part: str = "", *, why: str, kept_in: str = "") -> Loss:
    """Return the loss of a record, or of a part of it, such as ``, value``."""
    return Loss(what=f"{kind} {record!r}{part}", why=why, kept_in=kept_in, kind=f"{kind}{part}", record=record)


_OF_REVIEW: Final = ("id", "title", "programme", "place", "period", "note", "extra")


def losses_of_review(review: Review, why: str, *, kept: tuple[str, ...] = ()) -> Iterator[Loss]:
    """Yield the losses of the fields that a review itself has, except those in `kept`, and of its mentions."""
    for name in _OF_REVIEW:
        value = getattr(review, name)
        if name not in kept and value and not isinstance(value, Absent):
            yield Loss(what=f"Review {review.id!r}, {name}", why=why, kind="Review", record=name)
    for mention in review.mentions:
        printed, start = mention.citation.printed, mention.citation.start
        yield Loss(what=f"Mention {printed!r} at {start}", why=why, kind="Mention", record=printed)
