"""Find the rows of a frame that may have a problem, and those of figures with several rows, on its engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc.frames import _formulas as fx
from aseansc.frames._engines import load, rows_in
from aseansc.frames._expressions import number_of
from aseansc.frames._forms import wrong_codes
from aseansc.frames._possible import with_possible
from aseansc.frames._queries import Rows
from aseansc.frames._row_rules import LIMITS, good_rows, limits_of_pairs
from aseansc.frames._tables import (
    Table,
    collected,
    collected_together,
    concatenated,
    distinct,
    rows_in_memory,
    small_table,
    with_repeated_hashes,
)
from aseansc.indicators import Indicator

_C: Final = fx.col
_MANY: Final = 1000
"""The number of rows from which it pays to look once more before they become observations."""


def suspects_and_repeats(
    table: Table, columns: list[str], keys: list[str], known: Mapping[str, Indicator]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rows that may have a problem, and those whose figure has several rows, if their values may differ."""
    own = small_table(limits_of_pairs([(item.id, item.unit.code) for item in known.values()], known), LIMITS)
    wrong = wrong_codes(columns, lambda name: distinct(table.data, [name])[name].to_pylist())
    if table.data.engine == "pyspark":
        suspects, repeated = _in_one_pass(table, columns, keys, table.small(own), wrong)
    else:
        suspects = _suspicious(table.data, columns, table.small(own), wrong)
        repeated = _with_repeats(table, columns, keys)
    if len(suspects) > _MANY:
        suspects = _still_suspicious(suspects, columns, known, wrong)
    if repeated is not None and len(repeated) > _MANY:
        repeated = _differing(repeated, columns, keys, known)
    return rows_in(suspects), [] if repeated is None else rows_in(repeated)


def _still_suspicious(
    rows: Any, columns: list[str], known: Mapping[str, Indicator], wrong: Mapping[str, list[str]]
) -> Any:
    """Return those of many suspicious rows that are suspicious also with the limits of their unit."""
    pairs = rows.select(["indicator", "unit"]).group_by(["indicator", "unit"]).aggregate([]).to_pylist()
    every = small_table(limits_of_pairs([(pair["indicator"], pair["unit"]) for pair in pairs], known), LIMITS)
    return _suspicious(rows_in_memory(rows), columns, rows_in_memory(every), wrong, ("indicator", "unit"))


def _suspicious(
    data: Rows,
    columns: list[str],
    limits: Rows,
    wrong: Mapping[str, list[str]],
    on: Sequence[str] = ("indicator",),
) -> Any:
    """Return the rows that may have a problem: those without limits, and those outside."""
    on = list(on)
    others = limits.drop([name for name in ("indicator", "unit") if name not in on])
    numbered, is_bad = data.with_columns(aseansc_number=number_of(fx, columns)), _is_bad(columns, wrong)
    if data.engine != "polars":  # one pass over the rows; polars reads them once for two queries
        return collected(numbered.join(others, on=on, how="left").filter(is_bad).select(columns))
    joined = numbered.join(others, on=on, how="inner")
    outside = joined.filter(is_bad).select(columns)
    unknown = data.join(limits, on=on, how="anti").select(columns)
    return concatenated(collected_together([outside, unknown]))


def _is_bad(columns: list[str], wrong: Mapping[str, list[str]]) -> fx.Formula:
    found: fx.Formula = (~good_rows(fx, columns, wrong)).fill_null(value=True)
    return found


def _in_one_pass(
    table: Table, columns: list[str], keys: list[str], limits: Rows, wrong: Mapping[str, list[str]]
) -> tuple[Any, Any]:
    """Return suspicious rows and those of repeated figures; Spark takes as long to read rows as to look at them.

    It counts hashes of figures in half the time in which it counts their cells.
    """
    hashed = table.data.with_columns(aseansc_number=number_of(fx, columns), aseansc_hash=fx.spark_hash(*keys))
    data = hashed.join(limits.drop(["unit"]), on="indicator", how="left")
    repeated = hashed.select(_HASH).gathered(_HASH).grouped([_HASH], aseansc_rows=fx.count())
    few = collected(repeated.filter(_C("aseansc_rows") > 1).select(_HASH))
    is_again = fx.lit(value=False)
    if len(few):
        again = few.append_column(_AGAIN, load("pyarrow").array([True] * len(few)))
        data = data.join(table.small(again), on=_HASH, how="left")
        is_again = ~_C(_AGAIN).is_null()
    marked = data.with_columns(aseansc_bad=_is_bad(columns, wrong), aseansc_again=is_again)
    rows = collected(marked.filter(_C(_BAD) | _C(_AGAIN)).select(*columns, _BAD, _AGAIN))
    return rows.filter(rows[_BAD]).select(columns), rows.filter(rows[_AGAIN]).select(columns)


_BAD: Final = "aseansc_bad"
_AGAIN: Final = "aseansc_again"
_HASH: Final = "aseansc_hash"


def _with_repeats(table: Table, columns: list[str], keys: list[str]) -> Any:
    """Return the rows whose figure has several rows, and perhaps a few others; ``None`` if there are none."""
    if table.data.engine == "polars":
        return collected(with_repeated_hashes(table.data, keys).select(columns))
    few = _repeated_keys(table, keys)
    if few is None:
        return None
    return collected(table.data.select(columns).join(table.small(few), on=few.column_names, how="semi"))


def _repeated_keys(table: Table, keys: list[str]) -> Any:
    """Return the keys of figures with several rows, in the columns without empty cells; ``None`` if there are none."""
    counted = table.data.grouped(keys, aseansc_rows=fx.count()).filter(_C("aseansc_rows") > 1).select(keys)
    found = collected(counted)
    if not len(found):
        return None
    there = [name for name in keys if found[name].null_count == 0]  # an empty cell equals no other in a join
    return found.select(there).group_by(there).aggregate([])


def _differing(rows: Any, columns: list[str], keys: list[str], known: Mapping[str, Indicator]) -> Any:
    """Return the rows of figures whose possible values, perhaps a little narrower, have nothing in common.

    Rows in other units than others of their figure are returned, too.
    """
    data = rows_in_memory(rows)
    if data.engine != "polars":
        return rows
    pairs = rows.select(["indicator", "unit"]).group_by(["indicator", "unit"]).aggregate([]).to_pylist()
    limits = limits_of_pairs([(pair["indicator"], pair["unit"]) for pair in pairs], known)
    numbered = [{**row, "aseansc_pair": place} for place, row in enumerate(limits)]
    types = {**LIMITS, "aseansc_whole": "flag", "aseansc_pair": "integer"}
    joined = data.join(rows_in_memory(small_table(numbered, types)), on=["indicator", "unit"], how="inner")
    possible = with_possible(joined, columns, fractions=True).with_columns(
        aseansc_lo=nw.col("aseansc_lo").max().over(keys),
        aseansc_hi=nw.col("aseansc_hi").min().over(keys),
        aseansc_first=nw.col("aseansc_pair").min().over(keys),
        aseansc_last=nw.col("aseansc_pair").max().over(keys),
    )
    differ = (_C("aseansc_lo") > _C("aseansc_hi")) | (_C("aseansc_first") != _C("aseansc_last"))
    return collected(possible.filter(differ).select(columns))


def wrong_revisions(table: Table, columns: list[str]) -> list[dict[str, Any]]:
    """Return the rows that revise no row of the same review, indicator and place."""
    if not table.has("revises", "observation"):
        return []
    keys = ["aseansc_review", "aseansc_observation", "indicator", "place"]
    review = fx.coalesce(_C("review"), fx.lit("")) if table.has("review") else fx.lit("")
    is_whole = ~(_C("revises").is_null() | _C("indicator").is_null() | _C("place").is_null())
    revising = table.data.filter(is_whole).with_columns(aseansc_review=review, aseansc_observation=_C("revises"))
    known = table.data.with_columns(aseansc_review=review, aseansc_observation=_C("observation")).select(keys)
    return rows_in(collected(revising.join(known, on=keys, how="anti").select(columns)))
