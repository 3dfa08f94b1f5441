"""Conversions and sums of frames."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from aseansc import Period
from aseansc.errors import FieldError, FieldTypeError, OperandError, UndefinedResultError, UnknownNameError
from aseansc.frames import aggregate, check, convert, from_frame
from aseansc.units import hectare, month, square_kilometre, year
from aseansc.values import Value, total
from tests._frame_data import BACKENDS, INDICATORS, in_backend, rows_of

YEAR = {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}
AFTER = {"period_start": dt.date(2025, 8, 1), "period_end": dt.date(2025, 12, 31)}
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("indicator", "place", "unit", "qualifier", "statuses")),
        *((name, pa.date32()) for name in ("period_start", "period_end")),
        ("obs_value", pa.decimal128(18, 4)),
        ("resolution", pa.decimal128(18, 4)),
    ]
)


def figure(place: str, value: str | None, **cells: Any) -> dict[str, Any]:
    number = None if value is None else Decimal(value)
    return {"indicator": "land", "place": place, "unit": "hectare", "obs_value": number, **YEAR, **cells}


def table_of(*rows: dict[str, Any]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=SCHEMA)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_conversion_gives_the_same_quantities(backend: str) -> None:
    table = table_of(figure("VN-01", "120.5"), figure("VN-02", "1.5", unit="square_kilometre"), figure("VN-03", None))
    made = convert(in_backend(table, backend), square_kilometre)
    found = {row["place"]: row for row in rows_of(made)}
    assert {row["unit"] for row in found.values()} == {"square_kilometre"}
    assert (found["VN-01"]["obs_value"], found["VN-01"]["unit_mult"]) == (Decimal("120.5000"), -2)
    assert (found["VN-02"]["obs_value"], found["VN-02"]["unit_mult"]) == (Decimal("1.5000"), 0)
    stated = table.filter(pa.compute.is_valid(table["obs_value"]))
    before = from_frame(stated, INDICATORS)
    after = sorted(from_frame(convert(stated, square_kilometre), INDICATORS), key=lambda item: item.place)
    assert [item.value.to(square_kilometre).magnitude for item in before] == [item.value.magnitude for item in after]  # type: ignore[union-attr]


def test_a_row_without_a_unit_is_left_without_one() -> None:
    table = table_of(figure("VN-01", "120"), figure("VN-02", None, unit=None))
    for backend in BACKENDS:
        found = {row["place"]: row["unit"] for row in rows_of(convert(in_backend(table, backend), square_kilometre))}
        assert found == {"VN-01": "square_kilometre", "VN-02": None}, backend


def test_what_cannot_be_converted_is_refused() -> None:
    with pytest.raises(OperandError, match=r"does not convert.*'hectare'"):
        convert(table_of(figure("VN-01", "1")), month)
    with pytest.raises(UndefinedResultError, match="month to year"):
        convert(table_of(figure("VN-01", "1", unit="month")), year)
    numbers = pa.table({"obs_value": [18.0], "unit": ["month"]})
    assert convert(numbers, year).to_pylist() == [{"obs_value": 1.5, "unit": "year"}]
    wrong: Any = "hectare"
    with pytest.raises(FieldTypeError, match=r"Unit\.parse\('hectare'\)"):
        convert(table_of(), wrong)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_converted_number_is_as_exact_as_before(backend: str) -> None:
    """Without a resolution, 3 km² are 300 ha to the nearest 100 ha, which may be 320 ha."""
    table = table_of(
        figure("VN-01", "3", unit="square_kilometre"),
        figure("VN-01", "320", unit="hectare"),
        figure("VN-02", "2.50", unit="square_kilometre"),
    ).drop_columns("resolution")
    for unit, values in (
        (hectare, ["250 hectare to 10", "300 hectare to 100", "320 hectare"]),
        (square_kilometre, ["2.5 square_kilometre", "3 square_kilometre", "3.20 square_kilometre"]),
    ):
        made = convert(in_backend(table, backend), unit)
        values_made = [item.value for item in from_frame(made, INDICATORS) if isinstance(item.value, Value)]
        assert {*map(repr, values_made)} == {repr(Value.parse(text)) for text in values}
        assert not rows_of(check(made, INDICATORS))
    ends = pa.array([Decimal("3.5"), None, None], pa.decimal128(18, 4))
    ranges = table.set_column(table.schema.get_field_index("qualifier"), "qualifier", pa.array(["between", None, None]))
    first, *_ = from_frame(convert(in_backend(ranges.append_column("range_upper", ends), backend), hectare), INDICATORS)
    assert repr(first.value) == repr(Value.parse("300..350 hectare to 10"))
    with pytest.raises(FieldError, match="column resolution"):
        convert(table.append_column("unit_mult", pa.array([0, 0, 0])), hectare)
    powers = table.append_column("unit_mult", pa.array([0, 2, 0]))
    for some, wrong in (([1, 1, 0.1], False), ([None, 1, None], False), ([1, None, 0.1], True)):
        steps = powers.append_column("resolution", pa.array(some, pa.float64()).cast(pa.decimal128(18, 4)))
        if wrong:
            with pytest.raises(FieldError, match="a cell is empty"):
                convert(in_backend(steps, backend), hectare)
        else:
            assert len(from_frame(convert(in_backend(steps, backend), hectare), INDICATORS)) == len(table)


@pytest.mark.parametrize("backend", BACKENDS)
def test_every_converted_number_can_be_read(backend: str) -> None:
    """Also .29 km², which times 100 is 28.999999999999996, and numbers with more decimals than frames have."""
    stated = [number / 100 for number in range(1, 101)] + [12.345678]
    rows = [figure(f"place-{at}", "1", unit="square_kilometre") for at in range(len(stated))]
    table = table_of(*rows)
    number = table.schema.get_field_index("obs_value")
    table = table.set_column(number, "obs_value", pa.array(stated, pa.float64()))
    table = table.drop_columns("resolution").append_column("resolution", pa.array([0.01] * 100 + [1e-6], pa.float64()))
    made = convert(in_backend(table, backend), hectare)
    found = {item.place: item.value for item in from_frame(made, INDICATORS)}
    assert found["place-28"] == Value.exact(29, hectare)
    expected = [Value.exact(f"{number:.2f}", square_kilometre).to(hectare) for number in stated]
    assert [repr(found[f"place-{at}"]) for at in range(100)] == list(map(repr, expected[:100]))
    assert "value_not_allowed" not in {row["code"] for row in rows_of(check(made, INDICATORS))}


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_sum_of_floating_point_numbers_has_no_noise(backend: str) -> None:
    tenths = table_of(*(figure(f"VN-01-10{at}", "1") for at in range(5, 8)))
    number = tenths.schema.get_field_index("obs_value")
    tenths = tenths.set_column(number, "obs_value", pa.array([0.1, 0.2, 0.4], pa.float64()))
    (found,) = from_frame(aggregate(in_backend(tenths, backend), INDICATORS), INDICATORS)
    assert isinstance(found.value, Value)
    assert str(found.value.magnitude) == "0.7"
    for value in (float("inf"), float("nan")):
        odd = tenths.set_column(number, "obs_value", pa.array([0.1, value, 0.4], pa.float64()))
        if backend == "pandas" and value != value:
            continue  # an empty cell of pandas
        with pytest.raises(UndefinedResultError, match=r"not finite|does not fit"):
            rows_of(aggregate(in_backend(odd, backend), INDICATORS))


@pytest.mark.parametrize("backend", BACKENDS)
def test_sums_of_places_are_exact_and_count_their_places(backend: str) -> None:
    table = table_of(
        figure("VN-01-105", "120.5"),
        figure("VN-01-106", "0.0001"),
        figure("VN-02-900", "7"),
        figure("VN-01-105", "20", indicator="households", unit="household"),
        figure("VN-01-106", None, indicator="households", unit="household", statuses=None),
    )
    found = rows_of(aggregate(in_backend(table, backend), INDICATORS))
    assert {(row["place"], row["indicator"], row["obs_value"], row["places"]) for row in found} == {
        ("VN-01", "land", Decimal("120.5001"), 2),
        ("VN-02", "land", Decimal("7.0000"), 1),
        ("VN-01", "households", None, 2),
    }


BAD: list[tuple[list[dict[str, Any]], type[Exception], str]] = [
    ([figure("VN-01", "1", indicator="rate", unit="percent")], OperandError, "do not add up"),
    ([figure("VN-01", "1", indicator="nothing")], UnknownNameError, "no such indicator"),
    ([figure("north", "1")], UnknownNameError, "around a place is not known"),
    ([figure("VN-01", "1"), figure("VN-02", "1", unit="square_kilometre")], OperandError, "in several units"),
    ([figure("VN", "1")], UnknownNameError, "around a place is not known"),
    ([figure("VN-01", "1"), figure("TH", "1")], UnknownNameError, "around a place is not known; got 'TH'"),
    ([figure("VN-01", "1", qualifier="over")], OperandError, "not a figure"),
    ([figure("VN-01", "1"), figure("VN-01", "2")], OperandError, "several rows"),
    ([figure("VN-25", "1", **AFTER)], OperandError, "has merged"),
    ([figure("VN-25", "1"), figure("VN-2025-44", "1")], OperandError, "would both count"),
]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(("rows", "error", "problem"), BAD)
def test_what_must_not_be_added_up_is_refused(
    rows: list[dict[str, Any]], error: type[Exception], problem: str, backend: str
) -> None:
    with pytest.raises(error, match=problem):
        aggregate(in_backend(table_of(*rows), backend), INDICATORS)


@pytest.mark.parametrize("backend", BACKENDS)
def test_numbers_with_several_powers_of_ten_are_not_added_up(backend: str) -> None:
    table = table_of(*(figure(place, "1", resolution=Decimal(1)) for place in ("VN-01-105", "VN-01-106")))
    mixed = table.append_column("unit_mult", pa.array([0, 3]))
    with pytest.raises(OperandError, match=r"several powers of ten; got .'land': 0, 3"):
        aggregate(in_backend(mixed, backend), INDICATORS)


def rounded(place: str, value: str, resolution: str | None, **cells: Any) -> dict[str, Any]:
    return figure(place, value, resolution=None if resolution is None else Decimal(resolution), **cells)


HOUSEHOLDS = {"indicator": "households", "unit": "household"}
ADDENDS: list[tuple[dict[str, Any], ...]] = [
    (rounded("VN-01-105", "12000", "1000", **HOUSEHOLDS), rounded("VN-01-106", "13000", "1000", **HOUSEHOLDS)),
    (rounded("VN-01-105", "12000", "1000", **HOUSEHOLDS), rounded("VN-01-106", "1307", "1", **HOUSEHOLDS)),
    (rounded("VN-01-105", "1205", None, **HOUSEHOLDS), rounded("VN-01-106", "1307", "1", **HOUSEHOLDS)),
    (rounded("VN-01-105", "120.5", None), rounded("VN-01-106", "17", None)),
    (rounded("VN-01-105", "120.5", None), rounded("VN-01-106", "20", "10")),
    (rounded("VN-01-105", "120.5", "0.5"), rounded("VN-01-106", "17.5", "0.5")),
]


@pytest.mark.parametrize("numbers", ["decimal", "float"])
@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("several", [ADDENDS, ADDENDS[3:4]], ids=["all", "a column without a resolution"])
def test_a_sum_has_the_resolution_of_the_sum_of_the_values(
    several: list[tuple[dict[str, Any], ...]], backend: str, numbers: str
) -> None:
    """The figures of each sum have a year of their own."""
    times = [Period.year(2018 - number) for number in range(len(several))]
    cells = [{"period_start": time.start, "period_end": time.end} for time in times]
    table = table_of(*({**row, **own} for rows, own in zip(several, cells, strict=True) for row in rows))
    expected = {
        time: total([item.value for item in from_frame(table_of(*rows), INDICATORS) if isinstance(item.value, Value)])
        for time, rows in zip(times, several, strict=True)
    }
    if numbers == "float":
        kinds = {name: pa.float64() for name in ("obs_value", "resolution")}
        table = table.cast(pa.schema([field.with_type(kinds.get(field.name, field.type)) for field in table.schema]))
    sums = aggregate(in_backend(table, backend), INDICATORS)
    found = from_frame(sums, INDICATORS)
    assert {item.time: item.value for item in found} == expected
    assert [item.place for item in found] == ["VN-01"] * len(several)
    assert rows_of(check(sums, INDICATORS)) == []


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_sum_of_rounded_figures_does_not_contradict_the_figure_of_the_place(backend: str) -> None:
    whole = rounded("VN-01", "25400", "1", **HOUSEHOLDS)
    sums = rows_of(aggregate(in_backend(table_of(*ADDENDS[0]), backend), INDICATORS))
    assert rows_of(check(in_backend(table_of(whole, *sums), backend), INDICATORS)) == []


@pytest.mark.parametrize("backend", BACKENDS)
def test_estimated_counts_are_not_exact_when_added_up(backend: str) -> None:
    rows = [figure(place, "7", statuses="estimated", **HOUSEHOLDS) for place in ("VN-01-105", "VN-01-106")]
    (found,) = rows_of(aggregate(in_backend(table_of(*rows), backend), INDICATORS))
    assert (found["obs_value"], found["resolution"]) == (14, 2)


@pytest.mark.parametrize("kind", [pa.decimal128(18, 4), pa.decimal128(14, 0), pa.int64()])
@pytest.mark.parametrize("backend", BACKENDS)
def test_a_sum_with_too_many_digits_is_refused(backend: str, kind: pa.DataType) -> None:
    most = 9 * 10 ** (18 if pa.types.is_integer(kind) else 13)
    rows = [figure(place, "1", **HOUSEHOLDS) for place in ("VN-01-105", "VN-01-106")]
    table = (
        table_of(*rows).drop_columns("obs_value").append_column("obs_value", pa.array([Decimal(most)] * 2).cast(kind))
    )
    with pytest.raises(UndefinedResultError, match="does not fit"):
        aggregate(in_backend(table, backend), INDICATORS)
    (found, *others) = rows_of(aggregate(in_backend(table.slice(1), backend), INDICATORS))
    assert (found["obs_value"], others) == (most, [])


def test_sums_can_be_checked() -> None:
    sums = aggregate(table_of(figure("VN-01-105", "120.5"), figure("VN-01-106", "10")), INDICATORS)
    assert rows_of(check(sums, INDICATORS)) == []
    assert from_frame(sums, INDICATORS)[0].value.to(hectare).magnitude == Decimal("130.5")  # type: ignore[union-attr]
