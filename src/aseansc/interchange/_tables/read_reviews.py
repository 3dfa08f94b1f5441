"""Convert tables of strings to a review or a draft; report problems with their location in the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from cattrs.errors import BaseValidationError

from aseansc.drafts import Draft
from aseansc.errors import AseanscError
from aseansc.interchange._document.problems import problems_of
from aseansc.interchange._document.scalars import Data, one_document
from aseansc.interchange._document.structure import structure_part
from aseansc.interchange._document.structure_draft import draft_part
from aseansc.interchange._tables import Locate, Rows, not_a_review
from aseansc.interchange._tables.locations import breakdowns_of, in_tables
from aseansc.interchange._tables.read_rows import data_of
from aseansc.reviews import Review

T = TypeVar("T")


def review_of(rows: Rows, locate: Locate, problems: Iterable[AseanscError] = ()) -> Review:
    """Return the review in some tables.

    Args:
        rows: the rows of every table.
        locate: returns the location of a cell.
        problems: problems found earlier, which are reported with the others.

    Raises:
        DocumentError: if the tables are not a valid review; lists every problem with its location.
    """
    return _read_tables(lambda data: structure_part(data, Review), rows, locate, problems, draft=False)


def draft_of(rows: Rows, locate: Locate, problems: Iterable[AseanscError] = ()) -> Draft:
    """Return the draft in some tables; gaps in cells and missing required values become gaps of the draft.

    Raises:
        DocumentError: if the tables are not a valid draft; lists every problem with its location.
    """
    return _read_tables(draft_part, rows, locate, problems, draft=True)


def _read_tables(
    read_data: Callable[[Data], T], rows: Rows, locate: Locate, problems: Iterable[AseanscError], *, draft: bool
) -> T:
    """Return the result of `read_data` for some tables, or raise every problem with its location in the tables."""
    data, found = data_of(rows, locate, draft=draft)
    found = [*problems, *found]
    made = _try_to_read(read_data, data)
    if isinstance(made, Exception):
        breakdowns = breakdowns_of(rows)
        found.extend(in_tables(problem, rows, locate, breakdowns) for problem in problems_of(made, "$", data))
    elif not found:
        return made
    raise not_a_review(found)


def _try_to_read(read_data: Callable[[Data], T], data: Data) -> T | Exception:
    """Return the result of `read_data`, or the error that it raises."""
    with one_document():
        try:
            return read_data(data)
        except (AseanscError, BaseValidationError) as error:
            return error
