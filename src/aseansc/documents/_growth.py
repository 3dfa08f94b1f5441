"""Levels in percent that are growth: the change of what a row, a line or a head names, and not a level of a rate.

A row such as *Tốc độ tăng GRDP* states changes of *GRDP*, also beside plans: a planned one is a target with a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from typing import Final, final

from aseansc.codelists import Absent
from aseansc.documents._column import Column
from aseansc.documents._columns import Block
from aseansc.documents._comparisons import Comparison, Fit
from aseansc.documents._row import Known, Row
from aseansc.documents._scopes import Scope
from aseansc.periods import Period
from aseansc.units import UnitKind, percent
from aseansc.vietnamese.tables import (
    ColumnRole,
    averages_years,
    grown_by,
    is_index_of_before,
    is_mean_alone,
    is_ratio_label,
    measure_of_title,
    rises,
)

_LARGE: Final = 50
"""Most percentages of an earlier level are larger; most changes in percent are not."""

_BASE: Final = re.compile(r"= ?100(?!\d)")
_OPEN: Final = Comparison(Fit.NONE, 0, 0, ColumnRole.UNKNOWN)


@final
class _Said(Enum):
    """What a line says of the numbers below it or beside it.

    The base of an index may be open. *GRDP tăng (%)* and *Tỷ lệ hộ nghèo giảm (%)* are changes, the latter perhaps in
    points.
    """

    SHARE = 0
    RATIO = 1
    GROWTH = 2
    INDEX = 3
    CHANGE = 4


_FITS: Final = {_Said.RATIO: Fit.RATIO, _Said.GROWTH: Fit.GROWTH}


@final
class Growth:
    """The levels of a part of a table that are growth.

    Args:
        block: the part.
        rows: its rows.
        scope: what its cells take from the lines around them.
    """

    def __init__(self, block: Block, rows: Sequence[Row], scope: Scope) -> None:
        self._titles = [measure_of_title(title) for title in reversed(block.titles)]
        self._scope = scope
        self._labelled: dict[str, dict[str, Row]] = {}
        """The first row of each label in each band."""
        for row in rows:
            self._labelled.setdefault(row.own, {}).setdefault(row.band, row)
        self._by_number = {row.number: row for row in rows}
        self._has_plans = any(each.role is ColumnRole.TARGET for each in block.columns)

    def of(self, row: Row, column: Column) -> Comparison | None:
        """Return what a level states if it is growth; ``None`` if it is a level of its indicator.

        Its fit is `Fit.NONE` if it is not certain what it states.
        """
        number, _, _, upper = row.numbers[column.number]
        is_small = (number if upper is None else upper).copy_abs() < _LARGE
        fit = self._stated(row, column, is_small=is_small)
        unit = None if fit is None else self._scope.unit(row, column) or self._of_base(row, column)
        if fit is None or (unit is not None and unit[0].kind is not UnitKind.SHARE):
            return None
        is_known = unit is not None and unit[0] == percent and fit is not Fit.NONE
        years = self._years(row, column)
        if not is_known or is_small is not (fit is Fit.GROWTH) or years is Absent.NOT_STATED:
            return _OPEN
        return Comparison(fit, 0, 0, ColumnRole.CHANGE, years if isinstance(years, Period) else None)

    def _of_base(self, row: Row, column: Column) -> Known | None:
        """Return percent if a line states the base of an index as 100: *Chỉ số phát triển (Năm trước = 100)*."""
        is_stated = any(is_index_of_before(line) and _BASE.search(line) for line, _ in self._lines(row, column))
        return (percent, Decimal(1)) if is_stated and not (row.printed or column.unit) else None

    def grown(self, row: Row, column: Column) -> tuple[Row, Column] | None:
        """Return the row and the column of the level that grew: the row that growth is below, or one with its label."""
        whole = self._by_number.get(row.above)
        if whole is not None and not grown_by(row.own) and grown_by(whole.own) is None:
            return whole, column
        same = self._labelled.get(row.own, {}).items() if row.band else ()
        found = next((each for band, each in same if band != row.band and each.number < row.number), None)
        return None if found is None else (found, column)

    def _stated(self, row: Row, column: Column, *, is_small: bool) -> Fit | None:
        """Return what the nearest line that names growth states: that of a column, the rows, a band or the title."""
        named = [_named(line, beside=is_beside) for line, is_beside in self._lines(row, column)]
        found = next((said for said in named if said is not None), _Said.SHARE)
        if found is _Said.INDEX and _Said.RATIO in named:  # the title states the base of the index that a row names
            found = _Said.RATIO
        if found is _Said.CHANGE and _Said.GROWTH in named and not is_ratio_label(row.own):
            found = _Said.GROWTH  # *Công nghiệp tăng (%)* below *Tốc độ tăng trưởng kinh tế (%)*
        is_level = found is _Said.SHARE or (found is _Said.INDEX and self._has_plans and not is_small)
        is_level = is_level or (found is _Said.CHANGE and column.role is ColumnRole.TARGET)
        return None if is_level else _FITS.get(found, Fit.NONE)

    def _lines(self, row: Row, column: Column) -> Iterator[tuple[str, bool]]:
        """Yield the lines that name a cell, the nearest first, and whether they are said beside the names of rows."""
        yield column.measure, True
        yield from ((each, False) for each in (row.own, *reversed(row.label.split(": "))))
        yield row.band, True
        yield from ((each, False) for each in self._titles)

    def _lines_of_growth(self, row: Row, column: Column) -> Iterator[str]:
        """Yield the lines of a cell up to the one that names growth; those behind it name what grew."""
        for line, is_beside in self._lines(row, column):
            yield line
            if _named(line, beside=is_beside) in _FITS:
                return

    def _years(self, row: Row, column: Column) -> Period | Absent:
        """Return the years of an average; not applicable to the growth of one year, and not stated if it is open.

        The mean of the months of a year may be in percent, or in percent per month.
        """
        if is_mean_alone(row.own):
            return Absent.NOT_STATED
        found = self._scope.times.of(row, column)
        averaged = any(map(averages_years, self._lines_of_growth(row, column)))
        if found is None:
            return Absent.NOT_STATED if averaged else Absent.NOT_APPLICABLE
        time = found[0]
        if not isinstance(time, Period) or averaged is not (time.start.year < time.end.year):
            return Absent.NOT_STATED
        return time if averaged else Absent.NOT_APPLICABLE


def _named(line: str, *, beside: bool) -> _Said | None:
    """Return what a line states; ``None`` if it states neither growth nor a share.

    Args:
        line: the line.
        beside: whether the rows below it or beside it name what grew.
    """
    is_index, grown = is_index_of_before(line), grown_by(line)
    if is_index is not False:
        return _Said.RATIO if is_index else _Said.INDEX
    if grown is not None:
        return _Said.GROWTH
    if rises(line):
        return _Said.CHANGE
    return _Said.SHARE if is_ratio_label(line) and not is_mean_alone(line) else None
