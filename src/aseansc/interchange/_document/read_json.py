"""Parse JSON text to plain data; what no field accepts is marked, so that the readers of the fields report it."""

from __future__ import annotations

import json
from typing import Any, Final, cast

from aseansc.errors import AseanscError, DocumentError
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange._document.scalars import Data, OddNumber, RepeatedKeys, require_object
from aseansc.interchange._recognize import advice

_LONGEST_INT: Final = 17


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else RepeatedKeys.of(pairs)


_MOST_ODD: Final = 100_000


def _decoder() -> json.JSONDecoder:
    """Return a decoder that marks unsupported numbers and repeated keys, and refuses very many of these numbers."""
    left = iter(range(_MOST_ODD))

    def odd(text: str) -> OddNumber:
        if next(left, None) is None:
            raise DocumentError(
                "too many numbers with a point or an exponent",
                where="json.loads",
                expected=f"at most {_MOST_ODD}; decimals are written as texts",
            )
        return OddNumber(text)

    return json.JSONDecoder(
        object_pairs_hook=_object,
        parse_int=lambda text: int(text) if len(text) <= _LONGEST_INT else odd(text),
        parse_float=odd,
        parse_constant=odd,
    )


_BYTES_OF: Final = {"{": 240, "[": 72, '"': 30, ",": 60}
"""The approximate memory in bytes of the value that each of these characters starts or ends."""
_MOST_BYTES: Final = 100_000_000
_BYTES_OF_CHARACTER: Final = 12
"""The most memory a character may take; in documents that aseansc writes, it takes about 8 bytes."""


def _require_bounded(text: str) -> None:
    """Raise an error if the parsed document would take much more memory than its text.

    Raises:
        DocumentError: if its values are mostly empty or very short.
    """
    if len(text) * _BYTES_OF["{"] <= _MOST_BYTES:
        return
    taken = sum(text.count(character) * size for character, size in _BYTES_OF.items())
    if taken > max(_MOST_BYTES, _BYTES_OF_CHARACTER * len(text)):
        objects = text.count("{") + text.count("[")
        raise DocumentError(
            "nearly all values of the document are empty or very short",
            where="json.loads",
            got=f"{objects} objects and lists in {len(text)} characters",
            expected="a document of a review or a draft",
        )


def parsed(text: str) -> Data:
    """Return the JSON object in a string; objects with repeated keys and unsupported numbers are marked by their types.

    Raises:
        DocumentError: if the string is not a JSON object, or would take too much memory.
    """
    _require_bounded(text)
    try:
        document = _decoder().decode(text)
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"the document is not JSON: {error.msg}",
            where=f"line {error.lineno}, column {error.colno}",
            got=text[error.pos : error.pos + 20],
            hint=advice(text, "json"),
        ) from None
    except RecursionError:
        raise DocumentError(
            "the document is nested too deeply",
            where="json.loads",
            expected="no more levels than the fields of a review have",
        ) from None
    try:
        require_object(document)
    except AseanscError as problem:
        problem.where, problem.hint = problem.where or "$", advice(text, "json")
        raise refusal(NOT_A_REVIEW, [problem]) from None
    return cast("Data", document)
