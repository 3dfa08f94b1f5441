"""Subjects that are measured over periods: visits, people helped, profits, harvests and forecasts."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations
from typing import Final

from aseansc.codelists import Absent
from aseansc.indicators import Breakdown, Indicator
from aseansc.observations import Observation, Status
from aseansc.periods import TimeCollection
from aseansc.strategies._worlds._report import YEARS, Report, years
from aseansc.targets import Target
from aseansc.units import VND, Unit, hectare, percent, person, person_turn, quintal, tonne
from aseansc.values import Value

_ALL_YEARS: Final = (0, YEARS - 1)


class Visits:
    """Visits of two kinds per year, with yearly and overall plans (assigned or own), attainments and estimates."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.kinds = [report.flow(f"visits-{number}", person_turn) for number in range(2)]
        parts = tuple(kind.id for kind in self.kinds)
        complete = report.structure((False, True))
        self.all = report.flow("visits", person_turn, Breakdown(parts=parts, complete=complete, disjoint=True))
        size = report.size()
        self.yearly = {kind.id: report.numbers(YEARS, size) for kind in self.kinds}
        rest = [0] * YEARS if complete else report.numbers(YEARS, size)
        self.yearly[self.all.id] = [sum(counts) for counts in zip(rest, *self.yearly.values(), strict=True)]
        # Plans for each year and for all years: the plan for the whole is the sum of those for its parts and the rest.
        spans = [*((year, year) for year in range(YEARS)), _ALL_YEARS]
        self.plans: dict[str, dict[tuple[int, int], int]] = {kind.id: {} for kind in (self.all, *self.kinds)}
        for span in spans:
            planned = [report.number(0, 2 * self._sum(kind, span) + 3) for kind in self.kinds]
            for kind, plan in zip(self.kinds, planned, strict=True):
                self.plans[kind.id][span] = plan
            spare = 0 if complete else report.number(0, size)
            self.plans[self.all.id][span] = sum(planned) + spare
        self.targets: dict[tuple[str, tuple[int, int], bool], tuple[Target, Fraction]] = {}
        self.estimates: dict[Status, dict[str, list[int]]] = {}

    def state(self) -> None:
        report = self.report
        indicator = report.pick(self.all, *self.kinds)
        match report.number(0, 5):
            case 0 | 1:
                span = report.span()
                report.total(indicator, self._sum(indicator, span), span)
            case 2:
                span = report.span(2)
                report.average(indicator, Fraction(self._sum(indicator, span), span[1] - span[0] + 1), span)
            case 3:
                span = report.span()
                report.each(indicator, self.yearly[indicator.id][span[0] : span[1] + 1], span)
            case 4:
                self._attainment(indicator)
            case _:
                self._estimate(indicator)

    def _sum(self, indicator: Indicator, span: tuple[int, int]) -> int:
        return sum(self.yearly[indicator.id][span[0] : span[1] + 1])

    def _attainment(self, indicator: Indicator) -> None:
        """Add the attainment of a plan for the same period or for all years, assigned or the province's own."""
        span = self.report.pick(*self.plans[indicator.id])
        actual = self.report.total(indicator, self._sum(indicator, span), span)
        target, plan = self._target(indicator, self.report.pick(span, _ALL_YEARS))
        self._attained(actual, self._sum(indicator, span), target, plan)

    def _attained(self, actual: Observation, count: int, target: Target, plan: Fraction) -> None:
        self.report.attained(actual, target, 100 * count / plan if plan else None)

    def _target(self, indicator: Indicator, span: tuple[int, int]) -> tuple[Target, Fraction]:
        """Return a target, and the number that percentages of it refer to.

        A plan of zero is always printed; any other may be a target without a value.
        """
        report, given = self.report, self.plans[indicator.id][span]
        key = (indicator.id, span, False)
        for own in (False, True)[: 1 + report.number(0, 1)]:
            key = (indicator.id, span, own)
            if key not in self.targets:
                plan = report.number(0, 2 * given + 3) if own else given
                is_printed = not plan or report.pick(False, True)
                wanted, number = (
                    report.planned(plan, person_turn) if is_printed else (Absent.NOT_STATED, Fraction(plan))
                )
                target = report.part.target(indicator, wanted, years(*span), TimeCollection.TOTAL)
                self.targets[key] = target, number
        return self.targets[key]

    def _estimate(self, indicator: Indicator) -> None:
        """Add an estimate, sometimes with the later count and the attainment of a plan by the estimate.

        Estimates are consistent with one another, but not with the counts.
        """
        report, span = self.report, self.report.pick(*self.plans[indicator.id])
        status = report.not_yet_counted()
        if status not in self.estimates:
            guess = {kind.id: report.numbers(YEARS, 2 * max(self.yearly[kind.id]) + 3) for kind in self.kinds}
            spare = report.numbers(YEARS, 3) if self.all.breakdowns[0].complete is False else [0] * YEARS
            guess[self.all.id] = [sum(counts) for counts in zip(spare, *guess.values(), strict=True)]
            self.estimates[status] = guess
        estimate = sum(self.estimates[status][indicator.id][span[0] : span[1] + 1])
        estimated = report.total(indicator, estimate, span, status)
        if report.pick(False, True):
            report.total(indicator, self._sum(indicator, span), span)
        if report.pick(False, True):
            self._attained(estimated, estimate, *self._target(indicator, span))


class Persons:
    """Women and men who were helped: each is counted once per period, but may be helped in several of its years."""

    unit: Unit = person
    names: tuple[str, ...] = ("helped", "women", "men")

    def __init__(self, report: Report) -> None:
        self.report = report
        every, *parts = self.names
        self.parts = [report.flow(name, self.unit) for name in parts]
        breakdown = Breakdown(parts=tuple(part.id for part in self.parts), complete=True, disjoint=True)
        self.all = report.flow(every, self.unit, breakdown)
        size = report.size()
        spells = list(chain.from_iterable(combinations(range(YEARS), length) for length in range(1, YEARS + 1)))
        # Number of people who were helped in exactly these years.
        self.helped = {part.id: {spell: report.number(0, size) for spell in spells} for part in self.parts}
        self.helped[self.all.id] = {spell: sum(self.helped[part.id][spell] for part in self.parts) for spell in spells}

    def state(self) -> None:
        report = self.report
        indicator = report.pick(self.all, *self.parts)
        span = report.span()
        yearly = [self._distinct(indicator, (year, year)) for year in range(span[0], span[1] + 1)]
        match report.number(0, 4):
            case 0 | 1 | 2:
                report.total(indicator, self._distinct(indicator, span), span)
            case 3:
                report.average(indicator, Fraction(sum(yearly), len(yearly)), span)
            case _:
                report.each(indicator, yearly, span)

    def _distinct(self, indicator: Indicator, span: tuple[int, int]) -> int:
        within = range(span[0], span[1] + 1)
        return sum(count for spell, count in self.helped[indicator.id].items() if not set(spell).isdisjoint(within))


class Forests(Persons):
    """Hectares of two kinds of forest that were tended: the same hectare may be tended in several years."""

    unit = hectare
    names = ("tended", "planted-forest", "natural-forest")


class Profits:
    """Profits of branches, which may be negative, their changes, and their shares of the total profit."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.branches = [report.flow(f"profit-{number}", VND) for number in range(2)]
        complete = report.structure((False, True))
        parts = tuple(branch.id for branch in self.branches)
        self.all = report.flow("profit", VND, Breakdown(parts=parts, complete=complete, disjoint=True))
        self.shares = [
            report.part.rate(f"{branch.id}-share", percent, of=branch, among=self.all, en="Share", vi="Tỷ trọng")
            for branch in self.branches
        ]
        size = report.size()
        parts_of_sum = self.branches if complete else [*self.branches, None]
        profits = [[report.number(-size, size) for _ in range(YEARS)] for _ in parts_of_sum]
        self.yearly = {branch.id: profit for branch, profit in zip(self.branches, profits, strict=False)}
        self.yearly[self.all.id] = [sum(year) for year in zip(*profits, strict=True)]

    def state(self) -> None:
        report = self.report
        indicator, branch = report.pick(self.all, *self.branches), report.number(0, 1)
        match report.number(0, 5):
            case 0 | 1:
                self._total(indicator, report.span())
            case 2:
                span = report.span(2)
                report.average(indicator, Fraction(self._sum(indicator, span), span[1] - span[0] + 1), span)
            case 3:
                first, last = report.span(2)
                levels = self._total(indicator, (first, first)), self._total(indicator, (last, last))
                true_numbers = self.yearly[indicator.id][first], self.yearly[indicator.id][last]
                report.change(indicator, last - first, levels, true_numbers)
            case 4:
                span = report.span()
                whole = self._sum(self.all, span)
                if whole:
                    true_number = Fraction(100 * self._sum(self.branches[branch], span), whole)
                    report.share_of(self._total(self.branches[branch], span), self.all, true_number, max_value=None)
            case _:
                self._share(branch)

    def _sum(self, indicator: Indicator, span: tuple[int, int]) -> int:
        return sum(self.yearly[indicator.id][span[0] : span[1] + 1])

    def _total(self, indicator: Indicator, span: tuple[int, int]) -> Observation:
        return self.report.total(indicator, self._sum(indicator, span), span)

    def _share(self, branch: int) -> None:
        """Add the share of a branch in the total profit: of one year, or the average over several."""
        report = self.report
        span = report.span()
        pairs = [(self.yearly[self.branches[branch].id][year], self.yearly[self.all.id][year]) for year in range(YEARS)]
        chosen = pairs[span[0] : span[1] + 1]
        if not all(whole for _, whole in chosen):
            return
        true_numbers = [Fraction(100 * part, whole) for part, whole in chosen]
        if len(true_numbers) > 1:
            report.average(self.shares[branch], sum(true_numbers, Fraction(0)) / len(true_numbers), span)
            return
        value = report.stated(Value, true_numbers[0], percent)
        report.part.at_end(self.shares[branch], value, years(*span), report.cite())


class Harvests:
    """Crops, areas and yields: the average yield of several years differs from average crop divided by average area."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.crop, self.area = report.flow("crop", tonne), report.flow("area", hectare)
        self.fruit = report.part.rate(
            "yield", quintal / hectare, of=self.crop, among=self.area, en="Yield", vi="Năng suất"
        )
        size = report.size()
        areas = [report.number(1, size) for _ in range(YEARS)]
        crops = [report.number(0, 10 * area) for area in areas]
        self.yearly = {
            self.crop.id: [Fraction(crop) for crop in crops],
            self.area.id: [Fraction(area) for area in areas],
            self.fruit.id: [Fraction(10 * crop, area) for crop, area in zip(crops, areas, strict=True)],
        }

    def state(self) -> None:
        report = self.report
        indicator = report.pick(self.crop, self.area, self.fruit)
        span = report.span()
        true_numbers = self.yearly[indicator.id][span[0] : span[1] + 1]
        match report.number(0, 3):
            case 0 | 1:
                report.average(indicator, sum(true_numbers, Fraction(0)) / len(true_numbers), span)
            case 2:
                report.each(indicator, true_numbers, span)
            case _ if indicator is self.fruit:
                value = report.stated(Value, true_numbers[0], indicator.unit, min_exponent=-2)
                report.part.within(indicator, value, years(span[0], span[0]), report.cite())
            case _:
                report.total(indicator, sum(true_numbers, Fraction(0)), span, min_exponent=-2)


class Outlooks:
    """Guests of two kinds, as counted, planned and forecast; the three series need not agree."""

    AHEAD: Final = 2
    """Number of planned and forecast years after the reported ones."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.kinds = [report.flow(f"guests-{number}", person_turn) for number in range(2)]
        breakdown = Breakdown(parts=tuple(kind.id for kind in self.kinds), complete=True, disjoint=True)
        self.all = report.flow("guests", person_turn, breakdown)
        size = report.size()
        self.yearly: dict[tuple[Status, ...], dict[str, list[int]]] = {}
        for statuses in ((), (Status.PLANNED,), (Status.FORECAST,)):
            count = YEARS + self.AHEAD if statuses else YEARS
            known = {kind.id: report.numbers(count, size) for kind in self.kinds}
            known[self.all.id] = [sum(counts) for counts in zip(*known.values(), strict=True)]
            self.yearly[statuses] = known

    def state(self) -> None:
        report = self.report
        indicator = report.pick(self.all, *self.kinds)
        statuses = report.pick(*self.yearly)
        true_numbers = self.yearly[statuses][indicator.id]
        span = report.span(among=len(true_numbers))
        report.total(indicator, sum(true_numbers[span[0] : span[1] + 1]), span, *statuses)
