"""Intervals: forms, and the results of operations with open, closed, unbounded and zero ends."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from aseansc import Certainty, Comparison, Interval
from aseansc.errors import AseanscError, FieldError, FieldTypeError, OperandError, UndefinedResultError


def interval(text: str) -> Interval:
    """Create an interval from its text: ``[1, 2)``, ``(-∞, 5]``."""
    low, high = text[1:-1].split(", ")
    return Interval(
        lower=None if low == "-∞" else low,
        upper=None if high == "∞" else high,
        lower_open=text[0] == "(",
        upper_open=text[-1] == ")",
    )


@pytest.mark.parametrize(
    ("left", "operation", "right", "expected"),
    [
        ("[1, 2]", "+", "[10, 20]", "[11, 22]"),
        ("[1, 2)", "+", "[10, 20]", "[11, 22)"),
        ("(1, 2]", "+", "[10, ∞)", "(11, ∞)"),
        ("(-∞, 2]", "+", "[10, ∞)", "(-∞, ∞)"),
        ("(-∞, 2]", "-", "[10, ∞)", "(-∞, -8]"),
        ("(-∞, 2]", "-", "(10, ∞)", "(-∞, -8)"),
        ("[1, 2]", "-", "[1, 2]", "[-1, 1]"),
        ("[2, 3]", "*", "[4, 5]", "[8, 15]"),
        ("[-2, 3]", "*", "[4, 5]", "[-10, 15]"),
        ("[-2, 3]", "*", "[-5, 4]", "[-15, 12]"),
        ("(0, 5]", "*", "[0, 1]", "[0, 5]"),
        ("(0, 5]", "*", "(0, 1]", "(0, 5]"),
        ("(0, 5)", "*", "[-1, 1]", "(-5, 5)"),
        ("[0, 5]", "*", "(1, ∞)", "[0, ∞)"),
        ("(0, 5]", "*", "[1, ∞)", "(0, ∞)"),
        ("[0, 0]", "*", "(-∞, ∞)", "[0, 0]"),
        ("[0, 5)", "*", "(-∞, -2]", "(-∞, 0]"),
        ("[-1, 0]", "*", "[0, ∞)", "(-∞, 0]"),
        ("(-∞, ∞)", "*", "[0, 5]", "(-∞, ∞)"),
        ("[1, 2]", "/", "[4, 5]", "[0.2, 0.5]"),
        ("[1, 2]", "/", "(4, ∞)", "(0, 0.5)"),
        ("[0, 2]", "/", "[4, ∞)", "[0, 0.5]"),
        ("[0, 0]", "/", "(4, ∞)", "[0, 0]"),
        ("[-1, 2]", "/", "(4, ∞)", "(-0.25, 0.5)"),
        ("[1, ∞)", "/", "(-∞, -1]", "(-∞, 0)"),
        ("(-∞, ∞)", "/", "[1, ∞)", "(-∞, ∞)"),
        ("[6, 6]", "/", "[-3, -2]", "[-3, -2]"),
        ("[1, 1]", "/", "[3, 3]", f"[0.{'3' * 34}, 0.{'3' * 33}4]"),
        ("[-1, -1]", "/", "[3, 3]", f"[-0.{'3' * 33}4, -0.{'3' * 34}]"),
        ("[1E60, 1E60]", "+", "[1E-60, 1E-60]", f"[1E60, {'1' + '0' * 32 + '1' + '0' * 27}]"),
    ],
)
def test_arithmetic(left: str, operation: str, right: str, expected: str) -> None:
    a, b = interval(left), interval(right)
    result = {
        "+": lambda: a + b,
        "-": lambda: a - b,
        "*": lambda: a * b,
        "/": lambda: a / b,
    }[operation]()
    assert result == interval(expected), result


@pytest.mark.parametrize(
    "divisor", ["[0, 0]", "[0, 1]", "(0, 1]", "[-1, 0]", "[-1, 0)", "[-1, 1]", "(-∞, 0)", "(-∞, ∞)"]
)
def test_a_divisor_that_may_be_zero_or_approach_it_is_an_error(divisor: str) -> None:
    with pytest.raises(UndefinedResultError, match="divisor may be zero") as refused:
        interval("[1, 2]") / interval(divisor)
    assert isinstance(refused.value, ArithmeticError)


@pytest.mark.parametrize(
    ("left", "right", "less", "equal", "greater"),
    [
        ("[1, 2]", "[3, 4]", "certain", "no", "no"),
        ("[1, 3)", "[3, 4]", "certain", "no", "no"),
        ("[1, 3]", "(3, 4]", "certain", "no", "no"),
        ("[1, 3]", "[3, 4]", "possible", "possible", "no"),
        ("[3, 3]", "[3, 3]", "no", "certain", "no"),
        ("[3, 3]", "[3, ∞)", "possible", "possible", "no"),
        ("[3, 3]", "(3, ∞)", "certain", "no", "no"),
        ("[1, 5]", "[2, 3]", "possible", "possible", "possible"),
        ("[1, 5]", "[1, 5]", "possible", "possible", "possible"),
        ("(-∞, 3]", "[3, ∞)", "possible", "possible", "no"),
        ("(5, ∞)", "(-∞, 5)", "no", "no", "certain"),
        ("(-∞, ∞)", "[3, 3]", "possible", "possible", "possible"),
        ("[2, 3]", "[1, 2]", "no", "possible", "possible"),
        ("[2, 3]", "[2, 2]", "no", "possible", "possible"),
        ("(2, 3]", "[2, 2]", "no", "no", "certain"),
    ],
)
def test_comparison_has_three_answers(left: str, right: str, less: str, equal: str, greater: str) -> None:
    answer = interval(left).compare(interval(right))
    assert (answer.less, answer.equal, answer.greater) == (less, equal, greater)


def test_a_comparison_has_no_truth_value() -> None:
    answer = interval("[1, 2]").compare(interval("[3, 4]"))
    with pytest.raises(OperandError, match="no truth value"):
        bool(answer)
    assert answer == Comparison(less=Certainty.CERTAIN, equal=Certainty.NO, greater=Certainty.NO)
    assert hash(answer) == hash(Comparison(less=Certainty.CERTAIN, equal=Certainty.NO, greater=Certainty.NO))


def test_the_answers_of_a_comparison_are_certainties() -> None:
    with pytest.raises(FieldError):
        Comparison(less=1, equal="maybe", greater=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outer", "inner", "held"),
    [
        ("[1, 2]", "1", True),
        ("(1, 2]", "1", False),
        ("[1, 2)", "2", False),
        ("[1, ∞)", "1E60", True),
        ("(-∞, ∞)", "-5", True),
        ("[1, 2]", "[1, 2]", True),
        ("[1, 2]", "(1, 2)", True),
        ("(1, 2)", "[1, 2]", False),
        ("[1, ∞)", "[1, 2]", True),
        ("[1, 2]", "[1, ∞)", False),
        ("(-∞, ∞)", "(-∞, ∞)", True),
    ],
)
def test_containing(outer: str, inner: str, held: bool) -> None:
    item = interval(inner) if "," in inner else inner
    assert interval(outer).contains(item) is held
    assert (item in interval(outer)) is held


def test_overlap_and_intersection() -> None:
    assert interval("[1, 2]").intersection(interval("[2, 3)")) == Interval.point(2)
    assert not interval("[1, 2)").overlaps(interval("[2, 3]"))
    assert interval("(-∞, 2)").intersection(interval("[1, ∞)")) == interval("[1, 2)")
    with pytest.raises(UndefinedResultError, match=r"\[1, 2\).*overlaps"):
        interval("[1, 2)").intersection(interval("[2, 3]"))


def test_forms() -> None:
    assert Interval() == interval("(-∞, ∞)")
    assert (Interval().lower_open, Interval().upper_open) == (True, True)
    assert Interval.point("5").is_point
    assert Interval.point("5").is_bounded
    assert not Interval(lower=5).is_bounded
    assert Interval(lower="1.0", upper="2") == Interval(lower=1, upper=Decimal("2.00"))
    assert str(Interval(lower="1E3", upper_open=True)) == "[1000, ∞)"
    with pytest.raises(FrozenInstanceError):
        Interval().lower = Decimal(1)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Interval(lower=2, upper=1), FieldError),
        (lambda: Interval(lower=1, upper=1, lower_open=True), FieldError),
        (lambda: Interval(lower=1, upper=1, upper_open=True), FieldError),
        (lambda: Interval(lower=0.5), FieldTypeError),
        (lambda: Interval(lower=True), FieldTypeError),
        (lambda: Interval(lower="NaN"), FieldError),
        (lambda: Interval(lower=Decimal("NaN")), FieldError),
        (lambda: Interval(lower=Decimal("sNaN")), FieldError),
        (lambda: Interval(lower=Decimal("-Infinity")), FieldError),
        (lambda: Interval(upper="1,5"), FieldError),
        (lambda: Interval(upper="1E1001"), FieldError),
        (lambda: Interval(upper=10**100_000), FieldError),
        (lambda: Interval(lower=1, lower_open=1), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Interval(lower=1, upper_open="no"), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Interval.point(None), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Interval.point(0.5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Interval().contains(0.5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Interval().contains(None), FieldTypeError),  # type: ignore[arg-type]
    ],
)
def test_bad_intervals(make: Any, error: type[AseanscError]) -> None:
    with pytest.raises(error):
        make()


@pytest.mark.parametrize(
    "refused",
    [
        lambda a: a + 1,
        lambda a: a - "1",
        lambda a: a * Decimal(2),
        lambda a: a / 2,
        lambda a: a.compare(1),
        lambda a: a.overlaps(1),
        lambda a: a.intersection("1"),
        lambda a: a < a,
        lambda a: a >= a,
        lambda a: sorted([a, a]),
    ],
)
def test_undefined_operations_of_intervals_are_errors(refused: Any) -> None:
    with pytest.raises(OperandError) as error:
        refused(interval("[1, 2]"))
    assert isinstance(error.value, TypeError)
    assert error.value.hint


def test_ends_beyond_the_limits_are_rounded_outward() -> None:
    """Overflow makes an end unbounded and underflow rounds it outward; neither is an error."""
    large = Interval(lower="1E1000", upper="2E1000")
    product = large
    for _ in range(20):
        product *= large
    assert product.upper is None or product.upper >= Decimal("1E1000")
    small = Interval(lower="1E-1000", upper="2E-1000")
    product = small
    for _ in range(20):
        product *= small
    assert product.lower is not None
    assert 0 <= product.lower < product.upper  # type: ignore[operator]
    negative = -large
    for _ in range(20):
        negative *= large
    assert negative.lower is None or negative.lower <= Decimal("-1E1000")


def test_what_is_certain_is_true_and_what_is_possible_is_neither_true_nor_false() -> None:
    assert Certainty.CERTAIN
    assert not Certainty.NO
    with pytest.raises(OperandError, match=r"Certainty\.CERTAIN"):
        bool(Certainty.POSSIBLE)


@pytest.mark.parametrize(
    ("first", "second", "at_most", "at_least"),
    [
        (Interval(upper=5), Interval(lower=5), Certainty.CERTAIN, Certainty.POSSIBLE),
        (Interval(lower=5), Interval(upper=5), Certainty.POSSIBLE, Certainty.CERTAIN),
        (Interval.point(5), Interval.point(5), Certainty.CERTAIN, Certainty.CERTAIN),
        (Interval.point(5), Interval.point(6), Certainty.CERTAIN, Certainty.NO),
        (Interval.point(6), Interval.point(5), Certainty.NO, Certainty.CERTAIN),
        (Interval(lower=0, upper=5), Interval(lower=1, upper=6), Certainty.POSSIBLE, Certainty.POSSIBLE),
    ],
)
def test_less_or_equal_may_be_certain_though_neither_alone_is(
    first: Interval, second: Interval, at_most: Certainty, at_least: Certainty
) -> None:
    found = first.compare(second)
    assert (found.at_most, found.at_least) == (at_most, at_least)
