"""Suggest answers to the questions of a draft: names from the words around a figure, and times near it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from aseansc._attrs import is_stated_text
from aseansc.indicators import IndicatorKind
from aseansc.periods import AsOf, Period, Time, days_of
from aseansc.units import Unit, UnitKind
from aseansc.vietnamese._fragments import says_of_subject, says_only_what_kind, without_end
from aseansc.vietnamese._item import Item
from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._name_forms import folded, lowered
from aseansc.vietnamese._naming import Words
from aseansc.vietnamese._offices import office_at_end, with_office

_MOST: Final = 6
"""The most answers that are suggested for one question."""
_MOST_WORDS: Final = 16
_MOST_SHOWN: Final = 24
_ON: Final = "at "
"""What is before a day in the first cell of a time."""
_QUARTER: Final = 3
_MOST_OF_CATEGORY: Final = 3
_RATE: Final = re.compile(rf"(?<!\w){lexicon.RATES}(?!\w)", re.IGNORECASE)
_AREA: Final = re.compile(rf"\b{lexicon.AREA_OF}\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[;,:()]\s")
_NUMBER_WORDS: Final = re.compile(rf"^{lexicon.NUMBER_WORDS}", re.IGNORECASE)
_START: Final = re.compile(rf"(?:{lexicon.OPENING}|{lexicon.BECAUSE})(?!\w)[\s,]*", re.IGNORECASE)
_ENDS: Final = re.compile(rf"(?:^|\s+)(?:{lexicon.CLOSING}|{lexicon.PREPOSITIONS}|{lexicon.OPENING})$", re.IGNORECASE)
_SIGNS: Final = " ,.;:()–-+•*/=\"“”'¦%"


def names_for(item: Item, before: Iterable[Item]) -> tuple[str, ...]:
    """Return the names that the words around a figure suggest for what it measures, the most specific first.

    Args:
        item: the figure.
        before: the figures before it, the nearest first.
    """
    levels = [other for other in before if other.is_level]
    suggested = (_shown(name) for name in (*_of_words(item), *_of_levels(item, levels)))
    names = _distinct(with_office(name, item.office) for name in suggested)
    return tuple(name for name in names if not says_only_what_kind(name)) or names


def times_for(item: Item, period: Time | None, stated: tuple[Time, ...]) -> tuple[str, ...]:
    """Return the times that a figure may have: those in its sentence, of its heading and of the report.

    They are written as in the first cell of a time. In a report on several months, its last month and its last quarter
    are suggested, too; if there are few others, times that other sentences state. A flow does not have a day as its
    time, but the period up to it.
    """
    known = item.heading_time or period
    times = [*item.times, *(time for time in (item.named_time, item.heading_time, period) if time is not None)]
    kind = None if item.measured is None else item.measured.kind
    return _distinct(
        time_written(one) for time in (*times, *_last_parts(known), *stated) for one in _fitting(time, kind)
    )


def _fitting(time: Time, kind: IndicatorKind | None) -> Iterator[Time]:
    """Yield a time as a figure of a kind may have it: what is added up to a day is that of the days of its year."""
    if kind is not IndicatorKind.FLOW or not isinstance(time, AsOf):
        yield time
    if kind is not IndicatorKind.STOCK and isinstance(time, AsOf):
        last = days_of(time)[1]
        yield Period(start=last.replace(month=1, day=1), end=last)


def time_written(time: Time) -> str:
    """Return a time as it is written in the first cell of a time; a spreadsheet does not read it as a number or a day.

    >>> time_written(Period.parse("2018-Q3"))
    '2018-07-01/2018-09-30'
    """
    if isinstance(time, AsOf):
        return f"{_ON}{time}"
    return f"{time.start.isoformat()}/{time.end.isoformat()}"


def _last_parts(known: Time | None) -> Iterator[Time]:
    """Yield the last month and the last quarter of a period that is longer and ends with them."""
    if not isinstance(known, Period) or known.months in (None, 1):
        return
    last = known.end
    yield Period.parse(f"{last.year}-{last.month:02}-01/P1M")
    if known.months > _QUARTER and last.month % _QUARTER == 0:
        yield Period.parse(f"{last.year}-Q{last.month // _QUARTER}")


def _of_words(item: Item) -> Iterator[str]:
    """Yield the names that the words of a figure suggest."""
    words = item.words
    kind = None if item.unit is None else item.unit.kind
    noun = words.noun if kind in (None, UnitKind.COUNT) and "/" not in words.noun else ""
    counted = f"{noun} {words.tail or words.limit}".strip()
    subjects = _distinct((words.subject, _last_words(words.clause)))
    if kind is UnitKind.SHARE:
        yield from _rates_of(subjects, counted)
        return
    if words.lead or words.head:
        yield from (f"{words.lead or words.head}: {_lower(subject)}" for subject in subjects)
    for subject in subjects:
        if noun and folded(noun) in folded(subject):
            yield f"{subject} {words.tail}"
        elif noun and len(subject.split()) <= _MOST_OF_CATEGORY:
            yield f"{lexicon.NUMBER_OF} {noun} {subject}"  # Kinh 2 hộ, Tày 245 hộ
        elif kind is not UnitKind.AREA:
            yield f"{subject} {counted}"
        elif not _AREA.search(subject):
            yield f"{lexicon.AREA_OF} {_lower(subject)}"
    yield from subjects
    if counted:
        yield f"{lexicon.NUMBER_OF} {counted}" if noun else counted


def _rates_of(subjects: tuple[str, ...], counted: str) -> Iterator[str]:
    """Yield the names that the words around a percent suggest."""
    for text in (*subjects, counted):
        rate = _RATE.search(text)
        if rate is not None:
            yield text[rate.start() :]
        elif text:
            yield f"{lexicon.OF_RATE} {_lower(text)}"
    if subjects:
        yield f"{lexicon.OF_SHARE} {_lower(subjects[0])}"


def _of_levels(item: Item, levels: list[Item]) -> Iterator[str]:
    """Yield the names that the levels before a figure suggest: its share, its part, its money, or the same name."""
    for other in levels[:3]:
        measured = other.measured
        name = "" if measured is None else measured.name or next(iter(measured.name_choices), "")
        if measured is not None and name:
            yield from _of_level(item, other, name, measured.unit)


def _of_level(item: Item, other: Item, name: str, unit: Unit | None) -> Iterator[str]:
    """Yield the names that a level before a figure suggests by its name and its unit."""
    words, kind = item.words, None if item.unit is None else item.unit.kind
    is_count = unit is not None and unit.kind is UnitKind.COUNT
    says_more = words.subject != "" and folded(words.subject) not in folded(name)  # sản lượng thóc: sản lượng
    if kind is UnitKind.SHARE and unit != item.unit:
        yield from _shares_of(words, name, is_count=is_count)
    elif kind is UnitKind.QUOTIENT and words.is_vague and says_more:
        yield f"{words.subject}: {_lower(other.words.tail or name)}"
    elif kind is UnitKind.MONEY and is_count:
        yield f"{lexicon.SUM}: {_lower(name)}"
    elif says_more and says_only_what_kind(words.subject) and is_count:
        yield f"{words.subject}: {_lower(_NUMBER_WORDS.sub('', name))}"  # tổng công suất: nhà máy thủy điện
    elif says_more and unit == item.unit:
        yield f"{name}: {_lower(words.subject)}"
    if item.unit in (None, unit):
        yield name


def _shares_of(words: Words, name: str, *, is_count: bool) -> Iterator[str]:
    """Yield the names that a level before a percent suggests."""
    of = f"{lexicon.OF_RATE if is_count else lexicon.OF_SHARE} {_lower(_NUMBER_WORDS.sub('', name))}"
    yield f"{of} {words.tail}" if says_of_subject(words.tail) else of  # 9 thôn 100% đều có điện
    if words.verb.startswith(lexicon.REACHES):
        yield f"{lexicon.OF_RATE} {lexicon.OF_PLAN}: {_lower(name)}"


def _last_words(clause: str) -> str:
    """Return the last part of the words before a figure, or those before a colon if it has only verbs."""
    return _last_clause(clause) or clause.rpartition(":")[0]


def _last_clause(clause: str) -> str:
    """Return the words before a figure up to the last comma that leaves enough of them, without verbs at their end."""
    parts = [part for part in map(str.strip, _CLAUSE.split(f"{clause} ")) if part.strip(_SIGNS)]
    words = " ".join(parts[-1].split()).strip(_SIGNS) if parts else ""
    while (found := _START.match(words)) is not None:
        words = words[found.end() :].lstrip(_SIGNS)
    while (found := _ENDS.search(words)) is not None:
        words = words[: found.start()].rstrip(_SIGNS)
    return " ".join(words.split()[-_MOST_WORDS:])


def _lower(words: str) -> str:
    """Return words with a small first letter, unless they are so few that they may be a name: Kinh, Pa Kơ."""
    return lowered(words) if len(words.split()) > _MOST_OF_CATEGORY - 1 else words


def _shown(name: str) -> str:
    has_office = office_at_end(name)
    name = without_end(" ".join(name.replace("¦", " ").split()).strip(_SIGNS)) if not has_office else name
    is_name = 1 < len(name.split()) <= _MOST_SHOWN and is_stated_text(name) and folded(name) not in lexicon.VAGUE
    return name[:1].upper() + name[1:] if is_name else ""


def _distinct(answers: Iterable[str]) -> tuple[str, ...]:
    """Return the first answers, without those that differ only in case."""
    found: dict[str, str] = {}
    for answer in answers:
        if answer:
            found.setdefault(folded(answer), answer)
    return tuple(found.values())[:_MOST]
