"""Find the rows of a table that are heads, the lines of the head of each column, and the titles above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from aseansc.documents._column import ASIDE, LEVELS, NAMING
from aseansc.documents._places import DASHES
from aseansc.vietnamese.tables import (
    ANY_TIME,
    ColumnRole,
    Head,
    band_of,
    begins_time,
    has_unsure_unit,
    is_absent,
    is_nothing,
    is_place,
    is_title,
    is_unit,
    read_amount,
    read_head,
    read_number,
    read_range,
    time_of_row,
    unit_in_brackets,
    unit_in_line,
    units_in_list,
)

if TYPE_CHECKING:
    from aseansc.documents._source import Cell, Table

_MOST_HEAD_ROWS: Final = 12
_FEWEST_TIMES: Final = 2
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s*(?:\((?:\*+|\d)\)|\*+|[¹²³⁴⁵⁶⁷⁸⁹])?")
_NUMBERING: Final = re.compile(r"[(-]?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?")
_MANY_COLUMNS: Final = 5
_SECTION: Final = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\d{1,2})[.)/]\s+\D")
_QUOTIENT: Final = re.compile(r"\(?\w{1,2}\)?\s*=\s*\(?(\w{1,2})\)?\s*[/:]\s*\(?(\w{1,2})\)?(?:\s*[x*×]\s*100)?\s*%?")


def head_rows(table: Table) -> list[tuple[int, int]]:
    """Return the first and last rows of heads."""
    height, _ = table.shape
    heads: list[tuple[int, int]] = []
    row = 1
    while row <= height:
        if _begins_heads(table, row, first=not heads):
            end = _end_of_heads(table, row, _columns_aside(table, row))
            first = _first_of_heads(table, row, heads[-1][1] if heads else 0)
            if heads and first == heads[-1][1] + 1:
                first = heads.pop()[0]
            heads.append((first, end))
            row = end
        row += 1
    return heads or _heads_above_times(table) or _heads_above_numbers(table)


def _heads_above_times(table: Table) -> list[tuple[int, int]]:
    """Return the head of a table whose rows are times, which nothing names: at least two texts above the first time."""
    height, _ = table.shape
    rows = [list(_row(table, row)) for row in range(1, height + 1)]
    timed = [
        row
        for row, cells in enumerate(rows, 1)
        if len(cells) > 1 and time_of_row(cells[0].text) is not None and all(map(_is_value, cells[1:]))
    ]
    if len(timed) < _FEWEST_TIMES:
        return []
    end = timed[0] - 1
    while end > 0 and len(rows[end - 1]) < 2:  # bands, such as units
        end -= 1
    start = end
    while start > 1 and len(rows[start - 2]) >= 2 and end - start < _MOST_HEAD_ROWS:
        start -= 1
    return [(start, end)] if start > 0 and not any(_is_value(cell) for cell in rows[end - 1]) else []


def _heads_above_numbers(table: Table) -> list[tuple[int, int]]:
    """Return the head of a table that names no column of labels: texts above numbers, and labels beside them."""
    height, _ = table.shape
    every = ((row, list(_row(table, row))) for row in range(1, height + 1))
    rows = [(row, cells) for row, cells in every if len(cells) > 1 and not _is_section(cells)]  # without bands
    for (end, cells), (_, below) in pairwise(rows):
        if _is_head(cells) and _is_labelled(below):
            first = _first_of_heads(table, end, 0)
            return [(first - _names_labels(table, first), _end_of_heads(table, end, {1}))]
    return []


def _goes_on(cell: Cell) -> bool:
    """Return whether a lone cell may have the last words of a head: *năm 2016 (%)*, *2016 (%)*."""
    line = " ".join(cell.text.split())
    is_time = read_head(line, ANY_TIME).time is not None
    return (line[:1].islower() or is_time) and not is_unit(line) and not unit_in_line(line)


def _names_labels(table: Table, first: int) -> bool:
    """Return whether the row above a head that begins behind the labels is a head, too, which names these."""
    above = list(_row(table, first - 1)) if first > 1 else []
    return bool(above) and above[0].column == 1 < next(_row(table, first)).column and _is_head(above)


def _is_head(cells: list[Cell]) -> bool:
    """Return whether cells are at least two texts."""
    return len(cells) >= 2 and not any(map(_is_value, cells))


def _is_above_labels(table: Table, row: int) -> bool:
    """Return whether a row, or the first one below it with a label, is a label and numbers; those before are heads."""
    height, _ = table.shape
    while row <= height and (cells := list(_row(table, row))):
        if cells[0].column == 1 or any(map(_is_value, cells)):
            return _is_labelled(cells)
        row += 1
    return False


def _is_labelled(cells: list[Cell]) -> bool:
    """Return whether cells are a label in the first column, and numbers, of which some may look like years: *2069*."""
    if len(cells) < 2 or cells[0].column != 1 or _is_value(cells[0]):
        return False
    are_years = [_YEAR.fullmatch(cell.text.strip()) is not None for cell in cells[1:]]
    return not all(are_years) and all(
        is_year or _is_value(cell) for is_year, cell in zip(are_years, cells[1:], strict=True)
    )


def _first_of_heads(table: Table, start: int, above: int) -> int:
    """Return the first row of a head: merged cells and heads of groups may be above the row that names columns."""
    first = max(min((cell.row for cell in _row(table, start)), default=start), above + 1)
    while first > above + 1:
        row = first - 1 if first == above + 2 or any(_row(table, first - 1)) else first - 2  # a row may be blank
        cells = list(_row(table, row))
        if not _are_groups(cells) or (row < first - 1 and _covers_labels(table, cells, first)):
            break
        first = row
    return first


def _covers_labels(table: Table, cells: list[Cell], first: int) -> bool:
    """Return whether a lone text is a title above a blank row, since it covers the head of labels, too."""
    below = range(cells[0].column, cells[0].column + cells[0].column_span)
    heads = [cell for cell in _row(table, first) if cell.column in below]
    return len(cells) == 1 and any(read_head(cell.text).role is ColumnRole.LABEL for cell in heads)


def _are_groups(cells: list[Cell]) -> bool:
    """Return whether cells are above the heads of columns: texts over several columns, or several, none over the first.

    The words of one head may be in several rows. A line such as *ĐVT: ha* beside one other text is a part of the title.
    """
    units = [cell for cell in cells if (":" in cell.text and unit_in_line(cell.text)) or units_in_list(cell.text)]
    are_of_groups = len(units) > 1 and all(cell.column_span > 1 for cell in cells)
    named = cells if are_of_groups else [cell for cell in cells if cell not in units]
    return (
        bool(named)
        and cells[0].column > 1
        and (len(named) > 1 or named[0].column_span > 1)
        and not any(_is_value(cell) for cell in cells)
    )


def _is_value(cell: Cell) -> bool:
    return _is_number(cell.text) or is_absent(cell.text) or is_nothing(cell.text)


def titles_of(table: Table, above: int, start: int) -> tuple[str, ...]:
    """Return the lines just above a head: rows without numbers."""
    first = first_title(table, above, start)
    return tuple(text for number in range(first, start) for text in _texts(table, number) if is_title(text))


def first_title(table: Table, above: int, start: int) -> int:
    """Return the first of the rows without numbers just above a head; `start` if there is none."""
    row = start
    while row > above and not any(_is_number(cell.text) for cell in _row(table, row - 1)):
        row -= 1
    return row


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
    found = read_number(text) or read_number(text, english=True) or read_range(text) or read_amount(text)
    return found is not None and _YEAR.fullmatch(text.strip()) is None


def _begins_heads(table: Table, row: int, *, first: bool) -> bool:
    cells = list(_row(table, row))
    if not _may_be_heads(cells):
        return False
    heads = [read_head(cell.text, ANY_TIME) for cell in cells]
    naming = sum(
        head.role in NAMING and not _is_repeated(cell, cells) and not _is_group(table, cell)
        for head, cell in zip(heads, cells, strict=True)
    )
    are_stated = list(map(_is_stated, heads))
    stated = sum(are_stated)
    if len(cells) == 2 and naming == 1 and not stated:
        return first or any(head.unit for head in heads)
    if naming == 0:  # the labels have no head
        if cells[0].column == 1:  # the head of the labels is a word that the grammar does not know
            is_above = _is_above_labels(table, cells[0].row + cells[0].row_span)
            return _may_name_labels(heads[0]) and all(are_stated[1:]) and is_above
        return stated == len(cells)
    return naming >= 1 if len(cells) > 2 or stated else naming >= 2


def _is_stated(head: Head) -> bool:
    """Return whether a head states a time, a comparison or a role of levels."""
    return head.time is not None or head.other_years or head.compared or head.role in LEVELS


def _may_name_labels(head: Head) -> bool:
    """Return whether a head may be that of labels: a word that the grammar does not know, or only *Năm học*."""
    return not _is_stated(head) or (head.other_years and head.time is None)


def _may_be_heads(cells: list[Cell]) -> bool:
    """Return whether cells are at least two texts without a number, and not a row that is a part of another one."""
    is_part = bool(cells) and cells[0].text.startswith(DASHES)
    return len(cells) > 1 and not is_part and not any(_is_number(cell.text) for cell in cells)


def _is_repeated(cell: Cell, cells: list[Cell]) -> bool:
    """Return whether *Năm* is above several columns, so that it is the first line of *Năm 2018*, and not of labels."""
    return begins_time(cell.text) and sum(each.text == cell.text for each in cells) > 1


def _is_group(table: Table, cell: Cell) -> bool:
    """Return whether a head is above the heads of several columns: *Xã có nhà văn hóa* above *Số xã* and *Tỷ lệ*."""
    below = cell.row + cell.row_span
    columns = range(cell.column, cell.column + cell.column_span)
    if below > table.shape[0]:
        return False
    cells = {table.at(below, column) for column in columns}
    texts = [each.text for each in cells if each is not None and each.text]
    return len(texts) == cell.column_span > 1 and not any(map(_is_number, texts))


def _columns_aside(table: Table, start: int) -> set[int]:
    """Return the columns of which a row of heads names the labels, units or remarks."""
    cells = list(_row(table, start))
    return {
        column
        for cell in cells
        if read_head(cell.text).role in ASIDE and not _is_repeated(cell, cells) and not _is_group(table, cell)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _end_of_heads(table: Table, start: int, aside: set[int]) -> int:
    """Return the last row of the heads that begin with a row; `aside` are the columns without values."""
    spanned = max((cell.row + cell.row_span - 1 for cell in _row(table, start)), default=start)
    end = min(spanned, start + _MOST_HEAD_ROWS - 1)
    height, _ = table.shape
    while end < min(height, start + _MOST_HEAD_ROWS):
        cells = list(_row(table, end + 1))
        if _is_numbering(cells):
            return end + 1
        if _is_band(table, cells, aside):
            break
        if not _continues_heads(table, cells, aside, start, end):
            break
        end += 1
    return end


def _continues_heads(table: Table, cells: list[Cell], aside: set[int], start: int, end: int) -> bool:
    """Return whether a row goes on with the heads above it: texts in columns of values."""
    if not cells:
        return _continues_below_blank(table, aside, start, end)
    if _is_section(cells):
        return False
    inside = [cell for cell in cells if cell.column not in aside]
    if any(_is_number(cell.text) or is_absent(cell.text) or is_nothing(cell.text) for cell in inside):
        return False
    if any(cell.column in aside and cell.column_span > 1 for cell in cells):  # the heading of a section
        return False
    return any(_texts_above(table, cell.column, start, end) for cell in inside)  # else labels whose column has no head


def _continues_below_blank(table: Table, aside: set[int], start: int, end: int) -> bool:
    """Return whether a head goes on below a blank row: several texts, none above the labels."""
    cells = list(_row(table, end + 2))
    return len(cells) > 1 and _are_groups(cells) and _continues_heads(table, cells, aside, start, end)


def _is_section(cells: list[Cell]) -> bool:
    """Return whether a row is the heading of a section with the units of its columns: *A. Hành khách*, *Nghìn HK*."""
    is_numbered = bool(cells) and _SECTION.match(cells[0].text.strip()) is not None
    return (
        is_numbered
        and len(cells) > 1
        and all(is_unit(each.text) or has_unsure_unit(f"({each.text})") for each in cells[1:])
    )


def _is_band(table: Table, cells: list[Cell], aside: set[int]) -> bool:
    """Return whether a row is one line that states the unit of the rows below it, for several columns of values."""
    _, width = table.shape
    first = next((column for column in range(2, width + 1) if column not in aside), width)
    if len(cells) != 1 or first == width:
        return False
    line = " ".join(cells[0].text.split())
    is_of_some = cells[0].column_span == 1 or cells[0].column > first
    if is_of_some and _goes_on(cells[0]):
        return False
    if cells[0].column_span == 1 and cells[0].column > first and _names_measure(table, cells[0]):
        return False  # the unit of one column: *Tổng vốn*, and below it *(tỷ đồng)*
    return bool(unit_in_line(line) or is_unit(line) or unit_in_brackets(line)) or band_of(line) is not None


def _names_measure(table: Table, cell: Cell) -> bool:
    """Return whether the nearest text above a cell is the head of a measure, and not of a time or a role."""
    above = (table.at(row, cell.column) for row in range(cell.row - 1, max(cell.row - _MOST_HEAD_ROWS, 0), -1))
    text = next((each.text for each in above if each is not None and each.text), "")
    head = read_head(text, ANY_TIME) if text else None
    return head is not None and head.time is None and head.role is ColumnRole.UNKNOWN and not head.compared


def _texts_above(table: Table, column: int, start: int, end: int) -> bool:
    cells = [table.at(row, column) for row in range(start, end + 1)]
    return any(cell is not None and cell.text for cell in cells)


def _is_numbering(cells: list[Cell]) -> bool:
    """Return whether a row only numbers the columns: 1, 2, 3, or A, B, 1, 2, or 5=4/3; a long one may name itself."""
    if len(cells) > _MANY_COLUMNS and cells[1].text.strip(" ()") == "1":  # *MS*, 1, 2, 3
        cells = cells[1:]
    return len(cells) >= 3 and all(_NUMBERING.fullmatch(cell.text.strip()) for cell in cells) and _increases(cells)


def _increases(cells: list[Cell]) -> bool:
    texts = [cell.text.strip(" ()-") for cell in cells]
    numbers = [int(match[0]) for text in texts if (match := re.match(r"\d+", text)) is not None]
    if not numbers or (numbers == [1] and texts[-1] == "1"):  # A, B, C or A, B, 1
        numbers = [ord(text[0]) for text in texts if not text[0].isdigit()]
    return len(numbers) >= 2 and all(after == before + 1 for before, after in pairwise(numbers))


def head_texts(table: Table, start: int, end: int) -> list[list[str]]:
    """Return the lines of the head of each column, from top to bottom."""
    _, width = table.shape
    last = end - 1 if _is_numbering(list(_row(table, end))) else end
    found: list[list[str]] = []
    for number in range(1, width + 1):
        cells = dict.fromkeys(_head_cell(table, row, number, end) for row in range(start, last + 1))
        found.append([cell.text for cell in cells if cell is not None and cell.text])
    return found


def quotients(table: Table, end: int) -> dict[int, tuple[int, int]]:
    """Return the columns that the last row of a head states to be quotients of two others: *5=4/3* below *TH/KH*."""
    cells = list(_row(table, end))
    if not _is_numbering(cells):
        return {}
    texts = {cell.column: cell.text.strip().casefold() for cell in cells}
    numbered = {text.partition("=")[0].strip(" ()"): column for column, text in texts.items()}
    found = ((column, _QUOTIENT.fullmatch(text)) for column, text in texts.items())
    return {
        column: (numbered[match[1]], numbered[match[2]])
        for column, match in found
        if match is not None and {match[1], match[2]} <= numbered.keys()
    }


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
    return cell if read_head(group.text).role in ASIDE and not is_place(group.text) else group


def _has_text(table: Table, row: int, column: int) -> bool:
    cell = table.at(row, column)
    return cell is not None and bool(cell.text)
