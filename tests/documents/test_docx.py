"""Reading .docx files."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc import documents
from aseansc.documents import PassageKind, Source
from aseansc.errors import FieldError
from tests.documents._made import docx, docx_cell, paragraph, run, saved, table


def read(folder: Path, content: bytes) -> Source:
    source = documents.read(saved(folder, "report.docx", content))
    for passage in source.passages:
        assert source.text[passage.start : passage.end] == passage.text
        assert source.locator(passage.start) == source.locator(passage.end - 1) == passage.locator
    for found in source.tables:
        for cell in found.cells:
            assert source.text[cell.start : cell.end] == cell.text
            assert not cell.text or source.locator(cell.start) == cell.locator
    return source


def losses(source: Source) -> str:
    return "\n".join(f"{loss.what}: {loss.why}" for loss in source.losses)


def test_split_runs_tabs_and_breaks_inside_figures(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        docx(
            paragraph(run("còn 24"), run(".73"), run("7 h"), run("ộ nghèo")),
            paragraph(run("trên 60.000"), "<w:r><w:br/></w:r>", run("lượt hộ")),
            paragraph(run("thu 2.124,5"), "<w:r><w:tab/></w:r>", run("tỷ đồng")),
            paragraph(run("cấp 12.\xad878"), run("\u200b giấy")),
            paragraph(run("chi 1."), "<w:r><w:br/></w:r>", run("250 tỷ")),
            paragraph(run("năm 2018"), "<w:r><w:br/></w:r>", run("105 hộ")),
        ),
    )
    assert source.text.split("\n") == [
        "còn 24.737 hộ nghèo",
        "trên 60.000 lượt hộ",
        "thu 2.124,5\ttỷ đồng",
        "cấp 12.878 giấy",
        "chi 1.250 tỷ",
        "năm 2018",
        "105 hộ",
    ]
    assert "invisible characters removed: 2" in losses(source)
    assert "split at a line break and joined: 1" in losses(source)


def test_deleted_and_inserted_text_are_told_apart(tmp_path: Path) -> None:
    deleted = '<w:del><w:r><w:delText xml:space="preserve">6.294</w:delText></w:r></w:del>'
    inserted = f"<w:ins>{run('6.924')}</w:ins>"
    moved = f"<w:moveFrom>{run('7')}</w:moveFrom><w:moveTo>{run('8')}</w:moveTo>"
    gone = "<w:rPr><w:del/></w:rPr>"
    source = read(
        tmp_path,
        docx(
            paragraph(run("cho "), deleted, inserted, run(" người, "), moved),
            paragraph("giảm còn ", properties=gone),
            paragraph("25,55%"),
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        ),
    )
    assert source.text == "cho 6.924 người, 8\ngiảm còn 25,55%"
    assert "deleted by tracked changes, left out: 2" in losses(source)
    assert "inserted by tracked changes, kept: 2" in losses(source)
    assert "rows and cells deleted by tracked changes" in losses(source)


def test_headings_lists_and_notes_are_recognised(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    )
    listed = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    source = read(
        tmp_path,
        docx(
            paragraph("Giảm nghèo", properties='<w:pStyle w:val="Own"/>'),
            paragraph(run("1. Việc làm", "<w:b/>")),
            paragraph("II. Y tế"),
            paragraph("Thu hút 808 dự án;", properties=listed),
            paragraph(run("đạt 46,33%"), '<w:r><w:footnoteReference w:id="1"/></w:r>', run(", đạt 100% kế hoạch"),
                      run("2", '<w:vertAlign w:val="superscript"/>'), run("; 1.000 m"),
                      run("2", '<w:position w:val="8"/>')),
            paragraph("thường", properties='<w:pStyle w:val="Loop"/>'),
            styles=styles,
            notes=["Trong đó 5.900 lao động."],
        ),
    )  # fmt: skip
    kinds = [(each.kind, each.level, each.locator) for each in source.passages]
    assert kinds == [
        (PassageKind.HEADING, 2, "p1"),
        (PassageKind.HEADING, 0, "p2"),
        (PassageKind.HEADING, 0, "p3"),
        (PassageKind.LIST_ITEM, 2, "p4"),
        (PassageKind.PARAGRAPH, 0, "p5"),
        (PassageKind.PARAGRAPH, 0, "p6"),
        (PassageKind.NOTE, 0, "note 1"),
    ]
    assert source.passages[4].text == "đạt 46,33%, đạt 100% kế hoạch²; 1.000 m²"


def test_merged_cells_and_tables_in_cells_keep_their_places(tmp_path: Path) -> None:
    down, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    inner = table(("vốn", "trong đó"))
    source = read(
        tmp_path,
        docx(
            table(
                (docx_cell("Chỉ tiêu", properties=down), docx_cell("Năm 2018", properties=wide)),
                (docx_cell("", properties=more), "KH", "TH"),
                (docx_cell("Ngân sách", inner), "1.850", "2.124,5"),
            ),
            paragraph("sau bảng"),
        ),
    )
    outer, nested = source.tables
    assert outer.rows == (
        ("Chỉ tiêu", "Năm 2018", "Năm 2018"),
        ("Chỉ tiêu", "KH", "TH"),
        ("Ngân sách", "1.850", "2.124,5"),
    )
    assert outer.at(2, 1) is outer.at(1, 1)
    assert outer.at(9, 9) is None
    assert (outer.locator, nested.locator) == ("t1", "t1.r3c1.t1")
    assert nested.rows == (("vốn", "trong đó"),)
    position = source.text.index("2.124,5")
    assert source.cite(position, position + 7).locator == "t1.r3c3"


def test_a_number_split_in_a_narrow_cell_is_joined_inside_the_cell_only(tmp_path: Path) -> None:
    broken = "<w:r><w:br/></w:r>"
    source = read(
        tmp_path,
        docx(
            table(
                (docx_cell(paragraph(run("28.3"), broken, run("45"))), docx_cell("2016", "2017"), "28.3", "45"),
            )
        ),
    )
    assert source.tables[0].rows == (("28.345", "2016\n2017", "28.3", "45"),)
    assert [cell.joined for cell in source.tables[0].cells] == [True, False, False, False]


def test_old_fonts_are_converted_before_positions_are_counted(tmp_path: Path) -> None:
    tcvn, vni = '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii="VNI-Times"/>'
    source = read(
        tmp_path,
        docx(
            paragraph(run("tû lÖ hé nghÌo 25,55%; trong n", tcvn), run("\xad", tcvn), run("íc", tcvn)),
            paragraph(run("tyû leä hoä nghe", vni), run("øo 25,55%", vni)),
            paragraph(run("Tæng sè", '<w:rFonts w:ascii=".VnTimeH"/>')),
            paragraph(run("đã là Unicode", tcvn)),
            paragraph(run("El niño está en la montaña")),
        ),
    )
    assert source.text.split("\n") == [
        "tỷ lệ hộ nghèo 25,55%; trong nước",
        "tỷ lệ hộ nghèo 25,55%",
        "TỔNG SỐ",
        "đã là Unicode",
        "El niño está en la montaña",
    ]
    assert "2 passages in TCVN3 (ABC), recognised by its font" in losses(source)
    assert "1 passage in VNI, recognised by its font" in losses(source)


def test_passages_in_other_languages_or_in_unicode_are_kept_among_those_in_an_old_encoding(tmp_path: Path) -> None:
    old = "Tû lÖ hé nghÌo gi¶m cßn 12,5%, thu ng©n s¸ch ®¹t 1.250 tû ®ång"
    source = read(tmp_path, docx(paragraph(old), paragraph("café, résumé"), paragraph("Toàn xã có 5 hộ")))
    first, *others = source.text.split("\n")
    assert first == "Tỷ lệ hộ nghèo giảm còn 12,5%, thu ngân sách đạt 1.250 tỷ đồng"
    assert others == ["café, résumé", "Toàn xã có 5 hộ"]


def test_what_is_not_read_is_listed(tmp_path: Path) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    rels = (
        '<Relationships><Relationship Id="a" Target="http://example.org/x.dotm" TargetMode="External"/></Relationships>'
    )
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('trong khung 5 hộ')}</w:txbxContent></w:pict></w:r>"
    source = read(
        tmp_path,
        docx(
            paragraph(run("hiện"), run("ẩn", "<w:vanish/>"), "<w:r><w:drawing/></w:r>", box),
            more={
                "word/header1.xml": f"<w:hdr {w}/>",
                "word/comments.xml": f"<w:comments {w}><w:comment/></w:comments>",
                "word/_rels/document.xml.rels": rels,
            },
        ),
    )
    assert source.text == "hiện\ntrong khung 5 hộ"
    for words in ("hidden passages", "pictures", "headers and footers", "comments", "links to other files"):
        assert words in losses(source)


def test_the_reading_is_named_and_repeatable(tmp_path: Path) -> None:
    content = docx(paragraph("còn 24.737 hộ"), table(("a", "1")))
    first, second = read(tmp_path, content), read(tmp_path, content)
    assert (first.text, first.document) == (second.text, second.document)
    assert first.document.reading == "docx/1"
    assert first.document.has_text(first.text)
    assert repr(first) == "<Source report: 17 characters, 1 passages, 1 tables>"


def test_positions_outside_the_text_are_refused(tmp_path: Path) -> None:
    source = read(tmp_path, docx(paragraph("5 hộ")))
    with pytest.raises(FieldError, match="outside the text"):
        source.locator(99)
