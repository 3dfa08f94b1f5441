"""Convert a review to tables of strings and back; CSV and Excel share these tables.

`columns` defines the tables. `write_rows` and `write_cells` convert a review to them; `read_cells`, `read_rows` and
`read_reviews` convert them back. Both directions go through the data of the canonical JSON document, so that one strict
reader checks every format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from aseansc.errors import AseanscError, DocumentError, FieldError, unknown_name
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange._document.versions import has_three_decimals
from aseansc.interchange._tables.cells import Unreadable
from aseansc.limits import EACH_ROW, require_items

Cells: TypeAlias = Mapping[str, "str | Unreadable"]


@frozen
class Row:
    """A row of a table: its row number in the sheet or line number in the file, and its non-empty cells by column."""

    number: int
    cells: Cells


Rows: TypeAlias = Mapping[str, list[Row]]
"""The rows of each table."""

Locate: TypeAlias = Callable[[str, int, str], str]
"""A function that returns the location of a table, row and column in a file, such as ``Observations!C7``.

Row 0 means the whole table, column "" the whole row.
"""


def with_resolutions(rows: Rows) -> dict[str, list[Row]]:
    """Return tables of version 1, which are read as written: each number with three decimals has its resolution."""
    return {
        name: [Row(row.number, {**_resolutions(row.cells), **row.cells}) for row in table]
        for name, table in rows.items()
    }


def _resolutions(cells: Cells) -> Cells:
    found: dict[str, str | Unreadable] = {}
    for column in [name for name in cells if name.endswith("magnitude")]:
        group = column.removesuffix("magnitude")
        if has_three_decimals(cells[column], cells.get(f"{group}upper")):
            found[f"{group}resolution"] = "0.001"
    return found


def require_few(records: int, where: str) -> None:
    """Refuse more records of a review than the limit allows.

    Raises:
        LimitError: for more records.
    """
    require_items(records, "records", where, each=EACH_ROW)


def header_problems(
    header: Sequence[str], known: Sequence[str], where: Callable[[int], str], whole: str
) -> Iterator[AseanscError]:
    """Yield the problems of a header row: each column must appear exactly once, in any order.

    Args:
        header: the column names in the header.
        known: the expected column names.
        where: returns the location of the name with an index.
        whole: the location of the table.
    """
    seen: set[str] = set()
    for number, name in enumerate(header):
        if name not in known:
            yield unknown_name("column", name, known, where=where(number))
        elif name in seen:
            yield FieldError("a column appears twice", where=where(number), got=name, expected="each column once")
        seen.add(name)
    for name in known:
        if name not in seen:
            yield FieldError("a column is missing", where=whole, expected=name)


def not_a_review(problems: Iterable[AseanscError]) -> DocumentError:
    """Return the error that lists the problems, or the first of very many."""
    return refusal(NOT_A_REVIEW, problems)
