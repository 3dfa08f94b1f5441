"""Audits of frames with rare relations and cells find what audits of reviews find, on every engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from attrs import evolve

from aseansc import Direction, Indicator, Unit
from aseansc.audit import Verdict, audit
from aseansc.errors import DocumentError, FieldTypeError
from aseansc.frames import attainment, audit as audit_frame, check, from_frame
from aseansc.indicators import Breakdown
from aseansc.units import UnitKind, hectare, household, per_mille, percent, person, times, tonne
from tests._frame_data import BACKENDS, in_backend, indicator, on_the_engine, review_of, rows_of
from tests.test_frame_audits import SEVERAL, YEARS, contradictions_in, table_of

START, END = YEARS[0]
RATES = (
    indicator("people", person, "stock"),
    indicator("households", household, "stock"),
    indicator("share", percent, "rate"),
    indicator("size", person / household, "rate", numerator="people", denominator="households"),
    indicator("other-dimensions", percent, "rate", numerator="people", denominator="households"),
    indicator("other-quotient", tonne / hectare, "rate", numerator="people", denominator="households"),
    indicator("no-quotient", per_mille, "rate", numerator="share", denominator="households"),
    indicator("no-quotient-in-tonnes", tonne / hectare, "rate", numerator="share", denominator="people"),
    indicator("sown", hectare, "stock"),
    indicator("of-one-dimension", times, "rate", numerator="sown", denominator="sown"),
)
PIG = Unit.counting("pig", en="pig", vi="con")
SCORE = Unit(
    code="score", kind=UnitKind.COUNT, dimension="pig", factor=Decimal(20), en="score", plural="scores", vi="hai chục"
)
HERD = (
    indicator("herd", SCORE, "stock", breakdowns=[Breakdown(parts=("sows", "boars"), complete=True, disjoint=True)]),
    indicator("sows", PIG, "stock"),
    indicator("boars", PIG, "stock"),
)


def table(indicators: Iterable[Indicator], *figures: tuple[str, str], **more: Any) -> pa.Table:
    units = {item.id: item.unit.code for item in indicators}
    usual = {"place": "VN-01", "time_collection": "end", "period_start": START, "period_end": END, **more}
    return table_of(
        [{**usual, "indicator": name, "unit": units[name], "obs_value": Decimal(value)} for name, value in figures]
    )


def compared(rows: pa.Table, known: tuple[Indicator, ...]) -> set[tuple[str, str]]:
    """Return the contradictions of a frame, if they are the same on every engine and in a review."""
    units = {part.code: part for item in known for part in item.unit.custom_parts}
    cited = review_of(from_frame(rows, known), known, units=tuple(units.values()))
    wrong = [item for item in audit(cited).checks if item.verdict in (Verdict.CONTRADICTED, Verdict.CONDITIONAL)]
    found = {(item.code.value, ";".join(sorted(item.figures))) for item in wrong}
    for backend in BACKENDS:
        with on_the_engine():
            made = rows_of(audit_frame(in_backend(rows, backend), known))
        assert {(row["code"], ";".join(sorted(row["figures"].split(";")))) for row in made} == found, backend
    return found


def test_a_rate_is_compared_only_if_the_unit_of_its_quotient_is_its_own() -> None:
    figures = [("people", "100"), ("households", "10"), ("share", "5"), ("size", "3")]
    figures += [(item.id, "7") for item in RATES[4:]]
    assert compared(table(RATES, *figures), RATES) == {("rate-ratio", "figure-000;figure-001;figure-003")}


@pytest.mark.parametrize(("whole", "agrees"), [("2", True), ("2.5", False), ("3", False)])
def test_parts_may_be_counted_in_another_unit_than_their_whole(whole: str, agrees: bool) -> None:
    found = compared(table(HERD, ("herd", whole), ("sows", "21"), ("boars", "19")), HERD)
    assert not found if agrees else {code for code, _ in found} == {"parts-sum"}


def test_categories_in_another_order_are_the_same() -> None:
    rows = table(RATES, ("households", "10"))
    parts = [
        table(RATES, ("households", value), breakdown=text)
        for value, text in (("12", "sex:female;area:rural"), ("8", "area:rural;sex:female"))
    ]
    found = compared(renumbered([rows, *parts]), RATES)
    assert found == {("category-within", "figure-000;figure-001"), ("restatement", "figure-001;figure-002")}


def renumbered(tables: list[pa.Table]) -> pa.Table:
    rows = pa.concat_tables(tables)
    names = pa.array([f"figure-{number:03}" for number in range(len(rows))])
    return rows.set_column(rows.schema.get_field_index("observation"), "observation", names)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("obs_value", "a"),
        ("obs_value", True),
        ("place", 5),
        ("period_start", 5),
        ("period_start", 5.0),
        ("period_start", dt.datetime(2018, 1, 1, 5)),
    ],
)
def test_a_column_of_pandas_with_several_types_is_refused(column: str, cell: object) -> None:
    import pandas as pd

    frame = in_backend(table(RATES, ("people", "1"), ("people", "2")), "pandas")
    frame[column] = pd.Series([frame[column][0], cell], dtype=object)
    for read in (audit_frame, check):
        with pytest.raises(FieldTypeError, match=rf"column {column}: a column has cells of several types"):
            read(frame, RATES)
    with pytest.raises(DocumentError, match=rf"column {column}: the column has another type"):
        from_frame(frame, RATES)


def test_targets_may_be_in_a_frame_of_another_library() -> None:
    known = [evolve(RATES[0], better=Direction.UP)]
    rows, plans = table(known, ("people", "100")), table(known, ("people", "90"))
    (found,) = rows_of(attainment(in_backend(rows, "polars"), in_backend(plans, "duckdb"), known))
    assert (found["target_value"], found["outcome"]) == (90, "met")


@pytest.mark.parametrize("apart", [3, 6])
def test_rows_with_problems_and_citations_that_overlap_hide_no_contradiction(apart: int) -> None:
    """A stock is no total. Citations of five characters overlap if they start three characters apart."""
    rows = table_of([*SEVERAL, {**SEVERAL[0], "obs_value": Decimal(99), "time_collection": "total"}])
    cells = {"document": "report", "printed": "12345"}
    for name, cell in cells.items():
        rows = rows.append_column(name, pa.array([cell] * len(rows)))
    starts = [apart * number for number in range(len(rows))]
    rows = rows.append_column("cited_from", pa.array(starts))
    rows = rows.append_column("cited_to", pa.array([start + 5 for start in starts]))
    assert contradictions_in(rows) == contradictions_in(table_of(SEVERAL))
