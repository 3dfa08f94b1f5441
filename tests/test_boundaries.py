"""Values exactly at a limit, and ends that are missing on one side: faults there went unnoticed by other tests."""

from __future__ import annotations

import copy
import operator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import strategies

from aseansc import Attainment, Change, Interval, Period, RelativeChange, Unit, UnitKind, Value
from aseansc.errors import FieldError, OperandError, UndefinedResultError
from aseansc.intervals import Certainty, hull
from aseansc.units import VND, household, percent, percentage_point, times
from aseansc.values import RelativeForm

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
        (Value.over(2, Unit.parse("rank")), "rank over 2"),
        (Change.exact(2, Unit.parse("rank")), "2 ranks"),
        (Value.between(5, 7, percent), "5-7%"),
        (Value.about(5, household), "about 5 households"),
    ],
    ids=str,
)
def test_words_at_the_limits_of_their_forms(value: Value, words: str) -> None:
    assert f"{value:en}" == words


def test_ranges_in_vietnamese_have_a_word_between_them_only_if_they_are_negative() -> None:
    found = [
        f"{Change.between(low, high, percentage_point):vi}" for low, high in (("-5", "-3"), ("0", "3"), ("1", "3"))
    ]
    assert found == ["-5 đến -3 điểm phần trăm", "0-3 điểm phần trăm", "1-3 điểm phần trăm"]


STATED = [
    (Value.exact("5.0", percent), Value.exact("5.00", percent)),
    (Change.exact("5.0", percentage_point), Change.exact("5.00", percentage_point)),
    (RelativeChange.exact("5.0", percent), RelativeChange.exact("5.00", percent)),
    (Attainment.exact("5.0", percent), Attainment.exact("5.00", percent)),
]


@pytest.mark.parametrize(("one", "other"), STATED, ids=repr)
def test_statements_with_other_digits_differ_and_have_no_positions(one: Value, other: Value) -> None:
    """Printed digits are part of a statement; its fields have names only, and no attribute can be added."""
    kind = type(one)
    assert one != other
    assert one == copy.copy(one)
    assert hash(one) == hash(copy.copy(one))
    assert eval(repr(one), {kind.__name__: kind}) == one
    assert kind.__match_args__ == ()
    assert not hasattr(one, "__dict__")
    with pytest.raises(TypeError):
        kind("5", percent)  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", [Value, Change, RelativeChange, Attainment])
def test_the_constructors_of_a_type_have_its_name(kind: type[Value]) -> None:
    for name in ("exact", "about", "between", "over", "parse"):
        assert getattr(kind, name).__qualname__ == f"{kind.__name__}.{name}"
        assert name in vars(kind)


def test_hypothesis_draws_statements_by_their_type() -> None:
    for kind in (Attainment, RelativeChange, Change, Value):
        assert not strategies.from_type(kind).is_empty


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        (Value.about(5, household), (None, None, False, False)),
        (Value.exact(5, household), (5, 5, True, True)),
        (Value.exact("5.0", percent), (Decimal("4.95"), Decimal("5.05"), True, True)),
        (Value.over(5, household), (5, None, False, False)),
        (Value.at_least(5, household), (5, None, True, False)),
        (Value.under(5, household), (None, 5, False, False)),
        (Value.at_most(5, household), (None, 5, False, True)),
        (Change.over("-5", percentage_point), (None, -5, False, False)),
        (Change.at_most("-5", percentage_point), (-5, None, True, False)),
    ],
    ids=repr,
)
def test_the_stated_ends_of_a_statement(value: Value, ends: tuple[object, ...]) -> None:
    assert value.ends() == ends


@pytest.mark.parametrize(
    ("value", "readings"),
    [
        ("about 2..4", ["by about -75..-50 percent to 25", "by about -80..-66.66667 percent to 12"]),
        ("at_most 3", ["by at_most -66.666667 percent to 1.1", "by -75..0 percent"]),
        ("2", ["by -50 percent to 34", "by -66.66667 percent to 14"]),
        ("2..4", ["by -75..-50 percent to 34", "by -80..-66.66667 percent to 14"]),
    ],
)
def test_a_decrease_by_a_number_of_times_has_two_sizes(value: str, readings: list[str]) -> None:
    found = RelativeChange.parse(f"decrease_times {value} times").readings
    assert [str(reading.change) for reading in found[:2]] == readings


def test_a_decrease_by_no_times_cannot_be_computed() -> None:
    twice = RelativeChange.exact(2, times, form="decrease_times")
    with pytest.raises(UndefinedResultError, match="a decrease of 0 times"):
        twice * 0
    assert (twice * 2).form is RelativeForm.DECREASE_TIMES
    assert (RelativeChange.exact(2, times, form="times") * 0).magnitude == 0


def test_changes_in_all_forms_are_compared_by_their_size() -> None:
    by, to = RelativeChange.exact("150", percent), RelativeChange.exact("250", percent, form="to")
    factor = RelativeChange.exact("2.5", times, form="times")
    for one, other in ((by, to), (by, factor), (to, factor)):
        assert one.compare(other).equal is Certainty.POSSIBLE
        assert one.compare(RelativeChange.exact("900", percent)).less is Certainty.CERTAIN
    over, under = (Attainment.exact("20", percent, form=form) for form in ("over_plan", "under_plan"))
    for one, same in ((over, "120"), (under, "80")):
        assert one.compare(Attainment.exact(same, percent)).equal is Certainty.POSSIBLE
    assert over.compare(Attainment.exact("90", percent)).greater is Certainty.CERTAIN
    assert under.compare(Attainment.exact("90", percent)).less is Certainty.CERTAIN


def test_values_are_compared_by_their_digits_and_ends() -> None:
    nearly, five, six = Value.nearly("5.0", percent), Value.exact("5.0", percent), Value.exact("6.0", percent)
    assert nearly.compare(six).less is Certainty.CERTAIN
    assert six.compare(nearly).greater is Certainty.CERTAIN
    assert Value.exact("4.0", percent).compare(nearly).greater is Certainty.POSSIBLE
    assert five.compare(Value.exact("5.1", percent)).equal is Certainty.POSSIBLE
    assert five.compare(Value.exact("5.2", percent)).less is Certainty.CERTAIN
    for number in (3, 5):
        counts = Value.exact(number, household).compare(Value.exact(4, household))
        assert (counts.less is Certainty.CERTAIN, counts.greater is Certainty.CERTAIN) == (number < 4, number > 4)


def test_the_last_rank_that_can_be_under_another() -> None:
    rank = Unit.parse("rank")
    assert Value.under(2, rank).magnitude == 2
    for constructor, number in ((Value.under, 1), (Value.nearly, 1), (Value.exact, 0)):
        with pytest.raises(FieldError, match="not a rank"):
            constructor(number, rank)
    assert Value.exact(1, rank).magnitude == 1


def test_a_result_that_is_too_large_names_the_limit() -> None:
    with pytest.raises(UndefinedResultError) as caught:
        Value.exact("1E60", VND) * 10
    assert caught.value.expected == "a magnitude and a resolution below 10^61"


@pytest.mark.parametrize(("operation", "word"), [(operator.mul, "multiply"), (operator.truediv, "divide")])
def test_the_error_for_two_values_names_the_operation(operation: Any, word: str) -> None:
    with pytest.raises(OperandError, match=f"cannot {word} these two"):
        operation(Value.exact(2, household), RelativeChange.exact(2, percent))


def test_whole_numbers_in_another_unit_are_added_with_their_own_width() -> None:
    """A count is exact in its own unit, so its width does not grow by conversion."""
    dozen = _eggs("dozen_eggs", "12")
    found = Value.exact("1.5", dozen) + Value.exact(6, _eggs("eggs", "1"))
    assert (found.magnitude, found.interval().contains("2.05")) == (2, True)
