"""What the changes and levels in a list are said of, where brackets, commas and words such as *lần lượt* show it."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import Period
from aseansc.claims import ChangeClaim
from aseansc.drafts import Gap, PartialRecord
from aseansc.indicators import Direction, IndicatorKind
from aseansc.units import percent
from aseansc.values import Change
from aseansc.vietnamese import draft

YEAR = Period.year(2019)
INDEX = (
    "Chỉ số sản xuất công nghiệp tăng 5%, trong đó ngành chế biến gỗ tăng 6%; sản xuất và phân phối điện, khí đốt, nước "
    "đá tăng 7%; cung cấp nước, thoát nước tăng 8%."
)
COVERED = "Đến tháng 10/2019, tỷ lệ bao phủ BHYT đạt 81% dân số, ước thực hiện năm 2019 đạt 92% dân số."
TURN = "Cơ cấu: nông nghiệp chiếm 30%; công nghiệp chiếm 25%; dịch vụ chiếm 45% (cùng kỳ năm 2018 lần lượt là: {})."


def rows(text: str, period: Period = YEAR) -> tuple[dict[str, PartialRecord], dict[Any, PartialRecord]]:
    """Return the figures of a draft by their printed words, and its indicators by id."""
    found = draft(text, place="XX-SM", period=period)
    records: tuple[Any, ...] = (*found.observations, *found.targets, *found.claims)
    return {item["citation"].printed: item for item in records}, {item["id"]: item for item in found.indicators}


def name_of(text: str, printed: str) -> str:
    """Return the name of what a figure measures, or a question mark if it is asked."""
    figures, indicators = rows(text)
    name = indicators[figures[printed]["indicator"]]["name"]
    return "?" if isinstance(name, Gap) or isinstance(name["vi"], Gap) else str(name["vi"])


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Năm 2019, sản lượng ngô (gồm hai vụ) tăng 3%, đàn bò tăng 4%, đàn trâu tăng 5%.", "3%", "Sản lượng ngô"),
        ("Năm 2019, sản lượng ngô (gồm hai vụ) tăng 3%, đàn bò tăng 4%, đàn trâu tăng 5%.", "4%", "Đàn bò"),
        ("Khu vực công nghiệp đạt 23 tỷ đồng, tăng 9% (khai thác than tăng 19%).", "19%", "Khai thác than"),
        ("Thu phí tăng 8% (đóng góp 4,1 điểm phần trăm), cao hơn mức tăng 6% của năm 2018.", "6%", "Thu phí"),
        ("Dịch vụ tăng 8%, đóng góp 4,1 điểm phần trăm (trong đó vận tải tăng 6%).", "6%", "?"),
        (INDEX, "7%", "Chỉ số sản xuất công nghiệp: sản xuất và phân phối điện, khí đốt, nước đá"),
        (INDEX, "8%", "Chỉ số sản xuất công nghiệp: cung cấp nước, thoát nước"),
        (f"{INDEX} Trong đó, một số sản phẩm tăng khá như: bia tăng 9%.", "9%", "?"),
        ("Tính chung cả nước, đàn bò tăng 9%.", "9%", "Đàn bò"),
        ("Đàn gà phát triển tốt có mức tăng 9%.", "9%", "Đàn gà"),
    ],
)
def test_what_changed(text: str, printed: str, name: str) -> None:
    assert name_of(text, printed) == name


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Cây ngô đã gieo trồng 500 ha; lúa mùa đã thu hoạch 300 ha.", "500 ha", "Cây ngô gieo trồng"),
        ("Toàn xã đã gieo trồng 500 ha ngô.", "500 ha", "Gieo trồng ngô"),
        ("Bậc tiểu học có 48/60 trường đạt chuẩn, chiếm 80%.", "48/60 trường", "Số trường đạt chuẩn bậc tiểu học"),
        ("Bậc tiểu học có 48/60 trường đạt chuẩn, chiếm 80%.", "60 trường", "Tổng số trường bậc tiểu học"),
        ("Bậc THCS có 48/60 trường đạt chuẩn, chiếm 80%.", "80%", "Tỷ lệ trường đạt chuẩn bậc THCS"),
        (COVERED, "92%", "Tỷ lệ bao phủ BHYT"),
        ("Có 58% số xã và 12 huyện đạt chuẩn nông thôn mới.", "58%", "?"),
        ("Xã Mẫu có thêm 5 thôn đạt đủ 10 tiêu chí mới.", "5 thôn", "Số thôn đạt đủ 10 tiêu chí mới"),
    ],
)
def test_what_is_counted(text: str, printed: str, name: str) -> None:
    assert name_of(text, printed) == name


def test_an_amount_after_its_percent_is_the_same_change() -> None:
    figures, _ = rows(
        "Sản lượng chè đạt 600 tấn, giảm 5% so với năm trước (bằng 31 tấn); đàn bò 90 con, bằng 80 con cũ."
    )
    claim = figures["31 tấn"]
    assert claim.record_type is ChangeClaim
    assert claim["value"] == Change.parse("-31 tonne")
    assert claim["end"] == figures["600 tấn"]["id"]
    assert figures["80 con"].record_type is not ChangeClaim


def test_as_many_levels_in_turn_as_before_have_their_indicators() -> None:
    figures, _ = rows(TURN.format("32%; 24% và 44%"))
    assert [figures[one]["indicator"] for one in ("32%", "24%", "44%")] == [
        figures[one]["indicator"] for one in ("30%", "25%", "45%")
    ]
    assert {str(figures[one]["time"]) for one in ("32%", "24%", "44%")} == {"2018"}
    assert name_of(TURN.format("32% và 24%"), "24%") == "?"


def test_months_that_end_with_the_period_are_part_of_its_year() -> None:
    text = "Chỉ số sản xuất thực hiện 10 tháng tăng 8%. Trong đó, ngành gỗ tăng 9%. Vay 8 tháng 5 tỷ đồng."
    figures, _ = rows(text, Period.parse("2019-10"))
    assert [str(figures[one]["time"]) for one in ("8%", "9%")] == ["2019-01-01/P10M"] * 2
    assert isinstance(figures["5 tỷ đồng"]["time"], Gap)


def test_a_change_of_another_time_does_not_end_at_the_level() -> None:
    text = "Trong 9 tháng đầu năm 2019 thu 90 tỷ đồng, tăng 10% (quý III tăng 9%)."
    figures, _ = rows(text, Period.parse("2019-01-01/P9M"))
    assert figures["10%"]["end"] == figures["90 tỷ đồng"]["id"]
    assert str(figures["9%"]["time"]) == "2019-Q3"
    assert figures["9%"].get("end") is None
    figures, _ = rows("Năm 2019 thu 90 tỷ đồng, tăng 10%, cao hơn mức tăng 7% của năm 2018.")
    assert figures["7%"]["indicator"] == figures["10%"]["indicator"]
    assert figures["7%"].get("end") is None


def test_an_amount_of_a_year_is_not_the_start_of_a_change_of_a_month() -> None:
    text = (
        "Tháng 12/2019 thu 9 tỷ đồng, tăng 5% so với tháng trước; cả năm 2019 thu 90 tỷ đồng (năm 2018 thu 80 tỷ đồng)."
    )
    assert rows(text, Period.parse("2019-12"))[0]["5%"].get("start") is None


def test_a_change_of_a_flow_is_not_that_of_the_day_of_a_stock() -> None:
    figures, _ = rows("Đến ngày 01/4/2019, đàn bò có 300 con. Sản lượng thịt hơi tăng 7%.")
    assert isinstance(figures["7%"]["time"], Gap)


def test_the_number_of_a_dose_is_not_a_figure() -> None:
    assert [*rows("Tỷ lệ trẻ em tiêm mũi 2 đạt 98%.")[0]] == ["98%"]


def test_a_debt_is_better_if_it_falls() -> None:
    _, indicators = rows("Nợ bảo hiểm xã hội đến cuối năm là 77 tỷ đồng.")
    assert [one["better"] for one in indicators.values()] == [Direction.DOWN]


def test_an_index_is_a_rate_also_as_a_percent_of_an_earlier_one() -> None:
    _, indicators = rows("Chỉ số sản xuất công nghiệp đạt 98,9% so với cùng kỳ năm trước.")
    assert [(one["unit"], one["kind"]) for one in indicators.values()] == [(percent, IndicatorKind.RATE)]
