"""Read frames of any library: which columns they have, of which types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from numbers import Number
from typing import Any, Final

from aseansc._attrs import as_tuple_of
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, nearest_names
from aseansc.frames._columns import OBSERVATION_COLUMNS
from aseansc.frames._engines import load, rows_in
from aseansc.indicators import Indicator

NEEDED: Final = ("indicator", "place", "period_start", "period_end", "obs_value", "unit")
"""The columns that every frame of figures must have."""

_TYPES: Final = {column.name: column.type for column in OBSERVATION_COLUMNS}
_EXPECTED: Final = {
    "text": "text",
    "date": "dates without a time",
    "number": "decimal, floating-point or whole numbers",
    "percent": "decimal, floating-point or whole numbers",
    "integer": "whole numbers",
    "flag": "true or false",
}


def require_columns(
    schema: Mapping[str, Any], where: str, needed: Iterable[str] = NEEDED, *, as_text: bool = False, wide: bool = False
) -> None:
    """Require the columns of figures.

    Args:
        schema: the columns of a frame, with their types.
        where: the calling function.
        needed: names of columns that it must have.
        as_text: whether numbers may be text.
        wide: whether numbers may have 128 bits, as sums of DuckDB have; other libraries do not compute with them.

    Raises:
        DocumentError: if a column is missing, or a known column has another type; lists every problem.
    """
    nw = load("narwhals.stable.v2")
    problems = [*_missing(schema, tuple(needed), where), *_other_types(nw, schema, where, as_text=as_text, wide=wide)]
    if problems:
        raise DocumentError("the table cannot be used", where=where, problems=tuple(problems))


def as_narwhals(frame: Any, where: str) -> Any:
    """Return a frame of any library as one of narwhals, whatever its columns are."""
    nw = load("narwhals.stable.v2")
    try:
        known = nw.from_native(frame)
    except TypeError:
        known = None
    except nw.exceptions.DuplicateError as error:
        raise _repeated(error, where) from None
    if not isinstance(known, nw.DataFrame | nw.LazyFrame):
        raise FieldTypeError(
            "not a table",
            where=where,
            got=type(frame).__name__,
            expected="a frame of pandas, polars, pyarrow, DuckDB or PySpark",
        )
    return known


def _repeated(error: Exception, where: str) -> FieldError:
    return FieldError(
        "a column name is repeated", where=where, got=str(error).partition("\n")[2].strip("- "), expected="unique names"
    )


def mixed_columns(frame: Any) -> list[str]:
    """Return the columns of days and numbers of a frame of pandas whose cells are objects of several types.

    Pyarrow would take a number among days for a day, a day with a time for a day, and a flag among numbers for one.
    """
    objects = [
        name for name, dtype in frame.dtypes.items() if str(dtype) == "object" and _TYPES.get(name, "text") != "text"
    ]
    return [name for name in objects if len(set(map(_family, frame[name].dropna()))) > 1]


def _family(cell: object) -> object:
    return Number if isinstance(cell, Number) and not isinstance(cell, bool) else cell.__class__


def with_days(data: Any) -> Any:
    """Return a frame in which columns of days, which pandas may hold as Python objects, have a type of days."""
    nw = load("narwhals.stable.v2")
    schema = data.collect_schema()
    days = [name for name, dtype in schema.items() if _TYPES.get(name) == "date" and dtype == nw.Object]
    if not days or mixed_columns(data.to_native()):
        return data
    arrow = load("pyarrow")
    try:
        return nw.from_native(data.select([name for name in schema if name in _TYPES]).to_arrow())
    except (arrow.ArrowInvalid, arrow.ArrowTypeError):
        return data  # what is wrong with its columns is reported of their types


def with_wide_numbers_as_text(data: Any) -> Any:
    """Return a frame whose whole numbers of 128 bits, which not every library takes, are texts."""
    nw = load("narwhals.stable.v2")
    wide = [name for name, dtype in data.collect_schema().items() if isinstance(dtype, nw.Int128 | nw.UInt128)]
    return data.with_columns([nw.col(name).cast(nw.String) for name in wide]) if wide else data


def with_types(data: Any) -> Any:
    """Return lazy rows in which known columns have a type of their name.

    A column without any value, of the type null, gets the type of its name, and categorical text becomes plain text, so
    that it can be joined.
    """
    nw = load("narwhals.stable.v2")
    number = nw.Decimal(18, 4)
    types = {"text": nw.String(), "date": nw.Date(), "flag": nw.Boolean(), "integer": nw.Int64()}
    types |= {"number": number, "percent": number}
    empty, categorical = _without_values(nw, data), (nw.Categorical, nw.Enum)
    found = {
        name: types[_TYPES[name]]
        for name, dtype in data.collect_schema().items()
        if name in _TYPES and (name in empty or (_TYPES[name] == "text" and isinstance(dtype, categorical)))
    }
    return data.with_columns(nw.col(name).cast(dtype) for name, dtype in found.items()) if found else data


def _without_values(nw: Any, data: Any) -> set[str]:
    """Return the columns of the type null."""
    unknown = {name for name, dtype in data.collect_schema().items() if dtype == nw.Unknown}
    engine = data.implementation.value
    if engine == "duckdb" and unknown:
        native = data.to_native()
        types = dict(zip(native.columns, map(str, native.types), strict=True))
        return {name for name in unknown if types[name].strip('"') == "NULL"}
    return unknown if engine in ("polars", "pyarrow") else set()


def _missing(schema: Mapping[str, Any], needed: tuple[str, ...], where: str) -> list[AseanscError]:
    return [
        FieldError(
            "the table lacks a column",
            where=f"{where}, column {name}",
            got=", ".join(schema),
            expected=name,
            hint=f"Rename the column {nearest[0]!r}." if (nearest := nearest_names(name, schema)) else "",
        )
        for name in needed
        if name not in schema
    ]


def _other_types(nw: Any, schema: Mapping[str, Any], where: str, *, as_text: bool, wide: bool) -> list[AseanscError]:
    texts = (nw.String, nw.Categorical, nw.Enum)
    allowed = {
        "text": texts,
        "date": (nw.Date,),
        "flag": (nw.Boolean,),
        "integer": (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32, nw.UInt64),
    }
    more = (*(texts if as_text else ()), *((nw.Int128, nw.UInt128) if wide else ()))
    numbers = (nw.Decimal, nw.Float32, nw.Float64, *allowed["integer"], *more)
    found: list[AseanscError] = []
    for name, dtype in schema.items():
        wanted = _TYPES.get(name)
        if wanted is None or dtype == nw.Unknown or isinstance(dtype, allowed.get(wanted, numbers)):
            continue
        zoned = isinstance(dtype, nw.Datetime)
        found.append(
            FieldTypeError(
                "the column has another type",
                where=f"{where}, column {name}",
                got=str(dtype),
                expected=_EXPECTED[wanted],
                hint="Convert it to dates first; a time of day or a time zone is not dropped in silence."
                if wanted == "date" and zoned
                else "",
            )
        )
    return found


def known_indicators(indicators: Iterable[Indicator], where: str) -> dict[str, Indicator]:
    """Return indicators by their ids.

    Raises:
        FieldTypeError: if one is not an indicator.
        FieldError: if two have the same id.
    """
    hint = "Pass the indicators of a review: review.indicators."
    found = as_tuple_of(indicators, Indicator, where=f"{where}, indicators", hint=hint)
    by_id: dict[str, Indicator] = {}
    for item in found:
        if by_id.setdefault(item.id, item) != item:
            raise FieldError(
                "two indicators have the same id", where=f"{where}, indicators", got=item.id, expected="unique ids"
            )
    return by_id


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a lazy frame of narwhals, with None for empty cells."""
    return rows_in(frame.collect("pyarrow").to_native())
