"""Write the resolution of each magnitude whose printed text does not show it.

Then a magnitude of 400.0 differs from a 400 that a program changed to 400.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from aseansc.interchange._document.scalars import MAGNITUDE
from aseansc.interchange._tables.columns import LONG, tables
from aseansc.interchange.csv._printed import Printed, groups_of, languages_of, resolution_of


def write_resolutions(filled: Mapping[str, list[list[str]]]) -> None:
    """Add the resolutions to the rows of the tables."""
    index = {
        name: {column.name: number for number, column in enumerate(table.columns)} for name, table in tables().items()
    }
    columns = index["documents"]
    languages = languages_of((row[columns["id"]], row[columns["lang"]]) for row in filled["documents"])
    for name, rows in filled.items():
        if name != LONG.name:
            for group in groups_of(tables()[name]):
                for row in rows:
                    _write_resolution(row, index[name], group, languages)


def _write_resolution(row: list[str], columns: Mapping[str, int], group: str, languages: Mapping[str, str]) -> None:
    resolution = columns[f"{group}.resolution"]
    numbers = [row[columns[name]] for name in (f"{group}.magnitude", f"{group}.upper")]
    numbers = [number for number in numbers if MAGNITUDE.fullmatch(number)]
    if row[resolution] or not numbers:
        return
    printed = Printed.of(dict(zip(columns, row, strict=True)), group, languages)
    if any(printed.digits(number) != number for number in numbers):
        row[resolution] = resolution_of(numbers)
