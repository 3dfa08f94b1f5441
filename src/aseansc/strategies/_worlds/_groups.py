"""Subjects with figures for categories and places: people, whom districts and the province count, and their rates."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from aseansc.indicators import Breakdown, Indicator
from aseansc.observations import Observation
from aseansc.periods import Period
from aseansc.strategies._worlds._report import FIRST, YEARS, Report, years
from aseansc.units import Unit, hectare, household, per_mille, percent, person, person_turn
from aseansc.values import Value

_SEXES: Final = ("sex:female", "sex:male", "")
_HOMES: Final = ("residence:urban", "residence:rural", "")
_AGES: Final = ("age:0-14", "age:15-59", "age:from-60")


class Categories:
    """Pupils by sex, residence and age, those with support among them, and the rate.

    The sex or residence of some may not be recorded. Over a year, a pupil who moves is counted in both residences.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        size, unknown = report.size(), report.structure((False, True))
        declared = [Breakdown(parts=_AGES, complete=True, disjoint=True)]
        if not unknown:
            declared += [Breakdown(parts=codes[:2], complete=True, disjoint=True) for codes in (_SEXES, _HOMES)]
        breakdowns = tuple(report.structure(((), declared)))
        self.pupils = report.stock("pupils", person, *breakdowns)
        self.helped = report.stock("helped-pupils", person, *breakdowns)
        self.rate = report.part.share(
            "help-rate", of=self.helped, among=self.pupils, en="Rate", vi="Tỷ lệ", breakdowns=breakdowns
        )
        self.trained = report.flow("trained-pupils", person)
        cells = [
            (sex, home, age)
            for sex in (_SEXES if unknown else _SEXES[:2])
            for home in (_HOMES if unknown else _HOMES[:2])
            for age in _AGES
        ]
        self.count = {cell: report.number(0, size) for cell in cells}
        self.count_helped = {cell: report.number(0, count) for cell, count in self.count.items()}
        self.moved = report.numbers(2, 3)
        """Trained pupils who were in both residences, by sex."""

    def state(self) -> None:
        """State one quantity for the categories of one scheme, or some of them, and for everyone."""
        report = self.report
        scheme = report.pick(_SEXES[:2], _HOMES[:2], _AGES)
        quantity = report.number(0, 3)
        for code in report.pick(("", *scheme), ("", *scheme), scheme[:1], ("", *scheme[:2])):
            self._state(quantity, code, (code,) if code else ())

    def _state(self, quantity: int, code: str, breakdown: tuple[str, ...]) -> None:
        match quantity:
            case 0:
                self._at_end(self.pupils, self._stated(self._of(self.count, code)), breakdown)
            case 1:
                self._at_end(self.helped, self._stated(self._of(self.count_helped, code)), breakdown)
            case 2:
                every = self._of(self.count, code)
                if every:
                    rate = Fraction(100 * self._of(self.count_helped, code), every)
                    self._at_end(self.rate, self.report.share(rate, 100, percent, per_mille), breakdown)
            case _:
                self._trained(code, breakdown)

    def _of(self, counts: dict[tuple[str, str, str], int], code: str) -> int:
        return sum(count for cell, count in counts.items() if not code or code in cell)

    def _stated(self, number: int) -> Value:
        return self.report.stated(Value, number, person, min_exponent=0)

    def _at_end(self, indicator: Indicator, value: Value, breakdown: tuple[str, ...]) -> Observation:
        return self.report.part.at_end(indicator, value, years(2, 2), self.report.cite(), breakdown=breakdown)

    def _trained(self, code: str, breakdown: tuple[str, ...]) -> None:
        if code in _AGES:
            return
        extra = sum(self.moved) if code in _HOMES and code else 0
        every = self._of(self.count_helped, code) + sum(self.moved) * (not code)
        if code in _SEXES and code:
            every += self.moved[_SEXES.index(code)]
        part = self.report.part
        part.total(self.trained, self._stated(every + extra), years(2, 2), self.report.cite(), breakdown=breakdown)


_DISTRICTS: Final = tuple(f"VN-01-{number}" for number in range(105, 113))


class Districts:
    """Households, land, pupils, visits and persons helped in the districts of a province, and their rates.

    The province runs a school and a hospital itself, and a person may be helped in two districts.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        size = report.size()
        self.homes, self.poor = report.stock("district-homes", household), report.stock("district-poor", household)
        self.rate = report.part.share("district-rate", of=self.poor, among=self.homes, en="Rate", vi="Tỷ lệ")
        self.others: dict[Indicator, tuple[Unit, int]] = {
            report.stock("district-land", hectare): (hectare, 0),
            report.stock("district-pupils", person): (person, report.number(0, size)),
            report.flow("district-visits", person_turn): (person_turn, report.number(0, size)),
            report.flow("district-helped", person): (person, -report.number(0, 2)),
        }
        self.size = size
        count = len(_DISTRICTS)
        self.counts: dict[str, list[list[int]]] = {self.homes.id: [], self.poor.id: []}
        for _ in range(YEARS):
            homes = report.numbers(count, size)
            self.counts[self.homes.id].append(homes)
            self.counts[self.poor.id].append([report.number(0, number) for number in homes])
        for indicator in self.others:
            self.counts[indicator.id] = [[2 + number for number in report.numbers(count, size)] for _ in range(YEARS)]

    def state(self) -> None:
        """State one quantity for some or all districts, and perhaps for the province."""
        report = self.report
        year = report.number(0, YEARS - 1)
        places = report.pick(_DISTRICTS, _DISTRICTS, _DISTRICTS[:3], ())
        indicator = report.pick(self.homes, self.poor, self.rate, *self.others)
        for place in (*places, "VN-01"):
            if indicator is self.rate:
                self._rate(place, year)
            else:
                self._count(indicator, place, year)

    def _true(self, indicator: Indicator, place: str, year: int) -> int:
        counts = self.counts[indicator.id][year]
        if place in _DISTRICTS:
            return counts[_DISTRICTS.index(place)]
        return sum(counts) + (self.others[indicator][1] if indicator in self.others else 0)

    def _count(self, indicator: Indicator, place: str, year: int) -> None:
        value = self.report.stated(Value, self._true(indicator, place, year), indicator.unit, min_exponent=0)
        state = self.report.part.at_end if indicator.kind == "stock" else self.report.part.total
        state(indicator, value, Period.year(FIRST + year), self.report.cite(), place=place)

    def _rate(self, place: str, year: int) -> None:
        homes = self._true(self.homes, place, year)
        if homes:
            rate = Fraction(100 * self._true(self.poor, place, year), homes)
            value = self.report.share(rate, 100, percent, per_mille)
            self.report.part.at_end(self.rate, value, Period.year(FIRST + year), self.report.cite(), place=place)
