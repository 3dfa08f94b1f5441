"""The figures of a review as variables, with the constraints between them.

Every quantity of the review is a variable, including those that are not stated. Breakdowns, rates, periods, changes,
plans and shares are the constraints between them. Each variable is narrowed by the others until nothing changes.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import frozen

from aseansc.attainment import attained_of, is_planned_change
from aseansc.audit._components import linked
from aseansc.audit._figures import Figure, Figures, Key, Statuses, is_amount, is_position
from aseansc.audit._groups import sums_of_levels
from aseansc.audit._propagation import Narrowing, Product, Sum, Variable, whole_numbers
from aseansc.audit._rules.changes import are_comparable, are_prices_of_levels, claimed_of
from aseansc.audit._rules.plans import (
    PlanKey,
    have_same_aggregation,
    have_same_categories,
    number_of,
    plan_key,
)
from aseansc.audit._verdicts import HUNDRED, is_above_zero
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.intervals import NOT_NEGATIVE, UNBOUNDED, Interval, hull
from aseansc.observations import Status
from aseansc.periods import Frequency, Period, TimeCollection
from aseansc.targets import Target
from aseansc.trends import years_between
from aseansc.units import Unit, percent, year
from aseansc.values import Change, Value, interval_in

_REPEATED: Final = (TimeCollection.AVERAGE, TimeCollection.EACH)
_MONTHS: Final = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}


_COMPUTED: Final = frozenset((Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST))

Days: TypeAlias = tuple[dt.date, dt.date]
"""The first day of a period, and the day after its last."""
Group: TypeAlias = tuple[str, str, frozenset[str], Statuses]
"""Flows that are added with one another: their family, place, categories and statuses."""


@frozen
class Span:
    """A period of a group of flows."""

    group: Group
    first: dt.date
    after: dt.date
    """The day after its last day."""

    @property
    def period(self) -> Period:
        return Period(start=self.first, end=self.after - dt.timedelta(days=self.after > self.first))


class System:
    """The variables and constraints of a review.

    Kinds of variables: a *level*; the *span*, the total of a flow over a period; a *plan*; and a *claim*, the size that
    a claim states or a figure at an unknown day.
    """

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.narrowing = Narrowing()
        self.spans: dict[str, Variable] = {}
        """The variable of each total, by id of the figure."""
        self.families: dict[str, str] = {}
        """The family of each flow, named by one of its members."""
        self.units: dict[Variable, str] = {}
        """The unit of each claim variable."""

    def quantity(self, kind: str, indicator: str, moment: object) -> Variable:
        """Return the variable of a level, of a total of a flow or of a plan, and add it if it is new."""
        if isinstance(moment, Key):
            moment = self.figures.own_key(indicator, moment)
        variable = (kind, indicator, moment)
        if variable in self.narrowing:
            return variable
        known = self.figures.indicator(indicator)
        bounds, whole = known.bounds, False
        if kind == "plan":
            bounds = NOT_NEGATIVE if self.figures.is_never_negative(indicator) else UNBOUNDED
        elif known.unit.is_whole and known.kind is not IndicatorKind.RATE:
            whole = not _may_be_a_fraction(moment)
        self.narrowing.add(variable, bounds, whole=whole)
        return variable

    def narrow(self, variable: Variable, interval: Interval, because: str) -> None:
        """Restrict a variable to the values that a figure, target or claim allows."""
        self.narrowing.narrow(variable, interval, frozenset((because,)))

    def add_sum(self, kind: str, moment: object, whole: Indicator, breakdown: Breakdown) -> None:
        """Add the constraint that the parts of a breakdown add up to the whole, or to no more."""
        first, *parts = (self.quantity(kind, name, moment) for name in (whole.id, *breakdown.parts))
        self.narrowing.add_constraint(Sum(first, tuple(parts), breakdown.complete))

    def add_percentage(self, percentage: Variable, whole: Variable, part: Variable) -> None:
        """Add the constraint percentage × whole = 100 × part."""
        self.narrowing.add_constraint(Product(percentage, whole, part, HUNDRED))

    def claim(self, name: str, interval: Interval, unit: str) -> Variable:
        """Add a variable for the size that a claim states, restrict it to an interval, and return it.

        Args:
            name: the id of the claim, or of the figure; the variable is named after it.
            interval: the values that the claim or figure allows.
            unit: the code of their unit.
        """
        variable = ("claim", name, None)
        self.narrowing.add(variable, UNBOUNDED)
        self.narrow(variable, interval, name)
        self.units[variable] = unit
        return variable

    def variable_of(self, figure: Figure) -> Variable:
        """Return the variable of a figure that a claim names."""
        indicator = figure.indicator
        if figure.id in self.spans:
            return self.spans[figure.id]
        if indicator.kind is not IndicatorKind.FLOW and not (
            figure.has_unknown_day or figure.is_restated or figure.is_replaced
        ):
            return self.quantity("level", indicator.id, figure.key_with_statuses)
        return self.claim(figure.id, figure.interval, indicator.unit.code)


def _may_be_a_fraction(moment: object) -> bool:
    """Return whether a count need not be whole: an average, or an estimate, which is computed."""
    if isinstance(moment, Key):
        return moment.moment[0] in _REPEATED or not _COMPUTED.isdisjoint(moment.plan_statuses)
    return isinstance(moment, Span) and not _COMPUTED.isdisjoint(moment.group[3])


def system_of(figures: Figures) -> System:
    """Return the variables and constraints of a review, narrowed as far as possible."""
    system = System(figures)
    _levels(system)
    _flows(system)
    _plans(system)
    _claims(system)
    system.narrowing.run()
    return system


def _usable(figures: Figures) -> Iterator[Figure]:
    """Yield the figures that are for a known day and are not restated with a different status."""
    for keys in figures.by_indicator.values():
        for found in keys.values():
            yield from (figure for figure in found if not (figure.has_unknown_day or figure.is_restated))


def _families(figures: Figures, links: Iterable[Iterable[str]]) -> dict[str, str]:
    """Group indicators that are linked directly or indirectly; map each to one indicator that identifies its group."""
    return linked((item.id for item in figures.component.indicators), links)


def _sums(figures: Figures) -> Iterator[tuple[Indicator, Breakdown]]:
    """Yield the breakdowns whose parts add up to the whole, or to no more than the whole."""
    for whole, breakdown in figures.breakdowns():
        alike = all(figures.indicator(part).unit == whole.unit for part in breakdown.parts)
        known = breakdown.complete or figures.has_no_negative_part(whole, breakdown)
        if breakdown.disjoint and alike and known:
            yield whole, breakdown


def _percentages_of_levels(figures: Figures) -> Iterator[tuple[str, str, str]]:
    """Yield the rates in percent of a stock or rate, each with its denominator and numerator."""
    for rate in figures.component.indicators:
        if isinstance(rate.numerator, Absent) or isinstance(rate.denominator, Absent) or rate.unit != percent:
            continue
        above, below = figures.indicator(rate.numerator), figures.indicator(rate.denominator)
        if any(map(is_position, (rate, above, below))):
            continue
        if above.unit == below.unit and IndicatorKind.FLOW not in (above.kind, below.kind):
            yield rate.id, below.id, above.id


def _levels(system: System) -> None:
    """Add a variable for each stock, rate and average at each moment, and the constraints between them."""
    figures = system.figures
    sums = [(whole, breakdown) for whole, breakdown in _sums(figures) if whole.kind is not IndicatorKind.FLOW]
    rates = list(_percentages_of_levels(figures))
    family = _families(figures, [*((whole.id, *breakdown.parts) for whole, breakdown in sums), *rates])
    keys = _stated_levels(system, family)
    _add_groups(system, family, keys)
    for whole, breakdown in sums:
        for key in keys[family[whole.id]]:
            system.add_sum("level", key, whole, breakdown)
    for names in rates:
        for key in keys[family[names[0]]]:
            if key.moment[0] not in _REPEATED:  # the average of a quotient is not the quotient of the averages
                rate, below, above = (system.quantity("level", name, key) for name in names)
                system.add_percentage(rate, below, above)


def _amounts(figures: Figures, family: dict[str, str]) -> dict[str, list[Indicator]]:
    """Return the stocks of each family that are amounts and never negative."""
    members: defaultdict[str, list[Indicator]] = defaultdict(list)
    for indicator in figures.component.indicators:
        if indicator.kind is IndicatorKind.STOCK and is_amount(indicator) and figures.is_never_negative(indicator.id):
            members[family[indicator.id]].append(indicator)
    return members


def _add_groups(system: System, family: dict[str, str], keys: defaultdict[str, dict[Key, None]]) -> None:
    """Add the sums of categories and of places, and the keys that they need, to each family of indicators."""
    figures = system.figures
    place = figures.review.place
    for name, stocks in _amounts(figures, family).items():
        grouped = [key for key in keys[name] if key.breakdown or key.place != place]
        for stock, whole, parts, exact in sums_of_levels(figures, stocks, grouped) if grouped else ():
            keys[name].update(dict.fromkeys((whole, *parts)))
            first, *others = (system.quantity("level", stock.id, key) for key in (whole, *parts))
            system.narrowing.add_constraint(Sum(first, tuple(others), exact))


def _stated_levels(system: System, family: dict[str, str]) -> defaultdict[str, dict[Key, None]]:
    """Restrict each stated level, and return the keys of each family of indicators."""
    keys: defaultdict[str, dict[Key, None]] = defaultdict(dict)
    for figure in _usable(system.figures):
        if figure.indicator.kind is not IndicatorKind.FLOW:
            name, key = figure.indicator.id, figure.key_with_statuses
            keys[family[name]][key] = None
            system.narrow(system.quantity("level", name, key), figure.interval, figure.id)
    return keys


def _flows(system: System) -> None:
    """Add a variable for the total of each flow over each period, and the constraints between them.

    Time is cut at the start and end of every stated period; a total is the sum over the cells within its period. Two
    exceptions have one cell per stated period and no sums over time: units of which the same item may be counted in two
    periods, and plans, since the plans for single years need not add up to the plan for all of them.
    """
    figures = system.figures
    sums = [(whole, breakdown) for whole, breakdown in _sums(figures) if whole.kind is IndicatorKind.FLOW]
    family = system.families = _families(figures, [(whole.id, *breakdown.parts) for whole, breakdown in sums])
    in_family: defaultdict[str, list[tuple[Indicator, Breakdown]]] = defaultdict(list)
    for whole, breakdown in sums:
        in_family[family[whole.id]].append((whole, breakdown))
    for group, found in _groups_of_flows(figures, family).items():
        add = all(figures.adds_over_time(figure.indicator.id) for figure in found) and not found[0].key.is_planned
        cells = _cells(system, group, found) if add else _separate_spans(system, group, found)
        _add_sums(system, in_family[group[0]], found, cells)


def _add_sums(
    system: System, sums: Iterable[tuple[Indicator, Breakdown]], found: Iterable[Figure], cells: Iterable[Span]
) -> None:
    """Add the sum of parts in each cell for the breakdowns of which a whole or a part is stated."""
    stated = {figure.indicator.id for figure in found}
    for whole, breakdown in sums:
        if not stated.isdisjoint((whole.id, *breakdown.parts)):
            for cell in cells:
                system.add_sum("span", cell, whole, breakdown)


def _groups_of_flows(figures: Figures, family: dict[str, str]) -> dict[Group, list[Figure]]:
    groups: defaultdict[Group, list[Figure]] = defaultdict(list)
    for figure in _usable(figures):
        if figure.indicator.kind is IndicatorKind.FLOW:
            key = figure.key_with_statuses
            groups[family[figure.indicator.id], key.place, key.breakdown, key.plan_statuses].append(figure)
    return groups


def _cells(system: System, group: Group, found: list[Figure]) -> list[Span]:
    """Restrict the total of each stated period, and make it the sum over the cells within it."""
    periods = _stated_periods(system, group, found)
    cells = list(pairwise(sorted({edge for spans in periods.values() for span in spans for edge in span})))
    for name, spans in periods.items():
        for divided in _divisions(spans, cells):
            first, *others = (system.quantity("span", name, Span(group, *span)) for span in divided)
            system.narrowing.add_constraint(Sum(first, tuple(others), exact=True))
    _apply_each(system, group, found, {name: sorted({*spans, *cells}) for name, spans in periods.items()})
    return [Span(group, *cell) for cell in cells]


def _stated_periods(system: System, group: Group, found: list[Figure]) -> dict[str, set[Days]]:
    """Restrict the total of each period with a total, average or amount per period; return these periods."""
    periods: defaultdict[str, set[Days]] = defaultdict(set)
    for figure in found:
        is_total = figure.observation.time_collection is TimeCollection.TOTAL
        times = 1 if is_total else _repeats(figure, _days(figure))
        if times is not None:
            periods[figure.indicator.id].add(_days(figure))
            whole = _restrict_total(system, group, figure, times)
            if is_total:
                system.spans[figure.id] = whole
    return periods


def _restrict_total(system: System, group: Group, figure: Figure, times: int) -> Variable:
    whole = system.quantity("span", figure.indicator.id, Span(group, *_days(figure)))
    system.narrow(whole, figure.interval * Interval.point(times), figure.id)
    return whole


def _separate_spans(system: System, group: Group, found: list[Figure]) -> list[Span]:
    """Restrict the total of each stated period, without a relation to other periods."""
    spans: defaultdict[str, set[Days]] = defaultdict(set)
    for figure in found:
        if figure.observation.time_collection is TimeCollection.TOTAL:
            spans[figure.indicator.id].add(_days(figure))
            system.spans[figure.id] = _restrict_total(system, group, figure, 1)
    if not found[0].key.is_planned:  # the plan for each year need not equal the plan for one given year
        _apply_each(system, group, found, {name: sorted(inside) for name, inside in spans.items()}, most=1)
    return [Span(group, *span) for span in sorted({span for inside in spans.values() for span in inside})]


def _apply_each(
    system: System, group: Group, found: list[Figure], spans: dict[str, list[Days]], *, most: int | None = None
) -> None:
    """Narrow each total by the amount per month, quarter or year, times the number of these in its period."""
    for figure in found:
        if figure.observation.time_collection is not TimeCollection.EACH:
            continue
        name, (first, last) = figure.indicator.id, _days(figure)
        inside = spans.get(name, [])
        counted = figure.indicator.unit.is_whole
        each = (counted and whole_numbers(figure.interval)) or figure.interval
        for span in inside[bisect_left(inside, (first, first)) : bisect_left(inside, (last, last))]:
            times = _repeats(figure, span)
            if span[1] <= last and times is not None and (most is None or times <= most):
                variable = system.quantity("span", name, Span(group, *span))
                system.narrow(variable, each * Interval.point(times), figure.id)


def _divisions(spans: set[Days], cells: list[Days]) -> Iterator[list[Days]]:
    """Yield each period, then the consecutive shorter periods that fill it, as long as possible.

    Periods without shorter ones are skipped.
    """
    ends: defaultdict[dt.date, list[dt.date]] = defaultdict(list)
    for first, last in sorted({*spans, *cells}):
        ends[first].append(last)
    for whole in sorted(spans):
        inside: list[Days] = []
        day = whole[0]
        while day < whole[1]:
            shorter = bisect_left(ends[day], whole[1]) if day == whole[0] else bisect_right(ends[day], whole[1])
            if not shorter:  # a cell
                break
            inside.append((day, ends[day][shorter - 1]))
            day = inside[-1][1]
        if len(inside) > 1:
            yield [whole, *inside]


def _days(figure: Figure) -> Days:
    time = figure.observation.time
    if not isinstance(time, Period):  # the time of a flow is never a single day
        raise bug(time)
    return time.start, time.end + dt.timedelta(days=1) if time.end < dt.date.max else time.end


def _repeats(figure: Figure, span: Days) -> int | None:
    """Return how many months, quarters or years of an amount per period a span has; ``None`` if not a whole number."""
    per, (first, last), start = figure.observation.per, span, _days(figure)[0]
    if isinstance(per, Absent) or not start.day == first.day == last.day == 1:
        return None
    before, length = _months(start, first), _months(first, last)
    return None if before % _MONTHS[per] or length % _MONTHS[per] else length // _MONTHS[per]


def _months(first: dt.date, last: dt.date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _claims(system: System) -> None:
    """Add the constraints that changes, shares and attainments set between figures."""
    figures = system.figures
    for claim in figures.claims:
        if isinstance(claim, ChangeClaim):
            _change(system, claim)
        elif isinstance(claim, ShareClaim):
            _share(system, claim, figures.named(claim.part))
        elif isinstance(claim, AttainmentClaim) and not isinstance(claim.target, Absent):
            _attained(system, claim, figures.named(claim.actual), figures.review.target(claim.target))


def _share(system: System, claim: ShareClaim, part: Figure | None) -> None:
    """Add the constraint share × whole = part."""
    # For a figure of a category, the text does not state whether the whole is limited to that category.
    if part is None or part.has_unknown_day or part.key.breakdown or claim.value.unit != percent:
        return
    whole = _whole_of(system, part, system.figures.indicator(claim.whole))
    if whole is not None:
        share = system.claim(claim.id, claim.value.interval(), percent.code)
        system.add_percentage(share, whole, system.variable_of(part))


def _whole_of(system: System, part: Figure, whole: Indicator) -> Variable | None:
    """Return the variable of the whole of a share; ``None`` if part and whole are not comparable."""
    own = part.indicator
    flows = [item.kind is IndicatorKind.FLOW for item in (own, whole)]
    # A share of an average may be the average of the shares.
    if (
        own.unit != whole.unit
        or any(map(is_position, (own, whole)))
        or part.observation.time_collection is TimeCollection.AVERAGE
    ):
        return None
    if not any(flows):
        return system.quantity("level", whole.id, part.key_with_statuses)
    if all(flows) and part.observation.time_collection is TimeCollection.TOTAL:
        key = part.key_with_statuses
        group = (system.families[whole.id], key.place, key.breakdown, key.plan_statuses)
        return system.quantity("span", whole.id, Span(group, *_days(part)))
    return None


def _change(system: System, claim: ChangeClaim) -> None:
    """Add the constraint end = start + change, or end = start × growth."""
    figures = system.figures
    level, first, last = figures.indicator(claim.indicator), figures.named(claim.start), figures.named(claim.end)
    claimed = claimed_of(claim, level).only
    if claimed is None or first is None or last is None:
        return
    passed = Interval.point(1) if claimed.per is None else _periods_between(first, last, claimed.per)
    if passed is None or not (are_comparable(first, last) and are_prices_of_levels(claim, level)):
        return
    by = claimed.stated * passed
    if not claimed.relative:
        change = system.claim(claim.id, by, claimed.unit.code)
        members = (system.variable_of(first), change)
        system.narrowing.add_constraint(Sum(system.variable_of(last), members, exact=True))
    elif figures.is_never_negative(level.id) and is_above_zero(first.interval):
        growth = HUNDRED + by  # a percentage of zero or of a loss has no agreed meaning
        if claimed.per is not None:  # percent a year, or a month, may be simple or compound
            compound = _compounded(claimed.stated, passed)
            growth = UNBOUNDED if compound is None else hull((growth, compound))
        grown = system.claim(claim.id, growth, percent.code)
        system.add_percentage(grown, system.variable_of(first), system.variable_of(last))


def _periods_between(first: Figure, last: Figure, per: Unit) -> Interval | None:
    """Return how many years or months are between two levels; ``None`` if not known or possibly none."""
    years = years_between(first.observation, last.observation)
    if years is None or per.dimension != year.dimension or not is_above_zero(years):
        return None
    return interval_in(years, year, per)


def _compounded(by: Interval, span: Interval) -> Interval | None:
    """Return the level after compound growth by `by` percent per period, in percent of the level at the start.

    `span` is the number of periods. Return ``None`` if it is not a known whole number.
    """
    if not span.is_point or span.lower is None or span.lower != int(span.lower):
        return None
    step = Interval.point(1) + by / HUNDRED
    grown, left = HUNDRED, int(span.lower)
    while left:
        if left % 2:
            grown = grown * step
        left //= 2
        step = step * step if left else step
    return grown


def _attained(system: System, claim: AttainmentClaim, actual: Figure | None, target: Target) -> None:
    """Add the constraint attainment × plan = actual.

    Skip a claim with several readings, a plan that is aggregated over time differently, and a plan that may be zero.
    """
    indicator = system.figures.indicator(target.indicator)
    readings = attained_of(claim.value, indicator)
    if actual is None or len(readings) != 1 or is_planned_change(target, indicator) or is_position(indicator):
        return
    if not (have_same_aggregation(actual, target) and have_same_categories(actual, target)):
        return
    plan = system.quantity("plan", target.indicator, target.id)
    if isinstance(target.value, Value | Change):
        number = number_of(target.value)
        if not is_above_zero(number):  # a percentage of zero is undefined
            return
        if number != target.value.interval():  # 103 % of "at least 100" is 103, even if more was planned
            plan = system.claim(target.id, number, indicator.unit.code)
    attained = system.claim(claim.id, readings[0], percent.code)
    system.add_percentage(attained, plan, system.variable_of(actual))


def _plans(system: System) -> None:
    """Add a variable for each plan, and the constraints between plans for parts and for the whole."""
    figures = system.figures
    found: defaultdict[str, defaultdict[PlanKey, list[Target]]] = defaultdict(lambda: defaultdict(list))
    for target in figures.planned_levels:
        if isinstance(target.value, Value | Change):
            plan = system.quantity("plan", target.indicator, target.id)
            system.narrow(plan, target.value.interval(), target.id)
        key = plan_key(target)
        if key is not None:
            found[target.indicator][key].append(target)
    for whole, breakdown in _sums(figures):
        for key in {key: None for name in (whole.id, *breakdown.parts) for key in found[name]}:
            first, *parts = (
                system.quantity("plan", name, _single_plan(found[name].get(key, []), key))
                for name in (whole.id, *breakdown.parts)
            )
            system.narrowing.add_constraint(Sum(first, tuple(parts), breakdown.complete))


def _single_plan(targets: list[Target], key: PlanKey) -> object:
    """Return the id of the plan with a key if there is exactly one, else the key, for a plan that is not stated."""
    return targets[0].id if len(targets) == 1 else key
