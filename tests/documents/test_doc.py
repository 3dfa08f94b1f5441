"""Reading .doc files: text, tables, notes, boxes, tracked changes, old fonts, and files that are damaged."""

from __future__ import annotations

import contextlib
import random
import struct
from pathlib import Path
from time import process_time

import pytest

from aseansc import documents
from aseansc.documents import PassageKind, Source
from aseansc.errors import AseanscError, DocumentError, LimitError
from aseansc.limits import Limits
from tests.documents import _made_doc as made
from tests.documents._made import saved
from tests.documents._made_doc import Line, doc, line, positions, row
from tests.documents.test_docx import losses

CODES = b"".join(struct.pack("<HB", 0x2400 + code, 1) for code in range(512))
MANY = struct.pack("<H", len(CODES)) + CODES
EDGES = (0, 1000, 2000, 3000)


def read(tmp_path: Path, content: bytes) -> Source:
    return documents.read(saved(tmp_path, "a.doc", content))


def longer(content: bytes, name: str) -> bytes:
    """Return a file that says that one of its streams is longer than it is."""
    changed = bytearray(content)
    struct.pack_into("<I", changed, content.rindex(name.encode("utf-16-le")) + 120, 4_000)
    return bytes(changed)


def test_passages_and_their_kinds(tmp_path: Path) -> None:
    styles = [made.style("Normal"), made.style("heading 2", 0), made.style("Quote", 1), made.style("List Bullet", 0)]
    content = doc(
        line("Kết quả", style=1),
        line("Như trên", style=2),
        line("808 dự án", style=3),
        line("II. ĐÁNH GIÁ"),
        line("1. Giảm nghèo", run=made.BOLD),
        line("Mức ba", properties=b"\x40\x26\x02"),
        line("mục", properties=b"\x0a\x26\x01\x0b\x46\x01\x00"),
        line("còn 24.737 hộ;", run=made.BOLD),
        styles=styles,
    )
    source = read(tmp_path, content)
    heading, item = PassageKind.HEADING, PassageKind.LIST_ITEM
    assert [(each.locator, each.kind, each.level) for each in source.passages] == [
        ("p1", heading, 2), ("p2", heading, 2), ("p3", item, 1), ("p4", heading, 0), ("p5", heading, 0),
        ("p6", heading, 3), ("p7", item, 2), ("p8", PassageKind.PARAGRAPH, 0),
    ]  # fmt: skip
    assert (source.document.reading, source.document.media_type) == ("doc/1", "application/msword")


def test_tables_with_merged_cells_have_the_cells_of_a_docx_file(tmp_path: Path) -> None:
    content = doc(
        line("ĐVT: triệu đồng"),
        row("Chỉ tiêu", "Năm 2018", "", edges=EDGES, flags=(0x60, 1, 2)),
        row("", "KH", "TH", edges=EDGES, flags=(0x20, 0, 0)),
        row("Vốn", "1.850", [line("2.124,"), line("5")], edges=EDGES),
        row("Cộng", "3.974,5", edges=(0, 1000, 3000)),
        row("lùi vào", edges=(1000, 2000)),
        line(""),
        row("khác"),
        line("hết"),
    )
    source = read(tmp_path, content)
    assert source.tables[0].rows == (
        ("Chỉ tiêu", "Năm 2018", "Năm 2018"),
        ("Chỉ tiêu", "KH", "TH"),
        ("Vốn", "1.850", "2.124,5"),
        ("Cộng", "3.974,5", "3.974,5"),
        ("", "lùi vào", ""),
    )
    assert source.locator(source.text.index("3.974")) == "t1.r4c2"
    assert [table.locator for table in source.tables] == ["t1", "t2"]
    assert [passage.text for passage in source.passages] == ["ĐVT: triệu đồng", "hết"]


def test_cells_that_are_merged_in_both_directions(tmp_path: Path) -> None:
    content = doc(
        row("A", "B", "", edges=EDGES, flags=(0, 0x61, 0x62)),
        row("C", "", "", edges=EDGES, flags=(0, 0x21, 0x22)),
        row("D", "E", "F", edges=EDGES),
    )
    assert read(tmp_path, content).tables[0].rows == (("A", "B", "B"), ("C", "B", "B"), ("D", "E", "F"))


def test_edges_that_nearly_agree_are_those_of_one_column(tmp_path: Path) -> None:
    content = doc(
        row("A", "B", edges=(-108, 1000, 2000)),
        row("C", "D", edges=(-113, 1024, 1995)),
        row("E", "F", "G", edges=(-108, 1000, 1060, 2000)),
    )
    assert read(tmp_path, content).tables[0].rows == (("A", "B", "B"), ("C", "D", "D"), ("E", "F", "G"))


def test_tables_in_cells_have_their_place(tmp_path: Path) -> None:
    inner = row("trong 1", "trong 2", depth=2)
    content = doc(
        row("a", [line("trên"), *inner, line("giữa"), *row("sau", depth=2), line("dưới")]), row("b", "c"), line("hết")
    )
    source = read(tmp_path, content)
    assert [(table.locator, table.rows) for table in source.tables] == [
        ("t1", (("a", "trên giữa dưới"), ("b", "c"))),
        ("t1.r1c2.t1", (("trong 1", "trong 2"),)),
        ("t1.r1c2.t2", (("sau",),)),
    ]


def test_tracked_changes_hidden_text_and_signs(tmp_path: Path) -> None:
    runs = [("cho ", b""), ("6.294", made.DELETED), ("6.924", made.INSERTED), (" người", b""), (" ẩn", made.HIDDEN)]
    content = doc(
        Line(runs),
        Line([("còn 5", b"")], mark_properties=made.DELETED),
        line(" hộ"),
        Line([("1.000 m", b""), ("2", made.RAISED), (" 24.\x1f737\x1ehộ (", struct.pack("<HHH", 0x6A09, 0, 0xF0B3))]),
        Line([("\x13 PAGE \\* MERGEFORMAT \x147\x15 trang, \x13 TC x \x15\x01hết\x13 mở", b"")]),
        line("khẩu 😀"),
        row("gạch", mark=made.DELETED),
        row("giữ"),
    )
    source = read(tmp_path, content)
    assert [passage.text for passage in source.passages] == [
        "cho 6.924 người",
        "còn 5 hộ",
        "1.000 m² 24.737-hộ ≥",
        "7 trang, hết mở",
        "khẩu 😀",
    ]
    assert source.tables[0].rows == (("giữ",),)
    for words in ("passages deleted", "inserted", "hidden", "pictures", "rows and cells deleted"):
        assert words in losses(source)


def test_notes_are_numbered_by_their_references(tmp_path: Path) -> None:
    body = [Line([("một\x02 hai\x02", b"")]), line("hết")]
    foot, end = [line("\x02 5.900 hộ"), line("")], [line("\x02 6.100 hộ"), line("thêm"), line("")]
    length = sum(len(run) for run, _ in foot[0].runs) + 1
    last = sum(len(each.runs[0][0]) + 1 for each in end[:2])
    parts = {
        2: positions([8, 99], [b"\0\0"]), 3: positions([0, length, length + 1]),
        46: positions([3, 99], [b"\0\0"]), 47: positions([0, last, last + 1]),
    }  # fmt: skip
    source = read(tmp_path, doc(*body, stories=[foot, [], [], [], end], parts=parts))
    notes = [(each.locator, each.text) for each in source.passages if each.kind is PassageKind.NOTE]
    assert notes == [("note 2", "5.900 hộ"), ("note 1", "6.100 hộ thêm")]


def test_text_boxes_are_read_after_their_paragraph(tmp_path: Path) -> None:
    boxes = [line("850 triệu"), line("cuối"), line("ô"), line("")]
    ends = [0, 10, 15, 17, 18]
    lids = [struct.pack("<14xI4x", lid) for lid in (7, 9, 8, 0)]
    anchors = positions([0, 10, 99], [struct.pack("<I22x", lid) for lid in (7, 8)])
    content = doc(
        line("\x08đầu"), line("giữa"), row("\x08trong"), line("sau"),
        stories=[[], [], [], [], [], boxes], parts={40: anchors, 56: positions(ends, lids)},
    )  # fmt: skip
    source = read(tmp_path, content)
    assert [passage.text for passage in source.passages] == ["đầu", "850 triệu", "giữa", "sau", "cuối"]
    assert source.tables[0].rows == (("trong ô",),)


def test_what_is_not_read_is_a_loss(tmp_path: Path) -> None:
    header = positions([0] * 7 + [5, 6, 7])
    stories = [[], [line("đầu"), line(""), line("")]]
    parts = {11: header, 4: positions([1, 9], [bytes(30)])}
    source = read(tmp_path, doc(line("còn 5 hộ"), stories=stories, parts=parts, more={"Macros": b"x"}))
    assert source.text == "còn 5 hộ"
    assert {loss.what for loss in source.losses} == {
        "page headers and footers, not read", "comments, not read", "macros, not executed"
    }  # fmt: skip


def test_fonts_tell_the_encoding_of_runs_and_styles(tmp_path: Path) -> None:
    old = made.style("Normal", characters=made.font(1))
    letters = made.style("Nhấn mạnh", kind=2, characters=made.BOLD + made.font(2))
    lines = (
        line("tû lÖ n\xadíc"),
        line("hoä ngheøo", run=b"\x30\x4a\x01\x00"),
        line("Español: año", run=made.font(0)),
    )
    content = doc(*lines, fonts=("Arial", ".VnTime", "VNI-Times"), styles=[old, letters], narrow=True)
    source = read(tmp_path, content)
    assert source.text.split("\n") == ["tỷ lệ nước", "hộ nghèo", "Español: año"]
    assert source.passages[1].kind is PassageKind.HEADING
    assert "VNI, recognised by its font" in losses(source)


def test_letters_of_windows_and_pieces_with_properties(tmp_path: Path) -> None:
    assert read(tmp_path, doc(line("“5 ho” – …"), narrow=True)).text == "“5 ho” – …"
    shared = b"\1" + struct.pack("<H", 3) + made.HIDDEN
    content = doc(
        line("một"), line("hai"), line("ba"), line("bốn"), pieces=[0, 1, 92 << 1 | 1 << 8, 3 << 1], parts={33: shared}
    )
    assert read(tmp_path, content).text == "một\nbốn"


def test_properties_that_are_stored_in_another_stream(tmp_path: Path) -> None:
    cells = row("Vốn", "5")
    far = cells[-1].properties
    cells[-1] = Line([], "\x07", struct.pack("<HI", 0x6646, 4))
    source = read(tmp_path, doc(cells, data=bytes(4) + struct.pack("<H", len(far)) + far))
    assert source.tables[0].rows == (("Vốn", "5"),)
    with pytest.raises(DocumentError, match="damaged"):
        read(tmp_path, doc(cells, cells, data=bytes(4) + struct.pack("<H", len(far)) + far))


def test_a_page_break_does_not_end_a_paragraph_but_a_section_does(tmp_path: Path) -> None:
    lines = (line("còn 5\x0chộ nghèo"), Line([("phần một", b"")], mark="\x0c"), line("phần hai"))
    source = read(tmp_path, doc(*lines, parts={6: positions([0, 24, 33], [bytes(12)] * 2)}))
    assert [passage.text for passage in source.passages] == ["còn 5 hộ nghèo", "phần một", "phần hai"]


@pytest.mark.parametrize(
    ("content", "reading"), [(rb"{\rtf1 c\'f2n 5 h\u7897?}", "rtf/1"), ("<html><p>còn 5 hộ".encode(), "html/1")]
)
def test_rtf_and_html_that_are_named_doc(tmp_path: Path, content: bytes, reading: str) -> None:
    source = read(tmp_path, content)
    assert (source.text, source.document.reading) == ("còn 5 hộ", reading)


def test_properties_of_any_size_and_text_without_a_mark_at_its_end(tmp_path: Path) -> None:
    tabs, many_tabs, level = b"\x15\xc6\x02\0\0", b"\x15\xc6\xff", b"\x40\x26\x01"
    lines = (line("một", properties=tabs + level), line("hai", properties=level + many_tabs), line("ba"))
    source = read(tmp_path, doc(*lines, header={0x4C: 10}))
    assert [(each.text, each.level) for each in source.passages] == [("một", 2), ("hai", 2), ("ba", 0)]


def test_a_file_without_styles_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, doc(line("5 hộ", style=3), parts={1: b""})).text == "5 hộ"


def test_cells_that_the_row_does_not_describe_are_kept(tmp_path: Path) -> None:
    cells = ("Vốn", "5", "6")
    assert read(tmp_path, doc(row(*cells, edges=(0, 1000)))).tables[0].rows == (cells,)
    assert len(read(tmp_path, doc(row(*["5"] * 1002, edges=(0, 1000)))).tables[0].rows[0]) == 1000


def test_a_row_without_an_end_is_kept(tmp_path: Path) -> None:
    assert read(tmp_path, doc(row("Vốn", "5")[:2], line("hết"))).tables[0].rows == (("Vốn", "5"),)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (doc(line("5 hộ"), flags=0x100), "encrypted"),
        (doc(line("5 hộ"), version=0x68), "Word 6 or 95"),
        (made.compound({"Workbook": bytes(5000)}), "not a Word document"),
        (doc(line("")), "no text"),
        (doc(line("5 hộ"), parts={2: positions([5, 3, 9], [b"\0\0"] * 2)}), "damaged"),
        (doc(line("5 hộ"), pieces=[9]), "damaged"),
        (doc(line("5 hộ"), header={0x4C: 99}), "the end of the text is missing"),
        (doc(line("5 hộ"), header={0xA6: 10**6}), "a part of the file is missing"),
        (doc(line("5 hộ")).replace(b"\t\0\6\0", b"\3\0\6\0", 1), "sectors of this size do not exist"),
        (doc(Line([], "\r", struct.pack("<HI", 0x6646, 0)), data=MANY), "more properties than the format has"),
        (made.compound({"WordDocument": bytes(10_000)})[:-1024], "damaged"),
        (longer(doc(line("5 hộ")), "WordDocument"), "the end of the file is missing"),
        (
            doc(line("5 hộ")).replace(struct.pack("<III", 16, 0, 5), struct.pack("<III", 16, 0, 10**6)),
            "not where the file says",
        ),
    ],
)
def test_files_that_cannot_be_read_are_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        read(tmp_path, content)
    assert "a.doc" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (doc(*[line("5 hộ")] * 9), "paragraphs and cells"),
        (doc(*[line("5 hộ")] * 9, pieces=[0] * 9), "pieces of text"),
        (doc(Line([("5", b"")] * 9)), "changes of formatting"),
    ],
)
def test_the_parts_of_a_file_are_limited(tmp_path: Path, content: bytes, kind: str) -> None:
    with pytest.raises(LimitError, match=f"too many {kind}"):
        documents.read(saved(tmp_path, "a.doc", content), limits=Limits(size=10**6, items=40))


def test_a_chain_of_sectors_without_an_end_is_refused(tmp_path: Path) -> None:
    whole = doc(line("5 hộ"), data=bytes(100))
    sectors = len(whole) // 512 - 1
    table = 512 * sectors  # the last sector says which sector follows which
    for sector in range(sectors):
        changed = bytearray(whole)
        struct.pack_into("<I", changed, table + 4 * sector, sector)
        start = process_time()
        with contextlib.suppress(DocumentError):
            assert read(tmp_path, bytes(changed)).text == "5 hộ"
        assert process_time() - start < 2


def test_a_workbook_with_a_chain_of_short_sectors_without_an_end_is_refused(tmp_path: Path) -> None:
    changed = bytearray(made.compound({"Workbook": bytes(1000)}))
    (first,) = struct.unpack_from("<I", changed, 60)
    struct.pack_into("<I", changed, 512 * (first + 1) + 4 * 15, 0)
    with pytest.raises(DocumentError, match="no end"):
        documents.read(saved(tmp_path, "a.xls", bytes(changed)))


def test_large_files_list_their_tables_in_sectors_of_their_own(tmp_path: Path) -> None:
    assert read(tmp_path, doc(line("5 hộ"), more={"Data": bytes(8_000_000)})).text == "5 hộ"


@pytest.mark.slow
def test_changed_and_cut_files_give_text_or_an_error_of_the_library(tmp_path: Path) -> None:
    whole = doc(
        line("còn 24.737 hộ", run=made.BOLD),
        row("Chỉ tiêu", [line("trong"), *row("x", depth=2), line("y")], edges=(0, 1000, 2000), flags=(0x60, 0)),
        styles=[made.style("Normal"), made.style("heading 1", 0)],
        data=bytes(100),
    )
    chance = random.Random(5)
    for _ in range(2000):
        changed = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.2 else whole)
        for _ in range(chance.choice([1, 1, 4, 20])):
            if changed:
                changed[chance.randrange(len(changed))] = chance.choice([0, 1, 0x7F, 0xFF, chance.randrange(256)])
        start = process_time()
        with contextlib.suppress(AseanscError):
            read(tmp_path, bytes(changed))
        assert process_time() - start < 2
