"""Units that the label of a row completes: what is repeated, divided, compared or listed."""

from __future__ import annotations

from pathlib import Path

from aseansc.drafts import Gap, PartialRecord
from aseansc.values import Value
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted

HEADS = ("Chỉ tiêu", "ĐVT", "Năm 2018")


def test_a_sign_that_repeats_a_unit_repeats_what_it_counts(tmp_path: Path) -> None:
    rows = (
        ("Số vụ tai nạn", "Vụ", "320"),
        ("Ít nghiêm trọng", '"', "207"),
        ("Số vụ", "Vụ", "12"),
        ("Va chạm", '"', "9"),
    )
    cells = by_cell(drafted(tmp_path, table(HEADS, *rows)))
    units = [
        value["unit"] if isinstance(value := cells[f"t1.r{at}c3"]["value"], PartialRecord) else value
        for at in range(2, 6)
    ]
    assert list(map(str, units[:2])) == ["320 incident", "207 incident"]
    assert all(isinstance(unit, Gap) for unit in units[2:])


def test_the_fall_of_a_rate_in_per_mille_is_in_points(tmp_path: Path) -> None:
    rows = (("Mức giảm tỷ suất sinh (‰)", "0,3"), ("Mức giảm tỷ lệ hộ nghèo (%)", "2,1"))
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "Năm 2018"), *rows)))
    values = [cells[f"t1.r{row}c2"].get("value") for row in (2, 3)]
    assert [str(value if isinstance(value, Value) else None) for value in values] == ["0.3 per_mille_point", "None"]


def test_what_there_is_for_each_household_and_ratios_in_times(tmp_path: Path) -> None:
    rows = (("Nhân khẩu/hộ", "Khẩu", "4,00"), ("Hệ số thanh toán", "Lần", "1,52"), ("Thôn/bản", "Thôn", "4"))
    cells = by_cell(drafted(tmp_path, table(HEADS, *rows)))
    assert [str(cells[f"t1.r{row}c3"]["value"]) for row in (2, 3, 4)] == [
        "4.00 person/household",
        "1.52 times",
        "4 village",
    ]


def test_percent_in_a_list_of_units_leaves_the_amounts_the_other_unit(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Năm 2018 Số dư", "Năm 2018 Tỷ trọng")
    lines = paragraph("Tiền gửi của khách hàng"), paragraph("Đơn vị: tỷ đồng, %")
    cells = by_cell(drafted(tmp_path, *lines, table(heads, ("Dân cư", "900", "75"), ("Tổ chức", "300", "25"))))
    found = [str(cells[f"t1.r2c{column}"]["value"]) for column in (2, 3)]
    assert found == ["900000000000 VND to 1000000000", "75 percent"]


def test_passengers_behind_a_stroke_are_not_a_divisor(tmp_path: Path) -> None:
    rows = (("Khối lượng h/ khách vận chuyển", "1000 người", "17"),)
    assert str(by_cell(drafted(tmp_path, table(HEADS, *rows)))["t1.r2c3"]["value"]) == "17000 person to 1000"
