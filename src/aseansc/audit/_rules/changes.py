"""Check the changes that a report claims against the levels before and after, and against their unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen

from aseansc.audit._figures import Figure, Figures, quotient
from aseansc.audit._numbers import show
from aseansc.audit._results import (
    Assumption,
    AssumptionKind,
    CheckCode,
    Missing,
    MissingKind,
    Reading,
    ReadingKind,
)
from aseansc.audit._verdicts import HUNDRED, Case, Condition, Term, fits, is_above_zero, term, unstated
from aseansc.claims import ChangeClaim
from aseansc.codelists import Absent
from aseansc.errors import OperandError
from aseansc.indicators import Indicator
from aseansc.intervals import Certainty, Interval
from aseansc.periods import Period, TimeBasis, days_of
from aseansc.trends import Trend, changed, require_alike, years_between
from aseansc.units import Unit, UnitKind, month, percent, year
from aseansc.values import Change, RelativeChange, difference_unit, interval_in

_A_YEAR: Final = 12
"""Number of months."""
_POSSIBLE_PERCENT: Final = Interval(lower=-100)
"""Possible percentage changes of a quantity that is never negative."""
_ONE: Final = Interval.point(1)
_SAME_PRICES: Final = Condition(
    Assumption(kind=AssumptionKind.SAME_PRICES), Assumption(kind=AssumptionKind.OTHER_PRICES)
)


@frozen
class ClaimedChange:
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


def changes(figures: Figures) -> Iterator[Case]:
    """Check every change claim against its two levels, or derive the missing level from the one that is stated."""
    for claim in figures.review.claims:
        if not isinstance(claim, ChangeClaim):
            continue
        start, end = figures.named(claim.start), figures.named(claim.end)
        claimed = claimed_change(claim.value, figures.indicator(claim.indicator).unit)
        impossible = claimed is not None and _falls_by_more_than_100_percent(figures, claim, claimed)
        if claimed is not None and impossible:
            possible = term(_POSSIBLE_PERCENT)
            yield Case(CheckCode.CHANGE_BOUNDS, (claim,), possible, claimed.code, stated=claimed.stated)
        if start is not None and end is not None:
            yield _against_levels(figures, claim, claimed, start, end)
            continue
        known = start or end
        if claimed is not None and known is not None and not impossible:
            yield from _other_level(figures, claim, claimed, known, is_later=end is None)


def repeated_changes(figures: Figures) -> Iterator[Case]:
    """Check that two claims of the same change agree.

    Only claims with exactly one stated level are compared: with both levels, `changes` checks the claim against them;
    with neither, the two claims may be about different categories.
    """
    first: dict[object, tuple[ChangeClaim, Interval]] = {}
    for claim in figures.review.claims:
        if not isinstance(claim, ChangeClaim) or isinstance(claim.start, Absent) is isinstance(claim.end, Absent):
            continue
        claimed = claimed_change(claim.value, figures.indicator(claim.indicator).unit)
        if claimed is None or not _can_be_repeated(figures, claim, claimed):
            continue
        way = (claim.indicator, claim.place, claim.start, claim.end, claim.time, claimed.relative, claimed.code)
        earlier, stated = first.setdefault(way, (claim, claimed.stated))
        if earlier is not claim:
            again = term(claimed.stated)
            case = Case(CheckCode.RESTATEMENT, (earlier, claim), again, claimed.code, stated=stated)
            is_revised = not fits(case) and set(claim.statuses) != set(earlier.statuses)
            yield evolve(case, missing=Missing(kind=MissingKind.REVISION)) if is_revised else case


def _can_be_repeated(figures: Figures, claim: ChangeClaim, claimed: ClaimedChange) -> bool:
    """Return whether another claim of the same change must state the same size."""
    if claim.time_basis is TimeBasis.ASSUMED or may_be_in_constant_prices(claimed, figures.indicator(claim.indicator)):
        return False
    return not claimed.relative or claimed.per is None  # one percentage a year may be simple, the other compound


def claimed_change(value: Change | RelativeChange, level: Unit) -> ClaimedChange | None:
    """Express a claimed change in terms of levels in the unit `level`; ``None`` if the units do not match."""
    if isinstance(value, RelativeChange):
        per = value.by.unit.denominators
        return ClaimedChange(True, value.by.interval(), percent, per[-1] if per else None)
    unit = difference_unit(level)
    if value.unit.dimension == unit.dimension:
        return ClaimedChange(False, interval_in(value.interval(), value.unit, unit), unit, None)
    last = value.unit.denominators[-1] if value.unit.denominators else None
    if last is not None and last.kind is UnitKind.DURATION:
        yearly = quotient(unit, last)
        if yearly is not None and yearly.dimension == value.unit.dimension:
            return ClaimedChange(False, interval_in(value.interval(), value.unit, yearly), unit, last)
    return None


def _falls_by_more_than_100_percent(figures: Figures, claim: ChangeClaim, claimed: ClaimedChange) -> bool:
    """Return whether the level would fall by more than 100 %; a fall per year counts only over a year or more."""
    if not claimed.relative or claimed.stated.overlaps(_POSSIBLE_PERCENT):
        return False
    if not figures.is_never_negative(claim.indicator):
        return False
    passed = _periods_passed(claim, claimed)
    return claimed.per is None or (passed is not None and _ONE.compare(passed).greater is Certainty.NO)


def _periods_passed(claim: ChangeClaim, claimed: ClaimedChange) -> Interval | None:
    """Return how many units of time (years, for a change per year) the time of a claim may span.

    "2016-2018" may mean three calendar years, or the two years from a day in 2016 to the same day in 2018.
    """
    months = claim.time.months if isinstance(claim.time, Period) else None
    if months is None or claimed.per is None or claimed.per.dimension != month.dimension:
        return None
    least = months - _A_YEAR if months > _A_YEAR else months
    return interval_in(Interval(lower=least, upper=months), month, claimed.per)


def _other_level(
    figures: Figures, claim: ChangeClaim, claimed: ClaimedChange, known: Figure, *, is_later: bool
) -> Iterator[Case]:
    """Derive the other level from one level and the change, and check it against the bounds of the indicator."""
    indicator, bounds = figures.indicator(claim.indicator), figures.bounds(claim.indicator)
    if claimed.per is not None:
        level = _level_after_years(claim, claimed, known, is_later=is_later)
    elif not claimed.relative:
        level = _moved(known, claimed.stated, show(claimed.stated), is_later=is_later)
    elif figures.is_never_negative(indicator.id):  # a percentage of a loss has no agreed meaning
        level = _grown(known, claimed.stated, is_later=is_later)
    else:
        return
    if level is not None and not level.values.overlaps(bounds):
        yield Case(CheckCode.CHANGE_BOUNDS, (known, claim), level, indicator.unit.code, stated=bounds)
    elif level is not None and claimed.per is None:
        yield unstated(indicator.id, CheckCode.CHANGE_LEVELS, (known, claim), level, indicator.unit.code, bounds)


def _moved(known: Figure, by: Interval, shown: str, *, is_later: bool) -> Term:
    """Return the level after a difference from a known level, or before it."""
    if is_later:
        return Term(f"{show(known.interval)} + {shown}", known.interval + by)
    return Term(f"{show(known.interval)} - {shown}", known.interval - by)


def _grown(known: Figure, by: Interval, *, is_later: bool) -> Term | None:
    """Return the level after a change in percent of a known level, or before it; ``None`` if any level is possible."""
    factor, shown = _ONE + by / HUNDRED, f"(1 + {show(by)} ÷ 100)"
    if is_later:
        return Term(f"{show(known.interval)} × {shown}", known.interval * factor)
    return Term(f"{show(known.interval)} ÷ {shown}", known.interval / factor) if is_above_zero(factor) else None


def _level_after_years(claim: ChangeClaim, claimed: ClaimedChange, known: Figure, *, is_later: bool) -> Term | None:
    """Return the level after a change per year over the time of its claim; ``None`` if the known one is within it."""
    passed = _periods_passed(claim, claimed)
    if passed is None or claimed.relative:
        return None
    (first, last), (begins, ends) = days_of(known.observation.time), days_of(claim.time)
    if last.year > begins.year if is_later else first.year < ends.year:
        return None
    return _moved(known, claimed.stated * passed, f"{show(claimed.stated)} × {show(passed)}", is_later=is_later)


def are_comparable(start: Figure, end: Figure) -> bool:
    """Return whether two levels are comparable: the same place, boundaries, categories and aggregation over time."""
    try:
        require_alike(start.observation, end.observation, start.indicator, "audit")
    except OperandError:
        return False
    return True


def may_be_in_constant_prices(claimed: ClaimedChange | None, indicator: Indicator) -> bool:
    """Return whether a percentage may be in constant prices while the amounts are in current prices."""
    return claimed is not None and claimed.relative and indicator.price_basis is Absent.NOT_STATED


def _against_levels(
    figures: Figures, claim: ChangeClaim, claimed: ClaimedChange | None, start: Figure, end: Figure
) -> Case:
    indicator, used = figures.indicator(claim.indicator), (start, end, claim)
    years = years_between(start.observation, end.observation) or Interval.point(0)
    levels = changed(start.id, end.id, start.interval, end.interval, years, indicator.unit)
    if claimed is None:  # the unit of the claim is not one that a difference of these levels can have
        return Case(
            CheckCode.CHANGE_LEVELS,
            used,
            Term(f"{show(end.interval)} - {show(start.interval)} {levels.unit.code}", levels.change),
            claim.value.unit.code,
            stated=claim.value.interval(),
            fits=False,
            alternative=_otherwise(_other_readings(claim, None, levels), levels, start, end),
            related_by_text=True,
            named_by_claim=True,
        )
    made = _computed_changes(levels, claimed, start, end) if are_comparable(start, end) else []
    if not made:
        missing = _missing_for_change(claimed, levels, start, end)
        shown = f"{show(start.interval)}, {show(end.interval)}"
        return Case(CheckCode.CHANGE_LEVELS, used, shown, indicator.unit.code, missing=missing)
    fitting = next((item for item in made if item.values.overlaps(claimed.stated)), None)
    others = () if fitting else _other_readings(claim, claimed, levels)
    return Case(
        CheckCode.CHANGE_LEVELS,
        used,
        fitting or made[0],
        claimed.code,
        stated=claimed.stated,
        alternative=_otherwise(others, levels, start, end),
        only_if=_SAME_PRICES if may_be_in_constant_prices(claimed, indicator) else None,
        related_by_text=claimed.per is None,  # only a change per year depends on the time between the levels
        for_any_day=True,  # the years between the levels already allow for any day of their times
        named_by_claim=True,
    )


def _computed_changes(levels: Trend, claimed: ClaimedChange, start: Figure, end: Figure) -> list[Term]:
    """Compute the change from the levels in the form of the claim; for percent per year, both simple and compound."""
    difference, made = f"{show(end.interval)} - {show(start.interval)}", levels.change
    if claimed.relative:
        if not isinstance(levels.relative, Interval):
            return []
        difference, made = f"({difference}) × 100 ÷ {show(start.interval)}", levels.relative
    if claimed.per is None:
        return [Term(difference, made)]
    if claimed.per.dimension != year.dimension or not is_above_zero(levels.years):
        return []
    span = interval_in(levels.years, year, claimed.per)
    if not claimed.relative:
        return [Term(f"({difference}) ÷ {show(span)}", made / span)]
    found = [Term(f"{difference} ÷ {show(span)}", made / span)]
    compound = changed(start.id, end.id, start.interval, end.interval, span, levels.unit).compound
    if isinstance(compound, Interval):
        text = f"(({show(end.interval)} ÷ {show(start.interval)}) ^ (1 ÷ {show(span)}) - 1) × 100"
        found.append(Term(text, compound))
    return found


def _missing_for_change(claimed: ClaimedChange, levels: Trend, start: Figure, end: Figure) -> Missing:
    if not are_comparable(start, end):
        return Missing(kind=MissingKind.LIKENESS)
    if claimed.per is None or (claimed.relative and not isinstance(levels.relative, Interval)):
        return Missing(kind=MissingKind.ZERO, name=start.id)
    return Missing(kind=MissingKind.SPAN, name=claimed.per.code)


def _other_readings(
    claim: ChangeClaim, claimed: ClaimedChange | None, levels: Trend
) -> Iterator[tuple[ReadingKind, ClaimedChange]]:
    """Yield the other ways to read a claimed change, the most usual confusion first."""
    unit = claim.value.unit
    if claimed is not None and claimed.relative and levels.unit.kind is UnitKind.SHARE_POINT:
        yield ReadingKind.POINTS, ClaimedChange(False, claimed.stated, levels.unit, claimed.per)
    if unit.numerator.kind is UnitKind.SHARE_POINT:
        stated = claim.value.interval() if claimed is None else claimed.stated
        per = unit.denominators[-1] if unit.denominators else None
        yield ReadingKind.PERCENT, ClaimedChange(True, stated, percent, per)
    if claimed is not None:
        if claimed.per is None:
            yield ReadingKind.PER_YEAR, evolve(claimed, per=year)
        else:
            yield ReadingKind.IN_ALL, evolve(claimed, per=None)
        yield ReadingKind.OPPOSITE, evolve(claimed, stated=-claimed.stated)


def _otherwise(
    readings: Iterable[tuple[ReadingKind, ClaimedChange]], levels: Trend, start: Figure, end: Figure
) -> Reading | Absent:
    """Return the first reading of a change in which it agrees with its levels."""
    for kind, reading in readings:
        for made in _computed_changes(levels, reading, start, end):
            if made.values.overlaps(reading.stated):
                return Reading(kind=kind, quantity=made.values)
    return Absent.NOT_APPLICABLE
