"""Screens of the categories of a whole, of the places within a place, and of the times within a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc.audit import CheckCode
from aseansc.classifications.places import broader_place, places_within
from aseansc.frames._check import limits_in
from aseansc.frames._possible import UNBOUNDED, text_of
from aseansc.frames._screens import LIMITS, MOMENT, PART, WHOLE, Screen, keys_in, with_ends
from aseansc.frames._tables import Table, collected, small_table
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.periods import Frequency, Period, TimeCollection

_C: Final = nw.col
_OF_CATEGORIES: Final = (CheckCode.CATEGORY_WITHIN, CheckCode.CATEGORY_SUM, CheckCode.RATE_BETWEEN)
_OF_PLACES: Final = (CheckCode.PLACE_SUM, CheckCode.RATE_BETWEEN)
_OF_TIMES: Final = (CheckCode.FLOW_AVERAGE, CheckCode.FLOW_EACH, CheckCode.FLOW_SPANS)
_NEVER: Final = 1_000_000


def _limits(known: Mapping[str, Indicator], kind: IndicatorKind | None = None) -> Any:
    rows = [
        {**limits_in(item, item.unit), "aseansc_rate": item.kind is IndicatorKind.RATE}
        for item in known.values()
        if kind is None or item.kind is kind
    ]
    return small_table(rows, {**LIMITS, "aseansc_rate": "flag"})


# -- categories


def categories(table: Table, known: Mapping[str, Indicator]) -> Screen | None:
    """Return the screen of categories, such as women and men, against the figure of everything."""
    if not table.has("breakdown"):
        return None
    key = keys_in(table, ("indicator", "aseansc_place", *MOMENT))
    rows = with_ends(table, known, _limits(known))
    several = _C("aseansc_cats").str.contains(";")
    scheme = nw.when(several).then(nw.lit(";")).otherwise(_C("aseansc_cats").str.replace_all(":.*$", ""))
    rows = rows.with_columns(aseansc_scheme=scheme)
    groups = rows.group_by([*key, "aseansc_scheme", "aseansc_rate"]).agg(
        n=nw.len(),
        lo=_C("aseansc_lo").sum(),
        hi=_C("aseansc_hi").sum(),
        least=_C("aseansc_lo").min(),
        most=_C("aseansc_lo").max(),
        top=_C("aseansc_hi").max(),
        odd=_C("aseansc_odd").sum(),
    )
    wholes = groups.filter(_C("aseansc_scheme") == "").select(
        *key, n0=_C("n"), lo0=_C("least"), hi0=_C("top"), odd0=_C("odd")
    )
    joined = groups.filter(_C("aseansc_scheme") != "").join(wholes, on=list(key), how="inner")
    odd = (_C("odd") + _C("odd0") > 0) | (_C("n0") > 1) | (_C("aseansc_scheme") == ";")
    of_rates = (_C("n") > 1) & ((_C("least") > _C("hi0")) | (_C("top") < _C("lo0")))
    of_amounts = (_C("most") > _C("hi0")) | ((_C("n") > 1) & ((_C("lo") > _C("hi0")) | (_C("hi") < _C("lo0"))))
    suspects = odd | nw.when(_C("aseansc_rate")).then(of_rates).otherwise(of_amounts)
    return Screen(_OF_CATEGORIES, rows, key, joined.filter(suspects).select(key).unique())


# -- places


def places(table: Table, known: Mapping[str, Indicator]) -> Screen | None:
    """Return the screen of the places within a place against the figure of that place."""
    found = collected(table.data.select("place").unique())["place"].to_pylist()
    members = _members_of_places([place for place in found if place is not None])
    if not members:
        return None
    key = keys_in(table, ("aseansc_around", "indicator", "aseansc_review", "aseansc_cats", *MOMENT))
    around = table.small(small_table(members, _PLACES))
    rows = with_ends(table, known, _limits(known)).join(around, on="place", how="inner")
    rows = rows.with_columns(aseansc_review=text_of(table.columns, "review"))
    groups = rows.group_by([*key, "aseansc_rate", "aseansc_all"]).agg(**_place_sums())
    is_whole = (_C("n1") >= _C("aseansc_all")) & (_C("n1") > 1)
    odd = (_C("n0") > 0) & (_C("n1") > 0) & ((_C("odd") > 0) | (_C("n0") > 1))
    of_rates = is_whole & ((_C("least") > _C("hi0")) | (_C("top") < _C("lo0")))
    of_amounts = (_C("lo1") > _C("hi0")) | (is_whole & (_C("hi1") < _C("lo0")))
    both = (_C("n0") > 0) & (_C("n1") > 0)
    suspects = odd | (both & nw.when(_C("aseansc_rate")).then(of_rates).otherwise(of_amounts))
    return Screen(_OF_PLACES, rows, key, groups.filter(suspects).select(key))


_PLACES: Final = {"place": "text", "aseansc_around": "text", "aseansc_role": "integer", "aseansc_all": "integer"}


def _members_of_places(found: Iterable[str]) -> list[dict[str, object]]:
    """Return each place as a part of the place around it, and each place around others as a whole."""
    around = {place: above for place in found if (above := broader_place(place)) is not None}
    wholes = set(around.values())
    members: list[dict[str, object]] = [
        {"place": place, "aseansc_around": above, "aseansc_role": PART, "aseansc_all": _fewest(above)}
        for place, above in around.items()
    ]
    for place in found:
        if place in wholes:
            all_parts = _fewest(place)
            members.append({"place": place, "aseansc_around": place, "aseansc_role": WHOLE, "aseansc_all": all_parts})
    return members if any(member["aseansc_role"] == WHOLE for member in members) else []


_DAYS: Final = (date(2008, 8, 1), date(2018, 12, 31), date(2025, 6, 30), date(2025, 7, 1), date(2100, 1, 1))


def _fewest(place: str) -> int:
    """Return the smallest number of known places that may be all places within a place."""
    return min((count for day in _DAYS if (count := len(places_within(place, day)))), default=_NEVER)


def _place_sums() -> dict[str, nw.Expr]:
    whole, part = _C("aseansc_role") == WHOLE, _C("aseansc_role") == PART
    low, high, zero = _C("aseansc_lo"), _C("aseansc_hi"), nw.lit(0.0)

    def count(has: nw.Expr) -> nw.Expr:
        return nw.when(has).then(nw.lit(1)).otherwise(nw.lit(0)).sum()

    return {
        "n0": count(whole),
        "n1": count(part),
        "lo0": nw.when(whole).then(low).otherwise(nw.lit(-UNBOUNDED)).max(),
        "hi0": nw.when(whole).then(high).otherwise(nw.lit(-UNBOUNDED)).max(),
        "lo1": nw.when(part).then(low).otherwise(zero).sum(),
        "hi1": nw.when(part).then(high).otherwise(zero).sum(),
        "least": nw.when(part).then(low).otherwise(nw.lit(UNBOUNDED)).min(),
        "top": nw.when(part).then(high).otherwise(nw.lit(-UNBOUNDED)).max(),
        "odd": _C("aseansc_odd").sum(),
    }


# -- times


def times(table: Table, known: Mapping[str, Indicator]) -> Screen | None:
    """Return the screen of flows over time: averages against totals, and totals within a longer time.

    The rules of the model choose among times of different lengths, such as months and quarters of a year, so a group
    with both is always given to the model.
    """
    if not any(item.kind is IndicatorKind.FLOW for item in known.values()):
        return None
    days = ["period_start", "period_end"]
    found: list[dict[str, Any]] = collected(table.data.select(days).unique()).to_pylist()
    spans = [(row["period_start"], row["period_end"]) for row in found]
    members = _members_of_times([(start, end) for start, end in spans if start and end and start <= end])
    key = keys_in(table, ("aseansc_around", "indicator", "aseansc_place", "aseansc_cats", "aseansc_plan"))
    is_nested = any(not member["aseansc_long"] for member in members)
    if not is_nested and not table.has("time_collection"):
        return None
    rows = with_ends(table, known, _limits(known, IndicatorKind.FLOW))
    joined = rows.join(table.small(small_table(members, _TIMES)), on=days, how="inner")
    terms = _time_terms()
    sums = [_C(name).sum() for name in terms if name not in ("days_long", "least", "longest")]
    ends = [_C("days_long").max(), _C("least").min(), _C("longest").max()]
    groups = joined.with_columns(**terms).group_by(list(key)).agg(*sums, *ends)
    return Screen(_OF_TIMES, joined, key, groups.filter(_times_may_disagree()).select(key))


def _time_terms() -> dict[str, nw.Expr]:
    """Return what a row adds to its group: as a total, as an average times its periods, or as the total of a part."""
    total = _C("aseansc_coll") == TimeCollection.TOTAL.value
    repeated = _C("aseansc_coll").is_in([TimeCollection.AVERAGE.value, TimeCollection.EACH.value])
    is_long, per, months = _C("aseansc_long"), _C("aseansc_per"), _C("aseansc_months")
    periods = nw.when(per == Frequency.QUARTER.value).then(months / 3.0).otherwise(months)
    periods = nw.when(per == Frequency.YEAR.value).then(months / 12.0).otherwise(periods)
    zero, low, high = nw.lit(0.0), _C("aseansc_lo"), _C("aseansc_hi")
    found: dict[str, nw.Expr] = {"odd": _C("aseansc_odd")}
    for name, has, factor in (
        ("whole", is_long & total, nw.lit(1.0)),
        ("mean", is_long & repeated, periods),
        ("part", ~is_long & total, nw.lit(1.0)),
    ):
        found[f"n_{name}"] = nw.when(has).then(nw.lit(1)).otherwise(nw.lit(0))
        found[f"lo_{name}"] = nw.when(has).then(low * factor).otherwise(zero)
        found[f"hi_{name}"] = nw.when(has).then(high * factor).otherwise(zero)
    part, days = ~is_long & total, _C("aseansc_days")
    return found | {
        "days_part": nw.when(part).then(days).otherwise(zero),
        "days_long": nw.when(is_long).then(days).otherwise(zero),
        "least": nw.when(part).then(days).otherwise(nw.lit(UNBOUNDED)),
        "longest": nw.when(part).then(days).otherwise(zero),
    }


_TIMES: Final = {
    **dict.fromkeys(("period_start", "period_end"), "date"),
    "aseansc_around": "integer",
    "aseansc_long": "flag",
    **dict.fromkeys(("aseansc_months", "aseansc_days"), "number"),
}


def _members_of_times(found: Iterable[tuple[date, date]]) -> list[dict[str, object]]:
    """Return each time as a whole, and as a part of each longer time around it."""
    spans = sorted(set(found))
    members = list[dict[str, object]]()
    for group, (start, end) in enumerate(spans):
        for first, last in spans:
            if start <= first and last <= end:
                months = Period(start=first, end=last).months
                members.append(
                    {
                        "period_start": first,
                        "period_end": last,
                        "aseansc_around": group,
                        "aseansc_long": (first, last) == (start, end),
                        "aseansc_months": 0.0 if months is None else float(months),
                        "aseansc_days": float((last - first).days + 1),
                    }
                )
    return members


def _times_may_disagree() -> nw.Expr:
    """Return whether the figures of a longer time may contradict one another, or those of the times within it."""
    more = 1e-9
    whole, mean, part = _C("n_whole") > 0, _C("n_mean") > 0, _C("n_part") > 0
    odd = (_C("odd") > 0) | (_C("n_whole") > 1) | (_C("n_mean") > 1)
    several = _C("n_whole") + _C("n_mean") + _C("n_part") > 1
    slack = (_C("hi_whole").abs() + _C("hi_mean").abs()) * more
    unequal = (_C("lo_mean") + slack >= _C("hi_whole")) | (_C("hi_mean") - slack <= _C("lo_whole"))
    equal = (_C("lo_mean") == _C("hi_whole")) & (_C("hi_mean") == _C("lo_whole"))
    fills = _C("days_part") == _C("days_long")
    too_much = _C("lo_part") > _C("hi_whole")
    too_little = fills & (_C("hi_part") < _C("lo_whole"))
    mixed = _C("longest") > _C("least") * 1.2
    overlapping = _C("days_part") > _C("days_long")
    of_parts = part & whole & (too_much | too_little | mixed | overlapping)
    of_means = mean & part & ((_C("lo_part") + slack >= _C("hi_mean")) | mixed | overlapping)
    return (several & odd) | (mean & whole & unequal & ~equal) | of_parts | of_means
