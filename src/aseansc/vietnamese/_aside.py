"""Find the level that a plan or an earlier level beside a percent is of: đạt 92,6% kế hoạch (500 ha).

The percent says which level is meant if it is the quotient of the two; otherwise nothing is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from attrs import evolve

from aseansc.indicators import Direction
from aseansc.observations import Status
from aseansc.periods import Period, Time
from aseansc.units import percent
from aseansc.values import Attainment, Qualifier, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._figure import Doubt, PrintedFigure
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._lexicon import said_of as said
from aseansc.vietnamese._name_forms import folded
from aseansc.vietnamese._naming import Words

_EXCEEDS: Final = re.compile(said.EXCEEDS, re.IGNORECASE)
_LAST_YEAR: Final = re.compile(said.LAST_YEAR, re.IGNORECASE)
_MORE: Final = re.compile(said.MORE_THAN, re.IGNORECASE)
_LESS: Final = re.compile(said.LESS_THAN, re.IGNORECASE)
_MOVED_TO: Final = re.compile(said.MOVED_TO, re.IGNORECASE)
_HUNDRED: Final = Decimal(100)
_ALL: Final = 3
"""A share, a part and a total."""
_NEARLY: Final = 10
"""The part of a quotient by which a printed share may differ from it."""
_YEAR: Final = 12


def is_beside(item: Item, last: Item, levels: list[Item]) -> bool:
    """Return whether a level is a plan or an earlier level beside a percent, or beside the name of an exceeded plan.

    Args:
        item: the level.
        last: the figure before it in its sentence.
        levels: the levels before it in its sentence, the nearest first.
    """
    words = item.words
    is_alone = isinstance(item.value, Value) and item.figure.out_of is None
    if not is_alone or words.is_part or folded(words.subject) not in said.PLAN_HEADS:
        return False
    if isinstance(last.value, Attainment):
        is_sure = item.is_plan and any(one.unit == item.unit for one in levels)
        may_be_plan = item.figure.doubt is Doubt.STATUS or level_of(item, last, levels) is not None
        return (is_sure or (words.in_bracket and may_be_plan)) and not words.is_apart
    if isinstance(last.value, RelativeChange):
        return item.figure.time is None and not item.is_plan and is_of_last_year(words)
    return item.is_plan and words.in_bracket and levels != [] and _is_part(levels[0])


def is_compared(item: Item, level: Item) -> bool:
    """Return whether a level in a bracket is that of the year before, without a change: thấp hơn cùng kỳ (52,3%)."""
    is_alike = isinstance(item.value, Value) and item.unit == level.unit and level.measured is not None
    return is_alike and item.figure.time is None and not item.words.subject and is_of_last_year(item.words)


def is_as_said(before: Item, level: Item) -> bool:
    """Return whether a level is more or less than one of the year before as the words say: ít hơn cùng kỳ (15 vụ)."""
    if not isinstance(before.value, Value) or not isinstance(level.value, Value):
        return False
    difference = level.value.magnitude - before.value.magnitude
    words = before.words.clause
    return not (_MORE.search(words) and difference <= 0) and not (_LESS.search(words) and difference >= 0)


def is_of_last_year(words: Words) -> bool:
    """Return whether a bracket holds the level of the year before: tăng 10,2% so với cùng kỳ (420 ha)."""
    return words.in_bracket and _LAST_YEAR.search(words.clause) is not None


def level_of(item: Item, last: Item, levels: Iterable[Item]) -> Item | None:
    """Return the level that a plan or an earlier level is of; `None` if no level fits, or several do.

    Args:
        item: the plan or the earlier level.
        last: the figure before it in its sentence.
        levels: the levels before it in its sentence.
    """
    alike = [one for one in levels if one.unit == item.unit and not one.is_plan and one.measured is not None]
    if not isinstance(last.value, Attainment | RelativeChange):
        alike = [one for one in alike if not _is_part(one) and _is_exceeded(item, one)]
    else:
        alike = [one for one in alike if _is_quotient(one, item, last)]
    return alike[0] if len(alike) == 1 else None


def as_plan(figure: PrintedFigure) -> PrintedFigure:
    """Return a plan beside what was reached of it, which is not estimated, and in a part of a year may be of the year.

    Tám tháng ước đạt 1.468,5 tỷ đồng, bằng 65,7% dự toán HĐND tỉnh giao (2.235 tỷ đồng).
    """
    time = figure.time
    is_part = isinstance(time, Period) and time.months is not None and time.months < _YEAR
    figure = evolve(figure, time=None, time_basis=None, collection=None) if is_part else figure
    return evolve(figure, statuses=tuple(one for one in figure.statuses if one is Status.PLANNED))


def _is_part(level: Item) -> bool:
    """Return whether a level is a part of another one: trong đó 120 hộ nghèo."""
    return level.whole is not None or level.words.is_part


def _is_exceeded(plan: Item, level: Item) -> bool:
    """Return whether a level is better than a plan that is exceeded, by the words before it."""
    if not isinstance(plan.value, Value) or not isinstance(level.value, Value) or level.measured is None:
        return False
    if not _EXCEEDS.search(plan.words.clause):
        return True
    if level.measured.better is Direction.DOWN:
        return level.value.magnitude < plan.value.magnitude
    return level.value.magnitude > plan.value.magnitude


def _is_quotient(level: Item, base: Item, of: Item) -> bool:
    """Return whether a level is a percent of another one, as exactly as the three are printed."""
    times = _times(of.value)
    if times is None or not isinstance(level.value, Value) or not isinstance(base.value, Value):
        return False
    if {one.qualifier for one in (level.value, base.value)} != {Qualifier.EXACT}:
        return False
    low, high = _span(base.value)
    least, most = _span(level.value)
    return low * times[0] <= most and least <= high * times[1]


def _times(value: object) -> tuple[Decimal, Decimal] | None:
    """Return between which numbers a level is multiplied by a percent; `None` if it has a qualifier."""
    if not isinstance(value, Attainment | RelativeChange) or value.qualifier is not Qualifier.EXACT:
        return None
    if isinstance(value, Attainment):
        number = value.of_plan.magnitude
    elif value.unit == percent:
        number = value.magnitude + (0 if value.form is RelativeForm.TO else _HUNDRED)
    else:
        return None
    half = value.resolution / 2
    return (number - half) / _HUNDRED, (number + half) / _HUNDRED


def _span(value: Value) -> tuple[Decimal, Decimal]:
    half = value.resolution / 2
    return value.magnitude - half, value.magnitude + half


def year_before(time: Time | None) -> Period | None:
    """Return the year before a year; `None` for another time."""
    is_year = isinstance(time, Period) and time.months == _YEAR and time.start.year == time.end.year
    return Period.year(time.start.year - 1) if isinstance(time, Period) and is_year else None


def find_total(share: Item, part: Measured, levels: list[Item]) -> None:
    """Find which levels before a share may count all of which it is one: có 11.486 hộ; 4.871 hộ nghèo, chiếm 42,41%.

    Args:
        share: the share; words after it name nothing else.
        part: the indicator of the level that it is said of.
        levels: the levels before it in its sentence, the nearest first.
    """
    of, rate = next((one for one in levels if one.measured is part), None), share.measured
    if (
        rate is None
        or rate.denominator is not None
        or of is None
        or share.words.tail
        or share.words.of_all
        or of.breakdown
    ):
        return
    whole = [one for one in levels if one.measured is not part and _may_be_total(one, of) and _fits(share, of, one)]
    found = {id(one.measured): one.measured for one in whole}
    totals = tuple(one for one in found.values() if one is not None)
    rate.denominator = totals[0] if len(totals) == 1 else None
    rate.denominators = totals if len(totals) > 1 else ()


def _may_be_total(level: Item, part: Item) -> bool:
    """Return whether a level may count all of which another level counts some."""
    is_same = level.unit == part.unit and level.circumstances == part.circumstances and not level.is_plan
    if not is_same or _is_part(level) or not isinstance(level.value, Value) or not isinstance(part.value, Value):
        return False
    return level.value.magnitude > part.value.magnitude


def _fits(share: Item, part: Item, total: Item) -> bool:
    """Return whether a share is nearly the quotient of a part and a total; one of them may be misprinted."""
    values = [one.value for one in (share, part, total) if isinstance(one.value, Value)]
    if len(values) < _ALL or not values[2].magnitude:
        return True  # nothing contradicts it
    quotient = values[1].magnitude / values[2].magnitude * _HUNDRED
    return abs(values[0].magnitude - quotient) <= quotient / _NEARLY


def may_be_change_wanted(item: Item, before: Iterable[Item]) -> bool:
    """Return whether a percent that is planned may be a change that is wanted, since a change is printed before it.

    Examples: tỷ lệ hộ nghèo giảm 5,62 điểm %, vượt chỉ tiêu giao (4%); giảm còn 42%, vượt chỉ tiêu (4%).

    Args:
        item: the level.
        before: the figures before it in its sentence, the nearest first.
    """
    words = item.words
    is_percent = item.is_plan and item.unit == percent and isinstance(item.value, Value) and not words.noun
    if not is_percent or not words.in_bracket or folded(words.subject) not in said.PLAN_HEADS:
        return False
    last = next((one for one in before if not one.is_attainment), None)
    return last is not None and (last.is_change or _MOVED_TO.search(last.words.verb) is not None)
