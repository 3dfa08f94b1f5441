"""The figures of a review as the rules see them: by indicator and moment, each with what it leaves possible."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeAlias

from attrs import evolve, frozen

from aseansc.audit._checks import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
    Computation,
    Evidence,
    Implied,
    Missing,
    MissingKind,
    Reading,
    Verdict,
)
from aseansc.audit._conventions import Convention
from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.intervals import Certainty, Interval, hull
from aseansc.mentions import Mention
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.reviews import Review
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
    person_day,
    person_turn,
    publication,
    turn,
)
from aseansc.values import Qualifier
from aseansc.values._arithmetic import interval_in

Moment: TypeAlias = tuple[str, date, date, str]
"""When, or over what, a figure is: how it fills its time, the first and last day that matter, and per what."""
Standing: TypeAlias = tuple[Status, ...]
"""What is said of how a figure was come by: nothing, estimated, provisional, planned…"""


@frozen(kw_only=True, cache_hash=True)
class Key:
    """What two figures share that speak of one thing: place, categories, moment, and whether they came true at all."""

    place: str
    breakdown: frozenset[str]
    moment: Moment
    hypothetical: Standing
    """The standing of a plan or forecast, also whether it was revised; of all else, nothing.

    A plan is told neither with what came of it nor with what is expected.
    """

    @property
    def is_planned(self) -> bool:
        return Status.PLANNED in self.hypothetical


@frozen(kw_only=True, eq=False)
class Fact:
    """An observation, with what it leaves possible in the unit of its indicator."""

    observation: Observation
    interval: Interval
    key: Key
    is_vague: bool
    """Whether it bounds nothing: *khoảng*."""
    holds_as: frozenset[Standing]
    """Its own standing, and those of other statements of the same where it says no more than they do."""
    is_restated: bool = False
    """Whether the review states it with another standing too: an estimate, and what was counted later."""
    may_be_revised: bool = False
    """Whether it says more than such another statement does, and so may be wrong."""

    @property
    def id(self) -> str:
        return self.observation.id

    @property
    def is_assumed(self) -> bool:
        return self.observation.time_basis is TimeBasis.ASSUMED

    @property
    def is_loose(self) -> bool:
        """Whether it is of some moment that is not said: two such figures need not be of the same."""
        return self.observation.time_collection in LOOSE

    @property
    def strict_key(self) -> Key:
        """Its key with its whole standing: what estimates tie is tied among estimates only."""
        statuses = self.observation.statuses
        return self.key if self.key.hypothetical == statuses else evolve(self.key, hypothetical=statuses)


LOOSE: Final = (TimeCollection.WITHIN, TimeCollection.TO_DATE)
_OCCASIONS: Final = frozenset(
    unit.code
    for unit in (
        *(person_turn, household_turn, person_day, turn),
        *(campaign, event, gift),
        *(certificate, licence, news_item, publication),
    )
)
"""What comes about once, so that it is counted in one span of time only."""
_AMOUNTS: Final = frozenset((UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY, UnitKind.MONEY, UnitKind.DURATION))
"""What is used up or paid in one span of time only; of a forest or a road the same stretch may be tended again."""
_NOT_NEGATIVE: Final = Interval(lower=0)
_A_YEAR: Final = 12
"""Months."""
_HYPOTHETICAL: Final = frozenset((Status.PLANNED, Status.FORECAST))


def moment_of(time: Time, collection: TimeCollection, per: Frequency | Absent) -> Moment:
    """The moment of a figure: the end of 2016-2018 is that of 2018, and of its last day.

    The beginning of 2019 is a moment of its own: a poverty line or a boundary may be another from the new year on.
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


def is_over_its_span(rate: Fact) -> bool:
    """Whether a rate of flows is that of its whole span: *within* a year, at its end, or yearly, of that year alone."""
    observed = rate.observation
    months = observed.time.months if isinstance(observed.time, Period) else None
    if months is None or months > _A_YEAR:
        return False
    if observed.time_collection.is_repeated:
        return observed.per is Frequency.YEAR and months == _A_YEAR
    return observed.time_collection in (TimeCollection.WITHIN, TimeCollection.END)


class Facts:
    """A review, indexed once for all rules.

    Args:
        review: the review.
        convention: narrows what approximate words leave possible, for readings by it.
    """

    def __init__(self, review: Review, convention: Convention | None = None) -> None:
        self.review = review
        self.of: dict[str, dict[Key, list[Fact]]] = {indicator.id: {} for indicator in review.indicators}
        keys: dict[Key, Key] = {}
        for observation in review.observations:
            indicator = review.indicator(observation.indicator)
            new = Key(
                place=observation.place,
                breakdown=frozenset(observation.breakdown),
                moment=moment_of(observation.time, observation.time_collection, observation.per),
                hypothetical=() if _HYPOTHETICAL.isdisjoint(observation.statuses) else observation.statuses,
            )
            key = keys.setdefault(new, new)  # one object for all that share it: compared by identity, and held once
            fact = Fact(
                observation=observation,
                interval=interval_in(
                    _possible(review, observation, convention), observation.value.unit, indicator.unit
                ),
                key=key,
                is_vague=observation.value.qualifier is Qualifier.ABOUT and convention is None,
                holds_as=frozenset((observation.statuses,)),
            )
            self.of[indicator.id].setdefault(key, []).append(fact)
        for moments in self.of.values():
            for key, found in moments.items():
                if len(found) > 1:
                    moments[key] = _beside_one_another(found)
        stated = {fact.id: fact for moments in self.of.values() for found in moments.values() for fact in found}
        self.by_id = {observation.id: stated[observation.id] for observation in review.observations}

    def get(self, indicator: str, key: Key) -> Fact | None:
        """The first figure of an indicator at a moment; a restatement has a rule of its own."""
        found = self.of[indicator].get(key)
        return found[0] if found else None

    def keys(self, indicators: Iterable[str]) -> list[Key]:
        """Every moment at which one of some indicators has a figure, in the order in which they were printed."""
        return list(dict.fromkeys(key for indicator in indicators for key in self.of[indicator]))

    def is_never_negative(self, indicator: str) -> bool:
        known = self.review.indicator(indicator)
        return known.unit.is_never_negative or (known.bounds.lower is not None and known.bounds.lower >= 0)

    def bounds(self, indicator: str) -> Interval:
        """What a quantity lies within: its indicator's bounds, and not below zero where its unit cannot be negative."""
        bounds = self.review.indicator(indicator).bounds
        narrower = self.is_never_negative(indicator) and bounds.overlaps(_NOT_NEGATIVE)
        return bounds.intersection(_NOT_NEGATIVE) if narrower else bounds

    def can_only_add(self, whole: Indicator, breakdown: Breakdown) -> bool:
        """Whether no part of a whole takes from it: none that is named, nor, where some are not, what is left of it."""
        named = breakdown.parts if breakdown.complete else (*breakdown.parts, whole.id)
        return all(map(self.is_never_negative, named))

    def adds_up(self, whole: Indicator, parts: Iterable[str]) -> bool:
        """Whether a whole is the sum of its parts: a rate is only where all of them have one denominator."""
        if whole.kind is not IndicatorKind.RATE:
            return True
        below = whole.denominator
        return not isinstance(below, Absent) and all(self.indicator(part).denominator == below for part in parts)

    def adds_over_time(self, indicator: str) -> bool:
        """Whether a total is the sum of those of shorter spans: a turn is of one span, a household may be in two."""
        unit = self.indicator(indicator).unit
        return unit.kind in _AMOUNTS or unit.code in _OCCASIONS

    def indicator(self, id: str) -> Indicator:  # noqa: A002
        return self.review.indicator(id)


def _beside_one_another(found: list[Fact]) -> list[Fact]:
    """Statements of one thing, each told whether some of them have another standing."""
    by_standing: dict[Standing, list[Interval]] = {}
    for fact in found:
        by_standing.setdefault(fact.observation.statuses, []).append(fact.interval)
    if found[0].key.is_planned and any(fact.interval != found[0].interval for fact in found):
        # A province has its own plan and the one that it was given: which of them another figure suits is not printed.
        return [evolve(fact, is_restated=True, may_be_revised=True) for fact in found]
    if len(by_standing) == 1:
        return found
    hulls = {standing: hull(intervals) for standing, intervals in by_standing.items()}
    outside = {standing: hull([other for told, other in hulls.items() if told != standing]) for standing in by_standing}
    beside: list[Fact] = []
    for fact in found:
        holds = fact.interval.contains(outside[fact.observation.statuses])
        standings = frozenset(by_standing) if holds else fact.holds_as
        beside.append(evolve(fact, is_restated=True, may_be_revised=not holds, holds_as=standings))
    return beside


def _possible(review: Review, observation: Observation, convention: Convention | None) -> Interval:
    possible = review.interval(observation)
    usual = None if convention is None else convention.interval(observation.value)
    return possible.intersection(usual) if usual is not None and usual.overlaps(possible) else possible


def evidence(record: Fact | Observation | Target | ChangeClaim | AttainmentClaim | ShareClaim | Mention) -> Evidence:
    """A figure as printed, and where."""
    if isinstance(record, Fact):
        record = record.observation
    citation: Citation | Absent = record.citation
    id_ = f"mention:{record.citation.start}" if isinstance(record, Mention) else record.id
    if isinstance(citation, Absent):
        return Evidence(id=id_)
    return Evidence(id=id_, printed=citation.printed, document=citation.document, start=citation.start)


def quotient(above: Unit, below: Unit) -> Unit | None:
    """The unit of one over another; ``None`` where there is none, as of like things."""
    try:
        unit = above / below
    except AseanscError:
        return None
    return unit if isinstance(unit, Unit) else None


def wider(key: Key) -> list[Key]:
    """The same moment with all categories but one, and with none."""
    fewer = {key.breakdown - {category} for category in key.breakdown}
    if key.breakdown:
        fewer.add(frozenset())
    return [evolve(key, breakdown=breakdown) for breakdown in sorted(fewer, key=sorted)]


def is_above_zero(interval: Interval) -> bool:
    """Whether one may divide by it, and no sign turns."""
    return interval.lower is not None and interval.lower > 0


def can_be_at_most(low: Interval, high: Interval) -> bool:
    """Whether some quantity of the first is not above some of the second."""
    return low.compare(high).greater is not Certainty.CERTAIN


def judge(
    code: CheckCode,
    facts: Iterable[Fact],
    computation: Computation,
    *,
    fits: bool,
    more: Iterable[Evidence] = (),
    implied: Implied | Absent = Absent.NOT_APPLICABLE,
    otherwise: Reading | Absent = Absent.NOT_APPLICABLE,
    fixed: bool = False,
    any_moment: bool = False,
    named: bool = False,
) -> Check:
    """The verdict on figures that should agree.

    Args:
        code: which check.
        facts: the figures.
        computation: what was compared.
        fits: whether they can all be true as printed.
        more: claims, targets and mentions that take part.
        implied: what they imply.
        otherwise: a reading by which they would fit.
        fixed: whether the figures are tied together by the text itself, so that their times do not matter.
        any_moment: whether the check holds for any moment of a period, so that it does not matter which one was meant.
        named: whether a claim names these very figures; found by their moment, an estimate need not suit what was
            counted later.
    """
    facts = list(facts)
    shown = (*(evidence(fact) for fact in facts), *more)
    missing: Missing | Absent = Absent.NOT_APPLICABLE
    assumption: Assumption | Absent = Absent.NOT_APPLICABLE
    consistent_if: Assumption | Absent = Absent.NOT_APPLICABLE
    assumed = tuple(fact.id for fact in facts if fact.is_assumed)
    if any(fact.is_vague for fact in facts) and fits:
        verdict, missing = Verdict.UNDETERMINED, Missing(kind=MissingKind.BOUND)
    elif fits:
        verdict = Verdict.CONSISTENT
    elif not (fixed or any_moment) and len(facts) > 1 and any(fact.is_loose for fact in facts):
        verdict, missing = Verdict.UNDETERMINED, Missing(kind=MissingKind.MOMENT)
    elif (not fixed and any(fact.may_be_revised for fact in facts)) or (not named and _are_of_unlike_standing(facts)):
        verdict, missing = Verdict.UNDETERMINED, Missing(kind=MissingKind.REVISION)
    elif not fixed and len(facts) > 1 and assumed:
        verdict = Verdict.CONDITIONAL
        assumption = Assumption(kind=AssumptionKind.SAME_TIME, figures=assumed, time=_time(facts))
        consistent_if = Assumption(kind=AssumptionKind.OTHER_TIME, figures=assumed)
    else:
        verdict = Verdict.CONTRADICTED
    return Check(
        code=code,
        verdict=verdict,
        evidence=shown,
        computation=computation,
        assumption=assumption,
        consistent_if=consistent_if,
        otherwise=otherwise if verdict is Verdict.CONTRADICTED or not fits else Absent.NOT_APPLICABLE,
        implied=implied,
        missing=missing,
    )


def _are_of_unlike_standing(facts: list[Fact]) -> bool:
    return bool(facts) and not facts[0].holds_as.intersection(*(fact.holds_as for fact in facts))


def _time(facts: list[Fact]) -> Time:
    return next(fact.observation.time for fact in facts if fact.is_assumed)


def undetermined(
    code: CheckCode,
    facts: Iterable[Fact],
    computation: Computation,
    missing: Missing,
    *,
    more: Iterable[Evidence] = (),
    implied: Implied | Absent = Absent.NOT_APPLICABLE,
) -> Check:
    """A check that lacks something, with what the figures imply."""
    return Check(
        code=code,
        verdict=Verdict.UNDETERMINED,
        evidence=(*(evidence(fact) for fact in facts), *more),
        computation=computation,
        missing=missing,
        implied=implied,
    )
