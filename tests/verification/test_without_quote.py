"""Claims of which only number and unit are known, as a language model often returns them."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc.verification import VerifiedFigure, verify_claims

TEXT = """Báo cáo năm 2023 và phương hướng năm 2024
I. KẾT QUẢ
Tổng sản phẩm ước đạt 35.420 tỷ đồng, tăng 7,15%; thu nhập bình quân đầu người đạt 47,5 triệu đồng/năm, tăng 3,2 triệu đồng.
Có 58/94 xã đạt chuẩn; 36 xã khó khăn, 36 hộ; diện tích rừng 2.350 ha; dân số 489,3 nghìn người.
Khách đạt trên 1 triệu lượt người, tăng 25%; độ che phủ rừng là 25%. Thu ngân sách bằng 103,5% dự toán.
Cấp 1.250 con trâu, bò; hơn một nửa số xã có chợ. Xếp thứ 45/63 tỉnh về PCI. Mật độ 53 người/km2.
II. PHƯƠNG HƯỚNG
Trồng 2.500 ha rừng; tỷ lệ hộ nghèo còn 9%.
"""


def check(**claim: Any) -> VerifiedFigure:
    (result,) = verify_claims(TEXT, [claim])
    return result


TRUE: list[dict[str, Any]] = [
    {"number": 35420, "unit": "tỷ đồng"},
    {"number": 35420, "unit": "billion VND"},
    {"number": 35.42, "unit": "trillion dong"},
    {"number": 35420000000000, "unit": "VND"},
    {"number": 47.5, "unit": "triệu đồng/năm"},
    {"number": 47.5, "unit": "million VND/person/year"},
    {"number": 3.2, "unit": "triệu đồng", "kind": "change"},
    {"number": 58, "unit": "communes"},
    {"number": 36, "unit": "poor households"},
    {"number": 36, "unit": "commune"},
    {"number": 23.5, "unit": "km2"},
    {"number": 2350, "unit": "hectares"},
    {"number": 0.4893, "scale": "million", "unit": "người"},
    {"number": 489.3, "unit": "thousand people"},
    {"number": 25, "unit": "%", "kind": "share"},
    {"number": 25, "unit": "%", "kind": "relative_change"},
    {"number": 1250, "unit": "trâu, bò"},
    {"number": 45},
    {"number": 53, "unit": "people per square kilometre"},
]


@pytest.mark.parametrize("claim", TRUE, ids=str)
def test_a_true_number_and_unit_are_confirmed_wherever_they_are(claim: dict[str, Any]) -> None:
    assert check(**claim).verdict == "confirmed", check(**claim).reason


WRONG: list[dict[str, Any]] = [
    {"number": 35420, "unit": "million VND"},
    {"number": 36, "unit": "district"},
    {"number": 23.6, "unit": "km2"},
    {"number": 489.3, "unit": "people"},
    {"number": 25, "unit": "%", "kind": "points"},
    {"number": 47.5, "unit": "triệu đồng/người/tháng"},
    {"number": 1000000, "unit": "people"},
    {"number": 85, "unit": "%"},
]


@pytest.mark.parametrize("claim", WRONG, ids=str)
def test_a_wrong_number_or_unit_is_refuted(claim: dict[str, Any]) -> None:
    assert check(**claim).verdict == "refuted", check(**claim).reason


def test_a_unit_without_what_it_is_per_is_undecided_if_that_is_not_printed_beside_the_number() -> None:
    for unit in ("VND", "VND/year"):
        assert check(number=47500000, unit=unit).verdict == "undecided"


def test_a_percent_of_a_plan_may_be_called_a_relative_level() -> None:
    assert check(number=103.5, unit="%", kind="relative_level").verdict == "undecided"
    assert check(number=103.5, unit="%", kind="share").verdict == "refuted"


def test_all_places_with_the_number_are_given() -> None:
    result = check(number=25, unit="%")
    assert [TEXT[start:end] for start, end in result.places] == ["25%", "25%"]
    assert (result.start, result.end) == result.places[0]
    assert result.reason.endswith(f"position: it is found in 2 places: {result.start}, {result.places[1][0]}")
    assert len(check(number=36, unit="household").places) == 1


def test_places_that_do_not_agree_are_given_if_the_claim_has_no_unit() -> None:
    result = check(number=25, kind="share")
    assert (result.verdict, len(result.places)) == ("undecided", 2)


@pytest.mark.parametrize(
    ("number", "near"),
    [(2530, "2.350 ha"), (235, "2.350 ha"), (2550, "2.350 ha"), (23500, "2.350 ha"), (22350, "2.350 ha")],
)
def test_figures_near_a_number_that_the_text_lacks_are_named(number: int, near: str) -> None:
    result = check(number=number)
    assert result.verdict == "refuted"
    assert repr(near) in result.reason
    assert "near" not in check(number=777777).reason


def test_a_number_in_digits_that_the_reader_does_not_understand_is_not_refuted() -> None:
    (result,) = verify_claims("Theo mẫu 19A của ngành, quốc lộ 32.", [{"number": 32}])
    assert result.verdict == "undecided"
    assert "the reader understands no figure where the number is printed" in result.reason


def test_a_fraction_in_words_is_found_by_its_number() -> None:
    assert check(number=50, unit="%").verdict == "undecided"
    assert check(number=0.5).verdict != "refuted"


def test_in_other_languages_a_number_is_looked_for_in_digits() -> None:
    text = "Poverty fell to 10.5 % in 120 villages, and cost 5.2 million dong."
    found = verify_claims(text, [{"number": 10.5}, {"number": 120}, {"number": 11.5}, {"number": 5.2}], lang="en")
    assert [result.verdict.value for result in found] == ["confirmed", "confirmed", "undecided", "refuted"]


def test_a_number_in_more_places_than_are_compared_is_not_refuted() -> None:
    text = "Có 5 xã. " * 60 + "Có 5 hộ."
    for unit, verdict in (("hộ", "confirmed"), ("xã", "confirmed"), ("huyện", "undecided")):
        (result,) = verify_claims(text, [{"number": 5, "unit": unit}])
        assert result.verdict == verdict


# -- statuses and resolution


@pytest.mark.parametrize(
    ("number", "statuses", "verdict"),
    [
        (35420 * 10**9, ["estimated"], "confirmed"),
        (35420 * 10**9, [], "refuted"),
        (58, ["estimated"], "refuted"),
        (58, ["planned"], "refuted"),
        (2500, ["planned"], "undecided"),
        (2500, ["forecast"], "undecided"),
        (2500, [], "confirmed"),
    ],
)
def test_a_status_is_refuted_if_the_text_states_another_or_has_no_word_for_it(
    number: int, statuses: list[str], verdict: str
) -> None:
    result = check(number=number, statuses=statuses)
    assert result.verdict == verdict, result.reason


def test_a_status_whose_word_is_in_the_same_sentence_is_undecided() -> None:
    text = "Ước đến cuối năm còn 24.737 hộ nghèo, chiếm 25,55%; có 2 huyện. Phấn đấu có 5 xã, giảm 2% số hộ."
    for number, statuses, verdict in (
        (2, ["estimated"], "undecided"),
        (5, ["forecast"], "undecided"),
        (5, ["estimated"], "refuted"),
    ):
        (result,) = verify_claims(text, [{"number": number, "statuses": statuses}])
        assert result.verdict == verdict, (number, result.reason)


def test_more_decimals_than_printed_are_remarked() -> None:
    (result,) = verify_claims("Tỷ lệ là 7,1%.", [{"number": "7.10", "unit": "percent"}])
    assert result.verdict == "confirmed"
    assert result.reason == "resolution: the text prints the number to 0.1, and it is given to 0.01"
