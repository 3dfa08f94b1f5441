"""How the times of figures of a draft are known, where that follows from the sentence that states them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aseansc.citations import Citation
from aseansc.drafts._following_times import MARKED
from aseansc.drafts._match_figures import value_of
from aseansc.drafts._partials import Gap, PartialRecord, fields_of
from aseansc.drafts._templates import unchecked
from aseansc.periods import AsOf, Period, TimeBasis


class StatedTimes:
    """The times that a report prints, by their positions."""

    def __init__(self, mentions: Iterable[Any]) -> None:
        found = ((value_of(one, "content"), value_of(one, "citation")) for one in mentions)
        self._starts: dict[object, list[int]] = {}
        for content, citation in found:
            start = citation.start if isinstance(citation, Citation) else None
            if isinstance(content, Period | AsOf) and isinstance(start, int):
                self._starts.setdefault(content, []).append(start)

    def with_basis(self, record: Any) -> Any:
        """Return a figure of a sentence with the basis that follows from its time, unless it has one or no time.

        The time is stated if the sentence prints it; otherwise it is carried from elsewhere.
        """
        if not isinstance(record, PartialRecord) or "time_basis" in record or record.context == "":
            return record
        time, citation = record.get("time"), record.get("citation")
        marked = MARKED.fullmatch(record.context)
        if isinstance(time, Gap | None) or not isinstance(citation, Citation) or marked is None:
            return record
        first = citation.start - len(marked[1])
        last = citation.start + len(marked[2]) + len(marked[3])
        is_stated = any(first <= start <= last for start in self._starts.get(time, ()))
        whole = {**record, "time_basis": TimeBasis.STATED if is_stated else TimeBasis.CARRIED}
        fields = {one: whole[one] for one in fields_of(record.record_type) if one in whole}
        return unchecked(record.record_type, fields, record.origin)
