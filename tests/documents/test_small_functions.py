"""Small functions of tables beside plain definitions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

from aseansc import AsOf, Period
from aseansc.documents._comparisons import Comparison, Fit, _quotients, fit_of
from aseansc.documents._parts_of_years import is_before
from aseansc.vietnamese.tables import ColumnRole

NUMBERS = [Decimal(text) for text in ("0", "0.0", "0.4", "1", "2.5", "-3", "7", "12.5", "100", "-0.5")]


def half(number: Decimal) -> Fraction:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return Fraction(1, 2) * Fraction(10) ** exponent


def ends(number: Decimal) -> tuple[Fraction, Fraction]:
    return Fraction(number) - half(number), Fraction(number) + half(number)


def test_percentages_of_two_rounded_levels_are_those_of_their_ends() -> None:
    for level, base in product(NUMBERS, repeat=2):
        if abs(base) <= half(base) or not level or (level < 0) is not (base < 0):
            assert _quotients(level, base) is None, (level, base)
            continue
        corners = [100 * one / other for one in ends(abs(level)) for other in ends(abs(base))]
        assert _quotients(level, base) == (max(Fraction(0), min(corners)), max(corners)), (level, base)


def test_a_printed_comparison_agrees_with_its_levels_within_rounding() -> None:
    level, base = Decimal(30), Decimal(24)
    for fit, least, largest in (
        (Fit.RATIO, Fraction(2950, 245) * 10, Fraction(3050, 235) * 10), (Fit.DIFFERENCE, Fraction(5), Fraction(7)),
        (Fit.GROWTH, Fraction(2950, 245) * 10 - 100, Fraction(3050, 235) * 10 - 100), (Fit.INVERSE, Fraction(2350, 305) * 10, Fraction(2450, 295) * 10),
        (Fit.FRACTION, Fraction(295, 245), Fraction(305, 235)),
    ):  # fmt: skip
        stated = Comparison(fit, 1, 2, ColumnRole.CHANGE)
        step = Decimal("0.1")
        for tenths in range(1400):
            number = Decimal(tenths) / 10
            agrees = least - half(step) <= Fraction(number) <= largest + half(step)
            assert (fit_of(number.quantize(step), level, base, stated) is fit) is agrees, (fit, number)
    assert fit_of(Decimal("500.0"), level, base, Comparison(Fit.RATIO, 1, 2, ColumnRole.CHANGE)) is Fit.NONE
    years = Comparison(Fit.AVERAGE, 1, 2, ColumnRole.CHANGE, Period.years(2016, 2018))
    assert years.years == 3
    for text, fit in (("107.7", Fit.AVERAGE), ("7.7", Fit.AVERAGE_GROWTH), ("125.0", Fit.NONE), ("25.0", Fit.NONE)):
        assert fit_of(Decimal(text), level, base, years) is fit
    assert fit_of(Decimal("107.7"), level, Decimal(0), years) is Fit.NONE


def test_what_is_before_another_time() -> None:
    day, year = AsOf.parse("2018-12-31"), Period.year(2018)
    for first, second, before in (
        (Period.year(2017), year, True), (year, Period.year(2017), False), (year, year, False), (Period.year(2017), day, True),
        (day, year, False), (day, Period.year(2019), True), (None, year, False), (year, None, False), (None, None, False),
    ):  # fmt: skip
        assert is_before(first, second) is before, (first, second)
