"""Write and check ``datapackage.json``, the descriptor of a Data Package (version 2)."""

from __future__ import annotations

import json as plain_json
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from aseansc._attrs import LARGEST_INT
from aseansc.codelists import Absent
from aseansc.errors import DocumentError, FieldError
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange._document.read_json import parsed
from aseansc.interchange._document.versions import SCHEMA, VERSION, VERSIONS
from aseansc.interchange._files import decoded
from aseansc.interchange._tables.column_titles import described, titles_of, vietnamese
from aseansc.interchange._tables.columns import LONG_TEXTS, Column, Form, Table
from aseansc.reviews import Review

DESCRIPTOR: Final = "datapackage.json"

_LONGEST: Final = 2**20
"""The most bytes of a descriptor, which describes the tables and does not grow with the review."""

_LONGEST_TITLE: Final = 1000
_PROFILES: Final = "https://datapackage.org/profiles/2.0"

_TYPES: Final[Mapping[Form, str]] = {
    Form.DECIMAL: "number",
    Form.INT: "integer",
    Form.BOOL: "boolean",
    Form.DAY: "date",
}


def descriptor_of(review: Review, tables: Iterable[Table]) -> str:
    """Return the descriptor of a package as a string."""
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": review.id.lower(),
        "title": review.title.en[:_LONGEST_TITLE],
        "aseansc": {"schema": SCHEMA, "version": VERSION},
        "resources": [_resource(table) for table in tables],
    }
    return plain_json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    english, in_vietnamese = titles_of(table.name)
    ids = [column.name for column in table.columns if column.path in (("id",), ("code",)) and table.name != "review"]
    keys = ["text", "part"] if table.name == LONG_TEXTS else ids
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": ["", *(way.value for way in Absent)],
    }
    if keys:
        schema["primaryKey"] = keys
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": [name], "reference": {"resource": "" if other == table.name else other, "fields": ["id"]}}
            for name, other in table.refers.items()
        ]
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": english,
        "title_vi": in_vietnamese,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        # The default, but programs that guess it are wrong where the name of a column is a sign such as ";".
        "dialect": {"delimiter": ","},
        "schema": schema,
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.form, "string"),
        "title_vi": vietnamese(column),
        "description": described(column),
    }
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.form is Form.CODE:
        constraints["enum"] = list(column.codes)
    if column.form is Form.INT:
        constraints.update(minimum=0, maximum=LARGEST_INT)
    if column.pattern and column.form is Form.TEXT:
        constraints["pattern"] = column.pattern
    return {**field, "constraints": constraints} if constraints else field


def read_descriptor(content: bytes, files: Iterable[str]) -> int:
    """Return the version of a package; raise an error unless its descriptor is that of a review and of these files.

    Raises:
        DocumentError: with every problem.
    """
    if len(content) > _LONGEST:
        raise DocumentError(
            "the descriptor is too large",
            where=DESCRIPTOR,
            got=f"{len(content):,} bytes",
            expected=f"at most {_LONGEST:,} bytes",
        )
    package = parsed(decoded(content.removeprefix(BOM_UTF8), DESCRIPTOR))
    problems: list[FieldError] = []
    mark = package.get("aseansc")
    known = {version: {"schema": SCHEMA, "version": version} for version in VERSIONS}
    version = next((version for version, wanted in known.items() if mark == wanted), None)
    if version is None:
        problems.append(
            FieldError(
                "not a package of a review, or of an unknown version",
                where=f"{DESCRIPTOR}, $.aseansc",
                got=mark,
                expected=" or ".join(map(repr, known.values())),
            )
        )
    resources = package.get("resources")
    items = cast("list[object]", resources) if isinstance(resources, list) else []
    paths = [cast("dict[str, Any]", item).get("path") if isinstance(item, dict) else None for item in items]
    if sorted(map(str, paths)) != sorted(files):
        problems.append(
            FieldError(
                "the resources do not match the files of the package",
                where=f"{DESCRIPTOR}, $.resources",
                got=paths,
                expected=", ".join(sorted(files)),
            )
        )
    if problems or version is None:
        raise refusal(NOT_A_REVIEW, problems)
    return version
