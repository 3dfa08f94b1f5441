"""Parse JSON text to plain data; what no field accepts is marked, so that the readers of the fields report it."""

from __future__ import annotations

import json
import sys
from typing import Any, Final, cast

from aseansc.errors import AseanscError, DocumentError
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange._document.scalars import Data, OddNumber, RepeatedKeys, require_object
from aseansc.interchange._recognize import advice
from aseansc.limits import require_depth, require_items

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


_BYTES_OF: Final = {"{": 240, "[": 72, '"': 30}
"""The approximate memory in bytes of the value that each of these characters starts or ends."""
_BYTES_OF_ITEM: Final = 50


def require_bounded(text: str, where: str, *, comma: int = 60, of_character: int = 12) -> None:
    """Refuse a document that would take much more memory than its text, because its values are empty or very short.

    Args:
        text: the document.
        where: the location.
        comma: the approximate memory of a value in a list.
        of_character: the memory that a character may take; in documents that aseansc writes, it takes about 8 bytes.

    Raises:
        LimitError: if there are too many.
    """
    taken = sum(text.count(character) * size for character, size in (*_BYTES_OF.items(), (",", comma)))
    if taken > of_character * len(text):
        require_items(taken // _BYTES_OF_ITEM, "short values", where)


def parsed(text: str) -> Data:
    """Return the JSON object in a string; objects with repeated keys and unsupported numbers are marked by their types.

    Raises:
        DocumentError: if the string is not a JSON object.
        LimitError: if it would take too much memory.
    """
    require_bounded(text, "json.loads")
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
        require_depth(sys.getrecursionlimit(), "json.loads")
        raise
    try:
        require_object(document)
    except AseanscError as problem:
        problem.where, problem.hint = problem.where or "$", advice(text, "json")
        raise refusal(NOT_A_REVIEW, [problem]) from None
    return cast("Data", document)
