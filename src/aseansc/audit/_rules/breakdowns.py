"""Check parts against wholes, categories against totals, and shares against 100 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from aseansc.audit._codes import CheckCode, Relation
from aseansc.audit._figures import Figure, Figures, Key, broader_keys, covers_its_period, is_amount, is_share
from aseansc.audit._numbers import show
from aseansc.audit._verdicts import HUNDRED, Case, Term, term, total_of, unstated
from aseansc.codelists import Absent
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.intervals import NOT_NEGATIVE
from aseansc.units import percent


def wholes(figures: Figures) -> Iterator[Case]:
    """Check the parts of every breakdown against the whole, at every moment for which a part is stated.

    If only the whole, or one part of a complete breakdown, is not stated, it is derived.
    """
    for whole, breakdown in figures.breakdowns():
        for key in figures.keys((whole.id, *breakdown.parts)):
            yield from _breakdown(figures, whole, breakdown, key)


def _breakdown(figures: Figures, whole: Indicator, breakdown: Breakdown, key: Key) -> Iterator[Case]:
    """Check the parts of a breakdown against the whole at one moment."""
    total = figures.get(whole.id, key)
    known = [part for name in breakdown.parts if (part := figures.get(name, key))]
    all_known = breakdown.complete and len(known) == len(breakdown.parts)
    if breakdown.disjoint and all_known:
        yield _sum(whole, total, known)
    elif total is None or not known or not figures.has_no_negative_part(whole, breakdown):
        return
    elif breakdown.disjoint:
        yield from _within(total, known, breakdown)
    else:
        yield from _overlapping(total, known, all_known=all_known)


def _sum(whole: Indicator, total: Figure | None, parts: Sequence[Figure]) -> Case:
    """Check that all parts add up to the whole, or derive it."""
    summed, unit = total_of([part.in_unit(whole.unit) for part in parts]), whole.unit.code
    if total is None:
        return unstated(whole.id, CheckCode.PARTS_SUM, parts, summed, unit)
    return Case(CheckCode.PARTS_SUM, (total, *parts), summed, unit, stated=total.interval)


def _within(total: Figure, parts: Sequence[Figure], breakdown: Breakdown) -> Iterator[Case]:
    """Check that some of the parts do not exceed the whole, and derive a part if it is the only one not stated."""
    unit = total.indicator.unit
    summed = total_of([part.in_unit(unit) for part in parts])
    yield _at_most(CheckCode.PARTS_WITHIN, total, parts, summed)
    rest = Term(f"{show(total.interval)} - ({summed.text})", total.interval - summed.values)
    missing = set(breakdown.parts).difference(part.indicator.id for part in parts)
    if breakdown.complete and len(missing) == 1 and rest.values.overlaps(NOT_NEGATIVE):
        yield unstated(missing.pop(), CheckCode.PARTS_SUM, (total, *parts), rest, unit.code, NOT_NEGATIVE)


def _overlapping(total: Figure, parts: Sequence[Figure], *, all_known: bool) -> Iterator[Case]:
    """Check that no part exceeds the whole, and that all of them together cover it."""
    inside = [part.in_unit(total.indicator.unit) for part in parts]
    for part, interval in zip(parts, inside, strict=True):
        yield _at_most(CheckCode.PARTS_WITHIN, total, (part,), term(interval))
    if all_known:
        used, summed, unit = (total, *parts), total_of(inside), total.indicator.unit.code
        yield Case(CheckCode.PARTS_COVER, used, summed, unit, relation=Relation.AT_LEAST, stated=total.interval)


def _at_most(code: CheckCode, total: Figure, parts: Sequence[Figure], summed: Term) -> Case:
    unit = total.indicator.unit.code
    return Case(code, (total, *parts), summed, unit, relation=Relation.AT_MOST, stated=total.interval)


def categories(figures: Figures) -> Iterator[Case]:
    """Check that the figure of a group does not exceed the figure of a broader group."""
    for indicator in figures.component.indicators:
        if indicator.kind is IndicatorKind.RATE or not is_amount(indicator):
            continue  # the life expectancy of women, or their median income, may exceed that of everyone
        if not figures.is_never_negative(indicator.id):
            continue
        for key, (part, *_) in figures.by_indicator[indicator.id].items():
            for broader in broader_keys(key):
                group = figures.get(indicator.id, broader)
                if group is not None:
                    yield _at_most(CheckCode.CATEGORY_WITHIN, group, (part,), term(part.interval))


def shares(figures: Figures) -> Iterator[Case]:
    """Check that the shares of all parts of a whole add up to 100 %, and those of some parts to no more."""
    rate_of: dict[tuple[str | Absent, str | Absent], str] = {}
    for rate in figures.component.indicators:
        if is_share(rate):
            rate_of.setdefault((rate.numerator, rate.denominator), rate.id)
    for whole in filter(is_amount, figures.component.indicators):
        for breakdown in filter(attrgetter("disjoint"), whole.breakdowns):
            rates = [rate_of[part, whole.id] for part in breakdown.parts if (part, whole.id) in rate_of]
            for key in figures.keys(rates):
                yield from _shares_at(figures, whole, breakdown, rates, key)


def _shares_at(
    figures: Figures, whole: Indicator, breakdown: Breakdown, rates: Sequence[str], key: Key
) -> Iterator[Case]:
    """Check the shares of the parts of a whole at one moment."""
    known = [share for rate in rates if (share := figures.get(rate, key))]
    all_known = breakdown.complete and len(known) == len(breakdown.parts)
    # One branch may earn more than the total if another makes a loss.
    never_negative = all(map(figures.is_never_negative, (whole.id, *breakdown.parts)))
    if len(known) > 1 and (all_known or never_negative):
        yield Case(
            CheckCode.SHARES_SUM if all_known else CheckCode.SHARES_WITHIN,
            known,
            total_of([share.in_unit(percent) for share in known]),
            percent.code,
            relation=Relation.EQUAL if all_known else Relation.AT_MOST,
            stated=HUNDRED,
            # Shares of a flow cover the whole year, not one day of it.
            for_any_day=whole.kind is IndicatorKind.FLOW and all(map(covers_its_period, known)),
        )
