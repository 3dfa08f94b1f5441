"""Write a workbook for people to read and to fill in."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

from aseansc.drafts import Draft
from aseansc.interchange._document.scalars import Data
from aseansc.interchange._document.versions import VERSION
from aseansc.interchange._tables.cells import CHOICE, GAP
from aseansc.interchange._tables.column_titles import described, vietnamese
from aseansc.interchange._tables.columns import CONTEXT, LONG_TEXTS, ORIGIN, PROPOSED, Column, Form, Table, tables
from aseansc.interchange._tables.write_rows import tables_of
from aseansc.interchange.excel._check_parts import require_few, require_readable
from aseansc.interchange.excel._confirm_times import write_times
from aseansc.interchange.excel._drop_downs import DropDowns, list_of
from aseansc.interchange.excel._layout import (
    FIGURES,
    FIRST_DAY,
    LAST_DAY,
    LISTS,
    LONGEST_CELL,
    MARK,
    READ_ME,
    TIMES,
    UPRIGHT,
    heads,
    lacking,
    letters,
    quoted,
    sheets,
    title,
)
from aseansc.interchange.excel._line_breaks import with_signs
from aseansc.interchange.excel._write_figures import FIGURE_TABLES, write_figures
from aseansc.interchange.excel._write_read_me import write_read_me

Workbook: TypeAlias = Any  # xlsxwriter has no type hints
Worksheet: TypeAlias = Any
Format: TypeAlias = Any
Area: TypeAlias = tuple[int, int, int, int]
"""The first row and column, and the last row and column."""

_CREATED: Final = dt.datetime(2000, 1, 1)  # fixed, so that equal reviews give equal bytes
_ROOM: Final = 1000
"""The number of rows below the last record that also have drop-downs."""

_WIDEST: Final = 44
_LONGEST_MESSAGE: Final = 255
"""The most characters of the message beside a selected cell."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_INT: Final = re.compile(r"0|[1-9]\d{0,15}")
_NUMBER: Final = re.compile(r"-?\d+(?:\.(\d+))?")


def workbook_of(data: Data, draft: Draft | None = None) -> bytes:
    """Return the workbook for the data of a canonical JSON document; equal data gives equal bytes.

    Args:
        data: the data of the document of a review or a draft.
        draft: the draft, if it is the document of one.

    Raises:
        FieldError: for more records than tables may have.
        DocumentError: if the workbook is larger than the limit for reading.
        MissingExtraError: if the packages of the extra ``excel`` are not installed.
    """
    filled = tables_of(data, most=LONGEST_CELL, draft=draft is not None)
    require_few(_tags(filled, draft=draft is not None))
    made = io.BytesIO()
    with _new_book(made) as book:
        book.set_properties({"created": _CREATED, "title": "A development review", "author": "aseansc"})
        book.set_size(2400, 1400)
        _Writer(book, filled, draft).write()
    require_readable(made.getvalue())
    return made.getvalue()


def require_writable(records: Mapping[str, int]) -> None:
    """Raise an error for a review whose workbook would be too large to be read, before it is written.

    Args:
        records: the number of records of each table.

    Raises:
        DocumentError: if there are too many records.
    """
    known = tables()
    require_few(
        sum(
            count * sum(_TAGS if column.required else 1 for column in known[name].columns)
            for name, count in records.items()
        )
    )


_TAGS: Final = 4
"""The number of XML tags of a cell with a text; an empty cell with a format has one tag."""
_TAGS_OF_FIGURE: Final = 50
"""The number of XML tags of a figure in the sheet with all figures of a draft, with three questions."""


def _tags(filled: Mapping[str, list[list[str]]], *, draft: bool) -> int:
    """Return the number of XML tags for the rows, cells, number columns and shared strings of a workbook."""
    tags = 0
    texts: set[str] = set()
    for table in tables(draft=draft).values():
        rows = filled.get(table.name, [])
        if draft and table.name in FIGURE_TABLES:
            tags += _TAGS_OF_FIGURE * len(rows)
        figures = [number for number, column in enumerate(table.columns) if column.is_figure]
        for row in rows:
            tags += 2 + sum(_TAGS if text else 1 for text in row)
            tags += sum(map(_tags_of_choices, row))
            tags += sum(_TAGS for number in figures if _NUMBER.fullmatch(row[number]))
            texts.update(row)
    return tags + _TAGS * len(texts)


def _tags_of_choices(text: str) -> int:
    """Return the number of XML tags of the drop-down of a gap and of the answers in it."""
    return _TAGS * (1 + text.count(CHOICE)) if text.startswith(GAP) and CHOICE in text else 0


def _new_book(target: io.BytesIO) -> Workbook:
    try:
        from xlsxwriter import Workbook, worksheet  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]
    except ModuleNotFoundError:
        raise lacking("xlsxwriter") from None
    book = Workbook(target, {"in_memory": True})
    book.worksheet_class = type("Sheet", (worksheet.Worksheet,), {"_prepare_formula": _plain})
    return book


def _plain(_sheet: Worksheet, formula: str, _expands: bool = False) -> str:
    """Return a formula without its sign. xlsxwriter would look for the names of 200 newer functions in each one."""
    return formula.removeprefix("=")


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook, filled: Mapping[str, list[list[str]]], draft: Draft | None) -> None:
        self._book = book
        self._of_draft = draft
        self._draft = draft is not None
        self._filled = filled
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._lists = DropDowns(filled, draft=self._draft)

    def write(self) -> None:
        write_read_me(self._book.add_worksheet(READ_ME), self._format)
        if self._draft and any(self._filled[name] for name in FIGURE_TABLES):
            figures = self._book.add_worksheet(FIGURES)
            write_figures(figures, self._filled, self._format)
            figures.activate()
        taken = () if self._of_draft is None else self._of_draft.taken_times
        if self._of_draft is not None and taken:
            write_times(self._book.add_worksheet(TIMES), self._of_draft, taken, self._format)
        for name, table in sheets(draft=self._draft).items():
            if table.name == LONG_TEXTS and LONG_TEXTS not in self._filled:
                continue
            sheet = self._book.add_worksheet(name)
            if table.name == UPRIGHT:
                self._write_upright(sheet, table, self._filled[table.name][0])
            else:
                self._write_sheet(sheet, table, self._filled[table.name])
        self._write_lists(self._book.add_worksheet(LISTS))

    def _format(self, **properties: Any) -> Format:
        """Return a format of the workbook; equal properties give the same format."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"valign": "top", **properties})
        return self._formats[key]

    def _head(self, *, required: bool, number: bool = False) -> Format:
        colour = "#5B7083" if number else "#17405E" if required else "#3F74A3"
        return self._format(
            bold=True, font_color="#FFFFFF", bg_color=colour, text_wrap=True, border=1, border_color="#FFFFFF"
        )

    # -- cells

    def _style(self, column: Column, *, wrap: bool) -> Format:
        if column.form is Form.DAY:
            return self._format(num_format="yyyy-mm-dd", align="left", indent=1)
        if column.form is Form.INT:
            return self._format(num_format="0")
        if column.form is Form.DECIMAL:
            return self._format(num_format="@", align="right")
        return self._format(num_format="@", text_wrap=wrap, align="left", indent=1)

    def _put(self, sheet: Worksheet, row: int, number: int, text: str, column: Column, *, wrap: bool) -> None:
        """Write a cell: a day as a date, a whole number as a number, everything else as a text."""
        style = self._style(column, wrap=wrap)
        if not text:
            sheet.write_blank(row, number, None, style)
        elif (
            column.form is Form.DAY
            and _DAY.fullmatch(text)
            and (FIRST_DAY <= (day := dt.date.fromisoformat(text)) <= LAST_DAY)
        ):
            sheet.write_datetime(row, number, day, style)
        elif column.form is Form.INT and _INT.fullmatch(text):
            sheet.write_number(row, number, int(text), style)
        else:
            sheet.write_string(row, number, with_signs(text), style)

    def _put_number(self, sheet: Worksheet, row: int, number: int, text: str) -> None:
        """Write the number of a figure to its number column."""
        match = _NUMBER.fullmatch(text)
        value = float(text) if match else 0.0
        if match is None or abs(value) > 1e300 or (value == 0 and Decimal(text) != 0):
            return  # a gap, an absence, or a number outside the range of Excel
        places = min(len(match[1] or ""), 15)
        style = self._format(num_format="#,##0." + "0" * places if places else "#,##0", font_color="#5B7083")
        sheet.write_number(row, number, value, style)

    # -- sheets

    def _write_sheet(self, sheet: Worksheet, table: Table, rows: list[list[str]]) -> None:
        lines = [1] * len(rows)
        index = {column.name: number for number, column in enumerate(table.columns)}
        self._mark_columns(sheet, table, len(rows) + _ROOM)
        for number, (head, column, is_number) in enumerate(heads(table)):
            texts = [row[index[column.name]] for row in rows]
            width = _width(head, column, texts)
            self._write_head(sheet, 0, number, head, column, is_number=is_number)
            if is_number:
                self._write_numbers(sheet, number, width, texts)
            elif self._write_texts(sheet, number, width, table, column, texts):
                lines = [max(known, _lines(text, width)) for known, text in zip(lines, texts, strict=True)]
        for row, count in enumerate(lines, start=1):
            if count > 1:
                sheet.set_row(row, _LINE * count)
        sheet.freeze_panes(1, 1 + (table.columns[0] is CONTEXT))
        if rows:
            sheet.autofilter(0, 0, len(rows), len(list(heads(table))) - 1)
        sheet.set_row(0, 32)
        sheet.set_tab_color("#17405E" if rows else "#A9BBC9")
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write_numbers(self, sheet: Worksheet, number: int, width: float, texts: list[str]) -> None:
        """Write a number column."""
        sheet.set_column(number, number, width, self._format(num_format="#,##0.###", font_color="#5B7083"))
        for row, text in enumerate(texts, start=1):
            self._put_number(sheet, row, number, text)

    def _write_texts(
        self, sheet: Worksheet, number: int, width: float, table: Table, column: Column, texts: list[str]
    ) -> bool:
        """Write a column of a table; return whether its texts are wrapped."""
        wide = max(map(len, texts), default=0) > 2 * _WIDEST
        sheet.set_column(number, number, width, self._style(column, wrap=wide))
        for row, text in enumerate(texts, start=1):
            self._put(sheet, row, number, text, column, wrap=wide)
        area = (1, number, len(texts) + _ROOM, number)
        self._offer(sheet, table, column, area)
        self._offer_choices(sheet, table, column, number, texts)
        return wide

    def _write_upright(self, sheet: Worksheet, table: Table, cells: list[str]) -> None:
        """Write the only record of a table, with a line for each column."""
        for number, head in enumerate(("field", "value", "meaning")):
            sheet.write_string(0, number, head, self._head(required=True))
        for row, (column, text) in enumerate(zip(table.columns, cells, strict=True), start=1):
            self._write_head(sheet, row, 0, column.name, column, is_number=False)
            self._put(sheet, row, 1, text, column, wrap=True)
            needed = "required" if column.required else "may be left empty"
            explained = self._format(font_color="#5B7083", italic=True, text_wrap=True)
            words = f"{described(column)} ({needed})"
            sheet.write_string(row, 2, words, explained)
            sheet.set_row(row, _LINE * max(2, _lines(words, 60), _lines(text, 60)))
            self._offer(sheet, table, column, (row, 1, row, 1))
            if (source := self._lists.range_of_choices(text)) is not None:
                self._add_list(sheet, column, (row, 1, row, 1), source)
        self._mark(sheet, [(column, (row, 1, row, 1)) for row, column in enumerate(table.columns, start=1)], "")
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 60, self._format(num_format="@", text_wrap=True))
        sheet.set_column(2, 2, 60)
        sheet.freeze_panes(1, 1)
        sheet.set_tab_color("#17405E")
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def _write_head(
        self, sheet: Worksheet, row: int, number: int, head: str, column: Column, *, is_number: bool
    ) -> None:
        """Write the header of a column: its name, the Vietnamese name below it, and a note with the description."""
        style = self._head(required=column.required, number=is_number)
        sheet.write_string(row, number, f"{head}\n{vietnamese(column)}", style)
        if is_number:
            note = f"For computations only: the exact text in the column {column.name} is read. May be left empty."
        else:
            note = f"{described(column)}\n{'Required.' if column.required else 'May be left empty.'}"
        lines = 2 + len(note) // 42
        sheet.write_comment(
            row, number, note, {"author": "aseansc", "width": 300, "height": 17 * (lines + 1), "font_size": 9}
        )

    def _mark_columns(self, sheet: Worksheet, table: Table, last: int) -> None:
        """Colour the cells of a table by their content, down to a row."""
        areas = [
            (column, (1, number, last, number))
            for number, (_, column, is_number) in enumerate(heads(table))
            if not is_number
        ]
        first = _index_of(table, next(known for known in table.columns if known is not CONTEXT))
        self._mark(sheet, areas, f"${letters(first)}2")
        if PROPOSED in table.columns:
            self._mark_proposed(sheet, areas, f"${letters(_index_of(table, PROPOSED))}2")

    def _mark(self, sheet: Worksheet, areas: list[tuple[Column, Area]], first: str) -> None:
        """Colour gaps, and empty cells of required columns, if the first cell of their row is not empty."""
        self._colour(sheet, [area for _, area in areas], f'=LEFT({{cell}},1)="{GAP}"', "#FFE699")
        needed = [area for column, area in areas if column.required and not (self._draft and column.path[-1] == "en")]
        empty = f'=AND({first}<>"",{{cell}}="")' if first else '={cell}=""'
        self._colour(sheet, needed, empty, "#F8CBAD")

    def _mark_proposed(self, sheet: Worksheet, areas: list[tuple[Column, Area]], names: str) -> None:
        """Colour the cells that have what the program proposes, until a person changes them.

        Args:
            sheet: the sheet.
            areas: its columns.
            names: the first cell with the names of the proposed fields; a field of a single column has its text there.
        """
        fields: dict[str, list[Area]] = {}
        for column, area in areas:
            if column not in (CONTEXT, PROPOSED, ORIGIN):
                fields.setdefault(column.path[0], []).append(area)
        for name, own in fields.items():
            words = f'"; {name}: "' + ("&{cell}" if len(own) == 1 else "")
            self._colour(sheet, own, f'=AND({{cell}}<>"",ISNUMBER(SEARCH({words},"; "&{names})))', "#DDEBF7")

    def _colour(self, sheet: Worksheet, areas: list[Area], criteria: str, colour: str) -> None:
        """Colour the cells of areas that meet the criteria, a formula in which ``{cell}`` is the first of them."""
        names = [f"{letters(left)}{top + 1}:{letters(right)}{bottom + 1}" for top, left, bottom, right in areas]
        rule = {
            "type": "formula",
            "criteria": criteria.format(cell=names[0].partition(":")[0]),
            "format": self._format(bg_color=colour),
            "multi_range": " ".join(names),
        }
        sheet.conditional_format(*areas[0], rule)

    # -- drop-downs

    def _offer(self, sheet: Worksheet, table: Table, column: Column, area: Area) -> None:
        """Add a drop-down to a column; Excel refuses other codes, and warns of other units, places and ids."""
        other = table.refers.get(column.name)
        if other is not None:
            of_other = tables(draft=self._draft)[other]
            ids = letters(_index_of(of_other, of_other.column("id")))
            source = f"={quoted(title(other))}!${ids}$2:${ids}${len(self._filled[other]) + _ROOM}"
        elif (name := list_of(table, column)) is not None:
            source = self._lists.range_of(name)
        else:
            return
        self._add_list(sheet, column, area, source)

    def _offer_choices(self, sheet: Worksheet, table: Table, column: Column, number: int, texts: list[str]) -> None:
        """Add a drop-down with its likely answers to each gap of a column that has no drop-down of its own."""
        if column in (CONTEXT, PROPOSED, ORIGIN) or column.name in table.refers or list_of(table, column) is not None:
            return
        for row, text in enumerate(texts, start=1):
            source = self._lists.range_of_choices(text)
            if source is not None:
                self._add_list(sheet, column, (row, number, row, number), source)

    def _add_list(self, sheet: Worksheet, column: Column, area: Area, source: str) -> None:
        closed = column.form in (Form.CODE, Form.BOOL)
        sheet.data_validation(
            *area,
            {
                "validate": "list",
                "source": source,
                "error_type": "stop" if closed else "information",
                "input_message": _meanings_of(column),
                "error_title": column.name[:32],
                "error_message": "Choose a value from the list."
                if closed
                else "This value is not in the list. Keep it only if you are sure.",
            },
        )

    def _write_lists(self, sheet: Worksheet) -> None:
        """Write the hidden sheet with the lists of the drop-downs and the mark and version of the format."""
        sheet.write_string(0, 0, MARK)
        sheet.write_number(0, 1, VERSION)
        for number, (name, items) in enumerate(self._lists.items.items()):
            sheet.write_string(1, number, name)
            for row, item in enumerate(items, start=2):
                sheet.write_string(row, number, item)
        sheet.hide()


def _meanings_of(column: Column) -> str:
    """Return what the codes of a column mean in Vietnamese, which Excel shows beside a selected cell."""
    shown = ""
    for code, meaning in column.meanings:
        line = f"{code}: {meaning}"
        if len(shown) + len(line) >= _LONGEST_MESSAGE:
            break
        shown = f"{shown}\n{line}" if shown else line
    return shown


def _index_of(table: Table, column: Column) -> int:
    """Return the index of a column in the sheet of a table."""
    return next(number for number, (_, known, _) in enumerate(heads(table)) if known is column)


def _width(head: str, column: Column, texts: list[str]) -> float:
    """Return the width of a column for its texts, within limits."""
    under = vietnamese(column)
    least = max(len(head), len(under)) * 1.05 + 3
    longest = max((len(line) for text in texts for line in text.splitlines()), default=0) * 1.05 + 1
    if column.form is Form.DAY:
        return max(least, 11)
    return min(max(least, longest), max(_WIDEST, least))


_LINE: Final = 15.5
_MOST_LINES: Final = 12


def _lines(text: str, width: float) -> int:
    """Return the number of lines of a text in a column, up to a limit."""
    return min(_MOST_LINES, sum(1 + int(len(line) * 1.1 / width) for line in text.splitlines()))
