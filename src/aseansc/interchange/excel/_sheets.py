"""How the tables of a review lie in a workbook: what its writer and its reader agree on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from aseansc.errors import MissingExtraError
from aseansc.interchange._tables._column_names import titles_of
from aseansc.interchange._tables._columns import LONG, Column, Table, tables

READ_ME: Final = "Read me"
LISTS: Final = "Lists"
MARK: Final = "aseansc/review"
"""What the first cell of the hidden sheet of lists says the workbook is; the second says the version."""

LONGEST_CELL: Final = 32_767
"""How many characters a cell of Excel holds."""

FIRST_DAY: Final = dt.date(1910, 1, 1)
LAST_DAY: Final = dt.date(2199, 12, 31)
"""Between these, a cell may hold a day as Excel has it; other days are texts.

Excel holds a day as a number, and a year that is typed into a day's cell as the same: 2018 is a day of 1905, and 311218
one of 2752. Before March 1900, programs do not mean the same day.
"""

NUMBER: Final = " (number)"
"""What stands after the name of a column of exact text, at the head of the column of numbers beside it."""

UPRIGHT: Final = "review"
"""The table of one record, whose columns lie one under the other."""


def title(table: str) -> str:
    """The name of a table's sheet."""
    return titles_of(table)[0]


def sheets(*, draft: bool = False) -> dict[str, Table]:
    """Every table by the name of its sheet, in their order; that of long texts, which may be missing, is last."""
    return {title(table.name): table for table in (*tables(draft=draft).values(), LONG)}


def heads(table: Table) -> Iterator[tuple[str, Column, bool]]:
    """The columns of a sheet: what stands at their heads, what they hold, and whether as a number for people."""
    for column in table.columns:
        yield column.name, column, False
        if column.is_figure and table.name != UPRIGHT:
            yield column.name + NUMBER, column, True


@lru_cache(maxsize=256)
def letters(column: int) -> str:
    """What Excel calls a column, counted from 0: A, …, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def address(sheet: str, row: int, column: int) -> str:
    """A cell, its row counted from 1 and its column from 0: ``Observations!C7``."""
    return f"{quoted(sheet)}!{letters(column)}{row}"


def quoted(sheet: str) -> str:
    """The name of a sheet as it stands in an address."""
    return sheet if sheet.isalnum() else "'" + sheet.replace("'", "''") + "'"


def lacking(package: str) -> MissingExtraError:
    """The error for a package that is not installed."""
    return MissingExtraError(
        "workbooks need packages that are not installed",
        where="aseansc.interchange.excel",
        got=package,
        hint='Install them: pip install "aseansc[excel]".',
    )
