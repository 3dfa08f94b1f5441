"""Check all figures of a review at once.

The other rules look at a few figures at a time. Here every quantity is narrowed by all others; if no value remains for
one of them, the figures cannot all be true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from aseansc.audit._codes import CheckCode, MissingKind, Relation, Verdict
from aseansc.audit._constraints import Span, System, system_of
from aseansc.audit._figures import Figures
from aseansc.audit._numbers import show
from aseansc.audit._propagation import Conflict
from aseansc.audit._results import Check, Missing
from aseansc.audit._verdicts import Case, Used

_WHOLE_NUMBERS: Final = "0, 1, 2, …"


def joint_bounds(figures: Figures, reported: Iterable[frozenset[str]]) -> Iterator[Case]:
    """Yield a case for each set of figures that cannot all be true, unless another check already reports it.

    Args:
        figures: the figures.
        reported: the figures of each other check that reports a contradiction, see `reported_by`.
    """
    system = system_of(figures)
    records = {record.id: record for record in (*figures.component.targets, *figures.component.claims)}
    seen = list(reported)
    for conflict in sorted(system.narrowing.conflicts, key=lambda item: len(item.because)):
        if any(earlier <= conflict.because for earlier in seen):
            continue
        seen.append(conflict.because)
        names = sorted(conflict.because)
        used = [figures.by_id[name] for name in names if name in figures.by_id]
        yield _case(system, conflict, (*used, *(records[name] for name in names if name in records)))


def reported_by(checks: Iterable[Check]) -> list[frozenset[str]]:
    """Return the figures of each check that reports a contradiction or asks which of two documents is right."""
    failing = (Verdict.CONTRADICTED, Verdict.CONDITIONAL)
    return [frozenset(check.figures) for check in checks if check.verdict in failing or _is_a_question(check)]


def _is_a_question(check: Check) -> bool:
    """Return whether a check already asks which of two documents is right."""
    return isinstance(check.missing, Missing) and check.missing.kind in (MissingKind.DOCUMENTS, MissingKind.REVISION)


def _case(system: System, conflict: Conflict, used: Sequence[Used]) -> Case:
    kind, name, moment = conflict.variable
    unit = system.units[conflict.variable] if kind == "claim" else system.figures.indicator(name).unit.code
    if kind == "plan" and isinstance(moment, str):
        name = moment  # the id of the plan; a plan that is not stated is named by its indicator
    elif isinstance(moment, Span):
        name = f"{name} {moment.period}"
    return Case(
        CheckCode.JOINT_BOUNDS,
        used,
        f"{name}: {_WHOLE_NUMBERS if conflict.whole else show(conflict.known)}",
        unit,
        relation=Relation.UNEQUAL,
        stated=conflict.other,
        fits=False,
        named_by_claim=True,  # figures that differ in status are related here only by a claim that names both
    )
