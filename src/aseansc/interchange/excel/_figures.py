"""Check the figures that a person typed against the text that they are printed as.

A workbook that the library wrote has each figure twice: as an exact text, and beside it as a number that shows the
same decimals. Two such cells confirm each other. A figure typed by a person is compared with the cited text of its
row: where the text decides, the figure is read with the decimals that are printed, or refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from aseansc.errors import FieldError
from aseansc.interchange._scalars import MAGNITUDE
from aseansc.interchange._tables._cells import GAP, LONG, Unreadable
from aseansc.interchange._tables._columns import Column, Form, Table
from aseansc.interchange._tables._printed import (
    as_printed,
    number_in,
    printed_conflict,
    resolution_printed,
    thousands_meant,
)
from aseansc.interchange.excel._formats import shape_of
from aseansc.interchange.excel._sheets import NUMBER

Found = dict[str, "str | Unreadable"]


@frozen
class Beside:
    """A number that stands beside an exact text and agrees with it: its value, and its number format."""

    number: float
    code: str

    def confirms(self, text: str) -> bool:
        """Return whether it shows exactly the decimals of the text, as in every workbook that the library wrote."""
        shape = shape_of(self.code, negative=self.number < 0)
        places = min(len(text.partition(".")[2]), 15)
        return shape is not None and shape.power == 0 and shape.places == shape.least == places


@frozen
class Context:
    """What decides how the figures of a row are read.

    Args:
        printed: the cited text; "" for none.
        unit: the code of the unit; "" for none.
        lang: the language of the document.
        magnitude: the number whose resolution is stated; "" for none.
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
    """Replace the figures of a row by those that are meant, or by the reason why they are refused.

    Args:
        table: the table of the row.
        found: the texts of the row by their columns; changed in place.
        numbers: the columns that hold numbers, not texts, and how many decimals each shows at least.
        beside: the numbers that stand beside figures and agree with them.
        languages: those of the documents, by their ids.
    """
    for column in table.columns:
        text = found.get(column.name)
        if column.form is not Form.DECIMAL or not isinstance(text, str) or text.startswith((GAP, LONG)):
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
    return "" if isinstance(text, Unreadable) or text.startswith((GAP, LONG)) else text


def _checked(column: Column, text: str, context: Context, decimals: int | None) -> str | Unreadable:
    """Return the exact text of one figure, or why it is refused; ``decimals`` are those that a number shows."""
    problem: FieldError | None = None
    exact: str | None = None
    if not MAGNITUDE.fullmatch(text):
        problem = _not_a_number(text, number_in(text, unit=context.unit, lang=context.lang))
    elif column.name.endswith(".resolution"):
        problem = _wrong_resolution(text, context, is_number=decimals is not None)
    elif column.is_figure:
        exact = as_printed(context.printed, text, unit=context.unit, lang=context.lang)
        problem = _at_odds(column, text, context, exact, decimals)
    if problem is not None:
        return Unreadable(problem)
    return text if exact is None or decimals is None else exact


def _at_odds(column: Column, text: str, context: Context, exact: str | None, decimals: int | None) -> FieldError | None:
    """Return the problem of a figure that is not the one printed, or that cannot be told from another."""
    if context.resolution and (exact is not None or text.lstrip("-") in context.printed):
        return None  # 1.250 to 0.001: the row states which digits count
    if exact is not None:
        if decimals is not None or exact == text:
            return None
        return FieldError(
            "not as precise as it is printed",
            got=text,
            expected=f"{exact}, for the cited text is {context.printed[:60]!r}",
            hint=f"Write {exact}, or state the precision in the column {column.name.rpartition('.')[0]}.resolution.",
        )
    meant = printed_conflict(context.printed, text, unit=context.unit, lang=context.lang)
    if meant is not None:
        return _doubtful(column, text, "not the number that is printed", meant, f"the text is {context.printed[:60]!r}")
    is_number = decimals is not None
    meant = thousands_meant(text, context.unit, is_number=is_number)
    if meant is not None:
        problem = "a point that may stand between thousands or before decimals"
        return _doubtful(column, text, problem, meant, "no cited text decides")
    if decimals is None or decimals <= _places(text):
        return None
    return FieldError(
        "a number with zeros at its end, which Excel does not keep",
        got=f"{text}, shown with {decimals} decimals",
        hint="Format the cell as text, and write the number with the decimals that are printed.",
    )


def _doubtful(column: Column, text: str, problem: str, meant: str, why: str) -> FieldError:
    return FieldError(
        problem,
        got=text,
        expected=f"{meant}, if that is meant: {why}",
        hint=f"Format the cell as text, and write {meant}. If {text} is right, write it as a number in the column "
        f"{column.name}{NUMBER} too, and have that cell show {_places(text)} decimals.",
    )


def _places(text: str) -> int:
    return len(text.partition(".")[2])


def _not_a_number(text: str, meant: str | None) -> FieldError | None:
    if meant is None:
        return None  # reported by the reader of decimals
    return FieldError(
        "not a decimal number",
        got=text,
        expected="digits with a decimal point, and nothing between thousands",
        hint=f"Write {meant}, if that is what is printed.",
    )


_THOUSANDS: Final = re.compile(r"10{0,2}\.000")


def _wrong_resolution(text: str, context: Context, *, is_number: bool) -> FieldError | None:
    """Return the problem of a resolution that has lost its thousands."""
    if _THOUSANDS.fullmatch(text):
        return _not_a_number(text, text.replace(".", ""))
    meant = resolution_printed(context.printed, context.magnitude, unit=context.unit, lang=context.lang)
    if not is_number or meant not in [text + "000" * count for count in (1, 2, 3, 4)]:
        return None
    return FieldError(
        "not the resolution of the printed number",
        got=text,
        expected=f"{meant}, for the cited text is {context.printed[:60]!r}",
        hint=f"Format the cell as text, and write {meant}; or write {text} as a text.",
    )
