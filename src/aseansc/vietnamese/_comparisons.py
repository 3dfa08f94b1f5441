"""Recognise what a figure is compared with: an earlier time, from which it is a change, or another place or thing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from attrs import evolve

from aseansc.errors import bug
from aseansc.units import UnitKind, percent, times
from aseansc.values import Change, Qualifier, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._lexicon import comparisons as lexicon
from aseansc.vietnamese._lexicon.drafting import RATES

_AFTER_MORE: Final = re.compile(lexicon.AFTER_MORE, re.IGNORECASE)
_AT_MORE: Final = re.compile(lexicon.AT_MORE, re.IGNORECASE)
_MOVED: Final = re.compile(lexicon.MOVED, re.IGNORECASE)
_TIMES: Final = re.compile(lexicon.TIMES, re.IGNORECASE)
_OTHER: Final = re.compile(lexicon.OTHER, re.IGNORECASE)
_THING_AFTER: Final = re.compile(lexicon.THING_AFTER, re.IGNORECASE)
_THING_AFTER_TIMES: Final = re.compile(lexicon.THING_AFTER_TIMES, re.IGNORECASE)
_EQUALS: Final = re.compile(lexicon.EQUALS, re.IGNORECASE)
_MOVED_SINCE: Final = re.compile(lexicon.MOVED_SINCE, re.IGNORECASE)
_RATES: Final = re.compile(RATES, re.IGNORECASE)
_PLAN: Final = re.compile(lexicon.PLAN, re.IGNORECASE)
_MAY_BE_CHANGES: Final = (FigureKind.LEVEL, FigureKind.CHANGE, FigureKind.PERCENT, FigureKind.RANGE)
_RAISES_INDEX: Final = re.compile(lexicon.RAISES_INDEX, re.IGNORECASE)
_YEAR: Final = re.compile(r"\d{4}")
_OF_EARLIER: Final = re.compile(lexicon.OF_EARLIER, re.IGNORECASE)
_NEAR: Final = 90
_FROM_PLAN: Final = "may be the difference from the plan"
_CONTRIBUTION: Final = "the part of the change of a whole that something contributes"
_FROM_OTHER: Final = "may be the difference from another place or thing"
_DIFFERENCE: Final = "a comparison with another place or thing, not with an earlier time"


def as_compared(text: str, figure: PrintedFigure, start: int) -> PrintedFigure:
    """Return a figure as what the comparison beside it says: a change since an earlier time, or a difference.

    Args:
        text: the text.
        figure: the figure.
        start: where its sentence starts.
    """
    since = _MOVED_SINCE.search(text, max(start, figure.start - _NEAR), figure.start)
    if since is None or figure.kind not in _MAY_BE_CHANGES or figure.magnitude is None:
        return _as_difference(text, figure, start)
    if _PLAN.search(since[0]):
        return evolve(figure, value=None, statuses=(), doubt=Doubt.NUMBER, note=_FROM_PLAN)
    if figure.unit is None:
        return evolve(figure, kind=FigureKind.CHANGE, doubt=Doubt.UNIT)
    return _moved(figure, since, is_of_rate=_RATES.search(text, start, figure.start) is not None)


def _moved(figure: PrintedFigure, since: re.Match[str], *, is_of_rate: bool) -> PrintedFigure:
    """Return a figure as the change that the words before it say; one of a rate may be in points."""
    low, high = figure.magnitude if isinstance(figure.magnitude, tuple) else (figure.magnitude, None)
    if low is None or figure.unit is None:
        raise bug(figure)
    if since["down"] or since["fell"]:
        low, high = (low.copy_negate(), None) if high is None else (high.copy_negate(), low.copy_negate())
    qualifier = Qualifier.BETWEEN if high is not None and figure.qualifier is Qualifier.EXACT else figure.qualifier
    fields: dict[str, Any] = {"magnitude": low, "upper": high, "unit": figure.unit, "qualifier": qualifier}
    is_percent = figure.unit == percent
    value = RelativeChange(form=RelativeForm.BY, **fields) if is_percent else Change(**fields)
    doubt = Doubt.POINTS if is_percent and is_of_rate else None
    return evolve(figure, value=value, kind=FigureKind.CHANGE, doubt=doubt, note="")


def _as_difference(text: str, figure: PrintedFigure, start: int) -> PrintedFigure:
    """Return a change that compares with another place or thing, or moves the index of a whole, as a level of its own.

    Thấp hơn bình quân cả nước 1,8 điểm %; gấp 2 - 3 lần trồng lúa; làm CPI chung tăng 0,19 điểm phần trăm.
    """
    before, after = text[max(start, figure.start - _NEAR) : figure.start], text[figure.end : figure.end + _NEAR]
    moved = figure.value
    if not isinstance(moved, Change | RelativeChange):
        if not _is_of_mean(figure, before, after) or not isinstance(figure.magnitude, Decimal):
            return figure
        value = Value(magnitude=figure.magnitude, unit=percent, qualifier=figure.qualifier)
        return evolve(figure, value=value, kind=FigureKind.LEVEL, doubt=None, note=_DIFFERENCE)
    is_share = moved.unit.kind in (UnitKind.SHARE, UnitKind.SHARE_POINT)
    if is_share and _RAISES_INDEX.search(f"{before}¦{after}"):
        note = _CONTRIBUTION
    elif compares_things(before, after, is_times=moved.unit == times):
        note = _DIFFERENCE
    else:
        return figure
    if note == _DIFFERENCE and figure.doubt is Doubt.POINTS:
        return figure  # percent or points: this is asked first
    if note == _DIFFERENCE and moved.unit.is_never_negative:
        return evolve(figure, value=None, doubt=Doubt.NUMBER, note=_FROM_OTHER)
    fields = {name: getattr(moved, name) for name in ("magnitude", "unit", "qualifier", "upper", "resolution")}
    return evolve(figure, value=Value(**fields), kind=FigureKind.LEVEL, doubt=None, note=note)


def follows_base(text: str, figure: PrintedFigure, start: int) -> bool:
    """Return whether the words before a change say since which year it is: tăng so với cùng kỳ năm 2022: 3 vụ.

    Args:
        text: the text.
        figure: the figure.
        start: where its sentence starts.
    """
    if figure.kind is not FigureKind.CHANGE:
        return False
    since = _MOVED_SINCE.search(text, max(start, figure.start - _NEAR), figure.start)
    return since is not None and _YEAR.search(since[0]) is not None


def is_base_level(text: str, figure: PrintedFigure) -> bool:
    """Return whether the words right after a level say that it is of an earlier year: 7 tỷ đồng của cùng kỳ."""
    return isinstance(figure.value, Value) and _OF_EARLIER.match(text, figure.end) is not None


def compares_things(before: str, after: str, *, is_times: bool) -> bool:
    """Return whether the words beside a change name what it compares with, and this is neither a time nor a plan.

    Args:
        before: the words of its sentence before it.
        after: the words after it.
        is_times: whether it is a number of times.
    """
    if is_times and _TIMES.search(before) and _THING_AFTER_TIMES.match(after):
        return True
    is_other = _OTHER.match(after) is not None
    if _AT_MORE.search(before):
        return is_other or _THING_AFTER.match(after) is not None
    return _AFTER_MORE.search(before) is not None or (is_other and _MOVED.search(before) is not None)


def _is_of_mean(figure: PrintedFigure, before: str, after: str) -> bool:
    """Return whether a percent is that of a mean or of another place: bằng 80% bình quân chung cả nước."""
    is_open = figure.value is None and figure.unit == percent
    return is_open and _EQUALS.search(before) is not None and _OTHER.match(after) is not None


def is_difference(figure: PrintedFigure) -> bool:
    """Return whether a figure compares with another place or thing, so that it measures nothing that is named."""
    return figure.note == _DIFFERENCE


def is_contribution(figure: PrintedFigure) -> bool:
    """Return whether a figure is by how much a part moves the index of a whole."""
    return figure.note == _CONTRIBUTION
