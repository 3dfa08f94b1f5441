"""Shares of a total in tables are claims of the level that is the part, and not levels of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.claims import ShareClaim
from aseansc.drafts import Gap, PartialRecord
from aseansc.values import Value
from aseansc.vietnamese.tables import is_share_head
from tests.documents._made import docx_cell, paragraph, spanned, table
from tests.documents.test_growth_in_tables import shown
from tests.documents.test_tables import by_cell, drafted

LEVELS = (("Nghìn người", "", ""), ("TỔNG SỐ", "200", "210"), ("Thành thị", "50", "63"), ("Nông thôn", "150", "147"))
SHARES = (("TỔNG SỐ", "100,0", "100,0"), ("Thành thị", "25,0", "30,0"), ("Nông thôn", "75,0", "70,0"))


@pytest.mark.parametrize("line", ["Cơ cấu (%)", "Cơ cấu - Structure (%)", "Tỷ trọng (%)", "Cơ cấu lao động (%)"])
def test_a_share_below_levels_is_one_of_the_total_row(tmp_path: Path, line: str) -> None:
    title = paragraph("Lao động phân theo thành thị, nông thôn")
    cells = by_cell(drafted(tmp_path, title, table(("", "2017", "2018"), *LEVELS, (line, "", ""), *SHARES)))
    share = cells["t1.r8c3"]
    assert shown(share) == "ShareClaim 30.0 percent 2018"
    assert share["part"] == cells["t1.r4c3"]["id"]
    assert share["whole"] == cells["t1.r3c3"]["indicator"]


def test_a_share_across_is_one_of_the_total_column(tmp_path: Path) -> None:
    rows = (("2017", "200", "50", "150"), ("Cơ cấu (%)", "", "", ""), ("2017", "100,0", "25,0", "75,0"))
    heads = (("", "Tổng số", "Thành thị", "Nông thôn"), ("", "Người", "", ""))
    cells = by_cell(drafted(tmp_path, paragraph("Dân số trung bình"), table(*heads, *rows)))
    share = cells["t1.r5c3"]
    assert (shown(share), share["part"]) == ("ShareClaim 25.0 percent 2017", cells["t1.r3c3"]["id"])
    assert share["whole"] == cells["t1.r3c2"]["indicator"]


def test_a_share_beside_a_level_is_one_of_the_total_row(tmp_path: Path) -> None:
    heads = ("Loại đất", "Diện tích năm 2018 (ha)", "Cơ cấu (%)")
    rows = (("Tổng số", "400", "100,0"), ("Đất nông nghiệp", "300", "75,0"), ("Đất ở", "100", "25,0"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    share = cells["t1.r3c3"]
    assert (shown(share), share["part"]) == ("ShareClaim 75.0 percent 2018", cells["t1.r3c2"]["id"])
    assert share["whole"] == cells["t1.r2c2"]["indicator"]


def test_the_title_of_a_structure_states_shares_of_an_open_total(tmp_path: Path) -> None:
    title = (paragraph("Cơ cấu lao động phân theo khu vực"), paragraph("Đơn vị tính: %"))
    made = drafted(tmp_path, *title, table(("", "2017", "2018"), *SHARES))
    [whole] = [each for each in made.indicators if isinstance(each, PartialRecord)]
    assert (str(whole["name"]["vi"]), isinstance(whole["unit"], Gap)) == ("Lao động", True)
    assert shown(by_cell(made)["t1.r3c3"]) == "ShareClaim 30.0 percent 2018"
    assert {str(by_cell(made)[f"t1.r{row}c3"]["whole"]) for row in (2, 3, 4)} == {str(whole["id"])}


@pytest.mark.parametrize(
    ("title", "heads", "row"),
    [
        ("Tỷ lệ hộ nghèo", ("", "2017", "2018"), ("Tỷ lệ hộ nghèo (%)", "25,0", "30,0")),
        ("Cơ cấu kinh tế và tỷ lệ hộ nghèo (%)", ("", "2017", "2018"), ("Hộ nghèo", "25,0", "30,0")),
        ("Cơ cấu kinh tế", ("Chỉ tiêu", "KH 2018", "TH 2018"), ("Nông nghiệp (%)", "25,0", "30,0")),
        ("Lao động", ("", "2017", "2018"), ("Tỷ trọng lao động nông nghiệp (%)", "25,0", "30,0")),
    ],
)
def test_a_rate_with_a_name_of_its_own_or_a_plan_is_a_level(
    tmp_path: Path, title: str, heads: tuple[str, ...], row: tuple[str, ...]
) -> None:
    cells = by_cell(drafted(tmp_path, paragraph(title), table(heads, row, row)))
    assert shown(cells["t1.r2c3"]) == "Observation 30.0 percent 2018"


def test_a_change_of_shares_has_no_level_as_its_end(tmp_path: Path) -> None:
    heads = ("", "2017", "2018", "2018/2017 (%)")
    rows = (("Tổng số", "200", "210", "105"), ("Cơ cấu (%)", "", "", ""), ("Tổng số", "80,0", "88,0", "110"))
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: Người"), table(heads, *rows, ("Nam", "20,0", "12,0", "60"))))
    assert cells["t1.r4c3"].record_type is ShareClaim
    assert str(cells["t1.r4c4"]["end"]) == "not_stated"


def test_heads_of_shares() -> None:
    heads = ("Cơ cấu - Structure (%)", "Tỷ trọng", "Cơ cấu lao động (%)", "Tỷ lệ (%)")
    assert [is_share_head(head) for head in heads] == [True, True, False, False]
    assert [is_share_head(head, of_any=True) for head in heads] == [True, True, True, False]


def test_ranges_of_sizes_above_a_line_of_shares_are_heads(tmp_path: Path) -> None:
    group = spanned("Phân theo quy mô lao động", 2)
    heads = (("", "Tổng số", group), ("", "", "Dưới 5 người", "Từ 5 đến 9 người"), ("", "Cơ cấu (%)", "", ""))
    rows = (("TỔNG SỐ", "100,00", "60,00", "40,00"), ("Nhà nước", "10,00", "-", "100,00"))
    title = paragraph("Số doanh nghiệp tại thời điểm 31/12/2020")
    cells = by_cell(drafted(tmp_path, title, table(*heads, *rows)))
    assert shown(cells["t1.r4c3"]) == "ShareClaim 60.00 percent 2020-12-31"


BESIDE = ("", "Số lao động (người)", "Cơ cấu (%)")
PARTS = (("Nông nghiệp", "400", "40"), ("Công nghiệp", "600", "60"))


def test_the_total_row_is_not_a_part_of_itself(tmp_path: Path) -> None:
    total = ("Tổng số", "1.000", "100")
    below = (("Người", "", ""), ("Tổng số", "1.000", "900"), *(row[:2] + row[1:2] for row in PARTS))
    shares = (("Cơ cấu (%)", "", ""), ("Tổng số", "100", "100"), ("Nông nghiệp", "40", "44"))
    title = paragraph("Lao động năm 2018")
    beside = by_cell(drafted(tmp_path, title, table(BESIDE, total, *PARTS)))
    lower = by_cell(drafted(tmp_path, paragraph("Lao động"), table(("", "2017", "2018"), *below, *shares)))
    for cell in (beside["t1.r2c3"], lower["t1.r7c2"]):
        assert shown(cell).startswith("ShareClaim 100 percent")
        assert str(cell["part"]) == "not_stated"
    assert beside["t1.r3c3"].record_type is lower["t1.r8c2"].record_type is ShareClaim


def test_shares_of_places_are_levels_for_places_have_one_indicator(tmp_path: Path) -> None:
    heads = ("Huyện, thành phố", "Số lao động (người)", "Cơ cấu (%)")
    rows = (("Toàn tỉnh", "1.000", "100"), ("Huyện Mai Sơn", "400", "40"), ("Huyện Sông Mã", "600", "60"))
    title = paragraph("Lao động phân theo huyện, thành phố năm 2018")
    cells = by_cell(drafted(tmp_path, title, table(heads, *rows)))
    for cell in (f"t1.r{row}c3" for row in (3, 4)):
        assert cells[cell].record_type is not ShareClaim


def test_the_numbers_decide_of_which_column_a_share_is_one(tmp_path: Path) -> None:
    heads = ("", "Số lao động (người)", "Nữ (người)", "Cơ cấu (%)")
    rows = (("Tổng số", "1.000", "500", "100"), ("Nông nghiệp", "400", "100", "40"), ("Khác", "600", "400", "60"))
    cells = by_cell(drafted(tmp_path, paragraph("Lao động năm 2018"), table(heads, *rows)))
    assert cells["t1.r3c4"]["part"] == cells["t1.r3c2"]["id"]
    assert cells["t1.r3c4"]["whole"] == cells["t1.r2c2"]["indicator"]


def test_a_share_of_a_part_is_not_one_of_the_total(tmp_path: Path) -> None:
    rows = (("Tổng số", "1.000", "100"), PARTS[0], ("Nam", "100", "25"), ("Nữ", "300", "75"), PARTS[1])
    cells = by_cell(drafted(tmp_path, paragraph("Lao động năm 2018"), table(BESIDE, *rows)))
    shares = [cells[f"t1.r{row}c3"].record_type is ShareClaim for row in range(2, 7)]
    assert shares == [True, True, False, False, True]


def test_the_whole_of_a_share_that_several_rows_name_is_open(tmp_path: Path) -> None:
    title = (paragraph("Cơ cấu dân số phân theo thành thị, nông thôn và giới tính"), paragraph("Đơn vị tính: %"))
    nested = (
        *(("Thành thị", "30,0", "30,0"), ("Nam", "49,0", "49,0"), ("Nữ", "51,0", "51,0")),
        *(("Nông thôn", "70,0", "70,0"), ("Nam", "50,0", "50,0"), ("Nữ", "50,0", "50,0")),
    )
    cells = by_cell(drafted(tmp_path, *title, table(("", "2017", "2018"), *nested)))
    assert {shown(cell).split()[0] for cell in cells.values() if cell.get("whole") is not None} == {"ShareClaim"}
    is_open = [isinstance(cells[f"t1.r{row}c2"]["whole"], Gap) for row in range(2, 8)]
    assert is_open == [False, True, True, False, True, True]


def test_the_whole_of_a_share_that_is_larger_than_the_part_above_is_open(tmp_path: Path) -> None:
    title = (paragraph("Cơ cấu lao động phân theo khu vực"), paragraph("Đơn vị tính: %"))
    rows = (
        ("Nông nghiệp", "40,0", "40,0"),
        ("Trong đó: Nữ", "52,0", "52,0"),
        ("Công nghiệp", "60,0", "60,0"),
        ("Trong đó: Xây dựng", "20,0", "20,0"),
    )
    cells = by_cell(drafted(tmp_path, *title, table(("", "2017", "2018"), *rows)))
    is_open = [isinstance(cells[f"t1.r{row}c2"]["whole"], Gap) for row in range(2, 6)]
    assert is_open == [False, True, False, False]


def test_shares_of_rows_with_one_label_may_be_of_a_row_above_them(tmp_path: Path) -> None:
    band = spanned("Cơ cấu (%)", 3)
    rows = [("Chỉ tiêu", "2017", "2018"), None, ("Nam", "60", "55"), ("Nữ", "40", "45"), ("Nam", "40", "30")]
    body = "".join(f"<w:tr>{band if row is None else ''.join(map(docx_cell, row))}</w:tr>" for row in rows)
    cells = by_cell(drafted(tmp_path, paragraph("Lao động"), f"<w:tbl>{body}</w:tbl>"))
    assert [isinstance(cells[f"t1.r{row}c2"]["whole"], Gap) for row in (3, 4, 5)] == [True, False, True]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Tỷ lệ", ""),
        ("Cơ cấu", ""),
        ("Cơ cấu (%)", "percent"),
        ("% tiền khám", "percent"),
        ("Ngoại trú", "VND"),
        ("Bình quân/hộ", "VND/household"),
    ],
)
def test_the_unit_of_a_group_is_not_that_of_a_ratio_in_it(tmp_path: Path, line: str, found: str) -> None:
    group = "Tổng chi (tỷ đồng)"
    rows = (
        ("Huyện", group, group),
        ("Huyện", "Năm 2021", line),
        ("Mường Tè", "25,3", "20,2"),
        ("Tam Đường", "100", "80"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Chi khám chữa bệnh năm 2022"), table(*rows)))
    value = cells["t1.r3c3"]["value"]
    assert (value.unit.code if isinstance(value, Value) else "") == found


@pytest.mark.parametrize(("base", "is_read"), [("Diện tích (ha)", False), ("Sản lượng (tấn)", True)])
def test_a_quotient_of_different_units_is_no_share(tmp_path: Path, base: str, is_read: bool) -> None:
    heads = ("Huyện", base, "Sản lượng bán (tấn)", "Tỷ lệ (%)"), ("", "1", "2", "3=2/1")
    rows = (*heads, ("Tân Uyên", "100", "50", "50"), ("Sìn Hồ", "200", "80", "40"))
    cells = by_cell(drafted(tmp_path, paragraph("Nông nghiệp năm 2023"), table(*rows)))
    assert ("value" in cells["t1.r3c4"].fields) is is_read
