"""Undo the changes of programs that guess types: 400 becomes 400.0, true becomes TRUE, a date gets a time.

A changed cell is read if its meaning is clear, and reported otherwise. The decimals of a magnitude show its precision,
so they are compared with the text of its citation. Where that text does not decide, the resolution is written too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from aseansc._decimals import BINARY, EXPONENT_LIMIT, plain
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._document.scalars import MAGNITUDE, MOST_PROBLEMS, too_many_problems
from aseansc.interchange._tables import Locate, Row
from aseansc.interchange._tables.columns import LONG, Column, Form, Table, tables
from aseansc.interchange._tables.printed_numbers import SCALE, as_printed, printed_conflict, thousands_meant

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

_MOST_DIGITS: Final = 15
"""The number of decimal digits that a double represents exactly."""

_ONLY_NUMBER: Final = re.compile(r"[^0-9]*([0-9.,]*[0-9])([^0-9]*)")
_EXPONENT: Final = re.compile(r"(-?[0-9]{1,60}(?:\.[0-9]{1,60})?)[eE]([+-]?[0-9]{1,2})")
_INT: Final = re.compile(r"(-?[0-9]+)\.0+")
_MIDNIGHT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:\.0+)?)?")


def correct(rows: Mapping[str, list[Row]], locate: Locate) -> list[AseanscError]:
    """Restore the cells that a program changed, in place; return the problems of cells that cannot be decided.

    Args:
        rows: the rows of each table.
        locate: returns the location of a cell.
    """
    languages = _languages((row.cells.get("id"), row.cells.get("lang")) for row in rows.get("documents", ()))
    words = {word for name, listed in rows.items() for word in _missing(_table(name), listed)} | {_NULL}
    problems: list[AseanscError] = []
    for name, listed in rows.items():
        table = _table(name)
        changes = {column.name: _CORRECTIONS[column.form] for column in table.columns if column.form in _CORRECTIONS}
        groups = _groups(table)
        missing = _missing_by_column(table, listed, words)
        for number, row in enumerate(listed):
            cells = {key: str(cell) for key, cell in row.cells.items() if cell not in missing[key]}
            cells.update({key: changes[key](cell) for key, cell in cells.items() if key in changes})
            for group in groups:
                for column, problem in _correct_magnitudes(cells, group, languages, row.cells):
                    problem.where = locate(name, row.number, column)
                    problems.append(problem)
            if cells != row.cells:
                listed[number] = Row(row.number, cells)
            if len(problems) > MOST_PROBLEMS:
                where = locate(name, row.number, "")
                return [*problems, too_many_problems(where)]
    return problems


def with_resolutions(filled: Mapping[str, list[list[str]]]) -> Mapping[str, list[list[str]]]:
    """Add the resolution of each magnitude whose printed text does not show it, to the rows of the tables.

    Then a magnitude of 400.0 differs from a 400 that a program changed to 400.0.
    """
    columns = {column.name: number for number, column in enumerate(tables()["documents"].columns)}
    languages = _languages((row[columns["id"]], row[columns["lang"]]) for row in filled["documents"])
    for name, listed in filled.items():
        if name == LONG.name:
            continue
        columns = {column.name: number for number, column in enumerate(tables()[name].columns)}
        for group in _groups(tables()[name]):
            for row in listed:
                printed = _Printed.of({key: row[number] for key, number in columns.items()}, group, languages)
                numbers = [row[columns[key]] for key in (f"{group}.magnitude", f"{group}.upper")]
                numbers = [number for number in numbers if MAGNITUDE.fullmatch(number)]
                resolution = columns[f"{group}.resolution"]
                if not row[resolution] and any(printed.digits(number) != number for number in numbers):
                    row[resolution] = _resolution(numbers)
    return filled


# -- magnitudes


@frozen
class _Printed:
    """The printed text of a figure, its unit and the language of its document."""

    text: str
    unit: str
    lang: str

    @classmethod
    def of(cls, cells: Mapping[str, str], group: str, languages: Mapping[str, str]) -> _Printed:
        return cls(
            cells.get("citation.printed", "").removeprefix("\\"),
            cells.get(f"{group}.unit", ""),
            languages.get(cells.get("citation.document", ""), "vi"),
        )

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
        if _significant(number) > _MOST_DIGITS:  # 0.30000000000000004
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


def _correct_magnitudes(
    cells: dict[str, str], group: str, languages: Mapping[str, str], before: Mapping[str, object]
) -> Iterator[tuple[str, FieldError]]:
    """Restore the printed digits of the magnitudes of a group; yield column and problem of those not decided."""
    printed = _Printed.of(cells, group, languages)
    stated = f"{group}.resolution" in cells
    for column in (f"{group}.magnitude", f"{group}.upper"):
        number = cells.get(column, "")
        if not MAGNITUDE.fullmatch(number):
            continue
        rewritten = number != before.get(column)  # it had an exponent, which this module never writes
        if stated and not (rewritten and _significant(number) > _MOST_DIGITS):
            continue
        digits = printed.digits(number, rewritten=rewritten)
        if digits is None:
            yield column, _undecided(str(before[column]), printed.conflict(number), [number], f"{group}.resolution")
        else:
            cells[column] = digits


def _undecided(got: str, conflict: str | None, numbers: list[str], resolution: str) -> FieldError:
    if conflict is not None:
        return FieldError(
            "the number differs from the printed one",
            got=got,
            expected=conflict,
            hint=f"If {got} is right, write {_resolution(numbers)} into {resolution}.",
        )
    return FieldError(
        "another program may have changed the decimals of this number",
        got=got,
        expected="the decimals that the document states",
        hint=f"Correct the number. If {numbers[0]} is right, write {_resolution(numbers)} into {resolution}.",
    )


def _resolution(numbers: Sequence[str]) -> str:
    """Return the value of the last digit of the longest decimals: 0.01 for 25.50."""
    places = max(len(number.partition(".")[2]) for number in numbers)
    return f"0.{'1':0>{places}}" if places else "1"


def _significant(number: str) -> int:
    return len(number.strip("-0.").replace(".", ""))


def _rounded(number: str) -> str:
    """Return a number rounded to the digits that a double represents exactly."""
    return plain(BINARY.plus(Decimal(number)).normalize(BINARY))


# -- other cells


def _without_exponent(text: str) -> str:
    match = _EXPONENT.fullmatch(text)
    return plain(Decimal(text)) if match is not None and abs(int(match[2])) <= EXPONENT_LIMIT else text


def _whole(text: str) -> str:
    match = _INT.fullmatch(_without_exponent(text))
    return match[1] if match is not None else _without_exponent(text)


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


def _groups(table: Table) -> list[str]:
    """Return the names of the column groups with a magnitude, such as ``value``."""
    names = [column.name for column in table.columns if column.form is Form.DECIMAL]
    return [name.removesuffix(".magnitude") for name in names if name.endswith(".magnitude")]


def _languages(documents: Iterable[tuple[object, object]]) -> dict[str, str]:
    """Return the language of each document that states one, by id."""
    return {str(ident): lang for ident, lang in documents if isinstance(lang, str) and lang}
