"""Check claimed shares of a whole, and counts against the items that they list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.audit._figures import (
    Figure,
    Figures,
    broader_keys,
    can_be_at_most,
    evidence,
    is_above_zero,
    judge,
    undetermined,
)
from aseansc.audit._results import (
    Check,
    CheckCode,
    Computation,
    Evidence,
    Implied,
    Missing,
    MissingKind,
    Reading,
    ReadingKind,
    Relation,
    Verdict,
    show,
)
from aseansc.claims import ShareClaim
from aseansc.codelists import Absent
from aseansc.intervals import Interval
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
_NOT_NEGATIVE: Final = Interval(lower=0)
_KNOWN: Final = frozenset(unit.code for unit in catalogue())


def claimed_shares(figures: Figures) -> Iterator[Check]:
    """Check every share claim: its size, its unit, and its whole."""
    for claim in figures.review.claims:
        if not isinstance(claim, ShareClaim):
            continue
        stated = _in_percent(claim.value)
        if stated is None:
            computation = Computation(
                expression=percent.code, stated=claim.value.interval(), unit=claim.value.unit.code
            )
            yield judge(CheckCode.SHARE_UNIT, (), computation, fits=False, other_evidence=[evidence(claim)])
            continue
        never_negative = figures.is_never_negative(claim.whole) and (
            isinstance(claim.part, Absent) or figures.is_never_negative(figures.by_id[claim.part].observation.indicator)
        )
        bounds = _bounds(claim.value)
        if never_negative and not stated.overlaps(bounds):
            computation = Computation(expression=show(bounds), computed=bounds, stated=stated, unit="percent")
            yield judge(CheckCode.SHARE_BOUNDS, (), computation, fits=False, other_evidence=[evidence(claim)])
        if not isinstance(claim.part, Absent):
            yield _share(figures, claim, figures.by_id[claim.part], stated)


def _in_percent(value: Value) -> Interval | None:
    """Convert a share, or a multiple of the whole, to percent; ``None`` if the value has another unit."""
    if value.unit.dimension == percent.dimension:
        return interval_in(value.interval(), value.unit, percent)
    return value.interval() * Interval.point(100) if value.unit == times else None


def _bounds(value: Value) -> Interval:
    """Return the possible range of a share. A multiple of another figure has no upper bound."""
    return _NOT_NEGATIVE if value.unit == times else _ALL


def _share(figures: Figures, claim: ShareClaim, part: Figure, stated: Interval) -> Check:
    whole = figures.indicator(claim.whole)
    counted = figures.indicator(part.observation.indicator).unit
    if whole.unit == turn and counted.code in _TURNS:
        counted = turn  # a turn of a person is a turn
    more = [evidence(claim)]
    implied: Interval | None = None
    bounds = _bounds(claim.value)
    if stated.overlaps(bounds) and (within := stated.intersection(bounds)).lower:
        implied = part.interval * Interval.point(100) / within
    expression = f"{show(part.interval)} × 100 ÷ {show(stated)}"
    if counted.dimension != whole.unit.dimension:
        if _may_be_part_and_whole(counted, whole.unit):
            return undetermined(
                CheckCode.SHARE_UNIT,
                [part],
                Computation(
                    expression=f"{show(part.interval)} {counted.code} ÷ {whole.unit.code}",
                    stated=stated,
                    unit="percent",
                ),
                Missing(kind=MissingKind.LIKENESS),
                other_evidence=more,
            )
        return judge(
            CheckCode.SHARE_UNIT,
            [part],
            Computation(
                expression=f"{show(part.interval)} {counted.code} ÷ {whole.unit.code}", stated=stated, unit="percent"
            ),
            fits=False,
            other_evidence=more,
            alternative=_distinct_subjects(counted, whole.unit, implied),
        )
    if part.observation.time_collection is TimeCollection.AVERAGE:
        return undetermined(  # a share of averages may be the average of the shares
            CheckCode.SHARE_CLAIM,
            [part],
            Computation(expression=expression, unit=whole.unit.code),
            Missing(kind=MissingKind.LIKENESS),
            other_evidence=more,
        )
    # The whole of a category (poor women) may be limited to it (all women) or not; the claim does not state which.
    keys = [part.key, *broader_keys(part.key)]
    totals = [total for key in keys if (total := figures.get(whole.id, key)) and is_above_zero(total.interval)]
    tried = [_of_total(part, total, stated, interval_in(part.interval, counted, whole.unit), more) for total in totals]
    fitting = [check for check in tried if check.verdict is Verdict.CONSISTENT]
    if fitting or (tried and len(tried) == len(keys)):
        return (fitting or tried)[0]
    if implied is None:
        return undetermined(
            CheckCode.SHARE_CLAIM,
            [part],
            Computation(expression=expression, unit=whole.unit.code),
            Missing(kind=MissingKind.ZERO, name=claim.id),
            other_evidence=more,
        )
    implied = interval_in(implied, counted, whole.unit)
    return undetermined(
        CheckCode.SHARE_CLAIM,
        [part],
        Computation(expression=expression, computed=implied, unit=whole.unit.code),
        Missing(kind=MissingKind.FIGURE, name=whole.id),
        other_evidence=more,
        implied=Implied(name=whole.id, interval=implied, unit=whole.unit.code),
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


def _of_total(part: Figure, total: Figure, stated: Interval, inside: Interval, more: list[Evidence]) -> Check:
    ratio = inside * Interval.point(100) / total.interval
    computation = Computation(
        expression=f"{show(inside)} × 100 ÷ {show(total.interval)}", computed=ratio, stated=stated, unit="percent"
    )
    return judge(CheckCode.SHARE_CLAIM, [part, total], computation, fits=ratio.overlaps(stated), other_evidence=more)


def _distinct_subjects(counted: Unit, whole: Unit, implied: Interval | None) -> Reading | Absent:
    """Return the reading in which every turn is a different person or household."""
    if _TURNS.get(counted.code) != whole.code:
        return Absent.NOT_APPLICABLE
    return Reading(kind=ReadingKind.DISTINCT_SUBJECTS, quantity=Absent.NOT_APPLICABLE if implied is None else implied)


def lists(figures: Figures) -> Iterator[Check]:
    """Yield a check for each count that does not agree with the number of items listed with it in the text.

    A count such as "5 provinces" must equal that number. A count such as "at least 5" or "about 5" may list only some
    of the items, so the number must not exceed it.
    """
    for figure in figures.by_id.values():
        names = figure.observation.lists
        unit = figure.observation.value.unit
        if not names or not unit.is_whole:
            continue
        exact = figure.observation.value.qualifier is Qualifier.EXACT
        count, stated = Interval.point(len(names)), figure.observation.value.interval()
        if not (stated.contains(count) if exact else can_be_at_most(count, stated)):
            computation = Computation(
                expression=show(count),
                computed=count,
                relation=Relation.EQUAL if exact else Relation.AT_MOST,
                stated=figure.interval,
                unit=unit.code,
            )
            yield judge(CheckCode.LIST_COUNT, [figure], computation, fits=False)
