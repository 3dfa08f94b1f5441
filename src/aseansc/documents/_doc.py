"""Read a .doc file of Word 97 to 2003, with no other program: nothing in it is executed or fetched.

The programs were tried on made and real files. antiword and catdoc print tables as lines of text, and antiword's XML
loses rows, merged cells and notes; neither prints the fonts of runs, by which TCVN3 and VNI differ. LibreOffice takes
seconds to start, and follows links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from struct import error, unpack_from
from typing import Final, final

from attrs import define, evolve, field

from aseansc.documents._doc_file import (
    CELLS,
    DEPTH,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW,
    ROW_END,
    Characters,
    Paragraph,
    Properties,
    WordFile,
)
from aseansc.documents._edges import EdgeTable, Merge, Shape
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
    Look,
    kind_of,
)
from aseansc.documents._raw import BREAK, RawCell, RawPassage, RawSource, RawTable, Run, superscript
from aseansc.documents._source import PassageKind
from aseansc.errors import AseanscError, DocumentError

READING: Final = "doc/1"
_MACROS: Final = "macros, not executed"
_FIELD: Final = re.compile("[\x13-\x15\x07]")
_SIGNS: Final = dict.fromkeys((*range(9), *range(0x10, 0x20))) | {0x0C: BREAK, 0x0E: BREAK, 0x1E: "-"}
_DEEPEST_FIELD: Final = 20
_PICTURE: Final = re.compile("[\x01\x08]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_doc(content: bytes, where: str) -> RawSource:
    """Return the passages and tables of a .doc file.

    Raises:
        DocumentError: if it is damaged, encrypted, or of Word 6 or 95.
    """
    try:
        reader = _Reader(WordFile(content, where))
        reader.read()
    except AseanscError:
        raise
    except (error, IndexError, ValueError) as problem:
        raise DocumentError(
            "the file is damaged, or not a .doc file",
            where=where,
            got=str(problem)[:200],
            hint="Open it in Word or LibreOffice and save it as .docx.",
        ) from None
    if not reader.items:
        raise DocumentError("no text was found in the file", where=where, hint="It may be damaged. Save it as .docx.")
    return RawSource(reader.items, READING, reader.losses)


@define
class _Level:
    """A table that is being read, and the row and cell of it; tables in cells wait until the columns are known."""

    table: EdgeTable = field(factory=EdgeTable)
    cells: list[list[Run]] = field(factory=list[list[Run]])
    runs: list[Run] = field(factory=list[Run])
    inner: list[tuple[int, _Level]] = field(factory=list["tuple[int, _Level]"])
    placed: list[tuple[RawCell, _Level]] = field(factory=list["tuple[RawCell, _Level]"])


@final
class _Reader:
    """The passages and tables that were read so far, in reading order."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self.items: list[RawPassage | RawTable] = []
        self.losses: Counter[str] = Counter()
        self._levels: list[_Level] = []
        self._open: list[Run] = []  # the runs of a paragraph whose end was deleted
        self._paragraphs = self._tables = 0
        self._dropped = _codes_of_fields(file.text)
        self._boxes = self._anchored()

    def read(self) -> None:
        """Read the text, and then the notes."""
        for paragraph in self._file.paragraphs(*self._file.stories[0]):
            boxes: list[Paragraph] = []
            while self._boxes and self._boxes[-1][0] <= paragraph.end:
                boxes += self._file.paragraphs(*self._boxes.pop()[1:])
            self._add(paragraph, boxes)
        self._at_depth(0)
        self._add_notes()
        margins = pairwise(self._file.positions(11, 0)[0][6:])  # the first six are lines between the text and notes
        self.losses[MARGINS] = sum(end - start > 2 for start, end in margins)
        self.losses[COMMENTS] = len(self._file.positions(4, 30)[1])
        self.losses[_MACROS] = "macros" in self._file.names

    def _add(self, paragraph: Paragraph, boxes: Sequence[Paragraph] = ()) -> None:
        """Add a paragraph, and then those of the text boxes that are anchored in it."""
        depth = _depth(paragraph.properties)
        self._at_depth(depth)
        runs, look, is_joined = self._runs(paragraph)
        if not depth:
            self._open += runs
            if not is_joined:
                self._add_passage(look)
            for box in boxes:
                self._add(box)
            return
        for box in boxes:
            runs += [(BREAK, ""), *self._runs(box)[0]]
        self._add_to_cell(paragraph, runs, is_deleted=is_joined)

    def _add_passage(self, look: Look) -> None:
        runs, self._open = self._open, []
        if any(text.strip(f" \t{BREAK}") for text, _ in runs):
            self._paragraphs += 1
            kind, level = kind_of(runs, look)
            self.losses[NUMBERS] += kind is PassageKind.LIST_ITEM
            self.items.append(RawPassage(kind, runs, f"p{self._paragraphs}", level))

    def _add_to_cell(self, paragraph: Paragraph, runs: list[Run], *, is_deleted: bool) -> None:
        """Add a paragraph to the cell of the innermost table; its mark may end the cell or the row."""
        level = self._levels[-1]
        properties = paragraph.properties
        if any(properties.get(code, b"\0") != b"\0" for code in (ROW_END, INNER_ROW)):
            if is_deleted:
                level.cells, level.inner = [], []
                self.losses[DELETED_ROWS] += 1
            self._end_row(level, properties)
            return
        level.runs += runs
        if self._file.text[paragraph.end : paragraph.end + 1] == "\x07" or INNER_CELL in properties:
            level.cells.append(level.runs)
            level.runs = []
        else:
            level.runs.append((BREAK, ""))

    def _runs(self, paragraph: Paragraph) -> tuple[list[Run], Look, bool]:
        """Return the runs of a paragraph, its formatting, and whether the mark at its end was deleted."""
        runs: list[Run] = []
        bold: list[bool] = []
        is_joined = False
        for start, end, characters in self._file.runs(paragraph):
            is_joined = end > paragraph.end and characters.deleted
            text = self._shown(start, min(end, paragraph.end), characters)
            if not text:
                continue
            self.losses[INSERTED] += characters.inserted
            if characters.deleted or characters.look.hidden:
                self.losses[DELETED if characters.deleted else HIDDEN] += 1
                continue
            runs.append((superscript(text) if characters.look.raised else text, characters.look.font))
            if text.strip():
                bold.append(characters.look.bold)
        return runs, evolve(paragraph.look, bold=bool(bold) and all(bold)), is_joined

    def _shown(self, start: int, end: int, characters: Characters) -> str:
        text = self._file.text[start:end]
        self.losses[PICTURES] += len(_PICTURE.findall(text))
        if any(self._dropped[start:end]):
            text = "".join(sign for at, sign in enumerate(text, start) if not self._dropped[at])
        if characters.symbol:
            text = text.replace("(", characters.symbol)
        text = text.translate(_SIGNS)
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text

    def _at_depth(self, depth: int) -> None:
        """End the tables that are deeper, and begin those that are missing."""
        while len(self._levels) > depth:
            level = self._levels.pop()
            if level.cells or level.runs:
                self._end_row(level, {})
            if self._levels:
                self._levels[-1].inner.append((len(self._levels[-1].cells), level))
            else:
                self._tables += 1
                self._finish(level, f"t{self._tables}")
        while len(self._levels) < depth:
            self._levels.append(_Level())

    def _end_row(self, level: _Level, properties: Properties) -> None:
        cells = [*level.cells, level.runs] if level.runs else level.cells
        if cells:
            made = level.table.add_row(cells, *_shapes(properties))
            level.placed += [(made[number], inner) for number, inner in level.inner if number < len(made)]
        level.cells, level.runs, level.inner = [], [], []

    def _finish(self, level: _Level, locator: str) -> None:
        self.items.append(level.table.finish(locator))
        inside: Counter[str] = Counter()
        for cell, inner in level.placed:
            inside[cell.locator] += 1
            self._finish(inner, f"{cell.locator}.t{inside[cell.locator]}")

    def _add_notes(self) -> None:
        """Add the footnotes and then the endnotes, numbered in the order of their references."""
        notes: list[tuple[int, int, int, int]] = []
        for story, part in ((1, 2), (5, 46)):
            first, last = self._file.stories[story]
            ends = pairwise(min(first + at, last) for at in self._file.positions(part + 1, 0)[0])
            notes += [(at, story, *end) for at, end in zip(self._file.positions(part, 2)[0], ends, strict=False)]
        numbers = {note: number for number, note in enumerate(sorted(notes), 1)}
        for note in notes:
            runs: list[Run] = []
            for paragraph in self._file.paragraphs(*note[2:]):
                runs += [(BREAK, ""), *self._runs(paragraph)[0]]
            self.items.append(RawPassage(PassageKind.NOTE, runs, f"note {numbers[note]}"))

    def _anchored(self) -> list[tuple[int, int, int]]:
        """Return the text boxes, the last first: the position that each is anchored at, and those of its text."""
        shapes = {data[:4]: at for at, data in zip(*self._file.positions(40, 26), strict=False)}
        first, last = self._file.stories[6]
        positions, boxes = self._file.positions(56, 22)
        found = [
            (shapes.get(box[14:18], self._file.stories[0][1] - 1), min(first + start, last), min(first + end, last))
            for (start, end), box in zip(pairwise(positions), boxes, strict=False)
            if end - start > 1
        ]
        self.losses[PICTURES] -= len(found)
        return sorted(found, reverse=True)


def _depth(properties: Properties) -> int:
    """Return how many tables are around a paragraph; those that are too deep are lines of their cell."""
    is_inside = properties.get(IN_TABLE, b"\0") != b"\0"
    return min(int.from_bytes(properties.get(DEPTH, bytes([is_inside])), "little"), DEEPEST_TABLE)


def _shapes(properties: Properties) -> tuple[list[Shape], int]:
    """Return the shapes of the cells of a row, and its left edge."""
    packed = properties.get(CELLS, b"\0\0\0")
    count = packed[0]
    left, *edges = unpack_from(f"<{count + 1}h", packed, 1)
    first = 2 * count + 3
    flags = [int.from_bytes(packed[at : at + 2], "little") for at in range(first, first + 20 * count, 20)]
    return [(edge, _merge(flag)) for edge, flag in zip(edges, flags, strict=True)], left


def _merge(flags: int) -> Merge:
    if flags & 2:
        return Merge.BEFORE
    if flags & 0x20:
        return Merge.FIRST if flags & 0x40 else Merge.ABOVE
    return Merge.NONE


def _codes_of_fields(text: str) -> bytearray:
    """Return for each position whether it is in the code of a field, whose result is printed instead."""
    dropped = bytearray(len(text))
    opened: list[int] = []
    for match in _FIELD.finditer(text):
        sign, at = match[0], match.start()
        if sign == "\x13":
            opened.append(at)
        if sign == "\x07" or len(opened) > _DEEPEST_FIELD:  # a field without an end does not reach behind its cell
            opened.clear()
        elif sign != "\x13" and opened:
            start = opened[-1]
            if start >= 0:
                dropped[start : at + 1] = b"\1" * (at + 1 - start)
            opened[-1] = -1
            if sign == "\x15":
                opened.pop()
    return dropped
