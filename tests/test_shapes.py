"""Every shape of figure that Vietnamese reports print finds its type: three of each, and the review's own."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import (
    AsOf,
    Attainment,
    Change,
    Mention,
    MentionKind,
    MonthDay,
    Period,
    RelativeChange,
    Unit,
    Value,
    remainder,
)
from aseansc.citations import Citation
from aseansc.units import (
    USD,
    VND,
    commune,
    cubic_metre,
    district,
    hectare,
    household,
    household_turn,
    index_point,
    kilogram,
    kilowatt_hour,
    millimetre,
    month,
    news_item,
    per_mille,
    percent,
    percentage_point,
    person,
    person_turn,
    square_kilometre,
    times,
    tonne,
    year,
)

house = Unit.counting("apartment", en="apartment", vi="căn")

SHAPES: list[tuple[str, str, Any, str, str]] = [
    # shape, as printed, typed, magnitude in full digits, resolution
    ("level", "gần 14.000 hộ nghèo", Value.nearly("14000", household), "14000", "1"),
    ("level", "2.743 hộ nghèo", Value.exact("2743", household), "2743", "1"),
    ("level", "14,7 triệu ha", Value.exact("14.7E6", hectare), "14700000", "1E5"),
    ("scale words", "157.372 tỷ đồng", Value.exact("157372E9", VND), "157372000000000", "1E9"),
    ("scale words", "hơn 2,31 triệu hộ", Value.over("2.31E6", household), "2310000", "1E4"),
    ("scale words", "547.651 ngàn USD", Value.exact("547651E3", USD), "547651000", "1E3"),
    ("range", "từ 5,99-8,49 triệu đồng", Value.between("5.99E6", "8.49E6", VND), "5990000", "1E4"),
    ("range", "khoảng 30 - 35%", Value.between("30", "35", percent), "30", "1"),
    ("range", "9 - 10 xã", Value.between("9", "10", commune), "9", "1"),
    ("quotient", "28 triệu đồng/người/năm", Value.exact("28E6", VND / person / year), "28000000", "1E6"),
    ("quotient", "1 091 người/km²", Value.exact("1091", person / square_kilometre), "1091", "1"),
    ("quotient", "0,5 triệu đồng/1 ha", Value.exact("0.5E6", VND / hectare), "500000", "1E5"),
    ("quotient range", "100.000 – 110.000 đồng/kg", Value.between("100000", "110000", VND / kilogram), "100000", "1"),
    ("quotient range", "100-150 triệu đồng/căn", Value.between("100E6", "150E6", VND / house), "100000000", "1E6"),
    ("quotient range", "1 500 - 2 000 mm/năm", Value.between("1500", "2000", millimetre / year), "1500", "1"),
    ("per mille", "khoảng 33‰", Value.about("33", per_mille), "33", "1"),
    ("per mille", "12,5‰", Value.exact("12.5", per_mille), "12.5", "0.1"),
    ("per mille", "giảm 0,4‰ mỗi năm", Change.exact("-0.4", Unit.parse("per_mille_point/year")), "-0.4", "0.1"),
    ("per month", "0,66%/tháng", Value.exact("0.66", percent / month), "0.66", "0.01"),
    ("per month", "0,624%/tháng", Value.exact("0.624", percent / month), "0.624", "0.001"),
    ("per month", "210.000 đồng/tháng/người", Value.exact("210000", VND / person / month), "210000", "1"),
    ("excess over plan", "vượt 21,3%", Attainment.exact("21.3", percent, form="over_plan"), "21.3", "0.1"),
    ("excess over plan", "vượt 2,5%", Attainment.exact("2.5", percent, form="over_plan"), "2.5", "0.1"),
    ("excess over plan", "vượt kế hoạch 25,5%", Attainment.exact("25.5", percent, form="over_plan"), "25.5", "0.1"),
    ("attainment", "đạt 78,24% kế hoạch", Attainment.exact("78.24", percent), "78.24", "0.01"),
    ("attainment", "bằng khoảng 83% kế hoạch", Attainment.about("83", percent), "83", "1"),
    ("attainment", "đạt 1.490% định mức", Attainment.exact("1490", percent), "1490", "1"),
    ("points", "tăng 1,8 điểm phần trăm", Change.exact("1.8", percentage_point), "1.8", "0.1"),
    ("points", "cao hơn 6,7 điểm phần trăm", Change.exact("6.7", percentage_point), "6.7", "0.1"),
    (
        "points",
        "giảm thêm 0,25-0,33 điểm phần trăm",
        Change.between("-0.33", "-0.25", percentage_point),
        "-0.33",
        "0.01",
    ),
    ("ratio", "14/162 xã", Value.exact("14", commune), "14", "1"),
    ("ratio", "59/63 tỉnh", Value.exact("59", Unit.parse("province")), "59", "1"),
    ("ratio", "4.391,5 ha/4.302,19", Value.exact("4391.5", hectare), "4391.5", "0.1"),
    ("multiple", "gấp 1,9 lần", RelativeChange.exact("1.9", times, form="times"), "1.9", "0.1"),
    ("multiple", "tăng gần 4 lần", RelativeChange.nearly("4", times, form="times"), "4", "1"),
    ("multiple", "tăng gấp rưỡi", RelativeChange.exact("1.5", times, form="times"), "1.5", "0.1"),
    ("to a percent of", "bằng 102% so với cùng kỳ", RelativeChange.exact("102", percent, form="to"), "102", "1"),
    ("to a percent of", "bằng 88,9% so với năm trước", RelativeChange.exact("88.9", percent, form="to"), "88.9", "0.1"),
    ("to a percent of", "bằng 65,65%", RelativeChange.exact("65.65", percent, form="to"), "65.65", "0.01"),
    ("by a percent", "tăng 7,32%", RelativeChange.exact("7.32", percent), "7.32", "0.01"),
    ("by a percent", "tăng 9,8–9,9%", RelativeChange.between("9.8", "9.9", percent), "9.8", "0.1"),
    ("by a percent", "bình quân 7 - 7,2%/năm", Value.between("7", "7.2", percent / year), "7.0", "0.1"),
    ("absolute change", "giảm 80.000 người", Change.exact("-80000", person), "-80000", "1"),
    ("absolute change", "tăng 4,4 triệu hộ", Change.exact("4.4E6", household), "4400000", "1E5"),
    ("absolute change", "tăng 0,43 điểm", Change.exact("0.43", index_point), "0.43", "0.01"),
    ("bound", "tối thiểu 95%", Value.at_least("95", percent), "95", "1"),
    ("bound", "chưa đầy 5%", Value.under("5", percent), "5", "1"),
    ("bound", "dưới 1 000 mm/năm", Value.under("1000", millimetre / year), "1000", "1"),
    ("energy and volume", "560,4 tỷ kWh", Value.exact("560.4E9", kilowatt_hour), "560400000000", "1E8"),
    ("energy and volume", "khoảng 30 triệu m3", Value.about("30E6", cubic_metre), "30000000", "1E6"),
    ("energy and volume", "2.415 ngàn tấn", Value.exact("2415E3", tonne), "2415000", "1E3"),
    # the review's own
    ("review", "hơn 400 tin, bài", Value.over("400", news_item), "400", "1"),
    ("review", "trên 60.000 lượt hộ", Value.over("60000", household_turn), "60000", "1"),
    ("review", "giảm 4,95%/năm", RelativeChange.exact("-4.95", percent / year), "-4.95", "0.01"),
    ("review", "02 huyện", Value.exact("02", district), "2", "1"),
    ("review", "458,6 triệu đồng", Value.exact("458.6E6", VND), "458600000", "1E5"),
    ("review", "trên 378 nghìn lượt người", Value.over("378E3", person_turn), "378000", "1E3"),
    ("review", "gần 900 nghìn lượt người", Value.nearly("900E3", person_turn), "900000", "1E3"),
    ("review", "3.845,49 ha", Value.exact("3845.49", hectare), "3845.49", "0.01"),
    ("review", "tăng 3,7 điểm %", Change.exact("3.7", percentage_point), "3.7", "0.1"),
    ("review", "đạt 81% kế hoạch", Attainment.exact("81", percent), "81", "1"),
]


@pytest.mark.parametrize(
    ("typed", "magnitude", "resolution"), [row[2:] for row in SHAPES], ids=[f"{row[0]}: {row[1]}" for row in SHAPES]
)
def test_each_shape_has_its_type(typed: Any, magnitude: str, resolution: str) -> None:
    from decimal import Decimal

    assert format(typed.magnitude, "f") == magnitude
    assert typed.resolution == Decimal(resolution)
    assert type(typed).parse(str(typed), units=[house]) == typed


def test_a_part_of_a_whole_is_two_figures() -> None:
    """ "36/108 xã, phường": the part and the whole, and what is left."""
    assert remainder(Value.exact(108, commune), Value.exact(36, commune)).magnitude == 72


@pytest.mark.parametrize(
    ("kind", "content", "printed"),
    [
        (MentionKind.DATE, AsOf.parse("2013-04-10"), "10/4/2013"),
        (MentionKind.DATE, Period.year(2025), "năm 2025"),
        (MentionKind.DATE, Period.years(2016, 2018), "2016-2018"),
        (MentionKind.DATE, MonthDay(month=6, day=5), "5/6"),
        (MentionKind.DOCUMENT_NUMBER, "22-NQ/TW", "22-NQ/TW"),
        (MentionKind.ORDINAL, 11, "XI"),
        (MentionKind.DURATION, Value.exact(3, year), "3 năm"),
        (MentionKind.AGE, Value.under(6, year), "dưới 6 tuổi"),
        (MentionKind.NAME, "3 trong 1", "3 trong 1"),
    ],
)
def test_numbers_that_are_no_figures(kind: MentionKind, content: Any, printed: str) -> None:
    citation = Citation(document="report", start=0, end=len(printed), printed=printed)
    assert Mention(kind=kind, content=content, citation=citation).content == content
