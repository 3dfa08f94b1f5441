"""Undo the changes of programs that guess types: 400 becomes 400.0, true becomes TRUE, a date gets a time.

A changed cell is read if its meaning is clear, and reported otherwise. The decimals of a magnitude show its precision,
so they are compared with the text of its citation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final, cast

from attrs import frozen

from aseansc._decimals import EXPONENT_LIMIT, plain
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
from aseansc.limits import in_force

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
    seen = {name: _seen_in(_table(name), listed) for name, listed in rows.items()}
    words = _words_for_empty(chain.from_iterable(seen.values()))
    problems: list[AseanscError] = []
    for name, listed in rows.items():
        changes = _changes(seen[name], words)
        groups = groups_of(_table(name))
        for row in listed:
            cells = cast("dict[str, str]", row.cells)
            before = _change(cells, changes)
            found = [_restore_magnitudes(cells, group, languages, before) for group in groups]
            for column, problem in chain.from_iterable(found):
                problem.where = locate(name, row.number, column)
                problems.append(problem)
            if len(problems) > in_force().problems:
                return [*problems, too_many_problems(locate(name, row.number, ""))]
    return problems


@frozen
class _Seen:
    """What the cells of a column contain.

    Args:
        column: the column.
        is_full: whether it has no empty cell.
        words: the words for a missing value in it.
        has_others: whether it has other cells.
        corrected: the cells that a program certainly changed, and what they were.
    """

    column: Column
    is_full: bool
    words: frozenset[str]
    has_others: bool
    corrected: dict[str, str]

    @classmethod
    def of(cls, column: Column, rows: Sequence[Row]) -> _Seen:
        texts = cast("set[str | None]", {row.cells.get(column.name) for row in rows})
        is_full = None not in texts
        filled = cast("set[str]", texts - {None})
        words = filled & _MISSING
        correct = _CORRECTIONS.get(column.form, str)
        corrected = {text: after for text in filled if (after := correct(text)) != text}
        return cls(column, is_full, frozenset(words), len(words) < len(filled), corrected)


def _seen_in(table: Table, rows: Sequence[Row]) -> list[_Seen]:
    return [_Seen.of(column, rows) for column in table.columns]


def _words_for_empty(columns: Iterable[_Seen]) -> set[str]:
    """Return the words that a program wrote into all empty cells of a column."""
    return {_NULL}.union(*(each.words & _meaningless(each.column) for each in columns if each.is_full))


def _changes(columns: Sequence[_Seen], words: set[str]) -> dict[str, dict[str, str]]:
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
            missing = {_NULL} | (words & _meaningless(each.column) if each.is_full else set[str]())
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


def _restore_magnitudes(
    cells: dict[str, str], group: str, languages: Mapping[str, str], before: Mapping[str, str]
) -> Iterator[tuple[str, FieldError]]:
    """Restore the printed digits of the magnitudes of a group; yield column and problem of those not decided."""
    resolution = f"{group}.resolution"
    for column in (f"{group}.magnitude", f"{group}.upper"):
        number = cells.get(column, "")
        rewritten = column in before  # it had an exponent, which this module never writes
        if not number or (resolution in cells and not (rewritten and significant_digits(number) > MOST_DIGITS)):
            continue
        if not MAGNITUDE.fullmatch(number):
            continue
        printed = Printed.of(cells, group, languages)
        digits = printed.digits(number, rewritten=rewritten)
        if digits is None:
            yield column, _undecided(before.get(column, number), printed.conflict(number), number, resolution)
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
    match = _MIDNIGHT.fullmatch(text)
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


def _meaningless(column: Column) -> frozenset[str]:
    """Return the words for a missing value that cannot be a text of the column."""
    if column.form in _WITHOUT_WORDS:
        return _MISSING
    return frozenset(word for word in _MISSING if column.pattern and not re.fullmatch(column.pattern, word))
