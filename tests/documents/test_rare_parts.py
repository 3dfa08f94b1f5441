"""Parts of files that are rare, and what is read of them."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from attrs import evolve

from aseansc import documents
from aseansc.documents import PassageKind, _programs
from aseansc.documents._letters import _SHOWN, Letters
from aseansc.errors import DocumentError, UnknownNameError
from aseansc.limits import Limits
from tests.documents._made import docx, docx_cell, paragraph, pdf, ruled, run, saved, xlsx, zipped
from tests.documents.test_docx import losses, read


def test_groups_of_rows_and_tables_in_cells_of_html(tmp_path: Path) -> None:
    page = "<table><tbody><tr><td>Vốn<td>5</tbody><caption>x</caption><tfoot><tr><td>Cộng<td>6</table>"
    assert documents.read(saved(tmp_path, "a.html", page)).tables[0].rows == (("Vốn", "5"), ("Cộng", "6"))
    deep = "<table><tr><td>trong" * 70 + "</table>" * 70
    source = documents.read(saved(tmp_path, "b.html", deep), limits=Limits(depth=40))
    assert 1 < len(source.tables) < 70
    assert "nested too deeply" in losses(source)


@pytest.mark.parametrize("content", [b"", b"<!-- x -->", b"<?xml?>"])
def test_html_without_elements_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DocumentError, match="has no text"):
        documents.read(saved(tmp_path, "a.html", content))


def test_character_styles_links_and_cells_without_properties_of_docx(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="an"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="con"><w:basedOn w:val="an"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    hidden = "".join(run("6.294", f'<w:rStyle w:val="{name}"/>') for name in ("an", "con"))
    link = f"<w:hyperlink>{run('hộ')}<w:smartTag>{run(' nghèo')}</w:smartTag></w:hyperlink>"
    bare = "<w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc>"
    body = paragraph(run("còn 24 ", '<w:rStyle w:val="khac"/>'), hidden, link)
    source = read(tmp_path, docx(body, f"<w:tbl><w:tr>{docx_cell('Vốn')}{bare}</w:tr></w:tbl>", styles=styles))
    assert source.text == "còn 24 hộ nghèo\nVốn\n5"
    assert source.tables[0].rows == (("Vốn", "5"),)
    assert "hidden" in losses(source)


def test_paragraphs_of_notes_and_wide_rows_of_rtf(tmp_path: Path) -> None:
    wide = r"\cellx9" * 1001
    content = rf"{{\rtf1 c\'f2n 24{{\footnote 5\par 6}}\par\trowd{wide}\pard\intbl A\cell B\cell\row}}"
    source = documents.read(saved(tmp_path, "a.rtf", content))
    assert source.text == "còn 24\nA\nB\n5\n6"
    assert source.tables[0].rows == (("A", "B"),)


def test_a_workbook_without_styles_and_with_areas_that_overlap(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Vốn</t><rPh><t>x</t></rPh></is></c><c r="B1"><v>5</v></c></row>'
        '<row r="2" hidden="0"><c r="B2"><v>6</v></c><c r="C2"><v>7</v></c></row>'
    )
    merged = '<mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="A2:C2"/><mergeCell ref="B2:C2"/>'
    with zipfile.ZipFile(io.BytesIO(xlsx(rows, merged=merged))) as made:
        parts: dict[str, str | bytes] = {name: made.read(name) for name in made.namelist() if name != "xl/styles.xml"}
    source = documents.read(saved(tmp_path, "a.xlsx", zipped(parts)))
    assert source.tables[0].rows == (("Vốn", "5", ""), ("Vốn", "5", "7"))
    rows = '<row r="1"><c r="B1"><v>5</v></c></row><row r="2"><c r="A2"><v>6</v></c></row>'
    content = xlsx(rows, merged='<mergeCell ref="B1:C2"/><mergeCell ref="A2:B2"/>')
    assert documents.read(saved(tmp_path, "b.xlsx", content)).tables[0].rows == (("", "5"), ("6", "5"))


def test_a_place_of_the_text_where_nothing_is_printed(tmp_path: Path) -> None:
    source = documents.read(saved(tmp_path, "a.html", "<p>5 hộ</p><p>6 hộ</p>"))
    assert [source.locator(at) for at in (0, 3, 4, 5)] == ["p1", "p1", "p1", "p2"]
    for without in (source.passages[1:], source.passages[:1]):
        at = 1 if without == source.passages[1:] else 6
        with pytest.raises(UnknownNameError, match="is printed here"):
            evolve(source, passages=without).locator(at)


def test_a_frame_around_text_is_not_a_table(tmp_path: Path) -> None:
    page = [(72, 700, b"500 ho ngheo nam 2018")]
    source = documents.read(saved(tmp_path, "a.pdf", pdf(page, drawing=ruled(60, 720, [300], [40]))))
    assert source.tables == ()
    assert "500 ho ngheo nam 2018" in source.text
    page = [(72, 700, b"UY BAN TINH"), (252, 700, b"CONG HOA")]
    source = documents.read(saved(tmp_path, "b.pdf", pdf(page, drawing=ruled(60, 720, [180, 180], [40]))))
    assert source.tables == ()
    assert "UY BAN TINH" in source.text


def test_a_page_that_begins_with_two_columns(tmp_path: Path) -> None:
    left, right = (
        [(x, 700 - 14 * n, f"cot {side} dong so {n} dai".encode()) for n in range(4)]
        for x, side in ((60, "trai"), (320, "phai"))
    )
    source = documents.read(saved(tmp_path, "a.pdf", pdf([*left, *right])))
    assert source.text.index("trai dong so 3") < source.text.index("phai dong so 0")


def test_letters_of_pdf_that_are_raised_turned_twice_or_unknown(tmp_path: Path) -> None:
    """Twice turned letters are upright, and one that the font does not name is no number; alone, it marks an item."""
    raised = "\nBT /F1 6 Tf 91 704 Td (2) Tj ET"
    source = documents.read(saved(tmp_path, "a.pdf", pdf([(72, 700, b"5 m")], drawing=raised)))
    assert source.text == "5 m²"
    turned = "\nBT /F1 -11 Tf -1 0 0 -1 72 650 Tm (con 24.737 ho) Tj ET"
    source = documents.read(saved(tmp_path, "b.pdf", pdf([(72, 700, b"nam 2018")], drawing=turned)))
    assert source.text == "nam 2018 con 24.737 ho"
    upright = "\nBT /F1 11 Tf 0 1 -1 0 300 400 Tm (\x01 doc) Tj ET"
    source = documents.read(saved(tmp_path, "d.pdf", pdf([(72, 700, b"nam 2018")], drawing=upright)))
    assert "cid" not in source.text
    unnamed = documents.read(saved(tmp_path, "c.pdf", pdf([(72, 700, b"\x01 tang 1\x022 ho, 5 xa")])))
    assert unnamed.text == "• tang 1\ufffd2 ho, 5 xa"
    assert "characters that their font does not name, not read: 2" in losses(unnamed)


def test_a_blank_between_the_bold_words_of_a_heading_is_not_text(tmp_path: Path) -> None:
    source = documents.read(saved(tmp_path, "a.html", "<p><b>KẾT</b> <b>QUẢ</b></p><p>còn 5 hộ</p>"))
    assert [(each.text, each.kind) for each in source.passages] == [
        ("KẾT QUẢ", PassageKind.HEADING),
        ("còn 5 hộ", PassageKind.PARAGRAPH),
    ]


def test_the_first_letters_of_a_long_document_decide_their_encoding() -> None:
    old = "Tû lÖ hé nghÌo gi¶m cßn 25,55% "
    letters = Letters([[(old * (_SHOWN // len(old) + 1), "")], *([[("Tỷ lệ hộ nghèo", "")]] * 9)])
    assert letters.text_of([(old.strip(), "")]) == "Tỷ lệ hộ nghèo giảm còn 25,55%"


def test_programs_run_without_limits_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_programs.sys, "platform", "darwin")
    assert _programs.run([sys.executable, "-c", "print(5)"], b"", "a.pdf").split() == [b"5"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process")
def test_a_process_that_has_ended_needs_no_limits() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    _programs._limit(ended.pid)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("import sys; sys.exit('I can not')", "damaged, encrypted or too large; got 'I can not'"),
        ("import sys; sys.exit(3)", "damaged, encrypted or too large; got 'exit status 3'"),
        ("x = 'y' * 2**31", "damaged, encrypted or too large"),
        ("import sys\nwhile True: sys.stdout.write('y' * 10**6)", "damaged, encrypted or too large"),
        ("import time; time.sleep(60)", "too much time"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process")
def test_a_process_is_bounded(code: str, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        _programs.run([sys.executable, "-c", code], b"", "a.pdf", seconds=2 if "sleep" in code else 60)


def test_a_process_that_is_interrupted_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(_programs, "_limit", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _programs.run([sys.executable, "-c", "import time; time.sleep(30)"], b"", "a.pdf")
