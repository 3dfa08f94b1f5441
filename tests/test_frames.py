"""Frames of all backends: one row for each observation, and no digit lost."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from typing import Any

import attrs
import narwhals.stable.v2 as nw
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from aseansc import (
    Absent,
    Interval,
    Limits,
    Observation,
    Period,
    Review,
    Series,
    Text,
    Value,
)
from aseansc.audit import Audit, audit
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import DocumentError, FieldError, FieldTypeError, MissingExtraError, OperandError
from aseansc.frames import (
    CHECK_COLUMNS,
    OBSERVATION_COLUMNS,
    audit as audit_frame,
    check as check_frame,
    checks_frame,
    from_frame,
    to_frame,
)
from aseansc.frames._engines import native
from aseansc.observations import SamplingError, SamplingErrorForm
from aseansc.strategies import reviews
from aseansc.units import VND, hectare, household, percent, school

BACKENDS = ["pandas", "polars", "pyarrow", "duckdb"]
LAI_CHAU = lai_chau.load()
EMPTY = attrs.evolve(skeleton.load(), observations=(), targets=(), claims=(), mentions=(), findings=())


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any library, with None for empty cells."""
    return [
        {name: None if cell is pd.NA else cell for name, cell in row.items()}
        for row in nw.from_native(frame).lazy().collect("pyarrow").rows(named=True)
    ]


def exact(cell: Decimal | str) -> Decimal:
    """Return a number without trailing zeros, which the decimal type of a frame adds."""
    text = format(Decimal(cell), "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def codes(cell: str | None) -> list[str]:
    return cell.split(";") if cell else []


def absent_or(cell: Any, absent: Absent = Absent.NOT_APPLICABLE) -> Any:
    return absent if cell is None else cell


def in_english(item: Observation) -> Observation:
    """Return an observation without the translations of its note, which a frame does not contain."""
    return item if isinstance(item.note, Absent) else attrs.evolve(item, note=Text(en=item.note.en))


def interval_in(row: dict[str, Any]) -> Interval:
    by = Decimal(10) ** row["unit_mult"]
    ends = {name: None if row[name] is None else exact(row[name]) * by for name in ("lower", "upper")}
    return Interval(**ends, lower_open=row["lower_open"], upper_open=row["upper_open"])


def require_all_observations(frame: Any, review: Review) -> None:
    rows = rows_of(frame)
    assert from_frame(frame, review.indicators) == tuple(map(in_english, review.observations))
    for row, item in zip(rows, review.observations, strict=True):
        assert list(row) == [column.name for column in OBSERVATION_COLUMNS]
        assert row["review"] == review.id
        indicator = review.indicator(item.indicator)
        assert row["name"] == indicator.name.en
        assert absent_or(row["section"], Absent.NOT_STATED) == indicator.section
        if isinstance(item.value, Absent):
            assert all(row[name] is None for name in ("unit", "lower", "lower_open", "upper", "upper_open"))
        else:
            assert interval_in(row) == review.interval(item)


backends = st.sampled_from(BACKENDS)


@given(reviews(), backends)
def test_every_observation_has_one_row_with_equal_content(review: Review, backend: Any) -> None:
    """With numbers as text, for all numbers that the model allows."""
    require_all_observations(review.to_frame(backend, numbers="text"), review)


@given(reviews(), backends)
def test_a_decimal_frame_is_exact_or_refused(review: Review, backend: Any) -> None:
    try:
        frame = review.to_frame(backend)
    except FieldError as error:
        assert error.problem == "the number does not fit into the decimal type of frames"
        first, _, last = str(error.got).partition(" and ")
        place = exact(last or first).normalize().as_tuple().exponent
        assert isinstance(place, int)
        assert Decimal(first).adjusted() - place >= 18
    else:
        require_all_observations(frame, review)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("data", [lai_chau, skeleton])
def test_the_datasets_fit_into_the_decimal_type(data: Any, backend: Any) -> None:
    require_all_observations(data.load().to_frame(backend), data.load())


TYPES = {
    "text": nw.String(),
    "date": nw.Date(),
    "flag": nw.Boolean(),
    "decimal": nw.Decimal(18, 4),
    "integer": nw.Int64(),
    "float": nw.Float64(),
}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("numbers", ["decimal", "float", "text"])
def test_an_empty_review_has_all_columns_with_their_types(backend: Any, numbers: Any) -> None:
    for review in (EMPTY, LAI_CHAU):
        frame = nw.from_native(review.to_frame(backend, numbers=numbers))
        assert dict(frame.collect_schema()) == {
            column.name: TYPES[numbers if column.type in ("number", "percent") else column.type]
            for column in OBSERVATION_COLUMNS
        }
        assert len(frame.lazy().collect()) == len(review.observations)


@pytest.mark.parametrize("backend", BACKENDS)
def test_frames_of_audits_have_a_row_for_each_check(backend: Any) -> None:
    found = audit(LAI_CHAU)
    rows = rows_of(found.to_frame(backend, lang="vi"))
    for row, check in zip(rows, found.checks, strict=True):
        assert list(row) == [column.name for column in CHECK_COLUMNS]
        assert (row["review"], row["code"], row["verdict"]) == ("lai-chau", check.code, check.verdict)
        assert absent_or(row["nature"]) == check.nature
        assert row["message"] == check.message("vi")
        assert tuple(codes(row["figures"])) == check.figures
        assert row["computed"] == (
            None if isinstance(check.computation.computed, Absent) else str(check.computation.computed)
        )
        assert row["alternative_fits"] == (None if isinstance(check.alternative, Absent) else check.alternative.fits)
    empty = nw.from_native(Audit(review="none", checks=()).to_frame(backend))
    assert dict(empty.collect_schema()) == {column.name: TYPES[column.type] for column in CHECK_COLUMNS}


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_series_has_its_rows_in_the_order_of_time(backend: Any) -> None:
    series = LAI_CHAU.series("poverty-rate")
    alone, known = rows_of(series.to_frame(backend)), rows_of(series.to_frame(backend, review=LAI_CHAU))
    assert [row["observation"] for row in alone] == [item.id for item in series]
    assert [(row["review"], row["name"], row["section"]) for row in alone] == [(None, None, None)] * len(series)
    assert [row["name"] for row in known] == ["Poverty rate"] * len(series)
    assert [interval_in(row) for row in alone] == [item.value.interval() for item in series]
    assert [interval_in(row) for row in known] == [LAI_CHAU.interval(item) for item in series]
    assert rows_of(Series(indicator="none", place="VN-01", observations=()).to_frame(backend)) == []


def with_value(value: Value) -> Review:
    """Return a review with one observation."""
    text = "x" * 10
    part = ReportPart(document="report", place="VN-01", period=Period.year(2018))
    count = part.stock("count", value.unit, en="Count", vi="Số")
    part.at_end(count, value, Period.year(2018), part.cite(0, "x"))
    return assemble(
        part,
        id="case",
        title=Text(en="Case"),
        programme=Text(en="Programme"),
        documents=[Document(id="report", title="Report", sha256=sha256_of(text), lang="vi")],
    )


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_stated_precision_is_kept(backend: Any) -> None:
    """12.0 is stated to 0.1, 12.00 to 0.01, and 378 thousand to 1000."""
    for text, value, resolution in (("12.0", 12, "0.1"), ("12.00", 12, "0.01")):
        (row,) = rows_of(with_value(Value.exact(text, hectare)).to_frame(backend))
        assert (row["obs_value"], row["resolution"]) == (value, Decimal(resolution))
    (row,) = rows_of(with_value(Value.exact("378E3", household)).to_frame(backend))
    assert (row["obs_value"], row["resolution"], row["lower"], row["upper"]) == (378000, 1000, 377500, 378500)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("text", ["123456789012345678901", "12345678901234567.1", "1234567890123.456789"])
def test_a_number_beyond_the_decimal_type_is_refused_with_its_place(text: str, backend: Any) -> None:
    review = with_value(Value.exact(text, VND))
    with pytest.raises(FieldError, match="does not fit into the decimal type") as caught:
        review.to_frame(backend)
    assert "'count.2018.end'" in str(caught.value)
    assert "numbers='text'" in str(caught.value)
    (row,) = rows_of(review.to_frame(backend, numbers="text"))
    assert (Decimal(row["obs_value"]), row["unit_mult"]) == (Decimal(text), 0)
    (row,) = rows_of(review.to_frame(backend, numbers="float"))
    assert row["obs_value"] == float(text)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("text", "power"),
    [("9999999999999990", 2), ("0.001", 0), ("0.0001", -1), ("1E20", 7), ("1E60", 47), ("1E-59", -56), ("0", 0)],
)
def test_all_numbers_of_an_indicator_have_the_power_of_ten_nearest_to_0_that_makes_them_fit(
    text: str, power: int, backend: Any
) -> None:
    (row,) = rows_of(with_value(Value.exact(text, VND)).to_frame(backend))
    assert row["unit_mult"] == power
    assert row["obs_value"] * Decimal(10) ** power == Decimal(text)


def test_figures_of_one_indicator_that_fit_only_apart_are_both_named() -> None:
    items = [
        attrs.evolve(LAI_CHAU.observations[0], id=name, indicator="poverty-rate", value=Value.exact(text, VND))
        for name, text in (("large", "1E16"), ("fine", "0.01"))
    ]
    series = Series(
        indicator="poverty-rate", place="VN-01", observations=[attrs.evolve(item, place="VN-01") for item in items]
    )
    with pytest.raises(FieldError, match="'large' and 'fine'"):
        series.to_frame()


def test_names_and_notes_follow_the_language() -> None:
    rows = rows_of(LAI_CHAU.to_frame(lang="vi"))
    assert "Tỷ lệ hộ nghèo" in {row["name"] for row in rows}
    assert {row["name"] for row in rows_of(LAI_CHAU.to_frame(lang="fr"))} == {
        LAI_CHAU.indicator(item.indicator).name.en for item in LAI_CHAU.observations
    }


def test_wrong_arguments_are_refused() -> None:
    series = LAI_CHAU.series("poverty-rate")
    wrong: Any
    for wrong in ("panda", "", None, 5, ["pandas"], pd):
        for source in (LAI_CHAU, EMPTY, series, audit(LAI_CHAU)):
            with pytest.raises(
                FieldError, match=r"unknown backend.*expected one of pandas, polars, pyarrow, duckdb, pyspark"
            ):
                source.to_frame(wrong)  # type: ignore[attr-defined]
    for wrong in ("floats", float, None):
        with pytest.raises(FieldError, match="unknown numbers"):
            LAI_CHAU.to_frame(numbers=wrong)
    for wrong in ("fr", 5):
        with pytest.raises(FieldError):
            audit(LAI_CHAU).to_frame(lang=wrong)
        with pytest.raises(FieldError):
            Audit(review="none", checks=()).to_frame(lang=wrong)
    for wrong in (5, None, b"vi"):
        with pytest.raises(FieldTypeError):
            EMPTY.to_frame(lang=wrong)
    for wrong in ("lai-chau", 5, None):
        with pytest.raises(FieldTypeError):
            to_frame(wrong)
        with pytest.raises(FieldTypeError):
            checks_frame(wrong)
    with pytest.raises(FieldTypeError):
        series.to_frame(review="lai-chau")  # type: ignore[arg-type]
    with pytest.raises(OperandError):
        series.to_frame(review=skeleton.load())


@pytest.mark.parametrize(
    ("package", "backend", "command"),
    [
        ("pyarrow", "polars", 'pip install "aseansc[frames]"'),
        ("pandas", "pandas", 'pip install "aseansc[frames]"'),
        ("polars", "polars", "pip install polars"),
        ("duckdb", "duckdb", "pip install duckdb"),
        ("pyspark", "pyspark", "pip install pyspark"),
    ],
)
def test_a_missing_package_is_named_with_the_command_that_installs_it(
    package: str, backend: Any, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    for source in (LAI_CHAU, LAI_CHAU.series("poverty-rate"), audit(LAI_CHAU)):
        with pytest.raises(MissingExtraError) as caught:
            source.to_frame(backend)  # type: ignore[attr-defined]
        assert caught.value.got == package
        assert command in str(caught.value)


OWN = pa.table(
    {
        "indicator": ["poverty-rate", "schools"],
        "place": ["VN-01", "VN-01"],
        "period_start": [dt.date(2018, 1, 1)] * 2,
        "period_end": [dt.date(2018, 12, 31)] * 2,
        "obs_value": pa.array([Decimal("25.5"), Decimal(340)], pa.decimal128(18, 4)),
        "unit": ["percent", "school"],
    }
)
KNOWN = (
    LAI_CHAU.indicator("poverty-rate"),
    attrs.evolve(LAI_CHAU.indicator("poor-households"), id="schools", unit=school, numerator=Absent.NOT_STATED),
)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_frame_with_the_six_needed_columns_is_read_and_cites_its_rows(backend: Any) -> None:
    rate, count = from_frame(native(OWN, backend), KNOWN)
    assert rate.value == Value.exact("25.5", percent)
    assert count.value == Value.exact("340", school)
    assert (rate.id, rate.time_collection, rate.citation.document) == ("row-1", "end", "table")
    assert (rate.citation.printed, count.citation.locator) == ("25.5000", "row 2")


def changed(**columns: Any) -> pa.Table:
    table = OWN
    for name, cells in columns.items():
        table = table.drop_columns(name) if name in table.column_names else table
        table = table if cells is None else table.append_column(name, cells)
    return table


DAY = [dt.date(2018, 1, 1)] * 2
BAD_TABLES = [
    (changed(unit=None), "the table lacks a column", "column unit"),
    (changed(obs_value=pa.array([True, False])), "the column has another type", "column obs_value"),
    (changed(place=pa.array([1, 2])), "the column has another type", "column place"),
    (changed(period_start=pa.array(["2018", "2018"])), "the column has another type", "column period_start"),
    (
        changed(period_start=pa.array([dt.datetime(2018, 1, 1, tzinfo=dt.UTC)] * 2, pa.timestamp("us", "UTC"))),
        "the column has another type",
        "column period_start",
    ),
]
BAD_CELLS = [
    (
        changed(indicator=pa.array(["poverty-rates", "schools"])),
        "no such indicator",
        "row 1, 'row-1', column indicator",
    ),
    (changed(indicator=pa.array(["poverty-rate", None])), "the cell is empty", "row 2, 'row-2', column indicator"),
    (changed(unit=pa.array(["percents", "school"])), "no such unit", "row 1, 'row-1', column unit"),
    (changed(unit=pa.array([None, "school"])), "the cell is empty", "row 1, 'row-1', column unit"),
    (changed(period_start=pa.array([None, DAY[0]])), "the cell is empty", "row 1, 'row-1', column period_start"),
    (
        changed(period_start=pa.array([dt.date(2019, 1, 1), DAY[0]])),
        "the period ends before it starts",
        "row 1, 'row-1', column period_start",
    ),
    (
        changed(obs_value=pa.array([None, 1.0])),
        "the value is absent without a status that says why",
        "row 1, 'row-1', column obs_value",
    ),
    (changed(obs_value=pa.array([float("inf"), 1.0])), "not a finite number", "row 1, 'row-1', column obs_value"),
    (changed(obs_value=pa.array([1e70, 1.0])), "digits beyond 10^±60", "row 1, 'row-1', column obs_value"),
    (changed(obs_value=pa.array([1.0, -1e30])), "negative", "row 2, 'row-2', column obs_value"),
    (changed(qualifier=pa.array(["roughly", None])), "unknown code", "row 1, 'row-1', column qualifier"),
    (changed(unit_mult=pa.array([99, 0])), "the power of ten is out of range", "row 1, 'row-1', column unit_mult"),
    (changed(place=pa.array([None, "VN-01"])), "the cell is empty", "row 1, 'row-1', column place"),
]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(("table", "problem", "where"), [*BAD_TABLES, *BAD_CELLS])
def test_bad_tables_are_refused_with_the_column_or_row_of_each_problem(
    table: pa.Table, problem: str, where: str, backend: Any
) -> None:
    with pytest.raises(DocumentError) as caught:
        from_frame(native(table, backend), KNOWN)
    (found,) = caught.value.problems
    assert problem in found.problem
    assert found.where.endswith(where)


def test_wrong_arguments_of_from_frame_are_refused() -> None:
    wrong: Any
    for wrong in (5, None, "table", [1], {"indicator": ["a"]}):
        with pytest.raises(FieldTypeError, match="not a table"):
            from_frame(wrong, KNOWN)
    for wrong in (5, None, "poverty-rate", [1]):
        with pytest.raises(FieldTypeError):
            from_frame(OWN, wrong)
    with pytest.raises(FieldError, match="two indicators have the same id"):
        from_frame(OWN, [*KNOWN, attrs.evolve(KNOWN[0], name=Text(en="Another"))])
    with pytest.raises(FieldTypeError):
        to_frame([LAI_CHAU, 5])  # type: ignore[list-item]


@pytest.mark.parametrize("of", [pd.DataFrame, pa.table])
def test_a_repeated_column_name_is_refused(of: Any) -> None:
    cells = LAI_CHAU.to_frame("pyarrow")
    repeated = cells.append_column("unit", cells["unit"])
    if of is pd.DataFrame:
        frame = cells.to_pandas()
        repeated = pd.concat([frame, frame[["unit"]]], axis=1)
    for function in (check_frame, from_frame):
        with pytest.raises(FieldError, match="a column name is repeated"):
            function(repeated, LAI_CHAU.indicators)


@pytest.mark.parametrize("column", ["indicator", "period_start", "breakdown"])
def test_a_column_without_a_value_has_the_type_of_its_name(column: str) -> None:
    review = skeleton.load()
    table = review.to_frame("pyarrow")
    others = table.drop_columns(column)
    empty = others.append_column(column, pa.nulls(len(table)))
    typed = others.append_column(column, pa.nulls(len(table), table.schema.field(column).type))
    for function in (check_frame, audit_frame):
        rows = len(function(typed, review.indicators))
        for backend in BACKENDS:
            got = nw.from_native(function(native(empty, backend), review.indicators)).lazy().collect()
            assert len(got) == rows, backend


def test_a_level_of_confidence_finer_than_the_decimal_type_is_refused() -> None:
    observation = LAI_CHAU.observations[0]
    error = SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal(1), confidence=Decimal("95.00001"))
    review = attrs.evolve(
        LAI_CHAU, observations=[attrs.evolve(observation, sampling_error=error)], claims=(), targets=()
    )
    with pytest.raises(FieldError, match="column confidence"):
        review.to_frame()


def test_the_problems_of_a_long_table_are_cut_off() -> None:
    frame = (
        LAI_CHAU.to_frame("pyarrow")
        .drop_columns(["unit"])
        .append_column("unit", pa.array(["mile"] * len(LAI_CHAU.observations)))
    )
    with pytest.raises(DocumentError) as raised:
        from_frame(frame, LAI_CHAU.indicators, limits=Limits(problems=3))
    assert len(raised.value.problems) == 3


def test_a_deeply_nested_list_is_not_a_list() -> None:
    table = LAI_CHAU.to_frame("pyarrow")
    deep = table.drop_columns("lists").append_column("lists", pa.array(["[" * 5000] * len(table)))
    with pytest.raises(DocumentError, match="not a JSON list"):
        from_frame(deep, LAI_CHAU.indicators)


def test_a_session_of_another_type_is_refused() -> None:
    wrong: Any = 3
    with pytest.raises(FieldTypeError, match="expected a connection of DuckDB"):
        to_frame(LAI_CHAU, "duckdb", session=wrong)
    pytest.importorskip("pyspark")
    with pytest.raises(FieldTypeError, match="expected a SparkSession"):
        to_frame(LAI_CHAU, "pyspark", session=wrong)
