"""Values and their kin: what may be stated, what is refused, and the text of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from aseansc import Attainment, Change, Qualifier, RelativeChange, Unit, Value
from aseansc.errors import AseanscError, FieldError, FieldTypeError, OperandError, ParseError, UnknownUnitError
from aseansc.units import VND, hectare, household, percent, percentage_point, person, times, year

WRONG_MAGNITUDES: list[tuple[str, Any, type[AseanscError], str]] = [
    ("float", 40.4, FieldTypeError, "a float is not exact"),
    ("bool", True, FieldTypeError, "not an exact number"),
    ("None", None, FieldTypeError, "not an exact number"),
    ("bytes", b"5", FieldTypeError, "not an exact number"),
    ("NaN", Decimal("NaN"), FieldError, "not a finite number"),
    ("signalling NaN", Decimal("sNaN"), FieldError, "not a finite number"),
    ("infinity", Decimal("Infinity"), FieldError, "not a finite number"),
    ("NaN as text", "NaN", FieldError, "not a number written with a decimal point"),
    ("infinity as text", "inf", FieldError, "not a number written with a decimal point"),
    ("decimal comma", "25,55", FieldError, "A comma is ambiguous"),
    ("thousands comma", "24,737", FieldError, "A comma is ambiguous"),
    ("two points", "1.5.3", FieldError, "not a number written"),
    ("blanks", " 5", FieldError, "not a number written"),
    ("underscores", "1_000", FieldError, "not a number written"),
    ("other digits", "٥", FieldError, "not a number written"),
    ("full-width digits", "５", FieldError, "not a number written"),
    ("minus sign", "−5", FieldError, "not a number written"),
    ("empty", "", FieldError, "not a number written"),
    ("line end", "5\n", FieldError, "not a number written"),
    ("a bare point", ".5", FieldError, "not a number written"),
    ("exponent above", "1E61", FieldError, "exponent beyond ±60"),
    ("exponent below", "1E-61", FieldError, "exponent beyond ±60"),
    ("digits beyond", "1" + "0" * 62, FieldError, "exponent beyond ±60"),
    ("a monstrous exponent", "1E999", FieldError, "exponent beyond ±60"),
    ("a more monstrous one", "1E999999999", FieldError, "not a number written"),
    ("a monstrous Decimal", Decimal("1E999999"), FieldError, "exponent beyond ±60"),
    ("a monstrous int", 10**100_000, FieldError, "exponent beyond ±60"),
    ("a monstrous text", "1" * 10_000_000, FieldError, "not a number written"),
]


@pytest.mark.parametrize(
    ("magnitude", "error", "words"), [row[1:] for row in WRONG_MAGNITUDES], ids=[row[0] for row in WRONG_MAGNITUDES]
)
def test_a_magnitude_is_an_exact_finite_decimal(magnitude: Any, error: type[AseanscError], words: str) -> None:
    with pytest.raises(error) as refused:
        Value(magnitude=magnitude, unit=percent)
    assert words in str(refused.value)
    assert refused.value.where == "magnitude"
    assert refused.value.expected
    assert isinstance(refused.value, ValueError)
    assert len(str(refused.value)) < 600


WRONG: list[tuple[str, Any, str]] = [
    ("negative count", lambda: Value.exact(-1, person), "no negative quantities in person"),
    ("negative area", lambda: Value.exact("-0.5", hectare), "no negative quantities in hectare"),
    ("nearly 0 of a count", lambda: Value.nearly(0, person), "no negative quantities in person"),
    ("under 0 of a count", lambda: Value.under(0, person), "no negative quantities in person"),
    ("negative range", lambda: Value.between(-5, 5, person), "no negative quantities in person"),
    (
        "digits finer than the resolution",
        lambda: Value.exact("40.44", percent, resolution="0.1"),
        "whole multiple of 0.1",
    ),
    ("digits finer than thousands", lambda: Value.exact("378500", person, resolution="1E3"), "whole multiple of 1000"),
    ("resolution zero", lambda: Value.exact(5, percent, resolution=0), "a resolution is positive"),
    ("resolution below zero", lambda: Value.exact(5, percent, resolution=-1), "a resolution is positive"),
    ("resolution a float", lambda: Value.exact(5, percent, resolution=0.1), "a float is not exact"),
    (
        "range without an upper end",
        lambda: Value(magnitude=5, unit=percent, qualifier=Qualifier.BETWEEN),
        "an upper end",
    ),
    ("range upside down", lambda: Value.between(7, 5, percent), "an upper end above its lower one"),
    ("range of one point", lambda: Value.between(5, 5, percent), "an upper end above its lower one"),
    ("upper end of an exact value", lambda: Value(magnitude=5, upper=7, unit=percent), "nothing else has an upper end"),
    ("unknown qualifier", lambda: Value(magnitude=5, unit=percent, qualifier="ovr"), "Did you mean 'over'?"),
    ("unit as text", lambda: Value(magnitude=5, unit="percent"), "Unit.parse"),  # type: ignore[arg-type]
    ("change in percent", lambda: Change.exact(5, percent), "a difference of shares is in points"),
    ("change in percent per year", lambda: Change.exact(5, percent / year), "Unit.parse('percentage_point/year')"),
    (
        "relative change in points",
        lambda: RelativeChange.exact(5, percentage_point),
        "A difference in points is a Change",
    ),
    ("relative change in persons", lambda: RelativeChange.exact(5, person), "percent or percent/year"),
    ("relative change per person", lambda: RelativeChange.exact(5, percent / person), "percent or percent/year"),
    ("times in the form by", lambda: RelativeChange.exact(2, times), "the form 'by'"),
    ("percent in the form times", lambda: RelativeChange.exact(2, percent, form="times"), "the form 'times'"),
    ("unknown form", lambda: RelativeChange.exact(2, percent, form="buy"), "RelativeForm: unknown code"),
    ("attainment in points", lambda: Attainment.exact(5, percentage_point), "an attainment is in percent of a plan"),
    ("unknown form of a plan", lambda: Attainment.exact(5, percent, form="over"), "AttainmentForm: unknown code"),
]


@pytest.mark.parametrize(("build", "words"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_cannot_be_stated_is_refused(build: Any, words: str) -> None:
    with pytest.raises(FieldError) as refused:
        build()
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("text", "magnitude", "resolution"),
    [
        ("25.55", "25.55", "0.01"),
        ("40.40", "40.40", "0.01"),
        ("378E3", "378000", "1000"),
        ("458.6E6", "458600000", "100000"),
        ("60000", "60000", "1"),
        ("08", "8", "1"),
        ("+0.44", "0.44", "0.01"),
        ("0.00", "0.00", "0.01"),
        ("-0.0", "0.0", "0.1"),
        ("1E60", "1" + "0" * 60, "1E60"),
    ],
)
def test_the_resolution_is_read_from_the_digits(text: str, magnitude: str, resolution: str) -> None:
    value = Value(magnitude=text, unit=percent)
    assert format(value.magnitude, "f") == magnitude
    assert value.resolution == Decimal(resolution)


def test_ints_and_decimals_state_their_last_digit() -> None:
    assert Value.exact(5000, person).resolution == 1
    assert (
        Value.exact(Decimal("5E3"), person)
        == Value.exact("5E3", person)
        == Value.exact("5000", person, resolution=1000)
    )
    assert Value.exact("5", person, resolution="0.01").magnitude.as_tuple().exponent == -2


def test_different_digits_are_different_statements() -> None:
    assert Value.exact("40.40", percent) != Value.exact("40.4", percent)
    assert Value.exact("40.40", percent) != Value.over("40.40", percent)
    assert Value.exact("40.40", percent) != RelativeChange.exact("40.40", percent)
    assert Value.exact("5", percent) != Attainment.exact("5", percent)
    assert RelativeChange.exact(5, percent) != RelativeChange.exact(5, percent, form="to")
    assert Attainment.exact(5, percent) != Attainment.exact(5, percent, form="over_plan")
    assert Value.exact(1, hectare) != Value.exact(10000, Unit.parse("square_metre"))
    assert Value.exact(5, percent) != 5


@pytest.mark.parametrize(
    "text",
    [
        "40.40 percent",
        "over 60000 household_turn",
        "378E3 person_turn",
        "5.0..7.5 percent",
        "5E3..7E3 VND",
        "-14.85 VND to 0.02",
        "about 3185 person",
        "28E6 VND/person/year",
    ],
)
def test_texts_that_parse_and_print_alike(text: str) -> None:
    assert str(Value.parse(text)) == text
    assert repr(Value.parse(text)) == f"Value.parse({text!r})"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "40.40",
        "percent",
        "40,40 percent",
        "over",
        "over 5",
        "over over 5 person",
        "5 person person",
        "5  person",
        "5 person up 2",
        "5 person to",
        "over 5..7 person",
        "5..7..9 person",
        "7..5 person",
        "5.. person",
        "x" * 100_000,
        "5\u00a0person",
        None,
        5,
    ],
)
def test_texts_that_are_no_values(text: Any) -> None:
    with pytest.raises((ParseError, FieldError)) as refused:
        Value.parse(text)
    assert isinstance(refused.value, ValueError)


def test_an_unknown_unit_names_the_nearest() -> None:
    with pytest.raises(UnknownUnitError, match="Did you mean 'household_turn'") as refused:
        Value.parse("over 60000 household_turns")
    assert refused.value.nearest[0] == "household_turn"


def test_forms_are_parsed() -> None:
    assert RelativeChange.parse("to nearly 95 percent").by == RelativeChange.over(-5, percent)
    assert RelativeChange.parse("times 1.9 times").by == RelativeChange.exact("90", percent, resolution=10)
    assert Attainment.parse("over_plan 25.5 percent").of_plan == Attainment.exact("125.5", percent)
    for wrong in ("5 percent", "", "by", "upto 5 percent"):
        with pytest.raises(ParseError):
            RelativeChange.parse(wrong)


@pytest.mark.parametrize(
    ("attainment", "of_plan"),
    [
        (Attainment.exact("81", percent), "of_plan 81 percent"),
        (Attainment.exact("25.5", percent, form="over_plan"), "of_plan 125.5 percent"),
        (Attainment.over(25, percent, form="over_plan"), "of_plan over 125 percent"),
        (Attainment.exact(5, percent, form="under_plan"), "of_plan 95 percent"),
        (Attainment.over(5, percent, form="under_plan"), "of_plan under 95 percent"),
        (Attainment.nearly(5, percent, form="under_plan"), "of_plan over 95 percent"),
        (Attainment.at_most(5, percent, form="under_plan"), "of_plan at_least 95 percent"),
        (Attainment.about(5, percent, form="under_plan"), "of_plan about 95 percent"),
        (Attainment.between(5, 7, percent, form="under_plan"), "of_plan 93..95 percent"),
        (Attainment.over(120, percent, form="under_plan"), "of_plan over -20 percent"),
    ],
)
def test_attainment_of_plan(attainment: Attainment, of_plan: str) -> None:
    assert str(attainment.of_plan) == of_plan


@pytest.mark.parametrize(
    ("change", "by"),
    [
        (RelativeChange.exact("-4.95", percent / year), "by -4.95 percent/year"),
        (RelativeChange.exact("102", percent, form="to"), "by 2 percent"),
        (RelativeChange.exact("98", percent, form="to"), "by -2 percent"),
        (RelativeChange.over("98", percent, form="to"), "by under -2 percent"),
        (RelativeChange.exact("2", times, form="times"), "by 1E2 percent"),
        (RelativeChange.exact("1.5", times, form="times"), "by 5E1 percent"),
        (RelativeChange.between("2", "3", times, form="times"), "by 1E2..2E2 percent"),
    ],
)
def test_relative_change_by(change: RelativeChange, by: str) -> None:
    assert str(change.by) == by


def test_relative_changes_compare_in_one_form() -> None:
    doubled = RelativeChange.exact("2.0", times, form="times")
    assert doubled.compare(RelativeChange.exact(50, percent)).greater == "certain"
    assert doubled.compare(RelativeChange.exact("200", percent, form="to")).equal == "possible"
    with pytest.raises(OperandError):
        doubled.compare(Value.exact(50, percent))  # type: ignore[arg-type]


def test_values_are_frozen_and_have_no_other_attributes() -> None:
    value = Value.exact(5, person)
    with pytest.raises(FrozenInstanceError):
        value.magnitude = Decimal(6)  # type: ignore[misc]
    with pytest.raises(AttributeError):
        value.size = 6  # type: ignore[attr-defined]


def test_evolve_checks_again() -> None:
    value = Value.exact("40.40", percent)
    assert evolve(value, magnitude="41") == Value.exact("41.00", percent)
    assert evolve(value, qualifier="over") == Value.over("40.40", percent)
    with pytest.raises(FieldError):
        evolve(value, magnitude="41.001")
    with pytest.raises(FieldError):
        evolve(Value.exact(5, person), magnitude=-5)


def test_each_qualifier_has_a_constructor_of_its_name() -> None:
    for qualifier in Qualifier:
        build = getattr(Value, qualifier.value)
        value = build(5, 7, household) if qualifier is Qualifier.BETWEEN else build(5, household)
        assert value.qualifier is qualifier


def test_money_and_shares_may_be_negative() -> None:
    assert Value.exact(-5, VND).magnitude == -5
    assert str(Value.over(-5, percent).interval()) == "(-∞, -5)"
