"""Audits of frames find the same contradictions as audits of reviews, on every engine."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any
from unittest import mock

import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st

from aseansc import Indicator, Interval
from aseansc.audit import CheckCode, audit
from aseansc.datasets import lai_chau
from aseansc.errors import FieldError, FieldTypeError
from aseansc.frames import CONTRADICTION_COLUMNS, UNCHECKED, _audit, _tables, audit as audit_frame, from_frame
from aseansc.indicators import Breakdown
from aseansc.units import commune, dwelling, hectare, household, per_mille, percent, person, person_turn, rank, tonne
from tests._frame_data import BACKENDS, in_backend, indicator, on_the_engine, review_of, rows_of
from tests._profile import examples

BOUNDS = Interval(lower=0, upper=100)
SHARES = (
    indicator(
        "pupils",
        person,
        "stock",
        breakdowns=[Breakdown(parts=("primary", "lower", "upper"), complete=True, disjoint=True)],
    ),
    *(indicator(name, person, "stock") for name in ("primary", "lower", "upper")),
    *(
        indicator(f"{name}-share", percent, "rate", bounds=BOUNDS, numerator=name, denominator="pupils")
        for name in ("primary", "lower", "upper")
    ),
    indicator("communes", commune, "stock"),
    indicator("communes-with-road", commune, "stock"),
    indicator("road-share", percent, "rate", bounds=BOUNDS, numerator="communes-with-road", denominator="communes"),
    indicator("rank", rank, "rate", denominator="communes"),
)
OVER_TIME = (
    indicator("population", person, "stock"),
    indicator("births", person, "flow"),
    indicator("birth-rate", per_mille, "rate", numerator="births", denominator="population"),
    indicator("homes", dwelling, "stock", inflows=("built",), outflows=("lost",), flows_complete=True),
    indicator("built", dwelling, "flow"),
    indicator("lost", dwelling, "flow"),
)
"""Indicators whose figures of several times are compared."""
INDICATORS: tuple[Indicator, ...] = (
    indicator(
        "households",
        household,
        "stock",
        breakdowns=[
            Breakdown(parts=("poor", "other"), complete=True, disjoint=True),
            Breakdown(parts=("with-water", "with-power"), complete=True, disjoint=False),
        ],
    ),
    indicator("poor", household, "stock"),
    indicator("other", household, "stock"),
    indicator("with-water", household, "stock"),
    indicator("with-power", household, "stock"),
    indicator("rate", percent, "rate", bounds=Interval(lower=0, upper=100), numerator="poor", denominator="households"),
    indicator("visits", person_turn, "flow"),
    indicator("helped", household, "flow"),
    indicator("harvest", tonne, "flow"),
    indicator("land", hectare, "stock"),
    indicator("yield", tonne / hectare, "rate", numerator="harvest", denominator="area-cut"),
    indicator("area-cut", hectare, "flow"),
    *SHARES,
    *OVER_TIME,
)
CODES = tuple(code for code in CheckCode if code not in UNCHECKED)
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("observation", "indicator", "place", "breakdown", "unit", "qualifier")),
        *((name, pa.string()) for name in ("time_collection", "per", "statuses", "lists")),
        *((name, pa.date32()) for name in ("period_start", "period_end")),
        ("obs_value", pa.decimal128(18, 4)),
    ]
)
NEAR = {
    "households": ["10", "11", "10"],
    "poor": ["4", "4", "5", "12"],
    "other": ["6", "6", "7"],
    "with-water": ["7", "11"],
    "with-power": ["2", "8"],
    "rate": ["40", "40", "41", "40.5", "39.9", "80"],
    "visits": ["5", "10", "15", "5"],
    "helped": ["5", "10", "15"],
    "harvest": ["12", "12.5", "24"],
    "land": ["4.5", "9", "2"],
    "yield": ["3", "3.1", "2.9", "6"],
    "area-cut": ["4", "4.2", "8"],
    "pupils": ["100", "101"],
    "primary": ["50", "51"],
    "lower": ["30", "35"],
    "upper": ["20", "19"],
    "primary-share": ["50", "50", "49.5"],
    "lower-share": ["30", "30.0", "35"],
    "upper-share": ["20", "20.4", "19"],
    "communes": ["20", "21"],
    "communes-with-road": ["6", "7"],
    "road-share": ["30", "33.3"],
    "rank": ["3", "25"],
    "population": ["1000", "1100"],
    "births": ["20", "25"],
    "birth-rate": ["20", "19", "30"],
    "homes": ["10", "13", "12"],
    "built": ["5", "4"],
    "lost": ["2", "3"],
}
YEARS = [(dt.date(2018, 1, 1), dt.date(2018, 12, 31)), (dt.date(2018, 1, 1), dt.date(2018, 6, 30))]
YEARS += [(dt.date(2018, 7, 1), dt.date(2018, 12, 31)), (dt.date(2017, 1, 1), dt.date(2018, 12, 31))]
YEARS += [(dt.date(2017, 1, 1), dt.date(2017, 12, 31)), (dt.date(2019, 1, 1), dt.date(2019, 12, 31))]
KINDS = {item.id: item.kind.value for item in INDICATORS}
UNITS = {item.id: item.unit.code for item in INDICATORS}


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    name = draw(st.sampled_from(sorted(NEAR)))
    flow = KINDS[name] == "flow"
    collection = draw(st.sampled_from(["total", "total", "average"] if flow else ["end", "end", "end", "within", "at"]))
    start, end = draw(st.sampled_from(YEARS if flow else YEARS[:1] * 3 + YEARS[1:2]))
    unit = UNITS[name]
    value = Decimal(draw(st.sampled_from(NEAR[name])))
    if unit == "hectare" and draw(st.integers(0, 5)) == 0:
        unit, value = "square_kilometre", value / 100
    return {
        "indicator": name,
        "place": draw(st.sampled_from(["VN-01", "VN-01", "VN-01-105", "VN-01-106", "VN"])),
        "breakdown": draw(st.sampled_from([None, None, None, "sex:female", "sex:male", "sex:male;residence:urban"])),
        "unit": unit,
        "qualifier": draw(st.sampled_from([None] * 8 + ["over", "about", "at_most", "nearly"])),
        "time_collection": collection,
        "per": draw(st.sampled_from(["year", "year", "month"])) if collection == "average" else None,
        "statuses": draw(st.sampled_from([None] * 6 + ["estimated", "planned"])),
        "period_start": end if collection == "at" else start,
        "period_end": end,
        "obs_value": value,
    }


def table_of(found: list[dict[str, Any]]) -> pa.Table:
    cells = [{**row, "observation": f"figure-{number:03}"} for number, row in enumerate(found)]
    return pa.Table.from_pylist(cells, schema=SCHEMA)


BY_AGE = ("age:0-4", "age:5-14", "age:0-14", "age:y_ge15")
CROSSED = ("sex:male;residence:urban", "residence:rural;sex:male", "residence:urban;sex:male")
FAMILIES: list[list[dict[str, Any]]] = [
    [{"indicator": name} for name in ("households", "poor", "other", "with-water", "with-power", "rate")],
    [{"indicator": "households", "breakdown": name} for name in (None, "sex:female", "sex:male")],
    [{"indicator": "rate", "breakdown": name} for name in (None, "residence:urban", "residence:rural")],
    [{"indicator": name} for name in ("harvest", "area-cut", "yield")],
    [{"indicator": "land", "place": place} for place in ("VN-01", *(f"VN-01-{number}" for number in range(105, 113)))],
    [{"indicator": "visits", "span": span} for span in (0, 1, 2, 3)],
    [{"indicator": "helped", "span": span} for span in (0, 1, 2)] + [{"indicator": "helped", "per": "year"}],
    [{"indicator": "visits", "span": 3, "per": "year"}, {"indicator": "visits", "span": 3}, {"indicator": "visits"}],
    [{"indicator": f"{name}-share"} for name in ("primary", "lower", "upper")],
    [{"indicator": name} for share in ("primary", "lower") for name in (share, f"{share}-share")],
    [{"indicator": name} for name in ("communes", "road-share", "rank")],
    [
        {"indicator": "birth-rate", "time_collection": "within"},
        {"indicator": "births"},
        {"indicator": "population"},
        {"indicator": "population", "span": 4},
    ],
    [
        {"indicator": "homes", "span": 4},
        {"indicator": "built"},
        {"indicator": "lost"},
        {"indicator": "homes"},
        {"indicator": "homes", "time_collection": "beginning"},
    ],
    [{"indicator": "homes", "time_collection": "each", "span": 3}, {"indicator": "homes"}, {"indicator": "homes"}],
    [{"indicator": "visits", "span": span, "time_collection": "to_date"} for span in (1, 0, 3)],
    [{"indicator": "visits"}, {"indicator": "visits", "span": 1, "time_collection": "to_date"}],
    [{"indicator": "homes", "time_collection": name} for name in ("end", "within", "at")],
    [{"indicator": "homes", "span": 5, "time_collection": "beginning"}, {"indicator": "homes"}],
    [{"indicator": "communes", "lists": lists} for lists in ('["A", "B"]', None)],
    [{"indicator": "households", "breakdown": name} for name in (None, "sex:female", "sex:male", "sex:unknown")],
    [{"indicator": "households", "breakdown": name} for name in (None, *BY_AGE)],
    [{"indicator": "households", "breakdown": name} for name in ("sex:male", *CROSSED)],
]


@st.composite
def families(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return figures that are compared with one another, most of them near to what agrees."""
    found: list[dict[str, Any]] = []
    for given_cells in draw(st.sampled_from(FAMILIES)):
        if draw(st.integers(0, 9)) == 0:
            continue
        cells = dict(given_cells)
        name, per = cells["indicator"], cells.get("per")
        if cells.get("time_collection") == "each":
            cells["per"] = "year"
        start, end = YEARS[cells.pop("span", 0)]
        start, end = (end, end) if cells.get("time_collection") == "at" else (start, end)
        flow = KINDS[name] == "flow"
        value = NEAR[name][0] if draw(st.integers(0, 2)) else draw(st.sampled_from(NEAR[name]))
        found.append(
            {
                "place": "VN-01",
                "breakdown": None,
                "unit": UNITS[name],
                "qualifier": draw(st.sampled_from([None] * 12 + ["over", "about", "at_most"])),
                "time_collection": "average" if per else "total" if flow else "end",
                "per": per,
                "statuses": draw(st.sampled_from([None] * 12 + ["estimated"])),
                "period_start": start,
                "period_end": end,
                "obs_value": Decimal(value),
                **cells,
            }
        )
    return found


def in_their_places(groups: list[list[dict[str, Any]]]) -> pa.Table:
    """Return families as a table, each in a place of its own unless it is about places."""
    found = [
        {**row, "place": f"place-{number}" if {cells["place"] for cells in group} == {"VN-01"} else row["place"]}
        for number, group in enumerate(groups)
        for row in group
    ]
    return table_of(found)


tables = st.one_of(
    st.lists(figures(), max_size=20).map(table_of),
    st.lists(families(), min_size=2, max_size=20).map(in_their_places),
    st.lists(families(), max_size=4).map(lambda groups: table_of([row for group in groups for row in group])),
)


def _with_values(*cells: tuple[str, str, dict[str, Any]]) -> list[dict[str, Any]]:
    start, end = YEARS[0]
    usual: dict[str, Any] = {"place": "VN-01", "period_start": start, "period_end": end}
    return [
        {
            **usual,
            "indicator": name,
            "unit": UNITS[name],
            "time_collection": "total" if KINDS[name] == "flow" else "end",
            "obs_value": Decimal(value),
            **more,
        }
        for name, value, more in cells
    ]


SEVERAL = _with_values(
    ("households", "10", {}),
    ("poor", "4", {}),
    ("other", "7", {}),
    ("with-water", "11", {}),
    ("rate", "45", {}),
    ("households", "4", {"breakdown": "sex:female"}),
    ("households", "8", {"breakdown": "sex:male"}),
    ("harvest", "12", {}),
    ("area-cut", "4", {}),
    ("yield", "5.5", {}),
    ("land", "4", {}),
    ("land", "6", {"place": "VN-01-105"}),
    ("visits", "5", {}),
    ("visits", "9", {"time_collection": "average", "per": "year"}),
    ("visits", "7", {"period_end": YEARS[1][1]}),
)
"""Figures with a contradiction in each family of checks."""


@pytest.mark.parametrize("backend", ["pandas", "polars lazy", "duckdb"])
def test_each_family_of_checks_finds_its_contradiction(backend: str) -> None:
    with on_the_engine():
        found = contradictions_in(in_backend(table_of(SEVERAL), backend))
    assert found == contradictions_by_objects(table_of(SEVERAL))
    assert {code for code, *_ in found} >= {
        *("parts-sum", "parts-within", "rate-ratio", "category-sum", "place-sum", "flow-average", "flow-spans")
    }


MISSED = {
    "a part above its whole, without a rate": (("households", "100", {}), ("poor", "200", {})),
    "a stock that is stated twice, below a flow": (
        ("birth-rate", "2.27", {"time_collection": "within"}),
        ("births", "930", {}),
        ("population", "911200", {"time_collection": "average", "per": "year"}),
        ("population", "409700", {"time_collection": "average", "per": "year"}),
    ),
}


@pytest.mark.parametrize("backend", ["pandas", "polars lazy", "duckdb"])
def test_a_relation_is_compared_without_its_rate_and_with_figures_stated_twice(backend: str) -> None:
    tables = {name: table_of(_with_values(*cells)) for name, cells in MISSED.items()}
    with on_the_engine():
        found = contradictions_by_review(tables, backend)
    for name, table in tables.items():
        assert found[name] == contradictions_by_objects(table), name
        assert {code for code, *_ in found[name]} & {"rate-subgroup", "rate-ratio"}, name


@pytest.mark.parametrize("backend", BACKENDS)
def test_figures_without_ids_are_named_by_what_they_are_figures_of(backend: str) -> None:
    """And not by the number of a row among those that the engine returns. None is left out."""
    right = _with_values(("poor", "4", {"place": "VN-02"}), ("households", "10", {"place": "VN-02"}))
    wrong = _with_values(("poor", "200", {}), ("households", "100", {}))
    again = _with_values(*(("households", number, {"place": "VN-03"}) for number in ("10", "20", "30")))
    table = table_of([*right, *wrong, *again]).drop_columns(["observation"])
    with on_the_engine():
        rows = rows_of(audit_frame(in_backend(table, backend), INDICATORS))
    assert [row["code"] for row in rows if row["place"] == "VN-03"] == ["restatement", "restatement"]
    rows = [row for row in rows if row["place"] != "VN-03"]
    start, end = YEARS[0]
    names = {f"poor VN-01 {start}/{end} end", f"households VN-01 {start}/{end} end"}
    assert {row["code"] for row in rows} == {"parts-within", "rate-subgroup"}
    for row in rows:
        assert {*row["figures"].split(";")} == names
        assert f"(row poor VN-01 {start}/{end} end)" in row["message"]


def test_contradictions_are_found_without_polars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_tables, "is_installed", lambda _: False)
    with on_the_engine(), mock.patch.object(_audit, "_MANY", 0):
        found = contradictions_in(in_backend(table_of(SEVERAL), "duckdb"))
    assert found == contradictions_by_objects(table_of(SEVERAL))


def test_a_category_of_two_breakdowns_is_within_the_whole() -> None:
    within = {"breakdown": "sex:female;area:rural"}
    table = table_of(_with_values(("households", "10", {}), ("households", "12", within)))
    found = contradictions_by_objects(table)
    assert found
    for backend in ("pyarrow", "duckdb"):
        assert contradictions_in(in_backend(table, backend)) == found, backend


def test_contradictions_in_very_many_places_are_all_found() -> None:
    rows = _with_values(("households", "10", {}), ("poor", "4", {}), ("other", "7", {}))
    table = table_of([{**row, "place": f"place-{place}"} for place in range(600) for row in rows])
    with on_the_engine():
        found = rows_of(audit_frame(in_backend(table, "duckdb"), INDICATORS))
    assert {row["place"] for row in found if row["code"] == "parts-sum"} == {f"place-{place}" for place in range(600)}


@pytest.mark.parametrize("backend", ["pandas", "polars lazy", "duckdb"])
def test_figures_are_compared_without_their_statuses(backend: str) -> None:
    table = table_of([*SEVERAL, *SEVERAL]).drop_columns(["statuses"])
    with on_the_engine(), mock.patch.object(_audit, "_MANY", 0):  # so that they are looked at again
        found = contradictions_in(in_backend(table, backend))
    assert found == contradictions_by_objects(table)
    assert found


def test_the_first_day_of_the_calendar_has_no_day_before_it() -> None:
    """Some programs write it for a day that is not known."""
    first = {"period_start": dt.date.min}
    cells = (("homes", "10", {"time_collection": "beginning", **first}), ("built", "5", first), ("lost", "1", first))
    table = table_of(_with_values(*cells, ("homes", "20", {})))
    with on_the_engine():
        found = contradictions_in(in_backend(table, "polars lazy"))
    assert found == contradictions_by_objects(table)


def test_a_column_without_a_value_is_no_column() -> None:
    """Also for the model, which reads a flow as a total and a level as that at the end of its time."""
    table = table_of(
        _with_values(
            *(
                ("visits", "5", {}),
                ("visits", "9", {"period_end": YEARS[1][1]}),
                ("visits", "6", {"period_start": YEARS[1][0], "period_end": YEARS[1][1]}),
            ),
            *(("homes", "10", {}), ("built", "4", {"period_start": YEARS[1][0], "period_end": YEARS[1][1]})),
            *(
                ("lost", "1", {"period_start": YEARS[1][0], "period_end": YEARS[1][1]}),
                ("homes", "20", {"period_start": YEARS[1][0], "period_end": YEARS[1][1]}),
            ),
            *(
                ("poor", "4", {}),
                ("rate", "45", {}),
                ("households", "10", {}),
                ("households", "11", {"breakdown": "sex:male"}),
            ),
        )
    )
    with on_the_engine():
        for name in ("time_collection", "per", "statuses", "qualifier", "breakdown"):
            number = table.schema.get_field_index(name)
            empty = table.set_column(number, name, pa.nulls(len(table), pa.string()))
            for given in (empty, table.drop_columns([name])):
                found = contradictions_in(in_backend(given, "polars"))
                assert found == contradictions_by_objects(given), name
                assert {code for code, *_ in found} >= {"flow-spans", "rate-ratio"}, name


def contradictions_in(frame: Any) -> set[tuple[str, ...]]:
    return {contradiction_in(row) for row in rows_of(audit_frame(frame, INDICATORS))}


def contradictions_by_review(tables: dict[str, pa.Table], backend: str) -> dict[str, set[tuple[str, ...]]]:
    named = [table.append_column("review", pa.array([name] * len(table), "string")) for name, table in tables.items()]
    rows = rows_of(audit_frame(in_backend(pa.concat_tables(named), backend), INDICATORS))
    return {name: {contradiction_in(row) for row in rows if row["review"] == name} for name in tables}


def contradiction_in(row: dict[str, Any]) -> tuple[str, ...]:
    return (row["code"], row["verdict"], row["nature"] or "", *sorted(row["figures"].split(";")))


def contradictions_by_objects(table: pa.Table) -> set[tuple[str, ...]]:
    review = review_of(from_frame(table, INDICATORS), INDICATORS)
    return {
        (check.code.value, check.verdict.value, check.nature.value if check.nature else "", *sorted(check.figures))
        for check in audit(review).checks
        if check.code in CODES and check.verdict.value in ("contradicted", "conditional")
    }


@settings(deadline=None, max_examples=examples(0.15))
@given(st.lists(tables, min_size=4, max_size=8), st.sampled_from(BACKENDS), st.sampled_from([0, 1000]))
def test_a_frame_has_the_contradictions_of_its_reviews(reviews: list[pa.Table], backend: str, many: int) -> None:
    """Also if the groups that an engine finds are looked at again before the model judges them.

    A frame holds several reviews, because engines take longer to plan the queries than to run them.
    """
    tables = {str(number): table for number, table in enumerate(reviews)}
    with mock.patch.object(_audit, "_MANY", many):
        found = contradictions_by_review(tables, backend)
    assert found == {number: contradictions_by_objects(table) for number, table in tables.items()}


RATES = [
    {"obs_value": Decimal(20)},
    {"obs_value": Decimal(20), "qualifier": "about"},
    {"obs_value": Decimal(200), "unit": "per_mille"},
]


def test_figures_in_other_units_or_stated_again_do_not_become_objects() -> None:
    """Only the place with a contradiction does: a national table has many of them."""
    given_cells = [{}, {}, *({"indicator": "rate", **change} for change in RATES)]
    cells = _with_values(("households", "10", {}), ("poor", "2", {}), *[("rate", "20", {})] * len(RATES))
    agreed = [{**cell, **more} for cell, more in zip(cells, given_cells, strict=True)]
    rows = [{**row, "place": f"place-{place}"} for place in range(400) for row in agreed]
    rows[1001] |= {"obs_value": Decimal(3)}
    with mock.patch.object(_audit, "valid_review", wraps=_audit.valid_review) as judged:
        found = contradictions_in(in_backend(table_of(rows), "polars"))
    assert found == {("rate-ratio", "conditional", "", "figure-1000", "figure-1001", "figure-1002")}
    (call,) = judged.call_args_list
    assert len(call.args[0]) == len(agreed)


@pytest.mark.parametrize("backend", ["pandas", "duckdb"])
def test_the_reference_review_has_one_conditional_check(backend: str) -> None:
    review = lai_chau.load()
    frame = review.to_frame(backend.partition(" ")[0])  # type: ignore[arg-type]
    (row,) = rows_of(audit_frame(frame, review.indicators))
    assert list(row) == [column.name for column in CONTRADICTION_COLUMNS]
    (check,) = [check for check in audit(review).conditional if check.code is CheckCode.FLOW_AVERAGE]
    assert (row["code"], row["verdict"], row["figures"]) == ("flow-average", "conditional", ";".join(check.figures))
    assert row["assumption"] == "same_time"
    assert str(row["message"]).split(" As printed")[0] == check.message().split(" As printed")[0]


def test_only_the_wanted_checks_are_made() -> None:
    table = table_of(SEVERAL)
    wanted = (CheckCode.PARTS_SUM, CheckCode.RATE_RATIO)
    found = {row["code"]: row["figures"] for row in rows_of(audit_frame(table, INDICATORS, checks=wanted))}
    every = {row["code"]: row["figures"] for row in rows_of(audit_frame(table, INDICATORS))}
    assert found == {code: every[code] for code in wanted}
    assert rows_of(audit_frame(table, INDICATORS, checks=())) == []
    with pytest.raises(FieldError, match="the check is not made on frames"):
        audit_frame(table, INDICATORS, checks=[CheckCode.PLAN_ACTUAL])


def test_wrong_arguments_are_refused() -> None:
    table = table_of([])
    with pytest.raises(FieldError, match="unknown language"):
        audit_frame(table, INDICATORS, lang="fr")  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError):
        audit_frame(5, INDICATORS)
    with pytest.raises(FieldTypeError):
        audit_frame(table, 5)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="several check codes"):
        audit_frame(table, INDICATORS, checks=5)  # type: ignore[arg-type]


def _nested(count: int) -> list[dict[str, Any]]:
    """Return totals of times that each lie within the one before."""
    return [
        {
            "indicator": "visits",
            "place": "VN-01",
            "time_collection": "total",
            "period_start": dt.date(2010, 1, 1),
            "period_end": dt.date(2010, 1, 1) + dt.timedelta(days=number),
            "obs_value": Decimal(1 + number),
            "unit": "person_turn",
        }
        for number in range(count)
    ]


def test_too_many_times_within_one_another_are_refused() -> None:
    with pytest.raises(FieldError, match="too many times lie within one another"):
        audit_frame(pa.Table.from_pylist(_nested(1100), SCHEMA), INDICATORS)


def test_levels_at_the_end_of_nested_times_are_not_compared_as_totals() -> None:
    rows = [{**row, "indicator": "land", "unit": "hectare", "time_collection": "end"} for row in _nested(1100)]
    assert len(audit_frame(pa.Table.from_pylist(rows, SCHEMA), INDICATORS)) == 0
