"""Printed figures of each shape that reports use, and the typed value that represents each."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from aseansc import Absent, Attainment, Certainty, Change, Qualifier, RelativeChange, Unit, Value
from aseansc.errors import OperandError
from aseansc.units import (
    USD,
    VND,
    animal,
    commune,
    day,
    dossier,
    hectare,
    household,
    index_point,
    indicator,
    kilogram,
    kilowatt_hour,
    millimetre,
    month,
    per_mille,
    percent,
    percentage_point,
    person,
    person_day,
    person_turn,
    square_kilometre,
    storey,
    times,
    tonne,
    troy_ounce,
    year,
)

DWELLING = Unit.counting("apartment", en="apartment", vi="căn")

SHAPES: list[tuple[str, str, Any, str, str]] = [
    # shape, printed, value, magnitude, resolution
    ("level", "2.743 hộ nghèo", Value.exact("2743", household), "2743", "1"),
    ("level", "458,6 triệu đồng", Value.exact("458.6E6", VND), "458600000", "1E5"),
    ("level", "29.992.533 triệu đồng", Value.exact("29992533E6", VND), "29992533000000", "1E6"),
    ("level", "70,000 tỷ đồng", Value.exact("70.000E9", VND), "70000000000", "1E6"),
    ("level", "1.661,3 ha", Value.exact("1661.3", hectare), "1661.3", "0.1"),
    ("level", "98,70 điểm", Value.exact("98.70", index_point), "98.70", "0.01"),
    ("level, person-turns", "63,2 triệu lượt người", Value.exact("63.2E6", person_turn), "63200000", "1E5"),
    ("level, person-days", "5.900.000 ngày khách", Value.exact("5900000", person_day), "5900000", "1"),
    ("level, number word", "hai tấn rưỡi", Value.exact("2.5", tonne), "2.5", "0.1"),
    ("level, tens of billions", "hơn hai chục tỷ đồng", Value.over("2E10", VND), "20000000000", "1E10"),
    ("bound", "trên 60.000 lượt hộ", Value.over("60000", Unit.parse("household_turn")), "60000", "1"),
    ("bound", "gần 14.000 hộ nghèo", Value.nearly("14000", household), "14000", "1"),
    ("bound", "chưa đầy 5%", Value.under("5", percent), "5", "1"),
    ("bound", "từ 15 tuổi trở lên", Value.at_least("15", year), "15", "1"),
    ("bound", "ngót 10 thế kỷ", Value.nearly("10E2", year), "1000", "100"),
    ("approximation", "trên dưới 70%", Value.about("70", percent), "70", "1"),
    ("approximate range", "khoảng 30 - 35%", Value.about("30", percent, upper="35"), "30", "1"),
    ("approximation", "khoảng 200 nghìn lượt bệnh nhân", Value.about("200E3", person_turn), "200000", "1000"),
    ("approximation", "~ 3 tỷ đồng", Value.about("3E9", VND), "3000000000", "1E9"),
    ("range", "7-7,2%", Value.between("7", "7.2", percent), "7", "0.1"),
    ("range", "5,99-8,49 triệu đồng", Value.between("5.99E6", "8.49E6", VND), "5990000", "1E4"),
    ("range", "9 - 10 xã", Value.between("9", "10", commune), "9", "1"),
    ("range", "560,4 - 624,6 tỷ kWh", Value.between("560.4E9", "624.6E9", kilowatt_hour), "560400000000", "1E8"),
    ("range", "2 đến 4 tầng", Value.between("2", "4", storey), "2", "1"),
    ("range", "0 -14 tuổi", Value.between("0", "14", year), "0", "1"),
    ("share", "25,55%", Value.exact("25.55", percent), "25.55", "0.01"),
    ("share", "0,016 %", Value.exact("0.016", percent), "0.016", "0.001"),
    ("share", "100%", Value.exact("100", percent), "100", "1"),
    ("quotient", "28 triệu đồng/người/năm", Value.exact("28E6", VND / person / year), "28000000", "1E6"),
    ("quotient", "1 091 người/km²", Value.exact("1091", person / square_kilometre), "1091", "1"),
    ("quotient", "80.000.000đ / km2 / năm", Value.exact("80000000", VND / square_kilometre / year), "80000000", "1"),
    ("quotient", "0,5 triệu đồng/1 ha", Value.exact("0.5E6", VND / hectare), "500000", "1E5"),
    ("quotient", "8,3 triệu USD/ngày", Value.exact("8.3E6", USD / day), "8300000", "1E5"),
    ("quotient", "1,232.5 USD/ounce", Value.exact("1232.5", USD / troy_ounce), "1232.5", "0.1"),
    ("quotient", "15.000 đồng / hồ sơ", Value.exact("15000", VND / dossier), "15000", "1"),
    ("quotient", "1 500 - 2 000 mm/năm", Value.between("1500", "2000", millimetre / year), "1500", "1"),
    ("quotient", "7 – 10 triệu đồng/con", Value.between("7E6", "10E6", VND / animal), "7000000", "1E6"),
    ("quotient", "100.000 – 110.000 đồng/kg", Value.between("100000", "110000", VND / kilogram), "100000", "1"),
    (
        "quotient, custom unit",
        "100-150 triệu đồng/căn",
        Value.between("100E6", "150E6", VND / DWELLING),
        "100000000",
        "1E6",
    ),
    ("per mille", "33‰", Value.about("33", per_mille), "33", "1"),
    ("per mille", "14,5‰", Value.exact("14.5", per_mille), "14.5", "0.1"),
    ("per mille", "giảm 0,5‰", Change.exact("-0.5", Unit.parse("per_mille_point")), "-0.5", "0.1"),
    ("per month", "0,66%/tháng", Value.exact("0.66", percent / month), "0.66", "0.01"),
    ("per month", "0,624%/tháng", Value.exact("0.624", percent / month), "0.624", "0.001"),
    ("per month", "210.000 đồng/tháng/người", Value.exact("210000", VND / month / person), "210000", "1"),
    ("excess over plan", "vượt kế hoạch 25,5%", Attainment.exact("25.5", percent, form="over_plan"), "25.5", "0.1"),
    ("excess over plan", "vượt 21,3%", Attainment.exact("21.3", percent, form="over_plan"), "21.3", "0.1"),
    ("excess over plan", "vượt 2,5%", Attainment.exact("2.5", percent, form="over_plan"), "2.5", "0.1"),
    ("attainment", "đạt 78,24% kế hoạch", Attainment.exact("78.24", percent), "78.24", "0.01"),
    ("attainment", "khoảng 83%", Attainment.about("83", percent), "83", "1"),
    ("attainment", "1.490% định mức", Attainment.exact("1490", percent), "1490", "1"),
    ("points", "tăng 3,7 điểm %", Change.exact("3.7", percentage_point), "3.7", "0.1"),
    ("points", "tăng 3,36 điểm phần trăm", Change.exact("3.36", percentage_point), "3.36", "0.01"),
    ("points", "giảm thêm 0,25-0,33 điểm", Change.between("-0.33", "-0.25", percentage_point), "-0.33", "0.01"),
    ("change", "giảm 80.000 người", Change.exact("-80000", person), "-80000", "1"),
    ("change", "tăng 4,4 triệu hộ", Change.exact("4.4E6", household), "4400000", "1E5"),
    ("change", "tăng 9.3 USD/ounce", Change.exact("9.3", USD / troy_ounce), "9.3", "0.1"),
    ("change", "tăng 0,43 điểm", Change.exact("0.43", index_point), "0.43", "0.01"),
    ("percent of a base", "tăng 12,2%", RelativeChange.exact("12.2", percent), "12.2", "0.1"),
    ("percent of a base", "−2.9%", RelativeChange.exact("-2.9", percent), "-2.9", "0.1"),
    ("percent of a base", "giảm 4,95%/năm", RelativeChange.exact("-4.95", percent / year), "-4.95", "0.01"),
    ("percent of a base", "8,5 - 9,5%/năm", RelativeChange.between("8.5", "9.5", percent / year), "8.5", "0.1"),
    ("percent of the base, total", "bằng 102%", RelativeChange.exact("102", percent, form="to"), "102", "1"),
    ("percent of the base, total", "bằng 88,9%", RelativeChange.exact("88.9", percent, form="to"), "88.9", "0.1"),
    ("percent of the base, total", "bằng 65,65%", RelativeChange.exact("65.65", percent, form="to"), "65.65", "0.01"),
    ("multiple", "gấp 1,9 lần", RelativeChange.exact("1.9", times, form="times"), "1.9", "0.1"),
    ("multiple", "tăng gần 4 lần", RelativeChange.nearly("4", times, form="times"), "4", "1"),
    ("multiple", "gấp rưỡi", RelativeChange.exact("1.5", times, form="times"), "1.5", "0.1"),
]


@pytest.mark.parametrize(
    ("shape", "printed", "value", "magnitude", "resolution"), SHAPES, ids=[f"{row[0]}: {row[1]}" for row in SHAPES]
)
def test_the_model_represents_the_shape(shape: str, printed: str, value: Any, magnitude: str, resolution: str) -> None:
    """Scale words are applied once; the resolution is the place of the last printed digit times the scale word."""
    assert value.magnitude == Decimal(magnitude)
    assert value.resolution == Decimal(resolution)
    assert type(value).parse(str(value), units=[DWELLING]) == value


@pytest.mark.parametrize(
    ("printed", "part", "whole", "low", "high"),
    [
        ("14/162 xã", Value.exact(14, commune), Value.exact(162, commune), "8.6", "8.7"),
        ("20/22 chỉ tiêu", Value.exact(20, indicator), Value.exact(22, indicator), "90.9", "91.0"),
        ("4.391,5 ha/4.302,19", Value.exact("4391.5", hectare), Value.exact("4302.19", hectare), "102.07", "102.08"),
    ],
)
def test_a_ratio_consists_of_two_figures_and_their_quotient(
    printed: str, part: Value, whole: Value, low: str, high: str
) -> None:
    """A part of a whole is recorded as two values, from which the share is computed."""
    share = part / whole
    assert share.unit == percent
    assert Decimal(low) < share.magnitude < Decimal(high)
    assert share.interval().contains(share.magnitude)


@pytest.mark.parametrize(
    ("printed", "actual", "plan", "stated"),
    [
        ("12.375,3/10.200 triệu đồng, vượt 21,3%", "12375.3E6", "10200E6", "over_plan 21.3 percent"),
        ("4.391,5 ha/4.302,19, đạt 102,08 %", "4391.5E6", "4302.19E6", "of_plan 102.08 percent"),
    ],
)
def test_a_correct_attainment_is_possible(printed: str, actual: str, plan: str, stated: str) -> None:
    """An attainment that the report computed and rounded correctly agrees with its figures."""
    computed = (Value.exact(actual, VND) / Value.exact(plan, VND)).interval()
    assert computed.overlaps(Attainment.parse(stated).of_plan.interval())


def test_points_are_not_percent_and_turns_are_not_persons() -> None:
    level, points = Value.exact("25.55", percent), Change.exact("3.7", percentage_point)
    assert (level + points).unit == percent
    for mixed in (
        lambda: level + RelativeChange.exact("3.7", percent),  # type: ignore[operator]
        lambda: level + level,
        lambda: Value.exact(5, person) + Value.exact(5, person_turn),
        lambda: points.compare(RelativeChange.exact("3.7", percent)),  # type: ignore[arg-type]
    ):
        with pytest.raises(OperandError):
            mixed()


def test_a_change_in_points_is_compared_with_its_levels() -> None:
    """26,8 % minus 20,1 % is 6,7 points, as printed; 69,66 % minus 65,9 % is not the printed 3,36 points."""
    true = Value.exact("26.8", percent) - Value.exact("20.1", percent)
    assert true.compare(Change.exact("6.7", percentage_point)).equal is Certainty.POSSIBLE
    false = Value.exact("69.66", percent) - Value.exact("65.9", percent)
    assert false.compare(Change.exact("3.36", percentage_point)).greater is Certainty.CERTAIN


def test_every_form_of_a_change_has_the_same_meaning() -> None:
    """All forms of a change convert to the same form, and the printed form is kept."""
    to = RelativeChange.exact("102", percent, form="to")
    assert (to.magnitude, to.by.magnitude) == (102, 2)
    assert RelativeChange.exact("2", times, form="times").by.magnitude == 100
    excess = Attainment.exact("25.5", percent, form="over_plan")
    assert (excess.magnitude, excess.of_plan.magnitude) == (Decimal("25.5"), Decimal("125.5"))
    assert Qualifier("over") is Qualifier.OVER
    assert not Absent.NOT_STATED
