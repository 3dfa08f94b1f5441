"""Read a .docx file with the XML parser of Python: nothing in it is executed, and nothing it links to is fetched.

The libraries for .docx were tried. One loses the text that tracked changes insert, others flatten merged cells or take
ten times as long; what a report needs of the format is small.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, final
from xml.etree.ElementTree import Element

from aseansc.documents._docx_styles import Styles, W, with_paragraph, with_run
from aseansc.documents._looks import (
    COMMENTS,
    DEEPEST_TABLE,
    DELETED,
    DELETED_ROWS,
    HIDDEN,
    INSERTED,
    MARGINS,
    NUMBERS,
    PICTURES,
    TOO_DEEP,
    Look,
    kind_of,
)
from aseansc.documents._parts import Parts
from aseansc.documents._raw import BREAK, RawCell, RawPassage, RawSource, RawTable, Run, superscript
from aseansc.documents._source import PassageKind

READING: Final = "docx/1"
_PREFIXES: Final = {
    "mc": "{http://schemas.openxmlformats.org/markup-compatibility/2006}",
    "m": "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
}
_BODY: Final = "word/document.xml"
_WIDEST: Final = 1000

_LINKS: Final = "links to other files or addresses, not followed"


def read_docx(content: bytes, where: str) -> RawSource:
    """Return the passages and tables of a .docx file.

    Raises:
        DocumentError: if it is damaged, too large, contains macros or XML entities, or is not a document.
    """
    parts = Parts(content, where, _BODY)
    reader = _Reader(Styles(parts.root("word/styles.xml")))
    for block in parts.elements(_BODY, 2):
        reader.add(block)
    reader.add_notes(parts.root("word/footnotes.xml"), "footnote")
    reader.add_notes(parts.root("word/endnotes.xml"), "endnote")
    losses = reader.losses
    losses[MARGINS] = sum(bool(re.fullmatch(r"word/(?:header|footer)\d*\.xml", name)) for name in parts.names)
    comments = parts.root("word/comments.xml")
    losses[COMMENTS] = 0 if comments is None else len(comments)
    losses[_LINKS] = parts.links()
    return RawSource(reader.items, READING, losses)


@final
class _Reader:
    """The passages and tables that were read so far, in reading order."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.items: list[RawPassage | RawTable] = []
        self.losses: Counter[str] = Counter()
        self._paragraphs = 0
        self._tables = 0
        self._notes: dict[tuple[str, str], int] = {}
        self._open: list[Run] = []  # the runs of a paragraph whose end was deleted
        self._boxes: list[Element] = []

    def add(self, block: Element) -> None:
        """Add a block: a paragraph, a table, or a container of blocks."""
        for part in _flat(block):
            if part.tag == f"{W}p":
                self._add_paragraph(part)
            else:
                self._tables += 1
                self._add_table(part, f"t{self._tables}", 1)

    def _add_paragraph(self, paragraph: Element) -> None:
        runs, look = self._paragraph(paragraph)
        self._open += runs
        if _ends_deleted(paragraph):
            return
        runs, self._open = self._open, []
        if any(text.strip(f" \t{BREAK}") for text, _ in runs):
            self._paragraphs += 1
            self._add_passage(runs, look, f"p{self._paragraphs}")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for block in box:
                self.add(block)

    def _add_passage(self, runs: list[Run], look: Look, locator: str) -> None:
        kind, level = kind_of(runs, look)
        self.losses[NUMBERS] += kind is PassageKind.LIST_ITEM
        self.items.append(RawPassage(kind, runs, locator, level))

    def _paragraph(self, paragraph: Element) -> tuple[list[Run], Look]:
        """Return the runs of a paragraph and its formatting; bold only if all of its text is."""
        properties = paragraph.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        look = with_paragraph(self.styles.of("" if style is None else style.get(f"{W}val", "")), properties)
        made = _Runs(self, look)
        made.add_children(paragraph)
        bold = bool(made.runs) and all(made.bold)
        return made.runs, Look(look.font, bold, heading=look.heading, listed=look.listed)

    def _add_table(self, table: Element, locator: str, depth: int) -> None:
        if depth > DEEPEST_TABLE:
            self.losses[TOO_DEEP] += 1
            return
        made = RawTable(locator)
        self.items.append(made)
        merged: dict[int, RawCell] = {}  # by column, the cell that a cell below may continue
        row = 0
        nested: list[tuple[Element, str]] = []
        for line in _children(table, "tr"):
            properties = line.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self.losses[DELETED_ROWS] += 1
                continue
            row += 1
            self._add_row(line, row, made, merged, nested)
        for inner, place in nested:
            self._add_table(inner, place, depth + 1)

    def _add_row(
        self,
        line: Element,
        row: int,
        made: RawTable,
        merged: dict[int, RawCell],
        nested: list[tuple[Element, str]],
    ) -> None:
        column = 1 + _value(line.find(f"{W}trPr/{W}gridBefore"), 0)
        above = dict(merged)
        merged.clear()
        for cell in _children(line, "tc"):
            properties = cell.find(f"{W}tcPr")
            span = merge = None
            if properties is not None:
                span, merge = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
                if properties.find(f"{W}cellDel") is not None:
                    self.losses[DELETED_ROWS] += 1
                    continue
            width = max(1, _value(span, 1))
            if merge is not None and merge.get(f"{W}val") != "restart" and column in above:
                merged[column] = above[column]
                above[column].row_span += 1
            else:
                new = RawCell(row, column, column_span=width, locator=f"{made.locator}.r{row}c{column}")
                self._fill(cell, new, nested)
                made.cells.append(new)
                if merge is not None:
                    merged[column] = new
            column += width

    def _fill(self, cell: Element, new: RawCell, nested: list[tuple[Element, str]]) -> None:
        inside = 0
        for child in cell:
            for part in _flat(child):
                if part.tag == f"{W}tbl":
                    inside += 1
                    nested.append((part, f"{new.locator}.t{inside}"))
                    continue
                runs, _ = self._paragraph(part)
                if new.runs and runs and new.runs[-1] != (BREAK, ""):
                    new.runs.append((BREAK, ""))
                new.runs += runs
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for part in box.iter(f"{W}p"):
                new.runs += [(BREAK, ""), *self._paragraph(part)[0]]

    def refer(self, kind: str, ident: str) -> None:
        """Remember the order of the references to notes."""
        self._notes.setdefault((kind, ident), len(self._notes) + 1)

    def hold(self, box: Element) -> None:
        """Remember a text box, which is read after its paragraph."""
        self._boxes.append(box)

    def add_notes(self, root: Element | None, kind: str) -> None:
        """Add the notes of a part, in the order of their references."""
        if root is None:
            return
        found = [note for note in root if (kind, note.get(f"{W}id", "")) in self._notes]
        for note in sorted(found, key=lambda note: self._notes[kind, note.get(f"{W}id", "")]):
            runs: list[Run] = []
            for paragraph in note.iter(f"{W}p"):
                runs += [(BREAK, ""), *self._paragraph(paragraph)[0]] if runs else self._paragraph(paragraph)[0]
            self._boxes = []
            number = self._notes[kind, note.get(f"{W}id", "")]
            self.items.append(RawPassage(PassageKind.NOTE, runs, f"note {number}"))


_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}
_INSIDE: Final = frozenset({"hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir"})


@final
class _Runs:
    """The runs of one paragraph."""

    def __init__(self, reader: _Reader, look: Look) -> None:
        self._reader = reader
        self._look = look
        self.runs: list[Run] = []
        self.bold: list[bool] = []

    def add_children(self, parent: Element) -> None:
        """Add the runs in an element of a paragraph."""
        losses = self._reader.losses
        for child in parent:
            name = child.tag.removeprefix(W)
            if name == "r":
                self._add_run(child)
            elif name in ("del", "moveFrom"):
                losses[DELETED] += 1
            elif name in ("ins", "moveTo"):
                losses[INSERTED] += 1
                self.add_children(child)
            elif name in _INSIDE:
                self.add_children(child)
            elif child.tag.startswith(_PREFIXES["m"]):
                self.runs.append(("".join(part.text or "" for part in child.iter(f"{_PREFIXES['m']}t")), ""))

    def _add_run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        look = self._look
        if properties is not None:
            style = properties.find(f"{W}rStyle")
            if style is not None:
                look = self._reader.styles.of(style.get(f"{W}val", ""), look)
            look = with_run(look, properties)
        if look.hidden:
            self._reader.losses[HIDDEN] += 1
            return
        text = "".join(map(self._piece, run))
        if text:
            self.runs.append((superscript(text) if look.raised else text, look.font))
            if text.strip():
                self.bold.append(look.bold)

    def _piece(self, part: Element) -> str:
        """Return the characters of one element of a run."""
        name = part.tag.removeprefix(W)
        if name == "t":
            return (part.text or "").replace("\n", " ")
        if name in _SIGNS:
            return _SIGNS[name]
        if name == "sym":
            code = part.get(f"{W}char", "")
            return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) and code[0] not in "dD" else ""
        if name in ("footnoteReference", "endnoteReference"):
            self._reader.refer(name.removesuffix("Reference"), part.get(f"{W}id", ""))
        elif name in ("drawing", "pict", "object") or part.tag == f"{_PREFIXES['mc']}AlternateContent":
            self._hold_boxes(part)
        return ""

    def _hold_boxes(self, part: Element) -> None:
        """Keep the text boxes of a drawing, which is stored twice for older programs."""
        choice = part.find(f"{_PREFIXES['mc']}Choice")
        boxes = list((part if choice is None else choice).iter(f"{W}txbxContent"))
        if not boxes:
            self._reader.losses[PICTURES] += 1
        for box in boxes:
            self._reader.hold(box)


def _flat(block: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a block, also inside content controls and tracked changes."""
    name = block.tag.removeprefix(W)
    if name in ("p", "tbl"):
        yield block
    elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
        for child in block:
            yield from _flat(child)


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also inside content controls."""
    for child in parent:
        inner = child.tag.removeprefix(W)
        if inner == name:
            yield child
        elif inner in ("sdt", "sdtContent", "customXml"):
            yield from _children(child, name)


def _ends_deleted(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _value(element: Element | None, default: int) -> int:
    text = "" if element is None else element.get(f"{W}val", "")
    return min(int(text), _WIDEST) if text.isdecimal() and len(text) < 6 else default
