"""Strategies for the records of the model, each valid by itself."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final, TypedDict

from attrs import evolve
from hypothesis import strategies as st

from aseansc import errors as _errors
from aseansc.citations import Citation, Document, Span
from aseansc.claims import AttainmentClaim, ChangeClaim, Claim, ShareClaim
from aseansc.classifications import Classification, Code
from aseansc.codelists import Absent
from aseansc.findings import Finding, FindingKind, Instrument, InstrumentKind, Section
from aseansc.indicators import Breakdown, Direction, Indicator, IndicatorKind, PriceBasis, Statistic
from aseansc.intervals import NOT_NEGATIVE, UNBOUNDED, Interval
from aseansc.mentions import Mention, MentionContent, MentionKind
from aseansc.observations import Observation, Series, Status
from aseansc.periods import Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.strategies._composites import composite
from aseansc.strategies._details import absences, figure_details, file_details, hashes, locators, standards
from aseansc.strategies._quantities import attainments, changes, relative_changes, units, values
from aseansc.strategies._vocabulary import (
    NOT_APPLICABLE,
    NOT_STATED,
    as_ofs,
    identifiers,
    month_days,
    notes,
    periods,
    place_codes,
    scheme_codes,
    statuses,
    texts,
    times,
    times_of,
    timings,
    words,
)
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind, catalogue
from aseansc.values import Value
from aseansc.verification import Mismatch

_DURATIONS: Final = [unit for unit in catalogue() if unit.kind is UnitKind.DURATION]
_SHARE: Final = Interval(lower=0, upper=100)


# -- documents and citations


@composite
def documents(draw: st.DrawFn) -> Document:
    """Draw documents, with and without their optional fields."""
    return Document(
        id=draw(identifiers()),
        title=draw(words()),
        sha256=draw(hashes()),
        lang=draw(st.sampled_from(("vi", "en", "lo"))),
        date=draw(NOT_STATED | st.dates()),
        publisher=draw(NOT_STATED | words()),
        author=draw(NOT_STATED | words()),
        **draw(file_details()),
    )


@composite
def spans(draw: st.DrawFn) -> Span:
    """Draw spans at any position."""
    start, printed = draw(st.integers(0, 10**6)), draw(words())
    return Span(start=start, end=start + len(printed), printed=printed)


@composite
def citations(draw: st.DrawFn) -> Citation:
    """Draw citations, with and without governing words and a locator."""
    start, printed = draw(st.integers(0, 10**6)), draw(words())
    return Citation(
        document=draw(identifiers()),
        start=start,
        end=start + len(printed),
        printed=printed,
        governed_by=draw(st.lists(spans(), max_size=1)),
        locator=draw(locators()),
    )


@composite
def mentions(draw: st.DrawFn, *, kinds: st.SearchStrategy[MentionKind] | None = None) -> Mention:
    """Draw mentions of every kind, with matching content.

    Args:
        draw: supplied by Hypothesis.
        kinds: kinds to draw from.
    """
    kind = draw(kinds if kinds is not None else st.sampled_from(MentionKind))
    return Mention(kind=kind, content=draw(mention_contents(kind)), citation=draw(citations()), note=draw(notes()))


@cache
def mention_contents(kind: MentionKind) -> st.SearchStrategy[MentionContent]:
    """Draw content that is valid for a kind of mention."""
    in_time = values(units=st.sampled_from(_DURATIONS))
    by_kind: dict[MentionKind, st.SearchStrategy[MentionContent]] = {
        MentionKind.DATE: as_ofs() | periods() | month_days(),
        MentionKind.DOCUMENT_NUMBER: words(),
        MentionKind.ORDINAL: st.integers(0, 100),
        MentionKind.DURATION: in_time,
        MentionKind.AGE: in_time,
        MentionKind.NAME: words(),
    }
    return by_kind[kind]


# -- classifications


@composite
def codes(draw: st.DrawFn) -> Code:
    """Draw codes with every combination of validity dates."""
    valid_from = draw(NOT_STATED | st.dates())
    earliest = dt.date.min if isinstance(valid_from, Absent) else valid_from
    return Code(
        id=draw(st.from_regex(r"[A-Z](\.[0-9]){0,2}", fullmatch=True)),
        en=draw(words()),
        vi=draw(NOT_STATED | words()),
        broader=draw(NOT_APPLICABLE | st.just("Z")),
        successors=draw(st.lists(st.sampled_from(("Y.1", "Y.2")), max_size=2, unique=True)),
        valid_from=valid_from,
        valid_to=draw(NOT_APPLICABLE | NOT_STATED | st.dates(earliest)),
        verified=draw(st.booleans()),
    )


@composite
def classifications(draw: st.DrawFn) -> Classification:
    """Draw code lists that contain the broader codes and successors of their codes."""
    listed: list[Code] = []
    for number in range(draw(st.integers(0, 4))):
        above = draw(st.sampled_from([Absent.NOT_APPLICABLE, *(code.id for code in listed)]))
        listed.append(
            Code(
                id=f"C{number}",
                en=draw(words()),
                broader=above,
                successors=draw(st.sampled_from([(), *((code.id,) for code in listed)])),
                verified=draw(st.booleans()),
            )
        )
    return Classification(
        id=draw(st.from_regex(r"[A-Z]{1,4}-20[0-9]{2}", fullmatch=True)),
        version=draw(words()),
        en=draw(words()),
        vi=draw(NOT_STATED | words()),
        owner=draw(words()),
        source=draw(words()),
        codes=listed,
    )


# -- figures


@cache
def breakdowns() -> st.SearchStrategy[Breakdown]:
    """Draw breakdowns into one or more parts."""
    return st.builds(
        Breakdown,
        parts=st.lists(identifiers(), min_size=1, max_size=3, unique=True) | _CATEGORIES,
        complete=st.booleans(),
        disjoint=st.booleans(),
    )


class _Described(TypedDict):
    """Fields of an indicator, except its id and its references."""

    name: Text
    unit: Unit
    kind: IndicatorKind
    better: Direction | Absent
    bounds: Interval
    price_basis: PriceBasis | Absent
    price_period: Period | Absent
    base_period: Period | Absent
    standard: str | Absent
    net: bool
    statistic: Statistic | Absent
    codes: tuple[str, ...]
    note: Text | Absent


_BETTER: Final = NOT_STATED | NOT_APPLICABLE | st.sampled_from(Direction)
_PRICE_BASES: Final = NOT_STATED | st.sampled_from(PriceBasis)
_STATISTICS: Final = NOT_STATED | st.sampled_from(Statistic)


@composite
def described(draw: st.DrawFn, *, units: st.SearchStrategy[Unit]) -> _Described:
    """Draw the fields of an indicator in one of the units, except its id and its references."""
    unit = draw(units)
    is_rate = unit.kind in (UnitKind.SHARE, UnitKind.QUOTIENT)
    kind = IndicatorKind.RATE if is_rate else draw(st.sampled_from(IndicatorKind))
    basis: PriceBasis | Absent = Absent.NOT_APPLICABLE
    base: Period | Absent = Absent.NOT_APPLICABLE
    if unit.numerator.kind is UnitKind.MONEY:
        basis = draw(_PRICE_BASES)
        base = draw(NOT_STATED | periods()) if basis is PriceBasis.CONSTANT else base
    net = kind is IndicatorKind.FLOW and draw(st.booleans())
    return _Described(
        name=draw(texts()),
        unit=unit,
        kind=kind,
        better=draw(_BETTER),
        bounds=UNBOUNDED if net else draw(indicator_bounds(unit)),
        price_basis=basis,
        price_period=base,
        base_period=draw(NOT_APPLICABLE | NOT_STATED | periods()),
        standard=draw(standards()),
        net=net,
        statistic=draw(_STATISTICS),
        codes=draw(scheme_codes()),
        note=draw(notes()),
    )


@cache
def _other_indicators() -> st.SearchStrategy[str]:
    return identifiers().map(lambda other: f"{other}-x")  # never the indicator itself


@cache
def _other_or_none() -> st.SearchStrategy[str | Absent]:
    return NOT_STATED | _other_indicators()


@cache
def _breakdowns_of_others() -> st.SearchStrategy[list[Breakdown]]:
    parts = st.lists(_other_indicators(), min_size=1, max_size=3, unique=True) | _CATEGORIES
    return st.lists(st.builds(Breakdown, parts=parts, complete=st.booleans(), disjoint=st.booleans()), max_size=1)


_CATEGORIES: Final = st.sampled_from((["sex:female", "sex:male"], ["VN-ETHNIC:Thai"]))


class _Flows(TypedDict, total=False):
    """The fields of an indicator about the flows of a stock."""

    inflows: list[str]
    outflows: list[str]
    flows_complete: bool


@cache
def _flows_of_a_stock() -> st.SearchStrategy[_Flows]:
    names = st.lists(_other_indicators(), max_size=2, unique=True)
    return st.builds(_flows, names, names, st.booleans())


def _flows(into: list[str], out: list[str], complete: bool) -> _Flows:
    return _Flows(inflows=into, outflows=out, flows_complete=complete and bool(into or out))


@composite
def indicators(draw: st.DrawFn, *, units: st.SearchStrategy[Unit] | None = None) -> Indicator:
    """Draw indicators of every kind, with a structure that the kind allows.

    Args:
        draw: supplied by Hypothesis.
        units: units to draw from.
    """
    fields = draw(described(units=units if units is not None else _any_unit()))
    is_rate = fields["kind"] is IndicatorKind.RATE
    return Indicator(
        id=draw(identifiers()),
        numerator=draw(_other_or_none()) if is_rate else Absent.NOT_STATED,
        denominator=draw(_other_or_none()) if is_rate else Absent.NOT_STATED,
        breakdowns=draw(_breakdowns_of_others()),
        **(draw(_flows_of_a_stock()) if fields["kind"] is IndicatorKind.STOCK else _Flows()),
        structure_stated=draw(st.booleans()),
        section=draw(NOT_STATED | identifiers()),
        **fields,
    )


_any_unit: Final = units


@cache
def indicator_bounds(unit: Unit) -> st.SearchStrategy[Interval]:
    """Draw bounds that are plausible for an indicator in this unit."""
    bounds = [UNBOUNDED]
    if unit.is_never_negative:
        bounds.append(NOT_NEGATIVE)
    if unit.code == "percent":
        bounds.append(_SHARE)
    return st.sampled_from(bounds)


@composite
def observations(
    draw: st.DrawFn,
    *,
    values: st.SearchStrategy[Value] | None = None,
    collections: st.SearchStrategy[TimeCollection] | None = None,
) -> Observation:
    """Draw observations of any value at any time, some of them without a value.

    Args:
        draw: supplied by Hypothesis.
        values: values to draw from; every observation then has one.
        collections: time collections to draw from.
    """
    absent = draw(absences()) if values is None else ()
    return Observation(
        id=draw(identifiers()),
        indicator=draw(identifiers()),
        place=draw(place_codes()),
        value=Absent.NOT_STATED if absent else draw(values if values is not None else _any_value() | changes()),
        time_basis=draw(st.sampled_from(TimeBasis)),
        statuses=(*draw(statuses()), *absent),
        breakdown=draw(scheme_codes()),
        lists=draw(st.lists(words(), max_size=2, unique=True)),
        revises=draw(NOT_APPLICABLE | identifiers()),
        citation=draw(citations()),
        note=draw(notes()),
        **draw(figure_details()),
        **draw(timings(collections=collections)),
    )


_any_value: Final = values


@composite
def series(draw: st.DrawFn) -> Series:
    """Draw series of up to four observations, either all at moments or all with one other time collection."""
    points = draw(st.booleans())
    collection = draw(st.sampled_from([item for item in TimeCollection if item.is_point is points]))
    per = draw(st.sampled_from(Frequency)) if collection.is_repeated else Absent.NOT_APPLICABLE
    moments = st.sampled_from([item for item in TimeCollection if item.is_point])
    unit = draw(units())
    indicator, place, breakdown = draw(identifiers()), draw(place_codes()), draw(scheme_codes())
    found: list[Observation] = []
    for number in range(draw(st.integers(0, 4))):
        kind = draw(moments) if points else collection
        absent = draw(absences())
        found.append(
            Observation(
                id=f"observation-{number}",
                indicator=indicator,
                place=place,
                value=Absent.NOT_STATED if absent else draw(values(units=st.just(unit))),
                statuses=absent,
                time=draw(times_of(kind)),
                time_collection=kind,
                per=per,
                breakdown=breakdown,
                citation=draw(citations()),
            )
        )
    return Series(indicator=indicator, place=place, breakdown=breakdown, observations=found)


@composite
def targets(draw: st.DrawFn) -> Target:
    """Draw targets with and without a value or a change, a time, a baseline and a citation."""
    timeless = Target(
        id=draw(identifiers()),
        indicator=draw(identifiers()),
        place=draw(place_codes()),
        value=draw(NOT_STATED | st.just(Absent.QUALITATIVE) | values() | changes() | relative_changes()),
        time_basis=draw(st.sampled_from(TimeBasis)),
        breakdown=draw(scheme_codes()),
        baseline=draw(NOT_STATED | NOT_APPLICABLE | identifiers()),
        statuses=draw(statuses()),
        revises=draw(NOT_APPLICABLE | identifiers()),
        citation=draw(NOT_STATED | citations()),
        note=draw(notes()),
    )
    timing = draw(st.none() | timings())
    if timing is None:
        return timeless
    return evolve(timeless, time=timing["time"], time_collection=timing["time_collection"], per=timing["per"])


class Claimed(TypedDict):
    """The fields that all claims have."""

    id: str
    place: str
    time: Time
    time_basis: TimeBasis
    statuses: tuple[Status, ...]
    revises: str | Absent
    citation: Citation
    note: Text | Absent


@composite
def _claimed(draw: st.DrawFn) -> Claimed:
    return Claimed(
        id=draw(identifiers()),
        place=draw(place_codes()),
        time=draw(times()),
        time_basis=draw(st.sampled_from(TimeBasis)),
        statuses=draw(statuses()),
        revises=draw(NOT_APPLICABLE | identifiers()),
        citation=draw(citations()),
        note=draw(notes()),
    )


class Prices(TypedDict, total=False):
    """The prices of a change."""

    price_basis: PriceBasis | Absent
    price_period: Period | Absent


@composite
def prices(draw: st.DrawFn) -> Prices:
    """Draw the prices of a change, with a base period only for constant prices."""
    basis = draw(_PRICE_BASES)
    constant = basis is PriceBasis.CONSTANT
    return Prices(price_basis=basis, price_period=draw(NOT_STATED | periods()) if constant else Absent.NOT_STATED)


@composite
def change_claims(draw: st.DrawFn) -> ChangeClaim:
    """Draw claims of an absolute or relative change, with and without its start, its end and its prices."""
    return ChangeClaim(
        indicator=draw(identifiers()),
        start=draw(NOT_STATED | identifiers()),
        end=draw(NOT_STATED | identifiers()),
        value=draw(changes() | relative_changes()),
        **draw(prices()),
        **draw(_claimed()),
    )


@composite
def attainment_claims(draw: st.DrawFn) -> AttainmentClaim:
    """Draw claims of attainment, with and without the actual figure and the target."""
    return AttainmentClaim(
        actual=draw(NOT_STATED | identifiers()),
        target=draw(NOT_STATED | identifiers()),
        value=draw(attainments()),
        **draw(_claimed()),
    )


@composite
def share_claims(draw: st.DrawFn) -> ShareClaim:
    """Draw claims that a part is a share of a whole, in any unit."""
    return ShareClaim(
        part=draw(NOT_STATED | identifiers()), whole=draw(identifiers()), value=draw(values()), **draw(_claimed())
    )


@cache
def claims() -> st.SearchStrategy[Claim]:
    """Draw claims of every type."""
    return change_claims() | attainment_claims() | share_claims()


# -- sections, instruments and findings


@cache
def sections() -> st.SearchStrategy[Section]:
    """Draw sections with and without a broader one."""
    return st.builds(
        Section,
        id=identifiers(),
        name=texts(),
        broader=NOT_APPLICABLE | identifiers(),
        codes=scheme_codes(),
        citation=NOT_STATED | citations(),
    )


@cache
def instruments() -> st.SearchStrategy[Instrument]:
    """Draw instruments of every kind, with and without date, issuer, subject and citation."""
    return st.builds(
        Instrument,
        id=identifiers(),
        kind=st.sampled_from(InstrumentKind),
        number=words(),
        date=NOT_STATED | st.dates(),
        issuer=NOT_STATED | texts(),
        subject=NOT_STATED | texts(),
        citation=NOT_STATED | citations(),
    )


@composite
def findings(draw: st.DrawFn) -> Finding:
    """Draw findings of every kind, some with an indicator and a direction."""
    start = draw(st.integers(0, 10**6))
    indicator = draw(NOT_APPLICABLE | identifiers())
    return Finding(
        id=draw(identifiers()),
        kind=draw(st.sampled_from(FindingKind)),
        text=draw(texts()),
        indicator=indicator,
        direction=draw(
            NOT_APPLICABLE if isinstance(indicator, Absent) else NOT_APPLICABLE | st.sampled_from(Direction)
        ),
        document=draw(identifiers()),
        start=start,
        end=start + draw(st.integers(1, 1000)),
        section=draw(NOT_STATED | identifiers()),
    )


@composite
def mismatches(draw: st.DrawFn) -> Mismatch:
    """Draw differences between a review and a text."""
    start = draw(st.integers(0, 10**6))
    return Mismatch(
        where=draw(words()),
        document=draw(identifiers()),
        start=start,
        end=start + draw(st.integers(0, 100)),
        expected=draw(st.text(max_size=10)),
        found=draw(st.text(max_size=10)),
    )


_ERRORS: Final = [
    _errors.AseanscError,
    _errors.FieldError,
    _errors.FieldTypeError,
    _errors.ParseError,
    _errors.UnknownNameError,
    _errors.UnknownUnitError,
    _errors.OperandError,
    _errors.UndefinedResultError,
    _errors.DefinitionConflictError,
    _errors.ReviewError,
    _errors.MissingExtraError,
]


@composite
def errors(draw: st.DrawFn) -> _errors.AseanscError:
    """Draw errors of every class, with some of their fields."""
    return draw(st.sampled_from(_ERRORS))(
        draw(words()),
        where=draw(st.just("") | words()),
        got=draw(st.just(_errors.NOT_GIVEN) | st.none() | st.integers() | st.text(max_size=5)),
        expected=draw(st.just("") | words()),
        hint=draw(st.just("") | words()),
    )
