"""Find the heads of a table, and what each column states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, final

from attrs import evolve, frozen

from aseansc.documents._places import province_of
from aseansc.periods import Period, Time
from aseansc.units import UnitKind
from aseansc.vietnamese.tables import (
    ColumnRole,
    Head,
    band_of,
    has_other_years,
    is_absent,
    is_ditto,
    is_division,
    is_nothing,
    is_place,
    is_plan,
    is_title,
    is_understood,
    is_unit,
    is_whole,
    may_be_planned,
    prices_in,
    read_head,
    read_number,
    read_range,
    read_unit,
    starts_listing,
    time_of_row,
    time_of_title,
    unit_in_brackets,
    unit_in_line,
)

if TYPE_CHECKING:
    from aseansc.documents._source import Cell, Table

_MOST_HEAD_ROWS: Final = 6
_FEWEST_TIMES: Final = 2
_FEWEST_PLACES: Final = 2
_FEWEST_UNITS: Final = 2
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s*(?:\(\*+\)|\*+)?")
_NUMBERING: Final = re.compile(r"[(-]?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?")
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
        place: the name of the place in its head, if the rows are indicators.
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
    place: str = ""
    head: Head


@final
@frozen(kw_only=True)
class Block:
    """A part of a table with heads of its own.

    Args:
        titles: the lines above the heads, from top to bottom; those of the part before if it has none of its own.
        time: the time in the titles, if there is only one.
        columns: its columns.
        first: the number of its first row below the heads.
        last: the number of its last row.
    """

    titles: tuple[str, ...]
    time: Time | None
    columns: tuple[Column, ...]
    first: int
    last: int


def blocks_of(table: Table, titles: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """Return the parts of a table that have heads.

    Args:
        table: the table.
        titles: the lines above the table, from top to bottom.
    """
    height, _ = table.shape
    heads = _heads(table)
    found: list[Block] = []
    time = time_of_title(titles)
    for at, (start, end) in enumerate(heads):
        own = _titles(table, found[-1].first if found else 1, start)
        following = heads[at + 1][0] if at + 1 < len(heads) else height + 1
        titles = own or titles
        time = (time_of_title(own) if own else None) or time
        first_title = _first_title(table, end + 1, following) if following <= height else following
        columns = _columns(table, start, end, time)
        if any(map(has_other_years, titles)):
            columns = tuple(map(_without_year, columns))
        if any(map(is_plan, titles)):
            columns = _planned(columns, time)
        found.append(Block(titles=titles, time=time, columns=columns, first=end + 1, last=first_title - 1))
    return tuple(found)


def _without_year(column: Column) -> Column:
    """Return a column of which the year is not a calendar year; if it compares years, it is not certain which."""
    if column.time is None:
        return column
    role = ColumnRole.UNKNOWN if column.head.compared else column.role
    return evolve(column, role=role, time=None, head=evolve(column.head, other_years=True))


def _planned(columns: tuple[Column, ...], time: Time | None) -> tuple[Column, ...]:
    """Return columns below the title of a plan, which are plans for its time unless a head states something else."""
    values = [column for column in columns if column.header and column.role not in _ASIDE and not column.head.compared]
    plain = [column for column in values if column.head.role is ColumnRole.UNKNOWN]
    if (
        time is None
        or len(plain) < len(values)
        or any(column.head.doubtful or not may_be_planned(column.header) for column in values)
    ):
        return columns
    return tuple(
        evolve(column, role=ColumnRole.TARGET)
        if column in plain and (column.time is None or is_within(column.time, time))
        else column
        for column in columns
    )


def _heads(table: Table) -> list[tuple[int, int]]:
    """Return the first and last rows of heads."""
    height, _ = table.shape
    heads: list[tuple[int, int]] = []
    row = 1
    while row <= height:
        if _begins_heads(table, row, first=not heads):
            end = _end_of_heads(table, row)
            heads.append((_first_of_heads(table, row, heads[-1][1] if heads else 0), end))
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
    rows = [list(_row(table, row)) for row in range(1, height + 1)]
    for end, (cells, below) in enumerate(pairwise(rows), 1):
        if _is_head(cells) and _is_labelled(below):
            return [(_first_of_heads(table, end, 0), end)]
    return []


def _is_head(cells: list[Cell]) -> bool:
    """Return whether cells are at least two texts, none in the first column."""
    return len(cells) >= 2 and cells[0].column > 1 and not any(map(_is_value, cells))


def _is_labelled(cells: list[Cell]) -> bool:
    """Return whether cells are a label in the first column, and numbers."""
    return len(cells) >= 2 and cells[0].column == 1 and not _is_value(cells[0]) and all(map(_is_value, cells[1:]))


def _first_of_heads(table: Table, start: int, above: int) -> int:
    """Return the first row of a head: merged cells and heads of groups may be above the row that names columns."""
    first = max(min((cell.row for cell in _row(table, start)), default=start), above + 1)
    while first > above + 1 and _are_groups(list(_row(table, first - 1))):
        first -= 1
    return first


def _are_groups(cells: list[Cell]) -> bool:
    """Return whether cells are heads of groups of columns: texts over several columns, none over the first."""
    return (
        bool(cells)
        and cells[0].column > 1
        and any(cell.column_span > 1 for cell in cells)
        and not any(_is_value(cell) for cell in cells)
    )


def _is_value(cell: Cell) -> bool:
    return _is_number(cell.text) or is_absent(cell.text) or is_nothing(cell.text)


def _titles(table: Table, above: int, start: int) -> tuple[str, ...]:
    """Return the lines just above a head: rows without numbers."""
    first = _first_title(table, above, start)
    return tuple(text for number in range(first, start) for text in _texts(table, number) if is_title(text))


def _first_title(table: Table, above: int, start: int) -> int:
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
    found = read_number(text) or read_number(text, english=True) or read_range(text)
    return found is not None and _YEAR.fullmatch(text.strip()) is None


def _begins_heads(table: Table, row: int, *, first: bool) -> bool:
    cells = list(_row(table, row))
    if len(cells) < 2 or any(_is_number(cell.text) for cell in cells):
        return False
    heads = [read_head(cell.text) for cell in cells]
    naming = sum(head.role in _NAMING for head in heads)
    stated = sum(head.time is not None or head.other_years or head.compared or head.role in _LEVELS for head in heads)
    if len(cells) == 2 and naming == 1 and not stated:
        return first or any(head.unit for head in heads)
    if naming == 0:  # the labels have no head
        if cells[0].column == 1:  # the head of the labels is a word that the grammar does not know
            below = cells[0].row + cells[0].row_span
            return stated == len(cells) - 1 and below <= table.shape[0] and _is_labelled(list(_row(table, below)))
        return stated == len(cells)
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
        if _is_band(table, cells, aside):
            break
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


def _is_band(table: Table, cells: list[Cell], aside: set[int]) -> bool:
    """Return whether a row is one line that states the unit of the rows below it, for several columns of values."""
    _, width = table.shape
    first = next((column for column in range(2, width + 1) if column not in aside), width)
    if len(cells) != 1 or first == width:
        return False
    line = " ".join(cells[0].text.split())
    return bool(unit_in_line(line) or is_unit(line) or unit_in_brackets(line)) or band_of(line) is not None


def _texts_above(table: Table, column: int, start: int, end: int) -> bool:
    cells = [table.at(row, column) for row in range(start, end + 1)]
    return any(cell is not None and cell.text for cell in cells)


def _is_numbering(cells: list[Cell]) -> bool:
    """Return whether a row only numbers the columns: 1, 2, 3, or A, B, 1, 2, or 5=4/3."""
    return len(cells) >= 3 and all(_NUMBERING.fullmatch(cell.text.strip()) for cell in cells) and _increases(cells)


def _increases(cells: list[Cell]) -> bool:
    numbers = [int(match[0]) for cell in cells if (match := re.match(r"\d+", cell.text.strip(" ()-"))) is not None]
    return len(numbers) >= 2 and all(after == before + 1 for before, after in pairwise(numbers))


def _columns(table: Table, start: int, end: int, title: Time | None) -> tuple[Column, ...]:
    heads = _head_texts(table, start, end)
    places = _places(heads)
    found: list[Column] = []
    for number, (texts, place) in enumerate(zip(heads, places, strict=True), 1):
        whole, unit = _unit_in(texts)
        words = [text for text in texts if text not in (place, whole)]
        head = read_head(" ".join(" ".join(words).split()), title)
        if head.role not in _ASIDE and not head.doubtful and not all(map(is_understood, words)):
            head = Head(role=ColumnRole.UNKNOWN, compared=head.compared, doubtful=True)
        found.append(
            Column(
                number=number,
                header=" ".join(" ".join(texts).split()),
                role=head.role,
                time=head.time,
                estimated=head.estimated,
                unit=unit or head.unit,
                measure=head.measure if head.role in _LEVELS or head.time is not None else "",
                place="" if is_whole(place) else place,
                head=head,
            )
        )
    return _completed(_with_units(table, _with_serials(_with_label(table, _with_labels_first(found), end)), end))


def _unit_in(texts: list[str]) -> tuple[str, str]:
    """Return the line of a head that is only a unit, and the unit that its lines state; empty texts without one."""
    listed = any(starts_listing(text) or is_division(text) for text in texts)  # *Trong đó*, and then *Bệnh viện*
    whole = "" if listed else next((text for at, text in enumerate(texts) if _is_unit(text, first=not at)), "")
    return whole, whole or next((unit for text in reversed(texts) if (unit := unit_in_brackets(text))), "")


def _is_unit(text: str, *, first: bool) -> bool:
    """Return whether a line of a head is only a unit; the first one may also name what is counted: *Bệnh viện*."""
    unit = read_unit(text) if is_unit(text) else None
    return unit is not None and not (first and unit[0].kind is UnitKind.COUNT)


def _head_texts(table: Table, start: int, end: int) -> list[list[str]]:
    """Return the lines of the head of each column, from top to bottom."""
    _, width = table.shape
    last = end - 1 if _is_numbering(list(_row(table, end))) else end
    found: list[list[str]] = []
    for number in range(1, width + 1):
        cells = dict.fromkeys(_head_cell(table, row, number, end) for row in range(start, last + 1))
        found.append([cell.text for cell in cells if cell is not None and cell.text])
    return found


def _places(heads: list[list[str]]) -> list[str]:
    """Return the text of each head that names a place; empty texts if fewer than two columns have different ones."""
    found = [next((text for text in texts if is_place(text) or province_of(text)), "") for texts in heads]
    wholes = [next((text for text in texts if is_whole(text)), "") for texts in heads]
    if not any(found) or len({*found, *wholes} - {""}) < _FEWEST_PLACES:
        return [""] * len(heads)
    return [place or whole for place, whole in zip(found, wholes, strict=True)]


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
    return cell if read_head(group.text).role in _ASIDE and not is_place(group.text) else group


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
    columns = _without_growth(columns)
    values = [column for column in columns if column.header and column.role not in _ASIDE]
    found = list(columns)
    are_measures = _are_measures(values)
    for column in values:
        found[column.number - 1] = _with_role(column, values, are_measures=are_measures)
    return tuple(_compared(column, found) for column in found)


def _with_role(column: Column, values: list[Column], *, are_measures: bool) -> Column:
    """Return a column with the role that its head leaves open and the other heads show: levels that were reached."""
    head = column.head
    if head.other_years:
        is_level = column.role is ColumnRole.UNKNOWN and not head.compared and not head.doubtful
        return evolve(column, role=ColumnRole.ACTUAL, measure=head.measure) if is_level else column
    if are_measures and not head.compared and not head.doubtful:
        unit = column.unit or ("%" if "%" in column.header else "")
        measure = column.measure if column.place or column.role in _LEVELS else column.header
        return evolve(column, role=ColumnRole.ACTUAL, measure=measure, unit=unit)
    if column.role is ColumnRole.UNKNOWN and column.time is not None and _is_past(column, values):
        return evolve(column, role=ColumnRole.ACTUAL)
    return column


def _without_growth(columns: list[Column]) -> list[Column]:
    """Return columns of which *KH 2016-2020 (%)* is not a level, as the other levels have the units of the rows."""
    has_units = any(column.role is ColumnRole.UNIT for column in columns)
    plain = any(column.role in _LEVELS and not column.unit for column in columns)
    if not has_units or not plain:
        return columns
    return [
        evolve(column, role=ColumnRole.UNKNOWN, head=evolve(column.head, doubtful=True))
        if column.role in _LEVELS and column.unit == "%" and not column.measure
        else column
        for column in columns
    ]


def _is_past(column: Column, values: list[Column]) -> bool:
    """Return whether a column of a year states levels that were reached: no head states plans, or all are later."""
    if _is_aside(column):
        return False
    last = max(each.number for each in values if each.time is not None)
    plain = [each for each in values if each.number < last and not _is_aside(each)]
    if any(each.role is ColumnRole.UNKNOWN and each.time is None and not _is_total(each) for each in plain):
        return False
    planned = [each.time for each in values if each.role is ColumnRole.TARGET]
    return all(
        isinstance(time, Period) and isinstance(column.time, Period) and column.time.end < time.start
        for time in planned
    )


def _is_aside(column: Column) -> bool:
    """Return whether a column states something else than levels, or nothing certain."""
    return column.head.compared or column.head.doubtful or prices_in(column.header) is not None


def _with_labels_first(columns: list[Column]) -> list[Column]:
    """Return columns of which only those before the first values are labels."""
    found: list[Column] = []
    seen = False
    for column in columns:
        seen = seen or (bool(column.header) and column.role not in _ASIDE)
        found.append(evolve(column, role=ColumnRole.UNKNOWN) if seen and column.role is ColumnRole.LABEL else column)
    return found


def _with_serials(columns: list[Column]) -> list[Column]:
    """Return columns of which those without a head before the labels are serial numbers."""
    label = next((column.number for column in columns if column.role is ColumnRole.LABEL), 0)
    return [
        evolve(column, role=ColumnRole.SERIAL) if column.number < label and not column.header else column
        for column in columns
    ]


def _with_units(table: Table, columns: list[Column], end: int) -> list[Column]:
    """Return columns of which one beside the labels, without a head, has units if nothing else is in its cells."""
    label = next((column.number for column in columns if column.role is ColumnRole.LABEL), 0)
    if not label or any(column.role is ColumnRole.UNIT for column in columns):
        return columns
    following = columns[label : label + 1]
    if not following or following[0].header:
        return columns
    height, _ = table.shape
    cells = (table.at(row, label + 1) for row in range(end + 1, height + 1))
    texts = [cell.text for cell in cells if cell is not None and cell.text]
    if len(texts) >= _FEWEST_UNITS and all(read_unit(text) is not None or is_ditto(text) for text in texts):
        columns[label] = evolve(following[0], role=ColumnRole.UNIT)
    return columns


def _are_measures(values: list[Column]) -> bool:
    """Return whether columns measure different things at one time, which only a title may state."""
    plain = (ColumnRole.UNKNOWN, ColumnRole.ACTUAL)
    return bool(values) and all(
        column.role in plain and column.time is None
        for column in values
        if not _is_aside(column) and not column.head.other_years
    )


def _is_total(column: Column) -> bool:
    return re.match(r"(?:tổng|cộng)", column.header.casefold()) is not None


def _compared(column: Column, columns: list[Column]) -> Column:
    """Return a comparison with the numbers of the columns that it compares."""
    head = column.head
    if column.role not in (ColumnRole.ATTAINMENT, ColumnRole.CHANGE) or head.base is None:
        return column
    level_role = ColumnRole.TARGET if _is_planned(head.level) else ColumnRole.ACTUAL
    base_role = ColumnRole.TARGET if column.role is ColumnRole.ATTAINMENT else ColumnRole.ACTUAL
    near = [each for each in columns if each.place == column.place]
    base = _one([each for each in near if each.role is base_role], head.base.time, column.number)
    stated = time = None if head.level is None else head.level.time
    if time is None and column.role is ColumnRole.ATTAINMENT and base is not None:
        time = base.time
    level = _level_of(column, [each for each in near if each.role is level_role], time)
    found = evolve(column, level=0 if level is None else level.number, base=0 if base is None else base.number)
    if level is not None and stated is None:
        found = evolve(found, time=level.time, estimated=level.estimated)
    return found


def _level_of(column: Column, levels: list[Column], time: Time | None) -> Column | None:
    """Return the level that is compared: that with a time, or the only one for a part of the year of the plan."""
    level = _one(levels, time, column.number)
    stated = column.head.level is not None and column.head.level.time is not None
    return (
        level
        if level is not None or stated
        else _one([each for each in levels if is_within(each.time, time)], None, column.number)
    )


def is_within(time: Time | None, year: Time | None) -> bool:
    """Return whether a time is a part of another one."""
    return isinstance(time, Period) and isinstance(year, Period) and year.start <= time.start and time.end <= year.end


def _is_planned(head: Head | None) -> bool:
    return head is not None and head.role is ColumnRole.TARGET


def _one(columns: list[Column], time: Time | None, before: int) -> Column | None:
    """Return the only column with a time; of several for one time, the last before a comparison, in the same group."""
    fitting = [column for column in columns if time is None or column.time == time]
    if time is not None and len(fitting) > 1 and len({column.measure for column in fitting}) > 1:
        fitting = [column for column in fitting if column.number < before][-1:]
    return fitting[0] if len(fitting) == 1 else None
