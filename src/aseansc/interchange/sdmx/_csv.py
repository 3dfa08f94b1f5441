"""SDMX-CSV 2.0: the rows that are written, and those of any file that is read; 1.0 is read as well."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._problems import refusal
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange.sdmx._codes import AGENCY, COLUMNS
from aseansc.interchange.sdmx._figures import rows
from aseansc.interchange.sdmx._labels import Labels, split_structure
from aseansc.interchange.sdmx._structure import VERSION, dataflow_id
from aseansc.reviews import Review

HEAD: Final = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
"""The columns that come first: what sort of structure, which one, and what is to be done with the row."""

_quotes: Final = re.compile(r'[",\r\n]|^\s|\s$').search


_MOST_COLUMNS: Final = 1_000
LONGEST_CELL: Final = 131_072
"""More characters than this the readers of CSV do not take in a cell."""


def csv_text(review: Review) -> str:
    """The figures of a review.

    Raises:
        FieldError: for a cell that readers of CSV do not take.
    """
    lines = [",".join((*HEAD, *COLUMNS))]
    start = f"dataflow,{AGENCY}:{dataflow_id(review.id)}({VERSION}),I,"
    for row in rows(review):
        line = start + ",".join([_quoted(cell) if _quotes(cell) else cell for cell in row])
        if len(line) > LONGEST_CELL:
            _require_short(row)
        lines.append(line)
    return "\n".join(lines) + "\n"


def _require_short(row: tuple[str, ...]) -> None:
    cells = dict(zip(COLUMNS, row, strict=True))
    for name, cell in cells.items():
        if len(cell) > LONGEST_CELL:
            raise FieldError(
                "a text that readers of CSV refuse",
                where=f"{name} of {cells['FIGURE_ID']!r}",
                got=cell,
                expected=f"at most {LONGEST_CELL} characters",
                hint="Write SDMX-ML.",
            )


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


# -- reading

_FIRST: Final = re.compile(r'"?(STRUCTURE(?:\[.\])?|DATAFLOW)(?:: ?[^",;\t\r\n]*)?"?([,;\t])')
_STRUCTURES: Final = frozenset({"dataflow", "datastructure", "dataprovision", "dataprovisionagreement"})
_ACTIONS: Final = frozenset({"", "I", "A", "R", "M"})


def _require_few_columns(count: int) -> None:
    if count > _MOST_COLUMNS:
        raise DocumentError(
            "the table has too many columns",
            where="sdmx.loads, line 1",
            got=count,
            expected=f"at most {_MOST_COLUMNS}",
            hint="Remove the columns that are empty, or load the columns in several files.",
        )


def _delimiters_of_first_line(text: str, delimiter: str) -> int:
    """How often the delimiter stands in the first line; counted before each cell takes memory."""
    ends = [end for end in (text.find("\n"), text.find("\r")) if end >= 0]
    return text.count(delimiter, 0, min(ends, default=len(text)))


class Table:
    """The table of a file: its columns, of which structure it is, and its rows, which can be gone through once.

    Raises:
        DocumentError: for what is no SDMX-CSV, with every problem of its first line.
    """

    def __init__(self, text: str) -> None:
        first = _FIRST.match(text)
        if first is None:
            raise DocumentError(
                "the document is neither SDMX-CSV nor SDMX-ML",
                where="sdmx.loads, line 1",
                got=text[:40],
                expected="a first column STRUCTURE (or DATAFLOW, as in SDMX-CSV 1.0), or an element of XML",
            )
        _require_few_columns(_delimiters_of_first_line(text, first[2]))
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=first[2], strict=True)
        self.problems: list[AseanscError] = []
        self._rows = self._lines()
        header = next(self._rows, list[str]())
        _require_few_columns(len(header))
        self.width = len(header)
        self._fixed = self._fixed_columns(header)
        self.labels = Labels(header[self._fixed :], paired=self._name_at > 0)
        """The names that stand beside codes."""
        self.columns = self.labels.columns
        """The columns behind those of `HEAD`; those with labels alone are left out."""
        self.name = ""
        """What the structure is called."""
        for name, count in Counter([*header[: self._fixed], *self.columns]).items():
            if count > 1:
                self._problem(FieldError("a column stands twice", got=name, expected="each column once"), 1)
        self.structure = ""
        self._start: list[str] = []

    def _fixed_columns(self, header: list[str]) -> int:
        """How many columns of the header say what structure the rows are of, and what is done with them."""
        self._name_at = -1
        if header[0].partition(":")[0] == "DATAFLOW":
            self._kinds, self._structure_at, self._action_at = frozenset[str](), 0, -1
            return 1
        self._kinds, self._structure_at, self._action_at = _STRUCTURES, 1, -1
        if header[1:2] != ["STRUCTURE_ID"]:
            problem = FieldError("a column is missing", got=header[1:2], expected="STRUCTURE_ID behind STRUCTURE")
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
        if len(self.problems) > MOST_PROBLEMS:
            raise refusal("the document is no review", self.problems, where="sdmx.loads")

    def _lines(self) -> Iterator[list[str]]:
        try:
            for cells in self._reader:
                # The limit of the csv module is the process's, and others move it.
                if sum(map(len, cells)) > LONGEST_CELL and max(map(len, cells)) > LONGEST_CELL:
                    raise self._no_csv("a cell is too long")
                yield cells
        except csv.Error as error:
            raise self._no_csv(str(error)) from None

    def _no_csv(self, why: str) -> DocumentError:
        return DocumentError(
            "the document is not CSV",
            where=f"sdmx.loads, line {self._reader.line_num}",
            got=why,
            expected=f"cells of at most {LONGEST_CELL} characters, in quotes where they hold a delimiter",
        )

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """The number of each row, and its cells behind those of `HEAD`; rows that are off are problems."""
        fixed, width = self._fixed, self.width
        for number, cells in enumerate(self._rows, 2):
            if len(cells) != width:
                if cells:
                    problem = FieldError("too few cells" if len(cells) < width else "too many cells", got=len(cells))
                    problem.expected = f"{width}, as many as there are columns"
                    self._problem(problem, number)
                continue
            start = cells[:fixed]
            if start != self._start and not self._starts_well(start, number):
                continue
            yield number, cells[fixed:] if self.labels.plain else self.labels.codes_of(cells[fixed:])

    def _starts_well(self, start: list[str], number: int) -> bool:
        """Whether what a row says of structure and action is as it should be."""
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
                "a row of another structure",
                where="STRUCTURE_ID",
                got=structure,
                expected=self.structure,
                hint="Split the file, and load each part by itself.",
            )
            self._problem(problem, number)
        action = start[self._action_at] if self._action_at > 0 else ""
        if action not in _ACTIONS:
            expected = "I, A, R or M; a row that deletes states nothing" if action == "D" else "I, A, R or M"
            self._problem(FieldError("no such action", where="ACTION", got=action, expected=expected), number)
        if len(self.problems) == before:
            self._start = start
            return True
        return False
