"""Compare times, and how figures are collected over time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.periods import AsOf, Period, TimeBasis, TimeCollection
from aseansc.verification._claims import ExtractedKind
from aseansc.verification._read import CONFIRMED, REFUTED, UNDECIDED, Note, Read
from aseansc.verification._results import Aspect
from aseansc.verification._stated import Stated


def compare_time(stated: Stated, read: Read) -> Iterator[Note]:
    there, basis = read.figure.time, read.figure.time_basis
    if stated.time is None:
        return
    if stated.basis is not None and stated.basis is not TimeBasis.STATED:
        yield Note(Aspect.TIME, None, f"not compared, because it is {stated.basis.value}")
    elif there == stated.time:
        carried = "" if basis is TimeBasis.STATED else "an earlier sentence states the same time"
        yield Note(
            Aspect.TIME, CONFIRMED if not carried else None, carried and f"not compared beside the figure; {carried}"
        )
    elif there is None and (stated.basis is None or _may_be_printed(stated.time, read)):
        yield Note(Aspect.TIME, None, "not compared, because the text states none beside the figure")
    elif there is None:
        words = "the text has it for no figure; a time that is not printed is carried or assumed"
        yield Note(Aspect.TIME, UNDECIDED, f"{stated.time} is given as stated, but {words}")
    elif basis is not TimeBasis.STATED:
        yield Note(Aspect.TIME, UNDECIDED, f"the text states none beside the figure; an earlier sentence has {there}")
    elif _is_end_of_change(there, stated, read) or _ends_in(there, stated) or _is_summed_up_to(there, stated):
        yield Note(Aspect.TIME, CONFIRMED)
    elif _is_day_within(there, stated.time):
        yield Note(Aspect.TIME, UNDECIDED, f"the text has {there}, and {stated.time} is given")
    else:
        yield Note(Aspect.TIME, REFUTED, f"the text has {there}, not {stated.time}")


def _may_be_printed(time: Period | AsOf, read: Read) -> bool:
    """Return whether the text prints a time, or two years in which it begins and ends: the school year 2015-2016."""
    if time in read.applied or not isinstance(time, Period) or time.start.year == time.end.year:
        return time in read.applied
    return Period.years(time.start.year, time.end.year) in read.times


def _is_summed_up_to(there: Period | AsOf, stated: Stated) -> bool:
    """Return whether what is added up to the printed day is given the time from January: đến ngày 25/9 hỗ trợ 5 tỷ."""
    if stated.collection is not TimeCollection.TO_DATE or not isinstance(there, AsOf):
        return False
    return stated.time == Period(start=there.date.replace(month=1, day=1), end=there.date)


def _is_end_of_change(there: Period | AsOf, stated: Stated, read: Read) -> bool:
    """Return whether a change against a base, such as 2022 against 2021, is given the time of its end."""
    given = stated.time
    if not isinstance(there, Period) or not isinstance(given, Period) or there in read.times:
        return False
    is_printed = given in read.times or AsOf(date=given.end) in read.times  # đến ngày 31/5/2023
    return is_printed and given.end == there.end and there.contains(given)


_MONTHS_OF_A_YEAR: Final = 12
_OF_PLANS: Final = (ExtractedKind.OF_PLAN, ExtractedKind.OVER_PLAN, ExtractedKind.UNDER_PLAN)


def _ends_in(there: Period | AsOf, stated: Stated) -> bool:
    """Return whether the printed time is the end of the period of a change, such as 2022 for a change from 2020 on."""
    given = stated.time
    is_change = stated.is_change and stated.kind not in _OF_PLANS
    if not is_change or not isinstance(given, Period) or not given.contains(there):
        return False
    if isinstance(there, AsOf):
        return given.end == there.date
    # a printed period of several years states its own beginning
    return given.end == there.end and (there.months or 1) <= _MONTHS_OF_A_YEAR


def _is_day_within(one: Period | AsOf, other: Period | AsOf) -> bool:
    """Return whether one time is a day and the other a period that contains it."""
    if isinstance(one, Period):
        return isinstance(other, AsOf) and one.contains(other)
    return isinstance(other, Period) and other.contains(one)


_EACH: Final = (TimeCollection.EACH, TimeCollection.AVERAGE)
_ENDS: Final = (TimeCollection.BEGINNING, TimeCollection.END)


def compare_collection(stated: Stated, read: Read) -> Iterator[Note]:
    there, given = read.figure.collection, stated.collection
    if there is None or given is None or read.figure.time_basis is TimeBasis.CARRIED:
        return
    if (there, read.figure.per) == (given, stated.per) or (
        read.figure.time is not None and _is_summed_up_to(read.figure.time, stated)
    ):
        yield Note(Aspect.COLLECTION, CONFIRMED)
        return
    there_each, given_each = there in _EACH, given in _EACH
    sure = there_each is not given_each or (there in _ENDS and given in _ENDS)
    sure = sure or (there_each and read.figure.per is not None and read.figure.per is not stated.per)
    words = f"the text has {_way(there, read.figure.per)}, not {_way(given, stated.per)}"
    yield Note(Aspect.COLLECTION, REFUTED if sure else UNDECIDED, words)


def _way(collection: TimeCollection, per: object) -> str:
    return collection.value if per is None else f"{collection.value} {per}"
