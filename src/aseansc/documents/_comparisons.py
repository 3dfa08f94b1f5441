"""How a comparison column agrees with the columns of levels: as ratios, growth or differences, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import permutations
from typing import Final, final

from attrs import frozen

from aseansc.documents._column import LEVELS, Column
from aseansc.documents._parts_of_years import is_before, is_within
from aseansc.periods import Period, Time
from aseansc.units import UnitKind
from aseansc.vietnamese.tables import ColumnRole, Head, grown_by, has_percent_sign, read_unit, time_in_other_year


@final
class Fit(Enum):
    """How a comparison agrees with its levels; `question` has the English and Vietnamese reason of a gap."""

    UNKNOWN = 0
    RATIO = 1
    INVERSE = 2
    DIFFERENCE = 3
    GROWTH = 4
    FRACTION = 5
    NONE = 6
    AVERAGE = 7
    AVERAGE_GROWTH = 8

    @property
    def question(self) -> tuple[str, str] | None:
        """What to ask if the number agrees with its levels, but not in the way that its head states."""
        return _QUESTIONS.get(self)


_QUESTIONS: Final = {
    Fit.INVERSE: (
        "the formula of “{number}”: its head is “{head}”, and the levels give it only the other way round",
        "công thức của “{number}”: tiêu đề là “{head}” nhưng số này chỉ khớp khi chia ngược lại",
    ),
    Fit.DIFFERENCE: (
        "whether “{number}” is a difference: its head is “{head}”, and the levels differ by it",
        "“{number}” có phải là hiệu số: tiêu đề là “{head}” nhưng hai mức chênh nhau đúng số này",
    ),
    Fit.GROWTH: (
        "whether “{number}” is the growth in percent: its head is “{head}”, and the levels differ by this percentage",
        "“{number}” có phải là tốc độ tăng: tiêu đề là “{head}” nhưng hai mức tăng, giảm đúng tỷ lệ này",
    ),
    Fit.FRACTION: (
        "whether “{number}” is a ratio and not percent: its head is “{head}”, and the levels have this ratio",
        "“{number}” có phải là tỷ số, không phải phần trăm: tiêu đề là “{head}” nhưng hai mức có đúng tỷ số này",
    ),
}
UNSUPPORTED: Final = (
    "what “{number}” states: its head is “{head}”, and the levels do not give it",
    "“{number}” nói gì: tiêu đề là “{head}” nhưng các mức không cho số này",
)
"""What to ask if the number does not agree with its levels."""

_FORMS: Final = (Fit.RATIO, Fit.GROWTH, Fit.DIFFERENCE)
_AVERAGES: Final = (Fit.AVERAGE, Fit.AVERAGE_GROWTH)
_FEWEST: Final = 3
"""The fewest rows that can show what a comparison column compares."""

_USUAL: Final = {ColumnRole.CHANGE: (70, 140), ColumnRole.ATTAINMENT: (30, 140)}
"""Most percentages of an earlier level, or of a plan, are between these; most changes in percent are not."""

_LARGE: Final = 50
"""Most percentages of an earlier level are larger; most changes in percent are not."""

_MANY: Final = 10
"""So many numbers, of which nearly all are large, are percentages also if most fell, as in a month of holidays."""

_HALF: Final = Fraction(1, 2)
_MOST: Final = Fraction(9, 10)
_MOST_PAIRS: Final = 400
_YEAR: Final = 12
_TINY: Final = 1e-9
"""The most by which a root that is computed with floating-point numbers may be wrong."""


@final
@frozen
class Comparison:
    """What a comparison column compares, and how.

    Args:
        fit: how its numbers agree with the levels.
        level: the number of the column that is compared; 0 if it is not in the table.
        base: the number of the column that it is compared with; 0 if it is not in the table.
        role: whether it is an attainment or a change; unknown if the rows do not show it.
        time: for an average over years, these years.
        shown: whether rows show how the numbers agree with the levels; ``None`` if no row has both levels.
    """

    fit: Fit
    level: int
    base: int
    role: ColumnRole
    time: Period | None = None
    shown: bool | None = True

    @property
    def years(self) -> int:
        """The number of years of an average; otherwise 1."""
        return 1 if self.time is None else self.time.end.year - self.time.start.year + 1


_NOTHING: Final = Comparison(Fit.NONE, 0, 0, ColumnRole.UNKNOWN)


def comparisons_of(columns: Iterable[Column], rows: list[dict[int, Decimal]]) -> dict[int, Comparison]:
    """Return what the comparison columns of a table compare, by number.

    If nothing but its head is known of one, it has percentages of its base where the other ones have.

    Args:
        columns: the columns of the table.
        rows: the numbers of each row, by column.
    """
    columns = tuple(columns)
    found = {each.number: comparison_of(each, columns, rows) for each in columns if each.head.compared}
    stated = [
        each
        for each in columns
        if each.number in found and not each.head.grown
        if ColumnRole.CHANGE in (each.role, found[each.number].role)
    ]
    unsure = [each for each in stated if found[each.number].fit is Fit.NONE and not _is_negative(each, rows)]
    are_ratios = all(found[each.number].fit in (Fit.RATIO, Fit.NONE) for each in stated)
    if 0 < len(unsure) < len(stated) and are_ratios and all(_is_mostly_large(each, rows) for each in stated):
        found |= {each.number: Comparison(Fit.RATIO, each.level, each.base, each.role, shown=None) for each in unsure}
    return found


def _is_mostly_large(column: Column, rows: list[dict[int, Decimal]]) -> bool:
    """Return whether most numbers of a column are too large for changes in percent."""
    numbers = [row[column.number] for row in rows if column.number in row]
    return 2 * sum(number >= _LARGE for number in numbers) > len(numbers)


def _is_negative(column: Column, rows: list[dict[int, Decimal]]) -> bool:
    """Return whether a column has a negative number, or rows with its levels, with which it then does not agree."""
    is_known = fits_of(column, rows, column.level, column.base).rows > 0
    return is_known or any(row[column.number] < 0 for row in rows if column.number in row)


def comparison_of(column: Column, columns: Iterable[Column], rows: list[dict[int, Decimal]]) -> Comparison:
    """Return what a column compares: what its head states, if the rows agree with it, or what all rows show.

    Args:
        column: the column.
        columns: the columns of the table.
        rows: the numbers of each row, by column.
    """
    levels = _levels(columns)
    if column.head.averaged:
        return _averaged(column, levels, rows)
    if column.role in (ColumnRole.ATTAINMENT, ColumnRole.CHANGE) and not column.head.grown:
        return _stated(column, columns, rows)
    return _shown(column, levels, rows) or _grown(column, rows) or _growing(column, levels, rows) or _NOTHING


def _levels(columns: Iterable[Column]) -> dict[int, Column]:
    return {each.number: each for each in columns if each.role in LEVELS and not each.head.compared}


def _grown(column: Column, rows: list[dict[int, Decimal]]) -> Comparison | None:
    """Return the growth in percent that a head such as *Tăng, giảm so với 2017 (%)* states, if some are negative.

    *Tăng, giảm so với 2017 (ha)* states differences.
    """
    numbers = [row[column.number] for row in rows if column.number in row]
    found = fits_of(column, rows, column.level, column.base)
    if min(numbers, default=0) >= 0 or found.rows or column.head.base is None or column.head.base.time is None:
        return None
    unit = read_unit(column.unit)
    if unit is not None and unit[0].kind is not UnitKind.SHARE:
        return Comparison(Fit.DIFFERENCE, column.level, column.base, ColumnRole.CHANGE, shown=None)
    is_growth = column.role is ColumnRole.CHANGE and has_percent_sign(column.header)
    return Comparison(Fit.GROWTH, column.level, column.base, column.role, shown=None) if is_growth else None


def _fallen(column: Column, rows: list[dict[int, Decimal]]) -> Comparison:
    """Return the growth that *So với 2017 (%)* states if some numbers are below zero, and most are not large."""
    found = None if _is_mostly_large(column, rows) else _grown(column, rows)
    return found or _NOTHING


def _growing(column: Column, levels: dict[int, Column], rows: list[dict[int, Decimal]]) -> Comparison | None:
    """Return the growth in percent that a head such as *Tăng trưởng (%)* states without a base.

    It is that of the period before, if there is one, or of one level.
    """
    head = column.head
    is_growth = grown_by(column.header) is not None and has_percent_sign(column.header) and head.base is None
    if not is_growth or head.doubtful or _is_mostly_large(column, rows):
        return None
    if column.level and column.base:
        return Comparison(Fit.GROWTH, column.level, column.base, ColumnRole.CHANGE, shown=None)
    found = _levels_grown(column, levels)
    if not found or len({each.time for each in found}) > 1:
        return None
    level = found[0].number if len(found) == 1 else 0
    return Comparison(Fit.GROWTH, level, 0, ColumnRole.CHANGE, shown=None)


def _levels_grown(column: Column, levels: dict[int, Column]) -> list[Column]:
    """Return the levels, other than shares, that may have grown by what a column states."""
    time = None if column.head.level is None else column.head.level.time
    found = [each for each in levels.values() if each.role is ColumnRole.ACTUAL and "%" not in each.unit]
    return [each for each in found if each.place == column.place and (time is None or each.time == time)]


def _stated(column: Column, columns: Iterable[Column], rows: list[dict[int, Decimal]]) -> Comparison:
    """Return what the head of a column states that it compares, if the rows agree, or what all rows show instead."""
    levels = _levels(columns)
    found = fits_of(column, rows, column.level, column.base)
    shown = None if found.rows else _shown(column, levels, rows)
    is_stated = found.rows or column.head.divided or _are_percentages(column, rows)
    if shown is not None or (not found.rows and _may_be_of_parts(column, columns)):
        return shown or _NOTHING
    if not is_stated:
        return _fallen(column, rows)
    if not found.rows or found.are(Fit.RATIO, _HALF) or any(found.are(fit, _HALF) for fit in _QUESTIONS):
        is_shown = found.are(Fit.RATIO, _HALF) if found.rows else None
        return Comparison(Fit.RATIO, column.level, column.base, column.role, shown=is_shown)
    shown = _shown(column, levels, rows)
    if shown is None and column.role is ColumnRole.ATTAINMENT and found.rows >= _FEWEST:
        return Comparison(Fit.NONE, column.level, column.base, ColumnRole.UNKNOWN)
    return shown or _NOTHING


def _may_be_of_parts(column: Column, columns: Iterable[Column]) -> bool:
    """Return whether a comparison of years may be one of parts of them: no level is of its year, but some are in it."""
    time = None if column.head.level is None else column.head.level.time
    roles = (ColumnRole.ACTUAL, ColumnRole.UNKNOWN)
    reached = [each.time for each in columns if each.role in roles and not each.head.compared]
    is_open = not column.level and _length(time) == _YEAR and time not in reached
    return is_open and any(is_within(each, time) for each in reached)


def _averaged(column: Column, levels: dict[int, Column], rows: list[dict[int, Decimal]]) -> Comparison:
    """Return the only two years of which most rows show the average that a column states; others may be misprinted."""
    likely: list[Comparison] = []
    for level, base in list(permutations(levels.values(), 2))[:_MOST_PAIRS]:
        time = _years_between(column, level, base)
        if time is None:
            continue
        pairs = [Comparison(fit, level.number, base.number, ColumnRole.CHANGE, time) for fit in _AVERAGES]
        found = fits_of(column, rows, level.number, base.number, pairs[0].years)
        likely += [each for each in pairs if found.counts[each.fit] >= _FEWEST and found.are(each.fit, _HALF)]
    amounts = [each for each in likely if "%" not in levels[each.level].unit]  # not of their shares of a total
    found_in = amounts or likely
    return found_in[0] if len(found_in) == 1 else _NOTHING


def _years_between(column: Column, level: Column, base: Column) -> Period | None:
    """Return the years from one column to another, if these may be those of an average; else ``None``."""
    first, last, stated = base.time, level.time, column.time
    if (level.measure, level.place) != (base.measure, base.place) or level.place != column.place:
        return None
    if base.role is not ColumnRole.ACTUAL or not (isinstance(first, Period) and isinstance(last, Period)):
        return None
    start, end = first.end.year, last.end.year
    if first != Period.year(start) or last != Period.year(end) or end - start < 2:
        return None
    if isinstance(stated, Period) and (
        stated.end.year != end or start not in (stated.start.year - 1, stated.start.year)
    ):
        return None
    return Period.parse(f"{start + 1}-01-01/P{end - start}Y")


def _are_percentages(column: Column, rows: list[dict[int, Decimal]]) -> bool:
    """Return whether the numbers of *so với 2017 (%)* are percentages of the base, and not changes in percent.

    What a month or a quarter reached of a yearly plan may be any percentage of it.
    """
    numbers = [row[column.number] for row in rows if column.number in row]
    low, high = _USUAL[column.role]
    if column.role is ColumnRole.ATTAINMENT and _is_part_of_plan(column):
        low = 0
    usual = [number for number in numbers if low <= number <= high]
    if len(numbers) < _FEWEST or min(numbers) < 0:
        return False
    large = sum(number >= _LARGE for number in numbers) if len(numbers) >= _MANY else 0
    return 2 * len(usual) > len(numbers) or large >= _MOST * len(numbers)


def _is_part_of_plan(column: Column) -> bool:
    """Return whether a head states the level of a part of the time of its plan."""
    level, base = column.head.level, column.head.base
    times = None if level is None else level.time, None if base is None else base.time
    return None not in times and times[0] != times[1] and is_within(*times)


def _shown(column: Column, levels: dict[int, Column], rows: list[dict[int, Decimal]]) -> Comparison | None:
    """Return the only pair of columns, or the only one of its measure, that all rows show to be compared."""
    pairs = [
        (level, base)
        for level in levels.values()
        for base in levels.values()
        if level is not base and _may_compare(column, level, base)
    ]
    likely = [found for pair in pairs[:_MOST_PAIRS] for found in _likely(column, *pair, rows)]
    if len(likely) > 1 and column.head.measure:
        likely = [each for each in likely if levels[each.level].measure == column.head.measure]
    return likely[0] if len(likely) == 1 else None


def _likely(column: Column, level: Column, base: Column, rows: list[dict[int, Decimal]]) -> Iterator[Comparison]:
    """Yield how nearly all rows agree with the comparison of two columns; two rows are enough for percentages."""
    found = fits_of(column, rows, level.number, base.number)
    role = ColumnRole.ATTAINMENT if base.role is ColumnRole.TARGET else ColumnRole.CHANGE
    for fit in _FORMS:
        fewest = _FEWEST - (has_percent_sign(column.header) and fit is not Fit.DIFFERENCE)
        if found.rows >= fewest and found.are(fit, _MOST):
            yield Comparison(fit, level.number, base.number, role)


def _may_compare(column: Column, level: Column, base: Column) -> bool:
    """Return whether a comparison may be that of two columns: for one thing, with what the head states of them."""
    if not _may_be_same(level.measure, base.measure) or not level.place == base.place == column.place:
        return False
    may_attain = level.role is ColumnRole.ACTUAL and (level.time is None or is_within(level.time, base.time))
    if base.role is ColumnRole.TARGET and not may_attain:
        return False
    of_title = level.time is None and column.head.base is not None and column.head.base.of_title
    is_earlier = is_before(base.time, level.time) or level.before == base.number or of_title
    if base.role is ColumnRole.ACTUAL and not is_earlier:
        return False
    is_part = _length(level.time) == _length(base.time)
    stated = [(column.head.level, level)] + [(column.head.base, base)] * (not _is_same_part(column, level, base))
    return all(head is None or _may_be(head, each, is_part=is_part) for head, each in stated)


def _is_same_part(column: Column, level: Column, base: Column) -> bool:
    """Return whether a base is that of a head such as *So với cùng kỳ*: the same part of the year before."""
    head = column.head.base
    is_open = head is not None and head.of_title and head.role not in LEVELS
    if not is_open or not isinstance(level.time, Period):
        return False
    return time_in_other_year(level.time, Period.year(level.time.end.year - 1)) == base.time


def _may_be_same(first: str, second: str) -> bool:
    """Return whether two measures may be the same: one is not stated, or the head of a group adds words before it.

    *Kế hoạch vốn* above *Tổng số* adds *vốn*.
    """
    return not first or not second or f" {first}".endswith(f" {second}") or f" {second}".endswith(f" {first}")


def _may_be(head: Head, level: Column, *, is_part: bool) -> bool:
    """Return whether a head of a comparison may state a level; *cùng kỳ* or *2018/2017* may be of parts of years."""
    if head.role in LEVELS and head.role is not level.role:
        return False
    if head.time is None or head.time == level.time:
        return True
    may_be_part = head.carried or _length(head.time) == _YEAR
    return may_be_part and is_part and is_within(level.time, head.time)


def _length(time: Time | None) -> int | None:
    """Return the number of months of a time; `None` if it is not one of whole months."""
    return time.months if isinstance(time, Period) else None


@frozen
class _Fits:
    """How many rows can be compared, and how many of them agree in each way; a row may agree in several."""

    rows: int
    counts: Counter[Fit]

    def are(self, fit: Fit, share: Fraction) -> bool:
        """Return whether at least a share of the rows agree in one way."""
        return self.counts[fit] >= share * self.rows


def fits_of(column: Column, rows: list[dict[int, Decimal]], level: int, base: int, years: int = 1) -> _Fits:
    """Return how the numbers of a column agree with two others; rows of zeros do not count."""
    found = [
        _all_fits(numbers[column.number], numbers[level], numbers[base], years)
        for numbers in rows
        if {column.number, level, base} <= numbers.keys() and numbers[level] and numbers[base]
    ]
    return _Fits(len(found), Counter(fit for fits in found for fit in fits))


def fit_of(number: Decimal, level: Decimal, base: Decimal, stated: Comparison) -> Fit:
    """Return how a printed comparison agrees with the two printed levels: as stated, if it does, or in another way."""
    found = _all_fits(number, level, base, stated.years)
    return stated.fit if stated.fit in found else found[0] if found else Fit.NONE


def _all_fits(number: Decimal, level: Decimal, base: Decimal, years: int) -> list[Fit]:
    """Return the ways in which a printed comparison agrees with two printed levels, each within its rounding."""
    ratio = _quotients(level, base)
    if years > 1:
        return [] if ratio is None else _average_fits(number, ratio, years)
    difference, spread = Fraction(level) - Fraction(base), _half(level) + _half(base)
    ends = {
        Fit.RATIO: ratio,
        Fit.DIFFERENCE: (difference - spread, difference + spread),
        Fit.GROWTH: None if ratio is None else (ratio[0] - 100, ratio[1] - 100),
        Fit.INVERSE: _quotients(base, level),
        Fit.FRACTION: None if ratio is None else (ratio[0] / 100, ratio[1] / 100),
    }
    return [fit for fit, between in ends.items() if _is_between(number, between)]


def _average_fits(number: Decimal, ratio: tuple[Fraction, Fraction], years: int) -> list[Fit]:
    """Return the ways in which a printed average agrees with the ratio of two levels some years apart."""
    ends = [100 * (float(end) / 100) ** (1 / years) for end in ratio]
    spread, printed = float(_half(number)) + _TINY, float(number)
    ways = {Fit.AVERAGE: printed, Fit.AVERAGE_GROWTH: printed + 100}
    return [fit for fit, each in ways.items() if ends[0] - spread <= each <= ends[1] + spread]


def _half(number: Decimal) -> Fraction:
    """Return half of one step in the last digit of a number."""
    exponent = number.as_tuple().exponent
    return Fraction(10) ** (exponent if isinstance(exponent, int) else 0) / 2


def _quotients(level: Decimal, base: Decimal) -> tuple[Fraction, Fraction] | None:
    """Return the least and the largest percentage that two rounded levels can have."""
    low, high = abs(Fraction(base)) - _half(base), abs(Fraction(base)) + _half(base)
    if low <= 0 or level.is_signed() is not base.is_signed() or not level:
        return None
    size = abs(Fraction(level))
    return max(size - _half(level), Fraction(0)) * 100 / high, (size + _half(level)) * 100 / low


def _is_between(number: Decimal, ends: tuple[Fraction, Fraction] | None) -> bool:
    return ends is not None and ends[0] - _half(number) <= Fraction(number) <= ends[1] + _half(number)
