"""State true numbers in a report, with rounding, qualifiers and units."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol, TypeVar

from hypothesis import strategies as st

from aseansc._decimals import FINE
from aseansc.authoring import ReportPart
from aseansc.citations import Citation
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
"""Number of reported years, starting with `FIRST`."""

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
    """Return the period between two years, both counted from the first reported year."""
    return Period.years(FIRST + first, FIRST + last)


class Subject(Protocol):
    """A set of true numbers, of which a report states one at a time."""

    def state(self) -> None: ...


class Report:
    """A part of a report to which true statements are added.

    Args:
        draw: supplied by Hypothesis.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.part = ReportPart(document="report", place="VN-01", period=years(0, YEARS - 1))
        self._cited = 0

    def cite(self) -> Citation:
        """Cite the next position of the document."""
        self._cited += 2
        return self.part.cite(self._cited, "x")

    # -- choices

    def pick(self, *options: T) -> T:
        """Draw one of the options."""
        return self.draw(st.sampled_from(options))

    def number(self, least: int, most: int) -> int:
        """Draw an integer between two limits, both included."""
        return self.draw(st.integers(least, most))

    def numbers(self, count: int, most: int) -> list[int]:
        """Draw a list of integers between 0 and a limit."""
        return [self.number(0, most) for _ in range(count)]

    def size(self) -> int:
        """Draw an upper limit for the numbers of one subject."""
        return self.pick(3, 60, 4000, 10**6)

    def span(self, least: int = 1, among: int = YEARS) -> tuple[int, int]:
        """Draw the first and last of at least this many consecutive years."""
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
        """State the total of a range of years."""
        value = self.stated(Value, truth, indicator.unit, least=least)
        return self.part.total(indicator, value, years(*span), self.cite(), statuses=statuses)

    def average(self, indicator: Indicator, truth: Fraction, span: tuple[int, int], most: int | None = None) -> None:
        """State the mean of a range of years."""
        value = self.stated(Value, truth, indicator.unit, least=-2, most=most)
        self.part.average(indicator, value, years(*span), self.cite())

    def each(self, indicator: Indicator, truths: list[int] | list[Fraction], span: tuple[int, int]) -> None:
        """State a number for every year: a lower bound, or the number itself if it is the same in all of them."""
        if min(truths) <= 0:
            return
        words = _WORDS if len(set(truths)) == 1 else (Qualifier.AT_LEAST,)
        value = self.stated(Value, min(truths), indicator.unit, least=0, words=words)
        self.part.each(indicator, value, years(*span), self.cite())

    def not_yet_counted(self) -> Status:
        """Draw the status of a figure that may turn out to be wrong."""
        return self.pick(*_NOT_YET_COUNTED)

    def change(
        self,
        indicator: Indicator,
        passed: int,
        levels: tuple[Observation, Observation],
        truths: tuple[int | Fraction, int | Fraction],
    ) -> None:
        """State the change between two stated levels in one of the forms that reports use."""
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
        if before < 0:  # some reports call a smaller loss a rise, in percent of the size of the loss
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
        """State the attainment of a plan in percent; ``None`` for a plan of zero, which always counts as met.

        If less is better, some reports call a figure below the plan an excess over it.
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
        """Return a plan as printed, possibly rounded or as a lower bound, and the number that percents of it refer to.

        A percent of "at least 100" refers to 100; if 1,853 is printed as 1,900, a percent refers to 1,853.
        """
        open_end = plan and self.pick(False, False, True)
        words = (Qualifier.AT_LEAST,) if open_end else (Qualifier.EXACT,)
        value = self.stated(Value, plan, unit, least=-1 if unit == percent else 0, words=words)
        number = Fraction(value.magnitude)
        return value, number if number and value.qualifier is Qualifier.AT_LEAST else Fraction(plan)

    def share_of(self, part: Observation, whole: Indicator, truth: Fraction, most: int | None = 100) -> None:
        """State a figure as a share of a whole."""
        self.part.share_of(part, whole, self.share(truth, most, percent, per_mille, times), self.cite())

    def share(self, truth: Fraction, most: int | None, *units: Unit) -> Value:
        """State a share, given in percent, in one of these units."""
        unit = self.pick(*units)
        factor = {percent: Fraction(1), per_mille: Fraction(10), times: Fraction(1, 100)}[unit]
        limit = None if most is None else max(1, int(most * factor))
        return self.stated(Value, truth * factor, unit, least=-4 if unit == times else -3, most=limit)

    # -- rounding and qualifiers

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
        """Return a statement that is true of a number after rounding, with a drawn qualifier.

        Args:
            kind: type of the statement.
            truth: the true number.
            unit: unit of the statement.
            least: power of ten of the finest rounding.
            most: upper limit of the statement.
            words: qualifiers to draw from.
            form: form of the statement, for types that have several.
        """
        size, sign = abs(Fraction(truth)), -1 if truth < 0 else 1
        place = self.number(least, max(least, len(str(int(size))) - 1))
        step = Fraction(10) ** place
        low = int(size / step)  # the largest multiple of the step that is not above the truth
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
    """Return 100 × (grown ^ (1 ÷ passed) - 1) to sixty digits, far more precise than any printed figure."""
    if not grown:
        return -_HUNDRED
    ratio = FINE.divide(Decimal(grown.numerator), Decimal(grown.denominator))
    root = FINE.power(ratio, FINE.divide(Decimal(1), Decimal(passed)))
    return (Fraction(root) - 1) * 100
