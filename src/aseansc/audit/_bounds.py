"""What all figures of a review together leave possible for one quantity, and the figures that this rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, instance_or_absent, tuple_of
from aseansc.audit._components import Component, components
from aseansc.audit._constraints import Span, System, system_of
from aseansc.audit._figures import Figure, Figures, Key, Statuses
from aseansc.audit._names import Names, moment_in_words
from aseansc.audit._numbers import in_words
from aseansc.audit._propagation import Variable, whole_numbers
from aseansc.audit._results import Evidence
from aseansc.audit._verdicts import Used, evidence
from aseansc.codelists import Absent
from aseansc.errors import require
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import UNBOUNDED, Interval
from aseansc.labels import Lang, label, require_lang
from aseansc.observations import Status
from aseansc.periods import AsOf, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.units import Unit


@final
@frozen(kw_only=True, eq=False, repr=False)
class Bound(Record):
    """The values of a quantity that all figures of a review together leave possible.

    Args:
        indicator: id of the indicator.
        place: code of the place.
        breakdown: its categories.
        time: the time of the quantity.
        time_collection: how it is aggregated over the time.
        statuses: the statuses of the figures, such as estimated: estimates are combined with estimates only.
        interval: the possible values, whole numbers for what is counted; absent if the figures contradict each other.
        unit: their unit.
        evidence: the figures that the result rests on, as printed.
        assumed: ids of those whose time is not printed, but assumed.
        structure: the relations between indicators that it rests on, such as
            ``poverty-rate = poor-households ÷ households``. The encoder declared them.
    """

    indicator: str = field(validator=instance_of(str))
    place: str = field(validator=instance_of(str))
    breakdown: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))
    time: Time = field(validator=instance_of(Period, AsOf))
    time_collection: TimeCollection = field(validator=instance_of(TimeCollection))
    statuses: tuple[Status, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Status))
    interval: Interval | Absent = field(validator=instance_or_absent(Interval, absent=(Absent.NOT_APPLICABLE,)))
    unit: Unit = field(validator=instance_of(Unit))
    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=tuple_of(Evidence))
    assumed: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))
    structure: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))
    _names: Names | None = field(default=None, eq=False, repr=False, alias="names")

    def message(self, lang: Lang = "en") -> str:
        """Describe the quantity, its possible values, and what they rest on, in English or Vietnamese.

        Raises:
            FieldError: if `lang` is not ``en`` or ``vi``.
        """
        require_lang(lang, "Bound.message")
        words = _WORDS[lang]
        statuses = f", {', '.join(label(status, lang) for status in self.statuses)}" if self.statuses else ""
        what = (
            f"{self._name_of(self.indicator, lang)}, {moment_in_words(self.time, self.time_collection, lang)}{statuses}"
        )
        if isinstance(self.interval, Absent):
            values = words["none"]
        else:
            values = f"{in_words(self.interval, lang)} {self.unit.name(lang, plural=True)}"
        shown = [
            self._name_of(item.id, lang) if isinstance(item.printed, Absent) else self._cited(item, lang)
            for item in self.evidence
        ]
        sentences = [f"{what}: {values}.", f"{words['from']}: {'; '.join(shown)}."]
        if self.structure:
            sentences.append(
                f"{words['structure']}: {'; '.join(self._relation(item, lang) for item in self.structure)}."
            )
        if self.assumed:
            printed = {item.id: self._cited(item, lang) for item in self.evidence}
            sentences.append(f"{words['assumed']}: {', '.join(printed[name] for name in self.assumed)}.")
        return " ".join(sentences)

    def _name_of(self, name: str, lang: Lang) -> str:
        return name if self._names is None else self._names.or_id(name, lang)

    def _cited(self, item: Evidence, lang: Lang) -> str:
        name, printed = self._name_of(item.id, lang), str(item.printed)
        return f"{name} {f'“{printed}”' if self._names is None else self._names.cited(item.id, printed, lang)}"

    def _relation(self, text: str, lang: Lang) -> str:
        """Return a relation with names in place of ids."""
        return " ".join(self._name_of(word, lang) for word in text.split(" "))


_WORDS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "none": "the figures leave no value possible",
        "from": "From",
        "structure": "This rests on",
        "assumed": "The time of these figures is assumed",
    },
    "vi": {
        "none": "theo các số liệu, không có giá trị nào có thể có",
        "from": "Suy ra từ",
        "structure": "Dựa trên quan hệ",
        "assumed": "Thời gian của các số liệu sau không ghi trong văn bản",
    },
}
_NOT_WHOLE: Final = (TimeCollection.AVERAGE, TimeCollection.EACH)


def bounds_of(
    review: Review, indicator: str | Indicator, time: Time | None, place: str | None, breakdown: tuple[str, ...]
) -> tuple[Bound, ...]:
    """Return the possible values of an indicator at every moment within a time, in time order."""
    known = review.indicator(indicator.id if isinstance(indicator, Indicator) else indicator)
    require(time, Period, AsOf, type(None), where="Audit.bounds, time", expected="a Period or an AsOf")
    system = _system_with(review, known)
    where, categories, names = place or review.place, frozenset(breakdown), Names(review)
    found: list[Bound] = []
    for variable in system.narrowing.variables:
        moment = _moment(variable) if variable[1] == known.id else None
        if moment is None or (moment[0], moment[1]) != (where, categories):
            continue
        first, last = days_of(moment[2])
        if time is not None and not (days_of(time)[0] <= first and last <= days_of(time)[1]):
            continue
        found += _bound(system, variable, known, moment, names)
    return tuple(sorted(found, key=lambda bound: (days_of(bound.time)[1], days_of(bound.time)[0])))


def _system_with(review: Review, indicator: Indicator) -> System:
    """Return the variables and constraints of the component of a review that has an indicator."""
    return system_of(Figures(next(part for part in components(review) if indicator in part.indicators)))


_Moment = tuple[str, frozenset[str], Time, TimeCollection, Statuses]


def _moment(variable: Variable) -> _Moment | None:
    """Return place, categories, time, aggregation and statuses of a level or total; ``None`` for anything else."""
    moment = variable[2]
    if isinstance(moment, Key):
        collection = TimeCollection(moment.moment[0])
        return (
            moment.place,
            moment.breakdown,
            _time(moment.moment[1], moment.moment[2]),
            collection,
            moment.plan_statuses,
        )
    if isinstance(moment, Span):
        _, place, categories, statuses = moment.group
        return place, categories, moment.period, TimeCollection.TOTAL, statuses
    return None


def _time(first: dt.date, last: dt.date) -> Time:
    return AsOf(date=first) if first == last else Period(start=first, end=last)


def _bound(system: System, variable: Variable, indicator: Indicator, moment: _Moment, names: Names) -> Iterator[Bound]:
    """Yield the bound of a variable, if any figure limits it."""
    narrowing, component = system.narrowing, system.figures.component
    conflict = next((item for item in narrowing.conflicts if item.variable == variable), None)
    because = narrowing.because(variable) if conflict is None else conflict.because
    if not because:
        return
    interval: Interval | Absent = Absent.NOT_APPLICABLE if conflict else narrowing.possible(variable)
    place, categories, time, collection, statuses = moment
    counted = indicator.unit.is_whole and indicator.kind is not IndicatorKind.RATE and collection not in _NOT_WHOLE
    if counted and isinstance(interval, Interval) and interval != UNBOUNDED:
        interval = whole_numbers(interval) or interval
    records = {record.id: record for record in (*component.targets, *component.claims)}
    used: list[Used] = [system.figures.by_id.get(name) or records[name] for name in sorted(because)]
    figures = [record for record in used if isinstance(record, Figure)]
    yield Bound(
        indicator=indicator.id,
        place=place,
        breakdown=sorted(categories),
        time=time,
        time_collection=collection,
        statuses=statuses,
        interval=interval,
        unit=indicator.unit,
        evidence=tuple(evidence(record) for record in used),
        assumed=[figure.id for figure in figures if figure.observation.time_basis is TimeBasis.ASSUMED],
        names=names,
        structure=list(_structure(component, {indicator.id, *(figure.indicator.id for figure in figures)})),
    )


def _structure(component: Component, names: set[str]) -> Iterator[str]:
    """Yield the declared relations among some indicators."""
    for item in component.indicators:
        if {item.id, item.numerator, item.denominator} <= names:
            yield f"{item.id} = {item.numerator} ÷ {item.denominator}"
        if item.id in names:
            yield from _sums(item, names)


def _sums(whole: Indicator, names: set[str]) -> Iterator[str]:
    for breakdown in whole.breakdowns:
        parts = [part for part in breakdown.parts if part in names]
        if parts and breakdown.complete and breakdown.disjoint:
            yield f"{whole.id} = {' + '.join(breakdown.parts)}"
        elif parts:
            yield f"{whole.id} ≥ {' + '.join(parts)}"
