"""Add up the figures of places to figures of the places around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc.classifications import PLACES, Code
from aseansc.classifications.places import broader_place
from aseansc.codelists import Absent
from aseansc.errors import OperandError, UnknownNameError
from aseansc.frames._objects import complete_indicators
from aseansc.frames._tables import Table, collected, distinct, small_table, table_of
from aseansc.indicators import Indicator
from aseansc.values import Qualifier

_C: Final = nw.col
_KEY: Final = (
    *("review", "indicator", "breakdown", "period_start", "period_end", "time_collection", "per", "standard"),
    *("statuses", "unit", "unit_mult"),
)
_BY_ID: Final = {place.id: place for place in PLACES.codes}
_FEW: Final = 5


def aggregated(frame: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the sums of places within each place: see `aseansc.frames.aggregate`."""
    known = complete_indicators(indicators, "aggregate")
    table = table_of(frame, "aggregate")
    _require_sums(table, known)
    around = _around(table)
    _require_exact(table)
    _require_single(table)
    wider = table.small(small_table(around, {"place": "text", "aseansc_around": "text"}))
    rows = table.data.join(wider, on="place", how="inner")
    keys = table.present(_KEY)
    empty = nw.when(_C("obs_value").is_null()).then(nw.lit(1)).otherwise(nw.lit(0))
    totals = {"obs_value": _C("obs_value").sum(), "aseansc_empty": _C("aseansc_empty").sum(), "places": nw.len()}
    sums = rows.with_columns(aseansc_empty=empty).grouped([*keys, "aseansc_around"], **totals)
    kind = table.data.schema["obs_value"]
    value = nw.when(_C("aseansc_empty") == 0).then(_C("obs_value")).otherwise(nw.lit(None)).cast(kind)
    made = sums.with_columns(obs_value=value, place=_C("aseansc_around"), places=_C("places").cast(nw.Int64()))
    return table.give_back(made.select("place", *keys, "obs_value", "places"))


def _require_sums(table: Table, known: dict[str, Indicator]) -> None:
    """Refuse rates, medians, ranks and other figures that do not add up, and figures in several units."""
    columns = table.present(("indicator", "unit", "unit_mult"))
    stated = table.data.filter(~_C("obs_value").is_null())
    found: list[dict[str, Any]] = distinct(stated, columns).to_pylist()
    units: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for row in found:
        indicator = known.get(row["indicator"] or "")
        if indicator is None:
            raise UnknownNameError("no such indicator", where="aggregate, column indicator", got=row["indicator"])
        if not indicator.unit.is_additive or not isinstance(indicator.statistic, Absent):
            raise OperandError(
                "figures of this indicator do not add up",
                where="aggregate, column indicator",
                got=f"{indicator.id!r} in {indicator.unit.code}",
                expected="counts and amounts",
                hint="Leave out its rows. Compute a rate from the sums of its numerator and denominator.",
            )
        units[indicator.id].add((row["unit"], row.get("unit_mult") or 0))
    for name, several in units.items():
        if len(several) > 1:
            raise OperandError(
                "figures of an indicator are in several units",
                where="aggregate, column unit",
                got=f"{name!r}: {', '.join(sorted(str(code) for code, _ in several))}",
                expected="one unit, and one unit_mult",
                hint="Convert them first: frames.convert(frame, unit).",
            )


def _around(table: Table) -> list[dict[str, object]]:
    """Return the place around each place, and refuse places that are not within one, or have merged."""
    columns = ["place", "period_start", "period_end"]
    found: list[dict[str, Any]] = distinct(table.data, columns).to_pylist()
    names = sorted({row["place"] for row in found if row["place"] is not None})
    around = {name: broader_place(name) for name in names}
    alone = [name for name, above in around.items() if above is None]
    if alone or any(row["place"] is None for row in found):
        raise UnknownNameError(
            "the place around a place is not known",
            where="aggregate, column place",
            got=", ".join(alone[:_FEW]),
            expected="codes such as VN-01, or VN-01-105 for a district of VN-01",
            hint="Leave out the rows of whole countries.",
        )
    _require_one_map(found)
    return [{"place": name, "aseansc_around": above} for name, above in around.items()]


def _require_one_map(rows: Sequence[dict[str, Any]]) -> None:
    """Refuse places that had merged by the end of the time, or that merged into another one of the same time."""
    by_time: defaultdict[tuple[Any, Any], set[str]] = defaultdict(set)
    for row in rows:
        by_time[row["period_start"], row["period_end"]].add(row["place"])
    for (_, end), names in by_time.items():
        for name in sorted(names & _BY_ID.keys()):
            _require_own_map(_BY_ID[name], end, names)


def _require_own_map(place: Code, end: date | None, names: set[str]) -> None:
    last = place.valid_to
    ended = isinstance(last, date) and end is not None and end > last
    if ended or not names.isdisjoint(place.successors):
        raise OperandError(
            "the place has merged" if ended else "a place and the place that it merged into would both count",
            where="aggregate, column place",
            got=f"{place.id} until {end}",
            expected="places of one day",
            hint="Use the codes of the boundaries that the figures are for.",
        )


def _require_exact(table: Table) -> None:
    if not table.has("qualifier"):
        return
    others = table.data.filter(~_C("qualifier").is_null() & (_C("qualifier") != Qualifier.EXACT.value))
    found: list[str] = distinct(others, ["qualifier"])["qualifier"].to_pylist()
    if found:
        raise OperandError(
            "a sum of bounds and approximate figures is not a figure",
            where="aggregate, column qualifier",
            got=", ".join(sorted(found)),
            expected="exact figures",
            hint="Leave out these rows, or add up the columns lower and upper.",
        )


def _require_single(table: Table) -> None:
    """Refuse a figure of a place that has several rows, which would be counted several times."""
    keys = [*table.present(_KEY), "place"]
    repeated = table.data.grouped(keys, aseansc_rows=nw.len()).filter(_C("aseansc_rows") > 1)
    found: list[dict[str, Any]] = collected(repeated.select("indicator", "place", "period_end").head(1)).to_pylist()
    if found:
        raise OperandError(
            "a figure has several rows",
            where="aggregate",
            got=", ".join(str(cell) for cell in found[0].values()),
            expected="one row for each figure",
            hint="Find them with frames.check, and keep one of each.",
        )
