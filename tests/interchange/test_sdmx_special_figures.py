"""SDMX of figures that are not plain values: absent ones, net flows, planned changes, revisions, sampling errors."""

from __future__ import annotations

import pytest
from attrs import evolve

from aseansc import (
    Change,
    Indicator,
    IndicatorKind,
    Period,
    PriceBasis,
    Status,
    Text,
    TimeCollection,
    Value,
)
from aseansc.drafts import Gap, PartialRecord
from aseansc.errors import DocumentError
from aseansc.interchange import sdmx
from aseansc.units import VND
from tests.interchange._sdmx import GOLDEN, SMALL, table, text_of
from tests.interchange._special import ABSENCES, SPECIAL as REVIEW

ROWS = table(sdmx.dumps(REVIEW, "csv"))
STRUCTURE = sdmx.structure(REVIEW)


def rows_of(ident: str) -> list[dict[str, str]]:
    return [row for row in ROWS if row["FIGURE_ID"] == ident]


# -- both ways


@pytest.mark.parametrize("form", ["ml", "csv"])
def test_every_added_field_is_written_and_read(form: sdmx.Format) -> None:
    assert sdmx.loads(sdmx.dumps(REVIEW, form), structure=STRUCTURE) == REVIEW


def test_without_the_structure_message_the_figures_are_complete_and_the_rest_is_a_named_loss() -> None:
    draft = sdmx.loads_draft(sdmx.dumps(REVIEW, "csv"))
    timed = tuple(found for found in REVIEW.targets if found.id != "untimed")
    assert (draft.observations, draft.targets, draft.claims) == (REVIEW.observations, timed, REVIEW.claims)
    lost = {loss.what for loss in sdmx.losses(REVIEW, "csv")}
    named = {figure.indicator for figure in (*REVIEW.observations, *timed)}
    assert {f"Indicator {item.id!r}{', except its id' * (item.id in named)}" for item in REVIEW.indicators} <= lost
    assert {"Document 'd', except its id", "Target 'untimed'"} <= lost


@pytest.mark.parametrize(("form", "name"), [("ml", "special-2.xml"), ("csv", "special-2.csv")])
def test_the_written_form_of_special_figures_does_not_change(form: sdmx.Format, name: str) -> None:
    written = (GOLDEN / name).read_bytes().decode()
    assert sdmx.dumps(REVIEW, form) == written
    assert sdmx.loads(written, structure=STRUCTURE) == REVIEW


# -- the codes of SDMX


@pytest.mark.parametrize(("status", "code"), ABSENCES.items())
def test_an_observation_without_a_value_has_the_status_of_sdmx(status: Status, code: str) -> None:
    (row,) = rows_of(status.value)
    assert (row["OBS_STATUS"], row["VALUE_FORM"], row["OBS_VALUE"], row["UNIT_MEASURE"]) == (code, "not_stated", "", "")


def test_confidentiality_has_the_codes_of_sdmx() -> None:
    assert [row["CONF_STATUS"] for row in ROWS if row["VALUE_FORM"] == "not_stated"] == ["F", "N", "C", "D"]


def test_a_base_period_is_a_time_of_sdmx() -> None:
    assert [(row["PRICE_BASIS"], row["BASE_PER"]) for row in ROWS if row["PRICE_BASIS"] or row["BASE_PER"]] == [
        ("", "2014"),
        ("constant", "2010"),
        ("current", ""),
    ]


def test_the_base_period_of_an_index_is_known_without_the_structure_message() -> None:
    draft = sdmx.loads_draft(sdmx.dumps(REVIEW, "csv"))
    known = {indicator["id"]: indicator.get("base_period") for indicator in draft.indicators}  # type: ignore[index,union-attr]
    assert {name: base for name, base in known.items() if base} == {"cpi": Period.year(2014)}


def test_the_base_year_of_constant_prices_is_not_taken_for_that_of_an_index() -> None:
    money = Indicator(
        id="income",
        name=Text(en="Income"),
        unit=VND,
        kind=IndicatorKind.FLOW,
        price_basis=PriceBasis.CONSTANT,
        price_period=Period.year(2010),
    )
    paid = evolve(REVIEW.observation("income"), value=Value.exact(5, VND), time_collection=TimeCollection.TOTAL)
    review = evolve(REVIEW, indicators=[money], observations=[paid], targets=(), claims=())
    assert sdmx.loads(sdmx.dumps(review)) == review
    rows = sdmx.dumps(review, "csv")
    assert table(rows)[0]["BASE_PER"] == "2010"
    assert "base_period" not in sdmx.loads_draft(rows).indicators[0]  # type: ignore[operator]


def test_a_planned_change_says_that_it_is_a_change() -> None:
    assert [row["VALUE_FORM"] for row in ROWS if row["FIGURE_TYPE"] == "target"] == ["change", "by", ""]
    assert [row["VALUE_FORM"] for row in rows_of("net")] == ["change"]


@pytest.mark.parametrize(
    ("ident", "column", "cell", "problem"),
    [
        ("suppressed", "OBS_STATUS", "L", "the code does not agree with STATUSES and the value"),
        ("suppressed", "OBS_VALUE", "0", "the code does not agree with VALUE_FORM"),
        ("suppressed", "VALUE_FORM", "qualitative", "one of change, not_stated"),
        ("suppressed", "STATUSES", "", "OBS_STATUS"),
        ("net", "VALUE_FORM", "by", "one of change, not_stated"),
        ("net", "VALUE_FORM", "", "cannot be negative"),
        ("fall", "VALUE_FORM", "thing", "one of change, by"),
        ("margin", "CONF_STATUS", "X", "one of , F, N, C, D"),
        ("margin", "SAMPLING_ERR", "1.2", "not a sampling error"),
        ("margin", "SAMPLING_ERR", '{"form": "margin"}', "the fields do not match the form"),
        ("margin", "STANDARD", "poverty", "with its scheme before a colon"),
        ("cpi", "BASE_PER", "2015", "not the base period of the indicator"),
        ("cpi", "BASE_PER", "2014-12-31", "not a period"),
        ("margin", "BASE_PER", "2014", "not the base period of the indicator"),
        ("first", "BASE_PER", "2010-12-31", "not a period"),
        ("first", "BASE_PER", "2010-01-01/P1Y", "the time is not in its canonical form"),
        ("first", "PRICE_BASIS", "", "a base period needs constant prices"),
        ("first", "STANDARD", "X:1", "the column does not apply to figures of type change"),
        ("interval", "REVISES", "cpi", "another indicator or place"),
    ],
)
def test_a_wrong_cell_is_refused(ident: str, column: str, cell: str, problem: str) -> None:
    rows = [{**row, column: cell} if row["FIGURE_ID"] == ident else row for row in ROWS]
    with pytest.raises(DocumentError) as caught:
        sdmx.loads(text_of(rows), structure=STRUCTURE)
    assert problem in str(caught.value)


def test_a_claim_has_no_breakdown() -> None:
    rows = [{**row, "COMPOSITE_BREAKDOWN": "sex@male"} if row["FIGURE_ID"] == "first" else row for row in ROWS]
    with pytest.raises(DocumentError, match="claims have no breakdown"):
        sdmx.loads(text_of(rows), structure=STRUCTURE)


def test_rows_without_the_added_columns_are_read() -> None:
    early = (GOLDEN / "skeleton-2.csv").read_bytes().decode()
    assert not {"STANDARD", "CONF_STATUS", "CITED_PLACE"} & set(early.partition("\n")[0].split(","))
    assert sdmx.loads(early, structure=sdmx.structure(SMALL)) == SMALL


def test_a_change_in_an_unknown_unit_is_a_partial_change() -> None:
    for ident in ("net", "fall"):
        (row,) = rows_of(ident)
        draft = sdmx.loads_draft(text_of([{**row, "UNIT_MEASURE": "no_such_unit"}]))
        (read,) = (*draft.observations, *draft.targets)
        assert isinstance(read, PartialRecord)
        value = read["value"]
        assert isinstance(value, PartialRecord)
        assert value.record_type is Change
        assert isinstance(value["unit"], Gap)
