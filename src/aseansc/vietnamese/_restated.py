"""Read amounts that state the change before them again: 5.000 ha, tăng 2%, bằng 100 ha."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from aseansc.intervals import Interval
from aseansc.periods import days_of
from aseansc.units import UnitKind, percent
from aseansc.values import Change, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._around import names_subject
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._lexicon.around import COMPARED, EQUALS
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import near_before

_BEFORE: Final = frozenset(",(")
_AFTER: Final = frozenset(",;.)") | {"", COMPARED}
_NEAR: Final = 8
"""Figures before an amount in which its level is looked for."""
_ALL: Final = Interval.point(100)


def read_restated(tokens: Tokens, found: Sequence[Candidate]) -> None:
    """Read the amounts of a passage that state a change in percent again as changes.

    An amount does so if it comes right after the change, if the sentence has a level in its unit before, and if the
    three numbers agree.
    """
    moved: Candidate | None = None
    for at, candidate in enumerate(found):
        if moved is not None and _is_restated(tokens, candidate, moved):
            level = _level_before(candidate, moved, near_before(found, at, _NEAR))
            if level is not None and _are_of_one(tokens, level, moved):
                _restate(candidate, moved, level)
        moved = candidate if candidate.takes_time else moved


def _is_restated(tokens: Tokens, candidate: Candidate, moved: Candidate) -> bool:
    """Return whether *bằng* joins an amount to a change in percent before it."""
    words, at, change = tokens.words, candidate.start - 1, moved.value
    if candidate.kind is not FigureKind.LEVEL or candidate.sentence != moved.sentence or words[at] != EQUALS:
        return False
    if not isinstance(change, RelativeChange) or change.form is not RelativeForm.BY or change.unit != percent:
        return False
    is_joined = words[at - 1] in _BEFORE or moved.end == at
    is_dated = candidate.time not in (None, moved.time) and words[at - 1] != "("  # năm 2018 bằng 43 tấn
    return is_joined and not is_dated and words[candidate.end] in _AFTER and not names_subject(tokens, at, moved.end)


def _level_before(candidate: Candidate, moved: Candidate, near: Sequence[Candidate]) -> Candidate | None:
    """Return the last level before a change in the unit of an amount after it, in the same sentence."""
    for one in reversed(near):
        if one.start < moved.start and one.sentence == candidate.sentence and one.unit == candidate.unit:
            return one
    return None


def _are_of_one(tokens: Tokens, level: Candidate, moved: Candidate) -> bool:
    """Return whether a change may be one up to a level: no other subject or time is named between the two."""
    times = {days_of(one.time)[1] for one in (level, moved) if one.time is not None}
    return len(times) < 2 and not names_subject(tokens, moved.start, level.end)


def _restate(candidate: Candidate, moved: Candidate, level: Candidate) -> None:
    """Make an amount the change before it if the numbers agree, and if it cannot be another level."""
    amount, of, change = candidate.value, level.value, moved.value
    if not isinstance(amount, Value) or not isinstance(of, Value) or not isinstance(change, RelativeChange):
        return
    if amount.unit.kind is UnitKind.SHARE or not _is_amount_of(amount, change, of):
        return
    candidate.value = _as_change(amount, change)
    candidate.magnitude = candidate.value.magnitude
    candidate.kind, candidate.direction = FigureKind.CHANGE, -1 if change.magnitude < 0 else 1
    candidate.time, candidate.time_basis = moved.time, moved.time_basis


def _is_amount_of(amount: Value, change: RelativeChange, level: Value) -> bool:
    """Return whether an amount is that of a change in percent up to a level, and cannot be another level."""
    by, of, stated = change.interval(), level.interval(), _as_change(amount, change).interval()
    became = by + _ALL
    if not (by.is_bounded and of.is_bounded and stated.is_bounded) or became.lower is None or became.lower <= 0:
        return False
    printed, start, end = amount.interval(), of * _ALL / became, of * became / _ALL
    return stated.overlaps(of * by / became) and not (printed.overlaps(start) or printed.overlaps(end))


def _as_change(amount: Value, change: RelativeChange) -> Change:
    """Return an amount as a change in the direction of another one."""
    made = Change(
        magnitude=amount.magnitude, unit=amount.unit, qualifier=amount.qualifier, resolution=amount.resolution
    )
    return -made if change.magnitude < 0 else made
