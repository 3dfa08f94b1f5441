"""The laws of units: codes, quotients, conversion, and pint's own registry as the judge of factors."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pint
import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st

from aseansc import Unit, Value
from aseansc.errors import OperandError
from aseansc.units import UnitKind, same_unit

from ._draw import CATALOGUE, EXACT, PHYSICAL, quotients, units

PAIRS = [
    (left, right)
    for left in CATALOGUE
    for right in CATALOGUE
    if left.dimension == right.dimension and left is not right
]


@given(units())
def test_the_code_of_a_unit_parses_back_to_it(unit: Unit) -> None:
    """``parse(str(x)) == x`` for units of the catalogue and their quotients."""
    assert Unit.parse(str(unit)) == unit
    assert str(Unit.parse(str(unit))) == unit.code
    same_unit(Unit.parse(str(unit)), unit)


@given(units(), units())
def test_units_are_equal_just_where_their_codes_are(left: Unit, right: Unit) -> None:
    """Two units are equal iff their codes are; equal things hash equal."""
    assert (left == right) is (left.code == right.code)
    if left == right:
        assert hash(left) == hash(right)


@given(units())
def test_a_unit_survives_evolve_copy_and_pickle(unit: Unit) -> None:
    """A copy of a unit is the same unit, with the same definition."""
    for again in (evolve(unit), copy.copy(unit), copy.deepcopy(unit), pickle.loads(pickle.dumps(unit))):
        assert again == unit
        assert hash(again) == hash(unit)
        assert (again.is_additive, again.is_never_negative) == (unit.is_additive, unit.is_never_negative)
        same_unit(again, unit)


@given(quotients())
def test_the_order_of_dividing_does_not_matter(unit: Unit) -> None:
    """One canonical code each: denominators alphabetical, durations last."""
    for order in permutations(unit.denominators):
        again = unit.numerator
        for denominator in order:
            again /= denominator
        assert again.code == unit.code
        assert again.dimension == unit.dimension
    below = [part.code for part in unit.denominators if part.kind is not UnitKind.DURATION]
    times = [part.code for part in unit.denominators if part.kind is UnitKind.DURATION]
    assert unit.code.split("/") == [unit.numerator.code, *sorted(below), *sorted(times)]


@given(units(), st.sampled_from(CATALOGUE))
def test_multiplying_takes_the_division_back(unit: Unit, by: Unit) -> None:
    """Quotients are built with ``/``, taken back with ``×``, from either side; what cannot be divided is refused."""
    try:
        quotient = unit / by
    except OperandError:
        like = {part.dimension for part in (unit.parts or (unit,))}
        assert by.dimension in like or not by.is_additive
        return
    assert quotient * by == unit
    assert by * quotient == unit
    assert quotient.kind is UnitKind.QUOTIENT
    assert not quotient.is_additive


@given(units())
def test_a_quotient_of_units_that_convert_converts(unit: Unit) -> None:
    """Units of one dimension convert: so do quotients whose parts do, whatever order their codes give them."""
    parts = [
        next((other for other in CATALOGUE if other.dimension == part.dimension and other != part), part)
        for part in (unit.parts or (unit,))
    ]
    other = parts[0]
    for denominator in parts[1:]:
        other /= denominator
    assert other.dimension == unit.dimension
    assert Value.exact(1, unit).to(other).unit == other


@given(st.sampled_from(CATALOGUE), st.sampled_from(CATALOGUE))
def test_units_of_two_dimensions_never_convert(left: Unit, right: Unit) -> None:
    """Every counted thing its own dimension; months and days never across."""
    assume(left.dimension != right.dimension)
    with pytest.raises(OperandError):
        Value.exact(1, left).to(right)


@pytest.mark.parametrize(("left", "right"), PAIRS, ids=lambda unit: unit.code)
def test_conversion_goes_by_the_ratio_of_the_factors(left: Unit, right: Unit) -> None:
    """An exact statement converts so that the true quantity is possible, and its resolution with it.

    What is inexact is kept to a millionth of the resolution: more digits would mean nothing.
    """
    converted = Value.exact("12.345678", left).to(right)
    truth = Fraction("12.345678") * Fraction(left.factor) / Fraction(right.factor)
    assert abs(Fraction(converted.magnitude) - truth) <= Fraction(converted.resolution) / 10**6
    back = converted.to(left)
    assert abs(Fraction(back.magnitude) - Fraction("12.345678")) <= Fraction(back.resolution) / 10**5
    low, high = back.interval().lower, back.interval().upper
    assert low is not None
    assert high is not None
    assert low <= Decimal("12.3456775")
    assert high >= Decimal("12.3456785")


@pytest.fixture(scope="module")
def registry() -> Any:
    """Pint's default registry, in fractions."""
    return pint.UnitRegistry(non_int_type=Fraction)


PINT_LACKS = ("quarter", "quintal")
"""Pint's quarter is a mass; of the quintal it knows nothing."""

PINT_NAMES = {
    "square_metre": "meter ** 2",
    "square_kilometre": "kilometer ** 2",
    "cubic_metre": "meter ** 3",
    "tonne": "metric_ton",
}


IN_PINT = [unit for unit in CATALOGUE if unit.kind in PHYSICAL and unit.code not in PINT_LACKS]


@pytest.mark.parametrize("left", IN_PINT, ids=str)
def test_factors_are_those_of_pints_default_registry(left: Unit, registry: Any) -> None:
    """Where pint has both units, it gives the same factor."""
    for right in (unit for unit in IN_PINT if unit.dimension == left.dimension):
        source, target = (PINT_NAMES.get(unit.code, unit.code) for unit in (left, right))
        judged = Fraction(registry.Quantity(Fraction(1), source).to(target).magnitude)
        assert judged == Fraction(left.factor) / Fraction(right.factor), right


@given(st.sampled_from(IN_PINT), st.data())
def test_a_pint_quantity_comes_back_as_the_same_value(unit: Unit, data: st.DataObject) -> None:
    """``Value.from_pint(value.to_pint(registry))`` is the value, where the registry keeps decimals."""
    number = data.draw(st.decimals(0, 10**9, places=data.draw(st.integers(0, 6))))
    value = Value.exact(number, unit)
    assert Value.from_pint(value.to_pint(DECIMALS)) == value


DECIMALS = pint.UnitRegistry(non_int_type=Decimal)


@given(st.sampled_from(PAIRS), st.integers(0, 10**15), st.integers(-9, 9))
def test_there_and_back_contains_the_first_statement(pair: tuple[Unit, Unit], digits: int, place: int) -> None:
    """Conversion never loses what was possible: there and back leaves at least that possible."""
    left, right = pair
    value = Value.exact(Decimal(digits).scaleb(place, context=EXACT), left)
    assert value.to(right).to(left).interval().contains(value.interval())
