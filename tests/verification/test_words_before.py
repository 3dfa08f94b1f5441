"""Words before numbers that state what kind of figure it is, and the times of changes."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc.verification import VerifiedFigure, verify_claims


def _result(text: str, **claim: Any) -> VerifiedFigure:
    (result,) = verify_claims(text, [claim])
    return result


@pytest.mark.parametrize(
    ("word", "kind", "other"),
    [("tăng", "increase_times", "decrease_times"), ("giảm", "decrease_times", "increase_times")],
)
@pytest.mark.parametrize("number", ["3 lần", "khoảng 3 lần"])
def test_the_word_before_times_decides_between_increase_and_decrease(
    word: str, kind: str, other: str, number: str
) -> None:
    text = f"Sản lượng {word} {number} so với năm 2015."
    for quote in (number, f"{word} {number}"):
        assert _result(text, number=3, kind=kind, quote=quote).verdict.value == "confirmed"
        assert _result(text, number=3, kind=other, quote=quote).verdict.value == "refuted"
        assert _result(text, number=3, kind="multiple", quote=quote).verdict.value == "undecided"
        assert _result(text, number=4, kind=kind, quote=quote).verdict.value == "refuted"


RANKED = "Chỉ số PCI xếp thứ 55/63 tỉnh, thành phố."


def test_a_rank_is_compared_by_number_unit_and_number_of_places() -> None:
    quote = "xếp thứ 55/63 tỉnh"
    assert _result(RANKED, number=55, unit="rank", quote=quote).verdict.value == "confirmed"
    assert _result(RANKED, number=55, unit="rank", out_of=63, quote=quote).verdict.value == "confirmed"
    assert _result(RANKED, number=55, unit="rank", out_of=64, quote=quote).verdict.value == "refuted"
    assert _result(RANKED, number=55, unit="household", quote=quote).verdict.value == "refuted"
    assert "number" in {aspect.value for aspect in _result(RANKED, number=56, unit="rank", quote=quote).differs}


def test_an_ordinal_that_ranks_nothing_is_not_confirmed_as_a_rank() -> None:
    assert _result("Đại hội lần thứ 13 của tỉnh.", number=13, unit="rank", quote="lần thứ 13").verdict.value == (
        "undecided"
    )


def test_the_printed_time_may_be_the_end_of_the_period_of_a_change() -> None:
    text = "Năm 2022, diện tích rừng tăng 350 ha."
    claim: dict[str, Any] = {"number": 350, "unit": "hectare", "kind": "change", "quote": "tăng 350 ha"}
    assert _result(text, time="2020/2022", **claim).verdict.value == "confirmed"
    assert _result(text, time="2020/2021", **claim).verdict.value == "refuted"
    assert _result(text, time="2020/2023", **claim).verdict.value == "refuted"


def test_a_printed_period_of_years_states_the_beginning_of_a_change() -> None:
    text = "Giai đoạn 2016-2018, diện tích rừng tăng 350 ha."
    claim: dict[str, Any] = {"number": 350, "unit": "hectare", "kind": "change", "quote": "tăng 350 ha"}
    assert _result(text, time="2016/2018", **claim).verdict.value == "confirmed"
    assert _result(text, time="2015/2018", **claim).verdict.value == "refuted"
