"""Validators and converters shared by the attrs classes of the model.

A converter never raises an error: it returns what it cannot convert unchanged, and the validator, which knows the class
and the field, refuses it. So every message names its field.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, TypeAlias, TypeVar, cast

from attrs import Attribute, fields

from aseansc._decimals import shown
from aseansc._printable import DISRUPTIVE
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError, FieldTypeError

T = TypeVar("T")

Validator: TypeAlias = Callable[[Any, "Attribute[Any]", Any], None]

_NO_TEXT: Final = rf"\x00-\x08\x0b\x0c\x0e-\x1f{DISRUPTIVE}\ud800-\udfff\ufffe\uffff"
_BLANK: Final = _NO_TEXT + r"\t\n\r \xa0\xad\u061c\u1680\u180e\u2000-\u200f\u202f\u205f-\u2065\u3000\ufeff"
TEXT: Final = f"[^{_BLANK}](?:[^{_NO_TEXT}]*[^{_BLANK}])?"
"""The regular expression of a text that every format can represent and every screen can show.

It has no control characters except tabs and line ends, nothing that reorders the text around it (see `_printable`), no
surrogate code points, and a visible character at both ends.
"""


def is_text(text: str) -> bool:
    """Return whether a string matches `TEXT`."""
    # The expression takes a millisecond to compile. Most texts do not need it: they have printable characters only.
    return (text.isprintable() and text == text.strip() != "") or re.fullmatch(TEXT, text) is not None


def is_stated_text(text: str) -> bool:
    """Return whether words of a document may be the text of a field: the code of an absence states nothing."""
    return is_text(text) and text not in _ABSENCES


_ABSENCES: Final = frozenset(way.value for way in Absent)

LARGEST_INT: Final = 2**53 - 1
"""The largest integer that every JSON reader represents exactly (RFC 7493)."""


class Rule:
    """What a field may hold, beyond its type: a schema and the columns of a table are built from it.

    The validator of the field is a method of the rule, since Python calls a method faster than an object. The classes
    are plain, since attrs takes half a millisecond to build one.
    """

    pattern: str = TEXT
    """Of a string, or of each item of a tuple."""
    absent: tuple[Absent, ...] = ()
    """The permitted absences."""
    unique: bool = False
    """Whether the items of a tuple must not repeat."""

    def test(self, name: str, named: Callable[[object], str]) -> str:
        """Return an expression that is true for most valid values, and false for all others.

        If it is empty, the validator must be called.

        Args:
            name: the name of the value in the expression.
            named: returns a name for an object that the expression needs.
        """
        return ""


_ANYTHING: Final = Rule()


def rule_of(validator: object) -> Rule:
    """Return the rule of a validator of this module."""
    rule = getattr(validator, "__self__", None)
    return rule if isinstance(rule, Rule) else _ANYTHING


_IDENTIFIER: Final = r"[a-z0-9]+(?:[._/-][a-z0-9]+)*"
_CURIE: Final = r"[A-Za-z0-9][A-Za-z0-9_-]*:[A-Za-z0-9][A-Za-z0-9._-]*"
_CODE: Final = r"[A-Za-z0-9][A-Za-z0-9._-]*"


def place_of_field(instance: object, attribute: Attribute[Any]) -> str:
    """Return the location of an error as ``Class.field``, with the id of the object if it has one."""
    name = f"{type(instance).__name__}.{attribute.name}"
    ident = getattr(instance, "id", None)
    return f"{name} of {ident!r}" if isinstance(ident, str) and attribute.name != "id" else name


def refuse_type(
    instance: object, attribute: Attribute[Any], got: object, expected: str, hint: str = ""
) -> FieldTypeError:
    """Return the error for a value of the wrong type."""
    return FieldTypeError(
        f"{attribute.name} is of the wrong type",
        where=place_of_field(instance, attribute),
        got=got,
        expected=expected,
        hint=hint,
    )


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Convert an iterable to a tuple.

    Strings and mappings are returned unchanged so that the validator can reject them. The items are `Any`, because mypy
    does not infer a generic converter; the validators check each item.
    """
    if isinstance(items, tuple):
        return items
    if isinstance(items, str | bytes | Mapping) or not isinstance(items, Iterable):
        return cast("tuple[Any, ...]", items)  # the validator refuses it
    return tuple(items)


def as_tuple_of(items: Iterable[T], kind: type[T], *, where: str, hint: str = "") -> tuple[T, ...]:
    """Return an argument that is a sequence of objects of one type as a tuple.

    Raises:
        FieldTypeError: if it is not iterable, or an object is of another type.
    """
    found = as_tuple(items)
    expected = f"a sequence of {kind.__name__} objects"
    if not isinstance(found, tuple):
        raise FieldTypeError("wrong type", where=where, got=items, expected=expected, hint=hint)
    for index, item in enumerate(found):
        if not isinstance(item, kind):
            raise FieldTypeError("wrong type", where=f"{where}[{index}]", got=item, expected=expected, hint=hint)
    return found


def _hint_for_code(of: type[CodeList], code: str) -> str:
    """Return how a code is written as a member of its code list, or which codes there are."""
    codes = [str(member) for member in of]
    if code in codes:
        return f"Use {of(code)!r}, or convert a code read from a file with {of.__name__}({code!r})."
    return f"There is no code {code!r} in {of.__name__}: {', '.join(codes)}."


class _Instance(Rule):
    def __init__(self, types: tuple[type, ...], expected: str) -> None:
        self.usual, self.types, self.expected = types[0], types, expected

    def test(self, name: str, named: Callable[[object], str]) -> str:
        return _is_one_of(self.types, name, named)

    def check(self, instance: object, attribute: Attribute[Any], value: object) -> None:
        if value.__class__ is self.usual:
            return
        if not isinstance(value, self.types) or (value.__class__ is bool and bool not in self.types):
            hint = ""
            if isinstance(value, str) and issubclass(self.usual, CodeList):
                hint = _hint_for_code(self.usual, value)
            raise refuse_type(instance, attribute, value, self.expected, hint)


def instance_of(*types: type, expected: str = "") -> Validator:
    """Return a validator that requires an instance of one of ``types``; a bool does not count as an int."""
    return _Instance(types, expected or _names(types)).check


def _is_one_of(types: tuple[type, ...], name: str, named: Callable[[object], str]) -> str:
    """Return an expression that is true for direct instances of some types."""
    return " or ".join(f"{name}.__class__ is {named(kind)}" for kind in types)


def _names(types: tuple[type, ...]) -> str:
    return " or ".join(kind.__name__ for kind in types)


class _InstanceOrAbsent(Rule):
    def __init__(self, types: tuple[type, ...], absent: tuple[Absent, ...], stated: Validator | None) -> None:
        self.usual, self.types, self.absent, self.stated = absent[0], types, absent, stated
        self.expected = f"{_names(types)}, or {', '.join(f'Absent.{way.name}' for way in absent)}"
        self.pattern = rule_of(stated).pattern

    def test(self, name: str, named: Callable[[object], str]) -> str:
        if self.stated is not None or str in self.types:
            return ""
        absent = " or ".join(f"{name} is {named(way)}" for way in self.absent)
        return f"{absent} or {_is_one_of(self.types, name, named)}"

    def check(self, instance: object, attribute: Attribute[Any], value: object) -> None:
        if value is self.usual:
            return
        if isinstance(value, Absent):
            if value not in self.absent:
                raise FieldError(
                    f"{attribute.name} cannot be absent in this way",
                    where=place_of_field(instance, attribute),
                    got=value,
                    expected=self.expected,
                )
            return
        if not isinstance(value, self.types) or value.__class__ is bool:
            raise refuse_type(instance, attribute, value, self.expected)
        if value.__class__ is str:
            not_blank(instance, attribute, value)
            if value in self.absent:
                raise FieldError(
                    f"{attribute.name} is a plain text that equals the code of an absence",
                    where=place_of_field(instance, attribute),
                    got=value,
                    expected=self.expected,
                    hint=f"Write Absent.{Absent(value).name}.",
                )
        if self.stated is not None:
            self.stated(instance, attribute, value)


def instance_or_absent(*types: type, absent: tuple[Absent, ...], stated: Validator | None = None) -> Validator:
    """Return a validator that requires an instance of one of ``types`` or one of the permitted absences.

    A value that is not absent is also checked by ``stated``.
    """
    return _InstanceOrAbsent(types, absent, stated).check


class _TupleOf(Rule):
    def __init__(self, kinds: tuple[type, ...], unique: bool) -> None:
        self.kinds, self.unique, self.expected = kinds, unique, f"a sequence of {_names(kinds)}"

    def check(self, instance: object, attribute: Attribute[Any], value: object) -> None:
        if value.__class__ is tuple and not value:
            return
        if not isinstance(value, tuple):
            one = isinstance(value, self.kinds)
            hint = f"Put a single {_names(self.kinds)} in a tuple: ({value!r},)." if one else ""
            raise refuse_type(instance, attribute, value, self.expected, hint)
        items = cast("tuple[object, ...]", value)
        for item in items:
            if not isinstance(item, self.kinds):
                raise refuse_type(instance, attribute, item, f"{self.expected} only")
        if self.unique:
            _each_once(instance, attribute, items)


def tuple_of(*kinds: type, unique: bool = False) -> Validator:
    """Return a validator that requires a tuple of ``kinds``; with ``unique``, items must not repeat."""
    return _TupleOf(kinds, unique).check


def _each_once(instance: object, attribute: Attribute[Any], items: tuple[object, ...]) -> None:
    if len(set(items)) != len(items):
        raise FieldError(
            "the same item occurs twice",
            where=place_of_field(instance, attribute),
            got=items,
            expected="each item once",
        )


def is_day(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Require a date that is not a datetime, although a datetime is an instance of date."""
    if type(value) is not dt.date:
        raise refuse_type(instance, attribute, value, "a datetime.date")


def day_or_absent(*absent: Absent) -> Validator:
    """Return a validator that requires a day or one of the permitted absences."""
    return instance_or_absent(dt.date, absent=absent, stated=is_day)


def not_blank(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Require a string that begins and ends with a visible character and has no control characters."""
    if type(value) is str and is_text(value):
        return
    if not isinstance(value, str) or isinstance(value, CodeList):
        raise refuse_type(instance, attribute, value, "a string")
    if not is_text(value):
        visible = value == value.strip() != ""
        raise FieldError(
            f"{attribute.name} contains a control character"
            if visible
            else f"{attribute.name} is empty or has spaces around it",
            where=place_of_field(instance, attribute),
            got=value,
            expected="a string that begins and ends with a visible character and has no control characters",
        )


_MOST_REMEMBERED: Final = 2_000
_LONGEST_REMEMBERED: Final = 60


class _Matching(Rule):
    def __init__(self, pattern: str, expected: str) -> None:
        self.pattern, self.expected = pattern, expected
        self._matched: set[str] = set()
        """Some strings that match; most of them are codes that repeat, and a set finds them faster."""

    def test(self, name: str, named: Callable[[object], str]) -> str:
        if name == "id":  # ids differ, and need not be remembered
            return f"{name}.__class__ is str and {named(self.fits)}({name}) is not None"
        return f"{name}.__class__ is str and ({name} in {named(self._matched)} or {named(self._matches)}({name}))"

    @cached_property
    def fits(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self.pattern).fullmatch

    def _matches(self, text: str) -> bool:
        if self.fits(text) is None:
            return False
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self._matched) >= _MOST_REMEMBERED:
                self._matched.clear()
            self._matched.add(text)
        return True

    def check(self, instance: object, attribute: Attribute[Any], value: object) -> None:
        if type(value) is str and (value in self._matched or self._matches(value)):
            return
        if not isinstance(value, str) or isinstance(value, Absent):
            raise refuse_type(instance, attribute, value, self.expected)
        if not self.fits(value):
            raise FieldError(
                f"{attribute.name} is not well formed",
                where=place_of_field(instance, attribute),
                got=value,
                expected=self.expected,
            )


def matching(pattern: str, expected: str) -> Validator:
    """Return a validator that requires a string matching a regular expression, which is compiled when first used."""
    return _Matching(pattern, expected).check


identifier: Final = matching(_IDENTIFIER, "an id of lower-case letters, digits and . - _ / between them")
"""An id within a review: ``poverty-rate.2018.end``."""

code: Final = matching(_CODE, "a code of letters, digits and . - _")
"""A code within a code list: ``B.1``, ``VN-01``."""


def is_code(text: str) -> bool:
    """Return whether a string is such a code."""
    return re.fullmatch(_CODE, text) is not None


place_code: Final = matching(_CODE, "the code of a place, such as VN-01")
"""The code of a place."""


class _Each(Rule):
    unique = True

    def __init__(self, item: Validator) -> None:
        self.item, self.pattern = item, rule_of(item).pattern

    def check(self, instance: object, attribute: Attribute[Any], value: object) -> None:
        if value.__class__ is tuple and not value:
            return
        if not isinstance(value, tuple):
            hint = f"Put a single string in a tuple: ({value!r},)." if isinstance(value, str) else ""
            raise refuse_type(instance, attribute, value, "a sequence of strings", hint)
        items = cast("tuple[object, ...]", value)
        for item in items:
            self.item(instance, attribute, item)
        _each_once(instance, attribute, items)


identifiers: Final = _Each(identifier).check
"""Several distinct ids."""

scheme_code: Final = matching(_CURIE, "a code with its scheme before a colon, such as ASCC-2025:B.1")
"""A code of any scheme: ``ASCC-2025:B.1``."""

scheme_codes: Final = _Each(scheme_code).check
"""Several distinct codes of any scheme: ``ASCC-2025:B.1``, ``language:hmong``."""

identifiers_or_codes: Final = _Each(
    matching(
        f"{_IDENTIFIER}|{_CURIE}",
        "the id of an indicator, or a category with its scheme, such as sex:female",
    )
).check
"""Several distinct ids, or codes of any scheme."""

texts: Final = _Each(not_blank).check
"""Several distinct texts."""

_line: Final = _Matching(
    f"[^{_BLANK}](?:[^{_NO_TEXT}\\t\\n\\r]{{0,253}}[^{_BLANK}])?",
    "a line of at most 255 characters that begins and ends with a visible character and has no control characters",
)
lines: Final = _Each(_line.check).check
"""Several distinct short lines, such as the items of a drop-down list."""


def is_short_line(text: str) -> bool:
    """Return whether a string may be one of `lines`."""
    return _line.fits(text) is not None


def offset(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Require an index of a character, or another non-negative integer."""
    if type(value) is int and 0 <= value <= LARGEST_INT:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse_type(instance, attribute, value, "int")
    if not 0 <= value <= LARGEST_INT:
        raise FieldError(
            f"{attribute.name} is {'negative' if value < 0 else 'too large'}",
            where=place_of_field(instance, attribute),
            got=value,
            expected=f"0 to {LARGEST_INT}",
        )


def identifier_or_absent(*absent: Absent) -> Validator:
    """Return a validator that requires an id or one of the permitted absences."""
    return instance_or_absent(str, absent=absent, stated=identifier)


def text_or_absent(stated: Validator, *absent: Absent) -> Validator:
    """Return a validator that requires a string of some form or one of the permitted absences."""
    return instance_or_absent(str, absent=absent, stated=stated)


class _DecimalIn(Rule):
    def __init__(self, minimum: Decimal | None, maximum: Decimal | None) -> None:
        self.minimum, self.maximum = minimum, maximum

    def check(self, instance: object, attribute: Attribute[Any], value: Decimal) -> None:
        least, most = self.minimum, self.maximum
        if not value.is_finite() or (least is not None and value < least) or (most is not None and value > most):
            ends = (("at least", least), ("at most", most))
            raise FieldError(
                f"{attribute.name} is out of range",
                where=place_of_field(instance, attribute),
                got=value,
                expected=", ".join(["a finite number", *(f"{word} {end}" for word, end in ends if end is not None)]),
            )


def decimal_or_absent(minimum: int | None = None, maximum: int | None = None, *, absent: Absent) -> Validator:
    """Return a validator that requires a finite decimal within bounds or the permitted absence."""
    least, most = (None if end is None else Decimal(end) for end in (minimum, maximum))
    return instance_or_absent(Decimal, absent=(absent,), stated=_DecimalIn(least, most).check)


class Record:
    """Base of the classes of the model: equal by its fields, and printed as the call that builds it.

    Fields that have their default are not printed. Subclasses are declared with ``eq=False``, so that attrs does not
    compile the same two methods for each of them, which takes a tenth of the import time.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(_compared_fields(self) == _compared_fields(other))

    def __hash__(self) -> int:
        return hash((self.__class__, _compared_fields(self)))

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={_shown(value)}" for name, value in _set_fields(self))
        return f"{type(self).__name__}({given})"

    def _repr_html_(self) -> str:
        """Return a view for notebooks."""
        from aseansc.views import as_html

        return as_html(self)

    def __rich__(self) -> object:
        from aseansc.views import as_rich

        return as_rich(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print over several lines, for IPython and for the failing examples of Hypothesis."""
        name = type(self).__name__
        if cycle:
            printer.text(f"{name}(...)")
            return
        with printer.group(4, f"{name}(", ")"):
            for number, (field, value) in enumerate(_set_fields(self)):
                if number:
                    printer.text(",")
                printer.breakable(" " if number else "")
                printer.text(f"{field}=")
                if isinstance(value, Decimal):
                    printer.text(_shown(value))
                else:
                    printer.pretty(value)


_COMPARED: Final[dict[type, attrgetter[Any]]] = {}


def _compared_fields(record: Any) -> Any:
    kind = record.__class__
    getter = _COMPARED.get(kind)
    if getter is None:
        getter = _COMPARED[kind] = attrgetter(*(attribute.name for attribute in fields(kind) if attribute.eq))
    return getter(record)


class Scalar:
    """Base of the classes whose `repr` is one short expression, which is also what pretty printers show."""

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))


def _shown(value: object) -> str:
    """Return the ``repr`` of a value; that of a decimal alone would follow the ambient decimal context."""
    return shown(value) if isinstance(value, Decimal) else repr(value)


def _set_fields(record: Any) -> Iterator[tuple[str, object]]:
    for attribute in fields(record.__class__):
        if attribute.init and attribute.repr:
            value, default = getattr(record, attribute.name), attribute.default
            if value is not default and (value.__class__ is not default.__class__ or value != default):
                yield attribute.name, value
