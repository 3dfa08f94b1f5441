"""`RelativeChange` and `Attainment`: stated percentages of a base and of a plan."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar, cast, final

from attrs import field, frozen

from aseansc._attrs import Record, instance_of
from aseansc._decimals import HUNDRED, ONE, ZERO, DecimalLike
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError, UndefinedResultError
from aseansc.intervals import Interval
from aseansc.units import Unit, UnitKind, percent, times
from aseansc.values import _arithmetic as arithmetic
from aseansc.values._constructors import Constructors
from aseansc.values._qualifier import Qualifier
from aseansc.values._statement import Statement

_MINUS_HUNDRED = Decimal(-100)


class _Formed(Statement, Constructors[str]):
    """Base of statements that have several forms. Statements in different forms are never equal."""

    __slots__ = ()

    def _form(self) -> CodeList:
        form: CodeList = cast("Any", self).form  # each subclass has its own code list of forms
        return form

    def _carry(self, new: Statement) -> None:
        object.__setattr__(new, "form", self._form())

    def _identity(self) -> tuple[object, ...]:
        return (*super()._identity(), self._form().value)

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) if not isinstance(other, _Formed) or self._form() is other._form() else False

    def __hash__(self) -> int:
        return super().__hash__()

    def _text(self, digits: Callable[[Decimal], str]) -> str:
        return f"{self._form().value} {super()._text(digits)}"


@final
class RelativeForm(CodeList):
    """The form in which a relative change is stated.

    - ``by``: the change as a percentage of the base (*tăng 2 %*, an increase by 2 %).
    - ``to``: the new level as a percentage of the base (*bằng 102 % so với*, 102 % of).
    - ``times``: the new level as a multiple of the base (*gấp 2 lần*, two times).
    - ``increase_times``: *tăng 2 lần*, an increase to 2 times the base or by 2 times it; the words do not say which.
    - ``decrease_times``: *giảm 2 lần*, a decrease to 1/2 of the base, or by 2 times the later level, or on 2 occasions.
    """

    BY = "by"
    TO = "to"
    TIMES = "times"
    INCREASE_TIMES = "increase_times"
    DECREASE_TIMES = "decrease_times"


@final
class ReadingName(CodeList):
    """What a stated relative change may mean; N is the printed number.

    - ``as_stated``: the only meaning of its words.
    - ``to_multiple``: an increase to N times the base.
    - ``by_multiple``: an increase by N times the base, to N + 1 times it.
    - ``to_fraction``: a decrease to 1/N of the base.
    - ``by_later_level``: a decrease by N times the later level, to 1/(N + 1) of the base.
    - ``occasions``: a decrease on N occasions, of which no size is stated.
    """

    AS_STATED = "as_stated"
    TO_MULTIPLE = "to_multiple"
    BY_MULTIPLE = "by_multiple"
    TO_FRACTION = "to_fraction"
    BY_LATER_LEVEL = "by_later_level"
    OCCASIONS = "occasions"


_IN_TIMES = (RelativeForm.TIMES, RelativeForm.INCREASE_TIMES, RelativeForm.DECREASE_TIMES)
_AMBIGUOUS = (RelativeForm.INCREASE_TIMES, RelativeForm.DECREASE_TIMES)


@final
@frozen(kw_only=True, init=False, eq=False, repr=False)
class RelativeChange(_Formed):
    """A change relative to a base: *tăng 2 %*, *bằng 102 % so với cùng kỳ*, *gấp 2 lần*.

    It cannot be mixed with shares or percentage points. Record the words as printed, even if they must be wrong:
    that "giảm 4,95%/năm" can only be true in percentage points is for an audit to find. `by` converts all forms to one;
    *tăng 2 lần* and *giảm 2 lần* have several meanings, which `readings` names.

    Args:
        magnitude: the printed number; for the form ``by``, with the sign of the change. Otherwise in times, it is not
            negative.
        unit: ``percent``, or for example ``percent/year`` for a change per year; ``times`` for the forms in times.
        qualifier: as for a `Value`.
        upper: as for a `Value`.
        resolution: as for a `Value`.
        form: the form in which it is stated.

    Raises:
        FieldError: if the unit does not match the form, if a number of times is negative (or 0, for a decrease), or
            for the reasons given for `Value`.

    >>> from aseansc.units import percent, times, year
    >>> RelativeChange.exact("-4.95", percent / year)
    RelativeChange.parse('by -4.95 percent/year')
    >>> RelativeChange.exact("102", percent, form="to").by
    RelativeChange.parse('by 2 percent')
    >>> RelativeChange.nearly("4", times, form="times").by
    RelativeChange.parse('by nearly 300 percent to 100')
    >>> for reading in RelativeChange.exact("4.0", times, form="decrease_times").readings:
    ...     print(reading.name, reading.change)
    to_fraction by -75 percent to 0.64
    by_later_level by -80 percent to 0.41
    occasions not_applicable
    """

    form: RelativeForm = field(default=RelativeForm.BY)

    _forms: ClassVar[tuple[str, ...]] = tuple(RelativeForm)

    def __init__(
        self,
        *,
        magnitude: DecimalLike,
        unit: Unit,
        qualifier: Qualifier | str = Qualifier.EXACT,
        upper: DecimalLike | None = None,
        resolution: DecimalLike | None = None,
        form: RelativeForm | str = RelativeForm.BY,
    ) -> None:
        self._state(magnitude, unit, qualifier, upper, resolution)
        object.__setattr__(self, "form", RelativeForm(form))
        self._check()

    def _check(self) -> None:
        above, below = self.unit.numerator, self.unit.denominators
        in_percent = above == percent and all(unit.kind is UnitKind.DURATION for unit in below)
        if not (self.unit == times if self.form in _IN_TIMES else in_percent):
            raise FieldError(
                f"wrong unit for the form {self.form.value!r}",
                where="RelativeChange.unit",
                got=self.unit,
                expected="percent or percent/year for 'by' and 'to', times for the other forms",
                hint="Use a Change for a difference in percentage points.",
            )
        if self.form in _IN_TIMES:
            self._require_times()

    def _require_times(self) -> None:
        is_below = not self.magnitude and self.qualifier in (Qualifier.UNDER, Qualifier.NEARLY)
        is_zero = not self.magnitude and self.form is RelativeForm.DECREASE_TIMES
        if self.magnitude < 0 or is_below or is_zero:
            raise FieldError(
                "not a number of times",
                where="RelativeChange.magnitude",
                got=f"{self.form.value} {self.qualifier.value} {self.magnitude:f}",
                expected="above 0" if is_below or self.form is RelativeForm.DECREASE_TIMES else "0 or more",
                hint="Use the form decrease_times for 'giảm 2 lần', and the form by for a decrease in percent.",
            )

    def _carry(self, new: Statement) -> None:
        super()._carry(new)
        if self.form is RelativeForm.DECREASE_TIMES and not new.magnitude:
            raise UndefinedResultError("a decrease of 0 times", got=self, expected="a number above 0 to multiply by")

    @classmethod
    def _is_bounded_below(cls, unit: Unit) -> bool:
        return unit == times

    @property
    def readings(self) -> tuple[RelativeReading, ...]:
        """The meanings of the words, each in the form ``by``: several for *tăng 2 lần* and *giảm 2 lần*, else one.

        A meaning without a size, a decrease on several occasions, has `Absent.NOT_APPLICABLE` instead.
        """
        if self.form is RelativeForm.INCREASE_TIMES:
            return (
                RelativeReading(name=ReadingName.TO_MULTIPLE, change=self._in_percent(_MINUS_HUNDRED)),
                RelativeReading(name=ReadingName.BY_MULTIPLE, change=self._in_percent(ZERO)),
            )
        if self.form is RelativeForm.DECREASE_TIMES:
            return (
                RelativeReading(name=ReadingName.TO_FRACTION, change=self._fraction(ZERO)),
                RelativeReading(name=ReadingName.BY_LATER_LEVEL, change=self._fraction(ONE)),
                RelativeReading(name=ReadingName.OCCASIONS, change=Absent.NOT_APPLICABLE),
            )
        return (RelativeReading(name=ReadingName.AS_STATED, change=self.by),)

    def _in_percent(self, offset: Decimal) -> RelativeChange:
        return _as_by(arithmetic.shifted(RelativeChange, self, percent, factor=HUNDRED, offset=offset, reversed_=False))

    def _fraction(self, more: Decimal) -> RelativeChange:
        return _as_by(arithmetic.lowered(RelativeChange, self, percent, more=more))

    @property
    def by(self) -> RelativeChange:
        """The same change in the form ``by``, a percentage of the base: +2 % for 102 % of it, +100 % for 2 times.

        Raises:
            UndefinedResultError: if the words have several meanings, as in *tăng 2 lần*; see `readings`.
        """
        if self.form is RelativeForm.BY:
            return self
        self._require_one_reading()
        if self.form is RelativeForm.TIMES:
            return self._in_percent(_MINUS_HUNDRED)
        return _as_by(
            arithmetic.shifted(RelativeChange, self, self.unit, factor=ONE, offset=_MINUS_HUNDRED, reversed_=False)
        )

    def _require_one_reading(self) -> None:
        if self.form in _AMBIGUOUS:
            raise UndefinedResultError(
                f"{self:vi} has several readings",
                where="RelativeChange.by",
                got=self,
                expected="a form with one reading: by, to or times",
                hint="Use .readings, or state the form that is meant.",
            )

    def _comparable(self) -> tuple[Interval, Unit]:
        self._require_one_reading()
        possible = self.interval()
        if self.form is RelativeForm.BY:
            return possible, self.unit
        if self.form is RelativeForm.TO:
            return possible - Interval.point(HUNDRED), self.unit
        return possible * Interval.point(HUNDRED) - Interval.point(HUNDRED), percent


def _as_by(change: RelativeChange) -> RelativeChange:
    object.__setattr__(change, "form", RelativeForm.BY)
    return change


@final
@frozen(kw_only=True, eq=False)
class RelativeReading(Record):
    """One meaning of a stated relative change.

    Args:
        name: which meaning it is.
        change: the change in the form ``by``; `Absent.NOT_APPLICABLE` if the meaning states no size.
    """

    name: ReadingName = field(validator=instance_of(ReadingName))
    change: RelativeChange | Absent = field(validator=instance_of(RelativeChange, Absent))


@final
class AttainmentForm(CodeList):
    """The form in which an attainment is stated.

    - ``of_plan``: a percentage of the plan (*đạt 81 % kế hoạch*).
    - ``over_plan``: a percentage above the plan (*vượt kế hoạch 25,5 %*).
    - ``under_plan``: a percentage below the plan (*thấp hơn kế hoạch 5 %*).
    """

    OF_PLAN = "of_plan"
    OVER_PLAN = "over_plan"
    UNDER_PLAN = "under_plan"


@final
@frozen(kw_only=True, init=False, eq=False, repr=False)
class Attainment(_Formed):
    """A percentage of a plan: *đạt 81 % kế hoạch*, *vượt kế hoạch 25,5 %*.

    The property `of_plan` converts all forms to one.

    Args:
        magnitude: the printed number.
        unit: always ``percent``.
        qualifier: as for a `Value`.
        upper: as for a `Value`.
        resolution: as for a `Value`.
        form: the form in which it is stated.

    Raises:
        FieldError: if the unit is not ``percent``, or for the reasons given for `Value`.

    >>> from aseansc.units import percent
    >>> Attainment.exact("25.5", percent, form="over_plan").of_plan
    Attainment.parse('of_plan 125.5 percent')
    >>> Attainment.over("5", percent, form="under_plan").of_plan
    Attainment.parse('of_plan under 95 percent')
    """

    form: AttainmentForm = field(default=AttainmentForm.OF_PLAN)

    _forms: ClassVar[tuple[str, ...]] = tuple(AttainmentForm)

    def __init__(
        self,
        *,
        magnitude: DecimalLike,
        unit: Unit,
        qualifier: Qualifier | str = Qualifier.EXACT,
        upper: DecimalLike | None = None,
        resolution: DecimalLike | None = None,
        form: AttainmentForm | str = AttainmentForm.OF_PLAN,
    ) -> None:
        self._state(magnitude, unit, qualifier, upper, resolution)
        object.__setattr__(self, "form", AttainmentForm(form))
        self._check()

    def _check(self) -> None:
        if self.unit != percent:
            raise FieldError(
                "wrong unit for an attainment",
                where="Attainment.unit",
                got=self.unit,
                expected="percent",
                hint="Use a Change for a difference from the plan in the unit of the indicator.",
            )

    @property
    def of_plan(self) -> Attainment:
        """The same attainment in the form ``of_plan``, a percentage of the plan: 125.5 % for 25.5 % over it."""
        if self.form is AttainmentForm.OF_PLAN:
            return self
        new = arithmetic.shifted(
            Attainment,
            self,
            self.unit,
            factor=ONE,
            offset=HUNDRED,
            reversed_=self.form is AttainmentForm.UNDER_PLAN,
        )
        object.__setattr__(new, "form", AttainmentForm.OF_PLAN)
        return new

    def _comparable(self) -> tuple[Interval, Unit]:
        possible, plan = self.interval(), Interval.point(HUNDRED)
        if self.form is AttainmentForm.OVER_PLAN:
            possible = plan + possible
        elif self.form is AttainmentForm.UNDER_PLAN:
            possible = plan - possible
        return possible, self.unit


offer(Attainment, RelativeChange)
