"""Screens of the categories of a whole, and of the places within a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import product
from typing import Any, Final

from aseansc.audit import CheckCode, disjoint_categories
from aseansc.classifications.places import broader_place, places_within
from aseansc.frames import _formulas as fx
from aseansc.frames._formulas import Formula
from aseansc.frames._screens import (
    LIMITS,
    MOMENT,
    Context,
    Screen,
    grouped,
    keys_in,
    largest,
    limits_of,
    rows_of_groups,
    smallest,
    total,
)
from aseansc.frames._tables import distinct, small_table
from aseansc.indicators import Indicator, IndicatorKind

_C: Final = fx.col
OF_CATEGORIES: Final = (CheckCode.CATEGORY_WITHIN, CheckCode.CATEGORY_SUM, CheckCode.RATE_BETWEEN)
OF_PLACES: Final = (CheckCode.PLACE_SUM, CheckCode.RATE_BETWEEN)
_WHOLE, _PART, _OTHER, _INSTEAD = 0, 1, 2, 3
"""The roles in a group: the whole, its parts, what is also within it, and what may take the place of a part."""
_NEVER: Final = 1_000_000


def _limits(known: Mapping[str, Indicator]) -> Any:
    rates = [item.kind is IndicatorKind.RATE for item in known.values()]
    rows = [{**row, "aseansc_rate": rate} for row, rate in zip(limits_of(known), rates, strict=True)]
    return small_table(rows, {**LIMITS, "aseansc_rate": "flag"})


def _terms() -> dict[str, tuple[str, Formula]]:
    role, low, high, one = _C("aseansc_role"), _C("aseansc_lo"), _C("aseansc_hi"), fx.lit(1.0)
    whole, part = role == _WHOLE, role == _PART
    return {
        "n0": total(whole, one),
        "n1": total(part, one),
        "others": total(~whole & ~part, one),
        "instead": total(role == _INSTEAD, one),
        "odd": ("sum", _C("aseansc_odd")),
        "lo0": largest(whole, low),
        "hi0": smallest(whole, high),
        "lo1": total(part, low),
        "hi1": total(part, high),
        "least": smallest(part, low),
        "top": largest(part, high),
        "most": largest(~whole, low),
    }


# -- categories


def categories(context: Context) -> Screen | None:
    """Return the screen of categories, such as women and men, against the figure of everything."""
    members = [*_members_of_categories(context)]
    if not members:
        return None
    types = {"aseansc_group": "integer", "aseansc_role": "integer", "aseansc_parts": "number"}
    joined = context.table.small(small_table(members, {"indicator": "text", "aseansc_cats": "text", **types}))
    limits = _limits(context.known)

    rows = rows_of_groups(context, limits, joined, on=["indicator", "aseansc_cats"])
    key = keys_in(context.table, ("aseansc_group", "indicator", "aseansc_review", "place", *MOMENT))
    groups = grouped(rows(context.figures), [*key, "aseansc_rate", "aseansc_parts"], **_terms())
    inside = _C("n1") + _C("others")
    odd = (_C("odd") > 0) | (_C("n0") > 1) | (_C("instead") > 0) | (_C("n1") > _C("aseansc_parts"))
    of_rates = (_C("n1") > 0) & ((_C("least") > _C("hi0")) | (_C("top") < _C("lo0")))
    sums = (_C("n1") > 0) & ((_C("lo1") > _C("hi0")) | (_C("hi1") < _C("lo0")))
    of_amounts = (_C("most") > _C("hi0")) | sums
    suspects = odd | fx.when(_C("aseansc_rate")).then(of_rates).otherwise(of_amounts)
    both = (_C("n0") > 0) & (inside > 0)
    return Screen(OF_CATEGORIES, rows, key, groups.filter(both & suspects).select(key))


def _members_of_categories(context: Context) -> Iterator[dict[str, object]]:
    """Yield the categories of each indicator with their groups: each is a part of a whole with fewer categories."""
    texts = {frozenset(text.split(";")): text for text in context.breakdowns.values()}
    wholes = _by_whole(texts)
    number = 0
    for indicator, (whole, inside) in product(context.known.values(), wholes.items()):
        for parts, others, instead in _groups_of(indicator, inside):
            roles = [(whole, _WHOLE), *((inside[name], _PART) for name in parts)]
            roles += [(inside[name], _OTHER) for name in others] + [(inside[name], _INSTEAD) for name in instead]
            for breakdown, role in roles:
                yield {
                    "indicator": indicator.id,
                    "aseansc_cats": texts.get(breakdown, ""),
                    "aseansc_group": number,
                    "aseansc_role": role,
                    "aseansc_parts": float(len(parts)),
                }
            number += 1


def _by_whole(found: Collection[frozenset[str]]) -> dict[frozenset[str], dict[str, frozenset[str]]]:
    """Return the breakdowns within each broader one: by the category that they add, or all for that of everything."""
    every = {frozenset[str](), *found}
    wholes: defaultdict[frozenset[str], dict[str, frozenset[str]]] = defaultdict(dict)
    for breakdown in found:
        for category in breakdown:
            wholes[breakdown - {category}][category] = breakdown
        if len(breakdown) > 1:
            wholes[frozenset()][";".join(sorted(breakdown))] = breakdown
    return {whole: inside for whole, inside in wholes.items() if whole in every}


def _groups_of(
    indicator: Indicator, names: Iterable[str]
) -> Iterator[tuple[Collection[str], Collection[str], Collection[str]]]:
    """Yield categories that do not overlap, those that are compared with the whole only, and those instead of parts."""
    single = [name for name in names if ";" not in name]
    left = set(names)
    for parts in disjoint_categories(indicator, single):
        instead = {
            name
            for name, part in product(single, parts)
            if name not in parts and any(name in other for other in disjoint_categories(indicator, (name, part)))
        }
        yield parts, (), sorted(instead)
        left -= {*parts, *instead}
    if left:
        yield (), sorted(left), ()


# -- places


def places(context: Context) -> Screen | None:
    """Return the screen of the places within a place against the figure of that place."""
    table = context.table
    found = distinct(table.data, ["place"])["place"].to_pylist()
    members = _members_of_places([place for place in found if place is not None])
    if not members:
        return None
    around, limits = table.small(small_table(members, _PLACES)), _limits(context.known)

    rows = rows_of_groups(context, limits, around, on="place")

    def places_in(suspects: Any) -> list[str | None]:
        wanted = set(suspects["aseansc_around"].to_pylist())
        return [str(member["place"]) for member in members if member["aseansc_around"] in wanted]

    key = keys_in(table, ("aseansc_around", "indicator", "aseansc_review", "aseansc_cats", *MOMENT))
    groups = grouped(rows(context.figures), [*key, "aseansc_rate", "aseansc_all"], **_terms())
    is_whole = (_C("n1") >= _C("aseansc_all")) & (_C("n1") > 1)
    of_rates = is_whole & ((_C("least") > _C("hi0")) | (_C("top") < _C("lo0")))
    of_amounts = (_C("lo1") > _C("hi0")) | (is_whole & (_C("hi1") < _C("lo0")))
    both = (_C("n0") > 0) & (_C("n1") > 0)
    odd = (_C("odd") > 0) | (_C("n0") > 1)
    suspects = odd | fx.when(_C("aseansc_rate")).then(of_rates).otherwise(of_amounts)
    return Screen(OF_PLACES, rows, key, groups.filter(both & suspects).select(key), places_in)


_PLACES: Final = {"place": "text", "aseansc_around": "text", "aseansc_role": "integer", "aseansc_all": "integer"}


def _members_of_places(found: Iterable[str]) -> list[dict[str, object]]:
    """Return each place as a part of the place around it, and each place around others as a whole."""
    around = {place: above for place in found if (above := broader_place(place)) is not None}
    stated = set(found)
    inside = {place: above for place, above in around.items() if above in stated}
    members: list[dict[str, object]] = [
        {"place": place, "aseansc_around": above, "aseansc_role": _PART, "aseansc_all": _fewest(above)}
        for place, above in inside.items()
    ]
    for place in sorted(set(inside.values())):
        whole = {"place": place, "aseansc_around": place, "aseansc_role": _WHOLE, "aseansc_all": _fewest(place)}
        members.append({**whole})
    return members


_DAYS: Final = (date(2008, 8, 1), date(2018, 12, 31), date(2025, 6, 30), date(2025, 7, 1), date(2100, 1, 1))


def _fewest(place: str) -> int:
    """Return the smallest number of known places that may be all places within a place."""
    return min((count for day in _DAYS if (count := len(places_within(place, day)))), default=_NEVER)
