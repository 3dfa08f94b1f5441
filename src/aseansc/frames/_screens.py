"""Find the groups of rows that may contradict one another, on the engine of the frame.

A screen joins the rows with the roles of their indicators, places or times, adds up the possible values of each group,
and keeps the groups whose figures may not agree. Only the rows of these groups are collected.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import evolve, frozen

from aseansc.audit import CheckCode
from aseansc.frames import _formulas as fx
from aseansc.frames._columns import OBSERVATION_COLUMNS
from aseansc.frames._engines import rows_in
from aseansc.frames._formulas import Formula
from aseansc.frames._possible import UNBOUNDED, collection_of, plan_of, text_of, with_possible
from aseansc.frames._queries import Rows
from aseansc.frames._row_rules import limits_in
from aseansc.frames._tables import Table, collected, distinct, rows_in_memory, small_table
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.periods import TimeCollection

_C: Final = fx.col
_FEW: Final = 500
_MOST_CELLS: Final = 8_000_000
"""The number of cells up to which rows are fetched: they take some hundred megabytes."""
_USED: Final = tuple(column.name for column in OBSERVATION_COLUMNS if column.name not in ("name", "section", "note"))
"""The columns that an audit reads."""
ODD: Final = 1e250
"""Larger than all other numbers: what a row in another unit than its indicator adds to a sum."""


@frozen(eq=False)
class Screen:
    """A search for groups of rows that may contradict one another.

    Attributes:
        codes: the checks of the model that the rows of these groups are given to.
        rows: return the rows of a frame, or of some of its rows, with the columns of their group.
        keys: the columns that identify a group.
        suspects: the groups that may contradict themselves.
        places: return the places of the rows of these groups; by default those in their column ``place``.
    """

    codes: tuple[CheckCode, ...]
    rows: Callable[[Rows], Rows]
    keys: tuple[str, ...]
    suspects: Rows
    places: Callable[[Any], list[str | None]] | None = None


@frozen(eq=False)
class Context:
    """A frame with what the screens know about it.

    Attributes:
        table: the frame.
        known: the indicators by their ids.
        spans: the distinct times of its rows, in order.
        moments: these times with how rows are aggregated over them, which is empty if the frame does not state it.
        breakdowns: the distinct categories of its rows, each with the text by which it is compared.
        figures: its rows, or if they are few, a row for each figure, with all that is stated about it.
        has_ends: whether rows have their possible values in the unit of their indicator as columns.
    """

    table: Table
    known: Mapping[str, Indicator]
    spans: tuple[tuple[date, date], ...]
    moments: tuple[tuple[str, date, date], ...]
    breakdowns: Mapping[str, str]
    figures: Rows
    has_ends: bool = False

    @classmethod
    def of(cls, table: Table, known: Mapping[str, Indicator]) -> Context:
        """Return the context of a frame."""
        days = table.present(("period_start", "period_end", "time_collection"))
        found = rows_in(distinct(table.data, days))
        stated = {
            (row.get("time_collection") or "", row["period_start"], row["period_end"])
            for row in found
            if isinstance(row["period_start"], date) and isinstance(row["period_end"], date)
        }
        moments = tuple(sorted(item for item in stated if item[1] <= item[2]))
        spans = tuple(sorted({(start, end) for _, start, end in moments}))
        return cls(table, known, spans, moments, _breakdowns(table), table.data)

    def of_rows(self, rows: Any, data: Rows, *, has_ends: bool = False) -> Context:
        """Return the context of some rows in memory.

        Args:
            rows: the rows, as a table of pyarrow.
            data: the rows for computing, perhaps with more columns.
            has_ends: whether these have their possible values as columns.
        """
        columns = tuple(data.schema.names())
        table = Table(data=data, columns=columns, backend="pyarrow", original=rows)
        return evolve(self, table=table, figures=data, has_ends=has_ends)

    def of_places(self, places: Collection[str | None]) -> Context | None:
        """Return the context of the rows of a few places in memory, where queries are planned faster than on engines.

        ``None`` if they are many or none, or have their possible values as columns: then they are in memory already.
        """
        columns = self.table.present(_USED)
        most = _MOST_CELLS // len(columns)
        if self.has_ends or not 0 < len(places) <= _FEW:
            return None
        rows = collected(in_places(self.table, places).select(columns).head(most + 1))
        return self.of_rows(rows, rows_in_memory(rows)) if len(rows) <= most else None

    def spans_of(self, *collections: TimeCollection) -> list[tuple[date, date]]:
        """Return the distinct times of the rows that may be aggregated over time in one of these ways."""
        wanted = collections if _USUAL.isdisjoint(collections) else (*collections, "")
        return [(start, end) for name, start, end in self.moments if name in wanted]


_USUAL: Final = frozenset((TimeCollection.TOTAL, TimeCollection.END))
"""How flows, and other figures, are aggregated over time where a row does not state it."""


def _breakdowns(table: Table) -> dict[str, str]:
    """Return the distinct categories, each with the first text that has the same categories in any order."""
    if not table.has("breakdown"):
        return {}
    found = [text for text in distinct(table.data, ["breakdown"])["breakdown"].to_pylist() if text]
    first: dict[frozenset[str], str] = {}
    return {text: first.setdefault(frozenset(text.split(";")), text) for text in sorted(found)}


MOMENT: Final = ("aseansc_coll", "aseansc_start", "aseansc_end", "aseansc_per", "aseansc_plan")
MOMENT_COLUMNS: Final = ("aseansc_coll", "aseansc_start", "aseansc_end")
MOMENTS: Final = {"aseansc_coll": "text", "aseansc_start": "date", "aseansc_end": "date"}
WHERE: Final = ("aseansc_review", "place", "aseansc_cats")
_SOURCES: Final = {
    "aseansc_coll": "time_collection",
    "aseansc_per": "per",
    "aseansc_plan": "statuses",
    "aseansc_cats": "breakdown",
    "aseansc_review": "review",
}
LIMITS: Final = {
    **dict.fromkeys(("indicator", "aseansc_unit"), "text"),
    **dict.fromkeys(("aseansc_low", "aseansc_high"), "number"),
    **dict.fromkeys(("aseansc_flow", "aseansc_whole"), "flag"),
}


def moment(collection: TimeCollection, start: date, end: date) -> dict[str, object]:
    """Return the columns of a moment."""
    return {"aseansc_coll": collection.value, "aseansc_start": start, "aseansc_end": end}


def keys_in(table: Table, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of a key that differ between rows: without those whose column the frame does not have."""
    return tuple(name for name in keys if name not in _SOURCES or table.has(_SOURCES[name]))


def limits_of(known: Mapping[str, Indicator], kind: IndicatorKind | None = None) -> list[dict[str, object]]:
    """Return the limits of the figures of each indicator, or of those of one kind, in its unit."""
    return [limits_in(item, item.unit) for item in known.values() if kind is None or item.kind is kind]


def rows_of_groups(
    context: Context, limits: Any, groups: Rows | None = None, *, on: str | Sequence[str] = ()
) -> Callable[[Rows], Rows]:
    """Return what adds the columns of their groups to rows: their possible values, and a join with a small table.

    Args:
        context: the frame.
        limits: a small table with the limits of the indicators of the groups.
        groups: the columns of the groups.
        on: the columns by which rows are members of groups.
    """

    def rows(data: Rows) -> Rows:
        found = with_ends(context, data, limits)
        return found if groups is None else found.join(groups, on=[on] if isinstance(on, str) else [*on], how="inner")

    return rows


def with_ends(context: Context, data: Rows, members: Any) -> Rows:
    """Return the rows with a value that are members of groups, with their possible values and their moment.

    Args:
        context: the frame.
        data: its rows, or some of them.
        members: a small table with the limits of each indicator, and perhaps columns of groups.
    """
    if context.has_ends:
        is_odd = fx.when(_C("aseansc_unit").is_null()).then(fx.lit(1)).otherwise(_C("aseansc_odd"))
        return with_key(context, data, members, aseansc_odd=is_odd)
    columns = set(context.table.columns)
    items = [context.known[name] for name in set(members["indicator"].to_pylist())]
    fractions = any(not item.unit.is_whole or item.kind is IndicatorKind.RATE for item in items)
    odd = fx.when(_C("unit") == _C("aseansc_unit")).then(fx.lit(0)).otherwise(fx.lit(1))
    joined = with_key(context, data, members, aseansc_odd=odd)
    return with_possible(joined, columns, fractions=fractions)


def with_key(context: Context, data: Rows, members: Any, **more: Formula) -> Rows:
    """Return the rows with a value that are members of groups, with the columns by which they are compared."""
    table, columns = context.table, set(context.table.columns)
    joined = data.filter(~_C("obs_value").is_null()).join(table.small(members), on="indicator", how="inner")
    texts = {name: text_of(columns, _SOURCES[name]) for name in keys_in(table, _TEXTS)}
    others = {text: same for text, same in context.breakdowns.items() if text != same}
    if others:
        same = [{"breakdown": text, "aseansc_same": first} for text, first in others.items()]
        aliases = small_table(same, {"breakdown": "text", "aseansc_same": "text"})
        joined = joined.join(table.small(aliases), on="breakdown", how="left")
        texts["aseansc_cats"] = fx.coalesce(_C("aseansc_same"), texts["aseansc_cats"])
    if "statuses" in columns:
        texts["aseansc_plan"] = plan_of()
    return _with_moment(joined, columns, {**texts, **more}, of_totals="aseansc_total" in members.column_names)


_TEXTS: Final = ("aseansc_per", "aseansc_cats", "aseansc_review")


def _with_moment(rows: Rows, columns: Collection[str], texts: dict[str, Formula], *, of_totals: bool) -> Rows:
    """Add some texts, and the moment of each row: the end of a year and its last day are the same."""
    start, end = _C("period_start"), _C("period_end")
    if "time_collection" not in columns:
        is_total = _C("aseansc_flow") | _C("aseansc_total") if of_totals else _C("aseansc_flow")
        first = fx.when(is_total).then(start).otherwise(end)
        return rows.with_columns(aseansc_start=first, aseansc_end=end, **texts)
    collection = collection_of()
    if of_totals:  # a rate of flows is compared with the totals of its period
        total = fx.lit(TimeCollection.TOTAL.value)
        collection = fx.when(_C("aseansc_total")).then(total).otherwise(collection)
        if "aseansc_per" in texts:
            texts["aseansc_per"] = fx.when(_C("aseansc_total")).then(fx.lit("")).otherwise(texts["aseansc_per"])
    coll = _C("aseansc_coll")
    return rows.with_columns(aseansc_coll=collection, **texts).with_columns(
        aseansc_start=fx.when(coll == TimeCollection.END.value).then(end).otherwise(start),
        aseansc_end=fx.when(coll == TimeCollection.BEGINNING.value).then(start).otherwise(end),
    )


def places_of(screen: Screen, found: Any) -> list[str | None]:
    """Return the places of the rows of the groups that a screen has found."""
    places: list[str | None] = found["place"].unique().to_pylist() if screen.places is None else screen.places(found)
    return places


def suspect_rows(table: Table, screen: Screen, found: Any) -> Any:
    """Return the rows of the groups that a screen has found, each once, as a table of pyarrow."""
    if not len(found):
        return found
    data = in_places(table, places_of(screen, found))
    rows = screen.rows(data).join(table.small(found), on=list(screen.keys), how="semi")
    return distinct(rows, table.present(_USED))


def in_places(table: Table, places: Collection[str | None]) -> Rows:
    """Return the rows of a few places, before anything is computed; all rows if there are many places."""
    if len(places) > _FEW:
        return table.data
    few = small_table([{"place": place} for place in places if place is not None], {"place": "text"})
    return table.data.join(table.small(few), on="place", how="semi")


def grouped(rows: Rows, keys: Iterable[str], **terms: tuple[str, Formula]) -> Rows:
    """Group rows by some columns.

    Args:
        rows: the rows.
        keys: the columns.
        terms: for each column of the result, ``sum``, ``max`` or ``min``, and of what. The column ``n`` counts rows.
    """
    prepared = rows.with_columns(**{f"aseansc_{name}": term for name, (_, term) in terms.items()})
    columns = {name: _C(f"aseansc_{name}") for name in terms}
    made = {name: getattr(columns[name], how)() for name, (how, _) in terms.items()}
    return prepared.grouped(keys, n=fx.count(), **made)


def total(has: Formula, value: Formula) -> tuple[str, Formula]:
    """Return the term of the sum of the values of some rows of a group."""
    return "sum", fx.when(has).then(value).otherwise(fx.lit(0.0))


def largest(has: Formula, value: Formula) -> tuple[str, Formula]:
    """Return the term of the largest value of some rows of a group."""
    return "max", fx.when(has).then(value).otherwise(fx.lit(-UNBOUNDED))


def smallest(has: Formula, value: Formula) -> tuple[str, Formula]:
    """Return the term of the smallest value of some rows of a group."""
    return "min", fx.when(has).then(value).otherwise(fx.lit(UNBOUNDED))


def members_of(rows: Sequence[Mapping[str, object]], known: Mapping[str, Indicator], types: Mapping[str, str]) -> Any:
    """Return a table of members of groups, with the limits of their indicators."""
    limits = {name: limits_in(item, item.unit) for name, item in known.items()}
    return small_table([{**limits[str(row["indicator"])], **row} for row in rows], {**LIMITS, **types})
