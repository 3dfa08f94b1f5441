"""A count with the other sign of thousands than its neighbours is a slip, which leaves the table readable."""

from __future__ import annotations

from pathlib import Path

from aseansc.drafts import PartialRecord
from tests.documents._made import table
from tests.documents.test_tables import by_cell, drafted

HEADS = ("Chỉ tiêu", "ĐVT", "2020", "2021", "2022", "Tỷ lệ (%)")


def values(tmp_path: Path, *rows: tuple[str, ...]) -> dict[str, str]:
    cells = by_cell(drafted(tmp_path, table(HEADS, *rows)))
    found = {at: cell.get("value") for at, cell in cells.items()}
    return {at: str(value) for at, value in found.items() if value and not isinstance(value, PartialRecord)}


def test_one_count_with_the_other_sign_is_read_as_its_row_shows(tmp_path: Path) -> None:
    rows = (
        ("Dân số", "Người", "81.204", "82,316", "83.455", "52,3"),
        ("Số hộ", "Hộ", "20.117", "20.548", "21.032", "47,7"),
    )
    found = values(tmp_path, *rows)
    assert [found[f"t1.r2c{column}"] for column in (3, 4, 5)] == ["81204 person", "82316 person", "83455 person"]
    assert found["t1.r3c3"] == "20117 household"


def test_a_slip_alone_in_its_row_leaves_the_signs_of_the_table_open(tmp_path: Path) -> None:
    rows = (
        ("Dân số", "Người", "", "82,316", "", "52,3"),
        ("Số hộ", "Hộ", "20.117", "20.548", "21.032", "47,7"),
        ("Lao động", "Người", "40.117", "40.548", "41.032", "49,1"),
    )
    assert "t1.r2c4" not in values(tmp_path, *rows)


def test_as_many_counts_with_either_sign_are_no_slips(tmp_path: Path) -> None:
    rows = (
        ("Dân số", "Người", "81.204", "82,316", "83.455", "52,3"),
        ("Số hộ", "Hộ", "20,117", "20.548", "21.032", "47,7"),
    )
    assert not {f"t1.r{row}c{column}" for row in (2, 3) for column in (3, 4, 5)} & values(tmp_path, *rows).keys()


def test_a_dash_below_a_unit_is_no_unit_and_parts_have_that_of_their_sum(tmp_path: Path) -> None:
    rows = (
        ("1. Dân số", "Người", "81.204", "82.316", "83.455", "52,3"),
        ("Thuần nông", "-", "60.204", "61.316", "61.455", "40,1"),
        ("Kiêm nghề", "-", "21.000", "21.000", "22.000", "12,2"),
        ("2. Quy mô hộ", "NK/Hộ", "4,1", "4,2", "4,0", ""),
        ("3. Chỉ số phụ", "-", "12", "13", "14", ""),
    )
    found = values(tmp_path, *rows)
    assert (found["t1.r3c3"], found["t1.r4c5"]) == ("60204 person", "22000 person")
    assert found["t1.r5c3"] == "4.1 person/household"
    assert "t1.r6c3" not in found


def test_years_in_short_beside_the_same_years_in_full_are_these(tmp_path: Path) -> None:
    def times(*heads: str) -> list[str]:
        rows = (("Dân số", "Người", "81.200", "82.300", "83.500", "101,4", "101,5"),) * 3
        cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "ĐVT", *heads), *rows)))
        return [f"{cells[at].record_type.__name__} {cells[at].get('time')}" for at in ("t1.r2c6", "t1.r2c7")]

    years, compared = ("2020", "2021", "2022"), "Tốc độ phát triển (%)"
    in_short = (f"{compared}\n21/20", f"{compared}\n22/21")
    assert times(*years, "So sánh (%) 2021/2020", "So sánh (%) 2022/2021") == ["ChangeClaim 2021", "ChangeClaim 2022"]
    assert times(*years, *in_short)[0] != "ChangeClaim 2020"
