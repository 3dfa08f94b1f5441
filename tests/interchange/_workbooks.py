"""Helpers for the tests of workbooks: a workbook to start from, and a simulated person who fills it in."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from aseansc import Review
from aseansc.datasets import skeleton
from aseansc.errors import DocumentError
from aseansc.interchange import excel
from aseansc.interchange.excel._check_parts import Marks
from aseansc.interchange.excel._layout import letters, sheets
from aseansc.interchange.excel._read_workbook import Reading, grids_of, reading_of
from tests.interchange._tabular import (
    dumped,
    within_a_second,
)

WORKBOOK = dumped(excel.dump, skeleton.load())


def read(content: bytes) -> Review:
    return excel.load(io.BytesIO(content))


def refusal(content: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught, within_a_second():
        read(content)
    return caught.value


class Person:
    """Edits a workbook cell by cell with openpyxl, as a person does with another program."""

    def __init__(self, content: bytes = WORKBOOK) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(content))

    def heads(self, sheet: str) -> dict[str, int]:
        found = self.book[sheet]
        line = [row[0] for row in found.iter_rows()] if sheet == "Review" else found[1]
        return {str(cell.value).split("\n")[0]: number for number, cell in enumerate(line, start=1) if cell.value}

    def address(self, sheet: str, row: int, name: str) -> str:
        return f"{sheet}!{letters(self.heads(sheet)[name] - 1)}{row}"

    def cell(self, sheet: str, row: int, name: str) -> Any:
        number = self.heads(sheet)[name]
        return self.book[sheet].cell(number, 2) if sheet == "Review" else self.book[sheet].cell(row, number)

    def fill(self, sheet: str, row: int = 0, **values: Any) -> None:
        for name, value in values.items():
            self.cell(sheet, row, name.replace("__", ".")).value = value

    def saved(self) -> bytes:
        file = io.BytesIO()
        self.book.save(file)
        return file.getvalue()


GRIDS = grids_of(WORKBOOK, [*[name for name in sheets() if name != "Long texts"], "Lists"])
"""The cell values of the workbook. Tests change some of them directly, because saving a workbook takes half a second."""


def typed_in(sheet: str, row: int, column: int, typed: Any, *more: tuple[int, Any], code: str = "General") -> Reading:
    """Return the reading after a value is typed into a cell, and optionally values into other cells of its row.

    Args:
        sheet: the name of the sheet.
        row: the row, from 1.
        column: the column, from 1.
        typed: the value.
        more: pairs of a column and a value.
        code: the number format of the cell.
    """
    grid = [list(line) for line in GRIDS[sheet]]
    for number, value in ((column, typed), *more):
        grid[row - 1][number - 1] = "" if value is None else value
    marks = {name: Marks({}) for name in GRIDS}
    marks[sheet] = Marks({}, formats={f"{letters(column - 1)}{row}": code})
    return reading_of({**GRIDS, sheet: grid}, marks)


def number_of(sheet: str, name: str) -> int:
    heads = [str(cell).split("\n")[0] for cell in GRIDS[sheet][0]]
    return heads.index(name) + 1
