"""Parts of files that are rare or damaged: what is kept, what is left out and said, and what is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import xlwt

from aseansc import documents
from aseansc.codelists import Absent
from aseansc.documents import _pdf
from aseansc.drafts import Gap
from aseansc.errors import LimitError, MissingExtraError, ParseError
from aseansc.limits import Limits
from tests.documents._made import S, docx, docx_cell, paragraph, pdf, run, saved, xlsx
from tests.documents.test_docx import losses, read

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def box(*paragraphs: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></w:pict></w:r>"


def test_equations_symbols_and_text_boxes_of_a_cell_are_text(tmp_path: Path) -> None:
    equation = f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>24</m:t></m:r><m:r><m:t>.737</m:t></m:r></m:oMath>'
    symbol = '<w:r><w:sym w:font="Symbol" w:char="00B2"/></w:r><w:r><w:sym w:char="D8AB"/></w:r><w:r><w:sym/></w:r>'
    source = read(
        tmp_path,
        docx(
            paragraph(run("còn "), equation, run(" hộ, 5 m"), symbol),
            f"<w:tbl><w:tr>{docx_cell(paragraph(run('Vốn'), box(paragraph('850 triệu'), paragraph('đồng'))))}</w:tr></w:tbl>",
        ),
    )
    assert source.text.split("\n") == ["còn 24.737 hộ, 5 m²", "Vốn 850 triệu đồng"]


def test_deleted_cells_and_tables_in_many_tables_are_left_out_and_named(tmp_path: Path) -> None:
    deep = "<w:p/>"
    for level in range(60):
        deep = f"<w:tbl><w:tr>{docx_cell(paragraph(str(level)), deep)}</w:tr></w:tbl>"
    gone = docx_cell("6.294", properties="<w:cellDel/>")
    source = read(tmp_path, docx(f"<w:tbl><w:tr>{gone}{docx_cell('6.924')}</w:tr></w:tbl>", deep))
    assert source.tables[0].rows == (("6.924",),)
    assert "rows and cells deleted by tracked changes" in losses(source)
    assert "nested too deeply" in losses(source)
    assert len(source.tables) < 61


def test_rows_and_cells_inside_content_controls_are_read(tmp_path: Path) -> None:
    line = f"<w:sdt><w:sdtContent><w:tr>{docx_cell('808')}</w:tr></w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent>{docx_cell('312')}</w:sdtContent></w:sdt></w:tr>"
    passage = f"<w:sdt><w:sdtContent>{paragraph('còn 5 hộ')}</w:sdtContent></w:sdt>"
    source = read(tmp_path, docx(passage, f"<w:tbl>{line}{cell}</w:tbl>"))
    assert source.text == "còn 5 hộ\n808\n312"


def test_styles_that_refer_to_nothing_or_each_other_leave_the_text_plain(tmp_path: Path) -> None:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:name w:val="s{n}"/><w:basedOn w:val="S{n + 1}"/></w:style>'
        for n in range(40)
    )
    size = '<w:style w:type="paragraph" w:styleId="Bad"><w:pPr><w:outlineLvl w:val="first"/></w:pPr></w:style>'
    listed = '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Bullet"/></w:style>'
    styles = [f'<w:pStyle w:val="{name}"/>' for name in ("S0", "Unknown", "Bad", "L")]
    body = [paragraph(f"{n} hộ nghèo", properties=style) for n, style in enumerate(styles)]
    source = read(tmp_path, docx(*body, styles=chain + size + listed))
    assert [passage.text for passage in source.passages] == ["0 hộ nghèo", "1 hộ nghèo", "2 hộ nghèo", "3 hộ nghèo"]
    assert [passage.kind.value for passage in source.passages][1::2] == ["paragraph", "list_item"]


def test_rtf_signs_raised_and_hidden_text(tmp_path: Path) -> None:
    content = (
        r"{\rtf1\ansi\ansicpg1252\uc1 5\~000 h\_p \{a\\b\}\par 1.000 m{\super 2}, m{\up6 3}\nosupersub{\up0 x}"
        r"{\v 99}{\deleted 88}\par m\super 2\nosupersub\ 7\par A\u8364?\'80"
        "\\\nB\\par\\trowd\\cellx100\\intbl ngo\\'e0i \\nestcell trong\\cell\\row\\pard h\\u7871?t\\par}"
    )
    source = documents.read(saved(tmp_path, "a.rtf", content))
    first, second, third, *_ = source.text.split("\n")
    assert (first, second) == ("5\xa0000 h-p {a\\b}", "1.000 m², m³x")
    assert third == "m²7"
    assert "99" not in source.text
    assert "88" not in source.text
    assert "ngoài trong" in source.text


def test_workbooks_with_odd_parts_are_read(tmp_path: Path) -> None:
    rich = '<si><r><rPr><rFont val=".VnTime"/></rPr><t>tû lÖ m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></si>'
    rows = (
        '<row r="1"><extLst/><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c><c r="C1" t="str"><v>808 dự án</v></c></row>'
        '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><v>abc</v></c><c r="C2" t="d"><v>2018-12-31</v></c></row>'
    )
    content = xlsx(rows, strings=rich, merged='<mergeCell ref="A1:"/><mergeCell/>', more={"xl/styles.xml": "<a/>"})
    found = documents.read(saved(tmp_path, "a.xlsx", content)).tables[0]
    assert found.rows[0][0] == "tỷ lệ m²"
    assert found.rows[0][2] == "808 dự án"
    assert found.rows[1] == ("#REF!", "abc", "2018-12-31")
    book = xlwt.Workbook()
    sheet = book.add_sheet("KH")
    for column, code in enumerate(("d/m/yyyy", "mm/yyyy", "h:mm")):
        sheet.write(0, column, 43435.5, xlwt.easyxf(num_format_str=code))
    sheet.write(1, 0, False)
    book.save(str(tmp_path / "a.xls"))
    rows_of_xls = documents.read(tmp_path / "a.xls").tables[0].rows
    assert rows_of_xls == (("1/12/2018", "12/2018", "12:00"), ("FALSE", "", ""))


@pytest.mark.parametrize(
    ("number", "shown"), [(43435, "01/12/2018 (12/01/2018)"), (43448, "14/12/2018"), (43446, "12/12/2018")]
)
def test_short_dates_of_other_languages_leave_the_order_of_day_and_month_open(
    tmp_path: Path, number: int, shown: str
) -> None:
    book = xlwt.Workbook()
    vars(vars(book)["_Workbook__styles"])["_num_formats"]["d"] = 58  # a format that only its number states
    book.add_sheet("KH").write(0, 0, number, xlwt.easyxf(num_format_str="d"))
    book.save(str(tmp_path / "a.xls"))
    assert documents.read(tmp_path / "a.xls").tables[0].rows == ((shown,),)


def test_a_workbook_without_styles_prints_plain_numbers(tmp_path: Path) -> None:
    parts = xlsx('<row><c r="A1" s="3"><v>0.5</v></c></row>', more={"xl/styles.xml": f'<styleSheet xmlns="{S}"/>'})
    assert documents.read(saved(tmp_path, "a.xlsx", parts)).text == "0,5"


def test_a_pdf_with_more_pages_than_the_limit_is_refused(tmp_path: Path) -> None:
    report = saved(tmp_path, "a.pdf", pdf(*([[(50, 700, b"5 ho")]] * 5)))
    with pytest.raises(LimitError, match="pages"):
        documents.read(report, limits=Limits(items=4 * _pdf.EACH_PAGE))


def test_turned_text_of_a_pdf_is_read(tmp_path: Path) -> None:
    turned = "BT /F1 11 Tf 0 1 -1 0 300 400 Tm (808) Tj ET"
    report = saved(tmp_path, "a.pdf", pdf([(50, 700, b"con 24.737 ho")], drawing=turned))
    assert documents.read(report).text == "con 24.737 ho\n808"


def test_text_marked_as_utf_16_that_is_not_is_refused(tmp_path: Path) -> None:
    assert documents.read(saved(tmp_path, "a.txt", "còn 5 hộ".encode("utf-16"))).text == "còn 5 hộ"
    with pytest.raises(ParseError, match="not UTF-8"):
        documents.read(saved(tmp_path, "b.txt", b"\xff\xfe\x00\xd8\x00"))


@pytest.mark.parametrize(
    ("package", "name", "content", "extra"),
    [
        ("lxml.etree", "a.html", b"<p>5</p>", "documents"),
        ("xlrd", "a.xls", OLE, "documents"),
    ],
)
def test_a_package_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, name: str, content: bytes, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    report = saved(tmp_path, name, content)
    with pytest.raises(MissingExtraError) as caught:
        documents.read(report)
    assert f"aseansc[{extra}]" in str(caught.value)


def test_pdf_without_its_package_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise _pdf.PackageNotFoundError(name)

    monkeypatch.setattr(_pdf, "version", missing)
    with pytest.raises(MissingExtraError, match=r"aseansc\[pdf\]"):
        documents.read(saved(tmp_path, "a.pdf", pdf([(50, 700, b"5 ho")])))


@pytest.mark.parametrize("code", [way.value for way in Absent])
def test_words_that_are_the_code_of_an_absence_are_asked_for(tmp_path: Path, code: str) -> None:
    page = f"<p>{code}</p><h1>I. {code}</h1><p>{code} còn 5 hộ.</p><table><tr><td>{code}<td>2018<tr><td>{code}<td>5 hộ</table>"
    found = documents.draft(documents.read(saved(tmp_path, "a.html", page)))
    assert isinstance(found.title, Gap)
    assert len(found.observations) == 2


def test_the_cells_of_an_old_workbook_are_limited(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("KH")
    for row in range(9):
        sheet.write(row, 0, row)
    book.save(str(tmp_path / "a.xls"))
    assert documents.read(tmp_path / "a.xls").tables[0].shape == (9, 1)
    with pytest.raises(LimitError, match="too many"):
        documents.read(tmp_path / "a.xls", limits=Limits(items=5))
