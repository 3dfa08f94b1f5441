"""Drawings of figures as SVG: bullets of targets, slopes of changes, and small marks for the tables.

Positions are computed from exact fractions, and only then rounded to a tenth of a pixel. Colours and hatching come from
the style sheet of the page. Each drawing is 320 units wide, so that its text keeps its size on phones and desktops.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from aseansc._decimals import EXACT
from aseansc.intervals import Interval
from aseansc.pages._markup import Markup
from aseansc.pages._texts import clipped
from aseansc.values import Change, Qualifier, Value

WIDTH: Final = 320
_LEFT: Final = 12
_RIGHT: Final = 308
_ROOM: Final = Fraction(108, 100)
"""How far the axis goes beyond the largest number."""
_LONGEST: Final = 38
_MOST_WORDS: Final = 600
_CHARACTER: Final = 8
"""The width of a character in a drawing, at most."""


class Level(NamedTuple):
    """A printed quantity, what it can mean, and whether it is an estimate or worked back."""

    magnitude: Decimal | None
    interval: Interval
    estimated: bool = False
    worked_back: bool = False


class Axis:
    """A linear axis from the smallest to the largest of some numbers.

    Args:
        numbers: the numbers that must be on the axis.
        start: the position of its smaller end.
        end: the position of its larger end.
        from_zero: whether zero must be on the axis.
        limits: ends that the axis must not pass, such as those of a share.
    """

    def __init__(
        self, numbers: Iterable[Decimal | None], start: int, end: int, *, from_zero: bool, limits: Interval
    ) -> None:
        shown = [Fraction(number) for number in numbers if number is not None]
        low, high = min(shown, default=Fraction(0)), max(shown, default=Fraction(1))
        if from_zero:
            low, high = min(low, Fraction(0)), max(high, Fraction(0))
        room = (high - low) * (_ROOM - 1) or Fraction(1)
        low = low if from_zero and low == 0 else low - room
        high = high if from_zero and high == 0 else high + room
        if limits.upper is not None and Fraction(limits.upper) >= max(shown, default=Fraction(1)):
            high = min(high, Fraction(limits.upper))
        if limits.lower is not None and Fraction(limits.lower) <= min(shown, default=Fraction(0)):
            low = max(low, Fraction(limits.lower))
        self.low, self.high = low, high if high > low else low + 1
        self.start, self.end = start, end

    def at(self, number: Decimal | None, *, or_end: bool = False) -> float:
        """Return the position of a number, at most at the end of the axis; without a number, one of its ends."""
        if number is None:
            return float(self.end if or_end else self.start)
        part = (min(max(Fraction(number), self.low), self.high) - self.low) / (self.high - self.low)
        return round(float(self.start + (self.end - self.start) * part), 1)


def svg(height: int, alt: str, parts: Iterable[Markup], *, css: str) -> Markup:
    """Return a drawing with its text alternative."""
    inside = Markup("").join(parts)
    return Markup('<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        css, WIDTH, height, clipped(alt, _MOST_WORDS), inside
    )


def _text(x: float, y: float, words: str, css: str = "", *, room: int = _LONGEST) -> Markup:
    """Return a text that is centred at a position, but moved so that it stays within the drawing."""
    shown = clipped(words, room)
    half = len(shown) * _CHARACTER / 2
    anchor, x = ("start", 2.0) if x - half < 2 else ("end", WIDTH - 2.0) if x + half > WIDTH - 2 else ("middle", x)
    return Markup('<text x="{}" y="{}" text-anchor="{}" class="{}">{}</text>').format(x, y, anchor, css, shown)


def _rectangle(x: float, y: float, width: float, height: float, css: str) -> Markup:
    return Markup('<rect x="{}" y="{}" width="{:.1f}" height="{}" class="{}"/>').format(
        x, y, max(width, 0.0), height, css
    )


def _line(x1: float, y1: float, x2: float, y2: float, css: str) -> Markup:
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>').format(x1, y1, x2, y2, css)


def _reach(axis: Axis, level: Level, y: float) -> list[Markup]:
    """Draw what a quantity can mean along a horizontal axis: ticks where it ends, arrows where it has no end."""
    interval = level.interval
    low, high = axis.at(interval.lower), axis.at(interval.upper, or_end=True)
    parts = [_line(low, y, high, y, "reach")]
    ends = ((interval.lower, interval.lower_open, low, 5), (interval.upper, interval.upper_open, high, -5))
    for end, is_open, x, step in ends:
        if end is None or not axis.low <= Fraction(end) <= axis.high:
            parts.append(Markup('<path d="M{} {}l{} -4v8z" class="arrow"/>').format(x, y, step))
        elif is_open:
            parts.append(Markup('<circle cx="{}" cy="{}" r="3" class="end"/>').format(x, y))
        else:
            parts.append(_line(x, y - 4, x, y + 4, "reach"))
    return parts


def bullet(
    result: Level, wanted: Interval, alt: str, *, marks: Iterable[tuple[Decimal, str]], css: str, limits: Interval
) -> Markup:
    """Draw a result as a bar, the target as lines with words, and the area that meets it.

    Args:
        result: the result.
        wanted: the values that meet the target, or the plan that was worked back.
        alt: the text alternative.
        marks: the numbers of the target, with words.
        css: class of the drawing: the outcome, or ``back`` for a plan that was worked back.
        limits: the bounds of the indicator.
    """
    known = list(marks)
    ends = (result.interval.lower, result.interval.upper, wanted.lower, wanted.upper)
    axis = Axis(
        [result.magnitude, *ends, *(number for number, _ in known)], _LEFT, _RIGHT, from_zero=True, limits=limits
    )
    zero = axis.at(Decimal(0))
    low, high = axis.at(wanted.lower), axis.at(wanted.upper, or_end=True)
    parts = [_rectangle(_LEFT, 20, _RIGHT - _LEFT, 34, "track"), _rectangle(low, 20, max(high - low, 3), 34, "wanted")]
    if result.magnitude is not None:
        end = axis.at(result.magnitude)
        hatched = " est" if result.estimated else ""
        parts.append(_rectangle(min(zero, end), 27, abs(end - zero), 14, f"bar{hatched}"))
    parts += _reach(axis, result, 48)
    for number, words in known:
        x = axis.at(number)
        parts.append(_line(x, 17, x, 58, "mark"))
        if words:
            parts.append(_text(x, 12, words))
    return svg(64, alt, parts, css=f"bullet {css}")


_TOP, _BOTTOM = 34, 100


def slope(start: tuple[Level, str, str], end: tuple[Level, str, str], alt: str, *, css: str) -> Markup:
    """Draw two levels at two times and the line between them; each comes with its value and its time in words."""
    levels = (start[0], end[0])
    numbers = [number for level in levels for number in (level.magnitude, level.interval.lower, level.interval.upper)]
    axis = Axis(numbers, _BOTTOM, _TOP, from_zero=False, limits=Interval())
    first, last = (axis.at(_middle(level)) for level in levels)
    dashed = " back" if any(level.worked_back for level in levels) else ""
    parts = [_line(_X[0], first, _X[1], last, f"slope{dashed}")]
    for (level, value, time), x, y, other in ((start, _X[0], first, last), (end, _X[1], last, first)):
        low, high = axis.at(level.interval.lower), axis.at(level.interval.upper, or_end=True)
        parts.append(_line(x, low, x, high, "reach"))
        kind = "back" if level.worked_back else "est" if level.estimated else ""
        parts.append(Markup('<circle cx="{}" cy="{}" r="6" class="point {}"/>').format(x, y, kind))
        parts.append(_text(x, y - 13 if y <= other else y + 22, value, "value"))
        parts.append(_text(x, 140, time, room=22))
    return svg(146, alt, parts, css=f"slopes {css}")


_X: Final = (24.0, 296.0)


def _middle(level: Level) -> Decimal | None:
    low, high = level.interval.lower, level.interval.upper
    if level.magnitude is not None:
        return level.magnitude
    if low is None or high is None:
        return low if high is None else high
    return EXACT.multiply(EXACT.add(low, high), Decimal("0.5"))


_SHAPES: Final[dict[Qualifier, str]] = {
    Qualifier.EXACT: "exact",
    Qualifier.OVER: "over",
    Qualifier.AT_LEAST: "over",
    Qualifier.UNDER: "under",
    Qualifier.NEARLY: "under",
    Qualifier.AT_MOST: "under",
    Qualifier.ABOUT: "about",
    Qualifier.BETWEEN: "between",
}


_MIRRORED: Final = {"over": "under", "under": "over"}
"""The words before a negative number are about its size: over -5 is below it."""


def mark(value: Value | Change, *, estimated: bool) -> Markup:
    """Return the small mark of a figure, which repeats what its words state."""
    shape = _SHAPES[value.qualifier]
    shape = _MIRRORED.get(shape, shape) if value.magnitude < 0 else shape
    return Markup('<svg class="{}" aria-hidden="true"><use href="#g-{}"/></svg>').format(
        "g est" if estimated else "g", shape
    )


def share_bar(value: Value, *, css: str) -> Markup:
    """Return a small bar of a share between 0 and 100 %, which repeats what its words state."""
    size = round(min(float(value.magnitude), 100.0), 1)
    return Markup(
        '<svg class="p" viewBox="0 0 100 10" aria-hidden="true"><rect class="track" width="100" height="10"/>'
        '<rect class="{}" width="{}" height="10"/></svg>'
    ).format(css, size)


def level_of(value: Value | Change, interval: Interval, *, estimated: bool) -> Level:
    """Return a printed quantity for a drawing."""
    return Level(value.magnitude if value.upper is None else None, interval, estimated)
