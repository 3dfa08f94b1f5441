"""Mistakes that users make are named with what to write instead, and small rules of what is printed."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from attrs import evolve

from aseansc.audit import CheckCode, Verdict, audit
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.classifications.places import PlaceRelation, compare_places
from aseansc.classifications.provinces import find_province, national_code, provinces
from aseansc.cli import main
from aseansc.codelists import Absent
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import FieldError, FieldTypeError, OperandError, UnknownNameError
from aseansc.indicators import Indicator
from aseansc.interchange import csv, excel, json
from aseansc.observations import Status
from aseansc.periods import Period, TimeCollection
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.units import household, person, province, rank
from aseansc.values import Change, Qualifier, Value
from aseansc.vietnamese import draft

Y2018 = Period.year(2018)


def new_part() -> ReportPart:
    return ReportPart(document="report", place="VN-01", period=Y2018)


def review_of(part: ReportPart) -> Review:
    document = Document(id="report", title="Report", sha256=sha256_of("70 of 63 provinces"))
    return assemble(part, id="own", title=Text(en="Report"), programme=Text(en="Plan"), documents=[document])


# -- ranks


@pytest.mark.parametrize("text", ["0 rank", "1.5 rank", "0.9 rank", "-3 rank", "under 1 rank", "1..2.5 rank"])
def test_a_rank_is_a_whole_number_from_one(text: str) -> None:
    with pytest.raises(FieldError, match="not a rank"):
        Value.parse(text)


def test_the_first_place_and_places_lost_are_accepted() -> None:
    assert Value.exact("1", rank).magnitude == 1
    assert Value.between(3, 5, rank).upper == 5
    assert Value(magnitude=2, unit=rank, qualifier=Qualifier.UNDER).magnitude == 2
    assert Change.exact("0", rank).magnitude == 0


@pytest.mark.parametrize(("place", "verdict"), [("70", Verdict.CONTRADICTED), ("63", Verdict.CONSISTENT)])
def test_a_rank_within_a_year_is_compared_with_the_number_ranked_in_that_year(place: str, verdict: Verdict) -> None:
    part = new_part()
    ranked = part.stock("ranked", province, en="Provinces ranked", vi="Số tỉnh xếp hạng")
    index = part.rate("place", rank, among=ranked, en="Rank", vi="Thứ hạng")
    part.within(index, Value.exact(place, rank), Y2018, part.cite(0, "70"))
    part.within(ranked, Value.exact("63", province), Y2018, part.cite(6, "63 provinces"))
    checks = [check for check in audit(review_of(part)).checks if check.code is CheckCode.RANK_WITHIN]
    assert [check.verdict for check in checks] == [verdict]


@pytest.mark.parametrize("compute", [lambda place: place * 2, lambda place: 2 * place, lambda place: place / 2])
def test_a_rank_has_no_multiples(compute: Callable[[Any], object]) -> None:
    with pytest.raises(OperandError, match="a rank has no multiples"):
        compute(Value.exact("4", rank))
    assert Change.exact("2", rank) * 2 == Change.exact("4", rank)


def test_a_rank_in_words_is_not_a_number_of_ranks() -> None:
    value = Value.exact("12", rank)
    assert (f"{value:en}", f"{value:vi}") == ("rank 12", "hạng 12")
    assert f"{Change.exact('12', rank):en}" == "12 ranks"


# -- look-ups


def test_a_unit_that_is_a_string_is_refused() -> None:
    review = lai_chau.load()
    with pytest.raises(FieldTypeError, match=r"Review.interval_in.*Unit.parse"):
        review.interval_in(review.observations[0], "person")  # type: ignore[arg-type]


def test_a_look_up_by_the_record_or_by_the_id_of_another_kind_says_what_to_write() -> None:
    review = lai_chau.load()
    indicator, observation = review.indicators[0], review.observations[0]
    with pytest.raises(UnknownNameError, match=f"Pass its id: '{indicator.id}'"):
        review.series(indicator)  # type: ignore[arg-type]
    with pytest.raises(UnknownNameError, match=rf"review.observation\('{observation.id}'\)"):
        review[observation.id]
    with pytest.raises(UnknownNameError, match=rf"review.indicator\('{indicator.id}'\)"):
        review.target(indicator.id)


def test_a_series_has_positions() -> None:
    series = lai_chau.load().series("poverty-rate")
    assert (series[0], series[-1], series[:2]) == (series.first, series.last, series.observations[:2])
    with pytest.raises(IndexError):
        series[len(series)]
    with pytest.raises(FieldTypeError, match="an int or a slice"):
        series["2018"]  # type: ignore[call-overload]


def test_a_search_accepts_both_spellings_of_i() -> None:
    review = lai_chau.load()
    assert review.search("tỉ lệ") == review.search("tỷ lệ") == review.search("TỈ LỆ") != ()
    assert any(isinstance(record, Indicator) for record in review.search("ti le"))
    renamed = evolve(review, indicators=[evolve(item, name=Text(en=item.name.en)) for item in review.indicators])
    (english,) = (item for item in renamed.search("Poverty rate") if isinstance(item, Indicator))
    assert english in renamed.search("poverty-rate")


# -- places


@pytest.mark.parametrize("place", [None, "", "Lai Châu", "Hà Nội", "Hanoi", 5, Absent.NOT_STATED])
def test_what_is_no_code_of_a_place_is_not_compared(place: object) -> None:
    for pair in ((place, "VN-01"), ("VN-01", place), (place, place)):
        with pytest.raises((FieldTypeError, UnknownNameError), match=r"compare_places, .*find_province"):
            compare_places(*pair)  # type: ignore[arg-type]


def test_codes_of_a_reviews_own_are_compared() -> None:
    assert compare_places("VN-01-99999", "VN-01").relation is PlaceRelation.DIFFERENT
    assert compare_places("my-district", "my-district").comparable


def test_wrong_types_are_named_by_function_and_argument() -> None:
    for call in (lambda on: find_province("Gia Lai", on), provinces, lambda on: national_code("VN-01", on)):
        for on in ("2024-01-01", dt.datetime(2024, 1, 1)):
            with pytest.raises(FieldTypeError, match=r"^(find_province|provinces|national_code), on: "):
                call(on)  # type: ignore[operator]


@pytest.mark.parametrize("text", [1, None, ["Hà Nội"]])
def test_the_name_of_a_province_is_a_string(text: Any) -> None:
    with pytest.raises(FieldTypeError, match=r"^find_province, text: "):
        find_province(text)


# -- files


def test_an_error_of_writing_names_the_path_that_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for module, name in ((json, "z.json"), (csv, "z.zip"), (csv, "z"), (excel, "z.xlsx")):
        path = os.path.join("nodir", name)
        with pytest.raises(FileNotFoundError) as caught:
            module.dump(skeleton.load(), path)  # type: ignore[attr-defined]
        assert caught.value.filename == path
        assert ".aseansc-" not in str(caught.value)


# -- statuses


def test_a_missing_value_has_one_reason() -> None:
    part = new_part()
    homes = part.stock("homes", household, en="Homes", vi="Nhà")
    with pytest.raises(FieldError, match="more than one reason"):
        part.at_end(
            homes,
            Absent.NOT_STATED,
            Y2018,
            part.cite(0, "x"),
            statuses=(Status.SUPPRESSED, Status.NOT_EXISTING),
        )


@pytest.mark.parametrize("estimated", [True, False])
def test_a_single_member_in_place_of_a_tuple_is_named(estimated: bool) -> None:
    part = new_part()
    people = part.stock("people", person, en="People", vi="Người")
    with pytest.raises(FieldTypeError, match=r"got Status\.SUPPRESSED.*in a tuple: \(Status\.SUPPRESSED,\)"):
        part.at_end(
            people,
            Absent.NOT_STATED,
            Y2018,
            part.cite(0, "x"),
            statuses=Status.SUPPRESSED,  # type: ignore[arg-type]
            estimated=estimated,
        )
    with pytest.raises(FieldTypeError, match=r"in a tuple: \('sex:female',\)"):
        part.total(people, Value.exact(1, person), Y2018, part.cite(0, "x"), breakdown="sex:female")  # type: ignore[arg-type]


# -- the command line


def test_show_counts_the_figures_that_check_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = new_part()
    homes = part.stock("homes", household, en="Homes", vi="Nhà")
    part.at_end(homes, Absent.NOT_STATED, Y2018, part.cite(0, "x"), statuses=(Status.SUPPRESSED,))
    part.target(homes, Absent.NOT_STATED, Y2018, TimeCollection.END)
    json.dump(review_of(part), tmp_path / "r.json")
    for command in ("show", "check"):
        with pytest.raises(SystemExit):
            main([command, str(tmp_path / "r.json")])
        assert "1 indicator, 1 figure\n" in capsys.readouterr().out


@pytest.mark.parametrize(("kind", "hint"), [("stock", "Use IndicatorKind.STOCK"), ("stok", "stock, flow")])
def test_a_code_in_place_of_a_member_names_the_member_or_the_codes(kind: str, hint: str) -> None:
    with pytest.raises(FieldTypeError) as caught:
        Indicator(id="a", name=Text(en="a"), unit=household, kind=cast("Any", kind))
    assert hint in str(caught.value)


def test_the_plural_of_a_unit_in_a_workbook_has_an_s_by_default(tmp_path: Path) -> None:
    path = tmp_path / "draft.xlsx"
    excel.dump(draft("Có 12 gia trại.", place="XX-SM", period=Y2018), path)
    book = openpyxl.load_workbook(path)
    book["Units"]["E2"], book["Units"]["F2"] = "backyard farm", None
    book.save(path)
    assert [unit.plural for unit in excel.load_draft(path).units] == ["backyard farms"]
