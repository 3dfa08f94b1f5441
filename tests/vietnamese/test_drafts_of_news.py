"""Sentences as in the news: forecasts, times that the text states after its title, names, kinds and places."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc import AsOf, Period
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.indicators import IndicatorKind
from aseansc.observations import Observation, Status
from aseansc.periods import TimeCollection
from aseansc.targets import Target
from aseansc.values import RelativeChange
from aseansc.vietnamese import DoubtCode, doubtful_records, draft


def figures(found: Draft) -> dict[str, PartialRecord]:
    """Return the records of the figures by what is printed."""
    records: list[Any] = [*found.observations, *found.targets, *found.claims]
    return {record["citation"].printed: record for record in records}


def indicator(found: Draft, printed: str) -> PartialRecord:
    """Return the indicator of a figure."""
    named = figures(found)[printed]["indicator"]
    return next(one for one in found.indicators if one["id"] == named)


def test_all_figures_of_a_sentence_that_begins_with_a_forecast_are_forecast() -> None:
    found = draft(
        "Dự báo, trong quý III/2018, tổng đàn lợn tăng (tăng 0,5% so với quý II/2018); số lao động khoảng 512 nghìn người "
        "(tăng 0,3% so với quý II/2018), tỷ lệ qua đào tạo 31,5%. Quý II/2018, số lao động là 510 nghìn người."
    )
    statuses = {printed: record.get("statuses", ()) for printed, record in figures(found).items()}
    assert statuses.pop("510 nghìn người") == ()
    assert set(statuses.values()) == {(Status.FORECAST,)}


def test_whether_a_figure_was_reached_is_asked_if_the_words_do_not_say_it() -> None:
    text = "Tại Đại hội, xã đã đề ra 12 chỉ tiêu, trong đó tỷ lệ hộ nghèo đến năm 2030 còn 2%; tỷ lệ che phủ rừng 65%."
    found = figures(draft(text, period=Period.years(2025, 2030)))
    for printed in ("2%", "65%"):
        assert isinstance(asked := found[printed]["statuses"], Gap)
        assert asked.choices == ("planned", "forecast")
    assert "statuses" not in found["12 chỉ tiêu"]
    later = figures(draft(text, period=Period.years(2020, 2025)))
    assert {later[printed].record_type for printed in ("2%", "65%")} == {Target}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Chuyện ở xã Mường Kim\nTừ năm 2014, ông Nam nuôi bò. Toàn xã trồng 20 ha.", None),
        ("Chuyện ở xã Mường Kim\nNăm 2014, ông Nam nuôi bò. Năm 2014, xã trồng 20 ha. Năm 2017, xã trồng 30 ha.", None),
        ("Chuyện ở xã Mường Kim\nNăm 2017, xã trồng 20 ha. Năm 2018, xã phấn đấu trồng 30 ha.", Period.year(2017)),
    ],
)
def test_an_earlier_year_at_the_beginning_of_a_text_is_not_its_period(text: str, period: Period | None) -> None:
    found = draft(text).period
    assert isinstance(found, Gap) if period is None else found == period


def test_the_time_of_the_title_ends_where_the_text_states_another_one() -> None:
    found = draft(
        "Lao động và việc làm trong quý II/2018\n"
        "Dự báo, trong quý II/2018, có 512 nghìn người có việc làm. Quý I/2018, có 510 nghìn người có việc làm, tăng 2% "
        "so với quý I/2017. So với quý IV/2017, số doanh nghiệp giảm 4%; số hợp tác xã tăng mạnh. Cả nước có 11 nghìn "
        "người thất nghiệp, giảm 3 nghìn người so với quý IV/2017."
    )
    of = figures(found)
    assert of["512 nghìn người"]["time"] == Period.parse("2018-Q2")
    for printed in ("11 nghìn người", "3 nghìn người"):
        assert not isinstance(of[printed].get("time"), Period), printed


def test_two_comparisons_after_one_verb_are_changes_of_one_level() -> None:
    found = draft(
        "Quý I/2018, lương bình quân tháng là 6,1 triệu đồng, tăng 5,2% so với quý IV/2017 và 4,1% cùng kỳ năm trước."
    )
    first, second = figures(found)["5,2%"], figures(found)["4,1%"]
    assert second.record_type is ChangeClaim
    assert isinstance(second["value"], RelativeChange)
    assert second["value"].form is first["value"].form
    assert second["indicator"] == first["indicator"]
    other = draft("Năm 2018, số hộ nghèo giảm 5% so với năm 2017 và 12% số hộ cận nghèo đã vay vốn.")
    assert figures(other)["12%"].record_type is not ChangeClaim


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2018, 52% doanh nghiệp cho rằng giá sẽ tăng.",
        "Năm 2018, tổng số hộ hưởng lợi là 320 hộ.",
        "Năm 2018, đàn lợn ít biến động (giảm 0,5%).",
    ],
)
def test_names_that_run_into_a_statement_are_asked(text: str) -> None:
    found = draft(text)
    assert isinstance(found.indicators[0]["name"]["vi"], Gap)


def test_later_equal_nouns_have_the_words_that_the_first_shares_with_them() -> None:
    found = draft("Năm 2018, có 139 người thất nghiệp có trình độ đại học, 104 người có trình độ cao đẳng.")
    assert indicator(found, "104 người")["name"]["vi"] == "Số người thất nghiệp có trình độ cao đẳng"


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("Năm 2018, số người làm công hưởng lương tăng lên 120 nghìn người.", "120 nghìn người", IndicatorKind.STOCK),
        ("Năm 2018, huyện cấp đất trực tiếp cho 30 hộ dân.", "30 hộ dân", IndicatorKind.FLOW),
        ("Năm 2018, toàn xã có 25 hộ thoát nghèo.", "25 hộ thoát nghèo", IndicatorKind.FLOW),
    ],
)
def test_kinds_of_counted_persons(text: str, printed: str, kind: IndicatorKind) -> None:
    assert indicator(draft(text), printed)["kind"] is kind


def test_a_place_in_the_name_of_a_project_is_not_that_of_the_figure() -> None:
    project = draft(
        "Năm 2017, từ Dự án Sinh kế vùng cao tỉnh Đắk Nông mà 20 hộ gia đình được hỗ trợ bò.", place="VN-01"
    )
    assert figures(project)["20 hộ gia đình"].get("place") in (None, "VN-01")
    found = draft("Năm 2016, khai thác cá ngừ ở Phú Yên ước đạt 3.000 tấn; riêng Khánh Hòa đạt 2.000 tấn.")
    assert figures(found)["3.000 tấn"]["place"] == "VN-32"


def test_amounts_of_two_programmes_are_not_one_indicator() -> None:
    found = draft(
        "Thực hiện Chương trình 135, năm 2016, huyện được Trung ương bố trí 12,5 tỷ đồng. "
        "Thực hiện Quyết định 102/2009/QĐ-TTg, năm 2017, huyện được Trung ương bố trí 9,8 tỷ đồng."
    )
    assert len({record["indicator"] for record in figures(found).values()}) > 1


def test_what_a_person_earns_without_a_month_or_year_is_doubtful() -> None:
    found = draft("Quý I/2018, tiền lương cao nhất ở nhóm kỹ sư: 9,4 triệu đồng. Xã thu ngân sách 5 triệu đồng.")
    doubted = [one.context for one in doubtful_records(found) if one.code is DoubtCode.UNSTATED_AVERAGE]
    assert len(doubted) == 1
    assert "【9,4 triệu đồng】" in doubted[0]


def test_a_change_with_a_longer_unit_than_its_level_is_a_change() -> None:
    found = draft("Giá trị sản phẩm trên 1 ha đất đạt 120 triệu đồng, giảm 30,5 triệu đồng/ha so với năm 2020.")
    change = figures(found)["30,5 triệu đồng/ha"]
    assert change.record_type is ChangeClaim
    assert change["value"].magnitude < 0


@pytest.mark.parametrize(("base", "is_change"), [(" so với năm 2017", True), ("", False)])
def test_what_rises_by_a_quotient_is_a_change_only_if_it_is_compared_with_a_time(base: str, is_change: bool) -> None:
    found = draft(f"Năm 2018, tốc độ tăng 5 tạ/ha/năm{base}.")
    assert (figures(found)["5 tạ/ha/năm"].record_type is ChangeClaim) is is_change


@pytest.mark.parametrize(
    ("text", "printed", "time"),
    [
        ("Quý II/2018, thu 200 tỷ đồng, tăng 3% so với quý I/2018.", "3%", "2018-Q2"),
        ("Quý II/2018, thu 200 tỷ đồng, tăng 3% so với quý II/2017.", "3%", "2018-Q2"),
        ("Năm 2018, thu 200 tỷ đồng, bằng 102% năm 2017.", "102%", "2018"),
        ("10 tháng đầu năm 2018, thu 200 tỷ đồng, bằng 102% cùng kỳ năm 2017.", "102%", "2018-01-01/P10M"),
        ("Năm 2018, thu 200 tỷ đồng, tăng 3% so với năm 2015.", "3%", "2015-01-01/P4Y"),
    ],
)
def test_a_change_against_the_period_before_has_its_own_time(text: str, printed: str, time: str) -> None:
    assert figures(draft(text))[printed]["time"] == Period.parse(time)


@pytest.mark.parametrize("line", ["10/09/2025 8:47 AM", "Thứ hai, 10/09/2025 - 08:47", "Mẫu, ngày 10 tháng 9 năm 2025"])
def test_the_time_of_a_date_line_is_not_that_of_the_figures(line: str) -> None:
    found = draft(f"Xã vùng cao xóa nhà tạm\n\n{line}\n\nXã đã trồng 36 ha ngô.")
    assert not isinstance(figures(found)["36 ha"].get("time"), AsOf)
    assert all(heading["name"]["vi"] != line for heading in map(dict, found.sections))


def test_a_name_that_has_only_a_part_of_what_is_counted_is_asked() -> None:
    text = "Chủ yếu là đơn về đất đai (chiếm 26/28 lượt tiếp công dân)."
    assert isinstance(indicator(draft(text), "26/28 lượt")["name"]["vi"], Gap)


def test_numbers_that_are_not_figures_of_their_own_unit() -> None:
    found = draft('Tiếp 28 lượt công dân (12 định kỳ, 16 đột xuất). Xã có phong trào "5 không, 3 sạch".')
    assert found.units == ()
    assert [one["content"] for one in map(dict, found.mentions)] == ["5", "3"]
    assert all("unit" not in one["value"] for one in map(dict, found.observations[1:]))


def test_households_that_left_poverty_are_no_part_of_those_that_are_poor() -> None:
    found = draft("Năm 2018 còn 7.876 hộ nghèo, chiếm 49,56%, giảm 6,69% (1.311 hộ thoát nghèo) so với năm 2017.")
    assert indicator(found, "1.311 hộ thoát nghèo")["kind"] is IndicatorKind.FLOW
    assert "breakdowns" not in indicator(found, "7.876 hộ nghèo")


def test_a_name_with_a_colon_is_the_same_without_it() -> None:
    found = draft("Năm 2017, năng suất cây ngô đạt 6 tấn/ha. Năm 2018, năng suất đạt 9 tấn/ha.")
    assert len(found.indicators) == 1


def test_the_rate_before_a_bracket_is_that_of_its_percent() -> None:
    found = draft("Năm 2018 có 53 nghìn lao động, tỷ lệ lao động có hợp đồng tăng nhẹ (chiếm 42,7%).")
    assert indicator(found, "42,7%")["name"]["vi"] == "Tỷ lệ lao động có hợp đồng"


def test_an_amount_has_all_that_it_was_spent_on() -> None:
    found = draft("Năm 2018, hỗ trợ muối, giống cây trồng các loại với tổng kinh phí là 8,2 tỷ đồng.")
    assert indicator(found, "8,2 tỷ đồng")["name"]["vi"] == "Hỗ trợ muối, giống cây trồng các loại: tổng kinh phí"


def test_a_percent_is_not_said_of_how_many_branches_grew() -> None:
    found = draft("Năm 2018, chỉ số sản xuất tăng 6%, trong đó 4 ngành trọng điểm tăng 11%.")
    assert "end" not in figures(found)["11%"]
    assert isinstance(indicator(found, "11%")["name"]["vi"], Gap)


def test_what_is_added_to_a_total_is_a_flow_of_its_own() -> None:
    found = draft("Năm 2018, đạt 50 tiêu chí, nâng tổng số tiêu chí lên 404 tiêu chí.")
    assert indicator(found, "50 tiêu chí")["kind"] is IndicatorKind.FLOW
    assert indicator(found, "50 tiêu chí")["id"] != indicator(found, "404 tiêu chí")["id"]


def test_a_number_that_a_title_rounds_and_two_spellings_are_one_indicator() -> None:
    found = draft(
        "Sản lượng thủy sản năm 2018 đạt hơn 5,8 triệu tấn\n\nTổng sản lượng thuỷ sản năm 2018 đạt 5,893 triệu tấn."
    )
    assert len(found.indicators) == 1
    found = draft("Doanh thu du lịch năm 2018 trên 265 tỷ đồng\n\nDoanh thu xã hội từ du lịch đạt 265,21 tỷ đồng.")
    assert len(found.indicators) == 1


def test_the_kind_of_an_amount_for_each_hectare_is_asked_if_its_unit_does_not_say_it() -> None:
    found = draft("Năm 2018, giá trị sản phẩm trên 1 ha đất trồng trọt, nuôi trồng thủy sản đạt 115 triệu đồng.")
    assert indicator(found, "115 triệu đồng")["kind"] is not IndicatorKind.FLOW


def test_what_has_a_percent_of_its_plan_was_reached() -> None:
    text = "Hội nghị triển khai nhiệm vụ tháng 9.\n\nThời gian tới, thu ngân sách 524 tỷ đồng{}."
    for words, is_asked in (("", True), (", đạt 78,1% dự toán", False)):
        found = figures(draft(text.format(words), period=Period.year(2025)))
        assert isinstance(found["524 tỷ đồng"].get("statuses"), Gap) is is_asked


def test_the_beginning_of_the_year_is_that_of_the_level_before_it() -> None:
    found = figures(draft("Năm 2022, tỷ lệ hộ nghèo giảm từ 32,56% đầu năm xuống còn 28,4%."))
    assert found["28,4%"]["time_collection"] is TimeCollection.END


@pytest.mark.parametrize(
    ("text", "printed", "name", "kind"),
    [
        ("Năm 2022, giúp 1.120 hộ phụ nữ nghèo.", "1.120 hộ", "Giúp hộ phụ nữ nghèo", IndicatorKind.FLOW),
        ("Năm 2022, xây mới, sửa chữa 56 nhà ở.", "56 nhà ở", "Xây mới, sửa chữa nhà ở", IndicatorKind.FLOW),
        (
            "Năm 2022, có 68 dự án mới với tổng vốn đăng ký 1,7 tỷ USD.",
            "1,7 tỷ USD",
            "Tổng vốn đăng ký: số dự án mới",
            IndicatorKind.FLOW,
        ),
        (
            "Năm 2022 có 340 ha cây ăn quả, trong đó trồng mới 35 ha.",
            "35 ha",
            "Diện tích trồng mới",
            IndicatorKind.FLOW,
        ),
    ],
)
def test_names_and_kinds_of_what_was_done(text: str, printed: str, name: str, kind: IndicatorKind) -> None:
    found = indicator(draft(text), printed)
    assert (found["name"]["vi"], found["kind"]) == (name, kind)


def test_all_pupils_beside_those_who_passed_are_not_a_plan() -> None:
    found = draft("Năm 2022, có 612/620 học sinh đỗ tốt nghiệp.")
    assert (len(found.observations), found.targets) == (2, ())
    found = draft("Năm 2022, có 95/100 lao động có việc làm theo kế hoạch.")
    assert (len(found.observations), len(found.targets)) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Kết nạp 50 đảng viên, nâng tổng số đảng viên toàn huyện lên 404 đảng viên.",
        "Xây dựng 50 nhà, nâng tổng số nhà lên 404 nhà.",
    ],
)
def test_what_was_done_is_a_name_also_before_the_total_that_it_leads_to(text: str) -> None:
    assert all("name" in one.proposed for one in draft(text).indicators)


@pytest.mark.parametrize(("time", "basis"), [("2019-12-15", "carried"), ("2018-06-30", "stated")])
def test_the_basis_of_a_time_that_is_asked_follows_from_the_answer(time: str, basis: str) -> None:
    text = "Báo cáo ngày 15/12/2019.\n\nTrước ngày 30/6/2018, đến nay, còn 900 hộ nghèo."
    found = draft(text, place="XX-SM", period=Period.year(2018))
    assert isinstance(figures(found)["900 hộ nghèo"]["time"], Gap)
    answered = found.fill("observations[0].time", AsOf.parse(time))
    assert [where for where, _ in found.gaps if "observations" in where] == ["observations[0].time"]
    assert str(answered.known().review.observations[0].time_basis) == basis


def test_what_a_building_costs_is_not_of_the_time_of_its_completion() -> None:
    text = "Công trình dự kiến hoàn thành vào cuối năm 2019, có tổng mức đầu tư 85 tỷ đồng."
    costs = figures(draft(text, period=Period.year(2018)))["85 tỷ đồng"]
    assert isinstance(costs["time"], Gap)
    assert isinstance(costs["statuses"], Gap)
    built = "Dự kiến năm 2019 sẽ hoàn thành 45 nhà, với kinh phí 2 tỷ đồng."
    assert figures(draft(built, period=Period.year(2018)))["2 tỷ đồng"]["statuses"] == (Status.FORECAST,)


def test_the_caption_of_a_picture_is_not_a_heading() -> None:
    captions = ["Quang cảnh hội nghị", "Ông Mẫu phát biểu tại hội nghị", "Nông dân gặt lúa năm 2015. Ảnh: N.M"]
    for caption in captions:
        found = draft(f"Tin xã Mường Mẫu\n\n{caption}\n\nXã đã trồng 36 ha ngô.", period=Period.year(2018))
        assert [section["name"]["vi"] for section in map(dict, found.sections)] == ["Tin xã Mường Mẫu"]
        assert figures(found)["36 ha"]["time"] == Period.year(2018)


def test_a_percent_of_a_plan_of_what_was_reached_is_not_surely_planned() -> None:
    text = "Năm 2018, thu 275 tỷ đồng, vượt hơn 10% so với chỉ tiêu phấn đấu được giao, bằng 20% dự toán thu cả nước."
    assert isinstance(figures(draft(text))["20% dự toán"]["statuses"], Gap)


def test_a_further_fall_of_a_quotient_is_a_change_and_a_yearly_one_of_a_rate_is_asked() -> None:
    found = figures(draft("Năng suất lúa năm 2018 đạt 60 tạ/ha, giảm thêm 2 tạ/ha so với năm 2017."))
    assert str(found["2 tạ/ha"]["value"]) == "-2 quintal/hectare"
    found = figures(draft("Tỷ suất sinh năm 2018 là 15‰, giảm 3,1‰/năm so với năm 2015."))
    assert isinstance(found["3,1‰/năm"]["value"]["magnitude"], Gap)


def test_a_time_after_several_figures_is_not_that_of_the_report() -> None:
    paid = "Chi trả tiền bồi thường\n\nNgày 7/7, tỉnh cho biết: Đến nay, đã chi trả 923 tỷ đồng cho 41 xã."
    fish = " Sản lượng khai thác hải sản 6 tháng đầu năm 2017 đạt 17.000 tấn."
    found = draft(paid + fish, place="XX-MM")
    assert isinstance(found.period, Gap)
    assert isinstance(figures(found)["923 tỷ đồng"]["time"], Gap)
    assert figures(found)["17.000 tấn"]["time"] == Period.parse("2017-S1")
    assert draft(f"Khai thác hải sản\n\n{fish.strip()} {paid}", place="XX-MM").period == Period.parse("2017-S1")


def test_a_later_time_gives_the_year_of_a_month_in_the_title() -> None:
    text = "Giá tháng 5 giảm\n\nChỉ số giá tháng 5 giảm 0,5%, giá gạo giảm 2%. 5 tháng đầu năm 2017 tăng 4%."
    assert draft(text).period == Period.parse("2017-05")


def test_amounts_of_what_two_sentences_count_are_two_indicators() -> None:
    text = (
        "Năm 2016, đã mua mới 200 xe ô tô với tổng nguyên giá 2.000 tỷ đồng. "
        "Số xe ô tô giảm do bán là 85 xe ô tô với tổng nguyên giá 100 tỷ đồng."
    )
    bought, sold = (figures(draft(text))[one]["indicator"] for one in ("2.000 tỷ đồng", "100 tỷ đồng"))
    assert bought != sold
    assert indicator(draft(text), "100 tỷ đồng")["name"]["vi"].choices[0] == "Tổng nguyên giá: số xe ô tô giảm do bán"
    same = text.replace("Số xe ô tô giảm do bán là", "Năm 2015, đã mua mới")
    one, two = (figures(draft(same))[printed] for printed in ("2.000 tỷ đồng", "100 tỷ đồng"))
    assert one["indicator"] == two["indicator"]
    assert "indicator" in two.proposed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sản lượng vận tải tiếp tục có sự tăng trưởng mạnh, ước đạt 1.600 triệu tấn.", "Sản lượng vận tải"),
        (
            "Giá thịt lợn hơi giảm liên tục trong vòng gần một tháng, hiện chỉ khoảng 25.000 đồng/kg.",
            "Giá thịt lợn hơi",
        ),
        ("Sản lượng rau tươi dồi dào, giá rau tươi tăng 5%.", None),
        ("Doanh thu thực phẩm bất ngờ vượt quá số cho phép là 16 tỷ đồng.", None),
        ("Giá các mặt hàng này trung bình là 16 triệu đồng/tấn.", None),
        ("Huyện đã chi trả 76 tỷ đồng cho người dân.", None),
        ("Tỉnh triển khai linh hoạt các biện pháp thu ngân sách, ước đạt 59.700 tỷ đồng.", None),
        ("Có 30 triệu lượt hộ nghèo và các đối tượng chính sách khác được vay vốn.", None),
        ("Vốn đã góp phần giúp gần 386 nghìn hộ vay vượt qua ngưỡng nghèo.", None),
        ("Có 1.888 cơ sở cách ly khám bệnh, xét nghiệm điều trị bệnh nhân.", None),
    ],
)
def test_a_name_ends_before_what_is_said_of_it(text: str, name: str | None) -> None:
    found = next(one["name"]["vi"] for one in draft(text).indicators)
    assert found == name if name else isinstance(found, Gap)


def test_a_longer_name_of_the_paragraph_is_the_first_answer_for_a_short_one() -> None:
    text = "Tỉnh đã chi trả 923 tỷ đồng kinh phí bồi thường. Huyện Mường Mẫu đã chi trả 76 tỷ đồng cho người dân."
    assert indicator(draft(text), "76 tỷ đồng")["name"]["vi"].choices[:2] == (
        "Chi trả kinh phí bồi thường",
        "Chi trả",
    )


def test_each_percent_of_a_list_without_verbs_has_the_words_before_it() -> None:
    text = "Giải ngân đạt: giáo dục 68,8%, y tế 67,3%, văn hóa, thể thao và du lịch 65%, khoa học và công nghệ 65%."
    found = draft(text)
    shown = {one: indicator(found, one)["name"]["vi"].choices[0] for one in ("67,3%", "64%") if one in figures(found)}
    assert shown == {"67,3%": "Tỷ lệ y tế"}
    assert len({one["indicator"] for one in found.observations}) == 4


def test_what_is_left_of_an_amount_is_a_stock_and_its_percent_a_share() -> None:
    text = "Tổng giá trị còn lại của xe công đến 31/12/2016 là 7.400 tỷ đồng, bằng 31% tổng nguyên giá."
    found = draft(text)
    assert indicator(found, "7.400 tỷ đồng")["kind"] is IndicatorKind.STOCK
    assert figures(found)["7.400 tỷ đồng"]["time"] == AsOf.parse("2016-12-31")
    assert indicator(found, "31%")["kind"] is IndicatorKind.RATE
    of_plan = figures(draft("Đã giải ngân 45 tỷ đồng, bằng 31% tổng kế hoạch vốn."))["31% tổng kế hoạch"]
    assert of_plan.record_type is AttainmentClaim


def test_a_goal_is_not_the_plan_of_which_a_percent_is_stated() -> None:
    claim = figures(draft("Năm 2020, phấn đấu thu 254 tỷ đồng, đạt 87% dự toán."))["87% dự toán"]
    assert "target" not in claim
    claim = figures(draft("Năm 2020, thu 254 tỷ đồng, đạt 87% dự toán (290 tỷ đồng)."))["87% dự toán"]
    assert "target" in claim


def test_a_change_in_an_unknown_unit_is_since_what_it_is_compared_with() -> None:
    found = figures(draft("Năm 2018, chỉ số năng lực tăng 25 bậc so với năm 2016."))
    assert found["25 bậc"]["time"] == Period.years(2016, 2018)


def test_what_some_things_are_among_belongs_to_their_name() -> None:
    text = "Năm 2016, trong số xe tăng do mua mới, xe phục vụ công tác chung tăng 181 xe."
    name = indicator(draft(text), "181 xe")["name"]["vi"]
    assert isinstance(name, Gap)
    assert "Số xe phục vụ công tác chung" in name.choices


def test_a_foreign_name_keeps_its_capital_letter_in_a_name() -> None:
    text = "Vốn của Nhật Bản chiếm 14,1%, Malaysia chiếm 12,1%."
    assert indicator(draft(text), "12,1%")["name"]["vi"] == "Tỷ trọng Malaysia"


def test_changes_in_turn_are_those_of_as_many_levels_before_them() -> None:
    traded = "Năm 2020, xuất khẩu đạt 19 tỷ USD, nhập khẩu đạt 14,7 tỷ USD, giảm lần lượt 2,27% và 6,91%."
    found = draft(traded)
    names = {printed: indicator(found, printed)["name"]["vi"] for printed in ("2,27%", "6,91%")}
    assert names == {"2,27%": "Kim ngạch xuất khẩu", "6,91%": "Kim ngạch nhập khẩu"}
    assert figures(found)["6,91%"]["end"] == figures(found)["14,7 tỷ USD"]["id"]
    more = draft(traded.replace("2,27% và", "2,27%, 5% và"))
    own = {figures(more)[printed]["indicator"] for printed in ("2,27%", "5%", "6,91%")}
    assert len(own) == 3
    assert own.isdisjoint(one["indicator"] for one in more.observations)
    assert not any("end" in one for one in more.claims)


def test_the_words_before_a_colon_are_an_answer_for_the_name_of_what_follows() -> None:
    text = "- Ngành công nghiệp chế biến, chế tạo: giảm 24,6% so tháng trước và tăng 13,5% so với cùng kỳ."
    asked = indicator(draft(text, period=Period.parse("2018-02")), "24,6%")["name"]["vi"]
    assert asked.choices == ("Ngành công nghiệp chế biến, chế tạo",)


def test_growth_of_each_year_in_turn_is_growth_whose_time_is_asked() -> None:
    text = "Tốc độ tăng chỉ số sản xuất các năm 2018-2020 lần lượt là: 6,1%, 5,3%, 6,8%."
    found = figures(draft(text))
    assert {one.record_type for one in found.values()} == {ChangeClaim}
    assert [str(one["value"]) for one in found.values()] == ["by 6.1 percent", "by 5.3 percent", "by 6.8 percent"]
    assert all(isinstance(one["time"], Gap) for one in found.values())
    other = figures(draft(text.replace("2018-2020", "2019-2020")))
    assert not isinstance(other["6,8%"]["time"], Gap)


def test_an_example_of_who_did_something_is_not_a_name() -> None:
    text = "Một số cơ quan sắp xếp bộ máy như Sở Công Thương giảm 2 phòng, 2 chi cục trực thuộc."
    assert all(isinstance(one["name"]["vi"], Gap) for one in draft(text).indicators)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Ngành da giày tăng 3,8%.", ("VND", "percent", "tonne")),
        ("Huyện chi hơn 1.200 tỷ.", ("VND", "USD")),
        ("Có 12 hô sơ trể hẹn.", ()),
    ],
)
def test_units_that_are_likely_are_answers_for_a_unit(text: str, answers: tuple[str, ...]) -> None:
    asked = draft(text).indicators[0]["unit"]
    assert isinstance(asked, Gap) is bool(answers)
    assert not answers or asked.choices == answers


@pytest.mark.parametrize("after", ["cho 24 xã", "tiền điện", "giá điện", "thuế cho doanh nghiệp"])
def test_money_by_which_prices_fell_for_somebody_may_be_an_amount_granted(after: str) -> None:
    found = figures(draft(f"Năm 2020, tỉnh đã giảm 847 tỷ đồng {after}."))["847 tỷ đồng"]
    assert found.record_type is Observation
    assert isinstance(found["value"]["magnitude"], Gap)
    fell = figures(draft("Năm 2020, nợ thuế giảm 847 tỷ đồng so với năm 2019."))["847 tỷ đồng"]
    assert fell.record_type is ChangeClaim


def test_figures_that_go_on_with_one_of_the_nation_are_of_the_nation() -> None:
    text = (
        "Năm 2020, tổng dư nợ cả nước đạt 160 tỷ đồng, trong khi vùng này có 28 tỷ đồng; trên cả nước xảy ra 43 vụ "
        "tai nạn, làm chết 19 người; tỉnh xảy ra 5 vụ; mức vay còn thấp (72 tỷ đồng so với 127 tỷ đồng của cả nước). "
        "Có 12 xã. Cả nước có 90 xã. Trong đó, có 6 xã nghèo."
    )
    found = draft(text, place="VN-12")
    of_nation = {one["citation"].printed for one in found.observations if one["place"] == "VN"}
    assert of_nation == {"160 tỷ đồng", "43 vụ tai nạn", "19 người", "127 tỷ đồng", "90 xã", "6 xã"}
    assert {one["place"] for one in found.observations} == {"VN", "VN-12"}
    assert {one["place"] for one in draft(text, place="VN").observations} == {"VN"}
