"""Decide how figures fill their times: the end of a stock, the total of a flow, or what was added up to a day."""

from __future__ import annotations

import re
from typing import Final

from aseansc.indicators import IndicatorKind
from aseansc.periods import AsOf, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.units import UnitKind, year
from aseansc.values import Change, RelativeChange
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._lexicon.drafting import MEAN, STOCK_NAMES
from aseansc.vietnamese._lexicon.said_of import INTEREST, OF_FLOW, OF_PERIOD

_YEAR: Final = 12
_MEAN: Final = re.compile(MEAN, re.IGNORECASE)
_OF_PERIOD: Final = re.compile(OF_PERIOD, re.IGNORECASE)
_OF_FLOW: Final = re.compile(OF_FLOW, re.IGNORECASE)
_STOCK_NAMES: Final = re.compile(rf"{STOCK_NAMES}|^{INTEREST}\b", re.IGNORECASE)
_AMOUNTS: Final = (UnitKind.MASS, UnitKind.VOLUME)
SUMS: Final = (TimeCollection.TOTAL, TimeCollection.TO_DATE)


def stated_collection(item: Item, basis: TimeBasis) -> TimeCollection | None:
    """Return how a figure is collected over its time as its own sentence states it."""
    stated = item.figure.collection
    if item.figure.time_basis is TimeBasis.CARRIED and stated is not None and not stated.is_repeated:
        stated = None
    time = item.figure.time
    if stated is None and item.is_up_to and isinstance(time, Period) and (time.months or _YEAR) < _YEAR:
        stated = TimeCollection.END  # đến tháng 6/2018
    is_sum = item.measured is not None and item.measured.kind is IndicatorKind.FLOW
    if item.words.moment is not None and (stated is None or not is_sum):
        stated = item.words.moment
    if basis is TimeBasis.ASSUMED and not is_sum and stated is not None and stated.is_point:
        return None  # an assumed time of a level is the end of the period
    return stated


def collected_in(
    time: Time | None, stated: TimeCollection | None, kind: IndicatorKind | None, period: Period | None
) -> tuple[Time | None, TimeCollection | None, bool]:
    """Return the time and the time collection of a figure, and whether the collection is stated."""
    if stated is not None and stated.is_repeated:
        return (time if isinstance(time, Period) else None), stated, True
    if kind is IndicatorKind.FLOW:
        return _summed(time, stated, period)
    if isinstance(time, AsOf):
        return time, None if kind is None else TimeCollection.AT, True  # a flow is added up to the day
    if stated is not None and stated.is_point and stated is not TimeCollection.AT:
        return time, stated, True
    return time, None if kind is None else TimeCollection.END, False


def _summed(
    time: Time | None, stated: TimeCollection | None, period: Period | None
) -> tuple[Time | None, TimeCollection, bool]:
    """Return the time and the time collection of a flow; one up to a day is summed from January or a longer period."""
    if isinstance(time, AsOf) or (stated is TimeCollection.END and isinstance(time, Period)):
        last = days_of(time)[1]
        is_within = period is not None and period.start <= last <= period.end
        january = last.replace(month=1, day=1)
        if period is not None and is_within and period.start < january and isinstance(time, AsOf):
            return None, TimeCollection.TO_DATE, False  # from the first day of the report, or from January
        first = min(period.start, january) if period is not None and is_within else january
        return Period(start=first, end=last), TimeCollection.TO_DATE, False
    return time, stated if stated in SUMS and stated is not None else TimeCollection.TOTAL, stated in SUMS


def is_of_period(item: Item) -> bool:
    """Return whether a level is a rate of what is added up over its time: cơ cấu kinh tế, thu nhập, năng suất.

    So is a mean price: giá xuất khẩu đạt trung bình 170 USD/tấn.
    """
    of = item.measured
    if of is None or of.kind is not IndicatorKind.RATE:
        return False
    unit = of.unit
    if unit is None or unit.kind is not UnitKind.QUOTIENT:
        return _OF_PERIOD.search(of.name or item.words.clause) is not None or _is_of_flow(item, of)
    below = {one.kind for one in unit.denominators}
    if UnitKind.MONEY in below:
        return False  # tỷ giá
    if unit.numerator.kind is UnitKind.MONEY and not below.isdisjoint(_AMOUNTS):
        return _MEAN.search(item.words.clause) is not None
    is_made = unit.numerator.kind in (UnitKind.MONEY, UnitKind.ENERGY, *_AMOUNTS) or UnitKind.DURATION in below
    return is_made and _STOCK_NAMES.search(of.name or item.words.clause) is None


def _is_of_flow(item: Item, of: Measured) -> bool:
    """Return whether a rate is a share of what is added up over its time."""
    whole = None if item.whole is None else item.whole.measured
    if any(one is not None and one.kind is IndicatorKind.FLOW for one in (of.numerator, of.denominator, whole)):
        return True
    return any(map(_OF_FLOW.match, (item.words.of_all, item.words.tail, item.words.after)))


def is_rate_up_to(item: Item, time: Time | None) -> bool:
    """Return whether a change is one per year up to a year, since when is open: đến năm 2025 giảm 3,8%/năm."""
    value = item.figure.value
    is_yearly = isinstance(value, Change | RelativeChange) and year in value.unit.denominators
    return is_yearly and item.is_up_to and isinstance(time, Period) and time.months == _YEAR
