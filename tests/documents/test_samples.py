"""The made report in every format, and real documents beside their transcripts; skipped without the samples."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from aseansc import documents
from aseansc.drafts import Gap, PartialRecord
from aseansc.vietnamese import FigureKind, find

FOLDER = Path(os.environ.get("ASEANSC_SAMPLES", "none"), "documents")
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="needs the documents in ASEANSC_SAMPLES")

PROSE = """
trên 60.000 lượt hộ|trên 160.000 ha|24.737 hộ nghèo|25,55%|cho 6.924 người|808 dự án|khoảng 3.185 lao động|2.124,5 tỷ đồng
vượt kế hoạch 25,5%|tăng 3,7 điểm %|12.878 giấy chứng nhận|3.845,49 ha|91,77%
""".strip().replace("\n", "|").split("|")  # fmt: skip
PROSE += [f"23.42{n} lượt" for n in range(6)] + [f"294.04{n} lượt" for n in range(6)]
CELLS = [
    "28.345",
    "25.100",
    "24.737",
    "98,6",
    "87,3",
    "29,83",
    "26,05",
    "25,55",
    "-4,28",
    "612,5",
    "620",
    "635,8",
    "102,5",
    "103,8",
    "301,2",
    "1.693,2",
    "1.850",
    "2.124,5",
    "114,8",
    "125,5",
    "12.450",
    "13.008",
    "104,5",
    "22,6",
    "25",
    "25,3",
    "101,2",
    "111,9",
    "18/96",
    "27/96",
    "108,0",
    "125.400",
    "138.250",
    "141.006,5",
    "404.656,5",
    "9.850",
    "10.120",
    "11.300",
    "31.270",
    "135.250",
    "148.370",
    "152.306,5",
    "435.926,5",
]
"""Every figure of the made report: of its prose, and of its tables."""

DELETED_WITH_INSERTED = {".html", ".pdf"}


@pytest.mark.parametrize(
    "name", ["baocao.docx", "baocao2.docx", "baocao.html", "baocao.rtf", "baocao.pdf", "baocao2.pdf", "baocao.doc"]
)
def test_every_figure_of_the_made_report_is_read(name: str) -> None:
    path = FOLDER / "made" / name
    source = documents.read(path)
    text = " ".join(source.text.split())
    lost = [figure for figure in PROSE if figure not in text]
    assert lost == (["cho 6.924 người"] if path.suffix in DELETED_WITH_INSERTED else [])
    printed = Counter(cell.text for table in source.tables for cell in table.cells)
    assert [figure for figure in CELLS if not printed[figure]] == []
    assert printed["≥ 310"] == 1


def figures(text: str) -> Counter[str]:
    """Return the figures that are read in a text, as printed and as understood."""
    kinds = (FigureKind.DATE, FigureKind.DOCUMENT_NUMBER, FigureKind.ORDINAL, FigureKind.PHONE)
    plain = text.translate(str.maketrans("²³", "23"))  # the transcripts print raised digits like others
    found = [figure for figure in find(plain) if figure.mention is None and figure.kind not in kinds]
    return Counter(f"{' '.join(figure.printed.casefold().split())} = {figure.value}" for figure in found)


def test_real_documents_agree_with_their_transcripts() -> None:
    expected: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for transcript in sorted((FOLDER / "real").glob("*.txt")):
        (path,) = (each for each in transcript.parent.glob(f"{transcript.stem}.*") if each != transcript)
        wanted, read = figures(transcript.read_text(encoding="utf-8")), figures(documents.read(path).text)
        assert read - wanted == Counter(), path.name
        expected += wanted
        right += wanted & read
    assert right.total() >= 0.98 * expected.total()


@pytest.mark.parametrize("name", ["2005-KH2003-bieu.tcvn3.xls", "2005-NKT2.tcvn3.xls", "2007-solieu9thang.tcvn3.xls"])
def test_nearly_all_numbers_of_real_workbooks_have_a_role(name: str) -> None:
    made = documents.draft(documents.read(FOLDER / "real" / name), place="VN-01")
    typed = len(made.observations) + len(made.targets) + len(made.claims)
    unread = [one for one in made.mentions if isinstance(one, PartialRecord) and isinstance(one["kind"], Gap)]
    assert typed > 9 * len(unread)
