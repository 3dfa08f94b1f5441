r"""Write values to the cells of a table as strings, and read them back.

An empty cell means the default. ``not_stated``, ``not_applicable`` and ``qualitative`` are absences. A cell that begins
with ``?`` is a gap, with ``??`` a gap for the whole group; ``→`` begins a reference to a long text. A string that would
look like one of these, or begins with a backslash, is written with a backslash before it. The items of a list are
separated by semicolons, with ``\;`` for a semicolon inside an item.
"""

from __future__ import annotations

import json as plain_json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from aseansc.codelists import Absent
from aseansc.drafts._partials import NOT_GIVEN
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._scalars import RepeatedKeys
from aseansc.interchange._tables._columns import Column, Form
from aseansc.interchange.json import parsed

GAP: Final = "?"
LONG: Final = "→"
_ESCAPE: Final = "\\"
_ABSENCES: Final = frozenset(way.value for way in Absent)


class Unreadable:
    """Placeholder in the data for a cell that cannot be read; every reader refuses it, and `problem` is reported.

    Args:
        problem: the problem of the cell.
        located: whether the problem has its location in the tables already; otherwise at most that inside the cell.
    """

    def __init__(self, problem: AseanscError, *, located: bool = False) -> None:
        self.problem = problem
        self.located = located


def escaped(text: str) -> str:
    """Return a string for a cell, with a backslash before it if it would be read as something else."""
    return _ESCAPE + text if text.startswith((GAP, LONG, _ESCAPE)) or text in _ABSENCES else text


# -- writing


def written(value: Any, column: Column) -> str:
    """Return the string in a cell for a JSON value of its column; "" for None."""
    if value is None:
        return ""
    if value.__class__ in (list, dict) and column.form is not Form.JSON and _has_gaps(value):
        return _GAPS + _json(value)
    return escaped(_WRITERS[column.form](value))


def _has_gaps(value: Any) -> bool:
    items: list[Any] = list(value.values()) if value.__class__ is dict else value
    return any(item.__class__ is dict and ("gap" in item or "partial" in item) for item in items)


def gap_written(gap: dict[str, Any], *, of_group: bool) -> str:
    """Return the string in the cell of a gap: its reason after ``?``, or ``??`` in the first cell of a whole group."""
    reason: dict[str, Any] = gap["gap"]
    sign = GAP * 2 if of_group else GAP
    if reason == _NOT_GIVEN:
        return sign
    others = [f"{tag}: {words}" for tag, words in reason.get("others", {}).items()]
    vi = [f"vi: {reason['vi']}"] if "vi" in reason else []
    return f"{sign} {_list([reason['en'], *vi, *others])}"


_NOT_GIVEN: Final = {"en": NOT_GIVEN.reason.en, "vi": NOT_GIVEN.reason.vi}
_GAPS: Final = "?json "
"""The prefix of JSON data with gaps inside a list or mapping, which has no other form in a cell."""


def _same(value: Any) -> str:
    return str(value)


def _list(items: list[str]) -> str:
    return "; ".join([item.replace(_ESCAPE, r"\\").replace(";", r"\;") for item in items])


def _spans(spans: list[dict[str, Any]]) -> str:
    return _list([f"{span['start']}-{span['end']}: {span['printed']}" for span in spans])


def _translations(others: dict[str, str]) -> str:
    return _list([f"{tag}: {words}" for tag, words in others.items()])


def _json(value: Any) -> str:
    return plain_json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


_WRITERS: Final[Mapping[Form, Callable[[Any], str]]] = {
    Form.TEXT: _same,
    Form.DECIMAL: _same,
    Form.INT: _same,
    Form.BOOL: lambda value: "true" if value else "false",
    Form.DAY: _same,
    Form.CODE: _same,
    Form.UNIT: _same,
    Form.LIST: _list,
    Form.SPANS: _spans,
    Form.TRANSLATIONS: _translations,
    Form.JSON: _json,
}


# -- reading


def absence(text: str, column: Column) -> dict[str, str] | Unreadable | None:
    """Return the JSON data of an absence, or None if the cell contains something else."""
    if text not in _ABSENCES:
        return None
    if not column.absent:
        expected = f"a value; if {text} is the text itself, write \\{text}" if column.form is Form.TEXT else ""
        return Unreadable(FieldError("this field cannot be absent", got=text, expected=expected))
    return {"absent": text}


def gap_read(text: str) -> Any:
    """Return the JSON data of a gap, or of a list or mapping that contains gaps."""
    if text.startswith(_GAPS):
        return plain_json.loads(text.removeprefix(_GAPS))
    words = text.lstrip(GAP).strip()
    if not words:
        return {"gap": dict(_NOT_GIVEN)}
    try:
        en, *items = _read_list(words)
        others = _read_translations(_list(items)) if items else {}
    except AseanscError:  # free text that a person wrote
        en, others = words, {}
    vi = {"vi": others.pop("vi")} if "vi" in others else {}
    return {"gap": {"en": en, **vi, **({"others": others} if others else {})}}


def is_gap_of_group(text: str) -> bool:
    """Return whether a cell is a gap for its whole group."""
    return text.startswith(GAP * 2)


def read(text: str, column: Column) -> Any:
    """Return the JSON data of a cell that is not an absence."""
    if text.startswith(GAP):
        return Unreadable(FieldError(f"a gap: {_why(text)}"))
    plain = text.removeprefix(_ESCAPE)
    try:
        return _READERS[column.form](plain)
    except AseanscError as problem:
        return Unreadable(problem)


def _why(text: str) -> str:
    """Return the reason in the cell of a gap, as far as it can be read."""
    try:
        return str(gap_read(text)["gap"]["en"])
    except (AseanscError, KeyError):
        return text.lstrip(GAP).strip() or "to be filled in"


_INT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,16})")


def _read_int(text: str) -> int:
    if not _INT.fullmatch(text):
        raise FieldError("not a whole number", got=text, expected="digits only, such as 4405")
    return int(text)


def _read_bool(text: str) -> bool:
    if text not in ("true", "false"):
        raise FieldError("neither true nor false", got=text, expected="true or false")
    return text == "true"


_ITEM: Final = re.compile(r"((?:[^;\\]|\\[;\\])*)(;|\Z)")
_ESCAPED: Final = re.compile(r"\\([;\\])")


def _read_list(text: str) -> list[str]:
    plainly = [item.strip(" \t\r\n") for item in text.split(";")]  # nearly every list, and much quicker
    items = list(_unescaped_items(text)) if _ESCAPE in text else plainly
    if "" in items:
        raise FieldError(
            "an item of the list is empty", got=text, expected="items separated by semicolons, such as a; b"
        )
    return items


def _unescaped_items(text: str) -> Iterator[str]:
    position = 0
    while True:
        match = _ITEM.match(text, position)
        if match is None:
            raise FieldError(
                "a backslash that is not followed by a semicolon or a backslash",
                got=text,
                expected=r"items separated by semicolons, with \; for a semicolon, \\ for a backslash inside an item",
            )
        yield _ESCAPED.sub(r"\1", match[1].strip(" \t\r\n"))
        if not match[2]:
            return
        position = match.end()


_SPAN: Final = re.compile(r"([0-9]{1,16})-([0-9]{1,16}): *([\s\S]+)")


def _read_spans(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for item in _read_list(text):
        match = _SPAN.fullmatch(item)
        if match is None:
            raise FieldError(
                "not a position range followed by words",
                got=item,
                expected="start-end: words, such as 4380-4383: ước",
            )
        found.append({"start": int(match[1]), "end": int(match[2]), "printed": match[3]})
    return found


def _read_translations(text: str) -> dict[str, str]:
    pairs: list[tuple[str, str]] = []
    for item in _read_list(text):
        tag, colon, words = item.partition(":")
        if not colon:
            raise FieldError("the language tag is missing", got=item, expected="tag: words, such as lo: …")
        pairs.append((tag, words.strip(" \t\r\n")))
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else RepeatedKeys.of(list[tuple[str, Any]](pairs))


def _read_json(text: str) -> Any:
    return parsed(text)


_READERS: Final[Mapping[Form, Callable[[str], Any]]] = {
    Form.TEXT: _same,
    Form.DECIMAL: _same,
    Form.INT: _read_int,
    Form.BOOL: _read_bool,
    Form.DAY: _same,
    Form.CODE: _same,
    Form.UNIT: _same,
    Form.LIST: _read_list,
    Form.SPANS: _read_spans,
    Form.TRANSLATIONS: _read_translations,
    Form.JSON: _read_json,
}
