"""Read the kind of a level from the figures around it: the whole that it is a part of, or what its money is for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from aseansc.indicators import IndicatorKind
from aseansc.periods import TimeCollection
from aseansc.units import UnitKind
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._kinds import RECEIVED, is_turn, kind_of_label, kind_of_part
from aseansc.vietnamese._lexicon import drafting as lexicon, said_of as said
from aseansc.vietnamese._lexicon.places import PLACES
from aseansc.vietnamese._name_forms import lowered
from aseansc.vietnamese._names import names_crop
from aseansc.vietnamese._naming import starts_with_action
from aseansc.vietnamese._said_of import are_counts

_WITH_CAPACITY: Final = re.compile(said.WITH_CAPACITY, re.IGNORECASE)
_THERE_IS: Final = re.compile(lexicon.THERE_IS, re.IGNORECASE)
_REGISTERED: Final = re.compile(said.REGISTERED, re.IGNORECASE)


def kind_of_level(item: Item, name: str, part: str, levels: Iterable[Item]) -> IndicatorKind | None:
    """Return the kind that the figures around a level show, if they do.

    Args:
        item: the level.
        name: its name.
        part: the word that announces the parts of a whole, if one does.
        levels: the levels before it, the nearest first.
    """
    words, unit = item.words, item.unit
    persons = f"{lexicon.NUMBER_OF} {lexicon.PERSON} "
    is_counted = words.subject.capitalize().startswith(persons)  # số người được cấp sổ, up to a day
    if (name.startswith(persons) and not is_counted and starts_with_action(words.subject)) or (
        words.joint == lexicon.FOR and starts_with_action(name)
    ):
        return IndicatorKind.FLOW  # mở 45 lớp cho 1.350 lao động
    is_part = item.whole is not None and (words.is_part or part in lexicon.ALL_PARTS)
    whole = item.whole.measured if item.whole is not None and is_part else None
    if whole is not None and whole.kind is not None and are_counts(unit, whole.unit):
        return kind_of_part(words, whole.kind)
    if item.has_whole and unit is not None and unit.code in PLACES:
        return IndicatorKind.STOCK
    alike = _alike_in_kind(item, name, levels)
    return None if alike is None else alike.kind


def add_kind_in_list(measured: Measured, item: Item, last: Item | None, level: Item | None) -> None:
    """Give an indicator of unknown kind that of the level right before its count, which it goes on with.

    Tặng bằng khen cho 5 tập thể, 3 cá nhân; 187 doanh nghiệp đang hoạt động với 34.700 lao động. So has a capacity
    that of what has it: hoàn thành 2 dự án với công suất 176 MW.

    Args:
        measured: the indicator.
        item: its count.
        last: the figure before it in its sentence.
        level: the level before it in its sentence.
    """
    of = None if last is None or last is not level else last.measured
    if last is None or of is None:
        return
    if are_counts(last.unit) and _WITH_CAPACITY.match(item.words.clause):
        measured.kind = of.kind or (measured.kind if _is_there(item, last) else None)
    if not _is_listed(item, last):
        return
    is_of_place = item.unit is not None and item.unit.code in PLACES
    if item.words.joint == "," and of.kind is None and measured.first is item and not is_of_place:
        measured.kind = None  # đã có 6 tập thể đạt danh hiệu, 50 cán bộ tiên tiến
    if measured.kind is None and _goes_with(item, last):
        measured.kind = of.kind if of.kind is not IndicatorKind.RATE else None


def _is_listed(item: Item, last: Item) -> bool:
    """Return whether a figure has no words of its own, and goes on with the one before it: 8 tỷ USD và 2 tỷ USD."""
    is_amount = item.unit == last.unit and item.words.joint == ","
    return not item.words.subject and not item.words.is_part and (are_counts(item.unit) or is_amount)


def _is_there(item: Item, level: Item) -> bool:
    """Return whether a level is said to be there, and a figure beside it is not added up to a day."""
    return item.figure.collection is not TimeCollection.TO_DATE and _THERE_IS.search(level.words.verb) is not None


def _goes_with(item: Item, level: Item) -> bool:
    """Return whether a count is the next of a list, or of those that something has or that come in turns."""
    words, unit = item.words, item.unit
    if lexicon.WITH in (words.joint, words.verb) and words.joint != ",":
        kind = None if level.measured is None else level.measured.kind
        is_there = kind is IndicatorKind.STOCK and (unit is None or unit.code not in RECEIVED)
        return is_there or is_turn(level.unit)  # not: kiểm tra 77 hộ với 289 con bò
    is_same = words.verb == level.words.verb and unit == level.unit
    return words.joint == "," and (is_same or (not words.verb and are_counts(level.unit)))


def _alike_in_kind(item: Item, name: str, levels: Iterable[Item]) -> Measured | None:
    """Return the indicator whose kind is also that of its money, or of an area of a crop after it.

    Args:
        item: the money or the area.
        name: its name.
        levels: the levels before it, the nearest first.
    """
    if item.unit is not None and item.unit.kind is UnitKind.MONEY:
        last = next(iter(levels), None)  # có 41 dự án với tổng vốn đăng ký 595 triệu USD
        is_owed = kind_of_label(name.partition(": ")[0], item.unit) is IndicatorKind.STOCK  # với số tiền nợ 14 tỷ đồng
        is_of_it = last is not None and not is_owed and are_counts(last.unit) and _is_money_of(name, last)
        return last.measured if last is not None and is_of_it else None
    if not names_crop(item.words, item.unit):
        return None
    return next((one.measured for one in levels if one.unit == item.unit and one.measured is not None), None)


def _is_money_of(name: str, level: Item) -> bool:
    """Return whether a name is that of registered capital, or of the money for a level: tổng số tiền: bồi thường."""
    of = "" if level.measured is None else level.measured.name
    return _REGISTERED.search(name.partition(": ")[0]) is not None or (of != "" and name.endswith(f": {lowered(of)}"))
