"""The season that a heading or the words of a paragraph name is part of the names of crops."""

from __future__ import annotations

import pytest

from aseansc import Period
from aseansc.claims import ChangeClaim
from aseansc.drafts import Gap
from aseansc.indicators import Direction
from aseansc.units import percentage_point
from aseansc.values import Change
from aseansc.vietnamese import draft

YEAR = Period.year(2019)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "(1) Lúa Xuân: diện tích gieo cấy 5.120 ha, năng suất 62 tạ/ha.",
            ["Lúa Xuân: diện tích gieo cấy", "Lúa Xuân: năng suất"],
        ),
        (
            "Vụ Mùa\nDiện tích gieo trồng đạt 5.120 ha; năng suất lúa đạt 62 tạ/ha. Trồng rừng mới 90 ha.",
            ["Vụ Mùa: diện tích gieo trồng", "Vụ Mùa: năng suất lúa", "Trồng rừng mới"],
        ),
        (
            "Vụ Đông Xuân năm 2019, huyện gieo cấy được 5.120 ha lúa; sản lượng lúa 90 tấn. Gieo trồng rau 90 ha.",
            ["Vụ Đông Xuân: gieo cấy lúa", "Vụ Đông Xuân: sản lượng lúa", "Gieo trồng rau"],
        ),
        (
            "Gieo cấy lúa 90 ha, bằng 98% so với vụ Mùa năm trước; sản lượng lúa 9 tấn.",
            ["Gieo cấy lúa", "Sản lượng lúa"],
        ),
        ("Vụ Mùa, huyện có 90 hộ nghèo.", ["Số hộ nghèo"]),
    ],
)
def test_figures_of_crops_are_those_of_the_season(text: str, names: list[str]) -> None:
    found = draft(text, place="XX-SM", period=YEAR)
    assert [one["name"]["vi"] for one in found.indicators] == names


def test_what_is_better_does_not_depend_on_the_season() -> None:
    found = draft("Vụ Mùa: sản lượng lúa 90 tấn, đạt 98% kế hoạch.", place="XX-SM", period=YEAR)
    assert found.indicators[0]["better"] is Direction.UP


def test_points_between_two_percents_of_a_plan_are_not_a_growth_of_the_level() -> None:
    text = "Thu ngân sách 500 tỷ đồng, đạt 115,7% kế hoạch, tăng {}% so với cùng kỳ (năm 2018 đạt 90,4%)."
    for printed, is_points in (("25,3", True), ("12,5", False)):
        found = draft(text.format(printed), place="XX-SM", period=YEAR)
        change = next(one for one in found.claims if one["value"] is not None and one.record_type is ChangeClaim)
        assert (isinstance(change["value"], Change) and change["value"].unit == percentage_point) is is_points
        of = next(one for one in found.indicators if one["id"] == change["indicator"])
        assert isinstance(of["name"]["vi"], Gap) is is_points


@pytest.mark.parametrize("base", ["CK", "CK năm trước", "so với CK", "so CKNT"])
def test_a_change_from_the_same_months_has_the_level_before_it(base: str) -> None:
    found = draft(f"Thu ngân sách 120 tỷ đồng, tăng 15% {base}.", place="XX-SM", period=YEAR)
    assert [one["name"]["vi"] for one in found.indicators] == ["Thu ngân sách"]
