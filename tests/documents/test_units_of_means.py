"""Units of means: *Thu nhập bình quân đầu người*, *bình quân/xã*."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from aseansc.units import VND, Unit, catalogue, criterion, hectare, household, kilogram, month, percent, person
from aseansc.vietnamese.tables import unit_of_mean
from tests.documents._made import paragraph, table
from tests.documents.test_table_units import values_of

NUMBERS = ("TT", "Chỉ tiêu", "ĐVT", "Năm 2017")

DIVISORS = (
    *("1 xã", "phường", "một dự án", "công trình", "1 tấn", "1 ha", "đầu người", "hộ", "1 đồng vốn", "mỗi lần"),
    *("năm", "1 tháng", "1 ngày", "tháng của một lao động", "1 %", "1 điểm", "10.000 dân", "giờ", "1 giờ", "1 km2"),
)


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


def test_the_title_of_a_mean_is_not_that_of_another_measure(tmp_path: Path) -> None:
    heads = ("Năm", "GRDP giá hiện hành (tỷ đồng)", "GRDP bình quân đầu người (triệu đồng)")
    rows = ("2019", "61,2", "46,1"), ("2020", "64,1", "47,9")
    found = values_of(tmp_path, paragraph("GDP và GRDP bình quân đầu người"), table(heads, *rows))
    assert (found["t1.r2c2"], found["t1.r2c3"]) == ("61200000000 VND", "46100000 VND/person")
