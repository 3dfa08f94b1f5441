"""Files that are not what they seem: errors of the library, in bounded time and memory."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from aseansc import documents
from aseansc.drafts import Gap
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, ParseError
from tests.documents._made import W, docx, paragraph, pdf, saved, spanned, table, xlsx, zipped
from tests.documents.test_growth_in_tables import shown
from tests.documents.test_tables import by_cell, drafted
from tests.growth import peak_megabytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = [(60, 700, b"con 24.737 ho ngheo")]
ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
BODY = f"<w:p>{'<w:x>' * 400}{'</w:x>' * 400}</w:p>"

DEEP = f"<w:p>{'<w:ins>' * 2000}<w:r><w:t>5</w:t></w:r>{'</w:ins>' * 2000}</w:p>"
WIDE = spanned("5", 1000)
FULL = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="ALL{n}"><v>1</v></c></row>' for n in range(1, 501))

BAD: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.docx", b"", "not what its name says"),
    "a PDF named .docx": ("a.docx", pdf(PAGE), "not what its name says"),
    "a docx named .doc": ("a.doc", docx(paragraph("5")), "not what its name says"),
    "a docx named .txt": ("a.txt", docx(paragraph("5")), "not what its name says"),
    "a workbook named .docx": ("a.docx", xlsx(""), "not a file of this format"),
    "a text named .pdf": ("a.pdf", b"5 ho", "not what its name says"),
    "a page named .xls": ("a.xls", b"<html><table><tr><td>5", "not what its name says"),
    "bytes named .txt": ("a.txt", bytes(range(128, 256)) * 9, "not UTF-8"),
    "encrypted": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "the file is encrypted"),
    "truncated": ("a.docx", docx(paragraph("5"))[:-30], "Save or download the file again"),
    "damaged": ("a.docx", docx(paragraph("5")).replace(b"word/doc", b"word/dog", 1), "cannot be read"),
    "not XML": ("a.docx", docx("<w:p>"), "not well-formed"),
    "entities": ("a.docx", docx(more={"word/styles.xml": ENTITIES + "<a>&b;</a>"}), "document type or entities"),
    "UTF-16 parts": ("a.docx", docx(more={"word/styles.xml": "<a/>".encode("utf-16")}), "not UTF-8"),
    "macros": ("a.docx", docx(more={"word/vbaProject.bin": b"x"}), "contains macros"),
    "macros in a workbook": ("a.xlsx", xlsx("", more={"xl/vbaProject.bin": b"x"}), "contains macros"),
    "deep": ("a.docx", docx(BODY), "nested too deeply"),
    "deep insertions": ("a.docx", docx(DEEP), "nested too deeply"),
    "deep notes": (
        "a.docx",
        docx(more={"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote>{DEEP}</w:footnote></w:footnotes>'}),
        "nested too deeply",
    ),
    "wide cells": ("a.docx", docx(table(*[[WIDE]] * 600)), "too many places that cells cover"),
    "many edges": (
        "a.rtf",
        b"{\\rtf1 " + b"".join(b"\\trowd\\cellx%d 5\\cell\\row" % n for n in range(101, 121_200, 101)) + b"}",
        "too many places that cells cover",
    ),
    "large merged cells": (
        "a.xlsx",
        xlsx(FULL, merged='<mergeCell ref="A1:ALK500"/><mergeCell ref="ALL1:ALL500"/>'),
        "too many places of merged cells",
    ),
    "a zip bomb": ("a.docx", docx(more={"word/styles.xml": b"<a>" + b" " * (70 << 20)}), "too large"),
    "many files": ("a.docx", zipped({f"{number}": b"" for number in range(2100)}), "too many files"),
    "far cells": ("a.xlsx", xlsx('<row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'), "too far apart"),
    "damaged xls": ("a.xls", OLE + b"x" * 2000, "damaged"),
    "deep rtf": ("a.rtf", b"{\\rtf1" + b"{" * 5000, "nested too deeply"),
    "empty rtf": ("a.rtf", b"{\\rtf1{\\pict 00}}", "no text"),
    "many tags": ("a.html", b"<html>" + b"<b>" * 700_000, "too many tags"),
    "damaged pdf": ("a.pdf", b"%PDF-1.4\n" + b"x" * 500, "damaged"),
    "encrypted pdf": (
        "a.pdf",
        pdf(PAGE).replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                          b"/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")>>"),
        "encrypted",
    ),
    "an empty pdf": ("a.pdf", pdf([]), "its pages are pictures"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused(tmp_path: Path, name: str) -> None:
    file, content, problem = BAD[name]
    with pytest.raises((DocumentError, ParseError), match=problem) as found:
        documents.read(saved(tmp_path, file, content))
    assert file in found.value.where


def test_bad_input_is_refused_in_little_time(tmp_path: Path) -> None:
    for file, content, _ in BAD.values():
        start = process_time()
        with pytest.raises((DocumentError, ParseError)):
            documents.read(saved(tmp_path, file, content))
        assert process_time() - start < 20


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(FieldError, match="cannot be read"):
        documents.read(tmp_path / "none.docx")


def test_a_file_of_200_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.docx", b"PK\x03\x04")
    with path.open("r+b") as file:
        file.truncate(200 << 20)
    with pytest.raises(DocumentError, match="too large"):
        documents.read(path)


@pytest.mark.slow
def test_a_pdf_file_with_more_than_1_000_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="too many pages"):
        documents.read(saved(tmp_path, "a.pdf", pdf(*([PAGE] * 1_001))))


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of other programs is bounded on Linux only")
def test_a_pdf_bomb_does_not_take_much_memory(tmp_path: Path) -> None:
    content = pdf(PAGE)
    start = content.index(b"stream\n") + 7
    once = zlib.compressobj(9)
    bomb = zlib.compress(b"".join([*(once.compress(b" " * (1 << 20)) for _ in range(1024)), once.flush()]), 9)
    end = content.index(b"\nendstream")
    made = content[:start] + bomb + content[end:]
    made = made.replace(b"/FlateDecode/Length", b"[/FlateDecode/FlateDecode]/Length", 1)
    length = b"/Length %d" % (end - start)
    path = saved(tmp_path, "a.pdf", made.replace(length, b"/Length %d" % len(bomb), 1))
    code = (
        "import sys; from aseansc import documents\ntry: documents.read(sys.argv[1])\nexcept documents.errors: pass\n"
    )
    code = code.replace("documents.errors", "__import__('aseansc.errors').errors.AseanscError")
    assert peak_megabytes(code, str(path)) < 200


def test_no_module_beside_a_pdf_file_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, "a.pdf", pdf(PAGE))
    for name in ("json.py", "pdfplumber.py", "aseansc.py"):
        saved(tmp_path, name, "open('run', 'w').close(); raise SystemExit('a module beside the file was run')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert documents.read(path.name).text == "con 24.737 ho ngheo"
    assert not (tmp_path / "run").exists()


def test_many_merged_areas_that_overlap_take_little_time(tmp_path: Path) -> None:
    rows = "".join(f'<row><c r="A{n}"><v>1</v></c><c r="ALL{n}"><v>1</v></c></row>' for n in range(1, 401))
    areas = '<mergeCell ref="A1:ALK400"/>' + '<mergeCell ref="B1:ALK400"/>' * 1000 + '<mergeCell ref="A1:A400"/>' * 1000
    start = process_time()
    (found,) = documents.read(saved(tmp_path, "a.xlsx", xlsx(rows, merged=areas))).tables
    assert process_time() - start < 20
    assert (found.cells[0].row_span, found.cells[0].column_span) == (400, 999)


@pytest.mark.parametrize("value", [3, None, b"a.txt", True])
def test_what_is_not_a_path_is_refused(value: Any) -> None:
    with pytest.raises(FieldTypeError, match="not a path"):
        documents.read(value)


def test_values_of_wrong_types_are_refused(tmp_path: Path) -> None:
    source: Any = documents.read(saved(tmp_path, "a.txt", "còn 5 hộ"))
    for call in (lambda: source.locator("a"), lambda: source.cite(0, 1.5), lambda: source.locator(True)):
        with pytest.raises(FieldTypeError, match="not a position"):
            call()
    text: Any = "còn 5 hộ"
    with pytest.raises(FieldTypeError, match=r"documents\.draft, source: wrong type"):
        documents.draft(text)


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = '<html><head><link rel=stylesheet href="http://x/a.css"></head><img src=http://x/a><iframe src=//x></iframe>5 hộ'
    assert documents.read(saved(tmp_path, "a.html", page)).text == "5 hộ"


def test_every_cut_of_a_file_gives_text_or_an_error_of_the_library(tmp_path: Path) -> None:
    rows = '<row><c r="A1" t="s"><v>0</v></c><c r="B1" s="9"><v>x</v></c><c r="C1"><v>nan</v></c><c r="D1" t="s"><v>7</v></c></row>'
    for name, content in (
        ("a.docx", docx(paragraph("còn 24.737 hộ"))),
        ("a.xlsx", xlsx(rows, strings="<si><t>a</t></si>")),
        ("a.rtf", rb"{\rtf1 c\'f2n {\b 24}.737\trowd\cellx5 7\cell\row \u99999999?}"),
    ):
        for step in range(0, len(content), max(1, len(content) // 40)):
            for cut in (content[:step], content[:step] + b"\xff\x00" + content[step + 2 :]):
                try:
                    documents.read(saved(tmp_path, name, cut))
                except AseanscError:
                    continue


@pytest.mark.parametrize("sign", ["\u202e", "\ufff9", "\u2066"])
def test_signs_that_no_name_may_have_leave_the_name_open(tmp_path: Path, sign: str) -> None:
    page = f"<table><tr><td>Chỉ tiêu<td>KH{sign} 2018<td>TH 2018<tr><td>Lao{sign} động<td>12<td>11{sign}</table>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    made = documents.draft(documents.read(tmp_path / "a.html"), place="XX-MM")
    assert isinstance(made.indicators[0]["name"]["vi"], Gap)


@pytest.mark.parametrize("digits", ["9" * 41, "9" * 70, "0," + "0" * 60 + "1"])
def test_a_number_that_is_too_long_is_drafted_without_a_value(tmp_path: Path, digits: str) -> None:
    rows = [(name, "tỷ đồng", "1.000", "1.100", "100") for name in ("Thu", "Chi", "Vay")]
    heads = ("Chỉ tiêu", "ĐVT", "TH 2017", "TH 2018", "Tăng, giảm so với năm 2017")
    cells = by_cell(drafted(tmp_path, table(heads, *rows, ("Vốn", "tỷ đồng", "1.000", digits, digits))))
    assert [shown(cells[f"t1.r2c{column}"]) for column in (4, 5)] == [
        "Observation 1100000000000 VND 2018",
        "ChangeClaim 100000000000 VND 2018",
    ]
    assert [shown(cells[f"t1.r5c{column}"]) for column in (4, 5)] == ["open", "open"]
