"""Read the rows of a part of a table: labels with those that they belong to, units, places, times and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final, final

from attrs import define

from aseansc._decimals import EXACT
from aseansc.documents._columns import Block
from aseansc.documents._places import province_of
from aseansc.documents._row import Known, Number, Row
from aseansc.periods import Time
from aseansc.units import UnitKind, percent, rank
from aseansc.values import Qualifier
from aseansc.vietnamese.tables import (
    ColumnRole,
    announces_plans,
    band_of,
    begins_plan,
    compares,
    grown_by,
    has_unsure_unit,
    is_ditto,
    is_divided_by_place,
    is_division,
    is_english_unit,
    is_flow,
    is_listing,
    is_nothing,
    is_part_of_year,
    is_place,
    is_proper_name,
    is_share,
    is_unit,
    is_unit_alone,
    is_whole,
    names_time_of_figures,
    plain_label,
    read_amount,
    read_head,
    read_number,
    read_range,
    read_unit,
    starts_listing,
    suits,
    time_in_label,
    time_in_year,
    time_of_row,
    unit_behind_comma,
    unit_in_brackets,
    unit_in_line,
    units_in_list,
)

if TYPE_CHECKING:
    from aseansc.documents._number_signs import Signs
    from aseansc.documents._source import Cell, Table

_PERCENT: Final[Known] = percent, Decimal(1)

VALUES: Final = (
    ColumnRole.ACTUAL,
    ColumnRole.TARGET,
    ColumnRole.ATTAINMENT,
    ColumnRole.CHANGE,
    ColumnRole.UNKNOWN,
)
_MARKS: Final = ("-", "+", "*", "•", "–")
_SERIAL: Final = re.compile(r"\(?([IVXLC]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ])[.)]*")
_COUNTED: Final = re.compile(r"(\d{1,2})(?:[.)/]\s|[.)/]?$)")
"""The number of a row in a list."""

_BRACKETED: Final = re.compile(r"\(([\d.,]+)\)")
_RANKED: Final = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
"""A rank and the number of those that are ranked: *43/63*."""

_LEADING: Final = re.compile(r"\(?(?:[IVXLC]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)[.)/]\s*(?=\D)")


@define
class _Level:
    """A label that the rows below belong to."""

    depth: int
    label: str
    row: int


@final
class RowReader:
    """Reads the rows of a part of a table, from top to bottom.

    Args:
        table: the table.
        block: the part.
        unit: the unit that its title states, as printed.
        signs: how its numbers are written.
    """

    def __init__(self, table: Table, block: Block, unit: str, signs: Signs) -> None:
        self._table = table
        self._block = block
        self._signs = signs
        self._unit = unit
        self._is_amount = bool(unit) and not _counts(unit)
        self._between = False
        self._section_time: Time | None = None
        self._plan_line = ""
        """The line above that announces plans or forecasts; empty if none does."""
        self._undated = False
        """Whether the line above states a part of a year, and nothing the year."""
        self._section = False
        """Whether the unit is that of a line between the rows, such as *1. Diện tích (ha)*."""
        self._unit_above = self._label_above = ""
        self._units_below: dict[int, str] = {}
        """The units by column that the row of a section states for the rows below it."""
        self._band = ""
        self._band_row = 0
        self._before_band = 0
        """The number of the row in a numbered list in which the band is; 0 outside of one."""
        self._unit_before_band = ""
        self._counted = 0
        """The number of the last row of a numbered list."""
        self._above: list[_Level] = []
        self._listing = -1
        """The depth of the row whose parts follow a line such as *Trong đó:*; -1 outside of such a list."""
        self._begun = -1
        """The depth of the first of the parts, *Trong đó: Trâu*, of which the others have marks: *- Bò*; else -1."""
        self._division = -1
        """The depth of the row that a line such as *Phân theo giới tính* divides; -1 outside of such a list."""
        self._marks: list[str] = []
        self._labels = self._columns(ColumnRole.LABEL)
        self._times = self._find_time_columns()
        self._labels = [number for number in self._labels if number not in self._times]
        self._subjects: dict[str, int] = {}
        """The first row of each label of which a column states the times."""
        self._serials = self._columns(ColumnRole.SERIAL)
        self._units = self._columns(ColumnRole.UNIT)
        self._ranks = {column.number for column in block.columns if read_unit(column.unit) == (rank, Decimal(1))}
        compared = (column for column in block.columns if column.head.compared)
        self._rising = {column.number for column in compared if column.role is not ColumnRole.ATTAINMENT}
        self._timed = all(column.time is None for column in block.columns)
        self.has_places = self._find_places()
        self._has_serials = self._find_serials()
        self._has_times = self._find_times()

    def _columns(self, role: ColumnRole) -> list[int]:
        return [column.number for column in self._block.columns if column.role is role]

    def _find_time_columns(self) -> list[int]:
        """Return the column that states only times beside others that name something: *Xã*, *Năm*.

        Its head is one of labels, or says that it has the times of the figures.
        """
        named = [each.number for each in self._block.columns if names_time_of_figures(each.header)]
        texts = {
            number: [text for row in self._rows() if (text := self._text(row, [number]))]
            for number in (*self._labels, *named)
        }
        times = [number for number, found in texts.items() if found and all(map(time_of_row, found))]
        return times if len(times) == 1 and len(texts) > 1 else []

    def _text(self, row: int, columns: list[int]) -> str:
        cells = [cell.text for column in columns if (cell := self._table.at(row, column)) is not None]
        return " ".join(" ".join(dict.fromkeys(cells)).split())

    def _rows(self) -> range:
        return range(self._block.first, self._block.last + 1)

    def _find_places(self) -> bool:
        """Return whether the rows are places: their head says so, or most of their labels do."""
        if any(column.head.places and column.role is ColumnRole.LABEL for column in self._block.columns):
            return True
        labels = [self._text(row, self._labels) for row in self._rows() if self._numbers(row)]
        named = [label for label in labels if label and not is_whole(label)]
        if len(named) < 2 or 2 * sum(bool(_place(label)) for label in named) > len(named):
            return len(named) > 1
        return any(map(is_divided_by_place, self._block.titles)) and all(map(is_proper_name, named))

    def _find_serials(self) -> bool:
        """Return whether most rows with numbers have serial numbers, so that those without belong to the one above."""
        rows = [row for row in self._rows() if self._numbers(row)]
        return 2 * sum(bool(self._text(row, self._serials)) for row in rows) > len(rows) > 0

    def read(self) -> Iterator[Row]:
        """Yield the rows with numbers."""
        for number in self._rows():
            numbers = self._numbers(number)
            if not numbers and (self._is_line(number) or not self._unread(number)):
                self._read_line(number)
                continue
            row = self._row(number)
            row.numbers, row.is_between, row.section_time = numbers, self._between, self._section_time
            row.units, row.is_undated = self._units_below, self._undated
            lines = (row.band, *(each.label for each in self._above if each.row != number))
            row.is_planned = bool(self._plan_line) or any(map(announces_plans, lines))
            row.printed_label = self._text(number, self._labels).strip(" -+•*")
            row.repeated = self._label_above if row.has_own_unit else ""
            yield row

    def _values(self, number: int) -> Iterator[Cell]:
        """Yield the cells of a row that may have numbers."""
        for column in self._block.columns:
            cell = self._table.at(number, column.number)
            if (
                column.role in VALUES
                and column.number not in self._times
                and cell is not None
                and cell.text
                and (cell.row, cell.column) == (number, column.number)
            ):
                yield cell

    def _numbers(self, number: int) -> dict[int, Number]:
        read = ((cell.column, self._number(cell)) for cell in self._values(number))
        return {column: found for column, found in read if found is not None}

    def _unread(self, number: int) -> list[Cell]:
        """Return the cells of a row with digits that are not numbers."""
        return [cell for cell in self._values(number) if self.is_unread(cell)]

    def is_unread(self, cell: Cell) -> bool:
        """Return whether a cell has digits, but cannot be read as a number."""
        return any(map(str.isdecimal, cell.text)) and self._number(cell) is None and cell.column_span == 1

    def unread(self, row: Row) -> list[Cell]:
        """Return the cells of a row with digits that are not numbers."""
        return self._unread(row.number)

    def _number(self, cell: Cell) -> Number | None:
        """Return the number of a cell; ``None`` if it has none, or it is not certain how numbers are written."""
        english = self._signs.of(cell)
        ranked = _RANKED.fullmatch(cell.text.strip()) if cell.column in self._ranks else None
        if ranked is not None and 0 < int(ranked[1]) <= int(ranked[2]):
            return Decimal(ranked[1]), Qualifier.EXACT, None, None
        falls = _BRACKETED.fullmatch(cell.text.strip()) if cell.column in self._rising else None
        if falls is not None:
            return _negative(_number(falls[1], english=bool(english)))
        found = _number(cell.text, english=bool(english) and cell.value is None)
        if english is None and cell.value is None:
            other = _number(cell.text, english=True)
            if found is None or other is None:
                is_certain = cell.text.count(",") > 1 or {",", "."} <= set(cell.text)
                return found or (other if is_certain else None)  # 4,99 and 1,323,100 or 9,238.0
            return found if (other[0], other[3]) == (found[0], found[3]) else None
        return found

    def _read_line(self, number: int) -> None:
        """Remember what a row without numbers says about the rows below it."""
        texts = self._texts(number)
        label = self._text(number, self._labels)
        if len(texts) == 1:
            self._plan_line = self._plan_below(texts[0])
        if len(texts) == 1 and self._timed and self._is_time(texts[0]):
            return
        if len(texts) == 1 and self._is_band(texts[0]):
            self._between, self._band_row, self._before_band = True, number, self._counted
            return
        is_part = is_listing(label) or is_division(label)
        self._units_below = self._units_of_section(number) or (self._units_below if is_part else {})
        if label:
            own_unit = next((unit for text in texts if (unit := unit_in_line(text) or unit_in_brackets(text))), "")
            if own_unit:
                self._unit, self._section, self._between = own_unit, True, True
            elif self._section and not is_listing(label):
                self._unit, self._section = "", False  # the unit of the section before is not that of this one
            self._place_below(label, self._text(number, self._serials), number)

    def _plan_below(self, line: str) -> str:
        """Return the line that announces plans for the rows below a lone line: this line, or one that it belongs to."""
        if announces_plans(line):
            return line
        is_beside = _rank_of(line) == _rank_of(self._plan_line) and not is_listing(line)
        head = read_head(line)
        is_other = is_beside or head.time is not None or head.role is ColumnRole.ACTUAL
        return "" if is_other else self._plan_line

    def _is_time(self, line: str) -> bool:
        """Return whether a lone line is the time of the rows below, perhaps a part of the year of the title."""
        timed, is_part = time_of_row(line), is_part_of_year(line)
        if timed is None and not is_part:
            return False
        year = self._block.times.reached
        self._section_time = timed[0] if timed is not None else None if year is None else time_in_year(line, year)
        self._undated = self._section_time is None
        return True

    def _units_of_section(self, number: int) -> dict[int, str]:
        """Return the units that a row states in columns of values, one of which is known, beside a label."""
        cells = list(self._values(number))
        are_units = all(is_unit(cell.text) or has_unsure_unit(f"({cell.text})") for cell in cells)
        if not are_units or not any(is_unit(cell.text) for cell in cells) or not self._text(number, self._labels):
            return {}
        return {cell.column + at: cell.text for cell in cells for at in range(cell.column_span)}

    def _texts(self, number: int) -> list[str]:
        """Return the different texts of a row."""
        cells = (self._table.at(number, column.number) for column in self._block.columns)
        return list(dict.fromkeys(" ".join(cell.text.split()) for cell in cells if cell is not None and cell.text))

    def _is_line(self, number: int) -> bool:
        """Return whether a row is a lone line of a measure or a unit, perhaps with digits: *(Năm trước = 100)*."""
        texts = self._texts(number)
        return len(texts) == 1 and (band_of(texts[0]) is not None or bool(unit_in_brackets(texts[0])))

    def _is_band(self, line: str) -> bool:
        """Return whether a lone line states the unit or the measure of the rows below; remember it."""
        unit, is_unsure = self._unit_of_band(line)
        self._unit_before_band = self._unit
        band = unit_in_brackets(line) or band_of(line)
        if unit:
            self._unit, self._band = unit, ""
        elif is_unsure or self._is_beside_band(line, band):
            self._unit, self._band = "", line
        elif band is not None or self._has_times:
            keeps = band is None or (not band and is_share(self._unit))  # *Tỷ lệ tăng* below *ĐVT: ‰*
            self._unit, self._band = self._unit if keeps else band or "", line
        else:
            return False
        return True

    def _is_beside_band(self, line: str, band: str | None) -> bool:
        """Return whether a line without a unit ends a section with one: *II. Năng suất* after *I. Diện tích (ha)*."""
        found = read_unit(unit_in_brackets(self._band)) if band is None else None
        is_counted = bool(_rank_of(line)) and _rank_of(line) == _rank_of(self._band)
        return found is not None and (is_counted or suits(line, found[0]) is False)

    def _unit_of_band(self, line: str) -> tuple[str, bool]:
        """Return the unit that a lone line states, or none, and whether it may: *Học sinh* below *Triệu đồng*."""
        plain = _LEADING.sub("", line, count=1)  # *A. Nghìn hành khách*
        names_place = read_head(plain).places
        is_known = is_unit_alone(plain) if self._is_amount else is_unit(plain)
        unit = unit_in_line(line) or (plain if is_known and not names_place else "")
        may_be = self._between or (self._is_amount and not names_place)
        return unit, has_unsure_unit(line) or (may_be and is_unit(plain))

    def _find_times(self) -> bool:
        """Return whether rows are times, so that a lone line names what the rows below it measure."""
        return self._timed and any(time_of_row(self._text(row, self._labels)) is not None for row in self._rows())

    def _row(self, number: int) -> Row:
        """Return a row without its numbers; remember its label and unit for the rows below."""
        label = self._text(number, self._labels)
        self._end_band(label, self._text(number, self._serials))
        printed, is_own = self._printed_unit(number)
        label = label.removesuffix(f", {printed}") if is_own and not self._units else label
        timed = time_of_row(label)
        if timed is not None and self._timed:
            row = Row(number, self._band, label, printed, is_own, is_flow(self._band), "", self._band, *timed)
            row.role, row.subject, row.is_estimated = _role_of(label, None), number, read_head(label).estimated
            return row
        serial = self._text(number, self._serials)
        place = _place(label, certain=self.has_places)
        level, is_listed = self._place_below(label, serial, number)
        labels = [each.label.strip(" :") for each in self._above]
        flows = is_flow(labels[-1]) if labels else False
        if len(labels) > 1 and level.depth:
            flows = flows or is_flow(labels[-2])
        above = self._above[-2].row if len(self._above) > 1 else 0
        row = Row(
            number,
            ": ".join(labels),
            label or (labels[-1] if labels else ""),
            printed,
            is_own,
            flows,
            place,
            self._band,
            above=above,
            is_listed=is_listed,
            has_several=self._has_several(number),
            role=_role_of(label, read_unit(printed if is_own else unit_in_brackets(label))),
            subject=number,
            own_time=time_in_label(label) or _time_of_role(label),
        )
        if self._times:
            stated = time_of_row(self._text(number, self._times))
            row.own_time, row.subject = stated and stated[0], self._subjects.setdefault(row.label, number)
        if row.role not in (None, ColumnRole.UNKNOWN):
            self._give_subject(row, labels)
        return row

    def _end_band(self, label: str, serial: str) -> None:
        """Leave a band inside of a row of a numbered list at the next number: *2.* after *1.* and *Tốc độ tăng:*."""
        match = _COUNTED.match(serial or label)
        if match is None:
            return
        self._counted = int(match[1])
        if self._before_band and self._counted == self._before_band + 1:
            self._band, self._unit, self._between, self._before_band = "", self._unit_before_band, False, 0

    def _give_subject(self, row: Row, labels: list[str]) -> None:
        """Give a row whose label is only a role the name of the row or the line above it, if there is one."""
        if row.above or self._band:
            row.label, row.own = ": ".join(labels[:-1]), labels[-2] if row.above else self._band
            row.subject, row.above = row.above or self._band_row, 0

    def _has_several(self, number: int) -> bool:
        """Return whether the lines of the label of a row state different units."""
        cells = [cell.text for column in self._labels if (cell := self._table.at(number, column)) is not None]
        lines = [line for text in cells for line in text.splitlines()]
        units = {unit for line in lines if (unit := unit_in_brackets(line)) and not is_english_unit(unit)}
        return len(units) > 1  # not *(Người)*, and in English *(Pers.)*

    def _place_below(self, label: str, serial: str, number: int) -> tuple[_Level, bool]:
        """Put a label below the rows that it belongs to; return its place there and whether it is listed as a part."""
        if is_listing(label):
            if is_division(label):
                self._leave_division()
            self._listing = self._above[-1].depth if self._above else -1
            return self._above[-1] if self._above else _Level(0, "", 0), False
        if not label:
            return self._above[-1] if self._above else _Level(0, "", 0), False
        depth, is_listed = self._depth(label, serial)
        while self._above and self._above[-1].depth >= depth:
            self._above.pop()
        level = _Level(depth, label, number)
        self._above.append(level)
        return level, is_listed

    def _leave_division(self) -> None:
        """Go back to the row that is divided: another division of it begins, not one of its last part."""
        if self._division >= 0:
            while self._above and self._above[-1].depth > self._division:
                self._above.pop()
        self._division = self._above[-1].depth if self._above else -1

    def _depth(self, label: str, serial: str) -> tuple[int, bool]:
        """Return how deep a label is below others, and whether a line states that it is a part."""
        marked, states = self._marked(label), starts_listing(label)
        self._begun = self._begun if marked else -1
        is_numbered = bool(serial and not is_ditto(serial)) or _LEADING.match(label) is not None
        if is_whole(label):
            self._listing = self._division = -1
            return 0, False
        if self._listing >= 0 and not marked and (is_numbered or self._is_beside_listed(label)):
            self._listing = self._division = -1
        if self._listing >= 0:
            return self._listing + 1 + max(marked, 1), True
        if marked:
            return (marked + 1, states) if self._begun < 0 else (self._begun + marked - 1, True)
        if states and self._above:
            top = self._above[-1]
            self._begun = top.depth + (not starts_listing(top.label))
            return self._begun, True
        return self._depth_of_serial(serial), False

    def _depth_of_serial(self, serial: str) -> int:
        """Return how deep a label is that is not marked as a part, by the serial number of its row."""
        if serial:
            match = _SERIAL.fullmatch(serial.strip())
            return serial.count(".") if match is not None and serial[0].isdecimal() else 0
        return int(self._has_serials and bool(self._above))

    def _is_beside_listed(self, label: str) -> bool:
        """Return whether a label has a unit in brackets as the row has whose parts are listed, and not these parts."""
        whole = next((each.label for each in self._above if each.depth == self._listing), "")
        return bool(unit_in_brackets(label)) and bool(unit_in_brackets(whole))

    def _marked(self, label: str) -> int:
        """Return how deep the mark before a label is, in the order of their appearance, from 1; 0 without."""
        mark = label[:1]
        if mark not in _MARKS:
            return 0
        if mark not in self._marks:
            self._marks.append(mark)
        return self._marks.index(mark) + 1

    def _printed_unit(self, number: int) -> tuple[str, bool]:
        """Return the unit of a row as printed, and whether it is its own; ditto marks repeat the one before."""
        if not self._units:
            own = unit_behind_comma(self._text(number, self._labels))
            return own or self._unit, bool(own)
        text = self._text(number, self._units[:1])
        if is_nothing(text):
            return "", True
        if not is_ditto(text):
            self._unit_above, self._label_above = text, self._text(number, self._labels)
        return self._unit_above, True


def _rank_of(line: str) -> str:
    """Return how the number before a line is written, as a pattern; an empty text without one."""
    match = _LEADING.match(line)
    return "" if match is None else re.sub(r"\d+", "1", re.sub(r"[A-HJ-UWYZĐ]", "A", re.sub("[IVX]+", "I", match[0])))


def _role_of(label: str, unit: Known | None) -> ColumnRole | None:
    """Return what the numbers of a row state, if its label is only a role."""
    head = read_head(label.strip(" -+•*"))
    is_comparison = head.role in (ColumnRole.ATTAINMENT, ColumnRole.CHANGE)
    is_level = head.role in (ColumnRole.TARGET, ColumnRole.ACTUAL) and not head.measure
    if unit == _PERCENT and grown_by(label) == "":  # *Tăng so với năm trước (%)* below what grew
        return None
    return (
        head.role
        if is_comparison or is_level
        else ColumnRole.UNKNOWN
        if begins_plan(label) or compares(label, None if unit is None else unit[0])
        else None
    )


def _time_of_role(label: str) -> Time | None:
    """Return the time of a label that is only a role with a time: *Số DT 2022*."""
    head = read_head(label.strip(" -+*•"))
    return head.time if head.role in (ColumnRole.TARGET, ColumnRole.ACTUAL) and not head.measure else None


def _number(text: str, *, english: bool) -> Number | None:
    """Return the number or the range that a cell prints."""
    found = read_number(text, english=english)
    if found is not None:
        return found[0], found[1], _PERCENT if found[2] else None, None
    amount = read_amount(text, english=english)
    if amount is not None:
        return *amount, None
    ends = read_range(text, english=english)
    return None if ends is None else (ends[0], ends[2], _PERCENT if ends[3] else None, ends[1])


def _negative(number: Number | None) -> Number | None:
    """Return a number in brackets below *Tăng (giảm)*, which is a fall."""
    return None if number is None else (EXACT.minus(number[0]), *number[1:])


def _place(label: str, *, certain: bool = False) -> str:
    """Return the name of the place that a label is, or an empty text."""
    shown = plain_label(label)
    if not shown or is_whole(shown):
        return ""
    return shown if certain or is_place(shown) or province_of(shown) else ""


def _counts(unit: str) -> bool:
    """Return whether a unit, or one of several, counts something: *Trường, lớp*."""
    read = (read_unit(each) for each in units_in_list(unit) or (unit,))
    return any(found is not None and found[0].kind is UnitKind.COUNT for found in read)
