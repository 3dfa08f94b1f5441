"""Read and write tables in Parquet and DuckDB files, on DuckDB."""

from __future__ import annotations

import os
from glob import escape
from pathlib import Path
from typing import Any, Final

from aseansc.errors import FieldError, FieldTypeError
from aseansc.frames._engines import load

SUFFIXES: Final = (".parquet", ".duckdb")
"""The suffixes of files with tables."""

_TABLE: Final = "observations"
_OPTIONS: Final = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def open_table(path: str | os.PathLike[str]) -> Any:
    """Return the table in a Parquet or DuckDB file as a relation of DuckDB, which reads it when it is used.

    The file may be larger than memory. In a DuckDB file, the table has the name ``observations``.

    Args:
        path: a file that ends in ``.parquet`` or ``.duckdb``.

    Raises:
        FieldTypeError: if `path` is not a path.
        FieldError: if it has another suffix, or cannot be read.
        MissingExtraError: if DuckDB is not installed.
    """
    file, duckdb = _file(path, "open_table"), load("duckdb")
    if file.is_dir():
        raise FieldError("it is a folder", where="open_table", got=str(file), expected="a file")
    if not file.is_file():
        raise FieldError("there is no such file", where="open_table", got=str(file), expected="an existing file")
    try:
        if file.suffix.lower() == ".parquet":
            return duckdb.connect(config=_OPTIONS).read_parquet(escape(str(file)))
        return duckdb.connect(str(file), read_only=True, config=_OPTIONS).table(_TABLE)
    except duckdb.Error as error:
        raise FieldError(
            "the table cannot be read",
            where="open_table",
            got=str(file),
            expected=f"a Parquet file, or a DuckDB file with a table {_TABLE!r}",
            hint=f"DuckDB says: {str(error).splitlines()[0]}",
        ) from None


def write_table(table: Any, path: str | os.PathLike[str]) -> None:
    """Write a table of pyarrow to a new Parquet or DuckDB file.

    Args:
        table: the table, such as ``review.to_frame("pyarrow")``.
        path: a file that ends in ``.parquet`` or ``.duckdb``. It must not exist.

    Raises:
        FieldTypeError: if `path` is not a path, or `table` not a table of pyarrow.
        FieldError: if the file exists, has another suffix, or cannot be written.
        MissingExtraError: if DuckDB is not installed.

    >>> from tempfile import TemporaryDirectory
    >>> from aseansc.datasets import skeleton
    >>> with TemporaryDirectory() as folder:
    ...     write_table(skeleton.load().to_frame("pyarrow"), f"{folder}/figures.parquet")
    ...     len(open_table(f"{folder}/figures.parquet")) == len(skeleton.load().observations)
    True
    """
    file, duckdb, arrow = _file(path, "write_table"), load("duckdb"), load("pyarrow")
    if not isinstance(table, arrow.Table):
        raise FieldTypeError(
            "not a table", where="write_table", got=type(table).__name__, expected="a pyarrow.Table", hint=_HINT
        )
    if file.exists():
        raise FieldError("the file exists", where="write_table", got=str(file), expected="the name of a new file")
    try:
        if file.suffix.lower() == ".parquet":
            with duckdb.connect(config=_OPTIONS) as connection:
                connection.from_arrow(table).write_parquet(str(file))
        else:
            with duckdb.connect(str(file), config=_OPTIONS) as connection:
                connection.from_arrow(table).create(_TABLE)
    except (duckdb.Error, OSError) as error:
        file.unlink(missing_ok=True)
        raise FieldError(
            "the table cannot be written",
            where="write_table",
            got=str(file),
            expected="a file in an existing folder",
            hint=f"DuckDB says: {str(error).splitlines()[0]}",
        ) from None


_HINT: Final = 'Write review.to_frame("pyarrow").'


def _file(path: str | os.PathLike[str], where: str) -> Path:
    if not _is_path(path):
        raise FieldTypeError("not a path", where=where, got=path, expected="the path of a file")
    file = Path(path)
    if file.suffix.lower() not in SUFFIXES:
        raise FieldError(
            "the file has another suffix",
            where=where,
            got=str(file),
            expected=f"a name that ends in {' or '.join(SUFFIXES)}",
        )
    return file


def _is_path(path: object) -> bool:
    return isinstance(path, str | os.PathLike)
