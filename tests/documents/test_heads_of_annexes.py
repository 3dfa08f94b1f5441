"""Heads, units and times of annex tables of provinces and ministries; each was read wrongly, or left open, before."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from aseansc import AsOf, Period, documents
from aseansc.drafts import Gap
from aseansc.periods import Time
from aseansc.units import VND, Unit, catalogue, criterion, hectare, household, kilogram, month, percent, person
from aseansc.vietnamese.tables import (
    ColumnRole,
    counted_in,
    has_unsure_unit,
    is_ratio_label,
    read_head,
    read_title,
    read_unit_of,
    time_of_title,
    unit_of_mean,
)
from tests.documents._made import docx_cell, paragraph, table
from tests.documents.test_table_units import values_of
from tests.documents.test_tables import by_cell, drafted, source_of

NUMBERS = ("TT", "Chỉ tiêu", "ĐVT", "Năm 2017")

DIVISORS = (
    *("1 xã", "phường", "một dự án", "công trình", "1 tấn", "1 ha", "đầu người", "hộ", "1 đồng vốn", "mỗi lần"),
    *("năm", "1 tháng", "1 ngày", "tháng của một lao động", "1 %", "1 điểm", "10.000 dân", "giờ", "1 giờ", "1 km2"),
)


def spanned(text: str, columns: int) -> str:
    """Return a cell over several columns."""
    return docx_cell(text, properties=f'<w:gridSpan w:val="{columns}"/>')


def stated(folder: Path, *body: str) -> dict[str, str]:
    """Return the kind of the record of each cell with its time and what it compares, by its place."""
    made = by_cell(documents.draft(source_of(folder, *body), place="VN-01"))
    fields = ("time", "actual", "target", "start", "end")
    return {
        at.partition(".")[2]: " ".join(
            [record.record_type.__name__, *(str(record[each]) for each in fields if each in record)]
        )
        for at, record in made.items()
    }


@pytest.mark.parametrize(
    ("unit", "label", "expected"),
    [
        (VND, "Thu nhập bình quân đầu người", "VND/person"),
        (VND, "Thu nhập bình quân nhân khẩu 1 tháng (nghìn đồng)", "VND/person/month"),
        (VND, "Doanh thu bình quân của một hợp tác xã", "VND/cooperative"),
        (VND, "Thu ngân sách bình quân hàng năm", "VND"),
        (VND, "Thu ngân sách bình quân/năm", "VND"),
        (VND, "Lương bình quân", None),
        (VND, "Thu nhập bình quân một nhà máy", None),
        (VND, "Thu nhập", "VND"),
        (VND, "Kinh phí chi trả/tháng (triệu đồng)", "VND/month"),
        (VND, "Mức hỗ trợ/hộ/tháng", "VND/household/month"),
        (VND, "Mức hỗ trợ 1 hộ/tháng", "VND/household/month"),
        (VND, "Thu/chi", "VND"),
        (VND, "Đường thôn/xã", "VND"),
        (person, "Thôn/bản", "person"),
        (kilogram, "Bình quân lương thực đầu người", "kilogram/person"),
        (hectare, "Diện tích trung bình mỗi hộ", "hectare/household"),
        (criterion, "Số tiêu chí bình quân/xã", "criterion/commune"),
        (person, "Dân số trung bình", "person"),
        (person, "Số người bình quân/người", None),
        (percent, "Tốc độ tăng bình quân đầu người", "percent"),
        (criterion, "Số tiêu chí bình quân 1 xã/phường", None),
        (person, "Số học sinh bình quân một lớp/trường", None),
        (person, "Số học sinh bình quân một lớp", "person/study_class"),
        (VND, "Thu nhập bình quân 1 lao động trong 1 doanh nghiệp 1 tháng", None),
        (VND, "Thu nhập bình quân tháng của một lao động", "VND/person/month"),
        (VND, "Thu nhập bình quân tháng của lao động", None),
        (VND, "Thu nhập bình quân đầu người hàng tháng", None),
        (VND, "Thu nhập bình quân đầu người tháng 6", "VND/person"),
        (VND, "Thu nhập bình quân 1 khẩu/1 tháng/năm", None),
        (VND, "Lương bình quân 1 tháng", None),
        (VND, "Lương bình quân hàng tháng", None),
        (VND / person, "Thu nhập bình quân đầu người 1 tháng", None),
        (VND / person, "Thu nhập bình quân đầu người 1 năm", "VND/person"),
        (VND / person / month, "Thu nhập bình quân đầu người 1 tháng", "VND/person/month"),
        (VND / kilogram, "Giá bình quân tháng", "VND/kilogram"),
        (VND, "Lương bình quân năm 2018", None),
        (VND, "Vốn bình quân giai đoạn 2016-2020", "VND"),
        (VND, "Vốn bình quân 5 năm 2016-2020", "VND"),
        (VND, "Lãi bình quân 1 đồng vốn", None),
        (kilogram, "Giống bình quân 1 tấn sản phẩm", None),
        (household, "Số hộ có mức sống trung bình/xã", "household"),
        (household, "Số hộ bình quân/xã", "household/commune"),
        (person, "Số bác sĩ bình quân 10.000 dân", None),
        (person, "Số bác sĩ bình quân cho 1 vạn dân", None),
        (person, "Dân số trung bình 2018 theo huyện", "person"),
        (person, "Lao động bình quân 6 tháng đầu năm", "person"),
    ],
)
def test_a_mean_is_for_each_of_what_its_label_names(unit: object, label: str, expected: str | None) -> None:
    found = unit_of_mean(unit, label)  # type: ignore[arg-type]
    assert (None if found is None else found.code) == expected


@given(st.sampled_from(catalogue()), st.lists(st.sampled_from(DIVISORS), max_size=3), st.sampled_from((" ", "/")))
def test_no_divisor_of_a_mean_is_refused(unit: Unit, divisors: list[str], joined: str) -> None:
    found = unit_of_mean(unit, f"Mức bình quân {joined.join(divisors)}")
    assert found is None or found.numerator == unit.numerator


def test_units_of_means_in_a_table(tmp_path: Path) -> None:
    rows = (
        ("1", "GRDP bình quân đầu người", "Triệu đồng", "50,1"),
        ("2", "Lương bình quân", "Triệu đồng", "7,5"),
        ("3", "Số tiêu chí bình quân/xã", "tiêu chí", "17,2"),
        ("4", "Số tiêu chí bình quân 1 xã/phường", "tiêu chí", "17,2"),
        ("5", "Lương bình quân 1 tháng", "Triệu đồng/tháng", "7,5"),
    )
    assert values_of(tmp_path, table(NUMBERS, *rows)) == {
        "t1.r2c4": "50100000 VND/person",
        "t1.r4c4": "17.2 criterion/commune",
    }
    title = paragraph("Thu nhập bình quân đầu người một tháng"), paragraph("Đơn vị tính: Nghìn đồng")
    places = ("Huyện Mai Sơn", "2.100"), ("Huyện Sông Mã", "1.900")
    found = values_of(tmp_path, *title, table(("Huyện", "Năm 2018"), *places))
    assert found == {"t1.r2c2": "2100000 VND/person/month", "t1.r3c2": "1900000 VND/person/month"}


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


def test_the_difference_from_a_plan_is_left_open(tmp_path: Path) -> None:
    heads = (
        ("Nội dung", "Dự toán năm 2020", "Quyết toán năm 2020", spanned("So sánh", 2)),
        ("", "", "", "Tuyệt đối", "Tương đối (%)"),
    )
    rows = ("Thu", "100", "120", "20", "120"), ("Chi", "200", "150", "-50", "75"), ("Vay", "50", "60", "10", "120")
    found = stated(tmp_path, paragraph("ĐVT: tỷ đồng"), table(*heads, *rows))
    assert (found["r3c4"], found["r3c5"]) == ("Mention", "AttainmentClaim 2020 t1-r3.c3 t1-r3.c2.target")


def test_a_comparison_that_names_only_its_base_is_one_of_the_only_level(tmp_path: Path) -> None:
    title = paragraph("Thu ngân sách 6 tháng đầu năm 2022"), paragraph("ĐVT: tỷ đồng")
    heads = ("Nội dung", "Dự toán năm 2022", "TH 6 tháng", "So với cùng kỳ (%)")
    rows = ("Thu nội địa", "100", "40", "118,2"), ("Thuế", "90", "30", "121,4"), ("Phí", "20", "10", "96,5")
    assert stated(tmp_path, *title, table(heads, *rows))["r2c4"] == "ChangeClaim 2022-S1 not_stated t1-r2.c3"
    heads = ("Nội dung", "TH tháng 6", "TH 6 tháng", "So với cùng kỳ (%)")
    assert stated(tmp_path, *title, table(heads, *rows))["r2c4"] == "Mention"
    for other in ("Thực hiện năm 2021", "Thực hiện tháng 6"):  # the same period of the title is that of half a year
        heads = ("Nội dung", other, "Dự toán năm 2022", "So với cùng kỳ (%)")
        assert stated(tmp_path, *title, table(heads, *rows))["r2c4"] == "Mention"
    heads = ("Nội dung", "TH tháng 6", "TH 6 tháng", "So với cùng kỳ (%)", "6 tháng so với cùng kỳ (%)")
    both = tuple((*row, row[-1]) for row in rows)
    found = stated(tmp_path, *title, table(heads, *both))
    assert (found["r2c4"], found["r2c5"]) == ("Mention", "ChangeClaim 2022-S1 not_stated t1-r2.c3")


def test_the_same_days_of_a_leap_year_end_on_the_same_day(tmp_path: Path) -> None:
    heads = ("Nội dung", "Thực hiện cùng kỳ năm trước")
    rows = ("Thu nội địa", "100"), ("Thuế", "90")
    for year, time in (("2020", "2019-01-01/P232D"), ("2021", "2020-01-01/P233D")):
        title = paragraph(f"Thu ngân sách từ 01/01 đến 20/8/{year}"), paragraph("ĐVT: tỷ đồng")
        assert stated(tmp_path, *title, table(heads, *rows))["r2c2"] == f"Observation {time}"


def test_levels_of_one_line_below_two_groups_are_compared(tmp_path: Path) -> None:
    heads = (
        (
            "Bộ, ngành",
            spanned("Kế hoạch vốn năm 2022", 2),
            spanned("Giải ngân đến 30/6/2022", 2),
            "Tỷ lệ giải ngân (%)",
        ),
        ("", "Tổng số", "Vốn trong nước", "Tổng số", "Vốn trong nước", ""),
    )
    rows = (
        ("Bộ Y tế", "100", "80", "40", "20", "40"),
        ("Bộ Công Thương", "200", "150", "50", "45", "25"),
        ("Bộ Tư pháp", "50", "40", "30", "20", "60"),
    )
    found = stated(tmp_path, paragraph("ĐVT: tỷ đồng"), table(*heads, *rows))
    assert found["r3c6"] == "AttainmentClaim 2022-06-30 t1-r3.c4 t1-r3.c2.target"


def test_heads_of_the_month_of_a_report(tmp_path: Path) -> None:
    heads = ("", "Sơ bộ tháng báo cáo", "Cộng dồn từ đầu năm đến cuối tháng báo cáo")
    rows = ("Số vụ tai nạn (Vụ)", "31", "182"), ("Số người chết (Người)", "15", "88")
    found = stated(tmp_path, paragraph("Trật tự, an toàn xã hội tháng 6 năm 2023"), table(heads, *rows))
    assert (found["r2c2"], found["r2c3"]) == ("Observation 2023-06", "Observation 2023-S1")


def test_parts_of_a_comparison_in_the_form_that_another_one_shows(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "TH tháng 5/2022", "Ước tháng 6/2022", "Lũy kế 6 tháng năm 2022", "So với tháng trước (%)")
    more = ("Lũy kế so với cùng kỳ năm 2021 (%)",)
    rows = (
        ("Khách", "210", "455", "1.012", "216,7", "188,3"),
        ("Khách quốc tế", "102", "153", "491", "150,0", "210,0"),
        ("Doanh thu", "120", "310", "610", "258,3", "201,2"),
    )
    found = drafted(tmp_path, paragraph("Du lịch tháng 6 năm 2022"), table((*heads, *more), *rows))
    assert str(by_cell(found)["t1.r2c6"]["value"]) == "to 188.3 percent"


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


def test_the_title_of_a_mean_is_not_that_of_another_measure(tmp_path: Path) -> None:
    heads = ("Năm", "GRDP giá hiện hành (tỷ đồng)", "GRDP bình quân đầu người (triệu đồng)")
    rows = ("2019", "61,2", "46,1"), ("2020", "64,1", "47,9")
    found = values_of(tmp_path, paragraph("GDP và GRDP bình quân đầu người"), table(heads, *rows))
    assert (found["t1.r2c2"], found["t1.r2c3"]) == ("61200000000 VND", "46100000 VND/person")


def test_the_same_period_is_that_of_the_only_level_of_a_table_without_a_time(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Đvt", "Cùng kỳ năm 2021", "11 tháng năm 2022", "So với cùng kỳ (%)")
    rows = (
        ("Vốn", "tỷ đồng", "512", "631", "123,2"),
        ("Dự án", "dự án", "41", "52", "126,8"),
        ("Thu", "tỷ đồng", "30", "28", "93,3"),
    )
    found = stated(tmp_path, table(heads, *rows))
    assert [found[f"r2c{column}"] for column in (3, 4, 5)] == [
        "Observation 2021-01-01/P11M",
        "Observation 2022-01-01/P11M",
        "ChangeClaim 2022-01-01/P11M t1-r2.c3 t1-r2.c4",
    ]


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


def test_the_same_period_is_open_beside_a_level_without_a_time(tmp_path: Path) -> None:
    rows = ("Vốn", "512", "631", "560"), ("Thu", "30", "28", "27")
    heads = ("Nội dung", "Dự toán năm 2022", "Thực hiện 6 tháng", "Cùng kỳ năm trước")
    found = stated(tmp_path, paragraph("ĐVT: tỷ đồng"), table(heads, *rows))
    assert [found[f"r2c{column}"] for column in (3, 4)] == ["Mention", "Mention"]
    heads = ("Nội dung", "Thực hiện năm 2021", "Thực hiện 6 tháng", "Cùng kỳ năm trước")
    found = stated(tmp_path, paragraph("ĐVT: tỷ đồng"), table(heads, *rows))
    assert "2020" not in found["r2c4"]


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


def test_months_compared_without_their_year(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "Tháng 8 năm 2022", "Tháng 9 năm 2022", "T9/T8 (%)")
    rows = (
        ("Gạo", "tấn", "290", "301", "103,8"),
        ("Ngô", "tấn", "510", "523", "102,5"),
        ("Mía", "tấn", "402", "411", "102,2"),
    )
    assert stated(tmp_path, table(heads, *rows))["r2c5"] == "ChangeClaim 2022-09 t1-r2.c3 t1-r2.c4"


def test_years_compared_above_columns_of_half_years_are_half_years(tmp_path: Path) -> None:
    heads = ("Mặt hàng", "TH 6 tháng năm 2021", "Ước 6 tháng năm 2022", "% 2022/2021")
    rows = ("Gạo", "303", "352", "116,2"), ("Cà phê", "84", "103", "122,6"), ("Điều", "275", "250", "90,9")
    lines = (paragraph("ĐVT: tấn"),)
    assert stated(tmp_path, *lines, table(heads, *rows))["r2c4"] == "ChangeClaim 2022-S1 t1-r2.c2 t1-r2.c3"
    others = tuple((*row[:3], "120,5") for row in rows)
    assert stated(tmp_path, *lines, table(heads, *others))["r2c4"] == "Mention"


def test_a_comparison_beside_a_column_that_may_be_a_level_is_open(tmp_path: Path) -> None:
    title = paragraph("Thu ngân sách 6 tháng đầu năm 2022"), paragraph("ĐVT: tỷ đồng")
    heads = ("Nội dung", "TH 6 tháng", "Lũy kế đến nay", "So với cùng kỳ (%)")
    rows = ("Thu nội địa", "40", "50", "118,2"), ("Thuế", "30", "31", "121,4"), ("Phí", "10", "12", "96,5")
    assert stated(tmp_path, *title, table(heads, *rows))["r2c4"] == "Mention"


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


def test_ratios_in_groups_of_plans_and_levels_are_compared(tmp_path: Path) -> None:
    heads = (
        ("Huyện", spanned("BHXH bắt buộc", 3), spanned("BHYT", 3)),
        ("", *("Chỉ tiêu giao", "Thực hiện", "Tỷ lệ (%)") * 2),
    )
    rows = (
        ("Huyện Đông Hưng", "121", "119", "98,3", "301", "251", "83,4"),
        ("Huyện Hưng Hà", "152", "153", "100,7", "352", "361", "102,6"),
        ("Huyện Khoái Châu", "140", "131", "93,6", "290", "241", "83,1"),
    )
    found = stated(tmp_path, paragraph("Kết quả năm 2022"), paragraph("ĐVT: Người"), table(*heads, *rows))
    assert found["r3c4"] == "AttainmentClaim 2022 t1-r3.c3 t1-r3.c2.target"
    assert found["r3c7"] == "AttainmentClaim 2022 t1-r3.c6 t1-r3.c5.target"


def test_a_base_with_its_own_time_decides_the_level(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "TH T9/2022", "ƯTH T10/2022", "Cộng dồn 10T/2022", "So với 10T/2021 (%)")
    rows = ("Điện", "MWh", "310", "305", "2.910", "107,1"), ("Than", "tấn", "412", "420", "4.010", "105,2")
    third = (("Xi măng", "tấn", "410", "420", "3.900", "99,0"),)
    found = stated(tmp_path, table(heads, *rows, *third))
    assert found["r2c6"] == "ChangeClaim 2022-01-01/P10M not_stated t1-r2.c5"


def test_labels_of_programmes_are_not_those_of_changes() -> None:
    labels = ("Tăng cường tiềm lực", "Giảm nghèo bền vững", "Tăng dân số", "Giảm hộ nghèo")
    assert [is_ratio_label(label) for label in labels] == [False, False, True, True]


def test_years_compared_beside_open_columns_of_half_years_are_open(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "KH 2022", "TH 2022", "6 tháng 2022", "6 tháng 2023", "So sánh 2023/2022 (%)")
    rows = ("Tôm", "tấn", "210", "217", "105", "110", "104,8"), ("Cá", "tấn", "300", "302", "298", "299", "100,3")
    third = (("Cua", "tấn", "60", "62", "30", "31", "103,3"),)
    assert stated(tmp_path, table(heads, *rows, *third))["r2c7"] == "Mention"


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


def test_plus_or_minus_below_a_day_is_a_comparison(tmp_path: Path) -> None:
    rows = (
        ("Mặt hàng", "29/08/2024", "+/-", "Giá bình quân"),
        ("Gạo (đồng/kg)", "11.350", "100", "11.300"),
        ("Lúa (đồng/kg)", "7.650", "-100", "7.700"),
    )
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert {cells[f"t1.r{row}c3"].record_type.__name__ for row in (2, 3)}.isdisjoint({"Observation", "Target"})


def test_a_commitment_is_planned_also_without_a_time(tmp_path: Path) -> None:
    rows = (("Nội dung", "Số học sinh (học sinh)"), ("Giỏi", "500"), ("Khá", "620"))
    for title, kind in (("Cam kết chất lượng giáo dục", "Target"), ("Chất lượng giáo dục", "Observation")):
        assert by_cell(drafted(tmp_path, paragraph(title), table(*rows)))["t1.r2c2"].record_type.__name__ == kind


def test_labels_and_serial_numbers_are_known_by_other_heads() -> None:
    assert read_head("S\nT\nT").role is ColumnRole.SERIAL
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


def test_a_comparison_with_the_month_before_is_one_of_the_month_after_it(tmp_path: Path) -> None:
    heads = ("Thị trường", "T5/2022 (USD)", "So với T4/2022 (%)", "5T/2022 (USD)", "So với T3/2022 (%)")
    rows = (
        heads,
        ("Hoa Kỳ", "120", "12,5", "550", "1,5"),
        ("Nhật", "80", "-5,1", "410", "-1,5"),
        ("Ý", "9", "2,5", "41", "2"),
    )
    cells = by_cell(drafted(tmp_path, table(*rows)))
    assert f"{cells['t1.r2c3']['value']} {cells['t1.r2c3']['time']}" == "by 12.5 percent 2022-05"
    assert cells["t1.r2c5"].record_type.__name__ == "Mention"
