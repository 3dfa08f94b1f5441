"""Heads and labels of statistical tables whose words are in several rows or columns."""

from __future__ import annotations

from pathlib import Path

from aseansc import documents
from aseansc.drafts import Gap, PartialRecord
from aseansc.periods import Period
from aseansc.values import Value
from aseansc.vietnamese.tables import (
    time_of_title,
)
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted


def test_heads_whose_words_are_in_several_rows(tmp_path: Path) -> None:
    rows = (
        ("", "Thực hiện", "Ước tính", "Tháng 8 năm", "8 tháng năm"),
        ("", "tháng 7", "tháng 8", "2022 so với", "2022 so với"),
        ("", "năm", "năm", "cùng kỳ năm", "kế hoạch năm"),
        ("", "2022", "2022", "trước (%)", "2022 (%)"),
        ("Tổng số", "45.699", "48.295", "116,9", "51,0"),
        ("Hà Nội", "4.114", "4.188", "108,5", "54,7"),
        ("Quảng Ninh", "349", "334", "91,8", "39,4"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Tỷ đồng"), table(*rows)))
    times = [str(cells[f"t1.r5c{column}"]["time"]) for column in (2, 3, 4, 5)]
    assert times == ["2022-07", "2022-08", "2022-08", "2022-01-01/P8M"]
    assert str(cells["t1.r5c2"]["value"]).startswith("45699000000000 VND")


def test_english_heads_alone_are_not_read(tmp_path: Path) -> None:
    rows = ("", "9 months of 2020", "Compared with 2019 (%)"), ("Total", "45.699", "116,9"), ("Other", "4.114", "108,5")
    made = drafted(tmp_path, table(*rows))
    assert not made.observations
    assert time_of_title(("Exports in 9 months of 2020",)) is None
    assert time_of_title(("Xuất khẩu 9 tháng năm 2020", "Exports in 9 months of 2020")) == Period.parse(
        "2020-01-01/P9M"
    )


def test_units_in_rows_are_not_heads_again(tmp_path: Path) -> None:
    rows = (
        ("Nội dung", "Đơn vị tính", "1999", "2000"),
        ("- Xã vững mạnh", "đơn vị", "phấn đấu 80% xã", "4 khá"),
        ("- Tổ nhân dân", "đơn vị", "1.444", "1.599"),
        ("- Hộ dân", "hộ", "25.600", "25.900"),
    )
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert isinstance(cells["t1.r3c3"]["value"], PartialRecord)
    assert (str(cells["t1.r4c3"]["value"]), str(cells["t1.r4c3"]["time"])) == ("25600 household", "1999")


def test_indicators_and_plans_below_the_same_word(tmp_path: Path) -> None:
    rows = (
        ("Chỉ tiêu", "Đơn vị", "Chỉ tiêu", "Thực hiện"),
        ("Sản lượng cà phê (đến năm 2005)", "tấn", "55 - 60", "57"),
        ("Tổng vốn đầu tư", "tỷ đồng", "12.000", "13.712"),
        ("Tỷ lệ hộ nghèo", "%", "10", "7"),
    )
    made = drafted(tmp_path, paragraph("Các chỉ tiêu chủ yếu giai đoạn 2001 - 2005"), table(*rows))
    cells = by_cell(made)
    assert [record.origin for record in made.targets if isinstance(record, PartialRecord)] == [
        f"t1.r{row}c3" for row in (2, 3, 4)
    ]
    assert [str(cells[f"t1.r{row}c4"]["time"]) for row in (2, 3)] == ["2005", "2001-01-01/P5Y"]
    assert isinstance(cells["t1.r4c4"]["time"], Gap)  # the level of some year of the plan


def test_several_units_in_one_line(tmp_path: Path) -> None:
    rows = (
        ("", "Tháng 8 năm 2022", "", "Tháng 8 năm 2022 so với cùng kỳ (%)", ""),
        ("", "Lượng", "Trị giá", "Lượng", "Trị giá"),
        ("Cà phê", "110", "257", "93,8", "109,0"),
        ("Gạo", "290", "170", "101,2", "99,0"),
        ("Chè", "12", "22", "110,6", "108,1"),
        ("Ô tô nguyên chiếc", "18", "400", "103,3", "101,1"),
    )
    made = drafted(tmp_path, paragraph("Nghìn tấn; triệu USD"), table(*rows))
    cells = by_cell(made)
    assert [str(cells[f"t1.r3c{column}"]["value"]) for column in (2, 3)] == [
        "110000 tonne to 1000",
        "257000000 USD to 1000000",
    ]
    assert isinstance(cells["t1.r6c2"]["value"], PartialRecord)  # pieces
    assert [cells[f"t1.r3c{column}"]["end"] for column in (4, 5)] == ["t1-r3.c2", "t1-r3.c3"]


def test_titles_and_rows_of_indices(tmp_path: Path) -> None:
    title = "Chỉ số giá tiêu dùng các tháng năm 2018 so với tháng 12 năm 2017"
    english = "Monthly consumer price index in 2018 as compared to December, 2017"
    assert time_of_title((title, english)) == Period.parse("2018")
    rows = (
        ("", "2019", "2020"),
        ("Tháng 12 - Dec.", "101,19", "100,46"),
        ("Tháng 12 năm báo cáo so với tháng 12 năm trước", "104,92", "100,89"),
    )
    made = drafted(tmp_path, paragraph("%"), table(*rows))
    assert {record.origin for record in made.observations if isinstance(record, PartialRecord)} == {
        "t1.r2c2",
        "t1.r2c3",
    }


def test_labels_of_several_depths_in_columns_of_their_own(tmp_path: Path) -> None:
    rows = (
        ("", "", "Năm 2021", "Năm 2022"),
        ("TỔNG SỐ", "", "48.000", "47.500"),
        ("", "Hà Nội", "4.114", "4.188"),
        ("", "Hải Phòng", "1.200", "1.300"),
    )
    made = drafted(tmp_path, paragraph("Vốn đầu tư (tỷ đồng)"), table(*rows))
    assert [cell.context.partition(" |")[0] for cell in by_cell(made).values()][2::2] == [
        "Hà Nội",
        "Hải Phòng",
    ]


def test_times_between_two_days_and_averages_of_months(tmp_path: Path) -> None:
    days = Period.parse("2022-01-01/2022-08-20")
    for line in (
        "từ 01/01- 20/8/2022",
        "1/1 – 20/8/2022",
        "từ ngày 01/01/2022 đến ngày 20/8/2022",
        "01.01 đến 20.8.2022",
    ):
        assert time_of_title((f"Đầu tư được cấp phép {line}",)) == days, line
    for line in ("1-3-2018", "1/2018", "20/8 - 01/01/2022 và 2021"):
        assert time_of_title((f"Đầu tư được cấp phép {line}",)) is None, line
    heads = ("", "Chỉ số giá tháng 5 năm 2019 so với tháng 4/2019", "Bình quân 5 tháng so với cùng kỳ")
    rows = heads, ("Chung", "100,40", "102,70"), ("Lương thực", "99,90", "100,70"), ("Thực phẩm", "100,30", "104,80")
    cells = by_cell(drafted(tmp_path, paragraph("Chỉ số giá tháng 5 năm 2019"), table(*rows)))
    assert [str(cells[f"t1.r2c{column}"]["time"]) for column in (2, 3)] == ["2019-05", "2019-01-01/P5M"]


def test_units_of_groups_above_the_heads(tmp_path: Path) -> None:
    rows = (
        ("", "(Nghìn người)", "(Nghìn đồng)"),
        ("", "", ""),
        ("", "Tổng số", "Tổng số"),
        ("Xây dựng", "84,1", "2.357,8"),
        ("Y tế", "113,8", "3.681,1"),
    )
    made = drafted(tmp_path, paragraph("Lao động và thu nhập năm 2009"), table(*rows))
    assert not any(
        isinstance(record["value"], Value) and record["value"].unit.kind.value == "money"
        for record in made.observations
        if isinstance(record, PartialRecord) and str(record.origin).endswith("c2")
    )


def test_the_last_words_of_a_head_are_not_a_unit_of_the_rows(tmp_path: Path) -> None:
    rows = (
        ("", "6 tháng", "6 tháng", "6 tháng năm 2017"),
        ("", "năm 2016", "năm 2017", "so với cùng kỳ"),
        ("", "", "", "năm 2016 (%)"),
        ("Tổng số", "48.000", "47.500", "99,0"),
        ("Hà Nội", "4.114", "4.188", "101,8"),
        ("Hải Phòng", "1.200", "1.300", "108,3"),
    )
    cells = by_cell(drafted(tmp_path, paragraph("Doanh nghiệp"), table(*rows)))
    assert [str(cells[f"t1.r4c{column}"]["value"]) for column in (2, 4)] == ["48000 enterprise", "to 99.0 percent"]
    merged = "".join("<tr>" + "".join(f"<td colspan=2>{cell}" for cell in row) for row in rows)
    path = tmp_path / "merged.html"
    path.write_text(f"<p>Doanh nghiệp</p><table>{merged}</table>", encoding="utf-8")
    cells = by_cell(documents.draft(documents.read(path), place="VN"))
    assert [str(cells[f"t1.r4c{column}"]["value"]) for column in (3, 7)] == ["48000 enterprise", "to 99.0 percent"]
