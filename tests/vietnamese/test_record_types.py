"""What a figure is: a level, a change, a plan or a comparison, and in which unit it is counted."""

from __future__ import annotations

import pytest

from aseansc import Period
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.drafts import Gap
from aseansc.indicators import IndicatorKind
from aseansc.mentions import MentionKind
from aseansc.periods import TimeCollection
from aseansc.values import Value
from aseansc.vietnamese import draft
from tests.vietnamese.test_names_in_lists import rows


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Năm 2024, tỷ lệ hộ nghèo là 3,2%, thấp hơn bình quân cả nước 1,8 điểm %.", "-1.8 percentage_point"),
        (
            "Năm 2024, tỷ lệ thất nghiệp ở đô thị là 3,1%, cao hơn khu vực nông thôn 1,2 điểm phần trăm.",
            "1.2 percentage_point",
        ),
        ("Năm 2024, tốc độ tăng trưởng đạt 8,5%, cao hơn 1,5 điểm % so với cả nước.", "1.5 percentage_point"),
        ("Năm 2024, trồng rau cho thu nhập gấp 2 - 3 lần trồng lúa.", "2..3 times"),
        ("Năm 2024, năng suất lúa mới đạt 62 tạ/ha, tăng 15% so với lúa đại trà.", "15 percent"),
        ("Năm 2024, thu nhập đầu người đạt 45 triệu đồng, bằng 80% bình quân chung cả nước.", "80 percent"),
        (
            "Năm 2024, thu nhập bình quân đầu người đạt 45 triệu đồng, thấp hơn 5 triệu đồng so với bình quân chung của "
            "tỉnh.",
            "-5000000 VND/person to 1000000",
        ),
    ],
)
def test_what_compares_with_another_place_or_thing_is_asked_and_no_change(text: str, value: str) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2024))
    last = found.observations[-1]
    assert str(last["value"]) == value
    (of,) = (one for one in found.indicators if one["id"] == last["indicator"])
    assert isinstance(of["name"]["vi"], Gap)
    assert all(str(one["value"]) != value for one in found.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024, thu ngân sách đạt 45 tỷ đồng, cao hơn cùng kỳ năm trước 5 tỷ đồng.",
        "Năm 2024, thu ngân sách đạt 45 tỷ đồng, gấp 1,5 lần năm 2020.",
        "Năm 2024, thu hút 15 dự án, gấp 1,8 lần về số dự án.",
        "Năm 2024, thu ngân sách đạt 45 tỷ đồng, tăng gấp 1,5 lần so với đầu nhiệm kỳ.",
        "Năm 2024, tỷ lệ hộ nghèo là 3,2%, thấp hơn 1,5 điểm phần trăm so với trước khi thực hiện đề án.",
    ],
)
def test_what_compares_with_a_time_is_a_change_of_the_level(text: str) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2024))
    (claim,) = found.claims
    assert claim.record_type is ChangeClaim
    assert claim["end"] == found.observations[0]["id"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Năm 2024, giảm so với năm trước là: 01 đối tượng, số tiền 1.639.000 đồng.", "-1639000 VND"),
        ("Năm 2024, số hộ nghèo giảm so với đầu năm là 50 hộ.", "-50 household"),
        ("Năm 2024, tai nạn giao thông xảy ra 45 vụ, so với cùng kỳ giảm: 12 vụ.", "-12 incident"),
        ("Năm 2024, giá lúa giảm so với cuối năm trước là 200 - 300 đồng/kg.", "-300..-200 VND/kilogram"),
        ("Năm 2024, sản lượng tăng so với cùng kỳ là 2%.", "by 2 percent"),
    ],
)
def test_what_rose_or_fell_since_a_time_by_a_number_is_a_change(text: str, value: str) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2024))
    assert str(found.claims[-1]["value"]) == value


def test_a_rise_by_a_number_without_a_unit_is_a_change_whose_unit_is_asked() -> None:
    found = draft("Số trạm phát sóng tăng so với năm trước là 120.", place="XX-SM", period=Period.year(2024))
    assert found.observations == ()
    assert [claim.record_type for claim in found.claims] == [ChangeClaim]
    assert isinstance(found.indicators[0]["unit"], Gap)


def test_a_rise_from_a_plan_is_asked() -> None:
    found = draft("Thu ngân sách tăng so với dự toán là 15 tỷ đồng.", place="XX-SM", period=Period.year(2024))
    assert found.targets == ()
    assert isinstance(found.observations[0]["value"]["magnitude"], Gap)


def test_cases_and_decisions_are_counted_in_units_of_their_own() -> None:
    found = draft(
        "Năm 2024, xã phê duyệt 8 quyết định và hỗ trợ 22 trường hợp khuyết tật.",
        place="XX-SM",
        period=Period.year(2024),
    )
    assert [str(one["value"]) for one in found.observations] == ["8 quyet_dinh", "22 truong_hop"]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "Nhóm giao thông tăng 2,5%, làm CPI chung tăng 0,19 điểm phần trăm.",
            "Mức đóng góp: nhóm giao thông",
            "0.19 percentage_point",
        ),
        (
            "Ngành khai khoáng giảm 8,2%, làm giảm 1,8 điểm phần trăm mức tăng chung.",
            "Mức đóng góp: ngành khai khoáng",
            "-1.8 percentage_point",
        ),
    ],
)
def test_what_moves_the_index_of_a_whole_is_a_contribution(text: str, name: str, value: str) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2024))
    (last,) = found.observations
    assert (str(last["value"]), found.indicators[-1]["name"]["vi"]) == (value, name)


@pytest.mark.parametrize("name", ["chỉ số giá tiêu dùng", "CPI"])
def test_an_index_and_a_group_of_it_are_in_percent(name: str) -> None:
    text = f"Năm 2024, {name} tăng 3,6%. Nhóm giao thông tăng 2,1%."
    found = draft(text, place="XX-SM", period=Period.year(2024))
    assert [str(one["unit"]) for one in found.indicators] == ["percent", "percent"]
    assert {one["kind"] for one in found.indicators} == {IndicatorKind.RATE}


@pytest.mark.parametrize(
    "text",
    [
        "Tám tháng đầu năm 2024, thu ngân sách ước đạt 1.468,5 tỷ đồng, bằng 65,7% dự toán HĐND tỉnh giao (2.235 tỷ đồng).",
        "Năm 2024, trồng mới 450 ha rừng, đạt 90% kế hoạch tỉnh giao đầu năm (500 ha).",
    ],
)
def test_a_plan_in_a_bracket_after_who_set_it_is_a_target(text: str) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2024))
    (target,), (claim,) = found.targets, found.claims
    assert claim["target"] == target["id"]
    assert target.get("statuses") is None


def test_a_percent_of_another_plan_is_asked() -> None:
    text = "Năm 2024, thu thuế xuất nhập khẩu đạt 275 tỷ đồng, bằng 20% dự toán thu ngân sách nhà nước."
    (claim,) = draft(text, place="XX-SM", period=Period.year(2024)).claims
    assert isinstance(claim["actual"], Gap)
    assert "thu ngân sách nhà nước" in claim["actual"].reason.vi


def test_a_level_with_the_name_of_a_plan_is_a_target() -> None:
    text = "Tổng kế hoạch chi đầu tư phát triển năm 2019 đến nay là 13.733 tỷ đồng."
    found = draft(text, place="XX-SM", period=Period.year(2019))
    assert found.observations == ()
    assert str(found.targets[0]["value"]) == "13733000000000 VND to 1000000000"


def test_what_was_requested_of_inspected_offices_is_counted_and_a_request_for_money_is_asked() -> None:
    made = draft("Ngành đã kiến nghị thu hồi 12 tỷ đồng; kiến nghị xử lý 15 người.", place="XX-SM")
    assert all(one.get("statuses") is None for one in made.observations)
    (asked,) = draft("Kiến nghị Trung ương hỗ trợ 12 tỷ đồng.", place="XX-SM").observations
    assert isinstance(asked["statuses"], Gap)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Có 44 TTHC được rút ngắn thời gian giải quyết.", "44 tthc"),
        ("Có 3 VĐV được tập trung đội tuyển trẻ quốc gia.", "3 person"),
        ("Có 85 NCCNN đăng ký nộp thuế.", "85 nccnn"),
        ("Có 5 GRDP.", "None"),
        ("Có 44 BED được rút ngắn thời gian giải quyết.", "None"),
    ],
)
def test_abbreviations_are_counted(text: str, value: str) -> None:
    (one,) = draft(text, place="XX-SM").observations
    assert (str(one["value"]) if isinstance(one["value"], Value) else "None") == value


def test_a_percent_of_a_plan_has_the_time_up_to_which_its_level_is_added_up() -> None:
    text = "Đến hết tháng 6/2024, toàn tỉnh giải ngân được 1.250 tỷ đồng, đạt 42,3% kế hoạch."
    found = draft(text, place="XX-SM", period=Period.year(2024))
    assert found.claims[0]["time"] == found.observations[0]["time"] == Period.parse("2024-S1")


def test_what_is_to_be_reached_is_not_what_is_not_reached() -> None:
    text = "Xã còn 3 tiêu chí chưa đạt; phấn đấu năm 2025 đạt 15 tiêu chí."
    found = draft(text, place="XX-SM", period=Period.year(2024))
    assert found.targets[0]["indicator"] != found.observations[0]["indicator"]


def test_a_percent_of_something_is_a_share_whose_name_is_asked() -> None:
    text = "Năm 2024, Cục Thuế thu 275 tỷ đồng, bằng 17,9% số thu NSNN của cả ngành."
    found = draft(text, place="XX-SM", period=Period.year(2024))
    assert found.claims == ()
    assert str(found.observations[1]["value"]) == "17.9 percent"
    assert isinstance(found.indicators[1]["name"]["vi"], Gap)


def test_a_small_change_after_a_small_share_may_be_in_points() -> None:
    text = "Năm 2024, nợ xấu 25 tỷ đồng, chiếm 0,8% tổng dư nợ, giảm 0,2% so với đầu năm."
    (claim,) = draft(text, place="XX-SM", period=Period.year(2024)).claims
    assert isinstance(claim["value"], Gap)


def test_what_was_carried_out_of_a_named_plan_is_no_plan() -> None:
    text = "Dự toán chi năm 2024 là 8.450 tỷ đồng, thực hiện 8.120 tỷ đồng. Chỉ tiêu tuyển sinh 1.250 học viên."
    found = draft(text, place="XX-SM", period=Period.year(2024))
    assert [str(one["value"].magnitude) for one in found.targets] == ["8450000000000", "1250"]
    assert [str(one["value"].magnitude) for one in found.observations] == ["8120000000000"]


def test_a_target_beside_an_estimate_is_not_estimated() -> None:
    text = "Năm 2024, tỷ lệ che phủ rừng ước đạt 52% (mục tiêu 52,5%)."
    assert draft(text, place="XX-SM", period=Period.year(2024)).targets[0].get("statuses") is None


def test_both_of_two_numbers_have_a_unit_of_their_own() -> None:
    found = draft("Năm 2024, đã giải quyết 80/85 đơn.", place="XX-SM", period=Period.year(2024))
    assert [str(one["value"]) for one in found.observations] == ["80 don", "85 don"]


def test_how_often_something_takes_place_is_no_figure() -> None:
    text = "Năm 2024, các đơn vị đối thoại định kỳ 3 tháng/lần, họp 1 lần/tháng; người dân khám bệnh 2,5 lần/người/năm."
    found = draft(text, place="XX-SM", period=Period.year(2024))
    assert [str(one["value"]) for one in found.observations] == ["2.5 times/person/year"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Năm 2024, xã là 1 trong 5 xã điểm của huyện, một trong 20 tập thể được khen.", []),
        ("Năm 2024, chỉ 1 trong tổng số 15 xã đạt chuẩn.", ["1 trong tổng số 15 xã", "15 xã"]),
        ("Năm 2024, huyện có 12 trong 15 xã đạt chuẩn.", ["12 trong 15 xã", "15 xã"]),
        ("Năm 2024, trồng 902/850 ha rừng.", ["902/850 ha", "850 ha"]),
    ],
)
def test_one_of_several_is_no_figure_and_the_second_number_is_cited_alone(text: str, printed: list[str]) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2024))
    assert [one["citation"].printed for one in (*found.observations, *found.targets)] == printed


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch và đầu tư: thẩm định 12 dự án.",
        "Kế hoạch 135/KH-UBND phân bổ 12 tỷ đồng.",
        "Kế hoạch nhỏ thu 12 tấn giấy.",
    ],
)
def test_what_is_only_called_a_plan_is_no_target(text: str) -> None:
    assert draft(text, place="XX-SM", period=Period.year(2024)).targets == ()


def test_a_misprinted_percent_of_a_plan_is_asked_as_one() -> None:
    (claim,) = draft("Năm 2024, tuyển quân 145 người, đạt 103,% chỉ tiêu.", place="XX-SM").claims
    assert claim.record_type is AttainmentClaim
    assert isinstance(claim["value"]["magnitude"], Gap)


def test_the_most_points_that_are_possible_are_no_target() -> None:
    found = draft("Năm 2024, chỉ số cải cách hành chính đạt 70,61/100 điểm.", place="XX-SM")
    assert (len(found.observations), found.targets) == (1, ())


@pytest.mark.parametrize("plan", ["kế hoạch", "kể hoạch"])
def test_an_amount_in_a_bracket_after_who_gave_it_is_the_plan(plan: str) -> None:
    text = f"Năm 2024, giải ngân đạt 56,6% {plan} Thủ tướng Chính phủ giao (913.216,2 tỷ đồng)."
    assert str(draft(text, place="XX-SM").targets[0]["value"]) == "913216200000000 VND to 100000000"


def test_counted_nouns_are_not_cut_within_a_word() -> None:
    found = draft("Năm 2024, làm thủ tục 1.713 tờ khai. Xã có 20 sân thể thao.", place="XX-SM")
    assert [str(one["value"]) for one in found.observations] == ["1713 to_khai", "20 san_the_thao"]


def test_a_counted_noun_whose_end_is_not_sure_is_asked() -> None:
    found = draft("Năm 2024, nhập 23 xuồng các loại, kết nối 1.000 cơ sở hạ tầng nông thôn mới.", place="XX-SM")
    assert str(found.observations[0]["value"]) == "23 xuong"
    assert isinstance(found.indicators[1]["unit"], Gap)


def test_parts_have_the_level_of_their_whole_in_their_names() -> None:
    text = "Năm 2024, cấp tỉnh tiếp nhận 6.488 hồ sơ (có 5.402 hồ sơ trực tuyến); cấp xã 9.250 hồ sơ (có 8.371 trực tuyến)."
    found = draft(text, place="XX-SM")
    assert found.indicators[1]["name"]["vi"] == "Số hồ sơ cấp tỉnh tiếp nhận: hồ sơ trực tuyến"
    assert len({one["indicator"] for one in found.observations}) == len(found.observations)


def test_words_with_another_verb_after_a_list_are_not_the_rest_of_its_name() -> None:
    text = "342 hộ buôn bán, dịch vụ, {}tăng 5 hộ."
    (claim,) = draft(text.format(""), place="XX-SM", period=Period.year(2018)).claims
    (other,) = draft(text.format("du lịch "), place="XX-SM", period=Period.year(2018)).claims
    assert (claim["indicator"], other["indicator"]) == ("so-ho-buon-ban", "dich-vu-du-lich")


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024, số hộ nghèo giảm 30 hộ so với các xã trong huyện.",
        "Năm 2024, năng suất thấp hơn 5 kg so với đối chứng.",
        "Năm 2024, số ca giảm 12 ca so với bình quân chung của khu vực.",
        "Năm 2024, số người giảm 15 - 20 người so với cả nước.",
    ],
)
def test_fewer_things_than_elsewhere_are_asked_because_no_level_is_negative(text: str) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2024))
    (figure,) = (*found.observations, *found.claims)
    assert isinstance(figure["value"]["magnitude"], Gap)


@pytest.mark.parametrize("text", ["giảm 2,5% so với cả nước", "thấp hơn cả nước 0,5%", "cao hơn cả nước 15,2%"])
def test_a_share_that_differs_by_percent_from_another_place_is_asked_for_points(text: str) -> None:
    (claim,) = draft(f"Năm 2024, tỷ lệ hộ nghèo {text}.", place="XX-SM").claims
    assert "percentage points" in claim["value"].reason.en


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số vụ cháy là 15 vụ, tăng so với cùng kỳ năm 2022: 3 vụ.",
        "Thu ngân sách đạt 50 tỷ đồng, tăng so với năm 2022 là 4 tỷ đồng.",
    ],
)
def test_a_change_after_its_base_has_the_time_of_its_level(text: str) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2023))
    ((level,), (claim,)) = found.observations, found.claims
    assert (claim["time"], claim["end"]) == (Period.year(2023), level["id"])


def test_the_tiers_of_an_administration_are_part_of_its_name() -> None:
    found = draft("Năm 2025, triển khai chính quyền địa phương 02 cấp. Xã có 20 cấp ủy.", place="XX-SM")
    assert [one["content"] for one in found.mentions if one["kind"] is MentionKind.NAME] == ["02"]
    assert [str(one["value"]) for one in found.observations] == ["20 cap_uy"]


def test_a_source_that_flows_every_year_does_not_repeat_the_amount() -> None:
    found = draft("Năm 2025, chi 5 tỷ đồng từ nguồn thu hàng năm.", place="XX-SM")
    assert found.observations[0]["time_collection"] is TimeCollection.TOTAL
    assert "per" not in found.observations[0]


def test_parts_with_a_bracket_inside_theirs_are_parts() -> None:
    text = (
        "Năm 2025, tổng vốn đã giao là 91 tỷ đồng (gồm: vốn trung ương (TW) là 43 tỷ đồng và vốn tỉnh là 48 tỷ đồng)."
    )
    (breakdown,) = draft(text, place="XX-SM").indicators[0]["breakdowns"]
    assert (len(breakdown.parts), breakdown.complete) == (2, True)


def test_the_base_of_what_was_exceeded_may_stand_behind_a_bracket() -> None:
    figures, _ = rows("Xuất khẩu gỗ đạt 88 tỷ đồng, vượt 6 tỷ đồng (tăng 7,3%) so với cùng kỳ năm trước.")
    assert [figures[one].record_type for one in ("6 tỷ đồng", "7,3%")] == [ChangeClaim, ChangeClaim]
    assert figures["7,3%"]["end"] == figures["88 tỷ đồng"]["id"]


@pytest.mark.parametrize(
    ("text", "is_change"),
    [
        ("Năm 2019, huyện kết nạp thêm 48 đảng viên.", False),
        ("Năm 2019, tỉnh thu hút thêm 16 dự án mới.", False),
        ("Năm 2019, huyện trồng thêm 48 ha chè so với năm trước.", True),
        ("Năm 2019, số hộ nghèo giảm thêm 48 hộ.", True),
    ],
)
def test_what_more_was_done_is_no_change_without_a_base(text: str, is_change: bool) -> None:
    figures, _ = rows(text)
    (of,) = figures.values()
    assert (of.record_type is ChangeClaim) is is_change
