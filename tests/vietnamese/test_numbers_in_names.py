"""Numbers that only limit or name what is counted are mentions of a draft, not figures of their own."""

from __future__ import annotations

import pytest

from aseansc import Period
from aseansc.drafts import PartialRecord
from aseansc.drafts._match_figures import value_of
from aseansc.mentions import Mention, MentionKind
from aseansc.vietnamese import draft, find

YEAR = Period.year(2019)


@pytest.mark.parametrize(
    ("text", "figures", "mentions"),
    [
        ("Có 35 xã đạt từ 10 tiêu chí trở lên.", ["35 xã"], ["từ 10 tiêu chí trở lên"]),
        (
            "Có 15 xã đạt 19/19 tiêu chí, 5 xã dưới 10 tiêu chí.",
            ["15 xã", "5 xã"],
            ["19/19 tiêu chí", "dưới 10 tiêu chí"],
        ),
        ("Có 12 hộ có thu nhập từ 100 triệu đồng trở lên.", ["12 hộ"], ["từ 100 triệu đồng trở lên"]),
        ("Năm 2018, cho vay từ 50 triệu đồng trở lên.", ["từ 50 triệu đồng trở lên"], ["Năm 2018"]),
        ("Xã Mẫu đạt 19 tiêu chí.", ["19 tiêu chí"], []),
        ("Có 5 huyện còn tỷ lệ hộ nghèo trên 25%.", ["5 huyện"], ["trên 25%"]),
        ("Tỷ lệ hộ nghèo còn trên 25%.", ["trên 25%"], []),
        ("Có 12 hộ có thu nhập từ 500 triệu đồng đến 1 tỷ đồng.", ["12 hộ"], ["từ 500 triệu đồng đến 1 tỷ đồng"]),
        ("Bình quân đạt 12,5 tiêu chí/xã.", ["12,5 tiêu chí/xã"], []),
        ("Giống lúa OM 5451 chiếm 35%, IR 50404 chiếm 12%.", ["35%", "12%"], ["5451", "50404"]),
        ("Giúp đỡ 170 thương binh 1/4, 2/4.", ["170 thương binh"], ["1/4", "2/4"]),
        ("Lập bản đồ tỷ lệ 1/500 được 5 ha; tỷ lệ 1/1.000 được 9 ha.", ["5 ha", "9 ha"], ["1/500", "1/1.000"]),
        ("Làm đường ở thôn 9, thôn 4-5 xã Mẫu và 12 thôn khác.", ["12 thôn"], ["9", "4-5 xã"]),
        ("Bản Nậm 2 có 45 hộ; Trường Tiểu học số 2 xã Mẫu.", ["45 hộ"], ["2", "2 xã"]),
        ("Có 12 thôn 3 xã đạt chuẩn; cấp xã 90, cấp thôn 41.", ["12 thôn", "3 xã", "90", "41"], []),
        ("Số đội: thôn 20, xã 12; huyện 3; thôn 9.", ["20", "12", "3", "9"], []),
        ("Số đội: xã 12, thôn 20. Xây nhà văn hóa thôn 120.", ["12", "20", "120"], []),
        ("Xây trường, trạm, chợ với tổng số 5 xã hưởng lợi.", ["5 xã"], []),
        ('Tỷ lệ đạt "95" và 12 xã đạt chuẩn; phong trào "5 không".', ["95", "12 xã"], ["5"]),
        ("Có tổng số 2 xã dùng hệ tọa độ VN 2.000.", ["2 xã"], ["2.000"]),
        ("Tiểu dự án 2 và đường tỉnh 132 có 12 cầu.", ["12 cầu"], ["2", "132"]),
        ("Theo Nghị định 02/20217/NĐ-CP, đã chi 12 tỷ đồng.", ["12 tỷ đồng"], ["02/20217"]),
        ("Bán 9 tấn tôm cỡ nhỏ hơn 40 g/con.", ["9 tấn"], ["40 g/con"]),
        ("Có 31 hộ có đất rộng hơn 3 ha.", ["31 hộ"], ["3 ha"]),
        ("Bán 9 tấn tôm cỡ nhỏ hơn 40 g, tăng 2 tấn so với năm 2020.", ["9 tấn"], ["40 g", "năm 2020"]),
        ("Còn 8 thôn có tỷ lệ thất nghiệp trên 6%.", ["8 thôn"], ["trên 6%"]),
        ("Có 7 huyện có số vụ cháy giảm trên 25%.", ["7 huyện"], ["trên 25%"]),
        ("Có 9 tỉnh tăng trên 12%, 3 tỉnh giảm.", ["9 tỉnh", "3 tỉnh"], ["trên 12%"]),
        ("Đạt chỉ số hài lòng trên 85% gồm 6 huyện, 4 xã.", ["6 huyện", "4 xã"], ["trên 85%"]),
        ("Không có thôn nào có tỷ lệ nghèo trên 30%.", [], ["trên 30%"]),
        ("Bộ phát động giai đoạn 2 đề án dùng hàng Việt.", [], ["2 đề án"]),
        (
            "Có 4 hộ thu nhập trên 300 triệu đồng/năm, 2 xã còn hộ nghèo trên 30%.",
            ["4 hộ", "2 xã"],
            ["trên 300 triệu đồng/năm", "trên 30%"],
        ),
        ("Có 4 huyện có tỷ lệ tiêm mũi 3 từ 70 - dưới 80%.", ["4 huyện"], ["3", "70", "dưới 80%"]),
    ],
)
def test_a_number_in_a_name_is_a_mention(text: str, figures: list[str], mentions: list[str]) -> None:
    found = draft(text, place="XX-SM", period=YEAR)
    assert [one["citation"].printed for one in found.observations] == figures
    assert [one["citation"].printed for one in found.mentions if isinstance(one, PartialRecord)] == mentions


def test_a_limit_is_part_of_the_name_of_what_it_limits() -> None:
    text = "Có 35 xã đạt từ 10 tiêu chí trở lên, 9 hộ có thu nhập từ 90 triệu đồng trở lên. Có 6 xã có tỷ lệ nghèo dưới 2%."
    found = draft(text, place="XX-SM", period=YEAR)
    assert [one["name"]["vi"] for one in found.indicators] == [
        "Số xã đạt từ 10 tiêu chí trở lên",
        "Số hộ có thu nhập từ 90 triệu đồng trở lên",
        "Số xã có tỷ lệ nghèo dưới 2%",
    ]


def test_what_grew_with_a_base_or_a_pause_is_no_limit() -> None:
    text = "Có 31 hộ trồng chè, nhiều hơn 4 hộ so với năm trước. Có 50 cơ sở mới tăng trên 12% so với cùng kỳ."
    found = draft(text, place="XX-SM", period=YEAR)
    assert [one["citation"].printed for one in found.claims] == ["4 hộ", "trên 12%"]


def test_the_number_of_a_document_with_a_slip_is_that_of_a_document() -> None:
    found = draft("Theo Nghị định 02/20217/NĐ-CP, đã chi 12 tỷ đồng.", place="XX-SM", period=YEAR)
    assert [one["kind"] for one in found.mentions if isinstance(one, PartialRecord)] == [MentionKind.DOCUMENT_NUMBER]


def test_the_unit_of_a_counted_noun_is_not_cut_out_of_a_name() -> None:
    found = draft("Tổ chức 20 phiên giao dịch việc làm. Phụng dưỡng 140 Mẹ Mẫu Mực.", place="XX-SM", period=YEAR)
    assert [unit.vi for unit in found.units] == ["phiên"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Tai nạn trên đường Cách Mạng Tháng Tám làm 2 người chết.", ["2 người"]),
        ("Trường Mầm non 19/5 có 20 trẻ.", ["20 trẻ"]),
        ("Bệnh viện 19/8 khám 200 người.", ["200 người"]),
        ("Dự án Bãi rác Mẫu Sơn (giai đoạn 2) có 20 hộ.", ["20 hộ"]),
        ("Hạ tầng Khu tái định cư Mẫu Sơn 6 có 20 hộ.", ["20 hộ"]),
        ("Nhà ở từ chương trình 30a, 135 có 20 hộ.", ["20 hộ"]),
        ("Đường láng nhựa cấp 4 miền núi qua 20 thôn.", ["20 thôn"]),
    ],
)
def test_dates_and_numbers_of_names_are_neither_times_nor_figures(text: str, printed: list[str]) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2018))
    assert [item["citation"].printed for item in found.observations] == printed
    assert {str(item["time"]) for item in found.observations} == {"2018"}
    assert not [gap for where, gap in found.gaps if where.startswith("mentions")]


@pytest.mark.parametrize(
    "name", ["quận 10", "phường 5", "tỉnh lộ 672", "quốc lộ 32", "bão số 3", "QL 8A", "khối phố 15", "đường 71"]
)
def test_numbers_of_wards_roads_and_storms_are_names(name: str) -> None:
    found = draft(f"Năm 2018, tại {name}, xảy ra 25 vụ cháy.", place="XX-SM")
    names = [value_of(item, "content") for item in found.mentions if value_of(item, "kind") is MentionKind.NAME]
    assert name in names
    assert len(found.observations) == 1


def test_a_limit_after_a_pause_is_only_a_mention() -> None:
    found = draft("Có 31 máy cày; ưu tiên các hộ có diện tích lớn hơn 2 ha.", place="XX-SM", period=YEAR)
    assert [one["citation"].printed for one in found.mentions if isinstance(one, PartialRecord)] == ["2 ha"]
    assert [one["citation"].printed for one in found.observations] == ["31 máy"]


@pytest.mark.parametrize("kind", ["TNHH một thành viên", "trách nhiệm hữu hạn 2 thành viên", "TNHH hai thành viên"])
def test_a_kind_of_company_has_no_number_of_members(kind: str) -> None:
    assert [str(one.value) for one in find(f"Có 603 công ty {kind} (chiếm 40,3%).")] == [
        "603 enterprise",
        "40.3 percent",
    ]


@pytest.mark.parametrize("thing", ["bản ghi về thuốc", "bản báo cáo", "bản kiến nghị"])
def test_a_document_is_no_village(thing: str) -> None:
    (found,) = find(f"Chuẩn hóa 300 {thing}.")
    assert found.unit is None


def test_the_number_of_an_annex_or_a_column_is_part_of_its_name() -> None:
    found = draft("PHỤ LỤC 1: CHỈ TIÊU\n\nTheo biểu 3, cột 2, có 5 xã.", place="XX-SM", period=YEAR)
    assert [one.content for one in found.mentions if isinstance(one, Mention)] == ["PHỤ LỤC 1", "biểu 3", "cột 2"]
