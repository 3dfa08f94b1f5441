"""The command line with files: conversion, drafts, and errors."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from aseansc import Period, Text
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft, PartialRecord
from aseansc.interchange import json as interchange_json, load_any, sdmx
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
    assert "is valid" in main_quietly("check", str(path))[1]
    assert main_quietly("show", str(path))[1] == main_quietly("show", "skeleton")[1]


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("out.csv", "sdmx-csv"),
        ("out.xml", "sdmx-ml"),
        ("out.xml", "iati"),
        ("folder", "csv"),
    ],
)
def test_other_suffixes_need_the_format(tmp_path: Path, name: str, to: str) -> None:
    path = tmp_path / name
    status, _, err = main_quietly("convert", "skeleton", str(path))
    assert (status, path.exists()) == (1, False)
    assert f"--to {to}" in err
    status, out, _ = main_quietly("convert", "skeleton", str(path), "--to", to)
    assert (status, out) == (0, f"wrote {path}\n")
    assert main_quietly("convert", str(path), str(tmp_path / "back.json"))[0] == 0


def test_sdmx_json_has_the_suffix_of_reviews_in_json(tmp_path: Path) -> None:
    path, back = str(tmp_path / "out.json"), str(tmp_path / "back.json")
    assert main_quietly("convert", "skeleton", path, "--to", "sdmx-json", "--with-structure")[0] == 0
    assert main_quietly("convert", path, back)[0] == 0
    assert interchange_json.load(back) == skeleton.load()


def test_losses_are_listed_and_with_strict_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    status, out, err = main_quietly("convert", "lai-chau", str(path), "--to", "sdmx-csv", "--strict")
    assert (status, out, path.exists()) == (1, "", False)
    assert "would be lost" in err.splitlines()[-1]
    status, _, warnings = main_quietly("convert", "lai-chau", str(path), "--to", "sdmx-csv")
    assert status == 0
    assert warnings == "\n".join(err.splitlines()[:-1]) + "\n"
    assert all(line.startswith("lost: ") for line in warnings.splitlines())


def test_losses_of_one_kind_are_one_line_and_listed_in_full_on_request(tmp_path: Path) -> None:
    words = ("convert", "lai-chau", str(tmp_path / "out.json"), "--to", "sdmx-json", "--force")
    short, full = (main_quietly(*words, *more)[2].splitlines() for more in ((), ("--all-losses",)))
    assert len(short) < 15
    assert len(full) == len(sdmx.losses(lai_chau.load(), "json"))
    assert any(line.startswith("lost: Mention: 51 (15/11/2019, 3 năm, 03 năm, …): ") for line in short)
    assert any(line.startswith("lost: Target 'poverty-rate.target': ") for line in short)


def test_sdmx_ml_has_a_structure_beside_it_on_request_and_converts_in_place(tmp_path: Path) -> None:
    path, beside = tmp_path / "out.xml", tmp_path / "out.structure.xml"
    words = ("convert", "skeleton", str(path), "--to", "sdmx-ml")
    assert main_quietly(*words, "--strict")[0] == 1
    assert main_quietly(*words, "--strict", "--with-structure") == (0, f"wrote {path}\nwrote {beside}\n", "")
    assert main_quietly("convert", str(path), str(path), "--to", "sdmx-ml", "--force")[0] == 0
    assert sdmx.load(path) == skeleton.load()


def test_sdmx_csv_is_written_with_its_structure_on_request(tmp_path: Path) -> None:
    path, beside, back = tmp_path / "out.csv", tmp_path / "out.structure.xml", tmp_path / "back.json"
    _, _, warnings = main_quietly("convert", "skeleton", str(path), "--to", "sdmx-csv")
    assert not beside.exists()
    assert all(line.endswith("to keep it, add --with-structure") for line in warnings.splitlines())
    assert "kept in" not in warnings
    path.unlink()
    found = main_quietly("convert", "skeleton", str(path), "--to", "sdmx-csv", "--with-structure", "--strict")
    assert found == (0, f"wrote {path}\nwrote {beside}\n", "")
    assert main_quietly("convert", str(path), str(back), "--structure", str(beside))[0] == 0
    assert interchange_json.load(back) == skeleton.load()


def test_a_structure_is_allowed_for_sdmx_only(tmp_path: Path) -> None:
    out = str(tmp_path / "out.json")
    assert "only SDMX has a structure" in main_quietly("convert", "skeleton", out, "--structure", "x.xml")[2]
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    assert "only SDMX has" in main_quietly("convert", str(tmp_path / "a.json"), out, "--structure", "x.xml")[2]
    assert "only SDMX has a structure file" in main_quietly("convert", "skeleton", out, "--with-structure")[2]
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
    assert "overwrite the source" in again[2]
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(("to", "encoding"), [("iati", "utf-16"), ("iati", "utf-8-sig"), ("sdmx-ml", "utf-8")])
def test_the_format_of_xml_follows_from_its_root_element(tmp_path: Path, to: str, encoding: str) -> None:
    path, back = tmp_path / "out.xml", tmp_path / "back.json"
    main_quietly("convert", "skeleton", str(path), "--to", to)
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8", 1).encode(encoding))
    assert main_quietly("convert", str(path), str(back))[0] == 0
    assert interchange_json.load(back) == skeleton.load()


def test_the_error_for_other_xml_names_both_formats(tmp_path: Path) -> None:
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


@pytest.mark.parametrize("to", ["json", "excel", "sdmx-csv", "sdmx-json", "iati"])
def test_a_name_without_a_suffix_may_have_any_format(tmp_path: Path, to: str) -> None:
    path = tmp_path / "review"
    assert main_quietly("convert", "skeleton", str(path), "--to", to)[:2] == (0, f"wrote {path}\n")
    assert path.is_file()


def test_a_suffix_of_another_format_is_an_error(tmp_path: Path) -> None:
    status, _, err = main_quietly("convert", "skeleton", str(tmp_path / "out.json"), "--to", "iati")
    assert status == 1
    assert "the suffix belongs to another format" in err
    assert not list(tmp_path.iterdir())


def test_files_that_cannot_be_read_or_written_are_reported(tmp_path: Path) -> None:
    assert "cannot be read" in main_quietly("check", str(tmp_path / "none.json"))[2]
    assert "cannot be written" in main_quietly("convert", "skeleton", str(tmp_path / "none" / "out.json"))[2]
    (tmp_path / "bad.json").write_text('{"schema": "aseansc/review", "version": 1}', encoding="utf-8")
    status, _, err = main_quietly("check", str(tmp_path / "bad.json"))
    assert status == 1
    assert "$.title: the field is missing" in err


def test_a_report_can_be_drafted_and_the_draft_checked(tmp_path: Path, report: Path) -> None:
    for name in ("draft.json", "draft.xlsx"):
        path = tmp_path / name
        status, out, _ = main_quietly("draft", str(report), "-o", str(path), "--place", "XX-SM", "--period", "2022")
        assert status == 0
        assert "2 figures" in out
        assert "gaps to fill in" in out
        status, _, err = main_quietly("check", str(path))
        assert status == 1
        assert "a gap: " in err
        assert main_quietly("convert", str(path), str(tmp_path / "again.json"), "--force")[0] == 0
        assert main_quietly("convert", str(path), str(tmp_path / "review.zip"))[0] == 1
    assert interchange_json.load_draft(tmp_path / "again.json").id == "bao-cao"


def test_a_draft_without_gaps_that_is_not_valid_is_written_and_named(tmp_path: Path) -> None:
    path, again = tmp_path / "draft.json", tmp_path / "again.json"
    title = PartialRecord(Text, {"vi": "Báo cáo"})
    interchange_json.dump(attrs.evolve(Draft.of(skeleton.load()), observations=(), title=title), path)
    found = re.search(r"not a valid review yet: (\d+) problems", main_quietly("check", str(path))[2])
    assert found is not None
    status, out, err = main_quietly("convert", str(path), str(again))
    assert (status, out.startswith(f"wrote {again}, with 0 gaps to fill in")) == (1, True)
    assert f"not valid yet: {found[1]} problems. To see them: aseansc check {again}" in err
    assert interchange_json.load_draft(again).observations == ()


def test_invalid_options_of_draft_are_reported(tmp_path: Path, report: Path) -> None:
    out = str(tmp_path / "draft.json")
    assert (
        "cannot be written in this format" in main_quietly("draft", str(report), "-o", str(tmp_path / "draft.zip"))[2]
    )
    assert "Lai Châu" in main_quietly("draft", str(report), "-o", out, "--place", "Lai Châu")[2]
    assert "--place VN-71" in main_quietly("draft", str(report), "-o", out, "--place", "11")[2]
    assert "VN-01" in main_quietly("draft", str(report), "-o", out, "--place", "99")[2]
    assert "year 2018" in main_quietly("draft", str(report), "-o", out, "--period", "year 2018")[2]
    assert "cannot be read" in main_quietly("draft", str(tmp_path / "none.txt"), "-o", out)[2]
    assert not (tmp_path / "draft.json").exists()


def test_the_schema_is_printed() -> None:
    assert main_quietly("schema") == (0, interchange_json.schema(), "")


@pytest.mark.parametrize("name", ["own.json", "own"])
def test_a_link_to_a_missing_file_is_not_written_through(tmp_path: Path, name: str) -> None:
    path, target = tmp_path / name, tmp_path / "elsewhere.json"
    path.symlink_to(target)
    status, _, err = main_quietly("convert", "skeleton", str(path), "--to", "json")
    assert (status, target.exists()) == (1, False)
    assert "the file already exists" in err
    assert main_quietly("convert", "skeleton", str(path), "--to", "json", "--force")[0] == 0
    assert interchange_json.load(target) == skeleton.load()


def test_an_empty_workbook_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    assert main_quietly("template", str(path))[0] == 0
    assert "the file already exists" in main_quietly("template", str(path))[2]
    assert main_quietly("check", str(path))[0] == 1


def test_a_gap_in_a_workbook_is_reported_with_its_cell(tmp_path: Path, report: Path) -> None:
    path = tmp_path / "draft.xlsx"
    main_quietly("draft", str(report), "-o", str(path))
    _, _, err = main_quietly("check", str(path))
    assert "Indicators!" in err
    assert "convert" not in err


def test_a_source_is_never_overwritten_with_less(tmp_path: Path, report: Path) -> None:
    text = tmp_path / "report.json"
    text.write_bytes(report.read_bytes())
    status, _, err = main_quietly("draft", str(text), "-o", str(text))
    assert (status, text.read_bytes()) == (1, report.read_bytes())
    assert "overwrite the report" in err
    lossy = tmp_path / "out.xml"
    main_quietly("convert", "skeleton", str(lossy), "--to", "iati")
    before = lossy.read_bytes()
    status, _, err = main_quietly("convert", str(lossy), str(lossy), "--to", "iati")
    assert (status, lossy.read_bytes()) == (1, before)
    assert "would lose data" in err


def test_a_draft_and_its_check_count_the_same(tmp_path: Path, report: Path) -> None:
    for name in ("draft.json", "draft.xlsx"):
        path = str(tmp_path / name)
        out = main_quietly("draft", str(report), "-o", path, "--place", "XX-SM", "--period", "2019-2021")[1]
        draft = load_any(Path(path))
        assert isinstance(draft, Draft)
        assert (draft.period, len(draft.proposals) > 0) == (Period.years(2019, 2021), True)
        gaps = len(draft.gaps)
        assert f"{gaps} gap" in out
        assert f"{gaps} problem" in main_quietly("check", path)[2]
        for command in (("audit",), ("verify", "--text", str(report))):
            status, _, err = main_quietly(command[0], path, *command[1:])
            assert (status, "is a draft" in err) == (0, True)
        assert main_quietly("draft", str(report), "-o", path, "--update", path, "--force")[0] == 0
        updated = load_any(Path(path))
        assert isinstance(updated, Draft)
        assert updated.period == draft.period


def test_another_period_than_that_of_the_title_is_reported(tmp_path: Path) -> None:
    report, out = tmp_path / "report.txt", str(tmp_path / "draft.json")
    report.write_text("Báo cáo kết quả năm 2023\n\nCả xã có 40 hộ nghèo.\n", encoding="utf-8")
    err = main_quietly("draft", str(report), "-o", out, "--period", "2019")[2]
    assert "the title names the period 2023, but --period is 2019" in err
    assert "title" not in main_quietly("draft", str(report), "-o", out, "--force", "--period", "2023")[2]
    assert "title" not in main_quietly("draft", str(report), "-o", out, "--force")[2]
    report.write_text("Báo cáo kết quả\n\nCả xã có 40 hộ nghèo.\n", encoding="utf-8")
    assert "title" not in main_quietly("draft", str(report), "-o", out, "--force", "--period", "2019")[2]


def test_an_update_names_what_is_no_longer_in_the_report(tmp_path: Path) -> None:
    report, path = tmp_path / "report.txt", str(tmp_path / "draft.json")
    report.write_text("Tin\n\nNăm 2018, toàn huyện còn 1.250 hộ nghèo.\n", encoding="utf-8")
    assert main_quietly("draft", str(report), "-o", path)[0] == 0
    report.write_text("Tin\n\nCó 5 xã.\n", encoding="utf-8")
    err = main_quietly("draft", str(report), "-o", path, "--update", path, "--force")[2]
    assert "“1.250 hộ nghèo” is not in the report any more; its citation is a gap" in err


def test_what_a_document_has_beside_its_text_is_named(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text("<p>Có 5 xã.<script>alert(1)</script>", encoding="utf-8")
    status, _, err = main_quietly("draft", str(report), "-o", str(tmp_path / "draft.json"))
    assert (status, "script" in err) == (0, True)


def test_the_period_of_an_updated_draft_answers_the_figures_that_follow_from_it(tmp_path: Path) -> None:
    report, path = tmp_path / "report.txt", str(tmp_path / "draft.json")
    report.write_text("Tin\n\nTrao 11 sổ và 12 bàn cho 5 xã.\n", encoding="utf-8")
    main_quietly("draft", str(report), "-o", path)
    draft = load_any(Path(path))
    assert isinstance(draft, Draft)
    filled = draft.fill("period", Period.year(2018)).fill("place", "XX-MM")
    interchange_json.dump(filled, Path(path))
    text = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(
        text.replace('"en":"sổ"', '"en":"book"').replace('"en": "sổ"', '"en": "book"'), encoding="utf-8"
    )
    status, _, err = main_quietly("draft", str(report), "-o", path, "--update", path, "--force")
    assert status == 0, err
    assert "2 fields kept as filled in" in err, err
    updated = load_any(Path(path))
    assert isinstance(updated, Draft)
    assert [unit.en for unit in updated.units] == ["book", "bàn"]
    assert {item["time"] for item in updated.observations if isinstance(item, PartialRecord)} == {Period.year(2018)}
    assert not any(where.endswith(".time") for where, _ in updated.gaps)


def test_a_complete_draft_is_checked_and_exported_without_english(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Báo cáo chương trình giảm nghèo năm 2018\n\nToàn huyện còn 1.250 hộ nghèo.\n", encoding="utf-8")
    path = str(tmp_path / "draft.xlsx")
    assert main_quietly("draft", str(report), "-o", path, "--place", "XX-SM")[0] == 0
    status, out, _ = main_quietly("check", path)
    assert (status, "texts without English" in out) == (0, True)
    refused = main_quietly("convert", path, str(tmp_path / "review.zip"))[2]
    assert ("the English is not given" in refused, "--untranslated" in refused) == (True, True)
    assert "without English" in main_quietly("convert", path, str(tmp_path / "review.json"))[1]
    assert main_quietly("convert", path, str(tmp_path / "review.zip"), "--untranslated")[0] == 0
    assert main_quietly("convert", path, str(tmp_path / "review.parquet"), "--untranslated")[0] == 0
    page = str(tmp_path / "page.html")
    hint = main_quietly("report", path, "-o", page)[2]
    assert (f"aseansc report {path} -o {page} --untranslated" in hint, "--lang vi" in hint) == (True, True)
    for option in ("--untranslated", "--lang=vi"):
        assert main_quietly("report", path, "-o", page, option, "--force")[0] == 0
    assert "Số hộ nghèo" in Path(page).read_text("utf-8")


def test_a_complete_draft_that_is_not_valid_does_not_ask_for_english(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "Báo cáo chương trình trồng rừng năm 2018\n\nTrồng mới 500 ha rừng, đạt 96% kế hoạch.\n", encoding="utf-8"
    )
    path = str(tmp_path / "draft.json")
    main_quietly("draft", str(report), "-o", path, "--place", "XX-SM")
    words = Path(path).read_text("utf-8")
    Path(path).write_text(words.replace('"actual": "trong', '"actual": "khong'), encoding="utf-8")
    status, _, problems = main_quietly("check", path)
    assert (status, "no such observation" in problems) == (1, True)
    assert ("Correct this" in problems, "English" in problems) == (True, False)


def test_english_is_asked_for_only_once_the_gaps_are_filled_in(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Báo cáo năm 2018\n\nTỷ lệ hộ nghèo là 12%, giảm 1,5% so với năm 2017.\n", encoding="utf-8")
    path = str(tmp_path / "draft.xlsx")
    main_quietly("draft", str(report), "-o", path, "--place", "XX-SM")
    answers = []
    for options in ((), ("--untranslated",)):
        written = str(tmp_path / "review.json"), str(tmp_path / "review.zip")
        answers.append([main_quietly("convert", path, to, *options, "--force") for to in written])
    assert answers[0] == answers[1]
    (draft, out, _), (refused, _, problems) = answers[0]
    assert (draft, refused) == (0, 1)
    assert "once the gaps are filled in" in out
    assert ("a gap: Is “1,5%” in percent" in problems, "English" in problems) == (True, False)


def test_an_empty_report_and_an_unknown_place_are_errors(tmp_path: Path, report: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    out = str(tmp_path / "draft.json")
    assert "the report is empty" in main_quietly("draft", str(tmp_path / "empty.txt"), "-o", out)[2]
    for place in ("VN-99", "z z", "VN-99-105"):
        status, _, err = main_quietly("draft", str(tmp_path / "none.txt"), "-o", out, "--place", place)
        assert (status, "--place" in err, place in err) == (1, True, True)
    assert main_quietly("draft", str(report), "-o", out, "--place", "VN-01-105")[0] == 0


def test_an_existing_draft_is_not_replaced(tmp_path: Path, report: Path) -> None:
    path = tmp_path / "draft.json"
    assert main_quietly("draft", str(report), "-o", str(path))[0] == 0
    path.write_text("filled in by hand", encoding="utf-8")
    status, _, err = main_quietly("draft", str(report), "-o", str(path))
    assert (status, path.read_text(encoding="utf-8")) == (1, "filled in by hand")
    assert "the file already exists" in err
    assert main_quietly("draft", str(report), "-o", str(path), "--force")[0] == 0


def test_every_gap_is_reported_however_many(tmp_path: Path) -> None:
    report = tmp_path / "long.txt"
    report.write_text("Năng suất đạt 61,5. " * 40, encoding="utf-8")
    path = tmp_path / "draft.json"
    assert main_quietly("draft", str(report), "-o", str(path))[0] == 0
    draft = interchange_json.load_draft(path)
    assert len(draft.gaps) > 100
    err = main_quietly("check", str(path))[2]
    assert all(f"$.{where}" in err for where, _ in draft.gaps)


# -- existing files and folders


# -- the process and its streams


# -- unusual paths


def test_a_report_or_a_missing_output_names_the_command(report: Path) -> None:
    for arguments, words in (
        (("show", str(report)), f"a report, not a review; got '{report}'"),
        (("show", str(report)), "aseansc draft"),
        (("draft", str(report)), "-o draft.xlsx"),
        (("report", "lai-chau"), "aseansc report lai-chau -o lai-chau.html"),
    ):
        status, _, err = main_quietly(*arguments)
        assert status == 1
        assert words in err.replace("\n", " ")
