"""The comparison of two reviews for a page."""

from __future__ import annotations

from typing import Final, NamedTuple

from aseansc._phrases import change, difference, moved
from aseansc.codelists import Absent
from aseansc.comparison import ComparisonOutcome, FigureComparison, Promise, ReviewComparison
from aseansc.errors import bug
from aseansc.intervals import Certainty, Interval
from aseansc.labels import label
from aseansc.pages._drawings import Level, level_of, slope
from aseansc.pages._names import Names, is_soft
from aseansc.pages._plans import Card
from aseansc.trends import Trend
from aseansc.values import Value, difference_unit

_ORDER: Final = ("rose", "fell", "uncertain", "restated", "places", "refused")
_KEYS: Final = {"compared": "places"}


class Line(NamedTuple):
    """One compared figure: its indicator, the figures of both reports, and the result in words."""

    name: str
    first: str
    second: str
    result: str


class Section(NamedTuple):
    """The figures with one result, such as those that rose."""

    id: str
    heading: str
    lines: list[Line]


def sections_of(found: ReviewComparison, one: Names, other: Names) -> list[Section]:
    """Return the compared figures by their result, without those that agree."""
    lines: dict[str, list[Line]] = {key: [] for key in _ORDER}
    for item in found.figures:
        if item.outcome is not ComparisonOutcome.AGREES:
            lines[_group(item)].append(_line(item, one, other))
    sections = [Section(key, one.words[key], lines[key]) for key in _ORDER]
    sections.insert(
        4, Section("promised", one.words["promised"], [_promise(item, one, other) for item in found.promises])
    )
    for key, names, ids in (("only_first", one, found.only_first), ("only_second", other, found.only_second)):
        sections.append(Section(key, one.words[key], [Line(names.indicators[name], "", "", "") for name in ids]))
    return [section for section in sections if section.lines]


def _group(item: FigureComparison) -> str:
    if isinstance(item.trend, Trend):
        if item.trend.rose is Certainty.CERTAIN:
            return "rose"
        return "fell" if item.trend.fell is Certainty.CERTAIN else "uncertain"
    return _KEYS.get(item.outcome.value, item.outcome.value)


def _line(item: FigureComparison, one: Names, other: Names) -> Line:
    first = "" if isinstance(item.first, Absent) else _figure(item.first, one)
    second = "" if isinstance(item.second, Absent) else _figure(item.second, other)
    return Line(one.indicators[item.indicator], first, second, _result(item, one, other))


def _figure(figure: str, names: Names) -> str:
    item = names.review.observation(figure)
    return f"{names.value(item)} ({', '.join(filter(None, (names.time(item), names.remarks(item))))})"


def _result(item: FigureComparison, one: Names, other: Names) -> str:
    if not isinstance(item.refusal, Absent):
        return label(item.refusal, one.lang)
    if isinstance(item.first, Absent) or isinstance(item.second, Absent) or not isinstance(item.difference, Interval):
        raise bug(item)  # only what is refused lacks them
    stated = difference(one.review.observation(item.first), other.review.observation(item.second), one.lang)
    if isinstance(item.trend, Trend):
        stated = stated or change(item.difference, item.trend.unit, one.lang)
        return moved(item.trend, stated, one.lang) or one.words["not_certain"]
    unit = difference_unit(one.review.indicator(item.indicator).unit)
    return stated or change(item.difference, unit, one.lang)


def _promise(item: Promise, one: Names, other: Names) -> Line:
    target = one.review.target(item.target)
    planned = f"{one.value(target)} ({one.time(target)})" if one.time(target) else one.value(target)
    if isinstance(item.observation, Absent) or isinstance(item.assessment, Absent):
        return Line(one.indicators[item.indicator], planned, "", one.words["not_reported"])
    reason = item.assessment.reason
    outcome = label(item.outcome if isinstance(reason, Absent) else reason, one.lang)
    return Line(one.indicators[item.indicator], planned, _figure(item.observation, other), outcome)


def cards_of(found: ReviewComparison, one: Names, other: Names) -> list[Card]:
    """Return a slope for each figure that certainly rose or fell from the first report to the second."""
    cards: list[Card] = []
    for item in found.figures:
        if not isinstance(item.trend, Trend) or isinstance(item.first, Absent) or isinstance(item.second, Absent):
            continue
        ends = [_end(item.first, one), _end(item.second, other)]
        if Certainty.CERTAIN not in (item.trend.rose, item.trend.fell) or None in ends:
            continue
        first, last = (end for end in ends if end is not None)
        improved = item.trend.improved
        css = "met" if improved is Certainty.CERTAIN else "missed" if improved is Certainty.NO else "plain"
        name = one.indicators[item.indicator]
        lines = [_result(item, one, other)]
        alt = "; ".join([name, *(f"{end[1]} ({end[2]})" for end in (first, last)), *lines])
        verdict = {"met": one.words["improved"], "missed": one.words["worsened"]}.get(css, "")
        cards.append(Card("", name, "", slope(first, last, alt, css=css), verdict, css, lines))
    return cards


def _end(figure: str, names: Names) -> tuple[Level, str, str] | None:
    item = names.review.observation(figure)
    if not isinstance(item.value, Value):
        return None
    drawn = level_of(item.value, names.review.interval(item), estimated=is_soft(item))
    return drawn, names.value(item), names.time(item)
