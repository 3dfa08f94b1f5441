"""Find Viet Nam's provinces by their names and national codes, at a date.

On 1 July 2025, 52 of the 63 provinces merged into 23; eleven did not change. Names and national codes were kept for
other territories. The former Quảng Trị had the national code 45; it is a part of the present Quảng Trị, whose code, 44,
was that of Quảng Bình. So the name or code of a province that changed needs a date.

References: Resolution 202/2025/QH15 for the 34 provinces; Decision 19/2025/QĐ-TTg for their codes; ISO 3166-2:VN.
Checked against: three open data sets, which agree on names, national codes and mergers; a packaged copy of ISO 3166-2,
for the codes of the 63. A misprint there, *Kiến Giang* for Kiên Giang, is corrected.
Limitations: the list of the 63 is given from 1 August 2008, and earlier lists not at all. Huế (before, Thừa Thiên Huế)
and Đồng Nai (in 2026, according to one source) became cities without a change of their boundaries. The dates could not
be checked, so their names in `PLACES` do not state whether they are provinces or cities.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from aseansc.classifications._codes import Code
from aseansc.classifications._province_tables import (
    AFTER,
    BEFORE,
    CITIES,
    LIST_OF_34,
    LIST_OF_63,
    VARIANTS,
)
from aseansc.classifications.places import PLACES
from aseansc.errors import DefinitionConflictError, FieldTypeError, UnknownNameError, require, unknown_name

__all__ = ["find_province", "national_code", "provinces"]

_NATIONAL_CODES: Final = {
    **{iso: number for number, iso, _, _ in BEFORE},
    **{f"VN-2025-{number}": number for number, _ in AFTER},
}

_KINDS: Final = {"province": ("tỉnh {}", "{} province"), "city": ("thành phố {}", "tp {}", "{} city")}
_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SEPARATORS: Final = re.compile(r"[\s._\-\u2010-\u2015]+")
_STROKES: Final = str.maketrans(
    {"đ": "d\u0335", "ð": "d\u0335"}
)  # the second is the Icelandic letter, which looks the same as a capital


def provinces(on: date) -> tuple[Code, ...]:
    """Return Viet Nam's provinces on a day, in the order of their codes: 63, or 34 from 1 July 2025.

    Raises:
        FieldTypeError: if `on` is not a `datetime.date`.
        UnknownNameError: if the day is before 1 August 2008, the first day of the list.

    >>> from datetime import date
    >>> len(provinces(date(2025, 6, 30))), len(provinces(date(2025, 7, 1)))
    (63, 34)
    """
    _require_day(on, "provinces")
    found = [place for place in map(PLACES.code, _NATIONAL_CODES) if place.valid_on(on)]
    if not found:
        raise _before_the_lists(on, "provinces")
    return tuple(sorted(found, key=lambda place: _NATIONAL_CODES[place.id]))


def national_code(place: str, on: date) -> str:
    """Return the national code of a province on a day.

    Args:
        place: the id of the province in `PLACES`.
        on: the day, because most codes meant another territory before 1 July 2025.

    Raises:
        FieldTypeError: if `on` is not a `datetime.date`.
        UnknownNameError: if there is no such province on that day.

    >>> from datetime import date
    >>> national_code("VN-25", date(2018, 12, 31)), national_code("VN-2025-44", date(2026, 1, 1))
    ('45', '44')
    """
    if not isinstance(place, str) or place not in _NATIONAL_CODES:
        raise unknown_name("province", place, _NATIONAL_CODES, where="national_code")
    _require_day(on, "national_code")
    if not PLACES.code(place).valid_on(on):
        raise _not_on(on, place, (place,), "national_code")
    return _NATIONAL_CODES[place]


def find_province(text: str, on: date | None = None) -> Code:
    """Return the province with a name or a national code.

    Spelling variants are accepted: *Hoà Bình* and *Hòa Bình*, *Đắc Lắc*, *Bắc Cạn*, *TP.HCM*, *tỉnh Lai Châu*, and
    names without any accents, such as *Ha Noi* or *Hanoi*. *Thành phố Lai Châu* is a town in the province, so it is not
    found.

    Args:
        text: the name, or the national code with its two digits.
        on: the date of the document. It may be missing only for a province that did not change on 1 July 2025.

    Raises:
        DefinitionConflictError: if the date is missing and the province changed; the hint has both readings.
        FieldTypeError: if `text` is not a string, or `on` is not a `datetime.date`.
        UnknownNameError: if no province has this name or code on that day.

    >>> from datetime import date
    >>> find_province("Lai Châu").id
    'VN-01'
    >>> find_province("Quảng Trị", date(2024, 12, 31)).id, find_province("Quảng Trị", date(2025, 12, 31)).id
    ('VN-25', 'VN-2025-44')
    >>> find_province("44", date(2024, 12, 31)).en
    'Quảng Bình province'
    """
    require(
        text,
        str,
        where="find_province, text",
        expected="a string, such as 'Lai Châu' or the national code '12' with its two digits",
    )
    if on is not None:
        _require_day(on, "find_province")
    readings = _readings().get(_key(text))
    if readings is None:
        raise unknown_name("province", text, _names(), where="find_province")
    if on is not None:
        for place, first in readings.items():
            if PLACES.code(place).valid_on(on) and on >= first:
                return PLACES.code(place)
        raise _not_on(on, text, tuple(readings), "find_province")
    (place, first), *others = readings.items()
    if others or first > LIST_OF_63 or PLACES.code(place).successors:
        raise DefinitionConflictError(
            "the meaning of this name or code changed on 1 July 2025",
            where="find_province",
            got=text,
            expected="the date of the document as well",
            hint=_explained(tuple(readings)),
        )
    return PLACES.code(place)


def _require_day(on: object, where: str) -> None:
    if type(on) is not date:
        raise FieldTypeError(
            "not a day",
            where=f"{where}, on",
            got=on,
            expected="a datetime.date",
            hint="Write datetime.date(2024, 12, 31), or datetime.date.fromisoformat('2024-12-31').",
        )


def _not_on(on: date, got: str, places: tuple[str, ...], where: str) -> UnknownNameError:
    if on < LIST_OF_63:
        return _before_the_lists(on, where)
    return UnknownNameError(f"there is no such province on {on}", where=where, got=got, hint=_explained(places))


def _before_the_lists(on: date, where: str) -> UnknownNameError:
    return UnknownNameError(
        "there is no list of provinces for this day", where=where, got=on, expected=f"a day from {LIST_OF_63}"
    )


def _explained(places: tuple[str, ...]) -> str:
    """Return what a name or code means before and after the mergers."""
    readings = [PLACES.code(place) for place in places]
    sentences = [f"Until {place.valid_to}: {place.id} ({place.en})." for place in readings if place.successors]
    now = [place for place in readings if not place.successors]
    part = "" if now else "part of "
    sentences += [
        f"From {LIST_OF_34}: {part}{place.id} ({place.en})."
        for place in now or [PLACES.code(after) for after in readings[0].successors]
    ]
    return " ".join(sentences)


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for _, _, name, _ in BEFORE)


@cache
def _readings() -> dict[str, dict[str, date]]:
    """Return the ids of the provinces that each key may mean, with the first day on which it does."""
    found: dict[str, dict[str, date]] = {}
    named = [(iso, name, number, LIST_OF_63) for number, iso, name, _ in BEFORE]
    named += [(f"VN-2025-{number}", name, number, LIST_OF_34) for number, name in AFTER]
    for place, name, number, first in named:
        kinds = ("city",) if name in CITIES else ("province",)
        for spelling in (number, *_spellings(name, kinds)):
            found.setdefault(_key(spelling), {}).setdefault(place, first)
    # Before they became cities, "city of Huế" was a town in the province, and no city had the name of Đồng Nai.
    for place, name in (("VN-26", "Huế"), ("VN-2025-75", "Đồng Nai")):
        for spelling in _spellings(name, ("city",)):
            found.setdefault(_key(spelling), {}).setdefault(place, LIST_OF_34)
    return found


def _spellings(name: str, kinds: tuple[str, ...]) -> Iterator[str]:
    """Yield a name and its variants with and without its kind, with and without Vietnamese letters."""
    for variant in (name, *VARIANTS.get(name, ())):
        for spelling in (variant, *(form.format(variant) for kind in kinds for form in _KINDS[kind])):
            yield spelling
            yield "".join(letter for letter in _decomposed(spelling) if letter.isascii())


def _decomposed(text: str) -> str:
    """Return a text in lower case with its accents after their letters, and with a stroke after ``d`` for ``đ``."""
    return unicodedata.normalize("NFD", text.casefold()).translate(_STROKES)


def _key(text: str) -> str:
    """Return what all spellings of a name have in common.

    The tone of a syllable moves to its end, since *Hoà* and *Hòa* are the same. Blanks, points and hyphens are dropped.
    """
    words = _SEPARATORS.split(_decomposed(text))
    return "".join(_TONES.sub("", word) + "".join(_TONES.findall(word)) for word in words)
