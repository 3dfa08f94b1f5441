r"""Excel: a workbook that a person can read and fill in, and that loses nothing.

One sheet for each kind of record, with drop-downs for codes and units and notes that explain each column. A figure is
an exact text, with a number beside it for people to reckon with. What stands in a cell is told on the first sheet.

>>> from tempfile import mkdtemp
>>> from aseansc.datasets import lai_chau
>>> review, path = lai_chau.load(), f"{mkdtemp()}/lai-chau.xlsx"
>>> dump(review, path)
>>> load(path) == review
True
"""

from __future__ import annotations

from aseansc.drafts import RECORD_TYPES, Draft
from aseansc.errors import FieldTypeError
from aseansc.interchange import json
from aseansc.interchange._files import Source, read_bytes, write_bytes
from aseansc.interchange._losses import Loss
from aseansc.interchange._tables import plain_data
from aseansc.interchange._tables._records import draft_of, review_of
from aseansc.interchange.excel._reader import read_workbook
from aseansc.interchange.excel._writer import require_writable, workbook_of
from aseansc.reviews import Review

__all__ = ["dump", "load", "load_draft", "losses", "template"]


def losses(review: Review) -> tuple[Loss, ...]:
    """What a workbook cannot carry of a review: nothing."""
    if not isinstance(review, Review):
        raise FieldTypeError("not a review", where="excel.losses", got=review, expected="a Review")
    return ()


def dump(review: Review | Draft, target: Source) -> None:
    """Write a review, or a draft, as a workbook to a path or an open file; to a path whole or not at all.

    The gaps of a draft are coloured cells that begin with ``?``, and say why; to fill one in is to write over it.

    Raises:
        FieldTypeError: for anything but a review or a draft, and a path or a file.
        FieldError: for more records than tables are made for.
        DocumentError: for more cells than are read again.
        MissingExtraError: when the packages of the extra ``excel`` are not installed.
        OSError: when the path cannot be written; what stood there is still there.
    """
    if not isinstance(review, Review | Draft):
        raise FieldTypeError("not a review", where="excel.dump", got=review, expected="a Review, or a Draft")
    require_writable({name: len(getattr(review, name, ())) for name in RECORD_TYPES})
    workbook = workbook_of(plain_data(json.dumps(review)), draft=isinstance(review, Draft))
    write_bytes(workbook, target, "excel.dump")


def template(target: Source) -> None:
    """Write a workbook without records, to fill in.

    Raises:
        MissingExtraError: when the packages of the extra ``excel`` are not installed.
        OSError: when the path cannot be written; what stood there is still there.
    """
    write_bytes(workbook_of({}), target, "excel.template")


def load(source: Source) -> Review:
    """Read a workbook from a path or an open file.

    Raises:
        DocumentError: when it holds no review, with every problem and gap and its cell: ``Observations!C7``.
        MissingExtraError: when the packages of the extra ``excel`` are not installed.
        OSError: when the path cannot be read.
    """
    reading = read_workbook(read_bytes(source, "excel.load"))
    return review_of(reading.rows, reading.locate, reading.problems)


def load_draft(source: Source) -> Draft:
    """Read a workbook that may not be filled in yet: what is missing in it is a gap.

    Raises:
        DocumentError: when it holds no draft, with every problem and its cell.
        MissingExtraError: when the packages of the extra ``excel`` are not installed.
        OSError: when the path cannot be read.
    """
    reading = read_workbook(read_bytes(source, "excel.load_draft"))
    return draft_of(reading.rows, reading.locate, reading.problems)
