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

from aseansc.periods import Period
from aseansc.vietnamese._counted_nouns import own_unit, own_unit_counted
from aseansc.vietnamese._head_texts import is_translated, normal
from aseansc.vietnamese._head_times import time_in_other_year
from aseansc.vietnamese._heads import (
    FULL_YEAR,
    SINCE_JANUARY,
    ColumnRole,
    Head,
    is_understood,
    mark_of,
    note_of_mark,
    note_of_status,
    read_head,
    time_in_year,
    time_of_row,
    unit_of_note,
)
from aseansc.vietnamese._lexicon import table_labels, table_times, table_units, tables as words, titles
from aseansc.vietnamese._table_labels import (
    announces_plans,
    band_of,
    begins_plan,
    carries,
    changes_rate,
    compares,
    grown_by,
    grows,
    is_absent,
    is_any_value,
    is_at_beginning,
    is_balance,
    is_ditto,
    is_division,
    is_flow,
    is_index_of_before,
    is_listing,
    is_mean,
    is_nothing,
    is_part_of_year,
    is_place,
    is_price,
    is_ratio_label,
    is_whole,
    may_be_pieces,
    measure_of_title,
    measures_alone,
    names_amount,
    names_durations,
    names_measure,
    names_part_of_year,
    names_rest,
    plain_label,
    rises,
    starts_listing,
    states_base,
    suits,
    sums_up_over_years,
    time_in_label,
    unit_behind_comma,
)
from aseansc.vietnamese._table_means import averages_years, is_mean_alone, unit_of_mean
from aseansc.vietnamese._table_numbers import (
    groups_thousands,
    is_english,
    is_english_alone,
    read_amount,
    read_number,
    read_range,
    year_behind,
)
from aseansc.vietnamese._table_periods import without_period
from aseansc.vietnamese._table_units import (
    animal_unit,
    case_in,
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
    is_unit_alone,
    may_be_shares,
    may_name_things,
    multiple_in,
    named_count,
    names_one,
    names_persons,
    names_population,
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
    ends_with_day,
    ends_with_month,
    has_other_years,
    is_estimated,
    is_forecast,
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
    written_on,
)

__all__ = [
    "ANY_TIME",
    "ColumnRole",
    "Head",
    "TitleTimes",
    "animal_unit",
    "announces_plans",
    "averages_years",
    "band_of",
    "begins_plan",
    "begins_time",
    "carries",
    "case_in",
    "changes_rate",
    "compares",
    "counted_alone",
    "counted_by_title",
    "counted_in",
    "counts_of",
    "counts_projects",
    "day_in_years",
    "day_of_years",
    "ends_with_day",
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
    "is_at_beginning",
    "is_balance",
    "is_ditto",
    "is_divided_by_place",
    "is_division",
    "is_english",
    "is_english_alone",
    "is_english_unit",
    "is_estimated",
    "is_flow",
    "is_forecast",
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
    "is_unit_alone",
    "is_whole",
    "mark_of",
    "may_be_full_year",
    "may_be_pieces",
    "may_be_planned",
    "may_be_planned_years",
    "may_be_shares",
    "may_be_target",
    "may_name_place",
    "may_name_things",
    "measure_of_title",
    "measures_alone",
    "multiple_in",
    "named_count",
    "names_amount",
    "names_durations",
    "names_investment",
    "names_measure",
    "names_one",
    "names_part_of_year",
    "names_persons",
    "names_population",
    "names_ratio",
    "names_rest",
    "names_state",
    "names_time_of_figures",
    "note_of_mark",
    "note_of_status",
    "own_unit",
    "own_unit_counted",
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
    "unit_behind_comma",
    "unit_in_brackets",
    "unit_in_line",
    "unit_of_mean",
    "unit_of_note",
    "units_in_list",
    "without_continuation",
    "without_period",
    "without_share_head",
    "written_on",
    "year_behind",
]

ANY_TIME: Final = Period.parse("2000-01-01/P6M")
"""A time with which heads such as *Tháng 1* and *Tháng báo cáo* are times."""

_REGISTERED, _PROJECTS = re.compile(words.REGISTERED), re.compile(words.PROJECTS)
_INVESTMENT: Final = re.compile(words.INVESTMENT)
_RATIO_IN_TITLE: Final = re.compile(titles.RATIO_IN_TITLE)
_BY_PLACE: Final = re.compile(titles.BY_PLACE)
_MOST_WORDS_OF_NAME: Final = 5
_SUM: Final = re.compile(table_labels.SUM)
_MAY_BE_FULL_YEAR: Final = re.compile(table_times.MAY_BE_FULL_YEAR)
_NOT_PLANNED: Final = re.compile(words.NOT_PLANNED)
_RATIO_HEAD, _SHARE_HEAD, _SHARE_WORDS = map(re.compile, (words.RATIO_HEAD, words.SHARE_HEAD, words.SHARE_WORDS))
_TIME_HEAD: Final = re.compile(table_times.TIME_HEAD)
_UNSURE_SHORT: Final = re.compile(table_units.UNSURE_SHORT)


def names_ratio(title: str) -> bool:
    """Return whether a title has words of a ratio, a change or a structure: *Tốc độ tăng*, *so với GDP*."""
    return _RATIO_IN_TITLE.search(title.casefold()) is not None


def is_unsure_short(unit: str) -> bool:
    """Return whether a unit in short is that of passengers only beside words for these: *HK* may be households."""
    return _UNSURE_SHORT.fullmatch(unit.strip().casefold()) is not None


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


def states_sum(measure: str) -> bool:
    """Return whether a head states a total of other columns: *Tổng số*, *Tổng vốn*, *Cộng*."""
    return _SUM.match(measure.casefold()) is not None


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


def begins_time(line: str) -> bool:
    """Return whether a line is only *Năm*, *Tháng* or *Quý*, which may begin a time or name labels."""
    return line.casefold().strip() in table_times.TIME_WORDS


def names_time_of_figures(head: str) -> bool:
    """Return whether a head is that of a column with the times of the figures beside it: *Thời điểm thống kê*."""
    return _TIME_HEAD.fullmatch(" ".join(head.split()).casefold()) is not None


def may_be_target(head: str) -> bool:
    """Return whether a head of numbers is only *Chỉ tiêu*, perhaps with a unit, which above labels names indicators."""
    return plain_label(head).casefold() == words.INDICATORS


def registered_in(head: str) -> str | None:
    """Return the words of a head that name registered capital, which beside other heads may be capital asked for."""
    match = _REGISTERED.search(normal(head))
    return None if match is None else match[0]


def counts_projects(head: str) -> bool:
    """Return whether a head names a number of projects or enterprises, whose registered capital is a level."""
    return _PROJECTS.search(normal(head)) is not None


def is_to_date(head: str) -> bool:
    """Return whether a head is that of the months since January: *Lũy kế từ đầu năm*."""
    return SINCE_JANUARY.search(normal(head)) is not None


def states_full_year(head: str) -> bool:
    """Return whether a head states a full year, even below *6 tháng đầu năm*: *Thực hiện cả năm 2017*."""
    return FULL_YEAR.search(normal(head)) is not None


def may_be_full_year(head: str) -> bool:
    """Return whether the year in a head may be a full one below *6 tháng đầu năm*: *Ước thực hiện năm 2018*."""
    return _MAY_BE_FULL_YEAR.search(normal(head)) is not None


def names_investment(head: str) -> bool:
    """Return whether a head is one of a list of investments: *Tổng mức đầu tư*."""
    return _INVESTMENT.search(head.casefold()) is not None


def may_be_planned(head: str) -> bool:
    """Return whether a head may be that of a plan, if the title says so."""
    return _NOT_PLANNED.search(head.casefold()) is None
