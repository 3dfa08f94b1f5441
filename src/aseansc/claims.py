"""Claims: derived figures that the report itself states, of other figures."""

from __future__ import annotations

from typing import TypeAlias, final

from attrs import field, frozen

from aseansc._attrs import (
    Record,
    identifier,
    identifier_or_absent,
    instance_of,
    instance_or_absent,
    place_code,
    tuple_of,
)
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation
from aseansc.codelists import Absent
from aseansc.observations import Status, as_statuses
from aseansc.periods import AsOf, Period, Time, TimeBasis
from aseansc.texts import Text
from aseansc.values import Attainment, Change, RelativeChange, Value


@frozen(kw_only=True, repr=False)
class _Claim(Record):
    """What every claim has, whatever it claims."""

    id: str = field(validator=identifier)
    place: str = field(validator=place_code)
    time: Time = field(validator=instance_of(Period, AsOf))
    basis: TimeBasis = field(default=TimeBasis.STATED, validator=instance_of(TimeBasis))
    statuses: tuple[Status, ...] = field(default=(), converter=as_statuses, validator=tuple_of(Status))
    citation: Citation = field(validator=instance_of(Citation))
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )


@final
@frozen(kw_only=True, repr=False)
class ChangeClaim(_Claim):
    """A report's own word on how an indicator changed: *giảm 4,95%/năm*, *tăng 3,7 điểm %*.

    Typed by what its words say. Whether its unit and size fit the two levels is for an audit to find.

    Args:
        id: names it within a review.
        indicator: id of the indicator that changed.
        place: code of the place.
        start: id of the observation it changed from; absent where that level is not stated.
        end: id of the observation it changed to; absent likewise.
        value: the change: a difference, or a percent of a base.
        time: the span it speaks of, also where an end is not stated.
        basis: how the time is known.
        statuses: such as estimated.
        citation: where it is printed.
        note: what is doubtful about it.
    """

    indicator: str = field(validator=identifier)
    start: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    end: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    value: Change | RelativeChange = field(validator=instance_of(Change, RelativeChange))


@final
@frozen(kw_only=True, repr=False)
class AttainmentClaim(_Claim):
    """A report's own word on how far a plan was met: *đạt 81 % kế hoạch*, *vượt kế hoạch 25,5 %*.

    Args:
        id: names it within a review.
        place: code of the place.
        actual: id of the observation it measures; absent where that is not stated.
        target: id of the target it is measured against.
        value: the attainment.
        time: the span it speaks of.
        basis: how the time is known.
        statuses: such as estimated.
        citation: where it is printed.
        note: what is doubtful about it.
    """

    actual: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    target: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    value: Attainment = field(validator=instance_of(Attainment))


@final
@frozen(kw_only=True, repr=False)
class ShareClaim(_Claim):
    """A report's own word on what share of a whole a figure is: *chiếm trên 50% người nghiện*.

    Args:
        id: names it within a review.
        place: code of the place.
        part: id of the observation that is the part; absent where it is not stated.
        whole: id of the indicator that is the whole; it need not have observations.
        value: the share.
        time: the span it speaks of.
        basis: how the time is known.
        statuses: such as estimated.
        citation: where it is printed.
        note: what is doubtful about it.
    """

    part: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    whole: str = field(validator=identifier)
    value: Value = field(validator=instance_of(Value))


Claim: TypeAlias = ChangeClaim | AttainmentClaim | ShareClaim
"""A derived figure that the report itself states."""


offer(__name__)
