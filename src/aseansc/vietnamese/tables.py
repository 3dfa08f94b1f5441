"""Read the heads, units and numbers of annex tables in Vietnamese.

A head states the role of its column and its time: *KH 2018* is a target, *Ước TH 2018* an estimated level, *TH/KH (%)*
an attainment, *2018/2017* a change. What a head does not state is left open, never guessed.

>>> head = read_head("Ước TH năm 2018")
>>> head.role, head.time, head.estimated
(ColumnRole.ACTUAL, Period.parse('2018'), True)
>>> read_head("KH 2003/ Ước 2002").role
ColumnRole.CHANGE
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache, partial
from typing import Final, final

from attrs import evolve, frozen

from aseansc.codelists import CodeList
from aseansc.errors import AseanscError
from aseansc.periods import AsOf, Period, Time
from aseansc.units import Unit
from aseansc.values import Qualifier, Value
from aseansc.vietnamese._lexicon import tables as words
from aseansc.vietnamese._parse import parse

__all__ = [
    "ColumnRole",
    "Head",
    "counted_in",
    "depth_of",
    "is_absent",
    "is_ditto",
    "is_english",
    "is_flow",
    "is_nothing",
    "is_place",
    "is_rate",
    "plans_are_meant",
    "read_head",
    "read_number",
    "read_unit",
    "time_of_row",
    "times_in",
    "unit_in_line",
]


@final
class ColumnRole(CodeList):
    """What the cells of a column state.

    - ``serial``: serial numbers of rows, which are not figures.
    - ``label``: the names of indicators, or of places.
    - ``unit``: units.
    - ``actual``: levels that were reached or estimated.
    - ``target``: planned levels.
    - ``attainment``: a level as a percentage of its target.
    - ``change``: a level as a percentage of an earlier one.
    - ``note``: remarks.
    - ``unknown``: the head does not state it.
    """

    SERIAL = "serial"
    LABEL = "label"
    UNIT = "unit"
    ACTUAL = "actual"
    TARGET = "target"
    ATTAINMENT = "attainment"
    CHANGE = "change"
    NOTE = "note"
    UNKNOWN = "unknown"


@final
@frozen(kw_only=True)
class Head:
    """What the head of a column states.

    Args:
        role: what its cells state.
        time: the time, if it is printed; of the level that is compared, for a comparison.
        estimated: whether the levels are estimates.
        provisional: whether the levels are provisional (*sơ bộ*).
        level: for a comparison, the head of the level that is compared.
        base: for a comparison, the head of the level that it is divided by.
        unit: the unit in the head, as printed: *triệu đồng* in *Tổng vốn (triệu đồng)*.
        measure: the other words of the head, which name what the column measures: *trong đó nstw*.
        places: for labels, whether they are names of places.
        to_date: whether the time is the first months of a year, up to a month.
    """

    role: ColumnRole
    time: Time | None = None
    estimated: bool = False
    provisional: bool = False
    level: Head | None = None
    base: Head | None = None
    unit: str = ""
    measure: str = ""
    places: bool = False
    to_date: bool = False


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})[\s.:*]*")


_SERIAL, _UNIT, _NOTE, _LABEL, _PLACE = map(_whole, (words.SERIAL, words.UNIT, words.NOTE, words.LABEL, words.PLACE))
_TARGET, _ACTUAL, _ESTIMATED, _COMPARED, _OTHER = (
    re.compile(rf"(?<!\w)(?:{pattern})")
    for pattern in (words.TARGET, words.ACTUAL, words.ESTIMATED, words.COMPARED, words.OTHER_BASE)
)
_DITTO, _ABSENT = (re.compile(rf"(?:{pattern})") for pattern in (words.DITTO, words.ABSENT))
_NOTHING, _PART = (re.compile(rf"(?:{pattern})") for pattern in (words.NOTHING, words.PART))
_UNIT_LINE, _RATE, _FLOW = (re.compile(pattern) for pattern in (words.UNIT_LINE, words.RATE_LABEL, words.FLOW))
_COUNTED: Final = re.compile(words.COUNTED)
_REACHED: Final = re.compile(words.REACHED_TITLE)
_PLANNED: Final = re.compile(words.PLANNED_TITLE)
_NAMES: Final = ((_SERIAL, ColumnRole.SERIAL), (_UNIT, ColumnRole.UNIT), (_NOTE, ColumnRole.NOTE))
_PARTS_OF_YEAR: Final = re.compile(rf"(?<!\w)(?:{words.PARTS_OF_YEAR})(?!\w)")
_PLACE_LABEL: Final = re.compile(words.PLACE_LABEL)
_PROVISIONAL: Final = re.compile(words.PROVISIONAL)
_ABBREVIATION_POINT: Final = re.compile(r"(?<=[^\W\d_])\.(?=[a-z])")
"""The point between the letters of an abbreviation: *k.h*."""
_ROUND: Final = re.compile(r"\([^()]*\)")
_FILLERS: Final = re.compile(rf"(?<!\w)(?:{words.FILLERS})(?!\w)")
_DOUBTFUL: Final = re.compile(words.DOUBTFUL)
_NOTE_MARKS: Final = re.compile(r"\s*(?:\((?:\d{1,2}|\*+)\)|\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$")
_BRACKETED: Final = re.compile(r"\(([^()]*[^\W\d_%][^()]*|%)\)\s*$")
_FORMULA: Final = re.compile(r"\(?\d{1,2}\)?\s*=.*")

_TIMES: Final = tuple((re.compile(pattern), kind) for pattern, kind in words.TIMES)
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SLASH: Final = re.compile(rf"\s*(?:/|{words.AGAINST})\s*")
_EARLIEST: Final = "\ue000"
"""The first of the characters that take the place of times while a head is split."""
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


@lru_cache(maxsize=4096)
def read_head(text: str) -> Head:
    """Return what the head of a column states.

    Args:
        text: the head, with those above it that cover the column: *So sánh (%) TH/KH*.
    """
    shown = " ".join(unicodedata.normalize("NFC", text).split()).casefold()
    shown = _ABBREVIATION_POINT.sub("", shown)
    shown = _NOTE_MARKS.sub("", shown).strip(" :.-")
    if not shown or _FORMULA.fullmatch(shown) or _DOUBTFUL.search(shown):
        return Head(role=ColumnRole.UNKNOWN)
    for pattern, role in _NAMES:
        if pattern.fullmatch(shown):
            return Head(role=role)
    rest, times = _without_times(shown)
    return _compared(shown, rest, times) or _plain(shown, rest, times)


def _compared(shown: str, rest: str, times: list[tuple[Time, bool]]) -> Head | None:
    """Return the head of a comparison, or ``None`` if it is another one."""
    is_compared = _COMPARED.search(rest) is not None
    pieces = _SLASH.split(_COMPARED.sub(" ", rest) if is_compared else rest)
    stated = [_operand(piece, times) for piece in pieces]
    if len(stated) >= 2 and (is_compared or _is_ratio(stated)):
        return _comparison(stated[-2], stated[-1])
    if is_compared or ("%" in shown and _TARGET.search(rest) and len(pieces) > 1):
        return _one_sided(rest, times)
    return None


def _plain(shown: str, rest: str, times: list[tuple[Time, bool]]) -> Head:
    """Return a head that is not a comparison."""
    head = _operand(rest, times)
    unit = _BRACKETED.search(shown)
    if _OTHER.search(rest) or (not times and _PARTS_OF_YEAR.search(rest)):
        return Head(role=ColumnRole.UNKNOWN)
    if head.role is ColumnRole.UNKNOWN and not times and _LABEL.fullmatch(shown) and unit is None:
        return Head(role=ColumnRole.LABEL, places=_PLACE.fullmatch(shown) is not None)
    provisional = _PROVISIONAL.search(rest) is not None
    return evolve(head, unit="" if unit is None else unit[1].strip(), measure=_measure(rest), provisional=provisional)


def _measure(rest: str) -> str:
    """Return the words of a head that state neither its role, its time nor its unit."""
    for pattern in (_ROUND, _TARGET, _ESTIMATED, _ACTUAL, _FILLERS):
        rest = pattern.sub(" ", rest)
    words_left = re.findall(r"[^\W\d_]{2,}", _PRIVATE.sub(" ", rest))
    return " ".join(words_left)


def _without_times(shown: str) -> tuple[str, list[tuple[Time, bool]]]:
    """Return a head with a private character in place of each time, and the times."""
    times: list[tuple[Time, bool]] = []
    shown = _PRIVATE.sub(" ", shown)

    def taken(kind: str, match: re.Match[str]) -> str:
        time = _time(kind, match.groups())
        if time is None:
            return match[0]
        times.append((time, kind == "months"))
        return f" {chr(ord(_EARLIEST) + len(times) - 1)} "

    for pattern, kind in _TIMES:
        shown = pattern.sub(partial(taken, kind), shown)
    return " ".join(shown.split()), times


def _time(kind: str, parts: tuple[str, ...]) -> Time | None:
    try:
        match kind:
            case "day":
                return AsOf.parse(f"{parts[2]}-{int(parts[1]):02}-{int(parts[0]):02}")
            case "months":
                return (
                    Period.year(int(parts[1]))
                    if parts[0] == "12"
                    else Period.parse(f"{parts[1]}-01-01/P{int(parts[0])}M")
                )
            case "month":
                return Period.parse(f"{parts[1]}-M{int(parts[0]):02}")
            case "quarter":
                return Period.parse(f"{parts[1]}-Q{_QUARTERS.get(parts[0], parts[0])}")
            case "years":
                return Period.parse(f"{parts[0]}-01-01/P{int(parts[1]) - int(parts[0]) + 1}Y")
            case _:
                return Period.year(int(parts[0]))
    except AseanscError:
        return None


def _operand(piece: str, times: list[tuple[Time, bool]]) -> Head:
    """Return what one side of a comparison, or a plain head, states."""
    found = list(dict.fromkeys(times[ord(character) - ord(_EARLIEST)] for character in _PRIVATE.findall(piece)))
    estimated = _ESTIMATED.search(piece) is not None
    is_target = _TARGET.search(piece) is not None
    is_actual = estimated or _ACTUAL.search(piece) is not None
    role = ColumnRole.UNKNOWN
    if is_target is not is_actual:
        role = ColumnRole.TARGET if is_target else ColumnRole.ACTUAL
    if len(found) > 1:
        return Head(role=ColumnRole.UNKNOWN, estimated=estimated)
    time, to_date = found[0] if found else (None, False)
    return Head(role=role, time=time, estimated=estimated, to_date=to_date)


def _is_ratio(stated: list[Head]) -> bool:
    """Return whether both sides of a slash are levels: *TH/KH*, *2018/2017*; not *triệu đồng/người*."""
    return all(head.role is not ColumnRole.UNKNOWN or head.time is not None for head in stated[-2:])


def _comparison(level: Head, base: Head) -> Head:
    """Return the head of a comparison of two levels."""
    known = level.role is not ColumnRole.UNKNOWN or level.time is not None
    if not known or (base.role is ColumnRole.UNKNOWN and base.time is None):
        return Head(role=ColumnRole.UNKNOWN)
    same = level.time is None or base.time is None or level.time == base.time
    if base.role is ColumnRole.TARGET:
        is_attained = (same or level.to_date) and level.role is not ColumnRole.TARGET
        role = ColumnRole.ATTAINMENT if is_attained else ColumnRole.UNKNOWN
    else:
        role = ColumnRole.UNKNOWN if same else ColumnRole.CHANGE
    time = level.time or base.time
    return Head(role=role, time=time, estimated=level.estimated, level=level, base=base, to_date=level.to_date)


def _one_sided(rest: str, times: list[tuple[Time, bool]]) -> Head:
    """Return the head of a comparison that names only its base: *% so với KH*, *so với 2017*."""
    other = _OTHER.search(rest) is not None
    base = _operand(_COMPARED.sub(" ", rest), times)
    if base.role is ColumnRole.TARGET and not other:
        return Head(role=ColumnRole.ATTAINMENT, time=base.time, base=base)
    return Head(role=ColumnRole.UNKNOWN, base=base)


_SCALE_WORDS: Final = tuple(
    (re.compile(rf"(?:{pattern})(?:\s+|(?<=\.)\s*)(?=\w)"), word) for pattern, word in words.SCALES
)


@lru_cache(maxsize=4096)
def read_unit(text: str) -> tuple[Unit, Decimal] | None:
    """Return the unit that a unit column or head states, and the number that one of its cells is multiplied by.

    Args:
        text: the unit as printed, such as *Ngh. tỷ đồng* or *1.000 lượt*.

    >>> read_unit("Tr. USD")
    (Unit.parse('USD'), Decimal('1000000'))
    """
    shown = " ".join(unicodedata.normalize("NFC", text).split()).casefold().strip(" ().:")
    if not shown or shown in words.AMBIGUOUS_UNITS or len(shown) > 60:
        return None
    spelled = _spelled(shown)
    if any(spelled.endswith(f" {unit}") for unit in words.AMBIGUOUS_UNITS):
        return None
    try:
        found = parse(f"1 {spelled}").value
    except AseanscError:
        return None
    return (found.unit, found.magnitude) if isinstance(found, Value) else None


def counted_in(label: str) -> tuple[Unit, Decimal] | None:
    """Return the unit of a label that begins with what it counts, such as *Số hộ nghèo* or *Tổng số dự án mới*."""
    shown = label.casefold().strip(" -+*.:")
    for short, word in words.SHORT_NOUNS:
        shown = re.sub(short, word, shown)
    match = _COUNTED.match(shown)
    if match is None or is_rate(label) or "/" in label or "%" in label:
        return None
    counted = match[1].split()
    found = (read_unit(" ".join(counted[:size])) for size in range(min(3, len(counted)), 0, -1))
    return next((unit for unit in found if unit is not None), None)


def time_of_row(label: str) -> tuple[Time, bool] | None:
    """Return the time that is all of a label, as in a table with a row for each year, and whether it is provisional."""
    shown = " ".join(unicodedata.normalize("NFC", label).split()).casefold()
    rest, times = _without_times(shown)
    return (times[0][0], _PROVISIONAL.search(rest) is not None) if len(times) == 1 and not _measure(rest) else None


def _spelled(shown: str) -> str:
    """Return a unit with its scale words written in full."""
    spelled = ""
    for _ in range(2):
        for pattern, word in _SCALE_WORDS:
            match = pattern.match(shown)
            if match is not None:
                spelled, shown = f"{spelled}{word} ", shown[match.end() :]
                break
    return f"{spelled}{shown}"


def unit_in_line(text: str) -> str:
    """Return the unit that a line above a table states, such as *triệu đồng* in *ĐVT: triệu đồng*; else ``""``."""
    match = _UNIT_LINE.search(text.casefold())
    return "" if match is None else match[1].strip(" ().;")


def times_in(text: str) -> tuple[Time, ...]:
    """Return the different times in the title of a table, in order."""
    _, times = _without_times(" ".join(text.split()).casefold())
    return tuple(dict.fromkeys(time for time, _ in times))


def is_rate(label: str) -> bool:
    """Return whether a label is that of a rate per 1,000 or 10,000 persons, whose unit column is not its unit."""
    return _RATE.search(label.casefold()) is not None


def is_flow(label: str) -> bool:
    """Return whether a label is that of an indicator that sums up over a period, such as *Tổng thu ngân sách*."""
    return _FLOW.match(label.casefold().lstrip(" -+*•0123456789.)(")) is not None


def is_place(label: str) -> bool:
    """Return whether the label of a row is the name of a place, such as *Huyện Tam Đường*."""
    shown = label.strip(" -+•")
    match = _PLACE_LABEL.match(shown.casefold())
    return match is not None and shown[match.end() - 1].isupper()


def is_ditto(text: str) -> bool:
    """Return whether a cell repeats the cell above it: ``"`` or *nt*."""
    return _DITTO.fullmatch(text.strip().casefold()) is not None


def is_absent(text: str) -> bool:
    """Return whether a cell says that a number is not available: *…* or *x*."""
    return _ABSENT.fullmatch(text.strip().casefold()) is not None


def is_nothing(text: str) -> bool:
    """Return whether a cell has only dashes, or no text at all."""
    return not text.strip() or _NOTHING.fullmatch(text.strip()) is not None


def depth_of(label: str) -> int:
    """Return how deep a row is below the row that it is a part of: 1 for *- Nữ* and *Trong đó: nữ*, 2 for *+ Nữ*."""
    shown = label.strip().casefold()
    if shown[:1] in tuple("+*"):
        return 2
    return int(shown[:1] in tuple("-–•") or _PART.fullmatch(shown) is not None)


def plans_are_meant(title: str) -> bool:
    """Return whether the title of a table announces plans, so that columns without a role may be plans."""
    shown = title.casefold()
    return _PLANNED.search(shown) is not None and _REACHED.search(shown) is None


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
_VIETNAMESE: Final = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[+-]?\d+(?:,\d+)?")
_ENGLISH: Final = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")
_SIGN: Final = "|".join(_SIGNS)
_NUMBER: Final = re.compile(rf"({_SIGN})?" + r"\s*([+\N{MINUS SIGN}–-]?\s?\d[\d.,\s]*?)\s*(%?)")
_DECIMAL_COMMA: Final = re.compile(r"\d,\d{1,2}(?!\d)|\d,\d{4}|\.\d{3},\d|\d\.\d{3}\.\d{3}")
_DECIMAL_POINT: Final = re.compile(r"\d\.\d{1,2}(?!\d)|\d\.\d{4}|,\d{3}\.\d|\d,\d{3},\d{3}")


def is_english(cells: tuple[str, ...]) -> bool | None:
    """Return whether the numbers of a table have decimal points, as in English; ``None`` if some have, and some commas.

    All cells are read together, so that 1.850 beside 2.124,5 is a whole number.
    """
    commas = any(_DECIMAL_COMMA.search(cell) for cell in cells)
    points = any(_DECIMAL_POINT.search(cell) for cell in cells)
    return None if commas and points else points


def read_number(text: str, *, english: bool = False) -> tuple[Decimal, Qualifier, bool] | None:
    """Return the number that a cell prints, its qualifier, and whether it has a percent sign.

    Args:
        text: the whole cell; footnote marks behind the number are left out.
        english: whether numbers have decimal points.

    >>> read_number("≥ 2.124,5")
    (Decimal('2124.5'), Qualifier.AT_LEAST, False)
    """
    shown = _NOTE_MARKS.sub("", unicodedata.normalize("NFC", text).replace("\xa0", " ").strip().casefold())
    match = _NUMBER.fullmatch(shown)
    if match is None:
        return None
    digits = re.sub(r"[\N{MINUS SIGN}–]", "-", match[2]).replace("- ", "-").strip()
    if " " in digits and re.fullmatch(r"-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?", digits):
        digits = digits.replace(" ", "")
    pattern = _ENGLISH if english else _VIETNAMESE
    if pattern.fullmatch(digits) is None:
        return None
    group, point = (",", ".") if english else (".", ",")
    number = Decimal(digits.replace(group, "").replace(point, "."))
    return number, _SIGNS.get(match[1] or "", Qualifier.EXACT), bool(match[3])
