"""Yield the statements that a printed statement may be a slip for: another reading, sign, unit, scale or digit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

from attrs import frozen

from aseansc._decimals import EXACT, ONE, POWERS_OF_TEN, is_whole
from aseansc.audit._codes import ReadingKind
from aseansc.audit._repair_results import RepairKind
from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.units import (
    USD,
    VND,
    Unit,
    UnitKind,
    hectare,
    household,
    household_turn,
    kilogram,
    kilometre,
    metre,
    month,
    per_mille,
    percent,
    percentage_point,
    person,
    person_turn,
    quintal,
    square_kilometre,
    square_metre,
    tonne,
    year,
)
from aseansc.values import Attainment, AttainmentForm, Change, RelativeChange, RelativeForm, Value

Statement: TypeAlias = Value | Change | RelativeChange | Attainment

_CONFUSED: Final = (
    (tonne, quintal, kilogram),
    (hectare, square_kilometre, square_metre),
    (kilometre, metre),
    (percent, per_mille),
    (VND, USD),
    (person, person_turn),
    (household, household_turn),
    (month, year),
)
"""Units that reports confuse."""
_FORMS: Final = {
    AttainmentForm.OF_PLAN: ReadingKind.OF_PLAN,
    AttainmentForm.OVER_PLAN: ReadingKind.OVER_PLAN,
    AttainmentForm.UNDER_PLAN: ReadingKind.UNDER_PLAN,
}
_WORDS: Final = (3, 6, -3, -6)
"""Powers of ten of a scale word that is missing or wrong: nghìn, triệu."""
_MARKS: Final = (1, 2, -1, -2)
"""Powers of ten of a decimal mark that is at the wrong place."""
_MOST_DIGITS: Final = 15


@frozen
class Slip:
    """A statement that may have been meant, and by what slip the printed one came from it.

    `cost` is larger for slips that are less likely.
    """

    kind: RepairKind
    value: Statement
    cost: int
    reading: ReadingKind | Absent = Absent.NOT_APPLICABLE


def other_readings(value: Statement) -> Iterator[Slip]:
    """Yield other readings, the opposite sign and other units of a statement."""
    yield from (Slip(RepairKind.READING, other, 1, kind) for kind, other in _readings(value))
    if isinstance(value, Change | RelativeChange) and not _is_multiple(value):
        yield from _made(RepairKind.SIGN, 1, value, **_negated(value))
    for unit in _units(value.unit):
        yield from _made(RepairKind.UNIT, 2, value, unit=unit)


def _readings(value: Statement) -> Iterator[tuple[ReadingKind, Statement]]:
    """Yield what else the words of a statement may mean."""
    unit = value.unit
    below = unit.denominators
    if isinstance(value, Attainment):
        yield from ((kind, _attainment(value, form)) for form, kind in _FORMS.items() if form is not value.form)
    elif isinstance(value, RelativeChange) and value.form is RelativeForm.BY and unit.numerator == percent:
        for points in _quotient(percentage_point, below):
            yield ReadingKind.POINTS, _with(value, type_=Change, unit=points)
    elif isinstance(value, Change) and unit.numerator == percentage_point:
        for relative in _quotient(percent, below):
            yield ReadingKind.PERCENT, _with(value, type_=RelativeChange, unit=relative)
    if isinstance(value, Change | RelativeChange) and not _is_multiple(value):
        if below == (year,):
            yield ReadingKind.IN_ALL, _with(value, unit=unit.numerator)
        elif not below:
            yield from ((ReadingKind.PER_YEAR, _with(value, unit=per)) for per in _quotient(unit, (year,)))


def other_numbers(value: Statement) -> Iterator[Slip]:
    """Yield statements with another scale, two neighbouring digits swapped, or one other digit.

    Ranges are left out: they have two numbers.
    """
    if value.upper is not None or not value.magnitude:
        return
    yield from _scaled(value)
    sign, digits, exponent = EXACT.quantize(value.magnitude, value.resolution).as_tuple()
    if not isinstance(exponent, int) or len(digits) > _MOST_DIGITS:
        return
    for kind, cost, other in (*_swapped(digits), *_with_other_digit(digits)):
        yield from _made(kind, cost, value, magnitude=Decimal((sign, other, exponent)))


def _swapped(digits: tuple[int, ...]) -> Iterator[tuple[RepairKind, int, tuple[int, ...]]]:
    for at in range(len(digits) - 1):
        swapped = (*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :])
        if digits[at] != digits[at + 1] and swapped[0]:
            yield RepairKind.SWAPPED_DIGITS, 3, swapped


def _with_other_digit(digits: tuple[int, ...]) -> Iterator[tuple[RepairKind, int, tuple[int, ...]]]:
    for at, digit in enumerate(digits):
        first = 1 if at == 0 and len(digits) > 1 else 0
        for other in range(first, 10):
            if other != digit:
                yield RepairKind.ONE_DIGIT, 4, (*digits[:at], other, *digits[at + 1 :])


def _scaled(value: Statement) -> Iterator[Slip]:
    is_amount = isinstance(value, Value | Change) and value.unit.numerator.kind not in (
        UnitKind.SHARE,
        UnitKind.SHARE_POINT,
    )
    for cost, powers in ((2, _WORDS if is_amount else ()), (3, _MARKS)):
        for power in powers:
            factor = POWERS_OF_TEN[power]
            magnitude, resolution = (EXACT.multiply(size, factor) for size in (value.magnitude, value.resolution))
            if value.unit.is_whole:
                if not is_whole(magnitude):
                    continue
                resolution = max(resolution, ONE)
            yield from _made(RepairKind.SCALE, cost, value, magnitude=magnitude, resolution=resolution)


def _made(kind: RepairKind, cost: int, value: Statement, **changed: Any) -> Iterator[Slip]:
    try:
        yield Slip(kind, _with(value, **changed), cost)
    except AseanscError:
        return


def _with(value: Statement, *, type_: type[Statement] | None = None, **changed: Any) -> Statement:
    """Return a statement with some fields changed, or as another type."""
    fields: dict[str, Any] = {
        "magnitude": value.magnitude,
        "unit": value.unit,
        "qualifier": value.qualifier,
        "upper": value.upper,
        "resolution": value.resolution,
    }
    if type_ is None and isinstance(value, RelativeChange | Attainment):
        fields["form"] = value.form
    return (type_ or type(value))(**{**fields, **changed})


def _attainment(value: Attainment, form: AttainmentForm) -> Statement:
    return _with(value, form=form)


def _is_multiple(value: Statement) -> bool:
    return isinstance(value, RelativeChange) and value.form is not RelativeForm.BY


def _negated(value: Statement) -> dict[str, Any]:
    ends = sorted(end.copy_negate() for end in (value.magnitude, value.upper) if end is not None)
    return {"magnitude": ends[0], "upper": ends[1] if len(ends) > 1 else None}


def _units(unit: Unit) -> Iterator[Unit]:
    """Yield the units that may be confused with a unit, or with one part of it."""
    for other in _confused_with(unit.numerator):
        yield from _quotient(other, unit.denominators)
    for at, below in enumerate(unit.denominators):
        for other in _confused_with(below):
            yield from _quotient(unit.numerator, (*unit.denominators[:at], other, *unit.denominators[at + 1 :]))


def _confused_with(unit: Unit) -> Iterator[Unit]:
    return (other for group in _CONFUSED if unit in group for other in group if other != unit)


def _quotient(numerator: Unit, denominators: Sequence[Unit]) -> Iterator[Unit]:
    """Yield a unit per other units, if there is one."""
    try:
        for denominator in denominators:
            numerator = numerator / denominator
    except AseanscError:
        return
    yield numerator
