"""Drafts from prose: nothing is guessed, and a draft whose gaps are filled finishes to a review."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from aseansc import (
    ChangeClaim,
    IndicatorKind,
    MentionKind,
    Observation,
    Period,
    RelativeChange,
    Review,
    Text,
    TimeBasis,
    TimeCollection,
    Value,
)
from aseansc.drafts import Draft, PartialRecord
from aseansc.errors import DraftError, FieldError, FieldTypeError
from aseansc.interchange import json
from aseansc.units import commune, household, percent, person, year
from aseansc.vietnamese import draft

REPORT = """BÁO CÁO KẾT QUẢ NĂM 2022

I. Giảm nghèo
Đến cuối năm 2022, toàn huyện ước còn gần 1.250 hộ nghèo, chiếm 12,40% số hộ, giảm 1,5 điểm % so với năm 2021.

II. Y tế
Có 7/12 xã đạt chuẩn; khám bệnh cho trên 45 nghìn lượt người, đạt 96% kế hoạch. Theo Quyết định 45/QĐ-UBND ngày 3/4/2021.
"""
YEAR = Period.year(2022)

ANSWERS: dict[str, Any] = {
    "en": "Written by hand",
    "programme": Text(en="None"),
    "title": Text(en="A report"),
    "time": YEAR,
    "time_basis": TimeBasis.CARRIED,
    "time_collection": TimeCollection.WITHIN,
    "unit": person,
    "actual": "figure-1.1",
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
            flow = f"figure-{int(place[11:].partition(']')[0]) + 1}" in totals
            answer = IndicatorKind.FLOW if flow else IndicatorKind.STOCK
        elif name == "value" and place.startswith("claims"):
            answer = RelativeChange.exact(5, percent / year)
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
    found = draft(REPORT, id="bao-cao")
    gaps = dict(found.gaps)
    assert {"title.en", "programme", "place", "period", "indicators[0].name.en", "indicators[0].kind"} <= set(gaps)
    assert "observations[4].time" in gaps
    assert all(gap.reason.vi for gap in gaps.values())
    with pytest.raises(DraftError) as raised:
        found.finish()
    assert len(raised.value.problems) == len(gaps)
    assert any("characters " in problem.where for problem in raised.value.problems)


def test_a_filled_draft_finishes_to_a_review_that_matches_its_text() -> None:
    found = draft(REPORT, id="bao-cao", place="XX-SM", period=YEAR)
    again = json.loads_draft(json.dumps(found))
    assert again == found
    review = filled(again).finish()
    assert review.verify(REPORT).mismatches == ()
    assert [span.printed for span in review.uncited(REPORT)] == []
    assert review.title == Text(en="Written by hand", vi="BÁO CÁO KẾT QUẢ NĂM 2022")


def test_the_text_of_the_dataset_can_be_drafted_and_finished(source_text: str) -> None:
    found = draft(source_text, id="lai-chau", place="VN-01", period=Period.years(2016, 2018))
    values = [item["value"] for item in found.observations if isinstance(item, PartialRecord)]
    assert sum(isinstance(value, Value) for value in values) >= 65
    review = filled(found).finish()
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
    assert {"programme", "place", "period"} <= {place for place, _ in found.gaps}
    assert all(isinstance(item, Observation | PartialRecord) for item in found.observations)


def test_progress_is_reported() -> None:
    reported: list[int] = []
    text = "Có 5 hộ nghèo. " * 10_000
    draft(text, progress=reported.append)
    assert reported == sorted(reported)
    assert len(reported) > 2
    assert reported[-1] == len(text)


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(FieldTypeError, match="text is of the wrong type"):
        draft(b"bytes")  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="place"):
        draft(REPORT, place="Lai Châu")
    with pytest.raises(FieldError, match="id"):
        draft(REPORT, id="báo cáo")


def test_a_percent_said_of_a_rate_is_asked_about() -> None:
    claim = draft("Tỷ lệ hộ nghèo giảm 2,7% so với năm 2017.").claims[0]
    assert "percentage points" in claim["value"].reason.en
