"""The notes below a table that say which of its figures are estimated, *(*) Số sơ bộ*, or of what time they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    note_of_mark,
    note_of_status,
    time_of_note,
    unit_in_line,
    unit_of_note,
    units_in_list,
    year_behind,
)

if TYPE_CHECKING:
    from aseansc.documents._row import Row
    from aseansc.documents._source import Source, Table

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
        self._titles = frozenset(filter(is_title, titles))
        self._passages = source.passages
        self._starts = [passage.start for passage in source.passages]
        self._tables = sorted(map(start_of, source.tables))

    def of(self, table: Table) -> NotesOfTable:
        """Return the notes in the cells of a table, and in the lines just below it."""
        return NotesOfTable(table, list(self._below(table)), self._titles)

    def _below(self, table: Table) -> Iterator[str]:
        end = max(cell.end for cell in table.cells)
        following = bisect_right(self._tables, end)
        first = bisect_left(self._starts, end)
        last = first + _MOST_LINES
        if following < len(self._tables):
            last = min(last, bisect_left(self._starts, self._tables[following]))
        return (line for passage in self._passages[first:last] for line in passage.text.splitlines())


@final
class NotesOfTable:
    """The notes of a table.

    Args:
        table: the table.
        below: the lines just below it.
        titles: the lines above all tables of the document.
    """

    def __init__(self, table: Table, below: list[str], titles: frozenset[str]) -> None:
        in_row = Counter(cell.row for cell in table.cells if cell.text.strip())
        lone = [line for cell in table.cells if in_row[cell.row] == 1 for line in cell.text.splitlines()]
        marked = (note for line in (*lone, *below) if (note := note_of_mark(line)) is not None)
        self._marked = dict(marked)
        """The notes by their marks, which are alone in their row."""
        self._used = {mark_of(line) for cell in table.cells for line in cell.text.splitlines()}
        self._lines = [line for cell in table.cells for line in cell.text.splitlines()] + below
        self._titles = titles
        self._table = table

    def statuses(self) -> dict[str, Status]:
        """Return the status that each mark states."""
        notes = (note for line in self._lines if (note := note_of_status(line)) is not None)
        return {mark: Status.PROVISIONAL if is_provisional else Status.ESTIMATED for mark, is_provisional in notes}

    def with_notes(self, columns: Sequence[Column], *, has_unit: bool) -> tuple[Column, ...]:
        """Return columns with what notes state of them: the unit of a mark, *(*) Lưu lượng (m3/s)*, or a time.

        *ROA, ROE là số liệu quý I năm 2013* states that of the columns with these heads. A unit in the head is that of
        the column; beside one in a line above the table, the note leaves it open.
        """
        by_head = {name: time for line in self._lines for name, time in _times_by_head(line, columns)}
        return tuple(self._with_note(each, by_head.get(each.header), has_unit=has_unit) for each in columns)

    def _with_note(self, column: Column, time: Time | None, *, has_unit: bool) -> Column:
        text = self._marked.get(mark_of(column.header), "")
        noted = "" if column.unit else unit_of_note(text)
        time = column.time or time or self._time(mark_of(column.header))
        unit = column.unit or ("" if has_unit else noted)
        stated = column.states_unit or bool(noted)
        return evolve(column, unit=unit, states_unit=stated, time=time, is_disputed=has_unit and bool(noted))

    def _time(self, mark: str) -> Time | None:
        times = time_of_note(self._marked.get(mark, ""))
        return None if times is None else times.reached

    def in_rows(self, rows: Iterable[Row], columns: Sequence[Column]) -> list[Row]:
        """Return rows with what the notes of marks behind their labels and numbers state.

        This is the unit of a row and of its parts, *(*) Nghìn chiếc, triệu USD*, or a time, as is *1.250 (2018)*.
        """
        stated = ((mark, unit_in_line(text) or text) for mark, text in self._marked.items())
        units = {mark: text for mark, text in stated if units_in_list(text) or is_unit(text)}
        rows = list(rows)
        labels = {row.number: row.printed_label for row in rows}
        headers = {column.number: column.header for column in columns}
        return [self._in_row(row, units, labels.get(row.above, ""), headers) for row in rows]

    def _in_row(self, row: Row, units: Mapping[str, str], above: str, headers: Mapping[int, str]) -> Row:
        mark = mark_of(row.printed_label)
        unit = None if row.has_own_unit else units.get(mark) or units.get(mark_of(above))
        cells = ((column, self._table.at(row.number, column)) for column in row.numbers)
        texts = ((column, cell.text) for column, cell in cells if cell is not None)
        times = (
            (column, year_behind(text, f"{headers.get(column, '')} {row.label}") or self._time(mark_of(text)))
            for column, text in texts
        )
        return evolve(
            row,
            printed=unit or row.printed,
            own_time=row.own_time or self._time(mark),
            times={column: time for column, time in times if time is not None},
        )

    def times(self) -> TitleTimes | None:
        """Return the time that a note states for all figures of a table; ``None`` without one, or with several.

        A line that may be one of the title of the next table is not a note of all, and one with a mark that the table
        has is that of some figures.
        """
        marked = {text for mark, text in self._marked.items() if mark in self._used}
        lines = (line for line in self._lines if line not in self._titles and not line.endswith(tuple(marked)))
        found = {times for line in lines if (times := time_of_note(line)) is not None}
        return found.pop() if len(found) == 1 else None


def _times_by_head(line: str, columns: Sequence[Column]) -> Iterator[tuple[str, Time | None]]:
    """Yield the heads with which a note begins, in a list, with the time that it states for them."""
    heads = sorted({each.header for each in columns if each.header}, key=len, reverse=True)
    rest, named = line.strip(" -–+*•"), list[str]()
    while (head := next((each for each in heads if rest.startswith(each)), None)) is not None:
        named.append(head)
        rest = rest[len(head) :].lstrip(" ,;")
    times = time_of_note(rest) if named else None
    yield from ((head, times.reached) for head in named if times is not None)
