"""Check figures that are stated twice, durations against periods, and times that do not match the review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import evolve

from aseansc.audit._figures import Figure, Figures, Key, Moment, evidence, judge, undetermined
from aseansc.audit._results import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
    Computation,
    Missing,
    MissingKind,
    Verdict,
    show,
)
from aseansc.claims import ChangeClaim, Claim
from aseansc.codelists import Absent
from aseansc.intervals import Interval
from aseansc.mentions import Mention, MentionKind
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Period, TimeCollection, days_of
from aseansc.units import month, year
from aseansc.values import Value, interval_in

_A_YEAR: Final = 12
"""Number of months."""
_IN_BRACKETS: Final = 3
"""Maximal distance, in characters, of a quarter in brackets after a duration in months: "3 tháng (quý I)"."""
_NEAR: Final = 60
"""Maximal distance, in characters, of a duration and a period that are assumed to refer to the same time."""
_NOT_YET: Final = frozenset((Status.ESTIMATED, Status.FORECAST))
"""Statuses that make no sense for a time that is over; plans stay plans."""


def restatements(figures: Figures) -> Iterator[Check]:
    """Check that a figure that is stated more than once has the same value each time."""
    for indicator in figures.review.indicators:
        for key, found in figures.by_indicator[indicator.id].items():
            for again in found[1:]:
                yield _restated(figures, found[0], again)
            if key.moment[0] == TimeCollection.WITHIN:
                time = found[0].observation.time
                ends = figures.by_indicator[indicator.id].get(_end_of(key), [])
                end = next((figure for figure in ends if figure.observation.time == time), None)
                if end is not None:
                    yield _restated(figures, end, found[0])
            elif key.moment[0] == TimeCollection.BEGINNING and key.moment[1] > dt.date.min:
                before = evolve(key, moment=_end_before(key.moment))
                for end in figures.by_indicator[indicator.id].get(before, [])[:1]:
                    yield _restated(figures, end, found[0], new_standard=True)


def _end_before(moment: Moment) -> Moment:
    """Return the moment at the end of the day before the beginning of a period."""
    _, first, _, per = moment
    last = first - dt.timedelta(days=1)
    return (TimeCollection.END.value, last, last, per)


def _end_of(key: Key) -> Key:
    _, _, last, per = key.moment
    return Key(
        place=key.place,
        breakdown=key.breakdown,
        moment=(TimeCollection.END.value, last, last, per),
        plan_statuses=key.plan_statuses,
    )


def _restated(figures: Figures, first: Figure, again: Figure, *, new_standard: bool = False) -> Check:
    unit = figures.indicator(first.observation.indicator).unit.code
    computation = Computation(
        expression=show(again.interval), computed=again.interval, stated=first.interval, unit=unit
    )
    fits = again.interval.overlaps(first.interval)
    if not fits and set(first.observation.statuses) != set(again.observation.statuses):
        return undetermined(CheckCode.RESTATEMENT, (first, again), computation, Missing(kind=MissingKind.REVISION))
    if not fits and new_standard:
        return undetermined(CheckCode.RESTATEMENT, (first, again), computation, Missing(kind=MissingKind.STANDARD))
    return judge(CheckCode.RESTATEMENT, (first, again), computation, fits=fits)


def durations(figures: Figures) -> Iterator[Check]:
    """Check a duration against a period printed in it or right after it: "trong 03 năm (2016-2018)".

    The text between the two is not known; it may be a bracket or the end of a sentence. They certainly refer to the
    same time only if one citation contains the other.
    """
    mentions = sorted(figures.review.mentions, key=lambda item: (item.citation.document, item.citation.start))
    for one, other in pairwise(mentions):
        if one.citation.document != other.citation.document:
            continue
        gap = other.citation.start - one.citation.end
        if gap < 0:  # citations overlap only if one contains the other
            for duration, period in ((one, other), (other, one)):
                if duration.kind is MentionKind.DURATION:
                    yield from _duration(duration, period, in_one=True)
        elif one.kind is MentionKind.DURATION and gap <= _NEAR:
            yield from _duration(one, other, in_one=False, in_brackets=gap <= _IN_BRACKETS)


def _duration(duration: Mention, period: Mention, *, in_one: bool, in_brackets: bool = False) -> Iterator[Check]:
    value, span = duration.content, period.content
    if not isinstance(value, Value) or not isinstance(span, Period) or value.unit.dimension != year.dimension:
        return
    months = span.months
    if months is None or months == 1 or months == _A_YEAR:
        return  # a single year or month is not the length of a duration
    if months < _A_YEAR and (value.unit == year or not (in_one or in_brackets)):
        return  # "sau 2 năm, quý I…": only months, and only right before the quarter, refer to a quarter
    stated = interval_in(value.interval(), value.unit, month)
    # "2013-2018" may mean six calendar years, or five years from a day in 2013 to the same day in 2018; so with months.
    least = months - (_A_YEAR if months > _A_YEAR else 1)
    computed = Interval(lower=least, upper=months)
    check = judge(
        CheckCode.DURATION_PERIOD,
        (),
        Computation(expression=str(span), computed=computed, stated=stated, unit=month.code),
        fits=computed.overlaps(stated),
        other_evidence=[evidence(duration), evidence(period)],
    )
    if check.verdict is Verdict.CONTRADICTED and not in_one:
        shown = check.figures
        check = Check(
            code=check.code,
            verdict=Verdict.CONDITIONAL,
            evidence=check.evidence,
            computation=check.computation,
            assumption=Assumption(kind=AssumptionKind.SAME_SPAN, figures=shown),
            consistent_if=Assumption(kind=AssumptionKind.OTHER_SPAN, figures=shown),
        )
    yield check


def estimates(figures: Figures) -> Iterator[Check]:
    """Report estimates of a time that was over on the date of the document: one check per time and document."""
    dates = {
        document.id: document.date for document in figures.review.documents if not isinstance(document.date, Absent)
    }
    late: dict[tuple[str, dt.date], list[Observation | Claim]] = {}
    for figure in (*figures.review.observations, *figures.review.claims):
        written = dates.get(figure.citation.document)
        last = days_of(figure.time)[1]
        if written is not None and last < written and not _NOT_YET.isdisjoint(figure.statuses):
            late.setdefault((figure.citation.document, last), []).append(figure)
    for (document, last), found in late.items():
        written = dates[document]
        ids = tuple(sorted(figure.id for figure in found))
        yield Check(
            code=CheckCode.ESTIMATE_OVER,
            verdict=Verdict.CONDITIONAL,
            evidence=[evidence(figure) for figure in found],
            computation=Computation(expression=f"{last} < {written}", unit="date"),
            assumption=Assumption(kind=AssumptionKind.DOCUMENT_DATE, figures=ids, time=AsOf(date=written)),
            consistent_if=Assumption(kind=AssumptionKind.WRITTEN_BEFORE, figures=ids, time=AsOf(date=last)),
        )


def outside(figures: Figures) -> Iterator[Check]:
    """Report figures whose time does not overlap the period of the review, except plans and figures for comparison."""
    compared = {claim.start for claim in figures.review.claims if isinstance(claim, ChangeClaim)}
    compared |= {target.baseline for target in figures.review.targets}
    own = figures.review.period
    for figure in figures.by_id.values():
        time = figure.observation.time
        if own.overlaps(time) or figure.id in compared or figure.key.plan_statuses:
            continue
        yield Check(
            code=CheckCode.TIME_OUTSIDE,
            verdict=Verdict.CONDITIONAL,
            evidence=[evidence(figure)],
            computation=Computation(expression=f"{time}, {own}", unit="period"),
            assumption=Assumption(kind=AssumptionKind.REVIEW_PERIOD, figures=(figure.id,), time=own),
            consistent_if=Assumption(kind=AssumptionKind.COMPARISON, figures=(figure.id,)),
        )
