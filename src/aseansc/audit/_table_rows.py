"""Read a table of figures: the rows of a data frame, a list or a CSV file, and the names, times and numbers in them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, cast

from attrs import frozen

from aseansc._decimals import EXACT, EXPONENT_LIMIT, ONE, as_decimal, plain
from aseansc._paths import as_path, read_path
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, unknown_name
from aseansc.labels import Lang
from aseansc.limits import EACH_CELL, EACH_ROW, require_items
from aseansc.periods import AsOf, Period, Time

WHERE: Final = "audit_table"
_COLUMNS: Final = ("indicator", "place", "time", "value")
UNIT: Final = "unit"
"""The optional column."""
_LONGEST: Final = 120
MOST_DIGITS: Final = 9
"""A fraction with more significant digits was computed, and does not show to which digit it is known."""

# -- rows


@frozen
class Row:
    """A row of the table: its number, and its cells by column."""

    number: int
    cells: Mapping[str, object]

    def where(self, column: str) -> str:
        return f"row {self.number}, {column}"


def rows_of(table: object) -> Iterator[Row]:
    """Yield the rows of a frame, a list of dictionaries or a CSV file, with the right columns."""
    source: Any = table
    if isinstance(table, str | os.PathLike):
        yield from _rows_of_file(source)
        return
    is_frame = hasattr(source, "columns") and (hasattr(source, "to_dicts") or hasattr(source, "to_dict"))
    if is_frame:
        _require_columns(list(source.columns), WHERE)
        source = source.to_dicts() if hasattr(source, "to_dicts") else source.to_dict("records")  # polars, pandas
    if isinstance(source, Mapping) or not isinstance(source, Iterable):
        raise FieldTypeError(
            "not a table",
            where=WHERE,
            got=type(table).__name__,
            expected="a data frame of pandas or polars, a list of dictionaries, or the path of a CSV file",
        )
    for number, cells in enumerate(cast("Any", source), start=1):
        if not isinstance(cells, Mapping):
            raise FieldTypeError(
                "a row is not a dictionary", where=f"{WHERE}, row {number}", got=cells, expected="a dictionary"
            )
        if not is_frame:
            _require_columns(list(cast("Any", cells)), f"{WHERE}, row {number}")
        yield Row(number, cast("Mapping[str, object]", cells))


def _require_columns(columns: list[object], where: str) -> None:
    for name in columns:
        if name not in (*_COLUMNS, UNIT):
            problem = unknown_name("column", name, (*_COLUMNS, UNIT), where=where)
            problem.expected = f"{', '.join(_COLUMNS)}, and optionally {UNIT}"
            problem.hint = problem.hint or "Rename it, or leave it out if it does not distinguish figures."
            raise problem
    repeated = [name for name, count in Counter(columns).items() if count > 1]
    if repeated:
        raise FieldError("a column appears twice", where=where, got=repeated[0], expected="each column once")
    for name in _COLUMNS:
        if name not in columns:
            raise FieldError("a column is missing", where=where, got=", ".join(map(str, columns)), expected=name)


def _rows_of_file(path: str | os.PathLike[str]) -> Iterator[Row]:
    where = str(path)
    lines = _lines_of(read_path(as_path(path, WHERE)), where)
    header = next(lines, list[str]())
    _require_columns([*header], where)
    for number, cells in enumerate(lines, start=2):
        require_items(number - 1, "rows", where, each=EACH_ROW, is_whole=False)
        if not any(cells):
            continue
        if len(cells) != len(header):
            raise DocumentError(
                "the row and the header differ in the number of fields",
                where=f"{where}, row {number}",
                got=len(cells),
                expected=str(len(header)),
            )
        yield Row(number, dict(zip(header, cells, strict=True)))


def _lines_of(content: bytes, where: str) -> Iterator[list[str]]:
    """Yield the cells of each line of a CSV file, whose delimiter is the one that its first line has most often."""
    try:
        head = content.decode("utf-8-sig").partition("\n")[0]
    except UnicodeDecodeError as error:
        raise DocumentError(
            "the file is not valid UTF-8", where=where, got=f"byte {error.start}", hint='Save it as "CSV UTF-8".'
        ) from None
    delimiter = max(",;\t", key=head.count)
    require_items(content.count(delimiter.encode()), "cells", where, each=EACH_CELL)
    lines = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    try:
        yield from csv.reader(lines, delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise DocumentError(f"not CSV: {error}", where=where) from None


# -- cells


@frozen
class Number:
    """A number in a cell.

    Args:
        number: the number.
        decimals: the number of its decimals.
        printed: the cell as a text.
        is_float: whether the cell is a float, which shows no zeros at its end.
    """

    number: Decimal
    decimals: int
    printed: str
    is_float: bool

    @property
    def is_computed(self) -> bool:
        """Whether it has too many digits to be a printed number."""
        return self.is_float and self.decimals > 0 and len(self.number.as_tuple().digits) > MOST_DIGITS


def clean(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())


def is_empty(cell: object) -> bool:
    """Return whether a cell is empty: None, a blank text, or NaN, NA or NaT, which are not equal to themselves."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return True
    try:
        return bool(cell != cell)
    except (ArithmeticError, TypeError, ValueError):  # pandas.NA and signalling NaN have no truth value
        return True


def _native(cell: Any) -> object:
    """Convert a scalar of numpy to a Python object."""
    return cell.item() if type(cell).__module__ == "numpy" and hasattr(cell, "item") else cell


def name_in(row: Row, column: str) -> str:
    cell = _native(row.cells[column])
    if is_empty(cell):
        raise _missing(row, column)
    name = clean(cell) if isinstance(cell, str) else str(cell)
    if not isinstance(cell, str | int) or isinstance(cell, bool) or not name.isprintable():
        raise FieldTypeError(
            "not a name", where=row.where(column), got=cell, expected="a text without control characters"
        )
    return name


def _missing(row: Row, column: str) -> FieldError:
    hint = "Leave out the rows without a value, such as with frame.dropna() in pandas." if column == "value" else ""
    return FieldError(
        "the cell is empty", where=row.where(column), got=row.cells[column], expected=f"a {column}", hint=hint
    )


_MIDNIGHT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:\.0+)?)?")
_YEAR_AS_FLOAT: Final = re.compile(r"([0-9]{4})\.0")


def time_in(row: Row) -> Time:
    """Return the time of a row: a year as a number or text, a date, or a period in the notation of SDMX or ISO 8601."""
    cell = _native(row.cells["time"])
    if is_empty(cell):
        raise _missing(row, "time")
    try:
        time = _time_of(cell)
    except AseanscError as problem:
        raise problem.at(row.where("time")) from None
    if time is None:
        raise FieldTypeError(
            "not a time",
            where=row.where("time"),
            got=cell,
            expected="a year, a date without a time of day, or a text such as 2018, 2018-Q1 or 2018-12-31",
        )
    return time


def _time_of(cell: object) -> Time | None:
    if isinstance(cell, dt.datetime):
        return AsOf(date=cell.date()) if cell.time() == dt.time() else None
    if isinstance(cell, dt.date):
        return AsOf(date=cell)
    if isinstance(cell, float) and cell.is_integer():  # programs change a column of years with gaps
        return Period.year(int(cell))
    if isinstance(cell, int) and not isinstance(cell, bool):
        return Period.year(cell)
    if isinstance(cell, str):
        changed = _MIDNIGHT.fullmatch(cell.strip()) or _YEAR_AS_FLOAT.fullmatch(cell.strip())
        text = changed[1] if changed else cell.strip()
        return AsOf.parse(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else Period.parse(text)
    return None


# -- numbers

_SPACES: Final = "[ \u00a0\u202f]"
_TEXT: Final = re.compile(r"([-+−]?)([0-9].*?)\s*(%?)", re.DOTALL)
_WHOLE: Final = rf"(?:[0-9]+|[1-9][0-9]{{0,2}}(?:{_SPACES}[0-9]{{3}})+|[1-9][0-9]{{0,2}}(?:%s[0-9]{{3}})+)"
_STYLES: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(_WHOLE % "," + r"(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?"),
    "vi": re.compile(_WHOLE % r"\." + "(?:,[0-9]+)?"),
}
_SEPARATORS: Final[dict[Lang, tuple[str, str]]] = {"en": (",", "."), "vi": (".", ",")}


def _read(text: str, style: Lang) -> Decimal | None:
    """Return the number in a text that is printed in a style; None if it is not."""
    match = _TEXT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None or not _STYLES[style].fullmatch(match[2]):
        return None
    thousands, point = _SEPARATORS[style]
    digits = re.sub(_SPACES, "", match[2]).replace(thousands, "").replace(point, ".")
    return Decimal(f"{'-' if match[1] in ('-', '−') else ''}{digits}")


def style_of(rows: Sequence[Row], given: object) -> Lang:
    """Return how the texts of the column of values are printed, which must follow from the texts or be given.

    Raises:
        FieldError: if the texts do not show it, or show both.
    """
    if given is not None:
        for style in _STYLES:
            if given == style:
                return style
        raise FieldError("unknown style of numbers", where=f"{WHERE}, numbers", got=given, expected="en or vi")
    shown, unclear = _styles_in(rows)
    if len(shown) > 1:
        vi, en = shown["vi"], shown["en"]
        raise FieldError(
            "some numbers are printed as in Vietnamese and others as in English",
            where=f"{WHERE}, {vi.where('value')} and {en.where('value')}",
            got=f"{vi.cells['value']} and {en.cells['value']}",
            expected="one style in the whole table",
            hint="Write all numbers in one style.",
        )
    if unclear is not None and not shown:
        raise FieldError(
            "the number has a different value in Vietnamese and in English",
            where=f"{WHERE}, {unclear.where('value')}",
            got=unclear.cells["value"],
            expected="the argument numbers",
            hint='Give numbers="vi" if 1.234 is more than a thousand, and numbers="en" if it is less than two.',
        )
    return "vi" if "vi" in shown else "en"


def _styles_in(rows: Sequence[Row]) -> tuple[dict[Lang, Row], Row | None]:
    """Return the first row that shows each style, and the first that has another value in each."""
    shown: dict[Lang, Row] = {}
    unclear: Row | None = None
    for row in rows:
        cell = row.cells["value"]
        if not isinstance(cell, str):
            continue
        readings = {style: _read(cell, style) for style in _STYLES}
        fitting: list[Lang] = [style for style in _STYLES if readings[style] is not None]
        if len(fitting) == 1:
            shown.setdefault(fitting[0], row)
        elif len(set(readings.values())) == 2:
            unclear = unclear or row
    return shown, unclear


def number_in(row: Row, style: Lang) -> Number:
    cell = _native(row.cells["value"])
    if is_empty(cell):
        raise _missing(row, "value")
    if isinstance(cell, str):
        number = _read(cell, style)
        printed = cell.strip()
    elif isinstance(cell, float):
        number, printed = Decimal(repr(cell)), repr(cell)
    elif isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        try:
            number = as_decimal(cell)
        except AseanscError as problem:
            raise problem.at(row.where("value")) from None
        printed = plain(number)
    else:
        raise FieldTypeError("not a number", where=row.where("value"), got=cell, expected="a number or a printed text")
    if number is None or not number.is_finite() or cast("int", number.as_tuple().exponent) < -EXPONENT_LIMIT:
        raise FieldError(
            "not a number",
            where=row.where("value"),
            got=cell,
            expected="digits" + (", as in 1.234,5" if style == "vi" else ", as in 1,234.5"),
        )
    if isinstance(cell, float) and number.adjusted() <= EXPONENT_LIMIT and number == EXACT.to_integral_value(number):
        number = EXACT.quantize(number, ONE)
    decimals = max(0, -cast("int", number.as_tuple().exponent))
    return Number(number, decimals, printed, isinstance(cell, float))
