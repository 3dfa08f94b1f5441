"""Observations (values of an indicator for a place and a time), and series of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import (
    Record,
    as_tuple,
    identifier,
    instance_of,
    instance_or_absent,
    place_code,
    scheme_codes,
    texts,
    tuple_of,
)
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.texts import Text
from aseansc.units import Unit, require_same_definition
from aseansc.values import Value

__all__ = ["Observation", "Series", "Status"]


@final
class Status(CodeList):
    """The status of a figure (SDMX: observation status). A status does not change the possible values of the figure.

    - ``estimated``: *ước*, *dự ước*, *ước đạt*.
    - ``provisional``: *sơ bộ*.
    - ``forecast``: *dự báo*, *dự kiến*.
    - ``planned``: *kế hoạch*, for a plan that is recorded as an observation.
    - ``revised``: *điều chỉnh*.
    """

    ESTIMATED = "estimated"
    PROVISIONAL = "provisional"
    FORECAST = "forecast"
    PLANNED = "planned"
    REVISED = "revised"


_ORDER: Final = {status: number for number, status in enumerate(Status)}


def as_statuses(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """Remove repeated statuses, and sort the rest in the order of the code list."""
    if statuses.__class__ is tuple and not statuses:
        return ()
    found = as_tuple(statuses)
    if not isinstance(found, tuple) or not all(isinstance(status, Status) for status in found):
        return found  # the validator rejects it
    return tuple(sorted(set(found), key=_ORDER.__getitem__))


def check_time(owner: object, time: Time, collection: TimeCollection, per: Frequency | Absent) -> None:
    """Check that the time, the time collection and `per` of a record fit together.

    Raises:
        FieldError: if ``at`` is used without a day, a day with another collection, or `per` is missing or superfluous.
    """
    days, repeated = collection is TimeCollection.AT, collection.is_repeated
    if isinstance(time, AsOf) is days and isinstance(per, Absent) is not repeated:
        return
    where = f"{type(owner).__name__}.time_collection of {getattr(owner, 'id', '')!r}"
    if isinstance(time, AsOf) is not days:
        raise FieldError(
            "the time and the time collection do not match",
            where=where,
            got=f"{collection.value} with {time!r}",
            expected="at with an AsOf, any other collection with a Period",
            hint="'Cuối năm 2018' is the 'end' of Period.year(2018).",
        )
    raise FieldError(
        "per is missing" if repeated else "per is not allowed with this time collection",
        where=where.replace("time_collection", "per"),
        got=f"{collection.value} per {per.value}",
        expected="a Frequency" if repeated else "Absent.NOT_APPLICABLE",
    )


@final
@frozen(kw_only=True, repr=False)
class Observation(Record):
    """A stated value of an indicator for a place and a time.

    If a report states the same figure twice, record two observations.

    Args:
        id: unique id within the review, such as ``poverty-rate.2018.end``; repeats end in ``.2``, ``.3`` and so on.
        indicator: id of the indicator.
        place: code of the place, such as ``VN-01``.
        value: the stated value.
        time: a `Period`, or an `AsOf` for a printed day.
        time_basis: how the time is known.
        time_collection: how the figure is aggregated over the time.
        per: the unit of time of an ``average`` or ``each``.
        statuses: statuses such as estimated or provisional; repeats are removed.
        breakdown: categories to which the figure is limited, with their scheme, such as ``sex:female``.
        lists: the counted items that the report names: the two districts of "02 huyện (Than Uyên, Tân Uyên)".
        citation: where it is printed.
        note: doubts or remarks.

    Raises:
        FieldError: if the time, the time collection and `per` do not fit together.
    """

    id: str = field(validator=identifier)
    indicator: str = field(validator=identifier)
    place: str = field(validator=place_code)
    value: Value = field(validator=instance_of(Value))
    time: Time = field(validator=instance_of(Period, AsOf))
    time_basis: TimeBasis = field(default=TimeBasis.STATED, validator=instance_of(TimeBasis))
    time_collection: TimeCollection = field(validator=instance_of(TimeCollection))
    per: Frequency | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Frequency, absent=(Absent.NOT_APPLICABLE,))
    )
    statuses: tuple[Status, ...] = field(default=(), converter=as_statuses, validator=tuple_of(Status))
    breakdown: tuple[str, ...] = field(default=(), converter=as_tuple, validator=scheme_codes)
    lists: tuple[str, ...] = field(default=(), converter=as_tuple, validator=texts)
    citation: Citation = field(validator=instance_of(Citation))
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )

    def __attrs_post_init__(self) -> None:
        check_time(self, self.time, self.time_collection, self.per)


def _moment(observation: Observation) -> tuple[dt.date, int, dt.date]:
    """Return a sort key by time: beginnings at the start of their period, ends at its end."""
    time = observation.time
    if isinstance(time, AsOf):
        return time.date, 1, time.date
    if observation.time_collection is TimeCollection.END:
        return time.end, 2, time.end
    return time.start, int(observation.time_collection is not TimeCollection.BEGINNING), time.end


def _in_time_order(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    found = as_tuple(observations)
    if not isinstance(found, tuple) or not all(isinstance(item, Observation) for item in found):
        return found  # the validator rejects it
    return tuple(sorted(found, key=_moment))


@final
@frozen(kw_only=True)
class Series(Record):
    """The observations of one indicator, place and breakdown, sorted by time.

    All must have the same unit. Either all are at a moment (``at``, ``beginning``, ``end`` or ``within``), or all have
    the same other time collection and the same `per`.

    Args:
        indicator: id of the indicator.
        place: code of the place.
        breakdown: categories to which the observations are limited.
        observations: the observations, in any order. They are sorted by time; the sort is stable.

    Raises:
        FieldError: if an observation does not belong to the series; the message names the first one.
        DefinitionConflictError: if two observations use one unit code with different definitions.
    """

    indicator: str = field(validator=identifier)
    place: str = field(validator=place_code)
    breakdown: tuple[str, ...] = field(default=(), converter=as_tuple, validator=scheme_codes)
    observations: tuple[Observation, ...] = field(converter=_in_time_order, validator=tuple_of(Observation))

    def __attrs_post_init__(self) -> None:
        where = f"Series of {self.indicator!r}"
        for item in self.observations:
            if (item.indicator, item.place, frozenset(item.breakdown)) != (
                self.indicator,
                self.place,
                frozenset(self.breakdown),
            ):
                raise FieldError(
                    "an observation has another indicator, place or breakdown",
                    where=where,
                    got=item.id,
                    expected=f"indicator {self.indicator}, place {self.place}, breakdown {self.breakdown}",
                )
            require_same_definition(item.value.unit, self.observations[0].value.unit)
            if item.value.unit != self.observations[0].value.unit:
                raise FieldError(
                    "an observation has another unit",
                    where=where,
                    got=f"{item.id} in {item.value.unit.code}",
                    expected=self.observations[0].value.unit.code,
                    hint="Convert the values to one unit first: attrs.evolve(o, value=o.value.to(unit)).",
                )
            if collected(item) != collected(self.observations[0]):
                raise FieldError(
                    "an observation has another time collection",
                    where=where,
                    got=f"{item.id}: {' per '.join(collected(item))}",
                    expected=" per ".join(collected(self.observations[0])),
                    hint="Choose one: review.series(id, collection='total').",
                )

    def __repr__(self) -> str:
        categories = f" {'; '.join(self.breakdown)}" if self.breakdown else ""
        return f"<Series {self.indicator!r} in {self.place}{categories}: {len(self.observations)} observations>"

    @property
    def unit(self) -> Unit | Absent:
        """The unit of all observations; absent if there are none."""
        return self.observations[0].value.unit if self.observations else Absent.NOT_APPLICABLE


def collected(observation: Observation) -> tuple[str, ...]:
    """Return the time collection and unit of time that all observations of a series must share."""
    if observation.time_collection.is_point:
        return ("at a moment",)
    if isinstance(observation.per, Absent):
        return (observation.time_collection.value,)
    return (observation.time_collection.value, observation.per.value)


offer(Observation, Series)
