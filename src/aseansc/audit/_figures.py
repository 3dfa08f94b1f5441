"""Index the figures of a review for the audit rules: by indicator and moment, each with its possible values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeAlias, TypeVar

from attrs import evolve, frozen

from aseansc.attainment import is_planned_change
from aseansc.audit._components import Component
from aseansc.audit._conventions import Convention
from aseansc.citations import Document
from aseansc.claims import Claim
from aseansc.codelists import Absent
from aseansc.comparability import Basis, basis_of, with_sampling_error
from aseansc.indicators import Breakdown, Indicator, IndicatorKind, Statistic
from aseansc.intervals import NOT_NEGATIVE, Interval, hull
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.reviews import Review, possible_within_bounds
from aseansc.targets import Target
from aseansc.units import (
    Unit,
    UnitKind,
    campaign,
    certificate,
    event,
    gift,
    household_turn,
    licence,
    news_item,
    per_10_000,
    per_100_000,
    per_mille,
    percent,
    person_day,
    person_turn,
    publication,
    turn,
)
from aseansc.values import Change, Qualifier, Value, interval_in

Moment: TypeAlias = tuple[str, date, date, str]
"""The time of a figure: its aggregation over time, the first and last day, and the unit of time it is per."""
Statuses: TypeAlias = tuple[Status, ...]
"""The statuses of a figure, such as estimated, provisional or planned; often empty."""


@frozen(kw_only=True, cache_hash=True)
class Key:
    """The key by which figures of an indicator are compared: place, categories, moment, standard, status of a plan."""

    place: str
    breakdown: frozenset[str]
    moment: Moment
    plan_statuses: Statuses
    """The statuses of a plan or forecast, including ``revised``; empty for any other figure.

    They are part of the key so that plans, forecasts and results are never compared with one another.
    """
    standard: str = ""
    """The code of the standard by which it was counted; empty if none is stated."""

    @property
    def is_planned(self) -> bool:
        return Status.PLANNED in self.plan_statuses


@frozen(kw_only=True, eq=False)
class Figure:
    """An observation with its possible values, in the unit of its indicator."""

    observation: Observation
    value: Value | Change
    indicator: Indicator
    interval: Interval
    key: Key
    basis: Basis
    document: Document
    is_vague: bool
    """Whether it sets no limits, as after *khoảng* (about)."""
    valid_statuses: frozenset[Statuses]
    """The statuses under which it is true: its own, and those of restatements whose values lie within its own."""
    is_restated: bool = False
    """Whether the review also states it with another status, such as an estimate and the final count."""
    may_be_revised: bool = False
    """Whether such a restatement allows other values, so that this figure may be outdated."""
    is_replaced: bool = False
    """Whether another figure of the review revises it."""

    @property
    def id(self) -> str:
        return self.observation.id

    def in_unit(self, unit: Unit) -> Interval:
        """Return its possible values in another unit of the same dimension."""
        return interval_in(self.interval, self.indicator.unit, unit)

    @property
    def is_assumed(self) -> bool:
        return self.observation.time_basis is TimeBasis.ASSUMED

    @property
    def has_unknown_day(self) -> bool:
        """Whether it refers to an unknown day of its time; two such figures may refer to different days."""
        return self.observation.time_collection in _UNKNOWN_DAY

    @property
    def key_with_statuses(self) -> Key:
        """Its key with all its statuses, so that estimates are combined with estimates only."""
        statuses = self.observation.statuses
        return self.key if self.key.plan_statuses == statuses else evolve(self.key, plan_statuses=statuses)


_UNKNOWN_DAY: Final = (TimeCollection.WITHIN, TimeCollection.TO_DATE)
_OCCASIONS: Final = frozenset(
    unit.code
    for unit in (
        *(person_turn, household_turn, person_day, turn),
        *(campaign, event, gift),
        *(certificate, licence, news_item, publication),
    )
)
"""Units of events, each of which is counted in one period only."""
_AMOUNTS: Final = frozenset((UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY, UnitKind.MONEY, UnitKind.DURATION))
"""Kinds of amounts that are used or paid in one period only; the same forest or road may be maintained in two."""
_A_YEAR: Final = 12
"""Number of months."""
SCALES: Final = {percent.code: 100, per_mille.code: 1000, per_10_000.code: 10_000, per_100_000.code: 100_000}
"""What a share of everything is, in each unit of shares."""
_PLANS_AND_FORECASTS: Final = frozenset((Status.PLANNED, Status.FORECAST))


def moment_of(time: Time, collection: TimeCollection, per: Frequency | Absent) -> Moment:
    """Return the moment of a figure. The end of 2016-2018, the end of 2018 and 2018-12-31 are the same moment.

    The beginning of 2019 is a different moment, because a new poverty line or boundary may apply from the new year.
    """
    each = "" if isinstance(per, Absent) else per.value
    end = TimeCollection.END.value
    if isinstance(time, AsOf):
        return (end, time.date, time.date, each)
    if collection is TimeCollection.END:
        return (end, time.end, time.end, each)
    if collection is TimeCollection.BEGINNING:
        return (collection.value, time.start, time.start, each)
    return (collection.value, time.start, time.end, each)


def covers_its_period(rate: Figure) -> bool:
    """Return whether a rate of flows is for the whole of its period, so that it can be compared with totals.

    A rate within or at the end of a period can, if the period is at most a year; an average or yearly rate, if it is
    for one year.
    """
    observed = rate.observation
    months = observed.time.months if isinstance(observed.time, Period) else None
    if months is None or months > _A_YEAR:
        return False
    if observed.time_collection.is_repeated:
        return observed.per is Frequency.YEAR and months == _A_YEAR
    return observed.time_collection in (TimeCollection.WITHIN, TimeCollection.END)


class Figures:
    """The figures of a component of a review, indexed once for all rules.

    Args:
        component: the component.
        convention: narrows the possible values of approximate figures, to get the answers under this convention.
        widened: widen the figures of surveys by their stated sampling error.
    """

    def __init__(self, component: Component, convention: Convention | None = None, *, widened: bool = False) -> None:
        self.review = component.review
        self.component = component
        self._indicators = {indicator.id: indicator for indicator in component.indicators}
        self._convention = convention
        self._widened = widened
        self.claims: tuple[Claim, ...] = _not_replaced(component.claims)
        self.planned_levels: tuple[Target, ...] = tuple(
            target
            for target in _not_replaced(component.targets)
            if not is_planned_change(target, self._indicators[target.indicator])
        )
        self._have_standards = _have_standards(component)
        self.by_indicator: dict[str, dict[Key, list[Figure]]] = {indicator.id: {} for indicator in component.indicators}
        self.by_id: dict[str, Figure] = {}
        replaced, keys = _replaced(component.observations), dict[Key, Key]()
        for observation in component.observations:
            if not isinstance(observation.value, Absent):
                self._add(self._figure(observation, observation.value, keys), replaced)
        self._replace_repeats()
        self._mark_restatements()

    def _add(self, figure: Figure, replaced: set[str]) -> None:
        """Index a figure; one that is replaced by another is only found by its id."""
        if figure.id in replaced:
            self.by_id[figure.id] = evolve(figure, is_replaced=True)
        else:
            self.by_id[figure.id] = figure
            self.by_indicator[figure.indicator.id].setdefault(figure.key, []).append(figure)

    def _replace_repeats(self) -> None:
        """Let a figure that repeats a replaced one, as in "from 8 to 9", be replaced, too."""
        for old in tuple(figure for figure in self.by_id.values() if figure.is_replaced):
            moments = self.by_indicator[old.indicator.id]
            found = moments.get(old.key, [])
            repeats = [item for item in found if _repeats(item, old)]
            if len(repeats) < len(found):  # the new figure is among them
                moments[old.key] = [item for item in found if item not in repeats]
                self.by_id.update((item.id, evolve(item, is_replaced=True)) for item in repeats)

    def _mark_restatements(self) -> None:
        for moments in self.by_indicator.values():
            for key, found in moments.items():
                if len(found) > 1:
                    moments[key] = _mark_restatements(found)
                    self.by_id.update((figure.id, figure) for figure in moments[key])

    def _figure(self, observation: Observation, value: Value | Change, keys: dict[Key, Key]) -> Figure:
        indicator = self._indicators[observation.indicator]
        basis = basis_of(indicator, observation)
        new = Key(
            place=observation.place,
            breakdown=frozenset(observation.breakdown),
            moment=moment_of(observation.time, observation.time_collection, observation.per),
            plan_statuses=() if _PLANS_AND_FORECASTS.isdisjoint(observation.statuses) else observation.statuses,
            standard="" if isinstance(basis.standard, Absent) else basis.standard,
        )
        if indicator.id not in self._have_standards:
            basis = evolve(basis, standard=Absent.NOT_APPLICABLE)
        interval = _possible(observation, indicator, value, self._convention)
        if self._widened:
            interval = with_sampling_error(observation, interval)
        return Figure(
            observation=observation,
            value=value,
            indicator=indicator,
            interval=interval_in(interval, value.unit, indicator.unit),
            key=keys.setdefault(new, new),  # share one object, to compare quickly and save memory
            basis=basis,
            document=self.review.document(observation.citation.document),
            is_vague=value.qualifier is Qualifier.ABOUT and self._convention is None,
            valid_statuses=frozenset((observation.statuses,)),
        )

    def get(self, indicator: str, key: Key) -> Figure | None:
        """Return the first figure of an indicator with a key, or with no standard. Another rule checks restatements."""
        found = self.by_indicator[indicator].get(key)
        if found is None and key.standard:
            found = self.by_indicator[indicator].get(evolve(key, standard=""))
        return found[0] if found else None

    def own_key(self, indicator: str, key: Key) -> Key:
        """Return a key without its standard, if no standard applies to an indicator."""
        return evolve(key, standard="") if key.standard and indicator not in self._have_standards else key

    def named(self, id: str | Absent) -> Figure | None:  # noqa: A002
        """Return the figure with an id, or ``None`` if there is no id, or the observation has no value."""
        return None if isinstance(id, Absent) else self.by_id.get(id)

    def keys(self, indicators: Iterable[str]) -> list[Key]:
        """Return all keys with a figure of any of the indicators, in order of observation."""
        return list(dict.fromkeys(key for indicator in indicators for key in self.by_indicator[indicator]))

    def is_never_negative(self, indicator: str) -> bool:
        known = self._indicators[indicator]
        never = known.unit.is_never_negative and not known.net
        return never or (known.bounds.lower is not None and known.bounds.lower >= 0)

    def bounds(self, indicator: str) -> Interval:
        """Return the bounds of an indicator, from zero if it cannot be negative."""
        bounds = self._indicators[indicator].bounds
        narrower = self.is_never_negative(indicator) and bounds.overlaps(NOT_NEGATIVE)
        return bounds.intersection(NOT_NEGATIVE) if narrower else bounds

    def breakdowns(self) -> Iterator[tuple[Indicator, Breakdown]]:
        """Yield each whole with each of its breakdowns into parts that add up to it or to less."""
        for whole in self.component.indicators:
            for breakdown in whole.breakdowns:
                if not breakdown.is_of_categories and self._adds_up(whole, breakdown.parts):
                    yield whole, breakdown

    def has_no_negative_part(self, whole: Indicator, breakdown: Breakdown) -> bool:
        """Return whether no part can be negative, including the rest of the whole if the breakdown is incomplete."""
        named = breakdown.parts if breakdown.complete else (*breakdown.parts, whole.id)
        return all(map(self.is_never_negative, named))

    def _adds_up(self, whole: Indicator, parts: Iterable[str]) -> bool:
        """Return whether a whole is the sum of its parts. For rates, all must have the same denominator."""
        every = [whole, *map(self.indicator, parts)]
        if whole.kind is not IndicatorKind.RATE:
            return all(map(is_amount, every))
        if any(is_position(item) or (item.unit.kind is UnitKind.SHARE and not is_share(item)) for item in every):
            return False
        below = whole.denominator
        return not isinstance(below, Absent) and all(item.denominator == below for item in every)

    def adds_over_time(self, indicator: str) -> bool:
        """Return whether totals of shorter periods add up: visits do, but a household may be counted in two periods."""
        known = self._indicators[indicator]
        unit = known.unit
        return known.net or unit.kind in _AMOUNTS or unit.code in _OCCASIONS

    def indicator(self, id: str) -> Indicator:  # noqa: A002
        return self._indicators[id]


def _mark_restatements(found: list[Figure]) -> list[Figure]:
    """Mark figures that the review restates with a different status, such as estimated and then final."""
    by_statuses: dict[Statuses, list[Interval]] = {}
    for figure in found:
        by_statuses.setdefault(figure.observation.statuses, []).append(figure.interval)
    if found[0].key.is_planned and any(figure.interval != found[0].interval for figure in found):
        # A province may have its own plan and an assigned one; the text does not state which one another figure uses.
        return [evolve(figure, is_restated=True, may_be_revised=True) for figure in found]
    if len(by_statuses) == 1:
        return found
    hulls = {statuses: hull(intervals) for statuses, intervals in by_statuses.items()}
    others = {one: hull([other for key, other in hulls.items() if key != one]) for one in by_statuses}
    marked: list[Figure] = []
    for figure in found:
        holds = figure.interval.contains(others[figure.observation.statuses])
        valid = frozenset(by_statuses) if holds else figure.valid_statuses
        marked.append(evolve(figure, is_restated=True, may_be_revised=not holds, valid_statuses=valid))
    return marked


def _possible(
    observation: Observation, indicator: Indicator, value: Value | Change, convention: Convention | None
) -> Interval:
    possible = possible_within_bounds(observation, indicator, value)
    usual = None if convention is None else convention.interval(value)
    return possible.intersection(usual) if usual is not None and usual.overlaps(possible) else possible


def _repeats(figure: Figure, old: Figure) -> bool:
    return figure.interval == old.interval and isinstance(figure.observation.revises, Absent)


_R = TypeVar("_R", Claim, Target)


def _not_replaced(records: Iterable[_R]) -> tuple[_R, ...]:
    """Return the records that no other revises."""
    found = tuple(records)
    replaced = _replaced(found)
    return tuple(record for record in found if record.id not in replaced)


def _replaced(records: Iterable[Observation | Claim | Target]) -> set[str]:
    return {record.revises for record in records if not isinstance(record.revises, Absent)}


def _have_standards(review: Component | Review) -> set[str]:
    """Return the indicators to which a standard applies: with a stated one, and their numerators and rates."""
    found = {item.id for item in review.indicators if not isinstance(item.standard, Absent)}
    found.update(item.indicator for item in review.observations if not isinstance(item.standard, Absent))
    if found:
        for item in review.indicators:
            if item.id in found and not isinstance(item.numerator, Absent):
                found.add(item.numerator)
        found.update(item.id for item in review.indicators if item.numerator in found)
    return found


def is_position(indicator: Indicator) -> bool:
    """Return whether an indicator is a rank, a median or a percentile: no arithmetic of parts and wholes applies."""
    is_median = not isinstance(indicator.statistic, Absent) and indicator.statistic is not Statistic.MEAN
    return is_median or indicator.unit.kind is UnitKind.RANK


def is_amount(indicator: Indicator) -> bool:
    """Return whether the figures of an indicator add up over parts: amounts do; means, medians and ranks do not."""
    return isinstance(indicator.statistic, Absent) and indicator.unit.is_additive


def is_share(indicator: Indicator) -> bool:
    """Return whether a rate is declared to be at most 100 %, so that its numerator is a part of its denominator."""
    scale, highest = SCALES.get(indicator.unit.code), indicator.bounds.upper
    return scale is not None and highest is not None and highest <= scale


def may_be_older(one: Document, other: Document) -> bool:
    """Return whether a document may have been issued before another."""
    if one.id == other.id:
        return False
    if not isinstance(one.date, Absent) and not isinstance(other.date, Absent) and one.date != other.date:
        return one.date < other.date
    return isinstance(one.order, Absent) or isinstance(other.order, Absent) or one.order < other.order


def broader_keys(key: Key) -> list[Key]:
    """Return the keys of the groups that contain a group: without one of its categories, and without any."""
    fewer = {key.breakdown - {category} for category in key.breakdown}
    if key.breakdown:
        fewer.add(frozenset())
    return [evolve(key, breakdown=breakdown) for breakdown in sorted(fewer, key=sorted)]
