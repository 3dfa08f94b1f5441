"""Numbers in messages: rounded outward, grouped in the reader's language, never hiding a contradiction."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from aseansc import Interval
from aseansc.audit._numbers import bounds, few_digits, formula, in_words, rounded, significant_digits
from aseansc.strategies import intervals


@pytest.mark.parametrize(
    ("text", "english", "vietnamese"),
    [
        ("28 + 8", "28 + 8", "28 + 8"),
        ("24737 × 100 ÷ [25.545, 25.555]", "24,737 × 100 ÷ [25.545, 25.555]", "24.737 × 100 ÷ [25,545; 25,555]"),
        ("[9803.92156862, 9881.42292491], 1234.5", "[9,803.92, 9,881.43], 1,234.5", "[9.803,92; 9.881,43]; 1.234,5"),
        ("(2000, ∞) - (-∞, -0.5]", "(2,000, ∞) - (-∞, -0.5]", "(2.000; ∞) - (-∞; -0,5]"),
        ("2016-01-01/P3Y", "2016-01-01/P3Y", "2016-01-01/P3Y"),
    ],
)
def test_a_formula_is_written_for_its_reader(text: str, english: str, vietnamese: str) -> None:
    assert (formula(text, "en", 6), formula(text, "vi", 6)) == (english, vietnamese)


@pytest.mark.parametrize(
    ("interval", "english", "vietnamese"),
    [
        (Interval.point(40), "40", "bằng 40"),
        (Interval(lower=1200, upper="1300.50"), "between 1,200 and 1,300.5", "nằm trong khoảng từ 1.200 đến 1.300,5"),
        (Interval(lower=1200, lower_open=True), "more than 1,200", "trên 1.200"),
        (Interval(lower=1200), "at least 1,200", "ít nhất 1.200"),
        (Interval(upper=1200, upper_open=True), "less than 1,200", "dưới 1.200"),
        (Interval(upper=1200), "at most 1,200", "nhiều nhất 1.200"),
        (Interval(), "any number", "bất kỳ số nào"),
    ],
)
def test_possible_values_are_written_in_words(interval: Interval, english: str, vietnamese: str) -> None:
    assert (in_words(interval, "en"), in_words(interval, "vi")) == (english, vietnamese)


def test_counts_are_rounded_to_whole_numbers_outward() -> None:
    assert bounds(rounded(Interval(lower="96799.06", upper="96836.95"), 6, whole=True), "en") == "[96,799, 96,837]"


def test_rounding_does_not_hide_a_contradiction() -> None:
    computed = Interval(lower="1234567.011", upper="1234567.012")
    stated = Interval(lower="1234567.013", upper="1234567.014")
    digits = significant_digits("", [computed, stated])
    assert not rounded(computed, digits).overlaps(rounded(stated, digits))


def test_at_most_twelve_digits_are_shown_however_near_two_numbers_are() -> None:
    for place, few, significant in ((2, 3, 6), (6, 7, 9), (9, 10, 12), (13, 12, 12)):
        step = Decimal(1).scaleb(-place)
        pair = [Interval(lower=1 + number * step, upper=1 + (number + 1) * step) for number in (1, 4)]
        assert (few_digits(*pair), significant_digits("", pair)) == (few, significant), place


@given(intervals(), st.sampled_from((6, 9, 12)), st.booleans())
def test_a_rounded_interval_contains_the_exact_one(interval: Interval, digits: int, whole: bool) -> None:
    assert rounded(interval, digits, whole=whole).contains(interval)


@given(intervals())
def test_every_interval_can_be_written(interval: Interval) -> None:
    for lang in ("en", "vi"):
        assert in_words(rounded(interval, 6), lang)  # type: ignore[arg-type]
        assert bounds(rounded(interval, 6), lang)  # type: ignore[arg-type]


def test_large_numbers_are_written_with_all_digits() -> None:
    assert bounds(Interval.point(Decimal("1E9")), "vi") == "1.000.000.000"
