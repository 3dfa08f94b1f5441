"""Compare one stated figure with one figure read from the text, aspect by aspect."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from decimal import Decimal
from typing import Final, NamedTuple, final

from attrs import frozen

from aseansc._decimals import EXACT, HUNDRED, plain
from aseansc.errors import AseanscError
from aseansc.observations import Status
from aseansc.periods import AsOf, Period, TimeBasis, TimeCollection
from aseansc.units import Unit, UnitKind, household_turn, person_turn, rank, times, turn
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value
from aseansc.verification._claims import ExtractedKind, kind_of
from aseansc.verification._locate import flat
from aseansc.verification._results import Aspect, FigureVerdict
from aseansc.verification._signs import Minus
from aseansc.verification._stated import Stated, Statement
from aseansc.vietnamese import Doubt, FigureKind, PrintedFigure

CONFIRMED: Final = FigureVerdict.CONFIRMED
REFUTED: Final = FigureVerdict.REFUTED
UNDECIDED: Final = FigureVerdict.UNDECIDED

_NUMBERS: Final = re.compile(r"\d+(?:[.,\s]\d+)*")


_RANKED: Final = re.compile(r"\b(?:xếp|đứng|hạng|vị trí)(?:\s+(?:hạng|vị trí))?\s+thứ\b(?!.*\bthứ\b)")
_ROSE_OR_FELL: Final = re.compile(r"\b(tăng|giảm)(?:\s+(?:lên|thêm|xuống|khoảng|gần|hơn|trên|tới|đến|bình quân))*\s*$")
_TIMES_KINDS: Final = {"tăng": ExtractedKind.INCREASE_TIMES, "giảm": ExtractedKind.DECREASE_TIMES}


class Note(NamedTuple):
    """The comparison of one aspect; the verdict is ``None`` if it was not compared."""

    aspect: Aspect
    verdict: FigureVerdict | None
    words: str = ""


@final
@frozen(kw_only=True)
class Read:
    """A figure read from the text, with what surrounds it."""

    figure: PrintedFigure
    is_whole: bool = False
    """Whether only the whole of 36/108 is cited."""
    minus: Minus = Minus.NONE
    """The minus sign that is printed directly before the number."""
    preceding: str = ""
    """The text before the figure."""
    following: str = ""
    """The text after the number."""
    times: Set[object] = frozenset()
    """The times that are printed anywhere in the text."""
    applied: Set[object] = frozenset()
    """The times that are printed for other figures, or in the title."""
    is_unread: Callable[[Status], bool]
    """Whether a word for a status is nearby that the reader applied to no figure."""

    @property
    def statement(self) -> Statement | None:
        value = self.figure.out_of if self.is_whole else self.figure.value
        return value if isinstance(value, Value | Change | RelativeChange | Attainment) else None

    @property
    def is_number_unsure(self) -> bool:
        return self.figure.doubt is Doubt.NUMBER

    @property
    def lacks_only_a_unit(self) -> bool:
        """Whether the number is sure, and only its unit is not known."""
        return self.figure.doubt is Doubt.UNIT and self.figure.kind is FigureKind.LEVEL

    @property
    def numbers(self) -> tuple[Decimal | None, Decimal | None]:
        """The number, and the upper end of a range or the whole of a ratio."""
        statement = self.statement
        if statement is not None:
            return statement.magnitude, statement.upper
        read = self.figure.magnitude
        return read if isinstance(read, tuple) else (read, None)

    @property
    def kind(self) -> ExtractedKind | None:
        statement = self.statement
        if statement is not None:
            return kind_of(statement)
        return ExtractedKind.LEVEL if self.lacks_only_a_unit else None

    @property
    def is_rank(self) -> bool:
        """Whether it is the place in an order, such as *xếp thứ 55/63*, and no other ordinal, such as *lần thứ 5*."""
        words = flat(self.preceding + self.figure.printed).casefold()
        return self.figure.kind is FigureKind.ORDINAL and _RANKED.search(words) is not None

    @property
    def times_kind(self) -> ExtractedKind | None:
        """The kind of *tăng 3 lần* or *giảm 3 lần*, which the reader gives no value, by the word before."""
        if self.figure.value is not None or self.figure.unit != times:
            return None
        found = _ROSE_OR_FELL.search(flat(self.preceding).casefold())
        return None if found is None else _TIMES_KINDS[found[1]]

    @property
    def is_minus_unread(self) -> bool:
        """Whether a minus sign is printed before the number, and the reader has no negative value."""
        statement = self.statement
        return self.minus is not Minus.NONE and not (statement is not None and statement.magnitude < 0)

    @property
    def doubt(self) -> str:
        return f"the text cannot be read with certainty: {self.figure.note or 'it states no value'}"


def compare(stated: Stated, read: Read) -> Iterator[Note]:
    """Yield a note for each aspect."""
    if read.figure.kind in (FigureKind.DATE, FigureKind.DOCUMENT_NUMBER, FigureKind.ORDINAL, FigureKind.PHONE):
        yield from _rank(stated, read) if read.is_rank else _of_another_kind(stated, read)
        return
    yield from _number(stated, read)
    yield from _unit(stated, read)
    yield from _qualifier(stated, read)
    yield from _sign(stated, read)
    yield from _kind(stated, read)
    yield from _parts(stated, read)
    yield from _statuses(stated, read)
    yield from _time(stated, read)
    yield from _collection(stated, read)


# -- number, scale and unit


def _of_another_kind(stated: Stated, read: Read) -> Iterator[Note]:
    what = f"the text has a {read.figure.kind.value.replace('_', ' ')} here: {flat(read.figure.printed)!r}"
    same = any(same_digits(stated.number, number) for number in numbers_in(read.figure.printed))
    yield Note(Aspect.KIND, UNDECIDED if same else REFUTED, what)


def _rank(stated: Stated, read: Read) -> Iterator[Note]:
    """Compare with a place in an order, which is a number without a value."""
    low, high = read.numbers
    if low is None:
        yield Note(Aspect.NUMBER, UNDECIDED, read.doubt)
        return
    is_same = stated.number == low and stated.upper is None
    yield Note(Aspect.NUMBER, CONFIRMED) if is_same else _other_number(stated, read)
    if stated.unit is None:
        yield Note(Aspect.UNIT, UNDECIDED, f"the text has a rank here, {flat(read.figure.printed)!r}")
    elif stated.unit == rank:
        yield Note(Aspect.UNIT, CONFIRMED)
    else:
        yield Note(Aspect.UNIT, REFUTED, f"the text has a rank, not {stated.unit.code}")
    if stated.kind not in (None, ExtractedKind.LEVEL):
        yield Note(Aspect.KIND, REFUTED, "the text has a rank here")
    if stated.out_of is not None and stated.out_of != high:
        yield Note(Aspect.PARTS, REFUTED, "the text has another number of places, or none")
    yield from _qualifier(stated, read)
    yield from _statuses(stated, read)
    yield from _time(stated, read)


def _number(stated: Stated, read: Read) -> Iterator[Note]:
    low, high = read.numbers
    if low is None:
        yield Note(Aspect.NUMBER, UNDECIDED, read.doubt)
        return
    low, high = _in_unit(stated, read, low, high)
    wanted = stated.number.copy_abs()
    if read.is_number_unsure:
        is_same = any(same_digits(wanted, number) for number in (low, *numbers_in(read.figure.printed)))
        yield Note(Aspect.NUMBER, UNDECIDED, read.doubt) if is_same else _other_number(stated, read)
    elif wanted == low.copy_abs() or (high is not None and stated.upper is not None and wanted == high.copy_abs()):
        yield from _upper(stated, read, low, high)
    elif read.statement is None and read.figure.kind in (FigureKind.RATIO, FigureKind.CHANGE) and high:
        yield _fraction(stated, read, low, high)
    elif not stated.is_cited and read.figure.out_of is not None and wanted == read.figure.out_of.magnitude:
        yield Note(
            Aspect.PARTS,
            REFUTED if stated.out_of else UNDECIDED,
            f"the text has {_printed(read)} here, of which this is the whole",
        )
    else:
        yield _other_number(stated, read)


def _in_unit(stated: Stated, read: Read, low: Decimal, high: Decimal | None) -> tuple[Decimal, Decimal | None]:
    """Convert the numbers read to the unit that is stated, if the text has another unit of the same dimension."""
    value = read.statement
    if isinstance(value, Value | Change) and stated.unit is not None and stated.unit != value.unit:
        try:
            converted = value.to(stated.unit)
        except AseanscError:
            return low, high
        if converted.magnitude.copy_abs() == stated.number.copy_abs():
            return converted.magnitude, converted.upper
    return low, high


def _upper(stated: Stated, read: Read, low: Decimal, high: Decimal | None) -> Iterator[Note]:
    """Compare both ends of ranges of which one end agrees."""
    if read.statement is None and read.figure.kind is not FigureKind.RANGE and high is not None:
        if stated.out_of == high:
            yield Note(Aspect.NUMBER, CONFIRMED)
        else:
            yield Note(Aspect.PARTS, UNDECIDED, f"the text has {_printed(read)} here")
    elif (stated.upper is None and high is None) or (
        stated.upper is not None and high is not None and _ends(stated.number, stated.upper) == _ends(low, high)
    ):
        yield Note(Aspect.NUMBER, CONFIRMED)
        yield Note(Aspect.SCALE, CONFIRMED)
    elif stated.upper is None and not stated.is_range_known:
        yield Note(Aspect.NUMBER, UNDECIDED, f"the text has a range here, {_printed(read)}")
    else:
        yield _other_number(stated, read)


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
    return _other_number(stated, read)


def _other_number(stated: Stated, read: Read) -> Note:
    low, high = read.numbers
    scaled = low is not None and high is None and stated.upper is None and same_digits(stated.number, low)
    aspect = Aspect.SCALE if scaled else Aspect.NUMBER
    return Note(aspect, REFUTED, f"the text has {_printed(read)} here, not {_shown(stated)}")


def _shown(stated: Stated) -> str:
    return plain(stated.number) + ("" if stated.upper is None else f" to {plain(stated.upper)}")


def same_digits(one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers differ in nothing but a power of ten."""
    return _significant(one) == _significant(other)


def _significant(number: Decimal) -> tuple[int, ...]:
    return EXACT.normalize(number.copy_abs()).as_tuple().digits


def numbers_in(text: str) -> Iterator[Decimal]:
    """Yield the numbers in a text; both readings of one such as 1.234, whose separator may be either kind."""
    for run in _NUMBERS.finditer(text):
        parts = re.split(r"[.,\s]", run[0])
        if len(run[0]) <= _LONGEST and all(part.isascii() for part in parts):
            yield from _readings(parts, [mark for mark in run[0] if not mark.isdecimal()])


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
    elif there == given or _converts(stated, read):
        yield Note(Aspect.UNIT, CONFIRMED)
    else:
        yield _other_unit(given, there, read)


def _other_unit(given: Unit, there: Unit, read: Read) -> Note:
    if read.statement is None and there.dimension == given.dimension:
        return Note(Aspect.UNIT, UNDECIDED, read.doubt)
    if there == turn and given in (person_turn, household_turn):
        return Note(Aspect.UNIT, UNDECIDED, "the text has turns, and does not state of what")
    words = f"the text has {there.code}, not {given.code}"
    if isinstance(read.statement, Value) and _differ_by_a_duration(there, given):
        return Note(Aspect.UNIT, UNDECIDED, f"{words}; both may state the same")
    return Note(Aspect.UNIT, REFUTED, words)


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
    if any(re.match(rf"{before}{re.escape(flat(name).casefold())}(?!\w)", words) for name in names if name.strip()):
        return Note(Aspect.UNIT, CONFIRMED)
    if read.figure.unit is not None:
        return Note(
            Aspect.UNIT, UNDECIDED, f"{names[0]!r} is not a unit of the catalogue; the text has {read.figure.unit.code}"
        )
    return Note(Aspect.UNIT, UNDECIDED, read.figure.note or "no unit was read in the text")


def _converts(stated: Stated, read: Read) -> bool:
    """Return whether the text has the same quantity in another unit."""
    value, unit = read.statement, stated.unit
    if unit is None or not isinstance(value, Value | Change):
        return False
    try:
        converted = value.to(unit)
    except AseanscError:
        return False
    return converted.magnitude.copy_abs() == stated.number.copy_abs() and converted.magnitude != value.magnitude


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
    elif (found := read.times_kind) is not None and stated.kind in _TIMES_KINDS.values():
        words = "" if found is stated.kind else f"the text has {found.value}, not {stated.kind.value}"
        yield Note(Aspect.KIND, REFUTED if words else CONFIRMED, words)
    elif stated.number < 0 and read.is_minus_unread and _is_net(stated, read):
        yield Note(Aspect.KIND, CONFIRMED)
    elif there is None:
        yield Note(Aspect.KIND, UNDECIDED, read.doubt)
    elif there is stated.kind or (stated.is_flow and _is_amount_added(stated, read)):
        yield Note(Aspect.KIND, CONFIRMED)
    else:
        yield Note(Aspect.KIND, REFUTED, f"the text has {there.value}, not {stated.kind.value}")


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


# -- status and time


def _statuses(stated: Stated, read: Read) -> Iterator[Note]:
    there = set(read.figure.statuses)
    if stated.statuses is None:
        if there:
            yield Note(Aspect.STATUS, None, f"not given; the text has {_codes(there)}")
        return
    given = set(stated.statuses)
    if stated.is_plan:
        there -= {Status.PLANNED, Status.FORECAST}
        given.discard(Status.PLANNED)
    # "an estimated 7 of 11 communes": the whole is not estimated
    missing: set[Status] = set() if read.is_whole else there - given
    extra = given - there
    if missing:
        yield Note(Aspect.STATUS, REFUTED, f"the text has {_codes(missing)}, which is not given")
    unread = {status for status in extra if read.is_unread(status) or is_word_for(status, stated.governed_by)}
    if extra - unread:
        yield Note(Aspect.STATUS, REFUTED, f"the text does not state {_codes(extra - unread)} for it")
    if unread:
        yield Note(Aspect.STATUS, UNDECIDED, f"whether a word nearby makes it {_codes(unread)} could not be read")
    if not missing and not extra:
        yield Note(Aspect.STATUS, CONFIRMED)


def _codes(statuses: set[Status]) -> str:
    return ", ".join(sorted(status.value for status in statuses))


STATUS_WORDS: Final = {
    Status.ESTIMATED: re.compile(r"\b(?:ước|khái toán)\b"),
    Status.PROVISIONAL: re.compile(r"\b(?:sơ bộ|tạm tính)\b"),
    Status.FORECAST: re.compile(r"\b(?:dự kiến|dự báo)\b"),
    Status.PLANNED: re.compile(r"\b(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán|phấn đấu)\b"),
    Status.REVISED: re.compile(r"\bđiều chỉnh\b"),
}


def is_word_for(status: Status, words: str) -> bool:
    """Return whether some words contain one that states a status."""
    pattern = STATUS_WORDS.get(status)
    return pattern is not None and pattern.search(flat(words).casefold()) is not None


def _time(stated: Stated, read: Read) -> Iterator[Note]:
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
    elif there is None and (stated.basis is None or stated.time in read.applied):
        yield Note(Aspect.TIME, None, "not compared, because the text states none beside the figure")
    elif there is None:
        yield Note(Aspect.TIME, UNDECIDED, f"{stated.time} is given as stated, but the text has it for no figure")
    elif basis is not TimeBasis.STATED:
        yield Note(Aspect.TIME, UNDECIDED, f"the text states none beside the figure; an earlier sentence has {there}")
    elif _is_end_of_change(there, stated, read) or _ends_in(there, stated):
        yield Note(Aspect.TIME, CONFIRMED)
    elif _is_day_within(there, stated.time):
        yield Note(Aspect.TIME, UNDECIDED, f"the text has {there}, and {stated.time} is given")
    else:
        yield Note(Aspect.TIME, REFUTED, f"the text has {there}, not {stated.time}")


def _is_end_of_change(there: Period | AsOf, stated: Stated, read: Read) -> bool:
    """Return whether a change against a base, such as 2022 against 2021, is given the time of its end."""
    given = stated.time
    if not isinstance(there, Period) or not isinstance(given, Period) or there in read.times:
        return False
    return given in read.times and given.end == there.end and there.contains(given)


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


def _collection(stated: Stated, read: Read) -> Iterator[Note]:
    there, given = read.figure.collection, stated.collection
    if there is None or given is None or read.figure.time_basis is TimeBasis.CARRIED:
        return
    if (there, read.figure.per) == (given, stated.per):
        yield Note(Aspect.COLLECTION, CONFIRMED)
        return
    there_each, given_each = there in _EACH, given in _EACH
    sure = there_each is not given_each or (there in _ENDS and given in _ENDS)
    sure = sure or (there_each and read.figure.per is not None and read.figure.per is not stated.per)
    words = f"the text has {_way(there, read.figure.per)}, not {_way(given, stated.per)}"
    yield Note(Aspect.COLLECTION, REFUTED if sure else UNDECIDED, words)


def _way(collection: TimeCollection, per: object) -> str:
    return collection.value if per is None else f"{collection.value} {per}"


def _printed(read: Read) -> str:
    statement = read.statement
    return f"{flat(read.figure.printed)!r}" + (f" ({statement})" if statement is not None else "")
