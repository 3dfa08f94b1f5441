"""Screens of flows over time, of levels of each year, and of figures that are stated twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from aseansc.audit import CheckCode
from aseansc.errors import FieldError
from aseansc.frames import _formulas as fx
from aseansc.frames._formulas import Formula
from aseansc.frames._possible import text_of
from aseansc.frames._queries import Rows
from aseansc.frames._screens import (
    LIMITS,
    MOMENT,
    MOMENT_COLUMNS,
    MOMENTS,
    WHERE,
    Context,
    Screen,
    grouped,
    in_places,
    keys_in,
    largest,
    limits_of,
    moment,
    rows_of_groups,
    smallest,
    total,
    with_key,
)
from aseansc.frames._tables import places_of_repeated, small_table
from aseansc.indicators import IndicatorKind
from aseansc.periods import Frequency, Period, TimeCollection

_C: Final = fx.col
OF_TIMES: Final = (CheckCode.FLOW_AVERAGE, CheckCode.FLOW_EACH, CheckCode.FLOW_SPANS, CheckCode.FLOW_TO_DATE)
_DAYS: Final = ("period_start", "period_end")
_DECEMBER: Final = 12


# -- flows


def times(context: Context) -> Screen | None:
    """Return the screen of flows over time: averages against totals, and totals within a longer time.

    The rules of the model choose among times of different lengths, such as months and quarters of a year, so a group
    with both is always given to the model.
    """
    flows = limits_of(context.known, IndicatorKind.FLOW)
    members = _members_of_times(_spans_of_flows(context))
    is_nested = any(not member["aseansc_long"] for member in members)
    if not flows or not (is_nested or context.table.has("time_collection")):
        return None
    limits, around = small_table(flows, LIMITS), context.table.small(small_table(members, _TIMES))

    rows = rows_of_groups(context, limits, around, on=list(_DAYS))
    key = keys_in(context.table, ("aseansc_around", "indicator", *WHERE, "aseansc_plan"))
    data = rows(context.figures)
    if not context.table.has("time_collection"):
        data = data.with_columns(aseansc_coll=fx.lit(TimeCollection.TOTAL.value))
    has_to_date = bool(context.spans_of(TimeCollection.TO_DATE))
    groups = grouped(data, key, **_time_terms(has_to_date=has_to_date, has_per=context.table.has("per")))
    suspects = groups.filter(_times_may_disagree(has_to_date=has_to_date))
    return Screen(OF_TIMES, rows, key, suspects.select(key))


def _time_terms(*, has_to_date: bool, has_per: bool) -> dict[str, tuple[str, Formula]]:
    """Return what a row adds to its group: as a total, as an average times its periods, or as the total of a part."""
    coll, is_long, low, high = _C("aseansc_coll"), _C("aseansc_long"), _C("aseansc_lo"), _C("aseansc_hi")
    is_total = coll == TimeCollection.TOTAL.value
    repeats = (coll == TimeCollection.AVERAGE.value) | (coll == TimeCollection.EACH.value)
    months, days, one = _C("aseansc_months"), _C("aseansc_days"), fx.lit(1.0)
    per = _C("aseansc_per") if has_per else fx.lit("")
    periods = fx.when(per == Frequency.QUARTER.value).then(months / 3.0).otherwise(months)
    periods = fx.when(per == Frequency.YEAR.value).then(months / 12.0).otherwise(periods)
    found = {"odd": ("sum", _C("aseansc_odd"))}
    for name, has, factor in (
        ("whole", is_long & is_total, one),
        ("mean", is_long & repeats, periods),
        ("part", ~is_long & is_total, one),
    ):
        found |= {f"n_{name}": total(has, one), f"lo_{name}": total(has, low * factor)}
        found |= {f"hi_{name}": total(has, high * factor)}
    part = ~is_long & is_total
    found |= {"days_part": total(part, days), "days_long": largest(is_long, days)}
    found |= {"least": smallest(part, days), "longest": largest(part, days)}
    if has_to_date:
        to_date = coll == TimeCollection.TO_DATE.value
        found |= {"n_to_date": total(to_date, one), "top_to_date": largest(to_date, low)}
        found |= {"earlier": largest(to_date & ~is_long & _C("aseansc_first"), low)}
        found |= {"later": smallest(to_date & is_long, high)}
    return found


_TIMES: Final = {
    **dict.fromkeys(_DAYS, "date"),
    "aseansc_around": "integer",
    **dict.fromkeys(("aseansc_long", "aseansc_first"), "flag"),
    **dict.fromkeys(("aseansc_months", "aseansc_days"), "number"),
}


_MOST_TIMES: Final = 500_000
"""The largest number of pairs of a time and one within it: years of months and quarters have some thousands."""
_COLLECTIONS: Final = (TimeCollection.TOTAL, TimeCollection.AVERAGE, TimeCollection.EACH, TimeCollection.TO_DATE)


def _spans_of_flows(context: Context) -> list[tuple[date, date]]:
    """Return the distinct times of figures that are aggregated as these checks need it, in order."""
    return sorted(set(context.spans_of(*_COLLECTIONS)))


def _members_of_times(spans: Sequence[tuple[date, date]]) -> list[dict[str, object]]:
    """Return each time as a whole, and as a part of each longer time around it, from its first day on or later.

    Raises:
        FieldError: if there are more than 500,000.
    """
    found = list[dict[str, object]]()
    for group, (start, end) in enumerate(spans):
        months = Period(start=start, end=end).months
        for first, last in spans[bisect_left(spans, (start, date.min)) :]:
            if first > end:
                break
            if last > end:
                continue
            is_long = (first, last) == (start, end)
            found.append(
                {
                    "period_start": first,
                    "period_end": last,
                    "aseansc_around": group,
                    "aseansc_long": is_long,
                    "aseansc_first": first == start,
                    "aseansc_months": float(months or 0) if is_long else 0.0,
                    "aseansc_days": float((last - first).days + 1),
                }
            )
        if len(found) > _MOST_TIMES:
            raise FieldError(
                "too many times lie within one another to compare their figures",
                where="frames.audit",
                got=f"{len(spans):,} different times",
                expected=f"at most {_MOST_TIMES:,} pairs of a time and one within it",
                hint="Audit the frame in parts: a few indicators or some years at a time.",
            )
    return found


def _times_may_disagree(*, has_to_date: bool) -> Formula:
    """Return whether the figures of a longer time may contradict one another, or those of the times within it."""
    more = 1e-9
    whole, mean, part = _C("n_whole") > 0, _C("n_mean") > 0, _C("n_part") > 0
    several, odd = _C("n_whole") + _C("n_mean") + _C("n_part"), _C("odd") > 0
    unusual = odd | (_C("n_whole") > 1) | (_C("n_mean") > 1)
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
    found = ((several > 1) & unusual) | (mean & whole & unequal & ~equal) | of_parts | of_means
    if not has_to_date:
        return found
    falls = _C("earlier") > _C("later")
    of_totals = whole & (_C("top_to_date") > _C("hi_whole"))
    return found | falls | of_totals | ((_C("n_to_date") > 0) & (several + _C("n_to_date") > 1) & odd)


# -- levels of each year


def yearly_levels(context: Context) -> Screen | None:
    """Return the screen of the level of each year against those at the ends of these years."""
    stocks = limits_of(context.known, IndicatorKind.STOCK)
    ends = {end for _, end in context.spans_of(TimeCollection.END, TimeCollection.AT) if end.month == _DECEMBER}
    members = list[dict[str, object]]()
    for group, (start, last) in enumerate(context.spans_of(TimeCollection.EACH) if stocks else ()):
        members.append({"aseansc_group": group, "aseansc_whole_time": True, **moment(TimeCollection.EACH, start, last)})
        members += [
            {"aseansc_group": group, "aseansc_whole_time": False, **moment(TimeCollection.END, day, day)}
            for day in sorted(ends)
            if start <= day <= last
        ]
    if all(member["aseansc_whole_time"] for member in members):
        return None
    types = {"aseansc_group": "integer", "aseansc_whole_time": "flag", **MOMENTS}
    joined, limits = context.table.small(small_table(members, types)), small_table(stocks, LIMITS)

    rows = rows_of_groups(context, limits, joined, on=list(MOMENT_COLUMNS))
    each, low, high = _C("aseansc_whole_time"), _C("aseansc_lo"), _C("aseansc_hi")
    terms = {
        "odd": ("sum", _C("aseansc_odd")),
        "n0": total(each, fx.lit(1.0)),
        "n1": total(~each, fx.lit(1.0)),
        "lo0": largest(each, low),
        "hi0": smallest(each, high),
        "lo1": largest(~each, low),
        "hi1": smallest(~each, high),
    }
    key = keys_in(context.table, ("aseansc_group", "indicator", *WHERE, "aseansc_plan"))
    groups = grouped(rows(context.figures), key, **terms)
    differ = (_C("odd") > 0) | (_C("lo1") > _C("hi0")) | (_C("hi1") < _C("lo0"))
    suspects = groups.filter((_C("n0") > 0) & (_C("n1") > 0) & differ)
    return Screen((CheckCode.STOCK_EACH,), rows, key, suspects.select(key))


# -- figures that are stated twice


def repeats(context: Context) -> Screen | None:
    """Return the screen of figures that have several rows with the same statuses."""
    limits = small_table(limits_of(context.known), LIMITS)
    key = keys_in(context.table, ("indicator", *WHERE, *MOMENT))

    rows = rows_of_groups(context, limits)
    found = _places_of_repeats(context, limits, key)
    if not found:
        return None
    few = context.of_places(found)
    if few is not None:
        suspects = _differing(few, rows_of_groups(few, limits)(few.table.data), key)
    else:
        suspects = _differing(context, rows(in_places(context.table, found)), key)
    return Screen((CheckCode.RESTATEMENT,), rows, key, suspects)


def _places_of_repeats(context: Context, limits: Any, key: Sequence[str]) -> list[str | None]:
    """Return the places of figures that have several rows."""
    plain = _plain_key(context)
    if plain is None:
        return places_of_repeated(with_key(context, context.table.data, limits), key)
    return places_of_repeated(context.table.data.filter(~_C("obs_value").is_null()), plain)


def _plain_key(context: Context) -> list[str] | None:
    """Return the columns of the frame that identify a figure; ``None`` if equal times may be written differently."""
    table, ends = context.table, {end for _, _, end in context.moments}
    if any(text != same for text, same in context.breakdowns.items()):
        return None
    names = table.present(("indicator", "review", "place", "breakdown", "statuses", "per", "period_end"))
    if len(ends) == len(context.moments):
        return names
    return None


def same_days(context: Context) -> Screen | None:
    """Return the screen of figures within or at the beginning of a time against that at its end."""
    days: defaultdict[date, list[dict[str, object]]] = defaultdict(list)
    for start, end in context.spans_of(TimeCollection.WITHIN):
        days[end].append(moment(TimeCollection.WITHIN, start, end))
    for start in {start for start, _ in context.spans_of(TimeCollection.BEGINNING)} - {date.min}:
        days[start - timedelta(days=1)].append(moment(TimeCollection.BEGINNING, start, start))
    ends = {end for _, end in context.spans_of(TimeCollection.END, TimeCollection.AT)}
    members = [
        {**when, "aseansc_day": day}
        for day, others in sorted(days.items())
        if day in ends
        for when in (*others, moment(TimeCollection.END, day, day))
    ]
    if not members:
        return None
    joined = context.table.small(small_table(members, {**MOMENTS, "aseansc_day": "date"}))
    limits = small_table(limits_of(context.known), LIMITS)

    rows = rows_of_groups(context, limits, joined, on=list(MOMENT_COLUMNS))
    key = keys_in(context.table, ("indicator", *WHERE, "aseansc_day", "aseansc_per", "aseansc_plan"))
    return Screen((CheckCode.RESTATEMENT,), rows, key, _differing(context, rows(context.table.data), key))


def counted_lists(context: Context) -> Screen | None:
    """Return the screen of counts with a list of the counted items, which is a JSON list of texts."""
    if not context.table.has("lists"):
        return None
    limits = small_table(limits_of(context.known), LIMITS)
    separated = _C("lists").str.replace_all(_SEPARATOR, _MARK)
    items = separated.str.len_chars() - separated.str.replace_all(_MARK, "").str.len_chars() + 1

    rows = rows_of_groups(context, limits)
    key = keys_in(context.table, ("indicator", *WHERE, *MOMENT))
    listed = context.table.data.filter(~_C("lists").is_null())
    counted = rows(listed).with_columns(aseansc_items=items.cast(fx.Float64()))
    agrees = (_C("aseansc_lo") == _C("aseansc_items")) & (_C("aseansc_hi") == _C("aseansc_items"))
    suspects = counted.filter(~agrees | (_C("aseansc_odd") > 0))
    return Screen((CheckCode.LIST_COUNT,), rows, key, suspects.select(key))


_SEPARATOR: Final = r'"\s*,\s*"'
_MARK: Final = "\x1f"


def _differing(context: Context, rows: Rows, key: Iterable[str]) -> Rows:
    """Return the figures with rows of the same statuses that have no value in common."""
    with_statuses = list(key)
    if context.table.has("statuses"):
        rows = rows.with_columns(aseansc_statuses=text_of(context.table.columns, "statuses"))
        with_statuses.append("aseansc_statuses")
    terms = {"low": ("max", _C("aseansc_lo")), "high": ("min", _C("aseansc_hi")), "odd": ("max", _C("aseansc_odd"))}
    groups = grouped(rows, with_statuses, **terms)
    return groups.filter((_C("n") > 1) & ((_C("low") > _C("high")) | (_C("odd") > 0))).select(list(key))
