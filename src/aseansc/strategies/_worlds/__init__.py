"""Strategies for consistent reviews: true numbers are drawn first, then stated with rounding and qualifiers.

Every statement of such a review is true, so an audit must not contradict its arithmetic. The true numbers are exact
fractions. Each statement is built from the definition of its qualifier, so that its interval contains the true number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Final, TypeVar

from hypothesis import strategies as st

from aseansc.authoring import assemble
from aseansc.citations import Document, sha256_of
from aseansc.errors import FieldError, FieldTypeError
from aseansc.reviews import Review
from aseansc.strategies._composites import composite
from aseansc.strategies._details import FigureDetails, figure_details
from aseansc.strategies._worlds._flows import Forests, Harvests, Outlooks, Persons, Profits, Visits
from aseansc.strategies._worlds._groups import Categories, Districts
from aseansc.strategies._worlds._movements import Counted, Growth, Movements
from aseansc.strategies._worlds._report import Report, Subject
from aseansc.strategies._worlds._special import Migrants, Rankings
from aseansc.strategies._worlds._stocks import Areas, Households
from aseansc.texts import Text

T = TypeVar("T")

_TEXT: Final = "x" * 2000
_SUBJECTS: Final[tuple[Callable[[Report], Subject], ...]] = (
    Households,
    Visits,
    Persons,
    Forests,
    Areas,
    Profits,
    Harvests,
    Outlooks,
    Migrants,
    Rankings,
    Categories,
    Districts,
    Movements,
    Growth,
    Counted,
)


@composite
def consistent_reviews(draw: st.DrawFn, *, max_statements: int = 12) -> Review:
    """Draw reviews whose figures are all consistent with one set of true numbers, so that no audit may refute them.

    An attainment where less is better may be computed as plan ÷ actual figure, which an audit calls a wording; any
    other contradiction is an error of the audit.

    Each review covers one to three subjects: totals with their parts, shares and rates, levels and averages over three
    years, categories and places, stocks with the flows that change them, changes in every form, and plans with their
    attainment (assigned or own plans, for one year or for all, of zero, or where less is better). It also includes
    cases that mislead an audit: averages of rates, rates that are higher in one category than overall, people in no
    category or in two, or in a school that the province runs, losses, people and forests that are counted again in
    several years, estimates that differ from later counts or are replaced by them, net flows, cells without a number,
    plans printed with rounding, and plans and forecasts that are not met.

    Args:
        draw: supplied by Hypothesis.
        max_statements: maximum number of statements.

    >>> from hypothesis import given, settings
    >>> from aseansc.audit import Nature, audit
    >>> @settings(max_examples=5)
    ... @given(consistent_reviews(max_statements=4))
    ... def test_arithmetic_contradicts_no_figure(review):
    ...     assert audit(review).of_nature(Nature.ARITHMETIC) == ()
    >>> test_arithmetic_contradicts_no_figure()
    """
    report = Report(_Drawn(draw))
    kinds = draw(st.lists(st.sampled_from(_SUBJECTS), min_size=1, max_size=3, unique=True))
    subjects = [kind(report) for kind in kinds]
    for _ in range(draw(st.integers(1, max_statements))):
        draw(st.sampled_from(subjects)).state()
    return _review_of(report, "world")


def seeded_reviews(count: int, *, seed: int, statements: int = 60) -> tuple[Review, ...]:
    """Return reviews such as `consistent_reviews` draws, the same ones for a seed, all with the same indicators.

    They are data for examples and for measurements. Each draws from all subjects of `consistent_reviews`, for the
    province ``VN-01``, eight of its districts and the years 2016 to 2020; not every indicator has a figure.

    Args:
        count: the number of reviews.
        seed: any whole number.
        statements: the number of statements, of one to nine figures each; at most 100.

    Raises:
        FieldError: if `count` or `statements` is out of range.
        FieldTypeError: if an argument is not an integer.

    >>> one, other = seeded_reviews(2, seed=7)
    >>> one.indicators == other.indicators, one.observations == other.observations
    (True, False)
    >>> one == seeded_reviews(1, seed=7)[0]
    True
    """
    for name, number in (("count", count), ("seed", seed), ("statements", statements)):
        if type(number) is not int:
            raise FieldTypeError(
                "the number is of the wrong type", where=f"seeded_reviews, {name}", got=number, expected="an integer"
            )
    for name, number, most in (("count", count, _MOST_REVIEWS), ("statements", statements, _MOST_STATEMENTS)):
        if not 0 <= number <= most:
            raise FieldError(
                "the number is out of range", where=f"seeded_reviews, {name}", got=number, expected=f"0 to {most:,}"
            )
    return tuple(_seeded(_Seeded(seed, number), f"world-{number}", statements) for number in range(1, count + 1))


_MOST_REVIEWS: Final = 100_000
_MOST_STATEMENTS: Final = 100


def _seeded(choices: _Seeded, name: str, statements: int) -> Review:
    report = Report(choices)
    subjects = [kind(report) for kind in _SUBJECTS]
    for _ in range(statements):
        report.pick(*subjects).state()
    return _review_of(report, name)


class _Drawn:
    """The choices of Hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def pick(self, options: Sequence[T]) -> T:
        return self._draw(st.sampled_from(options))

    def number(self, min_value: int, max_value: int) -> int:
        return self._draw(st.integers(min_value, max_value))

    def structure(self, options: Sequence[T]) -> T:
        return self.pick(options)

    def details(self) -> FigureDetails:
        return self._draw(figure_details())


class _Seeded:
    """Choices that follow from a seed and the number of a review; those for indicators follow from the seed alone."""

    def __init__(self, seed: int, number: int) -> None:
        self._own, self._common = Random(f"{seed}.{number}"), Random(str(seed))

    def pick(self, options: Sequence[T]) -> T:
        return self._own.choice(options)

    def number(self, min_value: int, max_value: int) -> int:
        return self._own.randint(min_value, max_value)

    def structure(self, options: Sequence[T]) -> T:
        return self._common.choice(options)

    def details(self) -> FigureDetails:
        return FigureDetails()


def _review_of(report: Report, name: str) -> Review:
    return assemble(
        report.part,
        id=name,
        title=Text(en="A consistent world"),
        programme=Text(en="None"),
        documents=[Document(id="report", title="Report", sha256=sha256_of(_TEXT), lang="vi")],
    )
