"""Files that a command cannot read are reported in one message, and results of several reviews are set apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from aseansc.datasets import skeleton
from aseansc.interchange import json
from aseansc.units import percent
from aseansc.values import Value
from aseansc.vietnamese import draft
from tests.test_cli import main_quietly

TEXT = "Có 5 xã."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("Có 5 xã.".encode("latin-1"))
    (tmp_path / "table.csv").write_text("id,value\na,5\n", encoding="utf-8")
    (tmp_path / "no.json").write_text("{no", encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    return tmp_path


def refused(*words: str) -> str:
    status, out, err = main_quietly(*words)
    assert (status, out) == (1, ""), words
    assert err.startswith("aseansc")
    assert "Traceback" not in err
    return err


def test_texts_that_are_missing_or_not_utf_8_are_named_with_what_to_do(folder: Path) -> None:
    table = str(folder / "table.csv")
    missing = refused("audit", table, "--structure", str(folder / "missing.toml"))
    assert "the file cannot be read" in missing
    assert "missing.toml" in missing
    latin = refused("audit", table, "--structure", str(folder / "latin.txt"))
    assert "the file is not UTF-8" in latin
    assert "byte 1" in latin


@pytest.mark.parametrize(
    ("name", "problem"),
    [("missing.json", "cannot be read"), ("no.json", "not JSON"), ("deep.json", "nested too deeply")],
)
def test_claims_that_are_not_json_are_reported_as_a_review_that_cannot_be_loaded(
    folder: Path, name: str, problem: str
) -> None:
    assert problem in refused("verify", str(folder / name), "--text", str(folder / "text.txt"))


def test_the_address_of_a_source_needs_a_review_with_one_document(folder: Path) -> None:
    review = skeleton.load()
    two = evolve(review, documents=(*review.documents, evolve(review.documents[0], id="other")))
    json.dump(two, folder / "two.json")
    output = str(folder / "page.html")
    message = refused("report", str(folder / "two.json"), "-o", output, "--source", "https://example.org/a")
    assert "2 documents in the review" in message
    assert not (folder / "page.html").exists()


@pytest.mark.parametrize("words", [("audit",), ("audit", "--bounds", "households"), ("audit", "--format", "markdown")])
def test_the_results_of_several_reviews_are_set_apart_by_an_empty_line(words: tuple[str, ...], folder: Path) -> None:
    json.dump(evolve(skeleton.load(), id="other"), folder / "other.json")
    names = ("skeleton", str(folder / "other.json"))
    one, other = (main_quietly(words[0], name, *words[1:])[1] for name in names)
    both = main_quietly(words[0], *names, *words[1:])[1]
    assert one.strip()
    assert both == f"{one}\n{other}", both


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_judged(folder: Path) -> None:
    for name in ("no.json", "table.csv"):
        bad = str(folder / name)
        for words in (("check", bad), ("verify", bad, "--text", str(folder / "text.txt")), ("convert", bad, "x.xlsx")):
            assert refused(*words).count(bad) == 1, words
        for command in ("audit", "show"):
            status, out, err = main_quietly(command, bad, "skeleton")
            assert (status, out) == (1, main_quietly(command, "skeleton")[1]), command
            assert err.startswith(f"aseansc: {bad}: "), command
    both = refused("compare", str(folder / "no.json"), str(folder / "missing.json"))
    assert all(name in both for name in ("no.json", "missing.json"))
    claims = folder / "claims.json"
    claims.write_text('{"claims": [1]}', encoding="utf-8")
    assert f"{claims}: a claim" in refused("verify", str(claims), "--text", str(folder / "text.txt"))


def test_a_record_of_a_draft_that_is_not_valid_is_named_and_fails(tmp_path: Path) -> None:
    text = "Năm 2018, toàn tỉnh có 900 hộ nghèo. Thu ngân sách đạt 5 tỷ đồng."
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    report = str(tmp_path / "report.txt")
    drafted = draft(text, place="XX-SM")
    for name, wrong in (
        ("valid", drafted),
        ("wrong", drafted.fill("observations[0].value", Value.exact(900, percent))),
    ):
        path = str(tmp_path / f"{name}.json")
        json.dump(wrong, path)
        for words in (("verify", path, "--text", report), ("audit", path)):
            status, _, err = main_quietly(*words)
            assert status == (name == "wrong"), words
            assert ("left out, because it is not valid: " in err) is (name == "wrong"), words
