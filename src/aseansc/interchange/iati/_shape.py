"""Which figures of a review share an indicator of IATI, and in what shape each goes there.

An indicator of IATI has one unit, one way to fill its periods, and values that are numbers. So one of ours becomes as
many as it has units and ways, and one more, without values, for all that is no plain number.
"""

from __future__ import annotations

from typing import Final, TypeAlias, final

from attrs import frozen

from aseansc.codelists import Absent
from aseansc.indicators import Indicator
from aseansc.interchange.iati._codelists import Measure
from aseansc.interchange.iati._words import Lang, in_words, unit_name, way
from aseansc.observations import Observation, Status
from aseansc.periods import Frequency, Period, TimeCollection
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Qualifier, Value

Figure: TypeAlias = Observation | Target
"""What IATI has a place for."""


def figures_of(review: Review) -> tuple[Figure, ...]:
    """The figures that IATI has a place for."""
    return (*review.observations, *review.targets)


def is_planned(figure: Figure) -> bool:
    """Whether a figure is a plan: a target, or an observation that states one."""
    return isinstance(figure, Target) or Status.PLANNED in figure.statuses


def plain_number(figure: Figure) -> bool:
    """Whether a figure is a plain number that its place in IATI may state.

    A bound, a range or an approximation is none; nor is a forecast, which IATI would take for a result.
    """
    value = figure.value
    return isinstance(value, Value) and value.qualifier is Qualifier.EXACT and Status.FORECAST not in figure.statuses


@final
@frozen
class ValueSet:
    """What the values of one indicator of IATI have in common."""

    unit: Unit | None
    """Their unit; ``None`` for figures that are no plain numbers."""
    collection: TimeCollection | None = None
    """How they fill their periods; ``None`` for levels on a day, at the end or at some time of it."""
    per: Frequency | Absent = Absent.NOT_APPLICABLE

    @property
    def measure(self) -> Measure:
        """What IATI says of the unit."""
        if self.unit is None:
            return Measure.QUALITATIVE
        return Measure.PERCENTAGE if self.unit.code == "percent" else Measure.UNIT

    @property
    def never_adds_up(self) -> bool:
        """Whether adding values to those of other activities has no meaning; where it might have one, no one says."""
        return self.unit is None or not self.unit.is_additive or self.per is not Absent.NOT_APPLICABLE

    def title(self, indicator: Indicator) -> Text:
        """The name of an indicator with all that its values mean."""
        vi = indicator.name.vi
        return Text(
            en=f"{indicator.name.en} ({self._meaning('en')})",
            vi=vi if isinstance(vi, Absent) else f"{vi} ({self._meaning('vi')})",
        )

    def _meaning(self, lang: Lang) -> str:
        if self.unit is None:
            return in_words(lang)
        words = [unit_name(self.unit, lang)]
        if self.collection is not None:
            words.append(way(self.collection, self.per, lang))
        return ", ".join(words)


IN_WORDS: Final = ValueSet(None)

_LEVELS: Final = (TimeCollection.AT, TimeCollection.END, TimeCollection.WITHIN)


@final
class Shape:
    """How a review is laid out in IATI."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self._baselines = {target.baseline for target in review.targets}
        self._figures: dict[str, dict[ValueSet, list[Figure]]] = {}
        self._timeless: dict[str, list[Target]] = {}
        for figure in figures_of(review):
            if isinstance(figure.time, Absent):
                assert isinstance(figure, Target)
                self._timeless.setdefault(figure.indicator, []).append(figure)
            else:
                sets = self._figures.setdefault(figure.indicator, {})
                sets.setdefault(self.set_of(figure), []).append(figure)

    def set_of(self, figure: Figure) -> ValueSet:
        if not plain_number(figure):
            return IN_WORDS
        assert isinstance(figure.value, Value)
        collection = figure.time_collection
        if isinstance(collection, Absent) or collection in _LEVELS or self.is_baseline(figure):
            return ValueSet(figure.value.unit)
        return ValueSet(figure.value.unit, collection, figure.per)

    def is_baseline(self, figure: Figure) -> bool:
        """Whether a figure is the level from which its indicator is followed.

        It is when a target says so, and when it is of the beginning of the period under review.
        """
        if is_planned(figure):
            return False
        return figure.id in self._baselines or (
            figure.time_collection is TimeCollection.BEGINNING
            and isinstance(figure.time, Period)
            and figure.time.start == self.review.period.start
        )

    def sets_of(self, indicator: Indicator) -> list[tuple[ValueSet, list[Figure]]]:
        """The indicators of IATI that one of ours becomes, at least one: levels first, what is no number last."""
        found = self._figures.get(indicator.id) or {ValueSet(indicator.unit): []}
        order: dict[TimeCollection | None, int] = {None: -1}
        order.update((collection, number) for number, collection in enumerate(TimeCollection))
        return sorted(found.items(), key=lambda item: (item[0].unit is None, order[item[0].collection]))

    def timeless(self, indicator: Indicator) -> list[Target]:
        """The targets of an indicator that have no time, and so no period to stand in."""
        return self._timeless.get(indicator.id, [])
