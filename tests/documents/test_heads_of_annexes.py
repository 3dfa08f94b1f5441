"""Heads, units and times of annex tables of provinces and ministries; each was read wrongly, or left open, before."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc import AsOf, Period, documents
from aseansc.drafts import Gap
from aseansc.periods import Time
from aseansc.vietnamese.tables import (
    ColumnRole,
    counted_in,
    has_unsure_unit,
    read_head,
    read_title,
    read_unit_of,
    time_of_title,
)
from tests.documents._made import paragraph, spanned, table
from tests.documents.test_table_units import values_of
from tests.documents.test_tables import by_cell, drafted, source_of, stated


def test_a_noun_of_other_things_has_not_the_unit_of_its_first_words() -> None:
    labels = ("Số nhà văn hóa xã", "Số nhà máy", "Số nhà vệ sinh", "Số điểm trường")
    assert [counted_in(label) for label in labels] == [None] * 4
    assert read_unit_of("Nhà", "Số nhà văn hóa xã") is None
    assert read_unit_of("Điểm", "Điểm du lịch") is None
    assert [str(found[0]) for label in ("Số phòng học", "Phòng học") if (found := read_unit_of("Phòng", label))] == [
        "classroom",
        "classroom",
    ]


def test_a_unit_in_brackets_that_is_not_known_leaves_rows_open(tmp_path: Path) -> None:
    labels = ("Luân chuyển (triệu tấn.giờ)", "Chế biến (Nghìn xyz)", "Số hộ (Tỷ lệ)", "Vận chuyển (Nghìn lượt HK)")
    assert [has_unsure_unit(label) for label in labels] == [True, True, False, False]
    rows = (
        ("Hành khách vận chuyển (Nghìn lượt HK)", "", ""),
        ("Đường bộ", "100", "120"),
        ("Hành khách luân chuyển (Triệu HK.km)", "", ""),
        ("Đường thủy", "30", "40"),
    )
    found = values_of(tmp_path, table(("", "Năm 2017", "Năm 2018"), *rows))
    assert found == {
        "t1.r3c2": "100000 person_turn",
        "t1.r3c3": "120000 person_turn",
        "t1.r5c2": "30000000 passenger_kilometre",
        "t1.r5c3": "40000000 passenger_kilometre",
    }
    rows = ("Sản lượng", "10", "12"), ("Hàng hóa luân chuyển (triệu tấn.giờ)", "30", "40")
    found = values_of(tmp_path, paragraph("ĐVT: Nghìn tấn"), table(("Chỉ tiêu", "Năm 2017", "Năm 2018"), *rows))
    assert set(found) == {"t1.r2c2", "t1.r2c3"}


@pytest.mark.parametrize(
    ("head", "title", "role", "time"),
    [
        ("Chỉ tiêu năm 2023", "2022", "target", "2023"),
        ("Chỉ tiêu đến năm 2025 (%)", "2022", "target", "2025"),
        ("Chỉ tiêu năm 2022 Thực hiện", "2022", "actual", "2022"),
        ("Lũy kế cùng kỳ 2021", "2022-S1", "actual", "2021-S1"),
        ("Lũy kế cùng kỳ năm trước", "2022-M06", "actual", "2021-S1"),
        ("Diện tích kế hoạch được duyệt (ha)", "2022", "target", None),
        ("Kế hoạch được phê duyệt", "2022", "target", None),
        ("Tổng mức đầu tư được duyệt", "2022", "unknown", None),
        ("Kế hoạch trung hạn giai đoạn 2021-2025", "2022", "target", "2021-01-01/P5Y"),
        ("Thực hiện từ 01/01/2022 đến 30/9/2022", "2022", "actual", "2022-01-01/P9M"),
        ("Lũy kế thực hiện đến 31/5/2022", "2022", "actual", "2022-05-31"),
        ("Lũy kế giải ngân đến ngày 31/12/2021", "2022", "actual", "2021-12-31"),
        ("Lũy kế vốn đã bố trí đến hết năm 2021", "2022", "unknown", None),
        ("Mục tiêu hằng năm 2023", "2022", "target", "2023"),
        ("KH năm", "2022-S1", "target", "2022"),
        ("Đã thực hiện 9 tháng", "2022", "actual", "2022-01-01/P9M"),
        ("Kế hoạch đã giao", "2022", "target", None),
        ("Vốn đã bố trí", "2022", "unknown", None),
        ("% so CK", "2022-S1", "unknown", None),
        ("CPI bình quân 6 tháng đầu năm 2022 so cùng kỳ 2021 (%)", "2022-M06", "change", "2022-S1"),
        ("Dư nợ cuối năm 2022", "2022", "unknown", "2022"),
        ("Tổng vốn đầu tư đăng ký (triệu USD)", "2022", "unknown", None),
    ],
)
def test_heads_of_annexes(head: str, title: str, role: str, time: str | None) -> None:
    found = read_head(head, Period.parse(title))
    assert (found.role.value, None if found.time is None else str(found.time)) == (role, time)


@pytest.mark.parametrize(
    ("head", "title", "time"),
    [
        ("Tăng so với tháng trước", "2022-06-30", "2022-05-31"),
        ("Tăng so với tháng trước", "2022-06-15", "2022-05-15"),
        ("Tăng so với cùng thời điểm tháng trước", "2022-06-30", "2022-05-30"),
    ],
)
def test_the_month_before_the_last_day_of_a_month_ends_with_its_last_day(head: str, title: str, time: str) -> None:
    base = read_head(head, AsOf.parse(title)).base
    assert base is not None
    assert str(base.time) == time


@pytest.mark.parametrize(
    ("title", "time"),
    [
        ("Vốn đăng ký từ 01/01 đến 20/6/2023", Period.parse("2023-01-01/P171D")),
        ("Vốn đăng ký từ ngày 01/01/2023 đến hết ngày 30/6/2023", Period.parse("2023-S1")),
        ("Kết quả từ 01/10/2021 đến 30/6/2022", Period.parse("2021-10-01/P9M")),
        ("Kết quả từ 30/6/2022 đến 01/6/2022", None),
        ("Kết quả 01/01 - 20/8 năm 2022", None),
        ("Kết quả 9 tháng năm 2022 (từ 01/10/2021 đến 30/6/2022)", None),
    ],
)
def test_titles_from_a_day_to_a_day(title: str, time: Time | None) -> None:
    assert time_of_title([title]) == time


def test_rows_of_years_have_the_day_in_the_title(tmp_path: Path) -> None:
    title = paragraph("Số lao động tại thời điểm 1/7 hàng năm")
    heads = ("", "Tổng số", "Nam")
    found = stated(tmp_path, title, table(heads, ("2017", "900", "400"), ("2018", "950", "450")))
    assert found["r2c2"] == "Observation 2017-07-01"
    found = stated(tmp_path, title, table(heads, ("Tốc độ tăng (%)", "", ""), ("2017", "9", "4"), ("2018", "5", "4")))
    assert "2017" not in found["r3c2"]


def test_the_same_days_of_a_leap_year_end_on_the_same_day(tmp_path: Path) -> None:
    heads = ("Nội dung", "Thực hiện cùng kỳ năm trước")
    rows = ("Thu nội địa", "100"), ("Thuế", "90")
    for year, time in (("2020", "2019-01-01/P232D"), ("2021", "2020-01-01/P233D")):
        title = paragraph(f"Thu ngân sách từ 01/01 đến 20/8/{year}"), paragraph("ĐVT: tỷ đồng")
        assert stated(tmp_path, *title, table(heads, *rows))["r2c2"] == f"Observation {time}"


def test_heads_of_the_month_of_a_report(tmp_path: Path) -> None:
    heads = ("", "Sơ bộ tháng báo cáo", "Cộng dồn từ đầu năm đến cuối tháng báo cáo")
    rows = ("Số vụ tai nạn (Vụ)", "31", "182"), ("Số người chết (Người)", "15", "88")
    found = stated(tmp_path, paragraph("Trật tự, an toàn xã hội tháng 6 năm 2023"), table(heads, *rows))
    assert (found["r2c2"], found["r2c3"]) == ("Observation 2023-06", "Observation 2023-S1")


def test_a_role_in_brackets_is_not_a_unit() -> None:
    assert [read_head(head).unit for head in ("Năm 2021 (thực hiện)", "Năm 2022 (ước)", "Tuổi thọ (năm)")] == [
        "",
        "",
        "năm",
    ]
    assert [read_head(head).unit for head in ("Năm 2022 (ha)", "TH (%)", "Doanh thu (đ)")] == ["ha", "%", "đ"]


def test_percent_behind_the_words_of_a_head_is_its_unit() -> None:
    heads = ("Cuối năm 2021 Tỷ lệ %", "Năm 2021 Số hộ", "Dân số Tổng số", "Năm 2021 Tổng số")
    assert [(found.unit, found.measure) for head in heads if (found := read_head(head))] == [
        ("%", "tỷ lệ"),
        ("", "số hộ"),
        ("", "dân số tổng số"),
        ("", "tổng số"),
    ]


def test_counts_below_a_year_have_not_the_unit_of_money(tmp_path: Path) -> None:
    heads = ("Huyện", spanned("Năm 2017", 2)), ("", "Số hộ", "Kinh phí")
    rows = ("Huyện Mai Sơn", "1.100", "2.300"), ("Huyện Sông Mã", "1.900", "2.100")
    found = values_of(tmp_path, paragraph("ĐVT: triệu đồng"), table(*heads, *rows))
    assert {cell: value.split()[-1] for cell, value in found.items() if cell.endswith("c2")} == {
        "t1.r3c2": "household",
        "t1.r4c2": "household",
    }
    assert found["t1.r3c3"].startswith("2300000000 VND")
    found = values_of(tmp_path, table(*heads, *rows))
    assert found == {"t1.r3c2": "1100 household", "t1.r4c2": "1900 household"}


def test_a_school_year_below_chi_tieu_is_a_plan() -> None:
    found = read_head("Chỉ tiêu năm học 2022-2023")
    assert (found.role, found.time, found.other_years) == (ColumnRole.TARGET, None, True)


def test_what_is_added_up_to_a_day_is_a_period(tmp_path: Path) -> None:
    heads, rows = ("Nội dung", "Thực hiện"), (("Thu nội địa", "100"), ("Thuế", "90"))
    for title, time, collection in (
        ("Kết quả thu ngân sách năm 2022 (đến ngày 30/9/2022)", "2022-01-01/P9M", "to_date"),
        ("Kết quả thu ngân sách đến ngày 30/9/2022", "the time; only its last day is stated", "None"),
    ):
        body = paragraph(title), paragraph("ĐVT: tỷ đồng"), table(heads, *rows)
        record = by_cell(documents.draft(source_of(tmp_path, *body), place="VN-01"))["t1.r2c2"]
        found = record["time"]
        assert str(found.reason.en if isinstance(found, Gap) else found) == time
        assert str(record.get("time_collection")) == collection
    body = paragraph("Số hộ nghèo năm 2022 (đến ngày 30/9/2022)"), table(("Nội dung", "Số hộ nghèo (hộ)"), *rows)
    assert stated(tmp_path, *body)["r2c2"] == "Observation 2022-09-30"


def test_labels_below_chi_tieu_and_a_year(tmp_path: Path) -> None:
    heads = ("TT", "Chỉ tiêu năm 2020", "ĐVT", "Kế hoạch", "Thực hiện")
    found = stated(tmp_path, table(heads, ("1", "Số hộ", "hộ", "10", "12"), ("2", "Số xã", "xã", "5", "4")))
    assert (found["r2c4"].split()[0], found["r2c5"].split()[0]) == ("Target", "Observation")
    heads = ("STT", "Chỉ tiêu năm 2018", "Đơn vị tính", "Năm 2017", "Năm 2018")
    columns = source_of(tmp_path, table(heads, ("1", "Số hộ", "hộ", "10", "12"))).tables[0].columns
    assert [column.role for column in columns[1:]] == [ColumnRole.LABEL, ColumnRole.UNIT, *[ColumnRole.ACTUAL] * 2]
    heads = ("STT", "Nội dung", "Đơn vị tính", "Chỉ tiêu năm 2018", "Thực hiện")
    found = stated(tmp_path, table(heads, ("1", "Số hộ", "hộ", "10", "12"), ("2", "Số xã", "xã", "5", "4")))
    assert (found["r2c4"], found["r2c5"].split()[0]) == ("Target 2018", "Observation")


def test_registered_capital_is_certain_only_in_foreign_money() -> None:
    heads = ("Vốn đăng ký (triệu USD)", "Vốn đăng ký (tỷ đồng)")
    assert [read_head(head).doubtful for head in heads] == [False, True]


def test_units_that_a_line_states_by_measure(tmp_path: Path) -> None:
    line = "Đơn vị: Lượng = 1000 tấn; Giá trị = Triệu USD"
    table_ = table(("Mặt hàng", "Năm 2018 Lượng", "Năm 2018 Giá trị"), ("Gạo", "320", "158"))
    assert values_of(tmp_path, paragraph(line), table_) == {"t1.r2c2": "320000 tonne", "t1.r2c3": "158000000 USD"}
    found = values_of(tmp_path, paragraph("ĐV tính: Triệu đồng"), table(("Nội dung", "Năm 2018"), ("Thu phí", "52")))
    assert found == {"t1.r2c2": "52000000 VND"}


def test_quarters_beside_a_yearly_plan_below_the_title_of_a_plan(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Quý I", "Quy mô")
    title = paragraph("Kế hoạch sản xuất năm 2022")
    found = stated(tmp_path, title, table(heads, ("Đường", "tấn", "210", "110", "5"), ("Điện", "MWh", "20", "9", "7")))
    assert (found["r2c3"], found["r2c4"], found["r2c5"]) == ("Target 2022", "Target 2022-Q1", "Mention")
    heads = ("Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Quý I", "Ước TH quý II")
    found = stated(tmp_path, title, table(heads, ("Đường", "tấn", "210", "110", "5"), ("Điện", "MWh", "20", "9", "7")))
    assert found["r2c4"] == "Mention"


@pytest.mark.parametrize(
    ("lines", "reached", "planned"),
    [
        (("Giải ngân vốn năm 2022", "(Tính đến ngày 30/9/2022)"), "2022-09-30", "2022"),
        (("Giải ngân vốn năm 2022", "(Tính đến ngày 31/12/2022)"), "2022", "2022"),
        (("Giải ngân vốn năm 2022", "Hà Nội, 30/9/2022"), "2022", "2022"),
    ],
)
def test_a_day_before_the_end_of_the_year_ends_what_was_reached(
    lines: tuple[str, ...], reached: str, planned: str
) -> None:
    found = read_title(lines)
    assert found is not None
    assert (str(found.reached), str(found.planned)) == (reached, planned)


def test_levels_of_days_before_a_plan_are_reached(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Đến 31/12/2020", "Đến 30/6/2021", "Kế hoạch 2021")
    found = stated(tmp_path, table(heads, ("Số hộ", "hộ", "265", "268", "270"), ("Số xã", "xã", "65", "68", "70")))
    assert (found["r2c3"], found["r2c4"]) == ("Observation 2020-12-31", "Mention")


def test_the_head_of_a_group_is_not_one_of_labels(tmp_path: Path) -> None:
    heads = (
        ("", spanned("Xã có trạm y tế", 2), spanned("Xã có chợ", 2)),
        ("", "Số xã (Xã)", "Tỷ lệ (%)", "Số xã (Xã)", "Tỷ lệ (%)"),
    )
    rows = ("Huyện Mường Nhé", "10", "90,9", "7", "63,6"), ("Huyện Tủa Chùa", "11", "91,7", "3", "25,0")
    assert values_of(tmp_path, paragraph("Năm 2018"), table(*heads, *rows)) == {
        "t1.r3c2": "10 commune",
        "t1.r3c3": "90.9 percent",
        "t1.r3c4": "7 commune",
        "t1.r3c5": "63.6 percent",
        "t1.r4c2": "11 commune",
        "t1.r4c3": "91.7 percent",
        "t1.r4c4": "3 commune",
        "t1.r4c5": "25.0 percent",
    }


def test_times_and_roles_with_capital_letters_are_not_places(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Quý I", "Quý II", "Tổng số", "Quý I")
    years = ("", "năm 2021", "năm 2021", "năm 2021", "năm 2020")
    rows = ("Diện tích lúa (ha)", "120", "180", "300", "110")
    found = stated(tmp_path, table(heads, years, rows))
    expected = {"r3c2": "2021-Q1", "r3c3": "2021-Q2", "r3c4": "2021", "r3c5": "2020-Q1"}
    assert {at: text for at, text in found.items() if at in expected} == {
        at: f"Observation {time}" for at, time in expected.items()
    }


@pytest.mark.parametrize("last", ["2020 (%)", "năm 2020 (%)", "Năm 2020 (%)"])
def test_the_year_at_the_end_of_one_head_is_not_the_unit_of_all(tmp_path: Path, last: str) -> None:
    heads = [
        ("Nguồn vốn", "Kế hoạch", "Thực hiện", "Quý I năm"),
        ("", "năm 2021", "quý I", "2021 so với"),
        ("", "", "năm 2020", "cùng kỳ"),
        ("", "", "", last),
    ]
    made = values_of(tmp_path, paragraph("Đơn vị tính: Tỷ đồng"), table(*heads, ("Vốn vay", "120", "50", "125,0")))
    assert made["t1.r5c3"] == "50000000000 VND"


def test_the_last_words_of_a_head_without_one_of_labels_are_not_the_time_of_all(tmp_path: Path) -> None:
    heads = [
        ("", "Theo giá hiện hành", "Theo giá hiện hành", "Theo giá so sánh 2010", "Theo giá so sánh 2010"),
        ("", "Tổng số", "Cơ cấu", "Tổng số", "Tốc độ phát triển"),
        ("", "(Tỷ đồng)", "(%)", "(Tỷ đồng)", "so với quý I"),
        ("", "", "", "", "năm 2019 (%)"),
    ]
    title = paragraph("Tổng sản phẩm trong nước quý I năm 2020")
    found = stated(tmp_path, title, table(*heads, ("TỔNG SỐ", "120", "100,0", "90", "103,5")))
    assert found["r5c2"] == found["r5c4"] == "Observation 2020-Q1"
    assert found["r5c5"] == "Mention"


def test_heads_of_months_that_are_written_only_with_numbers(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "9/2018", "10/2018 (sơ bộ)", "Ước 11/2018", "Số liệu NQ 12/2018", "1/2017-12/2018")
    title = paragraph("Xuất khẩu năm 2018")
    found = stated(tmp_path, title, table(heads, ("Xuất khẩu", "triệu USD", "100", "120", "130", "140", "150")))
    assert [found[f"r2c{column}"] for column in (3, 4, 5)] == [f"Observation 2018-{month:02}" for month in (9, 10, 11)]
    assert [found[f"r2c{column}"] for column in (6, 7)] == ["Mention", "Mention"]


def test_a_commitment_is_planned_also_without_a_time(tmp_path: Path) -> None:
    rows = (("Nội dung", "Số học sinh (học sinh)"), ("Giỏi", "500"), ("Khá", "620"))
    for title, kind in (("Cam kết chất lượng giáo dục", "Target"), ("Chất lượng giáo dục", "Observation")):
        assert by_cell(drafted(tmp_path, paragraph(title), table(*rows)))["t1.r2c2"].record_type.__name__ == kind


def test_labels_and_serial_numbers_are_known_by_other_heads() -> None:
    assert all(read_head(head).role is ColumnRole.SERIAL for head in ("S\nT\nT", "S TT", "ST T", "Số TT"))
    assert read_head("Nội dung chỉ tiêu kế hoạch").role is not ColumnRole.ACTUAL


def test_what_was_committed_already_is_reached(tmp_path: Path) -> None:
    title = paragraph("Số hộ ký cam kết không phá rừng năm 2022")
    cells = by_cell(drafted(tmp_path, title, table(("Xã", "Số hộ (hộ)"), ("Xã Hải Lĩnh", "10"), ("Xã Sơn", "12"))))
    assert cells["t1.r2c2"].record_type.__name__ == "Observation"


def test_a_long_row_that_numbers_the_columns_may_name_itself(tmp_path: Path) -> None:
    heads = ("Đơn vị", *(f"Số {what}" for what in ("xã", "thôn", "trường", "lớp", "hộ", "học sinh")))
    numbers, row = ("MS", *map(str, range(1, 7))), ("Huyện An Bình", "12", "80", "25", "310", "9.500", "7.000")
    cells = by_cell(drafted(tmp_path, table(heads, numbers, row, ("Huyện Tân Lập", *row[1:]))))
    assert "t1.r2c2" not in cells
    assert str(cells["t1.r3c2"]["value"]) == "12 commune"


def test_heads_in_a_series_name_samples_and_densities_compare_nothing(tmp_path: Path) -> None:
    rows = ("Thông số", "M1", "M2"), ("Độ đục", "7,2", "7,5")
    cells = by_cell(drafted(tmp_path, paragraph("Quan trắc nước năm 2022"), table(*rows)))
    assert "square_metre" not in f"{cells['t1.r2c3']['value']}"
    heads = ("Huyện", "Diện tích (km²)", "Dân số 2019 (người)", "Mật độ (người/km²)", "BQL rừng (ha)")
    rows = heads, ("Huyện A", "850,4", "90.100", "106", "12"), ("Huyện B", "105,2", "120.500", "1.145", "14")
    cells = by_cell(drafted(tmp_path, paragraph("Các huyện năm 2019"), table(*rows)))
    assert [str(cells[f"t1.r2c{at}"]["value"]) for at in range(2, 6)] == [
        "850.4 square_kilometre",
        "90100 person",
        "106 person/square_kilometre",
        "12 hectare",
    ]
