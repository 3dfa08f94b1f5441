"""``aseansc audit`` and ``aseansc check`` on the command line."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from rich.cells import cell_len

from aseansc.interchange import csv
from tests.test_cli import main_quietly, shown
from tests.test_what_reports_print import review_of


def test_the_first_screen_of_an_audit() -> None:
    status, out, err = main_quietly("audit", "lai-chau")
    words = " ".join(out.split())
    assert (status, err) == (0, "")
    for said in (
        "Compared: 31 of 78 figures. Not confirmed, with nothing to compare with: 47.",
        "A. ARITHMETICALLY IMPOSSIBLE: none.",
        "Ask: Please confirm that “4,95%/năm” means percentage points.",
        "96,798-96,838 (end of 2018)",
        "E. CONSISTENT CHECKS: 10. Details of finding 1: --item 1. A letter: --questions FILE.docx",
    ):
        assert said in words
    assert all(cell_len(line) <= 80 for line in out.splitlines())
    assert not re.search(r"\b(?:poverty-rate|change-levels|contradicted)\b", out)  # no ids, codes and verdicts
    vietnamese = main_quietly("audit", "lai-chau", "--lang", "vi")[1]
    assert "A. SAI VỀ SỐ HỌC: không có." in vietnamese
    assert "Hỏi: Đề nghị xác nhận “4,95%/năm” là điểm phần trăm." in vietnamese


def test_one_finding_of_an_audit_has_its_computation() -> None:
    out = main_quietly("audit", "lai-chau", "--item", "3")[1]
    assert "Poverty rate, start of 2016 “40,40%” (position 5007)" in " ".join(out.split())
    assert out.startswith("3. change-levels-")
    status, _, err = main_quietly("audit", "lai-chau", "--item", "9")
    assert status == 1
    assert "a number from 1 to 8" in err


def test_answered_findings_are_not_printed_again(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    assert main_quietly("audit", "lai-chau", "--questions", str(path))[0] == 0
    form = path.read_text(encoding="utf-8")
    path.write_text(form.replace('answer = ""', 'answer = "in the years 2016 and 2017"', 1), encoding="utf-8")
    status, out, err = main_quietly("audit", "lai-chau", "--answers", str(path))
    assert (status, err) == (0, "")
    assert "Answered: 1 of 8 findings, not shown here." in out
    assert "B. TO ASK (1)" in out
    assert main_quietly("audit", "lai-chau", "--questions", str(path))[0] == 0  # it lacks no finding
    assert path.read_text(encoding="utf-8").count("answer = ") == 8
    document = json.loads(main_quietly("audit", "lai-chau", "--format", "json", "--answers", str(path))[1])
    assert [item["answer"] and item["answer"]["text"] for item in document["findings"]][:2] == [
        "in the years 2016 and 2017",
        None,
    ]
    with path.open("a", encoding="utf-8") as file:
        file.write('\n[parts-sum-00000000]\nanswer = "x"\n')
    status, _, err = main_quietly("audit", "lai-chau", "--answers", str(path))
    assert status == 0
    assert "there is no finding parts-sum-00000000: it is settled, or its figures have changed since" in err
    path.write_text("answer", encoding="utf-8")
    assert main_quietly("audit", "lai-chau", "--answers", str(path))[0] == 1
    assert main_quietly("audit", "lai-chau", "--questions", str(path))[0] == 1


def test_bounds_and_repairs_are_printed_instead_of_the_findings() -> None:
    command = ("audit", "lai-chau", "--bounds", "households", "--time", "2018", "--repairs")
    status, out, err = main_quietly(*command)
    assert (status, err) == (0, "")
    words = " ".join(out.split())
    assert words.startswith("Households, end of 2018, estimated: between 96,798 and 96,838 households. From: Poor")
    assert "start of 2016" not in words
    assert "1. Poverty rate (Sustainable poverty reduction): Does “4,95%/năm” mean a decrease of 4.95" in words
    document = json.loads(main_quietly(*command, "--format", "json")[1])
    [bound] = document["bounds"]
    assert (bound["indicator"], bound["interval"], bound["unit"]) == ("households", "[96798, 96838]", "household")
    assert [item["corrections"][0]["reading"] for item in document["repairs"]] == ["points", "distinct_subjects"]
    assert document["repairs"][0]["corrections"][0]["values"] == ["-4.95 percentage_point/year"]
    assert document["not_searched"] == []
    assert len(document["checks"]) == 23
    assert "No figure limits" in main_quietly("audit", "lai-chau", "--bounds", "households", "--time", "2010-01-01")[1]
    assert "There is nothing to correct" in main_quietly("audit", "skeleton", "--repairs")[1]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--time", "2018"), "a time without an indicator"),
        (("--bounds", "households", "--time", "x"), "not a period"),
        (("--bounds", "household"), "Did you mean 'households'"),
    ],
)
def test_bounds_of_nothing_are_refused(options: tuple[str, ...], words: str) -> None:
    status, _, err = main_quietly("audit", "lai-chau", *options)
    assert status == 1
    assert words in err


def test_several_reviews_are_audited_one_after_the_other() -> None:
    both = main_quietly("audit", "lai-chau", "skeleton")[1]
    one, other = (main_quietly("audit", name)[1] for name in ("lai-chau", "skeleton"))
    assert both == f"{one}\n{other}"
    documents = json.loads(main_quietly("audit", "lai-chau", "skeleton", "--format", "json")[1])
    assert [document["review"] for document in documents] == ["lai-chau", "suoi-may"]


def test_an_answer_settles_a_contradiction(own: Path, tmp_path: Path) -> None:
    words = own.read_text(encoding="utf-8").replace('"12.7"', '"17.2"')
    own.write_text(words, encoding="utf-8")
    path = tmp_path / "answers.toml"
    assert main_quietly("audit", str(own), "--strict", "--questions", str(path))[0] == 1
    form = path.read_text(encoding="utf-8").replace('answer = ""', 'answer = "a misprint"')
    path.write_text(form, encoding="utf-8")
    assert main_quietly("audit", str(own), "--strict", "--answers", str(path))[0] == 0


def test_a_text_locates_the_figures_of_an_audit(own: Path) -> None:
    words = own.read_text(encoding="utf-8").replace('"12.7"', '"17.2"')
    own.write_text(words, encoding="utf-8")
    text = own.with_suffix(".txt")
    assert "(line " in main_quietly("audit", str(own), "--text", str(text))[1]
    status, _, err = main_quietly("audit", "lai-chau", "--text", str(text))
    assert status == 1
    assert "not that of a document of the review" in err


@pytest.mark.parametrize("name", ["questions.md", "questions.docx"])
def test_the_questions_of_an_audit_are_written_to_a_new_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    status, _, err = main_quietly("audit", "lai-chau", "--questions", str(path))
    assert (status, err) == (0, f"wrote {path}: 8 questions\n")
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            text = archive.read("word/document.xml").decode()
    else:
        text = path.read_text(encoding="utf-8")
    assert "3. Poverty rate (Sustainable poverty reduction): from “40,40%” and “25,55%” follows" in text
    assert "Lai Châu: three-year review" in text
    assert "lai-chau" not in text
    assert "poverty-rate" not in text
    before = path.read_bytes()
    status, _, err = main_quietly("audit", "lai-chau", "--questions", str(path))
    assert (status, path.read_bytes()) == (1, before)
    assert "already exists" in err
    assert "--force" in err
    assert main_quietly("audit", "lai-chau", "--questions", str(path), "--force", "--lang", "vi")[0] == 0
    assert path.read_bytes() != before
    assert main_quietly("audit", "lai-chau", "--questions", str(tmp_path / "q.txt"))[0] == 1


@pytest.mark.parametrize("name", ["questions.md", "answers.toml"])
def test_without_a_finding_there_is_no_list_of_questions(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    status, out, err = main_quietly("audit", "annex", "--questions", str(path))
    assert (status, err) == (0, f"{path} was not written: there is nothing to ask\n")
    assert not path.exists()
    assert "--item" not in out


@pytest.mark.parametrize(
    ("structure", "words"),
    [
        ("\ufeff[rates]\n", ""),
        ("rates = " + "[" * 5000, "nested too deeply"),
        ("resolution = " + "9" * 5000, "the file is not TOML"),
        ("resolution = 1e9999999999999999999", "too large an exponent"),
    ],
)
def test_the_structure_of_a_table_is_read_as_toml(tmp_path: Path, structure: str, words: str) -> None:
    table, path = tmp_path / "table.csv", tmp_path / "table.toml"
    table.write_text("indicator,place,time,value\nall,VN-01,2018,5\n", encoding="utf-8")
    path.write_text(structure, encoding="utf-8")
    status, _, err = main_quietly("audit", str(table), "--structure", str(path))
    assert (status, words in err) == (int(bool(words)), True)


def test_an_audit_without_errors_of_arithmetic_exits_with_0() -> None:
    status, out, err = main_quietly("audit", "lai-chau", "--verbose")
    words = " ".join(out.split())
    assert (status, err) == (0, "")
    assert main_quietly("audit", "lai-chau", "--strict")[0] == 1
    assert "lai-chau: 2 contradicted, 2 conditional, 9 undetermined, 10 consistent" in words
    assert (
        words.index("CONTRADICTED: UNUSUAL WORDING (2)")
        < words.index("CONDITIONAL (2)")
        < words.index("CONSISTENT (10)")
    )
    assert "“4,95%/năm” (position 4707)" in words
    assert "as percentage points, not percent, the figures agree" in words
    assert all(cell_len(line) <= 80 for line in out.splitlines())


def test_an_audit_in_vietnamese_with_one_verdict() -> None:
    out = main_quietly("audit", "lai-chau", "--lang", "vi", "--verdict", "conditional")[1]
    assert "MÂU THUẪN CÓ ĐIỀU KIỆN (2)" in out
    assert "CHƯA XÁC ĐỊNH" not in out


def test_an_audit_in_markdown_and_json() -> None:
    markdown = main_quietly("audit", "lai-chau", "--format", "markdown")[1]
    assert markdown.startswith("# lai-chau: 2 contradicted")
    assert markdown.count("\n- `") == 23
    status, out, _ = main_quietly("audit", "lai-chau", "--format", "json")
    document = json.loads(out)
    assert (status, document["review"], len(document["checks"])) == (0, "lai-chau", 23)
    fall = document["checks"][0]
    assert (fall["code"], fall["verdict"], fall["alternative"]["kind"]) == ("change-levels", "contradicted", "points")
    assert fall["nature"] == "wording"
    assert fall["figures"] == ["poverty-rate.2016-2018.change", "poverty-rate.2016.beginning", "poverty-rate.2018.end"]
    assert fall["computation"]["stated"] == "[-4.955, -4.945]"
    assert fall["evidence"][0]["printed"] == "40,40%"
    late = next(item for item in document["checks"] if item["code"] == "estimate-over")
    assert late["assumption"]["time"] == "2019-11-15"


def test_an_audit_without_contradictions_exits_with_0(own: Path) -> None:
    assert main_quietly("audit", str(own))[0] == 0
    words = own.read_text(encoding="utf-8").replace('"12.7"', '"17.2"')
    own.write_text(words, encoding="utf-8")
    status, out, _ = main_quietly("audit", str(own))
    assert (status, main_quietly("audit", str(own), "--strict")[0]) == (0, 1)  # the structure is not stated in the text
    assert "B. TO ASK (1)" in out


def test_strict_counts_contradictions_under_an_assumption(own: Path) -> None:
    words = own.read_text(encoding="utf-8").replace('lang="vi",', 'lang="vi", date=AsOf.parse("2025-01-01").date,')
    own.write_text(words, encoding="utf-8")
    assert main_quietly("audit", str(own))[0] == 0
    assert main_quietly("audit", str(own), "--strict")[0] == 1


def test_the_usual_convention_is_applied_on_request() -> None:
    assert "convention" not in main_quietly("audit", "lai-chau")[1]
    assert "under the convention 'usual'" in " ".join(main_quietly("audit", "lai-chau", "--usual")[1].split())


def test_check_validates_a_review(own: Path) -> None:
    assert main_quietly("check", str(own))[:2] == (0, "suoi-may is valid: 8 indicators, 10 figures\n")
    words = own.read_text(encoding="utf-8").replace('"12.7"', '"127"')
    own.write_text(words, encoding="utf-8")
    status, _, err = main_quietly("check", str(own))
    assert status == 1
    assert "outside the bounds of its indicator" in err


def test_a_number_that_differs_from_the_print_is_reported(own: Path) -> None:
    text = own.with_suffix(".txt")
    assert main_quietly("verify", str(own), "--text", str(text))[0] == 0
    words = own.read_text(encoding="utf-8")
    wrong = 'Value.exact("1.250", household, resolution="0.001")'
    own.write_text(words.replace("Value.exact(1250, household)", wrong), encoding="utf-8")
    status, out, err = main_quietly("verify", str(own), "--text", str(text))
    assert status == 1
    assert "(1250 household) here, not 1.25" in out
    assert err.endswith("1 of 10 figures are refuted\n")


@pytest.mark.parametrize(
    ("name", "indicator", "lines"),
    [
        ("statistics", "median-income", ("statistic       median",)),
        (
            "statistics",
            "poverty-rate",
            ("sampling error  margin of error 1.2 (confidence 95 %)", "sampling error  standard error 0.6"),
        ),
        ("absent_values", "households", ("not collected", "suppressed", "confidentiality confidential")),
        ("net_flow", "net-migration", ("net             yes", "-1,200 persons")),
        ("targets", "poverty-rate", ("target: 2-3% (sex:female)",)),
        ("comparability", "cpi", ("base period     2014",)),
        ("comparability", "grdp", ("prices          constant prices", "prices of       2010")),
        ("comparability", "poverty-rate", ("standard        VN-POVERTY:2016-2020",)),
        ("two_vintages", "poor-households", ("revises         poor-households.2018.end",)),
    ],
)
def test_what_few_figures_have_is_shown_beside_them(
    name: str, indicator: str, lines: tuple[str, ...], tmp_path: Path
) -> None:
    csv.dump(review_of(name), tmp_path / "review.zip")
    printed = shown(str(tmp_path / "review.zip"), "--indicator", indicator)
    assert [line for line in lines if line not in printed] == []
