"""Small functions of the reader at their limits: faults there went unnoticed by tests of whole sentences."""

from __future__ import annotations

import pytest

from aseansc import AsOf, Attainment, Period, RelativeChange, Value, vietnamese
from aseansc.observations import Status
from aseansc.units import percent, times
from aseansc.vietnamese import Doubt, find
from aseansc.vietnamese._head_times import innermost, time_in_other_year
from aseansc.vietnamese._heads import time_in_year
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
        (Period.parse("2020-01-01/P233D"), 2019, Period.parse("2019-01-01/P232D")),
        (Period.parse("2019-01-01/P232D"), 2020, Period.parse("2020-01-01/P233D")),
        (Period.parse("2020-01-05/P56D"), 2019, None),
    ],
    ids=str,
)
def test_the_same_part_of_another_year(known: Period | AsOf, year: int, same: Period | AsOf | None) -> None:
    assert time_in_other_year(known, Y(year)) == same


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


# -- odd dates, numbers and units in a text


def _shown(text: str) -> list[str]:
    """Return each figure as printed, with what it states, and what it is in doubt of."""
    return [
        f"{figure.printed}: {figure.value if figure.value is not None else f'({figure.doubt or figure.kind})'}"
        for figure in find(text)
    ]


def test_dates_that_are_written_in_unusual_ways() -> None:
    for text, found in (
        ("tháng 13", []), ("tháng 3 - 5", ["tháng 3 - 5: (date)"]), ("tháng 3 - 5 năm 2018", ["tháng 3 - 5 năm 2018: 2018-03-01/P3M"]),
        ("15 ngày đầu tháng 2 năm 2018", ["15 ngày đầu tháng 2 năm 2018: 2018-02-01/P15D"]),
        ("15 ngày cuối tháng 2 năm 2018", ["15 ngày cuối tháng 2 năm 2018: 2018-02-14/P15D"]),
        ("31 ngày đầu tháng 2 năm 2018", ["31 ngày: 31 day", "đầu tháng 2 năm 2018: (date)"]),
        ("ngày 2018-05-31", ["2018-05-31: 2018-05-31"]), ("ngày 31/5/2018", ["31/5/2018: 2018-05-31"]), ("ngày 31/5/18", ["31/5/18: (date)"]),
        ("ngày 31/6/2018", ["31/6/2018: (date)"]), ("15/4-14/5/2022", ["15/4-14/5/2022: 2022-04-15/P30D"]),
        ("29/2 đến 20/5/2019", ["29/2: --02-29", "20/5/2019: 2019-05-20"]), ("5 đến 10/5/2018", ["5 đến 10/5/2018: 2018-05-05/P6D"]),
        ("đến ngày 5-8", ["5-8: (date)"]), ("đến ngày 31-8", ["31-8: --08-31"]), ("đến 15/9 xã có điện", ["15/9: --09-15"]),
        ("đến 15/20 xã có điện", ["15/20 xã: 15 commune"]), ("từ ngày 5/6 - 10/6", ["5/6: --06-05", "10/6: --06-10"]),
    ):  # fmt: skip
        assert _shown(text) == found, text


def test_numbers_that_are_written_in_unusual_ways() -> None:
    for text, found in (
        ("hai phẩy không năm triệu đồng", ["hai phẩy không năm triệu đồng: 2050000 VND to 10000"]),
        ("hai phẩy không triệu đồng", ["hai phẩy không triệu đồng: 2000000 VND to 100000"]),
        ("hai phẩy một hai triệu đồng", ["hai phẩy một hai triệu đồng: 2120000 VND to 10000"]),
        ("hai phẩy triệu đồng", []), (f"hai phẩy {'không ' * 40}một triệu đồng", ["một triệu đồng: (number)"]),
        ("năm nghìn linh năm hộ", ["năm nghìn linh năm hộ: 5005 household"]), ("năm nghìn linh hộ", []),
        ("hai nghìn, ba hộ", ["ba hộ: 3 household"]), ("2 tỷ 735 triệu 500 nghìn 200 đồng", ["2 tỷ 735 triệu 500 nghìn 200 đồng: 2735500200 VND"]),
        ("1.234.567,89 đồng", ["1.234.567,89 đồng: 1234567.89 VND"]), ("1.234,567.89 đồng", ["1.234,567.89 đồng: (number)"]),
        ("1.23.456 hộ", ["1.23.456 hộ: (number)"]), ("12.34,56 ha", ["12.34,56 ha: (number)"]), ("12.3,4 ha", ["12.3,4 ha: (number)"]),
        ("12.34,56", []), ("1.2.3 hộ", []), ("1,2.3", []), ("từ 1.5 đến 2,5 ha", ["từ 1.5 đến 2,5 ha: 1.5..2.5 hectare"]),
        ("5.000.000 đồng (năm triệu đồng chẵn)", ["5.000.000 đồng: 5000000 VND"]), ("5.000.000 đồng (sáu triệu đồng)", ["5.000.000 đồng: (number)"]),
        ("5.000.000 đồng (năm triệu hộ)", ["5.000.000 đồng: 5000000 VND", "năm triệu hộ: 5000000 household to 1000000"]),
        ("Điện thoại: 0213 3876 337", ["0213 3876 337: (phone)"]), ("Điện thoại: 0213.3876-337", ["0213.3876-337: (phone)"]), ("ĐT 115", []),
        ("0213.876.543", ["0213.876.543: (phone)"]), ("0913 123 456", ["0913 123 456: (phone)"]), ("0213 87654", ["0213 87654: (phone)"]),
        ("0213 8765", ["0213: (unit)", "8765: (unit)"]), ("1.234.567.890", ["1.234.567.890: (unit)"]), ("1900 1234", ["1900 1234: (phone)"]),
        ("thứ 5/63 tỉnh", ["thứ 5/63 tỉnh: (ordinal)"]), ("cứ 10 người thì có 3", ["cứ 10 người: (meaning)", "3: (unit)"]),
        ("vài nghìn hộ", ["vài nghìn hộ: (number)"]), ("trên 5/9 xã", ["trên 5/9 xã: (meaning)"]),
        ("5/1.000 trẻ", ["5/1.000 trẻ: (meaning)"]), ("23.941/26.355 đồng/USD", ["23.941/26.355 đồng/USD: (meaning)"]),
    ):  # fmt: skip
        assert _shown(text) == found, text


def test_square_and_cubic_metres_in_every_form_are_not_metres() -> None:
    for words, code in (
        *((words, "square_metre") for words in ("m2", "m²", "m vuông", "mét vuông")),
        *((words, "cubic_metre") for words in ("m3", "m³", "m khối", "mét khối")),
        *((words, "square_kilometre") for words in ("km2", "km²", "km vuông")),
        *((words, "metre") for words in ("m", "mét", "m đường", "mét, 2 cầu")),
        *((words, None) for words in ("m 2", "m ²", "mét 2", "mét ³", "km 2", "km ²")),
    ):
        first = find(f"Khoảng 5 {words}")[0]
        assert (None if first.value is None else first.value.unit.code) == code, words
        assert code is not None or first.doubt is Doubt.UNIT, words


def test_periods_are_written_by_their_months() -> None:
    for period, words in (
        ("2018", "năm 2018"), ("2018-05", "tháng 5 năm 2018"), ("2018-Q2", "quý II năm 2018"), ("2018-01-01/P6M", "6 tháng đầu năm 2018"),
        ("2018-07-01/P6M", "6 tháng cuối năm 2018"), ("2018-03-01/P4M", "từ tháng 3 năm 2018 đến tháng 6 năm 2018"),
        ("2017-11-01/P4M", "từ tháng 11 năm 2017 đến tháng 2 năm 2018"), ("2016-01-01/P3Y", "giai đoạn 2016-2018"),
        ("2018-05-05/P6D", "từ ngày 5/5/2018 đến ngày 10/5/2018"),
    ):  # fmt: skip
        assert vietnamese.format(Period.parse(period)) == words


def test_one_of_two_words_around_a_figure_is_not_enough() -> None:
    """Each sentence is beside one that differs in a single word or sign, and is read in another way."""

    def read(text: str) -> list[str]:
        figures = [figure for figure in find(text) if figure.mention is None]
        return [
            "; ".join(
                [
                    f"{figure.value or figure.doubt}",
                    *map(str, figure.statuses),
                    *(["points"] if figure.doubt is Doubt.POINTS else []),
                ]
            )
            for figure in figures
        ]

    for text, found in (
        ("Ước tăng 5% so với năm 2021 (42.857 hộ).", ["by 5 percent; estimated", "42857 household"]),
        ("Tăng 5% so với kế hoạch năm 2021 (42.857 hộ).", ["over_plan 5 percent", "42857 household; planned"]),
        ("Phấn đấu thu ngân sách đạt 110% dự toán.", ["of_plan 110 percent; planned"]),
        ("Kế hoạch thu ngân sách đạt 110% dự toán.", ["of_plan 110 percent"]),
        ("Kế hoạch 850 ha, thực hiện gieo trồng 902 ha.", ["850 hectare; planned", "902 hectare"]),
        ("Phấn đấu trồng 32 ha. Thực hiện trồng 30 ha.", ["32 hectare; planned", "30 hectare"]),
        (
            "Tỷ lệ đạt chuẩn ở cấp tiểu học tăng 2%; cấp trung học cơ sở tăng 1%.",
            ["by 2 percent; points", "by 1 percent; points"],
        ),
        ("Tỷ lệ hộ nghèo giảm 3%, trong đó huyện nghèo giảm 4%.", ["by -3 percent; points", "by -4 percent; points"]),
        ("Tỷ lệ hộ nghèo giảm 3%, thu nhập tăng 4%.", ["by -3 percent; points", "by 4 percent"]),
        ("Giảm 18% số lượt, 12% số đơn.", ["by -18 percent", "meaning"]),
        ("Giảm 18% số lượt và 12% số đơn.", ["by -18 percent", "meaning"]),
        ("Giảm 18% số lượt. 12% số đơn.", ["by -18 percent", "12 percent"]),
        ("Chi đầu tư đạt 58% và giảm 3%.", ["meaning", "by -3 percent"]),
        ("Chi đầu tư đạt 58% và chiếm 3%.", ["58 percent", "3 percent"]),
        ("1.2 Mục tiêu 5 hộ", ["5 household; planned"]),
        ("1.2) mục tiêu 5 hộ", ["5 household; planned"]),
        ("- 1.2 Mục tiêu 5 hộ", ["5 household; planned"]),
        ("1.2 mục tiêu 5 hộ", ["unit", "5 household"]),
        ("a 1.2 Mục tiêu 5 hộ", ["unit", "5 household"]),
        ("cao hơn 0,4% so với tỷ lệ của cả nước", ["by 0.4 percent; points"]),
        ("vượt 5% so với kế hoạch đề ra (120 ha)", ["over_plan 5 percent", "120 hectare; planned"]),
        ("giảm trong năm 500 hộ", ["-500 household"]),
        ("tăng mạnh 500 hộ", ["500 household"]),
        ("SO CÙNG KỲ tăng 5%", ["by 5 percent"]),
        ("hằng năm tăng bình quân 5 hộ", ["5 household/year"]),
        ("hằng năm bình quân 5 hộ", ["5 household"]),
        ("tăng lần lượt là 11%, 10% và 9%", ["by 11 percent", "by 10 percent", "by 9 percent"]),
    ):
        assert read(text) == found, text


def test_the_first_words_of_a_text_are_read_as_those_after_another_word() -> None:
    for first, text, read in (
        ("Sinh", "sinh năm 1990, ông nuôi 45 con bò.", [(None, None, ())]),
        ("Với", "với mục tiêu có 250 người học nghề.", [(None, None, (Status.PLANNED,))]),
        ("Qua", "qua năm phấn đấu, trồng 45 ha.", [(None, None, ())]),
        ("Phấn", "phấn đấu trồng 45 ha.", [(None, None, (Status.PLANNED,))]),
        ("Đến", "đến 2030 còn 45 xã nghèo.", [(Y(2030), Doubt.STATUS, ())]),
    ):
        for whole in (first + text[len(first) :], f"Xã {text}"):
            levels = [figure for figure in find(whole) if figure.mention is None]
            assert [(figure.time, figure.doubt, figure.statuses) for figure in levels] == read, whole


def test_relative_changes_and_attainments_of_every_form_in_words() -> None:
    for form, unit, words in (
        ("by", percent, "tăng {}%"), ("to", percent, "bằng {}% so với cùng kỳ"), ("times", times, "gấp {} lần"),
        ("increase_times", times, "tăng {} lần"), ("decrease_times", times, "giảm {} lần"),
    ):  # fmt: skip
        for size in (5, 150):
            change = RelativeChange(magnitude=size, unit=unit, form=form)
            text = vietnamese.format(change)
            assert text == words.format(size)
            (read,) = find(text)
            assert (read.value, read.doubt) == (
                (None, Doubt.MEANING) if "increase" in form or "decrease" in form else (change, None)
            )
    for form, small, large in (
        ("of_plan", "đạt {}% kế hoạch", "đạt {}% kế hoạch"), ("over_plan", "vượt kế hoạch {}%", "cao hơn kế hoạch {}%"),
        ("under_plan", "thấp hơn kế hoạch {}%", "thấp hơn kế hoạch {}%"),
    ):  # fmt: skip
        for size in (5, 99, 100, 150):
            attainment = Attainment(magnitude=size, unit=percent, form=form)
            text = vietnamese.format(attainment)
            assert text == (small if size < 100 else large).format(size)
            assert [read.value for read in find(text)] == [attainment]


def test_three_decimals_are_printed_with_a_scale_that_gives_them_one_reading() -> None:
    for value, words in (
        ("1.234 tonne", "0,001234 nghìn tấn"), ("123.456 kilometre", "0,123456 nghìn km"), ("0.123 hectare", "0,123 ha"),
        ("1.2345 hectare", "1,2345 ha"), ("1.5 tonne", "1,5 tấn"),
    ):  # fmt: skip
        assert vietnamese.format(Value.parse(value)) == words
        assert vietnamese.parse(words).value == Value.parse(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bình quân học sinh/lớp đạt 35 học sinh.", "35 person/study_class"),
        ("Bình quân lao động/hộ là 2,1 người.", "2.1 person/household"),
        ("Bình quân lớp/trường đạt 15 học sinh.", "15 person"),
    ],
)
def test_a_mean_of_what_is_counted_is_per_what_follows_the_stroke(text: str, value: str) -> None:
    (figure,) = find(text)
    assert str(figure.value) == value
