"""Changes between two levels, as slopes, with points and percent named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from aseansc._phrases import amount, difference, moved
from aseansc.audit import Audit
from aseansc.claims import ChangeClaim
from aseansc.codelists import Absent
from aseansc.comparability import Reason
from aseansc.errors import AseanscError
from aseansc.intervals import Certainty
from aseansc.observations import Observation
from aseansc.pages._drawings import Level, level_of, slope
from aseansc.pages._markup import Markup
from aseansc.pages._names import Names, is_soft, moment
from aseansc.pages._plans import Card
from aseansc.trends import Trend, trend
from aseansc.units import UnitKind
from aseansc.values import RelativeChange, Value

_End = tuple[Level, str, str]


def change_cards(audit: Audit, names: Names) -> Iterator[Card]:
    """Yield a drawing for each stated change, and for each indicator with levels at two times."""
    drawn: set[str] = set()
    for claim in names.review.claims:
        if isinstance(claim, ChangeClaim):
            drawn.add(claim.indicator)
            yield _claimed(claim, audit, names)
    for indicator in names.review.indicators:
        if indicator.id not in drawn:
            yield from _between_levels(indicator.id, names)


def _claimed(claim: ChangeClaim, audit: Audit, names: Names) -> Card:
    review, words = names.review, names.words
    start, end = (None if isinstance(name, Absent) else review.observation(name) for name in (claim.start, claim.end))
    lines = [words["stated_as"].format(names.printed(claim), _form(claim, words))]
    found = _trend(start, end, names)
    if found is not None and start is not None and end is not None:
        lines.append(words["from_levels"].format(_text(found, start, end, names)))
    ends = [_end(level, claim, audit, names) for level in (start, end)]
    first, last = ends
    alt = "; ".join([names.name(claim), *(f"{item[1]} ({item[2]})" for item in ends if item), *lines])
    drawing = slope(first, last, alt, css=_css(found)) if first and last else Markup("")
    return Card(claim.id, names.name(claim), names.time(claim), drawing, *_verdict(found, words), lines)


def _text(found: Trend, start: Observation, end: Observation, names: Names) -> str:
    """Return a change in points or units, in percent, and per year."""
    without = evolve(found, improved=Reason.NO_DIRECTION)  # the drawing has it
    return moved(without, difference(start, end, names.lang), names.lang) or names.words["not_certain"]


def _form(claim: ChangeClaim, words: dict[str, str]) -> str:
    """Return whether a stated change is in percent of a level, in points, or in the unit of the levels."""
    if isinstance(claim.value, RelativeChange):
        return words["relative"]
    return words["points" if claim.value.unit.numerator.kind is UnitKind.SHARE_POINT else "absolute"]


def _end(level: Observation | None, claim: ChangeClaim, audit: Audit, names: Names) -> _End | None:
    """Return one end of a change for a drawing; a level that is not stated is worked back, if it follows."""
    if level is not None:
        return _drawn(level, names)
    for check in audit.checks:
        implied = check.implied
        if claim.id in check.figures and not isinstance(implied, Absent) and implied.name == claim.indicator:
            unit = names.review.indicator(claim.indicator).unit
            words = names.words["level_not_stated"].format(amount(implied.interval, unit, names.lang))
            return Level(None, implied.interval, worked_back=True), words, ""
    return None


def _drawn(level: Observation, names: Names) -> _End | None:
    if not isinstance(level.value, Value):
        return None
    drawn = level_of(level.value, names.review.interval(level), estimated=is_soft(level))
    return drawn, names.value(level), names.time(level)


def _trend(start: Observation | None, end: Observation | None, names: Names) -> Trend | None:
    if start is None or end is None:
        return None
    try:
        return trend(start, end, names.review)
    except AseanscError:  # such as two figures that are aggregated differently
        return None


_DIRECTIONS: Final[dict[object, tuple[str, str]]] = {
    Certainty.CERTAIN: ("improved", "met"),
    Certainty.NO: ("worsened", "missed"),
}


def _verdict(found: Trend | None, words: dict[str, str]) -> tuple[str, str]:
    """Return whether a change is an improvement, and the class of its drawing."""
    if found is None:
        return "", "plain"
    if Certainty.CERTAIN not in (found.rose, found.fell):
        return words["not_certain"], "open"
    key, css = _DIRECTIONS.get(found.improved, ("", "plain"))
    return words[key] if key else "", css


def _css(found: Trend | None) -> str:
    return "plain" if found is None else _DIRECTIONS.get(found.improved, ("", "plain"))[1]


def _between_levels(indicator: str, names: Names) -> Iterator[Card]:
    """Yield the change from the first to the last level of each place and category of an indicator."""
    for levels in names.groups(indicator):
        ordered = [level for level in levels if isinstance(level.value, Value)]
        if not ordered or moment(ordered[0]) == moment(ordered[-1]):
            continue
        found = _trend(ordered[0], ordered[-1], names)
        first, last = (_drawn(level, names) for level in (ordered[0], ordered[-1]))
        if found is None or first is None or last is None:
            continue
        text = _text(found, ordered[0], ordered[-1], names)
        lines = [names.words["from_levels"].format(text)] if text else []
        alt = "; ".join([names.name(ordered[0]), *(f"{item[1]} ({item[2]})" for item in (first, last)), *lines])
        drawing = slope(first, last, alt, css=_css(found))
        verdict, css = _verdict(found, names.words)
        yield Card(ordered[-1].id, names.name(ordered[0]), "", drawing, verdict, css, lines)
