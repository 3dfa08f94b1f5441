"""Values exactly at a limit, and errors with their fields: faults there went unnoticed by other tests."""

from __future__ import annotations

import io
import json as plain_json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from aseansc import Limits, Period, Status
from aseansc.datasets import annex
from aseansc.drafts import Draft, Gap
from aseansc.errors import DocumentError, LimitError
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from aseansc.interchange._archives import is_clutter
from aseansc.interchange._languages import language_of
from aseansc.interchange._tables.mark_partial import _is_whole
from aseansc.interchange._tables.write_cells import escaped
from aseansc.interchange.csv._seen_cells import _day
from aseansc.interchange.open_sdg._read_cells import time_of
from aseansc.texts import Text


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("2018", Period.year(2018)),
        ("2018-2018", Period.year(2018)),
        ("2018-2020", Period.years(2018, 2020)),
        ("2018-2019", None),
        ("2018-2017", None),
        ("2018/19", None),
    ],
)
def test_the_time_of_open_sdg(printed: str, time: Period | None) -> None:
    found = time_of(printed)
    assert found == time if time is not None else isinstance(found, Gap)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-12-31", "2018-12-31"),
        ("2018-12-31 00:00:00", "2018-12-31"),
        ("2018-12-31T00:00:00", "2018-12-31"),
        ("2018-12-31 07:00:00", "2018-12-31 07:00:00"),
        ("2018", "2018"),
    ],
)
def test_a_day_that_a_program_has_given_a_time(text: str, day: str) -> None:
    assert _day(text) == day


def test_a_text_is_whole_only_with_all_languages_that_it_needs_and_without_a_gap() -> None:
    assert _is_whole({"en": "Rate"}, Text) is _is_whole({"en": "Rate", "vi": "Tỷ lệ"}, Text) is True
    assert _is_whole({"en": {"gap": {"en": "not read"}}}, Text) is False
    assert _is_whole({"vi": "Tỷ lệ"}, Text) is False
    assert _is_whole({"en": "a gap year"}, Text) is True


def test_sorted_observations_are_refused_with_both_orders() -> None:
    review = annex.load()
    message = plain_json.loads(sdmx.dumps(review, "json"))
    data = message["data"]["dataSets"][0]
    data["observations"] = dict(reversed(data["observations"].items()))
    with pytest.raises(DocumentError) as caught:
        sdmx.loads(plain_json.dumps(message), structure=sdmx.structure(review))
    problem = caught.value.problems[0]
    assert problem.where == "data.dataSets[0].observations"
    name, _, expected = problem.expected.partition(" in the order ")
    assert (name.isupper(), sorted(expected.split(", "))) == (True, sorted(str(problem.got).split(", ")))


def test_elements_of_others_inside_the_own_part_of_iati_are_a_problem() -> None:
    text = iati.dumps(annex.load())
    at = text.index("<aseansc:")
    inside = text.index(">", at) + 1
    for other, word in (("<other>x</other>", "an element of another namespace"),):
        with pytest.raises(DocumentError, match=word):
            iati.loads(text[:inside] + other + text[inside:])


def test_a_reason_is_read_in_one_or_both_languages() -> None:
    for reason in ({"en": "not read"}, {"en": "not read", "vi": "không đọc được"}, {"vi": "không đọc được"}):
        draft = plain_json.loads(json.dumps(Draft.of(annex.load())))
        draft["title"] = {"gap": reason}
        try:
            found = json.loads_draft(plain_json.dumps(draft))
        except DocumentError:
            assert "en" not in reason
            continue
        assert dict(found.gaps)["title"].reason == Text(**reason)


@pytest.mark.parametrize("reason", [{"en": 5}, {"en": None}, {"en": ["x"]}])
def test_a_reason_of_another_type_is_a_problem(reason: dict[str, object]) -> None:
    draft = plain_json.loads(json.dumps(Draft.of(annex.load())))
    draft["title"] = {"gap": reason}
    with pytest.raises(DocumentError):
        json.loads_draft(plain_json.dumps(draft))


@pytest.mark.parametrize("module", [csv, excel], ids=lambda module: module.__name__)
def test_words_with_a_meaning_in_cells_come_back_as_words(module: Any) -> None:
    """A text may begin like a gap, an arrow or an escape."""
    texts = ("?", "? who", "→ x", "\\", "\\x", "=1+1", "'5", "-", "true", "1E5")
    review = annex.load()
    for words in texts:
        named = evolve(review, title=Text(en=words, vi=words))
        made = io.BytesIO()
        module.dump(named, made)
        assert module.load(io.BytesIO(made.getvalue())) == named, words


@pytest.mark.parametrize(
    ("tag", "usual"),
    [
        ("VI", "vi"), ("zh_hans", "zh-Hans"), ("EN-gb", "en-GB"), ("sr-LATN-rs", "sr-Latn-RS"),
        ("sl-ROZAJ", "sl-rozaj"), ("", ""), (None, ""), ("x", ""), ("vi vn", ""),
    ],
)  # fmt: skip
def test_the_usual_case_of_language_tags(tag: str | None, usual: str) -> None:
    assert language_of(tag) == usual


def test_files_that_operating_systems_add_are_left_out() -> None:
    for name in (".DS_Store", ".ds_store", "a/Thumbs.db", "desktop.ini", "DESKTOP.INI", "._x.csv", "__MACOSX/x.csv"):
        assert is_clutter(name), name
    assert not any(map(is_clutter, ("review.csv", "a/b.csv", "DS_Store", "MACOSX/x")))


def test_a_folder_with_too_many_files_is_refused_before_they_are_read(tmp_path: Path) -> None:
    csv.dump(annex.load(), tmp_path / "a")
    assert csv.load(tmp_path / "a", limits=Limits(items=50_000)) == annex.load()
    for number in range(50):
        (tmp_path / "a" / f"{number}.txt").touch()
    with pytest.raises(LimitError):
        csv.load(tmp_path / "a", limits=Limits(items=20_000))


def test_only_what_would_be_read_as_something_else_is_escaped() -> None:
    for text in ("?", "??", "? who", "→", "→1", "\\", "\\x", "not_stated", "not_applicable"):
        assert escaped(text) == f"\\{text}"
    for text in ("", "x", "who?", "1→2", "not stated", "-"):
        assert escaped(text) == text


def test_commas_in_the_second_line_of_a_cell_separate_no_fields() -> None:
    title = "one\n" + 150 * "a," + "\n" + 150 * "b,"
    named = evolve(annex.load(), title=Text(en=title, vi=title))
    made = io.BytesIO()
    csv.dump(named, made)
    assert csv.load(io.BytesIO(made.getvalue())) == named


@pytest.mark.parametrize("status", [Status.PLANNED, Status.FORECAST, Status.ESTIMATED])
def test_plans_and_forecasts_are_no_rows_of_open_sdg(status: Status) -> None:
    review = annex.load()
    first = evolve(review.observation("poverty-rate.2020.end"), statuses=(status,))
    others = [item for item in review.observations if item.id != first.id]
    text = open_sdg.dumps(evolve(review, observations=(first, *others)), "poverty-rate")
    assert ("18.4" in text) is (status is Status.ESTIMATED)
