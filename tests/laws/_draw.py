"""Strategies for the laws, independent of the public strategies that the laws also test."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Context, Decimal

from hypothesis import strategies as st

from aseansc import Interval, Period, Unit
from aseansc.units import UnitKind, catalogue

EXACT = Context(prec=999, Emin=-99999, Emax=99999)
"""A context that computes every sum and product of the tests without rounding."""

CATALOGUE = catalogue()
PHYSICAL = (
    UnitKind.AREA,
    UnitKind.MASS,
    UnitKind.VOLUME,
    UnitKind.LENGTH,
    UnitKind.ENERGY,
    UnitKind.POWER,
    UnitKind.DURATION,
)


def small_numbers() -> st.SearchStrategy[Decimal]:
    """Draw multiples of 0.5 from -4 to 4: their sums and products are exact, and zero is frequent."""
    return st.integers(-8, 8).map(lambda halves: Decimal(halves) / 2)


@st.composite
def wide_numbers(draw: st.DrawFn) -> Decimal:
    """Draw decimals of up to 120 digits between 10^-60 and 10^60; computed ends have fewer digits."""
    digits = str(draw(st.integers(0, 10 ** draw(st.sampled_from((1, 3, 16, 34, 60, 120))))))
    place = draw(st.integers(-60, min(60, 61 - len(digits))))
    return Decimal((draw(st.integers(0, 1)), tuple(map(int, digits)), place))


@st.composite
def intervals(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal]) -> Interval:
    """Draw intervals of every form: points, bounded, unbounded on one or both sides, open and closed."""
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return Interval.point(low)
    lower_open, upper_open = draw(st.booleans()), draw(st.booleans())
    return Interval(
        lower=draw(st.sampled_from((low, low, low, None))),
        upper=draw(st.sampled_from((high, high, high, None))),
        lower_open=lower_open,
        upper_open=upper_open,
    )


def grid(interval: Interval) -> list[Decimal]:
    """Return members of an interval: closed ends, zero, numbers close to open ends, and large numbers."""
    low, high = interval.lower, interval.upper
    if low is None and high is None:
        found = [Decimal(number) for number in ("-1E30", "-3", "0", "2", "1E30")]
    elif low is None:
        assert high is not None
        found = [EXACT.subtract(high, Decimal(step)) for step in ("0", "1E-9", "1", "7", "1E30")]
    elif high is None:
        found = [EXACT.add(low, Decimal(step)) for step in ("0", "1E-9", "1", "7", "1E30")]
    else:
        width = EXACT.subtract(high, low)
        shares = ("0", "1E-9", "0.25", "0.5", "0.999999999", "1")
        found = [EXACT.add(low, EXACT.multiply(width, Decimal(share))) for share in shares]
    return [number for number in (*found, Decimal(0)) if lies_in(number, interval)]


def lies_in(number: Decimal, interval: Interval) -> bool:
    """Return whether a number with any number of digits is in an interval."""
    low, high = interval.lower, interval.upper
    return (low is None or number > low or (number == low and not interval.lower_open)) and (
        high is None or number < high or (number == high and not interval.upper_open)
    )


@st.composite
def quotients(draw: st.DrawFn) -> Unit:
    """Draw quotients of units in the catalogue, with one to three denominators."""
    unit = draw(st.sampled_from(CATALOGUE))
    below = [part for part in CATALOGUE if part.is_additive and part.dimension != unit.dimension]
    parts = st.lists(st.sampled_from(below), min_size=1, max_size=3, unique_by=lambda part: part.dimension)
    for part in draw(parts):
        unit /= part
    return unit


def units() -> st.SearchStrategy[Unit]:
    """Draw units of the catalogue and quotients of them."""
    return st.sampled_from(CATALOGUE) | quotients()


def days() -> st.SearchStrategy[date]:
    """Draw days between the first and the last supported day, often at the start or end of a month."""
    firsts = st.builds(date, st.integers(1, 9999), st.integers(1, 12), st.just(1))
    lasts = firsts.filter(lambda day: day > date.min).map(lambda day: day - timedelta(days=1))
    near = st.dates(date(2010, 1, 1), date(2030, 12, 31))
    return firsts | lasts | near | st.dates() | st.sampled_from((date.min, date.max))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw periods: named parts of a year, periods of months and years, and any other days."""
    form = draw(st.sampled_from(("year", "years", "half", "quarter", "month", "odd", "odd")))
    if form == "odd":
        start, end = sorted((draw(days()), draw(days())))
        return Period(start=start, end=end)
    year = draw(st.integers(2010, 2030) | st.integers(1000, 9999))
    if form == "year":
        return Period.year(year)
    if form == "years":
        return Period.years(year, draw(st.integers(year, 9999)))
    parts = {"half": 2, "quarter": 4, "month": 12}[form]
    return getattr(Period, form)(year, draw(st.integers(1, parts)))
