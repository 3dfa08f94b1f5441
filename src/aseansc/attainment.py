"""Compare observations with targets: whether a target was met, by how much, and the progress from its baseline.

All results are intervals, because printed figures are only known to be in intervals. A plan of 900 thousand was not met
by "gần 900 nghìn" (nearly 900 thousand); for a rounded "900 nghìn" the outcome is not known. Results may be above
100 % or below 0. If a result cannot be computed, a `Reason` takes its place; no error is raised.
"""

from __future__ import annotations

from typing import Final, final

from attrs import evolve, field, frozen

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

__all__ = ["Assessment", "Formula", "Outcome", "Reason", "assess", "implied_target"]


@final
class Outcome(CodeList):
    """Whether a target was met.

    - ``met``: it was met, for all possible values of the figure.
    - ``not_met``: it was not met, for all possible values.
    - ``cannot_tell``: it was met for some possible values and not for others.
    - ``undefined``: the figure and the target cannot be compared; see `Assessment.reason`.
    """

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"
    UNDEFINED = "undefined"


@final
class Reason(CodeList):
    """The reason why a result cannot be computed. Like `Absent`, every member is falsy."""

    TARGET_NOT_STATED = "target_not_stated"
    TARGET_QUALITATIVE = "target_qualitative"
    TARGET_UNCLEAR = "target_unclear"
    TIME_NOT_STATED = "time_not_stated"
    OTHER_INDICATOR = "other_indicator"
    OTHER_PLACE = "other_place"
    OTHER_TIME = "other_time"
    OTHER_COLLECTION = "other_collection"
    PART_ONLY = "part_only"
    OTHER_CATEGORY = "other_category"
    TARGET_OF_CHANGE = "target_of_change"
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
    """The condition for the actual value *a* to meet the target *t*, and the margin by which it does.

    - ``at_least``: *a* ≥ *t*; margin *a* − *t*. More is better.
    - ``above``: *a* > *t*; margin *a* − *t*. More is better, and the target itself is not enough (*trên*).
    - ``at_most``: *a* ≤ *t*; margin *t* − *a*. Less is better.
    - ``below``: *a* < *t*; margin *t* − *a*. Less is better, and the target itself is too much (*dưới*).
    - ``equal``: *a* = *t*; margin *a* − *t*. The value should not change.
    - ``within``: *t1* ≤ *a* ≤ *t2*; no margin is computed.

    In all cases, attainment = 100 × *a* ÷ *t*, and progress = 100 × (*a* − *b*) ÷ (*t* − *b*) with the baseline *b*.
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
    """The result of comparing an observation with a target.

    Args:
        target: id of the target.
        observation: id of the observation.
        outcome: whether the target was met.
        attainment: the actual value in percent of the target.
        margin: how much better than the target the value is (negative if worse), in the unit of the target; in
            percentage points for percent.
        progress: the share of the way from the baseline to the target, in percent.
        formula: the condition that was checked, or the reason why none could be.
        reason: why the outcome is undefined; ``Absent.NOT_APPLICABLE`` if it is defined.
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
    """Compare an observation with a target.

    Args:
        target: the target.
        observation: the actual value, for the same indicator, place and time.
        review: the review that contains both; it has the indicator and the possible values of its figures.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        OperandError: if the target or the observation does not belong to this review.

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
            raise FieldTypeError("wrong type", where="assess", got=argument, expected=f"a {kind.__name__}")
    reason, indicator = _incomparable(target, observation), _indicator(review, target)
    if reason is not None:
        return _undefined(target, observation, reason)
    assert isinstance(target.value, Value)
    assert not isinstance(observation.value, Absent)
    if indicator is None or indicator.unit.dimension != observation.value.unit.dimension:
        return _undefined(target, observation, Reason.OTHER_INDICATOR)
    review.require_own(target, observation, where="assess", changed=True)
    actual = review.interval_in(observation, target.value.unit)
    result = evolve(
        _undefined(target, observation, Reason.NO_DIRECTION),
        attainment=_attainment(actual, target.value),
        progress=_progress(actual, target, review),
    )
    formula = _formula(target.value, indicator.better)
    if isinstance(formula, Reason):
        return result
    good = _wanted(formula, target.value)
    if good.contains(actual):
        outcome = Outcome.MET
    else:
        outcome = Outcome.CANNOT_TELL if good.overlaps(actual) else Outcome.NOT_MET
    margin = _margin(formula, actual, Interval.point(target.value.magnitude))
    return evolve(result, outcome=outcome, margin=margin, formula=formula, reason=Absent.NOT_APPLICABLE)


def _margin(formula: Formula, actual: Interval, wanted: Interval) -> Interval | Reason:
    if formula is Formula.WITHIN:
        return Reason.TARGET_UNCLEAR
    return wanted - actual if formula in _LOWER else actual - wanted


def implied_target(claim: AttainmentClaim, review: Review) -> Interval | Reason:
    """Return the possible values of a plan, derived from an attainment and the actual value.

    Args:
        claim: the attainment, such as "vượt kế hoạch 25,5%".
        review: the review that contains it.

    Returns:
        An interval in the unit of the actual value, or the reason why it cannot be computed.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        OperandError: if the claim does not belong to this review.

    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> plan = implied_target(review.claim("new-forest.2016-2018.attainment"), review)
    >>> plan.contains(6856), plan.contains(6850)
    (True, False)
    """
    for argument, kind in ((claim, AttainmentClaim), (review, Review)):
        if not isinstance(argument, kind):
            raise FieldTypeError("wrong type", where="implied_target", got=argument, expected=f"a {kind.__name__}")
    review.require_own(claim, where="implied_target", changed=True)
    if isinstance(claim.actual, Absent):
        return Reason.ACTUAL_NOT_STATED
    actual = review.observation(claim.actual)
    return plan_behind(review.interval(actual), claim, review.indicator(actual.indicator))


def plan_behind(actual: Interval, claim: AttainmentClaim, indicator: Indicator) -> Interval | Reason:
    """Return the possible values of the plan behind an attainment; if the claim has two readings, of both."""
    plans: list[Interval] = []
    for attained in attained_of(claim.value, indicator):
        if plans and attained.upper is not None and attained.upper <= ZERO:
            continue  # no plan is possible in the second reading
        if attained.lower is None or attained.lower <= ZERO:
            return Reason.MAY_BE_ZERO
        plans.append(actual * Interval.point(HUNDRED) / attained)
    return hull(plans)


def attained_of(value: Attainment, indicator: Indicator) -> list[Interval]:
    """Return the readings of an attainment, in percent of the plan: one, or two if less is better.

    "5 % over a plan" to have fewer poor households may mean that there are more of them than planned, or that the
    result is better than planned. "105 % of the plan" is ambiguous in the same way.
    """
    of_plan = value.of_plan.interval()
    return [of_plan] if indicator.better is not Direction.DOWN else [of_plan, _TWICE - of_plan]


def _incomparable(target: Target, observation: Observation) -> Reason | None:
    if isinstance(observation.value, Absent):
        return Reason.ACTUAL_NOT_STATED
    if target.indicator != observation.indicator:
        return Reason.OTHER_INDICATOR
    if target.place != observation.place:
        return Reason.OTHER_PLACE
    if frozenset(observation.breakdown) != frozenset(target.breakdown):
        return Reason.PART_ONLY if observation.breakdown else Reason.OTHER_CATEGORY
    if Status.PLANNED in observation.statuses or Status.FORECAST in observation.statuses:
        return Reason.NOT_ACTUAL
    if isinstance(target.value, Absent):
        return Reason.TARGET_QUALITATIVE if target.value is Absent.QUALITATIVE else Reason.TARGET_NOT_STATED
    if not isinstance(target.value, Value):
        return Reason.TARGET_OF_CHANGE
    if isinstance(target.time, Absent):
        return Reason.TIME_NOT_STATED
    if target.time != observation.time:
        return Reason.OTHER_TIME
    if (target.time_collection, target.per) != (observation.time_collection, observation.per):
        return Reason.OTHER_COLLECTION
    if target.value.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY):  # not a single value that could be met
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
    """Choose the formula by the qualifier of the target; without one, by the better direction of the indicator."""
    by_qualifier = _BY_QUALIFIER.get(value.qualifier)
    if by_qualifier is not None:
        if value.magnitude < 0:  # for a negative magnitude, the words refer to the absolute value
            return _MIRRORED.get(by_qualifier, by_qualifier)
        return by_qualifier
    return Reason.NO_DIRECTION if isinstance(better, Absent) else _BY_DIRECTION[better]


_MIRRORED: Final = {
    Formula.ABOVE: Formula.BELOW,
    Formula.BELOW: Formula.ABOVE,
    Formula.AT_LEAST: Formula.AT_MOST,
    Formula.AT_MOST: Formula.AT_LEAST,
}


def _wanted(formula: Formula, value: Value) -> Interval:
    """Return the values that meet a target. The target is a decision, so its number is exact."""
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
    """Compute 100 × (a − b) ÷ (t − b) as 100 × (1 + (a − t) ÷ (t − b)), which uses b once, for a narrower interval."""
    assert isinstance(target.value, Value)
    if isinstance(target.baseline, Absent):
        return Reason.NO_BASELINE
    if target.value.qualifier is Qualifier.BETWEEN:
        return Reason.TARGET_UNCLEAR
    try:
        baseline = review.observation(target.baseline)
        start = review.interval_in(baseline, target.value.unit)
    except AseanscError:
        return Reason.BASELINE_NOT_KNOWN
    wanted = Interval.point(target.value.magnitude)
    way = wanted - start
    if way.is_point and way.lower == ZERO:
        return Reason.BASELINE_EQUALS_TARGET
    if (way.lower is None or way.lower <= ZERO) and (way.upper is None or way.upper >= ZERO):
        return Reason.BASELINE_MAY_EQUAL_TARGET
    return Interval.point(HUNDRED) * (Interval.point(ONE) + (actual - wanted) / way)
