"""A column of a table, and what its head states."""

from __future__ import annotations

from typing import Final, final

from attrs import frozen

from aseansc.periods import Time
from aseansc.vietnamese.tables import ColumnRole, Head

NAMING: Final = (ColumnRole.SERIAL, ColumnRole.LABEL, ColumnRole.UNIT)
LEVELS: Final = (ColumnRole.ACTUAL, ColumnRole.TARGET)
ASIDE: Final = (*NAMING, ColumnRole.NOTE)


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
