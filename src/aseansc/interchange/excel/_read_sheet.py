"""Read one sheet of a workbook: check its headers, and convert its cells to the exact texts of rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from aseansc.errors import AseanscError, FieldError, FieldTypeError
from aseansc.interchange._document.scalars import END
from aseansc.interchange._document.versions import was_added
from aseansc.interchange._tables import Row, header_problems
from aseansc.interchange._tables.cells import Unreadable
from aseansc.interchange._tables.columns import CONTEXT, ORIGIN, PROPOSED, RECORD, Column, Form, Table
from aseansc.interchange.excel._check_parts import Marks
from aseansc.interchange.excel._layout import NUMBER, UPRIGHT, address, heads, quoted
from aseansc.interchange.excel._line_breaks import without_signs
from aseansc.interchange.excel._number_formats import GENERAL, Shape
from aseansc.interchange.excel._read_cells import DIGITS, scaled, shape_shown, text_of
from aseansc.interchange.excel._read_figures import Beside, Found, check_figures
from aseansc.limits import in_force

Grid = list[list[Any]]


class _Filled:
    """The cells of a row that are not empty.

    Attributes:
        found: the exact texts by column.
        shapes: for each column whose cell has a number instead of a text, how its number format shows it.
        beside: the index, the column and the cell of each number column.
    """

    def __init__(self) -> None:
        self.found: Found = {}
        self.shapes: dict[str, Shape | None] = {}
        self.beside: list[tuple[int, Column, Any]] = []

    def add_typed(self, cell: Any, column: Column, code: str) -> None:
        """Add a cell that is not a text, with its number format."""
        self.found[column.name] = text_of(cell, column, code)
        if column.form is Form.DECIMAL and isinstance(cell, float):
            self.shapes[column.name] = shape_shown(cell, code)


class Sheet:
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
        needed = [head for head in known if head in named or not self._may_lack(head)]
        yield from header_problems(named, needed, lambda number: self._address(0, at[number]), quoted(self._name))
        yield from self._without_head()

    def _may_lack(self, head: str) -> bool:
        """Return whether a column may be missing: numbers for computing, origins, and fields that were added later."""
        is_of_draft = head in (CONTEXT.name, RECORD.name, PROPOSED.name, ORIGIN.name)
        return head.endswith(NUMBER) or is_of_draft or was_added(self._table.name, head)

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
            row = self._filled(index, cells, columns)
            if row.found or row.beside or self._upright:
                agreed = self._agreed(index, row, problems)
                check_figures(self._table, row.found, row.shapes, agreed, languages)
                yield Row(index + 1, row.found)

    def _filled(self, index: int, cells: list[Any], columns: list[tuple[int, Column, bool]]) -> _Filled:
        """Return the cells of a row that are not empty."""
        row = _Filled()
        for at, column, is_number in columns:
            cell = cells[at] if at < len(cells) else ""
            if self._marks.cells:
                cell = self._unmarked(cell, index, at)
            if cell == "":
                continue
            if is_number:
                row.beside.append((at, column, cell))
            elif cell.__class__ is str:
                row.found[column.name] = without_signs(cell)
            elif isinstance(cell, Unreadable):
                row.found[column.name] = cell
            else:
                row.add_typed(cell, column, self._format(index, at))
        return row

    def _unmarked(self, cell: Any, row: int, column: int) -> Any:
        """Return a cell, or its problem if it contains a formula or an error instead of a value."""
        mark = self._marks.cells.get(self._address(row, column).rpartition("!")[2])
        if mark is None:
            return cell
        hint = "Copy the cell and paste values only."
        where = self._address(row, column)
        problem = FieldError(f"{mark} instead of a value", where=where, expected="a value", hint=hint)
        return Unreadable(problem, located=True)

    def _agreed(self, index: int, row: _Filled, problems: list[AseanscError]) -> dict[str, Beside]:
        """Return the numbers in number columns that agree with their exact texts; append problems for the others."""
        agreed: dict[str, Beside] = {}
        for at, column, cell in row.beside:
            if isinstance(cell, Unreadable):
                problems.append(cell.problem)
                continue
            code, text = self._format(index, at), row.found.get(column.name, "")
            if isinstance(text, Unreadable):
                continue  # reported already
            if cell == text:
                continue  # a program made a text of the number
            problem = _disagrees(cell, text, code, self._address(index, self.head_columns[column.name]))
            if problem is None:
                agreed[column.name] = Beside(float(cell), code)
            elif len(problems) < in_force().problems:
                problem.where = self._address(index, at)
                problems.append(problem)
        return agreed


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
    problem = None if shape is None else scaled(number, shape, code)
    if problem is not None:
        problem.hint = hint
        return problem
    if f"{float(text):.{DIGITS - 1}e}" == f"{number:.{DIGITS - 1}e}":
        return None
    return FieldError("the number differs from the exact text", got=number, expected=text, hint=hint)
