"""Units that a unit column, a label or a title of a table states, and those that stay open."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.claims import ShareClaim
from aseansc.drafts import Gap, PartialRecord
from aseansc.observations import Observation
from aseansc.values import RelativeChange, Value
from aseansc.vietnamese.tables import (
    counted_alone,
    counts_of,
    is_part_in_title,
    is_proper_name,
    is_short_for,
    measure_of_title,
    multiple_in,
    named_count,
    plain_label,
    rate_in,
    read_unit,
    states_percent,
)
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted

YEARS = ("Chỉ tiêu", "2018", "2019")


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("nghìn đồng/tháng", "1000 VND/month"),
        ("triệu đồng/người/năm", "1000000 VND/person/year"),
        ("tấn/năm", "1 tonne"),
        ("m3/ngày đêm", "1 cubic_metre/day"),
        ("1000 tấn - Thous. tons", "1000 tonne"),
        ("Nghìn người\nThous. pers.", "1000 person"),
        ("Nghìn người\nPersons", ""),
        ("Tấn thóc", "1 tonne"),
        ("Ha (gieo trồng)", "1 hectare"),
        ("Km đường", "1 kilometre"),
        ("Mét khối gỗ", "1 cubic_metre"),
        ("Tấn công", ""),
        ("Km 2", "1 square_kilometre"),
        ("% GDP", "1 percent"),
        ("% số hộ", "1 percent"),
        ("% so với KH", ""),
        ("Triệu lượt HK", "1000000 person_turn"),
        ("1000 HK", "1000 person"),
        ("1000 HK.km", "1000 passenger_kilometre"),
        ("Triệu khách.km\nMill. passengers.km", "1000000 passenger_kilometre"),
        ("Tr. tấn-km", "1000000 tonne_kilometre"),
        ("triệu tấn.giờ", ""),
        ("tấn/ha/vụ", ""),
        ("Ha - %", ""),
        ("Người có việc", ""),
    ],
)
def test_units_are_read_whole(printed: str, unit: str) -> None:
    found = read_unit(printed)
    assert ("" if found is None else f"{found[1]} {found[0]}") == unit


def test_nouns_of_labels_and_titles() -> None:
    units = {
        "Bác sĩ": "person",
        "Dược sĩ cao cấp": "person",
        "1. Trạm y tế xã": "health_facility",
        "Hộ sinh - Midwives": "person",
        "Doanh thu của doanh nghiệp": None,
        "Hộ nghèo được hỗ trợ": None,
        "Dân số": None,
        "Xã hội": None,
        "Nhà văn hóa": None,
        "Học sinh/lớp": None,
    }
    assert {label: None if (found := named_count(label)) is None else found[0].code for label in units} == units
    counted, others = counts_of("Biểu 2. Số lao động trong các doanh nghiệp") or (None, None)
    assert (str(counted), str(others)) == (
        "frozenset({Unit.parse('person')})",
        "frozenset({Unit.parse('enterprise')})",
    )
    rates = {"Số bác sĩ/vạn dân": "per_10_000", "Số giường bệnh trên 10.000 dân": "per_10_000", "Bác sĩ": None}
    assert {label: None if (rate := rate_in(label)) is None else rate[0].code for label in rates} == rates


def units_of(made_by: Path, *lines: str) -> list[str]:
    """Return the unit of the first number of each row; an empty text if it is open."""
    cells = by_cell(drafted(made_by, *lines))
    values = (record["value"] for at, record in sorted(cells.items()) if at.endswith("c2"))
    return ["" if isinstance(value, PartialRecord) else value.unit.code for value in values]


def test_labels_that_begin_with_what_they_count(tmp_path: Path) -> None:
    rows = (
        ("Cơ sở y tế", "190", "184"),
        ("Số giường bệnh", "4.744", "5.103"),
        ("Bác sĩ", "1.548", "1.477"),
        ("Số bác sĩ/vạn dân", "14,03", "13"),
    )
    assert units_of(tmp_path, table(YEARS, *rows)) == ["health_facility", "bed", "person", "per_10_000"]


def test_a_noun_that_may_only_say_where_things_are_is_open(tmp_path: Path) -> None:
    rows = (("Giường bệnh", "3.700", "3.800"), ("Bệnh viện", "2.700", "2.750"), ("Trạm y tế", "900", "910"))
    assert units_of(tmp_path, table(YEARS, *rows)) == ["bed", "", ""]
    rows = (("Giường bệnh", "3.600", "3.660"), *rows[1:])  # they add up
    assert units_of(tmp_path, table(YEARS, *rows)) == ["bed", "bed", "bed"]
    title = paragraph("Số trường học, lớp học và học sinh")
    for outer, schools in (
        ("Vốn đầu tư", ""),
        ("Giáo dục vùng cao", "school"),
    ):  # the money of schools, or their number
        rows = ((outer, "190", "220"), ("- Trường công lập", "200", "300"))
        assert units_of(tmp_path, title, table(YEARS, *rows))[-1] == schools


def test_nouns_are_open_where_the_table_may_state_something_else(tmp_path: Path) -> None:
    rows = (("Doanh nghiệp nhà nước", "450", "460"), ("Hộ kinh doanh", "120", "130"))
    assert units_of(tmp_path, paragraph("Thu ngân sách trên địa bàn"), table(YEARS, *rows)) == ["", ""]
    assert units_of(tmp_path, paragraph("Số lao động trong các doanh nghiệp"), table(YEARS, *rows)) == ["", ""]
    shares = (("Lao động qua đào tạo", "45", "50"), ("Hộ nghèo", "12,5", "11"))
    assert units_of(tmp_path, table(YEARS, *shares)) == ["", ""]


def test_the_number_of_one_kind_of_things_in_a_title_is_the_unit(tmp_path: Path) -> None:
    rows = (("Tiểu học", "3.879", "3.892"), ("Trung học cơ sở", "2.355", "2.242"), ("Số phòng học", "900", "950"))
    title = paragraph("Số lớp học phổ thông")
    assert units_of(tmp_path, title, table(YEARS, *rows)) == ["study_class", "study_class", "classroom"]


def values_of(made_by: Path, *lines: str) -> dict[str, str]:
    """Return the values of the cells with a unit."""
    cells = by_cell(drafted(made_by, *lines))
    levels = (Observation, ShareClaim)
    values = {at: record["value"] for at, record in cells.items() if record.record_type in levels}
    return {at: str(value).partition(" to ")[0] for at, value in values.items() if not isinstance(value, PartialRecord)}


def test_a_list_of_units_is_read_by_column(tmp_path: Path) -> None:
    shares = table(
        ("Ngành", "Năm 2017", "Năm 2018", "Cơ cấu năm 2018"),
        ("Nông nghiệp", "1.250", "1.301", "45,5"),
        ("Dịch vụ", "1.420", "1.558", "54,5"),
    )
    found = values_of(tmp_path, paragraph("Tỷ đồng; %"), shares)
    assert (found["t1.r2c2"], found["t1.r2c4"]) == ("1250000000000 VND", "45.5 percent")
    trade = table(
        ("Mặt hàng", "Năm 2018 Lượng", "Năm 2018 Trị giá"), ("Gạo", "320", "158"), ("Máy tính và linh kiện", "12", "90")
    )
    found = values_of(tmp_path, paragraph("Nghìn tấn; triệu USD"), trade)
    assert found == {"t1.r2c2": "320000 tonne", "t1.r2c3": "158000000 USD", "t1.r3c3": "90000000 USD"}


def test_below_a_band_of_shares_every_label_has_shares(tmp_path: Path) -> None:
    rows = (
        ("", "Nghìn người", ""),
        ("Lao động", "540,5", "551,2"),
        ("", "Cơ cấu (%)", ""),
        ("Lao động", "100,0", "99,5"),
    )
    found = values_of(tmp_path, table(YEARS, *rows))
    assert found["t1.r5c2"] == "100.0 percent"


def test_animals_are_counted_below_a_title_with_only_con(tmp_path: Path) -> None:
    title = (paragraph("Chăn nuôi tại thời điểm 1/10"), paragraph("Nghìn con"))
    found = values_of(tmp_path, *title, table(YEARS, ("Trâu", "2.491,7", "2.425,1"), ("Số hộ", "12", "13")))
    assert found["t1.r2c2"] == "2491700 animal"


def test_labels_without_numbers_marks_and_units() -> None:
    names = {
        "1.2. Số hộ nghèo (hộ)": "Số hộ nghèo",
        "- Trong đó: Nữ (*)": "Nữ",
        "II. Ô tô(*)": "Ô tô",
        "A. Khối mầm non": "Khối mầm non",
        "H. Tam Đường": "H. Tam Đường",
        "GRDP (giá so sánh 2010)": "GRDP (giá so sánh 2010)",
        "Trong đó:": "",
    }
    assert {label: plain_label(label) for label in names} == names
    titles = {
        "Bảng 3.2: Tăng trưởng giá trị sản xuất": "Tăng trưởng giá trị sản xuất",
        "236. Số cơ sở y tế phân theo huyện": "Số cơ sở y tế",
        "Bảng lương": "Bảng lương",
    }
    assert {title: measure_of_title(title) for title in titles} == titles
    assert is_proper_name("Hướng Hóa - Huong Hoa")
    assert not is_proper_name("Dịch vụ khác")


def names_of(made_by: Path, *lines: str) -> list[str]:
    """Return the names of the indicators."""
    found = drafted(made_by, *lines).indicators
    return [str(each["name"]["vi"]) for each in found if isinstance(each, PartialRecord)]


def test_names_of_totals_parts_and_months(tmp_path: Path) -> None:
    title = (paragraph("Biểu 4. Số trường học phân theo loại hình"), paragraph("ĐVT: Trường"))
    rows = (("TỔNG SỐ - TOTAL", "120", "130"), ("1. Công lập", "100", "105"), ("- Trong đó: Mầm non", "40", "41"))
    assert names_of(tmp_path, *title, table(YEARS, *rows)) == [
        "Số trường học",
        "Công lập",
        "Công lập: Mầm non",
    ]
    months = (("Tháng 1 - Jan.", "101,2", "100,3"), ("Tháng 2 - Feb.", "100,5", "101,1"))
    title = (paragraph("14. Tỷ lệ lấp đầy phòng các tháng"), paragraph("ĐVT: %"))
    assert names_of(tmp_path, *title, table(("", "2018", "2019"), *months)) == ["Tỷ lệ lấp đầy phòng các tháng"]


def test_numbered_districts_and_names_below_a_title_by_district_are_places(tmp_path: Path) -> None:
    for names in (("1. Thành phố Hưng Yên", "2. Huyện Văn Lâm"), ("Đông Hà - Dong Ha", "Hướng Hóa - Huong Hoa")):
        title = paragraph("Số hộ nghèo phân theo huyện, thành phố")
        made = drafted(tmp_path, title, table(("", "2018", "2019"), *((name, "120", "110") for name in names)))
        assert len(made.indicators) == 1
        assert "place" in by_cell(made)["t1.r2c2"]["place"].reason.en


def test_a_band_inside_of_a_numbered_list_ends_with_the_next_number(tmp_path: Path) -> None:
    rows = (
        ("1. Tổng sản phẩm (tỷ đồng)", "1.250", "1.301"),
        ("Tốc độ tăng (%)", "", ""),
        ("+ Công nghiệp", "8,5", "9,1"),
        ("2. Số hộ nghèo", "1.250", "1.120"),
    )
    made = drafted(tmp_path, table(YEARS, *rows))
    names = [str(each["name"]["vi"]) for each in made.indicators if isinstance(each, PartialRecord)]
    assert names[-1] == "Số hộ nghèo"
    assert str(by_cell(made)["t1.r5c2"]["value"]) == "1250 household"


def test_empty_cells_of_units_repeat_the_unit_of_the_row_above_for_its_parts(tmp_path: Path) -> None:
    rows = (
        ("Số lao động", "người", "1.250"),
        ("Trong đó: Nữ", "", "600"),
        ("- Tỷ lệ nữ", "", "48"),
        ("Diện tích lúa", "ha", "850"),
        ("- Lúa nương", "", "150"),
        ("- Năng suất", "", "50"),
        ("- Lúa ruộng và ngô", "", "900"),
    )
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "ĐVT", "Năm 2018"), *rows)))
    values = [cells[f"t1.r{number}c3"]["value"] for number in range(2, 9)]
    units = ["" if isinstance(value, PartialRecord) else value.unit.code for value in values]
    assert units == ["person", "person", "", "hectare", "hectare", "", ""]


def test_a_unit_in_the_label_of_a_row_is_its_own_if_its_cell_of_units_is_empty(tmp_path: Path) -> None:
    rows = (("Diện tích lúa", "ha", "5"), ("Sản lượng lúa (tấn)", "", "30"), ("Diện tích ngô", "ha", "6"))
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "ĐVT", "2018"), *rows)))
    assert [str(cells[f"t1.r{row}c3"]["value"]) for row in (2, 3, 4)] == ["5 hectare", "30 tonne", "6 hectare"]


def test_an_amount_per_month_that_may_be_per_person_too_is_open(tmp_path: Path) -> None:
    rows = (
        ("Thu nhập bình quân đầu người (nghìn đồng/tháng)", "3.098", "3.200"),
        ("Lương (nghìn đồng/tháng)", "4.500", "5.000"),
    )
    assert units_of(tmp_path, table(YEARS, *rows)) == ["", "VND/month"]


def test_a_unit_of_several_meanings_is_not_that_of_the_line_above(tmp_path: Path) -> None:
    rows = (
        ("Thu nhập của hộ", "3.098", "3.200"),
        ("Thành thị", "4.500", "5.000"),
        ("Chênh lệch giữa hai nhóm (Lần) Income gap (Times)", "6,0", "6,2"),
        ("Thành thị", "5,9", "5,9"),
    )
    found = units_of(tmp_path, paragraph("ĐVT: Nghìn đồng"), table(YEARS, *rows))
    assert found == ["VND", "VND", "times", "times"]
    rows = (*rows[:2], ("Số cuộc họp (lần)", "6", "7"), ("Thành thị", "5", "4"))
    assert units_of(tmp_path, paragraph("ĐVT: Nghìn đồng"), table(YEARS, *rows)) == ["VND", "VND", "", ""]


def test_the_unit_of_the_rows_below_a_line_with_an_unknown_one_is_not_that_of_the_line_before(tmp_path: Path) -> None:
    lines = (("Hàng hóa vận chuyển (tấn)", "", ""), ("Đường bộ", "10", "12"))
    unknown = (("Hàng hóa luân chuyển (triệu tấn.giờ)", "", ""), ("Đường bộ", "30", "40"))
    assert units_of(tmp_path, table(YEARS, *lines, *unknown)) == ["tonne", ""]


def test_passengers_are_persons_unless_each_ride_is_counted_as_in_prose(tmp_path: Path) -> None:
    rows = (("Vận chuyển - Nghìn hành khách", "1.200", "1.300"), ("Khác (nghìn lượt hành khách)", "12", "13"))
    assert units_of(tmp_path, table(YEARS, *rows)) == ["person", "person_turn"]
    assert units_of(tmp_path, table(YEARS, ("Phòng học (phòng)", "45", "46"))) == ["classroom"]


def test_a_change_without_a_percent_sign_is_open_unless_the_levels_show_it(tmp_path: Path) -> None:
    rows = (("Lượt khách", "120", "100", "103,4"), ("Ngày khách", "110", "90", "112,9"), ("Khách", "90", "80", "118"))
    shown = (("Lượt khách", "120", "100", "120"), ("Ngày khách", "110", "88", "125"), ("Khách", "90", "100", "90"))
    for head, body, found in (
        ("Tháng 3/2019 so với cùng kỳ 2017", rows, [Gap] * 3),
        ("Tháng 3/2019 so với cùng kỳ 2017 (%)", rows, [RelativeChange] * 3),
        ("Tháng 3/2019 so với tháng 3/2018", shown, [RelativeChange] * 3),
    ):
        heads = ("Chỉ tiêu", "Tháng 3/2019", "Tháng 3/2018", head)
        cells = by_cell(drafted(tmp_path, table(heads, *body)))
        assert [type(cells[f"t1.r{row}c4"]["value"]) for row in (2, 3, 4)] == found, head


def test_growth_in_percent_without_levels_shows_by_its_negative_numbers(tmp_path: Path) -> None:
    heads = ("Mặt hàng", "ĐVT", "Tháng 7/2017", "Tháng 7/2017 tăng, giảm so với tháng 6/2017 (%)")
    rows = (("Gạo", "tấn", "250", "-5,2"), ("Tỷ lệ hộ nghèo", "%", "30", "3,1"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert str(cells["t1.r2c4"]["value"]).startswith("by -5.2 percent")
    assert isinstance(cells["t1.r3c4"]["value"], Gap)  # or percentage points
    cells = by_cell(drafted(tmp_path, table(heads, ("Gạo", "tấn", "250", "105,2"))))
    assert "value" not in cells["t1.r2c4"].fields


def test_what_a_part_of_the_year_reached_of_a_plan_is_any_percentage(tmp_path: Path) -> None:
    heads = ("Bộ", "So với kế hoạch năm 2007 (%) Tháng 3 năm 2007", "So với kế hoạch năm 2007 (%)")
    rows = (("Bộ A", "8,4", "8,4"), ("Bộ B", "7,9", "7,9"), ("Bộ C", "12", "12"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert (str(cells["t1.r2c2"]["value"]), str(cells["t1.r2c2"]["time"])) == ("of_plan 8.4 percent", "2007-03")
    assert "value" not in cells["t1.r2c3"].fields  # perhaps above the plan by 8,4 %


def test_one_column_of_percentages_of_the_same_period_shows_what_the_others_are(tmp_path: Path) -> None:
    heads = ("Ngành", "Tháng 5/2022 so với tháng 5/2021 (%)", "5 tháng năm 2022 so với cùng kỳ năm 2021 (%)")
    rows = (("A", "113", "186,5"), ("B", "99", "202,3"), ("C", "120", "151"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert str(cells["t1.r2c3"]["value"]).startswith("to 186.5 percent")
    cells = by_cell(drafted(tmp_path, table(heads, *rows[:2], ("C", "120", "-15"))))
    assert "value" not in cells["t1.r2c3"].fields


def test_differences_without_levels_have_the_unit_of_their_head(tmp_path: Path) -> None:
    heads = ("Loại đất", "Diện tích (ha)", "Tăng/giảm so với năm 2015 (ha)")
    rows = (("Đất lúa", "3.210", "-120"), ("Đất ở", "540", "60"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert [str(cells[f"t1.r{row}c3"]["value"]) for row in (2, 3)] == ["-120 hectare", "60 hectare"]


def test_columns_of_parts_have_the_unit_of_the_column_before_them(tmp_path: Path) -> None:
    heads = ("Cấp", "Số học sinh", "Trong đó: nữ", "Trong đó: tỷ lệ nữ")
    rows = (("Tiểu học", "360", "175", "49"), ("THCS", "280", "136", "48"))
    found = values_of(tmp_path, paragraph("Năm 2018"), table(heads, *rows))
    assert found["t1.r2c3"] == "175 person"
    assert "t1.r2c4" not in found
    heads = ("Chỉ tiêu", "ĐVT", "2018", "2019")
    rows = (("Số bệnh nhân nội trú", "BN", "13", "14"), ("Số bệnh nhân", "KB", "3", "4"))
    assert set(values_of(tmp_path, table(heads, *rows))) == {"t1.r2c3", "t1.r2c4"}


def test_days_in_titles_are_not_rates_and_means_by_one_thing_are_counts(tmp_path: Path) -> None:
    rows = (("TỔNG SỐ", "1.520", "1.830"), ("Doanh nghiệp tư nhân", "1.480", "1.790"))
    title = paragraph("Số doanh nghiệp tại thời điểm 31/12 hàng năm")
    assert units_of(tmp_path, title, table(YEARS, *rows)) == ["enterprise", "enterprise"]
    heads = ("Huyện", "Số giáo viên (Người)", "Số học sinh bình quân một lớp (Học sinh)")
    found = values_of(tmp_path, paragraph("Năm 2018"), table(heads, ("Mai Sơn", "120", "30"), ("Sông Mã", "150", "31")))
    assert found["t1.r2c3"] == "30 person/study_class"
    rates = (("Tỷ lệ hộ nghèo giảm bình quân (%/năm)", "2,5", "3"),)
    assert "value" not in by_cell(drafted(tmp_path, table(YEARS, *rates)))["t1.r2c2"].fields


def test_ranks_and_numbers_that_can_be_read_in_one_way_only(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Chỉ số (%)", "Thứ hạng")
    rows = (("Mức độ hài lòng", "82,5", "43/63"), ("Tiếp cận", "82,3", "70/63"))
    found = values_of(tmp_path, paragraph("Kết quả năm 2018"), table(heads, *rows))
    assert found == {"t1.r2c2": "82.5 percent", "t1.r3c2": "82.3 percent", "t1.r2c3": "43 rank"}
    budget = (("Thu", "1,512,300", "1,323,100"), ("Vốn", "97,763", "122,087"), ("Bội chi", "3.44%", "4,99%"))
    found = values_of(tmp_path, paragraph("ĐVT: tỷ đồng"), table(YEARS, *budget))
    assert found == {
        "t1.r2c2": "1512300000000000 VND",
        "t1.r3c2": "97763000000000 VND",
        "t1.r4c2": "3.44 percent",
        "t1.r2c3": "1323100000000000 VND",
        "t1.r4c3": "4.99 percent",
    }


def test_rates_for_inhabitants_and_their_parts_are_not_counts(tmp_path: Path) -> None:
    rows = (
        ("Số bác sĩ cho 10000 dân", "9", "10"),
        ("Số giường bệnh trên 10000 dân", "25", "30"),
        ("Trong đó: Số giường bệnh tư", "2", "3"),
    )
    assert units_of(tmp_path, table(YEARS, *rows)) == ["", "per_10_000", ""]
    heads = ("Chỉ tiêu", "Thực hiện Implemented target 2019", "Mục tiêu đến năm 2020 Target to 2020")
    cells = by_cell(drafted(tmp_path, table(heads, ("Độ che phủ (%)", "46,1", "50"))))
    assert [str(cells[f"t1.r2c{column}"]["time"]) for column in (2, 3)] == ["2019", "2020"]


def test_labels_of_parts_have_the_unit_of_the_row_above_and_bands_of_shares_theirs(tmp_path: Path) -> None:
    rows = (
        ("Số trường (Trường)", "191", "182"),
        ("Công lập", "154", "145"),
        ("Số lớp/nhóm trẻ (Lớp/nhóm)", "20", "21"),
        ("Công lập", "15", "16"),
        ("Chỉ số phát triển (Năm trước = 100) - %", "", ""),
        ("Số trường (Trường)", "100", "95"),
    )
    found = units_of(tmp_path, table(YEARS, *rows))
    assert found == ["school", "school", "", "", "percent"]
    rates = (("Tỷ lệ tăng tự nhiên", "", ""), ("2017", "11,1", "12,1"), ("2018", "11,2", "12"))
    heads = ("", "Thành thị", "Nông thôn")
    assert units_of(tmp_path, paragraph("ĐVT: ‰"), table(heads, *rates)) == ["per_mille", "per_mille"]


def test_the_unit_of_a_title_is_only_that_of_known_parts(tmp_path: Path) -> None:
    heads = ("Huyện", "Tiểu học", "Sĩ số", "Máy tính")
    rows = (("Huyện Mường Tè", "1.200", "30", "20"), ("Huyện Sìn Hồ", "1.300", "31", "21"))
    found = values_of(tmp_path, paragraph("Số học sinh phổ thông năm 2018"), table(heads, *rows))
    assert found == {"t1.r2c2": "1200 person", "t1.r3c2": "1300 person"}
    labels = (("Trung học cơ sở", "900", "910"), ("Sĩ số", "30", "31"), ("Phòng", "450", "460"))
    assert units_of(tmp_path, paragraph("Số lớp học"), table(YEARS, *labels)) == ["study_class", "", ""]


@pytest.mark.parametrize("title", ["Giảm nghèo năm 2018", "Tình hình hộ năm 2018", "Hộ nghèo năm 2018"])
def test_small_numbers_of_households_may_be_percentages_below_any_title(tmp_path: Path, title: str) -> None:
    heads = ("Huyện", "Tổng số hộ", "Hộ nghèo", "Hộ cận nghèo")
    rows = (("Huyện Mường Tè", "2.200", "12", "15"), ("Huyện Sìn Hồ", "3.300", "13", "16"))
    found = values_of(tmp_path, paragraph(title), table(heads, *rows))
    assert found == {"t1.r2c2": "2200 household", "t1.r3c2": "3300 household"}


def test_numbers_of_persons_and_accounts_are_not_money(tmp_path: Path) -> None:
    heads = ("Họ và tên", "Số tài khoản", "CMND", "Ngày sinh", "Điện thoại", "Mã số", "Số tiền")
    rows = (("Nguyễn Văn A", "12345678", "45012345", "1980", "912345678", "123", "500000"),)
    found = values_of(tmp_path, paragraph("Chi trả tháng 6 năm 2018"), paragraph("ĐVT: đồng"), table(heads, *rows))
    assert found == {"t1.r2c7": "500000 VND"}


@pytest.mark.parametrize(
    ("whole", "part", "numbers", "value"),
    [
        ("Số lao động (người)", "Trong đó: nữ", ("120", "60,5"), None),
        ("Số lao động (người)", "Trong đó: nữ", ("1.120", "60"), None),  # perhaps percent
        ("Số lao động (người)", "Trong đó: nữ", ("1.120", "600"), "600 person"),
        ("Kinh phí (triệu đồng)", "Trong đó: nữ", ("1.200", "160"), None),
        ("Kinh phí (triệu đồng)", "Trong đó: hộ nghèo", ("1.200", "600"), None),
        ("Tổng số hộ (hộ)", "Trong đó: nữ", ("1.200", "600"), None),
        ("Tổng số hộ (hộ)", "Trong đó: hộ nghèo", ("1.200", "600"), "600 household"),
    ],
)
def test_columns_of_parts_have_only_units_that_their_noun_can_have(
    tmp_path: Path, whole: str, part: str, numbers: tuple[str, str], value: str | None
) -> None:
    rows = (("Mai Sơn", *numbers), ("Sông Mã", *numbers))
    found = values_of(tmp_path, paragraph("Năm 2018"), table(("Huyện", whole, part), *rows))
    assert found.get("t1.r2c3") == value


def test_a_difference_has_the_unit_of_its_head_only_if_the_row_can_have_it(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Năm 2018", "Tăng, giảm so với năm 2017 (ha)")
    rows = (("Diện tích lúa", "ha", "1.000", "-14"), ("Số hộ nghèo", "hộ", "1.100", "14"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert str(cells["t1.r2c4"]["value"]) == "-14 hectare"
    assert isinstance(cells["t1.r3c4"]["value"], Gap)


def test_ratios_in_times_and_words_that_only_look_like_units() -> None:
    for label in (
        "Số lần kiểm tra tỷ lệ an toàn (lần)",
        "Chênh lệch số cuộc họp (lần)",
        "Tỷ lệ phụ nữ khám thai (lần)",
    ):
        assert multiple_in(label) is None
    assert multiple_in("1. Hệ số sử dụng đất (lần)") is not None
    assert [states_percent(line) for line in ("Tỷ lệ nam/nữ", "Chỉ số HDI", "Tỷ lệ hộ nghèo")] == [False, False, True]
    assert [is_part_in_title(label) for label in ("và", "Cấp", "Cấp 1", "Nam và nữ")] == [False, False, True, True]
    assert not is_short_for("TĐ", "Số trẻ được tiêm")


def test_percentages_beside_changes_are_not_of_the_earlier_level(tmp_path: Path) -> None:
    heads = ("Nhóm", "Tháng 5/2022 so với tháng 5/2021 (%)", "5 tháng năm 2022 so với cùng kỳ năm 2021 (%)")
    rows = (("Lương thực", "113", "1,5"), ("Thực phẩm", "99", "2,3"), ("May mặc", "120", "4"))
    cells = by_cell(drafted(tmp_path, paragraph("Chỉ số giá"), table(heads, *rows)))
    assert str(cells["t1.r2c2"]["value"]) == "to 113 percent"
    assert "value" not in cells["t1.r2c3"].fields


@pytest.mark.parametrize(
    ("title", "line", "open_"),
    [
        ("Số lao động sản xuất công nghiệp", "Cơ sở", True),
        ("Số hộ được vay vốn", "Đơn vị tính: người", True),
        ("Số cơ sở sản xuất công nghiệp", "Cơ sở", False),
        ("Số lao động sản xuất công nghiệp", "Đơn vị tính: người", False),
        ("Số khách du lịch", "Đơn vị tính: lượt người", False),
        ("Số cơ sở và lao động sản xuất công nghiệp", "Cơ sở", False),
        ("Số trường học", "Đơn vị tính: cơ sở", False),
    ],
)
def test_a_title_that_counts_people_leaves_the_unit_of_things_open(
    tmp_path: Path, title: str, line: str, *, open_: bool
) -> None:
    rows = (("2017", "1200"), ("2018", "1300"))
    found = values_of(tmp_path, paragraph(title), paragraph(line), table(("Năm", "Tổng số"), *rows))
    assert len(found) == (0 if open_ else 2), found


def test_what_a_numbered_title_counts() -> None:
    for title in ("9. Số lao động công nghiệp", "II. Số lao động", "2.1 Số lao động", "Số lao động"):
        found = counted_alone(title)
        assert found is not None, title
        assert found[0].code == "person", title
    for title in ("Số hộ và lao động", "Số hộ, lao động", "Diện tích"):
        assert counted_alone(title) is None, title


def test_a_column_of_units_below_an_unreadable_head_has_units(tmp_path: Path) -> None:
    heads = ("Sản phẩm", "Đ¬n vị tính", "Thực hiện năm 2009")
    rows = [("Than", "Nghìn tấn", "21,5"), ("Sữa bột", '"', "4,1"), ("Khí", "Triệu m3", "64")]
    made = values_of(tmp_path, table(heads, *rows))
    assert made == {"t1.r2c3": "21500 tonne", "t1.r3c3": "4100 tonne", "t1.r4c3": "64000000 cubic_metre"}
    rows[0] = ("Than", "Mỏ phía bắc", "21,5")
    assert "t1.r3c3" not in values_of(tmp_path, table(heads, *rows))


def test_percent_in_the_words_of_a_head_is_not_its_unit(tmp_path: Path) -> None:
    heads = ("Xã", "Số hộ (hộ)", "Số hộ đạt 100% tiêu chí", "Tỷ lệ hộ nghèo (%)")
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2019"), table(heads, ("Hải Lĩnh", "250", "126", "50,4"))))
    assert [str(cells[f"t1.r2c{column}"]["value"]) for column in (3, 4)] == ["126 household", "50.4 percent"]


def test_amounts_of_money_are_not_in_the_lengths_of_their_rows(tmp_path: Path) -> None:
    heads = ("Nội dung", "ĐVT", "Số lượng", "Thành tiền", "Chiều dài")
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2019"), table(heads, ("Đường thôn", "km", "12", "500", "12"))))
    found = [isinstance(cells[f"t1.r2c{column}"]["value"], Value) for column in (3, 4, 5)]
    assert found == [True, False, True]


def test_a_class_with_a_number_is_not_a_number_of_classes(tmp_path: Path) -> None:
    heads = ("Nội dung", "Tổng số", "Lớp 6", "Lớp 7")
    title = paragraph("Kết quả học tập năm 2019")
    cells = by_cell(drafted(tmp_path, title, table(heads, ("Số học sinh giỏi", "500", "240", "260"))))
    assert "study_class" not in {str(getattr(cells[f"t1.r2c{column}"]["value"], "unit", "")) for column in (3, 4)}


def test_a_unit_with_a_scale_above_the_heads_is_that_of_the_columns(tmp_path: Path) -> None:
    heads = (("", "Triệu lượt người", ""), ("", "2009", "2010"))
    cells = by_cell(drafted(tmp_path, paragraph("Hành khách"), table(*heads, ("Hải Lĩnh", "33,2", "34,1"))))
    assert str(cells["t1.r3c3"]["value"]).startswith("34100000 person_turn")


def test_households_that_a_title_says_were_reviewed_are_counted(tmp_path: Path) -> None:
    heads = ("Xã", "Tỷ lệ hộ nghèo (%)", "Hộ nghèo")
    title = paragraph("Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2019")
    cells = by_cell(drafted(tmp_path, title, table(heads, ("Xã Hải Lĩnh", "10,5", "250"), ("Xã Sơn", "12,0", "120"))))
    assert str(cells["t1.r2c3"]["value"]) == "250 household"


def test_rows_that_name_something_else_have_not_the_unit_above_also_below_a_head_of_sums(tmp_path: Path) -> None:
    rows = (("Học viên", "125", "60"), ("Kinh phí", "250", "120"), ("Số lớp", "30", "15"), ("Số khách", "40", "20"))
    found = values_of(tmp_path, paragraph("ĐVT: người"), table(("Nội dung", "Tổng số", "Nữ"), *rows))
    assert {cell: value for cell, value in found.items() if cell.endswith("c2")} == {
        "t1.r2c2": "125 person",
        "t1.r5c2": "40 person",
    }


def test_a_line_of_occasions_is_a_unit(tmp_path: Path) -> None:
    lines = paragraph("Khách quốc tế đến Việt Nam"), paragraph("Lượt người")
    found = values_of(tmp_path, *lines, table(YEARS, ("Đường biển", "450", "460")))
    assert found["t1.r2c2"] == "450 person_turn"
