"""The forms of the texts of a row: which of them certainly are ids, codes, and texts that can be printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from aseansc._attrs import identifier, place_code, rule_of, scheme_code

_CODES: Final = {"place": place_code, "breakdown": scheme_code, "standard": scheme_code, "document": identifier}
"""Columns with few different cells: it takes less time to look at each of these than at each row."""
_VISIBLE: Final = "!-~\u00a1-\u00ac\u00ae-\u036f\u1e00-\u1eff\u2010-\u2027"
_TEXT: Final = f"[{_VISIBLE}](?:[ {_VISIBLE}]*[{_VISIBLE}])?"
"""Texts of European languages and of Vietnamese on one line; the model looks at all others."""
_TEXTS: Final = {
    "observation": rule_of(identifier).pattern,
    **dict.fromkeys(("printed", "locator", "note"), _TEXT),
}


def wrong_codes(present: Collection[str], different: Callable[[str], Iterable[str | None]]) -> dict[str, list[str]]:
    """Return the cells of each column that are not codes of its kind.

    Args:
        present: the columns of the frame.
        different: return the different cells of a column.
    """
    found = {column: _not_fitting(column, different(column)) for column in _CODES if column in present}
    return {column: wrong for column, wrong in found.items() if wrong}


def _not_fitting(column: str, cells: Iterable[str | None]) -> list[str]:
    fits = re.compile(rule_of(_CODES[column]).pattern).fullmatch
    wrong = [text for text in cells if text is not None and not fits(text)]
    if column == "breakdown":
        wrong = [text for text in wrong if not _are_codes(text, fits)]
    return [text for text in wrong if text or column not in ("breakdown", "document")]  # as if it was not stated


def _are_codes(text: str, fits: Callable[[str], object]) -> bool:
    parts = text.split(";")
    return len({*parts}) == len(parts) and all(map(fits, parts))


def form_terms(on: Any, present: Collection[str], wrong: Mapping[str, list[str]]) -> Iterator[Any]:
    """Yield the expressions of the rows whose texts certainly have their form, and whose citation has its length.

    Args:
        on: narwhals, or an `ArrowRows`.
        present: the columns of the frame.
        wrong: the cells of some columns that are not codes.
    """
    for column, codes in wrong.items():
        yield on.col(column).is_null() | ~on.col(column).is_in(codes)
    for column, pattern in _TEXTS.items():
        if column in present:
            yield on.col(column).is_null() | on.col(column).str.contains(rf"^(?:{pattern})\z")
    if "cited_from" in present:
        first = on.col("cited_from")
        is_cited = first >= 0
        if "cited_to" in present:
            last = on.col("cited_to")
            length = on.col("printed").str.len_chars() if "printed" in present else on.lit(-1)
            is_cited = is_cited & (last.is_null() | (last - first == length))
            yield (first.is_null() & last.is_null()) | is_cited
        else:
            yield first.is_null() | is_cited
    elif "cited_to" in present:
        yield on.col("cited_to").is_null()
