"""Parse the cells of data of other publishers: units, times, places and values; an unknown one becomes a gap."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from attrs import define

from aseansc._decimals import EXACT, as_decimal
from aseansc.codelists import Absent
from aseansc.drafts import Gap, PartialRecord, unchecked
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange.sdmx._data_structure import (
    ABSENCE_CODES,
    COLLECTION_CODES,
    CONFIDENTIALITY_CODES,
    STATUS_CODES,
    frequency,
)
from aseansc.interchange.sdmx._read_cells import time_of, with_decimals
from aseansc.observations import Confidentiality, Status
from aseansc.periods import AsOf, Period, Time, TimeCollection
from aseansc.texts import Text
from aseansc.units import Unit, catalogue
from aseansc.values import Qualifier, Value, value_of as value_in

START_DAY: Final = "REPORTING_YEAR_START_DAY"
"""The attribute with the first day of the reporting year."""

_OTHER_UNIT_CODES: Final = {
    "PT": "percent",
    "PC": "percent",
    "PERCENT": "percent",
    "PS": "person",
    "HA": "hectare",
    "KM2": "square_kilometre",
    "KG": "kilogram",
    "PER_1000_POP": "per_mille",
    "PER_1000_LIVE_BIRTHS": "per_mille",
    "PER_1000_UNINFECTED_POP": "per_mille",
    "PER_10000_POP": "per_10_000",
    "PER_100000_POP": "per_100_000",
    "PER_100000_LIVE_BIRTHS": "per_100_000",
}
"""Unambiguous codes of units from the global data structures (national accounts, development goals)."""

_KNOWN_UNITS: Final[dict[str, Unit]] = {unit.code: unit for unit in catalogue()}
STATUSES: Final[dict[str, tuple[Status, ...]]] = {
    "": (),
    "A": (),
    **{code: (it,) for it, code in STATUS_CODES.items()},
}
ABSENCES: Final = {code: status for status, code in ABSENCE_CODES.items()}
"""The statuses of observations without a value, by their codes of CL_OBS_STATUS."""
CONFIDENTIALITIES: Final[dict[str, Confidentiality]] = {code: it for it, code in CONFIDENTIALITY_CODES.items()}
_COLLECTED: Final = {code: collection for collection, code in COLLECTION_CODES.items()}
_REPEATED: Final = frozenset(collection for collection in TimeCollection if collection.is_repeated)
CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
_MULTIPLIER: Final = re.compile(r"-?[0-9]{1,2}")
_DECIMALS: Final = re.compile(r"[0-9]{1,2}")
_NO_NUMBERS: Final = frozenset({"", "NaN", "nan", "NA", "N/A", "n/a", ":"})
_FILLER: Final = re.compile(r"[+-]?0*\.?0*(?:[eE][+-]?[0-9]+)?|[-–—.:*x]+|na|n/a|nan|null|none", re.IGNORECASE)
ELSEWHERE: Final = frozenset({"K", "C", "Z", "_Z"})
"""Codes of `MISSING` that allow a value: included in another category, where the value is that of both, and the codes
of some publishers for confidential and not applicable."""
MISSING: Final = ELSEWHERE | {"H", "L", "M", "O", "Q"}
"""Codes for a missing value; from CL_OBS_STATUS: holiday, not collected, cannot exist, missing, suppressed."""
MULTIPLIER_NAMES: Final = ("UNIT_MULT", "UNIT_MULTIPLIER", "POWERCODE")
"""Names of the attribute with the power of ten by which values are multiplied."""


def gap(en: str, vi: str) -> Gap:
    return Gap(reason=Text(en=en, vi=vi))


NO_BASIS: Final = gap(
    "the file does not state the source of the time (stated, carried or assumed)",
    "tệp không cho biết căn cứ của thời gian (nêu cùng số liệu, nêu ở phần trước hay giả định)",
)
NO_COLLECTION: Final = gap(
    "the file does not state how the figure is aggregated over time (for example total or end of period)",
    "tệp không cho biết số liệu được tổng hợp theo thời gian thế nào (ví dụ tổng trong kỳ hay cuối kỳ)",
)
NO_PER: Final = gap(
    "the file does not state whether the average is per month, quarter or year",
    "tệp không cho biết số bình quân tính theo tháng, quý hay năm",
)
NO_CITATION: Final = gap("the file does not cite a document", "tệp không trích dẫn tài liệu nào")
NO_PLACE: Final = gap("the file does not state the place", "tệp không cho biết địa bàn")
NO_UNIT: Final = gap("the file does not state the unit", "tệp không cho biết đơn vị tính")
NO_PLACE_COLUMN: Final = gap("no column REF_AREA states the place", "không có cột REF_AREA cho biết địa bàn")
NO_UNIT_COLUMN: Final = gap("no column UNIT_MEASURE states the unit", "không có cột UNIT_MEASURE cho biết đơn vị tính")
NO_VALUE: Final = gap("the file does not state the value", "tệp không cho biết giá trị")
_NO_VALUE_COLUMN: Final = gap("the row has no column OBS_VALUE", "dòng không có cột OBS_VALUE")
_NO_TIME: Final = gap("the file does not state the time", "tệp không cho biết thời gian")
NO_TIME_COLUMN: Final = gap("the row has no column TIME_PERIOD", "dòng không có cột TIME_PERIOD")
NO_INDICATOR_COLUMN: Final = gap(
    "the file has no column INDICATOR, SERIES or MEASURE and does not name its structure, so that all rows are read as"
    " one indicator without a name",
    "tệp không có cột INDICATOR, SERIES hay MEASURE và không nêu tên cấu trúc, nên mọi dòng được đọc là một chỉ tiêu"
    " không tên",
)
NO_KIND: Final = gap(
    "the file does not state whether the indicator is a stock, a flow or a rate",
    "tệp không cho biết chỉ tiêu là số thời điểm, số thời kỳ hay tỷ lệ",
)
NO_NAME: Final = gap("the file has no name in English", "tệp không có tên tiếng Anh")
NO_REVIEW: Final = gap("the file does not state which review it belongs to", "tệp không cho biết thuộc báo cáo nào")


@lru_cache(maxsize=1024)
def gap_showing(en: str, vi: str, text: str, longest: int = 120) -> Gap:
    """Return a gap for a part of the file that is not understood; the reason shows it."""
    shown = text[:longest]
    if not shown.isprintable():
        shown = "".join(character if character.isprintable() else " " for character in shown)
    shown = " ".join(shown.split())
    return gap(f"{en}: {shown}" if shown else en, f"{vi}: {shown}" if shown else vi)


@lru_cache(maxsize=4096)
def identifier(code: str) -> str:
    """Return a code as an id for a review: in lower case, with hyphens for everything but letters and digits."""
    return _NOT_IN_IDS.sub("-", code.casefold()).strip("-") or "x"


@lru_cache(maxsize=4096)
def note_of(text: str) -> Text:
    return Text(en=text)


TOTALS: Final = frozenset({"_T", "_Z", ""})
"""Codes of a dimension that are not a category: total, and not applicable."""


@lru_cache(maxsize=4096)
def category_of(name: str, code: str) -> str | None:
    """Return a code of a dimension as a breakdown category, such as ``SEX:F``.

    It is ``""`` for a total, ``None`` for an empty cell, and ``NAME=CODE`` for a cell that is not a code.
    """
    if code in TOTALS:
        return "" if code else None
    return f"{name}:{code}" if CODE.fullmatch(code) and CODE.fullmatch(name) and "." not in name else f"{name}={code}"


@lru_cache(maxsize=4096)
def unit_of(code: str) -> Unit | Gap:
    unit = _KNOWN_UNITS.get(_OTHER_UNIT_CODES.get(code, code))
    if unit is not None:
        return unit
    return gap_showing("unknown unit code", "mã đơn vị tính không xác định", code) if code else NO_UNIT


@define
class ParsedTime:
    """The time of a row and how its figure is aggregated over time."""

    text: str
    """The time as it is written."""
    id_part: str
    """The time in the form for ids."""
    time: Time | Gap
    collection: TimeCollection | Gap
    needs_per: bool
    """Whether the field ``per`` is needed, which SDMX does not give."""
    unread: tuple[str, ...]
    """Cells that are not used, for the note."""
    identity: int
    """The hash of the time and its collection."""


def _time_or_gap(text: str) -> Time | Gap:
    try:
        return time_of(text)
    except AseanscError:
        if not text.strip():
            return _NO_TIME
        return gap_showing("the time has an unknown form", "thời gian không đúng định dạng", text)


@lru_cache(maxsize=4096)
def parse_time(
    text: str, freq: str, component: str, code: str, start_day: str = "", frequency_component: str = "FREQ"
) -> ParsedTime:
    """Parse the time of a row.

    Args:
        text: TIME_PERIOD.
        freq: FREQ.
        component: the name of the column of the time collection.
        code: its code of CL_TIME_PER_COLLECT.
        start_day: REPORTING_YEAR_START_DAY; parts of a reporting year are shifted to the dates of the calendar.
        frequency_component: the name of the column of the frequency.
    """
    collection = _COLLECTED.get(code)
    time = _time_or_gap(text)
    unread = [f"TIME_PERIOD={text.strip()}"] if isinstance(time, Gap) and text.strip() else []
    if isinstance(time, AsOf) and freq in _LONGER_THAN_A_DAY:
        time = gap_showing(
            "the file has a day for data of a lower frequency",
            "tệp ghi một ngày cho số liệu có chu kỳ dài hơn ngày",
            f"{text}, {frequency_component}={freq}",
        )
    if start_day not in ("", _JANUARY) and isinstance(time, Period) and _REPORTING.fullmatch(text):
        time = _shift_reporting_year(time, text, start_day)
    elif start_day not in ("", _JANUARY):
        unread.append(f"{START_DAY}={start_day.strip()}")
    if freq and (isinstance(time, Gap) or freq != frequency(time, str(time))):
        unread.append(f"{frequency_component}={freq}")
    if code and (collection is None or isinstance(time, AsOf)):
        unread.append(f"{component}={code}")
    known = TimeCollection.AT if isinstance(time, AsOf) else collection or NO_COLLECTION
    identity = hash((time, known))
    return ParsedTime(text, identifier(text), time, known, known in _REPEATED, tuple(unread), identity)


_LONGER_THAN_A_DAY: Final = frozenset({"A", "S", "T", "Q", "M", "W"})
_JANUARY: Final = "--01-01"
_REPORTING: Final = re.compile(r"[0-9]{4}-[ASTQMWD][0-9]{1,3}")
"""Times that are counted from the start of the reporting year; plain years, months and days are calendar times."""
_FIRST_OF_A_MONTH: Final = re.compile(r"--(0[1-9]|1[0-2])-01")


def _shift_reporting_year(time: Period, text: str, start_day: str) -> Period | Gap:
    """Shift a part of a reporting year that starts on the first day of a month; return a gap for any other day."""
    match = _FIRST_OF_A_MONTH.fullmatch(start_day)
    if match is not None and time.months is not None and time.end.year < dt.MAXYEAR - 1:
        later = int(match[1]) - 1
        end = _months_later(time.end + dt.timedelta(days=1), later) - dt.timedelta(days=1)
        return Period(start=_months_later(time.start, later), end=end)
    return gap_showing(
        "the reporting year does not start on the first day of a month",
        "năm báo cáo không bắt đầu từ ngày đầu tháng",
        f"{text}, {start_day}",
    )


def _months_later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + year, month + 1, 1)


@lru_cache(maxsize=4096)
def area_of(code: str) -> str | Gap:
    if CODE.fullmatch(code):
        return code
    return gap_showing("invalid place code", "mã địa bàn không hợp lệ", code) if code else NO_PLACE


_EXACT: Final = Qualifier.EXACT
_is_plain: Final = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?").fullmatch


def is_filler(text: str) -> bool:
    """Return whether a cell holds a placeholder for a missing value: 0, NaN, a dash, or nothing."""
    return text in _NO_NUMBERS or _FILLER.fullmatch(text.strip()) is not None


def _multiplier(cells: Mapping[str, str]) -> str:
    return next(filter(None, map(cells.get, MULTIPLIER_NAMES)), "")


@lru_cache(maxsize=1024)
def is_unscaled(*cells: str) -> bool:
    """Return whether no cell of a row changes the number in OBS_VALUE: those of `MULTIPLIER_NAMES`, then DECIMALS."""
    *multipliers, decimals = cells
    return not decimals and next(filter(None, multipliers), "") in ("", "0")


@lru_cache(maxsize=1024)
def plain_values(code: str) -> Callable[[str], Value | None]:
    """Return a function that returns the value of a row whose number no other cell changes, from its unit's code.

    It returns ``None`` if `value_of` must decide, which is always so for an unknown unit.
    """
    unit = unit_of(code)
    if not isinstance(unit, Unit):
        return lambda text: None

    def plain_value(text: str) -> Value | None:
        whole, point, digits = text.partition(".")
        is_usual = whole.isdecimal() and (digits.isdecimal() or not point) and text.isascii()
        if not is_usual and not _is_plain(text):
            return None
        try:
            return value_in(Decimal(text), unit, _EXACT, -len(digits))
        except AseanscError:
            return None

    return plain_value


def value_of(
    cells: Mapping[str, str], unit: Unit | Gap, kept: list[str], missing: Gap | Absent | None = None
) -> Value | PartialRecord | Gap | Absent:
    """Parse the value of a row; add cells that are not understood to `kept`.

    Args:
        cells: the row.
        unit: its unit.
        kept: the parts of the note.
        missing: according to the status, that the value is absent, or the reason why it is a gap.
    """
    text, decimals, multiplier = cells.get("OBS_VALUE", "").strip(), cells.get("DECIMALS", ""), _multiplier(cells)
    if missing is not None or text in _NO_NUMBERS:
        unstated = NO_VALUE if "OBS_VALUE" in cells else _NO_VALUE_COLUMN
        return _missing_value(cells, unit, kept, unstated if missing is None else missing)
    is_simple = multiplier in ("", "0") and not decimals and _is_plain(text)
    try:
        number = Decimal(text) if is_simple else _scaled(text, _whole(multiplier), _whole(decimals), kept)
        if isinstance(unit, Unit):
            return Value(magnitude=number, unit=unit)
        return PartialRecord(Value, {"magnitude": number, "unit": unit})
    except AseanscError as error:
        kept += [f"{name}={cells[name].strip()}" for name in _OF_VALUE if cells.get(name, "").strip()]
        return gap_showing("the value cannot be read", "không đọc được giá trị", f"{text[:60]}; {error.problem}")


def _missing_value(
    cells: Mapping[str, str], unit: Unit | Gap, kept: list[str], missing: Gap | Absent
) -> PartialRecord | Absent:
    """Return the value of a row without a number; add its other cells to `kept`, and a placeholder for an absence."""
    kept += [f"{name}={cells[name]}" for name in _OF_VALUE[1:] if cells.get(name)]
    if isinstance(missing, Gap):
        return unchecked(Value, {"magnitude": missing, "unit": unit}, "")
    text = cells.get("OBS_VALUE", "")
    kept += [] if text in _NO_NUMBERS else [f"OBS_VALUE={text.strip()}"]
    return missing


_OF_VALUE: Final = ("OBS_VALUE", *MULTIPLIER_NAMES, "DECIMALS")


def _whole(text: str) -> str:
    """Return the text of a whole number, which some programs write with a decimal: 6.0."""
    return text.strip().removesuffix(".0")


def _scaled(text: str, multiplier: str, decimals: str, kept: list[str]) -> Decimal:
    """Return the number from OBS_VALUE, UNIT_MULT and DECIMALS; add DECIMALS to `kept` if it does not fit the value."""
    if multiplier and not _MULTIPLIER.fullmatch(multiplier):
        raise FieldError("UNIT_MULT is not a whole number", got=multiplier)
    number = as_decimal(text)
    if decimals:
        rounded = with_decimals(number, int(decimals)) if _DECIMALS.fullmatch(decimals) else None
        if rounded is None:
            kept.append(f"DECIMALS={decimals}")
        number = number if rounded is None else rounded
    return as_decimal(EXACT.scaleb(number, int(multiplier or 0)))


def repeated(values: tuple[str, ...], first: str) -> FieldError:
    """Return the problem of a row with the key of an earlier one."""
    problem = FieldError("two rows have the same key", got=", ".join(values), expected="a different key for each row")
    problem.hint = f"The first one is {first}."
    return problem
