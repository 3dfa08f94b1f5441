"""Additional JSON data in a document: kept unchanged and written back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias, cast, final

from aseansc._attrs import LARGEST_INT
from aseansc._hypothesis_plugin import offer
from aseansc.errors import FieldError, FieldTypeError, require

__all__ = ["Extra", "JsonValue"]

JsonValue: TypeAlias = str | int | float | bool | list["JsonValue"] | dict[str, "JsonValue"] | None
"""Any JSON value."""

MAX_DEPTH: Final = 32
"""Maximum nesting depth of lists and objects."""


_SURROGATES: Final = "[\ud800-\udfff]"


@final
class Extra(Mapping[str, JsonValue]):
    """A JSON object that the library keeps without reading it: what others add to a document under "extra".

    It is immutable, hashable and equal by content; values are returned as copies.

    Args:
        items: the object: strings, numbers, booleans, ``None``, lists, and mappings with string keys.

    Raises:
        FieldTypeError: for a type that JSON does not have.
        FieldError: for a number that some JSON readers cannot represent, or more than 32 levels of nesting.

    >>> extra = Extra({"reviewed_by": ["Lan", "Minh"]})
    >>> extra["reviewed_by"]
    ['Lan', 'Minh']
    >>> extra
    Extra({"reviewed_by": ["Lan", "Minh"]})
    """

    __slots__ = ("_text",)
    _text: str

    def __init__(self, items: Mapping[str, Any] | None = None) -> None:
        given: Mapping[str, Any] = {} if items is None else items
        require(given, Mapping, where="Extra", expected="a mapping of strings to JSON values")
        text = "{}"
        if given:
            import json  # only when needed, since most records have no extra data

            text = json.dumps(_checked(given, "Extra", 0), ensure_ascii=False, sort_keys=True, allow_nan=False)
        object.__setattr__(self, "_text", text)

    def _content(self) -> dict[str, JsonValue]:
        import json

        return cast("dict[str, JsonValue]", json.loads(self._text))

    def __getitem__(self, key: str) -> JsonValue:
        return self._content()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._content())

    def __len__(self) -> int:
        return len(self._content())

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Extra) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __bool__(self) -> bool:
        return self._text != "{}"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Extra is immutable; create a new one instead of setting {name!r}")

    def __reduce__(self) -> tuple[type[Extra], tuple[dict[str, JsonValue]]]:
        return Extra, (self._content(),)

    def __repr__(self) -> str:
        return f"Extra({self._text})" if self else "Extra()"


def as_extra(items: Extra | Mapping[str, Any]) -> Extra:
    """Convert a mapping to an `Extra`; other values are returned unchanged so that the validator can reject them."""
    return items if isinstance(items, Extra) or not isinstance(items, Mapping) else Extra(items)


def _checked(value: object, where: str, depth: int) -> object:
    """Return a copy of JSON data; raise an error for the first value in it that JSON cannot represent.

    Args:
        value: the data.
        where: the location of the data, for errors.
        depth: the number of lists and objects around the data.
    """
    if depth > MAX_DEPTH:
        raise FieldError("the data is nested too deeply", where=where, expected=f"at most {MAX_DEPTH} levels")
    check = _SCALARS.get(value.__class__)
    if check is not None:
        check(value, where)
        return value
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value)
        for key in pairs:
            if key.__class__ is not str:
                raise FieldTypeError("a key is not a string", where=where, got=key, expected="a string")
            _check_string(key, where)
        return {cast("str", key): _checked(item, f"{where}.{key}", depth + 1) for key, item in pairs.items()}
    if isinstance(value, list | tuple):
        items = cast("list[object]", value)
        return [_checked(item, f"{where}[{number}]", depth + 1) for number, item in enumerate(items)]
    raise FieldTypeError(
        "not a JSON value",
        where=where,
        got=value,
        expected="a string, number, bool, None, list or mapping",
        hint="Write a Decimal or a date as a string.",
    )


def _check_string(value: Any, where: str) -> None:
    if not value.isascii() and re.search(_SURROGATES, value):
        raise FieldError(
            "the string contains half of a surrogate pair, which is not a character",
            where=where,
            got=value,
            hint="Remove it, or decode the text again from its bytes.",
        )


def _check_int(value: Any, where: str) -> None:
    if abs(value) > LARGEST_INT:
        raise FieldError(
            "the integer is too large for some JSON readers",
            where=where,
            got=value,
            expected=f"-{LARGEST_INT} to {LARGEST_INT}",
            hint="Write it as a string.",
        )


def _check_float(value: Any, where: str) -> None:
    if value - value != 0:  # an infinity or NaN
        raise FieldError("NaN and infinities are not valid in JSON", where=where, got=value, expected="a finite number")


def _accept(_value: Any, _where: str) -> None:
    """Accept any value."""


_SCALARS: Final[Mapping[type, Callable[[Any, str], None]]] = {
    type(None): _accept,
    bool: _accept,
    str: _check_string,
    int: _check_int,
    float: _check_float,
}


offer(Extra)
