"""Make the report of the how-to "From a report to a checked review": docs/_static/bao-cao-muong-mau.docx.

python docs/_pictures/made_report.py

All of it is invented. The file has the same bytes each time: its parts have a fixed date.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

TARGET: Final = Path(__file__).parents[1] / "_static" / "bao-cao-muong-mau.docx"

TITLE: Final = "Báo cáo kết quả thực hiện Chương trình giảm nghèo năm 2018 tỉnh Mường Mẫu (số liệu minh họa)"
PARTS: Final = {
    "I. Giảm nghèo": (
        "Ước đến hết năm 2018, toàn tỉnh còn 2.473 hộ nghèo, chiếm 25,55%, giảm 4,95%/năm so với đầu năm 2016 "
        "(3.609 hộ, 40,40%). Hỗ trợ 1.200 hộ vay vốn, tổng kinh phí 45,6 tỷ đồng, đạt 96% kế hoạch.",
    ),
    "II. Giáo dục, y tế": (
        "Toàn tỉnh hiện có 45 trường học với 1.024 giáo viên, trong đó 612 nữ. Có 7/12 xã đạt chuẩn quốc gia về y tế. "
        "Khám chữa bệnh cho trên 45 nghìn lượt người, đạt 102% kế hoạch.",
    ),
    "III. Mục tiêu năm 2019": ("Phấn đấu năm 2019 tỷ lệ hộ nghèo còn 21%, trồng mới 500 ha rừng.",),
}

TYPES: Final = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
Target="word/document.xml"/></Relationships>"""
DOCUMENT: Final = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body>\
</w:document>"""


def paragraph(words: str, *, heading: bool = False) -> str:
    style = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' if heading else ""
    return f'<w:p>{style}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'


def document() -> str:
    paragraphs = [paragraph(TITLE, heading=True)]
    for heading, texts in PARTS.items():
        paragraphs += [paragraph(heading, heading=True), *map(paragraph, texts)]
    return DOCUMENT.format(paragraphs="".join(paragraphs))


def make(target: Path = TARGET) -> None:
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2019, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    make()
