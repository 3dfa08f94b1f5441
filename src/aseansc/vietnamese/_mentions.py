"""Read what numbers mean that are not figures: parts of names, numbers of headings, and dates without a year."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from aseansc._attrs import is_stated_text
from aseansc._decimals import is_whole
from aseansc.drafts import Gap
from aseansc.mentions import MentionContent, MentionKind
from aseansc.periods import AsOf, MonthDay, Period, Time
from aseansc.units import UnitKind, commune, criterion, times
from aseansc.values import Change, Value
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._lexicon import drafting as lexicon, said_of
from aseansc.vietnamese._parts_of_years import parts_of_year_in, time_of_part
from aseansc.vietnamese._questions import meaning
from aseansc.vietnamese._windows import near_before

_CLASS_BEFORE: Final = re.compile(lexicon.CLASSES, re.IGNORECASE)
_CLASS_AFTER: Final = re.compile(lexicon.CLASSES_AFTER, re.IGNORECASE)
_UNREAD_CLASS_BEFORE: Final = re.compile(lexicon.NUMBERED_THINGS, re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(r"(?:(?i:covid|cov)|\b[A-Z]{3,})\s*[-–]\s*$")
_ON_ALL: Final = re.compile(said_of.ON_ALL, re.IGNORECASE)
_VARIETY: Final = re.compile(said_of.VARIETY, re.IGNORECASE)
_NUMBERED_NAME: Final = re.compile(said_of.NUMBERED_NAMES)
_NUMBERED: Final = re.compile(said_of.NUMBERED, re.IGNORECASE)
_MINUTES: Final = re.compile(said_of.MINUTES, re.IGNORECASE)
_VARIETY_CODE: Final = re.compile(said_of.VARIETY_CODE)
_RANKED: Final = re.compile(said_of.RANKED, re.IGNORECASE)
_SCALE: Final = re.compile(said_of.SCALE, re.IGNORECASE)
_RATIO: Final = re.compile(r"\d{1,3}/\d[\d.]*")
_DECREE_AFTER: Final = re.compile(said_of.DECREE_AFTER)
_NUMBER_BEFORE: Final = re.compile(said_of.NUMBER_BEFORE, re.IGNORECASE)
_SIGN_AFTER: Final = re.compile(said_of.SIGN_OF_DOCUMENT)
_DOCUMENT_BEFORE: Final = re.compile(said_of.DOCUMENT_BEFORE, re.IGNORECASE)
_COUNTED: Final = re.compile(said_of.COUNTED_BY_LIMIT, re.IGNORECASE)
_BOUND: Final = re.compile(said_of.BOUND, re.IGNORECASE)
_HAS_RATE: Final = re.compile(said_of.HAS_RATE, re.IGNORECASE)
_THEN_COUNTED: Final = re.compile(said_of.THEN_COUNTED, re.IGNORECASE)
_OF_SIZE: Final = re.compile(said_of.OF_SIZE, re.IGNORECASE)
_COMPARED: Final = re.compile(said_of.COMPARED, re.IGNORECASE)
_OR_MORE: Final = re.compile(said_of.OR_MORE, re.IGNORECASE)
_OR_MORE_AFTER: Final = re.compile(rf"\s*{said_of.OR_MORE}", re.IGNORECASE)
_LETTERS_BEFORE: Final = re.compile(r"[^\W\d_][^\W_]*(?:[-.][^\W_]+)*$")
_JOINED: Final = re.compile(r"(?:[-.]?[^\W_]+)*")
_EVERY_AFTER: Final = re.compile(said_of.EVERY_AFTER, re.IGNORECASE)
_LENGTH_OF_TIME: Final = re.compile(said_of.LENGTH_OF_TIME, re.IGNORECASE)
_HELD_BEFORE: Final = re.compile(said_of.HELD_BEFORE, re.IGNORECASE)
_ONE_OF: Final = re.compile(said_of.ONE_OF, re.IGNORECASE)
_BEFORE: Final = 24
_FAR: Final = 60
_QUOTED_BEFORE: Final = re.compile("[“‘][^“”‘’\\n]*$")
_QUOTED_AFTER: Final = re.compile('[^“”‘’"\\n]*[”’"]')
_STRAIGHT: Final = '"'
_HEADING: Final = re.compile(r"[ \t#*-]*(?:\(|(?:\d{1,3}\.)*)$")
"""The part of a line before the last part of the number of a heading, 1.2. of 1.2.3, or a bracket: (1)."""
_MOST: Final = 10**9
_MOST_DIGITS: Final = 4
"""Longer numbers do not number headings."""
_UNTIL_NOW: Final = re.compile(said_of.UNTIL_NOW, re.IGNORECASE)
_HAMLET: Final = re.compile(said_of.NUMBERED_HAMLET)
_COUNTED_HAMLETS: Final = re.compile(said_of.COUNTED_HAMLETS, re.IGNORECASE)
_LEVEL_AFTER: Final = re.compile(said_of.LEVEL_AFTER, re.IGNORECASE)
_HAMLET_NUMBERS: Final = re.compile(said_of.HAMLET_NUMBERS)
_SCHOOL: Final = re.compile(said_of.NUMBERED_SCHOOL, re.IGNORECASE)
_COORDINATES: Final = re.compile(said_of.COORDINATES, re.IGNORECASE)
_TERM: Final = re.compile(lexicon.TERM, re.IGNORECASE)


def _is_how_often(text: str, figure: PrintedFigure) -> bool:
    """Return whether a number says how often something takes place: 3 tháng/lần; họp 1 lần/tháng."""
    if _EVERY_AFTER.match(text, figure.end) and _LENGTH_OF_TIME.search(figure.printed):
        return True
    is_rate = figure.unit is not None and figure.unit.numerator == times
    is_meeting = _HELD_BEFORE.search(text, max(0, figure.start - _FAR), figure.start) is not None
    return is_rate and isinstance(figure.magnitude, Decimal) and is_whole(figure.magnitude) and is_meeting


def _is_one_of(text: str, figure: PrintedFigure) -> bool:
    """Return whether a number only says of how many something is one: là một trong 20 tập thể, 1 trong 5 xã điểm."""
    found = _ONE_OF.search(text, max(0, figure.start - _BEFORE), figure.end)
    return found is not None and found.end() >= figure.start


def is_in_name(text: str, figure: PrintedFigure) -> bool:
    """Return whether a number is part of a name, a class, a frequency or *one of*: COVID - 19, 3 sao, 1 lần/tháng."""
    if _is_how_often(text, figure) or _is_one_of(text, figure):
        return True
    if figure.unit is None and (_CLASS_AFTER.match(text, figure.end) or _is_quoted(text, figure)):
        return True
    before = text[max(0, figure.start - 2 * _BEFORE) : figure.end]
    left = before[: -len(figure.printed)]
    is_hamlet = _is_hamlet(text, figure, left)
    if any(one.search(before) for one in (_ON_ALL, _MINUTES, _NUMBERED)) or _is_after_kind(figure, left) or is_hamlet:
        return True
    if figure.unit is not None or not figure.printed.isdecimal():
        return False
    before = near_before(text, figure.start, _BEFORE)
    if _VARIETY_CODE.search(left) or _NUMBERED_NAME.search(left):
        return True
    is_joined = text[figure.end : figure.end + 1] == "+"
    return is_joined or _NAME_BEFORE.search(before) is not None or _CLASS_BEFORE.search(before) is not None


def _is_after_kind(figure: PrintedFigure, left: str) -> bool:
    """Return whether the words before a number, which may have a unit after it, name what it numbers."""
    kinds = [_VARIETY, _COORDINATES]
    if _RATIO.fullmatch(figure.printed):
        kinds += [_RANKED, _SCALE]  # thương binh 1/4, 2/4; bản đồ tỷ lệ 1/500
    kinds += [_SCHOOL] * (figure.unit == commune)
    return any(kind.search(left) for kind in kinds)


def _is_hamlet(text: str, figure: PrintedFigure, left: str) -> bool:
    """Return whether a number is one of a hamlet, and counts neither something in hamlets nor communes after them."""
    if figure.unit not in (None, commune) or _HAMLET_NUMBERS.fullmatch(figure.printed) is None:
        return False
    is_counted = _COUNTED_HAMLETS.search(left) is not None or _LEVEL_AFTER.match(text, figure.end) is not None
    return _HAMLET.search(left) is not None and not is_counted


def _is_quoted(text: str, figure: PrintedFigure) -> bool:
    """Return whether a number is in a short quotation, which is a name: phong trào “5 không, 3 sạch”."""
    closed = _QUOTED_AFTER.match(text, figure.end, figure.end + _BEFORE)
    if closed is None:
        return False
    if _QUOTED_BEFORE.search(text, max(0, figure.start - _BEFORE), figure.start):
        return True
    if text[figure.start - 1 : figure.start] == text[figure.end : figure.end + 1] == _STRAIGHT:
        return False  # tỷ lệ đạt "95"
    line = text[text.rfind("\n", 0, figure.start) + 1 : figure.start]
    return line.count(_STRAIGHT) % 2 == 1 and len(line) - line.rfind(_STRAIGHT) <= _BEFORE


def is_limit(text: str, figure: PrintedFigure) -> bool:
    """Return whether a number only limits what is counted before it: 35 xã đạt từ 10 tiêu chí trở lên."""
    words = near_before(text, figure.start, 2 * _FAR)
    is_open = _OR_MORE.search(figure.printed) is not None or _OR_MORE_AFTER.match(text, figure.end) is not None
    is_of_criteria = figure.unit == criterion
    rate, is_bound = _HAS_RATE.search(words), _BOUND.match(figure.printed) is not None
    is_before = _THEN_COUNTED.match(text, figure.end) is not None
    if (is_bound and (rate or is_before)) or (rate and rate["lowest"]):
        return True  # 5 huyện còn tỷ lệ hộ nghèo trên 25%, or từ 80 - dưới 90%
    is_change = isinstance(figure.value, Change) and _COMPARED.match(text, figure.end) is None
    if (figure.doubt is Doubt.MEANING or is_change) and _OF_SIZE.search(words):
        return True  # without a base of comparison of its own
    return (is_open or is_of_criteria) and _COUNTED.search(words) is not None


def is_numbered(text: str, figure: PrintedFigure) -> bool:
    """Return whether a number is that of a document, since its kind follows: Nghị định 02/20217/NĐ-CP, 216 /BC-STC."""
    if figure.kind is FigureKind.RATIO:
        return _DECREE_AFTER.match(text, figure.end) is not None
    before = near_before(text, figure.start, _BEFORE)
    return _SIGN_AFTER.match(text, figure.end) is not None and _NUMBER_BEFORE.search(before) is not None


def name_around(text: str, start: int, end: int) -> str:
    """Return the name that a number is a part of, although it could not be read: lớp 6, OM6979, Covid – 19."""
    before = near_before(text, start, _BEFORE).rpartition("\n")[2]
    for pattern in (
        _DOCUMENT_BEFORE,
        _LETTERS_BEFORE,
        _NAME_BEFORE,
        _NUMBERED_NAME,
        _UNREAD_CLASS_BEFORE,
        _CLASS_BEFORE,
    ):
        found = pattern.search(before)
        if found is None or not found[0].strip():
            continue
        joined = _JOINED.match(text, end, end + _BEFORE)
        name = " ".join(f"{found[0]}{text[start:end]}{joined[0] if joined else ''}".split())
        return name if is_stated_text(name) else ""
    return ""


def numbers_heading(text: str, start: int, end: int) -> bool:
    """Return whether a number numbers a heading or a list item: *1.*, *2)*, *1.2.* at the start of a line."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if end - start >= _MOST_DIGITS or not _HEADING.fullmatch(before):
        return False
    return text[end : end + 1] in ((".", ")", " ") if before.endswith(".") else (".", ")"))


def content_of(figure: PrintedFigure, kind: MentionKind, period: Time | None) -> tuple[MentionContent | Gap, bool]:
    """Return the content of a mention in the type that its kind requires, or a gap; and whether it is a proposal.

    Args:
        figure: the number.
        kind: the kind of the mention.
        period: the reporting period, which gives the year of *6 tháng đầu năm*.
    """
    value = figure.value
    printed = " ".join(figure.printed.split())
    unclear = meaning(figure)
    if kind is MentionKind.DATE:
        if isinstance(value, Period | AsOf | MonthDay):
            return value, False
        time = _time_in_period(printed, period)
        return (unclear, False) if time is None else (time, True)
    if kind in (MentionKind.DURATION, MentionKind.AGE):
        is_duration = isinstance(value, Value) and value.unit.kind is UnitKind.DURATION
        return (value if is_duration and isinstance(value, Value) else unclear), False
    if kind is MentionKind.ORDINAL:
        rank = _rank(figure)
        return (unclear if rank is None else rank), False
    return (printed if is_stated_text(printed) else unclear), False


def _rank(figure: PrintedFigure) -> int | None:
    """Return the number of something in an order, which may be printed with how many there are: xếp thứ 34/63."""
    number = figure.number[0] if isinstance(figure.number, tuple) else figure.number
    return int(number) if isinstance(number, Decimal) and is_whole(number) and 0 <= number < _MOST else None


def _time_in_period(printed: str, period: Time | None) -> Period | None:
    """Return the time of a date without a year, which is that of the reporting period: 6 tháng đầu năm, tháng 9."""
    term = _TERM.fullmatch(printed)
    if term is not None and term["first"] < term["last"]:
        return Period.years(int(term["first"]), int(term["last"]))
    if not isinstance(period, Period) or period.start.year != period.end.year:
        return None
    if _UNTIL_NOW.fullmatch(printed):
        return Period(start=period.start.replace(month=1, day=1), end=period.end)
    parts = parts_of_year_in(printed)
    return time_of_part(parts[0], period) if parts and parts[0][0] == printed else None
