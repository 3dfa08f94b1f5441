"""Unusual types of columns have the same meaning on every engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import nullcontext
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from aseansc import frames
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError
from aseansc.units import household
from tests._frame_data import BACKENDS, INDICATORS, in_backend, on_the_engine, rows_of

FIRST, LAST = [dt.date(2018, 1, 1)] * 2, [dt.date(2018, 12, 31)] * 2
USUAL: dict[str, Any] = {
    "indicator": ["households", "poor"],
    "place": ["VN-01", "VN-01"],
    "period_start": FIRST,
    "period_end": LAST,
    "obs_value": [Decimal("10.0000"), Decimal("4.0000")],
    "unit": ["household", "household"],
}
NOON = [dt.datetime(2018, 1, 1, 12, tzinfo=dt.UTC)] * 2
ZONED = pa.timestamp("us", "Asia/Bangkok")
CASES: dict[str, dict[str, Any]] = {
    "a column without any value": {"obs_value": pa.nulls(2)},
    "categorical text": {"place": pa.array(["VN-01", "VN-01"]).dictionary_encode()},
    "the largest whole number": {"obs_value": pa.array([2**64 - 1, 4], pa.uint64())},
    "numbers that are too large": {"obs_value": [1e30, 1e300]},
    "numbers that are none": {"obs_value": [float("nan"), float("inf")]},
    "an unknown unit": {"unit": ["households", "foo"]},
    "two time zones": {"period_start": pa.array(NOON, ZONED), "period_end": pa.array(NOON, pa.timestamp("us", "UTC"))},
    "text for dates": {"period_start": ["2018-01-01", "2018-01-01"]},
    "truth values for numbers": {"obs_value": [True, False]},
    "columns with the names of intermediate ones": {"n": [1, 2], "aseansc_lo": [1, 2]},
}
FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "check": lambda frame: frames.check(frame, INDICATORS),
    "convert": lambda frame: frames.convert(frame, household),
    "aggregate": lambda frame: frames.aggregate(frame, INDICATORS),
    "attainment": lambda frame: frames.attainment(frame, frame, INDICATORS),
    "audit": lambda frame: frames.audit(frame, INDICATORS),
}


def outcome_of(function: str, table: pa.Table, backend: str) -> tuple[str, str]:
    """Return the rows of a result, or the error with its problems."""
    engine = on_the_engine() if backend == "duckdb engine" else nullcontext()
    try:
        with engine:
            rows = rows_of(FUNCTIONS[function](in_backend(table, backend.removesuffix(" engine"))))
    except AseanscError as error:
        return type(error).__name__, str(error).partition("; got ")[0]
    names = ("observation", "place", "code", "column", "outcome", "reason", "places")
    return "rows", str(sorted(str({name: row.get(name) for name in names}) for row in rows))


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("case", CASES)
def test_every_engine_gives_the_same_answer(case: str, function: str) -> None:
    table = pa.table({name: pa.array(cells) for name, cells in {**USUAL, **CASES[case]}.items()})
    backends = ["pyarrow", "duckdb", "duckdb engine"] if function == "audit" else [*BACKENDS, "duckdb engine"]
    found = {backend: outcome_of(function, table, backend) for backend in backends}
    assert len(set(found.values())) == 1, found


def test_a_doubled_whole_number_does_not_overflow() -> None:
    table = pa.table({**USUAL, "obs_value": pa.array([2**64 - 1, 4], pa.uint64())})
    plans = pa.table({**USUAL, "qualifier": ["at_least", "at_least"]})
    for backend in BACKENDS:
        found = rows_of(frames.attainment(in_backend(table, backend), in_backend(plans, backend), INDICATORS))
        assert {row["indicator"]: (row["obs_value"], row["outcome"]) for row in found} == {
            "households": (2**64 - 1, "met"),
            "poor": (4, "met"),
        }


def test_targets_may_be_on_another_connection() -> None:
    figures, plans = (duckdb.connect().from_arrow(pa.table(USUAL)) for _ in range(2))
    assert len(frames.attainment(figures, plans, INDICATORS).fetchall()) == 2


@pytest.mark.parametrize("backend", [*BACKENDS, "duckdb engine"])
@pytest.mark.parametrize("column", ["period_start", "period_end"])
@pytest.mark.parametrize("day", [3_000_000, -1_000_000])
def test_a_day_that_python_cannot_hold_is_a_problem_of_its_row(column: str, day: int, backend: str) -> None:
    days = pa.array([day, 17_532 if column == "period_start" else 17_896], pa.int32()).cast(pa.date32())
    table = pa.table({**USUAL, column: days})
    with on_the_engine() if backend == "duckdb engine" else nullcontext():
        frame = in_backend(table, backend.removesuffix(" engine"))
        (problem,) = rows_of(frames.check(frame, INDICATORS))
        assert (problem["code"], problem["column"], problem[column]) == ("value_not_allowed", column, None)
        assert problem["got"].startswith("10183" if day > 0 else "-0768")
        assert not rows_of(frames.audit(frame, INDICATORS))
        with pytest.raises(DocumentError, match=f"row 1, 'row-1', column {column}: not a day"):
            frames.from_frame(frame, INDICATORS)


def test_columns_that_are_not_read_may_have_any_name_and_type() -> None:
    others = {"a\0b": [1, 2], "seconds": [dt.timedelta(seconds=1)] * 2, "any": [object()] * 2}
    frame = pl.DataFrame({**USUAL, **others}, schema_overrides={"any": pl.Object})
    assert not rows_of(frames.check(frame, INDICATORS))
    assert len(frames.from_frame(frame, INDICATORS)) == 2


def test_frames_of_pandas_may_have_such_columns_where_the_result_does_not_carry_them() -> None:
    frame = in_backend(pa.table(USUAL), "pandas")
    other = frame.copy()
    other[5] = [object()] * 2
    other["cells"] = [1, "one"]
    assert not rows_of(frames.audit(other, INDICATORS))
    found, expected = (rows_of(frames.attainment(frame, targets, INDICATORS)) for targets in (other, frame))
    assert sorted(found, key=repr) == sorted(expected, key=repr)  # a join may change the order
    assert len(rows_of(frames.aggregate(other, INDICATORS))) == len(rows_of(frames.aggregate(frame, INDICATORS)))
    with pytest.raises(FieldTypeError, match=r"attainment, column (5|cells): a column has .*; got 'object'"):
        frames.attainment(other, frame, INDICATORS)
    frame["obs_value"] = [object(), 4]
    with pytest.raises(FieldTypeError, match=r"audit, column obs_value: a column has .*; got 'object'"):
        frames.audit(frame, INDICATORS)


def test_a_folder_is_not_a_missing_file(tmp_path: Path) -> None:
    (folder := tmp_path / "figures.parquet").mkdir()
    with pytest.raises(FieldError, match="it is a folder"):
        frames.open_table(folder)


def test_days_that_pandas_holds_as_objects_are_read_as_they_are_checked() -> None:
    frame = pd.DataFrame({**USUAL, "any": [object()] * 2})
    assert frame["period_start"].dtype == object
    assert not rows_of(frames.check(frame, INDICATORS))
    assert [item.value for item in frames.from_frame(frame, INDICATORS)] == [
        item.value for item in frames.from_frame(pa.table(USUAL), INDICATORS)
    ]
    with pytest.raises(DocumentError, match="column period_start: the column has another type"):
        frames.from_frame(frame.assign(period_start=["a day", 4]), INDICATORS)
    with pytest.raises(DocumentError, match="column period_start: the column has another type"):
        frames.from_frame(frame.assign(period_start=[object()] * 2), INDICATORS)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_whole_numbers_of_128_bits_are_numbers(function: str) -> None:
    wide = duckdb.from_arrow(pa.table(USUAL)).project("* replace (obs_value::hugeint as obs_value)")
    assert len(frames.from_frame(wide, INDICATORS)) == 2
    if function in ("aggregate", "attainment"):
        with pytest.raises(DocumentError, match="another type"):
            FUNCTIONS[function](wide)
        return
    with on_the_engine():
        found = rows_of(FUNCTIONS[function](wide))
    assert len(found) == len(rows_of(FUNCTIONS[function](pa.table(USUAL))))
    of_polars = pl.from_arrow(pa.table(USUAL)).with_columns(pl.col("obs_value").cast(pl.Int128))  # type: ignore[union-attr]
    assert len(frames.from_frame(of_polars, INDICATORS)) == 2
    with on_the_engine(), pytest.raises(DocumentError, match="another type"):
        rows_of(FUNCTIONS[function](of_polars))
