"""A magnitude is compared with the printed text of its figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Context, Inexact, Rounded, localcontext
from itertools import product

import pytest

from aseansc.datasets import lai_chau
from aseansc.interchange._tables.printed_numbers import (
    as_printed,
    number_in,
    printed_conflict,
    resolution_printed,
    thousands_meant,
)
from aseansc.values import Value
from tests._recorded import require_recorded

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


TEXTS = (
    "5", "5%", "5 %", "0", "05", "12,7%", "12.7%", "12,70 %", "0,125", "0.125%", "1.250", "1.250 hộ", "1,250 hộ", "1.250%", "1.250 ‰",
    "1.250 điểm phần trăm", "1250,5", "12.500", "123.456", "1234.567", "1.250.000", "1,250,000", "1.250,50", "1,250.50", "1.25.250",
    "01.250", "1 250", "1 250,5", "1 250,125", "1 250 000", "12 345 người", "1 2500", "31.12.2018", "12 nghìn", "12 nghìn tỷ", "1,5 triệu", "1.250 triệu",
    "378 nghìn ha", "5,99-8,49 triệu", "5 triệu tỷ tỷ", "2 trăm", "3 k", "3 km", "4 tr", "6 bn", "12 tấn", "5 tạ", "5 ha", "5 m²", "2-3 hộ",
    "từ 5 đến 6", "36/108", "2,5 lần", "½", "gấp 2", "-5", "−5,5", "- 5", "một", "", "5" * 61, "1," + "3" * 60, "x" * 400 + "5", "x" * 399 + "5",
    " ".join("7" * 20) + " 8", " ".join("7" * 19) + " 8",
)  # fmt: skip
UNITS = ("percent", "household", "hectare", "times", "VND", "kilogram", "tonne", "VND/person/month", "own", "")
NUMBERS = (
    "0", "5", "-5", "5.5", "12.7", "12.70", "0.127", "127", "13", "12.6", "12.6999", "1250", "1250.0", "1.25", "1.250", "12.5", "1250.5", "12500",
    "1250000", "1500000", "12000", "378000", "378", "5990000", "0.125", "2.5", "200", "7", "36", "3000",
)  # fmt: skip


def grouped(results: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each result with the cases that have it, without the first result, which is that of all other cases."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for case, result in results:
        found[result].append(case)
    for number, (result, cases) in enumerate(sorted(found.items(), key=lambda pair: -len(pair[1]))):
        yield f"  {', '.join(cases) if number else 'otherwise'}: {result}"


def compared(text: str, unit: str) -> str:
    """Return what each function finds for the numbers that may stand for a text."""
    functions = (("is", as_printed), ("not", printed_conflict), ("step", resolution_printed))
    found = ((number, name, function(text, number, unit=unit)) for number in NUMBERS for name, function in functions)
    return ", ".join(f"{number} {name} {result}" for number, name, result in found if result is not None)


def test_printed_numbers_are_compared_as_recorded() -> None:
    lines = []
    for text in TEXTS:
        cases = product(UNITS, ("vi", "en-GB", "lo"))
        alone = ((f"{unit} {lang}", str(number_in(text, unit=unit, lang=lang))) for unit, lang in cases)
        lines += [text[-80:], *grouped(alone), *grouped((unit, compared(text, unit)) for unit in UNITS[:4])]
    require_recorded("printed-numbers.txt", lines)


def test_a_point_may_be_a_thousands_separator_if_the_unit_is_counted() -> None:
    """With three decimals, or with fewer if a program has removed the zeros at the end of a number."""
    for digits, unit, is_number in product(
        ("1.2", "1.25", "1.250", "12.250", "123.250", "1234.250", "1.2500", "-1.250", "0.250", "1250", "1.", "x"),
        ("household", "VND", "own", "", "hectare", "percent", "VND/month"),
        (False, True),
    ):
        head, _, decimals = digits.partition(".")
        is_possible = (
            unit in ("household", "VND", "own", "")
            and (len(decimals) == 3 or (is_number and len(decimals) in (1, 2)))
            and 1 <= len(head.lstrip("-")) <= 3
            and head != "0"
        )
        meant = f"{head}{decimals:0<3}" if is_possible else None
        assert thousands_meant(digits, unit, is_number=is_number) == meant, (digits, unit)
