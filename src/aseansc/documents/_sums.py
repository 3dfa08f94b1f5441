"""Columns and rows whose numbers are the sums of those that follow: parts have the unit of their whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile
from typing import Final

from aseansc.documents._columns import Column
from aseansc.documents._table_rows import Row
from aseansc.vietnamese.tables import ColumnRole, states_sum

_FEWEST: Final = 3
"""The fewest numbers that can show that columns add up."""

_FEWEST_TOTALS: Final = 2
_MOST_PARTS: Final = 40
_MOST_NESTED: Final = 8
_MOST: Final = Fraction(9, 10)
_LEVELS: Final = (ColumnRole.ACTUAL, ColumnRole.TARGET)


def half_step(number: Decimal) -> Fraction:
    """Return half of one step in the last digit of a number; a whole number is exact."""
    exponent = number.as_tuple().exponent
    return Fraction(10) ** exponent / 2 if isinstance(exponent, int) and exponent < 0 else Fraction(0)


def column_parts(columns: Sequence[Column], rows: Sequence[Row]) -> dict[int, tuple[tuple[int, ...], ...]]:
    """Return the columns that are parts of a column with a total, by its number.

    Several lists may follow each other: *Tổng số*, then *Nam* and *Nữ*, then *Thành thị* and *Nông thôn*.

    Args:
        columns: the columns of a table.
        rows: its rows.
    """
    found: dict[int, tuple[tuple[int, ...], ...]] = {}
    for at, whole in enumerate(columns):
        if whole.role not in _LEVELS or whole.head.compared or not states_sum(whole.measure):
            continue
        lists: list[tuple[int, ...]] = []
        following = list(_alike(whole, columns[at + 1 :]))
        while parts := _first_parts(whole, following, rows):
            lists.append(tuple(part.number for part in parts))
            following = following[len(parts) :]
        if lists:
            found[whole.number] = tuple(lists)
    return found


def _alike(whole: Column, following: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns just behind one that state the same of other things."""
    for column in following[:_MOST_PARTS]:
        same = (column.role, column.time, column.place) == (whole.role, whole.time, whole.place)
        if not same or column.head.compared or not column.measure or column.unit not in ("", whole.unit):
            return
        yield column


def _first_parts(whole: Column, following: list[Column], rows: Sequence[Row]) -> list[Column]:
    """Return the first columns that add up to one in nearly all rows; none if there are no such columns."""
    numbers = [row.numbers for row in rows if whole.number in row.numbers]
    found = [[numbers_of[whole.number][0]] for numbers_of in numbers]
    for size, part in enumerate(following, 1):
        for each, numbers_of in zip(found, numbers, strict=True):
            each.append(numbers_of[part.number][0] if part.number in numbers_of else Decimal(0))
        totals = [_adds_up(each) for each in found if each[0]]
        if size > 1 and len(totals) >= _FEWEST and sum(totals) >= _MOST * len(totals):
            return following[:size]
    return []


def row_parts(rows: Sequence[Row], columns: Sequence[Column], has_unit: Callable[[Row], bool]) -> dict[int, Row]:
    """Return the row that each row without a unit is a part of, if the rows up to it add up in all columns.

    Args:
        rows: the rows of a table.
        columns: its columns.
        has_unit: returns whether the label of a row, or its unit column, states a unit.
    """
    levels = [column.number for column in columns if column.role in _LEVELS and not column.head.compared]
    found: dict[int, Row] = {}
    for at, whole in enumerate(rows):
        totals = [number for number in levels if number in whole.numbers and whole.numbers[number][0]]
        if len(totals) >= _FEWEST_TOTALS and has_unit(whole):
            following = takewhile(lambda row: not has_unit(row), rows[at + 1 : at + 1 + _MOST_PARTS])
            found |= {part.number: whole for part in _rows_up_to(whole, list(following), totals)}
    return found


def _rows_up_to(whole: Row, following: list[Row], totals: list[int]) -> list[Row]:
    """Return the first rows that add up to one in all columns with a total; none if there are no such rows.

    The rows may have parts of their own below them, which add up to them.
    """
    added = {number: [whole.numbers[number][0]] for number in totals}
    at = count = 0
    while at < len(following):
        for number, each in added.items():
            each.append(_number(following[at], number))
        count += 1
        at += 1 + _nested(following[at], following[at + 1 :], totals)
        if count > 1 and all(map(_adds_up, added.values())):
            return following[:at]
    return []


def _nested(part: Row, following: list[Row], totals: list[int]) -> int:
    """Return the number of rows below a part that add up to it in all columns; a single one may be equal to it."""
    added = [[_number(part, number)] for number in totals]
    for size, row in enumerate(following[:_MOST_NESTED], 1):
        for number, each in zip(totals, added, strict=True):
            each.append(_number(row, number))
        if all(map(_adds_up, added)):
            return size
    return 0


def _number(row: Row, column: int) -> Decimal:
    return row.numbers[column][0] if column in row.numbers else Decimal(0)


def _adds_up(numbers: list[Decimal]) -> bool:
    """Return whether a total, the first number, is the sum of the others within their rounding."""
    total, *parts = map(Fraction, numbers)
    return abs(sum(parts, Fraction(0)) - total) <= sum(map(half_step, numbers), Fraction(0))
