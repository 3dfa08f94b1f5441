"""Sentences in which a number, a day or a name may have another meaning, and what shows which one it has."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import Period
from aseansc.claims import ChangeClaim
from aseansc.drafts import Gap, PartialRecord
from aseansc.indicators import Direction
from aseansc.observations import Observation, Status
from aseansc.targets import Target
from aseansc.values import Attainment, Change, RelativeChange
from aseansc.vietnamese import Doubt, draft, find
from aseansc.vietnamese._name_forms import lowered, noun_of
from tests.vietnamese._figures import figures_in

YEAR = Period.year(2019)


def rows(text: str, period: Period = YEAR) -> tuple[dict[str, PartialRecord], dict[Any, PartialRecord]]:
    """Return the figures of a draft by their printed words, and its indicators by id."""
    found = draft(text, place="XX-SM", period=period)
    return {item["citation"].printed: item for item in figures_in(found)}, {
        item["id"]: item for item in found.indicators
    }


def name_of(text: str, printed: str) -> str:
    """Return the name of what a figure measures, or a question mark if it is asked."""
    figures, indicators = rows(text)
    name: Any = indicators[figures[printed]["indicator"]]["name"]
    return "?" if isinstance(name, Gap) or isinstance(name["vi"], Gap) else str(name["vi"])


@pytest.mark.parametrize(
    ("text", "printed", "change"),
    [
        (
            "Thu ngân sách đạt 500 tỷ đồng, giảm 20%, bằng 125 tỷ đồng.",
            "125 tỷ đồng",
            "-125000000000 VND to 1000000000",
        ),
        ("Sản lượng cá đạt 900 tấn, tăng 5%, bằng 43 tấn.", "43 tấn", "43 tonne"),
        ("Năm 2019, sản lượng cá đạt 900 tấn, tăng 5% so với năm 2018 (bằng 43 tấn).", "43 tấn", "43 tonne"),
    ],
)
def test_an_amount_that_fits_the_percent_before_it_is_the_same_change(text: str, printed: str, change: str) -> None:
    figures, _ = rows(text)
    percent = next(item for words, item in figures.items() if words.endswith("%"))
    claim = figures[printed]
    assert claim.record_type is ChangeClaim
    assert claim["value"] == Change.parse(change)
    assert [claim[key] for key in ("indicator", "time", "end")] == [
        percent[key] for key in ("indicator", "time", "end")
    ]


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Thu ngân sách đạt 500 tỷ đồng, giảm 20%, bằng 400 tỷ đồng.", "400 tỷ đồng", "?"),
        ("Thu ngân sách đạt 500 tỷ đồng, giảm 38%, bằng 310 tỷ đồng.", "310 tỷ đồng", "?"),
        ("Thu ngân sách đạt 500 tỷ đồng, giảm 100%, bằng 400 tỷ đồng.", "400 tỷ đồng", "?"),
        ("Thu ngân sách đạt gần 500 tỷ đồng, giảm 20%, bằng 125 tỷ đồng.", "125 tỷ đồng", "?"),
        ("Thu ngân sách đạt 500 tỷ đồng, gấp 2 lần, bằng 250 tỷ đồng.", "250 tỷ đồng", "?"),
        ("Đàn lợn có 50.000 con, giảm 30% và chỉ bằng 40.000 con.", "40.000 con", "?"),
        ("Quý I đạt 500 tỷ đồng, quý II giảm 20%, bằng 125 tỷ đồng.", "125 tỷ đồng", "?"),
        ("Thu ngân sách quý I đạt 500 tỷ đồng, quý II giảm 20%, bằng 400 tỷ đồng.", "400 tỷ đồng", "Thu ngân sách"),
        ("Năm 2019, lượng cá đạt 900 tấn, tăng 5% so với năm 2018 (bằng 850 tấn).", "850 tấn", "Lượng cá"),
        ("Năm 2019, đàn lợn có 50 con, tăng 100% so với năm 2018 (bằng 25 con).", "25 con", "Đàn lợn"),
        ("Năm 2019, lượng cá đạt 900 tấn, tăng 5%, năm 2018 bằng 43 tấn.", "43 tấn", "Lượng cá"),
    ],
)
def test_an_amount_that_does_not_fit_the_percent_before_it_is_a_level(text: str, printed: str, name: str) -> None:
    assert rows(text)[0][printed].record_type is Observation
    assert name_of(text, printed) == name


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Thu ngân sách tăng 9,65% (KH 8,3%).", "8,3%"),
        ("Thu ngân sách tăng 9,65% (KH cả năm 28%).", "28%"),
        ("Thu ngân sách tăng 9% (KH 3%).", "3%"),
    ],
)
def test_a_plan_as_large_as_the_growth_before_it_is_a_planned_growth(text: str, printed: str) -> None:
    goal = rows(text)[0][printed]
    assert goal.record_type is Target
    assert isinstance(goal["value"], RelativeChange)
    assert name_of(text, printed) == "Thu ngân sách"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Thu ngân sách tăng 9,65% (KH 98%).", "98%"),
        ("Thu ngân sách tăng 60% (KH 95%).", "95%"),
        ("Thu ngân sách tăng 9% (KH 2%).", "2%"),
        ("Thu ngân sách giảm 9% (KH 8%).", "8%"),
        ("Độ che phủ rừng đạt 45%, tăng 2% (kế hoạch 3%).", "3%"),
        ("Tỷ lệ hộ nghèo tăng 2% (KH 3%).", "3%"),
    ],
)
def test_a_plan_of_a_rate_or_of_another_size_is_asked(text: str, printed: str) -> None:
    assert not isinstance(rows(text)[0][printed]["value"], RelativeChange)


LISTED = "Năm 2019 diện tích lúa đạt 40 ha, diện tích ngô đạt 30 ha"
SAME = ["Diện tích lúa", "Diện tích ngô"]
HOMES = "Năm 2019 có 30 hộ nghèo và 20 hộ cận nghèo, trong đó dân tộc Thái và Mông lần lượt là 5 hộ và 6 hộ."


@pytest.mark.parametrize(
    ("text", "names", "time"),
    [
        (f"{LISTED}; năm 2018 lần lượt là 5 ha và 6 ha.", SAME, "2018"),
        (f"{LISTED}; quý IV lần lượt đạt 5 ha và 6 ha.", SAME, "2019-Q4"),
        (f"{LISTED} (kế hoạch lần lượt là 5 ha và 6 ha).", SAME, "2019"),
        (f"{LISTED}, trong khi các chỉ tiêu này của cùng kỳ năm trước lần lượt là 5 ha và 6 ha.", SAME, "?"),
        (f"{LISTED} (năm trước lần lượt: 5 ha và 6 ha).", SAME, "?"),
        (f"{LISTED.removeprefix('Năm 2019 ')} (năm trước lần lượt 5 ha và 6 ha).", SAME, "?"),
        (f"{LISTED}; năm 2018 lần lượt là 5 ha, 6 ha và 7 ha.", ["?", "?"], "2018"),
        (f"{LISTED}, lần lượt là 5 ha và 6 ha.", ["?", "?"], "2019"),
        (f"{LISTED}; cà phê và chè lần lượt là 5 ha và 6 ha.", ["?", "?"], "2019"),
        (f"{LISTED}; năm 2018 cà phê và chè lần lượt là 5 ha và 6 ha.", ["?", "?"], "2018"),
        (f"{LISTED}; tại xã A và xã B năm 2018 lần lượt là 5 ha và 6 ha.", ["?", "?"], "2018"),
        (f"{LISTED}, trong đó năm 2018 lần lượt là 5 ha và 6 ha.", ["?", "?"], "2018"),
    ],
)
def test_levels_in_turn_are_those_of_a_list_only_at_another_time(text: str, names: list[str], time: str) -> None:
    figures, _ = rows(text)
    times = {"?" if isinstance(figures[one]["time"], Gap) else str(figures[one]["time"]) for one in ("5 ha", "6 ha")}
    assert [name_of(text, one) for one in ("5 ha", "6 ha")] == names
    assert times == {time}


def test_the_parts_of_two_numbers_in_turn_are_asked() -> None:
    assert [name_of(HOMES, one) for one in ("5 hộ", "6 hộ")] == ["?", "?"]


@pytest.mark.parametrize(
    ("days", "time"),
    [
        ("Từ ngày 5-8 tháng 9", None),
        ("Ngày 5-8 tháng 9", None),
        ("Trong 2 ngày 5-8 tháng Chín", None),
        ("Từ ngày 5-8 tháng 9 năm 2019", "2019-09-05/P4D"),
        ("Trong tháng 9", "2019-09"),
        ("Đến 5-6/12 năm 2018", "2018-12-05/P2D"),
        ("Ngày 5-6/12 năm 2018", "2018-12-05/P2D"),
    ],
)
def test_days_of_a_month_are_not_the_whole_month(days: str, time: str | None) -> None:
    said = rows(f"{days} có 500 lượt khách.")[0]["500 lượt khách"]["time"]
    assert isinstance(said, Gap) if time is None else str(said) == time


def test_numbers_before_a_year_are_not_days_without_a_word_for_days() -> None:
    assert "5-6" in rows("Xã hoàn thành 5-6/12 năm 2018 tiêu chí.")[0]


@pytest.mark.parametrize(
    ("after", "name", "time"),
    [
        ("6% của năm 2018", "Thu phí", "2018"),
        ("6% năm 2018 và", "Thu phí", "2018"),
        ("6% của quý I", "Thu phí", "2019-Q1"),
        ("6% của năm trước", "Thu phí", "?"),
        ("6% của cùng kỳ năm 2018; xã có 30 hộ", "Thu phí", "?"),
        ("6% của công nghiệp", "?", "2019"),
        ("6% của năm 2018 của công nghiệp", "?", "2018"),
        ("bình quân 6% của cả nước", "?", "2019"),
        ("6%", "?", "2019"),
    ],
)
def test_a_growth_is_compared_with_that_of_another_time(after: str, name: str, time: str) -> None:
    text = f"Thu phí tăng 8%, cao hơn mức tăng {after}."
    said = rows(text)[0]["6%"]["time"]
    assert name_of(text, "6%") == name
    assert ("?" if isinstance(said, Gap) else str(said)) == time


def test_a_growth_that_is_compared_with_none_before_it_is_asked() -> None:
    assert name_of("Mức này cao hơn mức tăng 6% của năm 2018.", "6%") == "?"


@pytest.mark.parametrize(
    ("what", "better"),
    [
        ("Gieo trồng 20 ha ngô", Direction.UP),
        ("Giá trị sản xuất công nghiệp 20 tỷ đồng", Direction.UP),
        ("Phá rừng 20 ha", None),
        ("Thu phạt được 20 tỷ đồng", None),
        ("Giải ngân 20 tỷ đồng", Direction.UP),
        ("Chi thường xuyên 20 tỷ đồng", None),
    ],
)
def test_more_is_better_of_what_was_done_to_reach_a_plan_but_not_of_what_was_spent_or_of_harm(
    what: str, better: Direction | None
) -> None:
    _, indicators = rows(f"{what}, đạt 90% kế hoạch.")
    said = [one["better"] for one in indicators.values()]
    assert [None if isinstance(one, Gap) else one for one in said] == [better]


def test_a_name_that_begins_with_one_letter_gets_a_small_one_and_a_year_is_not_a_number() -> None:
    assert [lowered(one) for one in ("Y tế xã", "Ô tô con", "Y Tý", "BHXH tự nguyện", "Trồng cây", "B40", "")] == [
        "y tế xã", "ô tô con", "Y Tý", "BHXH tự nguyện", "trồng cây", "B40", ""
    ]  # fmt: skip
    assert [noun_of(one) for one in ("năm học", "hai năm học", "năm huyện", "năm trăm hộ", "một trăm năm mươi hộ")] == [
        "năm học", "năm học", "huyện", "hộ", "hộ"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "printed", "status"),
    [
        ("Sai khối lượng 180 tỷ đồng, sai định mức 41 tỷ đồng.", "41 tỷ đồng", ()),
        ("Theo kế hoạch 41 tỷ đồng.", "41 tỷ đồng", (Status.PLANNED,)),
    ],
)
def test_what_breaks_a_plan_or_norm_is_not_planned(text: str, printed: str, status: tuple[Status, ...]) -> None:
    assert next(one for one in find(text) if one.printed == printed).statuses == status


def test_a_percent_of_a_total_is_no_attainment_of_a_plan_that_is_compared_with() -> None:
    text = "Bội chi 263 tỷ đồng, tăng 7 tỷ đồng so với dự toán, bằng 6,28% GDP."
    assert find(text)[-1].value is None
    assert isinstance(find(text.removesuffix(" GDP."))[-1].value, Attainment)


@pytest.mark.parametrize(
    "text",
    [
        "Chi 50 tỷ đồng; giảm các khoản phải trả là 35 tỷ đồng.",
        "Số thu tăng so với dự toán là 35 tỷ đồng.",
        "Lợi nhuận giảm; giảm do điều chỉnh là 35 tỷ đồng.",
        "Số thu đã giảm mạnh, tới khoảng 35 tỷ đồng so với năm 2015.",
        "Lương tối thiểu cao hơn mức lương tối thiểu năm 2016 khoảng 180.000 đồng/tháng.",
    ],
)
def test_an_amount_by_which_a_clause_says_that_something_moved_may_be_the_change(text: str) -> None:
    figure = next(one for one in find(text)[::-1] if one.mention is None)
    assert figure.doubt is Doubt.MEANING
    assert find("Tăng cường thu là 35 tỷ đồng.")[-1].value is not None


def test_an_amount_of_a_plan_that_was_reached_may_be_planned() -> None:
    figures, _ = rows("Chưa hoàn thành kế hoạch tổng doanh thu 2.100 tỷ đồng.")
    assert isinstance(figures["2.100 tỷ đồng"]["statuses"], Gap)
    assert "statuses" not in rows("Hoàn thành kế hoạch, thu 50 tỷ đồng.")[0]["50 tỷ đồng"]


def test_a_plan_that_was_carried_out_is_perhaps_an_outcome() -> None:
    figures, _ = rows("Năm 2019 thực hiện dự toán chi là 7 tỷ đồng.")
    assert figures["7 tỷ đồng"].record_type is Observation
    assert isinstance(figures["7 tỷ đồng"]["statuses"], Gap)
    assert rows("Tổng dự toán chi năm 2019 là 7 tỷ đồng.")[0]["7 tỷ đồng"].record_type is Target


@pytest.mark.parametrize(
    "text", ["Không cắt giảm 2 triệu tấn than.", "Số hộ chưa tăng được 5%.", "Không bị giảm 5 hộ."]
)
def test_a_change_that_is_denied_has_no_value(text: str) -> None:
    assert find(text)[-1].doubt is Doubt.MEANING
    assert find("Số hộ không những tăng 5%.")[-1].value is not None


def test_a_tax_on_value_added_rises_by_nothing() -> None:
    assert find("Hoàn thuế giá trị gia tăng 10%.")[-1].value is None
    assert str(find("Thu thuế giá trị gia tăng 50 tỷ đồng.")[-1].value) == "50000000000 VND to 1000000000"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Giai đoạn 2011 - 2016, giá trị sản xuất tăng bình quân 15,07%.", "by 15.07 percent/year"),
        ("Giai đoạn 2011 - 2016, thu nhập bình quân tăng 12%.", "by 12 percent"),
        ("Giai đoạn 2011 - 2016, giá trị sản xuất bình quân đầu người tăng 12%.", "by 12 percent"),
        ("Giai đoạn 2011 - 2016, giá trị bình quân, tính chung, tăng 12%.", "by 12 percent"),
        ("Năm 2016, giá trị sản xuất tăng bình quân 15,07%.", "by 15.07 percent"),
        ("Giai đoạn 2011 - 2016, giá trị sản xuất tăng 15,07%.", "by 15.07 percent"),
    ],
)
def test_growth_that_is_a_mean_over_several_years_is_one_per_year(text: str, value: str) -> None:
    assert str(find(text)[-1].value) == value


def test_a_frequency_that_is_said_of_something_else_does_not_collect_the_figure() -> None:
    (one,) = draft("Người tham gia bảo hiểm tăng hàng năm và đến nay đạt 243.000 người.", place="XX-SM").observations
    assert one.get("time_collection") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ước thu cả năm tối thiểu được 248.500 tỷ đồng.", "at_least 248500000000000 VND to 1000000000"),
        ("Số hộ có điện ít nhất đạt 95 hộ.", "at_least 95 household"),
        ("Thu tối đa được 45 tỷ đồng.", "at_most 45000000000 VND to 1000000000"),
        ("Lương tối thiểu đạt 4 triệu đồng.", "4000000 VND to 1000000"),
        ("Thu hơn đạt 45 tỷ đồng.", "45000000000 VND to 1000000000"),
    ],
)
def test_a_bound_may_stand_before_the_verb(text: str, value: str) -> None:
    assert str(find(text)[-1].value) == value


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Thu nội địa đến hết tháng 11 đạt 77,2% dự toán năm.", None),
        ("Thu nội địa đến hết tháng 11/2019 đạt 77,2% dự toán năm.", None),
        ("Thu nội địa tháng 11 đạt 9% dự toán năm.", "2019-11"),
        ("Đến hết tháng 11, thu nội địa đạt 45 tỷ đồng, bằng 77% dự toán.", "2019-01-01/P11M"),
    ],
)
def test_what_was_reached_of_a_plan_up_to_a_month_is_not_that_of_the_month(text: str, time: str | None) -> None:
    (one,) = draft(text, place="XX-SM", period=YEAR).claims
    assert (None if isinstance(one["time"], Gap) else str(one["time"])) == time
