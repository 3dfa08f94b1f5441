"""Load the libraries of frames, and hand tables over to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, Literal, TypeAlias

from aseansc.errors import FieldError, FieldTypeError, MissingExtraError, nearest_names

Backend: TypeAlias = Literal["pandas", "polars", "pyarrow", "duckdb", "pyspark"]
"""The library of the frame."""

_BACKENDS: Final = ("pandas", "polars", "pyarrow", "duckdb", "pyspark")
_OF_THE_EXTRA: Final = ("narwhals", "pandas", "pyarrow")


def require_backend(backend: object, where: str) -> None:
    """Refuse an unknown backend."""
    require_known("backend", backend, _BACKENDS, where)


def require_known(name: str, got: object, known: Sequence[str], where: str) -> None:
    """Refuse a value of an argument that is not one of the known ones."""
    if not isinstance(got, str) or got not in known:
        nearest = nearest_names(got, known)
        raise FieldError(
            f"unknown {name}",
            where=where,
            got=got,
            expected=f"one of {', '.join(known)}",
            hint=f"Did you mean {nearest[0]!r}?" if nearest else "",
        )


def load(name: str) -> Any:
    """Import a module of a library of frames.

    Raises:
        MissingExtraError: if it is not installed.
    """
    package = name.partition(".")[0]
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != package:
            raise
    raise MissingExtraError(
        "frames need a package that is not installed",
        where="to_frame",
        got=package,
        hint='Install it: pip install "aseansc[frames]".'
        if package in _OF_THE_EXTRA
        else f"Install it: pip install {package}.",
    )


def is_installed(package: str) -> bool:
    """Return whether a library of frames is installed."""
    return find_spec(package) is not None


def rows_in(table: Any) -> list[dict[str, Any]]:
    """Return the rows of a table of pyarrow, with None for empty cells.

    A day before the year 1 or after 9999, which Python cannot hold, is a text: each reader refuses it as its problem.
    """
    try:
        rows: list[dict[str, Any]] = table.to_pylist()
    except (OverflowError, ValueError):
        arrow = load("pyarrow")
        shown = {field.name: arrow.string() for field in table.schema if arrow.types.is_date(field.type)}
        fields = [arrow.field(field.name, shown.get(field.name, field.type)) for field in table.schema]
        rows = [
            {name: _day(cell) if name in shown else cell for name, cell in row.items()}
            for row in table.cast(arrow.schema(fields)).to_pylist()
        ]
    return rows


def _day(cell: str | None) -> date | str | None:
    try:
        return None if cell is None else date.fromisoformat(cell)
    except ValueError:
        return cell


def native(table: Any, backend: Backend, session: Any = None) -> Any:
    """Return a table of pyarrow as a frame of a backend.

    Raises:
        FieldError: if a session of Spark is needed, and there is none.
        FieldTypeError: if `session` is not a connection of DuckDB or a session of Spark.
        MissingExtraError: if the library of the backend is not installed.
    """
    if backend == "pyarrow":
        return table
    engine = load(backend)
    if backend == "pandas":  # otherwise pandas would hold dates and decimals as Python objects
        return table.to_pandas(types_mapper=engine.ArrowDtype)
    if backend == "polars":
        return engine.from_arrow(table)
    if backend == "duckdb":
        if not isinstance(session, engine.DuckDBPyConnection | None):
            raise _no_session(session, "a connection of DuckDB")
        return (engine if session is None else session).from_arrow(table)
    return _spark_session(session).createDataFrame(table)


def _spark_session(session: Any) -> Any:
    active = load("pyspark.sql").SparkSession.getActiveSession() if session is None else session
    if active is None:
        raise FieldError(
            "there is no active session of Spark",
            where="session",
            got=None,
            expected="a SparkSession",
            hint="Pass session=SparkSession.builder.getOrCreate().",
        )
    if not hasattr(active, "createDataFrame"):  # a session of Spark Connect has another type
        raise _no_session(active, "a SparkSession")
    return active


def _no_session(session: object, expected: str) -> FieldTypeError:
    return FieldTypeError("wrong type", where="session", got=session, expected=expected)
