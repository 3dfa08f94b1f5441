"""Small functions of the reader at their limits: faults there went unnoticed by tests of whole sentences."""

from __future__ import annotations

import pytest

from aseansc import AsOf, Period, vietnamese
from aseansc.observations import Status
from aseansc.vietnamese._heads import _in_year, innermost, time_in_year
from aseansc.vietnamese._parts_of_years import same_months_before
from aseansc.vietnamese.tables import counted_in

Y = Period.year


@pytest.mark.parametrize(
    ("times", "inner"),
    [
        ([Y(2017)], Y(2017)),
        ([Y(2017), Y(2017)], Y(2017)),
        ([Period.years(2016, 2020), Y(2017)], Y(2017)),
        ([Period.years(2016, 2020), AsOf.parse("2017-05-01")], AsOf.parse("2017-05-01")),
        ([Y(2016), Y(2017)], None),
        ([Period.years(2016, 2020), Y(2017), Y(2018)], None),
        ([], None),
    ],
    ids=str,
)
def test_the_innermost_of_several_times(times: list[Period | AsOf], inner: Period | AsOf | None) -> None:
    assert innermost(times) == inner


@pytest.mark.parametrize(
    ("label", "time"),
    [
        ("Tháng 1 - Jan.", "2018-01"),
        ("Tháng 12", "2018-12"),
        ("Quý I", "2018-Q1"),
        ("Số hộ", None),
        ("Quý I tháng 5", None),
    ],
)
def test_the_part_of_a_year_in_a_label(label: str, time: str | None) -> None:
    assert time_in_year(label, Y(2018)) == (None if time is None else Period.parse(time))
    assert time_in_year(label, Period.years(2016, 2018)) is None
    assert time_in_year(label, AsOf.parse("2018-12-31")) is None


@pytest.mark.parametrize(
    ("known", "year", "same"),
    [
        (Period.parse("2018-Q2"), 2019, Period.parse("2019-Q2")),
        (AsOf.parse("2018-12-31"), 2017, AsOf.parse("2017-12-31")),
        (AsOf.parse("2016-02-29"), 2017, None),
        (Period.years(2016, 2018), 2019, None),
        (Period.parse("2018"), 2019, Y(2019)),
    ],
    ids=str,
)
def test_the_same_part_of_another_year(known: Period | AsOf, year: int, same: Period | AsOf | None) -> None:
    assert _in_year(known, Y(year)) == same


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Tháng 12/2018 có 5 vụ.", "2018-12"),
        ("Tháng 1/2018 có 5 vụ.", "2018-01"),
        ("Tháng 12 năm 2018 có 5 vụ.", "2018-12"),
        ("Quý IV/2018 có 5 vụ.", "2018-Q4"),
    ],
)
def test_the_first_and_the_last_month_are_read(text: str, time: str) -> None:
    (figure,) = (figure for figure in vietnamese.find(text) if figure.printed.startswith("5"))
    assert figure.time == Period.parse(time)


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Năm 2018, theo quy hoạch, diện tích rừng là 500 ha.", True),
        ("Theo quy hoạch, diện tích rừng là 500 ha.", True),
        ("Năm 2018 diện tích rừng là 500 ha.", False),
    ],
)
def test_figures_of_a_design_may_be_planned(text: str, planned: bool) -> None:
    (figure,) = (figure for figure in vietnamese.find(text) if figure.printed.startswith("500"))
    assert (Status.PLANNED in figure.statuses or bool(figure.doubt) or bool(figure.note)) is planned


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("thu 5 tỷ.đ", "5 tỷ.đ"),
        ("thu 5 tr.USD", "5 tr.USD"),
        ("dài 5 km", "5 km"),
    ],
)
def test_scale_words_joined_to_their_unit_by_a_point(text: str, printed: str) -> None:
    (figure,) = vietnamese.find(text)
    assert (figure.printed, figure.value is not None) == (printed, True)


def test_what_a_label_counts() -> None:
    labels = ("Số hộ nghèo", "Tổng số dự án mới", "Số hộ nghèo (%)", "Số hộ/xã", "Tỷ lệ hộ nghèo", "Diện tích", "Tên")
    counted = {label: found[0].code for label in labels if (found := counted_in(label)) is not None}
    assert counted == {"Số hộ nghèo": "household", "Tổng số dự án mới": "project"}


@pytest.mark.parametrize(
    ("known", "same"),
    [
        ("2024-01-01/P9M", "2023-01-01/P9M"),
        ("2024-Q3", "2023-07-01/P3M"),
        ("2024", "2023-01-01/P12M"),
        ("2024-11-01/P3M", None),
        ("2023-01-01/P2Y", None),
        ("2024-01-15/P1M", None),
    ],
)
def test_the_same_months_of_the_year_that_words_before_a_figure_name(known: str, same: str | None) -> None:
    words = "cùng kỳ năm 2023 là "
    assert same_months_before(words, Period.parse(known)) == (None if same is None else Period.parse(same))
    assert same_months_before("năm 2023 là ", Period.parse(known)) is None
    assert same_months_before(words, AsOf.parse("2024-09-30")) is same_months_before(words, None) is None


def test_fractions_in_words_are_their_part_and_their_whole() -> None:
    for text, printed, numbers in (
        ("Hơn nửa số hộ nghèo", "Hơn nửa", (1, 2)),
        ("hơn một nửa số hộ", "hơn một nửa", (1, 2)),
        ("một nửa số xã", "một nửa", (1, 2)),
        ("hai phần ba số hộ", "hai phần ba", (2, 3)),
        ("Ba phần tư số hộ", "Ba phần tư", (3, 4)),
        ("nửa số hộ", None, None),
        ("bốn phần ba số hộ", None, None),
        ("ba phần ba số hộ", None, None),
    ):
        found = [(figure.printed, figure.magnitude) for figure in vietnamese.find(text)]
        assert found == ([] if printed is None else [(printed, numbers)]), text
