"""Group the checks that need an answer into findings, and give each an id that another run finds again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, tuple_of
from aseansc.audit._codes import CheckCode, FindingGroup, MissingKind, Nature, Verdict
from aseansc.audit._names import Names
from aseansc.audit._results import Check, Implied, Missing
from aseansc.targets import Target

OF_TIME: Final = (
    CheckCode.ESTIMATE_OVER,
    CheckCode.TIME_OUTSIDE,
    CheckCode.TIME_AHEAD,
    CheckCode.DURATION_PERIOD,
    CheckCode.DOCUMENT_DATES,
)
"""Checks that compare no figures with one another."""
_ORDER: Final = {FindingGroup.ARITHMETIC: 0, FindingGroup.TO_ASK: 1, FindingGroup.WORDING: 2, None: 3}
_TARGETS: Final = "target-not-stated"
_DIGITS: Final = 8


@final
@frozen(kw_only=True, eq=False, repr=False)
class AuditFinding(Record):
    """Checks of an audit that have one cause and need one answer from the authors of the report.

    Args:
        id: the code of a check and a hash of the figures and their values. It does not depend on the language or the
            order of the figures, and changes if one of the values changes.
        number: its number on the first screen, from 1.
        group: the part of the first screen in which it is shown.
        checks: the checks, the gravest first. Those of one cause have a figure in common, or imply the same figure.
        targets: ids of the plans that the report mentions without a number, if the finding is about them.
    """

    id: str = field(validator=instance_of(str))
    number: int = field(validator=instance_of(int))
    group: FindingGroup = field(validator=instance_of(FindingGroup))
    checks: tuple[Check, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Check))
    targets: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures and plans that the finding is about, sorted."""
        return tuple(sorted({name for check in self.checks for name in check.figures} | {*self.targets}))


def findings_of(names: Names, checks: Iterable[Check]) -> tuple[AuditFinding, ...]:
    """Return the findings in the order of the first screen."""
    every = [check for check in checks if not check.is_note]
    found: list[tuple[FindingGroup, Sequence[Check], Sequence[Target]]] = []
    causes = _of_one_cause([check for check in every if _group(check) is not None])
    for group in (FindingGroup.ARITHMETIC, FindingGroup.TO_ASK, FindingGroup.WORDING):
        found += [(group, together, ()) for together in causes if _group(together[0]) is group]
    found += [(FindingGroup.NOT_STATED, together, ()) for together in _of_one_quantity(every)]
    if names.targets_in_words:
        found.append((FindingGroup.NOT_STATED, (), names.targets_in_words))
    return tuple(
        AuditFinding(
            id=_id(names, together, targets),
            number=number,
            group=group,
            checks=together,
            targets=[target.id for target in targets],
        )
        for number, (group, together, targets) in enumerate(found, start=1)
    )


def _group(check: Check) -> FindingGroup | None:
    if check.nature is Nature.ARITHMETIC:
        return FindingGroup.ARITHMETIC
    if check.verdict is Verdict.CONTRADICTED:
        return FindingGroup.WORDING
    is_open = check.verdict is Verdict.CONDITIONAL or _lacks(check, MissingKind.DOCUMENTS)
    return FindingGroup.TO_ASK if is_open else None


def _lacks(check: Check, kind: MissingKind) -> bool:
    return isinstance(check.missing, Missing) and check.missing.kind is kind


def is_plan(check: Check) -> bool:
    """Return whether a check implies the number of a plan."""
    return _lacks(check, MissingKind.PLAN) or _lacks(check, MissingKind.LINK)


def _of_one_cause(checks: Sequence[Check]) -> list[list[Check]]:
    """Group the checks that one wrong figure can explain: those that share the figure that most of them share.

    A check of times is about all figures of a time, and an unusual wording explains itself: each is alone. The first
    check of a group is the one with the gravest result.
    """
    groups = {at: [check] for at, check in enumerate(checks) if _is_alone(check)}
    places = _places([() if _is_alone(check) else check.figures for check in checks])
    grouped: set[int] = set(groups)
    for name in sorted(places, key=lambda name: (-len(places[name]), name)):
        together = [at for at in places[name] if at not in grouped]
        grouped.update(together)
        if together:
            groups[together[0]] = sorted((checks[at] for at in together), key=_gravity)
    return [groups[at] for at in sorted(groups)]


def _places(names: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    """Return the positions of each name in some lists of names."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(names):
        for name in some:
            found[name].append(at)
    return found


def _is_alone(check: Check) -> bool:
    return check.code in OF_TIME or check.nature is Nature.WORDING


def _gravity(check: Check) -> int:
    return _ORDER[_group(check)]


def _of_one_quantity(checks: Iterable[Check]) -> list[list[Check]]:
    """Group the checks that imply the same quantity, and all those that imply a plan."""
    groups: dict[str, list[Check]] = {}
    for check in checks:
        if isinstance(check.implied, Implied) and not _lacks(check, MissingKind.ATTAINMENT):
            groups.setdefault("" if is_plan(check) else check.implied.name, []).append(check)
    return [groups[name] for name in sorted(groups, key=lambda name: name == "")]


def _id(names: Names, checks: Sequence[Check], targets: Sequence[Target]) -> str:
    """Return an id from the codes of checks, their figures, and the values of these."""
    parts = [
        "\n".join([check.code.value, *(f"{name}={names.exact(name)}" for name in check.figures)]) for check in checks
    ]
    parts += [target.id for target in targets]
    code = min((check.code.value for check in checks), default=_TARGETS)
    digest = sha256("\n\n".join(sorted(parts)).encode()).hexdigest()
    return f"{code}-{digest[:_DIGITS]}"
