"""Find the groups of rows that may contradict one another, on the engine of the frame.

A screen joins the rows with the roles of their indicators, places or times, adds up the possible values of each group,
and keeps the groups whose figures may not agree. Only the rows of these groups are collected.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen

from aseansc.audit import CheckCode
from aseansc.codelists import Absent
from aseansc.frames._check import limits_in
from aseansc.frames._possible import UNBOUNDED, collection_of, ends_of, plan_of, text_of
from aseansc.frames._tables import Table, collected, in_order, small_table
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.periods import TimeCollection
from aseansc.units import Unit, UnitKind, conversion_factor

_C: Final = nw.col
WHOLE, PART, BELOW = 0, 1, 2
"""The roles in a group: a whole or a rate, its parts or its numerator, and the denominator of a rate."""
_FEW: Final = 500


@frozen(eq=False)
class Screen:
    """A search for groups of rows that may contradict one another.

    Attributes:
        codes: the checks of the model that the rows of these groups are given to.
        rows: the rows with the columns of their group, as `grouped_rows` returns them.
        keys: the columns that identify a group.
        suspects: the groups that may contradict themselves.
    """

    codes: tuple[CheckCode, ...]
    rows: nw.LazyFrame[Any]
    keys: tuple[str, ...]
    suspects: nw.LazyFrame[Any]


MOMENT: Final = ("aseansc_coll", "aseansc_start", "aseansc_end", "aseansc_per", "aseansc_plan")
_GROUP: Final = ("aseansc_group", "aseansc_place", "aseansc_cats", *MOMENT)
_OF_PARTS: Final = (
    CheckCode.PARTS_SUM,
    CheckCode.PARTS_WITHIN,
    CheckCode.PARTS_COVER,
    CheckCode.RATE_RATIO,
    CheckCode.RATE_SUBGROUP,
)


_SOURCES: Final = {
    "aseansc_coll": "time_collection",
    "aseansc_per": "per",
    "aseansc_plan": "statuses",
    "aseansc_cats": "breakdown",
    "aseansc_review": "review",
}


def keys_in(table: Table, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of a key that differ between rows: without those whose column the frame does not have."""
    return tuple(name for name in keys if name not in _SOURCES or table.has(_SOURCES[name]))


def with_ends(
    table: Table, known: Mapping[str, Indicator], members: Any, on: Sequence[str] = ("indicator",)
) -> nw.LazyFrame[Any]:
    """Return the rows with a value that are members of groups, with their possible values and their moment.

    Args:
        table: the frame.
        known: the indicators by their ids.
        members: a small table with the limits of each indicator, and perhaps columns of groups.
        on: the columns that a row and its members share.
    """
    columns = set(table.columns)
    fractions = any(
        not known[name].unit.is_whole or known[name].kind is IndicatorKind.RATE
        for name in set(members["indicator"].to_pylist())
    )
    data = table.data.filter(~_C("obs_value").is_null())
    joined = data.join(table.small(members), on=list(on), how="inner")
    low, high = ends_of(columns, fractions=fractions)
    collection = collection_of(columns)
    if "aseansc_total" in members.column_names:  # a rate of flows is compared with the totals of its period
        total = nw.lit(TimeCollection.TOTAL.value)
        collection = nw.when(_C("aseansc_total")).then(total).otherwise(collection)
    start, end = _C("period_start"), _C("period_end")
    joined = joined.with_columns(
        aseansc_lo=low,
        aseansc_hi=high,
        aseansc_odd=nw.when(_C("unit") == _C("aseansc_unit")).then(nw.lit(0)).otherwise(nw.lit(1)),
        aseansc_coll=collection,
        aseansc_per=text_of(columns, "per"),
        aseansc_plan=plan_of(columns),
        aseansc_cats=text_of(columns, "breakdown"),
        aseansc_place=_place_of(columns),
    )
    coll = _C("aseansc_coll")
    return joined.with_columns(
        aseansc_start=nw.when(coll == TimeCollection.END.value).then(end).otherwise(start),
        aseansc_end=nw.when(coll == TimeCollection.BEGINNING.value).then(start).otherwise(end),
    )


def _place_of(columns: Collection[str]) -> nw.Expr:
    """Return the place of a row, with its review: figures of two reviews are not compared."""
    if "review" not in columns:
        return _C("place")
    return nw.concat_str([text_of(columns, "review"), _C("place")], separator="|")


def sums(role: int) -> dict[str, nw.Expr]:
    """Return the number, the sum of the lowest and the sum of the highest values of the rows with a role."""
    has = _C("aseansc_role") == role
    zero, one = nw.lit(0), nw.lit(1)
    return {
        f"n{role}": nw.when(has).then(one).otherwise(zero),
        f"lo{role}": nw.when(has).then(_C("aseansc_lo")).otherwise(nw.lit(0.0)),
        f"hi{role}": nw.when(has).then(_C("aseansc_hi")).otherwise(nw.lit(0.0)),
    }


def summed(rows: nw.LazyFrame[Any], keys: Iterable[str], roles: Iterable[int], **more: nw.Expr) -> nw.LazyFrame[Any]:
    """Add up the possible values of each group by role, and the further columns."""
    terms = {name: term for role in roles for name, term in sums(role).items()} | {"odd": _C("aseansc_odd"), **more}
    prepared = rows.with_columns(**{f"aseansc_{name}": term for name, term in terms.items()})
    return prepared.group_by(list(keys)).agg(**{name: _C(f"aseansc_{name}").sum() for name in terms})


# -- parts of wholes, and rates


def relations(table: Table, known: Mapping[str, Indicator]) -> Screen | None:
    """Return the screen of breakdowns into indicators, and of rates with their numerators and denominators."""
    members, about = list[dict[str, object]](), list[dict[str, object]]()
    for indicator in known.values():
        for breakdown in indicator.breakdowns:
            if not breakdown.is_of_categories:
                _add_parts(members, about, indicator, breakdown)
        _add_rate(members, about, indicator, known)
    if not members:
        return None
    limits = {name: limits_in(item, item.unit) for name, item in known.items()}
    every = [{**limits[str(member["indicator"])], **member} for member in members]
    rows = with_ends(table, known, small_table(every, {**LIMITS, **_MEMBERS}))
    has_rates = any(row["is_rate"] for row in about)
    bit = nw.when(_C("aseansc_role") == PART).then(_C("aseansc_bit")).otherwise(nw.lit(0.0))
    keys = keys_in(table, _GROUP)
    groups = summed(rows, keys, (WHOLE, PART, BELOW) if has_rates else (WHOLE, PART), bits=bit)
    if any(row["overlapping"] for row in about):
        groups = groups.join(_largest_part(rows, keys), on=list(keys), how="left")
    else:
        groups = groups.with_columns(largest=nw.lit(-UNBOUNDED))
    joined = groups.join(table.small(small_table(about, _ABOUT)), on="aseansc_group", how="inner")
    return Screen(_OF_PARTS, rows, keys, joined.filter(_may_disagree(has_rates=has_rates)).select(keys))


LIMITS: Final = {
    **dict.fromkeys(("indicator", "aseansc_unit"), "text"),
    **dict.fromkeys(("aseansc_low", "aseansc_high"), "number"),
    **dict.fromkeys(("aseansc_flow", "aseansc_whole"), "flag"),
}
_MEMBERS: Final = {
    "aseansc_group": "integer",
    "aseansc_role": "integer",
    "aseansc_bit": "number",
    "aseansc_total": "flag",
}
_ABOUT: Final = {
    "aseansc_group": "integer",
    **dict.fromkeys(("is_rate", "is_share", "overlapping"), "flag"),
    **dict.fromkeys(("parts", "every_bit", "factor", "share_factor"), "number"),
}
_MOST_BITS: Final = 26


def _largest_part(rows: nw.LazyFrame[Any], keys: Iterable[str]) -> nw.LazyFrame[Any]:
    parts = rows.filter(_C("aseansc_role") == PART)
    return parts.group_by(list(keys)).agg(largest=_C("aseansc_lo").max())


def _add_parts(
    members: list[dict[str, object]], about: list[dict[str, object]], whole: Indicator, breakdown: Breakdown
) -> None:
    group, parts = len(about), breakdown.parts
    bits = [4.0**place if len(parts) <= _MOST_BITS else 0.0 for place in range(len(parts))]
    members.append(_member(whole.id, group, WHOLE))
    members += [_member(part, group, PART, bit=bit) for part, bit in zip(parts, bits, strict=True)]
    about.append(
        {
            "aseansc_group": group,
            "is_rate": False,
            "is_share": False,
            "overlapping": not breakdown.disjoint,
            "parts": float(len(parts)),
            "every_bit": sum(bits) if breakdown.complete else -1.0,
            "factor": 1.0,
            "share_factor": 1.0,
        }
    )


def _add_rate(
    members: list[dict[str, object]],
    about: list[dict[str, object]],
    rate: Indicator,
    known: Mapping[str, Indicator],
) -> None:
    if isinstance(rate.numerator, Absent) or isinstance(rate.denominator, Absent):
        return
    above, below = known[rate.numerator], known[rate.denominator]
    factors = _factors(rate, above, below)
    if factors is None:
        return
    group = len(about)
    of_flows = above.kind is below.kind is IndicatorKind.FLOW
    members.append(_member(rate.id, group, WHOLE, total=of_flows))
    members += [_member(above.id, group, PART), _member(below.id, group, BELOW)]
    about.append(
        {
            "aseansc_group": group,
            "is_rate": True,
            "is_share": rate.unit.kind is UnitKind.SHARE,
            "overlapping": False,
            "parts": 1.0,
            "every_bit": 0.0,
            "factor": factors[0],
            "share_factor": factors[1],
        }
    )


def _member(name: str, group: int, role: int, *, bit: float = 0.0, total: bool = False) -> dict[str, object]:
    return {
        "indicator": name,
        "aseansc_group": group,
        "aseansc_role": role,
        "aseansc_bit": bit,
        "aseansc_total": total,
    }


def _factors(rate: Indicator, above: Indicator, below: Indicator) -> tuple[float, float] | None:
    """Return what numerator ÷ denominator is multiplied by, and the numerator in the unit of the denominator."""
    if above.kind is IndicatorKind.FLOW and below.kind is not IndicatorKind.FLOW:
        return None  # the denominator is an average of the period; another rule of the model compares them
    if rate.unit.kind is UnitKind.RANK:
        return None
    if rate.unit.kind is UnitKind.SHARE:
        if above.unit.dimension != below.unit.dimension:
            return None
        ratio = _ratio(above.unit, below.unit)
        return _SHARES.get(rate.unit.code, 100.0) * ratio, ratio
    try:
        unit = above.unit / below.unit
    except TypeError:
        return None
    return (_ratio(unit, rate.unit), 1.0) if unit.dimension == rate.unit.dimension else None


def _ratio(one: Unit, other: Unit) -> float:
    numerator, denominator = conversion_factor(one, other)
    return float(Fraction(numerator) / Fraction(denominator))


_SHARES: Final = {"percent": 100.0, "per_mille": 1000.0, "per_10_000": 10_000.0, "per_100_000": 100_000.0}


def _may_disagree(*, has_rates: bool) -> nw.Expr:
    """Return whether the figures of a group of parts, or of a rate, may contradict one another."""
    is_full = _C("bits") == _C("every_bit")
    repeated = (_C("n0") > 1) | ((_C("n1") >= _C("parts")) & ~is_full & (_C("every_bit") >= 0))
    repeated = repeated | (_C("n1") > _C("parts"))
    odd = (_C("odd") > 0) & (_C("n0") + _C("n1") > 1)
    too_much = nw.when(_C("overlapping")).then(_C("largest") > _C("hi0")).otherwise(_C("lo1") > _C("hi0"))
    too_little = is_full & (_C("hi1") < _C("lo0"))
    of_parts = repeated | odd | ((_C("n0") > 0) & (_C("n1") > 0) & (too_much | too_little))
    if not has_rates:
        return of_parts
    several = (
        (_C("n0") > 1) | (_C("n1") > 1) | (_C("n2") > 1) | ((_C("odd") > 0) & (_C("n0") + _C("n1") + _C("n2") > 1))
    )
    more = 1 + 1e-9
    off = (_C("lo0") * _C("lo2") * more >= _C("factor") * _C("hi1")) & (_C("lo0") * _C("lo2") > 0)
    off = off | (_C("hi0") * _C("hi2") <= _C("factor") * _C("lo1") * more) | (_C("lo1") < 0)
    outside = _C("is_share") & (_C("lo1") * _C("share_factor") * more > _C("hi2"))
    complete = (_C("n1") > 0) & (_C("n2") > 0)
    of_rates = several | (complete & (outside | ((_C("n0") > 0) & off)))
    return nw.when(_C("is_rate")).then(of_rates).otherwise(of_parts)


def suspect_rows(table: Table, screen: Screen, columns: Collection[str]) -> list[dict[str, Any]]:
    """Run a screen, and return the rows of the groups that it finds."""
    found = collected(screen.suspects)
    if not len(found):
        return []
    rows = screen.rows
    places: list[Any] = found["aseansc_place"].unique().to_pylist() if "aseansc_place" in screen.keys else []
    if 0 < len(places) <= _FEW:
        rows = rows.filter(_C("aseansc_place").is_in(places))
    keys = list(screen.keys)
    located = rows.join(table.small(found), on=keys, how="semi").select(list(columns)).unique()
    cells: list[dict[str, Any]] = collected(located).to_pylist()
    return in_order(cells)
