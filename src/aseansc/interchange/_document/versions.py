"""Versions of the documents: which fields were renamed, and how a document of an older version is brought up to date.

Every format has the fields of the JSON document, so one table of renamed fields serves them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

SCHEMA: Final = "aseansc/review"
"""The value of the field ``schema`` in the document of a review."""

DRAFT_SCHEMA: Final = "aseansc/draft"
"""The value of the field ``schema`` in the document of a draft."""

VERSION: Final = 2
"""The version that is written."""

_RENAMED: Final[Mapping[int, Mapping[str, Mapping[str, str]]]] = {
    1: {"targets": {"basis": "time_basis"}, "claims": {"basis": "time_basis"}},
}
"""For each older version and each list of records: the fields that the next version renamed."""

VERSIONS: Final = (*sorted(_RENAMED), VERSION)
"""The versions that are read."""


_ADDED: Final[Mapping[str, tuple[str, ...]]] = {
    "documents": ("order", "file_sha256", "media_type", "reading"),
    "sections": ("citation.locator",),
    "instruments": ("citation.locator",),
    "indicators": (
        *("base_period", "standard", "net", "statistic"),
        *("inflows", "outflows", "flows_complete", "structure_stated"),
    ),
    "observations": ("value.form", "standard", "sampling_error", "confidentiality", "revises", "citation.locator"),
    "targets": ("value.form", "breakdown", "revises", "citation.locator"),
    "claims": ("revises", "citation.locator", "price_basis", "price_period"),
    "mentions": ("citation.locator",),
}
"""For each list of records: the fields that were added to version 2 after the first documents of that version."""


def was_added(records: str, field: str) -> bool:
    """Return whether a field was added later, so that tables written before do not have its columns."""
    return any(field == name or field.startswith(f"{name}.") for name in added_fields(records))


def added_fields(records: str) -> tuple[str, ...]:
    """Return the fields of some records that were added to the present version later."""
    return _ADDED.get(records, ())


def renamed_fields(version: int, records: str) -> dict[str, str]:
    """Return the present name of every field of some records that was renamed since a version.

    Args:
        version: one of `VERSIONS`.
        records: name of a list of the document, such as ``targets``.
    """
    names: dict[str, str] = {}
    for step in range(version, VERSION):
        newer = _RENAMED[step].get(records, {})
        names = {**{old: newer.get(name, name) for old, name in names.items()}, **newer}
    return names


def migrated(document: dict[str, Any], version: int) -> dict[str, Any]:
    """Return the fields of a document of an older version under their present names.

    A document of version 1 is read as written: its numbers with three decimals get the resolution that they show.
    Malformed parts, such as a text in place of a list, are returned unchanged so that the reader reports them.
    """
    if version == 1:
        document = with_resolutions(document)
    for records in {name for step in range(version, VERSION) for name in _RENAMED[step]}:
        items: Any = document.get(records)
        if items.__class__ is list:
            names = renamed_fields(version, records)
            document = {**document, records: [_with_names(item, names) for item in items]}
    return document


def with_resolutions(data: Any) -> Any:
    """Return data of version 1 in which each magnitude with three decimals has its resolution beside it."""
    if data.__class__ is list:
        return [with_resolutions(item) for item in data]
    if data.__class__ is not dict:
        return data
    if "magnitude" not in data:
        return {name: item if name == "extra" else with_resolutions(item) for name, item in data.items()}
    if "resolution" in data or not has_three_decimals(data.get("magnitude"), data.get("upper")):
        return data
    return {**data, "resolution": "0.001"}


def has_three_decimals(*ends: object) -> bool:
    """Return whether the ends of a figure, of which one may be missing, are written with three decimals at most."""
    return max((len(text.partition(".")[2]) for text in ends if isinstance(text, str)), default=0) == _THREE


_THREE: Final = 3


def _with_names(record: Any, names: Mapping[str, str]) -> Any:
    if record.__class__ is not dict or not any(old in record and new not in record for old, new in names.items()):
        return record
    return {names.get(name, name): value for name, value in record.items()}
