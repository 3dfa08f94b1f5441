"""Read the rows of a CSV file, in bounded memory."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from typing import Final

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._document.scalars import MOST_PROBLEMS, too_many_problems
from aseansc.interchange._tables import Row, header_problems, require_few
from aseansc.interchange._tables.columns import LONG_TEXTS, Table

LONGEST_CELL: Final = 131_072
"""The most characters of a cell: the default limit of the csv module of Python."""

_MOST_MORE: Final = 100
"""The most extra fields of a row before reading stops with an error."""
_SHORT: Final = 40
_MOST_KNOWN: Final = 10_000
"""The most short strings that are shared between rows to save memory, because most cells repeat codes and ids."""
_BEGINNING: Final = 10_000
_CHUNK: Final = 2**20


def read_rows(table: Table, content: bytes, problems: list[AseanscError], renamed: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows of a file without blank ones at its end; append problems of its form to `problems`.

    Args:
        table: the table.
        content: the file.
        problems: receives the problems.
        renamed: the current names of columns that the version of the file calls otherwise.

    Raises:
        DocumentError: if the file is not UTF-8, or a line is too long or has too many fields.
        FieldError: for too many rows.
    """
    file, known = f"{table.name}.csv", [column.name for column in table.columns]
    content = content.removeprefix(codecs.BOM_UTF8)
    _require_utf8(content, file)
    lines = _Lines(content, file, len(known))
    reader = csv.reader(lines, strict=True)
    start, blank, count = 1, 0, 0
    known_cells: dict[str, str] = {}
    try:
        header = [renamed.get(name, name) for name in next(reader, list[str]())]
        lines.end_row()
        if sorted(header[1:]) == sorted(known) and header[0] not in known:
            problems.append(_row_numbers(header[0], f"{file}, line 1, field 1"))
            return
        if sorted(header) != sorted(known):
            problems.extend(header_problems(header, known, lambda number: f"{file}, line 1, field {number + 1}", file))
            return
        start = reader.line_num + 1
        for cells in reader:
            lines.end_row()
            count += 1
            require_few(count, f"{file}, line {start}")
            if not any(cells):  # allowed if no other row follows
                blank = blank or start
                start = reader.line_num + 1
                continue
            if blank:
                problems.append(
                    FieldError("a blank row between other rows", where=f"{file}, line {blank}", hint="Remove it.")
                )
                blank = 0
            problems.extend(_problems_of_row(header, cells, f"{file}, line {start}"))
            if len(problems) > MOST_PROBLEMS:
                problems.append(too_many_problems(f"{file}, line {start}"))
                return
            if len(known_cells) < _MOST_KNOWN:
                known_cells.update((cell, cell) for cell in cells if len(cell) < _SHORT)
            yield Row(
                start, {name: known_cells.get(cell, cell) for name, cell in zip(header, cells, strict=False) if cell}
            )
            start = reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error):
            problems.append(_too_long(f"{file}, line {start}", f"more than {LONGEST_CELL}"))
        else:
            problems.append(FieldError(f"not CSV: {error}", where=f"{file}, line {start}"))


def has_other_delimiter(content: bytes) -> bool:
    """Return whether the first line has semicolons or tabs but no commas; every table has several columns."""
    head = content[:_BEGINNING].splitlines()[:1]
    return bool(head) and b"," not in head[0] and (b";" in head[0] or b"\t" in head[0])


def _problems_of_row(header: list[str], cells: list[str], where: str) -> Iterator[FieldError]:
    if len(cells) != len(header):
        yield FieldError(
            "the row and the header differ in the number of fields",
            where=where,
            got=len(cells),
            expected=str(len(header)),
        )
    for name, cell in zip(header, cells, strict=False):
        if len(cell) > LONGEST_CELL:
            yield _too_long(f"{where}, {name}", len(cell))


def _row_numbers(name: str, where: str) -> FieldError:
    return FieldError(
        "one column too many",
        where=where,
        got=name,
        expected="the columns of the table",
        hint="If the column has row numbers, save the file without them (index=False in pandas).",
    )


def _too_long(where: str, got: object) -> FieldError:
    return FieldError(
        "a cell is too long",
        where=where,
        got=f"{got} characters",
        expected=f"at most {LONGEST_CELL:,}",
        hint=f"Write a longer text in parts into {LONG_TEXTS}.csv.",
    )


def _require_utf8(content: bytes, file: str) -> None:
    """Raise an error if the content is not UTF-8; decode in chunks, as the string may need four times the memory."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(content), _CHUNK):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(content[start : start + _CHUNK], final=start + _CHUNK >= len(content))
        except UnicodeDecodeError as error:
            at = start - pending + error.start
            raise DocumentError(
                "the file is not valid UTF-8",
                where=f"{file}, byte {at}",
                got=content[at : at + error.end - error.start],
                expected="UTF-8",
                hint='Save the file as "CSV UTF-8".',
            ) from None


class _Lines:
    """An iterator over the lines of a file that refuses a line too long for its number of columns before parsing it.

    Raises:
        DocumentError: if a line is too long, or a row has too many fields.
    """

    def __init__(self, content: bytes, file: str, columns: int) -> None:
        self._text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
        self._longest = 2 * (LONGEST_CELL + 2) * columns
        self._file, self._columns = file, columns
        self._number = self._separators = 0
        self._in_quotes = False

    def end_row(self) -> None:
        """Start to count the fields of the next row."""
        self._separators, self._in_quotes = 0, False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._longest + 1)
        if not line:
            raise StopIteration
        self._number += 1
        where = f"{self._file}, line {self._number}"
        if len(line) > self._longest:
            raise DocumentError(
                "the line is too long",
                where=where,
                expected=f"at most {self._longest} characters",
                hint="Check that each record is on a line of its own, and shorten long cells.",
            )
        parts = line.split('"') if '"' in line else [line]
        self._separators += sum(part.count(",") for part in parts[self._in_quotes :: 2])
        self._in_quotes ^= len(parts) % 2 == 0
        if self._separators >= self._columns + _MOST_MORE:
            expected = f"{self._columns} fields"
            raise DocumentError("too many fields", where=where, got=self._separators + 1, expected=expected)
        return line
