"""The times of figures that follow from the figure before them, so that the time of a sentence is asked only once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from aseansc.citations import Citation
from aseansc.drafts._match_figures import value_of
from aseansc.drafts._partials import NOT_GIVEN, Gap, PartialRecord, fields_of
from aseansc.drafts._templates import unchecked

_FIGURES: Final = ("observations", "targets", "claims")
OF_TIME: Final = ("time", "time_basis")
"""The fields of the time of a figure, which are answered together."""


def with_times(fields: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields of a draft in which figures without a time have that of the figure before them in the text.

    So it is only for figures with a sentence that cite the same document. The second result has the locations of the
    gaps that they have because the figure before has them.
    """
    if not any(_is_open(record) for name in _FIGURES for record in fields[name]):
        return fields, frozenset()
    made = {name: list(fields[name]) for name in _FIGURES}
    last: dict[str, Any] = {}
    again: set[str] = set()
    for document, _, name, number in sorted(_cited(fields)):
        record = made[name][number]
        if _is_open(record) and document in last:
            made[name][number] = record = _with_time_of(record, last[document])
            again.update(f"{name}[{number}].{one}" for one in OF_TIME if _is_gap(record, one))
        last[document] = record
    return {**fields, **{name: tuple(records) for name, records in made.items()}}, frozenset(again)


def _with_time_of(record: PartialRecord, last: Any) -> PartialRecord:
    """Return a figure with the time of another one."""
    whole = {**record, **{one: value for one in OF_TIME if (value := value_of(last, one)) is not None}}
    fields = {one: whole[one] for one in fields_of(record.record_type) if one in whole}
    return unchecked(record.record_type, fields, record.origin)


def _is_gap(record: PartialRecord, name: str) -> bool:
    return isinstance(record.get(name, NOT_GIVEN), Gap)


def _cited(fields: dict[str, Any]) -> Iterator[tuple[str, int, str, int]]:
    """Yield the document, position, table and number of each figure whose citation has a position."""
    for name in _FIGURES:
        for number, record in enumerate(fields[name]):
            citation = value_of(record, "citation")
            if isinstance(citation, Citation) and isinstance(citation.start, int):
                yield str(citation.document), citation.start, name, number


def _is_open(record: Any) -> bool:
    """Return whether a figure of a sentence has neither a time nor a gap for it."""
    return isinstance(record, PartialRecord) and record.context != "" and "time" not in record
