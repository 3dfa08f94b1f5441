"""The times of figures that follow from the figures before them in a report, so that each time is asked only once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aseansc.drafts._cited_figures import FIGURES, OF_TIME, cell_column_of, cited_figures, sentence_of
from aseansc.drafts._match_figures import value_of
from aseansc.drafts._partials import NOT_GIVEN, Gap, PartialRecord, fields_of
from aseansc.periods import TimeBasis


def with_times(fields: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields of a draft in which figures without a time have that of the figure before them.

    It is the one before in their sentence, or in the sentence right before, if that is in the same paragraph; for the
    cell of a table, the one before in its column. A figure that needs no time, or that has no such figure before it,
    stays as it is. The second result has the locations of the gaps that figures have because the one before has them.
    """
    if not any(_is_open(record) for name in FIGURES for record in fields[name]):
        return fields, frozenset()
    made = {name: list(fields[name]) for name in FIGURES}
    last: Any = None
    in_columns: dict[object, Any] = {}
    again: set[str] = set()
    for *_, name, number in sorted(cited_figures(fields)):
        record = made[name][number]
        column = cell_column_of(record)
        if _is_open(record):
            taken = _taken_times(record, last if column is None else in_columns.get(column))
            again.update(f"{name}[{number}].{one}" for one, value in taken.items() if isinstance(value, Gap))
            made[name][number] = record = _with_fields(record, taken)
        last = in_columns[column] = record
    return {**fields, **{name: tuple(records) for name, records in made.items()}}, frozenset(again)


def _goes_on(last: Any, record: PartialRecord) -> bool:
    """Return whether a figure is the first of the sentence right after that of the last one, in its paragraph.

    A number before the figure may be another figure, which was deleted: it, and not the last one, had the time. A
    proposed time is not that of an answer.
    """
    earlier = sentence_of(last)
    if earlier is None or sentence_of(record) != (*earlier[:2], earlier[2] + 1) or "time_basis" in record:
        return False
    is_proposed = isinstance(last, PartialRecord) and "time" in last.proposed
    return not is_proposed and not any(map(str.isdigit, record.context.partition("【")[0]))


def _taken_times(record: PartialRecord, last: Any) -> dict[str, Any]:
    """Return the fields of a time that a figure takes from the one before it; a gap if that lacks its time, too.

    The sentence after that of the time does not state it, so that the figure takes no basis.
    """
    is_same = sentence_of(last) == sentence_of(record)
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


def _is_open(record: Any) -> bool:
    """Return whether a figure of a sentence or a cell has neither the time that it needs nor a gap for it."""
    if not isinstance(record, PartialRecord) or record.context == "" or "time" in record:
        return False
    is_located = sentence_of(record) is not None or cell_column_of(record) is not None
    return fields_of(record.record_type)["time"] and is_located


def times_printed(mentions: Iterable[Any]) -> frozenset[object]:
    """Return the times that the sentences of a report print, each with its sentence."""
    return frozenset((value_of(one, "content"), sentence_of(one)) for one in mentions)


def with_time_basis(record: Any, printed: frozenset[object]) -> Any:
    """Return a figure of a report with the basis that follows from its time, unless it has one or no time.

    The time is stated if its sentence prints it; otherwise it is carried from elsewhere. It is asked if its sentence is
    not known, as in a draft of an earlier version.
    """
    if not isinstance(record, PartialRecord) or record.context == "" or "time_basis" in record:
        return record
    time, sentence = record.get("time"), sentence_of(record)
    if isinstance(time, Gap | None):
        return record
    basis = TimeBasis.STATED if (time, sentence) in printed else TimeBasis.CARRIED
    return _with_fields(record, {"time_basis": NOT_GIVEN if sentence is None else basis})
