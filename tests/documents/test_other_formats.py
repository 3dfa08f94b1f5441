"""Reading .html, .rtf, .txt, .xlsx, .xls and .pdf files."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlwt

from aseansc import documents
from aseansc.documents import PassageKind, _pdf_pages
from aseansc.documents._printed import clock
from aseansc.drafts import PartialRecord
from aseansc.errors import DocumentError
from tests.documents._made import pdf, ruled, saved, xlsx
from tests.documents.test_docx import losses


def test_html_passages_notes_and_tables(tmp_path: Path) -> None:
    page = """<html><head><title>Báo cáo</title><style>p {}</style></head><body><h2>II. Đánh giá</h2>
      <p>Còn   24.737
         hộ<a href="#sdfootnote1sym"><sup>1</sup></a>, 1.000 m<sup>2</sup>, <del>6.294</del><ins>6.924</ins> người<br>
         nghèo</p>
      <ul><li>Thu hút 808 dự án;</ul><p style="display:none">ẩn</p><script>steal()</script><img src="http://x/y.png">
      <p><font face=".VnTime">tû lÖ hé nghÌo</font></p>
      <table><tr><td rowspan=2>Chỉ tiêu<td colspan=2>Năm 2018<tr><td>KH<td>TH
      <tr><td>Vốn <table><tr><td>trong</td></tr></table><td>1.850<td>28.3<br>45</table>
      <div id="sdfootnote1"><p>Trong đó 5.900 lao động.</p></div></body></html>"""
    source = documents.read(saved(tmp_path, "a.html", page))
    assert [passage.text for passage in source.passages] == [
        "II. Đánh giá",
        "Còn 24.737 hộ, 1.000 m², 6.924 người nghèo",
        "Thu hút 808 dự án;",
        "tỷ lệ hộ nghèo",
        "Trong đó 5.900 lao động.",
    ]
    assert source.passages[-1].kind is PassageKind.NOTE
    assert source.tables[0].rows == (
        ("Chỉ tiêu", "Năm 2018", "Năm 2018"),
        ("Chỉ tiêu", "KH", "TH"),
        ("Vốn", "1.850", "28.345"),
    )
    assert source.tables[1].locator == "t1.r3c1.t1"
    assert source.document.title == "Báo cáo"
    for words in ("deleted", "hidden", "scripts, not executed", "pictures"):
        assert words in losses(source)


def test_empty_cells_are_inside_the_text(tmp_path: Path) -> None:
    page = "<html><table><tr><td><td>KH<tr><td>TH<td><tr><td><td></table></html>"
    source = documents.read(saved(tmp_path, "a.html", page))
    cells = source.tables[0].cells
    assert [(cell.start, cell.end, cell.text) for cell in cells] == [
        (0, 0, ""), (0, 2, "KH"), (3, 5, "TH"), (5, 5, ""), (5, 5, ""), (5, 5, "")
    ]  # fmt: skip
    assert len(source.text) == 5


def test_hidden_rows_and_cells_of_html_are_left_out(tmp_path: Path) -> None:
    page = """<table><tr style="display: none"><td>1<td>2<tr><td>Vốn<td hidden>3<td style="visibility:hidden">4<td>5
      <tbody hidden><tr><td>6</tbody><tr><td>8<table hidden><tr><td>9</table></table><p hidden>7</p><p>hết</p>"""
    source = documents.read(saved(tmp_path, "a.html", page))
    assert source.tables[0].rows == (("Vốn", "", "5"), ("8", "", ""))
    assert source.text.split("\n") == ["Vốn", "5", "8", "hết"]
    assert "hidden passages, left out: 6" in losses(source)


@pytest.mark.parametrize("depth", [245, 400])
def test_html_that_is_nested_too_deeply_is_a_loss(tmp_path: Path, depth: int) -> None:
    source = documents.read(saved(tmp_path, "a.html", "<p>5 hộ</p>" + "<div>" * depth + "6 hộ"))
    assert source.text == "5 hộ"
    assert "nested too deeply, not read: 1" in losses(source)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>Tỷ lệ".encode(), "Tỷ lệ"),
        ("<meta charset=windows-1258><p>Ty".encode("ascii") + b"\xd2 l\xea\xf2", "Tỷ lệ"),
        ("\ufeff<p>Tỷ lệ".encode("utf-16-le"), "Tỷ lệ"),
        ("<p>Tỷ lệ".encode() + b"\xff" + b" " * 200, "Tỷ lệ\ufffd"),
    ],
)
def test_html_in_other_encodings(tmp_path: Path, content: bytes, text: str) -> None:
    import unicodedata

    found = documents.read(saved(tmp_path, "a.htm", content)).text
    assert unicodedata.normalize("NFC", found) == text


def test_rtf_text_changes_and_tables(tmp_path: Path) -> None:
    content = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1 .VnTime;}}{\info{\title x}}{\*\unknown 99}{\pict 0102}"
        r"\pard\b II. \u272?\'e1nh gi\'e1\b0\par"
        "\n"
        r"\pard c\'f2n 24{.737} h\u7897?\line ngh\'e8o {\deleted 6.294}{\revised 6.924} ng\u432?\u7901?i{\footnote 5.900}\par"
        r"\pard{\f1 t\'fb l\'d6 n\'ad\'edc}\par"
        r"\trowd\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl A\cell N\u259?m\cell\cell\row"
        r"\trowd\clvmgf\cellx1000\cellx2000\cellx3000\pard\intbl B\par C\cell 1.850\cell 2.124,5\cell\row"
        r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell 28.3\par 45\cell 7\cell\row\pard h\u7871?t\par}"
    )
    source = documents.read(saved(tmp_path, "a.rtf", content))
    assert [passage.text for passage in source.passages] == [
        "II. Đánh giá",
        "còn 24.737 hộ nghèo 6.924 người",
        "tỷ lệ nước",
        "hết",
        "5.900",
    ]
    assert source.tables[0].rows == (("A", "Năm", "Năm"), ("B\nC", "1.850", "2.124,5"), ("B\nC", "28.345", "7"))
    assert "deleted by tracked changes" in losses(source)


def test_a_text_file_in_utf_8_is_not_changed(tmp_path: Path) -> None:
    text = "I. Kết quả\r\n\r\n  - còn 24.\xad737 hộ\r\nThu 5 tỷ.\r\n"
    source = documents.read(saved(tmp_path, "a.txt", text))
    assert source.text == text
    assert source.losses == ()
    marked = documents.read(saved(tmp_path, "b.txt", "\ufeff" + text))
    assert (marked.text, marked.passages) == (text, source.passages)
    assert "byte order mark" in losses(marked)
    assert marked.document.file_sha256 != source.document.sha256
    assert [(each.kind.value, each.text) for each in source.passages] == [
        ("heading", "I. Kết quả"),
        ("list_item", "- còn 24.\xad737 hộ"),
        ("paragraph", "Thu 5 tỷ."),
    ]
    assert all(text[each.start : each.end] == each.text for each in source.passages)


@pytest.mark.parametrize(
    "content",
    [
        "Tû lÖ hé nghÌo gi¶m cßn 25,55% n¨m 2018".encode("latin-1"),
        "Tyû leä hoä ngheøo giaûm coøn 25,55% naêm 2018".encode("latin-1"),
        b"Ty\xd2 l\xea\xf2 h\xf4\xf2 ngh\xe8o gia\xd2m c\xf2n 25,55% n\xe3m 2018, \xfd\xf5\xecc \xf0a\xf2t".replace(
            b"c\xf2n", b"co\xccn"
        ).replace(b"ngh\xe8o", b"ngheo\xcc"),
        b"Ty? le^. ho^. nghe`o gia?m co`n 25,55% na(m 2018",
        "Tỷ lệ hộ nghèo giảm còn 25,55% năm 2018".encode("utf-16"),
    ],
)
def test_text_files_in_old_encodings_are_converted(tmp_path: Path, content: bytes) -> None:
    source = documents.read(saved(tmp_path, "a.txt", content))
    assert "25,55%" in source.text
    assert "giảm còn" in source.text
    assert len(source.losses) == 1
    assert source.document.reading == "text/1"


STYLES = (
    '<numFmts><numFmt numFmtId="165" formatCode="#,##0.0"/><numFmt numFmtId="166" formatCode="0.0&quot; tấn&quot;"/>'
    '</numFmts><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellXfs>'
    '<xf numFmtId="0" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="10" fontId="0"/>'
    '<xf numFmtId="166" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="14" fontId="0"/></cellXfs>'
)


def test_xlsx_shows_numbers_as_printed_and_keeps_their_values(tmp_path: Path) -> None:
    rows = (
        '<row><c r="A1" t="s" s="4"><v>0</v></c></row>'
        '<row><c r="A2" s="1"><v>2124.46</v></c><c r="B2" s="2"><v>0.2555</v></c><c r="C2" s="3"><f>1+1</f><v>33.7466</v></c>'
        '<c r="D2"><v>28345</v></c><c r="E2" s="5"><v>43435</v></c><c r="F2" t="inlineStr"><is><t>5 hộ</t></is></c>'
        '<c r="G2"><f>A2</f></c><c r="H2"><v>0.1</v></c><c r="I2" s="1"><v>-1234567</v></c></row>'
    )
    content = xlsx(rows, styles=STYLES, strings="<si><t>Tæng sè</t></si>", merged='<mergeCell ref="A1:C1"/>')
    source = documents.read(saved(tmp_path, "a.xlsx", content))
    (found,) = source.tables
    assert found.rows[0][:4] == ("Tổng số", "Tổng số", "Tổng số", "")
    texts = ("2.124,5", "25,55%", "33,7 tấn", "28345", "1/12/2018", "5 hộ", "", "0,1", "-1.234.567,0")
    assert found.rows[1] == texts
    first = found.at(2, 1)
    assert first is not None
    assert (first.value, first.locator) == (Decimal("2124.46"), "'Biểu 1'!A2")
    assert "hidden sheets, left out: 1" in losses(source)
    assert "formulas without a stored result" in losses(source)


@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
def test_a_sheet_name_that_reorders_text_is_escaped_in_locators(tmp_path: Path, suffix: str) -> None:
    book = xlwt.Workbook() if suffix == ".xls" else openpyxl.Workbook()
    sheet = book.add_sheet("a\u202eb") if suffix == ".xls" else book.create_sheet("a\u202eb", 0)
    for number, cells in enumerate((("Chỉ tiêu", "Năm 2018"), ("Số hộ nghèo (hộ)", "24.737"))):
        for column, text in enumerate(cells):
            if suffix == ".xls":
                sheet.write(number, column, text)
            else:
                sheet.cell(number + 1, column + 1, text)
    book.save(str(tmp_path / f"a{suffix}"))
    made = documents.draft(documents.read(tmp_path / f"a{suffix}"), place="VN-12")
    assert [item.origin for item in made.observations if isinstance(item, PartialRecord)] == [r"'a\u202eb'!B2"]


def test_xlsx_dates_truth_values_and_cells_without_an_address(tmp_path: Path) -> None:
    codes = ("yyyy", "mm/yyyy", "d/m", "[$-42A]dd/mm/yyyy;@", "h:mm", "#,##0.0")
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in enumerate(codes, 170))
    used = "".join(f'<xf numFmtId="{170 + n}"/>' for n in range(6))
    styles = f"<numFmts>{formats}</numFmts><cellXfs>{used}</cellXfs>"
    cells = "".join(f'<c s="{n}"><v>{43435 if n != 4 else 0.5}</v></c>' for n in range(6))
    rows = f'<row>{cells}</row><row r="4"><c t="b"><v>1</v></c><c/><c t="b"><v>0</v></c></row><row><c s="5"><v>7</v></c></row>'
    (found,) = documents.read(saved(tmp_path, "a.xlsx", xlsx(rows, styles=styles))).tables
    assert found.rows[0] == ("2018", "12/2018", "1/12", "1/12/2018", "12:00", "43.435,0")
    assert found.rows[3][:3] == ("TRUE", "", "FALSE")
    last = found.at(5, 1)
    assert last is not None
    assert (last.text, last.locator) == ("7,0", "'Biểu 1'!A5")


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (0.3125, "h:mm", "7:30"),
        (1.3125, "hh:mm:ss", "7:30:00"),
        (1.3125, "[h]:mm", "31:30"),
        (0.8125, "[$-42A]h:mm\\ AM/PM;@", "7:30 PM"),
        (0.3125, "dd/mm/yyyy h:mm", None),
        (0.3125, "0.00", None),
    ],
)
def test_times_of_day_are_shown_as_printed(number: float, code: str, shown: str | None) -> None:
    assert clock(number, code) == shown


def test_xlsx_days_since_1904(tmp_path: Path) -> None:
    book = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/>'
        '<sheets><sheet name="A" r:id="a"/></sheets></workbook>'
    )
    content = xlsx('<row><c r="A1" s="5"><v>41973</v></c></row>', styles=STYLES, more={"xl/workbook.xml": book})
    assert documents.read(saved(tmp_path, "a.xlsx", content)).text == "1/12/2018"


def test_hidden_rows_and_columns_of_sheets_are_left_out(tmp_path: Path) -> None:
    inside = (
        '<cols><col min="1" max="1" width="9"/><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c>'
        '<c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row>'
        '<row r="3"><c r="A3"><v>4</v></c><c r="B3"><v>5</v></c><c r="C3"><v>6</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="B3:C3"/></mergeCells>'
    )
    part = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{inside}</worksheet>'
    source = documents.read(saved(tmp_path, "a.xlsx", xlsx("", more={"xl/worksheets/sheet1.xml": part})))
    assert [cell.text for cell in source.tables[0].cells] == ["1", "4", "5"]
    assert "cells of hidden rows and columns, left out: 2" in losses(source)
    book = xlwt.Workbook()
    sheet = book.add_sheet("KH")
    for row in range(3):
        sheet.write(row, 0, row)
        sheet.write(row, 1, "ẩn")
    sheet.row(1).hidden = True
    sheet.col(1).hidden = True
    book.save(str(tmp_path / "a.xls"))
    source = documents.read(tmp_path / "a.xls")
    assert [cell.text for cell in source.tables[0].cells] == ["0", "2"]
    assert "cells of hidden rows and columns, left out: 4" in losses(source)


def test_xls_shows_numbers_as_printed_and_keeps_their_values(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("KH")
    sheet.write_merge(0, 0, 0, 1, "Tæng sè", xlwt.easyxf("font: name .VnTime"))
    sheet.write(1, 0, 33.74661, xlwt.easyxf(num_format_str="#,##0.0"))
    sheet.write(1, 1, 0.052, xlwt.easyxf(num_format_str="0.0%"))
    sheet.write(1, 2, True)
    book.add_sheet("ẩn").visibility = 1
    path = tmp_path / "a.xls"
    book.save(str(path))
    source = documents.read(path)
    assert source.tables[0].rows == (("Tổng số", "Tổng số", ""), ("33,7", "5,2%", "TRUE"))
    cell = source.tables[0].at(2, 1)
    assert cell is not None
    assert (cell.value, cell.locator) == (Decimal("33.74661"), "KH!A2")
    assert "hidden sheets" in losses(source)


def test_pdf_paragraphs_columns_tables_and_pages(tmp_path: Path) -> None:
    left = [(60, 700 - 14 * n, f"cot trai dong so {n} dai".encode()) for n in range(4)]
    right = [(320, 700 - 14 * n, f"cot phai dong so {n} dai".encode()) for n in range(4)]
    cells = [(65, 604, b"Chi tieu"), (165, 604, b"2018"), (65, 584, b"So ho"), (165, 584, b"24.737")]
    first = [(60, 760, b"Thu ngan sach dat 2.124,5 ty dong, vuot ke hoach da giao cho ca nam nay la"),
             (60, 746, b"25,5% so voi nam truoc."), *left, *right, *cells, (300, 30, b"1")]  # fmt: skip
    second = [(60, 760, b"Trang hai con 5 ho.")]
    content = pdf(first, second, drawing=ruled(60, 620, [100, 60], [20, 20]))
    source = documents.read(saved(tmp_path, "a.pdf", content))
    texts = [(passage.page, passage.text) for passage in source.passages]
    assert texts[0] == (
        1,
        "Thu ngan sach dat 2.124,5 ty dong, vuot ke hoach da giao cho ca nam nay la 25,5% so voi nam truoc.",
    )
    assert source.text.index("trai dong so 3") < source.text.index("phai dong so 0")
    assert texts[-1] == (2, "Trang hai con 5 ho.")
    assert source.tables[0].rows == (("Chi tieu", "2018"), ("So ho", "24.737"))
    position = source.text.index("24.737")
    assert source.locator(position) == "page 1, t1.r2c2"
    assert "page numbers, left out: 1" in losses(source)
    assert str(source.document.reading).startswith("pdf.pdfplumber-")


def test_pdf_in_an_old_font(tmp_path: Path) -> None:
    page = [(60, 700, "Tû lÖ hé nghÌo gi¶m cßn 25,55%".encode("latin-1"))]
    source = documents.read(saved(tmp_path, "a.pdf", pdf(page, font=".VnTime")))
    assert source.text == "Tỷ lệ hộ nghèo giảm còn 25,55%"


def test_pdf_text_that_reads_backwards_is_refused(tmp_path: Path) -> None:
    words = "Tong thu ngan sach nha nuoc trong nam la 1.250 trieu dong"
    mirrored, read = words[::-1].encode(), words.encode()
    with pytest.raises(DocumentError, match="reads backwards"):
        documents.read(saved(tmp_path, "mirrored.pdf", pdf([(72, 700, mirrored)])))
    source = documents.read(saved(tmp_path, "one.pdf", pdf([(72, 700, read)], [(72, 700, mirrored)])))
    assert source.text == words
    assert any("backwards" in loss.what for loss in source.losses)


def test_unicode_lines_are_kept_beside_lines_in_an_old_encoding(tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    old = [
        "Tû lÖ hé nghÌo gi¶m cßn 12,5%",
        "N¨m 2018 thu ng©n s¸ch ®¹t 1.250 tû ®ång",
        "n\xadíc s¹ch cho hé d©n n«ng th«n",
    ]
    path.write_text("\n".join([*old, "Toàn xã có 5 hộ"]), encoding="utf-8")
    read = documents.read(path)
    assert read.text.splitlines()[-1] == "Toàn xã có 5 hộ"
    assert read.text.startswith("Tỷ lệ hộ nghèo giảm còn")


def test_characters_of_a_pdf_are_those_of_pdfplumber() -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    content = pdf([(72, 760, b"Nam 2018: 25,55%"), (72, 740, b"ho ngheo")])
    usual, ours = (pdfplumber.open(io.BytesIO(content)).pages[0] for _ in range(2))
    _pdf_pages.draw(ours)
    assert len(usual.chars) == len(ours.chars) == 24
    for expected, found in zip(usual.chars, ours.chars, strict=True):
        assert found == {name: pytest.approx(expected[name]) for name in found}
