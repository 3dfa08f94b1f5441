"""Check figures that are stated twice, durations against periods, and times that do not match the review."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import evolve

from aseansc.audit._codes import AssumptionKind, CheckCode, MissingKind
from aseansc.audit._figures import Figure, Figures, Key
from aseansc.audit._results import Assumption, Missing
from aseansc.audit._verdicts import Case, Condition, Term, evidence, fits, term
from aseansc.claims import ChangeClaim, Claim
from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.intervals import Interval
from aseansc.mentions import Mention, MentionKind
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Period, TimeBasis, TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.units import month, year
from aseansc.values import Value, interval_in

_A_YEAR: Final = 12
"""Number of months."""
_IN_BRACKETS: Final = 3
"""Maximal distance, in characters, of a period in brackets after a duration: "3 tháng (quý I)"."""
_NEAR: Final = 60
"""Maximal distance, in characters, of a duration and a period that are assumed to refer to the same time."""
_LAST_MONTH: Final = dt.timedelta(days=31)
_COMPLETED: Final = (TimeCollection.END, TimeCollection.AT, TimeCollection.TOTAL, TimeCollection.AVERAGE)
"""Aggregations over a time that must be over."""
_NOT_YET: Final = frozenset((Status.ESTIMATED, Status.FORECAST))
"""Statuses that make no sense for a time that is over; plans stay plans."""


def restatements(figures: Figures) -> Iterator[Case]:
    """Check that a figure that is stated more than once has the same value each time."""
    for by_key in figures.by_indicator.values():
        for key, found in by_key.items():
            unstated = by_key.get(evolve(key, standard=""), []) if key.standard else []
            for again in (*found[1:], *unstated[:1]):
                yield _restated(found[0], again)
            end = _at_the_end(by_key, key, found[0])
            if end is not None:
                new_standard = key.moment[0] == TimeCollection.BEGINNING and not key.standard
                yield _restated(end, found[0], new_standard=new_standard)


def _at_the_end(by_key: dict[Key, list[Figure]], key: Key, figure: Figure) -> Figure | None:
    """Return the figure at the end of the same period, or for a beginning, at the end of the day before."""
    collection, first, last, per = key.moment
    if collection == TimeCollection.WITHIN:
        ends = by_key.get(evolve(key, moment=(TimeCollection.END.value, last, last, per)), [])
        return next((end for end in ends if end.observation.time == figure.observation.time), None)
    if collection == TimeCollection.BEGINNING and first > dt.date.min:
        before = first - dt.timedelta(days=1)
        ends = by_key.get(evolve(key, moment=(TimeCollection.END.value, before, before, per)), [])
        return next(iter(ends), None)
    return None


def _restated(first: Figure, again: Figure, *, new_standard: bool = False) -> Case:
    case = Case(
        CheckCode.RESTATEMENT,
        (first, again),
        term(again.interval),
        first.indicator.unit.code,
        stated=first.interval,
    )
    if fits(case):
        return case
    if set(first.observation.statuses) != set(again.observation.statuses):
        return evolve(case, missing=Missing(kind=MissingKind.REVISION))
    return evolve(case, missing=Missing(kind=MissingKind.STANDARD)) if new_standard else case


def durations(review: Review) -> Iterator[Case]:
    """Check a duration against a period printed in it or right after it: "trong 03 năm (2016-2018)".

    The text between the two is not known; it may be a bracket or the end of a sentence. They certainly refer to the
    same time only if one citation contains the other.
    """
    mentions = sorted(review.mentions, key=lambda item: (item.citation.document, item.citation.start))
    for one, other in pairwise(mentions):
        if one.citation.document != other.citation.document:
            continue
        gap = other.citation.start - one.citation.end
        if gap < 0:  # citations overlap only if one contains the other
            yield from _duration(one, other, gap)
            yield from _duration(other, one, gap)
        elif gap <= _NEAR:
            yield from _duration(one, other, gap)


def _duration(duration: Mention, period: Mention, gap: int) -> Iterator[Case]:
    """Check a duration against a period; a negative gap means that one citation contains the other."""
    value, span = duration.content, period.content
    if duration.kind is not MentionKind.DURATION or not isinstance(value, Value) or not isinstance(span, Period):
        return
    months = span.months
    if value.unit.dimension != year.dimension or months in (None, 1, _A_YEAR):
        return  # a single year or month is not the length of a duration
    if months is None:
        raise bug(months)
    if months < _A_YEAR and (value.unit == year or gap > _IN_BRACKETS):
        return  # "sau 2 năm, quý I…": only months, and only right before the quarter, refer to a quarter
    # "2013-2018" may mean six calendar years, or five years from a day in 2013 to the same day in 2018; so with months.
    least = months - (_A_YEAR if months > _A_YEAR else 1)
    used = (duration, period)
    yield Case(
        CheckCode.DURATION_PERIOD,
        used,
        Term(str(span), Interval(lower=least, upper=months)),
        month.code,
        stated=interval_in(value.interval(), value.unit, month),
        only_if=None if gap < 0 else _same_span(tuple(sorted({evidence(item).id for item in used}))),
        is_usual=gap > _IN_BRACKETS,  # "sau 10 năm thực hiện, giai đoạn 2016-2018 …": of two different times
    )


def _same_span(ids: tuple[str, ...]) -> Condition:
    return Condition(
        Assumption(kind=AssumptionKind.SAME_SPAN, figures=ids), Assumption(kind=AssumptionKind.OTHER_SPAN, figures=ids)
    )


def estimates(review: Review) -> Iterator[Case]:
    """Report estimates of a time that was over on the date of the document: one case per time and document."""
    dates = {document.id: document.date for document in review.documents if document.date}
    late: defaultdict[tuple[dt.date, dt.date, str], list[Observation | Claim]] = defaultdict(list)
    for figure in (*review.observations, *review.claims) if dates else ():
        document, last = figure.citation.document, days_of(figure.time)[1]
        written = dates.get(document)
        if isinstance(written, dt.date) and last < written and not _NOT_YET.isdisjoint(figure.statuses):
            late[last, written, document].append(figure)
    for (last, written, _), found in late.items():
        ids = tuple(sorted(figure.id for figure in found))
        only_if = Condition(
            Assumption(kind=AssumptionKind.DOCUMENT_DATE, figures=ids, time=AsOf(date=written)),
            Assumption(kind=AssumptionKind.WRITTEN_BEFORE, figures=ids, time=AsOf(date=last)),
        )
        yield Case(
            CheckCode.ESTIMATE_OVER,
            found,
            f"{last} < {written}",
            "date",
            fits=False,
            only_if=only_if,
            is_usual=written - last <= _LAST_MONTH,  # final figures of a year come in spring
        )


def ahead(review: Review) -> Iterator[Case]:
    """Report figures stated as results of a time that was not over on the date of the document.

    In its last month the time is as good as over. A level of each year, or on an unknown day, may be of an earlier day.
    """
    found: defaultdict[tuple[dt.date, dt.date], list[Observation]] = defaultdict(list)
    dates = {document.id: document.date for document in review.documents if document.date}
    for observed in review.observations if dates else ():
        written, last = dates.get(observed.citation.document), days_of(observed.time)[1]
        if not isinstance(written, dt.date) or last <= written + _LAST_MONTH or isinstance(observed.value, Absent):
            continue
        is_stated = observed.time_basis is not TimeBasis.ASSUMED and not observed.statuses
        if is_stated and observed.time_collection in _COMPLETED:
            found[last, written].append(observed)
    for (last, written), several in found.items():
        ids = tuple(sorted(figure.id for figure in several))
        only_if = Condition(
            Assumption(kind=AssumptionKind.DOCUMENT_DATE, figures=ids, time=AsOf(date=written)),
            Assumption(kind=AssumptionKind.WRITTEN_LATER, figures=ids, time=AsOf(date=last)),
        )
        yield Case(CheckCode.TIME_AHEAD, several, f"{last} > {written}", "day", fits=False, only_if=only_if)


def outside(figures: Figures) -> Iterator[Case]:
    """Report figures whose time does not overlap the period of the review, except plans and figures for comparison."""
    compared = {claim.start for claim in figures.component.claims if isinstance(claim, ChangeClaim)}
    compared |= {target.baseline for target in figures.component.targets}
    own = figures.review.period
    for figure in figures.by_id.values():
        time, ids = figure.observation.time, (figure.id,)
        if own.overlaps(time) or figure.id in compared or figure.key.plan_statuses:
            continue
        only_if = Condition(
            Assumption(kind=AssumptionKind.REVIEW_PERIOD, figures=ids, time=own),
            Assumption(kind=AssumptionKind.COMPARISON, figures=ids),
        )
        used = (figure.observation,)  # a revision of it would be outside, too
        yield Case(
            CheckCode.TIME_OUTSIDE,
            used,
            f"{time}, {own}",
            "period",
            fits=False,
            only_if=only_if,
            is_usual=days_of(time)[1] < own.start,  # for comparison: "năm 2010 mới có 15 trường"
        )
