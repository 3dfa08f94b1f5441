"""Read the table of SDMX-CSV 2.0 and 1.0."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._document.problems import refusal
from aseansc.interchange._recognize import advice
from aseansc.interchange.sdmx._data_structure import LONGEST_CELL, UNREADABLE
from aseansc.interchange.sdmx._read_labels import Labels, split_structure
from aseansc.limits import in_force

_MOST_COLUMNS: Final = 500
_FIRST: Final = re.compile(r'"?(STRUCTURE(?:\[.\])?|DATAFLOW)(?:: ?[^",;\t\r\n]*)?"?([,;\t])')
_LINES: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_STRUCTURES: Final = frozenset({"dataflow", "datastructure", "dataprovision", "dataprovisionagreement"})
_ACTIONS: Final = frozenset({"", "I", "A", "R", "M"})


def _require_few_columns(count: int) -> None:
    if count > _MOST_COLUMNS:
        raise DocumentError(
            "the table has too many columns",
            where="sdmx.loads, line 1",
            got=count,
            expected=f"at most {_MOST_COLUMNS:,}",
            hint="Remove empty columns, or split the columns into several files.",
        )


def _count_delimiters(text: str, delimiter: str) -> int:
    """Count the delimiters in the first line, before it is split into cells, which takes memory."""
    ends = [end for end in (text.find("\n"), text.find("\r")) if end >= 0]
    return text.count(delimiter, 0, min(ends, default=len(text)))


class Table:
    """The table of an SDMX-CSV file: its columns, its structure, and its rows, which can be iterated once.

    Args:
        text: the content of the file.

    Raises:
        DocumentError: if the file is not SDMX-CSV. Problems with columns and rows are collected in `problems`.
    """

    def __init__(self, text: str) -> None:
        first = _FIRST.match(text)
        if first is None:
            raise DocumentError(
                "the document is not SDMX-CSV, SDMX-ML or SDMX-JSON",
                where="sdmx.loads, line 1",
                got=text[:40],
                expected="a first column STRUCTURE (SDMX-CSV 2.0) or DATAFLOW (SDMX-CSV 1.0), or an XML element",
                hint=advice(text, "sdmx"),
            )
        _require_few_columns(_count_delimiters(text, first[2]))
        self._size = 0
        self._reader = csv.reader(self._lines_of(text), delimiter=first[2], strict=True)
        self.problems: list[AseanscError] = []
        header = self._header()
        _require_few_columns(len(header))
        self.width = len(header)
        self._fixed = self._fixed_columns(header)
        self.labels = Labels(header[self._fixed :], paired=self._name_at > 0)
        """The names that the file gives to codes."""
        self.columns = self.labels.columns
        """The columns after those of `HEAD`, without those that contain only labels."""
        self.name = ""
        """The name of the structure."""
        for name, count in Counter([*header[: self._fixed], *self.columns]).items():
            if count > 1:
                self._problem(FieldError("a column is given twice", got=name, expected="each column once"), 1)
        self.structure = ""
        self._start: list[str] = []

    def _fixed_columns(self, header: list[str]) -> int:
        """Count the first columns, which identify the structure and the action of each row."""
        self._name_at = -1
        if header[0].partition(":")[0] == "DATAFLOW":
            self._kinds, self._structure_at, self._action_at = frozenset[str](), 0, -1
            return 1
        self._kinds, self._structure_at, self._action_at = _STRUCTURES, 1, -1
        if header[1:2] != ["STRUCTURE_ID"]:
            problem = FieldError("a column is missing", got=header[1:2], expected="STRUCTURE_ID after STRUCTURE")
            self._problem(problem, 1)
            return 1
        at = 2
        for name in ("STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY"):
            if header[at : at + 1] == [name]:
                self._action_at = at if name == "ACTION" else self._action_at
                self._name_at = at if name == "STRUCTURE_NAME" else self._name_at
                at += 1
        return at

    def _problem(self, problem: FieldError, number: int) -> None:
        problem.where = f"row {number}, {problem.where}" if problem.where else f"row {number}"
        self.problems.append(problem)
        if len(self.problems) > in_force().problems:
            raise refusal(UNREADABLE, self.problems, where="sdmx.loads")

    def _lines_of(self, text: str) -> Iterator[str]:
        for line in _LINES.finditer(text):  # io.StringIO takes four bytes for each character
            words = line[0]
            self._size += len(words)
            yield words

    def _header(self) -> list[str]:
        try:
            cells = next(self._reader, list[str]())
        except csv.Error as error:
            raise self._not_csv(str(error)) from None
        self._require_short_cells(cells)
        return cells

    def _require_short_cells(self, cells: list[str]) -> None:
        """Check a row whose lines have more characters than a cell may have.

        ``csv.field_size_limit`` is shared by the whole process, and other code may change it.
        """
        if self._size > LONGEST_CELL and max(map(len, cells), default=0) > LONGEST_CELL:
            raise self._not_csv("a cell is too long")
        self._size = 0

    def _not_csv(self, why: str) -> DocumentError:
        return DocumentError(
            "the document is not CSV",
            where=f"sdmx.loads, line {self._reader.line_num}",
            got=why,
            expected=f"cells of at most {LONGEST_CELL:,} characters, quoted if they contain a delimiter",
        )

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the number of each row, and its cells after those of `HEAD`; report malformed rows."""
        fixed, width, labels = self._fixed, self.width, self.labels
        try:
            for number, cells in enumerate(self._reader, 2):
                if self._size > LONGEST_CELL:
                    self._require_short_cells(cells)
                self._size = 0
                if len(cells) != width:
                    self._report_width(cells, number)
                    continue
                start = cells[:fixed]
                if start == self._start or self._check_start(start, number):
                    yield number, cells[fixed:] if labels.plain else labels.codes_of(cells[fixed:])
        except csv.Error as error:
            raise self._not_csv(str(error)) from None

    def _report_width(self, cells: list[str], number: int) -> None:
        """Report a row with another number of cells than the header, unless the line is empty."""
        if cells:
            problem = FieldError("too few cells" if len(cells) < self.width else "too many cells", got=len(cells))
            problem.expected = f"{self.width}, the number of columns"
            self._problem(problem, number)

    def _check_start(self, start: list[str], number: int) -> bool:
        """Check the structure and the action of a row; return whether they are valid."""
        before = len(self.problems)
        given = start[self._structure_at] if len(start) > self._structure_at else ""
        structure, name = split_structure(given)
        self.name = self.name or name or (start[self._name_at].strip() if self._name_at > 0 else "")
        if self._kinds and start[0].lower() not in self._kinds:
            problem = FieldError(
                "unknown code", where="STRUCTURE", got=start[0], expected=" or ".join(sorted(self._kinds))
            )
            self._problem(problem, number)
        self.structure = self.structure or structure
        if structure != self.structure:
            problem = FieldError(
                "the row has a different structure from the rows before it",
                where="STRUCTURE_ID",
                got=structure,
                expected=self.structure,
                hint="Split the file and load each part separately.",
            )
            self._problem(problem, number)
        action = start[self._action_at] if self._action_at > 0 else ""
        if action not in _ACTIONS:
            expected = "I, A, R or M; rows that delete data are not supported" if action == "D" else "I, A, R or M"
            self._problem(FieldError("unknown action", where="ACTION", got=action, expected=expected), number)
        if len(self.problems) == before:
            self._start = start
            return True
        return False
