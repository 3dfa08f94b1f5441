"""What was read from a document: its reading text, passages, tables, and what was left out or changed."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from aseansc.citations import Citation, Document
from aseansc.codelists import CodeList
from aseansc.errors import FieldError, FieldTypeError, UnknownNameError
from aseansc.losses import Loss

if TYPE_CHECKING:
    from aseansc.documents._column import Column


@final
class PassageKind(CodeList):
    """The role of a passage in its document.

    - ``heading``: by its style, its numbering, or because it is one short bold line.
    - ``list_item``: an item of a list.
    - ``note``: a footnote or endnote.
    - ``paragraph``: any other text outside tables.
    """

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    NOTE = "note"


@final
@frozen(kw_only=True)
class Passage:
    """A run of text outside tables: a paragraph, heading, list item or note.

    Args:
        kind: its role in the document.
        start: position of its first character in the reading text.
        end: position after its last character.
        text: its text.
        locator: where a person finds it, such as ``p4``, ``note 2`` or ``page 5``.
        level: the level of a heading or list item from 1; 0 if it has none.
        page: its page from 1; ``None`` if the format has no pages.
    """

    kind: PassageKind
    start: int
    end: int
    text: str
    locator: str
    level: int = 0
    page: int | None = None


@final
@frozen(kw_only=True)
class Cell:
    """A cell of a table.

    Args:
        row: number of its first row, from 1.
        column: number of its first column, from 1.
        row_span: the number of rows that it covers.
        column_span: the number of columns that it covers.
        start: position of its first character in the reading text.
        end: position after its last character; `start` if the cell is empty.
        text: its text as printed.
        locator: where a person finds it, such as ``t1.r4c5`` or ``Sheet1!D6``.
        value: the number that a workbook stores in the cell, which may have more digits than are printed.
        joined: whether a number that was split at the end of a line was joined again.
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    start: int
    end: int
    text: str
    locator: str
    value: Decimal | None = None
    joined: bool = False


@final
@frozen(kw_only=True, repr=False)
class Table:
    """A table of a document, or a sheet of a workbook.

    Args:
        locator: where a person finds it, such as ``t1``, ``t1.r2c2.t1`` for a table in a cell, or ``Sheet1``.
        cells: its cells in the order of rows and columns; covered parts of merged cells are not repeated.
        page: its first page from 1; ``None`` if the format has no pages.
    """

    locator: str
    cells: tuple[Cell, ...]
    page: int | None = None
    shape: tuple[int, int] = field(init=False, eq=False)
    """The number of rows and of columns."""
    _grid: dict[tuple[int, int], Cell] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        grid = {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        object.__setattr__(self, "_grid", grid)
        shape = max((row for row, _ in grid), default=0), max((column for _, column in grid), default=0)
        object.__setattr__(self, "shape", shape)

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place of the grid, or ``None``.

        Args:
            row: the row, from 1.
            column: the column, from 1.
        """
        return self._grid.get((row, column))

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The texts of the grid, row by row; a merged cell is repeated in every place that it covers."""
        height, width = self.shape
        return tuple(
            tuple("" if (cell := self.at(row, column)) is None else cell.text for column in range(1, width + 1))
            for row in range(1, height + 1)
        )

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns with the role, time and unit that their heads state; empty if no heads are recognised."""
        from aseansc.documents._columns import blocks_of

        blocks = blocks_of(self)
        return tuple(column for block in blocks if block.first == blocks[0].first for column in block.columns)

    def __repr__(self) -> str:
        height, width = self.shape
        return f"<Table {self.locator}: {height} rows, {width} columns>"


@final
@frozen(kw_only=True, repr=False, eq=False)
class Source:
    """A document as it was read.

    Positions are indexes into `text`, the reading text. It is the same whenever the file is read again with the same
    ``document.reading``.

    Args:
        text: the reading text: every passage and cell on lines of its own, in the order of the document.
        passages: the passages, in the order of the text.
        tables: the tables, in the order of the text.
        losses: what was left out, changed or could not be read.
        document: the document, for citations.
    """

    text: str
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]
    losses: tuple[Loss, ...]
    document: Document

    @cached_property
    def _starts(self) -> tuple[list[int], list[tuple[int, str]]]:
        found = [(part.start, part.end, part.locator) for part in self.passages]
        found += [(cell.start, cell.end, cell.locator) for table in self.tables for cell in table.cells if cell.text]
        found.sort()
        return [start for start, _, _ in found], [(end, place) for _, end, place in found]

    def locator(self, position: int) -> str:
        """Return where a person finds a position of the reading text in the file, such as ``p4`` or ``t1.r4c5``.

        Args:
            position: an index into the text; that of a line end belongs to the passage or cell before it.

        Raises:
            FieldTypeError: if the position is not a whole number.
            FieldError: if the position is not in the text.
            UnknownNameError: if no passage or cell is printed there.
        """
        _require_position(position, "Source.locator")
        if not 0 <= position < len(self.text):
            raise FieldError(
                "the position is outside the text",
                where="Source.locator",
                got=position,
                expected=f"0 to {len(self.text) - 1}",
            )
        starts, ends = self._starts
        at = bisect_right(starts, position) - 1
        if at < 0 or (ends[at][0] < position and self.text[ends[at][0] : position].strip()):
            raise UnknownNameError("no passage or cell is printed here", where="Source.locator", got=position)
        return ends[at][1]

    def cite(self, start: int, end: int) -> Citation:
        """Return the citation of a part of the text, with its locator.

        Raises:
            FieldTypeError: if a position is not a whole number.
            FieldError: if the positions are not in the text, or the part is blank.
        """
        _require_position(start, "Source.cite")
        _require_position(end, "Source.cite")
        return Citation(
            document=self.document.id,
            start=start,
            end=end,
            printed=self.text[start:end],
            locator=self.locator(start),
        )

    def __repr__(self) -> str:
        counts = f"{len(self.text)} characters, {len(self.passages)} passages, {len(self.tables)} tables"
        return f"<Source {self.document.id}: {counts}>"


def _require_position(position: object, where: str) -> None:
    if not isinstance(position, int) or isinstance(position, bool):
        raise FieldTypeError("not a position", where=where, got=position, expected="a whole number")
