"""Figures of months and quarters that are named without their year have that part of the year, or are asked about."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import Period
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.observations import Observation
from aseansc.vietnamese import DoubtCode, doubtful_records, draft, find

YEAR = Period.year(2024)
MONTHS = "2024-01-01/P9M"


def times(text: str, period: Period | None = YEAR) -> list[str]:
    """Return the times of the figures of a draft, in the order of the tables; a dash for an open one."""
    found = draft(text, place="VN-01", period=period)
    records: tuple[Any, ...] = (*found.observations, *found.claims)
    return ["-" if isinstance(time := record.get("time"), Gap) else str(time) for record in records]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 tháng, thu 500 tỷ đồng; cả năm ước thu 700 tỷ đồng.", [MONTHS, "2024"]),
        (
            "Thu quý I đạt 5 tỷ đồng; quý II đạt 6 tỷ đồng; thu tháng 9 đạt 2 tỷ đồng.",
            ["2024-Q1", "2024-Q2", "2024-09"],
        ),
        ("Trong 9 tháng, GRDP tăng 6,2% (quý I tăng 7,6%, quý II tăng 4,9%).", [MONTHS, "2024-Q1", "2024-Q2"]),
        ("Trong 9 tháng, thu 500 tỷ đồng. Chi 300 tỷ đồng.", [MONTHS, MONTHS]),
        ("Quý I thu 5 tỷ đồng, quý II thu 6 tỷ đồng. Chi 300 tỷ đồng.", ["2024-Q1", "2024-Q2", "-"]),
        ("Trong 9 tháng, thu 500 tỷ đồng.\n\nChi 300 tỷ đồng.", [MONTHS, "2024"]),
        ("Đến hết tháng 9, giải ngân 50 tỷ đồng, tăng 5%; có 12 xã đạt chuẩn.", [MONTHS, "2024-09", MONTHS]),
        ("Đến ngày 30/9, giải ngân 50 tỷ đồng; có 12 xã đạt chuẩn.", [MONTHS, "2024-09-30"]),
        ("Thu 5 tỷ đồng, tăng 5% so với quý I.", ["2024", "2024"]),
        ("GRDP theo giá so sánh năm 2010 tăng 2,4%.", ["2024"]),
        ("Cho vay kỳ hạn 6 tháng 5 tỷ đồng. Tiêm cho 30 trẻ dưới 6 tháng tuổi.", ["2024", "2024"]),
        ("9 tháng, số thu là 8 tỷ đồng, cao hơn cùng kỳ năm 2023 là 6 tỷ đồng.", [MONTHS, "2023-01-01/P9M"]),
    ],
)
def test_parts_of_the_year_of_the_period(text: str, expected: list[str]) -> None:
    assert times(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another time, or what is there now
        ("Riêng quý I thu ngân sách 300 tỷ đồng. Số hộ nghèo cuối năm còn 1.200 hộ.", ["2024-Q1", "2024"]),
        ("Tháng 3 xảy ra 5 vụ cháy. Toàn tỉnh hiện có 45 xã, dân số 500.000 người.", ["2024-03", "2024", "2024"]),
        ("Quý I đón 100 nghìn lượt khách; cả năm đón 500 nghìn lượt. Thu 700 tỷ đồng.", ["2024-Q1", "2024", "-"]),
        ("Trong 9 tháng, thu 500 tỷ đồng. Toàn huyện còn 1.250 hộ nghèo.", [MONTHS, "2024"]),
        ("Trong 9 tháng, toàn tỉnh có 12 vụ cháy. Toàn tỉnh có 45 xã.", [MONTHS, "2024"]),
        ("Đến hết tháng 9, giải ngân 50 tỷ đồng. Trồng mới 20 ha rừng.", [MONTHS, "-"]),
        ("Tháng 9, thu 100 tỷ đồng; lũy kế từ đầu năm thu 900 tỷ đồng.", ["2024-09", "-"]),
        ("9 tháng, thu 6 tỷ đồng (quý I thu 2 tỷ đồng), chi 5 tỷ đồng.", [MONTHS, "2024-Q1", MONTHS]),
        # ends of a longer time, and times after their figures
        ("Từ tháng 3 đến tháng 9, trồng 50 ha rừng.", ["-"]),
        ("Tháng 3 đến tháng 9, trồng 50 ha rừng.", ["-"]),
        ("Trong tháng 3 và tháng 4, trồng 50 ha rừng.", ["-"]),
        ("Quý I và quý II, trồng 50 ha rừng.", ["-"]),
        ("Trước tháng 9, trồng 50 ha rừng.", ["-"]),
        ("Sau tháng 9, có 60 hộ thoát nghèo.", ["-"]),
        (
            "Trong tháng 9, huyện A trồng 50 ha rừng; huyện B trồng 30 ha rừng trong tháng 8; huyện C 20 ha.",
            ["2024-09", "-", "-"],
        ),
        # how long something takes
        ("Sau 6 tháng triển khai, thu 40 tỷ đồng.", ["-"]),
        ("Đào tạo trong 3 tháng cho 120 lao động.", ["-"]),
        ("Dự án thực hiện trong 9 tháng với kinh phí 12 tỷ đồng.", ["-"]),
        ("Nuôi 4 tháng cho thu 500 tấn cá. Thu 30 tỷ đồng.", ["-", "2024"]),
        ("Chậm 2 tháng, nợ 50 tỷ đồng.", ["-"]),
        ("Thu ngân sách 9 tháng đạt 500 tỷ đồng.", ["-"]),
        ("Thu ngân sách 9 tháng đầu năm đạt 500 tỷ đồng.", [MONTHS]),
        # the year that a sentence before states, or compares with
        ("Năm 2024, thu ngân sách đạt 1.000 tỷ đồng. Riêng quý IV đạt 300 tỷ đồng.", ["2024", "2024-Q4"]),
        ("Năm 2023, thu ngân sách đạt 1.000 tỷ đồng. Riêng quý IV đạt 300 tỷ đồng.", ["2023", "-"]),
        ("So với năm 2023, quý I thu 5 tỷ đồng.", ["2024-Q1"]),
    ],
)
def test_a_time_that_is_not_sure_is_asked_about(text: str, expected: list[str]) -> None:
    assert times(text) == expected


def test_what_is_added_up_from_january_is_not_that_of_the_month_before_it() -> None:
    text = "Tháng 9, thu ngân sách đạt 100 tỷ đồng. {}, thu ngân sách đạt 900 tỷ đồng."
    for words in ("Lũy kế từ đầu năm", "Cộng dồn", "Từ đầu năm đến nay", "Tính chung"):
        assert times(text.format(words), Period.parse(MONTHS)) == ["2024-09", MONTHS], words
        assert times(text.format(words)) == ["2024-09", "-"], words


def test_the_months_of_the_report_are_its_time_everywhere_in_a_sentence() -> None:
    text = "Thu ngân sách 9 tháng đạt 500 tỷ đồng; sau 6 tháng nuôi, bán 5 tấn cá."
    assert times(text, Period.parse(MONTHS)) == [MONTHS, "-"]


@pytest.mark.parametrize(
    ("period", "year", "expected"),
    [
        ("2024-01-01/P2M", 2023, "2023-01-01/P2M"),
        ("2023-01-01/P2M", 2024, "2024-01-01/P2M"),
        ("2024-02", 2023, "2023-02"),
        ("2024-01-15/P20D", 2023, "-"),
    ],
)
def test_the_same_months_of_another_year_are_whole_months(period: str, year: int, expected: str) -> None:
    text = f"Tỷ lệ đạt 6,5%; cùng kỳ năm {year} là 6,27%."
    assert times(text, Period.parse(period))[1] == expected


@pytest.mark.parametrize(
    "text", ["9 tháng, thu 500 tỷ đồng.", "Thu quý I đạt 5 tỷ đồng.", "Đến ngày 30/9, thu 5 tỷ đồng."]
)
def test_a_part_of_one_of_several_years_is_asked_about(text: str) -> None:
    assert times(text, Period.years(2021, 2025)) == ["-"]


def test_a_plan_is_not_that_of_the_months_before_it() -> None:
    found = draft("9 tháng thu 450 tỷ đồng; kế hoạch là 600 tỷ đồng.", place="VN-01", period=YEAR)
    (target,) = found.targets
    assert target["time"].choices[:2] == ("2024-01-01/2024-12-31", "2024-01-01/2024-09-30")


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Huyện Mẫu: thu 9 tháng của năm 2024 đứng thứ hai", MONTHS),
        ("Kết quả 9 tháng, nhiệm vụ 3 tháng cuối năm 2024", MONTHS),
        ("Tình hình quý III năm 2024", "2024-Q3"),
        ("Tình hình quý III và 9 tháng năm 2024", MONTHS),
        ("Tình hình phát triển năm 2024", "2024"),
        ("Kết quả thực hiện nhiệm vụ phát triển năm 2024", "2024"),
        ("Sơ kết nhiệm vụ công tác 9 tháng, triển khai nhiệm vụ 3 tháng cuối năm 2024", MONTHS),
    ],
)
def test_the_months_in_a_title_are_the_period(title: str, period: str) -> None:
    found = draft(f"{title}\n\nTrong đó, có 5 hộ nghèo.").period
    assert found == Period.parse(period)


def test_a_year_below_the_title_is_not_proposed_beside_months() -> None:
    assert isinstance(draft("Tình hình kinh tế\n\nNăm 2024 có 5 hộ. Trong 9 tháng, thu 5 tỷ đồng.").period, Gap)
    assert draft("Tình hình 9 tháng\n\nNăm 2024 có 5 hộ.").period == Period.parse(MONTHS)


@pytest.mark.parametrize(
    ("words", "time", "is_doubtful"),
    [
        ("Trong 9 tháng, thu", "2024", True),
        ("Trong 9 tháng, thu", MONTHS, False),
        ("Quý I thu", MONTHS, True),
        ("Quý I thu", "2024-Q1", False),
        ("Đến hết tháng 9, thu", MONTHS, False),
        ("Đến hết tháng 9, thu", "2024", True),
        ("Trong 9 tháng và ước cả năm 2024, thu", "2024", False),
        ("So với quý I, thu", "2024", False),
    ],
)
def test_the_whole_year_beside_months_is_doubtful(words: str, time: str, is_doubtful: bool) -> None:
    fields = {"id": "one", "indicator": "thu", "time": Period.parse(time)}
    found = Draft(observations=[PartialRecord(Observation, fields, context=f"{words} 【5 tỷ đồng】.")])
    codes = [doubt.code for doubt in doubtful_records(found)]
    assert (DoubtCode.PART_OF_YEAR in codes) is is_doubtful


@pytest.mark.parametrize("number", ["hai", "sáu", "chín"])
def test_months_in_words_are_those_in_digits(number: str) -> None:
    digits = {"hai": "2", "sáu": "6", "chín": "9"}[number]
    in_words, in_digits = (
        [figure.value for figure in find(f"Trong {one} tháng đầu năm 2018, thu 50 tỷ đồng.")]
        for one in (number, digits)
    )
    assert in_words == in_digits
    assert isinstance(in_words[0], Period)


def test_a_day_in_a_bracket_after_a_year_is_in_that_year_or_asked() -> None:
    text = "Năm 2024 (đến ngày 30/9; đã gieo trồng 45 ha), thu 5 tỷ đồng."
    assert times(text) == [MONTHS, "2024"]
    assert times(text, Period.year(2023)) == ["-", "2024"]
    assert times("Đến ngày 31/12/2023 có 3 vụ; 45 ha lúa - 9 tháng - (có 12 hộ).", Period.parse(MONTHS))[-1] == "-"


@pytest.mark.parametrize(("words", "is_certain"), [("Mục tiêu đến ngày", True), ("Tính đến ngày", False)])
def test_a_later_year_in_a_goal_does_not_make_the_year_of_a_report_unsure(words: str, *, is_certain: bool) -> None:
    text = f"BÁO CÁO\nKết quả giảm nghèo\n\nNăm 2023, có 45 hộ nghèo. {words} 31/12/2025 còn 12 hộ nghèo."
    assert (draft(text).period == Period.year(2023)) is is_certain


def test_an_empty_line_between_a_list_and_the_time_above_it_is_passed() -> None:
    text = "Kết quả tháng 8/2024 như sau:\n\n- Có 12 hộ thoát nghèo.\n\n- Có 13 hộ vay vốn."
    assert times(text) == ["2024-08", "2024-08"]
    assert times(f"Kết quả như sau:\n\n{text.partition(chr(10) * 2)[2]}") == ["2024", "2024"]
