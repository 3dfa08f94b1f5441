"""Minus signs before numbers."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc.verification import verify_claims


def _verdict(text: str, **claim: Any) -> str:
    (result,) = verify_claims(text, [claim])
    return result.verdict.value


@pytest.mark.parametrize("minus", ["-", "–", "−", "âm ", "âm khoảng "])
@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Di cư thuần năm 2022 là {}1.200 người.", 1200, "person"),
        ("Lợi nhuận {}2,5 tỷ đồng.", 2_500_000_000, "VND"),
        ("Tăng trưởng {}2,5% so với năm 2020.", 2.5, "percent"),
    ],
)
def test_a_printed_minus_confirms_the_negative_number_and_never_the_positive(
    minus: str, text: str, number: float, unit: str
) -> None:
    text = text.format(minus)
    assert _verdict(text, number=-number, unit=unit) == "confirmed"
    assert _verdict(text, number=number, unit=unit) != "confirmed"
    assert _verdict(text, number=-number - 1, unit=unit) == "refuted"


def test_a_negative_count_is_a_net_flow_of_its_own_unit() -> None:
    text = "Di cư thuần năm 2022 là -1.200 người."
    assert _verdict(text, number=-1200, unit="person", kind="change") == "confirmed"
    assert _verdict(text, number=-1200, unit="household") == "refuted"


@pytest.mark.parametrize("text", ["Trồng rừng:\n- 350 ha", "Covid-350 ha", "Siêu âm 350 ha", "Rừng – 350 ha"])
def test_bullets_and_other_words_are_no_minus_signs(text: str) -> None:
    assert _verdict(text, number=-350) != "confirmed"


def test_a_bullet_and_the_dash_of_a_range_leave_numbers_positive() -> None:
    assert _verdict("Trồng rừng:\n- 350 ha", number=350, unit="hectare") == "confirmed"
    assert _verdict("Trồng 10-20 ha rừng.", number=10, upper=20, unit="hectare") == "confirmed"
    assert _verdict("Trồng 10 –20 ha rừng.", number=-20, unit="hectare") == "refuted"


def test_a_dash_that_may_begin_an_item_of_a_list_decides_nothing() -> None:
    for number in (350, -350):
        assert _verdict("Trồng rừng:\n-350 ha", number=number, unit="hectare") == "undecided"


def test_a_minus_in_another_language_does_not_confirm_the_positive_number() -> None:
    (result,) = verify_claims("Net flow was -1,200.", [{"number": 1200, "quote": "1,200"}], lang="en")
    assert result.verdict.value == "undecided"


def test_an_amount_per_year_is_not_the_same_amount_per_month() -> None:
    text = "Thu nhập đạt 20 triệu đồng/người/năm."
    claim: dict[str, Any] = {"number": 20_000_000, "quote": "20 triệu đồng/người/năm"}
    assert _verdict(text, unit="VND/person/month", **claim) == "refuted"
    assert _verdict(text, unit="VND/person/year", **claim) == "confirmed"
    assert _verdict(text, unit="VND/person", **claim) == "undecided"
