"""The lists of the drop-downs of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aseansc.classifications import PLACES
from aseansc.interchange._tables.columns import Column, Form, Table, tables
from aseansc.interchange._tables.read_cells import choices_in
from aseansc.interchange.excel._layout import LISTS, letters
from aseansc.units import catalogue

CHOICES: Final = "choices"
"""The list of the likely answers of all gaps, one gap after the other."""


def list_of(table: Table, column: Column) -> str | None:
    """Return the name of the list for the drop-down of a column; None if it has no drop-down."""
    if column.codes:
        return f"{table.name}.{column.name}"
    known = {Form.UNIT: "unit", Form.BOOL: "bool"}
    return known.get(column.form, "place" if column.name == "place" else None)


class DropDowns:
    """The lists of the drop-downs, each in a column of the hidden sheet."""

    def __init__(self, filled: Mapping[str, list[list[str]]], *, draft: bool) -> None:
        columns = [(table, column) for table in tables(draft=draft).values() for column in table.columns]
        units = [unit.code for unit in catalogue()] + _column_of(tables(draft=draft)["units"], "code", filled)
        for table, column in columns:
            if column.form is Form.UNIT:
                units.extend(filter(None, _column_of(tables(draft=draft)[table.name], column.name, filled)))
        self.items: dict[str, list[str]] = {
            "unit": list(dict.fromkeys(units)),
            "place": [place.id for place in PLACES.codes],
            "bool": ["true", "false"],
        }
        self.items.update(
            (f"{table.name}.{column.name}", [*column.codes, *column.absent])
            for table, column in columns
            if column.codes
        )
        self.items[CHOICES] = []
        self._columns = {name: letters(number) for number, name in enumerate(self.items)}

    def range_of_choices(self, cell: str) -> str | None:
        """Return the reference to the likely answers of a gap, which are added to the lists; None without answers."""
        answers = choices_in(cell)
        if not answers:
            return None
        column, listed = self._columns[CHOICES], self.items[CHOICES]
        listed += answers
        return f"={LISTS}!${column}${len(listed) - len(answers) + 3}:${column}${len(listed) + 2}"

    def range_of(self, name: str) -> str:
        """Return the reference to the cells of a list, for a drop-down."""
        column = self._columns[name]
        return f"={LISTS}!${column}$3:${column}${len(self.items[name]) + 2}"


def _column_of(table: Table, column: str, filled: Mapping[str, list[list[str]]]) -> list[str]:
    number = [known.name for known in table.columns].index(column)
    return [row[number] for row in filled[table.name]]
