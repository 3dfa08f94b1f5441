"""A figure of a report while it is drafted, and the indicator that it is about."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from aseansc._decimals import EXACT
from aseansc.indicators import Direction, IndicatorKind
from aseansc.periods import Time
from aseansc.units import Unit, UnitKind, per_mille, per_mille_point, percent, percentage_point
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._naming import Words
from aseansc.vietnamese._stated_places import NamedPlace

_NOT_EXACT: Final = (Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT)
_HUNDRED: Final = 100
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
        denominator: the indicator that is the denominator of a rate, if the words name it or only one can be it.
        denominators: the indicators that may be it, if there are several.
        parts: the indicators that are parts of it.
        stated: the first value that is stated for each time.
        has_plan: whether it has a target or an attainment, so that its direction matters.
        all_parts: whether the words say that its parts are all: gồm.
        name_choices: names that are suggested if it has none.
    """

    id: str
    name: str
    unit: Unit | None
    kind: IndicatorKind | None
    better: Direction | None
    first: Item
    is_unit_proposed: bool = False
    numerator: Measured | None = None
    denominator: Measured | None = None
    denominators: tuple[Measured, ...] = ()
    parts: list[Measured] = field(factory=list["Measured"])
    stated: dict[tuple[object, ...], Value] = field(factory=dict[tuple[object, ...], Value])
    has_plan: bool = False
    all_parts: bool = False
    name_choices: tuple[str, ...] = ()


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
        period: the period of the report.
        may_be_attainment: whether it is a percent after a level, which may be one of its plan: 500 ha, vượt 12%.
        has_whole: whether it is the first of two such numbers.
        is_whole: whether it is the second number of two with a stroke between them: how many there are of all.
        is_plan: whether it is a plan: a target, not an observation.
        is_aside: whether it is a plan or an earlier level in a bracket, of which what follows is not said.
        may_be_change_wanted: whether it is a plan after a change, and may be the change that is wanted.
        later: for an earlier level in a bracket after a change, the level after that change.
        measured: the indicator that it is about.
        level: for a change, an attainment or a share, the level that it is said of.
        whole: the level that it is a part of.
        breakdown: the category that it is limited to.
        time_above: the time of the sentence before, if this one goes on with its parts.
        is_bare: whether its own words have no subject.
        named_time: the time that the words name without its year: quý I.
        named_at: where that time, or one that is not sure, is named.
        months: how many months its time has by what it is compared with, as `months_compared` returns it.
        is_dated: whether its sentence states its time.
        is_of_year: whether the words before it say that it is that of the whole year: ước cả năm.
        is_up_to: whether its time is named as that up to which it is added up: lũy kế đến hết tháng 8.
        times: the times that its sentence states, and those above it.
        own_times: how many times its sentence itself states.
        place: the place that it is limited to, if its words name another one than that of the report.
        office: the level of administration that its clause is about: cấp huyện.
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
    period: Time | None = None
    may_be_attainment: bool = False
    has_whole: bool = False
    is_whole: bool = False
    is_plan: bool = False
    is_aside: bool = False
    may_be_change_wanted: bool = False
    later: Item | None = None
    measured: Measured | None = None
    level: Item | None = None
    whole: Item | None = None
    breakdown: str = ""
    record: str = ""
    named_time: Time | None = None
    named_at: int | None = None
    months: int | None = None
    is_dated: bool = False
    is_of_year: bool = False
    is_up_to: bool = False
    is_bare: bool = False
    time_above: Time | None = None
    times: tuple[Time, ...] = ()
    own_times: int = 0
    place: NamedPlace | None = None
    office: str = ""

    @property
    def is_timed_above(self) -> bool:
        """Whether a sentence before names its time without the year."""
        return self.named_at is not None and self.named_at < self.sentence[0]

    @property
    def is_timed_here(self) -> bool:
        """Whether the words after the beginning of its sentence name its time without the year."""
        return self.named_at is not None and self.named_at > self.sentence[0]

    @property
    def is_mere_part(self) -> bool:
        """Whether it is a part without a verb or subject of its own, so that what follows may be said of the whole."""
        return self.words.is_part and self.words.part not in lexicon.ALL_PARTS and self.is_bare

    @property
    def is_change(self) -> bool:
        """Whether it states a change."""
        is_open = self.value is None and self.figure.kind is FigureKind.CHANGE and self.figure.doubt is Doubt.UNIT
        return is_open or isinstance(self.value, Change | RelativeChange)

    @property
    def is_attainment(self) -> bool:
        """Whether it states a percent of a plan, or may do so."""
        return isinstance(self.value, Attainment) or self.may_be_attainment

    @property
    def is_level(self) -> bool:
        """Whether it states a level."""
        return not self.is_change and not self.is_attainment

    @property
    def is_timed(self) -> bool:
        """Whether its record has a time collection: a level or a planned change."""
        return not self.is_attainment and (self.is_plan or not self.is_change)

    @property
    def may_be_change(self) -> bool:
        """Whether it is a percent that may be a change, or of something else than the words before it name."""
        is_percent = self.unit is not None and self.unit.numerator.kind is UnitKind.SHARE
        return is_percent and self.value is None and self.figure.doubt is Doubt.MEANING

    @property
    def circumstances(self) -> tuple[object, ...]:
        """What the words say about the time of a level, and what it is limited to."""
        figure = self.figure
        time = figure.time or self.named_time
        if time is None and self.named_at is None:
            time = self.heading_time or self.period
        is_repeated = figure.collection is not None and figure.collection.is_repeated
        return time, is_repeated, figure.per, self.words.moment, self.breakdown, self.is_plan, self.place

    @property
    def unit(self) -> Unit | None:
        """The unit of the levels that it is about, if known."""
        value = self.value
        if isinstance(value, Value):
            return value.unit
        if isinstance(value, Change):
            return unit_of_levels(value.unit)
        if isinstance(value, RelativeChange):
            return None
        return self.figure.unit


def unit_of_levels(unit: Unit) -> Unit:
    """Return the unit of the levels that a change in a unit compares: without *a year*, and percent for points."""
    if all(one.kind is UnitKind.DURATION for one in unit.denominators):
        unit = unit.numerator
    return POINTS.get(unit, unit)


def is_rounded(value: Value, other: Value) -> bool:
    """Return whether one value is the other one rounded: trên 265 tỷ đồng in a title, and below trên 265,21 tỷ đồng."""
    if value.unit != other.unit or value.upper or other.upper:
        return False
    difference = EXACT.subtract(other.magnitude, value.magnitude).copy_abs()
    if value.resolution == other.resolution:  # hơn 29.500 tỷ đồng in a title, and below 29.510 tỷ đồng
        is_about = not {value.qualifier, other.qualifier}.isdisjoint(_NOT_EXACT)
        return is_about and difference * _HUNDRED < abs(value.magnitude)
    return difference < max(value.resolution, other.resolution)
