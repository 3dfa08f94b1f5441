"""Figures of a list whose meaning a word at the head of the list may give."""

from __future__ import annotations

import pytest

from aseansc import vietnamese

OPEN = {
    "a verb before the list": ("Các huyện có tỷ lệ hộ nghèo giảm mạnh: Mường Tè 5,2%; Sìn Hồ 4,8%.", "5,2% 4,8%"),
    "pairs with brackets": (
        "Cụ thể, Minh Hóa giảm 6,5%; Tuyên Hóa 4,5-5,0% (1.070-1.190 hộ); TP. Đồng Hới 0,1% (32-48 hộ).",
        "4,5-5,0% 1.070-1.190 hộ 0,1% 32-48 hộ",
    ),
    "a heading": ("Tốc độ tăng trưởng các ngành như sau:\n- Nông nghiệp: 4,2%\n1. Công nghiệp: 8,3%", "4,2% 8,3%"),
    "the paragraph before": (
        "Tỉnh giao giảm hộ nghèo cho các huyện.\n\nCụ thể, huyện A 4,5%; huyện B 3,2%.",
        "4,5% 3,2%",
    ),
    "the sentence before": ("CPI tăng 0,5%. Trong đó, lương thực 1,2%; nhà ở 0,3%.", "1,2% 0,3%"),
    "amounts": ("Trong đó, lúa giảm 2.000 ha; ngô 500 ha; sắn 300 ha.", "500 ha 300 ha"),
    "amounts after a colon": ("Sản lượng lúa giảm ở các huyện: A 120 tấn, B 95 tấn.", "120 tấn 95 tấn"),
    "brackets after a name": ("Lợi nhuận đã tăng đối với ACB (15,3%), NCB (20,1%).", "15,3% 20,1%"),
    "with": ("Tăng cao nhất là khách đến bằng đường bộ với 25%.", "25%"),
    "reached, as the growth before": (
        "Tốc độ tăng trưởng đạt 9,4%/năm, trong đó công nghiệp - xây dựng đạt 16,3%, dịch vụ đạt 6,8%.",
        "16,3% 6,8%",
    ),
    "in turn": ("Ba khu vực lần lượt có mức tăng 2,39%; 6,62% và 6,24%.", "6,62% 6,24%"),
    "growth that is not steady": ("Tăng trưởng không ổn định, lúc thấp 6%, lúc cao 12%", "6% 12%"),
    "a comparison": ("So với cùng kỳ: thuế 95%; phí 98%.", "95% 98%"),
    "percents of a plan": ("So với kế hoạch năm: thuế đạt 45%; phí 50%; đất 61%.", "50% 61%"),
    "the same in another unit": ("Huyện A giảm 6,5% (tương ứng từ 840-930 hộ).", "từ 840-930 hộ"),
    "a third percent of a plan": (
        "Có 9 xã, đạt 99% chỉ tiêu và có 8 hộ, đạt 97% chỉ tiêu; có 69 xã, đạt 98%.",
        "98%",
    ),
}


@pytest.mark.parametrize(("text", "expected"), OPEN.values(), ids=OPEN)
def test_what_a_head_may_govern_is_left_open(text: str, expected: str) -> None:
    figures = [figure for figure in vietnamese.find(text) if figure.value is None and figure.mention is None]
    printed = " ".join(figure.printed for figure in figures if figure.kind is not vietnamese.FigureKind.ORDINAL)
    assert printed == expected
    assert all(figure.note for figure in figures)


SURE = {
    "a structure": "Cơ cấu kinh tế năm 2020: nông nghiệp 20%; công nghiệp 40%; dịch vụ 40%.",
    "a verb of its own": "Kinh tế tăng trưởng khá, dịch vụ chiếm 40%; nông nghiệp chiếm 20%.",
    "a rate": "Đời sống tăng lên; tỷ lệ hộ nghèo 4,5%; tỷ lệ che phủ rừng 52%.",
    "a contribution": "Khu vực nông nghiệp tăng 3,39%, góp 9,7% vào mức tăng trưởng chung.",
    "a change of its own": "Ngô giảm 90 ha; rau 1.261 ha, giảm 149 ha; lúa 38%, tăng 2%.",
    "another sentence": "Sản lượng tăng mạnh. Xã A 45%, xã B 51%.",
    "a bracket of a base": "Hộ nghèo giảm so với đầu năm 2016 (36.094 hộ, 40,40%).",
    "what was counted": "Có 30 xã, tăng 6 xã so với năm 2015; 11 xã đạt chuẩn.",
}


@pytest.mark.parametrize("text", SURE.values(), ids=SURE)
def test_what_no_head_governs_has_its_value(text: str) -> None:
    assert all(figure.value is not None for figure in vietnamese.find(text))


def test_a_paragraph_in_detail_has_the_goals_of_the_one_before() -> None:
    text = "Tỉnh vừa giao chỉ tiêu phấn đấu giảm tỷ lệ hộ nghèo năm 2017.\n\nCụ thể, huyện A giảm 6,5%; huyện B giảm 40 hộ."
    figures = [figure for figure in vietnamese.find(text) if figure.mention is None]
    assert [(figure.printed, figure.statuses, figure.doubt) for figure in figures] == [
        ("6,5%", ("planned",), vietnamese.Doubt.POINTS),
        ("40 hộ", ("planned",), None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quý I/2021 chiếm 9% (cơ cấu của cùng kỳ năm 2020 là 42,8%; 35,8%; 11,6%).",
            "2021-Q1 2020-Q1 2020-Q1 2020-Q1",
        ),
        ("Đến năm 2000 có 14,5%. Tăng trưởng khá, bình quân gần 8,5%.", "2000 None"),
    ],
)
def test_a_list_has_the_time_of_its_head(text: str, expected: str) -> None:
    assert " ".join(str(figure.time) for figure in vietnamese.find(text) if figure.mention is None) == expected


def test_a_bound_may_follow_in_a_row() -> None:
    figure = vietnamese.find("Có gia đình văn hóa 3 năm liền trở lên.")[0]
    assert (figure.printed, str(figure.qualifier.value)) == ("3 năm liền trở lên", "at_least")
