"""The rows of a table that are parts of the row above them: *Trong đó*, and lists whose numbers add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

from aseansc.documents._column import LEVELS, Column
from aseansc.documents._row import Known, Row
from aseansc.documents._sums import half_step
from aseansc.indicators import Breakdown
from aseansc.units import UnitKind

_RATIOS: Final = (UnitKind.SHARE, UnitKind.QUOTIENT)


def breakdowns_of(
    rows: Iterable[Row],
    columns: Iterable[Column],
    ids: Mapping[tuple[int, str, str], str],
    unit: Callable[[Row, Column], Known | None],
) -> dict[str, tuple[Breakdown, ...]]:
    """Return the breakdowns of the indicators whose parts are rows below them.

    A list is a breakdown if a line states it (*Trong đó*), or if its numbers add up to the row above; it is complete
    only if they do, in more than half of the columns.

    Args:
        rows: the rows.
        columns: the columns.
        ids: the ids of indicators by row, measure and band.
        unit: returns the unit of a cell.
    """
    measures: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if column.role in LEVELS and not column.head.compared:
            measures[column.measure].append(column)
    by_number = {row.number: row for row in rows}
    lists: dict[int, list[Row]] = defaultdict(list)
    for row in by_number.values():
        if row.above in by_number and not row.place:
            lists[row.above].append(row)
    found: dict[str, tuple[Breakdown, ...]] = defaultdict(tuple)
    for (above, parts), (measure, inside) in product(lists.items(), measures.items()):
        made = _breakdown(by_number[above], parts, inside, ids, unit)
        ident = ids.get((above, measure, ""))
        if made is not None and ident is not None:
            found[ident] += (made,)
    return found


def breakdowns_by_column(
    sums: Mapping[int, tuple[tuple[int, ...], ...]], columns: Sequence[Column], ids: Mapping[tuple[int, str, str], str]
) -> dict[str, tuple[Breakdown, ...]]:
    """Return the breakdowns of the indicators whose parts are columns beside them, which add up.

    Args:
        sums: the numbers of the columns that are parts, by that of their total.
        columns: the columns.
        ids: the ids of indicators by row, measure and band.
    """
    measures = {column.number: column.measure for column in columns}
    found: dict[str, tuple[Breakdown, ...]] = defaultdict(tuple)
    for (row, measure, band), ident in ids.items():
        for parts in (each for whole, lists in sums.items() if measures[whole] == measure for each in lists):
            names = tuple(ids.get((row, measures[part], band), "") for part in parts)
            if all(names):
                made = Breakdown(parts=names, complete=True, disjoint=True)
                found[ident] = tuple(dict.fromkeys((*found[ident], made)))
    return found


def _breakdown(
    whole: Row,
    parts: list[Row],
    columns: list[Column],
    ids: Mapping[tuple[int, str, str], str],
    unit: Callable[[Row, Column], Known | None],
) -> Breakdown | None:
    """Return the breakdown of a row, or ``None`` if neither words nor numbers show that the rows below are parts."""
    column = columns[0]
    known = unit(whole, column)
    if known is None or known[0].kind in _RATIOS:
        return None
    same = [part for part in parts if unit(part, column) == known and (part.number, column.measure, "") in ids]
    if not same:
        return None
    complete = len(same) > 1 and _add_up_mostly(whole, same, columns)
    listed = [part for part in same if part.is_listed and _is_within(whole, part, columns)]
    chosen = same if complete else listed
    if not chosen:
        return None
    names = tuple(ids[part.number, column.measure, ""] for part in chosen)
    return Breakdown(parts=names, complete=complete, disjoint=complete)


def _add_up_mostly(whole: Row, parts: list[Row], columns: list[Column]) -> bool:
    """Return whether parts add up to the whole in more than half of the columns in which none is missing."""
    sums = [_adds_up(whole, parts, column.number) for column in columns]
    tested = [each for each in sums if each is not None]
    return 2 * sum(tested) > len(tested)


def _is_within(whole: Row, part: Row, columns: list[Column]) -> bool:
    """Return whether no number of a part is larger than that of the whole."""
    both = [column.number for column in columns if column.number in whole.numbers and column.number in part.numbers]
    return all(part.numbers[column][0] <= whole.numbers[column][0] for column in both)


def _adds_up(whole: Row, parts: list[Row], column: int) -> bool | None:
    """Return whether parts add up to the whole within their rounding; ``None`` if a number is missing."""
    if column not in whole.numbers or not all(column in part.numbers for part in parts):
        return None
    found = [row.numbers[column] for row in (whole, *parts)]
    if any(number[3] is not None for number in found):
        return None
    total, *numbers = [number[0] for number in found]
    spread = sum((half_step(number) for number in (*numbers, total)), Fraction(0))
    return bool(total) and abs(sum(map(Fraction, numbers), Fraction(0)) - Fraction(total)) <= spread
