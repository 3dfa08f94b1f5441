"""Check that a document that is cited twice has the same date each time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from aseansc.audit._codes import AssumptionKind, CheckCode
from aseansc.audit._results import Assumption
from aseansc.audit._verdicts import Case, Condition, Used
from aseansc.mentions import MentionKind
from aseansc.periods import AsOf
from aseansc.reviews import Review

_SAME_DOCUMENT: Final = Condition(
    Assumption(kind=AssumptionKind.SAME_DOCUMENT), Assumption(kind=AssumptionKind.OTHER_DOCUMENT)
)
_NEAR: Final = 40
"""Maximal distance, in characters, of the number of a document and its date: "161/QĐ-TTg của Chính phủ ngày …"."""


def document_dates(review: Review) -> Iterator[Case]:
    """Report a document that is cited with two dates, of one year or of one day and month.

    Numbers start again each year, and each issuer has its own; so dates that differ in both are of two documents.
    """
    first: defaultdict[str, list[tuple[dt.date, tuple[Used, ...]]]] = defaultdict(list)
    for number, day, records in _dated(review):
        earlier = first[number]
        if day in (known for known, _ in earlier):
            continue
        for known, others in earlier:
            if known.year == day.year or (known.month, known.day) == (day.month, day.day):
                yield Case(
                    CheckCode.DOCUMENT_DATES,
                    (*others, *records),
                    f"{known}, {day}",
                    "dates",
                    fits=False,
                    only_if=_SAME_DOCUMENT,
                )
                break
        earlier.append((day, records))


def _dated(review: Review) -> Iterator[tuple[str, dt.date, tuple[Used, ...]]]:
    """Yield the number of each document that is cited with a date."""
    for instrument in review.instruments:
        if isinstance(instrument.date, dt.date):
            yield _normal(instrument.number), instrument.date, (instrument,)
    mentions = sorted(review.mentions, key=lambda item: (item.citation.document, item.citation.start))
    for number, day in pairwise(mentions):
        near = 0 <= day.citation.start - number.citation.end <= _NEAR
        if near and number.citation.document == day.citation.document and number.kind is MentionKind.DOCUMENT_NUMBER:
            content = str(number.content)
            if "/" in content and isinstance(day.content, AsOf):
                yield _normal(content), day.content.date, (number, day)


def _normal(number: str) -> str:
    return "".join(number.split()).casefold()
