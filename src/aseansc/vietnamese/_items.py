"""The figures of a report while it is drafted: what each measures, and the figure that it is said of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, final

from attrs import evolve

from aseansc.errors import bug
from aseansc.indicators import IndicatorKind
from aseansc.observations import Status
from aseansc.units import UnitKind, per_mille, percent
from aseansc.values import RelativeChange, Value
from aseansc.vietnamese import _aside as aside, _said_of as said_of
from aseansc.vietnamese._comparisons import is_contribution, is_difference
from aseansc.vietnamese._done_before import words_as_done
from aseansc.vietnamese._figure import Doubt
from aseansc.vietnamese._in_turn import relate_in_turn
from aseansc.vietnamese._indicators import Indicators
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._kinds import kind_of_part
from aseansc.vietnamese._kinds_nearby import add_kind_in_list, kind_of_level
from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._lexicon.places import PLACES
from aseansc.vietnamese._listed_amounts import of_amount, units_of_amount
from aseansc.vietnamese._name_after import (
    begins_topic,
    name_after,
    name_in_whole,
    name_of_contribution,
    name_of_growth,
    name_of_level,
    named_part,
    of_incident,
    part_of_index,
)
from aseansc.vietnamese._name_forms import folded, key_of, lowered
from aseansc.vietnamese._names import (
    category_of,
    is_share_of_count,
    level_in,
    name_of,
    without_number,
)
from aseansc.vietnamese._naming import (
    is_of_itself,
    names_part,
    starts_with_action,
)
from aseansc.vietnamese._parts import ends_bracket, goes_on_with_parts, has_parts, is_of_other_time, lists_in_brackets
from aseansc.vietnamese._said import MOST_LEVELS, Said, done_by, is_above
from aseansc.vietnamese._seasons import Seasons
from aseansc.vietnamese._stated_places import without_place
from aseansc.vietnamese._windows import near_before


@final
class Items:
    """The figures of a report in order, and the indicators that are drafted for them."""

    def __init__(self, once: Callable[[str], str]) -> None:
        self.items: list[Item] = []
        self._indicators = Indicators(self.items, once)
        self._said = Said()
        self._seasons = Seasons()
        self._topic = ""
        """What the paragraph is about: Cây ngô: diện tích 72 ha, năng suất 56 tạ/ha."""

    @property
    def measured(self) -> list[Measured]:
        """The indicators in order."""
        return self._indicators.measured

    def add(self, item: Item) -> None:
        """Add a figure, and find its indicator and the level that it is said of."""
        self._read_words(item)
        item.is_plan = Status.PLANNED in item.figure.statuses
        self._relate(item)
        self._relate_points(item)
        self.items.append(item)
        if item.is_level and not item.is_whole and not item.is_aside:
            self._said.levels.append(item)
            self._said.is_after_bracket = False
        if item.measured is not None and item.is_level and isinstance(item.value, Value):
            item.measured.stated.setdefault(item.circumstances, item.value)
        if item.measured is not None:
            item.measured.has_plan |= item.is_plan

    def _read_words(self, item: Item) -> None:
        """Remember what the words before a figure say about those that follow it, and what they said before."""
        words = item.words
        if self._last(item) is None:
            self._begin_sentence(item)
        said = self._said
        item.time_above = said.above
        if said.is_split and item.named_at is None:
            item.named_at = item.sentence[0]  # năm 2015 là 19%, năm 2022 còn 8%; trong đó, nông thôn giảm 9%
        said.enter(item, len(self.items), is_first=self._last(item) is None)
        if begins_topic(words, self._topic):
            self._topic = words.head  # Cây ngô: diện tích 72 ha; cây lạc: diện tích 12 ha
        item.words = words = without_place(words, item.place)
        self._seasons.read(words, item.sentence)
        said.amount = words.amount or said.amount
        if item.unit is not None and item.unit.kind in units_of_amount(said.amount):
            item.words = words = of_amount(words, said.amount)
        said.done = done_by(words, said.done)

    def _begin_sentence(self, item: Item) -> None:
        in_paragraph = bool(self.items) and self.items[-1].paragraph == item.paragraph
        goes_on = in_paragraph and item.words.is_part
        above = self._said.time if goes_on else None
        times = {one.figure.time for one in self.items[-_FEW:] if one.sentence == self.items[-1].sentence}
        is_split = goes_on and len(times) > 1 and not times.isdisjoint({above})
        above = None if is_split else above
        self._said = Said(time=item.figure.time or above, above=above, is_split=is_split, opened=len(self.items))
        if item.words.head:
            self._topic = item.words.head
        if not in_paragraph:
            self._topic = item.words.head
            self._seasons.enter_paragraph(item.heading)

    def add_plan(self, item: Item, reached: Item) -> None:
        """Add the plan that is printed after what was reached of it: 902/850 ha."""
        if reached.measured is None:
            raise bug(reached)
        item.is_plan, item.measured = True, reached.measured
        self.items.append(item)
        reached.measured.has_plan = True

    def _relate(self, item: Item) -> None:
        level = self._level_before(item)
        said_of.read_share(item)
        said_of.repeat_change(item, self._last(item))
        said_of.read_planned_change(item, self._last(item))
        item.may_be_attainment = not item.is_change and said_of.is_of_plan(item, self._last_outside(item), level)
        if item.is_change:
            item.words = said_of.words_of_change(item.words)
        if self._relate_difference(item) or relate_in_turn(item, self._said, self._indicators):
            return
        if item.is_attainment:
            self._relate_attainment(item)
        elif item.is_change and said_of.is_contribution(item.words):
            item.measured = self._indicators.of(item, "", None)
        elif item.is_change:
            if not self._relate_to_change(item):
                self._relate_change(item, self._only_level(item))
        else:
            item.words = said_of.words_of_rate(item.words)
            item.is_bare, item.words = not item.words.subject, words_as_done(item, self._last(item), self._said)
            is_beside = self._relate_aside(item) or self._relate_place(item)
            if not is_beside and not self._relate_part(item, level):
                self._relate_level(item, level)
            item.may_be_change_wanted = aside.may_be_change_wanted(item, self._in_sentence(item))

    def _relate_difference(self, item: Item) -> bool:
        """Give a comparison with another thing, or a contribution to the change of a whole, an indicator of its own."""
        if not is_difference(item.figure) and not is_contribution(item.figure):
            return False
        name = name_of_contribution(self._last(item)) if is_contribution(item.figure) else ""
        item.measured = self._indicators.of(item, name, item.unit, IndicatorKind.RATE)
        return True

    def _relate_aside(self, item: Item) -> bool:
        """Relate a plan or an earlier level beside a percent to the level that they are of: đạt 92,6% KH (500 ha)."""
        last, levels = self._last(item), list(islice(self._said.levels_before(item), MOST_LEVELS))
        if last is not None and last in levels[:1] and aside.is_compared(item, last):
            item.is_aside, item.measured, item.breakdown = True, last.measured, last.breakdown
            item.later = last if aside.is_as_said(item, last) else None
            return True
        if last is None or not aside.is_beside(item, last, levels):
            return False
        found = aside.level_of(item, last, levels)
        item.is_aside, item.later = True, (found or last.level) if last.is_change else None
        if found is None or found.measured is None:
            item.measured = self._indicators.of(item, "", item.unit)
            return True
        item.measured, item.breakdown, item.is_plan = found.measured, found.breakdown, not last.is_change
        item.figure = aside.as_plan(item.figure) if item.is_plan else item.figure
        if last.is_attainment:
            last.measured, last.level = found.measured, found
        return True

    def _relate_points(self, item: Item) -> None:
        """Read a change after a percent of a plan as points between two such percents, if the later one fits.

        Đạt 115,7% kế hoạch, tăng 25,3% so với năm 2017 (năm 2017 đạt 90,4%): what changed is asked for.
        """
        change, reached = self._last(item), next(islice(self._in_sentence(item), 1, 2), None)
        if change is None or reached is None or not item.words.in_bracket:
            return
        points = said_of.points_between(reached, change, item)
        if points is not None:
            change.value, change.level, change.figure = points, None, evolve(change.figure, doubt=None)
            change.measured = self._indicators.of(change, "", percent, IndicatorKind.RATE)
            if item.is_level:
                item.measured = change.measured

    # -- the level before a figure

    def _last(self, item: Item) -> Item | None:
        """Return the figure before one in its sentence."""
        return self.items[-1] if self.items and self.items[-1].sentence == item.sentence else None

    def _last_outside(self, item: Item) -> Item | None:
        """Return the figure before one in its sentence, without those in the bracket before it."""
        before = self.items[self._said.opened - 1] if self._said.opened and self._said.is_outside(item) else None
        return before if before is not None and before.sentence == item.sentence else self._last(item)

    def _in_sentence(self, item: Item) -> Iterator[Item]:
        """Yield the last few figures of the sentence before a figure, the nearest first."""
        return (one for one in reversed(self.items[-_FEW:]) if one.sentence == item.sentence)

    def _level_before(self, item: Item) -> Item | None:
        """Return the last level of the sentence before a figure."""
        return next(self._said.levels_before(item), None)

    def _counted_before(self, item: Item) -> Iterator[Item]:
        """Yield the levels of the paragraph before a figure, the nearest first."""
        end = self._said.opened if self._said.is_outside(item) else len(self.items)
        for other in reversed(near_before(self.items, end, _FEW)):
            if other.paragraph == item.paragraph and other.is_level:
                yield other

    def _only_level(self, item: Item) -> Item | None:
        """Return the level that a change or an attainment is said of; `None` if it may be one of several.

        Of numbers with strokes between them it is the first: 27 tỷ đồng/98 hộ vay, tăng 5%. After a list of levels,
        only an amount in the unit of one of them is said of this one: 12 trường, 35 lớp, tăng 3 lớp.
        """
        levels = self._said.levels_before(item)
        listed: list[Item] = []
        for other in levels:
            listed.append(other)
            if other.words.joint != "/":
                break
        if item.is_change and item.unit not in (None, percent):
            alike = [other for other in (*listed, *islice(levels, 1)) if other.unit == item.unit]
            is_of_one = len(alike) == 1 or (alike != [] and not said_of.is_joined(alike[0], alike[1]))
            return alike[0] if is_of_one else None
        first = listed[-1] if listed else None
        return None if first is not None and first.words.joint and not item.words.in_bracket else first

    def _relate_attainment(self, item: Item) -> None:
        level = self._only_level(item) if item.words.goes_on else self._level_named(item)
        if level is not None and said_of.is_share_beside(level):
            level = next((one for one in self._said.levels_before(item) if not said_of.is_share_beside(one)), level)
        last = self._last(item)
        of_change = last is not None and last.is_change and level is not None and last.measured is not level.measured
        if of_change or (level is not None and (said_of.is_of_another(item, level) or level.is_mere_part)):
            return  # tỷ lệ hộ nghèo giảm 1,09%, đạt 72,6% kế hoạch: of the change; trong đó 312 nữ, đạt 103%: unclear
        item.level = level
        if level is not None and level.measured is not None:
            item.measured = level.measured
            level.measured.has_plan = True
            level.measured.better = level.measured.better or said_of.better_by_plan(item, level.measured)

    def _level_named(self, item: Item) -> Item | None:
        """Return the last level in the sentence, or the paragraph, whose indicator the words before a figure name."""
        key = key_of(item.words.subject)
        for other in reversed(self.items[-12:]):
            if other.is_level and other.measured is not None and key and key_of(other.measured.name) == key:
                return other
        return None

    # -- changes

    def _relate_to_amount(self, item: Item) -> bool:
        """Relate a change to the amount that the words after it name: 50 tấn, trị giá 2 tỷ đồng, tăng 8% về lượng."""
        amount, kind = said_of.amount_changed(item.words)
        if not amount:
            return False
        levels = islice(self._said.levels_before(item), MOST_LEVELS)
        item.level = next((one for one in levels if one.unit is not None and one.unit.kind is kind), None)
        if item.level is not None and item.level.measured is not None:
            item.measured = item.level.measured
            return True
        of, last = name_of_growth(item, ()), self._last(item)
        if not of and last is not None and last.is_change and last.measured is not None:
            of = last.measured.name.partition(": ")[2]
        item.measured = self._indicators.of(item, name_of_level(amount, lowered(of)) if of else "", None)
        return True

    def _relate_to_change(self, item: Item) -> bool:
        """Relate a change to the one before it, if it states the same: tăng 12 tỷ đồng (+5,04%), tăng 6% so cùng kỳ."""
        if self._relate_to_amount(item):
            return True
        last = self._last(item)
        if said_of.is_compared_growth(item.words):
            growth = said_of.growth_compared(item, self._in_sentence(item))
            item.measured = growth.measured if growth else self._indicators.of(item, "", said_of.unit_of_change(item))
            return True
        if last is None or not last.is_change or last.measured is None:
            return False
        is_same = item.words.goes_on and not item.words.tail and last.level is None and item.unit in (None, last.unit)
        is_repeated = item.words.in_bracket and not said_of.names_own(item.words)
        if not is_repeated and not is_same:
            return self._relate_change_of_place(item, last)  # tăng 5,23% (riêng công nghiệp tăng 2,95%)
        rate = self._rate_beside(item, last) if is_repeated else None
        item.measured, item.level = (rate.measured, rate) if rate is not None else (last.measured, last.level)
        if last.figure.doubt is Doubt.UNIT:  # tăng 129 vụ (7,56%): only the time of the percent was read
            last.figure = evolve(last.figure, time=item.figure.time, time_basis=item.figure.time_basis)
        return True

    def _rate_beside(self, item: Item, last: Item) -> Item | None:
        """Return the share of what changed if a percent is rather its change: chiếm 17%, giảm 512 hộ (giảm 7,4%)."""
        if not said_of.contradicts(item, last):
            return None
        return next((one for one in self._said.levels_before(item) if said_of.is_rate_of(one, last)), None)

    def _relate_change_of_place(self, item: Item, last: Item) -> bool:
        """Let a change that names only its place be one of what changed in the place before it: A tăng 5%, B 6%."""
        words = item.words
        is_bare = not words.subject and not words.tail and not words.in_bracket
        if not is_bare or not item.place or not last.place or item.place == last.place or item.unit != last.unit:
            return False
        item.measured = last.measured
        return True

    def _relate_change(self, item: Item, level: Item | None) -> None:
        if level is not None and said_of.is_of_counted(item, level):
            item.measured = self._indicators.of(item, "", None)
            return
        of = self._changed(item, level)
        if of is None:
            unit = said_of.unit_of_change(item)
            name = (
                name_of(item.words, unit, self._topic)
                if unit is not None
                else name_of_growth(item, self.items[-_NEAR:])
            )
            name, unit = part_of_index(item, self.items[-_FEW:], name, unit)
            of = said_of.named_above(item, name, self._counted_before(item))
            if of is None:
                item.measured = self._indicators.of(item, name, unit)
                item.level = self._said.level_of(item.measured)
        if of is not None:
            item.level, item.measured = of, of.measured

    def _changed(self, item: Item, level: Item | None) -> Item | None:
        """Return the level that a change is said of, if the words between the two show it."""
        said_of.read_short_amount(item, level)
        if level is not None and said_of.goes_on_naming(item, level):
            return level
        alike = said_of.counted_alike(item, self._counted_before(item))
        if alike is not None:
            item.value = said_of.change_in(alike.unit, item)
            return alike
        of = said_of.named_after(item, islice(self._said.levels_before(item), MOST_LEVELS))
        of = of or said_of.whole_of_share(item, self._level_before(item), self._said.levels_before(item))
        if of is not None and isinstance(item.value, RelativeChange):
            return of
        if level is None or level.measured is None or not said_of.is_beside(item.words, level.measured.name):
            return None
        names_other = item.words.tail != "" and not self._names(item.words.tail, level)
        return level if self._may_change(item, level) and not names_other else None

    def _names(self, words: str, level: Item) -> bool:
        name = "" if level.measured is None else level.measured.name.casefold()
        return re.search(rf"\b{re.escape(words.casefold())}\b", name) is not None

    def _may_change(self, item: Item, level: Item) -> bool:
        """Return whether a change may be one of a level: points only of a percent, an amount of one in its unit."""
        if isinstance(item.value, RelativeChange):
            if level.unit is not None and level.unit.kind is UnitKind.SHARE_POINT:
                return False  # đóng góp 1,2 điểm phần trăm, tăng 5%: of what contributes
            is_of_rate = level.measured is not None and level.measured.unit in (percent, per_mille)
            return is_of_rate or item.figure.doubt is not Doubt.POINTS or said_of.is_amount(level.unit)
        unit = level.measured.unit if level.measured is not None else None
        return unit is not None and item.unit is not None and unit.dimension == item.unit.dimension

    # -- places

    def _relate_place(self, item: Item) -> bool:
        """Relate a figure that names only its place to the one before it of another place, or of the whole."""
        words = item.words
        if not item.place or words.subject or words.tail or folded(words.noun) not in lexicon.GENERIC_NOUNS:
            return False
        is_announced = words.is_part or words.in_bracket or self._last(item) is None
        alike = [one for one in reversed(self.items[-_FEW:]) if one.is_level and one.unit == item.unit]
        if not alike or alike[0].place == item.place or not (alike[0].place or is_announced):
            return False
        is_far = not alike[0].place and alike[0] not in self.items[-2:]
        others = [one for one in alike[1:] if one.sentence == alike[0].sentence and not one.place]
        if is_far or any(one.measured is not alike[0].measured for one in others if not alike[0].place):
            return False  # hộ nghèo 25%, hộ cận nghèo 12%, riêng huyện A 30%
        item.measured = alike[0].measured
        return item.measured is not None

    # -- parts

    def _relate_part(self, item: Item, level: Item | None) -> bool:
        """Make a figure a part of the level before it, if it is announced as one: trong đó 312 nữ."""
        self._find_whole(item, level)
        whole = self._said.whole
        if whole is None or whole.measured is None or item.is_whole or item.is_plan is not whole.is_plan:
            return False
        if is_above(item, whole) or is_of_other_time(item, whole):
            self._said.whole = None  # còn 16 triệu m3, trong đó hồ A có dung tích 22 triệu m3
            return False
        item.whole = whole
        category = category_of(item.words)
        unit = item.unit
        whole_unit = whole.measured.unit
        is_counted = whole_unit is not None and whole_unit.kind is UnitKind.COUNT
        if category and is_counted and unit in (None, whole_unit):
            item.measured, item.breakdown = whole.measured, category
            return True
        if unit is None or whole.measured.unit is None or unit.dimension != whole.measured.unit.dimension:
            return False
        name = named_part(item.words, unit, whole.measured)
        if name is None and not lists_in_brackets(self._said, item):
            return False  # in 3.250 MW, bao gồm thủy điện (2.251 MW), it is only not known what the part is called
        kind = kind_of_part(item.words, whole.measured.kind)
        item.measured = self._indicators.of(item, name_in_whole(item, name or ""), unit, kind=kind)
        if self._said.makes_up_whole(item, whole):
            whole.measured.all_parts = True
        if (
            unit.kind is not UnitKind.SHARE
            and item.measured is not whole.measured
            and item.measured not in whole.measured.parts
        ):
            whole.measured.parts.append(item.measured)
        return True

    def _find_whole(self, item: Item, level: Item | None) -> None:
        """Find the level that a figure is a part of: the one before *trong đó*, or that of the last part."""
        words, said = item.words, self._said
        if words.closes_bracket and lists_in_brackets(self._said, item):
            return
        level = next((other for other in said.levels_before(item) if other.unit == item.unit), level)
        if words.is_part and not (words.is_apart and words.part in lexicon.ALL_PARTS) and not has_parts(said, item):
            self._announce(item, level)
        elif words.in_bracket and level is not None and self._has_in_bracket(item, level):
            said.is_whole_of_bracket = True
            said.whole, said.part = level, ""  # tổng đàn trâu, bò 1.095 con (bò 970 con, trâu 125 con)
        elif said.whole is not None and not goes_on_with_parts(
            said, item, said.whole, is_first=self._last(item) is None
        ):
            said.whole = None

    def _has_in_bracket(self, item: Item, level: Item) -> bool:
        """Return whether a figure in a bracket is a part of the level before, and not the change there in numbers."""
        before = self._last_outside(item)
        is_changed = before is not None and before.is_change and not item.is_change  # giảm 6% (131 hộ thoát nghèo)
        return level.unit == item.unit and names_part(item.words, level.words) and not is_changed

    def _announce(self, item: Item, level: Item | None) -> None:
        """Remember the whole of the parts that the words before a figure announce: trong đó."""
        said, part = self._said, item.words.part
        said.whole = level or (self._level_above(item) if part.startswith(lexicon.IN) else None)
        said.part = part if self._last(item) else f"{part.removesuffix(':')}:"
        said.is_whole_of_bracket = said.in_bracket
        of = None if said.whole is None else said.whole.measured
        if of is not None:
            of.all_parts = of.all_parts or part in lexicon.ALL_PARTS

    def _level_above(self, item: Item) -> Item | None:
        """Return the last level of the sentence before that of a figure, in the same paragraph."""
        for other in reversed(self.items[-4:]):
            if other.paragraph != item.paragraph:
                return None
            if other.is_level and not other.is_whole and not other.is_plan and not ends_bracket(other.words):
                return other
        return None

    # -- levels

    def _relate_level(self, item: Item, level: Item | None) -> None:
        unit, words = item.unit, item.words
        if level is not None and said_of.is_plan_of(item, level):
            item.measured = level.measured
            return
        if item.is_whole:
            item.measured = self._whole_measured(item)
            return
        last = self._last(item)
        if self._relate_share(item, level) or self._relate_sum(item, last):
            return
        name = said_of.name_left(item, last) or self._name_beside(item, level)
        name = name or name_of(words, unit, self._topic)
        name = name or name_after(item, last, level or self._level_above(item))
        is_short = unit is None and self._said.in_bracket  # 28 lượt (28 định kỳ, 0 đột xuất)
        is_short |= said_of.only_counts(words, level, last)
        name = (
            ""
            if is_short or (item.may_be_change and not said_of.says_rate(words))
            else of_incident(item, name, self._said.levels_before(item))
        )
        item.is_plan = item.is_plan or said_of.is_named_plan(item)
        kind = kind_of_level(item, name, self._said.part, self._said.levels_before(item))
        name = name_in_whole(item, name)
        name = self._seasons.named(name, unit, item.sentence)
        item.measured = self._indicators.of(item, name, unit, kind=kind)
        if item.has_whole and kind is not None and item.measured.first is item:
            item.measured.kind = kind
        add_kind_in_list(item.measured, item, last, level)

    def _relate_sum(self, item: Item, added: Item | None) -> bool:
        """Give a level the indicator of the number that led to it, and that number one of its own."""
        if added is None or added.measured is None or not said_of.is_addition(added, item):
            return False
        of = item.measured = added.measured
        of.first = item if of.first is added else of.first
        of.stated.pop(added.circumstances, None)
        added.measured = self._indicators.of(added, "", item.unit, kind=IndicatorKind.FLOW)
        return True

    def _relate_share(self, item: Item, level: Item | None) -> bool:
        """Relate a percent to the count before it whose share it is, or to nothing if it is the share of a change."""
        unit, words = item.unit, item.words
        if said_of.is_share_of_change(item, self._last(item)):
            item.measured = self._indicators.of(item, "", unit)
            return True
        is_share = unit == percent and (
            is_share_of_count(words, in_bracket=self._said.in_bracket) or said_of.is_share_of_all(words, level)
        )
        count = said_of.counted(level) if is_share else None
        if count is None:
            return False
        item.measured = of = self._indicators.of(item, f"{lexicon.OF_RATE} {without_number(count.name)}", unit)
        of.numerator = of.numerator or count
        of.denominator = of.denominator or self._named_total(words.of_all or words.tail, count)
        aside.find_total(item, count, list(islice(self._said.levels_before(item), MOST_LEVELS)))
        item.level = level
        return True

    def _whole_measured(self, item: Item) -> Measured:
        """Return the indicator of the second of two numbers: of all places, or of all there was to do."""
        words, unit, first = item.words, item.unit, self._last(item)
        if unit is None or unit.code in PLACES:
            name = f"{lexicon.TOTAL_OF} {words.noun} {level_in(words.subject)}".strip()
            name = "" if said_of.is_limited(words) else name
            return self._indicators.of(item, name, unit, kind=IndicatorKind.STOCK, is_total=True)
        kind = None if first is None or first.measured is None else first.measured.kind
        return self._indicators.of(item, "", unit, kind=kind)

    def _named_total(self, words: str, part: Measured) -> Measured | None:
        """Return the indicator of all of which a share is, if the words after it name one: chiếm 73% tổng số hộ."""
        total = self._indicators.named(words, part.unit) if words else None
        return total if total is not part else None

    def _name_beside(self, item: Item, level: Item | None) -> str:
        """Return the name of a figure that says what it measures only together with the level before it."""
        words = item.words
        if level is None or level.measured is None or item.place not in (None, level.place):
            return ""
        if words.joint == lexicon.FOR and words.noun and starts_with_action(level.measured.name):
            return name_of_level(level.measured.name, f"{lexicon.NUMBER_OF.lower()} {words.noun} {words.tail}".strip())
        if words.goes_on and not words.limit and words.tail in ("", level.words.tail):
            return self._name_going_on(item, level)
        is_amount = item.unit is not None and item.unit.kind is UnitKind.MONEY
        is_of_list = words.subject.casefold().startswith(lexicon.TOTALS) and level.words.joint == ","
        if is_of_list or (is_amount and said_of.is_of_several(item, level, self._said.levels_before(item))):
            return ""  # 50 chiếc cặp, 2.000 quyển vở, tổng trị giá 127 triệu đồng
        is_spent = is_amount and level.unit is not None and level.unit.kind not in _NOT_SPENT_ON
        is_of_level = is_spent and words.is_vague and not is_of_itself(words)
        if is_of_level and not self._topic and level.measured.name and not words.is_apart:
            return name_of_level(words.subject, level.measured.name)  # hỗ trợ 1.200 hộ, tổng kinh phí 45,6 tỷ đồng
        return ""

    def _name_going_on(self, item: Item, level: Item) -> str:
        """Return the name of the level before a figure that names nothing: 902 ha, năm 2017 là 850 ha; (3.609 hộ)."""
        if level.measured is None:
            raise bug(level.measured)
        unit = level.measured.unit
        same = unit is not None and unit == item.unit
        if same and said_of.may_count(item, level):
            return level.measured.name
        if same or unit is None or not self._said.in_bracket:
            return ""
        for other in reversed(self.items):  # (3.609 hộ, 40,40%): each of the levels before the bracket
            if other.sentence != item.sentence:
                return ""
            if other.is_level and other.measured is not None and other.measured.unit == item.unit:
                return other.measured.name if said_of.may_count(item, other) else ""
        return ""


_NOT_SPENT_ON: Final = (UnitKind.MONEY, UnitKind.SHARE, UnitKind.QUOTIENT)
"""The kinds of units of what has no money spent on it."""
_FEW: Final = 12
_NEAR: Final = 8
"""Figures before a change whose growth its name may be."""
