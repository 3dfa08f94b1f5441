"""What the heads, lines and rows of a table say together; each table was read wrongly, or left open, before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aseansc import IndicatorKind, Period, Text, TimeCollection, documents
from aseansc.codelists import Absent
from aseansc.drafts import Gap, PartialRecord, updated
from aseansc.indicators import Breakdown, PriceBasis
from aseansc.periods import TimeBasis
from aseansc.values import Attainment, Change, RelativeChange, Value
from aseansc.vietnamese.tables import ColumnRole, prices_in, read_head, time_of_title
from tests.documents._made import docx_cell, paragraph, spanned, table
from tests.documents.test_tables import by_cell, drafted, source_of

HALF = Period.parse("2018-01-01/P6M")


@pytest.mark.parametrize(
    ("head", "role", "time"),
    [
        ("TH cùng kỳ năm trước", "actual", "2017-S1"),
        ("TH 6 tháng", "actual", "2018-S1"),
        ("Thực hiện năm trước", "actual", "2017"),
        ("Cùng kỳ 2016", "unknown", "2016-S1"),
        ("Quý I", "unknown", "2018-Q1"),
        ("Thực hiện giai đoạn 2016-2020 2017", "actual", "2017"),
        ("Lũy kế thực hiện 10 tháng năm 2023", "actual", "2023-01-01/P10M"),
        ("Lũy kế đến hết năm 2018", "unknown", None),
        ("Tháng 10/2023 so với cùng kỳ năm trước (%)", "change", "2023-10"),
        ("Ước TH 2018 so với KH 2018 (%)", "attainment", "2018"),
        ("Giá trị sản xuất giá 2010 (tỷ đồng) TH 2015", "actual", "2015"),
        ("Giá so sánh 2010", "unknown", None),
        ("Giao thông", "unknown", None),
        ("Quyết toán năm 2020", "actual", "2020"),
        ("Ước TH/ TH 2020", "unknown", "2020"),
        ("Kết quả 6 th/2008", "actual", "2008-S1"),
        ("Ước tính cả năm 2009 Chỉ tiêu giao", "target", "2009"),
        ("Ước tính cả năm 2009 Đạt được", "actual", "2009"),
        ("Thực hiện kỳ này", "actual", "2018-S1"),
        ("Kỳ báo cáo so với cùng kỳ năm trước (%)", "change", "2018-S1"),
        ("Năm trước (2017)", "unknown", "2017"),
        ("Năm báo cáo (2018)", "actual", "2018"),
        ("Tháng báo cáo", "actual", "2018-06"),
        ("Thực hiện trong tháng", "actual", "2018-06"),
        ("Lũy kế từ đầu năm đến tháng báo cáo", "actual", "2018-S1"),
        ("Cuối kỳ", "unknown", "2018-S1"),
        ("Dự toán đầu năm", "target", "2018"),
        ("Dự kiến kế hoạch năm 2019", "target", "2019"),
        ("Dự kiến năm 2019", "unknown", None),
        ("Tỷ lệ hoàn thành so với kế hoạch (%)", "attainment", None),
        ("Tỷ lệ so với tổng số hộ", "unknown", None),
        ("Quý I so với cùng kỳ năm 2017 (%)", "change", "2018-Q1"),
        ("Lũy kế so với cùng kỳ (%)", "change", "2018-S1"),
        ("Tỷ lệ so với cùng kỳ năm trước (%)", "change", "2018-S1"),
        ("Tháng 6 năm 2018 so với tháng 6 năm năm 2017", "change", "2018-06"),
        ("Đất đã giao cho các đối tượng", "unknown", None),
    ],
)
def test_heads_that_the_title_or_their_group_completes(head: str, role: str, time: str | None) -> None:
    found = read_head(head, HALF)
    assert (found.role, None if found.time is None else str(found.time)) == (ColumnRole(role), time)


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        (("Sản xuất đến ngày 15 tháng 8 năm 2004",), "2004-08-15"),
        (("Biểu 1. Năm 2018", "(Kèm theo Báo cáo số 12/BC-UBND ngày 10/01/2019)"), "2018"),
        (("CẤP MỚI 8 THÁNG - 2005", "(tính tới ngày 22/8/2005)"), "2005-01-01/P8M"),
        (("ĐẦU TƯ NƯỚC NGOÀI 1988-2005", "(tính tới ngày 22/8/2005)"), "2005-08-22"),
        (("Thực hiện năm 2018, kế hoạch năm 2019",), None),
        (("Giá trị sản xuất theo giá so sánh 2010", "Năm 2018"), "2018"),
    ],
)
def test_the_time_of_a_title(lines: tuple[str, ...], time: str | None) -> None:
    found = time_of_title(lines)
    assert (None if found is None else str(found)) == time


def test_prices_are_fields_of_the_indicator(tmp_path: Path) -> None:
    assert prices_in("GRDP (giá hiện hành)") == (PriceBasis.CURRENT, None)
    made = drafted(
        tmp_path,
        table(("TT", "Chỉ tiêu", "ĐVT", "TH 2018"), ("1", "Giá trị sản xuất (giá so sánh 2010)", "tỷ đồng", "12,5")),
    )
    (indicator,) = made.indicators
    assert isinstance(indicator, PartialRecord)
    assert (indicator["price_basis"], indicator["price_period"]) == (PriceBasis.CONSTANT, Period.year(2010))


def test_parts_become_breakdowns(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("TT", "Chỉ tiêu", "ĐVT", "TH 2017", "TH 2018"),
            ("1", "Trồng rừng mới", "ha", "850", "902"),
            ("", "- Trong đó: rừng sản xuất", '"', "600", "655"),
            ("2", "Tổng số dự án", "dự án", "10", "12"),
            ("", "- Nông nghiệp", '"', "4", "5"),
            ("", "- Du lịch", '"', "6", "7"),
            ("3", "Diện tích", "ha", "10", "12"),
            ("", "- Năng suất", "tạ/ha", "4", "5"),
            ("4", "Sản lượng", "tấn", "10", "12"),
            ("", "- Ngô", '"', "4", "5"),
        ),
    )
    found = {
        str(indicator["id"]): indicator.get("breakdowns")
        for indicator in made.indicators
        if isinstance(indicator, PartialRecord) and indicator.get("breakdowns")
    }
    assert found == {
        "t1-r2": (Breakdown(parts=("t1-r3",), complete=False, disjoint=False),),
        "t1-r4": (Breakdown(parts=("t1-r5", "t1-r6"), complete=True, disjoint=True),),
    }


def test_places_as_columns(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("TT", "Chỉ tiêu", "ĐVT", "Toàn tỉnh", "", "Huyện Suối Mây", ""),
            ("", "", "", "KH 2018", "TH 2018", "KH 2018", "TH 2018"),
            ("1", "Trồng rừng mới", "ha", "850", "902", "100", "120"),
        ),
    )
    cells = by_cell(made)
    assert cells["t1.r3c5"]["place"] == "VN-01"
    place = cells["t1.r3c7"]["place"]
    assert isinstance(place, Gap)
    assert "Huyện Suối Mây" in place.reason.vi
    assert cells["t1.r3c7"]["indicator"] == cells["t1.r3c5"]["indicator"]


def test_places_as_rows_are_figures_of_one_indicator(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Số hộ nghèo năm 2014 phân theo tỉnh"),
        paragraph("ĐVT: hộ"),
        table(("TT", "Tỉnh", "2013", "2014"), ("", "Tổng số", "30", "33"), ("1", "Lai Châu", "20", "22")),
    )
    cells = by_cell(made)
    assert (cells["t1.r2c4"]["place"], cells["t1.r3c4"]["place"]) == ("VN-01", "VN-01")
    assert len(made.indicators) == 1


def test_lines_between_rows_state_units_and_measures(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Dân số trung bình phân theo giới tính"),
        table(
            ("", "Tổng số", "Nam", "Nữ"),
            ("", "Người - Person", "", ""),
            ("2017", "1.300.000", "650.000", "650.000"),
            ("2018", "1.310.000", "655.000", "655.000"),
            ("", "Cơ cấu - Structure (%)", "", ""),
            ("2017", "100,00", "50,00", "50,00"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r3c2"]["value"]) == "1300000 person"
    assert str(cells["t1.r6c3"]["value"]) == "50.00 percent"
    assert cells["t1.r6c3"]["part"] == cells["t1.r3c3"]["id"]
    assert cells["t1.r6c3"]["whole"] == cells["t1.r3c2"]["indicator"]
    assert cells["t1.r4c3"]["time"] == Period.year(2018)


def test_what_is_compared_is_shown_by_all_rows(tmp_path: Path) -> None:
    rows = (
        ("100", "110", "10,0", "10", "110,0"),
        ("200", "190", "-5,0", "-10", "95,0"),
        ("50", "60", "20,0", "10", "120,0"),
    )
    made = drafted(
        tmp_path,
        table(
            ("TT", "Chỉ tiêu", "ĐVT", "TH 2017", "TH 2018", "Tăng, giảm (%)", "Chênh lệch", "So sánh (%)"),
            *((str(at), f"Sản lượng {at}", "tấn", *row) for at, row in enumerate(rows, 1)),
        ),
    )
    cells = by_cell(made)
    assert cells["t1.r2c6"]["value"] == RelativeChange.parse("by 10.0 percent")
    assert cells["t1.r3c7"]["value"] == Change.parse("-10 tonne")
    assert cells["t1.r4c8"]["value"] == RelativeChange.parse("to 120.0 percent")
    assert (cells["t1.r2c6"]["start"], cells["t1.r2c6"]["end"]) == ("t1-r2.c4", "t1-r2.c5")


def test_comparisons_that_no_row_agrees_with_are_left_open(tmp_path: Path) -> None:
    rows = (("100", "110", "3,1"), ("200", "190", "4,5"), ("50", "60", "7,7"))
    made = drafted(
        tmp_path,
        table(
            ("TT", "Chỉ tiêu", "ĐVT", "KH 2018", "TH 2018", "TH/KH"),
            *((str(at), f"Sản lượng {at}", "tấn", *row) for at, row in enumerate(rows, 1)),
        ),
    )
    assert by_cell(made)["t1.r2c6"].record_type.__name__ == "Mention"
    right = drafted(
        tmp_path,
        table(("TT", "Chỉ tiêu", "ĐVT", "KH 2018", "TH 2018", "TH/KH"), ("1", "Sản lượng", "tấn", "100", "110", "110")),
    )
    assert by_cell(right)["t1.r2c6"]["value"] == Attainment.parse("of_plan 110 percent")


def test_a_plan_is_not_that_of_the_half_year_in_the_title(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Kết quả thực hiện 6 tháng đầu năm 2018"),
        table(("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"), ("1", "Sản lượng", "tấn", "100", "60")),
    )
    cells = by_cell(made)
    assert isinstance(cells["t1.r2c4"]["time"], Gap)
    assert (str(cells["t1.r2c5"]["time"]), cells["t1.r2c5"]["time_basis"]) == ("2018-S1", TimeBasis.CARRIED)


def test_units_that_cannot_be_those_of_a_row_are_left_open(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("ĐVT: triệu đồng"),
        table(
            ("TT", "Chỉ tiêu", "TH 2018"),
            ("1", "Thu ngân sách", "1.850"),
            ("2", "Tỷ lệ hộ nghèo", "12"),
            ("3", "Số hộ nghèo (hộ)", "1.200"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r2c3"]["value"]) == "1850000000 VND to 1000000"
    assert isinstance(cells["t1.r3c3"]["value"]["unit"], Gap)
    assert str(cells["t1.r4c3"]["value"]) == "1200 household"


def test_parts_of_a_table_have_titles_of_their_own(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("Số dự án năm 2017", "", ""),
            ("TT", "Ngành", "Số dự án"),
            ("1", "Du lịch", "12"),
            ("Số dự án năm 2018", "", ""),
            ("TT", "Ngành", "Số dự án"),
            ("1", "Du lịch", "15"),
        ),
    )
    cells = by_cell(made)
    assert [str(cells[f"t1.r{row}c3"]["time"]) for row in (3, 6)] == ["2017", "2018"]
    assert str(cells["t1.r6c3"]["value"]) == "15 project"


def test_the_first_and_the_last_day_of_a_year(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("TT", "Tên xã", "Số hộ nghèo đầu năm 2018 (hộ)", "Số hộ nghèo cuối năm 2018 (hộ)"),
            ("1", "Xã Suối Mây", "120", "100"),
        ),
    )
    cells = by_cell(made)
    assert cells["t1.r2c3"]["time_collection"] is TimeCollection.BEGINNING
    assert cells["t1.r2c4"]["time_collection"] is TimeCollection.END


def test_numbers_with_three_digits_behind_a_comma_are_left_open(tmp_path: Path) -> None:
    heads = ("TT", "Chỉ tiêu", "ĐVT", "TH 2018")
    made = drafted(tmp_path, table(heads, ("1", "Thu", "tấn", "1,234"), ("2", "Chi", "tấn", "850")))
    cells = by_cell(made)
    assert cells["t1.r2c4"].record_type.__name__ == "Mention"
    assert str(cells["t1.r3c4"]["value"]) == "850 tonne"
    assert Absent.NOT_STATED not in cells


def test_three_digits_behind_both_signs_are_left_open(tmp_path: Path) -> None:
    heads = ("TT", "Chỉ tiêu", "ĐVT", "TH 2018")
    rows = (("1", "Sản lượng", "tấn", "1,234"), ("2", "Diện tích", "nghìn ha", "12.500"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert [cells[name].record_type.__name__ for name in ("t1.r2c4", "t1.r3c4")] == ["Mention", "Mention"]


@pytest.mark.parametrize(
    ("unit", "count", "other", "value"),
    [
        ("hộ", "1,234", "8,604", "8604 tonne"),
        ("hộ", "1.234", "8,604", "8.604 tonne"),
        ("nghìn hộ", "1,234", "8,604", None),
        ("hộ", "1,234", "8,6", "8.6 tonne"),
    ],
)
def test_whole_numbers_show_which_sign_separates_thousands(
    tmp_path: Path, unit: str, count: str, other: str, value: str | None
) -> None:
    heads = ("TT", "Chỉ tiêu", "ĐVT", "TH 2018", "TH/KH (%)")
    rows = (("1", "Hộ nghèo", unit, count, "98,123"), ("2", "Sản lượng", "tấn", other, ""))
    found = by_cell(drafted(tmp_path, table(heads, *rows)))["t1.r3c4"]
    assert (str(found["value"]) if found.record_type.__name__ == "Observation" else None) == value


def test_heads_without_a_name_for_the_labels(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Diện tích, dân số năm 2016 phân theo huyện"),
        table(
            ("", "Diện tích Area (Km2)", "Dân số trung bình (Người) Average population (Person)"),
            ("TỔNG SỐ - TOTAL", "5.152,49", "1.254.184"),
            ("1. Huyện Suối Mây", "466,22", "178.775"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r3c2"]["value"]) == "466.22 square_kilometre"
    assert (str(cells["t1.r3c3"]["value"]), cells["t1.r3c3"]["time"]) == ("178775 person", Period.year(2016))


@pytest.mark.parametrize("line", ["Ha", "Đơn vị tính - Unit: Ha", "ĐVT: ha"])
def test_lines_above_a_table_that_state_its_unit(tmp_path: Path, line: str) -> None:
    made = drafted(
        tmp_path,
        paragraph("Diện tích rau các loại"),
        paragraph(line),
        table(("", "2017", "Sơ bộ 2018"), ("Huyện Suối Mây", "974,1", "912,9"), ("Huyện Núi Xa", "220,2", "369,3")),
    )
    assert str(by_cell(made)["t1.r2c2"]["value"]) == "974.1 hectare"


def test_heads_that_begin_above_the_row_that_names_the_columns(tmp_path: Path) -> None:
    down, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    made = drafted(
        tmp_path,
        table(
            ("", "Đơn vị", docx_cell("Năm 2017", properties=down), docx_cell("Uoc năm 2018", properties=down)),
            ("Chỉ tiêu", "tính", docx_cell("", properties=goes_on), docx_cell("", properties=goes_on)),
            ("Điện sản xuất", "1000kwh", "129", "196"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r3c3"]["value"]).startswith("129000 kilowatt_hour")
    assert cells["t1.r3c4"]["statuses"]


def test_a_planned_growth_is_not_a_planned_level(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("TT", "Chỉ tiêu", "ĐVT", "TH 2018", "KH 2019", "KH 2016-2020 (%)"),
            ("1", "Tổng giá trị sản xuất", "tỷ đồng", "12,5", "13", "111,8"),
        ),
    )
    assert by_cell(made)["t1.r2c6"].record_type.__name__ == "Mention"


@pytest.mark.parametrize("above", ["title", "group"])
def test_school_years_are_not_calendar_years(tmp_path: Path, above: str) -> None:
    heads = ("", "2016", "2017", "Sơ bộ 2018")
    rows = (("Tiểu học", "230.065", "240.771", "248.832"), ("Trung học cơ sở", "195.120", "170.963", "173.491"))
    wide = spanned("Năm học - School year", 3)
    body = table(heads, *rows) if above == "title" else table(("", wide), heads, *rows)
    title = "Số học sinh theo năm học" if above == "title" else "Số học sinh"
    made = drafted(tmp_path, paragraph(title), paragraph("ĐVT: người"), body)
    found = by_cell(made).values()
    assert len(made.observations) == 6
    assert all(isinstance(record["time"], Gap) and isinstance(record["value"], Value) for record in found)


@pytest.mark.parametrize(
    ("head", "time", "other"),
    [
        ("2013-2014", None, True),
        ("Giai đoạn 2019-2020", "2019-01-01/P2Y", False),
        ("2016-2020", "2016-01-01/P5Y", False),
    ],
)
def test_two_years_in_a_row_may_be_a_school_year(head: str, time: str | None, other: bool) -> None:
    found = read_head(head)
    assert (None if found.time is None else str(found.time), found.other_years) == (time, other)
    assert time_of_title((head,)) == found.time


def test_a_plan_of_the_year_of_the_title(tmp_path: Path) -> None:
    title = paragraph("Kết quả một số chỉ tiêu đến tháng 5/2020")
    made = drafted(tmp_path, title, table(("Chỉ tiêu", "ĐVT", "Kết quả", "Mục tiêu năm"), ("Lúa", "tấn", "1", "2")))
    assert str(by_cell(made)["t1.r2c4"]["time"]) == "2020"


@pytest.mark.parametrize("title", ["Sản xuất lúa (ha)", "ĐVT: ha"])
def test_the_unit_of_a_title_is_not_that_of_every_column(tmp_path: Path, title: str) -> None:
    made = drafted(
        tmp_path,
        paragraph("Năm 2018"),
        paragraph(title),
        table(
            ("Huyện", "Diện tích", "Năng suất", "Sản lượng", "Tỷ lệ"),
            ("Huyện Suối Mây", "1.350", "48,9", "6.615", "12"),
            ("Huyện Núi Xa", "950", "51,2", "4.864", "10"),
        ),
    )
    cells = by_cell(made)
    row = 2
    assert str(cells[f"t1.r{row}c2"]["value"]).startswith("1350 hectare")
    assert all(isinstance(cells[f"t1.r{row}c{column}"]["value"], PartialRecord) for column in (3, 4, 5))


def test_the_period_of_a_poverty_standard_is_not_the_time(tmp_path: Path) -> None:
    assert time_of_title(("Hộ nghèo theo chuẩn nghèo tiếp cận đa chiều giai đoạn 2016-2020",)) is None
    assert str(time_of_title(("Hộ nghèo năm 2018 theo chuẩn nghèo giai đoạn 2016-2020",))) == "2018"


def test_percent_in_a_list_of_units_is_that_of_the_comparisons(tmp_path: Path) -> None:
    rows = (
        ("Sản phẩm", "Kế hoạch 2018", "Thực hiện 2018", "%Hoàn thành"),
        ("Gạo trắng", "500", "547,3", "109,5"),
        ("Bún gạo", "90", "91,3", "101,4"),
        ("Tỷ lệ hoàn thành kế hoạch tiêu thụ", "100", "108,2", "108,2"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: Triệu đồng, %"), table(*rows)))
    assert str(cells["t1.r2c2"]["value"]).startswith("500000000 VND")
    assert str(cells["t1.r3c3"]["value"]).startswith("91300000 VND")
    assert str(cells["t1.r2c4"]["value"]) == "of_plan 109.5 percent"
    assert cells["t1.r4c2"].record_type.__name__ == "Mention"


def test_the_last_line_of_a_head_names_units_and_a_plan_is_not_one(tmp_path: Path) -> None:
    page = """<table><tr><td rowspan=2>Nội dung<td colspan=2>Kết quả thống kê năm 2018<td>Ước tính cả năm 2019
        <tr><td>Đơn vị tính<td>Số liệu<td>Chỉ tiêu giao
        <tr><td>Số hộ nghèo<td>hộ<td>345<td>300<tr><td>Số trường học<td>trường<td>12<td>13</table>"""
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    cells = by_cell(documents.draft(documents.read(tmp_path / "a.html"), place="XX-SM"))
    assert {
        place: f"{record.record_type.__name__} {record['value']} {record['time']}" for place, record in cells.items()
    } == {
        "t1.r3c3": "Observation 345 household 2018",
        "t1.r3c4": "Target 300 household 2019",
        "t1.r4c3": "Observation 12 school 2018",
        "t1.r4c4": "Target 13 school 2019",
    }


def test_the_ratio_below_a_level_beside_plans_is_an_attainment(tmp_path: Path) -> None:
    heads = ("Nội dung", "Kế hoạch năm 2018", "Giải ngân năm 2018 Số tiền", "Giải ngân năm 2018 Tỷ lệ (%)")
    rows = ("Dự án A", "200", "150", "75,0"), ("Dự án B", "100", "90", "90,0"), ("Dự án C", "50", "20", "40,0")
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: triệu đồng"), table(heads, *rows)))
    assert cells["t1.r2c4"]["value"] == Attainment.parse("of_plan 75.0 percent")
    assert (cells["t1.r2c4"]["actual"], cells["t1.r2c4"]["target"]) == ("t1-r2.c3", "t1-r2.c2.target")


def test_a_title_that_names_a_part_of_the_years_in_the_heads(tmp_path: Path) -> None:
    lines = paragraph("Chỉ số giá tháng 12 so với cùng kỳ năm trước"), paragraph("ĐVT: Phần trăm - Unit: Per cent etc.")
    cells = by_cell(
        documents.draft(source_of(tmp_path, *lines, table(("", "2017", "2018"), ("Chung", "102,6", "103"))))
    )
    assert [str(cells[cell]["time"]) for cell in ("t1.r2c2", "t1.r2c3")] == ["2017-12", "2018-12"]


def test_the_share_that_was_spent_is_that_of_the_plan(tmp_path: Path) -> None:
    heads = ("Nguồn vốn", "Kế hoạch vốn năm 2018", "Giải ngân đến 30/6/2018", "Tỷ lệ giải ngân (%)")
    rows = ("Trung ương", "500", "200", "40,0"), ("Địa phương", "300", "150", "50,0"), ("ODA", "100", "10", "10,0")
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: triệu đồng"), table(heads, *rows)))
    assert cells["t1.r2c4"]["value"] == Attainment.parse("of_plan 40.0 percent")


def test_an_area_whose_unit_is_a_line_of_its_own(tmp_path: Path) -> None:
    rows = ("Năm", "DT thu hoạch", "Sản lượng"), ("", "(ha)", "(tấn)"), ("2017", "120", "300"), ("2018", "130", "310")
    columns = source_of(tmp_path, table(*rows)).tables[0].columns
    assert [column.role.value for column in columns] == ["label", "actual", "actual"]


def test_the_time_collection_of_a_table_is_asked_with_the_kind(tmp_path: Path) -> None:
    rows = ("Chỉ tiêu", "ĐVT", "Thực hiện 2021"), ("Diện tích trồng rừng mới", "Ha", "414")
    found = drafted(tmp_path, paragraph("Các chỉ tiêu chủ yếu năm 2021"), table(*rows))
    assert [where for where, _ in found.gaps if where.endswith((".kind", ".time_collection"))] == ["indicators[0].kind"]
    for kind, expected in ((IndicatorKind.FLOW, TimeCollection.TOTAL), (IndicatorKind.STOCK, TimeCollection.END)):
        filled = updated(found.fill("indicators[0].kind", kind), found).draft
        assert not any("time_collection" in where for where, _ in filled.gaps)
        assert [item.time_collection for item in filled.known().review.observations] == [expected]
    asked = found.fill("observations[0].time_collection", Gap(reason=Text(en="how it is collected")))
    asked = asked.fill("indicators[0].kind", IndicatorKind.FLOW)
    assert not any("time_collection" in where for where, _ in updated(asked, found).draft.gaps)


def test_claims_follow_the_corrected_number_of_a_cell(tmp_path: Path) -> None:
    head = ("Chỉ tiêu", "ĐVT", "KH 2018", "TH 2018", "TH/KH (%)")
    old, new = (
        drafted(tmp_path, table(head, ("Số hộ nghèo", "Hộ", "2.650", number, "99,5"), ("Số xã", "Xã", "9", "9", "100")))
        for number in ("2.637", "2.641")
    )
    found = updated(old, new).draft
    records = {item["id"]: item for item in (*found.observations, *found.claims)}  # type: ignore[index]
    gone, claim, other = (records[ident] for ident in ("t1-r2.c4", "t1-r2.c5", "t1-r3.c5"))
    assert isinstance(gone["citation"], Gap)
    assert records[claim["actual"]]["value"] == Value.parse("2641 household")
    assert (claim["target"], other["actual"]) == ("t1-r2.c3.target", "t1-r3.c4")
    assert updated(found, new).added == 0


def test_the_kind_of_a_part_is_that_of_its_whole_and_members_are_a_stock(tmp_path: Path) -> None:
    rows = (
        ("TT", "Chỉ tiêu", "ĐVT", "Thực hiện 2021"),
        ("1", "Lao động được đào tạo nghề", "Người", "702"),
        ("", "Trong đó: nữ", "Người", "349"),
        ("", "Trong đó: loại giỏi", "Người", "120"),
        ("2", "Học phí", "Suất", "120"),
        ("", "Trong đó: nữ", "Người", "60"),
        ("3", "Mầm non", "Học sinh", "4.205"),
        ("4", "Bỏ học", "Học sinh", "12"),
        ("5", "Giáo viên tiểu học", "Người", "310"),
    )
    found = drafted(tmp_path, paragraph("Các chỉ tiêu chủ yếu năm 2021"), table(*rows))
    records: tuple[Any, ...] = found.indicators
    kinds = [None if isinstance(item["kind"], Gap) else item["kind"].value for item in records]
    assert kinds == ["flow", "flow", None, None, None, "stock", None, "stock"]
    assert all("kind" in item.proposed for item, kind in zip(records, kinds, strict=True) if kind is not None)


def test_the_place_of_a_document_is_asked_once(tmp_path: Path) -> None:
    rows = ("Chỉ tiêu", "ĐVT", "KH 2018", "TH 2018", "TH/KH (%)"), ("Số hộ nghèo", "Hộ", "2.650", "2.637", "99,5")
    made = documents.draft(source_of(tmp_path, table(*rows)), period=Period.year(2018))
    assert [where for where, _ in made.gaps if "place" in where] == ["place"]
    assert {figure.place for figure in made.fill("place", "VN-01").known().review.figures()} == {"VN-01"}


@pytest.mark.parametrize(("others", "zero"), [("", "open"), ("0", "0 hectare"), ("12", "0 hectare")])
def test_zeros_in_a_column_that_is_blank_are_not_figures(tmp_path: Path, others: str, zero: str) -> None:
    crops = (("Lúa", "ha", "40", others), ("Ngô", "ha", "60", others), ("Chè", "ha", "30", others))
    made = drafted(tmp_path, table(("Chỉ tiêu", "ĐVT", "2017", "2018"), ("Tổng số", "ha", "130", "0"), *crops))
    cell = by_cell(made)["t1.r2c4"]
    assert str(cell.get("value") or "open") == zero
    assert str(by_cell(made)["t1.r2c3"]["value"]) == "130 hectare"
