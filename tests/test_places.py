"""Places: the provinces of Viet Nam before and since the mergers of 2025, the countries of ASEAN."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import babel
import pytest
from attrs import evolve

from aseansc.classifications import ASEAN, PLACES
from aseansc.classifications.places import PlaceRelation, compare_places, has_ended
from aseansc.classifications.provinces import find_province, national_code, provinces
from aseansc.datasets import skeleton
from aseansc.errors import DefinitionConflictError, FieldTypeError, UnknownNameError
from aseansc.interchange import csv, excel, iati, json, sdmx

FIRST, LAST, SINCE = date(2008, 8, 1), date(2025, 6, 30), date(2025, 7, 1)
OLD, NEW = provinces(LAST), provinces(SINCE)
UNCHANGED = "Hà Nội, Cao Bằng, Điện Biên, Lai Châu, Sơn La, Lạng Sơn, Quảng Ninh, Thanh Hóa, Nghệ An, Hà Tĩnh, Huế"


def test_there_are_63_provinces_then_34() -> None:
    assert (len(OLD), len(NEW)) == (63, 34)
    assert provinces(FIRST) == OLD
    assert provinces(date(2030, 1, 1)) == NEW
    kept = [place for place in OLD if place in NEW]
    assert [_plain(place.vi) for place in kept] == UNCHANGED.split(", ")
    assert not set(UNCHANGED.split(", ")) & {_plain(place.vi) for place in {*OLD, *NEW} - set(kept)}
    assert {place.broader for place in {*OLD, *NEW}} == {"VN"}
    assert {place.valid_from for place in OLD} == {FIRST}
    assert {place.valid_from for place in NEW} == {FIRST, SINCE}


def _plain(name: Any) -> str:
    return str(name).removeprefix("Tỉnh ").removeprefix("Thành phố ")


def test_no_list_of_provinces_begins_before_august_2008() -> None:
    for call in (lambda: provinces(date(2008, 7, 31)), lambda: find_province("Hà Nội", date(2008, 7, 31))):
        with pytest.raises(UnknownNameError, match="2008-08-01"):
            call()


def test_the_mergers_partition_the_52_provinces_that_changed() -> None:
    changed = [place for place in OLD if place not in NEW]
    made = [place for place in NEW if place not in OLD]
    assert (len(changed), len(made)) == (52, 23)
    assert all(len(place.successors) == 1 and place.valid_to == LAST for place in changed)
    before = [PLACES.predecessors(place.id) for place in made]
    assert all(2 <= len(places) <= 3 for places in before)
    assert sorted(place.id for places in before for place in places) == sorted(place.id for place in changed)
    # Every new province has the name of one of its parts.
    for place, parts in zip(made, before, strict=True):
        assert _plain(place.vi) in {_plain(part.vi) for part in parts}
    assert [place.id for place in PLACES.predecessors("VN-2025-79")] == ["VN-57", "VN-43", "VN-SG"]
    assert PLACES.predecessors("VN-01") == ()


def test_29_national_codes_ended_and_seven_went_to_another_name() -> None:
    old = {national_code(place.id, LAST): _plain(place.vi) for place in OLD}
    new = {national_code(place.id, SINCE): _plain(place.vi) for place in NEW}
    assert (len(old), len(new)) == (63, 34)
    assert len(old.keys() - new.keys()) == 29
    assert not new.keys() - old.keys()
    assert [number for number in sorted(new) if old[number] != new[number]] == [
        "15",
        "24",
        "44",
        "52",
        "80",
        "82",
        "91",
    ]
    assert all(len(number) == 2 and number.isdecimal() for number in old)


def test_iso_codes_are_those_of_the_63_only() -> None:
    iso = [place.id for place in OLD]
    assert len(set(iso)) == 63
    assert all(len(code) == 5 and code.startswith("VN-") for code in iso)
    assert [code for code in iso if not code[3:].isdecimal()] == ["VN-HN", "VN-HP", "VN-DN", "VN-SG", "VN-CT"]
    made = [place.id for place in NEW if place not in OLD]
    assert all(code == f"VN-2025-{national_code(code, SINCE)}" for code in made)


@pytest.mark.parametrize("place", [place for place in OLD if place in NEW], ids=lambda place: place.id)
def test_an_unchanged_province_needs_no_date(place: Any) -> None:
    number = national_code(place.id, LAST)
    assert national_code(place.id, SINCE) == number
    for text in (place.vi, place.en, _plain(place.vi), number):
        assert find_province(text) == find_province(text, LAST) == find_province(text, SINCE) == place


@pytest.mark.parametrize("place", [place for place in OLD if place not in NEW], ids=lambda place: place.id)
def test_a_changed_province_needs_a_date_and_the_error_names_both_readings(place: Any) -> None:
    number = national_code(place.id, LAST)
    for text in (place.vi, place.en, _plain(place.vi), number):
        assert find_province(text, LAST) == find_province(text, FIRST) == place
        with pytest.raises(DefinitionConflictError) as refused:
            find_province(text)
        try:
            now = find_province(text, SINCE).id
        except UnknownNameError as ended:
            now = f"part of {place.successors[0]}"
            assert now in ended.hint
        assert f"Until 2025-06-30: {place.id} (" in refused.value.hint
        assert f"From 2025-07-01: {now} (" in refused.value.hint
    with pytest.raises(UnknownNameError, match=place.successors[0]):
        national_code(place.id, SINCE)


@pytest.mark.parametrize("place", [place for place in NEW if place not in OLD], ids=lambda place: place.id)
def test_a_new_province_is_found_by_its_name_and_code_since_its_first_day(place: Any) -> None:
    for text in (place.vi, place.en, _plain(place.vi), national_code(place.id, SINCE)):
        assert find_province(text, SINCE) == place
        assert find_province(text, LAST) != place
    with pytest.raises(UnknownNameError):
        national_code(place.id, LAST)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hoà Bình", "VN-14"),
        ("HOÀ BÌNH", "VN-14"),
        ("Khánh Hoà", "VN-34"),
        ("Thanh Hoá", "VN-21"),
        ("Đắc Lắc", "VN-33"),
        ("Đăk Lăk", "VN-33"),
        ("Ðắk Lắk", "VN-33"),  # the Icelandic letter
        ("Đak Lak", None),
        ("Đắc Nông", "VN-72"),
        ("Bắc Cạn", "VN-53"),
        ("TP.HCM", "VN-SG"),
        ("TPHCM", "VN-SG"),
        ("TP. Hồ Chí Minh", "VN-SG"),
        ("Tp Hồ Chí Minh", "VN-SG"),
        ("thành phố Hồ Chí Minh", "VN-SG"),
        ("Ho Chi Minh City", "VN-SG"),
        ("tỉnh Hồ Chí Minh", None),
        ("Bà Rịa-Vũng Tàu", "VN-43"),
        ("Bà Rịa – Vũng Tàu", "VN-43"),
        ("Bà Rịa Vũng Tàu", "VN-43"),
        ("Kontum", "VN-28"),
        ("Hanoi", "VN-HN"),
        ("Ha Noi", "VN-HN"),
        ("Danang", "VN-DN"),
        ("Thừa Thiên Huế", "VN-26"),
        ("Thừa Thiên-Huế", "VN-26"),
        ("tỉnh Thừa Thiên Huế", "VN-26"),
        ("thành phố Huế", None),  # a town in the province, or the whole of it
        ("Lai Chau", "VN-01"),
        ("Lâi Chau", None),
        ("thành phố Lai Châu", None),  # a town in the province
        ("TP Thái Nguyên", None),
        ("VN-01", None),  # a code of PLACES, not a name
        ("5", None),
        ("00", None),
        ("", None),
        ("tỉnh", None),
    ],
)
def test_spelling_variants(text: str, code: str | None) -> None:
    if code is None:
        with pytest.raises(UnknownNameError):
            find_province(text, LAST)
    else:
        assert find_province(text, LAST).id == code


def test_hue_and_dong_nai_are_cities_only_since_the_list_of_34() -> None:
    for name, code in (("Huế", "VN-26"), ("Đồng Nai", "VN-2025-75")):
        assert find_province(f"thành phố {name}", SINCE).id == code
        with pytest.raises(UnknownNameError):
            find_province(f"thành phố {name}", LAST)
        with pytest.raises(DefinitionConflictError, match=code):
            find_province(f"thành phố {name}")


def test_no_two_provinces_of_one_list_have_a_spelling_in_common() -> None:
    from aseansc.classifications.provinces import _readings

    for day in (LAST, SINCE):
        for key, readings in _readings().items():
            assert sum(PLACES.code(place).valid_on(day) for place in readings) <= 1, key


@pytest.mark.parametrize("day", ["2018-01-01", datetime(2018, 1, 1), 2018])
def test_anything_but_a_day_is_an_error(day: Any) -> None:
    for call in (
        lambda: provinces(day),
        lambda: find_province("Hà Nội", day),
        lambda: find_province("Quảng Trị", day),
        lambda: national_code("VN-01", day),
    ):
        with pytest.raises(FieldTypeError):
            call()


@pytest.mark.parametrize("place", ["VN", "VN-99", "45", "VN-01-105", None, []])
def test_only_provinces_have_a_national_code_here(place: Any) -> None:
    with pytest.raises(UnknownNameError):
        national_code(place, LAST)


# -- comparison over time


def test_figures_of_one_code_are_comparable() -> None:
    for code in ("VN-01", "VN-25", "VN-2025-44", "VN-01-105", "X-1"):
        match = compare_places(code, code)
        assert (match.comparable, match.relation) == (True, PlaceRelation.SAME)
        assert code in match.reason


def test_figures_of_a_merged_province_are_not_comparable_with_those_of_its_parts() -> None:
    for old in OLD:
        now = NEW[[place.id for place in NEW].index(old.successors[0])] if old.successors else old
        for pair in ((old.id, now.id), (now.id, old.id)):
            match = compare_places(*pair)
            assert match.comparable is (old in NEW)
            assert match.relation is (PlaceRelation.SAME if old in NEW else PlaceRelation.MERGED)
    assert "2025-07-01" in compare_places("VN-2025-44", "VN-24").reason


def test_a_name_and_the_date_of_the_document_give_the_boundaries() -> None:
    """The year of the figure does not matter: a document of 2026 restates figures of 2020 for the new boundaries."""
    early, late = date(2021, 3, 1), date(2026, 3, 1)

    def comparable(name: str, one: date, other: date) -> bool:
        return compare_places(find_province(name, one).id, find_province(name, other).id).comparable

    assert comparable("Lai Châu", early, late)
    assert comparable("Quảng Trị", late, late)
    assert comparable("Quảng Trị", early, early)
    assert not comparable("Quảng Trị", early, late)


def test_only_a_place_without_successors_ends() -> None:
    assert [has_ended(code, SINCE) for code in ("VN-01-105", "VN-25", "VN-01", "VN", "X-1")] == [True, *[False] * 4]
    assert not has_ended("VN-01-105", LAST)


@pytest.mark.parametrize("pair", [("VN-24", "VN-25"), ("VN-01", "VN-01-105"), ("VN", "LA"), ("X-1", "VN-01")])
def test_other_places_are_different(pair: tuple[str, str]) -> None:
    match = compare_places(*pair)
    assert (match.comparable, match.relation) == (False, PlaceRelation.DIFFERENT)
    assert all(code in match.reason for code in pair)


# -- countries


def test_asean_has_eleven_members_since_october_2025() -> None:
    assert len(ASEAN.codes) == 11
    assert [code.id for code in ASEAN.codes if not code.valid_on(date(2025, 10, 25))] == ["TL"]
    assert ASEAN.code("TL").valid_on(date(2025, 10, 26))
    for member in ASEAN.codes:
        assert (PLACES.code(member.id).en, PLACES.code(member.id).vi) == (member.en, member.vi)


def test_the_vietnamese_names_of_countries_are_those_of_the_common_locale_data_repository() -> None:
    names = babel.Locale("vi").territories
    assert {code.id: code.vi for code in ASEAN.codes} == {
        code.id: names[code.id].removesuffix(" (Miến Điện)") for code in ASEAN.codes
    }


def test_codes_that_exist_already_keep_their_meaning() -> None:
    assert PLACES.code("VN-01").vi == "Tỉnh Lai Châu"
    assert PLACES.code("VN").en == "Viet Nam"
    assert [code.id for code in PLACES.narrower("VN-01")] == [f"VN-01-{number}" for number in range(105, 113)]


@pytest.mark.parametrize("code", ["VN-01", "VN-SG", "VN-2025-44", "TL"])
def test_every_format_keeps_the_code_of_a_place(code: str, tmp_path: Path) -> None:
    review = skeleton.load()
    moved = {
        name: [evolve(figure, place=code) for figure in getattr(review, name)]
        for name in ("observations", "targets", "claims")
    }
    review = evolve(review, place=code, **moved)
    assert json.loads(json.dumps(review)) == review
    assert iati.loads(iati.dumps(review)) == review
    structure = sdmx.structure(review)
    assert PLACES.code(code).en in structure
    assert sdmx.loads(sdmx.dumps(review), structure=structure) == review
    csv.dump(review, tmp_path / "review")
    assert csv.load(tmp_path / "review") == review
    excel.dump(review, tmp_path / "review.xlsx")
    assert excel.load(tmp_path / "review.xlsx") == review


def test_the_model_loads_without_the_lists() -> None:
    program = (
        "import sys; from aseansc import Review, Classification\n"
        "assert not [name for name in sys.modules if name.startswith('aseansc.classifications.') and '._codes' not in name]"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
