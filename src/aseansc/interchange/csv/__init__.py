r"""CSV: a Data Package, which loses nothing.

A zip archive or a folder with a ``datapackage.json`` and one CSV file for each kind of record: UTF-8, commas, decimals
as they are printed. What an empty cell says, and how lists and absences stand in a cell, is told in the reference.

>>> from tempfile import mkdtemp
>>> from aseansc.datasets import lai_chau
>>> review, path = lai_chau.load(), f"{mkdtemp()}/lai-chau.zip"
>>> dump(review, path)
>>> load(path) == review
True
"""

from __future__ import annotations

import csv
import errno
import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from aseansc.drafts import Draft
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError
from aseansc.interchange import json
from aseansc.interchange._archives import Archive, packed, require_small
from aseansc.interchange._files import Source, decoded, read_bytes, write_bytes
from aseansc.interchange._losses import Loss
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange._tables import (
    Row,
    header_problems,
    no_review,
    plain_data,
    require_few,
    tables_of,
)
from aseansc.interchange._tables._columns import LONG, LONG_TEXTS, Table, tables
from aseansc.interchange._tables._records import review_of
from aseansc.interchange.csv._data_package import DESCRIPTOR, descriptor_of, require_descriptor
from aseansc.reviews import Review

__all__ = ["dump", "load", "losses"]

LONGEST_CELL: Final = 131_072
"""How many characters a cell has at most: as many as Python's own reader of CSV takes, unless told otherwise."""


def losses(review: Review) -> tuple[Loss, ...]:
    """What a Data Package cannot carry of a review: nothing."""
    _require_review(review, "csv.losses")
    return ()


def dump(review: Review, target: Source) -> None:
    """Write a review as a Data Package, whole or not at all.

    Args:
        review: the review.
        target: a path that ends in ``.zip`` or an open file, for an archive; any other path, for a new folder.

    Raises:
        FieldTypeError: for anything but a review, and a path or a file.
        OSError: when the path cannot be written, or is a folder with something in it; what stood there is still there.
    """
    _require_review(review, "csv.dump")
    members = _members(review)
    if isinstance(target, str | os.PathLike) and not os.fspath(target).lower().endswith(".zip"):
        _write_folder(Path(target), members)
    else:
        write_bytes(packed(members), target, "csv.dump")


def load(source: Source) -> Review:
    """Read a Data Package of a review: a folder, or an archive as a path or an open file.

    Raises:
        DocumentError: when it holds none, with every problem and its file, line and column.
        OSError: when the path cannot be read.
    """
    if isinstance(source, str | os.PathLike) and Path(source).is_dir():
        members = _read_folder(Path(source))
    else:
        members = _read_archive(read_bytes(source, "csv.load"))
    require_descriptor(decoded(members.pop(DESCRIPTOR), DESCRIPTOR), members)
    problems: list[AseanscError] = []
    rows: dict[str, list[Row]] = {}
    parted = [file for file, content in members.items() if _has_other_delimiter(content)]
    if parted:
        raise no_review([_other_delimiter(parted)])
    for file, content in members.items():
        table = _tables()[file]
        try:
            rows[table.name] = list(_rows(table, decoded(content, file), problems))
        except (DocumentError, FieldError) as problem:
            problems.append(problem)
    if not rows.get("review"):
        problems.append(FieldError("the review itself is missing", where=_place("review", 0, "")))
    if problems:  # what the rows hold is not known as long as it is not known which columns they are in
        raise no_review(problems)
    return review_of(rows, _place)


def _require_review(review: object, where: str) -> None:
    if not isinstance(review, Review):
        way_out = "A draft has a JSON document, a workbook, and finish()." if isinstance(review, Draft) else ""
        raise FieldTypeError("not a review", where=where, got=review, expected="a Review", way_out=way_out)


def _file(table: str) -> str:
    return f"{table}.csv"


def _tables() -> dict[str, Table]:
    """The tables by their files."""
    return {_file(table.name): table for table in (*tables().values(), LONG)}


def _place(table: str, row: int, column: str) -> str:
    """``observations.csv, line 12, value.unit``."""
    return ", ".join([_file(table), *([f"line {row}"] if row else []), *([column] if column else [])])


# -- writing


def _members(review: Review) -> dict[str, bytes]:
    """The files of a package, by their names."""
    filled = tables_of(plain_data(json.dumps(review)), most=LONGEST_CELL)
    files = {_file(name): _text(_tables()[_file(name)], rows).encode() for name, rows in filled.items()}
    return {DESCRIPTOR: descriptor_of(review, [_tables()[name] for name in files]).encode(), **files}


def _text(table: Table, rows: list[list[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)  # lines end in CR LF, as RFC 4180 has it
    writer.writerow([column.name for column in table.columns])
    writer.writerows(rows)
    return text.getvalue()


def _write_folder(path: Path, members: Mapping[str, bytes]) -> None:
    """Fill a folder beside, then put it in its place."""
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise FileExistsError(errno.EEXIST, "something is there already, and a package is a new folder", str(path))
    beside = Path(tempfile.mkdtemp(dir=path.absolute().parent, prefix=f".{path.name}."))
    try:
        for name, content in members.items():
            (beside / name).write_bytes(content)
        beside.chmod(0o755)
        if path.exists():
            path.rmdir()  # it is empty; not every system puts a folder in the place of another
        beside.rename(path)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


# -- reading


def _require_names(names: list[str], where: str) -> None:
    """Refuse a package that lacks a file, or has one more."""
    optional = {_file(LONG_TEXTS)}
    wanted = {DESCRIPTOR, *_tables()}
    problems: list[AseanscError] = [
        FieldError("a file that is none of a review's", where=where, got=name, expected="plain files of the package")
        for name in sorted({*names} - wanted)
    ]
    problems.extend(
        FieldError("a file is missing", where=where, expected=name) for name in sorted(wanted - {*names} - optional)
    )
    if problems:
        raise no_review(problems)


def _read_archive(content: bytes) -> dict[str, bytes]:
    archive = Archive(content, "csv.load")
    _require_names(list(archive.names), "the archive")
    return {name: archive.read(name) for name in archive.names}


def _read_folder(path: Path) -> dict[str, bytes]:
    entries = list(os.scandir(path))
    _require_names([entry.name if entry.is_file() else f"{entry.name}/" for entry in entries], "the folder")
    require_small(sum(entry.stat().st_size for entry in entries), "csv.load")
    return {entry.name: Path(entry).read_bytes() for entry in entries}


def _rows(table: Table, text: str, problems: list[AseanscError]) -> Iterator[Row]:
    """The rows of a file; what is wrong with its form goes to the problems."""
    file, known = _file(table.name), [column.name for column in table.columns]
    reader = csv.reader(_lines(text, file, LONGEST_CELL * len(known)), strict=True)
    start, count = 1, 0
    try:
        header: list[str] = next(reader, list[str]())
        if sorted(header) != sorted(known):
            problems.extend(header_problems(header, known, lambda number: f"{file}, line 1, field {number + 1}", file))
            return
        start = reader.line_num + 1
        for cells in reader:
            if not cells or len(cells) != len(header):
                problems.append(
                    FieldError(
                        "another number of fields than the first line has",
                        where=f"{file}, line {start}",
                        got=len(cells),
                        expected=str(len(header)),
                    )
                )
            for name, cell in zip(header, cells, strict=False):
                if len(cell) > LONGEST_CELL:
                    problems.append(_too_long(f"{file}, line {start}, {name}", len(cell)))
            if len(problems) > MOST_PROBLEMS:
                problems.append(FieldError("and more: the rest was not read", where=f"{file}, line {start}"))
                return
            count += 1
            require_few(count, f"{file}, line {start}")
            yield Row(start, {name: cell for name, cell in zip(header, cells, strict=False) if cell})
            start = reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error):
            problems.append(_too_long(f"{file}, line {start}", f"more than {LONGEST_CELL}"))
        else:
            problems.append(FieldError(f"not CSV: {error}", where=f"{file}, line {start}"))


_BEGINNING: Final = 10_000


def _has_other_delimiter(content: bytes) -> bool:
    """Whether a program saved a file with semicolons or tabs between its fields; no table has one column alone."""
    head = content[:_BEGINNING].splitlines()[:1]
    return bool(head) and b"," not in head[0] and (b";" in head[0] or b"\t" in head[0])


def _other_delimiter(files: list[str]) -> FieldError:
    return FieldError(
        "the fields are parted by semicolons or tabs",
        where=f"{', '.join(files)}, line 1",
        expected="commas",
        way_out="Save them again with commas; to work on them in a spreadsheet program, convert the review to .xlsx.",
    )


def _too_long(where: str, got: object) -> FieldError:
    return FieldError(
        "a cell is too long",
        where=where,
        got=f"{got} characters",
        expected=f"at most {LONGEST_CELL}",
        way_out=f"Longer texts stand in {_file(LONG_TEXTS)}, in parts.",
    )


def _lines(text: str, file: str, most: int) -> Iterator[str]:
    """The lines of a file; one of more commas than its cells can hold is refused before it is taken apart."""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if line.count(",") > most:
            raise DocumentError("a line of too many fields", where=f"{file}, line {number}")
        yield line
