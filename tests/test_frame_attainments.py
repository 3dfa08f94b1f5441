"""Attainments of frames have the outcomes of the model, on every engine."""

from __future__ import annotations

import datetime as dt
from decimal import Context, Decimal, Inexact, Overflow, Underflow, localcontext
from typing import Any

import attrs
import pyarrow as pa
import pytest
from hypothesis import given, reject, settings, strategies as st

from aseansc import Absent, Direction, Interval, Target
from aseansc.attainment import assess
from aseansc.errors import DocumentError, FieldError, ReviewError
from aseansc.frames import attainment, from_frame, to_frame
from aseansc.units import hectare, household, percent
from tests._frame_data import BACKENDS, in_backend, indicator, review_of, rows_of

INDICATORS = (
    indicator("more", household, "stock", better=Direction.UP),
    indicator("fewer", household, "stock", better=Direction.DOWN),
    indicator("same", household, "stock", better=Direction.STEADY),
    indicator("unknown", hectare, "stock"),
    indicator("share", percent, "rate", better=Direction.UP, bounds=Interval(lower=0, upper=100)),
)
UNITS = {item.id: item.unit.code for item in INDICATORS}
QUALIFIERS = [None, None, "exact", "over", "at_least", "under", "nearly", "at_most", "about"]
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("observation", "indicator", "place", "unit", "qualifier", "statuses")),
        *((name, pa.date32()) for name in ("period_start", "period_end")),
        ("obs_value", pa.decimal128(18, 4)),
    ]
)
DETAILS = pa.schema(
    [
        *((name, pa.string()) for name in ("time_collection", "per", "sampling_error_form")),
        *((name, pa.decimal128(18, 4)) for name in ("resolution", "range_upper", "sampling_error")),
        *((name, pa.decimal128(18, 4)) for name in ("sampling_error_lower", "sampling_error_upper")),
    ]
)
ERRORS: list[dict[str, Any]] = [
    {},
    {"sampling_error_form": "margin", "sampling_error": Decimal("0.5")},
    {"sampling_error_form": "standard_error", "sampling_error": Decimal("0.3")},
    {"sampling_error_form": "interval", "sampling_error_lower": Decimal("0.5"), "sampling_error_upper": Decimal(101)},
]


def details(draw: st.DrawFn, name: str, number: Decimal, *, planned: bool) -> dict[str, Any]:
    """Return the cells of the columns that few tables have."""
    found: dict[str, Any] = {"time_collection": "end"}
    if name == "same":
        found = {"time_collection": "average", "per": "year"}
    found["resolution"] = draw(st.sampled_from([None, Decimal(1), Decimal("0.01")])) if number % 1 == 0 else None
    if draw(st.booleans()):
        found |= {"qualifier": "between", "range_upper": number + draw(st.sampled_from([Decimal(1), Decimal("0.5")]))}
        found["resolution"] = None
    return found if planned or name == "share" else found | draw(st.sampled_from(ERRORS))


@st.composite
def tables(draw: st.DrawFn, *, planned: bool, detailed: bool) -> pa.Table:
    rows: list[dict[str, Any]] = []
    for name in UNITS:
        number = draw(st.sampled_from(["1", "9.5", "10", "10", "10.4", "10.5", "11", "99.96"]))
        rows.append(
            {
                "observation": name,
                "indicator": name,
                "place": "VN-01",
                "unit": UNITS[name],
                "qualifier": draw(st.sampled_from(QUALIFIERS)),
                "statuses": None if planned else draw(st.sampled_from([None, None, "estimated", "planned"])),
                "period_start": dt.date(2018, 1, 1),
                "period_end": dt.date(2018, 12, 31),
                "obs_value": Decimal(number),
                **(details(draw, name, Decimal(number), planned=planned) if detailed else {}),
            }
        )
    return pa.Table.from_pylist(rows, schema=pa.schema([*SCHEMA, *(DETAILS if detailed else ())]))


def figures_and_plans() -> st.SearchStrategy[tuple[pa.Table, pa.Table]]:
    return st.booleans().flatmap(
        lambda detailed: st.tuples(tables(planned=False, detailed=detailed), tables(planned=True, detailed=detailed))
    )


def by_objects(figures: pa.Table, plans: pa.Table) -> dict[str, tuple[str, str | None]]:
    review = review_of(from_frame(figures, INDICATORS), INDICATORS)
    targets = [
        Target(
            id=f"{item.id}.plan",
            indicator=item.indicator,
            place=item.place,
            value=item.value,
            time=item.time,
            time_collection=item.time_collection,
            per=item.per,
        )
        for item in from_frame(plans, INDICATORS)
        if not isinstance(item.value, Absent)
    ]
    review = attrs.evolve(review, targets=targets)
    made = {target.indicator: assess(target, review.observation(target.indicator), review) for target in targets}
    return {
        name: (item.outcome.value, None if isinstance(item.reason, Absent) else item.reason.value)
        for name, item in made.items()
    }


@settings(deadline=None)
@given(figures_and_plans(), st.sampled_from(BACKENDS), st.booleans())
def test_outcomes_are_those_of_the_model(made: tuple[pa.Table, pa.Table], backend: str, stored: bool) -> None:
    figures, plans = made
    try:
        expected = by_objects(figures, plans)
    except (DocumentError, ReviewError):
        reject()
    if stored:  # the frame of a review has the possible values as columns
        review = review_of(from_frame(figures, INDICATORS), INDICATORS)
        figures = to_frame(review, "pyarrow").drop_columns(["review"])
    found = rows_of(attainment(in_backend(figures, backend), in_backend(plans, backend), INDICATORS))
    assert {row["indicator"]: (row["outcome"], row["reason"]) for row in found} == expected


def test_bounds_are_in_the_unit_of_the_indicator() -> None:
    row = {"observation": "share", "indicator": "share", "place": "VN-01", "unit": "per_mille"}
    row |= {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}
    figures = pa.Table.from_pylist([{**row, "obs_value": Decimal(950)}], schema=SCHEMA)
    plans = pa.Table.from_pylist([{**row, "obs_value": Decimal(900), "qualifier": "at_most"}], schema=SCHEMA)
    for backend in BACKENDS:
        found = rows_of(attainment(in_backend(figures, backend), in_backend(plans, backend), INDICATORS))
        assert [row["outcome"] for row in found] == ["not_met"], backend
    with localcontext(Context(prec=1, Emin=0, Emax=0, traps=[Overflow, Underflow, Inexact])):
        assert attainment(figures, plans, INDICATORS)["outcome"].to_pylist() == ["not_met"]


def test_a_power_of_ten_needs_the_resolution_of_each_number() -> None:
    """Without it, 5 with 3 zeros may be 5,000 or about 5 thousand."""
    row = {"indicator": "more", "place": "VN-01", "unit": "household", "obs_value": Decimal(5)}
    row |= {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}
    table = pa.Table.from_pylist([row], schema=SCHEMA).append_column("unit_mult", pa.array([3]))
    with pytest.raises(FieldError, match="column resolution: the table lacks a column"):
        attainment(table, table, INDICATORS)


def test_an_unknown_qualifier_decides_nothing() -> None:
    row = {"observation": "more", "indicator": "more", "place": "VN-01", "unit": "household"}
    row |= {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}

    def outcomes(actual: str | None, wanted: str, backend: str) -> list[tuple[object, object]]:
        figures = pa.Table.from_pylist([{**row, "obs_value": Decimal(950), "qualifier": actual}], schema=SCHEMA)
        plans = pa.Table.from_pylist([{**row, "obs_value": Decimal(900), "qualifier": wanted}], schema=SCHEMA)
        found = rows_of(attainment(in_backend(figures, backend), in_backend(plans, backend), INDICATORS))
        return [(item["outcome"], item["reason"]) for item in found]

    for backend in BACKENDS:
        assert outcomes(None, "at_least", backend) == [("met", None)], backend
        assert outcomes("roughly", "at_least", backend) == [("cannot_tell", None)], backend
        assert outcomes("exact", "roughly", backend) == [("undefined", "target_unclear")], backend


AFTER = {"period_start": dt.date(2026, 1, 1), "period_end": dt.date(2026, 12, 31)}
UNCLEAR: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("VN-01", {"obs_value": float("nan")}, {}, "actual_not_stated"),
    ("VN-02", {"obs_value": float("inf")}, {}, "actual_not_stated"),
    ("VN-03", {"range_upper": float("nan")}, {}, "actual_not_stated"),
    ("VN-04", {}, {"obs_value": float("nan")}, "target_not_stated"),
    ("VN-05", {}, {"obs_value": float("-inf")}, "target_not_stated"),
    ("VN-06", {"unit": "furlong"}, {"unit": "furlong"}, "other_form"),
    ("VN-07", {"unit": "hectare"}, {"unit": "hectare"}, "other_form"),
    ("VN-25", AFTER, AFTER, "other_place"),
]
"""Places, the cells of their figures and of their targets, and why nothing can be decided."""


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("without", [[], ["period_start"], ["period_start", "period_end"]])
def test_what_is_not_a_figure_of_its_indicator_decides_nothing(without: list[str], backend: str) -> None:
    usual = {"indicator": "more", "unit": "household", "obs_value": 10.0, "range_upper": None}
    usual |= {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}
    schema = pa.schema([*SCHEMA, ("range_upper", pa.float64())])
    schema = schema.set(schema.get_field_index("obs_value"), pa.field("obs_value", pa.float64()))
    figures, plans = (
        pa.Table.from_pylist([usual | {"place": place, **row[of]} for place, *row, _ in UNCLEAR], schema=schema)
        for of in (0, 1)
    )
    found = rows_of(
        attainment(in_backend(figures, backend), in_backend(plans.drop_columns(without), backend), INDICATORS)
    )
    assert {row["place"]: (row["outcome"], row["reason"]) for row in found} == {
        place: ("undefined", reason) for place, *_, reason in UNCLEAR
    }


@pytest.mark.parametrize("backend", BACKENDS)
def test_columns_of_the_figures_are_not_taken_for_those_of_the_targets(backend: str) -> None:
    row = {"indicator": "more", "place": "VN-01", "unit": "household", "obs_value": Decimal(10)}
    row |= {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}
    figures = pa.Table.from_pylist([row], schema=SCHEMA)
    mine = figures.append_column("target_unit", [["hectare"]]).append_column("target_obs_value", [[0]])
    (found,) = rows_of(attainment(in_backend(mine, backend), in_backend(figures, backend), INDICATORS))
    assert (found["target_unit"], found["target_value"], found["outcome"]) == ("hectare", 10, "met")
    again = attainment(in_backend(figures, backend), in_backend(figures, backend), INDICATORS)
    with pytest.raises(FieldError, match="names of results; got 'target, target_value, outcome, reason'"):
        attainment(again, in_backend(figures, backend), INDICATORS)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_resolution_of_1_is_a_count_only_without_a_power_of_ten(backend: str) -> None:
    row = {"indicator": "more", "place": "VN-01", "unit": "household", "obs_value": Decimal(10)}
    row |= {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}
    table = pa.Table.from_pylist([row], schema=SCHEMA).append_column("resolution", [[Decimal("1.0000")]])
    outcomes = []
    for power in (0, 3):
        frame = in_backend(table.append_column("unit_mult", [[power]]), backend)
        outcomes += [found["outcome"] for found in rows_of(attainment(frame, frame, INDICATORS))]
    assert outcomes == ["met", "cannot_tell"]


def test_a_margin_counts_without_the_columns_for_an_interval() -> None:
    """10.9 ± 0.5 may be above or below 11."""
    row = {"observation": "share", "indicator": "share", "place": "VN-01", "unit": "percent"}
    row |= {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31), "resolution": Decimal("0.1")}
    schema = pa.schema([field for field in (*SCHEMA, *DETAILS) if field.name[-5:] not in ("lower", "upper")])
    plans = pa.Table.from_pylist([{**row, "obs_value": Decimal(11), "qualifier": "at_least"}], schema=schema)
    for error, outcome in (({}, "not_met"), (ERRORS[1], "cannot_tell")):
        figures = pa.Table.from_pylist([{**row, "obs_value": Decimal("10.9"), **error}], schema=schema)
        assert by_objects(figures, plans)["share"][0] == outcome
        for backend in BACKENDS:
            found = rows_of(attainment(in_backend(figures, backend), in_backend(plans, backend), INDICATORS))
            assert [row["outcome"] for row in found] == [outcome], backend
