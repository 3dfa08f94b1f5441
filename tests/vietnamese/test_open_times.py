"""Which times are left open, and which ones near them are not.

Each figure is described as in `test_times`: its time, its time collection and its statuses; a dash for an open time.
"""

from __future__ import annotations

import pytest

from aseansc import AsOf, Period, vietnamese
from aseansc.drafts import Gap, PartialRecord
from aseansc.vietnamese import draft
from tests.vietnamese.test_times import described

TIMES = [
    ("Từ ngày 15/4 - 14/5/2022, xảy ra 25 vụ tai nạn, làm chết 5 người.", ["2022-04-15/P30D", "2022-04-15/P30D"]),
    ("Trong tháng 5 (15/4-14/5/2022), xảy ra 25 vụ tai nạn.", ["2022-04-15/P30D"]),
    ("Từ 15/12/2021 – 14/5/2022, xảy ra 25 vụ tai nạn.", ["2021-12-15/P151D"]),
    ("6 tháng, thu 500 tỷ đồng, bằng 54% dự toán năm 2022. Trong đó, thu nội địa 450 tỷ đồng.", ["-", "-", "-"]),
    ("6 tháng đầu năm, thu 500 tỷ đồng, bằng 54% dự toán năm 2022.", ["-", "-"]),
    (
        "Năm 2022, tỷ lệ hộ nghèo là 21%. Tỷ lệ này của năm 2021 là 25%. Huyện nghèo còn 38%, giảm 6%.",
        ["2022", "2021", "-", "-"],
    ),
    (
        "Có 22 huyện đang được hỗ trợ để bảo đảm mục tiêu 30% số xã thoát nghèo vào cuối năm 2025.",
        ["-", "2025 end planned"],
    ),
    (
        "Tháng 9/2018 có 450 khách, chiếm 81% (tăng 18,5% với tháng 9/2017).",
        ["2018-09", "2018-09", "2017-09-01/P13M"],
    ),
    ("Xuất khẩu năm nay đạt 5 tỷ đồng, tăng 12% so với 4 tỷ đồng năm 2012.", ["-", "-", "2012"]),
    (
        "Tháng 11/2021 tăng 5,5% so với tháng trước và tăng 5,6% so với cùng kỳ năm 2020.",
        ["2021-11", "2020-11-01/P13M"],
    ),
    ("Xuống giống sớm vụ đông, xuân 2016 – 2017 nên vụ hè thu gieo được 300 ha.", ["-"]),
    ("Đến cuối năm 2019, có 5 xã đạt chuẩn. Trong nhiệm kỳ, Đảng bộ đã kết nạp 35 đảng viên.", ["2019 end", "-"]),
    ("Năm 2018 thu 50 tỷ đồng. Thời gian qua đã hỗ trợ 5 hộ. Trước đó, 4 hộ.", ["2018", "-", "-"]),
    ("Năm 2018 thu 50 tỷ đồng. Trong giai đoạn truy tố, có 5 vụ.", ["2018", "2018"]),
    ("Đã thông qua kế hoạch vốn trung hạn giai đoạn 2021-2025 và bổ sung 45 tỷ đồng.", ["-"]),
    ("Tổng kế hoạch vốn giai đoạn 2021-2025 là 45 tỷ đồng.", ["2021-01-01/P5Y planned"]),
    ("Thu giữ 700 kg vào các ngày 15/4/2019, 17/4/2019 tại tỉnh.", ["-"]),
    ("1. Sản lượng năm 2025 đạt 45 tấn. 2. Tốc độ tăng dân số dưới 1%.", ["2025", "-"]),
    ("Dự kiến tạo việc làm cho 45 người, nâng tỷ lệ lao động đã qua đào tạo lên 64%.", ["- forecast", "- forecast"]),
    ("Dịch Covid-19 lần thứ 4 có 55 vụ.", ["-"]),
    ("Dịp Tết Nguyên đán Quý Mão 2023, thành phố đón 35 khách.", ["-"]),
    ("Năm 2023, tăng 5% so với Tết năm 2022.", ["2023"]),
    ("Năm 2023 thu 93 tỷ đồng, tương đương 84,4% kết quả năm 2019. Công suất đạt 59%.", ["2023", "2023", "2023"]),
    ("Qua Đề án 1956, hỗ trợ đào tạo nghề cho 40 lao động.", ["-"]),
    ("Tặng Cờ thi đua xuất sắc giai đoạn 2016-2020 cho 2 tập thể.", ["-"]),
    (
        "Năm 2022 thu 63 triệu đồng. So với năm 2018, mức thu là 58 triệu đồng. So với năm 2018 tăng 7%, đạt 63 triệu đồng.",
        ["2022", "-", "2018-01-01/P5Y", "2022"],
    ),
    ("Năm 2013 so với 2012 tăng 8%, năm 2014 tăng 9%.", ["2012-01-01/P2Y", "2014"]),
    ("Có 54 tỉnh ban hành Kế hoạch ứng dụng công nghệ 5 năm giai đoạn 2021-2025.", ["-"]),
    ("Tỷ lệ tiêm vắc xin sơ sinh năm 2013 đạt 36%.", ["2013"]),
    (
        "Năm 2018 thu 9 tỷ đồng. Lãi ước đạt 7 tỷ đồng, tăng 13% so với cùng kỳ năm 2017 (6 tỷ đồng).",
        ["2018", "2018 estimated", "2017-01-01/P2Y estimated", "2017"],
    ),
    ("Tháng 5/2021 thu 5 tỷ đồng. Thặng dư 86 tỷ đồng (3 triệu USD) trong năm 2020.", ["2021-05", "2020", "2020"]),
    ("Tháng 10/2023, giá cà phê kỳ hạn tháng 12/2023 đạt 3 triệu đồng.", ["2023-10"]),
    ("Đến năm 2020: 100% hộ dân có nước sạch - 822 nghìn hộ tại các đô thị hiện chưa có.", ["2020", "-"]),
    ("Năm 2018, bảo vệ 9.759 ha rừng hiện có.", ["2018"]),
    ("Tuần thứ 20 của năm 2015 có 142 ca mắc.", ["-"]),
    (
        "Số xã nghèo, xã đặc biệt khó khăn từ 88 xã, 28 huyện, 7 tỉnh năm 2007 xuống còn 15 xã, 20 huyện, 3 tỉnh năm 2017.",
        ["-", "-", "2007", "-", "-", "2017"],
    ),
    (
        "Dự kiến năm 2020, thu 5 tỷ đồng. Chi 4 tỷ đồng. Khu kinh tế đã thu hút 27 dự án.",
        ["2020 forecast", "2020", "-"],
    ),
    (
        "Hai tháng đầu năm nay, xuất khẩu 929 tấn. Giá bình quân tháng 1/2020 đạt 4 triệu đồng. Sang Mỹ đạt 66 tấn.",
        ["-", "2020-01", "-"],
    ),
    (
        "Năm nay có 929 tấn. Khách đến tỉnh tháng 9/2018 đạt 12 người. Trong đó, đường bộ đạt 9 người.",
        ["-", "2018-09", "2018-09"],
    ),
    ("Năm nay có 929 tấn. Theo báo cáo, năm 2018 đạt 12 tấn. Đường bộ đạt 9 tấn.", ["-", "2018", "2018"]),
    ("Đàn lợn có 4 con, tăng 66% so với thời điểm trước khi có dịch tả lợn châu Phi ngày 1/1/2019.", ["-", "-"]),
]


@pytest.mark.parametrize(("text", "expected"), TIMES, ids=lambda case: case if isinstance(case, str) else "")
def test_a_time_is_given_only_where_the_sentence_states_it(text: str, expected: list[str]) -> None:
    assert [described(one) for one in vietnamese.find(text) if one.mention is None] == expected


def test_a_zero_before_another_number_is_a_misprint() -> None:
    figure = vietnamese.find("Dịch vụ tăng 0 68% so với năm 2020.")[0]
    assert (figure.printed, figure.value, figure.doubt) == ("0 68%", None, vietnamese.Doubt.NUMBER)


def times(text: str, period: Period) -> list[object]:
    """Return the times of the figures of a report, or a question mark for those that are asked."""
    found = draft(text, place="XX-SM", period=period)
    records = [one for one in (*found.observations, *found.targets, *found.claims) if isinstance(one, PartialRecord)]
    records.sort(key=lambda one: one["citation"].start)
    return ["?" if isinstance(one["time"], Gap) else str(one["time"]) for one in records]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tháng đầu tiên của năm 2019, đón 900 lượt khách.", ["2019-01"]),
        ("Quý cuối cùng của năm 2019, thu 90 tỷ đồng.", ["2019-Q4"]),
        ("Năm 2019 đón 900 lượt khách. Chỉ riêng trong 7 ngày Tết, đón 100 lượt.", ["2019", "?"]),
        ("Phấn đấu năm 2020 doanh thu tăng 3% so với năm 2019.", ["2020"]),
        ("Đang hoàn thành 250 căn nhà trước ngày 30/7/2019. Có 615 hộ nghèo.", ["2019", "2019"]),
        ("9 tháng, thu 9 tỷ đồng. Tai nạn: trong tháng xảy ra 25 vụ.", ["2019-01-01/P9M", "?"]),
        ("Số vốn giao bổ sung sau ngày 30/9/2019 là 27 tỷ đồng.", ["?"]),
        ("Kế hoạch vốn năm 2019 là 9 tỷ đồng; giải ngân 5 tỷ đồng.", ["2019", "2019"]),
        ("Thực hiện Chương trình nông thôn mới, giai đoạn 2016 - 2020, công bố 2 xã.", ["?"]),
    ],
)
def test_a_time_is_that_of_the_figure(text: str, expected: list[str]) -> None:
    assert times(text, Period.year(2019)) == expected


def test_the_term_of_those_who_meet_is_not_the_time_of_a_report() -> None:
    found = draft("Hội nghị Đảng bộ huyện lần thứ 17, khóa VIII nhiệm kỳ 2015 - 2020\nCó 5 xã đạt chuẩn.")
    assert isinstance(found.period, Gap)


def test_a_text_on_several_years_up_to_now_names_no_period() -> None:
    body = "Sau hơn 10 năm triển khai phong trào, 20/20 xã đạt chuẩn nông thôn mới năm 2020."
    assert isinstance(draft(f"Công nhận huyện Núi Mẫu đạt chuẩn\n{body}").period, Gap)
    assert draft(f"Kinh tế năm 2019\n{body}").period == Period.year(2019)


@pytest.mark.parametrize(
    "body",
    [
        "02/06/2019\n\nTrong năm 2019, các ngân hàng đã đăng ký gói vay. Có 38 xã báo cáo.",
        "Trong giai đoạn 2016-2020, đơn vị nhập 500 tấn gạo. Riêng 6 tháng đầu năm 2021 nhập 20 tấn.",
    ],
)
def test_a_text_dated_before_the_end_of_a_year_or_on_several_years_does_not_name_its_period(body: str) -> None:
    assert isinstance(draft(f"Đơn vị hoàn thành nhiệm vụ\n\n{body}").period, Gap)


def test_days_in_brackets_after_a_month_are_its_time_in_the_whole_report() -> None:
    text = (
        "Trong tháng 01/2018 (từ ngày 15/12/2017 đến ngày 14/01/2018), tỉnh tiếp nhận 420 hồ sơ.\n\n"
        "Cấp xã tiếp nhận 136 hồ sơ trong tháng 01/2018. Cấp huyện tiếp nhận 210 hồ sơ."
    )
    found = draft(text, period=Period.parse("2018-01")).observations
    assert [str(one["time"]) for one in found] == ["2017-12-15/P31D"] * 3


def test_the_name_of_an_office_is_not_the_title() -> None:
    found = draft("VĂN PHÒNG CHÍNH PHỦ\nSố: 634/TB-VPCP\nTHÔNG BÁO\nVề tình hình sản xuất năm 2019\nThu 5 tỷ đồng.")
    assert str(found.title["vi"]) == "THÔNG BÁO Về tình hình sản xuất năm 2019"


def test_the_place_of_an_official_is_not_that_of_the_report() -> None:
    found = draft("Hội nghị ngành gỗ năm 2019\nDự hội nghị có Phó chủ tịch UBND tỉnh Đồng Nai. Xuất khẩu 5 tỷ đồng.")
    assert isinstance(found.place, Gap)


def test_a_caption_within_the_text_is_not_the_title() -> None:
    found = draft(f"{'Huyện đã hỗ trợ xây nhà cho các hộ nghèo. ' * 5}\nRà soát nhà ở của hộ nghèo\nCó 5 xã.")
    assert isinstance(found.title, Gap)


def test_the_year_of_a_plan_is_not_the_time_of_what_was_reached_in_a_part_of_it() -> None:
    text = "Kế hoạch vốn năm 2019 là 9 tỷ đồng; giải ngân 5 tỷ đồng."
    assert times(text, Period.parse("2019-01-01/P6M")) == ["2019", "?"]


def test_figures_below_a_heading_of_tasks_to_come_are_goals() -> None:
    text = "Kết quả 6 tháng đầu năm\nGieo 9 ha lúa.\nNhiệm vụ trọng tâm 6 tháng cuối năm\nGieo 5 ha lúa."
    found = draft(text, place="XX-SM", period=Period.year(2019))
    assert [one["citation"].printed for one in found.targets] == ["5 ha"]


def test_a_sum_up_to_a_day_of_a_later_year_of_a_report_is_asked_since_when() -> None:
    text = "Đến ngày 30/6/2019, đã giải ngân 90 tỷ đồng."
    assert times(text, Period.years(2018, 2019)) == ["?"]
    assert times(text, Period.year(2019)) == ["2019-S1"]


def test_a_figure_of_the_same_months_of_another_year_has_not_the_day_of_the_one_before_it() -> None:
    text = "Tại thời điểm 1/6/2017, tồn kho tăng 10,2% so với cùng thời điểm năm trước (cùng kỳ năm 2016 tăng 9%)."
    last, before = draft(text, place="XX-SM", period=Period.year(2017)).claims
    assert last["time"] == AsOf.parse("2017-06-01")
    assert isinstance(before["time"], Gap)


def test_a_day_of_another_sentence_is_not_the_time_of_a_count_of_unknown_kind() -> None:
    text = "Báo cáo năm 2018\n\nTính đến ngày 30/6/2018, toàn huyện có 12 xã đạt chuẩn. Số hồ sơ là 312 hồ sơ."
    communes, files = draft(text, place="XX-MM").observations
    assert isinstance(communes, PartialRecord)
    assert isinstance(files, PartialRecord)
    assert communes["time"] == AsOf.parse("2018-06-30")
    assert isinstance(files["time"], Gap)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Trong kỳ báo cáo có 26 vụ. Khởi tố 9 vụ.", ["2017-S1", "2017-S1"]),
        ("Trong kỳ, có 26 vụ. Khởi tố 9 vụ.", ["2017-S1", "2017-S1"]),
        ("Có 26 vụ. Khởi tố 9 vụ.", ["2016", "2016"]),
        ("Trong kỳ báo cáo có 26 vụ. Năm 2015 có 9 vụ. Khởi tố 7 vụ.", ["2017-S1", "2015", "?"]),
    ],
)
def test_the_period_of_the_report_follows_words_for_it_and_not_a_time_before(words: str, found: list[str]) -> None:
    text = f"Kết quả minh bạch tài sản năm 2016 của tỉnh. Có 350 hồ sơ. {words}"
    assert times(text, Period.parse("2017-01-01/P6M"))[1:] == found


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ("tình hình từ ngày 16/11/2016 đến ngày 15/5/2017", ["?"]),
        ("tình hình tháng 6/2017 (từ ngày 16/5/2017 đến ngày 15/6/2017)", ["2017-S1"]),
        ("tình hình của tỉnh", ["2017-S1"]),
    ],
)
def test_months_after_days_that_a_sentence_states_are_not_the_first_ones_of_the_year(
    days: str, found: list[str]
) -> None:
    text = f"Công an tỉnh đã thông tin {days}.\n\nTrong 6 tháng, xảy ra 66 vụ."
    assert times(text, Period.parse("2017-01-01/P6M")) == found
