"""Read the numbers in the cells of tables: signs of decimals and thousands, qualifiers, ranges and units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from aseansc.periods import Period
from aseansc.units import Unit, UnitKind
from aseansc.values import Qualifier
from aseansc.vietnamese._heads import NOTE_MARKS
from aseansc.vietnamese._lexicon import tables as words
from aseansc.vietnamese._table_units import read_unit

_SIGNS: Final = {
    "≥": Qualifier.AT_LEAST,
    ">=": Qualifier.AT_LEAST,
    "≤": Qualifier.AT_MOST,
    "<=": Qualifier.AT_MOST,
    ">": Qualifier.OVER,
    "<": Qualifier.UNDER,
    "~": Qualifier.ABOUT,
    "≈": Qualifier.ABOUT,
    **words.QUALIFIERS,
}
_RANGE: Final = re.compile(rf"(?P<word>{words.FROM})?(?P<low>[\d.,]+ ?%?) ?(?:[-–÷]|{words.TO}) ?(?P<high>[\d.,]+ ?%?)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR_BEHIND, _WITH_PART = re.compile(words.YEAR_BEHIND), re.compile(words.WITH_PART)
_VIETNAMESE: Final = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[+-]?\d+(?:,\d+)?")
_ENGLISH: Final = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")
_SIGN: Final = "|".join(_SIGNS)
_AMOUNT: Final = re.compile(r"([^\w]*\s?\d[\d.,]*)\s?((?:1[.,]?000 )?[^\W\d_].*)")
_NUMBER: Final = re.compile(rf"({_SIGN})?" + r"\s*([+\N{MINUS SIGN}–-]?\s?\d[\d.,\s]*+)(%?)")
_DECIMAL_COMMA: Final = re.compile(r"(?<![\d.,])0,\d|\d,\d{1,2}(?!\d)|\d,\d{4}|\.\d{3},\d|\d\.\d{3}\.\d{3}")
_DECIMAL_POINT: Final = re.compile(r"(?<![\d.,])0\.\d|\d\.\d{1,2}(?!\d)|\d\.\d{4}|,\d{3}\.\d|\d,\d{3},\d{3}")
_GROUPED: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")
_EITHER: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")
"""Three digits behind a comma, which may be decimals or, in English, thousands."""

_LONGEST: Final = 40
"""Longer runs of digits are not numbers of a report; with the scale of a unit, they may not fit into a `Value`."""

_SMALL: Final = re.compile(r"[1-9]\d{1,2}")
_FEWEST_GROUPED: Final = 5

_MILLIONS: Final = re.compile(r"-?\d{1,3}([.,])\d{3}(?:\1\d{3})+")
_SIGNED: Final = re.compile(
    r"[-+\N{MINUS SIGN}]?\s*\d{1,3}(?=(.*[.,]))?(?:\d*|(?:[.,]\d{3})+)(?:([.,])(\d{1,2}))?\s*%?"
)
"""A number; its groups are whether it has a sign between digits, the sign of its decimals, and these."""


def is_english(cells: tuple[str, ...], *, counts: tuple[str, ...] = ()) -> bool | None:
    """Return whether the numbers of a table have decimal points, as in English; ``None`` if it is not certain.

    All cells are read together, so that 1.850 beside 2.124,5 is a whole number. It is not certain if some numbers have
    decimal points and some commas, if three digits follow both signs (1.850 and 1,850), or if there is nothing but
    numbers such as 1,850.

    Args:
        cells: all cells.
        counts: those of them that are whole numbers, since their unit is a counted thing such as *hộ*; three digits
            behind a sign are thousands there.

    >>> is_english(("12.500", "1,234")), is_english(("1,234",)), is_english(("1,234",), counts=("1,234",))
    (None, None, True)
    """
    commas = any(map(_DECIMAL_COMMA.search, cells)) or any(map(_GROUPED.search, counts))
    points = any(map(_DECIMAL_POINT.search, cells)) or any(map(_EITHER.search, counts))
    if commas is points:
        return None if commas or any(map(_EITHER.search, cells)) else False
    return points


def is_english_alone(cells: tuple[str, ...]) -> bool | None:
    """Return whether the numbers of a column have decimal points, in a table that has both signs.

    It is certain only if all its numbers with a sign have the same number of decimals, one or two, or if a number such
    as 1,512,300 shows it and no other one speaks against it.

    >>> is_english_alone(("180.00", "417.27")), is_english_alone(("30.18", "97.886"))
    (True, None)
    >>> is_english_alone(("1,512,300", "5,000", "3.44%"))
    True
    """
    millions = {match[1] for cell in cells if (match := _MILLIONS.fullmatch(cell.strip())) is not None}
    if len(millions) == 1 and is_english(cells) is not None:
        return millions == {","}
    signed = [match for cell in cells if (match := _SIGNED.fullmatch(cell.strip())) is not None and match[1]]
    kinds = {(match[2], len(match[3])) for match in signed if match[2]}
    if len(kinds) != 1 or not all(match[2] for match in signed):
        return None
    return kinds.pop()[0] == "."


def groups_thousands(lists: Iterable[Sequence[str]]) -> bool:
    """Return whether commas are between thousands: beside numbers such as *1,234*, the same thing may have *70*.

    It is certain only if all numbers with a sign, at least five, have three digits behind a single comma, and one of
    those lists has a whole number below 1,000, too; as a decimal it would nearly always have a comma.

    Args:
        lists: the cells of each row, or of a column, that state the same thing.

    >>> groups_thousands([("4,372", "9,749", "70"), ("1,201", "2,305", "3,114")]), groups_thousands([("4,372", "70")])
    (True, False)
    """
    every = [[cell.strip(" +-%") for cell in cells] for cells in lists]
    signed = [cell for cells in every for cell in cells if "," in cell or "." in cell]
    if len(signed) < _FEWEST_GROUPED or not all(map(_EITHER.fullmatch, signed)):
        return False
    return any(any(map(_EITHER.fullmatch, cells)) and any(map(_SMALL.fullmatch, cells)) for cells in every)


def read_range(text: str, *, english: bool = False) -> tuple[Decimal, Decimal, Qualifier, bool] | None:
    """Return the ends of a range that a cell prints, its qualifier, and whether it has a percent sign; else ``None``.

    Two years, or a month and a year, are not a range.

    Args:
        text: the whole cell.
        english: whether numbers have decimal points.

    >>> read_range("7,5 - 8%"), read_range("2016-2020")
    ((Decimal('7.5'), Decimal('8'), Qualifier.BETWEEN, True), None)
    """
    match = _RANGE.fullmatch(" ".join(text.split()).casefold())
    if match is None or _YEAR.fullmatch(match["high"].strip()):
        return None
    low, high = (read_number(match[end], english=english) for end in ("low", "high"))
    if low is None or high is None or not 0 <= low[0] < high[0]:
        return None
    about = _SIGNS.get((match["word"] or "").strip()) is Qualifier.ABOUT
    return low[0], high[0], Qualifier.ABOUT if about else Qualifier.BETWEEN, low[2] or high[2]


def read_number(text: str, *, english: bool = False) -> tuple[Decimal, Qualifier, bool] | None:
    """Return the number that a cell prints, its qualifier, and whether it has a percent sign.

    Args:
        text: the whole cell; footnote marks and a year in brackets behind the number are left out.
        english: whether numbers have decimal points.

    >>> read_number("≥ 2.124,5")
    (Decimal('2124.5'), Qualifier.AT_LEAST, False)
    """
    shown = unicodedata.normalize("NFC", text).replace("\xa0", " ").strip().casefold()
    shown = NOTE_MARKS.sub("", _YEAR_BEHIND.sub("", shown))
    match = _NUMBER.fullmatch(shown)
    if match is None:
        return None
    digits = re.sub(r"[\N{MINUS SIGN}–]", "-", match[2]).replace("- ", "-").strip()
    if " " in digits and re.fullmatch(r"-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?", digits):
        digits = digits.replace(" ", "")
    pattern = _ENGLISH if english else _VIETNAMESE
    if len(digits) > _LONGEST or pattern.fullmatch(digits) is None:
        return None
    group, point = (",", ".") if english else (".", ",")
    number = Decimal(digits.replace(group, "").replace(point, "."))
    return number, _SIGNS.get(match[1] or "", Qualifier.EXACT), bool(match[3])


def year_behind(text: str, head: str) -> Period | None:
    """Return the year in brackets behind the number of a cell, which is its time; ``None`` without one.

    Below a head such as *Số học sinh (trong đó nữ)* it is a part of the number.

    >>> year_behind("205.180 (2018)", "Dân số"), year_behind("4.300 (2010)", "Số học sinh (trong đó nữ)")
    (Period.parse('2018'), None)
    """
    if _WITH_PART.search(unicodedata.normalize("NFC", head).casefold()) is not None:
        return None
    match = _YEAR_BEHIND.search(unicodedata.normalize("NFC", text).strip().casefold())
    return None if match is None else Period.year(int(match[1]))


def read_amount(text: str, *, english: bool = False) -> tuple[Decimal, Qualifier, tuple[Unit, Decimal]] | None:
    """Return the number that a cell prints with its unit, such as *2.150 tỷ đồng*; ``None`` for a number or a time.

    >>> read_amount("9.068,8 km2"), read_amount("6 tháng")
    ((Decimal('9068.8'), Qualifier.EXACT, (Unit.parse('square_kilometre'), Decimal('1'))), None)
    """
    match = _AMOUNT.fullmatch(" ".join(text.split()))
    number = None if match is None else read_number(match[1], english=english)
    unit = None if match is None else read_unit(match[2])
    if number is None or unit is None or unit[0].kind is UnitKind.DURATION:
        return None
    return number[0], number[1], unit
