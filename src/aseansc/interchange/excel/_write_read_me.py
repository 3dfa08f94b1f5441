"""Write the first sheet of a workbook, which explains to people how to fill in the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from aseansc.interchange._tables.column_titles import titles_of
from aseansc.interchange._tables.columns import tables
from aseansc.interchange.excel._layout import NUMBER, quoted

Worksheet: TypeAlias = Any  # xlsxwriter has no type hints


def write_read_me(sheet: Worksheet, new_format: Callable[..., Any]) -> None:
    """Write the sheet that explains the workbook; `new_format` returns a format with some properties."""
    heading = new_format(bold=True, font_size=16, font_color="#17405E")
    under = new_format(bold=True, font_size=12, font_color="#17405E")
    plain, bold = new_format(text_wrap=True), new_format(bold=True)
    row = 0
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 70)
    sheet.write_string(row, 0, "The figures of a development review", heading)
    row += 1
    sheet.write_string(row, 0, "Số liệu của một báo cáo phát triển", new_format(italic=True, font_color="#5B7083"))
    row += 2
    sheet.write_string(row, 0, "The sheets", under)
    for table in tables().values():
        row += 1
        english, vi = titles_of(table.name)
        link = new_format(font_color="#17405E", underline=1)
        sheet.write_url(row, 0, f"internal:{quoted(english)}!A1", link, string=english)
        sheet.write_string(row, 1, vi)
        sheet.write_string(row, 2, _SHEETS[table.name], plain)
    for name, lines in _ADVICE.items():
        row += 2
        sheet.write_string(row, 0, name, under)
        for sign, words in lines:
            row += 1
            sheet.write_string(row, 0, sign, bold)
            sheet.merge_range(row, 1, row, 2, "", plain)
            sheet.write_string(row, 1, words, plain)
            sheet.set_row(row, 16 * (1 + len(words) // 105))
    sheet.hide_gridlines(2)
    sheet.set_tab_color("#E0A100")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


_SHEETS: Final[Mapping[str, str]] = {
    "review": "The review itself: title, programme, place and period. One line for each field.",
    "documents": "The documents from which figures are cited.",
    "units": "Units of your own, for things that the drop-downs do not offer.",
    "sections": "The sections of the document.",
    "instruments": "The legal and policy documents on which the review is based.",
    "indicators": "The indicators that the review measures. Fill them in before the figures.",
    "breakdowns": "Which indicators are the parts of another indicator, such as women and men of all persons.",
    "observations": "The values that the document states, one line for each printed figure, also where it prints "
    "… or - in place of a number.",
    "targets": "The planned values and the planned changes.",
    "claims": "Statements about figures: changes, attainments of plans, and shares of a whole.",
    "mentions": "Numbers in the text that are not figures: dates, ordinals, ages.",
    "findings": "Statements of the document in words: results, difficulties, actions.",
}

_ADVICE: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "Filling it in": (
        ("dark headers", "Required columns. An empty required cell of a line that you have begun is red."),
        ("light headers", "Optional columns. The note of the header explains the meaning of an empty cell."),
        (
            "number columns",
            f"Columns that end in{NUMBER} are for computations. The exact text in the column before is read: "
            "40.40 is not the same as 40.4. To change a figure, change the text, and change or clear the number: "
            "a workbook in which the two differ is refused.",
        ),
        (
            "decimals",
            "Digits with a decimal point, without thousands separators: 24737, 25.55. Qualifiers such as over have "
            "their own column.",
        ),
        ("days", "Dates of Excel, or texts such as 2018-12-31."),
        (
            "several values in a cell",
            r"Separate them by semicolons: estimated; revised. Inside a value, write \; for ; and \\ for \.",
        ),
        (
            "formulas",
            "A workbook with formulas, macros or links to other workbooks is refused. Paste values only.",
        ),
    ),
    "Special values of a cell": (
        (
            "? reason",
            "A gap: the value is still missing, with the reason. The cell is yellow. Overwrite it with the value.",
        ),
        (
            "blue cell",
            "A proposal of the program, in a draft. It counts as filled in: overwrite it where it is wrong.",
        ),
        (
            "sheet Times",
            "In a draft: the times that figures take from another sentence, a heading or the period of the report. "
            "Choose yes to confirm one for all its figures. Where it is wrong, change the time of the figure.",
        ),
        (
            "?? reason",
            "A gap for a whole group, such as value.magnitude and value.unit. Fill in all its required cells.",
        ),
        (
            "not_stated",
            "The document does not state it. In Observations, the status of a line without a number says why: missing, "
            "not_collected, not_existing or suppressed.",
        ),
        ("not_applicable", "The field does not apply to this record."),
        ("qualitative", "For a target: it is set in words, without a number."),
        ("→1", "The text is too long for a cell. It is in the sheet Long texts, under this number."),
        (
            r"\…",
            r"If a text equals one of these words or begins with ?, → or \, write \ before it, such as \not_stated.",
        ),
    ),
}
