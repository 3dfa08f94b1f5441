"""JSON: the canonical document of a review, which loses nothing; and that of a draft.

An object with the fields of `Review`, beside ``schema`` and ``version``. Decimals are texts, what has its default is
left out, an absence that is no default is ``{"absent": "not_stated"}``. Equal reviews have the same bytes.

>>> from aseansc.datasets import lai_chau
>>> review = lai_chau.load()
>>> loads(dumps(review)) == review
True
>>> loads('{"schema": "aseansc/review", "version": 1, "id": "x", "place": 84, "title": {"en": ""}}')
Traceback (most recent call last):
...
aseansc.errors.DocumentError: the document is no review: 4 problems
  - $.title.en: en is empty or has spaces around it; got ''; expected a text that begins and ends with a visible...
  - $.programme: the field is missing; expected programme
  - $.place: of the wrong type; got 84; expected a text
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
from aseansc.interchange._problems import problems_of, refusal
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
"""What the document of a review says that it is."""

DRAFT_SCHEMA: Final = "aseansc/draft"
"""What the document of a draft says that it is."""


def dumps(review: Review | Draft) -> str:
    """The document of a review, or of a draft, as a text.

    Raises:
        FieldTypeError: for anything else.
    """
    if not isinstance(review, Review | Draft):
        raise FieldTypeError("not a review", where="json.dumps", got=review, expected="a Review, or a Draft")
    return text_of(review, {"schema": SCHEMA if isinstance(review, Review) else DRAFT_SCHEMA, "version": VERSION})


def dump(review: Review | Draft, target: Source) -> None:
    """Write the document of a review or a draft to a path or an open file; to a path whole or not at all.

    Raises:
        FieldTypeError: for anything but a review or a draft, and a path or a file.
        OSError: when the path cannot be written; what stood there is still there.
    """
    write_bytes(dumps(review).encode(), target, "json.dump")


def losses(review: Review) -> tuple[Loss, ...]:
    """What of a review a document cannot carry: nothing."""
    if not isinstance(review, Review):
        raise FieldTypeError("not a review", where="json.losses", got=review, expected="a Review")
    return ()


def loads(content: str | bytes) -> Review:
    """The review that a document holds; of a draft, the review that it finishes to.

    Raises:
        DocumentError: when it holds none, with every problem, and every gap of a draft, and their places.
    """
    fields, schema = _migrated(parsed(decoded(content, "json.loads")))
    return _review(fields) if schema == SCHEMA else _finished(_draft(fields))


def loads_draft(content: str | bytes) -> Draft:
    """The draft that a document holds; of a review, a draft without gaps.

    Raises:
        DocumentError: when it holds none, with every problem and its place.

    >>> from aseansc import Text
    >>> from aseansc.drafts import Draft, Gap
    >>> draft = Draft(id="huyen-a", place=Gap(reason=Text(en="the file names no place")))
    >>> loads_draft(dumps(draft)) == draft
    True
    >>> loads(dumps(draft))
    Traceback (most recent call last):
    ...
    aseansc.errors.DocumentError: the draft is no review yet: 4 problems
      - $.title: a gap: not given
      - $.programme: a gap: not given
      - $.place: a gap: the file names no place
      - $.period: a gap: not given
    """
    fields, schema = _migrated(parsed(decoded(content, "json.loads_draft")))
    return Draft.of(_review(fields)) if schema == SCHEMA else _draft(fields)


def load_draft(source: Source) -> Draft:
    """Read the document of a draft from a path or an open file.

    Raises:
        DocumentError: when it holds none, with every problem and its place.
        OSError: when the path cannot be read.
    """
    return loads_draft(read_bytes(source, "json.load_draft"))


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


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else RepeatedKeys.of(pairs)


_MOST_ODD: Final = 100_000


def _decoder() -> json.JSONDecoder:
    """A decoder that marks odd numbers and repeated keys, and refuses very many of those numbers."""
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
"""How much memory what begins or ends with a character takes, about."""
_MOST_BYTES: Final = 100_000_000
_BYTES_OF_CHARACTER: Final = 12
"""Documents that aseansc writes take 8 without their line breaks."""


def _require_bounded(text: str) -> None:
    """Refuse what would take much more memory than its size, before the parser builds it.

    Raises:
        DocumentError: for such a text.
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
    """The object that a text holds, its odd numbers and repeated keys marked."""
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
        raise DocumentError("the document is nested too deeply", where="json.loads") from None
    try:
        require_object(document)
    except AseanscError as problem:
        raise _no_review([problem]) from None
    return cast("dict[str, Any]", document)


# -- the document


def _no_review(problems: Iterable[AseanscError]) -> DocumentError:
    error = refusal("the document is no review", problems)
    for problem in error.problems:
        problem.where = problem.where or "$"
    return error


def _migrated(document: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The fields of the review or draft, brought to the present version; and what it says that it is.

    Raises:
        DocumentError: when the document does not say that it is one, or is of a version that is not known.
    """
    fields = {name: value for name, value in document.items() if name not in ("schema", "version")}
    schema = document.get("schema")
    if schema not in (SCHEMA, DRAFT_SCHEMA):
        known = f"{SCHEMA!r}, or {DRAFT_SCHEMA!r}"
        raise _no_review([FieldError("another document", where="$.schema", got=schema, expected=known)])
    version = document.get("version")
    if version.__class__ is not int or version not in VERSIONS:
        known = ", ".join(map(str, VERSIONS))
        raise _no_review(
            [FieldError("a version that is not known", where="$.version", got=version, expected=f"one of {known}")]
        )
    return migrated(fields, version), schema


def _draft(document: dict[str, Any]) -> Draft:
    token = UNITS.set(Met())
    try:
        return read_draft(document)
    except (AseanscError, BaseValidationError) as error:
        raise _no_review(problems_of(error, "$", document)) from None
    finally:
        UNITS.reset(token)


def _finished(draft: Draft) -> Review:
    try:
        return draft.finish()
    except DraftError as error:
        for problem in error.problems:
            problem.where = f"$.{problem.where}"
        raise refusal("the draft is no review yet", error.problems) from None


def _review(document: dict[str, Any]) -> Review:
    token = UNITS.set(Met())
    try:
        return converter(thorough=True).structure(document, Review)
    except (AseanscError, BaseValidationError) as error:
        raise _no_review(problems_of(error, "$", document)) from None
    finally:
        UNITS.reset(token)
