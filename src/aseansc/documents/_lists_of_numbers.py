"""Tables without heads whose rows are a label and a number, such as *Diện tích: 9.068 km2*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aseansc.documents._column import Column
from aseansc.vietnamese.tables import ColumnRole, Head, read_amount, read_number, time_of_row

if TYPE_CHECKING:
    from aseansc.documents._source import Cell, Table

_FEWEST_ROWS: Final = 3
_LEAST: Final = 0.75
"""The share of numbers in the last column by which a table is such a list."""

_LONGEST_SERIAL: Final = 5


def columns_of_list(table: Table) -> tuple[Column, ...]:
    """Return the columns of a list of numbers: serial numbers perhaps, labels and values; none for another table."""
    height, width = table.shape
    if width not in (2, 3) or height < _FEWEST_ROWS:
        return ()
    rows = [[table.at(row, column) for column in range(1, width + 1)] for row in range(1, height + 1)]
    values = [row for row in rows if _text(row[-1])]
    numbers = [row for row in values if _is_number(_text(row[-1]))]
    are_serial = width == 2 or all(len(_text(row[0])) <= _LONGEST_SERIAL for row in rows)
    are_labelled = all(_is_label(_text(row[-2])) for row in numbers)
    if len(numbers) < max(_FEWEST_ROWS, _LEAST * len(values)) or not (are_serial and are_labelled):
        return ()
    roles = [ColumnRole.SERIAL, ColumnRole.LABEL, ColumnRole.ACTUAL][-width:]
    head = Head(role=ColumnRole.UNKNOWN)
    return tuple(Column(number=number, header="", role=role, head=head) for number, role in enumerate(roles, 1))


def _text(cell: Cell | None) -> str:
    return "" if cell is None else cell.text.strip()


def _is_number(text: str) -> bool:
    return read_number(text) is not None or read_amount(text) is not None


def _is_label(text: str) -> bool:
    return time_of_row(text) is not None or (len(text) > 2 and not _is_number(text))
