"""Apply the time of a date to the figures before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.mentions import MentionKind
from aseansc.periods import AsOf, Period, TimeBasis
from aseansc.units import month
from aseansc.values import RelativeChange, RelativeForm
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._context import Context
from aseansc.vietnamese._dates import TIME_OF_DAY
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._lexicon import dates as lexicon
from aseansc.vietnamese._tokens import Tokens

_NEAR: Final = 7
_BREAKS: Final = frozenset(",;.(:")


def place(candidate: Candidate, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
    """Apply the context to a figure; if the figure is a time, apply it to the others."""
    candidate.govern(context)
    time = candidate.value
    if candidate.mention is MentionKind.DATE and isinstance(time, Period | AsOf):
        _apply(candidate, time, tokens, context, found)
    elif candidate.mention is MentionKind.DATE:
        _end_carried_time(candidate, tokens, context, found)
    elif candidate.mention is MentionKind.DURATION and candidate.unit == month:
        # 6 tháng tăng 5,5%, 9 tháng tăng 6%: the first months of a year, at the head of a clause
        heads = candidate.start == 0 or tokens.words[candidate.start - 1] in lexicon.HEADS
        if heads and tokens.words[candidate.end] in lexicon.AFTER_MONTHS:
            context.time = None


def _apply(candidate: Candidate, time: Period | AsOf, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
    """Make a time that of the figure before it, of the figures of its clause, and of the figures that follow."""
    words, start = tokens.words, candidate.start
    last = found[-1] if found else None
    before = words[start - 1]
    if (
        last is not None
        and last.kind is FigureKind.DOCUMENT_NUMBER
        and last.end > start - 1 - (before in lexicon.BEFORE_A_TIME)
    ):
        return  # the date of a document
    if last is not None and last.takes_time and _times_the_last(candidate, tokens, last):
        return
    compared = _is_compared(tokens, start, last)
    for other in _of_clause(candidate, found):
        if other.takes_time:
            other.follow(time, candidate.collection, compared=compared)
    several = last is not None and last.end == start - 1 and isinstance(last.value, Period)
    if several and before not in lexicon.NOT_A_LIST:
        context.time = None  # one of several years: which of them applies is not stated
    elif not compared and before not in lexicon.NOT_THE_TIME:
        context.set_time(time, candidate.collection)


def _times_the_last(candidate: Candidate, tokens: Tokens, last: Candidate) -> bool:
    """Set the time of the figure right before a time: 22,1% năm 2015; return whether it is that of no other one.

    That is so for "0,4% của quý 2/2020" and "8,5% (2021)".
    """
    words, start = tokens.words, candidate.start
    bracketed = words[start - 1] == "(" and words[candidate.end] == ")"
    only = last.end == start - 1 and (words[start - 1] == lexicon.OF or bracketed)
    if only or (last.end == start and not _compares_with_next(last)):
        last.time, last.time_basis = candidate.value, TimeBasis.STATED  # type: ignore[assignment]
        last.collection = candidate.collection if last.per is None else last.collection
    return only


def _of_clause(candidate: Candidate, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the figures before one in its clause, from the last to the first, up to another date."""
    for other in reversed(found):
        if (other.clause, other.sentence) != (candidate.clause, candidate.sentence):
            return
        if other.mention is MentionKind.DATE:
            return
        yield other


def _end_carried_time(candidate: Candidate, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
    """End the current time at a date without a year."""
    last = found[-1] if found else None
    of_document = last is not None and last.kind is FigureKind.DOCUMENT_NUMBER and last.end >= candidate.start - 1
    if candidate.note == TIME_OF_DAY or of_document or _is_compared(tokens, candidate.start, last):
        return
    for other in _of_clause(candidate, found):
        if other.takes_time and other.time_basis is TimeBasis.CARRIED:
            other.time = other.time_basis = None
            other.collection = None if other.per is None else other.collection
    context.time = None


def _is_compared(tokens: Tokens, start: int, last: Candidate | None) -> bool:
    """Return whether a time is a base of comparison: so với năm 2015, cùng kỳ năm 2018, gấp 2 lần năm 2015."""
    if last is not None and last.end == start and _compares_with_next(last):
        return True
    previous_end = last.end if last is not None and last.end <= start else 0
    for word in reversed(tokens.words[max(previous_end, start - _NEAR) : start]):
        if word in lexicon.COMPARED or word in _BREAKS:
            return word in lexicon.COMPARED
    return False


def _compares_with_next(last: Candidate) -> bool:
    """Return whether a time right after a change is its base: gấp 2 lần năm 2015, but not tăng 5,2% năm 2021."""
    if not isinstance(last.value, RelativeChange):
        return False
    # năm 2022 tăng 8% năm 2021: the change already has a time, so the second one is its base
    return last.value.form is not RelativeForm.BY or last.time_basis is TimeBasis.STATED
