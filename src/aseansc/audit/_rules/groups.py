"""Check the figures of categories and of places against the figure of everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.audit._codes import AssumptionKind, CheckCode, Relation
from aseansc.audit._figures import Figure, Figures, is_amount
from aseansc.audit._groups import Group, is_located, of_categories, of_places
from aseansc.audit._numbers import show
from aseansc.audit._results import Assumption
from aseansc.audit._verdicts import Case, Condition, Term, can_be_at_most, total_of
from aseansc.codelists import Absent
from aseansc.indicators import IndicatorKind, Statistic
from aseansc.intervals import hull
from aseansc.units import UnitKind, person

_ONE_CATEGORY: Final = Condition(
    Assumption(kind=AssumptionKind.ONE_CATEGORY), Assumption(kind=AssumptionKind.OTHER_CATEGORIES)
)
_PLACES_ADD: Final = Condition(
    Assumption(kind=AssumptionKind.PLACES_ADD), Assumption(kind=AssumptionKind.PLACES_DIFFER)
)


def category_sums(figures: Figures) -> Iterator[Case]:
    """Check that categories that do not overlap do not exceed the whole, and that all of them add up to it."""
    for group in of_categories(figures):
        if isinstance(group.total, Figure) and group.indicator.kind is not IndicatorKind.RATE:
            yield from _category_sum(figures, group, group.total)
        elif group.total is not None and group.may_be_all:
            only_if = None if group.is_all else _ONE_CATEGORY
            yield from _between(group, group.total, only_if)


def _category_sum(figures: Figures, group: Group, total: Figure) -> Iterator[Case]:
    if not is_amount(group.indicator):
        return
    summed = total_of([part.interval for part in group.parts])
    never_negative = figures.is_never_negative(group.indicator.id)
    if not (group.is_all or never_negative):
        return
    is_more = not can_be_at_most(summed.values, total.interval)
    moves = not group.stays and group.indicator.kind is IndicatorKind.FLOW
    may_move = moves and not figures.adds_over_time(group.indicator.id)
    is_equality = group.is_all or (group.may_be_all and not is_more)
    certain = not may_move if is_more or not is_equality else group.is_all
    yield Case(
        CheckCode.CATEGORY_SUM,
        (total, *group.parts),
        summed,
        group.indicator.unit.code,
        relation=Relation.EQUAL if is_equality else Relation.AT_MOST,
        stated=total.interval,
        only_if=None if certain else _ONE_CATEGORY,
    )


def place_sums(figures: Figures) -> Iterator[Case]:
    """Check that the places within a place do not exceed it, and that what is located by residence adds up."""
    for group in of_places(figures):
        total, indicator = group.total, group.indicator
        if total is None:
            continue
        if indicator.kind is IndicatorKind.RATE:
            if group.may_be_all:
                yield from _between(group, total, None if _has_residents(figures, group) else _PLACES_ADD)
        elif is_amount(indicator) and figures.is_never_negative(indicator.id):
            yield _place_sum(group, total)


def _place_sum(group: Group, total: Figure) -> Case:
    """Check places against the place around them.

    What is located by residence is in one place only. All else may be in two of them, or in units that are run for the
    whole, such as a provincial hospital.
    """
    summed = total_of([part.interval for part in group.parts])
    is_more = not can_be_at_most(summed.values, total.interval)
    located = is_located(group.indicator)
    is_equality = located and group.may_be_all and not is_more
    certain = located and (is_more or (group.is_all and group.indicator.unit != person))
    return Case(
        CheckCode.PLACE_SUM,
        (total, *group.parts),
        summed,
        group.indicator.unit.code,
        relation=Relation.EQUAL if is_equality else Relation.AT_MOST,
        stated=total.interval,
        only_if=None if certain else _PLACES_ADD,
    )


def _has_residents(figures: Figures, group: Group) -> bool:
    """Return whether a rate is of households or land, which are all within the smaller places."""
    below = group.indicator.denominator
    if isinstance(below, Absent) or not group.is_all:
        return False
    whole = figures.indicator(below)
    return is_located(whole) and whole.unit != person


def _between(group: Group, total: Figure, only_if: Condition | None) -> Iterator[Case]:
    """Check that the rate of a whole is between the lowest and the highest rate of its groups."""
    indicator, parts = group.indicator, group.parts
    is_mean = isinstance(indicator.statistic, Absent) or indicator.statistic is Statistic.MEAN
    if not is_mean or indicator.unit.kind not in (UnitKind.SHARE, UnitKind.QUOTIENT):
        return
    rates = [part.interval for part in parts]
    yield Case(
        CheckCode.RATE_BETWEEN,
        (total, *parts),
        Term(", ".join(map(show, rates)), hull(rates)),
        indicator.unit.code,
        stated=total.interval,
        only_if=only_if,
    )
