"""Growth, plans of it, seasons and numbers of months in words, as a draft of a report of statistics proposes them."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import Period
from aseansc.drafts import Gap, PartialRecord
from aseansc.indicators import IndicatorKind
from aseansc.targets import Target
from aseansc.units import percent
from aseansc.values import RelativeChange
from aseansc.vietnamese import draft

HALF = Period.parse("2019-S1")
SIGNED = "Năng suất vải ước giảm 16,5%; nuôi trồng thủy sản tăng khá (+2,5%)."
SECTORS = "Công nghiệp tăng 9,3%; đóng góp 4,9 điểm %. Dịch vụ tăng 8,1% (đóng góp 2,2 điểm%)."
BRANCHES = "Chỉ số sản xuất tăng 15% (4 tháng đầu năm 2018 IIP giảm 11%). Trong đó, ngành khai khoáng tăng 12%."
SHOWN = "Qua tổng hợp cho thấy năng suất lúa đạt 61,5 tạ/ha (đông xuân năm trước đạt 59,8 tạ/ha)."
REGISTERED = "Trong năm có 53 DN thành lập mới, tổng số vốn đăng ký 3.477 tỷ đồng, tăng 15% về số DN, tăng 72% về số vốn đăng ký."
AREAS = "Diện tích nhóm cây lấy củ 143 ha, tăng 14% (+18 ha) chủ yếu tăng diện tích trồng sắn."


def rows(text: str, period: Period | None = HALF) -> tuple[dict[str, PartialRecord], dict[Any, PartialRecord]]:
    """Return the figures of a draft by their printed words, and its indicators by id."""
    found = draft(text, place="XX-SM", period=period)
    records: tuple[Any, ...] = (*found.observations, *found.targets, *found.claims)
    return {item["citation"].printed: item for item in records}, {item["id"]: item for item in found.indicators}


def name_of(text: str, printed: str) -> str:
    """Return the name of what a figure measures, or a question mark if it is asked."""
    figures, indicators = rows(text)
    name = indicators[figures[printed]["indicator"]]["name"]["vi"]
    return "?" if isinstance(name, Gap) else str(name)


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        (SIGNED, "+2,5%", "Nuôi trồng thủy sản"),
        (SECTORS, "4,9 điểm %", "Mức đóng góp: công nghiệp"),
        (SECTORS, "2,2 điểm%", "Mức đóng góp: dịch vụ"),
        (BRANCHES, "12%", "Chỉ số sản xuất: ngành khai khoáng"),
        (SHOWN, "61,5 tạ/ha", "Năng suất lúa"),
        (SHOWN, "59,8 tạ/ha", "Năng suất lúa"),
        ("Xã A trồng 20 ha ngô. Trong 6 tháng đầu năm trồng 30 ha ngô.", "30 ha", "?"),
        (REGISTERED, "15%", "Số DN thành lập mới"),
        (REGISTERED, "72%", "Tổng số vốn đăng ký"),
        (AREAS, "14%", "Diện tích nhóm cây lấy củ"),
        ("Toàn tỉnh gieo trồng được 349 ha cây hàng năm giảm 1,1%.", "349 ha", "Gieo trồng cây hàng năm"),
        ("Sản lượng lúa đạt 146 tấn (giảm 32%); bắp đạt 32 tấn (giảm 12%).", "32 tấn", "Sản lượng bắp"),
        ("Sản lượng thịt đạt 146 tấn; trứng đạt 32 tấn.", "32 tấn", "?"),
    ],
)
def test_names(text: str, printed: str, name: str) -> None:
    assert name_of(text, printed) == name


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("Diện tích nhóm cây lương thực có hạt 313 ha.", "313 ha", IndicatorKind.FLOW),
        ("Tiền nợ thuế là 791 tỷ đồng.", "791 tỷ đồng", IndicatorKind.STOCK),
        ("Hiện có 41 dự án với tổng vốn đăng ký 595 triệu USD.", "595 triệu USD", IndicatorKind.STOCK),
        (REGISTERED, "3.477 tỷ đồng", IndicatorKind.FLOW),
    ],
)
def test_kinds(text: str, printed: str, kind: IndicatorKind) -> None:
    figures, indicators = rows(text)
    assert indicators[figures[printed]["indicator"]]["kind"] is kind


def test_a_yield_that_changed_by_a_percent_is_not_a_percent() -> None:
    figures, indicators = rows(SIGNED)
    assert indicators[figures["16,5%"]["indicator"]]["unit"] != percent


def test_a_plan_in_a_bracket_after_a_growth_is_a_planned_growth_of_the_year() -> None:
    figures, _ = rows("Chỉ số sản xuất công nghiệp tăng 10,92% (KH cả năm 9,5%).")
    goal = figures["9,5%"]
    assert goal.record_type is Target
    assert (goal["value"], str(goal["time"])) == (RelativeChange.parse("by 9.5 percent"), "2019")
    assert goal["indicator"] == figures["10,92%"]["indicator"]


def test_the_figure_of_the_season_of_another_year_has_no_time() -> None:
    assert isinstance(rows(SHOWN)[0]["59,8 tạ/ha"]["time"], Gap)


def test_months_in_words_are_a_part_of_the_year() -> None:
    found = draft(
        "Thu hút đầu tư sáu tháng đầu năm 2019\n\nMười tháng qua, không đổi. Sáu tháng đầu năm, thu 5 tỷ đồng."
    )
    assert found.period == HALF
    assert [str(one["time"]) for one in found.observations] == ["2019-S1"]
