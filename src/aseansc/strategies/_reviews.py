"""Strategies for whole reviews: every reference resolves and every citation matches a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Final, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from aseansc.citations import Citation, Document, Span, sha256_of
from aseansc.claims import AttainmentClaim, ChangeClaim, Claim, ShareClaim
from aseansc.codelists import Absent
from aseansc.findings import Finding, FindingKind, Instrument, InstrumentKind, Section
from aseansc.indicators import Breakdown, Direction, Indicator, IndicatorKind
from aseansc.mentions import Mention, MentionKind
from aseansc.observations import Observation
from aseansc.periods import Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.reviews import Review, assumed_time
from aseansc.strategies._composites import composite
from aseansc.strategies._details import absences, figure_details, file_details, locators
from aseansc.strategies._quantities import attainments, changes, custom_units, relative_changes, values
from aseansc.strategies._records import Claimed, described, mention_contents, prices
from aseansc.strategies._vocabulary import (
    NOT_APPLICABLE,
    NOT_STATED,
    extras,
    notes,
    periods,
    scheme_codes,
    statuses,
    texts,
    times,
    times_of,
    words,
)
from aseansc.targets import Target
from aseansc.units import Unit, UnitKind, catalogue, percent, year
from aseansc.values import Change, RelativeChange, Value

_DOCUMENT: Final = "report"
_PLACE: Final = "VN-01"
_LEVELS: Final = [item for item in TimeCollection if item not in (TimeCollection.TOTAL, TimeCollection.TO_DATE)]
_DIRECTIONS: Final = NOT_APPLICABLE | st.sampled_from(Direction)
_FLOWS: Final = [item for item in TimeCollection if not item.is_point]


class _ReviewBuilder:
    """Builds a review and the text that it cites at the same time."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.governing: list[Span] = []
        self.figures: list[Citation] = []
        self.period = draw(periods(min_year=1990, max_year=2060))
        self.units: list[Unit] = draw(st.lists(custom_units(), max_size=2, unique_by=lambda unit: unit.code))
        self.known_units = self._known_units()
        self.sections: list[Section] = []
        self.instruments: list[Instrument] = []
        self.indicators: list[Indicator] = []
        self.observations: list[Observation] = []
        self.targets: list[Target] = []
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []
        self.findings: list[Finding] = []

    # -- the text

    def _print(self, printed: str) -> int:
        start = len(self.text) + 1
        self.text += f" {printed}"
        return start

    def cite(self) -> Citation:
        """Append words to the text and cite them, sometimes under a governing word."""
        governed_by: tuple[Span, ...] = ()
        if self.draw(st.booleans()):
            if not self.governing or self.draw(st.booleans()):
                start = self._print("ước")
                self.governing.append(Span(start=start, end=start + 3, printed="ước"))
            governed_by = (self.governing[-1],)
        printed = self.draw(words())
        start = self._print(printed)
        return Citation(
            document=_DOCUMENT,
            start=start,
            end=start + len(printed),
            printed=printed,
            governed_by=governed_by,
            locator=self.draw(locators()),
        )

    def figure(self) -> Citation:
        """Cite a figure; a mention may be nested in it."""
        self.figures.append(self.cite())
        return self.figures[-1]

    def mention_citation(self) -> Citation:
        """Cite a number that is not a figure, either separately or nested at the start of a figure."""
        inside = self.draw(st.booleans())
        if inside and self.figures:
            around = self.figures[-1]
            return evolve(around, end=around.start + 1, printed=around.printed[0], governed_by=())
        return self.cite()

    # -- units

    def _known_units(self) -> st.SearchStrategy[Unit]:
        """Draw units of the catalogue, custom units of the review, and quotients of both."""
        if not self.units:
            return _catalogued()
        own = st.sampled_from(self.units)
        return _catalogued() | own | own.map(_per_something)

    # -- records

    def add_indicator(self, number: int) -> None:
        draw = self.draw
        fields = draw(described(units=self.known_units))
        before = [indicator.id for indicator in self.indicators]
        is_rate = fields["kind"] is IndicatorKind.RATE
        parts = [item.id for item in self.indicators if item.unit.dimension == fields["unit"].dimension]
        broken_down = bool(parts) and draw(st.booleans())
        self.indicators.append(
            Indicator(
                id=f"indicator-{number}",
                section=draw(st.sampled_from([Absent.NOT_STATED, *(section.id for section in self.sections)])),
                numerator=draw(st.sampled_from([Absent.NOT_STATED, *before])) if is_rate else Absent.NOT_STATED,
                denominator=draw(st.sampled_from([Absent.NOT_STATED, *before])) if is_rate else Absent.NOT_STATED,
                breakdowns=(
                    (
                        Breakdown(
                            parts=draw(st.lists(st.sampled_from(parts), min_size=1, max_size=3, unique=True)),
                            complete=draw(st.booleans()),
                            disjoint=draw(st.booleans()),
                        ),
                    )
                    if broken_down
                    else ()
                ),
                **fields,
            )
        )

    def value_of(self, indicator: Indicator) -> Value | Change:
        """Draw a value within the bounds of an indicator; a change for a net flow."""
        if indicator.net:
            return self.draw(changes(units=st.just(indicator.unit)))
        bounded = indicator.bounds.upper is not None
        return self.draw(
            values(
                units=st.just(indicator.unit), never_negative=bounded, at_most=100 if bounded else None, computed=False
            )
        )

    def planned(self, indicator: Indicator) -> Value | Change | RelativeChange | Absent:
        """Draw the value of a target, or its planned change, which may be per year."""
        sort = self.draw(st.sampled_from(("absent", "value", "change", "relative change")))
        if sort == "absent":
            return self.draw(st.sampled_from((Absent.NOT_STATED, Absent.QUALITATIVE)))
        if sort == "value":
            return self.value_of(indicator)
        if sort == "relative change":
            return self.draw(relative_changes())
        unit = indicator.unit
        timeless = all(part.kind is not UnitKind.DURATION for part in unit.parts or (unit,))
        per_year = timeless and self.draw(st.booleans())
        return self.draw(changes(units=st.just(unit / year if per_year else unit)))

    def earlier(self, figures: Iterable[Observation | Target | Claim], of: object, place: str) -> str | Absent:
        """Draw one of the figures about the same indicator and place, or the absence of a revised figure."""
        same = [item.id for item in figures if _about(item) == of and item.place == place]
        return self.draw(st.sampled_from([Absent.NOT_APPLICABLE, *same]))

    def add_observation(self, number: int) -> None:
        draw = self.draw
        indicator = draw(st.sampled_from(self.indicators))
        place = draw(st.sampled_from((_PLACE, "VN")))
        absent = draw(absences())
        is_flow = indicator.kind is IndicatorKind.FLOW
        basis = draw(st.sampled_from(TimeBasis))
        collection = draw(st.sampled_from(_FLOWS if is_flow else _LEVELS))
        if basis is TimeBasis.ASSUMED:
            whole = is_flow or collection.is_repeated
            collection = collection if whole else TimeCollection.END
            time: Time = assumed_time(self.period, whole=whole)
        else:
            time = draw(times_of(collection))
        self.observations.append(
            Observation(
                id=f"observation-{number}",
                indicator=indicator.id,
                place=place,
                value=Absent.NOT_STATED if absent else self.value_of(indicator),
                time=time,
                time_basis=basis,
                time_collection=collection,
                per=draw(st.sampled_from(Frequency)) if collection.is_repeated else Absent.NOT_APPLICABLE,
                statuses=(*draw(statuses()), *absent),
                breakdown=draw(scheme_codes()),
                lists=draw(st.lists(words(), max_size=2, unique=True)),
                revises=self.earlier(self.observations, indicator.id, place),
                citation=self.figure(),
                note=draw(notes()),
                **draw(figure_details()),
            )
        )

    def add_target(self, number: int) -> None:
        draw = self.draw
        indicator = draw(st.sampled_from(self.indicators))
        baselines = [item.id for item in self.observations if item.indicator == indicator.id]
        time: Period | Absent = draw(NOT_STATED | periods())
        collection: TimeCollection | Absent = Absent.NOT_STATED
        if not isinstance(time, Absent):
            is_flow = indicator.kind is IndicatorKind.FLOW
            collection = TimeCollection.TOTAL if is_flow else TimeCollection.END
        self.targets.append(
            Target(
                id=f"target-{number}",
                indicator=indicator.id,
                place=_PLACE,
                value=self.planned(indicator),
                time=time,
                time_basis=draw(st.sampled_from(TimeBasis)),
                time_collection=collection,
                breakdown=draw(scheme_codes()),
                baseline=draw(st.sampled_from([Absent.NOT_STATED, Absent.NOT_APPLICABLE, *baselines])),
                statuses=draw(statuses()),
                revises=self.earlier(self.targets, indicator.id, _PLACE),
                citation=self.figure() if draw(st.booleans()) else Absent.NOT_STATED,
                note=draw(notes()),
            )
        )

    def add_claim(self, number: int) -> None:
        draw = self.draw
        indicator = draw(st.sampled_from(self.indicators))
        observed = [item for item in self.observations if item.indicator == indicator.id]
        start, end = (draw(_one_of(observed)) for _ in range(2))
        wholes = [item.id for item in self.indicators if item.id != indicator.id]
        if isinstance(start, Observation) and start.breakdown:
            wholes.append(indicator.id)  # a category in its own whole
        sort = draw(st.sampled_from(("change", "attainment", *(("share",) if wholes else ()))))
        common = Claimed(
            id=f"claim-{number}",
            place=_PLACE,
            time=draw(times()),
            time_basis=draw(st.sampled_from(TimeBasis)),
            revises=self.earlier(self.claims, indicator.id if sort == "change" else sort, _PLACE),
            citation=self.figure(),
            note=draw(notes()),
            statuses=draw(statuses()),
        )
        claim: Claim
        if sort == "change":
            claim = ChangeClaim(
                indicator=indicator.id,
                start=_id_of(start),
                end=_id_of(end),
                value=draw(changes(units=self.known_units) | relative_changes()),
                **draw(prices()),
                **common,
            )
        elif sort == "attainment":
            planned = [item for item in self.targets if item.indicator == indicator.id]
            claim = AttainmentClaim(
                actual=_id_of(start), target=_id_of(draw(_one_of(planned))), value=draw(attainments()), **common
            )
        else:
            claim = ShareClaim(
                part=_id_of(start),
                whole=draw(st.sampled_from(wholes)),
                value=draw(values(units=st.just(percent))),
                **common,
            )
        self.claims.append(claim)

    def add_mention(self) -> None:
        kind = self.draw(st.sampled_from(MentionKind))
        self.mentions.append(
            Mention(
                kind=kind,
                content=self.draw(mention_contents(kind)),
                citation=self.mention_citation(),
                note=self.draw(notes()),
            )
        )

    def add_finding(self, number: int) -> None:
        start = self._print("words")
        about = [indicator.id for indicator in self.indicators]
        has_indicator = bool(about) and self.draw(st.booleans())
        self.findings.append(
            Finding(
                id=f"finding-{number}",
                kind=self.draw(st.sampled_from(FindingKind)),
                text=self.draw(texts()),
                indicator=self.draw(st.sampled_from(about)) if has_indicator else Absent.NOT_APPLICABLE,
                direction=self.draw(_DIRECTIONS) if has_indicator else Absent.NOT_APPLICABLE,
                document=_DOCUMENT,
                start=start,
                end=start + 5,
                section=self.draw(st.sampled_from([Absent.NOT_STATED, *(section.id for section in self.sections)])),
            )
        )

    def add_section(self, number: int) -> None:
        above = [Absent.NOT_APPLICABLE, *(section.id for section in self.sections)]
        self.sections.append(
            Section(
                id=f"section-{number}",
                name=self.draw(texts()),
                broader=self.draw(st.sampled_from(above)),
                codes=self.draw(scheme_codes()),
                citation=self.cite() if self.draw(st.booleans()) else Absent.NOT_STATED,
            )
        )

    def add_instrument(self, number: int) -> None:
        self.instruments.append(
            Instrument(
                id=f"instrument-{number}",
                kind=self.draw(st.sampled_from(InstrumentKind)),
                number=self.draw(words()),
                date=self.draw(NOT_STATED | st.dates()),
                issuer=self.draw(NOT_STATED | texts()),
                subject=self.draw(NOT_STATED | texts()),
                citation=self.cite() if self.draw(st.booleans()) else Absent.NOT_STATED,
            )
        )

    def finish(self) -> tuple[Review, str]:
        """Return the review and the text that it cites."""
        document = Document(
            id=_DOCUMENT,
            title="Report",
            sha256=sha256_of(self.text),
            date=dt.date(2019, 11, 15),
            **self.draw(file_details()),
        )
        review = Review(
            id="review",
            title=self.draw(texts()),
            programme=self.draw(texts()),
            place=_PLACE,
            period=self.period,
            documents=[document],
            units=self.units,
            sections=self.sections,
            instruments=self.instruments,
            indicators=self.indicators,
            observations=self.observations,
            targets=self.targets,
            claims=self.claims,
            mentions=self.mentions,
            findings=self.findings,
            note=self.draw(NOT_APPLICABLE | texts()),
            extra=self.draw(extras()),
        )
        return review, self.text


Drawn = TypeVar("Drawn", Observation, Target)


def _one_of(figures: list[Drawn]) -> st.SearchStrategy[Drawn | Absent]:
    return st.sampled_from([Absent.NOT_STATED, *figures])


def _id_of(figure: Observation | Target | Absent) -> str | Absent:
    return figure if isinstance(figure, Absent) else figure.id


def _about(figure: Observation | Target | Claim) -> str:
    """Return what a figure and the figure that it revises have in common: the indicator, or the sort of claim."""
    if isinstance(figure, ShareClaim):
        return "share"
    return "attainment" if isinstance(figure, AttainmentClaim) else figure.indicator


_CATALOGUE: Final = catalogue()


@cache
def _catalogued() -> st.SearchStrategy[Unit]:
    """Draw units of the catalogue and quotients of them; percent often, because shares have bounds."""
    return st.sampled_from(_CATALOGUE) | st.sampled_from(_CATALOGUE).map(_per_something) | st.just(percent)


def _per_something(unit: Unit) -> Unit:
    """Return a quotient of a unit and a count."""
    below = next(part for part in _CATALOGUE if part.kind is UnitKind.COUNT and part.dimension != unit.dimension)
    return unit / below


@composite
def reviews_with_texts(draw: st.DrawFn, *, max_figures: int = 4) -> tuple[Review, str]:
    """Draw whole reviews, each with the text that it cites: ``review.verify(text)`` finds no mismatch.

    Args:
        draw: supplied by Hypothesis.
        max_figures: maximum number of observations, of targets and of claims.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(reviews_with_texts(max_figures=2))
    ... def test_every_citation_is_as_printed(drawn):
    ...     review, text = drawn
    ...     assert review.verify(text).mismatches == ()
    >>> test_every_citation_is_as_printed()
    """
    builder = _ReviewBuilder(draw)
    for number in range(draw(st.integers(0, 2))):
        builder.add_section(number)
    for number in range(draw(st.integers(0, 1))):
        builder.add_instrument(number)
    for number in range(draw(st.integers(0, 4))):
        builder.add_indicator(number)
    if builder.indicators:
        for number in range(draw(st.integers(0, max_figures))):
            builder.add_observation(number)
        for number in range(draw(st.integers(0, min(2, max_figures)))):
            builder.add_target(number)
        for number in range(draw(st.integers(0, min(2, max_figures)))):
            builder.add_claim(number)
    for _ in range(draw(st.integers(0, 2))):
        builder.add_mention()
    for number in range(draw(st.integers(0, 1))):
        builder.add_finding(number)
    return builder.finish()


@composite
def reviews(draw: st.DrawFn, *, max_figures: int = 4) -> Review:
    """Draw whole reviews of every valid shape, with citations and custom units, in which every reference resolves.

    Args:
        draw: supplied by Hypothesis.
        max_figures: maximum number of observations, of targets and of claims.
    """
    return draw(reviews_with_texts(max_figures=max_figures))[0]
