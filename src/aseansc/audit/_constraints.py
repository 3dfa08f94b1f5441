"""Check all figures of a review at once, by interval constraint propagation.

The other rules look at a few figures at a time. Here every quantity of the review is a variable, including those that
are not stated. Breakdowns, rates, periods, changes, plans and shares are the constraints between them. Each variable is
narrowed by the others until nothing changes; if no value remains for one of them, the figures cannot all be true.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import frozen

from aseansc.attainment import attained_of
from aseansc.audit._figures import Figure, Figures, Key, Statuses
from aseansc.audit._numbers import show
from aseansc.audit._propagation import Conflict, Narrowing, Product, Sum, Variable, whole_numbers
from aseansc.audit._results import Check, CheckCode, Relation, Verdict
from aseansc.audit._rules.changes import are_comparable, claimed_change, may_be_in_constant_prices
from aseansc.audit._rules.plans import PlanKey, have_same_aggregation, number_of, plan_key, planned
from aseansc.audit._verdicts import Case, Used, is_above_zero, judge
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.intervals import UNBOUNDED, Interval, hull
from aseansc.periods import Frequency, Period, TimeCollection
from aseansc.targets import Target
from aseansc.trends import years_between
from aseansc.units import percent, year
from aseansc.values import interval_in

_NEVER_NEGATIVE: Final = Interval(lower=0)
_HUNDRED: Final = Interval.point(100)
_REPEATED: Final = (TimeCollection.AVERAGE, TimeCollection.EACH)
_MONTHS: Final = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
_WHOLE_NUMBERS: Final = "0, 1, 2, …"


Days: TypeAlias = tuple[dt.date, dt.date]
"""The first day of a period, and the day after its last."""
Group: TypeAlias = tuple[str, str, frozenset[str], Statuses]
"""Flows that are added with one another: their family, place, categories and statuses."""


@frozen
class _Span:
    """A period of a group of flows."""

    group: Group
    first: dt.date
    after: dt.date
    """The day after its last day."""

    @property
    def period(self) -> Period:
        return Period(start=self.first, end=self.after - dt.timedelta(days=self.after > self.first))


class _Joint:
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
        variable = (kind, indicator, moment)
        known = self.figures.indicator(indicator)
        bounds, whole = known.bounds, False
        if kind == "plan":
            bounds = _NEVER_NEGATIVE if self.figures.is_never_negative(indicator) else UNBOUNDED
        elif known.unit.is_whole and known.kind is not IndicatorKind.RATE:
            whole = not (isinstance(moment, Key) and moment.moment[0] in _REPEATED)  # an average need not be whole
        self.narrowing.add(variable, bounds, whole=whole)
        return variable

    def claim(self, name: str, interval: Interval, unit: str) -> Variable:
        """Add a variable for the size that a claim states, restrict it to an interval, and return it.

        Args:
            name: the id of the claim, or of the figure; the variable is named after it.
            interval: the values that the claim or figure allows.
            unit: the code of their unit.
        """
        variable = ("claim", name, None)
        self.narrowing.add(variable, UNBOUNDED)
        self.narrowing.narrow(variable, interval, frozenset((name,)))
        self.units[variable] = unit
        return variable

    def variable_of(self, figure: Figure) -> Variable:
        """Return the variable of a figure that a claim names."""
        indicator = self.figures.indicator(figure.observation.indicator)
        if figure.id in self.spans:
            return self.spans[figure.id]
        if indicator.kind is not IndicatorKind.FLOW and not (figure.has_unknown_day or figure.is_restated):
            return self.quantity("level", indicator.id, figure.key_with_statuses)
        return self.claim(figure.id, figure.interval, indicator.unit.code)


def joint_bounds(figures: Figures, found: Iterable[Check]) -> Iterator[Check]:
    """Yield a check for each set of figures that cannot all be true, unless another check already reports it.

    Args:
        figures: the figures of the review.
        found: the other checks of the review.
    """
    joint = _Joint(figures)
    _levels(joint)
    _flows(joint)
    _plans(joint)
    _claims(joint)
    joint.narrowing.run()
    records = {record.id: record for record in (*figures.review.targets, *figures.review.claims)}
    failing = (Verdict.CONTRADICTED, Verdict.CONDITIONAL)
    seen = [frozenset(check.figures) for check in found if check.verdict in failing]
    for conflict in sorted(joint.narrowing.conflicts, key=lambda item: len(item.because)):
        if any(earlier <= conflict.because for earlier in seen):
            continue
        seen.append(conflict.because)
        names = sorted(conflict.because)
        used = [figures.by_id[name] for name in names if name in figures.by_id]
        yield judge(_case(joint, conflict, (*used, *(records[name] for name in names if name in records))))


def _case(joint: _Joint, conflict: Conflict, used: Sequence[Used]) -> Case:
    kind, name, moment = conflict.variable
    unit = joint.units[conflict.variable] if kind == "claim" else joint.figures.indicator(name).unit.code
    if kind == "plan" and isinstance(moment, str):
        name = moment  # the id of the plan; a plan that is not stated is named by its indicator
    elif kind == "span":
        assert isinstance(moment, _Span)
        name = f"{name} {moment.period}"
    return Case(
        CheckCode.JOINT_BOUNDS,
        used,
        f"{name}: {_WHOLE_NUMBERS if conflict.whole else show(conflict.known)}",
        unit,
        relation=Relation.UNEQUAL,
        stated=conflict.other,
        fits=False,
        named_by_claim=True,  # figures that differ in status are related here only by a claim that names both
    )


def _usable(figures: Figures) -> Iterator[Figure]:
    """Yield the figures that are for a known day and are not restated with a different status."""
    for keys in figures.by_indicator.values():
        for found in keys.values():
            yield from (figure for figure in found if not (figure.has_unknown_day or figure.is_restated))


def _families(figures: Figures, links: Iterable[Iterable[str]]) -> dict[str, str]:
    """Group indicators that are linked directly or indirectly; map each to one indicator that identifies its group."""
    above: dict[str, str] = {}

    def head(name: str) -> str:
        top = name
        while top in above:
            top = above[top]
        while name != top:
            above[name], name = top, above[name]
        return top

    for first, *others in links:
        for other in others:
            one, two = head(first), head(other)
            if one != two:
                above[two] = one
    return {item.id: head(item.id) for item in figures.review.indicators}


def _sums(figures: Figures) -> Iterator[tuple[Indicator, Breakdown]]:
    """Yield the breakdowns whose parts add up to the whole, or to no more than the whole."""
    for whole, breakdown in figures.breakdowns():
        alike = all(figures.indicator(part).unit == whole.unit for part in breakdown.parts)
        known = breakdown.complete or figures.has_no_negative_part(whole, breakdown)
        if breakdown.disjoint and alike and known:
            yield whole, breakdown


def _levels(joint: _Joint) -> None:
    """Add a variable for each stock, rate and average at each moment, and the constraints between them."""
    figures = joint.figures
    sums = [(whole, breakdown) for whole, breakdown in _sums(figures) if whole.kind is not IndicatorKind.FLOW]
    rates = [
        (rate.id, str(rate.denominator), str(rate.numerator))
        for rate in figures.review.indicators
        if rate.unit == percent and not (isinstance(rate.numerator, Absent) or isinstance(rate.denominator, Absent))
        if figures.indicator(rate.numerator).unit == figures.indicator(rate.denominator).unit
        if figures.indicator(rate.numerator).kind is not IndicatorKind.FLOW
        if figures.indicator(rate.denominator).kind is not IndicatorKind.FLOW
    ]
    family = _families(figures, [*((whole.id, *breakdown.parts) for whole, breakdown in sums), *rates])
    keys: defaultdict[str, dict[Key, None]] = defaultdict(dict)
    for figure in _usable(figures):
        indicator = figure.observation.indicator
        if figures.indicator(indicator).kind is not IndicatorKind.FLOW:
            keys[family[indicator]][figure.key_with_statuses] = None
            level = joint.quantity("level", indicator, figure.key_with_statuses)
            joint.narrowing.narrow(level, figure.interval, frozenset((figure.id,)))
    for whole, breakdown in sums:
        for key in keys[family[whole.id]]:
            first, *parts = (joint.quantity("level", name, key) for name in (whole.id, *breakdown.parts))
            joint.narrowing.add_constraint(Sum(first, tuple(parts), breakdown.complete))
    for rate, below, above in rates:
        for key in keys[family[rate]]:
            # The average of a quotient is not the quotient of the averages.
            if key.moment[0] not in _REPEATED:
                share, whole_level, part = (joint.quantity("level", name, key) for name in (rate, below, above))
                joint.narrowing.add_constraint(Product(share, whole_level, part, _HUNDRED))


def _flows(joint: _Joint) -> None:
    """Add a variable for the total of each flow over each period, and the constraints between them.

    Time is cut at the start and end of every stated period; a total is the sum over the cells within its period. Two
    exceptions have one cell per stated period and no sums over time: units of which the same item may be counted in two
    periods, and plans, since the plans for single years need not add up to the plan for all of them.
    """
    figures = joint.figures
    sums = [(whole, breakdown) for whole, breakdown in _sums(figures) if whole.kind is IndicatorKind.FLOW]
    family = joint.families = _families(figures, [(whole.id, *breakdown.parts) for whole, breakdown in sums])
    wholes: defaultdict[str, list[tuple[Indicator, Breakdown]]] = defaultdict(list)
    for whole, breakdown in sums:
        wholes[family[whole.id]].append((whole, breakdown))
    groups: defaultdict[Group, list[Figure]] = defaultdict(list)
    for figure in _usable(figures):
        indicator = figures.indicator(figure.observation.indicator)
        if indicator.kind is IndicatorKind.FLOW:
            key = figure.key_with_statuses
            groups[family[indicator.id], key.place, key.breakdown, key.plan_statuses].append(figure)
    for group, found in groups.items():
        add = all(figures.adds_over_time(figure.observation.indicator) for figure in found)
        if add and not found[0].key.is_planned:
            cells = _cells(joint, group, found)
        else:
            cells = _separate_spans(joint, group, found)
        members = {figure.observation.indicator for figure in found}
        for whole, breakdown in wholes[group[0]]:
            if members & {whole.id, *breakdown.parts}:
                for cell in cells:
                    first, *parts = (joint.quantity("span", name, cell) for name in (whole.id, *breakdown.parts))
                    joint.narrowing.add_constraint(Sum(first, tuple(parts), breakdown.complete))


def _cells(joint: _Joint, group: Group, found: list[Figure]) -> list[_Span]:
    periods: defaultdict[str, set[Days]] = defaultdict(set)
    for figure in found:
        span = _days(figure)
        times = 1 if figure.observation.time_collection is TimeCollection.TOTAL else _repeats(figure, span)
        if times is not None:
            periods[figure.observation.indicator].add(span)
            whole = joint.quantity("span", figure.observation.indicator, _Span(group, *span))
            joint.narrowing.narrow(whole, figure.interval * Interval.point(times), frozenset((figure.id,)))
            if figure.observation.time_collection is TimeCollection.TOTAL:
                joint.spans[figure.id] = whole
    cells = list(pairwise(sorted({edge for spans in periods.values() for span in spans for edge in span})))
    for name, spans in periods.items():
        for one, inside in _divisions(spans, cells):
            variables = [joint.quantity("span", name, _Span(group, *span)) for span in (one, *inside)]
            joint.narrowing.add_constraint(Sum(variables[0], tuple(variables[1:]), exact=True))
    _apply_each(joint, group, found, {name: sorted({*spans, *cells}) for name, spans in periods.items()})
    return [_Span(group, *cell) for cell in cells]


def _separate_spans(joint: _Joint, group: Group, found: list[Figure]) -> list[_Span]:
    spans: defaultdict[str, set[Days]] = defaultdict(set)
    for figure in found:
        if figure.observation.time_collection is TimeCollection.TOTAL:
            name, span = figure.observation.indicator, _days(figure)
            spans[name].add(span)
            joint.spans[figure.id] = whole = joint.quantity("span", name, _Span(group, *span))
            joint.narrowing.narrow(whole, figure.interval, frozenset((figure.id,)))
    if not found[0].key.is_planned:  # the plan for each year need not equal the plan for one given year
        _apply_each(joint, group, found, {name: sorted(inside) for name, inside in spans.items()}, most=1)
    return [_Span(group, *span) for span in sorted({span for inside in spans.values() for span in inside})]


def _apply_each(
    joint: _Joint, group: Group, found: list[Figure], spans: dict[str, list[Days]], *, most: int | None = None
) -> None:
    """Narrow each total by the amount per month, quarter or year, times the number of these in its period."""
    for figure in found:
        if figure.observation.time_collection is not TimeCollection.EACH:
            continue
        name, (first, last) = figure.observation.indicator, _days(figure)
        inside = spans.get(name, [])
        counted = joint.figures.indicator(name).unit.is_whole
        each = (counted and whole_numbers(figure.interval)) or figure.interval
        for span in inside[bisect_left(inside, (first, first)) : bisect_left(inside, (last, last))]:
            times = _repeats(figure, span)
            if span[1] <= last and times is not None and (most is None or times <= most):
                variable = joint.quantity("span", name, _Span(group, *span))
                joint.narrowing.narrow(variable, each * Interval.point(times), frozenset((figure.id,)))


def _divisions(spans: set[Days], cells: list[Days]) -> Iterator[tuple[Days, list[Days]]]:
    """Divide each period into consecutive shorter periods, as long as possible. Skip periods without a division."""
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
            yield whole, inside


def _days(figure: Figure) -> Days:
    time = figure.observation.time
    assert isinstance(time, Period)  # the time of a flow is never a single day
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


def _claims(joint: _Joint) -> None:
    """Add the constraints that changes, shares and attainments set between figures."""
    figures = joint.figures
    for claim in figures.review.claims:
        if isinstance(claim, ChangeClaim):
            _change(joint, claim)
        elif isinstance(claim, ShareClaim) and not isinstance(claim.part, Absent):
            part = figures.by_id[claim.part]
            whole = _whole_of(joint, part, figures.indicator(claim.whole))
            # For a figure of a category, the text does not state whether the whole is limited to that category.
            if (
                whole is not None
                and claim.value.unit == percent
                and not part.has_unknown_day
                and not part.key.breakdown
            ):
                share = joint.claim(claim.id, claim.value.interval(), percent.code)
                joint.narrowing.add_constraint(Product(share, whole, joint.variable_of(part), _HUNDRED))
        elif isinstance(claim, AttainmentClaim) and not (
            isinstance(claim.actual, Absent) or isinstance(claim.target, Absent)
        ):
            _attained(joint, claim, figures.by_id[claim.actual], figures.review.target(claim.target))


def _whole_of(joint: _Joint, part: Figure, whole: Indicator) -> Variable | None:
    """Return the variable of the whole of a share; ``None`` if part and whole are not comparable."""
    own = joint.figures.indicator(part.observation.indicator)
    flows = [item.kind is IndicatorKind.FLOW for item in (own, whole)]
    # A share of an average may be the average of the shares.
    if own.unit != whole.unit or part.observation.time_collection is TimeCollection.AVERAGE:
        return None
    if not any(flows):
        return joint.quantity("level", whole.id, part.key_with_statuses)
    if all(flows) and part.observation.time_collection is TimeCollection.TOTAL:
        key = part.key_with_statuses
        group = (joint.families[whole.id], key.place, key.breakdown, key.plan_statuses)
        return joint.quantity("span", whole.id, _Span(group, *_days(part)))
    return None


def _change(joint: _Joint, claim: ChangeClaim) -> None:
    """Add the constraint end = start + change, or end = start × growth."""
    figures = joint.figures
    level = figures.indicator(claim.indicator)
    claimed = claimed_change(claim.value, level.unit)
    if claimed is None or isinstance(claim.start, Absent) or isinstance(claim.end, Absent):
        return
    first, last = figures.by_id[claim.start], figures.by_id[claim.end]
    if not are_comparable(first, last) or may_be_in_constant_prices(claimed, level):
        return
    by = claimed.stated
    span: Interval | None = None
    if claimed.per is not None:
        years = years_between(first.observation, last.observation)
        if years is None or claimed.per.dimension != year.dimension or years.lower is None or years.lower <= 0:
            return
        span = interval_in(years, year, claimed.per)
    if not claimed.relative:
        change = joint.claim(claim.id, by if span is None else by * span, claimed.unit.code)
        joint.narrowing.add_constraint(Sum(joint.variable_of(last), (joint.variable_of(first), change), exact=True))
        return
    if not figures.is_never_negative(level.id) or not is_above_zero(first.interval):
        return  # a percentage of zero or of a loss has no agreed meaning
    growth = _HUNDRED + (by if span is None else by * span)
    if span is not None:  # percent a year, or a month, may be simple or compound
        compound = _compounded(by, span)
        growth = UNBOUNDED if compound is None else hull((growth, compound))
    grown = joint.claim(claim.id, growth, percent.code)
    joint.narrowing.add_constraint(Product(grown, joint.variable_of(first), joint.variable_of(last), _HUNDRED))


def _compounded(by: Interval, span: Interval) -> Interval | None:
    """Return the level after compound growth by `by` percent per period, in percent of the level at the start.

    `span` is the number of periods. Return ``None`` if it is not a known whole number.
    """
    if not span.is_point or span.lower is None or span.lower != int(span.lower):
        return None
    step = Interval.point(1) + by / _HUNDRED
    grown, left = _HUNDRED, int(span.lower)
    while left:
        if left % 2:
            grown = grown * step
        left //= 2
        step = step * step if left else step
    return grown


def _attained(joint: _Joint, claim: AttainmentClaim, actual: Figure, target: Target) -> None:
    """Add the constraint attainment × plan = actual.

    Skip a claim with several readings, a plan that is aggregated over time differently, and a plan that may be zero.
    """
    indicator = joint.figures.indicator(target.indicator)
    readings = attained_of(claim.value, indicator)
    if len(readings) != 1 or not have_same_aggregation(actual, target):
        return
    plan = joint.quantity("plan", target.indicator, target.id)
    if not isinstance(target.value, Absent):
        number = number_of(target.value)
        if not is_above_zero(number):  # a percentage of zero is undefined
            return
        if number != planned(target.value):  # 103 % of "at least 100" is 103, even if more was planned
            plan = joint.claim(target.id, number, indicator.unit.code)
    attained = joint.claim(claim.id, readings[0], percent.code)
    joint.narrowing.add_constraint(Product(attained, plan, joint.variable_of(actual), _HUNDRED))


def _plans(joint: _Joint) -> None:
    """Add a variable for each plan, and the constraints between plans for parts and for the whole."""
    figures = joint.figures
    found: defaultdict[str, defaultdict[PlanKey, list[Target]]] = defaultdict(lambda: defaultdict(list))
    for target in figures.review.targets:
        if not isinstance(target.value, Absent):
            plan = joint.quantity("plan", target.indicator, target.id)
            joint.narrowing.narrow(plan, planned(target.value), frozenset((target.id,)))
        key = plan_key(target)
        if key is not None:
            found[target.indicator][key].append(target)
    for whole, breakdown in _sums(figures):
        for key in {key: None for name in (whole.id, *breakdown.parts) for key in found[name]}:
            first, *parts = (
                joint.quantity("plan", name, _single_plan(found[name].get(key, []), key))
                for name in (whole.id, *breakdown.parts)
            )
            joint.narrowing.add_constraint(Sum(first, tuple(parts), breakdown.complete))


def _single_plan(targets: list[Target], key: PlanKey) -> object:
    """Return the id of the plan with a key if there is exactly one, else the key, for a plan that is not stated."""
    return targets[0].id if len(targets) == 1 else key
