"""The layout of the tables in a workbook, shared by the writer and the reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from aseansc.errors import MissingExtraError
from aseansc.interchange._tables.column_titles import titles_of
from aseansc.interchange._tables.columns import LONG, Column, Table, tables

READ_ME: Final = "Read me"
FIGURES: Final = "Figures"
"""The sheet of a draft with its figures in the order of the text, which is only to be read."""
TIMES: Final = "Times"
"""The sheet of a draft in which the times that figures take from elsewhere are confirmed."""
LISTS: Final = "Lists"
MARK: Final = "aseansc/review"
"""The content of the first cell of the hidden sheet `LISTS`; the second cell has the version."""

LONGEST_CELL: Final = 32_767
"""The most characters of a cell in Excel."""

FIRST_DAY: Final = dt.date(1910, 1, 1)
LAST_DAY: Final = dt.date(2199, 12, 31)
"""The first and last day that is written as a date of Excel; other days are written as texts.

Excel stores a date as a number. A year typed into a date cell becomes such a number: 2018 is a day in 1905, and 311218
a day in 2752. For dates before March 1900, programs disagree on the day.
"""

NUMBER: Final = " (number)"
"""The suffix of the header of a number column, which follows the column with the exact text."""

UPRIGHT: Final = "review"
"""The table with a single record, which is laid out with one line for each field."""


def title(table: str) -> str:
    """Return the name of the sheet of a table."""
    return titles_of(table)[0]


def sheets(*, draft: bool = False) -> dict[str, Table]:
    """Return the tables by sheet name, in their order; the long texts, whose sheet is optional, come last."""
    return {title(table.name): table for table in (*tables(draft=draft).values(), LONG)}


def heads(table: Table) -> Iterator[tuple[str, Column, bool]]:
    """Yield the columns of a sheet: header, column of the table, and whether it is the number column of a figure."""
    for column in table.columns:
        yield column.name, column, False
        if column.is_figure and table.name != UPRIGHT:
            yield column.name + NUMBER, column, True


@lru_cache(maxsize=256)
def letters(column: int) -> str:
    """Return the letters of a column with an index from 0: A, …, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def address(sheet: str, row: int, column: int) -> str:
    """Return the address of a cell, such as ``Observations!C7``; rows count from 1, columns from 0."""
    return f"{quoted(sheet)}!{letters(column)}{row}"


def quoted(sheet: str) -> str:
    """Return the name of a sheet as written in an address, in quotes if necessary."""
    return sheet if sheet.isalnum() else "'" + sheet.replace("'", "''") + "'"


def lacking(package: str) -> MissingExtraError:
    """Return the error for a package that is not installed."""
    return MissingExtraError(
        "a package for workbooks is not installed",
        where="aseansc.interchange.excel",
        got=package,
        hint='Install it: pip install "aseansc[excel]".',
    )
