"""Targets: the value wanted, by when, from which baseline."""

from __future__ import annotations

from typing import final

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
from aseansc.errors import FieldError
from aseansc.observations import Status, as_statuses, check_time
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.texts import Text
from aseansc.values import Value


@final
@frozen(kw_only=True, repr=False)
class Target(Record):
    """The value that a plan wants of an indicator in a place, by when and from which baseline.

    A target is a decision: its value is a point, in the unit of its indicator. A plan that a report mentions without
    its number has ``Absent.NOT_STATED`` for a value; one set in words has ``Absent.QUALITATIVE``. What a plan must
    have been, worked back from its attainment, is computed and never stored.

    Args:
        id: names it within a review.
        indicator: id of the indicator.
        place: code of the place.
        value: what is wanted.
        time: when, or over what.
        basis: how the time is known.
        time_collection: how the value fills the time, as for an observation; absent when the time is.
        per: as for an observation.
        baseline: id of the observation it starts from.
        statuses: such as provisional, revised.
        citation: where it is printed; absent for a plan of which only the attainment is printed.
        note: what is doubtful about it.
    """

    id: str = field(validator=identifier)
    indicator: str = field(validator=identifier)
    place: str = field(validator=place_code)
    value: Value | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Value, absent=(Absent.NOT_STATED, Absent.QUALITATIVE))
    )
    time: Time | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Period, AsOf, absent=(Absent.NOT_STATED,))
    )
    basis: TimeBasis = field(default=TimeBasis.STATED, validator=instance_of(TimeBasis))
    time_collection: TimeCollection | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(TimeCollection, absent=(Absent.NOT_STATED,))
    )
    per: Frequency | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Frequency, absent=(Absent.NOT_APPLICABLE,))
    )
    baseline: str | Absent = field(
        default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED, Absent.NOT_APPLICABLE)
    )
    statuses: tuple[Status, ...] = field(default=(), converter=as_statuses, validator=tuple_of(Status))
    citation: Citation | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Citation, absent=(Absent.NOT_STATED,))
    )
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )

    def __attrs_post_init__(self) -> None:
        if isinstance(self.time, Absent) is not isinstance(self.time_collection, Absent):
            raise FieldError(
                "a time and how it is filled come together",
                where=f"Target.time_collection of {self.id!r}",
                got=(self.time, self.time_collection),
                expected="both, or neither",
            )
        if not isinstance(self.time, Absent) and not isinstance(self.time_collection, Absent):
            check_time(self, self.time, self.time_collection, self.per)
        elif not isinstance(self.per, Absent):
            raise FieldError(
                "nothing is per a month, quarter or year without a time",
                where=f"Target.per of {self.id!r}",
                got=self.per,
                expected="Absent.NOT_APPLICABLE",
            )


offer(__name__)
