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
from typing import Final

from aseansc.periods import Period, Time
from aseansc.units import Unit, percent
from aseansc.vietnamese._head_texts import is_translated, normal
from aseansc.vietnamese._head_times import time_in_other_year
from aseansc.vietnamese._heads import (
    NOTE_MARKS,
    ColumnRole,
    Head,
    is_understood,
    mark_of,
    note_of_status,
    read_head,
    time_in_year,
    time_of_row,
)
from aseansc.vietnamese._lexicon import tables as words, titles
from aseansc.vietnamese._table_means import averages_years, is_mean_alone, unit_of_mean
from aseansc.vietnamese._table_numbers import (
    groups_thousands,
    is_english,
    is_english_alone,
    read_amount,
    read_number,
    read_range,
)
from aseansc.vietnamese._table_periods import without_period
from aseansc.vietnamese._table_units import (
    PART_OF,
    animal_unit,
    counted_alone,
    counted_by_title,
    counted_in,
    counts_of,
    has_percent_sign,
    has_unsure_unit,
    is_animal_unit,
    is_english_unit,
    is_part_in_title,
    is_rate,
    is_share,
    is_short_for,
    is_unit,
    may_be_shares,
    multiple_in,
    named_count,
    names_persons,
    rate_in,
    read_unit,
    read_unit_of,
    states_percent,
    unit_in_brackets,
    unit_in_line,
    units_in_list,
)
from aseansc.vietnamese._titles import (
    TitleTimes,
    day_in_years,
    day_of_years,
    ends_with_month,
    has_other_years,
    is_plan,
    is_report,
    is_title,
    may_be_planned_years,
    names_state,
    planned_years,
    plans_are_meant,
    prices_in,
    read_title,
    time_of_note,
    time_of_title,
    times_in,
    without_continuation,
)

__all__ = [
    "ANY_TIME",
    "ColumnRole",
    "Head",
    "TitleTimes",
    "animal_unit",
    "averages_years",
    "band_of",
    "begins_plan",
    "begins_time",
    "carries",
    "changes_rate",
    "compares",
    "counted_alone",
    "counted_by_title",
    "counted_in",
    "counts_of",
    "counts_projects",
    "day_in_years",
    "day_of_years",
    "ends_with_month",
    "groups_thousands",
    "grown_by",
    "grows",
    "has_other_years",
    "has_percent_sign",
    "has_unsure_unit",
    "is_absent",
    "is_animal_unit",
    "is_any_value",
    "is_ditto",
    "is_divided_by_place",
    "is_division",
    "is_english",
    "is_english_alone",
    "is_english_unit",
    "is_flow",
    "is_index_of_before",
    "is_listing",
    "is_mean",
    "is_mean_alone",
    "is_nothing",
    "is_part_in_title",
    "is_part_of_year",
    "is_place",
    "is_plan",
    "is_price",
    "is_proper_name",
    "is_rate",
    "is_ratio",
    "is_ratio_label",
    "is_report",
    "is_share",
    "is_share_head",
    "is_short_for",
    "is_title",
    "is_to_date",
    "is_translated",
    "is_understood",
    "is_unit",
    "is_whole",
    "mark_of",
    "may_be_full_year",
    "may_be_pieces",
    "may_be_planned",
    "may_be_planned_years",
    "may_be_shares",
    "may_be_target",
    "may_name_place",
    "measure_of_title",
    "multiple_in",
    "named_count",
    "names_amount",
    "names_measure",
    "names_part_of_year",
    "names_persons",
    "names_ratio",
    "names_state",
    "note_of_status",
    "plain_label",
    "planned_years",
    "plans_are_meant",
    "prices_in",
    "rate_in",
    "read_amount",
    "read_head",
    "read_number",
    "read_range",
    "read_title",
    "read_unit",
    "read_unit_of",
    "registered_in",
    "rises",
    "starts_listing",
    "states_base",
    "states_full_year",
    "states_percent",
    "states_sum",
    "suits",
    "sums_up_over_years",
    "time_in_label",
    "time_in_other_year",
    "time_in_year",
    "time_of_note",
    "time_of_row",
    "time_of_title",
    "times_in",
    "unit_in_brackets",
    "unit_in_line",
    "unit_of_mean",
    "units_in_list",
    "without_continuation",
    "without_period",
    "without_share_head",
]

ANY_TIME: Final = Period.parse("2000-01-01/P6M")
"""A time with which heads such as *Tháng 1* and *Tháng báo cáo* are times."""

_DITTO, _ABSENT = (re.compile(rf"(?:{pattern})") for pattern in (words.DITTO, words.ABSENT))
_NOTHING, _PART = (re.compile(rf"(?:{pattern})") for pattern in (words.NOTHING, words.PART))
_FLOW: Final = re.compile(words.FLOW)
_WHOLE: Final = re.compile(rf"{words.WHOLE}[\s:*–-]*(?:total)?")
_RATIO_LABEL, _GROWTH_LABEL = re.compile(words.RATIO_LABEL), re.compile(words.GROWTH_LABEL)
_GROWTH_OF, _INDEX_OF_BEFORE, _INDEX = map(re.compile, (words.GROWTH_OF, words.INDEX_OF_BEFORE, words.INDEX))
_BASE: Final = re.compile(words.BASE_BEFORE)
_REGISTERED, _PROJECTS = re.compile(words.REGISTERED), re.compile(words.PROJECTS)
_RISES: Final = re.compile(words.RISES)
_MEASURES: Final = tuple((re.compile(rf"(?:{pattern})\b"), kinds) for pattern, kinds in words.MEASURES)
_NUMBER_OF_LABEL: Final = re.compile(words.NUMBER_OF_LABEL)
_TITLE_NUMBER: Final = re.compile(rf"^(?:{titles.TITLE_NUMBER})(?=[^\W\d])", re.IGNORECASE)
_DIVIDED: Final = re.compile(rf"\s{words.DIVISION}\s", re.IGNORECASE)
_PART_WORDS: Final = re.compile(words.PART_WORDS, re.IGNORECASE)
_UNIT_AT_END: Final = re.compile(r"\s*\(([^()]{1,40})\)$")
_RATIO_IN_TITLE: Final = re.compile(titles.RATIO_IN_TITLE)
_BY_PLACE: Final = re.compile(titles.BY_PLACE)
_MOST_WORDS_OF_NAME: Final = 5
_SUM: Final = re.compile(words.SUM)
_LEADING: Final = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[ivxlc]+|[a-z])[.)/]\s*")
_DIVISION: Final = re.compile(words.DIVISION)
_LISTING, _BAND = re.compile(words.LISTING), re.compile(words.BAND)
_MEAN: Final = re.compile(rf"(?<!\w)(?:{words.MEAN})")
_FULL_YEAR, _MAY_BE_FULL_YEAR = re.compile(words.FULL_YEAR), re.compile(words.MAY_BE_FULL_YEAR)
_NOT_PLANNED: Final = re.compile(words.NOT_PLANNED)
_ANY_VALUE: Final = re.compile(words.ANY_VALUE)
_PIECES: Final = re.compile(words.PIECES)
_COMPARING, _BASE_OF_LABEL, _NOT_COMPARING, _ATTAINING, _COUNTING = (
    re.compile(pattern)
    for pattern in (words.COMPARING, words.BASE_OF_LABEL, words.NOT_COMPARING, words.ATTAINING, words.COUNTING)
)
_BEGINS_COMPARING: Final = re.compile(words.BEGINS_COMPARING)
_PLAN_LABEL: Final = re.compile(words.PLAN_LABEL)
_NO_MEASURE: Final = re.compile(words.NO_MEASURE)
_LABEL_TIME: Final = re.compile(words.LABEL_TIME)
_RATIO_HEAD, _SHARE_HEAD, _SHARE_WORDS = map(re.compile, (words.RATIO_HEAD, words.SHARE_HEAD, words.SHARE_WORDS))
_PART_OF_YEAR: Final = re.compile(rf"(?:{words.PARTS_OF_YEAR}) (?:\d{{1,2}}|[iv]+)(?!\w)|{words.MONTHS}(?!\w)")
_OTHER_PART: Final = re.compile(words.OTHER_PART)
_SINCE_JANUARY: Final = re.compile(words.SINCE_JANUARY)
_RATE_CHANGE: Final = re.compile(words.RATE_CHANGE)
_PLACE_LABEL, _PRICE, _CARRIED = map(re.compile, (words.PLACE_LABEL, words.PRICE, words.CARRIED))
_UNSURE_SHORT: Final = re.compile(words.UNSURE_SHORT)


def may_be_pieces(label: str) -> bool:
    """Return whether the amount of something may be a number of pieces: *Ô tô nguyên chiếc*."""
    return _PIECES.search(label.casefold()) is not None


def is_ratio_label(label: str) -> bool:
    """Return whether a label is that of a ratio, so that the unit of the table is not its unit: *Tỷ lệ hộ nghèo*."""
    return _RATIO_LABEL.match(label.strip(" -+*•.").casefold()) is not None


def is_mean(label: str) -> bool:
    """Return whether a label or title is that of a mean or a rate, so that a count may have decimals."""
    return is_rate(label) or _MEAN.search(label.casefold()) is not None


def changes_rate(label: str) -> bool:
    """Return whether a label is that of the change of a rate, which may be in percent or in percentage points."""
    return _RATE_CHANGE.match(PART_OF.sub("", label.casefold().strip(" -+*•."))) is not None


def suits(label: str, unit: Unit) -> bool | None:
    """Return whether a unit is of a kind that a label can have: *Diện tích* an area; ``None`` if it may have any.

    >>> from aseansc.units import hectare, tonne
    >>> suits("Diện tích", hectare), suits("Diện tích", tonne), suits("Cà phê", tonne)
    (True, False, None)
    """
    shown = _LEADING.sub("", label.strip(" -+*•.").casefold())
    kinds = next((kinds for pattern, kinds in _MEASURES if pattern.match(shown)), None)
    return None if kinds is None else unit.kind.value in kinds


def names_amount(title: str) -> bool:
    """Return whether a title begins with an amount or a number of things, so that percent alone is not its unit.

    >>> names_amount("Tổng sản phẩm trong nước theo giá so sánh"), names_amount("Tỷ lệ hộ nghèo")
    (True, False)
    """
    shown = measure_of_title(title)
    return suits(shown, percent) is False or is_flow(shown)


def names_ratio(title: str) -> bool:
    """Return whether a title has words of a ratio, a change or a structure: *Tốc độ tăng*, *so với GDP*."""
    return _RATIO_IN_TITLE.search(title.casefold()) is not None


def names_measure(measure: str) -> bool:
    """Return whether words of a head name what a column measures: *Diện tích*, and not only *Số lượng* or *Tổng số*."""
    return bool(measure) and _NO_MEASURE.fullmatch(measure.casefold()) is None


def is_price(measure: str) -> bool:
    """Return whether a head or title is that of prices for one unit of what rows name: *Giá bán lẻ*, not *Giá trị*.

    >>> is_price("Giá bán lẻ"), is_price("Giá trị sản xuất")
    (True, False)
    """
    return _PRICE.match(measure_of_title(measure).casefold()) is not None


def carries(line: str) -> bool:
    """Return whether a line names passengers who are carried, of whom there may be more than inhabitants.

    >>> carries("Khối lượng vận chuyển"), carries("Dân số")
    (True, False)
    """
    return _CARRIED.search(line.casefold()) is not None


def is_unsure_short(unit: str) -> bool:
    """Return whether a unit in short is that of passengers only beside words for these: *HK* may be households."""
    return _UNSURE_SHORT.fullmatch(unit.strip().casefold()) is not None


def is_any_value(measure: str) -> bool:
    """Return whether the head of a column says only that it has values, in the units of the rows: *Giá trị*."""
    return _ANY_VALUE.fullmatch(plain_label(measure).casefold()) is not None


def grows(label: str) -> bool:
    """Return whether a label is that of growth over a period: *Tốc độ tăng GRDP*."""
    return _GROWTH_LABEL.match(label.strip(" -+*•.").casefold()) is not None


def grown_by(label: str) -> str | None:
    """Return what grew by a rate of growth that a label names; an empty text if it names only growth; else ``None``.

    >>> grown_by("Tốc độ tăng trưởng GRDP (%)"), grown_by("- Tốc độ tăng (%)"), grown_by("Tỷ lệ tăng dân số tự nhiên")
    ('grdp', '', None)
    """
    shown = plain_label(label).casefold()
    match = _GROWTH_OF.match(shown)
    return None if match is None else re.sub(r"\(.*?\)", " ", shown[match.end() :]).strip(" ,;:–-%")


def rises(label: str) -> bool:
    """Return whether a label says that something rises or falls, so that its percents are changes: *GRDP tăng (%)*.

    >>> rises("Kim ngạch xuất khẩu tăng (%)"), rises("Tỷ lệ tăng dân số tự nhiên (%)")
    (True, False)
    """
    return _RISES.search(plain_label(label).casefold()) is not None


def is_index_of_before(line: str) -> bool | None:
    """Return whether a line states an index with an earlier time as its base; ``None`` if the base of an index is open.

    >>> is_index_of_before("Chỉ số phát triển (Năm trước = 100)"), is_index_of_before("Chỉ số giá tiêu dùng")
    (True, None)
    """
    shown = line.casefold()
    is_open = _INDEX.match(shown) is not None
    return True if _INDEX_OF_BEFORE.search(shown) is not None else None if is_open else False


def states_base(line: str) -> bool:
    """Return whether a line is only the base of an index, such as *Năm trước = 100*."""
    return _BASE.match(line.casefold().lstrip(" -+*•(")) is not None


def is_flow(label: str) -> bool:
    """Return whether a label is that of an indicator that sums up over a period, such as *Tổng thu ngân sách*."""
    return _FLOW.match(label.casefold().lstrip(" -+*•0123456789.)(")) is not None


def sums_up_over_years(*labels: str) -> bool:
    """Return whether a label is that of a sum, an average or a growth, which may be one of several years."""
    return any(grows(label) or averages_years(label) or (is_flow(label) and not is_mean(label)) for label in labels)


def is_place(label: str) -> bool:
    """Return whether the label of a row is the name of a place, such as *Huyện Tam Đường*."""
    shown = label.strip(" -+•")
    match = _PLACE_LABEL.match(shown.casefold())
    return match is not None and shown[match.end() - 1].isupper()


def plain_label(label: str) -> str:
    """Return what a label names, without its number, marks of lists and notes, and unit: *2. Số hộ nghèo (hộ)*.

    >>> plain_label("1.2. Số hộ nghèo (hộ)"), plain_label("- Trong đó: Nữ (*)")
    ('Số hộ nghèo', 'Nữ')
    """
    shown = NOTE_MARKS.sub("", " ".join(label.split())).strip(" -–+*•:")
    shown = _NUMBER_OF_LABEL.sub("", shown)
    listing = _PART_WORDS.match(shown)
    shown = shown if listing is None else shown[listing.end() :]
    unit = _UNIT_AT_END.search(shown)
    return shown[: unit.start()].strip() if unit is not None and read_unit(unit[1]) is not None else shown.strip(" :.")


def measure_of_title(title: str) -> str:
    """Return what a table measures, as its title says: *Số lao động* of *Bảng 3. Số lao động phân theo huyện*."""
    shown = _TITLE_NUMBER.sub("", plain_label(title))
    return _DIVIDED.split(shown, maxsplit=1)[0].strip(" ,;:-") or shown


def is_divided_by_place(title: str) -> bool:
    """Return whether a title says that rows or columns are places: *phân theo huyện, thành phố thuộc tỉnh*."""
    return _BY_PLACE.search(" ".join(title.split()).casefold()) is not None


def is_proper_name(label: str) -> bool:
    """Return whether all words of a label begin with a capital letter, as those of a place do: *Hướng Hóa*."""
    named = re.split(r"\s[-–]\s", plain_label(label))[0].split()
    return 0 < len(named) <= _MOST_WORDS_OF_NAME and all(word[:1].isupper() for word in named)


def may_name_place(head: str) -> bool:
    """Return whether a head may be the name of a place, such as *Tam Đường*, and names nothing that is measured.

    *Quý I* and *Thực Hiện* also have capital letters, and are a time and a role.
    """
    shown = " ".join(head.split())
    words_of = shown.casefold().split()
    stated = read_head(shown, ANY_TIME)
    if stated.time is not None or stated.role is not ColumnRole.UNKNOWN or stated.compared:
        return False
    is_known = all(word in words.MEASURE_WORDS for word in words_of) or is_part_in_title(shown)
    return len(words_of) > 1 and shown.replace(" ", "").isalpha() and is_proper_name(shown) and not is_known


def is_whole(label: str) -> bool:
    """Return whether a label names all places or parts together: *Tổng số*, *Toàn tỉnh*."""
    return _WHOLE.fullmatch(label.strip(" -+•.:").casefold()) is not None


def states_sum(measure: str) -> bool:
    """Return whether a head states a total of other columns: *Tổng số*, *Tổng vốn*, *Cộng*."""
    return _SUM.match(measure.casefold()) is not None


def is_ditto(text: str) -> bool:
    """Return whether a cell repeats the cell above it: ``"`` or *nt*."""
    return _DITTO.fullmatch(text.strip().casefold()) is not None


def is_absent(text: str) -> bool:
    """Return whether a cell says that a number is not available: *…* or *x*."""
    return _ABSENT.fullmatch(text.strip().casefold()) is not None


def is_nothing(text: str) -> bool:
    """Return whether a cell has only dashes, or no text at all."""
    return not text.strip() or _NOTHING.fullmatch(text.strip()) is not None


def is_listing(label: str) -> bool:
    """Return whether a label only announces the parts below it: *Trong đó:*."""
    return _LISTING.fullmatch(label.strip(" -+:.").casefold()) is not None


def is_division(label: str) -> bool:
    """Return whether a label announces the parts of a total by one criterion: *Phân theo giới tính*."""
    return _DIVISION.match(label.strip(" -+:.*").casefold()) is not None


def band_of(line: str) -> str | None:
    """Return the unit that a line states for the rows below: ``%`` for *Cơ cấu (%)*; ``None`` if it is another line."""
    shown = line.casefold()
    return ("%" if "%" in shown else "") if _BAND.match(shown) is not None else None


def starts_listing(label: str) -> bool:
    """Return whether a label states that it is a part of the row above: *Trong đó: nữ*."""
    return _PART.match(label.strip(" -+*•").casefold()) is not None


def is_ratio(head: str) -> bool:
    """Return whether a head is that of a ratio and does not name its levels: *Tỷ lệ (%)*, *Đạt %*."""
    shown = " ".join(head.split()).casefold()
    return bool(shown) and _RATIO_HEAD.fullmatch(shown) is not None


def is_share_head(head: str, *, of_any: bool = False) -> bool:
    """Return whether a head is that of shares of a total, and does not name it: *Cơ cấu (%)*.

    Args:
        head: the head, or a line between rows.
        of_any: whether it may name the total, too: *Cơ cấu lao động*.
    """
    shown = " ".join(head.split()).casefold()
    match = _SHARE_HEAD.match(shown)
    return match is not None and (of_any or _SHARE_WORDS.fullmatch(shown, match.end()) is not None)


def without_share_head(title: str) -> str:
    """Return what shares are parts of, as the title of a table names it.

    >>> without_share_head("Cơ cấu lao động"), without_share_head("Số doanh nghiệp")
    ('Lao động', 'Số doanh nghiệp')
    """
    match = _SHARE_HEAD.match(title.casefold())
    shown = title if match is None else title[match.end() :].strip()
    return shown[:1].upper() + shown[1:]


def time_in_label(label: str) -> Time | None:
    """Return the year, quarter or month that ends a label: *Dân số năm 2017*; ``None`` if it is a part of a name."""
    times = times_in(label)
    stated = _LABEL_TIME.search(label.casefold()) if len(times) == 1 else None
    is_base = stated is not None and _COMPARING.search(label.casefold(), 0, stated.start()) is not None
    return None if stated is None or is_base else times[0]


def begins_time(line: str) -> bool:
    """Return whether a line is only *Năm*, *Tháng* or *Quý*, which may begin a time or name labels."""
    return line.casefold().strip() in words.TIME_WORDS


def begins_plan(label: str) -> bool:
    """Return whether the label of a row begins with words for a plan, and has others: *Kế hoạch giảm nghèo*."""
    return _PLAN_LABEL.match(label.strip(" -+*•").casefold()) is not None


def may_be_target(head: str) -> bool:
    """Return whether the head of a column of numbers is only *Chỉ tiêu*, which above labels names indicators."""
    return head.casefold().strip(" .:") == words.INDICATORS


def compares(label: str, unit: Unit | None = None) -> bool:
    """Return whether the label of a row states a comparison with another time or a plan: *So với năm trước*.

    Args:
        label: the label.
        unit: the unit of the row, if it is known. A row in another unit than percent or points states a level, and so
            does a label such as *Số hộ nghèo giảm so với năm 2017* without a unit.

    >>> compares("Sản lượng lúa so với kế hoạch"), compares("Số xã tăng so với năm trước")
    (True, False)
    """
    shown = label.strip(" -+*•").casefold()
    may_be_level = _COUNTING.match(shown) is not None if unit is None else unit.kind.value not in words.RATIO_KINDS
    if may_be_level and _BEGINS_COMPARING.match(shown) is None:
        return False
    compared = None if _NOT_COMPARING.match(shown) else _COMPARING.search(shown)
    is_compared = compared is not None and _BASE_OF_LABEL.search(shown, compared.end()) is not None
    return is_compared or _ATTAINING.match(shown) is not None


def is_part_of_year(label: str) -> bool:
    """Return whether a label begins with a part of a year: *Tháng 1*, *Quý I*."""
    return _PART_OF_YEAR.match(normal(label)) is not None


def names_part_of_year(label: str) -> bool:
    """Return whether a label has a part of a year in brackets, which its figures may be of: *Hà Giang (quý III)*."""
    return _OTHER_PART.search(normal(label)) is not None


def registered_in(head: str) -> str | None:
    """Return the words of a head that name registered capital, which beside other heads may be capital asked for."""
    match = _REGISTERED.search(normal(head))
    return None if match is None else match[0]


def counts_projects(head: str) -> bool:
    """Return whether a head names a number of projects or enterprises, whose registered capital is a level."""
    return _PROJECTS.search(normal(head)) is not None


def is_to_date(head: str) -> bool:
    """Return whether a head is that of the months since January: *Lũy kế từ đầu năm*."""
    return _SINCE_JANUARY.search(normal(head)) is not None


def states_full_year(head: str) -> bool:
    """Return whether a head states a full year, even below *6 tháng đầu năm*: *Thực hiện cả năm 2017*."""
    return _FULL_YEAR.search(normal(head)) is not None


def may_be_full_year(head: str) -> bool:
    """Return whether the year in a head may be a full one below *6 tháng đầu năm*: *Ước thực hiện năm 2018*."""
    return _MAY_BE_FULL_YEAR.search(normal(head)) is not None


def may_be_planned(head: str) -> bool:
    """Return whether a head may be that of a plan, if the title says so."""
    return _NOT_PLANNED.search(head.casefold()) is None
