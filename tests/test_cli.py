"""The command line: output on a terminal and in a pipe, arguments, exit statuses."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from rich.console import Console

from aseansc import Period, Review, Status, Text, Value
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.cli import main
from aseansc.cli._show_details import show_findings, show_indicator
from aseansc.cli._show_review import show_review
from aseansc.codelists import Absent
from aseansc.datasets import skeleton
from aseansc.interchange import csv
from aseansc.strategies import reviews
from aseansc.units import household


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "aseansc", *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def shown(*arguments: str) -> str:
    """Return the output of ``aseansc show``, run in this process."""
    with redirect_stdout(io.StringIO()) as printed:
        try:
            main(["show", *arguments])
        except SystemExit as stopped:
            assert not stopped.code
    return printed.getvalue()


@pytest.fixture(scope="module")
def english() -> str:
    return shown("lai-chau")


@pytest.fixture(scope="module")
def vietnamese() -> str:
    return shown("lai-chau", "--lang", "vi")


def test_a_pipe_gets_the_same_output(english: str) -> None:
    done = run("show", "lai-chau")
    assert (done.returncode, done.stdout, done.stderr) == (0, english, "")


@given(reviews())
def test_every_review_can_be_shown_in_80_columns(review: Review) -> None:
    """For any review, every indicator and figure is shown, and no line is too long."""
    for lang in ("en", "vi"):
        console = Console(width=80, highlight=False, markup=False, emoji=False, file=io.StringIO())
        show_review(review, console, lang)  # type: ignore[arg-type]
        printed = console.file.getvalue()  # type: ignore[attr-defined]
        assert all(cell_len(line) <= 80 for line in printed.splitlines())
        words = "".join(printed.split())
        assert all("".join(str(indicator.name.lookup(lang)).split()) in words for indicator in review.indicators)


def test_a_share_without_its_part_is_shown_after_the_indicators() -> None:
    year = Period.year(2019)
    part = ReportPart(document="report", place="VN-01", period=year)
    poor = part.stock("poor", household, en="Poor households", vi="Hộ nghèo")
    part.share_of(Absent.NOT_STATED, poor, Value.parse("30 percent"), part.cite(0, "30%"), time=year)
    document = Document(id="report", title="Báo cáo", sha256=sha256_of("30%"))
    review = assemble(part, id="shares", title=Text(en="A"), programme=Text(en="B"), documents=[document])
    console = Console(width=80, highlight=False, markup=False, emoji=False, file=io.StringIO())
    show_review(review, console, "en")
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert "1 indicator, 1 figure" in printed
    assert printed.index("Poor households") < printed.index("30%")


def test_numbers_are_written_as_in_the_language(english: str, vietnamese: str) -> None:
    assert "24,737 households" in english
    assert "40.40%" in english
    assert "24.737 hộ" in vietnamese
    assert "40,40%" in vietnamese
    assert "-4.95% per year" in english
    assert "-4,95%/năm" in vietnamese


def test_qualifiers_times_statuses_and_plans_are_shown(english: str, vietnamese: str) -> None:
    for words in (
        "over 60,000 household-turns",
        "beginning of 2016",
        "end of 2018",
        "estimated",
        "100% of plan",
        "time assumed",
    ):
        assert words in english
    for words in ("trên 60.000 lượt hộ", "đầu năm 2016", "cuối năm 2018", "ước", "đạt 100% kế hoạch", "kỳ giả định"):
        assert words in vietnamese


def test_sections_and_indicators_are_in_the_order_of_the_text(english: str) -> None:
    places = [
        english.index(heading)
        for heading in (
            "Information and",
            "engages and benefits",
            "Science",
            "inclusive and equal",
            "poverty reduction",
        )
    ]
    assert places == sorted(places)
    assert english.index("Science and technology topics") < english.index("provincial level")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_output_fits_80_columns_also_when_piped(lang: str, english: str, vietnamese: str) -> None:
    for line in (english if lang == "en" else vietnamese).splitlines():
        assert sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) <= 80
        assert line == line.rstrip()
        assert "\x1b" not in line


def test_every_figure_and_every_indicator_is_shown(english: str) -> None:
    from aseansc.datasets import lai_chau

    review = lai_chau.load()
    joined = " ".join(english.split())
    for indicator in review.indicators:
        assert str(indicator.name) in joined
    counted = {review.indicator_of(figure).id for figure in review.figures()}  # type: ignore[union-attr]
    planned = {target.indicator for target in review.targets}
    assert joined.count("without figures") == len(review.indicators) - len(counted | planned)


def test_an_empty_name_is_not_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    csv.dump(skeleton.load(), tmp_path / "package")
    monkeypatch.chdir(tmp_path / "package")
    status, out, err = main_quietly("show", "")
    assert (status, out) == (1, "")
    assert "no such dataset" in err


def test_the_error_for_an_unknown_dataset_suggests_similar_ones() -> None:
    status, out, err = main_quietly("show", "lai-cha")
    assert (status, out) == (1, "")
    assert err.strip() == (
        "aseansc: dataset: there is no such dataset or file; got 'lai-cha'; expected annex, lai-chau, skeleton, or a file that ends in .py, "
        ".json, .zip, .xlsx, .csv, .xml. Did you mean 'lai-chau'?"
    )


@pytest.mark.parametrize(
    "words", [("show", "lai-chau", "--lang", "fr"), ("show",), ("shw", "lai-chau"), ("show", "lai-chau", "more")]
)
def test_wrong_arguments_exit_with_a_message(words: tuple[str, ...]) -> None:
    status, out, err = main_quietly(*words)
    assert status != 0
    assert out + err


def test_help_and_version() -> None:
    assert "show" in main_quietly("--help")[1]
    assert main_quietly("--help")[1] == run("--help").stdout
    assert main_quietly("--version")[1].strip()


def test_a_missing_extra_is_reported(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delitem(sys.modules, "aseansc.cli._commands", raising=False)
    monkeypatch.setitem(sys.modules, "cyclopts", None)
    with pytest.raises(SystemExit) as stopped:
        main(["show", "lai-chau"])
    assert stopped.value.code == 1
    assert 'pip install "aseansc[cli]"' in capsys.readouterr().err


def test_any_other_missing_module_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "aseansc.cli._commands", raising=False)
    monkeypatch.setitem(sys.modules, "aseansc.cli._show_review", None)
    with pytest.raises(ModuleNotFoundError, match="_show"):
        main(["show", "lai-chau"])


def test_vietnamese_is_written_in_every_locale(vietnamese: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "aseansc", "show", "lai-chau", "--lang", "vi"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.stderr == b""
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == vietnamese


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize(
    "words", [("show", "lai-chau"), ("audit", "lai-chau", "--format", "json"), ("check", "lai-chau")]
)
def test_output_that_cannot_be_written_is_reported(words: tuple[str, ...]) -> None:
    message = "aseansc: the output cannot be written. The system says: No space left on device.\n"
    with (
        suppress(OSError),
        Path("/dev/full").open("w", encoding="utf-8") as full,
        redirect_stdout(full),
        redirect_stderr(io.StringIO()) as err,
        pytest.raises(SystemExit) as stopped,
    ):
        main(list(words))
    assert (stopped.value.code, err.getvalue()) == (1, message)
    if words[0] == "show":  # at its end, a process writes what is left once more
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run(
                [sys.executable, "-m", "aseansc", *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False
            )
        assert (done.returncode, done.stderr) == (1, message)


def test_a_closed_pipe_is_not_an_error() -> None:
    script = f"'{sys.executable}' -m aseansc show lai-chau | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", script], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("Lai Châu")


def test_main_takes_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["show", "hanoi"])
    assert stopped.value.code == 1
    assert "no such dataset or file" in capsys.readouterr().err


# -- options of show


def test_one_indicator_is_shown_in_full() -> None:
    printed = " ".join(shown("lai-chau", "--indicator", "poverty-rate").split())
    for words in (
        "Poverty rate [poverty-rate]",
        "in Vietnamese Tỷ lệ hộ nghèo",
        "unit percent [percent]",
        "desired down",
        "bounds [0, 100]",
        "denominator Households [households] (without figures)",
        "section Sustainable poverty reduction [poverty]",
        "ASCC-2025:B.2 (Equitable Access for All)",
        "id poverty-rate.2018.end printed “25,55%” lai-chau-2019 4829-4835 context “ước” lai-chau-2019 4755-4758",
        "possible values [25.545, 25.555] percent",
        "from poverty-rate.2016.beginning to poverty-rate.2018.end",
        "target: not stated",
        "[poverty-rate: down] lai-chau-2019 4664-4753",
    ):
        assert words in printed


def test_an_indicator_is_shown_with_its_relations() -> None:
    printed = " ".join(shown("lai-chau", "--indicator", "employed", "--lang", "vi").split())
    assert "bộ phận Số lao động dịch vụ [employed-services]" in printed
    assert "tỷ lệ Tỷ trọng lao động dịch vụ [employed-services-share]" in printed
    assert "tiếng Anh Employed persons" in printed
    assert "part of Employed persons [employed]" in " ".join(
        shown("lai-chau", "--indicator", "employed-services").split()
    )
    assert "“trên 50% người nghiện ma túy”" in shown("lai-chau", "--indicator", "drug-users")


def test_a_section_is_shown_with_the_sections_inside_it() -> None:
    forests = shown("lai-chau", "--section", "forests")
    assert "Forest cover" in forests
    assert "Certificates of land use" not in forests
    assert "5 indicators, 6 figures" in forests
    assert "Certificates of land use" in shown("lai-chau", "--section", "sustainable")


def test_a_status_selects_the_figures_that_have_it() -> None:
    printed = shown("lai-chau", "--status", "estimated")
    assert "17 figures" in printed
    assert "40.40%" not in printed
    assert "without figures" not in printed
    assert "0 indicators, 0 figures" in shown("lai-chau", "--status", "forecast")
    alone = shown("lai-chau", "--indicator", "poverty-rate", "--status", "estimated")
    assert "25.55%" in alone
    assert "40.40%" not in alone


def test_findings_are_shown_by_section() -> None:
    printed = " ".join(shown("lai-chau", "--findings").split())
    assert "118 findings" in printed
    assert printed.index("result: ") < printed.index("difficulty: ") < printed.rindex("action: ")
    assert "More and more doctors resign. [doctors-leaving: up] lai-chau-2019 18904-18937" in printed
    assert "15 nhận định" in shown("lai-chau", "--findings", "--section", "difficulties", "--lang", "vi")
    assert "1 finding\n" in shown("lai-chau", "--findings", "--indicator", "poverty-rate")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--indicator", "poverty-rat"), "no such indicator; got 'poverty-rat'. Did you mean 'poverty-rate'"),
        (("--findings", "--indicator", "poverty-rat"), "no such indicator"),
        (("--section", "forest"), "Did you mean 'forests'"),
        (("--section", "forests", "--indicator", "forest-cover"), "cannot be given together"),
        (("--findings", "--status", "estimated"), "cannot be given together"),
    ],
)
def test_unknown_ids_and_conflicting_options_are_reported(
    words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["show", "lai-chau", *words])
    assert stopped.value.code == 1
    assert message in capsys.readouterr().err


@given(reviews(), st.sampled_from(Status))
def test_every_review_can_be_shown_in_detail(review: Review, status: Status) -> None:
    """Each indicator, each section, each status and the findings of any review print within 80 columns, complete."""
    for lang in ("en", "vi"):
        console = Console(width=80, highlight=False, markup=False, emoji=False, file=io.StringIO())
        for indicator in review.indicators:
            show_indicator(review, indicator, console, lang)  # type: ignore[arg-type]
        show_findings(review, console, lang)  # type: ignore[arg-type]
        for section in review.sections:
            show_review(review, console, lang, section=section.id)  # type: ignore[arg-type]
            show_findings(review, console, lang, section=section.id)  # type: ignore[arg-type]
        show_review(review, console, lang, status=status)  # type: ignore[arg-type]
        printed = console.file.getvalue()  # type: ignore[attr-defined]
        assert all(cell_len(line) <= 80 for line in printed.splitlines())
        words = "".join(printed.split())
        for finding in review.findings:
            assert "".join(str(finding.text.lookup(lang)).split()) in words
        for observation in review.observations:
            assert "".join(observation.id.split()) in words


# -- verify, template, and datasets in files


def main_quietly(*words: str) -> tuple[int, str, str]:
    """Run a command; return its exit status, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(list(words))
            status: object = 0
        except SystemExit as stopped:
            status = stopped.code or 0
    assert isinstance(status, int)
    return status, out.getvalue(), err.getvalue()


def test_a_template_is_a_dataset_that_matches_its_text(own: Path) -> None:
    text = own.with_suffix(".txt")
    status, out, _ = main_quietly("verify", str(own), "--text", str(text), "--numbers")
    assert (status, out.partition(". ")[0]) == (0, "10 figures: 10 confirmed, 0 refuted, 0 undecided")
    assert "10 figures" in main_quietly("show", str(own))[1]
    assert main_quietly("show", str(own))[1] == main_quietly("show", "skeleton")[1]


def test_a_template_never_replaces_a_file(own: Path) -> None:
    own.write_text("mine", encoding="utf-8")
    status, _, err = main_quietly("template", str(own))
    assert (status, own.read_text(encoding="utf-8")) == (1, "mine")
    assert "the file already exists" in err
    own.unlink()
    status, _, err = main_quietly("template", str(own))  # the text still exists
    assert status == 1
    assert not own.exists()


def test_a_template_needs_a_known_suffix_and_an_existing_folder(tmp_path: Path) -> None:
    assert "ends in .py or .xlsx" in main_quietly("template", str(tmp_path / "own.txt"))[2]
    assert "cannot be written" in main_quietly("template", str(tmp_path / "none" / "own.py"))[2]


def test_differences_are_reported_with_both_positions(own: Path) -> None:
    text = own.with_suffix(".txt")
    text.write_bytes(b"x" + text.read_bytes().replace(b"12,7%", b"12,8%"))
    status, out, err = main_quietly("verify", str(own), "--text", str(text), "--numbers")
    assert status == 1
    assert "Document 'suoi-may-2023': expected 'SHA-256 f485" in out
    assert "148-156 Observation 'households.2023.end': expected '9.860 hộ', found ' 9.860 h'; found at 149" in out
    assert "expected '12,7%', found ' 12,8'\n" in out
    assert "is not cited: …" in out
    assert "differs from the document that suoi-may cites: " in err


def test_a_wrong_document_or_file_is_reported(own: Path) -> None:
    words = ("verify", str(own), "--text")
    text = own.with_suffix(".txt")
    assert "no such document" in main_quietly(*words, str(text), "--document", "other")[2]
    assert "the file cannot be read" in main_quietly(*words, str(own.parent / "none.txt"))[2]
    text.write_bytes(b"h\xff 5")
    assert "not UTF-8" in main_quietly(*words, str(text))[2]


def test_one_difference_is_counted_as_one(own: Path) -> None:
    text = own.with_suffix(".txt")
    text.write_bytes(text.read_bytes() + b" ")
    assert main_quietly("verify", str(own), "--text", str(text))[2].endswith(": 1 difference\n")


def test_the_text_of_another_document_is_reported_first(own: Path) -> None:
    text = own.with_suffix(".txt")
    text.write_text("5 hộ", encoding="utf-8")
    err = main_quietly("verify", str(own), "--text", str(text))[2]
    assert err.startswith(f"{text} seems to be another document: ")
    found = re.search(r": (\d+) of the (\d+) passages that suoi-may cites are not in it\n", err)
    review = skeleton.load()
    cited = [item.citation for item in (*review.figures(), *review.mentions, *review.sections, *review.instruments)]
    words = [item for one in cited if not isinstance(one, Absent) for item in (one, *one.governed_by)]
    assert found is not None
    assert int(found[1]) <= int(found[2]) == len({(word.start, word.end) for word in words})


def test_the_source_matches_the_dataset(source_text: str, tmp_path: Path) -> None:
    file = tmp_path / "source.txt"
    file.write_bytes(source_text.encode())
    assert main_quietly("verify", "lai-chau", "--text", str(file))[0] == 0
    status, out, err = main_quietly("verify", "lai-chau", "--text", str(file), "--numbers")
    assert status == 1
    assert "not cited: 75 of the numbers" in err
    listed = [line for line in out.splitlines() if "is not cited" in line]
    assert len(listed) > 10
    assert all(int(line.partition("-")[0]) > 23000 for line in listed)  # the list of other news is after the report


def test_a_mistake_in_a_dataset_is_reported_with_its_line(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own.parent)
    words = own.read_text(encoding="utf-8")
    own.write_text(words.replace('"12.7"', '"12,7"'), encoding="utf-8")
    line = 1 + words[: words.index('"12.7"')].count("\n")
    status, _, err = main_quietly("show", "own.py")
    assert status == 1
    assert "not a number written with a decimal point; got '12,7'" in err
    assert err.endswith(f"in own.py, line {line}\n")
    own.write_text(
        words.replace('"12.7"', '"127"').replace("over(400, person)", "over(400, household)"), encoding="utf-8"
    )
    err = main_quietly("show", "own.py")[2]
    assert "2 problems" in err
    assert "outside the bounds of its indicator" in err
    assert "the unit does not convert to the unit of the indicator" in err


def test_a_file_without_a_review_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "none.py"
    assert "there is no such file" in main_quietly("show", str(file))[2]
    file.write_text("x = 1\n", encoding="utf-8")
    assert "the file does not define a review" in main_quietly("show", str(file))[2]
    file.write_text("def load():\n    return 1\n", encoding="utf-8")
    assert "got 1" in main_quietly("show", str(file))[2]


@pytest.mark.parametrize(
    ("words", "place", "message"),
    [
        (b"def load(:\n", ", line 1", "SyntaxError: invalid syntax."),
        (b"\x00\xff\xfe", "", "SyntaxError"),
        (b"x = '\xff'\n", ", line 1", "SyntaxError"),
        (b"# -*- coding: nosuch -*-\n", "", "SyntaxError"),
        (b"\nimport no_such_module_of_anyone\n", ", line 2", "ModuleNotFoundError"),
        (b"\n\ndef load():\n    return percnt\n", ", line 4", "NameError: name 'percnt' is not defined."),
        (b"def load(part):\n    return part\n", "", "TypeError: load() missing 1 required"),
    ],
)
def test_a_file_that_cannot_be_run_is_reported(tmp_path: Path, words: bytes, place: str, message: str) -> None:
    file = tmp_path / "own.py"
    file.write_bytes(words)
    for command in ("show", "check", "audit"):
        status, out, err = main_quietly(command, str(file))
        assert (status, out) == (1, "")
        assert err.startswith(f"aseansc: dataset {file}{place}: the file cannot be run; ")
        assert message in err


def test_a_mistake_in_an_imported_file_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "part_with_a_slip.py").write_text(
        "from aseansc import Value\nfrom aseansc.units import percent\n\n\n"
        "def load():\n    return Value.exact('12,7', percent)\n",
        encoding="utf-8",
    )
    whole = tmp_path / "whole.py"
    whole.write_text("from part_with_a_slip import load\n", encoding="utf-8")
    err = main_quietly("show", str(whole))[2]
    assert "not a number written with a decimal point" in err
    assert err.endswith(f"in {tmp_path / 'part_with_a_slip.py'}, line 6\n")


def test_a_dataset_may_import_files_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "first_part_of_it.py").write_text("from aseansc.datasets.skeleton import load\n", encoding="utf-8")
    whole = tmp_path / "whole.py"
    whole.write_text("from first_part_of_it import load\n__all__ = ['load']\n", encoding="utf-8")
    assert "10 figures" in main_quietly("show", str(whole))[1]


# -- audit and check
