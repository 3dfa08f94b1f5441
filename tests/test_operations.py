"""The table of operations: every result, and every error with its message."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from aseansc import Attainment, Change, Interval, RelativeChange, Value, remainder, total
from aseansc.errors import AseanscError, DefinitionConflictError, OperandError, UndefinedResultError
from aseansc.units import (
    VND,
    Unit,
    commune,
    day,
    hectare,
    household,
    kilogram,
    month,
    per_10_000,
    per_100_000,
    per_mille,
    percent,
    percentage_point,
    person,
    project,
    quarter,
    square_kilometre,
    times,
    tonne,
    year,
)

exact, over, nearly = Value.exact, Value.over, Value.nearly

RESULTS: list[tuple[str, Any, str]] = [
    # Value + Value of the same additive unit
    ("count + count", lambda: exact(28, project) + exact(8, project), "Value 36 project"),
    ("money + money", lambda: exact("458.6E6", VND) + exact("1E6", VND), "Value 459600000 VND to 1100000"),
    (
        "area + area of another unit",
        lambda: exact(5, hectare) + exact("0.5", square_kilometre),
        "Value 55 hectare to 11",
    ),
    (
        "the left unit is kept",
        lambda: exact("0.5", square_kilometre) + exact(5, hectare),
        "Value 0.55 square_kilometre to 0.11",
    ),
    ("duration + duration", lambda: exact(1, year) + exact(6, month), "Value 1.5 year to 1.084"),
    ("over + exact", lambda: over(60000, household) + exact(5, household), "Value over 60005 household"),
    ("nearly + exact", lambda: nearly("900E3", person) + exact(0, person), "Value under 900000 person to 1000"),
    ("nearly + nearly", lambda: nearly(5, person) + nearly(3, person), "Value under 8 person to 2"),
    ("about + about", lambda: Value.about(5, person) + Value.about(3, person), "Value about 8 person to 2"),
    ("about + exact", lambda: Value.about("5E3", person) + exact(40, person), "Value about 5040 person to 1100"),
    ("exact + about", lambda: exact("0.5", hectare) + Value.about("1.5", hectare), "Value about 2 hectare to 0.2"),
    ("approximate range + exact", lambda: Value.about(5, VND, upper=7) + exact(1, VND), "Value about 6..8 VND to 2"),
    ("count + rounded count", lambda: exact(5, person) + exact("378E3", person), "Value 378005 person to 1100"),
    ("at_least + over", lambda: Value.at_least(5, person) + over(2, person), "Value over 7 person to 2"),
    ("range + exact", lambda: Value.between(5, 7, person) + exact(1, person), "Value 6..8 person"),
    ("many small ones", lambda: total([exact("0.25", VND)] * 10), "Value 2.5 VND"),
    # Value - Value is a Change, always
    (
        "percent - percent",
        lambda: exact("25.55", percent) - exact("40.40", percent),
        "Change -14.85 percentage_point to 0.02",
    ),
    ("per mille - percent", lambda: exact(33, per_mille) - exact(3, percent), "Change 3 per_mille_point to 11"),
    ("count - count", lambda: exact(24737, household) - exact(36094, household), "Change -11357 household"),
    ("over - exact", lambda: over(10, household) - exact(4, household), "Change over 6 household"),
    ("exact - over", lambda: exact(4, household) - over(10, household), "Change over -6 household"),
    ("exact - nearly", lambda: exact(4, household) - nearly(10, household), "Change under -6 household"),
    ("about - about", lambda: Value.about(3, person) - Value.about(5, person), "Change about -2 person to 2"),
    ("about - exact", lambda: Value.about(5, person) - exact(3, person), "Change about 2 person"),
    ("quotient - quotient", lambda: exact(5, VND / person) - exact(3, VND / person), "Change 2 VND/person to 2"),
    (
        "growth - growth",
        lambda: exact(7, percent / year) - exact(5, percent / year),
        "Change 2 percentage_point/year to 2",
    ),
    ("multiple - multiple", lambda: exact("1.9", times) - exact("1.4", times), "Change 0.5 times to 0.2"),
    # remainder and total
    ("remainder", lambda: remainder(exact(36, project), exact(28, project)), "Value 8 project"),
    (
        "remainder of an approximation",
        lambda: remainder(Value.about(36, project), Value.about(28, project)),
        "Value about 8 project to 2",
    ),
    (
        "remainder of several",
        lambda: remainder(exact(36, project), exact(20, project), exact(8, project)),
        "Value 8 project",
    ),
    ("remainder of a bound", lambda: remainder(over(36, project), exact(28, project)), "Value over 8 project"),
    (
        "remainder that may be zero",
        lambda: remainder(exact("3.6", hectare), exact("3.7", hectare)),
        "Value at_most 0 hectare to 0.2",
    ),
    (
        "remainder that allows every number",
        lambda: remainder(over(10, project), exact(28, project)),
        "Value at_least 0 project",
    ),
    ("total", lambda: total([exact(1, person), exact(2, person), exact(3, person)]), "Value 6 person"),
    ("total of changes' levels", lambda: total([over(1, person)]), "Value over 1 person"),
    # Value ± Change, Change ± Change
    (
        "percent + points",
        lambda: exact("45.41", percent) + Change.exact("3.70", percentage_point),
        "Value 49.11 percent to 0.02",
    ),
    (
        "percent - points",
        lambda: exact("49.11", percent) - Change.exact("3.70", percentage_point),
        "Value 45.41 percent to 0.02",
    ),
    ("count - change", lambda: exact(10, person) - Change.exact(3, person), "Value 7 person"),
    (
        "area + change of another unit",
        lambda: exact(10, hectare) + Change.exact(1, square_kilometre),
        "Value 110 hectare to 101",
    ),
    ("change + change", lambda: Change.exact(3, person) + Change.exact(-5, person), "Change -2 person"),
    ("change - change", lambda: Change.exact(3, person) - Change.exact(-5, person), "Change 8 person"),
    # shares, ratios, quotients
    ("percent × count", lambda: exact("82", percent) * exact(1000, household), "Value 820 household to 10"),
    ("count × percent", lambda: exact(1000, household) * exact("82", percent), "Value 820 household to 10"),
    ("per mille × count", lambda: exact(33, per_mille) * exact(1000, household), "Value 33 household to 1.1"),
    ("per 10,000 × count", lambda: exact("10.2", per_10_000) * exact(50_000, person), "Value 51 person to 0.50"),
    ("count × per 100,000", lambda: exact(200_000, person) * exact("98.0", per_100_000), "Value 196 person to 0.20"),
    ("percent × bound", lambda: exact("50", percent) * over(1000, household), "Value over 495 household to 2"),
    ("count ÷ count", lambda: exact(36, commune) / exact(144, commune), "Value 25 percent to 0.000000011"),
    (
        "count ÷ count without a last digit",
        lambda: exact(1, commune) / exact(3, commune),
        "Value 33.33333333333333 percent to 0.000000011",
    ),
    ("percent × count, never a count", lambda: exact(10, percent) * exact(100, person), "Value 10 person to 1.1"),
    (
        "area ÷ area of another unit",
        lambda: exact(50, hectare) / exact("1", square_kilometre),
        "Value 50 percent to 110",
    ),
    (
        "bound ÷ count",
        lambda: over(50, person) / exact("100", person),
        "Value over 50 percent",
    ),
    ("count ÷ bound", lambda: exact(50, person) / over(100, person), "Value 0..50 percent"),
    ("money ÷ count", lambda: exact("100", VND) / exact("4.0", person), "Value 25 VND/person to 0.89"),
    (
        "quotient ÷ duration",
        lambda: exact("24.0", VND / person) / exact("2.0", year),
        "Value 12 VND/person/year to 0.67",
    ),
    ("quotient × its denominator", lambda: exact("25.0", VND / person) * exact("4.0", person), "Value 100 VND to 3"),
    ("denominator × quotient", lambda: exact("4.0", person) * exact("25.0", VND / person), "Value 100 VND to 3"),
    # plain numbers
    ("value × int", lambda: exact("25.55", percent) * 2, "Value 51.1 percent to 0.02"),
    ("int × value", lambda: 2 * exact("25.55", percent), "Value 51.1 percent to 0.02"),
    ("value × 10", lambda: exact("25.55", percent) * 10, "Value 255.5 percent"),
    ("value × 0", lambda: over("25.55", percent) * 0, "Value 0.00 percent"),
    ("value × Decimal", lambda: exact("25.5", VND) * Decimal("-0.5"), "Value -12.75 VND to 0.05"),
    ("bound × negative", lambda: over(5, percent) * -2, "Value over -10 percent to 2"),
    ("count × int", lambda: exact(5, person) * 3, "Value 15 person"),
    ("count ÷ int", lambda: exact(10, person) / 5, "Value 2 person"),
    ("count ÷ int, no whole number", lambda: exact(10, person) / 4, "Value 2.5 person to 0.0000000011"),
    ("rounded count ÷ int, never a count", lambda: exact("378E3", household) / 1000, "Value 378 household to 1.1"),
    ("value ÷ int", lambda: exact(10, VND) / 4, "Value 2.5 VND to 0.25"),
    ("nearly stays nearly", lambda: nearly("900E3", person) * 2, "Value nearly 1800000 person to 2000"),
    ("about stays about", lambda: Value.about(3, person) * 3, "Value about 9 person to 3"),
    ("approximate range × int", lambda: Value.about(5, percent, upper=7) * -2, "Value about -14..-10 percent to 2"),
    ("a change turned round", lambda: -Change.exact("-4.95", percentage_point), "Change 4.95 percentage_point"),
    ("range × int", lambda: Value.between(5, 7, percent) * 2, "Value 10..14 percent to 2"),
    ("range × negative", lambda: Value.between(5, 7, percent) * -1, "Value -7..-5 percent"),
    (
        "change × int",
        lambda: Change.exact("-4.95", percentage_point / year) * 3,
        "Change -14.85 percentage_point/year to 0.03",
    ),
    (
        "relative change × int",
        lambda: RelativeChange.exact("-4.95", percent / year) * 3,
        "RelativeChange by -14.85 percent/year to 0.03",
    ),
    (
        "attainment ÷ int",
        lambda: Attainment.exact("50", percent, form="over_plan") / 2,
        "Attainment over_plan 25 percent to 0.5",
    ),
    # change per year × duration
    (
        "change per year × years",
        lambda: Change.exact("-4.95", percentage_point / year) * exact("3.00", year),
        "Change -14.85 percentage_point to 0.080",
    ),
    (
        "change per year × quarters",
        lambda: Change.exact("-4.00", percentage_point / year) * exact("6.00", quarter),
        "Change -6 percentage_point to 0.026",
    ),
    (
        "years × change per year",
        lambda: exact("3.00", year) * Change.exact("-4.95", percentage_point / year),
        "Change -14.85 percentage_point to 0.080",
    ),
    (
        "change ÷ years",
        lambda: Change.exact("-14.85", percentage_point) / exact("3.00", year),
        "Change -4.95 percentage_point/year to 0.020",
    ),
    # conversion
    ("years to months", lambda: exact("1.5", year).to(month), "Value 18 month to 1.2"),
    ("months to years", lambda: exact(5, month).to(year), "Value 0.41666667 year to 0.084"),
    (
        "a bound, rounded outward",
        lambda: over(5, month).to(year),
        "Value over 0.41666666 year to 0.084",
    ),
    (
        "quotients",
        lambda: exact("12", VND / person / year).to(VND / person / month),
        "Value 1 VND/person/month to 0.084",
    ),
    ("change to another unit", lambda: Change.exact(-1, square_kilometre).to(hectare), "Change -100 hectare to 100"),
]


@pytest.mark.parametrize(("compute", "expected"), [row[1:] for row in RESULTS], ids=[row[0] for row in RESULTS])
def test_result(compute: Any, expected: str) -> None:
    kind, _, text = expected.partition(" ")
    result = compute()
    wanted = {"Value": Value, "Change": Change, "RelativeChange": RelativeChange, "Attainment": Attainment}[kind]
    assert type(result) is wanted
    assert str(result) == str(wanted.parse(text)), f"{result!s}"


p, h, share = exact(5, person), exact(5, household), exact("25.55", percent)
own = Unit.counting("school_bus", en="school bus", vi="xe đưa đón")
other_own = Unit.counting("school_bus", en="yellow bus", vi="xe buýt")

REFUSALS: list[tuple[str, Any, type[AseanscError], str]] = [
    ("percent + percent", lambda: share + share, OperandError, "shares cannot be added"),
    ("count + percent", lambda: p + share, OperandError, "shares cannot be added"),
    ("percent + count", lambda: share + p, OperandError, "shares cannot be added"),
    (
        "points + points",
        lambda: exact(1, percentage_point) + exact(1, percentage_point),
        OperandError,
        "a Change, not a Value",
    ),
    (
        "quotient + quotient",
        lambda: exact(1, VND / person) + exact(1, VND / person),
        OperandError,
        "by its denominator first",
    ),
    ("household + person", lambda: h + p, OperandError, "household and person measure different things"),
    ("household - person", lambda: h - p, OperandError, "household and person measure different things"),
    ("household compare person", lambda: h.compare(p), OperandError, "household and person measure different things"),
    (
        "months and days",
        lambda: exact(1, month) + exact(1, day),
        OperandError,
        "month and day measure different things",
    ),
    (
        "Value + change per year",
        lambda: share + Change.exact(1, percentage_point / year),
        OperandError,
        "duration first",
    ),
    ("percent + change of counts", lambda: share + Change.exact(1, person), OperandError, "percentage_point"),
    ("change + value", lambda: Change.exact(1, person) + p, OperandError, "Value in person"),
    ("change - value", lambda: Change.exact(1, person) - p, OperandError, "Value in person"),
    (
        "value + relative change",
        lambda: p + RelativeChange.exact(1, percent),
        OperandError,
        "RelativeChange in percent",
    ),
    (
        "attainment + attainment",
        lambda: Attainment.exact(1, percent) + Attainment.exact(1, percent),
        OperandError,
        "cannot add",
    ),
    (
        "attainment - attainment",
        lambda: Attainment.exact(1, percent) - Attainment.exact(1, percent),
        OperandError,
        "cannot add",
    ),
    (
        "change + change of another thing",
        lambda: Change.exact(1, person) + Change.exact(1, household),
        OperandError,
        "measure different things",
    ),
    (
        "change - change of another thing",
        lambda: Change.exact(1, person) - Change.exact(1, household),
        OperandError,
        "measure different things",
    ),
    ("change per year ÷ years", lambda: Change.exact(1, person / year) / exact(1, year), OperandError, "Value in year"),
    ("value + 0", lambda: p + 0, OperandError, "a plain number has no unit"),
    ("0 + value", lambda: 0 + p, OperandError, "a plain number has no unit"),
    ("sum", lambda: sum([p, p]), OperandError, "total(values)"),
    ("value - 0", lambda: p - 0, OperandError, "a plain number has no unit"),
    ("0 - value", lambda: 0 - p, OperandError, "a plain number has no unit"),
    ("value + Decimal", lambda: p + Decimal(1), OperandError, "a plain number has no unit"),
    ("value + float", lambda: p + 1.5, OperandError, "a float is not exact"),
    ("value × float", lambda: p * 0.5, OperandError, "a float is not exact"),
    ("float × value", lambda: 0.5 * p, OperandError, "a float is not exact"),
    ("value ÷ float", lambda: p / 0.5, OperandError, "a float is not exact"),
    ("value × bool", lambda: p * True, OperandError, "bool"),
    ("number ÷ value", lambda: 5 / p, OperandError, "int / Value in person"),
    ("value × text", lambda: p * "2", OperandError, "str"),
    ("percent × percent", lambda: share * share, OperandError, "Value in percent * Value in percent"),
    ("count × count", lambda: p * h, OperandError, "Value in person * Value in household"),
    ("count ÷ percent", lambda: p / share, OperandError, "Value in person / Value in percent"),
    ("change × count", lambda: Change.exact(1, person) * p, OperandError, "Change in person * Value in person"),
    ("change per year × days", lambda: Change.exact(1, person / year) * exact(1, day), OperandError, "Value in day"),
    (
        "relative change × duration",
        lambda: RelativeChange.exact(1, percent / year) * exact(1, year),
        OperandError,
        "Value in year",
    ),
    ("value < value", lambda: p < p, OperandError, "compare"),
    ("value >= value", lambda: p >= p, OperandError, "compare"),
    ("to another dimension", lambda: p.to(household), OperandError, "measure different things"),
    ("to a text", lambda: p.to("household"), OperandError, "Unit.parse"),  # type: ignore[arg-type]
    ("remainder of shares", lambda: remainder(share, share), OperandError, "shares cannot be added"),
    ("remainder of a number", lambda: remainder(p, 5), OperandError, "values only"),  # type: ignore[arg-type]
    (
        "remainder below zero",
        lambda: remainder(exact(5, person), exact(9, person)),
        UndefinedResultError,
        "would be negative",
    ),
    (
        "remainder of a bound from above",
        lambda: remainder(nearly(5, person), over(9, person)),
        UndefinedResultError,
        "negative",
    ),
    ("count - change below zero", lambda: p - Change.exact(9, person), UndefinedResultError, "would be negative"),
    ("count × negative", lambda: p * -1, UndefinedResultError, "would be negative"),
    ("bound × negative", lambda: over(5, person) * -1, UndefinedResultError, "would be negative"),
    ("about × negative", lambda: Value.about(5, person) * -1, UndefinedResultError, "would be negative"),
    (
        "a resolution too large",
        lambda: exact("1E32", percent) * exact("1E32", person),
        UndefinedResultError,
        "too large",
    ),
    ("about + over", lambda: Value.about(5, person) + over(5, person), UndefinedResultError, ".interval()"),
    (
        "remainder that may be zero, but of counts",
        lambda: remainder(exact(36, project), exact(37, project)),
        UndefinedResultError,
        "would be negative",
    ),
    (
        "remainder of approximations below zero",
        lambda: remainder(Value.about(28, project), Value.about(36, project)),
        UndefinedResultError,
        "about -8 project",
    ),
    ("over - over", lambda: over(5, person) - over(3, person), UndefinedResultError, ".interval()"),
    ("over + nearly", lambda: over(5, person) + nearly(3, person), UndefinedResultError, ".interval()"),
    ("value ÷ zero", lambda: p / exact(0, person), UndefinedResultError, "the divisor may be zero"),
    ("value ÷ nearly", lambda: p / nearly(3, person), UndefinedResultError, "the divisor may be zero"),
    ("value ÷ 0", lambda: p / 0, UndefinedResultError, "the divisor is zero"),
    ("too large", lambda: exact("9E60", VND) * 100, UndefinedResultError, "too large"),
    ("total of nothing", lambda: total([]), UndefinedResultError, "no values to add"),
    (
        "two definitions of one unit",
        lambda: exact(1, own) + exact(1, other_own),
        DefinitionConflictError,
        "two different definitions",
    ),
    (
        "two definitions compared",
        lambda: exact(1, own).compare(exact(1, other_own)),
        DefinitionConflictError,
        "two different definitions",
    ),
]


@pytest.mark.parametrize(("compute", "error", "words"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS])
def test_refusal(compute: Any, error: type[AseanscError], words: str) -> None:
    with pytest.raises(error) as refused:
        compute()
    assert words in str(refused.value)


def test_the_error_names_both_operands_and_an_alternative() -> None:
    with pytest.raises(OperandError) as refused:
        h + p
    assert refused.value.where == "Value in household + Value in person"
    assert refused.value.got == (h, p)
    assert refused.value.hint
    assert isinstance(refused.value, TypeError)


def test_equal_custom_units_can_be_added() -> None:
    again = Unit.counting("school_bus", en="school bus", vi="xe đưa đón")
    assert (exact(1, own) + exact(2, again)).magnitude == 3
    assert exact(1, own) == exact(1, again)


@pytest.mark.parametrize("word", ["exact", "over", "at_least", "under", "nearly", "at_most"])
@pytest.mark.parametrize("left_word", ["exact", "over", "at_least", "under", "nearly", "at_most"])
@pytest.mark.parametrize(("unit", "other", "number"), [(tonne, kilogram, "0.001"), (kilogram, tonne, 1000)])
def test_a_sum_in_two_units_has_the_possible_values_of_its_operands(
    unit: Unit, other: Unit, number: Any, left_word: str, word: str
) -> None:
    """5 kilograms and over 300 tonnes are over 300005 kilograms, and never exactly that."""
    left, right = getattr(Value, left_word)("5", unit), getattr(Value, word)("300", other)
    inner = right.stated_interval() * Interval.point(number)
    wanted = left.stated_interval() + inner
    if wanted.lower is None and wanted.upper is None:
        with pytest.raises(UndefinedResultError):
            left + right
        return
    found = (left + right).stated_interval()
    assert found.contains(wanted)
    assert (found.lower is None, found.upper is None) == (wanted.lower is None, wanted.upper is None)


def test_exact_and_over_in_two_units_is_over() -> None:
    assert str(exact(5, tonne) + over(300, kilogram)) == "over 4.8 tonne to 1.001"
    assert str(exact(300, kilogram) + over(5, tonne)) == "over 5299.5 kilogram to 1001"
    assert str(over(5, tonne) + exact(300, kilogram)) == "over 5.2995 tonne to 1.001"
