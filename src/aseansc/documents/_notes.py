"""The notes below a table that say which of its figures are estimated or provisional: *(*) Số sơ bộ*."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, final

from aseansc.documents._titles_above import start_of
from aseansc.observations import Status
from aseansc.vietnamese.tables import note_of_status

if TYPE_CHECKING:
    from aseansc.documents._source import Source, Table

_MOST_LINES: Final = 6
"""The most lines below a table in which its notes are searched."""


@final
class Notes:
    """The notes of the tables of a document.

    Args:
        source: the document.
    """

    def __init__(self, source: Source) -> None:
        self._passages = source.passages
        self._starts = [passage.start for passage in source.passages]
        self._tables = sorted(map(start_of, source.tables))

    def statuses(self, table: Table) -> dict[str, Status]:
        """Return the status that each mark states, by notes in the cells of a table and in the lines just below it."""
        end = max(cell.end for cell in table.cells)
        following = bisect_right(self._tables, end)
        first = bisect_left(self._starts, end)
        last = first + _MOST_LINES
        if following < len(self._tables):
            last = min(last, bisect_left(self._starts, self._tables[following]))
        texts = (*(cell.text for cell in table.cells), *(passage.text for passage in self._passages[first:last]))
        lines = (line for text in texts for line in text.splitlines())
        notes = (note for line in lines if (note := note_of_status(line)) is not None)
        return {mark: Status.PROVISIONAL if is_provisional else Status.ESTIMATED for mark, is_provisional in notes}
