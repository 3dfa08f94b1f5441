"""The command line on a terminal: colours, progress bars, help with examples, drafts, exit statuses."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout, suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import given
from rich.cells import cell_len
from rich.console import Console

from aseansc import Period
from aseansc.audit import Repairs
from aseansc.cli import main
from aseansc.cli._commands import app
from aseansc.cli._examples import EXAMPLES
from aseansc.cli._progress import _DelayedBar
from aseansc.cli._show_audit import show_repairs
from aseansc.cli._show_draft import show_draft
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.interchange import excel, json
from aseansc.labels import LANGUAGES
from aseansc.observations import Observation
from aseansc.periods import TimeCollection
from aseansc.strategies import drafts
from aseansc.texts import Text
from aseansc.units import household
from aseansc.values import Value
from aseansc.vietnamese import draft
from tests.test_cli import main_quietly

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "command-line.md"
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
PROSE = "Đến cuối năm 2022, toàn huyện ước còn gần 1.250 hộ nghèo. Trong năm đã mở 12 lớp, 312 nữ. "


def on_terminal(*words: str, **more: str) -> str:
    """Run the command line in this process with a pseudo-terminal as its standard output, and return what it prints."""
    import pty

    own, other = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "CI")}
    with (
        ThreadPoolExecutor(1) as pool,
        patch.dict(os.environ, {**environment, "TERM": "xterm-256color", "COLUMNS": "80", **more}, clear=True),
    ):
        read = pool.submit(read_to_the_end, own)
        with open(other, "w", encoding="utf-8") as terminal, redirect_stdout(terminal), suppress(SystemExit):
            main(list(words))
        return read.result()


def read_to_the_end(own: int) -> str:
    """Return what is printed on a pseudo-terminal until its other end is closed."""
    printed = b""
    with suppress(OSError):
        while piece := os.read(own, 65536):
            printed += piece
    os.close(own)
    return printed.decode("utf-8")


def process_on_terminal(*words: str, stream: str = "stdout", **more: str) -> str:
    """Run Python with a pseudo-terminal as its standard output or error, and return what it prints there."""
    import pty

    own, other = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "CI")}
    process = subprocess.Popen(
        [sys.executable, *words],
        stdout=other if stream == "stdout" else subprocess.PIPE,
        stderr=other if stream == "stderr" else subprocess.PIPE,
        env={**environment, "TERM": "xterm-256color", "COLUMNS": "80", **more},
    )
    os.close(other)
    printed = read_to_the_end(own)
    process.communicate(timeout=30)
    return printed


# -- colour


@on_posix
@pytest.mark.parametrize(
    "words",
    [("show", "skeleton"), ("audit", "lai-chau"), ("audit", "lai-chau", "--verbose")],
    ids=" ".join,
)
def test_colours_are_printed_on_a_terminal_only(words: tuple[str, ...]) -> None:
    assert "\x1b[1" in on_terminal(*words)
    assert "\x1b[" not in main_quietly(*words)[1]
    assert not re.search("\x1b\\[[0-9;]*3[0-9]m", on_terminal(*words, NO_COLOR="1"))


@on_posix
def test_a_process_prints_on_a_terminal_what_this_process_prints() -> None:
    assert process_on_terminal("-m", "aseansc", "show", "skeleton") == on_terminal("show", "skeleton")
    assert "\x1b[1" in process_on_terminal("-m", "aseansc", "audit", "--help")
    assert "\x1b[" not in main_quietly("audit", "--help")[1]


@on_posix
def test_refuted_figures_are_red_on_a_terminal(tmp_path: Path) -> None:
    text = tmp_path / "other.txt"
    text.write_text("5 hộ", encoding="utf-8")
    printed = on_terminal("verify", "skeleton", "--text", str(text))
    assert re.search("\x1b\\[31m[^\x1b]*: refuted: ", printed)


@on_posix
@pytest.mark.parametrize(("columns", "longest"), [("120", 120), ("60", 60), ("10", 40)])
def test_the_first_screen_has_the_width_of_the_terminal(columns: str, longest: int) -> None:
    printed = on_terminal("audit", "lai-chau", COLUMNS=columns)
    lengths = [cell_len(re.sub("\x1b\\[[0-9;]*m", "", line)) for line in printed.splitlines()]
    assert longest - 20 < max(lengths) <= longest
    assert max(map(cell_len, main_quietly("audit", "lai-chau")[1].splitlines())) <= 80


# -- progress

SLOW = """
import time
from aseansc.cli import _progress
_progress._DELAY = {delay}
with _progress.progress("reading [red]a.txt\\x1b", {total}) as at:
    for done in range(5):
        time.sleep(0.05)
        at(done)
print("done")
"""


@on_posix
@pytest.mark.parametrize("total", [5, None])
def test_long_work_shows_a_bar_and_removes_it(total: int | None) -> None:
    printed = process_on_terminal("-c", SLOW.format(delay=0, total=total), stream="stderr")
    assert "reading [red]a.txt\\x1b" in printed  # neither markup nor control characters
    assert printed.count("\x1b[?25l") == printed.count("\x1b[?25h") == 1  # the cursor is shown again


@on_posix
def test_short_work_shows_no_bar() -> None:
    assert process_on_terminal("-c", SLOW.format(delay=10, total=5), stream="stderr") == ""


def test_work_that_ends_just_when_its_bar_would_appear_shows_none() -> None:
    """The timer has called its function, which waits for the lock that the end of the work holds."""
    console = Console(force_terminal=True, file=io.StringIO())
    bar = _DelayedBar(console)
    bar.start()
    bar.end()
    bar._appear()
    assert console.file.getvalue() == ""  # type: ignore[attr-defined]


def test_no_bar_is_shown_without_a_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW.format(delay=0, total=5)], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("done\n", "")


# -- drafts, and several files


@given(drafts())
def test_every_draft_can_be_shown_in_80_columns(found: Draft) -> None:
    """For any draft, every gap is counted, and no line is too long."""
    for lang in LANGUAGES:
        console = Console(width=80, highlight=False, markup=False, emoji=False, file=io.StringIO())
        show_draft(found, console, lang)
        printed = console.file.getvalue()  # type: ignore[attr-defined]
        assert all(cell_len(line) <= 80 for line in printed.splitlines())
        if found.gaps:
            counts = re.findall(r"^ {1,4}(\d+) ", printed.rstrip("\n").rpartition("\n\n")[2], re.M)
            assert sum(map(int, counts)) == len(found.gaps)


def test_a_draft_shows_what_is_known_and_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    json.dump(draft(PROSE, id="huyen-a"), path)
    status, out, _ = main_quietly("show", str(path))
    assert status == 0
    lines = [re.sub(r" {2,}", " | ", line) for line in out.splitlines()]
    assert lines[:2] == ["huyen-a", "draft; 3 figures, 14 proposals, 6 gaps"]
    at = lines.index("gần 1.250 hộ nghèo | nearly 1,250 households | end of 2022 | estimated")
    assert lines[at - 1] == "Số hộ nghèo"
    assert any(line.startswith(("312 nữ | 312 ?", "312 | 312 ?")) for line in lines)
    assert re.search("^ +1 place +Which place does the report cover", out, re.M)
    assert "gần 1.250 hộ" in main_quietly("show", str(path), "--lang", "vi")[1]


def test_a_partial_value_is_shown_as_far_as_it_is_known() -> None:
    gap = Gap(reason=Text(en="no number is printed"))
    partial = PartialRecord(Value, {"magnitude": gap, "qualifier": "over", "unit": household})
    found = Draft(id="a", observations=[PartialRecord(Observation, {"value": partial})])
    console = Console(width=80, file=io.StringIO())
    show_draft(found, console, "en")
    assert "over ? households" in console.file.getvalue()  # type: ignore[attr-defined]


def test_a_time_of_which_a_part_is_missing_is_shown_with_a_gap() -> None:
    gap = Gap(reason=Text(en="how it is aggregated is not stated"))
    fields = {
        "value": Value.exact(5, household),
        "time": Period.year(2018),
        "time_collection": TimeCollection.AVERAGE,
        "per": gap,
    }
    console = Console(width=80, file=io.StringIO())
    show_draft(Draft(id="a", observations=[PartialRecord(Observation, fields)]), console, "en")
    assert "2018, ?" in console.file.getvalue()  # type: ignore[attr-defined]


def test_the_figures_without_a_search_for_repairs_are_counted() -> None:
    console = Console(width=80, file=io.StringIO())
    show_repairs(Repairs(found=(), not_searched=("a", "b")), console, "en")
    assert "not every correction of 2 figures was tried" in console.file.getvalue()  # type: ignore[attr-defined]


def test_a_draft_shows_each_run_of_figures_under_the_name_of_its_indicator(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    text = "Trồng mới 902 ha rừng, tăng 5%, đạt 96% kế hoạch. Số hộ nghèo là 45 hộ. Trồng mới 30 ha rừng."
    json.dump(draft(text, id="huyen-a", period=Period.year(2018)), path)
    out = main_quietly("show", str(path))[1].splitlines()
    names = ("Trồng mới rừng", "Số hộ nghèo", "?")
    heads = [line for line in out if line in names]
    assert heads[:2] == ["Trồng mới rừng", "Số hộ nghèo"]
    at = out.index("Trồng mới rừng")
    assert [line.split()[0] for line in out[at + 1 : at + 4]] == ["902", "5%", "96%"]


def test_several_reviews_and_drafts_are_shown_in_turn(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    json.dump(draft(PROSE, id="huyen-a"), path)
    both = main_quietly("show", "skeleton", str(path))[1]
    assert both == "\n".join(main_quietly("show", name)[1] for name in ("skeleton", str(path)))


@pytest.mark.parametrize("option", [("--section", "a"), ("--status", "estimated"), ("--findings",)])
def test_a_draft_is_only_shown_whole(tmp_path: Path, option: tuple[str, ...]) -> None:
    path = tmp_path / "draft.json"
    json.dump(draft(PROSE, id="huyen-a"), path)
    status, _, err = main_quietly("show", str(path), *option)
    assert status == 1
    assert f"aseansc show {option[0]}: a draft can only be shown whole" in err


# -- help and exit statuses

COMMANDS = sorted(name for name in app if not name.startswith("-"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the files that the examples name."""
    folder = tmp_path_factory.mktemp("files")
    main_quietly("template", str(folder / "own.py"))
    (folder / "own.txt").rename(folder / "report.txt")
    json.dump(skeleton.load(), folder / "review.json")
    json.dump(lai_chau.load(), folder / "second.json")
    texts = {
        "first.json": json.dumps(lai_chau.load()).replace('"poverty-rate"', '"poor"'),
        "claims.json": '[{"quote": "1.250 hộ nghèo", "number": 1250, "unit": "household"}]',
        "table.csv": "indicator,place,time,value\npoor,A,2018,23\nall,A,2018,31\nrate,A,2018,43.17\n",
        "table.toml": '[rates]\nrate = ["poor", "all"]\n',
        "prose.txt": PROSE,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    main_quietly("draft", str(folder / "prose.txt"), "-o", str(folder / "draft.xlsx"))
    title = PartialRecord(Text, {"vi": "Báo cáo"})
    excel.dump(evolve(Draft.of(skeleton.load()), observations=(), title=title), folder / "filled.xlsx")
    return folder


@pytest.fixture
def files(written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the files that the examples name, and make their folder the current one."""
    shutil.copytree(written, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_examples_that_run(command: str, files: Path) -> None:
    printed = main_quietly(command, "--help")[1]
    for line, meaning in EXAMPLES[command]:
        assert f" # {meaning}" in printed
        assert f" {line} " in printed + " "
        program, *words = shlex.split(line)
        assert (program, words[0]) == ("aseansc", command)
        if "draft.xlsx" in words and command == "convert":
            continue  # the reader has to fill it in first
        if command == "draft":
            Path("draft.xlsx").unlink()
        status, _, err = main_quietly(*words)
        assert status in (0, 1)
        assert command == "check" or "aseansc: " not in err


def test_there_are_examples_of_commands_only() -> None:
    assert sorted(EXAMPLES) == COMMANDS


def rows() -> list[tuple[str, str]]:
    """Return the status and the command of each row of the table of exit statuses in the documentation."""
    table = PAGE.read_text(encoding="utf-8").partition("## Exit status")[2].partition("\n## ")[0]
    return re.findall(r"^\| (\d+) \|.*\| `(aseansc [^`]+)` \|$", table, re.M)


def test_the_table_of_exit_statuses_has_every_status() -> None:
    assert {status for status, _ in rows()} == {"0", "1", "2"}
    assert "| 130 |" in PAGE.read_text(encoding="utf-8")  # tests/test_cli_files.py interrupts a command


@pytest.mark.parametrize(("status", "line"), rows())
def test_exit_statuses_are_as_documented(status: str, line: str, files: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(shlex.split(line)[1:])
    assert (stopped.value.code or 0) == int(status)
