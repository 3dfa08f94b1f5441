"""Strategies for consistent reviews: true numbers are drawn first, then stated with rounding and qualifiers.

Every statement of such a review is true, so an audit must not contradict its arithmetic. The true numbers are exact
fractions. Each statement is built from the definition of its qualifier, so that its interval contains the true number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st

from aseansc.authoring import assemble
from aseansc.citations import Document, sha256_of
from aseansc.reviews import Review
from aseansc.strategies._worlds._flows import Forests, Harvests, Outlooks, Persons, Profits, Visits
from aseansc.strategies._worlds._groups import Categories, Districts
from aseansc.strategies._worlds._movements import Counted, Growth, Movements
from aseansc.strategies._worlds._report import Report, Subject
from aseansc.strategies._worlds._special import Migrants, Rankings
from aseansc.strategies._worlds._stocks import Areas, Households
from aseansc.texts import Text

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


@st.composite
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
    >>> from aseansc.audit import audit
    >>> @settings(max_examples=5)
    ... @given(consistent_reviews(max_statements=4))
    ... def test_no_figure_is_contradicted(review):
    ...     assert audit(review).contradicted == ()
    >>> test_no_figure_is_contradicted()
    """
    report = Report(draw)
    kinds = draw(st.lists(st.sampled_from(_SUBJECTS), min_size=1, max_size=3, unique=True))
    subjects = [kind(report) for kind in kinds]
    for _ in range(draw(st.integers(1, max_statements))):
        draw(st.sampled_from(subjects)).state()
    return assemble(
        report.part,
        id="world",
        title=Text(en="A consistent world"),
        programme=Text(en="None"),
        documents=[Document(id="report", title="Report", sha256=sha256_of(_TEXT), lang="vi")],
    )
