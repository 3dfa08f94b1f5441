"""Propagation against trying all small whole numbers."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

from aseansc.audit._propagation import Narrowing, Product, Sum, Variable, whole_numbers
from aseansc.intervals import Interval

WHOLE, ONE, OTHER = VARIABLES = tuple(("level", name, None) for name in ("whole", "one", "other"))
FAR = 17
"""Beyond all sums of the limits below, which are at most 8."""
RANGES = [(None, None), (-1, None), (None, 3), (2, 4)]
HUNDRED = Interval.point(100)


def narrowed(
    ranges: tuple[tuple[int | None, int | None], ...], constraint: Sum | Product, *, opened: bool
) -> Narrowing:
    found = Narrowing()
    for variable, (low, high) in zip(VARIABLES, ranges, strict=True):
        is_open = {"lower_open": opened and low is not None, "upper_open": opened and high is not None}
        bounds = Interval(lower=low, upper=high, **is_open)
        found.add(variable, Interval(), whole=opened)
        found.narrow(variable, bounds, frozenset((variable[1],)))
    found.add_constraint(constraint)
    found.run()
    return found


def within(number: int, limits: tuple[int | None, int | None], opened: bool) -> bool:
    """Return whether a number is within limits; open limits of whole numbers leave out the limit."""
    low, high = limits
    return (low is None or low + opened <= number) and (high is None or number <= high - opened)


def solutions(ranges: tuple[tuple[int | None, int | None], ...], exact: bool, opened: bool) -> list[tuple[int, ...]]:
    every = range(-FAR, FAR + 1)
    whole, one, other = ([item for item in every if within(item, limits, opened)] for limits in ranges)
    return [
        (total, left, right)
        for left, right in product(one, other)
        for total in whole
        if (total == left + right if exact else total >= left + right)
    ]


def limits(numbers: list[int]) -> tuple[int | None, int | None]:
    """Return the least and the greatest number, or None for those that only the far end limits."""
    low, high = min(numbers), max(numbers)
    return low if abs(low) <= FAR // 2 else None, high if abs(high) <= FAR // 2 else None


def test_a_sum_leaves_exactly_the_values_of_its_solutions() -> None:
    for exact, opened in product((True, False), repeat=2):
        for ranges in product(RANGES, repeat=3):
            found = narrowed(ranges, Sum(WHOLE, (ONE, OTHER), exact), opened=opened)
            possible = solutions(ranges, exact, opened)
            assert bool(possible) is not bool(found.conflicts), (ranges, exact, opened)
            for place, variable in enumerate(VARIABLES if possible else ()):
                left = found.possible(variable)
                wanted = limits([solution[place] for solution in possible])
                assert (left.lower, left.upper) == wanted, (ranges, exact, opened, variable)


def test_a_product_keeps_its_solutions_and_no_end_without_one() -> None:
    """For percentage × whole = 100 × part."""
    sizes = [(None, None), (1, 3), (2, None), (-3, -1), (-2, 2), (0, 2)]
    for ranges in product(sizes, [(None, None), (100, 300), (50, 50), (-200, 100)], [(None, None), (1, 4), (2, None)]):
        found = narrowed(ranges, Product(WHOLE, ONE, OTHER, HUNDRED), opened=False)
        tried = [
            (left, right, Decimal(left * right) / 100)
            for left, right in product(range(-6, 7), range(-600, 601, 50))
            if within(left, ranges[0], False) and within(right, ranges[1], False)
        ]
        kept = [item for item in tried if Interval(lower=ranges[2][0], upper=ranges[2][1]).contains(point(item[2]))]
        for solution in kept if not found.conflicts else ():
            for variable, number in zip(VARIABLES, solution, strict=True):
                assert found.possible(variable).contains(point(number)), (ranges, variable, solution)
        assert not (kept and found.conflicts), ranges
        if not found.conflicts:
            require_support(found, ranges)


def point(number: Any) -> Interval:
    return Interval.point(number)


def near(number: Decimal) -> Interval:
    return Interval(lower=number - Decimal("1E-20"), upper=number + Decimal("1E-20"))


def require_support(found: Narrowing, ranges: object) -> None:
    left, right, made = (found.possible(variable) for variable in VARIABLES)
    ends = [(end, left * right / HUNDRED) for end in (made.lower, made.upper)]
    for end, possible in ends:
        assert end is None or near(end).overlaps(possible), (ranges, "product", end)
    for one, other in ((left, right), (right, left)):
        if other.lower is not None and other.lower > 0:
            for end in (one.lower, one.upper):
                assert end is None or (near(end) * other / HUNDRED).overlaps(made), (ranges, end)


def test_whole_numbers_within_an_interval() -> None:
    def left(low: str | None, high: str | None, opened: bool = False) -> tuple[object, object] | None:
        is_open = {"lower_open": opened and low is not None, "upper_open": opened and high is not None}
        found = whole_numbers(Interval(lower=low, upper=high, **is_open))
        return None if found is None else (found.lower, found.upper)

    assert left("1.2", "3.8") == (2, 3)
    assert left("1", "3") == (1, 3)
    assert left("1", "3", True) == (2, 2)
    assert left("1.5", "2.5", True) == (2, 2)
    assert left("1", "2", True) is None
    assert left("1.2", "1.8") is None
    assert left("-3.5", None) == (-3, None)
    assert left(None, "-3.5") == (None, -4)
    longest, longer = f"{10**29}.5", f"{10**30}.5"
    assert left(longest, None) == (10**29 + 1, None)
    assert left(longer, None) == (Decimal(longer), None)
    assert left(None, longest) == (None, 10**29)
    assert left(None, longer) == (None, Decimal(longer))


def test_steps_that_never_end_are_limited() -> None:
    """Of 0 to 1, a number and its half that are equal leave half in each step, and never 0 alone."""
    found = Narrowing()
    half: Variable = ("level", "half", None)
    found.add(half, Interval.point(Decimal("0.5")))
    for name in (WHOLE, ONE):
        found.add(name, Interval(lower=0, upper=1))
    found.add_constraint(Product(half, WHOLE, ONE, Interval.point(1)))
    found.add_constraint(Sum(WHOLE, (ONE,), exact=True))
    found.run()
    upper = found.possible(WHOLE).upper
    assert upper is not None
    assert Decimal(2) ** -41 < upper < Decimal(2) ** -39


def test_a_variable_without_values_is_reported_once() -> None:
    found = Narrowing()
    name: Variable = VARIABLES[0]
    found.add(name, Interval(lower=0))
    found.add(name, Interval(lower=5))
    for limit in ("a", "b", "c"):
        found.narrow(name, Interval(lower=3) if limit == "a" else Interval(upper=2), frozenset(limit))
    (conflict,) = found.conflicts
    assert conflict.known.lower == 3
    assert conflict.other.upper == 2
    assert (sorted(conflict.because), conflict.whole) == (["a", "b"], False)
    counted = Narrowing()
    counted.add(name, Interval(lower=0), whole=True)
    for limit in ("a", "b"):
        counted.narrow(name, Interval(lower="1.2", upper="1.8"), frozenset(limit))
    (conflict,) = counted.conflicts
    assert (conflict.whole, sorted(conflict.because)) == (True, ["a"])
