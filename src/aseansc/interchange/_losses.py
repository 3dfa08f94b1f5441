"""What a format cannot carry, said beforehand."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from aseansc._attrs import instance_of, not_blank


@final
@frozen(kw_only=True)
class Loss:
    """One thing of a review that a format cannot carry.

    Args:
        what: the record and field: ``Observation 'poverty-rate.2018.end', note``.
        why: why it cannot, in words.
        kept_in: where it goes instead; empty when it goes nowhere.

    >>> Loss(what="Finding 'jobs'", why="the format has no place for words without a figure").kept_in
    ''
    """

    what: str = field(validator=not_blank)
    why: str = field(validator=not_blank)
    kept_in: str = field(default="", validator=instance_of(str))
