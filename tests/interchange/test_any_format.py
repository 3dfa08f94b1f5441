"""`aseansc.load` reads every format by name and content, and never runs a file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import aseansc
from aseansc.datasets import skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import DocumentError, FieldError, FieldTypeError
from aseansc.interchange import csv, excel, iati, json, sdmx
from aseansc.texts import Text
from tests.interchange._sdmx_samples import GENERIC_ML
from tests.test_cli import main_quietly

REVIEW = skeleton.load()
WRITERS: dict[str, Callable[[Path], Any]] = {
    "review.json": lambda path: json.dump(REVIEW, path),
    "review": lambda path: csv.dump(REVIEW, path),
    "review.zip": lambda path: csv.dump(REVIEW, path),
    "review.xlsx": lambda path: excel.dump(REVIEW, path),
    "review.XML": lambda path: sdmx.dump(REVIEW, path),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_of_each_format_is_read(name: str, tmp_path: Path) -> None:
    WRITERS[name](tmp_path / name)
    assert aseansc.load(tmp_path / name) == REVIEW
    assert aseansc.load(str(tmp_path / name)) == REVIEW


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "review"])
def test_a_file_without_a_known_suffix_is_recognized_by_its_content(name: str, tmp_path: Path) -> None:
    WRITERS[name](tmp_path / name)
    renamed = shutil.move(tmp_path / name, tmp_path / "download.tmp")
    assert aseansc.load(renamed) == REVIEW


def test_an_sdmx_csv_file_is_read_with_the_structure_beside_it(tmp_path: Path) -> None:
    (tmp_path / "review.csv").write_text(sdmx.dumps(REVIEW, "csv"), encoding="utf-8")
    (tmp_path / "review.structure.xml").write_text(sdmx.structure(REVIEW), encoding="utf-8")
    assert aseansc.load(tmp_path / "review.csv") == REVIEW
    (tmp_path / "review.structure.xml").unlink()
    with pytest.raises(DocumentError):  # without it, the names of the indicators are missing
        aseansc.load(tmp_path / "review.csv")


def test_a_document_without_figures_is_named_for_what_it_is(tmp_path: Path) -> None:
    """A structure message alone is not shown as a review without figures, by any command."""
    path = tmp_path / "review.structure.xml"
    path.write_text(sdmx.structure(REVIEW), encoding="utf-8")
    target = str(tmp_path / "out.json")
    for command in (["show"], ["check"], ["audit"], ["compare", str(path)], ["report", "-o", target], ["convert"]):
        status, _, error = main_quietly(*command, str(path), *([target] if command == ["convert"] else []))
        assert status != 0, command
        assert "the document is a structure message, which has no figures" in error, command
        assert "review.csv" in error, command
    assert not (tmp_path / "out.json").exists()


def test_the_answer_of_a_web_service_without_data_is_shown(tmp_path: Path) -> None:
    answer = re.sub(
        "(?s)<[a-z]*:?DataSet .*DataSet>",
        '<f:Footer xmlns:f="urn:f"><f:Text>The file will be at https://example.org/1</f:Text></f:Footer>',
        GENERIC_ML,
    )
    (tmp_path / "answer.xml").write_text(answer, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"no figures.*publisher says: The file will be at https://example\.org/1"):
        aseansc.load(tmp_path / "answer.xml")
    (tmp_path / "empty.csv").write_text("DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="the data message has no figures; expected observations"):
        aseansc.load(tmp_path / "empty.csv")


def test_an_iati_file_is_read(tmp_path: Path) -> None:
    iati.dump(REVIEW, tmp_path / "review.xml")
    assert aseansc.load(tmp_path / "review.xml").id == REVIEW.id


def test_missing_english_is_a_problem_only_once_the_gaps_are_filled_in(tmp_path: Path) -> None:
    draft = evolve(Draft.of(REVIEW), title=PartialRecord(Text, {"vi": "Báo cáo"}))
    gap = Gap(reason=Text(en="not decided yet"))
    for number, (given, words) in enumerate(((draft, "title"), (draft.fill("place", gap), "not decided yet"))):
        path = tmp_path / f"{number}.json"
        json.dump(given, path)
        with pytest.raises(DocumentError, match="1 problem") as refused:
            aseansc.load(path)
        (problem,) = refused.value.problems
        assert words in str(problem)


@pytest.mark.parametrize("name", ["draft.json", "draft.xlsx"])
def test_a_draft_with_gaps_is_refused_with_every_gap(name: str, tmp_path: Path) -> None:
    gap = Gap(reason=Text(en="not decided yet"))
    draft = Draft.of(REVIEW).fill("title", gap).fill("observations[0].value", gap)
    (json if name.endswith("json") else excel).dump(draft, tmp_path / name)
    with pytest.raises(DocumentError) as refused:
        aseansc.load(tmp_path / name)
    assert sum("not decided yet" in str(problem) for problem in refused.value.problems) == 2


@pytest.mark.parametrize("name", ["review.py", "review.PY"])
def test_a_python_file_is_not_run(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n", encoding="utf-8")
    with pytest.raises(FieldError, match="a Python file is not run"):
        aseansc.load(tmp_path / name)
    shutil.copy(tmp_path / name, tmp_path / "review.txt")
    with pytest.raises(DocumentError):
        aseansc.load(tmp_path / "review.txt")
    assert not (tmp_path / "ran").exists()


def test_what_is_not_a_readable_file_is_refused(tmp_path: Path) -> None:
    for missing in ("none.json", "none.parquet"):
        with pytest.raises(FieldError, match="the file cannot be read"):
            aseansc.load(tmp_path / missing)
    (tmp_path / "report.txt").write_text("Năm 2018, huyện có 12 hộ nghèo.", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"This is a text\..*aseansc draft REPORT"):
        aseansc.load(tmp_path / "report.txt")
    with pytest.raises(DocumentError, match=r"a file of the package is missing; expected datapackage\.json"):
        aseansc.load(tmp_path)
    with pytest.raises(FieldError, match="the path is empty"):
        aseansc.load("")
    with pytest.raises(FieldTypeError, match="the path of a file or folder"):
        aseansc.load(REVIEW)  # type: ignore[arg-type]
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(DocumentError):
        aseansc.load(tmp_path / "empty")
