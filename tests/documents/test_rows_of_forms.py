"""Forms that offices fill in: codes before the labels, names of institutions, amounts in *đồng*, sums up to a month."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aseansc import Period, documents
from aseansc.claims import ChangeClaim
from aseansc.drafts import Gap
from aseansc.observations import Observation
from aseansc.values import Value
from aseansc.vietnamese.tables import ColumnRole, names_one, read_head
from tests.documents._made import docx, docx_cell, paragraph, saved, spanned, table
from tests.documents.test_tables import by_cell, drafted, source_of

SEVERAL_ROWS = '<w:vMerge w:val="restart"/>'
MERGED = docx_cell("", properties="<w:vMerge/>")


def value_of(cells: dict[str, Any], locator: str) -> str:
    value = cells[locator]["value"]
    return str(value) if isinstance(value, Value) else ""


def test_codes_and_numbers_of_rows_before_the_labels_are_not_values(tmp_path: Path) -> None:
    rows = (("III", "Học sinh", "Đơn vị tính", "Công lập"), ("3.1.", "Tổng quy mô", "người", "71"))
    more = (("3.2.", "- Lớp 1", "người", "25"), ("3.3.", "- Lớp 2", "người", "46"))
    columns = source_of(tmp_path, table(*rows, *more)).tables[0].columns
    assert [column.role.value for column in columns] == ["serial", "label", "unit", "actual"]


def test_a_part_of_persons_in_a_head_is_not_a_unit(tmp_path: Path) -> None:
    head = ("Chỉ tiêu", "ĐVT", spanned("Tổng số", 2))
    below = ("", "", "Nữ", "Dân tộc thiểu số")
    cells = by_cell(drafted(tmp_path, table(head, below, ("Học sinh", "người", "71", "25"))))
    assert [value_of(cells, f"t1.r3c{at}") for at in (3, 4)] == ["71 person", "25 person"]


def test_words_behind_merged_labels_are_labels(tmp_path: Path) -> None:
    rows = (
        ("Mặt hàng", "Khu vực", "Giá (đồng/kg)"),
        (docx_cell("Hồ tiêu", properties=SEVERAL_ROWS), "Phía đông", "49,500"),
        (MERGED, "Phía tây", "52,500"),
    )
    read = source_of(tmp_path, table(*rows)).tables[0]
    assert [column.role.value for column in read.columns][:2] == ["label", "label"]
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert value_of(cells, "t1.r2c3") == "49500 VND/kilogram"


@pytest.mark.parametrize(("line", "stated"), [("ĐVT: đồng", "49500 VND"), ("ĐVT: triệu đồng", "")])
def test_amounts_in_dong_have_no_three_decimals(tmp_path: Path, line: str, stated: str) -> None:
    rows = (("Nội dung", "Năm 2018"), ("Chi khám bệnh", "49,500"), ("Chi thuốc", "31,250"))
    cells = by_cell(drafted(tmp_path, paragraph(line), table(*rows)))
    found = cells["t1.r2c2"]
    assert (value_of(cells, "t1.r2c2") if found.record_type is Observation else "") == stated


def test_the_numbers_of_an_institution_do_not_count_institutions(tmp_path: Path) -> None:
    rows = (("Tên trường", "Tổng số"), ("Trường Mầm non An Bình", "20"), ("Trường Mầm non Hòa Tiến", "19"))
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert value_of(cells, "t1.r2c2") == ""
    assert not names_one("TRƯỜNG MẦM NON")


def test_a_coefficient_does_not_have_the_unit_of_the_table(tmp_path: Path) -> None:
    rows = (("Nội dung", "Năm 2018"), ("Hệ số lương", "6,2"), ("Mức lương", "9.238"))
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: 1.000 đồng"), table(*rows)))
    assert [value_of(cells, f"t1.r{at}c2") for at in (2, 3)] == ["", "9238000 VND to 1000"]


def test_a_row_of_another_day_does_not_have_the_time_of_the_title(tmp_path: Path) -> None:
    rows = (("Nội dung", "Bậc 1"), ("Mức lương đến 31/12/2018", "9.238"), ("Mức lương từ 01/01/2019", "9.920"))
    source = documents.read(saved(tmp_path, "a.docx", docx(paragraph("Lương năm 2018"), table(*rows))))
    cells = by_cell(documents.draft(source, place="VN-01"))
    assert str(cells["t1.r2c2"]["time"]) == "2018"
    assert isinstance(cells["t1.r3c2"]["time"], Gap)


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("Cộng dồn đến hết tháng báo cáo", "2023-01-01/P8M"),
        ("Cộng dồn đến hết tháng 7", "2023-01-01/P7M"),
        ("Cộng dồn đến tháng 8/2023", "2023-01-01/P8M"),
        ("Trong tháng báo cáo", "2023-08"),
        ("Lũy kế đến hết tháng 8", "None"),  # perhaps since the beginning of a project
    ],
)
def test_sums_up_to_a_month_begin_in_january(head: str, time: str) -> None:
    assert str(read_head(head, Period.parse("2023-M08")).time) == time


def test_what_comes_from_the_period_before_is_of_this_one() -> None:
    head = read_head("Hồ sơ từ kỳ trước chuyển sang", Period.parse("2023-M08"))
    assert (head.role, head.time, head.doubtful) == (ColumnRole.UNKNOWN, None, False)


def test_the_line_above_states_the_scale_of_currencies_in_heads(tmp_path: Path) -> None:
    rows = (("Nội dung", "USD", "VND"), ("Dư nợ", "45.300,5", "1.050,2"))
    cells = by_cell(drafted(tmp_path, paragraph("Đơn vị: triệu USD, tỷ VND"), table(*rows)))
    assert [value_of(cells, f"t1.r2c{at}") for at in (2, 3)] == [
        "45300500000 USD to 100000",
        "1050200000000 VND to 100000000",
    ]


@pytest.mark.parametrize(
    ("line", "head", "number", "value"),
    [
        ("triệu USD", "Trị giá (USD)", "45.300,5", ""),
        ("Triệu đồng", "Mức hỗ trợ (đồng)", "450", ""),
        ("Triệu đồng", "Mức hỗ trợ (đồng)", "450.000", "450000 VND"),
        ("1000 USD", "Trị giá (USD)", "450.000", "450000 USD"),
    ],
)
def test_a_currency_in_brackets_in_the_head_is_nearer_than_a_line_above(
    tmp_path: Path, line: str, head: str, number: str, value: str
) -> None:
    rows = (("Nội dung", head), ("Dư nợ", number))
    cells = by_cell(drafted(tmp_path, paragraph(f"Đơn vị tính: {line}"), table(*rows)))
    assert value_of(cells, "t1.r2c2") == value


def test_the_line_above_states_the_unit_of_interest_rates_in_currencies(tmp_path: Path) -> None:
    rows = (("Kỳ hạn", "VND", "USD"), ("Không kỳ hạn", "0,1", "0,2"))
    cells = by_cell(drafted(tmp_path, paragraph("Đơn vị: %/năm"), table(*rows)))
    assert [value_of(cells, f"t1.r2c{at}") for at in (2, 3)] == ["0.1 percent/year", "0.2 percent/year"]


def test_what_was_reached_up_to_a_day_of_a_yearly_plan_is_counted_since_january(tmp_path: Path) -> None:
    head = ("Nội dung", "ĐVT", "Chỉ tiêu năm 2018", "Kết quả thực hiện đến 30/9/2018")
    rows = (("Giải quyết việc làm", "người", "7.000", "6.300"), ("Tỷ lệ hộ nghèo", "%", "5,5", "5,9"))
    cells = by_cell(drafted(tmp_path, table(head, *rows)))
    assert [str(cells[f"t1.r{at}c4"]["time"]) for at in (2, 3)] == ["2018-01-01/P9M", "2018-09-30"]


@pytest.mark.parametrize(
    ("growth", "changes"),
    [(("2,9", "-4,5"), ["2300 person", "by 2.9 percent"]), (("2,9", "-4,9"), ["", ""])],
)
def test_a_difference_and_its_growth_prove_each_other(
    tmp_path: Path, growth: tuple[str, str], changes: list[str]
) -> None:
    group = spanned("So với cùng kỳ năm 2017", 2)
    head = ("Chỉ tiêu", "ĐVT", "Thực hiện", group)
    below = ("", "", "", "Tăng/giảm", "Tỷ lệ %")
    rows = (("Bảo hiểm bắt buộc", "người", "82.300", "2.300"), ("Bảo hiểm tự nguyện", "người", "10.500", "-500"))
    cells = by_cell(
        drafted(tmp_path, table(head, below, *((*row, each) for row, each in zip(rows, growth, strict=True))))
    )
    found = [cells[f"t1.r3c{at}"] for at in (4, 5)]
    assert [str(each["value"]) if each.record_type is ChangeClaim else "" for each in found] == changes


def test_titles_that_begin_with_a_kind_of_report_say_what_is_counted(tmp_path: Path) -> None:
    title = "Thống kê số lượng cán bộ, công chức (có đến 31/12/2018)"
    rows = (
        ("Đơn vị", "Tổng số", "Chưa qua đào tạo"),
        ("Xã An", "22", "4"),
        ("Xã Bình", "24", "3"),
        ("Cộng", "46", "7"),
    )
    cells = by_cell(drafted(tmp_path, paragraph(title), table(*rows)))
    assert [value_of(cells, f"t1.r2c{at}") for at in (2, 3)] == ["22 person", "4 person"]


def test_occasions_of_examinations_are_counted(tmp_path: Path) -> None:
    rows = (("Chỉ tiêu", "ĐVT", "Năm 2018"), ("Tổng số lần khám bệnh", "Lần", "480.000"))
    assert value_of(by_cell(drafted(tmp_path, table(*rows))), "t1.r2c3") == "480000 person_turn"


def test_numbers_below_the_head_of_indicators_are_plans_behind_names_of_any_kind(tmp_path: Path) -> None:
    rows = (("STT", "Trường", "Chỉ tiêu", "Số thí sinh"), ("1", "THPT An Bình", "450", "612"))
    columns = source_of(tmp_path, table(*rows)).tables[0].columns
    assert [column.role.value for column in columns] == ["serial", "label", "target", "unknown"]


def test_a_total_of_payments_up_to_a_day_is_counted_since_january_as_its_parts_are(tmp_path: Path) -> None:
    head = ("Nguồn vốn", "Kế hoạch năm 2018", "Giải ngân đến 30/6/2018")
    rows = (("TỔNG SỐ", "1.500", "620"), ("Ngân sách trung ương", "800", "300"), ("Ngân sách địa phương", "700", "320"))
    cells = by_cell(drafted(tmp_path, paragraph("Đơn vị: triệu đồng"), table(head, *rows)))
    assert {str(cells[f"t1.r{at}c3"]["time"]) for at in (2, 3, 4)} == {"2018-S1"}
