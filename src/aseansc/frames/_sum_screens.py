"""Screens of sums: parts and wholes, shares of a whole, ranks, and stocks with the flows that change them.

Each row of a group adds its possible values to one of two sides. The figures agree if the difference of the sides can
be zero, or if it cannot be negative where parts may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import field, frozen

from aseansc.audit import CheckCode
from aseansc.frames import _formulas as fx
from aseansc.frames._formulas import Formula
from aseansc.frames._possible import UNBOUNDED
from aseansc.frames._queries import Rows
from aseansc.frames._screens import (
    MOMENT,
    MOMENT_COLUMNS,
    MOMENTS,
    ODD,
    WHERE,
    Context,
    Screen,
    grouped,
    keys_in,
    members_of,
    moment,
    rows_of_groups,
)
from aseansc.frames._tables import small_table
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.periods import TimeCollection
from aseansc.units import Unit, UnitKind, conversion_factor, percent

_C: Final = fx.col
OF_SUMS: Final = (
    *(CheckCode.PARTS_SUM, CheckCode.PARTS_WITHIN, CheckCode.PARTS_COVER),
    *(CheckCode.SHARES_SUM, CheckCode.SHARES_WITHIN, CheckCode.RANK_WITHIN),
)
_MEMBERS: Final = {"aseansc_group": "integer", "aseansc_side": "number", "aseansc_bit": "number"}
_ABOUT: Final = {
    "aseansc_group": "integer",
    **dict.fromkeys(("members", "every_bit", "whole_bit", "extra"), "number"),
    **dict.fromkeys(("complete", "overlapping", "partial", "without_whole"), "flag"),
}
_MOST_MEMBERS: Final = 25


@frozen
class _Groups:
    """The members of groups, and what is known about each group.

    Each member has a power of four, so that the sum of those of the rows of a group shows which members are stated.
    """

    members: list[dict[str, object]] = field(factory=list)
    about: list[dict[str, object]] = field(factory=list)

    def add(
        self,
        whole: Indicator | None,
        parts: Iterable[tuple[Indicator, Fraction]],
        *,
        complete: bool,
        overlapping: bool = False,
        extra: float = 0.0,
    ) -> None:
        """Add a group: a whole, or an amount instead of it, and its parts with their units in the unit of the whole."""
        every = [*parts]
        names = [(part, -ratio) for part, ratio in every] + ([] if whole is None else [(whole, Fraction(1))])
        bits = _bits(len(names))
        for (item, side), bit in zip(names, bits, strict=True):
            self._add_member(item, side, bit)
        self.about.append(
            {
                "aseansc_group": len(self.about),
                "members": float(len(names)),
                "every_bit": sum(bits),
                "whole_bit": bits[-1],
                "without_whole": whole is None,
                "extra": extra,
                "complete": complete,
                "overlapping": overlapping,
                "partial": True,
            }
        )

    def add_balance(self, moments: Iterable[_Balanced], number: int) -> None:
        """Add a group of figures that balance if all are stated, each with its side, its member and its moment."""
        bits = _bits(number)
        for item, side, member, when in moments:
            self._add_member(item, side, bits[member], **when)
        self.about.append(
            {
                "aseansc_group": len(self.about),
                "members": float(number),
                "every_bit": sum(bits),
                "whole_bit": bits[-1],
                "without_whole": False,
                "extra": 0.0,
                "complete": True,
                "overlapping": False,
                "partial": False,
            }
        )

    def _add_member(self, item: Indicator, side: Fraction, bit: float, **when: object) -> None:
        group = len(self.about)
        member: dict[str, object] = {
            "indicator": item.id,
            "aseansc_group": group,
            "aseansc_side": float(side),
            "aseansc_bit": bit,
        }
        if abs(side) != 1 and item.unit.is_whole:
            member["aseansc_unit"] = None  # a product that may not be exact: the model looks at all of them
        self.members.append({**member, **when})


def _bits(number: int) -> list[float]:
    """Return a power of four for each member of a group; of more, only the last has one."""
    return [4.0**place for place in range(number)] if number <= _MOST_MEMBERS else [0.0] * (number - 1) + [1.0]


# -- parts, shares and ranks


def sums(context: Context) -> Screen | None:
    """Return the screen of breakdowns into indicators, of shares of one whole, and of ranks."""
    groups = _Groups()
    for indicator in context.known.values():
        for breakdown in indicator.breakdowns:
            if not breakdown.is_of_categories:
                _add_parts(groups, indicator, breakdown, context.known)
                _add_shares(groups, indicator, breakdown, context.known)
        below = context.known.get(str(indicator.denominator))
        if indicator.unit.kind is UnitKind.RANK and below is not None:
            groups.add(below, [(indicator, Fraction(1))], complete=False, overlapping=True)
    if not groups.about:
        return None
    members = members_of(groups.members, context.known, _MEMBERS)

    rows = rows_of_groups(context, members)
    return _screen(context, groups, OF_SUMS, rows, ("aseansc_group", *WHERE, *MOMENT))


def _add_parts(groups: _Groups, whole: Indicator, breakdown: Breakdown, known: Mapping[str, Indicator]) -> None:
    parts = [(known[name], ratio_of(known[name].unit, whole.unit)) for name in breakdown.parts]
    groups.add(whole, parts, complete=breakdown.complete, overlapping=not breakdown.disjoint)


def _add_shares(groups: _Groups, whole: Indicator, breakdown: Breakdown, known: Mapping[str, Indicator]) -> None:
    """Add the shares of the parts of a whole, which add up to 100 %."""
    rates: dict[object, Indicator] = {}
    for rate in known.values():
        if rate.denominator == whole.id and rate.unit.kind is UnitKind.SHARE and rate.bounds.upper is not None:
            rates.setdefault(rate.numerator, rate)
    shares = [rates[part] for part in breakdown.parts if part in rates]
    if breakdown.disjoint and len(shares) > 1:
        complete = breakdown.complete and len(shares) == len(breakdown.parts)
        groups.add(None, [(rate, ratio_of(rate.unit, percent)) for rate in shares], complete=complete, extra=100.0)


def ratio_of(one: Unit, other: Unit) -> Fraction:
    """Return what a number in one unit is multiplied by to be in another one."""
    numerator, denominator = conversion_factor(one, other)
    return Fraction(numerator) / Fraction(denominator)


def _screen(
    context: Context, groups: _Groups, codes: tuple[CheckCode, ...], rows: Callable[[Rows], Rows], keys: tuple[str, ...]
) -> Screen:
    side, low, high = _C("aseansc_side"), _C("aseansc_lo"), _C("aseansc_hi")
    is_whole, odd = side > 0, _C("aseansc_odd") == 1
    keys, table = keys_in(context.table, keys), context.table
    terms = {
        "bits": ("sum", _C("aseansc_bit")),
        "most": ("sum", fx.when(odd).then(-ODD).otherwise(side * fx.when(is_whole).then(high).otherwise(low))),
        "least": ("sum", side * fx.when(is_whole).then(low).otherwise(high)),
    }
    if has_overlapping := any(row["overlapping"] for row in groups.about):
        terms["top"] = ("max", fx.when(is_whole).then(fx.lit(-UNBOUNDED)).otherwise(-side * low))
        terms["cap"] = ("max", fx.when(is_whole).then(high).otherwise(fx.lit(-UNBOUNDED)))
    summed = grouped(rows(context.figures), keys, **terms)
    joined = summed.join(table.small(small_table(groups.about, _ABOUT)), on="aseansc_group", how="inner")
    return Screen(codes, rows, keys, joined.filter(_may_disagree(has_overlapping=has_overlapping)).select(keys))


def _may_disagree(*, has_overlapping: bool) -> Formula:
    """Return whether the figures of a group may contradict one another.

    The sides are the highest possible whole without the lowest possible parts, and the other way round.
    """
    is_full = _C("bits") == _C("every_bit")
    most, least = _C("most") + _C("extra"), _C("least") + _C("extra")
    has_whole = _C("without_whole") | (_C("bits") >= _C("whole_bit"))
    repeated = (_C("n") > _C("members")) | (~_C("without_whole") & (_C("bits") >= _C("whole_bit") * 2))
    repeated = repeated | ((_C("n") == _C("members")) & ~is_full) | (most < -ODD / 2)
    too_much = (most < 0) & (_C("partial") | is_full)
    if has_overlapping:
        too_much = fx.when(_C("overlapping")).then(_C("top") > _C("cap")).otherwise(too_much)
    too_little = is_full & _C("complete") & (least > 0)
    return has_whole & (_C("n") > 1) & (repeated | too_much | too_little)


# -- stocks and flows


def balances(context: Context) -> Screen | None:
    """Return the screen of stocks with the flows that change them."""
    groups = _balances(context)
    if not groups.about:
        return None
    on = ["indicator", *MOMENT_COLUMNS[not context.table.has("time_collection") :]]
    members = small_table(groups.members, {"indicator": "text", **_MEMBERS, **MOMENTS})
    joined = context.table.small(members.select([*on, *_MEMBERS]))
    names = {str(member["indicator"]) for member in groups.members}
    limits = members_of([{"indicator": name} for name in sorted(names)], context.known, {})

    rows = rows_of_groups(context, limits, joined, on=on)
    return _screen(context, groups, (CheckCode.STOCK_FLOWS,), rows, ("aseansc_group", *WHERE, "aseansc_plan"))


def _balances(context: Context) -> _Groups:
    """Return a group for each stock with flows and each time; without a column for it, a level is that at the end."""
    groups, has_collections = _Groups(), context.table.has("time_collection")
    for stock in context.known.values():
        flows = [(context.known[name], 1) for name in stock.inflows]
        flows += [(context.known[name], -1) for name in stock.outflows]
        for start, end in context.spans if flows and stock.kind is IndicatorKind.STOCK else ():
            moments = _balance(stock, flows, start, end)
            stated = (item for item in moments if has_collections or item[3]["aseansc_coll"] in _USUAL)
            groups.add_balance(stated, len(flows) + 2)
    return groups


_USUAL: Final = (TimeCollection.TOTAL.value, TimeCollection.END.value)
_Balanced: TypeAlias = tuple[Indicator, Fraction, int, Mapping[str, object]]


def _balance(stock: Indicator, flows: Sequence[tuple[Indicator, int]], start: date, end: date) -> Iterator[_Balanced]:
    """Yield the level before a period, its flows, and the level after it, with their sides and their moments."""
    yield stock, Fraction(1), 0, moment(TimeCollection.BEGINNING, start, start)
    if start > date.min:
        before = start - timedelta(days=1)
        yield stock, Fraction(1), 0, moment(TimeCollection.END, before, before)
    for number, (flow, sign) in enumerate(flows, 1):
        yield flow, sign * ratio_of(flow.unit, stock.unit), number, moment(TimeCollection.TOTAL, start, end)
    yield stock, Fraction(-1), len(flows) + 1, moment(TimeCollection.END, end, end)
