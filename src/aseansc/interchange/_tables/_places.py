"""Where in some tables a place in the JSON document is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Final

from attrs import frozen

from aseansc.errors import AseanscError, UnknownUnitError
from aseansc.interchange._tables import Cells, Place, Rows
from aseansc.interchange._tables._cells import (
    Unreadable,
)
from aseansc.interchange._tables._columns import Table, tables
from aseansc.interchange._tables._units import hint

RECORD: Final = re.compile(r"\$(?:\.(\w+)\[(\d+)\])?")
_STEP: Final = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]|\[('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\]")


def told(cell: Unreadable, where: str) -> AseanscError:
    """The problem of a cell, with its place."""
    problem = cell.problem
    if cell.placed:
        return problem
    return at_place(problem, f"{where}, {problem.where}" if problem.where else where)


def at_place(problem: AseanscError, where: str) -> AseanscError:
    there = copy(problem)
    there.where = where
    there.__notes__ = []
    return there


_PYTHON: Final = re.compile(r"\b\w+\.?\w*\(")
"""A call, which is no help to a person who fills in a table."""


def breakdowns_of(rows: Rows) -> dict[object, list[int]]:
    """The rows of their table that hold the breakdowns of each indicator."""
    found: dict[object, list[int]] = {}
    for index, row in enumerate(rows["breakdowns"]):
        found.setdefault(row.cells.get("indicator"), []).append(index)
    return found


def placed(problem: AseanscError, rows: Rows, place: Place, breakdowns: Mapping[object, Sequence[int]]) -> AseanscError:
    """A problem of the JSON data, told where it stands in the tables.

    Args:
        problem: of the data.
        rows: of every table.
        place: where a cell is.
        breakdowns: what `breakdowns_of` gives for the rows.
    """
    found = _Found.of(problem.where, rows, breakdowns)
    where = problem.where if found is None else found.where(place)
    if isinstance(problem.got, Unreadable):
        return told(problem.got, where)
    there = at_place(problem, where)
    if isinstance(problem, UnknownUnitError):
        text = found.text(rows) if found is not None else ""
        near = " or ".join(map(repr, problem.nearest))
        there.hint = hint(text or str(problem.got), place("units", 0, ""), near)
    elif _PYTHON.search(there.hint):
        there.hint = ""
    return there


@frozen
class _Found:
    """Where in the tables a JSON path leads; row 0 is a table, column "" a row."""

    table: str
    index: int
    row: int
    column: str = ""
    after: str = ""

    @classmethod
    def of(cls, path: str, rows: Rows, breakdowns: Mapping[object, Sequence[int]]) -> _Found | None:
        """Return where a path leads, or None for one that is no path."""
        match = RECORD.match(path)
        if match is None:
            return None
        name, number, position = match[1] or "review", int(match[2] or 0), match.end()
        steps: list[str | int] = []
        while (step := _STEP.match(path, position)) is not None:
            steps.append(int(step[2]) if step[2] is not None else step[1] or step[3])
            position = step.end()
        rest = path[position:].strip()
        if match[1] is None and steps and steps[0] in tables():  # a list as a whole
            return cls(str(steps[0]), 0, 0)
        if name == "indicators" and len(steps) > 1 and steps[0] == "breakdowns" and isinstance(steps[1], int):
            whole = rows["indicators"][number].cells.get("id")
            name, number, steps = "breakdowns", breakdowns[whole][steps[1]], steps[2:]
        row = rows[name][number].number if number < len(rows[name]) else 0
        column, after = _column_at(tables()[name], steps, rows[name][number].cells if row else {})
        item = "".join(f", item {step + 1}" for step in after[:1] if isinstance(step, int))
        return cls(name, number, row, column, item + (f" {rest}" if rest else ""))

    def where(self, place: Place) -> str:
        """Return it in words."""
        return place(self.table, self.row, self.column) + self.after

    def text(self, rows: Rows) -> str:
        """Return what the cell says."""
        text = rows[self.table][self.index].cells.get(self.column, "") if self.row else ""
        return text if isinstance(text, str) else ""


def _column_at(table: Table, steps: list[str | int], cells: Cells) -> tuple[str, list[str | int]]:
    """The column where a path leads, or the first of the group; and what of the path goes on inside its cell."""
    for length in range(len(steps), 0, -1):
        path = tuple(str(step) for step in steps[:length])
        exact = [column for column in table.columns if column.path == path]
        within = [column for column in table.columns if column.path[:length] == path]
        for column in (*exact, *within):
            if column.name in cells:
                return column.name, steps[length:]
        if exact or within:
            return (exact or within)[0].name, steps[length:]
    return "", []
