"""Rows that compare the rows above them, and rows that are plans of a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.units import hectare
from aseansc.vietnamese.tables import compares
from tests.documents._made import paragraph, table
from tests.documents.test_growth_in_tables import shown
from tests.documents.test_tables import by_cell, drafted

HEADS = ("Chỉ tiêu", "ĐVT", "Tổng số", "Thành thị", "Nông thôn")
YEARS = (
    ("Diện tích lúa", "", "", "", ""),
    ("- Năm 2017", "ha", "1.000", "400", "600"),
    ("- Năm 2018", "ha", "1.100", "450", "650"),
)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("- So với năm 2017 (%)", "%", "110", "112,5", "108,3"), "ChangeClaim to 110 percent 2018"),
        (("- Tăng, giảm so với năm 2017", "ha", "100", "50", "50"), "ChangeClaim 100 hectare 2018"),
        (("So sánh 2018/2017", "%", "110", "112,5", "108,3"), "ChangeClaim to 110 percent 2018"),
        (("- So với năm 2017 (%)", "%", "120", "102,5", "108,3"), "open"),  # the rows do not show it
        (("- So với năm 2016 (%)", "%", "110", "112,5", "108,3"), "open"),
    ],
)
def test_a_row_compares_the_years_above_it(tmp_path: Path, row: tuple[str, ...], found: str) -> None:
    cells = by_cell(drafted(tmp_path, table(HEADS, *YEARS, row)))
    assert shown(cells["t1.r5c3"]) == found
    if found != "open":
        assert (cells["t1.r5c3"]["start"], cells["t1.r5c3"]["end"]) == (cells["t1.r3c3"]["id"], cells["t1.r4c3"]["id"])


def test_a_comparison_of_missing_or_other_levels_has_no_value(tmp_path: Path) -> None:
    """The row is one of percentages: it cannot compare a missing level, and 8.3 is the growth of its column."""
    rows = (*YEARS[:1], ("- Năm 2017", "ha", "1.000", "", "600"), YEARS[2])
    cells = by_cell(drafted(tmp_path, table(HEADS, *rows, ("- So với năm 2017 (%)", "%", "110", "112,5", "8,3"))))
    assert [shown(cells[f"t1.r5c{column}"]) for column in (3, 4, 5)] == [
        "ChangeClaim to 110 percent 2018",
        "ChangeClaim gap 2018",
        "ChangeClaim gap 2018",
    ]
    assert "the levels that are compared" in str(cells["t1.r5c4"]["value"])
    assert "is the growth in percent" in str(cells["t1.r5c5"]["value"])


@pytest.mark.parametrize(
    ("printed", "attained", "grown", "changed"),
    [
        (">108,3", "of_plan over 108.3 percent", "to over 108.3 percent", "over 50 hectare"),
        ("108,3-109", "of_plan 108.3..109.0 percent", "to 108.3..109.0 percent", "50..51 hectare"),
    ],
)
def test_a_comparison_keeps_its_qualifier_and_range(
    tmp_path: Path, printed: str, attained: str, grown: str, changed: str
) -> None:
    cells = by_cell(drafted(tmp_path, table(HEADS, *YEARS, ("- So với năm 2017 (%)", "%", "110", "112,5", printed))))
    assert shown(cells["t1.r5c5"]) == f"ChangeClaim {grown} 2018"
    more = printed.replace("108,3", "50").replace("109", "51")
    cells = by_cell(drafted(tmp_path, table(HEADS, *YEARS, ("- Tăng, giảm so với năm 2017", "ha", "100", "50", more))))
    assert shown(cells["t1.r5c5"]) == f"ChangeClaim {changed} 2018"
    plan = ("Thu nội địa", "", "", "", ""), ("Kế hoạch năm 2018", *YEARS[1][1:]), ("Thực hiện năm 2018", *YEARS[2][1:])
    cells = by_cell(drafted(tmp_path, table(HEADS, *plan, ("TH/KH (%)", "%", "110", "112,5", printed))))
    assert shown(cells["t1.r5c5"]) == f"AttainmentClaim {attained} 2018"


def test_a_row_compares_a_plan_and_its_level(tmp_path: Path) -> None:
    rows = (
        ("Nội dung", "Tổng số", "Thành thị", "Nông thôn"),
        ("Thu nội địa", "", "", ""),
        ("Kế hoạch năm 2018", "1.000", "400", "600"),
        ("Thực hiện năm 2018", "1.100", "450", "650"),
        ("TH/KH (%)", "110", "112,5", "90"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: triệu đồng"), table(*rows)))
    assert [shown(cells[f"t1.r{row}c2"]) for row in (3, 4, 5)] == [
        "Target 1000000000 VND 2018",
        "Observation 1100000000 VND 2018",
        "AttainmentClaim of_plan 110 percent 2018",
    ]
    assert cells["t1.r5c2"]["target"] == cells["t1.r3c2"]["id"]


def test_a_rise_since_the_year_before_is_growth_of_the_row_above(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "2017", "2018")
    for unit, found in (("%", "ChangeClaim by 12.0 percent 2018"), ("tỷ đồng", "open")):
        rows = (("Thu ngân sách", "tỷ đồng", "1.000", "1.120"), ("- Tăng so với năm trước", unit, "9,5", "12,0"))
        assert shown(by_cell(drafted(tmp_path, table(heads, *rows)))["t1.r3c4"]) == found


def test_labels_that_only_compare_do_so_in_any_unit() -> None:
    assert compares("- Tăng, giảm so với năm 2017", hectare)
    assert not compares("Số hộ nghèo tăng so với năm 2017", hectare)
