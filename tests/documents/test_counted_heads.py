"""Heads that name what they count in short, or that a title completes."""

from __future__ import annotations

from decimal import localcontext
from pathlib import Path

import pytest

from aseansc.interchange.json import dumps, loads_draft
from aseansc.values import Value
from aseansc.vietnamese.tables import read_head
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted


def units(folder: Path, title: str, *heads: str, numbers: tuple[str, ...] = ("250", "310", "560")) -> list[str]:
    """Return the units in columns with some heads below a title."""
    rows = zip(("Xã A", "Xã B", "Cộng"), *([numbers] * len(heads)), strict=True)
    cells = by_cell(drafted(folder, paragraph(title), table(("Xã", *heads), *rows)))
    values = [cells[f"t1.r2c{at}"]["value"] for at in range(2, len(heads) + 2)]
    return [str(value.unit) if isinstance(value, Value) else "" for value in values]


def test_titles_complete_cases_and_victims(tmp_path: Path) -> None:
    heads = ("Mắc", "Tử vong", "Số vụ")
    assert units(tmp_path, "Bệnh truyền nhiễm năm 2018", *heads) == ["disease_case", "person", ""]
    assert units(tmp_path, "Tai nạn giao thông năm 2018", "Số vụ", "Bị thương") == ["incident", "person"]
    assert units(tmp_path, "Sản xuất năm 2018", *heads) == ["", "", ""]


def test_the_last_line_of_a_head_names_what_is_counted_also_beside_a_role(tmp_path: Path) -> None:
    heads = ("Cán Bộ - Giáo viên Số CB đã nộp", "Lớp Số lớp đã nộp Số lớp ghép")
    assert units(tmp_path, "Số học sinh năm 2018", *heads) == ["person", "study_class"]


def test_columns_that_add_up_count_what_they_name_beside_what_the_title_counts(tmp_path: Path) -> None:
    title, head = "Thống kê học sinh, giáo viên năm 2018", "Phòng học Kiên cố"
    assert units(tmp_path, title, head) == ["classroom"]
    assert units(tmp_path, title, head, numbers=("250", "310", "561")) == [""]


def test_a_list_of_persons_counts_them(tmp_path: Path) -> None:
    assert units(tmp_path, "Tổng hợp đối tượng bảo trợ năm 2018", "Trẻ em") == ["person"]


def test_nouns_that_the_catalogue_lacks_are_custom_units(tmp_path: Path) -> None:
    title, heads = "Tình hình năm 2018", ("Số chứng từ đã nộp", "Số văn bản đã ban hành", "Số thẻ BHYT")
    assert units(tmp_path, title, *heads) == ["", "van_ban", ""]  # *nộp* may be what was paid
    assert units(tmp_path, "ĐVT: nghìn tờ", *heads) == ["", "", ""]
    assert units(tmp_path, title, heads[1], numbers=("2,5", "3", "5,5")) == [""]


def test_a_head_that_may_number_things_counts_them_only_in_places(tmp_path: Path) -> None:
    rows = (("Vốn vay", "250", "31"), ("Vốn góp", "310", "32"))
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "Số hợp đồng", "Số hợp đồng đã ký"), *rows)))
    assert [isinstance(cells[f"t1.r2c{at}"]["value"], Value) for at in (2, 3)] == [False, True]


def test_a_unit_column_names_custom_units_which_the_review_declares(tmp_path: Path) -> None:
    rows = (("Ban hành", "văn bản", "12"), ("Tiếp nhận", "Văn bản", "15"), ("Chi", "triệu văn bản", "3"))
    prose = paragraph("Năm 2018, toàn huyện có 11 sổ tiết kiệm được tặng.")
    made = drafted(tmp_path, prose, table(("Chỉ tiêu", "ĐVT", "Năm 2018"), *rows))
    cells = by_cell(made)
    values = [cells[f"t1.r{row}c3"]["value"] for row in (2, 3, 4)]
    assert [str(value.unit) if isinstance(value, Value) else "" for value in values] == ["van_ban", "van_ban", ""]
    assert [str(unit) for unit in made.units] == ["so", "van_ban"]
    assert loads_draft(dumps(made)) == made


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ("KH thực hiện năm 2018", "target 2018"),
        ("Kế hoạch Thực hiện", "unknown None"),  # a group, and one of its columns perhaps
        ("Thực hiện năm 2017 (năm trước)", "actual 2017"),
        ("KQTH năm 2018", "actual 2018"),
        ("Kết quả học tập", "unknown None"),
        ("Số cuộc theo kế hoạch", "unknown None"),  # beside those that were not planned
        ("Vốn theo kế hoạch", "target None"),
        ("Lập dự toán", "unknown None"),
        ("MS", "serial None"),
        ("Kết quả thực hiện qua các năm 2018", "actual 2018"),
        ("Cộng dồn năm 2018", "unknown None"),  # up to the month of a title
        ("Cộng dồn 6 tháng 2018", "actual 2018-S1"),
    ],
)
def test_roles_in_short_and_years_that_brackets_explain(head: str, stated: str) -> None:
    found = read_head(head)
    assert f"{found.role.value} {found.time}" == stated


def test_nouns_below_the_head_of_a_group_name_things_unless_the_group_counts_them(tmp_path: Path) -> None:
    def below(title: str, group: str, *nouns: str) -> list[str]:
        heads = ("Nội dung", *[group] * len(nouns)), ("", *nouns)
        rows = (("Sửa đường", *["1.250"] * len(nouns)), ("Xây trường", *["1.480"] * len(nouns)))
        cells = by_cell(drafted(tmp_path, paragraph(title), table(*heads, *rows)))
        values = [cells[f"t1.r3c{at}"]["value"] for at in range(2, len(nouns) + 2)]
        return [str(value.unit) if isinstance(value, Value) else "" for value in values]

    money = "ĐVT: triệu đồng"
    assert below(money, "Ngân sách", "Tỉnh", "Xã") == ["VND", "VND"]
    assert below("ĐVT: ha", "Bên nhận khoán", "Hộ", "Tổ chức")[0] == ""  # households, or their area
    assert below(money, "Hộ nghèo", "Hộ", "Số tiền") == ["household", "VND"]
    assert below("Năm 2018", "Kinh phí (triệu đồng)", "Trẻ em", "Học sinh") == ["VND", "VND"]
    assert below("Năm 2018", "Diện tích", "Xã An Bình", "Thị trấn")[1] == ""
    assert below("Năm 2018", "Mầm non", "Trường", "Học sinh") == ["school", "person"]
    assert below(money, "Nhà", "Số nhà", "Giá trị") == ["dwelling", "VND"]
    assert below("Giáo dục", "Số học sinh", "Hộ nghèo", "Dân tộc")[0] == ""  # pupils of poor households
    assert below("Số lao động", "Loại hình", "Doanh nghiệp", "Hộ") == ["", ""]


def test_nouns_in_brackets_behind_an_amount_are_not_its_unit(tmp_path: Path) -> None:
    heads = ("Thu nhập (hộ)", "Mức hỗ trợ (người)", "Chi (hộ/tháng)", "Số vay (hộ)")
    assert units(tmp_path, "ĐVT: triệu đồng", *heads) == ["", "", "", "household"]


def test_a_noun_above_rows_names_them_if_a_unit_is_stated(tmp_path: Path) -> None:
    def stated(title: str, noun: str, *labels: str) -> list[str]:
        rows = ((noun, "", ""), *((label, "1.250", "1.300") for label in labels))
        cells = by_cell(drafted(tmp_path, paragraph(title), table(("Nội dung", "2017", "2018"), *rows)))
        values = [cells[f"t1.r{at}c2"]["value"] for at in range(3, len(labels) + 3)]
        return [str(value.unit) if isinstance(value, Value) else "" for value in values]

    assert stated("ĐVT: triệu đồng", "Học sinh", "Học phí", "Sách vở") == ["", ""]  # of how many, or for whom
    assert stated("Đơn vị: trường", "Học sinh", "Mầm non", "Tiểu học") == ["person", "person"]
    assert stated("Chi ngân sách (triệu đồng)", "Học sinh", "Học phí") == [""]
    assert stated("ĐVT: triệu đồng", "Người", "Dệt", "May") == ["person", "person"]
    assert stated("Giáo dục", "Học sinh", "Nam", "Nữ") == ["person", "person"]
    assert stated("Học sinh", "Tiểu học", "Học phí", "Sách vở") == ["", ""]  # the title names whom it is about
    assert stated("Học sinh", "Tiểu học", "Công lập", "Tư thục") == ["person", "person"]


@pytest.mark.parametrize(
    ("title", "stated"),
    [
        ("BÁO CÁO VAY VÀ TRẢ NỢ NĂM 2018", ["Observation 2018", "Target 2018", "Observation 2018", "Observation 2018"]),
        ("KẾ HOẠCH VAY VÀ TRẢ NỢ NĂM 2019", ["Target 2019", "Target 2019", "Mention", "Target 2019"]),
    ],
)
def test_a_balance_of_a_period_that_is_over_was_reached_also_beside_its_plan(
    tmp_path: Path, title: str, stated: list[str]
) -> None:
    heads = ("Chỉ tiêu", "Dư nợ đầu kỳ", "Kế hoạch vay", "Vay trong kỳ", "Dư nợ cuối kỳ")
    rows = (("Vay Kho bạc", "100", "60", "50", "150"), ("Vay Ngân hàng", "200", "30", "20", "220"))
    cells = by_cell(drafted(tmp_path, paragraph(title), paragraph("ĐVT: tỷ đồng"), table(heads, *rows)))
    found = [cells[f"t1.r2c{column}"] for column in range(2, 6)]
    assert [" ".join((each.record_type.__name__, str(each.get("time") or ""))).strip() for each in found] == stated


def test_names_of_offices_below_don_vi_are_labels_although_one_is_a_unit_alone(tmp_path: Path) -> None:
    rows = (("Bệnh viện đa khoa tỉnh", "500", "120"), ("Trung tâm An Bình", "100", "30"), ("Trạm y tế", "40", "20"))
    cells = by_cell(drafted(tmp_path, paragraph("Năm 2018"), table(("Đơn vị", "Giường bệnh", "Bác sĩ"), *rows)))
    assert [str(cells[f"t1.r4c{column}"]["value"].unit) for column in (2, 3)] == ["bed", "person"]


def test_populations_larger_than_that_of_the_country_in_thousands_are_persons(tmp_path: Path) -> None:
    heads = ("Dân tộc", "Tổng dân số", "Dân số nông thôn")
    for most, found in (("820.345", "23114 person"), ("82.345", "None")):
        rows = (("Kinh", most, "61.204"), ("Tày", "23.114", "20.001"), ("Thái", "9.210", "8.004"))
        cells = by_cell(drafted(tmp_path, table(heads, *rows)))
        values = [cells[at].get("value") for at in ("t1.r3c2", "t1.r3c3")]
        assert [str(value if isinstance(value, Value) else None) for value in values] == [found, "None"]


@pytest.mark.parametrize(
    ("third", "total", "found"),
    [
        ("Khác", "1.407", ["person"] * 4),
        ("Trình độ khác", "1.410", ["person", "person", "", ""]),
        ("Nhà văn hóa", "1.407", ["person", "person", "", ""]),
    ],
)
def test_the_rest_and_the_total_of_what_rows_count_are_counted(
    tmp_path: Path, third: str, total: str, found: list[str]
) -> None:
    rows = ("Bác sĩ", "352"), ("Điều dưỡng", "704"), (third, "351"), ("Tổng", total)
    with localcontext(prec=3):  # in which they add up to 1410
        cells = by_cell(drafted(tmp_path, paragraph("Nhân lực y tế năm 2022"), table(("Trình độ", "Số lượng"), *rows)))
    values = [cells[f"t1.r{at}c2"]["value"] for at in range(2, 6)]
    assert [str(value.unit) if isinstance(value, Value) else "" for value in values] == found
