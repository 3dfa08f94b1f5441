"""Read a workbook that people have filled in."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, unknown_name
from aseansc.interchange._document.scalars import END, MOST_PROBLEMS
from aseansc.interchange._document.versions import VERSIONS, renamed_fields
from aseansc.interchange._tables import Row, header_problems, not_a_review, require_few
from aseansc.interchange._tables.cells import Unreadable
from aseansc.interchange._tables.columns import LONG_TEXTS, ORIGIN, Column, Form, Table
from aseansc.interchange.excel._check_parts import Marks, marks_of
from aseansc.interchange.excel._layout import (
    LISTS,
    MARK,
    NUMBER,
    READ_ME,
    UPRIGHT,
    address,
    heads,
    lacking,
    quoted,
    sheets,
    title,
)
from aseansc.interchange.excel._number_formats import GENERAL
from aseansc.interchange.excel._read_cells import DIGITS, scaled, shape_shown, text_of
from aseansc.interchange.excel._read_figures import Beside, check_figures

Grid = list[list[Any]]


@frozen
class Reading:
    """The rows of the tables in a workbook, and the locations of their cells.

    Args:
        rows: the rows of each table.
        head_columns: for each table, the index of the sheet column of each header (of the row in the sheet Review).
        problems: the problems of the number columns of figures.
    """

    rows: dict[str, list[Row]]
    head_columns: dict[str, dict[str, int]]
    problems: list[AseanscError]

    def locate(self, table: str, row: int, column: str) -> str:
        """Return the location of a cell, row or table, such as ``Observations!C7``."""
        sheet, head_columns = title(table), self.head_columns[table]
        if table == UPRIGHT:
            return address(sheet, head_columns[column] + 1, 1) if column in head_columns else quoted(sheet)
        return address(sheet, row, head_columns.get(column, 0)) if row else quoted(sheet)


def read_workbook(content: bytes) -> Reading:
    """Return the rows in a workbook.

    Raises:
        DocumentError: if it is not a workbook in the layout of this format; lists every problem of sheets and headers.
        MissingExtraError: if the packages of the extra ``excel`` are not installed.
    """
    marks = marks_of(content)
    return reading_of(grids_of(content, list(marks)), marks)


def reading_of(grids: dict[str, Grid], marks: Mapping[str, Marks]) -> Reading:
    """Return the rows for the cell values of the sheets and the marks found by the guard.

    Raises:
        DocumentError: for unexpected sheets or headers; lists every problem of them.
    """
    version = _version_of(grids)
    problems: list[AseanscError] = []
    languages: Mapping[str, str] = {}
    reading = Reading({}, {}, [])
    for name, table in sheets(draft=True).items():
        if name not in grids:
            if table.name != LONG_TEXTS:
                problems.append(
                    FieldError("a sheet is missing", where=quoted(name), hint="Add it with its headers and no rows.")
                )
            continue
        sheet = _Sheet(name, table, grids[name], marks[name], renamed_fields(version, table.name))
        reading.head_columns[table.name] = sheet.head_columns
        require_few(len(grids[name]), quoted(name))
        wrong = list(sheet.problems())
        problems.extend(wrong)
        reading.rows[table.name] = [] if wrong else list(sheet.rows(reading.problems, languages))
        if table.name == "documents":
            languages = _languages(reading.rows[table.name])
    for name, grid in grids.items():
        if name not in sheets() and name not in (READ_ME, LISTS) and any(cell != "" for row in grid for cell in row):
            error = unknown_name("sheet", name, sheets(), where=quoted(name))
            error.hint = error.hint or "Delete the sheet, because its cells are not read."
            problems.append(error)
    if problems:  # with wrong columns, the cells cannot be read
        raise not_a_review(problems)
    return reading


def grids_of(content: bytes, names: list[str]) -> dict[str, Grid]:
    """Return the cell values of every sheet, each as a list of rows from row 1."""
    try:
        from python_calamine import CalamineWorkbook
    except ModuleNotFoundError:
        raise lacking("python-calamine") from None
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    except BaseException as error:  # a panic in its Rust code is not an Exception
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise DocumentError("the workbook is damaged", where="excel.load", got=str(error)[:200]) from None


def _version_of(grids: dict[str, Grid]) -> int:
    """Return the version of a workbook; raise an error unless it has the mark of this format and a known version."""
    first = (grids.get(LISTS) or [[]])[0]
    if first[:1] != [MARK]:
        raise DocumentError(
            "not a workbook of a review",
            where=address(LISTS, 1, 0),
            expected=f"{MARK!r}, as in every workbook that aseansc writes",
            hint="Start from an empty workbook: aseansc template my.xlsx.",
        )
    version = first[1] if len(first) > 1 else None
    version = int(version) if isinstance(version, str) and version in map(str, VERSIONS) else version
    if version not in VERSIONS:
        raise DocumentError(
            "unknown workbook version",
            where=address(LISTS, 1, 1),
            got=version,
            expected=f"one of {', '.join(map(str, VERSIONS))}",
        )
    return int(version)


class _Sheet:
    """One sheet with its headers and rows."""

    def __init__(self, name: str, table: Table, grid: Grid, marks: Marks, renamed: Mapping[str, str]) -> None:
        self._name = name
        self._table = table
        self._marks = marks
        self._upright = table.name == UPRIGHT
        self._grid = _turned(grid) if self._upright else grid
        heads = [_head(cell) for cell in (self._grid[0] if self._grid else [])]
        self._heads = [renamed.get(head, head) for head in heads]
        while self._heads and self._heads[-1] == "":
            self._heads.pop()
        if self._upright:
            self._heads = ["", *self._heads[1:]]  # the column of field names has a header too
        self.head_columns = {head: number for number, head in enumerate(self._heads) if head}

    def _address(self, row: int, column: int) -> str:
        """Return the address of a cell of the grid; both indexes from 0."""
        return address(self._name, column + 1, row) if self._upright else address(self._name, row + 1, column)

    def _mark(self, row: int, column: int) -> str | None:
        """Return what a cell contains instead of a value, such as a formula; None for a plain value."""
        if not self._marks.cells:
            return None
        return self._marks.cells.get(self._address(row, column).rpartition("!")[2])

    def _format(self, row: int, column: int) -> str:
        """Return the number format of a cell that holds a number."""
        if not self._marks.formats:
            return GENERAL
        return self._marks.formats.get(self._address(row, column).rpartition("!")[2], GENERAL)

    def problems(self) -> Iterator[AseanscError]:
        """Yield the problems of the sheet as a whole and of its headers."""
        known = [head for head, _, _ in heads(self._table)]
        yield from (
            FieldError("merged cells", where=f"{quoted(self._name)}!{area}", hint="Unmerge the cells.")
            for area in self._marks.merged
        )
        numbers = [number for number, head in enumerate(self._heads) if head or not self._upright]
        named = [self._heads[number] for number in numbers if self._heads[number]]
        at = [number for number in numbers if self._heads[number]]
        needed = [head for head in known if head in named or not (head.endswith(NUMBER) or head == ORIGIN.name)]
        yield from header_problems(named, needed, lambda number: self._address(0, at[number]), quoted(self._name))
        yield from self._without_head()

    def _without_head(self) -> Iterator[AseanscError]:
        """Yield the problems of values outside the columns that have a header."""
        headed = set(self.head_columns.values())
        for number, cells in enumerate(self._grid):
            if self._upright and number != 1:  # the first three columns are field, value and explanation
                if number > 2 and any(cell != "" for cell in cells):
                    yield FieldError(
                        "a value outside the table",
                        where=self._address(number, _first(cells)),
                        got=cells[_first(cells)],
                        expected="values only in the second column of the table",
                        hint="Delete it.",
                    )
                continue
            for column, cell in enumerate(cells):
                if cell != "" and column not in headed and not (self._upright and column == 0):
                    yield FieldError(
                        "a value in a column without a header",
                        where=self._address(number, column),
                        got=cell,
                        expected="values only below a header",
                        hint="Delete it, or restore the header.",
                    )
                    return

    def rows(self, problems: list[AseanscError], languages: Mapping[str, str]) -> Iterator[Row]:
        """Yield the rows that are not empty.

        Args:
            problems: a list to which the problems of number columns are appended.
            languages: the languages of the documents by id.
        """
        columns = [
            (self.head_columns[head], column, number)
            for head, column, number in heads(self._table)
            if head in self.head_columns
        ]
        grid = self._grid[:2] if self._upright else self._grid
        for index, cells in enumerate(grid[1:], start=1):
            found: dict[str, str | Unreadable] = {}
            numbers: dict[str, int] = {}
            beside: list[tuple[int, Column, Any]] = []
            for at, column, is_number in columns:
                cell = cells[at] if at < len(cells) else ""
                mark = self._mark(index, at)
                if mark is not None:
                    problem = FieldError(
                        f"{mark} instead of a value",
                        where=self._address(index, at),
                        expected="a value",
                        hint="Copy the cell and paste values only.",
                    )
                    if is_number:
                        problems.append(problem)
                    else:
                        found[column.name] = Unreadable(problem, located=True)
                elif cell == "":
                    continue
                elif is_number:
                    beside.append((at, column, cell))
                elif isinstance(cell, str):
                    found[column.name] = cell
                else:
                    code = self._format(index, at)
                    found[column.name] = text_of(cell, column, code)
                    if column.form is Form.DECIMAL and isinstance(cell, float):
                        shape = shape_shown(cell, code)
                        numbers[column.name] = 0 if shape is None else shape.least
            if found or beside or self._upright:
                agreed = self._agreed(index, found, beside, problems)
                check_figures(self._table, found, numbers, agreed, languages)
                yield Row(index + 1, found)

    def _agreed(
        self,
        index: int,
        found: Mapping[str, str | Unreadable],
        beside: list[tuple[int, Column, Any]],
        problems: list[AseanscError],
    ) -> dict[str, Beside]:
        """Return the numbers in number columns that agree with their exact texts; append problems for the others."""
        agreed: dict[str, Beside] = {}
        for at, column, cell in beside:
            code, text = self._format(index, at), found.get(column.name, "")
            if isinstance(text, Unreadable):
                continue  # reported already
            if cell == text:
                continue  # a program made a text of the number
            problem = _disagrees(cell, text, code, self._address(index, self.head_columns[column.name]))
            if problem is None:
                agreed[column.name] = Beside(float(cell), code)
            elif len(problems) < MOST_PROBLEMS:
                problem.where = self._address(index, at)
                problems.append(problem)
        return agreed


def _languages(documents: list[Row]) -> dict[str, str]:
    """Return the language of each document by its id, where a row states both."""
    pairs = [(row.cells.get("id"), row.cells.get("lang", "vi")) for row in documents]
    return {ident: lang for ident, lang in pairs if isinstance(ident, str) and isinstance(lang, str)}


def _turned(grid: Grid) -> Grid:
    width = max(map(len, grid), default=0)
    return [[row[number] if number < len(row) else "" for row in grid] for number in range(width)]


def _first(cells: list[Any]) -> int:
    return next(number for number, cell in enumerate(cells) if cell != "")


def _head(cell: Any) -> str:
    """Return the column name in a header, which is above its Vietnamese name."""
    return str(cell).strip().partition("\n")[0].strip()


def _disagrees(number: Any, text: str, code: str, where: str) -> FieldError | None:
    """Return the problem of a number in a number column that differs from the exact text."""
    hint = f"Only the text in {where} is read: correct it, or clear this cell."
    if text == "":
        return FieldError("a number without an exact text", got=number, hint=f"Write the number as a text in {where}.")
    if isinstance(number, bool) or not isinstance(number, int | float):
        return FieldTypeError("not a number", got=str(number), expected=f"the number in {text!r}", hint=hint)
    if not END.fullmatch(text):
        return FieldError(
            "a number beside a cell without one", got=number, expected=f"an empty cell beside {text!r}", hint=hint
        )
    shape = shape_shown(number, code)
    if shape is not None and shape.power:
        problem = scaled(number, shape, code)
        if problem is not None:
            problem.hint = hint
        return problem
    if f"{float(text):.{DIGITS - 1}e}" == f"{number:.{DIGITS - 1}e}":
        return None
    return FieldError("the number differs from the exact text", got=number, expected=text, hint=hint)
