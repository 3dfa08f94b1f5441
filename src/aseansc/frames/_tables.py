"""Compute on frames: lazily on their own engine, or on polars for the frames of pandas and pyarrow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen

from aseansc.errors import FieldTypeError
from aseansc.frames import _formulas as fx
from aseansc.frames._columns import NAMES
from aseansc.frames._engines import is_installed, load, native
from aseansc.frames._expressions import one_of
from aseansc.frames._few_rows import few_rows_of
from aseansc.frames._queries import Rows
from aseansc.frames._schema import NEEDED, as_narwhals, mixed_columns, require_columns, with_types

_ARROW: Final[Any] = load("pyarrow")
_TYPES: Final[Mapping[str, Any]] = {
    "text": _ARROW.string(),
    "number": _ARROW.float64(),
    "flag": _ARROW.bool_(),
    "integer": _ARROW.int64(),
    "end": _ARROW.decimal128(20, 4),
    "date": _ARROW.date32(),
}


@frozen(eq=False)
class Table:
    """A frame of a user, and how to compute on it.

    Attributes:
        data: its rows, on the engine that computes.
        columns: the names of its columns.
        backend: the library that the frame came from, in which results are returned.
        original: the frame.
    """

    data: Rows
    columns: tuple[str, ...]
    backend: Any
    original: Any

    def has(self, *columns: str) -> bool:
        """Return whether it has all of some columns."""
        return set(columns) <= set(self.columns)

    def present(self, columns: Iterable[str]) -> list[str]:
        """Return those of some columns that it has, in their order."""
        return [name for name in columns if name in self.columns]

    def small(self, table: Any) -> Rows:
        """Return a small table on the same engine, to join it."""
        return on_engine_of(self.data, table)

    def returned(self, table: Any) -> Any:
        """Return a table in the library of the frame."""
        session = None
        if self.backend == "pyspark":
            session = self.original.sparkSession
        return native(table, self.backend, session)

    def give_back(self, data: Rows) -> Any:
        """Return lazy rows in the library of the frame: still lazy, if the frame was."""
        if nw.from_native(self.original).__class__ is nw.LazyFrame:
            return data.to_native()
        return self.returned(collected(data))


def table_of(
    frame: Any, where: str, needed: Iterable[str] = NEEDED, *, collects: bool = False, keeps: bool = False
) -> Table:
    """Return a frame, ready to compute on.

    Args:
        frame: the frame.
        where: the calling function.
        needed: names of columns that it must have.
        collects: whether the result is not lazy; a few rows are then fetched first, because DuckDB and Spark need
            seconds to plan the queries of an audit.
        keeps: whether the result has the other columns of the frame, too. Otherwise those of pandas and pyarrow, which
            may have names and types that the engine does not take, are left out.

    Raises:
        FieldTypeError: if it is not a frame, or a column that is read has cells of several types.
        DocumentError: if it lacks a column, or a known column has another type; lists every problem.
    """
    known = as_narwhals(frame, where)
    backend = known.implementation.value
    few = few_rows_of(frame) if collects and backend in ("duckdb", "pyspark") else None
    if few is not None:
        known = in_memory(few[0])
    elif _is_eager(known) and backend != "polars":
        if backend == "pandas" and (mixed := mixed_columns(frame)):
            raise _several_types(mixed[0], "object", where)
        try:
            known = in_memory((known if keeps else _only_known(known, needed)).to_arrow())
        except (_ARROW.ArrowInvalid, _ARROW.ArrowTypeError) as error:
            raise _several_types(*_column_in(error), where) from None
    data = with_types(known.lazy())
    # The sums and products of these functions do not fit into 128 bits.
    is_wide = backend == "duckdb" and where not in ("aggregate", "attainment")
    require_columns(data.collect_schema(), where, needed, wide=is_wide)
    return Table(data=Rows(data), columns=tuple(data.collect_schema().names()), backend=backend, original=frame)


def _only_known(known: Any, needed: Iterable[str]) -> Any:
    """Return the columns that are read; all columns if one is missing, so that the error names them."""
    names = [name for name in known.columns if name in NAMES]
    return known.select(names) if set(needed) <= set(names) else known


def _column_in(error: Exception) -> tuple[str, str]:
    """Return the column that pyarrow cannot convert, and its type; they are at the end of the message."""
    found = re.search(r"Conversion failed for column (.+) with type ([\w\[\], ]+)", str(error))
    return (found[1], found[2]) if found else ("", str(error))


def _several_types(column: str, got: str, where: str) -> FieldTypeError:
    return FieldTypeError(
        "a column has cells of several types",
        where=f"{where}, column {column}" if column else where,
        got=got,
        expected="one type in a column",
    )


def _is_eager(known: object) -> bool:
    return isinstance(known, nw.DataFrame)


def in_memory(table: Any) -> nw.DataFrame[Any]:
    """Return a table for computing in memory: on polars if it is installed, else on pyarrow."""
    return nw.from_native(load("polars").from_arrow(table) if is_installed("polars") else table, eager_only=True)


def rows_in_memory(table: Any) -> Rows:
    """Return the rows of a table for computing in memory."""
    return Rows(in_memory(table).lazy())


def can_be_joined(one: Rows, other: Rows) -> bool:
    """Return whether rows are on the same engine, and on DuckDB, on the same connection."""
    if one.engine != other.engine:
        return False
    if one.engine == "duckdb":
        try:
            one.to_native().set_alias("aseansc_one").cross(other.to_native().set_alias("aseansc_other"))
        except load("duckdb").InvalidInputException:
            return False
    return True


def on_engine_of(data: Rows, table: Any) -> Rows:
    """Return a small table on the engine of other rows, to join it."""
    backend: Any = data.engine
    other = data.to_native()
    if backend == "duckdb":  # on the connection of the other rows, which the query finds by the name of the variable
        aseansc_rows: Any = table  # pyright: ignore[reportUnusedVariable]  # noqa: F841
        return Rows(nw.from_native(other.query("aseansc_other", "select * from aseansc_rows")))
    session = other.sparkSession if backend == "pyspark" else None
    return Rows(nw.from_native(native(table, backend, session)).lazy())


def collected(data: Rows) -> Any:
    """Run a query and return its rows. polars runs it in batches that fit into the caches of the processor."""
    other = data.to_native()
    if data.engine == "polars" and hasattr(other, "collect"):
        return plain_text(other.collect(engine="streaming").to_arrow())
    return plain_text(data.data.collect("pyarrow").to_native())


def distinct(data: Rows, columns: Sequence[str]) -> Any:
    """Return the distinct cells of some columns: DuckDB groups rows faster than it numbers them."""
    return collected(data.grouped(columns, aseansc_rows=fx.count()).select(columns))


def few_texts(data: Rows, column: str) -> set[str | None]:
    """Return the distinct cells of a column that has few: polars compares texts faster than it groups by them."""
    found: list[str] = []
    if data.engine == "polars":
        found = [text for text in distinct(data.head(_SOME), [column])[column].to_pylist() if text is not None]
    if 0 < len(found) <= _FEW:
        data = data.filter(~one_of(fx.col(column), found).fill_null(value=False))
    return {*found, *distinct(data, [column])[column].to_pylist()}


_SOME: Final = 1000
_FEW: Final = 8


def places_of_repeated(data: Rows, keys: Sequence[str]) -> list[str | None]:
    """Return the places of rows that share their cells in some columns, none of them empty, and perhaps others."""
    keys = list(keys)
    if data.engine == "polars":
        data = with_repeated_hashes(data, keys)
    elif data.engine == "pyspark":  # it groups hashes in half the time in which it groups cells
        data = data.select("place", aseansc_hash=fx.spark_hash(*keys)).gathered("aseansc_hash")
        keys = ["aseansc_hash", "place"]
    counted = data.grouped(keys, aseansc_rows=fx.count())
    found = collected(counted.filter(fx.col("aseansc_rows") > 1).select("place"))
    places: list[str | None] = found["place"].unique().to_pylist()
    return places


def with_repeated_hashes(data: Rows, keys: Sequence[str]) -> Rows:
    """Return the rows of polars that may share their cells in some columns with another row, and few others.

    Sorting the hashes of these cells takes a third of the time of grouping the rows.
    """
    polars, rows = load("polars"), data.to_native()
    hashes = [
        polars.col(name).hash() * polars.lit(_ODD + 2 * place, dtype=polars.UInt64) for place, name in enumerate(keys)
    ]
    hashed: Any = hashes[0]
    for other in hashes[1:]:
        hashed = hashed + other
    is_repeated = polars.col("aseansc_hash") == polars.col("aseansc_hash").shift(1)
    found = rows.select(aseansc_hash=hashed).sort("aseansc_hash").filter(is_repeated).collect(engine="streaming")
    there: Any = rows.filter(hashed.is_in(found["aseansc_hash"].unique().implode())) if len(found) else rows.clear()
    return Rows(nw.from_native(there))


_ODD: Final = 0x9E3779B97F4A7C15
"""A number to multiply hashes by, so that equal cells in two columns do not give the same sum."""


def collected_together(queries: Sequence[Rows]) -> list[Any]:
    """Run several queries; polars reads the rows once for all of them."""
    if all(query.engine == "polars" for query in queries):
        polars = load("polars")
        found = polars.collect_all([query.to_native() for query in queries], engine="streaming")
        return [plain_text(frame.to_arrow()) for frame in found]
    return [collected(query) for query in queries]


def concatenated(tables: Sequence[Any]) -> Any:
    """Return the rows of tables that have the same columns."""
    return _ARROW.concat_tables(tables, promote_options="permissive")


def plain_text(table: Any) -> Any:
    """Return a table with plain strings, whatever an engine uses for text."""
    types: Any = _ARROW.types
    texts: tuple[Any, ...] = (types.is_large_string, types.is_string_view, types.is_dictionary)
    fields: list[Any] = [
        field.with_type(_ARROW.string()) if any(test(field.type) for test in texts) else field for field in table.schema
    ]
    return table.cast(_ARROW.schema(fields))


def small_table(rows: Sequence[Mapping[str, object]], types: Mapping[str, str]) -> Any:
    """Return a table with some rows, and the names and types of its columns."""
    empty = {name: any(row.get(name) is None for row in rows) for name in types}  # Spark makes less code without
    fields = [_ARROW.field(name, _TYPES[kind], nullable=empty[name]) for name, kind in types.items()]
    return _ARROW.Table.from_pylist(list(rows), schema=_ARROW.schema(fields))
