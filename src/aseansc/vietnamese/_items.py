"""The figures of a report while it is drafted: what each measures, and the figure that it is said of."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final, final

from attrs import define, field

from aseansc.indicators import Direction, IndicatorKind
from aseansc.observations import Status
from aseansc.periods import Time
from aseansc.units import Unit, UnitKind, per_mille, per_mille_point, percent, percentage_point
from aseansc.values import Attainment, Change, RelativeChange, Value
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._naming import (
    Words,
    better_of,
    category_of,
    is_share_of_count,
    key_of,
    kind_of,
    name_of,
    slug_of,
    unit_of_name,
)

POINTS: Final[dict[Unit, Unit]] = {percentage_point: percent, per_mille_point: per_mille}
"""For a difference in points, the unit of the levels that it compares."""


@define(eq=False)
class Measured:
    """An indicator while it is drafted.

    Args:
        id: its id.
        name: its Vietnamese name; empty if the words do not say it.
        unit: its unit, if known.
        kind: its kind, if known.
        better: the direction that is an improvement, if the name says it.
        first: the first figure that it was drafted for.
        is_unit_proposed: whether the unit follows from the name.
        numerator: the indicator that is the numerator of a rate.
        parts: the indicators that are parts of it.
        stated: the first number that is stated for each time.
        has_plan: whether it has a target or an attainment, so that its direction matters.
    """

    id: str
    name: str
    unit: Unit | None
    kind: IndicatorKind | None
    better: Direction | None
    first: Item
    is_unit_proposed: bool = False
    numerator: Measured | None = None
    parts: list[Measured] = field(factory=list["Measured"])
    stated: dict[tuple[object, ...], Decimal] = field(factory=dict[tuple[object, ...], Decimal])
    has_plan: bool = False


@define(eq=False)
class Item:
    """A figure of the report.

    Args:
        figure: the figure as printed.
        value: its value, or `None`.
        start: where its citation starts.
        sentence: where its sentence starts and ends.
        paragraph: where its paragraph starts.
        words: the words around it.
        section: the id of its section; empty if it has none.
        heading: the heading of its section, without its number.
        heading_time: the time that the heading states.
        may_be_attainment: whether it is a percent after a level, which may be one of its plan: 500 ha, vượt 12%.
        has_whole: whether it is the first of two such numbers.
        is_whole: whether it is the second number of two with a stroke between them: how many there are of all.
        is_plan: whether it is a plan: a target, not an observation.
        measured: the indicator that it is about.
        level: for a change, an attainment or a share, the level that it is said of.
        breakdown: the category that it is limited to.
        record: the id of its record.
    """

    figure: PrintedFigure
    value: object
    start: int
    sentence: tuple[int, int]
    paragraph: int
    words: Words
    section: str
    heading: str
    heading_time: Time | None
    may_be_attainment: bool = False
    has_whole: bool = False
    is_whole: bool = False
    is_plan: bool = False
    measured: Measured | None = None
    level: Item | None = None
    breakdown: str = ""
    record: str = ""

    @property
    def is_change(self) -> bool:
        """Whether it states a change."""
        return isinstance(self.value, Change | RelativeChange)

    @property
    def is_attainment(self) -> bool:
        """Whether it states a percent of a plan, or may do so."""
        return isinstance(self.value, Attainment) or self.may_be_attainment

    @property
    def is_level(self) -> bool:
        """Whether it states a level."""
        return not self.is_change and not self.is_attainment

    @property
    def unit(self) -> Unit | None:
        """The unit of the levels that it is about, if known."""
        value = self.value
        if isinstance(value, Value):
            return value.unit
        if isinstance(value, Change):
            return POINTS.get(value.unit.numerator, value.unit.numerator)
        if isinstance(value, RelativeChange):
            return None
        return self.figure.unit


@final
class Items:
    """The figures of a report in order, and the indicators that are drafted for them."""

    def __init__(self, once: Callable[[str], str]) -> None:
        self.items: list[Item] = []
        self.measured: list[Measured] = []
        self._once = once
        self._by_name: dict[tuple[str, Unit | None], Measured] = {}
        self._in_bracket = False
        self._topic = ""
        """What the paragraph is about: Cây ngô: diện tích 72 ha, năng suất 56 tạ/ha."""
        self._whole: Item | None = None
        """The item whose parts are announced in this sentence."""

    def add(self, item: Item) -> None:
        """Add a figure, and find its indicator and the level that it is said of."""
        is_new = not self.items or self.items[-1].sentence != item.sentence
        words = item.words
        if is_new and (not self.items or self.items[-1].paragraph != item.paragraph):
            self._topic = words.head
        self._in_bracket = words.in_bracket or (self._in_bracket and not is_new and not words.closes_bracket)
        if is_new or not (words.goes_on or words.is_part or self._in_bracket):
            self._whole = None
        statuses = item.figure.statuses
        item.is_plan = Status.PLANNED in statuses
        self._relate(item)
        self.items.append(item)
        if item.measured is not None and item.is_level and isinstance(item.value, Value):
            item.measured.stated.setdefault(_time_of(item), item.value.magnitude)
        if item.measured is not None:
            item.measured.has_plan |= item.is_plan

    def add_plan(self, item: Item, reached: Item) -> None:
        """Add the plan that is printed after what was reached of it: 902/850 ha."""
        item.is_plan, item.measured = True, reached.measured
        self.items.append(item)
        if item.measured is not None:
            item.measured.has_plan = True

    def _relate(self, item: Item) -> None:
        level = self._level_before(item)
        item.may_be_attainment = level is not None and item.words.goes_on and _may_be_attainment(item.figure)
        if item.is_attainment:
            item.level = level if item.words.goes_on else self._level_named(item)
            last = self.items[-1] if self.items else None
            if (
                last is not None
                and last.is_change
                and item.level is not None
                and last.measured is not item.level.measured
            ):
                item.level = None  # tỷ lệ hộ nghèo giảm 1,09%, đạt 72,6% kế hoạch: of the change
            if item.level is not None and item.level.measured is not None:
                item.measured = item.level.measured
                item.measured.has_plan = True
            return
        if item.is_change:
            self._relate_change(item, level)
        elif not self._relate_part(item, level):
            self._relate_level(item, level)

    # -- the level before a figure

    def _level_before(self, item: Item) -> Item | None:
        """Return the last level of the sentence before a figure; `None` if it is one of several that are listed."""
        found: list[Item] = []
        for other in reversed(self.items):
            if other.sentence != item.sentence:
                break
            if other.is_level and not other.is_whole and not (other.is_plan and other.start > other.figure.start):
                found.append(other)
                if len(found) > 1:
                    break
        return found[0] if found else None

    def _level_named(self, item: Item) -> Item | None:
        """Return the last level in the sentence, or the paragraph, whose indicator the words before a figure name."""
        key = key_of(item.words.subject)
        for other in reversed(self.items[-12:]):
            if other.is_level and other.measured is not None and key and key_of(other.measured.name) == key:
                return other
        return None

    # -- changes

    def _relate_change(self, item: Item, level: Item | None) -> None:
        unit = item.unit
        names_other = item.words.tail and level is not None and not self._names(item.words.tail, level)
        fits = level is not None and level.measured is not None and self._may_change(item, level) and not names_other
        if fits and level is not None and (item.words.goes_on or item.words.in_bracket):
            item.level, item.measured = level, level.measured
            return
        if item.figure.kind is FigureKind.CHANGE and unit is None and _says_rate(item.words):
            unit = percent
        name = name_of(item.words, unit, self._topic) if unit is not None else _name_of_relative(item.words)
        item.measured = self._indicator(item, name, unit)
        other = self._level_of(item.measured, item)
        item.level = other

    def _names(self, words: str, level: Item) -> bool:
        return level.measured is not None and words.casefold() in level.measured.name.casefold()

    def _may_change(self, item: Item, level: Item) -> bool:
        """Return whether a change may be one of a level: points only of a percent, an amount of one in its unit."""
        if isinstance(item.value, RelativeChange):
            is_of_rate = level.measured is not None and level.measured.unit in (percent, per_mille)
            return is_of_rate or item.figure.doubt is not Doubt.POINTS
        unit = level.measured.unit if level.measured is not None else None
        return unit is not None and item.unit is not None and unit.dimension == item.unit.dimension

    def _level_of(self, measured: Measured, item: Item) -> Item | None:
        for other in reversed(self.items):
            if other.sentence != item.sentence:
                return None
            if other.is_level and other.measured is measured:
                return other
        return None

    # -- parts

    def _relate_part(self, item: Item, level: Item | None) -> bool:
        """Make a figure a part of the level before it, if it is announced as one: trong đó 312 nữ."""
        if item.words.is_part:
            self._whole = level or self._level_above(item)
        elif item.words.in_bracket and item.words.subject and level is not None and level.unit == item.unit:
            self._whole = level  # tổng đàn trâu, bò 1.095 con (bò 970 con, trâu 125 con)
        whole = self._whole
        if whole is None or whole.measured is None or item.is_whole or item.is_plan is not whole.is_plan:
            return False
        category = category_of(item.words)
        unit = item.unit
        if category and (unit is None or unit == whole.measured.unit):
            item.measured, item.breakdown = whole.measured, category
            return True
        if unit is None or whole.measured.unit is None or unit.dimension != whole.measured.unit.dimension:
            return False
        name = name_of(item.words, unit) or _of_part(item.words, whole.measured.name)
        if not name:
            return False
        item.measured = self._indicator(item, name, unit, kind=whole.measured.kind)
        if (
            unit.kind is not UnitKind.SHARE
            and item.measured is not whole.measured
            and item.measured not in whole.measured.parts
        ):
            whole.measured.parts.append(item.measured)
        return True

    def _level_above(self, item: Item) -> Item | None:
        """Return the last level of the sentence before that of a figure, in the same paragraph."""
        for other in reversed(self.items[-4:]):
            if other.paragraph != item.paragraph:
                return None
            if other.is_level and not other.is_whole and not other.is_plan:
                return other
        return None

    # -- levels

    def _relate_level(self, item: Item, level: Item | None) -> None:
        unit = item.unit
        words = item.words
        if item.is_whole:
            item.measured = self._indicator(item, f"{lexicon.TOTAL_OF} {words.noun}", unit, kind=IndicatorKind.STOCK)
            return
        is_share = unit == percent and is_share_of_count(words, in_bracket=self._in_bracket)
        count = self._counted(level) if is_share else None
        if count is not None:
            item.measured = self._indicator(item, f"{lexicon.OF_RATE} {key_of(count.name)}", unit)
            item.measured.numerator = item.measured.numerator or count
            item.level = level
            return
        name = self._name_beside(item, level) or name_of(words, unit, self._topic)
        kind = IndicatorKind.STOCK if item.has_whole else None
        item.measured = self._indicator(item, name, unit, kind=kind)
        if item.has_whole and item.measured.first is item:
            item.measured.kind = kind

    def _name_beside(self, item: Item, level: Item | None) -> str:
        """Return the name of a figure that says what it measures only together with the level before it."""
        words = item.words
        if level is None or level.measured is None:
            return ""
        if words.goes_on and not words.tail:
            return self._name_going_on(item, level)
        is_amount = item.unit is not None and item.unit.kind is UnitKind.MONEY
        if is_amount and words.is_vague and not self._topic and level.measured.name and not words.is_apart:
            return _of_level(words.subject, level.measured.name)  # hỗ trợ 1.200 hộ, tổng kinh phí 45,6 tỷ đồng
        return ""

    def _counted(self, level: Item | None) -> Measured | None:
        """Return the indicator of a level, if it counts something and its name is known."""
        measured = None if level is None else level.measured
        is_count = measured is not None and measured.unit is not None and measured.unit.kind is UnitKind.COUNT
        return measured if is_count and measured is not None and measured.name else None

    def _name_going_on(self, item: Item, level: Item) -> str:
        """Return the name of the level before a figure that names nothing: 902 ha, năm 2017 là 850 ha; (3.609 hộ)."""
        assert level.measured is not None
        unit = level.measured.unit
        same = unit is not None and unit == item.unit
        noun = item.words.noun.casefold()
        if same and (noun in lexicon.GENERIC_NOUNS or noun in f"{level.words.noun} {level.measured.name}".casefold()):
            return level.measured.name
        if same or unit is None or not self._in_bracket:
            return ""
        for other in reversed(self.items):  # (3.609 hộ, 40,40%): each of the levels before the bracket
            if other.sentence != item.sentence:
                return ""
            if other.is_level and other.measured is not None and other.measured.unit == item.unit:
                return other.measured.name
        return ""

    # -- indicators

    def _contradicts(self, item: Item, known: Measured) -> bool:
        """Return whether a level differs from one of the same indicator and time, and so measures something else."""
        if not item.is_level or not isinstance(item.value, Value):
            return False
        return known.stated.get(_time_of(item), item.value.magnitude) != item.value.magnitude

    def _other_name(self, item: Item, name: str, known: Measured) -> str:
        """Return the name of an indicator beside one that would have the same: with its heading, or none."""
        heading, other = item.heading, known.first.heading
        return (
            f"{name} ({heading})" if heading and heading != other and len(heading.split()) <= _MOST_OF_HEADING else ""
        )

    def _indicator(self, item: Item, name: str, unit: Unit | None, kind: IndicatorKind | None = None) -> Measured:
        """Return the indicator with a name and a unit; a figure without a name has one of its own."""
        key = key_of(name), unit
        known = (
            (self._by_name.get(key) or (self._by_name.get((key[0], None)) if unit is None else None)) if name else None
        )
        if known is not None and not self._contradicts(item, known):
            known.kind = known.kind or kind_of(name, item.words, unit)
            return known
        if known is not None:
            name = self._other_name(item, name, known)
            key = key_of(name), unit
            known = self._by_name.get(key) if name else None
            if known is not None and not self._contradicts(item, known):
                return known
        ident = slug_of(name) if name else ""
        is_unit_proposed = False
        if unit is None and name and item.is_change:
            unit = unit_of_name(name)
            is_unit_proposed = unit is not None
        made = Measured(
            id=self._once(ident if ident[:1].isalpha() else f"indicator-{len(self.measured) + 1}"),
            name=name,
            unit=unit,
            kind=kind or kind_of(name, item.words, unit),
            better=better_of(name) if name else None,
            first=item,
            is_unit_proposed=is_unit_proposed,
        )
        self.measured.append(made)
        if name:
            self._by_name[key] = made
            self._by_name.setdefault((key[0], None), made)
        return made


def _may_be_attainment(figure: PrintedFigure) -> bool:
    """Return whether a percent that could not be interpreted may be one of a plan."""
    is_number = figure.value is None and isinstance(figure.magnitude, Decimal)
    return is_number and figure.unit == percent and figure.doubt is Doubt.MEANING


def _of_level(subject: str, name: str) -> str:
    """Return the name of an amount that is said of a level: its own words, and the name of the level."""
    return f"{subject[0].upper()}{subject[1:]}: {name[0].lower()}{name[1:]}"


_MOST_OF_HEADING: Final = 8


def _time_of(item: Item) -> tuple[object, ...]:
    """Return what the words say about the time of a level, and what it is limited to."""
    figure = item.figure
    time = figure.time or item.heading_time
    return time, figure.collection, figure.per, item.words.moment, item.breakdown, item.is_plan


def _of_part(words: Words, whole: str) -> str:
    """Return the name of a part whose own words are too short to name it: tổng diện tích gieo trồng, trong đó lúa."""
    return f"{whole}: {words.subject[0].lower()}{words.subject[1:]}" if whole and words.subject else ""


def _says_rate(words: Words) -> bool:
    return name_of(words, percent) != "" and _starts_rate(words.subject or words.tail)


def _starts_rate(words: str) -> bool:
    return re.match(lexicon.RATES, words, re.IGNORECASE) is not None


def _name_of_relative(words: Words) -> str:
    """Return the name of what changed by a percent: sản lượng tăng 7%, giảm 6% tỷ lệ hộ nghèo."""
    name = words.subject or words.tail
    if not name or len(name.split()) > 18 or name.casefold() in lexicon.VAGUE:
        return ""
    return name[0].upper() + name[1:]
