"""Read the strings in the cells of a table to JSON data."""

from __future__ import annotations

import json as plain_json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from aseansc.drafts import Gap
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._document.read_json import parsed
from aseansc.interchange._document.scalars import RepeatedKeys
from aseansc.interchange._tables.cells import ABSENCES, CHOICE, ESCAPE, GAP, GAPS, NOT_GIVEN_GAP, Unreadable
from aseansc.interchange._tables.columns import Column, Form
from aseansc.texts import Text


def absence(text: str, column: Column) -> dict[str, str] | Unreadable | None:
    """Return the JSON data of an absence, or None if the cell contains something else."""
    if text not in ABSENCES:
        return None
    if not column.absent:
        expected = f"a value; if {text} is the text itself, write \\{text}" if column.form is Form.TEXT else ""
        return Unreadable(FieldError("this field cannot be absent", got=text, expected=expected))
    return {"absent": text}


def gap_read(text: str) -> Any:
    """Return the JSON data of a gap, or of a list or mapping that contains gaps."""
    if text.startswith(GAPS):
        return plain_json.loads(text.removeprefix(GAPS))
    words = text.lstrip(GAP).strip()
    if not words:
        return {"gap": dict(NOT_GIVEN_GAP)}
    try:
        return _gap_of_items(_read_list(words))
    except AseanscError:  # free text that a person wrote
        return {"gap": {"en": words}}


def _gap_of_items(items: Iterable[str]) -> dict[str, Any]:
    """Return the data of a gap for its reason, the translations and the likely answers.

    Raises:
        AseanscError: if the translations or answers are not valid.
    """
    en, *rest = items
    choices = [item.removeprefix(CHOICE) for item in rest if item.startswith(CHOICE)]
    others = _translations([item for item in rest if not item.startswith(CHOICE)])
    if isinstance(others, RepeatedKeys):
        raise FieldError("a language tag is repeated", got=others.repeated, expected="each once")
    vi = {"vi": others.pop("vi")} if "vi" in others else {}
    Gap(reason=Text(en="a reason", **vi, others=others), choices=choices)
    return {
        "gap": {"en": en, **vi, **({"others": others} if others else {})},
        **({"choices": choices} if choices else {}),
    }


def choices_in(text: str) -> list[str]:
    """Return the likely answers in the cell of a gap."""
    is_gap = text.startswith(GAP) and not text.startswith(GAPS) and CHOICE in text
    answers: list[str] = gap_read(text).get("choices", []) if is_gap else []
    return answers


def is_gap_of_group(text: str) -> bool:
    """Return whether a cell is a gap for its whole group."""
    return text.startswith(GAP * 2)


def read(text: str, column: Column) -> Any:
    """Return the JSON data of a cell that is not an absence."""
    if text.startswith(GAP):
        return Unreadable(FieldError(f"a gap: {_why(text)}"))
    plain = text.removeprefix(ESCAPE)
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
    items = list(_unescaped_items(text)) if ESCAPE in text else plainly
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


def _translations(items: list[str]) -> dict[str, str]:
    pairs: list[tuple[str, str]] = []
    for item in items:
        tag, colon, words = item.partition(":")
        if not colon:
            raise FieldError("the language tag is missing", got=item, expected="tag: words, such as lo: …")
        pairs.append((tag, words.strip(" \t\r\n")))
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else RepeatedKeys.of(list[tuple[str, Any]](pairs))


_READERS: Final[Mapping[Form, Callable[[str], Any]]] = {
    Form.TEXT: str,
    Form.DECIMAL: str,
    Form.INT: _read_int,
    Form.BOOL: _read_bool,
    Form.DAY: str,
    Form.CODE: str,
    Form.UNIT: str,
    Form.LIST: _read_list,
    Form.SPANS: _read_spans,
    Form.TRANSLATIONS: lambda text: _translations(_read_list(text)),
    Form.JSON: parsed,
}
