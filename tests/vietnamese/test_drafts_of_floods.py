"""Drafts of news on disasters and payments: several years in one text, and lists after one verb."""

from __future__ import annotations

import pytest

from aseansc.drafts import Gap
from aseansc.indicators import IndicatorKind
from aseansc.periods import TimeCollection
from aseansc.vietnamese import draft
from tests.vietnamese.test_drafts_of_news import figures, indicator


@pytest.mark.parametrize(
    "text",
    [
        "Thiệt hại do mưa lũ\nTính đến ngày 12/8/2021, mưa lũ làm hỏng 45 nhà. Trước đó, năm 2020 có 25 đợt thiên tai.",
        "Nỗ lực giảm nghèo\nNăm 2021, ông Nam nuôi 2 con bò. Cuối năm 2023, toàn huyện còn 956 hộ nghèo.",
    ],
)
def test_the_period_is_asked_if_a_later_day_or_end_of_a_year_is_named(text: str) -> None:
    assert isinstance(draft(text).period, Gap)


def test_a_year_that_ended_shortly_before_the_day_of_the_report_is_its_period() -> None:
    found = draft("Tổng kết công tác Hội\nNgày 12/01/2024, Hội họp. Năm 2023, Hội kết nạp 325 hội viên.")
    assert str(found.period) == "2023"


def test_an_area_after_those_who_were_harmed_is_not_made() -> None:
    found = draft("Năm 2021, mưa lũ làm 3 người chết; 120 ha hoa màu bị ngập úng.")
    assert "Làm" not in str(indicator(found, "120 ha")["name"]["vi"])


def test_what_is_paid_each_month_does_not_repeat_those_who_get_it() -> None:
    found = draft("Năm 2023, giải quyết cho 245 người hưởng trợ cấp hằng tháng, 680 người hưởng trợ cấp một lần.")
    assert figures(found)["680 người"]["time_collection"] is not TimeCollection.EACH


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Năm 2022, phong trào được triển khai ở 100% chi hội.", "100%"),
        ("Năm 2022 có 765 người tham gia BHYT, đạt tỷ lệ bao phủ 91,8% dân số.", "91,8%"),
        ("Năm 2022, đàn bò phát triển tốt, thu nhập mỗi năm khoảng 40 triệu đồng.", "khoảng 40 triệu đồng"),
    ],
)
def test_names_of_rates_and_earnings_that_do_not_say_of_what_are_asked(text: str, printed: str) -> None:
    assert isinstance(indicator(draft(text), printed)["name"]["vi"], Gap)


def test_fewer_poor_households_that_were_helped_are_not_better() -> None:
    found = draft("Năm 2022, hỗ trợ 32 mô hình cho 1.240 hộ nghèo.")
    assert "better" not in indicator(found, "1.240 hộ nghèo")


def test_exports_are_one_indicator_and_their_parts_have_its_name() -> None:
    found = draft(
        "Năm 2022, kim ngạch xuất khẩu thủy sản đạt 1,85 tỷ USD, trong đó cá tra 422 triệu USD.\n\n"
        "Năm 2021, xuất khẩu thủy sản đạt kỷ lục 1,9 tỷ USD."
    )
    assert [one["name"]["vi"] for one in map(dict, found.indicators)] == [
        "Kim ngạch xuất khẩu thủy sản",
        "Kim ngạch xuất khẩu thủy sản: cá tra",
    ]


def test_the_time_of_tasks_ahead_in_a_title_is_not_that_of_the_figures() -> None:
    found = draft(
        "Ngành Y tế triển khai nhiệm vụ năm 2024\n\nNăm 2023, có 5 trạm.\n\nToàn ngành khám cho 450 lượt người."
    )
    assert str(figures(found)["450 lượt người"]["time"]) == "2023"


def test_the_words_after_a_list_of_persons_are_not_said_of_its_incidents() -> None:
    found = draft("Năm 2022, xảy ra 112 vụ tai nạn, 68 người chết (giảm 15 vụ, 9 người chết).")
    assert figures(found)["15 vụ"]["indicator"] == figures(found)["112 vụ tai nạn"]["indicator"]


def test_money_that_was_paid_is_a_flow_like_what_it_was_paid_for() -> None:
    found = draft("Tính đến ngày 15/9/2020, đã chi trả bồi thường cho 1.046 hộ với tổng số tiền 870 tỷ đồng.")
    assert figures(found)["870 tỷ đồng"]["time_collection"] is TimeCollection.TO_DATE


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Tai nạn năm 2022 giảm cả 3 tiêu chí: xảy ra 112 vụ, làm chết 68 người.", "112 vụ"),
        ("Năm 2022, cấp 290 nghìn thẻ căn cước, đạt 98% dân số trong độ tuổi.", "98%"),
    ],
)
def test_numbers_of_what_is_not_named_are_asked(text: str, printed: str) -> None:
    assert isinstance(indicator(draft(text), printed)["name"]["vi"], Gap)


def test_until_now_is_asked_in_a_report_long_after_its_period() -> None:
    text = "Giám sát quỹ năm 2023\n\n15/05/2024\n\nĐến nay, nợ quá hạn là 350 triệu đồng."
    assert "time" not in figures(draft(text))["350 triệu đồng"].proposed


def test_the_place_that_elected_a_delegate_is_not_that_of_the_report() -> None:
    text = "Chất vấn về bảo hiểm xã hội\n\nĐại biểu Nguyễn Mẫu (Đoàn đại biểu Quốc hội tỉnh Trà Vinh) hỏi. Năm 2018 có 243 người."
    found = draft(text)
    assert not isinstance(found.place, str)
    assert "place" not in figures(found)["243 người"]


def test_what_somebody_gets_each_month_does_not_repeat_what_is_paid() -> None:
    text = "Năm 2017, chi trả cho 24 nghìn người hưởng chế độ hàng tháng với số tiền chi trả là 770 tỷ đồng."
    assert figures(draft(text))["770 tỷ đồng"]["time_collection"] is not TimeCollection.EACH


def test_the_length_of_a_road_that_was_built_is_not_a_stock() -> None:
    found = draft("Năm 2018, xã đã thi công 3 tuyến lộ với chiều dài 610m, sửa chữa một tuyến lộ nhựa dài 1.900m.")
    assert indicator(found, "610m").get("kind") is not IndicatorKind.STOCK
    assert isinstance(indicator(found, "1.900m")["name"]["vi"], Gap)
