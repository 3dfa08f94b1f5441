"""Drafts of a report that changes keep what was filled in."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from aseansc import Direction, Target, Text
from aseansc.drafts import Draft, Gap, PartialRecord, updated
from aseansc.errors import FieldTypeError
from aseansc.findings import Section
from aseansc.mentions import Mention, MentionKind
from aseansc.values import RelativeChange
from aseansc.vietnamese import draft
from tests.test_finished_drafts import DRAFT, REPORT, record, value_of


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


def test_references_follow_a_corrected_number_only_to_the_same_words() -> None:
    claim = record(DRAFT, "96% kế hoạch")
    level = claim["actual"]
    old = DRAFT.fill(f"claims[{DRAFT.claims.index(claim)}].actual", level)
    for text, follows in (
        (REPORT.replace("500 ha", "520 ha"), True),
        ("BÁO CÁO\n\n" + REPORT.replace("500 ha", "520 ha"), True),
        (REPORT.replace("500 ha", "500.000 cây"), False),
        (REPORT.replace("mới 500 ha", "mới được 520 ha"), False),
    ):
        found = updated(old, draft(text, id="huyen-a", place="XX-SM")).draft
        of = record(found, "96% kế hoạch")["actual"]
        assert of == (record(found, "520 ha")["id"] if follows else level), text


def test_an_update_leaves_cells_empty_that_a_person_emptied() -> None:
    def without(item: Any, *names: str) -> Any:
        return item.with_fields({name: value for name, value in item.items() if name not in names})

    old = attrs.evolve(
        DRAFT,
        observations=[without(item, "time_collection", "value") for item in DRAFT.observations],
        claims=[without(item, "end") for item in DRAFT.claims],
    )
    for text in (REPORT, REPORT.replace("I. Kết quả", "I. Kết quả\nCó 12 xã.")):
        found: Any = updated(old, draft(text, id="huyen-a", place="XX-SM")).draft
        assert not any("time_collection" in item for item in found.observations if "12 xã" not in item.context)
        assert not any("end" in item for item in found.claims)
        assert all("value" in item for item in found.observations), "what is required is read again"


def test_an_update_keeps_the_indicator_that_a_person_made_of_two() -> None:
    """Whether the first or the second is deleted, the other keeps its name, kind and unit, and nothing comes back."""
    text = "Năm 2018 có 12 xã đạt chuẩn nông thôn mới. Toàn huyện có 35 xã nghèo. Trồng được 40 ha rừng."
    for kept, deleted in ((0, 1), (1, 0), (0, 2), (2, 0)):
        new = draft(text, place="XX-SM")
        of = new.indicators[kept]["id"]  # type: ignore[index]
        merged = new.fill(f"observations[{deleted}].indicator", of)
        merged = attrs.evolve(
            merged, indicators=[item for at, item in enumerate(new.indicators) if at != deleted], proposed=new.proposed
        )
        found = updated(merged, new)
        assert found.draft.indicators == merged.indicators
        assert [item["indicator"] for item in found.draft.observations].count(of) == 2  # type: ignore[index]
        assert (found.added, found.gone) == (0, ())
        corrected = merged.fill(f"indicators[{kept - (kept > deleted)}].name.vi", "Tên của tôi")
        assert updated(corrected, new).draft.indicators == corrected.indicators


def test_an_update_takes_new_proposals_and_keeps_rows_that_a_person_moved() -> None:
    level = record(DRAFT, "500 ha")
    moved = attrs.evolve(
        DRAFT,
        observations=[item for item in DRAFT.observations if item is not level],
        targets=[PartialRecord(Target, {**level, "id": "plan"})],
    )
    found = updated(moved, DRAFT).draft
    (target,) = found.targets
    assert (target["id"], target["value"]) == ("plan", level["value"])  # type: ignore[index]
    assert len(found.observations) == len(DRAFT.observations) - 1


NEW_COMMUNES = "Năm 2018 có 12 xã đạt chuẩn nông thôn mới."


def named(text: str, name: str = "Xã nông thôn mới") -> Draft:
    """Return the draft of a text whose first indicator a person has named."""
    return draft(text, place="XX-SM").fill("indicators[0].name.vi", name)


def names_of(found: Draft, printed: str) -> list[Any]:
    """Return the Vietnamese names of the indicators of the figures with these printed words."""
    names: dict[Any, Any] = {item["id"]: item["name"]["vi"] for item in found.indicators}  # type: ignore[index]
    figures: tuple[Any, ...] = (*found.observations, *found.targets)
    return [names[item["indicator"]] for item in figures if getattr(item["citation"], "printed", "") == printed]


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2018 có 12 xã bị thiệt hại do mưa lũ.",
        "Năm 2018 có 12 xã nghèo.",
        "Năm 2018 có 12 xã.",
    ],
)
def test_a_meaning_does_not_move_to_another_sentence(text: str) -> None:
    found = updated(named(NEW_COMMUNES), draft(text, place="XX-SM"))
    assert "Xã nông thôn mới" not in names_of(found.draft, "12 xã")
    assert (found.gone, found.added) == (("12 xã",), 1)


def test_a_name_of_a_person_is_not_given_to_a_new_figure_with_the_same_id() -> None:
    old = named("Toàn huyện có 12 xã.", "Xã đặc biệt khó khăn")
    found = updated(old, draft("Hiện nay đã công nhận 14 xã.", place="XX-SM")).draft
    assert "Xã đặc biệt khó khăn" not in names_of(found, "14 xã")


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2018 huyện  có 12 xã đạt chuẩn nông thôn mới.",
        "Năm 2018 có 12 xã đã đạt chuẩn quốc gia nông thôn mới.",
        "Có 12 hộ nghèo. Có 12 xã bị thiệt hại. " + NEW_COMMUNES,
        "Năm 2018 có 12 xã bị thiệt hại do mưa lũ. " + NEW_COMMUNES,
        NEW_COMMUNES + " Năm 2018 có 12 xã bị thiệt hại do mưa lũ.",
    ],
)
def test_a_meaning_stays_with_its_sentence(text: str) -> None:
    found = updated(named(NEW_COMMUNES), draft(text, place="XX-SM"))
    assert names_of(found.draft, "12 xã").count("Xã nông thôn mới") == 1
    assert found.gone == ()
    cited = next(item for item in found.draft.observations if item["indicator"] == "so-xa-dat-chuan-nong-thon-moi")  # type: ignore[index]
    assert text[cited["citation"].end :].lstrip().startswith(("đạt", "đã đạt"))  # type: ignore[index]


def test_a_meaning_moves_with_its_sentence() -> None:
    one, other = "Năm 2018 có 12 xã đạt chuẩn nông thôn mới.", "Huyện có 12 xã bị thiệt hại do mưa lũ."
    found = updated(named(f"{one} {other}"), draft(f"{other} {one}", place="XX-SM"))
    assert (found.gone, found.added) == ((), 0)
    assert names_of(found.draft, "12 xã").count("Xã nông thôn mới") == 1


def test_an_update_keeps_mentions_and_sections_of_a_person() -> None:
    level = record(DRAFT, "500 ha")
    start = REPORT.index("rừng")
    added = Mention(
        kind=MentionKind.NAME,
        content="rừng",
        citation=attrs.evolve(level["citation"], start=start, end=start + 4, printed="rừng"),
    )
    moved = PartialRecord(Mention, {"kind": MentionKind.NAME, "content": "x", "citation": level["citation"]})
    old = attrs.evolve(
        DRAFT,
        observations=[item for item in DRAFT.observations if item is not level],
        mentions=[*DRAFT.mentions, added, moved],
        sections=[Section(id="mine", name=Text(en="Mine", vi="Của tôi")), *DRAFT.sections],
    ).fill("indicators[0].section", "mine")
    for text in (REPORT, REPORT.replace("Toàn huyện còn", "Đến nay toàn huyện còn")):
        found = updated(old, draft(text, id="huyen-a", place="XX-SM"))
        contents = [value_of(item, "content") for item in found.draft.mentions]
        assert (contents.count("x"), contents.count("rừng")) == (1, 1)
        assert [value_of(item, "id") for item in found.draft.sections] == ["mine", "section-1"]
        assert found.draft.indicators[0]["section"] == "mine"  # type: ignore[index]
        assert (found.added, len(found.draft.observations)) == (0, len(DRAFT.observations) - 1)
        cited: Any = value_of(
            next(item for item in found.draft.mentions if value_of(item, "content") == "x"), "citation"
        )
        assert text[cited.start : cited.end] == "500 ha"
        assert found.gone == (() if text == REPORT else ("rừng",))


def test_what_was_deleted_comes_back_and_is_counted() -> None:
    old = attrs.evolve(DRAFT, observations=DRAFT.observations[1:], mentions=DRAFT.mentions[1:])
    found = updated(old, DRAFT)
    assert (found.added, len(found.draft.observations)) == (2, len(DRAFT.observations))


def test_of_merged_indicators_the_kept_one_is_unchanged() -> None:
    kept, deleted = (value_of(item, "id") for item in DRAFT.indicators[:2])
    merged = [
        item.with_fields({**item, "indicator": kept}, proposed=item.proposed)  # type: ignore[union-attr]
        if value_of(item, "indicator") == deleted
        else item
        for item in DRAFT.observations
    ]
    old = attrs.evolve(DRAFT, observations=merged, indicators=[DRAFT.indicators[0], *DRAFT.indicators[2:]])
    found = {value_of(item, "id"): item for item in updated(old, DRAFT).draft.indicators}
    assert found[kept] == DRAFT.indicators[0]


def test_sections_with_the_same_heading_and_new_ones_before_keep_their_ids() -> None:
    text = "I. Kinh tế\n1. Kết quả\nCó 12 xã.\nII. Xã hội\n1. Kết quả\nCó 5 hộ nghèo.\n"
    old = draft(text)
    found = updated(old, draft("I. Mở đầu\nCó 3 thôn.\n" + text)).draft
    ids = [value_of(item, "id") for item in found.sections]
    assert (len(ids), len(set(ids))) == (len(old.sections) + 1, len(ids))
    assert set(ids) > {value_of(item, "id") for item in old.sections}


def test_an_update_takes_only_the_fields_of_the_file_from_the_new_document() -> None:
    mine = attrs.evolve(DRAFT.documents[0], id="mine", title="Báo cáo", publisher="UBND")
    other = attrs.evolve(mine, id="other")
    seen = [
        item.with_fields({**item, "citation": attrs.evolve(item["citation"], document="mine")})  # type: ignore[union-attr]
        for item in DRAFT.observations
    ]
    old = attrs.evolve(DRAFT, documents=[mine, other], observations=seen, targets=[], claims=[], mentions=[])
    found = updated(old, draft(REPORT + "\n", id="huyen-a", place="XX-SM"))
    first, second = found.draft.documents
    sha256 = draft(REPORT + "\n").documents[0].sha256  # type: ignore[union-attr]
    assert (first, second) == (attrs.evolve(mine, sha256=sha256), other)
    assert found.gone == ()
    figures: tuple[Any, ...] = (*found.draft.observations, *found.draft.claims)
    assert {item["citation"].document for item in figures} == {"mine"}


def test_complete_records_follow_the_text() -> None:
    known = DRAFT.known().review
    changed = "Số: 5\n\n" + REPORT
    found = updated(Draft.of(known), draft(changed, id="huyen-a", place="XX-SM")).draft
    for item in (*found.observations, *found.mentions):
        cited: Any = value_of(item, "citation")
        assert changed[cited.start : cited.end] == cited.printed


def test_a_figure_that_is_gone_refers_to_the_corrected_one() -> None:
    text = "Năm 2018, toàn huyện trồng mới {} ha rừng. "
    old = draft(text.format(500) + "Kết quả này đạt 96% kế hoạch.", place="XX-SM")
    old = old.fill("claims[0].actual", record(old, "500 ha")["id"])
    found = updated(old, draft(text.format("1.700"), place="XX-SM"))
    (claim,) = found.draft.claims
    assert found.gone == ("500 ha", "96% kế hoạch")
    assert value_of(claim, "actual") == record(found.draft, "1.700 ha")["id"]


def test_a_corrected_number_whose_id_was_emptied_has_no_references() -> None:
    at = DRAFT.observations.index(record(DRAFT, "500 ha"))
    old = DRAFT.fill(f"observations[{at}].id", Gap(reason=Text(en="empty")))
    found = updated(old, draft(REPORT.replace("500 ha", "520 ha"), id="huyen-a", place="XX-SM"))
    assert found.gone == ("500 ha",)
    assert record(found.draft, "520 ha")["id"] != ""


def test_a_draft_without_documents_gets_that_of_the_report() -> None:
    alone = attrs.evolve(DRAFT, documents=[])
    assert updated(alone, DRAFT).draft.documents == DRAFT.documents
    assert updated(DRAFT, alone).draft.documents == DRAFT.documents


@pytest.mark.parametrize("given", [(5, DRAFT), (DRAFT, None)])
def test_only_drafts_are_updated(given: tuple[Any, Any]) -> None:
    with pytest.raises(FieldTypeError, match="expected a Draft"):
        updated(*given)
