"""The kinds of the indicators of tables: what their rows, heads, units and titles say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, final

from aseansc.documents._cell_times import AMOUNTS
from aseansc.documents._column import LEVELS, Column
from aseansc.documents._columns import Block
from aseansc.documents._row import Known, Row
from aseansc.documents._scopes import Scope
from aseansc.indicators import IndicatorKind
from aseansc.periods import Period, TimeCollection
from aseansc.units import UnitKind, times
from aseansc.vietnamese.proposals import kind_of_label, may_be_part
from aseansc.vietnamese.tables import ColumnRole, is_balance, is_flow, is_whole

RATES: Final = (UnitKind.SHARE, UnitKind.QUOTIENT)


@final
class Kinds:
    """The kinds of the indicators in a part of a table.

    Args:
        block: the part.
        rows: its rows.
        scope: what its cells take from the lines around them.
    """

    def __init__(self, block: Block, rows: Sequence[Row], scope: Scope) -> None:
        self._levels = [each for each in block.columns if each.role in LEVELS]
        self._by_number = {row.number: row for row in rows}
        self._scope = scope
        self._timed: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows:
            if row.time is not None:
                self._timed[row.place, row.band].append(row)
        self._cumulated: dict[int, bool] = {}
        self._of_indicators: dict[tuple[object, ...], dict[Period, Decimal]] = {}

    def of(self, row: Row, column: Column) -> IndicatorKind | None:
        """Return the kind of an indicator: its own, or that of the row that it belongs to; ``None`` if it is open."""
        unit = self._scope.unit(row, column)
        kind, whole = self._own(row, column, unit), self._whole(row, column, unit)
        while kind is None and whole is not None:
            kind, whole = self._own(whole, column, unit), self._whole(whole, column, unit)
        return kind

    def _whole(self, part: Row, column: Column, unit: Known | None) -> Row | None:
        """Return the row that a row belongs to, if they may be of one kind: they have the same unit."""
        whole = self._by_number.get(part.above)
        if whole is None or unit is None or column.measure or not may_be_part(part.own):
            return None
        return whole if self._scope.unit(whole, column) == unit else None

    def _own(self, row: Row, column: Column, unit: Known | None) -> IndicatorKind | None:
        if unit is not None and (unit[0].kind in RATES or unit[0] == times):
            return IndicatorKind.RATE
        kind = self._of_count(row, column, unit)
        if kind is IndicatorKind.FLOW or not self.is_cumulated(row, column):
            return kind
        return IndicatorKind.FLOW if self._adds_up(row, column) else None

    def _of_count(self, row: Row, column: Column, unit: Known | None) -> IndicatorKind | None:
        """Return the kind of an indicator that is not a rate by its words and its unit."""
        if self._scope.times.is_stock_of_day(row, column):
            return IndicatorKind.STOCK
        moments, label = self._moments(column), column.measure or row.own
        is_amount = unit is not None and unit[0].kind in AMOUNTS
        if is_amount and is_balance(label):
            return IndicatorKind.STOCK
        if TimeCollection.BEGINNING not in moments and (_is_said(row, column) or (not moments and is_amount)):
            return IndicatorKind.FLOW
        printed = column.unit or row.printed
        if is_amount and is_whole(label):  # *Tổng số* of what was paid is not a number of things
            return None
        proposed = kind_of_label(label, None if unit is None else unit[0], printed)
        return None if moments and proposed is IndicatorKind.FLOW else proposed

    def _moments(self, column: Column) -> set[TimeCollection]:
        """Return whether heads of a measure state the first or the last day of a time: *Đầu kỳ*, *Cuối kỳ*."""
        return {
            each.head.collection
            for each in self._levels
            if each.head.collection is not None and each.measure == column.measure
        }

    def is_cumulated(self, row: Row, column: Column) -> bool:
        """Return whether a table has levels of an indicator for two periods that end on one day.

        Below *Quý III* and *9 tháng*, none is the level at the end.
        """
        levels = self._levels_of(row, column)
        key = id(levels)  # rows that are times have their levels in common
        if key not in self._cumulated:
            self._cumulated[key] = len({each.end for each in levels}) < len(levels)
        return self._cumulated[key]

    def _adds_up(self, row: Row, column: Column) -> bool:
        """Return whether levels of two periods or more, one after the other, are not above that of all of them.

        Zeros do not count, as a stock may begin at zero, too.
        """
        levels = self._levels_of(row, column)
        longest = max(levels, key=lambda each: each.end - each.start)
        inside = sorted(
            (each for each in levels if each != longest and longest.contains(each)), key=lambda each: each.start
        )
        are_apart = all(before.end < after.start for before, after in pairwise(inside))
        parts = [levels[each] for each in inside if levels[each] > 0]
        return len(parts) > 1 and are_apart and sum(parts) <= levels[longest]

    def _levels_of(self, row: Row, column: Column) -> dict[Period, Decimal]:
        """Return the levels that the indicator of a cell reached, by their periods."""
        rows = self._with_indicator_of(row)
        key = (rows[0].number, column.measure, column.place)
        if key not in self._of_indicators:
            same = (column.measure, column.place)
            levels = [
                each for each in self._levels if each.role is ColumnRole.ACTUAL and (each.measure, each.place) == same
            ]
            self._of_indicators[key] = {
                time[0]: each.numbers[level.number][0]
                for each in rows
                for level in levels
                if level.number in each.numbers and (time := self._scope.times.of(each, level)) is not None
                if isinstance(time[0], Period)
            }
        return self._of_indicators[key]

    def _with_indicator_of(self, row: Row) -> list[Row]:
        """Return a row; if rows are times, also the others of its place and below its band."""
        return [row] if row.time is None else self._timed[row.place, row.band]

    def is_state(self, row: Row, column: Column) -> bool:
        """Return whether a rate is that of the end of its time: one of a state, not also of a longer time."""
        return self._scope.times.is_state(row, column) and not self.is_cumulated(row, column)

    def is_proposed(self, row: Row, column: Column) -> bool:
        """Return whether the kind follows only from the words of the label."""
        kind, unit = self.of(row, column), self._scope.unit(row, column)
        by_unit = unit is not None and unit[0].kind in (*RATES, *AMOUNTS)
        return kind is IndicatorKind.STOCK or (kind is not None and not _is_said(row, column) and not by_unit)


def _is_said(row: Row, column: Column) -> bool:
    """Return whether a label or a head says that its indicator sums up over a period."""
    return is_flow(column.measure) if column.measure else row.is_flow
