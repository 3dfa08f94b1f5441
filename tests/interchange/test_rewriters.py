"""What programs of others do to our files is read back unchanged, or reported; never different in silence."""

from __future__ import annotations

import json as plain_json
import warnings
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from aseansc import Review, Text
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import AseanscError
from aseansc.interchange import csv, excel, iati, json, sdmx
from aseansc.interchange._document.line_breaks import MISSING_WORDS
from aseansc.strategies import reviews
from tests._profile import NIGHTLY
from tests.interchange._rewriters import OFFICE, REWRITERS, XML, CannotRewriteError, saved_by_libreoffice

SLOW = frozenset({HealthCheck.too_slow, HealthCheck.data_too_large})

WINDOWS = attrs.evolve(
    skeleton.load(),
    note=Text(en="two\r\nlines", vi="hai\r\ndòng"),
    findings=[attrs.evolve(skeleton.load().findings[0], text=Text(en="a\tb\r\nc"))],
)
"""A review with line breaks of Windows and a tab."""


def require_equal_or_reported(name: str, review: Review) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # those of the other program
            read = REWRITERS[name](review)
    except CannotRewriteError:
        return
    except AseanscError as error:
        assert len(str(error)) > 40, name
        return
    if read != review:
        assert name in GUESSING, name
        assert has_texts_like_numbers(plain_json.loads(json.dumps(review))), name


GUESSES = ("pandas", "polars", "duckdb")
GUESSING = tuple(f"{form} by {program}" for form in ("CSV", "SDMX-CSV") for program in GUESSES)
"""Programs that take texts for numbers or for true and false: ``1`` becomes ``1.0``, and ``f`` becomes ``false``."""
NUMBERS = frozenset({"magnitude", "upper", "resolution", "size", "lower", "confidence", "factor"})


def has_texts_like_numbers(data: object, key: str = "") -> bool:
    if isinstance(data, dict):
        return any(has_texts_like_numbers(item, name) for name, item in data.items())
    if isinstance(data, list):
        return any(has_texts_like_numbers(item, key) for item in data)
    if not isinstance(data, str) or key in NUMBERS:
        return False
    if data.casefold() in ("t", "f", "true", "false") or data[:1] == data[-1:] == "'":
        return True
    try:
        float(data)
    except ValueError:
        return False
    return True


@settings(max_examples=300 if NIGHTLY else 2, suppress_health_check=SLOW)
@given(reviews())
def test_a_rewritten_file_is_equal_or_reported(review: Review) -> None:
    for name in REWRITERS:
        require_equal_or_reported(name, review)


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_is_equal_or_reported() -> None:
    found = [WINDOWS, skeleton.load(), lai_chau.load()]
    usual = len(found)

    @settings(max_examples=300 if NIGHTLY else 3, phases=[Phase.generate], database=None, suppress_health_check=SLOW)
    @given(reviews())
    def collect(review: Review) -> None:
        found.append(review)

    collect()
    for number, (review, saved) in enumerate(zip(found, saved_by_libreoffice(found), strict=True)):
        try:
            assert excel.load(saved) == review, json.dumps(review)
        except AseanscError as error:
            assert number >= usual, str(error)
            assert len(str(error)) > 40


@pytest.mark.parametrize("name", REWRITERS)
def test_line_breaks_are_kept_or_reported(name: str) -> None:
    require_equal_or_reported(name, WINDOWS)


@pytest.mark.parametrize(
    "name",
    [name for name in REWRITERS if not any(word in name for word in ("double", "minidom", "JSON by json, sorted"))],
)
def test_a_usual_review_survives_every_program(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert REWRITERS[name](skeleton.load()) == skeleton.load()


def with_words(word: str) -> Review:
    """Return a review with a word in texts that may be absent."""
    review = skeleton.load()
    first = review.observations[0]
    citation = attrs.evolve(first.citation, locator=word)
    changed = attrs.evolve(first, citation=citation, note=Text(en=word, vi=word), lists=[word])
    return attrs.evolve(review, observations=[changed, *review.observations[1:]])


@pytest.mark.parametrize("word", sorted(MISSING_WORDS))
@pytest.mark.parametrize("name", [f"{form} by {name}" for form in ("CSV", "SDMX-CSV") for name in ("csv", *GUESSES)])
def test_words_for_a_missing_value_are_kept_or_reported(name: str, word: str) -> None:
    try:
        assert REWRITERS[name](with_words(word)) == with_words(word)
    except AseanscError as error:
        assert name.startswith("SDMX")
        assert "emptied cells with words such as NULL" in str(error)


def test_a_word_for_a_missing_value_has_a_backslash_in_csv(tmp_path: Path) -> None:
    csv.dump(with_words("NULL"), tmp_path / "package")
    assert r",\NULL," in (tmp_path / "package" / "observations.csv").read_text(encoding="utf-8")
    assert csv.load(tmp_path / "package") == with_words("NULL")


def test_lost_line_breaks_have_a_name() -> None:
    rewrite = XML["ElementTree"]
    with pytest.raises(AseanscError, match="another program has changed line breaks or tabs") as caught:
        sdmx.loads(sdmx.dumps(WINDOWS, "csv"), structure=rewrite(sdmx.structure(WINDOWS).encode()))
    assert "n3 r3 t1" in str(caught.value)
    with pytest.raises(AseanscError, match="does not agree with the review"):
        iati.loads(XML["minidom"](iati.dumps(WINDOWS).encode()))
    assert "line-breaks" not in sdmx.structure(skeleton.load())


def test_sorted_rows_of_sdmx_json_are_reported() -> None:
    """The members of a JSON object have no order, but figures have."""
    rewrite = REWRITERS["SDMX-JSON by json, sorted"]
    with pytest.raises(AseanscError, match="another program has changed the order of the observations"):
        rewrite(lai_chau.load())
    review = lai_chau.load()
    claim = review.claims[0]
    twice = attrs.evolve(review, claims=(claim, attrs.evolve(claim, id="second")))
    data = plain_json.loads(sdmx.dumps(twice, "json"))
    rows = data["data"]["dataSets"][0]["observations"]
    first = list(rows)[-2]
    rows[first] = rows.pop(first)
    with pytest.raises(AseanscError, match="another program has changed the order"):
        sdmx.loads(plain_json.dumps(data), structure=sdmx.structure(twice))
