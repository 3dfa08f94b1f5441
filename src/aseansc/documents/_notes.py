"""The notes below a table that say which of its figures are estimated, *(*) Số sơ bộ*, or of what time they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, final

from attrs import evolve

from aseansc.documents._column import Column
from aseansc.documents._titles_above import start_of
from aseansc.observations import Status
from aseansc.periods import Time
from aseansc.vietnamese.tables import (
    TitleTimes,
    is_title,
    is_unit,
    mark_of,
    note_of_status,
    time_of_note,
    unit_of_note,
    units_in_list,
)

if TYPE_CHECKING:
    from aseansc.documents._source import Cell, Source, Table
    from aseansc.documents._table_rows import Row

_MARKED: Final = re.compile(r"(?=[(*])\(?(\*+|\d{1,2})\)?\s*[:.–-]?\s*([^\W\d].*)")
"""A note behind its mark, which is a star or in brackets: *(*) Nghìn chiếc*."""

_MOST_LINES: Final = 6
"""The most lines below a table in which its notes are searched."""


@final
class Notes:
    """The notes of the tables of a document.

    Args:
        source: the document.
        titles: the lines above its tables.
    """

    def __init__(self, source: Source, titles: Iterable[str]) -> None:
        self._titles = frozenset(titles)
        self._passages = source.passages
        self._starts = [passage.start for passage in source.passages]
        self._tables = sorted(map(start_of, source.tables))

    def statuses(self, table: Table) -> dict[str, Status]:
        """Return the status that each mark states, by notes in the cells of a table and in the lines just below it."""
        notes = (note for line in self._lines(table) if (note := note_of_status(line)) is not None)
        return {mark: Status.PROVISIONAL if is_provisional else Status.ESTIMATED for mark, is_provisional in notes}

    def with_notes(self, columns: Sequence[Column], table: Table, *, has_unit: bool) -> tuple[Column, ...]:
        """Return columns with what notes state of them: the unit of a mark, *(*) Lưu lượng (m3/s)*, or a time.

        *ROA, ROE là số liệu quý I năm 2013* states that of the columns with these heads. A unit in the head is that of
        the column; beside one in a line above the table, the note leaves it open.
        """
        lines = list(self._lines(table))
        notes = (found for line in self._lone_lines(table) if (found := unit_of_note(line)) is not None)
        units = {mark: f"{unit}?" if has_unit else unit for mark, unit in notes}
        times = {name: time for line in lines for name, time in _times_by_head(line, columns)}
        return tuple(
            evolve(
                each, unit=each.unit or units.get(mark_of(each.header), ""), time=each.time or times.get(each.header)
            )
            for each in columns
        )

    def give_units(self, rows: Sequence[Row], table: Table) -> None:
        """Give rows with a mark, and their parts, the units that its note states: *(*) Nghìn chiếc, triệu USD*."""
        marked = (match for line in self._lone_lines(table) if (match := _MARKED.fullmatch(line.strip())) is not None)
        units = {each[1]: each[2] for each in marked if units_in_list(each[2]) or is_unit(each[2])}
        labels = {row.number: row.printed_label for row in rows}
        for row in rows if units else ():
            unit = units.get(mark_of(row.printed_label)) or units.get(mark_of(labels.get(row.above, "")))
            row.printed = row.printed if unit is None or row.has_own_unit else unit

    def times(self, table: Table) -> TitleTimes | None:
        """Return the time that a note states for all figures of a table; ``None`` without one, or with several.

        A line that may be one of the title of the next table is not a note.
        """
        titles = {line for line in self._titles if is_title(line)}
        lines = (line for line in self._lines(table) if line not in titles)
        found = {times for line in lines if (times := time_of_note(line)) is not None}
        return found.pop() if len(found) == 1 else None

    def _lone_lines(self, table: Table) -> Iterator[str]:
        """Yield the lines of cells that are alone in their row of a table, and those just below it."""
        rows = Counter(cell.row for cell in table.cells if cell.text.strip())
        return self._lines(table, (cell for cell in table.cells if rows[cell.row] == 1))

    def _lines(self, table: Table, cells: Iterable[Cell] | None = None) -> Iterator[str]:
        """Yield the lines of some or all cells of a table, and those just below it."""
        end = max(cell.end for cell in table.cells)
        following = bisect_right(self._tables, end)
        first = bisect_left(self._starts, end)
        last = first + _MOST_LINES
        if following < len(self._tables):
            last = min(last, bisect_left(self._starts, self._tables[following]))
        chosen = table.cells if cells is None else cells
        texts = (*(cell.text for cell in chosen), *(passage.text for passage in self._passages[first:last]))
        return (line for text in texts for line in text.splitlines())


def _times_by_head(line: str, columns: Sequence[Column]) -> Iterator[tuple[str, Time | None]]:
    """Yield the heads with which a note begins, in a list, with the time that it states for them."""
    heads = sorted({each.header for each in columns if each.header}, key=len, reverse=True)
    rest, named = line.strip(" -–+*•"), list[str]()
    while (head := next((each for each in heads if rest.startswith(each)), None)) is not None:
        named.append(head)
        rest = rest[len(head) :].lstrip(" ,;")
    times = time_of_note(rest) if named else None
    yield from ((head, times.reached) for head in named if times is not None)
