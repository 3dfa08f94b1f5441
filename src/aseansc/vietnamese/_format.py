"""Print statements and times in unambiguous Vietnamese, as a careful report would."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final, cast

from aseansc._decimals import EXACT, EXPONENT_LIMIT, POWERS_OF_TEN, is_power_of_ten, plain
from aseansc.errors import FieldTypeError, UndefinedResultError
from aseansc.periods import EARLIEST_YEAR, AsOf, MonthDay, Period
from aseansc.units import Unit, UnitKind
from aseansc.values import Attainment, AttainmentForm, Change, Qualifier, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._figure import FigureValue

_WORDS: Final = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "trên ",
    Qualifier.AT_LEAST: "tối thiểu ",
    Qualifier.UNDER: "dưới ",
    Qualifier.NEARLY: "gần ",
    Qualifier.AT_MOST: "tối đa ",
    Qualifier.ABOUT: "khoảng ",
    Qualifier.BETWEEN: "",
}
_SMALL_SCALES: Final = (("", 0), ("nghìn", 3), ("triệu", 6))
_MOST_BILLIONS: Final = 7
_PRINTED: Final = {
    "VND": "đồng",
    "language": "thứ tiếng",
    "animal": "con vật",
    "index_point": "điểm",
    "square_metre": "m²",
}
"""Printed names of units whose catalogue name is long or has another meaning after a number."""
_SMALL: Final = frozenset({UnitKind.SHARE, UnitKind.SHARE_POINT, UnitKind.MULTIPLE})
_HUNDRED: Final = Decimal(100)
"""From this percent on, *vượt kế hoạch* may also mean a percent of the plan."""
_ROMAN: Final = ("", "I", "II", "III", "IV")


def format(what: FigureValue) -> str:  # noqa: A001
    """Print a statement or a time in Vietnamese so that `parse` reads the same value back.

    If a form has two readings ("842,238 tỷ"), a scale word is used that has only one. The words for qualifiers are
    *trên*, *tối thiểu*, *dưới*, *gần*, *tối đa* and *khoảng*.

    Args:
        what: a `Value`, `Change`, `RelativeChange`, `Attainment`, `Period`, `AsOf` or `MonthDay`.

    Raises:
        UndefinedResultError: if there is no unambiguous printed form: for a computed resolution, an additive unit per
            month, quarter or year (which would read as a recurring figure), a level in ``times``, a range of
            changes from negative to positive, or a day before the year 1000.
        FieldTypeError: for any other type.

    >>> from aseansc.units import VND, household_turn, percent, year
    >>> format(Value.over("60000", household_turn))
    'trên 60.000 lượt hộ'
    >>> format(Value.exact("458.6E6", VND))
    '458,6 triệu đồng'
    >>> format(RelativeChange.exact("-4.95", percent / year))
    'giảm 4,95%/năm'
    >>> format(Value.exact("842.238E9", VND))
    '842.238 triệu đồng'
    >>> format(Period.half(2018, 1))
    '6 tháng đầu năm 2018'
    """
    if isinstance(what, Value):
        return _value(what)
    if isinstance(what, Change):
        return _moved(what)
    if isinstance(what, RelativeChange):
        return _relative(what)
    if isinstance(what, Attainment):
        return _attainment(what)
    if isinstance(what, Period):
        return _period(what)
    if isinstance(what, AsOf):
        return _day(what)
    if isinstance(what, MonthDay):
        return f"ngày {what.day}/{what.month}"
    raise FieldTypeError(
        "this type has no printed form",
        where="vietnamese.format",
        got=what,
        expected="a Value, Change, RelativeChange, Attainment, Period, AsOf or MonthDay",
    )


# -- statements


def _value(value: Value) -> str:
    unit = value.unit
    _refuse_times(value)
    below = unit.denominators
    if len(below) == 1 and below[0].code in ("month", "quarter", "year") and unit.numerator.is_additive:
        raise _refused(
            value,
            f"printed, {unit.numerator.vi} per {below[0].code} would be read as a figure of each {below[0].code}",
            f"Print it in {unit.numerator.code}, and state each or average separately.",
        )
    qualifier = value.qualifier
    if qualifier is Qualifier.OVER and unit.code in ("province", "district", "commune", "village", "country"):
        return f"hơn {_number_and_unit(value, 1)}"
    return _WORDS[qualifier] + _number_and_unit(value, 1)


def _refuse_times(statement: Value | Change) -> None:
    if statement.unit.numerator.code == "times":
        raise _refused(statement, "“N lần” may mean occasions or a multiple", "Use a RelativeChange for a multiple.")


def _moved(change: Change | RelativeChange) -> str:
    if isinstance(change, Change):
        _refuse_times(change)
    sign = _direction(change)
    return f"{'giảm' if sign < 0 else 'tăng'} {_WORDS[change.qualifier]}{_number_and_unit(change, sign)}"


def _direction(change: Change | RelativeChange) -> int:
    low, high = change.magnitude, change.upper
    if low < 0:
        if high is not None and high > 0:
            raise _refused(change, "a range from a decrease to an increase has no printed form", "Print its two ends.")
        return -1
    return 1


_RELATIVE_WORDS: Final = {
    RelativeForm.TO: ("bằng ", " so với cùng kỳ"),
    RelativeForm.TIMES: ("gấp ", ""),
    RelativeForm.INCREASE_TIMES: ("tăng ", ""),
    RelativeForm.DECREASE_TIMES: ("giảm ", ""),
}


def _relative(change: RelativeChange) -> str:
    if change.form is RelativeForm.BY:
        return _moved(change)
    verb, base = _RELATIVE_WORDS[change.form]
    return f"{verb}{_WORDS[change.qualifier]}{_number_and_unit(change, 1)}{base}"


def _attainment(attainment: Attainment) -> str:
    words = _WORDS[attainment.qualifier] + _number_and_unit(attainment, 1)
    if attainment.form is AttainmentForm.OF_PLAN:
        return f"đạt {words} kế hoạch"
    if attainment.form is AttainmentForm.UNDER_PLAN:
        return f"thấp hơn kế hoạch {words}"
    return f"{'vượt' if attainment.magnitude < _HUNDRED else 'cao hơn'} kế hoạch {words}"


def _number_and_unit(statement: Value | Change | RelativeChange | Attainment, sign: int) -> str:
    unit = statement.unit
    if not is_power_of_ten(statement.resolution):
        raise _refused(
            statement,
            "a computed resolution cannot be printed",
            "Print the figures that it was computed from.",
        )
    ends = [end if sign > 0 else EXACT.minus(end) for end in (statement.magnitude, statement.upper) if end is not None]
    if sign < 0:
        ends.reverse()
    scale, numbers = _scaled(statement, ends)
    name = _name(unit)
    blank = "" if name[0] in "%‰" and not scale else " "
    printed = " - ".join(numbers)
    if len(numbers) == 2 and (isinstance(statement, Value) or "âm" in printed):
        if not scale and numbers[0].isdecimal() and numbers[1].endswith(".000"):  # 2 đến 3.000 may be from 2.000
            numbers[0] += f"{blank}{name}"
        printed = f"từ {numbers[0]} đến {numbers[1]}"
    return f"{printed} {scale}{blank}{name}" if scale else f"{printed}{blank}{name}"


def _scaled(statement: Value | Change | RelativeChange | Attainment, ends: list[Decimal]) -> tuple[str, list[str]]:
    """Return a scale word with which the numbers have only one reading, and their digits."""
    read = ((scale, _digits(ends, statement.resolution, power, statement.unit)) for scale, power in _scales())
    # Two readings are those of exactly three decimals, which another scale does not have.
    return next((scale, numbers) for scale, numbers in read if numbers is not None)


@cache
def _scales() -> tuple[tuple[str, int], ...]:
    """Return pairs of scale word and exponent of ten, ascending: ("", 0), ("nghìn", 3) … ("triệu tỷ", 15) …."""
    return tuple(
        (" ".join([*([word] if word else []), *["tỷ"] * billions]), power + 9 * billions)
        for billions in range(_MOST_BILLIONS)
        for word, power in _SMALL_SCALES
    )


def _digits(ends: list[Decimal], resolution: Decimal, power: int, unit: Unit) -> list[str] | None:
    """Return the digits of each number at a scale, or `None` if they do not fit or would have two readings."""
    decimals = power - resolution.adjusted()
    if not 0 <= decimals <= EXPONENT_LIMIT:
        return None
    numbers = [_digits_of(end, decimals, power, unit) for end in ends]
    return None if None in numbers else cast("list[str]", numbers)


def _digits_of(end: Decimal, decimals: int, power: int, unit: Unit) -> str | None:
    """Return the digits of one number, or `None` if they would have two readings."""
    number = EXACT.quantize(EXACT.scaleb(_size(end), -power), POWERS_OF_TEN[-decimals])
    whole, _, part = plain(number).partition(".")
    small = unit.numerator.kind in _SMALL
    if len(part) == 3 and len(whole) <= 3 and whole != "0" and not (small and not power):
        return None  # 842,238 has two readings; a percent with these digits has one
    if not part and small and 4 <= len(whole) <= 6:
        grouped = whole  # 1490 %: with a thousands dot it would have two readings
    else:
        grouped = f"{int(whole):,}".replace(",", ".") if len(whole) < 60 else whole
    text = f"{grouped},{part}" if part else grouped
    return f"âm {text}" if end < 0 else text


def _size(number: Decimal) -> Decimal:
    """Return the absolute value, independent of the ambient decimal context."""
    return EXACT.minus(number) if number < 0 else number


def _name(unit: Unit) -> str:
    return "/".join(_PRINTED.get(part.code) or _plain_name(part) for part in (unit.parts or (unit,)))


def _plain_name(unit: Unit) -> str:
    return unit.code if unit.kind is UnitKind.MONEY and unit.code in _ISO else unit.vi


_ISO: Final = frozenset({"USD", "EUR", "JPY", "CNY", "BND", "IDR", "KHR", "LAK", "MMK", "MYR", "PHP", "SGD", "THB"})


def _refused(what: object, problem: str, hint: str) -> UndefinedResultError:
    return UndefinedResultError(problem, where="vietnamese.format", got=what, hint=hint)


# -- times


def _period(period: Period) -> str:
    start, end = period.start, period.end
    months = period.months
    if months is None:
        return f"từ ngày {start.day}/{start.month}/{start.year:04d} đến ngày {end.day}/{end.month}/{end.year:04d}"
    if months % 12 == 0 and start.month == 1:
        if months == 12:
            return f"năm {start.year:04d}"
        return f"giai đoạn {start.year:04d}-{end.year:04d}"
    if months == 1:
        return f"tháng {start.month} năm {start.year:04d}"
    if months == 3 and start.month % 3 == 1:
        return f"quý {_ROMAN[start.month // 3 + 1]} năm {start.year:04d}"
    if start.year == end.year and start.month == 1:
        return f"{months} tháng đầu năm {start.year:04d}"
    if start.year == end.year and end.month == 12:
        return f"{months} tháng cuối năm {start.year:04d}"
    return f"từ tháng {start.month} năm {start.year:04d} đến tháng {end.month} năm {end.year:04d}"


def _day(day: AsOf) -> str:
    if day.date.year < EARLIEST_YEAR:
        problem = f"printed, a day before the year {EARLIEST_YEAR} would be read as a slip in its year"
        raise _refused(day, problem, "Write the day in words of your own.")
    return f"ngày {day.date.day}/{day.date.month}/{day.date.year}"
