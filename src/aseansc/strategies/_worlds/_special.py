"""Subjects with figures that are more than a number: net flows, cells without a number, replaced figures, rankings."""

from __future__ import annotations

from fractions import Fraction

from aseansc.codelists import Absent
from aseansc.observations import Observation, Status
from aseansc.periods import TimeCollection
from aseansc.strategies._worlds._report import YEARS, Report, years
from aseansc.units import per_100_000, percent, percentage_point, person, province, rank
from aseansc.values import Change, Value

_ABSENCES = tuple(status for status in Status if status.is_absence)


class Migrants:
    """Arrivals with women among them, departures, and the net flow, which may be negative."""

    def __init__(self, report: Report) -> None:
        self.report = report
        size = report.size()
        self.men, self.women, self.left = (report.numbers(YEARS, size) for _ in range(3))
        self.arrivals, self.departures = report.flow("arrivals", person), report.flow("departures", person)
        self.net = report.part.flow("net-migration", person, net=True, en="net migration", vi="di cư thuần")

    def state(self) -> None:
        report, span = self.report, self.report.span()
        women, everyone, left = (
            sum(numbers[span[0] : span[1] + 1])
            for numbers in (self.women, [a + b for a, b in zip(self.women, self.men, strict=True)], self.left)
        )
        match report.number(0, 4):
            case 0:
                report.total(self.arrivals, everyone, span)
                report.total(self.departures, left, span)
            case 1:
                self._net(everyone - left, span)
            case 2:  # an estimate was printed first, and may differ
                early = self._net(report.number(-20, 20), span, report.not_yet_counted())
                self._net(everyone - left, span, revises=early)
            case 3:
                self._absent(span)
            case _:
                self._women(women, everyone, span)

    def _net(
        self, true_number: int, span: tuple[int, int], *statuses: Status, revises: Observation | None = None
    ) -> Observation:
        value = self.report.stated(Change, true_number, person, min_exponent=0)
        more = self.report.details()
        return self.report.part.total(
            self.net, value, years(*span), self.report.cite(), statuses=statuses, revises=revises, **more
        )

    def _absent(self, span: tuple[int, int]) -> None:
        """Add a cell without a number, for all or for a category."""
        indicator = self.report.pick(self.arrivals, self.departures, self.net)
        self.report.part.total(
            indicator,
            Absent.NOT_STATED,
            years(*span),
            self.report.cite(),
            statuses=(self.report.pick(*_ABSENCES),),
            breakdown=self.report.pick((), ("sex:female",)),
        )

    def _women(self, women: int, everyone: int, span: tuple[int, int]) -> None:
        """Add the women among the arrivals, and their share of all arrivals."""
        report = self.report
        value = report.stated(Value, women, person, min_exponent=0)
        part = report.part.total(self.arrivals, value, years(*span), report.cite(), breakdown=("sex:female",))
        if everyone:
            report.share_of(part, self.arrivals, Fraction(100 * women, everyone))


class Rankings:
    """The place of a province among all, cases per 100,000 persons, and planned ranges and changes of a rate."""

    def __init__(self, report: Report) -> None:
        self.report = report
        part = report.part
        self.ranked = report.stock("ranked", province)
        self.place = part.rate("place", rank, among=self.ranked, en="place", vi="thứ hạng")
        self.people, self.cases = report.stock("residents", person), report.flow("cases", person)
        self.rate = part.rate("case-rate", per_100_000, of=self.cases, among=self.people, en="rate", vi="tỷ lệ")
        self.planned = part.share("planned-rate", en="planned rate", vi="tỷ lệ")
        self.count = report.number(1, 63)
        self.places = [report.number(1, self.count) for _ in range(YEARS)]
        self.residents = [report.number(1, 10**6) for _ in range(YEARS)]
        self.counted = [report.number(0, 10**4) for _ in range(YEARS)]

    def state(self) -> None:
        report, when = self.report, self.report.number(0, YEARS - 1)
        part, time = report.part, years(when, when)
        match report.number(0, 3):
            case 0:
                part.within(self.place, Value.exact(self.places[when], rank), time, report.cite())
                part.within(self.ranked, Value.exact(self.count, province), time, report.cite())
            case 1:
                part.average(self.people, report.stated(Value, self.residents[when], person), time, report.cite())
                report.total(self.cases, self.counted[when], (when, when))
            case 2:
                true_number = Fraction(10**5 * self.counted[when], self.residents[when])
                part.within(self.rate, report.stated(Value, true_number, per_100_000), time, report.cite())
            case _:
                self._plan()

    def _plan(self) -> None:
        """Add a plan that says a range, a limit or a change, for all or for a category; plans may be missed."""
        low = self.report.number(0, 90)
        values: tuple[Value | Change, ...] = (
            Value.between(low, low + 5, percent),
            Value.under(low + 1, percent),
            Change.between(-low - 2, -low - 1, percentage_point),
        )
        breakdown = self.report.pick((), ("residence:rural",))
        self.report.part.target(
            self.planned,
            self.report.pick(*values),
            years(0, YEARS - 1),
            TimeCollection.END,
            self.report.cite(),
            breakdown=breakdown,
        )
