"""Subjects that move: a stock with the flows that change it, growth from year to year, and counts up to a day."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from aseansc.codelists import Absent
from aseansc.indicators import Direction, Indicator
from aseansc.strategies._worlds._report import YEARS, Report, years
from aseansc.units import commune, dwelling, household, percent, person_turn, year
from aseansc.values import Change, RelativeChange, Value

_NOT_STATED: Final = Absent.NOT_STATED


class Movements:
    """Poor households at year-ends, those that became and stopped being poor, and perhaps other changes.

    The report also says in words how they changed, and gives a level of each year.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        size = report.size()
        self.new, self.gone = report.flow("newly-poor", household), report.flow("no-longer-poor", household)
        complete = report.structure((False, True))
        self.poor = report.part.stock(
            "poor-homes",
            household,
            en="Poor",
            vi="Nghèo",
            inflows=(self.new.id,),
            outflows=(self.gone.id,),
            flows_complete=complete,
        )
        self.levels = [report.number(0, size)]
        self.flows: dict[str, list[int]] = {self.new.id: [], self.gone.id: []}
        for _ in range(YEARS):
            new, gone = report.number(0, size), report.number(0, self.levels[-1])
            other = 0 if complete else report.number(0, 3)
            self.flows[self.new.id].append(new)
            self.flows[self.gone.id].append(gone)
            self.levels.append(self.levels[-1] + new - gone + other)

    def state(self) -> None:
        report = self.report
        when = report.number(0, YEARS - 1)
        match report.number(0, 3):
            case 0:
                self._level(report.number(0, YEARS))
            case 1 | 2:
                first, last = report.pick((when, when), (0, YEARS - 1))
                for indicator in report.pick((self.new,), (self.gone,), (self.new, self.gone)):
                    report.total(indicator, sum(self.flows[indicator.id][first : last + 1]), (first, last))
                for moment in report.pick((), (first, last + 1)):
                    self._level(moment)
            case _:
                self._words()

    def _level(self, moment: int) -> None:
        value = self.report.stated(Value, self.levels[moment], household, min_exponent=0)
        if moment == 0:
            self.report.part.at_beginning(self.poor, value, years(0, 0), self.report.cite())
        else:  # the flows of a year are between the ends of two years
            self.report.part.at_end(self.poor, value, years(moment - 1, moment - 1), self.report.cite())

    def _words(self) -> None:
        """Add a finding that the number rose or fell, with the two levels that show it."""
        if self.levels[0] == self.levels[-1]:
            return
        self._level(0)
        self._level(YEARS)
        direction = Direction.UP if self.levels[-1] > self.levels[0] else Direction.DOWN
        start = self.report.cite().start
        self.report.part.result(start, start + 1, en="It moved", vi="Có", indicator=self.poor, direction=direction)


class Growth:
    """Growth of guests in each year, over several years, and per year."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.stays = report.flow("stays", person_turn)
        size = report.size()
        self.counts = [1 + report.number(0, size) for _ in range(YEARS + 1)]

    def state(self) -> None:
        first = self.report.number(0, YEARS - 1)
        steps = tuple((start, start + 1) for start in range(YEARS))
        for one, other in self.report.pick(((first, first + 1),), ((first, YEARS),), (*steps, (0, YEARS))):
            self._claim(one, other)

    def _claim(self, first: int, last: int) -> None:
        """Add a claim of the change from one year to another; 0 is the year before the first."""
        report = self.report
        before, after = self.counts[first], self.counts[last]
        relative = report.pick(False, True)
        per_year = report.pick(False, True) and last - first > 1
        time = years(first - 1, last - 1) if last - first > 1 or report.pick(False, True) else years(last - 1, last - 1)
        value: Change | RelativeChange
        if relative:
            growth = Fraction(after, before)
            value = report.stated(RelativeChange, (growth - 1) * 100, percent)
            if per_year:
                value = report.stated(RelativeChange, (growth - 1) * Fraction(100, last - first), percent / year)
        else:
            passed = last - first if per_year else 1
            unit = person_turn / year if per_year else person_turn
            value = report.stated(Change, Fraction(after - before, passed), unit)
        report.part.change(self.stays, _NOT_STATED, _NOT_STATED, value, report.cite(), time=time)


class Counted:
    """Communes with a clinic as a share of all, houses built up to a day, and a level of each year."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.every, self.clinics = report.stock("all-communes", commune), report.stock("clinics", commune)
        self.rate = report.part.share("clinic-rate", of=self.clinics, among=self.every, en="Rate", vi="Tỷ lệ")
        self.houses = report.flow("houses", dwelling)
        self.count = report.number(1, 200)
        self.with_clinic = [report.number(0, self.count) for _ in range(YEARS)]
        self.built = report.numbers(YEARS, report.size())

    def state(self) -> None:
        report = self.report
        when = report.number(0, YEARS - 1)
        part, time = report.part, years(when, when)
        match report.number(0, 3):
            case 0:
                part.at_end(self.every, Value.exact(self.count, commune), time, report.cite())
            case 1:
                share = report.share(Fraction(100 * self.with_clinic[when], self.count), 100, percent)
                part.at_end(self.rate, share, time, report.cite())
            case 2:
                value = report.stated(Value, sum(self.built[: when + 1]), dwelling, min_exponent=0)
                part.to_date(self.houses, value, years(0, when), report.cite())
            case _:
                self._level(self.clinics, when)

    def _level(self, indicator: Indicator, when: int) -> None:
        """Add the level at a year-end, or that of each year if it is the same in all."""
        report, level = self.report, self.with_clinic[when]
        if len(set(self.with_clinic)) == 1 and report.pick(False, True):
            report.each(indicator, self.with_clinic, (0, YEARS - 1))
            return
        value = report.stated(Value, level, commune, min_exponent=0)
        report.part.at_end(indicator, value, years(when, when), report.cite())
