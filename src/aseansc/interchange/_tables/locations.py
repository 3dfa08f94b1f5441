"""Convert JSON paths in problems to locations in tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Final

from attrs import frozen

from aseansc.errors import AseanscError, UnknownUnitError
from aseansc.interchange._tables import Cells, Locate, Rows
from aseansc.interchange._tables.cells import (
    Unreadable,
)
from aseansc.interchange._tables.columns import Table, tables
from aseansc.interchange._tables.unit_hints import hint

RECORD: Final = re.compile(r"\$(?:\.(\w+)\[(\d+)\])?")
_STEP: Final = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]|\[('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\]")


def cell_problem(cell: Unreadable, where: str) -> AseanscError:
    """Return the problem of an unreadable cell with its location."""
    problem = cell.problem
    if cell.located:
        return problem
    return at_location(problem, f"{where}, {problem.where}" if problem.where else where)


def at_location(problem: AseanscError, where: str) -> AseanscError:
    there = copy(problem)
    there.where = where
    there.__notes__ = []
    return there


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
    """Return a problem of the JSON data with its location in the tables instead of its JSON path.

    Args:
        problem: the problem.
        rows: the rows of every table.
        locate: returns the location of a cell.
        breakdowns: the result of `breakdowns_of` for the rows.
    """
    found = _Found.of(problem.where, rows, breakdowns)
    where = problem.where if found is None else found.where(locate)
    if isinstance(problem.got, Unreadable):
        return cell_problem(problem.got, where)
    there = at_location(problem, where)
    if isinstance(problem, UnknownUnitError):
        text = found.text(rows) if found is not None else ""
        near = " or ".join(map(repr, problem.nearest))
        there.hint = hint(text or str(problem.got), locate("units", 0, ""), near)
    elif _PYTHON.search(there.hint):
        there.hint = ""
    return there


@frozen
class _Found:
    """The table, row and column of a JSON path; row 0 means the whole table, column "" the whole row."""

    table: str
    index: int
    row: int
    column: str = ""
    after: str = ""

    @classmethod
    def of(cls, path: str, rows: Rows, breakdowns: Mapping[object, Sequence[int]]) -> _Found | None:
        """Return the table, row and column of a JSON path, or None if the string is not a JSON path."""
        match = RECORD.match(path)
        if match is None:
            return None
        name, number, position = match[1] or "review", int(match[2] or 0), match.end()
        steps: list[str | int] = []
        while (step := _STEP.match(path, position)) is not None:
            steps.append(int(step[2]) if step[2] is not None else step[1] or step[3])
            position = step.end()
        rest = path[position:].strip()
        if match[1] is None and steps and steps[0] in tables():  # a whole list
            return cls(str(steps[0]), 0, 0)
        if name == "indicators" and len(steps) > 1 and steps[0] == "breakdowns" and isinstance(steps[1], int):
            whole = rows["indicators"][number].cells.get("id")
            name, number, steps = "breakdowns", breakdowns[whole][steps[1]], steps[2:]
        row = rows[name][number].number if number < len(rows[name]) else 0
        column, after = _column_at(tables()[name], steps, rows[name][number].cells if row else {})
        item = "".join(f", item {step + 1}" for step in after[:1] if isinstance(step, int))
        return cls(name, number, row, column, item + (f" {rest}" if rest else ""))

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
