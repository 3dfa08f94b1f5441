"""Figures that a program extracted, beside the text that they come from."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import normalize

import jsonschema
import pytest
from hypothesis import given, strategies as st

from aseansc import Period, Qualifier, Status
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError
from aseansc.units import Unit
from aseansc.verification import (
    Aspect,
    ExtractedFigure,
    ExtractedKind,
    Scale,
    VerifiedFigure,
    claims_schema,
    loads_claims,
    verify_claims,
)

TEXT = """Kết quả năm 2018
Ước đến hết năm 2018 toàn tỉnh còn 24.737 hộ nghèo, tỷ lệ hộ nghèo 25,55%, giảm bình quân 4,95%/năm.
Hỗ trợ trên 60.000 lượt hộ; diện tích rừng tăng 350 ha; độ che phủ tăng 3,7 điểm %.
Trồng rừng 8.604 ha, vượt kế hoạch 25,5%; khám bệnh đạt 81% kế hoạch.
Có 36/108 xã không có ma tuý; thu nhập 10 - 15 triệu đồng; ký quỹ 458,6 triệu đồng.
Sản lượng gấp 2 lần; mười hai xã đạt chuẩn; có 36 xã khó khăn và 36 xã biên giới.
"""


def verdict(**claim: Any) -> VerifiedFigure:
    (result,) = verify_claims(TEXT, [claim])
    return result


TRUE: list[dict[str, Any]] = [
    {
        "number": 24737,
        "unit": "household",
        "qualifier": "exact",
        "kind": "level",
        "statuses": ["estimated"],
        "time": "2018",
    },
    {"number": 24737, "unit": "hộ nghèo", "quote": "24.737 hộ nghèo"},
    {"number": 25.55, "unit": "%", "kind": "share", "quote": "tỷ lệ hộ nghèo 25,55%"},
    {"number": "-4.95", "unit": "%/năm", "kind": "relative_change", "quote": "4,95%/năm"},
    {"number": 60000, "unit": "lượt hộ", "qualifier": "over", "quote": "trên 60.000 lượt hộ"},
    {"number": 60, "scale": "thousand", "unit": "household_turn", "quote": "trên 60.000 lượt hộ"},
    {"number": 350, "unit": "ha", "kind": "change", "quote": "350 ha"},
    {"number": "3.5", "unit": "square_kilometre", "kind": "change", "quote": "350 ha"},
    {"number": 3.7, "unit": "percentage_point", "kind": "points", "quote": "3,7 điểm %"},
    {"number": 25.5, "kind": "over_plan", "quote": "vượt kế hoạch 25,5%"},
    {"number": 81, "unit": "percent", "kind": "of_plan", "quote": "81% kế hoạch"},
    {"number": 36, "out_of": 108, "unit": "commune", "quote": "36/108 xã"},
    {"number": 10, "upper": 15, "unit": "triệu đồng", "quote": "10 - 15 triệu đồng"},
    {"number": "10E6", "upper": "15E6", "unit": "VND", "qualifier": "between"},
    {"number": 458.6, "unit": "triệu đồng", "quote": "458,6 triệu đồng"},
    {"number": 458600000, "unit": "VND", "quote": "458,6 triệu đồng"},
    {"number": 2, "kind": "multiple", "quote": "gấp 2 lần"},
    {"number": 12, "unit": "xã", "quote": "mười hai xã"},
    {"number": 8604},
]


@pytest.mark.parametrize("claim", TRUE, ids=str)
def test_true_claims_are_confirmed(claim: dict[str, Any]) -> None:
    assert verdict(**claim).verdict == "confirmed", verdict(**claim).reason


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("number", {"number": 24773, "quote": "24.737 hộ nghèo"}),
    ("scale", {"number": 24.737, "quote": "24.737 hộ nghèo"}),
    ("scale", {"number": 458.6, "unit": "VND", "quote": "458,6 triệu đồng"}),
    ("scale", {"number": 458.6, "unit": "tỷ đồng", "quote": "458,6 triệu đồng"}),
    ("unit", {"number": 458600000, "unit": "USD", "quote": "458,6 triệu đồng"}),
    ("unit", {"number": 60000, "unit": "household", "quote": "trên 60.000 lượt hộ"}),
    ("unit", {"number": 8604, "unit": "km²", "quote": "8.604 ha"}),
    ("unit", {"number": 3.7, "unit": "%", "quote": "3,7 điểm %"}),
    ("unit", {"number": -4.95, "unit": "%", "kind": "relative_change", "quote": "4,95%/năm"}),
    ("qualifier", {"number": 60000, "qualifier": "exact", "quote": "trên 60.000 lượt hộ"}),
    ("sign", {"number": 4.95, "kind": "relative_change", "quote": "4,95%/năm"}),
    ("kind", {"number": 25.5, "kind": "of_plan", "quote": "vượt kế hoạch 25,5%"}),
    ("kind", {"number": 350, "kind": "level", "quote": "350 ha"}),
    ("status", {"number": 24737, "statuses": [], "quote": "24.737 hộ nghèo"}),
    ("status", {"number": 8604, "statuses": ["estimated"], "quote": "8.604 ha"}),
    ("time", {"number": 24737, "time": "2017", "quote": "24.737 hộ nghèo"}),
    ("parts", {"number": 36, "out_of": 180, "quote": "36/108 xã"}),
    ("parts", {"number": 8604, "out_of": 9000, "quote": "8.604 ha"}),
    ("number", {"number": 10000000, "upper": 16000000, "quote": "10 - 15 triệu đồng"}),
    ("number", {"number": 10000000, "qualifier": "exact", "quote": "10 - 15 triệu đồng"}),
    ("not_found", {"number": 7, "quote": "bảy huyện"}),
    ("not_found", {"number": 999}),
    ("not_found", {"number": 24737, "quote": "4.737 hộ nghèo"}),
]


@pytest.mark.parametrize(("aspect", "claim"), WRONG, ids=str)
def test_wrong_claims_are_refuted_with_the_aspect_that_differs(aspect: str, claim: dict[str, Any]) -> None:
    result = verdict(**claim)
    assert (result.verdict, aspect in result.differs) == ("refuted", True), result.reason
    assert result.reason.startswith(f"{result.differs[0].value}: ")


@pytest.mark.parametrize("factor", ["10", "100", "1000", "1000000", "0.1", "0.001"])
def test_a_scaled_number_is_never_confirmed(factor: str) -> None:
    for claim in TRUE:
        number = Decimal(str(claim["number"])) * Decimal(factor)
        upper = {"upper": Decimal(str(claim["upper"])) * Decimal(factor)} if "upper" in claim else {}
        assert verdict(**{**claim, "number": number, **upper}).verdict != "confirmed", claim


def test_only_what_a_claim_gives_is_compared() -> None:
    result = verdict(number=60000, quote="trên 60.000 lượt hộ")
    assert result.compared == (Aspect.NUMBER, Aspect.SCALE)
    assert result.reason == "unit: not given; the text has household_turn; qualifier: not given; the text has over"


def test_a_decrease_without_a_kind_is_undecided() -> None:
    assert verdict(number=4.95, quote="4,95%/năm").uncertain == (Aspect.SIGN,)


def test_a_time_that_the_text_does_not_state_is_never_refuted() -> None:
    result = verdict(number=60000, time="1999", quote="trên 60.000 lượt hộ")
    assert result.verdict == "confirmed"
    assert "time: not compared, because the text states none beside the figure" in result.reason


def test_a_quote_in_several_places_must_agree_in_all() -> None:
    assert verdict(number=36, unit="commune", quote="36 xã").verdict == "confirmed"
    text = "Có 5 xã. Tăng 5 xã."
    (both,) = verify_claims(text, [{"number": 5, "kind": "level", "quote": "5 xã"}])
    assert (both.verdict, both.read) == ("undecided", None)
    assert "found in 2 places, which do not agree: 3, 14" in both.reason
    for start, verdict_there in ((3, "confirmed"), (14, "refuted")):
        (one,) = verify_claims(text, [{"number": 5, "kind": "level", "quote": "5 xã", "start": start}])
        assert one.verdict == verdict_there
    assert verify_claims(text, [{"number": 5, "kind": "level", "start": 3, "end": 7}]).agrees


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("blank", ["\n", "\u00a0", "  \r\n ", "\u200b "])
def test_quotes_match_whatever_their_blanks_and_normal_form(form: Any, blank: str) -> None:
    text = normalize(form, f"Ở đây, tỉnh hỗ trợ{blank}trên{blank}60.000 lượt{blank}hộ nghèo.")
    for other in ("NFC", "NFD"):
        quote = normalize(other, "trên 60.000 lượt hộ nghèo")  # type: ignore[arg-type]
        (result,) = verify_claims(
            text, [{"number": 60000, "qualifier": "over", "unit": "household_turn", "quote": quote}]
        )
        assert result.verdict == "confirmed", result.reason
        assert normalize("NFC", " ".join(text[result.start : result.end].replace("\u200b", "").split())) == normalize(
            "NFC", quote
        )


def test_a_longer_quote_is_searched_for_the_number() -> None:
    assert verdict(number=36, out_of=108, quote=TEXT.splitlines()[4]).verdict == "confirmed"
    assert verdict(number=37, quote=TEXT.splitlines()[4]).verdict == "refuted"


def test_what_no_claim_covers_is_missed() -> None:
    found = verify_claims(TEXT, TRUE[:1])
    printed = [figure.printed for figure in found.missed]
    assert "24.737 hộ nghèo" not in printed
    assert {"36/108 xã", "vượt kế hoạch 25,5%"} <= set(printed)
    assert all(not word.startswith("năm") for word in printed)
    assert len(verify_claims(TEXT, []).missed) == len(printed) + 1


def test_what_the_reader_doubts_is_undecided_and_not_confirmed() -> None:
    (result,) = verify_claims("Sản lượng đạt 7,488 tấn.", [{"number": 7488, "quote": "7,488 tấn"}])
    assert result.verdict == "undecided"
    assert "two possible readings" in result.reason
    (other,) = verify_claims("Sản lượng đạt 7,488 tấn.", [{"number": 7499, "quote": "7,488 tấn"}])
    assert other.verdict == "refuted"


def test_a_unit_that_the_catalogue_lacks_is_compared_by_its_words() -> None:
    text = "Có 12 khung cửi cổ."
    (same,) = verify_claims(text, [{"number": 12, "unit": "khung cửi", "kind": "level", "quote": "12 khung cửi"}])
    (other,) = verify_claims(text, [{"number": 12, "unit": "xe lu", "quote": "12 khung cửi"}])
    assert (same.verdict, other.verdict) == ("confirmed", "undecided")
    loom = Unit.counting("loom", en="loom", vi="khung cửi")
    assert verify_claims(text, [{"number": 12, "unit": "khung cửi"}], units=[loom]).agrees


@pytest.mark.parametrize(
    ("number", "wanted"),
    [("5.2E6", "confirmed"), ("5.2", "refuted"), ("52E6", "refuted"), ("5.3E6", "refuted")],
)
def test_numbers_with_english_scale_words_are_compared(number: str, wanted: str) -> None:
    text = "The programme reached 5.2 million people in 1,234 villages."
    (result,) = verify_claims(text, [{"number": number, "quote": "5.2 million people"}], lang="en")
    assert result.verdict == wanted
    (village,) = verify_claims(text, [{"number": 1234, "quote": "1,234 villages"}], lang="en")
    assert village.verdict == "undecided"  # the separator may be either kind


def test_in_other_languages_a_number_before_a_scale_word_is_not_confirmed() -> None:
    for text in ("sebanyak 5,2 juta orang", "5,2 millions de personnes", "5,2 ล้าน คน"):
        for number in ("5.2", "5200000"):
            (result,) = verify_claims(text, [{"number": number, "quote": "5,2"}], lang="xx")
            assert result.verdict == "undecided", text
    (plain,) = verify_claims("10,5 % des foyers", [{"number": "10.5", "quote": "10,5 %"}], lang="fr")
    assert plain.verdict == "confirmed"
    assert "only number and position were compared" in plain.reason


# -- the JSON


def test_the_published_schema_is_current() -> None:
    published = files("aseansc.verification").joinpath("claims-1.json").read_text(encoding="utf-8")
    assert published == claims_schema(), (
        "write it again: aseansc schema --claims > src/aseansc/verification/claims-1.json"
    )


def test_the_schema_accepts_what_is_read_and_refuses_what_is_not() -> None:
    schema = json.loads(claims_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"claims": TRUE})
    for wrong in ({}, {"number": None}, {"number": "1,5"}, {"number": 1, "kind": "x"}, {"number": 1, "other": 2}):
        assert not validator.is_valid({"claims": [wrong]})
        with pytest.raises(DocumentError):
            loads_claims(json.dumps({"claims": [wrong]}))
    assert set(schema["properties"]["claims"]["items"]["properties"]) == {
        item.name for item in ExtractedFigure.__attrs_attrs__
    }


def test_all_fields_are_read() -> None:
    claim = {
        "number": 1.50, "upper": "2", "scale": "million", "unit": "VND", "qualifier": "between", "kind": "level",
        "statuses": ["estimated"], "time": "2018", "out_of": 5, "quote": "a", "start": 3, "end": 4, "id": "x", "label": "y",
    }  # fmt: skip
    (read,) = loads_claims(json.dumps([claim]))
    assert read == ExtractedFigure(
        number=Decimal("1.5"), upper=Decimal(2), scale=Scale.MILLION, unit="VND", qualifier=Qualifier.BETWEEN,
        kind=ExtractedKind.LEVEL, statuses=(Status.ESTIMATED,), time=Period.year(2018), out_of=Decimal(5), quote="a",
        start=3, end=4, id="x", label="y",
    )  # fmt: skip
    assert loads_claims(b"\xef\xbb\xbf[]") == ()


def test_every_problem_of_the_claims_is_reported_with_its_path() -> None:
    with pytest.raises(DocumentError) as caught:
        loads_claims(
            '[{"numbr": 1}, {"number": 1, "time": "x", "statuses": 3}, 5, {"number": "NaN"}, {"number": true}]'
        )
    where = [problem.where for problem in caught.value.problems]
    assert where == ["$[0].numbr", "$[0].number", "$[1].time", "$[1].statuses", "$[2]", "$[3].number", "$[4].number"]
    assert "Did you mean 'number'?" in str(caught.value)


@pytest.mark.parametrize("content", ["", "{", "3", '{"claims": 3}', "[" * 100_000, '{"claims": [], "x": 1}', b"\xff"])
def test_what_is_not_a_list_of_claims_is_refused(content: str | bytes) -> None:
    with pytest.raises(DocumentError):
        loads_claims(content)


def test_wrong_arguments_are_refused(tmp_path: Path) -> None:
    for text, claims in ((3, []), ("x", "y"), ("x", {"number": 1}), ("x", None)):
        with pytest.raises(FieldTypeError):
            verify_claims(text, claims)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="expected a string or bytes"):
        loads_claims([])  # type: ignore[arg-type]
    for wrong in ({"quote": " "}, {"end": 3}, {"start": 3, "end": 3}, {"start": -1}):
        with pytest.raises(FieldError):
            ExtractedFigure(number=1, **wrong)  # type: ignore[arg-type]
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert verify_claims(tmp_path / "a.txt", TRUE) == verify_claims(TEXT, TRUE)


numbers = st.one_of(st.integers(-(10**9), 10**9), st.decimals(allow_nan=False, allow_infinity=False, places=2))


@given(
    st.text(),
    st.lists(st.fixed_dictionaries({"number": numbers}, optional={"quote": st.text(), "start": st.integers()})),
)
def test_any_text_and_claims_give_a_result_or_an_error_of_the_library(text: str, claims: list[dict[str, Any]]) -> None:
    try:
        found = verify_claims(text, claims)
    except AseanscError:
        return
    assert len(found) == len(claims)
    for result in found:
        assert result.verdict != "refuted" or result.differs
