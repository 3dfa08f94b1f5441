"""Refusing a workbook takes little time and memory, and results do not depend on how Python runs."""

from __future__ import annotations

import hashlib
import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Context, FloatOperation, Inexact, InvalidOperation, Rounded, localcontext
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft, PartialRecord
from aseansc.errors import AseanscError, DocumentError
from aseansc.interchange import csv, excel
from aseansc.observations import Observation
from tests.growth import peak_megabytes, slope
from tests.interchange._tabular import dumped, members_of
from tests.interchange._workbooks import WORKBOOK, read, refusal, typed_in

MEMBERS = members_of(WORKBOOK)
SHEET, STRINGS, STYLES, BOOK = (
    "xl/worksheets/sheet9.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
)
RELATIONS = "xl/_rels/workbook.xml.rels"
LAST = MEMBERS[STRINGS].count(b"<si>")


def packed(*changed: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    members = dict(MEMBERS)
    for parts in changed:
        members.update(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_rows(rows: bytes) -> dict[str, bytes]:
    return {SHEET: MEMBERS[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")}


def with_text(size: int) -> dict[str, bytes]:
    return {STRINGS: MEMBERS[STRINGS].replace(b"</sst>", b"<si><t>" + b"x" * size + b"</t></si></sst>")}


def referring(count: int, cell: bytes = b'<c r="A%d" t="s"><v>%d</v></c>') -> dict[str, bytes]:
    return with_rows(b'<row r="50">' + b"".join(cell % (50 + number, LAST) for number in range(count)) + b"</row>")


def cells(rows: int, columns: str, cell: bytes) -> bytes:
    return b"".join(
        b"<row>" + b"".join(cell % (letter.encode(), row) for letter in columns) + b"</row>"
        for row in range(90, 90 + rows)
    )


def lying(name: str, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a workbook with a member that declares 100 bytes and unpacks to 70 MB, or to 1 MB if packing is slow."""
    size = 70 if packing == zipfile.ZIP_DEFLATED else 1
    content = bytearray(packed({name: bytes(size * 2**20)}, packing=packing))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        (length,) = struct.unpack_from("<H", content, at + 28)
        if bytes(content[at + 46 : at + 46 + length]) == name.encode():
            struct.pack_into("<L", content, at + 24, 100)
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def many_sheets(count: int, part: str, content: bytes) -> bytes:
    more = {f"xl/{part % number}": content for number in range(count)}
    sheets = b"".join(b'<sheet name="S%d" sheetId="%d" r:id="x%d"/>' % (n, n + 100, n) for n in range(count))
    relations = b"".join(
        b'<Relationship Id="x%d" Type="worksheet" Target="%s"/>' % (n, (part % n).encode()) for n in range(count)
    )
    return packed(
        more,
        {
            BOOK: MEMBERS[BOOK].replace(b"</sheets>", sheets + b"</sheets>"),
            RELATIONS: MEMBERS[RELATIONS].replace(b"</Relationships>", relations + b"</Relationships>"),
        },
    )


FAR = b'<row><c r="A1"><v>1</v></c><c r="AMJ450"><v>1</v></c></row>'
A_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'

HOSTILE: dict[str, Callable[[], bytes]] = {
    "one text, many references": lambda: packed(with_text(10**6), referring(3000)),
    "references after a comment": lambda: packed(
        with_text(10**6), referring(3000, b'<c r="A%d" t="s"><!-- --><v>%d</v></c>')
    ),
    "references after an attribute with >": lambda: packed(
        with_text(10**6), referring(3000, b'<c x=">" r="A%d" t="s"><v>%d</v></c>')
    ),
    "references as character data": lambda: packed(
        with_text(10**6), referring(3000, b'<c r="A%d" t="s"><v><![CDATA[%d]]></v></c>')
    ),
    "references to a part in capitals": lambda: packed(
        {"xl/SHAREDSTRINGS.XML": with_text(10**6)[STRINGS], STRINGS: b""}, referring(3000)
    ),
    "much text": lambda: packed(
        with_rows(cells(900, "A", b'<c r="%s%d" t="inlineStr"><is><t>' + b"x" * 32_000 + b"</t></is></c>"))
    ),
    "much text of formulas": lambda: packed(
        with_rows(cells(900, "A", b'<c r="%s%d" t="str"><v>' + b"x" * 32_000 + b"</v></c>"))
    ),
    "many far cells": lambda: many_sheets(1500, "worksheets/x%d.xml", A_SHEET % FAR),
    "many styles": lambda: packed(
        {STYLES: MEMBERS[STYLES].replace(b"</cellXfs>", b'<xf numFmtId="10"/>' * 10**6 + b"</cellXfs>")}
    ),
    "a reference to a missing style": lambda: packed(with_rows(b'<row><c r="A90" s="99999"><v>1</v></c></row>')),
    "merged cells": lambda: packed(
        {SHEET: MEMBERS[SHEET].replace(b"</sheetData>", b"</sheetData>" + b'<mergeCell ref="A1:B2"/>' * 10**5)}
    ),
    "tags that do not end": lambda: packed(with_rows(b"<c " * 1_000_000)),
    "a tag of blanks": lambda: packed(with_rows(b"<c " + b" t" * 5_000_000 + b"/>")),
    "a false small size": lambda: lying(STRINGS),
    "bz2": lambda: lying(STRINGS, zipfile.ZIP_BZIP2),
    "lzma": lambda: lying(SHEET, zipfile.ZIP_LZMA),
}

_LOAD = """
import sys
from aseansc.errors import DocumentError
from aseansc.interchange import excel
try:
    excel.load(sys.argv[1])
except DocumentError:
    pass
else:
    raise SystemExit("accepted")
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_quickly(name: str) -> None:
    refusal(HOSTILE[name]())


@pytest.mark.parametrize("name", ["one text, many references", "much text", "many far cells", "a false small size"])
def test_a_hostile_workbook_is_refused_in_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(HOSTILE[name]())
    assert peak_megabytes(_LOAD, str(path)) < 256


def test_a_false_large_dimension_is_ignored(tmp_path: Path) -> None:
    dimension = b'<dimension ref="A1:XFD1048576"/>'
    content = packed({SHEET: MEMBERS[SHEET].replace(b"<sheetData", dimension + b"<sheetData")})
    assert read(content) == skeleton.load()


def test_two_sheets_with_the_same_part_are_refused() -> None:
    twice = MEMBERS[RELATIONS].replace(b"worksheets/sheet8.xml", b"worksheets/sheet9.xml")
    assert "the same part" in str(refusal(packed({RELATIONS: twice})))


def refused(content: bytes) -> Callable[[], object]:
    def load() -> None:
        with suppress(DocumentError):
            read(content)

    return load


GROWING: dict[str, Callable[[int], bytes]] = {
    "numbers": lambda size: packed(with_rows(cells(size, "ABCDEFGH", b'<c r="%s%d"><v>1.5</v></c>'))),
    "texts": lambda size: packed(with_rows(cells(size, "ABCDEFGH", b'<c r="%s%d" t="s"><v>9</v></c>'))),
    "tags": lambda size: packed(with_rows(b"<c " * (100 * size))),
    "references": lambda size: packed(with_text(size), referring(size // 4)),
}


@pytest.mark.parametrize("name", GROWING)
def test_the_time_to_read_grows_linearly_with_the_workbook(name: str) -> None:
    assert slope(lambda size: refused(GROWING[name](size)), (400, 800, 1600), runs=2) < 1.2


def test_too_many_records_are_refused_before_they_are_written(tmp_path: Path) -> None:
    records = [PartialRecord(Observation, {"id": f"o{number}"}) for number in range(40_000)]
    draft = Draft(id="draft", observations=records)

    start = process_time()
    with pytest.raises(DocumentError, match="at most 400,000"):
        excel.dump(draft, tmp_path / "a.xlsx")
    assert process_time() - start < 1
    assert not list(tmp_path.iterdir())


# -- independence of the environment


@pytest.mark.parametrize("traps", [[], [Inexact, Rounded, FloatOperation, InvalidOperation]])
def test_the_decimal_context_does_not_change_the_result(traps: list[Any]) -> None:
    review = lai_chau.load()
    content = dumped(excel.dump, review)
    with localcontext(Context(prec=3, Emin=-3, Emax=3, traps=traps)):
        assert dumped(excel.dump, review) == content
        assert read(content) == review
        for number, text in ((1250.0, "1250"), (123456789.0, "123456789"), (1e14, "100000000000000")):
            reading = typed_in("Observations", 2, 4, number, (5, None))
            assert reading.rows["observations"][0].cells["value.magnitude"] == text
        for number, code in ((12.69874, "0.0"), (0.12698, "0.00%"), (1 / 3, "General"), (1.25, "General")):
            reading = typed_in("Observations", 2, 4, number, (5, None), code=code)
            assert not isinstance(reading.rows["observations"][0].cells["value.magnitude"], str)


_WRITE = """
import hashlib, io
from aseansc.datasets import skeleton
from aseansc.interchange import csv, excel
for dump in (csv.dump, excel.dump):
    file = io.BytesIO()
    dump(skeleton.load(), file)
    print(hashlib.sha256(file.getvalue()).hexdigest())
"""


def test_the_bytes_are_the_same_without_docstrings_and_asserts() -> None:
    done = subprocess.run([sys.executable, "-OO", "-c", _WRITE], capture_output=True, text=True, check=True)
    expected = [hashlib.sha256(dumped(dump, skeleton.load())).hexdigest() for dump in (csv.dump, excel.dump)]
    assert done.stdout.split() == expected


def test_an_error_in_a_part_is_raised_unchanged() -> None:
    with pytest.raises(AseanscError, match=r"^xl/styles.xml: the workbook has too many styles"):
        read(HOSTILE["many styles"]())
