"""Layouts of yearbooks and annexes that differ in where the unit, the time and the measure are printed."""

from __future__ import annotations

from pathlib import Path

from aseansc.drafts import Gap, PartialRecord
from tests.documents._made import docx_cell, paragraph, spanned, table
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


def test_a_percentage_of_the_same_period_is_a_change(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "KH năm", "Thực hiện", "% KH", "Cùng kỳ 2018", "% cùng kỳ")
    rows = (
        ("Thu ngân sách", "Triệu đồng", "45.000", "24.000", "53,3", "22.000", "109,1"),
        ("Giải quyết việc làm", "Người", "1.500", "800", "53,3", "780", "102,6"),
        ("Trồng rừng", "Ha", "300", "120", "40,0", "110", "109,1"),
    )
    title = paragraph("Kết quả thực hiện 6 tháng đầu năm 2019")
    cells = by_cell(drafted(tmp_path, title, table(heads, *rows)))
    assert shown(cells["t1.r4c7"]) == "ChangeClaim to 109.1 percent 2019-S1"
    assert cells["t1.r4c7"]["start"] == cells["t1.r4c6"]["id"]


def test_a_percent_sign_in_a_head_is_never_the_unit_of_the_row(tmp_path: Path) -> None:
    heads, rows = ("Chỉ tiêu", "ĐVT", "TH 2018", "% 2018"), (("Trồng rừng", "ha", "120", "109,1"),) * 2
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert "hectare" not in shown(cells["t1.r2c4"])


def test_animals_and_provisional_years_in_brackets(tmp_path: Path) -> None:
    heads, row = ("Chỉ tiêu", "2020", "2021 (p)"), ("Đàn trâu (con)", "12.345", "12.300")
    cells = by_cell(drafted(tmp_path, table(heads, row, ("Thịt hơi (tấn)", "6.534", "6.730"))))
    assert [shown(cells[f"t1.r{row}c3"]) for row in (2, 3)] == [
        "Observation 12300 animal 2021",
        "Observation 6730 tonne 2021",
    ]
    assert [str(status) for status in cells["t1.r2c3"]["statuses"]] == ["provisional"]


def test_the_last_year_of_a_plan_is_not_all_its_years(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Đơn vị", "Mục tiêu 2011-2015", "Thực hiện 2011-2015")
    rows = (("Bội chi ngân sách vào năm cuối kỳ kế hoạch", "%", "4,5", "6,1"), ("Tỷ lệ đổi mới", "%", "13", "10,7"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert isinstance(cells["t1.r2c4"]["time"], Gap)
    assert str(cells["t1.r3c4"]["time"]) == "2011-01-01/P5Y"


def test_commas_are_between_thousands_if_the_same_thing_has_less(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "2017", "2018", "2019")
    rows = (
        ("Doanh thu", "triệu đồng", "83,876", "86,585", "92,382"),
        ("Lợi nhuận", "triệu đồng", "4,372", "70", "9,749"),
    )
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert shown(cells["t1.r3c4"]) == "Observation 70000000 VND 2018"
    assert shown(cells["t1.r2c3"]) == "Observation 83876000000 VND 2017"
    cells = by_cell(drafted(tmp_path, table(heads, rows[0], ("Lợi nhuận", "triệu đồng", "4,372", "7,045", "9,749"))))
    assert shown(cells["t1.r2c3"]) == "open"
    heads = ("Xã", "Sản lượng", "Số hộ")  # decimals of one thing, and whole numbers of another one
    rows = tuple(
        (f"Xã {name}", f"{at},{at}34", "70") for at, name in enumerate(("Bản Bo", "Bình Lư", "Nà Tăm", "Sùng Phài"), 1)
    )
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: nghìn tấn"), table(heads, *rows, ("Xã Hồ Thầu", "5,534", "81"))))
    assert shown(cells["t1.r2c2"]) == "open"


def test_a_column_of_values_with_the_name_of_places_makes_no_rows_places(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Đơn vị tính - Unit", "Cả nước", "Tỉnh")
    rows = (
        ("GRDP bình quân đầu người", "triệu đồng", "62,7", "41,5"),
        ("Số bác sĩ/1 vạn dân", "bác sĩ", "8,8", "10,5"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2019"), table(heads, *rows)))
    assert shown(cells["t1.r2c4"]) == "Observation 41500000 VND/person 2019"
    assert shown(cells["t1.r3c4"]) == "Observation 10.5 per_10_000 2019"


def test_percent_of_a_ratio_in_the_title_is_that_of_all_columns(tmp_path: Path) -> None:
    heads, rows = ("Năm", "Nông nghiệp", "Dịch vụ"), (("2015", "30,1", "69,9"), ("2020", "25,6", "74,4"))
    cells = by_cell(drafted(tmp_path, paragraph("Tỷ trọng các khu vực trong GRDP (%)"), table(heads, *rows)))
    assert shown(cells["t1.r2c3"]) == "ShareClaim 69.9 percent 2015"


def test_the_base_of_an_index_in_the_title_states_percent(tmp_path: Path) -> None:
    title = paragraph("Chỉ số phát triển diện tích, sản lượng (năm trước = 100)")
    rows = (("Diện tích", "101,2", "100,5"), ("Sản lượng", "102,3", "101,8"))
    cells = by_cell(drafted(tmp_path, title, table(("", "2017", "2018"), *rows)))
    assert shown(cells["t1.r3c3"]) == "ChangeClaim to 101.8 percent 2018"


def test_the_head_of_labels_may_be_above_the_last_row_of_heads(tmp_path: Path) -> None:
    heads = (("Nơi xảy ra", "Số người chết", "So sánh", ""), ("", "", "Chết", "Bị thương"))
    rows = (("TP. Lai Châu", "12", "-3", "1"), ("Tam Đường", "8", "-1", "-2"))
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2018"), table(*heads, *rows)))
    assert (shown(cells["t1.r3c2"]), shown(cells["t1.r3c3"])) == ("Observation 12 person 2018", "open")


def test_a_time_over_the_turn_of_a_year_is_not_one_of_several_years(tmp_path: Path) -> None:
    title = paragraph("Tai nạn giao thông từ 15/12/2019 đến 14/6/2020")
    rows = (("TP. Lai Châu", "12", "9"), ("Tam Đường", "8", "6"))
    cells = by_cell(drafted(tmp_path, title, table(("Địa bàn", "Số người chết", "Số người bị thương"), *rows)))
    assert shown(cells["t1.r2c2"]) == "Observation 12 person 2019-12-15/P183D"


def test_what_is_counted_in_brackets_is_not_the_unit_of_a_rate(tmp_path: Path) -> None:
    rows = (
        ("Số người chết do HIV/AIDS trên 100.000 dân (người)", "0,78", "1,13"),
        ("Bác sĩ bình quân 1 vạn dân (Người)", "16,27", "17,23"),
    )
    cells = by_cell(drafted(tmp_path, table(("", "2015", "2017"), *rows)))
    assert shown(cells["t1.r2c3"]) == "Observation 1.13 per_100_000 2017"
    assert shown(cells["t1.r3c3"]) == "Observation 17.23 per_10_000 2017"


def test_the_head_of_labels_may_state_school_years(tmp_path: Path) -> None:
    heads, rows = ("Năm học - School year", "2014", "2015"), (("Số giáo viên - Người", "1871", "2069"),) * 2
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert shown(cells["t1.r2c3"]) == "Observation 2069 person"  # without the time of a school year


def test_growth_of_a_year_below_the_title_of_several(tmp_path: Path) -> None:
    title = paragraph("Các chỉ tiêu đạt được trong giai đoạn 2011 - 2015")
    rows = (("Tốc độ tăng trưởng kinh tế (GDP) (%)", "11,1", "9,7"), ("Tỷ lệ hộ nghèo (%)", "9,1", "8,0"))
    cells = by_cell(drafted(tmp_path, title, table(("Chỉ tiêu", "Năm 2011", "Năm 2012"), *rows)))
    assert shown(cells["t1.r2c3"]) == "ChangeClaim by 9.7 percent 2012"


def test_columns_before_their_total_have_its_unit(tmp_path: Path) -> None:
    heads = ("Trình độ", "Tuyến tỉnh", "Tuyến huyện", "Cộng")
    rows = (("Bác sĩ", "234", "156", "390"), ("Dược sĩ", "45", "34", "79"), ("Điều dưỡng", "345", "256", "601"))
    cells = by_cell(drafted(tmp_path, paragraph("Nhân lực y tế năm 2019"), table(heads, *rows)))
    assert shown(cells["t1.r2c2"]) == "Observation 234 person 2019"


def test_a_row_counts_below_a_head_that_only_says_total(tmp_path: Path) -> None:
    heads, rows = ("Chỉ tiêu", "Tổng số", "Tỷ lệ (%)"), (("Số hộ", "102.345", "83,7"), ("Số xã", "108", "96,7"))
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2019"), table(heads, *rows)))
    assert [shown(cells[f"t1.r{row}c2"]) for row in (2, 3)] == [
        "Observation 102345 household 2019",
        "Observation 108 commune 2019",
    ]


def test_percent_in_a_head_holds_below_a_line_with_a_unit(tmp_path: Path) -> None:
    heads = (("", "2019", "2020", "Cơ cấu - Structure (%) 2020"), ("", "Người - Person", "", ""))
    rows = (("TỔNG SỐ", "460.100", "463.500", "100,00"), ("Thành thị", "42.900", "43.500", "9,39"))
    cells = by_cell(drafted(tmp_path, paragraph("Dân số trung bình"), table(*heads, *rows)))
    assert shown(cells["t1.r4c4"]) == "ShareClaim 9.39 percent 2020"
    assert cells["t1.r4c4"]["part"] == cells["t1.r4c3"]["id"]


def test_places_of_service_are_not_points_of_an_index(tmp_path: Path) -> None:
    rows = (("Số điểm phục vụ (Điểm)", "108", "110"), ("Chỉ số PCI (điểm)", "58,3", "59,9"))
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "2019", "2020"), *rows)))
    assert isinstance(cells["t1.r2c2"]["value"], PartialRecord)
    assert shown(cells["t1.r3c2"]) == "Observation 58.3 index_point 2019"


def test_only_amounts_that_are_there_are_those_of_the_days_of_their_heads(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "31/12/2020", "30/6/2021", "Giải ngân đến 30/6/2021")
    rows = (("Nguồn vốn huy động", "12.345", "13.456", "1.111"), ("Dư nợ cho vay", "15.678", "16.789", "1.111"))
    cells = by_cell(drafted(tmp_path, paragraph("Đơn vị: Tỷ đồng"), table(heads, *rows)))
    assert [str(cells[f"t1.r3c{column}"]["time"]) for column in (2, 3)] == ["2020-12-31", "2021-06-30"]
    heads = ("Chỉ tiêu", "31/12/2020", "30/6/2021")
    caught = paragraph("Sản lượng thủy sản"), table(heads, ("Tôm (tấn)", "12", "13"), ("Doanh số (tỷ đồng)", "1", "2"))
    cells = by_cell(drafted(tmp_path, *caught))
    assert all(isinstance(cells[f"t1.r{row}c3"]["time"], Gap) for row in (2, 3))
    cells = by_cell(drafted(tmp_path, table(heads, ("Thu ngân sách (tỷ đồng)", "12.345", "13.456"), ("Nợ", "1", "2"))))
    assert isinstance(cells["t1.r2c2"]["time"], Gap)  # since which day?


def test_the_same_period_behind_months_and_their_sum_is_open(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "DT 2022", "Ước TH tháng 5", "LK 5 tháng", "Cùng kỳ 2021")
    rows = (("Thu nội địa", "1.800", "150", "800", "750"), ("Thu từ đất", "200", "20", "90", "80"))
    title = (paragraph("Tiến độ thu ngân sách tháng 5/2022"), paragraph("Đơn vị tính: Tỷ đồng"))
    cells = by_cell(drafted(tmp_path, *title, table(heads, *rows)))
    assert shown(cells["t1.r2c4"]) == "Observation 800000000000 VND 2022-01-01/P5M"
    assert shown(cells["t1.r2c5"]) == "open"


def test_a_day_in_the_line_above_rows_is_one_of_each_year(tmp_path: Path) -> None:
    heads = ("", "ĐVT", "2017", "2018")
    rows = (("1. Số lượng (Thời điểm 1/10)", "", "", ""), ("- Trâu", "Con", "12.345", "12.400"))
    more = (("2. Sản phẩm", "", "", ""), ("- Thịt trâu hơi", "Tấn", "1.234", "1.245"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows, *more)))
    assert [str(cells[f"t1.r{row}c3"]["time"]) for row in (3, 5)] == ["2017-10-01", "2017"]


def test_absolute_and_relative_comparisons_of_two_years(tmp_path: Path) -> None:
    heads = (
        ("Chỉ tiêu", "ĐVT", "2019", "2020", "So sánh 2020/2019", ""),
        ("", "", "", "", "Tuyệt đối", "Tương đối (%)"),
    )
    rows = (
        ("Dân số", "Người", "460.123", "465.234", "5.111", "101,1"),
        ("Lao động", "Người", "280.123", "284.345", "4.222", "101,5"),
        ("Tỷ lệ thất nghiệp", "%", "1,2", "1,1", "-0,1", "91,7"),
    )
    cells = by_cell(drafted(tmp_path, table(*heads, *rows)))
    assert shown(cells["t1.r3c5"]) == "ChangeClaim 5111 person 2020"
    assert shown(cells["t1.r5c5"]) == "ChangeClaim -0.1 percentage_point 2020"
    assert shown(cells["t1.r4c6"]) == "ChangeClaim to 101.5 percent 2020"


def test_rows_below_a_province_have_its_place(tmp_path: Path) -> None:
    rows = (
        ("", "Năm 2018", "Năm 2019"),
        ("CẢ NƯỚC", "110", "121"),
        ("Nhà nước", "40", "44"),
        ("Hà Nội", "50", "55"),
        ("Nhà nước", "20", "22"),
        ("Ngoài Nhà nước", "30", "33"),
        ("Hải Phòng", "60", "66"),
        ("Nhà nước", "20", "22"),
        ("Ngoài Nhà nước", "40", "44"),
        ("Sơn La", "8", "9"),
        ("- Vốn nước ngoài", "5", "6"),
        ("Vốn khác", "3", "3"),
    )
    made = by_cell(drafted(tmp_path, paragraph("Vốn đầu tư (tỷ đồng)"), table(*rows)))
    places = [str(made[f"t1.r{row}c2"]["place"]) for row in (3, 4, 5, 6, 7, 8, 9, 10, 11, 12)]
    assert places == ["VN-01", *["VN-HN"] * 3, *["VN-HP"] * 3, "VN-05", "VN-05", "VN-01"]


def test_heads_that_a_page_break_repeats_at_once_are_one(tmp_path: Path) -> None:
    heads = (("TT", "Ngành", "Số dự án 2018"), ("(1)", "(2)", "(3)")) * 2
    cells = by_cell(drafted(tmp_path, table(*heads, ("1", "Du lịch", "15"), ("2", "Nông nghiệp", "16"))))
    assert {name: shown(each) for name, each in cells.items()} == {
        "t1.r5c3": "Observation 15 project 2018",
        "t1.r6c3": "Observation 16 project 2018",
    }


def test_heads_on_two_rows_above_rows_of_years(tmp_path: Path) -> None:
    heads = ("", "Ngân sách", "Ngân sách"), ("", "Thu (tỷ đồng)", "Chi (tỷ đồng)")
    cells = by_cell(drafted(tmp_path, table(*heads, ("2016", "10", "20"), ("2017", "11", "21"), ("2018", "12", "22"))))
    assert shown(cells["t1.r4c3"]) == "Observation 21000000000 VND 2017"


def test_a_heading_of_a_section_below_the_heads_is_not_one_of_them(tmp_path: Path) -> None:
    section = spanned("I. Xã hội", 2) + docx_cell("Số hộ") + docx_cell("Số xã")
    rows = [("TT", "Chỉ tiêu", "2017", "2018"), None, ("1", "Nghèo (hộ)", "6", "7"), ("2", "Khá (hộ)", "8", "9")]
    body = "".join(f"<w:tr>{section if row is None else ''.join(map(docx_cell, row))}</w:tr>" for row in rows)
    cells = by_cell(drafted(tmp_path, f"<w:tbl>{body}</w:tbl>"))
    assert shown(cells["t1.r3c3"]) == "Observation 6 household 2017"


def test_a_head_of_labels_in_the_last_row_is_not_that_of_a_group(tmp_path: Path) -> None:
    rows = ("Ngành", "2017", "2018"), ("Số dự án (dự án)", "5", "6"), ("Chỉ tiêu", "Xã đạt chuẩn", "Tên")
    assert shown(by_cell(drafted(tmp_path, table(*rows)))["t1.r2c3"]) == "Observation 6 project 2018"
