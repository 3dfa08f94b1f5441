"""The rules of reading a figure: separators, signs, surrounding words, statuses and times."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest

from aseansc import MentionKind, Period, Qualifier, Status, TimeBasis, TimeCollection, Unit, vietnamese
from aseansc.drafts import Gap
from aseansc.errors import FieldTypeError, ParseError, UndefinedResultError
from aseansc.units import hectare, household, per_mille, percent, times, year
from aseansc.values import Change, RelativeChange, Value
from aseansc.vietnamese import FigureKind, PrintedFigure


def only(text: str) -> PrintedFigure:
    (figure,) = vietnamese.find(text)
    return figure


@pytest.mark.parametrize(
    ("text", "printed", "magnitude"),
    [
        (
            "Thu 842,238 tỷ đồng và 1.234.567 đồng.",
            "842,238 tỷ đồng",
            "842.238E9",
        ),  # a dot separates thousands, so the comma is decimal
        ("Thu 842,238 tỷ đồng và 1,234,567 USD.", "842,238 tỷ đồng", "842238E9"),  # commas separate thousands
        ("Có 33,293 người.", "33,293 người", "33293"),  # people are counted in whole numbers
        ("Tăng 1.490% và 12.345 người.", "1.490%", "1490"),
        ("Giá 1,232.5 USD.", "1,232.5 USD", "1232.5"),
        ("Giá 1.232,5 USD.", "1.232,5 USD", "1232.5"),
        ("Tăng 14.04% so với năm trước.", "14.04%", "14.04"),
        ("Diện tích 8.604 ha.", "8.604 ha", "8604"),
        ("Area 8.604 ha, 1,234,567 USD, 2.5%, 3.5%, 1.25 triệu.", "8.604 ha", "8.604"),  # decimal points elsewhere
        ("Thu 4.000 tấn, 2,5 ha, 3,5 ha, 4,5%, 5,5%, 6,5% và 99.3%.", "4.000 tấn", "4000"),
        ("Dân số 1 234 567 người.", "1 234 567 người", "1234567"),
        ("Mưa 1\u202f500 mm.", "1\u202f500 mm", "1500"),
        ("Có １.２４５ hộ.", "１.２４５ hộ", "1245"),
        ("Có 08 dự án.", "08 dự án", "8"),
        ("Có 1490% so với trước.", "1490%", "1490"),
    ],
)
def test_separators(text: str, printed: str, magnitude: str) -> None:
    figure = next(one for one in vietnamese.find(text) if one.printed == printed)
    assert figure.magnitude == Decimal(magnitude)
    assert figure.value is not None or "so với" in text


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("842,238 tỷ đồng", "two possible readings"),
        ("1.490%", "two possible readings"),
        ("8.604 ha trong 2.5% và 3.5%", "decimal points"),
        ("8.604 ha trong 2.5%, 3.5%, 12.345 người và 1.234.567 đồng", "both"),
        ("842,238 tỷ trong 1,234,567 đồng, 3,5% và 2,5%", "both"),
        ("1 250 ha cùng 3.845.000 đồng", "one number or two"),
        ("2l0.000 đồng", "a letter"),
        ("1l50 người", "a letter"),
        ("24.5000 ha", "misprint"),
        ("2 tỷ 5 đồng", "5 directly after tỷ"),
        ("trên 20 xã", "before a number of places"),
        ("tăng 4 lần", "to N times or by N times"),
        ("12 lần", "occasions"),
        ("-5 hộ", "a minus sign or a list marker"),
        ("bằng 61,7%", "another figure"),
        ("đạt 125%", "over 100 percent"),
        ("61,7% so với cùng kỳ", "whether it is the change"),
        ("hơn từ 5 đến 7 triệu đồng", "a qualifier is printed before a range"),
        ("20 điểm dân cư nông thôn", "no unit for"),
        ("20 điểm vui", "points or places"),
        ("28 tỷ đồng/10.000 dân", "a rate between different things"),
        ("15.000 (mười sáu nghìn) đồng", "the words in brackets give a different number, 16000"),
        ("3-4 tháng/năm", "do not form a quotient"),
        ("1.520", "no unit is printed"),
        ("1.520 ster", "no known unit"),
        ("5.000.00 đồng", "5.000.00 is not a number"),
        ("giảm tới 66,7%", "the level that was reached"),
        ("khoảng trên 20%", "two qualifiers"),
        ("tăng (giảm) 3,4%", "a rise or a fall"),
        ("vượt 102% kế hoạch", "the excess over the plan"),
        ("so với kế hoạch 112%", "a percent over or under it"),
        ("tổ 3 120 hộ", "may belong to “tổ”"),
        ("có 3  120 hộ", "two spaces"),
        ("15%0", "per mille"),
        ("345,6 triệu tấn.giờ", "a product of units"),
        ("xây dựng trên 500 m2 đất", "before an area of land"),
        ("tăng từ 100 đến 150 ha", "the start and end of a change"),
        ("tuần 35 năm 2023", "in more than one way"),
    ],
)
def test_an_ambiguous_figure_has_a_note_and_no_value(text: str, note: str) -> None:
    figure = vietnamese.find(text)[0]
    assert figure.value is None
    assert note in figure.note


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(−2,9%)", RelativeChange.exact("-2.9", percent)),
        ("(-2,9%)", RelativeChange.exact("-2.9", percent)),
        ("(+0,44%)", RelativeChange.exact("0.44", percent)),
        ("tăng trưởng âm 2,5%", RelativeChange.exact("-2.5", percent)),
        ("cao hơn 20 hộ so với năm trước", Change.exact(20, household)),
        ("thấp hơn 20 hộ so với năm trước", Change.exact(-20, household)),
        ("giảm bình quân mỗi năm 20 hộ", Change.exact(-20, household / year)),
        ("cứ 1.000 trẻ thì có khoảng 9 trẻ", Value.about(9, per_mille)),
        ("tuổi thọ tăng thêm 2,5 năm", Change.exact("2.5", year)),
        ("giảm 500 hộ/năm", Change.exact(-500, household / year)),
        ("vượt 20 hộ so với kế hoạch", Change.exact(20, household)),
        ("tăng cường hỗ trợ 20 hộ", Value.exact(20, household)),
        ("tốc độ tăng trưởng 7,2%", RelativeChange.exact("7.2", percent)),
        ("chương trình giảm nghèo cho 20 hộ", Value.exact(20, household)),
        ("gấp đôi", RelativeChange.exact(2, times, form="times")),
        ("gấp ba", RelativeChange.exact(3, times, form="times")),
    ],
)
def test_directions(text: str, value: object) -> None:
    figure = vietnamese.find(text)[-1]
    if value == RelativeChange.exact("-2.5", percent):
        assert figure.magnitude == Decimal("-2.5")
    else:
        assert figure.value == value


def test_a_yearly_change_has_a_unit_per_year_and_cites_the_governing_words() -> None:
    figure = only("Bình quân mỗi năm tăng 1.120 ha.")
    assert (figure.value, figure.unit) == (Change.exact(1120, hectare / year), hectare / year)
    assert [words.printed for words in figure.governed_by] == ["Bình quân mỗi năm"]


def test_a_dash_in_a_range_is_not_a_minus_sign() -> None:
    figure = only("Nhóm 0 -14 tuổi.")
    assert figure.number == (Decimal(0), Decimal(14))
    assert figure.mention is MentionKind.AGE


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Ước đạt 500 hộ.", (Status.ESTIMATED,)),
        ("Dự ước năm nay có 500 hộ; đã có 300 hộ.", (Status.ESTIMATED,)),
        ("Dự kiến hỗ trợ 500 hộ.", (Status.FORECAST,)),
        ("Sơ bộ có 500 hộ.", (Status.PROVISIONAL,)),
        ("Phấn đấu đạt 500 hộ.", (Status.PLANNED,)),
        ("Kế hoạch 500 hộ.", (Status.PLANNED,)),
        ("Công ước được 500 hộ ký.", ()),
        ("Ước mơ của 500 hộ.", ()),
        ("Nước về với 500 hộ.", ()),
        ("Từng bước hỗ trợ 500 hộ.", ()),
    ],
)
def test_a_status_word_applies_to_distant_figures(text: str, statuses: tuple[Status, ...]) -> None:
    figures = vietnamese.find(text)
    assert figures[0].statuses == statuses
    assert all(figure.statuses == () for figure in figures[1:])


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Kế hoạch năm 2024: thu 8.500 tỷ đồng; chi 9.000 tỷ đồng. Có 5 xã.", "yyn"),
        ("- Mục tiêu đến năm 2030: đô thị hóa trên 45%; che phủ 54,5%.", "yy"),
        ("Phấn đấu năm 2024: thu 5 tỷ đồng; chi 6 tỷ đồng; có 7 xã. Có 8 xã.", "yyyn"),
        ("Phấn đấu thu 5 tỷ đồng; chi 6 tỷ đồng. Chi 7 tỷ đồng.", "yyn"),
        ("Phấn đấu đạt 5 ha: 3 ha lúa; 2 ha ngô; đã trồng 4 ha.", "yyyn"),
        ("Kế hoạch: 500 ha; thực hiện: 480 ha.", "yn"),
        ("Kết quả thực hiện kế hoạch năm 2023: 5 ha; 6 ha.", "nn"),
        ("Kế hoạch số 12/KH-UBND: 5 ha; 6 ha.", "nn"),
    ],
)
def test_a_plan_followed_by_a_colon_applies_to_its_sentence(text: str, planned: str) -> None:
    figures = [one for one in vietnamese.find(text) if one.mention is None]
    assert "".join("y" if Status.PLANNED in one.statuses else "n" for one in figures) == planned


def test_an_estimate_after_a_plan_is_not_planned() -> None:
    for text in ("Kế hoạch trồng 50 ha rừng, ước đạt 45 ha.", "Kế hoạch thu 50 tỷ đồng; ước thu 45 tỷ đồng, đạt 90%."):
        plan, *outcomes = vietnamese.find(text)
        assert plan.statuses == (Status.PLANNED,)
        assert all(one.statuses == (Status.ESTIMATED,) for one in outcomes)


@pytest.mark.parametrize(
    ("text", "time", "basis", "collection"),
    [
        ("Đầu năm 2016 có 500 hộ.", "2016", TimeBasis.STATED, TimeCollection.BEGINNING),
        ("Đến hết năm 2018 có 500 hộ.", "2018", TimeBasis.STATED, TimeCollection.END),
        ("Năm 2018 tốt hơn. Có 500 hộ.", "2018", TimeBasis.CARRIED, None),
        ("Năm 2018 tốt hơn; có 500 hộ.", "2018", TimeBasis.CARRIED, None),
        ("Có 500 hộ trong năm 2018.", "2018", TimeBasis.STATED, None),
        (
            "Giai đoạn 2016-2018 bình quân mỗi năm có 500 hộ.",
            "2016-01-01/P3Y",
            TimeBasis.STATED,
            TimeCollection.AVERAGE,
        ),
        ("Hằng năm có 500 hộ.", "None", None, TimeCollection.EACH),
        ("Bình quân có 500 hộ/năm.", "None", None, TimeCollection.EACH),
        ("Tại ngày 31/12/2018 có 500 hộ.", "2018-12-31", TimeBasis.STATED, TimeCollection.AT),
        ("Từ tháng 3/2017 đến tháng 5/2018 có 500 hộ.", "2017-03-01/P15M", TimeBasis.STATED, None),
        ("9 tháng cuối năm 2018 có 500 hộ.", "2018-04-01/P9M", TimeBasis.STATED, None),
        ("9 tháng năm 2018 có 500 hộ.", "2018-01-01/P9M", TimeBasis.STATED, None),
        ("Tháng 10-12/2018 có 500 hộ.", "2018-Q4", TimeBasis.STATED, None),
        ("Quý 3/2018 có 500 hộ.", "2018-Q3", TimeBasis.STATED, None),
        ("Theo Quyết định 12/QĐ-UBND ngày 5/6/2018, có 500 hộ.", "None", None, None),
        ("So với năm 2015, có 500 hộ.", "None", None, None),
        ("Theo giá so sánh 2010, có 500 hộ.", "None", None, None),
        ("Có 500 hộ.", "None", None, None),
    ],
)
def test_times(text: str, time: str, basis: TimeBasis | None, collection: TimeCollection | None) -> None:
    figure = next(one for one in vietnamese.find(text) if one.printed.startswith("500 hộ"))
    assert (str(figure.time), figure.time_basis, figure.collection) == (time, basis, collection)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Tăng 5,2% (năm 2021), 6,1% (năm 2022), 7,3% (năm 2023).", ["2021", "2022", "2023"]),
        ("Tỷ lệ hộ nghèo: 8,5% (2021); 7,2% (2022), có 5 xã.", ["2021", "2022", "None"]),
        ("Năm 2020 (45,2%), năm 2021 (47,8%).", ["2020", "2021"]),
        (
            "GRDP quý I/2023 tăng 5%, quý II tăng 6%; 6 tháng tăng 5,5%; cả năm tăng 6,5%.",
            ["2023-Q1", "None", "None", "None"],
        ),
        ("GRDP quý I/2023 tăng 5%, cả năm tăng 6%.", ["2023-Q1", "None"]),
        ("GRDP quý I/2023 tăng 5%; 6 tháng tăng 5,5%.", ["2023-Q1", "None"]),
        ("Năm 2023 tăng 5%, cả năm tăng 6%, hỗ trợ 6 tháng cho 500 hộ.", ["2023", "2023", "2023"]),
        ("Năm 2022 đạt 5 ha. Có 6 ha trong quý II. Có 7 xã.", ["2022", "None", "None"]),
        ("Năm 2022 đạt 5 ha lúc 8 giờ sáng, có 6 ha.", ["2022", "2022"]),
        ("Năm 2022 đạt 5 ha theo Công văn 12/QĐ-UBND ngày 5/6, có 6 ha.", ["2022", "2022"]),
        ("GRDP tăng 5,2% năm 2021. Năm 2022 tăng 5% năm 2021.", ["2021", "2021-01-01/P2Y"]),
        ("Thu gấp 2 lần năm 2015; bằng 102% năm 2015.", ["None", "None"]),
    ],
)
def test_times_of_several_figures(text: str, times: list[str]) -> None:
    figures = [one for one in vietnamese.find(text) if one.mention is None]
    assert [str(figure.time) for figure in figures] == times


def test_the_time_of_a_change_starts_at_its_base_of_comparison() -> None:
    text = "Năm 2018 đạt 49,1%, tăng 3,7 điểm % so với năm 2015."
    change = next(one for one in vietnamese.find(text) if one.kind is FigureKind.PERCENTAGE_POINT)
    assert str(change.time) == "2015-01-01/P4Y"


def test_a_line_in_lower_case_continues_the_sentence_before_it() -> None:
    assert [one.printed for one in vietnamese.find("Toàn xã có 2.731\nhộ nghèo.\nCó 5\nXã khác.")] == [
        "2.731\nhộ nghèo",
        "5",
    ]


def test_positions_refer_to_the_given_text() -> None:
    text = unicodedata.normalize("NFD", "Tỷ lệ hộ nghèo còn gần 1.245 hộ nghèo, 2\u0301 …")
    figure = vietnamese.find(text)[0]
    assert text[figure.start : figure.end] == figure.printed
    assert unicodedata.normalize("NFC", figure.printed) == "gần 1.245 hộ nghèo"


@pytest.mark.parametrize(
    "text",
    [
        "Điện thoại: 0912 345 678",
        "Hotline 1900 6868 12",
        "+84 912 345 678",
        "ĐT: 024.3825.1234",
    ],
)
def test_telephone_numbers_are_recognised(text: str) -> None:
    assert only(text).kind is FigureKind.PHONE


@pytest.mark.parametrize(
    "text",
    [
        "mô hình 3 trong 1",
        "trực 24/24 giờ và 24/7",
        "mạng 5G, PM2.5, H5N1, COVID-19, F0",
        "1. Mục tiêu",
        "a) Nội dung; 2) nội dung",
        "theo tài liệu [12] và [3, 4]",
        "Điều 5, khoản 2, Bảng 3, lớp 4, phường 7",
        "0 0 1 2 3 4 5 6 7 8 9 10 11 12",
    ],
)
def test_numbers_that_are_not_figures_are_left_out(text: str) -> None:
    assert not vietnamese.find(text)


def test_a_part_of_a_whole_is_a_ratio() -> None:
    figure = only("Có 28 trong tổng số 36 dự án hoàn thành.")
    assert (str(figure.value), str(figure.out_of)) == ("28 project", "36 project")
    assert only("Có 3 trong 5 xã.").kind is FigureKind.RATIO


def test_custom_units_are_read_and_printed() -> None:
    bed = Unit.counting("hospital_bed", en="hospital bed", vi="giường bệnh")
    figure = vietnamese.parse("gần 1.200 giường bệnh", [bed])
    assert figure.value == Value.nearly(1200, bed)
    assert vietnamese.find("Có gần 1.200 giường bệnh.", [bed])[0].value == figure.value
    assert vietnamese.format(figure.value) == "gần 1.200 giường bệnh"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "blank"),
        ("không có gì", "no figure"),
        ("5 hộ và 6 xã", "several figures"),
        ("5 hộ\n\nSáu xã", "several paragraphs"),
        ("trên 60.000 hộ rất vui", "not part of a figure"),
        ("x" * 20_000, "too long"),
    ],
)
def test_parse_refuses_a_text_that_is_not_a_single_figure(text: str, problem: str) -> None:
    with pytest.raises(ParseError, match=problem):
        vietnamese.parse(text)


def test_the_note_quotes_a_misprinted_number() -> None:
    figure = vietnamese.parse("5.000.00 đồng")
    assert (figure.printed, figure.number, figure.value) == ("5.000.00 đồng", None, None)
    assert "5.000.00" in figure.note


def test_arguments_of_the_wrong_type_are_refused() -> None:
    for read in (vietnamese.find, vietnamese.parse, vietnamese.iterate):
        with pytest.raises(FieldTypeError, match="text: wrong type"):
            read(5)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="no printed form"):
        vietnamese.format("5 hộ")  # type: ignore[arg-type]


def test_parse_reads_a_word_that_may_be_an_article_as_a_number() -> None:
    assert vietnamese.parse("một hộ").value == Value.exact(1, household)
    assert vietnamese.parse("năm hộ").value == Value.exact(5, household)
    assert not vietnamese.find("một hộ")


@pytest.mark.parametrize(
    "value",
    [
        Value.exact(5, household) / 3,
        Value.exact(5, times),
        Value.exact(5, household / year),
        Change.between(-5, 5, household),
        Change.exact(2, times),
    ],
)
def test_format_refuses_a_value_without_an_unambiguous_form(value: Value | Change) -> None:
    with pytest.raises(UndefinedResultError):
        vietnamese.format(value)


def test_qualifiers_after_the_figure_are_read() -> None:
    assert only("Trẻ từ đủ 6 tuổi trở lên.").qualifier is Qualifier.AT_LEAST
    assert only("Hộ có 5 người trở xuống.").qualifier is Qualifier.AT_MOST


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Tổng khách du lịch đạt 8,6 triệu lượt.", "person_turn"),
        ("Vận chuyển hành khách ước đạt 5.000 lượt.", "person_turn"),
        ("Đón 8,6 triệu lượt khách, trong đó khách quốc tế 1,2 triệu lượt.", "person_turn"),
        ("Số lượt hộ vay vốn là 5.000 lượt.", "household_turn"),
        ("Xe buýt chở khách chạy 5.000 lượt.", "turn"),
        ("Khách tăng, xe chạy đạt 5.000 lượt.", "turn"),
        ("Cả năm đạt 5.000 lượt.", "turn"),
        ("Lãnh đạo của 15 người dân đã tiếp 12 lượt.", "turn"),
    ],
)
def test_turns_are_those_of_what_the_clause_names(text: str, unit: str) -> None:
    assert str(vietnamese.find(text)[-1].unit) == unit


@pytest.mark.parametrize(
    "text",
    [
        "Bác sĩ bình quân 1 vạn dân là 9,2.",
        "Số giường bệnh tính bình quân 1 vạn dân đạt 9,2.",
        "Số bác sĩ bình quân một vạn dân: 9,2.",
    ],
)
def test_a_mean_of_ten_thousand_people_is_a_rate(text: str) -> None:
    assert [str(figure.value) for figure in vietnamese.find(text)] == ["9.2 per_10_000"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 95 triệu đồng.", "VND/hectare"),
        ("Thu nhập trên 01ha chè là 95 - 100 triệu đồng/năm.", "VND/hectare/year"),
        ("Trồng trên 1 ha chè, thu 95 triệu đồng.", "VND"),
        ("Trung bình mỗi ngày đón 1.200 lượt khách.", "person_turn/day"),
        ("Bình quân 1 ngày thu 95 triệu đồng.", "VND/day"),
    ],
)
def test_what_a_figure_is_per_is_said_before_it(text: str, unit: str) -> None:
    assert str(vietnamese.find(text)[-1].unit) == unit


def test_a_status_in_a_bracket_is_alone() -> None:
    figures = vietnamese.find("GRDP ước tăng 8,01% (sơ bộ quý I tăng 7,9%), nông nghiệp tăng 2,01%.")
    stated = [figure.statuses for figure in figures if figure.value is not None]
    assert stated == [(Status.ESTIMATED,), (Status.PROVISIONAL,), (Status.ESTIMATED,)]


def test_a_figure_kind_equals_its_code() -> None:
    assert only("5 hộ").kind == "level"
    assert FigureKind("percentage_point") is FigureKind.PERCENTAGE_POINT


@pytest.mark.parametrize("digits", ["9" * 20000, "9" * 81, "0" * 300, "9." * 100 + "9", "9," * 50 + "9"])
def test_a_number_that_is_too_long_is_reported_without_a_value(digits: str) -> None:
    for text in (digits, f"Có {digits} người.", f"đạt {digits}% kế hoạch", f"từ {digits} đến 5 hộ"):
        figure = vietnamese.find(text)[0]
        assert figure.value is None
        assert digits in figure.printed
        assert "too long for one number (at most " in figure.note
    assert vietnamese.parse(digits[:9000]).value is None


@pytest.mark.parametrize("digits", ["9" * 62, "9" * 80])
@pytest.mark.parametrize(
    "text",
    [
        "Có {} người.",
        "Có {}.",
        "Từ 5 đến {}.",
        "Có {} bác sĩ/10.000 dân.",
        "Có 5 hộ/{} hộ.",
        "Tăng {}%.",
        "Bằng {}% so với kế hoạch và cùng kỳ.",
        "Thu đạt 5 tỷ đồng, tăng {}% kế hoạch.",
    ],
)
def test_a_number_beyond_all_magnitudes_has_no_value_and_is_asked_for(text: str, digits: str) -> None:
    printed = text.replace("{}", digits)
    figure = vietnamese.find(printed)[-1]
    assert (figure.value, figure.magnitude if "/" not in text else None) == (None, None)
    made = vietnamese.draft(printed, id="r", place="VN-01", period=Period.year(2018))
    assert "beyond" in figure.note or "no unit" in figure.note
    *_, record = (*made.observations, *made.targets, *made.claims)
    value = record["value"]
    assert isinstance(value if isinstance(value, Gap) else value["magnitude"], Gap)


@pytest.mark.parametrize("text", ["năm0213", "tháng 3/0999", "quý 2/0018", "ngày 3/4/0001"])
def test_a_year_that_no_report_has_is_not_a_time(text: str) -> None:
    assert all(figure.time is None for figure in vietnamese.find(text))


@pytest.mark.parametrize(
    ("text", "printed", "qualifier"),
    [
        ("Toàn huyện có không ít hơn 5 xã đạt chuẩn.", "không ít hơn 5 xã", Qualifier.AT_LEAST),
        ("Tỷ lệ tham gia không thấp hơn 85%.", "không thấp hơn 85%", Qualifier.AT_LEAST),
        ("Thu ngân sách không kém 3 tỷ đồng.", "không kém 3 tỷ đồng", Qualifier.AT_LEAST),
        ("Huyện còn không nhiều hơn 5 xã khó khăn.", "không nhiều hơn 5 xã", Qualifier.AT_MOST),
        ("Tỷ lệ hộ nghèo không cao hơn 5%.", "không cao hơn 5%", Qualifier.AT_MOST),
        ("Kinh phí không vượt quá 3 tỷ đồng.", "không vượt quá 3 tỷ đồng", Qualifier.AT_MOST),
    ],
)
def test_a_denied_comparison_is_a_bound(text: str, printed: str, qualifier: Qualifier) -> None:
    (figure,) = vietnamese.find(text)
    assert isinstance(figure.value, Value)
    assert (figure.printed, figure.value.qualifier) == (printed, qualifier)


def test_a_comparison_that_is_not_denied_is_a_change() -> None:
    (figure,) = vietnamese.find("Số hộ nghèo ít hơn năm trước 5 hộ.")
    assert isinstance(figure.value, Change)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Sản lượng đạt 7,488 tấn.", "number"),
        ("Hỗ trợ hàng trăm hộ.", "number"),
        ("Có l2 xã.", "number"),
        ("Sản lượng tăng 3 lần.", "meaning"),
        ("Một nửa số xã có điện.", "meaning"),
        ("Giá trị tăng, giảm 350 ha.", "meaning"),
        ("Có 12 khung cửi cổ.", "unit"),
        ("Đạt điểm 7.582/1.", "unit"),
        ("Có 12 xã.", None),
        ("Xếp thứ 43.", None),
        ("Gọi 0213 3876 543.", None),
        ("Theo Quyết định 45/QĐ-UBND.", None),
    ],
)
def test_a_figure_without_a_value_says_what_is_in_doubt(text: str, doubt: str | None) -> None:
    (figure,) = vietnamese.find(text)
    assert (figure.doubt and figure.doubt.value) == doubt, figure
    assert figure.value is None or figure.doubt is None
