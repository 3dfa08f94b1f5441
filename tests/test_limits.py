"""Limits of readers: one argument, one error, and the page that states them."""

from __future__ import annotations

import inspect
import io
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import fields

from aseansc import Limits, audit, documents, frames, interchange, verification, vietnamese
from aseansc._decimals import EXPONENT_LIMIT
from aseansc.cli import main
from aseansc.datasets import skeleton
from aseansc.documents import _programs
from aseansc.errors import DocumentError, FieldError, FieldTypeError, LimitError
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from aseansc.interchange.csv import _read_rows
from aseansc.limits import (
    EACH_CELL,
    EACH_CHARACTER,
    EACH_ELEMENT,
    EACH_FILE,
    EACH_KEY,
    EACH_PAGE,
    EACH_ROW,
    EACH_TAG,
    in_force,
    require_depth,
    within,
)

PAGE = Path(__file__).parent.parent / "docs/explanation/untrusted-input.md"
ROWS = "Year,Value\n2018,1\n2019,2\n"
TEXT = "Năm 2018 có 36 xã."

READERS: dict[str, Callable[..., Any]] = {
    "aseansc.load": interchange.load,
    "json.load": json.load,
    "json.loads": json.loads,
    "json.load_draft": json.load_draft,
    "json.loads_draft": json.loads_draft,
    "csv.load": csv.load,
    "excel.load": excel.load,
    "excel.load_draft": excel.load_draft,
    "sdmx.load": sdmx.load,
    "sdmx.loads": sdmx.loads,
    "sdmx.load_draft": sdmx.load_draft,
    "sdmx.loads_draft": sdmx.loads_draft,
    "iati.load": iati.load,
    "iati.loads": iati.loads,
    "iati.load_draft": iati.load_draft,
    "iati.loads_draft": iati.loads_draft,
    "open_sdg.load": open_sdg.load,
    "open_sdg.loads": open_sdg.loads,
    "open_sdg.load_draft": open_sdg.load_draft,
    "open_sdg.loads_draft": open_sdg.loads_draft,
    "documents.read": documents.read,
    "audit_table": audit.audit_table,
    "load_answers": audit.load_answers,
    "loads_claims": verification.loads_claims,
    "vietnamese.find": vietnamese.find,
    "vietnamese.iterate": vietnamese.iterate,
    "vietnamese.draft": vietnamese.draft,
    "verify_claims": lambda text, limits=None: verification.verify_claims(text, [], limits=limits),
}


def _input_of(name: str, folder: Path) -> Any:
    if name.partition(".")[2].startswith("loads") or "claims" in name:
        return TEXT
    if name.startswith("vietnamese"):
        return TEXT
    path = folder / "input.json"
    path.write_text(TEXT, encoding="utf-8")
    return path.rename(folder / "input.txt") if name == "documents.read" else path


@pytest.mark.parametrize("name", READERS)
def test_every_reader_refuses_an_input_above_the_size(name: str, tmp_path: Path) -> None:
    given = _input_of(name, tmp_path)
    with pytest.raises(LimitError) as caught:
        READERS[name](given, limits=Limits(size=5))
    error = caught.value
    assert (error.limit, error.allowed) == ("size", 5)
    assert error.got == (given.stat().st_size if isinstance(given, Path) else len(given))  # known without reading it
    assert "limits=Limits(size=" in error.hint
    assert isinstance(error, DocumentError)
    assert pickle.loads(pickle.dumps(error)) == error
    assert in_force() == Limits()  # in force only while the reader runs


@pytest.mark.parametrize("name", [*READERS, "from_frame", "verify", "documents.draft"], ids=lambda name: str(name))
def test_every_reader_has_the_argument(name: str) -> None:
    others = {
        "from_frame": frames.from_frame,
        "verify": verification.verify,
        "documents.draft": documents.draft,
    }
    parameter = inspect.signature({**READERS, **others}[name]).parameters["limits"]
    assert parameter.default is None
    assert name == "verify_claims" or parameter.kind is parameter.KEYWORD_ONLY


@pytest.mark.parametrize(
    ("read", "items", "needed"),
    [
        (lambda limits: open_sdg.loads_draft(ROWS, limits=limits), 20, 40),
        (
            lambda limits: iati.loads_draft(
                "<iati-activities version='2.03'><iati-activity/></iati-activities>", limits=limits
            ),
            8,
            16,
        ),
        (lambda limits: excel.load(_written(excel), limits=limits), 5, None),
        (lambda limits: csv.load(_written(csv), limits=limits), 1000, None),
        (lambda limits: sdmx.loads(f"<a>{'<b/>' * 20}</a>", limits=limits), 80, 84),
        (lambda limits: json.loads(f'{{"a": [{"[]," * 50}0]}}', limits=limits), 100, None),
        (lambda limits: sdmx.loads(f'{{"dataSets": [{"[]," * 50}0]}}', limits=limits), 60, None),
    ],
    ids=["open_sdg", "iati", "excel", "csv", "sdmx", "json", "sdmx json"],
)
def test_items(read: Callable[[Limits], Any], items: int, needed: int | None) -> None:
    with pytest.raises(LimitError) as caught:
        read(Limits(items=items))
    assert caught.value.limit == "items"
    if needed is not None:
        assert f"Limits(items={needed})" in str(caught.value)


@pytest.mark.parametrize(
    ("read", "text", "allowed", "needed"),
    [
        (audit.audit_table, "indicator,place,time,value\na,b,2018,1\na,b,2019,2\n", 20, 45),
        (audit.audit_table, "indicator,place,time,value\n\n\n", 20, 40),
        (audit.audit_table, f"indicator{',' * 20}", 20, 100),
        (audit.load_answers, "[a]\nanswer = 'x'\nwho = 'y'", 32, 48),
    ],
    ids=["cells", "rows", "head", "toml"],
)
def test_items_of_files(read: Callable[..., Any], text: str, allowed: int, needed: int, tmp_path: Path) -> None:
    path = tmp_path / "input"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LimitError, match=rf"Limits\(items={needed}\)"):
        read(path, limits=Limits(items=allowed))


@pytest.mark.parametrize("read", [audit.audit_table, audit.load_answers, interchange.load, documents.read])
def test_a_device_is_read_up_to_the_limit(read: Callable[..., Any]) -> None:
    with pytest.raises(LimitError):
        read("/dev/zero", limits=Limits(size=5_000_000))


@pytest.mark.parametrize(
    "key", ["a." * 4000 + "a = 1", f"[{'a.' * 4000}a]", f"a = {{{'x . ' * 4000}x = 1}}", "'a'." * 4000 + "a = 1"]
)
def test_a_long_key_of_toml_is_refused_before_it_takes_memory(key: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(key)
    with pytest.raises(DocumentError, match="a key has more than 16 parts"):
        audit.load_answers(path)
    path.write_text(f"a = {{answer = '{'.' * 400}'}}")
    assert len(audit.load_answers(path)) == 1


def test_the_hint_states_a_limit_that_suffices() -> None:
    limits = Limits(items=20)
    while True:
        try:
            draft = open_sdg.loads_draft("Year,Value\n" + "2018,1\n" * 30, limits=limits)
            break
        except LimitError as error:
            limits = Limits(items=int(error.hint.partition("items=")[2].rstrip(").")))
    assert len(draft.observations) == 30


def _written(module: Any) -> io.BytesIO:
    file = io.BytesIO()
    module.dump(skeleton.load(), file)
    file.seek(0)
    return file


@pytest.mark.parametrize(
    "read",
    [
        lambda limits: sdmx.loads('{"dataSets": [[[[[0]]]]]}', limits=limits),
        lambda limits: iati.loads("<iati-activities><a><b><c><d/></c></b></a></iati-activities>", limits=limits),
        lambda limits: json.loads("[" * 100_000, limits=limits),
        lambda limits: iati.loads(f"{'<a>' * 300}{'</a>' * 300}", limits=limits),
    ],
)
def test_depth(read: Callable[[Limits], Any]) -> None:
    with pytest.raises(LimitError, match="nested too deeply"):
        read(Limits(depth=4))


def test_problems() -> None:
    with pytest.raises(DocumentError) as caught:
        json.loads('{"schema": "aseansc/review", "version": 2}', limits=Limits(problems=2))
    assert len(caught.value.problems) == 3
    assert "stopped after 2" in str(caught.value)


@pytest.mark.parametrize("field", fields(Limits), ids=lambda field: field.name)
def test_a_limit_is_a_positive_integer(field: Any) -> None:
    for wrong in (0, -1):
        with pytest.raises(FieldError, match=rf"^Limits.{field.name}: the limit is out of range; got {wrong}"):
            Limits(**{field.name: wrong})
    for other in (True, 1.0, "1", None):
        with pytest.raises(FieldTypeError, match="expected an integer"):
            Limits(**{field.name: other})
    assert getattr(Limits(**{field.name: 1}), field.name) == 1


def test_the_hint_proposes_a_depth_that_is_possible() -> None:
    with within(Limits(depth=200)), pytest.raises(LimitError, match=r"limits=Limits\(depth=240\)"):
        require_depth(201, "here")
    with pytest.raises(LimitError, match="No higher limit is possible"):
        require_depth(241, "here")


def test_the_parsers_set_the_greatest_depth() -> None:
    assert Limits(depth=240).depth == 240
    with pytest.raises(FieldError, match="at most 240"):
        Limits(depth=241)


def test_something_else_is_not_limits() -> None:
    with pytest.raises(FieldTypeError, match="limits: wrong type"):
        json.loads("{}", limits=5)  # type: ignore[arg-type]


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "review.json"
    json.dump(skeleton.load(), path)
    workbook = tmp_path / "review.xlsx"
    excel.dump(skeleton.load(), workbook)
    for arguments, status, words in (
        (["--limit", "size=1000", "check", str(path)], 1, "aseansc --limit size="),
        (["--limit", "items=10", "check", str(workbook)], 1, "of which each counts as 1,000 of items=10"),
        (["--limit", "size=1000000", "--limit", "depth=30", "check", str(path)], 0, ""),
        (["--limit", "width=3", "check", str(path)], 2, "not a limit; got 'width=3'"),
        (["--limit", "size=-3", "check", str(path)], 2, "not a limit"),
        (["--limit"], 2, "not a limit; got ''"),
        (["--limit", "depth=1000", "check", str(path)], 2, "the limit is out of range"),
    ):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert (caught.value.code or 0) == status, arguments
        assert words in capsys.readouterr().err


def _stated() -> Iterator[str]:
    default = Limits()
    items = default.items
    yield f"`size` | {default.size // 2**20} MB"
    yield f"`items` | {items:,}"
    yield f"`depth` | {default.depth}"
    yield f"`problems` | {default.problems:,}"
    for each, what in (
        (EACH_FILE, "files of an archive or a folder"),
        (EACH_ROW, "records of a review in CSV or Excel, or rows of Open SDG"),
        (EACH_ROW, "rows of a CSV file for `audit_table`"),
        (EACH_KEY, "keys, tables and lists of TOML"),
        (
            EACH_CELL,
            "cells of workbooks and of tables in documents, paragraphs of a .doc file, or changes of its formatting",
        ),
        (EACH_ELEMENT, "elements of an IATI file of another publisher"),
        (EACH_TAG, "tags of HTML"),
        (EACH_PAGE, "pages of a PDF file"),
    ):
        yield f"| {items // each:,} {what} | {each:,} |"
    yield f"| {items:,} XML tags of .docx or .xlsx | 1 |"
    yield f"count {EACH_CHARACTER} times"
    yield f"| {_read_rows.LONGEST_CELL:,} characters"
    yield f"at most {_programs.MEMORY // 2**30} GB of memory"
    yield f"| −{EXPONENT_LIMIT} to {EXPONENT_LIMIT} |"


def test_the_page_states_the_limits_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for stated in _stated():
        assert stated in page, stated


def test_a_low_limit_of_problems_does_not_make_a_draft_unreadable(tmp_path: Path) -> None:
    file = tmp_path / "draft.xlsx"
    excel.dump(
        vietnamese.draft("Năm 2018 có 45 xã đạt chuẩn, 30 hộ nghèo, 5 dự án và 12 trường học.", place="VN-01"), file
    )
    assert excel.load_draft(file, limits=Limits(problems=1)).observations
