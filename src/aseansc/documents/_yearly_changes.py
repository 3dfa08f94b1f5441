"""Changes since the year before where rows are years: *So với năm trước (%)* behind *Tổng thu (tỷ đồng)*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from aseansc.documents._column import LEVELS, Column
from aseansc.documents._comparisons import Comparison, Fit, fit_of
from aseansc.documents._row import Row
from aseansc.periods import Period, Time
from aseansc.vietnamese.tables import ColumnRole

_FEWEST: Final = 2
_FORMS: Final = (Fit.GROWTH, Fit.RATIO, Fit.DIFFERENCE)


def with_yearly(
    found: Mapping[int, Comparison], columns: Sequence[Column], rows: Sequence[Row]
) -> dict[int, Comparison]:
    """Return what columns compare, also those that compare the level before them with that of the year before.

    At least two rows must show it, and all that have both levels in one way.

    Args:
        found: what the columns of comparisons compare, by number.
        columns: the columns of a table.
        rows: its rows.
    """
    years = list(_following(rows))
    levels = [each.number for each in columns if each.role in LEVELS and each.number not in found]
    before = {number: max((each for each in levels if each < number), default=0) for number in found}
    return {
        number: (_shown(number, before[number], years) or each) if each.fit is Fit.NONE else each
        for number, each in found.items()
    }


def _following(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield the rows of a year, each with that of the year after it, of the same place and below the same lines."""
    for row, after in (each for pair in pairwise(rows) for each in (pair, pair[::-1])):
        same = (row.place, row.band, row.section_time) == (after.place, after.band, after.section_time)
        if same and _year(after.time) == _year(row.time) + 1 > 1:
            yield row, after


def _year(time: Time | None) -> int:
    """Return a calendar year; 0 for another time."""
    is_year = isinstance(time, Period) and time == Period.year(time.start.year)
    return time.start.year if isinstance(time, Period) and is_year else 0


def _shown(number: int, level: int, years: Sequence[tuple[Row, Row]]) -> Comparison | None:
    """Return how a column agrees with a level and that of the year before; ``None`` if the rows do not show it."""
    full = [
        (after.numbers[number][0], after.numbers[level][0], row.numbers[level][0])
        for row, after in years
        if level in row.numbers and {number, level} <= after.numbers.keys()
    ]
    forms = (Comparison(fit, level, 0, ColumnRole.CHANGE) for fit in _FORMS if len(full) >= _FEWEST)
    return next((form for form in forms if all(fit_of(*each, form) is form.fit for each in full)), None)
