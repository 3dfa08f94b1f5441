"""From a report to a draft that a person fills in: the workbook, what is known, doubts, and a report that changes."""

from __future__ import annotations

import io
import runpy
from pathlib import Path
from typing import Any

import attrs
import pytest

from aseansc import Absent, Direction, Observation, Period, Target, TimeCollection, documents
from aseansc.cli._check_draft import counts_of
from aseansc.drafts import Draft, PartialRecord, updated
from aseansc.interchange import excel, json
from aseansc.values import RelativeChange
from aseansc.vietnamese import DoubtCode, doubtful_records, draft
from tests.interchange._tabular import dumped
from tests.interchange._workbooks import Person

REPORT = (
    "BÁO CÁO GIẢM NGHÈO NĂM 2018\n\nI. Kết quả\nToàn huyện còn 1.250 hộ nghèo, chiếm 12,4%. "
    "Tỷ lệ hộ cận nghèo giảm 1,5% so với năm 2017. Trồng mới 500 ha rừng, đạt 96% kế hoạch.\n"
)
DRAFT = draft(REPORT, id="huyen-a", place="XX-SM")


def record(found: Draft, printed: str) -> Any:
    """Return the figure with these printed words."""
    records: tuple[Any, ...] = (*found.observations, *found.targets, *found.claims)
    return next(item for item in records if getattr(item["citation"], "printed", "") == printed)


# -- the workbook


def test_a_draft_loses_nothing_in_a_workbook() -> None:
    assert excel.load_draft(io.BytesIO(dumped(excel.dump, DRAFT))) == DRAFT
    assert DRAFT.proposals != ()


def test_the_workbook_opens_on_the_figures_in_their_sentences() -> None:
    book = Person(dumped(excel.dump, DRAFT)).book
    assert book.active.title == "Figures"
    rows = [[cell.value for cell in row] for row in book["Figures"].iter_rows(min_row=2)]
    printed = [row[0] for row in rows if row[0]]
    assert printed == ["1.250 hộ nghèo", "12,4%", "1,5%", "500 ha", "96% kế hoạch"]
    assert rows[0][1] == "Toàn huyện còn 【1.250 hộ nghèo】, chiếm 12,4%.".replace("【", "").replace("】", "")
    assert rows[0][2] == "Số hộ nghèo"
    (question,) = [row for row in rows if row[6] and "percentage points" in row[6]]
    assert question[7].startswith("Claims!")


def test_a_changed_cell_is_no_longer_a_proposal() -> None:
    person = Person(dumped(excel.dump, DRAFT))
    person.fill("Indicators", 2, kind="flow", name__vi="Hộ nghèo")
    found = excel.load_draft(io.BytesIO(person.saved()))
    assert found.indicators[0].proposed == ("better",)
    assert DRAFT.indicators[0].proposed == ("name", "kind", "better")


def test_problems_of_a_draft_have_their_cells() -> None:
    content = dumped(excel.dump, DRAFT)
    with pytest.raises(Exception, match="a gap") as caught:
        DRAFT.finish(allow_untranslated=True)
    problems = excel.located(io.BytesIO(content), caught.value.problems)  # type: ignore[attr-defined]
    assert len(problems) == len(DRAFT.gaps)
    assert all("!" in problem.where for problem in problems)


# -- what is known


def test_what_is_known_can_be_audited_before_all_gaps_are_filled() -> None:
    known = DRAFT.known()
    assert [item.id for item in known.review.observations] == [
        "so-ho-ngheo.2018.end",
        "ty-le-ho-ngheo.2018.end",
        "trong-moi-rung.2018.total",
    ]
    assert "claims[0]" in known.left_out
    assert known.review.title.vi == "BÁO CÁO GIẢM NGHÈO NĂM 2018"


def test_the_place_is_asked_for_once() -> None:
    found = draft(REPORT)
    assert [where for where, _ in found.gaps if "place" in where] == ["place"]
    assert found.known().review.place == "XX"
    filled = found.fill("place", "VN-01")
    assert {item.place for item in filled.known().review.figures()} == {"VN-01"}


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


def test_an_update_keeps_what_was_filled_in() -> None:
    old = DRAFT.fill("indicators[0].name.vi", "Hộ nghèo theo chuẩn 2016").fill("indicators[0].better", Direction.DOWN)
    old = old.fill("claims[0].value", RelativeChange.parse("by -1.5 percent"))
    changed = REPORT.replace("I. Kết quả", "I. Kết quả\nCó 12 xã. ").replace("chiếm 12,4%", "chiếm 12,5%")
    found = updated(old, draft(changed, id="huyen-a", place="XX-SM"))
    assert found.draft.indicators[0]["name"]["vi"] == "Hộ nghèo theo chuẩn 2016"  # type: ignore[index]
    claim = record(found.draft, "1,5%")
    assert claim["value"] == RelativeChange.parse("by -1.5 percent")
    start = claim["citation"].start
    assert changed[start : start + 4] == "1,5%"
    assert (found.gone, found.added) == (("12,4%",), 2)
    assert record(found.draft, "12 xã")["indicator"] == "so-xa"
    assert record(found.draft, "12,5%")["indicator"] == "ty-le-ho-ngheo"


def test_an_update_from_the_same_report_changes_nothing() -> None:
    assert updated(DRAFT, DRAFT).draft == DRAFT


def test_an_update_takes_new_proposals_and_keeps_rows_that_a_person_moved() -> None:
    level = record(DRAFT, "500 ha")
    moved = attrs.evolve(
        DRAFT,
        observations=[item for item in DRAFT.observations if item is not level],
        targets=[PartialRecord(Target, {**level, "id": "plan"})],
    )
    found = updated(moved, DRAFT).draft
    assert [getattr(item, "id", None) for item in found.targets] == ["plan"]
    assert len(found.observations) == len(DRAFT.observations) - 1


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
