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

from collections.abc import Iterable

from aseansc._collector import collector_paused
from aseansc.drafts import Draft
from aseansc.errors import AseanscError, DraftError, FieldError, require
from aseansc.interchange._document.json_schema import published_schema
from aseansc.interchange._document.problems import NOT_A_REVIEW, UNFINISHED, json_path, refusal
from aseansc.interchange._document.read_json import parsed
from aseansc.interchange._document.scalars import Data
from aseansc.interchange._document.structure import structure
from aseansc.interchange._document.structure_draft import structure_draft
from aseansc.interchange._document.versions import DRAFT_SCHEMA, SCHEMA, VERSION, VERSIONS, migrated
from aseansc.interchange._document.write_json import text_of
from aseansc.interchange._files import Source, decoded, read_bytes, require_review, write_bytes
from aseansc.interchange._recognize import advice
from aseansc.limits import Limits, limited
from aseansc.losses import Loss
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


def dumps(review: Review | Draft) -> str:
    """Return the document of a review or a draft as a string.

    Raises:
        FieldTypeError: if the argument is neither a review nor a draft.
    """
    require(review, Review, Draft, where="json.dumps, review")
    return text_of(review, {"schema": SCHEMA if isinstance(review, Review) else DRAFT_SCHEMA, "version": VERSION})


@limited
def dump(review: Review | Draft, target: Source, *, limits: Limits | None = None) -> None:
    """Write the document of a review or a draft to a path or an open file.

    A path is written whole or not at all.

    Raises:
        FieldTypeError: if `review` is neither a review nor a draft, or `target` is neither a path nor a file.
        OSError: if the path cannot be written; an existing file is then unchanged.
    """
    write_bytes(dumps(review).encode(), target, "json.dump")


def losses(review: Review) -> tuple[Loss, ...]:
    """Return what a JSON document cannot represent: always an empty tuple."""
    require_review(review, "json.losses")
    return ()


@collector_paused
@limited
def loads(content: str | bytes, *, limits: Limits | None = None) -> Review:
    """Return the review in a document, or the finished review if the document is that of a draft.

    Args:
        content: the document.
        limits: how much is read; `Limits()` by default.
        limits: how much is written, so that readers with these limits can read it; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the document is not a valid review; lists every problem, and every gap of a draft, with its
            JSON path.
    """
    fields, schema = _migrated(decoded(content, "json.loads"))
    return structure(fields) if schema == SCHEMA else _finished(structure_draft(fields))


@collector_paused
@limited
def loads_draft(content: str | bytes, *, limits: Limits | None = None) -> Draft:
    """Return the draft in a document; the document of a review gives a draft without gaps.

    Args:
        content: the document.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
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
    fields, schema = _migrated(decoded(content, "json.loads_draft"))
    return Draft.of(structure(fields)) if schema == SCHEMA else structure_draft(fields)


@limited
def load_draft(source: Source, *, limits: Limits | None = None) -> Draft:
    """Read the document of a draft from a path or an open file, as `loads_draft` does.

    Args:
        source: a path or an open file.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the document is not a valid draft; lists every problem with its JSON path.
        OSError: if the path cannot be read.
    """
    return loads_draft(read_bytes(source, "json.load_draft"))


@limited
def load(source: Source, *, limits: Limits | None = None) -> Review:
    """Read the document of a review from a path or an open file, as `loads` does.

    Args:
        source: a path or an open file.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the document is not a valid review; lists every problem with its JSON path.
        OSError: if the path cannot be read.
    """
    return loads(read_bytes(source, "json.load"))


def located(_source: Source, problems: Iterable[AseanscError]) -> list[AseanscError]:
    """Return the problems of a draft with their JSON paths."""
    return [problem.at(json_path("$", problem.steps)) if problem.steps else problem for problem in problems]


def schema() -> str:
    """Return the JSON Schema (draft 2020-12) of the documents that `dumps` writes, as a string."""
    return published_schema()


# -- reading the fields


def _migrated(text: str) -> tuple[Data, str]:
    """Return the fields of a document, migrated to the current version, and its schema.

    Raises:
        DocumentError: if the schema or the version is unknown.
    """
    document = parsed(text)
    fields = {name: value for name, value in document.items() if name not in ("schema", "version")}
    schema, version = document.get("schema"), document.get("version")
    if schema not in (SCHEMA, DRAFT_SCHEMA):
        what, where, got = "not a document of a review or a draft", "$.schema", schema
        expected = f"{SCHEMA!r} or {DRAFT_SCHEMA!r}"
    elif version.__class__ is not int or version not in VERSIONS:
        what, where, got = "unknown document version", "$.version", version
        expected = f"the number {' or '.join(map(str, VERSIONS))}, without quotation marks"
    else:
        return migrated(fields, version), schema
    hint = advice(text, "json") if schema not in (SCHEMA, DRAFT_SCHEMA) else ""
    raise refusal(NOT_A_REVIEW, [FieldError(what, where=where, got=got, expected=expected, hint=hint)])


def _finished(draft: Draft) -> Review:
    try:
        return draft.finish()
    except DraftError as error:
        for problem in error.problems:
            problem.where = f"$.{problem.where}"
        raise refusal(UNFINISHED, error.problems) from None
