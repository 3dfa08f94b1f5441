"""Existing files, folders, streams and unusual paths on the command line."""

from __future__ import annotations

import errno
import io
import os
import re
import signal
import stat
import subprocess
import sys
import time
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from aseansc.cli import main
from aseansc.datasets import skeleton
from aseansc.interchange import csv, json as interchange_json
from tests.test_cli import main_quietly


@pytest.mark.parametrize(("name", "to"), [("out.json", "json"), ("out.xlsx", "excel"), ("out.csv", "sdmx-csv")])
def test_convert_replaces_a_file_only_with_force(tmp_path: Path, name: str, to: str) -> None:
    path = tmp_path / name
    path.write_text("mine", encoding="utf-8")
    status, out, err = main_quietly("convert", "skeleton", str(path), "--to", to)
    assert (status, out, path.read_text(encoding="utf-8")) == (1, "", "mine")
    assert err.splitlines()[-1].endswith("To replace it, add --force.")
    assert main_quietly("convert", "skeleton", str(path), "--to", to, "--force")[0] == 0
    assert path.read_bytes() != b"mine"


def test_convert_replaces_a_csv_folder_only_with_force_and_other_folders_never(tmp_path: Path) -> None:
    path = tmp_path / "package"
    path.mkdir()
    assert main_quietly("convert", "skeleton", str(path), "--to", "csv")[0] == 0
    status, _, err = main_quietly("convert", "lai-chau", str(path), "--to", "csv")
    assert (status, csv.load(path)) == (1, skeleton.load())
    assert "add --force" in err
    assert main_quietly("convert", "lai-chau", str(path), "--to", "csv", "--force")[0] == 0
    assert csv.load(path).id == "lai-chau"
    (path / "mine.txt").write_text("mine", encoding="utf-8")
    status, _, err = main_quietly("convert", "skeleton", str(path), "--to", "csv", "--force")
    assert (status, (path / "mine.txt").read_text(encoding="utf-8")) == (1, "mine")
    assert "mine.txt" in err


def test_a_structure_file_is_replaced_only_with_force(tmp_path: Path) -> None:
    (tmp_path / "out.structure.xml").write_text("mine", encoding="utf-8")
    words = ("convert", "skeleton", str(tmp_path / "out.csv"), "--to", "sdmx-csv", "--with-structure")
    assert main_quietly(*words)[0] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out.structure.xml"]
    assert main_quietly(*words, "--force")[0] == 0


def test_a_file_can_be_converted_in_place_with_force(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    main_quietly("convert", "skeleton", str(path))
    before = path.read_bytes()
    assert main_quietly("convert", str(path), str(path), "--force")[0] == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
@pytest.mark.parametrize("name", ["own.py", "own.xlsx"])
def test_a_template_on_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, fails_at: int
) -> None:
    done: list[int] = []

    def sync(descriptor: int) -> None:
        done.append(descriptor)
        if len(done) == fails_at and not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", sync)
    status, _, err = main_quietly("template", str(tmp_path / name))
    if status:
        assert "No space left on device" in err
        assert list(tmp_path.iterdir()) == []
        assert main_quietly("template", str(tmp_path / name))[0] == 0
    assert (tmp_path / name).is_file()


on_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs the streams and signals of POSIX")


def in_shell(script: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a bash script in which $A is the command ``aseansc``."""
    environment = {**os.environ, "A": f"{sys.executable} -m aseansc", **more}
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, env=environment)


@on_posix
@pytest.mark.parametrize("words", ["show skeleton", "--help", "--version", "audit skeleton --format json", "schema"])
def test_closed_output_is_reported_in_one_line(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python gives a process whose output is closed no ``sys.stdout``."""
    message = "aseansc: the output cannot be written. The system says: Bad file descriptor.\n"
    if words == "show skeleton":
        done = in_shell(f"$A {words} >&-")
        assert (done.returncode, done.stdout, done.stderr) == (1, "", message)
    monkeypatch.setattr(sys, "stdout", None)
    with redirect_stderr(io.StringIO()) as err, pytest.raises(SystemExit) as stopped:
        main(words.split())
    assert (stopped.value.code, err.getvalue()) == (1, message)


@on_posix
def test_closed_streams_cause_no_error_messages() -> None:
    done = in_shell("$A show nowhere >&- 2>&-; echo $?; $A check skeleton <&-; echo $?")
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert (lines[0], lines[-1]) == ("1", "0")


@on_posix
def test_standard_output_can_be_the_target(tmp_path: Path) -> None:
    done = in_shell("$A convert skeleton /dev/stdout --to json", F=str(tmp_path / "f"))
    assert (done.returncode, done.stderr) == (0, "wrote /dev/stdout\n")
    assert interchange_json.loads(done.stdout) == skeleton.load()
    done = in_shell('echo first > "$F"; $A convert skeleton /dev/stdout --to json >> "$F"', F=str(tmp_path / "f"))
    first, rest = (tmp_path / "f").read_text(encoding="utf-8").split("\n", 1)
    assert (first, interchange_json.loads(rest)) == ("first", skeleton.load())
    done = in_shell("set -o pipefail; $A convert lai-chau /dev/stdout --to json | head -c 20")
    assert (done.returncode, len(done.stdout), done.stderr) == (0, 20, "")
    status, _, err = main_quietly("convert", "skeleton", "/dev/full", "--to", "json")
    assert (status, "No space left" in err) == (1, True)


@on_posix
@pytest.mark.parametrize("words", [("check", "pipe.json"), ("verify", "skeleton", "--text", "pipe.json")])
def test_an_interrupt_is_reported_in_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    process = subprocess.Popen(
        [sys.executable, "-m", "aseansc", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell ignores it for background jobs
    )
    with (tmp_path / "pipe.json").open("wb"):  # both ends are open now, and the command waits for input
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (130, b"", b"aseansc: interrupted\n")


def test_an_interrupt_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("aseansc.cli._commands.load_any", interrupted)
    assert main_quietly("check", "skeleton") == (130, "", "aseansc: interrupted\n")


@on_posix
def test_an_interrupt_in_a_function_that_cannot_raise_ends_the_program() -> None:
    """Python calls ``__del__`` without a way to raise; other errors in it are reported as usual, and change nothing."""
    code = (
        "import sys; import aseansc.cli\n"
        "class Left:\n"
        "    def __del__(self): raise {error}\n"
        "def load(_name): Left(); raise SystemExit(0)\n"
        "import aseansc.cli._commands; aseansc.cli._commands.load_any = load\n"
        "sys.argv[1:] = ['check', 'skeleton']; aseansc.cli.main()\n"
    )
    for error, status, words in (
        ("KeyboardInterrupt", 130, "^aseansc: interrupted\n$"),
        ("ValueError('x')", 0, "^Exception ignored in: (.|\n)*ValueError: x\n$"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", code.format(error=error)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (status, "")
        assert re.search(words, done.stderr)


@on_posix
def test_unusual_paths_are_reported_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("zero.json", "zero.zip", "zero.xlsx", "zero.csv", "zero.xml", "zero.py"):
        Path(name).symlink_to("/dev/zero")
    for name in ("loop.json", "loop.py", "loop"):
        Path(name).symlink_to(name)
    Path("folder.json").mkdir()
    Path("folder.py").mkdir()
    os.mkfifo("pipe.json")
    with Path("large.json").open("wb") as file:
        file.truncate(10**10)
    names = [path.name for path in tmp_path.iterdir()]
    for name in [
        *names,
        "x" * 300,
        f"{'x' * 300}.json",
        f"{'x' * 300}.py",
        "large.json/x.json",
        "\0",
        "\0.json",
        "\0.py",
    ]:
        status, out, err = main_quietly("check", name)
        assert (status, out) == (1, "")
        assert err.startswith("aseansc: ")
        assert "Traceback" not in err
    for name in [f"{'x' * 300}.json", "loop.json", "large.json/x.json", "none/x.json", "\0.json"]:
        status, out, err = main_quietly("convert", "skeleton", name)
        assert (status, out, err.count("\n")) == (1, "", 1)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to become another user")
@pytest.mark.usefixtures("unmeasured")
def test_a_folder_without_permission_is_reported_in_one_line(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o700)
    (locked / "a.json").write_text("{}", encoding="utf-8")
    code = (
        "import contextlib, difflib, io, os, sys; import aseansc.interchange.json; from aseansc.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): main(['check', 'skeleton'])\n"
        "os.setuid(65534)\n"
        "for words in sys.argv[1:]:\n"
        "    try: main(words.split('|'))\n"
        "    except SystemExit as exit: print(words, exit.code)\n"
    )
    asked = ["check|a.json", "check|a.py", "check|a", "convert|skeleton|b.json", "template|b.py"]
    asked = [f"{words.rpartition('|')[0]}|{locked / words.rpartition('|')[2]}" for words in asked]
    done = subprocess.run([sys.executable, "-c", code, *asked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"{words} 1" for words in asked]
    messages = done.stderr.splitlines()
    assert len(messages) == len(asked)
    for message in messages:
        assert message.startswith("aseansc: ")
        assert "output" not in message


@pytest.mark.parametrize("command", ["check", "audit"])
def test_an_sdmx_json_file_without_structure_lists_its_gaps(command: str, tmp_path: Path) -> None:
    file = str(tmp_path / "figures.json")
    assert main_quietly("convert", "skeleton", file, "--to", "sdmx-json")[0] == 0
    status, _, err = main_quietly(command, file)
    assert (status, "id: a gap" in err, "aseansc convert" in err) == (1, True, True)


def test_a_file_without_a_suffix_is_recognized_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "review"
    interchange_json.dump(skeleton.load(), path)
    assert main_quietly("check", str(path))[0] == 0


def test_a_page_named_as_a_workbook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "answer.xlsx"
    path.write_bytes(b"<!DOCTYPE html><html><body>Sign in</body></html>")
    assert "This is an HTML page" in main_quietly("show", str(path))[2].replace("\n", " ")
