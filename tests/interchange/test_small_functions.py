"""The functions that readers and writers of formats are made of, in all small cases and at the limits inside them."""

from __future__ import annotations

import csv as csv_of_python
import datetime as dt
import io
import itertools
import math
import re
import zipfile
from array import array
from functools import partial
from typing import Any

import openpyxl
import pytest
from attrs import evolve

from aseansc import Review, Text
from aseansc.datasets import skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError, LimitError
from aseansc.interchange import _xml, csv, excel, iati, json, sdmx
from aseansc.interchange._archives import Archive
from aseansc.interchange._document.read_json import require_bounded
from aseansc.interchange._recognize import advice, without_python
from aseansc.interchange._tables import Row
from aseansc.interchange._tables.cells import ARROW, Unreadable
from aseansc.interchange._tables.columns import CONTEXT, ORIGIN, PROPOSED, Form, tables
from aseansc.interchange._tables.long_texts import LongTexts
from aseansc.interchange._tables.printed_numbers import as_printed, differ_in_size, number_in
from aseansc.interchange._tables.unit_hints import unit_named
from aseansc.interchange._tables.write_rows import _LongTexts, field_shown
from aseansc.interchange.csv import _read_rows, _seen_cells
from aseansc.interchange.excel import _write_figures, _write_workbook
from aseansc.interchange.excel._check_parts import _size_of_texts
from aseansc.interchange.excel._layout import FIRST_DAY, LAST_DAY, UPRIGHT, title
from aseansc.interchange.excel._number_formats import GENERAL
from aseansc.interchange.excel._read_cells import text_of
from aseansc.interchange.excel._read_figures import Beside, Context, _figure_problem, check_figures
from aseansc.interchange.iati._extension import OwnReader
from aseansc.interchange.iati._foreign_values import any_words
from aseansc.interchange.open_sdg._read_cells import identifier
from aseansc.interchange.sdmx._foreign import draft_from_rows
from aseansc.interchange.sdmx._foreign_columns import Columns
from aseansc.limits import Limits, within
from tests.interchange._sdmx_samples import GENERIC_ML, SDG_CSV, SERIES_ML

REVIEW = skeleton.load()


# -- printed numbers


def _meant(token: str) -> set[str]:
    """Return the numbers that a number with two or more points and commas may be: thousands with or without decimals."""
    if re.fullmatch(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})+", token):
        return {re.sub("[.,]", "", token)}
    mixed = re.fullmatch(r"([1-9]\d{0,2}(?:(?P<mark>[.,])\d{3})(?:(?P=mark)\d{3})*)(?!(?P=mark))[.,](\d+)", token)
    return {f"{re.sub('[.,]', '', mixed[1])}.{mixed[3]}"} if mixed else set()


def test_several_separators_group_thousands_or_the_number_is_not_read() -> None:
    for size, parts in ((3, ("1", "12", "123", "012", "1234")), (4, ("12", "123"))):
        for groups in itertools.product(parts, repeat=size):
            for marks in itertools.product(".,", repeat=size - 1):
                token = "".join(itertools.chain(*itertools.zip_longest(groups, marks, fillvalue="")))
                found = number_in(f"có {token} ha", unit="hectare")
                assert (set() if found is None else {found}) == _meant(token), token


def test_a_separator_before_three_digits_is_read_by_the_unit_and_the_language() -> None:
    for text, unit, lang, number in (
        ("1.250 ha", "hectare", "vi", "1250"), ("1,250 ha", "hectare", "en", "1250"), ("1.25 ha", "hectare", "vi", "1.25"),
        ("1,250 ha", "hectare", "vi", "1.250"), ("1.250 hộ", "household", "en", "1250"), ("1,250 hộ", "household", "vi", "1250"),
        ("0,125 ha", "hectare", "vi", "0.125"), ("1250,125 ha", "hectare", "vi", "1250.125"), ("1 250 ha", "hectare", "vi", "1250"),
        ("1 250,5 ha", "hectare", "vi", "1250.5"), ("-5 ha", "hectare", "vi", "-5"), ("5 ha, 6 ha", "hectare", "vi", None),
        ("12 nghìn hộ", "household", "vi", "12000"), ("2 triệu tỷ đồng", "VND", "vi", "2000000000000000"), ("hai hộ", "household", "vi", None),
    ):  # fmt: skip
        assert number_in(text, unit=unit, lang=lang) == number, (text, unit, lang)


def test_what_is_no_number_or_no_unit_of_the_catalogue_decides_nothing() -> None:
    for number, text in (("40.4", "40.40"), ("-40.4", "-40.40"), ("40,4", None), ("", None), ("x", None), ("41", None)):
        assert as_printed("40,40%", number) == text, number
    for one, other, differ in (
        ("percent", "per_mille", True), ("percent", "percent", False), ("percent", "person", False), ("x", "percent", False),
        ("percent", "", False), ("hectare/year", "square_kilometre", True),
    ):  # fmt: skip
        assert differ_in_size(one, other) is differ, (one, other)
    for words, code in (
        ("percent", "percent"), ("hộ", "household"), ("tạ/ha", "quintal/hectare"), ("percent/percent", None), ("person/person", None), ("x", None), ("tạ/x", None),
    ):  # fmt: skip
        assert unit_named(words) == code, words


# -- figures that are typed into a workbook


MAGNITUDE = next(column for column in tables()["observations"].columns if column.name == "value.magnitude")


def test_a_number_that_excel_keeps_without_its_last_zeros_must_be_typed_as_a_text() -> None:
    context = Context(printed="mười hai rưỡi", unit="hectare", lang="vi", magnitude="", resolution="")
    for text, decimals, shown in (
        ("12.5", 2, 2),
        ("12.5", 1, 0),
        ("12.5", 0, 0),
        ("12", 1, 1),
        ("12.50", None, 0),
        ("12", 0, 0),
    ):
        found = _figure_problem(MAGNITUDE, text, context, None, decimals)
        assert (found is not None) is (shown > 0), (text, decimals)
        if found is not None:
            assert found.got == f"{text}, shown with {shown} decimals"


def test_a_typed_cell_is_a_text_or_a_problem_by_its_type_and_how_it_is_shown() -> None:
    day, flag, number = (
        next(column for table in tables().values() for column in table.columns if column.form is form)
        for form in (Form.DAY, Form.BOOL, Form.DECIMAL)
    )
    iso = "yyyy-mm-dd"
    for cell, column, code, text in (
        ("5 x", number, GENERAL, "5 x"), (True, flag, GENERAL, "true"), (False, flag, GENERAL, "false"), (True, number, GENERAL, None),
        (5, number, GENERAL, "5"), (5.0, number, "0", "5"), (0.1, number, GENERAL, "0.1"), (1e-7, number, GENERAL, "0.0000001"),
        (5, day, GENERAL, None), (5, flag, GENERAL, None), (math.inf, number, GENERAL, None), (-math.inf, number, GENERAL, None),
        (math.nan, number, GENERAL, None), (0.25, number, "0%", None), (0.25, number, "0.0", None), (0.25, number, "0.00", "0.25"),
        (b"5", number, GENERAL, None), (None, number, GENERAL, None), (dt.date(2018, 1, 1), number, iso, None),
        (FIRST_DAY, day, iso, f"{FIRST_DAY}"), (LAST_DAY, day, iso, f"{LAST_DAY}"), (FIRST_DAY - dt.timedelta(1), day, iso, None),
        (LAST_DAY + dt.timedelta(1), day, iso, None), (dt.datetime(2018, 1, 31), day, iso, "2018-01-31"),
        (dt.datetime(2018, 1, 31, 7), day, iso, None), (dt.time(7), day, iso, None), (dt.timedelta(7), day, iso, None),
        (dt.date(2018, 1, 31), day, "yyyy", None), (1234567890123456.0, number, GENERAL, None), (1e14, number, GENERAL, "100000000000000"),
        (0.1 + 0.2, number, GENERAL, None),
    ):  # fmt: skip
        found = text_of(cell, column, code)
        assert (None if isinstance(found, Unreadable) else found) == text, (cell, column.name, code, found)


def test_messages_show_the_beginning_of_a_long_cited_text() -> None:
    for size, shown in ((50, 50), (60, 60), (61, 60), (200, 60)):
        printed = "12,7%".ljust(size, "x")
        context = Context(printed=printed, unit="percent", lang="vi", magnitude="", resolution="")
        for text, exact in (("0.127", None), ("12.70", "12.7")):
            problem = _figure_problem(MAGNITUDE, text, context, exact, None)
            assert problem is not None
            assert f"the cited text is {printed[:shown]!r}" in str(problem.expected), (size, text)
            assert printed[: shown + 1] not in str(problem.expected) or size <= shown


def test_the_tags_of_a_workbook_are_counted_before_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The count is not exact, but for more records, the file has about as many tags more as were counted."""

    def tags_of(source: Review | Draft) -> tuple[int, int]:
        counted: list[int] = []
        monkeypatch.setattr(_write_workbook, "require_few", counted.append)
        content = io.BytesIO()
        excel.dump(source, content)
        book = zipfile.ZipFile(content)
        parts = [book.read(name) for name in book.namelist() if re.search(r"sheet\d+\.xml$|sharedStrings", name)]
        return counted[-1], sum(part.count(b"<") - part.count(b"</") for part in parts)

    few = evolve(REVIEW, claims=(), mentions=(), findings=())
    for one, other in ((few, REVIEW), (as_draft(few), as_draft(REVIEW))):
        before, after = tags_of(one), tags_of(other)
        more, tags = after[0] - before[0], after[1] - before[1]
        assert 0.5 * tags < more < 2 * tags, (more, tags)


def as_draft(review: Review) -> Draft:
    return json.loads_draft(json.dumps(review))


# -- limits inside readers


def _is_within(items: int, check: Any, text: str) -> bool:
    try:
        with within(Limits(items=items)):
            check(text)
    except LimitError:
        return False
    return True


def test_only_what_takes_much_more_memory_than_its_text_counts_as_items() -> None:
    """A value of JSON counts by its comma and quotes, an element of XML by its tag and attributes, unless it is long."""
    json_value, long_value = '"abcdefgh":"12345678",', "1,"
    element, usual = '<a b="1234567890">1234567890</a>', f"<a>{'x' * 40}</a>"
    for check, text, items in (
        (partial(require_bounded, where="x"), json_value * 50, 1),
        (partial(require_bounded, where="x"), long_value * 100, 120),
        (partial(require_bounded, where="x"), "[" * 100, 144),
        (partial(require_bounded, where="x"), "{" * 100, 480),
        (partial(require_bounded, where="x", comma=30), long_value * 100, 60),
        (_xml._require_bounded, usual * 50, 1),
        (_xml._require_bounded, element * 100, 466),
        (_xml._require_bounded, "<a/>" * 100, 3300),
        (_xml._require_bounded, "<a " + "xmlns:a='1' " * 5 + "/>", 1000),
    ):
        assert _is_within(items, check, text), text[:20]
        assert items == 1 or not _is_within(items - 1, check, text), text[:20]


def test_a_line_of_csv_may_be_as_long_as_all_of_its_cells_in_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_read_rows, "LONGEST_CELL", 5)
    for columns, longest in ((1, 14), (2, 28), (3, 42)):
        for size in (longest - 1, longest, longest + 1):
            try:
                (line,) = _read_rows._Lines(b"x" * size, "a.csv", columns)
                assert size <= longest
                assert len(line) == size
            except DocumentError as error:
                assert size > longest, (columns, size)
                assert f"at most {longest} characters" in str(error)


def test_a_resolution_shows_the_multiple_of_a_number_that_is_printed_without_it() -> None:
    """In a table in billions, 44,7 is 44 700 000 000; what is typed instead is refused with this number."""
    for printed, resolution, text, expected in (
        ("44,7", "100000000", "44700000000", ""),
        ("44,7", "100000000", "-44700000000", ""),
        ("44,7", "100000000", "44700000", "44700000000, because"),
        ("44,7", "100000000", "44.7", "44700000000, because"),
        ("1.850", "1000000", "1850000000", ""),
        ("1.850", "1000000", "1850", "1850000000, because"),
        ("44,7", "0.1", "44.7", ""),
        ("44,7", "0.1", "447", "44.7, if that is meant"),
        ("44,7", "", "44700000", "44.7, if that is meant"),
        ("44,7 tỷ đồng", "100000000", "44700000000", ""),
        ("44,7 tỷ đồng", "100000000", "44700000", "44700000000, if that is meant"),
        ("1.250", "0.001", "1.250", ""),
    ):
        context = Context(printed=printed, unit="VND", lang="vi", magnitude=text, resolution=resolution)
        exact = as_printed(printed, text, unit="VND")
        problem = _figure_problem(MAGNITUDE, text, context, exact, None)
        assert str(problem.expected if problem else "").startswith(expected), (printed, resolution, text, problem)
        assert bool(problem) is bool(expected), (printed, resolution, text, problem)


def test_only_commas_outside_quotes_are_fields_of_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_read_rows, "_MOST_MORE", 3)
    quoted = '"' + ",,,,\r\n" * 20 + '"",,"'
    for row, separators in (
        (f"{quoted},a,b", 2),
        (f"a,{quoted},b", 2),
        (f"{quoted},,,,", 4),
        (f"{quoted},,,,,", 5),
        (f",,,{quoted},,", 5),
        (f",,{quoted},,{quoted}", 4),
    ):
        lines = _read_rows._Lines(f"{row}\r\n{row}\r\n".encode(), "a.csv", 2)
        try:
            for cells in csv_of_python.reader(lines, strict=True):
                assert len(cells) == separators + 1, row
                lines.next_row()
            assert separators < 5, row
        except DocumentError as error:
            assert separators >= 5, row
            assert "too many fields" in str(error)


def test_what_columns_contain_does_not_depend_on_how_many_rows_are_read_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    columns = [column for column in tables()["observations"].columns if column.name in ("value.magnitude", "note.en")]
    rows = [("1e3", "nan"), ("2", "a"), ("nan", "b"), ("1e3", "nan"), ("3", ""), ("4e1", "c")]

    def seen(count: int) -> list[_seen_cells.SeenColumn]:
        cells = _seen_cells.SeenCells(columns, [column.name for column in columns])
        for row in rows[:count]:
            cells.add(row)
        return cells.columns()

    every = [seen(count) for count in range(len(rows) + 1)]
    for together in (1, 2, 5):
        monkeypatch.setattr(_seen_cells, "_TOGETHER", together)
        assert [seen(count) for count in range(len(rows) + 1)] == every
    *_, (magnitudes, notes) = every
    assert [magnitudes.is_full, notes.is_full] == [True, False]
    assert [magnitudes.words, notes.words] == [{"nan"}, {"nan"}]
    assert magnitudes.corrected == {"1e3": "1000", "4e1": "40"}


def test_the_most_fields_of_a_row_of_csv(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to the limit, it is a problem of its row, and the other rows are read; more end the reading."""
    monkeypatch.setattr(_read_rows, "_MOST_MORE", 5)
    files = csv.files_of(REVIEW)
    head, first, rest = files["observations.csv"].decode().split("\r\n", 2)
    for more, problem in ((0, ""), (1, "differ in the number of fields"), (5, "differ in"), (6, "too many fields")):
        files["observations.csv"] = f"{head}\r\n{first}{',' * more}\r\n{rest}".encode()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        packed.seek(0)
        try:
            assert csv.load(packed) == REVIEW
            found = ""
        except AseanscError as error:
            found = str(error)
        assert problem in found if problem else not found, (more, found)


def test_the_most_kinds_of_rows_of_sdmx(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every combination of attributes is a kind: here those with a status, and those without."""
    for most, accepted in ((1, False), (2, True), (3, True)):
        monkeypatch.setitem(draft_from_rows.__globals__, "_MOST_KINDS", most)
        try:
            sdmx.loads_draft(SERIES_ML)
        except DocumentError as error:
            assert not accepted, most
            assert error.problems[-1].expected == f"at most {most} in one document"
        else:
            assert accepted, most


def test_what_the_reader_of_sdmx_remembers_changes_no_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {text: sdmx.loads_draft(text) for text in (SERIES_ML, GENERIC_ML, SDG_CSV)}
    for most, (names, name) in itertools.product(
        (1, 2, 3), ((draft_from_rows.__globals__, "_MOST_SERIES"), (Columns.read_time.__globals__, "_MOST_TIMES"))
    ):
        monkeypatch.setitem(names, name, most)
        for text, draft in whole.items():
            assert sdmx.loads_draft(text) == draft, (name, most)


def test_long_texts_are_cut_into_parts_that_fit() -> None:
    cut = _LongTexts(10)
    long = ["a" * 11, "ệ" * 11, "\U0001f33e" * 6, "abcde" * 5, "x" * 15]
    assert [cut.shortened(text) for text in ("", "a" * 10, "\U0001f33e" * 5)] == ["", "a" * 10, "\U0001f33e" * 5]
    assert [cut.shortened(text) for text in long] == [f"{ARROW}{number}" for number in range(1, len(long) + 1)]
    for number, text in enumerate(long, 1):
        parts = [(part, words) for name, part, words in cut.rows if name == str(number)]
        assert [part for part, _ in parts] == [str(part) for part in range(1, len(parts) + 1)]
        assert "".join(words for _, words in parts) == text
        assert all(0 < len(words.encode("utf-16-le")) // 2 <= 10 for _, words in parts)


def test_a_proposed_cell_is_coloured_as_long_as_it_has_the_proposed_words() -> None:
    """The name of a field with several columns is enough, because its words are not those of one cell."""
    file = io.BytesIO()
    excel.dump(as_draft(REVIEW), file)
    book = openpyxl.load_workbook(file)
    for table in (table for table in tables(draft=True).values() if table.name != UPRIGHT):
        rules = {
            str(area.sqref): rule.formula[0]
            for area in book[title(table.name)].conditional_formatting
            for rule in area.rules
            if "ISNUMBER" in rule.formula[0]
        }
        heads = {str(cell.value).partition("\n")[0]: cell.column_letter for cell in book[title(table.name)][1]}
        fields: dict[str, list[str]] = {}
        for column in table.columns:
            if PROPOSED in table.columns and column not in (CONTEXT, PROPOSED, ORIGIN):
                fields.setdefault(column.path[0], []).append(heads[column.name])
        assert len(rules) == len(fields), table.name
        for field, letters in fields.items():
            (formula,) = [rule for area, rule in rules.items() if re.findall("[A-Z]+(?=2)", area) == letters]
            assert f'"; {field}: "' in formula
            assert (f'"&{letters[0]}2,' in formula) is (len(letters) == 1), formula


def test_the_sheet_of_figures_has_heads_that_stay_in_view() -> None:
    file = io.BytesIO()
    excel.dump(
        as_draft(evolve(REVIEW, claims=(), mentions=(), findings=(), targets=(), observations=REVIEW.observations[:1])),
        file,
    )
    sheet = openpyxl.load_workbook(file)["Figures"]
    assert [cell.value for cell in sheet[1]] == [words for words, _ in _write_figures._HEADS]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert [round(width) for width in widths] == [width + 1 for _, width in _write_figures._HEADS[:3]]


def test_a_long_text_counts_for_every_cell_that_refers_to_it() -> None:
    rows = [
        Row(2, {"text": "1", "part": "1", "words": "a" * 30}),
        Row(3, {"text": "1", "part": "2", "words": "b" * 20}),
    ]
    for cells, most, accepted in ((1, 49, False), (1, 50, True), (3, 149, False), (3, 150, True)):
        texts = LongTexts(rows, lambda *_: "x")
        try:
            with within(Limits(size=most)):
                found = [texts.named(f"{ARROW}1", "x") for _ in range(cells)]
            assert accepted, (cells, most)
            assert found == ["a" * 30 + "b" * 20] * cells
        except LimitError:
            assert not accepted, (cells, most)


def test_a_proposed_field_is_shown_by_all_of_its_cells_and_by_no_others() -> None:
    columns = tables()["observations"].columns
    cells = [(column, f" {number}  x ") for number, column in enumerate(columns)]
    for field in ("id", "value", "time", "note", "citation"):
        own = [number for number, column in enumerate(columns) if column.path[0] == field]
        assert field_shown(field, cells) == " | ".join(f"{number} x" for number in own), field
        assert field_shown(field, [(column, "") for column, _ in cells]) == ""


def test_an_id_is_made_of_the_english_words_or_else_of_any() -> None:
    why = Gap(reason=Text(en="why"))
    for name, words in (
        (Text(en="Poor", vi="Nghèo"), "Poor"),
        (PartialRecord(Text, {"en": why, "vi": "Nghèo"}), "Nghèo"),
        (PartialRecord(Text, {"en": why}), ""),
        (why, ""),
    ):
        assert any_words(name) == words, name


def test_positions_of_records_are_whole_numbers_of_at_most_nine_digits() -> None:
    text = iati.dumps(REVIEW)
    first = re.search(r'position="(\d+)"', text)
    assert first is not None
    for position, problem in (
        *(("9" * 9, "records before this one are missing"), ("9" * 10, "not a position"), ("01", "not a position")),
        *((other, "not a position") for other in ("0", "", "x", "٣")),
    ):
        with pytest.raises(DocumentError, match=problem) as refused:
            iati.loads(text[: first.start(1)] + position + text[first.end(1) :])
        assert ("not a position" in str(refused.value)) is (problem == "not a position"), position


# -- archives, workbooks and files


def test_an_archive_that_ends_too_early_is_refused_wherever_it_ends() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "text" * 9)
    whole = packed.getvalue()
    assert Archive(whole, "test").read("a.txt") == b"text" * 9
    assert Archive(whole + b" " * 9, "test").names == ("a.txt",)
    for size in range(len(whole)):
        with pytest.raises(DocumentError, match="zip archive"):
            Archive(whole[:size], "test")


def test_shared_texts_are_counted_for_each_cell_that_has_them() -> None:
    sizes = array("L", [3, 50, 700])
    for numbers in itertools.chain.from_iterable(itertools.product((0, 1, 2), repeat=size) for size in range(4)):
        cells = "".join(f'<c r="A{row}" t="s"><v>{number}</v></c>' for row, number in enumerate(numbers, 1))
        found = _size_of_texts(f"<row>{cells}<c r='B1'><v>9</v></c></row>".encode(), "sheet", sizes)
        assert found == sum(sizes[number] for number in numbers), numbers
    for cell, problem in (
        ("<v>3</v>", "does not exist"),
        ("<v>x</v>", "unsupported form"),
        ("<is/>", "unsupported form"),
    ):
        with pytest.raises(DocumentError, match=problem):
            _size_of_texts(f'<c r="A1" t="s">{cell}</c>'.encode(), "sheet", sizes)


def test_every_figure_of_a_row_is_checked_whichever_agrees_with_its_number() -> None:
    table = tables()["observations"]
    names = [column.name for column in table.columns if column.form is Form.DECIMAL and column.is_figure][:3]
    assert len(names) > 1
    for agreed in itertools.product((False, True), repeat=len(names)):
        found: dict[str, Any] = {"citation.printed": "12,7%", "value.unit": "percent", **dict.fromkeys(names, "x")}
        found |= {name: "12.7" for name, agrees in zip(names, agreed, strict=True) if agrees}
        beside = {name: Beside(12.7, "0.0") for name, agrees in zip(names, agreed, strict=True) if agrees}
        check_figures(table, found, {}, beside, {})
        wrong = [isinstance(found[name], Unreadable) or found[name] == "x" for name in names]
        assert wrong == [not agrees for agrees in agreed], agreed


def test_an_identifier_has_at_most_sixty_letters() -> None:
    for words, made in (
        ("Hộ nghèo", "ho-ngheo"), ("a" * 59, "a" * 59), ("a" * 60, "a" * 60), ("a" * 61, "a" * 60), ("a" * 59 + " b", "a" * 59),
        ("-x-", "x"), ("…", "x"), ("", "x"), ("Đắk 5%", "dak-5"),
    ):  # fmt: skip
        assert identifier(words) == made, words


def test_an_element_that_is_not_known_has_the_line_of_the_nearest_around_it() -> None:
    reader = OwnReader()
    reader.lines = {"a": "line 3", "a.b[2]": "line 5"}
    for path, line in (
        ("a", "line 3 (a)"), ("a.b", "line 3 (a.b)"), ("a.b[1]", "line 3 (a.b[1])"), ("a.b[2]", "line 5 (a.b[2])"),
        ("a.b[2].c.d", "line 5 (a.b[2].c.d)"), ("x", "x"), ("x.y[1]", "x.y[1]"), ("", ""),
    ):  # fmt: skip
        assert reader.location(path) == line, path


def test_the_character_that_the_encoding_of_a_file_lacks_is_shown(tmp_path: Any) -> None:
    text = json.dumps(REVIEW)
    first = next(character for character in text if ord(character) > 127)
    with (tmp_path / "ascii").open("w", encoding="ascii") as narrow, pytest.raises(FieldError) as caught:
        json.dump(REVIEW, narrow)
    assert str(caught.value.got)[0] == first
    assert not str(caught.value.got).isascii()


def test_problems_of_a_draft_have_the_json_path_of_their_steps() -> None:
    inside, outside = FieldError("wrong", where="Review 'a'"), FieldError("wrong", where="Review 'a'")
    inside.steps = ("observations", 2, "value")
    found = json.located("draft.json", [inside, outside])
    assert [item.where for item in found] == ["$.observations[2].value", "Review 'a'"]


def test_files_are_recognized_by_their_first_line_or_root() -> None:
    for text, kind in (
        ("Năm,Hộ\n2018,5\n", "a plain table"), ("Năm;Hộ\n", "a plain table"), ("Năm\tHộ\n", "a plain table"), ("Năm\n2018\n", ""),
        ("<a,b>", ""), ("{a,b", ""), ("[a,b", ""), ("[[1,2]]", "a list of records"), ("Year,Value\n", "a data file of Open SDG"),
        ("Year;Value\n", "a table with the columns of Open SDG"), ("value,year\n", "a table with the columns of Open SDG"),
        ("Year,Sex\n", "a plain table"), ("STRUCTURE,A\n", "SDMX-CSV"), ("DATAFLOW,A\n", "SDMX-CSV"), ("A,STRUCTURE\n", "a plain table"),
        ("<x:html>", "an HTML page"), ("<HTML>", "an HTML page"), ("<!DOCTYPE html>", "an HTML page"), ("<!doctype htmlx>", ""),
        ("<!-- <html> --><Structure/>", "an SDMX-ML structure message"), ("<!-- x", ""), ("<Error/>", ""), ("<Error a='sdmx'/>", "an answer of an SDMX registry"),
        ("<DataQuery/>", "an SDMX-ML query"), ("<Querying/>", ""), ("\ufeff \n%PDF", "a PDF file"), ("x%PDF", ""),
        ('{"class": 1, "id": 1, "size": 1}', ""), ('{"dataflows": 1}', "an SDMX-JSON structure message"),
    ):  # fmt: skip
        found = advice(text, "")
        assert found.startswith(f"This is {kind}") if kind else found == "", (text, found)


def test_hints_for_a_person_at_a_terminal_have_no_calls() -> None:
    for hint, left in (("Use json.load(path).", ""), ("Use load(path).", ""), ("Use another path (see above).", None)):
        error = FieldError("wrong", hint=hint)
        outer = DocumentError("wrong", hint=hint, problems=(error,))
        without_python(outer)
        assert outer.hint == error.hint == (hint if left is None else left)
