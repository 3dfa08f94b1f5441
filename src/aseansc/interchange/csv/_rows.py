"""Read the rows of a CSV file, in bounded memory."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from typing import Final

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange._tables import Row, header_problems, require_few
from aseansc.interchange._tables._columns import LONG_TEXTS, Table

LONGEST_CELL: Final = 131_072
"""How many characters a cell has at most: as many as Python's own reader of CSV takes, unless told otherwise."""

_MOST_MORE: Final = 100
"""How many fields more than its columns a row may have to be looked at."""
_SHORT: Final = 40
_MOST_KNOWN: Final = 10_000
"""How many different short cells are kept once for all rows: codes, ids and words for nothing fill most of a table."""
_BEGINNING: Final = 10_000
_CHUNK: Final = 2**20


def read_rows(table: Table, content: bytes, problems: list[AseanscError], renamed: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows of a file, without blank ones at its end; add what is wrong with its form to the problems.

    Args:
        table: the table.
        content: the file.
        problems: receives what is wrong with the form of the file.
        renamed: the present names of columns that had others in the version of the file.

    Raises:
        DocumentError: for what is not text in UTF-8, and for a line that is too long.
        FieldError: for more rows than tables hold.
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
            if not any(cells):  # a program left it, if no other row follows
                blank = blank or start
                start = reader.line_num + 1
                continue
            if blank:
                problems.append(FieldError("a row without content between others", where=f"{file}, line {blank}"))
                blank = 0
            problems.extend(_problems_of_row(header, cells, f"{file}, line {start}"))
            if len(problems) > MOST_PROBLEMS:
                problems.append(FieldError("and more: the rest was not read", where=f"{file}, line {start}"))
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
    """Return whether the fields of a file are separated by semicolons or tabs; no table has only one column."""
    head = content[:_BEGINNING].splitlines()[:1]
    return bool(head) and b"," not in head[0] and (b";" in head[0] or b"\t" in head[0])


def _problems_of_row(header: list[str], cells: list[str], where: str) -> Iterator[FieldError]:
    if len(cells) != len(header):
        yield FieldError(
            "another number of fields than the first line has", where=where, got=len(cells), expected=str(len(header))
        )
    for name, cell in zip(header, cells, strict=False):
        if len(cell) > LONGEST_CELL:
            yield _too_long(f"{where}, {name}", len(cell))


def _row_numbers(name: str, where: str) -> FieldError:
    return FieldError(
        "one column more than the table has",
        where=where,
        got=name,
        expected="the columns of the table",
        hint="If it holds the numbers of the rows, save without them; in pandas: to_csv(..., index=False).",
    )


def _too_long(where: str, got: object) -> FieldError:
    return FieldError(
        "a cell is too long",
        where=where,
        got=f"{got} characters",
        expected=f"at most {LONGEST_CELL}",
        hint=f"Put longer texts into {LONG_TEXTS}.csv, in parts.",
    )


def _require_utf8(content: bytes, file: str) -> None:
    """Refuse what is not UTF-8, without keeping the text: it may take four times the room of the bytes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(content), _CHUNK):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(content[start : start + _CHUNK], final=start + _CHUNK >= len(content))
        except UnicodeDecodeError as error:
            at = start - pending + error.start
            raise DocumentError(
                "the file is not in UTF-8",
                where=f"{file}, byte {at}",
                got=content[at : at + error.end - error.start],
                expected="UTF-8",
                hint='Save it as "CSV UTF-8".',
            ) from None


class _Lines:
    """The lines of a file; one that no record of so many columns has is refused before it is taken apart.

    Raises:
        DocumentError: for such a line.
    """

    def __init__(self, content: bytes, file: str, columns: int) -> None:
        self._text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
        self._longest = 2 * (LONGEST_CELL + 2) * columns
        self._file, self._columns = file, columns
        self._number = self._separators = 0
        self._in_quotes = False

    def end_row(self) -> None:
        """Count the fields of the next row."""
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
            raise DocumentError("the line is too long", where=where, expected=f"at most {self._longest} characters")
        parts = line.split('"') if '"' in line else [line]
        self._separators += sum(part.count(",") for part in parts[self._in_quotes :: 2])
        self._in_quotes ^= len(parts) % 2 == 0
        if self._separators >= self._columns + _MOST_MORE:
            expected = f"{self._columns} fields"
            raise DocumentError("too many fields", where=where, got=self._separators + 1, expected=expected)
        return line
