"""Compute on a few rows of a frame with pyarrow alone: it takes less time than to import and to plan for an engine."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from aseansc.frames._build import arrow_types
from aseansc.frames._columns import NAMES
from aseansc.frames._engines import Backend, load, rows_in
from aseansc.frames._expressions import number_of
from aseansc.frames._forms import wrong_codes
from aseansc.frames._row_rules import LIMITS, good_rows, limits_of_pairs
from aseansc.frames._schema import mixed_columns
from aseansc.indicators import Indicator

MOST: Final = 20_000
"""The largest number of rows that count as few."""


def few_rows_of(frame: Any) -> tuple[Any, Backend] | None:
    """Return a frame of at most 20,000 rows as a table of pyarrow, and its library; ``None`` for other objects.

    DuckDB and Spark are asked for one more row than these, which takes less time than to plan one query. Spark is first
    asked whether there is such a row: it would read all columns of as many rows from each part of a file.
    """
    arrow = load("pyarrow")
    library: Backend
    try:
        if isinstance(frame, arrow.Table):
            found, library = frame, "pyarrow"
        elif _is_of("pandas", "DataFrame", frame) and len(frame) <= MOST and frame.columns.is_unique:
            if mixed_columns(frame):
                return None
            found = arrow.Table.from_pandas(frame[_known(frame)], nthreads=1, preserve_index=False)
            library = "pandas"
        elif _is_of("polars", "DataFrame", frame) and len(frame) <= MOST:
            found, library = frame.select(_known(frame)).to_arrow(), "polars"
        elif _is_of("duckdb", "DuckDBPyRelation", frame):
            found, library = frame.limit(MOST + 1).to_arrow_table(), "duckdb"
        elif _is_of("pyspark.sql", "DataFrame", frame):
            if not frame.select().offset(MOST + 1).isEmpty():
                return None
            found, library = frame.toArrow(), "pyspark"
        else:
            return None
    except (arrow.ArrowInvalid, arrow.ArrowTypeError, arrow.ArrowNotImplementedError):
        return None  # narwhals reports what is wrong with it
    return (found, library) if len(found) <= MOST else None


def _known(frame: Any) -> list[Any]:
    """Return the columns of a frame that are read; others may have types or names that pyarrow does not take."""
    return [name for name in frame.columns if name in NAMES]


def _is_of(module: str, name: str, frame: object) -> bool:
    loaded = sys.modules.get(module)
    return loaded is not None and isinstance(frame, getattr(loaded, name))


def columns_of_kinds(table: Any, kinds: Mapping[str, str]) -> Any:
    """Return a table in which the columns of some names have the type of their kind.

    Columns without a value get it, and so do other types of text. It returns ``None`` if a column has another type, or
    two have one name.

    Args:
        table: a table of pyarrow.
        kinds: the kind of each known column: ``text``, ``date``, ``flag``, ``integer``, ``number`` or ``percent``.
    """
    arrow, types = load("pyarrow"), load("pyarrow").types
    names = [name for name in table.column_names if name in kinds]
    if len(set(table.column_names)) < len(table.column_names):
        return None
    usual = arrow_types(arrow, arrow.decimal128(18, 4))
    fields = list[tuple[str, Any]]()
    for name in names:
        found, kind = table.schema.field(name).type, kinds[name]
        if types.is_null(found) or (kind == "text" and _is_text(types, found)):
            found = usual[kind]
        elif not _is_of_kind(types, found, kind):
            return None
        fields.append((name, found))
    return table.select(names).cast(arrow.schema(fields))


def _is_text(types: Any, found: Any) -> bool:
    if types.is_dictionary(found):
        found = found.value_type
    tests = (types.is_string, types.is_large_string, types.is_string_view)
    return any(test(found) for test in tests)


def _is_of_kind(types: Any, found: Any, kind: str) -> bool:
    if kind == "date":
        return bool(types.is_date32(found))
    if kind == "flag":
        return bool(types.is_boolean(found))
    is_whole = bool(types.is_integer(found))
    if kind == "integer":
        return is_whole
    is_float = bool(types.is_float32(found) or types.is_float64(found))
    return kind in ("number", "percent") and (is_whole or is_float or bool(types.is_decimal(found)))


def suspects_among(table: Any, known: Mapping[str, Indicator]) -> list[dict[str, Any]]:
    """Return the rows that may have a problem."""
    arrow, compute, columns = load("pyarrow"), load("pyarrow.compute"), table.column_names
    pairs = table.group_by(["indicator", "unit"], use_threads=False).aggregate([]).to_pylist()
    limits = limits_of_pairs([(pair["indicator"], pair["unit"]) for pair in pairs], known)
    names = arrow.array([f"{row['indicator']}{_MARK}{row['unit']}" for row in limits], arrow.string())
    own = compute.binary_join_element_wise(table["indicator"], table["unit"], _MARK)
    places, types = compute.index_in(own, value_set=names), arrow_types(arrow, arrow.float64())
    rows = table
    for name, kind in LIMITS.items():
        if name not in columns:
            values = arrow.array([row[name] for row in limits], types[kind])
            rows = rows.append_column(name, compute.take(values, places))
    rows = rows.append_column("aseansc_number", number_of(ArrowRows(rows), columns).values)
    wrong = wrong_codes(columns, lambda name: table[name].unique().to_pylist())
    good = good_rows(ArrowRows(rows), columns, wrong).values
    return rows_in(table.filter(compute.invert(compute.fill_null(good, fill_value=False))))


_MARK: Final = "\x1f"


def repeated_among(table: Any, keys: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows that have the same cells in some columns as another row."""
    arrow, compute = load("pyarrow"), load("pyarrow.compute")
    if len(table.group_by(list(keys), use_threads=False).aggregate([])) == len(table):
        return []  # as in most frames; lists of rows take twice the time
    numbered = table.select(keys).append_column("aseansc_row", arrow.array(range(len(table)), arrow.int64()))
    groups = numbered.group_by(list(keys), use_threads=False).aggregate([("aseansc_row", "list")])["aseansc_row_list"]
    several = groups.filter(compute.greater(compute.list_value_length(groups), 1))
    return rows_in(table.take(compute.list_flatten(several)))


def wrong_revisions_among(table: Any) -> list[dict[str, Any]]:
    """Return the rows that revise no row of the same review, indicator and place."""
    columns = table.column_names
    if not {"revises", "observation"} <= set(columns) or table["revises"].null_count == len(table):
        return []
    names = [name for name in ("review", "indicator", "place") if name in columns]
    known = {tuple(row.values()) for row in table.select(["observation", *names]).to_pylist()}
    revising = rows_in(table.filter(load("pyarrow.compute").is_valid(table["revises"])))
    whole = [row for row in revising if row["indicator"] is not None and row["place"] is not None]
    return [row for row in whole if (row["revises"], *(row[name] for name in names)) not in known]


class ArrowRows:
    """Rows in which expressions are computed at once. It has those names of narwhals that the checks of rows use."""

    def __init__(self, table: Any) -> None:
        self.table = table
        self.Float64: Any = load("pyarrow").float64

    def col(self, name: str) -> Cells:
        """Return a column."""
        return Cells(self.table[name])

    def lit(self, value: object) -> Cells:
        """Return one value for all rows."""
        return Cells(load("pyarrow").scalar(value))

    def coalesce(self, *columns: Cells) -> Cells:
        """Return the first of some cells that is not empty."""
        return _called("coalesce", *columns)


@frozen(eq=False)
class Cells:
    """The cells of a column, or one value for all of them. An empty cell gives an empty result, as in SQL."""

    values: Any

    def is_null(self) -> Cells:
        """Return which cells are empty."""
        return _called("is_null", self)

    @property
    def str(self) -> Cells:
        """Return the cells, whose methods for texts narwhals has apart."""
        return self

    def contains(self, pattern: object) -> Cells:
        """Return which cells match a regular expression."""
        return Cells(load("pyarrow.compute").match_substring_regex(self.values, pattern))

    def len_chars(self) -> Cells:
        """Return how many characters the cells have."""
        return _called("utf8_length", self)

    def is_in(self, values: Sequence[object]) -> Cells:
        """Return which cells are one of some values."""
        return Cells(load("pyarrow.compute").is_in(self.values, load("pyarrow").array(values, self.values.type)))

    def cast(self, dtype: Any) -> Cells:
        """Return the cells in another type, rounded if necessary."""
        return Cells(self.values.cast(dtype, safe=False))

    def abs(self) -> Cells:
        """Return the absolute numbers."""
        return _called("abs", self)

    def round(self, decimals: int) -> Cells:
        """Return rounded numbers."""
        return Cells(load("pyarrow.compute").round(self.values, decimals))

    def __and__(self, other: Any) -> Cells:
        """Return which cells are true in both."""
        return _called("and_kleene", self, other)

    def __or__(self, other: Any) -> Cells:
        """Return which cells are true in one of both."""
        return _called("or_kleene", self, other)

    def __invert__(self) -> Cells:
        """Return which cells are false."""
        return _called("invert", self)

    def __eq__(self, other: object) -> Any:
        """Return which cells are equal."""
        return _called("equal", self, other)

    __hash__ = None  # type: ignore[assignment]  # columns are not keys

    def __ne__(self, other: object) -> Any:
        """Return which cells are not equal."""
        return _called("not_equal", self, other)

    def __lt__(self, other: Any) -> Cells:
        """Return which cells are less."""
        return _called("less", self, other)

    def __le__(self, other: Any) -> Cells:
        """Return which cells are less or equal."""
        return _called("less_equal", self, other)

    def __gt__(self, other: Any) -> Cells:
        """Return which cells are greater."""
        return _called("greater", self, other)

    def __ge__(self, other: Any) -> Cells:
        """Return which cells are greater or equal."""
        return _called("greater_equal", self, other)

    def __sub__(self, other: Any) -> Cells:
        """Return the differences."""
        return _called("subtract", self, other)

    def __mul__(self, other: Any) -> Cells:
        """Return the products."""
        return _called("multiply", self, other)

    def __truediv__(self, other: Any) -> Cells:
        """Return the quotients."""
        return _called("divide", self, other)

    def __pow__(self, other: Any) -> Cells:
        """Return the powers."""
        return _called("power", self, other)


def _called(name: str, *cells: Any) -> Cells:
    given = [cell.values if isinstance(cell, Cells) else cell for cell in cells]
    return Cells(load("pyarrow.compute").call_function(name, given))
