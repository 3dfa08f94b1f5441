"""Random tables of figures, good and bad, and the problems that the model finds in them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from unittest import mock

import attrs
import narwhals.stable.v2 as nw
import pyarrow as pa
from hypothesis import strategies as st

from aseansc import Absent, Indicator, IndicatorKind, Interval, Observation, Period, Review, Text
from aseansc.citations import Document, sha256_of
from aseansc.errors import DocumentError, ReviewError
from aseansc.frames import _few_rows, from_frame
from aseansc.frames._engines import native
from aseansc.intervals import common_to
from aseansc.units import hectare, household, percent, person_turn

BACKENDS = ["pandas", "polars", "polars lazy", "pyarrow", "duckdb"]


def indicator(name: str, unit: Any, kind: str, **fields: Any) -> Indicator:
    return Indicator(id=name, name=Text(en=name, vi=name), unit=unit, kind=IndicatorKind(kind), **fields)


INDICATORS = (
    indicator("households", household, "stock"),
    indicator("poor", household, "stock"),
    indicator("rate", percent, "rate", bounds=Interval(lower=0, upper=100), numerator="poor", denominator="households"),
    indicator("land", hectare, "stock", bounds=Interval(lower=10, upper=1000, upper_open=True)),
    indicator("visits", person_turn, "flow"),
)

SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("observation", "indicator", "place", "unit", "qualifier")),
        *((name, pa.string()) for name in ("time_collection", "per", "statuses")),
        *((name, pa.date32()) for name in ("period_start", "period_end")),
        ("obs_value", pa.decimal128(18, 4)),
        ("unit_mult", pa.int64()),
        *((name, pa.decimal128(18, 4)) for name in ("resolution", "range_upper")),
        *((name, pa.string()) for name in ("lists", "governed_by", "sampling_error_form", "revises")),
        *((name, pa.decimal128(18, 4)) for name in ("sampling_error", "sampling_error_lower", "sampling_error_upper")),
        ("confidence", pa.decimal128(18, 4)),
    ]
)

_days = st.sampled_from([dt.date(2018, 1, 1), dt.date(2018, 12, 31), dt.date(2019, 12, 31), dt.date(2025, 8, 1), None])
_numbers = st.sampled_from(["0", "9.99", "10", "12.5", "100", "100.0001", "999.9999", "1000", "-3", "36094"])


def one_of(*usual: Any, rarely: Any = ()) -> st.SearchStrategy[Any]:
    """Choose the first value mostly, so that many rows have one problem at most."""
    return st.one_of(st.just(usual[0]), st.just(usual[0]), st.sampled_from([*usual, *rarely]))


rows = st.fixed_dictionaries(
    {
        "indicator": st.sampled_from([*(item.id for item in INDICATORS)] * 3 + ["povertys", None]),
        "place": one_of("VN-01", "VN-25", rarely=["own-place", None]),
        "unit": one_of("", "hectare", "square_kilometre", "percent", rarely=["per_mille", "person", "persons", None]),
        "qualifier": one_of(None, "exact", "over", "at_least", "under", "nearly", "at_most", "about", rarely=["rough"])
        | st.just("between"),
        "time_collection": one_of("", "end", "total", "average", "within", "at", "beginning", rarely=["ends", None]),
        "per": one_of(None, "year", rarely=["years"]),
        "statuses": one_of(None, "estimated", "suppressed", rarely=["estimated;revised", "final"]),
        "period_start": one_of(dt.date(2018, 1, 1), rarely=[dt.date(2025, 8, 1), None]),
        "period_end": st.one_of(st.just(dt.date(2018, 12, 31)), _days),
        "obs_value": st.one_of(_numbers.map(Decimal), _numbers.map(Decimal), st.none()),
        "unit_mult": one_of(0, 2, -2, rarely=[99, None]),
        "resolution": one_of(None, Decimal(1), Decimal("0.01")),
        "range_upper": one_of(None, rarely=[Decimal(13), Decimal(100), Decimal("1000.5")]),
        "lists": one_of(None, rarely=['["A", "B"]', "A; B"]),
        "governed_by": one_of(None, rarely=['[[0, 3, "hơn"]]', "[[0]]"]),
        "sampling_error_form": one_of(None, rarely=["margin", "interval", "size"]),
        "sampling_error": one_of(None, rarely=[Decimal(2), Decimal(-2)]),
        "sampling_error_lower": one_of(None, rarely=[Decimal(9)]),
        "sampling_error_upper": one_of(None, rarely=[Decimal(12), Decimal(3)]),
        "confidence": one_of(None, rarely=[Decimal(95), Decimal(101)]),
    }
)

_UNITS = {item.id: item.unit.code for item in INDICATORS}
_COLLECTIONS = {item.id: "total" if item.kind is IndicatorKind.FLOW else "end" for item in INDICATORS}


def table_of(found: list[dict[str, Any]]) -> pa.Table:
    """Return rows as a table, with ids; an empty unit or time collection is the usual one of the indicator."""
    cells = [
        {
            **row,
            "observation": f"figure-{number}",
            "unit": _UNITS.get(row["indicator"], "person") if row["unit"] == "" else row["unit"],
            "time_collection": (
                _COLLECTIONS.get(row["indicator"], "end") if row["time_collection"] == "" else row["time_collection"]
            ),
        }
        for number, row in enumerate(found)
    ]
    return pa.Table.from_pylist(cells, schema=SCHEMA)


tables = st.lists(rows, max_size=12).map(table_of)


def in_backend(table: pa.Table, backend: str, session: Any = None) -> Any:
    if backend == "polars lazy":
        return native(table, "polars").lazy()
    return native(table, backend, session)  # type: ignore[arg-type]


@contextmanager
def on_the_engine() -> Iterator[None]:
    """Compute on the engine of a frame, also if it has few rows."""
    with mock.patch.object(_few_rows, "MOST", -1):
        yield


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any library, with None for empty cells."""
    found: list[dict[str, Any]] = nw.from_native(frame).lazy().collect("pyarrow").to_native().to_pylist()
    return found


def review_of(observations: Any, known: Any = INDICATORS, units: Any = ()) -> Review:
    """Return a review with observations, whose citations do not overlap."""
    cited = [
        attrs.evolve(
            item,
            citation=attrs.evolve(item.citation, start=number * 40, end=number * 40 + len(item.citation.printed)),
        )
        for number, item in enumerate(observations)
    ]
    return Review(
        id="table",
        title=Text(en="Table"),
        programme=Text(en="Programme"),
        place="VN",
        period=Period.years(2000, 2030),
        documents=[Document(id="table", title="Table", sha256=sha256_of(""))],
        units=units,
        indicators=known,
        observations=cited,
    )


def problems_by_objects(table: pa.Table) -> set[tuple[str, str]]:
    """Return the id of each row with a problem, and the problem in words, by making an object of each row."""
    found: set[tuple[str, str]] = set()
    valid: list[tuple[dict[str, Any], Observation]] = []
    for number, row in enumerate(table.to_pylist()):
        name = row["observation"]
        try:
            (item,) = from_frame(table.slice(number, 1), INDICATORS)
            review_of([item])
        except DocumentError as error:
            found.update((name, problem.problem) for problem in error.problems)
        except ReviewError as error:
            found.update((name, problem.problem) for problem in error.problems)
        else:
            valid.append((row, item))
        start = row["period_start"]
        if row["place"] == "VN-25" and start is not None and start > dt.date(2025, 6, 30):
            found.add((name, "the period begins after the last day of the place"))
    return found | _disjoint(valid)


def _disjoint(valid: list[tuple[dict[str, Any], Observation]]) -> set[tuple[str, str]]:
    review = review_of([item for _, item in valid])
    groups: defaultdict[tuple[Any, ...], list[tuple[str, Interval]]] = defaultdict(list)
    names = ("indicator", "place", "period_start", "period_end", "time_collection", "per", "statuses")
    for row, item in valid:
        if not isinstance(item.value, Absent):
            unit = review.indicator(item.indicator).unit
            own = review.observation(item.id)
            groups[tuple(row[name] for name in names)].append((item.id, review.interval_in(own, unit)))
    return {
        (name, "the figure is stated again with other values")
        for group in groups.values()
        if len(group) > 1 and common_to([interval for _, interval in group]) is None
        for name, _ in group
    }
