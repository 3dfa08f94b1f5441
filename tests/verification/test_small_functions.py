"""The functions that a comparison is made of, in all small cases or beside a plain definition of what they return."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from typing import Any

import pytest

from aseansc import Citation
from aseansc.codelists import Absent
from aseansc.errors import FieldTypeError
from aseansc.units import Unit
from aseansc.values import Qualifier
from aseansc.verification import ExtractedFigure, FigureVerdict, VerifiedFigure, _locate, _mismatches, verify_claims
from aseansc.verification._cells import compare_cell, is_cell
from aseansc.verification._locate import MOST_PLACES, Finder, cuts_a_number, flat
from aseansc.verification._mismatches import _NUMBER, _uncited_parts
from aseansc.verification._numbers import numbers_in
from aseansc.verification._signs import Minus, minus_before
from aseansc.verification._stated import Stated
from aseansc.verification._unit_words import read_unit

CONFIRMED, REFUTED, UNDECIDED = FigureVerdict.CONFIRMED, FigureVerdict.REFUTED, FigureVerdict.UNDECIDED


def _checked(text: str, lang: str = "vi", **claim: Any) -> VerifiedFigure:
    (result,) = verify_claims(text, [claim], lang=lang)
    return result


# -- where a quote is


def _texts(letters: str, longest: int) -> list[str]:
    return ["".join(parts) for size in range(longest + 1) for parts in itertools.product(letters, repeat=size)]


def test_a_quote_is_found_wherever_the_same_letters_are_and_no_number_is_cut() -> None:
    """Blanks of any kind and number, invisible characters and the Unicode normal form make no difference."""
    for text in _texts("5 x\u00ad", 4):
        for quote in ("5", "x", "5 x", "x5", "55", "\u00ad"):
            found = Finder(text).places(quote) or []
            exact = [at for at in range(len(text)) if text.startswith(quote, at)]
            whole = [at for at in exact if not cuts_a_number(text, at, at + len(quote))]
            if whole:
                assert found == [(at, at + len(quote)) for at in whole], (text, quote)
            else:
                flattened = [
                    at for at in range(len(flat(text))) if flat(quote) and flat(text).startswith(flat(quote), at)
                ]
                left = [at for at in flattened if not cuts_a_number(flat(text), at, at + len(flat(quote)))]
                assert [flat(text[slice(*place)]) for place in found] == [flat(quote)] * len(left), (text, quote)


def test_a_text_is_searched_for_a_quote_as_long_as_the_work_left_allows() -> None:
    finder = Finder("có 5\n hộ")
    finder._left = len(finder.text) + 64  # what a search of the text costs
    assert finder.places("5 hộ") is None
    finder._left = len(finder.text) + 64 + 1
    assert finder.places("5 hộ") == [(3, 8)]
    finder._left = 1
    assert finder.places("5") == [(3, 4)]
    first = Finder("5 hộ, 5 xã")
    for left, places in ((64, [(0, 1)]), (65, [(0, 1), (6, 7)]), (64 + 6 + 64, [(0, 1), (6, 7)])):
        first._left = left  # a find costs what is before it, and 64
        assert first.places("5") == places, left


def test_quotes_that_are_not_searched_for_leave_their_claims_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_locate, "MOST_SEARCHED", 150)
    found = verify_claims("Có 5 hộ.", [{"number": 5, "quote": quote} for quote in ("6 hộ", "7 hộ", "5 hộ")])
    assert [result.verdict for result in found] == [REFUTED, UNDECIDED, UNDECIDED]
    assert all("too many quotes" in result.reason for result in found.undecided)


def test_more_places_than_are_compared_confirm_nothing_and_still_refute() -> None:
    for count, number, verdict in (
        (1, 5, CONFIRMED),
        (MOST_PLACES, 5, CONFIRMED),
        (MOST_PLACES + 1, 5, UNDECIDED),
        (1, 6, REFUTED),
        (MOST_PLACES, 6, REFUTED),
        (MOST_PLACES + 1, 6, REFUTED),
    ):
        assert _checked("Có 5 hộ. " * count, number=number, quote="5 hộ").verdict is verdict, (count, number)


def test_the_nearest_words_are_found_however_far_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_mismatches, "_FIRST_REACH", 2)
    for text in ("abxxxxxxxxxxxxxxxxxxxxab", "xab", "ab", "xxxxab", "abxxx", "xxx", "abab", ""):
        for start in range(len(text) + 3):
            there = [at for at in range(len(text)) if text.startswith("ab", at)]
            nearest, _ = _mismatches._nearest(text, "ab", start)
            if there:
                assert isinstance(nearest, int), (text, start)
                assert nearest in there, (text, start)
                assert abs(nearest - start) == min(abs(at - start) for at in there), (text, start)
            else:
                assert nearest is Absent.NOT_APPLICABLE, (text, start)


# -- numbers and their signs


def test_the_parts_of_a_number_that_no_citation_has_are_its_runs_of_digits() -> None:
    text = "Có 1.234,5 xã"
    number = _NUMBER.search(text)
    assert number is not None
    runs = [(3, 4), (5, 8), (9, 10)]
    for held in itertools.product((0, 1), repeat=7):
        mask = bytearray(3) + bytearray(held) + bytearray(4)
        left = [run.span() for run in _uncited_parts(text, number, mask)]
        wanted = [(start, end) for start, end in runs if not all(mask[start:end])]
        assert left == (wanted if any(held) else [(3, 10)]), held


def test_a_number_is_read_as_it_was_written_in_any_style() -> None:
    for whole, places in itertools.product((0, 7, 12, 345, 6789, 1234567), range(4)):
        number = (
            Decimal(whole) + Decimal(125).scaleb(-3).quantize(Decimal(1).scaleb(-places)) if places else Decimal(whole)
        )
        for group, point in ((",", "."), (".", ","), (" ", ","), ("", "."), ("", ",")):
            text = f"{number:,}".translate({ord(","): group, ord("."): point})
            assert number in list(numbers_in(f"x {text}; y")), text
    for text, wanted in (
        ("1.234", ["1234", "1.234"]), ("1.23", ["1.23"]), ("1.234.567", ["1234567"]), ("1.234,5", ["1234.5"]),
        ("1 234", ["1234"]), ("12 34", ["1234"]), ("12,34,5", ["1234.5"]), ("1" * 60, ["1" * 60]), ("1" * 61, []), ("٣", []), ("1.٣", []), ("٣,5", []),
    ):  # fmt: skip
        assert list(map(str, numbers_in(text))) == wanted, text


def test_a_minus_is_known_by_what_is_before_it() -> None:
    wanted = {
        "": Minus.UNCLEAR, "x ": Minus.DASH, "x": Minus.NONE, "\n": Minus.UNCLEAR, "\t": Minus.DASH, "|": Minus.DASH,
        "(": Minus.DASH, "[": Minus.DASH, "x: ": Minus.UNCLEAR, "5 ": Minus.UNCLEAR, "5% ": Minus.UNCLEAR, "5": Minus.NONE,
        "x\u00a0": Minus.DASH, "x\n ": Minus.UNCLEAR, "x; ": Minus.UNCLEAR, "x = ": Minus.DASH, "(x) ": Minus.DASH,
    }  # fmt: skip
    for before, minus in wanted.items():
        for dash in "-–":
            assert minus_before(f"{before}{dash}5", len(before) + 1) is minus, (before, dash)
        sure = Minus.NONE if minus is Minus.NONE else Minus.SURE
        assert minus_before(f"{before}\u22125", len(before) + 1) is sure, before
        assert minus_before(f"{before}- 5", len(before) + 2) is Minus.NONE, before
    for words in ("âm ", "Âm ", "lãi âm ", "âm  gần ", "âm khoảng "):
        assert minus_before(f"{words}5", len(words)) is Minus.SURE, words
    for words in ("", "siêu âm ", "nguyên âm ", "tâm ", "âm", "âm và ", "âm gần hơn "):
        assert minus_before(f"{words}5", len(words)) is Minus.NONE, words
    assert minus_before("x 5", 1) is Minus.NONE


def test_a_dash_before_a_number_in_another_language_decides_the_sign_of_no_positive_number() -> None:
    for text, number, verdict in (
        ("Net flow was -120.", 120, UNDECIDED),
        ("Net flow was −120.", 120, UNDECIDED),
        ("Net flow was -120.", -120, CONFIRMED),
        ("Net flow was 120.", 120, CONFIRMED),
        ("Net flow-120.", 120, CONFIRMED),
        ("Net flow was -0.5.", Decimal("0.5"), UNDECIDED),
        ("Net flow was -1.", 1, UNDECIDED),
        ("Net flow was 0.5.", Decimal("0.5"), CONFIRMED),
    ):
        assert _checked(text, "en", number=number, quote=text[8:-1]).verdict is verdict, (text, number)


def test_a_figure_is_compared_at_its_position_from_the_first_to_the_last_character_of_the_text() -> None:
    for before, after in itertools.product(("", "x ", "x" * 59 + " ", "x" * 60 + " ", "x" * 61 + " "), ("", ".", " x")):
        text, start = f"{before}5 hộ{after}", len(before)
        for first, last, verdict in (
            (start, None, CONFIRMED),
            (start, start + 4, CONFIRMED),
            (start, len(text), CONFIRMED),
            (start, len(text) + 1, REFUTED),
            (len(text), None, REFUTED),
        ):
            claim = {"number": 5, "unit": "household", "start": first} | ({} if last is None else {"end": last})
            (result,) = verify_claims(text, [claim])
            assert result.verdict is verdict, (text, first, last)


# -- units and kinds


def test_units_are_read_from_english_and_vietnamese_words_with_their_scale() -> None:
    for words, code, factor in (
        ("people", "person", 1), ("poor households", "household", 1), ("million VND", "VND", 10**6), ("bn dong", "VND", 10**9),
        ("thousands of people", "person", 1000), ("VND million", "VND", 10**6), ("VND billion per year", "VND/year", 10**9),
        ("million VND/person", "VND/person", 10**6), ("people per xã", "person/commune", 1), ("nghìn hộ", "household", 1000),
        ("cities", None, 1), ("people per nghìn hộ", None, 1), ("percent per percent", None, 1), ("people per people", None, 1),
        ("small hectares", None, 1), ("percent point", "percentage_point", 1), ("boxes", None, 1), ("communes", "commune", 1), ("countries", "country", 1), ("health facilities", "health_facility", 1),
    ):  # fmt: skip
        read = read_unit(words)
        assert (read.unit, read.factor) == (None if code is None else Unit.parse(code), Decimal(factor)), words
        assert read.words == (words if code is None else ""), words


def test_another_unit_of_the_same_dimension_is_undecided_where_the_reader_doubts_the_number() -> None:
    text = "Giá bán từ 30 - 55.000 đồng/kg."
    claim: dict[str, Any] = {"number": 30, "upper": 55000, "quote": "từ 30 - 55.000 đồng/kg"}
    for unit, uncertain in (("VND/kilogram", ["number"]), ("VND/tonne", ["number", "unit"])):
        assert sorted(map(str, _checked(text, unit=unit, **claim).uncertain)) == uncertain, unit
    assert "unit" in map(str, _checked(text, unit="VND/hectare", **claim).differs)


def test_points_without_a_direction_leave_the_sign_undecided() -> None:
    for number, kind, uncertain in (
        (2, None, []),
        (-2, None, ["sign"]),
        (2, "points", ["sign"]),
        (-2, "points", ["sign"]),
    ):
        claim: dict[str, Any] = {
            "number": number,
            "unit": "percentage_point",
            "kind": kind,
            "quote": "2 điểm phần trăm",
        }
        result = _checked("Tỷ lệ hộ nghèo là 2 điểm phần trăm.", **claim)
        assert list(map(str, result.uncertain)) == uncertain, (number, kind)


BOX = Unit.counting("parcel", en="parcel", vi="gói hàng")


def test_a_claim_in_a_custom_unit_is_compared_with_its_names_in_the_text() -> None:
    for text, verdict in (
        ("Có 5 gói hàng.", CONFIRMED),
        ("Có 5 parcel.", CONFIRMED),
        ("Có 5 hộ.", REFUTED),
        ("Có 5 parcels.", UNDECIDED),
    ):
        (result,) = verify_claims(text, [{"number": 5, "unit": "parcel"}], units=(BOX,))
        assert result.verdict is verdict, (text, result.reason)
    assert read_unit("parcel").unit is None


def test_a_figure_is_read_across_line_ends_wherever_it_is_in_the_text() -> None:
    """Also at the beginning and the end of the text, and in a paragraph that is longer than what is read again."""
    for before, after in itertools.product(
        ("", "x ", "x\n", "x" * 1200 + " ", "x" * 998 + "\n"), ("", "\nx", " " + "x" * 1200)
    ):
        text = f"{before}5\nhộ nghèo{after}"
        for claim, verdict in ((5, CONFIRMED), (6, REFUTED)):
            result = _checked(text, number=claim, unit="household", quote=f"{claim} hộ nghèo")
            assert result.verdict is verdict, (before, after, claim)
            assert result.places == (((len(before), len(before) + 10),) if verdict is CONFIRMED else ())


def test_only_an_amount_with_a_unit_can_be_a_negative_level() -> None:
    for text, quote, unit, verdict in (
        ("Kết quả âm 3 ha.", "3 ha", "hectare", CONFIRMED),
        ("Kết quả âm 3.", "3", "hectare", UNDECIDED),
        ("Kết quả tăng âm 3 lần.", "3 lần", "times", UNDECIDED),
        ("Kết quả âm 5/10 xã.", "5/10 xã", "commune", UNDECIDED),
    ):
        assert (
            _checked(text, number=-3 if "3" in text else -5, kind="level", unit=unit, quote=quote).verdict is verdict
        ), text


def test_where_the_reader_understands_nothing_equal_digits_are_undecided_and_others_refuted() -> None:
    for number, verdict in ((32, UNDECIDED), (320, REFUTED), (33, REFUTED)):
        assert _checked("Theo quốc lộ 32.", number=number, quote="quốc lộ 32").verdict is verdict


def test_an_unsure_number_is_undecided_for_each_of_its_readings_and_refuted_for_others() -> None:
    text = "Giá bán từ 30 - 55.000 đồng/kg."
    for number, verdict in ((30, UNDECIDED), (55000, UNDECIDED), (55, UNDECIDED), (31, REFUTED), (54000, REFUTED)):
        assert _checked(text, number=number, quote="từ 30 - 55.000 đồng/kg").verdict is verdict, number


@pytest.mark.parametrize(
    ("text", "quote", "same", "other"),
    [("Trồng 0 450 ha rừng.", "0 450 ha", 450, 460), ("Giai đoạn 2016-2018, còn 900 hộ.", "2016-2018", 2018, 900)],
)
def test_where_the_reader_has_no_number_printed_digits_are_undecided_and_others_refuted(
    text: str, quote: str, same: int, other: int
) -> None:
    assert _checked(text, number=same, quote=quote).verdict is UNDECIDED
    assert _checked(text, number=other, quote=quote).verdict is REFUTED


def test_a_number_in_words_that_the_reader_does_not_know_is_undecided() -> None:
    for text, number in (("vài trăm hộ nghèo", 300), ("hàng nghìn hộ", 1000)):
        assert _checked(f"Năm 2018, có {text} được hỗ trợ.", number=number, quote=text).verdict is UNDECIDED


def test_a_part_and_its_whole_are_compared_without_a_noun() -> None:
    for whole, differs in ((108, ()), (107, ("parts",)), (None, ())):
        result = _checked("Kết quả 36/108.", number=36, out_of=whole, quote="36/108")
        assert ("number" in map(str, result.compared), tuple(map(str, result.differs))) == (whole == 108, differs)


def test_nothing_is_no_decrease() -> None:
    for number, kind in ((-1, None), (-1, "relative_change"), (1, None), (0, None)):
        result = _checked("Tăng 0% so với năm 2017.", number=number, kind=kind, quote="0%")
        assert ("sign" in map(str, result.differs)) is (number < 0), (number, kind)


def test_remarks_come_after_what_differs_and_conversions_last() -> None:
    claim: dict[str, Any] = {"number": 350, "unit": "hectare", "quote": "3,5 km²"}
    result = _checked("Rừng tăng thêm khoảng 3,5 km².", **claim)
    unit = "unit: converted from square_kilometre"
    assert result.reason == f"qualifier: not given; the text has about; kind: not given; the text has change; {unit}"
    other = _checked("Rừng tăng thêm khoảng 3,5 km².", kind="level", **claim)
    assert other.reason == f"kind: the text has change, not level; qualifier: not given; the text has about; {unit}"


def test_a_word_for_a_status_may_apply_in_its_whole_paragraph_and_in_no_other() -> None:
    """A word for a plan may also apply below the line with it that is not a sentence, such as a heading."""
    for word, status in (
        *(("Ước", "estimated"), ("Sơ bộ", "provisional"), ("Dự báo", "forecast"), ("Kế hoạch", "planned")),
        *(("Mục tiêu", "planned"), ("Đã điều chỉnh", "revised")),
    ):
        for text, verdict in (
            (f"Đầu.\n{word} nêu trên. Toàn tỉnh có 5 xã.\nCuối.", UNDECIDED),
            (f"{word} nêu trên. Toàn tỉnh có 5 xã.", UNDECIDED),
            (f"Theo {word.lower()}.\nToàn tỉnh có 5 xã.", REFUTED),
            (f"Toàn tỉnh có 5 xã.\n{word} nêu trên.", REFUTED),
            (f"Theo {word.lower()}\nToàn tỉnh có 5 xã.", UNDECIDED if status in ("planned", "forecast") else REFUTED),
        ):
            assert _checked(text, number=5, statuses=[status]).verdict is verdict, text


def test_every_field_of_a_claim_refuses_other_types() -> None:
    for name in (field.name for field in ExtractedFigure.__attrs_attrs__):
        wrong = {"number": 1, name: object()}
        with pytest.raises(FieldTypeError) as caught:
            ExtractedFigure(**wrong)
        assert caught.value.where.startswith("ExtractedFigure"), name


# -- cells of tables


def test_a_cell_is_a_line_with_nothing_but_its_number() -> None:
    for text in _texts("5x\n", 4):
        lines = [(line.start(), line.end()) for line in re.finditer(r"^.*$", text, re.MULTILINE)]
        for start, end in itertools.combinations(range(len(text) + 1), 2):
            if "\n" not in text[start:end]:
                citation = Citation(document="r", start=start, end=end, printed=text[start:end], locator="t1.r4c5")
                assert is_cell(citation, text) is ((start, end) in lines and "x" not in text[start:end]), (
                    text,
                    start,
                    end,
                )


def test_a_cell_agrees_with_its_number_sign_and_qualifier() -> None:
    def verdict(cell: str, number: str, qualifier: Qualifier | None, upper: Decimal | None = None) -> FigureVerdict:
        return compare_cell(cell, Stated(number=Decimal(number), qualifier=qualifier, upper=upper))[0]

    for cell, number, printed in (
        ("60", "60", Qualifier.EXACT),
        ("trên 60", "60", Qualifier.OVER),
        ("-3", "-3", Qualifier.EXACT),
    ):
        for qualifier in (None, *Qualifier):
            agrees = qualifier in (None, printed)
            assert (verdict(cell, number, qualifier) is CONFIRMED) is agrees, (cell, qualifier)
            assert verdict(cell, f"{-Decimal(number)}", qualifier) is verdict(cell, "7", qualifier) is REFUTED
            assert verdict(cell, number, qualifier, Decimal(99)) is REFUTED
    assert verdict("12,5", "12.5", Qualifier.EXACT) is verdict("12,5", "1250", None) is CONFIRMED
