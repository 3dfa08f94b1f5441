"""Laws of intervals: containment, tight ends, algebra, three-valued comparison."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from aseansc import Certainty, Interval
from aseansc.errors import UndefinedResultError

from ._draw import EXACT, grid, intervals, lies_in, small_numbers, wide_numbers

SMALL = intervals(small_numbers())
WIDE = intervals(wide_numbers())
ANY = SMALL | WIDE
ZERO = Interval.point(0)
ONE = Interval.point(1)


@given(WIDE, WIDE)
def test_a_sum_contains_the_sums_of_all_members(a: Interval, b: Interval) -> None:
    """The result of an operation contains the result for any members of the operands."""
    result = a + b
    assert all(lies_in(EXACT.add(x, y), result) for x, y in product(grid(a), grid(b)))


@given(WIDE, WIDE)
def test_a_difference_contains_the_differences_of_all_members(a: Interval, b: Interval) -> None:
    """Containment, for a − b."""
    result = a - b
    assert all(lies_in(EXACT.subtract(x, y), result) for x, y in product(grid(a), grid(b)))


@given(ANY, ANY)
def test_a_product_contains_the_products_of_all_members(a: Interval, b: Interval) -> None:
    """Containment, for a × b: zero, open and closed ends, no bounds."""
    result = a * b
    assert all(lies_in(EXACT.multiply(x, y), result) for x, y in product(grid(a), grid(b)))


@given(ANY, ANY)
def test_a_quotient_contains_the_quotients_of_all_members(a: Interval, b: Interval) -> None:
    """Containment, for a ÷ b; a divisor that may be zero or approach zero is an error."""
    below, above = b.upper is not None and b.upper < 0, b.lower is not None and b.lower > 0
    if not (below or above):
        with pytest.raises(UndefinedResultError, match="may be zero"):
            a / b
        return
    result = a / b
    for x, y in product(grid(a), grid(b)):
        assert _contains_fraction(result, Fraction(x) / Fraction(y))


def _contains_fraction(interval: Interval, number: Fraction) -> bool:
    low = None if interval.lower is None else Fraction(interval.lower)
    high = None if interval.upper is None else Fraction(interval.upper)
    return (low is None or number > low or (number == low and not interval.lower_open)) and (
        high is None or number < high or (number == high and not interval.upper_open)
    )


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul])
@given(a=SMALL, b=SMALL)
def test_the_ends_of_sums_and_products_are_tight(
    operation: Callable[[Any, Any], Any], a: Interval, b: Interval
) -> None:
    """Members reach a closed end, and approach an open or missing end without reaching it."""
    result = operation(a, b)
    found = [operation(Fraction(x), Fraction(y)) for x, y in product(grid(a), grid(b))]
    for end, is_open, extreme in (
        (result.lower, result.lower_open, min(found)),
        (result.upper, result.upper_open, max(found)),
    ):
        if end is None:
            assert abs(extreme) > 10**9
        elif is_open:
            assert extreme != Fraction(end)
            assert abs(extreme - Fraction(end)) < Fraction(1, 10**6)
        else:
            assert extreme == Fraction(end)


def away_from_zero(interval: Interval) -> Interval:
    """Shift an interval away from zero, so that it can be a divisor."""
    if interval.lower is not None:
        return interval if interval.lower > 0 else interval + Interval.point(1 - interval.lower)
    if interval.upper is not None:
        return interval if interval.upper < 0 else interval - Interval.point(1 + interval.upper)
    return Interval(lower=1)


@given(SMALL, SMALL.map(away_from_zero))
def test_the_ends_of_quotients_are_tight(a: Interval, b: Interval) -> None:
    """Members reach or approach the ends of a quotient, up to rounding."""
    result = a / b
    found = [Fraction(x) / Fraction(y) for x, y in product(grid(a), grid(b))]
    for end, extreme in ((result.lower, min(found)), (result.upper, max(found))):
        if end is None:
            assert abs(extreme) > 10**9
        else:
            assert abs(extreme - Fraction(end)) < Fraction(1, 10**6)


@given(ANY, ANY)
def test_sums_and_products_commute(a: Interval, b: Interval) -> None:
    """a + b = b + a, and a × b = b × a."""
    assert a + b == b + a
    assert a * b == b * a


@given(SMALL, SMALL, SMALL)
def test_sums_associate_and_products_distribute_as_far_as_intervals_do(a: Interval, b: Interval, c: Interval) -> None:
    """(a + b) + c = a + (b + c), and a × b + a × c contains a × (b + c)."""
    assert (a + b) + c == a + (b + c)
    assert (a * b + a * c).contains(a * (b + c))


@given(SMALL)
def test_zero_and_one_are_neutral(a: Interval) -> None:
    """a + 0 = a × 1 = a ÷ 1 = a, a × 0 = 0, and −(−a) = a."""
    assert a + ZERO == a
    assert a * ONE == a
    assert a / ONE == a
    assert a * ZERO == ZERO
    assert -(-a) == a
    assert a - ZERO == a
    assert ZERO - a == -a


@given(ANY)
def test_a_difference_from_itself_contains_zero(a: Interval) -> None:
    """Two members of one interval need not be equal: a − a contains 0, and is 0 only for a point."""
    assert (a - a).contains(0)
    assert ((a - a) == ZERO) is a.is_point


@given(ANY, ANY)
def test_an_intersection_is_in_both_intervals(a: Interval, b: Interval) -> None:
    """The intersection is in both intervals and commutes; it exists if and only if they overlap."""
    assert a.overlaps(b) is b.overlaps(a)
    if not a.overlaps(b):
        with pytest.raises(UndefinedResultError, match="do not overlap"):
            a.intersection(b)
        return
    both = a.intersection(b)
    assert both == b.intersection(a)
    assert a.contains(both)
    assert b.contains(both)
    assert a.intersection(both) == both


@given(SMALL, SMALL)
def test_an_intersection_has_every_common_member(a: Interval, b: Interval) -> None:
    """A number in both intervals is in their intersection."""
    shared = [number for number in (*grid(a), *grid(b)) if lies_in(number, a) and lies_in(number, b)]
    assert all(lies_in(number, a.intersection(b)) for number in shared)


@given(ANY, ANY)
def test_an_interval_contains_another_if_the_intersection_is_the_other(a: Interval, b: Interval) -> None:
    """a contains b if and only if their intersection is b."""
    assert a.contains(a)
    assert a.contains(b) is (a.overlaps(b) and a.intersection(b) == b)


@given(ANY, ANY)
def test_comparison_agrees_with_members(a: Interval, b: Interval) -> None:
    """`less` is no if no members are less, and certain only if all are; likewise equal and greater."""
    answer = a.compare(b)
    pairs = list(product(grid(a), grid(b)))
    for certainty, relation in (
        (answer.less, operator.lt),
        (answer.equal, operator.eq),
        (answer.greater, operator.gt),
    ):
        held = {relation(x, y) for x, y in pairs}
        assert certainty is not Certainty.NO or held == {False}
        assert certainty is not Certainty.CERTAIN or held == {True}


@given(SMALL, SMALL)
def test_possible_relations_hold_for_some_members(a: Interval, b: Interval) -> None:
    """A relation is `possible` only if it holds for some members."""
    answer = a.compare(b)
    pairs = list(product(grid(a), grid(b)))
    if answer.less is Certainty.POSSIBLE:
        assert any(x < y for x, y in pairs)
    if answer.greater is Certainty.POSSIBLE:
        assert any(x > y for x, y in pairs)
    assert (answer.equal is not Certainty.NO) is a.overlaps(b)


@given(ANY, ANY)
def test_comparison_is_mirrored(a: Interval, b: Interval) -> None:
    """Comparing b with a swaps less and greater; at most one answer is certain."""
    there, back = a.compare(b), b.compare(a)
    assert (there.less, there.equal, there.greater) == (back.greater, back.equal, back.less)
    answers = [there.less, there.equal, there.greater]
    if Certainty.CERTAIN in answers:
        assert sorted(answers) == [Certainty.CERTAIN, Certainty.NO, Certainty.NO]
    else:
        assert answers.count(Certainty.POSSIBLE) >= 2 or there.equal is Certainty.POSSIBLE


@given(ANY, ANY)
def test_equal_intervals_hash_equal_and_survive_copies(a: Interval, b: Interval) -> None:
    """Equal intervals have equal hashes; evolve, copy and pickle return an equal interval."""
    assert evolve(a) == a
    assert copy.deepcopy(a) == copy.copy(a) == pickle.loads(pickle.dumps(a)) == a
    assert hash(evolve(a)) == hash(a)
    assert (a == b) is (a.contains(b) and b.contains(a))
    if a == b:
        assert hash(a) == hash(b)


@given(wide_numbers(), st.integers(1, 20))
def test_a_computed_interval_can_be_rebuilt(number: Decimal, times: int) -> None:
    """`evolve` works on computed intervals with ends of any size."""
    result = Interval.point(number)
    for _ in range(times):
        result *= Interval(lower="1E60", upper="2E60")
    assert evolve(result) == result
