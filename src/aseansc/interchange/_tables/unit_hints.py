"""Suggest the code of a unit for a sign or name that a person writes instead: ``%``, ``hộ``, ``VNĐ``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from aseansc.errors import AseanscError
from aseansc.units import Unit, catalogue

_SIGNS: Final = {
    "vnđ": "VND",
    "đ": "VND",
    "₫": "VND",
    "dong": "VND",
    "việt nam đồng": "VND",
    "$": "USD",
    "us$": "USD",
    "đô la": "USD",
    "€": "EUR",
    "¥": "JPY",
    "m2": "square_metre",
    "km2": "square_kilometre",
    "m3": "cubic_metre",
    "phần trăm": "percent",
    "pct": "percent",
    "phần nghìn": "per_mille",
    "điểm %": "percentage_point",
    "hộ gia đình": "household",
    "hộ dân": "household",
    "hộ nghèo": "household",
    "người dân": "person",
    "lao động": "person",
    "lit": "litre",
}
"""Signs and words that are neither the code of a unit nor its name in the catalogue, in lower case."""

_SCALE: Final = re.compile(
    r"(?:(?:chục|trăm|nghìn|ngàn|vạn|triệu|tr|tỷ|tỉ|thousand|million|billion)\s+)+", re.IGNORECASE
)
_STROKE: Final = re.compile(r"\s*/\s*")
_LONGEST: Final = 80


@cache
def _names() -> dict[str, str]:
    """Return the codes of the catalogue by the signs and names of the units, in lower case."""
    found = dict(_SIGNS)
    for unit in catalogue():
        for name in (unit.code, unit.en, unit.plural, *unit.vi.split(", ")):
            found.setdefault(name.casefold(), unit.code)
    return found


def hint(text: str, declared: str, near: str = "") -> str:
    """Return a hint for a cell with an unknown unit code.

    Args:
        text: the string in the cell.
        declared: the sheet or file in which custom units are declared.
        near: the most similar codes. The hint shows them if the string is not a name of a unit of the catalogue; for
            such a name, such as *hộ*, it shows the code of that unit.
    """
    meant = unit_named(text)
    question = f"Did you mean {repr(meant) if meant else near}? " if meant or near else ""
    scaled = (
        "Write the number in full: a unit code does not include nghìn or triệu. "
        if meant and _SCALE.match(text)
        else ""
    )
    return f"{question}{scaled}To use a unit that is not in the catalogue, declare it in {declared}."


def unit_named(text: str) -> str | None:
    """Return the code of the unit of the catalogue that a string names, or None."""
    parts = _STROKE.split(_SCALE.sub("", text[:_LONGEST].strip().casefold(), count=1))
    codes = [_names().get(part, "") for part in parts]
    if "" in codes:
        return None
    try:
        unit = Unit.parse(codes[0])
        for code in codes[1:]:
            unit /= Unit.parse(code)
    except AseanscError:
        return None
    return unit.code
