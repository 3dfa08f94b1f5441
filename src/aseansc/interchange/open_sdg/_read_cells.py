"""Read the cells of a data file of Open SDG; what cannot be read becomes a gap that shows it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple

from aseansc._decimals import EXACT, as_decimal
from aseansc.codelists import Absent
from aseansc.drafts import Gap, Numbered, PartialRecord
from aseansc.errors import AseanscError
from aseansc.observations import Status
from aseansc.periods import Period
from aseansc.texts import Text
from aseansc.units import Unit, catalogue
from aseansc.values import Value

_LONGEST_SHOWN: Final = 120


def _gap(en: str, vi: str, shown: str = "") -> Gap:
    if shown:
        printable = "".join(letter if letter.isprintable() else " " for letter in shown)
        short = " ".join(" ".join(printable.split())[:_LONGEST_SHOWN].split())
        en, vi = f"{en}: {short}", f"{vi}: {short}"
    return Gap(reason=Text(en=en, vi=vi))


NO_REVIEW: Final = _gap("the file does not state which review it belongs to", "tệp không cho biết thuộc báo cáo nào")
NO_PLACE: Final = _gap("the file does not state the place", "tệp không cho biết địa bàn")
NO_UNIT: Final = _gap("the file does not state the unit", "tệp không cho biết đơn vị tính")
NO_KIND: Final = _gap(
    "the file does not state whether the indicator is a stock, a flow or a rate",
    "tệp không cho biết chỉ tiêu là số thời điểm, số thời kỳ hay tỷ lệ",
)
NO_TIME_BASIS: Final = _gap(
    "the file does not state the source of the time (stated, carried or assumed)",
    "tệp không cho biết căn cứ của thời gian (nêu cùng số liệu, nêu ở phần trước hay giả định)",
)
NO_COLLECTION: Final = _gap(
    "the file does not state how the figure is aggregated over time (for example total or end of period)",
    "tệp không cho biết số liệu được tổng hợp theo thời gian thế nào (ví dụ tổng trong kỳ hay cuối kỳ)",
)
NO_CITATION: Final = _gap("the file does not cite a document", "tệp không trích dẫn tài liệu nào")

# -- columns

_ROLES: Final = {
    "Year": "year",
    "Value": "value",
    "Units": "unit",
    "Unit measure": "unit",
    "Unit of measure": "unit",
    "Series": "series",
    "GeoCode": "place",
    "Observation status": "status",
    "Unit multiplier": "multiplier",
}
"""Columns that are not disaggregations: those of Open SDG, and the usual names of units and statuses."""


class Roles(NamedTuple):
    """The columns of a file and what they are."""

    names: list[str]
    roles: list[str]
    """The role of each column; empty for a disaggregation."""

    @classmethod
    def of(cls, names: list[str]) -> Roles:
        """Return the roles of columns; of two columns with the same role, the second is a disaggregation."""
        roles: list[str] = []
        for name in names:
            role = _ROLES.get(name, "")
            roles.append("" if role in roles else role)
        return cls(names, roles)

    def split(self, cells: list[str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
        """Return the cells of a row by their roles, and the column and the cell of each category."""
        by_role = dict.fromkeys(_ROLES.values(), "")
        categories: list[tuple[str, str]] = []
        for name, role, cell in zip(self.names, self.roles, cells, strict=False):
            if role:
                by_role[role] = cell
            elif cell.strip():
                categories.append((name, cell.strip()))
        return by_role, categories


# -- cells

_YEAR: Final = re.compile(r"([1-9][0-9]{3})(?:\.0)?")
"""A year; some programs write it with a decimal."""
_YEARS: Final = re.compile("([1-9][0-9]{3}) ?(?:-|to) ?([1-9][0-9]{3})")
_QUARTER: Final = re.compile("([1-9][0-9]{3}) ?-?Q([1-4])")


@lru_cache(maxsize=4096)
def time_of(printed: str) -> Period | Gap:
    """Return a calendar year, several years, or a quarter; a gap for others, such as the fiscal year ``2018/19``.

    ``2018-2019`` is a gap, too: it may be two calendar years, or a fiscal or school year.
    """
    year = _YEAR.fullmatch(printed)
    if year:
        return Period.year(int(year[1]))
    years, quarter = _YEARS.fullmatch(printed), _QUARTER.fullmatch(printed)
    if years and int(years[2]) == int(years[1]) + 1:
        en = "the years may be two calendar years, or one fiscal or school year"
        return _gap(en, "có thể là hai năm dương lịch, hoặc một năm tài chính hay năm học", printed)
    if years and int(years[1]) <= int(years[2]):
        return Period(start=Period.year(int(years[1])).start, end=Period.year(int(years[2])).end)
    if quarter:
        return Period.parse(f"{quarter[1]}-Q{quarter[2]}")
    return _gap("the year is not a calendar year", "năm không phải là năm dương lịch", printed)


_PERCENTS: Final = ("%", "percent", "percentage", "percentage (%)", "percent (%)", "per cent")
_UNITS: Final[Mapping[str, str]] = {
    **{name.casefold(): unit.code for unit in catalogue() for name in (unit.en, unit.plural, unit.code)},
    **dict.fromkeys(_PERCENTS, "percent"),
}
_RATE: Final = re.compile("(?:rate )?per ([0-9,]+) (?:population|live births)")
_RATES: Final = {"1000": "per_mille", "10000": "per_10_000", "100000": "per_100_000"}


@lru_cache(maxsize=4096)
def unit_of(printed: str) -> Unit | Gap:
    """Return the unit with a name of the catalogue, or a quotient of such units; otherwise a gap that shows the name.

    A name may be a key of translations, such as ``data.percent``.
    """
    words = " ".join(printed.split())
    if not words:
        return NO_UNIT
    plain = words.removeprefix("data.").casefold()
    rate = _RATE.fullmatch(plain)
    code = _UNITS.get(plain) or (_RATES.get(rate[1].replace(",", "")) if rate else None)
    unit = Unit.parse(code) if code else _quotient(plain)
    return unit or _gap("unknown unit", "đơn vị tính không xác định", words)


def _quotient(plain: str) -> Unit | None:
    """Return a unit such as ``Vietnamese dong per person per year``; ``None`` if a part is unknown or does not fit."""
    first, *others = [_UNITS.get(part) for part in plain.split(" per ")]
    try:
        unit = Unit.parse(first) if first else None
        for code in others:
            unit = unit / Unit.parse(code) if unit and code else None
    except AseanscError:
        return None
    return unit


@lru_cache(maxsize=4096)
def place_of(printed: str) -> Gap:
    """Return the gap of the place: publishers use codes of their own."""
    if not printed:
        return NO_PLACE
    return _gap("the place is a code of the publisher", "địa bàn là mã của nơi công bố", printed)


_MULTIPLIERS: Final = {"": 0, "unit": 0, "ten": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9}
"""The powers of ten of the names in the code list CL_UNIT_MULT, without their plural."""
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")
_PLACEHOLDERS: Final = frozenset({"", "..", "...", "…", "-", "–", ":", "na", "n/a", "nan", "null", "none", "x", "nd"})


def is_placeholder(printed: str) -> bool:
    """Return whether a cell has no value: it is empty, or holds a sign such as ``..`` or ``n/a``."""
    return printed.casefold() in _PLACEHOLDERS


def value_of(printed: str, multiplier: str, unit: Unit | Gap) -> Value | PartialRecord | Absent | Gap:
    """Return a value; absent if the cell is empty; a gap that shows the cell if it is not a plain number."""
    if is_placeholder(printed):
        return Absent.NOT_STATED
    power = _MULTIPLIERS.get(multiplier.casefold().removesuffix("s"))
    if power is None:
        shown = f"{printed}, {multiplier}"
        return _gap("the unit multiplier is unknown", "không rõ bội số của đơn vị", shown)
    if _NUMBER.fullmatch(printed):
        try:
            magnitude = as_decimal(_scaled(printed, power))
            if isinstance(unit, Unit):
                return Value(magnitude=magnitude, unit=unit)
            return PartialRecord(Value, {"magnitude": magnitude, "unit": unit})
        except AseanscError:
            pass  # more digits than a value may have, or below zero in a unit of counts
    shown = f"{printed} {multiplier}".strip()
    return _gap("the value is not a plain number of this unit", "giá trị không phải là một số của đơn vị này", shown)


def _scaled(printed: str, power: int) -> Decimal:
    return EXACT.scaleb(Decimal(printed), power)


_STATUSES: Final[dict[str, tuple[Status, ...]]] = {
    "": (),
    "normal value": (),
    "estimated value": (Status.ESTIMATED,),
    "provisional value": (Status.PROVISIONAL,),
    "forecast value": (Status.FORECAST,),
}


def statuses_of(printed: str, *, is_missing: bool) -> tuple[tuple[Status, ...], str]:
    """Return the statuses of a figure, and the words of the status if they are not known, for the note."""
    known = _STATUSES.get(printed.casefold())
    notes = f"Observation status: {printed}" if known is None else ""
    if is_missing:
        return (*(known or ()), Status.MISSING), notes
    return known or (), notes


def name_of(words: str) -> PartialRecord:
    """Return a text whose language the file does not state."""
    en, vi = "the file does not state the language of this text", "tệp không cho biết ngôn ngữ của nội dung này"
    shown = _gap(en, vi, words)
    return PartialRecord(Text, {"en": shown})


def identifier(words: str) -> str:
    """Return an id made from words."""
    return re.sub("[^a-z0-9]+", "-", _without_accents(words).casefold())[:60].strip("-") or "x"


def _without_accents(words: str) -> str:
    parts = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return "".join(part for part in parts if not unicodedata.combining(part))


# -- categories

_IN_WORDS: Final = str.maketrans(
    {"≥": " from ", "≤": " to ", "<": " under ", ">": " over ", "+": " plus ", "%": " percent "}
)
_READABLE: Final = re.compile(r"[\x00-\x7f]*")


class Categories:
    """Codes for the words of disaggregations, such as ``Age:15-to-24`` for "15 to 24"."""

    def __init__(self) -> None:
        self.labels: dict[str, Any] = {}
        """The words of each code that differs from them."""
        self._codes: dict[tuple[str, str], str] = {}
        self._ids: dict[str, Numbered] = {}

    def of(self, categories: list[tuple[str, str]]) -> tuple[str, ...] | Gap:
        """Return the codes of the categories of a row; a gap that shows them if words have no code in ASCII."""
        codes: list[str] = []
        for name, cell in categories:
            scheme, code = self._code("", name), self._code(name, cell)
            if not scheme or not code:
                shown = "; ".join(f"{column}: {words}" for column, words in categories)
                return _gap("the categories have no code", "các phân tổ chưa có mã", shown)
            codes.append(f"{scheme}:{code}")
        return tuple(codes)

    def _code(self, scheme: str, words: str) -> str:
        known = self._codes.get((scheme, words))
        if known is None:
            plain = _without_accents(words).translate(_IN_WORDS)
            letters = "[^A-Za-z0-9._-]+" if scheme else "[^A-Za-z0-9_-]+"
            base = re.sub(letters, "-", plain).strip("-._") if _READABLE.fullmatch(plain) else ""
            known = (
                self._ids.setdefault(scheme, Numbered()).once(base).replace(".", "." if scheme else "-") if base else ""
            )
            self._codes[scheme, words] = known
            if known and known != words:
                self.labels[f"{scheme}:{known}" if scheme else known] = words
        return known
