"""Check the figures that a person typed against the printed text of their citation.

A workbook that the library writes has each figure twice: as an exact text, and in the next column as a number shown
with the same decimals. If both agree, they are accepted. Otherwise a figure is compared with the cited text of its row:
if the text decides, the figure is read with the printed decimals, or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from attrs import frozen

from aseansc._decimals import EXACT, plain
from aseansc.errors import FieldError
from aseansc.interchange._document.scalars import MAGNITUDE
from aseansc.interchange._tables.cells import ARROW, GAP, Unreadable
from aseansc.interchange._tables.columns import Column, Form, Table
from aseansc.interchange._tables.printed_numbers import (
    as_printed,
    differ_in_size,
    number_in,
    printed_conflict,
    resolution_printed,
    thousands_meant,
)
from aseansc.interchange._tables.unit_hints import unit_named
from aseansc.interchange.excel._layout import NUMBER
from aseansc.interchange.excel._number_formats import Shape, shape_of

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
        resolution: the resolution of the same group; "" if missing.
    """

    printed: str
    unit: str
    lang: str
    magnitude: str
    resolution: str


def check_figures(
    table: Table,
    found: Found,
    shapes: Mapping[str, Shape | None],
    beside: Mapping[str, Beside],
    languages: Mapping[str, str],
) -> None:
    """Replace the figures of a row by their exact texts, or by their problems.

    Args:
        table: the table of the row.
        found: the texts of the row by column; changed in place.
        shapes: for each column whose cell has a number instead of a text, how its number format shows it.
        beside: the numbers in number columns that agree with their figures, by column.
        languages: the languages of the documents by id.
    """
    steps: dict[str, list[Decimal | None]] = {}
    for column in table.columns:
        text = found.get(column.name)
        if column.form is not Form.DECIMAL or not isinstance(text, str) or text.startswith((GAP, ARROW)):
            continue
        group = column.name.rpartition(".")[0]
        resolution = f"{group}.resolution"
        if column.name not in shapes and column.name in beside and beside[column.name].confirms(text):
            steps.setdefault(resolution, []).append(None)
            continue
        context = Context(
            printed=_plain(found, "citation.printed"),
            unit=_plain(found, "unit" if group == "bounds" else f"{group}.unit"),
            lang=languages.get(_plain(found, "citation.document"), "vi"),
            magnitude=_plain(found, f"{group}.magnitude"),
            resolution=_plain(found, resolution),
        )
        found[column.name] = _checked(column, text, context, shapes.get(column.name, _TEXT))
        if column.is_figure:
            steps.setdefault(resolution, []).append(_step(found[column.name], context))
    found.update((name, found.get(name) or step) for name, step in _resolutions(steps))


def _resolutions(steps: Mapping[str, list[Decimal | None]]) -> Iterator[tuple[str, str]]:
    """Yield the column and the resolution of each group whose printed numbers show it, all of them."""
    for name, of_group in steps.items():
        decided = [step for step in of_group if step is not None]
        if len(decided) == len(of_group):
            yield name, plain(min(decided))


_TEXT: Final = Shape(plain=False)
"""Stands for the number format of a cell with a text."""


def _step(text: str | Unreadable, context: Context) -> Decimal | None:
    """Return the resolution of a magnitude that is printed with a scale word, such as 1000 for "378 nghìn"."""
    if isinstance(text, Unreadable) or not context.printed:
        return None
    step = resolution_printed(context.printed, text, unit=context.unit, lang=context.lang)
    return Decimal(step) if step is not None and Decimal(step) > 1 else None


def _plain(found: Found, name: str) -> str:
    text = found.get(name, "")
    return "" if isinstance(text, Unreadable) or text.startswith((GAP, ARROW)) else text


def _checked(column: Column, text: str, context: Context, shape: Shape | None) -> str | Unreadable:
    """Return the exact text of one figure, or its problem.

    Args:
        column: the column of the figure.
        text: the text or digits in its cell.
        context: the cells that decide how it is read.
        shape: how the number format of its cell shows the number; `_TEXT` for a text.
    """
    is_number = shape is not _TEXT
    problem: FieldError | None = None
    exact: str | None = None
    if not MAGNITUDE.fullmatch(text):
        problem = _not_a_number(text, context)
    elif column.name.endswith(".resolution"):
        problem = _wrong_resolution(text, context, is_number=is_number)
    elif column.is_figure:
        exact = as_printed(context.printed, text, unit=context.unit, lang=context.lang)
        decimals = (shape.least if shape else 0) if is_number else None
        problem = _in_other_unit(text, context.unit, shape) or _figure_problem(column, text, context, exact, decimals)
    if problem is not None:
        return Unreadable(problem)
    return exact if exact is not None and is_number else text


def _in_other_unit(text: str, unit: str, shape: Shape | None) -> FieldError | None:
    """Return the problem of a number whose format shows it in a smaller or larger unit, such as ``0.0"‰"``."""
    shown = unit_named(shape.words) if shape and shape.words else None
    if shown is None or not differ_in_size(shown, unit):
        return None
    return FieldError(
        "the cell shows the number in another unit than that of its row",
        got=f"{text}, shown in {shown}",
        expected=unit,
        hint=f"Format the cell as text and type the number in {unit}, or correct the unit.",
    )


def _figure_problem(
    column: Column, text: str, context: Context, exact: str | None, decimals: int | None
) -> FieldError | None:
    """Return the problem of a figure that differs from the printed one or is ambiguous."""
    conflict = printed_conflict(context.printed, text, unit=context.unit, lang=context.lang)
    multiple = _of_a_multiple(context, exact or conflict or "")
    if multiple is not None:
        return None if Decimal(text).copy_abs() == multiple else _not_the_multiple(column, text, context, multiple)
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
    if conflict is not None:
        return _ambiguous(
            column,
            text,
            "the number differs from the printed one",
            conflict,
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


def _of_a_multiple(context: Context, printed: str) -> Decimal | None:
    """Return the magnitude of a number that is printed without the multiple that its row is in; otherwise None.

    In a table in billions, the cell 44,7 is 44 700 000 000 with the resolution 100 000 000, which shows the multiple.
    """
    if not printed or not MAGNITUDE.fullmatch(context.resolution) or any(map(str.isalpha, context.printed)):
        return None
    step, own = Decimal(context.resolution), Decimal((0, (1,), -_places(printed)))
    return EXACT.multiply(Decimal(printed).copy_abs(), EXACT.divide(step, own)) if step > own else None


def _not_the_multiple(column: Column, text: str, context: Context, multiple: Decimal) -> FieldError:
    group = column.name.rpartition(".")[0]
    return FieldError(
        "the number differs from the printed one in the multiple of its row",
        got=text,
        expected=f"{plain(multiple)}, because the cited text is {context.printed[:60]!r} and "
        f"{group}.resolution is {context.resolution}",
        hint=f"If {text} is right, correct {group}.resolution as well.",
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


def _not_a_number(text: str, context: Context) -> FieldError | None:
    """Return the problem of a text such as 6,4 with the number that is meant; beside "6,4 tỷ", it is 6400000000."""
    meant = number_in(text, unit=context.unit, lang=context.lang)
    if meant is None:
        return None  # reported by the reader of decimals
    return _no_separators(text, printed_conflict(context.printed, meant, unit=context.unit, lang=context.lang) or meant)


def _no_separators(text: str, meant: str) -> FieldError:
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
        return _no_separators(text, text.replace(".", ""))
    meant = resolution_printed(context.printed, context.magnitude, unit=context.unit, lang=context.lang)
    if not is_number or meant not in [text + "000" * count for count in (1, 2, 3, 4)]:
        return None
    return FieldError(
        "the resolution does not match the printed number",
        got=text,
        expected=f"{meant}, because the cited text is {context.printed[:60]!r}",
        hint=f"Format the cell as text and type {meant}. If {text} is right, type {text} in that cell.",
    )
