"""Units that titles, sections and groups state, and the prices of units."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.values import Value
from aseansc.vietnamese.tables import (
    counted_in,
    read_unit,
)
from tests.documents._made import paragraph, table
from tests.documents.test_table_units import values_of
from tests.documents.test_tables import by_cell, drafted


def test_animals_of_a_title_have_the_unit_in_its_brackets(tmp_path: Path) -> None:
    title = paragraph("Tổng đàn gia súc, gia cầm (Nghìn con)")
    cells = by_cell(drafted(tmp_path, title, table(("", "2019", "2020"), ("Trâu", "50", "49"), ("Bò", "100", "110"))))
    assert str(cells["t1.r2c3"]["value"]).startswith("49000 animal")


def test_patients_in_short_are_persons() -> None:
    found = [read_unit(unit) for unit in ("BN", "Nghìn HK", "UBND")]
    assert [None if unit is None else str(unit[0]) for unit in found] == ["person", "person", None]


def test_cases_and_visits_are_counted_without_the_word_for_number() -> None:
    found = {
        label: counted_in(label)
        for label in ("Ca mắc mới", "Tổng ca nhiễm", "Tổng lượt khách", "Số lượt khám", "Số lượt xe", "Ca trực")
    }
    units = {label: None if unit is None else str(unit[0]) for label, unit in found.items()}
    assert units == {
        "Ca mắc mới": "disease_case",
        "Tổng ca nhiễm": "disease_case",
        "Tổng lượt khách": "person_turn",
        "Số lượt khám": "person_turn",
        "Số lượt xe": "turn",
        "Ca trực": None,
    }


@pytest.mark.parametrize(
    ("title", "heads", "found"),
    [
        ("Giá một số mặt hàng tháng 6/2023", ("Mặt hàng", "ĐVT", "Giá (đồng)"), "15000 VND/kilogram"),
        ("Giá bán lẻ bình quân", ("Mặt hàng", "ĐVT", "Tháng 6/2023"), ""),
        ("Giá trị sản xuất", ("Mặt hàng", "ĐVT", "Tháng 6/2023"), "15000 kilogram"),
    ],
)
def test_prices_are_for_one_unit_of_what_is_sold(
    tmp_path: Path, title: str, heads: tuple[str, ...], found: str
) -> None:
    cells = by_cell(drafted(tmp_path, paragraph(title), table(heads, ("Gạo tẻ", "kg", "15.000"))))
    value = cells["t1.r2c3"]["value"]
    assert (str(value) if isinstance(value, Value) else "") == found


def test_numbers_too_large_for_one_unit_leave_those_in_another_one(tmp_path: Path) -> None:
    rows = (
        ("Lao động (Nghìn người)", "", ""),
        ("Đường bộ", "950.000", "990.000"),
        ("Hàng hóa (Nghìn tấn)", "", ""),
        ("Đường bộ", "133,5", "140,2"),
    )
    cells = by_cell(drafted(tmp_path, table(("", "Năm 2017", "Năm 2018"), *rows)))
    assert [isinstance(cells[f"t1.r{row}c3"]["value"], Value) for row in (3, 5)] == [False, True]


def test_units_in_the_brackets_of_a_title_are_those_of_the_measures_they_suit(tmp_path: Path) -> None:
    heads = ("Nguồn vốn", "Giá trị", "Tỷ trọng")
    rows = (("Nhà nước", "100", "40,0"), ("Ngoài nhà nước", "150", "60,0"), ("Tổng", "250", "100,0"))
    title = paragraph("Nguồn vốn đầu tư năm 2020 (tỷ đồng, %)")
    cells = by_cell(drafted(tmp_path, title, table(heads, *rows)))
    assert [str(cells[f"t1.r2c{column}"]["value"]).split(" to")[0] for column in (2, 3)] == [
        "100000000000 VND",
        "40.0 percent",
    ]


def test_things_that_a_head_counts_below_a_line_of_money_are_counted(tmp_path: Path) -> None:
    title = (paragraph("Tín dụng năm 2023"), paragraph("Đơn vị: triệu đồng"))
    heads = ("Chương trình", "Dư nợ", "Nợ quá hạn", "Số hộ vay", "Năm thành lập")
    cells = by_cell(drafted(tmp_path, *title, table(heads, ("Chăn nuôi", "10.000", "50", "500", "2010"))))
    found = [str(cells[f"t1.r2c{column}"]["value"]).split(" to")[0] for column in (2, 3, 4)]
    assert found == ["10000000000 VND", "50000000 VND", "500 household"]
    assert "t1.r2c5" not in cells


def test_the_units_of_a_section_are_those_of_its_columns(tmp_path: Path) -> None:
    heads = ("", "Khối lượng vận chuyển", "Khối lượng luân chuyển")
    rows = (
        ("A. Hành khách", "Nghìn HK", "Triệu HK.km"),
        ("Đường bộ", "212.609,1", "9.574,9"),
        ("Phân theo phạm vi", "", ""),
        ("Trong nước", "212.156,1", "8.271,0"),
        ("B. Hàng hóa", "Nghìn tấn", "Triệu tấn.km"),
        ("Đường bộ", "66.047,5", "16.181,4"),
        ("C. Doanh thu", "", ""),
        ("Đường bộ", "50,5", "10,1"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Vận tải tháng 01 năm 2011"), table(heads, *rows)))
    values = {cell: record["value"] for cell, record in cells.items() if isinstance(record.get("value"), Value)}
    found = {cell: str(getattr(value, "unit", "")) for cell, value in values.items()}
    people = {
        "t1.r3c2": "person",
        "t1.r3c3": "passenger_kilometre",
        "t1.r5c2": "person",
        "t1.r5c3": "passenger_kilometre",
    }
    assert found == {**people, "t1.r7c2": "tonne", "t1.r7c3": "tonne_kilometre"}


def test_a_row_with_a_unit_of_its_own_and_a_line_end_the_units_of_a_section(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Năm 2021", "Năm 2022")
    rows = (
        ("1. Diện tích", "Ha", "Ha"),
        ("Lúa", "100", "200"),
        ("Tỷ lệ che phủ rừng (%)", "40", "41"),
        ("Tỷ lệ hộ nghèo", "4", "5"),
        ("Xã hội", "", ""),
        ("Số hộ nghèo (hộ)", "40", "41"),
        ("Lúa mùa", "4", "5"),
    )
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    values = [cells[f"t1.r{row}c2"]["value"] for row in (3, 4, 5, 7, 8)]
    found = [str(value) if isinstance(value, Value) else "" for value in values]
    assert found == ["100 hectare", "40 percent", "", "40 household", ""]


def test_the_unit_column_of_a_row_decides_below_a_section_with_units(tmp_path: Path) -> None:
    rows = (("I. Lúa", "", "Tấn", "Tấn"), ("Số hộ trồng", "Hộ", "30", "40"), ("Tỷ lệ hộ nghèo", "%", "3", "4"))
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "ĐVT", "2021", "2022"), *rows)))
    assert [str(cells[f"t1.r{row}c3"]["value"]) for row in (3, 4)] == ["30 household", "3 percent"]


def test_persons_below_thousands_of_persons_are_thousands(tmp_path: Path) -> None:
    rows = (("1. Lao động", "Nghìn người", "Nghìn người"), ("Số người trồng chè", "100", "200"))
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "Năm 2021", "Năm 2022"), *rows)))
    assert str(cells["t1.r3c2"]["value"]).split(" to")[0] == "100000 person"


@pytest.mark.parametrize(
    ("title", "head", "row", "found"),
    [
        ("Giá và sản lượng năm 2023", "Sản lượng", ("Gạo", "kg", "1500"), "1500 kilogram"),
        ("Giá đất, tiền thuê đất", "2022", ("Diện tích cho thuê", "ha", "1600"), "1600 hectare"),
        ("Giá điện và sản lượng điện", "2022", ("Số hộ dùng điện", "hộ", "160"), "160 household"),
        ("Giá và sản lượng năm 2023", "Giá bán", ("Gạo", "kg", "1500"), ""),
    ],
)
def test_what_is_not_a_price_keeps_its_unit_below_a_title_of_prices(
    tmp_path: Path, title: str, head: str, row: tuple[str, ...], found: str
) -> None:
    cells = by_cell(drafted(tmp_path, paragraph(title), table(("Chỉ tiêu", "ĐVT", head), row)))
    value = cells["t1.r2c3"]["value"]
    assert (str(value) if isinstance(value, Value) else "") == found


def test_households_in_short_are_not_passengers(tmp_path: Path) -> None:
    row = ("Xã A", "HK", "150")
    for title, found in (("Dân số, hộ khẩu năm 2023", ""), ("Vận chuyển hành khách năm 2023", "150 person")):
        cells = by_cell(drafted(tmp_path, paragraph(title), table(("Chỉ tiêu", "ĐVT", "2023"), row)))
        value = cells["t1.r2c3"]["value"]
        assert (str(value) if isinstance(value, Value) else "") == found


def test_the_first_letters_of_what_a_label_counts_are_its_unit(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Đơn vị tính", "Năm 2019")
    rows = [("Số sinh viên", "SV", "120"), ("Số trang trại", "TT", "35"), ("Số sinh viên", "TT", "35")]
    found = values_of(tmp_path, table(heads, *rows))
    assert found == {"t1.r2c3": "120 person", "t1.r3c3": "35 farm"}
