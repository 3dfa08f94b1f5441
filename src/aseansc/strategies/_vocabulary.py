"""Strategies for what all records are made of: words, ids, codes, texts, times."""

from __future__ import annotations

import datetime as dt
from functools import cache
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final, TypedDict

from hypothesis import strategies as st

from aseansc.codelists import Absent
from aseansc.extras import Extra
from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, MonthDay, Period, Time, TimeCollection
from aseansc.texts import LocalizedText, Text

NOT_STATED: Final = st.just(Absent.NOT_STATED)
NOT_APPLICABLE: Final = st.just(Absent.NOT_APPLICABLE)
_ALPHABETS: Final = ("0123456789abcxyz", "ABĐêộấởựđƠ%/", "=+-@'\",;<&>\\", "កខគសាលာမန်มาພາສาد\U0001f33e中")
_LANGUAGES: Final = ("lo", "km", "th", "fr", "pt-BR", "zh-Hans")


@cache
def words() -> st.SearchStrategy[str]:
    """Texts that one can see, of any script, some with the characters that formats trip over; blanks inside."""
    visible = st.characters(codec="utf-8", categories=("L", "N", "P", "S"))
    # A few alphabets are drawn much faster than one of a thousand ranges, which is searched for each character.
    word = st.one_of(*(st.text(letters, min_size=1, max_size=8) for letters in (*_ALPHABETS, visible)))
    blank = st.sampled_from((" ", " ", " ", "\N{NO-BREAK SPACE}", "\n", "\r\n", "\t"))
    return word | st.builds("{}{}{}".format, word, blank, word)


@cache
def identifiers() -> st.SearchStrategy[str]:
    """Ids of records: ``a``, ``a.2018.end``, ``poverty-rate``."""
    part = st.text(ascii_lowercase + digits, min_size=1, max_size=5)
    return st.lists(part, min_size=1, max_size=3).map(".".join) | part.map(lambda word: f"{word}-rate")


@cache
def place_codes() -> st.SearchStrategy[str]:
    """Codes of places, as ISO 3166 writes them."""
    country = st.text(ascii_uppercase, min_size=2, max_size=2)
    return country | st.builds("{}-{:02}".format, country, st.integers(0, 99))


@cache
def scheme_codes() -> st.SearchStrategy[tuple[str, ...]]:
    """A few codes with their scheme before a colon, each once."""
    code = st.builds(
        "{}:{}".format, st.sampled_from(("ASCC-2025", "sex", "X")), st.text(ascii_uppercase, min_size=1, max_size=2)
    )
    return st.lists(code, max_size=2, unique=True).map(tuple)


@cache
def texts() -> st.SearchStrategy[Text]:
    """Texts in English and perhaps other languages."""
    others = st.dictionaries(st.sampled_from(_LANGUAGES), words(), max_size=1)
    return st.builds(Text, en=words(), vi=NOT_STATED | words(), others=others)


@cache
def localized_texts() -> st.SearchStrategy[LocalizedText]:
    """What look-ups in texts find."""
    return st.builds(LocalizedText, words(), st.sampled_from(("en", "vi", *_LANGUAGES)))


@cache
def notes() -> st.SearchStrategy[Text | Absent]:
    """A note, mostly none."""
    return NOT_APPLICABLE | texts()


# -- time


@st.composite
def periods(draw: st.DrawFn, *, min_year: int = 1000, max_year: int = 9999) -> Period:
    """Years, spans of years, halves, quarters, months, and spans of any days.

    Args:
        draw: given by Hypothesis.
        min_year: the first year that one may lie in.
        max_year: the last one.

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
    """Single days."""
    return st.builds(AsOf, date=st.dates())


@cache
def month_days() -> st.SearchStrategy[MonthDay]:
    """Days of the year without a year, 29 February among them."""
    leap_year = st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31))
    return leap_year.map(lambda day: MonthDay(month=day.month, day=day.day))


@cache
def times() -> st.SearchStrategy[Time]:
    """Periods and single days."""
    return periods() | as_ofs()


@cache
def times_of(collection: TimeCollection) -> st.SearchStrategy[Time]:
    """Times that a collection can fill."""
    return as_ofs() if collection is TimeCollection.AT else periods()


class Timing(TypedDict):
    """A time, how a figure fills it, and what it is per."""

    time: Time
    time_collection: TimeCollection
    per: Frequency | Absent


@st.composite
def timings(draw: st.DrawFn, *, collections: st.SearchStrategy[TimeCollection] | None = None) -> Timing:
    """Times and collections that go together."""
    collection = draw(collections if collections is not None else st.sampled_from(TimeCollection))
    return Timing(
        time=draw(times_of(collection)),
        time_collection=collection,
        per=draw(st.sampled_from(Frequency)) if collection.is_repeated else Absent.NOT_APPLICABLE,
    )


@cache
def statuses() -> st.SearchStrategy[tuple[Status, ...]]:
    """Sets of statuses."""
    return st.sets(st.sampled_from(Status), max_size=3).map(tuple)


@cache
def extras() -> st.SearchStrategy[Extra]:
    """What others add to a document: small JSON objects."""
    scalar = st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats(-1e9, 1e9) | words()
    value = st.recursive(
        scalar, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words(), inner, max_size=2), max_leaves=3
    )
    return st.dictionaries(words(), value, max_size=2).map(Extra)
