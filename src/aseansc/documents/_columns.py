"""Find the heads of a table, and what each column states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, final

from attrs import evolve, frozen

from aseansc.periods import Time
from aseansc.vietnamese.tables import ColumnRole, Head, is_absent, is_nothing, read_head, read_number, time_of_row

if TYPE_CHECKING:
    from aseansc.documents._source import Cell, Table

_MOST_HEAD_ROWS: Final = 6
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMBERING: Final = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?")
_NAMING: Final = (ColumnRole.SERIAL, ColumnRole.LABEL, ColumnRole.UNIT)
_LEVELS: Final = (ColumnRole.ACTUAL, ColumnRole.TARGET)
_ASIDE: Final = (*_NAMING, ColumnRole.NOTE)


@final
@frozen(kw_only=True)
class Column:
    """A column of a table, and what its head states.

    Args:
        number: its number, from 1.
        header: the texts of its head, from top to bottom.
        role: what its cells state.
        time: the time in its head, if any.
        estimated: whether its levels are estimates.
        unit: the unit in its head, as printed.
        measure: the words of its head that name what it measures, if the rows do not.
        level: for a comparison, the number of the column that is compared; 0 if it is not in the table.
        base: for a comparison, the number of the column that it is divided by; 0 if it is not in the table.
        head: all that its head states.
    """

    number: int
    header: str
    role: ColumnRole
    time: Time | None = None
    estimated: bool = False
    unit: str = ""
    measure: str = ""
    level: int = 0
    base: int = 0
    head: Head


@final
@frozen(kw_only=True)
class Block:
    """A part of a table with heads of its own.

    Args:
        titles: the rows above the heads, from top to bottom.
        columns: its columns.
        first: the number of its first row below the heads.
        last: the number of its last row.
    """

    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    first: int
    last: int


def blocks_of(table: Table) -> tuple[Block, ...]:
    """Return the parts of a table that have heads."""
    height, _ = table.shape
    heads: list[tuple[int, int]] = []
    row = 1
    while row <= height:
        if _begins_heads(table, row, first=not heads):
            end = _end_of_heads(table, row)
            heads.append((row, end))
            row = end
        row += 1
    found: list[Block] = []
    above = 1
    for (start, end), (following, _) in pairwise([*heads, (height + 1, 0)]):
        titles = tuple(text for number in range(above, start) for text in _texts(table, number))
        found.append(Block(titles=titles, columns=_columns(table, start, end), first=end + 1, last=following - 1))
        above = following
    return tuple(found)


def _row(table: Table, row: int) -> Iterator[Cell]:
    """Yield the cells that cover a row, each once, without empty ones."""
    _, width = table.shape
    column = 1
    while column <= width:
        cell = table.at(row, column)
        if cell is not None and cell.text:
            yield cell
        column = column + 1 if cell is None else cell.column + cell.column_span


def _texts(table: Table, row: int) -> list[str]:
    return [cell.text for cell in _row(table, row)]


def _is_number(text: str) -> bool:
    found = read_number(text) or read_number(text, english=True)
    return found is not None and _YEAR.fullmatch(text.strip()) is None


def _begins_heads(table: Table, row: int, *, first: bool) -> bool:
    cells = list(_row(table, row))
    if len(cells) < 2 or any(_is_number(cell.text) for cell in cells):
        return False
    heads = [read_head(cell.text) for cell in cells]
    naming = sum(head.role in _NAMING for head in heads)
    stated = sum(head.time is not None or head.role in (ColumnRole.ACTUAL, ColumnRole.TARGET) for head in heads)
    if len(cells) == 2 and naming == 1 and not stated:
        return first or any(head.unit for head in heads)
    if naming == 0:  # the labels have no head
        return stated == len(cells) and cells[0].column > 1
    return naming >= 1 if len(cells) > 2 or stated else naming >= 2


def _end_of_heads(table: Table, start: int) -> int:
    """Return the last row of the heads that begin with a row."""
    aside = {
        column
        for cell in _row(table, start)
        if read_head(cell.text).role in _ASIDE
        for column in range(cell.column, cell.column + cell.column_span)
    }
    spanned = max((cell.row + cell.row_span - 1 for cell in _row(table, start)), default=start)
    end = min(spanned, start + _MOST_HEAD_ROWS - 1)
    height, _ = table.shape
    while end < min(height, start + _MOST_HEAD_ROWS):
        cells = list(_row(table, end + 1))
        if _is_numbering(cells):
            return end + 1
        if not _continues_heads(table, cells, aside, start, end):
            break
        end += 1
    return end


def _continues_heads(table: Table, cells: list[Cell], aside: set[int], start: int, end: int) -> bool:
    """Return whether a row goes on with the heads above it: texts in columns of values."""
    inside = [cell for cell in cells if cell.column not in aside]
    if any(_is_number(cell.text) or is_absent(cell.text) or is_nothing(cell.text) for cell in inside):
        return False
    if any(cell.column in aside and cell.column_span > 1 for cell in cells):  # the heading of a section
        return False
    return any(_texts_above(table, cell.column, start, end) for cell in inside)  # else labels whose column has no head


def _texts_above(table: Table, column: int, start: int, end: int) -> bool:
    cells = [table.at(row, column) for row in range(start, end + 1)]
    return any(cell is not None and cell.text for cell in cells)


def _is_numbering(cells: list[Cell]) -> bool:
    """Return whether a row only numbers the columns: 1, 2, 3, or A, B, 1, 2, or 5=4/3."""
    return len(cells) >= 3 and all(_NUMBERING.fullmatch(cell.text.strip()) for cell in cells) and _increases(cells)


def _increases(cells: list[Cell]) -> bool:
    numbers = [int(match[0]) for cell in cells if (match := re.match(r"\d+", cell.text.strip(" ()"))) is not None]
    return len(numbers) >= 2 and all(after == before + 1 for before, after in pairwise(numbers))


def _columns(table: Table, start: int, end: int) -> tuple[Column, ...]:
    _, width = table.shape
    found: list[Column] = []
    for number in range(1, width + 1):
        cells = [_head_cell(table, row, number, end) for row in range(start, end + 1)]
        numbering = _is_numbering(list(_row(table, end)))
        texts = [cell.text for cell in dict.fromkeys(cells[:-1] if numbering else cells) if cell is not None]
        header = " ".join(" ".join(texts).split())
        head = read_head(header)
        found.append(
            Column(
                number=number,
                header=header,
                role=head.role,
                time=head.time,
                estimated=head.estimated,
                unit=head.unit,
                measure=head.measure if head.role in _LEVELS or head.time is not None else "",
                head=head,
            )
        )
    return _completed(_with_label(table, found, end))


def _head_cell(table: Table, row: int, column: int, end: int) -> Cell | None:
    """Return the cell of a head; an empty one belongs to the group on its left, if both have a head below."""
    cell = table.at(row, column)
    if row == end or (cell is not None and cell.text) or not _has_text(table, row + 1, column):
        return cell
    left = column - 1
    while left > 0 and not _has_text(table, row, left) and _has_text(table, row + 1, left):
        left -= 1
    group = table.at(row, left)
    if group is None or not group.text or not _has_text(table, row + 1, left) or table.at(row + 1, left) is group:
        return cell
    return cell if read_head(group.text).role in _ASIDE else group


def _has_text(table: Table, row: int, column: int) -> bool:
    cell = table.at(row, column)
    return cell is not None and bool(cell.text)


def _with_label(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Find the column of labels by its cells, if no head names it."""
    if any(column.role is ColumnRole.LABEL for column in columns):
        return columns
    for at, column in enumerate(columns):
        if (not column.header or column.role is ColumnRole.UNKNOWN) and _has_words(table, column.number, end + 1):
            columns[at] = evolve(column, role=ColumnRole.LABEL)
            break
    return columns


def _has_words(table: Table, column: int, first: int) -> bool:
    """Return whether most cells of a column below its head are words."""
    height, _ = table.shape
    cells = [cell for row in range(first, height + 1) if (cell := table.at(row, column)) and cell.text]
    words = [
        cell
        for cell in cells
        if time_of_row(cell.text) is not None or (read_number(cell.text) is None and len(cell.text) > 3)
    ]
    return 2 * len(words) > len(cells)


def _completed(columns: list[Column]) -> tuple[Column, ...]:
    """Complete what the heads leave open by comparing them with each other."""
    columns = _with_labels_first(columns)
    values = [column for column in columns if column.header and column.role not in _ASIDE]
    found = list(columns)
    for column in values:
        if _are_measures(values):
            unit = column.unit or ("%" if "%" in column.header else "")
            found[column.number - 1] = evolve(column, role=ColumnRole.ACTUAL, measure=column.header, unit=unit)
        elif column.time is not None and column.role is ColumnRole.UNKNOWN and _are_years(values):
            found[column.number - 1] = evolve(column, role=ColumnRole.ACTUAL)
    return tuple(_compared(column, found) for column in found)


def _are_years(values: list[Column]) -> bool:
    """Return whether no head states a role: columns of years, totals and comparisons of years."""
    unstated = [column for column in values if column.role is ColumnRole.UNKNOWN and column.head.base is None]
    is_plain = all(column.time is not None or _is_total(column) for column in unstated)
    return is_plain and not any(column.role in _LEVELS for column in values)


def _with_labels_first(columns: list[Column]) -> list[Column]:
    """Return columns of which only those before the first values are labels, and serial numbers may have no head."""
    found: list[Column] = []
    seen = False
    for column in columns:
        is_value = bool(column.header) and column.role not in _ASIDE
        seen = seen or is_value
        found.append(evolve(column, role=ColumnRole.UNKNOWN) if seen and column.role is ColumnRole.LABEL else column)
    label = next((column.number for column in found if column.role is ColumnRole.LABEL), 0)
    for column in found[: max(label - 1, 0)]:
        if not column.header:
            found[column.number - 1] = evolve(column, role=ColumnRole.SERIAL)
    return found


def _are_measures(values: list[Column]) -> bool:
    """Return whether columns measure different things at one time, which only a title may state."""
    plain = (ColumnRole.UNKNOWN, ColumnRole.ACTUAL)
    return bool(values) and all(column.role in plain and column.time is None for column in values)


def _is_total(column: Column) -> bool:
    return re.match(r"(?:tổng|cộng)", column.header.casefold()) is not None


def _compared(column: Column, columns: list[Column]) -> Column:
    """Return a comparison with the numbers of the columns that it compares."""
    head = column.head
    if column.role not in (ColumnRole.ATTAINMENT, ColumnRole.CHANGE) or head.base is None:
        return column
    base_role = ColumnRole.TARGET if column.role is ColumnRole.ATTAINMENT else ColumnRole.ACTUAL
    level_role = ColumnRole.ACTUAL
    if head.level is not None and head.level.role is ColumnRole.TARGET:
        level_role = ColumnRole.TARGET
    base = _one([each for each in columns if each.role is base_role], head.base.time)
    time = head.level.time if head.level is not None else None
    if time is None and column.role is ColumnRole.ATTAINMENT and base is not None:
        time = base.time
    levels = [each for each in columns if each.role is level_role]
    level = _one(levels, time)
    found = evolve(column, level=0 if level is None else level.number, base=0 if base is None else base.number)
    if found.time is None and level is not None:
        found = evolve(found, time=level.time, estimated=level.estimated)
    return found


def _one(columns: list[Column], time: Time | None) -> Column | None:
    """Return the only column with a time, or the only column if the time is not stated."""
    fitting = [column for column in columns if time is None or column.time == time]
    return fitting[0] if len(fitting) == 1 else None
