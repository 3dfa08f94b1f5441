"""Subjects that are measured at moments: households in groups, and living conditions in two areas."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from aseansc.authoring import DOWN
from aseansc.codelists import Absent
from aseansc.indicators import Breakdown, Indicator
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Period, TimeCollection
from aseansc.strategies._worlds._report import FIRST, YEARS, Report, years
from aseansc.targets import Target
from aseansc.units import household, per_mille, percent, person
from aseansc.values import Value

_AREAS: Final = ("area:rural", "area:urban")


class Households:
    """All households and their groups, the rates of the groups, their changes, and plans to reduce them.

    The levels are those at the beginning of the first year and at the end of each year.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        names = [f"group-{number}" for number in range(report.structure((2, 3)))]
        self.groups = [report.stock(name, household) for name in names]
        self.all = report.stock("households", household, Breakdown(parts=tuple(names), complete=True, disjoint=True))
        self.rates = [
            report.part.share(f"{group.id}-rate", of=group, among=self.all, better=DOWN, en="Rate", vi="Tỷ lệ")
            for group in self.groups
        ]
        size = report.size()
        self.levels = {group.id: report.numbers(YEARS + 1, size) for group in self.groups}
        self.levels[self.all.id] = [sum(counts) for counts in zip(*self.levels.values(), strict=True)]
        self.targets: dict[tuple[str, int, str], tuple[Target, Fraction]] = {}
        self.estimates: dict[Status, dict[str, list[int]]] = {}

    def state(self) -> None:
        report = self.report
        group, moment = report.number(0, len(self.groups) - 1), report.number(0, YEARS)
        match report.number(0, 8):
            case 0 | 1:
                self._level(report.pick(self.all, *self.groups), moment)
            case 2:
                self._rate(group, moment)
            case 3:
                self._average(group)
            case 4:
                self._share(group, moment)
            case 5 | 6:
                self._change(group)
            case 7:
                self._attainment(group, report.number(1, YEARS))
            case _:
                self._estimate(group, moment)

    def _level(self, indicator: Indicator, moment: int) -> Observation:
        """Add an observation of a level; `moment` 0 is the beginning of the first year, *n* the end of the n-th."""
        return self._at(indicator, self._count(self.levels[indicator.id][moment]), moment)

    def _count(self, true_number: int) -> Value:
        return self.report.stated(Value, true_number, household, min_exponent=0)

    def _rate(self, group: int, moment: int) -> Observation | None:
        true_number = self._true_rate(group, moment)
        if true_number is None:
            return None
        return self._at(self.rates[group], self._share_of_all(true_number), moment)

    def _share_of_all(self, true_number: Fraction) -> Value:
        return self.report.share(true_number, 100, percent, per_mille)

    def _true_rate(self, group: int, moment: int) -> Fraction | None:
        return self._rate_in(self.levels, group, moment)

    def _rate_in(self, levels: dict[str, list[int]], group: int, moment: int) -> Fraction | None:
        whole = levels[self.all.id][moment]
        return Fraction(100 * levels[self.groups[group].id][moment], whole) if whole else None

    def _at(self, indicator: Indicator, value: Value, moment: int) -> Observation:
        """Add an observation at the beginning or end of a year, or on an unknown day of the year that `moment` ends."""
        if moment == 0 or self.report.number(0, 3):
            return self._at_boundary(indicator, value, moment)
        return self.report.part.within(indicator, value, years(moment - 1, moment - 1), self.report.cite())

    def _at_boundary(self, indicator: Indicator, value: Value, moment: int, *statuses: Status) -> Observation:
        """Add an observation at a year-end: on the last day, at the end, or at the beginning of the next year."""
        report, cited = self.report, self.report.cite()
        if moment < YEARS and (moment == 0 or not report.number(0, 3)):
            return report.part.at_beginning(indicator, value, Period.year(FIRST + moment), cited, statuses=statuses)
        if not report.number(0, 3):
            day = AsOf(date=years(moment - 1, moment - 1).end)
            return report.part.at(indicator, value, day, cited, statuses=statuses)
        first = 0 if moment == YEARS and report.pick(False, True) else moment - 1
        return report.part.at_end(indicator, value, years(first, moment - 1), cited, statuses=statuses)

    def _average(self, group: int) -> None:
        """Add the average over several year-ends; the average of a rate is not the ratio of the average counts."""
        report = self.report
        first, last = report.span(2)
        moments = range(first + 1, last + 2)
        indicator = report.pick(self.all, self.groups[group], self.rates[group])
        if indicator.unit == household:
            true_numbers = [Fraction(self.levels[indicator.id][moment]) for moment in moments]
        else:
            true_numbers = [rate for moment in moments if (rate := self._true_rate(group, moment)) is not None]
        if len(true_numbers) == len(moments):
            most = 100 if indicator.unit == percent else None
            report.average(indicator, sum(true_numbers, Fraction(0)) / len(true_numbers), (first, last), most)

    def _share(self, group: int, moment: int) -> None:
        """Add a claim of the share of a group in all households."""
        true_number = self._true_rate(group, moment)
        if true_number is not None:
            self.report.share_of(self._level(self.groups[group], moment), self.all, true_number)

    def _change(self, group: int) -> None:
        first, last = self.report.span(2, YEARS + 1)
        if self.report.pick(False, True):
            before, after = (Fraction(self.levels[self.groups[group].id][moment]) for moment in (first, last))
            levels = (self._level(self.groups[group], first), self._level(self.groups[group], last))
            self.report.change(self.groups[group], last - first, levels, (before, after))
            return
        rates = self._true_rate(group, first), self._true_rate(group, last)
        start, end = self._rate(group, first), self._rate(group, last)
        if rates[0] is not None and rates[1] is not None and start is not None and end is not None:
            self.report.change(self.rates[group], last - first, (start, end), (rates[0], rates[1]))

    def _attainment(self, group: int, moment: int) -> None:
        """Add the attainment of a plan for a lower rate; the plan is assigned or the province's own."""
        true_number = self._true_rate(group, moment)
        if true_number is None:
            return
        period = years(moment - 1, moment - 1)
        whose = "given"
        for whose in ("given", "own")[: self.report.number(1, 2)]:
            if (self.rates[group].id, moment, whose) not in self.targets:
                plan, number = self.report.planned(Fraction(self.report.number(1, 999), 10), percent)
                wanted = plan if self.report.pick(False, True) else Absent.NOT_STATED
                target = self.report.part.target(self.rates[group], wanted, period, TimeCollection.END)
                self.targets[self.rates[group].id, moment, whose] = target, number
        target, wanted_rate = self.targets[self.rates[group].id, moment, whose]
        value = self._share_of_all(true_number)
        actual = self.report.part.at_end(self.rates[group], value, period, self.report.cite())
        self.report.attained(actual, target, true_number * 100 / wanted_rate, less_is_better=True)

    def _estimate(self, group: int, moment: int) -> None:
        """Add an estimate, sometimes with the later count or with a change that was computed from the estimate.

        Estimates are consistent with one another, but not with the counts.
        """
        report, status = self.report, self.report.not_yet_counted()
        indicator, rate = report.pick(self.all, self.groups[group]), self._true_rate(group, moment)
        if status not in self.estimates:
            most = 2 * max(self.levels[self.all.id]) + 3
            drawn = {item.id: report.numbers(YEARS + 1, most) for item in self.groups}
            drawn[self.all.id] = [sum(counts) for counts in zip(*drawn.values(), strict=True)]
            self.estimates[status] = drawn
        guessed_rate = self._rate_in(self.estimates[status], group, moment)
        if rate is not None and guessed_rate is not None and report.pick(False, True):
            self._at_boundary(self.rates[group], self._share_of_all(guessed_rate), moment, status)
            if report.pick(False, True):
                self._at_boundary(self.rates[group], self._share_of_all(rate), moment)
            return
        guess = self.estimates[status][indicator.id][moment]
        estimated = self._at_boundary(indicator, self._count(guess), moment, status)
        if report.pick(False, True):
            self._at_boundary(indicator, self._count(self.levels[indicator.id][moment]), moment)
        if moment and report.pick(False, True):
            start = self._level(indicator, 0)
            report.change(indicator, moment, (start, estimated), (self.levels[indicator.id][0], guess))


class Areas:
    """People, households and poor households in two areas; a rate may be higher in one area than overall."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.people = report.stock("people", person)
        self.homes = report.stock("homes", household)
        self.poor = report.stock("poor", household)
        unit = report.structure((person / household, person))
        self.size = report.part.rate(
            "household-size", unit, of=self.people, among=self.homes, en="Household size", vi="Quy mô hộ"
        )
        self.poverty = report.part.share("poverty", of=self.poor, among=self.homes, en="Poverty", vi="Tỷ lệ nghèo")
        size = report.size()
        self.levels: dict[str, list[list[int]]] = {
            indicator.id: [] for indicator in (self.people, self.homes, self.poor)
        }
        for _ in range(YEARS):  # in each area, at the end of each year
            homes = report.numbers(len(_AREAS), size)
            self.levels[self.homes.id].append(homes)
            self.levels[self.poor.id].append([report.number(0, count) for count in homes])
            self.levels[self.people.id].append([report.number(count, 6 * count) for count in homes])

    def state(self) -> None:
        report = self.report
        moment, area = report.number(0, YEARS - 1), report.pick(None, *range(len(_AREAS)))
        match report.number(0, 4):
            case 0:
                self._level(report.pick(self.people, self.homes, self.poor), moment, area)
            case 1 | 2:
                self._rate(report.pick(self.size, self.poverty), moment, area)
            case 3:
                self._share(moment, area)
            case _:
                self._change(report.pick(self.size, self.poverty), area)

    def _count(self, indicator: Indicator, moment: int, area: int | None) -> int:
        counts = self.levels[indicator.id][moment]
        return sum(counts) if area is None else counts[area]

    def _true_rate(self, rate: Indicator, moment: int, area: int | None) -> Fraction | None:
        homes = self._count(self.homes, moment, area)
        above = self.poor if rate is self.poverty else self.people
        scale = 100 if rate is self.poverty else 1
        return Fraction(scale * self._count(above, moment, area), homes) if homes else None

    def _level(self, indicator: Indicator, moment: int, area: int | None) -> Observation:
        value = self.report.stated(Value, self._count(indicator, moment, area), indicator.unit, min_exponent=0)
        return self._at_end(indicator, value, moment, area)

    def _rate(self, rate: Indicator, moment: int, area: int | None) -> Observation | None:
        true_number = self._true_rate(rate, moment, area)
        if true_number is None:
            return None
        if rate is self.poverty:
            value = self.report.share(true_number, 100, percent, per_mille)
        else:
            value = self.report.stated(Value, true_number, rate.unit, min_exponent=-2)
        return self._at_end(rate, value, moment, area)

    def _at_end(self, indicator: Indicator, value: Value, moment: int, area: int | None) -> Observation:
        breakdown = () if area is None else (_AREAS[area],)
        return self.report.part.at_end(indicator, value, years(moment, moment), self.report.cite(), breakdown=breakdown)

    def _share(self, moment: int, area: int | None) -> None:
        """Add a claim of the share of the poor households of an area in its households, or in all."""
        whole = self._count(self.homes, moment, self.report.pick(area, None))
        if whole:
            part = self._level(self.poor, moment, area)
            self.report.share_of(part, self.homes, Fraction(100 * self._count(self.poor, moment, area), whole))

    def _change(self, rate: Indicator, area: int | None) -> None:
        first, last = self.report.span(2)
        true_numbers = self._true_rate(rate, first, area), self._true_rate(rate, last, area)
        start, end = self._rate(rate, first, area), self._rate(rate, last, area)
        if true_numbers[0] is not None and true_numbers[1] is not None and start is not None and end is not None:
            self.report.change(rate, last - first, (start, end), (true_numbers[0], true_numbers[1]))
