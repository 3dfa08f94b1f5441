"""Growth in tables is a change of what grew, and not a level."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.drafts import Gap, PartialRecord
from aseansc.vietnamese.tables import grown_by, is_index_of_before
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted

YEARS = ("Chỉ tiêu", "ĐVT", "2017", "2018")


def shown(record: PartialRecord) -> str:
    """Return the type, the value and the time of a record; `open` for one that a person must read."""
    if "value" not in record.fields:
        return "open"
    time = "" if isinstance(record["time"], Gap) else record["time"]
    value = "gap" if isinstance(record["value"], Gap) else str(record["value"]).partition(" to 1")[0]
    return f"{record.record_type.__name__} {value} {time}".strip()


def test_growth_below_a_level_is_a_change_of_it(tmp_path: Path) -> None:
    rows = (("Giá trị sản xuất", "tỷ đồng", "1.100", "1.188"), ("- Tốc độ tăng", "%", "8,5", "8,0"))
    made = drafted(tmp_path, table(YEARS, *rows))
    growth = by_cell(made)["t1.r3c4"]
    assert shown(growth) == "ChangeClaim by 8.0 percent 2018"
    assert growth["end"] == by_cell(made)["t1.r2c4"]["id"]
    assert [str(each["name"]["vi"]) for each in made.indicators if isinstance(each, PartialRecord)] == [rows[0][0]]


def test_planned_growth_below_a_level_is_a_planned_change(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "KH 2018", "TH 2018", "TH/KH (%)")
    rows = (("Giá trị sản xuất", "tỷ đồng", "1.100", "1.188", "108"), ("- Tốc độ tăng", "%", "8,5", "8,0", "94,1"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert shown(cells["t1.r3c3"]) == "Target by 8.5 percent 2018"
    assert shown(cells["t1.r3c4"]) == "ChangeClaim by 8.0 percent 2018"
    assert str(cells["t1.r3c5"]["actual"]) == "not_stated"  # a change is not an observation


@pytest.mark.parametrize("head", ["KH 2018", "2017"])
def test_a_rate_of_growth_is_a_change_also_beside_its_plan(tmp_path: Path, head: str) -> None:
    heads, rows = ("Chỉ tiêu", "ĐVT", head, "TH 2018"), ("Tốc độ tăng GRDP", "%", "7-7,5", "8,0")
    cells = by_cell(drafted(tmp_path, table(heads, rows)))
    record = "Target" if "KH" in head else "ChangeClaim"
    assert shown(cells["t1.r2c3"]) == f"{record} by 7.0..7.5 percent {head[-4:]}"
    assert shown(cells["t1.r2c4"]) == "ChangeClaim by 8.0 percent 2018"


@pytest.mark.parametrize(
    ("label", "title", "record"),
    [
        ("Tốc độ tăng sản lượng lúa (bình quân)", "giai đoạn 2016-2018", "by 8.0 percent/year 2016-01-01/P3Y"),
        ("Tăng trưởng GRDP bình quân hàng năm", "giai đoạn 2016-2018", "by 8.0 percent/year 2016-01-01/P3Y"),
        ("Tốc độ tăng thu nhập bình quân đầu người", "năm 2018", "by 8.0 percent 2018"),
        ("Tốc độ tăng thu nhập bình quân đầu người", "giai đoạn 2016-2018", "open"),  # all years, or each one
        ("Tốc độ tăng GRDP bình quân", "năm 2018", "open"),  # of this year, or of the years before it, too
        ("Tốc độ tăng chỉ số giá tiêu dùng bình quân", "năm 2018", "by 8.0 percent 2018"),  # the mean of its months
        ("Tốc độ tăng chỉ số giá tiêu dùng (CPI) bình quân", "giai đoạn 2016-2018", "open"),
    ],
)
def test_average_growth_over_years_is_per_year(tmp_path: Path, label: str, title: str, record: str) -> None:
    heads, row = ("Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"), (label, "%", "8,0", "8,0")
    cells = by_cell(drafted(tmp_path, paragraph(f"Các chỉ tiêu {title}"), table(heads, row)))
    of = ("Target", "ChangeClaim")
    assert [shown(cells[f"t1.r2c{at}"]) for at in (3, 4)] == [
        record if record == "open" else f"{each} {record}" for each in of
    ]


def test_a_mean_per_person_is_not_one_over_the_years_of_the_title(tmp_path: Path) -> None:
    heads, row = ("Chỉ tiêu", "ĐVT", "Thực hiện"), ("Thu nhập bình quân đầu người", "USD", "580")
    cells = by_cell(drafted(tmp_path, paragraph("Các chỉ tiêu giai đoạn 2016-2018"), table(heads, row)))
    assert shown(cells["t1.r2c3"]) == "Observation 580 USD/person"


def test_a_column_of_growth_is_one_of_the_levels_beside_it(tmp_path: Path) -> None:
    heads = ("Ngành", "Giá trị (tỷ đồng)", "Tăng trưởng (%)")
    rows = (("Nông nghiệp", "310", "3,5"), ("Công nghiệp", "900", "9,5"))
    for title, found in (
        ("Tổng sản phẩm năm 2018", "ChangeClaim by 3.5 percent 2018"),
        ("Tổng sản phẩm giai đoạn 2016-2018", "ChangeClaim gap 2016-01-01/P3Y"),  # all years, or each one
    ):
        assert shown(by_cell(drafted(tmp_path, paragraph(title), table(heads, *rows)))["t1.r2c3"]) == found
    large = (("Nông nghiệp", "310", "103,5"), ("Công nghiệp", "900", "109,5"))
    cells = by_cell(drafted(tmp_path, paragraph("Tổng sản phẩm năm 2018"), table(heads, *large)))
    assert shown(cells["t1.r2c3"]) == "open"


@pytest.mark.parametrize(
    ("title", "number", "record"),
    [
        ("Chỉ số phát triển (Năm trước = 100) (%)", "108,4", "ChangeClaim to 108.4 percent 2018"),
        ("Chỉ số giá tiêu dùng so với năm trước (%)", "103,4", "ChangeClaim to 103.4 percent 2018"),
        ("Chỉ số giá tiêu dùng so với năm trước (%)", "3,4", "open"),
        ("Chỉ số giá tiêu dùng (%)", "103,4", "open"),
        ("Index of education (%)", "103,4", "open"),
        ("Tỷ lệ tăng dân số tự nhiên (%)", "1,4", "Observation 1.4 percent 2018"),
    ],
)
def test_an_index_of_an_earlier_time_is_a_change(tmp_path: Path, title: str, number: str, record: str) -> None:
    rows = (("", "2017", "2018"), ("Tổng số", "101,5", number), ("Nông thôn", "101,5", number))
    assert shown(by_cell(drafted(tmp_path, paragraph(title), table(*rows)))["t1.r3c3"]) == record


def test_a_line_with_the_base_of_an_index_is_that_of_the_rows_below(tmp_path: Path) -> None:
    rows = (("Quý trước = 100", "", ""), ("Quý I", "101,2", "102,4"), ("Bình quân quý", "100,9", "100,8"))
    last = ("Năm trước = 100", "103,1", "104,2")
    title = paragraph("Chỉ số giá sản xuất"), paragraph("Đơn vị tính: %")
    made = drafted(tmp_path, *title, table(("", "2017", "2018"), *rows, last))
    assert [shown(by_cell(made)[f"t1.r{row}c3"]) for row in (3, 4, 5)] == [
        "ChangeClaim to 102.4 percent 2018-Q1",
        "open",  # percent, or percent per quarter
        "ChangeClaim to 104.2 percent 2018",
    ]
    names = [str(each["name"]["vi"]) for each in made.indicators if isinstance(each, PartialRecord)]
    base = "Chỉ số giá sản xuất: Quý trước = 100"
    assert names == [base, "Chỉ số giá sản xuất: Năm trước = 100"]


def test_an_estimate_before_the_first_planned_year_was_reached(tmp_path: Path) -> None:
    title = paragraph("TỔNG HỢP GIAI ĐOẠN 2015-2020 VÀ KẾ HOẠCH GĐ 2020-2025")
    heads = ("Chỉ tiêu", "ĐVT", "TH 2019", "ƯTH 2020", "KH 2021")
    cells = by_cell(drafted(tmp_path, title, table(heads, ("Thu ngân sách", "tỷ đồng", "450", "460", "470"))))
    assert shown(cells["t1.r2c4"]).startswith("Observation")


@pytest.mark.parametrize(
    ("label", "unit", "record"),
    [
        ("Kim ngạch xuất khẩu tăng", "%", "open"),
        ("Tỷ lệ hộ nghèo giảm", "%", "open"),
        ("Giảm tỷ lệ thất nghiệp", "%", "open"),
        ("Tỷ lệ tăng thu ngân sách", "%", "open"),
        ("Tỷ lệ tăng dân số", "%", "Observation 12 percent 2018"),
        ("Tăng thu ngân sách", "tỷ đồng", "Observation 12000000000 VND 2018"),
    ],
)
def test_a_rise_in_percent_is_not_a_level(tmp_path: Path, label: str, unit: str, record: str) -> None:
    assert shown(by_cell(drafted(tmp_path, table(YEARS, (label, unit, "9", "12"))))["t1.r2c4"]) == record


def test_what_labels_name_that_grew() -> None:
    labels = {"Nhịp độ tăng trưởng kinh tế": "kinh tế", "- Tốc độ tăng (%)": "", "Tăng trưởng tín dụng": "tín dụng"}
    assert {label: grown_by(label) for label in labels} == labels
    assert [grown_by(label) for label in ("Tăng cường quản lý", "Tỷ lệ tăng tự nhiên", "Số xã tăng")] == [None] * 3
    assert is_index_of_before("Chỉ số cải cách hành chính") is False


def test_the_growth_of_a_mean_over_a_year_is_no_mean_over_years(tmp_path: Path) -> None:
    rows = (
        ("Người", "", ""),
        ("2017", "200", "50"),
        ("Tỷ lệ tăng - Growth rate (%)", "", ""),
        ("2017", "-0,75", "1,2"),
    )
    made = drafted(tmp_path, paragraph("Dân số trung bình"), table(("", "Tổng số", "Thành thị"), *rows))
    assert shown(by_cell(made)["t1.r5c2"]) == "ChangeClaim by -0.75 percent 2017"


@pytest.mark.parametrize("base", ["tháng 12 năm 2017", "kỳ gốc 2014", "cùng kỳ năm trước"])
def test_a_title_with_the_base_of_an_index_holds_for_all_its_rows(tmp_path: Path, base: str) -> None:
    title = paragraph(f"(Tiếp theo) Chỉ số giá tiêu dùng, chỉ số giá vàng các tháng năm 2018 so với {base}")
    rows = (("Chỉ số giá tiêu dùng", "101,08", "101,29"), ("Lương thực", "100,66", "101,05"))
    unit = paragraph("Đơn vị tính: %")
    made = drafted(tmp_path, title, unit, table(("", "Tháng 7", "Tháng 8"), *rows, ("Chỉ số giá vàng", "99,1", "98,0")))
    for cell, number in (("t1.r2c2", "101.08"), ("t1.r3c2", "100.66"), ("t1.r4c2", "99.1")):
        assert shown(by_cell(made)[cell]) == f"ChangeClaim to {number} percent 2018-07"


def test_average_growth_is_that_of_amounts_and_not_of_their_shares(tmp_path: Path) -> None:
    years = ("2016", "2017", "2018")
    heads = ("Loại đất", *(f"Năm {year} {head}" for year in years for head in ("DT (ha)", "CC (%)")), "So sánh (%) BQ")
    rows = (
        ("Đất lúa", "400", "40,00", "420", "42,00", "441", "44,10", "105"),
        ("Đất rừng", "500", "50,00", "480", "48,00", "460,8", "46,08", "96"),
        ("Đất khác", "100", "10,00", "100", "10,00", "98,2", "9,82", "99,1"),
    )
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    found = cells["t1.r2c8"]
    assert (str(found["value"]), str(found["time"])) == ("to 105 percent/year", "2017-01-01/P2Y")


def test_average_growth_that_the_levels_do_not_give_is_asked_for(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "2016", "2018", "Tốc độ tăng bình quân 2016-2018 (%)")
    crops = ("Lúa", "Ngô", "Sắn", "Chè", "Mía", "Lạc", "Đậu", "Khoai", "Vừng", "Bông")
    rows = [(crop, "ha", "1.000", "1.210", "35,0" if crop == "Bông" else "10,0") for crop in crops]
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert shown(cells["t1.r2c5"]) == "ChangeClaim by 10.0 percent/year 2017-01-01/P2Y"
    assert shown(cells["t1.r11c5"]) == "ChangeClaim gap 2017-01-01/P2Y"
    assert "the levels do not give it" in str(cells["t1.r11c5"]["value"])


def test_growth_since_a_plan_is_what_is_above_or_under_it(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "KH 2018", "TH 2018", "Tăng (+), giảm (-) so với KH (%)")
    rows = [("Thu", "1.000", "1.100", "10"), ("Chi", "2.000", "2.100", "5"), ("Vay", "2.000", "1.880", "-6")]
    cells = by_cell(drafted(tmp_path, table(heads, *((name, "tỷ đồng", *numbers) for name, *numbers in rows))))
    assert [shown(cells[f"t1.r{row}c5"]) for row in (2, 3, 4)] == [
        "AttainmentClaim over_plan 10 percent 2018",
        "AttainmentClaim over_plan 5 percent 2018",
        "AttainmentClaim under_plan 6 percent 2018",
    ]


def test_what_rises_below_growth_is_a_part_of_it(tmp_path: Path) -> None:
    whole, alone = ("1", "Tốc độ tăng trưởng kinh tế (%)", "8,2", "8,9"), ("1", "Dân số (người)", "82.345", "89.456")
    parts = (("", "- Công nghiệp tăng (%)", "7,7", "-0,9"), ("", "- Tỷ lệ che phủ rừng tăng (%)", "1,2", "1,4"))
    heads = ("STT", "Chỉ tiêu", "Năm 2017", "Năm 2018")
    below, others = (by_cell(drafted(tmp_path, table(heads, first, *parts))) for first in (whole, alone))
    assert shown(below["t1.r3c4"]) == "ChangeClaim by -0.9 percent 2018"
    assert [shown(each[at]) for each, at in ((below, "t1.r4c3"), (others, "t1.r3c4"))] == ["open", "open"]


@pytest.mark.parametrize(("last", "found"), [("(30)", "ChangeClaim -30 tonne 2018"), ("30", "open")])
def test_exchanged_heads_are_shown_by_all_rows(tmp_path: Path, last: str, found: str) -> None:
    heads = ("Sản phẩm", "ĐVT", "2017", "2018", "So sánh 2018/2017 Tương đối", "So sánh 2018/2017 Tuyệt đối")
    rows = (
        ("Lúa", "tấn", "1.200", "1.260", "60", "5,0"),
        ("Ngô", "tấn", "400", "420", "20", "5,0"),
        ("Khoai", "tấn", "300", "270", last, "(10,0)"),
    )
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    assert shown(cells["t1.r4c5"]) == found
    assert shown(cells["t1.r4c6"]) == "ChangeClaim by -10.0 percent 2018"


def test_half_of_the_rows_may_prove_an_average(tmp_path: Path) -> None:
    heads, crops = ("Chỉ tiêu", "ĐVT", "2016", "2018", "BQ 2016-2018 (%)"), ("Lúa", "Ngô", "Sắn", "Chè", "Mía", "Lạc")
    for right, found in ((4, "ChangeClaim to 110.0 percent/year 2017-01-01/P2Y"), (2, "open")):
        rows = [(each, "ha", "1.000", "1.210", "110,0" if at < right else "95,4") for at, each in enumerate(crops)]
        cells = by_cell(drafted(tmp_path, table(heads, *rows)))
        assert shown(cells["t1.r2c5"]) == found
        assert shown(cells["t1.r7c5"]) in ("ChangeClaim gap 2017-01-01/P2Y", "open")
        share = ("Cơ cấu", "%", "100,0", "100,0", "100,0")  # the mean of the shares perhaps
        assert shown(by_cell(drafted(tmp_path, table(heads, *rows, share)))["t1.r8c5"]) == "open"


@pytest.mark.parametrize(("other", "found"), [("(%)", "to 88.9 percent 2018-05"), ("", "gap 2018-05")])
def test_a_comparison_beside_others_in_percent_is_in_percent(tmp_path: Path, other: str, found: str) -> None:
    heads = (
        "Chỉ tiêu",
        "Tháng 5 năm 2018 (nghìn lượt người)",
        f"Tháng 5 năm 2018 so với tháng 4 năm 2018 {other}",
        "Tháng 5 năm 2018 so với cùng kỳ năm trước",
    )
    rows = (
        ("Tổng số", "292,8", "90,1", "88,9"),
        ("Du lịch", "178,7", "96,3", "85,3"),
        ("Khác", "52,4", "93,3", "85,8"),
    )
    assert shown(by_cell(drafted(tmp_path, table(heads, *rows)))["t1.r2c4"]) == f"ChangeClaim {found}"


def test_an_amount_and_a_percent_below_two_years_are_what_all_rows_show(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "2017", "2018", "2018/2017 Số tiền", "2018/2017 %")
    rows = (("Doanh thu", "12.400", "13.640", "1.240", "10,00"), ("Chi phí", "11.000", "10.450", "(550)", "(5,00)"))
    cells = by_cell(drafted(tmp_path, paragraph("ĐVT: Triệu đồng"), table(heads, *rows)))
    found = [shown(cells[f"t1.r{row}c{column}"]) for row in (2, 3) for column in (4, 5)]
    assert found == [
        "ChangeClaim 1240000000 VND 2018",
        "ChangeClaim by 10.00 percent 2018",
        "ChangeClaim -550000000 VND 2018",
        "ChangeClaim by -5.00 percent 2018",
    ]


@pytest.mark.parametrize(("fall", "found"), [("-2,3", "by 8.4 percent 2018-01-01/P10M"), ("2,3", "open")])
def test_falls_below_zero_show_growth_and_shares_may_be_behind_it(tmp_path: Path, fall: str, found: str) -> None:
    heads = ("Thị trường", "10T/2018 (USD)", "So với cùng kỳ 2017 (%)", "Tỷ trọng (%)")
    rows = (("Tổng", "12.500", "8,4", "100"), ("Nhật Bản", "3.750", fall, "30,0"), ("Hàn Quốc", "8.750", "5,6", "70,0"))
    cells = by_cell(drafted(tmp_path, paragraph("Xuất khẩu 10 tháng năm 2018"), table(heads, *rows)))
    assert shown(cells["t1.r2c3"]).removeprefix("ChangeClaim ") == found
    assert shown(cells["t1.r3c4"]) == "ShareClaim 30.0 percent 2018-01-01/P10M"


@pytest.mark.parametrize("head", ["11/10", "11/10 (%)"])
def test_a_head_of_two_years_in_short_beside_these_years_compares_them(tmp_path: Path, head: str) -> None:
    rows = (("Sản lượng lúa", "Tấn", "1200", "1260", "105,0"), ("Sản lượng chè", "Tấn", "400", "380", "95,0"))
    made = drafted(tmp_path, paragraph("Cây trồng"), table(("Chỉ tiêu", "ĐVT", "2010", "2011", head), *rows))
    assert shown(by_cell(made)["t1.r3c5"]) == "ChangeClaim to 95.0 percent 2011"
