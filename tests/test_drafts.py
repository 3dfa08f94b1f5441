"""Drafts: gaps, partial records, filling in and finishing."""

from __future__ import annotations

import copy
import itertools
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from aseansc import (
    Absent,
    AsOf,
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
from aseansc.drafts import PARTIAL_TYPES, Draft, Gap, Numbered, PartialRecord, Template, _draft, fields_of
from aseansc.errors import DraftError, FieldError, FieldTypeError, ParseError, ReviewError, UnknownNameError
from aseansc.extras import Extra
from aseansc.observations import SamplingError
from aseansc.strategies import drafts, partials, reviews
from aseansc.strategies._drafts import paths_in
from aseansc.units import Unit, household, percent
from aseansc.values import Change, RelativeChange, RelativeForm
from aseansc.vietnamese import draft as draft_of

WHY = Gap(reason=Text(en="nobody knows", vi="không ai biết"))


def value_at(draft: Draft, where: str) -> Any:
    """Return the value at a location."""
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
def test_a_review_converted_to_a_draft_finishes_to_the_same_review(review: Review) -> None:
    assert Draft.of(review).finish() == review
    assert Draft.of(review).gaps == ()


@given(reviews(max_figures=3), st.data())
def test_removing_values_and_filling_them_in_again_gives_the_same_review(review: Review, data: st.DataObject) -> None:
    whole = Draft.of(review)
    locations = data.draw(st.lists(st.sampled_from(list(paths_in(whole))), min_size=1, max_size=3, unique=True))
    locations = [one for one in locations if not any(one != other and one.startswith(other) for other in locations)]
    draft = whole
    for where in locations:
        draft = draft.fill(where, WHY)
    assert {where for where, _ in draft.gaps} == set(locations)
    for where in locations:
        draft = draft.fill(where, value_at(whole, where))
    assert draft.finish() == review


@given(drafts())
def test_finish_returns_a_review_or_reports_every_gap(draft: Draft) -> None:
    try:
        review = draft.finish()
    except DraftError as error:
        reported = {problem.where.partition(", from ")[0] for problem in error.problems}
        assert {where for where, _ in draft.gaps} <= reported
    else:
        assert isinstance(review, Review)
        assert not draft.gaps


@given(drafts() | partials())
def test_equal_drafts_have_equal_hashes_and_can_be_pickled(item: Draft | PartialRecord) -> None:
    copy = pickle.loads(pickle.dumps(item))
    assert copy == item
    assert hash(copy) == hash(item)


# -- a draft with gaps


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


def test_every_gap_has_a_location_and_a_reason() -> None:
    draft = by_hand()
    assert [(where, gap.reason.en) for where, gap in draft.gaps] == [
        ("observations[0].value.unit", "nobody knows"),
        ("observations[0].citation", "not given"),
    ]
    with pytest.raises(DraftError) as raised:
        draft.finish()
    assert [problem.where for problem in raised.value.problems] == [
        "observations[0].value.unit, from line 12",
        "observations[0].citation, from line 10",
    ]
    assert "nobody knows" in str(raised.value)


@pytest.mark.parametrize(
    ("kind", "time", "expected"),
    [
        (IndicatorKind.STOCK, Period.year(2018), TimeCollection.END),
        (IndicatorKind.FLOW, Period.year(2018), TimeCollection.TOTAL),
        (IndicatorKind.STOCK, AsOf.parse("2018-12-31"), TimeCollection.AT),
    ],
)
def test_the_time_collection_follows_from_the_kind(kind: IndicatorKind, time: Period | AsOf, expected: object) -> None:
    cited = skeleton.load()
    draft = attrs.evolve(by_hand(), documents=cited.documents)
    draft = draft.fill("observations[0].value.unit", household).fill("observations[0].time", time)
    draft = draft.fill("observations[0].citation", cited.observations[0].citation)
    draft = draft.fill("indicators[0].kind", kind)
    assert draft.finish().observations[0].time_collection is expected


def test_the_time_collection_is_asked_where_it_does_not_follow() -> None:
    draft = (
        by_hand().fill("observations[0].time", AsOf.parse("2018-12-31")).fill("indicators[0].kind", IndicatorKind.FLOW)
    )
    assert "observations[0].time_collection" in dict(draft.gaps)
    other = by_hand().fill("observations[0].indicator", "unknown")
    assert "observations[0].time_collection" in dict(other.gaps)


def test_a_draft_without_gaps_can_be_finished() -> None:
    cited = skeleton.load().documents
    draft = attrs.evolve(by_hand(), documents=cited)
    citation = attrs.evolve(skeleton.load().observations[0].citation)
    draft = draft.fill("observations[0].value.unit", household)
    draft = draft.fill("observations[0].time_collection", TimeCollection.END)
    draft = draft.fill("observations[0].citation", citation)
    (observation,) = draft.finish().observations
    assert observation.value == Value.over("378E3", household)


def test_problems_of_the_review_have_the_location_of_the_record() -> None:
    """If an observation has the wrong unit, the error of the draft has the location of its value."""
    draft = by_hand()
    draft = draft.fill("observations[0].value.unit", percent)
    draft = draft.fill("observations[0].time_collection", TimeCollection.END)
    draft = attrs.evolve(draft, documents=skeleton.load().documents)
    draft = draft.fill("observations[0].citation", skeleton.load().observations[0].citation)
    with pytest.raises(DraftError, match=r"observations\[0\].value \(Observation 'poor.2018', value\), from line 10"):
        draft.finish()


def test_errors_of_constructors_are_reported_with_location_and_origin() -> None:
    part = PartialRecord(Period, {"start": Period.year(2018).end, "end": Period.year(2018).start}, origin="B2")
    with pytest.raises(DraftError, match=r"period \(Period.*\), from B2"):
        attrs.evolve(by_hand(), period=part).finish()


def test_a_record_that_is_not_valid_is_left_out_of_what_is_known() -> None:
    """Its problem is reported, and not those of records that refer to it; a gap is not a problem."""
    text = "Năm 2018, toàn tỉnh còn 900 hộ nghèo, giảm 120 hộ. Số hộ thoát nghèo là 150 hộ, đạt 75% kế hoạch."
    found = draft_of(text, place="XX-SM")
    assert found.known().problems == ()
    wrong = found.fill("observations[0].value", Value.exact(900, percent))
    known = wrong.known()
    assert "observations[0]" in known.left_out
    assert len(known.review.figures()) < len(found.known().review.figures())
    (problem,) = known.problems
    assert problem.where.startswith("observations[0].value (")
    assert "does not convert" in str(problem)


def test_an_average_without_what_it_is_per_is_left_out_of_what_is_known() -> None:
    """It is reported when the draft is finished."""
    found = draft_of("Năm 2018, thu ngân sách đạt 5 tỷ đồng. Chi ngân sách đạt 3 tỷ đồng.", place="XX-SM")
    found = found.fill("observations[0].time_collection", TimeCollection.AVERAGE)
    known = found.known()
    assert (known.left_out, len(known.review.observations)) == (("observations[0]",), 1)
    with pytest.raises(DraftError, match=r"observations\[0\].*per"):
        found.finish(allow_untranslated=True)


# -- partial records


def test_a_partial_record_without_gaps_becomes_the_record() -> None:
    part = PartialRecord(Observation, {"value": PartialRecord(Value, {"magnitude": "5", "unit": household})})
    assert part["value"] == Value.exact("5", household)


def test_a_partial_value_has_the_resolution_of_its_digits() -> None:
    part = PartialRecord(Value, {"magnitude": "378E3"})
    assert str(part["magnitude"]) == "378000"
    assert part["resolution"] == 1000
    assert PartialRecord(Value, {"qualifier": "over"})["qualifier"] is Qualifier.OVER
    assert PartialRecord(RelativeChange, {"form": "by"})["form"] is RelativeForm.BY


def test_required_fields_of_every_class_are_gaps() -> None:
    for of in PARTIAL_TYPES:
        part = PartialRecord(of, {})
        assert {where for where, _ in part.gaps} == {name for name, needed in fields_of(of).items() if needed}
        assert repr(part) == f"PartialRecord({of.__name__}, {{}})"


def test_each_field_is_validated() -> None:
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
    with pytest.raises(FieldTypeError, match="cannot be partial"):
        PartialRecord(Review, {})
    with pytest.raises(FieldTypeError, match="mapping"):
        PartialRecord(Value, [("magnitude", "5")])  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="line 12"):
        PartialRecord(Value, {}, origin=5)  # type: ignore[arg-type]


def test_partial_records_are_immutable() -> None:
    part = PartialRecord(Value, {"magnitude": "5"})
    with pytest.raises(AttributeError, match="immutable"):
        part.origin = "elsewhere"
    with pytest.raises(AttributeError, match="immutable"):
        del part.origin
    part.fields["unit"] = household  # type: ignore[index]  # a copy
    assert dict(part) == {"magnitude": 5}
    assert part != {"magnitude": 5}


# -- invalid drafts


def test_a_draft_with_a_record_of_the_wrong_class_is_an_error() -> None:
    with pytest.raises(FieldTypeError, match=r"Draft\.observations.*Observation, complete or as a PartialRecord"):
        Draft(observations=[PartialRecord(Value, {})])
    with pytest.raises(FieldTypeError, match=r"Draft\.observations"):
        Draft(observations=[WHY])  # type: ignore[list-item]
    with pytest.raises(FieldTypeError, match=r"Draft\.period"):
        Draft(period=PartialRecord(Text, {}))
    with pytest.raises(FieldTypeError, match=r"Draft\.claims"):
        Draft(claims="none")
    with pytest.raises(FieldTypeError, match=r"Draft\.id|Draft\.place"):
        Draft(place=5)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="expected a Review"):
        Draft.of(by_hand())  # type: ignore[arg-type]
    assert Draft(extra={"a": 1}).extra == Extra({"a": 1})  # type: ignore[arg-type]
    assert Draft(note=WHY).gaps[-1] == ("note", WHY)


@pytest.mark.parametrize("where", ["", ".", "observations[0", "observations[-1]", "[0]", "title..en", 5])
def test_an_invalid_location_is_an_error(where: Any) -> None:
    with pytest.raises(ParseError, match="not a location"):
        by_hand().fill(where, "x")


@pytest.mark.parametrize(
    "where", ["observation[0]", "observations[7].id", "observations[0].valeu", "id.x", "title[0]", "observations.id"]
)
def test_a_location_that_does_not_exist_is_an_error(where: str) -> None:
    with pytest.raises(UnknownNameError):
        by_hand().fill(where, "x")


def test_every_value_of_the_dataset_has_a_location() -> None:
    draft = Draft.of(lai_chau.load())
    assert len(list(paths_in(draft))) > 3000
    assert draft.fill("observations[3].note", Absent.NOT_APPLICABLE).gaps == ()
    assert repr(draft) == f"<Draft {draft.id!r}: 0 gaps>"
    assert repr(Draft()).startswith("<Draft: 5 gaps>")


# -- nested partial records


def test_a_partial_record_of_the_wrong_class_is_an_error() -> None:
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


def test_partial_records_are_equal_if_their_digits_are() -> None:
    assert PartialRecord(Value, {"magnitude": "60.0"}) != PartialRecord(Value, {"magnitude": "60"})
    without_zero = PartialRecord(SamplingError, {"size": Decimal("1.5")})
    assert PartialRecord(SamplingError, {"size": Decimal("1.50")}) == without_zero
    assert str(PartialRecord(Value, {"magnitude": "-0.0"})["magnitude"]) == "0.0"


def test_fill_validates_only_the_changed_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other records are not validated again, so that filling in many gaps takes linear time."""
    draft = attrs.evolve(by_hand(), observations=by_hand().observations * 100)
    validated: list[object] = []
    monkeypatch.setattr(_draft, "_checked_records", lambda _, items: (validated.extend(items), items)[1])
    filled = draft.fill("observations[7].value.unit", household)
    assert validated == [filled.observations[7]]
    monkeypatch.undo()
    assert filled == attrs.evolve(draft, observations=filled.observations)
    assert draft.gaps[14][0] == "observations[7].value.unit"
    assert [where for where, _ in filled.gaps if where.startswith("observations[7].value")] == []


# -- templates and ids


def test_a_record_of_a_template_is_the_record_with_all_its_fields() -> None:
    fields = {"id": "", "indicator": "poor", "value": None, "note": Absent.NOT_APPLICABLE}
    template = Template(Observation, fields, ("id", "value"))
    value = Value.exact("5", household)
    for number in range(3):
        made = template.record((f"poor.{number}", value), "line 2")
        whole = PartialRecord(Observation, {**fields, "id": f"poor.{number}", "value": value}, origin="line 2")
        for act in (hash, repr, copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))):
            fresh = template.record((f"poor.{number}", value), "line 2")
            assert act(fresh) == act(whole)
        assert made == whole
        assert list(made) == list(whole)
        assert made.gaps == whole.gaps
        assert made.fields == whole.fields
    assert fields["id"] == ""


def test_a_partial_record_has_no_other_attributes() -> None:
    part = PartialRecord(Text, {"en": "a"})
    assert not hasattr(part, "fieldz")
    with pytest.raises(AttributeError, match="no attribute 'fieldz'"):
        getattr(part, "fieldz")  # noqa: B009


def test_ids_are_unique_and_as_short_as_possible() -> None:
    """An id that repeats, or that was made of another one, gets the next free number."""
    for bases in itertools.product(["a", "a.2", "a.3", "a.2.2", "a.02", "2", ""], repeat=4):
        numbered, found = Numbered(), list[str]()
        for base in bases:
            numbers = (f"{base}.{number}" for number in itertools.count(2))
            expected = next(each for each in itertools.chain([base], numbers) if each not in found)
            found.append(numbered.once(base))
            assert found[-1] == expected, bases


def test_a_thread_that_comes_second_finds_the_fields_that_the_first_made() -> None:
    """Its look-up of the fields failed, and until it went on, another thread made them."""
    made = Template(Observation, {"id": "", "place": "XX-SM"}, ("id",)).record(("poor",), "line 2")
    assert made.fields == {"id": "poor", "place": "XX-SM"}
    assert made.__getattr__("_fields") == made.fields


def test_a_draft_with_units_that_no_review_has_is_refused() -> None:
    """No record is left out for it: which of the two units the figures are in is not known."""
    bus = Unit.counting("bus", en="bus", vi="xe buýt", plural="buses")
    with pytest.raises(ReviewError, match="declared twice"):
        attrs.evolve(by_hand(), units=(bus, bus)).known()


def test_a_record_whose_parts_do_not_fit_is_left_out_with_its_problem() -> None:
    found = draft_of("Năm 2018, toàn tỉnh còn 900 hộ nghèo.", place="XX-SM")
    backwards = PartialRecord(Period, {"start": Period.year(2018).end, "end": Period.year(2018).start})
    known = found.fill("observations[0].time", backwards).known()
    assert (known.left_out, known.review.observations) == (("observations[0]",), ())
    assert [problem.problem for problem in known.problems] == ["the period ends before it starts"]
