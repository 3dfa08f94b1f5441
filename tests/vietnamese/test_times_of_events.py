"""Times of documents, events and comparisons that are not those of figures, and times that are asked only once."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from aseansc import AsOf, Period, TimeBasis
from aseansc.drafts import Gap
from aseansc.mentions import MentionKind
from aseansc.vietnamese import draft
from tests.vietnamese.test_drafts_of_news import figures

TIMES = [
    ("Tổng số thu từ khi mở cổng (21.3.2017) là 604 tỷ đồng.", "604 tỷ đồng", "?"),
    ("Từ khi thành lập đến tháng 6/2018, đã cho vay 5 tỷ đồng.", "5 tỷ đồng", "?"),
    ("Trước thời điểm ban hành công điện ngày 18/11/2018, cả nước có 2.700 xã đạt chuẩn.", "2.700 xã", "?"),
    ("Công văn số 1179/STCVP ngày 31/5/2018 gồm 44 thủ tục.", "44 thủ tục", "2018"),
    ("Thực hiện Chỉ thị số 01/CT-UBND ngày 05/01/2017:\n+ Kết quả: xử lý đạt 98%.", "98%", "2018"),
    ("Đến tháng 6/2018, đã trồng 45 ha rừng.", "45 ha", "2018-S1"),
    ("Đến tháng 6/2018, còn 45 hộ nghèo.", "45 hộ nghèo", "2018-06"),
    ("Tháng sáu của thành phố thu 187 tỷ đồng.", "187 tỷ đồng", "2018-06"),
    ("Mỗi tháng hai lần, đón 187 lượt khách.", "187 lượt khách", "2018"),
    ("Trong tháng hai huyện đã tổ chức 5 lớp.", "5 lớp", "?"),
    ("Tiền lương tháng tư nhân trả 5 triệu đồng.", "5 triệu đồng", "2018"),
    ("Hàng tháng hai xã báo cáo 3 hồ sơ.", "3 hồ sơ", "2018"),
    ("Trong tháng hai, ba hộ được vay 5 tỷ đồng.", "5 tỷ đồng", "?"),
    ("Trong tháng hai và tháng ba, thu 5 tỷ đồng.", "5 tỷ đồng", "?"),
    ("Thu ngân sách tháng ba tăng 5% so với tháng hai.", "5%", "2018-03"),
    ("Trong tháng mười hai có 12 vụ cháy.", "12 vụ cháy", "2018-12"),
    ("5 tháng đầu năm 2018, chi 369 tỷ đồng, so với cùng kỳ năm 2017 tăng 4 tỷ đồng.", "4 tỷ đồng", "2018-01-01/P5M"),
    ("5 tháng năm 2018 bán 99 tấn, tăng 9% về lượng, giảm 8% về giá so với cùng kỳ năm 2017.", "9%", "2018-01-01/P5M"),
    ("5 tháng năm 2018, giá bình quân tăng 4% so với bình quân cùng kỳ năm 2017.", "4%", "2018-01-01/P5M"),
    ("Tính đến hết tháng 5/2018, doanh số tiêu thụ xe giảm 7%.", "7%", "2018-01-01/P5M"),
    ("Tính đến hết tháng 5/2018, tổng dư nợ giảm 7%.", "7%", "2018-05"),
    ("Tính đến ngày 31/5/2018, kim ngạch xuất khẩu tăng 5%.", "5%", "2018-01-01/P5M"),
    ("Đến hết quý II/2018, sản lượng tăng 5%.", "5%", "?"),
    ("Vụ lúa ĐX 2017-2018 gieo trồng 12 ha.", "12 ha", "2018"),
    ("Nhập siêu ở mức 2,7 tỷ USD trong khi năm 2016 là 1,3 tỷ USD.", "2,7 tỷ USD", "?"),
    ("Tại thời điểm 1/6/2018, số lao động tăng 10% (cùng kỳ năm 2017 tăng 9%).", "9%", "?"),
    ("Phấn đấu đến năm 2025, giá trị sản xuất tăng bình quân 8%/năm.", "8%/năm", "?"),
    ("Vốn năm 2017 chuyển sang là 5 tỷ đồng.", "5 tỷ đồng", "?"),
    ("Giai đoạn 2016-2018, giá trị sản xuất tăng bình quân 8%/năm.", "8%/năm", "2016-01-01/P3Y"),
]


def _time_of(text: str, printed: str, period: Period | None) -> str:
    found: Any = figures(draft(text, place="XX-SM", period=period))[printed]["time"]
    return "?" if isinstance(found, Gap) else str(found)


@pytest.mark.parametrize(("text", "printed", "time"), TIMES)
def test_times_of_documents_and_events_are_not_those_of_figures(text: str, printed: str, time: str) -> None:
    assert _time_of(text, printed, Period.year(2018)) == time


@pytest.mark.parametrize(
    ("title", "time"),
    [
        ("Tình hình kinh tế tháng 8 và 8 tháng đầu năm 2018", "?"),
        ("Sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2018", "2018-S1"),
        ("Tình hình kinh tế 8 tháng đầu năm 2018", "2018-01-01/P8M"),
    ],
)
def test_a_figure_has_the_time_of_the_title_only_if_that_is_one(title: str, time: str) -> None:
    assert _time_of(f"{title}\n\nToàn tỉnh trồng 45 ha rừng.", "45 ha", None) == time


def test_the_time_of_sentences_one_after_another_in_a_paragraph_is_asked_once() -> None:
    text = "Chuyện ở xã\nToàn xã có 12 thôn. Toàn xã có 45 hộ nghèo, 3 trường. Đời sống tốt hơn.\nXã có 5 hợp tác xã."
    found = draft(text, place="XX-SM")
    asked = [where for where, _ in found.gaps if where.endswith(".time")]
    assert asked == ["observations[0].time", "observations[3].time"]
    for where in asked:
        found = found.fill(where, AsOf.parse("2018-06-30"))
    assert {str(one.time) for one in found.known().review.observations} == {"2018-06-30"}
    assert {str(one.time_basis) for one in found.known().review.observations} == {"carried"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Thu 21 tỷ đồng. Thu phí 4 tỷ đồng.", 1),
        ("Thu 21 tỷ đồng. Đến nay, thu phí 4 tỷ đồng.", 2),
        ("Dự kiến thu 21 tỷ đồng. Thu phí 4 tỷ đồng.", 2),
    ],
)
def test_what_is_foretold_what_was_and_what_is_now_are_each_asked_their_time(text: str, asked: int) -> None:
    assert sum(where.endswith(".time") for where, _ in draft(text, place="XX-SM").gaps) == asked


@pytest.mark.parametrize("blank", ["\n\n", "\n"])
@pytest.mark.parametrize("between", [". Đã cấp", ", cấp"])
def test_an_answer_stays_within_its_paragraph_if_the_first_figure_of_the_next_is_deleted(
    blank: str, between: str
) -> None:
    text = f"Đã tổ chức 5 lớp.{blank}Đã tổ chức 8 hội nghị{between} 35 giấy phép."
    first, _, last = draft(text, place="XX-SM").observations
    found = evolve(draft(text, place="XX-SM"), observations=[first, last]).fill(
        "observations[0].time", Period.year(2020)
    )
    assert "observations[1].time" in [where for where, _ in found.gaps]


def test_the_basis_of_an_answer_does_not_undo_the_times_that_follow() -> None:
    found = draft("Đã tổ chức 8 hội nghị. Đã cấp 35 giấy phép.", place="XX-SM")
    found = found.fill("observations[0].time", Period.year(2020)).fill("observations[0].time_basis", TimeBasis.STATED)
    assert not [where for where, _ in found.gaps if ".time" in where]
    assert [one.time_basis for one in found.known().review.observations] == [TimeBasis.STATED, TimeBasis.CARRIED]


def test_ranks_hours_and_numbers_of_documents_are_not_asked() -> None:
    found = draft("Báo cáo số: 216 /BC-STC, cập nhật 14:40. Tỉnh xếp thứ 34/63 tỉnh.", place="XX-SM")
    read = [(one["kind"], one["content"]) for one in map(dict, found.mentions)]
    assert read == [(MentionKind.DOCUMENT_NUMBER, "216"), (MentionKind.NAME, "14:40"), (MentionKind.ORDINAL, 34)]
    assert found.observations == ()


def test_shares_of_what_is_added_up_are_not_those_of_the_end() -> None:
    text = "Cơ cấu các ngành công nghiệp, dịch vụ, nông nghiệp tương ứng 48,8% - 31,8% - 19,4%. Tỷ lệ hộ nghèo là 5%."
    found = figures(draft(text, place="XX-SM", period=Period.year(2018)))
    assert [str(one["time_collection"]) for one in found.values()] == ["within", "within", "within", "end"]


def test_the_periods_suggested_are_of_the_year_of_the_day_at_the_beginning() -> None:
    text = "Thu ngân sách\n17/04/2019\nThu ngân sách quý I đạt 5 tỷ đồng, tăng 2% so với năm 2017. Năm 2018 thu 20 tỷ đồng."
    asked = draft(text, place="XX-SM").period
    assert isinstance(asked, Gap)
    assert asked.choices[0] == "2019-01-01/2019-03-31"


def test_what_a_share_rose_to_after_its_first_level_is_a_level_of_the_same() -> None:
    text = "Tỷ trọng công nghiệp từ 10,38% năm 2005, đến cuối năm 2018 đã tăng lên 12,98%."
    first, last = figures(draft(text, place="XX-SM", period=Period.year(2018))).values()
    assert (first["indicator"], str(first["time"])) == (last["indicator"], "2005")
    assert (str(last["value"]), str(last["time"])) == ("12.98 percent", "2018")


@pytest.mark.parametrize(
    ("bracket", "time"),
    [
        ("tháng 01/2018 (từ ngày 15/12/2017 đến ngày 14/01/2018)", "2017-12-15/P31D"),
        ("năm 2018 (từ ngày 08/9 - 19/9/2018)", "2018"),
    ],
)
def test_the_days_of_an_event_are_not_those_of_its_year(bracket: str, time: str) -> None:
    text = f"Tổ chức giải vô địch {bracket}.\n\nTrong {bracket.partition(' (')[0]}, huyện đón 900 lượt khách."
    *_, last = figures(draft(text, place="XX-MM", period=Period.year(2018))).values()
    assert str(last["time"]) == time


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("UBND XÃ MẪU\n\nPHÒNG VĂN HÓA\n\nBÁO CÁO\n\nKết quả tháng 6", "BÁO CÁO Kết quả tháng 6"),
        ("BÁO CÁO\n\nTiếp công dân và\n\nPhòng, chống ma túy", "BÁO CÁO Tiếp công dân và Phòng, chống ma túy"),
        ("Tin ở xã Mẫu\n\nBÁO CÁO\n\nVề mùa màng", "BÁO CÁO Về mùa màng"),
    ],
)
def test_a_title_begins_at_the_kind_of_its_document_and_goes_on_after_joining_words(lines: str, title: str) -> None:
    found: Any = draft(f"{lines}\n\nNăm 2018, toàn xã có 45 hộ nghèo.", place="XX-SM")
    assert found.title["vi"] == title


def test_the_periods_suggested_are_of_the_year_of_the_first_stated_time() -> None:
    text = (
        "Hội nghị giao ban\nNgành giao ban quý IV/2020. Thu ngân sách quý III đạt 5 tỷ đồng. Năm 2019 thu 20 tỷ đồng."
    )
    asked = draft(text, place="XX-SM").period
    assert isinstance(asked, Gap)
    assert asked.choices[0] == "2020-07-01/2020-09-30"
