"""A row of a table, and what its label and the lines above it state."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from attrs import define, field

from aseansc.periods import Time
from aseansc.units import Unit
from aseansc.values import Qualifier
from aseansc.vietnamese.tables import ColumnRole

Known: TypeAlias = tuple[Unit, Decimal]
"""A unit, and the number that a cell in it is multiplied by."""

Number: TypeAlias = tuple[Decimal, Qualifier, Known | None, Decimal | None]
"""A number, its qualifier, the unit that its cell states, such as percent, and the upper end if it is a range."""


@define
class Row:
    """A row with numbers.

    Args:
        number: its number in the table, from 1.
        label: its label with those of the rows that it belongs to, from the outside in.
        own: its own label, or the name of its indicator if its label is only a role.
        printed_label: its own label as it is printed.
        printed: its unit as printed in the unit column, or in the line above that states the unit.
        repeated: the label of the row whose unit a sign in its unit column repeats.
        has_own_unit: whether that unit is its own, not that of a line above.
        is_flow: whether its label is that of an indicator that sums up over a period.
        place: the name of the place that its label is, if it is one.
        band: the lone line above it that says what the rows below measure, such as *Cơ cấu*.
        time: the time that its label is, if it is one.
        is_provisional: whether that time is printed as provisional.
        is_estimated: whether it is printed as estimated.
        above: the number of the row that it belongs to; 0 if there is none.
        is_listed: whether its label or the line above states that it is a part: *Trong đó*.
        is_between: whether its unit is that of a line between the rows.
        has_several: whether the lines of its label state different units, each for one of several numbers in a cell.
        role: what its numbers state, if its label is only a role: *Kế hoạch* below *Thu ngân sách*, *TH/KH (%)*;
            unknown if its label begins with words for a plan.
        subject: the number of the row that names its indicator: its own, or that above a role.
        own_time: the time in its label, if there is one beside other words: *Dân số năm 2017*.
        section_time: the time that a line above it states for the rows below, such as *Năm 2018*.
        is_planned: whether a line above it announces plans or forecasts: *Phương án 1*.
        is_undated: whether a line above it states a part of a year, and nothing the year.
        numbers: its numbers by column.
        times: the times by column that notes with the marks of its numbers state.
        units: the units by column of a section above it, as printed: *A. Hành khách*, *Nghìn HK*, *Triệu HK.km*.
    """

    number: int
    label: str
    own: str
    printed: str
    has_own_unit: bool
    is_flow: bool
    place: str = ""
    band: str = ""
    time: Time | None = None
    is_provisional: bool = False
    is_estimated: bool = False
    above: int = 0
    is_listed: bool = False
    is_between: bool = False
    has_several: bool = False
    role: ColumnRole | None = None
    subject: int = 0
    own_time: Time | None = None
    section_time: Time | None = None
    is_planned: bool = False
    is_undated: bool = False
    printed_label: str = ""
    numbers: dict[int, Number] = field(factory=dict[int, Number])
    times: dict[int, Time] = field(factory=dict[int, Time])
    units: dict[int, str] = field(factory=dict[int, str])
    repeated: str = ""
