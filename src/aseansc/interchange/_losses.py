"""What a format cannot carry, said beforehand."""

from __future__ import annotations

from typing import final

from attrs import frozen


@final
@frozen(kw_only=True)
class Loss:
    """One thing of a review that a format cannot carry.

    Args:
        what: the record and field, as in ``Observation 'x', note``.
        why: in words.
        goes: where it goes instead, ``""`` when nowhere.
    """

    what: str
    why: str
    goes: str = ""
