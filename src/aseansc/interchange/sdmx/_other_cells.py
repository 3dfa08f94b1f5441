"""The cells of rows that others wrote, and what each says: units, times, places, values; what is none is a gap."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from aseansc._decimals import EXACT, as_decimal
from aseansc.drafts import Gap, PartialRecord
from aseansc.drafts._partials import known
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange.sdmx._cells import time_of, with_decimals
from aseansc.interchange.sdmx._codes import frequency
from aseansc.interchange.sdmx._figures import COLLECTION_CODES, STATUS_CODES
from aseansc.observations import Status
from aseansc.periods import AsOf, Period, Time, TimeCollection
from aseansc.texts import Text
from aseansc.units import Unit, catalogue
from aseansc.values import Value

START_DAY: Final = "REPORTING_YEAR_START_DAY"
"""The attribute that says on which day the years begin that reporting periods are of."""

_OTHER_UNIT_CODES: Final = {
    "PT": "percent",
    "PC": "percent",
    "PERCENT": "percent",
    "PS": "person",
    "HA": "hectare",
    "KM2": "square_kilometre",
    "KG": "kilogram",
}
"""Codes of the global data structures (national accounts, goals) that cannot be taken for anything else."""

_KNOWN_UNITS: Final[dict[str, Unit]] = {unit.code: unit for unit in catalogue()}
STATUSES: Final[dict[str, tuple[Status, ...]]] = {
    "": (),
    "A": (),
    **{code: (it,) for it, code in STATUS_CODES.items()},
}
_COLLECTED: Final = {code: collection for collection, code in COLLECTION_CODES.items()}
CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
_MULTIPLIER: Final = re.compile(r"-?[0-9]{1,2}")
_DECIMALS: Final = re.compile(r"[0-9]{1,2}")
_NO_NUMBERS: Final = frozenset({"", "NaN", "nan", "NA", "N/A", "n/a", ":"})
_FILLER: Final = re.compile(r"[+-]?0*\.?0*(?:[eE][+-]?[0-9]+)?|[-–—.:*x]+|na|n/a|nan|null|none", re.IGNORECASE)
ELSEWHERE: Final = frozenset({"K", "C", "Z", "_Z"})
"""Codes that say that the value is missing unless a number stands beside them: included in another category, and what
some publishers have for confidential and not applicable."""
MISSING: Final = ELSEWHERE | {"H", "L", "M", "O", "Q"}
"""Codes that say that the value is missing; of CL_OBS_STATUS: holiday, not collected, cannot exist, missing,
suppressed."""
MULTIPLIERS: Final = ("UNIT_MULT", "UNIT_MULTIPLIER", "POWERCODE")
"""Names of the attribute for the power of ten that values are multiplied by."""


def why(en: str, vi: str) -> Gap:
    return Gap(reason=Text(en=en, vi=vi))


NO_BASIS: Final = why("the file does not say how the time is known", "tệp không cho biết căn cứ của thời gian")
NO_COLLECTION: Final = why(
    "the file does not say how the figure fills its time", "tệp không cho biết số liệu gắn với thời gian thế nào"
)
NO_PER: Final = why("the file does not say what the average is per", "tệp không cho biết bình quân theo gì")
NO_CITATION: Final = why("the file cites no document", "tệp không trích dẫn tài liệu")
NO_PLACE: Final = why("the file gives no place", "tệp không cho biết địa bàn")
NO_UNIT: Final = why("the file gives no unit", "tệp không cho đơn vị")
NO_VALUE: Final = why("the file gives no value", "tệp không cho giá trị")
NO_KIND: Final = why("the file does not say stock, flow or rate", "tệp không cho biết là số dư, số phát sinh hay tỷ lệ")
NO_NAME: Final = why("the file gives no name in English", "tệp không có tên tiếng Anh")
NO_REVIEW: Final = why("the file is of no review", "tệp không thuộc báo cáo nào")


@lru_cache(maxsize=1024)
def because(en: str, vi: str, said: str, longest: int = 120) -> Gap:
    """A gap for something that the file says in a way that is not understood."""
    shown = " ".join("".join(character if character.isprintable() else " " for character in said[:longest]).split())
    return why(f"{en}: {shown}" if shown else en, f"{vi}: {shown}" if shown else vi)


@lru_cache(maxsize=4096)
def identifier(code: str) -> str:
    """A code as an id within a review: in lower case, with hyphens for all that is no letter or digit."""
    return _NOT_IN_IDS.sub("-", code.casefold()).strip("-") or "x"


@lru_cache(maxsize=4096)
def noted(text: str) -> Text:
    return Text(en=text)


@lru_cache(maxsize=4096)
def category_of(name: str, code: str) -> str:
    """A code of a dimension as a category that a figure is confined to; "" when it cannot be one."""
    return f"{name}:{code}" if CODE.fullmatch(code) and CODE.fullmatch(name) and "." not in name else ""


@lru_cache(maxsize=4096)
def unit_of(code: str) -> Unit | Gap:
    unit = _KNOWN_UNITS.get(_OTHER_UNIT_CODES.get(code, code))
    if unit is not None:
        return unit
    return because("the file's code of the unit is not known", "không rõ mã đơn vị của tệp", code) if code else NO_UNIT


class Timed(NamedTuple):
    """What the cells of time say."""

    stem: str
    """How the time stands in an id."""
    time: Time | Gap
    collection: TimeCollection | Gap
    per: bool
    """Whether it is per something that is not said."""
    unread: tuple[str, ...]


@lru_cache(maxsize=4096)
def timed(
    text: str, freq: str, component: str, code: str, start_day: str = "", frequency_component: str = "FREQ"
) -> Timed:
    """The time of a row; one of a year that does not begin in January is where that year has it."""
    unread: list[str] = []
    collection = _COLLECTED.get(code)
    try:
        time: Time | Gap = time_of(text)
    except AseanscError:
        time = because("the file's time is not understood", "không hiểu thời gian của tệp", text)
        unread += [f"TIME_PERIOD={text.strip()}"] if text.strip() else []
    if isinstance(time, AsOf) and freq in _LONGER_THAN_A_DAY:
        time = because(
            "the file gives a day for data of a longer frequency",
            "tệp cho một ngày cho số liệu có tần suất dài hơn",
            f"{text}, {frequency_component}={freq}",
        )
    if start_day not in ("", _JANUARY):
        if isinstance(time, Period) and _REPORTING.fullmatch(text):
            time = _shifted(time, text, start_day)
        else:
            unread.append(f"{START_DAY}={start_day.strip()}")
    if freq and (isinstance(time, Gap) or freq != frequency(time, str(time))):
        unread.append(f"{frequency_component}={freq}")
    if code and (collection is None or isinstance(time, AsOf)):
        unread.append(f"{component}={code}")
    if isinstance(time, AsOf):
        return Timed(identifier(text), time, TimeCollection.AT, False, tuple(unread))
    per = collection is not None and collection.is_repeated
    return Timed(identifier(text), time, collection or NO_COLLECTION, per, tuple(unread))


_LONGER_THAN_A_DAY: Final = frozenset({"A", "S", "T", "Q", "M", "W"})
_JANUARY: Final = "--01-01"
_REPORTING: Final = re.compile(r"[0-9]{4}-[ASTQMWD][0-9]{1,3}")
"""A time that is counted from the start of the reporting year; years, months and days alone are the calendar's."""
_FIRST_OF_A_MONTH: Final = re.compile(r"--(0[1-9]|1[0-2])-01")


def _shifted(time: Period, text: str, start_day: str) -> Period | Gap:
    """A part of a year that begins on the first day of another month than January; a gap for any other day."""
    match = _FIRST_OF_A_MONTH.fullmatch(start_day)
    if match is not None and time.months is not None and time.end.year < dt.MAXYEAR - 1:
        later = int(match[1]) - 1
        end = _months_later(time.end + dt.timedelta(days=1), later) - dt.timedelta(days=1)
        return Period(start=_months_later(time.start, later), end=end)
    return because(
        "the file counts its time from another day of the year than the first",
        "tệp tính thời gian từ một ngày khác ngày đầu năm",
        f"{text}, {start_day}",
    )


def _months_later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + year, month + 1, 1)


@lru_cache(maxsize=4096)
def area_of(code: str) -> str | Gap:
    if CODE.fullmatch(code):
        return code
    return (
        because("the file's code of the place is none", "mã địa bàn của tệp không hợp lệ", code) if code else NO_PLACE
    )


_is_plain: Final = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?").fullmatch


def is_filler(text: str) -> bool:
    """Whether a text only fills a cell: 0, NaN, a dash, or nothing."""
    return _FILLER.fullmatch(text.strip()) is not None


def value_of(
    cells: Mapping[str, str], unit: Unit | Gap, kept: list[str], missing: Gap | None = None
) -> Value | PartialRecord | Gap:
    """The value of a row as far as it is known; what is not understood is kept as it stands.

    Args:
        cells: the row.
        unit: its unit.
        kept: gets what is not understood.
        missing: why it has no value, where its status says that.
    """
    text, decimals = cells.get("OBS_VALUE", ""), _whole(cells.get("DECIMALS", ""))
    multiplier = next((_whole(cells[name]) for name in MULTIPLIERS if cells.get(name)), "")
    if missing is not None or text in _NO_NUMBERS:
        kept += [f"{name}={cells[name]}" for name in _OF_VALUE[1:] if cells.get(name)]
        return known(Value, {"magnitude": missing or NO_VALUE, "unit": unit}, "")
    try:
        if _is_plain(text) and multiplier in ("", "0") and not decimals:
            number = Decimal(text)
        else:
            number = _scaled(text, multiplier, decimals, kept)
        if isinstance(unit, Unit):
            return Value(magnitude=number, unit=unit)
        return PartialRecord(Value, {"magnitude": number, "unit": unit})
    except AseanscError as error:
        kept += [f"{name}={cells[name].strip()}" for name in _OF_VALUE if cells.get(name, "").strip()]
        return because(
            "the file's value is not understood", "không hiểu giá trị của tệp", f"{text[:60]}; {error.problem}"
        )


_OF_VALUE: Final = ("OBS_VALUE", *MULTIPLIERS, "DECIMALS")


def _whole(text: str) -> str:
    """The text of a whole number, of which some programs make one with a decimal: 6.0."""
    return text.strip().removesuffix(".0")


def _scaled(text: str, multiplier: str, decimals: str, kept: list[str]) -> Decimal:
    """The number that a value, its multiplier and its decimals make; decimals that it does not keep are noted."""
    if multiplier and not _MULTIPLIER.fullmatch(multiplier):
        raise FieldError("not a multiplier", got=multiplier)
    number = as_decimal(text)
    if decimals:
        rounded = with_decimals(number, int(decimals)) if _DECIMALS.fullmatch(decimals) else None
        if rounded is None:
            kept.append(f"DECIMALS={decimals}")
        number = number if rounded is None else rounded
    return as_decimal(EXACT.scaleb(number, int(multiplier or 0)))
