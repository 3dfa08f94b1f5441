"""Tables of a period and the one just before it, as price lists are: *Giá kỳ trước*, *Giá kỳ này*, *Mức tăng (giảm)*."""

from __future__ import annotations

from decimal import localcontext
from pathlib import Path

import pytest

from aseansc.drafts import Gap
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted

HEADS = ("Mặt hàng", "ĐVT", "Giá kỳ trước", "Giá kỳ này", "Mức tăng (giảm)", "Tỷ lệ tăng (giảm) (%)")
ROWS = (
    ("Gạo tẻ", "đ/kg", "17.000", "17.500", "500", "3"),
    ("Thịt lợn", "đ/kg", "68.000", "67.000", "(1.000)", "(1)"),
    ("Cá chép", "đ/kg", "70.000", "71.900", "1.900", "2"),  # 2.7, cut off
    ("Muối", "đ/kg", "5.000", "5.000", "0", "0"),
)


def test_a_period_is_the_month_of_the_title_and_the_one_before_it_the_month_before(tmp_path: Path) -> None:
    cells = by_cell(drafted(tmp_path, paragraph("Bảng giá thị trường tháng 1 năm 2018"), table(HEADS, *ROWS)))
    shown = [f"{cells[f't1.r3c{n}']['value']} {cells[f't1.r3c{n}']['time']}" for n in range(3, 7)]
    assert shown == [
        "68000 VND/kilogram 2017-12",
        "67000 VND/kilogram 2018-01",
        "-1000 VND/kilogram 2018-01",
        "by -1 percent 2018-01",
    ]
    assert str(cells["t1.r4c6"]["value"]) == "by 2 percent"
    claim, start = cells["t1.r2c5"], cells["t1.r2c3"]
    assert claim["start"] == start["id"]


@pytest.mark.parametrize(
    ("printed", "value"),
    [("(1.234)", "-1234 VND/kilogram"), ("(1.00.0)", None), ("(-1.000)", None), ("(900 - 1.000)", None)],
)
def test_what_is_in_brackets_below_a_rise_is_a_fall_if_it_is_one_number_without_a_sign(
    tmp_path: Path, printed: str, value: str | None
) -> None:
    rows = ROWS[0], ("Thịt lợn", "đ/kg", "68.234", "67.000", printed, "(1)"), *ROWS[2:]
    with localcontext(prec=2):
        cells = by_cell(drafted(tmp_path, paragraph("Bảng giá thị trường tháng 1 năm 2018"), table(HEADS, *rows)))
    stated = cells["t1.r3c5"].get("value")
    assert (None if stated is None else str(stated)) == value


def test_levels_of_two_periods_are_known_and_their_times_are_open_if_nothing_states_them(tmp_path: Path) -> None:
    heads = ("Mặt hàng", "ĐVT", "Giá tuần trước", "Giá tuần này", "Tăng/giảm")
    rows = (("Tiêu", "đ/kg", "84.000", "83.000", "-1.000"), ("Điều", "đ/kg", "28.000", "28.500", "500"), ROWS[3][:5])
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert [str(cells[f"t1.r2c{n}"]["value"]) for n in (3, 4)] == ["84000 VND/kilogram", "83000 VND/kilogram"]
    assert all(isinstance(cells[f"t1.r2c{n}"]["time"], Gap) for n in (3, 4, 5))


@pytest.mark.parametrize("before", ["Giá nhập kỳ trước", "Giá kỳ trước nữa"])
def test_a_column_of_something_else_is_not_the_period_before(tmp_path: Path, before: str) -> None:
    heads = ("Mặt hàng", "ĐVT", before, "Giá kỳ này")
    rows = tuple(row[:4] for row in ROWS)
    cells = by_cell(drafted(tmp_path, paragraph("Bảng giá thị trường tháng 1 năm 2018"), table(heads, *rows)))
    assert isinstance(cells["t1.r2c3"].get("kind"), Gap)


def test_the_period_before_a_year_is_open(tmp_path: Path) -> None:
    cells = by_cell(drafted(tmp_path, paragraph("Bảng giá thị trường năm 2018"), table(HEADS, *ROWS)))
    assert isinstance(cells["t1.r2c3"].get("kind"), Gap)
