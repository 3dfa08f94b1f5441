"""All figures together: what each leaves possible, narrowed by all the others until nothing changes.

The other rules look at a few figures at a time. Here every quantity of the review, also those that are not stated, is
a variable; wholes, rates, spans of time, changes, plans and shares tie them together; and each tie narrows what its
variables can be. Where nothing remains, the figures that led there cannot all be true. Every step is rounded outward,
so nothing true is lost.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final, TypeAlias

from attrs import frozen

from aseansc.audit._changes import claimed_change
from aseansc.audit._checks import Check, CheckCode, Computation, Evidence, Verdict, show
from aseansc.audit._facts import LOOSE, Fact, Facts, Key, evidence, judge, moment_of
from aseansc.audit._plans import point_of
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import UNBOUNDED, Interval
from aseansc.periods import Frequency, Period, TimeCollection
from aseansc.targets import Target
from aseansc.trends import years_between
from aseansc.units import UnitKind, percent, year
from aseansc.values._arithmetic import interval_in

Variable: TypeAlias = tuple[str, str, object]
"""What it is of (a level, a cell of time, a plan), the indicator, and the moment."""

_NEVER_NEGATIVE: Final = Interval(lower=0)
_HUNDRED: Final = Interval.point(100)
_REPEATED: Final = (TimeCollection.AVERAGE, TimeCollection.EACH)
_MONTHS: Final = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
_STEPS_EACH: Final = 40
"""How often a tie may be looked at again: narrowing by ever smaller steps ends nowhere."""


@frozen(eq=False)
class _Sum:
    """whole = parts, or whole ≥ parts where some are not told."""

    whole: Variable
    parts: tuple[Variable, ...]
    exact: bool
    figures: frozenset[str] = frozenset()


@frozen(eq=False)
class _Product:
    """left × right = scale × product."""

    left: Variable
    right: Variable
    product: Variable
    scale: Interval
    figures: frozenset[str] = frozenset()


_Tie: TypeAlias = _Sum | _Product


class _Joint:
    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.possible: dict[Variable, Interval] = {}
        self.because: dict[Variable, frozenset[str]] = {}
        self.ties: list[_Tie] = []
        self.of: defaultdict[Variable, list[int]] = defaultdict(list)
        self.conflicts: list[tuple[Variable, Interval, Interval, frozenset[str]]] = []
        self.broken: set[Variable] = set()
        self.changed: set[Variable] = set()
        self.totals: dict[str, Variable] = {}

    # -- variables and ties

    def variable(self, kind: str, indicator: str, moment: object) -> Variable:
        name = (kind, indicator, moment)
        if name not in self.possible:
            bounds = UNBOUNDED if kind == "constant" else self.facts.indicator(indicator).bounds
            if kind == "plan":
                bounds = _NEVER_NEGATIVE if self.facts.is_never_negative(indicator) else UNBOUNDED
            self.possible[name] = bounds
            self.because[name] = frozenset()
        return name

    def constant(self, name: str, interval: Interval) -> Variable:
        variable = self.variable("constant", name, None)
        self.narrow(variable, interval, frozenset((name,)))
        return variable

    def tie(self, tie: _Tie) -> None:
        number = len(self.ties)
        self.ties.append(tie)
        members = (tie.whole, *tie.parts) if isinstance(tie, _Sum) else (tie.left, tie.right, tie.product)
        for variable in members:
            self.of[variable].append(number)

    def narrow(self, variable: Variable, interval: Interval, because: frozenset[str]) -> None:
        known = self.possible[variable]
        if variable in self.broken or interval.contains(known):
            return
        if not known.overlaps(interval):
            self.broken.add(variable)
            self.conflicts.append((variable, known, interval, self.because[variable] | because))
            return
        both = known.intersection(interval)
        if self.is_whole(variable):
            whole = _whole(both)
            if whole is None:
                self.broken.add(variable)
                self.conflicts.append((variable, known, interval, self.because[variable] | because))
                return
            both = whole
        if both != known:
            self.possible[variable] = both
            self.because[variable] |= because
            self.changed.add(variable)

    def is_whole(self, variable: Variable) -> bool:
        """Whether only whole numbers can be: of things that are counted."""
        kind, indicator, moment = variable
        if kind not in ("level", "cell") or self.facts.indicator(indicator).unit.kind is not UnitKind.COUNT:
            return False
        return not (isinstance(moment, Key) and moment.moment[0] in _REPEATED)  # an average need not be whole

    # -- narrowing

    def run(self) -> None:
        queue = deque(range(len(self.ties)))
        waiting = set(queue)
        looks = [0] * len(self.ties)
        self.changed.clear()
        while queue:
            number = queue.popleft()
            waiting.discard(number)
            if looks[number] >= _STEPS_EACH:
                continue
            looks[number] += 1
            tie = self.ties[number]
            if isinstance(tie, _Sum):
                self._narrow_sum(tie)
            else:
                self._narrow_product(tie)
            for variable in self.changed:
                for other in self.of[variable]:
                    if other not in waiting:
                        waiting.add(other)
                        queue.append(other)
            self.changed.clear()

    def _reasons(self, tie: _Tie, variables: Iterable[Variable]) -> frozenset[str]:
        return tie.figures.union(*(self.because[variable] for variable in variables))

    def _narrow_sum(self, tie: _Sum) -> None:
        parts = [self.possible[part] for part in tie.parts]
        before = [Interval.point(0)]
        for part in parts:
            before.append(before[-1] + part)
        after = [Interval.point(0)]
        for part in reversed(parts):
            after.append(after[-1] + part)
        after.reverse()
        total = before[-1]
        self.narrow(tie.whole, total if tie.exact else _at_least(total), self._reasons(tie, tie.parts))
        whole = self.possible[tie.whole]
        for number, one in enumerate(tie.parts):
            left = whole - (before[number] + after[number + 1])
            others = (tie.whole, *(part for part in tie.parts if part is not one))
            self.narrow(one, left if tie.exact else _at_most(left), self._reasons(tie, others))

    def _narrow_product(self, tie: _Product) -> None:
        left, right, product = (self.possible[name] for name in (tie.left, tie.right, tie.product))
        self.narrow(tie.product, left * right / tie.scale, self._reasons(tie, (tie.left, tie.right)))
        for target, other in ((tie.left, tie.right), (tie.right, tie.left)):
            divisor, product = self.possible[other], self.possible[tie.product]
            if (divisor.lower is not None and divisor.lower > 0) or (divisor.upper is not None and divisor.upper < 0):
                self.narrow(target, product * tie.scale / divisor, self._reasons(tie, (tie.product, other)))


def _at_least(interval: Interval) -> Interval:
    return Interval(lower=interval.lower, lower_open=interval.lower_open and interval.lower is not None)


def _at_most(interval: Interval) -> Interval:
    return Interval(upper=interval.upper, upper_open=interval.upper_open and interval.upper is not None)


def _whole(interval: Interval) -> Interval | None:
    """The whole numbers of an interval, as far as they can be told exactly."""
    low, high = interval.lower, interval.upper
    if low is not None and abs(low.adjusted()) < 30:
        up = low.to_integral_value(ROUND_CEILING)
        low = up + 1 if interval.lower_open and up == low else up
    if high is not None and abs(high.adjusted()) < 30:
        down = high.to_integral_value(ROUND_FLOOR)
        high = down - 1 if interval.upper_open and down == high else down
    if low is not None and high is not None and low > high:
        return None
    return Interval(lower=low, upper=high)


# -- what ties the quantities of a review together


def together(facts: Facts, found: Iterable[Check]) -> Iterator[Check]:
    """Figures that cannot all be true together, beyond what a check of some of them has found already.

    Args:
        facts: the review.
        found: the other checks.
    """
    joint = _Joint(facts)
    _levels(joint)
    _flows(joint)
    plans = _printed_plans(facts)
    _claims(joint, plans)
    _plans(joint, plans)
    joint.run()
    records = {
        record.id: record for record in (*facts.review.observations, *facts.review.targets, *facts.review.claims)
    }
    failing = (Verdict.CONTRADICTED, Verdict.CONDITIONAL)
    seen = [frozenset(check.figures) for check in found if check.verdict in failing]
    for variable, known, other, because in sorted(joint.conflicts, key=lambda conflict: len(conflict[3])):
        if any(earlier <= because for earlier in seen):
            continue
        seen.append(because)
        used = [facts.by_id[name] for name in sorted(because) if name in facts.by_id]
        more: list[Evidence] = [
            evidence(records[name]) for name in sorted(because) if name in records and name not in facts.by_id
        ]
        unit = "percent" if variable[0] == "constant" else facts.indicator(variable[1]).unit.code
        yield judge(
            CheckCode.TOGETHER,
            used,
            Computation(expression=f"{variable[1]}: {show(known)}", stated=other, unit=unit),
            fits=False,
            more=more,
        )


def _usable(facts: Facts) -> Iterator[Fact]:
    """Figures of a moment that is known, and that no other statement of the same may have revised."""
    for keys in facts.of.values():
        for found in keys.values():
            standings = {frozenset(fact.observation.statuses) for fact in found}
            if len(standings) == 1:
                yield from (fact for fact in found if not fact.is_loose)


def _levels(joint: _Joint) -> None:
    """Stocks, rates and averages of them: one variable for each indicator and moment."""
    facts = joint.facts
    keys: dict[Key, None] = {}
    for fact in _usable(facts):
        indicator = fact.observation.indicator
        if facts.indicator(indicator).kind is not IndicatorKind.FLOW:
            keys[fact.key] = None
            joint.narrow(joint.variable("level", indicator, fact.key), fact.interval, frozenset((fact.id,)))
    wholes = [
        (whole, breakdown)
        for whole in facts.review.indicators
        if whole.kind is not IndicatorKind.FLOW
        for breakdown in whole.breakdowns
        if breakdown.disjoint and all(facts.indicator(part).unit == whole.unit for part in breakdown.parts)
    ]
    rates = [
        (rate.id, str(rate.numerator), str(rate.denominator))
        for rate in facts.review.indicators
        if rate.unit == percent and not (isinstance(rate.numerator, Absent) or isinstance(rate.denominator, Absent))
        if facts.indicator(rate.numerator).unit == facts.indicator(rate.denominator).unit
        if facts.indicator(rate.numerator).kind is not IndicatorKind.FLOW
        if facts.indicator(rate.denominator).kind is not IndicatorKind.FLOW
    ]
    for key in keys:
        # The average of a quotient is not the quotient of the averages.
        rates_here = [] if key.moment[0] in _REPEATED else rates
        for whole, breakdown in wholes:
            if breakdown.complete or all(facts.is_never_negative(part) for part in breakdown.parts):
                parts = tuple(joint.variable("level", part, key) for part in breakdown.parts)
                joint.tie(_Sum(joint.variable("level", whole.id, key), parts, breakdown.complete))
        for rate, above, below in rates_here:
            names = [joint.variable("level", name, key) for name in (rate, below, above)]
            joint.tie(_Product(names[0], names[1], names[2], _HUNDRED))


def _flows(joint: _Joint) -> None:
    """Flows: time is cut at every boundary that is printed, and a total is that of the cells in it."""
    facts = joint.facts
    linked = _linked(facts)
    families: defaultdict[str, list[Indicator]] = defaultdict(list)
    for indicator in facts.review.indicators:
        families[linked[indicator.id]].append(indicator)
    groups: defaultdict[tuple[str, str, frozenset[str], bool], list[Fact]] = defaultdict(list)
    for fact in _usable(facts):
        indicator = facts.indicator(fact.observation.indicator)
        if indicator.kind is IndicatorKind.FLOW:
            key = fact.key
            groups[linked[indicator.id], key.place, key.breakdown, key.hypothetical].append(fact)
    for group, found in groups.items():
        cuts = sorted({edge for fact in found for edge in _edges(fact)})
        for fact in found:
            name = fact.observation.indicator
            for first, last, times in _spans(fact):
                cells = tuple(joint.variable("cell", name, (group, start)) for start in cuts if first <= start < last)
                total = joint.variable("constant", f"{name} {first} {last} {group}", None)
                joint.tie(_Sum(total, cells, exact=True))
                joint.narrow(total, fact.interval * Interval.point(times), frozenset((fact.id,)))
                if fact.observation.time_collection is TimeCollection.TOTAL:
                    joint.totals[fact.id] = total
        members = {fact.observation.indicator for fact in found}
        for whole in families[group[0]]:
            for breakdown in whole.breakdowns:
                alike = all(facts.indicator(part).unit == whole.unit for part in breakdown.parts)
                known = breakdown.complete or all(facts.is_never_negative(part) for part in breakdown.parts)
                if not (breakdown.disjoint and alike and known and members & {whole.id, *breakdown.parts}):
                    continue
                for start in cuts[:-1]:
                    names = [joint.variable("cell", name, (group, start)) for name in (whole.id, *breakdown.parts)]
                    joint.tie(_Sum(names[0], tuple(names[1:]), breakdown.complete))


def _linked(facts: Facts) -> dict[str, str]:
    """Indicators that hang together by breakdowns, each with the one that stands for its family."""
    above: dict[str, str] = {}

    def head(name: str) -> str:
        while name in above:
            name = above[name]
        return name

    for whole in facts.review.indicators:
        for breakdown in whole.breakdowns:
            for part in breakdown.parts:
                one, other = head(whole.id), head(part)
                if one != other:
                    above[other] = one
    return {item.id: head(item.id) for item in facts.review.indicators}


def _spans(fact: Fact) -> Iterator[tuple[dt.date, dt.date, Decimal]]:
    """The spans that a flow speaks of, each with how many times its value fills it."""
    time, per = fact.observation.time, fact.observation.per
    assert isinstance(time, Period)
    after = _after(time.end)
    if fact.observation.time_collection is TimeCollection.TOTAL:
        yield time.start, after, Decimal(1)
        return
    months = time.months
    if isinstance(per, Absent) or months is None or months % _MONTHS[per]:
        return
    if fact.observation.time_collection is TimeCollection.AVERAGE:
        yield time.start, after, Decimal(months // _MONTHS[per])
        return
    for number in range(months // _MONTHS[per]):
        yield _later(time.start, number * _MONTHS[per]), _later(time.start, (number + 1) * _MONTHS[per]), Decimal(1)


def _edges(fact: Fact) -> Iterator[dt.date]:
    for first, last, _ in _spans(fact):
        yield first
        yield last


def _after(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=1) if day < dt.date.max else day


def _later(day: dt.date, months: int) -> dt.date:
    number = day.year * 12 + day.month - 1 + months
    return dt.date(number // 12, number % 12 + 1, day.day) if number // 12 <= dt.MAXYEAR else dt.date.max


def _claims(joint: _Joint, plans: dict[tuple[str, Key], set[Target]]) -> None:
    """Changes, shares and attainments tie what they speak of."""
    facts = joint.facts
    for claim in facts.review.claims:
        if isinstance(claim, ChangeClaim):
            _change(joint, claim)
        elif isinstance(claim, ShareClaim) and not isinstance(claim.part, Absent):
            part = facts.by_id[claim.part]
            stock = facts.indicator(part.observation.indicator)
            whole = facts.indicator(claim.whole)
            comparable = stock.unit == whole.unit and IndicatorKind.FLOW not in (stock.kind, whole.kind)
            if comparable and claim.value.unit == percent and not part.is_loose:
                share = joint.constant(claim.id, claim.value.interval())
                names = [joint.variable("level", name, part.key) for name in (whole.id, stock.id)]
                joint.tie(_Product(share, names[0], names[1], _HUNDRED))
        elif isinstance(claim, AttainmentClaim) and not isinstance(claim.actual, Absent):
            _attained(joint, claim, facts.by_id[claim.actual], plans)


def _own(joint: _Joint, fact: Fact) -> Variable:
    """The variable of a figure that a claim speaks of."""
    facts, indicator = joint.facts, fact.observation.indicator
    if fact.id in joint.totals:
        return joint.totals[fact.id]
    if facts.indicator(indicator).kind is not IndicatorKind.FLOW and not fact.is_loose:
        return joint.variable("level", indicator, fact.key)
    return joint.constant(fact.id, fact.interval)


def _change(joint: _Joint, claim: ChangeClaim) -> None:
    """End = start + change, or end = start × growth."""
    facts = joint.facts
    claimed = claimed_change(claim.value, facts.indicator(claim.indicator).unit)
    if claimed is None or isinstance(claim.start, Absent) or isinstance(claim.end, Absent):
        return
    first, last = facts.by_id[claim.start], facts.by_id[claim.end]
    by = claimed.stated
    span: Interval | None = None
    if claimed.per is not None:
        years = years_between(first.observation, last.observation)
        if years is None or claimed.per.dimension != year.dimension or years.lower is None or years.lower <= 0:
            return
        span = interval_in(years, year, claimed.per)
    start, end = _own(joint, first), _own(joint, last)
    if not claimed.relative:
        change = joint.constant(claim.id, by if span is None else by * span)
        joint.tie(_Sum(end, (start, change), exact=True))
        return
    growth = _HUNDRED + (by if span is None else by * span)
    if span is not None and claimed.per == year:  # percent a year may be simple or compound
        compound = _compounded(by, span)
        growth = UNBOUNDED if compound is None else _hull(growth, compound)
    joint.tie(_Product(joint.constant(claim.id, growth), start, end, _HUNDRED))


def _compounded(by: Interval, span: Interval) -> Interval | None:
    """100 × (1 + by ÷ 100) ^ span; ``None`` where the span is no whole number of years."""
    if not span.is_point or span.lower is None or span.lower != int(span.lower):
        return None
    step = Interval.point(1) + by / _HUNDRED
    grown = _HUNDRED
    for _ in range(int(span.lower)):
        grown = grown * step
    return grown


def _hull(one: Interval, other: Interval) -> Interval:
    """The least interval that holds both, its ends closed."""
    lows, highs = (one.lower, other.lower), (one.upper, other.upper)
    return Interval(
        lower=None if None in lows else min(low for low in lows if low is not None),
        upper=None if None in highs else max(high for high in highs if high is not None),
    )


def _attained(joint: _Joint, claim: AttainmentClaim, actual: Fact, plans: dict[tuple[str, Key], set[Target]]) -> None:
    """Attainment × plan = actual."""
    indicator = actual.observation.indicator
    if len({str(target.value) for target in plans.get((indicator, actual.key), ())}) > 1:
        return  # the plan was adjusted, and which of its numbers is meant is not for us to say
    attained = joint.constant(claim.id, claim.value.of_plan.interval())
    plan = joint.variable("plan", indicator, actual.key)
    joint.tie(_Product(attained, plan, _own(joint, actual), _HUNDRED))


def _printed_plans(facts: Facts) -> dict[tuple[str, Key], set[Target]]:
    """The targets whose number and time are printed, by indicator and moment."""
    found: defaultdict[tuple[str, Key], set[Target]] = defaultdict(set)
    for target in facts.review.targets:
        if isinstance(target.value, Absent) or isinstance(target.time, Absent):
            continue
        if not isinstance(target.time_collection, Absent) and target.time_collection not in LOOSE:
            moment = moment_of(target.time, target.time_collection, target.per)
            key = Key(place=target.place, breakdown=frozenset(), moment=moment, hypothetical=False)
            found[target.indicator, key].add(target)
    return found


def _plans(joint: _Joint, plans: dict[tuple[str, Key], set[Target]]) -> None:
    """Plans whose number is printed once; and those of parts, which make up that of the whole."""
    facts = joint.facts
    for (indicator, key), targets in plans.items():
        if len({str(target.value) for target in targets}) == 1:
            for target in targets:
                assert not isinstance(target.value, Absent)
                plan = joint.variable("plan", indicator, key)
                joint.narrow(plan, point_of(target.value), frozenset((target.id,)))
    moments = {name[2] for name in joint.possible if name[0] == "plan"}
    planned = {name[1] for name in joint.possible if name[0] == "plan"}
    for whole in facts.review.indicators:
        for breakdown in whole.breakdowns:
            alike = all(facts.indicator(part).unit == whole.unit for part in breakdown.parts)
            known = breakdown.complete or all(facts.is_never_negative(part) for part in breakdown.parts)
            if breakdown.disjoint and alike and known and planned & {whole.id, *breakdown.parts}:
                for moment in moments:
                    names = [joint.variable("plan", name, moment) for name in (whole.id, *breakdown.parts)]
                    joint.tie(_Sum(names[0], tuple(names[1:]), breakdown.complete))
