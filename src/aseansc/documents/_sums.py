"""Columns and rows whose numbers are the sums of those that follow: parts have the unit of their whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import Final, TypeAlias

from aseansc.documents._column import LEVELS, Column
from aseansc.documents._places import DASHES
from aseansc.documents._row import Row
from aseansc.vietnamese.tables import is_part_in_title, starts_listing, states_sum

_Test: TypeAlias = Callable[[Row], bool]

_FEWEST: Final = 3
"""The fewest numbers that can show that columns add up."""

_FEWEST_TOTALS: Final = 2
_MOST_PARTS: Final = 40
_MOST_NESTED: Final = 8
_MOST: Final = Fraction(9, 10)


def half_step(number: Decimal) -> Fraction:
    """Return half of one step in the last digit of a number; a whole number is exact."""
    exponent = number.as_tuple().exponent
    return Fraction(10) ** exponent / 2 if isinstance(exponent, int) and exponent < 0 else Fraction(0)


def column_parts(columns: Sequence[Column], rows: Sequence[Row]) -> dict[int, tuple[tuple[int, ...], ...]]:
    """Return the columns that are parts of a column with a total, by its number.

    Several lists may follow each other: *Tổng số*, then *Nam* and *Nữ*, then *Thành thị* and *Nông thôn*. One list may
    also be before its total: *Tuyến tỉnh*, *Tuyến huyện*, *Cộng*.

    Args:
        columns: the columns of a table.
        rows: its rows.
    """
    found: dict[int, tuple[tuple[int, ...], ...]] = {}
    for at, whole in enumerate(columns):
        if whole.role not in LEVELS or whole.head.compared or not states_sum(whole.measure):
            continue
        lists = list(_lists_behind(whole, columns[at + 1 :], rows)) or list(_list_before(whole, columns[:at], rows))
        if lists:
            found[whole.number] = tuple(lists)
    return found


def _lists_behind(whole: Column, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[tuple[int, ...]]:
    """Yield the lists of columns behind a total that add up to it, one after the other."""
    following = list(_alike(whole, columns))
    while parts := _first_parts(whole, following, rows):
        yield tuple(part.number for part in parts)
        following = following[len(parts) :]


def _list_before(whole: Column, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[tuple[int, ...]]:
    """Yield the columns just before a total if they add up to it."""
    if parts := _first_parts(whole, list(_alike(whole, columns[::-1])), rows):
        yield tuple(part.number for part in reversed(parts))


def _alike(whole: Column, following: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns just behind a total, or just before it, that state the same of other things."""
    for column in following[:_MOST_PARTS]:
        same = (column.role, column.time, column.place) == (whole.role, whole.time, whole.place)
        if not same or column.head.compared or not column.measure or column.unit not in ("", whole.unit):
            return
        yield column


def _first_parts(whole: Column, following: list[Column], rows: Sequence[Row]) -> list[Column]:
    """Return the first columns that add up to a column in nearly all rows; empty if none do.

    Rows in which a number is missing, or is a range, show nothing.
    """
    left = [(row, Fraction(total), half_step(total)) for row in rows if (total := _number(row, whole.number))]
    for size, part in enumerate(following, 1):
        numbers = [_number(row, part.number) for row, _, _ in left]
        left = [
            (row, rest - Fraction(number), spread + half_step(number))
            for (row, rest, spread), number in zip(left, numbers, strict=True)
            if number is not None
        ]
        fitting = sum(abs(rest) <= spread for _, rest, spread in left)
        if size > 1 and len(left) >= _FEWEST and fitting >= _MOST * len(left):
            return following[:size]
    return []


def parts_before(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[tuple[int, Column]]:
    """Yield the numbers of columns such as *Trong đó: nữ*, each with the column before them that they are parts of.

    Args:
        columns: the columns of a table.
        rows: its rows.
    """
    whole: Column | None = None
    for column in columns:
        is_level = column.role in LEVELS and not column.head.compared
        is_part = is_level and starts_listing(column.header)
        if is_part and whole is not None and _is_part_of(column, whole, rows):
            yield column.number, whole
        elif not is_part:
            whole = column if is_level else None


def _is_part_of(column: Column, whole: Column, rows: Sequence[Row]) -> bool:
    """Return whether two columns state levels of one time and place, and none in the first is larger."""
    if (column.time, column.role, column.place) != (whole.time, whole.role, whole.place):
        return False
    both = [(_number(row, column.number), _number(row, whole.number)) for row in rows]
    known = [(part, total) for part, total in both if part is not None and total is not None]
    return len(known) >= _FEWEST_TOTALS and all(0 <= part <= total for part, total in known)


def wholes_of_rows(
    rows: Sequence[Row], columns: Sequence[Column], has_unit: _Test, may_be_whole: _Test
) -> dict[int, Row]:
    """Return the row that each row without a unit is a part of, by its number.

    Args:
        rows: the rows of a table.
        columns: its columns.
        has_unit: returns whether the label of a row, or its unit column, states a unit.
        may_be_whole: returns whether a row has a unit for its parts.
    """
    levels = _levels(columns)
    lists = (_marked_parts, _parts_of_means, _row_parts)
    found = (parts(rows, levels, has_unit, may_be_whole) for parts in lists)
    return {number: whole for each in found for number, whole in each.items()}


def _levels(columns: Sequence[Column]) -> list[int]:
    return [column.number for column in columns if column.role in LEVELS and not column.head.compared]


def _row_parts(rows: Sequence[Row], levels: list[int], has_unit: _Test, may_be_whole: _Test) -> dict[int, Row]:
    """Return the row that each row without a unit is a part of, if the rows up to it add up in all columns."""
    found: dict[int, Row] = {}
    for at, whole in enumerate(rows):
        totals = [number for number in levels if _number(whole, number)]
        if len(totals) >= _FEWEST_TOTALS and may_be_whole(whole):
            following = takewhile(lambda row: not has_unit(row), _after_listed(rows, at + 1))
            found |= {part.number: whole for part in _parts_in_lists(whole, list(following), totals)}
    return found


def parts_of_unstated(rows: Sequence[Row], columns: Sequence[Column], stated: Callable[[Row], str]) -> dict[int, Row]:
    """Return the first part of each row that states no unit, if the rows below with one unit add up to it.

    Args:
        rows: the rows of a table.
        columns: its columns.
        stated: returns the unit that the label of a row, or its unit column, states, as printed; empty without one.
    """
    levels = _levels(columns)
    found: dict[int, Row] = {}
    for at, (whole, first) in enumerate(pairwise(rows), 1):
        totals = [number for number in levels if _number(whole, number)]
        unit = stated(first)
        if len(totals) >= _FEWEST_TOTALS and unit and not stated(whole):
            following = _first_with_unit(unit, rows[at : at + _MOST_PARTS], stated)
            found |= {whole.number: first} if _rows_up_to(whole, following, totals) else {}
    return found


def _first_with_unit(unit: str, rows: Sequence[Row], stated: Callable[[Row], str]) -> list[Row]:
    return list(takewhile(lambda row: stated(row) == unit, rows))


def _marked_parts(rows: Sequence[Row], levels: list[int], has_unit: _Test, may_be_whole: _Test) -> dict[int, Row]:
    """Return the row that each row with a dash and without a unit is a part of: none of its numbers is larger.

    Labels that only name parts need no dash: *Công lập*, *Nữ*.
    """
    found: dict[int, Row] = {}
    for row, whole in _below_wholes(rows):
        if not has_unit(row) and _is_within(row, whole, levels):
            stated = whole if may_be_whole(whole) else found.get(whole.number)
            found |= {} if stated is None else {row.number: stated}
    return found


def _parts_of_means(rows: Sequence[Row], levels: list[int], has_unit: _Test, may_be_whole: _Test) -> dict[int, Row]:
    """Return the row of a rate or mean that each row is a part of, if it is between them: *Thành thị*, *Nông thôn*."""
    lists: dict[int, list[Row]] = defaultdict(list)
    wholes: dict[int, Row] = {}
    for row, whole in _below_wholes(rows):
        if not has_unit(row) and may_be_whole(whole) and is_part_in_title(row.own):
            wholes[whole.number] = whole
            lists[whole.number].append(row)
    means = (each for each in wholes.values() if _is_between(each, lists[each.number], levels))
    return {part.number: whole for whole in means for part in lists[whole.number]}


def _is_between(whole: Row, parts: list[Row], levels: list[int]) -> bool:
    """Return whether the numbers of a row are between those of several parts in all columns, at least two."""
    known = [(_number(whole, level), [_number(part, level) for part in parts]) for level in levels]
    stated = [(mean, [part for part in each if part is not None]) for mean, each in known if mean is not None]
    are_many = len(parts) > 1 and len(stated) >= _FEWEST_TOTALS
    return are_many and all(len(each) == len(parts) and min(each) <= mean <= max(each) for mean, each in stated)


def _below_wholes(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield the rows that are marked or named as parts, each with the row that they may be parts of."""
    by_number = {row.number: row for row in rows}
    named: Row | None = None
    for row in rows:
        is_marked = row.is_listed or row.own.startswith(DASHES)
        if is_marked or not is_part_in_title(row.own):
            named = row
        elif named is not None and named.band == row.band:
            yield row, named
        if is_marked and row.above in by_number:
            yield row, by_number[row.above]


def _is_within(part: Row, whole: Row, levels: list[int]) -> bool:
    """Return whether no number of a row is larger than that of another row.

    A row that a line states to be a part, or whose cell of units is empty, has at least one number, and any other two.
    """
    fewest = 1 if part.is_listed or part.has_own_unit else _FEWEST_TOTALS
    both = [(_number(part, number), _number(whole, number)) for number in levels if number in part.numbers]
    return len(both) >= fewest and all(low is not None and high is not None and 0 <= low <= high for low, high in both)


def _after_listed(rows: Sequence[Row], first: int) -> Sequence[Row]:
    """Return the rows from a first one, without those at their beginning that are single parts: *Trong đó: nữ*."""
    listed = sum(1 for _ in takewhile(lambda row: starts_listing(row.own), rows[first : first + _MOST_PARTS]))
    return rows[first + listed : first + listed + _MOST_PARTS]


def _parts_in_lists(whole: Row, following: list[Row], totals: list[int]) -> Iterator[Row]:
    """Yield the parts of a row in the lists that follow each other: by sex, and then by age."""
    while parts := _rows_up_to(whole, following, totals):
        yield from parts
        following = following[len(parts) :]


def _rows_up_to(whole: Row, following: list[Row], totals: list[int]) -> list[Row]:
    """Return the first rows that add up to a row in all columns with a total; empty if none do.

    The rows may have parts of their own below them, which add up to them.
    """
    added = [[whole.numbers[number][0]] for number in totals]
    at = count = 0
    while at < len(following) and _add(following[at], totals, added):
        count += 1
        at += 1 + _nested(following[at], following[at + 1 :], totals)
        if count > 1 and all(map(_adds_up, added)):
            return following[:at]
    return []


def _nested(part: Row, following: list[Row], totals: list[int]) -> int:
    """Return the number of rows below a part that add up to it in all columns; a single one may be equal to it."""
    added = [[_number(part, number) or Decimal(0)] for number in totals]
    for size, row in enumerate(following[:_MOST_NESTED], 1):
        if not _add(row, totals, added):
            return 0
        if all(map(_adds_up, added)):
            return size
    return 0


def _add(row: Row, totals: list[int], added: list[list[Decimal]]) -> bool:
    """Add the numbers of a row, with 0 for a single missing one; return False if all are missing, or one is a range."""
    numbers = [_number(row, number) for number in totals]
    if not any(number is not None for number in numbers) or any(_is_range(row, number) for number in totals):
        return False
    for each, number in zip(added, numbers, strict=True):
        each.append(number or Decimal(0))
    return True


def _number(row: Row, column: int) -> Decimal | None:
    """Return the number of a row in a column; ``None`` if there is none, or it is a range."""
    return None if column not in row.numbers or _is_range(row, column) else row.numbers[column][0]


def _is_range(row: Row, column: int) -> bool:
    return column in row.numbers and row.numbers[column][3] is not None


def _adds_up(numbers: list[Decimal]) -> bool:
    """Return whether a total, the first number, is the sum of the others within their rounding."""
    total, *parts = map(Fraction, numbers)
    return abs(sum(parts, Fraction(0)) - total) <= sum(map(half_step, numbers), Fraction(0))
