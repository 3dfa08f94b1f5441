"""Paths and open files are read up to a size limit, and written whole or not at all."""

from __future__ import annotations

import csv as plain_csv
import io
import os
import signal
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from aseansc import Text
from aseansc.datasets import skeleton
from aseansc.errors import DocumentError, FieldError, LimitError
from aseansc.interchange import _atomic, csv, iati, json, sdmx
from aseansc.limits import Limits
from tests._profile import NIGHTLY
from tests.growth import peak_megabytes, slope
from tests.interchange._tabular import dumped, members_of, repacked

REVIEW = skeleton.load()
OTHER = evolve(REVIEW, note=Text(en="the other one"))
MEMBERS = members_of(dumped(csv.dump, REVIEW))
LOADERS = [json.load, json.load_draft, csv.load, iati.load, iati.load_draft, sdmx.load, sdmx.load_draft]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs the devices and pipes of Linux")


@contextmanager
def within_seconds(most: float) -> Iterator[None]:
    started = time.perf_counter()
    yield
    assert time.perf_counter() - started < most


# -- reading


@on_linux
@pytest.mark.parametrize("load", LOADERS)
def test_an_endless_device_is_read_only_up_to_the_limit(load: Callable[[Any], object], tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/zero")
    with pytest.raises(DocumentError, match="too large"), within_seconds(5):
        load(tmp_path / "link")


@on_linux
def test_a_pipe_that_no_program_writes_to_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DocumentError, match="no program writes to the pipe"), within_seconds(5):
        json.load(tmp_path / "pipe")


@on_linux
def test_a_slow_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    content = json.dumps(REVIEW).encode()

    def write() -> None:
        time.sleep(0.2)
        with (tmp_path / "pipe").open("wb", buffering=0) as pipe:
            for start in range(0, len(content), 4000):
                time.sleep(0.05)
                pipe.write(content[start : start + 4000])

    writer = threading.Thread(target=write)
    writer.start()
    assert json.load(tmp_path / "pipe") == REVIEW
    writer.join()


@on_linux
def test_the_standard_input_can_be_read_as_a_path() -> None:
    code = "from aseansc.interchange import json; print(json.load('/dev/stdin').id)"
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(REVIEW).encode(), capture_output=True, check=False
    )
    assert (done.stdout.decode().strip(), done.stderr) == (REVIEW.id, b"")


@pytest.mark.parametrize("load", LOADERS)
def test_a_large_file_is_refused_without_reading_it(load: Callable[[Any], object], tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(10 * Limits().size)
    with pytest.raises(DocumentError, match="the input is too large; got 671088640"), within_seconds(1):
        load(tmp_path / "large")


@pytest.mark.parametrize("file", [io.BytesIO(bytes(Limits().size + 1)), io.StringIO("x" * (Limits().size + 1))])
def test_an_open_file_is_read_only_up_to_the_limit(file: Any) -> None:
    with pytest.raises(DocumentError, match="too large"):
        json.load(file)


@pytest.mark.parametrize("load", LOADERS[:2])
def test_a_folder_cannot_be_read_as_a_file(load: Callable[[Any], object], tmp_path: Path) -> None:
    with pytest.raises((IsADirectoryError, PermissionError)):
        load(tmp_path)


# -- hostile packages


def lying(name: str, method: int, size: int, real: int = Limits().size + 2**21) -> bytes:
    """Return an archive with a member that declares a false size."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method, compresslevel=1) as archive:
        for other, content in MEMBERS.items():
            archive.writestr(other, content if other != name else bytes(real))
    content = bytearray(made.getvalue())
    at = content.rfind(name.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(content)


HEADER = MEMBERS["units.csv"]


def lists(column: str, item: str, count: int) -> bytes:
    """Return a package with 200 observations whose cells in a column have very many items."""
    head, first, *_ = plain_csv.reader(io.StringIO(MEMBERS["observations.csv"].decode(), newline=""))
    text = io.StringIO(newline="")
    writer = plain_csv.DictWriter(text, head)
    writer.writeheader()
    cell = "; ".join(item % number for number in range(count))
    writer.writerows({**dict(zip(head, first, strict=True)), "id": f"o{number}", column: cell} for number in range(200))
    return repacked(MEMBERS, **{"observations.csv": text.getvalue().encode()})


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a false small size": lambda: lying("units.csv", zipfile.ZIP_DEFLATED, 100),
    "a false size below the limit": lambda: lying("units.csv", zipfile.ZIP_DEFLATED, 60 * 2**20),
    "bzip2": lambda: lying("units.csv", zipfile.ZIP_BZIP2, 100, 1000),
    "lzma": lambda: lying("units.csv", zipfile.ZIP_LZMA, 100, 1000),
    "unknown columns": lambda: repacked(MEMBERS, **{"units.csv": b",".join(b"x%d" % n for n in range(10**6))}),
    "a long line": lambda: repacked(MEMBERS, **{"units.csv": b"x" * (60 * 2**20)}),
    "a row of many cells": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b"ab," * 10**6 + b"\r\n"}),
    "many cells after a quote": lambda: repacked(
        MEMBERS, **{"units.csv": HEADER + b'x"y,,,,,,\r\n' + b"ab," * 400_000}
    ),
    "a row of many cells and lines": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b'"\n",' * 10**6}),
    "empty lines": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b"\n" * 10**6}),
    "a large descriptor": lambda: repacked(MEMBERS, **{"datapackage.json": b"[" + b"{}," * 20_000_000}),
    "a descriptor with many empty resources": lambda: repacked(
        MEMBERS, **{"datapackage.json": b'{"resources":[' + b"{}," * 340_000 + b"{}]}"}
    ),
    "lists of many items": lambda: lists("lists", "%d", 18_000),
    "lists of many repeated items": lambda: lists("lists", "%.0s1", 40_000),
    "lists of many unknown codes": lambda: lists("statuses", "%.0s12", 30_000),
    "lists of many passages": lambda: lists("citation.governed_by", "1-%d: x", 10_000),
    "translations into many languages": lambda: lists("note.others", "a-%d: x", 10_000),
    "characters of four bytes": lambda: repacked(MEMBERS, **{"units.csv": HEADER + ("𝄞" + "a" * 60_000_000).encode()}),
}
LOAD = """
import sys, time
from aseansc.errors import DocumentError, FieldError
from aseansc.interchange import csv
try:
    csv.load(sys.argv[1])
except DocumentError:
    pass
else:
    raise SystemExit("accepted")
assert time.process_time() < 5
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_package_takes_little_memory_and_time(name: str, tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(HOSTILE[name]())
    assert peak_megabytes(LOAD, str(tmp_path / "bomb.zip")) <= 256


def test_a_valid_package_takes_memory_in_proportion_to_its_size(tmp_path: Path) -> None:
    first = REVIEW.observations[0]
    more = tuple(evolve(first, id=f"o{number}") for number in range(1500))
    content = dumped(csv.dump, evolve(REVIEW, observations=(*REVIEW.observations, *more)))
    (tmp_path / "package.zip").write_bytes(content)
    unpacked = sum(map(len, members_of(content).values())) / 2**20
    code = "import sys\nfrom aseansc.interchange import csv\ncsv.load(sys.argv[1])"
    assert peak_megabytes(code, str(tmp_path / "package.zip")) <= max(64, 20 * unpacked)


def test_many_small_rows_take_little_memory(tmp_path: Path) -> None:
    head, _, rest = MEMBERS["observations.csv"].partition(b"\r\n")
    first = rest.partition(b"\r\n")[0].partition(b",")[2]
    kept = rest + b"".join(b"o%d,%b\r\n" % (number, first) for number in range(20_000))
    content = repacked(MEMBERS, **{"observations.csv": head + b"\r\n" + kept})
    (tmp_path / "package.zip").write_bytes(content)
    code = "import sys\nfrom aseansc.interchange import csv\n"
    before = peak_megabytes(f"{code}csv.load(sys.argv[1])", str(write_small(tmp_path)))
    assert peak_megabytes(f"{code}csv.load(sys.argv[1])", str(tmp_path / "package.zip")) <= before + 64


def write_small(folder: Path) -> Path:
    (folder / "small.zip").write_bytes(repacked(MEMBERS))
    return folder / "small.zip"


def test_long_printed_texts_are_read_in_linear_time() -> None:
    def work(count: int) -> Callable[[], object]:
        head, first, *_ = plain_csv.reader(io.StringIO(MEMBERS["observations.csv"].decode(), newline=""))
        text = io.StringIO(newline="")
        writer = plain_csv.DictWriter(text, head)
        writer.writeheader()
        row = {**dict(zip(head, first, strict=True)), "citation.printed": "1.250 hộ " + "x1 " * 30_000}
        writer.writerows({**row, "id": f"o{number}"} for number in range(count))
        content = repacked(MEMBERS, **{"observations.csv": text.getvalue().encode()})

        def load() -> None:
            with pytest.raises(DocumentError):
                csv.load(io.BytesIO(content))

        return load

    assert slope(work, (40, 80, 160)) < 1.3


@pytest.mark.parametrize("unit", [b"x,x,x,x,x,x,x\r\n", b"\r\n", b'"a\nb"\r\n'])
def test_the_time_to_refuse_grows_linearly_with_the_rows(unit: bytes) -> None:
    def work(size: int) -> Callable[[], object]:
        content = repacked(MEMBERS, **{"units.csv": HEADER + unit * size + b"x\r\n"})

        def refused() -> None:
            with pytest.raises(DocumentError):
                csv.load(io.BytesIO(content))

        return refused

    assert slope(work, (5000, 10_000, 20_000), runs=2) <= 1.2


# -- writing


def test_symbolic_links_and_file_modes_are_kept(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "real.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("real.json")
    json.dump(REVIEW, tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.load(tmp_path / "real.json") == REVIEW
    assert stat.S_IMODE((tmp_path / "real.json").stat().st_mode) == 0o640
    (tmp_path / "new.json").symlink_to("not-yet.json")
    json.dump(REVIEW, tmp_path / "new.json")
    assert json.load(tmp_path / "not-yet.json") == REVIEW
    assert sorted(os.listdir(tmp_path)) == ["link.json", "new.json", "not-yet.json", "real.json"]


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    kept = os.umask(0o027)
    try:
        json.dump(REVIEW, tmp_path / "new.json")
        csv.dump(REVIEW, tmp_path / "new")
    finally:
        os.umask(kept)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o750


def test_content_is_synced_before_it_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, put, put_folder = os.fsync, Path.replace, Path.rename
    monkeypatch.setattr(os, "fsync", lambda descriptor: (steps.append("sync"), sync(descriptor))[1])
    monkeypatch.setattr(Path, "replace", lambda path, to: (steps.append("put"), put(path, to))[1])
    monkeypatch.setattr(Path, "rename", lambda path, to: (steps.append("put"), put_folder(path, to))[1])
    json.dump(REVIEW, tmp_path / "file.json")
    assert steps == ["sync", "put", "sync"]  # the file, its name, the folder
    steps.clear()
    csv.dump(REVIEW, tmp_path / "folder")
    assert steps == ["sync"] * (len(MEMBERS) + 1) + ["put", "sync"]


@pytest.mark.parametrize("name", ["file.json", "folder"])
def test_a_full_disk_leaves_no_files(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    dump: Callable[..., None] = json.dump if name.endswith("json") else csv.dump
    with pytest.raises(OSError, match="No space"):
        dump(REVIEW, tmp_path / name)
    assert os.listdir(tmp_path) == []


REAL_SYSTEM = sys.platform


def leftovers(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(".aseansc-")]


def test_temporary_files_of_killed_processes_are_removed_by_the_next_write(tmp_path: Path) -> None:
    for name, dump in (("a.json", json.dump), ("b", csv.dump)):
        write: Callable[..., None] = dump
        prefix = _atomic._prefix(tmp_path / name)
        (tmp_path / f"{prefix}1").write_text("half")
        (tmp_path / f"{prefix}2").mkdir()
        (tmp_path / f"{prefix}2" / "units.csv").write_text("half")
        write(REVIEW, tmp_path / name)
    assert sorted(os.listdir(tmp_path)) == ["a.json", "b"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs locks")
def test_a_temporary_file_in_use_is_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with _atomic._beside(path, lambda beside: beside.write_text("half") and None) as beside:
        json.dump(REVIEW, path)
        assert leftovers(tmp_path) == [beside.name]
    assert leftovers(tmp_path) == []


def test_a_folder_is_replaced_only_on_request(tmp_path: Path) -> None:
    csv.dump(REVIEW, tmp_path / "package")
    with pytest.raises(FileExistsError, match="not empty"):
        csv.dump(OTHER, tmp_path / "package")
    assert csv.load(tmp_path / "package") == REVIEW
    csv.dump(OTHER, tmp_path / "package", replace=True)
    assert csv.load(tmp_path / "package") == OTHER
    (tmp_path / "package" / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError, match=r"mine\.txt"):
        csv.dump(REVIEW, tmp_path / "package", replace=True)
    assert os.listdir(tmp_path) == ["package"]
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FileExistsError):
        csv.dump(REVIEW, tmp_path / "file", replace=True)


def test_a_symbolic_link_to_a_folder_is_kept(tmp_path: Path) -> None:
    csv.dump(REVIEW, tmp_path / "package")
    (tmp_path / "link").symlink_to("package", target_is_directory=True)
    csv.dump(OTHER, tmp_path / "link", replace=True)
    assert (tmp_path / "link").is_symlink()
    assert csv.load(tmp_path / "package") == OTHER


def test_a_folder_is_replaced_on_systems_that_cannot_exchange_two_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_atomic, "_exchange", lambda *_: False)
    csv.dump(REVIEW, tmp_path / "package")
    csv.dump(OTHER, tmp_path / "package", replace=True)
    assert csv.load(tmp_path / "package") == OTHER
    assert os.listdir(tmp_path) == ["package"]


def test_the_old_folder_is_restored_if_the_new_one_cannot_be_put_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail(path: Path, to: Path) -> None:
        if path.name.startswith(".aseansc-") and not path.name.endswith("old"):
            raise OSError(39, "the new folder cannot be renamed")
        rename(path, to)

    csv.dump(REVIEW, tmp_path / "package")
    monkeypatch.setattr(_atomic, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="cannot be renamed"):
        csv.dump(OTHER, tmp_path / "package", replace=True)
    assert csv.load(tmp_path / "package") == REVIEW
    assert os.listdir(tmp_path) == ["package"]


@pytest.mark.parametrize("system", ["linux", "darwin", "other"])
def test_systems_without_an_exchange_of_folders_say_so(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The C library here has the call of Linux only, and the exchange fails if a folder is missing."""
    monkeypatch.setattr(sys, "platform", system)
    (tmp_path / "a").mkdir()
    assert not _atomic._exchange(tmp_path / "a", tmp_path / "b")
    (tmp_path / "b").mkdir()
    assert _atomic._exchange(tmp_path / "a", tmp_path / "b") is (system == "linux" == REAL_SYSTEM)


def test_files_are_written_without_locks_and_old_temporary_files_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on systems without ``fcntl``: what another process may still write is left there for an hour."""
    monkeypatch.setattr(_atomic, "_fcntl", None)
    for name, dump in (("a.json", json.dump), ("b", csv.dump)):
        write: Callable[..., None] = dump
        prefix = _atomic._prefix(tmp_path / name)
        for age, number in ((3700, 1), (10, 2)):
            half = tmp_path / f"{prefix}{number}"
            half.write_text("half")
            os.utime(half, (time.time() - age,) * 2)
        write(REVIEW, tmp_path / name)
    assert sorted(name for name in os.listdir(tmp_path) if not name.startswith(".")) == ["a.json", "b"]
    assert [name[-1] for name in leftovers(tmp_path)] == ["2", "2"]


def test_a_folder_renamed_by_a_killed_process_is_found_and_restored(tmp_path: Path) -> None:
    csv.dump(REVIEW, tmp_path / "package")
    (tmp_path / "package").rename(
        _atomic._old(tmp_path / "package")
    )  # as a process leaves it that is killed at this point
    assert csv.load(tmp_path / "package") == REVIEW
    with pytest.raises(FileExistsError):
        csv.dump(OTHER, tmp_path / "package")
    assert os.listdir(tmp_path) == ["package"]
    csv.dump(OTHER, tmp_path / "package", replace=True)
    assert csv.load(tmp_path / "package") == OTHER


def test_an_incomplete_folder_is_refused(tmp_path: Path) -> None:
    names = list(MEMBERS)
    for count in range(len(names)):
        half = tmp_path / str(count)
        half.mkdir()
        for name in names[:count]:
            (half / name).write_bytes(MEMBERS[name])
        with pytest.raises(DocumentError, match="missing"):
            csv.load(half)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # pytest-xdist has threads, and the child uses none
@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_killed_writer_leaves_the_old_or_the_new_folder(
    can_exchange: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:
        monkeypatch.setattr(_atomic, "_exchange", lambda *_: False)
    both = csv.files_of(REVIEW), csv.files_of(OTHER)
    path = tmp_path / "package"
    csv.dump(REVIEW, path)
    for number in range(0, 20, 1 if NIGHTLY else 2):
        child = os.fork()
        if not child:
            try:
                while True:
                    for members in both:
                        _atomic.replace_folder(path, members, may_replace=lambda _: True)
            finally:
                os._exit(1)
        time.sleep(0.001 * number)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert csv.load(path) in (REVIEW, OTHER)
    csv.dump(REVIEW, path, replace=True)
    assert os.listdir(tmp_path) == ["package"]


def test_content_above_the_size_limit_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="too large"):
        json.dump(REVIEW, tmp_path / "a.json", limits=Limits(size=1000))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("load", LOADERS)
def test_an_empty_path_is_not_the_current_folder(
    load: Callable[[Any], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv.dump(REVIEW, tmp_path / "package")
    monkeypatch.chdir(tmp_path / "package")
    with pytest.raises(FieldError, match="the path is empty"):
        load("")
    with pytest.raises(FieldError, match="the path is empty"):
        csv.dump(OTHER, "", replace=True)
    assert csv.load(tmp_path / "package") == REVIEW
