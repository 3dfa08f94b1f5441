"""Workbooks of drafts keep the class of a partial value, and never complete what is not known."""

from __future__ import annotations

import io
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from aseansc import Absent, Change, Observation, Period, RelativeChange, Target, Text, Value
from aseansc.datasets import skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import DocumentError, FieldError
from aseansc.interchange import excel, json
from aseansc.interchange._tables import Row
from aseansc.interchange._tables.cells import Unreadable
from aseansc.interchange._tables.move_rows import move_rows
from aseansc.interchange._tables.read_reviews import draft_of
from aseansc.interchange.excel._read_workbook import Reading, read_workbook
from aseansc.observations import SamplingError, SamplingErrorForm
from aseansc.units import percent, person

WHY = Gap(reason=Text(en="why", vi="vì sao"))


def draft_of_records(**records: Any) -> Draft:
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
    draft = draft_of_records(observations=[observation(value, id=f"o{number}") for number, value in enumerate(CHANGES)])
    assert again(draft).observations == draft.observations


def test_a_partial_value_of_a_target_keeps_its_class() -> None:
    values = [*CHANGES, *RELATIVE]
    draft = draft_of_records(targets=[target(value, id=f"t{number}") for number, value in enumerate(values)])
    assert again(draft).targets == draft.targets


def test_a_partial_sampling_error_is_kept() -> None:
    five = Value.exact(5, person)
    figures = [observation(five, id=f"o{number}", sampling_error=error) for number, error in enumerate(ERRORS)]
    draft = draft_of_records(observations=figures)
    assert again(draft).observations == draft.observations


def test_a_relative_change_without_its_form_does_not_become_a_value() -> None:
    part = PartialRecord(RelativeChange, {"magnitude": Decimal(5), "unit": percent})
    (read,) = again(draft_of_records(targets=[target(part)])).targets
    assert isinstance(read, PartialRecord)
    value = read["value"]
    assert isinstance(value, PartialRecord)
    assert value.record_type is RelativeChange
    assert [where for where, _ in value.gaps] == ["form"]


@pytest.mark.parametrize("cls", [Value, RelativeChange])
def test_a_value_of_which_nothing_is_known_is_a_gap_and_not_an_absence(cls: type) -> None:
    draft = draft_of_records(targets=[target(PartialRecord(cls, {}))])
    (read,) = again(draft).targets
    assert isinstance(read, PartialRecord)
    assert isinstance(read["value"], Gap)


# -- cells that a person typed into the workbook of a draft


@cache
def _filled() -> Reading:
    file = io.BytesIO()
    excel.dump(json.loads_draft(json.dumps(skeleton.load())), file)
    return read_workbook(file.getvalue())


def typed(table: str, *rows: dict[str, Any]) -> list[str]:
    """Return the problems of a draft with other cells in the first rows of a table, or its gaps."""
    reading = _filled()
    tables = {name: list(found) for name, found in reading.rows.items()}
    for number, cells in enumerate(rows):
        old = tables[table][number].cells if number < len(tables[table]) else {}
        new = {name: cell for name, cell in {**old, **cells}.items() if cell != ""}  # rows have no empty cells
        tables[table][number : number + 1] = [Row(number + 2, new)]
    try:
        moved = list(move_rows(tables, {}, reading.locate))
        return [f"{where}: {gap.reason.en}" for where, gap in draft_of(tables, reading.locate, moved).gaps]
    except DocumentError as error:
        return list(map(str, error.problems))


ODD = Unreadable(FieldError("odd", got=True))


def test_odd_cells_of_a_draft_are_gaps_or_named_with_their_cell() -> None:
    whole = {"parts": "?? why"}
    usual = {"indicator": "households", "parts": "poor-households"}
    for table, rows, found in (
        (
            "claims",
            [{"type": "growth"}],
            "Claims!B2: unknown type of claim; got 'growth'; expected one of attainment, change, share",
        ),
        ("claims", [{"type": ""}], "Claims!B2: unknown type of claim; got None"),
        ("claims", [{"type": ODD}], "Claims!B2: odd; got True"),
        ("observations", [{"record": "growth"}], "Observations!C2: no such record; got 'growth'"),
        ("observations", [{"record": ODD}], "Observations!C2: odd; got True"),
        ("observations", [{"id": "→7"}], "Observations!B2: unknown long text; got '→7'"),
        ("observations", [{"statuses": '?json {"a"'}], "Observations!T2: the gap cannot be read"),
        ("observations", [{"statuses": '?json [{"gap":{"en":"why"}}]'}], "observations[0].statuses[0]: why"),
        ("observations", [{"place": "? why; fr: un; fr: deux"}], "observations[0].place: why; fr: un; fr: deux"),
        ("observations", [{"place": "? why; \\q"}], "observations[0].place: why; \\q"),
        ("breakdowns", [{"indicator": ""}], "Breakdowns!A2: the field is missing; expected indicator"),
        ("breakdowns", [{"indicator": ODD}], "Breakdowns!A2: odd; got True"),
        ("breakdowns", [whole], "indicators[7].breakdowns: why"),
    ):
        assert any(item.startswith(found) for item in typed(table, *rows)), (rows, typed(table, *rows))
    for rows in ([usual, {**usual, **whole}], [{**usual, **whole}, usual]):
        (problem,) = typed("breakdowns", *rows)
        assert problem.startswith("Breakdowns!A3: a gap in place of all breakdowns of an indicator that has others")


def test_gaps_in_lists_are_kept() -> None:
    draft = draft_of_records(
        observations=[observation(Absent.NOT_STATED, statuses=(WHY,), breakdown=("sex:female", WHY))]
    )
    assert again(draft).observations == draft.observations
