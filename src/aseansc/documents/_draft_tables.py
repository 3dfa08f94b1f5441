"""Turn the cells of tables into observations, targets and claims of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, TypeAlias, final

from attrs import define, field

from aseansc._decimals import EXACT
from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.classifications.provinces import find_province
from aseansc.codelists import Absent
from aseansc.documents._columns import Block, Column, blocks_of
from aseansc.documents._comparisons import Fit, fit_of
from aseansc.documents._source import Cell, Source, Table
from aseansc.drafts import Gap, PartialRecord
from aseansc.errors import AseanscError, FieldError
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.mentions import Mention
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Period, Time, TimeBasis, TimeCollection
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind, percent
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, RelativeForm, Value
from aseansc.vietnamese.tables import (
    ColumnRole,
    counted_in,
    depth_of,
    is_absent,
    is_ditto,
    is_english,
    is_flow,
    is_nothing,
    is_place,
    is_rate,
    plans_are_meant,
    read_number,
    read_unit,
    time_of_row,
    times_in,
    unit_in_line,
)

Known: TypeAlias = tuple[Unit, Decimal]
"""A unit, and the number that a cell in it is multiplied by."""

_ABOVE: Final = 600
"""Characters before a table in which its title and its unit are searched."""
_MOST_TITLES: Final = 4
_RATES: Final = (UnitKind.SHARE,)
_FLOWS: Final = (UnitKind.MONEY, UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY)
_LONGEST_NAME: Final = 300
_LISTED: Final = date(2015, 1, 1)
"""A day for which the names of provinces are known."""


def _gap(en: str, vi: str) -> Gap:
    return Gap(reason=Text(en=en, vi=vi))


@define
class _Row:
    """A row of a table: its label with those of the rows that it is a part of, its unit, and its numbers by column."""

    number: int
    label: str
    unit: Known | None
    is_flow: bool
    time: Time | None = None
    is_provisional: bool = False
    numbers: dict[int, tuple[Decimal, Qualifier, bool]] = field(factory=dict[int, tuple[Decimal, Qualifier, bool]])


@lru_cache(maxsize=1024)
def _province(label: str, day: date | None) -> str:
    """Return the code of a province that a label names, or an empty text."""
    if not label[:1].isalpha():  # numbers may be national codes
        return ""
    try:
        return find_province(label, day).id
    except AseanscError:
        return ""


@final
class TableDrafter:
    """The records that were drafted from the tables of a document.

    Args:
        source: the document.
        place: the code of its place, if known.
        period: its period, if known.
    """

    def __init__(self, source: Source, place: str | None, period: Period | None) -> None:
        self._source = source
        self._place = place or _gap("the code of the place", "mã địa phương")
        self._period = period
        self._found = [(table, blocks_of(table)) for table in source.tables]
        self.indicators: list[PartialRecord] = []
        self.observations: list[PartialRecord] = []
        self.targets: list[PartialRecord] = []
        self.claims: list[PartialRecord] = []
        self.mentions: list[PartialRecord] = []
        self.ranges = tuple(
            (cell.start, cell.end) for table, blocks in self._found if blocks for cell in table.cells if cell.text
        )
        """The parts of the text that are cells of tables with recognised heads."""

    def read(self) -> None:
        """Draft the records of every table whose heads are recognised."""
        for number, (table, blocks) in enumerate(self._found, 1):
            texts = tuple(cell.text for cell in table.cells if cell.value is None)
            english = is_english(texts)
            titles: tuple[str, ...] = tuple(_titles_above(self._source, table)) if blocks else ()
            for block in blocks:
                titles = (*titles, *block.titles)[-_MOST_TITLES:]
                _BlockDrafter(self, table, f"t{number}", block, titles, english).read()

    def cite(self, cell: Cell) -> Citation | Gap:
        """Return the citation of a cell."""
        try:
            return self._source.cite(cell.start, cell.end)
        except FieldError:
            return _gap("the cell contains characters that are not allowed in a citation", "ô có ký tự không được phép")

    @property
    def place(self) -> str | Gap:
        """The code of the place, or the gap."""
        return self._place

    @property
    def period(self) -> Period | None:
        """The period of the document, if known."""
        return self._period


def _titles_above(source: Source, table: Table) -> Iterator[str]:
    """Yield the passages just above a table."""
    start = min((cell.start for cell in table.cells if cell.text), default=0)
    others = [cell.end for other in source.tables if other is not table for cell in other.cells if cell.end <= start]
    last = max(others, default=0)
    for passage in source.passages:
        if max(last, start - _ABOVE) <= passage.start < start:
            yield passage.text


@final
class _BlockDrafter:
    """Drafts the records of one part of a table."""

    def __init__(
        self,
        drafter: TableDrafter,
        table: Table,
        name: str,
        block: Block,
        titles: tuple[str, ...],
        english: bool | None,
    ) -> None:
        self._drafter = drafter
        self._table = table
        self._name = name
        self._block = block
        self._title = " ".join(titles)
        self._titles = titles
        self._english = english
        self._times = times_in(self._title)
        units = [unit for title in titles if (unit := unit_in_line(title))]
        self._unit = units[-1] if units else ""
        self._plans = plans_are_meant(self._title)
        self._ids: dict[tuple[int, str], str] = {}
        self._has_places = any(column.head.places for column in block.columns)
        self._has_units = any(column.role is ColumnRole.UNIT for column in block.columns)
        self._above: list[str] = []
        self._unit_above = ""

    def read(self) -> None:
        """Draft the records of all rows."""
        for number in range(self._block.first, self._block.last + 1):
            row = self._row(number)
            for column in self._block.columns:
                self._read_number(row, column)
            if row.numbers:
                self._add_row(row)
            self._add_absent(row)

    def _row(self, number: int) -> _Row:
        """Return a row without its numbers; remember its label and unit for the rows below."""
        label = self._label(number)
        timed = time_of_row(label)
        if timed is not None and all(column.time is None for column in self._block.columns):
            full = self._title_of_rows()
            return _Row(number, full, self._unit_of(full, self._printed_unit(number)), is_flow(full), *timed)
        depth = depth_of(label)
        if label.strip(" -+:.").casefold() in ("trong đó", "chia ra", "gồm", "bao gồm"):
            label = ""  # announces the parts below
        if label:
            self._above = [*self._above[:depth], label] if len(self._above) >= depth else [*self._above, label]
        labels = [part.strip(" :") for part in self._above]
        full = ": ".join(labels)
        printed = self._printed_unit(number)
        flows = is_flow(labels[-1]) if labels else False
        if depth and len(labels) > 1:
            flows = flows or is_flow(labels[-2])
        return _Row(number, full, self._unit_of(full, printed), flows)

    def _title_of_rows(self) -> str:
        """Return the name of what the rows of a table measure whose labels are only times."""
        names = [title for title in self._titles if not unit_in_line(title)]
        return " ".join(names[-1].split()) if names else ""

    def _label(self, number: int) -> str:
        cells = [
            cell.text
            for column in self._block.columns
            if column.role is ColumnRole.LABEL and (cell := self._table.at(number, column.number)) is not None
        ]
        return " ".join(" ".join(dict.fromkeys(cells)).split())

    def _printed_unit(self, number: int) -> str:
        """Return the unit in the unit column of a row; ditto marks repeat the one before."""
        columns = [column for column in self._block.columns if column.role is ColumnRole.UNIT]
        if not columns:
            return self._unit
        cell = self._table.at(number, columns[0].number)
        text = "" if cell is None else cell.text
        if is_ditto(text):
            return self._unit_above
        self._unit_above = text or self._unit_above
        return text

    def _unit_of(self, label: str, printed: str) -> Known | None:
        if is_rate(label) and "/" not in printed:
            return None
        for turns in ("lượt người", "lượt hộ"):
            if printed.casefold().endswith("lượt") and turns in label.casefold():
                printed = f"{printed.casefold().removesuffix('lượt')}{turns}"
        return read_unit(printed) if printed else None

    def _read_number(self, row: _Row, column: Column) -> None:
        cell = self._table.at(row.number, column.number)
        if cell is None or not cell.text or column.role in (ColumnRole.SERIAL, ColumnRole.LABEL, ColumnRole.UNIT):
            return
        if column.role is ColumnRole.NOTE or cell.column != column.number or cell.row != row.number:
            return
        found = read_number(cell.text, english=bool(self._english) and cell.value is None)
        if found is not None and self._english is None and cell.value is None:
            other = read_number(cell.text, english=True)
            found = found if other is None or other[0] == found[0] else None
        if found is not None:
            row.numbers[column.number] = found
        elif any(map(str.isdecimal, cell.text)):
            self._add_unread(cell)

    def _add_row(self, row: _Row) -> None:
        for column in self._block.columns:
            if column.number in row.numbers and column.role in (ColumnRole.ACTUAL, ColumnRole.TARGET):
                self._add_level(row, column)
        for column in self._block.columns:
            if column.number not in row.numbers or column.role in (ColumnRole.ACTUAL, ColumnRole.TARGET):
                continue
            cell = self._table.at(row.number, column.number)
            assert cell is not None
            if column.role in (ColumnRole.ATTAINMENT, ColumnRole.CHANGE):
                self._add_claim(row, column, cell)
            else:
                self._add_unread(cell)

    def _indicator(self, row: _Row, column: Column) -> str:
        """Return the id of the indicator of a cell, which is drafted once."""
        key = row.number if row.time is None else 0, column.measure
        if key not in self._ids:
            ident = f"{self._name}-r{row.number}" + (f"-c{column.number}" if column.measure else "")
            self._ids[key] = ident
            unit = self._level_unit(row, column)
            fields: dict[str, object] = {
                "id": ident,
                "name": self._named(row, column),
                "unit": unit[0] if unit is not None else self._no_unit(row),
                "kind": self._kind(row, column, unit),
            }
            origin = f"{self._table.locator}, row {row.number}"
            self._drafter.indicators.append(PartialRecord(Indicator, fields, origin=origin))
        return self._ids[key]

    def _place(self, row: _Row, column: Column) -> str | Gap:
        """Return the place of a row: that of the document, unless the row names another one."""
        label = row.label.rpartition(": ")[2].strip(" -+")
        names_place = self._has_places or is_place(label)
        if not names_place and not (column.measure and _province(label, _LISTED)):
            return self._drafter.place
        time = self._time(column, row)[0]
        day = time.date if isinstance(time, AsOf) else time.end if isinstance(time, Period) else None
        return _province(label, day) or _gap(
            f"the code of the place “{label[:60]}”", f"mã của địa phương “{label[:60]}”"
        )

    def _named(self, row: _Row, column: Column) -> PartialRecord:
        label = f"{column.measure}: {row.label}" if column.measure and row.label else column.measure or row.label
        shown = label[:_LONGEST_NAME].strip(" -+*")
        fields: dict[str, object] = {"en": _gap(f"the name of “{shown}” in English", f"tên tiếng Anh của “{shown}”")}
        if shown:
            fields["vi"] = shown
        return PartialRecord(Text, fields)

    def _kind(self, row: _Row, column: Column, unit: Known | None) -> IndicatorKind | Gap:
        if unit is not None and unit[0].kind in _RATES:
            return IndicatorKind.RATE
        if unit is not None and unit[0].kind is UnitKind.QUOTIENT:
            return _gap("whether it is a stock, a flow or a rate", "chỉ tiêu thời điểm, thời kỳ hay tỷ lệ")
        if (is_flow(column.measure) if column.measure else row.is_flow) or (
            unit is not None and unit[0].kind in _FLOWS
        ):
            return IndicatorKind.FLOW
        return _gap("whether it is a stock, a flow or a rate", "chỉ tiêu thời điểm, thời kỳ hay tỷ lệ")

    def _no_unit(self, row: _Row) -> Gap:
        return _gap(
            f"the unit of “{row.label[:100]}”; it may be a custom unit",
            f"đơn vị của “{row.label[:100]}”; có thể là đơn vị tự khai báo",
        )

    def _level_unit(self, row: _Row, column: Column) -> Known | None:
        """Return the unit of a level: of its cell, its head, its row, or the table."""
        if column.number in row.numbers and row.numbers[column.number][2]:
            return percent, Decimal(1)
        if self._has_units:
            return row.unit
        printed = column.unit or self._unit
        return read_unit(printed) if printed else counted_in(column.measure or row.label)

    def _value(self, row: _Row, column: Column) -> Value | PartialRecord | Gap:
        number, qualifier, _ = row.numbers[column.number]
        unit = self._level_unit(row, column)
        if unit is None:
            fields: dict[str, object] = {"magnitude": number, "qualifier": qualifier, "unit": self._no_unit(row)}
            return PartialRecord(Value, fields)
        try:
            return Value(magnitude=EXACT.scaleb(number, unit[1].adjusted()), unit=unit[0], qualifier=qualifier)
        except FieldError:
            return _gap(f"the value; {number} {unit[0]} is not possible", f"giá trị; {number} không hợp lệ")

    def _time(self, column: Column, row: _Row | None = None) -> tuple[Time | Gap, TimeBasis | Gap]:
        if row is not None and row.time is not None:
            return row.time, TimeBasis.STATED
        if column.time is not None:
            return column.time, TimeBasis.STATED
        if len(self._times) == 1:
            return self._times[0], TimeBasis.CARRIED
        gap = _gap("the time; the heads and the title do not state one", "thời gian; tiêu đề bảng không nêu")
        return gap, _gap("whether it is stated, carried or assumed", "được nêu rõ, lấy từ câu trước hay giả định")

    def _timed(self, row: _Row, column: Column) -> dict[str, object]:
        """Return the fields of the time of a level."""
        time, basis = self._time(column, row)
        kind = self._kind(row, column, self._level_unit(row, column))
        collection: TimeCollection | Gap = _gap(
            "how it is collected over its time: at, end, within, total, average…",
            "cách tính theo thời gian: at, end, within, total, average…",
        )
        if isinstance(time, AsOf):
            collection = TimeCollection.AT if kind is not IndicatorKind.FLOW else collection
        elif kind is IndicatorKind.RATE and isinstance(time, Period):
            collection = TimeCollection.END
        elif kind is IndicatorKind.FLOW and isinstance(time, Period):
            collection = TimeCollection.TOTAL
        return {"time": time, "time_basis": basis, "time_collection": collection}

    def _add_level(self, row: _Row, column: Column) -> None:
        cell = self._table.at(row.number, column.number)
        assert cell is not None
        if self._plans and column.head.role is ColumnRole.UNKNOWN:
            self._add_unread(cell)  # the numbers in a table of plans may be planned or reached
            return
        is_target = column.role is ColumnRole.TARGET
        indicator = self._indicator(row, column)
        fields: dict[str, Any] = {
            "id": self._level_id(row, column),
            "indicator": indicator,
            "place": self._place(row, column),
            "value": self._value(row, column),
            **self._timed(row, column),
            "citation": self._drafter.cite(cell),
        }
        statuses = [Status.ESTIMATED] * column.estimated
        statuses += [Status.PROVISIONAL] * (column.head.provisional or row.is_provisional)
        if statuses and not is_target:
            fields["statuses"] = tuple(statuses)
        record = PartialRecord(Target if is_target else Observation, fields, origin=cell.locator)
        (self._drafter.targets if is_target else self._drafter.observations).append(record)

    def _level_id(self, row: _Row, column: Column) -> str:
        suffix = ".target" if column.role is ColumnRole.TARGET else ""
        return f"{self._name}-r{row.number}.c{column.number}{suffix}"

    def _add_claim(self, row: _Row, column: Column, cell: Cell) -> None:
        if row.numbers[column.number][1] is not Qualifier.EXACT:
            self._add_unread(cell)
            return
        number = row.numbers[column.number][0]
        levels = {each.number: each for each in self._block.columns}
        level, base = row.numbers.get(column.level), row.numbers.get(column.base)
        fit = Fit.UNKNOWN if level is None or base is None else fit_of(number, level[0], base[0])
        time, basis = self._time(column)
        is_attainment = column.role is ColumnRole.ATTAINMENT
        fields: dict[str, Any] = {
            "id": f"{self._name}-r{row.number}.c{column.number}",
            "place": self._place(row, column),
            "value": self._compared_value(number, is_attainment=is_attainment),
            "time": time,
            "time_basis": basis,
            "citation": self._drafter.cite(cell),
        }
        if fit.question is not None:
            fields["value"] = _gap(*(words.format(number=cell.text, head=column.header) for words in fit.question))
        if column.estimated:
            fields["statuses"] = (Status.ESTIMATED,)
        ids = [
            self._level_id(row, levels[number]) if number in row.numbers else Absent.NOT_STATED
            for number in (column.level, column.base)
        ]
        if is_attainment:
            fields |= {"actual": ids[0], "target": ids[1]}
        else:
            fields |= self._ends(row, column, levels, ids)
        record = PartialRecord(AttainmentClaim if is_attainment else ChangeClaim, fields, origin=cell.locator)
        self._drafter.claims.append(record)

    def _ends(self, row: _Row, column: Column, levels: dict[int, Column], ids: list[Any]) -> dict[str, Any]:
        """Return the fields of a change: a planned level is not an observation."""
        planned = column.level in levels and levels[column.level].role is ColumnRole.TARGET
        found: dict[str, Any] = {
            "indicator": self._indicator(row, column),
            "end": Absent.NOT_STATED if planned else ids[0],
            "start": ids[1],
        }
        return found | ({"statuses": (Status.PLANNED,)} if planned else {})

    def _compared_value(self, number: Decimal, *, is_attainment: bool) -> Attainment | RelativeChange | Change | Gap:
        try:
            if is_attainment:
                return Attainment(magnitude=number, unit=percent)
            return RelativeChange(magnitude=number, unit=percent, form=RelativeForm.TO)
        except FieldError:
            return _gap(f"the value; {number} percent is not possible", f"giá trị; {number}% không hợp lệ")

    def _add_absent(self, row: _Row) -> None:
        """Add an observation without a value for each cell that says that a number is missing."""
        for column in self._block.columns:
            cell = self._table.at(row.number, column.number)
            if cell is None or column.role is not ColumnRole.ACTUAL or not is_absent(cell.text) or not row.numbers:
                continue
            if is_nothing(cell.text):
                continue
            fields: dict[str, Any] = {
                "id": self._level_id(row, column),
                "indicator": self._indicator(row, column),
                "place": self._place(row, column),
                "value": _gap(
                    f"“{cell.text}”: whether the number is not available, or there was nothing to count",
                    f"“{cell.text}”: chưa có số liệu hay không phát sinh",
                ),
                **self._timed(row, column),
                "citation": self._drafter.cite(cell),
            }
            self._drafter.observations.append(PartialRecord(Observation, fields, origin=cell.locator))

    def _add_unread(self, cell: Cell) -> None:
        """Add a number whose meaning the heads do not state."""
        shown = " ".join(cell.text.split())[:100]
        fields: dict[str, object] = {
            "kind": _gap(f"what kind of number “{shown}” is", f"“{shown}” là loại số gì"),
            "content": _gap(f"what “{shown}” means; it could not be read", f"ý nghĩa của “{shown}”; chưa đọc được"),
            "citation": self._drafter.cite(cell),
        }
        self._drafter.mentions.append(PartialRecord(Mention, fields, origin=cell.locator))
