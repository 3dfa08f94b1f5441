"""Values exactly at a limit, and errors with their fields: faults there went unnoticed by other tests."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aseansc import Citation
from aseansc.datasets import skeleton
from aseansc.errors import FieldError
from aseansc.units import household
from aseansc.verification import ExtractedFigure, FigureVerdict, verify, verify_claims
from aseansc.verification._cells import is_cell
from aseansc.verification._index import _shares, _slips
from aseansc.verification._locate import MOST_PLACES, Finder
from aseansc.verification._moved import _rising
from aseansc.verification._unit_words import read_unit


@pytest.mark.parametrize(
    ("fields", "where", "got"),
    [
        ({"end": 3}, "ExtractedFigure.start", None),
        ({"start": 5, "end": 5}, "ExtractedFigure.end", (5, 5)),
        ({"start": 7, "end": 3}, "ExtractedFigure.end", (7, 3)),
        ({"upper": Decimal(4)}, "ExtractedFigure.upper", Decimal(4)),
        ({"quote": " "}, "ExtractedFigure.quote", " "),
        ({"unit": " "}, "ExtractedFigure.unit", " "),
    ],
    ids=str,
)
def test_the_error_for_an_extracted_figure_has_what_was_wrong(
    fields: dict[str, object], where: str, got: object
) -> None:
    with pytest.raises(FieldError) as caught:
        ExtractedFigure(number=Decimal(5), **fields)
    assert caught.value.where == where
    if got is not None:
        assert caught.value.got == got


def test_a_figure_at_the_first_positions_and_with_equal_ends_is_accepted() -> None:
    assert ExtractedFigure(number=5, start=0, end=1).start == 0
    assert ExtractedFigure(number=5, start=7).end is None
    assert ExtractedFigure(number=5, upper=5).upper == 5


def test_a_whole_is_a_share_of_itself_and_nothing_is_no_share() -> None:
    assert _shares(Decimal(5), Decimal(5)) == {Decimal(1), Decimal(100)}
    assert _shares(Decimal(0), Decimal(5)) == _shares(Decimal(6), Decimal(5)) == set()
    assert {Decimal("0.67"), Decimal("66.7"), Decimal(67)} <= _shares(Decimal(2), Decimal(3))
    assert Decimal("66.6667") in _shares(Decimal(2), Decimal(3))


def test_slips_have_one_other_digit_one_less_one_more_or_two_swapped() -> None:
    found = _slips(Decimal("12.3"))
    expected = ("19.3", "02.3", "12.0", "1.2", "1.3", "2.3", "112.3", "123.9", "120.3", "13.2", "21.3")
    assert [text for text in expected if Decimal(text) not in found] == []
    assert Decimal("32.1") not in found


def test_round_numbers_have_slips_in_their_zeros() -> None:
    assert Decimal(130) in _slips(Decimal("1.2E2"))
    assert Decimal(102) in _slips(Decimal("1.2E2"))
    longest = Decimal("1E18")
    assert _slips(longest) == set()  # 19 digits are too many
    assert Decimal("2E17") in _slips(Decimal("1E17"))


def test_passages_stay_in_order_from_the_first() -> None:
    found = [(0, 5, "a"), (1, 2, "b"), (2, 6, "c"), (3, 3, "d"), (4, 9, "e")]
    assert [word for _, _, word in _rising(found)] == ["b", "d", "e"]
    assert _rising(found[:1]) == found[:1]
    assert _rising([]) == []


def test_the_words_of_a_unit_are_one_amount_of_it() -> None:
    assert read_unit("hộ").unit == household
    assert (read_unit("triệu đồng").unit is not None, read_unit("triệu đồng").factor) == (True, Decimal(1000000))
    for words in ("và", "đến 5 hộ", "nghìn", "xyz"):
        assert read_unit(words).unit is None, words


def test_figures_beside_a_quote_are_not_in_it() -> None:
    text = "Năm 2018 có 25 hộ,\n30 hộ,\n35 hộ nghèo."
    claims = [{"number": number, "unit": "hộ", "quote": "25 hộ,\n30 hộ"} for number in (25, 30, 35)]
    found = [result.verdict for result in verify_claims(text, claims)]
    assert found[:2] == [FigureVerdict.CONFIRMED] * 2
    assert found[2] is not FigureVerdict.CONFIRMED


def test_one_place_more_than_are_compared_is_searched_for() -> None:
    assert len(Finder("5% và " * (MOST_PLACES + 5)).places("5%") or ()) == MOST_PLACES + 1
    assert len(Finder("5% và " * 3).places("5%") or ()) == 3


def test_the_positions_of_numbers_without_a_citation_are_not_printed() -> None:
    shown = repr(verify(skeleton.load(), "Có 5 xã"))
    assert "uncited" not in shown
    assert "mismatches" in shown


def test_a_number_fills_a_cell_if_it_is_alone_on_its_line() -> None:
    def fills(text: str, start: int, printed: str = "1.250", locator: str = "table 1, r2c3") -> bool:
        return is_cell(
            Citation(document="r", start=start, end=start + len(printed), printed=printed, locator=locator), text
        )

    assert all(fills(text, text.index("1.250")) for text in ("1.250", "1.250\nx", "x\n1.250", "x\n1.250\ny"))
    assert not any(
        fills(text, text.index("1.250")) for text in (" 1.250", "1.250 hộ", "x 1.250", "x\n1.250 y", "x1.250")
    )
    assert not fills("x\n1.251", 2)
    assert not fills("x\nhai", 2, "hai")
    assert not fills("1.250", 0, locator="page 2")
