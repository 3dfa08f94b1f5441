"""Compare figures with targets: whether a target was met, by how much, and the progress from its baseline.

All results are intervals, because printed figures are only known to be in intervals. A plan of 900 thousand was not met
by "gần 900 nghìn" (nearly 900 thousand); for a rounded "900 nghìn" the outcome is not known. Results may be above
100 % or below 0. If a result cannot be computed, a `Reason` takes its place; no error is raised.
"""

from __future__ import annotations

from typing import Final, final

from attrs import evolve, field, frozen

from aseansc._attrs import Record, instance_of
from aseansc._decimals import HUNDRED, ONE, ZERO
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.codelists import Absent, CodeList
from aseansc.comparability import Comparability, Reason, basis_of, compare_bases
from aseansc.errors import AseanscError, OperandError, bug, require
from aseansc.indicators import Direction, Indicator, PriceBasis
from aseansc.intervals import Interval, hull
from aseansc.observations import Observation, Status
from aseansc.periods import days_of
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.trends import StatedChange, readings_of, require_alike, sizes, stated_change, widened, years_between
from aseansc.units import UnitKind
from aseansc.values import OPPOSITE, Attainment, Change, Qualifier, RelativeChange, Value, interval_in

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
class Formula(CodeList):
    """The condition for the actual value *a* to meet the target *t*, and the margin by which it does.

    - ``at_least``: *a* ≥ *t*; margin *a* − *t*. More is better.
    - ``above``: *a* > *t*; margin *a* − *t*. More is better, and the target itself is not enough (*trên*).
    - ``at_most``: *a* ≤ *t*; margin *t* − *a*. Less is better.
    - ``below``: *a* < *t*; margin *t* − *a*. Less is better, and the target itself is too much (*dưới*).
    - ``equal``: *a* = *t*; margin *a* − *t*. The value should not change.
    - ``within``: *t1* ≤ *a* ≤ *t2*; no margin is computed. If more or less is better, a range is met by ``at_least``
      *t1* or ``at_most`` *t2*: a result beyond its far end is better still.

    In all cases, attainment = 100 × *a* ÷ *t*, and progress = 100 × (*a* − *b*) ÷ (*t* − *b*) with the baseline *b*.
    For a target that is a change, *a* and *t* are changes, and progress is the attainment.
    """

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"
    EQUAL = "equal"
    WITHIN = "within"


_TWICE: Final = Interval.point(200)
_VAGUE: Final = (Qualifier.ABOUT, Qualifier.NEARLY)
_HIGHER: Final = (Formula.AT_LEAST, Formula.ABOVE)
_LOWER: Final = (Formula.AT_MOST, Formula.BELOW)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Assessment(Record):
    """The result of comparing an observation, or a claimed change, with a target.

    Args:
        target: id of the target.
        observation: id of the observation or of the claim.
        outcome: whether the target was met; for an estimate from a survey, with its stated sampling error.
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


def assess(target: Target, actual: Observation | ChangeClaim, review: Review) -> Assessment:
    """Compare an observation, or a claimed change, with a target.

    A target that is a change is compared with the change from its baseline to the observation (per year, if it is per
    year), or with a claimed change.

    Args:
        target: the target.
        actual: the actual value, for the same indicator, place, categories and time. For a planned change, the level
            at the end of its time; for a change per year, also an earlier one, or a claimed change.
        review: the review that contains both; it has the indicator and the possible values of its figures.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        OperandError: if the target or the actual figure does not belong to this review.

    >>> from aseansc.attainment import assess
    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> planted = review.observation("new-forest.2016-2018.total")
    >>> assessment = assess(review.target("new-forest.2016-2018.target"), planted, review)
    >>> assessment.outcome.value, assessment.reason.value
    ('undefined', 'target_not_stated')
    """
    require(target, Target, where="assess, target")
    require(actual, Observation, ChangeClaim, where="assess, actual")
    require(review, Review, where="assess, review")
    indicator = _indicator(review, target)
    of_change = is_planned_change(target, indicator)
    reason: Reason | None = _unlike(target, actual, review)
    if reason is None:
        reason = (_other_end if of_change else _other_moment)(target, actual)
    if reason is None:
        reason = Reason.OTHER_INDICATOR if indicator is None else _other_basis(actual, indicator, review)
    if reason is None and not isinstance(target.value, Absent) and target.value.qualifier in _VAGUE:
        reason = Reason.TARGET_UNCLEAR  # not a single value that could be met
    if reason is not None:
        return _undefined(target, actual, reason)
    if indicator is None:
        raise bug(indicator)
    review.require_own(target, actual, where="assess", changed=True)
    if of_change:
        return _assess_change(target, actual, review, indicator)
    if not isinstance(actual, Observation):
        raise bug(actual)
    return _assess_level(target, actual, review, indicator)


def is_planned_change(target: Target, indicator: Indicator | None) -> bool:
    """Return whether a target is a change of its indicator.

    The level of a net flow is a `Change` too, in the unit of the indicator; one per year is a planned change.
    """
    if not isinstance(target.value, Change):
        return isinstance(target.value, RelativeChange)
    return indicator is None or not indicator.net or target.value.unit.dimension != indicator.unit.dimension


def _assess_level(target: Target, observation: Observation, review: Review, indicator: Indicator) -> Assessment:
    if not isinstance(target.value, Value | Change):
        raise bug(target.value)
    if isinstance(observation.value, Absent):
        raise bug(observation.value)
    if {observation.value.unit.dimension, target.value.unit.dimension} != {indicator.unit.dimension}:
        return _undefined(target, observation, Reason.OTHER_INDICATOR)
    actual = review.interval_in(observation, target.value.unit)
    likely = widened(review, observation, target.value.unit)
    made = evolve(_judged(actual, target.value, indicator), outcome=_judged(likely, target.value, indicator).outcome)
    if target.value.unit.kind is not UnitKind.RANK and target.value.magnitude < 0:
        made = evolve(made, attainment=Reason.NEGATIVE_PLAN)
    baseline = _baseline(target, observation, review, indicator)
    if isinstance(baseline, Observation):
        progress = _progress(actual, target.value, review.interval_in(baseline, target.value.unit))
    else:
        progress = baseline
    return evolve(made, target=target.id, observation=observation.id, progress=progress)


def _judged(actual: Interval, value: Value | Change | RelativeChange, indicator: Indicator) -> Assessment:
    """Compare what was reached with a planned value or change in the same unit."""
    attained = _attainment(actual, value)
    result = Assessment(
        target="",
        observation="",
        outcome=Outcome.UNDEFINED,
        attainment=attained,
        margin=Reason.NO_DIRECTION,
        progress=attained,
        formula=Reason.NO_DIRECTION,
        reason=Reason.NO_DIRECTION,
    )
    formula = _formula(value, indicator.improvement)
    if isinstance(formula, Reason):
        return result
    good = _wanted(formula, value)
    if good.contains(actual):
        outcome = Outcome.MET
    else:
        outcome = Outcome.CANNOT_TELL if good.overlaps(actual) else Outcome.NOT_MET
    margin = _margin(formula, actual, good)
    return evolve(result, outcome=outcome, margin=margin, formula=formula, reason=Absent.NOT_APPLICABLE)


def _assess_change(
    target: Target, actual: Observation | ChangeClaim, review: Review, indicator: Indicator
) -> Assessment:
    """Compare a planned change with a change; if one of them has several readings with a size, in all of them."""
    if not isinstance(target.value, Change | RelativeChange):
        raise bug(target.value)
    made: list[Assessment] = []
    outcomes: set[Outcome] = set()
    for reading in _sized(target.value):
        judged = _judged_reading(target, actual, review, indicator, reading)
        if isinstance(judged, Reason):
            return _undefined(target, actual, judged)
        exact, wide = judged
        made += exact
        outcomes.update(item.outcome for item in wide)
    attained = _all_of([item.attainment for item in made])
    return evolve(
        made[0],
        target=target.id,
        observation=actual.id,
        outcome=outcomes.pop() if len(outcomes) == 1 else Outcome.CANNOT_TELL,
        attainment=attained,
        margin=_all_of([item.margin for item in made]),
        progress=attained,
    )


def _judged_reading(
    target: Target,
    actual: Observation | ChangeClaim,
    review: Review,
    indicator: Indicator,
    reading: Change | RelativeChange,
) -> tuple[list[Assessment], list[Assessment]] | Reason:
    """Compare one reading of a planned change with a change as printed, and within its sampling errors."""
    planned = stated_change(reading, indicator.unit)
    if planned is None:  # a review is valid only if a planned change is in the unit of its indicator
        raise bug(reading)
    if isinstance(actual, Observation):
        reached = reached_by(target, actual, planned, review, indicator)
        likely = reached_by(target, actual, planned, review, indicator, sampled=True)
    else:
        reached = likely = _claimed(actual, planned, indicator)
    if isinstance(reached, Reason):
        return reached
    if isinstance(likely, Reason):
        return likely

    def judge(items: list[Interval]) -> list[Assessment]:
        return [_judged(interval_in(item, planned.full, reading.unit), reading, indicator) for item in items]

    return judge(reached), judge(likely)


def reached_by(
    target: Target,
    actual: Observation,
    planned: StatedChange,
    review: Review,
    indicator: Indicator,
    *,
    sampled: bool = False,
) -> list[Interval] | Reason:
    """Return the change from the baseline of a target, in the form of the planned change; both forms of a growth rate.

    They are in the unit of `StatedChange.full`; ``sampled`` widens both levels by their sampling errors.
    """
    baseline = _baseline(target, actual, review, indicator)
    if isinstance(baseline, Reason):
        return Reason.TARGET_OF_CHANGE if baseline is Reason.NO_BASELINE else baseline
    years = years_between(baseline, actual)
    if years is None:  # else the baseline is not comparable
        raise bug(years)
    values = widened if sampled else Review.interval_in
    before, after = (values(review, item, indicator.unit) for item in (baseline, actual))
    return sizes(before, after, years, indicator.unit, planned)


def _baseline(target: Target, actual: Observation, review: Review, indicator: Indicator) -> Observation | Reason:
    """Return the baseline of a target, if the actual figure is comparable with it."""
    if isinstance(target.baseline, Absent):
        return Reason.NO_BASELINE
    try:
        baseline = review.observation(target.baseline)
    except AseanscError:
        return Reason.BASELINE_NOT_KNOWN
    if isinstance(baseline.value, Absent):
        return Reason.BASELINE_NOT_KNOWN
    try:
        comparability = require_alike(baseline, actual, indicator, "assess")
    except OperandError:
        return Reason.BASELINE_NOT_COMPARABLE
    known = comparability is Comparability.COMPARABLE and years_between(baseline, actual) is not None
    return baseline if known else Reason.BASELINE_NOT_COMPARABLE


def _sized(value: Change | RelativeChange) -> list[Change | RelativeChange]:
    return [reading for reading in readings_of(value) if not isinstance(reading, Absent)]


def _claimed(claim: ChangeClaim, planned: StatedChange, indicator: Indicator) -> list[Interval] | Reason:
    """Return the readings of a claimed change in the form of a planned one."""
    made: list[Interval] = []
    for reading in _sized(claim.value):
        stated = stated_change(reading, indicator.unit)
        if stated is None or (stated.relative, stated.per) != (planned.relative, planned.per):
            return Reason.OTHER_FORM
        made.append(stated.stated)
    return made


def _all_of(results: list[Interval | Reason]) -> Interval | Reason:
    found = [item for item in results if isinstance(item, Interval)]
    return hull(found) if len(found) == len(results) else next(item for item in results if isinstance(item, Reason))


def _margin(formula: Formula, actual: Interval, wanted: Interval) -> Interval | Reason:
    end = wanted.upper if formula in _LOWER else wanted.lower
    if formula is Formula.WITHIN or end is None:
        return Reason.TARGET_UNCLEAR
    return Interval.point(end) - actual if formula in _LOWER else actual - Interval.point(end)


def implied_target(claim: AttainmentClaim, review: Review) -> Interval | Reason:
    """Return the possible values of a plan, derived from an attainment and the actual value.

    Where less is better, they include the plans behind the usual ways of computing an attainment.

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
    require(claim, AttainmentClaim, where="implied_target, claim")
    require(review, Review, where="implied_target, review")
    review.require_own(claim, where="implied_target", changed=True)
    if isinstance(claim.actual, Absent):
        return Reason.ACTUAL_NOT_STATED
    actual = review.observation(claim.actual)
    if isinstance(actual.value, Absent):
        return Reason.ACTUAL_NOT_STATED
    if actual.value.unit.kind is UnitKind.RANK:
        return Reason.RANK
    target = None if isinstance(claim.target, Absent) else review.target(claim.target)
    if target is not None and is_planned_change(target, review.indicator(target.indicator)):
        return Reason.TARGET_OF_CHANGE
    return plan_behind(review.interval(actual), claim, review.indicator(actual.indicator))


def plan_behind(actual: Interval, claim: AttainmentClaim, indicator: Indicator) -> Interval | Reason:
    """Return the possible values of the plan behind an attainment; if less is better, in all of its readings.

    These are the two of `attained_of`, and plan ÷ actual figure.
    """
    plans: list[Interval] = []
    for attained in attained_of(claim.value, indicator):
        if plans and attained.upper is not None and attained.upper <= ZERO:
            continue  # no plan is possible in the second reading
        if attained.lower is None or attained.lower <= ZERO:
            return Reason.MAY_BE_ZERO
        plans.append(actual * Interval.point(HUNDRED) / attained)
    if indicator.improvement is Direction.DOWN:
        plans.append(actual * claim.value.of_plan.interval() / Interval.point(HUNDRED))
    return hull(plans)


def attained_of(value: Attainment, indicator: Indicator) -> list[Interval]:
    """Return the readings of an attainment, in percent of the plan: one, or two if less is better.

    "5 % over a plan" to have fewer poor households may mean that there are more of them than planned, or that the
    result is better than planned. "105 % of the plan" is ambiguous in the same way.
    """
    of_plan = value.of_plan.interval()
    return [of_plan] if indicator.improvement is not Direction.DOWN else [of_plan, _TWICE - of_plan]


def _unlike(target: Target, actual: Observation | ChangeClaim, review: Review) -> Reason | None:
    """Return why a figure is not one that a target can be compared with, whatever its time."""
    if isinstance(actual.value, Absent):
        return Reason.ACTUAL_NOT_STATED
    if target.indicator != actual.indicator:
        return Reason.OTHER_INDICATOR
    if target.place != actual.place:
        return Reason.OTHER_PLACE
    categories = _categories(actual, review)
    if categories != frozenset(target.breakdown):
        return Reason.PART_ONLY if categories else Reason.OTHER_CATEGORY
    if Status.PLANNED in actual.statuses or Status.FORECAST in actual.statuses:
        return Reason.NOT_ACTUAL
    if isinstance(target.value, Absent):
        return Reason.TARGET_QUALITATIVE if target.value is Absent.QUALITATIVE else Reason.TARGET_NOT_STATED
    return Reason.TIME_NOT_STATED if isinstance(target.time, Absent) else None


def _categories(actual: Observation | ChangeClaim, review: Review) -> frozenset[str]:
    """Return the categories of a figure; a claimed change has those of its levels."""
    level = _level(actual, review)
    return frozenset() if level is None else frozenset(level.breakdown)


def _level(actual: Observation | ChangeClaim, review: Review) -> Observation | None:
    """Return an observation itself, and the last stated level of a claimed change."""
    if isinstance(actual, Observation):
        return actual
    names = [name for name in (actual.start, actual.end) if not isinstance(name, Absent)]
    return review.observation(names[-1]) if names else None


def _other_basis(actual: Observation | ChangeClaim, indicator: Indicator, review: Review) -> Reason | None:
    """Return why a figure was not counted like the target, which has the basis of its indicator.

    Amounts without a stated price basis are taken to be in current prices, if a change states its own.
    """
    wanted = basis_of(indicator)
    own = basis_of(indicator, _level(actual, review))
    if isinstance(actual, ChangeClaim) and not isinstance(actual.price_basis, Absent):
        if wanted.price_basis is Absent.NOT_STATED:
            wanted = evolve(wanted, price_basis=PriceBasis.CURRENT)
        own = evolve(own, price_basis=actual.price_basis, price_period=actual.price_period)
    comparability, difference = compare_bases(wanted, own)
    if comparability is not Comparability.DIFFERENT:
        return None
    return Reason.OTHER_STANDARD if difference == "standard" else Reason.OTHER_PRICES


def _other_moment(target: Target, actual: Observation | ChangeClaim) -> Reason | None:
    """Return why a figure is not the level that a target sets."""
    if isinstance(actual, ChangeClaim):
        return Reason.OTHER_FORM
    if target.time != actual.time:
        return Reason.OTHER_TIME
    if (target.time_collection, target.per) != (actual.time_collection, actual.per):
        return Reason.OTHER_COLLECTION
    return None


def _other_end(target: Target, actual: Observation | ChangeClaim) -> Reason | None:
    """Return why a figure does not show the change by the end of its time; a change per year also by an earlier day."""
    if not isinstance(target.value, Change | RelativeChange):
        raise bug(target.value)
    if isinstance(target.time, Absent):
        raise bug(target.time)
    (first, last), (start, end) = days_of(target.time), days_of(actual.time)
    if any(unit.kind is UnitKind.DURATION for unit in target.value.unit.denominators):
        return (
            None if first <= end <= last and (start >= first or isinstance(actual, Observation)) else Reason.OTHER_TIME
        )
    same = target.time == actual.time if isinstance(actual, ChangeClaim) else end == last
    return None if same else Reason.OTHER_TIME


def _undefined(target: Target, observation: Observation | ChangeClaim, reason: Reason) -> Assessment:
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


def _formula(value: Value | Change | RelativeChange, better: Direction | Absent) -> Formula | Reason:
    """Choose the formula by the qualifier of the target; without one, by the better direction of the indicator."""
    by_qualifier = _BY_QUALIFIER.get(value.qualifier)
    if by_qualifier is Formula.WITHIN and not isinstance(better, Absent) and better is not Direction.STEADY:
        return _BY_DIRECTION[better]
    if by_qualifier is not None:
        # For a negative magnitude, the words refer to the absolute value.
        return _BY_QUALIFIER[OPPOSITE[value.qualifier]] if value.magnitude < 0 else by_qualifier
    return Reason.NO_DIRECTION if isinstance(better, Absent) else _BY_DIRECTION[better]


def _wanted(formula: Formula, value: Value | Change | RelativeChange) -> Interval:
    """Return the values that meet a target. The target is a decision, so its numbers are exact."""
    first = value.magnitude
    last = first if value.upper is None else value.upper
    if formula in _HIGHER:
        return Interval(lower=first, lower_open=formula is Formula.ABOVE)
    if formula in _LOWER:
        return Interval(upper=last, upper_open=formula is Formula.BELOW)
    return Interval(lower=first, upper=last)


def _attainment(actual: Interval, wanted: Value | Change | RelativeChange) -> Interval | Reason:
    if wanted.unit.kind is UnitKind.RANK:
        return Reason.RANK
    if wanted.qualifier is Qualifier.BETWEEN:
        return Reason.TARGET_UNCLEAR
    if wanted.magnitude == 0:
        return Reason.ZERO_PLAN
    return Interval.point(HUNDRED) * actual / Interval.point(wanted.magnitude)


def _progress(actual: Interval, value: Value | Change, start: Interval) -> Interval | Reason:
    """Compute 100 × (a − b) ÷ (t − b) as 100 × (1 + (a − t) ÷ (t − b)), which uses b once, for a narrower interval."""
    if value.qualifier is Qualifier.BETWEEN:
        return Reason.TARGET_UNCLEAR
    wanted = Interval.point(value.magnitude)
    way = wanted - start
    if way == Interval.point(ZERO):
        return Reason.BASELINE_EQUALS_TARGET
    if (way.lower is None or way.lower <= ZERO) and (way.upper is None or way.upper >= ZERO):
        return Reason.BASELINE_MAY_EQUAL_TARGET
    return Interval.point(HUNDRED) * (Interval.point(ONE) + (actual - wanted) / way)
