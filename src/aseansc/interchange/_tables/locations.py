"""Convert the steps of problems, which lead through the data of a document, to locations in tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from aseansc.errors import AseanscError, UnknownUnitError
from aseansc.interchange._tables import Cells, Locate, Rows
from aseansc.interchange._tables.cells import (
    Unreadable,
)
from aseansc.interchange._tables.columns import Table, tables
from aseansc.interchange._tables.unit_hints import hint


def cell_problem(cell: Unreadable, where: str) -> AseanscError:
    """Return the problem of an unreadable cell with its location."""
    problem = cell.problem
    if cell.located:
        return problem
    return problem.at(f"{where}, {problem.where}" if problem.where else where)


_PYTHON: Final = re.compile(r"\b\w+\.?\w*\(")
"""A Python call in a hint, which does not help a person who fills in a table."""


def breakdowns_of(rows: Rows) -> dict[object, list[int]]:
    """Return the indexes of the rows with the breakdowns of each indicator."""
    found: dict[object, list[int]] = {}
    for index, row in enumerate(rows["breakdowns"]):
        found.setdefault(row.cells.get("indicator"), []).append(index)
    return found


def in_tables(
    problem: AseanscError, rows: Rows, locate: Locate, breakdowns: Mapping[object, Sequence[int]]
) -> AseanscError:
    """Return a problem of the JSON data with its location in the tables.

    Args:
        problem: the problem.
        rows: the rows of every table.
        locate: returns the location of a cell.
        breakdowns: the result of `breakdowns_of` for the rows.
    """
    found = _Found.of(problem, rows, breakdowns)
    where = found.where(locate)
    if isinstance(problem.got, Unreadable):
        return cell_problem(problem.got, where)
    there = problem.at(where)
    if isinstance(problem, UnknownUnitError):
        text = found.text(rows)
        near = " or ".join(map(repr, problem.nearest))
        there.hint = hint(text or str(problem.got), locate("units", 0, ""), near)
    elif _PYTHON.search(there.hint):
        there.hint = ""
    return there


@frozen
class _Found:
    """The table, row and column of a problem; row 0 means the whole table, column "" the whole row."""

    table: str
    index: int
    row: int
    column: str = ""
    after: str = ""

    @classmethod
    def of(cls, problem: AseanscError, rows: Rows, breakdowns: Mapping[object, Sequence[int]]) -> _Found:
        """Return the table, row and column of a problem of the data."""
        name, number, steps = "review", 0, list(problem.steps)
        rest = "" if steps else problem.where.removeprefix("$")
        if steps and steps[0] in tables():
            if len(steps) == 1:  # a whole list
                return cls(str(steps[0]), 0, 0)
            name, number, steps = str(steps[0]), int(steps[1]), steps[2:]
        if name == "indicators" and len(steps) > 1 and steps[0] == "breakdowns" and isinstance(steps[1], int):
            whole = rows["indicators"][number].cells.get("id")
            name, number, steps = "breakdowns", breakdowns[whole][steps[1]], steps[2:]
        row = rows[name][number].number if number < len(rows[name]) else 0
        column, after = _column_at(tables()[name], steps, rows[name][number].cells if row else {})
        item = "".join(f", item {step + 1}" for step in after[:1] if isinstance(step, int))
        return cls(name, number, row, column, item + rest)

    def where(self, locate: Locate) -> str:
        """Return the location as a string."""
        return locate(self.table, self.row, self.column) + self.after

    def text(self, rows: Rows) -> str:
        """Return the string in the cell; "" if it is empty or unreadable."""
        text = rows[self.table][self.index].cells.get(self.column, "") if self.row else ""
        return text if isinstance(text, str) else ""


def _column_at(table: Table, steps: list[str | int], cells: Cells) -> tuple[str, list[str | int]]:
    """Return the column of a path, or the first column of its group, and the rest of the path inside the cell."""
    for length in range(len(steps), 0, -1):
        path = tuple(map(str, steps[:length]))
        fitting = [column for column in table.columns if column.path[:length] == path]
        if fitting:
            fitting.sort(key=lambda column: len(column.path) > length)  # the columns of the field itself come first
            filled = [column for column in fitting if column.name in cells]
            return (filled or fitting)[0].name, steps[length:]
    return "", []
