"""The values and times of cells that compare levels: attainments, relative changes and differences."""

from __future__ import annotations

from typing import final

from aseansc._decimals import EXACT
from aseansc.documents._column import Column
from aseansc.documents._columns import Block
from aseansc.documents._compared_rows import ComparedRows
from aseansc.documents._comparisons import UNSUPPORTED, Comparison, Fit, fit_of
from aseansc.documents._gaps import gap, time_of
from aseansc.documents._row import Known, Number, Row
from aseansc.documents._scopes import Scope
from aseansc.drafts import Gap
from aseansc.periods import Period, Time, TimeBasis
from aseansc.units import UnitKind, percent, year
from aseansc.values import Attainment, Change, RelativeChange, RelativeForm, difference_unit
from aseansc.vietnamese.tables import ColumnRole, read_unit, states_percent


@final
class ComparedValues:
    """The values and times of the comparisons in a part of a table.

    Args:
        block: the part.
        scope: what its cells take from the lines around them.
    """

    def __init__(self, block: Block, scope: Scope) -> None:
        self._block = block
        self._scope = scope

    def level_of(self, compared: Comparison) -> Column | None:
        """Return the column of the level that is compared."""
        return next((column for column in self._block.columns if column.number == compared.level), None)

    def time(self, row: Row, column: Column, compared: Comparison) -> tuple[Time | Gap, TimeBasis | Gap]:
        """Return the time of a comparison: that of an average, of its row or its head, or of its level."""
        level = self.level_of(compared)
        if not column.head.compared:  # growth of a row
            return time_of(self._scope, row, column)
        if compared.time is not None:
            return compared.time, TimeBasis.STATED if column.time is not None else TimeBasis.CARRIED
        timed = row if row.time is not None or row.section_time is not None else None
        is_own = column.time is not None and not (compared.shown and level is not None and level.time is not None)
        if level is not None and not is_own and (found := self._scope.times.of(row, level)) is not None:
            return found
        return time_of(self._scope, timed, column if is_own or level is None else level)

    def question(self, row: Row, column: Column, compared: Comparison) -> tuple[str, str] | None:
        """Return what to ask about a number that agrees with its levels in another way than its column."""
        level, base = row.numbers.get(compared.level), row.numbers.get(compared.base)
        if level is None or base is None:
            return None
        return _question(fit_of(row.numbers[column.number][0], level[0], base[0], compared), compared)

    def may_be_mean(self, row: Row, compared: Comparison) -> bool:
        """Return whether the average growth of a column may be a mean in a row, whose levels are shares."""
        unit = self._unit_of_level(row, compared)
        return compared.years > 1 and unit is not None and unit[0].kind is UnitKind.SHARE

    def value(self, row: Row, column: Column, compared: Comparison) -> Attainment | RelativeChange | Change | Gap:
        """Return what a number states of its level and its base, or what to ask about it."""
        printed = row.numbers[column.number]
        number = printed[0]
        if compared.fit is not Fit.DIFFERENCE and not self._is_in_percent(row, column, compared):
            return gap(f"the unit of {number}; percent is not certain", f"đơn vị của {number}; chưa chắc là %")
        if (
            compared.fit is Fit.GROWTH
            and not (compared.base or compared.time)
            and self._is_of_years(row, column, compared)
        ):
            return gap(
                f"whether {number} is the growth over all years, or of each one",
                f"{number} là tốc độ tăng của cả giai đoạn hay mỗi năm",
            )
        unit = self._unit_of_level(row, compared) or (None if compared.level else self._unit_of_change(row, column))
        return _stated(printed, compared, unit)

    def value_in_rows(self, row: Row, column: Column, rows: ComparedRows) -> Attainment | RelativeChange | Change | Gap:
        """Return what a number states of the rows above it, or what to ask about it."""
        number, level, base = (each.numbers.get(column.number) for each in (row, rows.level, rows.base))
        if number is None or level is None or base is None:
            return gap("the levels that are compared", "các mức được so sánh")
        question = _question(fit_of(number[0], level[0], base[0], rows.how), rows.how)
        if question is not None:
            return gap(*(words.format(number=number[0], head=row.printed_label) for words in question))
        return _stated(number, rows.how, self._scope.unit(rows.level, column))

    def _is_in_percent(self, row: Row, column: Column, compared: Comparison) -> bool:
        """Return whether a number is a percentage: the rows show it, or else the head, the row or a line states it."""
        if not column.head.compared or (compared.shown and compared.time is None):  # growth of a row is
            return True
        known = self._scope.unit(row, column)
        if compared.fit is Fit.GROWTH and known is not None and known[0].kind is UnitKind.SHARE:
            return False  # percent, or percentage points
        lines = (column.header, row.own, row.band, row.printed, *self._block.titles, *self._alike(column, compared))
        in_cell = row.numbers[column.number][2]
        is_stated = any(map(states_percent, lines)) if in_cell is None else in_cell[0] == percent
        return is_stated and (compared.shown is None or compared.time is not None)

    def _alike(self, column: Column, compared: Comparison) -> tuple[str, ...]:
        """Return a head that states percent beside a change without rows that show it, if all others like it do."""
        others = [each.header for each in self._block.columns if each.role is column.role and each is not column]
        is_alike = compared.fit is Fit.RATIO and column.role is ColumnRole.CHANGE and all(map(states_percent, others))
        return tuple(others[:1]) if is_alike else ()

    def _is_of_years(self, row: Row, column: Column, compared: Comparison) -> bool:
        """Return whether the time of growth, or else that of the title, is one of several years, not of each one."""
        own = self.time(row, column, compared)[0]
        time = self._block.times.known if isinstance(own, Gap) else own
        return isinstance(time, Period) and time.start.year < time.end.year

    def _unit_of_change(self, row: Row, column: Column) -> Known | None:
        """Return the unit in the head of a difference, if it is of the kind of the unit of the row."""
        stated, own = read_unit(column.unit), self._scope.unit(row, column)
        if stated is None or own is None or own[0] == stated[0]:
            return stated
        return stated if own[0].kind is stated[0].kind is not UnitKind.COUNT else None

    def _unit_of_level(self, row: Row, compared: Comparison) -> Known | None:
        """Return the unit of the level that is compared."""
        level = self.level_of(compared)
        return None if level is None else self._scope.unit(row, level)


def _question(fit: Fit, compared: Comparison) -> tuple[str, str] | None:
    """Return what to ask about a number that agrees with its levels in another way than its column."""
    if fit is Fit.NONE and compared.years > 1:
        return UNSUPPORTED
    return None if fit is compared.fit else fit.question


def _stated(printed: Number, compared: Comparison, unit: Known | None) -> Attainment | RelativeChange | Change | Gap:
    """Return what a number states of a level in a unit."""
    number = printed[0]
    if compared.fit is not Fit.DIFFERENCE:
        return _ratio(printed, compared)
    if unit is None:
        return gap(f"the value; {number} is not possible here", f"giá trị; {number} không hợp lệ ở đây")
    return _difference(printed, unit)


def _difference(printed: Number, unit: Known) -> Change:
    """Return a difference of levels in their unit."""
    number, qualifier, _, upper = printed
    power, of = unit[1].adjusted(), difference_unit(unit[0])
    high = None if upper is None else EXACT.scaleb(upper, power)
    return Change(magnitude=EXACT.scaleb(number, power), unit=of, qualifier=qualifier, upper=high)


def _ratio(printed: Number, compared: Comparison) -> Attainment | RelativeChange:
    """Return a percentage of a plan or of an earlier level."""
    number, qualifier, _, upper = printed
    if compared.role is not ColumnRole.ATTAINMENT:
        form = RelativeForm.TO if compared.fit in (Fit.RATIO, Fit.AVERAGE) else RelativeForm.BY
        unit = percent / year if compared.time else percent
        return RelativeChange(magnitude=number, upper=upper, qualifier=qualifier, unit=unit, form=form)
    if compared.fit is Fit.GROWTH:
        than = "under_plan" if number < 0 else "over_plan"
        return Attainment(magnitude=number.copy_abs(), unit=percent, qualifier=qualifier, upper=upper, form=than)
    return Attainment(magnitude=number, unit=percent, qualifier=qualifier, upper=upper)
