"""Strategies for units, intervals and the four types of statement."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final, TypedDict

from hypothesis import strategies as st

from aseansc._decimals import EXACT
from aseansc.intervals import Certainty, Comparison, Interval
from aseansc.strategies._composites import composite
from aseansc.units import Unit, UnitKind, catalogue, percent, times
from aseansc.values import (
    Attainment,
    AttainmentForm,
    Change,
    Qualifier,
    RelativeChange,
    RelativeForm,
    Value,
    difference_unit,
)

_LARGEST: Final = 10**15
_WIDEST: Final = 10**6

_CATALOGUE: Final = catalogue()
_BELOW: Final = [unit for unit in _CATALOGUE if unit.is_additive]
_DURATIONS: Final = [unit for unit in _CATALOGUE if unit.kind is UnitKind.DURATION]


@cache
def _places() -> st.SearchStrategy[int]:
    """Draw powers of ten of last digits: mostly usual ones, sometimes extreme ones."""
    return st.integers(-4, 9) | st.integers(-60, 45)


@composite
def magnitudes(
    draw: st.DrawFn,
    *,
    min_value: int = -_LARGEST,
    max_value: int = _LARGEST,
    places: st.SearchStrategy[int] | None = None,
) -> Decimal:
    """Draw finite exact decimals of up to sixteen digits; trailing zeros show the resolution.

    Args:
        draw: supplied by Hypothesis.
        min_value: smallest integer to draw, before it is multiplied by the power of ten.
        max_value: largest such integer.
        places: powers of ten of the last digit.
    """
    number = draw(st.integers(min_value, max_value))
    return Decimal(
        (int(number < 0), tuple(map(int, str(abs(number)))), draw(places if places is not None else _places()))
    )


@composite
def custom_units(draw: st.DrawFn) -> Unit:
    """Draw a custom unit: a counted thing or a currency that is not in the catalogue."""
    name = draw(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=6))
    if draw(st.booleans()):
        return Unit.money(f"X{name[:2].upper():A<2}", en=f"{name} crown", vi=f"đồng {name}")
    return Unit.counting(f"own_{name}", en=name, vi=f"cái {name}")


@composite
def _quotients(draw: st.DrawFn) -> Unit:
    unit = draw(st.sampled_from(_CATALOGUE))
    below = [part for part in _BELOW if part.dimension != unit.dimension]
    for part in draw(st.lists(st.sampled_from(below), min_size=1, max_size=2, unique_by=lambda part: part.dimension)):
        unit /= part
    return unit


@cache
def units() -> st.SearchStrategy[Unit]:
    """Draw a unit: one of the catalogue, a quotient of two or three units of the catalogue, or a custom unit.

    >>> from hypothesis import find
    >>> len(find(units(), lambda unit: len(unit.denominators) == 2).denominators)
    2
    """
    # Draw the kind first, because most units are counts.
    kinds = list(dict.fromkeys(unit.kind for unit in _CATALOGUE))
    of_a_kind = st.sampled_from(kinds).flatmap(
        lambda kind: st.sampled_from([unit for unit in _CATALOGUE if unit.kind is kind])
    )
    return of_a_kind | _quotients() | custom_units()


_any_unit: Final = units  # `units` is an argument of the strategies below


class _Stated(TypedDict):
    magnitude: Decimal
    upper: Decimal | None
    qualifier: Qualifier
    resolution: Decimal | None


@composite
def _stated(
    draw: st.DrawFn,
    *,
    qualifiers: st.SearchStrategy[Qualifier] | None,
    places: st.SearchStrategy[int] | None = None,
    never_negative: bool = False,
    at_least: int = 0,
    at_most: int | None = None,
    computed: bool = True,
) -> _Stated:
    """Draw a consistent magnitude, upper end, qualifier and resolution.

    Args:
        draw: supplied by Hypothesis.
        qualifiers: qualifiers to draw from; all of them if not given.
        places: powers of ten of the last digit.
        never_negative: whether to exclude values below zero.
        at_least: smallest value, if those below zero are excluded.
        at_most: upper limit of all values.
        computed: whether to include resolutions that only arithmetic produces, as for sums and quotients.
    """
    qualifier = draw(qualifiers if qualifiers is not None else st.sampled_from(Qualifier))
    ranged = qualifier is Qualifier.BETWEEN or (qualifier is Qualifier.ABOUT and draw(st.booleans()))
    place = draw(places if places is not None else _places())
    least, most = -_LARGEST, _LARGEST
    if never_negative:
        least = at_least + int(qualifier in (Qualifier.UNDER, Qualifier.NEARLY))  # a smaller value must be possible
    if at_most is not None:
        place = max(min(place, 0), -12)
        most = at_most * 10**-place - int(ranged or qualifier is Qualifier.OVER)  # a larger value must be possible
    number = draw(st.integers(least, most))
    upper = None
    if ranged:
        room = _WIDEST if at_most is None else most + 1 - number
        upper = _scaled(number + draw(st.integers(1, room)), place)
    resolution = None
    if computed and draw(st.booleans()):
        # Two digits, the last one not 0: not a power of ten, so different from every printed resolution.
        tens, ones = draw(st.tuples(st.integers(1, 9), st.integers(1, 9)))
        resolution = Decimal((0, (tens, ones), max(min(place, 40), -59)))
    return _Stated(magnitude=_scaled(number, place), upper=upper, qualifier=qualifier, resolution=resolution)


def _scaled(number: int, place: int) -> Decimal:
    return EXACT.multiply(Decimal(number), Decimal((0, (1,), place)))


@composite
def values(
    draw: st.DrawFn,
    *,
    units: st.SearchStrategy[Unit] | None = None,
    qualifiers: st.SearchStrategy[Qualifier] | None = None,
    places: st.SearchStrategy[int] | None = None,
    never_negative: bool = False,
    at_most: int | None = None,
    computed: bool = True,
) -> Value:
    """Draw values in any unit, with any qualifier and resolution.

    Args:
        draw: supplied by Hypothesis.
        units: units to draw from.
        qualifiers: qualifiers to draw from.
        places: powers of ten of the last digit.
        never_negative: whether to exclude negative values even if the unit allows them.
        at_most: whole number that no value exceeds, such as 100 for a share.
        computed: whether to include resolutions that only arithmetic produces, as for sums and quotients.

    >>> from hypothesis import find, strategies as st
    >>> from aseansc.units import person
    >>> find(values(units=st.just(person)), lambda value: True)
    Value.parse('0 person')
    >>> find(values(units=st.just(person)), lambda value: value.qualifier is Qualifier.NEARLY)
    Value.parse('nearly 1 person')
    """
    unit = draw(units if units is not None else _any_unit())
    is_rank = unit.kind is UnitKind.RANK
    stated = draw(
        _stated(
            qualifiers=qualifiers,
            places=st.integers(0, 3) if is_rank else places,
            never_negative=never_negative or unit.is_never_negative,
            at_least=int(is_rank),
            at_most=at_most,
            computed=computed,
        )
    )
    return Value(unit=unit, **stated)


@composite
def changes(
    draw: st.DrawFn,
    *,
    units: st.SearchStrategy[Unit] | None = None,
    qualifiers: st.SearchStrategy[Qualifier] | None = None,
) -> Change:
    """Draw increases and decreases of levels in any unit; for shares, in percentage points.

    Args:
        draw: supplied by Hypothesis.
        units: units of the levels.
        qualifiers: qualifiers to draw from.
    """
    unit = difference_unit(draw(units if units is not None else _any_unit()))
    return Change(unit=unit, **draw(_stated(qualifiers=qualifiers)))


@composite
def relative_changes(
    draw: st.DrawFn,
    *,
    forms: st.SearchStrategy[RelativeForm] | None = None,
    qualifiers: st.SearchStrategy[Qualifier] | None = None,
) -> RelativeChange:
    """Draw relative changes in any form, with or without a unit of time.

    Args:
        draw: supplied by Hypothesis.
        forms: forms to draw from.
        qualifiers: qualifiers to draw from.
    """
    form = draw(forms if forms is not None else st.sampled_from(RelativeForm))
    in_times = form not in (RelativeForm.BY, RelativeForm.TO)
    unit = times
    if not in_times:
        unit = draw(st.just(percent) | st.sampled_from(_DURATIONS).map(lambda duration: percent / duration))
    stated = draw(_stated(qualifiers=qualifiers, places=st.integers(-20, 20), never_negative=in_times))
    if form is RelativeForm.DECREASE_TIMES and not stated["magnitude"]:
        form = RelativeForm.TIMES  # a decrease to 1/0 is not possible
    return RelativeChange(unit=unit, form=form, **stated)


@composite
def attainments(
    draw: st.DrawFn,
    *,
    forms: st.SearchStrategy[AttainmentForm] | None = None,
    qualifiers: st.SearchStrategy[Qualifier] | None = None,
) -> Attainment:
    """Draw attainments of plans in any form.

    Args:
        draw: supplied by Hypothesis.
        forms: forms to draw from.
        qualifiers: qualifiers to draw from.
    """
    form = draw(forms if forms is not None else st.sampled_from(AttainmentForm))
    return Attainment(unit=percent, form=form, **draw(_stated(qualifiers=qualifiers)))


@composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw intervals of every sort: points, open and closed ends, unbounded on one or both sides.

    >>> from hypothesis import find
    >>> print(find(intervals(), lambda interval: interval.is_point))
    [0, 0]
    """
    low = draw(st.none() | magnitudes())
    high = None
    if draw(st.booleans()):
        width = draw(magnitudes(min_value=0, places=st.integers(-20, 20)))
        high = width if low is None else EXACT.add(low, width)
    if low is not None and low == high:
        return Interval(lower=low, upper=high)
    return Interval(lower=low, upper=high, lower_open=draw(st.booleans()), upper_open=draw(st.booleans()))


@cache
def comparisons() -> st.SearchStrategy[Comparison]:
    """Draw comparisons with three independent answers; those of real quantities come from `compare`."""
    return st.builds(
        Comparison,
        less=st.sampled_from(Certainty),
        equal=st.sampled_from(Certainty),
        greater=st.sampled_from(Certainty),
    )
