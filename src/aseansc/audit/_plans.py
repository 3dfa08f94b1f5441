"""Attainment of plans: against plan and actual, and part and whole together."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from aseansc.attainment import plan_behind
from aseansc.audit._checks import (
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
from aseansc.audit._facts import Fact, Facts, can_be_at_most, evidence, judge, undetermined
from aseansc.audit._wholes import added
from aseansc.claims import AttainmentClaim
from aseansc.codelists import Absent
from aseansc.intervals import Interval
from aseansc.targets import Target
from aseansc.units import percent
from aseansc.values import Attainment, AttainmentForm, Qualifier, Value
from aseansc.values._arithmetic import interval_in

_READINGS = {
    AttainmentForm.OF_PLAN: ReadingKind.OF_PLAN,
    AttainmentForm.OVER_PLAN: ReadingKind.OVER_PLAN,
    AttainmentForm.UNDER_PLAN: ReadingKind.UNDER_PLAN,
}


@frozen(eq=False)
class _Plan:
    """What the plan behind a figure must have been."""

    interval: Interval
    actual: Fact
    shown: tuple[Evidence, ...]


def plans(facts: Facts) -> Iterator[Check]:
    """Every attainment against its plan, or what it implies of a plan without a number; then part and whole."""
    found: dict[str, list[_Plan]] = {}
    for claim in facts.review.claims:
        if not isinstance(claim, AttainmentClaim) or isinstance(claim.actual, Absent):
            continue
        actual = facts.by_id[claim.actual]
        target = None if isinstance(claim.target, Absent) else facts.review.target(claim.target)
        plan = plan_behind(actual.interval, claim)
        if isinstance(plan, Interval):
            found.setdefault(actual.observation.indicator, []).append(_Plan(plan, actual, (evidence(claim),)))
        yield _attainment(facts, claim, actual, target, plan if isinstance(plan, Interval) else None)
    yield from _parts(facts, found)


def _attainment(
    facts: Facts, claim: AttainmentClaim, actual: Fact, target: Target | None, plan: Interval | None
) -> Check:
    unit = facts.indicator(actual.observation.indicator).unit
    attained = claim.value.of_plan.interval()
    if target is None or isinstance(target.value, Absent):
        missing = Missing(kind=MissingKind.PLAN, name=claim.id if target is None else target.id)
        expression = f"{show(actual.interval)} × 100 ÷ {show(attained)}"
        if plan is None:
            return undetermined(
                CheckCode.PLAN_ATTAINMENT,
                [actual],
                Computation(expression=expression, unit=unit.code),
                missing,
                more=[evidence(claim)],
            )
        return undetermined(
            CheckCode.PLAN_ATTAINMENT,
            [actual],
            Computation(expression=expression, computed=plan, unit=unit.code),
            missing,
            more=[evidence(claim)],
            implied=Implied(name=missing.name, interval=plan, unit=unit.code),
        )
    wanted = point_of(target.value)
    more = [evidence(claim), evidence(target)]
    expression = f"{show(actual.interval)} × 100 ÷ {show(wanted)}"
    if wanted.lower is None or wanted.lower <= 0:
        return undetermined(
            CheckCode.PLAN_ATTAINMENT,
            [actual],
            Computation(expression=expression, stated=attained, unit="percent"),
            Missing(kind=MissingKind.ZERO, name=target.id),
            more=more,
        )
    reached = actual.interval * Interval.point(100) / wanted
    fits = reached.overlaps(attained)
    return judge(
        CheckCode.PLAN_ATTAINMENT,
        [actual],
        Computation(expression=expression, computed=reached, stated=attained, unit="percent"),
        fits=fits,
        more=more,
        otherwise=Absent.NOT_APPLICABLE if fits else _otherwise(claim.value, reached),
    )


def point_of(value: Value) -> Interval:
    """A plan is a decision, and so a point; one of "about" or a range is what it leaves possible."""
    if value.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.BETWEEN):
        return value.interval()
    return Interval.point(value.magnitude)


def _otherwise(value: Attainment, reached: Interval) -> Reading | Absent:
    for form, kind in _READINGS.items():
        if form is value.form:
            continue
        other = Attainment(
            magnitude=value.magnitude,
            unit=percent,
            qualifier=value.qualifier,
            upper=value.upper,
            resolution=value.resolution,
            form=form,
        )
        if other.of_plan.interval().overlaps(reached):
            return Reading(kind=kind, quantity=reached)
    return Absent.NOT_APPLICABLE


def _parts(facts: Facts, found: dict[str, list[_Plan]]) -> Iterator[Check]:
    """The plan for a part is not above the plan for the whole; those of all parts add up to it."""
    for whole in facts.review.indicators:
        for breakdown in whole.breakdowns:
            never_negative = all(facts.is_never_negative(part) for part in breakdown.parts)
            for plan in found.get(whole.id, ()):
                parts = [
                    next((other for other in found.get(part, ()) if other.actual.key == plan.actual.key), None)
                    for part in breakdown.parts
                ]
                known = [part for part in parts if part is not None]
                all_parts = breakdown.complete and breakdown.disjoint and len(known) == len(parts)
                if not known or not (never_negative or all_parts):
                    continue
                groups = [known] if breakdown.disjoint else [[part] for part in known]
                for group in groups:
                    inside = [
                        interval_in(part.interval, facts.indicator(part.actual.observation.indicator).unit, whole.unit)
                        for part in group
                    ]
                    summed = added(inside)
                    computation = Computation(
                        expression=" + ".join(map(show, inside)),
                        computed=summed,
                        relation=Relation.EQUAL if all_parts else Relation.AT_MOST,
                        stated=plan.interval,
                        unit=whole.unit.code,
                    )
                    yield judge(
                        CheckCode.PLAN_PARTS,
                        [plan.actual, *(part.actual for part in group)],
                        computation,
                        fits=summed.overlaps(plan.interval) if all_parts else can_be_at_most(summed, plan.interval),
                        more=[item for part in (plan, *group) for item in part.shown],
                    )
