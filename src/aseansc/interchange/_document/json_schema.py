"""Derive the JSON Schema (2020-12) of the canonical document from the classes, their types and their validators."""

from __future__ import annotations

import datetime as dt
import inspect
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from importlib.resources import files
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

import attrs

from aseansc._attrs import LARGEST_INT, TEXT, Rule, rule_of
from aseansc.codelists import Absent, CodeList
from aseansc.extras import Extra
from aseansc.interchange._document import scalars
from aseansc.interchange._document.scalars import CLAIM_TYPES
from aseansc.interchange._document.structure import RECORDS
from aseansc.interchange._document.versions import VERSION
from aseansc.intervals import Interval
from aseansc.observations import Status
from aseansc.periods import MonthDay
from aseansc.reviews import Review
from aseansc.texts import LANGUAGE_TAG
from aseansc.units import SIMPLE_CODE, Unit
from aseansc.values import Attainment, Change, RelativeChange, Value

Schema = dict[str, Any]

_LEAP: Final = r"[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00"
_MONTH_DAY: Final = "|".join(
    [
        r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
        r"(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
        r"02-(?:0[1-9]|1[0-9]|2[0-8])",
    ]
)
_DAY: Final = rf"(?!0000)(?:[0-9]{{4}}-(?:{_MONTH_DAY})|(?:{_LEAP})-02-29)"


def document_schema(name: str, version: int) -> Schema:
    """Return the schema of the document of a review."""
    definitions = {cls.__name__: _record(cls) for cls in (*RECORDS, *scalars.FIELDS, Unit)}
    review = definitions.pop("Review")
    review["properties"] = {"schema": {"const": name}, "version": {"const": version}, **review["properties"]}
    review["required"] = ["schema", "version", *review["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{name.replace('/', ':')}:{version}",
        "title": "A development review",
        **review,
        "$defs": dict(sorted({**definitions, **_SHARED}.items())),
    }


def schema_text(name: str, version: int) -> str:
    """Return the schema as the string that is published."""
    return json.dumps(document_schema(name, version), ensure_ascii=False, indent=2) + "\n"


def published_schema() -> str:
    """Return the published schema of the present version, which also has the descriptions under ``python -OO``."""
    return files("aseansc.interchange").joinpath(f"schemas/review-{VERSION}.json").read_text(encoding="utf-8")


def _anchored(pattern: str) -> str:
    """Anchor a pattern to the whole string in every regex dialect; ``$`` would allow a final line end in some."""
    return rf"^(?:{pattern})(?![\s\S])"


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": _anchored(pattern)}


_SHARED: Final[Mapping[str, Schema]] = {
    "text": {
        "description": "A string without control characters whose first and last characters are visible.",
        **_text(TEXT),
    },
    "decimal": {
        "description": "A decimal number as digits, without an exponent.",
        **_text(scalars.MAGNITUDE.pattern),
    },
    "day": {"description": "A calendar date, YYYY-MM-DD.", **_text(_DAY)},
}


def _shared(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_POSITIVE: Final = rf"(?!0(?:\.0+)?(?![\s\S]))(?!-){scalars.MAGNITUDE.pattern}"

_OWN: Final[Mapping[tuple[type, str], Schema]] = {
    (Interval, "lower"): _text(scalars.END.pattern),
    (Interval, "upper"): _text(scalars.END.pattern),
    (MonthDay, "month"): {"type": "integer", "minimum": 1, "maximum": 12},
    (MonthDay, "day"): {"type": "integer", "minimum": 1, "maximum": 31},
    (Review, "units"): {"type": "array", "items": {"$ref": "#/$defs/Unit"}},
    (Unit, "code"): _text(SIMPLE_CODE.pattern),
    (Unit, "factor"): _text(_POSITIVE),
    **{(cls, "resolution"): _text(_POSITIVE) for cls in (Attainment, Change, RelativeChange, Value)},
}
"""The schemas of fields with constraints that their type and validator do not express."""


def _record(cls: type) -> Schema:
    described = _arguments(cls)
    properties: dict[str, Schema] = {}
    required: list[str] = []
    for attribute in _fields_of(cls):
        name = attribute.name
        schema = _OWN.get((cls, name)) or _field(attribute)
        properties[name] = {"description": described[name], **schema} if name in described else schema
        if name in scalars.FIELDS[cls].required if cls in scalars.FIELDS else attribute.default is attrs.NOTHING:
            required.append(name)
    if cls is Change:
        properties["form"] = {
            "description": "only where a value may stand, too: the indicator is a net flow, or the target a change.",
            "const": scalars.CHANGE_FORM,
        }
    for name, claim in CLAIM_TYPES.items():
        if claim is cls:
            properties["type"] = {"const": name}
            required.append("type")
    description = (inspect.getdoc(cls) or "").partition("\n\n")[0].replace("\n", " ").replace("`", "").replace("*", "")
    return {
        "description": description,
        "type": "object",
        "properties": dict(sorted(properties.items())),
        "required": sorted(required),
        "additionalProperties": False,
    }


def _fields_of(cls: Any) -> list[attrs.Attribute[Any]]:
    """Return the fields of a class that a document states."""
    fields = [field for field in attrs.fields(attrs.resolve_types(cls)) if field.init or cls in scalars.FIELDS]
    return [field for field in fields if field.name != "parts"] if cls is Unit else fields


def _field(attribute: attrs.Attribute[Any]) -> Schema:
    if attribute.name == "others":
        return {
            "type": "object",
            "propertyNames": {**_text(LANGUAGE_TAG), "not": {"enum": ["en", "vi"]}},
            "additionalProperties": _shared("text"),
        }
    return _type(attribute.type, rule_of(attribute.validator))


def _type(kind: Any, rule: Rule) -> Schema:
    """Return the schema of a type with the constraints of a validator."""
    if get_origin(kind) in (Union, UnionType):
        return _union([member for member in get_args(kind) if member is not type(None)], rule)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        unique = rule.unique or item is Status
        return {"type": "array", "items": _type(item, rule), **({"uniqueItems": True} if unique else {})}
    if issubclass(kind, CodeList):
        return {"enum": list(kind)}
    if kind is str:
        return _shared("text") if rule.pattern == TEXT else _text(rule.pattern)
    if kind is int:
        return {"type": "integer", "minimum": 0, "maximum": LARGEST_INT}
    return _SCALARS.get(kind) or {"$ref": f"#/$defs/{kind.__name__}"}


def _union(members: list[Any], rule: Rule) -> Schema:
    ways = [way.value for way in rule.absent]
    schemas: list[Schema] = []
    for member in members:
        if member is Absent:
            schemas.append(
                {
                    "type": "object",
                    "properties": {"absent": {"enum": ways}},
                    "required": ["absent"],
                    "additionalProperties": False,
                }
            )
        elif member is str and ways:
            schemas.append({**_type(str, rule), "not": {"enum": ways}})
        else:
            schemas.append(_type(member, rule))
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


_SCALARS: Final[Mapping[type, Schema]] = {
    bool: {"type": "boolean"},
    Decimal: _shared("decimal"),
    dt.date: _shared("day"),
    Extra: {"type": "object"},
    Unit: _text(rf"(?:{SIMPLE_CODE.pattern})(?:/(?:{SIMPLE_CODE.pattern}))*"),
}


_ARGUMENT: Final = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def _arguments(cls: type) -> dict[str, str]:
    """Return the description of each field from the section ``Args`` of the docstring of a class."""
    _, _, listed = (inspect.getdoc(cls) or "").partition("Args:\n")
    listed = listed.partition("\n\n")[0]
    return {
        name: " ".join(words.split()).replace("`", "").replace("*", "") for name, words in _ARGUMENT.findall(listed)
    }
