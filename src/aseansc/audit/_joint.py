"""All figures together: what each leaves possible, narrowed by all the others until nothing changes.

The other rules look at a few figures at a time. Here every quantity of the review, also those that are not stated, is
a variable; wholes, rates, spans of time, changes, plans and shares tie them together.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import frozen

from aseansc.attainment import attained_of
from aseansc.audit._changes import are_comparable, claimed_change, may_be_of_other_prices
from aseansc.audit._checks import Check, CheckCode, Computation, Evidence, Relation, Verdict, show
from aseansc.audit._facts import Fact, Facts, Key, Standing, evidence, is_above_zero, judge
from aseansc.audit._narrowing import Conflict, Narrowing, Product, Sum, Variable, whole_numbers
from aseansc.audit._plans import PlanKey, are_collected_alike, number_of, plan_key, planned
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.intervals import UNBOUNDED, Interval, hull
from aseansc.periods import Frequency, Period, TimeCollection
from aseansc.targets import Target
from aseansc.trends import years_between
from aseansc.units import percent, year
from aseansc.values._arithmetic import interval_in

_NEVER_NEGATIVE: Final = Interval(lower=0)
_HUNDRED: Final = Interval.point(100)
_REPEATED: Final = (TimeCollection.AVERAGE, TimeCollection.EACH)
_MONTHS: Final = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
_WHOLE_NUMBERS: Final = "0, 1, 2, …"


Days: TypeAlias = tuple[dt.date, dt.date]
"""The first day of a span, and the day after its last."""
Group: TypeAlias = tuple[str, str, frozenset[str], Standing]
"""Flows that are told together: their family, place, categories and standing."""


@frozen
class _Span:
    """A span of time of a group of flows."""

    group: Group
    first: dt.date
    after: dt.date
    """The day after its last."""

    @property
    def period(self) -> Period:
        return Period(start=self.first, end=self.after - dt.timedelta(days=self.after > self.first))


class _Joint:
    """A review as variables and ties.

    The sorts of variables: a *level*, the flow of a *span* of time, a *plan*, and a *claim*: the size that a claim
    gives, or a figure of a moment that is not known.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.narrowing = Narrowing()
        self.spans: dict[str, Variable] = {}
        """The variable of each total."""
        self.families: dict[str, str] = {}
        """Of each flow, the one that stands for its family."""
        self.units: dict[Variable, str] = {}
        """The unit of each claim."""

    def quantity(self, kind: str, indicator: str, moment: object) -> Variable:
        """A quantity of an indicator: a level, the flow of a span, or a plan."""
        variable = (kind, indicator, moment)
        known = self.facts.indicator(indicator)
        bounds, whole = known.bounds, False
        if kind == "plan":
            bounds = _NEVER_NEGATIVE if self.facts.is_never_negative(indicator) else UNBOUNDED
        elif known.unit.is_whole and known.kind is not IndicatorKind.RATE:
            whole = not (isinstance(moment, Key) and moment.moment[0] in _REPEATED)  # an average need not be whole
        self.narrowing.add(variable, bounds, whole=whole)
        return variable

    def claim(self, name: str, interval: Interval, unit: str) -> Variable:
        """What a claim leaves possible."""
        variable = ("claim", name, None)
        self.narrowing.add(variable, UNBOUNDED)
        self.narrowing.narrow(variable, interval, frozenset((name,)))
        self.units[variable] = unit
        return variable

    def own(self, fact: Fact) -> Variable:
        """The variable of a figure that a claim speaks of."""
        indicator = self.facts.indicator(fact.observation.indicator)
        if fact.id in self.spans:
            return self.spans[fact.id]
        if indicator.kind is not IndicatorKind.FLOW and not (fact.is_loose or fact.is_restated):
            return self.quantity("level", indicator.id, fact.strict_key)
        return self.claim(fact.id, fact.interval, indicator.unit.code)


def together(facts: Facts, found: Iterable[Check]) -> Iterator[Check]:
    """Figures that cannot all be true together, beyond what a check of some of them has found already.

    Args:
        facts: the review.
        found: the other checks.
    """
    joint = _Joint(facts)
    _levels(joint)
    _flows(joint)
    _plans(joint)
    _claims(joint)
    joint.narrowing.run()
    records = {record.id: record for record in (*facts.review.targets, *facts.review.claims)}
    failing = (Verdict.CONTRADICTED, Verdict.CONDITIONAL)
    seen = [frozenset(check.figures) for check in found if check.verdict in failing]
    for conflict in sorted(joint.narrowing.conflicts, key=lambda item: len(item.because)):
        if any(earlier <= conflict.because for earlier in seen):
            continue
        seen.append(conflict.because)
        names = sorted(conflict.because)
        more: list[Evidence] = [evidence(records[name]) for name in names if name in records]
        used = [facts.by_id[name] for name in names if name in facts.by_id]
        # Figures of unlike standing meet here only where a claim names both.
        yield judge(CheckCode.TOGETHER, used, _computation(joint, conflict), fits=False, more=more, named=True)


def _computation(joint: _Joint, conflict: Conflict) -> Computation:
    kind, name, moment = conflict.variable
    unit = joint.units[conflict.variable] if kind == "claim" else joint.facts.indicator(name).unit.code
    if kind == "plan" and isinstance(moment, str):
        name = moment  # its id; of one that is not told, the indicator's
    elif kind == "span":
        assert isinstance(moment, _Span)
        name = f"{name} {moment.period}"
    known = _WHOLE_NUMBERS if conflict.whole else show(conflict.known)
    return Computation(expression=f"{name}: {known}", relation=Relation.UNEQUAL, stated=conflict.other, unit=unit)


def _usable(facts: Facts) -> Iterator[Fact]:
    """Figures of a moment that is known, and that no other statement of the same may have revised."""
    for keys in facts.of.values():
        for found in keys.values():
            yield from (fact for fact in found if not (fact.is_loose or fact.is_restated))


def _families(facts: Facts, links: Iterable[Iterable[str]]) -> dict[str, str]:
    """Indicators that hang together, each with the one that stands for its family."""
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
    return {item.id: head(item.id) for item in facts.review.indicators}


def _sums(facts: Facts) -> Iterator[tuple[Indicator, Breakdown]]:
    """The breakdowns that tie a whole to its parts."""
    for whole in facts.review.indicators:
        for breakdown in whole.breakdowns:
            alike = all(facts.indicator(part).unit == whole.unit for part in breakdown.parts)
            known = breakdown.complete or facts.can_only_add(whole, breakdown)
            if breakdown.disjoint and alike and known and facts.adds_up(whole, breakdown.parts):
                yield whole, breakdown


def _levels(joint: _Joint) -> None:
    """Stocks, rates and averages of them: one variable for each indicator and moment."""
    facts = joint.facts
    sums = [(whole, breakdown) for whole, breakdown in _sums(facts) if whole.kind is not IndicatorKind.FLOW]
    rates = [
        (rate.id, str(rate.denominator), str(rate.numerator))
        for rate in facts.review.indicators
        if rate.unit == percent and not (isinstance(rate.numerator, Absent) or isinstance(rate.denominator, Absent))
        if facts.indicator(rate.numerator).unit == facts.indicator(rate.denominator).unit
        if facts.indicator(rate.numerator).kind is not IndicatorKind.FLOW
        if facts.indicator(rate.denominator).kind is not IndicatorKind.FLOW
    ]
    family = _families(facts, [*((whole.id, *breakdown.parts) for whole, breakdown in sums), *rates])
    keys: defaultdict[str, dict[Key, None]] = defaultdict(dict)
    for fact in _usable(facts):
        indicator = fact.observation.indicator
        if facts.indicator(indicator).kind is not IndicatorKind.FLOW:
            keys[family[indicator]][fact.strict_key] = None
            level = joint.quantity("level", indicator, fact.strict_key)
            joint.narrowing.narrow(level, fact.interval, frozenset((fact.id,)))
    for whole, breakdown in sums:
        for key in keys[family[whole.id]]:
            first, *parts = (joint.quantity("level", name, key) for name in (whole.id, *breakdown.parts))
            joint.narrowing.tie(Sum(first, tuple(parts), breakdown.complete))
    for rate, below, above in rates:
        for key in keys[family[rate]]:
            # Each of several times is one of them; but the average of a quotient is not the quotient of the averages.
            if key.moment[0] not in _REPEATED:
                share, whole_level, part = (joint.quantity("level", name, key) for name in (rate, below, above))
                joint.narrowing.tie(Product(share, whole_level, part, _HUNDRED))


def _flows(joint: _Joint) -> None:
    """Flows: a total is that of the cells in it, into which time is cut at every boundary that is printed.

    Where what is counted may be counted again in another cell, each span that is printed is a cell of its own; so it is
    of plans, since that of some years need not be what is planned for each.
    """
    facts = joint.facts
    sums = [(whole, breakdown) for whole, breakdown in _sums(facts) if whole.kind is IndicatorKind.FLOW]
    family = joint.families = _families(facts, [(whole.id, *breakdown.parts) for whole, breakdown in sums])
    wholes: defaultdict[str, list[tuple[Indicator, Breakdown]]] = defaultdict(list)
    for whole, breakdown in sums:
        wholes[family[whole.id]].append((whole, breakdown))
    groups: defaultdict[Group, list[Fact]] = defaultdict(list)
    for fact in _usable(facts):
        indicator = facts.indicator(fact.observation.indicator)
        if indicator.kind is IndicatorKind.FLOW:
            key = fact.strict_key
            groups[family[indicator.id], key.place, key.breakdown, key.hypothetical].append(fact)
    for group, found in groups.items():
        add = all(facts.adds_over_time(fact.observation.indicator) for fact in found)
        if add and not found[0].key.is_planned:
            cells = _cells(joint, group, found)
        else:
            cells = _separate_spans(joint, group, found)
        members = {fact.observation.indicator for fact in found}
        for whole, breakdown in wholes[group[0]]:
            if members & {whole.id, *breakdown.parts}:
                for cell in cells:
                    first, *parts = (joint.quantity("span", name, cell) for name in (whole.id, *breakdown.parts))
                    joint.narrowing.tie(Sum(first, tuple(parts), breakdown.complete))


def _cells(joint: _Joint, group: Group, found: list[Fact]) -> list[_Span]:
    told: defaultdict[str, set[Days]] = defaultdict(set)
    for fact in found:
        span = _days(fact)
        times = 1 if fact.observation.time_collection is TimeCollection.TOTAL else _repeats(fact, span)
        if times is not None:
            told[fact.observation.indicator].add(span)
            whole = joint.quantity("span", fact.observation.indicator, _Span(group, *span))
            joint.narrowing.narrow(whole, fact.interval * Interval.point(times), frozenset((fact.id,)))
            if fact.observation.time_collection is TimeCollection.TOTAL:
                joint.spans[fact.id] = whole
    cells = list(pairwise(sorted({edge for spans in told.values() for span in spans for edge in span})))
    for name, spans in told.items():
        for one, inside in _chains(spans, cells):
            variables = [joint.quantity("span", name, _Span(group, *span)) for span in (one, *inside)]
            joint.narrowing.tie(Sum(variables[0], tuple(variables[1:]), exact=True))
    _each_in(joint, group, found, {name: sorted({*spans, *cells}) for name, spans in told.items()})
    return [_Span(group, *cell) for cell in cells]


def _separate_spans(joint: _Joint, group: Group, found: list[Fact]) -> list[_Span]:
    spans: defaultdict[str, set[Days]] = defaultdict(set)
    for fact in found:
        if fact.observation.time_collection is TimeCollection.TOTAL:
            name, span = fact.observation.indicator, _days(fact)
            spans[name].add(span)
            joint.spans[fact.id] = whole = joint.quantity("span", name, _Span(group, *span))
            joint.narrowing.narrow(whole, fact.interval, frozenset((fact.id,)))
    if not found[0].key.is_planned:  # what is planned each year need not be the plan of one
        _each_in(joint, group, found, {name: sorted(inside) for name, inside in spans.items()}, most=1)
    return [_Span(group, *span) for span in sorted({span for inside in spans.values() for span in inside})]


def _each_in(
    joint: _Joint, group: Group, found: list[Fact], spans: dict[str, list[Days]], *, most: int | None = None
) -> None:
    """So much each year is as many times so much in every span of whole years."""
    for fact in found:
        if fact.observation.time_collection is not TimeCollection.EACH:
            continue
        name, (first, last) = fact.observation.indicator, _days(fact)
        inside = spans.get(name, [])
        counted = joint.facts.indicator(name).unit.is_whole
        each = (counted and whole_numbers(fact.interval)) or fact.interval
        for span in inside[bisect_left(inside, (first, first)) : bisect_left(inside, (last, last))]:
            times = _repeats(fact, span)
            if span[1] <= last and times is not None and (most is None or times <= most):
                variable = joint.quantity("span", name, _Span(group, *span))
                joint.narrowing.narrow(variable, each * Interval.point(times), frozenset((fact.id,)))


def _chains(spans: set[Days], cells: list[Days]) -> Iterator[tuple[Days, list[Days]]]:
    """Each span as the longest shorter ones that follow one another in it, and cells where there is none."""
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


def _days(fact: Fact) -> Days:
    time = fact.observation.time
    assert isinstance(time, Period)  # a flow fills a period
    return time.start, time.end + dt.timedelta(days=1) if time.end < dt.date.max else time.end


def _repeats(fact: Fact, span: Days) -> int | None:
    """How many whole months, quarters or years of an average or an *each* are in a span; ``None`` if it cuts one."""
    per, (first, last), start = fact.observation.per, span, _days(fact)[0]
    if isinstance(per, Absent) or not start.day == first.day == last.day == 1:
        return None
    before, length = _months(start, first), _months(first, last)
    return None if before % _MONTHS[per] or length % _MONTHS[per] else length // _MONTHS[per]


def _months(first: dt.date, last: dt.date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _claims(joint: _Joint) -> None:
    """Changes, shares and attainments tie what they speak of."""
    facts = joint.facts
    for claim in facts.review.claims:
        if isinstance(claim, ChangeClaim):
            _change(joint, claim)
        elif isinstance(claim, ShareClaim) and not isinstance(claim.part, Absent):
            part = facts.by_id[claim.part]
            whole = _whole_of(joint, part, facts.indicator(claim.whole))
            # Of a category, the words do not say whether the whole is that of the category or of all.
            if whole is not None and claim.value.unit == percent and not part.is_loose and not part.key.breakdown:
                share = joint.claim(claim.id, claim.value.interval(), percent.code)
                joint.narrowing.tie(Product(share, whole, joint.own(part), _HUNDRED))
        elif isinstance(claim, AttainmentClaim) and not (
            isinstance(claim.actual, Absent) or isinstance(claim.target, Absent)
        ):
            _attained(joint, claim, facts.by_id[claim.actual], facts.review.target(claim.target))


def _whole_of(joint: _Joint, part: Fact, whole: Indicator) -> Variable | None:
    """The whole that a figure is a share of, of the same moment or span; ``None`` where the two are not alike."""
    own = joint.facts.indicator(part.observation.indicator)
    flows = [item.kind is IndicatorKind.FLOW for item in (own, whole)]
    # Of an average, the share may be the average of the shares.
    if own.unit != whole.unit or part.observation.time_collection is TimeCollection.AVERAGE:
        return None
    if not any(flows):
        return joint.quantity("level", whole.id, part.strict_key)
    if all(flows) and part.observation.time_collection is TimeCollection.TOTAL:
        key = part.strict_key
        group = (joint.families[whole.id], key.place, key.breakdown, key.hypothetical)
        return joint.quantity("span", whole.id, _Span(group, *_days(part)))
    return None


def _change(joint: _Joint, claim: ChangeClaim) -> None:
    """End = start + change, or end = start × growth."""
    facts = joint.facts
    level = facts.indicator(claim.indicator)
    claimed = claimed_change(claim.value, level.unit)
    if claimed is None or isinstance(claim.start, Absent) or isinstance(claim.end, Absent):
        return
    first, last = facts.by_id[claim.start], facts.by_id[claim.end]
    if not are_comparable(first, last) or may_be_of_other_prices(claimed, level):
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
        joint.narrowing.tie(Sum(joint.own(last), (joint.own(first), change), exact=True))
        return
    if not facts.is_never_negative(level.id) or not is_above_zero(first.interval):
        return  # of a loss, or of what may be nothing, there is no percent that all mean alike
    growth = _HUNDRED + (by if span is None else by * span)
    if span is not None:  # percent a year, or a month, may be simple or compound
        compound = _compounded(by, span)
        growth = UNBOUNDED if compound is None else hull((growth, compound))
    grown = joint.claim(claim.id, growth, percent.code)
    joint.narrowing.tie(Product(grown, joint.own(first), joint.own(last), _HUNDRED))


def _compounded(by: Interval, span: Interval) -> Interval | None:
    """100 × (1 + by ÷ 100) ^ span; ``None`` where the span is no whole number of years, or of months."""
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


def _attained(joint: _Joint, claim: AttainmentClaim, actual: Fact, target: Target) -> None:
    """Attainment × plan = actual, where the words of the claim leave no choice."""
    indicator = joint.facts.indicator(target.indicator)
    readings = attained_of(claim.value, indicator)
    if len(readings) != 1 or not are_collected_alike(actual, target):
        return
    plan = joint.quantity("plan", target.indicator, target.id)
    if not isinstance(target.value, Absent):
        number = number_of(target.value)
        if not is_above_zero(number):  # of nothing there is no percent
            return
        if number != planned(target.value):  # 103 % of "at least 100" is 103, whatever more was planned
            plan = joint.claim(target.id, number, indicator.unit.code)
    attained = joint.claim(claim.id, readings[0], percent.code)
    joint.narrowing.tie(Product(attained, plan, joint.own(actual), _HUNDRED))


def _plans(joint: _Joint) -> None:
    """Plans whose number is printed; and those of parts, which make up that of the whole."""
    facts = joint.facts
    found: defaultdict[str, defaultdict[PlanKey, list[Target]]] = defaultdict(lambda: defaultdict(list))
    for target in facts.review.targets:
        if not isinstance(target.value, Absent):
            plan = joint.quantity("plan", target.indicator, target.id)
            joint.narrowing.narrow(plan, planned(target.value), frozenset((target.id,)))
        key = plan_key(target)
        if key is not None:
            found[target.indicator][key].append(target)
    for whole, breakdown in _sums(facts):
        for key in {key: None for name in (whole.id, *breakdown.parts) for key in found[name]}:
            first, *parts = (
                joint.quantity("plan", name, _only(found[name].get(key, []), key))
                for name in (whole.id, *breakdown.parts)
            )
            joint.narrowing.tie(Sum(first, tuple(parts), breakdown.complete))


def _only(targets: list[Target], key: PlanKey) -> object:
    """The plan of a moment where there is just one; else one that is not told."""
    return targets[0].id if len(targets) == 1 else key
