"""Parse the cells of rows that this library wrote: codes, times, values, notes and citations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from json import JSONDecodeError, JSONDecoder
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar, cast

from aseansc._creation import constructor_of
from aseansc._decimals import EXACT, EXPONENT_LIMIT, POWERS_OF_TEN, as_decimal
from aseansc.citations import Citation, Span
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, DocumentError, FieldError, UnknownNameError
from aseansc.indicators import PriceBasis
from aseansc.interchange._document.read_json import parsed
from aseansc.interchange._document.scalars import MAGNITUDE
from aseansc.interchange._document.structure import structure_record
from aseansc.interchange.sdmx._data_structure import (
    COLLECTION_CODES,
    COLUMNS,
    CONFIDENTIALITY_CODES,
    ID,
    MULTIPLIERS,
    NOT_APPLICABLE,
    TOTAL,
    Row,
    frequency,
    from_breakdown,
    from_id,
    obs_status,
)
from aseansc.observations import Confidentiality, SamplingError, Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import (
    Attainment,
    AttainmentForm,
    Change,
    Qualifier,
    RelativeChange,
    RelativeForm,
    Value,
    value_of,
)

T = TypeVar("T")


def cell_error(column: str, problem: str, got: object, expected: str, hint: str = "") -> FieldError:
    """Return the error for a cell; `Reader` adds the row to its location."""
    return FieldError(problem, where=column, got=got, expected=expected, hint=hint)


class UnknownUnitCodeError(UnknownNameError):
    """A unit code is neither in the catalogue nor defined by the structure message."""


class Units(dict[str, Unit]):
    """Units by their SDMX codes: the custom units of a structure message, and units of the catalogue on demand."""

    def __init__(self, own: Iterable[Unit] = ()) -> None:
        self._own = tuple(own)

    def __missing__(self, code: str) -> Unit:
        if not ID.fullmatch(code):
            raise cell_error("UNIT_MEASURE", "not a unit code", code, "a code such as household, VND or VND@person")
        try:
            unit = Unit.parse(from_id(code), self._own)
        except AseanscError as error:
            raise UnknownUnitCodeError(error.problem, where="UNIT_MEASURE", got=code, hint=error.hint) from None
        self[code] = unit
        return unit


class Field(NamedTuple):
    """A field of a record: its name, the function that reads it from a row, and the column that errors refer to."""

    name: str
    column: str
    read: Callable[[Row, Units], Any]


# -- scalars

WHOLE_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,15}")
_is_whole: Final = WHOLE_NUMBER.fullmatch
_JSON: Final = JSONDecoder()
_MOST_JSON_ITEMS: Final = 10_000


def _int(column: str, text: str) -> int:
    digits = text
    if not _is_whole(digits):
        digits = text.removesuffix(".0")  # programs write 3.0 in columns of integers with missing values
    if not _is_whole(digits):
        raise cell_error(column, "not a whole number", text, "digits without leading zeros")
    return int(digits)


def _json_list(row: Row, column: str) -> list[Any]:
    try:
        found: object = _JSON.decode(row.cell(column))
    except (JSONDecodeError, RecursionError, ValueError):
        found = None
    items: list[Any] = _items(found)
    if not items or len(items) > _MOST_JSON_ITEMS:
        raise cell_error(column, "not a JSON list", row.cell(column), 'a list such as ["one", "two"]')
    return items


def _items(found: object) -> list[Any]:
    items: list[Any] = cast("list[object]", found) if isinstance(found, list) else []
    return items


def _coded(column: str, codes: Mapping[str, T], text: str) -> T:
    try:
        return codes[text]
    except KeyError:
        raise cell_error(column, "unknown code", text, f"one of {', '.join(codes)}") from None


_COLLECTIONS: Final[Mapping[str, TimeCollection]] = {code.value: code for code in TimeCollection}
BASES: Final[Mapping[str, TimeBasis]] = {code.value: code for code in TimeBasis}
PERS: Final[Mapping[str, Frequency | Absent]] = {
    "": Absent.NOT_APPLICABLE,
    **{code.value: code for code in Frequency},
}
_QUALIFIERS: Final[Mapping[str, Qualifier]] = {code.value: code for code in Qualifier}
_ALL_STATUSES: Final[Mapping[str, Status]] = {code.value: code for code in Status}
_RELATIVE: Final[Mapping[str, RelativeForm]] = {code.value: code for code in RelativeForm}
_ATTAINED: Final[Mapping[str, AttainmentForm]] = {code.value: code for code in AttainmentForm}
_NO_NUMBER: Final[Mapping[str, Absent]] = {Absent.NOT_STATED.value: Absent.NOT_STATED}
_UNNUMBERED: Final[Mapping[str, Absent]] = {**_NO_NUMBER, Absent.QUALITATIVE.value: Absent.QUALITATIVE}
CONFIDENTIALITIES: Final[Mapping[str, Confidentiality | Absent]] = {
    "": Absent.NOT_STATED,
    **{code: confidentiality for confidentiality, code in CONFIDENTIALITY_CODES.items()},
}
PRICE_BASES: Final[Mapping[str, PriceBasis | Absent]] = {
    "": Absent.NOT_STATED,
    **{code.value: code for code in PriceBasis},
}
_MULTIPLIERS: Final[Mapping[str, int]] = {str(exponent): exponent for exponent in MULTIPLIERS}


def code_in(column: str, codes: Mapping[str, Any]) -> Callable[[Row, Units], Any]:
    at = COLUMNS.index(column)

    def read(row: Row, _units: Units) -> Any:
        text = row[at]
        return codes[text] if text in codes else _coded(column, codes, text)

    return read


def text_in(column: str) -> Callable[[Row, Units], str]:
    at = COLUMNS.index(column)

    def read(row: Row, _units: Units) -> str:
        return row[at]

    return read


def id_in(column: str) -> Callable[[Row, Units], str]:
    at = COLUMNS.index(column)

    @lru_cache(maxsize=4096)
    def code_of(text: str) -> str:
        if not ID.fullmatch(text):
            raise cell_error(column, "not an SDMX identifier", text, "letters, digits and _ @ $ -")
        return from_id(text)

    def read(row: Row, _units: Units) -> str:
        return code_of(row[at])

    return read


def reference_in(column: str, absent: Absent = Absent.NOT_STATED) -> Callable[[Row, Units], str | Absent]:
    at = COLUMNS.index(column)

    def read(row: Row, _units: Units) -> str | Absent:
        return row[at] or absent

    return read


def read_baseline(row: Row, _units: Units) -> str | Absent:
    text = row.baseline
    return Absent.NOT_APPLICABLE if text == NOT_APPLICABLE else text or Absent.NOT_STATED


@lru_cache(maxsize=4096)
def time_of(text: str) -> Time:
    """Parse a TIME_PERIOD of SDMX.

    Raises:
        ParseError: if it is not a time.
    """
    if len(text) == 10 and text[4] == text[7] == "-":
        return AsOf.parse(text)
    return Period.parse(text)


@lru_cache(maxsize=4096)
def _time_and_frequency(text: str) -> tuple[Time, str]:
    """Parse a TIME_PERIOD in its canonical form and return it with the code of its frequency."""
    time = time_of(text)
    if str(time) != text:
        raise cell_error("TIME_PERIOD", "the time is not in its canonical form", text, repr(str(time)))
    return time, frequency(time, text)


def read_time(row: Row, _units: Units) -> Time:
    time, expected = _time_and_frequency(row.time_period)
    if row.freq != expected:
        _require_equal(row, "FREQ", expected, "TIME_PERIOD")
    return time


def _require_equal(row: Row, column: str, expected: str, source: str) -> None:
    """Check a cell whose value follows from the cells named in `source`."""
    if row.cell(column) != expected:
        raise cell_error(
            column,
            f"the code does not agree with {source}",
            row.cell(column),
            repr(expected) if expected else "an empty cell",
        )


def read_collection(row: Row, _units: Units) -> TimeCollection:
    collection = _coded("TIME_COLLECTION", _COLLECTIONS, row.time_collection)
    expected = COLLECTION_CODES.get(collection, "")
    if row.time_per_collect != expected:
        _require_equal(row, "TIME_PER_COLLECT", expected, "TIME_COLLECTION")
    return collection


def read_statuses(row: Row, _units: Units) -> tuple[Status, ...]:
    return _statuses_of(row.statuses)


@lru_cache(maxsize=256)
def _statuses_of(text: str) -> tuple[Status, ...]:
    if not text:
        return ()
    statuses = tuple(_coded("STATUSES", _ALL_STATUSES, part) for part in text.split(";")[: len(_ALL_STATUSES) + 1])
    if len(set(statuses)) != len(statuses):
        raise cell_error("STATUSES", "a status is given twice", text, "each status once")
    return statuses


def read_breakdown(row: Row, _units: Units) -> tuple[str, ...]:
    return () if row.composite_breakdown == TOTAL else from_breakdown(row.composite_breakdown)


def read_lists(row: Row, _units: Units) -> tuple[str, ...]:
    return tuple(_json_list(row, "LISTS")) if row.lists else ()


def read_sampling_error(row: Row, _units: Units) -> SamplingError | Absent:
    if not row.sampling_err:
        return Absent.NOT_STATED
    try:
        return structure_record(parsed(row.sampling_err), SamplingError)
    except DocumentError as error:
        first = next(iter(error.problems), error)
        raise cell_error(
            "SAMPLING_ERR",
            f"not a sampling error: {first.problem}",
            row.sampling_err,
            'an object such as {"form": "margin", "size": "1.2", "confidence": "95"}',
        ) from None


def read_base_period(row: Row, _units: Units) -> Period | Absent:
    return base_period_of(row.base_per) if row.base_per else Absent.NOT_STATED


def base_period_of(cell: str) -> Period:
    """Parse the cell of a base period."""
    period, _ = _time_and_frequency(cell)
    if not isinstance(period, Period):
        raise cell_error("BASE_PER", "not a period", cell, "a period such as 2010")
    return period


def read_note(row: Row, _units: Units) -> Text | Absent:
    if not row.comment_obs:
        if row.comment_obs_vi or row.comment_obs_others:
            raise cell_error("COMMENT_OBS", "the comment has no English version", "", "the comment in English")
        return Absent.NOT_APPLICABLE
    others = _json_list(row, "COMMENT_OBS_OTHERS") if row.comment_obs_others else ()
    return Text(en=row.comment_obs, vi=row.comment_obs_vi or Absent.NOT_STATED, others=tuple(map(_pair, others)))


def _pair(item: object) -> tuple[Any, Any]:
    parts = _items(item)
    if len(parts) != 2:
        raise cell_error(
            "COMMENT_OBS_OTHERS",
            "the form of a comment in another language is wrong",
            item,
            'a pair such as ["lo", "comment"]',
        )
    return parts[0], parts[1]


def read_citation(row: Row, _units: Units) -> Citation:
    document, start, end, printed, governed_by, place = _cells_of_citation(row)
    return _citation(
        document,
        _int("CITED_START", start),
        _int("CITED_END", end),
        printed,
        tuple(map(_span, _json_list(row, "GOVERNED_BY"))) if governed_by else (),
        place or _NOT_STATED,
    )


_cells_of_citation: Final = itemgetter(
    *map(COLUMNS.index, ("CITED_DOCUMENT", "CITED_START", "CITED_END", "CITED_TEXT", "GOVERNED_BY", "CITED_PLACE"))
)
_citation: Final[Callable[..., Citation]] = constructor_of(Citation)
_NOT_STATED: Final = Absent.NOT_STATED


def _span(item: object) -> Span:
    parts = _items(item)
    if len(parts) != 3:
        raise cell_error("GOVERNED_BY", "the form of a span is wrong", item, "a list of start, end and printed text")
    return Span(start=parts[0], end=parts[1], printed=parts[2])


_FIRST_OF_CITATION: Final = COLUMNS.index("CITED_DOCUMENT")


def read_citation_or_absent(row: Row, units: Units) -> Citation | Absent:
    if not any(row[_FIRST_OF_CITATION:]):
        return Absent.NOT_STATED
    return read_citation(row, units)


# -- values


_NO_DIGITS: Final = -1
"""The result of `_precision` for an empty cell DECIMALS."""


@lru_cache(maxsize=256)
def _precision(multiplier: str, decimals: str) -> tuple[int, int]:
    """Return the exponent of UNIT_MULT and the number of DECIMALS."""
    multiplier, decimals = multiplier.removesuffix(".0"), decimals.removesuffix(".0")
    exponent = _coded("UNIT_MULT", _MULTIPLIERS, multiplier or "0")
    if not decimals:
        return exponent, _NO_DIGITS
    if not WHOLE_NUMBER.fullmatch(decimals) or int(decimals) > EXPONENT_LIMIT:
        raise cell_error("DECIMALS", "not a number of decimals", decimals, f"0 to {EXPONENT_LIMIT}")
    return exponent, int(decimals)


def _number(column: str, text: str, exponent: int, decimals: int) -> Decimal:
    """Return the number in a cell times ``10 ** exponent``.

    It gets `decimals` decimals, because programs that use doubles add or remove trailing zeros.
    """
    is_plain = _is_magnitude(text) is not None
    if not is_plain and (decimals == _NO_DIGITS or not _is_double(text)):
        raise cell_error(column, "not a decimal number", text, "a number such as 60000 or -4.95")
    number = Decimal(text) if is_plain else as_decimal(text, where=column)
    if decimals != _NO_DIGITS and not (is_plain and len(text.partition(".")[2]) == decimals):
        rounded = with_decimals(number, decimals)
        if rounded is None:
            raise cell_error(column, "more decimals than DECIMALS", text, f"{decimals} digits after the point")
        number = rounded
    return EXACT.scaleb(number, exponent) if exponent else number


_is_double: Final = re.compile(r"-?[0-9](?:\.[0-9]{1,17})?[eE][+-]?[0-9]{1,2}").fullmatch
"""A number in the exponent form of large and small doubles, such as ``1e+16``."""
_DIGITS_OF_A_DOUBLE: Final = 17


def with_decimals(number: Decimal, decimals: int) -> Decimal | None:
    """Return a number with a given number of decimals, or ``None`` if digits other than zeros would be lost.

    The rounding error of a double is not counted as lost digits: ``25.550000000000001`` with two decimals is ``25.55``,
    because both are the same double.

    >>> with_decimals(Decimal("1250.0"), 0), with_decimals(Decimal("25.5"), 2), with_decimals(Decimal("25.55"), 1)
    (Decimal('1250'), Decimal('25.50'), None)
    """
    if decimals > EXPONENT_LIMIT:
        return None
    rounded = EXACT.quantize(number, POWERS_OF_TEN[-decimals])
    if rounded == number:
        return rounded
    is_noise = len(number.as_tuple().digits) >= _DIGITS_OF_A_DOUBLE - 1 and float(rounded) == float(number)
    return rounded if is_noise else None


_is_magnitude: Final = MAGNITUDE.fullmatch


def read_statement(row: Row, units: Units) -> dict[str, Any]:
    """Read the fields that all types of value have: magnitude, upper end of a range, qualifier, resolution and unit.

    Return them by field name; the magnitude of a range is its lower end. A field with an empty cell is left out.
    """
    text = row.qualifier
    qualifier = _QUALIFIERS[text] if text in _QUALIFIERS else _coded("QUALIFIER", _QUALIFIERS, text)
    exponent, decimals = _precision(row.unit_mult, row.decimals)
    fields: dict[str, Any] = {"qualifier": qualifier, "unit": units[row.unit_measure]}
    if row.range_upper or row.range_lower:
        if row.obs_value:
            raise cell_error(
                "OBS_VALUE",
                "a range has no single value",
                row.obs_value,
                "an empty cell beside RANGE_LOWER and RANGE_UPPER",
            )
        fields["magnitude"] = _number("RANGE_LOWER", row.range_lower, exponent, decimals)
        fields["upper"] = _number("RANGE_UPPER", row.range_upper, exponent, decimals)
    else:
        fields["magnitude"] = _number("OBS_VALUE", row.obs_value, exponent, decimals)
    if row.resolution:
        if not _is_magnitude(row.resolution):
            raise cell_error("RESOLUTION", "not a decimal number", row.resolution, "a number such as 1000 or 0.5")
        fields["resolution"] = Decimal(row.resolution)
    return fields


def _require_status(row: Row, value: T) -> T:
    """Check that OBS_STATUS follows from STATUSES and the value; return the value."""
    text = row.statuses
    expected = "A" if not text and row.obs_value else obs_status(cast("Any", value), _statuses_of(text))
    if row.obs_status != expected:
        _require_equal(row, "OBS_STATUS", expected, "STATUSES and the value")
    return value


def read_value(row: Row, units: Units) -> Value:
    if row.value_form:
        raise cell_error("VALUE_FORM", "shares have no VALUE_FORM", row.value_form, "an empty cell")
    return _value(row, units)


def _value(row: Row, units: Units) -> Value:
    text, unit_code, multiplier, digits, qualifier, unusual = _cells_of_value(row)
    if unusual != _USUAL or not text or qualifier not in _QUALIFIERS:
        return _require_status(row, Value(**read_statement(row, units)))
    exponent, decimals = _precision(multiplier, digits)
    unit = units[unit_code]
    value = value_of(_number("OBS_VALUE", text, exponent, decimals), unit, _QUALIFIERS[qualifier])
    return _require_status(row, value)


_cells_of_value: Final = itemgetter(
    *map(COLUMNS.index, ("OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "QUALIFIER")),
    slice(COLUMNS.index("RANGE_LOWER"), COLUMNS.index("RESOLUTION") + 1),
)
_USUAL: Final = ("", "", "")


def read_observed_value(row: Row, units: Units) -> Value | Change | Absent:
    form = row.value_form
    if not form:
        return _value(row, units)
    return _change(row, units) if form == CHANGE else _absent(row, {CHANGE: Absent.NOT_STATED, **_NO_NUMBER})


def read_target_value(row: Row, units: Units) -> Value | Change | RelativeChange | Absent:
    form = row.value_form
    if not form:
        return _value(row, units)
    if form in _CHANGES:
        return read_change(row, units)
    return _absent(row, {**dict.fromkeys(_CHANGES, Absent.NOT_STATED), **_UNNUMBERED})


def _absent(row: Row, codes: Mapping[str, Absent]) -> Absent:
    """Return the absence that VALUE_FORM states; the codes of changes are only there for the message."""
    absent = _coded("VALUE_FORM", codes, row.value_form)
    _require_equal(row, "QUALIFIER", NOT_APPLICABLE, "VALUE_FORM")
    for column in ("OBS_VALUE", "RANGE_LOWER", "RANGE_UPPER", "RESOLUTION", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS"):
        _require_equal(row, column, "", "VALUE_FORM")
    return _require_status(row, absent)


CHANGE: Final = "change"
"""The code of VALUE_FORM for a `Change`."""
_CHANGES: Final[Mapping[str, RelativeForm]] = {CHANGE: RelativeForm.BY, **_RELATIVE}
"""The codes of VALUE_FORM for changes; the form of `CHANGE` itself is not used."""


def _change(row: Row, units: Units) -> Change:
    return _require_status(row, Change(**read_statement(row, units)))


def read_change(row: Row, units: Units) -> Change | RelativeChange:
    if row.value_form == CHANGE:
        return _change(row, units)
    form = _coded("VALUE_FORM", _CHANGES, row.value_form)
    return _require_status(row, RelativeChange(form=form, **read_statement(row, units)))


def read_attainment(row: Row, units: Units) -> Attainment:
    form = _coded("VALUE_FORM", _ATTAINED, row.value_form)
    return _require_status(row, Attainment(form=form, **read_statement(row, units)))
