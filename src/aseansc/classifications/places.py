"""Codes of places: the countries of ASEAN, Viet Nam's provinces before and since 1 July 2025, districts of Lai Châu.

A province that merged has one code before and another after, so a code always means the same boundaries:

- ``VN-25``: a province of the list of 63, by its ISO 3166-2 code. Eleven of them did not change and keep their code.
- ``VN-2025-44``: a province that a merger made on 1 July 2025, by its national code since then. ISO 3166-2 codes of
  these provinces could not be checked, so none is given: ``VN-25`` is never the present Quảng Trị.
- ``VN-01-105``: a district of Lai Châu, by the code of its province and its national code.

References: ISO 3166-1; ISO 3166-2:VN; the General Statistics Office of Viet Nam's list of administrative units for the
district codes. Those of the provinces are in `aseansc.classifications.provinces`.
Limitations: districts of other provinces, and communes, are not included; a review may use codes of its own. Districts
were abolished as a level of government on 1 July 2025.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import Record, instance_of, is_code, not_blank
from aseansc.classifications._codes import Classification, Code
from aseansc.classifications._province_tables import AFTER, BEFORE, CITIES, LAST_OF_63, LIST_OF_34, LIST_OF_63, UNTITLED
from aseansc.classifications.asean import MEMBERS
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldTypeError, UnknownNameError

__all__ = [
    "PLACES",
    "PlaceComparison",
    "PlaceRelation",
    "broader_place",
    "compare_places",
    "has_ended",
    "places_within",
]

_DISTRICTS: Final = (
    ("105", "Lai Châu city", "Thành phố Lai Châu"),
    ("106", "Tam Đường district", "Huyện Tam Đường"),
    ("107", "Mường Tè district", "Huyện Mường Tè"),
    ("108", "Sìn Hồ district", "Huyện Sìn Hồ"),
    ("109", "Phong Thổ district", "Huyện Phong Thổ"),
    ("110", "Than Uyên district", "Huyện Than Uyên"),
    ("111", "Tân Uyên district", "Huyện Tân Uyên"),
    ("112", "Nậm Nhùn district", "Huyện Nậm Nhùn"),
)


def _provinces() -> Iterator[Code]:
    for _, iso, name, merged_into in BEFORE:
        en, vi = _titled(iso, name)
        last = LAST_OF_63 if merged_into else Absent.NOT_APPLICABLE
        after = [f"VN-2025-{merged_into}"] if merged_into else []
        yield Code(id=iso, en=en, vi=vi, broader="VN", successors=after, valid_from=LIST_OF_63, valid_to=last)
    for number, name in AFTER:
        en, vi = _titled(f"VN-2025-{number}", name)
        yield Code(id=f"VN-2025-{number}", en=en, vi=vi, broader="VN", valid_from=LIST_OF_34)


def _titled(place: str, name: str) -> tuple[str, str]:
    """Return the English and the Vietnamese name of a province, with its kind if that did not change."""
    if place in UNTITLED:
        return name, name
    return (f"{name} city", f"Thành phố {name}") if name in CITIES else (f"{name} province", f"Tỉnh {name}")


PLACES: Final = Classification(
    id="places",
    version="2025",
    en="Places",
    vi="Địa danh",
    owner="ISO; General Statistics Office of Viet Nam",
    source="ISO 3166-1, ISO 3166-2:VN; national lists of administrative units; Resolution 202/2025/QH15",
    codes=[
        *(Code(id=country, en=en, vi=vi) for country, en, vi in MEMBERS),
        *_provinces(),
        *(
            Code(id=f"VN-01-{number}", en=en, vi=vi, broader="VN-01", valid_to=LAST_OF_63)
            for number, en, vi in _DISTRICTS
        ),
    ],
)
"""The countries of ASEAN, Viet Nam's provinces before and since 1 July 2025, and the districts of Lai Châu."""

_BY_ID: Final = {place.id: place for place in PLACES.codes}


@final
class PlaceRelation(CodeList):
    """How the boundaries of two places are related.

    - ``same``: the codes are equal, so the boundaries are the same.
    - ``merged``: one is a province that merged, the other the province that it merged into.
    - ``different``: they are two places.
    """

    SAME = "same"
    MERGED = "merged"
    DIFFERENT = "different"


@final
@frozen(kw_only=True, eq=False, repr=False)
class PlaceComparison(Record):
    """Whether figures of two places describe the same territory.

    Args:
        comparable: whether they do, so that the difference between the figures is a change over time.
        relation: how the two places are related.
        reason: a sentence that explains it.
    """

    comparable: bool = field(validator=instance_of(bool))
    relation: PlaceRelation = field(validator=instance_of(PlaceRelation))
    reason: str = field(validator=not_blank)


def compare_places(first: str, second: str) -> PlaceComparison:
    """Return whether figures of two places are comparable over time, with the reason.

    The code of the place says which boundaries a figure has. The year of the figure does not: after a merger, reports
    restate the figures of earlier years for the new boundaries. Take the codes from the reviews. If a report gives only
    a name or a national code, find the code with `aseansc.classifications.provinces.find_province` and the date of the
    document.

    Args:
        first: the code of the place of one figure.
        second: that of the other. Codes that are not in `PLACES` are comparable only if they are equal.

    Raises:
        FieldTypeError: if an argument is not a string.
        UnknownNameError: if it cannot be a code: it is empty, has spaces or accents, or is the name of a province.

    >>> compare_places("VN-01", "VN-01").comparable
    True
    >>> print(compare_places("VN-25", "VN-2025-44").reason)
    VN-25 (Quảng Trị province) merged into VN-2025-44 (Quảng Trị province) on 2025-07-01, so the boundaries differ
    """
    _require_code(first, "compare_places, first")
    _require_code(second, "compare_places, second")
    if first == second:
        return PlaceComparison(
            comparable=True, relation=PlaceRelation.SAME, reason=f"both figures have the place {first}"
        )
    for earlier, later in ((first, second), (second, first)):
        place = _BY_ID.get(earlier)
        if place is not None and later in place.successors:
            into = _BY_ID[later]
            return PlaceComparison(
                comparable=False,
                relation=PlaceRelation.MERGED,
                reason=(
                    f"{place.id} ({place.en}) merged into {into.id} ({into.en}) on {into.valid_from}, "
                    "so the boundaries differ"
                ),
            )
    return PlaceComparison(
        comparable=False, relation=PlaceRelation.DIFFERENT, reason=f"{first} and {second} are different places"
    )


def _require_code(place: object, where: str) -> None:
    """Refuse what cannot be the code of a place. A review may use codes that are not in `PLACES`."""
    if not isinstance(place, str) or isinstance(place, CodeList):
        raise FieldTypeError("not the code of a place", where=where, got=place, expected=_EXPECTED, hint=_HINT)
    if not is_code(place) or (place not in _BY_ID and _folded(place) in _NAMES):
        raise UnknownNameError("not the code of a place", where=where, got=place, expected=_EXPECTED, hint=_HINT)


def _folded(name: str) -> str:
    """Return a name in lower case without accents and separators."""
    decomposed = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(letter for letter in decomposed if letter.isascii() and letter.isalpha())


_NAMES: Final = frozenset(_folded(name) for name in (*(row[2] for row in BEFORE), *(name for _, name in AFTER)))
_EXPECTED: Final = "a code such as VN-01"
_HINT: Final = "Take it from a record: observation.place. For a province by name, write find_province('Lai Châu').id."


@cache
def broader_place(place: str) -> str | None:
    """Return the code of the place that contains a place; ``None`` if it is not known.

    A district or commune that is not in `PLACES` has the code of its province, a hyphen, and its own.

    >>> broader_place("VN-01"), broader_place("VN-01-105"), broader_place("VN-25-900")
    ('VN', 'VN-01', 'VN-25')
    >>> print(broader_place("VN"), broader_place("north"))
    None None
    """
    known = _BY_ID.get(place)
    if known is not None:
        return None if isinstance(known.broader, Absent) else known.broader
    above = place.rpartition("-")[0]
    return above if above in _BY_ID else None


@cache
def places_within(place: str, day: date) -> frozenset[str]:
    """Return the codes of all places in `PLACES` that are directly within a place on a day.

    >>> from datetime import date
    >>> len(places_within("VN", date(2018, 12, 31))), len(places_within("VN", date(2025, 12, 31)))
    (63, 34)
    """
    return frozenset(code.id for code in PLACES.codes if code.broader == place and code.valid_on(day))


def has_ended(place: str, day: date) -> bool:
    """Return whether a place ended before a day without a successor, as the districts did on 30 June 2025.

    >>> from datetime import date
    >>> has_ended("VN-01-105", date(2026, 12, 31)), has_ended("VN-25", date(2026, 12, 31))
    (True, False)
    """
    code = _BY_ID.get(place)
    return code is not None and not code.successors and isinstance(code.valid_to, date) and day > code.valid_to
