"""Values and the other statements: parsing, printing, resolution, possible values of each qualifier, bad input."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, Attainment, Certainty, Change, Qualifier, RelativeChange, Unit, Value, remainder, total
from aseansc.datasets import lai_chau
from aseansc.errors import AseanscError, FieldError, OperandError, UndefinedResultError
from aseansc.units import (
    VND,
    cubic_metre,
    day,
    hectare,
    household,
    household_turn,
    litre,
    month,
    percent,
    person,
    project,
    square_kilometre,
    square_metre,
    times,
    year,
)
from aseansc.values import by_magnitude

exact, over, nearly = Value.exact, Value.over, Value.nearly
DWELLING = Unit.counting("dwelling_unit", en="dwelling unit", vi="căn")


# -- magnitude and resolution


@pytest.mark.parametrize(
    ("printed", "magnitude", "resolution", "text"),
    [
        ("40.40", "40.40", "0.01", "40.40 percent"),
        ("40.4", "40.4", "0.1", "40.4 percent"),
        ("0", "0", "1", "0 percent"),
        ("0.00", "0.00", "0.01", "0.00 percent"),
        ("-0.0", "0.0", "0.1", "0.0 percent"),
        ("378E3", "378000", "1000", "378000 percent to 1000"),
        ("458.6E6", "458600000", "1E5", "458600000 percent to 100000"),
        ("0E3", "0", "1000", "0 percent to 1000"),
        ("60000", "60000", "1", "60000 percent"),
        ("6E-3", "0.006", "0.001", "0.006 percent"),
        ("+5", "5", "1", "5 percent"),
        ("005.50", "5.50", "0.01", "5.50 percent"),
        (5, "5", "1", "5 percent"),
        (-5, "-5", "1", "-5 percent"),
        (Decimal("5.50"), "5.50", "0.01", "5.50 percent"),
        (
            Decimal("1E60"),
            "1E60",
            "1E60",
            "1000000000000000000000000000000000000000000000000000000000000 percent to 1000000000000000000000000000000000000000000000000000000000000",
        ),
        ("1E-60", "1E-60", "1E-60", f"0.{'0' * 59}1 percent"),
        ("9" * 61, "9" * 61, "1", f"{'9' * 61} percent"),
    ],
)
def test_the_resolution_is_the_place_of_the_last_printed_digit(
    printed: Any, magnitude: str, resolution: str, text: str
) -> None:
    value = exact(printed, percent)
    assert str(value.magnitude) == str(Decimal(f"{Decimal(magnitude):f}"))
    assert value.resolution == Decimal(resolution)
    assert str(value) == text
    assert repr(value) == f"Value.parse({text!r})"
    assert Value.parse(text) == value


def test_trailing_zeros_are_added_and_finer_digits_are_an_error() -> None:
    assert str(exact(60000, household, resolution="1E3").magnitude) == "60000"
    assert str(exact("40.4", percent, resolution="0.01").magnitude) == "40.40"
    assert exact("40.4", percent, resolution="0.01") == exact("40.40", percent)
    assert exact(378000, household, resolution=1000) == exact("378E3", household)
    for magnitude, resolution in (("40.44", "0.1"), ("378500", "1000"), ("0.5", "1")):
        with pytest.raises(FieldError, match="finer than its resolution"):
            exact(magnitude, percent, resolution=resolution)


def test_both_ends_of_a_range_take_the_finer_resolution() -> None:
    value = Value.between("7", "7.2", percent)
    assert (value.magnitude, value.upper, value.resolution) == (7, Decimal("7.2"), Decimal("0.1"))
    assert str(value) == "7.0..7.2 percent"
    assert str(Value.between("7E6", "10E6", VND)) == "7000000..10000000 VND to 1000000"
    assert Value.parse("7.0..7.2 percent") == value
    assert str(Value.between("-5", "5", percent)) == "-5..5 percent"


def test_different_statements_are_not_equal() -> None:
    assert exact("40.40", percent) != exact("40.4", percent)
    assert exact(5, person) != over(5, person)
    assert exact(5, person) != exact(5, household)
    assert exact(5, hectare) != exact(50000, square_metre)
    assert exact(5, person) != Change.exact(5, person)
    assert exact(5, person) != 5
    assert Attainment.exact(5, percent) != RelativeChange.exact(5, percent)
    assert Attainment.exact(5, percent, form="over_plan") != Attainment.exact(5, percent, form="under_plan")
    assert len({exact("378E3", person), exact(378000, person, resolution=1000), exact(378000, person)}) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("over 60000 household_turn", over(60000, household_turn)),
        ("nearly 900000 person to 1000", nearly("900E3", person)),
        ("at_least 5 percent/year", Value.at_least(5, percent / year)),
        ("5..7 percent", Value.between(5, 7, percent)),
        ("-5..-3 percent", Value.between(-5, -3, percent)),
        ("5.50 percent", exact("5.50", percent)),
        ("8 project to 2", exact(8, project, resolution=2)),
        ("6..8 person to 2", Value.between(6, 8, person, resolution=2)),
        ("about 3 VND/person", Value.about(3, VND / person)),
    ],
)
def test_text(text: str, value: Value) -> None:
    assert Value.parse(text) == value
    assert str(value) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "5",
        "person",
        "5  person",
        " 5 person",
        "5 person ",
        "5\tperson",
        "5 person\n",
        "5,5 percent",
        "5.5.5 percent",
        "٥ percent",
        "−5 percent",
        "1_000 person",
        "1 000 person",
        "nan person",
        "Infinity person",
        "0x10 person",
        "exactly 5 person",
        "exact 5 person",
        "over over 5 person",
        "OVER 5 person",
        "over 5..7 percent",
        "between 5 percent",
        "7..5 percent",
        "5..5 percent",
        "5.. percent",
        "..5 percent",
        "5...7 percent",
        "5..6..7 percent",
        "5 person to",
        "5 person to x",
        "5 person to 0",
        "5 person to -1",
        "5 person by 2",
        "5 person to 2 3",
        "-5 person",
        "nearly 0 person",
        "50000000000000000000000000000000000000000000000000000000000000 percent to 10000000000000000000000000000000000000000000000000000000000000",
        "5E-61 percent",
        "5E9999999 percent",
        "9" * 10_000_000 + " person",
        " " * 10_000_000,
        "5 " + "a" * 10_000_000,
        None,
        5,
        b"5 person",
        ["5", "person"],
    ],
    ids=lambda text: repr(text)[:24],
)
def test_text_that_is_not_a_value_raises_an_error_of_the_library(text: Any) -> None:
    with pytest.raises(AseanscError) as refused:
        Value.parse(text)
    assert isinstance(refused.value, ValueError)
    assert len(str(refused.value)) < 1000


@pytest.mark.parametrize("text", ["5 percent", "by", "by 5", "sideways 5 percent", "", None, "times 5 percent"])
def test_text_that_is_not_a_relative_change_is_an_error(text: Any) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        RelativeChange.parse(text)
    assert isinstance(refused.value, AseanscError)


# -- possible values of each qualifier


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("5.0 percent", "[4.95, 5.05]"),
        ("over 5.0 percent", "(5.0, ∞)"),
        ("at_least 5.0 percent", "[5.0, ∞)"),
        ("under 5.0 percent", "(-∞, 5.0)"),
        ("nearly 5.0 percent", "(-∞, 5.0)"),
        ("at_most 5.0 percent", "(-∞, 5.0]"),
        ("about 5.0 percent", "(-∞, ∞)"),
        ("5.0..7.0 percent", "[4.95, 7.05]"),
        ("-5.0 percent", "[-5.05, -4.95]"),
        ("over -5.0 percent", "(-∞, -5.0)"),
        ("at_least -5.0 percent", "(-∞, -5.0]"),
        ("under -5.0 percent", "(-5.0, ∞)"),
        ("nearly -5.0 percent", "(-5.0, ∞)"),
        ("at_most -5.0 percent", "[-5.0, ∞)"),
        ("about -5.0 percent", "(-∞, ∞)"),
        ("-7.0..-5.0 percent", "[-7.05, -4.95]"),
        ("-1..1 percent", "[-1.5, 1.5]"),
        ("over 0 percent", "(0, ∞)"),
        ("under 0 percent", "(-∞, 0)"),
        ("0 person", "[0, 0]"),
        ("5..7 person", "[5, 7]"),
        ("0 hectare", "[0, 0.5]"),
        ("nearly 35400 household", "[0, 35400)"),
        ("at_most 5 household", "[0, 5]"),
        ("about 5 household", "[0, ∞)"),
        ("about 5..7 household", "[0, ∞)"),
        ("5.0 household", "[4.95, 5.05]"),
        ("378 household to 1.1", "[377.45, 378.55]"),
        ("5 person_day", "[4.5, 5.5]"),
        ("5 VND/person", "[4.5, 5.5]"),
        ("378000 person to 1000", "[377500, 378500]"),
        ("8 person to 2", "[7.0, 9.0]"),
    ],
)
def test_the_table_of_intervals(text: str, interval: str) -> None:
    """For a negative magnitude, qualifiers refer to the absolute value, so the table is mirrored."""
    assert str(Value.parse(text).interval()) == interval


@pytest.mark.parametrize(
    ("stated", "of_plan"),
    [
        ("over_plan 25.5 percent", "of_plan 125.5 percent"),
        ("over_plan over 25.5 percent", "of_plan over 125.5 percent"),
        ("over_plan 5..7 percent", "of_plan 105..107 percent"),
        ("under_plan 5 percent", "of_plan 95 percent"),
        ("under_plan over 5 percent", "of_plan under 95 percent"),
        ("under_plan at_least 5 percent", "of_plan at_most 95 percent"),
        ("under_plan nearly 5 percent", "of_plan over 95 percent"),
        ("under_plan at_most 5 percent", "of_plan at_least 95 percent"),
        ("under_plan 5..7 percent", "of_plan 93..95 percent"),
        ("under_plan about 5 percent", "of_plan about 95 percent"),
        ("under_plan over 105 percent", "of_plan over -5 percent"),
        ("of_plan nearly 81 percent", "of_plan nearly 81 percent"),
    ],
)
def test_the_form_of_plan_of_an_attainment(stated: str, of_plan: str) -> None:
    assert str(Attainment.parse(stated).of_plan) == of_plan


@pytest.mark.parametrize(
    ("stated", "by"),
    [
        ("by -4.95 percent/year", "by -4.95 percent/year"),
        ("to 102 percent", "by 2 percent"),
        ("to 88.9 percent", "by -11.1 percent"),
        ("to over 90 percent", "by under -10 percent"),
        ("to nearly 90 percent", "by over -10 percent"),
        ("to nearly 102 percent", "by nearly 2 percent"),
        ("to at_least 100 percent", "by at_least 0 percent"),
        ("to 95..105 percent", "by -5..5 percent"),
        ("times 1.9 times", "by 90 percent to 10"),
        ("times over 2 times", "by over 100 percent to 100"),
        ("times 1.5..2.0 times", "by 50..100 percent to 10"),
    ],
)
def test_the_form_by_of_a_relative_change(stated: str, by: str) -> None:
    assert str(RelativeChange.parse(stated).by) == by


# -- comparison


def test_compare() -> None:
    assert exact(5, household).compare(exact(6, household)).less is Certainty.CERTAIN
    assert exact(5, household).compare(exact(5, household)).equal is Certainty.CERTAIN
    assert exact(7, household).compare(exact(6, household)).greater is Certainty.CERTAIN
    assert exact("5E3", household).compare(exact(5400, household)).equal is Certainty.POSSIBLE
    assert over(60000, household).compare(exact(60000, household)).greater is Certainty.CERTAIN
    assert over("60.0", hectare).compare(exact("60.0", hectare)).greater is Certainty.POSSIBLE
    assert over(60001, household).compare(exact(60000, household)).greater is Certainty.CERTAIN
    assert exact(1, square_kilometre).compare(exact(99, hectare)).equal is Certainty.POSSIBLE
    assert exact("1.000", square_kilometre).compare(exact(99, hectare)).greater is Certainty.CERTAIN
    assert (
        RelativeChange.exact(102, percent, form="to").compare(RelativeChange.exact(3, percent)).equal
        is Certainty.POSSIBLE
    )
    assert (
        RelativeChange.exact(102, percent, form="to").compare(RelativeChange.exact(4, percent)).less
        is Certainty.CERTAIN
    )
    assert (
        Attainment.exact(5, percent, form="under_plan").compare(Attainment.exact(97, percent)).less is Certainty.CERTAIN
    )


def test_a_comparison_always_has_an_answer() -> None:
    """This includes magnitudes so large that conversion to the other unit would be out of range."""
    large = exact("9." + "9" * 34 + "5E60", square_metre)
    assert large.compare(large.to(hectare)).equal is Certainty.POSSIBLE
    assert large.to(hectare).compare(large).equal is Certainty.POSSIBLE
    assert exact("9E60", square_kilometre).compare(exact(1, square_metre)).greater is Certainty.CERTAIN
    assert exact(1, square_metre).compare(exact("9E60", square_kilometre)).less is Certainty.CERTAIN
    times_over = RelativeChange.exact("5E60", times, form="times")
    assert times_over.compare(times_over).equal is Certainty.POSSIBLE


@pytest.mark.parametrize(
    "order", [lambda a: a < a, lambda a: a <= a, lambda a: a > 5, lambda a: a < 5, lambda a: sorted([a, a]), max]
)
def test_statements_have_no_order(order: Any) -> None:
    value = exact(5, person)
    with pytest.raises(OperandError, match=r"a\.compare\(b\)"):
        order([value, value]) if order is max else order(value)


# -- operations that are not in the table


def test_custom_units_work_in_all_operations() -> None:
    cost = exact("150E6", VND) / exact("1.0", DWELLING)
    assert cost.unit.code == "VND/dwelling_unit"
    assert Value.parse(str(cost), units=[DWELLING]) == cost
    assert (cost * exact(2, DWELLING)).unit == VND
    assert (exact(3, DWELLING) / exact(6, DWELLING)).unit == percent
    assert (exact(50, percent) * exact(10, DWELLING)).magnitude == 5
    assert total([exact(1, DWELLING), exact(2, DWELLING)]).magnitude == 3


@pytest.mark.parametrize(
    ("computed", "text"),
    [
        (exact(5, person) * 1, "5 person"),
        (exact(0, person) * 1, "0 person"),
        (exact(5, person) * 10, "50 person"),
        (exact(5, percent) * 10, "50 percent to 10"),
        (exact(50, percent) / 10, "5.0 percent"),
        (exact("0.50", percent) * 100, "50 percent"),
        (exact(1500, litre).to(cubic_metre), "1.500 cubic_metre"),
        (exact(0, litre).to(cubic_metre), "0.000 cubic_metre"),
        (exact("1.5", cubic_metre).to(litre), "1500 litre to 100"),
        (exact("25E3", household) * 1, "25000 household to 1000"),
        (over(5, month) * 1, "over 5 month"),
        (Value.about(5, month) * 10, "about 50 month to 10"),
        (Value.between(5, 7, percent) * 10, "50..70 percent to 10"),
        (Value.between(0, 5, percent) / 10, "0.0..0.5 percent"),
        (exact(0, percent) - exact(0, percent) * 3, "0 percentage_point to 4"),
        (RelativeChange.exact(0, times, form="times").by, "by -100 percent to 100"),
        (Attainment.exact("0.00", percent, form="under_plan").of_plan, "of_plan 100.00 percent"),
    ],
    ids=str,
)
def test_a_computed_statement_prints_like_a_printed_one(computed: Any, text: str) -> None:
    """A computed statement has exactly the fields and digits of the statement parsed from its text."""
    assert str(computed) == text
    for again in (type(computed).parse(text), evolve(computed)):
        assert again == computed
        assert str(again) == text
        assert str(again.magnitude) == str(computed.magnitude)
        assert str(again.resolution) == str(computed.resolution)


TINY = Change.exact("1E-60", hectare)


@pytest.mark.parametrize(
    "compute",
    [
        lambda: Value.between(0, 1, person) / Decimal("-1.4E58"),
        lambda: exact("1E-60", hectare) - TINY - TINY,
        lambda: Value.between("1E-60", "9E60", hectare) - TINY - TINY,
        lambda: exact("1E-60", percent) * Decimal("1.5"),
        lambda: over("1E-60", percent) / 3,
        lambda: exact("1E-30", percent) / Decimal("3E30"),
        lambda: exact("1E-60", year).to(month).to(year),
    ],
)
def test_the_smallest_results_can_be_rebuilt(compute: Any) -> None:
    """Results near the smallest magnitude stay within the limits."""
    result = compute()
    assert evolve(result) == result
    assert type(result).parse(str(result)) == result


@pytest.mark.parametrize("qualifier", Qualifier)
def test_scaling_a_count_below_zero_is_an_error(qualifier: Qualifier) -> None:
    """A number of households cannot be negative, with any qualifier."""
    upper = 7 if qualifier is Qualifier.BETWEEN else None
    value = Value(magnitude=5, unit=household, qualifier=qualifier, upper=upper)
    for scale in (lambda: value * -1, lambda: value / Decimal("-0.5"), lambda: -3 * value):
        with pytest.raises(UndefinedResultError, match="would be negative"):
            scale()


def test_the_error_states_the_negative_result() -> None:
    with pytest.raises(UndefinedResultError) as refused:
        Value.under(5, household) + Change.exact(-100, household)
    assert "-95" in str(refused.value.got)


def test_a_range_from_a_one_sided_divisor_is_not_widened() -> None:
    """One-sided results have the end rounded outward: 36 of at least 108 is at most a third, not 34.8 percent."""
    share = exact(36, project) / Value.at_least(108, project)
    assert share.interval().upper is not None
    assert share.interval().upper < Decimal("33.8")
    cost = exact("458.6E6", VND) / over(60000, person)
    upper = cost.interval().upper
    assert upper is not None
    assert upper < Decimal(7645)
    lower = cost.interval().lower
    assert lower is None or lower > -1


@pytest.mark.parametrize(
    ("refused", "error"),
    [
        (lambda: total([5, 6]), OperandError),
        (lambda: total([5]), OperandError),
        (lambda: total(["a", "b"]), OperandError),
        (lambda: total([None]), OperandError),
        (lambda: total([exact(5, percent)]), OperandError),
        (lambda: total([exact(5, VND / person)]), OperandError),
        (lambda: total([Change.exact(5, person), Change.exact(5, person)]), OperandError),
        (lambda: total([Attainment.exact(5, percent)]), OperandError),
        (lambda: total([exact(5, person), Change.exact(5, person)]), OperandError),
        (lambda: total([exact(5, person), 5]), OperandError),
        (lambda: total(5), AseanscError),
        (lambda: total(exact(5, person)), AseanscError),
        (lambda: total([]), UndefinedResultError),
        (lambda: total([exact(5, month), exact(5, day)]), OperandError),
        (lambda: remainder(exact(5, percent)), OperandError),
        (lambda: remainder(exact(5, percent), exact(3, percent)), OperandError),
        (lambda: remainder(exact(5, person), Change.exact(3, person)), OperandError),
        (lambda: remainder(exact(5, person), 3), OperandError),
        (lambda: remainder(5, exact(3, person)), OperandError),
        (lambda: remainder([exact(5, person)]), OperandError),
        (lambda: remainder(exact(5, person), exact(9, person)), UndefinedResultError),
        (lambda: remainder(exact(10, VND), exact(50, VND)), UndefinedResultError),
        (lambda: exact(5, person).to("household"), OperandError),
        (lambda: exact(5, person).to(None), OperandError),
        (lambda: Change.exact(5, person).to("person"), OperandError),
        (lambda: exact(5, person) * Fraction(1, 2), OperandError),
        (lambda: Fraction(1, 2) * exact(5, person), OperandError),
        (lambda: exact(5, person) * (1 + 2j), OperandError),
        (lambda: exact(5, person) + None, OperandError),
        (lambda: None + exact(5, person), OperandError),
        (lambda: "a" + exact(5, person), OperandError),
        (lambda: exact(5, person) + person, OperandError),
        (lambda: exact(5, person) * percent, OperandError),
        (lambda: exact(5, person) * Decimal("NaN"), FieldError),
        (lambda: exact(5, person) / Decimal("Infinity"), FieldError),
        (lambda: exact(5, person) * Decimal("1E61"), FieldError),
        (lambda: exact(5, person) * 10**100_000, FieldError),
        (lambda: exact(5, person) + 10**100_000, OperandError),
        (lambda: exact(5, person) / 0, UndefinedResultError),
        (lambda: exact(5, person) / Decimal("-0"), UndefinedResultError),
        (lambda: exact("9E60", percent) * 2, UndefinedResultError),
        (lambda: exact("9E60", person) + exact("9E60", person), UndefinedResultError),
        (lambda: exact(5, person).compare(5), OperandError),
        (lambda: exact(5, person).compare(Change.exact(5, person)), OperandError),
        (lambda: RelativeChange.exact(5, percent).compare(RelativeChange.exact(5, percent / year)), OperandError),
        (lambda: RelativeChange.exact(5, percent).compare(Attainment.exact(5, percent)), OperandError),
        (lambda: RelativeChange.exact(5, percent) * exact(5, year), OperandError),
        (lambda: exact(5, person) * RelativeChange.exact(5, percent), OperandError),
    ],
)
def test_other_undefined_operations_are_errors(refused: Any, error: type[AseanscError]) -> None:
    with pytest.raises(error) as found:
        refused()
    assert found.value.hint or found.value.expected or found.value.problem
    assert str(found.value)


# -- bad input


# -- order by magnitude


def test_values_and_observations_are_ordered_by_their_numbers_in_one_unit() -> None:
    areas = [exact(150, hectare), over(1, square_kilometre), exact(90, hectare), Value.between(90, 95, hectare)]
    assert [str(area) for area in sorted(areas, key=by_magnitude)] == [
        "90 hectare",
        "90..95 hectare",
        "over 1 square_kilometre",
        "150 hectare",
    ]
    figures = [item for item in lai_chau.load().observations if item.indicator == "poverty-rate"]
    assert str(max(figures, key=by_magnitude).value) == "40.40 percent"
    assert by_magnitude(exact(1, square_kilometre)) == by_magnitude(exact("100.0", hectare))


def test_figures_of_different_dimensions_or_without_a_value_have_no_order() -> None:
    with pytest.raises(OperandError, match="measure different things"):
        max([exact(5, household), exact(5, person)], key=by_magnitude)
    for figure in (Absent.NOT_STATED, RelativeChange.exact(5, percent), 5):
        with pytest.raises(OperandError, match="no value to order by"):
            by_magnitude(figure)  # type: ignore[arg-type]
