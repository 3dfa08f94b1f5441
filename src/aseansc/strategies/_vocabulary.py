"""Strategies for the basic parts of all records: words, ids, codes, texts and times."""

from __future__ import annotations

import datetime as dt
from functools import cache
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final, TypedDict

from hypothesis import strategies as st

from aseansc.codelists import Absent
from aseansc.extras import Extra
from aseansc.limits import DEEPEST, Limits
from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, MonthDay, Period, Time, TimeCollection
from aseansc.strategies._composites import composite
from aseansc.texts import LocalizedText, Text

NOT_STATED: Final = st.just(Absent.NOT_STATED)
NOT_APPLICABLE: Final = st.just(Absent.NOT_APPLICABLE)
_ALPHABETS: Final = ("0123456789abcxyz", "ABĐêộấởựđƠ%/", "=+-@'\",;<&>\\", "កខគសាលာမန်มาພາສาد\U0001f33e中")
_LANGUAGES: Final = ("lo", "km", "th", "fr", "pt-BR", "zh-Hans")


@cache
def words() -> st.SearchStrategy[str]:
    """Draw visible texts in any script, including characters that are special in file formats, with spaces inside."""
    visible = st.characters(codec="utf-8", categories=("L", "N", "P", "S"))
    # A few alphabets are drawn much faster than one of a thousand ranges, which is searched for each character.
    word = st.one_of(*(st.text(letters, min_size=1, max_size=8) for letters in (*_ALPHABETS, visible)))
    blank = st.sampled_from((" ", " ", " ", "\N{NO-BREAK SPACE}", "\n", "\r\n", "\t"))
    return word | st.builds("{}{}{}".format, word, blank, word)


@cache
def identifiers() -> st.SearchStrategy[str]:
    """Draw ids of records: ``a``, ``a.2018.end``, ``poverty-rate``."""
    part = st.text(ascii_lowercase + digits, min_size=1, max_size=5)
    return st.lists(part, min_size=1, max_size=3).map(".".join) | part.map(lambda word: f"{word}-rate")


@cache
def place_codes() -> st.SearchStrategy[str]:
    """Draw place codes as in ISO 3166."""
    country = st.text(ascii_uppercase, min_size=2, max_size=2)
    return country | st.builds("{}-{:02}".format, country, st.integers(0, 99))


@cache
def scheme_codes() -> st.SearchStrategy[tuple[str, ...]]:
    """Draw up to two distinct codes with their scheme before a colon."""
    code = st.builds(
        "{}:{}".format, st.sampled_from(("ASCC-2025", "sex", "X")), st.text(ascii_uppercase, min_size=1, max_size=2)
    )
    return st.lists(code, max_size=2, unique=True).map(tuple)


@cache
def texts() -> st.SearchStrategy[Text]:
    """Draw texts in English and sometimes other languages."""
    others = st.dictionaries(st.sampled_from(_LANGUAGES), words(), max_size=1)
    return st.builds(Text, en=words(), vi=NOT_STATED | words(), others=others)


@cache
def localized_texts() -> st.SearchStrategy[LocalizedText]:
    """Draw the results of language look-ups in texts."""
    return st.builds(LocalizedText, words(), st.sampled_from(("en", "vi", *_LANGUAGES)))


@cache
def notes() -> st.SearchStrategy[Text | Absent]:
    """Draw a note or its absence."""
    return NOT_APPLICABLE | texts()


# -- time


@composite
def periods(draw: st.DrawFn, *, min_year: int = 1000, max_year: int = 9999) -> Period:
    """Draw years, ranges of years, half-years, quarters, months, and periods of any days.

    Args:
        draw: supplied by Hypothesis.
        min_year: earliest year.
        max_year: latest year.

    >>> from hypothesis import find
    >>> find(periods(), lambda period: True)
    Period.parse('2000')
    """
    first, last = dt.date(min_year, 1, 1), dt.date(max_year, 12, 31)
    start = draw(st.dates(first, last))
    sort = draw(st.sampled_from(("year", "half", "quarter", "month", "years", "days")))
    if sort == "year":
        return Period.year(start.year)
    if sort == "years":
        return Period.years(start.year, start.year + draw(st.integers(0, min(10, max_year - start.year))))
    if sort == "half":
        return Period.half(start.year, (start.month - 1) // 6 + 1)
    if sort == "quarter":
        return Period.quarter(start.year, (start.month - 1) // 3 + 1)
    if sort == "month":
        return Period.month(start.year, start.month)
    days = draw(st.integers(0, min(4000, (last - start).days)))
    return Period(start=start, end=start + dt.timedelta(days=days))


@cache
def as_ofs() -> st.SearchStrategy[AsOf]:
    """Draw single days."""
    return st.builds(AsOf, date=st.dates())


@cache
def limits() -> st.SearchStrategy[Limits]:
    """Draw limits of readers."""
    sizes = st.integers(1, 2**40)
    return st.builds(Limits, size=sizes, items=sizes, depth=st.integers(1, DEEPEST), problems=sizes)


@cache
def month_days() -> st.SearchStrategy[MonthDay]:
    """Draw days of the year without a year, including 29 February."""
    leap_year = st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31))
    return leap_year.map(lambda day: MonthDay(month=day.month, day=day.day))


@cache
def times() -> st.SearchStrategy[Time]:
    """Draw periods and single days."""
    return periods() | as_ofs()


@cache
def times_of(collection: TimeCollection) -> st.SearchStrategy[Time]:
    """Draw times that are valid for a time collection."""
    return as_ofs() if collection is TimeCollection.AT else periods()


class Timing(TypedDict):
    """A time, its time collection, and the period that an average or recurring figure refers to."""

    time: Time
    time_collection: TimeCollection
    per: Frequency | Absent


@composite
def timings(draw: st.DrawFn, *, collections: st.SearchStrategy[TimeCollection] | None = None) -> Timing:
    """Draw a time with a time collection that is valid for it."""
    collection = draw(collections if collections is not None else st.sampled_from(TimeCollection))
    return Timing(
        time=draw(times_of(collection)),
        time_collection=collection,
        per=draw(st.sampled_from(Frequency)) if collection.is_repeated else Absent.NOT_APPLICABLE,
    )


@cache
def statuses() -> st.SearchStrategy[tuple[Status, ...]]:
    """Draw sets of statuses."""
    present = [status for status in Status if not status.is_absence]
    return st.sets(st.sampled_from(present), max_size=3).map(tuple)


@cache
def extras() -> st.SearchStrategy[Extra]:
    """Draw small JSON objects, as other programs may add to a document."""
    scalar = st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats(-1e9, 1e9) | words()
    value = st.recursive(
        scalar, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words(), inner, max_size=2), max_leaves=3
    )
    return st.dictionaries(words(), value, max_size=2).map(Extra)
