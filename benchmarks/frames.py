"""Checks and audits of frames, beside queries written by hand for polars and DuckDB.

Run ``python benchmarks/frames.py [ROWS] [ROUNDS]``, by default a million rows and five rounds. It needs polars and
DuckDB. The data are generated in a temporary folder: 3,000 places, 100 indicators (wholes with two parts, and rates),
years from 1990, text columns, exact decimals, and a few errors of each kind. All sides run in turn in one process; a
ratio is the median of the ratios of the rounds, below 1 if the library is faster.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from aseansc import Indicator, IndicatorKind, Interval, Text
from aseansc.frames import audit, check
from aseansc.indicators import Breakdown
from aseansc.units import percent, person
from aseansc.values import Qualifier

KEY = ["place", "indicator", "period_start", "period_end"]
UP = ["over", "at_least"]
DOWN = ["under", "nearly", "at_most"]
QUALIFIERS = [code.value for code in Qualifier]
GENERATE = """
with b as (select i, (i * 7919 + 13) % {rows} h from range({rows}) t(i)),
k as (select h, 'P' || lpad((h % 3000)::varchar, 5, '0') place, (h // 3000) % 100 ind, 1990 + (h // 300000) y from b),
v as (select *, hash(place, ind - ind % 4, y) % 1000 x from k)
select place, 'ind-' || lpad(ind::varchar, 3, '0') indicator, make_date(y::int, 1, 1) period_start,
    case when h % 100003 = 17 then make_date((y - 1)::int, 12, 31) else make_date(y::int, 12, 31) end period_end,
    case ind % 4 when 3 then case when h % 50009 = 3 then 150.0 else (h * 2654435761 % 1000000) / 10000.0 end
        when 0 then 2000 + 2 * x + case when h % 40009 = 0 then 50 else 0 end
        when 1 then 1000 + x - x // 3 else 1000 + x + x // 3 end::decimal(18, 4) obs_value,
    case when h % 100037 = 5 then 'hectare' when ind % 4 = 3 then 'percent' else 'person' end unit,
    case when h % 999983 = 3 then 'roughly' end qualifier
from v
union all select 'P00001', 'ind-001', date '1990-01-01', date '1990-12-31', 5::decimal(18, 4), 'person', null
"""


def indicators() -> list[Indicator]:
    """Return 25 wholes with two parts each, and 25 rates."""
    found = []
    for number in range(100):
        name = f"ind-{number:03}"
        role, text = number % 4, Text(en=name, vi=name)
        if role == 3:
            bounds = Interval(lower=0, upper=100)
            found.append(Indicator(id=name, name=text, unit=percent, kind=IndicatorKind.RATE, bounds=bounds))
            continue
        parts = tuple(f"ind-{number + part:03}" for part in (1, 2))
        split = (Breakdown(parts=parts, complete=True, disjoint=True),) if role == 0 else ()
        found.append(Indicator(id=name, name=text, unit=person, kind=IndicatorKind.FLOW, breakdowns=split))
    return found


def reference() -> pl.DataFrame:
    """Return what queries written by hand know about the indicators."""
    numbers = range(100)
    return pl.DataFrame(
        {
            "indicator": [f"ind-{number:03}" for number in numbers],
            "want": ["percent" if number % 4 == 3 else "person" for number in numbers],
            "lower": [0.0 if number % 4 == 3 else None for number in numbers],
            "upper": [100.0 if number % 4 == 3 else None for number in numbers],
            "grp": [number - number % 4 for number in numbers],
            "role": [number % 4 for number in numbers],
        },
        schema_overrides={"lower": pl.Decimal(18, 4), "upper": pl.Decimal(18, 4)},
    )


def by_polars(rows: pl.LazyFrame, ref: pl.LazyFrame) -> dict[str, Callable[[], Any]]:
    """Return the five checks, each as a query of its own, and the audit."""
    c = pl.col
    joined = rows.join(ref, on="indicator")
    checks = [
        joined.filter(c("unit") != c("want")).select(*KEY),
        joined.filter((c("obs_value") < c("lower")) | (c("obs_value") > c("upper"))).select(*KEY),
        rows.filter(c("period_start") > c("period_end")).select(*KEY),
        rows.filter(c("qualifier").is_not_null() & ~c("qualifier").is_in(QUALIFIERS)).select(*KEY),
        rows.group_by(KEY).len().filter(c("len") > 1),
    ]
    plain = c("qualifier").is_null() | (c("qualifier") == "exact")
    value, zero, top = c("obs_value"), pl.lit(Decimal(0)), pl.lit(Decimal(10) ** 13)
    low = pl.when(plain | c("qualifier").is_in(UP)).then(value).otherwise(zero)
    high = pl.when(plain | c("qualifier").is_in(DOWN)).then(value).otherwise(top)
    known = joined.filter(c("role") < 3).with_columns(low=low, high=high, other=c("unit") != c("want"))
    part, whole = c("role") > 0, c("role") == 0
    sums = known.group_by("place", "grp", "period_start", "period_end").agg(
        pl.len(),
        other=c("other").any(),
        least=c("low").filter(part).sum(),
        most=c("high").filter(part).sum(),
        lowest=c("low").filter(whole).max(),
        highest=c("high").filter(whole).min(),
    )
    too_little = (c("len") == 3) & (c("most") < c("lowest"))
    wrong = sums.filter((c("len") > 1) & (c("other") | (c("least") > c("highest")) | too_little))
    again = rows.group_by(KEY).agg(pl.len(), first=value.min(), last=value.max())
    audits = [wrong, again.filter((c("len") > 1) & (c("first") < c("last"))).select(KEY)]
    return {
        "check": lambda: [query.collect(engine="streaming") for query in checks],
        "audit": lambda: pl.collect_all(audits, engine="streaming"),
    }


def by_duckdb(connection: duckdb.DuckDBPyConnection) -> dict[str, Callable[[], Any]]:
    """Return all checks in one query, and the audit."""
    key = ", ".join(KEY)
    known = "', '".join(QUALIFIERS)
    wrong = "unit <> want or obs_value < lower or obs_value > upper or period_start > period_end"
    wrong += f" or qualifier not in ('{known}')"
    checks = f"select {key} from obs join ref using (indicator) where {wrong}"
    checks += f" union all select {key} from obs group by {key} having count(*) > 1"
    plain, ups, downs = "qualifier is null or qualifier = 'exact'", "', '".join(UP), "', '".join(DOWN)
    parts = f"""
        with v as (
            select place, grp, period_start, period_end, role, unit <> want other,
                case when {plain} or qualifier in ('{ups}') then obs_value else 0 end low,
                case when {plain} or qualifier in ('{downs}') then obs_value else 10000000000000 end high
            from obs join ref using (indicator) where role < 3
        )
        select place, grp, period_start, period_end from v group by all
        having count(*) > 1 and (
            bool_or(other) or sum(low) filter (role > 0) > min(high) filter (role = 0)
            or (count(*) = 3 and sum(high) filter (role > 0) < max(low) filter (role = 0))
        )
    """
    again = f"select {key} from obs group by {key} having count(*) > 1 and min(obs_value) < max(obs_value)"
    return {
        "check": lambda: connection.sql(checks).to_arrow_table(),
        "audit": lambda: [connection.sql(query).to_arrow_table() for query in (parts, again)],
    }


def measure(rows: int, rounds: int) -> None:
    """Print the seconds of each side, and the ratios of the library to the others."""
    known = indicators()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "obs.parquet")
        connection = duckdb.connect()
        connection.execute(f"copy ({GENERATE.format(rows=rows)}) to '{file}' (format parquet)")
        frame, ref = pl.read_parquet(file), reference()
        connection.execute(f"create table obs as select * from '{file}'")
        connection.register("ref", ref.to_arrow())
        polars, duck = by_polars(frame.lazy(), ref.lazy()), by_duckdb(connection)
        work: dict[tuple[str, str], Callable[[], Any]] = {}
        for name, run in (("check", check), ("audit", audit)):
            work[name, "aseansc on polars"] = lambda run=run: run(frame.lazy(), known)
            work[name, "polars by hand"] = polars[name]
            work[name, "aseansc on DuckDB"] = lambda run=run: run(connection.table("obs"), known)
            work[name, "DuckDB by hand"] = duck[name]
        times: dict[tuple[str, str], list[float]] = {key: [] for key in work}
        for number in range(rounds + 1):
            for key, run in work.items():
                gc.collect()
                before = time.perf_counter()
                run()
                if number:  # the first round is a warm-up
                    times[key].append(time.perf_counter() - before)
    for name in ("check", "audit"):
        for ours, theirs in (("aseansc on polars", "polars by hand"), ("aseansc on DuckDB", "DuckDB by hand")):
            mine, other = times[name, ours], times[name, theirs]
            ratio = statistics.median(one / two for one, two in zip(mine, other, strict=True))
            seconds = f"{statistics.median(mine):.2f} s, {statistics.median(other):.2f} s"
            print(f"{name}, {rows:,} rows: {ours} / {theirs} = {ratio:.2f} ({seconds})")


if __name__ == "__main__":
    measure(*(int(argument) for argument in (*sys.argv[1:], *("1000000", "5")[len(sys.argv) - 1 :])))
