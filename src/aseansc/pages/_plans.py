"""Plans and their results: what the report claims, what the numbers show, bullets, and plans that are worked back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from aseansc._phrases import amount
from aseansc.attainment import Assessment, Formula, Outcome, assess
from aseansc.audit import Audit, MissingKind
from aseansc.claims import AttainmentClaim
from aseansc.codelists import Absent
from aseansc.comparability import Reason
from aseansc.intervals import Certainty, Interval
from aseansc.labels import label
from aseansc.observations import Observation
from aseansc.pages._drawings import Level, bullet, level_of
from aseansc.pages._markup import Markup
from aseansc.pages._names import Names, is_soft
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.units import Unit, percent
from aseansc.values import Value


class Plan(NamedTuple):
    """A target, an attainment of it, and the result that it is compared with; each may be missing."""

    target: Target | None
    claim: AttainmentClaim | None
    actual: Observation | None
    assessment: Assessment | None


class ClaimRow(NamedTuple):
    """A row of the table of claims: what is stated, and what the numbers show."""

    figure: str
    name: str
    claimed: str
    claim_note: str
    plan: str
    actual: str
    shown: str
    detail: str
    css: str


class Card(NamedTuple):
    """A drawing with its title, a verdict, and lines of text."""

    figure: str
    title: str
    time: str
    drawing: Markup
    verdict: str
    css: str
    lines: list[str]


def plans_of(review: Review) -> list[Plan]:
    """Return every target and attainment of a review, each target once for each of its attainments."""
    claims = [claim for claim in review.claims if isinstance(claim, AttainmentClaim)]
    observed: dict[tuple[str, str], list[Observation]] = {}
    for item in review.observations:
        if not isinstance(item.value, Absent):
            observed.setdefault((item.indicator, item.place), []).append(item)
    plans = [_claimed(claim, review) for claim in claims]
    reached = {plan.target.id for plan in plans if plan.target is not None}
    others = [target for target in review.targets if target.id not in reached]
    known = ((target, observed.get((target.indicator, target.place), [])) for target in others)
    return [*plans, *(_without_claim(target, actual, review) for target, actual in known)]


def _claimed(claim: AttainmentClaim, review: Review) -> Plan:
    target = None if isinstance(claim.target, Absent) else review.target(claim.target)
    actual = None if isinstance(claim.actual, Absent) else review.observation(claim.actual)
    known = target is not None and actual is not None and not isinstance(target.value, Absent)
    return Plan(target, claim, actual, assess(target, actual, review) if known and target and actual else None)


def _without_claim(target: Target, observed: list[Observation], review: Review) -> Plan:
    """Return a target with the last figure of its indicator and place that it can be compared with."""
    if isinstance(target.value, Absent):
        same = [item for item in observed if item.time == target.time]
        return Plan(target, None, same[-1] if same else None, None)
    last = None
    for actual in observed:
        found = assess(target, actual, review)
        if found.reason in (Absent.NOT_APPLICABLE, Reason.NO_DIRECTION):
            last = Plan(target, None, actual, found)
    return last or Plan(target, None, None, None)


_CSS = {Outcome.MET: "met", Outcome.NOT_MET: "missed", Outcome.CANNOT_TELL: "open", Outcome.UNDEFINED: "open"}


def claim_rows(plans: list[Plan], names: Names) -> list[ClaimRow]:
    """Return the rows of the table of claims."""
    return [_claim_row(plan, names) for plan in plans]


def _claim_row(plan: Plan, names: Names) -> ClaimRow:
    words, found = names.words, plan.assessment
    claimed, note = _claim_of(plan, names)
    planned = words["not_stated"] if plan.target is None else names.value(plan.target)
    actual = "–" if plan.actual is None else names.value(plan.actual)
    figures = [figure for figure in (plan.target, plan.actual, plan.claim) if figure is not None]
    if found is None:
        shown, detail, css = words["cannot_check"], _unchecked(plan, words), "unchecked"
    else:
        shown, detail, css = _verdict(plan, found, names), _detail(found, names), _CSS[found.outcome]
    anchor = (plan.claim or figures[0]).id
    return ClaimRow(anchor, names.name(figures[0]), claimed, note, planned, actual, shown, detail, css)


def _claim_of(plan: Plan, names: Names) -> tuple[str, str]:
    """Return what the report claims about a plan, and what that means or which note it has."""
    if plan.claim is not None:
        return names.printed(plan.claim), _claim_in_words(plan.claim, names)
    if plan.target is not None and isinstance(plan.target.value, Absent):
        return names.words["in_words"], names.text(plan.target.note)
    return names.words["nothing_claimed"], ""


def _unchecked(plan: Plan, words: dict[str, str]) -> str:
    known = plan.target is not None and not isinstance(plan.target.value, Absent)
    return words["no_actual" if known else "no_plan"]


def _verdict(plan: Plan, found: Assessment, names: Names) -> str:
    """Return the outcome, with the status of the result if it is not final."""
    if found.reason is Reason.NO_DIRECTION:
        return names.words["cannot_check"]
    outcome = label(found.outcome, names.lang)
    if plan.actual is None or not is_soft(plan.actual):
        return outcome
    return f"{outcome} ({', '.join(label(status, names.lang) for status in plan.actual.statuses)})"


def _claim_in_words(claim: AttainmentClaim, names: Names) -> str:
    """Return whether the report claims that a plan was met."""
    reached = claim.value.of_plan.interval().compare(Interval.point(100)).at_least
    keys = {Certainty.CERTAIN: "claims_met", Certainty.NO: "claims_not_met"}
    if claim.value.of_plan.magnitude == Decimal(100):
        return names.words["claims_met"]
    return names.words[keys.get(reached, "claims_open")]


def _detail(found: Assessment, names: Names) -> str:
    """Return how far a target was reached, and why the outcome is not defined."""
    return "; ".join(filter(None, (_attained(found.attainment, names), _why(found.reason, names))))


def _why(reason: Reason | Absent, names: Names) -> str:
    if isinstance(reason, Absent):
        return ""
    return names.words["no_direction"] if reason is Reason.NO_DIRECTION else label(reason, names.lang)


def _attained(attained: Interval | Reason, names: Names) -> str:
    if isinstance(attained, Reason):
        return ""
    if attained.lower == 0 and attained.upper is None:  # such as about 860 of 850
        return ""
    if attained.lower == 0:  # such as nearly 95 of 95
        attained = Interval(upper=attained.upper, upper_open=attained.upper_open)
    return names.words["attained"].format(amount(attained, percent, names.lang))


def target_cards(plans: list[Plan], names: Names) -> Iterator[Card]:
    """Yield a bullet for each target with a number that can be compared with a result."""
    for plan in plans:
        target, actual, found = plan.target, plan.actual, plan.assessment
        if target is None or actual is None or found is None:
            continue
        if not isinstance(found.formula, Formula) and found.reason is not Reason.NO_DIRECTION:
            continue
        value = target.value
        if not isinstance(value, Value) or not isinstance(actual.value, Value):
            continue
        result = _level(actual, actual.value, value.unit, names.review)
        lines = [
            names.words["target_is"].format(names.value(target)),
            names.words["result_is"].format(_with_remarks(actual, names)),
            _attained(found.attainment, names),
            _why(found.reason, names),
        ]
        outcome = _verdict(plan, found, names)
        indicator = names.review.indicator(target.indicator)
        yield Card(
            actual.id,
            names.name(target),
            names.time(target),
            bullet(
                result,
                _wanted(value, found.formula),
                "; ".join(filter(None, [names.name(target), *lines, outcome])),
                marks=_marks(value, names.value(target)),
                css=_CSS[found.outcome],
                limits=indicator.bounds if value.unit == indicator.unit else Interval(),
            ),
            outcome,
            _CSS[found.outcome],
            [line for line in lines if line],
        )


def _marks(value: Value, words: str) -> list[tuple[Decimal, str]]:
    """Return the numbers of a target, the last one with its words."""
    if value.upper is None:
        return [(value.magnitude, words)]
    return [(value.magnitude, ""), (value.upper, words)]


def _level(actual: Observation, value: Value, unit: Unit, review: Review) -> Level:
    return level_of(value.to(unit), review.interval_in(actual, unit), estimated=is_soft(actual))


def _with_remarks(actual: Observation, names: Names) -> str:
    remarks = names.remarks(actual)
    return f"{names.value(actual)} ({remarks})" if remarks else names.value(actual)


def _wanted(value: Value, formula: Formula | Reason) -> Interval:
    """Return the values that meet a target; its own numbers, if it is not known whether more or less is better."""
    low, high = value.magnitude, value.magnitude if value.upper is None else value.upper
    if formula in (Formula.AT_LEAST, Formula.ABOVE):
        return Interval(lower=low, lower_open=formula is Formula.ABOVE)
    if formula in (Formula.AT_MOST, Formula.BELOW):
        return Interval(upper=high, upper_open=formula is Formula.BELOW)
    return Interval(lower=low, upper=high)


def worked_back_cards(plans: list[Plan], audit: Audit, names: Names) -> Iterator[Card]:
    """Yield a drawing for each plan without a number that follows from its result and attainment."""
    implied = {
        name: check.implied
        for check in audit.checks
        if not isinstance(check.implied, Absent)
        and not isinstance(check.missing, Absent)
        and check.missing.kind is MissingKind.PLAN
        for name in check.figures
    }
    for plan in plans:
        claim, actual = plan.claim, plan.actual
        if claim is None or actual is None or claim.id not in implied or not isinstance(actual.value, Value):
            continue
        unit = actual.value.unit
        interval = implied[claim.id].interval
        lines = [
            names.words["result_is"].format(_with_remarks(actual, names)),
            names.words["claim_is"].format(names.printed(claim)),
        ]
        verdict = names.words["plan_between"].format(amount(interval, unit, names.lang))
        yield Card(
            claim.id,
            names.name(actual),
            names.time(actual),
            bullet(
                _level(actual, actual.value, unit, names.review),
                interval,
                "; ".join([names.name(actual), *lines, verdict]),
                marks=[],
                css="back",
                limits=Interval(),
            ),
            verdict,
            "back",
            lines,
        )
