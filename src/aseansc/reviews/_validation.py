"""Validation of a review as a whole: references, units, times and bounds; collects every problem."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.errors import (
    AseanscError,
    DefinitionConflictError,
    FieldError,
    OperandError,
    Suggestions,
    UnknownUnitError,
)
from aseansc.findings import Finding, Section
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.intervals import NOT_NEGATIVE, UNBOUNDED, Interval
from aseansc.mentions import Mention
from aseansc.observations import Observation, Status
from aseansc.periods import Period, TimeBasis, TimeCollection
from aseansc.targets import Target
from aseansc.units import Unit, UnitKind, catalogue, require_same_definition
from aseansc.values import Change, Qualifier, RelativeChange, Value, difference_unit, interval_in

if TYPE_CHECKING:
    from aseansc.reviews._review import Figure, Review


def problems_of(review: Review) -> list[AseanscError]:
    """Return all problems of a review, in the order of its records."""
    found: list[AseanscError] = []
    found += _repeated_ids(review)
    found += _dangling(review)
    found += _cycles(review)
    if found:
        return found  # the other checks follow references
    found += _units(review)
    for indicator in review.indicators:
        found += _breakdown_units(review, indicator)
        found += _flows(review, indicator)
    found += _observations(review)
    for target in review.targets:
        found += _target(review, target)
    for claim in review.claims:
        found += _claim(review, claim)
    found += _revisions(review)
    found += _overlaps(review)
    return found


def _where(record: object) -> str:
    """Return the location of a record in the review; only for errors, because there are many records."""
    if isinstance(record, Mention):
        # A mention has no id; its position distinguishes it from mentions with the same words.
        return f"Mention {record.citation.printed!r} at {record.citation.start}"
    return record if isinstance(record, str) else f"{type(record).__name__} {record.id!r}"  # type: ignore[attr-defined]


REPEATED_ID: Final = "the id is used twice"


def repeated_id(ident: str, other: str, record: str = "") -> FieldError:
    """Return the error for an id that another record already has.

    Args:
        ident: the id.
        other: the class of the other record.
        record: the record.
    """
    return FieldError(
        REPEATED_ID,
        record=record,
        got=ident,
        expected="a unique id",
        hint=f"It is the id of another {other}. Rename one, as in '{ident}.2'.",
    )


def _repeated_ids(review: Review) -> Iterator[AseanscError]:
    groups: tuple[Iterable[object], ...] = (
        review.indicators,
        (*review.observations, *review.targets, *review.claims),
        review.findings,
        review.instruments,
        review.documents,
        review.sections,
    )
    for group in groups:
        seen: dict[str, object] = {}
        for record in group:
            ident: str = record.id  # type: ignore[attr-defined]  # every record of these groups has one
            if ident in seen:
                yield repeated_id(ident, type(seen[ident]).__name__, record=_where(record))
            seen[ident] = record


_REFERENCES: Final[Mapping[type, tuple[tuple[str, str], ...]]] = {
    Section: (("broader", "section"),),
    Indicator: (
        ("section", "section"),
        ("numerator", "indicator"),
        ("denominator", "indicator"),
        ("breakdowns", "indicator"),
        ("inflows", "indicator"),
        ("outflows", "indicator"),
    ),
    Observation: (("indicator", "indicator"), ("revises", "observation")),
    Target: (("indicator", "indicator"), ("baseline", "observation"), ("revises", "target")),
    ChangeClaim: (("indicator", "indicator"), ("start", "observation"), ("end", "observation"), ("revises", "claim")),
    AttainmentClaim: (("actual", "observation"), ("target", "target"), ("revises", "claim")),
    ShareClaim: (("part", "observation"), ("whole", "indicator"), ("revises", "claim")),
    Finding: (("indicator", "indicator"), ("section", "section"), ("document", "document")),
}
"""The fields that name other records, and the kind of record that they name."""


def _dangling(review: Review) -> Iterator[AseanscError]:
    known = {
        "indicator": {indicator.id for indicator in review.indicators},
        "observation": {observation.id for observation in review.observations},
        "target": {target.id for target in review.targets},
        "claim": {claim.id for claim in review.claims},
        "section": {section.id for section in review.sections},
        "document": {document.id for document in review.documents},
    }
    suggestions = Suggestions()
    for record, field, kind, name in _unknown_references(review, known):
        yield suggestions.unknown_name(kind, name, known[kind], record=_where(record), field=field)


def _unknown_references(review: Review, known: Mapping[str, Collection[str]]) -> Iterator[tuple[object, str, str, str]]:
    """Yield a record, its field, the kind of record that the field names, and the id, for each id that is not known."""
    figures = (*review.observations, *review.targets, *review.claims)
    for record in (*review.sections, *review.indicators, *figures, *review.findings):
        for field, kind in _REFERENCES[type(record)]:
            value: str | tuple[Breakdown | str, ...] = getattr(record, field)  # or absent
            if value.__class__ is not Absent and value not in known[kind]:  # performance matters here
                yield from [(record, field, kind, name) for name in _names_in(value) if name not in known[kind]]
    documents = known["document"]
    for cited in (*figures, *review.sections, *review.instruments, *review.mentions):
        citation = cited.citation
        if not isinstance(citation, Absent) and citation.document not in documents:
            yield cited, "citation", "document", citation.document


def _names_in(items: str | tuple[Breakdown | str, ...]) -> list[str]:
    """Return the ids of the records that a field names, without the codes of categories."""
    if isinstance(items, str):
        return [items]
    names = [part for item in items for part in ((item,) if isinstance(item, str) else item.parts)]
    return [name for name in names if ":" not in name]


def _cycles(review: Review) -> Iterator[AseanscError]:
    broader = {section.id: (section.broader,) for section in review.sections if not isinstance(section.broader, Absent)}
    for cycle in _cycles_of(broader):
        yield FieldError(
            "sections contain each other in a cycle",
            record=f"Section {cycle[0]!r}",
            field="broader",
            got=_chain(cycle),
            expected="a hierarchy with a top section",
            hint="Remove the broader section of one of them.",
        )
    parts = {
        whole.id: tuple(dict.fromkeys(part for breakdown in whole.breakdowns for part in breakdown.parts))
        for whole in review.indicators
        if whole.breakdowns
    }
    for cycle in _cycles_of(parts):
        yield FieldError(
            "indicators are parts of each other in a cycle",
            record=f"Indicator {cycle[0]!r}",
            field="breakdowns",
            got=_chain(cycle),
            expected="parts that do not contain their whole",
            hint="Remove one of them from the breakdowns of another.",
        )


def _chain(cycle: list[str]) -> str:
    """Write a cycle as ``a -> b -> a``; shorten a long one in the middle."""
    names = [*cycle, cycle[0]]
    return " -> ".join(names if len(names) <= _LONGEST_CHAIN else [*names[:3], "…", *names[-2:]])


_LONGEST_CHAIN: Final = 6


def _cycles_of(links: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Yield a cycle for each group of names that have one, without recursion."""
    done: set[str] = set()
    for start in links:
        path = {} if start in done else {start: iter(links[start])}
        while path:
            name = next(reversed(path))
            step = next(path[name], None)
            if step is None:
                del path[name]
                done.add(name)
            elif step in path:
                names = list(path)
                yield names[names.index(step) :]
                done.update(names)
                break
            elif step in links and step not in done:
                path[step] = iter(links[step])


def _units(review: Review) -> Iterator[AseanscError]:
    known: dict[str, Unit] = {unit.code: unit for unit in catalogue()}
    declared: set[str] = set()
    for number, unit in enumerate(review.units):
        name = f"Review.units[{number}]"
        if unit.code in declared:
            yield FieldError(
                "the unit is declared twice",
                record=name,
                got=unit.code,
                expected="each unit once",
                hint="Remove one of them, or give it another code if it is a different unit.",
            )
            continue
        declared.add(unit.code)
        if unit.parts:
            yield FieldError(
                "a quotient must not be declared",
                record=name,
                got=unit.code,
                expected="a unit that is not a quotient",
                hint=f"Declare its parts that the catalogue lacks: {', '.join(part.code for part in unit.parts)}.",
            )
        yield from _check_definitions(unit, known, name, declare=True)
    used: list[tuple[object, Unit]] = [(indicator, indicator.unit) for indicator in review.indicators]
    figures = (*review.observations, *review.targets, *review.claims)
    used += [(figure, figure.value.unit) for figure in figures if not isinstance(figure.value, Absent)]
    used += [(mention, mention.content.unit) for mention in review.mentions if isinstance(mention.content, Value)]
    different = {id(unit): unit for _, unit in used}  # the figures share few units
    is_valid = not any(True for unit in different.values() for _ in _check_definitions(unit, known, unit.code))
    for record, unit in () if is_valid else used:
        yield from _check_definitions(unit, known, record)


def _check_definitions(
    unit: Unit, known: dict[str, Unit], record: object, *, declare: bool = False
) -> Iterator[AseanscError]:
    for part in unit.parts or (unit,):
        first = known.setdefault(part.code, part) if declare else known.get(part.code)
        if first is None:
            yield UnknownUnitError(
                "the unit is not declared",
                record=_where(record),
                got=part.code,
                expected="a unit of the catalogue or of the review",
                hint="Add it to the units of the review.",
            )
        elif first is not part:
            try:
                require_same_definition(first, part)
            except DefinitionConflictError as conflict:
                yield conflict


def _breakdown_units(review: Review, whole: Indicator) -> Iterator[AseanscError]:
    for breakdown in whole.breakdowns:
        for part in () if breakdown.is_of_categories else breakdown.parts:
            unit = review.indicator(part).unit
            if unit.dimension != whole.unit.dimension:
                yield FieldError(
                    "the units of a part and its whole do not convert to each other",
                    record=_where(whole),
                    field="breakdowns",
                    got=f"{part} in {unit.code}",
                    expected=f"a unit that converts to {whole.unit.code}",
                )


def _flows(review: Review, stock: Indicator) -> Iterator[AseanscError]:
    """Yield the problems of the flows that change a stock."""
    for field in ("inflows", "outflows"):
        for name in getattr(stock, field):
            flow = review.indicator(name)
            if flow.kind is not IndicatorKind.FLOW or flow.unit.dimension != stock.unit.dimension:
                yield FieldError(
                    "the indicator is not a flow that changes this stock",
                    record=_where(stock),
                    field=field,
                    got=f"{name}, a {flow.kind.value} in {flow.unit.code}",
                    expected=f"a flow in a unit that converts to {stock.unit.code}",
                )


def _observations(review: Review) -> Iterator[AseanscError]:
    assumed = TimeBasis.ASSUMED  # here and below, up to Python 3.11, it takes long to look up or hash a member
    indicators = {item.id: (item, tuple(_NOT_OF[item.kind])) for item in review.indicators}
    bounded = {item.id for item in review.indicators if item.bounds != UNBOUNDED}
    for observation in review.observations:
        (indicator, refused), value = indicators[observation.indicator], observation.value
        if observation.time_collection in refused:
            yield _wrong_collection(indicator, observation.time_collection, observation)
        if observation.time_basis is assumed:
            yield from _assumed(review, indicator, observation)
        if isinstance(value, Absent):
            continue
        if isinstance(value, Change) is not indicator.net or value.unit is not indicator.unit:
            yield from _kind_of_value(indicator, observation, value)
        elif indicator.id in bounded:
            yield from _bounds(indicator, observation, value)


def _kind_of_value(indicator: Indicator, observation: Observation, value: Value | Change) -> Iterator[AseanscError]:
    if isinstance(value, Change) is not indicator.net:
        yield FieldError(
            "a net flow is stated as a change" if indicator.net else "only a net flow is stated as a change",
            record=_where(observation),
            field="value",
            got=str(value),
            expected="a Change" if indicator.net else "a Value",
            hint=f"{indicator.id!r} is{'' if indicator.net else ' not'} declared net.",
        )
    elif value.unit.dimension != indicator.unit.dimension:
        yield FieldError(
            "the unit does not convert to the unit of the indicator",
            record=_where(observation),
            field="value",
            got=value.unit,
            expected=f"{indicator.unit.code}, the unit of {indicator.id!r}, or one that converts to it",
        )
    else:
        yield from _bounds(indicator, observation, value)


_NOT_OF: Final = {
    IndicatorKind.FLOW: frozenset(collection for collection in TimeCollection if collection.is_point),
    IndicatorKind.STOCK: frozenset((TimeCollection.TOTAL, TimeCollection.TO_DATE)),
    IndicatorKind.RATE: frozenset((TimeCollection.TOTAL, TimeCollection.TO_DATE)),
}
"""The time collections that a figure of each kind of indicator cannot have."""


def _wrong_collection(indicator: Indicator, collection: TimeCollection, record: Observation | Target) -> AseanscError:
    """Return the error for a time collection of `_NOT_OF`."""
    if indicator.kind is IndicatorKind.FLOW:
        return FieldError(
            "a flow cannot have a value at a moment",
            record=_where(record),
            field="time_collection",
            got=collection,
            expected="total, average, each or to_date",
            hint=f"{indicator.id!r} is a flow. If it has values at a moment, its kind must be stock.",
        )
    return FieldError(
        f"a {indicator.kind.value} cannot be summed over time",
        record=_where(record),
        field="time_collection",
        got=collection,
        expected="at, beginning, end, within, average or each",
        hint=f"{indicator.id!r} is a {indicator.kind.value}. If it can be summed over time, its kind must be flow.",
    )


def assumed_time(review_period: Period, *, whole: bool) -> Period:
    """Return the time that is assumed for a figure whose time is not printed.

    Args:
        review_period: the period of the review.
        whole: whether to assume the whole period, as for flows and for amounts per month, quarter or year; otherwise,
            the part of its last calendar year that is in the period.
    """
    if whole:
        return review_period
    first_of_year = review_period.end.replace(month=1, day=1)
    return Period(start=max(first_of_year, review_period.start), end=review_period.end)


def _assumed(review: Review, indicator: Indicator, observation: Observation) -> Iterator[AseanscError]:
    collection = observation.time_collection
    whole = indicator.kind is IndicatorKind.FLOW or collection.is_repeated
    expected = assumed_time(review.period, whole=whole)
    if observation.time != expected or (not whole and collection is not TimeCollection.END):
        yield FieldError(
            "the assumed time does not follow from the period of the review",
            record=_where(observation),
            field="time",
            got=f"{collection.value} of {observation.time}",
            expected=f"{expected}" if whole else f"end of {expected}",
            hint="If the text states the time, its basis is stated or carried, not assumed.",
        )


def _bounds(indicator: Indicator, observation: Observation, value: Value | Change) -> Iterator[AseanscError]:
    if value.unit is not indicator.unit and value.unit != indicator.unit:
        value = value.to(indicator.unit)
    if value.qualifier in _STATED:  # the printed numbers must be within the bounds
        fits = all(indicator.bounds.contains(end) for end in (value.magnitude, value.upper) if end is not None)
    else:
        fits = possible(observation, indicator, indicator.unit, value).overlaps(indicator.bounds)
    if not fits:
        yield FieldError(
            "the value is outside the bounds of its indicator",
            record=_where(observation),
            field="value",
            got=str(observation.value),
            expected=f"within {indicator.bounds} {indicator.unit.code}",
        )


_STATED: Final = (Qualifier.EXACT, Qualifier.BETWEEN)


_ROUNDED: Final = frozenset((Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST))


def possible(observation: Observation, indicator: Indicator, unit: Unit, value: Value | Change) -> Interval:
    """Return the possible values of an observation, without the bounds of its indicator.

    A count in full digits is exact: a point, or the printed range. It may be rounded to a whole number, and is widened
    by one half on both sides, if it is a rate (such as 4 persons per household), an average or an amount per period
    (``each``), or an estimated, provisional or forecast figure. Negative values are excluded if the unit cannot be
    negative and the figure is not a net flow.
    """
    interval = value.interval()
    may_be_rounded = (
        (indicator.kind is IndicatorKind.RATE and unit.kind is not UnitKind.RANK)
        or observation.time_collection.is_repeated
        or not _ROUNDED.isdisjoint(observation.statuses)
    )
    if not may_be_rounded or not value.is_count:
        return interval
    interval = interval + _ROUNDING
    return interval.intersection(NOT_NEGATIVE) if unit.is_never_negative and value.__class__ is Value else interval


def possible_within_bounds(observation: Observation, indicator: Indicator, value: Value | Change) -> Interval:
    """Return the possible values of an observation in its unit; see `Review.interval`."""
    interval = possible(observation, indicator, value.unit, value)
    if indicator.bounds.lower is None and indicator.bounds.upper is None:
        return interval
    return interval.intersection(interval_in(indicator.bounds, indicator.unit, value.unit))


_ROUNDING: Final = Interval(lower="-0.5", upper="0.5")


def _target(review: Review, target: Target) -> Iterator[AseanscError]:
    indicator = review.indicator(target.indicator)
    collection = target.time_collection
    if not isinstance(collection, Absent) and collection in _NOT_OF[indicator.kind]:
        yield _wrong_collection(indicator, collection, target)
    if isinstance(target.value, Change | RelativeChange):
        yield from _planned_change(indicator, target.value, _where(target))
    elif indicator.net and not isinstance(target.value, Absent):
        yield FieldError(
            "a net flow is stated as a change",
            record=_where(target),
            field="value",
            got=str(target.value),
            expected="a Change or a RelativeChange",
            hint=f"{indicator.id!r} is declared net.",
        )
    elif not isinstance(target.value, Absent) and target.value.unit != indicator.unit:
        yield FieldError(
            "the target is not in the unit of its indicator",
            record=_where(target),
            field="value",
            got=target.value.unit,
            expected=repr(indicator.unit),
            hint=f"Convert the value to {indicator.unit.code}.",
        )
    if not isinstance(target.baseline, Absent) and review.observation(target.baseline).indicator != target.indicator:
        yield _wrong_indicator(target, "baseline", target.baseline, target.indicator)


def _planned_change(indicator: Indicator, value: Change | RelativeChange, record: str) -> Iterator[AseanscError]:
    """Check that a planned difference is in the unit of the differences of the indicator, perhaps per period."""
    if isinstance(value, RelativeChange) or (indicator.net and value.unit.dimension == indicator.unit.dimension):
        return  # the second is the level of a net flow
    wanted = difference_unit(indicator.unit)
    own, level = _dimensions(value.unit.denominators), _dimensions(wanted.denominators)
    per = [unit.kind for unit in value.unit.denominators if unit.dimension not in level]
    is_same = value.unit.numerator.dimension == wanted.numerator.dimension and level <= own
    if not is_same or per not in ([], [UnitKind.DURATION]):
        yield FieldError(
            "the planned change is not in the unit of its indicator",
            record=record,
            field="value",
            got=value.unit,
            expected=f"{wanted!r}, or {wanted.code} per year, quarter or month",
        )


def _dimensions(units: Iterable[Unit]) -> set[str]:
    return {unit.dimension for unit in units}


def _revisions(review: Review) -> Iterator[AseanscError]:
    """Yield a problem for each cycle of revisions, and each figure that revises one of another indicator or place."""
    groups: tuple[tuple[Figure, ...], ...] = (review.observations, review.targets, review.claims)
    for group in groups:
        revising = [figure for figure in group if not isinstance(figure.revises, Absent)]
        if revising:
            yield from _wrong_revisions({figure.id: figure for figure in group}, revising)


def _wrong_revisions(figures: Mapping[str, Figure], revising: Iterable[Figure]) -> Iterator[AseanscError]:
    for cycle in _cycles_of({new.id: (new.revises,) for new in revising}):
        yield FieldError(
            "figures revise each other in a cycle",
            record=_where(figures[cycle[0]]),
            field="revises",
            got=_chain(cycle),
            expected="a figure that revises an earlier one",
            hint="Remove `revises` from the first of them.",
        )
    for new in revising:
        old = figures[new.revises]
        if getattr(new, "indicator", "") != getattr(old, "indicator", "") or new.place != old.place:
            yield FieldError(
                "a figure revises one of another indicator or place",
                record=_where(new),
                field="revises",
                got=new.revises,
                expected="a figure of the same indicator and place",
            )


def _claim(review: Review, claim: ChangeClaim | AttainmentClaim | ShareClaim) -> Iterator[AseanscError]:
    if isinstance(claim, ChangeClaim):
        for name, end in (("start", claim.start), ("end", claim.end)):
            if not isinstance(end, Absent) and review.observation(end).indicator != claim.indicator:
                yield _wrong_indicator(claim, name, end, claim.indicator)
    elif isinstance(claim, AttainmentClaim):
        if isinstance(claim.actual, Absent) or isinstance(claim.target, Absent):
            return
        wanted = review.target(claim.target).indicator
        if review.observation(claim.actual).indicator != wanted:
            yield _wrong_indicator(claim, "actual", claim.actual, wanted)
    elif not isinstance(claim.part, Absent) and _is_whole(review.observation(claim.part), claim.whole):
        yield FieldError(
            "the part and the whole are the same indicator",
            record=_where(claim),
            field="whole",
            got=claim.whole,
            expected="another indicator, or a part that is limited to a category",
        )


def _is_whole(part: Observation, whole: str) -> bool:
    """Return whether a figure is the whole itself and not one of its categories, such as the women among them."""
    return part.indicator == whole and not part.breakdown


def _wrong_indicator(record: object, field: str, ident: str, indicator: str) -> AseanscError:
    return OperandError(
        "the observation belongs to another indicator",
        record=_where(record),
        field=field,
        got=ident,
        expected=f"an observation of {indicator!r}",
    )


def _overlaps(review: Review) -> Iterator[AseanscError]:
    """Yield a problem for each citation that overlaps another without one containing the other."""
    cited = (*review.observations, *review.targets, *review.claims, *review.mentions)
    spans = [
        (citation.document, citation.start, -citation.end, number)
        for number, record in enumerate(cited)
        if not isinstance(citation := record.citation, Absent)
    ]
    spans.sort()
    around: list[tuple[str, int, object]] = []
    for document, start, minus_end, number in spans:
        while around and (around[-1][0] != document or around[-1][1] <= start):
            around.pop()
        if around and -minus_end > around[-1][1]:
            yield FieldError(
                "two citations overlap, and neither contains the other",
                record=_where(cited[number]),
                got=(start, -minus_end),
                expected=f"an end at most at {around[-1][1]}, that of {_where(around[-1][2])}",
            )
            continue
        around.append((document, -minus_end, cited[number]))
