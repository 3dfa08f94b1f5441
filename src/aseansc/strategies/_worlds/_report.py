"""How what is true is put in a report: rounded to some place, after some word, in some unit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol, TypeVar

from hypothesis import strategies as st

from aseansc._decimals import FINE
from aseansc.citations import Citation
from aseansc.encoding import Part
from aseansc.indicators import Breakdown, Indicator
from aseansc.observations import Observation, Status
from aseansc.periods import Period
from aseansc.targets import Target
from aseansc.units import Unit, month, per_mille, percent, percentage_point, times, year
from aseansc.values import Attainment, AttainmentForm, Change, Qualifier, RelativeChange, RelativeForm, Value

S = TypeVar("S", Value, Change, RelativeChange, Attainment)
T = TypeVar("T")

FIRST: Final = 2016
YEARS: Final = 3
"""The years that a report is about, from the first."""

_HUNDRED: Final = Fraction(100)
_WORDS: Final = (
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
    """From one year to another, both numbered from the first that the report is about."""
    return Period.years(FIRST + first, FIRST + last)


class Subject(Protocol):
    """Some things that are true, drawn once, of which a report states one after the other."""

    def state(self) -> None: ...


class Report:
    """A part of a report, in which something true is stated.

    Args:
        draw: given by Hypothesis.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.part = Part(document="report", place="VN-01", period=years(0, YEARS - 1))
        self._cited = 0

    def cite(self) -> Citation:
        """The next place of the document."""
        self._cited += 2
        return self.part.cite(self._cited, "x")

    # -- choices

    def pick(self, *options: T) -> T:
        """One of some things."""
        return self.draw(st.sampled_from(options))

    def number(self, least: int, most: int) -> int:
        """A whole number between two, both included."""
        return self.draw(st.integers(least, most))

    def numbers(self, count: int, most: int) -> list[int]:
        """So many whole numbers from 0."""
        return [self.number(0, most) for _ in range(count)]

    def size(self) -> int:
        """How large the things of one kind may be."""
        return self.pick(3, 60, 4000, 10**6)

    def span(self, least: int = 1, among: int = YEARS) -> tuple[int, int]:
        """The first and the last of at least so many years that follow one another."""
        first = self.number(0, among - least)
        return first, self.number(first + least - 1, among - 1)

    # -- indicators

    def stock(self, name: str, unit: Unit, *breakdowns: Breakdown) -> Indicator:
        return self.part.stock(name, unit, en=name, vi=name, breakdowns=breakdowns)

    def flow(self, name: str, unit: Unit, *breakdowns: Breakdown) -> Indicator:
        return self.part.flow(name, unit, en=name, vi=name, breakdowns=breakdowns)

    # -- statements

    def total(
        self,
        indicator: Indicator,
        truth: int | Fraction,
        span: tuple[int, int],
        *statuses: Status,
        least: int = 0,
    ) -> Observation:
        """The total of some years."""
        value = self.stated(Value, truth, indicator.unit, least=least)
        return self.part.total(indicator, value, years(*span), self.cite(), statuses=statuses)

    def average(self, indicator: Indicator, truth: Fraction, span: tuple[int, int], most: int | None = None) -> None:
        """The mean of some years."""
        value = self.stated(Value, truth, indicator.unit, least=-2, most=most)
        self.part.average(indicator, value, years(*span), self.cite())

    def each(self, indicator: Indicator, truths: list[int] | list[Fraction], span: tuple[int, int]) -> None:
        """So much in every year: a bound that all of them keep, or one number where they are alike."""
        if min(truths) <= 0:
            return
        words = _WORDS if len(set(truths)) == 1 else (Qualifier.AT_LEAST,)
        value = self.stated(Value, min(truths), indicator.unit, least=0, words=words)
        self.part.each(indicator, value, years(*span), self.cite())

    def not_yet_counted(self) -> Status:
        """The standing of a figure that may turn out wrong."""
        return self.pick(*_NOT_YET_COUNTED)

    def change(
        self,
        indicator: Indicator,
        passed: int,
        levels: tuple[Observation, Observation],
        truths: tuple[int | Fraction, int | Fraction],
    ) -> None:
        """A change between two levels that are stated, put in one of the ways in which reports put it."""
        before, after = map(Fraction, truths)
        unit = percentage_point if indicator.unit == percent else indicator.unit
        ways: list[Callable[[], Change | RelativeChange]] = [
            lambda: self.stated(Change, after - before, unit),
            lambda: self.stated(Change, (after - before) / passed, unit / year),
        ]
        grown = after / before if before else Fraction(0)
        if before:
            ways += [
                lambda: self.stated(RelativeChange, (grown - 1) * 100, percent),
                lambda: self.stated(RelativeChange, grown * 100, percent, form=RelativeForm.TO),
                lambda: self.stated(RelativeChange, grown, times, form=RelativeForm.TIMES),
            ]
        if before < 0:  # a smaller loss is a rise for some, who take the percent of its size
            ways.append(lambda: self.stated(RelativeChange, (1 - grown) * 100, percent))
        if before > 0:
            ways.append(lambda: self.stated(RelativeChange, (grown - 1) * Fraction(100, passed), percent / year))
            ways.append(lambda: self.stated(RelativeChange, (grown - 1) * Fraction(25, 3 * passed), percent / month))
        if before > 0 and after >= 0:
            ways.append(lambda: self.stated(RelativeChange, _compound(grown, passed), percent / year))
            ways.append(lambda: self.stated(RelativeChange, _compound(grown, 12 * passed), percent / month))
        self.part.change(indicator, *levels, self.pick(*ways)(), self.cite())

    def attained(
        self, actual: Observation, target: Target, reached: Fraction | None, *, less_is_better: bool = False
    ) -> None:
        """How far a plan was met, in percent of it; ``None`` for a plan of nothing, which is met as a matter of course.

        Where less is better, to be under a plan is for some to be over it.
        """
        if reached is None:
            value = Attainment.exact(100, percent)
        else:
            short, over = (AttainmentForm.UNDER_PLAN, 100 - reached), (AttainmentForm.OVER_PLAN, reached - 100)
            further = [over if reached >= _HUNDRED else short]
            if less_is_better:
                further.append((AttainmentForm.OVER_PLAN if reached < _HUNDRED else short[0], further[0][1]))
                if reached <= 2 * _HUNDRED:
                    further.append((AttainmentForm.OF_PLAN, 2 * _HUNDRED - reached))
            form, truth = self.pick((AttainmentForm.OF_PLAN, reached), *further)
            value = self.stated(Attainment, truth, percent, form=form)
        self.part.attainment(actual, target, value, self.cite())

    def planned(self, plan: int | Fraction, unit: Unit) -> tuple[Value, Fraction]:
        """A plan as it is printed, perhaps rounded or left open, and what a percent of it is of.

        A percent of "at least 100" is one of 100; of 1 900 that are printed for 1 853 it is one of 1 853.
        """
        open_end = plan and self.pick(False, False, True)
        words = (Qualifier.AT_LEAST,) if open_end else (Qualifier.EXACT,)
        value = self.stated(Value, plan, unit, least=-1 if unit == percent else 0, words=words)
        number = Fraction(value.magnitude)
        return value, number if number and value.qualifier is Qualifier.AT_LEAST else Fraction(plan)

    def share_of(self, part: Observation, whole: Indicator, truth: Fraction, most: int | None = 100) -> None:
        """A figure as a share of a whole."""
        self.part.share_of(part, whole, self.share(truth, most, percent, per_mille, times), self.cite())

    def share(self, truth: Fraction, most: int | None, *units: Unit) -> Value:
        """A share that is known in percent, in one of some units."""
        unit = self.pick(*units)
        factor = {percent: Fraction(1), per_mille: Fraction(10), times: Fraction(1, 100)}[unit]
        limit = None if most is None else max(1, int(most * factor))
        return self.stated(Value, truth * factor, unit, least=-4 if unit == times else -3, most=limit)

    # -- how it is stated

    def stated(
        self,
        kind: type[S],
        truth: int | Fraction,
        unit: Unit,
        *,
        least: int = -3,
        most: int | None = None,
        words: tuple[Qualifier, ...] = _WORDS,
        form: object = None,
    ) -> S:
        """A statement that leaves the truth possible: rounded to some place, after some word.

        Args:
            kind: the type of the statement.
            truth: what it is of.
            unit: in which it is put.
            least: the finest place to round to, as a power of ten.
            most: what no statement of it goes above.
            words: the qualifiers to choose from.
            form: the form, where the type has several.
        """
        size, sign = abs(Fraction(truth)), -1 if truth < 0 else 1
        place = self.number(least, max(least, len(str(int(size))) - 1))
        step = Fraction(10) ** place
        low = int(size / step)  # the last step that is not above the truth
        met = low * step == size
        word = self.pick(*words)
        high = low if met else low + 1
        upper: int | None = None
        if word in (Qualifier.OVER, Qualifier.AT_LEAST):
            number = low - 1 if met and word is Qualifier.OVER else low
        elif word in (Qualifier.NEARLY, Qualifier.UNDER, Qualifier.AT_MOST):
            number = high if word is Qualifier.AT_MOST or not met else high + 1
        elif word is Qualifier.ABOUT:
            number = max(0, low + self.number(-1, 2))
        elif word is Qualifier.BETWEEN:
            number, upper = low, high + 1
        else:
            number = low if size - low * step <= step / 2 else low + 1
        ends = [end for end in (number, upper) if end is not None]
        if (
            min(ends) < 0
            or (most is not None and max(ends) * step > most)
            or (word is not Qualifier.EXACT and not number)
        ):
            return self.stated(kind, truth, unit, least=min(least, 0), most=most, words=(Qualifier.EXACT,), form=form)
        magnitude, top = (None if end is None else _decimal(sign * end, place) for end in (number, upper))
        if sign < 0 and top is not None:
            magnitude, top = top, magnitude
        assert magnitude is not None
        more = {} if form is None else {"form": form}
        return kind(magnitude=magnitude, upper=top, unit=unit, qualifier=word, **more)  # type: ignore[arg-type]


def _decimal(number: int, place: int) -> Decimal:
    return Decimal((int(number < 0), tuple(map(int, str(abs(number)))), place))


def _compound(grown: Fraction, passed: int) -> Fraction:
    """100 × (grown ^ (1 ÷ times) − 1), to sixty digits: far finer than anything that is printed."""
    if not grown:
        return -_HUNDRED
    ratio = FINE.divide(Decimal(grown.numerator), Decimal(grown.denominator))
    root = FINE.power(ratio, FINE.divide(Decimal(1), Decimal(passed)))
    return (Fraction(root) - 1) * 100
