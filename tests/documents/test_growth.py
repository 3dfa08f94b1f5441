"""The time to read and draft documents grows in proportion to them, and memory is bounded."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from aseansc import documents
from aseansc.errors import AseanscError
from aseansc.vietnamese.tables import changes_rate, compares, names_measure, read_head, read_number
from tests.documents._made import docx, paragraph, saved, table, xlsx
from tests.documents._made_doc import doc, line, row
from tests.growth import peak_megabytes, slope

pytestmark = pytest.mark.growth

LINE = "Năm 2018, toàn tỉnh hỗ trợ trên 60.000 lượt hộ, diện tích 3.845,49 ha."
ROW = ("1", "Thu ngân sách", "tỷ đồng", "1.850", "2.124,5", "114,8")
HEADS = ("TT", "Chỉ tiêu", "ĐVT", "KH 2018", "TH 2018", "TH/KH (%)")


def sheet(rows: int) -> str:
    cells = "".join(
        f'<c r="{letter}{{0}}" t="inlineStr"><is><t>{text}</t></is></c>' for letter, text in zip("ABCDEF", ROW)
    )
    return "".join(f"<row>{cells.replace('{0}', str(number))}</row>" for number in range(1, rows + 1))


FILES: dict[str, Callable[[int], bytes]] = {
    "a.docx": lambda size: docx(*[paragraph(LINE)] * size),
    "b.docx": lambda size: docx(table(HEADS, *[ROW] * size)),
    "c.docx": lambda size: docx("<w:p>" + "<w:r><w:t>1.</w:t><w:br/></w:r>" * size + "</w:p>"),
    "a.doc": lambda size: doc(*[line(LINE)] * size),
    "b.doc": lambda size: doc(*[row(*ROW)] * size),
    "c.doc": lambda size: doc(line("\x13x\x14" * size + "\x15" * size)),
    "a.html": lambda size: ("<html>" + f"<p>{LINE}" * size).encode(),
    "b.html": lambda size: ("<html><table>" + "<tr><td rowspan=9>5<td>6" * size).encode(),
    "c.html": lambda size: ("<html>" + "<table><tr><td>" * size).encode(),
    "a.rtf": lambda size: (r"{\rtf1 " + r"\trowd\cellx9\cellx19 5\cell 6\cell\row\pard x\par" * size + "}").encode(),
    "b.rtf": lambda size: (r"{\rtf1 " + r"\trowd\clvmgf\cellx9 5\cell\row" * size + "}").encode(),
    "a.xlsx": lambda size: xlsx(sheet(size)),
    "a.txt": lambda size: "Tû lÖ hé nghÌo gi¶m cßn 12,5%\n".encode() * size,
}


@pytest.mark.parametrize("name", FILES)
def test_the_time_to_read_is_in_proportion(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:

        def reading(size: int) -> Callable[[], object]:
            path = saved(Path(folder), name, FILES[name](size))

            def read() -> object:
                try:
                    return documents.read(path)
                except AseanscError:
                    return None

            return read

        assert slope(reading, (1000, 2000, 4000)) < 1.4


@pytest.mark.parametrize("rows", [10, 200])
def test_the_time_to_draft_tables_is_in_proportion(tmp_path: Path, rows: int) -> None:
    def drafting(size: int) -> Callable[[], object]:
        source = documents.read(saved(tmp_path, "a.docx", docx(*[table(HEADS, *[ROW] * rows)] * (size // rows))))
        return lambda: documents.draft(source, place="VN-01")

    assert slope(drafting, (200, 400, 800)) < 1.4


def test_the_time_to_draft_one_table_is_in_proportion(tmp_path: Path) -> None:
    def drafting(size: int) -> Callable[[], object]:
        source = documents.read(saved(tmp_path, "a.docx", docx(table(HEADS, *[ROW] * size))))
        return lambda: documents.draft(source, place="VN-01")

    assert slope(drafting, (200, 400, 800)) < 1.4


@pytest.mark.parametrize("head", ["TH 2018", "Tỷ lệ (%)", "Số hộ (hộ)", "KH {0}", "Nam {0}"])
def test_the_time_to_draft_a_table_of_many_columns_is_in_proportion(tmp_path: Path, head: str) -> None:
    def drafting(size: int) -> Callable[[], object]:
        heads = "".join(f"<th>{head.format(number)}" for number in range(size))
        cells = "".join(f"<td>{number + 100}" for number in range(size))
        rows = f"<tr><th>Chỉ tiêu{heads}<tr><td>Số hộ{cells}<tr><td>Thu ngân sách{cells}"
        source = documents.read(saved(tmp_path, "a.html", f"<html><p>ĐVT: hộ<table>{rows}</table></html>".encode()))
        return lambda: documents.draft(source, place="VN-01")

    assert slope(drafting, (100, 200, 400)) < 1.4


@pytest.mark.parametrize(
    ("read", "part", "end"),
    [
        (compares, "a so với ", ""),
        (compares, "tỷ lệ đạt ", ""),
        (changes_rate, "tỷ lệ tăng ", "x"),
        (read_head, "bình quân ", "(đồng/người)"),
        (read_head, "dt ", ""),
        (lambda spaces: read_number(f"1{spaces}"), " ", "x"),
        (names_measure, "phân theo nam ", ")"),
    ],
)
def test_the_time_to_read_labels_and_heads_is_in_proportion(read: Callable[[str], object], part: str, end: str) -> None:
    different = count()  # heads are read once

    def reading(size: int) -> Callable[[], object]:
        label = f"{part * size}{end}{next(different)}"
        return lambda: read(label)

    assert slope(reading, (500, 1000, 2000)) < 1.4


@pytest.mark.parametrize("name", ["a.docx", "a.doc"])
def test_a_large_document_takes_little_memory(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, name, FILES[name](100_000))
    code = "import sys; from aseansc import documents; documents.read(sys.argv[1])"
    assert peak_megabytes(code, str(path)) < 400
