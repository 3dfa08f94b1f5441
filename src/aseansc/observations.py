"""Observations: an indicator's value in a place at a time; and their series."""

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
from aseansc.units import Unit
from aseansc.values import Value


@final
class Status(CodeList):
    """What a report says of a figure's standing (SDMX: observation status). Not a bound: *ước* says nothing of size.

    - ``estimated``: *ước*, *dự ước*, *ước đạt*.
    - ``provisional``: *sơ bộ*.
    - ``forecast``: *dự báo*, *dự kiến*.
    - ``planned``: *kế hoạch*, where a plan stands as a figure.
    - ``revised``: *điều chỉnh*.
    """

    ESTIMATED = "estimated"
    PROVISIONAL = "provisional"
    FORECAST = "forecast"
    PLANNED = "planned"
    REVISED = "revised"


_ORDER: Final = {status: number for number, status in enumerate(Status)}


def as_statuses(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """Statuses as a set is written: each once, in the order of the code list."""
    if statuses.__class__ is tuple and not statuses:
        return ()
    found = as_tuple(statuses)
    if not isinstance(found, tuple) or not all(isinstance(status, Status) for status in found):
        return found  # the validator refuses it
    return tuple(sorted(set(found), key=_ORDER.__getitem__))


def check_time(owner: object, time: Time, collection: TimeCollection, per: Frequency | Absent) -> None:
    """A day goes with ``at`` and a period with all else; an average and an *each* are per something.

    Raises:
        FieldError: where they do not.
    """
    days, repeated = collection is TimeCollection.AT, collection.is_repeated
    if isinstance(time, AsOf) is days and isinstance(per, Absent) is not repeated:
        return
    where = f"{type(owner).__name__}.time_collection of {getattr(owner, 'id', '')!r}"
    if isinstance(time, AsOf) is not days:
        raise FieldError(
            "a single day is collected 'at' itself, and a period is not",
            where=where,
            got=f"{collection.value} with {time!r}",
            expected="at with an AsOf, anything else with a Period",
            way_out="'Cuối năm 2018' is the 'end' of Period.year(2018).",
        )
    raise FieldError(
        "an average and an each are per month, quarter or year, and nothing else is",
        where=where.replace("time_collection", "per"),
        got=f"{collection.value} per {per.value}",
        expected="a Frequency" if repeated else "Absent.NOT_APPLICABLE",
    )


@final
@frozen(kw_only=True, repr=False)
class Observation(Record):
    """An indicator's value in a place at a time, as a report states it. A figure stated twice is two of them.

    Args:
        id: names it within a review: ``poverty-rate.2018.end``, a repeat ``….2``.
        indicator: id of the indicator.
        place: code of the place: ``VN-01``.
        value: what is stated.
        time: a `Period`, or an `AsOf` for a day that is printed.
        time_basis: how the time is known.
        time_collection: how the figure fills the time.
        per: of an ``average`` or an ``each``, what it is per.
        statuses: estimated, provisional and so on; each once.
        breakdown: categories it is confined to, with their scheme: ``sex:female``.
        lists: what it counts, where the report names it: the two districts of "02 huyện (Than Uyên, Tân Uyên)".
        citation: where it is printed.
        note: what is doubtful, odd or missing about it.

    Raises:
        FieldError: for a collection that does not go with the time.
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
    """Where an observation stands in time: beginnings at the start of their period, ends at its end."""
    time = observation.time
    if isinstance(time, AsOf):
        return time.date, 1, time.date
    if observation.time_collection is TimeCollection.END:
        return time.end, 2, time.end
    return time.start, int(observation.time_collection is not TimeCollection.BEGINNING), time.end


def _in_time_order(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    found = as_tuple(observations)
    if not isinstance(found, tuple) or not all(isinstance(item, Observation) for item in found):
        return found  # the validator refuses it
    return tuple(sorted(found, key=_moment))


@final
@frozen(kw_only=True, repr=False)
class Series(Record):
    """The observations of one indicator, place and breakdown, in time order.

    All in one unit, and all collected alike: either each at some moment (``at``, ``beginning``, ``end``,
    ``within``), or all by one other collection with one ``per``.

    Args:
        indicator: id of the indicator.
        place: code of the place.
        breakdown: the categories they are confined to.
        observations: in any order; they are put in the order of time, those of one moment as they came.

    Raises:
        FieldError: for observations that do not belong together, naming the first that does not.
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
                raise FieldError("an observation is of something else", where=where, got=item.id)
            if item.value.unit != self.observations[0].value.unit:
                raise FieldError(
                    "an observation is in another unit",
                    where=where,
                    got=f"{item.id} in {item.value.unit.code}",
                    expected=self.observations[0].value.unit.code,
                    way_out="Bring the values to one unit first: attrs.evolve(o, value=o.value.to(unit)).",
                )
            if collected(item) != collected(self.observations[0]):
                raise FieldError(
                    "an observation is collected otherwise",
                    where=where,
                    got=f"{item.id}: {' per '.join(collected(item))}",
                    expected=" per ".join(collected(self.observations[0])),
                    way_out="Choose one: review.series(id, collection='total').",
                )

    def __repr__(self) -> str:
        categories = f" {'; '.join(self.breakdown)}" if self.breakdown else ""
        return f"<Series {self.indicator!r} in {self.place}{categories}: {len(self.observations)} observations>"

    @property
    def unit(self) -> Unit | Absent:
        """The unit of them all; absent when there are none."""
        return self.observations[0].value.unit if self.observations else Absent.NOT_APPLICABLE


def collected(observation: Observation) -> tuple[str, ...]:
    """How an observation is collected, alike for all that may stand in one series."""
    if observation.time_collection.is_point:
        return ("at a moment",)
    if isinstance(observation.per, Absent):
        return (observation.time_collection.value,)
    return (observation.time_collection.value, observation.per.value)


offer(__name__)
