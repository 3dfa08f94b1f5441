"""Rows that compare the rows above them, as columns compare columns: *So sánh 2018/2017 (%)* below two years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, final

from attrs import frozen

from aseansc.documents._column import LEVELS, Column
from aseansc.documents._comparisons import Comparison, Fit, comparisons_of
from aseansc.documents._completed_columns import completed
from aseansc.documents._row import Row
from aseansc.vietnamese.tables import ColumnRole, Head, read_head, states_percent

_MOST_ROWS: Final = 6
"""The most rows above a comparison that it may compare."""


@final
@frozen
class ComparedRows:
    """The rows that a row compares, and how."""

    how: Comparison
    level: Row
    base: Row


def compared_rows(rows: Sequence[Row], columns: Sequence[Column]) -> dict[int, ComparedRows]:
    """Return what the rows of a table compare, by their numbers.

    Args:
        rows: the rows.
        columns: the columns of the table.
    """
    levels = [each.number for each in columns if each.role in LEVELS and not each.head.compared]
    by_number = {row.number: row for row in rows}
    found: dict[int, ComparedRows] = {}
    for at, row in enumerate(rows):
        if row.role in (None, *LEVELS):
            continue
        above = list(_above(row, rows[max(at - _MOST_ROWS, 0) : at]))
        how = _comparison(row, above, levels)
        if how is not None and how.fit is not Fit.NONE and how.level and how.base:
            found[row.number] = ComparedRows(how, by_number[how.level], by_number[how.base])
    return found


def _above(row: Row, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that a row may compare: those of its indicator, or the rows of times before it."""
    for each in rows:
        is_same = row.subject != row.number and row.subject in (each.subject, each.number)
        if each.role in (None, *LEVELS) and (is_same or each.time is not None):
            yield each


def _comparison(row: Row, above: Sequence[Row], levels: Sequence[int]) -> Comparison | None:
    """Return what a row compares if it is read as the column of a table whose rows are the columns."""
    head = read_head(row.printed_label)
    if not head.compared or len(above) < 2:
        return None
    shown = row.printed_label if states_percent(row.printed_label) else f"{row.printed_label} ({row.printed})"
    own = Column(number=row.number, header=shown, role=head.role, time=head.time, unit=row.printed, head=head)
    columns = completed([*map(_as_column, above), own])
    numbers = [
        {each.number: each.numbers[level][0] for each in (*above, row) if level in each.numbers} for level in levels
    ]
    return comparisons_of(columns, numbers)[row.number]


def _as_column(row: Row) -> Column:
    """Return a row of levels as a column."""
    role = row.role or ColumnRole.ACTUAL
    time = row.time or row.own_time or read_head(row.printed_label).time
    head = Head(role=role, time=time)
    return Column(number=row.number, header=row.printed_label, role=role, time=time, head=head)
