"""Workbooks lose nothing, a person can fill them in, and every problem is reported with its cell."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json as plain_json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from aseansc import Limits, Period, Review, Text, Value
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft, Gap, PartialRecord, fields_of
from aseansc.errors import DocumentError, FieldTypeError, LimitError
from aseansc.extras import Extra
from aseansc.indicators import Breakdown, Indicator
from aseansc.interchange import excel, json
from aseansc.interchange._tables.columns import tables
from aseansc.interchange.excel._layout import letters, sheets
from aseansc.observations import Observation
from aseansc.strategies import drafts, gaps, observations, reviews, values
from aseansc.strategies._vocabulary import words
from aseansc.units import household
from tests._profile import examples
from tests.interchange._tabular import (
    HARD_TEXTS,
    dumped,
    members_of,
    with_hard_texts,
)
from tests.interchange._workbooks import WORKBOOK, Person, read, refusal

GOLDEN = Path(__file__).parent.parent / "golden" / "excel" / "skeleton-2.xlsx"


@pytest.fixture(scope="module")
def template() -> bytes:
    file = io.BytesIO()
    excel.template(file)
    return file.getvalue()


# -- round trips


@settings(max_examples=examples(0.3))
@given(reviews(max_figures=2))
def test_a_review_is_equal_after_writing_and_reading(review: Review) -> None:
    assert read(dumped(excel.dump, review)) == review
    assert excel.losses(review) == ()


@settings(max_examples=examples(0.3))
@given(st.sampled_from(HARD_TEXTS), st.sampled_from(HARD_TEXTS))
def test_texts_that_look_like_numbers_or_marks_are_kept(text: str, other: str) -> None:
    review = with_hard_texts(text, other)
    assert read(dumped(excel.dump, review)) == review


def test_the_lai_chau_review_is_equal_after_another_program_has_saved_it() -> None:
    content = dumped(excel.dump, lai_chau.load())
    assert read(content) == lai_chau.load()
    assert read(Person(content).saved()) == lai_chau.load()


def test_texts_too_long_for_a_cell_are_kept() -> None:
    long = evolve(
        skeleton.load(),
        note=Text(en="e" * 32_768, vi="ệ" * 32_767, others={"lo": "𝄞" * 20_000}),
        extra=Extra({"kept": ["=x \n" * 20_000]}),
    )
    assert read(dumped(excel.dump, long)) == long


def test_the_same_review_gives_the_same_bytes() -> None:
    assert dumped(excel.dump, read(WORKBOOK)) == WORKBOOK


def test_the_golden_workbook_can_still_be_read() -> None:
    assert read(GOLDEN.read_bytes()) == skeleton.load()


def without_defaults(data: Any) -> Any:
    """Return the data of a draft without empty lists and objects, which a workbook does not keep."""
    if isinstance(data, dict):
        kept = {name: without_defaults(item) for name, item in data.items()}
        return {name: item for name, item in kept.items() if item not in ({}, [])}
    return [without_defaults(item) for item in data] if isinstance(data, list) else data


def same(draft: Draft, other: Draft) -> bool:
    first, second = (plain_json.loads(json.dumps(each)) for each in (draft, other))
    return bool(without_defaults(first) == without_defaults(second)) and draft.gaps == other.gaps


def again(draft: Draft) -> Draft:
    return excel.load_draft(io.BytesIO(dumped(excel.dump, draft)))


@settings(max_examples=examples(0.3))
@given(drafts(max_gaps=6))
def test_a_draft_is_equal_after_writing_and_reading(draft: Draft) -> None:
    assert same(again(draft), draft)


NAMES = list(fields_of(Observation))
SOME_NAMES = st.sets(st.sampled_from(NAMES))


@settings(max_examples=examples(0.3))
@given(
    st.lists(
        st.tuples(
            observations(values=values()), values(units=st.just(household)), SOME_NAMES, SOME_NAMES, gaps(), words()
        ),
        min_size=1,
        max_size=4,
    )
)
def test_records_with_few_known_fields_are_kept(drawn: list[Any]) -> None:
    records = [
        PartialRecord(
            Observation,
            {name: getattr(evolve(record, value=value), name) for name in known}
            | dict.fromkeys(empty, gap)
            | {"id": f"o{number}"},
            origin=origin,
        )
        for number, (record, value, known, empty, gap, origin) in enumerate(drawn)
    ]
    draft = Draft(id="draft", observations=records)
    back = again(draft)
    assert same(back, draft)
    assert [record.origin for record in back.observations if isinstance(record, PartialRecord)] == [
        r.origin for r in records
    ]


def test_a_review_is_a_draft_without_gaps() -> None:
    assert excel.load_draft(io.BytesIO(WORKBOOK)) == Draft.of(skeleton.load())


# -- the workbook as a person sees it


@pytest.fixture(scope="module")
def seen() -> Person:
    return Person(dumped(excel.dump, lai_chau.load()))


def test_every_sheet_has_frozen_headers_with_notes(seen: Person) -> None:
    assert seen.book.sheetnames == ["Read me", *[name for name in sheets() if name != "Long texts"], "Lists"]
    assert seen.book["Lists"].sheet_state == "hidden"
    for name, table in sheets().items():
        if table.name == "long_texts":
            continue
        sheet = seen.book[name]
        assert sheet.freeze_panes == "B2"
        heads = seen.heads(name)
        for column in table.columns:
            number = heads[column.name]
            head = sheet.cell(number, 1) if name == "Review" else sheet.cell(1, number)
            assert ("Required." in head.comment.text) is column.required
            assert str(head.value).split("\n")[1], "its Vietnamese name"


def test_other_programs_see_vietnamese_text_and_exact_figures(seen: Person) -> None:
    ids = [cell.value for cell in seen.book["Observations"]["A"]]
    row = ids.index("poverty-rate.2016.beginning") + 1
    assert seen.cell("Observations", row, "value.magnitude").value == "40.40"
    assert seen.cell("Observations", row, "value.magnitude (number)").value == 40.4
    assert seen.cell("Observations", row, "value.magnitude (number)").number_format == "#,##0.00"
    assert seen.cell("Observations", row, "citation.printed").value == "40,40%"
    assert seen.cell("Observations", row, "time.start").value == dt.datetime(2016, 1, 1)
    assert seen.cell("Observations", row, "time.start").is_date
    assert "Tỷ lệ hộ nghèo" in [cell.value for row in seen.book["Indicators"].iter_rows() for cell in row]


def test_no_text_becomes_a_formula() -> None:
    for text in ("=1+1", "+84", "-5", "@SUM(A1)"):
        content = dumped(excel.dump, with_hard_texts(text))
        found = [
            cell for sheet in Person(content).book for row in sheet.iter_rows() for cell in row if cell.value == text
        ]
        assert len(found) > 4
        # openpyxl treats every text that begins with = as a formula
        assert {cell.data_type for cell in found} <= {"s", "f"}
        assert not any(b"<f>" in part for name, part in members_of(content).items() if "worksheets/" in name)


def test_drop_downs_have_the_allowed_values(seen: Person) -> None:
    offers: dict[str, list[str]] = {}
    for name in ("Observations", "Indicators", "Claims", "Mentions", "Instruments"):
        for rule in seen.book[name].data_validations.dataValidation:
            column = str(rule.sqref).split(":")[0].rstrip("0123456789")
            head = next(head for head, number in seen.heads(name).items() if letters(number - 1) == column)
            sheet, cells = rule.formula1.replace("'", "").split("!")
            offers[f"{name}.{head}"] = [row[0].value for row in seen.book[sheet.lstrip("=")][cells.replace("$", "")]]
    for name, table in sheets().items():
        for column in table.columns:
            if column.codes and f"{name}.{column.name}" in offers:
                assert set(column.codes) | set(column.absent) == set(offers[f"{name}.{column.name}"])
    assert {"Observations.value.qualifier", "Observations.time_collection", "Claims.type"} <= set(offers)
    assert {"household", "VND/person/month"} - set(offers["Observations.value.unit"]) <= {"VND/person/month"}
    assert "poverty-rate" in offers["Observations.indicator"]


def test_a_selected_cell_shows_what_its_codes_mean_in_vietnamese(seen: Person) -> None:
    rules = [rule for name in ("Indicators", "Targets") for rule in seen.book[name].data_validations.dataValidation]
    messages = [rule.prompt or "" for rule in rules]
    assert any(message.startswith("stock: ") and "\nflow: " in message for message in messages)
    assert all(len(message) <= 255 for message in messages)


# -- filling it in


TEXT = "Năm 2018, ước trên 60.000 lượt hộ được hỗ trợ; tỷ lệ hộ nghèo còn 40,40%."


def filled(template: bytes) -> Person:
    person = Person(template)
    person.fill("Review", id="my-review", title__en="My review", programme__en="A programme", place="VN-01")
    person.fill("Review", period__start=dt.date(2016, 1, 1), period__end="2018-12-31")
    person.fill("Documents", 2, id="doc", title="Văn bản", sha256=hashlib.sha256(TEXT.encode()).hexdigest())
    person.fill(
        "Indicators", 2, id="rate", name__en="Poverty rate", name__vi="Tỷ lệ hộ nghèo", unit="percent", kind="rate"
    )
    person.fill("Indicators", 2, bounds__lower=0, bounds__upper=100)
    person.fill("Indicators", 4, id="turns", name__en="Turns", unit="household_turn", kind="flow")  # a line left empty
    at = TEXT.index("40,40%")
    person.fill("Observations", 2, id="rate.2018", indicator="rate", place="VN-01", value__magnitude="40.40")
    person.fill(
        "Observations", 2, value__unit="percent", time__start=dt.date(2018, 1, 1), time__end=dt.date(2018, 12, 31)
    )
    person.fill("Observations", 2, time_collection="within", citation__document="doc", citation__start=at)
    person.fill("Observations", 2, citation__end=at + 6, citation__printed="40,40%")
    at = TEXT.index("trên")
    person.fill("Observations", 3, id="turns.2018", indicator="turns", place="VN-01", value__magnitude=60000)
    person.fill("Observations", 3, value__qualifier="over", value__unit="household_turn", statuses="estimated")
    person.fill("Observations", 3, time__start=dt.date(2018, 1, 1), time__end=dt.datetime(2018, 12, 31))
    person.fill("Observations", 3, time_collection="total", citation__document="doc", citation__start=at)
    person.fill("Observations", 3, citation__end=at + 19, citation__printed="trên 60.000 lượt hộ")
    person.fill("Observations", 3, citation__governed_by="10-13: ước")
    return person


def test_a_person_can_fill_in_the_template(template: bytes) -> None:
    review = read(filled(template).saved())
    assert review.verify(TEXT).mismatches == ()
    assert [str(figure.value.magnitude) for figure in review.observations] == ["40.40", "60000"]
    assert review.period == Period.years(2016, 2018)


def test_the_empty_template_reports_its_required_cells(template: bytes) -> None:
    error = refusal(template)
    assert [problem.where for problem in error.problems] == [f"Review!B{row}" for row in (2, 3, 6, 9, 10)]
    draft = excel.load_draft(io.BytesIO(template))
    assert [where for where, _ in draft.gaps] == ["id", "title", "programme", "place", "period"]


def test_an_incomplete_workbook_is_a_draft(template: bytes) -> None:
    person = filled(template)
    person.fill("Observations", 2, citation__printed="? look it up", value__unit=None, time__end=None)
    draft = excel.load_draft(io.BytesIO(person.saved()))
    assert [where for where, _ in draft.gaps] == ["observations[0].time.end", "observations[0].citation.printed"]
    assert draft.gaps[1][1].reason.en == "look it up"
    person.fill("Observations", 2, citation__printed="40,40%", time__end=dt.date(2018, 12, 31))
    finished = excel.load_draft(io.BytesIO(person.saved())).finish()
    assert finished == read(filled(template).saved())  # the value has the unit of its indicator


def test_overwriting_the_cell_of_a_gap_fills_it_in() -> None:
    why = Gap(reason=Text(en="the file gives no unit", vi="tệp không cho đơn vị"))
    whole = skeleton.load()
    first = whole.observations[0]
    draft = Draft.of(whole).fill("observations[0].value.unit", why).fill("observations[0].citation", why)
    person = Person(dumped(excel.dump, draft))
    unit = person.cell("Observations", 2, "value.unit")
    assert unit.value == "? the file gives no unit; vi: tệp không cho đơn vị"
    assert str(person.cell("Observations", 2, "citation.document").value).startswith("?? ")
    error = refusal(person.saved())
    assert {problem.where for problem in error.problems} >= {
        person.address("Observations", 2, "value.unit"),
        person.address("Observations", 2, "citation.document"),
    }
    cited = first.citation
    person.fill("Observations", 2, citation__document=cited.document, citation__start="?? where")
    with pytest.raises(DocumentError, match="empty the cells of the others"):
        excel.load_draft(io.BytesIO(person.saved()))
    unit.value = first.value.unit.code
    person.fill("Observations", 2, citation__document=cited.document, citation__start=cited.start)
    person.fill("Observations", 2, citation__end=cited.end, citation__printed=cited.printed)
    spans = "; ".join(f"{span.start}-{span.end}: {span.printed}" for span in cited.governed_by)
    person.fill("Observations", 2, citation__governed_by=spans or None)
    assert read(person.saved()) == whole


def test_the_origins_of_partial_records_are_kept() -> None:
    value = PartialRecord(Value, {"magnitude": "60000"}, origin="line 12")
    record = PartialRecord(Observation, {"id": "a", "value": value}, origin="Sheet 1!C7")
    draft = Draft(id="draft", observations=[record])
    assert again(draft) == draft
    filled_in = again(draft).fill("observations[0].value.unit", household)
    assert again(filled_in).observations[0]["value"] == filled_in.observations[0]["value"]  # type: ignore[index]


def test_the_breakdowns_of_an_indicator_without_an_id_are_kept() -> None:
    why = Gap(reason=Text(en="not printed"))
    breakdown = PartialRecord(Breakdown, {"parts": ("women", "men")})
    for breakdowns in ((breakdown,), why):
        records = [
            PartialRecord(Indicator, {"id": "people"}),
            PartialRecord(Indicator, {"breakdowns": breakdowns, "name": Text(en="x")}),
        ]
        draft = Draft(id="draft", indicators=records)
        assert again(draft).indicators[1]["breakdowns"] == breakdowns  # type: ignore[index]
        with pytest.raises(DocumentError):
            read(dumped(excel.dump, draft))


# -- errors and limits


@pytest.mark.parametrize("wrong", [None, "review", {}])
def test_only_reviews_and_drafts_are_written(wrong: Any, tmp_path: Path) -> None:
    with pytest.raises(FieldTypeError):
        excel.dump(wrong, tmp_path / "a.xlsx")
    with pytest.raises(FieldTypeError):
        excel.losses(wrong)
    assert not list(tmp_path.iterdir())


def test_a_workbook_too_large_to_be_read_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="too many cells"):
        excel.dump(skeleton.load(), tmp_path / "a.xlsx", limits=Limits(items=1000))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("package", "code"),
    [("xlsxwriter", "excel.template('a.xlsx')"), ("python_calamine", "excel.load(sys.argv[1])")],
)
def test_a_missing_package_is_named(package: str, code: str, tmp_path: Path) -> None:
    script = f"import sys\nsys.modules[{package!r}] = None\nfrom aseansc.interchange import excel\n{code}"
    command = [sys.executable, "-c", script, str(GOLDEN)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "MissingExtraError" in done.stderr
    assert 'pip install "aseansc[excel]"' in done.stderr
    assert not list(tmp_path.iterdir())


def test_every_table_has_a_sheet() -> None:
    assert [table.name for table in sheets().values()] == [*tables(), "long_texts"]
