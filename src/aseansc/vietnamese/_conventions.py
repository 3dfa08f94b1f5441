"""Which separators a document uses, gathered once, and what a number in digits says under them.

A Vietnamese number has thousands dots and a decimal comma, yet many documents mix in decimal points, commas for
thousands and blanks. Most prints have one reading whatever the convention ("3.845,49", "1.490.300", "25,5", "0.586").
Two kinds have two: a dot before exactly three digits, and a comma before exactly three. There the unit decides where
it can (a person is not divided), or what the document shows elsewhere; else the figure is left without a value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from attrs import define, frozen

_CANDIDATE: Final = re.compile(r"(?<![\w.,/-])[0-9]+(?:[.,][0-9]+)+(?![\w./-])(?:[ ]?([%‰]|[^\W\d_]{2,8}))?")
_GROUPED_DOTS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_GROUPED_COMMAS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_PERCENTS: Final = frozenset("%‰")
_MEASURES: Final = frozenset({"triệu", "tỷ", "tỉ", "nghìn", "ngàn", "lần", "điểm", "phần", "ha", "kg", "tấn", "km"})
_WHOLE_THINGS: Final = frozenset(
    {"người", "hộ", "lượt", "học", "công", "doanh", "trẻ", "lao", "xã", "thôn", "hồ", "đồng", "sinh", "dự", "trường"}
)


@frozen
class Shown:
    """What the separators of a document certainly are somewhere in it; each with the first print that shows it.

    A use that is rare beside the other one of its separator is a slip, and shows nothing.
    """

    dot_groups: str = ""
    dot_decimals: str = ""
    comma_decimals: str = ""
    comma_groups: str = ""


_RARE: Final = 5
"""One slip in so many prints that show the other use is left out of account."""


def shown_in(texts: Iterable[str]) -> Shown:
    """The evidence in the passages of a document."""
    found: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for text in texts:
        for match in _CANDIDATE.finditer(text):
            printed = match[0] if match[1] is None else match[0][: match.start(1) - match.start()].rstrip()
            for use in _uses(printed, match[1]):
                found.setdefault(use, printed)
                counts[use] += 1
    for one, other in (("dot_groups", "dot_decimals"), ("comma_groups", "comma_decimals")):
        for rare, usual in ((one, other), (other, one)):
            if counts[rare] * _RARE <= counts[usual]:
                found.pop(rare, None)
    return Shown(**found)


def _uses(printed: str, after: str | None) -> tuple[str, ...]:
    dots, commas = printed.count("."), printed.count(",")
    if dots and commas:
        if commas == 1 and _GROUPED_DOTS.fullmatch(printed.partition(",")[0]):
            return "dot_groups", "comma_decimals"
        if dots == 1 and _GROUPED_COMMAS.fullmatch(printed.partition(".")[0]):
            return "comma_groups", "dot_decimals"
        return ()
    separator = "." if dots else ","
    whole, _, rest = printed.partition(separator)
    grouped = (_GROUPED_DOTS if dots else _GROUPED_COMMAS).fullmatch(printed) and not whole.startswith("0")
    if not grouped:
        if separator in rest:
            return ()  # 1.2.3: of a section, or a day
        if dots:  # 1.2 may be a section, too
            return ("dot_decimals",) if after is not None and (after in _PERCENTS or after in _MEASURES) else ()
        return ("comma_decimals",)
    several = separator in rest
    if dots:
        return ("dot_groups",) if several or after in _WHOLE_THINGS else ()
    return ("comma_groups",) if several or after in _WHOLE_THINGS - {"đồng"} else ()


@define
class Read:
    """A number in digits, read: what it is, why it is so where that is not plain, and whether it may be relied on."""

    number: Decimal
    sure: bool = True
    note: str = ""


def read_digits(printed: str, shown: Shown, *, whole: bool, small: bool) -> Read | None:
    """What digits with their separators say; ``None`` for what is no number.

    Args:
        printed: such as ``3.845,49``; blanks between groups are left out by the caller.
        shown: what the document shows of its separators.
        whole: whether the number counts what is not divided, without a scale word.
        small: whether a number over a thousand would be odd, as of a percent.
    """
    dots, commas = printed.count("."), printed.count(",")
    if not dots and not commas:
        return Read(Decimal(printed))
    if dots and commas:
        return _both(printed, dots, commas)
    separator = "." if dots else ","
    first, _, rest = printed.partition(separator)
    if separator in rest:
        if not (_GROUPED_DOTS if dots else _GROUPED_COMMAS).fullmatch(printed) or first.startswith("0"):
            return None
        note = "" if dots else "commas group thousands here"
        return Read(Decimal(printed.replace(separator, "")), note=note)
    decimal = Decimal(f"{first}.{rest}")
    if dots and len(rest) > 3 and not first.startswith("0"):
        return Read(decimal, sure=False, note="more than three digits after a dot: a misprint, or decimals")
    if len(rest) != 3 or len(first) > 3 or first.startswith("0"):
        return Read(decimal, note="a decimal point, not the decimal comma of Vietnamese print" if dots else "")
    grouped = Decimal(first + rest)
    return _dot(grouped, decimal, shown, whole, small) if dots else _comma(grouped, decimal, shown, whole, small)


def _both(printed: str, dots: int, commas: int) -> Read | None:
    for point, group, grouped, count in ((",", ".", _GROUPED_DOTS, commas), (".", ",", _GROUPED_COMMAS, dots)):
        first, _, rest = printed.partition(point)
        if count == 1 and rest.isdecimal() and grouped.fullmatch(first):
            note = "" if point == "," else "commas group thousands here, and a point is the decimal one"
            return Read(Decimal(f"{first.replace(group, '')}.{rest}"), note=note)
    return None


_TWO_READINGS: Final = "two readings, {} and {}; "


def _dot(grouped: Decimal, decimal: Decimal, shown: Shown, whole: bool, small: bool) -> Read:
    both = _TWO_READINGS.format(grouped, decimal)
    if whole:
        return Read(grouped)
    if shown.dot_decimals and not shown.dot_groups:
        if shown.comma_groups:
            return Read(decimal, note=f"{both}the text has decimal points: {shown.dot_decimals}")
        return Read(grouped, sure=False, note=f"{both}the text has decimal points: {shown.dot_decimals}")
    if shown.dot_decimals:
        return Read(grouped, sure=False, note=f"{both}the text has both: {shown.dot_groups} and {shown.dot_decimals}")
    if not small:
        return Read(grouped)
    if shown.dot_groups:
        return Read(grouped, note=f"{both}the text has thousands dots: {shown.dot_groups}")
    return Read(grouped, sure=False, note=f"{both}and nothing in the text that tells which")


def _comma(grouped: Decimal, decimal: Decimal, shown: Shown, whole: bool, small: bool) -> Read:
    both = _TWO_READINGS.format(decimal, grouped)
    if whole:
        return Read(grouped, note="a comma groups thousands here, since what is counted is not divided")
    if shown.comma_groups:
        if shown.comma_decimals or shown.dot_groups:
            other = shown.comma_decimals or shown.dot_groups
            return Read(decimal, sure=False, note=f"{both}the text has both: {shown.comma_groups} and {other}")
        return Read(grouped, note=f"{both}the text groups thousands with commas: {shown.comma_groups}")
    if shown.comma_decimals or shown.dot_groups:
        return Read(decimal, note=f"{both}as elsewhere in the text: {shown.comma_decimals or shown.dot_groups}")
    if small:
        return Read(decimal)
    return Read(decimal, sure=False, note=f"{both}and nothing in the text that tells which")
