"""Check the changes that a report claims against the levels before and after, and against their unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from aseansc.audit._codes import AssumptionKind, CheckCode, MissingKind, ReadingKind
from aseansc.audit._figures import Figure, Figures
from aseansc.audit._numbers import show
from aseansc.audit._results import Assumption, Missing, Reading
from aseansc.audit._verdicts import HUNDRED, Case, Condition, Term, fits, is_above_zero, term, unstated
from aseansc.claims import ChangeClaim
from aseansc.codelists import Absent
from aseansc.comparability import Comparability, basis_of, compare_bases
from aseansc.errors import OperandError
from aseansc.indicators import Indicator, IndicatorKind, PriceBasis
from aseansc.intervals import NOT_NEGATIVE, Certainty, Interval, hull
from aseansc.observations import Status
from aseansc.periods import Period, TimeBasis, days_of
from aseansc.trends import StatedChange, Trend, changed, readings_of, require_alike, stated_change, years_between
from aseansc.units import UnitKind, month, percent, year
from aseansc.values import RelativeChange, RelativeForm, interval_in

_A_YEAR: Final = 12
"""Number of months."""
_POSSIBLE_PERCENT: Final = Interval(lower=-100)
"""Possible percentage changes of a quantity that is never negative."""
_ONE: Final = Interval.point(1)
_HALF: Final = Interval(lower=Decimal("-0.5"), upper=Decimal("0.5"))
_COMPUTED: Final = frozenset((Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST))
_FORMS_OF_TIMES: Final = {
    ReadingKind.FRACTION: RelativeForm.DECREASE_TIMES,
    ReadingKind.BY_MULTIPLE: RelativeForm.INCREASE_TIMES,
}
_NO_SIZE: Final = Missing(kind=MissingKind.READING)
SAME_PRICES: Final = Condition(
    Assumption(kind=AssumptionKind.SAME_PRICES), Assumption(kind=AssumptionKind.OTHER_PRICES)
)


@frozen
class Claimed:
    """A claimed change: its readings with a size, in terms of levels, and whether it has one without.

    Attributes:
        claim: the claim.
        readings: the readings with a size; none if its unit does not match the levels.
        may_have_no_size: whether another reading gives no size, such as "on four occasions".
    """

    claim: ChangeClaim
    readings: tuple[StatedChange, ...]
    may_have_no_size: bool

    @property
    def only(self) -> StatedChange | None:
        """Its reading, if there is just one."""
        return self.readings[0] if len(self.readings) == 1 and not self.may_have_no_size else None


def claimed_of(claim: ChangeClaim, level: Indicator) -> Claimed:
    """Return the readings of a claimed change of an indicator."""
    every = readings_of(claim.value)
    made = [None if isinstance(reading, Absent) else stated_change(reading, level.unit) for reading in every]
    found = tuple(reading for reading in made if reading is not None)
    if level.unit.kind is UnitKind.RANK:  # five places up is a rank that is lower by five
        found = (*found, *(evolve(reading, stated=-reading.stated) for reading in found))
    elif level.kind is IndicatorKind.RATE or not _COMPUTED.isdisjoint(claim.statuses):
        found = tuple(map(_as_rounded, found))
    return Claimed(claim, found, any(isinstance(reading, Absent) for reading in every))


def _as_rounded(reading: StatedChange) -> StatedChange:
    """Widen a whole number: persons per household may change by 0.4, which is printed as no person."""
    is_whole = reading.stated.is_point and not reading.relative and reading.unit.is_whole
    return evolve(reading, stated=reading.stated + _HALF) if is_whole else reading


def changes(figures: Figures) -> Iterator[Case]:
    """Check every change claim against its two levels, or derive the missing level from the one that is stated."""
    for claim in figures.claims:
        if not isinstance(claim, ChangeClaim):
            continue
        start, end = figures.named(claim.start), figures.named(claim.end)
        claimed = claimed_of(claim, figures.indicator(claim.indicator))
        impossible = _is_impossible(figures, claimed)
        if impossible:
            first = claimed.readings[0]
            yield Case(CheckCode.CHANGE_BOUNDS, (claim,), term(_POSSIBLE_PERCENT), _code(first), stated=first.stated)
        if start is not None and end is not None:
            yield _against_levels(figures, claimed, start, end)
            continue
        known = start or end
        if claimed.readings and known is not None and not impossible:
            yield from _other_level(figures, claimed, known, is_later=end is None)


def _code(stated: StatedChange) -> str:
    return stated.unit.code if stated.per is None else f"{stated.unit.code}/{stated.per.code}"


def _is_impossible(figures: Figures, claimed: Claimed) -> bool:
    """Return whether the level would fall by more than 100 % in every reading."""
    if not claimed.readings or claimed.may_have_no_size:
        return False
    return all(_falls_by_more_than_100_percent(figures, claimed.claim, reading) for reading in claimed.readings)


def repeated_changes(figures: Figures) -> Iterator[Case]:
    """Check that two claims of the same change agree.

    Only claims with exactly one stated level are compared: with both levels, `changes` checks the claim against them;
    with neither, the two claims may be about different categories. Nor are those whose time is only that of the later
    level: one may be compared with the month before, and the other with the year before.
    """
    first: dict[object, tuple[ChangeClaim, Interval]] = {}
    for claim in figures.claims:
        if not isinstance(claim, ChangeClaim) or isinstance(claim.start, Absent) is isinstance(claim.end, Absent):
            continue
        claimed = claimed_of(claim, figures.indicator(claim.indicator)).only
        if claimed is None or not _can_be_repeated(figures, claim, claimed):
            continue
        levels = (claim.indicator, claim.place, claim.start, claim.end, claim.time)
        way = (*levels, claim.price_basis, claim.price_period, claimed.relative, _code(claimed))
        earlier, stated = first.setdefault(way, (claim, claimed.stated))
        if earlier is not claim:
            again = term(claimed.stated)
            case = Case(CheckCode.RESTATEMENT, (earlier, claim), again, _code(claimed), stated=stated)
            is_revised = not fits(case) and set(claim.statuses) != set(earlier.statuses)
            yield evolve(case, missing=Missing(kind=MissingKind.REVISION)) if is_revised else case


def _can_be_repeated(figures: Figures, claim: ChangeClaim, claimed: StatedChange) -> bool:
    """Return whether another claim of the same change must state the same size."""
    later = figures.named(claim.end)
    if later is not None and later.observation.time == claim.time:
        return False
    unclear = isinstance(claim.price_basis, Absent) and _is_growth_of_money(claim, figures.indicator(claim.indicator))
    if claim.time_basis is TimeBasis.ASSUMED or unclear:
        return False
    return not claimed.relative or claimed.per is None  # one percentage a year may be simple, the other compound


def _falls_by_more_than_100_percent(figures: Figures, claim: ChangeClaim, claimed: StatedChange) -> bool:
    """Return whether the level would fall by more than 100 %; a fall per year counts only over a year or more."""
    if not claimed.relative or claimed.stated.overlaps(_POSSIBLE_PERCENT):
        return False
    if not figures.is_never_negative(claim.indicator):
        return False
    passed = _periods_passed(claim, claimed)
    return claimed.per is None or (passed is not None and _ONE.compare(passed).greater is Certainty.NO)


def _periods_passed(claim: ChangeClaim, claimed: StatedChange) -> Interval | None:
    """Return how many units of time (years, for a change per year) the time of a claim may span.

    "2016-2018" may mean three calendar years, or the two years from a day in 2016 to the same day in 2018.
    """
    months = claim.time.months if isinstance(claim.time, Period) else None
    if months is None or claimed.per is None or claimed.per.dimension != month.dimension:
        return None
    least = months - _A_YEAR if months > _A_YEAR else months
    return interval_in(Interval(lower=least, upper=months), month, claimed.per)


def _other_level(figures: Figures, claimed: Claimed, known: Figure, *, is_later: bool) -> Iterator[Case]:
    """Derive the other level from one level and the change, and check it against the bounds of the indicator."""
    claim, indicator = claimed.claim, known.indicator
    made = [_level_from(figures, claim, reading, known, is_later=is_later) for reading in claimed.readings]
    levels = [level for level in made if level is not None]
    prices = _prices_of(claim, indicator)
    if prices is Comparability.DIFFERENT or claimed.may_have_no_size or len(levels) < len(made):
        return
    bounds, used, unit = figures.bounds(indicator.id), (known, claim), indicator.unit.code
    possible = [level for level in levels if level.values.overlaps(bounds)]
    if not possible:
        only_if = SAME_PRICES if prices is Comparability.CONDITIONAL else None
        yield Case(CheckCode.CHANGE_BOUNDS, used, levels[0], unit, stated=bounds, only_if=only_if)
    elif claimed.readings[0].per is None:
        either = Term(", ".join(level.text for level in possible), hull([level.values for level in possible]))
        yield unstated(indicator.id, CheckCode.CHANGE_LEVELS, used, either, unit, bounds)


def _level_from(
    figures: Figures, claim: ChangeClaim, stated: StatedChange, known: Figure, *, is_later: bool
) -> Term | None:
    """Return the level after one reading of a change from a known level, or before it; ``None`` if it is not known."""
    if stated.per is not None:
        return _level_after_years(claim, stated, known, is_later=is_later)
    if not stated.relative:
        return _moved(known, stated.stated, show(stated.stated), is_later=is_later)
    if not figures.is_never_negative(known.indicator.id):  # a percentage of a loss has no agreed meaning
        return None
    return _grown(known, stated.stated, is_later=is_later)


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


def _level_after_years(claim: ChangeClaim, claimed: StatedChange, known: Figure, *, is_later: bool) -> Term | None:
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


def _is_growth_of_money(claim: ChangeClaim, indicator: Indicator) -> bool:
    return isinstance(claim.value, RelativeChange) and indicator.price_basis is not Absent.NOT_APPLICABLE


def _prices_of(claim: ChangeClaim, indicator: Indicator) -> Comparability:
    """Return whether a change was computed in the prices of its levels.

    Growth in percent is often in constant prices, also where this is not stated; a difference in money is that of the
    printed amounts.
    """
    if isinstance(claim.price_basis, Absent):
        may_differ = _is_growth_of_money(claim, indicator) and indicator.price_basis is not PriceBasis.CONSTANT
        return Comparability.CONDITIONAL if may_differ else Comparability.COMPARABLE
    own = evolve(basis_of(indicator), price_basis=claim.price_basis, price_period=claim.price_period)
    return compare_bases(basis_of(indicator), own)[0]


def are_prices_of_levels(claim: ChangeClaim, indicator: Indicator) -> bool:
    """Return whether a change was certainly computed in the prices of its levels."""
    return _prices_of(claim, indicator) is Comparability.COMPARABLE


def _against_levels(figures: Figures, claimed: Claimed, start: Figure, end: Figure) -> Case:
    claim, indicator = claimed.claim, start.indicator
    used = (start, end, claim)
    years = years_between(start.observation, end.observation) or Interval.point(0)
    levels = changed(start.id, end.id, start.interval, end.interval, years, indicator.unit)
    if not claimed.readings:  # the unit of the claim is not one that a difference of these levels can have
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
    first, prices = claimed.readings[0], _prices_of(claim, indicator)
    alike = are_comparable(start, end) and prices is not Comparability.DIFFERENT
    made = [
        (reading, item)
        for reading in (claimed.readings if alike else ())
        for item in _computed_changes(levels, reading, start, end)
    ]
    if not made:
        missing = _missing_for_change(claim, first, levels, start, end)
        shown = f"{show(start.interval)}, {show(end.interval)}"
        return Case(CheckCode.CHANGE_LEVELS, used, shown, indicator.unit.code, missing=missing)
    fitting = next(((reading, item) for reading, item in made if item.values.overlaps(reading.stated)), None)
    shown_as, result = fitting or made[0]
    alternative: Reading | Absent = Absent.NOT_APPLICABLE
    if not fitting:
        alternative = _otherwise(_other_readings(claim, first, levels), levels, start, end)
        alternative = alternative or _mean_of_rates(figures, first, start, end)
    return Case(
        CheckCode.CHANGE_LEVELS,
        used,
        result,
        _code(shown_as),
        stated=shown_as.stated,
        missing=_NO_SIZE if claimed.may_have_no_size and not fitting else Absent.NOT_APPLICABLE,
        alternative=alternative,
        only_if=SAME_PRICES if prices is Comparability.CONDITIONAL else None,
        related_by_text=first.per is None,  # only a change per year depends on the time between the levels
        for_any_day=True,  # the years between the levels already allow for any day of their times
        named_by_claim=True,
    )


def _computed_changes(levels: Trend, claimed: StatedChange, start: Figure, end: Figure) -> list[Term]:
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
    # A loss at the end has no compound rate, so if there is one, the level is not negative.
    after = end.interval.intersection(NOT_NEGATIVE) if end.interval.overlaps(NOT_NEGATIVE) else end.interval
    compound = changed(start.id, end.id, start.interval, after, span, levels.unit).compound
    if isinstance(compound, Interval):
        text = f"(({show(after)} ÷ {show(start.interval)}) ^ (1 ÷ {show(span)}) - 1) × 100"
        found.append(Term(text, compound))
    return found


def _missing_for_change(
    claim: ChangeClaim, claimed: StatedChange, levels: Trend, start: Figure, end: Figure
) -> Missing:
    bases = compare_bases(start.basis, end.basis)[0], _prices_of(claim, start.indicator)
    if Comparability.DIFFERENT in bases:
        return Missing(kind=MissingKind.BASIS)
    if not are_comparable(start, end):
        return Missing(kind=MissingKind.LIKENESS)
    if claimed.per is None or (claimed.relative and not isinstance(levels.relative, Interval)):
        return Missing(kind=MissingKind.ZERO, name=start.id)
    return Missing(kind=MissingKind.SPAN, name=claimed.per.code)


def _other_readings(
    claim: ChangeClaim, claimed: StatedChange | None, levels: Trend
) -> Iterator[tuple[ReadingKind, StatedChange]]:
    """Yield the other ways to read a claimed change, the most usual confusion first."""
    unit = claim.value.unit
    if claimed is not None and claimed.relative and levels.unit.kind is UnitKind.SHARE_POINT:
        yield ReadingKind.POINTS, StatedChange(False, claimed.stated, levels.unit, claimed.per)
    if unit.numerator.kind is UnitKind.SHARE_POINT:
        stated = claim.value.interval() if claimed is None else claimed.stated
        per = unit.denominators[-1] if unit.denominators else None
        yield ReadingKind.PERCENT, StatedChange(True, stated, percent, per)
    yield from _readings_of_times(claim, levels)
    if claimed is not None:
        if claimed.per is None:
            yield ReadingKind.PER_YEAR, evolve(claimed, per=year)
        else:
            yield ReadingKind.IN_ALL, evolve(claimed, per=None)
        yield ReadingKind.OPPOSITE, evolve(claimed, stated=-claimed.stated)


def _readings_of_times(claim: ChangeClaim, levels: Trend) -> Iterator[tuple[ReadingKind, StatedChange]]:
    """Yield what "N times" also means: a decrease to one Nth, or an increase by N times the earlier level."""
    value = claim.value
    if not isinstance(value, RelativeChange) or value.form is not RelativeForm.TIMES or value.magnitude.is_zero():
        return
    for kind, form in _FORMS_OF_TIMES.items():
        for reading in readings_of(evolve(value, form=form)):
            stated = None if isinstance(reading, Absent) else stated_change(reading, levels.unit)
            if stated is not None:
                yield kind, stated


def _mean_of_rates(figures: Figures, claimed: StatedChange, start: Figure, end: Figure) -> Reading | Absent:
    """Return the reading of growth per year as the mean of the growth of each year, if the figures then agree."""
    if not claimed.relative or claimed.per != year:
        return Absent.NOT_APPLICABLE
    between = [
        same[0]
        for key, same in figures.by_indicator[end.indicator.id].items()
        if (key.place, key.breakdown, key.moment[0]) == (end.key.place, end.key.breakdown, end.key.moment[0])
        and not key.plan_statuses
        and start.key.moment[2] < key.moment[2] < end.key.moment[2]
    ]
    between.sort(key=lambda figure: figure.key.moment[2])
    steps = list(pairwise((start, *between, end)))
    a_year = all(years_between(one.observation, other.observation) == _ONE for one, other in steps)
    if len(steps) < 2 or not a_year or not all(is_above_zero(one.interval) for one, _ in steps):
        return Absent.NOT_APPLICABLE
    rates = [other.interval * HUNDRED / one.interval - HUNDRED for one, other in steps]
    mean = sum(rates, start=Interval.point(0)) / Interval.point(len(rates))
    fits = mean.overlaps(claimed.stated)
    return Reading(kind=ReadingKind.MEAN_OF_RATES, quantity=mean) if fits else Absent.NOT_APPLICABLE


def _otherwise(
    readings: Iterable[tuple[ReadingKind, StatedChange]], levels: Trend, start: Figure, end: Figure
) -> Reading | Absent:
    """Return the first reading of a change in which it agrees with its levels."""
    for kind, reading in readings:
        for made in _computed_changes(levels, reading, start, end):
            if made.values.overlaps(reading.stated):
                return Reading(kind=kind, quantity=made.values)
    return Absent.NOT_APPLICABLE
