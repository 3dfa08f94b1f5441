"""Claims: figures that a report derives from other figures (changes, attainments and shares)."""

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
)
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation
from aseansc.codelists import Absent
from aseansc.errors import FieldError
from aseansc.indicators import PriceBasis
from aseansc.observations import Status, as_statuses, present_statuses
from aseansc.periods import AsOf, Period, Time, TimeBasis
from aseansc.texts import Text
from aseansc.values import Attainment, Change, RelativeChange, Value

__all__ = ["AttainmentClaim", "ChangeClaim", "Claim", "ShareClaim"]


@frozen(kw_only=True, eq=False, repr=False)
class _Claim(Record):
    """Base of the claims: id, place, time, statuses, citation and note."""

    id: str = field(validator=identifier)
    place: str = field(validator=place_code)
    time: Time = field(validator=instance_of(Period, AsOf))
    time_basis: TimeBasis = field(default=TimeBasis.STATED, validator=instance_of(TimeBasis))
    statuses: tuple[Status, ...] = field(default=(), converter=as_statuses, validator=present_statuses)
    revises: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=identifier_or_absent(Absent.NOT_APPLICABLE))
    citation: Citation = field(validator=instance_of(Citation))
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )


@final
@frozen(kw_only=True, eq=False, repr=False)
class ChangeClaim(_Claim):
    """A stated change of an indicator: *giảm 4,95%/năm*, *tăng 3,7 điểm %*.

    Record it as printed. An audit checks whether its unit and size agree with the two levels.

    Args:
        id: unique id within the review.
        indicator: id of the indicator that changed.
        place: code of the place.
        start: id of the observation before the change; absent if that level is not stated.
        end: id of the observation after the change; absent if that level is not stated.
        value: the change, as a difference or relative to a base.
        time: the time over which it changed.
        time_basis: how the time is known.
        price_basis: the prices in which it is computed, if they are stated for the change itself: "tăng 7 % theo giá
            so sánh" is a change in constant prices, also where the levels are in current ones.
        price_period: the base period of constant prices.
        statuses: statuses such as estimated.
        revises: id of the claim that it replaces.
        citation: where it is printed.
        note: doubts or remarks.

    Raises:
        FieldError: if there is a base period without constant prices.
    """

    indicator: str = field(validator=identifier)
    start: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    end: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    value: Change | RelativeChange = field(validator=instance_of(Change, RelativeChange))
    price_basis: PriceBasis | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(PriceBasis, absent=(Absent.NOT_STATED,))
    )
    price_period: Period | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Period, absent=(Absent.NOT_STATED,))
    )

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.price_period, Absent) and self.price_basis is not PriceBasis.CONSTANT:
            raise FieldError(
                "a base period needs constant prices",
                where=f"ChangeClaim.price_period of {self.id!r}",
                got=self.price_basis,
                expected="PriceBasis.CONSTANT",
            )


@final
@frozen(kw_only=True, eq=False, repr=False)
class AttainmentClaim(_Claim):
    """A stated attainment of a plan: *đạt 81 % kế hoạch*, *vượt kế hoạch 25,5 %*.

    Args:
        id: unique id within the review.
        place: code of the place.
        actual: id of the observation with the actual value; absent if that is not stated.
        target: id of the target, which is the plan; absent if there is none.
        value: the attainment.
        time: the time that it covers.
        time_basis: how the time is known.
        statuses: statuses such as estimated.
        revises: id of the claim that it replaces.
        citation: where it is printed.
        note: doubts or remarks.
    """

    actual: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    target: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    value: Attainment = field(validator=instance_of(Attainment))


@final
@frozen(kw_only=True, eq=False, repr=False)
class ShareClaim(_Claim):
    """A stated share of a whole: *chiếm trên 50% người nghiện*.

    Args:
        id: unique id within the review.
        place: code of the place.
        part: id of the observation that is the part; absent if it is not stated.
        whole: id of the indicator that is the whole; it need not have observations.
        value: the share.
        time: the time that it covers.
        time_basis: how the time is known.
        statuses: statuses such as estimated.
        revises: id of the claim that it replaces.
        citation: where it is printed.
        note: doubts or remarks.
    """

    part: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    whole: str = field(validator=identifier)
    value: Value = field(validator=instance_of(Value))


Claim: TypeAlias = ChangeClaim | AttainmentClaim | ShareClaim
"""Any of the three types of claims."""


offer(AttainmentClaim, ChangeClaim, ShareClaim)
