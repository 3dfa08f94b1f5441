"""Convert the value and number format of a cell that a person typed to an exact text."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from typing import Any, Final

from aseansc._decimals import EXACT
from aseansc.errors import FieldError, FieldTypeError
from aseansc.interchange._tables.cells import Unreadable
from aseansc.interchange._tables.columns import Column, Form
from aseansc.interchange.excel._layout import FIRST_DAY, LAST_DAY
from aseansc.interchange.excel._number_formats import GENERAL, Shape, shape_of, shows_day

DIGITS: Final = 15
"""The number of decimal digits that every double represents exactly; Excel keeps no more."""

_AS_TEXT: Final = "Format the cell as text and type the value again."


def text_of(cell: Any, column: Column, code: str) -> str | Unreadable:
    """Return the exact text of a cell, or the problem if the meaning of its value is not certain.

    Args:
        cell: the value of the cell.
        column: the column of the cell.
        code: its number format; `GENERAL` if it has none.
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        if column.form is Form.BOOL:
            return "true" if cell else "false"
        return Unreadable(FieldTypeError("true or false instead of a text", got=cell, hint=_AS_TEXT))
    if isinstance(cell, int | float):
        return _text_of_number(float(cell), column, code)
    if isinstance(cell, dt.date | dt.time | dt.timedelta):
        return _text_of_day(cell, column, code)
    return Unreadable(
        FieldTypeError("a value of an unknown type", got=cell, expected="a text, a number or a date", hint=_AS_TEXT)
    )


def _text_of_number(number: float, column: Column, code: str) -> str | Unreadable:
    if column.form in (Form.DAY, Form.BOOL):
        expected, example = ("a day", "2018-12-31") if column.form is Form.DAY else ("true or false", "true")
        hint = f"Format the cell as text and type it as {example}."
        return Unreadable(FieldTypeError(f"a number instead of {expected}", got=number, hint=hint))
    if not math.isfinite(number):
        return Unreadable(
            FieldError("not a finite number", got=number, expected="a number with a last digit", hint=_AS_TEXT)
        )
    shown = _misleading(number, column, code)
    if shown is not None:
        return Unreadable(shown)
    if number.is_integer() and (abs(number) < 10**DIGITS or (column.form is Form.INT and abs(number) < 2**53)):
        return str(int(number))
    text = repr(number)
    if len(text.partition("e")[0].replace(".", "").strip("-0")) > DIGITS:
        return Unreadable(
            FieldError(
                "the number has more digits than Excel keeps",
                got=number,
                expected=f"at most {DIGITS} digits",
                hint=_AS_TEXT,
            )
        )
    return f"{Decimal(text):f}".removesuffix(".0") if "e" in text or number.is_integer() else text


def shape_shown(number: float, code: str) -> Shape | None:
    """Return how a number format shows a number; None if it does not show its digits."""
    return shape_of(code, negative=number < 0)


def _misleading(number: float, column: Column, code: str) -> FieldError | None:
    """Return the problem of a cell whose displayed text differs from its stored number."""
    if code == GENERAL and (column.name != "citation.printed" or number.is_integer()):
        return None
    shape = shape_shown(number, code)
    if shape is None:
        return FieldError(
            "the number format of the cell is not supported",
            got=f"{number!r}, formatted as {code}",
            expected="a text, or a number that is shown in plain digits",
            hint="Format the cell as text and type the number with a decimal point.",
        )
    if column.form not in (Form.DECIMAL, Form.INT):
        exact = number.is_integer() if column.name == "citation.printed" else True
        if shape.plain and exact and shape.shown(number) == Shape().shown(number):
            return None
        return FieldError(
            "a number instead of a text, and the cell shows it differently from its stored value",
            got=f"{number!r}, formatted as {code}",
            hint="Format the cell as text and type it as printed in the document.",
        )
    return scaled(number, shape, code) or _rounded(number, shape, code)


def scaled(number: float, shape: Shape, code: str) -> FieldError | None:
    """Return the problem of a cell that shows its number as a percentage, in thousands or in millions."""
    if not shape.power:
        return None
    kind = "as a percentage" if shape.power == 2 else "scaled by a power of ten"
    exact = Shape().shown(float(EXACT.scaleb(Decimal(repr(number)), shape.power)))
    return FieldError(
        f"the cell shows its number {kind}",
        got=f"{number!r}, shown as {shape.shown(number)}{'%' if shape.power == 2 else ''}",
        expected="a cell that shows its stored number",
        hint=f"Format the cell as text and type the number with a decimal point, such as {exact}."
        if shape.power == 2
        else f"Format the cell as text (its number format is {code}) and type the full number with a decimal point.",
    )


def _rounded(number: float, shape: Shape, code: str) -> FieldError | None:
    if not shape.hides(number):
        return None
    return FieldError(
        "the cell shows its number rounded",
        got=f"{number!r}, shown as {shape.shown(number)}",
        expected="a cell that shows its stored number",
        hint="Format the cell as text and type the number with the printed decimals and a decimal point.",
    )


def _text_of_day(cell: dt.date | dt.time | dt.timedelta, column: Column, code: str) -> str | Unreadable:
    if column.form is not Form.DAY:
        return Unreadable(FieldTypeError("a date or time instead of a text", got=str(cell), hint=_AS_TEXT))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        cell = cell.date()
    if not isinstance(cell, dt.date) or isinstance(cell, dt.datetime):
        return Unreadable(FieldTypeError("not a day", got=str(cell), expected="a date without a time"))
    if not FIRST_DAY <= cell <= LAST_DAY:
        serial = (cell - dt.date(1899, 12, 30)).days
        return Unreadable(
            FieldError(
                "the date is probably a year or the digits of a date that were typed as a number",
                got=f"{cell}, which Excel stores as {serial}",
                expected=f"a date from {FIRST_DAY} to {LAST_DAY}, or a text",
                hint="Format the cell as text and type year-month-day, such as 2018-12-31.",
            )
        )
    if not shows_day(code):
        return Unreadable(
            FieldError(
                "the cell does not show the day, the month and the year of its date",
                got=f"{cell}, formatted as {code}",
                hint=f"Format the cell as text and type year-month-day, such as {cell}.",
            )
        )
    return cell.isoformat()
