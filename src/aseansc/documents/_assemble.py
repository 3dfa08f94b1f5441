"""Turn what a reader found into the reading text, with the position of every passage and cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, final

from aseansc.citations import Document, sha256_of
from aseansc.documents._letters import Letters
from aseansc.documents._lines import clean, join_split_number
from aseansc.documents._raw import RawCell, RawPassage, RawSource, RawTable, Run
from aseansc.documents._source import Cell, Passage, PassageKind, Source, Table
from aseansc.limits import EACH_CELL, require_items
from aseansc.losses import Loss

_LONGEST_TITLE: Final = 200
_DOCUMENT: Final = "report"


def assemble(raw: RawSource, *, media_type: str, file_sha256: str, name: str) -> Source:
    """Return the source for what a reader found in a file.

    Args:
        raw: the passages and tables.
        media_type: the media type of the file.
        file_sha256: the hash of the file.
        name: the name of the file, which gives the title if the file has none.

    Raises:
        DocumentError: if the cells of the tables cover too many places.
    """
    _require_few_places(raw, name)
    made = _Assembly(raw)
    made.add_all()
    text = "\n".join(made.lines)
    heading = next((each.text for each in made.passages if each.kind is PassageKind.HEADING), "")
    title = raw.title.strip() or heading or name
    document = Document(
        id=_DOCUMENT,
        title=" ".join(title.split())[:_LONGEST_TITLE],
        sha256=sha256_of(text),
        file_sha256=file_sha256,
        media_type=media_type,
        reading=raw.reading,
    )
    return Source(
        text=text,
        passages=tuple(made.passages),
        tables=tuple(made.tables),
        losses=tuple(made.losses()),
        document=document,
    )


@final
class _Assembly:
    """The lines of the reading text, and what is printed on them."""

    def __init__(self, raw: RawSource) -> None:
        self._raw = raw
        self._letters = Letters(_all_runs(raw))
        self.lines: list[str] = []
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self._size = 0
        self._counts: Counter[str] = Counter()

    def add_all(self) -> None:
        for item in self._raw.items:
            if isinstance(item, RawTable):
                self._add_table(item)
            else:
                self._add_passage(item)

    def _clean(self, runs: list[Run]) -> tuple[str, int]:
        text, removed, joined = clean(self._letters.text_of(runs), wraps=self._raw.wraps)
        self._counts["soft hyphens and other invisible characters removed"] += removed
        return text, joined

    def _add_line(self, text: str) -> tuple[int, int]:
        start = self._size
        self.lines.append(text)
        self._size += len(text) + 1
        return start, start + len(text)

    def _add_passage(self, item: RawPassage) -> None:
        text, joined = self._clean(item.runs)
        if not text.strip():
            return
        self._counts["figures that were split at a line break and joined"] += joined
        start, end = self._add_line(text)
        passage = Passage(
            kind=item.kind,
            start=start,
            end=end,
            text=text,
            locator=item.locator,
            level=item.level,
            page=item.page,
        )
        self.passages.append(passage)

    def _add_table(self, item: RawTable) -> None:
        cells = tuple(map(self._cell, item.cells))
        if any(cell.text for cell in cells):
            self.tables.append(Table(locator=item.locator, cells=cells, page=item.page))

    def _cell(self, cell: RawCell) -> Cell:
        text, joined = self._clean(cell.runs)
        text, is_joined = join_split_number(text)
        self._counts["figures that were split at a line break and joined"] += joined + is_joined
        before = max(self._size - 1, 0)  # an empty cell is at the end of the line before
        start, end = self._add_line(text) if text.strip() else (before, before)
        return Cell(
            row=cell.row,
            column=cell.column,
            row_span=cell.row_span,
            column_span=cell.column_span,
            start=start,
            end=end,
            text=text if text.strip() else "",
            locator=cell.locator,
            value=cell.value,
            joined=bool(joined or is_joined),
        )

    def losses(self) -> Iterator[Loss]:
        """Yield what was left out or changed."""
        for name, count in self._letters.converted.items():
            what = "1 passage" if count == 1 else f"{count} passages"
            yield Loss(what=f"{what} in {name}", why="converted to Unicode before positions were counted")
        for what, count in (self._counts + self._raw.losses).items():
            yield Loss(what=what, why=f"{count} in the file")


def _require_few_places(raw: RawSource, name: str) -> None:
    """Raise an error for merged cells that cover more than any report has: a table keeps every place in memory."""
    places = 0
    for table in raw.items:
        if isinstance(table, RawTable):
            places += sum(cell.row_span * cell.column_span for cell in table.cells)
            where = f"{name}, {table.locator}"
            require_items(places, "places that cells cover", where, each=EACH_CELL, is_whole=False)


def _all_runs(raw: RawSource) -> Iterator[list[Run]]:
    for item in raw.items:
        if isinstance(item, RawTable):
            yield from (cell.runs for cell in item.cells)
        else:
            yield item.runs
