"""``aseansc show --indicator`` and ``--findings``: print one indicator in full, or the findings of a review."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from aseansc._decimals import plain
from aseansc._phrases import when
from aseansc.citations import Citation
from aseansc.classifications import ASCC_2025
from aseansc.cli._output import Line
from aseansc.cli._show_review import (
    chosen_figures,
    chosen_sections,
    grouped,
    named,
    show_figure,
    show_heading,
    show_other,
    show_title,
)
from aseansc.cli._words import WORDS, counted
from aseansc.codelists import Absent, CodeList
from aseansc.findings import Finding
from aseansc.indicators import Indicator
from aseansc.labels import Lang, label
from aseansc.observations import Observation, SamplingError, Status
from aseansc.periods import Period
from aseansc.reviews import Figure, Review

_LABEL = 15
"""The width of the labels in columns."""
_ROLES = ("baseline", "start", "end", "actual", "target", "part", "whole")
"""The fields of targets and claims that refer to other records."""


def show_indicator(
    review: Review, indicator: Indicator, console: Console, lang: Lang, *, status: Status | None = None
) -> None:
    """Print one indicator: its definition, its relations to others, and each figure with its citation."""
    words = WORDS[lang]
    console.print(named(indicator, lang, style="bold"))
    other: Lang = "en" if lang == "vi" else "vi"
    rows = [
        (words["in_other"], indicator.name.lookup(other).text),
        (words["unit"], f"{indicator.unit.name(lang, plural=True)} [{indicator.unit.code}]"),
        (words["kind"], label(indicator.kind, lang)),
        (words["better"], label(indicator.better, lang)),
        (words["bounds"], str(indicator.bounds)),
        *_stated(indicator, _DEFINITION, lang),
        *((words[name], _other_indicator(review, id_, lang)) for name, id_ in _references(review, indicator)),
        (words["section"], _section(review, indicator, lang)),
        (words["codes"], ", ".join(_code(code) for code in indicator.codes) or "-"),
    ]
    if not isinstance(indicator.note, Absent):
        rows.append((words["note"], indicator.note.lookup(lang).text))
    _show_rows(rows, console, indent=2)
    for figure in chosen_figures(review, None, status):
        if review.indicator_of(figure) is indicator or getattr(figure, "whole", None) == indicator.id:
            console.print()
            show_figure(review, figure, console, lang)
            _show_rows(_provenance(review, figure, lang), console, indent=8)
    about = [finding for finding in review.findings if finding.indicator == indicator.id]
    if about:
        console.print()
        console.print(Line(words["findings"], style="bold"))
        for finding in about:
            _show_finding(finding, console, lang, indent=2)


def show_findings(
    review: Review, console: Console, lang: Lang, *, section: str | None = None, indicator: str | None = None
) -> None:
    """Print the findings of a review by section: results, difficulties and actions."""
    if indicator is not None:
        review.indicator(indicator)
    sections = chosen_sections(review, section)
    chosen = [
        finding
        for finding in review.findings
        if (section is None or finding.section in sections) and indicator in (None, finding.indicator)
    ]
    show_title(review, console, lang, counted(len(chosen), "findings", lang))
    by_section = grouped(chosen, lambda finding: finding.section)
    for item in sections.values():
        here = by_section.get(item.id, [])
        if here:
            show_heading(review, item, console, lang)
        for finding in sorted(here, key=lambda finding: finding.start):
            _show_finding(finding, console, lang, indent=4)
    loose = by_section.get(Absent.NOT_STATED, [])
    if loose:
        show_other(console, lang)
    for finding in loose:
        _show_finding(finding, console, lang, indent=4)


_DEFINITION = ("net", "statistic", "standard", "base_period", "price_basis", "price_period")
_BESIDE = ("standard", "sampling_error", "confidentiality", "price_basis", "price_period", "revises")


def _stated(record: Indicator | Figure | Citation, names: tuple[str, ...], lang: Lang) -> list[tuple[str, str]]:
    """Return the labels and texts of the fields that few records have; absent ones are left out."""
    found = ((name, getattr(record, name, Absent.NOT_APPLICABLE)) for name in names)
    return [(WORDS[lang][name], _text(value, lang)) for name, value in found if value and not isinstance(value, Absent)]


def _text(value: object, lang: Lang) -> str:
    if isinstance(value, SamplingError):
        return _sampling_error(value, lang)
    if isinstance(value, Period):
        return when(value, lang)
    if isinstance(value, bool):
        return "có" if lang == "vi" else "yes"
    return label(value, lang) if isinstance(value, CodeList) else str(value)


def _sampling_error(error: SamplingError, lang: Lang) -> str:
    """Return a sampling error in words: "margin of error 1.2 (confidence 95 %)"."""
    numbers = [_number(item, lang) for item in (error.size, error.lower, error.upper) if not isinstance(item, Absent)]
    shown = numbers[0] if len(numbers) == 1 else f"[{'; '.join(numbers)}]"
    sure = error.confidence
    level = "" if isinstance(sure, Absent) else f" ({WORDS[lang]['confidence']} {_number(sure, lang)} %)"
    return f"{label(error.form, lang)} {shown}{level}"


def _number(number: Decimal, lang: Lang) -> str:
    return plain(number).replace(".", "," if lang == "vi" else ".")


def _references(review: Review, indicator: Indicator) -> list[tuple[str, str]]:
    """Return the related indicators, each with the key of the label of the relation."""
    found = [
        (name, other)
        for name, other in (("numerator", indicator.numerator), ("denominator", indicator.denominator))
        if not isinstance(other, Absent)
    ]
    found += [
        ("piece", part)
        for breakdown in indicator.breakdowns
        if not breakdown.is_of_categories
        for part in breakdown.parts
    ]
    found += [("inflow", flow) for flow in indicator.inflows] + [("outflow", flow) for flow in indicator.outflows]
    found += [
        ("piece_of", other.id)
        for other in review.indicators
        if any(indicator.id in breakdown.parts for breakdown in other.breakdowns)
    ]
    found += [("rate", other.id) for other in review.indicators if indicator.id in (other.numerator, other.denominator)]
    return found


def _other_indicator(review: Review, id: str, lang: Lang) -> str:  # noqa: A002
    name = review.indicator(id).name.lookup(lang).text
    counted = any(observation.indicator == id for observation in review.observations)
    return f"{name} [{id}]" + ("" if counted else f" ({WORDS[lang]['uncounted']})")


def _section(review: Review, indicator: Indicator, lang: Lang) -> str:
    if isinstance(indicator.section, Absent):
        return label(indicator.section, lang)
    section = review.section(indicator.section)
    return f"{section.name.lookup(lang).text} [{section.id}]"


def _code(code: str) -> str:
    scheme, _, id_ = code.partition(":")
    for item in ASCC_2025.codes:
        if (ASCC_2025.id, item.id) == (scheme, id_):
            return f"{code} ({item.en})"
    return code


def _provenance(review: Review, figure: Figure, lang: Lang) -> list[tuple[str, str]]:
    """Return labels and texts: id, citation, related figures and, for an observation, possible values."""
    words = WORDS[lang]
    rows = [(words["id"], figure.id)]
    citation = figure.citation
    if isinstance(citation, Absent):
        rows.append((words["printed"], label(citation, lang)))
    else:
        rows.append((words["printed"], f"“{citation.printed}” {citation.document} {citation.start}-{citation.end}"))
        rows += [
            (words["governed"], f"“{word.printed}” {citation.document} {word.start}-{word.end}")
            for word in citation.governed_by
        ]
        rows += _stated(citation, ("locator",), lang)
    rows += _stated(figure, _BESIDE, lang)
    rows += [
        (words[role], label(id_, lang) if isinstance(id_, Absent) else id_)
        for role, id_ in ((role, getattr(figure, role, None)) for role in _ROLES)
        if id_ is not None
    ]
    if isinstance(figure, Observation) and not isinstance(figure.value, Absent):
        rows.append((words["possible"], f"{review.interval(figure)} {figure.value.unit.code}"))
    return rows


def _show_rows(rows: Iterable[tuple[str, str]], console: Console, *, indent: int) -> None:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=_LABEL, style="dim")
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row(name, Line(text))
    console.print(Padding(table, (0, 0, 0, indent), expand=False))


def _show_finding(finding: Finding, console: Console, lang: Lang, *, indent: int) -> None:
    line = Line(f"{label(finding.kind, lang)}: ", style="dim")
    line.append(finding.text.lookup(lang).text, style="not dim")
    if not isinstance(finding.direction, Absent):
        line.append(f" [{finding.indicator}: {label(finding.direction, lang)}]")
    elif not isinstance(finding.indicator, Absent):
        line.append(f" [{finding.indicator}]")
    line.append(f" {finding.document} {finding.start}-{finding.end}")
    console.print(Padding(line, (0, 0, 0, indent), expand=False))
