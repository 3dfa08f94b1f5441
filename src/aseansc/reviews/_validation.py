"""Validation of a review as a whole: references, units, times and bounds; collects every problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from aseansc.citations import Citation
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
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import NOT_NEGATIVE, Interval, interval_of
from aseansc.mentions import Mention
from aseansc.observations import Observation
from aseansc.periods import Period, TimeBasis, TimeCollection
from aseansc.targets import Target
from aseansc.units import Unit, catalogue, require_same_definition
from aseansc.values import Qualifier, Value

if TYPE_CHECKING:
    from aseansc.reviews._review import Figure, Review

_NOT_OF_LEVELS: Final = (TimeCollection.TOTAL, TimeCollection.TO_DATE)


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
    for observation in review.observations:
        found += _observation(review, observation)
    for target in review.targets:
        found += _target(review, target)
    for claim in review.claims:
        found += _claim(review, claim)
    found += _overlaps(review)
    return found


def _where(record: object) -> str:
    return f"{type(record).__name__} {getattr(record, 'id', '')!r}"


def _where_of_mention(mention: Mention) -> str:
    # A mention has no id; its position distinguishes it from mentions with the same words.
    return f"Mention {mention.citation.printed!r} at {mention.citation.start}"


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
                yield FieldError(
                    "the id is used twice",
                    where=_where(record),
                    got=ident,
                    expected="a unique id",
                    hint=f"It is the id of another {type(seen[ident]).__name__}. Rename one, as in '{ident}.2'.",
                )
            seen[ident] = record


def _dangling(review: Review) -> Iterator[AseanscError]:
    indicators = {indicator.id for indicator in review.indicators}
    observations = {observation.id for observation in review.observations}
    targets = {target.id for target in review.targets}
    sections = {section.id for section in review.sections}
    documents = {document.id for document in review.documents}

    suggestions = Suggestions()

    def check(record: object, field: str, kind: str, name: str | Absent, known: set[str]) -> Iterator[AseanscError]:
        if not isinstance(name, Absent) and name not in known:
            yield suggestions.unknown_name(kind, name, known, where=f"{_where(record)}, {field}")

    for section in review.sections:
        yield from check(section, "broader", "section", section.broader, sections)
    for indicator in review.indicators:
        yield from check(indicator, "section", "section", indicator.section, sections)
        yield from check(indicator, "numerator", "indicator", indicator.numerator, indicators)
        yield from check(indicator, "denominator", "indicator", indicator.denominator, indicators)
        for breakdown in indicator.breakdowns:
            for part in breakdown.parts:
                yield from check(indicator, "breakdowns", "indicator", part, indicators)
    for observation in review.observations:
        yield from check(observation, "indicator", "indicator", observation.indicator, indicators)
    for target in review.targets:
        yield from check(target, "indicator", "indicator", target.indicator, indicators)
        yield from check(target, "baseline", "observation", target.baseline, observations)
    for claim in review.claims:
        if isinstance(claim, ChangeClaim):
            yield from check(claim, "indicator", "indicator", claim.indicator, indicators)
            yield from check(claim, "start", "observation", claim.start, observations)
            yield from check(claim, "end", "observation", claim.end, observations)
        elif isinstance(claim, AttainmentClaim):
            yield from check(claim, "actual", "observation", claim.actual, observations)
            yield from check(claim, "target", "target", claim.target, targets)
        else:
            yield from check(claim, "part", "observation", claim.part, observations)
            yield from check(claim, "whole", "indicator", claim.whole, indicators)
    for finding in review.findings:
        yield from check(finding, "indicator", "indicator", finding.indicator, indicators)
        yield from check(finding, "section", "section", finding.section, sections)
        yield from check(finding, "document", "document", finding.document, documents)
    for where, citation in _citations(review):
        if citation.document not in documents:
            yield suggestions.unknown_name("document", citation.document, documents, where=f"{where}, citation")


def _cycles(review: Review) -> Iterator[AseanscError]:
    broader = {
        section.id: () if isinstance(section.broader, Absent) else (section.broader,) for section in review.sections
    }
    for cycle in _cycles_of(broader):
        yield FieldError(
            "sections contain each other in a cycle",
            where=f"Section {cycle[0]!r}, broader",
            got=_chain(cycle),
            expected="a hierarchy with a top section",
            hint="Remove the broader section of one of them.",
        )
    parts = {
        whole.id: tuple(dict.fromkeys(part for breakdown in whole.breakdowns for part in breakdown.parts))
        for whole in review.indicators
    }
    for cycle in _cycles_of(parts):
        yield FieldError(
            "indicators are parts of each other in a cycle",
            where=f"Indicator {cycle[0]!r}, breakdowns",
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
    """Yield the first cycle found from each start, without recursion."""
    done: set[str] = set()
    for start in links:
        path = [] if start in done else [(start, iter(links[start]))]
        on_path = {name for name, _ in path}
        reported = False
        while path:
            name, following = path[-1]
            step = next(following, None)
            if step is None:
                path.pop()
                on_path.discard(name)
                done.add(name)
            elif step in on_path:
                if not reported:
                    names = [name for name, _ in path]
                    yield names[names.index(step) :]
                reported = True
            elif step not in done and step in links:
                path.append((step, iter(links[step])))
                on_path.add(step)


def _citations(review: Review) -> Iterator[tuple[str, Citation]]:
    """Yield each citation of a figure, mention, section or instrument, with its location in the review."""
    for record in (*review.observations, *review.targets, *review.claims, *review.sections, *review.instruments):
        if not isinstance(record.citation, Absent):
            yield _where(record), record.citation
    for mention in review.mentions:
        yield _where_of_mention(mention), mention.citation


def _units(review: Review) -> Iterator[AseanscError]:
    known: dict[str, Unit] = {unit.code: unit for unit in catalogue()}
    declared: set[str] = set()
    for number, unit in enumerate(review.units):
        where = f"Review.units[{number}]"
        if unit.code in declared:
            yield FieldError(
                "the unit is declared twice",
                where=where,
                got=unit.code,
                expected="each unit once",
                hint="Remove one of them, or give it another code if it is a different unit.",
            )
            continue
        declared.add(unit.code)
        if unit.parts:
            yield FieldError(
                "a quotient must not be declared",
                where=where,
                got=unit.code,
                expected="a unit that is not a quotient",
                hint=f"Declare its parts that the catalogue lacks: {', '.join(part.code for part in unit.parts)}.",
            )
        yield from _check_definitions(unit, known, where, declare=True)
    for indicator in review.indicators:
        yield from _check_definitions(indicator.unit, known, _where(indicator))
    for figure in (*review.observations, *review.targets, *review.claims):
        if not isinstance(figure.value, Absent):
            yield from _check_definitions(figure.value.unit, known, _where(figure))
    for mention in review.mentions:
        if isinstance(mention.content, Value):
            yield from _check_definitions(mention.content.unit, known, _where_of_mention(mention))


def _check_definitions(
    unit: Unit, known: dict[str, Unit], where: str, *, declare: bool = False
) -> Iterator[AseanscError]:
    for part in unit.parts or (unit,):
        first = known.get(part.code)
        if first is None:
            if declare:
                known[part.code] = part
            else:
                yield UnknownUnitError(
                    "the unit is not declared",
                    where=where,
                    got=part.code,
                    expected="a unit of the catalogue or of the review",
                    hint="Add it to the units of the review.",
                )
        else:
            try:
                require_same_definition(first, part)
            except DefinitionConflictError as conflict:
                yield conflict


def _breakdown_units(review: Review, whole: Indicator) -> Iterator[AseanscError]:
    for breakdown in whole.breakdowns:
        for part in breakdown.parts:
            unit = review.indicator(part).unit
            if unit.dimension != whole.unit.dimension:
                yield FieldError(
                    "the units of a part and its whole do not convert to each other",
                    where=f"{_where(whole)}, breakdowns",
                    got=f"{part} in {unit.code}",
                    expected=f"a unit that converts to {whole.unit.code}",
                )


def _observation(review: Review, observation: Observation) -> Iterator[AseanscError]:
    indicator = review.indicator(observation.indicator)
    where = _where(observation)
    yield from _collection(indicator, observation.time_collection, where)
    yield from _assumed(review, indicator, observation, where)
    if observation.value.unit.dimension != indicator.unit.dimension:
        yield FieldError(
            "the unit does not convert to the unit of the indicator",
            where=where,
            got=observation.value.unit,
            expected=f"{indicator.unit!r}, the unit of {indicator.id!r}, or one that converts to it",
        )
    else:
        yield from _bounds(indicator, observation, where)


def _collection(indicator: Indicator, collection: TimeCollection, where: str) -> Iterator[AseanscError]:
    if indicator.kind is IndicatorKind.FLOW:
        if collection.is_point:
            yield FieldError(
                "a flow cannot have a value at a moment",
                where=f"{where}, time_collection",
                got=collection,
                expected="total, average, each or to_date",
                hint=f"{indicator.id!r} is a flow. If it has values at a moment, its kind must be stock.",
            )
    elif collection in _NOT_OF_LEVELS:
        yield FieldError(
            f"a {indicator.kind.value} cannot be summed over time",
            where=f"{where}, time_collection",
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


def _assumed(review: Review, indicator: Indicator, observation: Observation, where: str) -> Iterator[AseanscError]:
    if observation.time_basis is not TimeBasis.ASSUMED:
        return
    collection = observation.time_collection
    whole = indicator.kind is IndicatorKind.FLOW or collection.is_repeated
    expected = assumed_time(review.period, whole=whole)
    if observation.time != expected or (not whole and collection is not TimeCollection.END):
        yield FieldError(
            "the assumed time does not follow from the period of the review",
            where=f"{where}, time",
            got=f"{collection.value} of {observation.time}",
            expected=f"{expected}" if whole else f"end of {expected}",
            hint="If the text states the time, its basis is stated or carried, not assumed.",
        )


def _bounds(indicator: Indicator, observation: Observation, where: str) -> Iterator[AseanscError]:
    value = observation.value
    if value.unit != indicator.unit:
        value = value.to(indicator.unit)
    if value.qualifier in _STATED:  # the printed numbers must be within the bounds
        fits = all(indicator.bounds.contains(end) for end in (value.magnitude, value.upper) if end is not None)
    else:
        fits = possible(observation, indicator, indicator.unit, value).overlaps(indicator.bounds)
    if not fits:
        yield FieldError(
            "the value is outside the bounds of its indicator",
            where=f"{where}, value",
            got=str(observation.value),
            expected=f"within {indicator.bounds} {indicator.unit.code}",
        )


_STATED: Final = (Qualifier.EXACT, Qualifier.BETWEEN)


def possible(observation: Observation, indicator: Indicator, unit: Unit, value: Value) -> Interval:
    """Return the possible values of an observation, without the bounds of its indicator.

    A count printed in full digits is exact (a point, or the printed range), unless it is a rate (such as 4 persons per
    household), an average or an amount per period (``each``). Negative values are excluded if the unit cannot be
    negative.
    """
    full = (
        unit.is_whole
        and indicator.kind is not IndicatorKind.RATE
        and value.qualifier in _STATED
        and value.resolution == 1
        and not observation.time_collection.is_repeated
    )
    if full:
        high = value.magnitude if value.upper is None else value.upper
        return interval_of(value.magnitude, high, False, False)
    interval = value.interval()
    return interval.intersection(NOT_NEGATIVE) if unit.is_never_negative else interval


def _target(review: Review, target: Target) -> Iterator[AseanscError]:
    indicator = review.indicator(target.indicator)
    where = _where(target)
    if not isinstance(target.time_collection, Absent):
        yield from _collection(indicator, target.time_collection, where)
    if not isinstance(target.value, Absent) and target.value.unit != indicator.unit:
        yield FieldError(
            "the target is not in the unit of its indicator",
            where=f"{where}, value",
            got=target.value.unit,
            expected=repr(indicator.unit),
            hint=f"Convert the value to {indicator.unit.code}.",
        )
    if not isinstance(target.baseline, Absent) and review.observation(target.baseline).indicator != target.indicator:
        yield _wrong_indicator(f"{where}, baseline", target.baseline, target.indicator)


def _claim(review: Review, claim: ChangeClaim | AttainmentClaim | ShareClaim) -> Iterator[AseanscError]:
    where = _where(claim)
    if isinstance(claim, ChangeClaim):
        for name, end in (("start", claim.start), ("end", claim.end)):
            if not isinstance(end, Absent) and review.observation(end).indicator != claim.indicator:
                yield _wrong_indicator(f"{where}, {name}", end, claim.indicator)
    elif isinstance(claim, AttainmentClaim):
        if isinstance(claim.actual, Absent) or isinstance(claim.target, Absent):
            return
        wanted = review.target(claim.target).indicator
        if review.observation(claim.actual).indicator != wanted:
            yield _wrong_indicator(f"{where}, actual", claim.actual, wanted)
    elif not isinstance(claim.part, Absent) and review.observation(claim.part).indicator == claim.whole:
        yield FieldError(
            "the part and the whole are the same indicator",
            where=f"{where}, whole",
            got=claim.whole,
            expected="another indicator",
        )


def _wrong_indicator(where: str, ident: str, indicator: str) -> AseanscError:
    return OperandError(
        "the observation belongs to another indicator",
        where=where,
        got=ident,
        expected=f"an observation of {indicator!r}",
    )


def _overlaps(review: Review) -> Iterator[AseanscError]:
    """Yield a problem for each citation that overlaps another without one containing the other."""
    figures: tuple[Figure, ...] = (*review.observations, *review.targets, *review.claims)
    spans = [
        (figure.citation.document, figure.citation.start, -figure.citation.end, _where(figure))
        for figure in figures
        if not isinstance(figure.citation, Absent)
    ]
    spans += [
        (
            mention.citation.document,
            mention.citation.start,
            -mention.citation.end,
            _where_of_mention(mention),
        )
        for mention in review.mentions
    ]
    around: list[tuple[str, int, str]] = []
    for document, start, minus_end, where in sorted(spans):
        while around and (around[-1][0] != document or around[-1][1] <= start):
            around.pop()
        if around and -minus_end > around[-1][1]:
            yield FieldError(
                "two citations overlap, and neither contains the other",
                where=where,
                got=(start, -minus_end),
                expected=f"an end at most at {around[-1][1]}, that of {around[-1][2]}",
            )
            continue
        around.append((document, -minus_end, where))
