"""Read the rows of a CSV file, in bounded memory."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from operator import itemgetter
from typing import Final

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._document.scalars import too_many_problems
from aseansc.interchange._document.versions import was_added
from aseansc.interchange._recognize import advice_on_bytes
from aseansc.interchange._tables import Row, header_problems, require_few
from aseansc.interchange._tables.columns import LONG_TEXTS, Table
from aseansc.interchange.csv._seen_cells import SeenCells, SeenColumn
from aseansc.limits import EACH_ROW, in_force

LONGEST_CELL: Final = 131_072
"""The most characters of a cell: the default limit of the csv module of Python."""

_MOST_MORE: Final = 100
"""The most extra fields of a row before reading stops with an error."""
_MOST_SHARED: Final = 10_000
_BEGINNING: Final = 10_000
_CHUNK: Final = 2**20


def read_rows(
    table: Table, content: bytes, problems: list[AseanscError], renamed: Mapping[str, str]
) -> tuple[list[Row], list[SeenColumn]]:
    """Return the rows of a file without blank ones at its end, and what its columns contain.

    Problems of its form are appended to `problems`.

    The cells of each row are in the order of the columns of the table.

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
    rows: list[Row] = []
    seen: list[SeenColumn] = []
    try:
        header = next(reader, list[str]())
        if header == _SEPARATOR:
            lines.next_row()
            header = next(reader, list[str]())
        header = [renamed.get(name, name) for name in header]
        known = [name for name in known if name in header or not was_added(table.name, name)]
        wrong = list(_header_problems(header, known, file, lines.next_row()))
        if wrong:
            problems.extend(wrong)
        else:
            cells = SeenCells(table.columns, known)
            rows.extend(_rows(reader, lines, header, known, cells, problems))
            seen = cells.columns()
    except csv.Error as error:
        problems.append(_not_csv(error, lines.where()))
    return rows, seen


_SEPARATOR: Final = ["sep=", ""]
"""The fields of the line ``sep=,``, which states the separator for Excel."""


def _rows(
    reader: Iterable[list[str]],
    lines: _Lines,
    header: list[str],
    known: list[str],
    seen: SeenCells,
    problems: list[AseanscError],
) -> Iterator[Row]:
    in_order = itemgetter(*map(header.index, known))
    shared: dict[str, str] = {}  # equal cells share a string, to save memory: most are codes and ids
    share = shared.setdefault
    blank: list[int] = []
    most = in_force().items // EACH_ROW
    for count, cells in enumerate(reader, start=1):
        size, start = lines.size, lines.next_row()
        if count > most:
            require_few(count, lines.where(start))
        if not any(cells):  # allowed if no other row follows
            blank.append(start)
            continue
        if blank:
            where = lines.where(blank[0])
            problems.append(FieldError("a blank row between other rows", where=where, hint="Remove it."))
            blank.clear()
        if len(cells) != len(known) or _has_long_cell(cells, size):
            problems.extend(_problems_of_row(header, cells, lines.where(start)))
            if len(problems) > in_force().problems:
                problems.append(too_many_problems(lines.where(start)))
                return
            continue
        ordered: tuple[str, ...] = in_order(cells)
        seen.add(ordered)
        yield Row(start, {name: share(cell, cell) for name, cell in zip(known, ordered, strict=True) if cell})
        if len(shared) > _MOST_SHARED:
            shared.clear()


def _has_long_cell(cells: list[str], size: int) -> bool:
    """Return whether a cell of a row, which has `size` characters, is too long."""
    return size > LONGEST_CELL and max(map(len, cells)) > LONGEST_CELL


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


def _header_problems(header: list[str], known: list[str], file: str, line: int) -> Iterator[AseanscError]:
    if sorted(header[1:]) == sorted(known) and header[0] not in known:
        yield FieldError(
            "one column too many",
            where=f"{file}, line {line}, field 1",
            got=header[0],
            expected="the columns of the table",
            hint="If the column has row numbers, save the file without them (index=False in pandas).",
        )
    elif sorted(header) != sorted(known):
        yield from header_problems(header, known, lambda number: f"{file}, line {line}, field {number + 1}", file)


def _not_csv(error: csv.Error, where: str) -> FieldError:
    if "field limit" in str(error):
        return _too_long(where, f"more than {LONGEST_CELL}")
    return FieldError(f"not CSV: {error}", where=where)


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
                hint=advice_on_bytes(content) or 'Save the file as "CSV UTF-8".',
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
        self._number = self._separators = self._commas = self.size = 0
        self._first = 1
        self._lines: list[str] = []
        """The lines of the row of which the separators are not counted yet."""
        self._in_quotes = False

    def where(self, line: int = 0) -> str:
        """Return the location of the row that starts on a line, or of the one that is read."""
        return f"{self._file}, line {line or self._first}"

    def next_row(self) -> int:
        """Start to count the fields of the next row; return the line number of the first line of this one."""
        first, self._first = self._first, self._number + 1
        self.size = self._separators = self._commas = 0
        self._lines.clear()
        self._in_quotes = False
        return first

    def __iter__(self) -> Iterator[str]:
        for line in iter(partial(self._text.readline, self._longest + 1), ""):
            self._require_bounded(line)
            yield line

    def _require_bounded(self, line: str) -> None:
        self._number += 1
        self.size += len(line)
        if len(line) > self._longest:
            raise DocumentError(
                "the line is too long",
                where=f"{self._file}, line {self._number}",
                expected=f"at most {self._longest} characters",
                hint="Check that each record is on a line of its own, and shorten long cells.",
            )
        self._commas += line.count(",")
        self._lines.append(line)
        if self._commas < self._columns + _MOST_MORE:
            return
        self._count_separators()
        if self._separators >= self._columns + _MOST_MORE:
            raise DocumentError(
                "too many fields",
                where=f"{self._file}, line {self._number}",
                got=self._separators + 1,
                expected=f"{self._columns} fields",
            )

    def _count_separators(self) -> None:
        """Count the separators of the waiting lines, which are the commas outside quotes."""
        parts = "".join(self._lines).split('"')
        self._separators += sum([part.count(",") for part in parts[self._in_quotes :: 2]])
        self._in_quotes ^= len(parts) % 2 == 0
        self._commas = self._separators
        self._lines.clear()
