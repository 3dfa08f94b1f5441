"""Find the season that the words of a report name for the crops after it: *Vụ Mùa* gieo cấy 4.000 ha."""

from __future__ import annotations

import re
from typing import Final, final

from aseansc.units import Unit, UnitKind
from aseansc.vietnamese._lexicon import said_of as lexicon
from aseansc.vietnamese._name_forms import folded, lowered
from aseansc.vietnamese._naming import Words

_NAMED: Final = re.compile(lexicon.NAMED_SEASON, re.IGNORECASE)
_HEADING: Final = re.compile(lexicon.SEASON_HEADING, re.IGNORECASE)
_ANY: Final = re.compile(lexicon.ANY_SEASON, re.IGNORECASE)
_OF_CROPS: Final = re.compile(lexicon.OF_CROPS, re.IGNORECASE)
_NOT_GROWN: Final = re.compile(lexicon.NOT_SEASONAL, re.IGNORECASE)


@final
class Seasons:
    """The season that governs the figures of crops, while they are read in order."""

    def __init__(self) -> None:
        self._of_heading = ""
        self._last = ""
        self._sentence = (-1, -1)
        """The sentence that names the last season."""

    def enter_paragraph(self, heading: str) -> None:
        """Take the season of a heading, and end that of the paragraph before."""
        self._of_heading = self._last = heading if _HEADING.fullmatch(heading) else ""
        self._sentence = (-1, -1)

    def read(self, words: Words, sentence: tuple[int, int]) -> None:
        """Read the season that the words before a figure name."""
        found = [*_NAMED.finditer(f"{words.head}: {words.clause}")]
        if found:
            self._last, self._sentence = " ".join(found[-1][0].split()), sentence

    def named(self, name: str, unit: Unit | None, sentence: tuple[int, int]) -> str:
        """Return the name of a figure with the season that governs it, unless it is not one of crops."""
        is_here = sentence == self._sentence or self._last == self._of_heading or folded(name).startswith(_AMOUNTS)
        if not name or not self._last or not is_here or not _is_grown(name, unit) or _ANY.search(name):
            return name
        return f"{self._last[:1].upper()}{self._last[1:]}: {lowered(name)}"


_AMOUNTS: Final = lexicon.AMOUNTS_OF_CROPS


def _is_grown(name: str, unit: Unit | None) -> bool:
    """Return whether a figure measures what grows: an area, a yield or a harvest of crops."""
    if unit is None or _NOT_GROWN.search(name):
        return False
    kinds = {unit.numerator.kind, *(one.kind for one in unit.denominators)}
    is_yield = kinds == {UnitKind.MASS, UnitKind.AREA}
    return is_yield or (unit.kind in (UnitKind.AREA, UnitKind.MASS) and _OF_CROPS.search(name) is not None)
