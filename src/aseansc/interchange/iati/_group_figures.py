"""Group the figures of a review into IATI indicators.

An IATI indicator has one unit, one time collection, and values that are numbers. So an indicator of a review becomes
one IATI indicator for each combination of unit and time collection, and a qualitative one for figures that are not
plain numbers.
"""

from __future__ import annotations

from typing import Final, TypeAlias, final

from attrs import frozen

from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.indicators import Indicator
from aseansc.interchange.iati._codelists import Measure
from aseansc.interchange.iati._comments import in_words, time_collection_name, unit_name
from aseansc.labels import Lang
from aseansc.observations import Observation, Status
from aseansc.periods import Frequency, Period, TimeCollection
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind
from aseansc.values import Change, Qualifier, Value

Figure: TypeAlias = Observation | Target
"""The figures that IATI can represent."""


def figures_of(review: Review) -> tuple[Figure, ...]:
    """Return the observations and targets of a review."""
    return (*review.observations, *review.targets)


def is_planned(figure: Figure) -> bool:
    """Return whether a figure is a planned value: a target, or an observation with the status *planned*."""
    return isinstance(figure, Target) or Status.PLANNED in figure.statuses


def is_plain_number(figure: Figure) -> bool:
    """Return whether a figure may be written as a value.

    Bounds, ranges and approximations may not. Neither may forecasts and planned changes, which readers of IATI would
    take for results and levels.
    """
    value = figure.value
    if not isinstance(value, Value) and not (isinstance(value, Change) and isinstance(figure, Observation)):
        return False
    return value.qualifier is Qualifier.EXACT and Status.FORECAST not in figure.statuses


@final
@frozen
class ValueSet:
    """The unit, the time collection and the ``per`` that all values of one IATI indicator have.

    An indicator of a review is written as several IATI indicators if its figures differ in their `ValueSet`.
    """

    unit: Unit | None
    """The unit; ``None`` for figures that are not plain numbers."""
    collection: TimeCollection | None = None
    """The time collection; ``None`` for levels on a day, at the end of a period or on an unknown day of it."""
    per: Frequency | Absent = Absent.NOT_APPLICABLE

    @property
    def measure(self) -> Measure:
        """The IATI measure."""
        if self.unit is None:
            return Measure.QUALITATIVE
        if self.unit.kind is UnitKind.RANK:
            return Measure.ORDINAL
        return Measure.PERCENTAGE if self.unit.code == "percent" else Measure.UNIT

    @property
    def is_not_additive(self) -> bool:
        """Whether the values must not be added to those of other activities, such as percentages."""
        return self.unit is None or not self.unit.is_additive or self.per is not Absent.NOT_APPLICABLE

    def title(self, indicator: Indicator) -> Text:
        """Return the name of an indicator with the unit and the time collection of its values."""
        vi = indicator.name.vi
        return Text(
            en=f"{indicator.name.en} ({self._suffix('en')})",
            vi=vi if isinstance(vi, Absent) else f"{vi} ({self._suffix('vi')})",
        )

    def _suffix(self, lang: Lang) -> str:
        if self.unit is None:
            return in_words(lang)
        words = [unit_name(self.unit, lang)]
        if self.collection is not None:
            words.append(time_collection_name(self.collection, self.per, lang))
        return ", ".join(words)


IN_WORDS: Final = ValueSet(None)

_LEVELS: Final = (TimeCollection.AT, TimeCollection.END, TimeCollection.WITHIN)


@final
class Shape:
    """The figures of a review, grouped into IATI indicators.

    Args:
        review: the review.
    """

    def __init__(self, review: Review) -> None:
        self.review = review
        self._baselines = {target.baseline for target in review.targets}
        self._figures: dict[str, dict[ValueSet, list[Figure]]] = {}
        self._without_time: dict[str, list[Target]] = {}
        for figure in figures_of(review):
            if isinstance(figure.time, Absent):
                if not isinstance(figure, Target):
                    raise bug(figure)
                self._without_time.setdefault(figure.indicator, []).append(figure)
            else:
                sets = self._figures.setdefault(figure.indicator, {})
                sets.setdefault(self.set_of(figure), []).append(figure)

    def set_of(self, figure: Figure) -> ValueSet:
        if not is_plain_number(figure):
            return IN_WORDS
        if not isinstance(figure.value, Value | Change):
            raise bug(figure.value)
        collection = figure.time_collection
        if isinstance(collection, Absent) or collection in _LEVELS or self.is_baseline(figure):
            return ValueSet(figure.value.unit)
        return ValueSet(figure.value.unit, collection, figure.per)

    def is_baseline(self, figure: Figure) -> bool:
        """Return whether a figure is a baseline.

        A figure that is not planned is one if a target refers to it as its baseline, or if it is for the beginning of
        the period of the review.
        """
        if is_planned(figure):
            return False
        return figure.id in self._baselines or (
            figure.time_collection is TimeCollection.BEGINNING
            and isinstance(figure.time, Period)
            and figure.time.start == self.review.period.start
        )

    def sets_of(self, indicator: Indicator) -> list[tuple[ValueSet, list[Figure]]]:
        """Return the `ValueSet` and the figures of each IATI indicator that an indicator becomes; at least one.

        Levels come first, and figures that are not plain numbers last.
        """
        found = self._figures.get(indicator.id) or {ValueSet(indicator.unit): []}
        order: dict[TimeCollection | None, int] = {None: -1}
        order.update((collection, number) for number, collection in enumerate(TimeCollection))
        return sorted(found.items(), key=lambda item: (item[0].unit is None, order[item[0].collection]))

    def targets_without_time(self, indicator: Indicator) -> list[Target]:
        """Return the targets of an indicator that have no time, and so no IATI period."""
        return self._without_time.get(indicator.id, [])
