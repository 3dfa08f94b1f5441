"""Which columns of annex tables a column of changes, ratios or attainments compares; unsure ones are left open."""

from __future__ import annotations

from pathlib import Path

from aseansc.vietnamese.tables import is_ratio_label
from tests.documents._made import paragraph, spanned, table
from tests.documents.test_tables import by_cell, drafted, stated


def test_the_difference_from_a_plan_is_left_open(tmp_path: Path) -> None:
    heads = (
        ("Nội dung", "Dự toán năm 2020", "Quyết toán năm 2020", spanned("So sánh", 2)),
        ("", "", "", "Tuyệt đối", "Tương đối (%)"),
    )
    rows = ("Thu", "100", "120", "20", "120"), ("Chi", "200", "150", "-50", "75"), ("Vay", "50", "60", "10", "120")
    found = stated(tmp_path, paragraph("ĐVT: tỷ đồng"), table(*heads, *rows))
    assert (found["r3c4"], found["r3c5"]) == ("Mention", "AttainmentClaim 2020 t1-r3.c3 t1-r3.c2.target")


def test_a_comparison_that_names_only_its_base_is_one_of_the_only_level(tmp_path: Path) -> None:
    title = paragraph("Thu ngân sách 6 tháng đầu năm 2022"), paragraph("ĐVT: tỷ đồng")
    heads = ("Nội dung", "Dự toán năm 2022", "TH 6 tháng", "So với cùng kỳ (%)")
    rows = ("Thu nội địa", "100", "40", "118,2"), ("Thuế", "90", "30", "121,4"), ("Phí", "20", "10", "96,5")
    assert stated(tmp_path, *title, table(heads, *rows))["r2c4"] == "ChangeClaim 2022-S1 not_stated t1-r2.c3"
    heads = ("Nội dung", "TH tháng 6", "TH 6 tháng", "So với cùng kỳ (%)")
    assert stated(tmp_path, *title, table(heads, *rows))["r2c4"] == "Mention"
    for other in ("Thực hiện năm 2021", "Thực hiện tháng 6"):  # the same period of the title is that of half a year
        heads = ("Nội dung", other, "Dự toán năm 2022", "So với cùng kỳ (%)")
        assert stated(tmp_path, *title, table(heads, *rows))["r2c4"] == "Mention"
    heads = ("Nội dung", "TH tháng 6", "TH 6 tháng", "So với cùng kỳ (%)", "6 tháng so với cùng kỳ (%)")
    both = tuple((*row, row[-1]) for row in rows)
    found = stated(tmp_path, *title, table(heads, *both))
    assert (found["r2c4"], found["r2c5"]) == ("Mention", "ChangeClaim 2022-S1 not_stated t1-r2.c3")


def test_levels_of_one_line_below_two_groups_are_compared(tmp_path: Path) -> None:
    heads = (
        (
            "Bộ, ngành",
            spanned("Kế hoạch vốn năm 2022", 2),
            spanned("Giải ngân đến 30/6/2022", 2),
            "Tỷ lệ giải ngân (%)",
        ),
        ("", "Tổng số", "Vốn trong nước", "Tổng số", "Vốn trong nước", ""),
    )
    rows = (
        ("Bộ Y tế", "100", "80", "40", "20", "40"),
        ("Bộ Công Thương", "200", "150", "50", "45", "25"),
        ("Bộ Tư pháp", "50", "40", "30", "20", "60"),
    )
    found = stated(tmp_path, paragraph("ĐVT: tỷ đồng"), table(*heads, *rows))
    assert found["r3c6"] == "AttainmentClaim 2022-06-30 t1-r3.c4 t1-r3.c2.target"


def test_parts_of_a_comparison_in_the_form_that_another_one_shows(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "TH tháng 5/2022", "Ước tháng 6/2022", "Lũy kế 6 tháng năm 2022", "So với tháng trước (%)")
    more = ("Lũy kế so với cùng kỳ năm 2021 (%)",)
    rows = (
        ("Khách", "210", "455", "1.012", "216,7", "188,3"),
        ("Khách quốc tế", "102", "153", "491", "150,0", "210,0"),
        ("Doanh thu", "120", "310", "610", "258,3", "201,2"),
    )
    found = drafted(tmp_path, paragraph("Du lịch tháng 6 năm 2022"), table((*heads, *more), *rows))
    assert str(by_cell(found)["t1.r2c6"]["value"]) == "to 188.3 percent"


def test_the_same_period_is_that_of_the_only_level_of_a_table_without_a_time(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Đvt", "Cùng kỳ năm 2021", "11 tháng năm 2022", "So với cùng kỳ (%)")
    rows = (
        ("Vốn", "tỷ đồng", "512", "631", "123,2"),
        ("Dự án", "dự án", "41", "52", "126,8"),
        ("Thu", "tỷ đồng", "30", "28", "93,3"),
    )
    found = stated(tmp_path, table(heads, *rows))
    assert [found[f"r2c{column}"] for column in (3, 4, 5)] == [
        "Observation 2021-01-01/P11M",
        "Observation 2022-01-01/P11M",
        "ChangeClaim 2022-01-01/P11M t1-r2.c3 t1-r2.c4",
    ]


def test_the_same_period_is_open_beside_a_level_without_a_time(tmp_path: Path) -> None:
    rows = ("Vốn", "512", "631", "560"), ("Thu", "30", "28", "27")
    heads = ("Nội dung", "Dự toán năm 2022", "Thực hiện 6 tháng", "Cùng kỳ năm trước")
    found = stated(tmp_path, paragraph("ĐVT: tỷ đồng"), table(heads, *rows))
    assert [found[f"r2c{column}"] for column in (3, 4)] == ["Mention", "Mention"]
    heads = ("Nội dung", "Thực hiện năm 2021", "Thực hiện 6 tháng", "Cùng kỳ năm trước")
    found = stated(tmp_path, paragraph("ĐVT: tỷ đồng"), table(heads, *rows))
    assert "2020" not in found["r2c4"]


def test_months_compared_without_their_year(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Tháng 8 năm 2022", "Tháng 9 năm 2022", "T9/T8 (%)")
    rows = (
        ("Gạo", "tấn", "290", "301", "103,8"),
        ("Ngô", "tấn", "510", "523", "102,5"),
        ("Mía", "tấn", "402", "411", "102,2"),
    )
    assert stated(tmp_path, table(heads, *rows))["r2c5"] == "ChangeClaim 2022-09 t1-r2.c3 t1-r2.c4"


def test_years_compared_above_columns_of_half_years_are_half_years(tmp_path: Path) -> None:
    heads = ("Mặt hàng", "TH 6 tháng năm 2021", "Ước 6 tháng năm 2022", "% 2022/2021")
    rows = ("Gạo", "303", "352", "116,2"), ("Cà phê", "84", "103", "122,6"), ("Điều", "275", "250", "90,9")
    lines = (paragraph("ĐVT: tấn"),)
    assert stated(tmp_path, *lines, table(heads, *rows))["r2c4"] == "ChangeClaim 2022-S1 t1-r2.c2 t1-r2.c3"
    others = tuple((*row[:3], "120,5") for row in rows)
    assert stated(tmp_path, *lines, table(heads, *others))["r2c4"] == "Mention"


def test_a_comparison_beside_a_column_that_may_be_a_level_is_open(tmp_path: Path) -> None:
    title = paragraph("Thu ngân sách 6 tháng đầu năm 2022"), paragraph("ĐVT: tỷ đồng")
    heads = ("Nội dung", "TH 6 tháng", "Lũy kế đến nay", "So với cùng kỳ (%)")
    rows = ("Thu nội địa", "40", "50", "118,2"), ("Thuế", "30", "31", "121,4"), ("Phí", "10", "12", "96,5")
    assert stated(tmp_path, *title, table(heads, *rows))["r2c4"] == "Mention"


def test_ratios_in_groups_of_plans_and_levels_are_compared(tmp_path: Path) -> None:
    heads = (
        ("Huyện", spanned("BHXH bắt buộc", 3), spanned("BHYT", 3)),
        ("", *("Chỉ tiêu giao", "Thực hiện", "Tỷ lệ (%)") * 2),
    )
    rows = (
        ("Huyện Đông Hưng", "121", "119", "98,3", "301", "251", "83,4"),
        ("Huyện Hưng Hà", "152", "153", "100,7", "352", "361", "102,6"),
        ("Huyện Khoái Châu", "140", "131", "93,6", "290", "241", "83,1"),
    )
    found = stated(tmp_path, paragraph("Kết quả năm 2022"), paragraph("ĐVT: Người"), table(*heads, *rows))
    assert found["r3c4"] == "AttainmentClaim 2022 t1-r3.c3 t1-r3.c2.target"
    assert found["r3c7"] == "AttainmentClaim 2022 t1-r3.c6 t1-r3.c5.target"


def test_a_base_with_its_own_time_decides_the_level(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "TH T9/2022", "ƯTH T10/2022", "Cộng dồn 10T/2022", "So với 10T/2021 (%)")
    rows = ("Điện", "MWh", "310", "305", "2.910", "107,1"), ("Than", "tấn", "412", "420", "4.010", "105,2")
    third = (("Xi măng", "tấn", "410", "420", "3.900", "99,0"),)
    found = stated(tmp_path, table(heads, *rows, *third))
    assert found["r2c6"] == "ChangeClaim 2022-01-01/P10M not_stated t1-r2.c5"


def test_labels_of_programmes_are_not_those_of_changes() -> None:
    labels = ("Tăng cường tiềm lực", "Giảm nghèo bền vững", "Tăng dân số", "Giảm hộ nghèo")
    assert [is_ratio_label(label) for label in labels] == [False, False, True, True]


def test_years_compared_beside_open_columns_of_half_years_are_open(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "KH 2022", "TH 2022", "6 tháng 2022", "6 tháng 2023", "So sánh 2023/2022 (%)")
    rows = ("Tôm", "tấn", "210", "217", "105", "110", "104,8"), ("Cá", "tấn", "300", "302", "298", "299", "100,3")
    third = (("Cua", "tấn", "60", "62", "30", "31", "103,3"),)
    assert stated(tmp_path, table(heads, *rows, *third))["r2c7"] == "Mention"


def test_plus_or_minus_below_a_day_is_a_comparison(tmp_path: Path) -> None:
    rows = (
        ("Mặt hàng", "29/08/2024", "+/-", "Giá bình quân"),
        ("Gạo (đồng/kg)", "11.350", "100", "11.300"),
        ("Lúa (đồng/kg)", "7.650", "-100", "7.700"),
    )
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert {cells[f"t1.r{row}c3"].record_type.__name__ for row in (2, 3)}.isdisjoint({"Observation", "Target"})


def test_a_comparison_with_the_month_before_is_one_of_the_month_after_it(tmp_path: Path) -> None:
    heads = ("Thị trường", "T5/2022 (USD)", "So với T4/2022 (%)", "5T/2022 (USD)", "So với T3/2022 (%)")
    rows = (
        heads,
        ("Hoa Kỳ", "120", "12,5", "550", "1,5"),
        ("Nhật", "80", "-5,1", "410", "-1,5"),
        ("Ý", "9", "2,5", "41", "2"),
    )
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert f"{cells['t1.r2c3']['value']} {cells['t1.r2c3']['time']}" == "by 12.5 percent 2022-05"
    assert cells["t1.r2c5"].record_type.__name__ == "Mention"
