"""The times of figures that follow from the figure before them, so that the time of a sentence is asked only once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from aseansc.citations import Citation
from aseansc.drafts._match_figures import value_of
from aseansc.drafts._partials import NOT_GIVEN, Gap, PartialRecord, fields_of

_FIGURES: Final = ("observations", "targets", "claims")
OF_TIME: Final = ("time", "time_basis")
"""The fields of the time of a figure, which are answered together."""
MARKED: Final = re.compile("([^【】]*)【([^【】]*)】([^【】]*)")
"""The words before a figure in its context, the figure, and the words after it."""


def with_times(fields: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields of a draft in which figures without a time have that of the figure before them.

    It is the one before in their sentence, or in the sentence right before, if that is in the same paragraph. A figure
    that needs no time, or that has no such figure before it, stays as it is. The second result has the locations of the
    gaps that figures have because the figure before has them.
    """
    if not any(_is_open(record) for name in _FIGURES for record in fields[name]):
        return fields, frozenset()
    made = {name: list(fields[name]) for name in _FIGURES}
    last: Any = None
    again: set[str] = set()
    for *_, name, number in sorted(_cited(fields)):
        record = made[name][number]
        if _is_open(record):
            taken = _taken_times(record, last)
            again.update(f"{name}[{number}].{one}" for one, value in taken.items() if isinstance(value, Gap))
            made[name][number] = record = _with_fields(record, taken)
        last = record
    return {**fields, **{name: tuple(records) for name, records in made.items()}}, frozenset(again)


def _goes_on(last: Any, record: PartialRecord) -> bool:
    """Return whether a figure is the first of the sentence right after that of the last one, in its paragraph.

    A blank line is longer than one space. A number before the figure may be another figure, which was deleted: it, and
    not the last one, had the time. A proposed time is not that of an answer.
    """
    earlier, later = MARKED.fullmatch(_context_of(last)), MARKED.fullmatch(record.context)
    if earlier is None or later is None or "time" in last.proposed or "time_basis" in record:
        return False
    first, second = value_of(last, "citation"), value_of(record, "citation")
    if not isinstance(first, Citation) or not isinstance(second, Citation) or any(map(str.isdigit, later[1])):
        return False
    is_near = second.start - len(later[1]) - first.start - len(earlier[2] + earlier[3]) <= 1
    return is_near and (first.document, first.locator) == (second.document, second.locator)


def _context_of(record: Any) -> str:
    return record.context if isinstance(record, PartialRecord) else ""


def _taken_times(record: PartialRecord, last: Any) -> dict[str, Any]:
    """Return the fields of a time that a figure takes from the one before it; a gap if that lacks its time, too.

    The sentence after that of the time does not state it, so that the figure takes no basis.
    """
    is_same = _are_of_one_sentence(_context_of(last), record.context)
    if not is_same and not _goes_on(last, record):
        return {}
    names = OF_TIME if is_same else ("time",)
    found = {one: value_of(last, one) for one in names if one not in record}
    if _is_open(last):
        found["time"] = NOT_GIVEN
    return {one: value for one, value in found.items() if value is not None}


def _with_fields(record: PartialRecord, taken: dict[str, Any]) -> PartialRecord:
    whole = {**record, **taken}
    return record.with_fields({one: whole[one] for one in fields_of(record.record_type) if one in whole})


def _are_of_one_sentence(first: str, second: str) -> bool:
    """Return whether two contexts are of one sentence: long ones are cut around their figures."""
    earlier, later = MARKED.fullmatch(first), MARKED.fullmatch(second)
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
