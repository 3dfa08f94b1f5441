"""Figures of a smaller place than that of the report: their place is asked for, or known, but never the whole."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import Period
from aseansc.drafts import Gap, PartialRecord
from aseansc.vietnamese import DoubtCode, doubtful_records, draft

YEAR = Period.year(2019)
FILLER = f"Tin kinh tế\n{'Sản xuất tiếp tục ổn định. ' * 20}\n"


def figures(text: str, place: str | None = "XX-SM") -> list[PartialRecord]:
    """Return the figures of a report in its order."""
    found = draft(text, place=place, period=YEAR)
    records: tuple[Any, ...] = (*found.observations, *found.targets, *found.claims)
    return sorted(records, key=lambda record: record["citation"].start)


def named(record: PartialRecord) -> str:
    """Return the place that the question of a figure names, its code, or an empty string for the whole."""
    place = record.get("place")
    if isinstance(place, Gap):
        return place.reason.en.partition("“")[2].partition("”")[0]
    return "" if place in (None, "XX-SM") else str(place)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Hỗ trợ các huyện: Núi Mẫu 120 hộ, Sông Mẫu 96 hộ; tổng 216 hộ.", ["Núi Mẫu", "Sông Mẫu", ""]),
        ("Huyện Núi Mẫu trồng 20 ha, tăng 5%; đã thu 3 tấn.", ["Huyện Núi Mẫu"] * 3),
        ("Có 10 xã đạt chuẩn, xã Núi Mẫu đạt 19 tiêu chí; 2 xã đang làm hồ sơ.", ["", "xã Núi Mẫu", ""]),
        ("Cấp 50 con trâu cho 50 hộ tại xã Núi Mẫu. Cả huyện có 80 con.", ["xã Núi Mẫu", "xã Núi Mẫu", ""]),
        ("Huyện Núi Mẫu: có 12 trường. Trồng 30 ha rừng.\nTrồng 90 ha rừng.", ["Huyện Núi Mẫu", "Huyện Núi Mẫu", ""]),
        ("Xã Núi Mẫu có 12 hộ. Toàn xã trồng 45 ha. Toàn huyện trồng 90 ha.", ["Xã Núi Mẫu", "Xã Núi Mẫu", ""]),
        ("Báo cáo xã Núi Mẫu\nToàn xã trồng 45 ha; xã Sông Mẫu 3 ha; toàn xã có 9 hộ.", ["", "xã Sông Mẫu", ""]),
        ("Cà Mau, Cao Bằng và Điện Biên giảm trên 40% số vụ.", ["Cà Mau, Cao Bằng và Điện Biên"]),
        ("Huyện Núi Mẫu và huyện Sông Mẫu trồng 9 ha.", ["Huyện Núi Mẫu, huyện Sông Mẫu"]),
        ("Các huyện: Núi Mẫu 12 ha, Sông Mẫu và Đồi Mẫu 9 ha.", ["Núi Mẫu", "Sông Mẫu và Đồi Mẫu"]),
        ("TX Sông Mẫu có 12 trường. Đã trồng 9 ha. Toàn tỉnh trồng 30 ha.", ["TX Sông Mẫu", "TX Sông Mẫu", ""]),
        ("Xã Sông Mẫu có 12 hộ nghèo.\nĐã trồng 9 ha.", ["Xã Sông Mẫu", ""]),
        ("Báo cáo xã Núi Mẫu\nTỷ lệ nghèo là 9%, của tỉnh là 8%. Toàn huyện có 9 xã.", ["", "tỉnh", "huyện"]),
        ("Báo cáo huyện Núi Mẫu\nTỷ lệ nghèo của huyện là 8%. Toàn huyện có 9 xã.", ["", ""]),
        ("Có kết luận 2 cuộc (bệnh viện huyện Núi Mẫu), 3 cuộc chuyển sang.", ["", ""]),
        ("Kiểm tra tại 2 nơi là huyện Núi Mẫu và huyện Sông Mẫu cùng 21 dự án.", ["", ""]),
        ("Năm 2019, Quảng Nam có 987 thủ tục; 14 thủ tục đã bỏ.", ["VN-27", "VN-27"]),
        ("Cục trưởng Cục Thuế TP Lê Văn Mẫu cho biết đã thu 9 tỷ đồng.", [""]),
        ("Huyện Trần Văn Thời có 120 hộ nghèo.", ["Huyện Trần Văn Thời"]),
        ("Trong đó, Đồng Tháp đạt sản lượng cá tra lớn nhất với 342 tấn.", ["VN-45"]),
        ("Đường từ xã Núi Mẫu đến xã Sông Mẫu dài 12 km.", [""]),
        ("Tỷ lệ hộ nghèo các dân tộc: Hà Mẫu 12%, La Mẫu 13%.", ["", ""]),
        ("Toàn vùng trồng 90 ha, Lai Châu trồng 30 ha.", ["", "VN-01"]),
        ("Giải ngân đạt 66% (bình quân cả nước là 54%); thu hút 27 dự án.", ["", "VN", ""]),
        ("Chăn nuôi tăng 15%, cao hơn mức tăng cả nước là 9%; đàn lợn tăng 3%.", ["", "VN", ""]),
        ("Tỷ lệ hộ nghèo là 3,2%, thấp hơn bình quân cả nước 1,8 điểm %.", ["", ""]),
        ("Thuộc nhóm có mức tăng cao nhất cả nước, đạt 12%.", [""]),
        ("Xuất khẩu sang các thị trường: Hoa Kỳ 12 tấn, Nhật Bản 30 tấn.", ["", ""]),
    ],
)
def test_a_figure_has_the_place_that_its_words_name(text: str, places: list[str]) -> None:
    assert [named(record) for record in figures(text)] == places


def test_the_place_of_the_report_is_not_asked_for_again() -> None:
    title = "Báo cáo của huyện Núi Mẫu năm 2019\n"
    assert [named(one) for one in figures(f"{title}Huyện Núi Mẫu trồng 20 ha, xã Đồi Mẫu 5 ha.")] == ["", "xã Đồi Mẫu"]
    assert [named(one) for one in figures("Tỉnh Lai Châu có 5 huyện.", place="VN-01")] == ["VN-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Số hộ nghèo là 900 hộ. Trong đó theo huyện như sau:\n- Huyện Núi Mẫu: 300 hộ;\n- Huyện Sông Mẫu: 600 hộ.",
        "Có 900 hộ nghèo, trong đó huyện Núi Mẫu 300 hộ, huyện Sông Mẫu 600 hộ.",
        "Số hộ nghèo của các địa phương: Núi Mẫu 300 hộ; Sông Mẫu 600 hộ.",
    ],
)
def test_the_places_of_a_list_measure_the_same(text: str) -> None:
    assert len({record["indicator"] for record in figures(text)}) == 1
    found = draft(text, place="XX-SM", period=YEAR)
    assert DoubtCode.PART_BESIDE_WHOLE not in {one.code for one in doubtful_records(found)}


def test_a_place_is_not_the_indicator_of_another_level() -> None:
    text = "Hộ nghèo còn 25%, hộ cận nghèo còn 12%, riêng huyện Núi Mẫu 30%."
    *_, last = figures(text)
    assert last["indicator"] not in {one["indicator"] for one in figures(text)[:2]}


def test_the_only_province_that_a_text_names_is_proposed_as_its_place() -> None:
    body = "Tỉnh Lai Châu có 5 huyện. Năm 2019, tỉnh Lai Châu trồng 20 ha rừng."
    found = draft(f"{FILLER}{body}")
    assert found.place == "VN-01"
    assert "place" in found.proposed
    assert isinstance(draft(f"{FILLER}{body} Tỉnh Điện Biên trồng 9 ha.").place, Gap)
    assert isinstance(draft(f"{FILLER}{body} Huyện Núi Mẫu, huyện Sông Mẫu trồng 9 ha.").place, Gap)


def test_a_town_with_the_name_of_its_province_is_another_place() -> None:
    title = "Báo cáo của tỉnh Lai Châu năm 2019\n"
    text = f"{title}Thành phố Lai Châu còn 9 hộ nghèo. Tỉnh Lai Châu có 90 hộ nghèo."
    assert [named(one) for one in figures(text, place="VN-01")] == ["Thành phố Lai Châu", "VN-01"]


def test_changes_of_places_without_names_are_of_one_indicator() -> None:
    found = figures("Kết quả các xã: Đăk Tăng giảm 8,5%, Núi Mẫu giảm 7,9%.")
    assert [named(one) for one in found] == ["Đăk Tăng", "Núi Mẫu"]
    assert len({one["indicator"] for one in found}) == 1


def test_the_place_of_an_example_at_the_head_of_a_sentence_is_that_of_its_figure() -> None:
    text = "Một số nơi còn nợ. Điển hình là tỉnh Ninh Bình 6.338 tỷ đồng; Lạng Sơn 1.702 tỷ đồng."
    drafted = draft(text, place="VN", period=Period.year(2018))
    assert [one.get("place") for one in drafted.observations] == ["VN-18", "VN-09"]


def test_a_place_that_the_title_compares_with_and_the_nation_are_those_of_their_own_figures() -> None:
    text = "Tỉnh Đồng Nai vượt Hà Nội, TPHCM năm 2018\n\nCả nước có 45 chợ. Hà Nội tăng 3,98%, TPHCM tăng 1,39%."
    drafted = draft(text, place="VN-39", period=Period.year(2018))
    places = [one.get("place") for one in (*drafted.observations, *drafted.claims)]
    assert places == ["VN", "VN-HN", "VN-SG"]
