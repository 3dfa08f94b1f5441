"""What the words of heads and the arithmetic of a table decide, and what they leave open."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from aseansc import Period
from aseansc.documents._same_indicators import with_parts
from aseansc.drafts import Gap, PartialRecord
from aseansc.indicators import Breakdown, Indicator
from aseansc.values import Change, Qualifier, RelativeChange, Value
from aseansc.vietnamese.tables import ColumnRole, is_understood, read_head, read_range
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted

NUMBERED = ("TT", "Chỉ tiêu", "ĐVT")


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ("KH 2018", True),
        ("Số hộ nghèo KH 2018", True),
        ("Diện tích thu hoạch (ha)", True),
        ("DT thu hoạch (ha)", True),
        ("DT thu hoạch", False),
        ("TH cơ sở", False),
        ("Chuẩn mới 2018", False),
        ("KH NQ 2016-2020", True),
        ("Vốn kế hoạch năm 2018", True),
        ("Chủ đầu tư thực hiện", False),
        ("Kế hoạch năm 2021 Quốc hội giao", True),
        ("Mục tiêu năm 2021 của Chính phủ", True),
    ],
)
def test_lines_of_heads_that_are_understood_as_a_whole(line: str, understood: bool) -> None:
    assert is_understood(line) is understood


@pytest.mark.parametrize(
    "head", ["Nhu cầu vốn 2019", "Vốn đăng ký", "Số tăng trong năm", "Kế hoạch điều chỉnh", "Thời gian KC-HT"]
)
def test_heads_that_state_neither_levels_nor_plans(head: str) -> None:
    assert (read_head(head).role, read_head(head).doubtful) == (ColumnRole.UNKNOWN, True)


def test_a_head_with_an_unknown_word_is_left_open(tmp_path: Path) -> None:
    made = drafted(tmp_path, table(("Năm", "DT thu hoạch", "Sản lượng (tấn)"), ("2010", "439", "751")))
    cells = by_cell(made)
    assert cells["t1.r2c2"].record_type.__name__ == "Mention"
    assert str(cells["t1.r2c3"]["value"]) == "751 tonne"


def test_levels_that_their_comparison_contradicts_are_left_open(tmp_path: Path) -> None:
    heads = (*NUMBERED, "KH 2018", "TH 2018", "TH/KH (%)")
    wrong = (("100", "110", "30,1"), ("200", "190", "45,5"), ("50", "60", "57,7"))
    made = drafted(tmp_path, table(heads, *((str(n), f"Cây {n}", "tấn", *row) for n, row in enumerate(wrong, 1))))
    names = {by_cell(made)[f"t1.r2c{column}"].record_type.__name__ for column in (4, 5, 6)}
    assert names == {"Mention"}
    single = drafted(tmp_path, table(heads, ("1", "Sản lượng", "tấn", "100", "110", "45,5")))
    assert by_cell(single)["t1.r2c5"].record_type.__name__ == "Observation"
    assert by_cell(single)["t1.r2c6"].record_type.__name__ == "Mention"


def test_averages_over_years_are_those_that_all_rows_show(tmp_path: Path) -> None:
    levels = ((100, 110, 121), (200, 210, 242), (50, 70, 72))
    averages = ("110,0", "110,0", "120,0")
    heads = (*NUMBERED, "TH 2016", "TH 2017", "TH 2018", "BQ 2016-2018 (%)", "Tốc độ tăng bình quân (%)")
    rows = [
        (str(n), f"Cây {n}", "tấn", *map(str, row), average, str(Decimal(average.replace(",", ".")) - 100))
        for n, (row, average) in enumerate(zip(levels, averages, strict=True), 1)
    ]
    cells = by_cell(drafted(tmp_path, table(heads, *(tuple(cell.replace(".", ",") for cell in row) for row in rows))))
    claim, growth = cells["t1.r2c7"], cells["t1.r3c8"]
    assert claim["value"] == RelativeChange.parse("to 110.0 percent/year")
    assert growth["value"] == RelativeChange.parse("by 10.0 percent/year")
    assert claim["time"] == Period.parse("2017-01-01/P2Y")
    assert (claim["start"], claim["end"]) == ("t1-r2.c4", "t1-r2.c6")


def test_an_average_that_no_years_show_is_left_open(tmp_path: Path) -> None:
    heads = (*NUMBERED, "TH 2016", "TH 2018", "BQ (%)")
    rows = (("1", "Lúa", "tấn", "100", "121", "3"), ("2", "Ngô", "tấn", "100", "144", "4"))
    assert by_cell(drafted(tmp_path, table(heads, *rows)))["t1.r2c6"].record_type.__name__ == "Mention"


def test_columns_that_add_up_are_parts_with_the_unit_of_their_total(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Kết quả năm 2018"),
        table(
            ("Xã", "Tổng số (hộ)", "Nghèo", "Cận nghèo", "Kinh", "Thái", "Diện tích"),
            ("Xã Suối Mây", "30", "10", "20", "5", "25", "7"),
            ("Xã Núi Xa", "40", "15", "25", "30", "10", "8"),
            ("Xã Đá Bạc", "50", "20", "30", "30", "20", "9"),
        ),
    )
    cells = by_cell(made)
    assert [str(cells[f"t1.r2c{column}"]["value"]) for column in (3, 6)] == ["10 household", "25 household"]
    assert isinstance(cells["t1.r2c7"]["value"], PartialRecord)
    found = [record.get("breakdowns") for record in made.indicators if isinstance(record, PartialRecord)]
    assert found[0] == (
        Breakdown(parts=("t1-r2-c3", "t1-r2-c4"), complete=True, disjoint=True),
        Breakdown(parts=("t1-r2-c5", "t1-r2-c6"), complete=True, disjoint=True),
    )
    assert not any(found[1:])


def test_rows_that_add_up_have_the_unit_of_their_total(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("Chỉ tiêu", "2017", "2018"),
            ("Cơ sở y tế (cơ sở)", "30", "33"),
            ("Bệnh viện", "10", "12"),
            ("Trạm y tế", "20", "21"),
            ("Khác", "7", "8"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r4c3"]["value"]) == "21 establishment"
    assert isinstance(cells["t1.r5c3"]["value"], PartialRecord)


def test_the_unit_of_a_section_ends_with_it(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("TT", "Chỉ tiêu", "2017", "2018"),
            ("I", "Diện tích (ha)", "", ""),
            ("1", "Lúa", "10", "11,5"),
            ("II", "Kết quả khác", "", ""),
            ("1", "Sắn", "20", "21,5"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r3c4"]["value"]) == "11.5 hectare"
    assert isinstance(cells["t1.r5c4"]["value"], PartialRecord)


def test_a_line_below_the_heads_states_the_unit_of_the_rows(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("", "2017", "2018"),
            ("", "Người - Person", ""),
            ("Tổng số", "100", "110"),
            ("", "So với dân số (%)", ""),
            ("Tổng số", "50,5", "51,5"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r3c2"]["value"]) == "100 person"
    assert str(cells["t1.r5c3"]["value"]) == "51.5 percent"


def test_a_column_of_units_without_a_head(tmp_path: Path) -> None:
    made = drafted(
        tmp_path, table(("Chỉ tiêu", "", "TH 2017", "TH 2018"), ("Lúa", "tấn", "1", "2"), ("Ngô", '"', "3", "4"))
    )
    assert str(by_cell(made)["t1.r3c4"]["value"]) == "4 tonne"


def test_ranges(tmp_path: Path) -> None:
    assert read_range("từ 7,5 đến 8%") == (Decimal("7.5"), Decimal(8), Qualifier.BETWEEN, True)
    assert [read_range(text) for text in ("8-7", "2016-2020", "12-2018", "-5 - 3", "7")] == [None] * 5
    assert read_range("Khoảng 45-47") == (Decimal(45), Decimal(47), Qualifier.ABOUT, False)
    heads = (*NUMBERED, "KH 2018", "TH 2018")
    cells = by_cell(drafted(tmp_path, table(heads, ("1", "Tỷ lệ hộ nghèo", "%", "7,5-8,0", "7,2"))))
    assert cells["t1.r2c4"]["value"] == Value.parse("7.5..8.0 percent")
    without = by_cell(drafted(tmp_path, table(heads, ("1", "Lượng nước", "", "7-8", "7,2"))))["t1.r2c4"]["value"]
    assert isinstance(without, PartialRecord)
    assert (without["upper"], isinstance(without["unit"], Gap)) == (Decimal(8), True)


def test_the_unit_above_is_not_that_of_columns_that_may_differ(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Các dự án năm 2018"),
        paragraph("ĐVT: triệu đồng"),
        table(("Huyện", "Số dự án", "Quy mô", "Tổng vốn"), ("Huyện Suối Mây", "3", "12", "850")),
    )
    cells = by_cell(made)
    assert [isinstance(cells[f"t1.r2c{column}"]["value"], PartialRecord) for column in (3, 4)] == [True, False]


def test_a_line_between_the_rows_replaces_the_units_of_the_heads(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("", "Diện tích (ha)", "Sản lượng (tấn)"),
            ("2017", "10", "20"),
            ("2018", "11", "21"),
            ("", "Chỉ số phát triển (Năm trước = 100) - %", ""),
            ("2018", "110,00", "105,00"),
            ("Sản lượng quý (nghìn tấn)", "", ""),
            ("2018", "12", "22"),
        ),
    )
    cells = by_cell(made)
    assert [str(cells[f"t1.r{row}c2"]["value"]) for row in (3, 5)] == ["11 hectare", "to 110.00 percent"]
    assert str(cells["t1.r7c3"]["value"]) == "22000 tonne to 1000"


def test_a_line_between_the_rows_may_be_their_time(tmp_path: Path) -> None:
    heads = ("TT", "Chỉ tiêu", "Sản lượng (tấn)")
    rows = (("Năm 2016", "", ""), ("1", "Lúa", "10"), ("Năm 2017", "", ""), ("1", "Lúa", "12"))
    cells = by_cell(drafted(tmp_path, paragraph("Sản lượng giai đoạn 2016-2017"), table(heads, *rows)))
    assert [str(cells[f"t1.r{row}c3"]["time"]) for row in (3, 5)] == ["2016", "2017"]


def test_differences_have_the_unit_of_their_levels(tmp_path: Path) -> None:
    heads = ("Vùng", "Rừng 2006 (ha)", "Rừng 2019 (ha)", "Tăng/giảm (ha)")
    rows = (("Vùng Suối", "10", "12", "2"), ("Vùng Núi", "20", "25", "5"), ("Vùng Đá", "30", "28", "-2"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert cells["t1.r4c4"]["value"] == Change.parse("-2 hectare")


def test_a_head_of_labels_with_an_unknown_word(tmp_path: Path) -> None:
    made = drafted(tmp_path, table(("Thành thị", "Sơ bộ 2014"), ("Hà Nội", "3.156,0"), ("Hà Nam", "123,5")))
    assert by_cell(made)["t1.r2c2"]["time"] == Period.year(2014)


def test_divisions_that_follow_each_other_are_of_the_same_total(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("ĐVT: người"),
        table(
            ("", "2017", "2018"),
            ("Lao động", "100", "110"),
            ("Phân theo giới tính - By sex", "", ""),
            ("Nam", "40", "50"),
            ("Nữ", "60", "60"),
            ("Phân theo thành thị, nông thôn", "", ""),
            ("Thành thị", "30", "35"),
            ("Nông thôn", "70", "75"),
        ),
    )
    found = {
        str(record["id"]): record.get("breakdowns") for record in made.indicators if isinstance(record, PartialRecord)
    }
    (breakdown,) = found.pop("t1-r2")
    assert breakdown.parts == ("t1-r4", "t1-r5", "t1-r7", "t1-r8")
    assert not any(found.values())


def test_a_listed_part_that_is_larger_than_the_row_above_is_not_a_part(tmp_path: Path) -> None:
    heads = (*NUMBERED, "TH 2018")
    rows = (("1", "Rừng trồng", "ha", "10"), ("", "Trong đó: rừng tự nhiên", "ha", "12"))
    made = drafted(tmp_path, table(heads, *rows))
    assert not any(record.get("breakdowns") for record in made.indicators if isinstance(record, PartialRecord))


@pytest.mark.parametrize(
    "rows",
    [
        (("30", "", "30"), ("50", "", "50"), ("70", "", "70"), ("90", "", "90")),
        (("30", "10-18", "20"), ("50", "20-30", "30"), ("70", "30-50", "40"), ("90", "40-90", "50")),
    ],
)
def test_missing_numbers_and_ranges_do_not_add_up(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    heads = ("Huyện", "Tổng số", "Nam", "Nữ")
    title = paragraph("Số học sinh năm 2018 (người)")
    made = drafted(tmp_path, title, table(heads, *((f"Huyện {n}", *row) for n, row in enumerate(rows, 1))))
    found = [each.get("breakdowns") for each in made.indicators if isinstance(each, PartialRecord)]
    assert not [parts for each in found if isinstance(each, tuple) for parts in each if parts.complete]


def test_rows_that_join_one_indicator_are_no_parts_of_it() -> None:
    def indicator(name: str, *parts: str) -> PartialRecord:
        breakdowns = {"breakdowns": (Breakdown(parts=parts, complete=True, disjoint=True),)} if parts else {}
        return PartialRecord(Indicator, {"id": name, **breakdowns})

    twice = with_parts(indicator("p1"), {"r1": "p1", "r2": "p2", "r3": "p2"}, [indicator("r1", "r2", "r3")])
    own = with_parts(indicator("p1"), {"r1": "p1", "r2": "p1", "r3": "p2"}, [indicator("r1", "r2", "r3")])
    both = with_parts(indicator("p1"), {"r1": "p1", "r2": "p2", "r3": "p3"}, [indicator("r1", "r2", "r3")])
    assert not twice.get("breakdowns")
    assert not own.get("breakdowns")
    assert [each.parts for each in both["breakdowns"]] == [("p2", "p3")]


def test_a_range_among_rows_leaves_open_what_they_are_parts_of(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "2017", "2018")
    for number, unit in (("30", "person"), ("30-31", "")):
        rows = (("Số học sinh", "người", "90", "100"), ("Tiểu học", "", "60", "60"), ("THCS", "", number, "40"))
        value = by_cell(drafted(tmp_path, table(heads, *rows)))["t1.r4c4"]["value"]
        assert (str(value.unit) if isinstance(value, Value) else "") == unit


@pytest.mark.parametrize("men", ["", "10-12"])
def test_rows_are_parts_by_the_columns_in_which_no_number_is_missing_or_a_range(tmp_path: Path, men: str) -> None:
    rows = (("1", "Lao động", "30", "100"), ("1.1", "Nam", men, "60"), ("1.2", "Nữ", "20", "40"))
    heads = (*NUMBERED, "2017", "2018")
    made = drafted(tmp_path, table(heads, *((number, name, "người", *years) for number, name, *years in rows)))
    whole, *parts = made.indicators
    assert whole["breakdowns"] == (Breakdown(parts=tuple(each["id"] for each in parts), complete=True, disjoint=True),)


def test_columns_are_parts_only_in_rows_that_have_them(tmp_path: Path) -> None:
    rows = (
        ("Lao động (người)", "30", "10", "20"),
        ("Học sinh (người)", "60", "40", "20"),
        ("Số hộ (hộ)", "50", "", ""),
    )
    made = drafted(tmp_path, table(("Chỉ tiêu", "Tổng số", "Nam", "Nữ"), *rows, ("Trẻ em (người)", "70", "30", "40")))
    found = {str(each["id"]): each.get("breakdowns") for each in made.indicators if isinstance(each, PartialRecord)}
    assert found["t1-r2-c2"] == (Breakdown(parts=("t1-r2-c3", "t1-r2-c4"), complete=True, disjoint=True),)
    assert found["t1-r4-c2"] is None


def test_parts_of_a_rate_that_is_between_them_have_its_unit(tmp_path: Path) -> None:
    heads = ("Lao động", "2021", "2022")
    whole = ("Tỷ lệ thất nghiệp (%)", "2,31", "2,25")
    for rows, is_known in (
        ((whole, ("Thành thị", "3,02", "2,98"), ("Nông thôn", "1,80", "1,75")), True),
        ((whole, ("Thành thị", "3,02", "2,98"), ("Nông thôn", "2,80", "2,75")), False),
        ((whole, ("Thành thị", "3,02", "2,98")), False),
    ):
        cells = by_cell(drafted(tmp_path, table(heads, *rows)))
        assert isinstance(cells["t1.r3c3"]["value"], Value) is is_known


def test_a_row_without_a_unit_has_that_of_the_parts_that_add_up_to_it(tmp_path: Path) -> None:
    heads = (*NUMBERED, "2017", "2018")
    first, second = ("", "- Nông nghiệp", "Tỷ đồng", "40,1", "50,2"), ("", "- Dịch vụ", "Tỷ đồng", "20,0", "30,3")
    for label, numbers, other, unit in (
        ("Tổng giá trị sản xuất", ("60,1", "80,5"), second, "VND"),
        ("Tổng giá trị sản xuất", ("65,0", "80,5"), second, ""),  # does not add up
        ("Tổng giá trị sản xuất", ("60,1", "80,5"), ("", "- Dịch vụ", "Triệu USD", "20,0", "30,3"), ""),
        ("Tổng số hộ", ("60,1", "80,5"), second, ""),  # not money
    ):
        value = by_cell(drafted(tmp_path, table(heads, ("1", label, "", *numbers), first, other)))["t1.r2c4"]["value"]
        assert (str(value.unit) if isinstance(value, Value) else "") == unit


@pytest.mark.parametrize(("total", "is_known"), [("51", True), ("52", False), ("", False)])
def test_numbers_that_add_up_to_a_total_are_not_percentages(tmp_path: Path, total: str, is_known: bool) -> None:
    rows = (("Xã A", "250", "12"), ("Xã B", "310", "18"), ("Xã C", "180", "21"), ("Cộng", "740", total))
    value = by_cell(drafted(tmp_path, table(("Xã", "Số hộ", "Giáo viên ngoại ngữ"), *rows)))["t1.r3c3"]["value"]
    assert isinstance(value, Value) is is_known
