"""A Data Package rewritten by another program is read unchanged, or its cells are reported."""

from __future__ import annotations

import csv as plain_csv
import io
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from aseansc import Citation, Review, Value
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import DocumentError
from aseansc.interchange import csv
from aseansc.interchange._archives import packed
from aseansc.interchange._tables.columns import Form, Table, tables
from aseansc.units import household, percent
from tests.growth import slope
from tests.interchange._tabular import dumped, members_of

REVIEW = lai_chau.load()
MEMBERS = members_of(dumped(csv.dump, REVIEW))
BOM = b"\xef\xbb\xbf"
Columns = dict[str, list[str]]


def read(members: dict[str, bytes]) -> Review:
    return csv.load(io.BytesIO(packed(members)))


def saved(members: dict[str, bytes], change: Callable[[Table, Columns], None], **options: Any) -> dict[str, bytes]:
    """Return the files after a program has changed their columns and written them with its own options."""
    made = dict(members)
    for name, table in tables().items():
        header, *rows = plain_csv.reader(io.StringIO(members[f"{name}.csv"].decode(), newline=""))
        columns = {key: [row[number] for row in rows] for number, key in enumerate(header)}
        change(table, columns)
        text = io.StringIO(newline="")
        plain_csv.writer(text, **options).writerows([list(columns), *zip(*columns.values(), strict=True)])
        made[f"{name}.csv"] = text.getvalue().encode()
    return made


def of_form(table: Table, columns: Columns, *forms: Form) -> list[str]:
    return [column.name for column in table.columns if column.form in forms and any(columns[column.name])]


def as_doubles(table: Table, columns: Columns) -> None:
    """Change the columns as DuckDB and Polars do: a column with at least one decimal point becomes doubles."""
    for name in of_form(table, columns, Form.DECIMAL, Form.INT):
        if any("." in cell for cell in columns[name]):
            columns[name] = [repr(float(cell)) if cell else "" for cell in columns[name]]


def as_pandas(table: Table, columns: Columns) -> None:
    """Change the columns as pandas does: numbers with empty cells become doubles, and true becomes True."""
    for name in of_form(table, columns, Form.DECIMAL, Form.INT):
        if "" in columns[name] or any("." in cell for cell in columns[name]):
            columns[name] = [repr(float(cell)) if cell else "" for cell in columns[name]]
    for name in of_form(table, columns, Form.BOOL):
        columns[name] = [cell.capitalize() for cell in columns[name]]


def with_times(table: Table, columns: Columns) -> None:
    for name in of_form(table, columns, Form.DAY):
        columns[name] = [f"{cell} 00:00:00" if cell else "" for cell in columns[name]]


def with_exponents(table: Table, columns: Columns) -> None:
    for name in of_form(table, columns, Form.DECIMAL):
        columns[name] = [f"{float(cell):.15e}" if cell else "" for cell in columns[name]]


def padded(table: Table, columns: Columns) -> None:
    for name in of_form(table, columns, Form.DECIMAL):
        columns[name] = [f"{Decimal(cell):.3f}" if cell else "" for cell in columns[name]]


def stripped(table: Table, columns: Columns) -> None:
    for name in of_form(table, columns, Form.DECIMAL):
        columns[name] = [f"{Decimal(cell).normalize():f}" if cell else "" for cell in columns[name]]


def reversed_columns(_table: Table, columns: Columns) -> None:
    turned = dict(reversed(columns.items()))
    columns.clear()
    columns.update(turned)


def unchanged(_table: Table, _columns: Columns) -> None:
    pass


def with_word(word: str) -> Callable[[Table, Columns], None]:
    def change(table: Table, columns: Columns) -> None:
        as_pandas(table, columns)
        for name, cells in columns.items():
            columns[name] = [cell or word for cell in cells]

    change.__name__ = f"with {word}"
    return change


CHANGES = [as_doubles, as_pandas, with_times, with_exponents, padded, stripped, reversed_columns]
CHANGES += [with_word(word) for word in ("NULL", "NaN", "nan", "<NA>", "None")]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_review_is_equal_after_a_program_has_guessed_types(change: Callable[[Table, Columns], None]) -> None:
    made = saved(MEMBERS, change)
    assert made != MEMBERS
    assert read(made) == REVIEW


def test_without_correction_many_figures_would_change_their_precision() -> None:
    made = saved(MEMBERS, as_doubles)
    rows = plain_csv.DictReader(io.StringIO(made["observations.csv"].decode()))
    changed = [row for row, figure in zip(rows, REVIEW.observations, strict=True) if _digits(row) != str(figure.value)]
    assert len(changed) > 40


def _digits(row: dict[str, str]) -> str:
    return row["value.magnitude"]


@pytest.mark.parametrize(
    "options", [{"quoting": plain_csv.QUOTE_ALL}, {"lineterminator": "\n"}, {"lineterminator": "\r"}], ids=str
)
def test_quotes_and_line_ends_have_no_meaning(options: dict[str, Any]) -> None:
    assert read(saved(MEMBERS, unchanged, **options)) == REVIEW


@pytest.mark.parametrize("name", sorted(MEMBERS))
def test_a_byte_order_mark_is_ignored(name: str) -> None:
    assert read({**MEMBERS, name: BOM + MEMBERS[name]}) == REVIEW


@pytest.mark.parametrize("end", [b"\r\n", b"\n\n\n", b",,,,,,\r\n", b"\r\n,,,,,,\r\n\r\n"])
def test_blank_rows_at_the_end_are_ignored(end: bytes) -> None:
    made = {**MEMBERS, "units.csv": MEMBERS["units.csv"] + end}
    assert read(made) == REVIEW


# -- cells that cannot be decided


def problem_of(members: dict[str, bytes]) -> Any:
    with pytest.raises(DocumentError) as caught:
        read(members)
    (problem,) = caught.value.problems
    return problem


def of_value(value: Value, printed: str) -> Review:
    """Return the skeleton with another value and printed text in one observation."""
    review = skeleton.load()
    old = next(item for item in review.observations if getattr(item.value, "unit", None) == value.unit)
    assert isinstance(old.citation, Citation)
    cited = evolve(old.citation, printed=printed, end=old.citation.start + len(printed), governed_by=())
    new = evolve(old, value=value, citation=cited)
    return evolve(review, observations=tuple(new if item is old else item for item in review.observations))


def with_magnitude(review: Review, was: str, cell: str) -> dict[str, bytes]:
    members = members_of(dumped(csv.dump, review))
    text = members["observations.csv"]
    assert f",{was},".encode() in text
    return {**members, "observations.csv": text.replace(f",{was},".encode(), f",{cell},".encode(), 1)}


@pytest.mark.parametrize("cell", ["400.0", "4e2", "4.0e+02", "400.00", "399.99999999999994"])
def test_added_decimals_of_a_figure_in_words_are_reported_at_the_cell(cell: str) -> None:
    members = with_magnitude(of_value(Value.exact(400, household), "bốn trăm hộ"), "400", cell)
    problem = problem_of(members)
    assert problem.where == "observations.csv, line 2, value.magnitude"
    assert problem.got == cell
    assert "value.resolution" in problem.hint


@pytest.mark.parametrize("cell", ["1.250", "1.25", "12.5", "1250000"])
def test_a_figure_that_differs_from_the_printed_one_is_reported_at_the_cell(cell: str) -> None:
    problem = problem_of(with_magnitude(skeleton.load(), "1250", cell))
    assert (problem.where, problem.expected) == ("observations.csv, line 2, value.magnitude", "1250")


@pytest.mark.parametrize("cell", ["1250.0", "1.25e3", "1.25E+03", "1250.00"])
def test_the_printed_figure_decides_the_decimals(cell: str) -> None:
    assert read(with_magnitude(skeleton.load(), "1250", cell)) == skeleton.load()


def test_a_double_is_read_as_the_printed_number() -> None:
    review = skeleton.load()
    rows = list(plain_csv.DictReader(io.StringIO(members_of(dumped(csv.dump, review))["observations.csv"].decode())))
    cells = [row["value.magnitude"] for row in rows if re.fullmatch(r"[0-9]+\.[0-9]+", row["value.magnitude"])]
    assert cells
    for cell in cells:
        assert read(with_magnitude(review, cell, f"{cell}{'0' * (16 - len(cell))}4")) == review


@pytest.mark.parametrize("digits", ["4.0", "25.50", "0.0", "1.250", "0.30000000000000004"])
@pytest.mark.parametrize("printed", ["một nửa", "4%", "25,5%", "0%", "1,25%"])
def test_the_resolution_is_written_if_the_printed_text_does_not_decide(digits: str, printed: str) -> None:
    review = of_value(Value.exact(digits, percent), printed)
    members = members_of(dumped(csv.dump, review))
    assert read(members) == review
    rows = plain_csv.DictReader(io.StringIO(members["observations.csv"].decode()))
    assert digits in [row["value.magnitude"] for row in rows if row["value.resolution"]]
    assert read(saved(members, stripped)) == review


def test_a_word_for_missing_is_reported_if_other_cells_are_empty() -> None:
    text = MEMBERS["observations.csv"].replace(b",household,,,", b",household,,NaN,", 1)
    assert problem_of({**MEMBERS, "observations.csv": text}).got == "NaN"


def test_a_day_with_a_time_other_than_midnight_is_reported() -> None:
    text = MEMBERS["documents.csv"].replace(b"2019-11-15", b"2019-11-15 07:00:00")
    assert problem_of({**MEMBERS, "documents.csv": text}).where == "documents.csv, line 2, date"


def test_the_time_to_read_grows_linearly_with_the_figures() -> None:
    observation = skeleton.load().observations[0]

    def work(size: int) -> Callable[[], object]:
        more = tuple(
            evolve(observation, id=f"o{number}", value=Value.exact(number, household)) for number in range(size)
        )
        content = dumped(csv.dump, evolve(skeleton.load(), observations=(*skeleton.load().observations, *more)))
        return lambda: csv.load(io.BytesIO(content))

    assert slope(work, (200, 400, 800), runs=2) <= 1.2


# -- archives made by operating systems


CLUTTER = {
    ".DS_Store": b"\0",
    "Thumbs.db": b"\0",
    "desktop.ini": b"[x]",
    "._units.csv": b"\0",
    "__MACOSX/._units.csv": b"\0",
    "__MACOSX/": b"",
}


@pytest.mark.parametrize("folder", ["", "pkg/", "./", "a b/ư/", "pkg\\"])
def test_an_archive_may_have_a_folder_and_files_of_operating_systems(folder: str) -> None:
    more = {folder: b""} if folder.endswith("/") else {}
    made = {**more, **{f"{folder}{name}": content for name, content in {**MEMBERS, **CLUTTER}.items()}, **CLUTTER}
    assert read(made) == REVIEW


@pytest.mark.parametrize(
    "names",
    [
        ["../{}"],
        ["/pkg/{}"],
        ["a/{}", "b/{}"],
        ["{}", "pkg/{}"],
        ["a/../../{}"],
    ],
)
def test_an_archive_with_other_folders_is_refused(names: list[str]) -> None:
    with pytest.raises(DocumentError, match="does not belong"):
        read({name.format(file): content for name in names for file, content in MEMBERS.items()})


def test_two_names_for_one_file_are_refused() -> None:
    with pytest.raises(DocumentError, match="contains a file name twice"):
        read({**{f"p/{name}": content for name, content in MEMBERS.items()}, "p\\units.csv": b""})


def test_a_folder_may_have_files_of_operating_systems(tmp_path: Any) -> None:
    csv.dump(REVIEW, tmp_path / "package")
    for name, content in CLUTTER.items():
        if "/" not in name:
            (tmp_path / "package" / name).write_bytes(content)
    (tmp_path / "package" / "__MACOSX").mkdir()
    assert csv.load(tmp_path / "package") == REVIEW


def test_only_stored_and_deflated_members_are_read() -> None:
    import zipfile

    for method, good in [(zipfile.ZIP_STORED, True), (zipfile.ZIP_DEFLATED, True), (zipfile.ZIP_BZIP2, False)]:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", method) as archive:
            for name, content in MEMBERS.items():
                archive.writestr(name, content)
        if good:
            assert csv.load(io.BytesIO(made.getvalue())) == REVIEW
        else:
            with pytest.raises(DocumentError, match="unsupported compression method"):
                csv.load(io.BytesIO(made.getvalue()))


def with_missing_numbers(table: Table, columns: Columns) -> None:
    """What R does: it writes NA for an empty number, and for all of a column that is empty; empty texts stay."""
    for column in table.columns:
        cells = columns[column.name]
        numeric = all(re.fullmatch(r"-?[0-9.]*|true|false", cell) for cell in cells)
        columns[column.name] = [cell or "NA" for cell in cells] if numeric else cells


def with_some_nulls(table: Table, columns: Columns) -> None:
    """What a database does that tells an empty text from none."""
    for column in table.columns[::2]:
        columns[column.name] = [cell or r"\N" for cell in columns[column.name]]


@pytest.mark.parametrize("change", [with_missing_numbers, with_some_nulls, with_word("NA"), with_word(r"\N")])
@pytest.mark.parametrize("review", [REVIEW, skeleton.load()], ids=["large", "small"])
def test_words_for_nothing_are_read_as_empty_cells(change: Callable[[Table, Columns], None], review: Review) -> None:
    assert read(saved(members_of(dumped(csv.dump, review)), change)) == review


def test_a_text_may_be_a_word_for_nothing() -> None:
    review = skeleton.load()
    named = evolve(review, documents=tuple(evolve(document, title="NA") for document in review.documents))
    members = members_of(dumped(csv.dump, named))
    assert read(members) == named
    assert read(saved(members, as_pandas)) == named


@pytest.mark.parametrize("digits", ["13", "12", "12.70000001", "12.6984126984127", "13.0", "1.3E+01"])
def test_a_number_that_a_program_rounded_is_reported(digits: str) -> None:
    members = members_of(dumped(csv.dump, skeleton.load()))
    text = members["observations.csv"].replace(b",12.7,", f",{digits},".encode(), 1)
    problem = problem_of({**members, "observations.csv": text})
    assert (problem.got, problem.expected) == (digits, "12.7")


def test_a_review_may_state_a_number_that_its_text_rounds() -> None:
    review = skeleton.load()
    observations = tuple(
        evolve(one, value=Value.exact("12.698", percent)) if one.id == "poverty-rate.2023.end" else one
        for one in review.observations
    )
    changed = evolve(review, observations=observations, claims=(), targets=())
    assert read(members_of(dumped(csv.dump, changed))) == changed
