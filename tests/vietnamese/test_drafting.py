"""Drafts from prose: nothing is guessed, and a draft whose gaps are filled finishes to a review."""

from __future__ import annotations

import re
from time import process_time
from typing import Any

import pytest
from hypothesis import given, strategies as st

from aseansc import (
    Absent,
    ChangeClaim,
    Direction,
    IndicatorKind,
    MentionKind,
    Observation,
    Period,
    RelativeChange,
    Review,
    Target,
    Text,
    TimeBasis,
    TimeCollection,
    Value,
)
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import DraftError, FieldError, FieldTypeError
from aseansc.interchange import json
from aseansc.units import commune, household, percent, person, year
from aseansc.vietnamese import DoubtCode, doubtful_records, draft
from aseansc.vietnamese._lexicon.headings import PLACE_AHEAD
from tests.vietnamese._figures import figures_in

REPORT = """BÁO CÁO KẾT QUẢ NĂM 2022

I. Giảm nghèo
Đến cuối năm 2022, toàn huyện ước còn gần 1.250 hộ nghèo, chiếm 12,40% số hộ, giảm 1,5 điểm % so với năm 2021.

II. Y tế
Có 7/12 xã đạt chuẩn; khám bệnh cho trên 45 nghìn lượt người, đạt 96% kế hoạch. Theo Quyết định 45/QĐ-UBND ngày 3/4/2021.
"""
YEAR = Period.year(2022)
YEAR_2018 = Period.year(2018)

ANSWERS: dict[str, Any] = {
    "en": "Written by hand",
    "vi": "Viết tay",
    "title": Text(en="A report"),
    "programme": Text(en="None"),
    "place": "XX-SM",
    "period": YEAR,
    "time": YEAR,
    "time_basis": TimeBasis.CARRIED,
    "time_collection": TimeCollection.END,
    "unit": person,
    "better": Direction.UP,
    "actual": Absent.NOT_STATED,
}
"""A possible answer for each gap, by the name of the field."""


def filled(found: Draft) -> Draft:
    """Fill every gap so that the records are consistent."""
    totals = {
        item["indicator"]
        for item in found.observations
        if isinstance(item, PartialRecord)
        and item.get("time_collection") in (TimeCollection.TOTAL, TimeCollection.TO_DATE)
    }
    for place, _ in found.gaps:
        name = place.rpartition(".")[2]
        answer = ANSWERS.get(name)
        if place.startswith("mentions"):
            mention = found.mentions[int(place[9:].partition("]")[0])]
            assert isinstance(mention, PartialRecord)
            is_date = mention["kind"] is MentionKind.DATE
            answer = MentionKind.NAME if name == "kind" else YEAR if is_date else "a name"
        elif name == "kind":
            indicator = found.indicators[int(place[11:].partition("]")[0])]
            assert isinstance(indicator, PartialRecord)
            answer = IndicatorKind.FLOW if indicator["id"] in totals else IndicatorKind.STOCK
        elif name == "value" and place.startswith("claims"):
            answer = RelativeChange.exact(5, percent / year)
        elif name == "magnitude":
            answer = 5
        found = found.fill(place, answer)
    return found


def test_what_can_be_read_is_in_the_draft() -> None:
    found = draft(REPORT, id="bao-cao", place="XX-SM", period=YEAR)
    levels = [(item["value"], item["time"]) for item in found.observations if isinstance(item, PartialRecord)]
    assert [str(value) for value, _ in levels] == [
        "nearly 1250 household",
        "12.40 percent",
        "7 commune",
        "12 commune",
        "over 45000 person_turn to 1000",
    ]
    assert levels[0][1] == YEAR
    change, attainment = found.claims
    assert isinstance(change, PartialRecord)
    assert isinstance(attainment, PartialRecord)
    assert (change.record_type, str(change["value"])) == (ChangeClaim, "-1.5 percentage_point")
    assert str(attainment["value"]) == "of_plan 96 percent"
    units = [indicator["unit"] for indicator in found.indicators if isinstance(indicator, PartialRecord)]
    assert units[:2] == [household, percent]
    assert commune in units
    names = [section["name"] for section in found.sections if isinstance(section, PartialRecord)]
    assert [name["vi"] for name in names if isinstance(name, PartialRecord)] == ["I. Giảm nghèo", "II. Y tế"]


def test_missing_information_is_a_gap() -> None:
    found = draft("Đã cấp phát 1.250.", id="bao-cao")
    gaps = dict(found.gaps)
    assert {"place", "period", "indicators[0].unit", "observations[0].time"} <= set(gaps)
    assert all(gap.reason.vi for gap in gaps.values())
    with pytest.raises(DraftError) as raised:
        found.finish(allow_untranslated=True)
    assert len(raised.value.problems) == len(gaps)
    assert any("characters " in problem.where for problem in raised.value.problems)


def test_a_filled_draft_finishes_to_a_review_that_matches_its_text() -> None:
    found = draft(REPORT, id="bao-cao", place="XX-SM", period=YEAR)
    again = json.loads_draft(json.dumps(found))
    assert again == found
    review = filled(again).finish(allow_untranslated=True)
    assert review.verify(REPORT).mismatches == ()
    assert [span.printed for span in review.uncited(REPORT)] == []
    assert review.title.vi == "BÁO CÁO KẾT QUẢ NĂM 2022"


def test_the_text_of_the_dataset_can_be_drafted_and_finished(source_text: str) -> None:
    found = draft(source_text, id="lai-chau", place="VN-01", period=Period.years(2016, 2018))
    values = [item["value"] for item in found.observations if isinstance(item, PartialRecord)]
    assert sum(isinstance(value, Value) for value in values) >= 65
    review = filled(found).finish(allow_untranslated=True)
    assert isinstance(review, Review)
    assert review.verify(source_text).mismatches == ()
    assert review.uncited(source_text) == ()


def test_every_number_is_in_the_draft() -> None:
    text = "Mô hình 3 trong 1 có 5 hộ. 1 2 3 4 5 6 7 8 9 10 11 12 13 14"
    found = draft(text)
    assert len(found.mentions) == 16
    gaps = {place for place, _ in found.gaps}
    assert {"mentions[0].kind", "mentions[0].content"} <= gaps


@given(st.text() | st.text(alphabet="0123456789.,/-% \n\xa0trênhộ"))
def test_any_text_has_a_draft(text: str) -> None:
    found = draft(text)
    assert {"place", "period"} <= {place for place, _ in found.gaps} | set(found.proposed)
    assert all(isinstance(item, Observation | PartialRecord) for item in found.observations)


def test_progress_is_reported() -> None:
    reported: list[int] = []
    text = ("Câu này không có số. " * 2_500 + "Có 5 hộ nghèo. ") * 3
    draft(text, progress=reported.append)
    assert reported == sorted(reported)
    assert len(reported) > 2
    assert reported[-1] == len(text)


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(FieldTypeError, match="text: wrong type"):
        draft(b"bytes")  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="place"):
        draft(REPORT, place="Lai Châu")
    with pytest.raises(FieldError, match="id"):
        draft(REPORT, id="báo cáo")


def test_a_percent_said_of_a_rate_is_asked_about() -> None:
    claim = draft("Tỷ lệ hộ nghèo giảm 2,7% so với năm 2017.").claims[0]
    assert "percentage points" in claim["value"].reason.en


IDEAL = (
    "Ước đến hết năm 2018, toàn tỉnh còn 24.737 hộ nghèo, chiếm 25,55%, giảm 4,95%/năm so với đầu năm 2016 "
    "(36.094 hộ, 40,40%), vượt chỉ tiêu kế hoạch"
)


def rows(text: str, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the figures of a draft by their printed words, and its indicators by id."""
    found = draft(text, place="VN-01", period=Period.years(2016, 2018), **options)
    records = figures_in(found)
    return {item["citation"].printed: item for item in records}, {item["id"]: item for item in found.indicators}


def test_a_sentence_about_poverty_has_two_indicators() -> None:
    figures, indicators = rows(IDEAL)
    assert {key: (item["name"]["vi"], str(item["kind"]), str(item["better"])) for key, item in indicators.items()} == {
        "so-ho-ngheo": ("Số hộ nghèo", "stock", "down"),
        "ty-le-ho-ngheo": ("Tỷ lệ hộ nghèo", "rate", "down"),
    }
    assert indicators["ty-le-ho-ngheo"]["numerator"] == "so-ho-ngheo"
    assert {printed: item["id"] for printed, item in figures.items()} == {
        "24.737 hộ nghèo": "so-ho-ngheo.2018.end",
        "25,55%": "ty-le-ho-ngheo.2018.end",
        "4,95%/năm": "ty-le-ho-ngheo.2016-2018.change",
        "36.094 hộ": "so-ho-ngheo.2016.beginning",
        "40,40%": "ty-le-ho-ngheo.2016.beginning",
    }
    change = figures["4,95%/năm"]
    assert (change["start"], change["end"]) == ("ty-le-ho-ngheo.2016.beginning", "ty-le-ho-ngheo.2018.end")
    assert "-4.95 a year in points, and -12.25 a year in percent" in change["value"].reason.en
    assert change.proposed == ("indicator", "start", "end")


def test_every_figure_has_its_sentence() -> None:
    figures, indicators = rows(f"Mở đầu. {IDEAL}. Hết.")
    assert figures["25,55%"].context.startswith(
        "Ước đến hết năm 2018, toàn tỉnh còn 24.737 hộ nghèo, chiếm 【25,55%】,"
    )
    assert figures["25,55%"].context.endswith("kế hoạch.")
    assert indicators["so-ho-ngheo"].context == figures["24.737 hộ nghèo"].context


def test_a_change_or_an_attainment_belongs_to_the_level_before_it() -> None:
    figures, indicators = rows("Trồng mới 500 ha rừng (tăng 12% so với năm 2017), đạt 96% kế hoạch.")
    assert list(indicators) == ["trong-moi-rung"]
    assert figures["12%"]["end"] == figures["96% kế hoạch"]["actual"] == figures["500 ha"]["id"]


def test_an_attainment_of_a_change_is_not_one_of_a_level() -> None:
    figures, _ = rows("Toàn tỉnh còn 500 hộ nghèo, tỷ lệ hộ nghèo giảm 1,09%, đạt 72,6% kế hoạch.")
    assert "not_stated" in figures["72,6% kế hoạch"]["actual"].reason.en


def test_a_goal_is_a_target_of_the_same_indicator() -> None:
    figures, indicators = rows("Tỷ lệ hộ nghèo năm 2018 là 25,55%. Phấn đấu năm 2019 tỷ lệ hộ nghèo còn 21%.")
    assert list(indicators) == ["ty-le-ho-ngheo"]
    assert (figures["21%"].record_type, figures["21%"]["id"]) == (Target, "ty-le-ho-ngheo.2019.target")


def test_parts_are_breakdowns() -> None:
    figures, indicators = rows(
        "Hiện có 1.024 giáo viên, trong đó 612 nữ. Thu hút 36 dự án, trong đó 28 dự án cấp tỉnh."
    )
    assert figures["612"]["breakdown"] == ("sex:female",)
    assert figures["612"]["value"] == Value.exact(612, person)
    (breakdown,) = indicators["thu-hut-du-an"]["breakdowns"]
    assert (breakdown.parts, breakdown.complete) == (("thu-hut-du-an-du-an-cap-tinh",), False)


@pytest.mark.parametrize(
    ("text", "names", "is_complete"),
    [
        ("Vốn đạt 300 tỷ đồng, gồm vốn trung ương 210 tỷ đồng và vốn địa phương 80 tỷ đồng.", 2, True),
        ("Vốn đạt 300 tỷ đồng, trong đó vốn trung ương 210 tỷ đồng, vốn địa phương 80 tỷ đồng.", 2, False),
        ("Vốn đạt 300 tỷ đồng, trong đó vốn trung ương 210 tỷ đồng, vốn địa phương 90 tỷ đồng.", 2, True),
        ("Vốn đạt 300 tỷ đồng, trong đó vốn trung ương 210 tỷ đồng, tổng thu 900 tỷ đồng.", 1, False),
        ("Có 37 trường học (13 trường mầm non, 12 trường tiểu học, 12 trường trung học).", 3, True),
    ],
)
def test_all_parts_are_complete_if_the_words_or_their_sum_say_so(text: str, names: int, is_complete: bool) -> None:
    _, indicators = rows(text)
    (breakdown,) = next(iter(indicators.values()))["breakdowns"]
    assert (len(breakdown.parts), breakdown.complete, breakdown.disjoint) == (names, is_complete, is_complete)


@pytest.mark.parametrize(
    ("text", "printed", "level"),
    [
        ("Có 1.024 giáo viên, trong đó 612 nữ, đạt 96% kế hoạch.", "96% kế hoạch", None),
        ("Dư nợ 27 tỷ đồng/98 hộ vay, đạt 96% kế hoạch.", "96% kế hoạch", "27 tỷ đồng"),
        ("Có 12 trường học, 35 lớp học, đạt 96% kế hoạch.", "96% kế hoạch", None),
        ("Dư nợ là 27 tỷ đồng; so với năm 2017 tăng 2 tỷ đồng (+8%).", "+8%", "27 tỷ đồng"),
    ],
)
def test_what_is_said_of_several_levels_is_asked_about(text: str, printed: str, level: str | None) -> None:
    figures, _ = rows(text)
    claim = figures[printed]
    found = claim.get("actual", claim.get("end"))
    assert found == figures[level]["id"] if level else isinstance(found, Gap)


@pytest.mark.parametrize("words", ["Đến ngày 30-9, có", "Qua 5 năm, có", "Trong quý, có"])
def test_a_time_that_could_not_be_read_is_asked_about(words: str) -> None:
    figures, _ = rows(f"{words} 320 trường học.")
    assert isinstance(figures["320 trường học"]["time"], Gap)


def test_parts_in_the_next_sentence_have_the_time_of_the_first() -> None:
    figures, _ = rows("Sản lượng quý III năm 2018 tăng 6%. Trong đó, sản lượng lúa tăng 8%.")
    assert (figures["8%"]["time"], figures["8%"]["time_basis"]) == (Period.parse("2018-Q3"), TimeBasis.CARRIED)


def test_a_part_and_its_whole_have_different_questions() -> None:
    figures, indicators = rows("Có 11/14 xã đạt chuẩn.")
    assert [item["name"]["vi"] for item in indicators.values()] == ["Số xã đạt chuẩn", "Tổng số xã"]
    assert len(figures) == 2


def test_a_figure_that_is_said_twice_is_one_indicator_with_two_citations() -> None:
    found = draft("Tỷ lệ hộ nghèo năm 2018 là 25,55%.\nNăm 2018, tỷ lệ hộ nghèo còn 25,55%.", place="VN-01")
    assert [item["id"] for item in found.observations] == ["ty-le-ho-ngheo.2018.end", "ty-le-ho-ngheo.2018.end.2"]


def test_times_that_are_not_printed_are_assumed_and_proposed() -> None:
    figures, _ = rows("Hỗ trợ 1.200 hộ vay vốn. Toàn tỉnh có 320 trường học.")
    flow, stock = figures["1.200 hộ"], figures["320 trường học"]
    assert (flow["time"], flow["time_basis"], flow["time_collection"].value) == (
        Period.years(2016, 2018),
        TimeBasis.ASSUMED,
        "total",
    )
    assert (stock["time"], stock["time_collection"].value) == (YEAR_2018, "end")
    assert {"time", "time_basis", "time_collection"} <= set(stock.proposed)


@pytest.mark.parametrize(
    "title",
    ["Huyện Mẫu giải ngân vốn đầu tư công vượt kế hoạch trung ương giao", "Núi Mẫu chăm lo đời sống nhân dân"],
)
def test_a_title_that_names_no_programme_is_only_a_likely_answer(title: str) -> None:
    found: Any = draft(f"{title}\n\nNăm 2018 có 5 xã.", place="XX-SM")
    assert "programme" not in found.proposed
    assert found.programme["vi"].choices == (title,)


def test_the_title_names_place_period_and_programme() -> None:
    title = "BÁO CÁO\nKết quả thực hiện Chương trình giảm nghèo năm 2018 tỉnh Lai Châu\n\nCó 5 xã."
    found = draft(f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{title}")
    assert found.title["vi"] == "BÁO CÁO Kết quả thực hiện Chương trình giảm nghèo năm 2018 tỉnh Lai Châu"  # type: ignore[index]
    assert (found.place, found.period) == ("VN-01", YEAR_2018)
    assert found.proposed == ("title", "programme", "place", "period")
    assert "indicators[0].name" in {where for where, _ in found.proposals}


@given(st.lists(st.sampled_from([*IDEAL.split(), "(", ")", ";", "trong đó", "312", "nữ", "7/12", "xã", "\n", "từ"])))
def test_any_words_have_a_draft_that_is_kept_by_json(words: list[str]) -> None:
    found = draft(" ".join(words), period=YEAR_2018)
    assert json.loads_draft(json.dumps(found)) == found


def names(text: str) -> list[str]:
    """Return the names of the indicators of a text; empty for those that are asked for."""
    _, indicators = rows(text)
    return [name if isinstance(name := item["name"]["vi"], str) else "" for item in indicators.values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giải quyết việc làm cho 850 lao động.", ["Giải quyết việc làm cho lao động"]),
        ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng còn 18,2%.", ["Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng"]),
        ("Cây ngô: Diện tích 72 ha, sản lượng đạt 99 tấn.", ["Cây ngô: diện tích", "Cây ngô: sản lượng"]),
        ("Hỗ trợ 1.200 hộ, tổng kinh phí 45,6 tỷ đồng.", ["Hỗ trợ hộ", "Tổng kinh phí: hỗ trợ hộ"]),
        ("Cả huyện có 85,71% bản, làng đạt văn hoá.", ["Tỷ lệ bản, làng đạt văn hoá"]),
        ("Tổng đàn 1.095 con (bò 970 con, trâu 125 con).", ["Tổng đàn", "Tổng đàn: bò", "Tổng đàn: trâu"]),
        ("Công tác y tế, văn hóa được quan tâm, xã có 3 trường.", ["Số trường"]),
        ("Diện tích lúa 115/116 ha.", ["Diện tích lúa"]),
        ("Kinh phí là 45,6 tỷ đồng.", [""]),
        ("Hàng hóa qua cảng đạt 500 tấn.", ["Hàng hóa qua cảng"]),
        ("Doanh số cho vay trong năm 2017 của ngân hàng đạt 5 tỷ đồng.", ["Doanh số cho vay của ngân hàng"]),
        ("Thu 186 tỷ đồng tiền phí; lũy kế 9 tháng năm 2018 giá trị ước đạt 475 tỷ đồng.", ["Thu tiền phí"]),
        ("Vốn gồm ngân sách trung ương 210 tỷ đồng.", ["Vốn gồm ngân sách trung ương"]),
        (
            "Hội kết nạp mới 13 hội viên, nâng tổng số hội viên lên 90 người.",
            ["Kết nạp mới hội viên", "Tổng số hội viên"],
        ),
        ("Huy động 923 triệu đồng xây dựng 26 nhà.", ["Số tiền huy động", "Xây dựng nhà"]),
        ("Gieo cấy được 45 ha lúa; 11 ha ngô.", ["Gieo cấy lúa", "Gieo cấy ngô"]),
        ("Sản lượng một số cây: nho đạt 22 tấn; táo đạt 31 tấn.", ["Sản lượng nho", "Sản lượng táo"]),
        (
            "Có 14 doanh nghiệp, 1 hợp tác xã thành lập mới.",
            ["Số doanh nghiệp thành lập mới", "Số hợp tác xã thành lập mới"],
        ),
        ("Có 6 xã đạt 19/19 tiêu chí.", ["Số xã đạt 19/19 tiêu chí"]),
        ("Ban Chấp hành gồm 25 đồng chí.", [""]),
        ("Khởi tố 36 vụ, 65 bị can.", ["Khởi tố vụ", "Khởi tố bị can"]),
        ("Có 5.000 đoàn viên, thanh niên được tập huấn.", [""]),
        ("Tỷ lệ này là 10,15%.", [""]),
        (
            "Có 50 hộ nghèo, chiếm 26% tổng số hộ và 30 hộ cận nghèo.",
            ["Số hộ nghèo", "Tỷ lệ hộ nghèo", "Số hộ cận nghèo"],
        ),
        ("Tập huấn cho 90 người, gồm 35 lớp cho 60 người.", ["Tập huấn cho người", "Số lớp", ""]),
        ("Điều này cho thấy có 25 đồng chí vượt khó.", [""]),
        ("Đến nay, Mường Mẫu có 37 trường đạt chuẩn.", ["Số trường đạt chuẩn"]),
        ("Vụ mùa 50 ha.\n\nI. Chăn nuôi\nVụ mùa 60 ha.", ["Diện tích vụ mùa", "Diện tích vụ mùa (Chăn nuôi)"]),
        ("Tổng số liều vắc xin đã được cấp: 1.789 liều.", ["Tổng số liều vắc xin đã được cấp"]),
        ("Đã thông qua 30 báo cáo.", ["Thông qua báo cáo"]),
        ("Tổng đàn trâu, bò đạt 16.133 con/KH 16.200 con.", ["Tổng đàn trâu, bò"]),
        ("Tổng diện tích gieo trồng cây hàng năm năm 2018 đạt 215 ha.", ["Tổng diện tích gieo trồng cây hàng năm"]),
        ("Ngành Công nghiệp - Xây dựng chiếm 38,24%.", ["Tỷ trọng ngành Công nghiệp - Xây dựng"]),
        ("Sản lượng nuôi trồng, khai thác đạt 31 tấn.", ["Sản lượng nuôi trồng, khai thác"]),
        ("Đơn vị đề ra mục tiêu hoàn thành kế hoạch thu ngân sách 75 tỷ đồng.", ["Thu ngân sách"]),
        ("Thái Thụy 192 ha.", [""]),
        (
            "Gieo trồng cây hàng năm 90 ha. Trong đó diện tích vụ đông 30 ha.",
            ["Gieo trồng cây hàng năm", "Gieo trồng cây hàng năm: diện tích vụ đông"],
        ),
        ("Xây dựng 5 cơ sở chăn nuôi cung cấp 200 con giống.", ["Xây dựng cơ sở chăn nuôi", "Cung cấp con giống"]),
        ("Bộ Nông nghiệp cho biết giá trị xuất khẩu thủy sản tăng 9,3%.", ["Giá trị xuất khẩu thủy sản"]),
        ("Cây rau các loại ước 6 tháng gieo trồng 1.351 ha.", ["Cây rau các loại gieo trồng"]),
        (
            "Ban hành 74 quyết định xử phạt trong lĩnh vực đất đai, khoáng sản và tài nguyên.",
            ["Ban hành quyết định xử phạt trong lĩnh vực đất đai, khoáng sản và tài nguyên"],
        ),
        ("Tổ chức được 77 cuộc thanh, kiểm tra.", ["Tổ chức cuộc thanh, kiểm tra"]),
        ("Toàn quận có tổng số giải 877 giải.", ["Tổng số giải"]),
        ("Phá rừng trái pháp luật: 27 vụ.", ["Số vụ phá rừng trái pháp luật"]),
        ("Lấn chiếm đất lâm nghiệp: 35 vụ.", ["Số vụ lấn chiếm đất lâm nghiệp"]),
        ("Lâm Hà: Giảm 45 vụ vi phạm.", ["Số vụ vi phạm"]),
        (
            "Phát hiện 235 vụ vi phạm (xử lý hành chính 168 vụ), giảm 180 vụ (tương đương 43%).",
            ["Phát hiện vụ vi phạm", "Số vụ xử lý hành chính"],
        ),
        (
            "Chỉ số sản xuất tăng 11% so với tháng trước. Trong đó, ngành khai khoáng tăng 67%.",
            ["Chỉ số sản xuất", "Chỉ số sản xuất: ngành khai khoáng"],
        ),
        ("Nâng tổng số hội viên đến thời điểm hiện tại là 13.436 hội viên.", ["Tổng số hội viên"]),
        ("Hội đã huy động được số tiền 482 triệu đồng.", ["Số tiền huy động"]),
        ("Phối hợp với ngân hàng mở 8 lớp dạy nghề.", ["Mở lớp dạy nghề"]),
        ("Hội Nông dân tỉnh: Tổ chức 310 lớp.", ["Tổ chức lớp"]),
        ("Xây dựng 2 nhà “Mái ấm tình thương”.", ["Xây dựng nhà Mái ấm tình thương"]),
        ("Xảy ra 98 vụ tai nạn làm chết 53 người. Giảm 2 người chết.", ["Số vụ tai nạn", "Số người chết do tai nạn"]),
        ("Cơ cấu nông nghiệp - dịch vụ tương ứng là 64,1% - 35,9%.", ["", ""]),
        ("Vụ lúa mùa cả nước gieo cấy được 1.689,7 nghìn ha, bằng 98,7% vụ mùa năm trước.", ["Vụ lúa mùa: gieo cấy"]),
        ("Gieo 9 ha, trong đó ngô 5 ha; lạc 4 ha.", ["Diện tích gieo", "Diện tích ngô", "Diện tích lạc"]),
        (
            "Có 80 doanh nghiệp mới với số vốn là 9 tỷ đồng, giảm 30,6% về số doanh nghiệp.",
            ["Số doanh nghiệp mới", "Số vốn: số doanh nghiệp mới"],
        ),
        ("Lúa lai 38 ha, chiếm 29,8% tổng diện tích, giảm 7,4%.", ["Diện tích lúa lai", ""]),
        ("Trẻ được tiêm chủng đạt trên 82%…", ["Tỷ lệ trẻ được tiêm chủng"]),
        ("Theo số liệu thống kê chuyên ngành 10 tháng năm 2007 có 945 trẻ sinh ra.", ["Số trẻ sinh ra"]),
        ("Qua rà soát tỷ lệ hộ nghèo năm 2015 giảm 0,97%.", ["Tỷ lệ hộ nghèo"]),
        ("Xuất khẩu lao động ra nước ngoài là 256 người.", ["Xuất khẩu lao động ra nước ngoài"]),
        ("Năng suất lúa đạt 41,8 tạ/ha, giảm 1,8% so vụ Đông Xuân năm trước.", ["Năng suất lúa"]),
        ("Năm 2018 xây dựng nông thôn mới với việc xây dựng 18 mô hình kinh tế.", ["Xây dựng mô hình kinh tế"]),
        ("Tăng thêm thu nhập cho 29.892 người.", [""]),
        (
            "Xảy ra 45 vụ tai nạn giao thông làm chết 12 người và bị thương 9 người.",
            [
                "Số vụ tai nạn giao thông",
                "Số người chết do tai nạn giao thông",
                "Số người bị thương do tai nạn giao thông",
            ],
        ),
        (
            "Có 5 vụ tai nạn đường sắt khiến 3 người chết.",
            ["Số vụ tai nạn đường sắt", "Số người chết do tai nạn đường sắt"],
        ),
        ("Có 12 xã đạt chuẩn nông thôn mới nâng cao.", ["Số xã đạt chuẩn nông thôn mới nâng cao"]),
        ("Hỗ trợ cho 250 hộ nghèo và cận nghèo.", ["Hỗ trợ cho hộ nghèo và cận nghèo"]),
        ("Tổng diện tích gieo trồng cây hàng năm 613,7 ha.", ["Tổng diện tích gieo trồng cây hàng năm"]),
        ("Trồng trọt: Diện tích trồng sắn đang có 434 ha.", ["Diện tích trồng sắn"]),
        ("Hỗ trợ tiền điện cho trên 200 hộ mỗi năm.", ["Hỗ trợ tiền điện cho hộ"]),
        ("Chỉ đạo thực hiện 85 ha lúa ra dư.", ["Diện tích lúa ra dư"]),
        ("Kiểm tra 300 phương tiện, xử phạt 7,7 tỷ đồng.", ["Kiểm tra phương tiện", "Số tiền xử phạt"]),
        (
            "Tổng kế hoạch vốn đầu tư công đã giải ngân 590 tỷ đồng.",
            ["Giải ngân tổng kế hoạch vốn đầu tư công"],
        ),
        (
            "Có 10/17 chỉ tiêu đạt và vượt so với kế hoạch.",
            ["Số chỉ tiêu đạt và vượt kế hoạch", "Tổng số chỉ tiêu"],
        ),
        ("Xã đạt chuẩn nông thôn mới 4/5 xã.", ["Số xã đạt chuẩn nông thôn mới", "Tổng số xã"]),
        (
            "Tỷ trọng các ngành: Nông, lâm, ngư nghiệp: 38,7%; Công nghiệp: 30,7%, và Dịch vụ: 30,6%.",
            ["Tỷ trọng nông, lâm, ngư nghiệp", "Tỷ trọng công nghiệp", "Tỷ trọng dịch vụ"],
        ),
        ("Tốc độ tăng trưởng tổng sản phẩm (GRDP) đạt 6,2%.", ["Tổng sản phẩm"]),
        ("Tốc độ tăng trưởng GRDP giảm 1,5% so với cùng kỳ.", ["Tốc độ tăng trưởng GRDP"]),
        ("Tốc độ tăng trưởng kinh tế bình quân đạt 8,5%/năm.", ["Tổng sản phẩm"]),
        ("Tốc độ tăng dân số bình quân năm khu vực ven biển là 2,1%/năm.", ["Dân số khu vực ven biển"]),
        (
            "Xảy ra 2 vụ cháy, làm 1 người bị thương; dịch bệnh làm 4 người tử vong.",
            ["Số vụ cháy", "Số người bị thương do cháy", "Dịch bệnh làm người tử vong"],
        ),
        (
            "Số vụ chết do đuối nước là 4 vụ, làm chết 5 người, bị thương 7 người.",
            ["Số vụ chết do đuối nước", "Số người chết do đuối nước", "Số người bị thương do đuối nước"],
        ),
        ("Quỹ Vì Người Nghèo đạt 5 tỷ đồng.", ["Quỹ Vì Người Nghèo"]),
        ("Thu Ngân Sách đạt 50 tỷ đồng. Tây Nguyên đạt 5 tỷ đồng.", ["Thu Ngân Sách", ""]),
        ("Lai Châu đạt 5 tỷ đồng. Quảng Trị đạt 6 tỷ đồng.", ["", ""]),
        (
            "Tuyển dạy nghề 500 người. Bệnh nhân chuyển tuyến 320 người.",
            ["Số người tuyển dạy nghề", "Bệnh nhân chuyển tuyến"],
        ),
        (
            "Thu thuế tăng 5,2% (riêng thu phí tăng 2,9%).",
            ["Thu thuế", "Thu phí"],
        ),
        (
            "Xây mới 204 căn nhà, sửa chữa 312 căn, tổng kinh phí 45,6 tỷ đồng.",
            ["Xây mới căn nhà", "Sửa chữa căn nhà", ""],
        ),
        ("Đình công giảm hơn (170 cuộc so với 179 cuộc).", ["", ""]),
        ("Mở 45 lớp tập huấn cho 350 lao động.", ["Mở lớp tập huấn", "Mở lớp tập huấn: số lao động"]),
        (
            "GDP tăng trưởng khá, trong đó khu vực nông, lâm nghiệp tăng 2,93%.",
            ["Giá trị tăng thêm khu vực nông, lâm nghiệp"],
        ),
        ("Tây Nguyên là 28 tỷ đồng/xã. Hai vùng đồng bằng là 49 tỷ đồng/xã.", ["", ""]),
        ("Một số sản phẩm tăng khá như sữa các loại tăng 10%.", [""]),
        (
            "Hiện huyện có 6 xã đạt 19/19 tiêu chí nông thôn mới.",
            ["Số xã đạt 19/19 tiêu chí nông thôn mới"],
        ),
    ],
)
def test_names_are_read_from_the_words(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_change_of_a_rate_of_growth_is_in_doubt() -> None:
    found = draft("Năm 2018, tốc độ tăng trưởng GRDP giảm 1,5% so với cùng kỳ.", place="XX-SM")
    assert [doubt.code for doubt in doubtful_records(found)] == [DoubtCode.GROWTH_OF_RATE]


def test_a_long_title_in_capitals_is_searched_once() -> None:
    start = process_time()
    assert re.match(PLACE_AHEAD, "A" * 3000) is None
    assert process_time() - start < 0.5
    assert re.match(PLACE_AHEAD, "Nghệ An: kết quả") is not None


def test_a_percent_that_may_be_one_of_a_plan_is_an_attainment_with_a_question() -> None:
    figures, _ = rows("Tạo việc làm cho 21.700 người, vượt 44,75%.")
    claim = figures["vượt 44,75%"]
    assert claim["actual"] == figures["21.700 người"]["id"]
    assert "of_plan" in claim["value"]["form"].reason.en


# -- units, periods and names that the words give
