"""Workbooks with invalid cells, changed sheets or hostile content are refused with the location of each problem."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st

from aseansc import Review
from aseansc.datasets import skeleton
from aseansc.errors import AseanscError, DocumentError
from aseansc.interchange import excel
from aseansc.interchange._tables.read_reviews import draft_of, review_of
from aseansc.interchange.excel._check_parts import marks_in
from aseansc.interchange.excel._layout import letters, sheets
from tests._profile import examples
from tests.interchange._tabular import (
    DAMAGES,
    HARD_TEXTS,
    damaged,
    members_of,
    repacked,
    within_a_second,
)
from tests.interchange._workbooks import GRIDS, WORKBOOK, Person, number_of, read, refusal, typed_in

MEMBERS = members_of(WORKBOOK)

# -- typed values


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
def test_exact_numbers_are_read_as_texts(name: str, typed: Any, text: str) -> None:
    beside = number_of("Observations", f"{name} (number)")
    unit = number_of("Observations", "value.unit")  # a unit that is not counted in whole numbers
    reading = typed_in("Observations", 2, number_of("Observations", name), typed, (beside, None), (unit, "hectare"))
    assert reading.rows["observations"][0].cells[name] == text
    assert not reading.problems


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("value.magnitude", 1 / 3, "more digits than Excel keeps"),
        ("value.magnitude", 12345678901234567.0, "more digits than Excel keeps"),
        ("value.magnitude", "40,40", "not a decimal number"),
        ("value.magnitude", "1e999999999", "not a decimal number"),
        ("value.magnitude", "NaN", "not a decimal number"),
        ("value.magnitude", True, "true or false instead of a text"),
        ("value.magnitude", dt.date(2018, 1, 1), "a date or time instead of a text"),
        ("citation.start", 2018.7, "not a whole number"),
        ("citation.start", "x", "not a whole number"),
        ("citation.start", dt.time(12), "a date or time instead of a text"),
        ("time.start", 2018.5, "a number instead of a day"),
        ("time.start", dt.datetime(2018, 1, 1, 12), "not a day"),
        ("time.start", dt.date(1900, 1, 5), "probably a year or the digits of a date"),
        ("time.start", "01/02/2018", "not a day"),
        ("citation.printed", dt.date(2018, 1, 1), "a date or time instead of a text"),
        ("time_collection", "totl", "unknown code"),
        ("value.unit", "househld", "no such unit"),
        ("statuses", "estimated; estimated", "appears twice"),
        ("statuses", "estimated; guessed", "unknown code"),
        ("place", "not_stated", "cannot be absent"),
        ("lists", r"a\b", "backslash"),
        ("citation.governed_by", "ước", "not a position range"),
        ("note.others", "words", "the language tag is missing"),
        ("per", "qualitative", "cannot be absent in this way"),
        ("id", None, "missing"),
        ("indicator", "nowhere", "nowhere"),
    ],
)
def test_an_invalid_cell_is_reported_with_its_address(name: str, typed: Any, problem: str) -> None:
    column, beside = number_of("Observations", name), number_of("Observations", "value.magnitude (number)")
    reading = typed_in("Observations", 3, column, typed, (beside, None))
    with pytest.raises(DocumentError) as caught:
        review_of(reading.rows, reading.locate, reading.problems)
    reported = {found.where.partition(",")[0] for found in caught.value.problems}
    assert f"Observations!{letters(column - 1)}3" in reported, caught.value
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("number", "text", "problem"),
    [
        (59000, "60000", "differs from the exact text"),
        (60000, None, "a number without an exact text"),
        ("sixty", "60000", "not a number"),
        (True, "60000", "not a number"),
        (60000, "? look it up", "a number beside a cell without one"),
    ],
)
def test_a_number_that_differs_from_its_text_is_reported(number: Any, text: str | None, problem: str) -> None:
    person = Person()
    person.fill("Observations", 2, **{"value.magnitude": text, "value.magnitude (number)": number})
    error = refusal(person.saved())
    address = person.address("Observations", 2, "value.magnitude (number)")
    assert problem in {found.where: str(found) for found in error.problems}[address]


def test_number_columns_may_be_missing() -> None:
    person = Person()
    column = person.heads("Observations")["value.magnitude (number)"]
    person.book["Observations"].delete_cols(column)
    assert read(person.saved()) == skeleton.load()


def test_all_problems_are_reported_at_once() -> None:
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


def test_problems_across_records_are_reported_at_their_records() -> None:
    person = Person()
    person.fill("Observations", 3, id=person.cell("Observations", 2, "id").value)
    assert "Observations!A3" in {problem.where for problem in refusal(person.saved()).problems}


def test_problems_of_mentions_are_reported_at_their_rows() -> None:
    person = Person()
    person.fill("Mentions", 3, citation__document="other")
    (problem,) = refusal(person.saved()).problems
    assert problem.where == person.address("Mentions", 3, "citation.document")


# -- changed sheets


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
    person.book["Lists"]["B1"] = 3


@pytest.mark.parametrize(
    ("change", "location"),
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
def test_a_workbook_with_a_changed_layout_is_refused_with_the_location(change: Any, location: str) -> None:
    person = Person()
    change(person)
    error = refusal(person.saved())
    assert location in {problem.where for problem in (error, *error.problems)}, error


def test_empty_sheets_and_empty_lines_are_ignored() -> None:
    person = Person()
    person.book.create_sheet("Sheet1")
    person.book["Observations"].insert_rows(3, 2)
    assert read(person.saved()) == skeleton.load()


def test_columns_may_be_in_any_order() -> None:
    person = Person()
    sheet = person.book["Claims"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(reversed(row), start=1):
            sheet.cell(number, column).value = value
            sheet.cell(number, column).number_format = "yyyy-mm-dd" if isinstance(value, dt.datetime) else "General"
    assert read(person.saved()) == skeleton.load()


# -- hostile workbooks


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
def test_formulas_and_errors_are_reported_with_their_cell(change: Any, name: str) -> None:
    person = Person()
    change(person)
    error = refusal(person.saved())
    assert person.address("Observations", 2, name) in {problem.where for problem in error.problems}


def test_the_formulas_that_libreoffice_writes_for_true_and_false_are_read() -> None:
    content = b"".join([b'<c r="A1" t="b"><f>FALSE()</f><v>0</v></c>', b'<c r="A2" t="b"><f>TRUE()+1</f><v>2</v></c>'])
    assert dict(marks_in(content, "Breakdowns", []).cells) == {"A2": "a formula"}
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
    "an empty file": lambda: b"",
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
    "not XML": lambda: repacked(MEMBERS, **{SHEET: b"{}"}),
    "a reference to a missing string": lambda: with_rows(b'<row r="90"><c r="A90" t="s"><v>999999</v></c></row>'),
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
    "a sheet without its part": lambda: repacked(MEMBERS, **{SHEET: None}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_within_a_second(name: str) -> None:
    refusal(HOSTILE[name]())


def test_a_hostile_draft_is_refused_within_a_second() -> None:
    with pytest.raises(DocumentError) as caught, within_a_second():
        excel.load_draft(io.BytesIO(HOSTILE["bad cells"]()))
    assert 1000 < len(caught.value.problems) < 5000


@given(DAMAGES)
def test_a_damaged_workbook_is_refused_or_gives_the_same_review(damages: list[tuple[str, float, int]]) -> None:
    try:
        review = read(damaged(WORKBOOK, damages))
    except AseanscError:
        return
    assert review == skeleton.load()


@settings(max_examples=30)
@given(st.sampled_from(sorted(MEMBERS)), DAMAGES)
def test_a_damaged_part_is_refused_or_gives_a_review(name: str, damages: list[tuple[str, float, int]]) -> None:
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


@settings(max_examples=examples(4))
@given(st.sampled_from([name for name in GRIDS if name != "Lists"]), st.integers(0, 30), st.integers(0, 60), TYPED)
@example("Claims", 14, 29, "?json {}")  # a column of another class of claim
def test_any_cell_is_read_or_reported_with_an_address(sheet: str, row: int, column: int, typed: Any) -> None:
    grid = GRIDS[sheet]
    row, column = row % len(grid), column % len(grid[0])
    for load in (review_of, draft_of):
        try:
            reading = typed_in(sheet, row + 1, column + 1, typed)
            load(reading.rows, reading.locate, reading.problems)
        except DocumentError as error:
            for problem in error.problems:
                assert problem.where.partition("!")[0].strip("'") in sheets(), error
