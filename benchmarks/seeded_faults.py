"""Seed errors in true reports, and count how many of them the audit finds.

Run ``python benchmarks/seeded_faults.py [errors]``. The default is 1000 errors, which takes minutes. It needs
``pip install z3-solver``.

Each error changes one figure that takes part in a consistent check. If no check of the changed report fails, a solver
decides whether the report can still be true. The solver is independent of the audit: it has one variable for each
quantity (wholes, parts, rates, flows and plans, in whole numbers), and a constraint for each statement by the table of
qualifiers. If the report can still be true, the error cannot be detected from the figures.

The solver models households, visits, pupils by category, and households by district. Reports on the other subjects of
the generator (persons who come again, forests, areas, profits, harvests, outlooks), and reports with an average of
levels, an estimate, or a plan to have fewer are left out.
"""

from __future__ import annotations

import contextlib
import itertools
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Context, Decimal
from fractions import Fraction
from functools import partial
from typing import Any, cast

import attrs
import z3
from hypothesis import HealthCheck, Phase, given, settings

from aseansc import Absent, Observation, Period, Review, TimeCollection
from aseansc.audit import Verdict, audit
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.errors import AseanscError
from aseansc.intervals import Interval
from aseansc.periods import AsOf, days_of
from aseansc.strategies import consistent_reviews
from aseansc.targets import Target
from aseansc.trends import readings_of
from aseansc.units import month, per_mille, percent, percentage_point, times
from aseansc.values import Attainment, AttainmentForm, Change, Qualifier, RelativeChange, Value

ERRORS = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
FINE = Context(prec=60)


# -- errors


def with_magnitude(value: Any, magnitude: Decimal) -> Any:
    """Return the same statement with another number, and the resolution of its last digit."""
    more = {"form": value.form} if hasattr(value, "form") else {}
    return type(value)(magnitude=magnitude, unit=value.unit, qualifier=value.qualifier, **more)


def digits_of(value: Any) -> tuple[int, list[int], int]:
    """Return the sign, the printed digits, and the place of the last digit."""
    place = value.resolution.adjusted()
    sign, digits, _ = value.magnitude.scaleb(-place).to_integral_value().as_tuple()
    return sign, list(digits), place


def errors_in(value: Any, rng: random.Random) -> Iterator[tuple[str, Any]]:
    """Yield every kind of error in a statement, with the changed statement."""
    if isinstance(value, Absent) or value.qualifier is Qualifier.BETWEEN:
        return
    sign, digits, place = digits_of(value)
    at = rng.randrange(len(digits))
    other = rng.choice([digit for digit in range(10) if digit != digits[at] and (digit or at)])
    changed = [*digits[:at], other, *digits[at + 1 :]]
    yield "a changed digit", with_magnitude(value, Decimal((sign, tuple(changed), place)))
    pairs = [number for number in range(len(digits) - 1) if digits[number] != digits[number + 1]]
    pairs = [number for number in pairs if number or digits[1]]
    if pairs:
        one = rng.choice(pairs)
        swapped = [*digits]
        swapped[one], swapped[one + 1] = swapped[one + 1], swapped[one]
        yield "two swapped digits", with_magnitude(value, Decimal((sign, tuple(swapped), place)))
    if place == 0 and len(digits) > 3:
        yield "thousands separator read as decimal point", with_magnitude(value, Decimal((sign, tuple(digits), -3)))
    if place >= 3:
        yield "a lost scale word", with_magnitude(value, Decimal((sign, tuple(digits), place - 3)))
    if isinstance(value, Change) and value.unit.numerator == percentage_point:
        unit = percent if value.unit == percentage_point else percent / value.unit.denominators[0]
        yield (
            "percent instead of points",
            RelativeChange(
                magnitude=value.magnitude, unit=unit, qualifier=value.qualifier, resolution=value.resolution
            ),
        )
    if isinstance(value, Attainment):
        forms = [form for form in AttainmentForm if form is not value.form]
        yield "excess recorded as attainment", attrs.evolve(value, form=rng.choice(forms[:2]))
    is_signed = isinstance(value, Change) or (isinstance(value, RelativeChange) and value.form == "by")
    if is_signed and value.magnitude:
        yield "a reversed sign", with_magnitude(value, -value.magnitude)


def shifted(record: Observation | Target) -> Observation | Target:
    time = record.time
    if isinstance(time, AsOf):
        return attrs.evolve(record, time=AsOf(date=time.date.replace(year=time.date.year + 1)))
    assert isinstance(time, Period)
    return attrs.evolve(record, time=Period.years(time.start.year + 1, time.end.year + 1))


def with_errors(review: Review, figure: str, rng: random.Random) -> Iterator[tuple[str, Review | None]]:
    """Yield the review with each kind of error in one figure, or ``None`` if the model rejects the error."""
    for field in ("observations", "targets", "claims"):
        records = getattr(review, field)
        for number, record in enumerate(records):
            if record.id != figure:
                continue
            attempts: list[tuple[str, Any]] = []
            for kind, value in _tried(record, rng):
                attempts.append((kind, value))
            if field != "claims":
                attempts.append(("a shifted period", shifted))
            for kind, change in attempts:
                try:
                    new = change(record) if callable(change) else attrs.evolve(record, value=change)
                    yield kind, attrs.evolve(review, **{field: (*records[:number], new, *records[number + 1 :])})
                except AseanscError:
                    yield kind, None


def _tried(record: Any, rng: random.Random) -> Iterator[tuple[str, Any]]:
    try:
        yield from errors_in(record.value, rng)
    except AseanscError:  # such a statement cannot exist
        return


# -- the solver


def is_modelled(review: Review) -> bool:
    """Return whether the solver models everything in a review."""
    used = {item.indicator for item in (*review.observations, *review.targets)}
    used |= {claim.indicator for claim in review.claims if isinstance(claim, ChangeClaim)}
    used |= {claim.whole for claim in review.claims if isinstance(claim, ShareClaim)}
    known = all(name.startswith(("group-", "households", "visits")) or name in _GROUPED for name in used)
    averages = (TimeCollection.AVERAGE, TimeCollection.EACH)
    return (
        known
        and not any(target.indicator.endswith("-rate") for target in review.targets)
        and not any(
            item.statuses or (item.time_collection in averages and not item.indicator.startswith("visits"))
            for item in review.observations
        )
    )


_GROUPED = {
    "pupils": "pupils",
    "helped-pupils": "pupils",
    "help-rate": "pupils",
    "district-homes": "districts",
    "district-poor": "districts",
    "district-rate": "districts",
}
"""The indicators with figures for categories or places, and what is counted."""
_SCHEMES = (
    ("sex:female", "sex:male", ""),
    ("residence:urban", "residence:rural", ""),
    ("age:0-14", "age:15-59", "age:from-60", ""),
)
_DISTRICTS = tuple(f"VN-01-{number}" for number in range(105, 113))


class Solver:
    """A solver that decides whether a report can be true, with one variable for each quantity."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.solver = z3.Solver()
        self.solver.set("timeout", 3_000)
        self.moments: dict[object, dict[str, Any]] = {}
        self.years: dict[int, dict[str, Any]] = {}
        self.plans: dict[object, dict[str, Any]] = {}
        self.truth: dict[str, Any] = {}
        ids = [item.id for item in review.indicators]
        self.cells: dict[object, tuple[dict[object, Any], dict[object, Any]]] = {}
        self.groups = [item for item in ids if item.startswith("group-") and not item.endswith("-rate")]
        self.kinds = [item for item in ids if item.startswith("visits-")]
        self.complete = not self.kinds or review.indicator("visits").breakdowns[0].complete
        for observation in review.observations:
            self._observe(observation)
        for target in review.targets:
            if isinstance(target.value, Value):
                self._within(self._plan(target), 1, printed(target.value))
        for claim in review.claims:
            self._claim(claim)

    def exists(self) -> bool | None:
        answer = self.solver.check()
        return None if answer == z3.unknown else answer == z3.sat

    def _number(self, name: str) -> Any:
        number = z3.Int(name)
        self.solver.add(number >= 0)
        return number

    def _moment(self, key: object) -> dict[str, Any]:
        if key not in self.moments:
            levels = {group: self._number(f"{group}@{key}") for group in self.groups}
            self.moments[key] = {**levels, "households": z3.Sum(*levels.values())}
        return self.moments[key]

    def _sums(self, cache: dict[Any, dict[str, Any]], name: str, number: object, least: int) -> dict[str, Any]:
        if number not in cache:
            parts = {kind: self._number(f"{name} {kind}@{number}") for kind in self.kinds}
            for part in parts.values():
                self.solver.add(part >= least)
            rest = 0 if self.complete else self._number(f"{name} rest@{number}")
            cache[number] = {**parts, "visits": z3.Sum(rest, *parts.values())}
        return cache[number]

    def _year(self, number: int) -> dict[str, Any]:
        return self._sums(self.years, "actual", number, 0)

    def _cells(self, item: Observation) -> tuple[dict[object, Any], dict[object, Any]]:
        """Return the numbers of all and of some in each cell: pupils by category, or households by district."""
        what = _GROUPED[item.indicator]
        key = (what, self.key(item))
        if key not in self.cells:
            names: list[object] = list(_DISTRICTS)
            if what == "pupils":
                declared = {part for found in self.review.indicator("pupils").breakdowns for part in found.parts}
                codes = [[code for code in scheme if code or scheme[0] not in declared] for scheme in _SCHEMES]
                names = list(itertools.product(*codes))
            every = {name: self._number(f"every {name} {key}") for name in names}
            some = {name: self._number(f"some {name} {key}") for name in names}
            for name in names:
                self.solver.add(some[name] <= every[name])
            self.cells[key] = every, some
        return self.cells[key]

    def _observe_cells(self, item: Observation) -> None:
        """Add the constraint of a figure for a category or a place, or for everyone."""
        place = "" if item.place == "VN-01" else item.place
        wanted = {*item.breakdown, *([place] if place else [])}

        def total(cells: dict[object, Any]) -> Any:
            inside = [
                number
                for name, number in cells.items()
                if wanted <= ({name} if isinstance(name, str) else set(cast("tuple[str, ...]", name)))
            ]
            return z3.Sum(*inside)

        every, some = map(total, self._cells(item))
        interval = self.review.interval(item)
        if item.indicator.endswith("-rate"):
            self.solver.add(every > 0)
            self._within(100 * some, every, in_percent(interval, item.value))
        else:
            self._within(every if item.indicator in ("pupils", "district-homes") else some, 1, interval)

    def _within(self, truth: Any, times: Any, interval: Any) -> None:
        """Add the constraint that truth ÷ times is in the interval, without a division; ``times`` is positive."""
        if interval.lower is not None:
            low = z3.RealVal(str(interval.lower)) * times
            self.solver.add(truth > low if interval.lower_open else truth >= low)
        if interval.upper is not None:
            high = z3.RealVal(str(interval.upper)) * times
            self.solver.add(truth < high if interval.upper_open else truth <= high)

    def _observe(self, item: Observation) -> None:
        if item.indicator in _GROUPED:
            self._observe_cells(item)
            return
        interval = self.review.interval(item)
        first, last = days_of(item.time)
        years = range(first.year, last.year + 1)
        if item.time_collection is TimeCollection.TOTAL:
            self.truth[item.id] = z3.Sum(*[self._year(year)[item.indicator] for year in years])
            self._within(self.truth[item.id], 1, interval)
        elif item.time_collection in (TimeCollection.AVERAGE, TimeCollection.EACH):
            flows = [self._year(year)[item.indicator] for year in years]
            if item.time_collection is TimeCollection.EACH:
                for flow in flows:
                    self._within(flow, 1, interval)
            else:
                self._within(z3.Sum(*flows), len(flows), interval)
        else:
            levels = self._moment(self.key(item))
            if item.indicator.endswith("-rate"):
                group = levels[item.indicator.removesuffix("-rate")]
                self.solver.add(levels["households"] > 0)
                self._within(100 * group, levels["households"], in_percent(interval, item.value))
                rate = z3.Real(f"rate {item.id}")
                self.solver.add(rate * levels["households"] == 100 * group)
                self.truth[item.id] = rate
            else:
                self.truth[item.id] = levels[item.indicator]
                self._within(levels[item.indicator], 1, interval)

    def _plan(self, target: Target) -> Any:
        """Return the variable of a plan; each of several plans for the same time has its own."""
        assert isinstance(target.time, Period)
        alike = [item for item in self.review.targets if (item.indicator, item.time) == (target.indicator, target.time)]
        if len(alike) > 1:
            return self._number(f"plan {target.id}")
        return self._sums(self.plans, "plan", target.time, 0)[target.indicator]

    def key(self, item: Observation) -> object:
        if item.time_collection is TimeCollection.WITHIN:
            return item.id  # an unknown day, different for each figure
        first, last = days_of(item.time)
        return ("beginning", first) if item.time_collection is TimeCollection.BEGINNING else last

    def _claim(self, claim: Any) -> None:
        if isinstance(claim, AttainmentClaim):
            actual = self.review.observation(str(claim.actual))
            target = self.review.target(str(claim.target))
            assert isinstance(target.time, Period)
            if isinstance(target.value, Value) and not target.value.magnitude:
                return  # a percentage of zero is undefined
            plan = self._plan(target)
            if isinstance(target.value, Value) and target.value.qualifier is not Qualifier.EXACT:
                plan = z3.Real(f"number {claim.id}")  # a percentage of "at least 100" refers to 100
                self._within(plan, 1, printed(attrs.evolve(target.value, qualifier=Qualifier.EXACT)))
            self.solver.add(plan > 0)
            self._within(100 * self.truth[actual.id], plan, claim.value.of_plan.interval())
        elif isinstance(claim, ShareClaim):
            part = self.review.observation(str(claim.part))
            levels = self._moment(self.key(part))
            self.solver.add(levels["households"] > 0)
            self._within(
                100 * levels[part.indicator], levels["households"], in_percent(claim.value.interval(), claim.value)
            )
        elif not isinstance(claim.start, Absent) and not isinstance(claim.end, Absent):
            self._change(claim, self.review.observation(claim.start), self.review.observation(claim.end))

    def _change(self, claim: ChangeClaim, start: Observation, end: Observation) -> None:
        """Add the constraint of a change in one of its readings, unless one of them gives no size."""
        readings = readings_of(claim.value)
        if not any(isinstance(reading, Absent) for reading in readings):
            ways = [
                self._as_condition(partial(self._changed, attrs.evolve(claim, value=reading), start, end))
                for reading in readings
            ]
            self.solver.add(z3.Or(*ways))

    def _changed(self, claim: ChangeClaim, start: Observation, end: Observation) -> None:
        before, after = self.truth[start.id], self.truth[end.id]
        (a, b), (c, d) = _span(start), _span(end)
        yearly = bool(claim.value.unit.denominators)
        times_a_year = 12 if month in claim.value.unit.denominators else 1
        shortest, longest = (times_a_year * span for span in (max(c - b, 0), d - a))
        passed = z3.Real(f"years {claim.id}")
        self.solver.add(passed >= shortest, passed <= longest)
        if yearly:
            self.solver.add(passed > 0)
        if isinstance(claim.value, Change):
            if claim.value.unit.numerator == percentage_point and not start.indicator.endswith("-rate"):
                self.solver.add(False)
            self._within(after - before, passed if yearly else 1, claim.value.interval())
            return
        interval = claim.value.by.interval()
        self.solver.add(before > 0)
        if not yearly:
            self._within(100 * (after - before), before, interval)
            return
        simple = self._as_condition(lambda: self._within(100 * (after - before), before * passed, interval))
        compound = self._as_condition(lambda: self._grown(before, after, interval, shortest, longest))
        self.solver.add(z3.Or(simple, compound))

    def _grown(self, before: Any, after: Any, interval: Any, shortest: int, longest: int) -> None:
        spans = [span for span in (shortest, longest) if span > 0] or [longest]
        for end, is_low in ((interval.lower, True), (interval.upper, False)):
            if end is None:
                continue
            base = max(Decimal(0), 1 + end / 100)
            ends = [Fraction(FINE.power(base, span)) if base else Fraction(0) for span in spans]
            if shortest == 0:
                ends.append(Fraction(1))
            bound = z3.Q(*(min(ends) if is_low else max(ends)).as_integer_ratio())
            self.solver.add(after >= bound * before if is_low else after <= bound * before)

    def _as_condition(self, add: Any) -> Any:
        """Return what a function would add to the solver, as one condition."""
        self.solver, kept = z3.Solver(), self.solver
        add()
        conditions = self.solver.assertions()
        self.solver = kept
        return z3.And(*conditions)


def in_percent(interval: Interval, value: Value) -> Interval:
    """Convert the interval of a share in percent, per mille or times to percent."""
    if value.unit == times:
        return interval * Interval.point(100)
    return interval / Interval.point(10) if value.unit == per_mille else interval


def _span(item: Observation) -> tuple[int, int]:
    """Return the first and last end of a year at which a level may be."""
    first, last = days_of(item.time)
    if item.time_collection is TimeCollection.BEGINNING:
        return first.year - 1, first.year - 1
    if item.time_collection is TimeCollection.WITHIN:
        return first.year - 1, last.year
    return last.year, last.year


def printed(plan: Value) -> Interval:
    """Return the possible values of a printed plan; a count with all its digits is exact."""
    if plan.qualifier is Qualifier.EXACT and plan.resolution == 1:
        return Interval.point(plan.magnitude)
    return plan.interval()


# -- counts

OUTCOMES = ("found", "rejected", "undetectable", "undecided", "missed")
counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
"""The number of errors with each outcome, by kind of error."""
subjects: defaultdict[str, Counter[str]] = defaultdict(Counter)
"""The same, by what the changed figure is about: everyone, a category or a place."""
misses: defaultdict[str, list[Review]] = defaultdict(list)
rng = random.Random(161)


class Enough(Exception):  # noqa: N818 (not an error: it ends the run)
    """End the run when there are enough errors; otherwise Hypothesis would continue."""


def count() -> int:
    return sum(counter.total() for counter in counts.values())


def failing(review: Review) -> set[tuple[str, tuple[str, ...]]]:
    """Return the code and figures of the checks that fail."""
    fails = (Verdict.CONTRADICTED, Verdict.CONDITIONAL)
    return {(check.code.value, check.figures) for check in audit(review).checks if check.verdict in fails}


def outcome(broken: Review | None, before: set[tuple[str, tuple[str, ...]]]) -> str:
    """Return what becomes of an error; a check that failed before does not find it."""
    if broken is None:
        return "rejected"
    if failing(broken) - before:
        return "found"
    exists = Solver(broken).exists()
    return "undecided" if exists is None else "undetectable" if exists else "missed"


def subject_of(review: Review, figure: str) -> str:
    record = next(item for item in review.figures() if item.id == figure)
    if getattr(record, "breakdown", ()):
        return "(a figure of a category)"
    return "(a figure of everyone)" if record.place == review.place else "(a figure of a district)"


@settings(
    max_examples=100_000,
    database=None,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(consistent_reviews(max_statements=16))
def seed(review: Review) -> None:
    if count() >= ERRORS:
        raise Enough
    if not is_modelled(review):
        return
    checked = sorted({figure for check in audit(review).consistent for figure in check.figures})
    if not checked:
        return
    figure = rng.choice(checked)
    before, subject = failing(review), subject_of(review, figure)
    for kind, broken in with_errors(review, figure, rng):
        result = outcome(broken, before)
        counts[kind][result] += 1
        subjects[subject][result] += 1
        if result == "missed" and broken is not None:
            misses[kind].append(broken)


def sound() -> None:
    """Check that the solver accepts every true report; otherwise its answers are not valid."""

    @settings(max_examples=40, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(consistent_reviews(max_statements=16))
    def can_be_true(review: Review) -> None:
        assert not is_modelled(review) or Solver(review).exists() is not False

    can_be_true()


if __name__ == "__main__":
    start = time.perf_counter()
    sound()
    with contextlib.suppress(Enough):
        seed()
    print(f"{count()} errors, {time.perf_counter() - start:.0f} s")
    print(f"{'error':42}" + "".join(f"{name:>14}" for name in (*OUTCOMES, "of detectable")))
    every = sum(counts.values(), Counter[str]())
    for kind, counter in [*sorted(counts.items()), ("all", every), *sorted(subjects.items())]:
        caught = counter["found"] + counter["rejected"]
        share = f"{100 * caught / (caught + counter['missed']):.1f} %" if caught + counter["missed"] else "-"
        print(f"{kind:42}" + "".join(f"{number:>14}" for number in (*(counter[name] for name in OUTCOMES), share)))
    if "--show" in sys.argv:
        for kind, reviews in misses.items():
            for review in reviews[:4]:
                print("missed:", kind)
                for item in review.figures():
                    refers = [getattr(item, name, "") for name in ("start", "end", "actual", "target", "part", "whole")]
                    print("   ", item.id, item.value, *[name for name in refers if name])
