"""The columns beside those of values: which have labels, serial numbers, units or remarks, also without a head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from aseansc.documents._column import ASIDE, Column
from aseansc.vietnamese.tables import (
    ColumnRole,
    counted_in,
    is_absent,
    is_animal_unit,
    is_ditto,
    is_nothing,
    is_whole,
    may_be_target,
    may_name_things,
    names_persons,
    read_number,
    read_range,
    read_unit,
    time_of_row,
)

if TYPE_CHECKING:
    from aseansc.documents._source import Table

_FEWEST_UNITS: Final = 2
_LONGEST_UNIT: Final = 12
_MOST_KNOWN: Final = 0.75
"""The share of known units by which a column without a head is one of units."""

_FEWEST_NOTES: Final = 2
_WORD: Final = re.compile(r"(?!\(?[IVXLC]+\b)\b\w*[^\W\d_]{2}|[^\W\d_] [^\W\d_]")
"""At least two letters that are not a Roman number."""

_CODE: Final = re.compile(r"0\d+|\d{6,}|(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d")
"""A number that is a code, or a year of school: digits that are not grouped, or begin with 0."""


def with_aside(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Return columns of which those of labels, units and serial numbers are known, also without a head."""
    columns = _with_labels_first(table, _with_codes(table, columns, end), end)
    columns = _with_serials(_with_second_labels(table, _with_label(table, columns, end), end))
    columns = _with_indented(table, _with_units(table, columns, end), end)
    return [_as_note(table, column, end + 1) for column in columns]


def _with_codes(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Return columns of which those before the first words are numbers of rows: *1.1.* below *I*, codes of schools."""
    first = next((at for at, each in enumerate(columns) if _has_words(table, each.number, end + 1)), 0)
    return [
        evolve(column, role=ColumnRole.SERIAL) if at < first and _has_codes(table, column, end + 1) else column
        for at, column in enumerate(columns)
    ]


def _has_codes(table: Table, column: Column, first: int) -> bool:
    """Return whether the cells of a column name rows, and its head does not count or measure: *Số lớp*, *Tổng số*."""
    if not _is_open(column) or column.unit or is_whole(column.header) or names_persons(column.header):
        return False
    height, _ = table.shape
    cells = (table.at(row, column.number) for row in range(first, height + 1))
    texts = [cell.text.strip() for cell in cells if cell is not None and not is_absent(cell.text)]
    codes = [text for text in texts if _CODE.fullmatch(text) or not (read_number(text) or read_range(text))]
    return 2 * len(codes) > len(texts) or (counted_in(column.header) is None and _are_running(texts))


def _are_running(texts: list[str]) -> bool:
    """Return whether whole numbers follow each other from 1, perhaps several times: *1, 2, 3, 1, 2*."""
    numbers = [int(text) for text in texts if text.isdecimal()]
    are_next = all(number in (1, before + 1) for before, number in zip([0, *numbers], numbers, strict=False))
    return are_next and 2 * len(numbers) > len(texts) and max(numbers) > 1


def _with_second_labels(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Return columns of which words behind labels that are merged over several rows are labels, too."""
    at = next((at for at, column in enumerate(columns, 1) if column.role is ColumnRole.LABEL), len(columns))
    second = columns[at] if at < len(columns) else None
    if second is None or not _is_open(second) or not _has_words(table, second.number, end + 1):
        return columns
    height, _ = table.shape
    cells = (table.at(row, columns[at - 1].number) for row in range(end + 1, height + 1))
    if any(cell is not None and cell.row_span > 1 and cell.text for cell in cells):
        columns[at] = evolve(second, role=ColumnRole.LABEL)
    return columns


def _is_open(column: Column) -> bool:
    """Return whether the head of a column states neither a role nor a time."""
    return column.role is ColumnRole.UNKNOWN and column.time is None and not column.head.compared


def _with_indented(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Return columns of which those without a head just behind the labels have labels too: each depth its column."""
    at = next((at for at, column in enumerate(columns, 1) if column.role is ColumnRole.LABEL), len(columns))
    for column in columns[at:]:
        if column.header or column.role is not ColumnRole.UNKNOWN or not _has_words(table, column.number, end + 1):
            break
        columns[column.number - columns[0].number] = evolve(column, role=ColumnRole.LABEL)
    return columns


def _are_units(texts: list[str]) -> bool:
    """Return whether nearly all texts are units or repeat one; the others may be units that are not known."""
    known = [text for text in texts if read_unit(text) is not None or is_animal_unit(text) or is_ditto(text)]
    are_short = all(
        len(text) <= _LONGEST_UNIT and not any(map(str.isdecimal, text)) for text in texts if text not in known
    )
    return len(known) >= _FEWEST_UNITS and _MOST_KNOWN * len(texts) <= len(known) and are_short


def _as_note(table: Table, column: Column, first: int) -> Column:
    """Return a column as a remark if its head is not known, and its cells have words and no digits: *Địa điểm*."""
    if column.role is not ColumnRole.UNKNOWN or column.time is not None or not column.header:
        return column
    height, _ = table.shape
    cells = (table.at(row, column.number) for row in range(first, height + 1))
    texts = [cell.text for cell in cells if cell is not None and not is_absent(cell.text) and not is_nothing(cell.text)]
    is_note = len(texts) >= _FEWEST_NOTES and not any(any(map(str.isdecimal, text)) for text in texts)
    return evolve(column, role=ColumnRole.NOTE) if is_note else column


def _with_label(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Find the column of labels by its cells, if no head names it."""
    if any(column.role is ColumnRole.LABEL for column in columns):
        return columns
    for at, column in enumerate(columns):
        if not column.header or column.role in (ColumnRole.UNKNOWN, ColumnRole.TARGET):  # *Chỉ tiêu năm 2020*
            is_label = _has_words(table, column.number, end + 1)
        else:  # *Đơn vị* is also the head of the names of departments and districts
            is_label = column.role is ColumnRole.UNIT and not _has_units(table, column.number, end + 1)
        if is_label:
            columns[at] = evolve(column, role=ColumnRole.LABEL)
            break
    return columns


def _has_units(table: Table, column: int, first: int) -> bool:
    """Return whether a cell of a column below its head is surely a unit, or half of them are one: *Trạm y tế*."""
    height, _ = table.shape
    cells = (table.at(row, column) for row in range(first, height + 1))
    texts = [cell.text for cell in cells if cell is not None and cell.text]
    units = [text for text in texts if read_unit(text) is not None]
    return 2 * len(units) >= len(texts) > 0 or any(not may_name_things(text) for text in units)


def _has_words(table: Table, column: int, first: int) -> bool:
    """Return whether most cells of a column below its head are words."""
    height, _ = table.shape
    cells = [cell for row in range(first, height + 1) if (cell := table.at(row, column)) and cell.text]
    words = [
        cell
        for cell in cells
        if time_of_row(cell.text) is not None
        or (read_number(cell.text) is None and read_range(cell.text) is None and _WORD.search(cell.text) is not None)
    ]
    return 2 * len(words) > len(cells)


def _with_labels_first(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Return columns of which only those before the first values are labels; *Chỉ tiêu* above numbers is a plan."""
    found: list[Column] = []
    seen = False
    for column in columns:
        is_label = column.role is ColumnRole.LABEL
        named = (is_label or may_be_target(column.header)) and any(
            each.role is ColumnRole.LABEL or _has_words(table, each.number, end + 1) for each in found
        )
        if named and not _has_words(table, column.number, end + 1):
            seen, is_label = True, False
            role = ColumnRole.TARGET if may_be_target(column.header) else ColumnRole.UNKNOWN
            column = evolve(column, role=role, measure="")
        seen = seen or (bool(column.header) and column.role not in ASIDE)
        found.append(evolve(column, role=ColumnRole.UNKNOWN) if seen and is_label else column)
    return found


def _with_serials(columns: list[Column]) -> list[Column]:
    """Return columns of which those without a head before the labels are serial numbers."""
    label = next((column.number for column in columns if column.role is ColumnRole.LABEL), 0)
    return [
        evolve(column, role=ColumnRole.SERIAL) if column.number < label and not column.header else column
        for column in columns
    ]


def _with_units(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Return columns of which one beside the labels has units if nothing else is in its cells and no head names it.

    A head in an old font may be unreadable.
    """
    at = next((at for at, column in enumerate(columns, 1) if column.role is ColumnRole.LABEL), 0)
    following = columns[at : at + 1]
    if not following or not at or any(column.role is ColumnRole.UNIT for column in columns):
        return columns
    if following[0].role is not ColumnRole.UNKNOWN or following[0].time is not None or following[0].head.compared:
        return columns
    height, _ = table.shape
    cells = (table.at(row, following[0].number) for row in range(end + 1, height + 1))
    texts = [cell.text for cell in cells if cell is not None and cell.text]
    if _are_units(texts):
        columns[at] = evolve(following[0], role=ColumnRole.UNIT)
    return columns
