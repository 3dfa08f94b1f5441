"""Build a frame of any backend from rows, without losing a digit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias, cast

from aseansc._decimals import EXACT, POWERS_OF_TEN, place_of, plain
from aseansc.errors import FieldError
from aseansc.frames._columns import Column
from aseansc.frames._engines import Backend, load, native, require_backend, require_known
from aseansc.frames._rows import Row

Numbers: TypeAlias = Literal["decimal", "float", "text"]
"""The type of numbers in a frame: exact decimals, binary floating-point numbers, or text with all digits."""

_NUMBERS: Final = ("decimal", "float", "text")

DIGITS: Final = 18
"""Digits of the decimal type of all frames. Engines store 18 digits in 64 bits, and can add and multiply them."""

DECIMALS: Final = 4
"""Digits after the decimal point of the decimal type of all frames."""

_STEP: Final = POWERS_OF_TEN[-DECIMALS]


def build(
    rows: Sequence[Row],
    columns: Sequence[Column],
    *,
    where: str,
    backend: Backend,
    session: Any = None,
    numbers: Numbers = "decimal",
) -> Any:
    """Return a frame with a row for each of `rows`.

    Raises:
        FieldError: if `backend` or `numbers` is unknown, or a number does not fit into the decimal type.
        MissingExtraError: if a package is not installed.
    """
    require_backend(backend, where)
    require_known("numbers", numbers, _NUMBERS, where)
    arrow = load("pyarrow")
    number = {"decimal": arrow.decimal128(DIGITS, DECIMALS), "float": arrow.float64(), "text": arrow.string()}[numbers]
    types = arrow_types(arrow, number)
    schema = arrow.schema([(column.name, types[column.type]) for column in columns])
    if any(column.name == "unit_mult" for column in columns):
        rows = _scaled(rows, columns, where) if numbers == "decimal" else [_in_full(row) for row in rows]
    cells = {column.name: _cells(rows, column, numbers, where) for column in columns}
    return native(arrow.Table.from_pydict(cells, schema=schema), backend, session)


def arrow_types(arrow: Any, number: Any) -> dict[str, Any]:
    """Return the type of each kind of column."""
    types = {"text": arrow.string(), "date": arrow.date32(), "flag": arrow.bool_(), "integer": arrow.int64()}
    return types | {"number": number, "percent": number}


def _in_full(row: Row) -> Row:
    return row if row.get("obs_value") is None else {**row, "unit_mult": 0}


def _scaled(rows: Sequence[Row], columns: Sequence[Column], where: str) -> list[Row]:
    """Divide the numbers of each indicator by a power of ten with which all of them fit.

    Raises:
        FieldError: if there is no such power for an indicator; names the figures.
    """
    names = [column.name for column in columns if column.type == "number"]
    numbers = [{name: cell for name in names if isinstance(cell := row.get(name), Decimal)} for row in rows]
    known: defaultdict[object, list[tuple[Decimal, Row]]] = defaultdict(list)
    for row, found in zip(rows, numbers, strict=True):
        known[row["indicator"]] += ((number, row) for number in found.values() if number)  # zero always fits
    powers = {indicator: _power(nonzero, where) for indicator, nonzero in known.items() if nonzero}
    return [
        _divided(row, found, powers.get(row["indicator"], 0)) if found else row
        for row, found in zip(rows, numbers, strict=True)
    ]


def _divided(row: Row, numbers: Mapping[str, Decimal], power: int) -> Row:
    by = POWERS_OF_TEN[-power]
    cells = {name: EXACT.multiply(number, by) for name, number in numbers.items()} if power else numbers
    return {**row, **cells, "unit_mult": power}


def _power(numbers: Sequence[tuple[Decimal, Row]], where: str) -> int:
    """Return the power of ten nearest to 0 with which the largest and the finest of some numbers fit."""
    top = max(numbers, key=lambda item: item[0].adjusted())
    last = min(numbers, key=lambda item: place_of(EXACT.normalize(item[0])))
    least = top[0].adjusted() - (DIGITS - DECIMALS) + 1
    most = place_of(EXACT.normalize(last[0])) + DECIMALS
    if least > most:
        raise _unfitting(top, last, where)
    return min(max(0, least), most)


def _unfitting(top: tuple[Decimal, Row], last: tuple[Decimal, Row], where: str) -> FieldError:
    """Return the error for numbers that no power of ten makes fit, naming the figures that contain them."""
    named = f"{where}, {top[1].get('observation')!r}"
    if last[1] is not top[1]:
        named += f" and {last[1].get('observation')!r}"
    return FieldError(
        "the number does not fit into the decimal type of frames",
        where=named,
        got=plain(top[0]) if top[0] == last[0] else f"{plain(top[0])} and {plain(last[0])}",
        expected=f"all figures of {top[1].get('indicator')!r} within {DIGITS} digits",
        hint="Pass numbers='text' to keep all digits, or numbers='float' to round.",
    )


def _cells(rows: Sequence[Row], column: Column, numbers: Numbers, where: str) -> list[object]:
    found = [row.get(column.name) for row in rows]
    if column.type not in ("number", "percent"):
        return found
    if column.type == "percent" and numbers == "decimal":
        _require_percents(rows, column.name, where)
    convert = _CONVERT[numbers]
    return [None if cell is None else convert(cast("Decimal", cell)) for cell in found]


def _require_percents(rows: Iterable[Row], name: str, where: str) -> None:
    """Refuse a level of confidence with more decimals than the decimal type has."""
    for row in rows:
        cell = row.get(name)
        if isinstance(cell, Decimal) and cell and place_of(EXACT.normalize(cell)) < -DECIMALS:
            raise _unfitting((cell, row), (cell, row), f"{where}, column {name}")


def _to_scale(number: Decimal) -> Decimal:
    return EXACT.quantize(number, _STEP)


_CONVERT: Final[dict[Numbers, Callable[[Decimal], object]]] = {"decimal": _to_scale, "float": float, "text": plain}
