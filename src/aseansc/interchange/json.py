"""JSON: the canonical document format for reviews and drafts. It loses nothing.

A document is a JSON object with the fields of `Review`, plus ``schema`` and ``version``. Decimals are strings. Fields
that have their default are omitted; an absence that is not the default is ``{"absent": "not_stated"}``. Equal reviews
are written as equal bytes.

>>> from aseansc.datasets import lai_chau
>>> review = lai_chau.load()
>>> loads(dumps(review)) == review
True
>>> loads('{"schema": "aseansc/review", "version": 2, "id": "x", "place": 84, "title": {"en": ""}}')
Traceback (most recent call last):
...
aseansc.errors.DocumentError: the document is not a valid review: 4 problems
  - $.title.en: en is empty or has spaces around it; got ''; expected a string that begins and ends with a...
  - $.programme: the field is missing; expected programme
  - $.place: of the wrong type; got 84; expected a string
  - $.period: the field is missing; expected period
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Final, cast

from cattrs.errors import BaseValidationError

from aseansc.drafts import Draft
from aseansc.errors import AseanscError, DocumentError, DraftError, FieldError, FieldTypeError
from aseansc.interchange._converter import converter
from aseansc.interchange._drafts import read_draft
from aseansc.interchange._files import Source, decoded, read_bytes, write_bytes
from aseansc.interchange._losses import Loss
from aseansc.interchange._problems import NOT_A_REVIEW, UNFINISHED, problems_of, refusal
from aseansc.interchange._scalars import UNITS, Met, OddNumber, RepeatedKeys, require_object
from aseansc.interchange._versions import VERSION, VERSIONS, migrated
from aseansc.interchange._writer import text_of
from aseansc.reviews import Review

__all__ = [
    "DRAFT_SCHEMA",
    "SCHEMA",
    "VERSION",
    "dump",
    "dumps",
    "load",
    "load_draft",
    "loads",
    "loads_draft",
    "losses",
    "schema",
]

SCHEMA: Final = "aseansc/review"
"""The value of the field ``schema`` in the document of a review."""

DRAFT_SCHEMA: Final = "aseansc/draft"
"""The value of the field ``schema`` in the document of a draft."""


def dumps(review: Review | Draft) -> str:
    """Return the document of a review or a draft as a string.

    Raises:
        FieldTypeError: if the argument is neither a review nor a draft.
    """
    if not isinstance(review, Review | Draft):
        raise FieldTypeError("not a review or a draft", where="json.dumps", got=review, expected="a Review or a Draft")
    return text_of(review, {"schema": SCHEMA if isinstance(review, Review) else DRAFT_SCHEMA, "version": VERSION})


def dump(review: Review | Draft, target: Source) -> None:
    """Write the document of a review or a draft to a path or an open file.

    A path is written whole or not at all.

    Raises:
        FieldTypeError: if `review` is neither a review nor a draft, or `target` is neither a path nor a file.
        OSError: if the path cannot be written; an existing file is then unchanged.
    """
    write_bytes(dumps(review).encode(), target, "json.dump")


def losses(review: Review) -> tuple[Loss, ...]:
    """Return what a JSON document cannot represent: always an empty tuple."""
    if not isinstance(review, Review):
        raise FieldTypeError("not a review", where="json.losses", got=review, expected="a Review")
    return ()


def loads(content: str | bytes) -> Review:
    """Return the review in a document, or the finished review if the document is that of a draft.

    Raises:
        DocumentError: if the document is not a valid review; lists every problem, and every gap of a draft, with its
            JSON path.
    """
    fields, schema = _migrated(parsed(decoded(content, "json.loads")))
    return _review(fields) if schema == SCHEMA else _finished(_draft(fields))


def loads_draft(content: str | bytes) -> Draft:
    """Return the draft in a document; the document of a review gives a draft without gaps.

    Raises:
        DocumentError: if the document is not a valid draft; lists every problem with its JSON path.

    >>> from aseansc import Text
    >>> from aseansc.drafts import Draft, Gap
    >>> draft = Draft(id="huyen-a", place=Gap(reason=Text(en="the file names no place")))
    >>> loads_draft(dumps(draft)) == draft
    True
    >>> loads(dumps(draft))
    Traceback (most recent call last):
    ...
    aseansc.errors.DocumentError: the draft is not a valid review yet: 4 problems
      - $.title: a gap: not given
      - $.programme: a gap: not given
      - $.place: a gap: the file names no place
      - $.period: a gap: not given
    """
    fields, schema = _migrated(parsed(decoded(content, "json.loads_draft")))
    return Draft.of(_review(fields)) if schema == SCHEMA else _draft(fields)


def load_draft(source: Source) -> Draft:
    """Read the document of a draft from a path or an open file, as `loads_draft` does.

    Raises:
        DocumentError: if the document is not a valid draft; lists every problem with its JSON path.
        OSError: if the path cannot be read.
    """
    return loads_draft(read_bytes(source, "json.load_draft"))


def load(source: Source) -> Review:
    """Read the document of a review from a path or an open file, as `loads` does.

    Raises:
        DocumentError: if the document is not a valid review; lists every problem with its JSON path.
        OSError: if the path cannot be read.
    """
    return loads(read_bytes(source, "json.load"))


def schema() -> str:
    """Return the JSON Schema (draft 2020-12) of the documents that `dumps` writes, as a string."""
    return files("aseansc.interchange").joinpath(f"schemas/review-{VERSION}.json").read_text(encoding="utf-8")


# -- parsing

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


def parsed(text: str) -> dict[str, Any]:
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
        raise _invalid_review([problem]) from None
    return cast("dict[str, Any]", document)


# -- reading the fields


def _invalid_review(problems: Iterable[AseanscError]) -> DocumentError:
    error = refusal(NOT_A_REVIEW, problems)
    for problem in error.problems:
        problem.where = problem.where or "$"
    return error


def _migrated(document: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the fields of a document, migrated to the current version, and its schema.

    Raises:
        DocumentError: if the schema or the version is unknown.
    """
    fields = {name: value for name, value in document.items() if name not in ("schema", "version")}
    schema = document.get("schema")
    if schema not in (SCHEMA, DRAFT_SCHEMA):
        known = f"{SCHEMA!r} or {DRAFT_SCHEMA!r}"
        raise _invalid_review(
            [FieldError("not a document of a review or a draft", where="$.schema", got=schema, expected=known)]
        )
    version = document.get("version")
    if version.__class__ is not int or version not in VERSIONS:
        known = ", ".join(map(str, VERSIONS))
        raise _invalid_review(
            [FieldError("unknown document version", where="$.version", got=version, expected=f"one of {known}")]
        )
    return migrated(fields, version), schema


def _draft(document: dict[str, Any]) -> Draft:
    token = UNITS.set(Met())
    try:
        return read_draft(document)
    except (AseanscError, BaseValidationError) as error:
        raise _invalid_review(problems_of(error, "$", document)) from None
    finally:
        UNITS.reset(token)


def _finished(draft: Draft) -> Review:
    try:
        return draft.finish()
    except DraftError as error:
        for problem in error.problems:
            problem.where = f"$.{problem.where}"
        raise refusal(UNFINISHED, error.problems) from None


def _review(document: dict[str, Any]) -> Review:
    token = UNITS.set(Met())
    try:
        return converter(thorough=True).structure(document, Review)
    except (AseanscError, BaseValidationError) as error:
        raise _invalid_review(problems_of(error, "$", document)) from None
    finally:
        UNITS.reset(token)
