"""The class `Loss`, of which ``losses`` of each format returns a tuple."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from aseansc._attrs import instance_of, not_blank


@final
@frozen(kw_only=True)
class Loss:
    """A part of a review that a format cannot represent.

    Args:
        what: the record and field, such as ``Observation 'poverty-rate.2018.end', note``.
        why: the reason.
        kept_in: where it is written instead; empty if it is lost.

    >>> Loss(what="Finding 'jobs'", why="the format has no element for findings").kept_in
    ''
    """

    what: str = field(validator=not_blank)
    why: str = field(validator=not_blank)
    kept_in: str = field(default="", validator=instance_of(str))
