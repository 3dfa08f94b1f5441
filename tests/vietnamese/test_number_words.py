"""Numbers in words: what an independent speller writes is read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from aseansc import vietnamese
from aseansc.vietnamese._characters import Passage
from aseansc.vietnamese._numerals import numeral_at
from aseansc.vietnamese._tokens import Tokens

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def below_thousand(number: int, *, full: bool, zero: str, four: str) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words: list[str] = []
    if hundreds or full:
        words += [DIGITS[hundreds], "trăm"]
    if tens == 0:
        if ones:
            words += [zero, DIGITS[ones]] if words else [DIGITS[ones]]
    elif tens == 1:
        words += ["mười", *({0: [], 5: ["lăm"]}.get(ones, [DIGITS[ones]]))]
    else:
        last = {0: [], 1: ["mốt"], 4: [four], 5: ["lăm"]}.get(ones, [DIGITS[ones]])
        words += [DIGITS[tens], "mươi", *last]
    return words


def in_words(number: int, *, thousand: str = "nghìn", billion: str = "tỷ", zero: str = "linh", four: str = "tư") -> str:
    if number == 0:
        return "không"
    words: list[str] = []
    for power, name in ((12, f"{thousand} {billion}"), (9, billion), (6, "triệu"), (3, thousand), (0, "")):
        group, number = divmod(number, 10**power)
        if power == 12 and group:
            # một nghìn hai trăm tỷ: thousands of billions and billions share one scale word
            billions, number = divmod(number, 10**9)
            rest = below_thousand(billions, full=True, zero=zero, four=four) if billions else []
            words += [*below_thousand(group, full=False, zero=zero, four=four), thousand, *rest, billion]
        elif group:
            words += [*below_thousand(group, full=bool(words), zero=zero, four=four), *([name] if name else [])]
    return " ".join(words)


@given(
    st.integers(2, 10**6) | st.integers(2, 10**15 - 1),
    st.sampled_from(("nghìn", "ngàn")),
    st.sampled_from(("tỷ", "tỉ")),
    st.sampled_from(("linh", "lẻ")),
    st.sampled_from(("tư", "bốn")),
)
def test_number_words_are_read_back(number: int, thousand: str, billion: str, zero: str, four: str) -> None:
    printed = in_words(number, thousand=thousand, billion=billion, zero=zero, four=four) + " đồng"
    figure = vietnamese.parse(printed)
    assert figure.magnitude == number
    assert figure.unit is not None
    assert figure.unit.code == "VND"


@pytest.mark.parametrize(
    ("printed", "magnitude"),
    [
        ("hai mươi mốt hộ", "21"),
        ("một trăm linh năm hộ", "105"),
        ("một nghìn không trăm linh hai hộ", "1002"),
        ("mười lăm hộ", "15"),
        ("hai lăm hộ", "25"),
        ("ba trăm rưỡi hộ", "350"),
        ("nửa triệu đồng", "5E5"),
        ("ba triệu rưỡi đồng", "35E5"),
        ("hai tấn rưỡi", "2.5"),
        ("hai phẩy không năm phần trăm", "2.05"),
        ("một phẩy hai mươi lăm tỷ đồng", "125E7"),
        ("hai chục nghìn đồng", "2E4"),
        ("năm vạn người", "5E4"),
        ("3 trăm hộ", "300"),
    ],
)
def test_variants_of_number_words_are_read(printed: str, magnitude: str) -> None:
    assert vietnamese.parse(printed).magnitude == Decimal(magnitude)


@pytest.mark.parametrize(
    "printed",
    [
        "một số xã",
        "một bước",
        "năm xã được công nhận",
        "trong năm huyện đã xây trường",
        "thứ hai",
        "tháng ba",
        "không hộ nào",
        "hai, ba huyện",
        "hai bên",
        "tỷ lệ hộ nghèo",
        "tỷ trọng",
        "ước mơ",
        "bước đầu",
        "chín muồi",
    ],
)
def test_words_that_are_not_numbers_are_ignored(printed: str) -> None:
    assert not vietnamese.find(printed)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("bốn nghìn một trăm tám mươi tám tỷ", "4188E9"),
        ("hai triệu ba trăm nghìn tỷ", "2300000E9"),
        ("một nghìn hai trăm nghìn tỷ", "1200000E9"),
        ("hai trăm tỷ ba chục tỷ", "230E9"),
        ("hai tỷ ba trăm triệu bốn chục triệu", "2340E6"),
        (
            "một nghìn tỷ hai trăm tỷ ba chục tỷ bốn tỷ năm trăm triệu sáu chục triệu bảy triệu tám trăm nghìn chín vạn "
            "một nghìn",
            "1234567891E3",
        ),
        (
            "1 nghìn tỷ 2 trăm tỷ 3 chục tỷ 4 tỷ 5 trăm triệu 6 chục triệu 7 triệu 8 trăm nghìn 9 vạn 1 nghìn",
            "1234567891E3",
        ),
        ("ba trăm nghìn triệu", "300000E6"),
    ],
)
def test_scales_multiply_the_smaller_amounts_before_them(words: str, number: str) -> None:
    (figure,) = vietnamese.find(f"Tổng vốn {words} đồng.")
    assert figure.magnitude == Decimal(number)
    assert figure.value is not None


def test_an_amount_that_is_not_smaller_begins_another_number() -> None:
    tokens = Tokens(Passage("hai tỷ ba trăm nghìn triệu", 0, True))
    first, second = numeral_at(tokens, 0), numeral_at(tokens, 2)
    assert first is not None
    assert second is not None
    assert (first.end, first.number, first.power) == (2, 2, 9)
    assert (second.end, second.number, second.power) == (6, 300, 9)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hỗ trợ năm trăm ba chục triệu đồng.", "530000000 VND to 1000000"),
        ("Hỗ trợ ba trăm bốn chục hộ nghèo.", "340 household"),
        ("Tổng vốn là hai tỷ ba trăm nghìn triệu đồng.", "None"),
        ("Có 1.250.00 (hai) hộ nghèo.", "None"),
        ("Lợi nhuận từ âm 5 đến 10 triệu đồng.", "-5000000..10000000 VND to 1000000"),
    ],
)
def test_tens_after_hundreds_numbers_that_go_on_after_a_scale_and_losses(text: str, value: str) -> None:
    (figure,) = vietnamese.find(text)
    assert str(figure.value) == value


def test_a_number_in_words_in_a_bracket_is_not_part_of_a_name() -> None:
    found = vietnamese.draft("Có 12 (mười hai) hộ nghèo.", place="XX-SM")
    assert found.indicators[0]["name"]["vi"] == "Số hộ nghèo"
