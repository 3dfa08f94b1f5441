"""The names of the indicators of a table, of its labels, heads and titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from aseansc._attrs import is_stated_text
from aseansc.documents._gaps import gap
from aseansc.drafts import PartialRecord
from aseansc.texts import Text
from aseansc.vietnamese.tables import is_unit, is_whole, measure_of_title, plain_label, unit_in_line

LONGEST_NAME: Final = 300


def name_of(words: Iterable[str], title: str) -> PartialRecord:
    """Return the name that some words make, with the title in place of a total of what the table measures."""
    parts = [part for part in map(plain_label, words) if part]
    if parts and is_whole(parts[0]):
        parts = [title or parts[0], *parts[1:]]
    shown = ": ".join(dict.fromkeys(parts))[:LONGEST_NAME].strip(" -+*")
    shown = shown[:1].upper() + shown[1:] if is_stated_text(shown) else ""
    return PartialRecord(Text, {"vi": shown or gap("what the row measures", "hàng này là chỉ tiêu gì")})


def name_in_titles(titles: Sequence[str]) -> str:
    """Return the line of the title that names what the table measures, in Vietnamese if one is."""
    lines = [line for line in titles if not unit_in_line(line) and not is_unit(line) and not line.startswith("(")]
    names = [name for line in lines if (name := measure_of_title(line))]
    return next((name for name in reversed(names) if not name.isascii()), names[-1] if names else "")
