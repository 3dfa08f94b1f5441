"""How a workbook looks to the person who fills it in, and how typed cells are read, as in ``tests/recorded/``."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any

import openpyxl
from attrs import evolve

from aseansc import Document, Period, Text, Value
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.interchange import excel
from aseansc.interchange._tables.cells import Unreadable
from aseansc.interchange._tables.columns import Form, tables
from aseansc.interchange.excel._layout import FIRST_DAY, LAST_DAY
from aseansc.interchange.excel._number_formats import BUILT_IN, Shape, day_parts, shape_of, shows_day
from aseansc.interchange.excel._read_cells import text_of
from aseansc.interchange.excel._read_figures import Beside, check_figures
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
    found = found.fill("observations[0].value", Value.parse("25.1234567890123456 percent"))
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


CODES = (
    "General", "0", "0.0", "0.00", "#,##0", "#,##0.00", "#,##0,", "#,##0,,", "0.00,", "0,000", "0%", "0.00%", "0.0%%", "0.00E+00", "##0.0E+0",
    "0E-0", "# ?/?", "@", "", "x", '0"%"', '0.0"‰"', '0" ha"', '0.0" tạ"', '0" triệu"', '0" k"', '0" km"', '0"5"', "0 %", "0.0##", "0.###",
    "#", "?", ".00", "0.", "[Red]0", "[Đỏ]0", "[Blue]-0", "[>100]0;0.0", "[=1]0", "[h]:mm", "[$₫-42A]0", "[$-42A]0", "[$đ]#,##0", "-0", "−0", "(0)",
    "0;0", "0;-0", "0;(0)", "0;[Red]0", "0;[Red]-0", "0;;", "0;", ";0", "0;0.00", "0.00;-0", "0;x", "_(* #,##0_);_(* (#,##0)", "* 0", "_-0", r"\-0", r"\x0",
    "0\\", '0"open', "$0", "0 €", "0+0", "'0", "0/0", "00.00.00", "0.0.0", "0 0", "STANDARD", "general", "0" + ".0" * 2, "0." + "0" * 30, "0." + "0" * 31,
    "yyyy-mm-dd", "d/m/yyyy", "dd-mmm-yy", "mmm-yy", "d-mmm", "yyyy", "m/d", "h:mm", "mm:ss.0", "yyyy-mm-dd h:mm", "d h:mm", "[$-42A]d mmmm yyyy",
)  # fmt: skip
NUMBERS = (0.0, 5.0, -5.0, 0.127, -0.127, 12.5, 1250.0, 1250000.0, 0.005, 1e-7, -2.5)


def shape(code: str, *, negative: bool) -> str:
    found = shape_of(code, negative=negative)
    if found is None:
        return "none"
    numbers = (number for number in NUMBERS if (number < 0) is negative)
    shown = (f"{number!r} {found.shown(number)}{' hidden' * found.hides(number)}" for number in numbers)
    kinds = f"power {found.power}, {found.least} to {found.places}, {'plain' if found.plain else found.words!r}"
    return f"{kinds}: {', '.join(shown)}"


def test_number_formats_show_numbers_as_recorded() -> None:
    lines = []
    for code in (*CODES, *(code for code in BUILT_IN.values() if code not in CODES)):
        lines.append(f"{code}: {day_parts(code) or 'no'} day, {'is' if shows_day(code) else 'not'} a whole one")
        lines += [f"  {shape(code, negative=False)}", f"  negative: {shape(code, negative=True)}"]
    require_recorded("number-formats.txt", lines)


def shown(found: str | Unreadable) -> str:
    """Return a text, or its problem."""
    return repr(found) if isinstance(found, str) else f"{type(found.problem).__name__} {found.problem}"


def test_numbers_and_days_in_cells_are_read_as_recorded() -> None:
    known = {column.form: column for column in reversed(tables()["observations"].columns)}
    printed = tables()["observations"].column("citation.printed")
    columns = (*(known[form] for form in (Form.DECIMAL, Form.INT, Form.DAY)), printed)
    codes = ("General", "0", "0.00", "0%", "#,##0,", "# ?/?")
    numbers = (
        0,
        5,
        -5,
        5.0,
        12.5,
        0.127,
        -1250.5,
        1e15 - 1,
        1e15,
        2.0**53,
        1e300,
        1e-5,
        1e-7,
        0.1 + 0.2,
        0.123456789012345,
        float("nan"),
        True,
    )
    day = dt.date(2018, 3, 4)
    days = (
        day,
        FIRST_DAY,
        LAST_DAY,
        FIRST_DAY - dt.timedelta(1),
        LAST_DAY + dt.timedelta(1),
        dt.time(1),
        dt.timedelta(1),
    )
    lines = []
    for column in columns:
        cases = [*product(numbers, codes), *product(days, ("General", "yyyy-mm-dd", "m/d", "h:mm"))]
        cases += [
            (dt.datetime(2018, 3, 4), "yyyy-mm-dd"),
            (dt.datetime(2018, 3, 4, 5), "yyyy-mm-dd"),
            (b"x", "0"),
            ("5", "0%"),
        ]
        found: defaultdict[str, list[str]] = defaultdict(list)
        for cell, code in cases:
            found[shown(text_of(cell, column, code))].append(f"{cell} as {code}")
        lines += [column.name, *(f"  {', '.join(where)}: {result}" for result, where in found.items())]
    require_recorded("typed-cells.txt", lines)


def test_figures_in_cells_are_compared_with_their_printed_texts_as_recorded() -> None:
    """A figure as a text or a number, with a number beside it or none, and with the cited text, or none."""
    table = tables()["observations"]
    typed = ("12.7", "12.70", "0.127", "13", "1.250", "1250", "1.2", "12,7", "1.250,5", "x", "?", "→1", "-5")
    shapes = {"as text": None, "as 0": Shape(0, 0), "as 0.00": Shape(0, 2, 2), "as ‰": Shape(0, 1, words="‰")}
    cases = [*product(typed, shapes, ("",), ("",)), *product(typed[:7], ("as text",), ("",), ("0.0", "0.00", "0.000"))]
    cases += [("0.1234567890123456", "as text", "", f"0.{'0' * places}") for places in (14, 15, 16)]
    cases += product(("1250", "1.250", "378000"), shapes, ("1", "0.001", "1.000"), ("",))
    lines = []
    for printed, unit, lang in (
        ("", "household", "vi"), ("12,7%", "percent", "vi"), ("1.250 hộ", "household", "vi"), ("1.250 hộ", "hectare", "en"),
        ("378 nghìn ha", "hectare", "vi"), ("1.250 triệu", "VND", "vi"), ("5 ha", "", "vi"), ("12,7 ‰", "per_mille", "vi"),
    ):  # fmt: skip
        results: defaultdict[str, list[str]] = defaultdict(list)
        for text, kind, resolution, code in cases:
            found: dict[str, str | Unreadable] = {
                "citation.printed": printed, "citation.document": "d", "value.unit": unit, "value.magnitude": text, "value.resolution": resolution,
            }  # fmt: skip
            as_number = dict.fromkeys(("value.magnitude", "value.resolution"), shapes[kind]) if shapes[kind] else {}
            beside = {"value.magnitude": Beside(float(text), code)} if code else {}
            check_figures(table, found, as_number, beside, {"d": lang})
            result = f"{shown(found['value.magnitude'])}, {shown(found['value.resolution'])}"
            results[result].append(" ".join(filter(None, (text, kind.removeprefix("as text"), resolution, code))))
        lines += [
            f"{printed} {unit} {lang}",
            *(f"  {' | '.join(where)}: {result}" for result, where in results.items()),
        ]
    require_recorded("typed-figures.txt", lines)
