"""Slips that are planted in a right draft are named; the right draft is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from aseansc import Absent, Period, ShareClaim, TimeCollection, Value
from aseansc.citations import Citation
from aseansc.claims import ChangeClaim
from aseansc.drafts import Draft, PartialRecord
from aseansc.errors import FieldTypeError
from aseansc.indicators import Direction, Indicator, IndicatorKind
from aseansc.observations import Observation, Status
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, household, percent, person, person_turn, school, times
from aseansc.values import Change, RelativeChange, RelativeForm
from aseansc.vietnamese import DoubtCode, doubtful_records, draft

TEXT = """Cuối năm 2018 toàn huyện còn 2.437 hộ nghèo, chiếm 25,5% tổng số hộ.
Cuối năm 2018 huyện có 36 trường học.
Năm 2018 đào tạo nghề cho 520 lao động, trong đó 190 nữ. Năm 2017 đào tạo nghề cho 500 lao động, đạt 98% kế hoạch.
Năm 2018 trồng mới 902 ha rừng, trong đó rừng sản xuất 655 ha, rừng phòng hộ 200 ha.
Năm 2018 sản lượng lúa đạt 2.150 tấn, tăng 3,5% so với năm 2017."""
RIGHT = draft(TEXT, place="XX-MM", period=Period.year(2018))
Slip = Callable[[Draft], Draft]


def number(draft: Draft, table: str, ident: str) -> int:
    """Return where a record is in a table."""
    return [record["id"] for record in getattr(draft, table)].index(ident)


def with_field(table: str, ident: str, field: str, value: object) -> Slip:
    """Return a slip: another value of a field."""
    return lambda found: found.fill(f"{table}[{number(found, table, ident)}].{field}", value)


def as_target(found: Draft) -> Draft:
    at = number(found, "observations", "trong-moi-rung.2018.total")
    old: Any = found.observations[at]
    others = (*found.observations[:at], *found.observations[at + 1 :])
    return attrs.evolve(found, observations=others, targets=[PartialRecord(Target, old, context=old.context)])


def of_new_indicator(found: Draft) -> Draft:
    new = {"id": "new", "name": PartialRecord(Text, {"vi": "Số trường của huyện Mẫu"}), "unit": school}
    added = PartialRecord(Indicator, {**new, "kind": IndicatorKind.STOCK})
    found = attrs.evolve(found, indicators=[*found.indicators, added])
    return with_field("observations", "so-truong-hoc.2018.end", "indicator", "new")(found)


def overlapping(found: Draft) -> Draft:
    return with_field("observations", "rung-phong-ho.2018.total", "value", Value.parse("300 hectare"))(found)


SLIPS: list[tuple[Slip, DoubtCode]] = [
    (as_target, DoubtCode.ACTUAL_AS_TARGET),
    (with_field("observations", "so-truong-hoc.2018.end", "time", Period.year(2021)), DoubtCode.GOAL_AS_OBSERVATION),
    (
        with_field("observations", "trong-moi-rung.2018.total", "statuses", (Status.PLANNED,)),
        DoubtCode.ACTUAL_AS_TARGET,
    ),
    (of_new_indicator, DoubtCode.OTHER_INDICATOR),
    (
        with_field("observations", "rung-san-xuat.2018.total", "indicator", "rung-phong-ho"),
        DoubtCode.OTHER_INDICATOR,
    ),
    (with_field("claims", "san-luong-lua.2018.change", "indicator", "trong-moi-rung"), DoubtCode.OTHER_INDICATOR),
    (
        with_field("observations", "dao-tao-nghe-cho-lao-dong.2018.total.female", "breakdown", ("sex:male",)),
        DoubtCode.OTHER_CATEGORY,
    ),
    (
        with_field(
            "claims", "dao-tao-nghe-cho-lao-dong.2017.attainment", "actual", "dao-tao-nghe-cho-lao-dong.2018.total"
        ),
        DoubtCode.TIME_OF_LEVEL,
    ),
    (overlapping, DoubtCode.PARTS_ABOVE_WHOLE),
    (with_field("indicators", "so-ho-ngheo", "kind", IndicatorKind.FLOW), DoubtCode.KIND_AND_NAME),
    (with_field("indicators", "trong-moi-rung", "kind", IndicatorKind.STOCK), DoubtCode.KIND_AND_NAME),
    (with_field("indicators", "ty-le-ho-ngheo", "better", Direction.UP), DoubtCode.DIRECTION_AND_NAME),
    (with_field("indicators", "ty-le-ho-ngheo", "denominator", "so-truong-hoc"), DoubtCode.RATIO_OF_OTHERS),
    (with_field("indicators", "ty-le-ho-ngheo", "numerator", "so-truong-hoc"), DoubtCode.RATIO_OF_OTHERS),
]


@pytest.mark.parametrize(("slip", "code"), SLIPS)
def test_a_planted_slip_is_named(slip: Slip, code: DoubtCode) -> None:
    assert code in [doubt.code for doubt in doubtful_records(slip(RIGHT))]


def test_a_right_draft_has_no_doubts() -> None:
    assert doubtful_records(RIGHT) == ()


@pytest.mark.parametrize(
    ("head", "of", "code"),
    [
        ("KH 2018", Observation, DoubtCode.GOAL_AS_OBSERVATION),
        ("TH 2018", Target, DoubtCode.ACTUAL_AS_TARGET),
        ("TH 2018", Observation, None),
        ("KH 2018", Target, None),
    ],
)
def test_the_head_of_a_column_says_whether_a_cell_is_planned(head: str, of: type, code: DoubtCode | None) -> None:
    fields = {"id": "cell", "indicator": "workers", "value": Value.parse("5 person")}
    timed = {"time": Period.year(2018), "time_collection": TimeCollection.TOTAL, "place": "XX"}
    record = PartialRecord(of, fields | timed, context=f"Đào tạo nghề | {head}: 【5】")
    indicator = PartialRecord(Indicator, {"id": "workers", "unit": person})
    table = {"targets" if of is Target else "observations": [record]}
    found = doubtful_records(Draft(indicators=[indicator], **table))  # type: ignore[arg-type]
    assert [doubt.code for doubt in found] == ([] if code is None else [code])


def in_cell(of: type, text: str, printed: str) -> Draft:
    """Return a review of one figure that is cited by its position, without its words."""
    start = text.index(printed)
    citation = Citation(document="d", start=start, end=start + len(printed), printed=printed, locator="t1.r2c2")
    fields = {"id": "cell", "value": Value.parse("5 person"), "time": Period.year(2018), "citation": citation}
    record = PartialRecord(of, fields | {"time_collection": TimeCollection.AVERAGE})
    return Draft(**{"targets" if of is Target else "observations": [record]})  # type: ignore[arg-type]


def test_a_cell_has_the_words_of_its_head_and_no_sentence() -> None:
    text = "Số lao động\n5\nSố hộ"
    for of, words, codes in (
        (Target, None, []),
        (Target, "Đào tạo | KH 2018: 【5】", []),
        (Target, "Đào tạo | TH 2018: 【5】", [DoubtCode.ACTUAL_AS_TARGET]),
        (Target, "Đào tạo | TH 2018: 【6】", []),  # the words of another text
        (Observation, None, []),
        (Observation, "Đào tạo | Bình quân năm: 【5】", []),
        (Observation, "Đào tạo | TH 2018: 【5】", [DoubtCode.UNSTATED_AVERAGE]),
    ):
        cells = None if words is None else {text.index("5"): words}
        found = doubtful_records(in_cell(of, text, "5"), text, cells)
        assert [doubt.code for doubt in found] == codes, (of, words)


def test_the_words_of_cells_are_a_mapping() -> None:
    with pytest.raises(FieldTypeError, match="cells: wrong type"):
        doubtful_records(RIGHT, "", [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Thu ngân sách tăng 5% so với năm trước. Thu ngân sách tăng 7%.", [DoubtCode.OTHER_VALUE]),
        ("Thu ngân sách tăng 5%. Thu ngân sách tăng 5% so với kế hoạch.", []),
        ("Sản lượng lúa đạt 17.452 tấn. Thóc thu hoạch đạt 17.452 tấn.", [DoubtCode.SAME_FIGURE]),
        ("Diện tích cây ăn quả 5.613,7 ha. Tổng diện tích cây ăn quả lâu năm 5.614 ha.", [DoubtCode.SAME_FIGURE]),
        ("Sản lượng lúa đạt 17 tấn. Thóc thu hoạch đạt 17 tấn.", []),
        ("Có 71 xã đạt chuẩn, tăng 11 xã so với mục tiêu kế hoạch.", [DoubtCode.CHANGE_FROM_PLAN]),
        ("Thành lập 164 doanh nghiệp với 17 tỷ đồng, tăng 30%.", [DoubtCode.CHANGE_OF_OTHER]),
        ("Hỗ trợ 164 doanh nghiệp, tăng 30%.", []),
        ("Xảy ra 408 vụ cháy. Cụ thể, có 403 vụ cháy nhà.", [DoubtCode.PART_BESIDE_WHOLE]),
    ],
)
def test_figures_that_contradict_or_repeat_others_are_named(text: str, codes: list[DoubtCode]) -> None:
    found = doubtful_records(draft(text, place="XX-MM", period=Period.year(2018)))
    assert [doubt.code for doubt in found] == codes


def test_a_change_of_a_rate_of_growth_is_doubtful() -> None:
    found = draft("GRDP tăng 8,3%.", place="XX-MM", period=Period.year(2018))
    assert found.indicators[0]["name"]["vi"] == "GRDP"
    assert doubtful_records(found) == ()
    named = found.fill("indicators[0].name", Text(en="Growth", vi="Tốc độ tăng trưởng GRDP"))
    assert DoubtCode.GROWTH_OF_RATE in [doubt.code for doubt in doubtful_records(named)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Có 500 căn nhà cho hộ nghèo sẽ được bàn giao.", {DoubtCode.GOAL_AS_OBSERVATION}),
        ("Đang đẩy nhanh tiến độ hoàn thành 250 căn nhà.", {DoubtCode.GOAL_AS_OBSERVATION}),
        ("Xây dựng 250 căn nhà trước ngày 30/7/2019.", {DoubtCode.GOAL_AS_OBSERVATION}),
        ("Triển khai kế hoạch xây dựng 500 căn nhà.", {DoubtCode.GOAL_AS_OBSERVATION}),
        ("Đã xây dựng 250 căn nhà trước ngày 30/7/2019.", set[DoubtCode]()),
        ("Có 500 căn nhà được bàn giao, tăng 5% so với trước năm 2019.", set[DoubtCode]()),
    ],
)
def test_what_is_still_to_be_done_is_not_an_observation(text: str, codes: set[DoubtCode]) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2019))
    if "observations[0].statuses" in dict(found.gaps):
        assert doubtful_records(found) == ()
        assert doubtful_records(found.fill("observations[0].statuses", (Status.PLANNED,))) == ()
        found = found.fill("observations[0].statuses", ())
    assert {one.code for one in doubtful_records(found)} == codes


@pytest.mark.parametrize(
    ("name", "unit", "is_doubtful"),
    [
        ("Số hộ nghèo", person, True),
        ("Tổng số trường học", person, True),
        ("Số hộ nghèo", household, False),
        ("Số người được khám", person_turn, False),
        ("Thu nhập của hộ nghèo", person, False),
    ],
)
def test_a_name_that_counts_something_else_than_its_unit_is_doubtful(name: str, unit: Unit, is_doubtful: bool) -> None:
    found = draft("Có 90 hộ nghèo.", place="XX-SM", period=Period.year(2019))
    first = found.indicators[0]
    assert isinstance(first, PartialRecord)
    changed = first.with_fields({**first, "name": Text(en="a", vi=name), "unit": unit})
    codes = {one.code for one in doubtful_records(attrs.evolve(found, indicators=[changed]))}
    assert (DoubtCode.UNIT_AND_NAME in codes) is is_doubtful


@pytest.mark.parametrize(("number", "is_doubtful"), [("9 commune", True), ("7 commune", False)])
def test_two_targets_of_an_indicator_at_one_time_are_doubtful(number: str, is_doubtful: bool) -> None:
    found = draft("Phấn đấu năm 2020 có 7 xã đạt chuẩn.", place="XX-SM", period=Period.year(2019))
    first = found.targets[0]
    assert isinstance(first, PartialRecord)
    other = first.with_fields({**first, "id": "other", "value": Value.parse(number)})
    codes = {one.code for one in doubtful_records(attrs.evolve(found, targets=[first, other]))}
    assert (DoubtCode.OTHER_VALUE in codes) is is_doubtful


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [
        ("Lượng gạo dự trữ của kho là 417 tấn.", False),
        ("Sản lượng gạo của kho là 417 tấn.", True),
        ("Tổng dung tích các hồ là 417 triệu m3.", False),
    ],
)
def test_an_amount_is_a_stock_unless_its_words_are_those_of_a_flow(text: str, is_doubtful: bool) -> None:
    found = draft(text, place="XX-MM", period=Period.year(2018)).fill("indicators[0].kind", IndicatorKind.STOCK)
    codes = [doubt.code for doubt in doubtful_records(found)]
    assert (DoubtCode.KIND_AND_NAME in codes) is is_doubtful


def test_an_approved_amount_is_not_yet_there() -> None:
    found = draft("UBND tỉnh phê duyệt diện tích sản xuất là 24.100 ha.", place="XX-MM", period=Period.year(2018))
    assert DoubtCode.GOAL_AS_OBSERVATION in [doubt.code for doubt in doubtful_records(found)]


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [
        ("Tỷ lệ che phủ rừng đạt 45%, cao hơn 2,5 điểm phần trăm so với mức bình quân cả nước.", True),
        ("Thu nhập đạt 45 triệu đồng/người, cao hơn 2 triệu đồng so với toàn tỉnh.", True),
        ("Tỷ lệ che phủ rừng đạt 45%, cao hơn 2,5% so với bình quân năm 2017.", False),
        ("Tỷ lệ che phủ rừng đạt 45%, tăng 2,5% so với năm 2017.", False),
        ("Thu nhập từ chè gấp 2 - 3 lần trồng lúa.", True),
        ("Thu nhập từ chè gấp 2 lần cùng kỳ năm trước.", False),
    ],
)
def test_a_comparison_with_another_place_is_not_a_change_of_time(text: str, is_doubtful: bool) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2018))
    if is_doubtful:  # a person records it as a change nevertheless
        *others, last = found.observations
        kept = {name: getattr(last["value"], name) for name in ("magnitude", "upper", "unit", "qualifier")}
        fields = {name: last[name] for name in ("id", "indicator", "time", "time_basis", "citation")}
        form = {times: RelativeForm.TIMES, percent: RelativeForm.BY}.get(kept["unit"])
        fields["value"] = Change(**kept) if form is None else RelativeChange(form=form, **kept)
        claim = PartialRecord(ChangeClaim, fields, context=last.context)
        found = attrs.evolve(found, observations=others, claims=[claim])
    assert (DoubtCode.CHANGE_FROM_PLAN in codes_of(found)) is is_doubtful


def codes_of(found: Draft) -> list[DoubtCode]:
    return [doubt.code for doubt in doubtful_records(found)]


def test_a_figure_without_its_words_is_not_doubtful() -> None:
    """A draft may have no words of a figure, and a text may be another one than a review cites."""
    wrong = as_target(RIGHT)
    assert DoubtCode.ACTUAL_AS_TARGET in codes_of(wrong)
    bare = [PartialRecord(Target, dict(one)) for one in wrong.targets if isinstance(one, PartialRecord)]
    assert codes_of(attrs.evolve(wrong, targets=bare)) == []
    assert doubtful_records(in_cell(Target, "Số lao động\n5", "5"), " " * 20) == ()


def test_a_share_has_no_words_that_could_contradict_it() -> None:
    fields = {"id": "share", "part": Absent.NOT_STATED, "whole": "workers", "value": Value.parse("25 percent")}
    share = PartialRecord(ShareClaim, fields | {"time": Period.year(2018)}, context="chiếm 【25%】 tổng số lao động")
    indicator = PartialRecord(Indicator, {"id": "workers", "unit": person})
    assert codes_of(Draft(indicators=[indicator], claims=[share])) == []


def test_an_amount_each_year_is_not_a_total() -> None:
    found = draft("Bình quân mỗi năm đào tạo nghề cho 500 lao động.", place="XX-MM", period=Period.year(2018))
    assert codes_of(found) == []
    assert codes_of(found.fill("observations[0].time_collection", TimeCollection.TOTAL)) == [DoubtCode.UNSTATED_AVERAGE]


def test_a_percent_of_a_plan_after_a_part_may_be_that_of_the_whole() -> None:
    text = "Năm 2018 đào tạo nghề cho 520 lao động, trong đó 190 nữ, đạt 98% kế hoạch."
    found = draft(text, place="XX-MM", period=Period.year(2018))
    for number, codes in ((0, []), (1, [DoubtCode.ATTAINMENT_OF_PART])):
        assert codes_of(found.fill("claims[0].actual", found.observations[number]["id"])) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Có 520 hộ nghèo; trong đó: 190 hộ dân tộc; 30 hộ chính sách; 20 hộ đơn thân.",
        "Có 520 hộ nghèo, trong đó có 190 hộ dân tộc ở các xã vùng cao biên giới của huyện, 30 hộ chính sách.",
    ],
)
def test_the_next_of_several_parts_is_a_part_too(text: str) -> None:
    found = draft(text, place="XX-MM", period=Period.year(2018))
    assert codes_of(found) == []
    whole, *others = found.indicators
    assert isinstance(whole, PartialRecord)
    first, *_ = whole["breakdowns"]  # type: ignore[misc]
    shorter = whole.with_fields({**whole, "breakdowns": (attrs.evolve(first, parts=first.parts[:-1]),)})
    assert codes_of(attrs.evolve(found, indicators=[shorter, *others])) == [DoubtCode.PART_BESIDE_WHOLE]


def test_a_change_of_what_another_indicator_names_is_doubtful() -> None:
    found = draft("Số hộ nghèo giảm 50 hộ. Có 36 trường học.", place="XX-MM", period=Period.year(2018))
    assert codes_of(found) == []
    assert codes_of(found.fill("claims[0].indicator", "so-truong-hoc")) == [DoubtCode.OTHER_INDICATOR]


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("Xảy ra 8 vụ cháy. Cụ thể, có 403 vụ cháy nhà.", None, []),  # not a part of 8
        ("Tỷ lệ hộ nghèo giảm 1,2%.", None, []),  # points or percent is asked
        ("Trong kỳ, số hộ nghèo là 20 hộ.", IndicatorKind.STOCK, [DoubtCode.KIND_AND_NAME]),
        ("Vụ đông xuân gieo cấy 500 ha lúa; toàn xã có 20 hộ nghèo.", None, [DoubtCode.ASSUMED_TIME]),
        ("Vụ đông xuân, có 20 hộ nghèo, trồng 500 ha lúa.", None, [DoubtCode.ASSUMED_TIME]),
    ],
)
def test_only_the_figures_that_words_govern_are_doubtful(
    text: str, kind: IndicatorKind | None, codes: list[DoubtCode]
) -> None:
    found = draft(text, place="XX-MM", period=Period.year(2018))
    assert codes_of(found if kind is None else found.fill("indicators[0].kind", kind)) == codes


def test_a_percent_of_what_its_numerator_counts_is_not_doubtful() -> None:
    fields = {
        "id": "rate",
        "name": PartialRecord(Text, {"vi": "Tỷ lệ hộ nghèo"}),
        "unit": percent,
        "kind": IndicatorKind.RATE,
    }
    poor = {
        "id": "poor",
        "name": PartialRecord(Text, {"vi": "Số hộ nghèo"}),
        "unit": household,
        "kind": IndicatorKind.STOCK,
    }
    rate = PartialRecord(Indicator, fields | {"numerator": "poor", "denominator": "all"})
    every = PartialRecord(Indicator, poor | {"id": "all", "name": PartialRecord(Text, {"vi": "Số hộ"})})
    assert codes_of(Draft(indicators=[rate, PartialRecord(Indicator, poor), every])) == []


def test_a_number_after_a_stroke_that_is_recorded_as_the_plan_may_be_the_whole() -> None:
    text = "Trồng 450/500 ha rừng."
    found = draft(text, place="XX-SM", period=Period.year(2018))
    assert len(found.targets) == 1
    assert [each.code for each in doubtful_records(found, text)] == [DoubtCode.PLAN_OR_WHOLE]
