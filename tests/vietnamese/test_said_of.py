"""The times, kinds and levels that a draft proposes or asks where the words of a figure alone do not say them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aseansc import Period, RelativeChange, TimeBasis, TimeCollection
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.drafts import Gap, PartialRecord
from aseansc.observations import Observation
from aseansc.targets import Target
from aseansc.vietnamese import draft
from tests.growth import slope
from tests.vietnamese._figures import figures_in

NINE_MONTHS = Period.parse("2019-01-01/P9M")


def rows(text: str, period: Period = NINE_MONTHS) -> tuple[dict[str, PartialRecord], dict[Any, PartialRecord]]:
    """Return the figures of a draft by their printed words, and its indicators by id."""
    found = draft(text, place="XX-SM", period=period)
    return {item["citation"].printed: item for item in figures_in(found)}, {
        item["id"]: item for item in found.indicators
    }


def time_of(text: str, printed: str, period: Period = NINE_MONTHS) -> str:
    """Return the time of a figure, or a question mark if it is asked."""
    time = rows(text, period)[0][printed].get("time")
    return "?" if isinstance(time, Gap) else str(time)


MONTH = "Tiếp tục tăng. Thu ngân sách đạt 50 tỷ đồng, tăng 2% so với tháng trước và tăng 9% so với cùng kỳ."
DAYS = "Từ ngày 15/12/2018 đến ngày 14/9/2019 có 340 vụ tai nạn.\nRiêng đường bộ có 278 vụ, làm chết 47 người."


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("Trong tuần, xảy ra 15 vụ cháy.", "15 vụ cháy", "?"),
        ("So với năm học trước, học sinh đạt 234 giải.", "234 giải", "?"),
        ("Tuần qua xảy ra 15 vụ cháy. Xử phạt 20 người.", "20 người", "?"),
        ("Từ 15/12 đến 14/3, xảy ra 15 vụ cháy.", "15 vụ cháy", "?"),
        ("Đến ngày 14/3, xảy ra 15 vụ cháy.", "15 vụ cháy", "2019-01-01/P73D"),
        ("Tháng Tám, thu 15 tỷ đồng.", "15 tỷ đồng", "2019-08"),
        ("Quí II thu 15 tỷ đồng.", "15 tỷ đồng", "2019-Q2"),
        ("Hằng tháng, năm nào cũng thu 15 tỷ đồng.", "15 tỷ đồng", "2019-01-01/P9M"),
        ("Đến trung tuần tháng Tám, thu hoạch 500 ha lúa.", "500 ha", "?"),
        (MONTH, "50 tỷ đồng", "?"),
        (MONTH, "9%", "?"),
        ("Tháng 9 thu 50 tỷ đồng, tăng 2% so với tháng trước.", "50 tỷ đồng", "2019-09"),
        ("Dư nợ đạt 500 tỷ đồng, tăng 2% so với tháng trước.", "500 tỷ đồng", "2019-01-01/P9M"),
        ("Khách quốc tế 5.000 lượt, lũy kế đạt 40.000 lượt.", "5.000 lượt", "?"),
        ("Khách quốc tế 5.000 lượt, lũy kế đạt 40.000 lượt.", "40.000 lượt", "2019-01-01/P9M"),
        (DAYS, "278 vụ", "?"),
        ("Vận tải tăng 7,7% (cùng kỳ năm trước tăng 7,3%).", "7,3%", "?"),
        ("Vận tải tăng 7,7% so với cùng kỳ năm trước.", "7,7%", "2019-01-01/P9M"),
        ("Thu 5 tỷ đồng; giao 31 thanh niên nhập ngũ năm 2019; xử lý 3 vụ án.", "3 vụ án", "?"),
        ("Tổng số ca mắc từ đầu dịch đến ngày 26/6/2019 là 127 ca.", "127 ca", "?"),
    ],
)
def test_times_that_are_not_sure_are_asked(text: str, printed: str, expected: str) -> None:
    assert time_of(text, printed) == expected


def test_a_week_or_month_is_known_if_the_report_is_on_it() -> None:
    week = Period.parse("2019-06-17/P7D")
    assert time_of("Trong tuần, xảy ra 15 vụ cháy.", "15 vụ cháy", week) == str(week)
    assert time_of("Tuần trước, xảy ra 15 vụ cháy.", "15 vụ cháy", week) == "?"
    assert time_of("Trong tháng, xảy ra 15 vụ cháy.", "15 vụ cháy", Period.parse("2019-06")) == "2019-06"
    assert time_of("Trong tháng, xảy ra 15 vụ cháy.", "15 vụ cháy", NINE_MONTHS) == "?"


def test_what_is_added_up_to_a_month_begins_in_january() -> None:
    august = Period.parse("2019-08")
    assert time_of("Tính đến hết tháng 8, thu ngân sách 54 tỷ đồng.", "54 tỷ đồng", august) == "2019-01-01/P8M"
    june = "Tính đến hết tháng 6/2019, có 109 người tham gia bảo hiểm. Hỗ trợ 25 hộ. Tính đến ngày 8/6/2019, 5 hộ."
    assert time_of(june, "25 hộ") == "?"
    year = Period.year(2019)
    assert time_of("Lũy kế từ đầu năm đến nay, thu ngân sách 54 tỷ đồng.", "54 tỷ đồng", year) == "?"


def test_the_period_is_not_the_year_of_one_figure() -> None:
    text = "Hà Nội có 109 xã\n\nTừ chỗ chỉ đạt 2 tiêu chí năm 2010.\n\nNăm 2014, có 71 xã."
    assert draft(text).period == Period.year(2014)


def test_the_first_day_of_what_is_added_up_to_a_day_is_proposed() -> None:
    figure = rows("Tính đến ngày 15/8/2019, gieo cấy được 500 ha.")[0]["500 ha"]
    assert str(figure["time"]) == "2019-01-01/P227D"
    assert "time" in figure.proposed


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Số doanh nghiệp quay trở lại hoạt động là 946 doanh nghiệp.", "quay trở lại hoạt động", "flow"),
        ("Số doanh nghiệp hoàn tất thủ tục giải thể là 46 doanh nghiệp.", "giải thể", "flow"),
        ("Số doanh nghiệp đang hoạt động là 946 doanh nghiệp.", "doanh nghiệp", "stock"),
        ("Có 303 ha lúa mùa đã cho thu hoạch.", "thu hoạch", "flow"),
        ("Tổng nguồn vốn đầu tư phát triển đạt 2.337 tỷ đồng.", "Tổng nguồn vốn", "flow"),
        ("Có 54 giải Khuyến khích.", "giải", "flow"),
        ("Có 303 ha lúa mùa.", "lúa mùa", "stock"),
        ("Giá trị sản xuất bình quân đạt 90 triệu đồng.", "Giá trị sản xuất", "?"),
        ("Tiền gửi của tổ viên là 16 tỷ đồng.", "Tiền gửi", "stock"),
        ("Công nhận 16 cơ sở lưu trú gồm 2 khách sạn 3 sao, 5 khách sạn 2 sao.", "khách sạn 2 sao", "flow"),
    ],
)
def test_kinds_that_need_more_than_the_noun(text: str, name: str, expected: str) -> None:
    kinds = [one["kind"] for one in rows(text)[1].values() if name in str(one["name"]["vi"])]
    assert ["?" if isinstance(kind, Gap) else str(kind) for kind in kinds] == [expected]


def test_classes_are_not_figures() -> None:
    figures, _ = rows("Có 2 khách sạn 3 sao và 5 sản phẩm đạt từ 3 đến 4 sao; cây màu trên đất 2 lúa là 376 ha.")
    assert sorted(figures) == ["2 khách sạn", "376 ha", "5 sản phẩm"]


HARVEST = "Thu hoạch được 736 ha lúa mùa, chiếm 66% diện tích gieo cấy và bằng 95% cùng kỳ năm trước."
BRACKET = "Vốn đầu tư 5 tỷ đồng (trong đó ngân sách 3 tỷ đồng, dân góp 2 tỷ đồng), đạt 61% kế hoạch, tăng 5%."
COMPANIES = "Có 610 doanh nghiệp thành lập mới với số vốn đăng ký là 80 tỷ đồng, giảm 30% về số doanh nghiệp."
HARM = "Xảy ra 187 vụ cháy, làm chết 69 người. So với tháng trước, tăng 6 vụ (3,31%), giảm 4 người chết."


@pytest.mark.parametrize(
    ("text", "printed", "level"),
    [
        (HARVEST, "95%", "736 ha"),
        ("Thu ngân sách 50 tỷ đồng, chiếm 20% tổng thu, tăng 12% so với cùng kỳ.", "12%", "50 tỷ đồng"),
        ("Còn 1.200 hộ nghèo, chiếm 5%, giảm 1%.", "1%", "5%"),
        ("Gieo cấy được 689 ha, bằng 98% vụ mùa năm trước.", "98%", "689 ha"),
        (COMPANIES, "30%", "610 doanh nghiệp"),
        ("Tỷ trọng vốn bình quân trên một doanh nghiệp đạt 9,4 tỷ đồng, giảm 11,7%.", "11,7%", "9,4 tỷ đồng"),
        (HARM, "6 vụ", "187 vụ cháy"),
        (HARM, "3,31%", "187 vụ cháy"),
        (HARM, "4 người", "69 người"),
        (BRACKET, "5%", "5 tỷ đồng"),
    ],
)
def test_changes_belong_to_the_level_that_they_are_said_of(text: str, printed: str, level: str) -> None:
    figures, _ = rows(text)
    change = figures[printed]
    assert change.record_type is ChangeClaim
    assert (change["end"], change["indicator"]) == (figures[level]["id"], figures[level]["indicator"])


def test_a_change_without_a_unit_has_that_of_its_level() -> None:
    figures, _ = rows(HARM)
    assert str(figures["6 vụ"]["value"]) == "6 incident"
    alone, _ = rows("Giảm 5 phong trào so với năm trước.")
    number = alone["5"]["value"]["magnitude"]
    assert isinstance(number, Gap)
    assert (number.choices, "unit" in alone["5"]["value"]) == (("5", "-5"), False)


@pytest.mark.parametrize(
    ("text", "printed", "record"),
    [
        ("Gieo trồng được 98 ha đạt 91,5%.", "91,5%", AttainmentClaim),
        ("Thu ngân sách đạt 53% dự toán, trong đó thu nội địa đạt 52,1%.", "52,1%", AttainmentClaim),
        ("Hỗ trợ 382 người, bằng 98% so với cùng kỳ, đạt 45%.", "45%", AttainmentClaim),
        ("Bắt 382 người, đạt tỷ lệ 78,65%.", "78,65%", Observation),
        ("Khám phá 3/5 vụ án hình sự, đạt 60%.", "60%", Observation),
        ("Tỷ lệ suy dinh dưỡng còn 17% (KH 16,5%).", "16,5%", Target),
    ],
)
def test_percents_of_plans_that_are_not_named(text: str, printed: str, record: type) -> None:
    assert rows(text)[0][printed].record_type is record


def test_a_plan_in_a_bracket_is_that_of_the_level_before_it() -> None:
    figures, _ = rows("Tỷ lệ suy dinh dưỡng giảm xuống còn 17% (KH 16,5%).")
    assert figures["16,5%"]["indicator"] == figures["17%"]["indicator"]


def test_the_word_of_a_plan_is_not_in_names() -> None:
    figures, indicators = rows(
        "Tổng đàn trâu, bò đạt 16.133 con/KH 16.200 con. Giá trị sản xuất tăng 11% (KH tăng 8-9%)."
    )
    assert [str(one["name"]["vi"]) for one in indicators.values()] == ["Tổng đàn trâu, bò", "Giá trị sản xuất"]
    assert figures["8-9%"]["indicator"] == figures["11%"]["indicator"]


def test_figures_below_a_heading_of_goals_are_targets_until_one_of_results() -> None:
    text = (
        "Báo cáo năm 2019\n\nCÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ 2020-2025\n\nI. Về kinh tế\n"
        "Thu nhập bình quân đầu người năm 2025 đạt 60 triệu đồng. Năm 2019 đã đạt 45 triệu đồng.\n\n"
        "II. Kết quả thực hiện\nTrồng được 500 ha rừng.\n"
    )
    figures, _ = rows(text)
    assert figures["60 triệu đồng"].record_type is Target
    assert figures["45 triệu đồng"].record_type is Observation
    assert figures["500 ha"].record_type is Observation


@pytest.mark.parametrize(
    ("text", "printed", "level"),
    [
        ("Trồng 500 ha rừng (rừng sản xuất 300 ha), đạt 91%.", "91%", "500 ha"),
        (BRACKET, "61% kế hoạch", "5 tỷ đồng"),
    ],
)
def test_percents_after_a_bracket_are_not_of_what_is_in_it(text: str, printed: str, level: str) -> None:
    figures, _ = rows(text)
    assert figures[printed]["actual"] == figures[level]["id"]


@pytest.mark.parametrize(
    ("text", "expected", "is_proposed"),
    [
        ("Lũy kế đến hết tháng 8 thu ngân sách 50 tỷ đồng.", "2019-01-01/P8M", True),
        ("Thu ngân sách lũy kế đến hết tháng 8 đạt 50 tỷ đồng.", "2019-01-01/P8M", True),
        ("Lũy kế đến hết tháng 8/2018 thu ngân sách 50 tỷ đồng.", "2018-01-01/P8M", True),
        ("Lũy kế đến tháng 8 thu ngân sách 50 tỷ đồng.", "2019-01-01/P8M", True),
        ("Lũy kế đến hết quý II thu ngân sách 50 tỷ đồng.", "2019-S1", True),
        ("Lũy kế tháng 8 thu ngân sách 50 tỷ đồng.", "?", False),
    ],
)
def test_what_is_summed_up_to_a_month_or_quarter_begins_in_january(text: str, expected: str, is_proposed: bool) -> None:
    assert time_of(text, "50 tỷ đồng") == expected
    assert ("time" in rows(text)[0]["50 tỷ đồng"].proposed) is is_proposed


def test_a_change_of_what_is_summed_up_to_a_month_has_its_time() -> None:
    text = "Lũy kế đến hết tháng 8/2018 thu ngân sách 50 tỷ đồng, tăng 5%."
    assert time_of(text, "5%") == "2018-01-01/P8M"


def test_the_basis_of_a_time_that_is_asked_is_not_stated() -> None:
    claim = rows("Lũy kế đến nay, thu ngân sách 50 tỷ đồng, tăng 5%.", Period.year(2019))[0]["5%"]
    assert isinstance(claim["time"], Gap)
    assert "time_basis" not in claim


def test_what_percents_of_plans_in_turn_are_said_of_is_asked() -> None:
    figures, indicators = rows("Trồng lúa 500 ha, ngô 300 ha, khoai 20 ha, bằng lần lượt 98%, 101% và 102% kế hoạch.")
    claims = [figures[printed] for printed in ("98%", "101%", "102% kế hoạch")]
    assert [one.record_type for one in claims] == [AttainmentClaim] * 3
    assert all(isinstance(one["actual"], Gap) for one in claims)
    assert len(indicators) == 3


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Tiêm chủng 3.000 trẻ, đạt 95%.", "95%"),
        ("Có 45 xã đạt chuẩn, đạt 45%.", "45%"),
        ("Số hộ có điện 5.000 hộ, đạt 95%.", "95%"),
        ("Phổ cập giáo dục 108 xã, đạt 100%.", "100%"),
        ("Thu hoạch được 500 ha lúa, đạt 91%.", "91%"),
    ],
)
def test_percents_that_may_be_shares_of_all_are_not_of_a_plan(text: str, printed: str) -> None:
    assert rows(text)[0][printed].record_type is Observation


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Xảy ra 187 vụ cháy và 12 vụ tai nạn giao thông, tăng 6 vụ.", "6 vụ"),
        ("Có 187 hộ nghèo và 12 hộ cận nghèo, tăng 6 hộ.", "6 hộ"),
    ],
)
def test_a_change_after_two_levels_of_one_noun_has_no_end(text: str, printed: str) -> None:
    assert rows(text)[0][printed].get("end") is None


def test_a_change_is_not_of_a_level_whose_name_begins_with_part_of_a_word() -> None:
    text = "Có 610 doanh nghiệp thành lập mới, vốn 902 tỷ đồng, tăng 15% về số doanh ng."
    assert rows(text)[0]["15%"].get("end") is None


def test_what_was_sown_is_not_in_the_name_of_another_noun() -> None:
    figures, indicators = rows("Gieo cấy lúa được 500 ha, 20 khách sạn 4 sao.")
    assert isinstance(indicators[figures["20 khách sạn"]["indicator"]]["name"]["vi"], Gap)


def test_rooms_are_not_named_by_the_class_of_their_hotel() -> None:
    _, indicators = rows("Khách sạn 3 sao có 12 phòng.")
    assert all(isinstance(one["name"]["vi"], Gap) for one in indicators.values())


def test_many_changes_in_a_sentence_take_linear_time() -> None:
    def drafted(count: int) -> Callable[[], object]:
        text = "số vụ tăng 129 vụ (7,56%), " * count
        return lambda: draft(text, place="XX-SM")

    assert slope(drafted, (30, 60, 120), runs=1) < 1.4


def test_a_planned_change_after_a_stroke_is_a_target_with_a_time() -> None:
    found = draft(
        "Báo cáo năm 2022\n\nTổng giá trị sản xuất tăng 11%. Khu vực nông nghiệp tăng 8,3%/KH tăng 3-4%. "
        "Thu nhập bình quân đầu người đạt 55,3 triệu đồng/KH 55 triệu đồng.",
        place="XX-MM",
    )
    assert [str(one["value"]) for one in found.targets] == ["by 3..4 percent", "55000000 VND/person to 1000000"]
    assert [one["time"] for one in found.targets] == [Period.year(2022)] * 2
    assert found.indicators[1]["name"]["vi"] == "Giá trị sản xuất khu vực nông nghiệp"


def test_a_change_since_the_same_months_has_their_time() -> None:
    found = draft("Đến ngày 31/5/2023 thu 5 tỷ đồng, tăng 20% so với cùng kỳ năm 2022.", place="XX-MM")
    assert found.claims[0]["time"] == Period.parse("2023-01-01/P5M")


@pytest.mark.parametrize(
    ("text", "parts", "is_complete"),
    [
        ("Có 87 giải, quốc tế, gồm: 12 giải Nhất, 21 giải Nhì, 54 giải Ba.", 3, True),
        ("Tổng số có 87 giải, trong đó, 12 giải Nhất; 21 giải Nhì, 54 giải Ba.", 3, True),
        ("Tổng vốn là 50 tỷ đồng. Trong đó: Vốn nhà nước đạt 20 tỷ đồng, chiếm 40% và vốn khác 30 tỷ đồng.", 2, True),
        (
            "Giá trị sản xuất đạt 50 tỷ đồng; trong đó, nhà nước đạt 20 tỷ đồng, chiếm 40%; cá thể đạt 30 tỷ đồng.",
            2,
            True,
        ),
        ("Nhóm gỗ đạt 6,7 tỷ USD (bàn đạt 6,4 tỷ USD; sản phẩm mây đạt 0,2 tỷ USD; thịt đạt 4 tỷ USD.", 2, False),
    ],
)
def test_parts_end_with_their_whole(text: str, parts: int, is_complete: bool) -> None:  # a case
    (breakdown,) = draft(text, place="XX-MM").indicators[0]["breakdowns"]
    assert (len(breakdown.parts), breakdown.complete) == (parts, is_complete)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Những ngành tăng khá là: thu thuế (tăng 23%), thu phí (tăng 17%).", ["Thu thuế", "Thu phí"]),
        ("Gạo tẻ đạt 25 tấn (tăng 23%).", ["Gạo tẻ"]),
        ("Trong năm, thu nợ 184 tỷ đồng và huy động 54 tỷ đồng.", ["Thu nợ", "Số tiền huy động"]),
    ],
)
def test_what_a_bracket_and_a_verb_are_said_of(text: str, expected: list[str]) -> None:
    found = draft(text, place="XX-MM")
    assert [item["name"]["vi"] for item in found.indicators] == expected


def test_categories_of_persons_are_parts_whose_names_are_chosen() -> None:
    found = draft("Trong 5 năm tuyển sinh đạt 130 người (cao đẳng 50 người, trung cấp 80 người).", place="XX-MM")
    assert [one["name"]["vi"].choices[0] for one in found.indicators[1:]] == ["Số người cao đẳng", "Số người trung cấp"]
    (breakdown,) = found.indicators[0]["breakdowns"]
    assert len(breakdown.parts) == 2


def test_a_title_has_the_time_of_the_figure_that_it_repeats() -> None:
    found = draft(
        "Quận Hai Bà Trưng: Giải ngân vốn đầu tư công đạt 70,75 tỷ đồng\n\n"
        "Tính đến ngày 31/5/2023, giải ngân vốn đầu tư công đạt 70,75 tỷ đồng.",
        place="XX-MM",
    )
    assert [one["time"] for one in found.observations] == [Period.parse("2023-01-01/P5M")] * 2
    assert [one["time_basis"] for one in found.observations] == [TimeBasis.CARRIED] * 2


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("Trồng 158 ha, bằng 99,6% (giảm 6 ha) so với năm trước.", "99,6%", "to 99.6 percent"),
        ("Trồng 27 ha lúa, bằng 98,8%; 16 ha ngô, tăng 3,9%.", "98,8%", "to 98.8 percent"),
        ("Trồng 27 ha lúa, so với cùng kỳ năm trước bằng 98,8%.", "98,8%", "to 98.8 percent"),
    ],
)
def test_a_percent_of_an_earlier_time_is_no_attainment(text: str, printed: str, value: str) -> None:
    claims = draft(text, place="XX-MM").claims
    assert [str(one["value"]) for one in claims if one["citation"].printed == printed] == [value]


def test_a_rise_up_to_a_percent_is_not_certainly_one_to_that_part_of_the_base() -> None:
    found = draft("Xuất khẩu tăng tới 18,3% (tương ứng tăng 2 tỷ USD) so với tháng trước.", place="XX-MM")
    assert all(not isinstance(one["value"], RelativeChange) for one in found.claims)


def test_a_contribution_to_a_growth_is_no_change_of_the_sector() -> None:
    found = draft("Khu vực công nghiệp tăng 0,40% (đóng góp tăng 0,12%).", place="XX-MM")
    assert found.claims[0]["indicator"] != found.claims[1]["indicator"]


def test_what_the_title_counts_is_what_the_report_states() -> None:
    found = draft(
        "613 người ra đường và mãi mãi không về trong 5 năm qua ở Hà Tĩnh\n\n"
        "Từ 15/10/2015 đến 14/10/2020, Hà Tĩnh xảy ra 694 vụ TNGT, làm chết 613 người.",
        place="XX-MM",
    )
    assert [one["name"]["vi"] for one in found.indicators] == ["Số vụ TNGT", "Số người chết do TNGT"]
    assert [one["time"] for one in found.observations] == [found.observations[1]["time"]] * 3
    assert isinstance(found.period, Gap)


TITLE = "Chi ngân sách năm 2018 cho giáo dục đạt gần 40%\nHiện có 584 cơ sở giáo dục.\nCó 18.101 giáo viên."
SECTIONS = "Báo cáo của huyện\n\nI. Kết quả năm 2017\n\nTrồng 15 ha rừng.\nĐến nay có 12 trường học.\n"


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (TITLE, "gần 40%", "2018"),
        (TITLE, "584 cơ sở giáo dục", "2019-01-01/P9M"),
        (TITLE, "18.101 giáo viên", "2019-01-01/P9M"),
        (SECTIONS, "15 ha", "2017"),
        (SECTIONS, "12 trường học", "2019-01-01/P9M"),
        ("Mỗi năm, thuế nộp ngân sách khoảng 300 tỷ đồng.", "khoảng 300 tỷ đồng", "?"),
        ("Mỗi tháng, thuế nộp ngân sách khoảng 30 tỷ đồng.", "khoảng 30 tỷ đồng", "2019-01-01/P9M"),
    ],
)
def test_what_there_is_now_is_of_the_period_and_not_of_a_year_outside_it(
    text: str, printed: str, expected: str
) -> None:
    assert time_of(text, printed) == expected


@pytest.mark.parametrize(
    ("text", "level", "change", "proposed"),
    [
        ("Có 342 hộ kinh doanh dịch vụ, vận tải, tăng 52 hộ.", "342 hộ kinh doanh", "52 hộ", False),
        (
            "Thu nhập bình quân đạt 67,5 triệu đồng/người/năm, tăng 7 triệu.",
            "67,5 triệu đồng/người/năm",
            "7 triệu",
            True,
        ),
    ],
)
def test_a_change_that_goes_on_with_what_is_counted_is_one_of_the_level(
    text: str, level: str, change: str, proposed: bool
) -> None:
    found, indicators = rows(text)
    assert found[change]["end"] == found[level]["id"]
    assert found[change]["value"].unit == found[level]["value"].unit == indicators[found[level]["indicator"]]["unit"]
    assert ("value" in found[change].proposed) is proposed


def test_the_rest_of_what_is_counted_belongs_to_the_name() -> None:
    _, indicators = rows("Có 342 hộ kinh doanh dịch vụ, vận tải, tăng 52 hộ.")
    assert [one["name"]["vi"] for one in indicators.values()] == ["Số hộ kinh doanh dịch vụ, vận tải"]
    _, others = rows("Có 28 doanh nghiệp, trong đó nông nghiệp, tăng 5 doanh nghiệp.")
    assert len(others) == 2


def test_what_was_added_is_not_the_level_that_it_leads_to() -> None:
    found, indicators = rows("Năm 2019, đạt 50 tiêu chí, nâng tổng số tiêu chí lên 404/495 tiêu chí.")
    added, reached = (indicators[found[printed]["indicator"]] for printed in ("50 tiêu chí", "404/495 tiêu chí"))
    assert isinstance(added["name"]["vi"], Gap)
    assert (added["kind"].value, reached["kind"].value) == ("flow", "stock")


def test_a_number_in_a_bracket_has_no_unit_of_its_own_words() -> None:
    found, _ = rows("Tiếp 28 lượt (28 định kỳ, 0 đột xuất).")
    assert all("unit" not in found[printed]["value"] for printed in ("28", "0"))


def test_the_second_number_of_a_share_is_the_whole() -> None:
    found = draft("Nội dung về đất đai chiếm 26/28 lượt.", place="XX-SM", period=NINE_MONTHS)
    assert not found.targets


def test_the_kind_of_what_a_person_earns_is_asked() -> None:
    _, indicators = rows("Thu nhập cao nhất là 8,2 triệu đồng.")
    assert [one["kind"].choices for one in indicators.values()] == [("rate", "flow")]


def test_a_range_that_may_be_a_start_and_an_end_is_asked() -> None:
    found, _ = rows("Số hộ nghèo giảm từ 120 đến 150 hộ.")
    assert isinstance(found["từ 120 đến 150 hộ"]["value"]["magnitude"], Gap)


def test_a_level_of_quality_is_part_of_the_name() -> None:
    _, indicators = rows("Số hộ khá, giàu là 450 hộ.")
    assert [one["name"]["vi"] for one in indicators.values()] == ["Số hộ khá, giàu"]


def test_a_percent_of_gdp_is_no_change() -> None:
    found, indicators = rows("Vốn đầu tư ước đạt 450 nghìn tỷ đồng, bằng 33,5% GDP, tăng 10,7% so với cùng kỳ.")
    assert found["33,5%"].record_type is Observation
    assert found["10,7%"]["indicator"] == found["450 nghìn tỷ đồng"]["indicator"]
    assert isinstance(indicators[found["33,5%"]["indicator"]]["name"]["vi"], Gap)


def test_a_value_for_one_hectare_of_several_kinds_of_land_is_a_quotient() -> None:
    text = (
        "Giá trị sản phẩm trên 1 ha đất trồng trọt, đất nuôi trồng thủy sản đạt 115 triệu đồng, tăng 48 triệu đồng/ha."
    )
    found, indicators = rows(text)
    assert [str(one["unit"]) for one in indicators.values()] == ["VND/hectare"]
    assert found["48 triệu đồng/ha"]["end"] == found["115 triệu đồng"]["id"]


@pytest.mark.parametrize(
    ("text", "printed", "collection"),
    [
        ("Tỷ lệ hộ tham gia tăng hàng năm và đã hỗ trợ 2.430 hộ.", "2.430 hộ", TimeCollection.TOTAL),
        ("Có 24 người hưởng chế độ hàng tháng với số tiền chi trả là 77 tỷ đồng.", "77 tỷ đồng", TimeCollection.TOTAL),
        ("Năm 2019, số thu đạt bình quân trên 10 tỷ đồng/năm.", "trên 10 tỷ đồng/năm", TimeCollection.AVERAGE),
        ("Hàng năm có 500 người được đào tạo.", "500 người", TimeCollection.EACH),
    ],
)
def test_the_frequency_of_another_is_not_that_of_a_figure(text: str, printed: str, collection: TimeCollection) -> None:
    found, _ = rows(text, Period.year(2019))
    assert found[printed].get("time_collection") is collection


def test_whether_the_purpose_of_something_was_reached_is_asked() -> None:
    found, _ = rows("Để hoàn thành 19/19 tiêu chí trong năm 2019, nguồn vốn còn lớn.")
    assert isinstance(found["19/19 tiêu chí"]["statuses"], Gap)


def test_the_unit_of_two_nouns_is_asked() -> None:
    found, _ = rows("Sửa 06 cầu, cống.")
    assert "unit" not in found["06 cầu"]["value"]


def test_what_was_added_before_a_semicolon_or_colon_is_not_the_level_that_it_leads_to() -> None:
    for sign in (";", ":"):
        found, indicators = rows(f"Hiện có 50 hợp tác xã{sign} nâng tổng số hợp tác xã lên 404 hợp tác xã.")
        added, reached = (indicators[found[f"{number} hợp tác xã"]["indicator"]] for number in ("50", "404"))
        assert (added["kind"].value, reached["kind"].value) == ("flow", "stock"), sign
        assert added["id"] != reached["id"], sign


def test_each_of_a_list_with_its_growth_in_a_bracket_is_an_indicator() -> None:
    found = draft("Những ngành tăng khá là: dịch vụ (tăng 23%), xây dựng (tăng 17%).", place="XX-MM")
    assert len({one["indicator"] for one in found.claims}) == 2
