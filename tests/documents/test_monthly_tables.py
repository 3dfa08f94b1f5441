"""Monthly tables of statistics offices: heads with blank rows, and levels of a month beside those since January."""

from __future__ import annotations

from pathlib import Path

from aseansc.audit import audit
from aseansc.drafts import Draft, Gap, PartialRecord
from tests.documents._made import paragraph, table
from tests.documents.test_growth_in_tables import shown
from tests.documents.test_tables import by_cell, drafted

_SPANS_TWO = '<w:gridSpan w:val="2"/>'


def _wide(text: str) -> str:
    return f"<w:tc><w:tcPr>{_SPANS_TWO}</w:tcPr>{paragraph(text)}</w:tc>"


def _indicator(draft: Draft, cell: PartialRecord) -> PartialRecord:
    found = (each for each in draft.indicators if isinstance(each, PartialRecord) and each["id"] == cell["indicator"])
    return next(found)


def test_heads_go_on_below_a_blank_row(tmp_path: Path) -> None:
    for at in (1, 2):  # a blank row below the first line of heads, or above the last one
        heads = [("", _wide("Ước tính 6 tháng năm 2012 (Nghìn người)")), ("", "Trung", "Địa"), ("", "ương", "phương")]
        heads.insert(at, ("", "", ""))
        rows = (("Thuỷ sản", "0,7", "5,6"), ("Xây dựng", "28,3", "15,7"))
        cells = by_cell(drafted(tmp_path, paragraph("Lao động"), table(*heads, *rows)))
        assert [shown(cells[f"t1.r5c{column}"]) for column in (2, 3)] == [
            "Observation 700 person 2012-S1",
            "Observation 5600 person 2012-S1",
        ]
        assert cells["t1.r5c2"]["indicator"] != cells["t1.r5c3"]["indicator"]


def test_two_groups_of_columns_that_state_their_units_are_heads(tmp_path: Path) -> None:
    heads = (
        ("", _wide("Lao động năm 2012"), _wide("Thu nhập năm 2012")),
        ("", _wide("(Người)"), _wide("(Nghìn đồng)")),
    )
    below = ("", "Tổng số", "Nữ", "Tổng số", "Nữ")
    cells = by_cell(drafted(tmp_path, table(*heads, ("",) * 5, below, ("Thuỷ sản", "70", "56", "2.916", "2.622"))))
    assert shown(cells["t1.r5c2"]) == "Observation 70 person 2012"
    assert shown(cells["t1.r5c4"]) == "Observation 2916000 VND 2012"


def test_columns_that_no_head_tells_apart_are_asked(tmp_path: Path) -> None:
    heads = ("Năm", "Khách quốc tế (người)", "Ngày lưu trú (ngày)", "Khách nội địa (người)", "Ngày lưu trú (ngày)")
    draft = drafted(
        tmp_path, table(heads, ("2012", "2.330", "5,5", "11.700", "2,6"), ("2013", "2.628", "5,4", "13.000", "2,8"))
    )
    stays = [by_cell(draft)[f"t1.r2c{column}"] for column in (3, 5)]
    assert [shown(each) for each in stays] == ["Observation 5.5 day 2012", "Observation 2.6 day 2012"]
    assert stays[0]["indicator"] != stays[1]["indicator"]
    names = [_indicator(draft, each)["name"]["vi"] for each in stays]  # type: ignore[index]
    assert all(isinstance(each, Gap) and "the head of another column says the same" in each.reason.en for each in names)
    heads = ("Xã", "Năm 2012 (người)", "Năm 2012 (người)")  # nothing else names what they measure
    cells = by_cell(drafted(tmp_path, paragraph("Số hộ"), table(heads, ("Xã A", "5", "6"), ("Xã B", "7", "8"))))
    assert isinstance(cells["t1.r2c2"]["content"], Gap)


def test_levels_of_a_month_and_since_january_are_no_stocks(tmp_path: Path) -> None:
    heads = ("", "Tháng 8 năm 2023", "Tháng 9 năm 2023", "9 tháng năm 2023")
    title = paragraph("Tổng diện tích lúa (Ha)")
    rows = (("Diện tích lúa", "30", "50", "98"), ("Diện tích rừng", "310", "320", "315"), ("Số xã", "0", "50", "50"))
    draft = drafted(tmp_path, title, table(heads, *rows))
    kinds = [_indicator(draft, by_cell(draft)[f"t1.r{row}c3"])["kind"] for row in (2, 3, 4)]
    assert str(kinds[0]) == "flow"  # two months are not above nine
    assert isinstance(kinds[1], Gap)  # perhaps an average
    assert isinstance(kinds[2], Gap)  # nothing before it
    heads = ("", "Quý II năm 2023", "Quý III năm 2023")  # no longer time beside them
    draft = drafted(tmp_path, title, table(heads, ("Diện tích rừng", "310", "320")))
    assert str(_indicator(draft, by_cell(draft)["t1.r2c3"])["kind"]) == "stock"


def test_a_rate_of_a_quarter_and_of_nine_months_is_not_the_one_at_their_end(tmp_path: Path) -> None:
    rows = (
        ("Quý II năm 2023", "2,30", "2,75"),
        ("Quý III năm 2023", "2,30", "2,78"),
        ("9 tháng năm 2023", "2,28", "2,73"),
    )
    draft = drafted(tmp_path, paragraph("Tỷ lệ thất nghiệp (%)"), table(("", "Chung", "Thành thị"), *rows))
    collections = [each["time_collection"] for each in draft.observations]  # type: ignore[call-overload, index]
    assert len(collections) == 6
    assert all(isinstance(each, Gap) for each in collections[2:])


def test_quarters_below_a_line_with_their_year(tmp_path: Path) -> None:
    rows = (
        ("Năm 2014", "", ""),
        ("Quý I", "526", "249"),
        ("Quý II", "528", "248"),
        ("Năm 2015", "", ""),
        ("Quý I", "524", "235"),
    )
    title = paragraph("Lao động từ 15 tuổi trở lên đang làm việc (nghìn người)")
    cells = by_cell(drafted(tmp_path, title, table(("", "Tổng số", "Dịch vụ"), *rows)))
    assert [str(cells[f"t1.r{row}c2"]["time"]) for row in (3, 4, 6)] == ["2014-Q1", "2014-Q2", "2015-Q1"]


def test_turns_of_persons_are_flows_whatever_they_are_counted_for(tmp_path: Path) -> None:
    rows = (("Tổng số lao động được hỗ trợ", "526", "531"), ("Nữ", "249", "252"))
    draft = drafted(tmp_path, paragraph("Đơn vị tính: Lượt người"), table(("", "Năm 2014", "Năm 2015"), *rows))
    assert str(_indicator(draft, by_cell(draft)["t1.r2c2"])["kind"]) == "flow"


def test_a_row_without_a_label_among_places_has_no_place(tmp_path: Path) -> None:
    rows = (("Cả nước", "5.130"), ("Trong đó:", "4.000"), ("Lai Châu", "3.560"), ("", "1.570"))
    cells = by_cell(drafted(tmp_path, paragraph("Số hộ nghèo năm 2018 (hộ)"), table(("Tỉnh", "Năm 2018"), *rows)))
    assert [isinstance(cells[f"t1.r{row}c2"]["place"], Gap) for row in (2, 3, 4, 5)] == [False, True, False, True]


def test_a_mean_with_a_unit_of_its_own_is_a_level(tmp_path: Path) -> None:
    heads = ("", "Lao động bình quân (Nghìn người)", "Số đơn vị (Đơn vị)")
    rows = (("Trung ương", "1.418,9", "35"), ("Địa phương", "1.984,1", "40"))
    title = paragraph("Lao động trong khu vực nhà nước quý I năm 2001")
    cells = by_cell(drafted(tmp_path, title, table(heads, *rows)))
    assert shown(cells["t1.r2c2"]) == "Observation 1418900 person 2001-Q1"
    for head in (
        "Tăng bình quân (%)",
        "Nhân khẩu bình quân (người)",
        "Trọng lượng bình quân (kg)",
    ):  # for a year, a household?
        heads = ("", head, "Số đơn vị (Đơn vị)")
        assert shown(by_cell(drafted(tmp_path, title, table(heads, *rows)))["t1.r2c2"]) == "open"


def test_many_large_numbers_are_percentages_of_a_base_also_if_most_fell(tmp_path: Path) -> None:
    heads = ("Ngành", "Số DN tháng 01/2025", "Tháng 01/2025 so với tháng 01/2024 (%)")
    rows = [(f"Ngành {'abcdefghijk'[at]}", f"{50 + 7 * at}", f"{53 + at},5") for at in range(11)]
    title = paragraph("Doanh nghiệp đăng ký thành lập mới")
    cells = by_cell(drafted(tmp_path, title, table(heads, *rows)))
    assert shown(cells["t1.r2c3"]) == "ChangeClaim to 53.5 percent 2025-01"
    assert shown(by_cell(drafted(tmp_path, title, table(heads, *rows[:4])))["t1.r2c3"]) == "open"  # perhaps growth


def test_a_section_line_may_be_only_a_unit(tmp_path: Path) -> None:
    heads = ("", "Thực hiện 11 tháng năm 2010", "Ước tính tháng 12 năm 2010")
    rows = (
        ("A. NGHÌN TẤN", "", ""),
        ("Đường sắt", "10.562,7", "994,3"),
        ("B. NGHÌN HA", "", ""),
        ("Rừng", "12,5", "1,5"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Vận tải"), table(heads, *rows)))
    assert shown(cells["t1.r3c3"]) == "Observation 994300 tonne 2010-12"
    assert shown(cells["t1.r5c3"]) == "Observation 1500 hectare 2010-12"


def test_codes_of_things_are_not_figures(tmp_path: Path) -> None:
    heads = ("TT", "Mã trường", "Tên trường", "Số giáo viên năm 2018", "Số lớp năm 2018")
    rows = (("1", "45000201", "Trường A", "35", "12"), ("2", "45000202", "Trường B", "41", "15"))
    draft = drafted(tmp_path, table(heads, *rows))
    assert shown(by_cell(draft)["t1.r2c4"]) == "Observation 35 person 2018"
    assert "t1.r2c2" not in by_cell(draft)


def test_levels_that_follow_from_changes_of_a_month_and_since_january_are_not_compared(tmp_path: Path) -> None:
    heads = ("", "Tháng 8 năm 2018", "8 tháng năm 2018", "Tháng 8 năm 2018 so với cùng kỳ năm trước (%)")
    rows = (("Than đá", "2.849,0", "27.709,0", "110,5", "104,3"), ("Dầu thô", "940,0", "8.129,0", "93,5", "96,3"))
    rows = (*rows, ("Quặng", "97,0", "912,0", "103,5", "102,3"))
    heads = (*heads, "8 tháng năm 2018 so với cùng kỳ năm trước (%)")
    title = (paragraph("Sản lượng khai thác"), paragraph("ĐVT: Nghìn tấn"))
    found = audit(drafted(tmp_path, *title, table(heads, *rows)).known().review).summary()
    assert "2,577,000-2,579,500 tonnes (what 2018-08-01 – 2018-08-31 is compared with)" in " ".join(found.split())
    assert "start of" not in found
    assert "%" not in found


def test_a_comparison_with_the_same_period_is_that_of_the_level_that_its_rows_show(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Thực hiện trong tháng", "Lũy kế từ đầu năm", "Lũy kế cùng kỳ năm trước")
    rows = (
        ("A", "100", "610", "520", "117,3"),
        ("B", "20", "42,3", "21,5", "196,7"),
        ("C", "90", "568", "498", "114,1"),
    )
    made = drafted(
        tmp_path,
        paragraph("Hoạt động du lịch tháng 6 năm 2018"),
        table((*heads, "So với cùng kỳ (%)"), *((name, "tỷ đồng", *numbers) for name, *numbers in rows)),
    )
    claim = by_cell(made)["t1.r2c6"]
    assert (str(claim["value"]), str(claim["time"])) == ("to 117.3 percent", "2018-S1")
