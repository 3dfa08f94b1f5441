"""Find the numbers of tables that are not figures: serial numbers of rows, numbers of columns, and times in heads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from aseansc.citations import Citation
from aseansc.documents._column import Column
from aseansc.documents._columns import Block
from aseansc.documents._gaps import gap
from aseansc.documents._source import Cell, Source, Table
from aseansc.drafts import Gap, PartialRecord
from aseansc.mentions import Mention, MentionKind
from aseansc.periods import AsOf, Period
from aseansc.vietnamese import FigureKind, PrintedFigure, find
from aseansc.vietnamese.tables import ColumnRole, names_time_of_figures

_DIGITS: Final = re.compile(r"\d+")
_NUMBERING: Final = re.compile(r"[(\[-]?\d{1,2}[)\].]?")
_YEAR: Final = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/-])")
_SERIAL: Final = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?")


def mentions_in(source: Source, table: Table, blocks: Sequence[Block]) -> Iterator[PartialRecord]:
    """Yield the mentions of a table with recognised heads; what is not clearly one of these numbers is left out.

    Args:
        source: the document.
        table: the table.
        blocks: its parts, in order.
    """
    serial = _cells(blocks, lambda column: column.role is ColumnRole.SERIAL)
    timed = _cells(blocks, lambda column: names_time_of_figures(column.header))
    below = {row for block in blocks for row in range(block.first, block.last + 1)}
    for cell in table.cells:
        if (cell.row, cell.column) in serial and _SERIAL.fullmatch(cell.text.strip()):
            yield from _ordinals(source, cell)
        elif (cell.row, cell.column) in timed:
            yield from _times(source, cell)
        elif cell.row not in below:
            yield from _ordinals(source, cell) if _NUMBERING.fullmatch(cell.text.strip()) else _times(source, cell)


def _cells(blocks: Sequence[Block], is_wanted: Callable[[Column], bool]) -> set[tuple[int, int]]:
    """Return the rows and columns of the cells below some heads."""
    return {
        (row, column.number)
        for block in blocks
        for column in filter(is_wanted, block.columns)
        for row in range(block.first, block.last + 1)
    }


def known_mentions(source: Source, cell: Cell) -> list[PartialRecord]:
    """Return the dates and the numbers of documents that are all numbers of a cell; nothing if it has another one."""
    read = find(cell.text)
    named = sum(len(_DIGITS.findall(one.printed)) for one in read)
    if named < len(_DIGITS.findall(cell.text)) or not all(_is_known(one) for one in read):
        return []
    return [
        _mention(source, cell, (one.start, one.end), MentionKind.DATE, one.value)
        if one.kind is FigureKind.DATE
        else _mention(source, cell, (one.start, one.end), MentionKind.DOCUMENT_NUMBER, one.printed)
        for one in read
    ]


def _is_known(one: PrintedFigure) -> bool:
    return one.kind is FigureKind.DOCUMENT_NUMBER or (one.kind is FigureKind.DATE and isinstance(one.value, AsOf))


def unknown_mention(cell: Cell, citation: Citation | Gap) -> PartialRecord:
    """Return a number whose meaning a person must state."""
    shown = " ".join(cell.text.split())[:100]
    fields: dict[str, object] = {
        "kind": gap(f"what kind of number “{shown}” is", f"“{shown}” là loại số gì"),
        "content": gap(f"what “{shown}” means; it could not be read", f"ý nghĩa của “{shown}”; chưa đọc được"),
        "citation": citation,
    }
    return PartialRecord(Mention, fields, origin=cell.locator)


def _ordinals(source: Source, cell: Cell) -> Iterator[PartialRecord]:
    for run in _DIGITS.finditer(cell.text):
        yield _mention(source, cell, run.span(), MentionKind.ORDINAL, int(run[0]))


def _times(source: Source, cell: Cell) -> Iterator[PartialRecord]:
    """Yield the times in a head, with years that no word announces: KH 2018."""
    read = {
        (one.start, one.end): one.value
        for one in find(cell.text)
        if one.kind is FigureKind.DATE and isinstance(one.value, Period | AsOf)
    }
    for found in _YEAR.finditer(cell.text):
        if not any(start < found.end() and found.start() < end for start, end in read):
            read[found.span()] = Period.year(int(found[0]))
    for span, time in sorted(read.items(), key=lambda item: item[0]):
        yield _mention(source, cell, span, MentionKind.DATE, time)


def _mention(source: Source, cell: Cell, span: tuple[int, int], kind: MentionKind, content: object) -> PartialRecord:
    citation = source.cite(cell.start + span[0], cell.start + span[1])
    return PartialRecord(Mention, {"kind": kind, "content": content, "citation": citation}, origin=cell.locator)
