"""`ReportPart`: methods that add observations, targets and claims.

There is one method for each way in which an observation may refer to its time, and it has the same name as the code in
`TimeCollection`: `ReportPart.each` adds an observation with the time collection ``each``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias, TypedDict, Unpack, final

from aseansc._attrs import as_tuple
from aseansc.authoring._checks import check_options, refer
from aseansc.authoring._indicators import Indicators
from aseansc.citations import Citation, Document
from aseansc.claims import AttainmentClaim, ChangeClaim, Claim, ShareClaim
from aseansc.codelists import Absent
from aseansc.errors import FieldError, require
from aseansc.indicators import Direction, Indicator, IndicatorKind, PriceBasis
from aseansc.observations import Confidentiality, Observation, SamplingError, Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.reviews import Review, assumed_time
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, RelativeChange, Value

Stated: TypeAlias = Value | Change | Absent
"""The value of an observation: a `Change` for a net flow, absent with a status such as suppressed."""

UP: Final = Direction.UP
DOWN: Final = Direction.DOWN
STEADY: Final = Direction.STEADY
CARRIED: Final = TimeBasis.CARRIED
ASSUMED: Final = TimeBasis.ASSUMED


class _AnyOptions(TypedDict, total=False):
    estimated: bool
    statuses: tuple[Status, ...]
    place: str
    note: Text


class FigureOptions(_AnyOptions, total=False):
    """Optional arguments of a figure.

    ``estimated`` adds that status to ``statuses``; ``place`` replaces the place of the part; ``note`` has doubts or
    remarks; ``time_basis`` states how the time is known (`TimeBasis.STATED` by default).
    """

    time_basis: TimeBasis


class _UntimedOptions(_AnyOptions, total=False):
    breakdown: tuple[str, ...]
    lists: tuple[str, ...]
    standard: str | Absent
    sampling_error: SamplingError | Absent
    confidentiality: Confidentiality | Absent
    revises: Observation | None


class _ObservationOptions(_UntimedOptions, FigureOptions, total=False):
    pass


class _ClaimOptions(FigureOptions, total=False):
    revises: Claim


class _Claimed(TypedDict):
    """The fields that all claims have, except id and value."""

    place: str
    time: Time
    time_basis: TimeBasis
    statuses: tuple[Status, ...]
    revises: str | Absent
    citation: Citation
    note: Text | Absent


@final
class ReportPart(Indicators):
    """The records of one part of a report. Each method adds one record and returns it.

    Args:
        document: id of the document that is cited.
        place: code of the place that the figures are about.
        period: reporting period of the whole review, assumed where no time is printed.
        codes: classification codes of the indicators of this part, unless an indicator sets its own.

    >>> from aseansc.units import household
    >>> part = ReportPart(document="report", place="VN-01", period=Period.years(2016, 2018))
    >>> poor = part.stock("poor-households", household, better=DOWN, en="Poor households", vi="Số hộ nghèo")
    >>> printed = part.cite(4969, "36.094 hộ nghèo")
    >>> start = part.at_beginning(poor, Value.exact("36094", household), Period.year(2016), printed)
    >>> start.id
    'poor-households.2016.beginning'
    """

    # -- observations

    def at(
        self, indicator: Indicator, value: Stated, day: AsOf, citation: Citation, **options: Unpack[_ObservationOptions]
    ) -> Observation:
        """Add an observation on a printed day: *tại thời điểm 31/12/2018*."""
        return self._observe(indicator, value, day, TimeCollection.AT, citation, options)

    def at_beginning(
        self,
        indicator: Indicator,
        value: Stated,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Add an observation at the beginning of a period: *đầu năm*."""
        return self._observe(indicator, value, period, TimeCollection.BEGINNING, citation, options)

    def at_end(
        self,
        indicator: Indicator,
        value: Stated,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Add an observation at the end of a period: *cuối năm*, *đến hết năm*."""
        return self._observe(indicator, value, period, TimeCollection.END, citation, options)

    def within(
        self,
        indicator: Indicator,
        value: Stated,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Add an observation at an unspecified moment of a period: *năm 2018*."""
        return self._observe(indicator, value, period, TimeCollection.WITHIN, citation, options)

    def total(
        self,
        indicator: Indicator,
        value: Stated,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Add the total over a period: *trong 3 năm*."""
        return self._observe(indicator, value, period, TimeCollection.TOTAL, citation, options)

    def to_date(
        self,
        indicator: Indicator,
        value: Stated,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Add the total from the start of a period up to a day that is not stated: *đến nay*."""
        return self._observe(indicator, value, period, TimeCollection.TO_DATE, citation, options)

    def average(
        self,
        indicator: Indicator,
        value: Stated,
        period: Period,
        citation: Citation,
        *,
        per: Frequency = Frequency.YEAR,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Add one observation whose value is the mean per year of a period: *bình quân mỗi năm*.

        `per` is the length of the averaged periods: a year, a quarter or a month.
        """
        return self._observe(indicator, value, period, TimeCollection.AVERAGE, citation, options, per)

    def each(
        self,
        indicator: Indicator,
        value: Stated,
        period: Period,
        citation: Citation,
        *,
        per: Frequency = Frequency.YEAR,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Add one observation whose value was reached in each year of a period: *mỗi năm*, *hàng năm*.

        `per` is the length of the repeated period: a year, a quarter or a month.
        """
        return self._observe(indicator, value, period, TimeCollection.EACH, citation, options, per)

    def untimed(
        self, indicator: Indicator, value: Stated, citation: Citation, **options: Unpack[_UntimedOptions]
    ) -> Observation:
        """Add an observation without a printed time: the time of the review is assumed and marked as assumed.

        A flow becomes the total over the reporting period, a stock or rate the level at its end.
        """
        check_options(options, _UntimedOptions.__optional_keys__, "ReportPart.untimed")
        require(indicator, Indicator, where="ReportPart.untimed, indicator")
        whole = indicator.kind is IndicatorKind.FLOW
        return self._observe(
            indicator,
            value,
            assumed_time(self.period, whole=whole),
            TimeCollection.TOTAL if whole else TimeCollection.END,
            citation,
            {**options, "time_basis": ASSUMED},
        )

    def _observe(
        self,
        indicator: Indicator,
        value: Stated,
        time: Time,
        collection: TimeCollection,
        citation: Citation,
        options: _ObservationOptions,
        per: Frequency | Absent = Absent.NOT_APPLICABLE,
    ) -> Observation:
        require(indicator, Indicator, where="ReportPart, indicator of a figure")
        check_options(options, _ObservationOptions.__optional_keys__, f"figure of {indicator.id!r}")
        observation = Observation(
            id=self._id(indicator.id, time, collection.value),
            indicator=indicator.id,
            place=options.get("place", self.place),
            value=value,
            time=time,
            time_basis=options.get("time_basis", TimeBasis.STATED),
            time_collection=collection,
            per=per,
            statuses=_statuses(options),
            breakdown=options.get("breakdown", ()),
            lists=options.get("lists", ()),
            standard=options.get("standard", Absent.NOT_STATED),
            sampling_error=options.get("sampling_error", Absent.NOT_STATED),
            confidentiality=options.get("confidentiality", Absent.NOT_STATED),
            revises=refer(
                options.get("revises"), Observation, where="ReportPart, revises", absent=Absent.NOT_APPLICABLE
            ),
            citation=citation,
            note=options.get("note", Absent.NOT_APPLICABLE),
        )
        self.observations.append(observation)
        return observation

    # -- targets and claims

    def target(
        self,
        indicator: Indicator,
        value: Value | Change | RelativeChange | Absent,
        time: Time | Absent,
        collection: TimeCollection | Absent,
        citation: Citation | Absent = Absent.NOT_STATED,
        *,
        per: Frequency | Absent = Absent.NOT_APPLICABLE,
        breakdown: tuple[str, ...] = (),
        baseline: Observation | Absent = Absent.NOT_STATED,
        revises: Target | None = None,
        **options: Unpack[FigureOptions],
    ) -> Target:
        """Add a target: a value or a change. Use `Absent.NOT_STATED` for a plan whose number is not printed."""
        require(indicator, Indicator, where="ReportPart.target, indicator")
        check_options(options, FigureOptions.__optional_keys__, f"target of {indicator.id!r}")
        target = Target(
            id=self._id(indicator.id, time, "target"),
            indicator=indicator.id,
            place=options.get("place", self.place),
            value=value,
            time=time,
            time_basis=options.get("time_basis", TimeBasis.STATED),
            time_collection=collection,
            per=per,
            breakdown=breakdown,
            baseline=refer(baseline, Observation, where="ReportPart.target, baseline"),
            statuses=_statuses(options),
            revises=refer(revises, Target, where="ReportPart.target, revises", absent=Absent.NOT_APPLICABLE),
            citation=citation,
            note=options.get("note", Absent.NOT_APPLICABLE),
        )
        self.targets.append(target)
        return target

    def change(
        self,
        indicator: Indicator,
        start: Observation | Absent,
        end: Observation | Absent,
        value: Change | RelativeChange,
        citation: Citation,
        *,
        time: Time | None = None,
        price_basis: PriceBasis | Absent = Absent.NOT_STATED,
        price_period: Period | Absent = Absent.NOT_STATED,
        **options: Unpack[_ClaimOptions],
    ) -> ChangeClaim:
        """Add a claim that an indicator changed from one observation to another.

        Without `time`, the time is the span between the two observations, with the weaker of their time bases. If one
        of the observations is not stated, `time` is required.

        Raises:
            FieldError: if an observation is not stated and `time` is missing.
        """
        require(indicator, Indicator, where="ReportPart.change, indicator")
        start_id = refer(start, Observation, where="ReportPart.change, start")
        end_id = refer(end, Observation, where="ReportPart.change, end")
        span, basis = _span(start, end) if time is None else (time, TimeBasis.STATED)
        claim = ChangeClaim(
            id=self._id(indicator.id, span, "change"),
            indicator=indicator.id,
            start=start_id,
            end=end_id,
            value=value,
            price_basis=price_basis,
            price_period=price_period,
            **self._claimed(span, basis, citation, options),
        )
        self.claims.append(claim)
        return claim

    def attainment(
        self,
        actual: Observation | Absent,
        target: Target | Absent,
        value: Attainment,
        citation: Citation,
        *,
        time: Time | None = None,
        **options: Unpack[_ClaimOptions],
    ) -> AttainmentClaim:
        """Add a claim of how far a plan was met, at the time of the actual figure.

        If that figure is not stated (*hoàn thành 95% kế hoạch* without a number), pass ``Absent.NOT_STATED``; the time
        is then that of the target.

        Raises:
            FieldError: if both the figure and the target are missing, or if no time is known.
        """
        actual_id = refer(actual, Observation, where="ReportPart.attainment, actual")
        target_id = refer(target, Target, where="ReportPart.attainment, target")
        about = target if isinstance(actual, Absent) else actual
        if isinstance(about, Absent):
            raise FieldError(
                "both the actual figure and the target are missing",
                where="ReportPart.attainment",
                expected="at least one of them",
            )
        known, basis = _time_of(about, time)
        if isinstance(known, Absent):
            raise _no_time("the target has no time", "ReportPart.attainment")
        claim = AttainmentClaim(
            id=self._id(about.indicator, known, "attainment"),
            actual=actual_id,
            target=target_id,
            value=value,
            **self._claimed(known, basis, citation, options),
        )
        self.claims.append(claim)
        return claim

    def share_of(
        self,
        part: Observation | Absent,
        whole: Indicator,
        value: Value,
        citation: Citation,
        *,
        time: Time | None = None,
        **options: Unpack[_ClaimOptions],
    ) -> ShareClaim:
        """Add a claim that a figure is a share of a whole, at the time of the figure.

        Raises:
            FieldError: if the figure is not stated and `time` is missing.
        """
        part_id = refer(part, Observation, where="ReportPart.share_of, part")
        require(whole, Indicator, where="ReportPart.share_of, whole")
        known, basis = _time_of(part, time)
        if isinstance(known, Absent):
            raise _no_time("the part is not stated", "ReportPart.share_of")
        claim = ShareClaim(
            id=self._id(whole.id if isinstance(part, Absent) else part.indicator, known, "share"),
            part=part_id,
            whole=whole.id,
            value=value,
            **self._claimed(known, basis, citation, options),
        )
        self.claims.append(claim)
        return claim

    def _claimed(self, time: Time, basis: TimeBasis, citation: Citation, options: _ClaimOptions) -> _Claimed:
        check_options(options, _ClaimOptions.__optional_keys__, "ReportPart, options of a claim")
        return _Claimed(
            place=options.get("place", self.place),
            time=time,
            time_basis=options.get("time_basis", basis),
            statuses=_statuses(options),
            revises=refer(
                options.get("revises"),
                ChangeClaim,
                AttainmentClaim,
                ShareClaim,
                where="ReportPart, revises",
                absent=Absent.NOT_APPLICABLE,
            ),
            citation=citation,
            note=options.get("note", Absent.NOT_APPLICABLE),
        )


def assemble(
    *parts: ReportPart,
    id: str,  # noqa: A002
    title: Text,
    programme: Text,
    documents: Iterable[Document],
    units: Iterable[Unit] = (),
    note: Text | Absent = Absent.NOT_APPLICABLE,
) -> Review:
    """Build a review from the records of one or more report parts.

    Args:
        *parts: the `ReportPart` objects, in the order of the report. The first one gives the place and the period.
        id: id of the review.
        title: title of the review.
        programme: the programme that it reviews.
        documents: the documents that the citations refer to.
        units: custom units.
        note: remarks on the whole review.

    Raises:
        FieldError: if no part is given.
        ReviewError: if the records are inconsistent; lists every problem.
    """
    for part in parts:
        require(part, ReportPart, where="assemble")
    if not parts:
        raise FieldError("no part is given", where="assemble", expected="at least one ReportPart")
    return Review(
        id=id,
        title=title,
        programme=programme,
        place=parts[0].place,
        period=parts[0].period,
        documents=tuple(documents),
        units=tuple(units),
        sections=[record for part in parts for record in part.sections],
        instruments=[record for part in parts for record in part.instruments],
        indicators=[record for part in parts for record in part.indicators],
        observations=[record for part in parts for record in part.observations],
        targets=[record for part in parts for record in part.targets],
        claims=[record for part in parts for record in part.claims],
        mentions=[record for part in parts for record in part.mentions],
        findings=[record for part in parts for record in part.findings],
        note=note,
    )


def _statuses(options: FigureOptions) -> tuple[Status, ...]:
    given = as_tuple(options.get("statuses", ()))
    # A single status is a string, not a tuple: the record refuses it.
    return (Status.ESTIMATED, *given) if options.get("estimated", False) and isinstance(given, tuple) else given


def _time_of(figure: Observation | Target | Absent, given: Time | None) -> tuple[Time | Absent, TimeBasis]:
    """Return the given time, or else the time of the figure, with its time basis."""
    if given is not None:
        return given, TimeBasis.STATED
    if isinstance(figure, Absent):
        return figure, TimeBasis.STATED
    return figure.time, figure.time_basis


def _no_time(reason: str, where: str) -> FieldError:
    return FieldError(
        f"the time of the claim is unknown: {reason}",
        where=where,
        expected="the argument time",
        hint="Pass the period that the text refers to, such as time=Period.years(2015, 2018).",
    )


def _span(start: Observation | Absent, end: Observation | Absent) -> tuple[Period, TimeBasis]:
    """Return the period between two observations and its time basis: assumed or carried if one of theirs is."""
    if isinstance(start, Absent) or isinstance(end, Absent):
        raise _no_time("its start or end is not stated", "ReportPart.change")
    days = [day for item in (start, end) for day in days_of(item.time)]
    bases = {start.time_basis, end.time_basis}
    basis = next((basis for basis in (ASSUMED, CARRIED) if basis in bases), TimeBasis.STATED)
    return Period(start=min(days), end=max(days)), basis
