"""Undo the changes of programs that guess types: 400 becomes 400.0, true becomes TRUE, a date gets a time.

A changed cell is read if its meaning is clear, and reported otherwise. The decimals of a magnitude show its precision,
so they are compared with the text of its citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._document.scalars import MAGNITUDE, too_many_problems
from aseansc.interchange._tables import Locate, Row
from aseansc.interchange._tables.columns import LONG, Column, Form, Table, tables
from aseansc.interchange.csv._printed import (
    MOST_DIGITS,
    Printed,
    groups_of,
    languages_of,
    resolution_of,
    significant_digits,
)
from aseansc.interchange.csv._seen_cells import MISSING, NULL, SeenColumn
from aseansc.limits import in_force

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


_UNCHANGED: Final[Mapping[str, str]] = {}


def restore_cells(
    rows: Mapping[str, list[Row]], seen: Mapping[str, Sequence[SeenColumn]], locate: Locate
) -> list[AseanscError]:
    """Restore the cells that a program changed, in place; return the problems of cells that cannot be decided.

    Args:
        rows: the rows of each table.
        seen: what their columns contain.
        locate: returns the location of a cell.
    """
    languages = languages_of((row.cells.get("id"), row.cells.get("lang")) for row in rows.get("documents", ()))
    words = _words_for_empty(chain.from_iterable(seen.values()))
    problems: list[AseanscError] = []
    for name, listed in rows.items():
        changes = _changes(seen[name], words)
        magnitudes = _magnitudes_of(_table(name))
        for row in listed:
            cells: Any = row.cells
            before = _change(cells, changes) if changes else _UNCHANGED
            for column, problem in _restore_magnitudes(cells, magnitudes, languages, before):
                problem.where = locate(name, row.number, column)
                problems.append(problem)
            if len(problems) > in_force().problems:
                return [*problems, too_many_problems(locate(name, row.number, ""))]
    return problems


def _magnitudes_of(table: Table) -> list[tuple[str, str]]:
    """Return the columns of a table that are magnitudes, with their groups."""
    return [(f"{group}.{field}", group) for group in groups_of(table) for field in ("magnitude", "upper")]


def _restore_magnitudes(
    cells: dict[str, str],
    magnitudes: Iterable[tuple[str, str]],
    languages: Mapping[str, str],
    before: Mapping[str, str],
) -> Iterator[tuple[str, FieldError]]:
    """Restore the magnitudes of a row; yield the columns that cannot be decided, with their problems."""
    for column, group in magnitudes:
        if column in cells:
            problem = _restore_magnitude(cells, column, group, languages, before)
            if problem is not None:
                yield column, problem


def _words_for_empty(columns: Iterable[SeenColumn]) -> set[str]:
    """Return the words that a program wrote into all empty cells of a column."""
    return {NULL}.union(*(each.words & _meaningless(each.column) for each in columns if each.is_full))


def _changes(columns: Sequence[SeenColumn], words: set[str]) -> dict[str, dict[str, str]]:
    """Return what the changed cells of each column were: "" for a word that marks a missing value.

    In a column of texts, a word marks a missing value if the program left no cell of the table empty, or wrote the word
    into all cells of the column: some programs write words for empty numbers, and leave empty texts as they are.

    Args:
        columns: the columns of a table.
        words: the words that the program wrote into all empty cells of a column, in any table.
    """
    every = all(each.is_full for each in columns)
    found: dict[str, dict[str, str]] = {}
    for each in columns:
        if every or (each.is_full and not each.has_others and each.words <= words):
            missing = words
        else:
            missing = {NULL} | (words & _meaningless(each.column) if each.is_full else set[str]())
        change = each.corrected | dict.fromkeys(each.words & missing, "")
        if change:
            found[each.column.name] = change
    return found


def _change(cells: dict[str, str], changes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Change the cells of a row in place; return the changed ones as they were before."""
    before: dict[str, str] = {}
    for column, change in changes.items():
        text = cells.get(column, "")
        if text in change:
            before[column] = text
            if change[text]:
                cells[column] = change[text]
            else:
                del cells[column]
    return before


def _restore_magnitude(
    cells: dict[str, str], column: str, group: str, languages: Mapping[str, str], before: Mapping[str, str]
) -> FieldError | None:
    """Restore the printed digits of a magnitude; return its problem if they cannot be decided."""
    number, resolution = cells[column], f"{group}.resolution"
    rewritten = column in before  # it had an exponent, which this module never writes
    if resolution in cells and not (rewritten and significant_digits(number) > MOST_DIGITS):
        return None
    if not MAGNITUDE.fullmatch(number):
        return None
    printed = Printed.of(cells, group, languages)
    digits = printed.digits(number, rewritten=rewritten)
    if digits is None:
        return _undecided(before.get(column, number), printed.conflict(number), number, resolution)
    cells[column] = digits
    return None


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


def _table(name: str) -> Table:
    return LONG if name == LONG.name else tables()[name]


def _meaningless(column: Column) -> frozenset[str]:
    """Return the words for a missing value that cannot be a text of the column."""
    if column.form in _WITHOUT_WORDS:
        return MISSING
    return frozenset(word for word in MISSING if column.pattern and not re.fullmatch(column.pattern, word))
