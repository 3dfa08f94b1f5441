r"""CSV: a Data Package, which loses nothing.

A package is a zip archive or a folder with a ``datapackage.json`` and one CSV file for each kind of record, in UTF-8,
with commas and with decimals as printed. The page "CSV" of the reference explains empty cells, lists and absences.

>>> from tempfile import mkdtemp
>>> from aseansc.datasets import lai_chau
>>> review, path = lai_chau.load(), f"{mkdtemp()}/lai-chau.zip"
>>> dump(review, path)
>>> load(path) == review
True
"""

from __future__ import annotations

import csv
import io
import os

from aseansc._collector import collector_paused
from aseansc._paths import as_path
from aseansc.drafts import RECORD_TYPES
from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._archives import is_clutter, packed
from aseansc.interchange._atomic import folder_at, replace_folder
from aseansc.interchange._document.versions import renamed_fields
from aseansc.interchange._document.write_json import unstructure
from aseansc.interchange._files import Source, read_bytes, require_review, write_bytes
from aseansc.interchange._tables import Row, not_a_review, require_few, with_resolutions
from aseansc.interchange._tables.columns import LONG, LONG_TEXTS, Table, tables
from aseansc.interchange._tables.read_reviews import review_of
from aseansc.interchange._tables.write_rows import tables_of
from aseansc.interchange.csv._data_package import DESCRIPTOR, descriptor_of, read_descriptor
from aseansc.interchange.csv._read_members import read_archive, read_folder
from aseansc.interchange.csv._read_rows import LONGEST_CELL, has_other_delimiter, read_rows
from aseansc.interchange.csv._restore_cells import restore_cells
from aseansc.interchange.csv._seen_cells import SeenColumn
from aseansc.interchange.csv._write_resolutions import write_resolutions
from aseansc.limits import Limits, in_force, limited, require_size
from aseansc.losses import Loss
from aseansc.reviews import Review

__all__ = ["dump", "load", "losses"]


def losses(review: Review) -> tuple[Loss, ...]:
    """Return what a Data Package cannot represent: always an empty tuple."""
    require_review(review, "csv.losses")
    return ()


@limited
def dump(review: Review, target: Source, *, replace: bool = False, limits: Limits | None = None) -> None:
    """Write a review as a Data Package, whole or not at all.

    Args:
        review: the review.
        target: a path that ends in ``.zip`` or an open file to write an archive; any other path to write a folder.
        replace: whether a folder that contains a package may be replaced. A folder with other files is never replaced,
            an archive always.
        limits: how much is written, so that readers with these limits can read it; `Limits()` by default.

    Raises:
        FieldTypeError: if `review` is not a review, or `target` is neither a path nor a file.
        FieldError: for more records than tables may have.
        DocumentError: if the package is larger than the limit for reading.
        OSError: if the path cannot be written, or is a folder that may not be replaced; existing files are unchanged.
    """
    require_review(review, "csv.dump")
    members = files_of(review)
    require_size(sum(map(len, members.values())), "csv.dump")
    if isinstance(target, str | os.PathLike) and not os.fspath(target).lower().endswith(".zip"):
        own = {DESCRIPTOR, *_tables()} if replace else set[str]()
        replace_folder(as_path(target, "csv.dump"), members, may_replace=lambda name: name in own or is_clutter(name))
    else:
        write_bytes(packed(members), target, "csv.dump")


@collector_paused
@limited
def load(source: Source, *, limits: Limits | None = None) -> Review:
    """Read the Data Package of a review from a folder, or from an archive as a path or an open file.

    A program that guesses the types of columns may have rewritten the cells. They are read if their meaning is clear:
    ``400.0`` is 400 if "400" is printed, ``TRUE`` is true. Other rewritten cells are reported.

    Args:
        source: a path or an open file.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the package is not a valid review; lists every problem with its file, line and column.
        OSError: if the path cannot be read.
    """
    folder = folder_at(as_path(source, "csv.load")) if isinstance(source, str | os.PathLike) else None
    wanted, optional = {DESCRIPTOR, *_tables()}, {_file(LONG_TEXTS)}
    if folder is not None:
        members = read_folder(folder, wanted, optional)
    else:
        members = read_archive(read_bytes(source, "csv.load"), wanted, optional)
    version = read_descriptor(members.pop(DESCRIPTOR), members)
    problems: list[AseanscError] = []
    rows: dict[str, list[Row]] = {}
    seen: dict[str, list[SeenColumn]] = {}
    separated = [file for file, content in members.items() if has_other_delimiter(content)]
    if separated:
        raise not_a_review([_other_delimiter(separated)])
    for file, content in members.items():
        table = _tables()[file]
        try:
            rows[table.name], seen[table.name] = read_rows(
                table, content, problems, renamed_fields(version, table.name)
            )
        except (DocumentError, FieldError) as problem:
            problems.append(problem)
    if not rows.get("review"):
        problems.append(FieldError("the row of the review is missing", where=_locate("review", 0, "")))
    if problems:  # with wrong columns, the cells cannot be read
        raise not_a_review(problems)
    problems = restore_cells(rows, seen, _locate)
    if version == 1:
        rows = with_resolutions(rows)
    if len(problems) > in_force().problems:
        raise not_a_review(problems)
    return review_of(rows, _locate, problems)


def _file(table: str) -> str:
    return f"{table}.csv"


def _tables() -> dict[str, Table]:
    return {_file(table.name): table for table in (*tables().values(), LONG)}


def _locate(table: str, row: int, column: str) -> str:
    """Return the location of a cell, such as ``observations.csv, line 12, value.unit``."""
    return ", ".join([_file(table), *([f"line {row}"] if row else []), *([column] if column else [])])


# -- writing


def files_of(review: Review) -> dict[str, bytes]:
    """Return the files of a package by name."""
    require_few(sum(len(getattr(review, name, ())) for name in RECORD_TYPES), "a review as tables")  # before the work
    filled = tables_of(unstructure(review), most=LONGEST_CELL)
    write_resolutions(filled)
    files = {_file(name): _text(_tables()[_file(name)], rows).encode() for name, rows in filled.items()}
    return {DESCRIPTOR: descriptor_of(review, [_tables()[name] for name in files]).encode(), **files}


def _text(table: Table, rows: list[list[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)  # writes CR LF, as RFC 4180 requires
    writer.writerow([column.name for column in table.columns])
    writer.writerows(rows)
    return text.getvalue()


def _other_delimiter(files: list[str]) -> FieldError:
    return FieldError(
        "the fields are separated by semicolons or tabs",
        where=f"{', '.join(files)}, line 1",
        expected="commas",
        hint="Save the files again with commas. To edit in a spreadsheet program, convert the review to .xlsx instead.",
    )
