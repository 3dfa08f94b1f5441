"""Relate figures that are given in turn, by *lần lượt*, to the figures that are listed before them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import evolve

from aseansc.errors import bug
from aseansc.periods import Period
from aseansc.units import percent
from aseansc.values import RelativeChange
from aseansc.vietnamese._indicators import Indicators
from aseansc.vietnamese._item import Item
from aseansc.vietnamese._said import Said
from aseansc.vietnamese._said_of import repeats_list, unit_of_change

_MONTHS: Final = 12


def relate_in_turn(item: Item, said: Said, indicators: Indicators) -> bool:
    """Leave open what a change or a percent is said of by its place in a list: tăng lần lượt là 3% và 5%.

    Args:
        item: the figure.
        said: what its sentence says.
        indicators: the indicators of the report.

    Returns:
        whether the figure is one of several that are given in turn.
    """
    if item not in said.in_turn:
        return False
    _read_as_first(item, said.in_turn[0])
    _ask_times(said.in_turn)
    if item.is_attainment:
        for other in said.in_turn[:-1]:  # bằng lần lượt 98%, 101% và 102% kế hoạch
            _make_attainment(other, said, indicators)
    elif item.is_change:
        item.measured = indicators.of(item, "", unit_of_change(item))
        listed = said.listed_before(item)
        is_same = all(one.words.goes_on or one.words.joint for one in said.in_turn)
        _relate_to_listed(said.in_turn, listed, indicators, is_same=is_same)
    else:
        item.measured = indicators.of(item, "", item.unit)
        listed = said.listed_before(said.in_turn[0], item.unit)
        is_same = listed != [] and repeats_list(said.in_turn[0], listed[0])
        _relate_to_listed(said.in_turn, listed, indicators, is_same=is_same)
    return True


def _read_as_first(item: Item, first: Item) -> None:
    """Read a percent as a change like the first one in turn: tốc độ tăng lần lượt là 6,1%, 5,3%, 6,8%."""
    number, value = item.figure.magnitude, first.value
    is_open = item.value is None and item.unit == percent and isinstance(number, Decimal)
    if is_open and isinstance(value, RelativeChange) and isinstance(number, Decimal) and value.magnitude > 0:
        item.value = evolve(value, magnitude=number, qualifier=item.figure.qualifier)
        item.may_be_attainment = False


def _ask_times(items: list[Item]) -> None:
    """Ask the times of figures, one for each year of a time: các năm 2012-2014 lần lượt là 6%, 5%, 7%."""
    time = items[0].figure.time
    if isinstance(time, Period) and len(items) > 1 and time.months == _MONTHS * len(items):
        for item in items:
            item.figure = evolve(item.figure, time=None, time_basis=None)
            item.named_time, item.named_at, item.own_times = None, item.start, len(items)


def _relate_to_listed(items: list[Item], listed: list[Item], indicators: Indicators, *, is_same: bool) -> None:
    """Give figures in turn the indicators of as many levels before them: 38% và 62% (năm trước lần lượt 40% và 60%).

    So are changes of these levels: xuất khẩu 19 tỷ USD, nhập khẩu 14 tỷ USD, giảm lần lượt 2% và 6%.
    """
    for item, other in zip(items, listed, strict=True) if is_same and len(listed) == len(items) else ():
        if item.measured is None:
            raise bug(item)
        indicators.measured.remove(item.measured)
        item.measured, item.level = other.measured, other if item.is_change else item.level
    for item in items[:-1] if len(items) > len(listed) else ():
        if item.measured is not None and item.measured.first is not item:
            item.measured, item.level = indicators.of(item, "", item.unit), None  # there are more than were listed


def _make_attainment(item: Item, said: Said, indicators: Indicators) -> None:
    """Read a percent of a list as one of a plan, which only the last of them names."""
    if item.is_attainment or item.unit != percent or item.measured is None or item.measured.first is not item:
        return
    indicators.measured.remove(item.measured)
    said.levels.remove(item)
    item.measured, item.level, item.may_be_attainment = None, None, True
