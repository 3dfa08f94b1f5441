"""Shares of a total: the figures of a line *Cơ cấu (%)* between the rows, in a head or in the title.

Each is a part of what the table measures, and not a rate with a name of its own, such as *Tỷ lệ hộ nghèo*.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias, final

from attrs import evolve, frozen

from aseansc.documents._column import LEVELS, Column
from aseansc.documents._columns import Block
from aseansc.documents._gaps import gap
from aseansc.documents._row import Row
from aseansc.documents._scopes import Scope
from aseansc.documents._sums import half_step
from aseansc.drafts import PartialRecord
from aseansc.indicators import Indicator
from aseansc.texts import Text
from aseansc.units import UnitKind, percent
from aseansc.vietnamese.tables import (
    ColumnRole,
    counted_by_title,
    is_ratio_label,
    is_share_head,
    is_whole,
    measure_of_title,
    without_share_head,
)

Level: TypeAlias = tuple[Row, Column]
"""The row and the column of a level."""

_ALL: Final = 100
_MOST_BEFORE: Final = 12
"""The most levels before a column of shares of which it may be one."""


@final
@frozen
class Share:
    """The level that is a part, and the one that is the whole; ``None`` if the table does not have it.

    It is open if the whole may be that of the title, or the part that a row above names.
    """

    part: Level | None
    whole: Level | None
    is_open: bool = False


def _nearby(columns: Sequence[Column]) -> dict[int, tuple[Column, ...]]:
    """Return the levels of the same time right before each column, the nearest first."""
    levels: defaultdict[object, deque[Column]] = defaultdict(lambda: deque(maxlen=_MOST_BEFORE))
    found: dict[int, tuple[Column, ...]] = {}
    for column in columns:
        found[column.number] = tuple(levels[column.time])
        if column.role in LEVELS and not column.head.compared:
            levels[column.time].appendleft(column)
    return found


@final
class Shares:
    """The levels of a part of a table that are shares of a total.

    Args:
        block: the part.
        rows: its rows.
        scope: what its cells take from the lines around them.
    """

    def __init__(self, block: Block, rows: Sequence[Row], scope: Scope) -> None:
        self._scope = scope
        self._rows = rows
        self._levels = [each for each in block.columns if each.role in LEVELS and not each.head.compared]
        self._nearby = _nearby(block.columns)
        self._has_plans = any(each.role is ColumnRole.TARGET for each in block.columns)
        self._in_title = any(_states_shares(measure_of_title(title)) for title in block.titles)

    def of(self, row: Row, column: Column) -> Share | None:
        """Return what a level is a share of; ``None`` if it is not a share of a total, or may be a planned one."""
        unit = self._scope.unit(row, column)
        if unit is None or unit[0] != percent or is_ratio_label(row.own):
            return None
        before = self._before(row, column)
        found = self._nearest(row, column, before) if before else self._below(row, column)
        return found if found is None or found.part != found.whole else evolve(found, part=None)

    def _nearest(self, row: Row, column: Column, before: list[Share]) -> Share | None:
        """Return the first of several shares that its number fits; ``None`` if nothing decides the column."""
        found = next((each for each in before if self._fits(row, column, each)), None)
        is_open = found is not None and len(before) > 1 and found.whole in (None, found.part)
        return None if is_open else found

    def _below(self, row: Row, column: Column) -> Share | None:
        """Return what a level below a line or title of shares is a share of."""
        if self._has_plans:
            return None
        above = self._above(row, column)
        if not is_share_head(row.band) and not (is_share_head(row.band, of_any=True) and above is not None):
            is_open = self._may_be_nested(row, column)
            return Share(None, None, is_open) if self._in_title and not (row.band or column.unit) else None
        found = Share(None if above is None else (above, column), self._whole(row, column, above))
        if found.whole is None and self._may_be_nested(row, column):
            return evolve(found, is_open=True)
        return found if self._fits(row, column, found) else None

    def _may_be_nested(self, row: Row, column: Column) -> bool:
        """Return whether a row may be a part of a row above it, and not of the total: one of several rows *Nam*.

        So may one that states to be a part of a row whose share is smaller.
        """
        alike = sum((each.own, each.band, each.time) == (row.own, row.band, row.time) for each in self._rows)
        above = next((each for each in self._rows if each.number == row.above and column.number in each.numbers), None)
        return alike > 1 or (above is not None and _number(row, column) > _number(above, column))

    def _before(self, row: Row, column: Column) -> list[Share]:
        """Return of which levels of the same time before a column of shares a level may be one, the nearest first.

        They are in another unit. In *Số lao động*, *Nữ*, *Cơ cấu (%)* the numbers decide.
        """
        found = [each for each in self._nearby[column.number] if self._is_amount(row, each)]
        if not found or not _is_share_of(column, found[0]):
            return []
        total = self._total_row(row, column)
        return [Share((row, each), None if total is None else (total, each)) for each in found]

    def _fits(self, row: Row, column: Column, share: Share) -> bool:
        """Return whether a share is that of its part in its whole, up to one step of its last digit, or is unknown."""
        if share.part is None or share.whole is None:
            return True
        part, whole = (_number(*each) for each in (share.part, share.whole))
        stated = _number(row, column)
        step = 2 * (half_step(stated) or Fraction(1, 2))
        exact = None if whole == 0 else Fraction(part) * _ALL / Fraction(whole)
        return exact is not None and abs(exact - Fraction(stated)) <= step

    def _is_amount(self, row: Row, column: Column) -> bool:
        unit = self._scope.unit(row, column)
        return column.number in row.numbers and unit is not None and unit[0].kind is not UnitKind.SHARE

    def _above(self, row: Row, column: Column) -> Row | None:
        """Return the only row with the label of a share in a line above its own, if it has a level in another unit."""
        found = [
            each
            for each in self._rows
            if each.number < row.number and each.band != row.band and each.own == row.own and each.time == row.time
            if self._is_amount(each, column)
        ]
        return found[0] if len(found) == 1 else None

    def _whole(self, row: Row, column: Column, above: Row | None) -> Level | None:
        """Return the level of the total column or row of which the share is 100 %, in the lines of the parts."""
        if above is None:
            return None
        columns = (each for each in self._levels if is_whole(each.measure) and _is_all(row, each))
        across = next(columns, None)
        if across is not None:
            return above, across
        total = self._total_row(row, column)
        level = None if total is None else self._above(total, column)
        return None if level is None else (level, column)

    def _total_row(self, row: Row, column: Column) -> Row | None:
        """Return the only row of all parts, of which the share in a column is 100 %."""
        found = [each for each in self._rows if each.band == row.band and is_whole(each.own) and _is_all(each, column)]
        return found[0] if len(found) == 1 else None


def whole_of_title(ident: str, title: str) -> PartialRecord:
    """Return the indicator of the total that a title names, of which a table has only shares."""
    name, unit = without_share_head(title), counted_by_title(title)
    fields: dict[str, object] = {
        "id": ident,
        "name": PartialRecord(Text, {"vi": name or gap("what the shares are parts of", "tổng của các tỷ trọng là gì")}),
        "unit": unit or gap(f"the unit of “{name}”", f"đơn vị của “{name}”"),
        "kind": gap("whether it is a stock, a flow or a rate", "chỉ tiêu thời điểm, thời kỳ hay tỷ lệ"),
    }
    return PartialRecord(Indicator, fields, origin=ident, proposed=["name"] * bool(name))


def _states_shares(title: str) -> bool:
    """Return whether a title begins with shares of a total, and does not also name a rate."""
    words = title.split()
    return is_share_head(title, of_any=True) and not any(
        is_ratio_label(" ".join(words[at:])) for at in range(1, len(words))
    )


def _number(row: Row, column: Column) -> Decimal:
    return row.numbers[column.number][0]


def _is_all(row: Row, column: Column) -> bool:
    return column.number in row.numbers and _number(row, column) == _ALL


def _is_share_of(column: Column, before: Column) -> bool:
    """Return whether a head is only that of shares, perhaps of what the column before it measures."""
    named = column.measure.casefold().removesuffix(before.measure.casefold())
    return is_share_head(named)
