"""Targets: planned values of indicators."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from aseansc._attrs import (
    Record,
    as_tuple,
    identifier,
    identifier_or_absent,
    instance_of,
    instance_or_absent,
    place_code,
    scheme_codes,
)
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation
from aseansc.codelists import Absent
from aseansc.errors import FieldError
from aseansc.observations import Status, as_statuses, check_time, present_statuses
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.texts import Text
from aseansc.values import Change, RelativeChange, Value

__all__ = ["Target"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class Target(Record):
    """The planned value of an indicator for a place and a time, or its planned change.

    If a report mentions a plan without its number, the value is ``Absent.NOT_STATED``; if the plan is set in words, it
    is ``Absent.QUALITATIVE``. Do not store a value that was derived from an attainment; use
    `aseansc.attainment.implied_target` to compute it.

    Args:
        id: unique id within the review.
        indicator: id of the indicator.
        place: code of the place.
        value: the planned value, in the unit of the indicator, or the planned change. It is a decision, so its number
            is not rounded: "dưới 5 %" (under 5 %) and "2-3 %" are the sets of values that meet it.
        time: the time that the plan is for.
        time_basis: how the time is known.
        time_collection: how the value is aggregated over the time, as for an observation; absent if the time is absent.
        per: the unit of time of an average or amount per period, as for an observation.
        breakdown: categories to which it is limited, with their scheme, such as ``sex:female``.
        baseline: id of the observation from which progress is measured.
        statuses: statuses such as provisional or revised.
        revises: id of the target that it replaces, such as the plan before it was adjusted.
        citation: where it is printed; absent if only the attainment is printed.
        note: doubts or remarks.

    Raises:
        FieldError: if the time, the time collection and `per` do not fit together.
    """

    id: str = field(validator=identifier)
    indicator: str = field(validator=identifier)
    place: str = field(validator=place_code)
    value: Value | Change | RelativeChange | Absent = field(
        default=Absent.NOT_STATED,
        validator=instance_or_absent(Value, Change, RelativeChange, absent=(Absent.NOT_STATED, Absent.QUALITATIVE)),
    )
    time: Time | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Period, AsOf, absent=(Absent.NOT_STATED,))
    )
    time_basis: TimeBasis = field(default=TimeBasis.STATED, validator=instance_of(TimeBasis))
    time_collection: TimeCollection | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(TimeCollection, absent=(Absent.NOT_STATED,))
    )
    per: Frequency | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Frequency, absent=(Absent.NOT_APPLICABLE,))
    )
    breakdown: tuple[str, ...] = field(default=(), converter=as_tuple, validator=scheme_codes)
    baseline: str | Absent = field(
        default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED, Absent.NOT_APPLICABLE)
    )
    statuses: tuple[Status, ...] = field(default=(), converter=as_statuses, validator=present_statuses)
    revises: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=identifier_or_absent(Absent.NOT_APPLICABLE))
    citation: Citation | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Citation, absent=(Absent.NOT_STATED,))
    )
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )

    def __attrs_post_init__(self) -> None:
        if isinstance(self.time, Absent) is not isinstance(self.time_collection, Absent):
            raise FieldError(
                "only one of time and time_collection is given",
                where=f"Target.time_collection of {self.id!r}",
                got=(self.time, self.time_collection),
                expected="both, or neither",
            )
        if not isinstance(self.time, Absent) and not isinstance(self.time_collection, Absent):
            check_time(self, self.time, self.time_collection, self.per)
        elif not isinstance(self.per, Absent):
            raise FieldError(
                "per is given without a time",
                where=f"Target.per of {self.id!r}",
                got=self.per,
                expected="Absent.NOT_APPLICABLE",
            )


offer(Target)
