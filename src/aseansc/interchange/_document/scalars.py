"""Readers of the smallest parts of a document: strings, numbers, codes, units, times and statements."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, TypeAlias, TypeVar, cast

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
)

from aseansc._decimals import EXPONENT_LIMIT
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent, CodeList
from aseansc.errors import AseanscError, FieldError, FieldTypeError, Suggestions, UnknownUnitError
from aseansc.extras import MAX_DEPTH, Extra
from aseansc.intervals import Interval
from aseansc.limits import in_force
from aseansc.periods import AsOf, MonthDay, Period
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

Data: TypeAlias = dict[str, Any]
"""An object of a document."""

Hook: TypeAlias = Callable[[Any, Any], Any]
"""A function that converts JSON data; called with the data and the target type."""


class Fields(dict[str, Hook]):
    """The hooks of the fields of an object, by field name."""

    def __init__(self, required: Mapping[str, Hook], optional: Mapping[str, Hook] | None = None) -> None:
        super().__init__({**required, **(optional or {})})
        self.required = tuple(required)


CLAIM_TYPES: Final[dict[str, type]] = {"attainment": AttainmentClaim, "change": ChangeClaim, "share": ShareClaim}
"""The class of a claim by its field ``type``, which is needed because some of the classes have the same fields."""

_LONGEST_FLOAT: Final = 40

DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _decimal_form(limit: int) -> re.Pattern[str]:
    return re.compile(rf"(?!-0(?:\.0+)?(?![\s\S]))-?(?:0|[1-9][0-9]{{0,{limit}}})(?:\.[0-9]{{1,{limit}}})?")


MAGNITUDE: Final = _decimal_form(EXPONENT_LIMIT)
"""A decimal number: digits without an exponent, no leading zeros, no minus before zero."""

_is_magnitude: Final = MAGNITUDE.fullmatch

_END_LIMIT: Final = 1000
END: Final = _decimal_form(_END_LIMIT)
"""A decimal number at the end of an interval, which may have more digits."""

_DECIMALS: Final = {EXPONENT_LIMIT: MAGNITUDE, _END_LIMIT: END}


# -- errors


class RepeatedKeys(dict[str, Any]):
    """A JSON object with repeated keys; every reader refuses it."""

    repeated: tuple[str, ...] = ()

    @classmethod
    def of(cls, pairs: list[tuple[str, Any]]) -> RepeatedKeys:
        """Return the object for pairs of keys and values."""
        made = cls(pairs)
        made.repeated = tuple(sorted(key for key, count in Counter(key for key, _ in pairs).items() if count > 1))
        return made


class OddNumber:
    """A JSON number that no field accepts, as its digits: with a point or exponent, not finite, or too long."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def wrong_type(got: object, expected: str) -> FieldTypeError:
    """Return the error for data of the wrong type."""
    hint = 'Omit the field, or state that it is absent: {"absent": "not_stated"}.' if got is None else ""
    return FieldTypeError("of the wrong type", got=got, expected=expected, hint=hint)


def require_object(data: object) -> None:
    """Raise an error unless the data is a JSON object without repeated keys."""
    if data.__class__ is dict:
        return
    if isinstance(data, RepeatedKeys):
        raise FieldError("a key appears twice", got=", ".join(data.repeated), expected="each key once")
    raise wrong_type(data, "an object")


def missing(name: str) -> FieldError:
    """Return the error for a missing required field."""
    return FieldError("the field is missing", expected=name)


def too_many_problems(where: str) -> FieldError:
    """Return the last problem of a list that was cut off after `Limits.problems`."""
    return FieldError(
        f"too many problems; stopped after {in_force().problems:,}",
        where=where,
        hint="Correct the problems listed first; there may be more.",
    )


def unknown_field(name: str, known: Iterable[str]) -> FieldError:
    """Return the error for a field name that the class does not have."""
    return FieldError("no such field", got=name, expected=f"one of {', '.join(sorted(known))}")


def with_field_name(error: Exception, cls: type, name: str) -> Exception:
    """Add the name of the field to an error, as a note of cattrs, and return the error."""
    error.add_note(AttributeValidationNote(f"{cls.__name__}.{name}", name, None))
    return error


def class_error(errors: list[Exception], cls: type) -> ClassValidationError:
    """Return the error group of cattrs for the fields of one object."""
    group: Any = ClassValidationError  # its __new__ takes a class; the stub of ExceptionGroup does not know that
    return cast("ClassValidationError", group(f"in {cls.__name__}", errors, cls))


def list_error(errors: list[Exception]) -> IterableValidationError:
    """Return the error group of cattrs for the items of one list."""
    group: Any = IterableValidationError  # as in class_error
    return cast("IterableValidationError", group("in a list", errors, tuple))


# -- scalars


def read_text(data: Any, _type: Any = None) -> str:
    """Return a JSON string."""
    if data.__class__ is str:
        return data
    raise wrong_type(data, "a string")


def read_int(data: Any, _type: Any = None) -> int:
    """Return a JSON integer without point or exponent."""
    if data.__class__ is int:
        return data
    raise wrong_type(data, "an integer without quotes, point or exponent")


def read_bool(data: Any, _type: Any = None) -> bool:
    """Return a JSON true or false."""
    if data.__class__ is bool:
        return data
    raise wrong_type(data, "true or false")


def read_decimal(data: Any, _type: Any = None, *, limit: int = EXPONENT_LIMIT) -> Decimal:
    """Return a decimal number from a JSON string."""
    if data.__class__ is not str:
        raise wrong_type(data, 'a decimal number in quotes, such as "40.40"')
    if not _DECIMALS[limit].fullmatch(data):
        expected = 'digits, optionally with a minus sign and a decimal point, such as "-4.95"'
        if len(data) > limit and re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", data):
            expected = f"at most {limit} digits after the decimal point, and one more before it"
        raise FieldError("not a decimal number", got=data, expected=expected)
    return Decimal(data)


def _read_end(data: Any, _type: Any) -> Decimal:
    return read_decimal(data, limit=_END_LIMIT)


def read_day(data: Any, _type: Any = None) -> dt.date:
    """Return a date from a JSON string in ISO 8601."""
    if data.__class__ is not str:
        raise wrong_type(data, 'a day in quotes, such as "2018-12-31"')
    try:
        if DAY.fullmatch(data):
            return dt.date.fromisoformat(data)
    except ValueError:
        pass
    raise FieldError("not a day", got=data, expected="a day that exists, such as 2018-12-31")


def code_reader(code_list: type[CodeList]) -> Hook:
    """Return a hook that reads a code of a code list."""
    known: dict[Any, CodeList] = {code.value: code for code in code_list}

    def read(data: Any, _type: Any = None) -> CodeList:
        code = known.get(data) if data.__class__ is str else None
        if code is None:
            if data.__class__ is not str:
                raise wrong_type(data, f"one of {', '.join(code_list)}")
            return code_list(data)  # raises an error with the nearest codes
        return code

    return read


def read_absent(data: Any) -> Absent:
    """Return the absence in an object such as ``{"absent": "not_stated"}``."""
    absent: Absent = read_fields(data, Absent, ABSENT)["absent"]
    return absent


# -- units


class Met(dict[str, Unit]):
    """State of reading one document: the units found so far by code, custom ones included, and the problem count."""

    faults: int = 0

    def __init__(self) -> None:
        super().__init__()
        self.suggestions = Suggestions()
        self.kept: dict[Any, Any] = {}

    def enough(self, error: Exception) -> bool:
        """Add the problems of an item of a list to the count; return whether the limit is reached."""
        self.faults += _faults(error)
        return self.faults > in_force().problems


def _faults(error: Exception) -> int:
    """Return the number of problems in an error, without those of nested lists, which are counted already."""
    if isinstance(error, IterableValidationError):
        return 0
    if isinstance(error, BaseValidationError) and error.exceptions:
        return sum([_faults(inner) for inner in error.exceptions])
    return 1


UNITS: Final[ContextVar[Met]] = ContextVar("units")
"""The state of the document that is being read."""


@contextmanager
def one_document() -> Generator[None]:
    """Keep the custom units and the number of problems of a document while its parts are read; may be nested."""
    try:
        UNITS.get()
    except LookupError:
        token = UNITS.set(Met())
        try:
            yield
        finally:
            UNITS.reset(token)
    else:
        yield


def read_unit(data: Any, _type: Any = None) -> Unit:
    """Return the unit with this code, from the catalogue or the custom units of the document."""
    units = UNITS.get()
    try:
        return units[data]
    except (KeyError, TypeError):
        pass
    if data.__class__ is not str:
        raise wrong_type(data, "the code of a unit")
    try:
        unit = Unit.parse(data, [units[code] for code in data.split("/") if code in units and not units[code].parts])
    except UnknownUnitError:
        if units.suggestions.take(len(units)):
            Unit.parse(
                data, [own for own in units.values() if not own.parts]
            )  # raises an error that suggests custom units too
        raise
    units[data] = unit
    return unit


# -- objects


def read_fields(data: Any, cls: type, fields: Fields) -> dict[str, Any]:
    """Return the fields of an object as read by their hooks.

    Raises:
        ClassValidationError: with the problems of all fields.
    """
    require_object(data)
    found: dict[str, Any] = {}
    errors: list[Exception] = []
    for name, item in data.items():
        hook = fields.get(name)
        try:
            if hook is None:
                raise unknown_field(name, fields)
            found[name] = hook(item, None)
        except (AseanscError, BaseValidationError) as error:
            errors.append(with_field_name(error, cls, name))
            if len(errors) > in_force().problems:
                raise class_error(errors, cls) from None
    errors.extend(with_field_name(missing(name), cls, name) for name in fields.required if name not in data)
    if errors:
        raise class_error(errors, cls)
    return found


def read_items(data: list[Any], read: Hook) -> tuple[Any, ...]:
    """Return the items of a list, each as `read` returns it.

    Raises:
        IterableValidationError: with the problems of all items, or those of the first if there are very many.
    """
    items: list[Any] = []
    errors: list[Exception] = []
    for number, item in enumerate(data):
        try:
            items.append(read(item, None))
        except (AseanscError, BaseValidationError) as error:
            error.add_note(IterableValidationNote(f"item {number}", number, None))
            errors.append(error)
            if UNITS.get().enough(error):
                break
    if errors:
        raise list_error(errors)
    return tuple(items)


def kept_once(read: Hook) -> Hook:
    """Return a hook that builds one result for equal lists or objects of texts in a document, and then returns it."""

    def read_once(data: Any, _type: Any = None) -> Any:
        kind = data.__class__
        if kind is not dict and kind is not list:
            return read(data, None)
        kept, key = UNITS.get().kept, (read, kind, *(data if kind is list else data.items()))
        try:
            found = kept.get(key)
        except TypeError:  # there are objects in it
            return read(data, None)
        if found is None:
            found = kept[key] = read(data, None)
        return found

    return read_once


@lru_cache(maxsize=4096)
def _span_of_days(start: str, end: str) -> Period:
    """Return a period; cached because a review has few different ones."""
    return Period(start=read_day(start), end=read_day(end))


def read_period(data: Any, _type: Any = None) -> Period:
    """Return a period from ``{"start": "2016-01-01", "end": "2018-12-31"}``."""
    if data.__class__ is dict and len(data) == 2:
        try:
            return _span_of_days(data["start"], data["end"])
        except (KeyError, TypeError, FieldError):
            pass  # read again below, which collects all problems
    return Period(**read_fields(data, Period, PERIOD))


def read_as_of(data: Any, _type: Any = None) -> AsOf:
    """Return a day from ``{"date": "2018-12-31"}``."""
    return AsOf(**read_fields(data, AsOf, AS_OF))


def read_time(data: Any, _type: Any = None) -> Period | AsOf:
    """Return a period, or a day if there is a field ``date``."""
    return read_as_of(data) if data.__class__ is dict and "date" in data else read_period(data)


def read_month_day(data: Any, _type: Any = None) -> MonthDay:
    """Return a day of the year from ``{"month": 6, "day": 5}``."""
    return MonthDay(**read_fields(data, MonthDay, MONTH_DAY))


def read_interval(data: Any, _type: Any = None) -> Interval:
    """Return an interval from ``{"lower": "0", "upper": "100"}``."""
    return Interval(**read_fields(data, Interval, INTERVAL))


def read_value(data: Any, _type: Any = None) -> Value:
    """Return a value from ``{"magnitude": "60000", "qualifier": "over", "unit": "household_turn"}``."""
    return _with_clear_digits(Value(**read_fields(data, Value, STATEMENT)), data)


def _read_change(data: Any, _type: Any) -> Change:
    fields = read_fields(data, Change, CHANGE)
    fields.pop("form", None)
    return _with_clear_digits(Change(**fields), data)


def read_attainment(data: Any, _type: Any = None) -> Attainment:
    """Return an attainment; its field ``form`` is required."""
    return Attainment(**read_fields(data, Attainment, ATTAINMENT))


def read_any_change(data: Any, _type: Any = None) -> Change | RelativeChange:
    """Return a change if there is no field ``form`` or it is ``change``, otherwise a relative change."""
    if data.__class__ is dict and data.get("form", CHANGE_FORM) != CHANGE_FORM:
        return RelativeChange(**read_fields(data, RelativeChange, RELATIVE_CHANGE))
    return _read_change(data, None)


def read_value_or_change(data: Any, _type: Any = None) -> Value | Change:
    """Return a change if there is a field ``form``, otherwise a value."""
    return _read_change(data, None) if data.__class__ is dict and "form" in data else read_value(data)


def read_value_or_any_change(data: Any, _type: Any = None) -> Value | Change | RelativeChange:
    """Return a change or a relative change if there is a field ``form``, otherwise a value."""
    return read_any_change(data) if data.__class__ is dict and "form" in data else read_value(data)


def read_quick_value(data: Any, _type: Any = None) -> Value | Change | RelativeChange:
    """Return a value without a range and a resolution in half the time; anything else as the other readers do."""
    digits = data["magnitude"]
    is_exact = len(data) == _FEWEST
    if not (is_exact or (len(data) == _FEWEST + 1 and "qualifier" in data)) or not _is_magnitude(digits):
        return read_value_or_any_change(data)
    unit = UNITS.get().get(data["unit"]) or read_unit(data["unit"])
    point = digits.find(".")
    place = 0 if point < 0 else point + 1 - len(digits)
    value = value_of(Decimal(digits), unit, _EXACT if is_exact else _QUALIFIERS[data["qualifier"]], place)
    return _with_clear_digits(value, data) if place and unit.is_whole else value


def read_quick_time(data: Any, _type: Any = None) -> Period | AsOf:
    """Return a period, or a day if there is a field ``date``."""
    return _span_of_days(data["start"], data["end"]) if len(data) == 2 else read_as_of(data)


_FEWEST: Final = 2
"""The number of fields that a value has at least."""
_EXACT: Final = Qualifier.EXACT
_QUALIFIERS: Final = {qualifier.value: qualifier for qualifier in Qualifier}

CHANGE_FORM: Final = "change"
"""The field ``form`` of a change where a value may stand, too: the indicator is a net flow, or the target a change."""


def _read_change_form(data: Any, _type: Any) -> str:
    if data != CHANGE_FORM:
        raise FieldError("unknown form", got=data, expected=CHANGE_FORM)
    return CHANGE_FORM


_Counted = TypeVar("_Counted", Value, Change)


def _with_clear_digits(value: _Counted, data: Any) -> _Counted:
    """Return the value, unless it has three decimals in a unit counted in whole numbers, and no resolution.

    Raises:
        FieldError: if it has, because 1.245 households may be 1,245 households.
    """
    if value.unit.is_whole and value.resolution < 1 and "resolution" not in data and not value.shows_resolution:
        raise FieldError(
            f"three decimals of a {value.unit.en}, or a point between thousands",
            got=data["magnitude"],
            expected="a whole number, or the resolution 0.001 beside the number",
            hint="For thousands, write the number without the point; for three decimals, add the resolution 0.001.",
        )
    return value


def read_mention_content(data: Any, _type: Any = None) -> object:
    """Return the content of a mention; its type is determined by the JSON type and the field names."""
    if data.__class__ in (int, str):
        return data
    if not isinstance(data, dict):
        raise wrong_type(data, "a string, an integer or an object")
    fields = cast("Data", data)
    require_object(fields)
    if "magnitude" in fields:
        return read_value(fields)
    return read_month_day(fields) if "month" in fields else read_time(fields)


def read_translations(data: Any, _type: Any = None) -> dict[str, str]:
    """Return the translations in an object that maps language tags to strings."""
    require_object(data)
    return {tag: read_text(words) for tag, words in data.items()}


def read_extra(data: Any, _type: Any = None) -> Extra:
    """Return any JSON object unchanged, as an `Extra`."""
    require_object(data)
    return Extra(_extra_data(data, 0))


def _extra_data(data: Any, depth: int) -> Any:
    """Return the data of an `Extra`, in which numbers with a point are allowed."""
    if isinstance(data, OddNumber):
        return _as_float(data)
    if depth > MAX_DEPTH:
        return None if data.__class__ in (dict, list) else data
    if data.__class__ is list:
        return [_extra_data(item, depth + 1) for item in data]
    if isinstance(data, dict):
        fields = cast("dict[str, Any]", data)
        require_object(fields)
        return {key: _extra_data(item, depth + 1) for key, item in fields.items()}
    return data


def _as_float(number: OddNumber) -> float:
    if len(number.text) <= _LONGEST_FLOAT and number.text.lstrip("-")[:1].isdigit():
        near = float(number.text)
        if math.isfinite(near) and Decimal(repr(near)) == Decimal(number.text):
            return near
    raise FieldError(
        "a number that some JSON readers cannot represent exactly",
        got=number,
        expected="at most 15 digits, in the range of double precision",
        hint="Write it as a string, in quotes.",
    )


ABSENT: Final = Fields({"absent": code_reader(Absent)})
PERIOD: Final = Fields({"start": read_day, "end": read_day})
AS_OF: Final = Fields({"date": read_day})
MONTH_DAY: Final = Fields({"month": read_int, "day": read_int})
INTERVAL: Final = Fields({}, {"lower": _read_end, "upper": _read_end, "lower_open": read_bool, "upper_open": read_bool})
_NEEDED: Final[Mapping[str, Hook]] = {"magnitude": read_decimal, "unit": read_unit}
_MORE: Final[Mapping[str, Hook]] = {
    "qualifier": code_reader(Qualifier),
    "upper": read_decimal,
    "resolution": read_decimal,
}
STATEMENT: Final = Fields(_NEEDED, _MORE)
CHANGE: Final = Fields(_NEEDED, {**_MORE, "form": _read_change_form})
RELATIVE_CHANGE: Final = Fields({**_NEEDED, "form": code_reader(RelativeForm)}, _MORE)
ATTAINMENT: Final = Fields({**_NEEDED, "form": code_reader(AttainmentForm)}, _MORE)

FIELDS: Final[Mapping[type, Fields]] = {
    AsOf: AS_OF,
    Attainment: ATTAINMENT,
    Change: CHANGE,
    Interval: INTERVAL,
    MonthDay: MONTH_DAY,
    Period: PERIOD,
    RelativeChange: RELATIVE_CHANGE,
    Value: STATEMENT,
}
"""The fields of the classes that are built directly from their fields."""
