"""Formulas of frames, as expressions of narwhals and as SQL of Spark."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import narwhals.stable.v2 as nw
import polars as pl
import pytest

from aseansc.errors import AseanscError
from aseansc.frames import _formulas as fx
from aseansc.frames._formulas import Formula, as_narwhals, as_sql

A, B = fx.col("a"), fx.col("b")
CASES: tuple[tuple[Formula, str, object], ...] = (
    (A + B * 2 - 1, "((`a` + (`b` * (2))) - (1))", 7),
    (1 + 2 * A, "((1) + ((2) * `a`))", 5),
    (-A, "((0) - `a`)", -2),
    (A / B, "(case when `b` != 0 then `a` / `b` when `b` = 0 then `a` * double('inf') end)", 2 / 3),
    (fx.lit(10.0) ** A, "power(double('10.0'), `a`)", 100.0),
    ((A < B) & (A <= 2) & ~(A >= B), "((`a` < `b`) and (`a` <= (2)) and (not (`a` >= `b`)))", True),
    ((A == B) | (A != B) | (A > B), "((`a` = `b`) or (`a` != `b`) or (`a` > `b`))", True),
    (A.is_null(), "(`a` is null)", False),
    (fx.col("none").fill_null(value=True), "coalesce(`none`, true)", True),
    (A.is_in([1, 2]), "(`a` in ((1), (2)))", True),
    (fx.coalesce(fx.col("none").cast(fx.Int64()), A), "coalesce(cast(`none` as bigint), `a`)", 2),
    (fx.max_horizontal(A, B), "greatest(`a`, `b`)", 3),
    (fx.min_horizontal(A, B), "least(`a`, `b`)", 2),
    (A.cast(fx.Float64()).round(0).abs(), "abs(round(cast(`a` as double), (0)))", 2.0),
    (A.cast(nw.Decimal(18, 4)), "cast(`a` as decimal(18, 4))", Decimal(2)),
    (fx.col("t").str.contains(r"^x.*\z"), "(`t` rlike cast(X'5e782e2a5c7a' as string))", True),
    (
        fx.col("t").str.replace_all("'", "").str.len_chars(),
        "char_length(regexp_replace(`t`, cast(X'27' as string), ''))",
        1,
    ),
    (fx.lit(None).cast(fx.String()), "cast(null as string)", None),
    (fx.lit(Decimal("-0.0001")), "(-0.0001bd)", Decimal("-0.0001")),
    (fx.lit(date(999, 1, 2)), "date'0999-01-02'", date(999, 1, 2)),
    (fx.lit("đ'").alias("x`"), "cast(X'c49127' as string) as `x```", "đ'"),
)


def test_formulas_are_sql_that_means_the_same_as_the_expression_of_narwhals() -> None:
    row = nw.from_native(pl.LazyFrame({"a": [2], "b": [3], "t": ["x'"], "none": pl.Series([None], dtype=pl.Boolean)}))
    for formula, text, cell in CASES:
        assert as_sql(formula) == text
        found = row.select(as_narwhals(formula)).collect().item()
        assert found == cell, text


def test_a_choice_takes_the_first_condition_that_is_true() -> None:
    rows = nw.from_native(pl.LazyFrame({"a": [0, 1, 2], "b": [9, 8, 7]}))
    choice = fx.when(A > 1).then(A).when(A > 0).then(B).otherwise(fx.lit(-1))
    assert rows.select(as_narwhals(choice).alias("a")).collect()["a"].to_list() == [-1, 8, 2]
    assert as_sql(choice) == "case when (`a` > (1)) then `a` when (`a` > (0)) then `b` else (-1) end"


def test_a_value_without_sql_is_a_fault_of_the_library() -> None:
    with pytest.raises(AseanscError):
        as_sql(fx.lit(object()))
