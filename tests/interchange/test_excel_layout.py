"""How a workbook looks to the person who fills it in, as recorded in ``tests/recorded/workbook.txt``."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
from attrs import evolve

from aseansc import Document, Period, Text
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.interchange import excel
from aseansc.vietnamese import draft
from tests._recorded import require_recorded

WORDS = (
    "Năm 2018, tỷ lệ hộ nghèo còn 25,30%, giảm 3,2 điểm phần trăm so với năm 2017. Tỷ lệ hộ nghèo năm 2017 là 28,5%.\n"
    "Kế hoạch năm 2019 trồng mới 1.200 ha rừng. Hỗ trợ 15 ngày."
)


def made() -> Draft:
    """Return a draft with figures of all tables, gaps with likely answers, long texts, and a day that Excel lacks."""
    found = draft(WORDS, place="VN-01", period=Period.year(2018))
    why = Gap(reason=Text(en="who issued it?" * 40), choices=("a", "b"))
    document = PartialRecord(Document, {"id": "old", "title": why, "date": dt.date(1899, 1, 31)})
    asked = Gap(reason=Text(en="which?", vi="nào?"), choices=("at", "end"))
    for field in ("observations[1].time_collection", "claims[0].time", "indicators[0].unit", "targets[0].value"):
        found = found.fill(field, asked)
    return evolve(found, documents=[*found.documents, document], note=Text(en="long" * 9000 + "\nsecond line"))


def layout(sheet: Any) -> Iterator[str]:
    """Yield what is set for a sheet, its rows and its columns, as another program reads it."""
    properties, shown = sheet.sheet_properties, sheet.sheet_view
    yield (
        f"{sheet.title}: {sheet.sheet_state}, tab {colour(properties.tabColor)}, frozen {sheet.freeze_panes}, filter "
        f"{sheet.auto_filter.ref}, grid {shown.showGridLines}, {sheet.page_setup.orientation}, pages "
        f"{properties.pageSetUpPr and properties.pageSetUpPr.fitToPage}, {sheet.page_setup.fitToHeight}, "
        f"repeated {sheet.print_title_rows}, merged {len(sheet.merged_cells.ranges)}"
    )
    yield f"  heights {[(row, item.height) for row, item in sorted(sheet.row_dimensions.items()) if item.height]}"
    for letter, item in sorted(sheet.column_dimensions.items(), key=lambda pair: pair[1].min):
        yield f"  {letter}: width {item.width}, {style(item)}"
    for rule in sheet.data_validations.dataValidation:
        yield f"  {rule.sqref} {rule.formula1} {rule.errorStyle}: {rule.error} [{len(rule.prompt or '')}]"
    for area in sheet.conditional_formatting:
        rules = (f"{rule.formula[0]} {colour(rule.dxf.fill.bgColor)}" for rule in area.rules)
        yield f"  {area.sqref}: {'; '.join(rules)}"


def cells(sheet: Any) -> Iterator[str]:
    """Yield the cells of a sheet, with their styles; of texts of the program, only the size."""
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if cell.value is None and cell.comment is None:
            continue
        value = f"{cell.value!r}" if len(str(cell.value)) < 60 else f"{len(cell.value)} characters"
        note = f", note of {len(cell.comment.text)} characters" if cell.comment else ""
        link = f", to {cell.hyperlink.location}" if cell.hyperlink else ""
        yield f"  {cell.coordinate} {value} {style(cell)}{note}{link}"


def style(cell: Any) -> str:
    font, aligned = cell.font, cell.alignment
    parts = {
        "format": cell.number_format, "colour": colour(font.color), "fill": colour(cell.fill.fgColor), "size": font.sz,
        "bold": font.b, "italic": font.i, "under": font.u, "align": aligned.horizontal, "at": aligned.vertical,
        "indent": aligned.indent, "wrap": aligned.wrap_text, "border": cell.border.left and cell.border.left.style,
    }  # fmt: skip
    usual = {"format": "General", "colour": "1", "fill": "00000000", "size": 11.0, "at": "top"}
    return ", ".join(f"{name} {part}" for name, part in parts.items() if part and usual.get(name) != part)


def colour(found: Any) -> str:
    return "" if found is None else str(found.rgb if found.type == "rgb" else found.theme)


def test_workbooks_look_as_recorded() -> None:
    file = io.BytesIO()
    excel.dump(made(), file)
    book = openpyxl.load_workbook(file)
    lines = []
    for name in ("Read me", "Figures", "Review", "Documents", "Observations", "Long texts"):
        lines += [*layout(book[name]), *cells(book[name])]
    lines.append(f"{book.sheetnames}, active {book.active.title}, hidden {book['Lists'].sheet_state}")
    for column in book["Lists"].iter_cols(values_only=True):
        listed = [item for item in column if item is not None]
        lines.append(f"  {len(listed)} items from {listed[:3]} to {listed[-1]!r}")
    notes = zipfile.ZipFile(file).read("xl/drawings/vmlDrawing2.vml").decode()
    lines += [f"  note {words}" for words in re.findall(r"width:\S+?;height:\S+?;", notes)]
    require_recorded("workbook.txt", lines)
