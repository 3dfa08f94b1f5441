"""Check attainments against plans and actual figures, and the plans for parts against the plan for the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, TypeAlias

from attrs import evolve, frozen

from aseansc.attainment import assess, attained_of, is_planned_change, plan_behind, reached_by
from aseansc.audit._codes import CheckCode, MissingKind, ReadingKind, Relation
from aseansc.audit._figures import Figure, Figures
from aseansc.audit._numbers import show
from aseansc.audit._results import Implied, Missing, Reading
from aseansc.audit._verdicts import HUNDRED, Case, Term, Used, is_above_zero, total_of
from aseansc.claims import AttainmentClaim
from aseansc.codelists import Absent
from aseansc.comparability import Reason
from aseansc.errors import bug
from aseansc.indicators import Breakdown, Direction, Indicator
from aseansc.intervals import UNBOUNDED, Interval
from aseansc.observations import Status
from aseansc.periods import TimeBasis
from aseansc.targets import Target
from aseansc.trends import StatedChange, readings_of, stated_change, years_between
from aseansc.units import UnitKind, percent, year
from aseansc.values import AttainmentForm, Change, Qualifier, RelativeChange, Value, interval_in

_READINGS: Final = {
    AttainmentForm.OF_PLAN: ReadingKind.OF_PLAN,
    AttainmentForm.OVER_PLAN: ReadingKind.OVER_PLAN,
    AttainmentForm.UNDER_PLAN: ReadingKind.UNDER_PLAN,
}


@frozen(eq=False)
class _Plan:
    """A plan with the values that follow from an attainment.

    Attributes:
        interval: the possible values of the plan.
        actual: the figure that the attainment compares with the plan.
        records: the attainment, and the target if its number is stated.
    """

    interval: Interval
    actual: Figure
    records: tuple[Used, ...]


_TWICE: Final = Interval.point(200)
PlanKey: TypeAlias = tuple[str, object, object, object, tuple[Status, ...], frozenset[str]]
"""What comparable plans have in common: place, time, aggregation over time, unit of time, statuses and categories."""


def plan_key(target: Target) -> PlanKey | None:
    """Return the key that comparable plans share, or ``None`` if the time of the plan is not printed."""
    if isinstance(target.time, Absent) or target.time_basis is TimeBasis.ASSUMED:
        return None
    time = (target.time, target.time_collection, target.per)
    return target.place, *time, target.statuses, frozenset(target.breakdown)


def plans(figures: Figures) -> Iterator[Case]:
    """Check every attainment against its plan, or derive the plan; then compare plans for parts and wholes."""
    found: defaultdict[str, defaultdict[PlanKey, list[_Plan]]] = defaultdict(lambda: defaultdict(list))
    known: defaultdict[tuple[str, str], list[Target]] = defaultdict(list)
    for level in figures.planned_levels:
        known[level.indicator, level.place].append(level)
    for claim, actual in _attainments(figures):
        target = None if isinstance(claim.target, Absent) else figures.review.target(claim.target)
        if target is not None and is_planned_change(target, actual.indicator):
            yield _attained_change(figures, claim, actual, target)
            continue
        likely = known.get((actual.indicator.id, actual.observation.place), [])
        yield _attained(figures, claim, actual, target) if target else _linked(figures, claim, actual, likely)
        key, plan = (None, None) if target is None else (plan_key(target), _plan(claim, actual, target))
        if target is not None and key is not None and plan is not None:
            found[target.indicator][key].append(plan)
    yield from _plans_of_parts(figures, found)


def _attainments(figures: Figures) -> Iterator[tuple[AttainmentClaim, Figure]]:
    """Yield the attainments with a stated actual figure. A percentage of a rank has no meaning."""
    for claim in figures.claims:
        actual = figures.named(claim.actual) if isinstance(claim, AttainmentClaim) else None
        if (
            isinstance(claim, AttainmentClaim)
            and actual is not None
            and actual.indicator.unit.kind is not UnitKind.RANK
        ):
            yield claim, actual


def _plan(claim: AttainmentClaim, actual: Figure, target: Target) -> _Plan | None:
    """Return the plan of a target, as stated or as implied by an attainment."""
    implied = plan_behind(actual.interval, claim, actual.indicator)
    alike = have_same_categories(actual, target) and have_same_aggregation(actual, target)
    if not isinstance(implied, Interval) or not alike:
        return None
    if not isinstance(target.value, Value | Change):
        return _Plan(implied, actual, (claim,))
    # A percentage of "at least 1 200" refers to 1 200, so it does not limit the plan any further.
    stated = interval_in(target.value.interval(), target.value.unit, actual.indicator.unit)
    return _Plan(stated, actual, (claim, target))


def have_same_categories(actual: Figure, target: Target) -> bool:
    """Return whether a figure and a plan are for the same categories."""
    return actual.key.breakdown == frozenset(target.breakdown)


def have_same_aggregation(actual: Figure, target: Target) -> bool:
    """Return whether a figure can be a percentage of a plan; a yearly figure cannot, if the plan is for all years."""
    observed = actual.observation
    if isinstance(target.time_collection, Absent) or not (
        observed.time_collection.is_repeated or target.time_collection.is_repeated
    ):
        return True
    return observed.per == target.per


def _attained(figures: Figures, claim: AttainmentClaim, actual: Figure, target: Target) -> Case:
    """Check an attainment against the number of its plan, or derive the plan."""
    alike = have_same_categories(actual, target)
    if not (alike and have_same_aggregation(actual, target)):
        shown = [actual.interval, *([number_of(target.value)] if isinstance(target.value, Value | Change) else [])]
        return Case(
            CheckCode.PLAN_ATTAINMENT,
            (actual, claim, target),
            ", ".join(map(show, shown)),
            actual.indicator.unit.code,
            missing=Missing(kind=MissingKind.COLLECTION if alike else MissingKind.LIKENESS, name=target.id),
        )
    if not isinstance(target.value, Value | Change):
        return _implied(claim, actual, target.id)
    return _against_plan(figures, claim, actual, target)


def _linked(figures: Figures, claim: AttainmentClaim, actual: Figure, targets: Iterable[Target]) -> Case:
    """Derive the plan of an attainment that does not name it, and name the only target that it agrees with."""
    derived = _implied(claim, actual, claim.id)
    attained = attained_of(claim.value, actual.indicator)
    judged = [assess(target, actual.observation, figures.review) for target in targets]
    found = [
        item.target
        for item in judged
        if isinstance(item.attainment, Interval) and any(map(item.attainment.overlaps, attained))
    ]
    return evolve(derived, missing=Missing(kind=MissingKind.LINK, name=found[0])) if len(found) == 1 else derived


def _attained_change(figures: Figures, claim: AttainmentClaim, actual: Figure, target: Target) -> Case:
    """Check an attainment of a planned change against the change from its baseline, or the level that it leads to."""
    shown, missing = show(actual.interval), Missing(kind=MissingKind.PLAN, name=target.id)
    unknown = Case(
        CheckCode.PLAN_ATTAINMENT, (actual, claim, target), shown, actual.indicator.unit.code, missing=missing
    )
    if not isinstance(target.value, Change | RelativeChange):
        raise bug(target.value)
    only, *others = readings_of(target.value)
    planned = None if others or isinstance(only, Absent) else stated_change(only, actual.indicator.unit)
    baseline = figures.named(target.baseline)
    if baseline is None or planned is None or not have_same_categories(actual, target):
        return unknown
    reached = reached_by(target, actual.observation, planned, figures.review, actual.indicator)
    level = _level_of(baseline, actual, planned)
    if isinstance(reached, Reason) or level is None or planned.stated.contains(0):
        return unknown
    stated = attained_of(claim.value, actual.indicator)
    made = [Term(f"{show(item)} × 100 ÷ {show(planned.stated)}", item * HUNDRED / planned.stated) for item in reached]
    made.append(Term(f"{shown} × 100 ÷ {show(level)}", actual.interval * HUNDRED / level))
    fits = ((item, one) for item in made for one in stated if item.values.overlaps(one))
    computed, attained = next(fits, (made[0], stated[0]))
    used = (actual, baseline, claim, target)
    return Case(CheckCode.PLAN_ATTAINMENT, used, computed, percent.code, stated=attained, named_by_claim=True)


def _level_of(baseline: Figure, actual: Figure, planned: StatedChange) -> Interval | None:
    """Return the level that a planned change leads to; ``None`` if it is not known, as after compound growth."""
    by, years = planned.stated, years_between(baseline.observation, actual.observation)
    if planned.per is not None:
        if planned.relative or years is None or planned.per.dimension != year.dimension:
            return None
        by = by * interval_in(years, year, planned.per)
    level = baseline.interval * (HUNDRED + by) / HUNDRED if planned.relative else baseline.interval + by
    return level if is_above_zero(level) else None


def _implied(claim: AttainmentClaim, actual: Figure, name: str) -> Case:
    """Derive a plan that is not stated, named by its target or by the claim."""
    plan, unit = plan_behind(actual.interval, claim, actual.indicator), actual.indicator.unit.code
    attained = ", ".join(map(show, attained_of(claim.value, actual.indicator)))
    text = f"{show(actual.interval)} × 100 ÷ {attained}"
    if actual.indicator.improvement is Direction.DOWN:  # it may be plan ÷ actual figure
        text += f", {show(actual.interval)} × {show(claim.value.of_plan.interval())} ÷ 100"
    return Case(
        CheckCode.PLAN_ATTAINMENT,
        (actual, claim),
        Term(text, plan) if isinstance(plan, Interval) else text,
        unit,
        missing=Missing(kind=MissingKind.PLAN, name=name),
        implied=Implied(name=name, interval=plan, unit=unit) if isinstance(plan, Interval) else Absent.NOT_APPLICABLE,
    )


def _against_plan(figures: Figures, claim: AttainmentClaim, actual: Figure, target: Target) -> Case:
    if not isinstance(target.value, Value | Change):
        raise bug(target.value)
    wanted = number_of(target.value)
    stated = attained_of(claim.value, actual.indicator)
    used, text = (actual, claim, target), f"{show(actual.interval)} × 100 ÷ {show(wanted)}"
    if not is_above_zero(wanted):
        missing = Missing(kind=MissingKind.ZERO, name=target.id)
        return Case(CheckCode.PLAN_ATTAINMENT, used, text, percent.code, stated=stated[0], missing=missing)
    reached = actual.interval * HUNDRED / wanted
    fitting = next((attained for attained in _as_printed(claim, actual) if reached.overlaps(attained)), None)
    alternative: Reading | Absent = Absent.NOT_APPLICABLE
    if fitting is None:
        found = [*_where_less_is_better(figures, claim, actual, target), *_otherwise(claim, actual, wanted, reached)]
        alternative = found[0] if found else Absent.NOT_APPLICABLE
    return Case(
        CheckCode.PLAN_ATTAINMENT,
        used,
        Term(text, reached),
        percent.code,
        stated=fitting or stated[0],
        alternative=alternative,
    )


def _as_printed(claim: AttainmentClaim, actual: Figure) -> Sequence[Interval]:
    """Return the percentages of the plan that the words of an attainment allow.

    "Vượt 5%" may mean better than planned; "đạt 105%" is a wording of its own where less is better.
    """
    stated = attained_of(claim.value, actual.indicator)
    return stated[:1] if claim.value.form is AttainmentForm.OF_PLAN else stated


def _where_less_is_better(
    figures: Figures, claim: AttainmentClaim, actual: Figure, target: Target
) -> Iterator[Reading]:
    """Yield the usual ways in which a figure that should fall is put in percent of its plan, if the attainment fits."""
    for kind, made in _ways(figures, actual, target):
        if made.values.overlaps(claim.value.of_plan.interval()):
            yield Reading(kind=kind, quantity=made.values)


def _ways(figures: Figures, actual: Figure, target: Target) -> Iterator[tuple[ReadingKind, Term]]:
    """Yield the attainments of a plan in the usual ways that count a figure below it as better, if it should fall."""
    if actual.indicator.improvement is not Direction.DOWN:
        return
    if not isinstance(target.value, Value | Change):
        raise bug(target.value)
    wanted, done = number_of(target.value), actual.interval
    plan, now = show(wanted), show(done)
    inverse = _percentage(wanted, done)
    if inverse is not None:
        yield ReadingKind.PLAN_BY_ACTUAL, Term(f"{plan} × 100 ÷ {now}", inverse)
    baseline = figures.named(target.baseline)
    if baseline is not None:
        before = show(baseline.interval)
        reduction = _percentage(baseline.interval - done, baseline.interval - wanted)
        if reduction is not None:
            yield ReadingKind.OF_REDUCTION, Term(f"({before} - {now}) × 100 ÷ ({before} - {plan})", reduction)
    yield ReadingKind.TWICE_LESS_ACTUAL, Term(f"200 - {now} × 100 ÷ {plan}", _TWICE - done * HUNDRED / wanted)


def _percentage(part: Interval, whole: Interval) -> Interval | None:
    """Return what a part can be in percent of a whole above zero; ``None`` if the whole is not above zero."""
    if is_above_zero(whole):
        return part * HUNDRED / whole
    if whole.upper is not None and whole.upper <= 0:
        return None
    if part.lower is None or part.lower < 0:
        return UNBOUNDED
    # The whole may be as near to zero as one likes, so the percentage may be as large.
    return Interval(lower=0 if whole.upper is None else (part * HUNDRED / Interval.point(whole.upper)).lower)


@frozen(eq=False)
class _Attained:
    """An attainment of a level that should fall, and the ways of computing it that fit."""

    claim: AttainmentClaim
    actual: Figure
    target: Target
    ways: Mapping[ReadingKind, Term]


def ways_of_plans(figures: Figures) -> Iterator[Case]:
    """Check that one way of computing fits all attainments of a document where less is better."""
    fitting: defaultdict[str, dict[frozenset[ReadingKind], _Attained]] = defaultdict(dict)
    for attained in _attained_levels(figures):
        if attained.ways:
            fitting[attained.claim.citation.document].setdefault(frozenset(attained.ways), attained)
    for found in fitting.values():
        if not _common(found):
            yield _in_several_ways([found[ways] for ways in _without_common(tuple(found))])


def _without_common(sets: Sequence[frozenset[ReadingKind]]) -> Sequence[frozenset[ReadingKind]]:
    """Return the fewest of some sets that have nothing in common; all of them have nothing in common."""
    few = (chosen for count in range(2, len(sets)) for chosen in combinations(sets, count))
    return next((chosen for chosen in few if not _common(chosen)), sets)


def _common(sets: Iterable[frozenset[ReadingKind]]) -> frozenset[ReadingKind]:
    first, *others = sets
    return first.intersection(*others)


def _attained_levels(figures: Figures) -> Iterator[_Attained]:
    """Yield the attainments of planned levels where less is better, each with the ways that fit."""
    for claim, actual in _attainments(figures):
        target = None if isinstance(claim.target, Absent) else figures.review.target(claim.target)
        if target is None or actual.indicator.improvement is not Direction.DOWN:
            continue
        alike = have_same_categories(actual, target) and have_same_aggregation(actual, target)
        if not alike or is_planned_change(target, actual.indicator) or not isinstance(target.value, Value | Change):
            continue
        wanted, baseline = number_of(target.value), figures.named(target.baseline)
        divisors = [wanted, actual.interval, *([] if baseline is None else [baseline.interval - wanted])]
        if not any(divisor.contains(0) for divisor in divisors):  # else every way may fit
            yield _Attained(claim, actual, target, _fitting(figures, claim, actual, target))


def _fitting(figures: Figures, claim: AttainmentClaim, actual: Figure, target: Target) -> Mapping[ReadingKind, Term]:
    """Return the ways of computing an attainment that fit, first the one that its words have."""
    if not isinstance(target.value, Value | Change):
        raise bug(target.value)
    wanted, stated = number_of(target.value), claim.value.of_plan.interval()
    plain = Term(f"{show(actual.interval)} × 100 ÷ {show(wanted)}", actual.interval * HUNDRED / wanted)
    found = {ReadingKind.OF_PLAN: plain} if any(map(plain.values.overlaps, _as_printed(claim, actual))) else {}
    return found | {kind: made for kind, made in _ways(figures, actual, target) if made.values.overlaps(stated)}


def _in_several_ways(several: Sequence[_Attained]) -> Case:
    """Report attainments that no single way of computing fits."""
    chosen = [next(iter(item.ways.items())) for item in several]
    return Case(
        CheckCode.PLAN_WAYS,
        # Each is compared with its own plan only, so neither their times nor their standards matter.
        [record for item in several for record in (item.actual.observation, item.target, item.claim)],
        "; ".join(f"{made.text} = {show(made.values)}" for _, made in chosen),
        percent.code,
        fits=False,
        alternative=Reading(kind=ReadingKind.SEVERAL_WAYS, ways=tuple(dict.fromkeys(kind for kind, _ in chosen))),
    )


def number_of(value: Value | Change) -> Interval:
    """Return the number that a percentage of a plan refers to: 100, for a plan of "at least 100".

    For "about", "nearly" and ranges, that number is not known; return the interval of its possible values.
    """
    if value.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.BETWEEN):
        return value.interval()
    return evolve(value, qualifier=Qualifier.EXACT).interval()


def _otherwise(claim: AttainmentClaim, actual: Figure, wanted: Interval, reached: Interval) -> Iterator[Reading]:
    """Yield the other readings of an attainment in which the figures agree: another form, or percentage points."""
    value = claim.value
    for form, kind in _READINGS.items():
        if form is not value.form and evolve(value, form=form).of_plan.interval().overlaps(reached):
            yield Reading(kind=kind, quantity=reached)
    if actual.indicator.unit != percent or value.form is AttainmentForm.OF_PLAN:
        return
    margin = actual.interval - wanted
    beyond = -margin if value.form is AttainmentForm.UNDER_PLAN else margin
    # Where less is better, "over the plan" may mean better than planned.
    ways = [beyond, -beyond] if actual.indicator.improvement is Direction.DOWN else [beyond]
    yield from (Reading(kind=ReadingKind.POINTS, quantity=way) for way in ways if way.overlaps(value.interval()))


def _plans_of_parts(figures: Figures, found: Mapping[str, Mapping[PlanKey, list[_Plan]]]) -> Iterator[Case]:
    """Check that no plan for a part exceeds the plan for the whole, and that the plans for all parts add up to it."""
    single = _single_plans(figures, found)
    for whole, breakdown in figures.breakdowns():
        for key in found.get(whole.id, ()):
            plan = single.get((whole.id, key))
            parts = [single[part, key] for part in breakdown.parts if (part, key) in single]
            if plan is not None and parts:
                never_negative = figures.has_no_negative_part(whole, breakdown)
                yield from _part_plans(whole, breakdown, plan, parts, never_negative=never_negative)


def _single_plans(
    figures: Figures, found: Mapping[str, Mapping[PlanKey, list[_Plan]]]
) -> dict[tuple[str, PlanKey], _Plan]:
    """Return the plans that are the only one of their indicator and key.

    Of several, the text does not state which one belongs to the plans of other indicators.
    """
    targets = Counter((target.indicator, plan_key(target)) for target in figures.planned_levels)
    every = {(name, key): same[0] for name, by_key in found.items() for key, same in by_key.items()}
    return {key: plan for key, plan in every.items() if targets[key] == 1}


def _part_plans(
    whole: Indicator, breakdown: Breakdown, plan: _Plan, parts: Sequence[_Plan], *, never_negative: bool
) -> Iterator[Case]:
    all_parts = breakdown.complete and breakdown.disjoint and len(parts) == len(breakdown.parts)
    if not (never_negative or all_parts):
        return
    for group in [parts] if breakdown.disjoint else [[part] for part in parts]:
        several = (plan, *group)
        yield Case(
            CheckCode.PLAN_PARTS,
            (*(item.actual for item in several), *(record for item in several for record in item.records)),
            total_of([interval_in(part.interval, part.actual.indicator.unit, whole.unit) for part in group]),
            whole.unit.code,
            relation=Relation.EQUAL if all_parts else Relation.AT_MOST,
            stated=plan.interval,
            named_by_claim=True,  # each plan follows from its own figure, so the statuses of the figures do not matter
        )
