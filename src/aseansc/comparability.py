"""What figures must share to be compared: the base period, the prices and the standard by which they were counted.

Two figures that state different ones are not comparable. If neither states it, they are comparable; if only one does,
they are comparable only if the other has the same.
"""

from __future__ import annotations

from types import NoneType
from typing import Final, final

from attrs import evolve, field, frozen

from aseansc._attrs import Record, instance_of
from aseansc.codelists import Absent, CodeList
from aseansc.errors import DefinitionConflictError, bug, require
from aseansc.indicators import Indicator, PriceBasis
from aseansc.intervals import Interval, hull
from aseansc.observations import Observation, SamplingErrorForm
from aseansc.periods import Period
from aseansc.units import Unit, require_same_definition

__all__ = ["Basis", "Comparability", "Reason", "basis_of", "compare_bases", "with_sampling_error"]

_STANDARD_ERRORS: Final = 2
"""The sampling error that is allowed for a figure with a standard error, in standard errors: about 95 % of samples."""


@final
class Comparability(CodeList):
    """Whether two figures are comparable.

    - ``comparable``: they state the same base period, prices and standard, or neither states them.
    - ``conditional``: only one of them states it; they are comparable if the other has the same.
    - ``different``: they state different ones, so they are not comparable.
    """

    COMPARABLE = "comparable"
    CONDITIONAL = "conditional"
    DIFFERENT = "different"


@final
class Reason(CodeList):
    """The reason why a result cannot be computed. Like `Absent`, every member is falsy."""

    TARGET_NOT_STATED = "target_not_stated"
    TARGET_QUALITATIVE = "target_qualitative"
    TARGET_UNCLEAR = "target_unclear"
    TIME_NOT_STATED = "time_not_stated"
    OTHER_INDICATOR = "other_indicator"
    OTHER_PLACE = "other_place"
    OTHER_TIME = "other_time"
    OTHER_COLLECTION = "other_collection"
    OTHER_FORM = "other_form"
    OTHER_STANDARD = "other_standard"
    OTHER_PRICES = "other_prices"
    PART_ONLY = "part_only"
    OTHER_CATEGORY = "other_category"
    TARGET_OF_CHANGE = "target_of_change"
    NOT_ACTUAL = "not_actual"
    NO_DIRECTION = "no_direction"
    NO_BASELINE = "no_baseline"
    BASELINE_NOT_KNOWN = "baseline_not_known"
    BASELINE_NOT_COMPARABLE = "baseline_not_comparable"
    BASELINE_EQUALS_TARGET = "baseline_equals_target"
    BASELINE_MAY_EQUAL_TARGET = "baseline_may_equal_target"
    ZERO_PLAN = "zero_plan"
    NEGATIVE_PLAN = "negative_plan"
    ACTUAL_NOT_STATED = "actual_not_stated"
    MAY_BE_ZERO = "may_be_zero"
    NO_TIME_PASSED = "no_time_passed"
    RANK = "rank"

    def __bool__(self) -> bool:
        return False


@final
@frozen(kw_only=True, eq=False, repr=False)
class Basis(Record):
    """What a figure is relative to, or was counted by.

    Args:
        base_period: the period that an index number is relative to.
        price_basis: current or constant prices.
        price_period: the base period of constant prices.
        standard: the code of the standard, such as a poverty line.
    """

    base_period: Period | Absent = field(default=Absent.NOT_STATED, validator=instance_of(Period, Absent))
    price_basis: PriceBasis | Absent = field(default=Absent.NOT_STATED, validator=instance_of(PriceBasis, Absent))
    price_period: Period | Absent = field(default=Absent.NOT_STATED, validator=instance_of(Period, Absent))
    standard: str | Absent = field(default=Absent.NOT_STATED, validator=instance_of(str, Absent))


def basis_of(indicator: Indicator, observation: Observation | None = None) -> Basis:
    """Return the basis of the figures of an indicator, or of one of them, whose own standard comes first.

    Raises:
        FieldTypeError: if an argument is of the wrong type.
    """
    require(indicator, Indicator, where="basis_of, indicator")
    require(observation, Observation, NoneType, where="basis_of, observation")
    own = Absent.NOT_STATED if observation is None else observation.standard
    return Basis(
        base_period=Absent.NOT_STATED if isinstance(indicator.base_period, Absent) else indicator.base_period,
        price_basis=indicator.price_basis,
        price_period=indicator.price_period,
        standard=indicator.standard if isinstance(own, Absent) else own,
    )


def compare_bases(one: Basis, other: Basis) -> tuple[Comparability, str]:
    """Return whether figures with two bases are comparable, and the field of `Basis` that decides it, if any.

    Raises:
        FieldTypeError: if an argument is not a `Basis`.

    >>> old, new = Basis(standard="VN-POVERTY:2011-2015"), Basis(standard="VN-POVERTY:2016-2020")
    >>> compare_bases(old, new)
    (Comparability.DIFFERENT, 'standard')
    >>> compare_bases(old, Basis()), compare_bases(Basis(), Basis())
    ((Comparability.CONDITIONAL, 'standard'), (Comparability.COMPARABLE, ''))
    """
    require(one, Basis, where="compare_bases, one")
    require(other, Basis, where="compare_bases, other")
    doubt = ""
    for name in ("base_period", "price_basis", "price_period", "standard"):
        first, second = getattr(one, name), getattr(other, name)
        if Absent.NOT_APPLICABLE in (first, second):
            continue  # such as the prices of persons
        if isinstance(first, Absent) or isinstance(second, Absent):
            if not (isinstance(first, Absent) and isinstance(second, Absent)):
                doubt = doubt or name
        elif first != second:
            return Comparability.DIFFERENT, name
    return (Comparability.CONDITIONAL, doubt) if doubt else (Comparability.COMPARABLE, "")


def definitions_differ(one: Indicator, other: Indicator) -> str:
    """Return the first field in which the indicators of two reviews differ so that no figure of them is comparable.

    The result is one of ``unit``, ``kind``, ``net``, ``statistic``, ``base_period``, ``price_basis`` and
    ``price_period``, or empty if they do not differ. Standards are compared figure by figure.
    """
    if one.unit.dimension != other.unit.dimension or _unit_conflict(one.unit, other.unit):
        return "unit"
    if one.kind is not other.kind:
        return "kind"
    if one.net is not other.net:
        return "net"
    stated = [item.statistic for item in (one, other) if not isinstance(item.statistic, Absent)]
    if len(set(stated)) > 1:
        return "statistic"
    comparability, difference = compare_bases(
        *(evolve(basis_of(item), standard=Absent.NOT_STATED) for item in (one, other))
    )
    return difference if comparability is Comparability.DIFFERENT else ""


def _unit_conflict(one: Unit, other: Unit) -> bool:
    """Return whether a unit code has different definitions in the two units."""
    try:
        require_same_definition(one, other)
    except DefinitionConflictError:
        return True
    return False


def with_sampling_error(observation: Observation, interval: Interval) -> Interval:
    """Widen the possible values of an estimate from a survey by its sampling error, if one is stated.

    They are widened by the margin, to the confidence interval, or by two standard errors.

    Args:
        observation: the estimate.
        interval: its possible values, in its unit.

    Raises:
        FieldTypeError: if an argument is of the wrong type.
    """
    require(observation, Observation, where="with_sampling_error, observation")
    require(interval, Interval, where="with_sampling_error, interval")
    error = observation.sampling_error
    if isinstance(error, Absent):
        return interval
    if isinstance(error.size, Absent):
        if isinstance(error.lower, Absent):
            raise bug(error.lower)
        if isinstance(error.upper, Absent):
            raise bug(error.upper)
        return hull((interval, Interval(lower=error.lower, upper=error.upper)))
    times = _STANDARD_ERRORS if error.form is SamplingErrorForm.STANDARD_ERROR else 1
    return interval + Interval(lower=-error.size, upper=error.size) * Interval.point(times)
