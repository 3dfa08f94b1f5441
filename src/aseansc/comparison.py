"""Compare two reviews: figures that the second restates, or figures of two places at the same time.

Indicators are matched by their ids. Figures that are not comparable are reported with a reason: different units, kinds,
price bases, aggregation over time, or boundaries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias, TypeVar, final

from attrs import evolve, field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, tuple_of
from aseansc.classifications.places import PlaceRelation, compare_places, has_ended
from aseansc.codelists import Absent, CodeList
from aseansc.comparability import Comparability, basis_of, compare_bases
from aseansc.errors import DefinitionConflictError, FieldTypeError
from aseansc.indicators import Indicator
from aseansc.intervals import Interval
from aseansc.observations import Observation
from aseansc.periods import Frequency, Time, TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.trends import widened
from aseansc.units import Unit, require_same_definition
from aseansc.values import difference_unit

__all__ = ["ComparisonOutcome", "FigureComparison", "Refusal", "ReviewComparison", "compare_reviews"]


@final
class ComparisonOutcome(CodeList):
    """The result of comparing two figures.

    - ``agrees``: both state the same quantity for the same place and time, and both can be true, also within the
      sampling error of an estimate from a survey.
    - ``restated``: they state the same quantity, but cannot both be true; it was revised, or one is wrong.
    - ``compared``: they are for two places at the same time; the difference is given.
    - ``refused``: they are not comparable, for the reason in `FigureComparison.refusal`.
    """

    AGREES = "agrees"
    RESTATED = "restated"
    COMPARED = "compared"
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
    """

    indicator: str = field(validator=instance_of(str))
    outcome: ComparisonOutcome = field(validator=instance_of(ComparisonOutcome))
    first: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))
    second: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))
    difference: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    unit: str = field(validator=instance_of(str))
    refusal: Refusal | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Refusal, Absent))
    comparability: Comparability = field(default=Comparability.COMPARABLE, validator=instance_of(Comparability))


@final
@frozen(kw_only=True, eq=False, repr=False)
class ReviewComparison(Record):
    """The comparison of two reviews.

    Args:
        first: id of the first review.
        second: id of the second review.
        figures: the comparisons of figures, in the order of the first review.
        only_first: ids of the indicators that only the first review has.
        only_second: ids of the indicators that only the second review has.
    """

    first: str = field(validator=instance_of(str))
    second: str = field(validator=instance_of(str))
    figures: tuple[FigureComparison, ...] = field(converter=as_tuple, validator=tuple_of(FigureComparison))
    only_first: tuple[str, ...] = field(converter=as_tuple, validator=tuple_of(str))
    only_second: tuple[str, ...] = field(converter=as_tuple, validator=tuple_of(str))


def compare_reviews(first: Review, second: Review) -> ReviewComparison:
    """Compare two reviews, indicator by indicator.

    Figures of the same indicator, time and categories are compared. Two figures for the same place are checked as
    restatements; a figure for the place of the first review is also compared with one for the place of the second.

    Args:
        first: a review.
        second: another review, of the same place or of another one.

    Raises:
        FieldTypeError: if an argument is not a `Review`.

    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> same = compare_reviews(review, review)
    >>> {item.outcome.value for item in same.figures}
    {'agrees'}
    """
    for review in (first, second):
        if not isinstance(review, Review):
            raise FieldTypeError("wrong type", where="compare_reviews", got=review, expected="a Review")
    others = {indicator.id: indicator for indicator in second.indicators}
    own = {indicator.id for indicator in first.indicators}
    mine = _grouped(first.observations, by=lambda item: item.indicator)
    theirs = _grouped(second.observations, by=lambda item: _key(item, item.place))
    figures: list[FigureComparison] = []
    for indicator in first.indicators:
        other = others.get(indicator.id)
        refusal = other and _indicator_refusal(indicator, other)
        if refusal:
            figures.append(_refused(indicator, refusal))
        elif other:
            pairs = _pairs(first, second, mine.get(indicator.id, ()), theirs)
            figures.extend(_compared(first, second, indicator, one, item) for one, item in pairs)
    return ReviewComparison(
        first=first.id,
        second=second.id,
        figures=figures,
        only_first=[item.id for item in first.indicators if item.id not in others],
        only_second=[item.id for item in second.indicators if item.id not in own],
    )


_K = TypeVar("_K")
_Key: TypeAlias = tuple[str, str, Time, frozenset[str]]


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


def _refused(indicator: Indicator, refusal: Refusal) -> FigureComparison:
    return FigureComparison(
        indicator=indicator.id,
        outcome=ComparisonOutcome.REFUSED,
        unit=difference_unit(indicator.unit).code,
        refusal=refusal,
        comparability=Comparability.DIFFERENT,
    )


def _compared(
    first: Review, second: Review, indicator: Indicator, one: Observation, other: Observation
) -> FigureComparison:
    refusal = _figure_refusal(one, other)
    bases = basis_of(indicator, one), basis_of(second.indicator(other.indicator), other)
    comparability, difference = compare_bases(*bases)
    if refusal is None and comparability is Comparability.DIFFERENT:
        refusal = _REFUSALS[difference]
    if refusal is not None:
        return evolve(_refused(indicator, refusal), first=one.id, second=other.id)
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


_REFUSALS: Final = {
    "base_period": Refusal.BASE_PERIOD,
    "price_basis": Refusal.PRICE_BASIS,
    "price_period": Refusal.PRICE_BASIS,
    "standard": Refusal.STANDARD,
}
"""By the field of `Basis` in which two figures differ."""


def _aggregation(figure: Observation) -> tuple[TimeCollection, Frequency | Absent]:
    return figure.time_collection, figure.per


def _key(item: Observation, place: str) -> _Key:
    """Return what figures must have in common to be compared: indicator, place, time and breakdown."""
    return item.indicator, place, item.time, frozenset(item.breakdown)


def _indicator_refusal(one: Indicator, other: Indicator) -> Refusal | None:
    if one.unit.dimension != other.unit.dimension or _conflict(one.unit, other.unit):
        return Refusal.UNIT
    if one.kind is not other.kind:
        return Refusal.KIND
    if one.net is not other.net:
        return Refusal.NET
    if (
        one.statistic != other.statistic
        and not isinstance(one.statistic, Absent)
        and not isinstance(other.statistic, Absent)
    ):
        return Refusal.STATISTIC
    comparability, difference = compare_bases(
        *(evolve(basis_of(item), standard=Absent.NOT_STATED) for item in (one, other))
    )
    if comparability is Comparability.DIFFERENT:
        return _REFUSALS[difference]
    if (one.numerator, one.denominator) != (other.numerator, other.denominator):
        return Refusal.STRUCTURE
    return None


def _conflict(one: Unit, other: Unit) -> bool:
    """Return whether a unit code has different definitions in the two units."""
    try:
        require_same_definition(one, other)
    except DefinitionConflictError:
        return True
    return False


def _figure_refusal(mine: Observation, other: Observation) -> Refusal | None:
    if isinstance(mine.value, Absent) or isinstance(other.value, Absent):
        return Refusal.NO_VALUE
    if _aggregation(mine) != _aggregation(other):
        return Refusal.COLLECTION
    if compare_places(mine.place, other.place).relation is PlaceRelation.MERGED:
        return Refusal.BOUNDARIES
    if any(has_ended(item.place, days_of(item.time)[1]) for item in (mine, other)):
        return Refusal.BOUNDARIES
    return None
