"""Give a verdict on what a rule compared.

A rule yields a `Case`: the figures it used, the formula it computed from them, and what the document states. `judge`
decides in one place whether a case that does not fit is contradicted, conditional or undetermined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations
from typing import Final, TypeAlias

from attrs import field, frozen

from aseansc.audit._codes import AssumptionKind, CheckCode, MissingKind, Relation, Verdict
from aseansc.audit._figures import Figure, may_be_older
from aseansc.audit._names import Names
from aseansc.audit._numbers import show
from aseansc.audit._results import (
    Assumption,
    Check,
    Computation,
    Evidence,
    Implied,
    Missing,
    Reading,
)
from aseansc.citations import Citation, Document
from aseansc.claims import Claim
from aseansc.codelists import Absent
from aseansc.comparability import Comparability, compare_bases
from aseansc.errors import bug
from aseansc.findings import Finding, Instrument
from aseansc.indicators import Indicator
from aseansc.intervals import UNBOUNDED, Certainty, Interval
from aseansc.mentions import Mention
from aseansc.observations import Observation
from aseansc.targets import Target

Used: TypeAlias = Figure | Observation | Target | Claim | Mention | Finding | Instrument

ZERO: Final = Interval.point(0)
HUNDRED: Final = Interval.point(100)


@frozen
class Term:
    """A formula as a person would write it, and the values that it can have."""

    text: str
    values: Interval


def term(values: Interval) -> Term:
    """Return the term of a quantity that is not computed from others."""
    return Term(show(values), values)


def total_of(parts: Sequence[Interval]) -> Term:
    """Return the sum of some quantities."""
    return Term(" + ".join(map(show, parts)), sum(parts, start=ZERO))


@frozen
class Condition:
    """Two assumptions that exclude each other: figures are contradicted under the first, and agree under the second."""

    assumption: Assumption
    consistent_if: Assumption


_SAME_BASIS: Final = Condition(Assumption(kind=AssumptionKind.SAME_BASIS), Assumption(kind=AssumptionKind.OTHER_BASIS))


@frozen
class Case:
    """What a rule compared.

    Attributes:
        code: which check it is.
        used: the figures, then the other records: claims, targets and mentions.
        formula: what was computed from them; only a text if nothing could be computed.
        unit: code of the unit of the formula.
        relation: the relation that must hold between the values of the formula and `stated`.
        stated: the quantity that the document states.
        fits: whether the figures can all be true as printed; by default, whether the relation can hold.
        missing: what the check lacks, if anything. It is then undetermined.
        implied: the quantity that the figures imply.
        alternative: another reading in which the figures agree.
        only_if: what a contradiction depends on, if anything. It is then conditional.
        fits_if: the assumption under which the figures agree if their time is only assumed, if not any other time.
        related_by_text: whether the text itself relates the figures, so that their times do not matter.
        for_any_day: whether the check holds for every day of a period, so that an unknown day does not matter.
        named_by_claim: whether a claim names these figures. If not, they were found by their key, and figures of
            different status need not agree.
        is_usual: whether true reports usually state figures in this way, so that a difference is only noted.
    """

    code: CheckCode
    used: Sequence[Used]
    formula: Term | str
    unit: str
    relation: Relation = field(default=Relation.EQUAL, kw_only=True)
    stated: Interval | Absent = field(default=Absent.NOT_APPLICABLE, kw_only=True)
    fits: bool | None = field(default=None, kw_only=True)
    missing: Missing | Absent = field(default=Absent.NOT_APPLICABLE, kw_only=True)
    implied: Implied | Absent = field(default=Absent.NOT_APPLICABLE, kw_only=True)
    alternative: Reading | Absent = field(default=Absent.NOT_APPLICABLE, kw_only=True)
    only_if: Condition | None = field(default=None, kw_only=True)
    fits_if: Assumption | None = field(default=None, kw_only=True)
    related_by_text: bool = field(default=False, kw_only=True)
    for_any_day: bool = field(default=False, kw_only=True)
    named_by_claim: bool = field(default=False, kw_only=True)
    is_usual: bool = field(default=False, kw_only=True)


def unstated(
    name: str, code: CheckCode, used: Sequence[Used], formula: Term, unit: str, within: Interval = UNBOUNDED
) -> Case:
    """Return the case of a figure that is not stated, with its values as implied by the others."""
    implied = Implied(name=name, interval=formula.values.intersection(within), unit=unit)
    return Case(code, used, formula, unit, missing=Missing(kind=MissingKind.FIGURE, name=name), implied=implied)


def judge(case: Case, names: Names | None = None) -> Check:
    """Return the check of a case, with its verdict; `names` name its figures in messages."""
    formula = case.formula
    verdict, missing, condition = _verdict(case)
    return Check(
        code=case.code,
        verdict=verdict,
        evidence=tuple(map(evidence, case.used)),
        computation=Computation(
            expression=formula if isinstance(formula, str) else formula.text,
            computed=Absent.NOT_APPLICABLE if isinstance(formula, str) else formula.values,
            relation=case.relation,
            stated=case.stated,
            unit=case.unit,
        ),
        assumption=Absent.NOT_APPLICABLE if condition is None else condition.assumption,
        consistent_if=Absent.NOT_APPLICABLE if condition is None else condition.consistent_if,
        alternative=case.alternative,
        implied=case.implied,
        missing=missing,
        names=names,
    )


def _verdict(case: Case) -> tuple[Verdict, Missing | Absent, Condition | None]:
    """Return the verdict, what the check lacks, and what the verdict depends on."""
    figures = [item for item in case.used if isinstance(item, Figure)]
    if case.missing:
        return Verdict.UNDETERMINED, case.missing, None
    if not fits(case):
        doubt = MissingKind.USUAL if case.is_usual else _doubt(case, figures)
        if doubt is not None:
            return Verdict.UNDETERMINED, Missing(kind=doubt), None
        condition = _same_time(case, figures) or case.only_if or _same_basis(figures) or _structure(case, figures)
        return Verdict.CONDITIONAL if condition else Verdict.CONTRADICTED, Absent.NOT_APPLICABLE, condition
    if any(figure.is_vague for figure in figures):
        return Verdict.UNDETERMINED, Missing(kind=MissingKind.BOUND), None
    return Verdict.CONSISTENT, Absent.NOT_APPLICABLE, None


def fits(case: Case) -> bool:
    """Return whether the figures of a case can all be true as printed."""
    if case.fits is not None:
        return case.fits
    if not isinstance(case.formula, Term):
        raise bug(case.formula)
    if not isinstance(case.stated, Interval):
        raise bug(case.stated)
    return _can_hold(case.formula.values, case.relation, case.stated)


def _doubt(case: Case, figures: list[Figure]) -> MissingKind | None:
    """Return why figures that do not fit may all be true, if that is so."""
    if isinstance(case.formula, Term) or case.code is CheckCode.JOINT_BOUNDS:
        doubt = _of_documents(case)
        if doubt is not None:
            return doubt
    any_day = case.related_by_text or case.for_any_day or len(figures) < 2
    if not any_day and any(figure.has_unknown_day for figure in figures):
        return MissingKind.MOMENT
    may_be_revised = not case.related_by_text and any(figure.may_be_revised for figure in figures)
    if may_be_revised or (not case.named_by_claim and _statuses_differ(figures)):
        return MissingKind.REVISION
    if not case.related_by_text and _differ_in_vintage(figures):
        return MissingKind.REVISION
    return MissingKind.BASIS if Comparability.DIFFERENT in _comparabilities(figures) else None


def _of_documents(case: Case) -> MissingKind | None:
    """Return why figures of two documents need not agree; ``None`` if all are from one.

    A later document of the same publisher revises the earlier one. Of any others, only a person can find out which one
    is right, or what they count differently.
    """
    cited = [item.observation if isinstance(item, Figure) else item for item in case.used]
    named = {
        record.citation.document
        for record in cited
        if not isinstance(record, Finding) and not isinstance(record.citation, Absent)
    }
    if len(named) < 2:
        return None
    figures = [item for item in case.used if isinstance(item, Figure)]
    documents = {figure.document.id: figure.document for figure in figures}
    if len(documents) == len(named) and (_are_editions(documents.values()) or _statuses_differ(figures)):
        return MissingKind.REVISION
    return MissingKind.DOCUMENTS


def _are_editions(documents: Collection[Document]) -> bool:
    """Return whether documents have one publisher, and it is known of any two which one is later."""
    publishers = {document.publisher for document in documents}
    return (
        len(publishers) == 1
        and Absent.NOT_STATED not in publishers
        and not any(may_be_older(one, other) and may_be_older(other, one) for one, other in combinations(documents, 2))
    )


def _differ_in_vintage(figures: list[Figure]) -> bool:
    """Return whether a revised figure is compared with one that may be from an earlier report, and not revised yet."""
    revised = [figure for figure in figures if not isinstance(figure.observation.revises, Absent)]
    others = [figure for figure in figures if isinstance(figure.observation.revises, Absent)]
    return any(other.is_replaced or may_be_older(other.document, new.document) for new in revised for other in others)


def _comparabilities(figures: list[Figure]) -> set[Comparability]:
    counts = Counter(figure.basis for figure in figures)
    pairs = (*combinations(counts, 2), *((basis, basis) for basis, count in counts.items() if count > 1))
    return {compare_bases(one, other)[0] for one, other in pairs}


def _same_basis(figures: list[Figure]) -> Condition | None:
    """Return the condition that figures without a stated standard or price basis have those of the others."""
    return _SAME_BASIS if Comparability.CONDITIONAL in _comparabilities(figures) else None


_SAME_STRUCTURE: Final = Condition(
    Assumption(kind=AssumptionKind.SAME_STRUCTURE), Assumption(kind=AssumptionKind.OTHER_STRUCTURE)
)
_OF_QUOTIENTS: Final = (CheckCode.RATE_RATIO, CheckCode.RATE_SUBGROUP, CheckCode.RATE_DENOMINATORS)
_OF_ALL_PARTS: Final = (CheckCode.PARTS_SUM, CheckCode.PARTS_COVER, CheckCode.SHARES_SUM, CheckCode.PLAN_PARTS)


def _structure(case: Case, figures: list[Figure]) -> Condition | None:
    """Return the condition that indicators are related as declared, if the document does not state how.

    A rate may have another numerator or denominator: forest cover leaves out young plantations. Parts may not be all
    parts, so that they add up to less than the whole; they can never add up to more.
    """
    if all(figure.indicator.structure_stated for figure in figures):
        return None
    if case.code is CheckCode.JOINT_BOUNDS:
        rests = any(_is_declared(figure.indicator) for figure in figures)
    elif case.code in _OF_ALL_PARTS:
        if not isinstance(case.formula, Term):
            raise bug(case.formula)
        if not isinstance(case.stated, Interval):
            raise bug(case.stated)
        rests = case.formula.values.compare(case.stated).less is Certainty.CERTAIN
    else:
        rests = case.code in _OF_QUOTIENTS
    return _SAME_STRUCTURE if rests else None


def _is_declared(indicator: Indicator) -> bool:
    """Return whether the encoder declares of what an indicator is the quotient or the sum."""
    return not isinstance(indicator.numerator, Absent) or any(one.complete for one in indicator.breakdowns)


def _statuses_differ(figures: list[Figure]) -> bool:
    return bool(figures) and not figures[0].valid_statuses.intersection(*(item.valid_statuses for item in figures))


def _same_time(case: Case, figures: list[Figure]) -> Condition | None:
    """Return the condition that a figure whose time is not printed is for the time that the review assumes."""
    assumed = [figure for figure in figures if figure.is_assumed]
    if case.related_by_text or len(figures) < 2 or not assumed:
        return None
    ids = tuple(figure.id for figure in assumed)
    return Condition(
        Assumption(kind=AssumptionKind.SAME_TIME, figures=ids, time=assumed[0].observation.time),
        case.fits_if or Assumption(kind=AssumptionKind.OTHER_TIME, figures=ids),
    )


def evidence(record: Used) -> Evidence:
    """Return a record as evidence: its id and citation."""
    if isinstance(record, Figure):
        record = record.observation
    if isinstance(record, Finding):
        return Evidence(id=record.id, document=record.document, start=record.start)
    citation: Citation | Absent = record.citation
    id_ = f"mention:{record.citation.start}" if isinstance(record, Mention) else record.id
    if isinstance(citation, Absent):
        return Evidence(id=id_)
    return Evidence(id=id_, printed=citation.printed, document=citation.document, start=citation.start)


def _can_hold(computed: Interval, relation: Relation, stated: Interval) -> bool:
    """Return whether a relation can hold between two quantities."""
    if relation is Relation.AT_MOST:
        return can_be_at_most(computed, stated)
    if relation is Relation.AT_LEAST:
        return can_be_at_most(stated, computed)
    return computed.overlaps(stated)


def can_be_at_most(low: Interval, high: Interval) -> bool:
    """Return whether ``low <= high`` is possible."""
    return low.compare(high).greater is not Certainty.CERTAIN


def is_above_zero(interval: Interval) -> bool:
    """Return whether all values are positive, so that division is safe."""
    return interval.lower is not None and interval.lower > 0
