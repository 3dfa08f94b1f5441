"""Parse the text of SDMX-JSON messages to plain data."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from typing import Any, Final, TypeGuard

from aseansc.errors import DocumentError, bug
from aseansc.interchange._document.read_json import depth_of, not_json, require_bounded
from aseansc.limits import in_force, require_depth

LONGEST_INDEX: Final = 9
"""The most digits of an index; longer numbers stay texts."""


def is_object(item: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(item, dict)


def is_list(item: object) -> TypeGuard[list[Any]]:
    return isinstance(item, list)


def _wrong_type(found: object, where: str, expected: str) -> DocumentError:
    return DocumentError(
        "wrong type in an SDMX-JSON message", where=f"sdmx.loads, {where}", got=found, expected=expected
    )


def list_in(found: object, where: str) -> list[Any]:
    if found is None or is_list(found):
        return found or []
    raise _wrong_type(found, where, "a list")


def object_in(found: object, where: str) -> dict[str, Any]:
    if found is None or is_object(found):
        return found or {}
    raise _wrong_type(found, where, "an object")


def text_in(found: object, where: str, expected: str) -> str:
    if isinstance(found, str):
        return found
    raise _wrong_type(found, where, expected)


def _whole(text: str) -> int | str:
    """Return an index as a number, and a longer number as text, with all its digits."""
    return int(text) if len(text) <= LONGEST_INDEX and text != "-0" else text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        repeated = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise DocumentError(
            "an object has the same key twice", where="sdmx.loads", got=repeated, expected="each key once"
        )
    return fields


def parsed(text: str) -> object:
    """Parse JSON text; numbers with a decimal point or an exponent, or with many digits, stay texts.

    Raises:
        DocumentError: if it is not JSON, or repeats a key.
        LimitError: if it passes a limit.
    """
    require_bounded(text, "sdmx.loads", comma=30, of_character=20)
    content = text.encode(errors="surrogatepass")
    # Python calls `int` for each number much faster than a function.
    read_int = int if _ZEROS not in content.translate(_DIGITS_AS_ZEROS) and not _minus_zero(text) else _whole
    decoder = json.JSONDecoder(object_pairs_hook=_object, parse_float=str, parse_int=read_int, parse_constant=str)
    try:
        document: object = decoder.decode(text)
    except json.JSONDecodeError as error:
        raise not_json(error, "sdmx.loads") from None
    except RecursionError:
        require_depth(sys.getrecursionlimit(), "sdmx.loads")
        raise bug(f"{len(text)} characters") from None
    if in_force().depth < _SHALLOW or not _is_shallow(content):
        require_depth(depth_of(document), "sdmx.loads")
    return document


_ZEROS: Final = b"0" * LONGEST_INDEX
_DIGITS_AS_ZEROS: Final = bytes.maketrans(b"123456789", b"0" * 9)
_minus_zero: Final = re.compile("-0(?![0-9.eE])").search
_SHALLOW: Final = 24
_ALL_BUT_BRACKETS: Final = bytes(set(range(256)).difference(b'[]{}"\\'))


def _is_shallow(content: bytes) -> bool:
    """Return whether at most `_SHALLOW` lists and objects of a JSON document are surely inside one another.

    It removes everything but brackets, and then the innermost ones again and again, which is much faster than to go
    through the objects. The result is ``False`` if a text contains a bracket or a backslash, too.
    """
    brackets = content.translate(None, _ALL_BUT_BRACKETS).replace(b'""', b"")
    for _ in range(_SHALLOW // 2):  # each time, one or two levels
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return not brackets
