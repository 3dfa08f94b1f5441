"""Consistent worlds: a true state of affairs, and a review that states it, rounded and qualified as reports do.

Whatever such a review states is true, so no audit may contradict it. The truth is kept in fractions, and every
statement of it is made by the table of qualifiers: what is printed leaves the truth possible.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st

from aseansc.citations import Document, sha256_of
from aseansc.encoding import assemble
from aseansc.reviews import Review
from aseansc.strategies._worlds._flows import Forests, Harvests, Outlooks, Persons, Profits, Visits
from aseansc.strategies._worlds._report import Report, Subject
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
)


@st.composite
def consistent_reviews(draw: st.DrawFn, *, max_statements: int = 12) -> Review:
    """Reviews whose figures are all true of one state of affairs: whoever contradicts one is wrong.

    Each is about one to three subjects. A whole and its parts, their shares and rates, levels and averages over three
    years, changes in every way of saying them, plans and their attainment: given and one's own, of a year and of all,
    of nothing, and of what there should be less of. What tempts an audit too far is there too: averages of rates,
    rates that are higher in a category than in all, losses, persons who are helped and forests that are tended in
    several years, estimates that turned out wrong beside what was counted, plans that are printed rounded, plans and
    forecasts that need not come true. All is rounded and qualified so that the truth remains possible.

    Args:
        draw: given by Hypothesis.
        max_statements: the most things that one states.

    >>> from hypothesis import find
    >>> from aseansc.audit import audit
    >>> review = find(consistent_reviews(), lambda review: len(review.claims) == 1)
    >>> audit(review).contradicted
    ()
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
