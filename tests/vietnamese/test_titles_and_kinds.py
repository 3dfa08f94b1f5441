"""Periods that the titles of reports name, and the kinds, units and times of figures in drafts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aseansc import (
    IndicatorKind,
    Period,
    Text,
    TimeBasis,
)
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import DraftError
from aseansc.vietnamese import draft
from tests.vietnamese._figures import figures_in
from tests.vietnamese.test_drafting import YEAR, YEAR_2018, names, rows


def test_a_number_in_a_name_is_not_a_figure() -> None:
    figures, _ = rows("Phòng chống dịch COVID - 19 cho 500 người.")
    assert list(figures) == ["500 người"]


@pytest.mark.parametrize("title", ["Đại hội đảng bộ xã nhiệm kỳ 2020-2025", "Giáo dục năm học 2017-2018"])
def test_titles_that_name_another_time_give_no_period(title: str) -> None:
    found = draft(f"{title}\n\nCó 5 xã.")
    assert isinstance(found.period, Gap)
    assert isinstance(found.observations[0]["time"], Gap)


def test_a_number_of_poor_households_that_were_helped_is_a_flow_without_a_direction() -> None:
    (indicator,) = rows("Cho 210 hộ nghèo vay vốn.")[1].values()
    assert (indicator["name"]["vi"], str(indicator["kind"]), indicator.get("better")) == (
        "Số hộ nghèo vay vốn",
        "flow",
        None,
    )


def test_a_time_ahead_in_the_title_is_not_the_period() -> None:
    assert isinstance(draft("Tổng kết và triển khai nhiệm vụ năm 2017\n\nCó 5 xã.").period, Gap)


def test_a_title_with_a_part_of_a_year_and_the_year_is_that_of_the_year() -> None:
    for title in ("Tình hình kinh tế - xã hội tháng 12, quý IV và năm 2018", "Kết quả tháng 12 và cả năm 2018"):
        assert draft(f"BÁO CÁO\n{title}\n\nCó 5 xã.").period == YEAR_2018


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số cơ sở khám chữa bệnh là 142 cơ sở.", "stock"),
        ("Có 3 trường phổ thông liên cấp.", "stock"),
        ("Số lao động được giải quyết việc làm là 850 lao động.", "flow"),
        ("Đã xảy ra 157 vụ tai nạn.", "flow"),
        ("Đoàn đã thực hiện 541 công trình.", "flow"),
        ("Diện tích sản xuất muối đạt 600 ha.", "stock"),
        ("Có 35 xã đạt chuẩn nông thôn mới.", "stock"),
        ("Tổng diện tích gieo trồng được 25.271 ha.", "flow"),
        ("Diện tích thu hoạch là 38 ha.", "flow"),
        ("Tổng diện tích cây lâu năm là 49.315 ha.", "stock"),
        ("Số người mới đặt vòng tránh thai là 1.237 người.", "flow"),
        ("6.967 người tham gia BHXH tự nguyện.", "stock"),
        ("Tổng dung tích các hồ là 417 triệu m3.", "stock"),
        ("Hồ có dung tích thiết kế 69 triệu m3.", "stock"),
        ("Nhà máy có tổng công suất 1.841 MW.", "stock"),
        ("Hiện nay, điện gió đưa vào vận hành hơn 808 MW.", "stock"),
        ("Trong năm, điện gió đưa vào vận hành 808 MW.", "flow"),
        ("Lượng nước trong hồ hiện còn 46 triệu m3.", "stock"),
        ("Đến hạn, nay còn 46 triệu m3.", "stock"),
        ("Sản lượng chỉ còn 46 nghìn tấn.", "flow"),
    ],
)
def test_kinds_are_read_from_the_words(text: str, expected: str) -> None:
    _, indicators = rows(text)
    assert [item["kind"].value for item in indicators.values()] == [expected]


def test_parts_have_the_kind_of_their_whole() -> None:
    _, indicators = rows("Đã xảy ra 157 vụ tai nạn giao thông, trong đó có 150 vụ tai nạn đường bộ.")
    assert [item["kind"].value for item in indicators.values()] == ["flow", "flow"]


def test_a_number_in_the_name_of_a_rate_is_asked_about() -> None:
    assert names("Tỷ lệ trẻ sơ sinh có trọng lượng dưới 2500 gram là 0,45%.")[0] == ""


def test_figures_of_the_whole_year_have_that_year() -> None:
    text = "Kinh tế 6 tháng đầu năm 2022\n\nCây ngô 6 tháng đầu năm gieo 47 ha; ước cả năm trồng 81 ha cây hoa."
    assert [str(item["time"]) for item in draft(text).observations] == ["2022-S1", "2022"]  # type: ignore[index]


def test_the_periods_offered_for_a_report_include_parts_of_its_year() -> None:
    found = draft(
        "HĐND huyện thông qua một số tờ trình\n\nKỳ họp đánh giá 6 tháng đầu năm và đề ra kế hoạch 6 tháng cuối năm "
        "2012. Thu 45 tỷ đồng."
    )
    assert isinstance(found.period, Gap)
    assert "2012-01-01/2012-06-30" in found.period.choices


def test_the_number_of_criteria_that_all_fell_is_not_a_figure() -> None:
    for words in ("giảm trên 3 tiêu chí", "giảm tai nạn giao thông trên cả 3 tiêu chí", "tai nạn giảm ở 3 tiêu chí"):
        assert list(rows(f"Năm 2018, {words}. Có 45 vụ cháy.")[0]) == ["45 vụ cháy"]
    assert "trên 3 tiêu chí" in rows("Năm 2018, xã A đạt trên 3 tiêu chí.")[0]


def test_the_times_offered_for_a_flow_are_periods() -> None:
    found = draft(
        "BÁO CÁO 8 THÁNG NĂM 2016\n\nTính đến hết ngày 15/8/2016, đã gieo trồng được 32.630 ha, giảm 1,27%. "
        "Trong đó, lúa mùa gieo trồng 27.220 ha; ngô 1.677 ha."
    )
    asked = [item["time"] for item in figures_in(found) if isinstance(item["time"], Gap)]
    assert asked
    assert all(item.choices[0] == "2016-01-01/2016-08-15" for item in asked)
    assert not any(choice.startswith("at ") for item in asked for choice in item.choices)


def test_a_percent_of_a_plan_in_a_sentence_of_plans_is_an_attainment() -> None:
    text = "(Theo kế hoạch chỉ tiêu thực hiện đến năm 2008 so với chỉ tiêu trồng được 39 ha/40 ha KH, bằng 99,6%)."
    (claim,) = draft(text).claims
    assert (claim["value"]["magnitude"], "time_collection" in claim) == (Decimal("99.6"), False)  # type: ignore[index, operator]


@pytest.mark.parametrize(
    "text",
    [
        "Thu nhập bình quân đầu người năm 2020 đạt 43 triệu đồng, tăng 3 triệu đồng so với năm 2019.",
        "Thu nhập bình quân đầu người năm 2020 đạt 52 triệu đồng, gấp 4,1 lần so với năm 2010.",
    ],
)
def test_a_change_of_an_amount_per_person_is_that_of_the_amount(text: str) -> None:
    found = draft(text, place="XX-MM")
    (level,), (change,) = found.observations, found.claims
    assert (change["end"], change["indicator"]) == (level["id"], level["indicator"])  # type: ignore[index]


def test_a_counted_noun_without_a_unit_gives_a_custom_unit() -> None:
    text = (
        "Năm 2018 tặng 11 sổ tiết kiệm, quy tập hơn 1.173 hài cốt liệt sĩ, tổ chức 47 phiên online và 9 phiên lưu động."
    )
    found = draft(text)
    assert [unit.vi for unit in found.units] == ["sổ", "hài cốt liệt sĩ", "phiên"]
    assert [str(item["value"]) for item in found.observations] == [  # type: ignore[index]
        "11 so", "over 1173 hai_cot_liet_si", "47 phien", "9 phien",
    ]  # fmt: skip
    assert all("unit" in item.proposed for item in found.indicators if isinstance(item, PartialRecord))


def test_measures_and_units_of_the_catalogue_give_no_custom_unit() -> None:
    assert draft("Năm 2018 có 5 sào ruộng, 12 tuần học, 612 nữ, năng suất đạt 61,5 t/ha, vượt 12.").units == ()


@pytest.mark.parametrize("printed", ["âm 5", "dưới 0", "gần 0"])
def test_less_than_nothing_is_not_counted_in_a_custom_unit(printed: str) -> None:
    found = draft(f"Năm 2018 có {printed} chuyên đề.", place="XX-MM", period=YEAR_2018)
    assert found.units == ()
    assert "unit" not in dict(found.observations[0])["value"]  # type: ignore[operator]


def test_custom_units_are_translated_with_the_names() -> None:
    found = draft("Năm 2018 tặng 11 sổ.", place="XX-MM", period=YEAR_2018)
    for where, _ in found.gaps:
        found = found.fill(where, Text(en="A", vi="B") if where in ("title", "programme") else IndicatorKind.FLOW)
    with pytest.raises(DraftError) as raised:
        found.finish()
    assert any("the unit has no English name" in str(problem) for problem in raised.value.problems)
    review = found.finish(allow_untranslated=True)
    assert Draft.of(review).finish() == review


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Huyện Mẫu: tin\n\nNăm 2017, huyện có 5 xã. Hết năm 2017 giảm 5,6% so với năm 2016.", "2017"),
        ("Huyện Mẫu: tin\n\nTrong 6 tháng đầu năm 2017, huyện có 5 xã.", "2017-S1"),
        ("Ngành Mẫu triển khai nhiệm vụ năm 2017\n\nNăm 2016 có 5 xã.", "2016"),
        ("Huyện Mẫu: Nghị quyết về nhiệm vụ năm 2012\n\nTrồng 5 ha rừng.", "2012"),
    ],
)
def test_the_period_of_a_report_without_a_title_is_that_of_its_text(text: str, period: str) -> None:
    found = draft(text)
    assert (str(found.period), "period" in found.proposed) == (period, True)


def test_years_of_comparisons_and_goals_are_not_the_period() -> None:
    assert isinstance(draft("Tin\n\nCó 5 xã, tăng 2 xã so với năm 2016; phấn đấu năm 2020 có 9 xã.").period, Gap)


def test_names_that_need_the_figures_before_them() -> None:
    for text, expected in (
        ("Năm 2018 trồng 90 ha cây thuốc lá, sản lượng 135 tấn; 100 ha cây lạc.", ["Sản lượng: cây thuốc lá", "Trồng cây lạc"]),
        ("Năm 2018 tỷ lệ thất nghiệp là 2,3%. Trong đó, thành thị là 3,18%; nông thôn là 1,86%.", ["Tỷ lệ thất nghiệp: nông thôn"]),
        ("Năm 2018 khu vực dịch vụ đạt 4 tỷ đồng, tăng 7%, đóng góp 3,77 điểm phần trăm.", ["Mức đóng góp: khu vực dịch vụ"]),
        ("Năm 2018 cấp gạo cho 84 người, số tiền 26 tỷ đồng; trợ cấp một lần, số tiền 5 tỷ đồng.", ["Trợ cấp một lần: số tiền"]),
        ("Năm 2018, nhân dịp Tết, Quỹ tặng 776 hộ nghèo.", ["Tặng hộ nghèo"]),
        ("Tỷ lệ hộ nghèo năm 2015 giảm 0,97%, từ 7,57% năm 2014 xuống còn 6,60%.", ["Tỷ lệ hộ nghèo"]),
        ("Tỷ suất sinh thô năm 2018 đạt 17,45.", ["Tỷ suất sinh thô"]),
    ):  # fmt: skip
        assert set(expected) <= set(names(text)), text


def test_a_month_has_the_year_of_the_heading_above_it() -> None:
    text = "Kết quả năm 2025\n\nNăm 2025, huyện có 12 hộ nghèo.\nBiểu 2. Tình hình sản xuất năm 2024\nTrong tháng 9, trồng 45 ha rừng."
    found = draft(text, place="XX-MM")
    months = [one["content"] for one in found.mentions if isinstance(one, PartialRecord) and "tháng" in str(one)]
    assert months == [Period.month(2024, 9)] == [found.observations[-1]["time"]]


@pytest.mark.parametrize(
    ("since", "basis"), [("Thực hiện đến", TimeBasis.CARRIED), ("Từ ngày 01/01/2023 đến", TimeBasis.STATED)]
)
def test_a_time_whose_first_day_is_not_printed_is_not_stated(since: str, basis: TimeBasis) -> None:
    (planted,) = draft(f"{since} 30/6/2023, trồng 45 ha rừng.", place="XX-MM", period=Period.year(2023)).observations
    assert (planted["time"], planted["time_basis"]) == (Period.half(2023, 1), basis)


def test_numbers_in_names_are_mentions_without_questions() -> None:
    text = "1.1 Mở đầu\nGRDP (GSS2010) đạt 5 tỷ đồng; giống OM6979, ĐH815-6; học sinh vào lớp 6; dịch Covid – 19."
    found = draft(text, period=YEAR_2018)
    contents = [item["content"] if isinstance(item, PartialRecord) else item.content for item in found.mentions]
    assert contents == [1, 1, "GSS2010", "OM6979", "ĐH815-6", "lớp 6", "Covid – 19"]


def test_dates_without_a_year_are_in_the_period() -> None:
    found = draft("Trong 6 tháng đầu năm có 5 xã; chỉ số tháng 9 giảm; nhiệm kỳ 2016 – 2021.", period=Period.year(2021))
    contents = [str(item["content"]) for item in found.mentions if isinstance(item, PartialRecord)]
    assert contents == ["2021-S1", "2021-09", "2016-01-01/P6Y"]


def test_a_change_after_a_bracket_is_that_of_the_level_before_it() -> None:
    found = draft("Phát hiện 235 vụ vi phạm (xử lý 168 vụ, chiếm 71,5%), giảm 180 vụ (tương đương 43%).", period=YEAR)
    levels = {item["indicator"] for item in found.claims if isinstance(item, PartialRecord)}
    assert levels == {"phat-hien-vu-vi-pham"}
    assert [str(item["value"]) for item in found.claims if isinstance(item, PartialRecord)] == [
        "-180 incident",
        "by -43 percent",
    ]


def test_a_number_over_itself_is_all_there_was_to_do_and_not_a_plan() -> None:
    found = draft("Năm 2018, xã giải quyết 295/295 hồ sơ.", place="XX-SM", period=Period.year(2018))
    assert (len(found.observations), len(found.targets)) == (2, 0)
    assert {str(item["kind"]) for item in found.indicators} == {"flow"}
    found = draft("Năm 2018, xã giải quyết 295/300 hồ sơ.", place="XX-SM", period=Period.year(2018))
    assert (len(found.observations), len(found.targets)) == (2, 0)
    found = draft("Năm 2018, xã trồng 295/300 ha rừng.", place="XX-SM", period=Period.year(2018))
    assert (len(found.observations), len(found.targets)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bộ Mẫu: giá nhà đã ổn định\n\nGiờ đăng: 28/07/2025 16:42\n\nCó 5 dự án.", "Bộ Mẫu: giá nhà đã ổn định"),
        (
            "Doanh nghiệp thuộc Ủy ban chịu ảnh hưởng nặng nề trong cả năm vừa qua\n\nCó 5 dự án.",
            "Doanh nghiệp thuộc Ủy ban chịu ảnh hưởng nặng nề trong cả năm vừa qua",
        ),
        ("ỦY BAN NHÂN DÂN TỈNH MẪU\n\nGiờ đăng: 10:30\n\nBáo cáo năm 2018\n\nCó 5 dự án.", "Báo cáo năm 2018"),
    ],
)
def test_a_headline_about_an_office_is_the_title_and_the_hour_of_printing_is_not(text: str, title: str) -> None:
    found = draft(text).title
    assert isinstance(found, PartialRecord)
    assert found["vi"] == title


def test_a_scheme_named_by_its_number_and_a_need_may_be_planned() -> None:
    found, _ = rows("Đạt 59% so với chỉ tiêu tại Đề án 1 triệu căn hộ. Tổng nhu cầu vốn là 45 tỷ đồng.")
    assert isinstance(found["1 triệu căn hộ"]["statuses"], Gap)
    assert isinstance(found["45 tỷ đồng"]["statuses"], Gap)
