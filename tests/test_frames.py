"""Frames of pandas, polars and pyarrow: one row for each observation, and no digit lost."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from typing import Any

import attrs
import narwhals.stable.v2 as nw
import pandas as pd
import pytest
from hypothesis import given

from aseansc import (
    Absent,
    AsOf,
    Change,
    Frequency,
    Interval,
    Observation,
    Period,
    Review,
    Series,
    Status,
    Text,
    TimeBasis,
    TimeCollection,
    Unit,
    Value,
)
from aseansc.audit import Audit, audit
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import FieldError, FieldTypeError, MissingExtraError, OperandError
from aseansc.frames import CHECK_COLUMNS, OBSERVATION_COLUMNS, checks_frame, observations_frame
from aseansc.observations import Confidentiality, SamplingError, SamplingErrorForm
from aseansc.strategies import reviews
from aseansc.units import VND, hectare, household

BACKENDS = ["pandas", "polars", "pyarrow"]
LAI_CHAU = lai_chau.load()
EMPTY = attrs.evolve(skeleton.load(), observations=(), targets=(), claims=(), mentions=(), findings=())


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any library, with None for empty cells."""
    return [
        {name: None if cell is pd.NA else cell for name, cell in row.items()}
        for row in nw.from_native(frame).rows(named=True)
    ]


def exact(cell: Decimal | str) -> Decimal:
    """Return a number without trailing zeros, which the decimal type of a frame adds."""
    text = format(Decimal(cell), "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def number(cell: Decimal | str | None, absent: Absent = Absent.NOT_APPLICABLE) -> Decimal | Absent:
    return absent if cell is None else exact(cell)


def codes(cell: str | None) -> list[str]:
    return cell.split(";") if cell else []


def value_in(row: dict[str, Any], review: Review) -> Value | Change | Absent:
    """Build the value again from its cells."""
    if row["value"] is None:
        return Absent.NOT_STATED
    kind: Any = Change if row["value_form"] == "change" else Value
    return kind(
        magnitude=exact(row["value"]),
        unit=Unit.parse(row["unit"], units=review.units),
        qualifier=row["qualifier"],
        upper=None if row["upper_value"] is None else exact(row["upper_value"]),
        resolution=exact(row["resolution"]),
    )


def absent_or(cell: Any, absent: Absent = Absent.NOT_APPLICABLE) -> Any:
    return absent if cell is None else cell


def observation_in(row: dict[str, Any], like: Observation, review: Review) -> Observation:
    """Build the observation again from its row; what the frame does not contain comes from `like`."""
    start, end = row["period_start"], row["period_end"]
    error: SamplingError | Absent = Absent.NOT_STATED
    if row["sampling_error_form"] is not None:
        error = SamplingError(
            form=SamplingErrorForm(row["sampling_error_form"]),
            size=number(row["sampling_error"]),
            lower=number(row["sampling_error_lower"]),
            upper=number(row["sampling_error_upper"]),
            confidence=number(row["confidence"], Absent.NOT_STATED),
        )
    return Observation(
        id=row["observation"],
        indicator=row["indicator"],
        place=row["place"],
        value=value_in(row, review),
        time=AsOf(date=end) if row["time_collection"] == "at" else Period(start=start, end=end),
        time_basis=TimeBasis(row["time_basis"]),
        time_collection=TimeCollection(row["time_collection"]),
        per=Absent.NOT_APPLICABLE if row["per"] is None else Frequency(row["per"]),
        statuses=tuple(map(Status, codes(row["statuses"]))),
        breakdown=tuple(codes(row["breakdown"])),
        lists=tuple(json.loads(row["lists"] or "[]")),
        standard=absent_or(row["standard"], Absent.NOT_STATED),
        sampling_error=error,
        confidentiality=Absent.NOT_STATED
        if row["confidentiality"] is None
        else Confidentiality(row["confidentiality"]),
        revises=absent_or(row["revises"]),
        citation=attrs.evolve(
            like.citation,
            document=row["document"],
            printed=row["printed"],
            locator=absent_or(row["locator"], Absent.NOT_STATED),
        ),
        note=like.note if not isinstance(like.note, Absent) and row["note"] == like.note.en else Absent.NOT_APPLICABLE,
    )


def interval_in(row: dict[str, Any]) -> Interval:
    ends = {name: None if row[name] is None else exact(row[name]) for name in ("lower", "upper")}
    return Interval(**ends, lower_open=row["lower_open"], upper_open=row["upper_open"])


def require_all_observations(frame: Any, review: Review) -> None:
    rows = rows_of(frame)
    assert [observation_in(row, like, review) for row, like in zip(rows, review.observations, strict=True)] == list(
        review.observations
    )
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


@given(reviews())
def test_every_observation_has_one_row_with_equal_content(review: Review) -> None:
    """With numbers as text, for all numbers that the model allows."""
    for backend in BACKENDS:
        require_all_observations(review.to_frame(backend, numbers="text"), review)


@given(reviews())
def test_a_decimal_frame_is_exact_or_refused(review: Review) -> None:
    for backend in BACKENDS:
        try:
            frame = review.to_frame(backend)
        except FieldError as error:
            assert error.problem == "the number does not fit into the decimal type of frames"
            whole, _, decimals = str(error.got).lstrip("-").rstrip("0").partition(".")
            assert len(str(error.got).lstrip("-").partition(".")[0]) > 20 or len(decimals) > 8, whole
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
    "decimal": nw.Decimal(28, 8),
    "float": nw.Float64(),
}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("numbers", ["decimal", "float", "text"])
def test_an_empty_review_has_all_columns_with_their_types(backend: Any, numbers: Any) -> None:
    for review in (EMPTY, LAI_CHAU):
        frame = nw.from_native(review.to_frame(backend, numbers=numbers))
        assert dict(frame.schema) == {
            column.name: TYPES[numbers if column.type == "number" else column.type] for column in OBSERVATION_COLUMNS
        }
        assert len(frame) == len(review.observations)


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
    assert dict(empty.schema) == {column.name: TYPES[column.type] for column in CHECK_COLUMNS}


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
        assert (row["value"], row["resolution"]) == (value, Decimal(resolution))
    (row,) = rows_of(with_value(Value.exact("378E3", household)).to_frame(backend))
    assert (row["value"], row["resolution"], row["lower"], row["upper"]) == (378000, 1000, 377500, 378500)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("text", ["1E20", "123456789012345678901", "0.000000001", "0.00000001", "1E60", "1E-60"])
def test_a_number_beyond_the_decimal_type_is_refused_with_its_place(text: str, backend: Any) -> None:
    review = with_value(Value.exact(text, VND))
    with pytest.raises(FieldError, match="does not fit into the decimal type") as caught:
        review.to_frame(backend)
    assert "of 'count.2018.end'" in str(caught.value)
    assert "numbers='text'" in str(caught.value)
    (row,) = rows_of(review.to_frame(backend, numbers="text"))
    assert Decimal(row["value"]) == Decimal(text)
    (row,) = rows_of(review.to_frame(backend, numbers="float"))
    assert row["value"] == float(text)


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_largest_and_the_finest_number_of_the_decimal_type(backend: Any) -> None:
    for text in ("99999999999999999990", "0.0000001", "-99999999999999999990"):
        (row,) = rows_of(with_value(Value.exact(text, VND)).to_frame(backend))
        assert row["value"] == Decimal(text)


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
            with pytest.raises(FieldError, match=r"unknown backend.*expected one of pandas, polars, pyarrow"):
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
            observations_frame(wrong)
        with pytest.raises(FieldTypeError):
            checks_frame(wrong)
    with pytest.raises(FieldTypeError):
        series.to_frame(review="lai-chau")  # type: ignore[arg-type]
    with pytest.raises(OperandError):
        series.to_frame(review=skeleton.load())


@pytest.mark.parametrize(
    ("package", "backend", "command"),
    [
        ("narwhals", "pyarrow", 'pip install "aseansc[frames]"'),
        ("pyarrow", "polars", 'pip install "aseansc[frames]"'),
        ("pandas", "pandas", 'pip install "aseansc[frames]"'),
        ("polars", "polars", "pip install polars"),
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
