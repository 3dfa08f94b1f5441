"""Pairs of columns for the period of a report and the one just before it: *Giá kỳ này* beside *Giá kỳ trước*."""

from __future__ import annotations

from itertools import permutations

from attrs import evolve

from aseansc.documents._column import ASIDE, Column
from aseansc.periods import Period, Time
from aseansc.vietnamese.tables import ColumnRole, has_percent_sign, rises, without_period


def with_periods_before(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return columns of which those of a period and the one before it are levels, which a change behind them compares.

    The one before a month is a month, and the one before another time of the title is open. The times of weeks are not
    that of the title.
    """
    plain = (each for each in columns if each.role not in ASIDE and not each.head.compared)
    stated = [(each, period) for each in plain if (period := without_period(each.header)) is not None]
    pairs = [
        (before, now)
        for (before, first), (now, second) in permutations(stated, 2)
        if first[:2] == second[:2] and first[2] > second[2]
    ]
    if len(pairs) != 1:
        return columns
    before, now = pairs[0]
    time = before.time or _month_before(now.time)
    if time is None and now.time is not None:
        return columns
    found = {
        before.number: evolve(_level(before), time=time, is_undated=time is None),
        now.number: evolve(_level(now), before=before.number, is_undated=now.time is None),
    }
    now = found[now.number]
    behind = {each.number: _change(each, now) for each in columns if each.number > max(found)}
    return tuple((found | behind).get(each.number, each) for each in columns)


def _level(column: Column) -> Column:
    head = evolve(column.head, role=ColumnRole.ACTUAL, doubtful=False)
    return evolve(column, role=ColumnRole.ACTUAL, head=head)


def _month_before(time: Time | None) -> Period | None:
    """Return the month before a month; ``None`` for another time."""
    if not isinstance(time, Period) or time.months != 1:
        return None
    months = time.start.year * 12 + time.start.month - 2
    return Period.parse(f"{months // 12}-M{months % 12 + 1:02}")


def _change(column: Column, now: Column) -> Column:
    """Return a growth in percent as that of a level from the period before; another column as it is."""
    if not has_percent_sign(column.header) or not rises(column.header) or column.head.base is not None:
        return column
    head = evolve(column.head, compared=True, grown=True, doubtful=False)
    return evolve(column, role=ColumnRole.UNKNOWN, measure="", level=now.number, base=now.before, head=head)
