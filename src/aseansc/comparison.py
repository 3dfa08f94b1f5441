"""Compare two reviews: what rose, fell, was restated, or was planned in one and reached in the other; or two places.

Indicators are matched by their ids, by codes or by a mapping. Figures that are not comparable are reported with a
reason: different units, kinds, price bases, standards, aggregation over time, or boundaries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, TypeAlias, TypeVar, final

from attrs import evolve, field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, tuple_of
from aseansc.attainment import Assessment, Outcome, Reason, assess
from aseansc.classifications.places import PlaceRelation, compare_places, has_ended
from aseansc.codelists import Absent, CodeList
from aseansc.comparability import Basis, Comparability, basis_of, compare_bases, definitions_differ
from aseansc.errors import FieldError, require
from aseansc.indicators import Indicator
from aseansc.intervals import Interval, hull
from aseansc.observations import Observation, Status, collected
from aseansc.periods import AsOf, Frequency, Time, TimeBasis, TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.trends import Trend, trend_across, widened, years_between
from aseansc.values import difference_unit

__all__ = ["ComparisonOutcome", "FigureComparison", "Promise", "Refusal", "ReviewComparison", "compare_reviews"]


@final
class ComparisonOutcome(CodeList):
    """The result of comparing two figures.

    - ``agrees``: both state the same quantity for the same place and time, and both can be true, also within the
      sampling error of an estimate from a survey.
    - ``restated``: they state the same quantity, but cannot both be true; it was revised, or one is wrong.
    - ``compared``: they are for two places at the same time; the difference is given.
    - ``changed``: the second is for a later time; `FigureComparison.trend` is the change, in all forms.
    - ``refused``: they are not comparable, for the reason in `FigureComparison.refusal`.
    """

    AGREES = "agrees"
    RESTATED = "restated"
    COMPARED = "compared"
    CHANGED = "changed"
    REFUSED = "refused"


@final
class Refusal(CodeList):
    """The reason why two figures, or all figures of an indicator, are not comparable.

    - ``unit``: the units have different dimensions or definitions.
    - ``no_value``: one of the two figures has no value, such as a suppressed one.
    - ``kind``: the indicator is a stock in one review and a flow or rate in the other.
    - ``price_basis``: the amounts are in different prices.
    - ``base_period``: the index numbers have different base periods.
    - ``standard``: they were counted by different standards, such as poverty lines.
    - ``statistic``: one is a mean and the other a median, or the like.
    - ``net``: one is a net flow and the other is not.
    - ``structure``: the rates have different numerators or denominators.
    - ``collection``: the figures are aggregated over time differently.
    - ``boundaries``: one figure is of a province that merged into that of the other, or of a place that had ended.
    - ``place``: the reviews state figures for different places only.
    - ``categories``: the reviews state figures for different categories only.
    - ``period``: the reviews state amounts for periods of different lengths only.
    """

    UNIT = "unit"
    NO_VALUE = "no_value"
    KIND = "kind"
    PRICE_BASIS = "price_basis"
    BASE_PERIOD = "base_period"
    STANDARD = "standard"
    STATISTIC = "statistic"
    NET = "net"
    STRUCTURE = "structure"
    COLLECTION = "collection"
    BOUNDARIES = "boundaries"
    PLACE = "place"
    CATEGORIES = "categories"
    PERIOD = "period"


@final
@frozen(kw_only=True, eq=False, repr=False)
class FigureComparison(Record):
    """The comparison of one figure of the first review with one figure of the second.

    Args:
        indicator: id of the indicator.
        outcome: the result.
        first: id of the figure in the first review; absent if the whole indicator is not comparable.
        second: id of the figure in the second review, likewise.
        difference: second − first, in the unit of the indicator in the first review; in points for percent.
        unit: code of that unit.
        refusal: the reason why they were not compared.
        comparability: ``conditional`` if only one of the two states its base period, prices or standard.
        trend: the change over time, if the second figure is for a later time than the first.
    """

    indicator: str = field(validator=instance_of(str))
    outcome: ComparisonOutcome = field(validator=instance_of(ComparisonOutcome))
    first: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))
    second: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))
    difference: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    unit: str = field(validator=instance_of(str))
    refusal: Refusal | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Refusal, Absent))
    comparability: Comparability = field(default=Comparability.COMPARABLE, validator=instance_of(Comparability))
    trend: Trend | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Trend, Absent))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Promise(Record):
    """A target of the first review that was due by the end of the second, and whether it was met.

    Args:
        indicator: id of the indicator in the first review.
        target: id of the target.
        observation: id of the figure in the second review; ``Absent.NOT_STATED`` if it states none for the place,
            the time and the categories of the target.
        outcome: whether the target was met; ``undefined`` without such a figure, or if it is not comparable.
        assessment: the attainment, the margin and the progress, or the reason why the two are not comparable.
    """

    indicator: str = field(validator=instance_of(str))
    target: str = field(validator=instance_of(str))
    observation: str | Absent = field(default=Absent.NOT_STATED, validator=instance_of(str))
    outcome: Outcome = field(default=Outcome.UNDEFINED, validator=instance_of(Outcome))
    assessment: Assessment | Absent = field(default=Absent.NOT_STATED, validator=instance_of(Assessment, Absent))


@final
@frozen(kw_only=True, eq=False, repr=False)
class ReviewComparison(Record):
    """The comparison of two reviews.

    Args:
        first: id of the first review.
        second: id of the second review.
        figures: the comparisons of figures, in the order of the first review.
        promises: the targets of the first review that were due by the end of the second, and whether they were met.
        matches: the ids of each indicator that both reviews have, in the first and in the second.
        only_first: ids of the indicators that only the first review has.
        only_second: ids of the indicators that only the second review has.
    """

    first: str = field(validator=instance_of(str))
    second: str = field(validator=instance_of(str))
    figures: tuple[FigureComparison, ...] = field(converter=as_tuple, validator=tuple_of(FigureComparison))
    promises: tuple[Promise, ...] = field(converter=as_tuple, validator=tuple_of(Promise))
    matches: tuple[tuple[str, str], ...] = field(converter=as_tuple, validator=tuple_of(tuple))
    only_first: tuple[str, ...] = field(converter=as_tuple, validator=tuple_of(str))
    only_second: tuple[str, ...] = field(converter=as_tuple, validator=tuple_of(str))


def compare_reviews(
    first: Review, second: Review, *, scheme: str | None = None, mapping: Mapping[str, str] | None = None
) -> ReviewComparison:
    """Compare two reviews, indicator by indicator; for two reports of one programme, the earlier one first.

    Figures of the same indicator, time and categories are compared. Two figures for the same place are checked as
    restatements; a figure for the place of the first review is also compared with one for the place of the second. The
    latest figure of the first review is compared with the latest one of the second, if that is later: the indicator
    rose or fell. The targets of the first review are assessed with the figures of the second.

    Indicators are the same if `mapping` says so or they have the same id, and with `scheme`, if they are the only ones
    in their reviews that have a code of this scheme.

    Args:
        first: a review.
        second: another review, of the same place or of another one.
        scheme: a scheme of codes that identify an indicator, such as ``SDG``. Do not use one whose codes are
            subjects, such as the areas of a programme, which several indicators share.
        mapping: ids of indicators of the first review, with the id of the same indicator in the second.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        FieldError: if the mapping uses an id of the second review twice, or no indicator has a code of the scheme.
        UnknownNameError: if the mapping names an unknown indicator.

    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> same = compare_reviews(review, review)
    >>> {item.outcome.value for item in same.figures}
    {'agrees'}
    """
    require(first, Review, where="compare_reviews, first")
    require(second, Review, where="compare_reviews, second")
    matches = _matches(first, second, scheme, {} if mapping is None else mapping)
    mine = _grouped(first.observations, by=lambda item: item.indicator)
    theirs = _grouped(second.observations, by=lambda item: item.indicator)
    figures: list[FigureComparison] = []
    comparable: dict[str, str] = {}
    for name, other_name in matches.items():
        indicator, other = first.indicator(name), second.indicator(other_name)
        refusal = _indicator_refusal(indicator, other, matches)
        if refusal:
            figures.append(_refused(indicator, refusal))
            continue
        comparable[name] = other_name
        ours, others = mine.get(name, []), theirs.get(other_name, [])
        pairs = _pairs(first, second, ours, _grouped(others, by=lambda item: _key(item, item.place)))
        found = [_compared(first, second, indicator, one, item) for one, item in pairs]
        found += _changes(first, second, indicator, ours, others)
        figures += found or _nothing_alike(indicator, ours, others)
    return ReviewComparison(
        first=first.id,
        second=second.id,
        figures=figures,
        promises=tuple(_promises(first, second, comparable)),
        matches=tuple(matches.items()),
        only_first=[item.id for item in first.indicators if item.id not in matches],
        only_second=[item.id for item in second.indicators if item.id not in set(matches.values())],
    )


def _matches(first: Review, second: Review, scheme: str | None, mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the id in the second review of each indicator of the first, in the order of the first."""
    require(mapping, Mapping, where="compare_reviews, mapping", expected="a mapping of ids to ids")
    for one, other in mapping.items():
        first.indicator(one)
        second.indicator(other)
    if len(set(mapping.values())) < len(mapping):
        raise FieldError(
            "an indicator of the second review is named twice",
            where="compare_reviews mapping",
            got=dict(mapping),
            expected="one indicator of the second review for each of the first",
        )
    found = dict(mapping)
    taken = set(found.values())
    for indicator in first.indicators:
        if indicator.id not in found and indicator.id in second and indicator.id not in taken:
            found[indicator.id] = indicator.id
    if scheme is not None:
        found.update(_by_code(first, second, scheme, found))
    return {indicator.id: found[indicator.id] for indicator in first.indicators if indicator.id in found}


def _by_code(first: Review, second: Review, scheme: str, found: Mapping[str, str]) -> dict[str, str]:
    """Match the remaining indicators whose code of a scheme no other indicator of their review has."""
    codes = [_codes(review, scheme) for review in (first, second)]
    if not any(codes):
        schemes = {
            code.partition(":")[0] for review in (first, second) for item in review.indicators for code in item.codes
        }
        raise FieldError(
            "no indicator has a code of this scheme",
            where="compare_reviews scheme",
            got=scheme,
            expected=f"one of {', '.join(sorted(schemes))}" if schemes else "a scheme of the codes of the indicators",
        )
    taken = set(found.values())
    pairs = ((ours[0], codes[1].get(code, [])) for code, ours in codes[0].items() if len(ours) == 1)
    return {one: others[0] for one, others in pairs if len(others) == 1 and one not in found and others[0] not in taken}


def _codes(review: Review, scheme: str) -> dict[str, list[str]]:
    """Return the ids of the indicators with each code of a scheme."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for indicator in review.indicators:
        for code in indicator.codes:
            if code.partition(":")[0] == scheme:
                found[code].append(indicator.id)
    return found


_K = TypeVar("_K")
_Key: TypeAlias = tuple[str, Time, frozenset[str]]


def _grouped(figures: Iterable[Observation], by: Callable[[Observation], _K]) -> dict[_K, list[Observation]]:
    found: defaultdict[_K, list[Observation]] = defaultdict(list)
    for figure in figures:
        found[by(figure)].append(figure)
    return found


def _pairs(
    first: Review, second: Review, figures: Iterable[Observation], theirs: Mapping[_Key, list[Observation]]
) -> Iterator[tuple[Observation, Observation]]:
    """Yield each figure with those of the second review that it is compared with."""
    for one in figures:
        places = dict.fromkeys((one.place, second.place) if one.place == first.place else (one.place,))
        met = [item for place in places for item in theirs.get(_key(one, place), ())]
        alike = [item for item in met if _aggregation(item) == _aggregation(one)]
        yield from ((one, item) for item in alike or met)


def _refused(
    indicator: Indicator,
    refusal: Refusal,
    first: str | Absent = Absent.NOT_APPLICABLE,
    second: str | Absent = Absent.NOT_APPLICABLE,
) -> FigureComparison:
    return FigureComparison(
        indicator=indicator.id,
        outcome=ComparisonOutcome.REFUSED,
        first=first,
        second=second,
        unit=difference_unit(indicator.unit).code,
        refusal=refusal,
        comparability=Comparability.DIFFERENT,
    )


def _compared(
    first: Review, second: Review, indicator: Indicator, one: Observation, other: Observation
) -> FigureComparison:
    refusal = _figure_refusal(one, other)
    if refusal is None and _aggregation(one) != _aggregation(other):
        refusal = Refusal.COLLECTION
    comparability, difference = _bases(indicator, one, second, other)
    refusal = refusal or difference
    if refusal is not None:
        return _refused(indicator, refusal, one.id, other.id)
    before = first.interval_in(one, indicator.unit)
    after = second.interval_in(other, indicator.unit)
    if one.place != other.place:
        outcome = ComparisonOutcome.COMPARED
    else:
        both = (widened(first, one, indicator.unit), widened(second, other, indicator.unit))
        outcome = ComparisonOutcome.AGREES if both[0].overlaps(both[1]) else ComparisonOutcome.RESTATED
    return FigureComparison(
        indicator=indicator.id,
        outcome=outcome,
        first=one.id,
        second=other.id,
        difference=after - before,
        unit=difference_unit(indicator.unit).code,
        comparability=comparability,
    )


def _bases(
    indicator: Indicator, one: Observation, second: Review, other: Observation
) -> tuple[Comparability, Refusal | None]:
    bases = basis_of(indicator, one), basis_of(second.indicator(other.indicator), other)
    comparability, difference = compare_bases(*bases)
    return comparability, _refusal(difference) if comparability is Comparability.DIFFERENT else None


# -- changes from one review to the next

_Group: TypeAlias = tuple[frozenset[str], tuple[str, ...], int]


def _changes(
    first: Review, second: Review, indicator: Indicator, mine: list[Observation], theirs: list[Observation]
) -> Iterator[FigureComparison]:
    """Yield the change from the latest figure of the first review to the latest one of the second, if it is later."""
    latest = _latest(theirs)
    for (place, group), start in _latest(mine).items():
        for (other_place, other_group), end in latest.items():
            relation = compare_places(place, other_place)
            if group != other_group or relation.relation is PlaceRelation.DIFFERENT or not _is_later(end, start):
                continue
            refusal = _figure_refusal(start, end) or _bases(indicator, start, second, end)[1]
            if refusal is None and years_between(start, end) is None:
                refusal = Refusal.PERIOD
            if refusal:
                yield _refused(indicator, refusal, start.id, end.id)
                continue
            made = trend_across(start, first, end, second)
            yield FigureComparison(
                indicator=indicator.id,
                outcome=ComparisonOutcome.CHANGED,
                first=start.id,
                second=end.id,
                difference=made.change,
                unit=made.unit.code,
                comparability=made.comparability,
                trend=made,
            )


def _latest(figures: Iterable[Observation]) -> dict[tuple[str, _Group], Observation]:
    """Return the latest figure for each place, categories, and aggregation over a time of the same length."""
    known = list(figures)
    revised = {item.revises for item in known}
    found: dict[tuple[str, _Group], Observation] = {}
    for item in known:
        if isinstance(item.value, Absent) or item.id in revised or {*item.statuses} & _NOT_ACTUAL:
            continue
        key = item.place, (frozenset(item.breakdown), collected(item), _length(item))
        if key not in found or _moment(item) >= _moment(found[key]):
            found[key] = item
    return found


_NOT_ACTUAL: Final = {Status.PLANNED, Status.FORECAST}


def _length(figure: Observation) -> int:
    """Return the length of the time of a flow or an average: months, or days below zero; 0 for a level."""
    if figure.time_collection.is_point or isinstance(figure.time, AsOf):
        return 0
    first, last = days_of(figure.time)
    return figure.time.months or -(last - first).days - 1


def _moment(figure: Observation) -> tuple[date, bool]:
    """Return the day of a figure, and whether it is known to be at the end of that day."""
    first, last = days_of(figure.time)
    if figure.time_collection is TimeCollection.BEGINNING:
        return first - timedelta(days=1), True
    return last, figure.time_collection is not TimeCollection.WITHIN


def _is_later(end: Observation, start: Observation) -> bool:
    """Return whether a figure is certainly later than another, though its day may not be known."""
    if end.time_collection is TimeCollection.WITHIN:
        return days_of(end.time)[0] > _moment(start)[0]
    return _moment(end)[0] > _moment(start)[0]


def _nothing_alike(
    indicator: Indicator, mine: Iterable[Observation], theirs: Iterable[Observation]
) -> Iterator[FigureComparison]:
    """Yield why no figures of an indicator are compared although both reviews state some."""
    ours, others = (list(_latest(figures).items())[-1:] for figures in (mine, theirs))
    for ((place, group), one), ((other_place, other_group), other) in zip(ours, others, strict=False):
        different = (
            (place != other_place, Refusal.PLACE),
            (group[0] != other_group[0], Refusal.CATEGORIES),
            (group[1] != other_group[1], Refusal.COLLECTION),
            (group[2] != other_group[2], Refusal.PERIOD),
        )
        for differs, refusal in different:
            if differs:
                yield _refused(indicator, refusal, one.id, other.id)
                break


# -- targets of the first review, with figures of the second


def _promises(first: Review, second: Review, matches: Mapping[str, str]) -> Iterator[Promise]:
    """Yield the targets of the first review that were due when the second ends, each with what the second states."""
    revised = {target.revises for target in first.targets}
    due = [
        target
        for target in first.targets
        if target.indicator in matches
        and target.id not in revised
        and not isinstance(target.value, Absent)
        and not isinstance(target.time, Absent)
        and days_of(target.time)[1] <= second.period.end
    ]
    if not due:
        return
    joined, prefix = _with_targets(second, first, due, matches)
    for target in due:
        wanted = basis_of(first.indicator(target.indicator))
        stated = list(_assessed(joined.target(prefix + target.id), wanted, second, joined))
        absent = Promise(indicator=target.indicator, target=target.id)
        for item in stated:
            named = evolve(item, target=target.id)
            yield evolve(absent, observation=item.observation, outcome=item.outcome, assessment=named)
        if not stated:
            yield absent


def _assessed(target: Target, wanted: Basis, second: Review, joined: Review) -> Iterator[Assessment]:
    """Yield the assessment of a target with each figure of the second review that it is about."""
    replaced = {item.revises for item in second.observations}
    for item in second.observations:
        if item.indicator != target.indicator or item.id in replaced:
            continue
        made = assess(target, item, joined)
        if made.reason in _OF_OTHER_FIGURES:
            continue
        comparability, difference = compare_bases(wanted, basis_of(second.indicator(item.indicator), item))
        if comparability is Comparability.DIFFERENT:
            why = Reason.OTHER_STANDARD if difference == "standard" else Reason.OTHER_PRICES
            made = evolve(
                made, outcome=Outcome.UNDEFINED, attainment=why, margin=why, progress=why, formula=why, reason=why
            )
        yield made


_OF_OTHER_FIGURES: Final = frozenset(
    {
        Reason.ACTUAL_NOT_STATED,
        Reason.NOT_ACTUAL,
        Reason.OTHER_CATEGORY,
        Reason.OTHER_COLLECTION,
        Reason.OTHER_INDICATOR,
        Reason.OTHER_PLACE,
        Reason.OTHER_TIME,
        Reason.PART_ONLY,
    }
)
"""The reasons for which a figure is not the one that a target is about."""


def _with_targets(
    second: Review, first: Review, targets: Sequence[Target], matches: Mapping[str, str]
) -> tuple[Review, str]:
    """Return the second review with targets of the first and their baselines, and what precedes their ids in it."""
    prefix = "first/"
    taken = [item.id for item in (*second.documents, *second.observations, *second.targets, *second.claims)]
    while any(name.startswith(prefix) for name in taken):
        prefix += "first/"
    copied = [
        evolve(
            target,
            id=prefix + target.id,
            indicator=matches[target.indicator],
            time_basis=TimeBasis.STATED,  # an assumed time would have to be that of the second review
            baseline=target.baseline if isinstance(target.baseline, Absent) else prefix + target.baseline,
            revises=Absent.NOT_APPLICABLE,
            citation=Absent.NOT_STATED,
        )
        for target in targets
    ]
    names = dict.fromkeys(target.baseline for target in targets if not isinstance(target.baseline, Absent))
    baselines = [
        evolve(
            item,
            id=prefix + item.id,
            indicator=matches[item.indicator],
            time_basis=TimeBasis.STATED,
            standard=basis_of(first.indicator(item.indicator), item).standard,
            revises=Absent.NOT_APPLICABLE,
            citation=evolve(item.citation, document=prefix + item.citation.document),
        )
        for item in map(first.observation, names)
    ]
    bounds = {matches[target.indicator]: first.indicator(target.indicator).bounds for target in targets}
    indicators = [
        evolve(item, bounds=hull((bounds[item.id], item.bounds))) if item.id in bounds else item
        for item in second.indicators
    ]
    joined = evolve(
        second,
        indicators=indicators,
        documents=[*second.documents, *(evolve(item, id=prefix + item.id) for item in first.documents)],
        units=list({unit.code: unit for unit in (*first.units, *second.units)}.values()),
        observations=[*second.observations, *baselines],
        targets=[*second.targets, *copied],
    )
    return joined, prefix


def _refusal(difference: str) -> Refusal:
    """Return the refusal for the field in which two indicators, or the bases of two figures, differ."""
    return Refusal.PRICE_BASIS if difference == "price_period" else Refusal(difference)


def _aggregation(figure: Observation) -> tuple[TimeCollection, Frequency | Absent]:
    return figure.time_collection, figure.per


def _key(item: Observation, place: str) -> _Key:
    """Return what figures of an indicator must have in common to be compared: place, time and breakdown."""
    return place, item.time, frozenset(item.breakdown)


def _indicator_refusal(one: Indicator, other: Indicator, matches: Mapping[str, str]) -> Refusal | None:
    difference = definitions_differ(one, other)
    if difference:
        return _refusal(difference)
    ours = [name if isinstance(name, Absent) else matches.get(name, name) for name in (one.numerator, one.denominator)]
    return Refusal.STRUCTURE if ours != [other.numerator, other.denominator] else None


def _figure_refusal(mine: Observation, other: Observation) -> Refusal | None:
    if isinstance(mine.value, Absent) or isinstance(other.value, Absent):
        return Refusal.NO_VALUE
    if compare_places(mine.place, other.place).relation is PlaceRelation.MERGED:
        return Refusal.BOUNDARIES
    if any(has_ended(item.place, days_of(item.time)[1]) for item in (mine, other)):
        return Refusal.BOUNDARIES
    return None
