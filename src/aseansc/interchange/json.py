"""JSON: the canonical document of a review, which loses nothing.

An object with the fields of `Review`, beside ``schema`` and ``version``. Decimals are texts, what has its default is
left out, an absence that is no default is ``{"absent": "not_stated"}``. Equal reviews have the same bytes.

>>> from aseansc.datasets import lai_chau
>>> review = lai_chau.load()
>>> loads(dumps(review)) == review
True
>>> loads('{"schema": "aseansc/review", "version": 1, "id": "x", "place": 84, "title": {"en": ""}}')
Traceback (most recent call last):
...
aseansc.errors.DocumentError: the document is no review: 5 problems
  - $.title.en: en is empty or has blanks around it; got ''; expected a text that begins and ends with a character...
  - $.programme: the field is missing
  - $.place: of the wrong type; got 84; expected a text
  - $.period: the field is missing
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any, Final, cast

from cattrs.errors import BaseValidationError

from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError
from aseansc.interchange._converter import converter
from aseansc.interchange._files import Source, decoded, read_bytes, write_bytes
from aseansc.interchange._problems import problems_of
from aseansc.interchange._scalars import UNITS, OddNumber, RepeatedKeys, require_object
from aseansc.interchange._writer import text_of
from aseansc.reviews import Review

__all__ = ["SCHEMA", "VERSION", "dump", "dumps", "load", "loads", "schema"]

SCHEMA: Final = "aseansc/review"
"""What a document says that it is."""

VERSION: Final = 1
"""The version that is written."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""From each version but the last, the pure step to the next one."""


def dumps(review: Review) -> str:
    """The document of a review, as a text.

    Raises:
        FieldTypeError: for anything but a review.
    """
    if not isinstance(review, Review):
        raise FieldTypeError("not a review", where="json.dumps", got=review, expected="a Review")
    return text_of(review, {"schema": SCHEMA, "version": VERSION})


def dump(review: Review, target: Source) -> None:
    """Write the document of a review to a path or an open file; to a path whole or not at all.

    Raises:
        FieldTypeError: for anything but a review, and a path or a file.
        OSError: when the path cannot be written; what stood there is still there.
    """
    write_bytes(dumps(review).encode(), target, "json.dump")


def loads(content: str | bytes) -> Review:
    """The review that a document holds.

    Raises:
        DocumentError: when it holds none, with every problem and its place.
    """
    return _review(_migrated(parsed(decoded(content, "json.loads"))))


def load(source: Source) -> Review:
    """Read the document of a review from a path or an open file.

    Raises:
        DocumentError: when it holds none, with every problem and its place.
        OSError: when the path cannot be read.
    """
    return loads(read_bytes(source, "json.load"))


def schema() -> str:
    """The JSON Schema (2020-12) of the documents that are written, as a text."""
    return files("aseansc.interchange").joinpath(f"schemas/review-{VERSION}.json").read_text(encoding="utf-8")


# -- the text

_LONGEST_INT: Final = 17


def _int(text: str) -> int | OddNumber:
    return int(text) if len(text) <= _LONGEST_INT else OddNumber(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else RepeatedKeys.of(pairs)


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_int, parse_float=OddNumber, parse_constant=OddNumber
)


def parsed(text: str) -> dict[str, Any]:
    """The object that a text holds, its odd numbers and repeated keys marked."""
    try:
        document = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"the document is not JSON: {error.msg}",
            where=f"line {error.lineno}, column {error.colno}",
            got=text[error.pos : error.pos + 20],
        ) from None
    except RecursionError:
        raise DocumentError("the document is nested too deeply", where="json.loads") from None
    try:
        require_object(document)
    except AseanscError as problem:
        raise _no_review([problem]) from None
    return cast("dict[str, Any]", document)


# -- the document


def _no_review(problems: list[AseanscError]) -> DocumentError:
    for problem in problems:
        problem.where = problem.where or "$"
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return DocumentError(f"the document is no review: {count}", problems=tuple(problems))


def _migrated(document: dict[str, Any]) -> dict[str, Any]:
    """The fields of the review, brought to the present version.

    Raises:
        DocumentError: when the document does not say that it is one, or is of a version that is not known.
    """
    fields = {name: value for name, value in document.items() if name not in ("schema", "version")}
    if document.get("schema") != SCHEMA:
        raise _no_review(
            [FieldError("another document", where="$.schema", got=document.get("schema"), expected=repr(SCHEMA))]
        )
    version = document.get("version")
    if version.__class__ is not int or not (version == VERSION or version in MIGRATIONS):
        known = ", ".join(map(str, sorted({*MIGRATIONS, VERSION})))
        raise _no_review(
            [FieldError("a version that is not known", where="$.version", got=version, expected=f"one of {known}")]
        )
    while version != VERSION:
        fields = MIGRATIONS[version](fields)
        version += 1
    return fields


def _review(document: dict[str, Any]) -> Review:
    token = UNITS.set({})
    try:
        return converter(thorough=False).structure(document, Review)
    except Exception:
        pass  # the thorough one says all that is wrong
    finally:
        UNITS.reset(token)
    token = UNITS.set({})
    try:
        return converter(thorough=True).structure(document, Review)
    except (AseanscError, BaseValidationError) as error:
        raise _no_review(list(problems_of(error, "$", document))) from None
    finally:
        UNITS.reset(token)
