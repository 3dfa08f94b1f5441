"""Make small files of every format, so that no document of others is needed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def run(text: str, properties: str = "") -> str:
    """Return a run of a .docx file."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Return a paragraph; content that is not XML becomes a run."""
    runs = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """Return a table; a cell is text, or XML of a whole cell."""
    lines = ("".join(cell if cell.startswith("<w:tc>") else docx_cell(cell) for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def docx_cell(*content: str, properties: str = "") -> str:
    """Return a cell of a table."""
    inside = "".join(part if part.startswith(("<w:p>", "<w:tbl>")) else paragraph(part) for part in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def spanned(text: str, columns: int) -> str:
    """Return a cell over several columns."""
    return docx_cell(text, properties=f'<w:gridSpan w:val="{columns}"/>')


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(*body: str, styles: str = "", notes: Iterable[str] = (), more: dict[str, str | bytes] | None = None) -> bytes:
    """Return a .docx file; the numbers of notes are those of their references."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}<w:sectPr/></w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
    }
    found = "".join(f'<w:footnote w:id="{n}">{paragraph(note)}</w:footnote>' for n, note in enumerate(notes, 1))
    if found:
        parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{found}</w:footnotes>'
    return zipped({**parts, **(more or {})})


def xlsx(
    rows: str,
    *,
    name: str = "Biểu 1",
    styles: str = "",
    strings: str = "",
    merged: str = "",
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """Return a .xlsx file with one sheet, whose rows are XML."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": (
            f'<workbook xmlns="{S}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f'<sheets><sheet name="{name}" r:id="a"/><sheet name="Nháp" state="hidden" r:id="b"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/>'
            '<Relationship Id="b" Target="worksheets/sheet2.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{S}"><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>'
        ),
        "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{S}"><sheetData/></worksheet>',
        "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
    }
    return zipped({**parts, **(more or {})})


def pdf(
    *pages: Iterable[tuple[float, float, bytes]], font: str = "Helvetica", drawing: str = "", extra: str = ""
) -> bytes:
    """Return a .pdf file; each page has texts at positions from its lower left corner."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids: list[str] = []
    base = font.encode()
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/" + base + b"/Encoding/WinAnsiEncoding>>")
    for page in pages:
        shown = b"".join(b"BT /F1 11 Tf %d %d Td (%s) Tj ET\n" % (x, y, text) for x, y, text in page)
        packed = zlib.compress(shown + drawing.encode())
        objects.append(b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed))
        kids.append(f"{len(objects) + 1} 0 R")
        resources = f"/Resources<</Font<</F1 3 0 R>>{extra}>>"
        content = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{resources}/Contents {len(objects)} 0 R>>"
        objects.append(content.encode())
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    made = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)


def ruled(left: int, top: int, columns: Sequence[int], rows: Sequence[int]) -> str:
    """Return the lines of a table, for `pdf`: widths of columns and heights of rows, from its upper left corner."""
    right, bottom = left + sum(columns), top - sum(rows)
    found = [f"{left} {top} m {right} {top} l S", f"{left} {top} m {left} {bottom} l S"]
    x, y = left, top
    for width in columns:
        x += width
        found.append(f"{x} {top} m {x} {bottom} l S")
    for height in rows:
        y -= height
        found.append(f"{left} {y} m {right} {y} l S")
    return "\n" + "\n".join(found)


def saved(folder: Path, name: str, content: bytes | str) -> Path:
    """Write a file, and return its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
