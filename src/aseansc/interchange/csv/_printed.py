"""The printed text of a figure, which shows the decimals of its magnitude."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from aseansc._decimals import BINARY, plain
from aseansc.interchange._tables.columns import Form, Table
from aseansc.interchange._tables.printed_numbers import SCALE, as_printed, printed_conflict, thousands_meant

MOST_DIGITS: Final = 15
"""The number of decimal digits that a double represents exactly."""

_ONLY_NUMBER: Final = re.compile(r"[^0-9]*([0-9.,]*[0-9])([^0-9]*)")


class Printed(NamedTuple):
    """The printed text of a figure, its unit and the language of its document."""

    text: str
    unit: str
    lang: str

    @classmethod
    def of(cls, cells: Mapping[str, str], group: str, languages: Mapping[str, str]) -> Printed:
        """Return the printed text of a group of columns of a row."""
        printed, unit = cells.get("citation.printed", ""), cells.get(f"{group}.unit", "")
        return cls(printed.removeprefix("\\"), unit, languages.get(cells.get("citation.document", ""), "vi"))

    def digits(self, number: str, *, rewritten: bool = False) -> str | None:
        """Return a magnitude with the right decimals; None if a program may have added or removed some.

        Args:
            number: the magnitude in the cell.
            rewritten: whether another program has certainly written the cell.
        """
        only = _ONLY_NUMBER.fullmatch(self.text) if self.lang == "vi" else None
        if only is not None and only[1].replace(".", "").replace(",", ".") == number and not SCALE.match(only[2]):
            return number  # a shortcut for nearly every figure of a Vietnamese document
        exact = self._as_printed(number)
        if exact is not None:
            return exact
        if significant_digits(number) > MOST_DIGITS:  # 0.30000000000000004
            return self._as_printed(_rounded(number))
        if rewritten or (self.text and self.conflict(number) is not None):
            return None
        if not self.text and thousands_meant(number, self.unit) is not None:
            return None
        return None if "." in number and number.endswith("0") else number

    def conflict(self, number: str) -> str | None:
        """Return the printed number if it has the same digits as a magnitude but a different size."""
        return printed_conflict(self.text, number, unit=self.unit, lang=self.lang) if self.text else None

    def _as_printed(self, number: str) -> str | None:
        return as_printed(self.text, number, unit=self.unit, lang=self.lang) if self.text else None


def resolution_of(numbers: Sequence[str]) -> str:
    """Return the value of the last digit of the longest decimals: 0.01 for 25.50."""
    places = max(len(number.partition(".")[2]) for number in numbers)
    return f"0.{'1':0>{places}}" if places else "1"


def significant_digits(number: str) -> int:
    return len(number.strip("-0.").replace(".", ""))


def _rounded(number: str) -> str:
    """Return a number rounded to the digits that a double represents exactly."""
    return plain(BINARY.plus(Decimal(number)).normalize(BINARY))


def groups_of(table: Table) -> list[str]:
    """Return the names of the column groups with a magnitude, such as ``value``."""
    names = [column.name for column in table.columns if column.form is Form.DECIMAL]
    return [name.removesuffix(".magnitude") for name in names if name.endswith(".magnitude")]


def languages_of(documents: Iterable[tuple[object, object]]) -> dict[str, str]:
    """Return the language of each document that states one, by id."""
    return {str(ident): lang for ident, lang in documents if isinstance(lang, str) and lang}
