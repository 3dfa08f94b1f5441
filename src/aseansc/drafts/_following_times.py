"""The times of figures that follow from the figure before them, so that the time of a sentence is asked only once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
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

    It is the one before in their sentence, or in their section if its time is asked, too. A figure that needs no time,
    or that has no such figure before it, stays as it is. The second result has the locations of the gaps that figures
    have because the figure before has them.
    """
    if not any(_is_open(record) for name in _FIGURES for record in fields[name]):
        return fields, frozenset()
    made = {name: list(fields[name]) for name in _FIGURES}
    starts = _starts_of_sections(fields.get("sections", ()))
    last: Any = None
    before, at = "", ("", 0)
    again: set[str] = set()
    for document, start, name, number in sorted(_cited(fields)):
        record = made[name][number]
        context, section = _context_of(record), (document, bisect_right(starts, start))
        if _is_open(record) and (_are_of_one_sentence(before, context) or (_is_asked(last) and section == at)):
            taken = _taken_times(record, last)
            again.update(f"{name}[{number}].{one}" for one, value in taken.items() if isinstance(value, Gap))
            made[name][number] = record = _with_fields(record, taken)
        last, before, at = record, context, section
    return {**fields, **{name: tuple(records) for name, records in made.items()}}, frozenset(again)


def _starts_of_sections(sections: Iterable[Any]) -> list[int]:
    """Return where the headings of sections start, in order."""
    citations = (value_of(section, "citation") for section in sections)
    return sorted(one.start for one in citations if isinstance(one, Citation) and isinstance(one.start, int))


def _is_asked(record: Any) -> bool:
    """Return whether the time of a figure was not known in its draft: it is a gap, or an answer without a basis."""
    is_needed = isinstance(record, PartialRecord) and record.context != "" and fields_of(record.record_type)["time"]
    return is_needed and "time_basis" not in record


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
