r"""What the text of one cell says, and how a thing is written in one.

An empty cell is the default. ``not_stated``, ``not_applicable`` and ``qualitative`` are absences. A cell that begins
with ``?`` is a gap, with ``??`` one of its whole group, and with ``→`` the number of a long text. A text that looks
like one of these, or begins with a backslash, has a backslash before it. The items of a list stand between
semicolons, with ``\;`` for a semicolon in one.
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
    """Stands in the data for a cell that says nothing; every reader refuses it, and its problem is told instead.

    Args:
        problem: what is wrong.
        placed: whether the problem says where in the tables it is; else it says at most where in the cell.
    """

    def __init__(self, problem: AseanscError, *, placed: bool = False) -> None:
        self.problem = problem
        self.placed = placed


def escaped(text: str) -> str:
    """A text as a cell shows it: with a backslash where it would say something else."""
    return _ESCAPE + text if text.startswith((GAP, LONG, _ESCAPE)) or text in _ABSENCES else text


# -- writing


def written(value: Any, column: Column) -> str:
    """The text of a cell for a value of JSON data that fits its column; "" for nothing."""
    if value is None:
        return ""
    if value.__class__ in (list, dict) and column.form is not Form.JSON and _has_gaps(value):
        return _GAPS + _json(value)
    return escaped(_WRITERS[column.form](value))


def _has_gaps(value: Any) -> bool:
    items: list[Any] = list(value.values()) if value.__class__ is dict else value
    return any(item.__class__ is dict and ("gap" in item or "partial" in item) for item in items)


def gap_written(gap: dict[str, Any], *, of_group: bool) -> str:
    """The text of a cell that is a gap, or the first of a group that is one: its reason after a question mark."""
    reason: dict[str, Any] = gap["gap"]
    sign = GAP * 2 if of_group else GAP
    if reason == _NOT_GIVEN:
        return sign
    others = [f"{tag}: {words}" for tag, words in reason.get("others", {}).items()]
    vi = [f"vi: {reason['vi']}"] if "vi" in reason else []
    return f"{sign} {_list([reason['en'], *vi, *others])}"


_NOT_GIVEN: Final = {"en": NOT_GIVEN.reason.en, "vi": NOT_GIVEN.reason.vi}
_GAPS: Final = "?json "
"""Before data with gaps that no cell has a form for."""


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
    """The absence that a cell says; None where it says something else."""
    if text not in _ABSENCES:
        return None
    if not column.absent:
        expected = "a text, with a backslash before it if this is one" if column.form is Form.TEXT else ""
        return Unreadable(FieldError("cannot be absent", got=text, expected=expected))
    return {"absent": text}


def gap_read(text: str) -> Any:
    """The JSON data of a gap, or of what has gaps in it."""
    if text.startswith(_GAPS):
        return plain_json.loads(text.removeprefix(_GAPS))
    words = text.lstrip(GAP).strip()
    if not words:
        return {"gap": dict(_NOT_GIVEN)}
    try:
        en, *items = _read_list(words)
        others = _read_translations(_list(items)) if items else {}
    except AseanscError:  # somebody's own words
        en, others = words, {}
    vi = {"vi": others.pop("vi")} if "vi" in others else {}
    return {"gap": {"en": en, **vi, **({"others": others} if others else {})}}


def is_gap_of_group(text: str) -> bool:
    """Whether a cell says that all its group is to be filled in."""
    return text.startswith(GAP * 2)


def read(text: str, column: Column) -> Any:
    """The JSON data that a cell says, which is no absence."""
    if text.startswith(GAP):
        return Unreadable(FieldError(f"a gap: {_why(text)}"))
    plain = text.removeprefix(_ESCAPE)
    try:
        return _READERS[column.form](plain)
    except AseanscError as problem:
        return Unreadable(problem)


def _why(text: str) -> str:
    """The reason that the cell of a gap gives, as far as it can be read."""
    try:
        return str(gap_read(text)["gap"]["en"])
    except (AseanscError, KeyError):
        return text.lstrip(GAP).strip() or "to be filled in"


_INT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,16})")


def _read_int(text: str) -> int:
    if not _INT.fullmatch(text):
        raise FieldError("not a whole number", got=text, expected="digits, such as 4405")
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
        raise FieldError("an item of the list is empty", got=text, expected="items between semicolons: a; b")
    return items


def _unescaped_items(text: str) -> Iterator[str]:
    position = 0
    while True:
        match = _ITEM.match(text, position)
        if match is None:
            raise FieldError(
                "a backslash that stands before neither a semicolon nor a backslash",
                got=text,
                expected=r"items between semicolons, with \; for a semicolon in one and \\ for a backslash",
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
                "not the place of some words, and the words",
                got=item,
                expected="start-end: words, as in 4380-4383: ước",
            )
        found.append({"start": int(match[1]), "end": int(match[2]), "printed": match[3]})
    return found


def _read_translations(text: str) -> dict[str, str]:
    pairs: list[tuple[str, str]] = []
    for item in _read_list(text):
        tag, colon, words = item.partition(":")
        if not colon:
            raise FieldError("no language before the words", got=item, expected="tag: words, as in lo: …")
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
