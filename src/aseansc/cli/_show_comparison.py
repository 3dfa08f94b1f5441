"""``aseansc compare``: print what changed between two reports, as text or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from attrs import asdict
from rich.console import Console
from rich.padding import Padding

from aseansc._phrases import change, collected, difference, moved
from aseansc.cli._output import Line, as_json as json_of, serialised
from aseansc.cli._words import WORDS
from aseansc.codelists import Absent
from aseansc.comparison import ComparisonOutcome, FigureComparison, Promise, ReviewComparison
from aseansc.errors import bug
from aseansc.intervals import Certainty, Interval
from aseansc.labels import Lang, label
from aseansc.observations import Observation
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.trends import Trend
from aseansc.values import difference_unit

_ORDER: Final = ("rose", "fell", "uncertain", "restated", "promised", "compared", "refused")
_MOST_NAMED: Final = 10
_STYLES: Final = {"restated": "bold yellow", "refused": "bold red"}


def show_comparison(found: ReviewComparison, first: Review, second: Review, console: Console, lang: Lang) -> None:
    """Print what rose, fell, was restated, was planned, and what is not comparable; what agrees is counted."""
    words = WORDS[lang]
    for number, review in enumerate((first, second), 1):
        console.print(Line(f"{number}. {review.title.lookup(lang).text}", style="bold"))
    agreeing = sum(item.outcome is ComparisonOutcome.AGREES for item in found.figures)
    console.print(Line(f"{words['in_both']}: {len(found.matches)}; {words['agree']}: {agreeing}"))
    entries: dict[str, list[tuple[str, str]]] = {key: [] for key in _ORDER}
    for item in found.figures:
        if item.outcome is not ComparisonOutcome.AGREES:
            entries[_group(item)].append(_entry(item, first, second, lang))
    entries["promised"] = [_promise(item, first, second, lang) for item in found.promises]
    entries["only_first"] = _named(first, found.only_first, lang)
    entries["only_second"] = _named(second, found.only_second, lang)
    counts = {"only_first": len(found.only_first), "only_second": len(found.only_second)}
    for group, lines in entries.items():
        if lines:
            heading = f"{words[group]} ({counts.get(group, len(lines))})"
            _show_group(console, Line(heading, style=_STYLES.get(group, "bold")), lines)


def _show_group(console: Console, heading: Line, lines: Iterable[tuple[str, str]]) -> None:
    console.print()
    console.print(heading)
    for head, detail in lines:
        console.print(Padding(Line(head), (0, 0, 0, 2), expand=False))
        if detail:
            console.print(Padding(Line(detail), (0, 0, 0, 6), expand=False))


def _named(review: Review, indicators: Sequence[str], lang: Lang) -> list[tuple[str, str]]:
    """Return the names of indicators as one entry, at most ten of them."""
    known = [review.indicator(name).name.lookup(lang).text for name in indicators[:_MOST_NAMED]]
    if len(indicators) > _MOST_NAMED:
        known.append(WORDS[lang]["more"].format(len(indicators) - _MOST_NAMED))
    return [("; ".join(known), "")] if known else []


def as_json(results: Iterable[tuple[ReviewComparison, Review]], lang: Lang) -> str:
    """Return comparisons as JSON, with the name of each indicator, and intervals as strings."""
    return json_of([_plain(found, first, lang) for found, first in results])


def _plain(found: ReviewComparison, first: Review, lang: Lang) -> dict[str, Any]:
    document: dict[str, Any] = asdict(found, value_serializer=serialised)
    for item in (*document["figures"], *document["promises"]):
        item["name"] = first.indicator(item["indicator"]).name.lookup(lang).text
    return document


def _group(item: FigureComparison) -> str:
    """Return the key of the heading under which a comparison is printed."""
    if isinstance(item.trend, Trend):
        if item.trend.rose is Certainty.CERTAIN:
            return "rose"
        return "fell" if item.trend.fell is Certainty.CERTAIN else "uncertain"
    return item.outcome.value


def _entry(item: FigureComparison, first: Review, second: Review, lang: Lang) -> tuple[str, str]:
    name = first.indicator(item.indicator).name.lookup(lang).text
    figures = [
        review.observation(figure)
        for review, figure in ((first, item.first), (second, item.second))
        if not isinstance(figure, Absent)
    ]
    head = f"{name}: {' → '.join(_figure(figure, lang) for figure in figures)}" if figures else name
    if not isinstance(item.refusal, Absent):
        return head, label(item.refusal, lang)
    one, other = figures
    if not isinstance(item.difference, Interval):  # two comparable figures
        raise bug(item.difference)
    if isinstance(item.trend, Trend):
        stated = difference(one, other, lang) or change(item.difference, item.trend.unit, lang)
        return head, moved(item.trend, stated, lang)
    unit = difference_unit(first.indicator(item.indicator).unit)
    return head, difference(one, other, lang) or change(item.difference, unit, lang)


def _figure(figure: Observation | Target, lang: Lang) -> str:
    value = label(figure.value, lang) if isinstance(figure.value, Absent) else f"{figure.value:{lang}}"
    if isinstance(figure.time, Absent) or isinstance(figure.time_collection, Absent):  # only targets lack a time
        raise bug(figure)  # which cannot be compared then
    marks = [label(status, lang) for status in figure.statuses]
    return f"{value} ({', '.join([collected(figure.time, figure.time_collection, figure.per, lang), *marks])})"


def _promise(item: Promise, first: Review, second: Review, lang: Lang) -> tuple[str, str]:
    words = WORDS[lang]
    target = first.target(item.target)
    head = f"{first.indicator(item.indicator).name.lookup(lang).text}: {_figure(target, lang)}"
    if isinstance(item.observation, Absent) or isinstance(item.assessment, Absent):
        return head, words["not_reported"]
    reason = item.assessment.reason
    outcome = label(item.outcome if isinstance(reason, Absent) else reason, lang)
    return head, f"{_figure(second.observation(item.observation), lang)}: {outcome}"
