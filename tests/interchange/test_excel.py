"""Workbooks: a person can fill one in, it loses nothing, tells each problem with its cell, and withstands what is hostile."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json as plain_json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from aseansc import Period, Review, Text, Value
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft, Gap, Partial, fields_of
from aseansc.errors import AseanscError, DocumentError, FieldTypeError
from aseansc.extras import Extra
from aseansc.interchange import excel, json
from aseansc.interchange._tables._columns import tables
from aseansc.interchange._tables._records import draft_of, review_of
from aseansc.interchange.excel._guard import Marks, _marks
from aseansc.interchange.excel._reader import Reading, grids_of, reading_of
from aseansc.interchange.excel._sheets import letters, sheets
from aseansc.observations import Observation
from aseansc.strategies import drafts, gaps, observations, reviews, values
from aseansc.strategies._vocabulary import words
from aseansc.units import household
from tests.interchange._tabular import (
    DAMAGES,
    HARD_TEXTS,
    damaged,
    dumped,
    members_of,
    repacked,
    with_hard_texts,
    within_a_second,
)

GOLDEN = Path(__file__).parent.parent / "golden" / "excel" / "skeleton-1.xlsx"
WORKBOOK = dumped(excel.dump, skeleton.load())
MEMBERS = members_of(WORKBOOK)


@pytest.fixture(scope="module")
def template() -> bytes:
    file = io.BytesIO()
    excel.template(file)
    return file.getvalue()


def read(content: bytes) -> Review:
    return excel.load(io.BytesIO(content))


def refusal(content: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught, within_a_second():
        read(content)
    return caught.value


class Person:
    """Fills in a workbook as a person does, cell by cell, with another program than ours."""

    def __init__(self, content: bytes = WORKBOOK) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(content))

    def heads(self, sheet: str) -> dict[str, int]:
        found = self.book[sheet]
        line = [row[0] for row in found.iter_rows()] if sheet == "Review" else found[1]
        return {str(cell.value).split("\n")[0]: number for number, cell in enumerate(line, start=1) if cell.value}

    def address(self, sheet: str, row: int, name: str) -> str:
        return f"{sheet}!{letters(self.heads(sheet)[name] - 1)}{row}"

    def cell(self, sheet: str, row: int, name: str) -> Any:
        number = self.heads(sheet)[name]
        return self.book[sheet].cell(number, 2) if sheet == "Review" else self.book[sheet].cell(row, number)

    def fill(self, sheet: str, row: int = 0, **values: Any) -> None:
        for name, value in values.items():
            self.cell(sheet, row, name.replace("__", ".")).value = value

    def saved(self) -> bytes:
        file = io.BytesIO()
        self.book.save(file)
        return file.getvalue()


GRIDS = grids_of(WORKBOOK, [*[name for name in sheets() if name != "Long texts"], "Lists"])
"""What the cells of the workbook hold, for tests that put something into one of them; each time, a program that saves
a workbook would take half a second."""


def typed_in(sheet: str, row: int, column: int, typed: Any, *more: tuple[int, Any]) -> Reading:
    """What is read when something is typed into a cell (both from 1), and perhaps into others of its row."""
    grid = [list(line) for line in GRIDS[sheet]]
    for number, value in ((column, typed), *more):
        grid[row - 1][number - 1] = "" if value is None else value
    return reading_of({**GRIDS, sheet: grid}, {name: Marks({}) for name in GRIDS})


def number_of(sheet: str, name: str) -> int:
    heads = [str(cell).split("\n")[0] for cell in GRIDS[sheet][0]]
    return heads.index(name) + 1


# -- laws


@settings(max_examples=8)
@given(reviews(max_figures=2))
def test_a_review_survives_its_workbook(review: Review) -> None:
    assert read(dumped(excel.dump, review)) == review
    assert excel.losses(review) == ()


@settings(max_examples=8)
@given(st.sampled_from(HARD_TEXTS), st.sampled_from(HARD_TEXTS))
def test_texts_that_look_like_something_else_survive(text: str, other: str) -> None:
    review = with_hard_texts(text, other)
    assert read(dumped(excel.dump, review)) == review


def test_the_lai_chau_review_survives_its_workbook_and_another_program() -> None:
    content = dumped(excel.dump, lai_chau.load())
    assert read(content) == lai_chau.load()
    assert read(Person(content).saved()) == lai_chau.load()


def test_texts_that_no_cell_holds_survive() -> None:
    long = evolve(
        skeleton.load(),
        note=Text(en="e" * 32_768, vi="ệ" * 32_767, others={"lo": "𝄞" * 20_000}),
        extra=Extra({"kept": ["=x \n" * 20_000]}),
    )
    assert read(dumped(excel.dump, long)) == long


def test_the_same_review_gives_the_same_bytes() -> None:
    assert dumped(excel.dump, read(WORKBOOK)) == WORKBOOK


def test_the_golden_workbook_is_still_read() -> None:
    assert read(GOLDEN.read_bytes()) == skeleton.load()


def without_defaults(data: Any) -> Any:
    """The data of a draft without the empty lists that a cell does not show."""
    if isinstance(data, dict):
        kept = {name: without_defaults(item) for name, item in data.items()}
        return {name: item for name, item in kept.items() if item not in ({}, [])}
    return [without_defaults(item) for item in data] if isinstance(data, list) else data


def same(draft: Draft, other: Draft) -> bool:
    first, second = (plain_json.loads(json.dumps(each)) for each in (draft, other))
    return bool(without_defaults(first) == without_defaults(second)) and draft.gaps == other.gaps


def again(draft: Draft) -> Draft:
    return excel.load_draft(io.BytesIO(dumped(excel.dump, draft)))


@settings(max_examples=8)
@given(drafts(max_gaps=6))
def test_a_draft_survives_its_workbook(draft: Draft) -> None:
    assert same(again(draft), draft)


NAMES = list(fields_of(Observation))
SOME_NAMES = st.sets(st.sampled_from(NAMES))


@settings(max_examples=6)
@given(
    st.lists(
        st.tuples(observations(), values(units=st.just(household)), SOME_NAMES, SOME_NAMES, gaps(), words()),
        min_size=1,
        max_size=4,
    )
)
def test_records_of_which_little_is_known_survive(drawn: list[Any]) -> None:
    records = [
        Partial(
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
    assert [record.origin for record in back.observations if isinstance(record, Partial)] == [r.origin for r in records]


def test_a_review_is_a_draft_without_gaps() -> None:
    assert excel.load_draft(io.BytesIO(WORKBOOK)) == Draft.of(skeleton.load())


# -- what a person sees


@pytest.fixture(scope="module")
def seen() -> Person:
    return Person(dumped(excel.dump, lai_chau.load()))


def test_every_sheet_has_frozen_heads_with_notes(seen: Person) -> None:
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


def test_vietnamese_text_and_exact_figures_are_there_for_others(seen: Person) -> None:
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
    for text in ("=1+1", "+84", "-5", "@SUM(A1)", '=HYPERLINK("http://x")'):
        person = Person(dumped(excel.dump, with_hard_texts(text)))
        found = [cell for sheet in person.book for row in sheet.iter_rows() for cell in row if cell.value == text]
        assert len(found) > 4
        assert {cell.data_type for cell in found} <= {"s", "f"}  # openpyxl takes every text with = for one
    content = dumped(excel.dump, with_hard_texts("=1+1"))
    assert not any(b"<f>" in part for name, part in members_of(content).items() if "worksheets/" in name)


def test_what_may_stand_in_a_cell_is_offered(seen: Person) -> None:
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


def test_a_person_can_start_from_the_template(template: bytes) -> None:
    review = read(filled(template).saved())
    assert review.verify(TEXT) == ()
    assert [str(figure.value.magnitude) for figure in review.observations] == ["40.40", "60000"]
    assert review.period == Period.years(2016, 2018)


def test_the_empty_template_says_what_it_needs(template: bytes) -> None:
    error = refusal(template)
    assert [problem.where for problem in error.problems] == [f"Review!B{row}" for row in (2, 3, 6, 9, 10)]
    draft = excel.load_draft(io.BytesIO(template))
    assert [where for where, _ in draft.gaps] == ["id", "title", "programme", "place", "period"]


def test_a_half_filled_workbook_is_a_draft(template: bytes) -> None:
    person = filled(template)
    person.fill("Observations", 2, citation__printed="? look it up", value__unit=None, time__end=None)
    draft = excel.load_draft(io.BytesIO(person.saved()))
    assert [where for where, _ in draft.gaps] == [
        "observations[0].value.unit",
        "observations[0].time.end",
        "observations[0].citation.printed",
    ]
    assert draft.gaps[2][1].reason.en == "look it up"
    person.fill("Observations", 2, citation__printed="40,40%", value__unit="percent", time__end=dt.date(2018, 12, 31))
    assert read(person.saved()) == read(filled(template).saved())


def test_to_fill_in_a_gap_is_to_write_over_it() -> None:
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
    unit.value = first.value.unit.code
    cited = first.citation
    person.fill("Observations", 2, citation__document=cited.document, citation__start=cited.start)
    person.fill("Observations", 2, citation__end=cited.end, citation__printed=cited.printed)
    spans = "; ".join(f"{span.start}-{span.end}: {span.printed}" for span in cited.governed_by)
    person.fill("Observations", 2, citation__governed_by=spans or None)
    assert read(person.saved()) == whole


def test_where_a_part_was_found_is_kept() -> None:
    value = Partial(Value, {"magnitude": "60000"}, origin="line 12")
    record = Partial(Observation, {"id": "a", "value": value}, origin="Sheet 1!C7")
    draft = Draft(id="draft", observations=[record])
    assert again(draft) == draft
    filled_in = again(draft).fill("observations[0].value.unit", household)
    assert again(filled_in).observations[0]["value"] == filled_in.observations[0]["value"]  # type: ignore[index]


# -- what people type


@pytest.mark.parametrize(
    ("name", "typed", "text"),
    [
        ("value.magnitude", 24737, "24737"),
        ("value.magnitude", 24737.0, "24737"),
        ("value.magnitude", 40.4, "40.4"),
        ("value.magnitude", -0.05, "-0.05"),
        ("value.magnitude", 1e14, "100000000000000"),
        ("value.magnitude", "24737.00", "24737.00"),
    ],
)
def test_numbers_are_taken_where_they_are_exact(name: str, typed: Any, text: str) -> None:
    beside = number_of("Observations", f"{name} (number)")
    reading = typed_in("Observations", 2, number_of("Observations", name), typed, (beside, None))
    assert reading.rows["observations"][0].cells[name] == text
    assert not reading.problems


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("value.magnitude", 1 / 3, "more digits than Excel holds"),
        ("value.magnitude", 12345678901234567.0, "more digits than Excel holds"),
        ("value.magnitude", "40,40", "not a decimal number"),
        ("value.magnitude", "1e999999999", "not a decimal number"),
        ("value.magnitude", "NaN", "not a decimal number"),
        ("value.magnitude", True, "true or false where a text belongs"),
        ("value.magnitude", dt.date(2018, 1, 1), "a day or time where a text belongs"),
        ("citation.start", 2018.7, "not a whole number"),
        ("citation.start", "x", "not a whole number"),
        ("citation.start", dt.time(12), "a day or time where a text belongs"),
        ("time.start", 2018.5, "a number where a day belongs"),
        ("time.start", dt.datetime(2018, 1, 1, 12), "not a day"),
        ("time.start", dt.date(1900, 1, 5), "a day too many"),
        ("time.start", "01/02/2018", "not a day"),
        ("citation.printed", dt.date(2018, 1, 1), "a day or time where a text belongs"),
        ("time_collection", "totl", "unknown code"),
        ("value.unit", "househld", "no such unit"),
        ("statuses", "estimated; estimated", "stands twice"),
        ("statuses", "estimated; guessed", "unknown code"),
        ("place", "not_stated", "cannot be absent"),
        ("lists", r"a\b", "backslash"),
        ("citation.governed_by", "ước", "not the place of some words"),
        ("note.others", "words", "no language before the words"),
        ("per", "qualitative", "cannot be absent in this way"),
        ("id", None, "missing"),
        ("indicator", "nowhere", "nowhere"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_cell(name: str, typed: Any, problem: str) -> None:
    column, beside = number_of("Observations", name), number_of("Observations", "value.magnitude (number)")
    reading = typed_in("Observations", 3, column, typed, (beside, None))
    with pytest.raises(DocumentError) as caught:
        review_of(reading.rows, reading.place, reading.problems)
    told = {found.where.partition(",")[0] for found in caught.value.problems}
    assert f"Observations!{letters(column - 1)}3" in told, caught.value
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("number", "text", "problem"),
    [
        (59000, "60000", "not the number of the exact text"),
        (60000, None, "a number without its exact text"),
        ("sixty", "60000", "not a number"),
        (True, "60000", "not a number"),
        (60000, "? look it up", "a number beside what is none"),
    ],
)
def test_a_number_that_is_not_its_text_is_told(number: Any, text: str | None, problem: str) -> None:
    person = Person()
    person.fill("Observations", 2, **{"value.magnitude": text, "value.magnitude (number)": number})
    error = refusal(person.saved())
    place = person.address("Observations", 2, "value.magnitude (number)")
    assert problem in {found.where: str(found) for found in error.problems}[place]


def test_numbers_may_be_left_out() -> None:
    person = Person()
    column = person.heads("Observations")["value.magnitude (number)"]
    person.book["Observations"].delete_cols(column)
    assert read(person.saved()) == skeleton.load()


def test_every_problem_is_told_at_once() -> None:
    person = Person()
    person.fill("Observations", 2, value__unit="househld", time_collection=None)
    person.fill("Indicators", 2, kind="rat")
    person.fill("Review", place=None)
    person.fill("Findings", 2, start="x")
    where = {problem.where for problem in refusal(person.saved()).problems}
    assert where == {
        "Review!B9",
        person.address("Indicators", 2, "kind"),
        person.address("Observations", 2, "value.unit"),
        person.address("Observations", 2, "time_collection"),
        person.address("Findings", 2, "start"),
    }


def test_problems_of_the_whole_review_stand_at_their_records() -> None:
    person = Person()
    person.fill("Observations", 3, id=person.cell("Observations", 2, "id").value)
    assert "Observations!A3" in {problem.where for problem in refusal(person.saved()).problems}


# -- sheets that are not as they were


def stray(person: Person) -> None:
    person.book["Observations"]["BZ9"] = "stray"


def renamed(person: Person) -> None:
    person.book["Observations"]["B1"] = "indicatr"


def doubled(person: Person) -> None:
    person.book["Observations"]["B1"] = "id"


def deleted(person: Person) -> None:
    del person.book["Mentions"]


def added(person: Person) -> None:
    person.book.create_sheet("Notes")["A1"] = "mine"


def merged(person: Person) -> None:
    person.book["Observations"].merge_cells("A2:A3")


def beside(person: Person) -> None:
    person.book["Review"]["E4"] = "mine"


def unmarked(person: Person) -> None:
    person.book["Lists"]["A1"] = "something else"


def newer(person: Person) -> None:
    person.book["Lists"]["B1"] = 2


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (stray, "Observations!BZ9"),
        (renamed, "Observations!B1"),
        (doubled, "Observations!B1"),
        (deleted, "Mentions"),
        (added, "Notes"),
        (merged, "Observations!A2:A3"),
        (beside, "Review!E4"),
        (unmarked, "Lists!A1"),
        (newer, "Lists!B1"),
    ],
)
def test_a_workbook_of_another_form_is_refused_at_its_place(change: Any, place: str) -> None:
    person = Person()
    change(person)
    error = refusal(person.saved())
    assert place in {problem.where for problem in (error, *error.problems)}, error


def test_empty_sheets_and_empty_lines_say_nothing() -> None:
    person = Person()
    person.book.create_sheet("Sheet1")
    person.book["Observations"].insert_rows(3, 2)
    assert read(person.saved()) == skeleton.load()


def test_columns_may_stand_in_any_order() -> None:
    person = Person()
    sheet = person.book["Claims"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(reversed(row), start=1):
            sheet.cell(number, column).value = value
            sheet.cell(number, column).number_format = "yyyy-mm-dd" if isinstance(value, dt.datetime) else "General"
    assert read(person.saved()) == skeleton.load()


# -- what is hostile


def formula(person: Person) -> None:
    person.fill("Observations", 2, value__magnitude="=1+1")


def formula_in_a_number(person: Person) -> None:
    person.fill("Observations", 2, **{"value.magnitude (number)": "=VALUE(D2)"})


def excel_error(person: Person) -> None:
    person.fill("Observations", 2, place="#REF!")


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (formula, "value.magnitude"),
        (formula_in_a_number, "value.magnitude (number)"),
        (excel_error, "place"),
    ],
)
def test_formulas_and_errors_are_refused_with_their_cell(change: Any, name: str) -> None:
    person = Person()
    change(person)
    error = refusal(person.saved())
    assert person.address("Observations", 2, name) in {problem.where for problem in error.problems}


def test_true_and_false_are_no_formulas_though_libreoffice_writes_them_so() -> None:
    content = b"".join([b'<c r="A1" t="b"><f>FALSE()</f><v>0</v></c>', b'<c r="A2" t="b"><f>TRUE()+1</f><v>2</v></c>'])
    assert dict(_marks(content, "Breakdowns").cells) == {"A2": "a formula"}
    reading = typed_in("Breakdowns", 2, number_of("Breakdowns", "complete"), False)
    assert reading.rows["breakdowns"][0].cells["complete"] == "false"


SHEET = "xl/worksheets/sheet9.xml"
HEAD, _, TAIL = MEMBERS[SHEET].partition(b"</sheetData>")


def with_rows(rows: bytes) -> bytes:
    return repacked(MEMBERS, **{SHEET: HEAD + rows + b"</sheetData>" + TAIL})


def with_strings(more: bytes) -> bytes:
    strings = MEMBERS["xl/sharedStrings.xml"]
    return repacked(MEMBERS, **{"xl/sharedStrings.xml": strings.replace(b"</sst>", more + b"</sst>")})


def declared(name: str, before: bytes) -> bytes:
    declaration, end, rest = MEMBERS[name].partition(b"?>")
    return repacked(MEMBERS, **{name: declaration + end + before + rest})


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
INLINE = b'<row r="90"><c r="A90" t="inlineStr"><is><t>%s</t></is></c></row>'
CELLS = b"".join(b'<c r="%s%%d"><v>1</v></c>' % letters(number).encode() for number in range(8))

HOSTILE: dict[str, Any] = {
    "nothing": lambda: b"",
    "noise": lambda: b"PK\x03\x04 and no more",
    "truncated": lambda: WORKBOOK[: len(WORKBOOK) // 2],
    "an old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "another archive": lambda: repacked({"a.txt": b"a"}),
    "macros": lambda: repacked(MEMBERS, **{"xl/vbaProject.bin": b"x"}),
    "macros by type": lambda: repacked(
        MEMBERS,
        **{
            "[Content_Types].xml": MEMBERS["[Content_Types].xml"].replace(b".sheet.main+xml", b".macroEnabled.main+xml")
        },
    ),
    "old macros": lambda: repacked(MEMBERS, **{"xl/macrosheets/sheet1.xml": b"<x/>"}),
    "links": lambda: repacked(MEMBERS, **{"xl/externalLinks/externalLink1.xml": b"<x/>"}),
    "connections": lambda: repacked(MEMBERS, **{"xl/connections.xml": b"<x/>"}),
    "objects": lambda: repacked(MEMBERS, **{"xl/embeddings/object1.bin": b"x"}),
    "entities in a sheet": lambda: declared(SHEET, ENTITIES),
    "entities in strings": lambda: declared("xl/sharedStrings.xml", ENTITIES),
    "entities in the workbook": lambda: declared("xl/workbook.xml", ENTITIES),
    "UTF-16": lambda: repacked(MEMBERS, **{SHEET: MEMBERS[SHEET].decode().encode("utf-16")}),
    "another encoding": lambda: repacked(MEMBERS, **{SHEET: MEMBERS[SHEET].replace(b"UTF-8", b"UTF-7")}),
    "no XML": lambda: repacked(MEMBERS, **{SHEET: b"{}"}),
    "a string that is not there": lambda: with_rows(b'<row r="90"><c r="A90" t="s"><v>999999</v></c></row>'),
    "far apart": lambda: with_rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "without addresses": lambda: with_rows(b"<row><c><v>1</v></c></row>"),
    "a large text": lambda: with_rows(INLINE % (b"x" * 10_000_000)),
    "many cells": lambda: with_rows(b"".join(b"<row>" + CELLS % ((row,) * 8) + b"</row>" for row in range(90, 60_000))),
    "bad cells": lambda: with_rows(b"".join(b"<row>" + CELLS % ((row,) * 8) + b"</row>" for row in range(90, 3000))),
    "many strings": lambda: with_strings(b"<si><t>a</t></si>" * 1_000_000),
    "many formulas": lambda: with_rows(
        b"".join(b'<row><c r="A%d"><f>1</f><v>1</v></c></row>' % row for row in range(90, 20_000))
    ),
    "a bomb": lambda: with_rows(b" " * 80_000_000),
    "no sheets": lambda: repacked(MEMBERS, **{"xl/workbook.xml": b"<workbook/>"}),
    "a sheet of no part": lambda: repacked(MEMBERS, **{SHEET: None}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused_within_a_second(name: str) -> None:
    refusal(HOSTILE[name]())


def test_a_hostile_draft_is_refused_within_a_second() -> None:
    with pytest.raises(DocumentError) as caught, within_a_second():
        excel.load_draft(io.BytesIO(HOSTILE["bad cells"]()))
    assert 1000 < len(caught.value.problems) < 5000


@given(DAMAGES)
def test_a_damaged_workbook_is_refused_or_says_the_same(damages: list[tuple[str, float, int]]) -> None:
    try:
        review = read(damaged(WORKBOOK, damages))
    except AseanscError:
        return
    assert review == skeleton.load()


@settings(max_examples=30)
@given(st.sampled_from(sorted(MEMBERS)), DAMAGES)
def test_a_damaged_part_is_refused_or_still_a_review(name: str, damages: list[tuple[str, float, int]]) -> None:
    try:
        review = read(repacked(MEMBERS, **{name: damaged(MEMBERS[name], damages)}))
    except AseanscError as error:
        assert str(error)
    else:
        assert isinstance(review, Review)


TYPED = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(9999, 1, 1))
    | st.times()
    | st.sampled_from(HARD_TEXTS)
)


@settings(max_examples=200)
@given(st.sampled_from([name for name in GRIDS if name != "Lists"]), st.integers(0, 30), st.integers(0, 60), TYPED)
def test_whatever_stands_in_a_cell_is_read_or_told_at_a_cell(sheet: str, row: int, column: int, typed: Any) -> None:
    grid = GRIDS[sheet]
    row, column = row % len(grid), column % len(grid[0])
    for load in (review_of, draft_of):
        try:
            reading = typed_in(sheet, row + 1, column + 1, typed)
            load(reading.rows, reading.place, reading.problems)
        except DocumentError as error:
            for problem in error.problems:
                assert problem.where.partition("!")[0].strip("'") in sheets(), error


# -- the rest


@pytest.mark.parametrize("wrong", [None, "review", {}])
def test_only_reviews_and_drafts_are_written(wrong: Any, tmp_path: Path) -> None:
    with pytest.raises(FieldTypeError):
        excel.dump(wrong, tmp_path / "a.xlsx")
    with pytest.raises(FieldTypeError):
        excel.losses(wrong)
    assert not list(tmp_path.iterdir())


def test_a_workbook_too_large_to_be_read_is_not_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from aseansc.interchange.excel import _guard

    monkeypatch.setattr(_guard, "_MOST_ELEMENTS", 1000)
    with pytest.raises(DocumentError, match="too many cells"):
        excel.dump(skeleton.load(), tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("package", "code"),
    [("xlsxwriter", "excel.template('a.xlsx')"), ("python_calamine", "excel.load(sys.argv[1])")],
)
def test_what_is_lacking_is_named(package: str, code: str, tmp_path: Path) -> None:
    script = f"import sys\nsys.modules[{package!r}] = None\nfrom aseansc.interchange import excel\n{code}"
    command = [sys.executable, "-c", script, str(GOLDEN)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "MissingExtraError" in done.stderr
    assert 'pip install "aseansc[excel]"' in done.stderr
    assert not list(tmp_path.iterdir())


def test_every_table_has_a_sheet() -> None:
    assert [table.name for table in sheets().values()] == [*tables(), "long_texts"]
