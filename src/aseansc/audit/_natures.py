"""Find the nature of a contradiction: an error of arithmetic, an unusual wording, or a figure that was cut or rounded.

A contradiction is of the nature *rounding* if the check passes as soon as one of its figures is read less strictly, and
of the nature *wording* if it then passes in another reading of the words. To find out, the check runs again on a small
review with the figures of the check only, once for each figure and reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final, TypeAlias

from attrs import evolve

from aseansc._decimals import EXACT, ONE, ZERO
from aseansc.audit._codes import CheckCode, Nature, ReadingKind, Verdict
from aseansc.audit._parts import Parts
from aseansc.audit._results import Check, Reading
from aseansc.audit._slips import other_readings
from aseansc.claims import Claim
from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.observations import Observation
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

_Record: TypeAlias = Observation | Target | Claim
_Number: TypeAlias = Value | Change | RelativeChange | Attainment
Rules: TypeAlias = Callable[[Review], list[Check]]
"""Run all audit rules on a review."""

_FAILS: Final = (Verdict.CONTRADICTED, Verdict.CONDITIONAL)
_NOT_USUAL: Final = (ReadingKind.OPPOSITE, ReadingKind.UNDER_PLAN)
"""Readings that explain an error, but that no usual wording has: nobody writes "increase" for a decrease."""
_STILL_COMPARED: Final = (ReadingKind.POINTS, ReadingKind.PERCENT, ReadingKind.OF_PLAN, ReadingKind.OVER_PLAN)
"""Readings in which a claim still limits the figures that it names."""
_TEN: Final = Decimal(10)
_PART: Final = Decimal("0.001")
"""The part of the last digit by which the wide reading of a truncated number ends before the next digit."""


def with_natures(review: Review, checks: Iterable[Check], rules_of: Callable[[Check], Rules]) -> list[Check]:
    """Add its nature to each contradicted check. Return the other checks unchanged.

    Args:
        review: the review.
        checks: its checks.
        rules_of: a function that returns the rules that give a check again.
    """
    every = list(checks)
    if all(check.verdict is not Verdict.CONTRADICTED for check in every):
        return every
    parts = Parts(review)
    return [
        _with_nature(parts, check, rules_of(check)) if check.verdict is Verdict.CONTRADICTED else check
        for check in every
    ]


def _with_nature(parts: Parts, check: Check, rules: Rules) -> Check:
    """Return a contradicted check with its nature, and with the reading of the words that explains it.

    If one figure is read less strictly, the check may pass, or pass in another reading of the words: then that is its
    alternative.
    """
    if _has_usual_reading(check):
        return evolve(check, nature=Nature.WORDING)
    names = frozenset(check.figures)
    only = parts.of(names)
    if not _failing(rules(only), check):
        return evolve(check, nature=Nature.ARITHMETIC)  # it depends on other figures, too
    read: Check | None = None
    for other in _reread(only, names):
        failing = _failing(rules(other), check)
        if not failing:
            return evolve(check, nature=Nature.ROUNDING)
        read = read or next((_read_as(check, one.alternative) for one in failing if _has_usual_reading(one)), None)
    if check.code is CheckCode.JOINT_BOUNDS:  # it computes no single figure, and so finds no other reading itself
        read = read or _read_otherwise(only, check, rules)
    return read or evolve(check, nature=Nature.ARITHMETIC)


def _read_as(check: Check, reading: Reading | Absent) -> Check:
    return evolve(check, nature=Nature.WORDING, alternative=reading)


def _read_otherwise(review: Review, check: Check, rules: Rules) -> Check | None:
    """Return a check with the reading of one of its claims in which the figures agree, and that claim as the last."""
    for claim in review.claims:
        for slip in other_readings(claim.value) if claim.id in check.figures else ():
            kind = slip.reading
            if kind not in _STILL_COMPARED or isinstance(kind, Absent):
                continue
            if not _failing(rules(_with(review, evolve(claim, value=slip.value))), check):  # type: ignore[arg-type]
                found = _read_as(check, Reading(kind=kind, quantity=slip.value.interval()))
                return evolve(found, evidence=sorted(check.evidence, key=lambda item: item.id == claim.id))
    return None


def _has_usual_reading(check: Check) -> bool:
    other = check.alternative
    return isinstance(other, Reading) and other.fits and other.kind not in _NOT_USUAL


def _failing(checks: Iterable[Check], check: Check) -> list[Check]:
    """Return the checks that fail as a check does; for all figures at once, any check that reports a contradiction."""
    if check.code is CheckCode.JOINT_BOUNDS:
        return [other for other in checks if other.verdict is Verdict.CONTRADICTED]
    return [
        other
        for other in checks
        if other.verdict in _FAILS and (other.code, other.figures) == (check.code, check.figures)
    ]


def _reread(review: Review, names: frozenset[str]) -> Iterator[Review]:
    """Yield the review with one figure read less strictly, for each of some figures and each reading."""
    for record in (*review.observations, *review.targets, *review.claims):
        if record.id in names and not isinstance(record.value, Absent):
            for value in _less_strict(record.value):
                try:
                    yield _with(review, evolve(record, value=value))  # type: ignore[arg-type]  # of the type of its own
                except AseanscError:  # the wider value is not possible, such as a share above 100 %
                    continue


def _with(review: Review, changed: _Record) -> Review:
    """Return a review with a changed record in place of the one with its id."""
    return evolve(
        review,
        observations=[changed if item.id == changed.id else item for item in review.observations],
        targets=[changed if item.id == changed.id else item for item in review.targets],
        claims=[changed if item.id == changed.id else item for item in review.claims],
    )


def _less_strict(value: _Number) -> Iterator[_Number]:
    """Yield a number as cut after its last digit, and with its last zero as a rounded digit.

    A count with all its digits was not cut. Only a zero before the decimal point may be due to rounding.
    """
    if value.qualifier is not Qualifier.EXACT or value.magnitude.is_zero():
        return
    step, size, is_negative = value.resolution, value.magnitude.copy_abs(), value.magnitude.is_signed()
    if not (value.unit.is_whole and step == ONE):
        fine = EXACT.multiply(step, _PART)
        end = EXACT.subtract(EXACT.add(size, step), fine)
        low, high = (end.copy_negate(), size.copy_negate()) if is_negative else (size, end)
        yield from _made(value, magnitude=low, upper=high, qualifier=Qualifier.BETWEEN, resolution=fine)
    if step >= ONE and EXACT.remainder(size, EXACT.multiply(step, _TEN)) == ZERO:
        yield from _made(value, resolution=EXACT.multiply(step, _TEN))


def _made(value: _Number, **changes: object) -> Iterator[_Number]:
    try:
        yield evolve(value, **changes)  # type: ignore[arg-type]
    except AseanscError:
        return
