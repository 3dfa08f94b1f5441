"""Data of frames, and queries written by hand for polars, DuckDB and PySpark with the rules of the library.

The queries are what somebody would write who knows these indicators. They follow the same rules, exactly: a bound is
not a number, a figure in another unit is not compared, and some of the parts must not exceed the whole. Attainments
have all columns of the library's.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import polars as pl

from aseansc import Indicator, IndicatorKind, Interval, Text
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


TARGETS = """
select distinct on (place, indicator) place, indicator, period_start, period_end,
    greatest(obs_value + hash(place, indicator) % 3 - 1, 0)::decimal(18, 4) obs_value, unit, 'at_least' qualifier
from obs where period_end >= period_start order by place, indicator, period_start
"""


def by_polars(rows: pl.LazyFrame, ref: pl.LazyFrame, targets: pl.LazyFrame) -> dict[str, Callable[[], Any]]:
    """Return the five checks, each as a query of its own, the audit, and the attainments."""
    c = pl.col
    joined = rows.join(ref, on="indicator")
    checks = [
        joined.filter(c("unit") != c("want")).select(*KEY),
        joined.filter((c("obs_value") < c("lower")) | (c("obs_value") > c("upper"))).select(*KEY),
        rows.filter(c("period_start") > c("period_end")).select(*KEY),
        rows.filter(c("qualifier").is_not_null() & ~c("qualifier").is_in(QUALIFIERS)).select(*KEY),
        rows.group_by(KEY).len().filter(c("len") > 1),
    ]
    audits, attained = _audits(rows, joined), _attained(joined, targets)
    return {
        "check": lambda: [query.collect(engine="streaming") for query in checks],
        "audit": lambda: pl.collect_all(audits, engine="streaming"),
        "attainment": lambda: attained.collect(engine="streaming"),
    }


def _audits(rows: pl.LazyFrame, joined: pl.LazyFrame) -> list[pl.LazyFrame]:
    c = pl.col
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
    return [wrong, again.filter((c("len") > 1) & (c("first") < c("last"))).select(KEY)]


def _attained(joined: pl.LazyFrame, targets: pl.LazyFrame) -> pl.LazyFrame:
    """Compare twice the possible values, which have no more decimals than the numbers, with twice the target."""
    c = pl.col
    renamed = targets.rename({"obs_value": "target_value", "unit": "target_unit", "qualifier": "target_qualifier"})
    both, value = joined.join(renamed, on=KEY), c("obs_value")
    step = pl.lit(Decimal("0.0001"))
    for digits in (3, 2, 1, 0):
        step = pl.when(value.round(digits) == value).then(pl.lit(Decimal(1).scaleb(-digits))).otherwise(step)
    step = pl.when(c("want") == "person").then(pl.lit(Decimal(0))).otherwise(step)
    plain, up, down = c("qualifier").is_null(), c("qualifier").is_in(UP), c("qualifier").is_in(DOWN)
    low = pl.when(plain).then(value + value - step).when(up).then(value + value).otherwise(pl.lit(Decimal(0)))
    high = pl.when(plain).then(value + value + step).when(down).then(value + value)
    low, high = pl.max_horizontal(low, c("lower") + c("lower")), pl.min_horizontal(high, c("upper") + c("upper"))
    wanted = c("target_value") + c("target_value")
    reason = (
        pl.when(value.is_null())
        .then(pl.lit("actual_not_stated"))
        .when(c("target_value").is_null())
        .then(pl.lit("target_not_stated"))
        .when(c("unit") != c("target_unit"))
        .then(pl.lit("other_form"))
    )
    outcome = (
        pl.when(c("reason").is_not_null())
        .then(pl.lit("undefined"))
        .when(low >= wanted)
        .then(pl.lit("met"))
        .when(high < wanted)
        .then(pl.lit("not_met"))
        .otherwise(pl.lit("cannot_tell"))
    )
    ends = both.with_columns(low=low, high=high, reason=reason, target=pl.lit(None, pl.String))
    return ends.select(*KEY, "obs_value", "unit", "qualifier", "target", "target_value", "reason", outcome=outcome)


def in_sql() -> dict[str, list[str]]:
    """Return all checks in one query, the audit, and the attainments, for DuckDB and PySpark."""
    key, known = ", ".join(KEY), "', '".join(QUALIFIERS)
    plain, ups, downs = "qualifier is null or qualifier = 'exact'", "', '".join(UP), "', '".join(DOWN)
    checks = f"""
        select {key} from obs join ref using (indicator)
        where unit <> want or obs_value < lower or obs_value > upper or period_start > period_end
            or qualifier not in ('{known}')
        union all select {key} from obs group by {key} having count(*) > 1
    """
    parts = f"""
        with v as (
            select place, grp, period_start, period_end, role, unit <> want other,
                case when {plain} or qualifier in ('{ups}') then obs_value else 0 end low,
                case when {plain} or qualifier in ('{downs}') then obs_value else 10000000000000 end high
            from obs join ref using (indicator) where role < 3
        )
        select place, grp, period_start, period_end from v group by all
        having count(*) > 1 and (
            bool_or(other) or sum(low) filter (where role > 0) > min(high) filter (where role = 0)
            or (count(*) = 3 and sum(high) filter (where role > 0) < max(low) filter (where role = 0))
        )
    """
    again = f"select {key} from obs group by {key} having count(*) > 1 and min(obs_value) < max(obs_value)"
    steps = " ".join(f"when round(obs_value, {digits}) = obs_value then {10.0**-digits:.3f}" for digits in range(4))
    attained = f"""
        with v as (
            select obs.*, target_value, target_unit, lower, upper,
                case when obs_value is null then 'actual_not_stated' when target_value is null then 'target_not_stated'
                    when unit <> target_unit then 'other_form' end reason,
                case when want = 'person' then 0.0 {steps} else 0.0001 end step
            from obs join (
                select {key}, obs_value target_value, unit target_unit from targets
            ) using ({key}) join ref using (indicator)
        ),
        ends as (
            select *, greatest(case when {plain} then obs_value + obs_value - step
                    when qualifier in ('{ups}') then obs_value + obs_value else 0 end, lower + lower) low,
                least(case when {plain} then obs_value + obs_value + step
                    when qualifier in ('{downs}') then obs_value + obs_value end, upper + upper) high
            from v
        )
        select {key}, obs_value, unit, qualifier, cast(null as string) target, target_value, reason,
            case when reason is not null then 'undefined' when low >= target_value + target_value then 'met'
                when high < target_value + target_value then 'not_met' else 'cannot_tell' end outcome
        from ends
    """
    return {"check": [checks], "audit": [parts, again], "attainment": [attained]}


def by_duckdb(connection: duckdb.DuckDBPyConnection) -> dict[str, Callable[[], Any]]:
    """Return the queries on DuckDB."""
    return {
        name: lambda queries=queries: [connection.sql(query).to_arrow_table() for query in queries]
        for name, queries in in_sql().items()
    }


def by_spark(session: Any) -> dict[str, Callable[[], Any]]:
    """Return the queries on PySpark."""
    return {
        name: lambda queries=queries: [session.sql(query).toArrow() for query in queries]
        for name, queries in in_sql().items()
    }
