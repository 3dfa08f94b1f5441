"""Read the heads of the columns of annex tables: the role of a column and its time.

The times of titles and of rows are read in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, final

from attrs import evolve, frozen

from aseansc.codelists import CodeList
from aseansc.periods import Period, Time, TimeCollection
from aseansc.vietnamese._head_texts import normal
from aseansc.vietnamese._head_times import (
    AGAINST,
    PRIVATE,
    Stated,
    contains,
    innermost,
    of_character,
    states_other_years,
    sum_in_year,
    without_relative_times,
    without_times,
)
from aseansc.vietnamese._lexicon import table_times, tables as words


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
        forecast: whether the levels are forecasts (*dự báo*).
        level: for a comparison, the head of the level that is compared.
        base: for a comparison, the head of the level that it is divided by.
        unit: the unit in the head, as printed: *triệu đồng* in *Tổng vốn (triệu đồng)*.
        measure: the other words of the head, which name what the column measures: *trong đó nstw*.
        places: for labels, whether they are names of places.
        to_date: whether the time is the first months of a year, up to a month.
        carried: whether a part of the time is that of the title, as in *6 tháng* or *cùng kỳ năm trước*.
        of_title: whether the time is that of the title in another year, as in *cùng kỳ năm trước* alone.
        compared: whether the cells compare levels, also if the head does not state which.
        divided: for a comparison, whether its head is a quotient, such as *TH/KH*.
        grown: for a comparison, whether its words leave open that it is a difference or a growth.
        doubtful: whether words such as *dự báo* or *bình quân* leave open what the cells state.
        averaged: for a comparison, whether its head states an average over years: *Tốc độ tăng BQ 2016-2020 (%)*.
        other_years: whether its years are not calendar years, but school years: *Năm học 2018-2019*.
        collection: whether the first or the last day of the time is meant, if that is printed.
    """

    role: ColumnRole
    time: Time | None = None
    estimated: bool = False
    provisional: bool = False
    forecast: bool = False
    level: Head | None = None
    base: Head | None = None
    unit: str = ""
    measure: str = ""
    places: bool = False
    to_date: bool = False
    carried: bool = False
    of_title: bool = False
    compared: bool = False
    divided: bool = False
    grown: bool = False
    doubtful: bool = False
    averaged: bool = False
    other_years: bool = False
    collection: TimeCollection | None = None


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})[\s.:*]*")


_SERIAL, _UNIT, _NOTE, _LABEL, _PLACE = map(_whole, (words.SERIAL, words.UNIT, words.NOTE, words.LABEL, words.PLACE))
_TARGET, _ACTUAL, _ESTIMATED, _COMPARED, _OTHER = (
    re.compile(rf"(?<!\w)(?:{pattern})")
    for pattern in (words.TARGET, words.ACTUAL, words.ESTIMATED, words.COMPARED, table_times.OTHER_BASE)
)
_ESTIMATED_GROUP: Final = re.compile(rf"(?:{words.ESTIMATED})[^/]*[\ue000-\uf8ff] (?:{words.TARGET})[^/]*")
"""A plan in a group of estimates: *Ước tính cả năm 2009*, and below it *Chỉ tiêu giao*."""
_NAMES: Final = ((_SERIAL, ColumnRole.SERIAL), (_UNIT, ColumnRole.UNIT), (_NOTE, ColumnRole.NOTE))
_RATIO_WORDS: Final = re.compile(words.RATIO_WORDS)
_GROWN: Final = re.compile(words.GROWN)
_DONE: Final = re.compile(rf"(?<!\w){words.DONE}(?!\w)")
SINCE_JANUARY, FULL_YEAR = re.compile(table_times.SINCE_JANUARY), re.compile(table_times.FULL_YEAR)
_CHANGED: Final = re.compile(rf"(?<!\w)(?:{words.CHANGED})(?!\w)")
_SHORT_ROLE: Final = re.compile(rf"(?<!\w)(?:{words.SHORT_ROLES})(?= [^\W\d_])")
_KNOWN_PHRASES: Final = re.compile(words.KNOWN_PHRASES)
_SHARE_OF: Final = re.compile(words.SHARE_OF)
_AVERAGE: Final = re.compile(rf"(?<!\w)(?:{words.AVERAGE})")
_MOMENTS: Final = (
    (re.compile(table_times.BEGINNING), TimeCollection.BEGINNING),
    (re.compile(table_times.END), TimeCollection.END),
)
_MADE_AT_BEGINNING: Final = re.compile(rf"(?<!\w)(?:{words.TARGET}) {table_times.BEGINNING}")
PARTS_OF_YEAR: Final = re.compile(rf"(?<!\w)(?:{table_times.PARTS_OF_YEAR})(?!\w)")
VAGUE: Final = re.compile(rf"(?<!\w)(?:{table_times.VAGUE_TIMES})")
_PROVISIONAL, _FORECAST = re.compile(words.PROVISIONAL), re.compile(rf"(?<!\w){words.FORECAST}")
_ROUND: Final = re.compile(r"\([^()]*\)")
_MONTH_NAME: Final = re.compile(rf"(?<=[\ue000-\uf8ff] )(?:{table_times.MONTH_NAMES})(?!\w)")
_FILLERS: Final = re.compile(rf"(?<!\w)(?:{words.FILLERS})(?!\w)")
_DOUBTFUL: Final = re.compile(words.DOUBTFUL)
_OF_TIME: Final = re.compile(words.MEANS_OF_TIME)
NOTE_MARKS: Final = re.compile(r"(?<!\s)\s*(?:\((?:\d{1,2}|\*+)\)|\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$")
_NOTE_OF_STATUS: Final = re.compile(words.NOTE_OF_STATUS)
_MARKED_NOTE, _NOTE_OF_UNIT = re.compile(words.MARKED_NOTE), re.compile(words.NOTE_OF_UNIT)
_REMARK: Final = re.compile(r"\s*\((?:[^\s()]+\s+){4,}[^\s()]+\)$")
"""At least five words in brackets at the end of a head, such as *(sử dụng trong kỳ báo cáo 6 tháng)*."""
_BRACKETED: Final = re.compile(r"\(([^()]*[^\W\d_%][^()]*|%)\)\s*$")
_PERCENT_OF: Final = re.compile(rf"(?:{words.PERCENT_OF}) ?([\ue000-\uf8ff])")
_FORMULA: Final = re.compile(r"\(?\d{1,2}\)?\s*=.*")

_SLASH: Final = re.compile(rf"\s*(?:/|{words.AGAINST})\s*")


@lru_cache(maxsize=4096)
def read_head(text: str, title: Time | None = None) -> Head:
    """Return what the head of a column states.

    Args:
        text: the head, with those above it that cover the column: *So sánh (%) TH/KH*.
        title: the time in the title of the table, which completes *6 tháng* or *cùng kỳ năm trước*.

    >>> str(read_head("TH cùng kỳ năm trước", Period.parse("2018-01-01/P6M")).time)
    '2017-S1'
    """
    shown = NOTE_MARKS.sub("", normal(text)).strip(" :.-")
    if not shown or _FORMULA.fullmatch(shown):
        return Head(role=ColumnRole.UNKNOWN)
    for pattern, role in _NAMES:
        if pattern.fullmatch(shown):
            return Head(role=role)
    remark = _REMARK.search(shown)
    if remark is not None and _LABEL.fullmatch(shown[: remark.start()]):
        return Head(role=ColumnRole.LABEL, places=_PLACE.fullmatch(shown) is not None)
    rest, times = without_times(shown)
    if _DOUBTFUL.search(shown) and not _is_mean(shown, times):
        return _doubtful(shown, times)
    rest = without_relative_times(rest, times, title)
    return _compared(shown, rest, times) or _summed_up(_plain(shown, rest, times), shown, title)


def _is_mean(shown: str, times: list[Stated]) -> bool:
    """Return whether a head without a time names a mean over the time of its table, and not one for a person or a year.

    *Lao động bình quân (Nghìn người)* is one, *Nhân khẩu bình quân (người)* may be one for a household.
    """
    is_named = not times and _OF_TIME.match(shown) is not None and "%" not in shown
    return is_named and _DOUBTFUL.search(_AVERAGE.sub(" ", shown)) is None


def _doubtful(shown: str, times: list[Stated]) -> Head:
    """Return a head whose words leave open what it states, but perhaps not that it compares levels."""
    averaged = _AVERAGE.search(shown) is not None
    compared = _COMPARED.search(shown) is not None or (averaged and "%" in shown)
    time = innermost([stated.time for stated in times]) if averaged else None
    return Head(role=ColumnRole.UNKNOWN, time=time, compared=compared, doubtful=True, averaged=averaged and compared)


def _compared(shown: str, rest: str, times: list[Stated]) -> Head | None:
    """Return the head of a comparison, or ``None`` if it is another one."""
    if _is_share(rest):
        return None
    is_compared = _COMPARED.search(rest) is not None
    pieces = [piece for each in _SLASH.split(rest) if (piece := _COMPARED.sub(" ", each).strip(" ()%+-,"))]
    if len(pieces) > 1 and _RATIO_WORDS.fullmatch(pieces[-2]) and _TARGET.search(pieces[-1]):
        del pieces[-2]  # *Tỷ lệ hoàn thành so với kế hoạch* does not name the level
    stated = [_operand(piece, times) for piece in pieces]
    found: Head | None = None
    if len(stated) >= 2 and (is_compared or _is_ratio(stated)):
        found = _comparison(_completed(stated[-2], stated[-1], times), stated[-1])
    elif is_compared or ("%" in shown and _TARGET.search(rest) and len(pieces) > 1) or _is_of_base(rest, times):
        found = _one_sided(rest, times)
    found = None if found is None else _with_times_apart(found, times)
    return None if found is None else _with_words(found, shown, rest, times, is_quotient=len(pieces) > 1)


def _is_of_base(rest: str, times: list[Stated]) -> bool:
    """Return whether a head is a percentage of an earlier level: *% cùng kỳ*."""
    match = _PERCENT_OF.fullmatch(rest)
    return match is not None and of_character(times, match[1]).later is not None


def _with_times_apart(found: Head, times: list[Stated]) -> Head:
    """Return a comparison whose level has the shorter of two times: *So với kế hoạch năm 2007 (%)*, *Tháng 3/2007*."""
    level, base = found.level or Head(role=ColumnRole.UNKNOWN), found.base
    inner = innermost([each.time for each in times])
    others = {each.time for each in times} - {inner}
    if base is None or base.role is not ColumnRole.TARGET or base.time != inner or level.time or len(others) != 1:
        return found
    return evolve(found, level=evolve(level, time=inner), base=evolve(base, time=others.pop()))


def _completed(level: Head, base: Head, times: list[Stated]) -> Head:
    """Return a level with the time that follows from that of its base: *thực hiện so với cùng kỳ năm trước*."""
    later = next((each.later for each in times if each.time == base.time), None)
    return level if level.time is not None or later is None else evolve(level, time=later)


def _with_words(found: Head, shown: str, rest: str, times: list[Stated], *, is_quotient: bool) -> Head:
    """Return a comparison with what the words of its head state beside the levels."""
    other_years = states_other_years(shown, times)
    if other_years or _FORECAST.search(rest) is not None:
        return Head(role=ColumnRole.UNKNOWN, compared=True, doubtful=True, other_years=other_years)
    unit = _BRACKETED.search(shown)
    grown = _GROWN.search(shown) is not None
    divided = "/" in rest and is_quotient and not grown
    measure = _measure(_OTHER.sub(" ", _COMPARED.sub(" ", _SLASH.sub(" ", rest))))
    named = "" if unit is None else unit[1].strip()
    measure = "" if _RATIO_WORDS.fullmatch(measure) else measure
    return evolve(found, compared=True, divided=divided, grown=grown, unit=named, measure=measure)


def _is_share(rest: str) -> bool:
    """Return whether a head is that of a ratio of two things, not of two levels: *Tỷ lệ lãi so với giá thành*."""
    levels = (_TARGET, _ACTUAL, _ESTIMATED, _OTHER, PRIVATE)
    return _SHARE_OF.match(rest) is not None and not any(pattern.search(rest) for pattern in levels)


def _plain(shown: str, rest: str, times: list[Stated]) -> Head:
    """Return a head that is not a comparison."""
    head = _operand(rest, times)
    unit = _BRACKETED.search(shown)
    if _CHANGED.search(rest) or VAGUE.search(rest):
        return Head(role=ColumnRole.UNKNOWN, time=head.time, doubtful=True)
    if _OTHER.search(rest) or (not times and PARTS_OF_YEAR.search(rest)):
        return Head(role=ColumnRole.UNKNOWN)
    if head.role is ColumnRole.UNKNOWN and not times and _LABEL.fullmatch(shown) and unit is None:
        return Head(role=ColumnRole.LABEL, places=_PLACE.fullmatch(shown) is not None)
    provisional = _PROVISIONAL.search(rest) is not None
    named = "%" if shown.endswith(" %") else "" if unit is None or _is_role(unit[1]) else unit[1].strip()
    forecast = _FORECAST.search(rest) is not None
    found = evolve(head, unit=named, measure=_measure(rest), provisional=provisional, forecast=forecast)
    return evolve(found, time=None, other_years=True) if states_other_years(shown, times) else found


def _summed_up(found: Head, shown: str, title: Time | None) -> Head:
    """Return the head of a sum in a year, which is one up to the end of the title's time: *Cộng dồn 2023*.

    Without this time, or for another year, nothing states where the sum ends.
    """
    year = found.time
    is_sum = SINCE_JANUARY.search(shown) is not None and FULL_YEAR.search(shown) is None and not found.to_date
    if not is_sum or not isinstance(year, Period) or year != Period.year(year.start.year):
        return found
    time = sum_in_year(year, title)
    if time is None or found.collection is TimeCollection.END or _TARGET.search(shown) is not None:
        return Head(role=ColumnRole.UNKNOWN, doubtful=True)
    return evolve(found, role=ColumnRole.ACTUAL, time=time, to_date=True, carried=True, collection=None)


def _is_role(bracketed: str) -> bool:
    """Return whether words in brackets only state a role, and not a unit: *Năm 2021 (thực hiện)*."""
    is_role = any(pattern.search(bracketed) for pattern in (_TARGET, _ACTUAL, _ESTIMATED))
    return (is_role and not _measure(bracketed)) or _PROVISIONAL.fullmatch(f"({bracketed})") is not None


def is_understood(line: str) -> bool:
    """Return whether a line of a head is understood as a whole.

    A line with a role or a time is understood if all its other words are known to name what a column measures. A line
    without them names what the column measures, whatever its words are.

    >>> is_understood("Số hộ nghèo KH 2018"), is_understood("DT thu hoạch"), is_understood("Chuẩn mới 2018")
    (True, False, False)
    """
    shown = NOTE_MARKS.sub("", normal(line)).strip(" :.-")
    rest, times = without_times(shown)
    stated = (pattern.search(_DONE.sub(" ", rest)) for pattern in (_TARGET, _ACTUAL, _ESTIMATED, _COMPARED))
    if (not times and not any(stated)) or _is_share(rest):
        return True
    is_compared = _COMPARED.search(rest) is not None
    rest = _OTHER.sub(" ", _COMPARED.sub(" ", rest))
    measure = _KNOWN_PHRASES.sub(" ", _measure(rest))
    if not measure:
        return True
    more = words.COMPARED_WORDS if is_compared else frozenset[str]()
    known = all(word in words.MEASURE_WORDS or word in more for word in measure.split())
    return known and _SHORT_ROLE.search(_FILLERS.sub(" , ", _ROUND.sub(" , ", rest))) is None


def _measure(rest: str) -> str:
    """Return the words of a head that state neither its role, its time nor its unit."""
    for pattern in (_ROUND, _MONTH_NAME, _TARGET, _ESTIMATED, _ACTUAL, _FILLERS):
        rest = pattern.sub(" ", rest)
    words_left = re.findall(r"[^\W\d_]{2,}", PRIVATE.sub(" ", rest))
    return " ".join(words_left)


def _operand(piece: str, times: list[Stated]) -> Head:
    """Return what one side of a comparison, or a plain head, states."""
    found = list(dict.fromkeys(of_character(times, character) for character in PRIVATE.findall(piece)))
    estimated = _ESTIMATED.search(piece) is not None and _ESTIMATED_GROUP.match(piece) is None
    role = _role_of(piece, estimated=estimated)
    time = innermost([stated.time for stated in found])
    if len(found) > 1 and time is None:
        return Head(role=ColumnRole.UNKNOWN, estimated=estimated)
    to_date = any(stated.to_date for stated in found if stated.time == time)
    carried = any(stated.carried for stated in found)
    collection = next((each for pattern, each in _MOMENTS if pattern.search(piece)), None)
    if collection is TimeCollection.BEGINNING and _MADE_AT_BEGINNING.search(piece) is not None:
        collection = None  # a plan for the year, as it was made at its beginning
    elif carried and collection is TimeCollection.BEGINNING and role is ColumnRole.TARGET:
        return Head(role=ColumnRole.UNKNOWN, doubtful=True)
    return Head(
        role=role,
        time=time,
        estimated=estimated,
        to_date=to_date,
        carried=carried,
        of_title=any(stated.of_title for stated in found),
        collection=collection,
    )


def _role_of(piece: str, *, estimated: bool) -> ColumnRole:
    """Return whether words name a plan or a level that was reached; unknown if they name both or none."""
    is_target, is_actual = _TARGET.search(piece) is not None, estimated or _ACTUAL.search(piece) is not None
    if is_target is is_actual:
        return ColumnRole.UNKNOWN
    return ColumnRole.TARGET if is_target else ColumnRole.ACTUAL


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
        is_part = level.time is not None and base.time is not None and contains(base.time, level.time)
        is_attained = (same or is_part or level.to_date) and level.role is not ColumnRole.TARGET
        role = ColumnRole.ATTAINMENT if is_attained else ColumnRole.UNKNOWN
    else:
        role = ColumnRole.UNKNOWN if same else ColumnRole.CHANGE
    time = level.time or (None if base.carried and role is ColumnRole.ATTAINMENT else base.time)
    return Head(role=role, time=time, estimated=level.estimated, level=level, base=base, to_date=level.to_date)


def _one_sided(rest: str, times: list[Stated]) -> Head:
    """Return the head of a comparison that names only its base: *% so với KH*, *so với 2017*."""
    other = _OTHER.search(rest) is not None
    found = [of_character(times, character) for character in PRIVATE.findall(rest)]
    bases, levels = [each for each in found if each.later], [each for each in found if each.later is None]
    if len(bases) == 1 and levels:
        level = Head(role=ColumnRole.UNKNOWN, time=innermost([each.time for each in levels]))
        return _comparison(level, Head(role=ColumnRole.UNKNOWN, time=bases[0].time))
    base = _operand(_COMPARED.sub(" ", rest), times)
    if base.role is ColumnRole.TARGET and not other:
        return Head(role=ColumnRole.ATTAINMENT, time=None if base.carried else base.time, base=base)
    if AGAINST.search(rest) is None and (base.role is ColumnRole.ACTUAL or not (bases or other)):
        # *Tỷ lệ giải ngân (%)* and *Tốc độ tăng 2016 (%)* name only the level
        return Head(role=ColumnRole.UNKNOWN, level=base)
    return Head(role=ColumnRole.UNKNOWN, base=base)


def mark_of(text: str) -> str:
    """Return the mark of a note at the end of a head or a number, without brackets; an empty text without one.

    >>> mark_of("2020 (1)"), mark_of("Năm 2021²"), mark_of("1.420*")
    ('1', '2', '*')
    """
    match = NOTE_MARKS.search(text.strip())
    return "" if match is None else _plain_mark(match[0])


def note_of_status(line: str) -> tuple[str, bool] | None:
    """Return the mark of a note that says that figures are provisional (true) or estimated (false).

    >>> note_of_status("(1) Số sơ bộ"), note_of_status("² Số ước tính"), note_of_status("(1) Thu ngân sách")
    (('1', True), ('2', False), None)
    """
    match = _NOTE_OF_STATUS.fullmatch(" ".join(unicodedata.normalize("NFC", line).split()).casefold())
    return None if match is None else (_plain_mark(match[1]), match[2] is not None)


def note_of_mark(line: str) -> tuple[str, str] | None:
    """Return the mark and the text of a note, which has a mark that is not only a number: this may count headings.

    >>> note_of_mark("(*): Lưu lượng nước đến hồ (m3/s)"), note_of_mark("2. Tỷ lệ hộ nghèo (%)")
    (('*', 'Lưu lượng nước đến hồ (m3/s)'), None)
    """
    match = _MARKED_NOTE.fullmatch(" ".join(unicodedata.normalize("NFC", line).split()))
    return None if match is None else (_plain_mark(match[1]), match[2])


def unit_of_note(text: str) -> str:
    """Return the unit, as printed, in the text of a note that names what it measures; an empty text without one.

    >>> unit_of_note("Lưu lượng nước đến hồ (m3/s)"), unit_of_note("Số sơ bộ")
    ('m3/s', '')
    """
    match = _NOTE_OF_UNIT.fullmatch(text)
    return "" if match is None else match[1]


def _plain_mark(mark: str) -> str:
    return unicodedata.normalize("NFKC", mark).strip(" ()")


def time_of_row(label: str) -> tuple[Time, bool] | None:
    """Return the time that is all of a label, as in a table with a row for each year, and whether it is provisional."""
    shown = " ".join(unicodedata.normalize("NFC", label).split()).casefold()
    rest, times = without_times(shown)
    is_time = len(times) == 1 and not times[0].vague and not _measure(rest)
    return (times[0].time, _PROVISIONAL.search(rest) is not None) if is_time else None


def time_in_year(label: str, year: Time) -> Time | None:
    """Return the part of a year that is all of a label, such as *Tháng 1 - Jan.*; ``None`` for any other label."""
    if not isinstance(year, Period) or year != Period.year(year.start.year):
        return None
    times: list[Stated] = []
    rest = without_relative_times(without_times(normal(label))[0], times, year)
    is_time = len(times) == 1 and not _measure(rest.replace(" - ", " "))
    return times[0].time if is_time else None
