"""Ask for the time of a column of a table only once, where neither its head nor a line above states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, Final

from aseansc.citations import Citation, column_of
from aseansc.documents._gaps import NO_TIME
from aseansc.drafts import PartialRecord
from aseansc.vietnamese.tables import begins_time

_TIME: Final = re.compile(r"\d{3}|/|\d[^\W\d]|[^\W\d]\d")
_OF_TIME: Final = ("time", "time_basis")


def asked_once(lists: Sequence[list[PartialRecord]], first: Sequence[int]) -> None:
    """Remove the time that is asked from figures that follow the one above them in their column.

    All figures of a column are asked their own if a row may state a time, as *Năm trước* does.

    Args:
        lists: figures, which are changed.
        first: the number of the first one in each list that is of one part of a table.
    """
    cells = sorted(_cells(lists, first), key=itemgetter(0))
    apart = {column for _, column, found, at in cells if _may_have_own(found[at])}
    asked: set[str] = set()
    for _, column, found, at in cells:
        record = found[at]
        if column in apart:
            continue
        if column in asked:
            fields = {name: value for name, value in record.items() if name not in _OF_TIME}
            found[at] = record.with_fields(fields)
        else:
            asked.add(column)


def _cells(
    lists: Sequence[list[PartialRecord]], first: Sequence[int]
) -> Iterator[tuple[int, str, list[PartialRecord], int]]:
    for found, start in zip(lists, first, strict=True):
        for at, record in enumerate(found[start:], start):
            citation: Any = record.get("citation")
            column = column_of(str(citation.locator)) if isinstance(citation, Citation) else ""
            if column and record.context:
                yield citation.start, column, found, at


def _may_have_own(record: PartialRecord) -> bool:
    """Return whether a figure has a time, or its row may state one: *Năm trước*, *2018*, *6T*, not *Phường 1*."""
    words = record.context.partition("【")[0]
    of_row = words.rpartition(" | ")[0] or words
    may_state = _TIME.search(of_row) is not None or any(map(begins_time, of_row.split()))
    return record.get("time") != NO_TIME or may_state
