"""Check rates against numerators and denominators, or derive one of the three from the other two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from attrs import evolve, frozen

from aseansc.audit._codes import AssumptionKind, CheckCode, MissingKind, Relation
from aseansc.audit._figures import SCALES, Figure, Figures, Key, covers_its_period, is_position, is_share, moment_of
from aseansc.audit._numbers import show
from aseansc.audit._results import Assumption, Implied, Missing
from aseansc.audit._verdicts import Case, Condition, Term, is_above_zero, term, unstated
from aseansc.codelists import Absent
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import Interval, common_to, hull
from aseansc.periods import Frequency, Period, TimeCollection
from aseansc.trends import quotient
from aseansc.units import Unit, UnitKind, per_10_000, per_100_000, per_mille, rank
from aseansc.values import interval_in

_AVERAGE_DENOMINATOR: Final = Condition(
    Assumption(kind=AssumptionKind.LEVEL_DENOMINATOR), Assumption(kind=AssumptionKind.AVERAGE_DENOMINATOR)
)


_A_YEAR: Final = 12
"""Number of months."""
_SCALED: Final = (per_mille, per_10_000, per_100_000)


@frozen
class _Rate:
    """The shape of a rate: what is divided by what, and in which unit.

    Attributes:
        indicator: the rate.
        numerator: the indicator above the line.
        denominator: the indicator below the line.
        unit: the unit of numerator ÷ denominator; of a share, the unit of both.
    """

    indicator: Indicator
    numerator: Indicator
    denominator: Indicator
    unit: Unit

    @property
    def scale(self) -> int | None:
        """100 for a percentage, 1000 for per mille, and so on."""
        return SCALES.get(self.indicator.unit.code)

    @property
    def is_of_flows(self) -> bool:
        return self.numerator.kind is self.denominator.kind is IndicatorKind.FLOW

    @property
    def is_of_a_flow(self) -> bool:
        """Whether it is a flow per stock, such as births per 1000 persons."""
        return self.numerator.kind is IndicatorKind.FLOW and self.denominator.kind is not IndicatorKind.FLOW

    @property
    def may_be_of_an_average(self) -> bool:
        """Whether its denominator is the average of the period: doctors per 10 000 persons, but not shares."""
        return self.indicator.unit in _SCALED and not is_share(self.indicator)

    @property
    def _times(self) -> str:
        return "" if self.scale is None else f" × {self.scale}"

    def ratio(self, part: Interval, whole: Interval) -> Term | str:
        """Return part ÷ whole in the unit of the rate; only the formula if the whole may be zero."""
        text = f"{show(part)}{self._times} ÷ {show(whole)}"
        if not is_above_zero(whole):
            return text
        if self.scale is None:
            return Term(text, interval_in(part / whole, self.unit, self.indicator.unit))
        below = interval_in(whole, self.denominator.unit, self.numerator.unit)
        return Term(text, part * Interval.point(self.scale) / below)

    def whole(self, part: Interval, rate: Interval) -> Term | str:
        """Return part ÷ rate in the unit of the denominator; only the formula if the rate may be zero."""
        text = f"{show(part)}{self._times} ÷ {show(rate)}"
        return Term(text, self.whole_of(part, rate)) if is_above_zero(rate) else text

    def whole_of(self, part: Interval, rate: Interval) -> Interval:
        if self.scale is None:
            return part / interval_in(rate, self.indicator.unit, self.unit)
        return interval_in(part, self.numerator.unit, self.denominator.unit) * Interval.point(self.scale) / rate

    def part(self, rate: Interval, whole: Interval) -> Term:
        """Return rate × whole in the unit of the numerator."""
        text = f"{show(rate)} × {show(whole)}"
        if self.scale is None:
            return Term(text, interval_in(rate, self.indicator.unit, self.unit) * whole)
        inside = interval_in(whole, self.denominator.unit, self.numerator.unit)
        return Term(f"{text} ÷ {self.scale}", rate * inside / Interval.point(self.scale))


def _rate_of(figures: Figures, indicator: Indicator) -> _Rate | None:
    """Return the shape of a rate; ``None`` if an indicator is not a rate, or its unit does not match."""
    if isinstance(indicator.numerator, Absent) or isinstance(indicator.denominator, Absent):
        return None
    above, below = figures.indicator(indicator.numerator), figures.indicator(indicator.denominator)
    if any(map(is_position, (indicator, above, below))):
        return None
    if indicator.unit.kind is UnitKind.SHARE:
        return _Rate(indicator, above, below, above.unit) if above.unit.dimension == below.unit.dimension else None
    unit = quotient(above.unit, below.unit)
    if unit is None or unit.dimension != indicator.unit.dimension:
        return None
    return _Rate(indicator, above, below, unit)


@frozen
class _AtMoment:
    """What is stated of a rate at one moment: the rate, its numerator and its denominator."""

    shape: _Rate
    key: Key
    rate: Figure | None
    top: Figure | None
    bottom: Figure | None


def rates(figures: Figures) -> Iterator[Case]:
    """Check every rate against its numerator and denominator, if at least two of the three are stated at one moment.

    If all three are stated, the rate must be the quotient; if two are, the third is derived. Also check that the
    numerator of a share does not exceed its denominator, and that rates with one denominator imply the same number for
    it. A rank must not exceed the number that is ranked.
    """
    yield from _ranks(figures)
    yield from _of_flows_per_stock(figures)
    implied: defaultdict[tuple[str, Key], list[tuple[_Rate, Figure, Figure]]] = defaultdict(list)
    for stated in _stated(figures):
        yield from _subgroup(figures, stated)
        if stated.key.moment[0] == TimeCollection.AVERAGE:
            continue  # the average of a quotient is not the quotient of the averages
        yield from _quotient(stated)
        if stated.shape.may_be_of_an_average:
            continue
        if stated.rate is not None and stated.top is not None and is_above_zero(stated.rate.interval):
            implied[stated.shape.denominator.id, stated.key].append((stated.shape, stated.rate, stated.top))
    for (population, key), several in implied.items():
        if len(several) > 1:
            yield _denominators(figures.indicator(population), key, several)


def _ranks(figures: Figures) -> Iterator[Case]:
    """Check that a rank does not exceed the number that is ranked."""
    for indicator in figures.component.indicators:
        if indicator.unit.kind is not UnitKind.RANK or isinstance(indicator.denominator, Absent):
            continue
        for key, (place, *_) in figures.by_indicator[indicator.id].items():
            ranked = figures.get(indicator.denominator, key)
            if ranked is not None and ranked.indicator.unit.is_whole:
                used, lowest = (place, ranked), ranked.interval
                shown = term(place.interval)
                yield Case(
                    CheckCode.RANK_WITHIN,
                    used,
                    shown,
                    rank.code,
                    relation=Relation.AT_MOST,
                    stated=lowest,
                    for_any_day=True,  # both are of one ranking, on whatever day of the period it was made
                )


def _of_flows_per_stock(figures: Figures) -> Iterator[Case]:
    """Check the rates of a flow over a stock, such as births per 1000 persons, by the average of the stock."""
    for indicator in figures.component.indicators:
        shape = _rate_of(figures, indicator)
        if shape is None or not shape.is_of_a_flow:
            continue
        for key, (rate, *_) in figures.by_indicator[indicator.id].items():
            span = rate.observation.time
            # A rate for less than a year may be for a whole year all the same.
            if isinstance(span, Period) and span.months == _A_YEAR and covers_its_period(rate):
                total = evolve(key, moment=moment_of(span, TimeCollection.TOTAL, Absent.NOT_APPLICABLE))
                top = figures.get(shape.numerator.id, total)
                if top is not None:
                    yield from _of_a_flow(shape, rate, top, _stocks(figures, shape.denominator.id, key, span))


def _stocks(figures: Figures, stock: str, key: Key, span: Period) -> list[Figure]:
    """Return the average of a stock over a period, else its levels at the beginning and the end, else any one level."""
    moments = {
        collection: moment_of(
            span, collection, Frequency.YEAR if collection is TimeCollection.AVERAGE else Absent.NOT_APPLICABLE
        )
        for collection in (TimeCollection.AVERAGE, TimeCollection.BEGINNING, TimeCollection.END, TimeCollection.WITHIN)
    }
    found = {name: figures.get(stock, evolve(key, moment=moment)) for name, moment in moments.items()}
    if found[TimeCollection.BEGINNING] is None and span.start > date.min:  # the end of the day before
        before = span.start - timedelta(days=1)
        found[TimeCollection.BEGINNING] = figures.get(
            stock, evolve(key, moment=(TimeCollection.END.value, before, before, ""))
        )
    average, first, last, within = found.values()
    if average is not None:
        return [average]
    return [level for level in (first, last) if level is not None] or ([within] if within is not None else [])


def _of_a_flow(shape: _Rate, rate: Figure, top: Figure, stocks: Sequence[Figure]) -> Iterator[Case]:
    unit = shape.indicator.unit.code
    if not stocks:
        whole, code = shape.whole(top.interval, rate.interval), shape.denominator.unit.code
        if isinstance(whole, Term):
            yield unstated(shape.denominator.id, CheckCode.RATE_RATIO, (rate, top), whole, code)
        return
    is_average = stocks[0].observation.time_collection is TimeCollection.AVERAGE
    # The average is usually between the levels, but a stock may rise and fall again within the period.
    ratio = shape.ratio(top.interval, hull([level.interval for level in stocks]))
    yield Case(
        CheckCode.RATE_RATIO,
        (rate, top, *stocks),
        ratio,
        unit,
        stated=rate.interval,
        missing=Absent.NOT_APPLICABLE if isinstance(ratio, Term) else _may_be_zero(shape.denominator),
        only_if=None if is_average else _AVERAGE_DENOMINATOR,
        for_any_day=True,
    )


def _stated(figures: Figures) -> Iterator[_AtMoment]:
    for indicator in figures.component.indicators:
        shape = _rate_of(figures, indicator)
        if shape is None:
            continue
        above, below = shape.numerator.id, shape.denominator.id
        if shape.is_of_a_flow:
            continue
        of_totals = _rates_of_totals(figures, shape) if shape.is_of_flows else {}
        for key in figures.keys((indicator.id, above, below)):
            rate = of_totals.get(key) or figures.get(indicator.id, key)
            yield _AtMoment(shape, key, rate, figures.get(above, key), figures.get(below, key))


def _rates_of_totals(figures: Figures, rate: _Rate) -> dict[Key, Figure]:
    """Return the figures of a rate of flows, each with the key of the totals that it is compared with.

    A rate has no total, so the yield of 2018 is recorded as within, at the end of, or as the average of 2018. Rates
    over several years are skipped: they may be averages of yearly rates, or the rate of one year.
    """
    found: dict[Key, Figure] = {}
    for key, (first, *_) in figures.by_indicator[rate.indicator.id].items():
        span = first.observation.time
        if covers_its_period(first) and isinstance(span, Period):
            total = moment_of(span, TimeCollection.TOTAL, Absent.NOT_APPLICABLE)
            found.setdefault(evolve(key, moment=total), first)
    return found


def _subgroup(figures: Figures, stated: _AtMoment) -> Iterator[Case]:
    """Check that the numerator of a share does not exceed its denominator."""
    shape, top, bottom = stated.shape, stated.top, stated.bottom
    unit = shape.denominator.unit
    if top is None or bottom is None or not is_share(shape.indicator):
        return
    if figures.is_never_negative(shape.denominator.id):
        used, part = (top, bottom), term(top.in_unit(unit))
        yield Case(CheckCode.RATE_SUBGROUP, used, part, unit.code, relation=Relation.AT_MOST, stated=bottom.interval)


def _quotient(stated: _AtMoment) -> Iterator[Case]:
    """Check that a rate is the quotient, or derive the one of the three that is not stated."""
    shape, rate, top, bottom = stated.shape, stated.rate, stated.top, stated.bottom
    if top is not None and bottom is not None:
        yield from _ratio(stated, top, bottom)
    elif rate is not None and top is not None:
        whole, unit = shape.whole(top.interval, rate.interval), shape.denominator.unit.code
        if isinstance(whole, Term):
            yield unstated(shape.denominator.id, CheckCode.RATE_RATIO, (rate, top), whole, unit)
        else:
            yield Case(CheckCode.RATE_RATIO, (rate, top), whole, unit, missing=_may_be_zero(shape.indicator))
    elif rate is not None and bottom is not None:
        part, unit = shape.part(rate.interval, bottom.interval), shape.numerator.unit.code
        yield unstated(shape.numerator.id, CheckCode.RATE_RATIO, (rate, bottom), part, unit)


def _ratio(stated: _AtMoment, top: Figure, bottom: Figure) -> Iterator[Case]:
    rate, indicator = stated.rate, stated.shape.indicator
    ratio = stated.shape.ratio(top.interval, bottom.interval)
    if rate is not None:
        yield Case(
            CheckCode.RATE_RATIO,
            (rate, top, bottom),
            ratio,
            indicator.unit.code,
            stated=rate.interval,
            missing=Absent.NOT_APPLICABLE if isinstance(ratio, Term) else _may_be_zero(stated.shape.denominator),
            only_if=_AVERAGE_DENOMINATOR if stated.shape.may_be_of_an_average else None,
            for_any_day=rate.key != stated.key,  # the rate covers the whole period of the totals, not one day of it
        )
    elif isinstance(ratio, Term):
        yield unstated(indicator.id, CheckCode.RATE_RATIO, (top, bottom), ratio, indicator.unit.code)


def _may_be_zero(divisor: Indicator) -> Missing:
    return Missing(kind=MissingKind.ZERO, name=divisor.id)


def _denominators(population: Indicator, key: Key, several: Sequence[tuple[_Rate, Figure, Figure]]) -> Case:
    """Check that all rates of a population and their numerators imply the same size of the population."""
    unit = population.unit.code
    wholes = [shape.whole_of(top.interval, rate.interval) for shape, rate, top in several]
    common = common_to(wholes)
    return Case(
        CheckCode.RATE_DENOMINATORS,
        list(dict.fromkeys(figure for _, rate, top in several for figure in (rate, top))),
        ", ".join(map(show, wholes)),
        unit,
        fits=common is not None,
        implied=Implied(name=population.id, interval=common, unit=unit) if common else Absent.NOT_APPLICABLE,
        for_any_day=key.moment[0] == TimeCollection.TOTAL,
    )
