"""Tables of statistical yearbooks and monthly reports; each was read wrongly, or left open, before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aseansc import documents
from aseansc.drafts import Gap, PartialRecord
from aseansc.periods import Period
from aseansc.units import hectare, household, household_turn, organisation, percent, person_turn, turn
from aseansc.vietnamese.tables import (
    ColumnRole,
    changes_rate,
    compares,
    is_english,
    is_english_alone,
    is_mean,
    is_plan,
    is_rate,
    is_unit,
    plans_are_meant,
    read_head,
    read_unit,
    read_unit_of,
    time_in_label,
    time_in_year,
    time_of_title,
    unit_in_brackets,
    unit_in_line,
)
from tests.documents._made import docx_cell, paragraph, spanned, table
from tests.documents.test_tables import by_cell, drafted

YEARS = ("", "2010", "2015")


def values(folder: Path, *body: str) -> dict[str, Any]:
    """Return the value, or the word *open*, of each cell of a draft, by its place."""
    return {
        place.partition(".")[2]: "open"
        if isinstance(value, Gap | PartialRecord | None)
        else str(value).split(" to 1")[0]
        for place, record in by_cell(drafted(folder, *body)).items()
        for value in [record.get("value")]
    }


def test_units_of_lines_and_brackets() -> None:
    lines = {
        "Đơn vị: 1000 đồng": "1000 đồng",
        "( Giá hiện hành) Đơn vị tính/ Unit: 1000 VNĐ": "1000 vnđ",
        "ĐVT: Nghìn ha - Thous. ha": "nghìn ha",
    }
    assert {line: unit_in_line(line) for line in lines} == lines
    assert [line for line in ("Nghìn ha", "1.000 m3", "Năm trước", "2 tỷ đồng") if is_unit(line)] == [
        "Nghìn ha",
        "1.000 m3",
    ]
    assert unit_in_brackets("Số lớp - Lớp\nNumber of classes - Class") == "lớp"
    assert str(read_unit("Ngƣời")[0]) == "person"  # type: ignore[index]
    assert [read_unit(unit) for unit in ("1000 tấn/km", "HK/km")] == [None, None]


def test_a_tonne_kilometre_is_not_a_quotient(tmp_path: Path) -> None:
    rows = ("Chỉ tiêu", "ĐVT", "2015"), ("Khối lượng luân chuyển", "1000 tấn/km", "92.589")
    assert values(tmp_path, table(*rows)) == {"r2c3": "open"}


def test_means_may_have_decimals(tmp_path: Path) -> None:
    assert is_mean("Số học sinh bình quân một lớp")
    rows = YEARS, ("Số học sinh bình quân một lớp", "31,11", "29,47"), ("Tiểu học", "24,77", "25,06")
    assert values(tmp_path, paragraph("ĐVT: Học sinh"), table(*rows))["r2c2"] == "31.11 person/study_class"
    rows = YEARS, ("Số học sinh", "31,11", "29,47")
    assert values(tmp_path, paragraph("ĐVT: Học sinh"), table(*rows))["r2c2"] == "open"


def test_changes_of_rates_are_points_or_left_open(tmp_path: Path) -> None:
    assert changes_rate("Trong đó: Giảm tỷ lệ hộ nghèo")
    rows = (
        ("Chỉ tiêu", "Đơn vị", "Năm 2018"),
        ("Mức giảm tỷ lệ hộ nghèo", "điểm", "1,1"),
        ("Giảm tỷ lệ hộ nghèo", "%", "4"),
    )
    assert values(tmp_path, table(*rows)) == {"r2c3": "1.1 percentage_point", "r3c3": "open"}


def test_several_lists_of_parts_have_the_unit_of_their_whole(tmp_path: Path) -> None:
    rows = (
        YEARS,
        ("Số giáo viên", "100", "120"),
        ("Trong đó: Số giáo viên đạt chuẩn", "90", "110"),
        ("Công lập", "60", "70"),
        ("Ngoài công lập", "40", "50"),
        ("Nam", "30", "45"),
        ("Nữ", "70", "75"),
        ("Khác", "1", "2"),
    )
    found = values(tmp_path, table(*rows))
    assert [found[f"r{row}c2"] for row in range(3, 9)] == [
        "90 person", "60 person", "40 person", "30 person", "70 person", "open",
    ]  # fmt: skip


def test_a_line_of_places_is_not_a_unit(tmp_path: Path) -> None:
    rows = ("", "Năm 2019", "Năm 2020"), ("Huyện, thành phố", "", ""), ("Vĩnh Yên", "5.645,1", "2.940,0")
    found = values(tmp_path, paragraph("Đơn vị: 1000 đồng"), table(*rows))
    assert found == {"r3c2": "5645100 VND", "r3c3": "2940000 VND"}


def test_only_cells_of_values_show_how_decimals_are_written(tmp_path: Path) -> None:
    rows = YEARS, ("1.1 Lượt khách (Lượt khách)", "484.008", "112.500"), ("Tỷ lệ (%)", "12,48", "13,01")
    assert values(tmp_path, table(*rows))["r2c2"] == "484008 person_turn"
    assert (is_english(("0,003", "1,182")), is_english(("0.003", "1.182"))) == (False, True)


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        (("Chỉ số giá các tháng năm 2019 so với kỳ gốc 2014", "in 2019 as compared to base period 2014"), "2019"),
        (("Index numbers (base year: 1996 = 100)",), None),
        (("Biểu số 7: Thu nhập năm 2020",), "2020"),
        (("20/12/2011", "Giá thành lúa đông xuân 2008/09"), None),
        (("9 tháng đầu năm 2018", "04:22 | 01/10/2018"), "2018-01-01/P9M"),
    ],
)
def test_titles_with_bases_dates_and_seasons(lines: tuple[str, ...], time: str | None) -> None:
    found = time_of_title(lines)
    assert (None if found is None else str(found)) == time


@pytest.mark.parametrize(
    ("head", "role", "time", "base"),
    [
        ("Lũy kế 9 tháng năm 2015 so với cùng kỳ năm trước (%)", "change", "2015-01-01/P9M", "2014-01-01/P9M"),
        ("So với cùng kỳ năm 2017 (%) Tháng 9 năm 2018", "change", "2018-09", "2017-09"),
        ("Tháng 8 năm 2022 so với (%) Tháng trước", "change", "2022-08", "2022-07"),
        ("So sánh ước thực hiện với (%) cùng kỳ năm trước", "change", "2023-Q1", "2022-Q1"),
        ("Tỷ lệ lãi so với giá thành (%)", "unknown", None, None),
    ],
)
def test_comparisons_with_an_earlier_time(head: str, role: str, time: str | None, base: str | None) -> None:
    found = read_head(head, Period.parse("2023-Q1"))
    times = [None if each is None else str(each) for each in (found.time, found.base and found.base.time)]
    assert (found.role, times) == (ColumnRole(role), [time, base])


def test_months_as_columns_and_as_rows(tmp_path: Path) -> None:
    year = Period.year(2019)
    assert str(time_in_year("Tháng 1 - Jan.", year)) == "2019-01"
    assert time_in_year("Tháng 12 so với tháng 12 năm trước", year) is None
    rows = (
        ("", "2018", "2019"),
        ("Cả năm", "6,18", "5,32"),
        ("Quý I", "7,49", "3,14"),
        ("Tháng 12 năm báo cáo", "1,5", "2,5"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Tốc độ tăng (%)"), table(*rows)))
    assert [str(cells[f"t1.r{row}c3"]["time"]) for row in (2, 3)] == ["2019", "2019-Q1"]
    assert isinstance(cells["t1.r4c3"]["time"], Gap)
    rows = ("", "Tháng 1 Jan.", "Tháng 2 Feb."), ("Lương thực", "106,91", "104,94")
    cells = by_cell(drafted(tmp_path, paragraph("Tỷ lệ lấp đầy phòng năm 2019 (%)"), table(*rows)))
    assert [str(cells[f"t1.r2c{column}"]["time"]) for column in (2, 3)] == ["2019-01", "2019-02"]


def test_plans_of_a_year_compared_with_a_part_of_it(tmp_path: Path) -> None:
    rows = (
        ("Nội dung", "Dự toán năm", "Thực hiện quý I", "So sánh thực hiện với (%) dự toán năm"),
        ("Thu nội địa", "9.500", "3.054", "32,1"),
        ("Thuế thu nhập", "1.060", "338", "31,9"),
    )
    body = paragraph("Thu ngân sách quý I năm 2018"), paragraph("Đơn vị: Triệu đồng"), table(*rows)
    claim = by_cell(drafted(tmp_path, *body))["t1.r2c4"]
    assert (str(claim["time"]), claim["actual"]) == ("2018-Q1", "t1-r2.c3")


def test_years_with_notes_and_heads_above_merged_labels(tmp_path: Path) -> None:
    rows = ("", "2006", "2007(*)"), ("Xuất khẩu", "39 826", "48 561"), ("Cân đối", "- 5 065", "-14 121")
    found = values(tmp_path, paragraph("Triệu USD - Mil. USD"), table(*rows))
    assert (found["r2c3"], found["r3c2"]) == ("48561000000 USD", "-5065000000 USD")


def test_rows_with_a_dash_have_the_unit_of_their_row_if_they_may_be_its_parts(tmp_path: Path) -> None:
    rows = (
        YEARS,
        ("Diện tích (ha)", "100", "120"),
        ("- Lúa", "50", "60"),
        ("- Năng suất", "50", "60"),
        ("- Ngô", "50", "160"),
    )
    found = values(tmp_path, table(*rows))
    assert [found[f"r{row}c2"] for row in range(2, 6)] == ["100 hectare", "50 hectare", "open", "open"]


def test_parts_in_heads_are_not_units(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>".format(
        docx_cell("") + docx_cell("Tổng số") + spanned("Trong đó", 2),
        "".join(map(docx_cell, ("", "", "Bệnh viện", "Trạm y tế"))),
        "".join(map(docx_cell, ("Quận Liên Chiểu", "1.235", "1.200", "35"))),
    )
    found = values(tmp_path, paragraph("Số giường bệnh năm 2020"), paragraph("(ĐVT: giường)"), body)
    assert (found["r3c2"], found["r3c3"]) == ("1235 bed", "1200 bed")


def test_land_use_plans_until_a_year(tmp_path: Path) -> None:
    assert read_head("Hiện trạng năm 2010 Diện tích (ha)").role is ColumnRole.ACTUAL
    found = read_head("Quy hoạch đến năm 2020 Quốc gia phân bổ (ha)")
    assert (found.role, str(found.time)) == (ColumnRole.TARGET, "2020")
    assert read_head("Định hướng năm 2030").role is ColumnRole.TARGET
    assert read_head("Điều chỉnh quy hoạch đến năm 2020").role is ColumnRole.UNKNOWN
    assert read_head("Quy hoạch").role is ColumnRole.UNKNOWN
    rows = ("Loại đất", "Hiện trạng 2010 (ha)", "Quy hoạch đến năm 2020 (ha)"), ("Đất trồng lúa", "146.655", "138.700")
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert [cells[f"t1.r2c{column}"].record_type.__name__ for column in (2, 3)] == ["Observation", "Target"]


def test_percentages_of_an_earlier_level_without_levels(tmp_path: Path) -> None:
    head = "Tháng 6/2019 so với tháng trước (%)"
    rows = ("Chỉ tiêu", head), ("Châu Á", "89,2"), ("Lào", "49,0"), ("Nhật", "77,5"), ("Thái Lan", "102,5")
    assert values(tmp_path, table(*rows))["r3c2"] == "to 49.0 percent"
    rows = ("Chỉ tiêu", head), ("Châu Á", "9,2"), ("Lào", "49,0"), ("Nhật", "7,5"), ("Thái Lan", "102,5")
    assert values(tmp_path, table(*rows))["r3c2"] == "open"


def test_a_measure_has_the_unit_of_its_other_columns_or_of_its_line_above_the_table(tmp_path: Path) -> None:
    body = paragraph("Diện tích ngô cả năm (nghìn ha)"), paragraph("Năng suất ngô bình quân (tạ/ha)")
    head = ("Tỉnh", "2010", "2010", "2017", "2017"), ("", "Diện tích", "Năng suất", "Diện tích (ha)", "Năng suất")
    found = values(tmp_path, *body, table(*head, ("Hà Nội", "25.017", "44,9", "19.101", "49,1")))
    assert [found[f"r3c{column}"] for column in range(2, 6)] == [
        "25017 hectare",
        "44.9 quintal/hectare",
        "19101 hectare",
        "49.1 quintal/hectare",
    ]
    found = values(tmp_path, *body, table(*head, ("Hà Nội", "25,0", "44,9", "19.101", "49,1")))
    assert found["r3c2"] == "open"  # thousands of hectares, or hectares


def test_doubtful_units_are_gaps(tmp_path: Path) -> None:
    funds = "Vốn (1000 tỷ đồng)"
    rows = YEARS, (funds, "11.000", "12,5"), (funds, "11", "12,5"), ("Tỷ lệ hộ nghèo giảm (%)", "2,1", "3")
    found = values(tmp_path, table(*rows))
    assert [found[each] for each in ("r2c2", "r2c3", "r4c2")] == ["open"] * 3
    assert found["r3c3"] == "12500000000000 VND"
    two = docx_cell("Độ che phủ (%)", "Trồng mới (ha)")
    body = paragraph("Năm 2015"), table(("Chỉ tiêu", "Thực hiện"), (two, "57"))
    assert values(tmp_path, *body)["r2c2"] == "open"


def test_plans_that_only_the_title_states(tmp_path: Path) -> None:
    rows = ("STT", "Nội dung", "Tổng số", "Ngân sách tỉnh"), ("1", "Thu nội địa", "1.150", "820")
    body = paragraph("DỰ TOÁN THU NGÂN SÁCH NĂM 2020"), paragraph("Đơn vị tính: Triệu đồng"), table(*rows)
    targets = [by_cell(drafted(tmp_path, *body))[f"t1.r2c{column}"] for column in (3, 4)]
    assert [(each.record_type.__name__, str(each["time"])) for each in targets] == [("Target", "2020")] * 2
    rows = ("Chỉ tiêu", "ĐVT", "2020", "2025", "2030"), ("Tỷ lệ đô thị hóa", "%", "35", "40", "45")
    cells = by_cell(drafted(tmp_path, paragraph("Bảng 1. Mục tiêu phát triển đến năm 2030"), table(*rows)))
    kinds = [cells[f"t1.r2c{column}"].record_type.__name__ for column in (3, 4, 5)]
    assert kinds == ["Mention", "Mention", "Target"]
    not_plans = "Kết quả thực hiện dự toán năm 2020", "Kế hoạch đầu tư công năm 2020", "Mục tiêu 4: trẻ em 1990-2015"
    assert not any(map(is_plan, not_plans))
    rows = ("Dự án", "Tổng mức", "Năm 2020"), ("Đường A", "45.000", "12.000")
    assert values(tmp_path, paragraph("DỰ TOÁN NĂM 2020"), table(*rows))["r2c2"] == "open"


def test_words_that_begin_like_those_of_comparisons() -> None:
    for head in ("Tỷ lệ thất nghiệp", "Tỷ lệ thiếu việc làm Thành thị"):
        assert (read_head(head).compared, read_head(head).doubtful) == (False, False)
    assert read_head("Tỷ lệ TH/KH").compared
    assert read_head("DT gieo trồng (ha)").role is ColumnRole.UNKNOWN
    assert read_head("DT năm 2020").role is ColumnRole.TARGET
    assert str(read_unit("tỷ đồng - giá so sánh năm 1994")[0]) == "VND"  # type: ignore[index]


def test_days_of_the_year_of_the_title_and_times_that_nothing_completes(tmp_path: Path) -> None:
    rows = ("Mặt hàng", "Giá ngày 3/12", "Giá tuần trước"), ("Gạo tẻ", "12.000", "12.500")
    body = paragraph("Giá nông sản ngày 10/12/2021"), paragraph("ĐVT: đồng/kg"), table(*rows)
    cells = by_cell(drafted(tmp_path, *body))
    assert str(cells["t1.r2c2"]["time"]) == "2021-12-03"
    assert cells["t1.r2c3"].record_type.__name__ == "Mention"
    assert str(read_head("Lũy kế 8 tháng", Period.year(2020)).time) == "2020-01-01/P8M"
    assert read_head("Lũy kế 8 tháng", Period.year(2020)).role is ColumnRole.ACTUAL


def test_a_plan_compared_with_the_only_levels_that_all_rows_show(tmp_path: Path) -> None:
    rows = (
        ("Chỉ tiêu", "ĐVT", "Ước tháng 8/2020", "Lũy kế 8 tháng/2020", "Kế hoạch năm 2020", "So với kế hoạch (%)"),
        ("Bán lẻ", "Tỷ đồng", "4.350", "33.100", "55.000", "60,2"),
        ("Xuất khẩu", "Triệu USD", "55", "410", "700", "58,6"),
        ("Thu ngân sách", "Tỷ đồng", "650", "5.400", "9.500", "56,8"),
    )
    claim = by_cell(drafted(tmp_path, table(*rows)))["t1.r2c6"]
    assert (str(claim["value"]), claim["actual"]) == ("of_plan 60.2 percent", "t1-r2.c4")


def test_columns_with_other_signs_than_the_rest_of_the_table(tmp_path: Path) -> None:
    rows = ("Năm", "Tổng thu (tỷ đồng)", "Sản lượng (tấn)"), ("2019", "755.00", "42,3"), ("2020", "312.50", "58,7")
    found = values(tmp_path, table(*rows))
    assert (found["r2c2"], found["r3c3"]) == ("755000000000 VND", "58.7 tonne")
    assert is_english_alone(("30.18", "97.886")) is None
    assert values(tmp_path, table(*rows, ("2021", "1.850", "60,1")))["r2c2"] == "open"


def test_a_measure_larger_than_in_the_country_has_no_certain_unit(tmp_path: Path) -> None:
    rows = ("Tỉnh", "Diện tích"), ("Cả nước", "7.329.200"), ("Hà Nội", "4.500")
    body = paragraph("Diện tích lúa năm 2005 (nghìn ha)"), table(*rows)
    assert [values(tmp_path, *body)[f"r{row}c2"] for row in (2, 3)] == ["open", "open"]


def test_a_unit_above_heads(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>".format(
        docx_cell("") + spanned("%", 2),
        "".join(map(docx_cell, YEARS)),
        "".join(map(docx_cell, ("Tháng 1 - Jan.", "100,39", "101,54"))),
    )
    assert values(tmp_path, body)["r3c2"] == "100.39 percent"


def test_rows_that_are_only_a_role(tmp_path: Path) -> None:
    rows = (
        ("Chỉ tiêu", "2016", "2017"),
        ("1. Thu ngân sách (tỷ đồng)", "", ""),
        ("- Kế hoạch", "1.500", "1.700"),
        ("- Thực hiện", "1.650", "1.802"),
        ("- % TH/KH", "110,0", "106,0"),
        ("Kế hoạch giảm nghèo (%)", "3,0", "3,5"),
    )
    cells = by_cell(drafted(tmp_path, table(*rows)))
    found = [cells[f"t1.r{row}c2"] for row in range(3, 7)]
    assert [each.record_type.__name__ for each in found] == ["Target", "Observation", "AttainmentClaim", "Mention"]
    assert (str(found[0]["value"]), found[0]["indicator"]) == (
        "1500000000000 VND to 1000000000",
        found[1]["indicator"],
    )


def test_labels_with_a_time_of_their_own(tmp_path: Path) -> None:
    rows = ("Chỉ tiêu", "ĐVT", "Thực hiện"), ("Dân số năm 2017", "người", "1.500"), ("Số hộ", "hộ", "300")
    cells = by_cell(drafted(tmp_path, paragraph("Số liệu cơ bản năm 2018"), table(*rows)))
    assert [str(cells[f"t1.r{row}c3"]["time"]) for row in (2, 3)] == ["2017", "2018"]
    assert str(time_in_label("Số hộ cuối năm 2017 (hộ)")) == "2017"
    names = "Vốn Chương trình 135 giai đoạn 2016-2020", "Hỗ trợ theo Quyết định 102/2009/QĐ-TTg", "GRDP (giá năm 2010)"
    assert not any(map(time_in_label, names))


def test_lines_of_publication_are_not_titles() -> None:
    lines = "Cập nhật 26/7/2018", "Thứ năm, 25/02/2021", "Page 84 - nien giam thong ke 2022", "Lượt xem: 2.018"
    assert time_of_title(("Dân số năm 2017", *lines)) == Period.year(2017)
    assert plans_are_meant("Dự toán kinh phí thực hiện Đề án năm 2020")
    assert not plans_are_meant("Tình hình thực hiện dự toán")


def test_units_that_a_label_completes() -> None:
    assert read_unit_of("Nghìn lượt", "Khách du lịch") == (person_turn, 1000)
    assert read_unit_of("Lượt", "Số lượt hộ vay vốn") == (household_turn, 1)
    assert read_unit_of("Đơn vị", "Đơn vị sự nghiệp công lập") == (organisation, 1)
    assert read_unit_of("Lượt", "Số lượt xe ra vào bến", "Kết quả hoạt động du lịch, vận tải") == (turn, 1)
    assert read_unit_of("Lượt", "Khách đi tàu") == (person_turn, 1)
    assert read_unit_of("Lượt", "Giao dịch qua cổng") is None
    assert read_unit_of("Đơn vị", "Ấp, khu phố") is None


def test_a_unit_in_the_row_of_groups_is_that_of_the_table(tmp_path: Path) -> None:
    rows = ("Chỉ tiêu", "Kế hoạch", "Thực hiện"), ("Diện tích rừng trồng", "850", "902")
    cells = by_cell(drafted(tmp_path, table(("", "Năm 2018", "ĐVT: ha"), *rows)))
    assert [f"{cells[f't1.r3c{column}'][name]}" for column in (2, 3) for name in ("value", "time")] == [
        "850 hectare",
        "2018",
        "902 hectare",
        "2018",
    ]


def test_rows_that_compare_are_not_levels_of_counts() -> None:
    assert compares("Sản lượng lúa so với kế hoạch")
    assert compares("Số hộ nghèo so với năm 2017", percent)
    assert compares("Tỷ lệ hoàn thành so với kế hoạch năm")
    assert not compares("Số hộ nghèo giảm so với năm 2017")
    assert not compares("Hộ nghèo giảm so với năm 2017", household)
    assert not compares("Diện tích tăng thêm so với kế hoạch", hectare)
    assert not compares("So với mặt bằng chung")


def test_counts_compared_with_a_plan_are_levels(tmp_path: Path) -> None:
    rows = ("Số dự án hoàn thành so với kế hoạch", "dự án", "12"), ("Lúa so với năm trước", "%", "105,2")
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "ĐVT", "TH 2018"), *rows)))
    assert str(cells["t1.r2c3"]["value"]) == "12 project"
    assert cells["t1.r3c3"].record_type.__name__ == "Mention"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ĐVT: Hộ, người", ["500 household", "700 person", "open"]),
        ("ĐVT: Nghìn hộ; người", ["500000 household", "700 person", "open"]),
        ("ĐVT: Triệu đồng; %", ["500 household", "700 person", "open"]),
    ],
)
def test_the_noun_of_a_label_chooses_from_a_list_of_units(tmp_path: Path, line: str, expected: list[str]) -> None:
    rows = ("Số hộ nghèo", "500"), ("Số nhân khẩu", "700"), ("Kết quả khác", "8")
    found = values(tmp_path, paragraph(line), table(("Chỉ tiêu", "TH 2018"), *rows))
    assert [found[f"r{row}c2"] for row in (2, 3, 4)] == expected


def test_the_unit_behind_a_dash_may_name_the_same_thing() -> None:
    assert unit_in_brackets("Số giường - Giường bệnh") == "giường bệnh"
    assert unit_in_brackets("Dân cư - Lao động") == ""


def test_an_amount_above_a_thousand_is_not_a_rate() -> None:
    rates = (
        "Tỷ suất chết trên 1000 trẻ đẻ sống",
        "Bác sĩ trên 1 vạn dân",
        "Máy điện thoại trên 100 dân",
        "Tỷ suất sinh (trên 1.000)",
    )
    others = "Số hộ có thu nhập trên 1000 USD", "Số xã có trên 1.000 người", "Dự án trên 1.000 tỷ đồng"
    assert [label for label in (*rates, *others) if is_rate(label)] == list(rates)


def test_tables_beside_each_other(tmp_path: Path) -> None:
    rows = ("STT", "Huyện", "Dân số", "STT", "Huyện", "Dân số"), ("1", "Tam Đường", "52", "2", "Sìn Hồ", "83")
    made = drafted(tmp_path, paragraph("Dân số năm 2019 (người)"), table(*rows))
    cells = by_cell(made)
    assert [str(cells[f"t1.r2c{column}"]["value"]) for column in (3, 6)] == ["52 person", "83 person"]
    assert "Sìn Hồ" in cells["t1.r2c6"].context


def test_comparisons_of_rows_that_are_years_and_ratios_without_a_name(tmp_path: Path) -> None:
    rows = [("Năm", "Kế hoạch", "Thực hiện", "TH/KH (%)")]
    rows += [(str(year), "1.500", "1.650", "110,0") for year in (2016, 2017, 2018)]
    cells = by_cell(drafted(tmp_path, paragraph("Thu ngân sách 2016-2018 (tỷ đồng)"), table(*rows)))
    assert [str(cells[f"t1.r{row}c4"]["time"]) for row in (2, 4)] == ["2016", "2018"]
    rows = [("Chỉ tiêu", "KH 2019", "TH 2019", "Tỷ lệ (%)")]
    rows += [("Lúa (ha)", "500", "520", "104"), ("Ngô (ha)", "300", "270", "90"), ("Cá (ha)", "40", "44", "110")]
    assert values(tmp_path, table(*rows))["r2c4"] == "of_plan 104 percent"


def test_heads_of_departments_quarters_and_notes(tmp_path: Path) -> None:
    rows = ("TT", "Đơn vị", "Trồng rừng (ha)"), ("1", "Huyện Tam Đường", "100"), ("2", "Huyện Sìn Hồ", "150")
    cells = by_cell(drafted(tmp_path, paragraph("Chỉ tiêu giao năm 2021"), table(*rows)))
    assert cells["t1.r2c3"].record_type.__name__ == "Target"
    quarter = Period.parse("2019-Q3")
    assert str(read_head("Quý III năm trước", quarter).time) == "2018-Q3"
    assert str(read_head("Cộng dồn từ đầu năm đến hết tháng 7", Period.year(2020)).time) == "2020-01-01/P7M"
    assert read_head("Thuyết minh").role is ColumnRole.NOTE


def test_words_that_do_not_name_a_measure(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "2008", "2008"), ("", "", "SL", "CC (%)")
    found = values(tmp_path, table(*heads, ("Số nhân khẩu", "người", "120.500", "100")))
    assert (found["r3c3"], found["r3c4"]) == ("120500 person", "100 percent")
    heads = ("Chỉ tiêu", "Tổng 2011-2015", "Trong đó 2011"), ("NSNN", "25.000", "4.500")
    assert values(tmp_path, paragraph("Vốn (tỷ đồng, giá hiện hành)"), table(*heads))["r2c3"] == "4500000000000 VND"
    assert read_head("Diện tích phân theo năm kế hoạch 2016").role is ColumnRole.TARGET
    assert not read_head("Thu nhập BQ (triệu đồng/người/năm)").doubtful
    assert read_head("Thu nhập BQ (triệu đồng)").doubtful


def test_heads_above_numbers_that_the_grammar_does_not_know(tmp_path: Path) -> None:
    rows = ("Trạm", "Tháng 1", "Cả năm"), ("Lai Châu", "35,2", "2.345")
    cells = by_cell(drafted(tmp_path, paragraph("Lượng mưa năm 2018 (mm)"), table(*rows)))
    assert [str(cells[f"t1.r2c{column}"]["time"]) for column in (2, 3)] == ["2018-01", "2018"]
    rows = ("Trạm", "Mực nước (m)"), ("Lai Châu", "35,2")
    assert values(tmp_path, table(*rows))["r2c2"] == "35.2 metre"


def test_percentages_of_plans_and_columns_of_words(tmp_path: Path) -> None:
    assert read_head("% KH").role is ColumnRole.ATTAINMENT
    rows = ("Chỉ tiêu", "KH năm 2020 (ha)", "TH năm 2020 (ha)", "% KH"), ("Lúa", "6.800", "6.750", "99,3")
    assert values(tmp_path, table(*rows))["r2c4"] == "of_plan 99.3 percent"
    rows = ("Sản phẩm", "Đặc điểm", "2018", "2019"), ("Chè", "tươi", "12", "13"), ("Cao su", "khô", "26", "30")
    assert values(tmp_path, paragraph("Sản lượng (tấn)"), table(*rows))["r2c3"] == "12 tonne"


def test_values_beside_quantities_and_divisions_of_one_measure(tmp_path: Path) -> None:
    rows = ("Mặt hàng", "2018", "2018"), ("", "Lượng", "Trị giá"), ("Gạo (nghìn tấn)", "6.115", "3.060")
    found = values(tmp_path, paragraph("(Triệu USD)"), table(*rows))
    assert (found["r3c2"], found["r3c3"]) == ("6115000 tonne", "open")
    rows = ("", "Chung", "Thành thị"), ("2010", "1.211", "1.828"), ("2012", "1.603", "2.288")
    assert values(tmp_path, paragraph("Chi tiêu một tháng (1.000 đồng)"), table(*rows))["r2c3"] == "1828000 VND"
    assert read_head("Dự toán được giao").role is ColumnRole.TARGET


def test_animals_that_the_title_names(tmp_path: Path) -> None:
    rows = YEARS, ("Trâu", "95.200", "96.100"), ("Các loại khác", "17.500", "18.200")
    for line in ("Đơn vị tính: Con", "Con - Head"):
        found = values(tmp_path, paragraph("Số lượng gia súc, gia cầm"), paragraph(line), table(*rows))
        assert (found["r2c2"], found["r3c3"]) == ("95200 animal", "18200 animal")
    assert values(tmp_path, paragraph("Số lượng"), paragraph("ĐVT: Con"), table(*rows))["r3c3"] == "open"


def test_a_comparison_beside_the_estimate_of_a_month_is_of_that_month(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{label}<td>713.291<td>750.000<td>82.848<td>{percent}"
        for label, percent in (
            ("Khách quốc tế (lượt)", "105,6"),
            ("Doanh thu (tỷ đồng)", "115,2"),
            ("Cơ sở (cơ sở)", "100,0"),
        )
    )
    page = f"""<table><tr><td rowspan=3>Chỉ tiêu<td rowspan=3>Thực hiện năm 2019<td colspan=3>Năm 2020
        <tr><td rowspan=2>Kế hoạch<td colspan=2>Ước TH <tr><td>Tháng 01<td>So cùng kỳ (%){rows}</table>"""
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    cells = by_cell(documents.draft(documents.read(tmp_path / "a.html"), place="VN-01"))
    read = {place: f"{record.get('value')} {record.get('time')}" for place, record in cells.items()}
    assert read["t1.r4c2"] == "713291 person_turn 2019"
    assert read["t1.r4c3"] == "750000 person_turn 2020"
    assert read["t1.r4c4"] == "82848 person_turn 2020-01"
    assert read["t1.r4c5"] == "to 105.6 percent 2020-01"
