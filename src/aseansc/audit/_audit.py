"""Run all audit rules on a review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from attrs import evolve

from aseansc._collector import collector_paused
from aseansc.audit._codes import AssumptionKind, CheckCode, ReadingKind, Verdict
from aseansc.audit._components import components
from aseansc.audit._conventions import Convention
from aseansc.audit._figures import Figures
from aseansc.audit._names import Names
from aseansc.audit._natures import with_natures
from aseansc.audit._results import Assumption, Audit, Check, Implied, Reading
from aseansc.audit._rules.breakdowns import categories, shares, wholes
from aseansc.audit._rules.chains import chains, words
from aseansc.audit._rules.changes import changes, repeated_changes
from aseansc.audit._rules.counts import counts
from aseansc.audit._rules.documents import document_dates
from aseansc.audit._rules.flows import flows
from aseansc.audit._rules.groups import category_sums, place_sums
from aseansc.audit._rules.joint import joint_bounds, reported_by
from aseansc.audit._rules.plans import plans, ways_of_plans
from aseansc.audit._rules.rates import rates
from aseansc.audit._rules.shares import claimed_shares, lists
from aseansc.audit._rules.stocks import plans_without_claims, stocks
from aseansc.audit._rules.times import ahead, durations, estimates, outside, restatements
from aseansc.audit._verdicts import Case, judge
from aseansc.codelists import Absent
from aseansc.errors import require
from aseansc.reviews import Review

_RULES: Final[tuple[Callable[[Figures], Iterator[Case]], ...]] = (
    wholes,
    categories,
    category_sums,
    place_sums,
    shares,
    rates,
    counts,
    changes,
    chains,
    words,
    plans,
    ways_of_plans,
    plans_without_claims,
    flows,
    stocks,
    claimed_shares,
    lists,
    restatements,
    repeated_changes,
    outside,
)
"""Rules about the figures of one component."""
_RULES_OF_DOCUMENTS: Final[tuple[Callable[[Review], Iterator[Case]], ...]] = (
    durations,
    estimates,
    ahead,
    document_dates,
)
"""Rules about the whole review."""


@collector_paused
def audit(review: Review, convention: Convention | None = None) -> Audit:
    """Check whether the figures of a review can all be true.

    Args:
        review: the review. The audit of a valid review never raises.
        convention: what approximate words such as *gần* (nearly) usually mean. Each undetermined check then also gets
            the answer under this convention, in `Check.alternative`; no verdict changes.

    Raises:
        FieldTypeError: if `review` is not a `Review`, or `convention` not a `Convention`.

    >>> from aseansc.datasets import lai_chau
    >>> result = audit(lai_chau.load())
    >>> for check in result.contradicted:
    ...     print(check.code.value, check.figures[0], check.alternative.kind.value)
    change-levels poverty-rate.2016-2018.change points
    share-unit methadone-turns.2016-2018.average distinct_subjects
    """
    require(review, Review, where="audit, review")
    require(convention, Convention, type(None), where="audit, convention", expected="a Convention, such as USUAL")
    names = Names(review)
    checks = _with_sampling_errors(review, _checks(review, names=names))
    if convention is not None:
        usual = _numbered(_checks(review, convention))
        checks = [_by_convention(check, usual.get(key), convention) for key, check in _numbered(checks).items()]
    return Audit(review=review.id, checks=with_natures(review, checks, _rules_of), source=review)


def _rules_of(check: Check) -> Callable[[Review], list[Check]]:
    """Return the rules that give a check again: all figures together are needed only for the check of these."""
    return _checks if check.code is CheckCode.JOINT_BOUNDS else rule_checks


def checks_of(review: Review) -> list[Check]:
    """Return the checks of a review, without conventions."""
    return _with_sampling_errors(review, _checks(review))


def _with_sampling_errors(review: Review, checks: list[Check]) -> list[Check]:
    """Make a contradiction conditional if it disappears within the stated sampling errors of its figures."""
    sampled = {item.id for item in review.observations if not isinstance(item.sampling_error, Absent)}
    if not sampled or all(check.verdict is not Verdict.CONTRADICTED for check in checks):
        return checks
    wider = _numbered(_checks(review, widened=True))

    def disappears(key: tuple[CheckCode, tuple[str, ...], int], check: Check) -> bool:
        if check.verdict is not Verdict.CONTRADICTED or sampled.isdisjoint(check.figures):
            return False
        return key not in wider or wider[key].verdict is not Verdict.CONTRADICTED

    none, some = (Assumption(kind=kind) for kind in (AssumptionKind.NO_SAMPLING_ERROR, AssumptionKind.SAMPLING_ERROR))
    return [
        evolve(check, verdict=Verdict.CONDITIONAL, assumption=none, consistent_if=some)
        if disappears(key, check)
        else check
        for key, check in _numbered(checks).items()
    ]


def rule_checks(review: Review, *, named: bool = False) -> list[Check]:
    """Return the checks of a review, to look quickly which of many reviews have contradictions to `audit`.

    They lack natures, the bounds of all figures together (`CheckCode.JOINT_BOUNDS`), and sampling errors, with which
    a contradiction may be a conditional one. It takes about half of the time of an audit.

    Args:
        review: the review.
        named: whether the messages of the checks name the figures in words, as those of `audit` do, and not by id.

    Raises:
        FieldTypeError: if `review` is not a `Review`.

    >>> from aseansc.datasets import lai_chau
    >>> sum(check.verdict is Verdict.CONTRADICTED for check in rule_checks(lai_chau.load()))
    2
    """
    require(review, Review, where="rule_checks, review")
    return _checks(review, names=Names(review) if named else None, joint=False)


def _checks(
    review: Review,
    convention: Convention | None = None,
    *,
    widened: bool = False,
    names: Names | None = None,
    joint: bool = True,
) -> list[Check]:
    """Return the checks of a review, rule by rule.

    Args:
        review: the review.
        convention: narrows approximate figures to what their words usually mean.
        widened: widen the figures of surveys by their stated sampling error.
        names: names the figures in the messages of the checks.
        joint: whether to check all figures together, too.
    """

    def judged(cases: Iterable[Case]) -> list[Check]:
        return [judge(case, names) for case in cases]

    of_documents = judged(chain.from_iterable(rule(review) for rule in _RULES_OF_DOCUMENTS))
    reported = reported_by(of_documents)
    by_rule: list[list[Check]] = [[] for _ in _RULES]
    together: list[Check] = []
    for component in components(review):
        figures = Figures(component, convention, widened=widened)
        found = [judged(rule(figures)) for rule in _RULES]
        for checks, more in zip(by_rule, found, strict=True):
            checks += more
        if joint:
            own = reported_by(chain.from_iterable(found))
            together += judged(joint_bounds(figures, (*own, *reported)))
    return [*chain.from_iterable(by_rule), *of_documents, *together]


def _numbered(checks: list[Check]) -> dict[tuple[CheckCode, tuple[str, ...], int], Check]:
    """Key each check by its code, its figures, and a counter for checks that share both."""
    seen: Counter[tuple[CheckCode, tuple[str, ...]]] = Counter()
    found: dict[tuple[CheckCode, tuple[str, ...], int], Check] = {}
    for check in checks:
        key = (check.code, check.figures)
        seen[key] += 1
        found[(*key, seen[key])] = check
    return found


def _by_convention(check: Check, usual: Check | None, convention: Convention) -> Check:
    """Add the answer under a convention to an undetermined check. Return any other check unchanged."""
    if check.verdict is not Verdict.UNDETERMINED or usual is None or usual.computation == check.computation:
        return check
    implied = usual.implied.interval if isinstance(usual.implied, Implied) else usual.computation.computed
    fits = usual.verdict in (Verdict.CONSISTENT, Verdict.UNDETERMINED)
    reading = Reading(kind=ReadingKind.CONVENTION, fits=fits, quantity=implied, convention=convention.name)
    return evolve(check, alternative=reading)
