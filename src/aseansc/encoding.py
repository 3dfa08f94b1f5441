"""Encoding a report: constructors named by qualifier and collection, with the tedious parts filled in.

A `Part` collects the records of one part of a report. The document, the place, the period and the section are set
once; ids are derived (``poverty-rate.2018.end``, a repeat ``….2``); `assemble` makes a checked `Review` of the parts.
It is for modules that people read: every record is one call, every reference a Python name, so that a type checker
finds a dangling one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, TypedDict, Unpack, final

from aseansc.citations import Citation, Document, Span
from aseansc.claims import AttainmentClaim, ChangeClaim, Claim, ShareClaim
from aseansc.codelists import Absent
from aseansc.errors import FieldError
from aseansc.findings import Finding, FindingKind, Instrument, InstrumentKind, Section
from aseansc.indicators import Breakdown, Direction, Indicator, IndicatorKind
from aseansc.intervals import NOT_NEGATIVE, UNBOUNDED, Interval
from aseansc.mentions import Mention, MentionContent, MentionKind
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.reviews import Review, assumed_time
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, percent
from aseansc.values import Attainment, Change, RelativeChange, Value

__all__ = ["ASSUMED", "CARRIED", "DOWN", "STEADY", "UP", "FigureOptions", "IndicatorOptions", "Part", "assemble"]

UP: Final = Direction.UP
DOWN: Final = Direction.DOWN
STEADY: Final = Direction.STEADY
CARRIED: Final = TimeBasis.CARRIED
ASSUMED: Final = TimeBasis.ASSUMED

_SHARE: Final = Interval(lower=0, upper=100)


class IndicatorOptions(TypedDict, total=False):
    """What an indicator may be given beside its names and its unit."""

    better: Direction | Absent
    bounds: Interval
    breakdowns: tuple[Breakdown, ...]
    codes: tuple[str, ...]
    note: Text


class FigureOptions(TypedDict, total=False):
    """What a figure may be given beside its value, its time and its citation."""

    basis: TimeBasis
    estimated: bool
    statuses: tuple[Status, ...]
    place: str
    note: Text


class _ObservationOptions(FigureOptions, total=False):
    breakdown: tuple[str, ...]
    lists: tuple[str, ...]


class _Claimed(TypedDict):
    """What every claim has."""

    place: str
    time: Time
    basis: TimeBasis
    statuses: tuple[Status, ...]
    citation: Citation
    note: Text | Absent


@final
class Part:
    """The records of one part of a report, in the order in which they are encoded.

    Args:
        document: id of the document that the figures are cited from.
        place: code of the place they are of.
        period: the period of the whole review, which is assumed where no time is printed.
        codes: classification codes of the indicators of this part, unless one is given its own.

    >>> from aseansc.units import household
    >>> part = Part(document="report", place="VN-01", period=Period.years(2016, 2018))
    >>> poor = part.stock("poor-households", household, better=DOWN, en="Poor households", vi="Số hộ nghèo")
    >>> printed = part.cite(4969, "36.094 hộ nghèo")
    >>> start = part.at_beginning(poor, Value.exact("36094", household), Period.year(2016), printed)
    >>> start.id
    'poor-households.2016.beginning'
    """

    def __init__(self, *, document: str, place: str, period: Period, codes: tuple[str, ...] = ()) -> None:
        self.document = document
        self.place = place
        self.period = period
        self.codes = codes
        self.sections: list[Section] = []
        self.instruments: list[Instrument] = []
        self.indicators: list[Indicator] = []
        self.observations: list[Observation] = []
        self.targets: list[Target] = []
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []
        self.findings: list[Finding] = []
        self._taken: Counter[str] = Counter()

    # -- where

    def cite(self, start: int, printed: str, *, governed_by: Span | tuple[Span, ...] = ()) -> Citation:
        """Where a figure is printed: from ``start``, in just these characters."""
        return Citation(
            document=self.document,
            start=start,
            end=start + len(printed),
            printed=printed,
            governed_by=(governed_by,) if isinstance(governed_by, Span) else governed_by,
        )

    def word(self, start: int, printed: str) -> Span:
        """Distant words that govern figures, such as the *ước* at the head of a sentence."""
        return Span(start=start, end=start + len(printed), printed=printed)

    def section(
        self,
        id: str,  # noqa: A002  # the field's own name
        citation: Citation,
        *,
        en: str,
        vi: str,
        broader: Section | None = None,
        codes: tuple[str, ...] = (),
    ) -> Section:
        """A section, under its printed heading; what is recorded from here on belongs to it."""
        section = Section(
            id=id,
            name=Text(en=en, vi=vi),
            broader=Absent.NOT_APPLICABLE if broader is None else broader.id,
            codes=codes,
            citation=citation,
        )
        self.sections.append(section)
        return section

    def _section(self) -> str | Absent:
        return self.sections[-1].id if self.sections else Absent.NOT_STATED

    # -- what is measured

    def stock(self, id: str, unit: Unit, *, en: str, vi: str, **options: Unpack[IndicatorOptions]) -> Indicator:  # noqa: A002
        """An indicator of how many there are at a moment."""
        return self._indicator(id, unit, IndicatorKind.STOCK, en, vi, options)

    def flow(self, id: str, unit: Unit, *, en: str, vi: str, **options: Unpack[IndicatorOptions]) -> Indicator:  # noqa: A002
        """An indicator of how many came about over a period."""
        return self._indicator(id, unit, IndicatorKind.FLOW, en, vi, options)

    def rate(
        self,
        id: str,  # noqa: A002
        unit: Unit,
        *,
        of: Indicator | None = None,
        among: Indicator | None = None,
        en: str,
        vi: str,
        **options: Unpack[IndicatorOptions],
    ) -> Indicator:
        """An indicator that is a ratio: ``of`` stands above the stroke, ``among`` below it."""
        return self._indicator(id, unit, IndicatorKind.RATE, en, vi, options, of, among)

    def share(
        self,
        id: str,  # noqa: A002
        *,
        of: Indicator | None = None,
        among: Indicator | None = None,
        en: str,
        vi: str,
        **options: Unpack[IndicatorOptions],
    ) -> Indicator:
        """A rate in percent that lies within 0 and 100."""
        options.setdefault("bounds", _SHARE)
        return self._indicator(id, percent, IndicatorKind.RATE, en, vi, options, of, among)

    def _indicator(
        self,
        id: str,  # noqa: A002
        unit: Unit,
        kind: IndicatorKind,
        en: str,
        vi: str,
        options: IndicatorOptions,
        of: Indicator | None = None,
        among: Indicator | None = None,
    ) -> Indicator:
        indicator = Indicator(
            id=id,
            name=Text(en=en, vi=vi),
            unit=unit,
            kind=kind,
            better=options.get("better", Absent.NOT_STATED),
            bounds=options.get("bounds", NOT_NEGATIVE if unit.is_never_negative else UNBOUNDED),
            numerator=Absent.NOT_STATED if of is None else of.id,
            denominator=Absent.NOT_STATED if among is None else among.id,
            breakdowns=options.get("breakdowns", ()),
            section=self._section(),
            codes=options.get("codes", self.codes),
            note=options.get("note", Absent.NOT_APPLICABLE),
        )
        self.indicators.append(indicator)
        return indicator

    # -- what is stated

    def at(
        self, indicator: Indicator, value: Value, day: AsOf, citation: Citation, **options: Unpack[_ObservationOptions]
    ) -> Observation:
        """On a printed day."""
        return self._observe(indicator, value, day, TimeCollection.AT, citation, options)

    def at_beginning(
        self,
        indicator: Indicator,
        value: Value,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """At the beginning of a period: *đầu năm*."""
        return self._observe(indicator, value, period, TimeCollection.BEGINNING, citation, options)

    def at_end(
        self,
        indicator: Indicator,
        value: Value,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """At the end of a period: *cuối năm*, *đến hết năm*."""
        return self._observe(indicator, value, period, TimeCollection.END, citation, options)

    def within(
        self,
        indicator: Indicator,
        value: Value,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """At some moment of a period: *năm 2018*."""
        return self._observe(indicator, value, period, TimeCollection.WITHIN, citation, options)

    def total(
        self,
        indicator: Indicator,
        value: Value,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Summed over a period: *trong 3 năm*."""
        return self._observe(indicator, value, period, TimeCollection.TOTAL, citation, options)

    def to_date(
        self,
        indicator: Indicator,
        value: Value,
        period: Period,
        citation: Citation,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """Summed from the start of a period to a day that is not said: *đến nay*."""
        return self._observe(indicator, value, period, TimeCollection.TO_DATE, citation, options)

    def average(
        self,
        indicator: Indicator,
        value: Value,
        period: Period,
        citation: Citation,
        *,
        per: Frequency = Frequency.YEAR,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """The mean of a period's years (or months, or quarters): *bình quân mỗi năm*."""
        return self._observe(indicator, value, period, TimeCollection.AVERAGE, citation, options, per)

    def each(
        self,
        indicator: Indicator,
        value: Value,
        period: Period,
        citation: Citation,
        *,
        per: Frequency = Frequency.YEAR,
        **options: Unpack[_ObservationOptions],
    ) -> Observation:
        """So much in every year (or month, or quarter) of a period: *mỗi năm*, *hàng năm*."""
        return self._observe(indicator, value, period, TimeCollection.EACH, citation, options, per)

    def untimed(
        self, indicator: Indicator, value: Value, citation: Citation, **options: Unpack[_ObservationOptions]
    ) -> Observation:
        """Without a time of its own in print: the review's is assumed, and said to be.

        A flow is the total of the review's period, a stock or a rate that of its end.
        """
        whole = indicator.kind is IndicatorKind.FLOW
        options["basis"] = ASSUMED
        return self._observe(
            indicator,
            value,
            assumed_time(self.period, whole=whole),
            TimeCollection.TOTAL if whole else TimeCollection.END,
            citation,
            options,
        )

    def _observe(
        self,
        indicator: Indicator,
        value: Value,
        time: Time,
        collection: TimeCollection,
        citation: Citation,
        options: _ObservationOptions,
        per: Frequency | Absent = Absent.NOT_APPLICABLE,
    ) -> Observation:
        observation = Observation(
            id=self._id(indicator.id, time, collection.value),
            indicator=indicator.id,
            place=options.get("place", self.place),
            value=value,
            time=time,
            time_basis=options.get("basis", TimeBasis.STATED),
            time_collection=collection,
            per=per,
            statuses=_statuses(options),
            breakdown=options.get("breakdown", ()),
            lists=options.get("lists", ()),
            citation=citation,
            note=options.get("note", Absent.NOT_APPLICABLE),
        )
        self.observations.append(observation)
        return observation

    def target(
        self,
        indicator: Indicator,
        value: Value | Absent,
        time: Time | Absent,
        collection: TimeCollection | Absent,
        citation: Citation | Absent = Absent.NOT_STATED,
        *,
        per: Frequency | Absent = Absent.NOT_APPLICABLE,
        baseline: Observation | Absent = Absent.NOT_STATED,
        **options: Unpack[FigureOptions],
    ) -> Target:
        """What a plan wants; `Absent.NOT_STATED` for a plan that is mentioned without its number."""
        target = Target(
            id=self._id(indicator.id, time, "target"),
            indicator=indicator.id,
            place=options.get("place", self.place),
            value=value,
            time=time,
            basis=options.get("basis", TimeBasis.STATED),
            time_collection=collection,
            per=per,
            baseline=baseline if isinstance(baseline, Absent) else baseline.id,
            statuses=_statuses(options),
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
        **options: Unpack[FigureOptions],
    ) -> ChangeClaim:
        """How an indicator is said to have changed from one observation to another.

        The time is the span from the one to the other, unless it is given.
        """
        span = time if time is not None else _span(start, end)
        claim = ChangeClaim(
            id=self._id(indicator.id, span, "change"),
            indicator=indicator.id,
            start=start if isinstance(start, Absent) else start.id,
            end=end if isinstance(end, Absent) else end.id,
            value=value,
            **self._claimed(span, TimeBasis.STATED, citation, options),
        )
        self.claims.append(claim)
        return claim

    def attainment(
        self,
        actual: Observation,
        target: Target,
        value: Attainment,
        citation: Citation,
        **options: Unpack[FigureOptions],
    ) -> AttainmentClaim:
        """How far a plan is said to have been met; at the time of the figure that met it."""
        claim = AttainmentClaim(
            id=self._id(actual.indicator, actual.time, "attainment"),
            actual=actual.id,
            target=target.id,
            value=value,
            **self._claimed(actual.time, actual.time_basis, citation, options),
        )
        self.claims.append(claim)
        return claim

    def share_of(
        self, part: Observation, whole: Indicator, value: Value, citation: Citation, **options: Unpack[FigureOptions]
    ) -> ShareClaim:
        """What share of a whole a figure is said to be; at the time of that figure."""
        claim = ShareClaim(
            id=self._id(part.indicator, part.time, "share"),
            part=part.id,
            whole=whole.id,
            value=value,
            **self._claimed(part.time, part.time_basis, citation, options),
        )
        self.claims.append(claim)
        return claim

    def _claimed(self, time: Time, basis: TimeBasis, citation: Citation, options: FigureOptions) -> _Claimed:
        return _Claimed(
            place=options.get("place", self.place),
            time=time,
            basis=options.get("basis", basis),
            statuses=_statuses(options),
            citation=citation,
            note=options.get("note", Absent.NOT_APPLICABLE),
        )

    # -- what is no figure, and what is said in words

    def mention(
        self, kind: MentionKind, content: MentionContent, citation: Citation, *, note: Text | None = None
    ) -> Mention:
        """A number that is no figure."""
        mention = Mention(
            kind=kind, content=content, citation=citation, note=Absent.NOT_APPLICABLE if note is None else note
        )
        self.mentions.append(mention)
        return mention

    def instrument(
        self,
        id: str,  # noqa: A002
        kind: InstrumentKind,
        citation: Citation,
        *,
        date: AsOf | None = None,
        issuer: Text | None = None,
        subject: Text | None = None,
    ) -> Instrument:
        """A document that the review rests on, cited by its number where the review first names it."""
        instrument = Instrument(
            id=id,
            kind=kind,
            number=citation.printed,
            date=Absent.NOT_STATED if date is None else date.date,
            issuer=Absent.NOT_STATED if issuer is None else issuer,
            subject=Absent.NOT_STATED if subject is None else subject,
            citation=citation,
        )
        self.instruments.append(instrument)
        return instrument

    def finding(
        self,
        kind: FindingKind,
        start: int,
        end: int,
        *,
        en: str,
        vi: str,
        indicator: Indicator | None = None,
        direction: Direction | None = None,
    ) -> Finding:
        """A result, a difficulty or an action told in our words; the report's own stay where they are."""
        section = self._section()
        finding = Finding(
            id=self._number(f"{'review' if isinstance(section, Absent) else section}.{kind.value}"),
            kind=kind,
            text=Text(en=en, vi=vi),
            indicator=Absent.NOT_APPLICABLE if indicator is None else indicator.id,
            direction=Absent.NOT_APPLICABLE if direction is None else direction,
            document=self.document,
            start=start,
            end=end,
            section=section,
        )
        self.findings.append(finding)
        return finding

    # -- ids

    def _id(self, indicator: str, time: Time | Absent, what: str) -> str:
        return self._number(f"{indicator}.{what}" if isinstance(time, Absent) else f"{indicator}.{_label(time)}.{what}")

    def _number(self, name: str) -> str:
        self._taken[name] += 1
        return name if self._taken[name] == 1 else f"{name}.{self._taken[name]}"


def assemble(
    *parts: Part,
    id: str,  # noqa: A002
    title: Text,
    programme: Text,
    documents: Iterable[Document],
    units: Iterable[Unit] = (),
    note: Text | Absent = Absent.NOT_APPLICABLE,
) -> Review:
    """The review that parts make up, in their order; its place and period are those of the first.

    Raises:
        ReviewError: with everything in which they do not hold together.
    """
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
    estimated = (Status.ESTIMATED,) if options.get("estimated", False) else ()
    return (*estimated, *options.get("statuses", ()))


def _span(start: Observation | Absent, end: Observation | Absent) -> Time:
    """From the earlier of the two times to the later; of one, that one."""
    times = [item.time for item in (start, end) if not isinstance(item, Absent)]
    if not times:
        raise FieldError(
            "a change with neither end stated has no time",
            where="Part.change",
            expected="an observation, or the argument time",
        )
    days = [day for time in times for day in days_of(time)]
    return Period(start=min(days), end=max(days))


def _label(time: Time) -> str:
    """A time as ids have it: 2018, 2016-2018, 2018-s1."""
    if isinstance(time, Period) and (time.months or 1) % 12 == 0 and time.start.month == 1:
        first, last = time.start.year, time.end.year
        return str(first) if first == last else f"{first}-{last}"
    return str(time).lower()
