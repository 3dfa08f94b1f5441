"""Attainment: was a target met, by how much, and how far has the way from its baseline been gone?

Everything is judged over intervals, since that is what printed figures leave possible: "gần 900 nghìn" against a plan
of 900 thousand is not met; a rounded "900 nghìn" cannot be told. Nothing is clamped: more than 100 % and less than 0
are answers. What cannot be computed has its reason, and nothing is raised for it.
"""

from __future__ import annotations

from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import Record, instance_of
from aseansc._decimals import HUNDRED, ONE, ZERO
from aseansc.claims import AttainmentClaim
from aseansc.codelists import Absent, CodeList
from aseansc.errors import AseanscError, FieldTypeError
from aseansc.indicators import Direction, Indicator
from aseansc.intervals import Interval, hull
from aseansc.observations import Observation, Status
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.values import Attainment, Qualifier, Value
from aseansc.values._arithmetic import interval_in


@final
class Outcome(CodeList):
    """Whether a target was met.

    - ``met``, ``not_met``: for certain, whatever the figures leave possible.
    - ``cannot_tell``: what the figures leave possible lies on both sides.
    - ``undefined``: there is nothing to compare, for a `Reason`.
    """

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"
    UNDEFINED = "undefined"


@final
class Reason(CodeList):
    """Why something has no answer. Every member is falsy, as a typed absence is."""

    TARGET_NOT_STATED = "target_not_stated"
    TARGET_QUALITATIVE = "target_qualitative"
    TARGET_UNCLEAR = "target_unclear"
    TIME_NOT_STATED = "time_not_stated"
    OTHER_INDICATOR = "other_indicator"
    OTHER_PLACE = "other_place"
    OTHER_TIME = "other_time"
    OTHER_COLLECTION = "other_collection"
    PART_ONLY = "part_only"
    NOT_ACTUAL = "not_actual"
    NO_DIRECTION = "no_direction"
    NO_BASELINE = "no_baseline"
    BASELINE_NOT_KNOWN = "baseline_not_known"
    BASELINE_EQUALS_TARGET = "baseline_equals_target"
    BASELINE_MAY_EQUAL_TARGET = "baseline_may_equal_target"
    ZERO_PLAN = "zero_plan"
    NEGATIVE_PLAN = "negative_plan"
    ACTUAL_NOT_STATED = "actual_not_stated"
    MAY_BE_ZERO = "may_be_zero"
    NO_TIME_PASSED = "no_time_passed"

    def __bool__(self) -> bool:
        return False


@final
class Formula(CodeList):
    """What is wanted of the actual *a*, given the target *t*; and the margin, positive where it is better than wanted.

    - ``at_least``: *a* ≥ *t*; margin *a* − *t*. More is better.
    - ``above``: *a* > *t*; margin *a* − *t*. More is better, and the target itself is not enough (*trên*).
    - ``at_most``: *a* ≤ *t*; margin *t* − *a*. Less is better.
    - ``below``: *a* < *t*; margin *t* − *a*. Less is better, and the target itself is too much (*dưới*).
    - ``equal``: *a* = *t*; margin *a* − *t*. It should stay.
    - ``within``: *t1* ≤ *a* ≤ *t2*; the margin is to the nearer end, and is not given.

    In all of them, attainment = 100 × *a* ÷ *t*, and progress = 100 × (*a* − *b*) ÷ (*t* − *b*) from the baseline *b*.
    """

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"
    EQUAL = "equal"
    WITHIN = "within"


_TWICE: Final = Interval.point(200)
_HIGHER: Final = (Formula.AT_LEAST, Formula.ABOVE)
_LOWER: Final = (Formula.AT_MOST, Formula.BELOW)


@final
@frozen(kw_only=True, repr=False)
class Assessment(Record):
    """A target against an observation: the outcome, and the measures behind it.

    Args:
        target: id of the target.
        observation: id of the observation.
        outcome: whether it was met.
        attainment: the actual in percent of the plan.
        margin: by how much it is better than wanted (negative: worse), in the target's unit, or points for percent.
        progress: how much of the way from the baseline to the target was gone, in percent.
        formula: what is compared, and how; a reason where nothing can be.
        reason: why the outcome is undefined; ``Absent.NOT_APPLICABLE`` where it is not.
    """

    target: str = field(validator=instance_of(str))
    observation: str = field(validator=instance_of(str))
    outcome: Outcome = field(validator=instance_of(Outcome))
    attainment: Interval | Reason = field(validator=instance_of(Interval, Reason))
    margin: Interval | Reason = field(validator=instance_of(Interval, Reason))
    progress: Interval | Reason = field(validator=instance_of(Interval, Reason))
    formula: Formula | Reason = field(validator=instance_of(Formula, Reason))
    reason: Reason | Absent = field(validator=instance_of(Reason, Absent))


def assess(target: Target, observation: Observation, review: Review) -> Assessment:
    """Whether an observation meets a target.

    Args:
        target: what was wanted.
        observation: what came of it, of the same indicator, place and time.
        review: the review of both, which knows the indicator, and what the figures mean where they stand.

    Raises:
        FieldTypeError: for anything but a target, an observation and a review; nothing else is raised.

    >>> from aseansc.attainment import assess
    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> planted = review.observation("new-forest.2016-2018.total")
    >>> assessment = assess(review.target("new-forest.2016-2018.target"), planted, review)
    >>> assessment.outcome.value, assessment.reason.value
    ('undefined', 'target_not_stated')
    """
    for argument, kind in ((target, Target), (observation, Observation), (review, Review)):
        if not isinstance(argument, kind):
            raise FieldTypeError("of the wrong type", where="assess", got=argument, expected=f"a {kind.__name__}")
    reason = _incomparable(target, observation)
    if reason is not None:
        return _undefined(target, observation, reason)
    assert isinstance(target.value, Value)
    indicator = _indicator(review, target)
    if indicator is None or indicator.unit.dimension != observation.value.unit.dimension:
        return _undefined(target, observation, Reason.OTHER_INDICATOR)
    unit = target.value.unit
    actual = interval_in(review.interval(observation), observation.value.unit, unit)
    formula = _formula(target.value, indicator.better)
    wanted = target.value.magnitude
    share = _attainment(actual, target.value)
    progress = _progress(actual, target, review)
    if isinstance(formula, Reason):
        return Assessment(
            target=target.id,
            observation=observation.id,
            outcome=Outcome.UNDEFINED,
            attainment=share,
            margin=formula,
            progress=progress,
            formula=formula,
            reason=formula,
        )
    good = _wanted(formula, target.value)
    if good.contains(actual):
        outcome = Outcome.MET
    else:
        outcome = Outcome.CANNOT_TELL if good.overlaps(actual) else Outcome.NOT_MET
    margin: Interval | Reason
    if formula is Formula.WITHIN:
        margin = Reason.TARGET_UNCLEAR
    elif formula in _LOWER:
        margin = Interval.point(wanted) - actual
    else:
        margin = actual - Interval.point(wanted)
    return Assessment(
        target=target.id,
        observation=observation.id,
        outcome=outcome,
        attainment=share,
        margin=margin,
        progress=progress,
        formula=formula,
        reason=Absent.NOT_APPLICABLE,
    )


def implied_target(claim: AttainmentClaim, review: Review) -> Interval | Reason:
    """What a plan must have been, worked back from how far it is said to have been met; in the actual's unit.

    Args:
        claim: such as "vượt kế hoạch 25,5%".
        review: the review of it.

    Raises:
        FieldTypeError: for anything but an attainment claim and a review.
        UnknownNameError: for a claim about a figure that the review does not have.

    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> plan = implied_target(review.claim("new-forest.2016-2018.attainment"), review)
    >>> plan.contains(6856), plan.contains(6850)
    (True, False)
    """
    for argument, kind in ((claim, AttainmentClaim), (review, Review)):
        if not isinstance(argument, kind):
            raise FieldTypeError(
                "of the wrong type", where="implied_target", got=argument, expected=f"a {kind.__name__}"
            )
    if isinstance(claim.actual, Absent):
        return Reason.ACTUAL_NOT_STATED
    actual = review.observation(claim.actual)
    return plan_behind(review.interval(actual), claim, review.indicator(actual.indicator))


def plan_behind(actual: Interval, claim: AttainmentClaim, indicator: Indicator) -> Interval | Reason:
    """The plan of which an actual is as much as a claim says; where that can be read in two ways, either plan."""
    plans: list[Interval] = []
    for attained in attained_of(claim.value, indicator):
        if plans and attained.upper is not None and attained.upper <= ZERO:
            continue  # the other reading is of no plan at all
        if attained.lower is None or attained.lower <= ZERO:
            return Reason.MAY_BE_ZERO
        plans.append(actual * Interval.point(HUNDRED) / attained)
    return hull(plans)


def attained_of(value: Attainment, indicator: Indicator) -> list[Interval]:
    """What a claim says in percent of the plan; two readings where less is better.

    To be 5 % *over* a plan of fewer poor households is to have more of them than planned, or to have done better; so is
    to reach 105 % of it.
    """
    of_plan = value.of_plan.interval()
    return [of_plan] if indicator.better is not Direction.DOWN else [of_plan, _TWICE - of_plan]


def _incomparable(target: Target, observation: Observation) -> Reason | None:
    if target.indicator != observation.indicator:
        return Reason.OTHER_INDICATOR
    if target.place != observation.place:
        return Reason.OTHER_PLACE
    if observation.breakdown:
        return Reason.PART_ONLY
    if Status.PLANNED in observation.statuses or Status.FORECAST in observation.statuses:
        return Reason.NOT_ACTUAL
    if isinstance(target.value, Absent):
        return Reason.TARGET_QUALITATIVE if target.value is Absent.QUALITATIVE else Reason.TARGET_NOT_STATED
    if isinstance(target.time, Absent):
        return Reason.TIME_NOT_STATED
    if target.time != observation.time:
        return Reason.OTHER_TIME
    if (target.time_collection, target.per) != (observation.time_collection, observation.per):
        return Reason.OTHER_COLLECTION
    if target.value.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY):  # no point that could be met
        return Reason.TARGET_UNCLEAR
    return None


def _undefined(target: Target, observation: Observation, reason: Reason) -> Assessment:
    return Assessment(
        target=target.id,
        observation=observation.id,
        outcome=Outcome.UNDEFINED,
        attainment=reason,
        margin=reason,
        progress=reason,
        formula=reason,
        reason=reason,
    )


def _indicator(review: Review, target: Target) -> Indicator | None:
    try:
        return review.indicator(target.indicator)
    except AseanscError:
        return None


_BY_QUALIFIER: Final = {
    Qualifier.OVER: Formula.ABOVE,
    Qualifier.AT_LEAST: Formula.AT_LEAST,
    Qualifier.UNDER: Formula.BELOW,
    Qualifier.AT_MOST: Formula.AT_MOST,
    Qualifier.BETWEEN: Formula.WITHIN,
}
_BY_DIRECTION: Final = {
    Direction.UP: Formula.AT_LEAST,
    Direction.DOWN: Formula.AT_MOST,
    Direction.STEADY: Formula.EQUAL,
}


def _formula(value: Value, better: Direction | Absent) -> Formula | Reason:
    """The words of the target decide; where they are silent, the indicator's better direction does."""
    worded = _BY_QUALIFIER.get(value.qualifier)
    if worded is not None:
        if value.magnitude < 0:  # of a negative magnitude the words speak of its size
            return _MIRRORED.get(worded, worded)
        return worded
    return Reason.NO_DIRECTION if isinstance(better, Absent) else _BY_DIRECTION[better]


_MIRRORED: Final = {
    Formula.ABOVE: Formula.BELOW,
    Formula.BELOW: Formula.ABOVE,
    Formula.AT_LEAST: Formula.AT_MOST,
    Formula.AT_MOST: Formula.AT_LEAST,
}


def _wanted(formula: Formula, value: Value) -> Interval:
    """The quantities that meet a target; the target itself is a decision, and so a point."""
    point = value.magnitude
    if formula in _HIGHER:
        return Interval(lower=point, lower_open=formula is Formula.ABOVE)
    if formula in _LOWER:
        return Interval(upper=point, upper_open=formula is Formula.BELOW)
    return Interval(lower=point, upper=point if value.upper is None else value.upper)


def _attainment(actual: Interval, wanted: Value) -> Interval | Reason:
    if wanted.qualifier is Qualifier.BETWEEN:
        return Reason.TARGET_UNCLEAR
    if wanted.magnitude == 0:
        return Reason.ZERO_PLAN
    if wanted.magnitude < 0:
        return Reason.NEGATIVE_PLAN
    return Interval.point(HUNDRED) * actual / Interval.point(wanted.magnitude)


def _progress(actual: Interval, target: Target, review: Review) -> Interval | Reason:
    """100 × (a − b) ÷ (t − b), written as 100 × (1 + (a − t) ÷ (t − b)): then each figure stands in it once."""
    assert isinstance(target.value, Value)
    if isinstance(target.baseline, Absent):
        return Reason.NO_BASELINE
    if target.value.qualifier is Qualifier.BETWEEN:
        return Reason.TARGET_UNCLEAR
    try:
        baseline = review.observation(target.baseline)
        start = interval_in(review.interval(baseline), baseline.value.unit, target.value.unit)
    except AseanscError:
        return Reason.BASELINE_NOT_KNOWN
    wanted = Interval.point(target.value.magnitude)
    way = wanted - start
    if way.is_point and way.lower == ZERO:
        return Reason.BASELINE_EQUALS_TARGET
    if (way.lower is None or way.lower <= ZERO) and (way.upper is None or way.upper >= ZERO):
        return Reason.BASELINE_MAY_EQUAL_TARGET
    return Interval.point(HUNDRED) * (Interval.point(ONE) + (actual - wanted) / way)
