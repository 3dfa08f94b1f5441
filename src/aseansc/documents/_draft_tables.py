"""Turn the cells of tables into observations, targets and claims of a draft."""

from __future__ import annotations

from typing import Any, Final, final

from attrs import evolve

from aseansc._attrs import is_stated_text
from aseansc._decimals import EXACT
from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.documents._asked_times import asked_once
from aseansc.documents._column import LEVELS, Column, measure_as_printed, with_same_heads
from aseansc.documents._columns import Block, blocks_of
from aseansc.documents._compared_rows import ComparedRows, compared_rows
from aseansc.documents._compared_values import ComparedValues
from aseansc.documents._comparisons import Comparison, Fit, comparisons_of
from aseansc.documents._gaps import NO_COLLECTION, NO_FIRST_DAY, NO_LABEL, gap, same_head, time_of
from aseansc.documents._growth import Growth
from aseansc.documents._indicator_names import LONGEST_NAME, name_in_titles, name_of
from aseansc.documents._kinds import RATES, Kinds
from aseansc.documents._notes import Notes, NotesOfTable
from aseansc.documents._number_signs import Signs, signs_of
from aseansc.documents._paired_changes import with_paired
from aseansc.documents._parts_of_rows import breakdowns_by_column, breakdowns_of
from aseansc.documents._parts_of_years import last_before_leap
from aseansc.documents._places import places_of, province_of
from aseansc.documents._quotient_columns import with_quotients
from aseansc.documents._row import Known, Row
from aseansc.documents._scopes import Scope
from aseansc.documents._shares import Share, Shares, whole_of_title
from aseansc.documents._source import Cell, Source, Table
from aseansc.documents._table_mentions import known_mentions, unknown_mention
from aseansc.documents._table_rows import RowReader
from aseansc.documents._title_units import states_unit, unit_above
from aseansc.documents._titles_above import LONGEST_TITLE, TitlesAbove, times_of_sheet
from aseansc.documents._total_columns import with_totals
from aseansc.documents._yearly_changes import with_yearly
from aseansc.drafts import Gap, PartialRecord
from aseansc.errors import FieldError, bug
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Period, TimeBasis, TimeCollection, days_of
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind
from aseansc.values import Qualifier, Value
from aseansc.vietnamese.proposals import better_of
from aseansc.vietnamese.tables import (
    ColumnRole,
    is_absent,
    is_at_beginning,
    is_forecast,
    is_listing,
    is_share,
    mark_of,
    may_be_planned_years,
    may_name_things,
    plans_are_meant,
    prices_in,
    read_head,
    states_base,
)

_PROPOSED: Final = (TimeCollection.END, TimeCollection.TOTAL, TimeCollection.TO_DATE)
_OPENS, _CLOSES = "【", "】"
"""The signs around a number in its context."""


@final
class TableDrafter:
    """The records that were drafted from the tables of a document.

    Args:
        source: the document.
        place: the code of its place, if known.
        period: its period, if known.
    """

    def __init__(self, source: Source, place: str | None, period: Period | None) -> None:
        self.source = source
        """The document."""
        self.place = place
        """The code of the place; while it is not known, figures have that of the draft."""
        titles = TitlesAbove(source, period)
        above = [(table, titles.lines(table)) for table in source.tables]
        notes = Notes(source, (line.text for _, titled in above for line in titled))
        self.found: list[tuple[Table, NotesOfTable, tuple[Block, ...]]] = []
        for table, titled in above:
            noted, texts = notes.of(table), tuple(line.text for line in titled)
            below = noted.times() or times_of_sheet(table)
            self.found.append((table, noted, blocks_of(table, texts, titles.times(table, titled), below)))
        self.indicators: list[PartialRecord] = []
        self.observations: list[PartialRecord] = []
        self.targets: list[PartialRecord] = []
        self.claims: list[PartialRecord] = []
        self.mentions: list[PartialRecord] = []
        self.own_units: dict[str, Unit] = {}
        """The custom units of the document, by their codes."""
        cells = (cell for table, _, blocks in self.found if blocks for cell in table.cells if cell.text)
        lines = [
            (passage.start, passage.end)
            for passage in source.passages
            if len(passage.text) <= LONGEST_TITLE and states_unit(passage.text)
        ]
        self.ranges = tuple(sorted([*lines, *((cell.start, cell.end) for cell in cells)]))
        """The parts of the text that are cells of tables with recognised heads, or lines that only state a unit."""

    def read(self) -> None:
        """Draft the records of every table whose heads are recognised."""
        for number, (table, notes, blocks) in enumerate(self.found, 1):
            for at, block in enumerate(blocks):
                beside = sum(each.first == block.first for each in blocks[:at])
                name = f"t{number}.{beside + 1}" if beside else f"t{number}"
                figures = (self.observations, self.targets, self.claims)
                first = tuple(map(len, figures))
                _BlockDrafter(self, table, notes, name, block, signs_of(table, block, blocks)).read()
                asked_once(figures, first)

    def cite(self, cell: Cell) -> Citation | Gap:
        """Return the citation of a cell."""
        try:
            return self.source.cite(cell.start, cell.end)
        except FieldError:
            return gap("the cell contains characters that are not allowed in a citation", "ô có ký tự không được phép")


@final
class _BlockDrafter:
    """Drafts the records of one part of a table."""

    def __init__(
        self, drafter: TableDrafter, table: Table, notes: NotesOfTable, name: str, block: Block, signs: Signs
    ) -> None:
        self._drafter = drafter
        self._table = table
        self._name = name
        unit = unit_above(block, table)
        block = evolve(block, columns=notes.with_notes(block.columns, has_unit=bool(unit)))
        reader = RowReader(table, block, unit, signs)
        self._unread = reader.unread
        self._rows = notes.in_rows(reader.read(), block.columns)
        self._block = block = evolve(block, columns=with_quotients(with_totals(block.columns, self._rows), self._rows))
        self._last = last_before_leap(row.time for row in self._rows)
        self._has_places = reader.has_places
        self._places = places_of(self._rows)
        self._scope = Scope(block, self._rows, places=reader.has_places, own=drafter.own_units)
        self._values = ComparedValues(block, self._scope)
        self._kinds = Kinds(block, self._rows, self._scope)
        self._shares = Shares(block, self._rows, self._scope)
        self._growth = Growth(block, self._rows, self._scope)
        states_plans = any(column.head.role is ColumnRole.TARGET for column in block.columns)
        title = " ".join(block.titles)
        self._plans = (
            plans_are_meant(title) or may_be_planned_years(title) or any(map(is_forecast, block.titles))
        ) and not states_plans
        self._notes = notes.statuses()
        self._title = name_in_titles(block.titles)
        units = {each.unit for each in block.columns if each.role in LEVELS and not each.measure}
        self._has_units = len(units - {""}) > 1 or ("" in units and any(map(is_share, units)))
        self._ids: dict[tuple[int, str, str], str] = {}
        self._whole_id = ""
        self._compared: dict[int, Comparison] = {}
        self._compared_rows: dict[int, ComparedRows] = {}
        self._alike: set[int] = set()
        """The numbers of columns of which the heads do not differ."""
        self._refused: set[int] = set()
        """The numbers of columns that a comparison contradicts, that were not filled in, or that have the same head."""

    def read(self) -> None:
        """Draft the records of all rows."""
        numbers = [{at: found[0] for at, found in row.numbers.items() if found[3] is None} for row in self._rows]
        compared = with_paired(comparisons_of(self._block.columns, numbers), self._block.columns, numbers)
        self._compared = with_yearly(compared, self._block.columns, self._rows)
        self._refused = {
            number for found in self._compared.values() if found.fit is Fit.NONE for number in (found.level, found.base)
        }
        self._refused.update(each.number for each in self._block.columns if self._is_unfilled(each))
        self._alike = with_same_heads(self._block.columns, self._compared, (row.numbers for row in self._rows))
        self._refused.update(
            each.number for each in self._block.columns if each.number in self._alike and not each.measure
        )
        self._compared_rows = compared_rows(self._rows, self._block.columns)
        first = len(self._drafter.indicators)
        for row in self._rows:
            self._add_row(row)
        self._add_breakdowns(first)

    def _is_unfilled(self, column: Column) -> bool:
        """Return whether a column has only zeros, such as a computed total, and more blank cells than zeros."""
        numbers = [row.numbers[column.number][0] for row in self._rows if column.number in row.numbers]
        cells = (self._table.at(row.number, column.number) for row in self._rows)
        blank = sum(cell is not None and not cell.text.strip() for cell in cells)
        return len(numbers) + blank == len(self._rows) and len(numbers) < blank and not any(numbers)

    def _add_row(self, row: Row) -> None:
        columns = [self._in_row(column, row) for column in self._block.columns]
        levels = [column for column in columns if self._is_level(column)]
        for column in levels:
            if column.number in row.numbers:
                self._add_level_or_growth(row, column)
        compared = self._compared_rows.get(row.number)
        for column in columns:
            if column.number not in row.numbers or column in levels:
                continue
            if compared is not None and self._is_level(self._level(column)):
                self._add_compared_row(row, column, compared)
            else:
                self._add_other(row, column)
        for cell in self._unread(row):
            self._add_unread(cell)
        self._add_absent(row)

    def _add_level_or_growth(self, row: Row, column: Column) -> None:
        """Add the number of a column of levels, which in some rows states growth."""
        growth = self._growth.of(row, column)
        share = self._share(row, column) if growth is None and column.role is ColumnRole.ACTUAL else None
        if share is not None and column.number not in self._refused:
            self._add_share(row, column, share)
        elif growth is None:
            self._add_level(row, column)
        elif growth.fit is Fit.NONE or column.number in self._refused:
            self._add_unread(self._cell(row, column))
        elif column.role is ColumnRole.TARGET:
            self._add_level(row, column, self._values.value(row, column, growth))
        else:
            self._add_claim(row, column, self._cell(row, column), growth)

    def _share(self, row: Row, column: Column) -> Share | None:
        """Return what a level is a share of; ``None`` also for a place, whose indicator is the whole."""
        share = self._shares.of(row, column)
        if share is None or share.part is None or share.whole is None:
            return share
        return share if self._key(*share.part) != self._key(*share.whole) else None

    def _in_row(self, column: Column, row: Row) -> Column:
        """Return a column of levels with the role that the label of a row states, if its head does not differ."""
        if row.role is None and (row.is_planned or self._is_to_come(row)) and column.head.role is ColumnRole.UNKNOWN:
            return evolve(column, role=ColumnRole.UNKNOWN)
        if row.role is None or not self._is_level(column):
            return column
        is_open = column.head.role in (ColumnRole.UNKNOWN, row.role)
        return evolve(column, role=row.role if is_open else ColumnRole.UNKNOWN)

    def _is_to_come(self, row: Row) -> bool:
        """Return whether the time of a row is behind a leap in those of the other rows, as that of a plan is."""
        return self._last is not None and row.time is not None and days_of(row.time)[0] > self._last

    def _is_level(self, column: Column) -> bool:
        return column.role in LEVELS and column.number not in self._compared

    def _add_other(self, row: Row, column: Column) -> None:
        """Add the number of a column that is not one of levels."""
        cell = self._cell(row, column)
        compared = self._compared.get(column.number)
        is_exact = row.numbers[column.number][1] is Qualifier.EXACT
        is_open = compared is None or compared.fit is Fit.NONE or not is_exact or column.number in self._refused
        if is_open or compared is None or _is_from_plan(compared) or self._values.may_be_mean(row, compared):
            self._add_unread(cell)
        else:
            self._add_claim(row, column, cell, compared)

    def _cell(self, row: Row, column: Column) -> Cell:
        cell = self._table.at(row.number, column.number)
        if cell is None:
            raise bug(cell)
        return cell

    def _indicator(self, row: Row, column: Column) -> str:
        """Return the id of the indicator of a cell, which is drafted once."""
        key = self._key(row, column)
        if key not in self._ids:
            ident = f"{self._name}-r{row.subject}"
            ident += f"-c{column.number}" if column.measure or ident in self._ids.values() else ""
            self._ids[key] = ident
            unit = self._scope.unit(row, column)
            name = self._own_name(row, column)
            better = better_of(str(name["vi"]))
            fields: dict[str, object] = {
                "id": ident,
                "name": name,
                "unit": unit[0] if unit is not None else self._no_unit(row),
                "kind": self._kinds.of(row, column)
                or gap("whether it is a stock, a flow or a rate", "chỉ tiêu thời điểm, thời kỳ hay tỷ lệ"),
                **({} if better is None else {"better": better}),
                **self._prices(row, column, unit),
            }
            proposed = ["name"] * (not isinstance(name["vi"], Gap)) + ["better"] * (better is not None)
            proposed += ["kind"] * self._kinds.is_proposed(row, column)
            origin = f"{self._table.locator}, row {row.number}"
            context = self._context(row, column)
            record = PartialRecord(Indicator, fields, origin=origin, context=context, proposed=proposed)
            self._drafter.indicators.append(record)
        return self._ids[key]

    def _key(self, row: Row, column: Column) -> tuple[int, str, str]:
        """Return the key of the indicator of a cell: the row, the measure and the line above."""
        shared = self._is_shared(row)
        band = row.band if shared else ""
        measure = column.measure or (column.unit if self._has_units else "")
        measure = f"{measure} {column.number}" if column.number in self._alike else measure
        return (0 if shared else row.subject), measure or band, band

    def _context(self, row: Row, column: Column) -> str:
        """Return the row and the column of a cell in words, with its number marked: *Trồng rừng | TH 2018: 【902】*."""
        heads = " | ".join(part for part in (row.band, row.label, column.header) if part)
        cell = self._table.at(row.number, column.number)  # the level of a comparison may have none
        shown = " ".join(f"{heads[:LONGEST_NAME]}: {_OPENS}{'' if cell is None else cell.text}{_CLOSES}".split())
        return shown if is_stated_text(shown) else ""

    def _prices(self, row: Row, column: Column, unit: Known | None) -> dict[str, object]:
        """Return the fields of the prices of an amount of money, if its labels or the title state them."""
        if unit is None or unit[0].numerator.kind is not UnitKind.MONEY:
            return {}
        lines = (column.header, row.label, *reversed(self._block.titles))
        stated = next((found for line in lines if (found := prices_in(line)) is not None), None)
        if stated is None:
            return {}
        basis, base = stated
        period = {} if basis.value == "current" else {"price_period": base or Absent.NOT_STATED}
        return {"price_basis": basis, **period}

    def _place(self, row: Row, column: Column) -> str | Gap | None:
        """Return the place of a cell: that of the document, unless the row or the column names another one."""
        name = self._places.get(row.number) or column.place
        if not name and self._has_places and (not row.printed_label or is_listing(row.printed_label)):
            return NO_LABEL
        if not name:
            return self._drafter.place
        time = time_of(self._scope, row, column)[0]
        day = time.date if isinstance(time, AsOf) else time.end if isinstance(time, Period) else None
        return province_of(name, day) or gap(f"the code of the place “{name[:60]}”", f"mã của địa phương “{name[:60]}”")

    def _own_name(self, row: Row, column: Column) -> PartialRecord:
        """Return the name of the indicator of a cell; it is asked if the head of another column is the same."""
        if column.number in self._alike:
            return PartialRecord(Text, {"vi": same_head(column.header)})
        return self._named(row, column)

    def _named(self, row: Row, column: Column) -> PartialRecord:
        noun = column.unit if self._has_units and may_name_things(column.unit) else ""
        measure, shared = measure_as_printed(column) or noun, self._is_shared(row)
        label = "" if shared and (measure or row.band) else self._title if shared else row.label
        band = "" if states_base(row.own) else row.band
        of_base = self._title if states_base(row.own) or states_base(band) else ""
        return name_of((of_base, band, measure, *label.split(": ")), self._title)

    def _is_shared(self, row: Row) -> bool:
        """Return whether a row has the indicator of the others, for another time or place."""
        return row.time is not None or self._has_places or self._scope.times.is_part(row)

    def _no_unit(self, row: Row) -> Gap:
        return gap(
            f"the unit of “{row.label[:100]}”; it may be a custom unit",
            f"đơn vị của “{row.label[:100]}”; có thể là đơn vị tự khai báo",
        )

    def _value(self, row: Row, column: Column) -> Value | PartialRecord | Gap:
        number, qualifier, _, upper = row.numbers[column.number]
        unit = self._scope.unit(row, column)
        if unit is None:
            fields: dict[str, object] = {"magnitude": number, "qualifier": qualifier, "unit": self._no_unit(row)}
            return PartialRecord(Value, fields | ({} if upper is None else {"upper": upper}))
        try:
            power = unit[1].adjusted()
            high = None if upper is None else EXACT.scaleb(upper, power)
            return Value(magnitude=EXACT.scaleb(number, power), unit=unit[0], qualifier=qualifier, upper=high)
        except FieldError:
            return gap(f"the value; {number} {unit[0]} is not possible", f"giá trị; {number} không hợp lệ")

    def _timed(self, row: Row, column: Column) -> dict[str, object]:
        """Return the fields of the time of a level, without a time collection that follows once the kind is known."""
        time, basis = time_of(self._scope, row, column)
        kind = self._kinds.of(row, column)
        is_state = self._kinds.is_state(row, column)
        is_rate = kind is IndicatorKind.RATE and not is_state
        collection: TimeCollection | Gap | None = NO_COLLECTION if is_rate else None
        if isinstance(time, AsOf) and self._scope.times.may_be_flow(row, column, kind):
            return self._added_up_to(time, basis)
        if isinstance(time, AsOf):
            collection = TimeCollection.AT
        elif column.head.collection is not None and kind is not IndicatorKind.FLOW:
            collection = column.head.collection
        elif (is_state or kind is IndicatorKind.STOCK) and isinstance(time, Period):
            collection = TimeCollection.BEGINNING if is_at_beginning(row.own) else TimeCollection.END
        elif kind is IndicatorKind.FLOW and isinstance(time, Period):
            collection = TimeCollection.TOTAL
        return {"time": time, "time_basis": basis, "time_collection": collection}

    def _added_up_to(self, day: AsOf, basis: TimeBasis | Gap) -> dict[str, object]:
        """Return the fields of the time of an amount up to a day, whose first day is at most printed elsewhere."""
        time = self._scope.times.added_up_to(day)
        if time is None:
            return {"time": NO_FIRST_DAY, "time_basis": basis, "time_collection": None}
        basis = TimeBasis.CARRIED if basis is TimeBasis.STATED else basis
        return {"time": time, "time_basis": basis, "time_collection": TimeCollection.TO_DATE}

    def _add_level(self, row: Row, column: Column, planned: object = None) -> None:
        """Add the number of a level, or a planned change."""
        cell = self._cell(row, column)
        if self._is_open(row, column):
            self._add_unread(cell)
            return
        is_target = column.role is ColumnRole.TARGET
        grown = None if planned is None else self._growth.grown(row, column)
        fields: dict[str, Any] = {
            "id": self._level_id(row, column),
            "indicator": self._indicator(*(grown or (row, column))),
            "place": self._place(row, column),
            "value": planned or self._value(row, column),
            **self._timed(row, column),
            "citation": self._drafter.cite(cell),
        }
        statuses = self._statuses(row, column, cell)
        if statuses and not is_target:
            fields["statuses"] = statuses
        proposed = ["time_collection"] * (fields["time_collection"] in _PROPOSED)
        of, context = Target if is_target else Observation, self._context(row, column)
        record = PartialRecord(of, fields, origin=cell.locator, context=context, proposed=proposed)
        (self._drafter.targets if is_target else self._drafter.observations).append(record)

    def _is_open(self, row: Row, column: Column) -> bool:
        """Return whether a number in a column of levels may be something else: a plan, or a telephone number."""
        is_open = self._plans and column.role is not ColumnRole.TARGET and column.head.role is ColumnRole.UNKNOWN
        is_unknown = not column.header and self._scope.unit(row, column) is None
        return is_open or is_unknown or column.number in self._refused

    def _add_share(self, row: Row, column: Column, share: Share) -> None:
        """Add the number of a level that is a share of a total."""
        cell = self._cell(row, column)
        time, basis = time_of(self._scope, row, column)
        fields: dict[str, Any] = {
            "id": self._level_id(row, column),
            "place": self._place(row, column),
            "part": Absent.NOT_STATED if share.part is None else self._level_id(*share.part),
            "whole": self._whole(share) if share.whole is None else self._indicator(*share.whole),
            "value": self._value(row, column),
            "time": time,
            "time_basis": basis,
            "citation": self._drafter.cite(cell),
        }
        statuses = self._statuses(row, column, cell)
        fields |= {"statuses": statuses} if statuses else {}
        context = self._context(row, column)
        self._drafter.claims.append(PartialRecord(ShareClaim, fields, origin=cell.locator, context=context))

    def _whole(self, share: Share) -> str | Gap:
        """Return the id of the indicator of which the table has only shares, as its title names it."""
        if share.is_open:
            return gap(
                "what this is a share of: the total, or a part above it", "tỷ trọng trong tổng số hay trong phần trên"
            )
        if not self._whole_id:
            self._whole_id = f"{self._name}-whole"
            self._drafter.indicators.append(whole_of_title(self._whole_id, self._title))
        return self._whole_id

    def _statuses(self, row: Row, column: Column, cell: Cell) -> tuple[Status, ...]:
        """Return the statuses of a level by its head, its label, or a note with the mark of its head or number."""
        noted = {self._notes.get(mark_of(text)) for text in (column.header, row.printed_label, cell.text)}
        is_provisional = column.head.provisional or row.is_provisional or Status.PROVISIONAL in noted
        given = {
            Status.ESTIMATED: column.estimated or row.is_estimated or Status.ESTIMATED in noted,
            Status.PROVISIONAL: is_provisional,
            Status.FORECAST: column.head.forecast or read_head(row.own).forecast,
        }
        return tuple(status for status, is_given in given.items() if is_given)

    def _level_id(self, row: Row, column: Column) -> str:
        suffix = ".target" if column.role is ColumnRole.TARGET else ""
        return f"{self._name}-r{row.number}.c{column.number}{suffix}"

    def _add_claim(self, row: Row, column: Column, cell: Cell, compared: Comparison) -> None:
        ids = [self._id_in(row, number) for number in (compared.level, compared.base)]
        is_attainment = compared.role is ColumnRole.ATTAINMENT
        time, basis = self._values.time(row, column, compared)
        fields: dict[str, Any] = {
            "id": f"{self._name}-r{row.number}.c{column.number}",
            "place": self._place(row, column),
            "value": self._values.value(row, column, compared),
            "time": time,
            "time_basis": basis,
            "citation": self._drafter.cite(cell),
        }
        question = self._values.question(row, column, compared)
        if question:
            fields["value"] = gap(*(words.format(number=cell.text, head=column.header) for words in question))
        if column.estimated:
            fields["statuses"] = (Status.ESTIMATED,)
        if is_attainment:
            fields |= {"actual": ids[0], "target": ids[1]}
        else:
            fields |= self._ends(row, column, compared, ids)
        of = AttainmentClaim if is_attainment else ChangeClaim
        record = PartialRecord(of, fields, origin=cell.locator, context=self._context(row, column))
        self._drafter.claims.append(record)

    def _add_compared_row(self, row: Row, column: Column, compared: ComparedRows) -> None:
        """Add a number that compares the rows above it."""
        cell, level = self._cell(row, column), self._in_row(self._level(column), compared.level)
        time, basis = time_of(self._scope, compared.level, level)
        ids = [self._id_in(each, column.number) for each in (compared.level, compared.base)]
        is_attainment = compared.how.role is ColumnRole.ATTAINMENT
        fields: dict[str, Any] = {
            "id": f"{self._name}-r{row.number}.c{column.number}",
            "place": self._place(row, column),
            "value": self._values.value_in_rows(row, column, compared),
            "time": time,
            "time_basis": basis,
            "citation": self._drafter.cite(cell),
        }
        if is_attainment:
            fields |= {"actual": ids[0], "target": ids[1]}
        else:
            fields |= {"indicator": self._indicator(compared.level, level), "end": ids[0], "start": ids[1]}
        of, context = AttainmentClaim if is_attainment else ChangeClaim, self._context(row, column)
        self._drafter.claims.append(PartialRecord(of, fields, origin=cell.locator, context=context))

    def _level(self, column: Column) -> Column:
        """Return a column as its head states it."""
        return next(each for each in self._block.columns if each.number == column.number)

    def _id_in(self, row: Row, number: int) -> str | Absent:
        """Return the id of the level in a column of a row; absent if there is none, or growth is there."""
        column = next((each for each in self._block.columns if each.number == number), None)
        if column is None or number not in row.numbers:
            return Absent.NOT_STATED
        column = self._in_row(column, row)
        is_level = column.role is ColumnRole.TARGET or (
            self._growth.of(row, column) is None and self._share(row, column) is None
        )
        return self._level_id(row, column) if is_level and not self._is_open(row, column) else Absent.NOT_STATED

    def _ends(self, row: Row, column: Column, compared: Comparison, ids: list[Any]) -> dict[str, Any]:
        """Return the fields of a change: a planned level is not an observation."""
        level = self._values.level_of(compared)
        planned = level is not None and level.role is ColumnRole.TARGET
        grown = None if column.head.compared else self._growth.grown(row, column)
        found: dict[str, Any] = {
            "indicator": self._indicator(row, level or column) if grown is None else self._indicator(*grown),
            "end": Absent.NOT_STATED
            if planned
            else ids[0]
            if grown is None
            else self._id_in(grown[0], grown[1].number),
            "start": ids[1],
        }
        return found | ({"statuses": (Status.PLANNED,)} if planned else {})

    def _add_breakdowns(self, first: int) -> None:
        """Add to indicators the rows that are their parts."""
        found = breakdowns_of(self._rows, self._block.columns, self._ids, self._scope.unit)
        by_column = breakdowns_by_column(self._scope.sums, self._block.columns, self._ids)
        for at in range(first, len(self._drafter.indicators)):
            record = self._drafter.indicators[at]
            ident = str(record["id"])
            breakdowns = (*found.get(ident, ()), *by_column.get(ident, ()))
            unit = record["unit"]
            if breakdowns and not (isinstance(unit, Unit) and unit.kind in RATES):
                fields = {**record.fields, "breakdowns": breakdowns}
                self._drafter.indicators[at] = record.with_fields(fields)

    def _add_absent(self, row: Row) -> None:
        """Add an observation without a value for each cell that says that a number is missing."""
        for column in self._block.columns:
            cell = self._table.at(row.number, column.number)
            if cell is None or column.role is not ColumnRole.ACTUAL or not is_absent(cell.text) or not row.numbers:
                continue
            fields: dict[str, Any] = {
                "id": self._level_id(row, column),
                "indicator": self._indicator(row, column),
                "place": self._place(row, column),
                "value": gap(
                    f"“{cell.text}”: whether the number is not available, or there was nothing to count",
                    f"“{cell.text}”: chưa có số liệu hay không phát sinh",
                ),
                **self._timed(row, column),
                "citation": self._drafter.cite(cell),
            }
            context = self._context(row, column)
            self._drafter.observations.append(PartialRecord(Observation, fields, origin=cell.locator, context=context))

    def _add_unread(self, cell: Cell) -> None:
        """Add a number whose meaning the heads do not state, or the dates and document numbers that a cell has."""
        known = known_mentions(self._drafter.source, cell)
        self._drafter.mentions += known or [unknown_mention(cell, self._drafter.cite(cell))]


def _is_from_plan(compared: Comparison) -> bool:
    """Return whether a comparison is the difference between a level and its plan, which no claim can state."""
    return compared.role is ColumnRole.ATTAINMENT and compared.fit is Fit.DIFFERENCE
