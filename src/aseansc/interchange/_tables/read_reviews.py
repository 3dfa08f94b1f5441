"""Convert tables of strings to a review or a draft; report problems with their location in the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

from cattrs.errors import BaseValidationError

from aseansc.drafts import RECORD_TYPES, Draft
from aseansc.errors import AseanscError, ReviewError
from aseansc.interchange._document.problems import problems_of
from aseansc.interchange._document.scalars import MOST_PROBLEMS, Data, one_document, too_many_problems
from aseansc.interchange._document.structure import structure_part
from aseansc.interchange._document.structure_draft import draft_part
from aseansc.interchange._tables import Locate, Rows, not_a_review
from aseansc.interchange._tables.locations import RECORD, breakdowns_of, in_tables
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
    wrong = list(_problems_by_slices(read_data, data))
    if not wrong:
        made = _try_to_read(read_data, data)
        if not isinstance(made, Exception):
            if not found:
                return made
        else:
            wrong = list(problems_of(made, "$", data))
    breakdowns = breakdowns_of(rows)
    found.extend(in_tables(problem, rows, locate, breakdowns) for problem in wrong)
    raise not_a_review(found)


def _try_to_read(read_data: Callable[[Data], T], data: Data) -> T | Exception:
    """Return the result of `read_data`, or the error that it raises."""
    with one_document():
        try:
            return read_data(data)
        except (AseanscError, BaseValidationError) as error:
            return error


_AT_A_TIME: Final = 100


def _problems_by_slices(read_data: Callable[[Data], Any], data: Data) -> Iterator[AseanscError]:
    """Yield the problems of very many records, checked in slices, and stop when there are too many.

    Each problem takes time and memory, and a table may have one in every cell.
    """
    around = {name: value for name, value in data.items() if name not in RECORD_TYPES}
    units: list[Data] = data.get("units", [])
    longest = max([len(data.get(name, ())) for name in RECORD_TYPES if name != "units"])
    parts: Iterable[tuple[int, Data]] = ()
    if len(units) > _AT_A_TIME:
        parts = ((start, {"units": units[start : start + _AT_A_TIME]}) for start in range(0, len(units), _AT_A_TIME))
    elif longest > _AT_A_TIME:
        lists = {name: data[name] for name in RECORD_TYPES if name in data and name != "units"}
        parts = (
            (start, {"units": units, **{name: items[start : start + _AT_A_TIME] for name, items in lists.items()}})
            for start in range(0, longest, _AT_A_TIME)
        )
    count = 0
    for start, part in parts:
        made = _try_to_read(read_data, {**around, **part})
        if not isinstance(made, Exception):
            continue
        if any(isinstance(each, ReviewError) for each in getattr(made, "exceptions", (made,))):
            continue  # references to records outside the slice are missing
        for problem in problems_of(made, "$", part):
            match = RECORD.match(problem.where)
            if match is not None and match[1] in part and (match[1] != "units" or len(part) == 1):
                problem.where = f"$.{match[1]}[{int(match[2]) + start}]{problem.where[match.end() :]}"
            elif start:
                continue  # a problem of the review itself or its units, reported with the first slice
            count += 1
            yield problem
        if count > MOST_PROBLEMS:
            yield too_many_problems("$")
            return
