"""Read a .xls workbook with xlrd, which knows number formats, fonts and merged cells."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from decimal import Decimal
from importlib import import_module
from typing import Any, Final

from aseansc.documents._compound import Compound
from aseansc.documents._printed import clock, printed_value
from aseansc.documents._raw import RawCell, RawPassage, RawSource, RawTable, Run
from aseansc.documents._sheets import HIDDEN_CELLS, table_of, without_hidden
from aseansc.errors import AseanscError, DocumentError, MissingExtraError
from aseansc.limits import EACH_CELL, require_items

READING: Final = "xls/1"
_TEXT, _NUMBER, _DATE, _BOOLEAN = 1, 2, 3, 4
_MONTHS: Final = 12
_HIDDEN: Final = "hidden sheets, left out"


def read_xls(content: bytes, where: str) -> RawSource:
    """Return the sheets of a workbook as tables.

    Raises:
        DocumentError: if it is damaged, encrypted or too large.
        MissingExtraError: if xlrd is not installed.
    """
    try:
        xlrd: Any = import_module("xlrd")
    except ModuleNotFoundError:
        raise MissingExtraError(
            ".xls files need a package that is not installed",
            where="documents.read",
            got="xlrd",
            hint='Install it: pip install "aseansc[documents]".',
        ) from None
    losses: Counter[str] = Counter()
    try:
        streams = Compound(content)  # xlrd does not end if a chain of short sectors has no end
        content = streams.stream("Workbook") or streams.stream("Book")
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=io.StringIO(), on_demand=True)
        return RawSource(_tables(book, losses), READING, losses)
    except AseanscError:
        raise
    except Exception as error:  # xlrd raises errors of many types for damaged files
        encrypted = "encrypted" in str(error).casefold()
        raise DocumentError(
            "the workbook is encrypted" if encrypted else "the workbook is damaged, or not a .xls file",
            where=where,
            got=f"{type(error).__name__}: {error}"[:200],
            hint="Open it in Excel or LibreOffice and save it as .xlsx, without a password.",
        ) from None


def _tables(book: Any, losses: Counter[str]) -> list[RawPassage | RawTable]:
    items: list[RawPassage | RawTable] = []
    read = 0
    for number, name in enumerate(book.sheet_names()):
        sheet = book.sheet_by_index(number)
        if sheet.visibility:
            losses[_HIDDEN] += 1
            continue
        cells = _cells(book, sheet)
        read += len(cells)
        require_items(read, "cells", "documents.read", each=EACH_CELL, is_whole=False)
        merged = [(top + 1, bottom, start + 1, end) for top, bottom, start, end in sheet.merged_cells]
        made = table_of(name, cells, merged)
        rows = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden}
        columns = {column + 1 for column, info in sheet.colinfo_map.items() if info.hidden}
        losses[HIDDEN_CELLS] += without_hidden(made, rows, columns)
        items.append(made)
        book.unload_sheet(number)
    return items


def _cells(book: Any, sheet: Any) -> dict[tuple[int, int], RawCell]:
    found: dict[tuple[int, int], RawCell] = {}
    for row in range(sheet.nrows):
        kinds, values = sheet.row_types(row), sheet.row_values(row)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            if kind not in (_TEXT, _NUMBER, _DATE, _BOOLEAN):
                continue
            runs, stored = _content(book, sheet, row, column, kind, value)
            if any(text.strip() for text, _ in runs):
                found[row + 1, column + 1] = RawCell(row + 1, column + 1, runs, value=stored)
    return found


def _content(book: Any, sheet: Any, row: int, column: int, kind: int, value: Any) -> tuple[list[Run], Decimal | None]:
    """Return what a cell shows, and the number that it stores."""
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    if kind == _TEXT:
        return _runs(book, sheet.rich_text_runlist_map.get((row, column)), value, style.font_index), None
    known = book.format_map.get(style.format_key)
    code = "General" if known is None else known.format_str
    if kind == _DATE:
        day = dt.datetime(1904, 1, 1) if book.datemode else dt.datetime(1899, 12, 30)
        return [(_day_or_clock(value, day + dt.timedelta(days=value), code), "")], None
    if kind == _BOOLEAN:
        return [("TRUE" if value else "FALSE", "")], None
    text, stored = printed_value(value, code or "General")
    return [(text, "")], stored


def _day_or_clock(value: float, day: dt.datetime, code: str | None) -> str:
    """Return what a cell with a date shows.

    Formats without a code are those of East Asian languages. Other programs show a short date instead, whose order
    depends on their language, so that *1/10/2013* and *10/1/2013* are both possible.
    """
    if code is not None:
        return clock(value, code) or printed_value(day, code)[0]
    orders = dict.fromkeys((f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}") if day.day <= _MONTHS else (f"{day:%d/%m/%Y}",))
    return " (".join(orders) + ")" * (len(orders) - 1)


def _runs(book: Any, changes: Any, text: str, font_index: int) -> list[Run]:
    """Return the runs of a text, which changes its font at some positions."""
    starts = [(0, font_index), *(changes or ())]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [
        (text[start:end], book.font_list[font].name if font < len(book.font_list) else "")
        for (start, font), end in zip(starts, ends, strict=True)
        if start < end
    ]
