"""Find out which separators a document uses, and read numbers in digits accordingly.

Standard Vietnamese numbers use dots for thousands and a decimal comma, but many documents mix in decimal points, commas
for thousands, and spaces. Most numbers have one reading whatever the convention ("3.845,49", "1.490.300", "25,5",
"0.586"). Two forms are ambiguous: a dot before exactly three digits and a comma before exactly three. The unit decides
if it can (people are counted in whole numbers), or else the rest of the document; otherwise the figure gets no value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from attrs import define, frozen

from aseansc.vietnamese._lexicon import numbers as lexicon

_CANDIDATE: Final = re.compile(r"[0-9](?<![\w.,/-][0-9])[0-9]*(?:[.,][0-9]+)+(?![\w./-])(?:[ ]?([%‰]|[^\W\d_]{2,8}))?")
_BILLIONS: Final = re.compile(f"(?:{'|'.join(sorted(lexicon.BILLIONS))})[ ]?([^\\W\\d_]+)")
_GROUPED_DOTS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_GROUPED_COMMAS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_WHOLE_THINGS_BUT_MONEY: Final = lexicon.WHOLE_THINGS - {lexicon.MONEY}
_PERCENTS: Final = frozenset("%‰")


@frozen
class SeparatorUse:
    """Certain uses of separators in a document, each with the first number that shows it.

    `dong` is not empty if the currency of every amount in billions that has one is the dong.

    A use that is rare compared with the opposite use of the same separator is taken for a typing error and ignored, and
    so are decimal points that are rare compared with decimal commas.
    """

    dot_groups: str = ""
    dot_decimals: str = ""
    comma_decimals: str = ""
    comma_groups: str = ""
    dong: str = ""


_RARE: Final = 5
"""A use is ignored if the opposite one is at least this many times as frequent."""


def separators_in(texts: Iterable[str]) -> SeparatorUse:
    """Collect the uses of separators in the passages of a document."""
    found: dict[str, str] = {}
    counts: Counter[str] = Counter()
    currencies: set[str] = set()
    for text in texts:
        currencies.update(map(str.lower, _BILLIONS.findall(text)))
        for match in _CANDIDATE.finditer(text):
            printed = match[0] if match[1] is None else match[0][: match.start(1) - match.start()].rstrip()
            for use in _uses(printed, match[1]):
                found.setdefault(use, printed)
                counts[use] += 1
    _drop_rare(found, counts)
    if currencies & lexicon.DONGS and not currencies & lexicon.OTHER_BILLIONS:
        found["dong"] = lexicon.MONEY
    return SeparatorUse(**found)


def _drop_rare(found: dict[str, str], counts: Counter[str]) -> None:
    for one, other in (("dot_groups", "dot_decimals"), ("comma_groups", "comma_decimals")):
        for rare, usual in ((one, other), (other, one)):
            if counts[rare] * _RARE <= counts[usual]:
                found.pop(rare, None)
    if counts["dot_decimals"] * _RARE <= counts["comma_decimals"]:
        found.pop("dot_decimals", None)


def _uses(printed: str, after: str | None) -> tuple[str, ...]:
    dots, commas = printed.count("."), printed.count(",")
    if dots and commas:
        return _uses_of_both(printed, dots, commas)
    several = dots + commas > 1
    if (_GROUPED_DOTS if dots else _GROUPED_COMMAS).fullmatch(printed) and not printed.startswith("0"):
        if several or after in (lexicon.WHOLE_THINGS if dots else _WHOLE_THINGS_BUT_MONEY):
            return ("dot_groups",) if dots else ("comma_groups",)
        return ()
    if several:
        return ()  # 1.2.3 may be a section number or a date
    if dots and after not in _PERCENTS and after not in lexicon.MEASURES:
        return ()  # 1.2 may be a section number
    return ("dot_decimals",) if dots else ("comma_decimals",)


def _uses_of_both(printed: str, dots: int, commas: int) -> tuple[str, ...]:
    if commas == 1 and _GROUPED_DOTS.fullmatch(printed.partition(",")[0]):
        return "dot_groups", "comma_decimals"
    if dots == 1 and _GROUPED_COMMAS.fullmatch(printed.partition(".")[0]):
        return "comma_groups", "dot_decimals"
    return ()


@define
class Read:
    """A number read from digits, whether it is certain, and a note that explains the reading."""

    number: Decimal
    sure: bool = True
    note: str = ""


def read_digits(printed: str, shown: SeparatorUse, *, whole: bool, small: bool) -> Read | None:
    """Read digits with separators; return `None` if they are not a number.

    Args:
        printed: digits such as ``3.845,49``; the caller removes spaces between groups.
        shown: the uses of separators in the document.
        whole: whether the unit is counted in whole numbers and no scale word follows.
        small: whether a number over a thousand would be unusual, as for a percent.
    """
    dots, commas = printed.count("."), printed.count(",")
    if not dots and not commas:
        return Read(Decimal(printed))
    if dots and commas:
        return _both(printed, dots, commas)
    first, _, rest = printed.partition("." if dots else ",")
    if dots + commas > 1:
        return _groups(printed, dots)
    decimal = Decimal(f"{first}.{rest}")
    if dots and len(rest) > 3 and not first.startswith("0"):
        return Read(decimal, sure=False, note="more than three digits after a dot: may be a misprint or decimals")
    if dots and len(rest) == 3 and len(first) > 3:
        return Read(
            decimal, sure=False, note="more than three digits before a dot and three after it: may be a misprint"
        )
    if len(rest) != 3 or len(first) > 3 or first.startswith("0"):
        return Read(decimal, note="printed with a decimal point instead of a decimal comma" if dots else "")
    grouped = Decimal(first + rest)
    return _dot(grouped, decimal, shown, whole, small) if dots else _comma(grouped, decimal, shown, whole, small)


def _groups(printed: str, dots: int) -> Read | None:
    """Read digits with several separators of one kind."""
    if not (_GROUPED_DOTS if dots else _GROUPED_COMMAS).fullmatch(printed) or printed.startswith("0"):
        return None
    note = "" if dots else "commas are read as thousands separators"
    return Read(Decimal(printed.replace("." if dots else ",", "")), note=note)


def _both(printed: str, dots: int, commas: int) -> Read | None:
    for point, group, grouped, count in ((",", ".", _GROUPED_DOTS, commas), (".", ",", _GROUPED_COMMAS, dots)):
        first, _, rest = printed.partition(point)
        if count == 1 and rest.isdecimal() and grouped.fullmatch(first):
            note = "" if point == "," else "commas are read as thousands separators, the point as a decimal point"
            return Read(Decimal(f"{first.replace(group, '')}.{rest}"), note=note)
    return None


_TWO_READINGS: Final = "two possible readings, {} and {}; "


def _dot(grouped: Decimal, decimal: Decimal, shown: SeparatorUse, whole: bool, small: bool) -> Read:
    both = _TWO_READINGS.format(grouped, decimal)
    if whole:
        return Read(grouped)
    if shown.dot_decimals and not shown.dot_groups:
        if shown.comma_groups:
            return Read(decimal, note=f"{both}elsewhere the text uses decimal points: {shown.dot_decimals}")
        return Read(grouped, sure=False, note=f"{both}elsewhere the text uses decimal points: {shown.dot_decimals}")
    if shown.dot_decimals:
        return Read(
            grouped,
            sure=False,
            note=f"{both}elsewhere the text uses both styles: {shown.dot_groups} and {shown.dot_decimals}",
        )
    if not small:
        return Read(grouped)
    if shown.dot_groups:
        return Read(grouped, note=f"{both}elsewhere the text separates thousands with dots: {shown.dot_groups}")
    return Read(grouped, sure=False, note=f"{both}nothing else in the text shows which is right")


def _comma(grouped: Decimal, decimal: Decimal, shown: SeparatorUse, whole: bool, small: bool) -> Read:
    both = _TWO_READINGS.format(decimal, grouped)
    if whole:
        return Read(grouped, note="the comma is read as a thousands separator: the unit is counted in whole numbers")
    if shown.comma_groups:
        if shown.comma_decimals or shown.dot_groups:
            other = shown.comma_decimals or shown.dot_groups
            return Read(
                decimal, sure=False, note=f"{both}elsewhere the text uses both styles: {shown.comma_groups} and {other}"
            )
        return Read(grouped, note=f"{both}elsewhere the text separates thousands with commas: {shown.comma_groups}")
    if shown.comma_decimals or shown.dot_groups:
        return Read(decimal, note=f"{both}read as elsewhere in the text: {shown.comma_decimals or shown.dot_groups}")
    if small:
        return Read(decimal)
    return Read(decimal, sure=False, note=f"{both}nothing else in the text shows which is right")
