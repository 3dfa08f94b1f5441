"""Names, kinds and times of figures in lists of loans, crops, schools and months, as a draft proposes or asks them."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import Period, TimeCollection
from aseansc.claims import ChangeClaim
from aseansc.drafts import Gap, PartialRecord
from aseansc.indicators import Direction, IndicatorKind
from aseansc.periods import Frequency
from aseansc.vietnamese import DoubtCode, doubtful_records, draft
from tests.vietnamese._figures import figures_in

YEAR = Period.year(2019)
CROPS = "Cây lạc: diện tích 74 ha/75 ha, sản lượng 19 tấn; Rau củ quả: diện tích 11 ha/10 ha, sản lượng 81 tấn."
INSURED = "Có 206 người tham gia BHXH (trong đó, BHXH bắt buộc: 199 người, BHXH tự nguyện: 7 người); BHTN 191 người."
LOANS = "Doanh số cho vay 9 tháng đạt 923 tỷ đồng, cho 284 lượt khách hàng vay vốn, bằng 115% cùng kỳ."
JOBS = "Dư nợ cho vay tạo việc làm, duy trì và mở rộng việc làm 30 tỷ đồng."


def rows(text: str, period: Period = YEAR) -> tuple[dict[str, PartialRecord], dict[Any, PartialRecord]]:
    """Return the figures of a draft by their printed words, and its indicators by id."""
    found = draft(text, place="XX-SM", period=period)
    return {item["citation"].printed: item for item in figures_in(found)}, {
        item["id"]: item for item in found.indicators
    }


def field_of(text: str, printed: str, field: str) -> Any:
    """Return a field of the indicator of a figure, or a question mark if it is asked."""
    figures, indicators = rows(text)
    value = indicators[figures[printed]["indicator"]].get(field)
    if field == "name":
        value = value["vi"]
    return "?" if isinstance(value, Gap) else value


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        (CROPS, "19 tấn", "Cây lạc: sản lượng"),
        (CROPS, "11 ha/10 ha", "Rau củ quả: diện tích"),
        (CROPS, "81 tấn", "Rau củ quả: sản lượng"),
        (INSURED, "7 người", "Số người tham gia BHXH: BHXH tự nguyện"),
        (INSURED, "191 người", "?"),
        (JOBS, "30 tỷ đồng", "?"),
        (
            "Dư nợ cho vay mua máy tính, thiết bị học 3 tỷ đồng.",
            "3 tỷ đồng",
            "Dư nợ cho vay mua máy tính, thiết bị học",
        ),
        ("Tổng dư nợ 17 chương trình tín dụng đạt 3.569 tỷ đồng.", "17 chương trình", "?"),
        ("Xã Mẫu có tỷ lệ hộ nghèo thấp nhất với 194 hộ.", "194 hộ", "?"),
        ("Có hai huyện đạt chuẩn nông thôn mới.", "hai huyện", "Số huyện đạt chuẩn nông thôn mới"),
        ("Có 172 lao động đi làm việc ở nước ngoài.", "172 lao động", "Số lao động đi làm việc ở nước ngoài"),
        ("Tỷ lệ sinh con thứ ba là 9,2% (tỷ lệ này năm 2018 là 10,15%).", "10,15%", "Tỷ lệ sinh con thứ ba"),
        ("Có 298 hộ nghèo và cận nghèo, chiếm 21,52% so với hộ dân.", "21,52%", "?"),
    ],
)
def test_names(text: str, printed: str, name: str) -> None:
    assert field_of(text, printed, "name") == name


@pytest.mark.parametrize(
    ("text", "printed", "field", "expected"),
    [
        ("Có 172 lao động đi làm việc ở nước ngoài.", "172 lao động", "kind", IndicatorKind.FLOW),
        ("Có 20 lao động tìm được việc làm.", "20 lao động", "kind", IndicatorKind.FLOW),
        ("Có 131 lượt khách hàng còn dư nợ.", "131 lượt khách hàng", "kind", IndicatorKind.STOCK),
        ("Gieo trồng ngô 500 ha, đạt 96% kế hoạch.", "500 ha", "better", Direction.UP),
        ("Chi thường xuyên 50 tỷ đồng, đạt 96% dự toán.", "50 tỷ đồng", "better", "?"),
        ("Đã nhập kho 1.967 tấn, hoàn thành 44% kế hoạch.", "1.967 tấn", "better", Direction.UP),
    ],
)
def test_kinds_and_directions(text: str, printed: str, field: str, expected: object) -> None:
    assert field_of(text, printed, field) == expected


def test_what_changed_after_an_amount_and_a_count_is_asked() -> None:
    figures, _ = rows(LOANS)
    assert figures["115%"].record_type is ChangeClaim
    assert figures["115%"].get("end") is None


def test_the_year_with_which_a_title_compares_is_not_the_period() -> None:
    text = "Số hộ nghèo giảm mạnh so với năm 2018\n\nTheo kết quả năm 2019, toàn xã còn 18 hộ nghèo. Hộ cận nghèo còn 19 hộ."
    found = draft(text)
    assert found.period == YEAR
    assert {str(one.get("time")) for one in found.observations} == {"2019"}


def test_the_time_of_parts_after_a_sentence_with_two_times_is_asked() -> None:
    text = (
        "Năm 2015 tỷ lệ hộ nghèo là 19%, đến năm 2019 còn 8%. Trong đó, hộ nghèo vùng cao giảm 9%, vùng thấp giảm 7%."
    )
    figures, _ = rows(text)
    assert [isinstance(figures[one]["time"], Gap) for one in ("9%", "7%")] == [True, True]


def test_a_quarter_in_a_bracket_is_the_time_of_nothing_after_it() -> None:
    text = "Trong 9 tháng thu 90 tỷ đồng (quý III thu 30 tỷ đồng), trong đó: xã A thu 5 tỷ đồng (chợ thu 2 tỷ đồng)."
    found = draft(text, place="XX-SM", period=Period.parse("2019-01-01/P9M"))
    times = {item["citation"].printed: str(item["time"]) for item in found.observations}
    assert times["30 tỷ đồng"] == "2019-Q3"
    assert "2019-Q3" not in (times["5 tỷ đồng"], times["2 tỷ đồng"])
    assert DoubtCode.PART_OF_YEAR not in {one.code for one in doubtful_records(found)}


def test_changes_since_the_last_month_and_year_do_not_contradict_each_other() -> None:
    text = "Tháng 9 chỉ số sản xuất tăng 2% so với tháng trước và tăng 9% so với cùng kỳ năm trước."
    found = draft(text, place="XX-SM", period=Period.parse("2019-09"))
    assert DoubtCode.OTHER_VALUE not in {one.code for one in doubtful_records(found)}


SHARES = "Tốc độ tăng đạt 8%; cơ cấu kinh tế: nông nghiệp 35%; công nghiệp, xây dựng cơ bản 33%; dịch vụ 32%."


def test_a_list_of_shares_after_a_growth_has_shares_with_all_their_branches() -> None:
    found = draft(SHARES, place="XX-SM", period=YEAR)
    assert [str(one["value"]) for one in found.observations] == ["35 percent", "33 percent", "32 percent"]
    assert [one["name"]["vi"] for one in found.indicators[1:]] == [
        "Tỷ trọng nông nghiệp",
        "Tỷ trọng công nghiệp, xây dựng cơ bản",
        "Tỷ trọng dịch vụ",
    ]
    moved = draft("Cơ cấu kinh tế: nông nghiệp tăng 3%; công nghiệp 5%.", place="XX-SM", period=YEAR)
    assert moved.observations == ()


def test_a_yield_of_which_only_the_crop_is_named_is_a_yield() -> None:
    found = draft("Năng suất lúa đạt 6 tấn/ha; cây ngô đạt 4 tấn/ha; ngô 5 tấn.", place="XX-SM", period=YEAR)
    assert [one["name"]["vi"] for one in found.indicators[:2]] == ["Năng suất lúa", "Năng suất cây ngô"]


@pytest.mark.parametrize(("text", "targets"), [("Trồng 900 ha/850 rừng.", 1), ("Trồng 900 ha/85; hết.", 0)])
def test_a_far_smaller_number_without_a_unit_after_a_stroke_is_no_plan(text: str, targets: int) -> None:
    assert len(draft(text, place="XX-SM", period=YEAR).targets) == targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các loại hình có thế mạnh như trồng rừng 80 ha.", "Trồng rừng"),
        ("Ở loại hình này, phát triển 40 ha.", ""),
        ("Có hộ gia đình có đến 5 nhân khẩu.", ""),
        ("Khách quốc tế đạt 500 lượt.", "Khách quốc tế"),
        ("Nhà máy Mẫu đang vận hành sản xuất 650 tấn.", ""),
        ("Diện tích đã xây dựng liên kết vùng nuôi là 90 ha.", "Diện tích đã xây dựng liên kết vùng nuôi"),
        ("Du lịch huyện đạt doanh thu 265 tỷ đồng.", "Doanh thu du lịch huyện"),
        ("Giá trị việc làm tăng thêm ước đạt 5 tỷ đồng.", "Giá trị việc làm tăng thêm"),
        ("Xã Mẫu là địa phương đầu tiên trong 7 xã.", ""),
        ("Đo đạc đất ở, lập bản đồ, đăng ký đất đai, cấp giấy và xây dựng dữ liệu 13 tỷ đồng.", ""),
        ("GRDP bình quân đạt 2.100 USD, thu 90 triệu USD.", ""),
        ("Phương hướng, nhiệm vụ: trồng mới 90 ha rừng.", "Trồng mới rừng"),
        ("Nhân rộng 56 mô hình giảm nghèo.", "Nhân rộng mô hình giảm nghèo"),
        ("Hỗ trợ 90 hộ về nhà ở.", "Hỗ trợ hộ về nhà ở"),
        ("Cấp 90 thẻ cho người nghèo, người cao tuổi.", "Cấp thẻ cho người nghèo, người cao tuổi"),
        ("Hoàn thành giao quân 180 thanh niên.", "Giao quân thanh niên"),
        ("Có 90 hội viên, đạt 82% số hộ nông nghiệp.", ""),
        ("Dịch xảy ra tại 125 hộ của 35 thôn.", ""),
        ("Tham dự hội nghị có 120 đại biểu đại diện các phòng.", ""),
        ("Bà Mẫu Mực được vay 50 triệu đồng.", ""),
        ("Xuất khẩu lao động 90 người, trong đó Nhật Bản 50 người.", "Xuất khẩu lao động: Nhật Bản"),
        ("Chỉ số giá tháng 9 tăng 2%; bình quân 9 tháng tăng 2,5%.", "Chỉ số giá"),
        ("Có 12 trường. Tai nạn giao thông: xảy ra 25 vụ.", "Tai nạn giao thông: số vụ"),
        ("Phối hợp với Ngân hàng Mẫu quản lý 85 tổ vay vốn.", "Quản lý tổ vay vốn"),
        ("Cung ứng 350 tấn phân bón trị giá 2 tỷ đồng.", "Trị giá: cung ứng phân bón"),
        ("Số hộ nghèo giảm 125 hộ, còn 560 hộ.", "Số hộ nghèo"),
        ("Có 15 cơ sở hội đạt vững mạnh.", "Số cơ sở hội đạt vững mạnh"),
    ],
)
def test_a_name_is_whole_and_says_what_is_counted(text: str, expected: str) -> None:
    name = draft(text, place="XX-SM", period=YEAR).indicators[-1]["name"]["vi"]
    assert ("" if isinstance(name, Gap) else name) == expected


def test_persons_whose_words_say_what_they_do_need_no_verb_before_them() -> None:
    text = "Làm việc trong nước 17.820 lượt người và 190 người đi làm việc ở nước ngoài."
    found = draft(text, place="XX-SM", period=YEAR)
    assert found.indicators[-1]["name"]["vi"].choices[0] == "Số người đi làm việc ở nước ngoài"


def test_the_parts_of_a_bracket_end_with_it() -> None:
    text = "Xây dựng 12 công trình (gồm 5 công trình giao thông, 7 công trình thủy lợi), sửa chữa 9 công trình."
    whole, *parts, other = draft(text, place="XX-SM", period=YEAR).indicators
    assert [one["name"]["vi"] for one in parts] == [
        "Xây dựng công trình: công trình giao thông",
        "Xây dựng công trình: công trình thủy lợi",
    ]
    assert list(whole["breakdowns"][0].parts) == [one["id"] for one in parts]
    assert other["name"]["vi"] == "Sửa chữa công trình"


def test_a_goal_of_each_year_is_one_of_each_year() -> None:
    found = draft("Phấn đấu giải quyết việc làm cho 25.000 lao động mỗi năm.", place="XX-SM", period=YEAR)
    assert found.targets[0]["time_collection"] is TimeCollection.EACH
    assert found.targets[0]["per"] is Frequency.YEAR


def test_a_percent_that_cannot_be_that_of_the_number_is_one_of_its_share() -> None:
    text = "Còn 1.256 hộ nghèo, chiếm 17,2%, giảm 512 hộ (giảm {}%)."
    for printed, indicator in (("7,4", "ty-le-ho-ngheo"), ("28,9", "so-ho-ngheo")):
        found = draft(text.format(printed), place="XX-SM", period=YEAR)
        assert found.claims[-1]["indicator"] == indicator


def test_a_list_of_parts_ends_with_its_sentence() -> None:
    text = "Mức đóng là 32,5% mức lương tháng, trong đó doanh nghiệp đóng 22%. Trong khi đó, tỉnh bên chỉ đóng 13%."
    assert "mức lương" not in field_of(text, "13%", "name")


@pytest.mark.parametrize("words", ["Phát triển dựa trên 5 lĩnh vực kinh tế.", "Triển khai trên 5 xã."])
def test_over_is_asked_where_it_may_mean_in(words: str) -> None:
    figures, _ = rows(words)
    value: Any = next(iter(figures.values()))["value"]
    assert value["magnitude"] == 5
    assert value["qualifier"].choices == ("over", "exact")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Thụ lý 26 vụ án (trong đó kỳ trước chuyển sang 18 vụ án, khởi tố mới gồm 8 vụ án).", {26: [18, 8]}),
        ("Kiểm tra 350 đảng viên, trong đó có 15 đảng viên nữ, quyết định kỷ luật 4 đồng chí.", {350: [15]}),
        ("Bán được 826 tỷ đồng trên tổng giá gốc là 392 tỷ đồng, thặng dư 434 tỷ đồng.", {}),
        ("Vốn là 9 tỷ đồng (gồm vốn vay 4 tỷ đồng). Trong đó, vốn cho nhà ở là 3 tỷ đồng.", {9: [4, 3]}),
        ("Năm 2018 có 90 hộ nghèo, trong đó năm 2017 có 12 hộ nghèo.", {}),
    ],
)
def test_parts_are_in_the_whole_that_the_words_name(text: str, parts: dict[int, list[int]]) -> None:
    found = draft(text, place="XX-SM", period=YEAR)
    numbers = {one["indicator"]: int(one["citation"].printed.split()[0]) for one in figures_in(found)}
    read = {
        numbers[one["id"]]: [numbers[part] for part in one["breakdowns"][0].parts]
        for one in found.indicators
        if "breakdowns" in one
    }
    assert read == parts
