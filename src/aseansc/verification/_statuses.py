"""Compare statuses, and find the words for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.observations import Status
from aseansc.verification._locate import flat
from aseansc.verification._read import CONFIRMED, REFUTED, UNDECIDED, Note, Read, decided
from aseansc.verification._results import Aspect
from aseansc.verification._stated import Stated
from aseansc.vietnamese import Doubt, has_status_word

FUTURE: Final = frozenset({Status.PLANNED, Status.FORECAST})
"""The statuses of what has not happened. Their words often stand only in a heading or a first sentence."""


def is_word_for(status: Status, words: str) -> bool:
    """Return whether some words contain one that states a status."""
    return has_status_word(flat(words), status)


def compare_statuses(stated: Stated, read: Read) -> Iterator[Note]:
    """Compare statuses. One that the text states must be given; one that is given must be stated, or may be."""
    there = set(read.figure.statuses)
    if stated.statuses is None:
        if there:
            yield Note(Aspect.STATUS, None, f"not given; the text has {_codes(there)}")
        return
    given = set(stated.statuses)
    if stated.is_plan:
        there -= FUTURE
        given.discard(Status.PLANNED)
    # "an estimated 7 of 11 communes": the whole is not estimated
    missing: set[Status] = set() if read.is_whole else there - given
    extra = given - there
    if missing and missing <= FUTURE and extra & FUTURE:
        words = f"the text has {_codes(missing)}, and {_codes(extra)} is given; both may state the same"
        yield Note(Aspect.STATUS, UNDECIDED, words)
        extra -= FUTURE
    elif missing:
        yield Note(Aspect.STATUS, REFUTED, f"the text has {_codes(missing)}, which is not given")
    yield from _extra(extra, stated, read)
    if given == there or (read.is_whole and given <= there):
        yield Note(Aspect.STATUS, CONFIRMED)


def _extra(extra: set[Status], stated: Stated, read: Read) -> Iterator[Note]:
    """Compare statuses that are given and that the reader did not give the figure."""
    is_doubted = read.figure.doubt is Doubt.STATUS
    possible = {
        status
        for status in extra
        if read.may_have(status)
        or is_word_for(status, stated.governed_by)
        or (is_doubted and (status in FUTURE or is_word_for(status, read.figure.note)))  # the note quotes the word
    }
    if extra - possible:
        yield Note(Aspect.STATUS, REFUTED, f"the text does not state {_codes(extra - possible)} for it")
    if possible:
        verdict = decided(stated) if is_doubted and possible <= FUTURE else UNDECIDED
        yield Note(Aspect.STATUS, verdict, f"whether a word nearby makes it {_codes(possible)} could not be read")


def _codes(statuses: set[Status]) -> str:
    return ", ".join(sorted(status.value for status in statuses))
