"""The provinces that labels and heads of tables name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from aseansc.classifications.provinces import find_province
from aseansc.errors import AseanscError

if TYPE_CHECKING:
    from aseansc.documents._row import Row

DASHES: Final = ("-", "–", "+", "*", "•")
"""The signs before the label of a row that is a part of another one."""

_LISTED: Final = date(2015, 1, 1)
"""A day for which the names of provinces are known."""


@lru_cache(maxsize=4096)
def province_of(label: str, day: date | None = _LISTED) -> str:
    """Return the code of the province that is all of a label, or an empty text.

    Args:
        label: the label of a row or column.
        day: the day of its figures.
    """
    shown = " ".join(label.split()).strip(" -+•*")
    if not shown[:1].isalpha():  # numbers may be national codes
        return ""
    try:
        return find_province(shown, day).id
    except AseanscError:
        return ""


def places_of(rows: Sequence[Row]) -> dict[int, str]:
    """Return the names of the places of rows by their numbers: their own, or those of the rows that they belong to.

    These are rows with a dash, or listed as parts, and a label below several places, such as *Nhà nước* below *Hà Nội*
    and *Hải Phòng*, which belongs to the nearest one above.
    """
    found: dict[int, str] = {}
    nearest: dict[int, str] = {}
    below: defaultdict[str, set[str]] = defaultdict(set)
    last = ""
    for row in rows:
        last = row.place or last
        nearest[row.number] = last
        below[row.own.casefold()].add(last)
        is_part = row.is_listed or row.own.startswith(DASHES)
        place = row.place or (found.get(row.above, "") if is_part else "")
        if place:
            found[row.number] = place
    for row in rows:
        if len(below[row.own.casefold()] - {""}) > 1 and nearest[row.number]:
            found.setdefault(row.number, nearest[row.number])
    return found
