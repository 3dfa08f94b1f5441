"""Marks in the heads and numbers of tables, and the notes below that say that the figures are not final."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc import documents
from aseansc.drafts import PartialRecord
from aseansc.observations import Status
from aseansc.values import Value
from aseansc.vietnamese.tables import read_head
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted

HEADS = "<tr><td><td>2019<td>2020 (1)<td>2021²"
ROW = "<tr><td>Dân số (người)<td>12.000<td>13.000<td>14.500*"


def statuses(tmp_path: Path, *below: str) -> list[object]:
    """Return the statuses of the figures of a page with a table and lines below it."""
    page = tmp_path / "annex.html"
    lines = "".join(f"<p>{line}</p>" for line in below)
    page.write_text(f"<html><meta charset=utf-8><table>{HEADS}{ROW}</table>{lines}</html>", encoding="utf-8")
    made = documents.draft(documents.read(page), place="VN-01")
    return [record.get("statuses") for record in made.observations if isinstance(record, PartialRecord)]


def test_years_with_the_mark_of_a_note_are_heads() -> None:
    assert [str(read_head(head).time) for head in ("2020 (1)", "2021²")] == ["2020", "2021"]


def test_a_note_states_the_status_of_the_figures_with_its_mark(tmp_path: Path) -> None:
    assert statuses(tmp_path) == [None, None, None]
    assert statuses(tmp_path, "Ghi chú: (1) Số sơ bộ", "² Số ước tính") == [
        None,
        (Status.PROVISIONAL,),
        (Status.ESTIMATED,),
    ]
    assert statuses(tmp_path, "* Sơ bộ - Prel.")[2] == (Status.PROVISIONAL,)
    assert statuses(tmp_path, "(1) Không kể dầu thô", "(2) Ước tính theo giá 2010") == [None, None, None]


@pytest.mark.parametrize(
    ("note", "head", "time"),
    [
        ("Ghi chú: Số liệu tính đến ngày 31/12/2016", "Số hộ", "2016-12-31 carried"),
        ("Ghi chú: Số liệu tính đến ngày 31/12/2016", "Số hộ năm 2016", "2016-12-31 stated"),
        ("* Số liệu năm 2016", "Số hộ", "2016 carried"),
        ("Số liệu tính đến hết tháng 6/2016", "Số hộ", "2018 assumed"),  # only its end: the period of the draft
        ("Số liệu năm 2016 chưa đầy đủ", "Số hộ", "2018 assumed"),
    ],
)
def test_a_note_states_the_time_of_a_table(tmp_path: Path, note: str, head: str, time: str) -> None:
    heads = ("Xã", "Diện tích (ha)", head)
    made = drafted(tmp_path, table(heads, ("Xã A", "20", "120"), ("Xã B", "30", "130")), paragraph(note))
    found = by_cell(made)["t1.r2c3"]
    assert f"{found['time']} {found['time_basis']}" == time


def test_the_title_of_the_next_table_is_not_a_note(tmp_path: Path) -> None:
    first, second = (table(("Xã", "Số hộ"), ("Xã A", "120"), (name, "130")) for name in ("Xã B", "Xã C"))
    cells = by_cell(drafted(tmp_path, first, paragraph("Số hộ các xã"), paragraph("Số liệu năm 2016"), second))
    assert [str(cells[f"t{number}.r2c2"]["time"]) for number in (1, 2)] == ["2018", "2016"]


@pytest.mark.parametrize(
    ("above", "head", "note", "units"),
    [
        ("", "Rừng (*)", "(*) Rừng trồng (ha)", ["", "hectare"]),
        ("Đơn vị: m", "Hồ Hòa Bình (*)", "(*): Lưu lượng (m3/s)", ["metre", ""]),  # the line above is not of all
        ("Đơn vị: m", "Dân số (người) (*)", "(*) Tăng trưởng so với năm trước (%)", ["metre", "person"]),
        ("Đơn vị: m", "Hồ (2)", "2. Tỷ lệ hộ nghèo (%)", ["metre", "metre"]),  # the next heading
    ],
)
def test_a_note_states_the_unit_of_the_columns_with_its_mark(
    tmp_path: Path, above: str, head: str, note: str, units: list[str]
) -> None:
    rows = (("Trạm A", "4,5", "800"), ("Trạm B", "5,5", "900"))
    body = (*([paragraph(above)] if above else []), table(("Trạm", "Sông Đà", head), *rows), paragraph(note))
    made = drafted(tmp_path, *body)
    values = {str(it["citation"].locator): it["value"] for it in made.observations}  # type: ignore[index]
    found = [values[f"t1.r2c{column}"] for column in (2, 3)]
    assert [str(value.unit) if isinstance(value, Value) else "" for value in found] == units


def test_rows_with_numbers_are_not_notes(tmp_path: Path) -> None:
    rows = (("1. Dân số (người)", "125.300", "126.100"), ("2. Độ che phủ rừng (%)", "52,1", "52,4"))
    made = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "Năm 2021 (1)", "Năm 2022 (2)"), *rows)))
    assert str(made["t1.r2c3"]["value"]) == "126100 person"


def test_a_note_that_begins_with_heads_states_their_time(tmp_path: Path) -> None:
    heads, rows = ("Đơn vị", "Dân số (người)", "Hộ (hộ)", "Lớp (lớp)"), (("Xã A", "820", "205", "12"),)
    title = paragraph("Một số chỉ tiêu năm 2018")
    note = paragraph("- Hộ (hộ), Lớp (lớp) là số liệu quý I năm 2018 (báo cáo nhanh)")
    for lines, times in (([note], ["2018", "2018-Q1", "2018-Q1"]), ([], ["2018", "2018", "2018"])):
        cells = by_cell(drafted(tmp_path, title, table(heads, *rows), *lines))
        assert [str(cells[f"t1.r2c{column}"]["time"]) for column in (2, 3, 4)] == times


def test_the_note_of_a_mark_states_the_units_of_its_row_and_of_the_parts_of_this(tmp_path: Path) -> None:
    heads = ("Mặt hàng", "Tháng 7/2018 Lượng", "Tháng 7/2018 Trị giá")
    rows = (("Sắt thép", "617", "474"), ("Ô tô(*)", "9", "252"), ("Trong đó: Nguyên chiếc", "4", "96"))
    above, below = paragraph("Nghìn tấn, triệu USD"), paragraph("(*) Nghìn chiếc, triệu USD")
    for lines, found in (([below], "4000 piece to 1000"), ([], "None")):
        cells = by_cell(drafted(tmp_path, above, table(heads, *rows), *lines))
        value = cells["t1.r4c2"]["value"]
        assert str(value if isinstance(value, Value) else None) == found
        assert str(cells["t1.r2c2"]["value"]) == "617000 tonne to 1000"


def test_a_year_in_brackets_is_the_time_of_its_number_and_no_part_of_it(tmp_path: Path) -> None:
    heads = ("Huyện", "Số học sinh (trong đó nữ)", "Số hộ")
    rows = ("Tân Uyên", "4.300 (2010)", "4.200 (2021)"), ("Sìn Hồ", "4.500", "1.300")
    cells = by_cell(drafted(tmp_path, paragraph("Kết quả năm 2023"), table(heads, *rows)))
    assert str(cells["t1.r2c3"]["time"]) == "2021"
    assert "t1.r2c2" not in cells or str(cells["t1.r2c2"]["time"]) == "2023"
