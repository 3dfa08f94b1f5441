"""Classifications: the ASCC blueprint, places, and validation of code lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, Classification, Code
from aseansc.classifications import ASCC_2025, DECISION_155, PLACES, POVERTY_STANDARDS
from aseansc.errors import FieldError, FieldTypeError, UnknownNameError

LIST = Classification(id="kinds", version="1", en="Kinds", owner="us", source="here", codes=[Code(id="a", en="A")])


def test_the_blueprint_has_five_characteristics_and_eighteen_key_result_areas() -> None:
    top = [code.id for code in ASCC_2025.codes if code.broader is Absent.NOT_APPLICABLE]
    assert top == ["A", "B", "C", "D", "E"]
    areas = {letter: len(ASCC_2025.narrower(letter)) for letter in top}
    assert areas == {"A": 2, "B": 3, "C": 4, "D": 6, "E": 3}
    assert sum(areas.values()) == 18
    assert all(code.valid_on(date(2018, 12, 31)) for code in ASCC_2025.codes)
    assert not any(code.valid_on(date(2026, 1, 1)) for code in ASCC_2025.codes)
    assert ASCC_2025.code("B.1").en == "Reducing Barriers"
    assert all(ASCC_2025.code(letter).vi for letter in top)


def test_places_end_with_their_districts() -> None:
    province = PLACES.code("VN-01")
    assert (province.broader, province.vi) == ("VN", "Tỉnh Lai Châu")
    districts = PLACES.narrower("VN-01")
    assert len(districts) == 8
    assert all(place.valid_on(date(2018, 12, 31)) for place in districts)
    assert not any(place.valid_on(date(2025, 7, 1)) for place in districts)
    assert province.valid_on(date(2025, 7, 1))


@pytest.mark.parametrize(
    ("code", "nearest"), [("B1", "B.1"), ("b.1", "B.1"), ("VN", None), ("", None), (None, None), (5, None)]
)
def test_the_error_for_an_unknown_code_suggests_similar_ones(code: Any, nearest: str | None) -> None:
    with pytest.raises(UnknownNameError) as refused:
        ASCC_2025.code(code)
    assert "ASCC-2025" in refused.value.where
    assert nearest is None or nearest in refused.value.nearest
    assert isinstance(refused.value, KeyError)


def test_narrower_codes_of_an_unknown_code_are_an_error() -> None:
    with pytest.raises(UnknownNameError):
        ASCC_2025.narrower("F")
    with pytest.raises(UnknownNameError):
        evolve(LIST, codes=[]).narrower("F")
    assert LIST.narrower("a") == ()


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ([Code(id="a", en="A"), Code(id="a", en="B")], "is repeated"),
        ([Code(id="a", en="A", broader="b")], "broader code"),
        ([Code(id="a", en="A", broader="a")], "broader code"),
        ([Code(id="a", en="A", broader="b"), Code(id="b", en="B")], "broader code"),
        ([Code(id="a", en="A", successors=["b"])], "successor"),
    ],
)
def test_an_inconsistent_classification_is_an_error(codes: list[Code], words: str) -> None:
    with pytest.raises(FieldError, match=words) as refused:
        evolve(LIST, codes=codes)
    assert "'kinds'" in refused.value.where


def test_successors_may_be_anywhere_in_the_list() -> None:
    codes = [Code(id="a", en="A", successors=["b", "c"]), Code(id="b", en="B"), Code(id="c", en="C")]
    assert evolve(LIST, codes=codes).code("a").successors == ("b", "c")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"id": ""}, FieldError),
        ({"id": "a b"}, FieldError),
        ({"id": None}, FieldTypeError),
        ({"en": ""}, FieldError),
        ({"vi": ""}, FieldError),
        ({"vi": None}, FieldTypeError),
        ({"broader": None}, FieldTypeError),
        ({"broader": Absent.NOT_STATED}, FieldError),
        ({"successors": "b"}, FieldTypeError),
        ({"successors": ["b", "b"]}, FieldError),
        ({"successors": ["b c"]}, FieldError),
        ({"valid_from": "2018-01-01"}, FieldTypeError),
        ({"valid_from": datetime(2018, 1, 1)}, FieldTypeError),
        ({"valid_to": datetime(2018, 1, 1), "valid_from": date(2017, 1, 1)}, FieldTypeError),
        ({"valid_from": date(2018, 1, 2), "valid_to": date(2018, 1, 1)}, FieldError),
        ({"verified": 1}, FieldTypeError),
        ({"verified": None}, FieldTypeError),
    ],
    ids=str,
)
def test_bad_codes(change: dict[str, Any], error: type[FieldError]) -> None:
    with pytest.raises(error) as refused:
        evolve(Code(id="a", en="A"), **change)
    assert refused.value.where.startswith("Code")


@pytest.mark.parametrize(
    "change",
    [
        {"id": ""},
        {"version": ""},
        {"en": " "},
        {"owner": ""},
        {"source": ""},
        {"codes": 5},
        {"codes": ["a"]},
        {"codes": "a"},
    ],
    ids=str,
)
def test_bad_classifications(change: dict[str, Any]) -> None:
    with pytest.raises(FieldError) as refused:
        evolve(LIST, **change)
    assert refused.value.where.startswith("Classification.")


@pytest.mark.parametrize("day", ["2018-01-01", datetime(2018, 1, 1), None, 2018])
def test_anything_but_a_day_is_an_error(day: Any) -> None:
    code = Code(id="a", en="A", valid_from=date(2018, 1, 1), valid_to=date(2018, 12, 31))
    with pytest.raises(FieldTypeError):
        code.valid_on(day)


def test_a_code_with_an_unknown_limit_may_be_valid() -> None:
    assert Code(id="a", en="A").valid_on(date.min)
    assert Code(id="a", en="A", valid_to=Absent.NOT_STATED).valid_on(date.max)
    bounded = Code(id="a", en="A", valid_from=date(2018, 1, 1), valid_to=date(2018, 1, 1))
    assert bounded.valid_on(date(2018, 1, 1))


def test_the_codes_of_a_day_and_the_codes_that_a_code_replaced() -> None:
    codes = [
        Code(id="a", en="A", successors=["c"], valid_to=date(2018, 12, 31)),
        Code(id="b", en="B", successors=["c"], valid_to=date(2018, 12, 31)),
        Code(id="c", en="C", valid_from=date(2019, 1, 1)),
    ]
    listed = evolve(LIST, codes=codes)
    assert [code.id for code in listed.valid_on(date(2018, 12, 31))] == ["a", "b"]
    assert [code.id for code in listed.valid_on(date(2019, 1, 1))] == ["c"]
    assert [code.id for code in listed.predecessors("c")] == ["a", "b"]
    assert listed.predecessors("a") == ()
    with pytest.raises(UnknownNameError):
        listed.predecessors("d")
    with pytest.raises(FieldTypeError):
        listed.valid_on("2019")  # type: ignore[arg-type]


def test_every_list_is_a_classification() -> None:
    from aseansc import classifications

    for name in classifications.__all__:
        assert isinstance(getattr(classifications, name), Classification) is name.isupper()
    with pytest.raises(AttributeError, match="no attribute 'ASCC_2035'"):
        classifications.ASCC_2035  # noqa: B018


def test_decision_155_has_its_first_five_goals_in_our_own_words() -> None:
    assert [code.id for code in DECISION_155.codes] == ["1", "2", "3", "4", "5"]
    assert not any(code.verified for code in DECISION_155.codes)
    for code in DECISION_155.codes:
        assert max(len(code.en.split()), len(str(code.vi).split())) < 14
        assert [code.valid_on(date(year, 1, 1)) for year in (2025, 2026, 2035, 2036)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("day", "standard"),
    [
        (date(2015, 12, 31), []),
        (date(2016, 1, 1), ["vn-2016"]),
        (date(2021, 12, 31), ["vn-2016"]),
        (date(2022, 1, 1), ["vn-2022"]),
        (date(2026, 12, 31), ["vn-2022"]),
        (date(2027, 1, 1), ["vn-2027"]),
        (date(2030, 12, 31), ["vn-2027"]),
        (date(2031, 1, 1), []),
    ],
)
def test_one_poverty_standard_applies_on_each_day(day: date, standard: list[str]) -> None:
    assert [code.id for code in POVERTY_STANDARDS.valid_on(day)] == standard
