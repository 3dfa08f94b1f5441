"""The times of figures that follow from the figure before them, so that the time of a sentence is asked only once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from aseansc.citations import Citation
from aseansc.drafts._match_figures import value_of
from aseansc.drafts._partials import NOT_GIVEN, Gap, PartialRecord, fields_of
from aseansc.drafts._templates import unchecked

_FIGURES: Final = ("observations", "targets", "claims")
OF_TIME: Final = ("time", "time_basis")
"""The fields of the time of a figure, which are answered together."""
_MARKED: Final = re.compile("([^【】]*)【([^【】]*)】([^【】]*)")
"""The words before a figure in its context, the figure, and the words after it."""


def with_times(fields: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields of a draft in which figures without a time have that of the figure before in their sentence.

    A figure that needs no time, or that is the first of its sentence, stays as it is. The second result has the
    locations of the gaps that figures have because the figure before has them.
    """
    if not any(_is_open(record) for name in _FIGURES for record in fields[name]):
        return fields, frozenset()
    made = {name: list(fields[name]) for name in _FIGURES}
    last: Any = None
    before = ""
    again: set[str] = set()
    for *_, name, number in sorted(_cited(fields)):
        record = made[name][number]
        context = _context_of(record)
        if _is_open(record) and _are_of_one_sentence(before, context):
            taken = _taken_times(record, last)
            again.update(f"{name}[{number}].{one}" for one, value in taken.items() if isinstance(value, Gap))
            made[name][number] = record = _with_fields(record, taken)
        last, before = record, context
    return {**fields, **{name: tuple(records) for name, records in made.items()}}, frozenset(again)


def _context_of(record: Any) -> str:
    return record.context if isinstance(record, PartialRecord) else ""


def _taken_times(record: PartialRecord, last: Any) -> dict[str, Any]:
    """Return the fields of a time that a figure takes from the one before it; a gap if that lacks its time, too."""
    found = {one: value_of(last, one) for one in OF_TIME if one not in record}
    if _is_open(last):
        found["time"] = NOT_GIVEN
    return {one: value for one, value in found.items() if value is not None}


def _with_fields(record: PartialRecord, taken: dict[str, Any]) -> PartialRecord:
    whole = {**record, **taken}
    fields = {one: whole[one] for one in fields_of(record.record_type) if one in whole}
    return unchecked(record.record_type, fields, record.origin)


def _are_of_one_sentence(first: str, second: str) -> bool:
    """Return whether two contexts are of one sentence: long ones are cut around their figures."""
    earlier, later = _MARKED.fullmatch(first), _MARKED.fullmatch(second)
    if earlier is None or later is None:
        return False
    (_, printed, after), (before, figure, _) = earlier.groups(), later.groups()
    if "".join(earlier.groups()) == "".join(later.groups()):
        return len(before) > len(earlier[1])  # otherwise, the sentence is printed twice
    return any(before.endswith(printed + after[: found.start()]) for found in re.finditer(re.escape(figure), after))


def _cited(fields: dict[str, Any]) -> Iterator[tuple[str, int, str, int]]:
    """Yield the document, position, table and number of each figure whose citation has a position."""
    for name in _FIGURES:
        for number, record in enumerate(fields[name]):
            citation = value_of(record, "citation")
            if isinstance(citation, Citation) and isinstance(citation.start, int):
                yield str(citation.document), citation.start, name, number


def _is_open(record: Any) -> bool:
    """Return whether a figure of a sentence has neither the time that it needs nor a gap for it."""
    if not isinstance(record, PartialRecord) or record.context == "" or "time" in record:
        return False
    return fields_of(record.record_type)["time"]
