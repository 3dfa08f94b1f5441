"""What must hold across the records of a review; every problem is found in one go."""

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
    """Everything that is wrong with a review, in the order of its records."""
    found: list[AseanscError] = []
    found += _repeated_ids(review)
    found += _dangling(review)
    found += _circles(review)
    if found:
        return found  # the rest follows references
    found += _units(review)
    for indicator in review.indicators:
        found += _structure(review, indicator)
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
    """A mention has no id: its words may be printed twice, its place is its own."""
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
                    "the id is taken",
                    where=_where(record),
                    got=ident,
                    expected="an id of its own",
                    hint=f"The first is a {type(seen[ident]).__name__}; give a repeat '{ident}.2'.",
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


def _circles(review: Review) -> Iterator[AseanscError]:
    """Sections that lie in one another, and indicators that are parts of one another, each circle once."""
    broader = {
        section.id: () if isinstance(section.broader, Absent) else (section.broader,) for section in review.sections
    }
    for circle in _circles_of(broader):
        yield FieldError(
            "sections lie in one another in a circle",
            where=f"Section {circle[0]!r}, broader",
            got=_chain(circle),
            expected="a section at the top: one without broader",
            hint="Leave out the broader section of one of them.",
        )
    parts = {
        whole.id: tuple(dict.fromkeys(part for breakdown in whole.breakdowns for part in breakdown.parts))
        for whole in review.indicators
    }
    for circle in _circles_of(parts):
        yield FieldError(
            "indicators are parts of one another in a circle",
            where=f"Indicator {circle[0]!r}, breakdowns",
            got=_chain(circle),
            expected="parts that do not contain their whole",
            hint="Take one of them out of the breakdown of the next.",
        )


def _chain(circle: list[str]) -> str:
    """A circle as it is shown; of a very long one its beginning and its end."""
    names = [*circle, circle[0]]
    return " -> ".join(names if len(names) <= _LONGEST_CHAIN else [*names[:3], "…", *names[-2:]])


_LONGEST_CHAIN: Final = 6


def _circles_of(links: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Walk along links without recursion; yield the first circle of those that are met from one start."""
    done: set[str] = set()
    for start in links:
        path = [] if start in done else [(start, iter(links[start]))]
        on_path = {name for name, _ in path}
        is_told = False
        while path:
            name, following = path[-1]
            step = next(following, None)
            if step is None:
                path.pop()
                on_path.discard(name)
                done.add(name)
            elif step in on_path:
                if not is_told:
                    names = [name for name, _ in path]
                    yield names[names.index(step) :]
                is_told = True
            elif step not in done and step in links:
                path.append((step, iter(links[step])))
                on_path.add(step)


def _citations(review: Review) -> Iterator[tuple[str, Citation]]:
    """Every citation of a figure, mention, section or instrument, and where it stands in the review."""
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
                hint="Leave it out here; if another thing is meant, give it another code.",
            )
            continue
        declared.add(unit.code)
        if unit.parts:
            yield FieldError(
                "a quotient is built, not declared",
                where=where,
                got=unit.code,
                expected="the units that stand in it",
                hint=f"Declare what the catalogue lacks of {', '.join(part.code for part in unit.parts)}.",
            )
        yield from _meet(unit, known, where, declare=True)
    for indicator in review.indicators:
        yield from _meet(indicator.unit, known, _where(indicator))
    for figure in (*review.observations, *review.targets, *review.claims):
        if not isinstance(figure.value, Absent):
            yield from _meet(figure.value.unit, known, _where(figure))
    for mention in review.mentions:
        if isinstance(mention.content, Value):
            yield from _meet(mention.content.unit, known, _where_of_mention(mention))


def _meet(unit: Unit, known: dict[str, Unit], where: str, *, declare: bool = False) -> Iterator[AseanscError]:
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
                    expected="a unit of the catalogue or of Review.units",
                    hint="Add it to the review's units.",
                )
        else:
            try:
                require_same_definition(first, part)
            except DefinitionConflictError as conflict:
                yield conflict


def _structure(review: Review, whole: Indicator) -> Iterator[AseanscError]:
    for breakdown in whole.breakdowns:
        for part in breakdown.parts:
            unit = review.indicator(part).unit
            if unit.dimension != whole.unit.dimension:
                yield FieldError(
                    "a part is in another unit than the whole",
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
            "the unit does not fit the indicator",
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
                "a flow has no moment",
                where=f"{where}, time_collection",
                got=collection,
                expected="total, average, each or to_date",
                hint=f"{indicator.id!r} is a flow; what stands at a moment is a stock.",
            )
    elif collection in _NOT_OF_LEVELS:
        yield FieldError(
            f"a {indicator.kind.value} does not add up over time",
            where=f"{where}, time_collection",
            got=collection,
            expected="at, beginning, end, within, average or each",
            hint=f"{indicator.id!r} is a {indicator.kind.value}; what adds up is a flow.",
        )


def assumed_time(review_period: Period, *, whole: bool) -> Period:
    """The time that is assumed where none is printed.

    Args:
        review_period: the review's own period.
        whole: for a flow, and for anything per month, quarter or year: the review's period; otherwise its last year,
            or as much of that as lies in it.
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
            "an assumed time is the review's",
            where=f"{where}, time",
            got=f"{collection.value} of {observation.time}",
            expected=f"{expected}" if whole else f"end of {expected}",
            hint="A time that the text gives is TimeBasis.STATED or TimeBasis.CARRIED.",
        )


def _bounds(indicator: Indicator, observation: Observation, where: str) -> Iterator[AseanscError]:
    value = observation.value
    if value.unit != indicator.unit:
        value = value.to(indicator.unit)
    if value.qualifier in _STATED:  # what is stated is possible, so it is enough that it lies inside
        fits = all(indicator.bounds.contains(end) for end in (value.magnitude, value.upper) if end is not None)
    else:
        fits = possible(observation, indicator, indicator.unit, value).overlaps(indicator.bounds)
    if not fits:
        yield FieldError(
            "the value lies outside its indicator's bounds",
            where=f"{where}, value",
            got=str(observation.value),
            expected=f"within {indicator.bounds} {indicator.unit.code}",
        )


_STATED: Final = (Qualifier.EXACT, Qualifier.BETWEEN)


def possible(observation: Observation, indicator: Indicator, unit: Unit, value: Value) -> Interval:
    """What an observation's value leaves possible, knowing where it stands but not its indicator's bounds.

    A whole count printed in full digits is a point, unless it is a rate (4 persons a household), an average or an
    *each*; nothing lies below zero where the unit cannot be negative.
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
            "a target is in the unit of its indicator",
            where=f"{where}, value",
            got=target.value.unit,
            expected=repr(indicator.unit),
            hint=f"Convert it: value.to({indicator.unit!r}).",
        )
    if not isinstance(target.baseline, Absent) and review.observation(target.baseline).indicator != target.indicator:
        yield _of_another(f"{where}, baseline", target.baseline, target.indicator)


def _claim(review: Review, claim: ChangeClaim | AttainmentClaim | ShareClaim) -> Iterator[AseanscError]:
    where = _where(claim)
    if isinstance(claim, ChangeClaim):
        for name, end in (("start", claim.start), ("end", claim.end)):
            if not isinstance(end, Absent) and review.observation(end).indicator != claim.indicator:
                yield _of_another(f"{where}, {name}", end, claim.indicator)
    elif isinstance(claim, AttainmentClaim):
        if isinstance(claim.actual, Absent) or isinstance(claim.target, Absent):
            return
        wanted = review.target(claim.target).indicator
        if review.observation(claim.actual).indicator != wanted:
            yield _of_another(f"{where}, actual", claim.actual, wanted)
    elif not isinstance(claim.part, Absent) and review.observation(claim.part).indicator == claim.whole:
        yield FieldError(
            "a part is not its own whole", where=f"{where}, whole", got=claim.whole, expected="another indicator"
        )


def _of_another(where: str, ident: str, indicator: str) -> AseanscError:
    return OperandError(
        "the observation is of another indicator", where=where, got=ident, expected=f"an observation of {indicator!r}"
    )


def _overlaps(review: Review) -> Iterator[AseanscError]:
    """Citations of figures and mentions lie apart, or one inside the other."""
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
                "two citations overlap, and neither holds the other",
                where=where,
                got=(start, -minus_end),
                expected=f"an end at most at {around[-1][1]}, that of {around[-1][2]}",
            )
            continue
        around.append((document, -minus_end, where))
