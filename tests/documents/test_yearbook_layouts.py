"""Layouts of yearbooks and annexes that differ in where the unit, the time and the measure are printed."""

from __future__ import annotations

from pathlib import Path

from aseansc.drafts import PartialRecord
from tests.documents._made import paragraph, table
from tests.documents.test_growth_in_tables import shown
from tests.documents.test_tables import by_cell, drafted


def test_percent_alone_is_not_the_unit_of_an_amount(tmp_path: Path) -> None:
    rows = (("Tổng số", "6,18", "5,32"), ("Dịch vụ", "7,18", "6,63"))
    title = "Tổng sản phẩm trong nước theo giá so sánh (%)"  # growth, or shares
    cells = by_cell(drafted(tmp_path, paragraph(title), table(("", "2008", "2009"), *rows)))
    assert isinstance(cells["t1.r3c3"]["value"], PartialRecord)
    grown = paragraph(f"Tốc độ tăng {title[0].lower()}{title[1:]}")
    cells = by_cell(drafted(tmp_path, grown, table(("", "2008", "2009"), *rows)))
    assert shown(cells["t1.r3c2"]) == "ChangeClaim by 7.18 percent 2008"


def test_a_mean_in_the_title_is_that_of_all_rows_with_the_unit_above(tmp_path: Path) -> None:
    title = (paragraph("Thu nhập bình quân đầu người một tháng phân theo nguồn thu"), paragraph("ĐVT: Nghìn đồng"))
    rows = (("TỔNG SỐ", "2.345,6", "2.876,5"), ("Tiền lương, tiền công", "1.234,5", "1.456,7"))
    cells = by_cell(drafted(tmp_path, *title, table(("", "2016", "2018"), *rows)))
    assert shown(cells["t1.r3c3"]) == "Observation 1456700 VND/person/month 2018"


def test_the_beginning_and_the_end_of_the_year_of_a_title(tmp_path: Path) -> None:
    heads = ("Xã", "Tổng số hộ", "Số hộ nghèo đầu năm", "Tỷ lệ (%)", "Số hộ nghèo cuối năm", "Tỷ lệ (%)")
    rows = (("Xã Bản Bo", "678", "123", "18,14", "98", "14,45"), ("Xã Bình Lư", "456", "100", "21,93", "80", "17,54"))
    title = paragraph("Kết quả rà soát hộ nghèo năm 2021")
    cells = by_cell(drafted(tmp_path, title, table(heads, *rows)))
    found = [(shown(cells[f"t1.r2c{at}"]), str(cells[f"t1.r2c{at}"]["time_collection"])) for at in range(3, 7)]
    assert found == [
        ("Observation 123 household 2021", "beginning"),
        ("Observation 18.14 percent 2021", "beginning"),
        ("Observation 98 household 2021", "end"),
        ("Observation 14.45 percent 2021", "end"),
    ]


def test_columns_that_name_other_amounts_are_levels_beside_one_with_a_year(tmp_path: Path) -> None:
    heads = ("Huyện", "Diện tích tự nhiên (km2)", "Dân số năm 2018 (người)", "Số xã")
    rows = (("Huyện Đồng Văn", "454,5", "78.000", "19"), ("Huyện Mèo Vạc", "574,2", "81.000", "18"))
    cells = by_cell(drafted(tmp_path, paragraph("Đơn vị hành chính năm 2019"), table(heads, *rows)))
    assert shown(cells["t1.r2c2"]) == "Observation 454.5 square_kilometre 2019"
    assert shown(cells["t1.r2c3"]) == "Observation 78000 person 2018"
    heads = ("Huyện", "Số hộ nghèo", "Số hộ nghèo năm 2018", "Tỷ lệ giảm (%)")  # of which year is the first one?
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2019"), table(heads, *rows)))
    assert shown(cells["t1.r2c2"]) == "open"


def test_men_and_women_behind_a_share_of_persons_are_persons(tmp_path: Path) -> None:
    heads = ("Dân tộc", "Tổng số (người)", "Tỷ lệ (%)", "Nam", "Nữ")
    rows = (("Kinh", "20.345", "16,9", "10.123", "10.222"), ("Thái", "50.000", "41,5", "25.000", "25.000"))
    cells = by_cell(drafted(tmp_path, paragraph("Dân số năm 2018"), table(heads, *rows)))
    assert shown(cells["t1.r2c5"]) == "Observation 10222 person 2018"


def test_months_in_the_heads_complete_those_without_a_year(tmp_path: Path) -> None:
    heads = ("Sản phẩm", "ĐVT", "Tháng 4/2022", "Ước tháng 5/2022", "Cộng dồn 5 tháng", "Tháng 5 so tháng trước (%)")
    rows = (("Xi măng", "tấn", "12.345", "13.456", "60.000", "109,0"), ("Đá", "tấn", "345", "367", "1.600", "106,4"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert shown(cells["t1.r2c5"]) == "Observation 60000 tonne 2022-01-01/P5M"
    assert shown(cells["t1.r2c6"]) == "ChangeClaim to 109.0 percent 2022-05"


def test_women_of_one_school_are_not_schools(tmp_path: Path) -> None:
    heads = ("Trường", "Số học sinh", "Trong đó nữ")
    rows = (("Trường Tiểu học A", "612", "300"), ("Trường Tiểu học B", "450", "221"))
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2018"), table(heads, *rows)))
    assert shown(cells["t1.r2c3"]) == "Observation 300 person 2018"


def test_a_day_of_each_year_behind_up_to(tmp_path: Path) -> None:
    title = paragraph("Số lượng hợp tác xã đến ngày 31/12 hàng năm")
    cells = by_cell(drafted(tmp_path, title, table(("", "2017", "2018"), ("Hợp tác xã nông nghiệp", "80", "90"))))
    assert str(cells["t1.r2c2"]["time"]) == "2017-12-31"
