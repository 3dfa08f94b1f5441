"""Relate figures that are given in turn, by *lần lượt*, to the figures that are listed before them."""

from __future__ import annotations

from aseansc.errors import bug
from aseansc.units import percent
from aseansc.vietnamese._indicators import Indicators
from aseansc.vietnamese._item import Item
from aseansc.vietnamese._said import Said
from aseansc.vietnamese._said_of import repeats_list, unit_of_change


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
    if item.is_attainment:
        for other in said.in_turn[:-1]:  # bằng lần lượt 98%, 101% và 102% kế hoạch
            _make_attainment(other, said, indicators)
    elif item.is_change:
        item.measured = indicators.of(item, "", unit_of_change(item))
    else:
        item.measured = indicators.of(item, "", item.unit)
        _relate_to_listed(said, indicators)
    return True


def _relate_to_listed(said: Said, indicators: Indicators) -> None:
    """Give levels in turn the indicators of as many before them: 38% và 62% (năm trước lần lượt 40% và 60%)."""
    levels = said.in_turn
    listed = said.listed_before(levels[0])
    is_same = len(listed) == len(levels) and repeats_list(levels[0], listed[0])
    for item, other in zip(levels, listed, strict=True) if is_same else ():
        if item.measured is None:
            raise bug(item)
        indicators.measured.remove(item.measured)
        item.measured = other.measured
    for item in levels[:-1] if len(levels) > len(listed) else ():
        if item.measured is not None and item.measured.first is not item:
            item.measured = indicators.of(item, "", item.unit)  # there are more than were listed


def _make_attainment(item: Item, said: Said, indicators: Indicators) -> None:
    """Read a percent of a list as one of a plan, which only the last of them names."""
    if item.is_attainment or item.unit != percent or item.measured is None or item.measured.first is not item:
        return
    indicators.measured.remove(item.measured)
    said.levels.remove(item)
    item.measured, item.level, item.may_be_attainment = None, None, True
