"""The checks of frames find the same problems as the model, on every engine."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any
from unittest import mock

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings, strategies as st

from aseansc.errors import DocumentError, FieldTypeError, ReviewError
from aseansc.frames import (
    OBSERVATION_COLUMNS,
    PROBLEM_COLUMNS,
    ProblemCode,
    _check,
    _few_rows,
    _tables,
    check,
    from_frame,
)
from tests._frame_data import (
    BACKENDS,
    INDICATORS,
    SCHEMA,
    in_backend,
    on_the_engine,
    problems_by_objects,
    review_of,
    rows_of,
    table_of,
    tables,
)
from tests._profile import examples

GOOD = {
    "indicator": "rate",
    "place": "VN-01",
    "unit": "percent",
    "qualifier": None,
    "time_collection": "end",
    "per": None,
    "statuses": None,
    "period_start": dt.date(2018, 1, 1),
    "period_end": dt.date(2018, 12, 31),
    "obs_value": 12,
    "unit_mult": 0,
    "resolution": None,
}


def problems_in(frame: Any) -> set[tuple[str, str]]:
    return {(row["observation"], row["problem"]) for row in rows_of(check(frame, INDICATORS))}


@settings(deadline=None)
@given(tables, st.sampled_from(BACKENDS))
def test_a_frame_has_the_problems_that_the_model_finds_in_its_rows(table: pa.Table, backend: str) -> None:
    assert problems_in(in_backend(table, backend)) == problems_by_objects(table)


@settings(deadline=None, max_examples=examples(0.4))
@given(tables, st.sampled_from(["pyarrow", "duckdb"]))
def test_few_rows_have_the_problems_that_an_engine_finds(table: pa.Table, backend: str) -> None:
    few = problems_in(in_backend(table, backend))
    with on_the_engine():
        assert problems_in(in_backend(table, backend)) == few


def test_more_rows_than_few_go_to_the_engine() -> None:
    table = table_of([GOOD])
    with mock.patch.object(_few_rows, "MOST", 0):
        assert {backend: _few_rows.few_rows_of(in_backend(table, backend)) for backend in BACKENDS} == dict.fromkeys(
            BACKENDS
        )


CASES = [
    ({}, None),
    ({"indicator": "rates"}, ProblemCode.UNKNOWN_INDICATOR),
    ({"indicator": None}, ProblemCode.EMPTY_CELL),
    ({"unit": "percents"}, ProblemCode.UNKNOWN_UNIT),
    ({"unit": "household"}, ProblemCode.UNIT_MISMATCH),
    ({"unit": "per_mille", "obs_value": 1000}, None),
    ({"unit": "per_mille", "obs_value": 1001}, ProblemCode.OUTSIDE_BOUNDS),
    ({"obs_value": 100}, None),
    ({"obs_value": 101}, ProblemCode.OUTSIDE_BOUNDS),
    ({"obs_value": 1, "unit_mult": 2}, None),
    ({"obs_value": 2, "unit_mult": 2}, ProblemCode.OUTSIDE_BOUNDS),
    ({"obs_value": 100, "qualifier": "over"}, ProblemCode.OUTSIDE_BOUNDS),
    ({"obs_value": 100, "qualifier": "at_least"}, None),
    ({"obs_value": 0, "qualifier": "at_most"}, None),
    ({"obs_value": None}, ProblemCode.VALUE_NOT_ALLOWED),
    ({"obs_value": None, "statuses": "suppressed"}, None),
    ({"obs_value": -1}, ProblemCode.OUTSIDE_BOUNDS),
    ({"qualifier": "roughly"}, ProblemCode.UNKNOWN_CODE),
    ({"statuses": "final"}, ProblemCode.UNKNOWN_CODE),
    ({"period_end": dt.date(2017, 12, 31)}, ProblemCode.PERIOD_REVERSED),
    ({"period_end": None}, ProblemCode.EMPTY_CELL),
    ({"time_collection": "total"}, ProblemCode.TIME_MISMATCH),
    ({"time_collection": "average"}, ProblemCode.TIME_MISMATCH),
    ({"time_collection": "average", "per": "year"}, None),
    ({"place": "VN-25", "period_start": dt.date(2025, 8, 1), "period_end": dt.date(2026, 1, 1)}, "place_ended"),
    ({"place": "VN-01", "period_start": dt.date(2025, 8, 1), "period_end": dt.date(2026, 1, 1)}, None),
]


DETAILS: list[tuple[dict[str, Any], ProblemCode | None]] = [
    ({"qualifier": "between", "range_upper": 13}, None),
    ({"qualifier": "between", "range_upper": 101}, ProblemCode.OUTSIDE_BOUNDS),
    ({"qualifier": "between", "range_upper": 11}, ProblemCode.VALUE_NOT_ALLOWED),
    ({"qualifier": "between"}, ProblemCode.VALUE_NOT_ALLOWED),
    ({"qualifier": "over", "range_upper": 13}, ProblemCode.VALUE_NOT_ALLOWED),
    ({"lists": '["A", "B"]'}, None),
    ({"lists": "A; B"}, ProblemCode.UNKNOWN_CODE),
    ({"governed_by": '[[0, 3, "hơn"]]'}, None),
    ({"governed_by": "[[0]]"}, ProblemCode.UNKNOWN_CODE),
    ({"sampling_error_form": "margin", "sampling_error": 2, "confidence": 95}, None),
    ({"sampling_error_form": "margin"}, ProblemCode.UNKNOWN_CODE),
    ({"sampling_error_form": "interval", "sampling_error_lower": 9, "sampling_error_upper": 13}, None),
    ({"sampling_error_form": "interval", "sampling_error_lower": 9}, ProblemCode.UNKNOWN_CODE),
    ({"revises": "figure-0"}, None),
    ({"revises": "figure-99"}, ProblemCode.UNKNOWN_CODE),
    ({"revises": "figure-0", "place": "VN-02"}, ProblemCode.UNKNOWN_CODE),
]


@pytest.mark.parametrize("backend", ["polars lazy", "pyarrow", "duckdb"])
def test_problems_of_what_few_figures_state_have_their_codes(backend: str) -> None:
    starts = [dt.date(2000 + number, 1, 1) for number in range(len(DETAILS) + 1)]  # each is another figure
    changes = [{}, *(change for change, _ in DETAILS)]
    rows = [{**GOOD, "period_start": start, **change} for start, change in zip(starts, changes, strict=True)]
    found = rows_of(check(in_backend(table_of(rows), backend), INDICATORS))
    assert sorted((row["observation"], row["code"]) for row in found) == sorted(
        (f"figure-{number}", code) for number, (_, code) in enumerate(DETAILS, 1) if code is not None
    )


TYPES: dict[str, tuple[Any, list[Any]]] = {
    "text": (pa.string(), ["", " ", "bad id!", "x" * 300, "a\nb", "a;b", "sex:male;sex:male", "\x00", "Ünï", "a.b"]),
    "date": (pa.date32(), [dt.date(1, 1, 1), dt.date(9999, 12, 31)]),
    "number": (pa.decimal128(18, 4), [Decimal(cell) for cell in ("0", "-1", "1e13", "0.0001", "0.3")]),
    "percent": (pa.decimal128(18, 4), [Decimal(cell) for cell in ("0", "-1", "101", "95")]),
    "integer": (pa.int64(), [-1, 0, 5, 99, 10**15]),
    "flag": (pa.bool_(), [True]),
}
"""Of each type of column, its type in pyarrow, and cells of which some columns may have none."""
CITED = {"document": "table", "printed": "12", "cited_from": 3, "cited_to": 5}


def _with_odd_cells() -> pa.Table:
    """Return a row for each column and each cell, also with a citation; the review is its number."""
    rows = [
        {**GOOD, **cited, column.name: cell}
        for column in OBSERVATION_COLUMNS
        for cell in (*TYPES[column.type][1], None)
        for cited in ([{}, CITED] if column.concept.startswith("CITED") else [{}])
    ]
    schema = pa.schema([(column.name, TYPES[column.type][0]) for column in OBSERVATION_COLUMNS])
    return pa.Table.from_pylist([{**row, "review": str(number)} for number, row in enumerate(rows)], schema=schema)


def _problems_of_row(table: pa.Table, number: int) -> set[tuple[str, str]]:
    try:
        review_of(from_frame(table.slice(number, 1), INDICATORS))
    except (DocumentError, ReviewError) as error:
        found = {problem.problem for problem in error.problems} - {"no such document"}  # a frame has no documents
        return {(str(number), problem) for problem in found}
    return set()


def test_every_column_has_the_problems_that_the_model_finds() -> None:
    """Among few rows, and on an engine. The words about a revision that does not exist are others."""
    table = _with_odd_cells()
    revising = {str(row) for row, cell in enumerate(table["revises"].to_pylist()) if cell is not None}
    by_objects = {found for row in range(len(table)) for found in _problems_of_row(table, row)}
    wanted = {(row, problem) for row, problem in by_objects if row not in revising}
    for backend in ("pyarrow", "polars lazy", "duckdb"):
        found = {(row["review"], row["problem"]) for row in rows_of(check(in_backend(table, backend), INDICATORS))}
        assert {item for item in found if item[0] not in revising} == wanted
        assert {row for row, _ in found if row in revising} == revising


def test_a_column_without_a_value_has_the_problems_of_a_table_without_it() -> None:
    details = of_places([change for change, _ in CASES])
    names = ("time_collection", "per", "qualifier", "range_upper", "resolution", "sampling_error_form")
    cited = _with_odd_cells().filter(pc.field("document").is_valid())
    for table, name in (*((details, name) for name in names), (cited, "cited_from"), (cited, "cited_to")):
        field = table.schema.get_field_index(name)
        empty = table.set_column(field, name, pa.nulls(len(table), table.schema.field(name).type))
        with on_the_engine():
            found, same = (
                {
                    (row.get("review"), row["observation"], row["code"])
                    for row in rows_of(check(in_backend(given, "polars"), INDICATORS))
                }
                for given in (empty, table.drop_columns([name]))
            )
        assert found == same, name


def test_good_rows_do_not_become_objects() -> None:
    """Also ranges, missing values and sampling errors: a national table has many of them."""
    rows = [{**GOOD, **change} for change, code in DETAILS if code is None and not {"lists", "governed_by"} & {*change}]
    rows += [{**GOOD, "obs_value": None, "unit": None, "statuses": "suppressed"}]
    known = {item.id: item for item in INDICATORS}
    assert _few_rows.suspects_among(table_of(rows[:-1]), known) == []
    with on_the_engine(), mock.patch.object(_check, "judged", return_value=[]) as judged:
        check(in_backend(table_of(rows), "polars"), INDICATORS)
    assert judged.call_args_list[0].args[0] == []


def of_places(changes: list[dict[str, Any]]) -> pa.Table:
    """Return a table with a row for each change, most of them about a place of their own."""
    return table_of([{**GOOD, "place": f"place-{number}", **change} for number, change in enumerate(changes)])


@pytest.mark.parametrize("backend", BACKENDS)
def test_each_problem_has_its_code(backend: str) -> None:
    found = rows_of(check(in_backend(of_places([change for change, _ in CASES]), backend), INDICATORS))
    assert sorted((row["observation"], row["code"]) for row in found) == sorted(
        (f"figure-{number}", code) for number, (_, code) in enumerate(CASES) if code is not None
    )
    assert all(list(row) == [column.name for column in PROBLEM_COLUMNS] for row in found)


@pytest.mark.parametrize(("change", "code"), CASES)
def test_a_problem_is_found_in_a_table_of_one_row(change: dict[str, Any], code: str | None) -> None:
    found = check(table_of([{**GOOD, **change}]), INDICATORS)
    assert found["code"].to_pylist() == ([] if code is None else [code])


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_number_that_is_none_is_reported_on_every_engine(backend: str) -> None:
    numbers = [1.0, float("nan"), float("inf"), float("-inf"), 1e30, None]
    table = of_places([{} for _ in numbers]).drop_columns("obs_value").append_column("obs_value", pa.array(numbers))
    found = rows_of(check(in_backend(table, backend), INDICATORS))
    assert sorted((row["observation"], row["column"]) for row in found) == [
        (f"figure-{number}", "obs_value") for number in range(1, len(numbers))
    ]


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_same_figure_with_other_values_is_reported_in_each_of_its_rows(backend: str) -> None:
    rows = [GOOD, {**GOOD, "obs_value": 14}, {**GOOD, "place": "VN-02"}, {**GOOD, "place": "VN-02"}]
    found = rows_of(check(in_backend(table_of(rows), backend), INDICATORS))
    assert {(row["observation"], row["code"]) for row in found} == {
        ("figure-0", "disjoint_values"),
        ("figure-1", "disjoint_values"),
    }


def test_many_rows_in_other_units_are_looked_at_again_before_they_become_objects() -> None:
    """And the one with a problem among them is found."""
    rows = [{**GOOD, "unit": "per_mille", "place": f"p{number}"} for number in range(3000)]
    rows[1234] = {**rows[1234], "obs_value": 1500}
    with on_the_engine():
        found = rows_of(check(in_backend(table_of(rows), "polars"), INDICATORS))
    assert [(row["observation"], row["code"]) for row in found] == [("figure-1234", "outside_bounds")]


@pytest.mark.parametrize(("backend", "has_polars"), [("polars", True), ("duckdb", True), ("duckdb", False)])
def test_many_figures_that_are_stated_again_are_looked_at_again_before_they_become_objects(
    backend: str, has_polars: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And those whose values differ are found: as a bound, as a range, and in another unit."""
    monkeypatch.setattr(_tables, "is_installed", lambda _: has_polars)
    again: list[dict[str, Any]] = [{"qualifier": "about"}, {"obs_value": 120, "unit": "per_mille"}, {"resolution": 2}]
    rows = [{**GOOD, "place": f"p{number}", **change} for number in range(600) for change in ({}, again[number % 3])]
    for number, change in ((12, {"qualifier": "over", "obs_value": 13}), (500, {"obs_value": 99})):
        rows[2 * number + 1] = {**rows[2 * number + 1], **change}
    rows[202] = {**rows[202], "qualifier": "between", "obs_value": 20, "range_upper": 30}
    # the other end shows how precise it is: at most 11.35, and 12 percent is at least 11.5
    rows[403] = {**rows[403], "qualifier": "between", "obs_value": 11, "range_upper": Decimal("11.3")}
    with on_the_engine():
        found = rows_of(check(in_backend(table_of(rows), backend), INDICATORS))
    assert {row["observation"] for row in found} == {
        f"figure-{row}" for row in (24, 25, 202, 203, 402, 403, 1000, 1001)
    }
    assert {row["code"] for row in found} == {"disjoint_values"}


def test_results_are_in_the_library_of_the_frame() -> None:
    table = table_of([GOOD])
    for backend in BACKENDS:
        frame = in_backend(table, backend)
        made = check(frame, INDICATORS)
        assert isinstance(made, pl.DataFrame) if backend.startswith("polars") else type(made) is type(frame)


def test_wrong_arguments_are_refused() -> None:
    wrong: Any
    for wrong in (5, None, "table", [1]):
        with pytest.raises(FieldTypeError):
            check(wrong, INDICATORS)
        with pytest.raises(FieldTypeError):
            check(table_of([GOOD]), wrong)
    with pytest.raises(ReviewError):
        check(table_of([GOOD]), INDICATORS[2:])
    for name in ("unit", "obs_value", "period_start"):
        with pytest.raises(DocumentError, match="lacks a column"):
            check(table_of([GOOD]).drop_columns(name), INDICATORS)


NAMED: list[tuple[dict[str, Any], str, str, str | None]] = [
    ({"observation": "ID Bad"}, "unknown_code", "observation", "ID Bad"),
    ({"place": "lai châu"}, "unknown_code", "place", "lai châu"),
    ({"revises": "ID Bad"}, "unknown_code", "revises", "ID Bad"),
    ({"resolution": Decimal(0)}, "value_not_allowed", "resolution", "0"),
    ({"resolution": Decimal(-1)}, "value_not_allowed", "resolution", "-1"),
    ({"range_upper": Decimal(9999)}, "value_not_allowed", "range_upper", "exact, 10, upper 9999"),
    ({"unit": "hectare"}, "unit_mismatch", "unit", "hectare"),
    ({"unit": None}, "empty_cell", "unit", None),
    ({"obs_value": None}, "value_not_allowed", "obs_value", None),
    ({"breakdown": "female"}, "unknown_code", "breakdown", "female"),
    ({"breakdown": "sex:female;sex:female"}, "unknown_code", "breakdown", "sex:female;sex:female"),
    ({"document": "ID Bad"}, "unknown_code", "document", "ID Bad"),
]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(("cells", "code", "column", "got"), NAMED)
def test_a_problem_names_its_column_and_what_it_contains(
    cells: dict[str, Any], code: str, column: str, got: str | None, backend: str
) -> None:
    row = {"observation": "figure", "indicator": "households", "place": "VN-01", "unit": "household"}
    row |= {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}
    schema = pa.schema([*SCHEMA, ("breakdown", pa.string()), ("document", pa.string())])
    table = pa.Table.from_pylist([row | {"obs_value": Decimal(10)} | cells], schema=schema)
    found = rows_of(check(in_backend(table, backend), INDICATORS))
    assert (code, column, got) in [(item["code"], item["column"], item["got"]) for item in found]
