"""Compare numbers, their scale and their resolution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from aseansc._decimals import EXACT, HUNDRED, plain
from aseansc.values import Qualifier
from aseansc.verification._read import CONFIRMED, REFUTED, UNDECIDED, Note, Read
from aseansc.verification._results import Aspect
from aseansc.verification._stated import Stated
from aseansc.vietnamese import FigureKind

_NUMBERS: Final = re.compile(r"\d+(?:[.,\s]\d+)*")


def compare_number(stated: Stated, read: Read) -> Iterator[Note]:
    low, high = read.numbers
    wanted = stated.number.copy_abs()
    if low is None or read.is_number_unsure:
        there = [*numbers_in(read.figure.printed), *([] if low is None else [low])]
        is_same = not there or any(same_digits(wanted, number) for number in there)  # *vài trăm hộ* has no digits
        yield Note(Aspect.NUMBER, UNDECIDED, read.doubt) if is_same else other_number(stated, read)
    elif wanted == low.copy_abs() or (high is not None and stated.upper is not None and wanted == high.copy_abs()):
        yield from _upper(stated, read, low, high)
    elif read.statement is None and read.figure.kind in (FigureKind.RATIO, FigureKind.CHANGE) and high:
        yield _fraction(stated, read, low, high)
    elif not stated.is_cited and read.figure.out_of is not None and wanted == read.figure.out_of.magnitude:
        yield Note(
            Aspect.PARTS,
            REFUTED if stated.out_of else UNDECIDED,
            f"the text has {read.shown} here, of which this is the whole",
        )
    else:
        yield other_number(stated, read)


def _upper(stated: Stated, read: Read, low: Decimal, high: Decimal | None) -> Iterator[Note]:
    """Compare both ends of ranges of which one end agrees."""
    if read.statement is None and read.figure.kind is not FigureKind.RANGE and high is not None:
        if stated.out_of == high:
            yield Note(Aspect.NUMBER, CONFIRMED)
        else:
            yield Note(Aspect.PARTS, REFUTED if stated.out_of else UNDECIDED, f"the text has {read.shown} here")
    elif (stated.upper is None and high is None) or (
        stated.upper is not None and high is not None and _ends(stated.number, stated.upper) == _ends(low, high)
    ):
        yield Note(Aspect.NUMBER, CONFIRMED)
        yield Note(Aspect.SCALE, CONFIRMED)
    elif stated.upper is None and not stated.is_range_known:
        yield Note(Aspect.NUMBER, UNDECIDED, f"the text has a range here, {read.shown}")
    else:
        yield other_number(stated, read)


def _ends(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return the ends of a range without signs: a fall by 0.25 to 0.33 is from -0.33 to -0.25."""
    return sorted((low.copy_abs(), high.copy_abs()))


def _fraction(stated: Stated, read: Read, part: Decimal, whole: Decimal) -> Note:
    """Compare with a fraction such as a half, or 2/3: the number may be it, or its percentage."""
    step = stated.number.as_tuple().exponent
    half = EXACT.scaleb(Decimal(5), int(step) - 1)
    for scaled in (part, EXACT.multiply(part, HUNDRED)):
        difference = EXACT.subtract(EXACT.multiply(stated.number.copy_abs(), whole), scaled)
        if difference.copy_abs() <= EXACT.multiply(half, whole) and stated.number:
            exact = not difference
            return Note(Aspect.NUMBER, CONFIRMED if exact else UNDECIDED, "" if exact else read.doubt)
    return other_number(stated, read)


def other_number(stated: Stated, read: Read) -> Note:
    low, high = read.numbers
    scaled = low is not None and high is None and stated.upper is None and same_digits(stated.number, low)
    aspect = Aspect.SCALE if scaled else Aspect.NUMBER
    return Note(aspect, REFUTED, f"the text has {read.shown} here, not {_shown(stated)}")


def _shown(stated: Stated) -> str:
    return plain(stated.number) + ("" if stated.upper is None else f" to {plain(stated.upper)}")


def same_digits(one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers differ in nothing but a power of ten."""
    return _significant(one) == _significant(other)


def _significant(number: Decimal) -> tuple[int, ...]:
    return EXACT.normalize(number.copy_abs()).as_tuple().digits


_DIGIT: Final = re.compile(r"\d")


def ends_of_digits(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the first digit of a passage starts and its last one ends; its start twice if it has none."""
    digits = list(_DIGIT.finditer(text, start, end))
    return (digits[0].start(), digits[-1].end()) if digits else (start, start)


def numbers_in(text: str) -> Iterator[Decimal]:
    """Yield the numbers in a text; both readings of one such as 1.234, whose separator may be either kind."""
    return (number for _, number in numbers_at(text))


def numbers_at(text: str) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Yield the numbers in a text as `numbers_in`, each with its start and end."""
    for run in _NUMBERS.finditer(text):
        parts = re.split(r"[.,\s]", run[0])
        if len(run[0]) <= _LONGEST and all(part.isascii() for part in parts):
            for number in _readings(parts, [mark for mark in run[0] if not mark.isdecimal()]):
                yield run.span(), number


def _readings(parts: list[str], marks: list[str]) -> Iterator[Decimal]:
    """Yield what groups of digits with separators between them may mean."""
    may_be_decimal = bool(marks) and bool(marks[-1].strip())
    may_group = len(set(marks)) <= 1 and all(len(part) == _GROUP for part in parts[1:])
    if may_group or not may_be_decimal:
        yield Decimal("".join(parts))
    if may_be_decimal and (len(marks) == 1 or not may_group):
        yield Decimal(f"{''.join(parts[:-1])}.{parts[-1]}")


_LONGEST: Final = 60
_GROUP: Final = 3


_BOUNDS: Final = (Qualifier.OVER, Qualifier.UNDER, Qualifier.AT_LEAST, Qualifier.AT_MOST)
"""Qualifiers of statements whose possible values do not depend on the resolution."""


def compare_resolution(stated: Stated, read: Read) -> Iterator[Note]:
    """Compare the last digit that is stated: 60,000 to 1 states more than *60 nghìn*, 7.1 states less than *7,10*."""
    statement, given = read.statement, stated.resolution
    if statement is None or given is None or stated.number.copy_abs() != statement.magnitude.copy_abs():
        return
    there = statement.resolution
    if given == there and stated.is_cited:
        yield Note(Aspect.RESOLUTION, CONFIRMED)
    elif given < there or (given != there and stated.is_cited):
        words = f"the text prints the number to {plain(there)}, and it is given to {plain(given)}"
        states_more = given < there and stated.is_cited and statement.qualifier not in _BOUNDS
        yield Note(Aspect.RESOLUTION, REFUTED if states_more else None, words)
