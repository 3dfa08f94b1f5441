"""Values exactly at a limit, and ends that are missing on one side: faults there went unnoticed by other tests."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aseansc import Interval, Period, Unit, UnitKind, Value
from aseansc.errors import FieldError
from aseansc.intervals import hull
from aseansc.units import VND, household, percent

ONE_SIDED = [
    Interval(),
    Interval(lower=1),
    Interval(lower=1, lower_open=True),
    Interval(upper=7),
    Interval(upper=7, upper_open=True),
    Interval(lower=1, upper=7, lower_open=True),
    Interval(lower=1, upper=7, upper_open=True),
]


@pytest.mark.parametrize("interval", ONE_SIDED, ids=str)
def test_the_repr_of_an_interval_builds_it(interval: Interval) -> None:
    assert eval(repr(interval), {"Interval": Interval}) == interval


@pytest.mark.parametrize("interval", ONE_SIDED, ids=str)
def test_an_interval_times_a_number_keeps_its_missing_ends(interval: Interval) -> None:
    ten = Interval.point(10)
    made = interval * ten
    assert (made.lower is None, made.upper is None) == (interval.lower is None, interval.upper is None)
    assert (made.lower_open, made.upper_open) == (interval.lower_open, interval.upper_open)
    assert made / ten == interval


def test_intervals_with_a_common_end_meet_where_both_allow_it() -> None:
    closed, half_open = Interval(lower=1, upper=9), Interval(lower=1, upper=5, lower_open=True)
    assert closed.intersection(half_open) == half_open.intersection(closed) == half_open
    upper = Interval(lower=2, upper=9, upper_open=True)
    assert closed.intersection(upper) == upper.intersection(closed) == upper


def test_a_hull_is_unbounded_only_where_an_interval_is() -> None:
    assert hull((Interval(lower=1), Interval(lower=0, upper=3))) == Interval(lower=0)
    assert hull((Interval(upper=1), Interval(lower=0, upper=3))) == Interval(upper=3)
    assert hull((Interval(lower=1, upper=2), Interval(lower=0, upper=3))) == Interval(lower=0, upper=3)


def test_the_largest_end_is_an_end() -> None:
    largest = Interval.point("1E999") * Interval.point(10)
    assert largest.upper == Decimal("1E1000")
    assert (largest * Interval.point(10)).upper is None


def _eggs(code: str, factor: str, dimension: str = "eggs") -> Unit:
    names = {"en": code, "plural": code, "vi": code}
    return Unit(code=code, kind=UnitKind.COUNT, dimension=dimension, factor=Decimal(factor), **names)


def test_only_a_single_thing_is_counted_in_whole_numbers() -> None:
    assert _eggs("eggs", "1").is_whole
    assert not _eggs("dozen_eggs", "12").is_whole


@pytest.mark.parametrize("unit", [_eggs("eggs", "1"), _eggs("eggs", "12"), _eggs("egg", "1")], ids=repr)
def test_the_repr_of_a_custom_unit_builds_it(unit: Unit) -> None:
    assert eval(repr(unit), {"Unit": Unit, "UnitKind": UnitKind, "Decimal": Decimal}) == unit


def test_each_part_of_the_code_of_a_unit_is_checked() -> None:
    with pytest.raises(FieldError, match="not a unit code"):
        _eggs("eggs/a b", "1")
    with pytest.raises(FieldError):
        _eggs("eggs", "1E100")


@pytest.mark.parametrize(("year", "hint"), [(0, "2000"), (18, "2018"), (99, "2099"), (100, ""), (-1, "")])
def test_the_hint_for_a_year_of_two_digits(year: int, hint: str) -> None:
    with pytest.raises(FieldError) as caught:
        Period.year(year)
    assert caught.value.hint == (f"If you mean {hint}, write all four digits." if hint else "")


def test_a_product_of_ranges_begins_at_the_product_of_the_lower_ends() -> None:
    product = Value.between("10", "20", percent) * Value.between(100, 200, household)
    assert (product.magnitude, product.upper) == (10, 40)


def test_the_largest_magnitude_is_a_value() -> None:
    largest = Value.exact("1E30", VND) * 10**30
    assert largest.magnitude == Decimal("1E60")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Value.exact("1E6", household), "1 million households"),
        (Value.exact(1, household), "1 household"),
        (Value.exact(2, household), "2 households"),
        (Value.between(0, 5, household), "0-5 households"),
        (Value.between("-2", "3", percent), "-2 to 3%"),
        (Value.exact(3, Unit.parse("rank")), "rank 3"),
    ],
    ids=str,
)
def test_words_at_the_limits_of_their_forms(value: Value, words: str) -> None:
    assert f"{value:en}" == words
