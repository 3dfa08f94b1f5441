"""Times, statuses, amounts and changes in words, in English and Vietnamese.

>>> from aseansc.periods import Frequency, Period, TimeCollection
>>> from aseansc.codelists import Absent
>>> print(collected(Period.year(2018), TimeCollection.END, Absent.NOT_APPLICABLE, "en"))
end of 2018
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Final

from aseansc._decimals import EXACT, EXPONENT_LIMIT, ONE, PLACE_CEILING, PLACE_FLOOR, POWERS_OF_TEN, place_of
from aseansc.classifications import PLACES
from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.intervals import Certainty, Interval
from aseansc.labels import Lang, label
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.trends import Trend, quotient
from aseansc.units import Unit, percent, year
from aseansc.values import Change, Qualifier, RelativeChange, Value

__all__ = ["amount", "change", "collected", "difference", "moved", "place_name", "remarks", "when"]

_PERIODS: Final[dict[Lang, dict[int, str]]] = {
    "en": {1: "{year}-{month:02d}", 3: "quarter {quarter} of {year}", 6: "{half[0]} half of {year}"},
    "vi": {1: "tháng {month} năm {year}", 3: "quý {quarter} năm {year}", 6: "6 tháng {half[1]} năm {year}"},
}
"""Periods with a name, by their number of months; each starts at a multiple of its length."""


def when(time: Time, lang: Lang) -> str:
    """Return a day or a period in words."""
    if isinstance(time, AsOf):
        return _day(time.date, lang)
    months, start = time.months, time.start
    if months and (start.month - 1) % months == 0:
        if months % 12 == 0:
            return str(start.year) if months == 12 else f"{start.year}-{time.end.year}"
        if months in _PERIODS[lang]:
            half = ("second", "cuối") if start.month > 6 else ("first", "đầu")
            quarter = start.month // 3 + 1
            return _PERIODS[lang][months].format(year=start.year, month=start.month, quarter=quarter, half=half)
    return f"{_day(start, lang)} - {_day(time.end, lang)}"


def _day(day: dt.date, lang: Lang) -> str:
    return f"{day.day}/{day.month}/{day.year}" if lang == "vi" else day.isoformat()


_COLLECTED: Final[dict[Lang, dict[TimeCollection, str]]] = {
    "en": {
        TimeCollection.AT: "on {time}",
        TimeCollection.BEGINNING: "beginning of {time}",
        TimeCollection.END: "end of {time}",
        TimeCollection.WITHIN: "in {time}",
        TimeCollection.TOTAL: "total of {time}",
        TimeCollection.AVERAGE: "average per {per}, {time}",
        TimeCollection.EACH: "each {per}, {time}",
        TimeCollection.TO_DATE: "to date, {time}",
    },
    "vi": {
        TimeCollection.AT: "ngày {time}",
        TimeCollection.BEGINNING: "đầu năm {time}",
        TimeCollection.END: "cuối năm {time}",
        TimeCollection.WITHIN: "năm {time}",
        TimeCollection.TOTAL: "cả năm {time}",
        TimeCollection.AVERAGE: "bình quân mỗi {per}, {time}",
        TimeCollection.EACH: "mỗi {per}, {time}",
        TimeCollection.TO_DATE: "đến nay, {time}",
    },
}
_OF_A_SPAN: Final = {
    TimeCollection.BEGINNING: "đầu kỳ {time}",
    TimeCollection.END: "cuối kỳ {time}",
    TimeCollection.WITHIN: "trong {time}",
    TimeCollection.TOTAL: "cả kỳ {time}",
}
"""The Vietnamese patterns for periods other than a year, which do not contain *năm* (year)."""


def collected(time: Time, collection: TimeCollection, per: Frequency | Absent, lang: Lang) -> str:
    """Return a time and its time collection in words, such as "end of 2018"."""
    frequency = "" if isinstance(per, Absent) else label(per, lang)
    pattern = _COLLECTED[lang][collection]
    is_year = isinstance(time, Period) and time.months == 12 and time.start.month == 1
    if lang == "vi" and not is_year:
        pattern = _OF_A_SPAN.get(collection, pattern)
    return pattern.format(time=when(time, lang), per=frequency)


def remarks(basis: TimeBasis, statuses: tuple[Status, ...], lang: Lang) -> str:
    """Return the statuses of a figure in words, and a remark if its time is not printed with it."""
    words = [label(status, lang) for status in statuses]
    if basis is not TimeBasis.STATED:
        words.append(label(basis, lang))
    return ", ".join(words)


def place_name(code: str, lang: Lang) -> str:
    """Return the name of a place, or its code if the classification `PLACES` lacks it.

    >>> print(place_name("VN-01", "en"), place_name("XX-SM", "en"))
    Lai Châu province XX-SM
    """
    names = _place_names()
    return names[code][lang == "vi"] if code in names else code


@cache
def _place_names() -> dict[str, tuple[str, str]]:
    return {item.id: (item.en, item.en if isinstance(item.vi, Absent) else item.vi) for item in PLACES.codes}


def amount(interval: Interval, unit: Unit, lang: Lang) -> str:
    """Return the values that an amount can have, with its unit.

    The ends are rounded outward to four digits; those of counts, to whole numbers inside.

    >>> from aseansc.units import person
    >>> print(amount(Interval(lower="5870.6", upper="5930.1"), person, "en"))
    5,871-5,930 persons
    >>> print(amount(Interval(upper=900, upper_open=True), person, "en"))
    at most 899 persons
    """
    low, high = interval.lower, interval.upper
    low_open, high_open = interval.lower_open, interval.upper_open
    if unit.is_whole:
        low, high = _whole(low, is_open=low_open, step=1), _whole(high, is_open=high_open, step=-1)
        low_open = high_open = False
    elif not interval.is_point:
        low, high = _outward(low, high)
    if low is not None and low == high:
        return f"{Value.exact(low, unit):{lang}}"
    if low is not None and high is not None and (low > 0 or not unit.is_never_negative):
        return f"{Value.between(low, high, unit):{lang}}" if low < high else _NONE[lang]
    if high is not None:
        return f"{(Value.under if high_open else Value.at_most)(high, unit):{lang}}"
    if low is not None and (low > 0 or not unit.is_never_negative):
        return f"{(Value.over if low_open else Value.at_least)(low, unit):{lang}}"
    return _ANY[lang]


_ANY: Final[dict[Lang, str]] = {"en": "any number", "vi": "bất kỳ số nào"}
_NONE: Final[dict[Lang, str]] = {"en": "not possible", "vi": "không thể có"}
_SIGNIFICANT: Final = 4


def _whole(end: Decimal | None, *, is_open: bool, step: int) -> Decimal | None:
    if end is None or abs(end.adjusted()) >= EXPONENT_LIMIT:
        return end
    inside = (PLACE_CEILING if step > 0 else PLACE_FLOOR).to_integral_value(end)
    return EXACT.add(inside, Decimal(step)) if is_open and inside == end else inside


def _outward(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    size = max((end.adjusted() for end in (low, high) if end), default=0)
    if abs(size) > EXPONENT_LIMIT:
        return low, high
    place = POWERS_OF_TEN[min(-1, size - _SIGNIFICANT + 1)]
    low = None if low is None else EXACT.normalize(PLACE_FLOOR.quantize(low, place))
    high = None if high is None else EXACT.normalize(PLACE_CEILING.quantize(high, place))
    last = POWERS_OF_TEN[min((0, *(place_of(end) for end in (low, high) if end is not None)))]
    return (
        None if low is None else EXACT.quantize(low, last),
        None if high is None else EXACT.quantize(high, last),
    )


def moved(trend: Trend, stated: str, lang: Lang) -> str:
    """Return a change in all its forms, and whether it is an improvement; empty if its direction is not certain.

    Args:
        trend: the change.
        stated: the difference in the digits of the two figures, as `difference` returns it; empty if there is none.
        lang: the language.
    """
    if Certainty.CERTAIN not in (trend.rose, trend.fell):
        return ""
    parts = [stated]
    if isinstance(trend.relative, Interval):
        parts.append(change(trend.relative, percent, lang))
    is_one_year = trend.years.is_point and trend.years.lower == ONE
    yearly = quotient(trend.unit, year)
    if isinstance(trend.per_year, Interval) and yearly is not None and not is_one_year:
        parts.append(change(trend.per_year, yearly, lang))
    if isinstance(trend.improved, Certainty) and trend.improved is not Certainty.POSSIBLE:
        parts.append(_IMPROVED[lang][trend.improved is Certainty.CERTAIN])
    return "; ".join(filter(None, parts))


_IMPROVED: Final[dict[Lang, tuple[str, str]]] = {"en": ("worse", "better"), "vi": ("xấu hơn", "tốt hơn")}


def difference(one: Observation, other: Observation, lang: Lang) -> str:
    """Return the difference of two figures in the digits that they state, or an empty text if it has none.

    >>> from aseansc.datasets import skeleton
    >>> review = skeleton.load()
    >>> rate = review.observation("poverty-rate.2023.end")
    >>> print(difference(rate, rate, "en"))
    0 percentage points
    """
    before, after = one.value, other.value
    try:
        if isinstance(before, Value) and isinstance(after, Value):
            return _signed(after.to(before.unit) - before, lang)
        if isinstance(before, Change) and isinstance(after, Change):
            return _signed(after.to(before.unit) - before, lang)
    except AseanscError:
        pass  # such as the difference of "over 5" and "over 6"
    return ""


def change(interval: Interval, unit: Unit, lang: Lang) -> str:
    """Return the values that a change can have, with signs; empty if unbounded.

    They are rounded outward to one decimal, from 10,000 on to whole numbers.

    >>> print(change(Interval(lower="-36.79", upper="-36.71"), percent, "en"))
    -36.8% to -36.7%
    """
    low, high = _to_one_decimal(interval)
    kind = RelativeChange if unit.numerator == percent else Change
    if low is None or high is None:
        end = low if high is None else high
        return "" if end is None else _signed(kind.over(end, unit) if high is None else kind.under(end, unit), lang)
    first, last = (_signed(kind.exact(end, unit), lang) for end in (low, high))
    if low == high:
        return first
    name = last.partition(" ")[2]
    return _TO[lang].join([first.removesuffix(f" {name}") if name else first, last])


def _to_one_decimal(interval: Interval) -> tuple[Decimal | None, Decimal | None]:
    low, high = interval.lower, interval.upper
    size = max((end.adjusted() for end in (low, high) if end), default=0)
    place = POWERS_OF_TEN[-1 if size < _SIGNIFICANT else 0]
    return (
        None if low is None else PLACE_FLOOR.quantize(low, place),
        None if high is None else PLACE_CEILING.quantize(high, place),
    )


_TO: Final[dict[Lang, str]] = {"en": " to ", "vi": " đến "}


def _signed(value: Change | RelativeChange, lang: Lang) -> str:
    plus = "+" if value.magnitude > Decimal(0) and value.qualifier is Qualifier.EXACT else ""
    return f"{plus}{value:{lang}}"
