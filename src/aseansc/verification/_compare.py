"""Compare one stated figure with one figure read from the text, aspect by aspect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from aseansc._decimals import plain
from aseansc.errors import AseanscError
from aseansc.units import Unit, UnitKind, household_turn, percentage_point, person_turn, rank, turn
from aseansc.values import Change, Qualifier, Value
from aseansc.verification._claims import ExtractedKind, kind_of
from aseansc.verification._locate import flat
from aseansc.verification._numbers import compare_number, compare_resolution, numbers_in, other_number, same_digits
from aseansc.verification._read import (
    CONFIRMED,
    NOT_FIGURES,
    REFUTED,
    TIMES_KINDS,
    UNDECIDED,
    Note,
    Read,
    decided,
)
from aseansc.verification._results import Aspect
from aseansc.verification._signs import Minus
from aseansc.verification._stated import Stated, Statement
from aseansc.verification._statuses import compare_statuses
from aseansc.verification._times import compare_collection, compare_time
from aseansc.vietnamese import Doubt, FigureKind

_SCALES: Final = r"(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+"


def compare(stated: Stated, read: Read) -> Iterator[Note]:
    """Yield a note for each aspect."""
    if read.figure.kind in NOT_FIGURES:
        yield from _rank(stated, read) if read.is_rank else _of_another_kind(stated, read)
        return
    read = _in_stated_unit(stated, read)
    yield from compare_number(stated, read)
    yield from compare_resolution(stated, read)
    yield from _unit(stated, read)
    yield from _qualifier(stated, read)
    yield from _sign(stated, read)
    yield from _kind(stated, read)
    yield from _parts(stated, read)
    yield from compare_statuses(stated, read)
    yield from compare_time(stated, read)
    yield from compare_collection(stated, read)


# -- kinds of number, and units


def _of_another_kind(stated: Stated, read: Read) -> Iterator[Note]:
    kind = read.figure.kind.value.replace("_", " ")
    what = f"the number here is not a figure ({kind}): {flat(read.figure.printed)!r}"
    same = any(same_digits(stated.number, number) for number in numbers_in(read.figure.printed))
    yield Note(Aspect.KIND, UNDECIDED if same else REFUTED, what)


def _rank(stated: Stated, read: Read) -> Iterator[Note]:
    """Compare with a place in an order, which is a number without a value."""
    low, high = read.numbers
    is_same = stated.number == low and stated.upper is None
    yield Note(Aspect.NUMBER, CONFIRMED) if is_same else other_number(stated, read)
    if stated.unit is None:
        yield Note(Aspect.UNIT, None, "not given; the text has a rank")
    elif stated.unit == rank:
        yield Note(Aspect.UNIT, CONFIRMED)
    else:
        yield Note(Aspect.UNIT, REFUTED, f"the text has a rank, not {stated.unit.code}")
    if stated.kind not in (None, ExtractedKind.LEVEL):
        yield Note(Aspect.KIND, REFUTED, "the text has a rank here")
    if stated.out_of is not None and stated.out_of != high:
        yield Note(Aspect.PARTS, REFUTED, "the text has another number of places, or none")
    yield from _qualifier(stated, read)
    yield from compare_statuses(stated, read)
    yield from compare_time(stated, read)


def _in_stated_unit(stated: Stated, read: Read) -> Read:
    """Convert what is read to the unit that is stated, if the number then agrees: 350 hectares for 3.5 km²."""
    value, unit = read.statement, stated.unit
    if unit is None or read.is_whole or not isinstance(value, Value | Change) or value.unit == unit:
        return read
    try:
        converted = value.to(unit)
    except AseanscError:
        return read
    if converted.magnitude.copy_abs() != stated.number.copy_abs():
        return read
    return evolve(read, figure=evolve(read.figure, value=converted), converted_from=value.unit)


def _unit(stated: Stated, read: Read) -> Iterator[Note]:
    statement, given = read.statement, stated.unit
    there = statement.unit if statement is not None else read.figure.unit
    if stated.unit_words:
        yield _by_words(read, (stated.unit_words,))
    elif given is None:
        if there is not None:
            yield Note(Aspect.UNIT, None, f"not given; the text has {there.code}")
    elif there is None:
        yield _by_words(read, (given.name("vi"), given.name("en")))
    elif there == given:
        printed = read.converted_from
        yield Note(Aspect.UNIT, CONFIRMED, "" if printed is None else f"converted from {printed.code}")
    else:
        yield _other_unit(stated, given, there, read)


def _other_unit(stated: Stated, given: Unit, there: Unit, read: Read) -> Note:
    if read.statement is None and there.dimension == given.dimension:
        return Note(Aspect.UNIT, UNDECIDED, read.doubt)
    if read.figure.doubt is Doubt.POINTS and given.numerator == percentage_point:
        verdict = decided(stated) if given.denominators == there.denominators else UNDECIDED
        return Note(Aspect.UNIT, verdict, "a percent by which a rate changed may mean percentage points")
    if there == turn and given in (person_turn, household_turn):
        return Note(Aspect.UNIT, UNDECIDED, "the text has turns, and does not state of what")
    words = f"the text has {there.code}, not {given.code}"
    if _is_printed(stated.given_unit, read):
        return Note(Aspect.UNIT, CONFIRMED, f"as printed; the text has {there.code}")
    if isinstance(read.statement, Value) and _differ_by_a_duration(there, given):
        return Note(Aspect.UNIT, UNDECIDED, f"{words}; both may state the same")
    if _is_partly_printed(there, given, read):
        return Note(Aspect.UNIT, UNDECIDED, f"{words}; what it is per is not printed beside the number")
    return Note(Aspect.UNIT, REFUTED, words)


def _is_printed(unit: str, read: Read) -> bool:
    """Return whether exactly these words, with or without a scale word, are printed as the unit of a number."""
    words = flat(read.following).casefold()
    return bool(unit) and re.match(rf"\W*(?:{_SCALES})*{re.escape(flat(unit).casefold())}(?![\w/])", words) is not None


def _is_partly_printed(there: Unit, given: Unit, read: Read) -> bool:
    """Return whether the text has the unit per something that is not printed beside the number, but before it."""
    is_part = there.numerator == given.numerator and set(given.denominators) < set(there.denominators)
    return is_part and read.figure.printed.count("/") < len(there.denominators)


def _differ_by_a_duration(one: Unit, other: Unit) -> bool:
    """Return whether one unit has "per year" or another duration more, which may be how the figure is collected."""

    def rest(unit: Unit) -> tuple[Unit, ...]:
        return (unit.numerator, *(below for below in unit.denominators if below.kind is not UnitKind.DURATION))

    both = all(any(below.kind is UnitKind.DURATION for below in unit.denominators) for unit in (one, other))
    return rest(one) == rest(other) and not both


def _by_words(read: Read, names: tuple[str, ...]) -> Note:
    """Compare a unit that the reader does not know with the words that follow the number."""
    words = flat(read.following).casefold()
    before = r"\W*" if any(map(str.isdecimal, read.figure.printed)) else r".*\b"  # the number may be in words
    printed = flat(read.figure.printed).casefold()
    given = [flat(name).casefold() for name in names if name.strip()]
    if any(re.match(rf"{before}{re.escape(name)}(?!\w)", words) or printed.endswith(f" {name}") for name in given):
        return Note(Aspect.UNIT, CONFIRMED)
    if read.figure.unit is not None:
        return Note(
            Aspect.UNIT, UNDECIDED, f"{names[0]!r} is not a unit of the catalogue; the text has {read.figure.unit.code}"
        )
    return Note(Aspect.UNIT, UNDECIDED, read.figure.note or "no unit was read in the text")


# -- words around the number


def _qualifier(stated: Stated, read: Read) -> Iterator[Note]:
    statement = read.statement
    there = statement.qualifier if statement is not None else read.figure.qualifier
    if stated.qualifier is None:
        if there is not Qualifier.EXACT:
            yield Note(Aspect.QUALIFIER, None, f"not given; the text has {there.value}")
    elif there is stated.qualifier:
        yield Note(Aspect.QUALIFIER, CONFIRMED)
    elif statement is None and not read.lacks_only_a_unit:
        yield Note(Aspect.QUALIFIER, UNDECIDED, read.doubt)
    else:
        words = f"the text has {_qualifying(there)}, and the figure has {_qualifying(stated.qualifier)}"
        yield Note(Aspect.QUALIFIER, REFUTED, words)


def _qualifying(qualifier: Qualifier) -> str:
    return "no qualifier" if qualifier is Qualifier.EXACT else qualifier.value


def _sign(stated: Stated, read: Read) -> Iterator[Note]:
    statement = read.statement
    is_negative = stated.number < 0
    if read.is_minus_unread:
        yield _by_minus(stated, read)
        return
    if statement is None:
        if is_negative:
            yield Note(Aspect.SIGN, UNDECIDED, read.doubt)
        return
    is_undirected = isinstance(statement, Value) and kind_of(statement) is ExtractedKind.POINTS
    if is_undirected and (is_negative or stated.is_change):
        yield Note(Aspect.SIGN, UNDECIDED, "the text does not state whether it rose or fell")
    elif (statement.magnitude < 0) is not is_negative:
        yield _other_sign(stated, statement)
    elif is_negative or not isinstance(statement, Value):
        yield Note(Aspect.SIGN, CONFIRMED)


def _by_minus(stated: Stated, read: Read) -> Note:
    """Compare with a minus sign before a number that the reader has no negative value for, such as -1.200 persons."""
    if read.minus is Minus.UNCLEAR or isinstance(read.figure.magnitude, tuple):
        return Note(Aspect.SIGN, UNDECIDED, "the dash before the number may be a minus sign")
    if stated.number < 0:
        return Note(Aspect.SIGN, CONFIRMED)
    is_sure = read.minus is Minus.SURE and stated.kind is not None
    words = f"a minus sign is printed before the number, and the number is {plain(stated.number)}"
    return Note(Aspect.SIGN, REFUTED if is_sure else UNDECIDED, words)


def _other_sign(stated: Stated, statement: Statement) -> Note:
    falls = statement.magnitude < 0
    if stated.kind is None and falls:
        words = "the text states a decrease; the number is positive, and no kind is given"
        return Note(Aspect.SIGN, UNDECIDED, words)
    there = "a decrease" if falls else "no decrease"
    return Note(Aspect.SIGN, REFUTED, f"the text states {there}, and the number is {plain(stated.number)}")


def _kind(stated: Stated, read: Read) -> Iterator[Note]:
    there = read.kind
    if stated.kind is None:
        if there is not None and there not in (ExtractedKind.LEVEL, ExtractedKind.SHARE):
            yield Note(Aspect.KIND, None, f"not given; the text has {there.value}")
    elif (found := read.times_kind) is not None and stated.kind in TIMES_KINDS.values():
        words = "" if found is stated.kind else f"the text has {found.value}, not {stated.kind.value}"
        yield Note(Aspect.KIND, REFUTED if words else CONFIRMED, words)
    elif stated.number < 0 and read.is_minus_unread and _is_net(stated, read):
        yield Note(Aspect.KIND, CONFIRMED)
    elif there is None:
        yield Note(Aspect.KIND, UNDECIDED, read.doubt)
    elif there is stated.kind or (stated.is_flow and _is_amount_added(stated, read)):
        yield Note(Aspect.KIND, CONFIRMED)
    else:
        yield _other_kind(stated, stated.kind, there, read)


def _other_kind(stated: Stated, given: ExtractedKind, there: ExtractedKind, read: Read) -> Note:
    """Compare with another kind than the reader chose: the words may also allow points, or a plan as the base."""
    words = f"the text has {there.value}, not {given.value}"
    if read.figure.doubt is Doubt.POINTS:
        if given is not ExtractedKind.POINTS:
            return Note(Aspect.KIND, REFUTED, words)
        verdict = decided(stated)
        return Note(Aspect.KIND, verdict, "" if verdict is CONFIRMED else words)
    is_base = (there, given) == (ExtractedKind.OF_PLAN, ExtractedKind.RELATIVE_LEVEL)
    return Note(Aspect.KIND, UNDECIDED if is_base else REFUTED, words)


def _is_net(stated: Stated, read: Read) -> bool:
    """Return whether a negative quantity is of the kind that is given: a negative count can only be a net flow."""
    unit = read.figure.unit
    if read.figure.kind is not FigureKind.LEVEL or unit is None:
        return False
    return stated.kind is ExtractedKind.LEVEL or (stated.kind is ExtractedKind.CHANGE and unit.is_never_negative)


def _is_amount_added(stated: Stated, read: Read) -> bool:
    """Return whether an increase is recorded as an amount: 350 hectares more are 350 new hectares."""
    return stated.kind is ExtractedKind.LEVEL and isinstance(read.statement, Change) and read.statement.magnitude > 0


def _parts(stated: Stated, read: Read) -> Iterator[Note]:
    whole = read.figure.out_of
    if whole is None:
        if stated.out_of is not None and not isinstance(read.figure.magnitude, tuple):
            yield Note(Aspect.PARTS, REFUTED, "the text has no whole beside the number")
    elif stated.out_of is not None:
        same = whole.magnitude == stated.out_of
        yield Note(
            Aspect.PARTS,
            CONFIRMED if same else REFUTED,
            "" if same else f"the text has {plain(whole.magnitude)} as the whole, not {plain(stated.out_of)}",
        )
    elif stated.is_cited:
        # which of the two numbers is cited decides what was compared; the number reports a difference
        yield Note(Aspect.PARTS, CONFIRMED)
