"""Read the unit of an extracted figure: a code, or words in Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from aseansc import units as catalogue
from aseansc._decimals import POWERS_OF_TEN
from aseansc.errors import AseanscError
from aseansc.units import USD, VND, Unit, UnitKind, percent, percentage_point, person
from aseansc.vietnamese import parse

_ONE: Final = Decimal(1)
_SCALES: Final = {
    "thousand": 3, "thousands of": 3, "million": 6, "millions of": 6, "mn": 6, "billion": 9, "billions of": 9, "bn": 9,
    "trillion": 12,
}  # fmt: skip
_SCALE: Final = re.compile(rf"(?:{'|'.join(_SCALES)})\b")
_SCALE_AFTER: Final = re.compile(rf"\b(?:{'|'.join(_SCALES)})$")
_PER: Final = re.compile(r"\s*/\s*|\s+per\s+")
_OTHER_NAMES: Final = {
    "people": person, "worker": person, "labourer": person, "student": person, "pupil": person, "child": person,
    "children": person, "per cent": percent, "pct": percent, "pp": percentage_point, "% point": percentage_point,
    "percent point": percentage_point, "dong": VND, "vnđ": VND, "dollar": USD, "usd": USD, "vnd": VND,
}  # fmt: skip


class UnitWords(NamedTuple):
    """The unit that some words state, and the factor of a scale word in them; or the words, if they are not known."""

    unit: Unit | None
    factor: Decimal = _ONE
    words: str = ""


@lru_cache
def read_unit(text: str, units: tuple[Unit, ...] = ()) -> UnitWords:
    """Return the unit of a code, also of a custom unit, or of words: *triệu đồng*, million VND or households."""
    words = " ".join(text.split())
    return _of_code(text, units) or _in_vietnamese(words) or _in_english(words) or UnitWords(None, _ONE, words)


def _of_code(text: str, units: tuple[Unit, ...] = ()) -> UnitWords | None:
    try:
        return UnitWords(Unit.parse(text, units=units))
    except AseanscError:
        return None


def _in_vietnamese(words: str) -> UnitWords | None:
    try:
        read = parse(f"1 {words}")
    except AseanscError:
        return None
    if read.unit is None or not isinstance(read.magnitude, Decimal):
        return None
    return UnitWords(read.unit, read.magnitude)


def _in_english(text: str) -> UnitWords | None:
    above, *below = _PER.split(text.casefold())
    before, after = _SCALE.match(above), _SCALE_AFTER.search(above)
    factor, found = _ONE, before or after
    if found is not None:
        factor = POWERS_OF_TEN[_SCALES[found[0]]]
        above = (above[: found.start()] + above[found.end() :]).strip()
    unit = _named(above)
    for part in below:
        under = _named(part)
        try:
            unit = None if unit is None or under is None else unit / under
        except AseanscError:
            return None
    return None if unit is None else UnitWords(unit, factor)


def _named(words: str) -> Unit | None:
    """Return the unit of one name; adjectives before a counted thing are ignored: poor households are households."""
    names = _english_names()
    if words in names:
        return names[words]
    known = _of_code(words) or _in_vietnamese(words)
    if known is not None:
        return known.unit if known.factor == _ONE else None
    _, _, last = words.rpartition(" ")
    unit = names.get(last)
    return unit if unit is not None and unit.kind is UnitKind.COUNT else None


@cache
def _english_names() -> dict[str, Unit]:
    """Return the units of the catalogue by their English names, singular and plural."""
    listed = [unit for unit in vars(catalogue).values() if isinstance(unit, Unit)]
    names = {unit.name("en").casefold(): unit for unit in listed} | _OTHER_NAMES
    return {form: unit for name, unit in names.items() for form in _forms(name)}


def _forms(name: str) -> Iterator[str]:
    yield name
    if name.endswith("y"):
        yield f"{name[:-1]}ies"
    else:
        yield f"{name}es" if name.endswith(("s", "x", "ch")) else f"{name}s"
