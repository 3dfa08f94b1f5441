"""The command line on files: what it converts, drafts and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.datasets import skeleton
from aseansc.interchange import json as interchange_json
from tests.test_cli import main_quietly

REPORT = "Đến cuối năm 2022, toàn huyện ước còn gần 1.250 hộ nghèo, giảm 1,5 điểm % so với năm 2021.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bao cao.txt"
    path.write_bytes(REPORT.encode())
    return path


@pytest.mark.parametrize("name", ["out.json", "out.xlsx", "out.zip"])
def test_a_review_is_written_and_read_by_its_suffix(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert main_quietly("convert", "skeleton", str(path)) == (0, f"wrote {path}\n", "")
    back = tmp_path / "back.json"
    assert main_quietly("convert", str(path), str(back))[0] == 0
    assert interchange_json.load(back) == skeleton.load()
    assert "it holds together" in main_quietly("check", str(path))[1]
    assert main_quietly("show", str(path))[1] == main_quietly("show", "skeleton")[1]


@pytest.mark.parametrize(
    ("name", "to"), [("out.csv", "sdmx-csv"), ("out.xml", "sdmx-ml"), ("out.xml", "iati"), ("folder", "csv")]
)
def test_other_names_need_the_format(tmp_path: Path, name: str, to: str) -> None:
    path = tmp_path / name
    status, _, err = main_quietly("convert", "skeleton", str(path))
    assert (status, path.exists()) == (1, False)
    assert f"--to {to}" in err
    status, out, _ = main_quietly("convert", "skeleton", str(path), "--to", to)
    assert (status, out) == (0, f"wrote {path}\n")
    assert main_quietly("convert", str(path), str(tmp_path / "back.json"))[0] == 0


def test_losses_are_told_and_strict_refuses_them(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    status, out, err = main_quietly("convert", "lai-chau", str(path), "--to", "sdmx-csv", "--strict")
    assert (status, out, path.exists()) == (1, "", False)
    assert "would be lost" in err.splitlines()[-1]
    status, _, told = main_quietly("convert", "lai-chau", str(path), "--to", "sdmx-csv")
    assert status == 0
    assert told == "\n".join(err.splitlines()[:-1]) + "\n"
    assert all(line.startswith("lost: ") for line in told.splitlines())


def test_sdmx_csv_has_its_structure_beside_it_when_asked_for(tmp_path: Path) -> None:
    path, beside, back = tmp_path / "out.csv", tmp_path / "out.structure.xml", tmp_path / "back.json"
    _, _, told = main_quietly("convert", "skeleton", str(path), "--to", "sdmx-csv")
    assert not beside.exists()
    assert all(line.endswith("--with-structure writes it beside") for line in told.splitlines())
    assert "goes to" not in told
    path.unlink()
    found = main_quietly("convert", "skeleton", str(path), "--to", "sdmx-csv", "--with-structure", "--strict")
    assert found == (0, f"wrote {path}\nwrote {beside}\n", "")
    assert main_quietly("convert", str(path), str(back), "--structure", str(beside))[0] == 0
    assert interchange_json.load(back) == skeleton.load()


def test_a_structure_belongs_to_sdmx(tmp_path: Path) -> None:
    out = str(tmp_path / "out.json")
    assert "only SDMX has a structure" in main_quietly("convert", "skeleton", out, "--structure", "x.xml")[2]
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    assert "only SDMX has" in main_quietly("convert", str(tmp_path / "a.json"), out, "--structure", "x.xml")[2]
    assert "only SDMX-CSV has" in main_quietly("convert", "skeleton", out, "--with-structure")[2]
    rows = tmp_path / "out.csv"
    main_quietly("convert", "skeleton", str(rows), "--to", "sdmx-csv")
    err = main_quietly("convert", str(rows), out, "--structure", str(tmp_path / "none.xml"))[2]
    assert "cannot be read" in err
    assert "none.xml" in err
    structure = tmp_path / "rows.structure.xml"
    main_quietly("convert", "skeleton", str(structure), "--to", "sdmx-ml")
    before = structure.read_bytes()
    again = main_quietly("convert", str(structure), str(tmp_path / "rows.csv"), "--to", "sdmx-csv", "--with-structure")
    assert (again[0], structure.read_bytes()) == (1, before)
    assert "over the source" in again[2]
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(("to", "encoding"), [("iati", "utf-16"), ("iati", "utf-8-sig"), ("sdmx-ml", "utf-8")])
def test_xml_is_told_apart_by_its_root(tmp_path: Path, to: str, encoding: str) -> None:
    path, back = tmp_path / "out.xml", tmp_path / "back.json"
    main_quietly("convert", "skeleton", str(path), "--to", to)
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8", 1).encode(encoding))
    assert main_quietly("convert", str(path), str(back))[0] == 0
    assert interchange_json.load(back) == skeleton.load()


def test_xml_of_neither_format_names_both(tmp_path: Path) -> None:
    path = tmp_path / "page.xml"
    for content in ("<html/>", "<x><iati-activities/></x>", "<!-- <iati-activities> --><html/>"):
        path.write_text(content, encoding="utf-8")
        status, _, err = main_quietly("check", str(path))
        assert status == 1
        assert "neither SDMX-ML nor IATI" in err
        assert "StructureSpecificData" in err
        assert "iati-activities" in err
    path.write_text("no XML", encoding="utf-8")
    assert "line 1" in main_quietly("check", str(path))[2]


@pytest.mark.parametrize("to", ["json", "excel", "sdmx-csv", "iati"])
def test_a_name_without_a_suffix_may_be_of_any_format(tmp_path: Path, to: str) -> None:
    path = tmp_path / "review"
    assert main_quietly("convert", "skeleton", str(path), "--to", to)[:2] == (0, f"wrote {path}\n")
    assert path.is_file()


def test_a_name_of_another_format_is_refused(tmp_path: Path) -> None:
    status, _, err = main_quietly("convert", "skeleton", str(tmp_path / "out.json"), "--to", "iati")
    assert status == 1
    assert "the name is that of another format" in err
    assert not list(tmp_path.iterdir())


def test_files_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    assert "cannot be read" in main_quietly("check", str(tmp_path / "none.json"))[2]
    assert "cannot be written" in main_quietly("convert", "skeleton", str(tmp_path / "none" / "out.json"))[2]
    (tmp_path / "bad.json").write_text('{"schema": "aseansc/review", "version": 1}', encoding="utf-8")
    status, _, err = main_quietly("check", str(tmp_path / "bad.json"))
    assert status == 1
    assert "$.title: the field is missing" in err


def test_a_report_is_drafted_filled_in_and_checked(tmp_path: Path, report: Path) -> None:
    for name in ("draft.json", "draft.xlsx"):
        path = tmp_path / name
        status, out, _ = main_quietly("draft", str(report), "-o", str(path), "--place", "XX-SM", "--period", "2022")
        assert status == 0
        assert "2 figures" in out
        assert "gaps to fill in" in out
        status, _, err = main_quietly("check", str(path))
        assert status == 1
        assert "what “gần 1.250 hộ nghèo” measures" in err
        assert main_quietly("convert", str(path), str(tmp_path / "again.json"), "--force")[0] == 0
        assert main_quietly("convert", str(path), str(tmp_path / "review.zip"))[0] == 1
    assert interchange_json.load_draft(tmp_path / "again.json").id == "bao-cao"


def test_what_a_draft_needs(tmp_path: Path, report: Path) -> None:
    out = str(tmp_path / "draft.json")
    assert "no place for gaps" in main_quietly("draft", str(report), "-o", str(tmp_path / "draft.zip"))[2]
    assert "Lai Châu" in main_quietly("draft", str(report), "-o", out, "--place", "Lai Châu")[2]
    assert "year 2018" in main_quietly("draft", str(report), "-o", out, "--period", "year 2018")[2]
    assert "cannot be read" in main_quietly("draft", str(tmp_path / "none.txt"), "-o", out)[2]
    assert not (tmp_path / "draft.json").exists()


def test_the_schema_is_printed() -> None:
    assert main_quietly("schema") == (0, interchange_json.schema(), "")


def test_an_empty_workbook_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    assert main_quietly("template", str(path))[0] == 0
    assert "the file is there already" in main_quietly("template", str(path))[2]
    assert main_quietly("check", str(path))[0] == 1


def test_a_gap_of_a_workbook_is_told_by_its_cell(tmp_path: Path, report: Path) -> None:
    path = tmp_path / "draft.xlsx"
    main_quietly("draft", str(report), "-o", str(path))
    _, _, err = main_quietly("check", str(path))
    assert "Indicators!" in err
    assert "convert" not in err


def test_nothing_is_written_over_what_it_is_made_from(tmp_path: Path, report: Path) -> None:
    text = tmp_path / "report.json"
    text.write_bytes(report.read_bytes())
    status, _, err = main_quietly("draft", str(text), "-o", str(text))
    assert (status, text.read_bytes()) == (1, report.read_bytes())
    assert "over the report" in err
    lossy = tmp_path / "out.xml"
    main_quietly("convert", "skeleton", str(lossy), "--to", "iati")
    before = lossy.read_bytes()
    status, _, err = main_quietly("convert", str(lossy), str(lossy), "--to", "iati")
    assert (status, lossy.read_bytes()) == (1, before)
    assert "what would be lost" in err


def test_a_draft_is_not_written_over(tmp_path: Path, report: Path) -> None:
    path = tmp_path / "draft.json"
    assert main_quietly("draft", str(report), "-o", str(path))[0] == 0
    path.write_text("filled in by hand", encoding="utf-8")
    status, _, err = main_quietly("draft", str(report), "-o", str(path))
    assert (status, path.read_text(encoding="utf-8")) == (1, "filled in by hand")
    assert "the file is there already" in err
    assert main_quietly("draft", str(report), "-o", str(path), "--force")[0] == 0


def test_every_gap_is_told_however_many(tmp_path: Path) -> None:
    report = tmp_path / "long.txt"
    report.write_text("Có 5 hộ nghèo. " * 40, encoding="utf-8")
    path = tmp_path / "draft.json"
    assert main_quietly("draft", str(report), "-o", str(path))[0] == 0
    draft = interchange_json.load_draft(path)
    assert len(draft.gaps) > 100
    err = main_quietly("check", str(path))[2]
    assert all(f"$.{where}" in err for where, _ in draft.gaps)
