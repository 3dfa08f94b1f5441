"""Parse JSON text to plain data; what no field accepts is marked, so that the readers of the fields report it."""

from __future__ import annotations

import json
import sys
from typing import Any, Final, cast

from aseansc.errors import NOT_GIVEN, AseanscError, DocumentError, bug
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange._document.scalars import Data, OddNumber, RepeatedKeys, require_object
from aseansc.interchange._recognize import advice
from aseansc.limits import DEEPEST, in_force, require_depth, require_items

_LONGEST_INT: Final = 17


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else RepeatedKeys.of(pairs)


_MOST_ODD: Final = 100_000


def _decoder(**hooks: Any) -> json.JSONDecoder:
    """Return a decoder that marks unsupported numbers, refuses very many of them, and calls `hooks` for objects."""
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
        **hooks,
        parse_int=lambda text: int(text) if len(text) <= _LONGEST_INT else odd(text),
        parse_float=odd,
        parse_constant=odd,
    )


def _decoded(text: str) -> object:
    """Parse JSON text, and mark repeated keys.

    The keys of the objects are counted, which is faster than to look for repeated keys in each object. If all keys
    differ, there are as many as colons after keys in the text.
    """
    kept = 0

    def counted(fields: dict[str, Any]) -> dict[str, Any]:
        nonlocal kept
        kept += len(fields)
        return fields

    document = _decoder(object_hook=counted).decode(text)
    if kept == text.count(":") or kept == _colons_after_keys(text):
        return document
    return _decoder(object_pairs_hook=_object).decode(text)


_CHUNK: Final = 100_000


def _colons_after_keys(text: str) -> int:
    """Count the colons that may follow a key: those after a quotation mark or a blank. Some of them may be in texts."""
    count = 0
    for start in range(0, len(text), _CHUNK):
        parts = text[max(start - 1, 0) : start + _CHUNK].split(":")
        count += sum([part[-1:] in _BEFORE_COLONS for part in parts[:-1] if part])
    return count


_BEFORE_COLONS: Final = '" \t\n\r'

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


def not_json(error: json.JSONDecodeError, function: str = "", hint: str = "") -> DocumentError:
    """Return the error for a text that is not JSON; it states whether the text ends too early.

    Args:
        error: what Python raised.
        function: the function that reads the document, for the location.
        hint: how to fix it.
    """
    where = f"{function}, line {error.lineno}, column {error.colno}".removeprefix(", ")
    rest = error.doc[error.pos :]
    if rest.strip() and not error.msg.startswith("Unterminated string"):
        return DocumentError(f"the document is not JSON: {error.msg}", where=where, got=rest[:20], hint=hint)
    if error.doc.strip():
        hint = hint or "It may have been cut off: get the whole file again, or close its brackets and quotation marks."
    problem = "the document is not JSON: it ends before it is complete"
    return DocumentError(problem, where=where, got=rest[:20] or NOT_GIVEN, hint=hint)


def parsed(text: str) -> Data:
    """Return the JSON object in a string; objects with repeated keys and unsupported numbers are marked by their types.

    Raises:
        DocumentError: if the string is not a JSON object.
        LimitError: if it would take too much memory, or has too many levels.
    """
    require_bounded(text, "json.loads")
    try:
        document = _decoded(text)
    except json.JSONDecodeError as error:
        raise not_json(error, hint=advice(text, "json")) from None
    except RecursionError:
        require_depth(sys.getrecursionlimit(), "json.loads")
        raise bug(f"{len(text)} characters") from None
    if in_force().depth < DEEPEST:
        require_depth(depth_of(document), "json.loads")
    try:
        require_object(document)
    except AseanscError as problem:
        problem.where, problem.hint = problem.where or "$", advice(text, "json")
        raise refusal(NOT_A_REVIEW, [problem]) from None
    return cast("Data", document)


def depth_of(item: object) -> int:
    """Return how many lists and objects are inside one another, without recursion."""
    depth = 0
    level: list[Any] = [item]
    while level:
        depth += 1
        inside: list[Any] = []
        for found in level:
            inside += found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
        level = [inner for inner in inside if inner.__class__ is dict or inner.__class__ is list]
    return depth
