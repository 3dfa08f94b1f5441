"""Check the figures of categories and of places against the figure of everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from aseansc.audit._codes import AssumptionKind, CheckCode, Relation
from aseansc.audit._figures import Figure, Figures, is_amount
from aseansc.audit._groups import Group, is_located, of_categories, of_places
from aseansc.audit._numbers import show
from aseansc.audit._results import Assumption
from aseansc.audit._verdicts import Case, Condition, Term, can_be_at_most, total_of
from aseansc.codelists import Absent
from aseansc.errors import bug
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
        total, indicator = group.total, group.indicator
        if total is None:
            continue
        if indicator.kind is IndicatorKind.RATE:
            if group.may_be_all:
                yield from _between(group, total, None if group.is_all else _ONE_CATEGORY)
        elif is_amount(indicator) and (group.is_all or figures.is_never_negative(indicator.id)):
            moves = not group.stays and indicator.kind is IndicatorKind.FLOW
            is_apart = not moves or figures.adds_over_time(indicator.id)
            yield _sum(CheckCode.CATEGORY_SUM, group, total, _ONE_CATEGORY, is_apart=is_apart)


def place_sums(figures: Figures) -> Iterator[Case]:
    """Check that the places within a place do not exceed it, and that what is located by residence adds up.

    What is located by residence is in one place only. All else may be in two of them, or in units that are run for the
    whole, such as a provincial hospital; and a person may be counted in two of them.
    """
    for group in of_places(figures):
        total, indicator = group.total, group.indicator
        if total is None:  # groups of categories only may have none
            raise bug(group)
        if indicator.kind is IndicatorKind.RATE:
            if group.may_be_all:
                yield from _between(group, total, None if _has_residents(figures, group) else _PLACES_ADD)
        elif is_amount(indicator) and figures.is_never_negative(indicator.id):
            located = is_located(indicator)
            is_all, may_be_all = group.is_all and located and indicator.unit != person, group.may_be_all and located
            known = evolve(group, is_all=is_all, may_be_all=may_be_all)
            yield _sum(CheckCode.PLACE_SUM, known, total, _PLACES_ADD, is_apart=located)


def _sum(code: CheckCode, group: Group, total: Figure, condition: Condition, *, is_apart: bool) -> Case:
    """Check that groups do not exceed the whole, or that they add up to it if they are everything.

    Both are certain or depend on the condition: the first if nothing can be in two groups, the second if the groups are
    known to be everything.
    """
    summed = total_of([part.interval for part in group.parts])
    is_more = not can_be_at_most(summed.values, total.interval)
    return Case(
        code,
        (total, *group.parts),
        summed,
        group.indicator.unit.code,
        relation=Relation.EQUAL if group.is_all or (group.may_be_all and not is_more) else Relation.AT_MOST,
        stated=total.interval,
        only_if=None if (is_apart if is_more else group.is_all) else condition,
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
