"""Screens of rates against their numerators and denominators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import product
from operator import mul
from typing import Final

from aseansc.audit import CheckCode
from aseansc.codelists import Absent
from aseansc.frames import _formulas as fx
from aseansc.frames._formulas import Formula
from aseansc.frames._possible import UNBOUNDED
from aseansc.frames._queries import Rows
from aseansc.frames._screens import (
    MOMENT,
    MOMENT_COLUMNS,
    MOMENTS,
    WHERE,
    Context,
    Screen,
    grouped,
    keys_in,
    largest,
    members_of,
    moment,
    rows_of_groups,
    smallest,
    total,
)
from aseansc.frames._sum_screens import ratio_of
from aseansc.frames._tables import small_table
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.periods import Period, TimeCollection
from aseansc.units import UnitKind

_C: Final = fx.col
_RATE, _ABOVE, _BELOW, _AVERAGE = 0, 1, 2, 3
"""The roles in a group: a rate, its numerator, its denominator, and the average of that over the period."""
OF_RATES: Final = (CheckCode.RATE_RATIO, CheckCode.RATE_SUBGROUP, CheckCode.RATE_COUNT)
_MEMBERS: Final = {
    **dict.fromkeys(("aseansc_group", "aseansc_role", "aseansc_below"), "integer"),
    "aseansc_bit": "integer",
    "aseansc_total": "flag",
}
_ABOUT: Final = {
    "aseansc_group": "integer",
    **dict.fromkeys(("is_share", "is_count"), "flag"),
    **dict.fromkeys(("factor", "share_factor"), "number"),
}
_BITS: Final = (1, 4, 16)
_ALL, _WITHOUT_RATE, _WITHOUT_ABOVE, _WITHOUT_BELOW = 21, 20, 17, 5
_ODD_BIT: Final = 64
_MORE: Final = 1 + 1e-9
_LESS: Final = 1e-9
_SHARES: Final = {"percent": 100, "per_mille": 1000, "per_10_000": 10_000, "per_100_000": 100_000}
_A_YEAR: Final = 12


class _Rates:
    """The rates whose units agree with those of their numerators and denominators, each with a number of its group."""

    def __init__(self, known: Mapping[str, Indicator], *, of_flows_per_stock: bool) -> None:
        self.members = list[dict[str, object]]()
        self.about = list[dict[str, object]]()
        self.shapes = list[tuple[Indicator, Indicator, Indicator]]()
        below = {name: number for number, name in enumerate(known)}
        for rate in known.values():
            shape = _shape(rate, known)
            if shape is None or _is_flow_per_stock(*shape[1:3]) is not of_flows_per_stock:
                continue
            _, above, whole, factor, share_factor = shape
            group, of_totals = len(self.about), above.kind is whole.kind is IndicatorKind.FLOW
            self.shapes.append((rate, above, whole))
            for item, role in ((rate, _RATE), (above, _ABOVE), (whole, _BELOW)):
                is_rate = role == _RATE
                self.members.append(
                    {
                        "indicator": item.id,
                        "aseansc_group": group,
                        "aseansc_role": role,
                        "aseansc_below": below[whole.id],
                        "aseansc_bit": _BITS[role],
                        "aseansc_total": is_rate and of_totals,
                    }
                )
            self.about.append(
                {
                    "aseansc_group": group,
                    "is_share": rate.unit.kind is UnitKind.SHARE,
                    "is_count": _is_count(rate, above, whole),
                    "factor": factor,
                    "share_factor": share_factor,
                }
            )

    @property
    def has_common_denominators(self) -> bool:
        return len({whole.id for _, _, whole in self.shapes}) < len(self.shapes)


def _shape(
    rate: Indicator, known: Mapping[str, Indicator]
) -> tuple[Indicator, Indicator, Indicator, float, float] | None:
    """Return a rate, its numerator and denominator, and what the quotient and the numerator are multiplied by."""
    if isinstance(rate.numerator, Absent) or isinstance(rate.denominator, Absent) or rate.unit.kind is UnitKind.RANK:
        return None
    above, below = known[rate.numerator], known[rate.denominator]
    if rate.unit.kind is UnitKind.SHARE:
        if above.unit.dimension != below.unit.dimension:
            return None
        ratio = float(ratio_of(above.unit, below.unit))
        return rate, above, below, _SHARES.get(rate.unit.code, 100) * ratio, ratio
    try:
        unit = above.unit / below.unit
    except TypeError:
        return None
    if unit.dimension != rate.unit.dimension:
        return None
    return rate, above, below, float(ratio_of(unit, rate.unit)), 1.0


def _is_flow_per_stock(above: Indicator, below: Indicator) -> bool:
    return above.kind is IndicatorKind.FLOW and below.kind is not IndicatorKind.FLOW


def _is_count(rate: Indicator, above: Indicator, below: Indicator) -> bool:
    """Return whether a rate may be of whole numbers only, of a counted whole."""
    stocks = above.kind is below.kind is IndicatorKind.STOCK
    is_share = rate.unit.code in _SHARES and rate.bounds.upper is not None
    return is_share and stocks and above.unit == below.unit and below.unit.is_whole


# -- a rate, its numerator and its denominator at one moment


def rates(context: Context) -> list[Screen]:
    """Return the screens of rates: each with its figures, and those with one denominator with one another."""
    found = _Rates(context.known, of_flows_per_stock=False)
    if not found.about:
        return []
    members = members_of(found.members, context.known, _MEMBERS)

    rows = rows_of_groups(context, members)
    below = ("aseansc_below",) if found.has_common_denominators else ()
    keys = keys_in(context.table, ("aseansc_group", *below, *WHERE, *MOMENT))
    role, low, high = _C("aseansc_role"), _C("aseansc_lo"), _C("aseansc_hi")
    terms = {"bits": ("sum", _C("aseansc_bit") + _C("aseansc_odd") * _ODD_BIT)}
    for number in (_RATE, _ABOVE, _BELOW):
        terms |= {f"lo{number}": total(role == number, low), f"hi{number}": total(role == number, high)}
    summed = grouped(rows(context.figures), keys, **terms)
    about = context.table.small(small_table(found.about, _ABOUT))
    joined = summed.join(about, on="aseansc_group", how="inner")
    screens = [Screen(OF_RATES, rows, keys, joined.filter(_rates_may_disagree()).select(keys))]
    if found.has_common_denominators:
        screens.append(_denominators(joined, rows, keys))
    return screens


def _is_unusual() -> Formula:
    """Return whether a figure of a group has several rows, or one of several figures is in another unit."""
    bits, usual = _C("bits"), fx.lit(value=False)
    for number in (_ALL, _WITHOUT_RATE, _WITHOUT_ABOVE, _WITHOUT_BELOW, *_BITS, *(_ODD_BIT + bit for bit in _BITS)):
        usual = usual | (bits == number)
    return ~usual


def _rates_may_disagree() -> Formula:
    bits = _C("bits")
    of_shares = _C("is_share") & (_C("lo1") * _C("share_factor") * _MORE > _C("hi2"))
    outside = ((bits == _ALL) | (bits == _WITHOUT_RATE)) & of_shares
    off = (bits == _ALL) & _quotient_is_off("lo2", "hi2")
    return _is_unusual() | outside | off | ((bits == _WITHOUT_ABOVE) & _C("is_count") & _is_of_no_number())


def _quotient_is_off(least: str, most: str) -> Formula:
    """Return whether numerator ÷ denominator may not be the rate; the ends of the denominator are in two columns."""
    above = (_C("lo0") * _C(least) * _MORE >= _C("factor") * _C("hi1")) & (_C("lo0") * _C(least) > 0)
    below = _C("hi0") * _C(most) <= _C("factor") * _C("lo1") * _MORE
    return above | below | (_C("lo1") < 0)


def _is_of_no_number() -> Formula:
    """Return whether a percentage of a counted whole may be that of no whole number, also if it was truncated."""
    low, half = _C("lo0"), (_C("hi0") - _C("lo0")) * 0.5
    first = low * _C("lo2") / _C("factor") + 1e-9
    last = (_C("hi0") + half) * _C("hi2") / _C("factor") - 1e-9
    return (_C("lo2") >= _C("hi2")) & (first.ceil() > last.floor())


def _denominators(groups: Rows, rows: Callable[[Rows], Rows], keys: tuple[str, ...]) -> Screen:
    """Return the screen of rates with one denominator, which must imply the same number for it."""
    bits = _C("bits")
    plain = (bits == _ALL) | (bits == _WITHOUT_BELOW)
    both = groups.filter((plain & (_C("lo0") > 0)) | _is_unusual())
    low, high = _C("factor") * _C("lo1") / _C("hi0"), _C("factor") * _C("hi1") / _C("lo0")
    common = tuple(name for name in keys if name != "aseansc_group")
    least = fx.when(plain).then(low).otherwise(fx.lit(UNBOUNDED))
    most = fx.when(plain).then(high).otherwise(fx.lit(-UNBOUNDED))
    implied = grouped(both, common, low=("max", least), high=("min", most))
    found = implied.filter((_C("n") > 1) & (_C("low") + _C("low").abs() * _LESS >= _C("high"))).select(common)
    return Screen((CheckCode.RATE_DENOMINATORS,), rows, common, found)


# -- a rate of a flow in a stock


def rates_of_flows(context: Context) -> Screen | None:
    """Return the screen of flows per stock in one year, such as births per 1,000 persons."""
    found = _Rates(context.known, of_flows_per_stock=True)
    has_collections = context.table.has("time_collection")
    years = [span for span in context.spans if Period(start=span[0], end=span[1]).months == _A_YEAR]
    if not found.about or not years:
        return None
    members, about = list[dict[str, object]](), list[dict[str, object]]()
    for row, shape in zip(found.about, found.shapes, strict=True):
        for start, end in years:
            members += [
                {"indicator": item.id, "aseansc_group": len(about), "aseansc_role": role, "aseansc_bit": bit, **when}
                for (item, role, when), bit in zip(_in_a_year(*shape, start, end), _MOMENT_BITS, strict=True)
                if has_collections or when["aseansc_coll"] in _USUAL
            ]
            about.append({**row, "aseansc_group": len(about)})
    on = ["indicator", *MOMENT_COLUMNS[not has_collections :]]
    types = dict.fromkeys(("aseansc_group", "aseansc_role", "aseansc_bit"), "integer")
    joined = context.table.small(small_table(members, {"indicator": "text", **types, **MOMENTS}).select([*on, *types]))
    names = sorted({str(member["indicator"]) for member in members})
    limits = members_of([{"indicator": name} for name in names], context.known, {})

    rows = rows_of_groups(context, limits, joined, on=on)
    keys = keys_in(context.table, ("aseansc_group", *WHERE, "aseansc_plan"))
    summed = grouped(rows(context.figures), keys, **_flow_terms())
    with_factors = summed.join(context.table.small(small_table(about, _ABOUT)), on="aseansc_group", how="inner")
    suspects = with_factors.filter(_flows_may_disagree()).select(keys)
    return Screen((CheckCode.RATE_RATIO,), rows, keys, suspects)


_USUAL: Final = (TimeCollection.TOTAL.value, TimeCollection.END.value)


def _in_a_year(
    rate: Indicator, above: Indicator, below: Indicator, start: date, end: date
) -> list[tuple[Indicator, int, dict[str, object]]]:
    """Return what a rate of a year is compared with, and the moment of each."""
    before = start if start == date.min else start - timedelta(days=1)
    of_rate = (TimeCollection.WITHIN, TimeCollection.AVERAGE, TimeCollection.EACH)
    return [
        *((rate, _RATE, moment(collection, start, end)) for collection in of_rate),
        (rate, _RATE, moment(TimeCollection.END, end, end)),
        (above, _ABOVE, moment(TimeCollection.TOTAL, start, end)),
        (below, _BELOW, moment(TimeCollection.BEGINNING, start, start)),
        (below, _BELOW, moment(TimeCollection.END, before, before)),
        (below, _BELOW, moment(TimeCollection.END, end, end)),
        (below, _BELOW, moment(TimeCollection.WITHIN, start, end)),
        (below, _AVERAGE, moment(TimeCollection.AVERAGE, start, end)),
    ]


_LEVEL_BITS: Final = (1, 16, 256, 4096)
"""One for each moment of a level, so that their sum shows whether one of them is stated several times."""
_MOMENT_BITS: Final = (*(0,) * 5, *_LEVEL_BITS, 0)


def _flow_terms() -> dict[str, tuple[str, Formula]]:
    role, low, high = _C("aseansc_role"), _C("aseansc_lo"), _C("aseansc_hi")
    return {
        **{f"n{number}": total(role == number, fx.lit(1.0)) for number in (_RATE, _ABOVE, _BELOW, _AVERAGE)},
        "levels": ("sum", _C("aseansc_bit")),
        "odd": ("sum", _C("aseansc_odd")),
        "lo0": largest(role == _RATE, low),
        "hi0": smallest(role == _RATE, high),
        "lo1": largest(role == _ABOVE, low),
        "hi1": smallest(role == _ABOVE, high),
        "lo2": smallest(role == _BELOW, low),
        "hi2": largest(role == _BELOW, high),
        "lo3": smallest(role == _AVERAGE, low),
        "hi3": largest(role == _AVERAGE, high),
    }


def _flows_may_disagree() -> Formula:
    """Return whether a rate may not be that of its flow in the average of the stock, or in one of its levels."""
    both = (_C("n0") > 0) & (_C("n1") > 0)
    of_levels = (_C("n2") > 0) & _quotient_is_off("lo2", "hi2")
    of_average = (_C("n3") > 0) & _quotient_is_off("lo3", "hi3")
    single = _C("levels") == 0  # how often each level is stated; an average is counted apart
    for some in product((0, 1), repeat=len(_LEVEL_BITS)):
        single = single | (_C("levels") == sum(map(mul, some, _LEVEL_BITS)))
    return both & ((_C("odd") > 0) | ~single | (_C("n3") > 1) | of_levels | of_average)
