"""Every figure of a review, by section and indicator, for the tables of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from aseansc.codelists import Absent
from aseansc.findings import Finding
from aseansc.labels import label
from aseansc.observations import Observation
from aseansc.pages._drawings import mark, share_bar
from aseansc.pages._markup import Markup
from aseansc.pages._names import Names, is_soft
from aseansc.reviews import Figure
from aseansc.targets import Target
from aseansc.units import percent
from aseansc.values import Change, Qualifier, Value

_FIRST_LEVEL: Final = 3
_LAST_LEVEL: Final = 6


class Row(NamedTuple):
    """A figure: its time, as printed with its place in the source, as read, and its status."""

    id: str
    time: str
    printed: str
    link: str
    position: str
    kind: str
    read: str
    limits: str
    drawing: Markup
    status: str
    findings: list[int]
    note: str


class Entry(NamedTuple):
    """An indicator with its figures."""

    id: str
    name: str
    note: str
    rows: list[Row]


class Goal(NamedTuple):
    """A section with its indicators, and what it reports in words."""

    id: str
    level: int
    name: str
    entries: list[Entry]
    words: list[tuple[str, str]]


def goals_of(names: Names, findings: dict[str, list[int]]) -> list[Goal]:
    """Return the sections of a review in order; those without anything inside are left out."""
    review = names.review
    entries: dict[str, list[Entry]] = defaultdict(list)
    for indicator in review.indicators:
        rows = [_row(figure, names, findings) for figure in names.by_indicator.get(indicator.id, [])]
        entry = Entry(indicator.id, names.indicators[indicator.id], names.text(indicator.note), rows)
        entries["" if isinstance(indicator.section, Absent) else indicator.section].append(entry)
    loose = [_row(figure, names, findings) for figure in names.by_indicator.get("", [])]
    if loose:
        entries[""].append(Entry("", names.words["other"], "", loose))
    words: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for finding in review.findings:
        words["" if isinstance(finding.section, Absent) else finding.section].append(_in_words(finding, names))
    goals = [
        Goal(item.id, _level(item.id, names), names.text(item.name), entries.pop(item.id, []), words.pop(item.id, []))
        for item in review.sections
    ]
    if entries[""] or words[""]:
        goals.append(Goal("other", _FIRST_LEVEL, names.words["other"], entries[""], words[""]))
    return list(_filled(goals))


def _filled(goals: list[Goal]) -> Iterator[Goal]:
    """Yield sections with content, and those that contain one."""
    for number, goal in enumerate(goals):
        inside: list[Goal] = []
        for other in goals[number + 1 :]:
            if other.level <= goal.level:
                break
            inside.append(other)
        if any(item.entries or item.words for item in (goal, *inside)):
            yield goal


def _level(section: str, names: Names) -> int:
    level, broader = _FIRST_LEVEL, names.review.section(section).broader
    while not isinstance(broader, Absent) and level < _LAST_LEVEL:
        level, broader = level + 1, names.review.section(broader).broader
    return level


def _in_words(finding: Finding, names: Names) -> tuple[str, str]:
    return label(finding.kind, names.lang), names.text(finding.text)


def _row(figure: Figure, names: Names, findings: dict[str, list[int]]) -> Row:
    cited = not isinstance(figure.citation, Absent)
    return Row(
        figure.id,
        names.time(figure),
        names.printed(figure),
        names.link(figure.citation) if cited else "",  # type: ignore[arg-type]
        names.position(figure.citation) if cited else "",  # type: ignore[arg-type]
        names.kind(figure),
        names.value(figure),
        names.limits(figure).strip(),
        _drawing(figure),
        names.remarks(figure),
        findings.get(figure.id, []),
        names.text(figure.note),
    )


def _drawing(figure: Figure) -> Markup:
    """Return the mark of a level; a share of 0 to 100 % is a bar."""
    value, soft = figure.value, is_soft(figure)
    if not isinstance(figure, Observation | Target) or not isinstance(value, Value | Change):
        return Markup("")
    is_share = isinstance(value, Value) and value.unit == percent and 0 <= value.magnitude <= 100
    if isinstance(value, Value) and is_share and value.upper is None:
        bar = share_bar(value, css="wanted" if isinstance(figure, Target) else "est" if soft else "bar")
        return bar if value.qualifier is Qualifier.EXACT else bar + mark(value, estimated=soft)
    return mark(value, estimated=soft) if soft or value.qualifier is not Qualifier.EXACT else Markup("")
