"""Charts of the figures of a review, as charts of Altair: time series, targets and changes.

A chart shows what each printed figure can mean: an upright line from the lowest to the highest possible value, with an
arrow where there is no end. Estimates are hollow or pale. Write files without a network with
``chart.save("poverty.svg")`` or ``chart.save("poverty.png")``. Altair draws with binary floats; for exact numbers, use
frames. It needs the extra ``plot``.

>>> from aseansc.datasets import lai_chau
>>> chart = lai_chau.load().plot("poverty-rate")
>>> type(chart).__name__
'LayerChart'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple, TypeAlias, get_args

from aseansc._phrases import collected
from aseansc._printable import printable
from aseansc.attainment import Assessment, assess
from aseansc.codelists import Absent
from aseansc.errors import FieldError, MissingExtraError, UndefinedResultError, require
from aseansc.indicators import Indicator
from aseansc.intervals import Interval
from aseansc.labels import Lang, Words, in_language, label, require_lang
from aseansc.observations import Observation, Series, Status
from aseansc.periods import AsOf, TimeCollection
from aseansc.reviews import Review
from aseansc.units import Unit
from aseansc.values import Value

__all__ = ["PlotKind", "review_plot", "series_plot"]

PlotKind: TypeAlias = Literal["series", "targets", "changes"]
"""What a chart of an indicator shows: its figures in time, its targets with results, or its first and last level."""

_BLUE, _GREEN, _RED, _GREY = "#3c6e9f", "#17692f", "#a8261c", "#6b7885"
_WIDTH, _HEIGHT, _BAR = 420, 240, 26
_PADDING: Final = 32
_FONT: Final = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, sans-serif"  # the first two have all Vietnamese letters
_SOFT: Final = (Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST)
_FINAL: Final[Words] = ("final", "chính thức")
_HAS_VALUE: Final = "datum.value !== null"
_OUTCOME: Final[Words] = ("outcome", "kết quả")
_ROOM: Final = 1.1
"""How far an axis goes beyond its numbers, for arrows."""


class _Point(NamedTuple):
    """A figure to draw, with its place on the time axis and the ends of its interval; a range has no single value."""

    day: dt.date
    value: Decimal | None
    interval: Interval
    status: str
    soft: bool
    time: str
    words: str
    printed: str


def series_plot(series: Series, *, review: Review | None = None, lang: Lang = "en") -> Any:
    """Return a chart of the figures of a series in time, with their intervals: see `Series.plot`."""
    require(series, Series, where="Series.plot, series")
    require_lang(lang, "Series.plot")
    require(review, Review, type(None), where="Series.plot, review")
    indicator = None if review is None else review.indicator(series.indicator)
    points = _points(series, review, lang)
    if not points:
        raise _nothing("Series.plot", series.indicator, "at least one figure with a value")
    title = series.indicator if indicator is None else indicator.name.lookup(lang).text
    return _in_time(points, title, series.unit, lang)


def review_plot(
    review: Review,
    indicator: str | Indicator,
    *,
    kind: PlotKind = "series",
    place: str | None = None,
    breakdown: tuple[str, ...] = (),
    collection: TimeCollection | str | None = None,
    lang: Lang = "en",
) -> Any:
    """Return a chart of an indicator: see `Review.plot`."""
    if kind not in get_args(PlotKind):
        raise FieldError("unknown kind", where="Review.plot, kind", got=kind, expected="series, targets or changes")
    require(review, Review, where="Review.plot, review")
    require_lang(lang, "Review.plot")
    known = review.indicator(indicator.id if isinstance(indicator, Indicator) else indicator)
    if kind == "targets":
        return _targets(review, known, place or review.place, frozenset(breakdown), lang)
    series = review.series(known.id, place=place, breakdown=breakdown, collection=collection)
    if kind == "series":
        return series_plot(series, review=review, lang=lang)
    points = _points(series, review, lang)
    if len({point.day for point in points}) < 2:
        raise _nothing("Review.plot", known.id, "levels at two times")
    return _in_time([points[0], points[-1]], known.name.lookup(lang).text, series.unit, lang)


def _nothing(where: str, indicator: str, expected: str) -> UndefinedResultError:
    return UndefinedResultError("there is nothing to draw", where=where, got=indicator, expected=expected)


def _altair() -> Any:
    try:
        import altair
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            "charts need a package that is not installed",
            where="plot",
            got=error.name,
            hint='Install it: pip install "aseansc[plot]".',
        ) from None
    except AttributeError:
        raise MissingExtraError(
            "charts need docstrings",
            where="plot",
            got="python -OO, which leaves them out",
            expected="Python without -OO",
            hint="Altair reads the docstrings of its classes.",
        ) from None
    return altair


def _points(series: Iterable[Observation], review: Review | None, lang: Lang) -> list[_Point]:
    """Return the figures that have a value, in the order of time."""
    points: list[_Point] = []
    for item in series:
        if isinstance(item.value, Absent):
            continue
        soft = any(status in item.statuses for status in _SOFT)
        statuses = [label(status, lang) for status in item.statuses]
        points.append(
            _Point(
                _day(item),
                item.value.magnitude if item.value.upper is None else None,
                item.value.interval() if review is None else review.interval(item),
                ", ".join(statuses) or in_language(_FINAL, lang),
                soft,
                collected(item.time, item.time_collection, item.per, lang),
                f"{item.value:{lang}}",
                printable(item.citation.printed),
            )
        )
    return sorted(points, key=lambda point: point.day)


def _day(item: Observation) -> dt.date:
    """Return the day at which a figure is drawn: the middle of its time, if it is not of a day."""
    if isinstance(item.time, AsOf):
        return item.time.date
    if item.time_collection is TimeCollection.BEGINNING:
        return item.time.start
    if item.time_collection is TimeCollection.END:
        return item.time.end
    return item.time.start + (item.time.end - item.time.start) / 2


def _ends(points: Iterable[_Point]) -> tuple[float, float]:
    """Return the ends of an axis for some numbers and their intervals."""
    shown = (end for point in points for end in (point.value, point.interval.lower, point.interval.upper))
    numbers = [float(end) for end in shown if end is not None]
    low, high = min(numbers), max(numbers)
    room = (high - low or abs(high) or 1.0) * (_ROOM - 1)
    return low - room if low else 0.0, high + room


def _row(point: _Point, low: float, high: float) -> dict[str, Any]:
    lower, upper = point.interval.lower, point.interval.upper
    top = high if upper is None else float(upper)
    return {
        "date": point.day.isoformat(),
        "value": None if point.value is None else float(point.value),
        "label": top if point.value is None else float(point.value),
        "low": low if lower is None else float(lower),
        "high": top,
        "down": lower is None,
        "up": upper is None,
        "status": point.status,
        "soft": point.soft,
        "time": point.time,
        "figure": point.words,
        "printed": point.printed,
    }


def _in_time(points: list[_Point], title: str, unit: Unit | Absent, lang: Lang) -> Any:
    """Return points in time with their intervals, and a line through them."""
    alt = _altair()
    low, high = _ends(points)
    data = alt.Data(values=[_row(point, low, high) for point in points])
    name = "" if isinstance(unit, Absent) else unit.name(lang, plural=True)
    y = alt.Y("value:Q", title=name, scale=alt.Scale(domain=[low, high], zero=False, nice=False))
    axis = alt.Axis(format="%Y", tickCount="year", grid=False)
    x = alt.X("utcyearmonthdate(date):T", title=None, scale=alt.Scale(type="utc", padding=_PADDING), axis=axis)
    base = alt.Chart(data).encode(x=x)
    tooltip = [alt.Tooltip(f"{field}:N") for field in ("time", "figure", "printed", "status")]
    ends = alt.Y2("high:Q")
    layers = [
        base.mark_line(color=_BLUE, strokeWidth=1.5, opacity=0.6).encode(y=y).transform_filter(_HAS_VALUE),
        base.mark_rule(color=_GREY, strokeWidth=2).encode(y=alt.Y("low:Q", title=name), y2=ends, tooltip=tooltip),
        *_arrows(alt, base),
        base.mark_point(size=80, filled=True, color=_BLUE, opacity=1)
        .encode(y=y, tooltip=tooltip)
        .transform_filter(f"{_HAS_VALUE} && !datum.soft"),
        base.mark_point(size=80, filled=False, color=_BLUE, opacity=1, fill="white", strokeWidth=2)
        .encode(y=y, tooltip=tooltip)
        .transform_filter(f"{_HAS_VALUE} && datum.soft"),
        base.mark_text(dy=-14, color="#17212b").encode(y=alt.Y("label:Q", title=name), text="figure:N"),
    ]
    return _titled(alt.layer(*layers), title, _HEIGHT)


def _titled(chart: Any, title: str, height: Any) -> Any:
    return chart.properties(title=printable(title), width=_WIDTH, height=height).configure(font=_FONT)


def _arrows(alt: Any, base: Any) -> list[Any]:
    """Return arrows where intervals have no end."""
    return [
        base.mark_point(shape=shape, filled=True, color=_GREY, size=60, opacity=1)
        .encode(y=alt.Y(f"{end}:Q"))
        .transform_filter(f"datum.{flag}")
        for shape, end, flag in (("triangle-up", "high", "up"), ("triangle-down", "low", "down"))
    ]


def _targets(review: Review, indicator: Indicator, place: str, categories: frozenset[str], lang: Lang) -> Any:
    """Return a bullet for each target of an indicator that has a number and a result."""
    alt = _altair()
    found = list(_assessed(review, indicator, place, categories))
    if not found:
        raise _nothing("Review.plot", indicator.id, "a target with a number, and a figure to compare it with")
    rows = [_bullet(result, review, lang) for result in found]
    low, high = _axis_from_zero(rows)
    for row in rows:
        row["low"] = low if row["down"] else row["low"]
        row["high"] = high if row["up"] else row["high"]
    scale = alt.Scale(domain=[low, high], nice=False)
    name = indicator.unit.name(lang, plural=True)
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("time:N", title=None))
    colours = alt.Color(
        "outcome:N",
        title=in_language(_OUTCOME, lang),
        scale=alt.Scale(domain=[row["outcome"] for row in rows], range=[row["colour"] for row in rows]),
    )
    layers = [
        base.mark_bar(size=_BAR)
        .encode(
            x=alt.X("value:Q", title=name, scale=scale),
            color=colours,
            opacity=alt.condition("datum.soft", alt.value(0.45), alt.value(1)),
            tooltip=["figure:N", "plan:N", "outcome:N"],
        )
        .transform_filter(_HAS_VALUE),
        base.mark_rule(color="#17212b", strokeWidth=2).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q")),
        *(
            base.mark_point(shape=f"triangle-{side}", filled=True, color="#17212b", size=70, opacity=1)
            .encode(x=alt.X(f"{end}:Q"))
            .transform_filter(f"datum.{flag}")
            for side, end, flag in (("right", "high", "up"), ("left", "low", "down"))
        ),
        base.mark_tick(color="#17212b", thickness=4, size=_BAR * 1.6).encode(x=alt.X("target:Q")),
        base.mark_text(dy=-_BAR, color="#17212b").encode(x=alt.X("target:Q"), text="plan:N"),
    ]
    return _titled(alt.layer(*layers), indicator.name.lookup(lang).text, alt.Step(_BAR * 3))


def _axis_from_zero(rows: list[dict[str, Any]]) -> tuple[float, float]:
    """Return the ends of an axis with zero, the results, the targets and the ends of the intervals."""
    shown = [row[key] for row in rows for key in ("value", "target", "low", "high") if row[key] is not None]
    low, high = min(0.0, *shown), max(0.0, *shown)
    room = (high - low or 1.0) * (_ROOM - 1)
    return low - room if low else low, high + room if high or not low else high


class _Result(NamedTuple):
    """The value of a target, the figure that it is compared with and its value, and the outcome."""

    planned: Value
    actual: Observation
    value: Value
    found: Assessment


def _assessed(review: Review, indicator: Indicator, place: str, categories: frozenset[str]) -> Iterable[_Result]:
    for target in review.targets:
        if (target.indicator, target.place) != (indicator.id, place) or not isinstance(target.value, Value):
            continue
        for actual in review.observations:
            if actual.indicator != indicator.id or frozenset(actual.breakdown) != categories:
                continue
            found = assess(target, actual, review)
            if isinstance(found.reason, Absent) and isinstance(actual.value, Value):
                yield _Result(target.value, actual, actual.value, found)


_COLOURS: Final = {"met": _GREEN, "not_met": _RED}


def _bullet(result: _Result, review: Review, lang: Lang) -> dict[str, Any]:
    planned, actual, outcome = result.planned, result.actual, result.found.outcome
    interval = review.interval_in(actual, planned.unit)
    value = result.value.to(planned.unit)
    statuses = [label(status, lang) for status in actual.statuses]
    return {
        "time": collected(actual.time, actual.time_collection, actual.per, lang),
        "value": float(value.magnitude) if value.upper is None else None,
        "low": None if interval.lower is None else float(interval.lower),
        "high": None if interval.upper is None else float(interval.upper),
        "down": interval.lower is None,
        "up": interval.upper is None,
        "target": float(planned.magnitude if planned.upper is None else planned.upper),
        "soft": any(status in actual.statuses for status in _SOFT),
        "plan": f"{planned:{lang}}",
        "figure": f"{result.value:{lang}}",
        "outcome": ", ".join([label(outcome, lang), *statuses]),
        "colour": _COLOURS.get(outcome.value, _GREY),
    }
