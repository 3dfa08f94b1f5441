"""Workbooks of drafts keep the class of a partial value, and never complete what is not known."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest

from aseansc import Absent, Change, Observation, Period, RelativeChange, Target, Text, Value
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.interchange import excel
from aseansc.observations import SamplingError, SamplingErrorForm
from aseansc.units import percent, person

WHY = Gap(reason=Text(en="why", vi="vì sao"))


def draft_of(**records: Any) -> Draft:
    words = Text(en="T")
    return Draft(id="r", title=words, programme=words, place="VN-01", period=Period.year(2018), **records)


def again(draft: Draft) -> Draft:
    file = io.BytesIO()
    excel.dump(draft, file)
    file.seek(0)
    return excel.load_draft(file)


def observation(value: object, **fields: object) -> PartialRecord:
    return PartialRecord(
        Observation, {"id": "o", "indicator": "i", "place": "VN-01", "value": value, "time": WHY, **fields}
    )


def target(value: object, **fields: object) -> PartialRecord:
    return PartialRecord(Target, {"id": "t", "indicator": "i", "place": "VN-01", "value": value, "time": WHY, **fields})


CHANGES = [
    PartialRecord(Change, {"magnitude": Decimal(-5), "unit": WHY}),
    PartialRecord(Change, {"magnitude": WHY, "unit": person}, origin="line 5"),
    PartialRecord(Change, {"unit": person}),
    PartialRecord(Change, {}),
    PartialRecord(Value, {"magnitude": WHY, "unit": person}),
    Change.exact(-5, person),
    Absent.NOT_STATED,
]
RELATIVE = [
    PartialRecord(RelativeChange, {"form": WHY, "magnitude": Decimal(5), "unit": percent}),
    PartialRecord(RelativeChange, {"form": "by", "magnitude": WHY, "unit": percent}),
    RelativeChange.exact(5, percent),
    Absent.QUALITATIVE,
]
ERRORS = [
    PartialRecord(SamplingError, {"form": SamplingErrorForm.MARGIN, "size": WHY}),
    PartialRecord(SamplingError, {"form": WHY, "lower": Decimal(1)}),
    SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal("1.2")),
    WHY,
]


def test_a_partial_value_of_an_observation_keeps_its_class() -> None:
    draft = draft_of(observations=[observation(value, id=f"o{number}") for number, value in enumerate(CHANGES)])
    assert again(draft).observations == draft.observations


def test_a_partial_value_of_a_target_keeps_its_class() -> None:
    values = [*CHANGES, *RELATIVE]
    draft = draft_of(targets=[target(value, id=f"t{number}") for number, value in enumerate(values)])
    assert again(draft).targets == draft.targets


def test_a_partial_sampling_error_is_kept() -> None:
    five = Value.exact(5, person)
    figures = [observation(five, id=f"o{number}", sampling_error=error) for number, error in enumerate(ERRORS)]
    draft = draft_of(observations=figures)
    assert again(draft).observations == draft.observations


def test_a_relative_change_without_its_form_does_not_become_a_value() -> None:
    part = PartialRecord(RelativeChange, {"magnitude": Decimal(5), "unit": percent})
    (read,) = again(draft_of(targets=[target(part)])).targets
    assert isinstance(read, PartialRecord)
    value = read["value"]
    assert isinstance(value, PartialRecord)
    assert value.record_type is RelativeChange
    assert [where for where, _ in value.gaps] == ["form"]


@pytest.mark.parametrize("cls", [Value, RelativeChange])
def test_a_value_of_which_nothing_is_known_is_a_gap_and_not_an_absence(cls: type) -> None:
    draft = draft_of(targets=[target(PartialRecord(cls, {}))])
    (read,) = again(draft).targets
    assert isinstance(read, PartialRecord)
    assert isinstance(read["value"], Gap)
