"""Differences and growth beside each other, which prove each other, although the earlier level is not in the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import evolve

from aseansc.documents._column import Column
from aseansc.documents._comparisons import Comparison, Fit, fit_of
from aseansc.vietnamese.tables import ColumnRole

_FEWEST: Final = 2
_RELATIVE: Final = (Fit.GROWTH, Fit.RATIO)
_Rows: TypeAlias = Sequence[dict[int, Decimal]]


def with_paired(found: Mapping[int, Comparison], columns: Sequence[Column], rows: _Rows) -> dict[int, Comparison]:
    """Return what columns compare, also *Số lượng* and *%* beside each other below *Tăng, giảm so với năm 2017*.

    The level before is the difference below the level that the table has; the percent must follow from both. Beside
    growth, *Tương đối* states differences if all rows do: the heads were exchanged.

    Args:
        found: what the columns of comparisons compare, by number.
        columns: the columns of a table.
        rows: the numbers of each row, by column.
    """
    found = {**found, **_exchanged(found, columns, rows)}
    left = {number for number, each in found.items() if each.fit is Fit.NONE}
    pairs = (pair for pair in pairwise(columns) if left.intersection(each.number for each in pair))
    proved = {number: each for pair in pairs for number, each in _of_pair(*pair, columns, rows).items()}
    return {number: proved.get(number, each) if number in left else each for number, each in found.items()}


def _exchanged(found: Mapping[int, Comparison], columns: Sequence[Column], rows: _Rows) -> dict[int, Comparison]:
    """Return the columns that all rows show to be differences, beside growth of the same levels."""
    of_pairs = [(found.get(a.number), b.number, found.get(b.number)) for a, b in pairwise(columns)]
    of_pairs += [(found.get(b.number), a.number, found.get(a.number)) for a, b in pairwise(columns)]
    return {
        number: evolve(stated, fit=Fit.DIFFERENCE)
        for growth, number, stated in of_pairs
        if growth is not None and stated is not None and growth.fit is Fit.GROWTH and stated.fit is Fit.RATIO
        if (growth.level, growth.base) == (stated.level, stated.base) and _are_differences(number, stated, rows)
    }


def _are_differences(number: int, stated: Comparison, rows: _Rows) -> bool:
    """Return whether all rows, at least two with a change, have the difference of two levels."""
    full = [row for row in rows if {number, stated.level, stated.base} <= row.keys()]
    differences = evolve(stated, fit=Fit.DIFFERENCE)
    fits = (fit_of(row[number], row[stated.level], row[stated.base], differences) for row in full)
    return sum(bool(row[number]) for row in full) >= _FEWEST and all(each is Fit.DIFFERENCE for each in fits)


def _of_pair(first: Column, second: Column, columns: Sequence[Column], rows: _Rows) -> dict[int, Comparison]:
    """Return the only way in which two columns of comparisons are a difference and its percent."""
    if not (first.head.compared and second.head.compared) or first.place != second.place:
        return {}
    reached = (each for each in columns if each.role is ColumnRole.ACTUAL and not each.head.compared)
    levels = [each.number for each in reached if each.place == first.place]
    pairs = ((first.number, second.number), (second.number, first.number))
    proved = [each for level in levels for pair in pairs for each in _proved(level, *pair, rows)]
    return proved[0] if len(proved) == 1 else {}


def _proved(level: int, difference: int, percent: int, rows: _Rows) -> Iterator[dict[int, Comparison]]:
    """Yield what two columns state of a level, by number, for each form of percent that all rows agree with."""
    full = [row for row in rows if {level, difference, percent} <= row.keys() and row[level]]
    if sum(bool(row[difference]) for row in full) < _FEWEST:
        return
    for fit in _RELATIVE:
        stated = Comparison(fit, level, 0, ColumnRole.CHANGE)
        fits = (fit_of(row[percent], row[level], row[level] - row[difference], stated) for row in full)
        if all(each is fit for each in fits):
            yield {difference: Comparison(Fit.DIFFERENCE, level, 0, ColumnRole.CHANGE), percent: stated}
