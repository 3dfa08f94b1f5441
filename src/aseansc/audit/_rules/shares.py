"""Check claimed shares of a whole, and counts against the items that they list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.audit._codes import CheckCode, MissingKind, ReadingKind, Relation, Verdict
from aseansc.audit._figures import Figure, Figures, Key, broader_keys, is_position
from aseansc.audit._numbers import show
from aseansc.audit._results import Missing, Reading
from aseansc.audit._verdicts import HUNDRED, Case, Term, can_be_at_most, is_above_zero, judge, term, unstated
from aseansc.claims import ShareClaim
from aseansc.codelists import Absent
from aseansc.indicators import Indicator
from aseansc.intervals import NOT_NEGATIVE, Interval
from aseansc.periods import TimeCollection
from aseansc.units import (
    Unit,
    UnitKind,
    catalogue,
    household,
    household_turn,
    percent,
    person,
    person_turn,
    times,
    turn,
)
from aseansc.values import Qualifier, Value, interval_in

_TURNS: Final = {person_turn.code: person.code, household_turn.code: household.code}
"""The unit of the subject of each turn."""
_ALL: Final = Interval(lower=0, upper=100)
_KNOWN: Final = frozenset(unit.code for unit in catalogue())


def claimed_shares(figures: Figures) -> Iterator[Case]:
    """Check every share claim: its size, its unit, and its whole."""
    for claim in figures.claims:
        if not isinstance(claim, ShareClaim):
            continue
        part, stated, bounds = figures.named(claim.part), _in_percent(claim.value), _bounds(claim.value)
        if stated is None:
            value = claim.value
            yield Case(
                CheckCode.SHARE_UNIT, (claim,), percent.code, value.unit.code, stated=value.interval(), fits=False
            )
            continue
        indicators = (claim.whole,) if part is None else (claim.whole, part.indicator.id)
        if not stated.overlaps(bounds) and all(map(figures.is_never_negative, indicators)):
            yield Case(CheckCode.SHARE_BOUNDS, (claim,), term(bounds), percent.code, stated=stated)
        if part is not None:
            yield _share(figures, claim, part, stated)


def _in_percent(value: Value) -> Interval | None:
    """Convert a share, or a multiple of the whole, to percent; ``None`` if the value has another unit."""
    if value.unit.dimension == percent.dimension:
        return interval_in(value.interval(), value.unit, percent)
    return value.interval() * HUNDRED if value.unit == times else None


def _bounds(value: Value) -> Interval:
    """Return the possible range of a share. A multiple of another figure has no upper bound."""
    return NOT_NEGATIVE if value.unit == times else _ALL


def _share(figures: Figures, claim: ShareClaim, part: Figure, stated: Interval) -> Case:
    """Check the share of a part in its whole, or derive the whole."""
    whole = figures.indicator(claim.whole)
    counted = part.indicator.unit
    if whole.unit == turn and counted.code in _TURNS:
        counted = turn  # a turn of a person is a turn
    implied = _implied_whole(claim, part, stated)
    if counted.dimension != whole.unit.dimension:
        return _in_different_units(claim, part, counted, whole, stated, implied)
    expression, used, unit = f"{show(part.interval)} × 100 ÷ {show(stated)}", (part, claim), whole.unit.code
    # A share of averages may be the average of the shares; a median is not a part of another.
    if part.observation.time_collection is TimeCollection.AVERAGE or any(map(is_position, (part.indicator, whole))):
        return Case(CheckCode.SHARE_CLAIM, used, expression, unit, missing=Missing(kind=MissingKind.LIKENESS))
    keys = _keys_of_wholes(part, whole)
    totals = [total for key in keys if (total := figures.get(whole.id, key)) and is_above_zero(total.interval)]
    inside = interval_in(part.interval, counted, whole.unit)
    tried = [_of_total(claim, part, inside, total, stated) for total in totals]
    fitting = [case for case in tried if judge(case).verdict is Verdict.CONSISTENT]
    if fitting or (tried and len(tried) == len(keys)):
        return (fitting or tried)[0]
    if implied is None:
        missing = Missing(kind=MissingKind.ZERO, name=claim.id)
        return Case(CheckCode.SHARE_CLAIM, used, expression, unit, missing=missing)
    made = Term(expression, interval_in(implied, counted, whole.unit))
    return unstated(whole.id, CheckCode.SHARE_CLAIM, used, made, unit)


def _keys_of_wholes(part: Figure, whole: Indicator) -> list[Key]:
    """Return the keys of what the whole of a part may be; no figure is a share of itself.

    The whole of a category (poor women) may be limited to it (all women) or not; the claim does not state which.
    """
    broader = broader_keys(part.key)
    return broader if whole.id == part.indicator.id else [part.key, *broader]


def _implied_whole(claim: ShareClaim, part: Figure, stated: Interval) -> Interval | None:
    """Return the whole in the unit of the part; ``None`` if the share may be zero or is impossible."""
    bounds = _bounds(claim.value)
    within = stated.intersection(bounds) if stated.overlaps(bounds) else None
    return part.interval * HUNDRED / within if within and within.lower else None


def _in_different_units(
    claim: ShareClaim, part: Figure, counted: Unit, whole: Indicator, stated: Interval, implied: Interval | None
) -> Case:
    possible = _may_be_part_and_whole(counted, whole.unit)
    reading: Reading | Absent = Absent.NOT_APPLICABLE
    if not possible and _TURNS.get(counted.code) == whole.unit.code:  # every turn a different person or household
        reading = Reading(kind=ReadingKind.DISTINCT_SUBJECTS, quantity=implied or Absent.NOT_APPLICABLE)
    return Case(
        CheckCode.SHARE_UNIT,
        (part, claim),
        f"{show(part.interval)} {counted.code} ÷ {whole.unit.code}",
        percent.code,
        stated=stated,
        fits=False,
        missing=Missing(kind=MissingKind.LIKENESS) if possible else Absent.NOT_APPLICABLE,
        alternative=reading,
    )


def _may_be_part_and_whole(counted: Unit, whole: Unit) -> bool:
    """Return whether quantities in two different units may be part and whole.

    A turn may be a turn of a person, a currency can be converted, and the meaning of a custom unit is not known.
    """
    units = (counted, whole)
    if all(unit.kind is UnitKind.MONEY for unit in units):
        return True
    if any(part.code not in _KNOWN for unit in units for part in unit.parts or (unit,)):
        return True
    return turn in units and any(unit.code in _TURNS for unit in units)


def _of_total(claim: ShareClaim, part: Figure, inside: Interval, total: Figure, stated: Interval) -> Case:
    ratio = Term(f"{show(inside)} × 100 ÷ {show(total.interval)}", inside * HUNDRED / total.interval)
    return Case(CheckCode.SHARE_CLAIM, (part, total, claim), ratio, percent.code, stated=stated)


def lists(figures: Figures) -> Iterator[Case]:
    """Yield a case for each count that does not agree with the number of items listed with it in the text.

    A count such as "5 provinces" must equal that number. A count such as "at least 5" or "about 5" may list only some
    of the items, so the number must not exceed it.
    """
    for figure in figures.by_id.values():
        names, value = figure.observation.lists, figure.value
        if not names or not value.unit.is_whole:
            continue
        count, stated = Interval.point(len(names)), value.interval()
        if value.qualifier is Qualifier.EXACT:
            relation, fits = Relation.EQUAL, stated.contains(count)
        else:
            relation, fits = Relation.AT_MOST, can_be_at_most(count, stated)
        if not fits:
            yield Case(
                CheckCode.LIST_COUNT,
                (figure,),
                term(count),
                value.unit.code,
                relation=relation,
                stated=figure.interval,
                fits=False,
            )
