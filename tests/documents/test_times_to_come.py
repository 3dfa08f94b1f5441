"""Columns of a time that was still to come when the table was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.drafts import Draft
from tests.documents._made import paragraph, table
from tests.documents.test_table_units import values_of
from tests.documents.test_tables import by_cell, drafted

ISSUED = "(Kèm theo {} ngày 25/11/2025 của UBND tỉnh)"


def records(draft: Draft) -> dict[str, str]:
    """Return the kind of record of each cell: an observation, a target or a number whose meaning is asked."""
    tables = {"level": draft.observations, "plan": draft.targets, "open": draft.mentions}
    return {record["citation"].locator: name for name, items in tables.items() for record in items}


@pytest.mark.parametrize(
    ("lines", "heads", "found"),
    [
        (["Định hướng phát triển chè giai đoạn 2026 - 2030"], ("ƯTH 2025", "Năm 2026", "Năm 2030"), "level plan plan"),
        (["Phát triển cây chè"], ("Ước TH 2025", "Năm 2026", "Năm 2030"), "level open open"),
        (["Phát triển cây chè"], ("Sơ bộ 2025", "Năm 2026", "Năm 2027"), "level level level"),
        (
            ["Cây chè", ISSUED.format("Kế hoạch số 12/KH-UBND")],
            ("Năm 2024", "Năm 2025", "Năm 2026"),
            "level level plan",
        ),
        (["Cây chè", ISSUED.format("Báo cáo số 12/BC-UBND")], ("Năm 2024", "Năm 2025", "Năm 2026"), "level level open"),
        # A circular prescribes the form of tables of later years.
        (["Cây chè", ISSUED.format("Thông tư số 1/TT-BTC")], ("Năm 2026", "Năm 2027", "Năm 2028"), "level level level"),
    ],
)
def test_a_time_to_come_is_not_that_of_a_level(
    tmp_path: Path, lines: list[str], heads: tuple[str, ...], found: str
) -> None:
    rows = ("Chỉ tiêu", "ĐVT", *heads), ("Diện tích chè", "Ha", "1.200", "1.350", "1.450")
    draft = drafted(tmp_path, *map(paragraph, lines), table(*rows))
    kinds = records(draft)
    assert [kinds[f"t1.r2c{number}"] for number in (3, 4, 5)] == found.split()


def test_an_area_in_tonnes_and_a_yield_in_hectares_are_slips(tmp_path: Path) -> None:
    rows = ("Chỉ tiêu", "ĐVT", "Năm 2022"), ("Diện tích", "Ha", "1.200"), ("Sản lượng", "Ha", "5.200")
    assert list(values_of(tmp_path, table(*rows)).values()) == ["1200 hectare"]


def test_points_that_are_counted_may_be_places(tmp_path: Path) -> None:
    rows = ("Vùng", "Số điểm", "Số hộ"), ("Xã Mường So", "12", "150"), ("Xã Khổng Lào", "16", "250")
    draft = drafted(tmp_path, paragraph("Quan trắc năm 2022"), table(*rows))
    assert len(draft.observations) == 4
    assert sum("index_point" in str(item) for item in draft.indicators) == 0


def test_a_part_of_a_year_after_the_month_of_the_title_is_open(tmp_path: Path) -> None:
    rows = ("Chỉ tiêu", "ĐVT", "Tháng 2", "Tháng 11"), ("Diện tích chè", "Ha", "1.200", "1.350")
    cells = by_cell(drafted(tmp_path, paragraph("Tiến độ tháng 2/2024"), table(*rows)))
    assert str(cells["t1.r2c3"]["time"]) == "2024-02"
    assert "value" not in cells["t1.r2c4"].fields
