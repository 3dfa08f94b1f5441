r"""Excel: a workbook that a person can read and fill in. It loses nothing.

It has one sheet for each kind of record, with drop-downs for codes and units and a note for each column. A figure is
an exact text; the next column has the same number for computations. The first sheet explains how to fill in cells.

>>> from tempfile import mkdtemp
>>> from aseansc.datasets import lai_chau
>>> review, path = lai_chau.load(), f"{mkdtemp()}/lai-chau.xlsx"
>>> dump(review, path)
>>> load(path) == review
True
"""

from __future__ import annotations

from collections.abc import Iterable

from aseansc._collector import collector_paused
from aseansc.drafts import RECORD_TYPES, Draft
from aseansc.errors import AseanscError, require
from aseansc.interchange._document.write_json import unstructure
from aseansc.interchange._files import Source, read_bytes, require_review, write_bytes
from aseansc.interchange._tables.locations import breakdowns_of, in_tables
from aseansc.interchange._tables.read_reviews import draft_of, review_of
from aseansc.interchange.excel._confirm_times import with_confirmed
from aseansc.interchange.excel._layout import address as address, quoted as quoted
from aseansc.interchange.excel._number_formats import BUILT_IN as BUILT_IN, day_parts as day_parts, shape_of as shape_of
from aseansc.interchange.excel._read_workbook import read_workbook
from aseansc.interchange.excel._write_workbook import require_writable, workbook_of
from aseansc.limits import Limits, limited
from aseansc.losses import Loss
from aseansc.reviews import Review

__all__ = ["dump", "load", "load_draft", "located", "losses", "template"]


def losses(review: Review) -> tuple[Loss, ...]:
    """Return what a workbook cannot represent: always an empty tuple."""
    require_review(review, "excel.losses")
    return ()


@limited
def dump(review: Review | Draft, target: Source, *, limits: Limits | None = None) -> None:
    """Write a review or a draft as a workbook to a path or an open file.

    A path is written whole or not at all. A gap of a draft is a coloured cell with ``?`` and the reason; a person fills
    it in by overwriting the cell.

    Args:
        review: the review or draft.
        target: a path or an open file.
        limits: how much is written, so that readers with these limits can read it; `Limits()` by default.

    Raises:
        FieldTypeError: if `review` is neither a review nor a draft, or `target` is neither a path nor a file.
        FieldError: for more records than tables may have.
        LimitError: if the workbook is larger than `limits` allow.
        MissingExtraError: if the packages of the extra ``excel`` are not installed.
        OSError: if the path cannot be written; an existing file is then unchanged.
    """
    require(review, Review, Draft, where="excel.dump, review")
    require_writable({name: len(getattr(review, name, ())) for name in RECORD_TYPES})
    workbook = workbook_of(unstructure(review), review if isinstance(review, Draft) else None)
    write_bytes(workbook, target, "excel.dump")


def template(target: Source) -> None:
    """Write an empty workbook to fill in.

    Raises:
        MissingExtraError: if the packages of the extra ``excel`` are not installed.
        OSError: if the path cannot be written; an existing file is then unchanged.
    """
    write_bytes(workbook_of({}), target, "excel.template")


@collector_paused
@limited
def load(source: Source, *, limits: Limits | None = None) -> Review:
    """Read the workbook of a review from a path or an open file.

    Args:
        source: a path or an open file.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the workbook is not a valid review; lists every problem and gap with its cell, such as
            ``Observations!C7``.
        MissingExtraError: if the packages of the extra ``excel`` are not installed.
        OSError: if the path cannot be read.
    """
    reading = read_workbook(read_bytes(source, "excel.load"))
    return review_of(reading.rows, reading.locate, reading.problems)


def located(source: Source, problems: Iterable[AseanscError]) -> list[AseanscError]:
    """Return the problems of a draft that was read from a workbook with the addresses of their cells.

    Raises:
        DocumentError: if the source is not a workbook of a review.
        OSError: if the path cannot be read.
    """
    reading = read_workbook(read_bytes(source, "excel.located"))
    breakdowns = breakdowns_of(reading.rows)
    return [in_tables(problem, reading.rows, reading.locate, breakdowns) for problem in problems]


@collector_paused
@limited
def load_draft(source: Source, *, limits: Limits | None = None) -> Draft:
    """Read a workbook that may be incomplete; missing required values become gaps of the draft.

    Args:
        source: a path or an open file.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the workbook is not a valid draft; lists every problem with its cell.
        MissingExtraError: if the packages of the extra ``excel`` are not installed.
        OSError: if the path cannot be read.
    """
    reading = read_workbook(read_bytes(source, "excel.load_draft"))
    draft = draft_of(reading.rows, reading.locate, reading.problems)
    return with_confirmed(draft, frozenset(reading.confirmed))
