"""Write values to the cells of a table as strings."""

from __future__ import annotations

import json as plain_json
from collections.abc import Callable, Mapping
from typing import Any, Final

from aseansc.interchange._document.line_breaks import MISSING_WORDS
from aseansc.interchange._tables.cells import ABSENCES, ARROW, CHOICE, ESCAPE, GAP, GAPS, NOT_GIVEN_GAP
from aseansc.interchange._tables.columns import Column, Form

_MISREAD: Final = ABSENCES | MISSING_WORDS


def escaped(text: str) -> str:
    """Return a string for a cell, with a backslash before it if it would be read as something else."""
    return ESCAPE + text if text.startswith((GAP, ARROW, ESCAPE)) or text in _MISREAD else text


def written(value: Any, column: Column) -> str:
    """Return the string in a cell for a JSON value of its column; "" for None."""
    if value is None:
        return ""
    if value.__class__ in (list, dict) and column.form is not Form.JSON and _has_gaps(value):
        return GAPS + _json(value)
    return escaped(_WRITERS[column.form](value))


def _has_gaps(value: Any) -> bool:
    items: list[Any] = list(value.values()) if value.__class__ is dict else value
    return any(item.__class__ is dict and ("gap" in item or "partial" in item) for item in items)


def gap_written(gap: dict[str, Any], *, of_group: bool) -> str:
    """Return the string in the cell of a gap: its reason after ``?``, or ``??`` in the first cell of a whole group."""
    reason: dict[str, Any] = gap["gap"]
    sign = GAP * 2 if of_group else GAP
    choices = [f"{CHOICE}{answer}" for answer in gap.get("choices", ())]
    if reason == NOT_GIVEN_GAP and not choices:
        return sign
    others = [f"{tag}: {words}" for tag, words in reason.get("others", {}).items()]
    vi = [f"vi: {reason['vi']}"] if "vi" in reason else []
    return f"{sign} {_list([reason['en'], *vi, *others, *choices])}"


def _list(items: list[str]) -> str:
    return "; ".join([item.replace(ESCAPE, r"\\").replace(";", r"\;") for item in items])


def _spans(spans: list[dict[str, Any]]) -> str:
    return _list([f"{span['start']}-{span['end']}: {span['printed']}" for span in spans])


def _translations(others: dict[str, str]) -> str:
    return _list([f"{tag}: {words}" for tag, words in others.items()])


def _json(value: Any) -> str:
    return plain_json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


_WRITERS: Final[Mapping[Form, Callable[[Any], str]]] = {
    Form.TEXT: str,
    Form.DECIMAL: str,
    Form.INT: str,
    Form.BOOL: lambda value: "true" if value else "false",
    Form.DAY: str,
    Form.CODE: str,
    Form.UNIT: str,
    Form.LIST: _list,
    Form.SPANS: _spans,
    Form.TRANSLATIONS: _translations,
    Form.JSON: _json,
}
