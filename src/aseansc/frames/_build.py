"""Build a frame of pandas, polars or pyarrow from rows, without losing a digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from importlib import import_module
from typing import Any, Final, Literal, TypeAlias, cast

from aseansc._decimals import EXACT, place_of, plain
from aseansc.errors import FieldError, MissingExtraError, nearest_names
from aseansc.frames._columns import Column
from aseansc.frames._rows import Row

Backend: TypeAlias = Literal["pandas", "polars", "pyarrow"]
"""The library of the frame."""

Numbers: TypeAlias = Literal["decimal", "float", "text"]
"""The type of numbers in a frame: exact decimals, binary floating-point numbers, or text with all digits."""

_BACKENDS: Final = ("pandas", "polars", "pyarrow")
_NUMBERS: Final = ("decimal", "float", "text")

DIGITS: Final = 28
"""Digits of the decimal type of all frames. More than 28 would make the sum of two columns fail in pyarrow."""

DECIMALS: Final = 8
"""Digits after the decimal point of the decimal type of all frames."""

_STEP: Final = Decimal((0, (1,), -DECIMALS))


def build(
    rows: Sequence[Row], columns: Sequence[Column], *, where: str, backend: Backend, numbers: Numbers = "decimal"
) -> Any:
    """Return a frame with a row for each of `rows`.

    Raises:
        FieldError: if `backend` or `numbers` is unknown, or a number does not fit into the decimal type.
        MissingExtraError: if a package is not installed.
    """
    _require_known("backend", backend, _BACKENDS, where)
    _require_known("numbers", numbers, _NUMBERS, where)
    narwhals, pyarrow, engine = _load("narwhals.stable.v2"), _load("pyarrow"), _load(backend)
    types = {
        "text": narwhals.String(),
        "date": narwhals.Date(),
        "flag": narwhals.Boolean(),
        "number": {
            "decimal": narwhals.Decimal(DIGITS, DECIMALS),
            "float": narwhals.Float64(),
            "text": narwhals.String(),
        }[numbers],
    }
    schema = narwhals.Schema({column.name: types[column.type] for column in columns}).to_arrow()
    cells = {column.name: _cells(rows, column, numbers, where) for column in columns}
    table = pyarrow.Table.from_pydict(cells, schema=schema)
    if backend == "pandas":  # otherwise pandas would hold dates and decimals as Python objects
        return table.to_pandas(types_mapper=engine.ArrowDtype)
    return narwhals.from_arrow(table, backend=backend).to_native()


def _require_known(name: str, got: object, known: Sequence[str], where: str) -> None:
    if not isinstance(got, str) or got not in known:
        nearest = nearest_names(got, known)
        raise FieldError(
            f"unknown {name}",
            where=where,
            got=got,
            expected=f"one of {', '.join(known)}",
            hint=f"Did you mean {nearest[0]!r}?" if nearest else "",
        )


def _load(name: str) -> Any:
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
        hint="Install it: pip install polars." if package == "polars" else 'Install it: pip install "aseansc[frames]".',
    )


def _cells(rows: Sequence[Row], column: Column, numbers: Numbers, where: str) -> list[object]:
    found = [row.get(column.name) for row in rows]
    if column.type != "number":
        return found
    if numbers == "decimal":
        for row, cell in zip(rows, found, strict=True):
            if isinstance(cell, Decimal):
                _require_fitting(cell, f"{where}, column {column.name} of {row.get('observation')!r}")
    convert = _CONVERT[numbers]
    return [None if cell is None else convert(cast("Decimal", cell)) for cell in found]


def _require_fitting(number: Decimal, where: str) -> None:
    """Refuse a number that the decimal type cannot hold with all its digits. Trailing zeros do not count."""
    if number and (place_of(EXACT.normalize(number)) < -DECIMALS or number.adjusted() >= DIGITS - DECIMALS):
        raise FieldError(
            "the number does not fit into the decimal type of frames",
            where=where,
            got=plain(number),
            expected=f"at most {DIGITS - DECIMALS} digits before and {DECIMALS} after the decimal point",
            hint="Pass numbers='text' to keep all digits, or numbers='float' to round.",
        )


def _to_scale(number: Decimal) -> Decimal:
    return EXACT.quantize(number, _STEP)


_CONVERT: Final[dict[Numbers, Callable[[Decimal], object]]] = {"decimal": _to_scale, "float": float, "text": plain}
