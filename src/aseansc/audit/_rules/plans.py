"""Check attainments against plans and actual figures, and the plans for parts against the plan for the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve, frozen

from aseansc.attainment import attained_of, plan_behind
from aseansc.audit._figures import Figure, Figures, can_be_at_most, evidence, is_above_zero, judge, undetermined
from aseansc.audit._results import (
    Check,
    CheckCode,
    Computation,
    Evidence,
    Implied,
    Missing,
    MissingKind,
    Reading,
    ReadingKind,
    Relation,
    show,
)
from aseansc.audit._rules.breakdowns import added
from aseansc.claims import AttainmentClaim
from aseansc.codelists import Absent
from aseansc.indicators import Direction, Indicator
from aseansc.intervals import Interval
from aseansc.observations import Status
from aseansc.periods import TimeBasis
from aseansc.targets import Target
from aseansc.units import percent
from aseansc.values import Attainment, AttainmentForm, Qualifier, Value, interval_in

_READINGS = {
    AttainmentForm.OF_PLAN: ReadingKind.OF_PLAN,
    AttainmentForm.OVER_PLAN: ReadingKind.OVER_PLAN,
    AttainmentForm.UNDER_PLAN: ReadingKind.UNDER_PLAN,
}


@frozen(eq=False)
class _Plan:
    """A plan with the values that follow from an attainment.

    Attributes:
        target: id of the target.
        interval: the possible values of the plan.
        actual: the figure that the attainment compares with the plan.
        shown: the evidence.
    """

    target: str
    interval: Interval
    actual: Figure
    shown: tuple[Evidence, ...]


PlanKey: TypeAlias = tuple[str, object, object, object, tuple[Status, ...]]
"""What comparable plans have in common: place, time, aggregation over time, unit of time, and statuses."""


def plan_key(target: Target) -> PlanKey | None:
    """Return the key that comparable plans share, or ``None`` if the time of the plan is not printed."""
    if isinstance(target.time, Absent) or target.time_basis is TimeBasis.ASSUMED:
        return None
    return target.place, target.time, target.time_collection, target.per, target.statuses


def plans(figures: Figures) -> Iterator[Check]:
    """Check every attainment against its plan, or derive the plan; then compare plans for parts and wholes."""
    found: dict[str, dict[PlanKey, list[_Plan]]] = {}
    for claim in figures.review.claims:
        if not isinstance(claim, AttainmentClaim) or isinstance(claim.actual, Absent):
            continue
        actual = figures.by_id[claim.actual]
        target = None if isinstance(claim.target, Absent) else figures.review.target(claim.target)
        if target is not None and not have_same_aggregation(actual, target):
            yield _not_comparable(figures, claim, actual, target)
            continue
        indicator = figures.indicator(actual.observation.indicator)
        plan = plan_behind(actual.interval, claim, indicator)
        key = None if target is None else plan_key(target)
        if isinstance(plan, Interval) and target is not None and key is not None and not actual.key.breakdown:
            shown: tuple[Evidence, ...] = (evidence(claim),)
            if not isinstance(target.value, Absent):
                # A percentage of "at least 1 200" refers to 1 200, so it does not limit the plan any further.
                plan = interval_in(planned(target.value), target.value.unit, indicator.unit)
                shown = (*shown, evidence(target))
            same = found.setdefault(target.indicator, {}).setdefault(key, [])
            same.append(_Plan(target.id, plan, actual, shown))
        if target is None or isinstance(target.value, Absent):
            missing = Missing(kind=MissingKind.PLAN, name=claim.id if target is None else target.id)
            yield _implied(claim, actual, indicator, missing, plan if isinstance(plan, Interval) else None)
        else:
            yield _against_plan(claim, actual, indicator, target, target.value)
    yield from _plans_of_parts(figures, found)


def have_same_aggregation(actual: Figure, target: Target) -> bool:
    """Return whether a figure can be a percentage of a plan; a yearly figure cannot, if the plan is for all years."""
    observed = actual.observation
    if isinstance(target.time_collection, Absent) or not (
        observed.time_collection.is_repeated or target.time_collection.is_repeated
    ):
        return True
    return observed.per == target.per


def _not_comparable(figures: Figures, claim: AttainmentClaim, actual: Figure, target: Target) -> Check:
    unit = figures.indicator(target.indicator).unit
    shown = [show(actual.interval), *([] if isinstance(target.value, Absent) else [show(number_of(target.value))])]
    return undetermined(
        CheckCode.PLAN_ATTAINMENT,
        [actual],
        Computation(expression=", ".join(shown), unit=unit.code),
        Missing(kind=MissingKind.COLLECTION, name=target.id),
        other_evidence=[evidence(claim), evidence(target)],
    )


def _implied(
    claim: AttainmentClaim, actual: Figure, indicator: Indicator, missing: Missing, plan: Interval | None
) -> Check:
    attained = ", ".join(map(show, attained_of(claim.value, indicator)))
    computed: Interval | Absent = Absent.NOT_APPLICABLE
    implied: Implied | Absent = Absent.NOT_APPLICABLE
    if plan is not None:
        computed, implied = plan, Implied(name=str(missing.name), interval=plan, unit=indicator.unit.code)
    return undetermined(
        CheckCode.PLAN_ATTAINMENT,
        [actual],
        Computation(
            expression=f"{show(actual.interval)} × 100 ÷ {attained}", computed=computed, unit=indicator.unit.code
        ),
        missing,
        other_evidence=[evidence(claim)],
        implied=implied,
    )


def _against_plan(claim: AttainmentClaim, actual: Figure, indicator: Indicator, target: Target, value: Value) -> Check:
    stated = attained_of(claim.value, indicator)
    wanted = number_of(value)
    more = [evidence(claim), evidence(target)]
    expression = f"{show(actual.interval)} × 100 ÷ {show(wanted)}"
    if not is_above_zero(wanted):
        return undetermined(
            CheckCode.PLAN_ATTAINMENT,
            [actual],
            Computation(expression=expression, stated=stated[0], unit=percent.code),
            Missing(kind=MissingKind.ZERO, name=target.id),
            other_evidence=more,
        )
    reached = actual.interval * Interval.point(100) / wanted
    fitting = next((attained for attained in stated if reached.overlaps(attained)), None)
    return judge(
        CheckCode.PLAN_ATTAINMENT,
        [actual],
        Computation(
            expression=expression,
            computed=reached,
            stated=stated[0] if fitting is None else fitting,
            unit=percent.code,
        ),
        fits=fitting is not None,
        other_evidence=more,
        alternative=Absent.NOT_APPLICABLE
        if fitting is not None
        else _otherwise(claim.value, actual, wanted, indicator),
    )


def planned(value: Value) -> Interval:
    """Return the possible values of a plan, for comparison with other plans. Only a count with all digits is exact."""
    return value.interval() if _may_be_rounded(value) else Interval.point(value.magnitude)


def number_of(value: Value) -> Interval:
    """Return the number that a percentage of a plan refers to: 100, for a plan of "at least 100".

    For "about", "nearly" and ranges, that number is not known; return the interval of its possible values.
    """
    if value.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.BETWEEN):
        return value.interval()
    plain = evolve(value, qualifier=Qualifier.EXACT)
    return plain.interval() if _may_be_rounded(plain) else Interval.point(value.magnitude)


def _may_be_rounded(value: Value) -> bool:
    return not (value.unit.is_whole and value.resolution == 1 and value.qualifier is Qualifier.EXACT)


def _otherwise(value: Attainment, actual: Figure, wanted: Interval, indicator: Indicator) -> Reading | Absent:
    """Return another reading of an attainment in which the figures agree: another form, or percentage points."""
    reached = actual.interval * Interval.point(100) / wanted
    for form, kind in _READINGS.items():
        if form is not value.form and evolve(value, form=form).of_plan.interval().overlaps(reached):
            return Reading(kind=kind, quantity=reached)
    margin = actual.interval - wanted
    if indicator.unit == percent and value.form is not AttainmentForm.OF_PLAN:
        beyond = -margin if value.form is AttainmentForm.UNDER_PLAN else margin
        # Where less is better, "over the plan" may mean better than planned.
        ways = [beyond, -beyond] if indicator.better is Direction.DOWN else [beyond]
        for way in ways:
            if way.overlaps(value.interval()):
                return Reading(kind=ReadingKind.POINTS, quantity=way)
    return Absent.NOT_APPLICABLE


def _plans_of_parts(figures: Figures, found: dict[str, dict[PlanKey, list[_Plan]]]) -> Iterator[Check]:
    """Check that no plan for a part exceeds the plan for the whole, and that the plans for all parts add up to it.

    Indicators with several plans of the same key are skipped: the text does not state which of them belong together.
    """
    plans_by_key = Counter((target.indicator, plan_key(target)) for target in figures.review.targets)
    for whole in figures.review.indicators:
        for breakdown in whole.breakdowns:
            if not figures.adds_up(whole, breakdown.parts):
                continue
            never_negative = figures.has_no_negative_part(whole, breakdown)
            for key, plans_here in found.get(whole.id, {}).items():
                plan = plans_here[0] if plans_by_key[whole.id, key] == 1 else None
                parts = [
                    found[part][key][0] if key in found.get(part, ()) and plans_by_key[part, key] == 1 else None
                    for part in breakdown.parts
                ]
                known = [part for part in parts if part is not None]
                all_parts = breakdown.complete and breakdown.disjoint and len(known) == len(parts)
                if plan is None or not known or not (never_negative or all_parts):
                    continue
                groups = [known] if breakdown.disjoint else [[part] for part in known]
                for group in groups:
                    yield _part_plans(figures, whole, plan, group, all_parts=all_parts)


def _part_plans(figures: Figures, whole: Indicator, plan: _Plan, group: list[_Plan], *, all_parts: bool) -> Check:
    inside = [
        interval_in(part.interval, figures.indicator(part.actual.observation.indicator).unit, whole.unit)
        for part in group
    ]
    summed = added(inside)
    return judge(
        CheckCode.PLAN_PARTS,
        [plan.actual, *(part.actual for part in group)],
        Computation(
            expression=" + ".join(map(show, inside)),
            computed=summed,
            relation=Relation.EQUAL if all_parts else Relation.AT_MOST,
            stated=plan.interval,
            unit=whole.unit.code,
        ),
        fits=summed.overlaps(plan.interval) if all_parts else can_be_at_most(summed, plan.interval),
        other_evidence=[item for part in (plan, *group) for item in part.shown],
        named_by_claim=True,  # each plan follows from its own figure, so the statuses of the figures do not matter
    )
