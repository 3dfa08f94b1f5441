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

_MEAN, _PER, _OVER_TIME = (re.compile(pattern) for pattern in (words.MEAN_OF, words.PER, words.OVER_TIME))
_PAID_PER: Final = re.compile(words.PAID_PER)
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
_PER_TIMES: Final = tuple((re.compile(rf"{word}(?!\w)"), _TIMES[code]) for word, code in words.PER_TIMES.items())


def unit_of_mean(unit: Unit, *labels: str) -> Unit | None:
    """Return the unit of a mean, whose label names what it is divided by; ``None`` if it is not certain.

    The unit of a label without a mean, and one that is a quotient already, is as it is printed. So is that of an
    average over years. An amount of money that is divided by something that the label does not name is not certain.

    Args:
        unit: the unit as printed.
        labels: the label, and then the lines around it; the first that states a mean decides alone.

    >>> from aseansc.units import VND, criterion
    >>> unit_of_mean(VND, "Thu nhập bình quân đầu người một tháng"), unit_of_mean(criterion, "Số tiêu chí bình quân/xã")
    (Unit.parse('VND/person/month'), Unit.parse('criterion/commune'))
    >>> unit_of_mean(VND, "Doanh thu bình quân") is None
    True
    """
    plain = [_ROUND.sub(" ", label.casefold()) for label in labels]
    match = next((match for label in plain if (match := _MEAN.search(label)) is not None), None)
    if match is None and unit.kind is UnitKind.MONEY:
        return _paid(unit, plain)
    if match is None or unit.kind not in _DIVIDED:
        return unit
    rest = match.string[match.end() :]
    found = tuple(_divisors(rest))
    if not found:
        return None if unit.kind is UnitKind.MONEY and _OVER_TIME.search(rest) is None else unit
    return _divided(unit, found)


def _divided(unit: Unit, divisors: tuple[Unit | None, ...]) -> Unit | None:
    """Return a unit that is divided by others; a year alone is the time of the figure."""
    if divisors == (year,):
        return unit
    for each in divisors:
        if each is None or each == unit:
            return None
        unit = unit / each
    return unit


def _paid(unit: Unit, labels: list[str]) -> Unit | None:
    """Return the unit of money that is paid for a time, a person or a household: *Chi trả/tháng*."""
    match = next((match for label in labels if (match := _PAID_PER.search(label)) is not None), None)
    found = () if match is None else tuple(_divisors(match.string[match.start() :]))
    known = [each for each in found if each is not None and each.code in (*_TIMES, *words.DIVIDING)]
    return _divided(unit, found) if found and len(known) == len(found) else unit


def _divisors(rest: str) -> Iterator[Unit | None]:
    """Yield what the words behind *bình quân* name that a mean is divided by; ``None`` for what has no unit."""
    first = _noun_in(rest.lstrip())
    if first is not None and first.code in words.DIVIDING:
        yield first
    for match in _PER.finditer(rest):
        named = rest[match.end() :]
        time = next((unit for pattern, unit in _PER_TIMES if pattern.match(named)), None)
        yield time or _noun_in(named)


def _noun_in(text: str) -> Unit | None:
    """Return the unit of the noun that a text begins with."""
    units, tokens = reader_of(()), Tokens(Passage(text, 0, True))
    noun = units.noun_at(tokens, 0) if tokens.size else None
    return None if noun is None or noun.code == NO_UNIT else units.unit_of(noun)
