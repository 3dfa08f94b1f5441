"""Growth, plans of it, seasons and numbers of months in words, as a draft of a report of statistics proposes them."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import Period
from aseansc.drafts import Gap, PartialRecord
from aseansc.indicators import IndicatorKind
from aseansc.targets import Target
from aseansc.units import percent
from aseansc.values import Change, RelativeChange
from aseansc.vietnamese import draft

HALF = Period.parse("2019-S1")
SIGNED = "Năng suất vải ước giảm 16,5%; nuôi trồng thủy sản tăng khá (+2,5%)."
SECTORS = "Công nghiệp tăng 9,3%; đóng góp 4,9 điểm %. Dịch vụ tăng 8,1% (đóng góp 2,2 điểm%)."
BRANCHES = "Chỉ số sản xuất tăng 15% (4 tháng đầu năm 2018 IIP giảm 11%). Trong đó, ngành khai khoáng tăng 12%."
SHOWN = "Qua tổng hợp cho thấy năng suất lúa đạt 61,5 tạ/ha (đông xuân năm trước đạt 59,8 tạ/ha)."
REGISTERED = "Trong năm có 53 DN thành lập mới, tổng số vốn đăng ký 3.477 tỷ đồng, tăng 15% về số DN, tăng 72% về số vốn đăng ký."
AREAS = "Diện tích nhóm cây lấy củ 143 ha, tăng 14% (+18 ha) chủ yếu tăng diện tích trồng sắn."

CLAUSES = (
    "GRDP cả năm tăng 1%. Trong khi khu vực nông, lâm nghiệp và thủy sản (NLTS) tiếp tục giảm sâu (-5,7%), còn khu vực "
    "công nghiệp - xây dựng (CN-XD) chỉ tăng nhẹ (+0,1%), thì khu vực dịch vụ đạt mức tăng trưởng cao nhất (+7,6%) và "
    "thuế sản phẩm tăng 2,8%."
)
THOUGH = "Tổng thu ước đạt 86 tỷ đồng, tuy tăng cao (+17,2%) so với quý trước, nhưng chỉ tăng 0,5% so với năm trước."
SPACED = "Diện tích lúa đạt 318 ha, giảm 3,6% (- 12,5 ha). Năng suất đạt 64 tạ/ha, tăng 1,2% (+0,8 tạ/ha) và sản lượng thóc ước đạt 204 tấn."
CROPS = "Sản lượng thóc đạt 187 tấn, giảm 1,3%. Cây ngô: năng suất ước đạt 46,7 tạ/ha (+1,1%), sản lượng đạt 35 tấn."


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
        ("Xã A trồng 20 ha ngô. Trong 6 tháng đầu năm trồng 30 ha ngô.", "30 ha", "Trồng ngô"),
        (REGISTERED, "15%", "Số DN thành lập mới"),
        (REGISTERED, "72%", "Tổng số vốn đăng ký"),
        (AREAS, "14%", "Diện tích nhóm cây lấy củ"),
        ("Toàn tỉnh gieo trồng được 349 ha cây hàng năm giảm 1,1%.", "349 ha", "Gieo trồng cây hàng năm"),
        ("Sản lượng lúa đạt 146 tấn (giảm 32%); bắp đạt 32 tấn (giảm 12%).", "32 tấn", "Sản lượng bắp"),
        ("Sản lượng thịt đạt 146 tấn; trứng đạt 32 tấn.", "32 tấn", "?"),
        ("Chỉ số sản xuất trong tháng tăng 5,7%.", "5,7%", "Chỉ số sản xuất"),
        (CLAUSES, "-5,7%", "Giá trị tăng thêm khu vực nông, lâm nghiệp và thủy sản"),
        (CLAUSES, "+0,1%", "Giá trị tăng thêm khu vực công nghiệp - xây dựng"),
        (CLAUSES, "+7,6%", "Giá trị tăng thêm khu vực dịch vụ"),
        (CLAUSES, "2,8%", "Thuế sản phẩm"),
        (THOUGH, "+17,2%", "Tổng thu"),
        (THOUGH, "0,5%", "Tổng thu"),
        ("Thu nội địa đạt 122 tỷ đồng, vẫn giảm 2,3%.", "2,3%", "Thu nội địa"),
        (SPACED, "- 12,5 ha", "Diện tích lúa"),
        (SPACED, "204 tấn", "Sản lượng thóc"),
        (CROPS, "46,7 tạ/ha", "Cây ngô: năng suất"),
        (CROPS, "35 tấn", "Cây ngô: sản lượng"),
        ("Cây ngô diện tích gieo trồng 20 ha; năng suất ước đạt 50 tạ/ha.", "50 tạ/ha", "Năng suất: cây ngô"),
        ("Tổng lượng thủy sản trong tháng đạt 54 tấn.", "54 tấn", "Tổng lượng thủy sản"),
        (
            "Chỉ số sản xuất tăng 5,7%.\n\nTrong đó, ngành khai khoáng tăng 6%.",
            "6%",
            "Chỉ số sản xuất: ngành khai khoáng",
        ),
        ("Chỉ số sản xuất tăng 5,7%.\n\nNgành khai khoáng tăng 6%.", "6%", "?"),
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
        ("Vốn đầu tư do tỉnh quản lý đạt 5.335 tỷ đồng.", "5.335 tỷ đồng", IndicatorKind.FLOW),
        ("Nguồn vốn ủy thác do ngân hàng quản lý là 12 tỷ đồng.", "12 tỷ đồng", IndicatorKind.STOCK),
    ],
)
def test_kinds(text: str, printed: str, kind: IndicatorKind) -> None:
    figures, indicators = rows(text)
    assert indicators[figures[printed]["indicator"]]["kind"] is kind


def test_a_yield_that_changed_by_a_percent_is_not_a_percent() -> None:
    figures, indicators = rows(SIGNED)
    assert indicators[figures["16,5%"]["indicator"]]["unit"] != percent


def test_a_sign_with_a_space_after_it_is_that_of_a_change_in_a_bracket() -> None:
    figures, _ = rows(SPACED)
    assert figures["- 12,5 ha"]["value"] == Change.parse("-12.5 hectare")
    assert figures["- 12,5 ha"]["indicator"] == figures["318 ha"]["indicator"]


def test_a_dash_before_an_amount_that_follows_a_level_is_not_a_sign() -> None:
    assert "- 12,5 ha" not in rows("Diện tích lúa đạt 318 ha (- 12,5 ha).")[0]


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


def test_a_name_that_is_offered_does_not_say_a_word_twice() -> None:
    figures, indicators = rows(f"{CROPS[:-1]}; khoai lang, sản lượng ước đạt 9 tấn.")
    asked = indicators[figures["9 tấn"]["indicator"]]["name"]["vi"]
    assert asked.choices == ("Cây ngô: sản lượng", "Sản lượng thóc")
