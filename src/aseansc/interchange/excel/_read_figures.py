"""Check the figures that a person typed against the printed text of their citation.

A workbook that the library writes has each figure twice: as an exact text, and in the next column as a number shown
with the same decimals. If both agree, they are accepted. Otherwise a figure is compared with the cited text of its row:
if the text decides, the figure is read with the printed decimals, or refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from aseansc.errors import FieldError
from aseansc.interchange._document.scalars import MAGNITUDE
from aseansc.interchange._tables.cells import ARROW, GAP, Unreadable
from aseansc.interchange._tables.columns import Column, Form, Table
from aseansc.interchange._tables.printed_numbers import (
    as_printed,
    number_in,
    printed_conflict,
    resolution_printed,
    thousands_meant,
)
from aseansc.interchange.excel._layout import NUMBER
from aseansc.interchange.excel._number_formats import shape_of

Found = dict[str, "str | Unreadable"]


@frozen
class Beside:
    """The number in the number column of a figure, which agrees with the exact text, and its number format."""

    number: float
    code: str

    def confirms(self, text: str) -> bool:
        """Return whether the cell shows exactly the decimals of the text, as in a workbook that the library wrote."""
        shape = shape_of(self.code, negative=self.number < 0)
        places = min(len(text.partition(".")[2]), 15)
        return shape is not None and shape.power == 0 and shape.places == shape.least == places


@frozen
class Context:
    """The cells of a row that decide how its figures are read.

    Args:
        printed: the cited text; "" if missing.
        unit: the code of the unit; "" if missing.
        lang: the language of the document.
        magnitude: the magnitude of the same group; "" if missing.
        resolution: whether the row states the resolution.
    """

    printed: str
    unit: str
    lang: str
    magnitude: str
    resolution: bool


def check_figures(
    table: Table, found: Found, numbers: Mapping[str, int], beside: Mapping[str, Beside], languages: Mapping[str, str]
) -> None:
    """Replace the figures of a row by their exact texts, or by their problems.

    Args:
        table: the table of the row.
        found: the texts of the row by column; changed in place.
        numbers: for each column whose cell has a number instead of a text, the least number of decimals that it shows.
        beside: the numbers in number columns that agree with their figures, by column.
        languages: the languages of the documents by id.
    """
    for column in table.columns:
        text = found.get(column.name)
        if column.form is not Form.DECIMAL or not isinstance(text, str) or text.startswith((GAP, ARROW)):
            continue
        if column.name not in numbers and column.name in beside and beside[column.name].confirms(text):
            continue
        group = column.name.rpartition(".")[0]
        context = Context(
            printed=_plain(found, "citation.printed"),
            unit=_plain(found, "unit" if group == "bounds" else f"{group}.unit"),
            lang=languages.get(_plain(found, "citation.document"), "vi"),
            magnitude=_plain(found, f"{group}.magnitude"),
            resolution=bool(_plain(found, f"{group}.resolution")),
        )
        found[column.name] = _checked(column, text, context, numbers.get(column.name))


def _plain(found: Found, name: str) -> str:
    text = found.get(name, "")
    return "" if isinstance(text, Unreadable) or text.startswith((GAP, ARROW)) else text


def _checked(column: Column, text: str, context: Context, decimals: int | None) -> str | Unreadable:
    """Return the exact text of one figure, or its problem.

    Args:
        column: the column of the figure.
        text: the text or digits in its cell.
        context: the cells that decide how it is read.
        decimals: the least number of decimals that the cell shows; None if it has a text.
    """
    problem: FieldError | None = None
    exact: str | None = None
    if not MAGNITUDE.fullmatch(text):
        problem = _not_a_number(text, number_in(text, unit=context.unit, lang=context.lang))
    elif column.name.endswith(".resolution"):
        problem = _wrong_resolution(text, context, is_number=decimals is not None)
    elif column.is_figure:
        exact = as_printed(context.printed, text, unit=context.unit, lang=context.lang)
        problem = _figure_problem(column, text, context, exact, decimals)
    if problem is not None:
        return Unreadable(problem)
    return text if exact is None or decimals is None else exact


def _figure_problem(
    column: Column, text: str, context: Context, exact: str | None, decimals: int | None
) -> FieldError | None:
    """Return the problem of a figure that differs from the printed one or is ambiguous."""
    if context.resolution and (exact is not None or text.lstrip("-") in context.printed):
        return None  # such as 1.250 with the resolution 0.001: the row states the resolution
    if exact is not None:
        if decimals is not None or exact == text:
            return None
        return FieldError(
            "the number has more or fewer decimals than the printed number",
            got=text,
            expected=f"{exact}, because the cited text is {context.printed[:60]!r}",
            hint=f"Write {exact}, or state the resolution in the column {column.name.rpartition('.')[0]}.resolution.",
        )
    meant = printed_conflict(context.printed, text, unit=context.unit, lang=context.lang)
    if meant is not None:
        return _ambiguous(
            column,
            text,
            "the number differs from the printed one",
            meant,
            f"the cited text is {context.printed[:60]!r}",
        )
    is_number = decimals is not None
    meant = thousands_meant(text, context.unit, is_number=is_number)
    if meant is not None:
        problem = "the point may separate thousands or decimals"
        return _ambiguous(column, text, problem, meant, "the cited text does not decide")
    if decimals is None or decimals <= _places(text):
        return None
    return FieldError(
        "Excel does not keep the zeros at the end of this number",
        got=f"{text}, shown with {decimals} decimals",
        hint="Format the cell as text and type the number with the printed decimals.",
    )


def _ambiguous(column: Column, text: str, problem: str, meant: str, why: str) -> FieldError:
    return FieldError(
        problem,
        got=text,
        expected=f"{meant}, if that is meant; {why}",
        hint=f"Format the cell as text and type {meant}. If {text} is right, also type it as a number in the column "
        f"{column.name}{NUMBER}, and format that cell to show {_places(text)} decimals.",
    )


def _places(text: str) -> int:
    return len(text.partition(".")[2])


def _not_a_number(text: str, meant: str | None) -> FieldError | None:
    if meant is None:
        return None  # reported by the reader of decimals
    return FieldError(
        "not a decimal number",
        got=text,
        expected="digits with a decimal point, without thousands separators",
        hint=f"Write {meant}, if that is the printed number.",
    )


_THOUSANDS: Final = re.compile(r"10{0,2}\.000")


def _wrong_resolution(text: str, context: Context, *, is_number: bool) -> FieldError | None:
    """Return the problem of a resolution whose thousands were lost, such as 1 instead of 1000."""
    if _THOUSANDS.fullmatch(text):
        return _not_a_number(text, text.replace(".", ""))
    meant = resolution_printed(context.printed, context.magnitude, unit=context.unit, lang=context.lang)
    if not is_number or meant not in [text + "000" * count for count in (1, 2, 3, 4)]:
        return None
    return FieldError(
        "the resolution does not match the printed number",
        got=text,
        expected=f"{meant}, because the cited text is {context.printed[:60]!r}",
        hint=f"Format the cell as text and type {meant}. If {text} is right, type {text} in that cell.",
    )
