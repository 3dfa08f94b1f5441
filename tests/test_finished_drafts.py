"""From a report to a draft that a person fills in: the workbook, what is known, doubts, and a report that changes."""

from __future__ import annotations

import io
import re
import runpy
from pathlib import Path
from typing import Any

import attrs
import pytest

from aseansc import Absent, Direction, IndicatorKind, Observation, Period, Target, Text, TimeCollection, documents
from aseansc.claims import AttainmentClaim
from aseansc.cli._check_draft import counts_of
from aseansc.datasets import skeleton
from aseansc.drafts import Draft, Gap, PartialRecord, updated
from aseansc.errors import DocumentError, DraftError, FieldError
from aseansc.indicators import Breakdown
from aseansc.interchange import excel, json
from aseansc.interchange._tables.read_cells import gap_read
from aseansc.interchange._tables.write_cells import gap_written
from aseansc.units import hectare
from aseansc.values import Change, RelativeChange, Value
from aseansc.vietnamese import DoubtCode, doubtful_records, draft
from tests.interchange._tabular import dumped
from tests.interchange._workbooks import Person

REPORT = (
    "BÁO CÁO CHƯƠNG TRÌNH GIẢM NGHÈO NĂM 2018\n\nI. Kết quả\nToàn huyện còn 1.250 hộ nghèo, chiếm 12,4%. "
    "Tỷ lệ hộ cận nghèo giảm 1,5% so với năm 2017. Trồng mới 500 ha rừng, đạt 96% kế hoạch.\n"
)
DRAFT = draft(REPORT, id="huyen-a", place="XX-SM")
DRAFT_BOOK = dumped(excel.dump, DRAFT)


def record(found: Draft, printed: str) -> Any:
    """Return the figure with these printed words."""
    records: tuple[Any, ...] = (*found.observations, *found.targets, *found.claims)
    return next(item for item in records if getattr(item["citation"], "printed", "") == printed)


def value_of(item: Any, name: str) -> Any:
    """Return a field of a complete or partial record."""
    return item.get(name) if isinstance(item, PartialRecord) else getattr(item, name)


# -- the workbook


def test_a_draft_loses_nothing_in_a_workbook() -> None:
    assert excel.load_draft(io.BytesIO(DRAFT_BOOK)) == DRAFT
    assert DRAFT.proposals != ()


def test_proposed_parts_stay_proposals_in_a_workbook_until_a_person_changes_them() -> None:
    found = draft("Năm 2018 trồng 30 ha rừng, gồm: 20 ha rừng phòng hộ và 10 ha rừng sản xuất.", place="XX-SM")
    (whole,) = (item for item in found.indicators if "breakdowns" in item)  # type: ignore[operator]
    assert "breakdowns" in whole.proposed  # type: ignore[union-attr]
    content = dumped(excel.dump, found)
    assert excel.load_draft(io.BytesIO(content)) == found
    person = Person(content)
    person.fill("Breakdowns", 2, disjoint="false")
    changed = excel.load_draft(io.BytesIO(person.saved())).indicators
    assert not any("breakdowns" in item.proposed for item in changed)  # type: ignore[union-attr]


def test_the_workbook_opens_on_the_figures_in_their_sentences() -> None:
    book = Person(DRAFT_BOOK).book
    assert book.active.title == "Figures"
    rows = [[cell.value for cell in row] for row in book["Figures"].iter_rows(min_row=2)]
    printed = [row[0] for row in rows if row[0]]
    assert printed == ["1.250 hộ nghèo", "12,4%", "1,5%", "500 ha", "96% kế hoạch"]
    assert rows[0][1] == "Toàn huyện còn 【1.250 hộ nghèo】, chiếm 12,4%.".replace("【", "").replace("】", "")
    assert rows[0][2] == "Số hộ nghèo"
    (question,) = [row for row in rows if row[6] and "percentage points" in row[6]]
    assert question[7].startswith("Claims!")


@pytest.mark.parametrize("choice", ["a\nb", "a\tb", " a", "", "a" * 256, "a" * 100_000])
def test_an_answer_is_a_short_line(choice: str) -> None:
    with pytest.raises(FieldError, match=r"Gap\.choices: choices is not well formed"):
        Gap(reason=Text(en="why"), choices=(choice,))
    assert Gap(reason=Text(en="why"), choices=("a" * 255, "Số\xa0hộ")).choices


def test_a_gap_offers_answers_as_a_list() -> None:
    found = draft("Xã gồm 5 dân tộc cùng sinh sống: Kinh 02 hộ chiếm 0,1 %, Tày 245 hộ chiếm 26,7 %.", place="XX-SM")
    named = {gap.choices[0] for where, gap in found.gaps if where.endswith("name.vi")}
    assert "Số hộ Tày" in named
    assert json.loads_draft(json.dumps(found)) == found
    person = Person(dumped(excel.dump, found))
    lists = person.book["Lists"]
    shown = {cell.value for column in lists.iter_cols() if column[1].value == "choices" for cell in column[2:]}
    assert {answer for _, gap in found.gaps for answer in gap.choices if "hộ" in answer} <= shown
    cell = next(cell.coordinate for cell in person.book["Indicators"]["D"] if "= Số hộ Tày" in str(cell.value))
    assert any(cell in one.sqref for one in person.book["Indicators"].data_validations.dataValidation)
    assert excel.load_draft(io.BytesIO(dumped(excel.dump, found))) == found


def test_a_time_may_be_in_one_cell() -> None:
    person = Person(DRAFT_BOOK)
    for entered, expected in (
        ("2018-01-01/2018-09-30", "2018-01-01/P9M"),
        ("2018-Q3", "2018-Q3"),
        ("at 2018-06-30", "2018-06-30"),
        ("At  2018-06-30 ", "2018-06-30"),
        ("2018-q3 ", "2018-Q3"),
    ):
        person.fill("Observations", 2, time__start=entered, time__end=None)
        assert str(excel.load_draft(io.BytesIO(person.saved())).observations[0]["time"]) == expected
    person.fill("Observations", 2, time__end="2018-12-31")  # as it was proposed
    assert str(excel.load_draft(io.BytesIO(person.saved())).observations[0]["time"]) == expected
    person.fill("Observations", 2, time__end="2017-12-31")
    with pytest.raises(DocumentError):
        excel.load_draft(io.BytesIO(person.saved()))


def test_a_time_that_is_not_understood_is_refused_with_the_forms() -> None:
    person = Person(DRAFT_BOOK)
    person.fill("Observations", 2, time__start="on 2018-06-30", time__end=None)
    with pytest.raises(
        DocumentError, match=r"'on 2018-06-30'; expected .*: 2018-Q3, 2018-01-01/2018-09-30, or at 2018-0"
    ):
        excel.load_draft(io.BytesIO(person.saved()))


@pytest.mark.parametrize(
    "remark",
    ["a; = x; = x", "a; = ", f"a; = {'x' * 256}", "ask again; Mr A: unclear", "a; lo: x; lo: y", "a; vi: "],
)
def test_a_remark_that_only_looks_like_answers_or_translations_is_a_reason(remark: str) -> None:
    assert gap_read(f"? {remark}") == {"gap": {"en": remark.strip()}}


def test_a_workbook_loads_with_remarks_in_gaps() -> None:
    person = Person(DRAFT_BOOK)
    person.fill("Indicators", 2, kind="? a; = x; = x")
    gaps = excel.load_draft(io.BytesIO(person.saved())).gaps
    assert ("a; = x; = x", ()) in [(gap.reason.en, gap.choices) for _, gap in gaps]


@pytest.mark.parametrize("reason", ["why is 5 = 3; = 4?", "a; = x; = x", "= x", "a; vi: b", "a\\; = b", "? a;", "=; ="])
@pytest.mark.parametrize("choices", [(), ("x; = y", "= z")])
def test_every_reason_is_written_and_read_back(reason: str, choices: tuple[str, ...]) -> None:
    gap = {"gap": {"en": reason}, **({"choices": [*choices]} if choices else {})}
    assert gap_read(gap_written(gap, of_group=False)) == gap


def test_a_changed_cell_is_no_longer_a_proposal() -> None:
    person = Person(DRAFT_BOOK)
    person.fill("Indicators", 2, kind="flow", name__vi="Hộ nghèo")
    found = excel.load_draft(io.BytesIO(person.saved()))
    assert found.indicators[0].proposed == ("better",)
    assert DRAFT.indicators[0].proposed == ("name", "kind", "better")


def test_both_answers_to_percent_or_points_are_accepted() -> None:
    expected = ("-1.5 percentage_point", "over -3 percentage_point/year", "-2..-1.5 percentage_point")
    found = draft(
        "BÁO CÁO NĂM 2018\n\nTỷ lệ hộ nghèo giảm 1,5%. Tỷ lệ hộ cận nghèo giảm bình quân trên 3%/năm. "
        "Tỷ lệ thất nghiệp giảm từ 1,5-2%.",
        place="XX-SM",
    )
    questions = [gap.reason for where, gap in found.gaps if where.startswith("claims")]
    assert [str(question.vi).count("value.unit") for question in questions] == [2, 2, 2]
    person = Person(dumped(excel.dump, found))
    for answer, parse, unit in ((1, RelativeChange.parse, "percent"), (2, Change.parse, "percentage_point")):
        for row, question in enumerate(questions, 2):
            words = question.en.split("enter ")[answer].split(" For ")[0]
            person.fill("Claims", row, value__form=None)
            for name, value in re.findall(r"(value\.\w+) (?!empty)([^,\s]*[^,\s.])", words):
                person.cell("Claims", row, name).value = value
        filled = excel.load_draft(io.BytesIO(person.saved()))
        by = "by " if unit == "percent" else ""
        assert [value_of(item, "value") for item in filled.claims] == [
            parse(by + points.replace("percentage_point", unit)) for points in expected
        ]


def test_a_percent_of_a_plan_without_its_number_needs_no_target() -> None:
    claim = record(DRAFT, "96% kế hoạch")
    assert (claim["actual"], claim.get("target", Absent.NOT_STATED)) == ("trong-moi-rung.2018.total", Absent.NOT_STATED)
    assert [where for where, _ in DRAFT.gaps] == ["claims[0].value"]
    known = DRAFT.known().review
    assert [item.target for item in known.claims if isinstance(item, AttainmentClaim)] == [Absent.NOT_STATED]


def test_a_row_moves_to_the_sheet_that_its_record_names() -> None:
    person = Person(DRAFT_BOOK)
    rows = [person.cell("Observations", row, "id").value for row in (2, 3, 4)]
    at = 2 + rows.index("trong-moi-rung.2018.total")
    person.fill("Observations", at, record="target")
    found = excel.load_draft(io.BytesIO(person.saved()))
    (target,) = found.targets
    assert [item["id"] for item in found.observations] == [ident for ident in rows if ident != target["id"]]  # type: ignore[index]
    level = record(DRAFT, "500 ha")
    same = {name: value for name, value in level.items() if name in attrs.fields_dict(Target)}
    assert dict(target) == same  # type: ignore[call-overload]
    assert target.context == level.context  # type: ignore[union-attr]
    assert target.proposed == level.proposed  # type: ignore[union-attr]
    assert updated(found, DRAFT).draft.targets == found.targets
    back = Person(dumped(excel.dump, found))
    assert back.cell("Targets", 2, "record").value == "target"
    back.fill("Targets", 2, record="observation")
    assert set(excel.load_draft(io.BytesIO(back.saved())).observations) == set(DRAFT.observations)


def test_a_claim_that_is_a_plan_moves_to_the_targets() -> None:
    """Its level is only proposed, and goes; a level that was filled in is named."""
    found = draft("Năm 2018, thu 5 tỷ đồng, tăng 20%.", place="XX-SM")
    person = Person(dumped(excel.dump, found))
    person.fill("Claims", 2, record="target")
    moved = excel.load_draft(io.BytesIO(person.saved()))
    (target,) = moved.targets
    assert (moved.claims, value_of(target, "value")) == ((), value_of(found.claims[0], "value"))
    assert updated(moved, found).draft.targets == moved.targets
    person.fill("Claims", 2, end="another")
    with pytest.raises(DocumentError, match="the record target has no field end"):
        excel.load_draft(io.BytesIO(person.saved()))


def test_a_percent_of_a_plan_that_is_of_an_earlier_level_becomes_a_change() -> None:
    """The question says what to enter."""
    found = draft("Năm 2018, thu 5 tỷ đồng, bằng 112%.", place="XX-SM")
    (claim,) = found.claims
    assert "enter type change, the indicator and value.form to" in claim["value"]["form"].reason.en  # type: ignore[index]
    person = Person(dumped(excel.dump, found))
    of = found.observations[0]["indicator"]  # type: ignore[index]
    person.fill("Claims", 2, type="change", indicator=of, value__form="to", actual=None, target=None)
    (change,) = excel.load_draft(io.BytesIO(person.saved())).claims
    assert (value_of(change, "indicator"), value_of(change, "value")) == (of, RelativeChange.parse("to 112 percent"))


def test_a_row_that_cannot_move_is_reported_with_its_cells() -> None:
    person = Person(DRAFT_BOOK)
    person.fill("Observations", 2, record="target", standard="2016-2020", value__magnitude="many")
    person.fill("Observations", 3, record="plan")
    with pytest.raises(DocumentError) as caught:
        excel.load_draft(io.BytesIO(person.saved()))
    found = {problem.where: problem.problem for problem in caught.value.problems}
    names = ("standard", "value.magnitude")
    assert set(found) >= {person.address("Observations", 2, name) for name in names}
    assert found[person.address("Observations", 2, "standard")] == "the record target has no field standard"
    assert found[person.address("Observations", 3, "record")] == "no such record"


def test_problems_of_a_draft_have_their_cells() -> None:
    content = DRAFT_BOOK
    with pytest.raises(Exception, match="a gap") as caught:
        DRAFT.finish(allow_untranslated=True)
    problems = excel.located(io.BytesIO(content), caught.value.problems)  # type: ignore[attr-defined]
    assert len(problems) == len(DRAFT.gaps)
    assert all("!" in problem.where for problem in problems)


def test_a_problem_of_the_whole_review_has_the_cell_of_its_field() -> None:
    whole = Draft.of(skeleton.load())
    for field, value, column in (
        ("indicator", "other", "indicator"),
        ("value", Value.exact(9, hectare), "value.magnitude"),
    ):
        wrong = whole.fill(f"observations[0].{field}", value)
        with pytest.raises(DraftError) as caught:
            wrong.finish()
        content = dumped(excel.dump, wrong)
        problems = excel.located(io.BytesIO(content), caught.value.problems)
        assert Person(content).address("Observations", 2, column) in [problem.where for problem in problems]


# -- what is known


def test_what_is_known_can_be_audited_before_all_gaps_are_filled() -> None:
    known = DRAFT.known()
    assert [item.id for item in known.review.observations] == [
        "so-ho-ngheo.2018.end",
        "ty-le-ho-ngheo.2018.end",
        "trong-moi-rung.2018.total",
    ]
    assert "claims[0]" in known.left_out
    assert known.review.title.vi == "BÁO CÁO CHƯƠNG TRÌNH GIẢM NGHÈO NĂM 2018"


def test_the_place_is_asked_for_once() -> None:
    found = draft(REPORT)
    assert [where for where, _ in found.gaps if "place" in where] == ["place"]
    assert found.known().review.place == "XX"
    filled = found.fill("place", "VN-01")
    assert {item.place for item in filled.known().review.figures()} == {"VN-01"}


def test_the_unit_of_an_indicator_is_asked_for_once() -> None:
    found = draft("Hết năm 2018, huyện còn 6 cầu, cống.", place="VN-01")
    assert [where for where, _ in found.gaps if "unit" in where] == ["indicators[0].unit"]
    filled = found.fill("indicators[0].unit", hectare)
    assert value_of(filled.observations[0], "value").gaps != ()
    assert not [where for where, _ in filled.gaps if "unit" in where]


def test_the_unit_of_a_change_of_a_share_is_asked_although_that_of_the_share_is_known() -> None:
    found = draft(
        "Tỷ lệ hộ nghèo là 12%. Tỷ lệ hộ nghèo tăng 3,5 so với năm trước.", period=Period.year(2018), place="VN-01"
    )
    assert [where for where, _ in found.gaps if "unit" in where] == ["claims[0].value.unit"]


def test_english_is_needed_only_to_finish() -> None:
    found = DRAFT.fill("claims[0].value", RelativeChange.parse("by -1.5 percent"))
    for where, _ in found.gaps:
        found = found.fill(where, Direction.UP)
    assert found.gaps == ()
    assert "indicators[0].name" in found.untranslated
    review = found.finish(allow_untranslated=True)
    assert review.indicators[0].name.en == review.indicators[0].name.vi == "Số hộ nghèo"
    with pytest.raises(Exception, match="the English is not given"):
        found.finish()


# -- a report that changes


# -- doubts


def observed(text: str, printed: str, **fields: object) -> Draft:
    """Return the draft of a text in which a figure is an observation with some other fields."""
    found = draft(text, place="XX-SM", period=Period.year(2018))
    old = record(found, printed)
    known = {"indicator": found.indicators[0]["id"], "time": Period.year(2018), "time_collection": TimeCollection.TOTAL}
    kept = {name: old[name] for name in ("id", "place", "value", "citation")}
    new = PartialRecord(Observation, {**kept, **known, **fields}, context=old.context)
    others = [item for item in found.observations if item is not old]
    return attrs.evolve(found, observations=[*others, new], targets=[])


@pytest.mark.parametrize(
    ("text", "printed", "fields", "code"),
    [
        ("Phấn đấu đến năm 2025 có 12 xã đạt chuẩn.", "12 xã", {}, DoubtCode.GOAL_AS_OBSERVATION),
        ("Có 36 dự án, trong đó 8 dự án cấp bộ.", "8 dự án", {}, DoubtCode.PART_BESIDE_WHOLE),
        ("Có 37 trường (13 trường mầm non).", "13 trường mầm non", {}, DoubtCode.PART_BESIDE_WHOLE),
        ("Kế hoạch năm 2019 trồng mới 20 ha rừng.", "20 ha", {}, DoubtCode.GOAL_AS_OBSERVATION),
        (
            "Khám cho 900 lượt người.",
            "900 lượt người",
            {"time_collection": TimeCollection.AVERAGE},
            DoubtCode.UNSTATED_AVERAGE,
        ),
        ("Bình quân mỗi năm khám cho 900 lượt người.", "900 lượt người", {}, DoubtCode.UNSTATED_AVERAGE),
    ],
)
def test_what_is_filled_in_and_doubtful_is_named(
    text: str, printed: str, fields: dict[str, object], code: DoubtCode
) -> None:
    found = observed(text, printed, **fields)
    if code is DoubtCode.PART_BESIDE_WHOLE:
        found = found.fill("indicators[0].breakdowns", ())
    assert [doubt.code for doubt in doubtful_records(found)] == [code]
    assert doubtful_records(draft(text, place="XX-SM", period=Period.year(2018))) == ()


def test_a_percent_of_the_plan_of_a_part_is_doubtful() -> None:
    text = "Đào tạo 5.200 lao động, trong đó 1.905 nữ, đạt 103,3% kế hoạch."
    found = draft(text, place="XX-SM", period=Period.year(2018))
    assert doubtful_records(found) == ()
    whole, part = (item["id"] for item in found.observations)  # type: ignore[index]
    assert [one.code for one in doubtful_records(found.fill("claims[0].actual", part))] == [
        DoubtCode.ATTAINMENT_OF_PART
    ]
    assert doubtful_records(found.fill("claims[0].actual", whole)) == ()


def test_a_further_part_that_is_not_recorded_as_one_is_doubtful() -> None:
    text = (
        "Năm 2018 trồng mới 902 ha rừng, trong đó rừng sản xuất của các hộ gia đình và hợp tác xã 355 ha, rừng phòng hộ"
    )
    found = draft(f"{text} đầu nguồn và ven biển do các ban quản lý trồng 300 ha.", place="XX-SM")
    assert doubtful_records(found) == ()
    first, *others = found.indicators
    part = others[0]["id"]  # type: ignore[index]
    parts = (Breakdown(parts=(part,), complete=False, disjoint=False),)
    whole = first.with_fields({**first, "breakdowns": parts})  # type: ignore[union-attr, dict-item]
    (doubt,) = doubtful_records(attrs.evolve(found, indicators=(whole, *others)))
    assert (doubt.code, "300 ha" in doubt.reason.en) == (DoubtCode.PART_BESIDE_WHOLE, True)


def test_an_indicator_that_only_its_heading_distinguishes_is_doubtful() -> None:
    text = "Báo cáo năm 2018\n\nI. Y tế\nHuyện có 12 xã đạt chuẩn.\n\nII. Giáo dục\nHuyện có 9 xã đạt chuẩn."
    (doubt,) = doubtful_records(draft(text, place="XX-SM"))
    assert (doubt.code, doubt.id) == (DoubtCode.INDICATORS_ALIKE, "so-xa-dat-chuan-giao-duc")


def test_a_flow_with_the_name_of_a_stock_is_doubtful() -> None:
    found = draft("Cuối năm 2018 còn 1.250 hộ nghèo.", place="XX-SM")
    (doubt,) = doubtful_records(found.fill("indicators[0].kind", IndicatorKind.FLOW))[:1]
    assert doubt.code is DoubtCode.KIND_AND_NAME


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Qua 5 năm qua, vận động 257 hộ.", DoubtCode.ASSUMED_TIME),
        ("Sản lượng lúa vụ mùa đạt 9 tấn.", DoubtCode.ASSUMED_TIME),
        ("Sản lượng lúa vụ xuân; cho 12 hộ vay vốn.", None),
        ("Trồng lúa vụ xuân cho 12 hộ.", DoubtCode.ASSUMED_TIME),
        ("Trồng 20 ha lúa vụ xuân, hỗ trợ 2 hộ, cho 12 hộ vay vốn.", None),
        ("Sản lượng lúa đạt 9 tấn.", None),
        ("Trong tháng 9/2018, số doanh nghiệp giải thể là 982 doanh nghiệp.", DoubtCode.KIND_AND_NAME),
        ("Năm 2018, toàn tỉnh gieo trồng 166 ha, trong đó: Diện tích lúa 128 ha; ngô 20 ha.", None),
        ("Năm 2018, có 1 xã đạt 15 tiêu chí, 1 trường mới.", None),
    ],
)
def test_weeks_and_periods_are_named_and_sown_areas_are_not(text: str, code: DoubtCode | None) -> None:
    found = draft(text, place="XX-SM", period=Period.year(2018))
    for number, item in enumerate(found.indicators):
        if code is DoubtCode.KIND_AND_NAME and isinstance(item, PartialRecord):
            found = found.fill(f"indicators[{number}].kind", IndicatorKind.STOCK)
    assert {doubt.code for doubt in doubtful_records(found)} == ({code} if code else set())


def test_a_time_that_a_person_entered_is_not_doubted() -> None:
    found = draft("Sản lượng lúa vụ mùa đạt 9 tấn.", place="XX-SM", period=Period.year(2018))
    observation = found.observations[0]
    assert isinstance(observation, PartialRecord)
    entered = observation.with_fields(observation, proposed=[one for one in observation.proposed if one != "time"])
    assert [doubt.code for doubt in doubtful_records(found)] == [DoubtCode.ASSUMED_TIME]
    assert doubtful_records(attrs.evolve(found, observations=[entered])) == ()


def test_an_average_needs_its_unit_of_time() -> None:
    found = DRAFT.fill("observations[0].time_collection", TimeCollection.AVERAGE)
    assert "observations[0].per" in dict(found.gaps)


def test_changes_and_indicators_are_doubtful_too() -> None:
    found = draft("Giai đoạn 2016-2018, sản lượng lúa tăng 12%.", period=Period.year(2018))
    wrong = found.fill("claims[0].time", Period.year(2018))
    assert [doubt.code for doubt in doubtful_records(wrong)] == [DoubtCode.SPAN_OF_CHANGE]
    two = draft("Số hộ nghèo là 5 hộ. Số hộ cận nghèo là 6 hộ.", place="XX-SM").fill(
        "indicators[1].name.vi", "Tổng số hộ nghèo toàn huyện"
    )
    assert [doubt.code for doubt in doubtful_records(two)] == [DoubtCode.INDICATORS_ALIKE]


def test_a_review_is_compared_with_its_text() -> None:
    text = "Phấn đấu đến năm 2025 có 12 xã đạt chuẩn."
    found = observed(text, "12 xã", time_collection=TimeCollection.END)
    review = found.fill("programme", found.title).known().review
    assert [doubt.code for doubt in doubtful_records(review, text)] == [DoubtCode.GOAL_AS_OBSERVATION]
    assert doubtful_records(review) == ()
    assert review.observations[0].statuses == ()
    assert json.loads(json.dumps(review)).period != Absent.NOT_STATED


def test_a_path_is_accepted(tmp_path: Path) -> None:
    excel.dump(DRAFT, tmp_path / "draft.xlsx")
    assert excel.load_draft(tmp_path / "draft.xlsx") == DRAFT


# -- the report of the how-to

PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "draft-a-review.md"
MADE = PAGE.parents[1] / "_static" / "bao-cao-muong-mau.docx"


def test_the_report_of_the_page_is_what_its_script_makes(tmp_path: Path) -> None:
    script = runpy.run_path(str(PAGE.parents[1] / "_pictures" / "made_report.py"))
    script["make"](tmp_path / "made.docx")
    assert (tmp_path / "made.docx").read_bytes() == MADE.read_bytes()


def test_the_counts_of_the_page_are_those_of_its_report() -> None:
    found = documents.draft(documents.read(MADE), place="XX-MM")
    assert counts_of(found) in PAGE.read_text(encoding="utf-8")
