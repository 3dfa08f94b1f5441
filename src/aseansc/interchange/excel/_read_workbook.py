"""Read a workbook that people have filled in."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from aseansc.errors import AseanscError, DocumentError, FieldError, unknown_name
from aseansc.interchange._document.versions import VERSIONS, renamed_fields
from aseansc.interchange._tables import Row, not_a_review, require_few, with_resolutions
from aseansc.interchange._tables.columns import LONG_TEXTS
from aseansc.interchange._tables.move_rows import move_rows
from aseansc.interchange.excel._check_parts import Marks, marks_of
from aseansc.interchange.excel._confirm_times import confirmed_ids
from aseansc.interchange.excel._layout import (
    FIGURES,
    LISTS,
    MARK,
    READ_ME,
    TIMES,
    UPRIGHT,
    address,
    lacking,
    quoted,
    sheets,
    title,
)
from aseansc.interchange.excel._read_sheet import Grid, Sheet

_OF_FIGURES: Final = ("observations", "targets", "claims")
"""The tables whose records have a time that a person may confirm."""


@frozen
class Reading:
    """The rows of the tables in a workbook, and the locations of their cells.

    Args:
        rows: the rows of each table.
        head_columns: for each table, the index of the sheet column of each header (of the row in the sheet Review).
        problems: the problems of the number columns of figures, and of rows that cannot be moved.
        moved: the table and row number in the workbook of each row that belongs to another table.
        confirmed: the ids of the figures whose times are confirmed in the sheet `TIMES`.
    """

    rows: dict[str, list[Row]]
    head_columns: dict[str, dict[str, int]]
    problems: list[AseanscError]
    moved: dict[tuple[str, int], tuple[str, int]] = field(factory=dict)
    confirmed: set[str] = field(factory=set)

    def locate(self, table: str, row: int, column: str) -> str:
        """Return the location of a cell, row or table, such as ``Observations!C7``."""
        table, row = self.moved.get((table, row), (table, row))
        sheet, head_columns = title(table), self.head_columns[table]
        if table == UPRIGHT:
            return address(sheet, head_columns[column] + 1, 1) if column in head_columns else quoted(sheet)
        return address(sheet, row, head_columns.get(column, 0)) if row else quoted(sheet)


def read_workbook(content: bytes) -> Reading:
    """Return the rows in a workbook.

    Raises:
        DocumentError: if it is not a workbook in the layout of this format; lists every problem of sheets and headers.
        MissingExtraError: if the packages of the extra ``excel`` are not installed.
    """
    marks = marks_of(content)
    return reading_of(grids_of(content, list(marks)), marks)


def reading_of(grids: dict[str, Grid], marks: Mapping[str, Marks]) -> Reading:
    """Return the rows for the cell values of the sheets and the marks found by the guard.

    Raises:
        DocumentError: for unexpected sheets or headers; lists every problem of them.
    """
    version = _version_of(grids)
    problems: list[AseanscError] = []
    reading = Reading({}, {}, [])
    for name, table in sheets(draft=True).items():
        if name in grids:
            sheet = Sheet(name, table, grids[name], marks[name], renamed_fields(version, table.name))
            reading.head_columns[table.name] = sheet.head_columns
            require_few(len(grids[name]), quoted(name))
            wrong = list(sheet.problems())
            problems.extend(wrong)
            languages = _languages(reading.rows.get("documents", []))
            reading.rows[table.name] = [] if wrong else list(sheet.rows(reading.problems, languages))
        elif table.name != LONG_TEXTS:
            hint = "Add it with its headers and no rows."
            problems.append(FieldError("a sheet is missing", where=quoted(name), hint=hint))
    problems.extend(_unknown_sheets(grids))
    if problems:  # with wrong columns, the cells cannot be read
        raise not_a_review(problems)
    if TIMES in grids:
        known = {row.cells.get("id") for table in _OF_FIGURES for row in reading.rows.get(table, ())}
        reading.confirmed.update(confirmed_ids(grids[TIMES], known, reading.problems))
    reading.problems.extend(move_rows(reading.rows, reading.moved, reading.locate))
    if version == 1:
        reading.rows.update(with_resolutions(reading.rows))
    return reading


def _unknown_sheets(grids: dict[str, Grid]) -> Iterator[AseanscError]:
    for name in [name for name in grids if name not in {*sheets(), READ_ME, FIGURES, TIMES, LISTS}]:
        if any(cell != "" for row in grids[name] for cell in row):
            error = unknown_name("sheet", name, sheets(), where=quoted(name))
            error.hint = error.hint or "Delete the sheet, because its cells are not read."
            yield error


def _languages(documents: list[Row]) -> dict[str, str]:
    """Return the language of each document by its id, where a row states both."""
    pairs = [(row.cells.get("id"), row.cells.get("lang", "vi")) for row in documents]
    return {ident: lang for ident, lang in pairs if isinstance(ident, str) and isinstance(lang, str)}


def grids_of(content: bytes, names: list[str]) -> dict[str, Grid]:
    """Return the cell values of every sheet, each as a list of rows from row 1."""
    try:
        from python_calamine import CalamineWorkbook
    except ModuleNotFoundError:
        raise lacking("python-calamine") from None
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    except BaseException as error:  # a panic in its Rust code is not an Exception
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        hint = "Open it in Excel or LibreOffice, and save it again."
        raise DocumentError("the workbook is damaged", where="excel.load", got=str(error)[:200], hint=hint) from None


def _version_of(grids: dict[str, Grid]) -> int:
    """Return the version of a workbook; raise an error unless it has the mark of this format and a known version."""
    first = (grids.get(LISTS) or [[]])[0]
    if first[:1] != [MARK]:
        raise DocumentError(
            "not a workbook of a review",
            where=address(LISTS, 1, 0),
            expected=f"{MARK!r}, as in every workbook that aseansc writes",
            hint="Start from an empty workbook: aseansc template my.xlsx.",
        )
    version = first[1] if len(first) > 1 else None
    version = int(version) if isinstance(version, str) and version in map(str, VERSIONS) else version
    if version not in VERSIONS:
        raise DocumentError(
            "unknown workbook version",
            where=address(LISTS, 1, 1),
            got=version,
            expected=f"one of {', '.join(map(str, VERSIONS))}",
        )
    return int(version)
