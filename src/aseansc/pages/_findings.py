"""The findings of an audit for a page: the lines of its first screen, with links to the figures."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from aseansc.audit import Audit, AuditFinding, Nature
from aseansc.codelists import Absent
from aseansc.pages._names import Names

MOST: Final = 100
"""How many findings a page shows."""
_ITEM: Final = re.compile(r" \d+\. ")


class Finding(NamedTuple):
    """A finding: its number, first line, further lines, question in short and for a letter, and its figures."""

    number: int
    title: str
    lines: list[str]
    short: str
    question: str
    figures: list[tuple[str, str]]


class Group(NamedTuple):
    """The findings under one heading of the first screen, such as "To ask"."""

    heading: str
    findings: list[Finding]


class Findings(NamedTuple):
    """All findings: the sentence on what was compared, the groups, the closing line, and how many are left out."""

    coverage: str
    groups: list[Group]
    closing: str
    left: int


def findings_of(audit: Audit, names: Names) -> Findings:
    """Return the first screen of an audit in its parts."""
    head, _, body = audit.summary(names.lang).partition("\n\n")
    groups = _parts(body.splitlines())
    raw = [lines for _, items in groups for lines in items]
    known, questions = audit.findings(), audit.questions(names.lang)
    found = [
        _finding(number, lines, known[number - 1], questions[number - 1], names)
        for number, lines in enumerate(raw[:MOST], 1)
    ]
    filled: list[Group] = []
    for heading, items in groups:
        filled.append(Group(heading, found[: len(items)]))
        found = found[len(items) :]
    return Findings(head.splitlines()[-1], filled[:-1], groups[-1][0], max(len(raw) - MOST, 0))


def _parts(lines: list[str]) -> list[tuple[str, list[list[str]]]]:
    """Return the headings of a first screen, each with the lines of its findings."""
    groups: list[tuple[str, list[list[str]]]] = []
    for line in lines:
        if not line.startswith(" "):
            groups.append((line, []))
        elif _ITEM.match(line):
            groups[-1][1].append([_ITEM.sub("", line, count=1)])
        else:
            groups[-1][1][-1].append(line.strip())
    return groups


def _finding(number: int, raw: list[str], known: AuditFinding, question: str, names: Names) -> Finding:
    title, *lines = raw
    ask = f"{names.words['ask']}: "
    short = ""
    if lines and lines[-1].startswith(ask):
        lines, short = lines[:-1], lines[-1].removeprefix(ask)
    figures = {
        evidence.id: evidence.id if isinstance(evidence.printed, Absent) else evidence.printed
        for check in known.checks
        for evidence in check.evidence
        if evidence.id in names.indicator_of
    }
    figures |= {name: names.name(names.review.target(name)) for name in known.targets}
    return Finding(number, title, lines, short, question, list(figures.items()))


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
