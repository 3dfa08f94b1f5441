"""Consistent worlds: a true state of affairs, and a review that states it, rounded and qualified as reports do.

Whatever such a review states is true, so no audit may contradict it. The truth is kept in fractions, and every
statement of it is made by the table of qualifiers: what is printed leaves the truth possible.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final, TypeVar

from hypothesis import strategies as st

from aseansc.citations import Citation, Document, sha256_of
from aseansc.codelists import Absent
from aseansc.encoding import Part, assemble
from aseansc.indicators import Breakdown, Indicator
from aseansc.observations import Observation
from aseansc.periods import Period, TimeCollection
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, household, percent, percentage_point, person_turn, times, year
from aseansc.values import Attainment, AttainmentForm, Change, Qualifier, RelativeChange, RelativeForm, Value

S = TypeVar("S", Value, Change, RelativeChange, Attainment)

_FIRST: Final = 2016
_YEARS: Final = 3
_TEXT: Final = "x" * 2000
_HUNDRED: Final = Fraction(100)
_FINE: Final = Context(prec=60)

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


class _World:
    """What is true, drawn once, and a part in which some of it is stated."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.part = Part(document="report", place="VN-01", period=Period.years(_FIRST, _FIRST + _YEARS - 1))
        self.cited = 0
        count = draw(st.integers(2, 3))
        names = [f"group-{number}" for number in range(count)]
        self.groups = [self._stock(name) for name in names]
        self.all = self._stock("households", Breakdown(parts=tuple(names), complete=True, disjoint=True))
        self.rates = [
            self.part.share(f"{group.id}-rate", of=group, among=self.all, en="Rate", vi="Tỷ lệ")
            for group in self.groups
        ]
        self.kinds = [self._flow(f"visits-{number}") for number in range(2)]
        parts = tuple(kind.id for kind in self.kinds)
        self.visits = self._flow("visits", Breakdown(parts=parts, complete=draw(st.booleans()), disjoint=True))
        sizes = st.integers(0, draw(st.sampled_from([3, 60, 4000, 10**6])))
        # Levels at the beginning of the first year, at the end of each, and at some time within each.
        self.levels = {group.id: [draw(sizes) for _ in range(_YEARS + 1)] for group in self.groups}
        self.levels[self.all.id] = [sum(counts) for counts in zip(*self.levels.values(), strict=True)]
        self.yearly = {kind.id: [draw(sizes) for _ in range(_YEARS)] for kind in self.kinds}
        rest = [0 if self.visits.breakdowns[0].complete else draw(sizes) for _ in range(_YEARS)]
        self.yearly[self.visits.id] = [sum(counts) for counts in zip(rest, *self.yearly.values(), strict=True)]
        # Plans: the whole's is what the parts' and the rest's make up.
        self.plans = {
            kind.id: [draw(st.integers(1, 2 * count + 3)) for count in self.yearly[kind.id]] for kind in self.kinds
        }
        spare = [count and draw(st.integers(0, 2 * count)) for count in rest]
        self.targets: dict[tuple[str, int], Target] = {}
        self.plans[self.visits.id] = [sum(counts) for counts in zip(spare, *self.plans.values(), strict=True)]

    def _stock(self, name: str, *breakdowns: Breakdown) -> Indicator:
        return self.part.stock(name, household, en=name, vi=name, breakdowns=breakdowns)

    def _flow(self, name: str, *breakdowns: Breakdown) -> Indicator:
        return self.part.flow(name, person_turn, en=name, vi=name, breakdowns=breakdowns)

    def cite(self) -> Citation:
        self.cited += 2
        return self.part.cite(self.cited, "x")

    # -- what may be stated

    def level(self, indicator: Indicator, moment: int) -> Observation:
        """A level at a boundary of years: the beginning of the first, or the end of one, by either name."""
        value = self.stated(Value, Fraction(self.levels[indicator.id][moment]), household, least=0)
        return self._at(indicator, value, moment)

    def rate(self, number: int, moment: int) -> Observation | None:
        truth = self.true_rate(number, moment)
        if truth is None:
            return None
        return self._at(self.rates[number], self.stated(Value, truth, percent, most=100), moment)

    def true_rate(self, number: int, moment: int) -> Fraction | None:
        whole = self.levels[self.all.id][moment]
        return Fraction(100 * self.levels[self.groups[number].id][moment], whole) if whole else None

    def _at(self, indicator: Indicator, value: Value, moment: int) -> Observation:
        if moment == 0:
            return self.part.at_beginning(indicator, value, Period.year(_FIRST), self.cite())
        period = Period.year(_FIRST + moment - 1)
        if moment == _YEARS and self.draw(st.booleans()):
            period = self.part.period
        state = self.part.at_end if self.draw(st.integers(0, 3)) else self.part.within
        if state == self.part.within:
            period = Period.year(_FIRST + moment - 1)
        return state(indicator, value, period, self.cite())

    def total(self, indicator: Indicator, first: int, last: int) -> Observation:
        truth = Fraction(sum(self.yearly[indicator.id][first : last + 1]))
        period = Period.years(_FIRST + first, _FIRST + last)
        return self.part.total(indicator, self.stated(Value, truth, person_turn, least=0), period, self.cite())

    def average(self, indicator: Indicator) -> None:
        truth = Fraction(sum(self.yearly[indicator.id]), _YEARS)
        value = self.stated(Value, truth, person_turn, least=-2)
        self.part.average(indicator, value, self.part.period, self.cite())

    def each(self, indicator: Indicator) -> None:
        """So much in every year: a bound that all of them keep, or one number where they are alike."""
        counts = self.yearly[indicator.id]
        if len(set(counts)) == 1:
            value = self.stated(Value, Fraction(counts[0]), person_turn, least=0)
        elif min(counts) > 0:
            value = self.stated(Value, Fraction(min(counts)), person_turn, least=0, words=(Qualifier.AT_LEAST,))
        else:
            return
        self.part.each(indicator, value, self.part.period, self.cite())

    def change(
        self,
        indicator: Indicator,
        years: int,
        levels: tuple[Observation, Observation],
        truths: tuple[Fraction, Fraction],
    ) -> None:
        """A change between two levels that are stated, put in one of the ways in which reports put it."""
        before, after = truths
        ways: list[Callable[[], Change | RelativeChange]] = [
            lambda: self.stated(Change, after - before, self.difference(indicator)),
            lambda: self.stated(Change, (after - before) / years, self.difference(indicator) / year),
        ]
        if before:
            grown = after / before
            compound = _compound(grown, years)
            ways += [
                lambda: self.stated(RelativeChange, (grown - 1) * 100, percent),
                lambda: self.stated(RelativeChange, grown * 100, percent, form=RelativeForm.TO),
                lambda: self.stated(RelativeChange, grown, times, form=RelativeForm.TIMES),
                lambda: self.stated(RelativeChange, (grown - 1) * 100 / years, percent / year),
                lambda: self.stated(RelativeChange, compound, percent / year),
            ]
        value = self.draw(st.sampled_from(ways))()
        self.part.change(indicator, *levels, value, self.cite())

    def difference(self, indicator: Indicator) -> Unit:
        return percentage_point if indicator.unit == percent else indicator.unit

    def attainment(self, indicator: Indicator, year_number: int) -> None:
        """How far a plan was met; its number is printed or not."""
        actual = self.total(indicator, year_number, year_number)
        plan = self.plans[indicator.id][year_number]
        if (indicator.id, year_number) not in self.targets:
            wanted = Value.exact(plan, person_turn) if self.draw(st.booleans()) else Absent.NOT_STATED
            target = self.part.target(indicator, wanted, actual.time, TimeCollection.TOTAL)
            self.targets[indicator.id, year_number] = target
        target = self.targets[indicator.id, year_number]
        reached = Fraction(100 * self.yearly[indicator.id][year_number], plan)
        forms = [(AttainmentForm.OF_PLAN, reached)]
        forms.append(
            (AttainmentForm.OVER_PLAN, reached - 100)
            if reached >= _HUNDRED
            else (AttainmentForm.UNDER_PLAN, 100 - reached)
        )
        form, truth = self.draw(st.sampled_from(forms))
        self.part.attainment(actual, target, self.stated(Attainment, truth, percent, form=form), self.cite())

    def share(self, number: int, moment: int) -> None:
        """A group as a share of all, claimed of its own count."""
        truth = self.true_rate(number, moment)
        if truth is not None:
            group = self.level(self.groups[number], moment)
            self.part.share_of(group, self.all, self.stated(Value, truth, percent, most=100), self.cite())

    # -- how it is stated

    def stated(
        self,
        kind: type[S],
        truth: Fraction,
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
        size, sign = abs(truth), -1 if truth < 0 else 1
        place = self.draw(st.integers(least, max(least, len(str(int(size))) - 1)))
        step = Fraction(10) ** place
        low = int(size / step)  # the last step that is not above the truth
        met = low * step == size
        word = self.draw(st.sampled_from(words))
        high = low if met else low + 1
        upper: int | None = None
        if word in (Qualifier.OVER, Qualifier.AT_LEAST):
            number = low - 1 if met and word is Qualifier.OVER else low
        elif word in (Qualifier.NEARLY, Qualifier.UNDER, Qualifier.AT_MOST):
            number = high if word is Qualifier.AT_MOST or not met else high + 1
        elif word is Qualifier.ABOUT:
            number = max(0, low + self.draw(st.integers(-1, 2)))
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


def _compound(grown: Fraction, years: int) -> Fraction:
    """100 × (grown ^ (1 ÷ years) − 1), to sixty digits: far finer than anything that is printed."""
    if not grown:
        return -_HUNDRED
    ratio = _FINE.divide(Decimal(grown.numerator), Decimal(grown.denominator))
    root = _FINE.power(ratio, _FINE.divide(Decimal(1), Decimal(years)))
    return (Fraction(root) - 1) * 100


@st.composite
def consistent_reviews(draw: st.DrawFn, *, max_statements: int = 12) -> Review:
    """Reviews whose figures are all true of one state of affairs: whoever contradicts one is wrong.

    A whole and its parts, their shares and rates, levels over three years, flows and their averages, changes in every
    way of saying them, plans and their attainment; each rounded and qualified so that the truth remains possible.

    Args:
        draw: given by Hypothesis.
        max_statements: the most things that one states.

    >>> from hypothesis import find
    >>> from aseansc.audit import audit
    >>> review = find(consistent_reviews(), lambda review: len(review.claims) == 1)
    >>> audit(review).contradicted
    ()
    """
    world = _World(draw)
    groups, moments = st.integers(0, len(world.groups) - 1), st.integers(0, _YEARS)
    stocks, flows = st.sampled_from([world.all, *world.groups]), st.sampled_from([world.visits, *world.kinds])
    for _ in range(draw(st.integers(1, max_statements))):
        match draw(st.integers(0, 8)):
            case 0 | 1:
                world.level(draw(stocks), draw(moments))
            case 2:
                world.rate(draw(groups), draw(moments))
            case 3:
                first = draw(st.integers(0, _YEARS - 1))
                world.total(draw(flows), first, draw(st.integers(first, _YEARS - 1)))
            case 4:
                world.average(draw(flows))
            case 5:
                world.each(draw(flows))
            case 6:
                _draw_change(world, draw(st.booleans()))
            case 7:
                world.attainment(draw(flows), draw(st.integers(0, _YEARS - 1)))
            case _:
                world.share(draw(groups), draw(moments))
    return assemble(
        world.part,
        id="world",
        title=Text(en="A consistent world"),
        programme=Text(en="None"),
        documents=[Document(id="report", title="Report", sha256=sha256_of(_TEXT), lang="vi")],
    )


def _draw_change(world: _World, of_rate: bool) -> None:
    first = world.draw(st.integers(0, _YEARS - 1))
    last = world.draw(st.integers(first + 1, _YEARS))
    number = world.draw(st.integers(0, len(world.groups) - 1))
    if of_rate:
        before, after = world.true_rate(number, first), world.true_rate(number, last)
        start, end = world.rate(number, first), world.rate(number, last)
        if before is None or after is None or start is None or end is None:
            return
        indicator = world.rates[number]
    else:
        indicator = world.groups[number]
        before, after = (Fraction(world.levels[indicator.id][moment]) for moment in (first, last))
        start, end = world.level(indicator, first), world.level(indicator, last)
    world.change(indicator, last - first, (start, end), (before, after))
