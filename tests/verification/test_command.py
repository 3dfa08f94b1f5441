"""``aseansc verify`` with claims, as JSON, and with ``--fix``."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from aseansc.cli import main
from aseansc.datasets import skeleton
from aseansc.interchange import json as documents
from aseansc.verification import claims_schema

SKELETON = Path(str(skeleton.__file__))
TEXT = SKELETON.with_suffix(".txt").read_bytes().decode()


def run(*words: object) -> tuple[int, str, str]:
    """Run a command; return its exit status, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as stopped:
        main([str(word) for word in words])
    return int(stopped.value.code or 0), out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a text, a review in JSON and in Python."""
    (tmp_path / "text.txt").write_bytes(TEXT.encode())
    (tmp_path / "review.py").write_bytes(SKELETON.read_bytes())
    documents.dump(skeleton.load(), tmp_path / "review.json")
    return tmp_path


def claims(folder: Path, *items: dict[str, Any], alone: bool = False) -> Path:
    file = folder / "claims.json"
    file.write_text(json.dumps(list(items) if alone else {"claims": items}), encoding="utf-8")
    return file


TRUE = {"number": 12.7, "unit": "%", "quote": "tỷ lệ hộ nghèo là 12,7%", "id": "rate"}
WRONG = {"number": 400, "qualifier": "exact", "quote": "trên 400 lao động"}
UNSURE = {"number": 2.3, "quote": "2,3 điểm %"}


@pytest.mark.parametrize("alone", [True, False])
def test_claims_are_verified_and_the_missed_figures_listed(folder: Path, alone: bool) -> None:
    status, out, err = run("verify", claims(folder, TRUE, WRONG, alone=alone), "--text", folder / "text.txt")
    assert status == 1
    assert "247-264 'trên 400 lao động': refuted: qualifier: the text has over, and the figure has no qualifier" in out
    assert "'7/11 xã' is not cited: …" in out
    assert "2 figures: 1 confirmed, 1 refuted, 0 undecided. Compared: number of 2, " in out
    assert "Not compared: whether a figure belongs to its indicator, place and breakdown." in out
    assert err.endswith("1 of 2 figures are refuted\n")


def test_the_exit_status_of_undecided_and_missed_figures(folder: Path) -> None:
    file = claims(folder, TRUE, UNSURE)
    assert run("verify", file, "--text", folder / "text.txt")[0] == 0
    assert run("verify", file, "--text", folder / "text.txt", "--strict")[0] == 1
    assert run("verify", folder / "review.json", "--text", folder / "text.txt", "--strict", "--numbers")[0] == 0


def test_json_has_every_result(folder: Path) -> None:
    status, out, _ = run(
        "verify",
        claims(folder, TRUE, WRONG, {"number": 5, "quote": "bảy xã"}),
        "--text",
        folder / "text.txt",
        "--format",
        "json",
    )
    found = json.loads(out)
    assert (status, found["counts"]) == (1, {"confirmed": 1, "refuted": 2, "undecided": 0})
    first, second, _ = found["results"]
    assert (first["figure"], first["printed"], first["differs"]) == ("rate", "tỷ lệ hộ nghèo là 12,7%", [])
    assert (second["read"]["value"], second["differs"]) == ("over 400 person", ["qualifier"])
    assert len(found["missed"]) > 3
    status, out, err = run("verify", folder / "review.json", "--text", folder / "text.txt", "--format", "json")
    assert (status, json.loads(out)["counts"]["confirmed"], json.loads(out)["mismatches"], err) == (0, 10, [], "")


def test_claims_that_cannot_be_read_are_reported_with_their_path(folder: Path) -> None:
    status, _, err = run("verify", claims(folder, {"numbr": 1}), "--text", folder / "text.txt")
    assert status == 1
    assert "$[0].numbr: unknown field" in err


@pytest.mark.parametrize("name", ["review.json", "review.py"])
def test_fix_writes_the_positions_that_moved(folder: Path, name: str) -> None:
    (folder / "text.txt").write_bytes(f"Báo cáo tóm tắt.\n{TEXT}".encode())
    words = ("verify", folder / name, "--text", folder / "text.txt")
    assert run(*words)[0] == 1
    status, out, err = run(*words, "--fix")
    assert (status, out.partition(".")[0]) == (0, "10 figures: 10 confirmed, 0 refuted, 0 undecided")
    assert err.startswith(f"wrote {folder / name}: ")
    before = (folder / name).read_bytes()
    assert run(*words, "--fix")[0] == 0
    assert (folder / name).read_bytes() == before


def test_fix_writes_nothing_if_some_words_are_gone(folder: Path) -> None:
    (folder / "text.txt").write_bytes(f"Báo cáo tóm tắt.\n{TEXT.replace('12,7%', '12,8%')}".encode())
    before = (folder / "review.json").read_bytes()
    status, out, err = run("verify", folder / "review.json", "--text", folder / "text.txt", "--fix")
    assert status == 1
    assert "176 '12,7%' is not in the text, or in several places" in err
    assert "120 -> 137 '1.250 hộ nghèo'" in out
    assert (folder / "review.json").read_bytes() == before


def test_fix_prints_the_positions_of_other_datasets(folder: Path) -> None:
    (folder / "text.txt").write_bytes(f"x\n{TEXT}".encode())
    status, out, err = run("verify", "skeleton", "--text", folder / "text.txt", "--fix")
    assert status == 1
    assert "120 -> 122 '1.250 hộ nghèo'" in out
    assert "skeleton was not changed" in err


def test_fix_prints_the_positions_of_a_dataset_that_computes_them(folder: Path) -> None:
    (folder / "text.txt").write_bytes(f"x\n{TEXT}".encode())
    dataset = folder / "computed.py"
    dataset.write_text("from aseansc.datasets.skeleton import load\n", encoding="utf-8")
    status, out, err = run("verify", dataset, "--text", folder / "text.txt", "--fix")
    assert status == 1
    assert "120 -> 122 '1.250 hộ nghèo'" in out
    assert "computed.py was not changed" in err
    assert dataset.read_text(encoding="utf-8") == "from aseansc.datasets.skeleton import load\n"


def test_a_review_of_a_text_in_another_language_is_not_read_as_vietnamese(folder: Path) -> None:
    """Its citations are compared, but what is doubtful in Vietnamese is not looked for."""
    words = ("verify", folder / "review.json", "--text", folder / "text.txt")
    assert run(*words, "--text-language", "en")[:2] == run(*words)[:2]


def test_the_schema_of_claims_is_printed() -> None:
    assert run("schema", "--claims")[:2] == (0, claims_schema())


def test_claims_about_a_text_in_another_language(folder: Path) -> None:
    (folder / "text.txt").write_text("It reached 5.2 million people.", encoding="utf-8")
    file = claims(folder, {"number": 5200000, "unit": "household", "quote": "5.2 million people"})
    status, out, _ = run("verify", file, "--text", folder / "text.txt", "--text-language", "en")
    assert (status, out.partition(".")[0]) == (0, "1 figure: 1 confirmed, 0 refuted, 0 undecided")


def test_claims_have_no_positions_to_fix(folder: Path) -> None:
    status, _, err = run("verify", claims(folder, TRUE), "--text", folder / "text.txt", "--fix")
    assert (status, "claims have no positions to fix" in err) == (1, True)
