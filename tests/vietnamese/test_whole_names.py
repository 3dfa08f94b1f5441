"""Names that are proposed only if they are whole: not cut, not of something else, and with what they are said of."""

from __future__ import annotations

import pytest

from aseansc.claims import ChangeClaim
from aseansc.drafts import Gap
from tests.vietnamese.test_names_in_lists import field_of, rows


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Toàn tỉnh có 312 đơn vị, cơ sở y tế với 4.210 bác sĩ.", "312 đơn vị", "Số đơn vị, cơ sở y tế"),
        (
            "Có 95.400 học sinh, học viên và 7.215 cán bộ quản lý, giáo viên, nhân viên.",
            "95.400 học sinh",
            "Số học sinh, học viên",
        ),
        (
            "Có 95.400 học sinh, học viên và 7.215 cán bộ quản lý, giáo viên, nhân viên.",
            "7.215 cán bộ",
            "Số cán bộ quản lý, giáo viên, nhân viên",
        ),
        ("Xây 12 nhà văn hóa, doanh nghiệp đóng góp 5 tỷ đồng.", "12 nhà văn hóa", "Xây nhà văn hóa"),
        (
            "Huyện duy trì 120 ha diện tích chè theo tiêu chuẩn VietGAP.",
            "120 ha",
            "Diện tích chè theo tiêu chuẩn VietGAP",
        ),
        ("Mở rộng vùng trồng cam hữu cơ là 45 ha.", "45 ha", "Diện tích vùng trồng cam hữu cơ"),
        ("Gia đình có 2 ha cà phê.", "2 ha", "Diện tích cà phê của gia đình"),
        ("Hỗ trợ sửa chữa 320 nhà ở cho người có công.", "320 nhà ở", "Hỗ trợ sửa chữa nhà ở cho người có công"),
    ],
)
def test_names_have_all_that_is_counted(text: str, printed: str, name: str) -> None:
    assert field_of(text, printed, "name") == name


@pytest.mark.parametrize(
    ("text", "printed", "choice"),
    [
        ("Có 7 nhà máy điện gió với tổng công suất 1.250 MW.", "1.250 MW", "Tổng công suất: nhà máy điện gió"),
        ("Có 23 hồ chứa, với tổng dung tích 330 triệu m3.", "330 triệu m3", "Tổng dung tích: hồ chứa"),
        ("Công ty Cấp nước Mẫu đã nộp ngân sách 185 tỷ đồng.", "185 tỷ đồng", None),
        ("Các khoản thuế của Công ty khoảng 300 tỷ đồng.", "khoảng 300 tỷ đồng", None),
        ("Sản lượng do Tập đoàn giao đạt 5 nghìn tấn thép cán.", "5 nghìn tấn", None),
        ("Các dự án điện mặt trời được đầu tư xây dựng và đưa vào vận hành 2.150 MW.", "2.150 MW", None),
        ("Có 9 thôn 100% đều có điện.", "100%", "Tỷ lệ thôn đều có điện"),
        ("Năng suất lúa giảm đáng kể so vụ trước, chỉ đạt 5 tấn/ha.", "5 tấn/ha", "Năng suất lúa"),
        ("Cải tạo khối nhà 3 tầng.", "3 tầng", None),
    ],
)
def test_names_that_are_not_whole_are_asked_with_likely_answers(text: str, printed: str, choice: str | None) -> None:
    figures, indicators = rows(text)
    name = indicators[figures[printed]["indicator"]]["name"]["vi"]
    assert isinstance(name, Gap)
    assert choice is None or choice in name.choices


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Xảy ra 20 vụ cháy (giảm 5 vụ, chiếm 20% so với cùng kỳ năm trước).", "20%"),
        ("Có 110 hợp tác xã, tăng 10 hợp tác xã, chiếm 10% so với năm 2018.", "10%"),
    ],
)
def test_a_percent_that_repeats_the_change_before_it_is_a_change(text: str, printed: str) -> None:
    figures, _ = rows(text)
    first = next(iter(figures.values()))
    assert figures[printed].record_type is ChangeClaim
    assert figures[printed]["indicator"] == first["indicator"]


def test_a_share_of_another_size_than_the_change_before_it_stays_a_share() -> None:
    figures, _ = rows("Có 110 hợp tác xã, tăng 10 hợp tác xã, chiếm 45% số hợp tác xã của vùng.")
    assert figures["45%"].record_type is not ChangeClaim


def test_a_figure_above_another_is_not_its_part() -> None:
    text = "Lượng nước các hồ chỉ còn 160 triệu m3, trong đó hồ Mẫu có dung tích 222 triệu m3; hồ Thử 69 triệu m3."
    assert field_of(text, "160 triệu m3", "breakdowns") is None
    below = "Lượng nước các hồ chỉ còn 160 triệu m3, trong đó hồ Mẫu 90 triệu m3; hồ Thử 69 triệu m3."
    assert field_of(below, "160 triệu m3", "breakdowns") is not None


HERDS = "Tổng đàn vật nuôi có 5.349 con."
LISTED = f"{HERDS}\n+ Đàn trâu: 701 con\n+ Đàn bò: 558 con\n+ Đàn gia cầm: 4.090 con"


def test_figures_that_make_up_the_one_before_them_are_its_parts() -> None:
    breakdowns = field_of(LISTED, "5.349 con", "breakdowns")
    assert [(len(one.parts), one.complete) for one in breakdowns] == [(3, True)]
    assert field_of(LISTED.replace("558", "559"), "5.349 con", "breakdowns") is None


def test_parts_of_a_part_are_not_parts_of_the_whole() -> None:
    text = (
        "Tiếp nhận 4.583 hồ sơ. Trong đó, giải quyết tại xã 3.183 hồ sơ, sớm hẹn 2.892 hồ sơ, đúng hẹn 291 hồ sơ; "
        "chuyển huyện 1.400 hồ sơ."
    )
    assert len(field_of(text, "3.183 hồ sơ", "breakdowns")[0].parts) == 2
    assert len(field_of(text, "4.583 hồ sơ", "breakdowns")[0].parts) == 2


def test_the_time_above_a_list_is_that_of_its_items() -> None:
    figures, _ = rows("Theo thống kê tháng 8/2019, đàn vật nuôi như sau:\n+ Đàn trâu: 701 con\n+ Đàn bò: 558 con")
    assert {str(figures[one]["time"]) for one in ("701 con", "558 con")} == {"2019-08"}
    figures, _ = rows("Năm 2018 đàn vật nuôi như sau:\n+ Đàn trâu: 701 con\n- Đàn bò: 558 con")
    assert str(figures["558 con"]["time"]) == "2019"
