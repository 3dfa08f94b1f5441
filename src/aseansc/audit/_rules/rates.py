"""Check rates against numerators and denominators, or derive one of the three from the other two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from aseansc.audit._figures import (
    Figure,
    Figures,
    Key,
    can_be_at_most,
    covers_its_period,
    is_above_zero,
    judge,
    moment_of,
    quotient,
    undetermined,
)
from aseansc.audit._results import Check, CheckCode, Computation, Implied, Missing, MissingKind, Relation, show
from aseansc.codelists import Absent
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import Interval
from aseansc.periods import Period, TimeCollection
from aseansc.units import Unit, UnitKind
from aseansc.values import interval_in

_SCALE: Final = {"percent": 100, "per_mille": 1000}


def rates(figures: Figures) -> Iterator[Check]:
    """Check every rate against its numerator and denominator, if at least two of the three are stated at one moment.

    If all three are stated, the rate must be the quotient; if two are, the third is derived. Also check that the
    numerator of a share does not exceed its denominator, and that rates with one denominator imply the same number for
    it.
    """
    implied: dict[tuple[str, Key], list[tuple[Figure, Figure, Interval]]] = {}
    for rate in figures.review.indicators:
        if isinstance(rate.numerator, Absent) or isinstance(rate.denominator, Absent):
            continue
        numerator, denominator = figures.indicator(rate.numerator), figures.indicator(rate.denominator)
        unit = _unit_of(rate, numerator, denominator)
        if unit is None:
            continue
        of_totals = _rates_of_totals(figures, rate) if numerator.kind is denominator.kind is IndicatorKind.FLOW else {}
        for key in figures.keys((rate.id, numerator.id, denominator.id)):
            yield from _subgroup(figures, rate, numerator, denominator, key)
            if key.moment[0] == TimeCollection.AVERAGE:
                continue  # the average of a quotient is not the quotient of the averages
            found, top = of_totals.get(key) or figures.get(rate.id, key), figures.get(numerator.id, key)
            yield from _rate(figures, rate, numerator, denominator, unit, key, found)
            if found is not None and top is not None and is_above_zero(found.interval):
                whole = _whole(top.interval, found.interval, rate, numerator, denominator, unit)
                implied.setdefault((denominator.id, key), []).append((found, top, whole))
    for (population, key), several in implied.items():
        if len(several) > 1:
            over_span = key.moment[0] == TimeCollection.TOTAL
            yield _denominators(figures.indicator(population), several, over_span=over_span)


def _rates_of_totals(figures: Figures, rate: Indicator) -> dict[Key, Figure]:
    """Return the figures of a rate of flows, each with the key of the totals that it is compared with.

    A rate has no total, so the yield of 2018 is recorded as within, at the end of, or as the average of 2018. Rates
    over several years are skipped: they may be averages of yearly rates, or the rate of one year.
    """
    found: dict[Key, Figure] = {}
    for key, same in figures.by_indicator[rate.id].items():
        span = same[0].observation.time
        if covers_its_period(same[0]) and isinstance(span, Period):
            total = moment_of(span, TimeCollection.TOTAL, Absent.NOT_APPLICABLE)
            found.setdefault(evolve(key, moment=total), same[0])
    return found


def _unit_of(rate: Indicator, numerator: Indicator, denominator: Indicator) -> Unit | None:
    """Return the unit of numerator ÷ denominator, or ``None`` if the unit of the rate does not match it."""
    if rate.unit.kind is UnitKind.SHARE:
        return numerator.unit if numerator.unit.dimension == denominator.unit.dimension else None
    unit = quotient(numerator.unit, denominator.unit)
    return unit if unit is not None and unit.dimension == rate.unit.dimension else None


def _part_of(
    rate: Interval, whole: Interval, indicator: Indicator, numerator: Indicator, denominator: Indicator, unit: Unit
) -> Interval:
    """Return rate × whole in the unit of the numerator."""
    scale = _SCALE.get(indicator.unit.code)
    if scale is not None:
        return rate * interval_in(whole, denominator.unit, numerator.unit) / Interval.point(scale)
    return interval_in(rate, indicator.unit, unit) * whole


def _whole(
    part: Interval, rate: Interval, indicator: Indicator, numerator: Indicator, denominator: Indicator, unit: Unit
) -> Interval:
    """Return part ÷ rate in the unit of the denominator."""
    scale = _SCALE.get(indicator.unit.code)
    if scale is not None:
        return interval_in(part, numerator.unit, denominator.unit) * Interval.point(scale) / rate
    return part / interval_in(rate, indicator.unit, unit)


def _ratio(
    part: Interval, whole: Interval, indicator: Indicator, numerator: Indicator, denominator: Indicator, unit: Unit
) -> Interval:
    """Return part ÷ whole in the unit of the rate."""
    scale = _SCALE.get(indicator.unit.code)
    if scale is not None:
        return part * Interval.point(scale) / interval_in(whole, denominator.unit, numerator.unit)
    return interval_in(part / whole, unit, indicator.unit)


def _subgroup(
    figures: Figures, rate: Indicator, numerator: Indicator, denominator: Indicator, key: Key
) -> Iterator[Check]:
    """Check that the numerator of a share does not exceed its denominator."""
    scale = _SCALE.get(rate.unit.code)
    top, bottom = figures.get(numerator.id, key), figures.get(denominator.id, key)
    if scale is None or top is None or bottom is None or not figures.is_never_negative(denominator.id):
        return
    if rate.bounds.upper is not None and rate.bounds.upper <= scale:
        part = interval_in(top.interval, numerator.unit, denominator.unit)
        computation = Computation(
            expression=show(part),
            computed=part,
            relation=Relation.AT_MOST,
            stated=bottom.interval,
            unit=denominator.unit.code,
        )
        yield judge(CheckCode.RATE_SUBGROUP, (top, bottom), computation, fits=can_be_at_most(part, bottom.interval))


def _rate(
    figures: Figures,
    rate: Indicator,
    numerator: Indicator,
    denominator: Indicator,
    unit: Unit,
    key: Key,
    found: Figure | None,
) -> Iterator[Check]:
    top, bottom = (figures.get(item, key) for item in (numerator.id, denominator.id))
    scale = _SCALE.get(rate.unit.code)
    times = "" if scale is None else f" × {scale}"
    if top is not None and bottom is not None:
        expression = f"{show(top.interval)}{times} ÷ {show(bottom.interval)}"
        if not is_above_zero(bottom.interval):
            if found is not None:
                yield undetermined(
                    CheckCode.RATE_RATIO,
                    (found, top, bottom),
                    Computation(expression=expression, stated=found.interval, unit=rate.unit.code),
                    Missing(kind=MissingKind.ZERO, name=denominator.id),
                )
            return
        ratio = _ratio(top.interval, bottom.interval, rate, numerator, denominator, unit)
        if found is not None:
            computation = Computation(expression=expression, computed=ratio, stated=found.interval, unit=rate.unit.code)
            yield judge(
                CheckCode.RATE_RATIO,
                (found, top, bottom),
                computation,
                fits=ratio.overlaps(found.interval),
                for_any_day=found.key != key,  # the rate covers the whole period of the totals, not one day of it
            )
        else:
            yield undetermined(
                CheckCode.RATE_RATIO,
                (top, bottom),
                Computation(expression=expression, computed=ratio, unit=rate.unit.code),
                Missing(kind=MissingKind.FIGURE, name=rate.id),
                implied=Implied(name=rate.id, interval=ratio, unit=rate.unit.code),
            )
    elif found is not None and top is not None:
        expression = f"{show(top.interval)}{times} ÷ {show(found.interval)}"
        if not is_above_zero(found.interval):
            yield undetermined(
                CheckCode.RATE_RATIO,
                (found, top),
                Computation(expression=expression, unit=denominator.unit.code),
                Missing(kind=MissingKind.ZERO, name=rate.id),
            )
            return
        whole = _whole(top.interval, found.interval, rate, numerator, denominator, unit)
        yield undetermined(
            CheckCode.RATE_RATIO,
            (found, top),
            Computation(expression=expression, computed=whole, unit=denominator.unit.code),
            Missing(kind=MissingKind.FIGURE, name=denominator.id),
            implied=Implied(name=denominator.id, interval=whole, unit=denominator.unit.code),
        )
    elif found is not None and bottom is not None:
        part = _part_of(found.interval, bottom.interval, rate, numerator, denominator, unit)
        over = "" if scale is None else f" ÷ {scale}"
        yield undetermined(
            CheckCode.RATE_RATIO,
            (found, bottom),
            Computation(
                expression=f"{show(found.interval)} × {show(bottom.interval)}{over}",
                computed=part,
                unit=numerator.unit.code,
            ),
            Missing(kind=MissingKind.FIGURE, name=numerator.id),
            implied=Implied(name=numerator.id, interval=part, unit=numerator.unit.code),
        )


def _denominators(population: Indicator, several: list[tuple[Figure, Figure, Interval]], *, over_span: bool) -> Check:
    """Check that all rates of a population and their numerators imply the same size of the population."""
    common: Interval | None = several[0][2]
    for _, _, whole in several[1:]:
        common = common.intersection(whole) if common is not None and common.overlaps(whole) else None
    used = [figure for rate, top, _ in several for figure in (rate, top)]
    computation = Computation(
        expression=", ".join(show(whole) for _, _, whole in several),
        unit=population.unit.code,
    )
    implied = (
        Absent.NOT_APPLICABLE
        if common is None
        else Implied(name=population.id, interval=common, unit=population.unit.code)
    )
    return judge(
        CheckCode.RATE_DENOMINATORS,
        list(dict.fromkeys(used)),
        computation,
        fits=common is not None,
        implied=implied,
        for_any_day=over_span,
    )
