"""The units of means in tables: *Thu nhập bình quân đầu người* in *triệu đồng* is an amount for each person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from aseansc.units import Unit, UnitKind, day, month, quarter, year
from aseansc.vietnamese._characters import Passage
from aseansc.vietnamese._lexicon import table_units as words
from aseansc.vietnamese._nouns import NO_UNIT
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import reader_of

_MEAN, _PER, _OVER_YEARS, _MANY, _OPEN_TIME, _PAID_PER = (
    re.compile(pattern)
    for pattern in (words.MEAN_OF, words.PER, words.OVER_YEARS, words.MANY, words.OPEN_TIME, words.PAID_PER)
)
_PAY, _YEARLY_MEAN = re.compile(words.PAY), re.compile(words.YEARLY_MEAN)
_MEAN_ALONE: Final = re.compile(words.MEAN_ALONE)
_ROUND: Final = re.compile(r"\([^()]*\)")
_DIVIDED: Final = (
    UnitKind.MONEY,
    UnitKind.MASS,
    UnitKind.VOLUME,
    UnitKind.AREA,
    UnitKind.ENERGY,
    UnitKind.LENGTH,
    UnitKind.COUNT,
)
"""The kinds of units that may be printed without what they are divided by."""

_TIMES: Final = {unit.code: unit for unit in (year, quarter, month, day)}
_PER_TIMES: Final = tuple(
    (re.compile(rf"{word}{words.NO_DATE}"), _TIMES[code]) for word, code in words.PER_TIMES.items()
)


def averages_years(label: str) -> bool:
    """Return whether a label says that its numbers are averages over years, and not per person or household.

    >>> averages_years("Sản lượng lúa (bình quân)"), averages_years("Thu nhập bình quân đầu người")
    (True, False)
    """
    return _YEARLY_MEAN.search(label.casefold()) is not None


def is_mean_alone(label: str) -> bool:
    """Return whether a label states a mean over times and not of what, so that it is one of what the table measures.

    >>> is_mean_alone("Bình quân tháng - Monthly average"), is_mean_alone("Bình quân lương")
    (True, False)
    """
    return _MEAN_ALONE.match(label.strip(" -+*•").casefold()) is not None


def unit_of_mean(unit: Unit, *labels: str) -> Unit | None:
    """Return the unit of a mean, whose label names what it is divided by; ``None`` if it is not certain.

    The unit of a label without a mean, and one that is a quotient already, is as it is printed, unless it lacks the
    month that the label names. So is that of an average over years. It is not certain if the label names two things,
    a number of things, a month or a day without a thing, or, for money, nothing that the amount is divided by.

    Args:
        unit: the unit as printed.
        labels: the label, and then the lines around it; the first that states a mean decides alone.

    >>> from aseansc.units import VND, criterion
    >>> unit_of_mean(VND, "Thu nhập bình quân đầu người một tháng"), unit_of_mean(criterion, "Số tiêu chí bình quân/xã")
    (Unit.parse('VND/person/month'), Unit.parse('criterion/commune'))
    >>> unit_of_mean(VND, "Doanh thu bình quân") is None
    True
    """
    plain = [_ROUND.sub(_kept, label.casefold()) for label in labels]
    match = next((match for label in plain if (match := _MEAN.search(label)) is not None), None)
    if match is None:
        return _paid(unit, plain) if unit.kind in (UnitKind.MONEY, UnitKind.COUNT) else unit
    is_pay = _PAY.search(match.string[: match.start()]) is not None
    return _divided_by(unit, match.string[match.end() :].lstrip(), is_pay=is_pay)


def _kept(bracketed: re.Match[str]) -> str:
    """Return what is kept of a part of a label in brackets: a mean, as in *Thu nhập (bình quân 1 người 1 tháng)*."""
    return f" {bracketed[0][1:-1]} " if _MEAN.search(bracketed[0]) is not None else " "


def _divided_by(unit: Unit, rest: str, *, is_pay: bool) -> Unit | None:
    """Return the unit of a mean, divided by what the words behind *bình quân* name; ``None`` if it is not certain.

    Args:
        unit: the unit as printed.
        rest: the words behind *bình quân*.
        is_pay: whether the words before it name what persons earn.
    """
    found = tuple(_divisors(rest))
    if unit.kind not in _DIVIDED:
        return None if _lacks_time(unit, found) else unit
    if None in found or _MANY.match(rest) or (found and _OPEN_TIME.search(rest)):
        return None
    if not found:
        return None if unit.kind is UnitKind.MONEY and _OVER_YEARS.search(rest) is None else unit
    if found == (year,) and unit.kind is UnitKind.MONEY and is_pay:
        return None  # perhaps also per person
    return _divided(unit, [each for each in found if each is not None], may_be_time=False)


def _lacks_time(unit: Unit, divisors: tuple[Unit | None, ...]) -> bool:
    """Return whether a unit for each person or household lacks the month or the day that the label names."""
    times = [each for each in divisors if each is not None and each.kind is UnitKind.DURATION and each != year]
    parts = unit.denominators
    is_each = any(part.code in words.DIVIDING for part in parts)
    return bool(times) and is_each and not any(part.kind is UnitKind.DURATION for part in parts)


def _divided(unit: Unit, divisors: list[Unit], *, may_be_time: bool) -> Unit | None:
    """Return a unit that is divided by one thing, one time or both; a year alone is the time of the figure.

    A month alone is not certain in the unit of a mean: perhaps it is also per person.
    """
    if divisors == [year]:
        return unit
    times = [each for each in divisors if each.kind is UnitKind.DURATION]
    things = [each for each in divisors if each not in times]
    if len(things) > 1 or len(times) > 1 or not (things or may_be_time):
        return None
    if not all(each.kind in _DIVIDED and each.dimension != unit.dimension for each in things):
        return None
    for each in divisors:
        unit = unit / each
    return unit


def _paid(unit: Unit, labels: list[str]) -> Unit | None:
    """Return the unit of what there is for a time, a person or a household: *Chi trả/tháng*, *Nhân khẩu/hộ*."""
    label = next((label for label in labels if _PAID_PER.search(label) is not None), "")
    found = tuple(_named_in(label))
    known = [each for each in found if each is not None and each.code in (*_TIMES, *words.DIVIDING)]
    divided = _divided(unit, known, may_be_time=True) if found and len(known) == len(found) else unit
    return unit if divided is None and unit.kind is UnitKind.COUNT else divided  # *Khối lượng h/ khách* are passengers


def _divisors(rest: str) -> Iterator[Unit | None]:
    """Yield what the words behind *bình quân* name that a mean is divided by; ``None`` for what has no unit."""
    time, noun = _time_in(rest), _noun_in(rest)
    if time is not None:
        yield time
    elif noun is not None and noun.code in words.DIVIDING:
        yield noun
    yield from _named_in(rest)


def _named_in(text: str) -> Iterator[Unit | None]:
    """Yield what a text names behind *một* or a stroke; ``None`` for what has no unit."""
    for match in _PER.finditer(text):
        named = text[match.end() :]
        yield _time_in(named) or _noun_in(named)


def _time_in(text: str) -> Unit | None:
    """Return the unit of the time that a text begins with, unless it is a date."""
    return next((unit for pattern, unit in _PER_TIMES if pattern.match(text)), None)


def _noun_in(text: str) -> Unit | None:
    """Return the unit of the noun that a text begins with."""
    units, tokens = reader_of(()), Tokens(Passage(text, 0, True))
    noun = units.noun_at(tokens, 0) if tokens.size else None
    return None if noun is None or noun.code == NO_UNIT else units.unit_of(noun)
