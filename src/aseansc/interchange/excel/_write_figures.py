"""Write the first sheet of the workbook of a draft: its figures in the order of the text, and what is asked of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from attrs import frozen

from aseansc.interchange._tables.cells import GAP
from aseansc.interchange._tables.columns import CONTEXT, PROPOSED, Table, tables
from aseansc.interchange.excel._layout import address, heads, title

Worksheet: TypeAlias = Any  # xlsxwriter has no type hints

OPENS, CLOSES = "【", "】"
"""The signs around a figure in its context."""

FIGURE_TABLES: Final = ("observations", "targets", "claims")
_HEADS: Final = (
    ("figure\ncon số", 18),
    ("sentence\ncâu văn", 70),
    ("indicator\nchỉ tiêu", 34),
    ("read as\nđọc là", 26),
    ("time\nthời gian", 24),
    ("proposed\nđề xuất", 22),
    ("to fill in\ncần điền", 60),
    ("where\nở đâu", 20),
)
_ASKED: Final = 6
_MOST_LINKS: Final = 60_000
"""Excel allows 65,530 links in a sheet."""


@frozen
class _Question:
    """A gap of a figure: its question, the name of its field, and the address of its cell."""

    words: str
    column: str
    cell: str


@frozen
class _Line:
    """A record of a figure: its cells by column, its table, and the number of its row in the sheet of the table."""

    cells: Mapping[str, str]
    table: Table
    row: int

    def at(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def address(self) -> str:
        return address(title(self.table.name), self.row, 0)

    def questions(self) -> Iterator[_Question]:
        """Yield the gaps of the record."""
        for number, (head, _, is_number) in enumerate(heads(self.table)):
            cell = self.at(head)
            if cell.startswith(GAP) and not is_number and head not in (CONTEXT.name, PROPOSED.name):
                words = cell.lstrip(GAP).strip() or "?"
                yield _Question(words, head, address(title(self.table.name), self.row, number))


def write_figures(sheet: Worksheet, filled: Mapping[str, list[list[str]]], new_format: Callable[..., Any]) -> None:
    """Write the figures of a draft in the order of the text, with links to the cells that are to be filled in.

    Args:
        sheet: the sheet.
        filled: the rows of each table of the draft.
        new_format: returns a format with some properties.
    """
    _lay_out(sheet, new_format)
    plain, bold = new_format(text_wrap=True), new_format(bold=True, text_wrap=True)
    link, gap = new_format(font_color="#17405E", underline=1), new_format(text_wrap=True, bg_color="#FFE699")
    marked = new_format(bold=True, font_color="#C00000")
    indicators = {line.at("id"): line for line in _lines_of("indicators", filled)}
    row, asked = 1, set[str]()
    for line in sorted((line for name in FIGURE_TABLES for line in _lines_of(name, filled)), key=_position):
        indicator = indicators.get(line.at("indicator"))
        sheet.write_string(row, 0, line.at("citation.printed"), bold)
        write_marked(sheet, row, 1, line.at(CONTEXT.name), plain, marked)
        shown = (_name(line, indicator), _value(line), _time(line), _proposed(line, indicator))
        for number, words in enumerate(shown, 2):
            sheet.write_string(row, number, words, plain)
        for question in _new_questions(line, indicator, asked):
            if question.words:
                sheet.write_string(row, _ASKED, f"{question.column}: {question.words}", gap)
            if row < _MOST_LINKS:
                sheet.write_url(row, _ASKED + 1, f"internal:{question.cell}", link, string=question.cell)
            row += 1


def _lay_out(sheet: Worksheet, new_format: Callable[..., Any]) -> None:
    """Write the headers of the sheet, and set how it is shown and printed."""
    head = new_format(bold=True, font_color="#FFFFFF", bg_color="#17405E", text_wrap=True)
    for number, (words, width) in enumerate(_HEADS):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, words, head)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 1)
    sheet.set_tab_color("#E0A100")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _new_questions(line: _Line, indicator: _Line | None, asked: set[str]) -> list[_Question]:
    """Return the gaps of a figure and its indicator that no earlier figure asks for; if there are none, its row."""
    of_indicator = () if indicator is None else indicator.questions()
    found = [question for question in (*line.questions(), *of_indicator) if question.cell not in asked]
    asked.update(question.cell for question in found)
    return found or [_Question("", "", line.address)]


def write_marked(sheet: Worksheet, row: int, column: int, words: str, plain: Any, marked: Any) -> None:
    """Write a context into a cell, with its figure in another format."""
    before, opened, rest = words.partition(OPENS)
    figure, closed, after = rest.partition(CLOSES)
    parts = [part for part in ((plain, before), (marked, figure), (plain, after)) if part[1]]
    if not (opened and closed and figure) or len(parts) == 1:
        sheet.write_string(row, column, words, plain)
        return
    sheet.write_rich_string(row, column, *(item for part in parts for item in part), plain)


def _lines_of(name: str, filled: Mapping[str, list[list[str]]]) -> Iterator[_Line]:
    table = tables(draft=True)[name]
    names = [column.name for column in table.columns]
    for row, cells in enumerate(filled[name], 2):
        yield _Line(dict(zip(names, cells, strict=True)), table, row)


def _position(line: _Line) -> tuple[int, int]:
    start = line.at("citation.start")
    return (int(start), line.row) if start.isdecimal() else (1 << 60, line.row)


def _name(line: _Line, indicator: _Line | None) -> str:
    if indicator is None:
        return line.at("actual") or line.at("part")
    name = indicator.at("name.vi") or indicator.at("name.en")
    return "" if name.startswith(GAP) else name


def _value(line: _Line) -> str:
    words = [line.at(f"value.{name}") for name in ("form", "qualifier", "magnitude", "upper", "unit")]
    breakdown = line.at("breakdown")
    shown = " ".join(word if not word.startswith(GAP) else GAP for word in words if word and word != "exact")
    return f"{shown}; {breakdown}" if breakdown else shown


def _time(line: _Line) -> str:
    span = [line.at("time.start"), line.at("time.end")]
    time = line.at("time.date") or " – ".join(span) * any(span)
    words = (time, line.at("time_collection"), line.at("per"), line.at("time_basis"))
    if time.startswith(GAP):
        return GAP
    return ", ".join(word if not word.startswith(GAP) else GAP for word in words if word)


def _proposed(line: _Line, indicator: _Line | None) -> str:
    """Return the names of the fields of a figure and of its indicator that are proposals."""
    found = [line.at(PROPOSED.name), *([] if indicator is None else [indicator.at(PROPOSED.name)])]
    names = [pair.partition(":")[0].strip() for cell in found for pair in cell.split("; ") if ":" in pair]
    return ", ".join(dict.fromkeys(names))
