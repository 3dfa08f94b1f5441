"""The time of a table that states none: that of the title above it, of the document, or of the report, as assumed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from aseansc import Period, Text, documents
from aseansc.drafts import Gap, PartialRecord
from aseansc.interchange.json import dumps, loads_draft
from aseansc.periods import TimeBasis
from aseansc.vietnamese import draft as draft_prose
from aseansc.vietnamese.tables import (
    ColumnRole,
    TitleTimes,
    day_of_years,
    is_report,
    is_title,
    planned_years,
    read_head,
    read_title,
    time_in_label,
    time_of_title,
)
from tests.documents._made import paragraph, saved, table, xlsx
from tests.documents.test_tables import by_cell, drafted, source_of

ROWS = (("Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện"), ("Số hộ nghèo", "hộ", "1.200", "1.250"))


@pytest.mark.parametrize(
    ("above", "planned", "reached"),
    [
        (["BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI NĂM 2018", "Biểu 1. Giảm nghèo"], "2018", "2018"),
        (["BÁO CÁO NĂM 2018", "I. NÔNG NGHIỆP", "Năm qua có nhiều kết quả.", "II. KẾT QUẢ NĂM 2017"], "2017", "2017"),
        (["BÁO CÁO NĂM 2018", "I. KẾT QUẢ NĂM 2017", "II. GIẢM NGHÈO"], "2018", "2018"),
        (["KẾ HOẠCH PHÁT TRIỂN NĂM 2019", "Biểu 1. Giảm nghèo"], "2019", None),
        (["TÌNH HÌNH NĂM 2018 VÀ KẾ HOẠCH NĂM 2019", "Biểu 1. Giảm nghèo"], None, "2018"),
        (["BÁO CÁO NĂM 2018", "Biểu 1. Giảm nghèo năm 2016 và năm 2017"], None, None),
        (["BÁO CÁO NĂM 2018", "Biểu 1. Giảm nghèo 6 tháng đầu năm"], None, "2018-S1"),
        (["BÁO CÁO NĂM 2018", "Biểu 1. Học sinh năm học 2017-2018"], None, None),
        (["BÁO CÁO", "(Kèm theo Báo cáo ngày 12 tháng 12 năm 2018)", "Biểu 1. Giảm nghèo"], None, None),
        (["Giảm nghèo theo Chương trình MTQG giai đoạn 2016-2020 năm 2018"], "2018", "2018"),
        (["Giảm nghèo theo Chương trình MTQG giai đoạn 2016-2020, kế hoạch năm 2021"], None, None),
        (["Rà soát hộ nghèo năm 2018 (theo Quyết định số 59/2015/QĐ-TTg)"], "2018", "2018"),
        (["(Từ 01/01/2018 đến 30/6/2018) (Kèm theo Báo cáo số 12/BC-UBND năm 2019)"], None, "2018-S1"),
    ],
)
def test_the_titles_above_give_the_time(
    tmp_path: Path, above: list[str], planned: str | None, reached: str | None
) -> None:
    made = by_cell(documents.draft(source_of(tmp_path, *map(paragraph, above), table(*ROWS)), place="VN-01"))
    times = [made[cell]["time"] for cell in ("t1.r2c3", "t1.r2c4")]
    assert [None if isinstance(time, Gap) else str(time) for time in times] == [planned, reached]


def test_such_a_time_is_assumed_and_that_of_the_table_is_carried(tmp_path: Path) -> None:
    title = paragraph("BÁO CÁO NĂM 2018")
    source = source_of(tmp_path, title, *(table(*ROWS) for _ in (1, 2)))
    bases = [by_cell(documents.draft(source, place="VN-01"))[cell]["time_basis"] for cell in ("t1.r2c4", "t2.r2c4")]
    assert bases[0] is TimeBasis.CARRIED
    assert isinstance(bases[1], Gap)  # the only line is the title of the first table
    source = source_of(tmp_path, title, paragraph("Biểu 1. Giảm nghèo"), *(table(*ROWS) for _ in (1, 2)))
    bases = [by_cell(documents.draft(source, place="VN-01"))[cell]["time_basis"] for cell in ("t1.r2c4", "t2.r2c4")]
    assert bases == [TimeBasis.CARRIED, TimeBasis.ASSUMED]


def test_the_period_of_the_report_gives_the_time(tmp_path: Path) -> None:
    source = source_of(tmp_path, table(*ROWS))
    found = by_cell(documents.draft(source, place="VN-01", period=Period.year(2018)))["t1.r2c4"]
    assert (found["time"], found["time_basis"]) == (Period.year(2018), TimeBasis.ASSUMED)
    half = by_cell(documents.draft(source, place="VN-01", period=Period.parse("2018-S1")))
    assert isinstance(half["t1.r2c3"]["time"], Gap)  # a plan is seldom one of half a year
    assert half["t1.r2c4"]["time"] == Period.parse("2018-S1")


def test_titles_that_state_times() -> None:
    year = Period.year(2018)
    assert read_title(["Giảm nghèo"]) is None
    assert read_title(["Kết quả thực hiện kế hoạch năm 2018"]) == TitleTimes(reached=year, planned=year, known=year)
    assert read_title(["Kết quả 9 tháng"], TitleTimes()) == TitleTimes()
    half = Period.parse("2018-S1")
    assert read_title(["Vốn đầu tư tháng 6 và 6 tháng năm 2018"]) == TitleTimes(planned=half, known=half)
    assert read_title(["Số liệu kỳ báo cáo"]) == TitleTimes()


def test_the_year_of_a_base_is_not_that_of_a_label() -> None:
    assert time_in_label("Số biên chế đã tinh giản so với năm 2015") is None
    assert time_in_label("Dân số năm 2015") == Period.year(2015)


def test_remarks_in_the_head_of_labels(tmp_path: Path) -> None:
    head = "Chỉ tiêu thống kê (Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)"
    rows = (("STT", head, "Kết quả", "Ghi chú"), ("1.", "Sắp xếp bộ máy", "", ""), ("1.1.", "Số cơ quan", "25", ""))
    source = source_of(tmp_path, paragraph("Biểu 1. Năm 2018"), table(*rows))
    assert [column.role.value for column in source.tables[0].columns] == ["serial", "label", "actual", "note"]
    assert by_cell(documents.draft(source))["t1.r3c3"]["time"] == Period.year(2018)


def times_of(folder: Path, title: str, *rows: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the time, its basis and its collection of the first row of numbers, by column."""
    source = source_of(folder, paragraph(title), paragraph("ĐVT: tỷ đồng"), table(*rows))
    cells = by_cell(documents.draft(source, place="VN-01"))
    fields = ("time", "time_basis", "time_collection")
    return {
        at[-2:]: tuple(str(record.fields[each]) for each in fields if each in record.fields)
        for at, record in cells.items()
        if at.startswith("t1.r2") and "time" in record.fields
    }


def test_the_part_of_the_year_in_a_title_is_that_of_years_beside_a_comparison(tmp_path: Path) -> None:
    rows = (("Chỉ tiêu", "2017", "2018", "2018/2017 (%)"), ("Tổng thu", "100", "120", "120"))
    assert times_of(tmp_path, "Thu ngân sách 6 tháng", *rows) == {
        "c2": ("2017-S1", "carried", "total"),
        "c3": ("2018-S1", "carried", "total"),
        "c4": ("2018-S1", "carried"),
    }
    found = times_of(tmp_path, "Thu ngân sách tháng 12", ("Chỉ tiêu", "2018"), ("Tổng thu", "120"))
    assert found == {"c2": ("2018-12", "carried", "total")}


def test_the_same_period_is_open_beside_levels_of_two_lengths(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Trong tháng", "Lũy kế từ đầu năm", "Cùng kỳ năm trước", "So với cùng kỳ (%)")
    row = ("Tổng thu", "10", "60", "50", "120")
    found = times_of(tmp_path, "Tình hình thu tháng 6 năm 2018", heads, row)
    assert {at: time for at, (time, *_) in found.items()} == {"c2": "2018-06", "c3": "2018-S1"}
    found = times_of(tmp_path, "Tình hình thu tháng 6 năm 2018", (heads[0], *heads[2:4]), (row[0], *row[2:4]))
    assert {at: time for at, (time, *_) in found.items()} == {"c2": "2018-S1"}
    found = times_of(tmp_path, "Tình hình thu tháng 6 năm 2018", (*heads[:2], heads[3]), (*row[:2], row[3]))
    assert {at: time for at, (time, *_) in found.items()} == {"c2": "2018-06", "c3": "2017-06"}


def test_amounts_at_the_beginning_and_the_end_are_not_totals(tmp_path: Path) -> None:
    found = times_of(tmp_path, "Tín dụng tháng 6 năm 2018", ("Chỉ tiêu", "Đầu kỳ", "Cuối kỳ"), ("Dư nợ", "20", "120"))
    assert found == {"c2": ("2018-06", "carried", "beginning"), "c3": ("2018-06", "carried", "end")}


def test_a_day_of_each_year_in_a_title_is_that_of_years_and_school_years(tmp_path: Path) -> None:
    for title, head, found in (
        ("Số trường tại thời điểm 31/12 - As of annual 31 Dec", "2017-2018", "2017-12-31"),
        ("Số trường có đến 31/5 hàng năm", "Năm học 2017-2018", "2018-05-31"),
        ("Số trường tại thời điểm 1 tháng 7", "2017", "2017-07-01"),
        ("Số trường tại thời điểm 31/12/2018", "2017-2018", "Gap"),
        ("Số trường tại thời điểm 31/2", "2017-2018", "Gap"),
    ):
        times = times_of(tmp_path, title, ("Cấp", head, "2018-2019"), ("Tiểu học", "12", "13"))
        assert times["c2"][0].partition("(")[0] == found, title


def test_months_to_date_end_with_the_latest_month_of_the_heads(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Thực hiện tháng 4/2019", "Ước TH tháng 5/2019", "Lũy kế từ đầu năm")
    found = times_of(tmp_path, "Khách du lịch", heads, ("Khách du lịch (lượt)", "12", "13", "60"))
    assert found["c4"][0] == "2019-01-01/P5M"


def test_years_below_a_part_of_a_year_are_that_part_of_each_year(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "2017", "2018", "2018/2017 (%)")
    found = times_of(tmp_path, "Thu ngân sách 6 tháng năm 2018", heads, ("Thu nội địa", "450", "540", "120"))
    assert [found[each][0] for each in ("c2", "c3", "c4")] == ["2017-S1", "2018-S1", "2018-S1"]
    heads = ("Chỉ tiêu", "2015", "2016")
    found = times_of(tmp_path, "Thu ngân sách 6 tháng năm 2018", heads, ("Thu nội địa", "450", "540"))
    assert found["c2"][0] == "2015"
    heads = ("Chỉ tiêu", "Kế hoạch năm 2018", "Năm 2018")
    found = times_of(tmp_path, "Thu ngân sách 6 tháng năm 2018", heads, ("Thu nội địa", "450", "540"))
    assert list(found) == ["c2"]  # a plan of the whole year, and a level of a part of it


@pytest.mark.parametrize(
    ("title", "heads", "times"),
    [
        ("Tình hình 6 tháng đầu năm 2018", ("Thực hiện cả năm 2017", "Ước cả năm 2018"), {"c2": "2017", "c3": "2018"}),
        ("Tình hình 6 tháng đầu năm 2018", ("Thực hiện năm 2017", "Ước thực hiện năm 2018"), {}),
        ("Báo cáo tháng 6 năm 2018", ("Năm 2017", "Năm 2018"), {}),
        ("Báo cáo kinh tế - xã hội tháng 6 năm 2018", ("Năm 2017", "Năm 2018"), {}),
        ("Số liệu 2015-2020 và KH 2021-2025", ("TH năm 2018", "Ước năm 2021"), {"c2": "2018"}),
    ],
)
def test_years_that_may_be_full_or_planned(
    tmp_path: Path, title: str, heads: tuple[str, str], times: dict[str, str]
) -> None:
    found = times_of(tmp_path, title, ("Chỉ tiêu", *heads), ("Thu nội địa", "450", "540"))
    assert {at: time for at, (time, *_) in found.items()} == times


def test_only_levels_have_the_day_of_a_title(tmp_path: Path) -> None:
    for label, unit, time in (
        ("Số hộ nghèo", "hộ", "2017-12-31"),
        ("Dư nợ", "tỷ đồng", "2017-12-31"),
        ("Thu ngân sách", "tỷ đồng", "Gap"),
        ("Tỷ lệ tăng dân số", "%", "Gap"),
    ):
        rows = (("Chỉ tiêu", "ĐVT", "2017", "2018"), (label, unit, "10", "12"))
        source = source_of(tmp_path, paragraph("Một số chỉ tiêu có đến 31/12"), table(*rows))
        found = by_cell(documents.draft(source, place="VN-01"))["t1.r2c3"]["time"]
        assert str(found).partition("(")[0] == time, label


def test_small_functions_of_titles_and_heads() -> None:
    assert not is_report("Thu ngân sách 6 tháng năm 2018")
    assert planned_years("Thực hiện kế hoạch 2016-2020") is None
    assert planned_years("KH 2021-2025") is None  # no years before it
    assert day_of_years("Tại thời điểm 99/99") is None
    assert read_head("Diện tích cây vụ Đông đã thu hoạch Tổng DT").role is ColumnRole.ACTUAL


def test_a_day_in_english_is_not_its_year() -> None:
    lines = ["Cơ cấu đất tính đến 31/12/2019", "Structure of land as of 31 Dec. 2019"]
    assert str(time_of_title(lines)) == "2019-12-31"


def test_the_form_of_a_quarter_of_a_budget(tmp_path: Path) -> None:
    heads = ("Nội dung", "Dự toán năm", "Thực hiện quý", "Thực hiện/Dự toán năm (tỷ lệ %)")
    rows = (("A", "B", "C", "D=C/B"), ("Số thu phí", "50", "12", "24"))
    source = source_of(tmp_path, paragraph("ĐÁNH GIÁ THỰC HIỆN DỰ TOÁN QUÝ 3 NĂM 2020"), table(heads, *rows))
    cells = by_cell(documents.draft(source, place="VN-01"))
    assert [str(cells[f"t1.r3c{column}"]["time"]) for column in (2, 3, 4)] == ["2020", "2020-Q3", "2020-Q3"]
    assert "t1.r2c4" not in cells


def test_a_time_between_two_days_is_not_its_year(tmp_path: Path) -> None:
    heads = ("Tỉnh", "Số dự án (Dự án)", "Số vốn (Triệu USD)")
    rows = (("Thái Bình", "12", "30"), ("Nam Định", "13", "31"))
    found = times_of(tmp_path, "Dự án được cấp giấy phép 01/01 - 20/12 năm 2001", heads, *rows)
    assert found["c2"][0].startswith("Gap")


def test_amounts_up_to_a_month_may_begin_in_january(tmp_path: Path) -> None:
    rows = (("Chỉ tiêu", "ĐVT", "Thực hiện"), ("Thu nội địa", "tỷ đồng", "3.200"), ("Số hộ nghèo", "hộ", "1.250"))
    source = source_of(tmp_path, paragraph("Kết quả đến tháng 8 năm 2020"), table(*rows))
    cells = by_cell(documents.draft(source, place="VN-01"))
    assert isinstance(cells["t1.r2c3"]["time"], Gap)
    assert cells["t1.r3c3"]["time"] == Period.parse("2020-M08")


def test_growth_of_a_year_is_that_from_the_year_before_if_the_rows_show_it(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "TH 2015", "TH 2016", "Tốc độ tăng 2016 (%)")
    rows = (("GRDP", "20.000", "21.500", "7,5"), ("Thu", "6.000", "6.240", "4,0"), ("Chi", "5.000", "5.500", "10,0"))
    cells = by_cell(documents.draft(source_of(tmp_path, table(heads, *rows)), place="VN-01"))
    assert str(cells["t1.r2c4"]["value"]).startswith("by 7.5 percent")
    assert cells["t1.r2c4"]["time"] == Period.year(2016)
    heads = ("Chỉ tiêu", "Thực hiện cùng kỳ năm trước", "Thực hiện kỳ này")
    found = times_of(tmp_path, "Tiến độ đến ngày 15/5/2020", heads, ("Dư nợ", "20", "21"))
    assert [found[each][0] for each in ("c2", "c3")] == ["2019-05-15", "2020-05-15"]


def test_a_letterhead_is_not_the_first_table_of_a_document(tmp_path: Path) -> None:
    above = (table(("UBND TỈNH", "CỘNG HÒA"), ("Số: /BC-UBND", "Lai Châu")), paragraph("BÁO CÁO QUÝ I NĂM 2026"))
    source = source_of(tmp_path, *above, paragraph("Biểu mẫu 3"), paragraph("Cải cách"), table(*ROWS))
    assert by_cell(documents.draft(source, place="VN-01"))["t2.r2c4"]["time"] == Period.parse("2026-Q1")


def test_the_same_day_of_the_month_before() -> None:
    head = read_head("Lao động thời điểm 1/4/2023 so với cùng thời điểm tháng trước")
    assert head.base is not None
    assert (str(head.time), str(head.base.time)) == ("2023-04-01", "2023-03-01")


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        (("Số hộ các xã", "(Niên giám thống kê huyện năm 2012)"), "2012"),
        (("Số hộ các xã", "(Nguồn: Niên giám thống kê năm 2012)"), "2012"),
        (("Số hộ các xã năm 2010", "(Niên giám thống kê năm 2012)"), "2010"),
        (("Số hộ các xã", "(Niên giám thống kê năm 2012)", "(Niên giám thống kê năm 2013)"), ""),
        (("Số hộ các xã", "Niên giám thống kê năm 2012 xuất bản năm 2013"), ""),
    ],
)
def test_a_yearbook_states_the_year_that_no_title_states(tmp_path: Path, lines: tuple[str, ...], time: str) -> None:
    heads, row = ("Xã", "Số hộ (hộ)"), ("Xã Suối Mây", "812")
    made = documents.draft(source_of(tmp_path, *map(paragraph, lines), table(heads, row)), place="VN-01")
    record = by_cell(made)["t1.r2c2"]
    assert ("" if isinstance(record["time"], Gap) else str(record["time"])) == time


def test_the_year_of_the_day_in_a_title_is_this_day_for_what_is_there(tmp_path: Path) -> None:
    title = paragraph("Hiện trạng rừng có đến 31/12/2009")
    rows = (("Diện tích rừng (ha)", "100", "110"), ("Rừng trồng (ha)", "40", "50"), ("Trồng rừng (ha)", "10", "12"))
    rows = (*rows, ("Khai thác gỗ (m3)", "100", "120"))
    made = documents.draft(source_of(tmp_path, title, table(("", "2008", "2009"), *rows)), place="VN-01")
    cells, kinds = by_cell(made), [str(each["kind"]) for each in made.indicators]
    assert kinds == ["stock", "stock", "flow", "flow"]
    assert [str(cells[f"t1.r2c{column}"]["time"]) for column in (2, 3)] == ["2008", "2009-12-31"]
    assert [str(cells[f"t1.r{row}c3"]["time"]) for row in (3, 4, 5)] == ["2009-12-31", "2009", "2009"]


@pytest.mark.parametrize(
    ("title", "time"),
    [
        ("Biểu 1.2 - 30/6/2018", "2018-06-30"),
        ("Bảng 1/2 - 30/6/2018", "2018-06-30"),
        ("Tai nạn 15/12/2019 - 14/6/2020", "2019-12-15/P183D"),
        ("Tai nạn 15/12 - 14/6/2020", "Gap"),
        ("Tai nạn 15/12 đến 14/6/2020", "Gap"),
    ],
)
def test_the_number_of_a_table_is_not_a_day_and_days_over_the_end_of_a_year_are_open(
    tmp_path: Path, title: str, time: str
) -> None:
    rows = ("Chỉ tiêu", "Đơn vị tính", "Thực hiện"), ("Số hộ nghèo", "hộ", "100")
    record = by_cell(documents.draft(source_of(tmp_path, paragraph(title), table(*rows)), place="VN-01"))["t1.r2c3"]
    assert ("Gap" if isinstance(record["time"], Gap) else str(record["time"])) == time


def test_a_total_of_what_was_paid_up_to_a_day_has_no_day(tmp_path: Path) -> None:
    heads = ("Nguồn vốn", "Giải ngân đến 30/6/2023 (triệu đồng)", "Dư nợ đến 30/6/2023 (triệu đồng)")
    cells = by_cell(drafted(tmp_path, table(heads, ("Ngân sách tỉnh", "150", "20"), ("Tổng cộng", "350", "40"))))
    assert [isinstance(cells[f"t1.r3c{column}"]["time"], Gap) for column in (2, 3)] == [True, False]


def test_a_title_of_sources_of_capital_is_not_one_of_the_source_of_the_figures() -> None:
    assert is_title("Nguồn vốn đầu tư năm 2020")
    assert not is_title("Nguồn: Cục Thống kê 2021")
    assert not is_title("Nguồn số liệu năm 2021")


@pytest.mark.parametrize(
    ("title", "reached"),
    [
        ("Xuất khẩu tháng Sáu năm 2023", "2023-06"),
        ("Xuất khẩu tháng mười hai năm 2022", "2022-12"),
        ("Xuất khẩu tháng năm năm 2023", "2023-05"),
        ("Diện tích theo Luật Đất đai 2013", "None"),
        ("Kết quả thực hiện Đề án 2025", "None"),
        ("Kết quả thực hiện đề án giảm nghèo năm 2022", "2022"),
        ("Số liệu báo cáo ngày 20/6/2023", "None"),
        ("Quy hoạch sử dụng đất đến năm 2030", "None"),
    ],
)
def test_months_in_words_are_times_and_years_of_laws_and_schemes_are_not(title: str, reached: str) -> None:
    found = read_title([title])
    assert str(None if found is None else found.reached) == reached


def test_a_time_in_a_label_that_is_not_in_that_of_the_head_leaves_it_open(tmp_path: Path) -> None:
    rows = (("Số DT 2015 (tỷ đồng)", "10"), ("Dân số năm 2015 (người)", "20"), ("Dân số năm 2018 (người)", "30"))
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "Năm 2018"), *rows)))
    assert [isinstance(cells[f"t1.r{row}c2"].get("time"), Gap) for row in (2, 3, 4)] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "time"), [("Năm 2016", "2016 carried"), ("6T2016", "2016-S1 carried"), ("Biểu 2016", "2018 assumed")]
)
def test_the_name_of_a_sheet_that_is_only_a_time_is_that_of_its_table(tmp_path: Path, name: str, time: str) -> None:
    rows = (("Xã", "Số hộ"), ("Xã A", "120"), ("Xã B", "130"))
    cells = ("".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) for row in rows)
    path = saved(tmp_path, "a.xlsx", xlsx("".join(f"<row>{row}</row>" for row in cells), name=name))
    made = documents.draft(documents.read(path), place="VN-01", period=Period.year(2018))
    records = [each for each in made.observations if isinstance(each, PartialRecord)]
    assert {f"{each['time']} {each['time_basis']}" for each in records} == {time}


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("TH 6T2018", "2018-S1"),
        ("ƯTH9T2018", "2018-01-01/P9M"),
        ("Thực hiện cùng kỳ năm trước Tháng 6", "2017-06"),
        ("Năm trước Lũy kế 6 tháng", "2017-S1"),
        ("So với cùng kỳ năm trước Tháng 6", "2018-06"),
    ],
)
def test_parts_of_years_in_short_or_in_a_group_of_the_year_before(head: str, time: str) -> None:
    assert str(read_head(head, Period.parse("2018-M06")).time) == time


def test_months_of_a_title_may_be_counted_in_words() -> None:
    titles = ("Tổng sản phẩm trong nước chín tháng năm 2012", "Thu ngân sách sáu tháng đầu năm 2012")
    assert [time_of_title([title]) for title in titles] == [Period.parse("2012-01-01/P9M"), Period.parse("2012-S1")]


def test_a_sum_since_january_ends_with_the_last_day_of_the_title(tmp_path: Path) -> None:
    title = paragraph("Số liệu tuần 30/2019 (từ 22/7 đến 28/7/2019)")
    heads = ("Xã", "Số hộ mới trong tuần (hộ)", "Cộng dồn từ đầu năm (hộ)")
    cells = by_cell(drafted(tmp_path, title, table(heads, ("Xã A", "52", "1.204"), ("Xã B", "31", "620"))))
    assert cells["t1.r2c3"]["time"] == Period(start=date(2019, 1, 1), end=date(2019, 7, 28))


@pytest.mark.parametrize("label", ["Tổng tài sản", "Vốn chủ sở hữu", "Hàng tồn kho", "Các khoản phải thu"])
def test_what_a_balance_sheet_has_on_a_day_is_there_on_this_day(tmp_path: Path, label: str) -> None:
    rows = ((label, "Triệu đồng", "520", "580"), ("Vốn đầu tư", "Triệu đồng", "20", "24"))
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "ĐVT", "31/12/2017", "31/12/2018"), *rows)))
    assert str(cells["t1.r2c3"]["time"]) == "2017-12-31"
    assert isinstance(cells["t1.r3c3"]["time"], Gap)


def test_terms_and_ages_in_months_are_not_parts_of_a_year(tmp_path: Path) -> None:
    def read(head: str) -> list[str]:
        rows = (head, "Năm 2020", "31/12/2021"), ("3 tháng", "3,1", "3,0"), ("6 tháng", "4,0", "3,9")
        cells = by_cell(drafted(tmp_path, paragraph("Lãi suất (%)"), table(*rows)))
        return [str(cells[f"t1.r3c{at}"]["time"]) for at in (2, 3)]

    assert read("Kỳ hạn") == ["2020", "2021-12-31"]
    assert read("Thời gian")[0] == "2020-S1"
    rows = ("Kỳ hạn", "Năm 2020"), ("3 tháng", "3,1"), ("6 tháng", "4,0")
    draft = drafted(tmp_path, paragraph("Lãi suất (%)"), table(*rows))
    assert len(draft.indicators) == 2


def test_the_time_of_a_column_is_asked_once_and_its_rows_follow_the_answer(tmp_path: Path) -> None:
    heads, rows = ("Xã", "Số hộ (hộ)", "Dân số (người)"), (("Xã A", "250", "911"), ("Xã B", "310", "1.205"))
    made = documents.draft(source_of(tmp_path, table(heads, *rows)), place="VN-01")
    asked = [where for where, _ in made.gaps if where.endswith(".time")]
    assert asked == ["observations[0].time", "observations[1].time"]
    known = made.fill(asked[0], Period.year(2018)).fill("observations[0].time_basis", TimeBasis.CARRIED)
    assert [where for where, _ in known.gaps if where.endswith(".time")] == ["observations[1].time"]
    assert loads_draft(dumps(made)).gaps == made.gaps


@pytest.mark.parametrize("label", ["Năm trước", "Nhiệm kỳ XX", "6T"])
def test_rows_beside_one_that_may_state_a_time_are_asked_their_own(tmp_path: Path, label: str) -> None:
    made = documents.draft(
        source_of(tmp_path, table(("Xã", "Số hộ (hộ)"), ("Xã A", "250"), ("Xã B", "310"), (label, "320")))
    )
    asked = [where for where, _ in made.gaps if where.endswith(".time")]
    assert asked == [f"observations[{at}].time" for at in range(len(made.observations))]


def test_a_figure_without_a_citation_or_a_time_gives_none_to_the_next() -> None:
    found = draft_prose("Huyện có 5 xã, 6 thôn.\n\nCó 7 bản.", place="XX-SM")
    unread = found.fill("observations[2].citation", Gap(reason=Text(en="where is it?")))
    assert [where for where, _ in unread.gaps if where.endswith(".time")] == [
        "observations[0].time",
        "observations[2].time",
    ]
    first, *others = found.observations
    assert isinstance(first, PartialRecord)
    without = first.with_fields({name: value for name, value in first.items() if name != "time"})
    emptied = evolve(found, observations=(without, *others))
    assert [where for where, _ in emptied.gaps if where.endswith(".time")] == [
        "observations[0].time",
        "observations[2].time",
    ]
