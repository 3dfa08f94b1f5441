"""The findings of an audit for a page: the lines of its first screen, with links to the figures."""

from __future__ import annotations

from typing import Final, NamedTuple

from aseansc.audit import Audit, AuditFinding, Nature, ScreenItem
from aseansc.codelists import Absent
from aseansc.pages._names import Names

MOST: Final = 100
"""How many findings a page shows."""


class Finding(NamedTuple):
    """A finding: its number, first line, further lines, question in short and for a letter, and its figures."""

    number: int
    title: str
    lines: tuple[str, ...]
    short: str
    question: str
    figures: list[tuple[str, str]]


class Group(NamedTuple):
    """The findings under one heading of the first screen, such as "To ask", and the question for all of them."""

    heading: str
    findings: list[Finding]
    question: str


class Findings(NamedTuple):
    """All findings: the sentence on what was compared, the groups, the closing line, and how many are left out."""

    coverage: str
    groups: list[Group]
    closing: str
    left: int


def findings_of(audit: Audit, names: Names) -> Findings:
    """Return the first screen of an audit, with links to the figures."""
    screen = audit.screen(names.lang)
    known = {
        finding.number: (finding, question)
        for finding, question in zip(audit.findings(), audit.questions(names.lang), strict=True)
    }
    groups = [
        Group(
            group.heading,
            [_finding(item, *known[item.number], names) for item in group.items if item.number <= MOST],
            group.question,
        )
        for group in screen.groups
    ]
    return Findings(screen.coverage, groups, screen.rest, max(len(known) - MOST, 0))


def _finding(item: ScreenItem, known: AuditFinding, question: str, names: Names) -> Finding:
    figures = {
        evidence.id: evidence.id if isinstance(evidence.printed, Absent) else evidence.printed
        for check in known.checks
        for evidence in check.evidence
        if evidence.id in names.indicator_of
    }
    figures |= {name: names.name(names.review.target(name)) for name in known.targets}
    return Finding(item.number, item.title, item.lines, item.question, question, list(figures.items()))


def numbers_of(audit: Audit) -> dict[str, list[int]]:
    """Return the numbers of the findings on the page that each figure is in."""
    found: dict[str, list[int]] = {}
    for finding in audit.findings()[:MOST]:
        for name in dict.fromkeys([*(name for check in finding.checks for name in check.figures), *finding.targets]):
            found.setdefault(name, []).append(finding.number)
    return found


def counts_of(audit: Audit) -> tuple[int, int]:
    """Return the number of checks that are impossible in their arithmetic, and of all findings."""
    impossible = sum(check.nature is Nature.ARITHMETIC for check in audit.checks)
    return impossible, len(audit.findings())
