"""Convert tables of strings to a review or a draft; report problems with their location in the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from aseansc.drafts import Draft
from aseansc.errors import AseanscError, DocumentError
from aseansc.interchange._document.scalars import Data
from aseansc.interchange._document.structure import structure
from aseansc.interchange._document.structure_draft import structure_draft
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
    return _read_tables(structure, rows, locate, problems, draft=False)


def draft_of(rows: Rows, locate: Locate, problems: Iterable[AseanscError] = ()) -> Draft:
    """Return the draft in some tables; gaps in cells and missing required values become gaps of the draft.

    Raises:
        DocumentError: if the tables are not a valid draft; lists every problem with its location.
    """
    return _read_tables(structure_draft, rows, locate, problems, draft=True)


def _read_tables(
    read_data: Callable[[Data], T], rows: Rows, locate: Locate, problems: Iterable[AseanscError], *, draft: bool
) -> T:
    data, found = data_of(rows, locate, draft=draft)
    found = [*problems, *found]
    try:
        read = read_data(data)
    except DocumentError as error:
        breakdowns = breakdowns_of(rows)
        cells = {problem.where for problem in found}  # one problem for each cell
        located = [in_tables(problem, rows, locate, breakdowns) for problem in error.problems]
        found.extend(problem for problem in located if problem.where not in cells)
    else:
        if not found:
            return read
    raise not_a_review(found)
