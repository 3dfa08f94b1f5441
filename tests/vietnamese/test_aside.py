"""Plans and earlier levels beside a percent, and totals before a share: what a draft proposes, and what it asks."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import Period
from aseansc.drafts import Gap
from aseansc.vietnamese import draft

YEAR = Period.year(2023)


def drafted(text: str) -> Any:
    return draft(text, place="XX-SM", period=YEAR)


def kept(records: Any, printed: str) -> Any:
    """Return the record of a figure by its printed words."""
    return next(one for one in records if one["citation"].printed == printed)


@pytest.mark.parametrize(
    ("text", "actual", "plan"),
    [
        (
            "Xã mở 4 lớp nghề cho 209 lao động (trong đó 87 lao động nữ), đạt 104,5% kế hoạch năm (200 lao động).",
            "209 lao động",
            "200 lao động",
        ),
        ("Diện tích quế trồng mới là 463 ha, đạt 92,6% kế hoạch (500 ha).", "463 ha", "500 ha"),
        ("Thu ngân sách đạt 53,2 tỷ đồng, vượt 6,4% dự toán tỉnh giao (50 tỷ đồng).", "53,2 tỷ đồng", "50 tỷ đồng"),
        ("Diện tích ngô là 463 ha, bằng 92,6% so với kế hoạch giao 500 ha.", "463 ha", "500 ha"),
        ("Trồng 463 ha quế, 210 ha chè, đạt 105% kế hoạch giao (200 ha).", "210 ha", "200 ha"),
        ("Trồng 463 ha quế, 210 ha chè, đạt 92,6% kế hoạch giao (500 ha).", "463 ha", "500 ha"),
    ],
)
def test_the_plan_beside_a_percent_is_that_of_the_level_that_is_the_percent_of_it(
    text: str, actual: str, plan: str
) -> None:
    found = drafted(text)
    level = next(one for one in found.observations if one["citation"].printed.startswith(actual))
    target = kept(found.targets, plan)
    claim = found.claims[0]
    assert target["indicator"] == level["indicator"]
    assert (claim["actual"], claim["target"]) == (level["id"], target["id"])
    assert "note" not in target


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích quế là 463 ha, đạt 92,6% kế hoạch (510 ha).",
        "Diện tích quế đạt 92,6% kế hoạch (510 ha).",
        "Diện tích quế là gần 463 ha, đạt 92,6% kế hoạch (510 ha).",
    ],
)
def test_a_number_in_brackets_that_does_not_fit_the_percent_is_asked(text: str) -> None:
    found = drafted(text)
    level = kept(found.observations, "510 ha")
    named = next(one for one in found.indicators if one["id"] == level["indicator"])
    assert isinstance(named["name"]["vi"], Gap)
    assert isinstance(level["statuses"], Gap)
    assert not found.targets


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Diện tích quế là 463 ha, đạt 92,6% kế hoạch (trong đó xã A 120 ha).", "120 ha"),
        ("Có 45 xã về đích, đạt 75% kế hoạch (45/60 xã).", "45/60 xã"),
        ("Diện tích quế là 463 ha, đạt 92,6% kế hoạch, được 500 ha ngô.", "500 ha"),
        ("Diện tích quế là 463 ha, đạt 92,6% (500 ha).", "500 ha"),
    ],
)
def test_other_numbers_after_a_percent_of_a_plan_are_not_plans(text: str, printed: str) -> None:
    found = drafted(text)
    assert not found.targets
    assert "note" not in kept(found.observations, printed)


def test_an_exceeded_plan_is_not_that_of_a_part() -> None:
    found = drafted("Hỗ trợ 312 hộ vay vốn (trong đó 120 hộ cận nghèo), vượt kế hoạch (300 hộ).")
    assert found.targets[0]["indicator"] == kept(found.observations, "312 hộ")["indicator"]
    found = drafted("Hỗ trợ 312 hộ vay vốn (trong đó 120 hộ cận nghèo), vượt kế hoạch (330 hộ).")
    indicators = {one["indicator"] for one in found.observations}
    assert found.targets[0]["indicator"] not in indicators
    found = drafted("Hỗ trợ 312 hộ vay vốn, vượt kế hoạch (300 hộ).")
    assert found.targets[0]["indicator"] == found.observations[0]["indicator"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Diện tích ngô là 463 ha, tăng 10,2% so với cùng kỳ (420 ha).", Period.year(2022)),
        ("Diện tích ngô là 463 ha, bằng 110,2% so với cùng kỳ năm trước (420 ha).", Period.year(2022)),
        ("Diện tích ngô là 463 ha, tăng 10,2% so với năm 2020 (420 ha).", Period.year(2020)),
    ],
)
def test_the_level_beside_a_change_is_the_earlier_one(text: str, time: Period) -> None:
    found = drafted(text)
    level, change = kept(found.observations, "420 ha"), found.claims[0]
    assert (level["time"], change["start"]) == (time, level["id"])
    assert level["indicator"] == kept(found.observations, "463 ha")["indicator"]


def test_an_earlier_level_that_does_not_fit_the_change_is_asked() -> None:
    found = drafted("Diện tích ngô là 463 ha, tăng 10,2% so với cùng kỳ (430 ha).")
    level = kept(found.observations, "430 ha")
    assert level["time"] == Period.year(2022)
    assert level["indicator"] != kept(found.observations, "463 ha")["indicator"]


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Tỷ lệ hộ nghèo giảm 5,62 điểm % so với năm 2022, vượt chỉ tiêu Nghị quyết giao (4%).", True),
        ("Tỷ lệ hộ nghèo giảm còn 42,41%, vượt chỉ tiêu Nghị quyết (4%).", True),
        ("Tỷ lệ hộ nghèo còn 17%, vượt kế hoạch (18%).", False),
        ("Tỷ lệ che phủ rừng đạt 56%, vượt chỉ tiêu Nghị quyết (55%).", False),
    ],
)
def test_a_plan_after_a_change_is_asked_level_or_change(text: str, is_asked: bool) -> None:
    value = drafted(text).targets[0]["value"]
    assert isinstance(value, Gap) is is_asked
    assert not is_asked or "percentage_point" in value.reason.en


HOUSEHOLDS = "Toàn huyện có 11.486 hộ; "


@pytest.mark.parametrize(
    ("text", "denominator"),
    [
        (HOUSEHOLDS + "số hộ nghèo là 4.871 hộ, chiếm tỷ lệ 44,21%.", "so-ho"),
        (HOUSEHOLDS + "có 6.200 hộ nông nghiệp; số hộ nghèo là 4.871 hộ, chiếm tỷ lệ 44,21%.", "so-ho"),
        (HOUSEHOLDS + "có 11.200 hộ nông nghiệp; số hộ nghèo là 4.871 hộ, chiếm tỷ lệ 44,21%.", "?"),
        (HOUSEHOLDS + "số hộ nghèo là 4.871 hộ, chiếm 70% số hộ vùng cao.", ""),
        ("Có 3.000 hộ cận nghèo; số hộ nghèo là 4.871 hộ, chiếm tỷ lệ 44,21%.", ""),
        (HOUSEHOLDS + "năm 2022 có 4.871 hộ nghèo, chiếm tỷ lệ 44,21%.", ""),
    ],
)
def test_the_total_of_a_share_is_the_larger_level_before_it(text: str, denominator: str) -> None:
    rate = next(one for one in drafted(text).indicators if one["id"] == "ty-le-ho-ngheo")
    total = rate.get("denominator", "")
    assert ("?" if isinstance(total, Gap) else total) == denominator
    if isinstance(total, Gap):
        assert set(total.choices) == {"so-ho", "so-ho-nong-nghiep"}
    else:
        assert ("denominator" in rate.proposed) is (denominator != "")


@pytest.mark.parametrize("compared", ["thấp hơn cùng kỳ", "giảm so với cùng kỳ năm trước"])
@pytest.mark.parametrize(("time", "year"), [("", YEAR), ("Năm 2020, ", Period.year(2020))])
def test_a_level_in_brackets_after_a_comparison_is_that_of_the_year_before(
    time: str, year: Period, compared: str
) -> None:
    found = drafted(f"{time}tỷ lệ hộ nghèo còn 15,6%, {compared} (22,3%).")
    before, level = kept(found.observations, "22,3%"), kept(found.observations, "15,6%")
    assert before["indicator"] == level["indicator"]
    assert (before["time"], level["time"]) == (Period.year(year.start.year - 1), year)


@pytest.mark.parametrize(
    "text",
    [
        "Số hộ nghèo là 12 hộ, ít hơn so với cùng kỳ (3 hộ).",
        "Tình hình đói nghèo giảm so với cùng kỳ (3 hộ).",
        "Số hộ nghèo là hàng chục hộ, nhiều hơn cùng kỳ (3 hộ).",
    ],
)
def test_a_level_in_brackets_that_is_not_known_to_agree_with_the_words_before_it_has_its_time_asked(text: str) -> None:
    assert isinstance(kept(drafted(text).observations, "3 hộ")["time"], Gap)
