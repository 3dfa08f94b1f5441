"""Write true numbers into a report as printed figures, with rounding, qualifiers and units."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from functools import partial
from typing import Final, Protocol, TypeVar

from aseansc._decimals import FINE
from aseansc.authoring import ReportPart
from aseansc.citations import Citation
from aseansc.indicators import Breakdown, Indicator
from aseansc.observations import Observation, Status
from aseansc.periods import Period
from aseansc.strategies._details import FigureDetails
from aseansc.targets import Target
from aseansc.units import Unit, month, per_mille, percent, percentage_point, times, year
from aseansc.values import Attainment, AttainmentForm, Change, Qualifier, RelativeChange, RelativeForm, Value

S = TypeVar("S", Value, Change, RelativeChange, Attainment)
T = TypeVar("T")

FIRST: Final = 2016
YEARS: Final = 3
"""Number of reported years, starting with `FIRST`."""

_HUNDRED: Final = Fraction(100)
_QUALIFIERS: Final = (
    *[Qualifier.EXACT] * 4,
    Qualifier.OVER,
    Qualifier.AT_LEAST,
    Qualifier.NEARLY,
    Qualifier.UNDER,
    Qualifier.AT_MOST,
    Qualifier.ABOUT,
    Qualifier.BETWEEN,
)
_NOT_YET_COUNTED: Final = (Status.ESTIMATED, Status.PROVISIONAL)


def years(first: int, last: int) -> Period:
    """Return the period from one year to another, both included; 0 is the first reported year, 1 the next one."""
    return Period.years(FIRST + first, FIRST + last)


class Subject(Protocol):
    """A set of true numbers; each call of `state` adds one statement about them to the report."""

    def state(self) -> None: ...


class Choices(Protocol):
    """Make the choices of a report."""

    def pick(self, options: Sequence[T]) -> T:
        """Return one of some options."""
        ...

    def number(self, min_value: int, max_value: int) -> int:
        """Return a whole number between two, both included."""
        ...

    def structure(self, options: Sequence[T]) -> T:
        """Return one of some options for an indicator: reports that share their indicators need the same."""
        ...

    def details(self) -> FigureDetails:
        """Return what few observations state beside their value."""
        ...


class Way(Enum):
    """How a report computes an attainment where less is better."""

    OF_PLAN = auto()
    PLAN_BY_ACTUAL = auto()
    TWICE_LESS_ACTUAL = auto()


class Report:
    """A part of a report to which true statements are added.

    Args:
        choices: make its choices.
    """

    def __init__(self, choices: Choices) -> None:
        self.number, self.structure, self.details = choices.number, choices.structure, choices.details
        self._choices = choices
        self.part = ReportPart(document="report", place="VN-01", period=years(0, YEARS - 1))
        self.way = self.pick(*Way)
        self._cited = 0

    def cite(self) -> Citation:
        """Return a citation of one character at the next free position."""
        self._cited += 2
        return self.part.cite(self._cited, "x")

    # -- choices

    def pick(self, *options: T) -> T:
        return self._choices.pick(options)

    def numbers(self, count: int, max_value: int) -> list[int]:
        return [self.number(0, max_value) for _ in range(count)]

    def size(self) -> int:
        """Draw an upper limit for the numbers of one subject."""
        return self.pick(3, 60, 4000, 10**6)

    def span(self, min_years: int = 1, among: int = YEARS) -> tuple[int, int]:
        """Draw a range of at least `min_years` of the first `among` years: its first and last year, counted from 0."""
        first = self.number(0, among - min_years)
        return first, self.number(first + min_years - 1, among - 1)

    # -- indicators

    def stock(self, name: str, unit: Unit, *breakdowns: Breakdown) -> Indicator:
        return self.part.stock(name, unit, en=name, vi=name, breakdowns=breakdowns)

    def flow(self, name: str, unit: Unit, *breakdowns: Breakdown) -> Indicator:
        return self.part.flow(name, unit, en=name, vi=name, breakdowns=breakdowns)

    # -- statements

    def total(
        self,
        indicator: Indicator,
        true_number: int | Fraction,
        span: tuple[int, int],
        *statuses: Status,
        min_exponent: int = 0,
    ) -> Observation:
        """Add an observation of the total over a range of years.

        Args:
            indicator: the flow.
            true_number: the true total.
            span: the first and the last year, counted from 0.
            statuses: statuses of the observation.
            min_exponent: power of ten of the finest rounding.
        """
        value = self.stated(Value, true_number, indicator.unit, min_exponent=min_exponent)
        return self.part.total(indicator, value, years(*span), self.cite(), statuses=statuses)

    def average(
        self, indicator: Indicator, true_number: Fraction, span: tuple[int, int], max_value: int | None = None
    ) -> None:
        """Add an observation of the yearly average over a range of years; arguments as for `total`."""
        value = self.stated(Value, true_number, indicator.unit, min_exponent=-2, max_value=max_value)
        self.part.average(indicator, value, years(*span), self.cite())

    def each(self, indicator: Indicator, true_numbers: list[int] | list[Fraction], span: tuple[int, int]) -> None:
        """Add an observation of the amount in each year of a range.

        It states the smallest true number as a lower bound, or as the number itself if all years have the same.
        """
        if min(true_numbers) <= 0:
            return
        qualifiers = _QUALIFIERS if len(set(true_numbers)) == 1 else (Qualifier.AT_LEAST,)
        value = self.stated(Value, min(true_numbers), indicator.unit, min_exponent=0, qualifiers=qualifiers)
        self.part.each(indicator, value, years(*span), self.cite())

    def not_yet_counted(self) -> Status:
        """Draw the status *estimated* or *provisional*: the figure may differ from the later count."""
        return self.pick(*_NOT_YET_COUNTED)

    def change(
        self,
        indicator: Indicator,
        years_passed: int,
        levels: tuple[Observation, Observation],
        true_numbers: tuple[int | Fraction, int | Fraction],
    ) -> None:
        """Add a claim of the change between two observations, in one of the forms that reports use.

        Args:
            indicator: the indicator that changed.
            years_passed: the number of years between the observations.
            levels: the observations before and after.
            true_numbers: the true numbers before and after.
        """
        before, after = map(Fraction, true_numbers)
        unit = percentage_point if indicator.unit == percent else indicator.unit
        ways: list[Callable[[], Change | RelativeChange]] = [
            lambda: self.stated(Change, after - before, unit),
            lambda: self.stated(Change, (after - before) / years_passed, unit / year),
        ]
        growth = after / before if before else Fraction(0)
        if before:
            ways += [
                lambda: self.stated(RelativeChange, (growth - 1) * 100, percent),
                lambda: self.stated(RelativeChange, growth * 100, percent, form=RelativeForm.TO),
            ]
            ways += [partial(self.stated, RelativeChange, number, times, form=form) for form, number in _times(growth)]
        if before < 0:  # some reports call a smaller loss a rise, in percent of the size of the loss
            ways.append(lambda: self.stated(RelativeChange, (1 - growth) * 100, percent))
        if before > 0:
            ways.append(lambda: self.stated(RelativeChange, (growth - 1) * Fraction(100, years_passed), percent / year))
            ways.append(
                lambda: self.stated(RelativeChange, (growth - 1) * Fraction(25, 3 * years_passed), percent / month)
            )
        if before > 0 and after >= 0:
            ways.append(lambda: self.stated(RelativeChange, _compound(growth, years_passed), percent / year))
            ways.append(lambda: self.stated(RelativeChange, _compound(growth, 12 * years_passed), percent / month))
        self.part.change(indicator, *levels, self.pick(*ways)(), self.cite())

    def attained(
        self, actual: Observation, target: Target, percent_of_plan: Fraction | None, *, less_is_better: bool = False
    ) -> None:
        """Add a claim of the attainment of a plan; `percent_of_plan` is ``None`` for a plan of zero, which is met.

        Where less is better, a report computes all of them in one way: actual figure ÷ plan, plan ÷ actual figure, or
        200 % less actual figure ÷ plan. In the first way, some call a figure below the plan an excess over it.
        """
        number = self._way(percent_of_plan) if less_is_better and percent_of_plan is not None else percent_of_plan
        if number is not None:
            forms = _of_plan(number)
            if less_is_better and number == percent_of_plan:
                better = AttainmentForm.OVER_PLAN if number < _HUNDRED else AttainmentForm.UNDER_PLAN
                forms.append((better, forms[0][1]))
            form, true_number = self.pick(*forms)
            value = self.stated(Attainment, true_number, percent, form=form)
            self.part.attainment(actual, target, value, self.cite())
        elif percent_of_plan is None:
            self.part.attainment(actual, target, Attainment.exact(100, percent), self.cite())

    def _way(self, percent_of_plan: Fraction) -> Fraction | None:
        """Return an attainment in the way of this report where less is better; ``None`` if it has no value."""
        if self.way is Way.PLAN_BY_ACTUAL:
            return _HUNDRED * _HUNDRED / percent_of_plan if percent_of_plan else None
        return percent_of_plan if self.way is Way.OF_PLAN else 2 * _HUNDRED - percent_of_plan

    def planned(self, plan: int | Fraction, unit: Unit) -> tuple[Value, Fraction]:
        """Return a plan as printed, possibly rounded or as a lower bound, and the number that percents of it refer to.

        A percent of "at least 100" refers to 100; if 1,853 is printed as 1,900, a percent refers to 1,853.
        """
        open_end = plan and self.pick(False, False, True)
        qualifiers = (Qualifier.AT_LEAST,) if open_end else (Qualifier.EXACT,)
        value = self.stated(Value, plan, unit, min_exponent=-1 if unit == percent else 0, qualifiers=qualifiers)
        number = Fraction(value.magnitude)
        return value, number if number and value.qualifier is Qualifier.AT_LEAST else Fraction(plan)

    def share_of(self, part: Observation, whole: Indicator, true_number: Fraction, max_value: int | None = 100) -> None:
        """Add a claim that an observation is a share of a whole; `true_number` is the share in percent."""
        self.part.share_of(part, whole, self.share(true_number, max_value, percent, per_mille, times), self.cite())

    def share(self, true_number: Fraction, max_value: int | None, *units: Unit) -> Value:
        """Return a share as printed in one of these units; `true_number` and `max_value` are in percent."""
        unit = self.pick(*units)
        factor = {percent: Fraction(1), per_mille: Fraction(10), times: Fraction(1, 100)}[unit]
        limit = None if max_value is None else max(1, int(max_value * factor))
        return self.stated(Value, true_number * factor, unit, min_exponent=-4 if unit == times else -3, max_value=limit)

    # -- rounding and qualifiers

    def stated(
        self,
        kind: type[S],
        true_number: int | Fraction,
        unit: Unit,
        *,
        min_exponent: int = -3,
        max_value: int | None = None,
        qualifiers: tuple[Qualifier, ...] = _QUALIFIERS,
        form: object = None,
    ) -> S:
        """Return a true statement about a number: rounded, with a drawn qualifier.

        Args:
            kind: type of the statement.
            true_number: the true number.
            unit: unit of the statement.
            min_exponent: power of ten of the finest rounding.
            max_value: upper limit of the statement.
            qualifiers: qualifiers to draw from.
            form: form of the statement, for types that have several.
        """
        size, sign = abs(Fraction(true_number)), -1 if true_number < 0 else 1
        place = self.number(min_exponent, max(min_exponent, len(str(int(size))) - 1))
        step = Fraction(10) ** place
        qualifier = self.pick(*qualifiers)
        ends = self._ends(qualifier, size / step)
        is_too_large = max_value is not None and ends[-1] * step > max_value
        if ends[0] < 0 or is_too_large or (qualifier is not Qualifier.EXACT and not ends[0]):
            return self.stated(
                kind,
                true_number,
                unit,
                min_exponent=min(min_exponent, 0),
                max_value=max_value,
                qualifiers=(Qualifier.EXACT,),
                form=form,
            )
        magnitude, *upper = sorted(_decimal(sign * end, place) for end in ends)
        more = {} if form is None else {"form": form}
        return kind(magnitude=magnitude, upper=upper[0] if upper else None, unit=unit, qualifier=qualifier, **more)  # type: ignore[arg-type]

    def _ends(self, qualifier: Qualifier, steps: Fraction) -> tuple[int, ...]:
        """Return the printed number, or both ends of a range, so that the statement is true of a number of steps."""
        low, high = math.floor(steps), math.ceil(steps)
        match qualifier:
            case Qualifier.OVER:
                return (high - 1,)
            case Qualifier.AT_LEAST:
                return (low,)
            case Qualifier.NEARLY | Qualifier.UNDER:
                return (low + 1,)
            case Qualifier.AT_MOST:
                return (high,)
            case Qualifier.ABOUT:
                return (max(0, low + self.number(-1, 2)),)
            case Qualifier.BETWEEN:
                return low, high + 1
            case _:  # exact
                return (low + int(steps - low > Fraction(1, 2)),)


def _decimal(number: int, place: int) -> Decimal:
    return Decimal((int(number < 0), tuple(map(int, str(abs(number)))), place))


def _of_plan(number: Fraction) -> list[tuple[AttainmentForm, Fraction]]:
    """Return the forms of an attainment, each with its number: above or below the plan, and a percentage of it."""
    beyond = (AttainmentForm.OVER_PLAN if number >= _HUNDRED else AttainmentForm.UNDER_PLAN, abs(number - 100))
    return [beyond, (AttainmentForm.OF_PLAN, number)] if number >= 0 else [beyond]


def _times(growth: Fraction) -> list[tuple[RelativeForm, Fraction]]:
    """Return the forms in times of a growth factor, each with its number: *tăng 2 lần* may mean to or by 2 times."""
    found = [(RelativeForm.TIMES, growth)] if growth >= 0 else []
    if growth > 1:
        found += [(RelativeForm.INCREASE_TIMES, growth), (RelativeForm.INCREASE_TIMES, growth - 1)]
    if 0 < growth <= Fraction(1, 2):
        found += [(RelativeForm.DECREASE_TIMES, 1 / growth), (RelativeForm.DECREASE_TIMES, 1 / growth - 1)]
    return found


def _compound(growth: Fraction, years_passed: int) -> Fraction:
    """Return the compound rate in percent, 100 × (growth ^ (1 ÷ years_passed) - 1), to sixty digits."""
    if not growth:
        return -_HUNDRED
    ratio = FINE.divide(Decimal(growth.numerator), Decimal(growth.denominator))
    root = FINE.power(ratio, FINE.divide(Decimal(1), Decimal(years_passed)))
    return (Fraction(root) - 1) * 100
