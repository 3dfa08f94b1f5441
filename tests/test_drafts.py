"""Drafts: gaps are found, filled, and finished to a review, or every one of them is told."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from aseansc import (
    Absent,
    Indicator,
    IndicatorKind,
    Observation,
    Period,
    Qualifier,
    Review,
    Text,
    TimeCollection,
    Value,
)
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import PARTIAL_TYPES, Draft, Gap, PartialRecord, fields_of
from aseansc.errors import DraftError, FieldError, FieldTypeError, ParseError, UnknownNameError
from aseansc.extras import Extra
from aseansc.strategies import drafts, partials, reviews
from aseansc.strategies._drafts import paths_in
from aseansc.units import household, percent
from aseansc.values import Change, RelativeChange, RelativeForm

WHY = Gap(reason=Text(en="nobody knows", vi="không ai biết"))


def value_at(draft: Draft, where: str) -> Any:
    """What stands at a place."""
    found: Any = draft
    for name in where.replace("[", ".").replace("]", "").split("."):
        found = (
            found[int(name)]
            if name.isdigit()
            else found[name]
            if isinstance(found, PartialRecord)
            else getattr(found, name)
        )
    return found


# -- laws


@given(reviews())
def test_a_review_as_a_draft_finishes_to_itself(review: Review) -> None:
    assert Draft.of(review).finish() == review
    assert Draft.of(review).gaps == ()


@given(reviews(max_figures=3), st.data())
def test_what_is_taken_out_and_put_back_is_the_review(review: Review, data: st.DataObject) -> None:
    whole = Draft.of(review)
    places = data.draw(st.lists(st.sampled_from(list(paths_in(whole))), min_size=1, max_size=3, unique=True))
    places = [place for place in places if not any(place != other and place.startswith(other) for other in places)]
    draft = whole
    for place in places:
        draft = draft.fill(place, WHY)
    assert {place for place, _ in draft.gaps} == set(places)
    for place in places:
        draft = draft.fill(place, value_at(whole, place))
    assert draft.finish() == review


@given(drafts())
def test_finish_gives_a_review_or_every_gap(draft: Draft) -> None:
    try:
        review = draft.finish()
    except DraftError as error:
        told = {problem.where.partition(", from ")[0] for problem in error.problems}
        assert {where for where, _ in draft.gaps} <= told
    else:
        assert isinstance(review, Review)
        assert not draft.gaps


@given(drafts() | partials())
def test_equal_drafts_hash_equal_and_pickle(item: Draft | PartialRecord) -> None:
    copy = pickle.loads(pickle.dumps(item))
    assert copy == item
    assert hash(copy) == hash(item)


# -- a draft by hand


def by_hand() -> Draft:
    poor = Indicator(id="poor", name=Text(en="Poor households"), unit=household, kind=IndicatorKind.STOCK)
    value = PartialRecord(Value, {"magnitude": "378E3", "qualifier": "over", "unit": WHY}, origin="line 12")
    observation = PartialRecord(
        Observation,
        {"id": "poor.2018", "indicator": "poor", "place": "VN-01", "value": value, "time": Period.year(2018)},
        origin="line 10",
    )
    return Draft(
        id="a",
        title=Text(en="A review"),
        programme=Text(en="None"),
        place="VN-01",
        period=Period.year(2018),
        indicators=[poor],
        observations=[observation],
    )


def test_every_gap_has_its_place_and_its_reason() -> None:
    draft = by_hand()
    assert [(where, gap.reason.en) for where, gap in draft.gaps] == [
        ("observations[0].value.unit", "nobody knows"),
        ("observations[0].time_collection", "not given"),
        ("observations[0].citation", "not given"),
    ]
    with pytest.raises(DraftError) as raised:
        draft.finish()
    assert [problem.where for problem in raised.value.problems] == [
        "observations[0].value.unit, from line 12",
        "observations[0].time_collection, from line 10",
        "observations[0].citation, from line 10",
    ]
    assert "nobody knows" in str(raised.value)


def test_a_draft_that_is_filled_in_finishes() -> None:
    cited = skeleton.load().documents
    draft = attrs.evolve(by_hand(), documents=cited)
    citation = attrs.evolve(skeleton.load().observations[0].citation)
    draft = draft.fill("observations[0].value.unit", household)
    draft = draft.fill("observations[0].time_collection", TimeCollection.END)
    draft = draft.fill("observations[0].citation", citation)
    (observation,) = draft.finish().observations
    assert observation.value == Value.over("378E3", household)


def test_problems_of_the_whole_name_the_record() -> None:
    """An indicator in percent has an observation in households: the review says so, the draft says which."""
    draft = by_hand()
    draft = draft.fill("observations[0].value.unit", percent)
    draft = draft.fill("observations[0].time_collection", TimeCollection.END)
    draft = attrs.evolve(draft, documents=skeleton.load().documents)
    draft = draft.fill("observations[0].citation", skeleton.load().observations[0].citation)
    with pytest.raises(DraftError, match=r"observations\[0\] \(Observation 'poor.2018'.*from line 10"):
        draft.finish()


def test_what_a_constructor_refuses_is_told_with_its_place() -> None:
    part = PartialRecord(Period, {"start": Period.year(2018).end, "end": Period.year(2018).start}, origin="B2")
    with pytest.raises(DraftError, match=r"period \(Period.*\), from B2"):
        attrs.evolve(by_hand(), period=part).finish()


# -- partial records


def test_a_part_without_gaps_is_the_record_itself() -> None:
    part = PartialRecord(Observation, {"value": PartialRecord(Value, {"magnitude": "5", "unit": household})})
    assert part["value"] == Value.exact("5", household)


def test_statements_know_their_resolution() -> None:
    part = PartialRecord(Value, {"magnitude": "378E3"})
    assert str(part["magnitude"]) == "378000"
    assert part["resolution"] == 1000
    assert PartialRecord(Value, {"qualifier": "over"})["qualifier"] is Qualifier.OVER
    assert PartialRecord(RelativeChange, {"form": "by"})["form"] is RelativeForm.BY


def test_every_class_has_parts() -> None:
    for of in PARTIAL_TYPES:
        part = PartialRecord(of, {})
        assert {where for where, _ in part.gaps} == {name for name, needed in fields_of(of).items() if needed}
        assert repr(part) == f"PartialRecord({of.__name__}, {{}})"


def test_fields_are_checked_one_by_one() -> None:
    with pytest.raises(FieldTypeError, match=r"Observation\.id"):
        PartialRecord(Observation, {"id": 5})
    with pytest.raises(FieldError, match=r"Observation\.place"):
        PartialRecord(Observation, {"place": "no place"})
    with pytest.raises(FieldTypeError, match="not a unit"):
        PartialRecord(Change, {"unit": "percent"})
    with pytest.raises(FieldTypeError, match=r"Value\.magnitude"):
        PartialRecord(Value, {"magnitude": 0.5})
    with pytest.raises(UnknownNameError, match="magnitude"):
        PartialRecord(Value, {"magnitud": "5"})
    with pytest.raises(FieldTypeError, match="partial record"):
        PartialRecord(Review, {})
    with pytest.raises(FieldTypeError, match="mapping"):
        PartialRecord(Value, [("magnitude", "5")])  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="found"):
        PartialRecord(Value, {}, origin=5)  # type: ignore[arg-type]


def test_parts_do_not_change() -> None:
    part = PartialRecord(Value, {"magnitude": "5"})
    with pytest.raises(AttributeError, match="immutable"):
        part.origin = "elsewhere"
    with pytest.raises(AttributeError, match="immutable"):
        del part.origin
    part.fields["unit"] = household  # type: ignore[index]  # a copy
    assert dict(part) == {"magnitude": 5}
    assert part != {"magnitude": 5}


# -- wrong drafts


def test_a_draft_holds_records_of_the_right_class() -> None:
    with pytest.raises(FieldTypeError, match=r"Draft\.observations.*Observation, whole or PartialRecord"):
        Draft(observations=[PartialRecord(Value, {})])
    with pytest.raises(FieldTypeError, match=r"Draft\.observations"):
        Draft(observations=[WHY])  # type: ignore[list-item]
    with pytest.raises(FieldTypeError, match=r"Draft\.period"):
        Draft(period=PartialRecord(Text, {}))
    with pytest.raises(FieldTypeError, match=r"Draft\.claims"):
        Draft(claims="none")
    with pytest.raises(FieldTypeError, match=r"Draft\.id|Draft\.place"):
        Draft(place=5)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="not a review"):
        Draft.of(by_hand())  # type: ignore[arg-type]
    assert Draft(extra={"a": 1}).extra == Extra({"a": 1})  # type: ignore[arg-type]
    assert Draft(note=WHY).gaps[-1] == ("note", WHY)


@pytest.mark.parametrize("where", ["", ".", "observations[0", "observations[-1]", "[0]", "title..en", 5])
def test_what_is_no_place_is_refused(where: Any) -> None:
    with pytest.raises(ParseError, match="not a place"):
        by_hand().fill(where, "x")


@pytest.mark.parametrize(
    "where", ["observation[0]", "observations[7].id", "observations[0].valeu", "id.x", "title[0]", "observations.id"]
)
def test_a_place_that_is_not_there_is_refused(where: str) -> None:
    with pytest.raises(UnknownNameError):
        by_hand().fill(where, "x")


def test_the_dataset_can_be_taken_apart_anywhere() -> None:
    draft = Draft.of(lai_chau.load())
    assert len(list(paths_in(draft))) > 3000
    assert draft.fill("observations[3].note", Absent.NOT_APPLICABLE).gaps == ()
    assert repr(draft) == f"<Draft {draft.id!r}: 0 gaps>"
    assert repr(Draft()).startswith("<Draft: 5 gaps>")


# -- parts in parts


def test_parts_are_of_the_class_of_their_field() -> None:
    with pytest.raises(FieldTypeError, match=r"Observation\.value.*expected Value"):
        PartialRecord(Observation, {"value": PartialRecord(Text, {})})
    with pytest.raises(FieldTypeError, match=r"Observation\.statuses"):
        PartialRecord(Observation, {"statuses": (WHY, {})})
    with pytest.raises(FieldTypeError, match=r"Observation\.id"):
        PartialRecord(Observation, {"id": (WHY,)})
    with pytest.raises(FieldTypeError, match=r"Draft\.extra"):
        Draft(extra=WHY)  # type: ignore[arg-type]
    with pytest.raises(FieldError, match=r"PartialRecord\.origin"):
        PartialRecord(Value, {}, origin="\ud800")


def test_parts_are_equal_when_they_print_the_same() -> None:
    assert PartialRecord(Value, {"magnitude": "60.0"}) != PartialRecord(Value, {"magnitude": "60"})
    assert str(PartialRecord(Value, {"magnitude": "-0.0"})["magnitude"]) == "0.0"


def test_filling_in_takes_as_long_for_a_long_draft_as_it_must(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the record that changes is checked again."""
    draft = attrs.evolve(by_hand(), observations=by_hand().observations * 100)
    looked_at: list[object] = []
    monkeypatch.setattr("aseansc.drafts._draft.whole", lambda item: (looked_at.append(item), item)[1])
    filled = draft.fill("observations[7].value.unit", household)
    assert len(looked_at) == 1
    assert filled == attrs.evolve(draft, observations=filled.observations)
    assert draft.gaps[21][0] == "observations[7].value.unit"
    assert [where for where, _ in filled.gaps if where.startswith("observations[7].value")] == []
