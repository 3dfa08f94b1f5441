"""What a figure of a review, or an extracted figure, states: the form in which both are compared with the text."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, final

from attrs import frozen

from aseansc._decimals import EXACT
from aseansc.codelists import Absent
from aseansc.indicators import IndicatorKind
from aseansc.observations import Observation, Status
from aseansc.periods import Frequency, Time, TimeBasis, TimeCollection
from aseansc.reviews import Figure, Review
from aseansc.targets import Target
from aseansc.units import Unit
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value
from aseansc.verification._claims import ExtractedFigure, ExtractedKind, kind_of
from aseansc.verification._unit_words import UnitWords, read_unit

Statement = Value | Change | RelativeChange | Attainment

_ONE: Final = Decimal(1)


@final
@frozen
class Stated:
    """What is stated. ``None`` means that it is not given and is not compared."""

    number: Decimal
    upper: Decimal | None = None
    is_range_known: bool = True
    """Whether a missing upper end states that there is no range."""
    resolution: Decimal | None = None
    """One step in the last digit, if it is known."""
    unit: Unit | None = None
    unit_words: str = ""
    """The words for a unit that the reader does not know."""
    given_unit: str = ""
    """The unit as it is given: a code or words."""
    qualifier: Qualifier | None = None
    kind: ExtractedKind | None = None
    is_change: bool = False
    is_flow: bool = False
    """Whether an increase may be recorded as an amount, because the indicator counts what is added."""
    statuses: tuple[Status, ...] | None = None
    is_plan: bool = False
    """Whether it is planned by its type."""
    governed_by: str = ""
    time: Time | None = None
    basis: TimeBasis | None = None
    collection: TimeCollection | None = None
    per: Frequency | None = None
    out_of: Decimal | None = None
    is_cited: bool = False
    """Whether it is a figure of a review: a person decided what it means, and cited which part of 36/108 it is."""

    @property
    def is_named(self) -> bool:
        """Whether more than a number says which figure it is: a unit, or the other end of a range."""
        return self.unit is not None or bool(self.unit_words) or self.upper is not None


def stated_by_figure(figure: Figure, review: Review) -> Stated | None:
    """Return what a figure of a review states, or ``None`` if it has no value."""
    value = figure.value
    if isinstance(value, Absent):
        return None
    time = getattr(figure, "time", None)
    collection, per = getattr(figure, "time_collection", None), getattr(figure, "per", None)
    citation = figure.citation
    words = () if isinstance(citation, Absent) else citation.governed_by
    return Stated(
        number=value.magnitude,
        upper=value.upper,
        resolution=value.resolution,
        unit=value.unit,
        qualifier=value.qualifier,
        kind=kind_of(value),
        is_change=not isinstance(value, Value),
        is_flow=_is_flow(figure, review),
        statuses=figure.statuses,
        is_plan=isinstance(figure, Target),
        governed_by=" ".join(word.printed for word in words),
        time=None if isinstance(time, Absent) else time,
        basis=figure.time_basis,
        collection=None if isinstance(collection, Absent) else collection,
        per=None if isinstance(per, Absent) else per,
        is_cited=True,
    )


def _is_flow(figure: Figure, review: Review) -> bool:
    return isinstance(figure, Observation | Target) and review.indicator(figure.indicator).kind is IndicatorKind.FLOW


def stated_by_claim(claim: ExtractedFigure, units: tuple[Unit, ...]) -> Stated:
    """Return what an extracted figure states, perhaps in a custom unit."""
    unit, factor, words = UnitWords(None) if claim.unit is None else read_unit(claim.unit, units)
    if claim.scale is not None:
        factor = EXACT.multiply(factor, claim.scale.factor)
    places = int(claim.number.as_tuple().exponent)
    return Stated(
        number=EXACT.multiply(claim.number, factor),
        resolution=EXACT.multiply(EXACT.scaleb(_ONE, places), factor) if places < 0 else None,
        # a range whose ends are the same is a number
        upper=None if claim.upper is None or claim.upper == claim.number else EXACT.multiply(claim.upper, factor),
        is_range_known=claim.qualifier is not None and claim.qualifier is not Qualifier.BETWEEN,
        unit=unit,
        unit_words=words,
        given_unit=claim.unit or "",
        qualifier=claim.qualifier,
        kind=claim.kind,
        is_change=claim.kind is not None and claim.kind in _CHANGES,
        statuses=claim.statuses,
        time=claim.time,
        out_of=claim.out_of,
    )


_CHANGES: Final = (ExtractedKind.CHANGE, ExtractedKind.POINTS, ExtractedKind.RELATIVE_CHANGE)
