"""``aseansc compare``: print what changed between two reports, as text or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from attrs import asdict
from rich.console import Console
from rich.padding import Padding

from aseansc._decimals import ONE, PLACE_CEILING, PLACE_FLOOR, POWERS_OF_TEN
from aseansc.cli._output import Line, as_json as json_of, serialised
from aseansc.cli._words import WORDS, collected
from aseansc.codelists import Absent
from aseansc.comparison import ComparisonOutcome, FigureComparison, Promise, ReviewComparison
from aseansc.errors import AseanscError
from aseansc.intervals import Certainty, Interval
from aseansc.labels import Lang, label
from aseansc.observations import Observation
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.trends import Trend, quotient
from aseansc.units import Unit, percent, year
from aseansc.values import Change, Qualifier, RelativeChange, Value, difference_unit

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
    assert isinstance(item.difference, Interval)  # two comparable figures
    if isinstance(item.trend, Trend):
        stated = _stated(one, other, lang) or _between(item.difference, item.trend.unit, lang)
        return head, _changed(item.trend, stated, lang)
    unit = difference_unit(first.indicator(item.indicator).unit)
    return head, _stated(one, other, lang) or _between(item.difference, unit, lang)


def _figure(figure: Observation | Target, lang: Lang) -> str:
    value = label(figure.value, lang) if isinstance(figure.value, Absent) else f"{figure.value:{lang}}"
    if isinstance(figure.time, Absent) or isinstance(figure.time_collection, Absent):
        return value
    marks = [label(status, lang) for status in figure.statuses]
    return f"{value} ({', '.join([collected(figure.time, figure.time_collection, figure.per, lang), *marks])})"


def _changed(trend: Trend, stated: str, lang: Lang) -> str:
    """Return a change in all its forms, and whether it is an improvement."""
    if Certainty.CERTAIN not in (trend.rose, trend.fell):
        return ""
    parts = [stated]
    if isinstance(trend.relative, Interval):
        parts.append(_between(trend.relative, percent, lang))
    is_one_year = trend.years.is_point and trend.years.lower == ONE
    yearly = quotient(trend.unit, year)
    if isinstance(trend.per_year, Interval) and yearly is not None and not is_one_year:
        parts.append(_between(trend.per_year, yearly, lang))
    if isinstance(trend.improved, Certainty) and trend.improved is not Certainty.POSSIBLE:
        parts.append(WORDS[lang]["improved" if trend.improved else "worsened"])
    return "; ".join(filter(None, parts))


def _stated(one: Observation, other: Observation, lang: Lang) -> str:
    """Return the difference of two figures in the digits that they state, or nothing if it has none."""
    before, after = one.value, other.value
    try:
        if isinstance(before, Value) and isinstance(after, Value):
            return _signed(after.to(before.unit) - before, lang)
        if isinstance(before, Change) and isinstance(after, Change):
            return _signed(after.to(before.unit) - before, lang)
    except AseanscError:
        pass  # such as the difference of "over 5" and "over 6"
    return ""


def _between(interval: Interval, unit: Unit, lang: Lang) -> str:
    """Return an interval in words, rounded outward to one decimal."""
    low = None if interval.lower is None else PLACE_FLOOR.quantize(interval.lower, POWERS_OF_TEN[-1])
    high = None if interval.upper is None else PLACE_CEILING.quantize(interval.upper, POWERS_OF_TEN[-1])
    kind = RelativeChange if unit.numerator == percent else Change
    if low is None or high is None:
        end = low if high is None else high
        return "" if end is None else _signed(kind.over(end, unit) if high is None else kind.under(end, unit), lang)
    ends = dict.fromkeys((low, high))
    return WORDS[lang]["range"].join(_signed(kind.exact(end, unit), lang) for end in ends)


def _signed(change: Change | RelativeChange, lang: Lang) -> str:
    plus = "+" if change.magnitude > Decimal(0) and change.qualifier is Qualifier.EXACT else ""
    return f"{plus}{change:{lang}}"


def _promise(item: Promise, first: Review, second: Review, lang: Lang) -> tuple[str, str]:
    words = WORDS[lang]
    target = first.target(item.target)
    head = f"{first.indicator(item.indicator).name.lookup(lang).text}: {_figure(target, lang)}"
    if isinstance(item.observation, Absent) or isinstance(item.assessment, Absent):
        return head, words["not_reported"]
    reason = item.assessment.reason
    outcome = label(item.outcome if isinstance(reason, Absent) else reason, lang)
    return head, f"{_figure(second.observation(item.observation), lang)}: {outcome}"
