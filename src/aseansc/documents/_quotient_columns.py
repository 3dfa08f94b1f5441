"""Columns of percentages that are quotients of two columns before them: *Tỷ lệ* behind *Số hộ* and *Hộ nghèo*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Final

from attrs import evolve

from aseansc.documents._column import Column
from aseansc.documents._comparisons import Fit, fits_of
from aseansc.documents._completed_columns import share_of
from aseansc.documents._row import Row
from aseansc.vietnamese.tables import ColumnRole, is_ratio, is_ratio_label, is_share

_FEWEST_ROWS: Final = 2
_MOST_BEFORE: Final = 8
"""The most columns before a percentage of which two may be its part and its whole."""


def with_quotients(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return columns of which percentages have the numbers of their part and their whole, if all rows show these.

    A head that is only *Tỷ lệ* has the name of its part, and is in percent.

    Args:
        columns: the columns of a table.
        rows: its rows.
    """
    numbers = [{at: found[0] for at, found in row.numbers.items() if found[3] is None} for row in rows]
    found: list[Column] = []
    before: defaultdict[tuple[object, object], list[Column]] = defaultdict(list)
    for column in columns:
        alike = before[column.time, column.place]
        pairs = permutations(alike[-_MOST_BEFORE:], 2) if _may_be_quotient(column) else ()
        fitting = [(part, whole) for part, whole in pairs if _fit(column, numbers, part, whole)]
        found.append(_quotient(column, *fitting[0]) if len(fitting) == 1 else column)
        if _may_be_part(found[-1]):
            alike.append(found[-1])
    return tuple(found)


def _may_be_quotient(column: Column) -> bool:
    is_level = column.role is ColumnRole.ACTUAL and not column.head.compared
    return is_level and (is_share(column.unit) or (not column.unit and _names_ratio(column.header)))


def _names_ratio(header: str) -> bool:
    """Return whether a head, or what is below its group, is that of a ratio: *Hộ nghèo*, *Tỷ lệ*."""
    words = header.split()
    return is_ratio_label(header) or any(is_ratio(" ".join(words[at:])) for at in range(1, len(words)))


def _may_be_part(column: Column) -> bool:
    is_level = column.role is ColumnRole.ACTUAL and not column.head.compared and not is_ratio_label(column.header)
    return is_level and not is_share(column.unit)


def _fit(column: Column, rows: list[dict[int, Decimal]], part: Column, whole: Column) -> bool:
    """Return whether a column is the percentage of one column in another in all rows, of which there are several."""
    fits = fits_of(column, rows, part.number, whole.number)
    return fits.rows >= _FEWEST_ROWS and fits.are(Fit.RATIO, Fraction(1))


def _quotient(column: Column, part: Column, whole: Column) -> Column:
    found = evolve(column, unit="%", level=part.number, base=whole.number)
    is_unnamed = is_ratio_label(column.header) and is_ratio(column.measure or column.header)
    return evolve(found, measure=share_of(column, part)) if is_unnamed else found
