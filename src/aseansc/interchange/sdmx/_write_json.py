"""Write SDMX-JSON 2.0 data messages."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from aseansc.codelists import Absent
from aseansc.interchange.sdmx._data_structure import (
    AGENCY,
    ATTRIBUTES,
    COLUMNS,
    DIMENSIONS,
    MEASURE,
    SHARED,
    CodeListDefinition,
    Component,
    Row,
    slug,
)
from aseansc.interchange.sdmx._write_rows import rows
from aseansc.interchange.sdmx._write_structure import dataflow_urn, review_codelists
from aseansc.reviews import Review
from aseansc.texts import Text

_SCHEMA: Final = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/"
    "sdmx-json-data-schema.json"
)
_SIZE_OF_KEY: Final = len(DIMENSIONS)
_LISTED: Final = ("FIGURE_ID",)
"""Components that are listed in the structure although they are texts: the reader notices if rows were sorted."""
_number: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?").fullmatch


def json_text(review: Review, prepared: dt.date) -> str:
    """Return the data message of a review: one data set, whose dimensions are all at the level of observations.

    Each number has the digits of the review: ``12.0`` stays ``12.0``.
    """
    table = list(rows(review))
    coded = {
        component.id: list(dict.fromkeys(row[at] for row in table if row[at]))
        for at, component in enumerate((*DIMENSIONS, MEASURE, *ATTRIBUTES))
        if at < _SIZE_OF_KEY or component.id in _LISTED or not _is_free(component)
    }
    content: dict[str, Any] = {
        "meta": {
            "schema": _SCHEMA,
            "id": f"DATA_{slug(review.id)}",
            "prepared": f"{prepared.isoformat()}T00:00:00",
            "test": False,
            "contentLanguages": ["en", "vi"],
            "sender": {"id": AGENCY},
        },
        "data": {"structures": [_structure(review, coded)], "dataSets": []},
    }
    start, _, end = json.dumps(content, ensure_ascii=False, indent=1).rpartition('"dataSets": []')
    lines = ",\n".join(_observations(table, coded))
    opening = '"dataSets": [{"structure": 0, "action": "Information", "observations": {\n'
    return f"{start}{opening}{lines}\n}}}}]{end}\n"


def _is_free(component: Component) -> bool:
    """Return whether the values of a component are texts or numbers, not codes."""
    return not isinstance(component.values, CodeListDefinition) and not component.values.startswith("CL_")


def _observations(table: Sequence[Row], coded: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the line of each row: the indexes of its key, then its value and its attributes."""
    indexes = [_indexes(coded.get(name)) for name in COLUMNS]
    for row in table:
        cells = list(map(_index, indexes, row))
        value = row[_SIZE_OF_KEY]
        if _number(value):
            cells[_SIZE_OF_KEY] = value
        while len(cells) > _SIZE_OF_KEY + 1 and cells[-1] == "null":
            cells.pop()
        yield f'"{":".join(cells[:_SIZE_OF_KEY])}": [{", ".join(cells[_SIZE_OF_KEY:])}]'


def _indexes(codes: Sequence[str] | None) -> dict[str, str] | None:
    return None if codes is None else {code: str(at) for at, code in enumerate(codes)}


def _index(index: Mapping[str, str] | None, cell: str) -> str:
    """Return a cell in JSON: the index of its code, or its text."""
    if not cell:
        return "null"
    return json.dumps(cell, ensure_ascii=False) if index is None else index[cell]


def _structure(review: Review, coded: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    names = {list_id: {item.id: item.name for item in items} for list_id, _, items in review_codelists(review)}
    for shared in SHARED:
        names[shared.id] = {code: Text(en=name.en, vi=name.vi) for code, name in shared.codes.items()}

    def described(components: Sequence[Component], first: int | None = None) -> list[dict[str, Any]]:
        return [
            _component(item, coded.get(item.id), names, None if first is None else first + at)
            for at, item in enumerate(components)
        ]

    return {
        "links": [{"urn": dataflow_urn(review.id), "rel": "dataflow"}],
        **_named(review.title),
        "dimensions": {"dataSet": [], "series": [], "observation": described(DIMENSIONS, 0)},
        "measures": {"observation": described([MEASURE])},
        "attributes": {"dataSet": [], "series": [], "observation": described(ATTRIBUTES)},
        "dataSets": [0],
    }


def _component(
    component: Component,
    codes: Sequence[str] | None,
    names: Mapping[str, Mapping[str, Text]],
    position: int | None,
) -> dict[str, Any]:
    content: dict[str, Any] = {"id": component.id, **_named(Text(en=component.name.en, vi=component.name.vi))}
    if position is not None:
        content["keyPosition"] = position
        content["roles"] = [component.id]
    if codes and _is_free(component):
        content["values"] = [{"value": code} for code in codes]
    elif codes:
        found = names[component.values if isinstance(component.values, str) else component.values.id]
        content["values"] = [{"id": code, **(_named(found[code]) if code in found else {})} for code in codes]
    return content


def _named(text: Text) -> dict[str, Any]:
    names = {"en": text.en, **({} if isinstance(text.vi, Absent) else {"vi": text.vi}), **dict(text.others)}
    return {"name": text.en, "names": names}
