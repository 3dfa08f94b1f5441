"""Properties of reading and printing Vietnamese text."""

from __future__ import annotations

import time
import unicodedata
from decimal import ROUND_UP, Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import assume, given, settings, strategies as st

from aseansc import Change, Qualifier, RelativeForm, Unit, Value, strategies, vietnamese
from aseansc._decimals import is_power_of_ten
from aseansc.errors import ParseError, UndefinedResultError
from aseansc.units import catalogue, percent, percentage_point
from aseansc.vietnamese import FigureValue, PrintedFigure, _reader
from aseansc.vietnamese._figure import moved
from tests._profile import examples

PIECES = [
    "\n",
    "",
    "",
    "",
    "1.245",
    "3.845,49",
    "08",
    "0,5",
    "842,238",
    "1.490",
    "1,232.5",
    "1.2.3",
    "2018",
    "1",
    "500",
    "36/108",
    "22/4",
    "5/6",
    "15/11/2019",
    "01/4/",
    "2009",
    "12-2016",
    "2l0.000\n",
    "",
    "",
    "",
    "%",
    "%/năm",
    "‰",
    "điểm",
    "điểm%",
    "lần",
    "tuổi",
    "hộ",
    "lượt",
    "người",
    "xã",
    ",",
    "phường",
    "triệu",
    "nghìn",
    "tỷ",
    "tỉ",
    "tỷ",
    "lệ",
    "đồng",
    "đ",
    "ha",
    "km2",
    "m³",
    "/người",
    "/tháng",
    "/",
    "1\n",
    "",
    "",
    "",
    "trên",
    "hơn",
    "gần",
    "khoảng",
    "dưới",
    "tối",
    "thiểu",
    "chưa",
    "đầy",
    "~",
    "từ",
    "đến",
    "-",
    "–",
    "trở",
    "lên",
    "tăng",
    "giảm",
    "còn",
    "đạt",
    "vượt",
    "kế",
    "hoạch",
    "chỉ",
    "tiêu",
    "so",
    "với\n",
    "",
    "",
    "",
    "cùng",
    "kỳ",
    "gấp",
    "rưỡi",
    "đôi",
    "một",
    "hai",
    "ba",
    "tư",
    "năm",
    "lăm",
    "mười",
    "mươi",
    "trăm",
    "linh",
    "phẩy",
    "nửa",
    "phần",
    "vạn",
    "chục",
    "hàng",
    "vài",
    "thứ",
    "thứ",
    "tư",
    "XII",
    "khóa\n",
    "",
    "",
    "",
    "ước",
    "dự",
    "kiến",
    "sơ",
    "bộ",
    "đầu",
    "cuối",
    "hết",
    "tháng",
    "quý",
    "I",
    "giai",
    "đoạn",
    "năm",
    "2016-2018",
    "ngày",
    "bình",
    "quân",
    "mỗi",
    "hằng",
    "22-NQ/TW",
    "số",
    "Đề",
    "án",
    "161\n",
    "",
    "",
    "",
    "3",
    "trong",
    "1",
    "0213",
    "3876",
    "543",
    "+84",
    "[18]",
    "(",
    ")",
    ".",
    ";",
    ":",
    "…",
    "−",
    "+",
    "âm",
    "giờ",
    "sáng",
    "h",
    "30a",
    "COVID-19",
    "Ð",
    "\u200b",
    "\xa0",
    "\u2009",
    "５６",
    "́",
    "\n",
    "\r\n\n",
    "",
    "",
    "",
    "",
]
PHRASES = st.lists(st.sampled_from(PIECES), max_size=25).flatmap(
    lambda pieces: st.sampled_from(("", " ", " ", " ")).map(lambda blank: blank.join(pieces))
)
TEXTS = PHRASES | st.text(max_size=80)


@given(TEXTS)
@settings(max_examples=examples(3))
def test_any_text_is_read_and_positions_are_exact(text: str) -> None:
    """No text raises an error; figures match their positions, are in order and do not overlap."""
    after = 0
    for figure in vietnamese.find(text):
        assert after <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.printed
        for span in figure.governed_by:
            assert text[span.start : span.end] == span.printed
        after = figure.end


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800 5 hộ \udfff",
        "\x00 12 hộ \x1f",
        "1 " + "tỷ " * 300,
        "9" * 79 + " hộ",
        "9" * 5000 + " hộ",
        "0," + "0" * 78 + "1 ha",
        "một " + "nghìn tỷ " * 100 + "đồng",
        "từ 1 đến " + "9" * 79 + " tỷ tỷ tỷ đồng",
        "ngày 99/99/9999, tháng 13/2018, quý 7/2018, 31/02/2018",
        "năm 0000, năm 9999 - 0000",
        "0/0 xã, 5/0 xã, 0% kế hoạch",
        "İ 5 hộ ẞ",
    ],
    ids=range(13),
)
def test_unusual_texts_are_read(text: str) -> None:
    for figure in vietnamese.find(text):
        assert text[figure.start : figure.end] == figure.printed


def in_normal_form(figure: PrintedFigure) -> tuple[object, ...]:
    governed = tuple(unicodedata.normalize("NFC", span.printed) for span in figure.governed_by)
    return (
        unicodedata.normalize("NFC", figure.printed),
        figure.kind,
        figure.number,
        figure.scale,
        figure.unit,
        figure.qualifier,
        figure.value,
        figure.out_of,
        figure.statuses,
        figure.time,
        figure.collection,
        governed,
        figure.note,
    )


@given(PHRASES | st.text(st.characters(max_codepoint=0x1EFF, exclude_categories=("Cs",)), max_size=60))
def test_both_unicode_normal_forms_are_read_alike(text: str) -> None:
    composed = vietnamese.find(unicodedata.normalize("NFC", text))
    decomposed = vietnamese.find(unicodedata.normalize("NFD", text))
    assert [in_normal_form(figure) for figure in composed] == [in_normal_form(figure) for figure in decomposed]


@given(PHRASES)
def test_reading_does_not_depend_on_the_ambient_decimal_context(text: str) -> None:
    expected = vietnamese.find(text)
    with localcontext(Context(prec=2, rounding=ROUND_UP, Emax=3, Emin=-3)):
        assert vietnamese.find(text) == expected


@given(PHRASES)
def test_iterate_yields_what_find_returns(text: str) -> None:
    assert tuple(vietnamese.iterate(text)) == vietnamese.find(text)


def custom_units(value: FigureValue) -> list[Unit]:
    unit = getattr(value, "unit", None)
    return [part for part in (unit.parts or (unit,)) if part not in catalogue()] if unit is not None else []


def stated(strategy: st.SearchStrategy[FigureValue]) -> st.SearchStrategy[FigureValue]:
    """Keep only what can be printed: a computed resolution cannot."""
    return strategy.filter(lambda value: is_power_of_ten(value.resolution))


@given(
    strategies.values(computed=False)
    | stated(strategies.changes())
    | stated(strategies.relative_changes(forms=st.sampled_from((RelativeForm.BY, RelativeForm.TO, RelativeForm.TIMES))))
    | stated(strategies.attainments())
    | strategies.periods()
    | strategies.as_ofs()
    | strategies.month_days()
)
@settings(max_examples=examples(4))
def test_printed_statements_are_read_back(value: FigureValue) -> None:
    """``parse(format(v)).value == v`` for every statement with an unambiguous printed form."""
    try:
        printed = vietnamese.format(value)
    except UndefinedResultError:
        assume(False)
    assert vietnamese.parse(printed, custom_units(value)).value == value


@pytest.mark.parametrize(
    "value",
    [
        Value.about("2016", percentage_point, upper="2025"),
        Value.between("2016", "2025", percent),
        Change.between("2016", "2025", percentage_point),
        Value.between("2016E9", "2025E9", percent),
        Value.between("2016", "2025", Unit.parse("household")),
        Value.exact("2018", Unit.parse("household")),
    ],
    ids=str,
)
def test_numbers_that_look_like_years_are_read_back(value: FigureValue) -> None:
    assert vietnamese.parse(vietnamese.format(value)).value == value


@pytest.mark.parametrize("text", ["2..3000 person", "999..1000 hectare", "1..5000000 VND", "2.5..3000 hectare"])
def test_a_range_from_less_than_a_thousand_to_thousands_is_read_back(text: str) -> None:
    """*Từ 2 đến 3.000 người* may begin at 2.000."""
    value = Value.parse(text)
    assert vietnamese.parse(vietnamese.format(value)).value == value


def test_at_least_95_percent_of_values_can_be_printed() -> None:
    counts = {True: 0, False: 0}

    @given(strategies.values(computed=False))
    @settings(max_examples=300, database=None, derandomize=True)  # neighbouring examples are similar
    def count(value: Value) -> None:
        try:
            vietnamese.format(value)
        except UndefinedResultError:
            counts[False] += 1
        else:
            counts[True] += 1

    count()
    assert counts[True] >= 0.95 * sum(counts.values())


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**12))
def test_babel_reads_the_same_numbers(number: Decimal) -> None:
    """Babel reads a printed number in strict mode as the same number, and prints it in the same way."""
    numbers = pytest.importorskip("babel.numbers")
    printed = vietnamese.format(Value.exact(number, Unit.parse("hectare")))
    digits = printed.removesuffix(" ha")
    assert numbers.parse_decimal(digits, locale="vi", strict=True) == number
    assert numbers.format_decimal(number, format="#,##0.00", locale="vi", decimal_quantization=False) == digits


@given(st.from_regex(r"[0-9]{1,3}([.,][0-9]{1,4}){0,3}", fullmatch=True))
def test_babel_never_reads_a_different_number(digits: str) -> None:
    """A number that Babel reads in strict mode has the same value here or none."""
    numbers = pytest.importorskip("babel.numbers")
    try:
        expected = numbers.parse_decimal(digits, locale="vi", strict=True)
    except numbers.NumberFormatError:
        assume(False)
    try:
        figure = vietnamese.parse(f"{digits} ha")
    except ParseError:
        return
    assert figure.value is None or figure.value.magnitude == expected or "point" in figure.note


@pytest.mark.parametrize("qualifier", [one for one in Qualifier if one is not Qualifier.BETWEEN], ids=str)
def test_every_unit_is_printed_and_read_with_every_qualifier(qualifier: Qualifier) -> None:
    for unit in catalogue():
        if unit.code != "times":
            value = Value(magnitude="1234" if unit.is_whole else "1234.5", unit=unit, qualifier=qualifier)
            assert vietnamese.parse(vietnamese.format(value)).value == value


TRAPS = {
    "digits": "9",
    "groups": "1.",
    "commas": "1,234",
    "number words": "hai mươi lăm ",
    "nines": "chín ",
    "scales": "tỷ ",
    "ones": "một ",
    "years": "năm ",
    "strokes": "1/",
    "percents": "5%",
    "dashes": "5-",
    "brackets": "(",
    "risen": "tăng ",
    "from": "từ ",
    "letters for digits": "1l0",
    "decimals": "phẩy không ",
    "document numbers": "1-A",
    "denominators": "/người",
    "marks": "\u0301",
    "lines": "a\n",
    "half": "một nửa ",
    "compounds": "mười lăm tỷ, ",
}


@pytest.mark.parametrize("piece", TRAPS.values(), ids=TRAPS)
def test_reading_takes_linear_time(piece: str) -> None:
    """A text eight times as long takes at most about 24 times as long (some slack for noise)."""

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        vietnamese.find(text)
        return time.process_time() - start

    # The minimum of several runs: garbage collection of other tests' objects may slow down any single one.
    short, long = min(seconds(2_000) for _ in range(3)), min(seconds(16_000) for _ in range(3))
    assert long < 24 * short + 0.25


def test_iterate_holds_one_paragraph_in_memory() -> None:
    import tracemalloc

    text = "Toàn huyện có 1.245 hộ nghèo, giảm 3,5% so với năm 2017.\n" * 1_000
    figures = vietnamese.iterate(text)
    next(figures)
    tracemalloc.start()
    for _ in figures:
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 500_000


@given(PHRASES, st.integers(2, 4))
def test_a_repeated_paragraph_is_read_like_the_first(phrase: str, times: int) -> None:
    line = "A " + " ".join(phrase.split()) + ".\n"
    found = vietnamese.find(line * times)
    assert len(found) % times == 0
    size = len(found) // times
    for at, figure in enumerate(found):
        first = found[at % size]
        assert figure == moved(first, at // size * len(line), 0)
        assert (line * times)[figure.start : figure.end] == figure.printed


@pytest.mark.parametrize("phrase", ["ước 5 hộ ", "5 xã và ", "tăng 5% ", "trên 5 tỷ đồng "])
def test_pieces_of_a_repetitive_paragraph_are_read_once(phrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counted(*arguments: Any) -> Any:
        nonlocal read
        read += 1
        return figures_in(*arguments)

    figures_in = _reader._figures_in
    monkeypatch.setattr(_reader, "_figures_in", counted)
    assert len(vietnamese.find(phrase * 2_000)) == 2_000
    assert read <= 8


@given(st.lists(st.sampled_from([piece for piece in PIECES if not any(map(str.isdecimal, piece))])).map(" ".join))
def test_passages_that_are_not_read_for_lack_of_digits_have_no_figures(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_reader, "may_have_figures", lambda text: True)
        found = vietnamese.find(text)
    assert vietnamese.find(text) == found


def test_paragraphs_that_are_no_longer_remembered_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(f"Xã thứ {number} có {number} hộ nghèo, chiếm 5%." for number in (*range(400), *range(400)))
    found = vietnamese.find(text)
    monkeypatch.setattr(_reader, "_REMEMBERED", 1_000)
    assert vietnamese.find(text) == found
