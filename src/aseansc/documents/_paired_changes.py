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
_FORMS: Final = (Fit.DIFFERENCE, Fit.GROWTH)
_RELATIVE: Final = (Fit.GROWTH, Fit.RATIO)
_Rows: TypeAlias = Sequence[dict[int, Decimal]]


def with_paired(found: Mapping[int, Comparison], columns: Sequence[Column], rows: _Rows) -> dict[int, Comparison]:
    """Return what columns compare, also *Số lượng* and *%* beside each other below *Tăng, giảm so với năm 2017*.

    The level before is the difference below the level that the table has; the percent must follow from both.

    Args:
        found: what the columns of comparisons compare, by number.
        columns: the columns of a table.
        rows: the numbers of each row, by column.
    """
    found = {**found, **_shown(found, columns, rows)}
    left = {number for number, each in found.items() if each.fit is Fit.NONE}
    pairs = (pair for pair in pairwise(columns) if left.intersection(each.number for each in pair))
    proved = {number: each for pair in pairs for number, each in _of_pair(*pair, columns, rows).items()}
    return {number: proved.get(number, each) if number in left else each for number, each in found.items()}


def _shown(found: Mapping[int, Comparison], columns: Sequence[Column], rows: _Rows) -> dict[int, Comparison]:
    """Return two columns beside each other that all rows show to be the difference and the growth of the same levels.

    Their heads may name another form: *2018/2017* above *Số tiền* and *%*, or *Tương đối* and *Tuyệt đối* exchanged.
    """
    beside = [(first.number, second.number) for first, second in pairwise(columns)]
    pairs = [pair for each in beside for pair in (each, each[::-1]) if found.keys() >= {*pair}]
    return {
        number: evolve(found[number], fit=fit, shown=True)
        for pair in pairs
        if len({(found[each].level, found[each].base) for each in pair}) == 1
        if all(_all_are(fit, each, found[each], rows) for each, fit in zip(pair, _FORMS, strict=True))
        for number, fit in zip(pair, _FORMS, strict=True)
    }


def _all_are(fit: Fit, number: int, stated: Comparison, rows: _Rows) -> bool:
    """Return whether all rows with a change, at least two, have that of two levels in one way."""
    is_change = stated.role is ColumnRole.CHANGE
    full = [row for row in rows if is_change and {number, stated.level, stated.base} <= row.keys() and row[number]]
    compared = evolve(stated, fit=fit)
    fits = (fit_of(row[number], row[stated.level], row[stated.base], compared) for row in full)
    return len(full) >= _FEWEST and all(each is fit for each in fits)


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
