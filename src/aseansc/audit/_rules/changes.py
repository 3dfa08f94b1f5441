"""Check the changes that a report claims against the levels before and after, and against their unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from aseansc.audit._figures import Figure, Figures, evidence, judge, quotient, undetermined
from aseansc.audit._results import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
    Computation,
    Implied,
    Missing,
    MissingKind,
    Reading,
    ReadingKind,
    Verdict,
    show,
)
from aseansc.claims import ChangeClaim
from aseansc.codelists import Absent
from aseansc.errors import OperandError
from aseansc.indicators import Indicator
from aseansc.intervals import Certainty, Interval
from aseansc.periods import Period, TimeBasis, days_of
from aseansc.trends import Trend, changed, require_alike, years_between
from aseansc.units import Unit, UnitKind, month, per_mille_point, percent, percentage_point, year
from aseansc.values import Change, RelativeChange, interval_in

_POINTS: Final = {"percent": percentage_point, "per_mille": per_mille_point}
_A_YEAR: Final = 12
"""Number of months."""
_POSSIBLE_PERCENT: Final = Interval(lower=-100)
"""Possible percentage changes of a quantity that is never negative."""
_ONE: Final = Interval.point(1)
_HUNDRED: Final = Interval.point(100)


@frozen
class _Claimed:
    """A claimed change.

    Attributes:
        relative: whether it is a percentage of the level rather than a difference of levels.
        stated: its size.
        unit: the unit of its size, without the unit of time.
        per: the unit of time, for a change per year, quarter or month.
    """

    relative: bool
    stated: Interval
    unit: Unit
    per: Unit | None

    @property
    def code(self) -> str:
        return self.unit.code if self.per is None else f"{self.unit.code}/{self.per.code}"


def changes(figures: Figures) -> Iterator[Check]:
    """Check every change claim against its two levels, or derive the missing level from the one that is stated."""
    for claim in figures.review.claims:
        if not isinstance(claim, ChangeClaim):
            continue
        claimed = claimed_change(claim.value, figures.indicator(claim.indicator).unit)
        impossible = claimed is not None and _falls_by_more_than_100_percent(figures, claim, claimed)
        if claimed is not None and impossible:
            computation = Computation(
                expression=show(_POSSIBLE_PERCENT),
                computed=_POSSIBLE_PERCENT,
                stated=claimed.stated,
                unit=claimed.code,
            )
            yield judge(CheckCode.CHANGE_BOUNDS, (), computation, fits=False, other_evidence=[evidence(claim)])
        start = None if isinstance(claim.start, Absent) else figures.by_id[claim.start]
        end = None if isinstance(claim.end, Absent) else figures.by_id[claim.end]
        if start is not None and end is not None:
            yield _against_levels(figures, claim, claimed, start, end)
        elif claimed is None or impossible:
            continue
        elif claimed.per is None:
            yield from _implied_level(figures, claim, claimed, start, end)
        else:
            yield from _resulting_level(figures, claim, claimed, start, end)


def repeated_changes(figures: Figures) -> Iterator[Check]:
    """Check that two claims of the same change agree.

    Only claims with exactly one stated level are compared: with both levels, `changes` checks the claim against them;
    with neither, the two claims may be about different categories.
    """
    first: dict[object, tuple[ChangeClaim, Interval]] = {}
    for claim in figures.review.claims:
        if not isinstance(claim, ChangeClaim) or isinstance(claim.start, Absent) is isinstance(claim.end, Absent):
            continue
        indicator = figures.indicator(claim.indicator)
        claimed = claimed_change(claim.value, indicator.unit)
        if claimed is None or claim.time_basis is TimeBasis.ASSUMED or may_be_in_constant_prices(claimed, indicator):
            continue
        if claimed.relative and claimed.per is not None:
            continue  # one may be simple and the other compound
        way = (claim.indicator, claim.place, claim.start, claim.end, claim.time, claimed.relative, claimed.code)
        if way not in first:
            first[way] = claim, claimed.stated
            continue
        earlier, stated = first[way]
        fits = claimed.stated.overlaps(stated)
        more = [evidence(earlier), evidence(claim)]
        computation = Computation(
            expression=show(claimed.stated), computed=claimed.stated, stated=stated, unit=claimed.code
        )
        if fits or set(claim.statuses) == set(earlier.statuses):
            yield judge(CheckCode.RESTATEMENT, (), computation, fits=fits, other_evidence=more)
        else:
            missing = Missing(kind=MissingKind.REVISION)
            yield undetermined(CheckCode.RESTATEMENT, (), computation, missing, other_evidence=more)


def claimed_change(value: Change | RelativeChange, level: Unit) -> _Claimed | None:
    """Express a claimed change in terms of levels in the unit `level`; ``None`` if the units do not match."""
    if isinstance(value, RelativeChange):
        per = value.by.unit.denominators
        return _Claimed(True, value.by.interval(), percent, per[-1] if per else None)
    unit = _POINTS.get(level.code, level)
    if value.unit.dimension == unit.dimension:
        return _Claimed(False, interval_in(value.interval(), value.unit, unit), unit, None)
    last = value.unit.denominators[-1] if value.unit.denominators else None
    if last is not None and last.kind is UnitKind.DURATION:
        yearly = quotient(unit, last)
        if yearly is not None and yearly.dimension == value.unit.dimension:
            return _Claimed(False, interval_in(value.interval(), value.unit, yearly), unit, last)
    return None


def _falls_by_more_than_100_percent(figures: Figures, claim: ChangeClaim, claimed: _Claimed) -> bool:
    """Return whether the level would fall by more than 100 %; a fall per year counts only over a year or more."""
    if (
        not claimed.relative
        or not figures.is_never_negative(claim.indicator)
        or claimed.stated.overlaps(_POSSIBLE_PERCENT)
    ):
        return False
    passed = _periods_passed(claim, claimed)
    return claimed.per is None or (passed is not None and _ONE.compare(passed).greater is Certainty.NO)


def _periods_passed(claim: ChangeClaim, claimed: _Claimed) -> Interval | None:
    """Return how many units of time (years, for a change per year) the time of a claim may span.

    "2016-2018" may mean three calendar years, or the two years from a day in 2016 to the same day in 2018.
    """
    months = claim.time.months if isinstance(claim.time, Period) else None
    if months is None or claimed.per is None or claimed.per.dimension != month.dimension:
        return None
    least = months - _A_YEAR if months > _A_YEAR else months
    return interval_in(Interval(lower=least, upper=months), month, claimed.per)


def _resulting_level(
    figures: Figures, claim: ChangeClaim, claimed: _Claimed, start: Figure | None, end: Figure | None
) -> Iterator[Check]:
    """Check that a change per year, applied over the years of the claim, gives a level within the bounds."""
    known, passed = (start if end is None else end), _periods_passed(claim, claimed)
    if known is None or passed is None or claimed.relative:
        return
    (first, last), (begins, ends) = days_of(known.observation.time), days_of(claim.time)
    if last.year > begins.year if end is None else first.year < ends.year:
        return  # the level is from within the time of the claim
    bounds = figures.bounds(claim.indicator)
    change = claimed.stated * passed
    level = known.interval + change if end is None else known.interval - change
    sign = "+" if end is None else "-"
    if not level.overlaps(bounds):
        yield judge(
            CheckCode.CHANGE_BOUNDS,
            [known],
            Computation(
                expression=f"{show(known.interval)} {sign} {show(claimed.stated)} × {show(passed)}",
                computed=level,
                stated=bounds,
                unit=figures.indicator(claim.indicator).unit.code,
            ),
            fits=False,
            other_evidence=[evidence(claim)],
        )


def _computed_changes(levels: Trend, claimed: _Claimed, start: Figure, end: Figure) -> list[tuple[Interval, str]]:
    """Compute the change from the levels in the form of the claim; for percent per year, both simple and compound.

    Returns:
        Pairs of the result and the formula.
    """
    difference = f"{show(end.interval)} - {show(start.interval)}"
    made: Interval | None = levels.change
    if claimed.relative:
        difference = f"({difference}) × 100 ÷ {show(start.interval)}"
        made = levels.relative if isinstance(levels.relative, Interval) else None
    if made is None:
        return []
    if claimed.per is None:
        return [(made, difference)]
    if claimed.per.dimension != year.dimension or levels.years.lower is None or levels.years.lower <= 0:
        return []
    span = interval_in(levels.years, year, claimed.per)
    found = [(made / span, f"{difference} ÷ {show(span)}" if claimed.relative else f"({difference}) ÷ {show(span)}")]
    if claimed.relative:
        compound = changed(start.id, end.id, start.interval, end.interval, span, levels.unit).compound
        if isinstance(compound, Interval):
            grown = f"(({show(end.interval)} ÷ {show(start.interval)}) ^ (1 ÷ {show(span)}) - 1) × 100"
            found.append((compound, grown))
    return found


def are_comparable(start: Figure, end: Figure) -> bool:
    """Return whether two levels are comparable: the same place, boundaries, categories and aggregation over time."""
    try:
        require_alike(start.observation, end.observation, "audit")
    except OperandError:
        return False
    return True


def may_be_in_constant_prices(claimed: _Claimed | None, indicator: Indicator) -> bool:
    """Return whether a percentage may be in constant prices while the amounts are in current prices."""
    return claimed is not None and claimed.relative and indicator.price_basis is Absent.NOT_STATED


def _against_levels(
    figures: Figures, claim: ChangeClaim, claimed: _Claimed | None, start: Figure, end: Figure
) -> Check:
    unit = figures.indicator(claim.indicator).unit
    if claimed is not None and not are_comparable(start, end):
        return undetermined(
            CheckCode.CHANGE_LEVELS,
            (start, end),
            Computation(expression=f"{show(start.interval)}, {show(end.interval)}", unit=unit.code),
            Missing(kind=MissingKind.LIKENESS),
            other_evidence=[evidence(claim)],
        )
    years = years_between(start.observation, end.observation) or Interval.point(0)
    levels = changed(start.id, end.id, start.interval, end.interval, years, unit)
    made = [] if claimed is None else _computed_changes(levels, claimed, start, end)
    if claimed is not None and not made:
        return undetermined(
            CheckCode.CHANGE_LEVELS,
            (start, end),
            Computation(expression=f"{show(start.interval)}, {show(end.interval)}", unit=unit.code),
            _missing_for_change(claimed, levels, start),
            other_evidence=[evidence(claim)],
        )
    if claimed is None:  # the unit of the claim is not one that a difference of these levels can have
        stated, code = claim.value.interval(), claim.value.unit.code
        made = [(levels.change, f"{show(end.interval)} - {show(start.interval)} {levels.unit.code}")]
        fitting = None
    else:
        stated, code = claimed.stated, claimed.code
        fitting = next((item for item in made if item[0].overlaps(stated)), None)
    computed, expression = fitting or made[0]
    check = judge(
        CheckCode.CHANGE_LEVELS,
        (start, end),
        Computation(expression=expression, computed=computed, stated=stated, unit=code),
        fits=fitting is not None,
        other_evidence=[evidence(claim)],
        alternative=Absent.NOT_APPLICABLE if fitting else _otherwise(claim, claimed, levels, start, end),
        related_by_text=claimed is None
        or claimed.per is None,  # only a change per year depends on the time between the levels
        for_any_day=True,  # the years between the levels already allow for any day of their times
        named_by_claim=True,
    )
    if check.verdict is not Verdict.CONTRADICTED or not may_be_in_constant_prices(
        claimed, figures.indicator(claim.indicator)
    ):
        return check
    return evolve(
        check,
        verdict=Verdict.CONDITIONAL,
        assumption=Assumption(kind=AssumptionKind.SAME_PRICES),
        consistent_if=Assumption(kind=AssumptionKind.OTHER_PRICES),
    )


def _missing_for_change(claimed: _Claimed, levels: Trend, start: Figure) -> Missing:
    if claimed.per is None or (claimed.relative and not isinstance(levels.relative, Interval)):
        return Missing(kind=MissingKind.ZERO, name=start.id)
    return Missing(kind=MissingKind.SPAN, name=claimed.per.code)


def _otherwise(
    claim: ChangeClaim, claimed: _Claimed | None, levels: Trend, start: Figure, end: Figure
) -> Reading | Absent:
    """Return the first other reading of a change in which it agrees with its levels."""
    in_points = claim.value.unit.numerator.kind is UnitKind.SHARE_POINT
    per = claim.value.unit.denominators[-1] if claim.value.unit.denominators else None
    stated = claim.value.interval() if claimed is None else claimed.stated
    attempts: list[tuple[ReadingKind, _Claimed]] = []
    if claimed is not None and claimed.relative and levels.unit.kind is UnitKind.SHARE_POINT:
        attempts.append((ReadingKind.POINTS, _Claimed(False, stated, levels.unit, claimed.per)))
    if in_points:
        attempts.append((ReadingKind.PERCENT, _Claimed(True, stated, percent, per)))
    if claimed is not None:
        if claimed.per is not None:
            attempts.append((ReadingKind.IN_ALL, _Claimed(claimed.relative, stated, claimed.unit, None)))
        else:
            attempts.append((ReadingKind.PER_YEAR, _Claimed(claimed.relative, stated, claimed.unit, year)))
        attempts.append((ReadingKind.OPPOSITE, _Claimed(claimed.relative, -stated, claimed.unit, claimed.per)))
    for kind, attempt in attempts:
        for computed, _ in _computed_changes(levels, attempt, start, end):
            if computed.overlaps(attempt.stated):
                return Reading(kind=kind, quantity=computed)
    return Absent.NOT_APPLICABLE


def _implied_level(
    figures: Figures, claim: ChangeClaim, claimed: _Claimed, start: Figure | None, end: Figure | None
) -> Iterator[Check]:
    """Derive the other level from one level and the change, and check it against the bounds of the indicator."""
    known = start if end is None else end
    if known is None:
        return
    indicator = figures.indicator(claim.indicator)
    by = claimed.stated
    if claimed.relative and not figures.is_never_negative(indicator.id):
        return  # a percentage of a loss has no agreed meaning
    if claimed.relative:
        factor = _ONE + by / _HUNDRED
        expression = f"{show(known.interval)} {'×' if end is None else '÷'} (1 + {show(by)} ÷ 100)"
        if end is None:
            level = known.interval * factor
        elif factor.lower is not None and factor.lower > 0:
            level = known.interval / factor
        else:
            return
    else:
        expression = f"{show(known.interval)} {'+' if end is None else '-'} {show(by)}"
        level = known.interval + by if end is None else known.interval - by
    bounds = figures.bounds(indicator.id)
    if not level.overlaps(bounds):
        computation = Computation(expression=expression, computed=level, stated=bounds, unit=indicator.unit.code)
        yield judge(CheckCode.CHANGE_BOUNDS, [known], computation, fits=False, other_evidence=[evidence(claim)])
        return
    yield undetermined(
        CheckCode.CHANGE_LEVELS,
        [known],
        Computation(expression=expression, computed=level, unit=indicator.unit.code),
        Missing(kind=MissingKind.FIGURE, name=indicator.id),
        other_evidence=[evidence(claim)],
        implied=Implied(name=indicator.id, interval=level.intersection(bounds), unit=indicator.unit.code),
    )
