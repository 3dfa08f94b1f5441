"""Files as others read them: without what only this library understands; and reviews that differ in one field."""

from __future__ import annotations

import copy
import functools
import json as plain_json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from aseansc.codelists import CodeList
from aseansc.errors import AseanscError
from aseansc.interchange import Loss, iati, json, sdmx
from aseansc.reviews import Review

# -- strangers


def iati_as_read_by_others(review: Review, *, comments: bool = True) -> bytes:
    """Return an IATI file without the elements of aseansc; on request also without comments, which are free text."""
    root = etree.fromstring(iati.dumps(review).encode())
    names = "//aseansc:*" if comments else "//aseansc:* | //comment"
    for element in root.xpath(names, namespaces={"aseansc": "urn:aseansc:review:2"}):
        if element.getparent() is not None:
            element.getparent().remove(element)
    return etree.tostring(root)


def sdmx_as_read_by_others(review: Review) -> bytes:
    """Return the data of an SDMX-ML document, without the header and the processing instruction."""
    root = etree.fromstring(sdmx.dumps(review).encode())
    return b"".join(etree.tostring(row) for row in root.iter("{*}Obs"))


# -- reviews that differ in one field


class Variant(NamedTuple):
    kind: str
    record: str
    field: str
    """The field and the fields in it, such as ``citation.governed_by``."""
    review: Review


_RECORDS = {
    "documents": "Document", "units": "Unit", "sections": "Section", "instruments": "Instrument",
    "indicators": "Indicator", "observations": "Observation", "targets": "Target", "mentions": "Mention",
    "findings": "Finding",
}  # fmt: skip
_CLAIMS = {"change": "ChangeClaim", "attainment": "AttainmentClaim", "share": "ShareClaim"}
_OTHER = {
    "unit": ["person", "household", "percent", "VND", "hectare", "rank"],
    "place": ["VN", "VN-01", "VN-02"],
}


@functools.cache
def _code_lists() -> list[list[str]]:
    return [[str(member) for member in found] for found in CodeList.__subclasses__()]


def _candidates(key: str, value: Any) -> Iterator[Any]:
    """Yield other values of a field, of which most are not valid."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, str):
        for codes in [*_code_lists(), _OTHER.get(key, [])]:
            if value in codes:
                yield from (code for code in codes if code != value)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            yield f"{int(value[:4]) + 1}{value[4:]}"
        yield from (f"{value}7", f"7{value}", f"{value} x", f"{value}x", f"{value}:x")


def _leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of everything that may be left out or changed."""
    for key, item in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, key)
        if not (path == () and key == "extra"):
            yield from _leaves(item, (*path, key))


def _renamed(data: Any, old: str, new: str) -> Any:
    if isinstance(data, dict):
        return {key: _renamed(item, old, new) for key, item in data.items()}
    if isinstance(data, list):
        return [_renamed(item, old, new) for item in data]
    return new if data == old else data


def _changed(document: dict[str, Any], path: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    around: Any = document
    for key in path[:-1]:
        around = around[key]
    if path[-1] in ("id", "code") and path != ("id",):
        yield _renamed(document, around[path[-1]], f"{around[path[-1]]}7")
        return
    candidates = [] if len(path) == 2 and isinstance(path[1], int) else _candidates(str(path[-1]), around[path[-1]])
    for new in [*candidates, None]:
        other = copy.deepcopy(document)
        inside: Any = other
        for key in path[:-1]:
            inside = inside[key]
        if new is None:
            del inside[path[-1]]
        else:
            inside[path[-1]] = new
        yield other


def _named(document: dict[str, Any], path: tuple[Any, ...]) -> tuple[str, str, str]:
    names = [str(key) for key in path if isinstance(key, str)]
    if len(path) < 2 or not isinstance(path[1], int):
        return "Review", document["id"], ".".join(names)
    record = document[path[0]][path[1]]
    kind = _CLAIMS[record["type"]] if path[0] == "claims" else _RECORDS[path[0]]
    ident = record.get("id") or record.get("code") or record["citation"]["printed"]
    return kind, ident, ".".join(names[1:])


def variants(review: Review, choose: Any) -> Iterator[Variant]:
    """Yield valid reviews that differ from one in a single field.

    Args:
        review: the review.
        choose: a function that chooses from the paths of all fields.
    """
    document: dict[str, Any] = plain_json.loads(json.dumps(review))
    lists = {(name,) for name in (*_RECORDS, "claims", "schema", "version")}
    paths = [path for path in _leaves(document) if path not in lists]
    for path in choose(paths):
        kind, record, field = _named(document, path)
        for other in _changed(document, path):
            try:
                found = json.loads(plain_json.dumps(other))
            except AseanscError:
                continue
            if found != review:
                yield Variant(kind, record, field, found)
                break


# -- losses


def names(loss: Loss, variant: Variant) -> bool:
    """Return whether a loss names the field in which a variant differs."""
    kinds, _, fields = (loss.kind or loss.what).partition(", ")
    if fields == "languages other than English and Vietnamese":
        return "others" in variant.field.split(".")
    if kinds == "Review":  # a field of the review itself, or all records in it
        name = loss.record or fields
        return (
            f"{variant.field}.".startswith(f"{name}.")
            if variant.kind == "Review"
            else _RECORDS.get(name) == variant.kind
        )
    if variant.kind not in kinds.split(" and ") or loss.record not in ("", variant.record):
        return False
    if fields == "except its id and name":
        return variant.field.split(".")[0] not in ("id", "name")
    if fields in ("except its id", "its definition"):
        return variant.field not in ("id", "code", "")
    return not fields or any(f"{variant.field}.".startswith(f"{field}.") for field in fields.split(", "))
