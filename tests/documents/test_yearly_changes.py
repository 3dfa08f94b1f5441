"""Changes since the year before in tables whose rows are years."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted


@pytest.mark.parametrize(
    ("head", "numbers", "found"),
    [
        ("So với năm trước (%)", ("10,0", "-5,0"), "by -5.0 percent"),
        ("So với năm trước (%)", ("110,0", "95,0"), "to 95.0 percent"),
        ("Tăng/giảm so với năm trước", ("100", "-55"), "-55000000000 VND to 1000000000"),
        ("So với năm 2018 (%)", ("120,0", "114,0"), "open"),
        ("So với năm trước (%)", ("10,0", "6,0"), "open"),
    ],
)
@pytest.mark.parametrize("is_descending", [False, True])
def test_two_rows_show_changes_since_the_year_before(
    tmp_path: Path, head: str, numbers: tuple[str, str], found: str, *, is_descending: bool
) -> None:
    rows = [("2019", "1.000", ""), ("2020", "1.100", numbers[0]), ("2021", "1.045", numbers[1])]
    heads = ("Năm", "Tổng thu (tỷ đồng)", head)
    made = table(heads, *(reversed(rows) if is_descending else rows))
    record = by_cell(drafted(tmp_path, paragraph("Thu ngân sách qua các năm"), made))[
        f"t1.r{2 if is_descending else 4}c3"
    ]
    is_claim = record.record_type.__name__ == "ChangeClaim"
    assert (f"{record['value']}" if is_claim else "open") == found
    assert not is_claim or str(record["time"]) == "2021"
