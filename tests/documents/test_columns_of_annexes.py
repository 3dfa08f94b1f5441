"""What the columns of annexes state by their neighbours, by the row of numbers below the heads and in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.drafts import Gap, PartialRecord
from aseansc.observations import Status
from aseansc.periods import Period
from aseansc.units import VND, person
from aseansc.values import Value
from aseansc.vietnamese.tables import (
    ColumnRole,
    is_understood,
    may_name_place,
    read_head,
    read_unit,
    unit_in_brackets,
    unit_of_mean,
)
from tests.documents._made import paragraph, table
from tests.documents.test_growth_in_tables import shown
from tests.documents.test_tables import by_cell, drafted


def test_a_row_of_numbers_states_quotients(tmp_path: Path) -> None:
    heads = ("Nội dung", "Dự toán năm 2018", "TH năm 2018", "TH năm 2017", "So sánh", "So sánh")
    body = ("Thu nội địa", "1.000", "1.100", "900", "110", "122,2")
    cells = by_cell(drafted(tmp_path, table(heads, ("A", "1", "2", "3", "4=2/1", "(5)=(2)/(3)*100"), body)))
    assert shown(cells["t1.r3c5"]) == "AttainmentClaim of_plan 110 percent 2018"
    assert shown(cells["t1.r3c6"]) == "ChangeClaim to 122.2 percent 2018"
    later = ("A", "1", "2", "3", "4=2/1", "5=3/2")  # an earlier level divided by a later one
    assert shown(by_cell(drafted(tmp_path, table(heads, later, body)))["t1.r3c6"]) == "open"


def test_a_ratio_beside_levels_of_two_years_compares_them_if_rows_show_it(tmp_path: Path) -> None:
    heads = ("Vật nuôi", "ĐVT", "Năm 2017", "Năm 2018", "Tỷ lệ (%)")
    rows = [("Đàn trâu", "con", "12.000", "12.500", "104,2"), ("Đàn bò", "con", "15.000", "15.600", "104,0")]
    assert shown(by_cell(drafted(tmp_path, table(heads, *rows)))["t1.r2c5"]) == "ChangeClaim to 104.2 percent 2018"
    rows[1] = (*rows[1][:4], "45,0")
    assert shown(by_cell(drafted(tmp_path, table(heads, *rows)))["t1.r2c5"]) == "open"


def test_a_share_behind_the_levels_of_a_year_is_one_of_this_year(tmp_path: Path) -> None:
    heads = (
        "Xã",
        "Số hộ năm 2017",
        "Hộ nghèo năm 2017",
        "Tỷ lệ (%)",
        "Số hộ năm 2018",
        "Hộ nghèo năm 2018",
        "Tỷ lệ (%)",
    )
    rows = (
        ("Xã Bản Bo", "1.000", "100", "10,0", "1.010", "90", "8,9"),
        ("Xã Bình Lư", "500", "50", "10,0", "510", "40", "7,8"),
    )
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert shown(cells["t1.r2c4"]) == "Observation 10.0 percent 2017"
    assert shown(cells["t1.r2c7"]) == "Observation 8.9 percent 2018"
    heads = ("Ngành", "Giá trị năm 2017", "Cơ cấu (%)", "Giá trị năm 2018", "Cơ cấu (%)")
    cells = by_cell(drafted(tmp_path, table(heads, ("Nông nghiệp", "100", "49,8", "103", "48,9"))))
    assert shown(cells["t1.r2c5"]) == "Observation 48.9 percent 2018"


def test_names_beside_a_total_are_places(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Tổng số", "Tam Đường", "Phong Thổ", "Sìn Hồ")
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2018"), table(heads, ("Số hộ", "hộ", "60", "10", "20", "30"))))
    assert cells["t1.r2c3"]["place"] == "VN-01"
    assert isinstance(cells["t1.r2c4"]["place"], Gap)
    assert [may_name_place(head) for head in ("Nông Nghiệp", "Hà Nhì", "Lào", "Hộ Nghèo", "Sông Mã")] == [False] * 4 + [
        True
    ]


def test_an_empty_unit_is_that_of_what_the_label_counts(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Năm 2018")
    rows = (("Số hộ nghèo", "", "120"), ("Số bác sĩ/vạn dân", "", "8,5"), ("Tỷ lệ hộ nghèo", "", "12"))
    for first, units in (
        (("Diện tích", "nghìn ha", "450"), ["household", "per_10_000", ""]),
        (("Dân số", "nghìn người", "450"), ["", "per_10_000", ""]),  # households perhaps in thousands, too
    ):
        cells = by_cell(drafted(tmp_path, table(heads, first, *rows)))
        values = [cells[f"t1.r{number}c3"]["value"] for number in (3, 4, 5)]
        assert ["" if isinstance(value, PartialRecord) else value.unit.code for value in values] == units


def test_the_noun_of_a_rate_is_not_its_unit(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Năm 2018")
    cells = by_cell(
        drafted(tmp_path, table(heads, ("Số bác sĩ/vạn dân", "bác sĩ", "8,5"), ("Bác sĩ/vạn dân", "%", "8")))
    )
    assert str(cells["t1.r2c3"]["value"]) == "8.5 per_10_000"
    assert isinstance(cells["t1.r3c3"]["value"]["unit"], Gap)


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Thu nhập (bình quân 1 người 1 tháng - nghìn đồng)", "VND/person/month"),
        ("Sản lượng (kg)", "VND"),
        ("Lương bình quân năm", None),
        ("Vốn đầu tư bình quân năm", "VND"),
    ],
)
def test_means_in_brackets_and_of_pay(label: str, unit: str | None) -> None:
    found = unit_of_mean(VND, label)
    assert (None if found is None else found.code) == unit


def test_a_number_of_other_things_is_not_a_part_of_the_list_above_it(tmp_path: Path) -> None:
    rows = (
        ("", "2017", "2018"),
        ("Số trường (Trường)\nNumber of schools (School)", "8", "10"),
        ("Phân theo loại hình - By types of ownership", "", ""),
        ("Công lập - Public", "6", "7"),
        ("Ngoài công lập - Non-public", "2", "3"),
        ("Số giáo viên (Người)\nNumber of teachers (Pers.)", "344", "394"),
        ("Phân theo giới tính - By sex", "", ""),
        ("Nam - Male", "176", "180"),
        ("Nữ - Female", "168", "214"),
    )
    made = drafted(tmp_path, table(*rows))
    names = [str(each["name"]["vi"]) for each in made.indicators if isinstance(each, PartialRecord)]
    assert [name.split(":")[0].split(" (")[0] for name in names[3:]] == ["Số giáo viên"] * 3
    assert shown(by_cell(made)["t1.r9c3"]) == "Observation 214 person 2018"
    rooms = ("Số phòng học (Phòng)\nNumber of classrooms (Classroom)", "8", "10")
    assert shown(by_cell(drafted(tmp_path, table(rows[0], rooms)))["t1.r2c3"]) == "Observation 10 classroom 2018"


def test_a_column_of_labels_may_state_the_times(tmp_path: Path) -> None:
    rows = (
        ("Năm", "Chỉ tiêu", "ĐVT", "Giá trị"),
        ("2017", "Diện tích lúa", "ha", "1.200"),
        ("2017", "Thu ngân sách", "tỷ đồng", "6.200"),
        ("2018", "Diện tích lúa", "ha", "1.250"),
    )
    made = drafted(tmp_path, table(*rows))
    cells = by_cell(made)
    assert shown(cells["t1.r4c4"]) == "Observation 1250 hectare 2018"
    assert cells["t1.r4c4"]["indicator"] == cells["t1.r2c4"]["indicator"] != cells["t1.r3c4"]["indicator"]


def test_columns_of_years_at_the_day_of_a_title(tmp_path: Path) -> None:
    rows = (("Chỉ tiêu", "ĐVT", "2017", "2018"), ("Đàn trâu", "con", "95", "97"), ("Thu nội địa", "tỷ đồng", "1", "2"))
    cells = by_cell(drafted(tmp_path, paragraph("Số liệu tại thời điểm 01/10/2018"), table(*rows)))
    assert [shown(cells[f"t1.r2c{column}"]) for column in (3, 4)] == [
        "Observation 95 animal 2017-10-01",
        "Observation 97 animal 2018-10-01",
    ]
    assert isinstance(cells["t1.r3c4"]["time"], Gap)


def test_units_in_english() -> None:
    units = {"Thous. tons": "tonne 1000", "1000 ha": "hectare 1000", "USD/person": "USD/person 1", "heads": "animal 1"}
    assert {text: f"{found[0].code} {found[1]}" for text in units if (found := read_unit(text))} == units
    assert read_unit("Thous. parsecs") is None
    assert unit_in_brackets("Khách (Lượt người) - Visitors (Person)") == "lượt người"
    assert read_unit(unit_in_brackets("Number of teachers (Person)")) == (person, 1)


def test_a_table_in_english(tmp_path: Path) -> None:
    rows = (("", "2017", "Prel. 2018"), ("", "Thousand persons", ""), ("Total", "92,692.2", "93,677.6"))
    cells = by_cell(drafted(tmp_path, paragraph("Average population"), table(*rows)))
    assert shown(cells["t1.r3c3"]) == "Observation 93677600 person 2018"
    assert cells["t1.r3c3"]["statuses"] == (Status.PROVISIONAL,)
    titles = (paragraph("Người"), paragraph("Person"))
    cells = by_cell(drafted(tmp_path, *titles, table(("", "2017", "2018"), ("Dân số", "1.250", "1.301"))))
    assert shown(cells["t1.r2c3"]) == "Observation 1301 person 2018"


def test_a_unit_in_vietnamese_goes_before_the_one_in_english(tmp_path: Path) -> None:
    rows = (("Năm", "Khách (Lượt người)"), ("Year", "Visitors (Person)"), ("2017", "1.250"), ("2018", "1.301"))
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert shown(cells["t1.r4c2"]) == "Observation 1301 person_turn 2018"
    titles = (paragraph("ĐVT: Lượt người"), paragraph("Unit: Person"))
    cells = by_cell(drafted(tmp_path, *titles, table(("", "2017", "2018"), ("Khách", "1.250", "1.301"))))
    assert shown(cells["t1.r2c3"]) == "Observation 1301 person_turn 2018"


def test_the_unit_below_the_head_of_one_measure_is_only_its_unit(tmp_path: Path) -> None:
    rows = (
        ("TT", "Ngành", "Tổng số", "Khởi công", "Tổng vốn"),
        ("", "", "", "mới", ""),
        ("", "", "", "", "(tỷ đồng)"),
        ("1", "Thủy lợi", "7", "1", "684,0"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Dự án năm 2003"), table(*rows)))
    assert str(cells["t1.r4c5"]["value"]).startswith("684000000000 VND")
    assert isinstance(cells["t1.r4c3"]["value"]["unit"], Gap)


def test_a_row_of_another_part_of_the_year_has_no_certain_time(tmp_path: Path) -> None:
    rows = (("Tỉnh", "Số dự án"), ("Hà Giang", "12"), ("Lào Cai (quý III)", "35"))
    cells = by_cell(drafted(tmp_path, paragraph("Dự án 9 tháng năm 2003"), table(*rows)))
    assert [shown(cells[f"t1.r{row}c2"]) for row in (2, 3)] == [
        "Observation 12 project 2003-01-01/P9M",
        "Observation 35 project",
    ]


def test_heads_of_quarterly_and_monthly_reports() -> None:
    quarter, months = Period.parse("2018-Q3"), Period.parse("2018-01-01/P9M")
    assert str(read_head("Thực hiện quý III", quarter).time) == "2018-Q3"
    lines = ("Thực hiện quý III", "Thực hiện quý IV", "KH theo NQ HĐND", "Dự toán được cấp có thẩm quyền giao")
    assert all(map(is_understood, lines))
    month = read_head("Tháng 9 so với tháng trước (%)", months)
    assert (month.role, str(month.time), str(month.base and month.base.time)) == (
        ColumnRole.CHANGE,
        "2018-09",
        "2018-08",
    )
    base = read_head("So sánh với năm 2017").base
    assert base is not None
    assert str(base.time) == "2017"
    assert read_head("Vốn đầu tư").measure == "vốn đầu tư"


def test_the_columns_below_a_plan_of_funds_are_plans(tmp_path: Path) -> None:
    title = (paragraph("Kế hoạch vốn đầu tư công giai đoạn 2021-2025"), paragraph("ĐVT: triệu đồng"))
    rows = (("TT", "Danh mục", "Năm 2021", "Năm 2022"), ("1", "Giao thông", "500", "600"))
    assert shown(by_cell(drafted(tmp_path, *title, table(*rows)))["t1.r2c4"]) == "Target 600000000 VND 2022"
    rows = (("TT", "Danh mục", "Tổng mức đầu tư", "Năm 2022"), ("1", "Giao thông", "500", "600"))
    assert shown(by_cell(drafted(tmp_path, *title, table(*rows)))["t1.r2c4"]) == "open"


def test_a_column_without_a_head_has_units_if_nearly_all_are_known(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "", "KH 2018", "TH 2018")
    rows = (
        ("Lúa", "ha", "10", "12"),
        ("Đàn trâu", "con", "95", "96"),
        ("Điện", "kwh", "5", "6"),
        ("Số phòng", "phòng", "5", "6"),
    )
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert [shown(cells[f"t1.r{row}c4"]) for row in (2, 3)] == [
        "Observation 12 hectare 2018",
        "Observation 96 animal 2018",
    ]
    cells = by_cell(drafted(tmp_path, table(heads, *rows[:2], *rows[3:])))
    assert isinstance(cells["t1.r2c4"]["value"]["unit"], Gap)


def test_the_whole_year_beside_seasons_is_that_of_the_title(tmp_path: Path) -> None:
    title = paragraph("Sản xuất nông nghiệp năm 2018")
    rows = (("Chỉ tiêu", "ĐVT", "Vụ Đông Xuân", "Vụ Mùa", "Cả năm"), ("Diện tích lúa", "ha", "60", "250", "310"))
    cells = by_cell(drafted(tmp_path, title, table(*rows)))
    assert [shown(cells[f"t1.r2c{column}"]) for column in (3, 5)] == [
        "Observation 60 hectare 2018",
        "Observation 310 hectare 2018",
    ]


@pytest.mark.parametrize(
    ("heads", "last", "found"),
    [
        (("2016", "2017", "Cộng"), "110", "Observation 210000000 VND 2016-01-01/P2Y"),
        (("KH 2016", "KH 2017", "Tổng số"), "110", "Target 210000000 VND 2016-01-01/P2Y"),
        (("2016", "2017", "Cộng"), "111", "open"),  # they do not add up
        (("2016", "2018", "Cộng"), "110", "open"),  # nothing names the year between
    ],
)
def test_the_total_of_years_has_these_years(tmp_path: Path, heads: tuple[str, ...], last: str, found: str) -> None:
    rows = (("Nguồn vốn", *heads), ("Trung ương", "100", last, "210"), ("Địa phương", "50", "60", "110"))
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: triệu đồng"), table(*rows)))
    assert shown(cells["t1.r2c4"]) == found


def test_a_list_of_numbers_without_heads(tmp_path: Path) -> None:
    rows = (
        ("Diện tích", "9.068,8 km2"),
        ("Số hộ nghèo", "1.250"),
        ("Số bạn đọc năm 2016 (lượt)", "25.205"),
        ("Điện thoại", "02133876501"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Thông tin về tỉnh năm 2018"), table(*rows)))
    assert [shown(cells[f"t1.r{row}c2"]) for row in (1, 2, 3, 4)] == [
        "Observation 9068.8 square_kilometre 2018",
        "Observation 1250 household 2018",
        "open",
        "open",
    ]
    letterhead = (("UBND TỈNH", "CỘNG HÒA"), ("SỞ Y TẾ", "Độc lập"), ("Phòng A", "Lai Châu"))
    assert not by_cell(drafted(tmp_path, table(*letterhead)))


def test_a_unit_in_brackets_that_is_not_certain_is_not_that_of_the_noun(tmp_path: Path) -> None:
    cells = by_cell(
        drafted(tmp_path, table(("", "2017", "2018"), ("Số bạn đọc (lượt)", "25", "26"), ("Bạn đọc", "7", "8")))
    )
    assert isinstance(cells["t1.r2c3"]["value"]["unit"], Gap)
    assert shown(cells["t1.r3c3"]) == "Observation 8 person 2018"


def test_shares_with_one_head_are_those_of_the_columns_before_them(tmp_path: Path) -> None:
    heads = ("Xã", "Tổng số hộ", "Số hộ nghèo", "Tỷ lệ %", "Số hộ cận nghèo", "Tỷ lệ %")
    rows = (("Xã A", "1.000", "100", "10,0", "50", "5,0"), ("Xã B", "1.200", "120", "10,0", "60", "5,0"))
    made = drafted(tmp_path, paragraph("Hộ nghèo năm 2018"), table(heads, *rows))
    assert shown(by_cell(made)["t1.r2c6"]) == "Observation 5.0 percent 2018"
    names = {str(each["name"]["vi"]) for each in made.indicators if isinstance(each, PartialRecord)}
    assert {"Tỷ lệ: Số hộ nghèo", "Tỷ lệ: Số hộ cận nghèo"} <= names


def test_mean_days_are_days(tmp_path: Path) -> None:
    rows = (("Năm", "Ngày lưu trú trung bình", "Ngày điều trị"), ("2017", "2,6", "450"), ("2018", "2,8", "470"))
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert shown(cells["t1.r3c2"]) == "Observation 2.8 day 2018"
    assert isinstance(cells["t1.r3c3"]["value"]["unit"], Gap)


def test_nouns_as_heads_beside_years(tmp_path: Path) -> None:
    rows = (("Năm", "Bác sĩ", "Y sĩ"), ("2017", "123", "45"), ("2018", "134", "55"))
    cells = by_cell(drafted(tmp_path, paragraph("Cán bộ y tế"), table(*rows)))
    assert shown(cells["t1.r3c2"]) == "Observation 134 person 2018"


def test_cells_state_their_units(tmp_path: Path) -> None:
    rows = (
        ("Chỉ tiêu", "Giá trị"),
        ("Diện tích", "9.068,8 km2"),
        ("Thu ngân sách", "2.150 tỷ đồng"),
        ("Tỷ lệ hộ nghèo", "20,12%"),
        ("Thời gian thực hiện", "6 tháng"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Thông tin chung năm 2018"), table(*rows)))
    assert [shown(cells[f"t1.r{row}c2"]) for row in (2, 3, 4)] == [
        "Observation 9068.8 square_kilometre 2018",
        "Observation 2150000000000 VND 2018",
        "Observation 20.12 percent 2018",
    ]
    assert shown(cells["t1.r5c2"]) == "open"


def test_men_and_women_beside_persons_are_persons(tmp_path: Path) -> None:
    heads = ("Nội dung", "Tổng số (người)", "Nam", "Nữ")
    for women, is_known in (("124", True), ("50,5", False), ("251", False)):
        cells = by_cell(
            drafted(tmp_path, table(heads, ("Khu vực I", "250", "126", women), ("Khu vực II", "20", "8", "9")))
        )
        assert isinstance(cells["t1.r2c4"]["value"], Value) is is_known


def test_years_of_a_plan_may_be_planned(tmp_path: Path) -> None:
    rows = (("Chỉ tiêu", "ĐVT", "2020", "2021"), ("Thu ngân sách", "tỷ đồng", "2.000", "2.100"))
    for title, found in (
        ("Chỉ tiêu chủ yếu giai đoạn 2021-2025", "open"),
        ("Kết quả thực hiện các chỉ tiêu giai đoạn 2021-2025", "Observation 2100000000000 VND 2021"),
        ("Một số chỉ tiêu giai đoạn 2018-2021", "Observation 2100000000000 VND 2021"),
    ):
        assert shown(by_cell(drafted(tmp_path, paragraph(title), table(*rows)))["t1.r2c4"]) == found


def test_capital_beside_the_number_of_projects_is_registered_and_not_asked_for(tmp_path: Path) -> None:
    heads = ("Địa phương", "Số dự án (dự án)", "Vốn đăng ký cấp mới (tỷ đồng)", "Vốn đăng ký (tỷ đồng)")
    rows = [("Hải Lĩnh", "4", "120,5", "130"), ("Sơn Bình", "2", "60", "75,5")]
    title = paragraph("Dự án được cấp phép năm 2019")
    cells = by_cell(drafted(tmp_path, title, table(heads, *rows)))
    found = [str(cells[f"t1.r2c{column}"]["value"]).split(" to")[0] for column in (2, 3, 4)]
    assert found == ["4 project", "120500000000 VND", "130000000000 VND"]
    other = ("Địa phương", "Diện tích (ha)", *heads[2:])
    cells = by_cell(drafted(tmp_path, title, table(other, *rows)))
    assert {cells[f"t1.r2c{column}"].record_type.__name__ for column in (3, 4)} == {"Mention"}


@pytest.mark.parametrize(
    ("head", "base"),
    [
        ("Chỉ số tồn kho thời điểm 1/4/2014 so với cùng thời điểm năm trước (%)", "2013-04-01"),
        ("Chỉ số tồn kho thời điểm 1/4/2014 so với cùng thời điểm năm 2012", "2012-04-01"),
        ("Chỉ số tồn kho thời điểm 1/4/2014 so với cùng thời điểm tháng trước", "2014-03-01"),
    ],
)
def test_the_same_day_of_another_year_or_month_is_a_base(head: str, base: str) -> None:
    found = read_head(head)
    assert is_understood(head)
    assert found.base is not None
    assert (found.role, str(found.time), str(found.base.time)) == (ColumnRole.CHANGE, "2014-04-01", base)


def test_a_closure_for_a_time_is_no_length_of_time() -> None:
    assert not read_head("2 tháng năm 2017 Tạm ngừng kinh doanh có thời hạn").doubtful
    assert read_head("Thời hạn sử dụng").doubtful


def test_a_name_on_two_lines_of_a_head_is_not_a_unit(tmp_path: Path) -> None:
    heads = ("", "Cả", "Tây", "Đông"), ("", "nước", "Nguyên", "Bắc")
    cells = by_cell(drafted(tmp_path, table(*heads, ("Số hộ (hộ)", "1.200", "300", "200"))))
    assert [shown(cells[f"t1.r3c{column}"]) for column in (2, 3)] == [
        "Observation 1200 household 2018",
        "Observation 300 household 2018",
    ]


def test_columns_of_names_have_no_figures(tmp_path: Path) -> None:
    rows = ("Hộ nghèo", "Huyện A", "Xã B"), ("Hộ cận nghèo", "Huyện A", "Xã C")
    for head in ("Chỉ tiêu", ""):
        assert not by_cell(drafted(tmp_path, table((head, "", ""), *rows)))


def test_a_comparison_without_a_measure_is_of_the_level_before_it(tmp_path: Path) -> None:
    heads = ("Cây", "Diện tích 2018 (ha)", "Sản lượng 2018 (tấn)", "So với năm 2017 (%)")
    rows = ("Lúa", "1.100", "5.000", "105"), ("Ngô", "2.200", "500", "107"), ("Sắn", "220", "50", "103")
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert shown(cells["t1.r2c4"]) == "ChangeClaim to 105 percent 2018"
    assert cells["t1.r2c4"]["end"] == cells["t1.r2c3"]["id"]


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (("TH 2018", "Tăng trưởng (%)"), "ChangeClaim by 10 percent 2018"),
        (("KH 2018", "Tăng trưởng (%)"), "open"),  # of the plan, or of what was done
        (("TH 2017", "TH 2018", "Tăng trưởng (%)"), "open"),  # the levels do not show it
    ],
)
def test_growth_without_a_base_is_that_of_the_only_level(tmp_path: Path, heads: tuple[str, ...], found: str) -> None:
    rows = [(name, "ha", *["100"] * (len(heads) - 1), "10") for name in ("Lúa", "Ngô")]
    cells = by_cell(drafted(tmp_path, table(("Cây", "ĐVT", *heads), *rows)))
    assert shown(cells[f"t1.r2c{len(heads) + 2}"]) == found


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (
            ("Số hộ 2016 (hộ)", "Số hộ 2018 (hộ)", "Số lao động 2016 (người)"),
            "ChangeClaim by 10.0 percent/year 2017-01-01/P2Y",
        ),
        (("KH 2016 (hộ)", "TH 2018 (hộ)", "TH 2010 (hộ)"), "open"),  # neither a plan, nor a year outside the average
    ],
)
def test_an_average_compares_levels_of_one_measure_in_its_years(
    tmp_path: Path, heads: tuple[str, ...], found: str
) -> None:
    rows = [(f"Xã {name}", "1.000", "1.210", "1.000", "10,0") for name in "ABCD"]
    cells = by_cell(drafted(tmp_path, table(("Xã", *heads, "Tốc độ tăng bình quân 2016-2018 (%)"), *rows)))
    assert shown(cells["t1.r2c5"]) == found


def test_years_that_are_parts_of_years_do_not_move_other_comparisons(tmp_path: Path) -> None:
    lines = paragraph("Thu ngân sách 6 tháng đầu năm 2018"), paragraph("ĐVT: tỷ đồng")
    for head in ("Năm 2016 so với năm 2015 (%)", "So với KH (%)"):
        rows = ("Thu", "100", "110", "105"), ("Chi", "200", "210", "107")
        cells = by_cell(drafted(tmp_path, *lines, table(("Nội dung", "Năm 2017", "Năm 2018", head), *rows)))
        assert [shown(cells[f"t1.r2c{column}"]) for column in (2, 3, 4)] == [
            "Observation 100000000000 VND 2017-S1",
            "Observation 110000000000 VND 2018-S1",
            "open",
        ]


@pytest.mark.parametrize(
    ("head", "known", "role", "time"),
    [
        ("Thực hiện 31/02/2018", None, ColumnRole.UNKNOWN, None),  # no such day
        ("Thực hiện tháng 13/2018", None, ColumnRole.UNKNOWN, None),
        ("Tháng báo cáo", Period.years(2016, 2018), ColumnRole.UNKNOWN, None),  # which month is not stated
        ("Tháng báo cáo", Period.parse("2018-01-01/P6M"), ColumnRole.ACTUAL, "2018-06"),
        ("Thực hiện/ tỷ lệ/ kế hoạch (%)", None, ColumnRole.ATTAINMENT, None),
        ("Niên vụ 2018 so với kế hoạch (%)", None, ColumnRole.UNKNOWN, None),  # not a calendar year
        ("Thực hiện năm học 2018-2019/KH (%)", None, ColumnRole.UNKNOWN, None),
    ],
)
def test_heads_with_times_that_are_no_days_or_calendar_years(
    head: str, known: Period | None, role: ColumnRole, time: str | None
) -> None:
    found = read_head(head, known)
    assert (found.role, None if found.time is None else str(found.time)) == (role, time)


def test_a_year_before_that_of_the_plans_of_a_title_was_reached(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)", "Năm 2021")
    rows = (
        ("Thu ngân sách", "tỷ đồng", "100", "110", "110", "95"),
        ("Giải quyết việc làm", "người", "20", "21", "105", "19"),
    )
    for year, found in (("2022", "Observation 95000000000 VND 2021"), ("2021", "open")):
        cells = by_cell(drafted(tmp_path, paragraph(f"Một số chỉ tiêu năm {year}"), table(heads, *rows)))
        assert shown(cells["t1.r2c6"]) == found


def test_lines_that_name_other_documents_state_nothing_of_the_figures(tmp_path: Path) -> None:
    heads = ("Xã", "Tổng số hộ (hộ)", "Hộ nghèo")
    for line in ("(Kèm theo Quyết định số 12/QĐ-UBND của tỉnh)", "(Kèm theo Kế hoạch số 12/KH-UBND của tỉnh)"):
        title = (paragraph("Kết quả rà soát hộ nghèo năm 2018"), paragraph(line))
        cells = by_cell(drafted(tmp_path, *title, table(heads, ("Hải Lĩnh", "900", "250"), ("Sơn", "800", "120"))))
        assert [shown(cells[f"t1.r2c{column}"]) for column in (2, 3)] == [
            "Observation 900 household 2018",
            "Observation 250 household 2018",
        ]


def test_plans_beside_one_of_a_change_are_plans(tmp_path: Path) -> None:
    heads = ("Xã", "Diện tích lúa (ha)", "Giảm hộ nghèo (hộ)")
    rows = (("Hải Lĩnh", "200", "20"), ("Sơn Bình", "300", "15"))
    cells = by_cell(drafted(tmp_path, paragraph("Chỉ tiêu giao năm 2024"), table(heads, *rows)))
    assert [shown(cells[f"t1.r2c{column}"]) for column in (2, 3)] == ["Target 200 hectare 2024", "open"]


@pytest.mark.parametrize(
    ("heads", "stated"),
    [
        (
            ("Hộ nghèo đầu năm 2018", "Số hộ thoát nghèo", "Hộ nghèo cuối năm 2018"),
            ("household 2018", "household 2018", "household 2018"),
        ),
        (
            ("Dân số 31/12/2016 (người)", "Dân số 31/12/2017 (người)", "Tỷ lệ (%)"),  # of both perhaps
            ("person 2016-12-31", "person 2017-12-31", ""),
        ),
        (
            ("Số hộ thoát nghèo năm 2016", "Số xã đạt chuẩn năm 2017"),
            ("household 2016", "commune 2017"),
        ),
    ],
)
def test_levels_of_several_times_beside_others(tmp_path: Path, heads: tuple[str, ...], stated: tuple[str, ...]) -> None:
    rows = (("Xã A", "120", "31", "105"), ("Xã B", "140", "22", "131"), ("Xã C", "100", "12", "95"))
    made = drafted(tmp_path, table(("Xã", *heads), *(row[: len(heads) + 1] for row in rows)))
    found = [by_cell(made)[f"t1.r2c{at}"] for at in range(2, len(heads) + 2)]
    assert tuple(f"{each['value'].unit} {each['time']}" if each.get("value") else "" for each in found) == stated


@pytest.mark.parametrize("head", ["Diện tích đạt (%)", "Diện tích so với kế hoạch (%)"])
def test_a_percent_that_suits_the_plans_of_two_measures_is_of_the_one_that_its_head_names(
    tmp_path: Path, head: str
) -> None:
    heads = ("Kế hoạch vốn (triệu đồng)", "Thực hiện vốn (triệu đồng)", "Kế hoạch diện tích (ha)")
    rows = (
        ("Xã A", "100", "50", "10", "5", "50"),
        ("Xã B", "200", "150", "20", "15", "75"),
        ("Xã C", "300", "90", "30", "9", "30"),
    )
    cells = by_cell(drafted(tmp_path, table(("Đơn vị", *heads, "Thực hiện diện tích (ha)", head), *rows)))
    assert cells["t1.r2c6"]["target"] == cells["t1.r2c4"]["id"]


@pytest.mark.parametrize(
    ("heads", "stated"),
    [
        (("Số lớp", "Số học viên", "Nội dung đào tạo"), ["30 study_class", "90 person"]),
        (("Số hộ", "Số khẩu", "Tên xã"), ["30 household", "90 person"]),
        (("STT", "Số hộ kiểm tra", "Xã"), ["", "90 household"]),
        (("Tổng số (người)", "Nữ", "Đơn vị"), ["30 person", "open"]),
        (("Mục", "Diện tích (ha)", "Xã"), ["open", "90 hectare"]),
    ],
)
def test_figures_before_the_labels_are_not_codes(tmp_path: Path, heads: tuple[str, ...], stated: list[str]) -> None:
    first, second = ("1", "2") if heads[0] == "STT" else ("30", "25")
    made = drafted(tmp_path, table(heads, (first, "90", "Trồng nấm"), (second, "70", "Nuôi ong")))
    found = [by_cell(made).get(f"t1.r2c{at}") for at in (1, 2)]
    values = [None if each is None else each["value"] for each in found]
    assert ["open" if isinstance(each, PartialRecord) else str(each or "") for each in values] == stated


def test_a_bare_ratio_beside_a_level_with_its_own_time_is_open(tmp_path: Path) -> None:
    heads = ("Xã", "KH vốn 2023 (triệu đồng)", "Giải ngân đến 31/01/2024 (triệu đồng)", "Tỷ lệ (%)")
    rows = (("Xã A", "1.200", "1.100", "91,7"), ("Xã B", "1.500", "1.200", "80"))
    assert shown(by_cell(drafted(tmp_path, table(heads, *rows)))["t1.r2c4"]) == "open"
