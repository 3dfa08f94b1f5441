"""Undo the changes of programs that guess types: 400 becomes 400.0, true becomes TRUE, a date gets a time.

A changed cell is read if its meaning is clear, and reported otherwise. The decimals of a magnitude show its precision,
so they are compared with the text of its citation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, cast

from aseansc._decimals import EXPONENT_LIMIT, plain
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._document.scalars import MAGNITUDE, MOST_PROBLEMS, too_many_problems
from aseansc.interchange._tables import Cells, Locate, Row
from aseansc.interchange._tables.columns import LONG, Column, Form, Table, tables
from aseansc.interchange.csv._printed import (
    MOST_DIGITS,
    Printed,
    groups_of,
    languages_of,
    resolution_of,
    significant_digits,
)

_NULL: Final = "\\N"
"""What databases write for a missing value; a text that begins with a backslash is written with two."""
_MISSING: Final = frozenset({"NULL", "null", "NaN", "nan", "NaT", "<NA>", "None", "NA", "N/A", "#N/A", _NULL})
"""The words that programs write into empty cells."""
_WITHOUT_WORDS: Final = (
    Form.DECIMAL,
    Form.INT,
    Form.BOOL,
    Form.DAY,
    Form.CODE,
    Form.SPANS,
    Form.TRANSLATIONS,
    Form.JSON,
)
"""Forms of cells in which these words have no other meaning."""

_EXPONENT: Final = re.compile(r"(-?[0-9]{1,60}(?:\.[0-9]{1,60})?)[eE]([+-]?[0-9]{1,2})")
_INT: Final = re.compile(r"(-?[0-9]+)\.0+")
_MIDNIGHT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:\.0+)?)?")


def restore_cells(rows: Mapping[str, list[Row]], locate: Locate) -> list[AseanscError]:
    """Restore the cells that a program changed, in place; return the problems of cells that cannot be decided.

    Args:
        rows: the rows of each table.
        locate: returns the location of a cell.
    """
    languages = languages_of((row.cells.get("id"), row.cells.get("lang")) for row in rows.get("documents", ()))
    words = {word for name, listed in rows.items() for word in _missing(_table(name), listed)} | {_NULL}
    problems: list[AseanscError] = []
    for name, listed in rows.items():
        table = _Table(_table(name), listed, words, languages)
        for number, row in enumerate(listed):
            cells, wrong = table.restored(row.cells)
            if cells != row.cells:
                listed[number] = Row(row.number, cells)
            for column, problem in wrong:
                problem.where = locate(name, row.number, column)
                problems.append(problem)
            if len(problems) > MOST_PROBLEMS:
                return [*problems, too_many_problems(locate(name, row.number, ""))]
    return problems


class _Table:
    """Restores the cells of the rows of a table."""

    def __init__(self, table: Table, rows: Sequence[Row], words: set[str], languages: Mapping[str, str]) -> None:
        self._words = words
        self._languages = languages
        self._missing = _missing_by_column(table, rows, words)
        self._groups = [
            (group, f"{group}.resolution", (f"{group}.magnitude", f"{group}.upper")) for group in groups_of(table)
        ]
        filled = set[str]().union(*(row.cells for row in rows))
        self._changes = [
            (column.name, _CORRECTIONS[column.form])
            for column in table.columns
            if column.form in _CORRECTIONS and column.name in filled
        ]

    def restored(self, before: Cells) -> tuple[dict[str, str], list[tuple[str, FieldError]]]:
        """Return the cells of a row as they were, and column and problem of the magnitudes that are not decided."""
        cells = dict(cast("Mapping[str, str]", before))
        if not self._words.isdisjoint(cells.values()):
            cells = {name: cell for name, cell in cells.items() if cell not in self._missing[name]}
        for name, change in self._changes:
            if name in cells:
                cells[name] = change(cells[name])
        problems = [found for names in self._groups for found in self._restore_magnitudes(cells, *names, before)]
        return cells, problems

    def _restore_magnitudes(
        self, cells: dict[str, str], group: str, resolution: str, magnitudes: tuple[str, ...], before: Cells
    ) -> Iterator[tuple[str, FieldError]]:
        """Restore the printed digits of the magnitudes of a group; yield column and problem of those not decided."""
        stated = resolution in cells
        for column in magnitudes:
            number = cells.get(column, "")
            if not number or not MAGNITUDE.fullmatch(number):
                continue
            rewritten = number != before.get(column)  # it had an exponent, which this module never writes
            if stated and not (rewritten and significant_digits(number) > MOST_DIGITS):
                continue
            printed = Printed.of(lambda name: cells.get(name, ""), group, self._languages)
            digits = printed.digits(number, rewritten=rewritten)
            if digits is None:
                yield column, _undecided(str(before[column]), printed.conflict(number), number, resolution)
            else:
                cells[column] = digits


def _undecided(got: str, conflict: str | None, number: str, resolution: str) -> FieldError:
    if conflict is not None:
        return FieldError(
            "the number differs from the printed one",
            got=got,
            expected=conflict,
            hint=f"If {got} is right, write {resolution_of([number])} into {resolution}.",
        )
    return FieldError(
        "another program may have changed the decimals of this number",
        got=got,
        expected="the decimals that the document states",
        hint=f"Correct the number. If {number} is right, write {resolution_of([number])} into {resolution}.",
    )


# -- other cells


def _without_exponent(text: str) -> str:
    match = _EXPONENT.fullmatch(text) if "e" in text or "E" in text else None
    return plain(Decimal(text)) if match is not None and abs(int(match[2])) <= EXPONENT_LIMIT else text


def _whole(text: str) -> str:
    if text.isdecimal():
        return text
    plainly = _without_exponent(text)
    match = _INT.fullmatch(plainly) if "." in plainly else None
    return match[1] if match is not None else plainly


def _day(text: str) -> str:
    match = _MIDNIGHT.fullmatch(text) if len(text) > len("2018-12-31") else None
    return match[1] if match is not None else text


def _truth(text: str) -> str:
    return text.lower() if text.lower() in ("true", "false") else text


_CORRECTIONS: Final[Mapping[Form, Callable[[str], str]]] = {
    Form.DECIMAL: _without_exponent,
    Form.INT: _whole,
    Form.DAY: _day,
    Form.BOOL: _truth,
}


def _table(name: str) -> Table:
    return LONG if name == LONG.name else tables()[name]


def _missing(table: Table, rows: Sequence[Row]) -> Iterator[str]:
    """Yield the words that a program wrote into all empty cells of a column where they have no other meaning.

    Such a word in a column with empty cells means that a calculation failed; it is reported.
    """
    for column in table.columns:
        words = _meaningless(column)
        if words and _is_full(column, rows):
            yield from {str(row.cells[column.name]) for row in rows} & words


def _meaningless(column: Column) -> frozenset[str]:
    """Return the words for a missing value that cannot be a text of the column."""
    if column.form in _WITHOUT_WORDS:
        return _MISSING
    return frozenset(word for word in _MISSING if column.pattern and not re.fullmatch(column.pattern, word))


def _missing_by_column(table: Table, rows: Sequence[Row], words: set[str]) -> dict[str, set[str]]:
    """Return, for each column, the words that mark a missing value, out of those that a program wrote.

    In a column of texts, a word marks a missing value if the program left no cell of the table empty, or wrote the word
    into all cells of the column: some programs write words for empty numbers, and leave empty texts as they are.
    """
    missing = {column.name: {_NULL} for column in table.columns}
    if len(words) > 1:
        every = not _has_empty_cells(table, rows)
        for column in table.columns:
            if every or (_is_full(column, rows) and words.issuperset(str(row.cells[column.name]) for row in rows)):
                missing[column.name] |= words
            elif _is_full(column, rows):
                missing[column.name] |= words & _meaningless(column)
    return missing


def _is_full(column: Column, rows: Sequence[Row]) -> bool:
    return all(column.name in row.cells for row in rows)


def _has_empty_cells(table: Table, rows: Sequence[Row]) -> bool:
    return any(len(row.cells) < len(table.columns) for row in rows)
