"""The published JSON Schema: derived from the classes, and one with the reader in what it takes."""

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
from aseansc.interchange._converter import converter
from aseansc.interchange._json_schema import schema_text
from aseansc.interchange._scalars import UNITS, Met
from aseansc.strategies import reviews
from tests._profile import examples
from tests.interchange._documents import mutated

SCHEMA = plain_json.loads(json.schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_published_schema_is_that_of_the_classes() -> None:
    published = json.schema()
    assert published == schema_text(json.SCHEMA, json.VERSION), "publish schema_text(SCHEMA, VERSION) again"
    VALIDATOR.check_schema(SCHEMA)


def test_every_definition_and_field_is_described() -> None:
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name


@pytest.mark.parametrize("dataset", [lai_chau, skeleton])
def test_the_datasets_are_valid(dataset: Any) -> None:
    VALIDATOR.validate(plain_json.loads(json.dumps(dataset.load())))


@given(reviews())
def test_what_is_written_is_valid(review: Review) -> None:
    VALIDATOR.validate(plain_json.loads(json.dumps(review)))


def refused_fields(error: BaseException) -> Iterator[BaseException]:
    """The faults of single fields that an error of the converter holds; the rules across fields are not among them."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from refused_fields(inner)
    elif isinstance(error, ReviewError):
        return
    elif isinstance(error, ForbiddenExtraKeysError) or (
        getattr(error, "where", "").partition(".")[0] in ("", "_Unbuilt")  # else a constructor had all the fields
        and any(isinstance(note, AttributeValidationNote) for note in getattr(error, "__notes__", ()))
    ):
        yield error


@settings(max_examples=examples(2))
@given(mutated())
def test_schema_and_reader_agree(document: dict[str, Any]) -> None:
    """What the schema refuses the reader refuses, and the other way round but for rules across fields.

    Those are: what the constructors check when all fields are there, what a review checks across its records, and
    which codes of units there are.
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
    token = UNITS.set(Met())
    try:
        converter(thorough=True).structure(
            {name: item for name, item in document.items() if name not in ("schema", "version")}, Review
        )
    except (AseanscError, BaseValidationError) as error:
        return list(refused_fields(error))
    finally:
        UNITS.reset(token)
    return []
