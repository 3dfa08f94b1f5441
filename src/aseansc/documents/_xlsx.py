"""Read a .xlsx workbook of any layout: each sheet is a table, and a number is what its cell shows."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, final
from xml.etree.ElementTree import Element

from attrs import define

from aseansc.documents._parts import Parts
from aseansc.documents._printed import printed_value
from aseansc.documents._raw import RawCell, RawPassage, RawSource, RawTable, Run, superscript
from aseansc.documents._sheets import HIDDEN_CELLS, table_of, without_hidden
from aseansc.interchange.excel import BUILT_IN, day_parts
from aseansc.limits import EACH_CELL, EACH_CHARACTER, require_items, require_size

READING: Final = "xlsx/1"
_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_R_STRICT: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_BOOK: Final = "xl/workbook.xml"
_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_EPOCH: Final = dt.datetime(1899, 12, 30)
_EPOCH_1904: Final = dt.datetime(1904, 1, 1)
_LAST_COLUMN: Final = 16_384
_LAST_DAY: Final = 2_958_465

_HIDDEN: Final = "hidden sheets, left out"
_DRAWINGS: Final = "charts and drawings, not read"
_LINKS: Final = "links to other files or addresses, not followed"
_COMMENTS: Final = "sheets with comments, which are not read"
_UNCOMPUTED: Final = "formulas without a stored result, left empty"


def read_xlsx(content: bytes, where: str) -> RawSource:
    """Return the sheets of a workbook as tables.

    Raises:
        DocumentError: if it is damaged, too large, or contains macros or XML entities.
    """
    parts = Parts(content, where, _BOOK)
    losses: Counter[str] = Counter()
    book = _Book(parts, losses)
    items: list[RawPassage | RawTable] = []
    for name, part in book.sheets():
        items.append(book.table(name, part))
    losses[_DRAWINGS] = sum(name.startswith("xl/drawings/drawing") for name in parts.names)
    losses[_COMMENTS] = sum(bool(re.fullmatch(r"xl/comments\d*\.xml", name)) for name in parts.names)
    losses[_LINKS] = parts.links()
    return RawSource(items, READING, losses)


@define
class _Style:
    """The number format and font of a cell style."""

    code: str = "General"
    font: str = ""


@final
class _Book:
    """The sheets, texts and styles of a workbook."""

    def __init__(self, parts: Parts, losses: Counter[str]) -> None:
        self._parts = parts
        self._losses = losses
        self._styles = _styles(parts.root("xl/styles.xml"))
        self._texts: list[list[Run]] = []
        self._cells = self._characters = 0
        self._book = parts.root(_BOOK)
        settings = None if self._book is None else self._book.find(f"{_S}workbookPr")
        self._epoch = _EPOCH if settings is None or not _is_on(settings.get("date1904")) else _EPOCH_1904
        if "xl/sharedStrings.xml" in parts.names:
            self._texts = [_runs(item) for item in parts.elements("xl/sharedStrings.xml", 1)]

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the part of each sheet that is not hidden."""
        relations = self._parts.root("xl/_rels/workbook.xml.rels")
        targets = {} if relations is None else {each.get("Id", ""): each.get("Target", "") for each in relations}
        for sheet in () if self._book is None else self._book.iter(f"{_S}sheet"):
            if sheet.get("state", "visible") != "visible":
                self._losses[_HIDDEN] += 1
                continue
            target = targets.get(sheet.get(_R) or sheet.get(_R_STRICT) or "", "")
            part = target[1:] if target.startswith("/") else f"xl/{target}"
            if part in self._parts.names and "chartsheets/" not in part:
                yield sheet.get("name", "")[:200] or "Sheet", part

    def table(self, name: str, part: str) -> RawTable:
        """Return a sheet as a table."""
        cells: dict[tuple[int, int], RawCell] = {}
        merged: list[tuple[int, int, int, int]] = []
        hidden_rows: set[int] = set()
        hidden_columns: set[int] = set()
        last = row = 0
        for element in self._parts.elements(part, 2):
            if element.tag == f"{_S}mergeCell":
                merged.extend(_area(element.get("ref", "")))
            elif element.tag == f"{_S}col":
                start, last = max(_natural(element, "min"), last + 1), min(_natural(element, "max"), _LAST_COLUMN)
                if _is_on(element.get("hidden")):
                    hidden_columns.update(range(start, last + 1))
            elif element.tag == f"{_S}row":
                row = _natural(element, "r") or row + 1
                if _is_on(element.get("hidden")):
                    hidden_rows.add(row)
                row = self._add_row(element, row, cells)
        made = table_of(name, cells, merged)
        self._losses[HIDDEN_CELLS] += without_hidden(made, hidden_rows, hidden_columns)
        return made

    def _add_row(self, element: Element, row: int, cells: dict[tuple[int, int], RawCell]) -> int:
        """Add the cells of a row, and return its number; a cell without an address is in the next column."""
        column = 0
        for cell in element:
            if cell.tag != f"{_S}c":
                continue
            address = _ADDRESS.fullmatch(cell.get("r", ""))
            column += 1
            if address is not None:
                row, column = int(address[2]), _column(address[1])
            self._add(cell, row, column, cells)
        return row

    def _add(self, cell: Element, row: int, column: int, cells: dict[tuple[int, int], RawCell]) -> None:
        runs, value = self._content(cell)
        if not any(text.strip() for text, _ in runs):
            return
        self._cells += 1
        self._characters += sum(len(text) for text, _ in runs)
        require_items(self._cells, "cells", _BOOK, each=EACH_CELL, is_whole=False)
        require_size(self._characters, _BOOK, "characters of cells", each=EACH_CHARACTER, is_whole=False)
        cells[row, column] = RawCell(row, column, runs, value=value)

    def _content(self, cell: Element) -> tuple[list[Run], Decimal | None]:
        """Return what a cell shows, and the number that it stores."""
        number = cell.get("s", "0")
        known = number.isdecimal() and len(number) < 7 and int(number) < len(self._styles)
        style = self._styles[int(number)] if known else _Style()
        kind, stored = cell.get("t", "n"), cell.findtext(f"{_S}v")
        if kind == "inlineStr":
            inline = cell.find(f"{_S}is")
            return ([] if inline is None else _with_font(_runs(inline), style.font)), None
        if stored is None:
            self._losses[_UNCOMPUTED] += cell.find(f"{_S}f") is not None
            return [], None
        if kind == "s":
            return _with_font(self._shared(stored), style.font), None
        if kind in ("n", ""):
            text, value = _number(stored, style.code, self._epoch)
            return [(text, "")], value
        if kind == "b":
            return [("TRUE" if _is_on(stored) else "FALSE", "")], None
        return [(stored, style.font)], None

    def _shared(self, number: str) -> list[Run]:
        """Return the runs of a text that cells share; none if there is no such text."""
        at = int(number) if number.strip().isdecimal() and len(number) < 9 else -1
        return self._texts[at] if 0 <= at < len(self._texts) else []


def _number(stored: str, code: str, epoch: dt.datetime) -> tuple[str, Decimal | None]:
    try:
        number = float(stored)
    except ValueError:
        return stored, None
    if 0 < number < _LAST_DAY - (epoch - _EPOCH).days and day_parts(code):
        return printed_value((epoch + dt.timedelta(days=number)).date(), code)
    if number != number or abs(number) > 1e300:
        return stored, None
    return printed_value(number, code)


def _with_font(runs: list[Run], font: str) -> list[Run]:
    return [(text, own or font) for text, own in runs]


def _runs(item: Element) -> list[Run]:
    """Return the runs of a text."""
    found: list[Run] = []
    for part in item:
        name = part.tag.removeprefix(_S)
        if name == "t":
            found.append((part.text or "", ""))
        elif name == "r":
            text, font = part.findtext(f"{_S}t") or "", part.find(f"{_S}rPr/{_S}rFont")
            raised = part.find(f"{_S}rPr/{_S}vertAlign")
            is_raised = raised is not None and raised.get("val") == "superscript"
            found.append((superscript(text) if is_raised else text, "" if font is None else font.get("val", "")))
    return found


def _styles(root: Element | None) -> list[_Style]:
    """Return the style of each number that a cell refers to."""
    if root is None:
        return []
    codes = {str(number): code for number, code in BUILT_IN.items()}
    codes |= {each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iter(f"{_S}numFmt")}
    fonts = [
        "" if (name := font.find(f"{_S}name")) is None else name.get("val", "")
        for font in root.findall(f"{_S}fonts/{_S}font")
    ]
    found: list[_Style] = []
    for each in root.findall(f"{_S}cellXfs/{_S}xf"):
        font = each.get("fontId", "")
        known = font.isdecimal() and len(font) < 7 and int(font) < len(fonts)
        found.append(_Style(codes.get(each.get("numFmtId", "0"), "General"), fonts[int(font)] if known else ""))
    return found


def _area(reference: str) -> Iterator[tuple[int, int, int, int]]:
    first, _, last = reference.partition(":")
    start, end = _ADDRESS.fullmatch(first), _ADDRESS.fullmatch(last)
    if start is not None and end is not None:
        yield int(start[2]), int(end[2]), _column(start[1]), _column(end[1])


def _is_on(value: str | None) -> bool:
    return value is not None and value.strip() in ("1", "true", "on")


def _natural(element: Element, name: str) -> int:
    """Return the whole number in an attribute; 0 if it has none."""
    text = element.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
