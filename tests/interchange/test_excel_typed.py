"""Values that people type into a workbook are read as they mean them, or refused with the cell and a hint."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from attrs import evolve

from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import AseanscError, DocumentError
from aseansc.interchange import excel
from aseansc.interchange._tables.read_reviews import draft_of, review_of
from aseansc.interchange.excel._number_formats import shape_of, shows_day
from tests.interchange._tabular import dumped
from tests.interchange._workbooks import Person, number_of, read, refusal, typed_in

LAI_CHAU = dumped(excel.dump, lai_chau.load())
ROW = {"household": 2, "percent": 4}


def typed(unit: str, value: Any, *, name: str = "value.magnitude", code: str = "General", **more: Any) -> Any:
    """Return the reading after typing a value into the row of a figure, with an empty number column."""
    others = [(number_of("Observations", "value.magnitude (number)"), None)]
    others += [(number_of("Observations", other.replace("__", ".")), what) for other, what in more.items()]
    return typed_in("Observations", ROW[unit], number_of("Observations", name), value, *others, code=code)


def problems(reading: Any) -> list[AseanscError]:
    found: list[AseanscError] = []
    for load in (review_of, draft_of):
        with pytest.raises(DocumentError) as caught:
            load(reading.rows, reading.locate, reading.problems)
        found.extend(caught.value.problems)
    return found


@pytest.mark.parametrize(
    ("unit", "value", "code", "text"),
    [
        ("percent", 12.7, "General", "12.7"),
        ("percent", 12.7, "0.00", "12.7"),
        ("percent", 12.7, '0.0"%"', "12.7"),
        ("household", 1250.0, "General", "1250"),
        ("household", 1250.0, "#,##0", "1250"),
        ("household", 1250.0, "#,##0.00", "1250"),
        ("household", 1250.0, "0.00E+00", "1250"),
        ("household", 1250.0, '#,##0" hộ"', "1250"),
        ("household", 1250.0, "@", "1250"),
        ("household", "1250", "@", "1250"),
    ],
)
def test_a_number_is_read_with_the_printed_decimals(unit: str, value: Any, code: str, text: str) -> None:
    reading = typed(unit, value, code=code)
    assert reading.rows["observations"][ROW[unit] - 2].cells["value.magnitude"] == text
    assert review_of(reading.rows, reading.locate, reading.problems) == skeleton.load()


@pytest.mark.parametrize(
    ("unit", "value", "code", "problem", "hint"),
    [
        ("percent", 0.127, "0.00%", "as a percentage", "12.7"),
        ("percent", 0.127, "0%", "as a percentage", "12.7"),
        ("percent", 12.7, "0.00%", "as a percentage", ""),
        ("percent", 0.127, "General", "differs from the printed one", "12.7"),
        ("percent", "0.127", "@", "differs from the printed one", "12.7"),
        ("percent", 127.0, "#,##0", "differs from the printed one", "12.7"),
        ("percent", "12,7", "@", "not a decimal number", "12.7"),
        ("percent", "12,7%", "@", "not a decimal number", "12.7"),
        ("percent", "12.70", "@", "more or fewer decimals", "12.7"),
        ("percent", 13.0, "General", "differs from the printed one", "12.7"),
        ("percent", 12.698, "General", "differs from the printed one", "12.7"),
        ("percent", 12.69874, "0.0", "shows its number rounded", ""),
        ("percent", 127.0, "0.0‰", "the number format of the cell is not supported", ""),
        ("household", "1.250", "@", "differs from the printed one", "1250"),
        ("household", 1.25, "General", "differs from the printed one", "1250"),
        ("household", 1.25, "0.000", "differs from the printed one", "1250"),
        ("household", "1,250", "@", "not a decimal number", "1250"),
        ("household", "1 250", "@", "not a decimal number", "1250"),
        ("household", "1\u00a0250", "@", "not a decimal number", "1250"),
        ("household", "1.250 hộ", "@", "not a decimal number", "1250"),
        ("household", "1250.0", "@", "more or fewer decimals", "1250"),
        ("household", 1250000.0, "#,##0,", "scaled by a power of ten", ""),
        ("household", 1250000.0, '#,##0,"k"', "the number format of the cell is not supported", ""),
        ("household", 1.25, "# ?/?", "the number format of the cell is not supported", ""),
        ("household", 1250.0, "[<1000]0;0", "the number format of the cell is not supported", ""),
        ("household", 1.0, '0"250"', "the number format of the cell is not supported", ""),
        ("household", dt.date(2026, 12, 1), "d-mmm", "a date or time instead of a text", ""),
        ("household", True, "General", "true or false instead of a text", ""),
    ],
)
def test_an_ambiguous_figure_is_refused_at_its_cell(unit: str, value: Any, code: str, problem: str, hint: str) -> None:
    reading = typed(unit, value, code=code)
    for found in problems(reading):
        assert found.where == f"Observations!D{ROW[unit]}"
        assert problem in str(found)
        assert hint in found.hint


@pytest.mark.parametrize("value", ["1.250", "12.500", 12.5, 1.25])
@pytest.mark.parametrize("printed", ["nhiều hộ nghèo", None, "? look it up"])
def test_without_a_printed_number_an_ambiguous_point_is_refused(value: Any, printed: str | None) -> None:
    reading = typed("household", value, citation__printed=printed)
    with pytest.raises(DocumentError, match="the point may separate thousands or decimals"):
        draft_of(reading.rows, reading.locate, reading.problems)


def test_other_cells_of_the_row_may_state_that_the_point_separates_decimals() -> None:
    for more in ({"value__resolution": "0.001"}, {"value__unit": "hectare", "citation__printed": "1,250"}):
        reading = typed("household", "1.250", **more)
        assert reading.rows["observations"][ROW["household"] - 2].cells["value.magnitude"] == "1.250"
    beside = number_of("Observations", "value.magnitude (number)")
    column, row = number_of("Observations", "value.magnitude"), ROW["household"]
    for code, confirmed in (("0.000", True), ("#,##0.###", False), ("#,##0", False)):
        reading = typed_in("Observations", row, beside, 1.25, (column, "1.250"), code=code)
        text = reading.rows["observations"][row - 2].cells["value.magnitude"]
        assert (text == "1.250") is confirmed
    reading = typed_in(
        "Observations", row, beside, 1.25, (column, 1.25), code="0.00"
    )  # two numbers do not confirm each other
    assert reading.rows["observations"][row - 2].cells["value.magnitude"] != "1.25"


@pytest.mark.parametrize(
    ("value", "code", "problem"),
    [
        (0.01, "0%", "as a percentage"),
        ("1.000", "@", "not a decimal number"),
        (1000.0, "#,##0,", "scaled by a power of ten"),
    ],
)
def test_a_resolution_is_checked_like_a_magnitude(value: Any, code: str, problem: str) -> None:
    for found in problems(typed("household", value, name="value.resolution", code=code)):
        assert problem in str(found)


def test_a_resolution_without_its_thousands_is_refused() -> None:
    more = {"value__magnitude": "378000", "citation__printed": "378 nghìn"}
    reading = typed("household", 1.0, name="value.resolution", **more)
    with pytest.raises(DocumentError, match="the resolution does not match the printed number"):
        draft_of(reading.rows, reading.locate, reading.problems)


def test_a_percentage_in_a_number_column_is_refused() -> None:
    beside, row = number_of("Observations", "value.magnitude (number)"), ROW["percent"]
    for found in problems(typed_in("Observations", row, beside, 0.127, code="0.0%")):
        assert (found.where, "as a percentage" in str(found)) == (f"Observations!E{row}", True)


@pytest.mark.parametrize(
    ("value", "code", "problem"),
    [
        (dt.date(1905, 7, 15), "yyyy-mm-dd", "probably a year"),
        (dt.date(2752, 2, 20), "yyyy-mm-dd", "probably a year"),
        (dt.date(1900, 1, 18), "yyyy-mm-dd", "probably a year"),
        (dt.date(2018, 12, 1), "mmm-yy", "does not show the day, the month and the year"),
        (dt.date(2026, 4, 3), "d-mmm", "does not show the day, the month and the year"),
        (dt.date(2018, 1, 1), "yyyy", "does not show the day, the month and the year"),
        (2018.0, "General", "a number instead of a day"),
        ("31/12/2018", "@", "not a day"),
        ("2018", "@", "not a day"),
        (dt.datetime(2018, 12, 31, 12), "General", "not a day"),
    ],
)
def test_an_ambiguous_day_is_refused_at_its_cell(value: Any, code: str, problem: str) -> None:
    for found in problems(typed("household", value, name="time.start", code=code)):
        assert found.where == f"Observations!L{ROW['household']}"
        assert problem in str(found)


@pytest.mark.parametrize(
    ("name", "value", "code", "problem"),
    [
        ("citation.printed", 40.4, "General", "the cell shows it differently"),
        ("citation.printed", 24737.0, "#,##0", "the cell shows it differently"),
        ("id", 0.5, "0%", "the cell shows it differently"),
        ("citation.start", 0.5, "0%", "as a percentage"),
    ],
)
def test_a_number_instead_of_a_text_is_refused_if_it_is_shown_differently(
    name: str, value: Any, code: str, problem: str
) -> None:
    assert all(problem in str(found) for found in problems(typed("household", value, name=name, code=code))[:1])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("%", "'percent'"),
        ("‰", "'per_mille'"),
        ("VNĐ", "'VND'"),
        ("đồng", "'VND'"),
        ("ha", "'hectare'"),
        ("người", "'person'"),
        ("hộ", "'household'"),
        ("triệu đồng", "'VND'"),
        ("đồng/người/tháng", "'VND/person/month'"),
        ("%/năm", "'percent/year'"),
        ("househld", "'household'"),
        ("xyz", "declare it in Units"),
    ],
)
def test_the_hint_names_the_unit_that_is_meant(text: str, meant: str) -> None:
    for found in problems(typed("household", text, name="value.unit")):
        assert meant in found.hint
        assert "(" not in found.hint


# -- a whole review, typed into a workbook


def figures(person: Person) -> list[tuple[str, int, str, str, str]]:
    """Return the sheet, row, column, exact text and unit of each figure."""
    found: list[tuple[str, int, str, str, str]] = []
    for sheet, group in (("Observations", "value"), ("Targets", "value"), ("Claims", "value"), ("Mentions", "content")):
        for row in range(2, person.book[sheet].max_row + 1):
            text = person.cell(sheet, row, f"{group}.magnitude").value
            unit = person.cell(sheet, row, f"{group}.unit").value
            if isinstance(text, str) and text.replace(".", "").strip("-").isdigit():
                found.append((sheet, row, f"{group}.magnitude", text, unit))
    return found


def test_figures_typed_as_numbers_give_the_same_review() -> None:
    person = Person(LAI_CHAU)
    for sheet, row, name, text, _ in figures(person):
        cell = person.cell(sheet, row, name)
        cell.value, cell.number_format = float(text), "#,##0.00" if "." in text else "#,##0"
        person.cell(sheet, row, f"{name} (number)").value = None
    assert read(person.saved()) == lai_chau.load()


def test_every_percent_typed_as_a_percentage_is_refused_at_its_cell() -> None:
    person = Person(LAI_CHAU)
    typed_figures = [each for each in figures(person) if each[4].startswith("percent")]
    for sheet, row, name, text, _ in typed_figures:
        cell = person.cell(sheet, row, name)
        cell.value, cell.number_format = float(text) / 100, "0.00%"
        person.cell(sheet, row, f"{name} (number)").value = None
    found = {problem.where: problem.hint for problem in refusal(person.saved()).problems}
    assert len(typed_figures) > 18
    assert {person.address(sheet, row, name) for sheet, row, name, _, _ in typed_figures} == set(found)


@pytest.mark.parametrize("number_too", [False, True])
def test_every_figure_typed_as_printed_is_read_right_or_refused(number_too: bool) -> None:
    """Such as 1.250 and 40,40, as texts or, if an English Excel reads them as numbers, as numbers."""
    person = Person(LAI_CHAU)
    expected: set[str] = set()
    for sheet, row, name, text, _ in figures(person):
        whole, point, decimals = text.partition(".")
        printed = f"{int(whole):,}".replace(",", ".") + (f",{decimals}" if point else "")
        if printed == text or whole.endswith("000000"):
            continue
        person.cell(sheet, row, f"{name} (number)").value = None
        cell = person.cell(sheet, row, name)
        cell.value = float(printed) if number_too and "," not in printed and printed.count(".") == 1 else printed
        cell.number_format = "General"
        expected.add(person.address(sheet, row, name))
    found = {problem.where for problem in refusal(person.saved()).problems}
    assert len(expected) > 30
    assert found == expected


def test_a_year_typed_as_a_day_is_refused_in_the_1904_date_system() -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904  # type: ignore[import-untyped]

    person = Person()
    person.book.epoch = CALENDAR_MAC_1904
    person.fill("Observations", 2, time__start=2018)
    error = refusal(person.saved())
    assert person.address("Observations", 2, "time.start") in {problem.where for problem in error.problems}


def test_days_outside_the_safe_range_are_written_as_texts() -> None:
    from attrs import evolve

    from aseansc import Period

    for year in (1000, 1905, 1909, 1910, 2199, 2200, 9999):
        review = skeleton.load()
        first = evolve(review.observations[0], time=Period.year(year))
        changed = evolve(review, observations=(first, *review.observations[1:]))
        file = io.BytesIO(dumped(excel.dump, changed))
        assert excel.load(file) == changed


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("General", 0.127, "0.127"),
        ("0.00%", 0.127, "12.70"),
        ("#,##0,", 1250000.0, "1250"),
        ("0.0,,", 1250000.0, "1.3"),
        ("_(* #,##0.00_);_(* (#,##0.00);_(* -_);_(@_)", -12.7, "-12.70"),
        ("[$₫-42A]#,##0", 5.0, "5"),
        ("#,##0.###", 1250.5, "1250.5"),
        ('0 "m²"', 5.0, "5"),
        ("dd/mm/yyyy", 5.0, None),
        (";;;", 5.0, None),
        ('"Yes";"No"', 5.0, None),
        ("0" * 300, 5.0, None),
        ("0.00", 1e300, "1" + "0" * 300),
    ],
)
def test_the_number_shown_follows_from_the_number_format(code: str, number: float, shown: str | None) -> None:
    shape = shape_of(code, negative=number < 0)
    assert (None if shape is None else shape.shown(number)) == shown


def test_whether_a_format_shows_day_month_and_year() -> None:
    assert [shows_day(code) for code in ("yyyy-mm-dd", "[$-42A]d mmmm yyyy", "mmm-yy", "d-mmm", "yyyy")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("code", "positive", "negative"),
    [
        ("0.0", True, True),
        ("-0.0", False, False),
        ('"-"0.0', False, False),
        (r"\-0.0", False, False),
        ("000-000", False, False),
        ("0.00E-00", True, True),
        ("0.0;0.0", True, False),
        ("General;General", True, False),
        ("0.0;[Red]0.0", True, True),
        ("0.0;-0.0", True, True),
        ("0.0_);(0.0)", True, True),
        ('0.0" (ước)"', True, True),
        (r'_-* #,##0\ "₫"_-;\-* #,##0\ "₫"_-;_-* "-"??\ "₫"_-;_-@_-', True, True),
    ],
)
def test_a_cell_that_shows_another_sign_than_it_holds_is_refused(code: str, positive: bool, negative: bool) -> None:
    assert (shape_of(code) is not None, shape_of(code, negative=True) is not None) == (positive, negative)


def test_a_program_may_make_texts_of_all_cells() -> None:
    person = Person()
    for sheet in person.book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                    column = person.heads(sheet.title) if sheet.title == "Observations" else {}
                    exact = {number: name for name, number in column.items()}.get(cell.column, "")
                    beside = person.cell(sheet.title, cell.row, exact.removesuffix(" (number)")) if exact else cell
                    cell.value = str(beside.value)
    assert read(person.saved()) == skeleton.load()


@pytest.mark.parametrize("value", [6400000000.0, "6400000000"])
def test_a_magnitude_without_a_resolution_takes_that_of_the_scale_word_printed(value: Any) -> None:
    cells = {"value__unit": "VND", "citation__printed": "6,4 tỷ đồng"}
    reading = typed("household", value, **cells)
    row = reading.rows["observations"][ROW["household"] - 2].cells
    assert (row["value.magnitude"], row["value.resolution"]) == ("6400000000", "100000000")
    stated = typed("household", value, value__resolution="1", **cells).rows["observations"][ROW["household"] - 2].cells
    assert stated["value.resolution"] == "1"


def test_a_range_takes_the_finer_resolution_printed() -> None:
    cells = {"value__unit": "VND", "value__qualifier": "between", "citation__printed": "5-8,5 triệu đồng"}
    reading = typed("household", 5000000.0, value__upper="8500000", **cells)
    assert reading.rows["observations"][ROW["household"] - 2].cells["value.resolution"] == "100000"


def test_a_written_magnitude_whose_text_has_a_scale_word_keeps_its_resolution() -> None:
    review = skeleton.load()
    citation = evolve(review.observations[0].citation, printed="1,25 nghìn hộ,")
    first = evolve(review.observations[0], citation=citation)
    review = evolve(review, observations=(first, *review.observations[1:]))
    assert read(dumped(excel.dump, review)) == review


@pytest.mark.parametrize(
    ("code", "unit"), [('0.0"‰"', "percent"), ("0.0\\‰", "percent"), ('0.0"%"', "per_mille"), ('0.0" tấn"', "kilogram")]
)
def test_a_number_that_its_format_shows_in_another_unit_is_refused(code: str, unit: str) -> None:
    reading = typed("percent", 12.7, code=code, value__unit=unit)
    with pytest.raises(DocumentError, match="in another unit than that of its row"):
        draft_of(reading.rows, reading.locate, reading.problems)


@pytest.mark.parametrize(("code", "unit"), [('0.0"‰"', "per_mille"), ('0.0" tấn"', "tonne"), ('0.0" điểm"', "percent")])
def test_a_number_that_its_format_shows_in_its_own_unit_is_read(code: str, unit: str) -> None:
    reading = typed("percent", 12.7, code=code, value__unit=unit)
    assert reading.rows["observations"][ROW["percent"] - 2].cells["value.magnitude"] == "12.7"


@pytest.mark.parametrize("value", ["6,4", 6.4])
def test_the_hint_for_a_magnitude_typed_without_its_scale_word_is_the_full_number(value: Any) -> None:
    reading = typed("household", value, value__unit="VND", citation__printed="6,4 tỷ đồng")
    with pytest.raises(DocumentError) as caught:
        review_of(reading.rows, reading.locate, reading.problems)
    assert "6400000000" in caught.value.problems[0].hint


def test_apostrophes_may_separate_thousands_in_a_number_format() -> None:
    for code in ("#'##0", "#’##0.0", "#'##0;-#'##0"):
        reading = typed("household", 1250.0, code=code)
        assert reading.rows["observations"][ROW["household"] - 2].cells["value.magnitude"] == "1250"
