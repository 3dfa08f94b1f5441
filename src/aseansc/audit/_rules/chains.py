"""Check changes in consecutive years against the change over all of them, and findings in words against figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final

from attrs import frozen

from aseansc.audit._codes import AssumptionKind, CheckCode, ReadingKind
from aseansc.audit._figures import Figure, Figures
from aseansc.audit._numbers import show
from aseansc.audit._results import Assumption, Reading
from aseansc.audit._rules.changes import SAME_PRICES, are_comparable, are_prices_of_levels, claimed_of
from aseansc.audit._verdicts import HUNDRED, ZERO, Case, Condition, Term, Used, is_above_zero
from aseansc.claims import ChangeClaim
from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.findings import Finding
from aseansc.indicators import Direction
from aseansc.intervals import Certainty, Interval
from aseansc.periods import Period, TimeBasis, days_of
from aseansc.trends import StatedChange, years_between
from aseansc.units import year

_SAME_SERIES: Final = Condition(
    Assumption(kind=AssumptionKind.SAME_SERIES), Assumption(kind=AssumptionKind.OTHER_SERIES)
)
_ONE: Final = Interval.point(1)


@frozen(eq=False)
class _Step:
    """A claimed change with its size, and the years before and after it."""

    claim: ChangeClaim
    stated: StatedChange
    years: tuple[int, int]


def chains(figures: Figures) -> Iterator[Case]:
    """Check that the changes from year to year add up, or multiply, to the change over all of these years."""
    steps: defaultdict[object, dict[tuple[int, int], _Step]] = defaultdict(dict)
    whole: defaultdict[object, list[_Step]] = defaultdict(list)
    for claim in figures.claims:
        step = _step(figures, claim) if isinstance(claim, ChangeClaim) else None
        if step is None:
            continue
        key: object = (*_series(figures, step.claim), step.stated.relative, step.stated.unit)
        if step.years[1] - step.years[0] == 1 and step.stated.per is None:
            steps[key].setdefault(step.years, step)
        else:
            whole[key].append(step)
    for key, several in whole.items():
        for step in several:
            yield from _chain(figures, step, steps[key])


def _step(figures: Figures, claim: ChangeClaim) -> _Step | None:
    """Return a claim with its years; ``None`` if it has no single size, or its time is not in whole years."""
    time, stated = claim.time, claimed_of(claim, figures.indicator(claim.indicator)).only
    if stated is None or not isinstance(time, Period) or claim.time_basis is TimeBasis.ASSUMED:
        return None
    if stated.per is not None and stated.per != year:
        return None
    first, last = time.start.year, time.end.year
    if time != Period.years(first, last):
        return None
    return _Step(claim, stated, (first - 1 if first == last else first, last))


def _series(figures: Figures, claim: ChangeClaim) -> tuple[object, ...]:
    """Return what claims of consecutive changes have in common."""
    levels = _levels_of(figures, claim)
    categories = levels[0].key.breakdown if levels else frozenset[str]()
    return claim.indicator, claim.place, claim.price_basis, claim.price_period, categories


def _chain(figures: Figures, whole: _Step, steps: Mapping[tuple[int, int], _Step]) -> Iterator[Case]:
    """Check the change over several years. "2016-2018" may also mean the change from 2015 to 2018."""
    tried = list(_tried(whole, steps))
    if not tried:
        return
    between, made = next((item for item in tried if item[1].values.overlaps(whole.stated.stated)), tried[0])
    used = (whole.claim, *(step.claim for step in between))
    if whole.stated.relative and not _multiply(figures, used, between):
        return
    code, stated = whole.stated.unit.code, whole.stated.stated
    mean = _mean([step.stated.stated for step in between])
    is_mean = whole.stated.per is not None and not made.values.overlaps(stated) and mean.values.overlaps(stated)
    yield Case(
        CheckCode.CHANGE_CHAIN,
        used,
        made,
        code if whole.stated.per is None else f"{code}/{whole.stated.per.code}",
        stated=stated,
        alternative=Reading(kind=ReadingKind.MEAN_OF_RATES, quantity=mean.values) if is_mean else Absent.NOT_APPLICABLE,
        # The mean of the rates is a wording, whatever the claims are about.
        only_if=None if is_mean else _condition(figures, used),
    )


def _multiply(figures: Figures, claims: Sequence[ChangeClaim], steps: Iterable[_Step]) -> bool:
    """Return whether growth rates multiply: not those of an amount that may be negative, such as a profit."""
    indicator = claims[0].indicator
    if figures.is_never_negative(indicator):
        return True
    if figures.indicator(indicator).net or not all(is_above_zero(HUNDRED + step.stated.stated) for step in steps):
        return False
    every = (same[0].interval for same in figures.by_indicator[indicator].values())
    return not any(level.compare(ZERO).greater is Certainty.NO for level in every) and all(
        is_above_zero(level.interval) for claim in claims for level in _levels_of(figures, claim)
    )


def _levels_of(figures: Figures, claim: ChangeClaim) -> list[Figure]:
    """Return the levels that a claim names, as far as they are stated."""
    return [level for level in (figures.named(claim.start), figures.named(claim.end)) if level]


def _condition(figures: Figures, claims: Sequence[ChangeClaim]) -> Condition | None:
    """Return what it depends on that claims are about the same things.

    A claim that names a level is about the same things as that level. A claim that names none may be about a part of
    them, for a claim has no categories of its own; and an estimate may have been revised before the next claim.
    """
    levels = [_levels_of(figures, claim) for claim in claims]
    series = {(key.place, key.breakdown, key.moment[0]) for found in levels for key in (level.key for level in found)}
    settled = all(map(_is_settled, chain.from_iterable(levels))) and not any(claim.statuses for claim in claims)
    if not (all(levels) and len(series) == 1 and settled and all(map(_has_one_span, claims[1:]))):
        return _SAME_SERIES
    indicator = figures.indicator(claims[0].indicator)
    return None if all(are_prices_of_levels(claim, indicator) for claim in claims) else SAME_PRICES


def _is_settled(level: Figure) -> bool:
    """Return whether a level is the only figure of its quantity in the report, and not an estimate."""
    observed = level.observation
    is_only = not (level.is_restated or level.is_replaced) and isinstance(observed.revises, Absent)
    return is_only and not observed.statuses


def _has_one_span(claim: ChangeClaim) -> bool:
    """Return whether the time of a claim means one year: "2016-2017" may be two years if no level before is named."""
    return not isinstance(claim.start, Absent) or days_of(claim.time)[0].year == days_of(claim.time)[1].year


def _tried(whole: _Step, steps: Mapping[tuple[int, int], _Step]) -> Iterator[tuple[list[_Step], Term]]:
    """Yield the changes of consecutive years that may be meant, with what they make together."""
    first, last = whole.years
    for start in (first, first - 1) if isinstance(whole.claim.start, Absent) else (first,):
        between = [steps[one, one + 1] for one in range(start, last) if (one, one + 1) in steps]
        if len(between) > 1 and len(between) == last - start:
            yield from ((between, made) for made in _made(whole.stated, [step.stated.stated for step in between]))


def _made(whole: StatedChange, changes: Sequence[Interval]) -> Iterator[Term]:
    """Yield the change over several years, or per year, in every usual form."""
    count = len(changes)
    summed = Term(" + ".join(map(show, changes)), sum(changes, start=ZERO))
    if not whole.relative:
        yield summed if whole.per is None else _mean(changes)
        return
    product = _ONE
    for change in changes:
        product = product * (_ONE + change / HUNDRED)
    text = " × ".join(f"(1 + {show(change)} ÷ 100)" for change in changes)
    grown = Term(f"({text} - 1) × 100", (product - _ONE) * HUNDRED)
    if whole.per is None:
        yield grown
        return
    compound = _ONE
    for _ in changes:
        compound = compound * (_ONE + whole.stated / HUNDRED)
    if compound.overlaps(product):
        yield Term(f"(({text}) ^ (1 ÷ {count}) - 1) × 100", whole.stated)
    yield Term(f"{grown.text} ÷ {count}", grown.values / Interval.point(count))


def _mean(changes: Sequence[Interval]) -> Term:
    summed, count = sum(changes, start=ZERO), len(changes)
    return Term(f"({' + '.join(map(show, changes))}) ÷ {count}", summed / Interval.point(count))


def words(figures: Figures) -> Iterator[Case]:
    """Report a finding that an indicator rose or fell if all of its figures went the other way."""
    for finding in figures.component.findings:
        if isinstance(finding.indicator, Absent) or finding.direction not in (Direction.UP, Direction.DOWN):
            continue
        sign = 1 if finding.direction is Direction.UP else -1
        moves = list(_moves(figures, finding))
        opposite = [used for used, move in moves if _goes(move, -sign) is Certainty.CERTAIN]
        if opposite and all(_goes(move, sign) is Certainty.NO for _, move in moves):
            yield _against_words(figures, finding, list(dict.fromkeys(record for used in opposite for record in used)))


def _moves(figures: Figures, finding: Finding) -> Iterator[tuple[tuple[Used, ...], Interval]]:
    """Yield each difference and each claimed change of the indicator of a finding, with the records that state it."""
    for one, other in pairwise(_levels(figures, finding)):
        yield (one, other), other.interval - one.interval
    for claim in figures.claims:
        if isinstance(claim, ChangeClaim) and claim.indicator == finding.indicator:
            for reading in claimed_of(claim, figures.indicator(claim.indicator)).readings:
                yield (claim,), reading.stated


def _levels(figures: Figures, finding: Finding) -> list[Figure]:
    """Return comparable figures of the indicator of a finding, for the whole place of the review, in time order."""
    if not isinstance(finding.indicator, str):
        raise bug(finding.indicator)
    found = [
        same[0]
        for key, same in figures.by_indicator[finding.indicator].items()
        if same and not key.breakdown and not key.plan_statuses and key.place == figures.review.place
    ]
    found.sort(key=lambda figure: (days_of(figure.observation.time)[1], figure.key.moment[0] != "beginning"))
    return found if all(_follows(one, other) for one, other in pairwise(found)) else []


def _follows(one: Figure, other: Figure) -> bool:
    """Return whether two figures are comparable, and the second is certainly later."""
    if not are_comparable(one, other):
        return False
    passed = years_between(one.observation, other.observation)
    return passed is not None and passed.upper is not None and passed.upper > 0


def _goes(move: Interval, sign: int) -> Certainty:
    """Return whether a difference is positive, or for a sign of -1 negative."""
    compared = move.compare(ZERO)
    return compared.greater if sign > 0 else compared.less


def _against_words(figures: Figures, finding: Finding, used: Sequence[Used]) -> Case:
    if not isinstance(finding.indicator, str):
        raise bug(finding.indicator)
    levels = [record for record in used if isinstance(record, Figure)]
    shown = [show(level.interval) for level in levels]
    shown += [show(record.value.interval()) for record in used if isinstance(record, ChangeClaim)]
    return Case(
        CheckCode.CHANGE_WORDS,
        (*used, finding),
        ", ".join(shown),
        figures.indicator(finding.indicator).unit.code,
        fits=False,
        only_if=_SAME_SERIES,
        named_by_claim=True,  # an estimate after a final figure still shows a direction
    )
