"""The provinces that labels and heads of tables name."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from aseansc.classifications.provinces import find_province
from aseansc.errors import AseanscError

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
