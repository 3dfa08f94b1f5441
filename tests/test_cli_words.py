"""Figures and times in words, in English and Vietnamese."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from aseansc import Absent, AsOf, Attainment, Change, Frequency, Period, RelativeChange, TimeCollection, Value
from aseansc.cli._words import collected, when
from aseansc.strategies import attainments, changes, relative_changes, times, values
from aseansc.units import VND, household, month, percent, percentage_point, person, person_turn, times as times_unit


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
