"""The published JSON Schema is derived from the classes and accepts the same fields as the reader."""

from __future__ import annotations

import json as plain_json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError
from hypothesis import given, settings

from aseansc import Review
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import AseanscError, DocumentError, ParseError, ReviewError
from aseansc.interchange import json
from aseansc.interchange._document.json_schema import schema_text
from aseansc.interchange._document.scalars import one_document
from aseansc.interchange._document.structure import structure_part
from aseansc.strategies import reviews
from tests._profile import examples
from tests.interchange._documents import mutated

SCHEMA = plain_json.loads(json.schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_published_schema_is_the_one_derived_from_the_classes() -> None:
    published = json.schema()
    assert published == schema_text(json.SCHEMA, json.VERSION), "publish schema_text(SCHEMA, VERSION) again"
    VALIDATOR.check_schema(SCHEMA)


def test_every_definition_has_a_description() -> None:
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name


@pytest.mark.parametrize("dataset", [lai_chau, skeleton])
def test_the_datasets_are_valid(dataset: Any) -> None:
    VALIDATOR.validate(plain_json.loads(json.dumps(dataset.load())))


@given(reviews())
def test_every_written_document_is_valid(review: Review) -> None:
    VALIDATOR.validate(plain_json.loads(json.dumps(review)))


def refused_fields(error: BaseException) -> Iterator[BaseException]:
    """Yield the problems of single fields in an error of the converter, without those of rules across fields."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from refused_fields(inner)
    elif isinstance(error, ReviewError):
        return
    elif isinstance(error, ForbiddenExtraKeysError) or (
        getattr(error, "where", "").partition(".")[0]
        in ("", "_Unbuilt")  # otherwise a constructor raised it, with all fields
        and any(isinstance(note, AttributeValidationNote) for note in getattr(error, "__notes__", ()))
    ):
        yield error


@settings(max_examples=examples(2))
@given(mutated())
def test_schema_and_reader_agree(document: dict[str, Any]) -> None:
    """The schema and the reader refuse the same documents, except for rules that a schema cannot express.

    These are the rules that constructors check across fields, the rules that a review checks across records, and the
    codes of units.
    """
    text = plain_json.dumps(document)
    try:
        json.loads(text)
    except DocumentError as refused:
        read, error = False, refused
    else:
        read = True
    valid = VALIDATOR.is_valid(document)
    if read:
        assert valid, next(VALIDATOR.iter_errors(document))
    elif valid:
        fields = [fault for fault in faults(document) if not isinstance(fault, ParseError)]
        assert not fields, error


def faults(document: dict[str, Any]) -> list[BaseException]:
    with one_document():
        try:
            structure_part({name: item for name, item in document.items() if name not in ("schema", "version")}, Review)
        except (AseanscError, BaseValidationError) as error:
            return list(refused_fields(error))
    return []
