"""Write numbers and intervals for a reader: few digits, grouped in the reader's language.

Bounds are always rounded outward, so a rounded interval contains the exact one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Final

from aseansc._decimals import (
    CEILING_12,
    EXACT,
    EXPONENT_LIMIT,
    FLOOR_12,
    PLACE_CEILING,
    PLACE_FLOOR,
    POWERS_OF_TEN,
    plain,
)
from aseansc.intervals import Interval, common_to
from aseansc.labels import Lang, Words, in_language

_SIGNIFICANT: Final = (6, 9, 12)
"""Numbers of significant digits to try: the fewest that keep apart what is apart."""
_FEW: Final = 4
"""Significant digits of a single limit."""
_NUMBER: Final = r"-?\d+(?:\.\d+)?"
_NUMBER_IN_TEXT: Final = re.compile(rf"(?<![\w.\-/]){_NUMBER}(?![\w\-/])")
_INTERVAL_IN_TEXT: Final = re.compile(rf"([\[(])({_NUMBER}|-∞), ({_NUMBER}|∞)([\])])")
_SCALES: Final[dict[int, Words]] = {9: ("billion", "tỷ"), 6: ("million", "triệu")}
"""Powers of ten, and their words."""
_DECIMAL_COMMA: Final = str.maketrans(",.", ".,")


def show(interval: Interval) -> str:
    """Write a point as its number, any other interval with its ends rounded outward to twelve digits."""
    if interval.is_point and interval.lower is not None:
        return plain(interval.lower)
    return str(_cut(interval))


def _cut(interval: Interval) -> Interval:
    return Interval(
        lower=None if interval.lower is None else FLOOR_12.plus(interval.lower),
        upper=None if interval.upper is None else CEILING_12.plus(interval.upper),
        lower_open=interval.lower_open,
        upper_open=interval.upper_open,
    )


def number(value: Decimal, lang: Lang) -> str:
    """Write a number with grouped thousands: 1,234.5 in English, 1.234,5 in Vietnamese."""
    return _grouped(plain(value), lang)


def bounds(interval: Interval, lang: Lang) -> str:
    """Write an interval in mathematical notation, a point as its number."""
    if interval.is_point and interval.lower is not None:
        return number(interval.lower, lang)
    low = "-∞" if interval.lower is None else _short(interval.lower, lang)
    high = "∞" if interval.upper is None else _short(interval.upper, lang)
    between = ", " if lang == "en" else "; "
    return f"{'(' if interval.lower_open else '['}{low}{between}{high}{')' if interval.upper_open else ']'}"


def in_words(interval: Interval, lang: Lang) -> str:
    """Write what a quantity can be: "between 10 and 20", "more than 2,000"."""
    low, high = interval.lower, interval.upper
    words = _WORDS[lang]
    if interval.is_point and low is not None:
        return words["point"].format(number(low, lang))
    if low is not None and high is not None:
        return words["between"].format(_short(low, lang), _short(high, lang))
    if low is not None:
        return words["above" if interval.lower_open else "at least"].format(_short(low, lang))
    if high is not None:
        return words["below" if interval.upper_open else "at most"].format(_short(high, lang))
    return words["any"]


def briefly(interval: Interval, lang: Lang, significant: int, *, brief: bool = False) -> str:
    """Write what a quantity can be in few digits: "10 to 20" or "10-20", "more than 2,000", "less than 900"."""
    interval = rounded(interval, significant, coarse=brief)
    low, high = interval.lower, interval.upper
    if brief and low is not None and interval.is_point:
        return number(low, lang)
    if low is None or high is None or interval.is_point:
        return in_words(interval, lang)
    if low == 0:
        return in_words(Interval(upper=high, upper_open=interval.upper_open), lang)
    words = "{}-{}" if brief and low > 0 else _WORDS[lang]["to"]
    return words.format(_short(low, lang), _short(high, lang))


def limits(interval: Interval, lang: Lang) -> str:
    """Write the limits of a quantity, rounded outward: two by less than half of their distance, one to four digits."""
    coarse = _coarsened(interval)
    return briefly(coarse, lang, _SIGNIFICANT[-1], brief=coarse is not interval)


def scaled_limits(interval: Interval, lang: Lang) -> str:
    """Write what a quantity can be, rounded as `limits` does, in millions or billions if it is large."""
    interval = _coarsened(interval)
    ends = [end for end in (interval.lower, interval.upper) if end]
    size = min((end.adjusted() for end in ends), default=0)
    for power, words in _SCALES.items() if size <= EXPONENT_LIMIT else ():
        if size >= power:
            return f"{in_words(interval / Interval.point(10**power), lang)} {in_language(words, lang)}"
    return in_words(interval, lang)


def _coarsened(interval: Interval) -> Interval:
    """Round the ends outward: two by less than half of their distance, one to four digits."""
    low, high = interval.lower, interval.upper
    if low is not None and high is not None and low != 0 and not interval.is_point:
        place = EXACT.multiply(EXACT.subtract(high, low), Decimal(2)).adjusted() - 1
    else:
        place = max((end.adjusted() for end in (low, high) if end), default=0) - _FEW + 1
    if interval.is_point or abs(place) > EXPONENT_LIMIT:
        return interval
    return Interval(lower=_to_place(low, place, PLACE_FLOOR), upper=_to_place(high, place, PLACE_CEILING))


def few_digits(one: Interval, other: Interval) -> int:
    """Return the fewest significant digits with which two quantities that have no value in common still look so."""
    for digits in range(_FEW - 1, _SIGNIFICANT[-1]):
        if one.overlaps(other) or not rounded(one, digits, coarse=True).overlaps(rounded(other, digits, coarse=True)):
            return digits
    return _SIGNIFICANT[-1]


def formula(text: str, lang: Lang, significant: int) -> str:
    """Round the intervals of a formula outward, and group its numbers. Leave dates, periods and ids as they are."""
    parts: list[str] = []
    end = 0
    for match in _INTERVAL_IN_TEXT.finditer(text):
        parts += [_plain_text(text[end : match.start()], lang), bounds(rounded(_parsed(match), significant), lang)]
        end = match.end()
    return "".join([*parts, _plain_text(text[end:], lang)])


def significant_digits(expression: str, compared: Sequence[Interval]) -> int:
    """Return the smallest number of significant digits at which rounding does not hide a contradiction."""
    groups = [[_parsed(match) for match in _INTERVAL_IN_TEXT.finditer(expression)], compared]
    for significant in _SIGNIFICANT:
        if all(
            (common_to(group) is None) == (common_to(rounded(item, significant) for item in group) is None)
            for group in groups
        ):
            return significant
    return _SIGNIFICANT[-1]


def rounded(interval: Interval, significant: int, *, whole: bool = False, coarse: bool = False) -> Interval:
    """Round both ends outward to a number of significant digits, and at least one decimal; or to whole numbers.

    If it is coarse, numbers of more than four digits lose their last digits, too.
    """
    ends = [end for end in (interval.lower, interval.upper) if end is not None]
    size = max((end.adjusted() for end in ends if end), default=0)
    place = 0 if whole else min(-1, size - significant + 1)
    if coarse and size >= _FEW:
        place = size - max(significant, _FEW) + 1
    if interval.is_point or abs(size) > EXPONENT_LIMIT or place < -EXPONENT_LIMIT:
        return interval
    low, high = _to_place(interval.lower, place, PLACE_FLOOR), _to_place(interval.upper, place, PLACE_CEILING)
    return Interval(
        lower=low,
        upper=high,
        lower_open=interval.lower_open and low == interval.lower and low is not None,
        upper_open=interval.upper_open and high == interval.upper and high is not None,
    )


def _to_place(end: Decimal | None, place: int, context: Context) -> Decimal | None:
    return None if end is None else context.quantize(end, POWERS_OF_TEN[place])


def _parsed(match: re.Match[str]) -> Interval:
    opening, low, high, closing = match.groups()
    return Interval(
        lower=None if low == "-∞" else Decimal(low),
        upper=None if high == "∞" else Decimal(high),
        lower_open=opening == "(" and low != "-∞",
        upper_open=closing == ")" and high != "∞",
    )


def _plain_text(text: str, lang: Lang) -> str:
    text = _NUMBER_IN_TEXT.sub(lambda match: f"\0{_grouped(match[0], lang)}\0", text)
    if lang == "vi":  # a comma separates decimals, so a semicolon separates numbers
        text = re.sub(r", (?=\0|$)|(?<=\0), |^, ", "; ", text)
    return text.replace("\0", "")


def _short(end: Decimal, lang: Lang) -> str:
    text = plain(end)
    return _grouped(text.rstrip("0").rstrip(".") if "." in text else text, lang)


def _grouped(digits: str, lang: Lang) -> str:
    whole, point, part = digits.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{sign}{','.join(_thousands(whole))}{point}{part}"
    return grouped.translate(_DECIMAL_COMMA) if lang == "vi" else grouped


def _thousands(whole: str) -> list[str]:
    first = len(whole) % 3 or 3
    return [whole[:first], *(whole[start : start + 3] for start in range(first, len(whole), 3))]


_WORDS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "point": "{}",
        "between": "between {} and {}",
        "above": "more than {}",
        "at least": "at least {}",
        "below": "less than {}",
        "at most": "at most {}",
        "any": "any number",
        "to": "{} to {}",
    },
    "vi": {
        "point": "bằng {}",
        "between": "nằm trong khoảng từ {} đến {}",
        "above": "trên {}",
        "at least": "ít nhất {}",
        "below": "dưới {}",
        "at most": "nhiều nhất {}",
        "any": "bất kỳ số nào",
        "to": "từ {} đến {}",
    },
}
