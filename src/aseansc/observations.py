"""Observations (values of an indicator for a place and a time), and series of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast, final, overload

from attrs import Attribute, field, frozen

from aseansc._attrs import (
    Record,
    as_tuple,
    decimal_or_absent,
    identifier,
    identifier_or_absent,
    instance_of,
    instance_or_absent,
    place_code,
    scheme_code,
    scheme_codes,
    text_or_absent,
    texts,
    tuple_of,
)
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError, UndefinedResultError, bug, require
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.texts import Text
from aseansc.units import Unit, require_same_definition
from aseansc.values import Change, Value

if TYPE_CHECKING:
    from aseansc.frames import Backend, Numbers
    from aseansc.labels import Lang
    from aseansc.reviews import Review

__all__ = ["Confidentiality", "Observation", "SamplingError", "SamplingErrorForm", "Series", "Status"]


@final
class Status(CodeList):
    """The status of a figure (SDMX: observation status). A status does not change the possible values of the figure.

    - ``estimated``: *ước*, *dự ước*, *ước đạt*.
    - ``provisional``: *sơ bộ*.
    - ``forecast``: *dự báo*, *dự kiến*.
    - ``planned``: *kế hoạch*, for a plan that is recorded as an observation.
    - ``revised``: *điều chỉnh*.
    - ``missing``: there is no value, and the reason is not known.
    - ``not_collected``: the thing exists, but was not counted (printed as *…*).
    - ``not_existing``: there is nothing to count (printed as *-*).
    - ``suppressed``: the value is known and not published.

    The last four are for observations without a value.
    """

    ESTIMATED = "estimated"
    PROVISIONAL = "provisional"
    FORECAST = "forecast"
    PLANNED = "planned"
    REVISED = "revised"
    MISSING = "missing"
    NOT_COLLECTED = "not_collected"
    NOT_EXISTING = "not_existing"
    SUPPRESSED = "suppressed"

    @property
    def is_absence(self) -> bool:
        """Whether it is the status of an observation without a value."""
        return self in _ABSENCES


_ABSENCES: Final = (Status.MISSING, Status.NOT_COLLECTED, Status.NOT_EXISTING, Status.SUPPRESSED)


@final
class Confidentiality(CodeList):
    """Whether a figure may be published (SDMX: confidentiality status).

    - ``free``: it may be published.
    - ``not_for_publication``: it may be used, but not published.
    - ``confidential``: it would reveal data of single persons or enterprises.
    - ``secondary``: it would let readers compute a confidential figure.
    """

    FREE = "free"
    NOT_FOR_PUBLICATION = "not_for_publication"
    CONFIDENTIAL = "confidential"
    SECONDARY = "secondary"


@final
class SamplingErrorForm(CodeList):
    """The form in which a sampling error is stated.

    - ``margin``: the half-width of a confidence interval (*± 1,2*).
    - ``standard_error``: the standard error (*sai số chuẩn*).
    - ``interval``: the two ends of a confidence interval (*khoảng tin cậy*).
    """

    MARGIN = "margin"
    STANDARD_ERROR = "standard_error"
    INTERVAL = "interval"


@final
@frozen(kw_only=True, eq=False, repr=False)
class SamplingError(Record):
    """The sampling error of an estimate from a survey, as stated. It does not change the value beside it.

    Args:
        form: the form in which it is stated.
        size: the margin or the standard error, in the unit of the value; ``Absent.NOT_APPLICABLE`` for an interval.
        lower: the lower end of an interval, in the unit of the value.
        upper: its upper end.
        confidence: the level of confidence in percent, such as 95.

    Raises:
        FieldError: if the fields do not match the form, or `lower` is above `upper`.

    >>> SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal("1.2"), confidence=Decimal(95)).form
    SamplingErrorForm.MARGIN
    """

    form: SamplingErrorForm = field(validator=instance_of(SamplingErrorForm))
    size: Decimal | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=decimal_or_absent(0, absent=Absent.NOT_APPLICABLE)
    )
    lower: Decimal | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=decimal_or_absent(absent=Absent.NOT_APPLICABLE)
    )
    upper: Decimal | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=decimal_or_absent(absent=Absent.NOT_APPLICABLE)
    )
    confidence: Decimal | Absent = field(
        default=Absent.NOT_STATED, validator=decimal_or_absent(0, 100, absent=Absent.NOT_STATED)
    )

    def __attrs_post_init__(self) -> None:
        two_ends = self.form is SamplingErrorForm.INTERVAL
        fits = isinstance(self.size, Absent) is two_ends and all(
            isinstance(end, Absent) is not two_ends for end in (self.lower, self.upper)
        )
        if not fits:
            raise FieldError(
                "the fields do not match the form",
                where="SamplingError.form",
                got=self.form,
                expected="lower and upper for an interval, size for the other forms",
            )
        if not isinstance(self.lower, Absent) and not isinstance(self.upper, Absent) and self.lower > self.upper:
            raise FieldError(
                "lower is above upper",
                where="SamplingError.lower",
                got=(self.lower, self.upper),
                expected="lower <= upper",
            )


_ORDER: Final = {status: number for number, status in enumerate(Status)}


def as_statuses(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """Remove repeated statuses, and sort the rest in the order of the code list."""
    if statuses.__class__ is tuple and not statuses:
        return ()
    found = as_tuple(statuses)
    if not isinstance(found, tuple) or not all(isinstance(status, Status) for status in found):
        return found  # the validator rejects it
    return found if len(found) == 1 else tuple(sorted(set(found), key=_ORDER.__getitem__))


def present_statuses(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Require statuses of a figure that has a value."""
    _statuses(instance, attribute, value)
    for status in cast("tuple[Status, ...]", value):
        if status.is_absence:
            raise FieldError(
                "only an observation can have the status of a missing value",
                where=f"{type(instance).__name__}.{attribute.name}",
                got=status,
                expected="estimated, provisional, forecast, planned or revised",
            )


_statuses: Final = tuple_of(Status)


_AT: Final = TimeCollection.AT
_AVERAGE: Final = TimeCollection.AVERAGE
_EACH: Final = TimeCollection.EACH


def _added(day: Time) -> str:
    """Return the days of a year up to one as an example of a period."""
    last = days_of(day)[1]
    return f"{last.replace(month=1, day=1)}/{last}"


def check_time(owner: object, time: Time, collection: TimeCollection, per: Frequency | Absent) -> None:
    """Check that the time, the time collection and `per` of a record fit together.

    Raises:
        FieldError: if ``at`` is used without a day, a day with another collection, or `per` is missing or superfluous.
    """
    days = collection is _AT
    repeated = collection is _AVERAGE or collection is _EACH  # up to Python 3.11, to look in a tuple takes long
    if (time.__class__ is AsOf) is days and (per.__class__ is Frequency) is repeated:
        return
    where = f"{type(owner).__name__}.time_collection of {getattr(owner, 'id', '')!r}"
    if isinstance(time, AsOf) is not days:
        raise FieldError(
            "the time and the time collection do not match",
            where=where,
            got=f"{collection.value} with the {'period' if days else 'day'} {time}",
            expected="'at' with a day (AsOf), any other collection with a Period",
            hint="'Cuối năm 2018' is the 'end' of Period.year(2018)."
            if days
            else f"Use 'at' for what is there on that day; for what is added up to it, give the period {_added(time)}.",
        )
    raise FieldError(
        "per is missing" if repeated else "per is not allowed with this time collection",
        where=where.replace("time_collection", "per"),
        got=f"{collection.value} per {per.value}",
        expected="a Frequency" if repeated else "Absent.NOT_APPLICABLE",
    )


@final
@frozen(kw_only=True, eq=False, repr=False)
class Observation(Record):
    """A stated value of an indicator for a place and a time.

    If a report states the same figure twice, record two observations.

    Args:
        id: unique id within the review, such as ``poverty-rate.2018.end``; repeats end in ``.2``, ``.3`` and so on.
        indicator: id of the indicator.
        place: code of the place, such as ``VN-01``.
        value: the stated value; a `Change` for an indicator of a net flow. It is absent where the report prints no
            number: ``Absent.NOT_STATED`` with a status such as ``suppressed`` or ``not_collected``.
        time: a `Period`, or an `AsOf` for a printed day.
        time_basis: how the time is known.
        time_collection: how the figure is aggregated over the time.
        per: the unit of time of an ``average`` or ``each``.
        statuses: statuses such as estimated or provisional; repeats are removed.
        breakdown: categories to which the figure is limited, with their scheme, such as ``sex:female``.
        lists: the counted items that the report names: the two districts of "02 huyện (Than Uyên, Tân Uyên)".
        standard: the code of the standard by which it was counted, with its scheme, if that is stated for this figure
            and not for the whole indicator; figures under different standards are not compared.
        sampling_error: the sampling error that the report states with it.
        confidentiality: whether it may be published.
        revises: id of the observation that it replaces, such as the estimate before the final count.
        citation: where it is printed.
        note: doubts or remarks.

    Raises:
        FieldError: if the time, the time collection and `per` do not fit together, or the value is absent without a
            status that says why, or the reverse, or with more than one such status.
    """

    id: str = field(validator=identifier)
    indicator: str = field(validator=identifier)
    place: str = field(validator=place_code)
    value: Value | Change | Absent = field(validator=instance_or_absent(Value, Change, absent=(Absent.NOT_STATED,)))
    time: Time = field(validator=instance_of(Period, AsOf))
    time_basis: TimeBasis = field(default=TimeBasis.STATED, validator=instance_of(TimeBasis))
    time_collection: TimeCollection = field(validator=instance_of(TimeCollection))
    per: Frequency | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Frequency, absent=(Absent.NOT_APPLICABLE,))
    )
    statuses: tuple[Status, ...] = field(default=(), converter=as_statuses, validator=tuple_of(Status))
    breakdown: tuple[str, ...] = field(default=(), converter=as_tuple, validator=scheme_codes)
    lists: tuple[str, ...] = field(default=(), converter=as_tuple, validator=texts)
    standard: str | Absent = field(default=Absent.NOT_STATED, validator=text_or_absent(scheme_code, Absent.NOT_STATED))
    sampling_error: SamplingError | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(SamplingError, absent=(Absent.NOT_STATED,))
    )
    confidentiality: Confidentiality | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Confidentiality, absent=(Absent.NOT_STATED,))
    )
    revises: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=identifier_or_absent(Absent.NOT_APPLICABLE))
    citation: Citation = field(validator=instance_of(Citation))
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )

    def __attrs_post_init__(self) -> None:
        check_time(self, self.time, self.time_collection, self.per)
        absences = [status for status in self.statuses if status.is_absence] if self.statuses else ()
        if not absences and self.value.__class__ is Value:
            return
        if len(absences) > 1:
            raise FieldError(
                "the statuses give more than one reason for the missing value",
                where=f"Observation.statuses of {self.id!r}",
                got=", ".join(absences),
                expected="one of missing, not_collected, not_existing and suppressed",
            )
        if isinstance(self.value, Absent) is not bool(absences):
            raise FieldError(
                "the value is absent without a status that says why"
                if isinstance(self.value, Absent)
                else "the value is given with a status of a missing value",
                where=f"Observation.statuses of {self.id!r}",
                got=self.statuses,
                expected="missing, not_collected, not_existing or suppressed if, and only if, the value is absent",
            )


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
@frozen(kw_only=True, eq=False)
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
        unit = self.unit
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
            if not isinstance(item.value, Absent):
                self._require_unit(item.id, item.value.unit, unit)
            if collected(item) != collected(self.observations[0]):
                raise FieldError(
                    "an observation has another time collection",
                    where=where,
                    got=f"{item.id}: {' per '.join(collected(item))}",
                    expected=" per ".join(collected(self.observations[0])),
                    hint="Choose one: review.series(id, collection='total').",
                )

    def _require_unit(self, name: str, got: Unit, unit: Unit | Absent) -> None:
        if isinstance(unit, Absent):  # the first value has one
            raise bug(unit)
        require_same_definition(got, unit)
        if got != unit:
            raise FieldError(
                "an observation has another unit",
                where=f"Series of {self.indicator!r}",
                got=f"{name} in {got.code}",
                expected=unit.code,
                hint="Convert the values to one unit first: attrs.evolve(o, value=o.value.to(unit)).",
            )

    def __repr__(self) -> str:
        categories = f" {'; '.join(self.breakdown)}" if self.breakdown else ""
        return f"<Series {self.indicator!r} in {self.place}{categories}: {len(self.observations)} observations>"

    def __len__(self) -> int:
        """Return the number of observations."""
        return len(self.observations)

    def __iter__(self) -> Iterator[Observation]:
        """Iterate over the observations in the order of time."""
        return iter(self.observations)

    @overload
    def __getitem__(self, position: int) -> Observation: ...
    @overload
    def __getitem__(self, position: slice) -> tuple[Observation, ...]: ...
    def __getitem__(self, position: int | slice) -> Observation | tuple[Observation, ...]:
        """Return the observation at a position in the order of time, or those of a slice.

        Raises:
            FieldTypeError: if the position is neither an integer nor a slice.
            IndexError: if there is no observation at the position.
        """
        require(
            position,
            int,
            slice,
            where=f"Series of {self.indicator!r}",
            expected="an int or a slice",
            hint="To take the observations of a time, write [item for item in series if item.time == time].",
        )
        return self.observations[position]

    @property
    def first(self) -> Observation:
        """The earliest observation.

        Raises:
            UndefinedResultError: if there are no observations.
        """
        return self._one(0)

    @property
    def last(self) -> Observation:
        """The latest observation.

        Raises:
            UndefinedResultError: if there are no observations.
        """
        return self._one(-1)

    def _one(self, position: int) -> Observation:
        if not self.observations:
            raise UndefinedResultError(
                "the series is empty", where=f"Series of {self.indicator!r}", expected="at least one observation"
            )
        return self.observations[position]

    def to_frame(
        self,
        backend: Backend = "pandas",
        *,
        session: Any = None,
        review: Review | None = None,
        numbers: Numbers = "decimal",
        lang: str = "en",
    ) -> Any:
        """Return a table with one row for each observation, for pandas, polars, pyarrow, DuckDB or PySpark.

        A series knows only the id of its indicator. Pass its review to fill the columns ``review``, ``name`` and
        ``section``, and to let the indicator refine ``lower`` and ``upper``, as `Review.interval` does.

        Args:
            backend: ``pandas``, ``polars``, ``pyarrow``, ``duckdb`` or ``pyspark``.
            session: a connection of DuckDB or a session of Spark, instead of the default one.
            review: the review that the series comes from.
            numbers: ``decimal`` for exact numbers, ``float`` for binary ones, ``text`` for text with all digits.
            lang: language of names and notes.

        Raises:
            FieldError: for an unknown `backend` or `numbers`, or a number that does not fit into the decimal type.
            FieldTypeError: if `review` is not a review.
            OperandError: if an observation does not belong to the review.
            MissingExtraError: if the packages of the extra ``frames`` are not installed.
        """
        from aseansc.frames import to_frame

        return to_frame(self, backend, session=session, review=review, numbers=numbers, lang=lang)

    def plot(self, *, review: Review | None = None, lang: Lang = "en") -> Any:
        """Return a chart of the figures in time with their intervals, a chart of Altair.

        Pass the review to show the name of the indicator, and to let it refine the intervals. The chart can be saved
        without a network: ``series.plot().save("poverty.svg")``. Estimates are hollow; arrows have no end.

        Raises:
            FieldTypeError: if `review` is not a review.
            FieldError: for an unknown language.
            OperandError: if an observation does not belong to the review.
            UndefinedResultError: if no observation has a value.
            MissingExtraError: if the extra ``plot`` is not installed.
        """
        from aseansc.plots import series_plot

        return series_plot(self, review=review, lang=lang)

    @property
    def unit(self) -> Unit | Absent:
        """The unit of all observations; absent if none has a value."""
        for item in self.observations:
            if not isinstance(item.value, Absent):
                return item.value.unit
        return Absent.NOT_APPLICABLE


def collected(observation: Observation) -> tuple[str, ...]:
    """Return the time collection and unit of time that all observations of a series must share."""
    if observation.time_collection.is_point:
        return ("at a moment",)
    if isinstance(observation.per, Absent):
        return (observation.time_collection.value,)
    return (observation.time_collection.value, observation.per.value)


offer(Observation, SamplingError, Series)
