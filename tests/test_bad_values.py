"""Numbers, units and operations that statements refuse, with an error that says how to correct them."""

from __future__ import annotations

import inspect
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from aseansc import Absent, Attainment, Change, Qualifier, RelativeChange, Unit, Value
from aseansc.errors import FieldError, FieldTypeError, UndefinedResultError
from aseansc.units import (
    VND,
    hectare,
    household,
    per_mille,
    percent,
    percentage_point,
    person,
    times,
    year,
)
from tests.test_values import exact, nearly, over


@pytest.mark.parametrize(
    ("magnitude", "error"),
    [
        (5.0, FieldTypeError),
        (float("nan"), FieldTypeError),
        (True, FieldTypeError),
        (None, FieldTypeError),
        (b"5", FieldTypeError),
        (5j, FieldTypeError),
        (Fraction(1, 2), FieldTypeError),
        ([5], FieldTypeError),
        ((0, (5,), 0), FieldTypeError),
        (Decimal("NaN"), FieldError),
        (Decimal("sNaN"), FieldError),
        (Decimal("Infinity"), FieldError),
        ("NaN", FieldError),
        ("inf", FieldError),
        ("", FieldError),
        (" 5", FieldError),
        ("5\n", FieldError),
        ("5,5", FieldError),
        ("1.000,5", FieldError),
        ("1_000", FieldError),
        ("５", FieldError),
        (".5", FieldError),
        ("5.", FieldError),
        ("5%", FieldError),
        ("1E61", FieldError),
        ("1E-61", FieldError),
        (Decimal("0E61"), FieldError),
        (Decimal("0E-61"), FieldError),
        (Decimal("1E999999"), FieldError),
        (Decimal("1E-999999"), FieldError),
        (10**61, FieldError),
        (10**1_000_000, FieldError),
        (-(10**1_000_000), FieldError),
        ("9" * 10_000_000, FieldError),
    ],
    ids=lambda value: repr(value)[:24] if not isinstance(value, int) or abs(value) < 10**70 else "int",
)
def test_bad_magnitudes(magnitude: Any, error: type[FieldError]) -> None:
    for make in (
        lambda: exact(magnitude, percent),
        lambda: Change.exact(magnitude, person),
        lambda: RelativeChange.exact(magnitude, percent),
        lambda: Attainment.exact(magnitude, percent),
        lambda: Value.between(magnitude, "9E60", percent),
        lambda: Value.between("-9E60", magnitude, percent) if magnitude is not None else exact(None, percent),  # type: ignore[arg-type]
    ):
        with pytest.raises(error) as refused:
            make()
        assert refused.value.where in ("magnitude", "upper", "Value.upper")
        assert refused.value.expected
        assert len(str(refused.value)) < 1000


@pytest.mark.parametrize(
    ("make", "error", "where"),
    [
        (lambda: exact(5, None), FieldTypeError, "Value.unit"),  # type: ignore[arg-type]
        (lambda: exact(5, "person"), FieldTypeError, "Value.unit"),  # type: ignore[arg-type]
        (lambda: Change.exact(5, Unit), FieldTypeError, "Change.unit"),  # type: ignore[arg-type]
        (lambda: exact(5, percent, resolution=0), FieldError, "Value.resolution"),
        (lambda: exact(5, percent, resolution=-1), FieldError, "Value.resolution"),
        (lambda: exact(5, percent, resolution=0.1), FieldTypeError, "resolution"),
        (lambda: exact(5, percent, resolution=True), FieldTypeError, "resolution"),
        (lambda: exact(5, percent, resolution="1E61"), FieldError, "resolution"),
        (lambda: Value(magnitude=5, unit=percent, upper=7), FieldError, "Value.upper"),
        (lambda: Value.between(7, 5, percent), FieldError, "Value.upper"),
        (lambda: Value.between(5, 5, percent), FieldError, "Value.upper"),
        (lambda: Value.between(5, "5.0", percent), FieldError, "Value.upper"),
        (lambda: Value.between(5, None, percent), FieldError, "Value.upper"),  # type: ignore[arg-type]
        (lambda: Value(magnitude=5, unit=percent, qualifier="between"), FieldError, "Value.upper"),
        (lambda: Value(magnitude=5, unit=percent, qualifier="arround"), FieldError, "Qualifier"),
        (lambda: Value(magnitude=5, unit=percent, qualifier=None), FieldError, "Qualifier"),  # type: ignore[arg-type]
        (lambda: Value(magnitude=5, unit=percent, qualifier=[]), FieldError, "Qualifier"),  # type: ignore[arg-type]
        (lambda: exact(-5, household), FieldError, "Value.magnitude"),
        (lambda: exact("-0.5", hectare), FieldError, "Value.magnitude"),
        (lambda: over(-5, year), FieldError, "Value.magnitude"),
        (lambda: Value.between(-5, 5, person), FieldError, "Value.magnitude"),
        (lambda: nearly(0, household), FieldError, "Value.magnitude"),
        (lambda: Value.under("0.00", hectare), FieldError, "Value.magnitude"),
        (lambda: Change.exact(5, percent), FieldError, "Change.unit"),
        (lambda: Change.exact(5, per_mille / year), FieldError, "Change.unit"),
        (lambda: RelativeChange.exact(5, percentage_point), FieldError, "RelativeChange.unit"),
        (lambda: RelativeChange.exact(5, person), FieldError, "RelativeChange.unit"),
        (lambda: RelativeChange.exact(5, percent / person), FieldError, "RelativeChange.unit"),
        (lambda: RelativeChange.exact(5, percent, form="times"), FieldError, "RelativeChange.unit"),
        (lambda: RelativeChange.exact(5, times), FieldError, "RelativeChange.unit"),
        (lambda: RelativeChange.exact(5, percent, form="up"), FieldError, "RelativeForm"),
        (lambda: RelativeChange.exact(5, percent, form=None), FieldError, "RelativeForm"),
        (lambda: Attainment.exact(5, times), FieldError, "Attainment.unit"),
        (lambda: Attainment.exact(5, percent / year), FieldError, "Attainment.unit"),
        (lambda: Attainment.exact(5, percent, form="by"), FieldError, "AttainmentForm"),
    ],
)
def test_bad_statements(make: Any, error: type[FieldError], where: str) -> None:
    with pytest.raises(error) as refused:
        make()
    assert refused.value.where == where
    assert refused.value.expected


def test_counts_and_amounts_cannot_be_negative() -> None:
    assert Value.at_most(0, household).interval().contains(0)
    assert exact(0, household).magnitude == 0
    assert nearly(0, percent).interval().contains("-0.1")
    assert exact(-5, VND).magnitude == -5


def test_statements_are_frozen_slotted_and_evolve() -> None:
    value = exact("25.55", percent)
    with pytest.raises(FrozenInstanceError):
        value.magnitude = Decimal(5)  # type: ignore[misc]
    for statement in (value, Change.exact(5, person), RelativeChange.exact(5, percent), Attainment.exact(5, percent)):
        assert not hasattr(statement, "__dict__")
        assert evolve(statement) == statement
        assert evolve(statement, qualifier="over").qualifier is Qualifier.OVER
    assert evolve(Attainment.exact(5, percent), form="over_plan").of_plan.magnitude == 105


@pytest.mark.parametrize("kind", [Value, Change, RelativeChange, Attainment])
@pytest.mark.parametrize(
    ("positional", "named"),
    [
        ((household, 5), {}),
        ((5, household), {}),
        ((), {}),
        ((), {"magnitude": 5}),
        ((5,), {"unit": household}),
        ((), {"magnitude": 5, "unit": household, "colour": "red"}),
    ],
)
def test_wrong_arguments_are_refused_with_the_constructor_that_is_meant(kind: Any, positional: Any, named: Any) -> None:
    with pytest.raises(FieldTypeError) as refused:
        kind(*positional, **named)
    words = str(refused.value)
    assert refused.value.where == kind.__name__
    assert (
        f"{kind.__name__}.exact(5, {'household' if household in (*positional, *named.values()) else 'unit'})" in words
    )
    assert "Statement" not in words


def test_an_error_inside_an_argument_is_not_taken_for_a_wrong_argument() -> None:
    class Number(str):
        __slots__ = ()

        def __len__(self) -> int:
            raise TypeError("no length")

    with pytest.raises(TypeError, match="no length"):
        Value(magnitude=Number("5"), unit=household)


@pytest.mark.parametrize("kind", [Value, Change, RelativeChange, Attainment])
@pytest.mark.parametrize(
    "name", ["exact", "over", "at_least", "under", "nearly", "at_most", "about", "between", "parse"]
)
def test_constructors_have_the_name_of_their_class(kind: Any, name: str) -> None:
    with pytest.raises(TypeError, match=rf"^{kind.__name__}\.{name}\(\)"):
        getattr(kind, name)()


@pytest.mark.parametrize("text", ["0 household", "0.0 percent", "at_most 0 household"])
def test_a_value_is_true_also_of_zero(text: str) -> None:
    """An absence is false, so that ``if target.value:`` asks whether a value is stated; 0 is stated."""
    assert Value.parse(text)
    assert not Absent.NOT_STATED


def test_a_unit_before_the_number_is_named() -> None:
    with pytest.raises(FieldTypeError, match=r"Write Value\.exact\(5, household\)"):
        Value.exact(household, 5)  # type: ignore[arg-type]


def test_the_arguments_of_a_value_can_be_inspected() -> None:
    assert list(inspect.signature(Value).parameters) == ["magnitude", "unit", "qualifier", "upper", "resolution"]
    assert list(inspect.signature(Attainment).parameters)[-1] == "form"


@pytest.mark.parametrize("text", ["1.245", "12.000", "-1.245", "0.125"])
@pytest.mark.parametrize("kind", [Value, Change])
def test_a_text_with_three_decimals_of_a_count_is_refused_because_it_may_be_thousands(kind: Any, text: str) -> None:
    for make in (
        lambda: kind.exact(text, household),
        lambda: kind.over(text, household),
        lambda: kind.between("-7", text, household) if text.startswith("0") else kind.about(text, household),
        lambda: kind.parse(f"{text} household"),
    ):
        with pytest.raises(FieldError, match=r"resolution='0\.001'") as refused:
            make()
        assert text in str(refused.value)


def test_three_decimals_of_a_count_are_read_with_their_resolution_which_the_text_shows() -> None:
    average = exact("1.245", household, resolution="0.001")
    assert str(average) == "1.245 household to 0.001"
    assert Value.parse(str(average)) == average
    assert exact(Decimal("1.245"), household) == average
    assert str(exact("1.245", percent)) == "1.245 percent"
    assert str(exact("1.2450", household)) == "1.2450 household"
    assert str(exact("1.245E6", household)) == "1245000 household to 1000"
    assert eval(repr(average), {"Value": Value}) == average


def test_the_hint_for_three_decimals_names_the_whole_number() -> None:
    with pytest.raises(FieldError) as refused:
        exact("12.000", household)
    assert "Value.exact(12000, household)" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("by 2 percent", ["as_stated by 2 percent"]),
        ("times 2.0 times", ["as_stated by 100 percent to 10"]),
        ("increase_times 3.0 times", ["to_multiple by 200 percent to 10", "by_multiple by 300 percent to 10"]),
        (
            "decrease_times 4.0 times",
            ["to_fraction by -75 percent to 0.64", "by_later_level by -80 percent to 0.41", "occasions not_applicable"],
        ),
        (
            "increase_times over 2.5 times",
            ["to_multiple by over 150 percent to 10", "by_multiple by over 250 percent to 10"],
        ),
        (
            "decrease_times about 3 times",
            [
                "to_fraction by about -66.66667 percent to 12",
                "by_later_level by about -75 percent to 6.3",
                "occasions not_applicable",
            ],
        ),
    ],
)
def test_the_readings_of_a_relative_change(text: str, readings: list[str]) -> None:
    change = RelativeChange.parse(text)
    assert str(change) == text
    assert [f"{reading.name} {reading.change}" for reading in change.readings] == readings


def test_a_reading_of_a_range_that_is_narrower_than_its_last_digit_has_one_number() -> None:
    change = RelativeChange.parse("decrease_times about 16857433724363E8..16857433724364E8 times to 1E8")
    for reading in change.readings[:2]:
        assert isinstance(reading.change, RelativeChange)
        assert reading.change.upper is None
        assert RelativeChange.parse(str(reading.change)) == reading.change


@pytest.mark.parametrize("form", ["increase_times", "decrease_times"])
def test_a_change_with_several_readings_has_no_single_form(form: str) -> None:
    change = RelativeChange.exact(3, times, form=form)
    for refused in (lambda: change.by, lambda: change.compare(change)):
        with pytest.raises(UndefinedResultError, match=r"several readings.*\.readings"):
            refused()


@pytest.mark.parametrize("form", ["times", "increase_times", "decrease_times"])
def test_a_number_of_times_is_not_negative(form: str) -> None:
    for make in (lambda: RelativeChange.exact(-2, times, form=form), lambda: RelativeChange.under(0, times, form=form)):
        with pytest.raises(FieldError, match="not a number of times"):
            make()
    with pytest.raises(UndefinedResultError):
        RelativeChange.exact(2, times, form=form) * -1


def test_a_decrease_of_0_times_is_refused() -> None:
    with pytest.raises(FieldError, match="above 0"):
        RelativeChange.exact(0, times, form="decrease_times")
    with pytest.raises(UndefinedResultError):
        RelativeChange.exact(2, times, form="decrease_times") * 0
    assert RelativeChange.exact(0, times, form="times").by.magnitude == -100


def test_changes_in_times_in_words() -> None:
    rise, fall = (RelativeChange.over("2.5", times, form=form) for form in ("increase_times", "decrease_times"))
    assert (f"{rise:en}", f"{rise:vi}") == ("an increase of over 2.5 times", "tăng trên 2,5 lần")
    assert (f"{fall:en}", f"{fall:vi}") == ("a decrease of over 2.5 times", "giảm trên 2,5 lần")
