"""Read amounts that state the change before them again: 5.000 ha, tăng 2%, bằng 100 ha."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from aseansc.units import UnitKind
from aseansc.values import Change, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._around import names_subject
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._lexicon.around import COMPARED, EQUALS
from aseansc.vietnamese._tokens import Tokens

_BEFORE: Final = frozenset(",(")
_AFTER: Final = frozenset(",;.)") | {"", COMPARED}
_NEAR: Final = 8
"""Figures before an amount in which its level is looked for."""


def read_restated(tokens: Tokens, found: Sequence[Candidate]) -> None:
    """Read the amounts of a passage that state a change in percent again as changes.

    An amount does so if it comes right after the change, and if the sentence has a larger level in its unit before.
    """
    moved: Candidate | None = None
    for at, candidate in enumerate(found):
        amount, near = candidate.value, found[max(0, at - _NEAR) : at]
        if (
            isinstance(amount, Value)
            and moved is not None
            and _is_restated(tokens, candidate, moved)
            and any(_is_level_above(one, candidate, amount) for one in near)
        ):
            _make_change(candidate, amount, falls=_falls(moved))
        moved = candidate if candidate.takes_time else moved


def _is_restated(tokens: Tokens, candidate: Candidate, moved: Candidate) -> bool:
    """Return whether *bằng* joins an amount to a change in percent before it."""
    words, at, change = tokens.words, candidate.start - 1, moved.value
    if candidate.kind is not FigureKind.LEVEL or candidate.sentence != moved.sentence or words[at] != EQUALS:
        return False
    if not isinstance(change, RelativeChange) or change.form is not RelativeForm.BY:
        return False
    is_joined = words[at - 1] in _BEFORE or moved.end == at
    return is_joined and words[candidate.end] in _AFTER and not names_subject(tokens, at, moved.end)


def _falls(moved: Candidate) -> bool:
    return isinstance(moved.value, RelativeChange) and moved.value.magnitude < 0


def _is_level_above(one: Candidate, candidate: Candidate, amount: Value) -> bool:
    """Return whether a figure is a level of the same sentence in the unit of an amount, and above it."""
    level = one.value
    if one.sentence != candidate.sentence or not isinstance(level, Value) or level.unit != amount.unit:
        return False
    return level.unit.kind is not UnitKind.SHARE and level.magnitude > amount.magnitude


def _make_change(candidate: Candidate, amount: Value, *, falls: bool) -> None:
    change = Change(
        magnitude=amount.magnitude, unit=amount.unit, qualifier=amount.qualifier, resolution=amount.resolution
    )
    candidate.value = -change if falls else change
    candidate.magnitude = candidate.value.magnitude
    candidate.kind, candidate.direction = FigureKind.CHANGE, -1 if falls else 1
