"""Laws of units: codes, quotients, conversion, and factors compared with pint."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import permutations
from typing import Any

import pint
import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st

from aseansc import Unit, Value
from aseansc.errors import OperandError
from aseansc.units import UnitKind, conversion_factor, define_in_pint, quarter, require_same_definition, to_pint

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
    require_same_definition(Unit.parse(str(unit)), unit)


@given(units(), units())
def test_units_are_equal_if_and_only_if_their_codes_are(left: Unit, right: Unit) -> None:
    """Two units are equal if and only if their codes are; equal units have equal hashes."""
    assert (left == right) is (left.code == right.code)
    if left == right:
        assert hash(left) == hash(right)


@given(units())
def test_a_unit_survives_evolve_copy_and_pickle(unit: Unit) -> None:
    """A copy of a unit is equal and has the same definition."""
    for again in (evolve(unit), copy.copy(unit), copy.deepcopy(unit), pickle.loads(pickle.dumps(unit))):
        assert again == unit
        assert hash(again) == hash(unit)
        assert (again.is_additive, again.is_never_negative) == (unit.is_additive, unit.is_never_negative)
        require_same_definition(again, unit)


@given(quotients())
def test_the_order_of_dividing_does_not_matter(unit: Unit) -> None:
    """The code of a quotient has the denominators in alphabetical order, durations last."""
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
def test_multiplication_reverses_division(unit: Unit, by: Unit) -> None:
    """``(a / b) * b == a`` from either side; units that cannot be divided raise an error."""
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
def test_quotients_of_convertible_units_are_convertible(unit: Unit) -> None:
    """Quotients of convertible units are convertible, in any order of their denominators."""
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
    """Units of different dimensions never convert; nor do months and days."""
    assume(left.dimension != right.dimension)
    with pytest.raises(OperandError):
        Value.exact(1, left).to(right)
    with pytest.raises(OperandError):
        conversion_factor(left, right)


@pytest.mark.parametrize(("left", "right"), PAIRS, ids=lambda unit: unit.code)
def test_conversion_uses_the_ratio_of_the_factors(left: Unit, right: Unit) -> None:
    """The converted statement contains the exact quantity; inexact digits are kept to a millionth of the resolution."""
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


@cache
def fractions() -> tuple[pint.UnitRegistry[Any], tuple[Unit, ...]]:
    """Return pint's default registry with fractions as its numbers and with the units that it lacks, and those units."""
    registry = pint.UnitRegistry(non_int_type=Fraction)
    return registry, define_in_pint(registry)


OTHER_IN_PINT = {"quarter", "turn"}
"""In pint, a quarter is a mass and a turn an angle."""


@cache
def in_pint() -> list[Unit]:
    """Return the units with a size that pint defines itself."""
    added = fractions()[1]
    return [
        unit for unit in CATALOGUE if unit.kind in PHYSICAL and unit.code not in OTHER_IN_PINT and unit not in added
    ]


def test_pint_knows_most_physical_units_itself() -> None:
    """So the next test compares two sources, and not the catalogue with itself."""
    added = fractions()[1]
    assert {unit.code for unit in added if unit.kind in PHYSICAL} == {"quintal", "tael", "mace"}
    assert {unit.code for unit in CATALOGUE} - {unit.code for unit in added} == {
        *(unit.code for unit in in_pint()),
        *OTHER_IN_PINT,
        "percent",
    }


@pytest.mark.parametrize(("left", "right"), [pair for pair in PAIRS if quarter not in pair], ids=lambda unit: unit.code)
def test_factors_agree_with_pint(left: Unit, right: Unit) -> None:
    """Each factor of the catalogue is the one of pint's own definitions."""
    registry, _ = fractions()
    judged = to_pint(Decimal(1), left, registry).to(to_pint(Decimal(1), right, registry).units)
    above, below = conversion_factor(left, right)
    assert Fraction(judged.magnitude) == Fraction(above) / Fraction(below)


@given(quotients(), st.data())
def test_factors_of_quotients_agree_with_pint(unit: Unit, data: st.DataObject) -> None:
    """Pint finds the same factor between two quotients by its own analysis of dimensions."""
    assume(not OTHER_IN_PINT & {part.code for part in unit.parts})
    above, *below = (
        data.draw(
            st.sampled_from(
                [other for other in CATALOGUE if other.dimension == part.dimension and other.code not in OTHER_IN_PINT]
            )
        )
        for part in unit.parts
    )
    for denominator in below:
        above /= denominator
    registry, _ = fractions()
    judged = to_pint(Decimal(1), unit, registry).to(to_pint(Decimal(1), above, registry).units)
    numerator, denominator_ = conversion_factor(unit, above)
    assert Fraction(judged.magnitude) == Fraction(numerator) / Fraction(denominator_)


@given(st.deferred(lambda: st.sampled_from(in_pint())), st.data())
def test_a_pint_quantity_comes_back_as_the_same_value(unit: Unit, data: st.DataObject) -> None:
    """``Value.from_pint(value.to_pint(registry)) == value`` for a registry with decimals."""
    number = data.draw(st.decimals(0, 10**9, places=data.draw(st.integers(0, 6))))
    value = Value.exact(number, unit)
    assert Value.from_pint(value.to_pint(decimals())) == value


@cache
def decimals() -> pint.UnitRegistry[Any]:
    return pint.UnitRegistry(non_int_type=Decimal)


@given(st.sampled_from(PAIRS), st.integers(0, 10**15), st.integers(-9, 9))
def test_converting_there_and_back_contains_the_first_statement(
    pair: tuple[Unit, Unit], digits: int, place: int
) -> None:
    """Converting there and back allows at least the original values."""
    left, right = pair
    value = Value.exact(Decimal(digits).scaleb(place, context=EXACT), left)
    assert value.to(right).to(left).interval().contains(value.interval())
