"""`RelativeChange` and `Attainment`: stated percentages of a base and of a plan."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar, cast, final

from attrs import field, frozen

from aseansc._decimals import HUNDRED, ONE, DecimalLike
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import CodeList
from aseansc.errors import FieldError
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
    """

    BY = "by"
    TO = "to"
    TIMES = "times"


@final
@frozen(kw_only=True, init=False, eq=False, repr=False)
class RelativeChange(_Formed):
    """A change relative to a base: *tăng 2 %*, *bằng 102 % so với cùng kỳ*, *gấp 2 lần*.

    It cannot be mixed with shares or percentage points. Record the words as printed, even if they must be wrong:
    that "giảm 4,95%/năm" can only be true in percentage points is for an audit to find. `by` converts all forms to one.

    Args:
        magnitude: the printed number; for the form ``by``, with the sign of the change.
        unit: ``percent``, or for example ``percent/year`` for a change per year; ``times`` for the form ``times``.
        qualifier: as for a `Value`.
        upper: as for a `Value`.
        resolution: as for a `Value`.
        form: the form in which it is stated.

    Raises:
        FieldError: if the unit does not match the form, or for the reasons given for `Value`.

    >>> from aseansc.units import percent, times, year
    >>> RelativeChange.exact("-4.95", percent / year)
    RelativeChange.parse('by -4.95 percent/year')
    >>> RelativeChange.exact("102", percent, form="to").by
    RelativeChange.parse('by 2 percent')
    >>> RelativeChange.nearly("4", times, form="times").by
    RelativeChange.parse('by nearly 300 percent to 100')
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
        if not (self.unit == times if self.form is RelativeForm.TIMES else in_percent):
            raise FieldError(
                f"wrong unit for the form {self.form.value!r}",
                where="RelativeChange.unit",
                got=self.unit,
                expected="times for the form 'times', percent or percent/year for 'by' and 'to'",
                hint="Use a Change for a difference in percentage points.",
            )

    @property
    def by(self) -> RelativeChange:
        """The same change in the form ``by``, a percentage of the base: +2 % for 102 % of it, +100 % for 2 times."""
        if self.form is RelativeForm.BY:
            return self
        is_multiple = self.form is RelativeForm.TIMES
        new = arithmetic.shifted(
            RelativeChange,
            self,
            percent if is_multiple else self.unit,
            factor=HUNDRED if is_multiple else ONE,
            offset=_MINUS_HUNDRED,
            reversed_=False,
        )
        object.__setattr__(new, "form", RelativeForm.BY)
        return new

    def _comparable(self) -> tuple[Interval, Unit]:
        possible = self.interval()
        if self.form is RelativeForm.BY:
            return possible, self.unit
        if self.form is RelativeForm.TO:
            return possible - Interval.point(HUNDRED), self.unit
        return possible * Interval.point(HUNDRED) - Interval.point(HUNDRED), percent


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
