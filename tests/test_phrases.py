"""Figures, times, amounts and changes in words, in English and Vietnamese."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from aseansc import (
    Absent,
    AsOf,
    Attainment,
    Change,
    Frequency,
    Interval,
    Period,
    RelativeChange,
    TimeCollection,
    Unit,
    Value,
)
from aseansc._phrases import amount, change, collected, place_name, when
from aseansc.strategies import attainments, changes, relative_changes, times, values
from aseansc.units import (
    VND,
    hectare,
    household,
    month,
    percent,
    percentage_point,
    person,
    person_turn,
    times as times_unit,
)


@pytest.mark.parametrize(
    ("value", "en", "vi"),
    [
        (Value.exact("36094", household), "36,094 households", "36.094 hộ"),
        (Value.exact(1, household), "1 household", "1 hộ"),
        (Value.exact("40.40", percent), "40.40%", "40,40%"),
        (Value.over("378E3", person_turn), "over 378 thousand person-turns", "trên 378 nghìn lượt người"),
        (Value.exact("458.6E6", VND), "458.6 million Vietnamese dong", "458,6 triệu đồng"),
        (Value.exact("157372E9", VND), "157,372 billion Vietnamese dong", "157.372 tỷ đồng"),
        (
            Value.exact("1E21", VND),
            "1,000,000,000,000,000,000,000 Vietnamese dong",
            "1.000.000.000.000.000.000.000 đồng",
        ),
        (Value.between(5, 7, percent), "5-7%", "5-7%"),
        (
            Value.exact("28E6", VND / person / month),
            "28 million Vietnamese dong per person per month",
            "28 triệu đồng/người/tháng",
        ),
        (Change.exact("-3.70", percentage_point), "-3.70 percentage points", "-3,70 điểm phần trăm"),
        (RelativeChange.exact("102", percent, form="to"), "102% of the base", "bằng 102% so với gốc"),
        (RelativeChange.exact("1.9", times_unit, form="times"), "1.9 times", "1,9 lần"),
        (Attainment.nearly("81", percent), "nearly 81% of plan", "đạt gần 81% kế hoạch"),
        (Attainment.exact("25.5", percent, form="over_plan"), "25.5% over plan", "vượt kế hoạch 25,5%"),
        (Attainment.exact("5", percent, form="under_plan"), "5% under plan", "thấp hơn kế hoạch 5%"),
    ],
)
def test_amounts(value: Any, en: str, vi: str) -> None:
    assert f"{value:en}" == en
    assert f"{value:vi}" == vi


@pytest.mark.parametrize(
    ("time", "collection", "per", "en", "vi"),
    [
        (Period.year(2018), TimeCollection.END, None, "end of 2018", "cuối năm 2018"),
        (Period.year(2018), TimeCollection.WITHIN, None, "in 2018", "năm 2018"),
        (Period.years(2016, 2018), TimeCollection.TOTAL, None, "total of 2016-2018", "cả kỳ 2016-2018"),
        (
            Period.years(2016, 2018),
            TimeCollection.AVERAGE,
            Frequency.YEAR,
            "average per year, 2016-2018",
            "bình quân mỗi năm, 2016-2018",
        ),
        (Period.half(2018, 1), TimeCollection.TOTAL, None, "total of first half of 2018", "cả kỳ 6 tháng đầu năm 2018"),
        (
            Period.quarter(2018, 3),
            TimeCollection.EACH,
            Frequency.MONTH,
            "each month, quarter 3 of 2018",
            "mỗi tháng, quý 3 năm 2018",
        ),
        (Period.month(2018, 7), TimeCollection.BEGINNING, None, "beginning of 2018-07", "đầu kỳ tháng 7 năm 2018"),
        (AsOf.parse("2018-12-31"), TimeCollection.AT, None, "on 2018-12-31", "ngày 31/12/2018"),
        (
            Period.parse("2018-01-01/P10M"),
            TimeCollection.TO_DATE,
            None,
            "to date, 2018-01-01 - 2018-10-31",
            "đến nay, 1/1/2018 - 31/10/2018",
        ),
    ],
)
def test_times(time: Any, collection: TimeCollection, per: Frequency | None, en: str, vi: str) -> None:
    assert collected(time, collection, per or Absent.NOT_APPLICABLE, "en") == en
    assert collected(time, collection, per or Absent.NOT_APPLICABLE, "vi") == vi


@given(values() | changes() | relative_changes() | attainments(), st.sampled_from(("en", "vi")))
def test_every_amount_can_be_printed(value: Any, lang: Any) -> None:
    """Every amount can be printed in both languages."""
    shown = f"{value:{lang}}"
    assert shown.strip()


@given(times(), st.sampled_from(("en", "vi")))
def test_every_time_can_be_printed(time: Any, lang: Any) -> None:
    assert when(time, lang)


@pytest.mark.parametrize(
    ("interval", "unit", "english", "vietnamese"),
    [
        (Interval(lower="5870.6", upper="5930.1"), person, "5,871-5,930 persons", "5.871-5.930 người"),
        (Interval(lower="6852.58", upper="6859.01"), hectare, "6,852.5-6,859.1 hectares", "6.852,5-6.859,1 ha"),
        (Interval(lower="66.162", upper="67.838"), percent, "66.16-67.84%", "66,16-67,84%"),
        (Interval(lower=5, lower_open=True), person, "at least 6 persons", "tối thiểu 6 người"),
        (Interval(lower="5.5", lower_open=True), hectare, "over 5.5 hectares", "trên 5,5 ha"),
        (Interval(upper=7, upper_open=True), person, "at most 6 persons", "tối đa 6 người"),
        (Interval(lower=0, upper=7), person, "at most 7 persons", "tối đa 7 người"),
        (Interval(lower=-3, upper=7), VND, "-3 to 7 Vietnamese dong", "-3 đến 7 đồng"),
        (Interval(lower=4, upper=4), person, "4 persons", "4 người"),
        (Interval.point("4.0625"), percent, "4.0625%", "4,0625%"),
        (Interval(lower="4.2", upper="4.8"), person, "not possible", "không thể có"),
        (Interval(lower=0), person, "any number", "bất kỳ số nào"),
        (Interval(), percent, "any number", "bất kỳ số nào"),
    ],
)
def test_an_amount_is_rounded_outward_or_to_whole_numbers_inside(
    interval: Interval, unit: Unit, english: str, vietnamese: str
) -> None:
    assert (amount(interval, unit, "en"), amount(interval, unit, "vi")) == (english, vietnamese)


def test_a_change_names_points_and_percent_and_has_a_sign() -> None:
    interval = Interval(lower="1.23", upper="1.29")
    assert change(interval, percentage_point, "en") == "+1.2 to +1.3 percentage points"
    assert change(interval, percent, "vi") == "+1,2% đến +1,3%"
    assert change(Interval(lower="1.23", lower_open=True), percent, "en") == "over 1.2%"
    assert change(Interval(), percent, "en") == ""


def test_an_unknown_place_is_named_by_its_code() -> None:
    assert (place_name("VN-01", "vi"), place_name("XX-1", "vi")) == ("Tỉnh Lai Châu", "XX-1")
