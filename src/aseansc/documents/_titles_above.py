"""The lines just above a table, and the times of the titles above these: of sections, and of the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, final

from attrs import frozen

from aseansc.documents._source import PassageKind
from aseansc.periods import Period
from aseansc.vietnamese.tables import TitleTimes, is_title, read_title, time_of_row, unit_in_line

if TYPE_CHECKING:
    from aseansc.documents._source import Passage, Source, Table

LONGEST_TITLE: Final = 300
_ABOVE: Final = 600
"""Characters before a table in which its title and its unit are searched."""

_MOST_TITLES: Final = 4
_MOST_LINES: Final = 12
"""The most lines at the beginning of a document that are its title."""

_LETTER: Final = 20
_NUMBERS: Final = (
    (re.compile(r"(?:phần|chương|mục)\s+(?:thứ\s+\w+|[ivx]+|\d+)\b"), 0),
    (re.compile(r"[ivx]+\s*[.)/-]"), 1),
    (re.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[.)/-]\s*|(?<=\.\d)\s+|(?<=\.\d\d)\s+)(?=[^\W\d_])"), 2),
    (re.compile(r"[a-zđ]\s*[.)/]"), _LETTER),
)
"""How headings begin that are numbered, with their depth; each point in a number is one more."""


@frozen
class _Heading:
    """A numbered heading, its depth, and the heading of the section that it is in."""

    start: int
    text: str
    depth: int
    above: _Heading | None


@final
class TitlesAbove:
    """The titles above the tables of a document.

    Args:
        source: the document.
        period: the period of the report, if known.
    """

    def __init__(self, source: Source, period: Period | None) -> None:
        self._passages = source.passages
        self._starts = [passage.start for passage in source.passages]
        spans = sorted((start_of(table), _end_of(table)) for table in source.tables)
        self._tables = [start for start, _ in spans]
        self._first = min((start_of(table) for table in source.tables if table.columns), default=0)
        self._ends = list(accumulate((end for _, end in spans), max))
        self._headings = _headings(source)
        self._of_headings = [heading.start for heading in self._headings]
        self._period = period

    def lines(self, table: Table) -> tuple[Passage, ...]:
        """Return the passages just above a table that are lines of a title, not sentences."""
        start = start_of(table)
        before = bisect_left(self._tables, start)
        last = self._ends[before - 1] if before else 0
        end = first = bisect_left(self._starts, start)
        while (
            end - first < _MOST_TITLES
            and first
            and self._starts[first - 1] >= max(last, start - _ABOVE)
            and _is_title_line(self._passages[first - 1].text)
        ):
            first -= 1
        return _without_siblings(self._passages[first:end])

    def times(self, table: Table, lines: tuple[Passage, ...]) -> TitleTimes | None:
        """Return the times that the nearest title above the lines of a table states; ``None`` if none states any.

        Args:
            table: the table.
            lines: the lines just above it.
        """
        above = _of_report(self._period) if self._period else self._of_document(lines)
        for heading in reversed(self._sections(lines[0].start if lines else start_of(table), lines)):
            above = read_title([heading.text], above) or above
        return above

    def _sections(self, before: int, lines: tuple[Passage, ...]) -> list[_Heading]:
        """Return the numbered headings of the sections that lines are in, from the nearest one up."""
        least = min((depth for line in lines if (depth := _depth(line.text)) is not None), default=_LETTER + 1)
        at = bisect_left(self._of_headings, before)
        heading = self._headings[at - 1] if at else None
        found: list[_Heading] = []
        while heading is not None:
            if heading.depth < least:
                found.append(heading)
            heading = heading.above
        return found

    def _of_document(self, own: tuple[Passage, ...]) -> TitleTimes | None:
        """Return the times of the title of the document: its first lines, without those of a table."""
        lines = self._passages[: min(_MOST_LINES, bisect_right(self._starts, self._first))]
        sentence = next((at for at, line in enumerate(lines) if not _is_title_line(line.text)), None)
        if sentence is not None:
            lines = lines[:sentence]
        elif lines and lines[-1] not in own and len(lines) < _MOST_LINES:
            lines = lines[:-1]  # the title of the first table
        return read_title([line.text for line in lines if line not in own and is_title(line.text)])


def _without_siblings(lines: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return the lines above a table without the headings of sections that end above it."""
    found: list[Passage] = []
    least = _LETTER + 1
    for line in reversed(lines):
        depth = _depth(line.text)
        if depth is None or depth < least:
            found.append(line)
            least = least if depth is None else depth
    return tuple(reversed(found))


def times_of_sheet(table: Table) -> TitleTimes | None:
    """Return the time that is all of the name of the sheet of a table: *Năm 2022*, *6T2023*; ``None`` without one."""
    found = time_of_row(table.locator.strip("'"))
    return None if found is None else TitleTimes(reached=found[0], known=found[0])


def start_of(table: Table) -> int:
    """Return the position of the first text of a table."""
    return min((cell.start for cell in table.cells if cell.text), default=0)


def _end_of(table: Table) -> int:
    return max((cell.end for cell in table.cells), default=0)


def _is_title_line(text: str) -> bool:
    """Return whether a passage is a line of a title, not a sentence."""
    text = text.strip()
    is_sentence = text.endswith(".") and len(text.split()) > 3 and not unit_in_line(text)
    return len(text) <= LONGEST_TITLE and not is_sentence


def _of_report(period: Period) -> TitleTimes:
    return TitleTimes(reached=period, planned=period, known=period)


def _headings(source: Source) -> list[_Heading]:
    """Return the numbered headings of a document."""
    found: list[_Heading] = []
    above: _Heading | None = None
    for passage in source.passages:
        depth = _depth(passage.text) if passage.kind is PassageKind.HEADING else None
        if depth is None:
            continue
        while above is not None and above.depth >= depth:
            above = above.above
        above = _Heading(passage.start, passage.text, depth, above)
        found.append(above)
    return found


def _depth(text: str) -> int | None:
    """Return how deep a numbered heading is below others, from 0; ``None`` if a line is not one."""
    shown = text.strip().casefold()
    found = ((pattern.match(shown), depth) for pattern, depth in _NUMBERS)
    return next((depth + match[0].strip(" .").count(".") for match, depth in found if match is not None), None)
