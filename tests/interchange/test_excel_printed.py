"""A magnitude is compared with the printed text of its figure."""

from __future__ import annotations

from decimal import Context, Inexact, Rounded, localcontext

import pytest

from aseansc.datasets import lai_chau
from aseansc.interchange._tables.printed_numbers import as_printed, printed_conflict
from aseansc.values import Value

RIGHT = [
    ("40,40%", "40.4", "percent", "40.40"),
    ("hơn 400 tin, bài", "400.0", "news_item", "400"),
    ("08 dự án", "8", "project", "8"),
    ("trên 378 nghìn lượt người", "378000.0", "person_turn", "378000"),
    ("458,6 triệu đồng", "458600000", "VND", "458600000"),
    ("5,99-8,49 triệu đồng", "5990000", "VND", "5990000"),
    ("36/108 xã, phường", "36", "commune", "36"),
    ("3.845,49 ha", "3845.49", "hectare", "3845.49"),
    ("1 250 hộ", "1250", "household", "1250"),
    ("1.250.000 đồng", "1250000", "VND", "1250000"),
    ("4,95%/năm", "-4.95", "percent/year", "-4.95"),
    ("7,488%/năm", "7.488", "percent/year", "7.488"),
    ("33,293 người", "33293", "person", "33293"),
    ("2-3 hộ", "3", "household", "3"),
    ("378 nghìn ha", "378", "thousand_hectare", "378"),
]


@pytest.mark.parametrize(("printed", "number", "unit", "exact"), RIGHT)
def test_the_printed_text_gives_the_exact_digits(printed: str, number: str, unit: str, exact: str) -> None:
    assert as_printed(printed, number, unit=unit) == exact
    assert printed_conflict(printed, number, unit=unit) is None


@pytest.mark.parametrize(
    ("printed", "number", "unit", "meant"),
    [
        ("12,7%", "0.127", "percent", "12.7"),
        ("12,7%", "127", "percent", "12.7"),
        ("100%", "1", "percent", "100"),
        ("1.250 hộ nghèo", "1.250", "household", "1250"),
        ("1.250 hộ nghèo", "1.25", "household", "1250"),
        ("12.500 ha", "12.5", "hectare", "12500"),
        ("1.250,5 ha", "12505", "hectare", "1250.5"),
        ("7,488%/năm", "7488", "percent/year", "7.488"),
        ("378 nghìn người", "378", "person", "378000"),
        ("2,5 lần", "25", "times", "2.5"),
    ],
)
def test_the_same_digits_with_another_power_of_ten_are_a_conflict(
    printed: str, number: str, unit: str, meant: str
) -> None:
    assert printed_conflict(printed, number, unit=unit) == meant
    assert as_printed(printed, number, unit=unit) is None


@pytest.mark.parametrize(
    ("printed", "number", "unit"),
    [
        ("một nửa số hộ", "50", "percent"),
        ("1/10 số hộ", "10", "percent"),
        ("tăng 2 lần", "200", "percent"),
        ("2 tạ", "200", "kilogram"),
        ("2 triệu rưỡi", "2500000", "VND"),
        ("1 tỷ 200 triệu đồng", "1200000000", "VND"),
        ("12 hộ", "15", "household"),
    ],
)
def test_undecided_numbers_are_not_reported(printed: str, number: str, unit: str) -> None:
    assert printed_conflict(printed, number, unit=unit) is None


@pytest.mark.parametrize(
    ("printed", "number", "lang", "meant"),
    [
        ("1,250 households", "1.250", "en", "1250"),
        ("1,250 households", "1250", "en", None),
        ("1.250 households", "1250", "en", None),
        ("1.250 hộ", "1250", "vi-VN", None),
    ],
)
def test_the_language_of_the_document_decides_the_meaning_of_a_separator(
    printed: str, number: str, lang: str, meant: str | None
) -> None:
    assert printed_conflict(printed, number, unit="household", lang=lang) == meant


def test_no_figure_of_a_real_review_conflicts_with_its_printed_text() -> None:
    review = lai_chau.load()
    values = [(each.citation.printed, each.value) for each in review.observations]
    values += [(each.citation.printed, each.content) for each in review.mentions if isinstance(each.content, Value)]
    with localcontext(Context(prec=1, traps=[Inexact, Rounded])):
        for printed, value in values:
            number = format(value.magnitude, "f")
            assert as_printed(printed, number, unit=value.unit.code) == number
            assert printed_conflict(printed, number, unit=value.unit.code) is None
