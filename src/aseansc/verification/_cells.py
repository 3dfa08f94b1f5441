"""Compare a figure with the number in the cell of a table, whose unit is elsewhere in the table."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from aseansc._decimals import plain
from aseansc.citations import Citation, split_locator
from aseansc.codelists import Absent
from aseansc.values import Qualifier
from aseansc.verification._numbers import same_digits
from aseansc.verification._read import CONFIRMED, REFUTED, Note
from aseansc.verification._results import Aspect, FigureVerdict
from aseansc.verification._stated import Stated
from aseansc.vietnamese.tables import read_number

_CELL: Final = re.compile(r"(?:r\d+c\d+|![A-Z]+\d+)$")
_WORDS: Final = "only the number was compared: the unit and the time are in the heads of the table"


def is_cell(citation: Citation, text: str) -> bool:
    """Return whether a citation is that of a number which fills a cell of a table, and the text has it there."""
    if isinstance(citation.locator, Absent) or _CELL.search(split_locator(citation.locator)[0]) is None:
        return False
    start, end = citation.start, citation.end
    is_line = text[max(start - 1, 0) : start] in ("\n", "") and text[end : end + 1] in ("\n", "")
    return is_line and text.startswith(citation.printed, start) and bool(_numbers(citation.printed))


def compare_cell(cell: str, stated: Stated) -> tuple[FigureVerdict, None, list[Note]]:
    """Compare the digits, the sign and the qualifier of a figure with those in a cell."""
    numbers = _numbers(cell)
    there = [
        (number, qualifier)
        for number, qualifier in numbers
        if stated.upper is None
        and same_digits(stated.number, number)
        and number.is_signed() == stated.number.is_signed()
    ]
    if not there:
        shown = " or ".join(dict.fromkeys(plain(number) for number, _ in numbers))
        return REFUTED, None, [Note(Aspect.NUMBER, REFUTED, f"the cell has {shown}, not {plain(stated.number)}")]
    notes = [Note(Aspect.NUMBER, CONFIRMED), Note(Aspect.UNIT, None, _WORDS)]
    qualifier = there[0][1]
    if stated.qualifier is not None and stated.qualifier is not qualifier:
        words = f"the cell has {qualifier.value}, and the figure has {stated.qualifier.value}"
        return REFUTED, None, [*notes, Note(Aspect.QUALIFIER, REFUTED, words)]
    return CONFIRMED, None, notes


def _numbers(cell: str) -> list[tuple[Decimal, Qualifier]]:
    """Return the number in a cell with its qualifier, in both ways of writing decimals."""
    found = [read_number(cell, english=english) for english in (False, True)]
    return [(number[0], number[1]) for number in found if number is not None]
